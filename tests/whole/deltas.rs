//! A chain of releases with edits between them: from each pack to each later one leads a delta, which is done here by the words of
//! its `meta/delta.json` alone.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::kit::{Files, done, keys, pack, release};
use crate::workshop::{Workshop, files_below, unzipped};

/// Where the list and its signature lie.
const SEAL: [&str; 2] = ["SHA256SUMS", "SHA256SUMS.sig"];

/// What the description of a delta lists.
fn listed(change: &Value, what: &str) -> Vec<String> {
    change[what].as_array().unwrap().iter().map(|path| path.as_str().unwrap().to_owned()).collect()
}

/// Puts a delta's folder over an unpacked pack, as an office would: removes, adds, exchanges, and takes the new list.
fn apply(folder: &Path, delta: &Files) {
    let change: Value = serde_json::from_slice(&delta["meta/delta.json"]).unwrap();
    let [removed, added, changed] = ["removed", "added", "changed"].map(|what| listed(&change, what));
    for path in &removed {
        fs::remove_file(folder.join(path)).unwrap();
    }
    for path in &added {
        assert!(!folder.join(path).exists(), "{path} is there already");
    }
    for path in &changed {
        assert!(folder.join(path).is_file(), "{path} is not there");
    }
    for path in added.iter().chain(&changed) {
        fs::create_dir_all(folder.join(path).parent().unwrap()).unwrap();
        fs::write(folder.join(path), &delta[path]).unwrap();
    }
    for name in SEAL {
        fs::write(folder.join(name), &delta[&format!("meta/delta/{name}")]).unwrap();
    }
    // Besides what it lists, a delta has only words about itself.
    let told: BTreeSet<&str> = added.iter().chain(&changed).map(String::as_str).collect();
    let own =
        ["00_BO-SUNG.txt", "meta/delta.json", "meta/delta/SHA256SUMS", "meta/delta/SHA256SUMS.sig", SEAL[0], SEAL[1]];
    assert!(
        delta.keys().all(|path| told.contains(path.as_str()) || own.contains(&path.as_str())),
        "{:?}",
        delta.keys()
    );
}

#[test]
fn from_every_pack_to_every_later_one() {
    let shop = Workshop::new();
    let keys = keys(&shop, "press");
    let mut wholes = Vec::new();
    let edits: [&dyn Fn(); 4] = [
        &|| {},
        &|| shop.edit("data/towns.csv", "71.5", "72.5"),
        // A record more, a number where there was none, and one card that is taken back meanwhile.
        &|| {
            shop.edit("data/towns.csv", "south,Nam,South,,", "west,Tây,West,8.25,measured\nsouth,Nam,South,3.5,");
            done(&shop, &["kill", "t_card_east_2026_en", "--reason", "sai"]);
        },
        // A record less, and the first number again.
        &|| {
            shop.edit("data/towns.csv", "west,Tây,West,8.25,measured\n", "");
            shop.edit("data/towns.csv", "72.5", "71.5");
            shop.edit("data/towns.csv", "-3.25", "-4.25");
        },
    ];
    for (nth, edit) in edits.iter().enumerate() {
        edit();
        let name = format!("r{}", nth + 1);
        release(&shop, &name, &[]);
        let (path, _) = pack(&shop, keys.path(), &[&name]);
        wholes.push((name, path));
    }
    // What is given out of a release by now, after what was killed since.
    let now: Vec<_> = wholes.iter().map(|(name, _)| unzipped(&pack(&shop, keys.path(), &[name]).0)).collect();
    let mut sizes = Vec::new();
    for (at, (old, old_pack)) in wholes.iter().enumerate() {
        for ((new, _), whole) in wholes.iter().zip(&now).skip(at + 1) {
            let (delta, said) =
                pack(&shop, keys.path(), &[new, "--since", old_pack.file_stem().unwrap().to_str().unwrap()]);
            let folder = tempfile::tempdir().unwrap();
            for (path, bytes) in unzipped(old_pack) {
                fs::create_dir_all(folder.path().join(&path).parent().unwrap()).unwrap();
                fs::write(folder.path().join(path), bytes).unwrap();
            }
            apply(folder.path(), &unzipped(&delta));
            let led = files_below(folder.path());
            assert_eq!(led.keys().collect::<Vec<_>>(), whole.keys().collect::<Vec<_>>(), "{old} to {new}");
            let other = led.keys().filter(|path| led[*path] != whole[*path]).collect::<Vec<_>>();
            assert_eq!(other, Vec::<&String>::new(), "{old} to {new}");
            sizes.push(said["bytes"].as_u64().unwrap());
        }
    }
    assert_eq!(sizes.len(), 6);
}
