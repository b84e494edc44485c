//! An embargo across everything that goes out: site and feeds, packs of every kind, answers about codes and files.
//!
//! Held back is a card whose number changed and a card that never was out. Sites are asked for a moment; packs and answers, which go
//! by the clock, are tried before an hour that is far, and around one that is near.

#![expect(clippy::disallowed_methods, reason = "an hour that comes is counted from now")]

use std::collections::BTreeSet;
use std::fs;
use std::time::Duration;

use jiff::Timestamp;
use serde_json::Value;

use crate::kit::{Files, codes, done, having, keys, lists, manifest, of, one, pack, ready, release, site, told};
use crate::workshop::{Workshop, unzipped};

/// The hour, a second before it, and a second after.
const HOUR: [&str; 3] = ["2099-10-09T09:59:59+07:00", "2099-10-09T10:00:00+07:00", "2099-10-09T10:00:01+07:00"];
/// The release that is held back.
const HELD: &str = "niem-phong-q9";

/// A campaign with a public release; what is to be held back is drawn, approved and not released.
fn about_to() -> (Workshop, tempfile::TempDir) {
    let shop = Workshop::new();
    lists(&shop, &["bao-vd"], &[]);
    release(&shop, "r1", &[]);
    let keys = keys(&shop, "press");
    shop.edit("data/towns.csv", "71.5", "33.3");
    shop.edit("data/towns.csv", "south,", "west,Tây Kín,Hidden West,44.4,measured\nsouth,");
    ready(&shop);
    (shop, keys)
}

/// The words and digests by which what is held back would show.
fn marks(shop: &Workshop) -> Vec<String> {
    let held = manifest(shop, HELD);
    let mut marks: Vec<String> =
        ["Tây Kín", "Hidden West", "33,3", "33.3", "44,4", "44.4", HELD].map(str::to_owned).into();
    let new = held["assets"].as_array().unwrap().iter().filter(|asset| is_new(asset));
    for asset in new {
        marks.push(asset["code"].as_str().unwrap().to_owned());
        if asset["version"] == 1 {
            marks.push(asset["asset"].as_str().unwrap().to_owned());
        }
        for file in asset["files"].as_array().unwrap() {
            marks
                .extend([file["name"].as_str().unwrap().to_owned(), file["sha256"].as_str().unwrap()[..16].to_owned()]);
        }
    }
    assert_eq!(marks.len(), 7 + 4 * 3 + 2, "two cards in two languages, of which one is new");
    marks
}

/// Whether an asset of the release that is held back says something new.
fn is_new(asset: &Value) -> bool {
    ["north", "west"].iter().any(|key| asset["key"] == *key)
}

/// Everything that packs of a release hold, as one set of files, for the public or the press.
fn packed(shop: &Workshop, keys: &tempfile::TempDir, args: &[&str], press: bool) -> Files {
    let mut all = Files::new();
    for more in [&[][..], &["--mini"]] {
        let edition: &[&str] = if press { &["--press"] } else { &[] };
        let (path, _) = pack(shop, keys.path(), &[args, more, edition].concat());
        all.insert(path.file_name().unwrap().to_string_lossy().into_owned(), Vec::new());
        all.extend(unzipped(&path).into_iter().map(|(name, bytes)| (format!("{more:?}/{name}"), bytes)));
    }
    all
}

/// That nothing of what is held back is in files.
fn assert_none(files: &Files, marks: &[String], what: &str) {
    let found: Vec<_> = marks.iter().filter(|mark| !having(files, &[(*mark).clone()]).is_empty()).collect();
    assert_eq!(found, Vec::<&String>::new(), "{what}: {:?}", having(files, marks));
}

/// That everything of what was held back is in files.
fn assert_all(files: &Files, marks: &[String], what: &str) {
    let missing: Vec<_> = marks.iter().filter(|mark| having(files, &[(*mark).clone()]).is_empty()).collect();
    assert_eq!(missing, Vec::<&String>::new(), "{what}");
}

/// What the program says of something that is asked, in full.
fn answer(shop: &Workshop, what: &str) -> (String, String, Option<i32>) {
    let said = shop.run(&["verify", what]);
    (said.stdout, said.stderr, said.code)
}

/// The code and the file of the card that never was out.
fn secret(shop: &Workshop) -> (String, String) {
    let held = manifest(shop, HELD);
    let asset =
        held["assets"].as_array().unwrap().iter().find(|asset| asset["asset"] == "t_card_west_2026_vi").unwrap();
    let content = asset["files"][0]["content"].as_str().unwrap();
    let object = shop.path().join("desk/objects").join(&content[..2]).join(content);
    let path = shop.path().join("held/west.png");
    shop.write("held/west.png", fs::read(object).unwrap());
    (asset["code"].as_str().unwrap().to_owned(), path.to_str().unwrap().to_owned())
}

