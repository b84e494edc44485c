//! Reading an output folder without touching it: entries, soundness of files, snapshots of inputs, lineages.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;

use super::inputs::Inputs;
use super::kept::Kept;
use super::manifest::{self, Entries, Heading, Manifest};
use super::{CONTENTS, JOURNAL, LINEAGES, MANIFEST, PRIVATE, SNAPSHOTS, contents, journal, place};
use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::lineage::Lineage;

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
    /// What a run that was stopped had begun, by path: the digest a file was to have; none when it was to go.
    pub begun: BTreeMap<String, Option<Digest>>,
    /// Digest of the two files, which changes when they do.
    pub state: Digest,
    /// What could not be read (`MB1001`, `MB1002`).
    pub warnings: Vec<Diagnostic>,
    /// Whether the folder was left by a run that ended: no journal, and the table of contents fits the manifest.
    pub(super) settled: bool,
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
        let manifest_bytes = read_if_there(&manifest_path)?.map(Arc::new);
        let journal_bytes = read_if_there(&journal_path)?.unwrap_or_default();
        let written = manifest_bytes.as_ref().map(|bytes| (bytes, state_of(bytes, &[])));
        let listed = written.as_ref().and_then(|(bytes, of)| contents::read(&self.contents(), of, bytes));
        let settled = listed.is_some() && journal_bytes.is_empty();
        let mut manifest = match (listed, &written) {
            (Some((heading, entries)), _) => Manifest { heading, entries, warnings: Vec::new() },
            (None, Some((bytes, _))) => Manifest::parse(&manifest_path, bytes),
            (None, None) => Manifest::default(),
        };
        let lines = journal::parse(&journal_bytes);
        if lines.unread > 0 {
            manifest.warnings.push(manifest::left_out(&journal_path.display().to_string(), lines.unread));
        }
        for entry in lines.entries {
            manifest.entries.insert(entry.path.clone(), Arc::new(Kept::new(&entry)?));
        }
        let state = match written {
            Some((_, state)) if journal_bytes.is_empty() => state,
            written => state_of(written.map_or(&[], |(bytes, _)| bytes), &journal_bytes),
        };
        Ok(Recorded {
            heading: manifest.heading,
            entries: manifest.entries,
            begun: lines.begun,
            state,
            warnings: manifest.warnings,
            settled,
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

    /// Length and time of change of manifest and journal, which are others when the files are; empty when the system
    /// does not tell.
    pub fn stamp(&self) -> String {
        let (manifest, journal) = self.written();
        let of = |path: &Path| {
            let Ok(file) = fs::metadata(path) else { return Some("none".to_owned()) };
            let changed = file.modified().ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
            Some(format!("{} {}", file.len(), changed.as_nanos()))
        };
        of(&manifest).zip(of(&journal)).map(|(manifest, journal)| format!("{manifest}, {journal}")).unwrap_or_default()
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

    /// The lineage of an artwork, when it is there and undamaged.
    pub fn lineage(&self, digest: &Digest) -> Option<Lineage> {
        let bytes = fs::read(self.lineage_file(digest)).ok()?;
        (Digest::of(&bytes) == *digest).then(|| serde_json::from_slice(&bytes).ok())?
    }

    /// Whether a lineage is there and undamaged.
    pub fn has_lineage(&self, digest: &Digest) -> bool {
        fs::read(self.lineage_file(digest)).is_ok_and(|bytes| Digest::of(&bytes) == *digest)
    }

    /// Paths of the entries whose lineage is missing or damaged; the next run makes it again.
    pub fn untraced(&self, entries: &Entries) -> Vec<String> {
        let mut known: BTreeMap<Digest, bool> = BTreeMap::new();
        let lost = |entry: &&Arc<Kept>| match entry.lineage {
            Some(digest) => !*known.entry(digest).or_insert_with(|| self.has_lineage(&digest)),
            None => true,
        };
        entries.values().filter(lost).map(|entry| entry.path.clone()).collect()
    }

    /// Where manifest and journal lie.
    fn written(&self) -> (PathBuf, PathBuf) {
        (self.root.join(MANIFEST), self.root.join(PRIVATE).join(JOURNAL))
    }

    /// Where the manifest's table of contents lies.
    pub(super) fn contents(&self) -> PathBuf {
        self.root.join(PRIVATE).join(CONTENTS)
    }

    /// Where a snapshot of inputs lies.
    pub(super) fn snapshot(&self, digest: &Digest) -> PathBuf {
        self.root.join(PRIVATE).join(SNAPSHOTS).join(format!("{digest}.json"))
    }

    /// Where a lineage lies.
    pub(super) fn lineage_file(&self, digest: &Digest) -> PathBuf {
        self.root.join(PRIVATE).join(LINEAGES).join(format!("{digest}.json"))
    }

    /// The files beside the manifest that entries need: their snapshots of inputs and their lineages.
    pub(super) fn needed(&self, entries: &Entries) -> BTreeSet<PathBuf> {
        let lineages = entries.values().filter_map(|entry| entry.lineage).map(|digest| self.lineage_file(&digest));
        entries.values().map(|entry| self.snapshot(&entry.inputs)).chain(lineages).collect()
    }
}

/// Digest of what the two files hold.
pub(super) fn state_of(manifest: &[u8], journal: &[u8]) -> Digest {
    Digest::of_parts([manifest, journal])
}

/// A file's bytes; none when it is not there.
pub(super) fn read_if_there(path: &Path) -> anyhow::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error).with_context(|| format!("could not read {}", path.display())),
    }
}
