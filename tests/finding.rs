//! The press desk's commands on the real program: finding by facets, checking the output folder, taking in reports.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod workshop;

use std::fs;

use serde_json::Value;
use workshop::{Said, Workshop};

/// The JSON lines of an event.
fn events(said: &Said, name: &str) -> Vec<Value> {
    let lines = said.stdout.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines.filter(|line| line["event"] == name).collect()
}

/// One member of each event.
fn each<'v>(events: &'v [Value], member: &str) -> Vec<&'v str> {
    events.iter().map(|event| event[member].as_str().unwrap_or_default()).collect()
}

/// Codes of the findings said.
fn codes(said: &Said) -> Vec<String> {
    events(said, "diagnostic").iter().map(|event| event["code"].as_str().unwrap().to_owned()).collect()
}

/// A rendered campaign whose units are its towns.
fn rendered() -> Workshop {
    let shop = Workshop::new();
    shop.edit("campaign.toml", "languages = [\"vi\", \"en\"]\n", "languages = [\"vi\", \"en\"]\nunits = \"towns\"\n");
    shop.edit("campaign.toml", "each = \"towns\"\n", "each = \"towns\"\nphase = \"mở đầu\"\n");
    assert_eq!(shop.render(&[]).code, 0);
    shop
}

#[test]
fn assets_are_narrowed_listed_and_counted_by_facet() {
    let shop = rendered();
    let json = |args: &[&str]| shop.run(&[&["search", "--message-format", "json"], args].concat());
    let said = json(&["--unit", "north", "--language", "vi"]);
    assert_eq!(said.code, Some(0), "{}", said.stderr);
    let hits = events(&said, "hit");
    assert_eq!(each(&hits, "unit"), ["north"]);
    assert_eq!(
        [&hits[0]["period"], &hits[0]["phase"], &hits[0]["status"], &hits[0]["color"]],
        ["2026", "mở đầu", "draft", "white"]
    );
    let said = json(&["thi tran", "--facets", "--unit", "Nam,south"]);
    assert_eq!(said.code, Some(2), "the key is south: {}", said.stdout);
    assert_eq!(codes(&said), ["MB1110"]);
    let said = json(&["thi tran", "--facets", "--unit", "South"]);
    let count = |facet: &str| -> Vec<(String, u64, bool)> {
        let of = |event: &Value| event["facet"] == facet;
        let row = |event: &Value| {
            let value = event["value"].as_str().unwrap().to_owned();
            (value, event["assets"].as_u64().unwrap(), event["chosen"].as_bool().unwrap())
        };
        events(&said, "facet").iter().filter(|event| of(event)).map(row).collect()
    };
    assert_eq!(count("unit"), [("east".into(), 1, false), ("north".into(), 1, false), ("south".into(), 1, true)]);
    assert_eq!(count("language"), [("vi".into(), 1, false)]);
    assert_eq!(events(&said, "found")[0]["assets"], 1);
    let table = shop.run(&["search", "--facets", "--messages", "vi"]);
    assert!(table.stdout.contains("language") && table.stdout.contains("     3  en"), "{}", table.stdout);
    assert!(table.stderr.contains("6 hình"), "{}", table.stderr);
    assert_eq!(json(&["%"]).stdout.lines().count(), 6, "units of numbers are words");
    assert_eq!(json(&["Bắc", "--status", "usable"]).code, Some(2), "there are drafts only");
}

#[test]
fn what_only_the_catalogue_is_told_makes_no_picture_again() {
    let shop = rendered();
    let before = shop.pictures();
    shop.edit("campaign.toml", "phase = \"mở đầu\"", "phase = \"kết thúc\"");
    let again = shop.render(&[]);
    assert_eq!((again.rendered, again.cached), (0, 6));
    assert_eq!(shop.pictures(), before);
    let said = shop.run(&["search", "--phase", "ket thuc", "--message-format", "json"]);
    assert_eq!(events(&said, "hit").len(), 6, "{}", said.stdout);
    assert_eq!(shop.run(&["search", "--phase", "mở đầu"]).code, Some(2));
    assert_eq!(shop.run(&["fsck"]).code, Some(0));
}

#[test]
fn a_phase_and_a_table_of_units_must_be_known() {
    let shop = Workshop::new();
    shop.write("data/phases.csv", "id,name\nmo-dau,Mở đầu\n");
    shop.write(
        "data/phases.schema.toml",
        "key = \"id\"\n[columns.id]\ntype = \"text\"\n[columns.name]\ntype = \"text\"\n",
    );
    shop.edit("campaign.toml", "languages = [\"vi\", \"en\"]\n", "languages = [\"vi\", \"en\"]\nunits = \"town\"\n");
    shop.edit("campaign.toml", "each = \"towns\"\n", "each = \"towns\"\nphase = \"mo-dao\"\n");
    let said = shop.run(&["check", "--message-format", "json"]);
    let mut found = codes(&said);
    found.sort();
    assert_eq!(found, ["MB0103", "MB0126"]);
    assert!(events(&said, "diagnostic").iter().all(|event| event["hint"].as_str().unwrap().contains("did you mean")));
}

