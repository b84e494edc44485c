//! The store: the output folder. In go finished bytes and what is known of them; out come files that are
//! never half-written, a manifest, and the answer whether a file is still what it was.
//!
//! One run at a time writes to a folder ([`Store`], which holds a lock that vanishes with its process); anyone
//! may read meanwhile ([`Shelf`]). A finished file is noted in a journal at once, and the journal becomes part
//! of the manifest when the run ends, so a run killed at any moment loses nothing it finished.

mod clean;
mod contents;
mod entry;
mod inputs;
mod journal;
mod kept;
mod known;
mod manifest;
mod place;
mod shelf;
mod soundness;
mod whole;

pub use clean::Extent;
pub use entry::RenditionEntry;
pub use inputs::{InputChange, InputKind, Inputs};
pub use kept::Kept;
pub use known::{Known, touched};
pub use manifest::{Entries, Heading};
pub use shelf::{Recorded, Shelf};
pub use soundness::Fault;
pub(crate) use whole::{Durable, sweep, temporary_in, write as write_whole};

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Context, bail};

use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::lineage::Lineage;
use journal::Journal;

/// Name of the manifest.
pub const MANIFEST: &str = "manifest.json";
/// Folder for what only the store reads.
pub const PRIVATE: &str = ".mocban";
/// Name of the journal in it.
const JOURNAL: &str = "journal.jsonl";
/// Name of the manifest's table of contents in it.
const CONTENTS: &str = "contents";
/// Folder for snapshots of inputs in it.
const SNAPSHOTS: &str = "inputs";
/// Folder for lineages in it, one an artwork.
const LINEAGES: &str = "lineage";
/// Name of the lock file in it.
const LOCK: &str = "lock";

/// An output folder open for writing, by this run alone. All methods may be called from many threads.
#[derive(Debug)]
pub struct Store {
    /// The folder as readers see it.
    shelf: Shelf,
    /// Held while the store is open; the system lets go of it when the process ends, however it ends.
    _lock: File,
    /// Where finished files are noted.
    journal: Mutex<Journal>,
    /// What the folder holds, as it was read and recorded since.
    entries: Mutex<Entries>,
    /// Whether the manifest on the disk says all there is to say.
    settled: AtomicBool,
    /// Who made what was found.
    heading: Heading,
    /// What could not be read on opening.
    warnings: Vec<Diagnostic>,
}

impl Store {
    /// Opens an output folder for writing, making it if its parent is there.
    ///
    /// # Errors
    /// The parent is missing, the folder cannot be written or read, or another run is writing to it.
    pub fn open(path: impl AsRef<Path>) -> anyhow::Result<Self> {
        let root = path.as_ref();
        Self::prepare(root).with_context(|| format!("could not open the output folder {}", root.display()))
    }

    /// [`Store::open`] without the folder's name in its errors.
    fn prepare(root: &Path) -> anyhow::Result<Self> {
        make_folder(root)?;
        let private = root.join(PRIVATE);
        make_folder(&private)?;
        make_folder(&private.join(SNAPSHOTS))?;
        make_folder(&private.join(LINEAGES))?;
        let lock = lock(&private.join(LOCK))?;
        let shelf = Shelf::at(root);
        let recorded = shelf.read()?;
        Ok(Self {
            shelf,
            _lock: lock,
            journal: Mutex::new(Journal::open(&private.join(JOURNAL))?),
            entries: Mutex::new(recorded.entries),
            settled: AtomicBool::new(recorded.settled),
            heading: recorded.heading,
            warnings: recorded.warnings,
        })
    }

    /// The folder as readers see it.
    pub fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// What could not be read of manifest and journal when the store was opened (`MB1001`, `MB1002`).
    pub fn warnings(&self) -> &[Diagnostic] {
        &self.warnings
    }

    /// Who made what was found when the store was opened.
    pub fn heading(&self) -> &Heading {
        &self.heading
    }

