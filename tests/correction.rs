//! Corrections, deliveries, the change report and verification, by the real program.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod workshop;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use mocban::ledger::{Door, Event, Ledger, PackKind, Version, Writer};
use mocban::lineage::{Lineage, Number};
use mocban::release::{Archive, Release};
use serde_json::Value;
use workshop::{Said, Workshop};

/// The lists of the desk.
const AGENCIES: &str =
    "id,name,email,kind,languages,note\nbao-vd,Báo ví dụ,tin@bao.example,báo,vi,\ndai-vd,Đài ví dụ,,đài,vi en,\n";
/// A placement of the corrected card, and one of another.
const PLACEMENTS: &str = "id,asset,format,version,place,size,contact,since,until\npano-1,t_card_north_2026_vi,og,1,Ngã tư ví dụ,6 × 12 m,0900 000 000,2026-01-01,\npano-2,t_card_south_2026_vi,og,1,Cổng chợ,,,,\n";

/// A campaign with its first release, of which one north card reads 71,5%.
fn released() -> Workshop {
    let shop = Workshop::new();
    shop.write("desk/agencies.csv", AGENCIES);
    shop.write("desk/placements.csv", PLACEMENTS);
    ready(&shop);
    done(&shop.run(&["release", "r1", "--by", "Minh"]));
    plant(&shop);
    shop
}

/// Renders, hands in and approves.
fn ready(shop: &Workshop) {
    assert_eq!(shop.render(&[]).failed, 0);
    done(&shop.run(&["submit", "--by", "Lan"]));
    done(&shop.run(&["approve", "--by", "Minh"]));
}

/// A run that did what it was asked.
fn done(said: &Said) {
    assert!(said.success, "{}{}", said.stdout, said.stderr);
}

/// The desk.
fn desk(shop: &Workshop) -> PathBuf {
    shop.path().join("desk")
}

/// Ledger and releases as they are on the disk.
fn read(shop: &Workshop) -> (Ledger, Vec<Release>) {
    let ledger = Ledger::read(&desk(shop)).unwrap_or_else(|_| unreachable!("nobody altered it"));
    let releases = Archive::at(desk(shop)).releases(&ledger).unwrap();
    (ledger, releases)
}

/// Gives the releases what they drew, where they do not say: the score of each card, and a sum on the card of the south.
fn plant(shop: &Workshop) {
    let (ledger, mut releases) = read(shop);
    let number = |cells: &[&str], text: &str, value: f64| Number {
        cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
        text: text.to_owned(),
        value: Some(value),
        ..Number::default()
    };
    for asset in releases.iter_mut().flat_map(|release| &mut release.assets).filter(|asset| asset.lineage.is_empty()) {
        let text = asset.words.lines().find(|line| line.contains('%')).unwrap_or_default().to_owned();
        let score: f64 =
            text.trim_end_matches([' ', '%', '\u{a0}']).replace(',', ".").replace('−', "-").parse().unwrap_or(0.0);
        let numbers = match asset.key.as_deref() {
            Some("north") => vec![number(&["towns/north/score"], &text, score)],
            _ => vec![number(&["towns/east/score", "towns/south/score"], "tăng", score)],
        };
        asset.lineage.insert("og".to_owned(), Lineage { numbers });
    }
    fs::remove_file(desk(shop).join("ledger.jsonl")).unwrap();
    let mut writer = Writer::open(&desk(shop)).unwrap_or_else(|_| unreachable!("it is new"));
    for entry in ledger.entries {
        let event = match entry.event {
            Event::Released { release, embargo, expires, overruled, .. } => {
                let whole = releases.iter().find(|one| one.name == release).unwrap();
                let manifest = Archive::at(desk(shop)).put_release(whole).unwrap();
                Event::Released { release, manifest, embargo, expires, overruled }
            }
            other => other,
        };
        writer.enter(entry.at, &entry.by, event).unwrap();
    }
}