/// What `fsck` finds after something was done to the output folder, and whether repair mends it.
fn damaged(shop: &Workshop, harm: impl FnOnce(&Workshop)) -> (Vec<String>, Option<i32>) {
    let shop = shop.again();
    harm(&shop);
    let said = shop.run(&["fsck", "--message-format", "json"]);
    assert_eq!(said.code, Some(i32::from(!codes(&said).is_empty())), "{}", said.stdout);
    for event in events(&said, "diagnostic") {
        assert!(event["hint"].is_string() && event["spans"][0]["file"].is_string(), "{event}");
    }
    let before = shop.pictures();
    let repair = shop.run(&["fsck", "--repair", "--message-format", "json"]);
    assert_eq!(shop.pictures(), before, "no picture is touched");
    (codes(&said), repair.code)
}

#[test]
fn every_kind_of_damage_is_found_and_what_follows_from_something_else_is_mended() {
    let shop = rendered();
    let picture = "card/t_card_north_2026_og_vi.png";
    let in_output = |shop: &Workshop, path: &str| shop.output().join(path);
    let fresh = |shop: &Workshop| fs::write(in_output(shop, "stray.png"), b"mine").unwrap();
    let snapshot = |shop: &Workshop| {
        let mut files = fs::read_dir(in_output(shop, ".mocban/inputs")).unwrap();
        files.next().unwrap().unwrap().path()
    };
    let edit = |path: std::path::PathBuf| {
        let mut bytes = fs::read(&path).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(path, bytes).unwrap();
    };
    assert_eq!(damaged(&shop, |_| {}), (vec![], Some(0)));
    assert_eq!(damaged(&shop, |shop| fs::remove_file(in_output(shop, picture)).unwrap()).0, ["MB1003"]);
    assert_eq!(damaged(&shop, |shop| edit(in_output(shop, picture))), (vec!["MB1004".into()], Some(1)));
    assert_eq!(damaged(&shop, fresh), (vec!["MB1005".into()], Some(1)), "what is yours is never removed");
    let leave = |shop: &Workshop| {
        fs::write(in_output(shop, "card/.tmp-x1"), b"half").unwrap();
        fs::write(in_output(shop, ".mocban/inputs/.tmp-x2"), b"half").unwrap();
    };
    let (found, repaired) = damaged(&shop, leave);
    assert!(found.iter().all(|code| code == "MB1040") && found.len() == 2, "{found:?}");
    assert_eq!(repaired, Some(0));
    assert_eq!(damaged(&shop, |shop| fs::remove_file(snapshot(shop)).unwrap()), (vec!["MB1042".into()], Some(1)));
    assert_eq!(damaged(&shop, |shop| edit(snapshot(shop))), (vec!["MB1042".into()], Some(1)));
    let lineage = |shop: &Workshop| {
        fs::create_dir_all(in_output(shop, ".mocban/lineage")).unwrap();
        fs::write(in_output(shop, ".mocban/lineage/0123.json"), b"{}").unwrap();
    };
    assert_eq!(damaged(&shop, lineage), (vec!["MB1042".into()], Some(1)));
    assert_eq!(damaged(&shop, |shop| edit(in_output(shop, ".mocban/contents"))), (vec!["MB1041".into()], Some(0)));
    let sqlite = |shop: &Workshop| {
        let path = in_output(shop, "catalogue.sqlite");
        let mut bytes = fs::read(&path).unwrap();
        let length = bytes.len();
        bytes[4096..length].fill(0x5a);
        fs::write(path, bytes).unwrap();
    };
    assert_eq!(damaged(&shop, sqlite), (vec!["MB1043".into()], Some(0)));
    let cut = |shop: &Workshop| {
        let path = in_output(shop, "manifest.json");
        let text = fs::read_to_string(&path).unwrap();
        fs::write(path, &text[..text.len() / 2]).unwrap();
    };
    let (found, repaired) = damaged(&shop, cut);
    assert!(found[0] == "MB1001" && found.iter().any(|code| code == "MB1005"), "{found:?}");
    assert_eq!(repaired, Some(1));
    let journal = |shop: &Workshop| fs::write(in_output(shop, ".mocban/journal.jsonl"), b"{\"path\":1}\n").unwrap();
    assert_eq!(damaged(&shop, journal), (vec!["MB1002".into()], Some(1)));
}

