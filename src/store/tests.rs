//! Tests of the store on real folders.

use super::*;
use crate::encode::Encoding;
use crate::lineage::{Number, Touch};
use std::collections::BTreeMap;
use std::io::Write;

/// An entry for some bytes.
fn entry(path: &str, bytes: &[u8]) -> RenditionEntry {
    RenditionEntry {
        path: path.to_owned(),
        asset: "cds_card_a_vi".to_owned(),
        product: "card".to_owned(),
        table: Some("units".to_owned()),
        key: Some("a".to_owned()),
        format: "fb-post".to_owned(),
        language: "vi".to_owned(),
        theme: String::new(),
        encoding: Encoding::Png,
        page: 1,
        width: 10,
        height: 20,
        bytes: bytes.len() as u64,
        content: Digest::of(bytes),
        digest: Digest::of(b"job"),
        code: "7K3F-9QX2-M1A".to_owned(),
        headline: "Đường dây nóng".to_owned(),
        caption: String::new(),
        alt_text: String::new(),
        description: String::new(),
        tags: vec!["số".to_owned()],
        words: "71%\nđạt".to_owned(),
        illustrative: true,
        composite: false,
        cells: BTreeMap::from([("units/a/value".to_owned(), "71%".to_owned())]),
        inputs: Digest::of(b"none"),
        lineage: None,
        bound: None,
        period: "2026q3".to_owned(),
        phase: String::new(),
        unit: String::new(),
        subjects: Vec::new(),
        color: String::new(),
    }
}

/// Writes a file and notes it, as a run does.
fn make(store: &Store, path: &str, bytes: &[u8]) {
    store.put(path, bytes).unwrap();
    store.record(&entry(path, bytes)).unwrap();
}

/// Paths of a store's entries.
fn paths(entries: &Entries) -> Vec<&str> {
    entries.keys().map(String::as_str).collect()
}

/// Names in a folder, hidden ones too, in order.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|item| item.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_lineage_that_is_lost_or_damaged_is_noticed() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path()).unwrap();
    let lineage = Lineage { numbers: vec![Number { text: "71%".into(), ..Number::default() }] };
    let digest = store.put_lineage(&lineage).unwrap();
    assert_eq!(store.put_lineage(&lineage).unwrap(), digest);
    for (path, lineage) in [("a.png", Some(digest)), ("b.png", None), ("c.png", Some(Digest::of(b"gone")))] {
        store.put(path, b"x").unwrap();
        store.record(&RenditionEntry { lineage, ..entry(path, b"x") }).unwrap();
    }
    store.finish(&Heading::default()).unwrap();
    let shelf = store.shelf();
    assert_eq!(shelf.lineage(&digest), Some(lineage));
    assert_eq!(shelf.untraced(&store.entries()), ["b.png", "c.png"]);
    let file = dir.path().join(".mocban/lineage").join(format!("{digest}.json"));
    fs::write(file, "{\"numbers\":[]}").unwrap();
    assert_eq!(shelf.lineage(&digest), None);
    assert_eq!(shelf.untraced(&store.entries()).len(), 3);
    // Of what is lost it is not known which cells it draws: any may change it.
    let known = shelf.known(&store.entries()).unwrap();
    assert_eq!(touched("units/a/value", &known), [Some(Touch::Read); 3]);
}

#[test]
fn a_folder_is_made_but_not_its_parents() {
    let home = tempfile::tempdir().unwrap();
    let error = Store::open(home.path().join("a/b")).unwrap_err();
    assert!(format!("{error:#}").contains("a/b"), "{error:#}");
    Store::open(home.path().join("c")).unwrap();
    assert!(home.path().join("c").is_dir());
    fs::write(home.path().join("file"), b"").unwrap();
    assert!(Store::open(home.path().join("file")).is_err());
}

#[test]
fn two_runs_do_not_write_to_one_folder_and_no_lock_stays_behind() {
    let home = tempfile::tempdir().unwrap();
    let first = Store::open(home.path()).unwrap();
    let error = Store::open(home.path()).unwrap_err();
    assert!(format!("{error:#}").contains("another run"), "{error:#}");
    assert!(Shelf::at(home.path()).is_busy(), "nobody looks for damage meanwhile");
    drop(first);
    assert!(!Shelf::at(home.path()).is_busy());
    Store::open(home.path()).unwrap();
}