/// The lines of a run in JSON.
fn lines(said: &Said) -> Vec<Value> {
    said.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Those of one kind.
fn of<'a>(lines: &'a [Value], event: &str) -> Vec<&'a Value> {
    lines.iter().filter(|line| line["event"] == event).collect()
}

/// Runs a command and reads its lines.
fn json(shop: &Workshop, args: &[&str]) -> (Vec<Value>, Option<i32>) {
    let said = shop.run(&[args, &["--message-format", "json"]].concat());
    (lines(&said), said.code)
}

/// The codes of the findings of a run.
fn codes(lines: &[Value]) -> BTreeSet<String> {
    of(lines, "diagnostic").iter().map(|line| line["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_cell_leads_to_whoever_holds_what_shows_it() {
    let shop = released();
    let before = entries(&shop);
    let pack = vec![Version { asset: "t_card_north_2026_vi".to_owned(), version: 1 }];
    let packed = Event::Packed {
        pack: "t_r1".to_owned(),
        release: "r1".to_owned(),
        sha256: String::new(),
        bytes: 1,
        assets: pack,
        kind: PackKind::Whole,
        press: false,
    };
    Writer::open(&desk(&shop))
        .unwrap_or_else(|_| unreachable!())
        .enter(jiff::Timestamp::UNIX_EPOCH, "Lan", packed)
        .unwrap();
    for door in Door::ALL {
        let to = if door == Door::Web { "-" } else { "bao-vd" };
        let what: &[&str] = match door {
            Door::Pack | Door::Delta => &["--pack", "t_r1"],
            Door::Export => &["--release", "r1"],
            _ => &["t_card_north_2026_vi"],
        };
        done(&shop.run(&[&["deliver", to], what, &["--door", door.name()]].concat()));
    }
    let (told, code) = json(&shop, &["correct", "towns/north/score"]);
    assert_eq!(code, Some(0), "{told:?}");
    let shown: Vec<_> = of(&told, "affected").iter().map(|one| one["asset"].as_str().unwrap().to_owned()).collect();
    assert_eq!(shown, ["t_card_north_2026_en", "t_card_north_2026_vi"]);
    assert!(of(&told, "affected")[1]["shown"][0]["text"].as_str().unwrap().contains("71,5"));
    assert_eq!(entries(&shop), before + 12, "to look is to change nothing");
    let holder = of(&told, "holder")[0];
    let doors: BTreeSet<&str> =
        holder["held"].as_array().unwrap().iter().map(|held| held["door"].as_str().unwrap()).collect();
    assert_eq!(doors.len(), Door::ALL.len() - 1, "{doors:?}");
    let unknown: Vec<_> =
        of(&told, "unknown-holders").iter().map(|one| (one["door"].clone(), one["count"].clone())).collect();
    assert_eq!(unknown, [("web".into(), Value::Null), (Value::Null, Value::Null)], "unknown is not none");
    assert_eq!((of(&told, "placement").len(), of(&told, "pack").len()), (1, 1));
}

/// How many lines the ledger has.
fn entries(shop: &Workshop) -> usize {
    read(shop).0.entries.len()
}

#[test]
fn a_correction_is_a_release_and_one_line_more() {
    let shop = released();
    let fix = ["correct", "towns/north/score", "--release", "r2", "--kind", "correction", "--note", "Số đúng là 81,5%"];
    assert_eq!(codes(&json(&shop, &fix).0), BTreeSet::from(["MB1278".to_owned()]), "nothing was edited");
    shop.edit("data/towns.csv", "71.5", "81.5");
    assert!(codes(&json(&shop, &fix).0).contains("MB1278"), "edited, and not rendered");
    assert_eq!(shop.render(&[]).rendered, 2);
    let both = BTreeSet::from(["MB1211".to_owned(), "MB1282".to_owned()]);
    assert_eq!(codes(&json(&shop, &fix).0), both, "approval is asked for as ever, and the mark is missed");
    let named = "[[correction]]\ncells = [\"towns/north/score\"]\ndate = 2026-10-09\n[[product]]";
    shop.edit("campaign.toml", "[[product]]", named);
    assert!(!codes(&json(&shop, &fix).0).contains("MB1282"), "named, it is not missed");
    shop.edit("campaign.toml", named, "[[product]]");
    done(&shop.run(&["submit", "--by", "Lan"]));
    done(&shop.run(&["approve", "--by", "Minh"]));
    let (told, code) = json(&shop, &fix);
    assert_eq!(code, Some(0), "{told:?}");
    let (ledger, releases) = read(&shop);
    let Event::Corrected(correction) = &ledger.entries.last().unwrap().event else { unreachable!("{ledger:?}") };
    let replaced: Vec<_> = correction.replaced.iter().map(|one| (one.asset.as_str(), one.version, one.by)).collect();
    assert_eq!(replaced, [("t_card_north_2026_en", 1, 2), ("t_card_north_2026_vi", 1, 2)]);
    assert_eq!(correction.cells[0].cell, "towns/north/score");
    assert!(correction.cells[0].before.contains("71,5"));
    if releases[1].assets[0].lineage.is_empty() {
        assert_eq!(correction.cells[0].after, "");
    } else {
        assert!(correction.cells[0].after.contains("81,5"));
    }
    let notice = ledger.entries.len();
    assert_eq!(of(&told, "recall")[0]["notice"]["number"], notice);

    // Again, and again after a death between the two lines: one release, one correction.
    assert_eq!(json(&shop, &fix).1, Some(0));
    assert_eq!(entries(&shop), notice);
    let text = fs::read_to_string(desk(&shop).join("ledger.jsonl")).unwrap();
    let whole: Vec<&str> = text.split_inclusive('\n').collect();
    fs::write(desk(&shop).join("ledger.jsonl"), whole[..notice - 1].concat() + "{\"half").unwrap();
    assert_eq!(json(&shop, &fix).1, Some(0));
    let again = read(&shop).0;
    assert_eq!(again.entries.len(), notice);
    assert_eq!(again.entries[notice - 1].event, ledger.entries[notice - 1].event);
}

#[test]
fn answers_and_take_downs_are_kept_by_notice() {
    let shop = released();
    done(&shop.run(&["deliver", "bao-vd", "t_card_north_2026_vi", "--door", "mail"]));
    done(&shop.run(&["deliver", "dai-vd", "--release", "r1", "--door", "hand"]));
    let (told, code) = json(&shop, &["kill", "t_card_north_2026_vi", "--reason", "Nhầm hình"]);
    assert_eq!((code, of(&told, "holder").len()), (Some(0), 2), "a kill says at once whom to tell: {told:?}");
    let notice = of(&told, "recall")[0]["notice"]["number"].as_u64().unwrap().to_string();
    done(&shop.run(&["confirm", "bao-vd", &notice, "--note", "đã gỡ khỏi trang"]));
    let (told, _) = json(&shop, &["recall"]);
    assert_eq!(
        (&of(&told, "recall")[0]["unanswered"], &of(&told, "recall")[0]["placements_up"]),
        (&1.into(), &1.into())
    );
    done(&shop.run(&["taken-down", "pano-1", &notice]));
    done(&shop.run(&["confirm", "dai-vd", &notice]));
    assert!(json(&shop, &["recall"]).0.is_empty(), "nobody is waited for");
    let page = shop.path().join("recall.html");
    done(&shop.run(&["recall", &notice, "--html", page.to_str().unwrap()]));
    let page = fs::read_to_string(page).unwrap();
    assert!(page.contains("Báo ví dụ") && page.contains("Ngã tư ví dụ") && page.contains("unknown"));
    for (args, expected) in [
        (&["deliver", "bao-v", "--release", "r1", "--door", "mail"][..], "MB1268"),
        (&["deliver", "bao-vd", "--release", "r9", "--door", "mail"], "MB1272"),
        (&["deliver", "bao-vd", "--pack", "none", "--door", "pack"], "MB1270"),
        (&["deliver", "bao-vd", "t_card_nort_2026_vi", "--door", "mail"], "MB1226"),
        (&["deliver", "bao-vd", "--door", "mail"], "MB1274"),
        (&["confirm", "bao-vd", "1"], "MB1271"),
        (&["confirm", "nobody", &notice], "MB1268"),
        (&["taken-down", "pano-9", &notice], "MB1269"),
        (&["correct", "towns/nort/score"], "MB1273"),
        (&["recall", "99"], "MB1271"),
        (&["changes", "r9"], "MB1272"),
    ] {
        let (told, code) = json(&shop, args);
        assert_eq!((codes(&told), code), (BTreeSet::from([expected.to_owned()]), Some(1)), "{args:?}");
    }
    shop.write("desk/agencies.csv", "id,name,email\nBáo,x,nobody\n");
    let said = shop.run(&["holders", "t_card_north_2026_vi", "--message-format", "short"]);
    assert_eq!(said.code, Some(1));
    assert!(said.stderr.contains("desk/agencies.csv:2:1: error[MB1262]"), "{}", said.stderr);
}

#[test]
fn a_log_counts_addresses_and_keeps_none() {
    let shop = released();
    let (_, releases) = read(&shop);
    let file = releases[0].asset("t_card_north_2026_vi").unwrap().files[0].clone();
    let get = |who: &str| {
        format!(
            "{who} - - [09/Oct/2026:10:00:00 +0700] \"GET /f/{}/{} HTTP/1.1\" 200 5 \"-\" \"x\"\n",
            &file.sha256[..16],
            file.name
        )
    };
    shop.write("access.log", [get("203.0.113.7"), get("203.0.113.7"), get("203.0.113.8"), "?\n".to_owned()].concat());
    let log = shop.path().join("access.log");
    let (told, code) = json(&shop, &["deliver", "--access-log", log.to_str().unwrap()]);
    assert_eq!((code, of(&told, "delivered").len(), codes(&told).len()), (Some(0), 1, 1), "{told:?}");
    assert_eq!(of(&told, "delivered")[0]["count"], 2);
    assert!(of(&json(&shop, &["deliver", "--access-log", log.to_str().unwrap()]).0, "delivered").is_empty(), "once");
    let (told, _) = json(&shop, &["holders", "t_card_north_2026_vi@1"]);
    assert_eq!(of(&told, "unknown-holders")[0]["count"], 2);
    for file in walkdir::WalkDir::new(desk(&shop)).into_iter().map(Result::unwrap).filter(|f| f.file_type().is_file()) {
        let bytes = fs::read(file.path()).unwrap();
        assert!(!bytes.windows(9).any(|part| part == b"203.0.113"), "{}", file.path().display());
    }
}

#[test]
fn verify_has_three_answers_and_never_tells_of_what_is_not_out() {
    let shop = released();
    let pictures = shop.pictures();
    let north = pictures.iter().find(|(name, _)| name.contains("north") && name.contains("_vi")).unwrap().1.clone();
    shop.write("held/a.png", &north);
    let verify = |shop: &Workshop, file: &str| {
        let path = if file.contains('/') { shop.path().join(file).display().to_string() } else { file.to_owned() };
        shop.run(&["verify", &path])
    };
    let said = verify(&shop, "held/a.png");
    assert_eq!(said.code, Some(0), "{}{}", said.stdout, said.stderr);
    assert!(said.stdout.contains("Identical") && said.stdout.contains("t_card_north_2026_vi v01"));
    // Sent on through a messenger.
    let picture = image::load_from_memory(&north).unwrap().thumbnail(320, 320).into_rgb8();
    picture.save_with_format(shop.path().join("held/b.jpg"), image::ImageFormat::Jpeg).unwrap();
    let said = verify(&shop, "held/b.jpg");
    assert_eq!(said.code, Some(1));
    assert!(said.stdout.contains("Compare these numbers") && said.stdout.contains("71,5"), "{}", said.stdout);
    // What is sealed, and what never was.
    shop.edit("data/towns.csv", "71.5", "33.3");
    ready(&shop);
    done(&shop.run(&["release", "r2", "--by", "Minh", "--sealed-until", "2126-01-01T00:00:00Z"]));
    let sealed =
        shop.pictures().iter().find(|(name, _)| name.contains("north") && name.contains("_vi")).unwrap().1.clone();
    shop.write("held/never.pdf", "%PDF-1.7 a file that is no picture");
    let never = verify(&shop, "held/never.pdf");
    let (_, releases) = read(&shop);
    let code = |release: &Release| release.asset("t_card_north_2026_vi").unwrap().code.clone();
    let [first, sealed_code] = [code(&releases[0]), code(&releases[1])];
    assert!(first != sealed_code && !first.is_empty(), "each version has a code of its own");
    let said = verify(&shop, &first.to_lowercase().replace('-', " "));
    assert!(said.stdout.contains("Compare these numbers") && said.stdout.contains("71,5"), "{}", said.stdout);
    assert_eq!(said.code, Some(1), "a code alone is no proof");
    for code in ["7K3F-9QX2-M1A", "0000-0000-000", &sealed_code] {
        let said = verify(&shop, code);
        assert_eq!((said.code, &said.stdout, &said.stderr), (Some(1), &never.stdout, &never.stderr));
    }
    shop.write("held/sealed.png", &sealed);
    let said = verify(&shop, "held/sealed.png");
    assert!(
        !said.stdout.contains("33,3") && !said.stdout.contains("v02") && !said.stdout.contains("Identical"),
        "{}",
        said.stdout
    );
    done(&shop.run(&["kill", "t_card_north_2026_vi@1", "--reason", "Nhầm hình"]));
    let said = verify(&shop, "held/a.png");
    assert_eq!(said.code, Some(1), "the released bytes, taken back");
    assert!(said.stdout.contains("recalled") && said.stdout.contains("Nhầm hình"), "{}", said.stdout);
    assert_eq!(verify(&shop, "held/no-such-file.png").code, Some(2));
}

#[test]
fn changes_are_told_of_releases_and_of_a_pending_edit() {
    let shop = released();
    assert!(of(&json(&shop, &["changes"]).0, "text").is_empty());
    shop.edit("data/towns.csv", "71.5", "81.5");
    assert_eq!(shop.render(&[]).rendered, 2);
    let (told, _) = json(&shop, &["changes"]);
    let changed = |told: &[Value]| of(told, "asset").iter().filter(|one| one["fate"] == "changed").count();
    assert_eq!(changed(&told), 2, "{told:?}");
    done(&shop.run(&["submit", "--by", "Lan"]));
    done(&shop.run(&["approve", "--by", "Minh"]));
    done(&shop.run(&["release", "r2", "--by", "Minh"]));
    plant(&shop);
    let page = shop.path().join("changes.html");
    let (told, code) = json(&shop, &["changes", "r1", "r2", "--html", page.to_str().unwrap()]);
    assert_eq!((code, changed(&told)), (Some(0), 2));
    assert!(of(&told, "text").iter().any(|text| text["before"].as_str().unwrap().contains("71,5")), "{told:?}");
    // The list of files, done to what the first release has, gives what the second has.
    let (_, releases) = read(&shop);
    let listed = |release: &Release| -> BTreeSet<(String, String)> {
        let files = release.assets.iter().flat_map(|asset| &asset.files);
        files.map(|file| (file.name.clone(), file.sha256.clone())).collect()
    };
    let mut now = listed(&releases[0]);
    for file in of(&told, "file") {
        let one = (file["name"].as_str().unwrap().to_owned(), file["sha256"].as_str().unwrap().to_owned());
        assert!(match file["step"].as_str().unwrap() {
            "remove" => now.remove(&one),
            "keep" => now.contains(&one),
            _ => now.insert(one),
        });
    }
    assert_eq!(now, listed(&releases[1]));
    let page = fs::read_to_string(page).unwrap();
    assert_eq!(page.matches("data:image/jpeg;base64,").count(), 4, "two assets, before and after");
    assert!(!page.contains("<script") && !page.contains("http"));
}