#[test]
fn a_search_mends_a_catalogue_that_is_damaged_inside() {
    let shop = rendered();
    let path = shop.output().join("catalogue.sqlite");
    let mut bytes = fs::read(&path).unwrap();
    let length = bytes.len();
    bytes[4096..length].fill(0x5a);
    fs::write(path, bytes).unwrap();
    let said = shop.run(&["search", "thị trấn", "--message-format", "json"]);
    assert_eq!((said.code, events(&said, "hit").len()), (Some(0), 3), "{}{}", said.stdout, said.stderr);
    assert_eq!(shop.run(&["fsck"]).code, Some(0));
}

#[test]
fn an_index_says_what_the_runs_said() {
    let shop = rendered();
    shop.edit("data/towns.csv", "71.5", "72.5");
    shop.render(&[]);
    shop.edit("data/towns.csv", "east,Đông,East,-3.25,measured\n", "");
    shop.render(&[]);
    let list = || shop.run(&["list", "--message-format", "json"]).stdout;
    let grown = list();
    fs::remove_file(shop.output().join("catalogue.sqlite")).unwrap();
    assert_eq!(shop.run(&["index"]).code, Some(0));
    assert_eq!(list(), grown);
    assert_eq!(shop.run(&["fsck"]).code, Some(0), "the two are the same row by row");
}

#[test]
fn intake_tells_who_reported_what_jumps_and_what_does_not_add_up() {
    let shop = Workshop::new();
    shop.edit("campaign.toml", "period = \"2026\"", "period = \"2026q3\"");
    shop.write(
        "data/towns.csv",
        "id,name.vi,name.en,score,before,reported,period,status\nnorth,Bắc,North,71.5,50,2026-10-02,Quý III/2026,measured\nsouth,Nam,South,,40,,Quý III/2026,measured\neast,Đông,East,20,19,2026-10-03,Quý III/2026,measured\n",
    );
    shop.edit("data/towns.schema.toml", "locale = \"en\"\nkey = \"id\"\n", "locale = \"en\"\nkey = \"id\"\n[report]\ndate = \"reported\"\n[[sum]]\nwhole = \"whole/2026q3/score\"\nparts = \"score\"\n");
    shop.edit("data/towns.schema.toml", "decimals = 1\n", "decimals = 1\nprevious = \"before\"\njump = \"40%\"\n");
    let schema = fs::read_to_string(shop.path().join("data/towns.schema.toml")).unwrap();
    let more =
        "[columns.before]\ntype = \"number\"\n[columns.reported]\ntype = \"date\"\n[columns.period]\ntype = \"text\"\n";
    shop.write("data/towns.schema.toml", schema + more);
    shop.write("data/whole.csv", "id,score\n2026q3,91.5\n");
    shop.write(
        "data/whole.schema.toml",
        "key = \"id\"\n[columns.id]\ntype = \"text\"\n[columns.score]\ntype = \"number\"\n",
    );
    let said = shop.run(&["intake", "--message-format", "json"]);
    assert_eq!(said.code, Some(1), "{}{}", said.stdout, said.stderr);
    assert_eq!(each(&events(&said, "reported"), "unit"), ["north", "east"]);
    let missing = events(&said, "missing");
    assert_eq!((each(&missing, "unit"), &missing[0]["periods"][0]), (vec!["south"], &Value::from("2026q3")));
    assert!(missing[0]["at"].as_str().unwrap().starts_with("data/towns.csv:3"));
    let jumps = events(&said, "jump");
    assert_eq!(each(&jumps, "cell"), ["towns/north/score"]);
    assert_eq!((&jumps[0]["before"], &jumps[0]["now"]), (&Value::from(50.0), &Value::from(71.5)));
    let sums = events(&said, "sum");
    assert_eq!((each(&sums, "verdict"), &sums[0]["missing"][0]), (vec!["incomplete"], &Value::from("south")));
    let last = &events(&said, "intake")[0];
    assert_eq!([&last["reported"], &last["missing"], &last["jumps"], &last["sums"]], [2, 1, 1, 1]);
    // Once the third has reported, the sum can be judged, and it is wrong.
    shop.edit("data/towns.csv", "South,,40,,", "South,41,40,2026-10-04,");
    let people = shop.run(&["intake", "--period", "quý III/2026", "--messages", "vi"]);
    assert_eq!(people.code, Some(1));
    assert!(people.stdout.contains("cộng lệch") && people.stdout.contains("132,5"), "{}", people.stdout);
    shop.edit("data/whole.csv", "91.5", "132.5");
    shop.edit("data/towns.csv", "North,71.5,50", "North,71.5,70");
    assert_eq!(shop.run(&["intake"]).code, Some(0));
    let checked = shop.run(&["check", "--period", "2026q3", "--message-format", "json"]);
    assert_eq!(codes(&checked), [""; 0]);
    let nonsense = shop.run(&["intake", "--period", "tháng ba", "--message-format", "json"]);
    assert_eq!((nonsense.code, codes(&nonsense)), (Some(2), vec!["MB1050".to_owned()]));
    assert_eq!(shop.run(&["intake", "--period", "2027q1"]).code, Some(1), "nobody has reported for it yet");
}
