//! From assets of the store to a release: versions, names, and the bytes in the archive.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, ensure};

use super::{Archive, Release, ReleasedAsset, ReleasedFile, last_version, sha256};
use crate::digest::Digest;
use crate::ledger::State;
use crate::lineage::Lineage;
use crate::store::{RenditionEntry, Shelf};

/// An asset as it lies in the store, with what it drew.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Its files by path; never empty, all of one asset.
    pub entries: Vec<RenditionEntry>,
    /// What each format drew from the data.
    pub lineage: BTreeMap<String, Lineage>,
    /// Its short code.
    pub code: String,
    /// Reporting period.
    pub period: String,
    /// Long description.
    pub description: String,
}

impl Candidate {
    /// The asset's name.
    pub fn name(&self) -> &str {
        self.entries.first().map_or("", |entry| &entry.asset)
    }

    /// Digests of its files, as [`ReleasedAsset::contents`] has them.
    pub fn contents(&self) -> BTreeSet<Digest> {
        self.entries.iter().map(|entry| entry.content).collect()
    }

    /// The asset in exactly these bytes.
    pub fn state(&self) -> State {
        let asset = self.name().to_owned();
        let parts = self.entries.iter().flat_map(|entry| [entry.path.as_bytes(), entry.content.as_bytes().as_slice()]);
        State { asset, content: Digest::of_parts(parts) }
    }
}

/// Brings assets into the archive and gives them as they are released, by name. An asset whose files are those of its last
/// released version keeps that version.
///
/// # Errors
/// A file of the store is gone or altered, or the archive cannot be written.
pub fn compile(
    candidates: &[Candidate],
    earlier: &[Release],
    shelf: &Shelf,
    archive: &Archive,
) -> anyhow::Result<Vec<ReleasedAsset>> {
    let mut assets = candidates
        .iter()
        .map(|candidate| compiled(candidate, last_version(earlier, candidate.name()), shelf, Some(archive)))
        .collect::<anyhow::Result<Vec<_>>>()?;
    assets.sort_by(|one, other| one.asset.cmp(&other.asset));
    Ok(assets)
}

/// The same without an archive: what a release of them would hold.
///
/// # Errors
/// A file of the store is gone or altered.
pub fn draft(candidates: &[Candidate], earlier: &[Release], shelf: &Shelf) -> anyhow::Result<Vec<ReleasedAsset>> {
    candidates
        .iter()
        .map(|candidate| compiled(candidate, last_version(earlier, candidate.name()), shelf, None))
        .collect()
}

/// One asset, its files kept in the archive if there is one.
fn compiled(
    candidate: &Candidate,
    last: Option<&ReleasedAsset>,
    shelf: &Shelf,
    archive: Option<&Archive>,
) -> anyhow::Result<ReleasedAsset> {
    let first = candidate.entries.first().context("an asset has files")?;
    let version = match last {
        Some(last) if last.contents() == candidate.contents() => last.version,
        Some(last) => last.version + 1,
        None => 1,
    };
    let files = candidate.entries.iter().map(|entry| released(entry, version, shelf, archive));
    let mut files = files.collect::<anyhow::Result<Vec<_>>>()?;
    files.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(ReleasedAsset {
        asset: first.asset.clone(),
        version,
        code: candidate.code.clone(),
        product: first.product.clone(),
        table: first.table.clone(),
        key: first.key.clone(),
        language: first.language.clone(),
        theme: first.theme.clone(),
        period: candidate.period.clone(),
        phase: first.phase.clone(),
        headline: first.headline.clone(),
        caption: first.caption.clone(),
        alt_text: first.alt_text.clone(),
        description: candidate.description.clone(),
        tags: first.tags.clone(),
        words: candidate
            .entries
            .iter()
            .map(|entry| entry.words.as_str())
            .max_by_key(|words| words.len())
            .map_or_else(String::new, str::to_owned),
        illustrative: candidate.entries.iter().any(|entry| entry.illustrative),
        composite: candidate.entries.iter().any(|entry| entry.composite),
        lineage: candidate.lineage.clone(),
        files,
    })
}

/// One file, brought into the archive if there is one.
fn released(
    entry: &RenditionEntry,
    version: u32,
    shelf: &Shelf,
    archive: Option<&Archive>,
) -> anyhow::Result<ReleasedFile> {
    let place = shelf.root().join(&entry.path);
    let bytes = std::fs::read(&place).with_context(|| format!("could not read {}", place.display()))?;
    ensure!(Digest::of(&bytes) == entry.content, "{} was altered since it was made", place.display());
    if let Some(archive) = archive {
        archive.put(&bytes)?;
    }
    Ok(ReleasedFile {
        name: versioned(&entry.path, version),
        format: entry.format.clone(),
        encoding: entry.encoding,
        page: entry.page,
        width: entry.width,
        height: entry.height,
        bytes: entry.bytes,
        content: entry.content,
        sha256: sha256(&bytes),
    })
}

/// A file's released name: its own, with the version before the ending.
fn versioned(path: &str, version: u32) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}_v{version:02}.{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_carry_the_version_and_no_folder() {
        assert_eq!(
            versioned("unit-card/cds_unit-card_01_2026q3_og_vi.png", 2),
            "cds_unit-card_01_2026q3_og_vi_v02.png"
        );
        assert_eq!(versioned("a_p03.png", 12), "a_p03_v12.png");
    }
}
