//! A delivery through every door, of the bytes that door really gives; then a correction and a kill, which must find them all.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use mocban::ledger::Door;
use serde_json::Value;

use crate::kit::{Files, address, codes, done, having, keys, lists, manifest, of, one, pack, release, told, words};
use crate::workshop::{Workshop, files_below, unzipped};

/// The card whose number is wrong, in its languages.
const NORTH: [&str; 2] = ["t_card_north_2026_en", "t_card_north_2026_vi"];
/// The card that is taken back.
const EAST: &str = "t_card_east_2026_vi";
/// Agencies by the door each is handed something through, and one that is handed nothing of what is wrong.
const AGENCIES: [&str; 13] = [
    "by-file",
    "by-thumbnail",
    "by-pack",
    "by-mini",
    "by-press-pack",
    "by-delta",
    "by-api",
    "by-feed",
    "by-link",
    "by-hand",
    "by-mail",
    "by-export",
    "bystander",
];

/// What was made and handed out.
struct Given {
    /// The campaign.
    shop: Workshop,
    /// Private keys.
    keys: tempfile::TempDir,
    /// Its packs by the agency that has them.
    packs: BTreeMap<&'static str, PathBuf>,
}

/// A pack's name.
fn name(pack: &Path) -> &str {
    pack.file_stem().unwrap().to_str().unwrap()
}

/// Lines of a web server's log: a file by two addresses, its small picture by one, a page by one, a pack by one.
fn log(file: &str, small: &str, pack: &str) -> String {
    let get = |who: u8, path: &str| {
        format!("203.0.113.{who} - - [09/Oct/2026:10:00:00 +0700] \"GET /{path} HTTP/1.1\" 200 5 \"-\" \"x\"\n")
    };
    [
        get(1, file),
        get(2, file),
        get(2, file),
        get(3, small),
        get(4, "index.html"),
        get(5, &format!("packs/{pack}.zip")),
    ]
    .concat()
}

/// Plants a delivery through every door.
fn given() -> Given {
    let shop = Workshop::new();
    lists(&shop, &AGENCIES, &["pano,t_card_north_2026_vi,og,1,Ngã tư,6 × 12 m,0900,2026-01-01,"]);
    let keys = keys(&shop, "press");
    release(&shop, "r1", &[]);
    let mut packs = BTreeMap::new();
    packs.insert("by-pack", pack(&shop, keys.path(), &["r1"]).0);
    packs.insert("by-mini", pack(&shop, keys.path(), &["r1", "--mini"]).0);
    packs.insert("by-press-pack", pack(&shop, keys.path(), &["r1", "--press"]).0);
    shop.edit("data/towns.csv", "South,,", "South,12.5,");
    release(&shop, "r2", &[]);
    packs.insert("by-delta", pack(&shop, keys.path(), &["r2", "--since", "r1"]).0);
    done(&shop, &["publish"]);
    let site = files_below(&shop.output().join("site"));
    for (agency, path) in &packs {
        let door = if *agency == "by-delta" { "delta" } else { "pack" };
        done(&shop, &["deliver", agency, "--pack", name(path), "--door", door]);
    }
    for door in ["file", "thumbnail", "api", "feed", "link", "hand", "mail"] {
        let wrong: Vec<&str> = NORTH.into_iter().filter(|asset| holds(&site, &shop, asset, door)).collect();
        assert_eq!(wrong, NORTH, "{door} gives both languages");
        done(&shop, &[&["deliver", &format!("by-{door}")], &wrong[..], &["--door", door]].concat());
    }
    done(&shop, &["deliver", "by-export", "--release", "r1", "--door", "export"]);
    done(&shop, &["deliver", "bystander", "t_card_south_2026_vi", "--door", "mail"]);
    done(&shop, &["deliver", "-", NORTH[1], "--door", "link"]);
    done(&shop, &["deliver", "-", NORTH[1], "--door", "feed", "--count", "40"]);
    let file = address(&shop, "r1", NORTH[1]);
    let small = format!("p/{}-a.jpg", file.split('/').nth(1).unwrap());
    assert!(site.contains_key(&file) && site.contains_key(&small), "{small} is on the site");
    shop.write("access.log", log(&file, &small, name(&packs["by-pack"])));
    let logged = done(&shop, &["deliver", "--access-log", shop.path().join("access.log").to_str().unwrap()]);
    assert_eq!(words(&of(&logged, "delivered"), "door"), ["thumbnail", "web"].map(str::to_owned).into());
    Given { shop, keys, packs }
}