#[test]
fn what_is_sealed_is_nowhere_before_its_second_and_everywhere_after() {
    let (shop, keys) = about_to();
    let sealed = ["release", HELD, "--sealed-until", HOUR[1], "--by", "Minh"];
    done(&shop, &sealed);
    let marks = marks(&shop);
    // What is corrected in public meanwhile is made from the same tables.
    shop.edit("data/towns.csv", "South,,", "South,12.5,");
    ready(&shop);
    done(&shop, &["release", "r2", "t_card_south_2026_vi", "t_card_south_2026_en", "--by", "Minh"]);
    for press in [false, true] {
        assert_none(&site(&shop, Some(HOUR[0]), press), &marks, "site");
        for release in [&[][..], &["r1"], &["r2"], &["r2", "--since", "r1"]] {
            if release.contains(&"--since") {
                assert_none(&unzipped(&pack(&shop, keys.path(), release).0), &marks, "delta");
            } else {
                assert_none(&packed(&shop, &keys, release, press), &marks, &format!("{release:?}, press: {press}"));
            }
        }
        for moment in &HOUR[1..] {
            let after = site(&shop, Some(moment), press);
            let shown: Vec<_> =
                marks.iter().filter(|mark| !mark.ends_with("44.4") || mark.len() > 4).cloned().collect();
            assert_all(&after, &shown, moment);
        }
    }
    // The name of what is sealed tells as little as one that never was.
    let refused = |name: &str| {
        let (lines, code) = told(&shop, &["pack", name, "--keys", keys.path().to_str().unwrap()]);
        (codes(&lines, None), code)
    };
    assert_eq!(refused(HELD), refused("r9"));
    assert_eq!(refused(HELD).1, Some(1));
    let (code, file) = secret(&shop);
    let unknown = answer(&shop, "0000-0000-000");
    assert_eq!(answer(&shop, &code), unknown, "byte for byte what a code gets that never was");
    let (text, _, exit) = answer(&shop, &file);
    assert!(exit == Some(1) && !text.contains("Identical"), "{text}");
    let said = Files::from([("answer".to_owned(), text.into_bytes())]);
    assert_none(&said, &marks, "the file itself");
    // A picture that never was anything is answered as the sealed one is: by likeness to what is out.
    let (lines, _) = told(&shop, &["verify", &file]);
    let known: BTreeSet<&str> =
        one(&lines, "verified")["found"].as_array().unwrap().iter().map(|one| one["asset"].as_str().unwrap()).collect();
    assert!(!known.iter().any(|asset| asset.contains("west")), "{known:?}");
}

#[test]
fn what_is_timed_is_in_editions_for_the_press_alone() {
    let (shop, keys) = about_to();
    done(&shop, &["release", HELD, "--timed-until", HOUR[1], "--by", "Minh"]);
    let marks = marks(&shop);
    assert_none(&site(&shop, Some(HOUR[0]), false), &marks, "site");
    assert_none(&packed(&shop, &keys, &[], false), &marks, "packs");
    let press = packed(&shop, &keys, &[HELD], true);
    let in_packs: Vec<_> = marks.iter().filter(|mark| mark.len() != 16 || mark.contains('_')).cloned().collect();
    assert_all(&press, &in_packs, "packs for the press");
    assert!(having(&press, &["HẸN GIỜ".to_owned()]).len() > 1, "labelled");
    assert!(press.keys().any(|path| path.contains("henhgio")), "in the name too");
    assert!(!having(&site(&shop, Some(HOUR[0]), true), &marks).is_empty());
    let (code, file) = secret(&shop);
    assert_eq!(answer(&shop, &code), answer(&shop, "0000-0000-000"));
    assert!(!answer(&shop, &file).0.contains("Identical"));
}

#[test]
fn an_hour_that_comes_opens_packs_and_answers_by_itself() {
    let (shop, keys) = about_to();
    // Slow machines get a later hour: what is asked before it must be answered before it.
    for seconds in [3, 15, 60] {
        let copy = shop.again();
        // The desk's clock has whole seconds.
        let hour = Timestamp::from_second(Timestamp::now().as_second() + seconds + 1).unwrap();
        done(&copy, &["release", HELD, "--sealed-until", &hour.to_string(), "--by", "Minh"]);
        let (code, file) = secret(&copy);
        let before = [answer(&copy, &code), answer(&copy, &file)];
        let unknown = answer(&copy, "0000-0000-000");
        let held = unzipped(&pack(&copy, keys.path(), &[]).0);
        if Timestamp::now() >= hour {
            continue;
        }
        let marks = marks(&copy);
        assert_eq!(before[0], unknown);
        assert!(!before[1].0.contains("Identical"), "{before:?}");
        assert_none(&held, &marks, "before the hour");
        let left = hour.duration_since(Timestamp::now()).unsigned_abs();
        std::thread::sleep(left + Duration::from_millis(20));
        let said = done(&copy, &["verify", &file]);
        assert_eq!(one(&said, "verified")["answer"], "identical");
        let (said, _) = told(&copy, &["verify", &code]);
        assert_eq!(of(&said, "verified")[0]["answer"], "compare");
        let open = unzipped(&pack(&copy, keys.path(), &[]).0);
        for mark in ["Tây Kín", "Hidden West", "33,3", "44,4", &code] {
            assert!(!having(&open, &[mark.to_owned()]).is_empty(), "{mark}");
        }
        assert!(!having(&site(&copy, None, false), &[code]).is_empty());
        return;
    }
    panic!("the machine is too slow to ask before the hour");
}