#[test]
fn what_a_killed_run_did_and_did_not_note_is_told_from_damage() {
    let home = tempfile::tempdir().unwrap();
    let store = Store::open(home.path()).unwrap();
    ["a.png", "gone.png"].iter().for_each(|path| make(&store, path, b"old"));
    for (path, bytes) in [("a.png", b"new"), ("b.png", b"one")] {
        store.begin(path, Digest::of(bytes)).unwrap();
        store.put(path, bytes).unwrap();
    }
    store.retire(&["gone.png".to_owned()]).unwrap();
    drop(store);
    let shelf = Shelf::at(home.path());
    let recorded = shelf.read().unwrap();
    assert_eq!((recorded.warnings.len(), shelf.faults(&recorded.entries).len()), (0, 2));
    for path in ["a.png", "b.png", "gone.png"] {
        assert!(shelf.is_unfinished(&recorded, path), "{path}");
    }
    fs::write(home.path().join("a.png"), b"other").unwrap();
    fs::write(home.path().join("gone.png"), b"other").unwrap();
    assert!(["a.png", "gone.png", "never.png"].iter().all(|path| !shelf.is_unfinished(&recorded, path)));
    make(&Store::open(home.path()).unwrap(), "a.png", b"new");
    assert_eq!(shelf.read().unwrap().begun.len(), 2, "what was noted after all is finished");
}

#[test]
fn what_is_being_written_is_not_cleared_away() {
    let home = tempfile::tempdir().unwrap();
    let mut under_way = temporary_in(home.path()).unwrap();
    fs::write(home.path().join(".tmp-left"), b"half").unwrap();
    assert_eq!(sweep(home.path()).unwrap(), 1);
    assert!(under_way.path().exists());
    under_way.write_all(b"whole").unwrap();
    under_way.persist(home.path().join("a.zip")).unwrap();
    assert_eq!(names(home.path()), ["a.zip"]);
    assert_eq!(sweep(&home.path().join("never")).unwrap(), 0, "a folder that is not there has none");
}

#[test]
fn files_are_whole_readable_by_others_and_leave_no_temporaries() {
    let home = tempfile::tempdir().unwrap();
    let store = Store::open(home.path()).unwrap();
    make(&store, "card/a.png", b"one");
    make(&store, "card/a.png", b"two!");
    assert_eq!(fs::read(home.path().join("card/a.png")).unwrap(), b"two!");
    assert_eq!(names(&home.path().join("card")), ["a.png"]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let plain = home.path().join("plain");
        fs::write(&plain, b"").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&home.path().join("card/a.png")), mode(&plain));
    }
}

#[test]
fn a_put_that_fails_leaves_nothing() {
    let home = tempfile::tempdir().unwrap();
    let store = Store::open(home.path()).unwrap();
    fs::create_dir_all(home.path().join("card/a.png/inside")).unwrap();
    let error = store.put("card/a.png", b"x").unwrap_err();
    assert!(format!("{error:#}").contains("a.png"), "{error:#}");
    assert_eq!(names(&home.path().join("card")), ["a.png"]);
    fs::write(home.path().join("poster"), b"mine").unwrap();
    assert!(store.put("poster/a.png", b"x").is_err());
    assert_eq!(fs::read(home.path().join("poster")).unwrap(), b"mine");
}

#[test]
fn paths_that_leave_the_folder_are_refused() {
    let home = tempfile::tempdir().unwrap();
    let store = Store::open(home.path().join("out")).unwrap();
    for path in ["../x.png", "/tmp/x.png", "a/../../x.png", ".mocban/lock", "", "a\\..\\x"] {
        assert!(store.put(path, b"x").is_err(), "{path}");
        assert!(store.record(&entry(path, b"x")).is_err(), "{path}");
        assert!(store.retire(&[path.to_owned()]).is_err(), "{path}");
        assert!(!store.sound(path, &Digest::of(b"x"), 1), "{path}");
    }
    assert_eq!(names(home.path()), ["out"]);
    #[cfg(unix)]
    {
        fs::create_dir(home.path().join("elsewhere")).unwrap();
        std::os::unix::fs::symlink(home.path().join("elsewhere"), home.path().join("out/link")).unwrap();
        assert!(store.put("link/x.png", b"x").is_err());
        assert!(names(&home.path().join("elsewhere")).is_empty());
    }
}