/// Whether what a door gives holds an asset, looked for where that door really leads.
fn holds(site: &Files, shop: &Workshop, asset: &str, door: &str) -> bool {
    let file = address(shop, "r1", asset);
    match door {
        "thumbnail" => site.contains_key(&format!("p/{}-a.jpg", file.split('/').nth(1).unwrap())),
        "api" => site.iter().any(|(path, bytes)| {
            path.starts_with(&format!("ninjs/{asset}/")) && String::from_utf8_lossy(bytes).contains(&file)
        }),
        "feed" => ["all.atom", "all.json"].iter().all(|ending| {
            site.iter().any(|(path, bytes)| path.ends_with(ending) && String::from_utf8_lossy(bytes).contains(&file))
        }),
        _ => site.contains_key(&file),
    }
}

/// Who holds which versions, by a recall list, with the door that each came through.
fn held(list: &[Value]) -> BTreeMap<String, BTreeSet<(String, String)>> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let of_one = |holder: &Value| {
        let held = holder["held"].as_array().unwrap().iter();
        held.map(|one| (format!("{}@{}", text(&one["asset"]), one["version"]), text(&one["door"]))).collect()
    };
    of(list, "holder").into_iter().map(|holder| (text(&holder["agency"]), of_one(holder))).collect()
}

#[test]
fn a_corrected_cell_leads_to_every_holder_and_what_is_unknown_stays_so() {
    let Given { shop, packs, .. } = given();
    shop.edit("data/towns.csv", "71.5", "72.5");
    crate::kit::ready(&shop);
    let order = ["--release", "r3", "--kind", "correction", "--note", "Số đúng là 72,5%", "--by", "Minh"];
    let said = done(&shop, &[&["correct", "towns/north/score"], &order[..]].concat());
    let affected: BTreeSet<String> = words(&of(&said, "affected"), "asset");
    assert_eq!(affected, NORTH.map(str::to_owned).into());
    let list = done(&shop, &["recall"]);
    let recall = one(&list, "recall");
    let replaced: BTreeSet<_> = recall["versions"].as_array().unwrap().iter().map(ToString::to_string).collect();
    let versions: BTreeSet<_> = NORTH.iter().map(|asset| format!("{{\"asset\":\"{asset}\",\"version\":1}}")).collect();
    assert_eq!((replaced, &recall["unanswered"]), (versions, &12.into()), "both languages, and no one else's");
    let held = held(&list);
    assert_eq!(held.len(), AGENCIES.len() - 1, "everybody but the bystander: {held:?}");
    for (agency, held) in &held {
        let door = match agency.as_str() {
            "by-mini" | "by-press-pack" => "pack",
            other => other.strip_prefix("by-").unwrap(),
        };
        let whole: BTreeSet<_> = NORTH.iter().map(|asset| (format!("{asset}@1"), door.to_owned())).collect();
        assert_eq!(*held, whole, "{agency}");
    }
    let doors: BTreeSet<&str> = held.values().flatten().map(|(_, door)| door.as_str()).collect();
    assert_eq!(doors.len() + 1, Door::ALL.len(), "all but the web, where nobody has a name");
    let unknown: BTreeMap<String, Option<u64>> = of(&list, "unknown-holders")
        .into_iter()
        .map(|one| (one["door"].as_str().unwrap_or("never recorded").to_owned(), one["count"].as_u64()))
        .collect();
    let expected =
        [("feed", Some(40)), ("link", None), ("thumbnail", Some(1)), ("web", Some(3)), ("never recorded", None)];
    assert_eq!(unknown, expected.map(|(door, count)| (door.to_owned(), count)).into());
    assert!(of(&list, "unknown-holders").iter().all(|one| one["count"] != 0), "unknown is not none");
    assert_eq!(of(&list, "placement").len(), 1);
    let again: BTreeSet<_> = packs.values().map(|path| name(path).to_owned()).collect();
    assert!(again.is_subset(&words(&of(&list, "pack"), "pack")), "{list:?}");
    // Who answers is no longer waited for; the others are.
    let number = recall["notice"]["number"].to_string();
    done(&shop, &["confirm", "by-delta", &number, "--note", "đã thay"]);
    assert_eq!(one(&done(&shop, &["recall"]), "recall")["unanswered"], 11);
}

