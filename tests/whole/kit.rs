//! A desk in a workshop: commands that must succeed, what they say in JSON, and what they leave on the disk.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::workshop::{Workshop, files_below};

/// Files by their path below a folder.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Whom things are handed to, and what hangs where.
const AGENCIES: &str = "id,name,email,kind,languages,note\n";
/// The register of placements without its rows.
const PLACEMENTS: &str = "id,asset,format,version,place,size,contact,since,until\n";

/// Runs a command for scripts; gives its lines and its exit code.
pub fn told(shop: &Workshop, args: &[&str]) -> (Vec<Value>, Option<i32>) {
    let said = shop.run(&[args, &["--message-format", "json"]].concat());
    let read = |line: &str| serde_json::from_str(line).unwrap_or_else(|_| panic!("{args:?}: {line}"));
    let lines: Vec<Value> = said.stdout.lines().map(read).collect();
    assert!(said.code != Some(2), "{args:?}: {}{}", said.stdout, said.stderr);
    (lines, said.code)
}

/// Runs a command that must succeed; gives its lines.
pub fn done(shop: &Workshop, args: &[&str]) -> Vec<Value> {
    let (lines, code) = told(shop, args);
    assert_eq!(code, Some(0), "{args:?}: {lines:?}");
    lines
}

/// The lines of one kind.
pub fn of<'a>(lines: &'a [Value], event: &str) -> Vec<&'a Value> {
    lines.iter().filter(|line| line["event"] == event).collect()
}

/// The one line of a kind.
pub fn one<'a>(lines: &'a [Value], event: &str) -> &'a Value {
    let found = of(lines, event);
    assert_eq!(found.len(), 1, "{event}: {lines:?}");
    found[0]
}

/// A field of lines as a set of words.
pub fn words(lines: &[&Value], field: &str) -> BTreeSet<String> {
    lines.iter().map(|line| line[field].as_str().unwrap_or_default().to_owned()).collect()
}

/// The codes of findings, of one severity or of all.
pub fn codes(lines: &[Value], severity: Option<&str>) -> BTreeSet<String> {
    let found = of(lines, "diagnostic");
    let meant = found.into_iter().filter(|line| severity.is_none_or(|severity| line["severity"] == severity));
    words(&meant.collect::<Vec<_>>(), "code")
}

/// Renders, hands in and approves by two people.
pub fn ready(shop: &Workshop) {
    assert_eq!(shop.render(&[]).failed, 0);
    done(shop, &["submit", "--by", "Lan"]);
    done(shop, &["approve", "--by", "Minh"]);
}

/// Makes a release of all that the campaign says now.
pub fn release(shop: &Workshop, name: &str, more: &[&str]) {
    ready(shop);
    done(shop, &[&["release", name, "--by", "Minh"], more].concat());
}

/// Writes the desk's lists: agencies by name, and placements as whole rows.
pub fn lists(shop: &Workshop, agencies: &[&str], placements: &[&str]) {
    let row = |id: &&str| format!("{id},Nơi nhận {id},{id}@example.org,báo,vi,\n");
    shop.write("desk/agencies.csv", format!("{AGENCIES}{}", agencies.iter().map(row).collect::<String>()));
    shop.write("desk/placements.csv", format!("{PLACEMENTS}{}\n", placements.join("\n")));
}

/// A folder for private keys with one key in it, which the desk knows.
pub fn keys(shop: &Workshop, name: &str) -> tempfile::TempDir {
    let keys = tempfile::tempdir().unwrap();
    new_key(shop, keys.path(), name);
    keys
}

/// Makes one more key.
pub fn new_key(shop: &Workshop, keys: &Path, name: &str) {
    done(shop, &["key", "new", name, "--keys", keys.to_str().unwrap()]);
}

/// Makes a pack; gives its file and what was said of it.
pub fn pack(shop: &Workshop, keys: &Path, args: &[&str]) -> (PathBuf, Value) {
    let said = done(shop, &[&["pack", "--keys", keys.to_str().unwrap()], args].concat());
    let packed = one(&said, "packed");
    (PathBuf::from(packed["path"].as_str().unwrap()), packed.clone())
}

/// The site as it is at a moment, or now.
pub fn site(shop: &Workshop, moment: Option<&str>, press: bool) -> Files {
    let to = tempfile::tempdir().unwrap();
    let to = to.path().join("site");
    let mut args = vec!["publish", "--to", to.to_str().unwrap()];
    args.extend(moment.iter().flat_map(|moment| ["--at", moment]));
    args.extend(press.then_some("--press"));
    done(shop, &args);
    files_below(&to)
}

/// The manifest of a release.
pub fn manifest(shop: &Workshop, release: &str) -> Value {
    let bytes = fs::read(shop.path().join(format!("desk/releases/{release}.json"))).unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

/// The ledger's lines.
pub fn ledger(shop: &Workshop) -> Vec<Value> {
    let text = fs::read_to_string(shop.path().join("desk/ledger.jsonl")).unwrap_or_default();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Where an asset's only file lies on the site.
pub fn address(shop: &Workshop, release: &str, asset: &str) -> String {
    let manifest = manifest(shop, release);
    let found = manifest["assets"].as_array().unwrap().iter().find(|one| one["asset"] == asset).unwrap();
    let file = &found["files"][0];
    format!("f/{}/{}", &file["sha256"].as_str().unwrap()[..16], file["name"].as_str().unwrap())
}

/// Files with one of some words in their name or bytes.
pub fn having<'a>(files: &'a Files, words: &[String]) -> Vec<&'a str> {
    let has = |bytes: &[u8], word: &str| bytes.windows(word.len()).any(|window| window == word.as_bytes());
    let meant = files.iter().filter(|(path, bytes)| words.iter().any(|word| path.contains(word) || has(bytes, word)));
    meant.map(|(path, _)| path.as_str()).collect()
}