    /// What the folder holds by now: the manifest overlaid with everything recorded since.
    pub fn entries(&self) -> Entries {
        hold(&self.entries).clone()
    }

    /// Writes a file whole, replacing any other in one step.
    ///
    /// # Errors
    /// The path would leave the folder, a folder cannot be made, the disk is full. Nothing half-written remains.
    pub fn put(&self, path: &str, bytes: &[u8]) -> anyhow::Result<()> {
        let target = place::below(self.shelf.root(), path)?;
        place::make_parents(self.shelf.root(), path)?;
        whole::write(&target, bytes, Durable::No)
    }

    /// Whether a file is there as it was written (see [`Shelf::sound`]).
    pub fn sound(&self, path: &str, content: &Digest, bytes: u64) -> bool {
        self.shelf.sound(path, content, bytes)
    }

    /// Notes that a file is about to be put in its place; call it right before [`Store::put`], if the file is to be recorded.
    ///
    /// # Errors
    /// The journal cannot be written.
    pub fn begin(&self, path: &str, content: Digest) -> anyhow::Result<()> {
        self.settled.store(false, Ordering::Relaxed);
        hold(&self.journal).begin(path, Some(content))
    }

    /// Notes a finished file; call it right after [`Store::put`].
    ///
    /// # Errors
    /// The path is not one the store writes, or the journal cannot be written.
    pub fn record(&self, entry: &RenditionEntry) -> anyhow::Result<()> {
        place::below(self.shelf.root(), &entry.path)?;
        // Held to the end, so that a manifest written meanwhile has the entry or the journal keeps it.
        let entry = Arc::new(Kept::new(entry)?);
        let mut journal = hold(&self.journal);
        self.settled.store(false, Ordering::Relaxed);
        journal.append(&entry)?;
        hold(&self.entries).insert(entry.path.clone(), entry);
        Ok(())
    }

    /// Paths of the entries that the caller does not keep, in order; nothing is removed (see [`Store::retire`]).
    ///
    /// `keeps` must say yes to every entry of a product that this run did not plan in full, and to the
    /// earlier files of jobs that failed.
    pub fn orphans(&self, keeps: impl Fn(&Kept) -> bool) -> Vec<String> {
        hold(&self.entries).values().filter(|entry| !keeps(entry)).map(|entry| entry.path.clone()).collect()
    }

    /// Removes files and their entries, and the folders that this leaves empty; gives how many entries went.
    ///
    /// The entries leave the disk with [`Store::finish`]; a run killed before that retires them again next time.
    ///
    /// # Errors
    /// A file that is there cannot be removed; its entry then stays.
    pub fn retire(&self, paths: &[String]) -> anyhow::Result<usize> {
        let mut retired = 0;
        for path in paths {
            self.settled.store(false, Ordering::Relaxed);
            let target = place::below(self.shelf.root(), path)?;
            hold(&self.journal).begin(path, None)?;
            match fs::remove_file(&target) {
                Err(error) if error.kind() != ErrorKind::NotFound => {
                    return Err(error).with_context(|| format!("could not remove {}", target.display()));
                }
                _ => {}
            }
            retired += usize::from(hold(&self.entries).remove(path).is_some());
            self.remove_empty_parents(path);
        }
        Ok(retired)
    }

    /// Removes the folders above a path that are empty; one that is not stays, which is why failures are passed over.
    fn remove_empty_parents(&self, path: &str) {
        let mut parents = path;
        while let Some((above, _)) = parents.rsplit_once('/') {
            if fs::remove_dir(self.shelf.root().join(above)).is_err() {
                return;
            }
            parents = above;
        }
    }

