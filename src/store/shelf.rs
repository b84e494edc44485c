//! Reading an output folder without touching it: entries, soundness of files, snapshots of inputs.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;

use super::inputs::Inputs;
use super::manifest::{self, Entries, Heading, Manifest};
use super::{JOURNAL, MANIFEST, PRIVATE, SNAPSHOTS, journal, place};
use crate::diagnostic::Diagnostic;
use crate::digest::Digest;

/// An output folder as a reader sees it; it need not exist, and other runs may write to it meanwhile.
#[derive(Debug, Clone)]
pub struct Shelf {
    /// The folder.
    root: PathBuf,
}

/// What an output folder says it holds.
#[derive(Debug, Clone)]
pub struct Recorded {
    /// Who made the files.
    pub heading: Heading,
    /// Entries by path: the manifest's, overlaid with the journal's.
    pub entries: Entries,
    /// Digest of the two files, which changes when they do.
    pub state: Digest,
    /// What could not be read (`MB1001`, `MB1002`).
    pub warnings: Vec<Diagnostic>,
}

impl Shelf {
    /// The folder at a path; the disk is not touched yet.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Reads manifest and journal. Damaged ones give warnings and fewer entries: files can be made again.
    ///
    /// # Errors
    /// The folder is there and cannot be read.
    pub fn read(&self) -> anyhow::Result<Recorded> {
        let (manifest_path, journal_path) = self.written();
        let manifest_bytes = read_if_there(&manifest_path)?;
        let journal_bytes = read_if_there(&journal_path)?.unwrap_or_default();
        let mut manifest = match &manifest_bytes {
            Some(bytes) => Manifest::parse(&manifest_path, bytes),
            None => Manifest::default(),
        };
        let (lines, unread) = journal::parse(&journal_bytes);
        if unread > 0 {
            manifest.warnings.push(manifest::left_out(&journal_path.display().to_string(), unread));
        }
        for entry in lines {
            manifest.entries.insert(entry.path.clone(), Arc::new(entry));
        }
        let manifest_bytes = manifest_bytes.unwrap_or_default();
        Ok(Recorded {
            heading: manifest.heading,
            entries: manifest.entries,
            state: state_of(&manifest_bytes, &journal_bytes),
            warnings: manifest.warnings,
        })
    }

    /// Digest of manifest and journal, which changes when either does.
    ///
    /// # Errors
    /// The folder is there and cannot be read.
    pub fn state(&self) -> anyhow::Result<Digest> {
        let (manifest_path, journal_path) = self.written();
        let (manifest, journal) = (read_if_there(&manifest_path)?, read_if_there(&journal_path)?);
        Ok(state_of(&manifest.unwrap_or_default(), &journal.unwrap_or_default()))
    }

    /// Whether a file is there as it was written: an ordinary file of that length and digest (it is read whole).
    pub fn sound(&self, path: &str, content: &Digest, bytes: u64) -> bool {
        let Ok(place) = place::below(&self.root, path) else { return false };
        let Ok(metadata) = fs::symlink_metadata(&place) else { return false };
        metadata.is_file()
            && metadata.len() == bytes
            && File::open(&place).and_then(Digest::of_reader).is_ok_and(|found| found == *content)
    }

    /// A snapshot of inputs, when it is there and undamaged.
    pub fn inputs(&self, digest: &Digest) -> Option<Inputs> {
        let bytes = fs::read(self.snapshot(digest)).ok()?;
        (Digest::of(&bytes) == *digest).then(|| serde_json::from_slice(&bytes).ok())?
    }

    /// Where manifest and journal lie.
    fn written(&self) -> (PathBuf, PathBuf) {
        (self.root.join(MANIFEST), self.root.join(PRIVATE).join(JOURNAL))
    }

    /// Where a snapshot of inputs lies.
    pub(super) fn snapshot(&self, digest: &Digest) -> PathBuf {
        self.root.join(PRIVATE).join(SNAPSHOTS).join(format!("{digest}.json"))
    }
}

/// Digest of what the two files hold.
fn state_of(manifest: &[u8], journal: &[u8]) -> Digest {
    Digest::of_parts([manifest, journal])
}

/// A file's bytes; none when it is not there.
fn read_if_there(path: &Path) -> anyhow::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("could not read {}", path.display())),
    }
}
