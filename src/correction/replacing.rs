//! From versions that show a cell and the release that replaces them to the correction, as the ledger has it.

use std::collections::{BTreeMap, BTreeSet};

use super::affected::{Affected, numbers};
use crate::language::Words;
use crate::ledger::{CellChange, Correction, CorrectionKind, Replaced};
use crate::release::{Release, ReleasedAsset};

/// Why a release is no correction of what is affected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreplaced {
    /// It does not have these assets, which would go on showing the old text.
    Missing(Vec<String>),
    /// Nothing that shows the cells has other bytes in it.
    Nothing,
}

/// The correction that a release is of the affected versions. An asset that the release has in the same version prints the same
/// as before, because the change rounds away: it is not replaced.
///
/// # Errors
/// What the release lacks.
pub fn replaced(
    cells: &BTreeSet<String>,
    affected: &[Affected],
    before: &[&Release],
    release: &Release,
    kind: CorrectionKind,
    note: Words,
) -> Result<Correction, Unreplaced> {
    let lacks = |one: &&Affected| release.asset(&one.version.asset).is_none();
    let missing: BTreeSet<String> = affected.iter().filter(lacks).map(|one| one.version.asset.clone()).collect();
    if !missing.is_empty() {
        return Err(Unreplaced::Missing(missing.into_iter().collect()));
    }
    let by = |one: &Affected| release.asset(&one.version.asset).map(|asset| asset.version);
    let replaced: Vec<Replaced> = affected
        .iter()
        .filter_map(|one| Some((one, by(one).filter(|by| *by > one.version.version)?)))
        .map(|(one, by)| Replaced { asset: one.version.asset.clone(), version: one.version.version, by })
        .collect();
    if replaced.is_empty() {
        return Err(Unreplaced::Nothing);
    }
    let cells = changes(cells, &replaced, before, release);
    Ok(Correction { kind, release: release.name.clone(), cells, replaced, note })
}

/// What reads otherwise, from the newest replaced version of each asset to the new one: of every cell its own text, in the
/// campaign's first language that prints it; of the cells asked for that are printed nowhere, what was derived from them.
fn changes(asked: &BTreeSet<String>, replaced: &[Replaced], before: &[&Release], release: &Release) -> Vec<CellChange> {
    let rank = |asset: &ReleasedAsset| release.campaign.languages.iter().position(|code| *code == asset.language);
    let mut pairs: Vec<(&ReleasedAsset, &ReleasedAsset)> = Vec::new();
    for new in &release.assets {
        let old = replaced.iter().filter(|one| one.asset == new.asset).max_by_key(|one| one.version);
        let find = |one: &Replaced| {
            let assets = before.iter().filter_map(|release| release.asset(&one.asset));
            assets.into_iter().find(|asset| asset.version == one.version)
        };
        pairs.extend(old.and_then(find).map(|old| (old, new)));
    }
    pairs.sort_by_key(|(_, new)| (rank(new).is_none(), rank(new)));
    let (mut own, mut derived): (BTreeMap<String, _>, BTreeMap<String, _>) = (BTreeMap::new(), BTreeMap::new());
    for (old, new) in pairs {
        for (cells, texts) in texts_by_cells(old) {
            let after = texts_by_cells(new).remove(&cells).unwrap_or_default();
            let Some((before, after)) = difference(&texts, &after) else { continue };
            match cells {
                [cell] => {
                    own.entry(cell.clone()).or_insert((before, after));
                }
                many => many.iter().filter(|cell| asked.contains(*cell)).for_each(|cell| {
                    derived.entry(cell.clone()).or_insert((before.clone(), after.clone()));
                }),
            }
        }
    }
    for (cell, texts) in derived {
        own.entry(cell).or_insert(texts);
    }
    own.into_iter().map(|(cell, (before, after))| CellChange { cell, before, after }).collect()
}

/// What an asset prints, by the cells it was made of: each different text once, in order.
fn texts_by_cells(asset: &ReleasedAsset) -> BTreeMap<&[String], Vec<&str>> {
    let mut texts: BTreeMap<&[String], Vec<&str>> = BTreeMap::new();
    for (_, number) in numbers(asset) {
        let known = texts.entry(&number.cells).or_default();
        if !known.contains(&&*number.text) {
            known.push(&number.text);
        }
    }
    texts
}

/// The first text that is no longer there and the first that was not; none when the same are there.
fn difference(before: &[&str], after: &[&str]) -> Option<(String, String)> {
    let gone = before.iter().find(|text| !after.contains(text));
    let new = after.iter().find(|text| !before.contains(text));
    let said = |text: Option<&&str>| text.map(|text| (*text).to_owned()).unwrap_or_default();
    (gone.is_some() || new.is_some()).then(|| (said(gone), said(new)))
}
