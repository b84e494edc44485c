//! The house rules, as tests: imports run one way, files stay small and say what they are, codes have words.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Every `.rs` file below `src`.
fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(root) {
        let entry = entry.unwrap();
        if entry.path().extension().is_some_and(|ending| ending == "rs") {
            files.push((entry.path().to_owned(), fs::read_to_string(entry.path()).unwrap()));
        }
    }
    assert!(files.len() > 50, "the sources were not found");
    files
}

/// The room a file lies in: the first folder or file below `src`.
fn room(path: &Path) -> String {
    let below = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    let first = below.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

/// The code of a file without its unit tests, which may look wherever they like.
fn code(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(text)
}

/// Whether a file is all tests.
fn is_test(path: &Path) -> bool {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    parts.iter().any(|part| ["tests", "tests.rs", "bad_input.rs", "gallery.rs", "pictures.rs"].contains(&part.as_str()))
}

#[test]
fn imports_run_downwards_in_the_order_of_lib_rs() {
    let lib = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let rooms: Vec<&str> = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let floor: BTreeMap<&str, usize> = rooms.iter().enumerate().map(|(at, room)| (*room, at)).collect();
    assert!(floor.len() > 20);
    let mut wrong = Vec::new();
    for (path, text) in sources().iter().filter(|(path, _)| !is_test(path)) {
        let Some(own) = floor.get(room(path).as_str()) else { continue };
        for used in code(text).split("crate::").skip(1) {
            let name: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if floor.get(name.as_str()).is_some_and(|at| at > own) {
                wrong.push(format!("{} imports {name}, which stands above it", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_are_small_and_say_what_they_are() {
    let forbidden = ["util", "helper", "common", "misc", "manager", "engine", "processor", "handler"];
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let lines = text.lines().count();
        if lines > 400 {
            wrong.push(format!("{}: {lines} lines, at most 400", path.display()));
        }
        if !text.starts_with("//!") {
            wrong.push(format!("{}: no //! header", path.display()));
        }
        if forbidden.iter().any(|word| name.contains(word)) {
            wrong.push(format!("{}: a name that says nothing", path.display()));
        }
        if !is_test(&path) && code(&text).contains("::*;") {
            wrong.push(format!("{}: a glob import", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn heavy_dependencies_live_in_one_room() {
    let homes = [
        ("tera::", &["template"][..]),
        ("taffy::", &["layout"]),
        ("rusqlite::", &["catalogue"]),
        ("clap::", &["cli"]),
        ("indicatif::", &["cli"]),
        ("notify::", &["cli"]),
        ("krilla::", &["export"]),
        ("resvg::", &["paint"]),
        ("harfrust::", &["text"]),
        ("calamine::", &["record"]),
        ("geojson::", &["atlas"]),
        ("ed25519_dalek::", &["pack"]),
    ];
    let mut wrong = Vec::new();
    for (path, text) in sources().iter().filter(|(path, _)| !is_test(path)) {
        for (dependency, rooms) in homes {
            let used = code(text).lines().any(|line| !line.trim_start().starts_with("//") && line.contains(dependency));
            if used && !rooms.contains(&room(path).as_str()) {
                wrong.push(format!("{} uses {dependency}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_code_and_no_sentence_has_words_twice() {
    for language in ["en", "vi"] {
        let path = format!("src/diagnostic/messages/{language}.ftl");
        let words = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
        let mut seen = BTreeSet::new();
        let names =
            words.lines().filter(|line| !line.starts_with([' ', '#'])).filter_map(|line| line.split(" =").next());
        let twice: Vec<&str> = names.filter(|name| !name.is_empty() && !seen.insert(*name)).collect();
        assert!(twice.is_empty(), "{language}: the later words of {twice:?} hide the earlier ones");
    }
}

#[test]
fn every_code_has_words_and_every_word_a_code() {
    let words =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/diagnostic/messages/en.ftl")).unwrap();
    let worded: BTreeSet<&str> =
        words.lines().filter(|line| line.starts_with("MB")).filter_map(|line| line.split(" =").next()).collect();
    let mut used = BTreeSet::new();
    for (path, text) in sources().iter().filter(|(path, _)| !is_test(path)) {
        for part in code(text).split("\"MB").skip(1) {
            let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
            if digits.len() == 4 && part[4..].starts_with('"') {
                used.insert(format!("MB{digits}"));
            }
        }
        assert!(!path.as_os_str().is_empty());
    }
    let without: Vec<&String> = used.iter().filter(|code| !worded.contains(code.as_str())).collect();
    let unused: Vec<&&str> = worded.iter().filter(|code| !used.contains(**code)).collect();
    assert!(without.is_empty(), "codes without words: {without:?}");
    assert!(unused.is_empty(), "words without a use: {unused:?}");
}