    /// Keeps a snapshot of inputs; the same inputs are kept once.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn put_inputs(&self, inputs: &Inputs) -> anyhow::Result<Digest> {
        let bytes = serde_json::to_vec(inputs).context("could not write a snapshot of inputs")?;
        keep(&bytes, |digest| self.shelf.snapshot(digest))
    }

    /// Keeps the lineage of an artwork; the same lineage is kept once.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn put_lineage(&self, lineage: &Lineage) -> anyhow::Result<Digest> {
        let bytes = serde_json::to_vec(lineage).context("could not write a lineage")?;
        keep(&bytes, |digest| self.shelf.lineage_file(digest))
    }

    /// A snapshot of inputs, when it is there and undamaged.
    pub fn inputs(&self, digest: &Digest) -> Option<Inputs> {
        self.shelf.inputs(digest)
    }

    /// Removes what killed runs left half-written; gives how many files.
    ///
    /// # Errors
    /// A folder cannot be listed or a file cannot be removed.
    pub fn sweep_temporaries(&self) -> anyhow::Result<usize> {
        whole::sweep(self.shelf.root()).context("could not clear away half-written files")
    }

    /// Ends a run: the journal becomes part of the manifest, and snapshots and lineages that no entry needs are removed. When nothing
    /// was recorded or retired, what is on the disk stays as it is.
    ///
    /// Killed between any two steps, it leaves a folder that reads the same. The manifest holds no time of day.
    ///
    /// # Errors
    /// The manifest cannot be written; the journal is then left as it is.
    pub fn finish(&self, heading: &Heading) -> anyhow::Result<()> {
        let mut journal = hold(&self.journal);
        if self.settled.load(Ordering::Relaxed) && *heading == self.heading {
            return Ok(());
        }
        let entries = self.entries();
        let (bytes, places) = manifest::bytes(heading, &entries)?;
        let target = self.shelf.root().join(MANIFEST);
        if !fs::read(&target).is_ok_and(|found| found == bytes) {
            whole::write(&target, &bytes, Durable::Yes)?;
        }
        journal.clear()?;
        contents::write(&self.shelf.contents(), shelf::state_of(&bytes, &[]), heading, &entries, &places)?;
        let (private, needed) = (self.shelf.root().join(PRIVATE), self.shelf.needed(&entries));
        [SNAPSHOTS, LINEAGES].iter().try_for_each(|folder| remove_unless(&private.join(folder), &needed))
    }
}

/// Writes bytes to the place that follows from their digest, unless they are there.
fn keep(bytes: &[u8], place: impl Fn(&Digest) -> PathBuf) -> anyhow::Result<Digest> {
    let digest = Digest::of(bytes);
    let target = place(&digest);
    if !fs::read(&target).is_ok_and(|found| found == bytes) {
        whole::write(&target, bytes, Durable::No)?;
    }
    Ok(digest)
}

/// Makes a folder unless it is there; its parent must be.
fn make_folder(path: &Path) -> anyhow::Result<()> {
    match fs::create_dir(path) {
        Err(_) if path.is_dir() => Ok(()),
        made => made.with_context(|| format!("could not make the folder {}", path.display())),
    }
}

/// Takes the lock of a folder; the system lets go of it when the process ends.
///
/// # Errors
/// The file cannot be made, or another process holds it.
pub(crate) fn lock(path: &Path) -> anyhow::Result<File> {
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path)
        .with_context(|| format!("could not open {}", path.display()))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        // A file system without locks still takes files; two runs at once are then up to the user.
        Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => Ok(file),
        Err(TryLockError::Error(error)) => Err(error).with_context(|| format!("could not lock {}", path.display())),
        Err(TryLockError::WouldBlock) => bail!("another run is writing to it; wait until that one has ended"),
    }
}

/// Removes the files of a folder that are not needed.
fn remove_unless(folder: &Path, needed: &BTreeSet<PathBuf>) -> anyhow::Result<()> {
    let listing = fs::read_dir(folder).with_context(|| format!("could not list {}", folder.display()))?;
    for item in listing {
        let path = item.with_context(|| format!("could not list {}", folder.display()))?.path();
        if path.is_file() && !needed.contains(&path) {
            fs::remove_file(&path).with_context(|| format!("could not remove {}", path.display()))?;
        }
    }
    Ok(())
}

/// The content of a lock; a thread that died while holding it left it whole, as all changes are single steps.
fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