#[test]
fn a_file_is_sound_only_as_it_was_written() {
    let home = tempfile::tempdir().unwrap();
    let store = Store::open(home.path()).unwrap();
    make(&store, "a.png", b"abc");
    let digest = Digest::of(b"abc");
    assert!(store.sound("a.png", &digest, 3));
    fs::write(home.path().join("a.png"), b"abd").unwrap();
    assert!(!store.sound("a.png", &digest, 3), "same length, other bytes");
    fs::write(home.path().join("a.png"), b"ab").unwrap();
    assert!(!store.sound("a.png", &digest, 3), "cut");
    fs::remove_file(home.path().join("a.png")).unwrap();
    assert!(!store.sound("a.png", &digest, 3), "gone");
}

#[test]
fn a_killed_run_loses_nothing_it_recorded() {
    let home = tempfile::tempdir().unwrap();
    {
        let store = Store::open(home.path()).unwrap();
        make(&store, "a.png", b"a");
        make(&store, "b.png", b"b");
        // Dropped without `finish`: what a kill leaves, with half a line and a half-written file on top.
        let mut journal = fs::File::options().append(true).open(home.path().join(".mocban/journal.jsonl")).unwrap();
        journal.write_all(br#"{"path":"c.png","ass"#).unwrap();
        fs::write(home.path().join(".tmp-abc"), b"half").unwrap();
    }
    let store = Store::open(home.path()).unwrap();
    assert_eq!(paths(&store.entries()), ["a.png", "b.png"]);
    assert_eq!(store.warnings(), [], "a torn last line is what kill -9 leaves, not a finding");
    assert_eq!(store.sweep_temporaries().unwrap(), 1);
    make(&store, "d.png", b"d");
    drop(store);
    let store = Store::open(home.path()).unwrap();
    assert_eq!(paths(&store.entries()), ["a.png", "b.png", "d.png"], "the line after the torn one is whole");
    assert_eq!(store.warnings().len(), 1, "the torn line now stands in the middle");
}

#[test]
fn the_manifest_has_the_same_bytes_whatever_the_order() {
    let heading = Heading { program: "mocban 0.1.0".into(), campaign: "cds".into(), period: "2026q3".into() };
    let write = |order: &[&str]| {
        let home = tempfile::tempdir().unwrap();
        let store = Store::open(home.path()).unwrap();
        for path in order {
            make(&store, path, path.as_bytes());
        }
        store.finish(&heading).unwrap();
        assert_eq!(fs::read(home.path().join(".mocban/journal.jsonl")).unwrap(), b"");
        let recorded = store.shelf().read().unwrap();
        assert_eq!(recorded.entries, store.entries());
        assert_eq!(recorded.heading, heading);
        fs::read(home.path().join(MANIFEST)).unwrap()
    };
    let bytes = write(&["a.png", "b/c.png"]);
    assert_eq!(bytes, write(&["b/c.png", "a.png", "a.png"]));
    serde_json::from_slice::<serde_json::Value>(&bytes).unwrap();
    serde_json::from_slice::<serde_json::Value>(&write(&[])).unwrap();
}

#[test]
fn damaged_manifests_give_warnings_and_what_is_left() {
    let home = tempfile::tempdir().unwrap();
    let manifest = home.path().join(MANIFEST);
    let good = serde_json::to_string(&entry("a.png", b"a")).unwrap();
    let outside = good.replace("a.png", "../../a.png");
    let cases = [
        (String::new(), "MB1001", 0),
        ("{\"manifest\":1,\n".to_owned(), "MB1001", 0),
        ("null".to_owned(), "MB1001", 0),
        (format!("{{\"manifest\":2,\"renditions\":[{good}]}}"), "MB1001", 0),
        (format!("{{\"manifest\":1,\"renditions\":[{good},{{\"path\":7}},3]}}"), "MB1002", 1),
        (format!("{{\"manifest\":1,\"renditions\":[{good},{outside}]}}"), "MB1002", 1),
    ];
    for (text, code, left) in cases {
        fs::write(&manifest, &text).unwrap();
        let recorded = Shelf::at(home.path()).read().unwrap();
        assert_eq!(recorded.warnings.iter().map(|w| w.code).collect::<Vec<_>>(), [code], "{text}");
        assert_eq!(recorded.entries.len(), left, "{text}");
    }
    fs::write(&manifest, b"\xff\xfe{").unwrap();
    assert_eq!(Shelf::at(home.path()).read().unwrap().warnings.len(), 1);
    assert_eq!(Shelf::at(home.path().join("none")).read().unwrap().entries.len(), 0);
}

#[test]
fn orphans_go_with_their_file_and_empty_folder_when_the_caller_says_so() {
    let home = tempfile::tempdir().unwrap();
    let store = Store::open(home.path()).unwrap();
    make(&store, "card/old/a.png", b"a");
    make(&store, "card/b.png", b"b");
    let orphans = store.orphans(|entry| entry.path == "card/b.png");
    assert_eq!(orphans, ["card/old/a.png"]);
    assert!(home.path().join("card/old/a.png").is_file(), "asking removes nothing");
    assert_eq!(store.retire(&orphans).unwrap(), 1);
    assert_eq!(names(&home.path().join("card")), ["b.png"]);
    store.finish(&Heading::default()).unwrap();
    assert_eq!(paths(&store.shelf().read().unwrap().entries), ["card/b.png"]);
    assert_eq!(store.retire(&orphans).unwrap(), 0, "what is gone already is no error");
}

#[test]
fn snapshots_of_inputs_are_kept_once_and_only_while_needed() {
    let home = tempfile::tempdir().unwrap();
    let store = Store::open(home.path()).unwrap();
    let mut inputs = Inputs::default();
    inputs.cells.insert("units/a/value".into(), "71".into());
    let digest = store.put_inputs(&inputs).unwrap();
    assert_eq!(store.put_inputs(&inputs).unwrap(), digest);
    assert_eq!(store.inputs(&digest), Some(inputs.clone()));
    store.put("a.png", b"a").unwrap();
    store.record(&RenditionEntry { inputs: digest, ..entry("a.png", b"a") }).unwrap();
    let unneeded = store.put_inputs(&Inputs::default()).unwrap();
    store.finish(&Heading::default()).unwrap();
    assert_eq!(store.inputs(&digest), Some(inputs.clone()));
    assert_eq!(store.inputs(&unneeded), None);
    fs::write(home.path().join(format!(".mocban/inputs/{digest}.json")), b"{}").unwrap();
    assert_eq!(store.inputs(&digest), None, "a damaged snapshot says nothing");
    store.put_inputs(&inputs).unwrap();
    assert_eq!(store.inputs(&digest), Some(inputs));
}

#[test]
fn many_threads_may_write_at_once() {
    let home = tempfile::tempdir().unwrap();
    let store = Store::open(home.path()).unwrap();
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let store = &store;
            scope.spawn(move || {
                for nth in 0..25 {
                    make(store, &format!("card/{nth}/{thread}.png"), format!("{thread} {nth}").as_bytes());
                }
            });
        }
    });
    drop(store);
    let recorded = Shelf::at(home.path()).read().unwrap();
    assert_eq!((recorded.entries.len(), recorded.warnings.len()), (100, 0));
    for entry in recorded.entries.values() {
        assert!(Shelf::at(home.path()).sound(&entry.path, &entry.content, entry.bytes));
    }
}

#[test]
fn a_shard_below_keeps_its_temporaries() {
    let home = tempfile::tempdir().unwrap();
    let store = Store::open(home.path()).unwrap();
    let _shard = Store::open(home.path().join("shard-1")).unwrap();
    fs::write(home.path().join("shard-1/.tmp-live"), b"").unwrap();
    fs::create_dir(home.path().join("card")).unwrap();
    fs::write(home.path().join("card/.tmp-dead"), b"").unwrap();
    assert_eq!(store.sweep_temporaries().unwrap(), 1);
    assert!(home.path().join("shard-1/.tmp-live").exists());
}
