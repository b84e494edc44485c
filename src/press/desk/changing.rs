//! The change report: between two releases, or between what is out and the store.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use super::candidates::candidates;
use super::look;
use super::refused;
use crate::change::{Changes, Fate, Pictures, Small, changes, pair, small};
use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::ledger::{Event, Ledger, Version};
use crate::press::Settings;
use crate::press::event::Listener;
use crate::published::Notice;
use crate::release::{Release, ReleasedAsset, ReleasedFile, draft};
use crate::store::Shelf;

/// So many assets get pictures; a page with more of them opens on no telephone.
const MOST_PICTURES: usize = 150;

/// What changed, with small pictures by asset: before and after.
#[derive(Debug)]
pub struct ChangeReport {
    /// The campaign's title, by language.
    pub title: crate::language::Words,
    /// What changed.
    pub changes: Changes,
    /// Small pictures of assets that changed or came.
    pub pictures: Pictures,
}

/// Compares two releases; without the second one, the store; without both, what is out with the store. None when a release is
/// not known, which the listener is told. With `pictures`, small ones are made.
///
/// # Errors
/// When the machine fails.
pub fn changed(
    settings: &Settings,
    from: Option<&str>,
    to: Option<&str>,
    pictures: bool,
    listener: &dyn Listener,
) -> anyhow::Result<Option<ChangeReport>> {
    let Some((archive, ledger, releases)) = look(settings, listener)? else { return Ok(None) };
    let find = |name: &str| match releases.iter().find(|release| release.name == name) {
        Some(release) => Ok(release.clone()),
        None => Err(no_release(name, &releases)),
    };
    let old = from.map_or_else(|| Ok(latest(&releases, &ledger)), find);
    let new = to.map(find).transpose();
    let (old, new) = match (old, new) {
        (Ok(old), Ok(new)) => (old, new),
        (old, new) => return Ok(refused(old.err().into_iter().chain(new.err()).collect(), listener)),
    };
    let is_store = new.is_none();
    let (new, stored): (Release, BTreeMap<Digest, std::path::PathBuf>) = match new {
        Some(new) => (new, BTreeMap::new()),
        None => {
            let Ok(found) = candidates(settings, &[])? else { return Ok(None) };
            let shelf = Shelf::at(&settings.output_dir);
            let assets = draft(&found, &releases, &shelf)?;
            let entries = found.iter().flat_map(|candidate| &candidate.entries);
            let stored = entries.map(|entry| (entry.content, shelf.root().join(&entry.path))).collect();
            (Release { name: String::new(), assets, ..old.clone() }, stored)
        }
    };
    let about = |entry: &crate::ledger::Entry| matches!(&entry.event, Event::Corrected(correction) if !is_store && correction.release == new.name);
    let notices = ledger.entries.iter().filter(|entry| about(entry)).filter_map(Notice::of).collect();
    let changes = changes(&old, &new, notices);
    let read = |file: &ReleasedFile, now: bool| match stored.get(&file.content) {
        Some(path) if now => std::fs::read(path).ok(),
        _ => archive.get(&file.content).ok(),
    };
    let pictures = if pictures { drawn(&changes, &old, &new, &read)? } else { Pictures::new() };
    Ok(Some(ChangeReport { title: new.campaign.title.clone(), changes, pictures }))
}

/// `MB1272`.
pub(super) fn no_release(name: &str, releases: &[Release]) -> Diagnostic {
    let known = releases.iter().map(|release| release.name.as_str());
    Diagnostic::error("MB1272").arg("name", name).suggest(name, known)
}

/// What is out: of each asset the newest version, unless it was killed; under the last release's name.
fn latest(releases: &[Release], ledger: &Ledger) -> Release {
    let killed: BTreeSet<&Version> = ledger
        .entries
        .iter()
        .filter_map(|entry| match &entry.event {
            Event::Killed { assets, .. } => Some(assets),
            _ => None,
        })
        .flatten()
        .collect();
    let mut newest: BTreeMap<&str, &ReleasedAsset> = BTreeMap::new();
    for asset in releases.iter().flat_map(|release| &release.assets) {
        if newest.get(asset.asset.as_str()).is_none_or(|known| known.version <= asset.version) {
            newest.insert(&asset.asset, asset);
        }
    }
    let assets = newest.into_values().filter(|asset| !killed.contains(&asset.version())).cloned().collect();
    let last = releases.last();
    Release {
        name: last.map(|last| last.name.clone()).unwrap_or_default(),
        made: last.map_or(jiff::Timestamp::UNIX_EPOCH, |last| last.made),
        by: String::new(),
        program: String::new(),
        campaign: last.map(|last| last.campaign.clone()).unwrap_or_default(),
        assets,
        data: Vec::new(),
    }
}

/// Small pictures of what changed or came.
fn drawn(
    changes: &Changes,
    old: &Release,
    new: &Release,
    read: &(dyn Fn(&ReleasedFile, bool) -> Option<Vec<u8>> + Sync),
) -> anyhow::Result<Pictures> {
    let shown: Vec<_> = changes
        .assets
        .iter()
        .filter(|one| matches!(one.fate, Fate::Changed | Fate::Added))
        .take(MOST_PICTURES)
        .collect();
    let one = |file: Option<&ReleasedFile>, now: bool| -> anyhow::Result<Option<Small>> {
        let Some((file, bytes)) = file.and_then(|file| Some((file, read(file, now)?))) else { return Ok(None) };
        // What does not open is shown as no picture.
        small(file, &bytes).ok().transpose()
    };
    let both = shown.par_iter().map(|change| {
        let (before, after) = pair(change, old.asset(&change.asset), new.asset(&change.asset));
        Ok((change.asset.clone(), (one(before, false)?, one(after, true)?)))
    });
    both.collect()
}
