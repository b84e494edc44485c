//! A pack for whoever holds an older one: what was added and changed, and which files go.
//!
//! The law: an old pack with its delta applied is the new pack, file for file and byte for byte, its list and signature too.

use std::collections::BTreeMap;

use anyhow::{Context, bail, ensure};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::compose::seal;
use super::place::short;
use super::sign::Seal;
use super::sums::{SIGNATURE, SUMS, is_seal, sums_of};
use super::texts::{Say, bilingual};
use super::{Content, Files, Pack, meta};
use crate::ledger::PackKind;
use crate::release::sha256;

/// What a delta does, for programs.
const DELTA: &str = "meta/delta.json";
/// What to do with it, for people.
const HOW: &str = "00_BO-SUNG.txt";
/// The new pack's list.
const NEW_SUMS: &str = "meta/delta/SHA256SUMS";
/// The new list's signature.
const NEW_SIGNATURE: &str = "meta/delta/SHA256SUMS.sig";

/// A whole pack that an office holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Its name.
    pub pack: String,
    /// Its `SHA256SUMS`.
    pub list: Vec<u8>,
}

/// What `delta.json` says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Change {
    /// The old pack.
    from: Named,
    /// The new one.
    to: Named,
    /// Files that the new pack does not have.
    removed: Vec<String>,
    /// Files that the old pack does not have.
    added: Vec<String>,
    /// Files that have other bytes.
    changed: Vec<String>,
}

/// A pack as `delta.json` names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Named {
    /// Its name.
    pack: String,
    /// SHA-256 of its list.
    sums: String,
}

/// What leads from a held pack to a new whole one. None when the held list is no such list.
///
/// # Errors
/// The description cannot be written.
pub fn delta(new: &Pack, held: &Held, signed: Option<&Seal>) -> anyhow::Result<Option<Pack>> {
    let Some(old) = sums_of(&held.list) else { return Ok(None) };
    let Some(Content::Made(list)) = new.files.get(SUMS) else { return Ok(None) };
    let (mut files, mut added, mut changed) = (Files::new(), Vec::new(), Vec::new());
    for (path, content) in new.files.iter().filter(|(path, _)| !is_seal(path)) {
        match old.get(path) {
            Some(sum) if *sum == content.sha256() => continue,
            Some(_) => changed.push(path.clone()),
            None => added.push(path.clone()),
        }
        files.insert(path.clone(), content.clone());
    }
    let removed: Vec<String> = old.keys().filter(|path| !new.files.contains_key(*path)).cloned().collect();
    files.insert(NEW_SUMS.to_owned(), Content::Made(list.clone()));
    if let Some(signature) = new.files.get(SIGNATURE) {
        files.insert(NEW_SIGNATURE.to_owned(), signature.clone());
    }
    files.insert(HOW.to_owned(), Content::Made(how(new, held, &removed)));
    let named = |pack: &str, list: &[u8]| Named { pack: pack.to_owned(), sums: sha256(list) };
    let (from, to) = (named(&held.pack, &held.list), named(&new.name, list));
    let change = Change { from, to, removed, added, changed };
    let described = json!({"mocban": "delta/1", "from": change.from, "to": change.to, "removed": change.removed,
        "added": change.added, "changed": change.changed});
    files.insert(DELTA.to_owned(), Content::Made(meta::pretty(&described)?));
    seal(&mut files, signed);
    let name = short(&format!("{}_tu_{}", new.name, held.pack), 100);
    Ok(Some(Pack { name, kind: PackKind::Delta, files, ..new.clone() }))
}

/// What to do with a delta by hand.
fn how(new: &Pack, held: &Held, removed: &[String]) -> Vec<u8> {
    bilingual(&Say::new(), |_, wording| {
        let names = [("old", held.pack.clone()), ("new", new.name.clone())];
        let mut lines = vec![wording.say("pack-delta-how", &names)];
        if !removed.is_empty() {
            lines.extend([String::new(), wording.say("pack-delta-remove", &[])]);
            lines.extend(removed.iter().map(|path| format!("  {path}")));
        }
        lines
    })
}

/// The new pack's files, from those of the old one and of the delta; all by their paths in their pack's folder.
///
/// # Errors
/// The delta is for another pack, or what comes of it is not the new one.
pub fn apply(
    old: &BTreeMap<String, Vec<u8>>,
    delta: &BTreeMap<String, Vec<u8>>,
) -> anyhow::Result<BTreeMap<String, Vec<u8>>> {
    let part = |path: &str| delta.get(path).with_context(|| format!("the delta has no {path}"));
    let change: Change = serde_json::from_slice(part(DELTA)?).context("could not understand delta.json")?;
    let list = old.get(SUMS).context("the old pack has no SHA256SUMS")?;
    ensure!(sha256(list) == change.from.sums, "the delta is for {}", change.from.pack);
    let mut files = old.clone();
    files.retain(|path, _| !is_seal(path));
    for path in &change.removed {
        ensure!(files.remove(path).is_some(), "the old pack has no {path}");
    }
    for path in change.added.iter().chain(&change.changed) {
        files.insert(path.clone(), part(path)?.clone());
    }
    let new_list = part(NEW_SUMS)?.clone();
    ensure!(sha256(&new_list) == change.to.sums, "the delta's list is not that of {}", change.to.pack);
    let listed = sums_of(&new_list).context("the delta's list cannot be read")?;
    let made: BTreeMap<String, String> = files.iter().map(|(path, bytes)| (path.clone(), sha256(bytes))).collect();
    if let Some((path, _)) = listed.iter().find(|(path, sum)| made.get(*path) != Some(*sum)) {
        bail!("{path} is not as {} has it", change.to.pack);
    }
    ensure!(listed.len() == made.len(), "the old pack has files that its list did not name");
    files.insert(SUMS.to_owned(), new_list);
    if let Some(signature) = delta.get(NEW_SIGNATURE) {
        files.insert(SIGNATURE.to_owned(), signature.clone());
    }
    Ok(files)
}
