//! Looking through an output folder for damage: everything that is read, nothing that is changed.

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::path::Path;
use std::sync::Arc;

use anyhow::Context;
use rayon::iter::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

use super::kept::Kept;
use super::manifest::{Entries, Manifest};
use super::shelf::{self, Recorded, Shelf};
use super::{LOCK, MANIFEST, PRIVATE, contents, whole};
use crate::digest::Digest;

/// How a listed file is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is not there.
    Missing,
    /// It is there and is not as it was written.
    Damaged,
}

impl Fault {
    /// Its name, for messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Damaged => "damaged",
        }
    }
}

impl Shelf {
    /// Whether a run is writing to the folder this moment.
    pub fn is_busy(&self) -> bool {
        let lock = File::open(self.root().join(PRIVATE).join(LOCK));
        lock.is_ok_and(|lock| matches!(lock.try_lock_shared(), Err(TryLockError::WouldBlock)))
    }

    /// How one listed file is found; none when it is as it was written.
    pub fn fault(&self, entry: &Kept) -> Option<Fault> {
        if self.sound(&entry.path, &entry.content, entry.bytes) {
            return None;
        }
        let there = self.root().join(&entry.path).symlink_metadata().is_ok();
        Some(if there { Fault::Damaged } else { Fault::Missing })
    }

    /// Whether a file that is not as it is listed is as a run that was stopped left it: put in its place or removed, and not noted.
    pub fn is_unfinished(&self, recorded: &Recorded, path: &str) -> bool {
        let found = || File::open(self.root().join(path)).and_then(Digest::of_reader);
        match recorded.begun.get(path) {
            Some(Some(content)) => found().is_ok_and(|found| found == *content),
            Some(None) => self.root().join(path).symlink_metadata().is_err(),
            None => false,
        }
    }

    /// The listed files that are not as they were written, in order of path; each is read whole.
    pub fn faults(&self, entries: &Entries) -> Vec<(String, Fault)> {
        let found = entries.par_iter().filter_map(|(path, entry)| Some((path.clone(), self.fault(entry)?)));
        found.collect()
    }

    /// Files of one of the private folders (`inputs`, `lineage`) whose bytes are not those that their name says, and those
    /// of `needed` that are not there; none when there is no such folder and none is needed.
    ///
    /// # Errors
    /// The folder cannot be listed.
    pub fn misnamed(&self, folder: &str, needed: &BTreeSet<Digest>) -> anyhow::Result<Vec<(String, Fault)>> {
        let home = self.root().join(PRIVATE).join(folder);
        let names = listed(&home)?;
        let wanted: BTreeSet<String> = needed.iter().map(|digest| format!("{digest}.json")).collect();
        let missing = wanted.difference(&names).cloned().map(|name| (name, Fault::Missing));
        let damaged: Vec<(String, Fault)> = names
            .clone()
            .into_par_iter()
            .filter(|name| !name.starts_with(whole::TEMPORARY))
            .filter(|name| {
                let of = File::open(home.join(name)).and_then(Digest::of_reader);
                !of.is_ok_and(|of| format!("{of}.json") == *name)
            })
            .map(|name| (name, Fault::Damaged))
            .collect();
        let mut found: Vec<(String, Fault)> = missing.chain(damaged).collect();
        found.sort_by(|one, other| one.0.cmp(&other.0));
        Ok(found.into_iter().map(|(name, fault)| (format!("{PRIVATE}/{folder}/{name}"), fault)).collect())
    }

    /// What killed runs left: half-written files, and snapshots of inputs and lineages that no entry names.
    ///
    /// # Errors
    /// A folder cannot be listed.
    pub fn leftovers(&self, entries: &Entries) -> anyhow::Result<Vec<String>> {
        let inside = |path: &Path| {
            let below = path.strip_prefix(self.root()).unwrap_or(path);
            below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
        };
        let mut found: BTreeSet<String> = whole::temporaries(self.root())?.iter().map(|path| inside(path)).collect();
        let needed = self.needed(entries);
        for folder in [super::SNAPSHOTS, super::LINEAGES] {
            let home = self.root().join(PRIVATE).join(folder);
            let idle = listed(&home)?.into_iter().map(|name| home.join(name)).filter(|path| !needed.contains(path));
            found.extend(idle.map(|path| inside(&path)));
        }
        Ok(found.into_iter().collect())
    }

    /// Whether the manifest's table of contents may be believed: it is whole, and of another manifest or says what this one
    /// says. One of another is passed over by every run.
    ///
    /// # Errors
    /// A file that is there cannot be read.
    pub fn contents_are_true(&self) -> anyhow::Result<bool> {
        let manifest = self.root().join(MANIFEST);
        let (Some(table), Some(bytes)) =
            (shelf::read_if_there(&self.contents())?, shelf::read_if_there(&manifest)?.map(Arc::new))
        else {
            return Ok(true);
        };
        let of = shelf::state_of(&bytes, &[]);
        if let Some((heading, entries)) = contents::read(&self.contents(), &of, &bytes) {
            let written = Manifest::parse(&manifest, &bytes);
            let same = |(one, other): (&Arc<Kept>, &Arc<Kept>)| one.says_the_same_as(other);
            return Ok(heading == written.heading
                && entries.len() == written.entries.len()
                && entries.values().zip(written.entries.values()).all(same));
        }
        Ok(contents::of_another(&table, &of))
    }

    /// Takes away a table of contents that may not be believed; the next run writes it anew.
    ///
    /// # Errors
    /// It cannot be removed.
    pub fn forget_contents(&self) -> anyhow::Result<()> {
        fs::remove_file(self.contents()).context("could not remove a table of contents")
    }
}

/// Names of the files right in a folder; none when there is no such folder.
fn listed(folder: &Path) -> anyhow::Result<BTreeSet<String>> {
    if !folder.is_dir() {
        return Ok(BTreeSet::new());
    }
    let listing = || format!("could not list {}", folder.display());
    let mut names = BTreeSet::new();
    for item in fs::read_dir(folder).with_context(listing)? {
        let item = item.with_context(listing)?;
        if item.file_type().with_context(listing)?.is_file() {
            names.insert(item.file_name().to_string_lossy().into_owned());
        }
    }
    Ok(names)
}
