//! What a second run may rely on, tried on the real program: a table of contents and a manifest that no longer fit are
//! seen through, a watching run gives the pictures of a fresh one, and what is kept stays bounded and can be cleared.

#![allow(clippy::unwrap_used, reason = "a test that cannot read what it started has failed")]

mod workshop;

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::time::SystemTime;

use workshop::Workshop;

/// A folder of a campaign's output by name, lengths and times of change.
fn stamps(shop: &Workshop) -> BTreeMap<String, (u64, SystemTime)> {
    let mut stamps = BTreeMap::new();
    for name in ["manifest.json", ".mocban/contents", ".mocban/journal.jsonl", "catalogue.sqlite"] {
        let about = fs::metadata(shop.output().join(name)).unwrap();
        stamps.insert(name.to_owned(), (about.len(), about.modified().unwrap()));
    }
    stamps
}

#[test]
fn nothing_changed_writes_nothing() {
    let shop = Workshop::new();
    shop.render(&[]);
    let before = stamps(&shop);
    let again = shop.render(&[]);
    assert_eq!((again.rendered, again.cached), (0, 6));
    assert_eq!(stamps(&shop), before);
}

#[test]
fn a_table_of_contents_that_does_not_fit_is_passed_over() {
    let shop = Workshop::new();
    shop.render(&[]);
    let contents = shop.output().join(".mocban/contents");
    let (good, manifest) = (fs::read(&contents).unwrap(), fs::read(shop.output().join("manifest.json")).unwrap());
    let mut flipped = good.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    for damaged in [Vec::new(), b"[]".to_vec(), good[..good.len() / 2].to_vec(), flipped] {
        fs::write(&contents, damaged).unwrap();
        let again = shop.render(&[]);
        assert_eq!((again.rendered, again.cached, again.code), (0, 6, 0), "{}", again.told);
        assert_eq!(fs::read(&contents).unwrap(), good, "it is mended");
        assert_eq!(fs::read(shop.output().join("manifest.json")).unwrap(), manifest);
    }
}

#[test]
fn a_manifest_changed_by_others_is_believed_and_not_its_table_of_contents() {
    let shop = Workshop::new();
    shop.render(&[]);
    let path = shop.output().join("manifest.json");
    let before = fs::read_to_string(&path).unwrap();
    // One entry says that its file was made from something else, another is gone, a third is no entry.
    let mut lines: Vec<String> = before.lines().map(str::to_owned).collect();
    let entries: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].starts_with("{\"path\"")).collect();
    assert_eq!(entries.len(), 6);
    let at = lines[entries[0]].find("\"digest\":\"").unwrap() + 10;
    let digit = if lines[entries[0]].as_bytes()[at] == b'0' { "1" } else { "0" };
    lines[entries[0]].replace_range(at..=at, digit);
    lines[entries[1]] = lines[entries[1]].replacen("\"width\":", "\"width\":\"wide\",\"w\":", 1);
    lines.remove(entries[2]);
    fs::write(&path, lines.join("\n") + "\n").unwrap();
    let again = shop.render(&[]);
    assert_eq!((again.rendered, again.cached), (3, 3), "{}", again.told);
    assert!(again.told.contains("MB1002"), "{}", again.told);
    assert_eq!(fs::read_to_string(&path).unwrap(), before);
}

#[test]
fn the_catalogue_follows_a_run_that_changed_one_cell() {
    let shop = Workshop::new();
    shop.render(&[]);
    shop.edit("data/towns.csv", "Bắc", "Bắc Giang");
    let report = shop.render(&[]);
    assert_eq!((report.rendered, report.cached), (1, 5), "{}", report.told);
    let found = shop.run(&["search", "bac giang", "--message-format", "json"]).stdout;
    assert_eq!(found.lines().count(), 1, "{found}");
    let listed = shop.run(&["list", "--message-format", "json"]).stdout;
    assert_eq!(listed.lines().count(), 6, "{listed}");
}

#[test]
fn snapshots_stay_as_many_as_pictures_need() {
    let shop = Workshop::new();
    shop.render(&[]);
    let snapshots = || fs::read_dir(shop.output().join(".mocban/inputs")).unwrap().count();
    let once = snapshots();
    for score in 72..78 {
        shop.edit(
            "data/towns.csv",
            &format!("North,{}", 0.5 + f64::from(score - 1)),
            &format!("North,{}", 0.5 + f64::from(score)),
        );
        assert_eq!(shop.render(&[]).rendered, 2);
        assert_eq!(snapshots(), once);
    }
}

