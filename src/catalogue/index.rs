//! Rebuilding: an output folder is walked, its manifests are merged, its files compared with them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, ensure};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use walkdir::WalkDir;

use super::{CATALOGUE, Catalogue};
use crate::diagnostic::{Diagnostic, Span};
use crate::store::{Entries, Fault, Heading, Kept, MANIFEST, PRIVATE, RenditionEntry, Shelf, Store};

/// What was found in an output folder.
#[derive(Debug, Clone, Default)]
pub struct IndexReport {
    /// Files listed in the merged manifest.
    pub renditions: usize,
    /// Their assets.
    pub assets: usize,
    /// Folders with a manifest or journal of their own, relative to the output folder, `""` for itself.
    pub manifests: Vec<String>,
    /// Files that a manifest lists and that are not there; their entries were dropped.
    pub missing: Vec<String>,
    /// Files that are not as they were written; their entries stay, so that the next run repairs them.
    pub altered: Vec<String>,
    /// Files in no manifest; they were left alone.
    pub unlisted: Vec<String>,
    /// All this as findings (`MB1001` to `MB1005`).
    pub findings: Vec<Diagnostic>,
}

/// What a walk comes upon; paths are relative to the output folder.
#[derive(Debug, Default)]
struct Walked {
    /// Folders with a store in them, an inner one after the one around it.
    stores: Vec<String>,
    /// All other files.
    files: Vec<String>,
}

/// Walks an output folder and makes its manifest and catalogue anew, the manifests of shards below it included.
///
/// Where two manifests list one file, the one nearer to it is believed.
///
/// # Errors
/// The folder is missing, cannot be read or written, or another run is writing to it.
pub fn rebuild_from(output: &Path) -> anyhow::Result<IndexReport> {
    ensure!(output.is_dir(), "there is no output folder {}", output.display());
    let store = Store::open(output)?;
    let walked = walk(output)?;
    let mut report = IndexReport { manifests: walked.stores.clone(), ..IndexReport::default() };
    let heading = merge(&store, &walked, &mut report)?;
    judge(&store, &mut report)?;
    let entries = store.entries();
    let is_listed = |path: &String| entries.contains_key(path);
    report.unlisted = walked.files.into_iter().filter(|path| !is_listed(path)).collect();
    report.renditions = entries.len();
    report.assets = entries.values().map(|entry| entry.asset.as_str()).collect::<BTreeSet<_>>().len();
    store.finish(&heading)?;
    let (_, _) = Catalogue::current(store.shelf())?;
    word(&mut report);
    Ok(report)
}

/// Files of an output folder that neither its entries nor a store below it list, in order.
///
/// # Errors
/// A folder or manifest cannot be read.
pub fn unlisted(shelf: &Shelf, entries: &Entries) -> anyhow::Result<Vec<String>> {
    let walked = walk(shelf.root())?;
    let mut listed: BTreeSet<String> = entries.keys().cloned().collect();
    for below in walked.stores.iter().filter(|path| !path.is_empty()) {
        let shard = Shelf::at(shelf.root().join(below)).read()?;
        listed.extend(shard.entries.keys().map(|path| format!("{below}/{path}")));
    }
    Ok(walked.files.into_iter().filter(|path| !listed.contains(path)).collect())
}

/// Lists a folder's stores and files in order.
fn walk(output: &Path) -> anyhow::Result<Walked> {
    let mut walked = Walked::default();
    let visible = |item: &walkdir::DirEntry| item.depth() == 0 || !item.file_name().to_string_lossy().starts_with('.');
    for item in WalkDir::new(output).sort_by_file_name().into_iter().filter_entry(visible) {
        let item = item.with_context(|| format!("could not walk through {}", output.display()))?;
        let path = relative(output, item.path());
        if item.file_type().is_dir() {
            if item.path().join(MANIFEST).is_file() || item.path().join(PRIVATE).is_dir() {
                walked.stores.push(path);
            }
        } else if !is_own(&path) {
            walked.files.push(path);
        }
    }
    Ok(walked)
}

/// A path below the output folder with `/` between its parts; `""` for the folder itself.
fn relative(output: &Path, path: &Path) -> String {
    let below: PathBuf = path.strip_prefix(output).unwrap_or(path).to_path_buf();
    below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// Whether a file is part of a store or catalogue rather than a picture.
fn is_own(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name == MANIFEST
        || name.strip_prefix(CATALOGUE).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        || path == "README.md"
        // Proofs and brand sheets are for people, the site and packs follow from releases; no manifest lists them.
        || ["proof/", "brand/", "site/", "packs/"].iter().any(|home| path.starts_with(home))
}

/// Adds the entries of the stores below to the outermost; gives the heading of the merged manifest.
fn merge(store: &Store, walked: &Walked, report: &mut IndexReport) -> anyhow::Result<Heading> {
    report.findings.extend(store.warnings().iter().cloned());
    let mut heading = store.heading().clone();
    for below in walked.stores.iter().filter(|path| !path.is_empty()) {
        let shard = Shelf::at(store.shelf().root().join(below));
        let recorded = shard.read()?;
        report.findings.extend(recorded.warnings);
        if heading == Heading::default() {
            heading = recorded.heading;
        }
        for entry in recorded.entries.values() {
            let path = format!("{below}/{}", entry.path);
            if let Some(inputs) = shard.inputs(&entry.inputs) {
                store.put_inputs(&inputs)?;
            }
            store.record(&RenditionEntry { path, ..entry.whole()? })?;
        }
    }
    Ok(heading)
}

/// Compares every listed file with its entry, and drops the entries of files that are not there.
fn judge(store: &Store, report: &mut IndexReport) -> anyhow::Result<()> {
    let entries: Vec<Arc<Kept>> = store.entries().into_values().collect();
    let faults: Vec<Option<Fault>> = entries.par_iter().map(|entry| store.shelf().fault(entry)).collect();
    for (entry, fault) in entries.iter().zip(faults) {
        match fault {
            None => {}
            Some(Fault::Missing) => report.missing.push(entry.path.clone()),
            Some(Fault::Damaged) => report.altered.push(entry.path.clone()),
        }
    }
    store.retire(&report.missing)?;
    Ok(())
}

/// Words what was found.
fn word(report: &mut IndexReport) {
    for (code, paths) in [("MB1003", &report.missing), ("MB1004", &report.altered), ("MB1005", &report.unlisted)] {
        let worded =
            |path: &String| Diagnostic::warning(code).arg("path", path).at(Span::whole(path.as_str())).hint("hint");
        report.findings.extend(paths.iter().map(worded));
    }
}
