//! Feeds, read by programs of others: the published ninjs schema, feed-rs, and feedparser of Python.

pub(crate) mod sample;

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use self::sample::{HOSTILE, second, seen};
use super::*;
use crate::published::Audience;

/// The schema of ninjs 3.1, when it lies beside the project.
fn schema() -> Option<(Value, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let near =
        ["../shared", "../../shared"].map(|up| root.join(up).join("reference/schemas/ninjs/ninjs-schema_3.1.json"));
    let path = near.into_iter().find(|path| path.is_file())?;
    Some((serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap(), path))
}

/// The item of a version at a second.
fn item_at(at: i64, asset: &str, version: usize) -> Value {
    let published = seen(at, Audience::Press);
    let found = published.asset(asset).unwrap();
    item(&published, found, &found.versions[version - 1])
}

#[test]
fn items_follow_the_published_schema_of_ninjs() {
    let Some((schema, path)) = schema() else {
        println!("NOT CHECKED: no published schemas in ../shared/reference/schemas");
        return;
    };
    let registry = jsonschema::Registry::new()
        .add("https://geojson.org/schema/GeoJSON.json", json!({"type": "object"}))
        .unwrap()
        .prepare()
        .unwrap();
    let options = jsonschema::options().with_registry(&registry).should_validate_formats(true);
    let validator = options.build(&schema).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut checked = 0;
    for (at, audience) in
        [(15, Audience::Public), (45, Audience::Public), (70, Audience::Press), (600, Audience::Public)]
    {
        let published = seen(at, audience);
        for (asset, version) in published.versions() {
            let mut item = item(&published, asset, version);
            item["standard"]["version"] = json!("3.1");
            item["standard"]["schema"] = json!("http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#");
            let errors: Vec<String> =
                validator.iter_errors(&item).map(|error| format!("{}: {error}", error.instance_path())).collect();
            assert!(errors.is_empty(), "{errors:#?}\n{item:#}");
            checked += 1;
        }
    }
    assert!(checked > 20, "{checked}");
    // The schema refuses what the user guide still prints, two l, a field of our own, and a day for a moment.
    let sound = item_at(70, "t_card_fix_vi", 2);
    for (field, value) in [
        ("embargoed", json!("2026-10-09T10:00:00Z")),
        ("pubStatus", json!("cancelled")),
        ("altText", json!("x")),
        ("versionCreated", json!("2026-10-09")),
    ] {
        let mut wrong = sound.clone();
        wrong[field] = value;
        assert!(!validator.is_valid(&wrong), "{field}");
    }
}

#[test]
fn a_receiver_takes_the_withdrawn_item_for_newer() {
    let (before, after) = (item_at(45, "t_card_bad_vi", 1), item_at(55, "t_card_bad_vi", 1));
    assert_eq!(before["uri"], after["uri"]);
    assert_eq!((&before["version"], &after["version"]), (&json!("1"), &json!("1.1")));
    assert_eq!((&before["pubStatus"], &after["pubStatus"]), (&json!("usable"), &json!("canceled")));
    assert!(after["edNote"].as_str().unwrap().starts_with("THU HỒI: "));
    assert!(
        after.get("renditions").is_none() && after.get("descriptions").is_none(),
        "what was killed is not said again"
    );
    assert_eq!(item_at(70, "t_card_hold_vi", 1)["pubStatus"], "withheld");
    let (old, new) = (item_at(55, "t_card_fix_vi", 1), item_at(55, "t_card_fix_vi", 2));
    assert_eq!((&old["pubStatus"], &new["pubStatus"]), (&json!("canceled"), &json!("usable")));
    assert_eq!(new["edNote"], "ĐÍNH CHÍNH: Số đúng là 82,5%. 87,5% → 82,5%. Thay cho bản v01.");
    assert_eq!(new["associations"][0]["pubStatus"], "canceled");
    assert_eq!(new["associations"][1]["language"], "en");
    assert_eq!(new["renditions"][0]["aspectRatio"], "40:21");
    assert_eq!(old["renditions"].as_array().unwrap().len(), 2, "what was corrected keeps its files");
    assert!(new["altIds"].as_array().unwrap().iter().any(|id| id["role"] == "sha256:a4-pdf"));
    assert_eq!(item_at(70, "t_card_soon_vi", 1)["embargoedUntil"], second(500).to_string());
    assert_eq!(item_at(70, "t_card_evil_vi", 1)["headlines"][0]["value"], HOSTILE, "data are told as they are");
}

#[test]
fn nothing_is_in_a_feed_before_its_second() {
    for at in [0, 15, 45, 499] {
        for (path, bytes) in files(&seen(at, Audience::Public)).unwrap() {
            let text = String::from_utf8(bytes).unwrap() + &path;
            assert!(
                !["late", "soon", "99,1", "98,2", "sealed", "timed"].iter().any(|word| text.contains(word)),
                "{path} at {at}"
            );
        }
    }
    let after = files(&seen(500, Audience::Public)).unwrap();
    for word in ["late", "soon"] {
        assert!(String::from_utf8_lossy(&after["feeds/vi/all.atom"]).contains(word));
        assert!(after.contains_key(&format!("ninjs/t_card_{word}_vi/v01.json")));
    }
}

#[test]
fn the_same_view_gives_the_same_bytes_whatever_the_clock_says() {
    assert_eq!(files(&seen(70, Audience::Public)).unwrap(), files(&seen(499, Audience::Public)).unwrap());
    assert_ne!(files(&seen(70, Audience::Public)).unwrap(), files(&seen(55, Audience::Public)).unwrap());
}