#[test]
fn cleaning_takes_leftovers_or_all_that_was_made_and_nothing_else() {
    let shop = Workshop::new();
    assert_eq!(shop.run(&["clean"]).code, Some(0), "nothing was made yet");
    shop.render(&[]);
    let pictures = shop.pictures();
    fs::write(shop.output().join("card/.tmp-half"), b"half").unwrap();
    fs::write(shop.output().join(".mocban/inputs/stray.json"), b"{}").unwrap();
    fs::write(shop.output().join("card/mine.txt"), b"mine").unwrap();
    shop.write("desk/ledger.csv", "what cannot be made again\n");

    let said = shop.run(&["clean", "--dry-run"]);
    assert_eq!(said.stdout, ".mocban/inputs/stray.json\ncard/.tmp-half\n");
    assert!(shop.output().join("card/.tmp-half").exists(), "asking removes nothing");
    assert_eq!(shop.run(&["clean"]).stdout, said.stdout);
    assert!(!shop.output().join("card/.tmp-half").exists());
    assert_eq!(shop.run(&["clean"]).stdout, "");
    assert_eq!(shop.render(&[]).cached, 6);

    let all = shop.run(&["clean", "--all", "--dry-run"]).stdout;
    for name in pictures.keys().map(String::as_str).chain(["manifest.json", "catalogue.sqlite", ".mocban/contents"]) {
        assert!(all.lines().any(|line| line == name), "{name}: {all}");
    }
    assert_eq!(shop.pictures(), pictures);
    assert_eq!(shop.run(&["clean", "--all"]).stdout, all);
    let mut left: Vec<String> = walkdir::WalkDir::new(shop.output())
        .into_iter()
        .map(Result::unwrap)
        .filter(|item| item.file_type().is_file())
        .map(|item| item.file_name().to_string_lossy().into_owned())
        .collect();
    left.sort();
    assert_eq!(left, ["lock", "mine.txt"]);
    assert!(shop.path().join("desk/ledger.csv").exists());
    assert_eq!(shop.render(&[]).rendered, 6);
    assert_eq!(shop.pictures(), pictures);
}

/// A watching run that ends with the test.
struct Watching(Child, BufReader<std::process::ChildStdout>);

impl Watching {
    /// Reads events until a run is over; gives how many files it made, and the codes of its findings.
    fn next(&mut self) -> (u64, Vec<String>) {
        let mut codes = Vec::new();
        loop {
            let mut line = String::new();
            assert!(self.1.read_line(&mut line).unwrap() > 0, "the run ended");
            let event: serde_json::Value = serde_json::from_str(&line).unwrap();
            match event["event"].as_str() {
                Some("diagnostic") => codes.extend(event["code"].as_str().map(str::to_owned)),
                Some("finished") => return (event["rendered"].as_u64().unwrap(), codes),
                _ => {}
            }
        }
    }
}

impl Watching {
    /// Waits for a run that made so many files; a run that began while a file was being written may come before it.
    fn reach(&mut self, wanted: u64) {
        let runs: Vec<u64> =
            std::iter::from_fn(|| Some(self.next().0)).take_while(|made| *made != wanted).take(4).collect();
        assert!(runs.len() < 4, "runs made {runs:?}, never {wanted}");
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_watching_run_gives_the_pictures_of_a_fresh_one() {
    let shop = Workshop::new();
    let mut command = shop.command_in("en", &["watch", "--message-format", "json"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    let mut watching = Watching(child, out);
    watching.reach(6);
    // As editors save: over the file, by rename, and with a fault that is mended.
    let template = shop.path().join("templates/card/template.svg");
    let text = fs::read_to_string(&template).unwrap();
    let changed = text.replace("gap=\"1rem\"", "gap=\"2rem\"");
    fs::write(&template, &changed).unwrap();
    watching.reach(6);
    fs::write(&template, changed.replace("</m:column>", "{% if %}</m:column>")).unwrap();
    let (rendered, codes) = watching.next();
    assert!(rendered == 0 && !codes.is_empty(), "{codes:?}");
    let beside = shop.path().join("templates/card/.template.svg.tmp");
    fs::write(&beside, changed.replace("gap=\"2rem\"", "gap=\"1.5rem\"")).unwrap();
    fs::rename(&beside, &template).unwrap();
    watching.reach(6);
    shop.edit("data/towns.csv", "71.5", "74.5");
    watching.reach(2);
    // A file that others cut is noticed by the next run, whatever started it.
    let name = shop.pictures().into_keys().find(|name| name.contains("east")).unwrap();
    fs::write(shop.output().join(&name), b"cut").unwrap();
    shop.edit("data/towns.csv", "South,", "South,1");
    watching.reach(3);
    let watched = shop.pictures();
    drop(watching);
    assert_eq!(shop.render(&["--fresh"]).rendered, 6);
    assert_eq!(shop.pictures(), watched);
}