#[test]
fn a_killed_picture_leaves_every_place_and_old_packs_say_so() {
    let Given { shop, keys, packs } = given();
    let file = address(&shop, "r1", EAST);
    let folder = shop.output().join("site");
    let bytes = fs::read(folder.join(&file)).unwrap();
    let small = fs::read(folder.join(format!("p/{}-a.jpg", file.split('/').nth(1).unwrap()))).unwrap();
    shop.write("held/east.png", &bytes);
    let path = shop.path().join("held/east.png");
    let genuine = done(&shop, &["verify", path.to_str().unwrap()]);
    assert_eq!(one(&genuine, "verified")["answer"], "identical");
    let before: Vec<Files> = packs.values().map(|pack| unzipped(pack)).collect();

    let killed = done(&shop, &["kill", EAST, "--reason", "Sai đơn vị", "--by", "Minh"]);
    let again: BTreeSet<_> = packs.values().map(|path| name(path).to_owned()).collect();
    assert!(again.is_subset(&words(&of(&killed, "pack"), "pack")), "to be made again: {killed:?}");
    let named: BTreeSet<_> = held(&killed).into_keys().collect();
    let packed = ["by-delta", "by-export", "by-mini", "by-pack", "by-press-pack"];
    assert_eq!(named, packed.map(str::to_owned).into());
    for (pack, inside) in packs.values().zip(&before) {
        assert!(unzipped(pack) == *inside, "a kill waits for no pack");
        let checked = done(&shop, &["pack", "--check", pack.to_str().unwrap()]);
        let found = one(&checked, "checked");
        assert_eq!((&found["whole"], &found["signed_by"]), (&true.into(), &"press".into()));
        assert_eq!(codes(&checked, None), ["MB1281".to_owned()].into(), "{checked:?}");
        assert!(of(&checked, "diagnostic")[0]["message"].as_str().unwrap().contains(EAST), "{checked:?}");
    }
    for args in [&["r1"][..], &["r1", "--mini"], &["r1", "--press"], &["r2"], &["r2", "--since", "r1"]] {
        let (made, _) = pack(&shop, keys.path(), args);
        let inside = unzipped(&made);
        assert!(inside.values().all(|one| *one != bytes), "{args:?}");
        let checked = done(&shop, &["pack", "--check", made.to_str().unwrap()]);
        assert!(codes(&checked, None).is_empty(), "{args:?}: {checked:?}");
    }
    assert!(fs::exists(folder.join(&file)).unwrap(), "the site is as it was until it is published");
    done(&shop, &["publish"]);
    let site = files_below(&folder);
    assert!(site.values().all(|one| *one != bytes && *one != small), "its bytes are nowhere");
    let sum = [file.split('/').nth(1).unwrap().to_owned()];
    let telling: Vec<_> =
        having(&site, &sum).into_iter().filter(|path| path.starts_with("f/") || path.starts_with("p/")).collect();
    assert_eq!(telling, Vec::<&str>::new());
    let (answer, code) = told(&shop, &["verify", path.to_str().unwrap()]);
    let answer = one(&answer, "verified");
    assert_eq!((&answer["answer"], code), (&"identical".into(), Some(1)), "the released bytes, not to be used");
    assert_eq!(answer["found"][0]["standing"], "recalled", "{answer}");
    let code =
        manifest(&shop, "r1")["assets"].as_array().unwrap().iter().find(|one| one["asset"] == EAST).unwrap()["code"]
            .as_str()
            .unwrap()
            .to_owned();
    let (by_code, _) = told(&shop, &["verify", &code]);
    assert_eq!(one(&by_code, "verified")["found"][0]["standing"], "recalled");
}