/// A feed as Rust's reader sees it: ids, titles and times of its entries.
fn read(bytes: &[u8]) -> feed_rs::model::Feed {
    feed_rs::parser::parse(bytes).unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(bytes)))
}

#[test]
fn rusts_reader_reads_both_forms_and_finds_the_same_in_them() {
    let files = files(&seen(70, Audience::Public)).unwrap();
    let mut read_feeds = 0;
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".atom")) {
        let atom = read(bytes);
        let json = read(&files[&path.replace(".atom", ".json")]);
        let ids = |feed: &feed_rs::model::Feed| feed.entries.iter().map(|entry| entry.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&atom), ids(&json), "{path}");
        assert!(atom.entries.iter().all(|entry| entry.updated.is_some() && entry.title.is_some()), "{path}");
        read_feeds += 1;
    }
    assert!(read_feeds > 10);
    let all = read(&files["feeds/vi/all.atom"]);
    let titles: Vec<String> = all.entries.iter().map(|entry| entry.title.clone().unwrap().content).collect();
    for word in ["TẠM DỪNG: ", "THU HỒI: ", "ĐÍNH CHÍNH: "] {
        assert!(titles.iter().any(|title| title.starts_with(word)), "{word} in {titles:?}");
    }
    let page = "https://press.example/cds/asset/t_card_fix_vi/";
    let at = |time| {
        let feed = super::files(&seen(time, Audience::Public)).unwrap();
        let entry = read(&feed["feeds/vi/all.atom"]).entries.into_iter().find(|entry| entry.id == page).unwrap();
        (entry.published.unwrap().timestamp(), entry.updated.unwrap().timestamp())
    };
    let of = |time| second(time).as_second();
    assert_eq!(at(15), (of(10), of(10)));
    assert_eq!(at(35), (of(10), of(10)), "nothing happened to it");
    assert_eq!(at(70), (of(10), of(41)), "the same entry, moved");
    let entry = all.entries.iter().find(|entry| entry.id == page).unwrap();
    assert!(entry.summary.as_ref().unwrap().content.starts_with("ĐÍNH CHÍNH: "));
    let units: Vec<&String> = files.keys().filter(|path| path.starts_with("feeds/en/unit/")).collect();
    assert_eq!(units.len(), 3, "one unit in English: {units:?}");
}

#[test]
fn what_was_taken_back_leaves_a_tombstone_and_no_entry() {
    let files = files(&seen(70, Audience::Public)).unwrap();
    let text = String::from_utf8(files["feeds/vi/all.atom"].clone()).unwrap();
    let document = roxmltree::Document::parse(&text).unwrap();
    let stones: Vec<(&str, &str)> = document
        .descendants()
        .filter(|node| node.has_tag_name(("http://purl.org/atompub/tombstones/1.0", "deleted-entry")))
        .map(|node| (node.attribute("ref").unwrap(), node.attribute("when").unwrap()))
        .collect();
    let stone = |name: &str| format!("https://press.example/cds/asset/t_card_{name}_vi/");
    let (hold, bad, paused, killed) = (stone("hold"), stone("bad"), second(60).to_string(), second(50).to_string());
    assert_eq!(stones, [(hold.as_str(), paused.as_str()), (bad.as_str(), killed.as_str())]);
    let ids: Vec<&str> =
        document.descendants().filter(|node| node.has_tag_name("id")).filter_map(|node| node.text()).collect();
    assert!(!ids.contains(&hold.as_str()) && !ids.contains(&bad.as_str()), "{ids:?}");
    let lone: Vec<&str> =
        ids.iter().copied().filter(|id| ids.iter().filter(|other| other == &id).count() > 1).collect();
    assert!(lone.is_empty(), "ids that two entries have: {lone:?}");
    assert!(!text.contains("<script") && !text.contains('\u{202E}'));
}

/// What Python's feedparser says of a feed, read in Python.
const PYTHON: &str = "
import sys, json, feedparser
feed = feedparser.parse(sys.stdin.buffer.read())
assert not feed.bozo, feed.bozo_exception
print(json.dumps({'version': feed.version, 'title': feed.feed.title, 'entries': [[e.id, e.title, e.updated, len(e.get('enclosures', []))] for e in feed.entries]}))
";

#[test]
fn pythons_reader_reads_atom() {
    // `.ci/run` installs the reader there, and must have it.
    let own = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/readers/bin/python");
    let python = if own.is_file() { own } else { "python3".into() };
    if !Command::new(&python).args(["-c", "import feedparser"]).output().is_ok_and(|out| out.status.success()) {
        assert!(std::env::var_os("CI").is_none(), "no feedparser");
        println!("NOT CHECKED: no feedparser (pip install feedparser)");
        return;
    }
    let files = files(&seen(70, Audience::Public)).unwrap();
    for path in ["feeds/vi/all.atom", "feeds/en/corrections.atom", "feeds/vi/unit/units/fix.atom"] {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), &files[path]).unwrap();
        let stdin = std::fs::File::open(file.path()).unwrap();
        let out = Command::new(&python).args(["-c", PYTHON]).stdin(stdin).output().unwrap();
        assert!(out.status.success(), "{path}: {}", String::from_utf8_lossy(&out.stderr));
        let said: Value = serde_json::from_slice(&out.stdout).unwrap();
        assert_eq!(said["version"], "atom10");
        let own = read(&files[path]);
        let ids: Vec<&str> = own.entries.iter().map(|entry| entry.id.as_str()).collect();
        let theirs: Vec<&str> =
            said["entries"].as_array().unwrap().iter().map(|entry| entry[0].as_str().unwrap()).collect();
        assert_eq!(theirs, ids, "{path}");
        assert!(!ids.is_empty(), "{path}");
    }
}
