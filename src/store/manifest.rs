//! `manifest.json`: everything an output folder holds, as one file whose bytes follow from its contents alone.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;

use super::entry::RenditionEntry;
use super::kept::Kept;
use super::place;
use crate::diagnostic::{Diagnostic, Span};

/// Version of the manifest's own shape; a later one is not read.
const SHAPE: u32 = 1;

/// Entries by path.
pub type Entries = BTreeMap<String, Arc<Kept>>;

/// Who made the files, and of what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heading {
    /// Program and its version.
    pub program: String,
    /// Campaign slug.
    pub campaign: String,
    /// Reporting period.
    pub period: String,
}

/// The file as it stands on the disk.
///
/// The heading's fields are spelled out, as flattening would hold the whole file in memory twice.
#[derive(Deserialize)]
struct Written<T> {
    /// Version of the shape.
    manifest: u32,
    /// Program and its version.
    #[serde(default)]
    program: String,
    /// Campaign slug.
    #[serde(default)]
    campaign: String,
    /// Reporting period.
    #[serde(default)]
    period: String,
    /// The entries.
    renditions: Vec<T>,
}

impl<T> Written<T> {
    /// Heading and entries.
    fn parts(self) -> (Heading, Vec<T>) {
        (Heading { program: self.program, campaign: self.campaign, period: self.period }, self.renditions)
    }
}

/// What could be read of a manifest.
#[derive(Debug, Default)]
pub(super) struct Manifest {
    /// Who made it.
    pub(super) heading: Heading,
    /// Its entries.
    pub(super) entries: Entries,
    /// What could not be read (`MB1001`, `MB1002`).
    pub(super) warnings: Vec<Diagnostic>,
}

impl Manifest {
    /// Reads a manifest's bytes; what cannot be read is left out with a warning, as its files can be made again.
    pub(super) fn parse(path: &Path, bytes: &[u8]) -> Self {
        let name = path.display().to_string();
        let (heading, entries) = match serde_json::from_slice::<Written<RenditionEntry>>(bytes) {
            Ok(written) if written.manifest == SHAPE => written.parts(),
            Ok(_) => return Self::unreadable(Span::whole(name)),
            Err(_) => return Self::entry_by_entry(name, bytes),
        };
        Self::keep_plain(name, heading, entries.len(), entries)
    }

    /// Reads a manifest of which some entry is not as it should be.
    fn entry_by_entry(name: String, bytes: &[u8]) -> Self {
        match serde_json::from_slice::<Written<serde_json::Value>>(bytes) {
            Ok(written) if written.manifest == SHAPE => {
                let (heading, values) = written.parts();
                let told = values.len();
                let good = values.into_iter().filter_map(|value| serde_json::from_value(value).ok()).collect();
                Self::keep_plain(name, heading, told, good)
            }
            Ok(_) => Self::unreadable(Span::whole(name)),
            Err(error) => Self::unreadable(Span::text(name, short(error.line()), short(error.column()), 0)),
        }
    }

    /// Keeps the entries whose path stays in the folder; `told` is how many the file had.
    fn keep_plain(name: String, heading: Heading, told: usize, entries: Vec<RenditionEntry>) -> Self {
        let mut kept = 0;
        let mut manifest = Self { heading, ..Self::default() };
        for entry in entries.into_iter().filter(|entry| place::is_plain(&entry.path)) {
            if let Ok(entry) = Kept::new(&entry) {
                kept += 1;
                manifest.entries.insert(entry.path.clone(), Arc::new(entry));
            }
        }
        if kept < told {
            manifest.warnings.push(left_out(&name, told - kept));
        }
        manifest
    }

    /// An empty manifest with the warning that says why.
    fn unreadable(span: Span) -> Self {
        let warning = Diagnostic::warning("MB1001").arg("path", &span.file).at(span).hint("hint");
        Self { warnings: vec![warning], ..Self::default() }
    }
}

/// The warning that some entries of a file could not be read.
pub(super) fn left_out(name: &str, count: usize) -> Diagnostic {
    Diagnostic::warning("MB1002").arg("path", name).arg("count", count).at(Span::whole(name)).hint("hint")
}

/// The manifest's bytes, and where in them each entry stands: in order of path, one a line, so that two manifests can be
/// compared by line.
///
/// # Errors
/// Never in practice: only if the heading cannot be written as JSON.
pub(super) fn bytes(heading: &Heading, entries: &Entries) -> anyhow::Result<(Vec<u8>, Vec<Range<usize>>)> {
    let mut out = format!(
        "{{\n\"manifest\":{SHAPE},\n\"program\":{},\n\"campaign\":{},\n\"period\":{},\n\"renditions\":[",
        serde_json::to_string(&heading.program)?,
        serde_json::to_string(&heading.campaign)?,
        serde_json::to_string(&heading.period)?
    )
    .into_bytes();
    out.reserve(entries.values().map(|entry| entry.line().len() + 2).sum());
    let mut places = Vec::with_capacity(entries.len());
    for (nth, entry) in entries.values().enumerate() {
        out.extend_from_slice(if nth == 0 { b"\n" } else { b",\n" });
        let start = out.len();
        out.extend_from_slice(entry.line());
        places.push(start..out.len());
    }
    out.extend_from_slice(b"\n]\n}\n");
    Ok((out, places))
}

/// A line or column number as 32 bits; 0 becomes 1.
fn short(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX).max(1)
}
