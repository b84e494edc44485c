//! A pack for poor links: texts and pictures for the web, within a budget.
//!
//! The rule: what is not for the web is left out; while the pack is larger than its budget, first of a picture in several file
//! types the lightest stays, then the format and file type that takes most room is left out; an asset that would lose its last picture keeps one that is made small; and when only such are
//! left, they are made smaller still.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Pack;
use super::choose::Selection;
use super::compose::{Draft, Material, Placed, is_for_web};
use super::meta::lineage;
use super::place::{DATA, WEB, plain};
use super::small::face;
use crate::ledger::{PackKind, Version};

/// Longest sides of pictures made small, the first that fits is taken; in pixels.
const SIDES: [u32; 4] = [1080, 720, 480, 320];
/// Longest side of previews in the page inside, in pixels.
const PREVIEW: u32 = 240;
/// The same when even small pictures do not fit.
const LEAST_PREVIEW: u32 = 96;

/// What was left out for room, or made small.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dropped {
    /// What: a folder, a format and file type, or the contact sheet.
    pub what: String,
    /// How many files.
    pub files: usize,
    /// How many bytes they have.
    pub bytes: u64,
    /// Whether they are there, made small.
    pub made_small: bool,
}

/// A budget into which not even the texts fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooSmall {
    /// The least that they need, in bytes.
    pub least: u64,
}

/// Composes a mini pack of at most so many bytes.
///
/// # Errors
/// The archive lacks a file; as a value, that the budget is too small.
pub fn mini(selection: &Selection<'_>, material: &Material<'_>, budget: u64) -> anyhow::Result<Result<Pack, TooSmall>> {
    let mut draft = started(selection, material)?;
    let mut pack = draft.pack(material)?;
    while pack.size() > budget {
        let texts = pack.size() - draft.pictures.iter().map(Placed::bytes).sum::<u64>();
        if !draft.shrink(texts, budget, material)? {
            return Ok(Err(TooSmall { least: pack.size() }));
        }
        pack = draft.pack(material)?;
    }
    Ok(Ok(pack))
}

/// The draft with which the search begins: everything for the web, and a small picture of assets that have none.
fn started<'p>(selection: &'p Selection<'p>, material: &Material<'_>) -> anyhow::Result<Draft<'p>> {
    let mut draft = Draft::whole(selection, material);
    draft.kind = PackKind::Mini;
    draft.name = format!("{}_mini", draft.name);
    draft.preview = PREVIEW;
    if let Some(sheet) = material.contact_sheet.as_ref().filter(|_| draft.contact_sheet) {
        draft.drop_part("contact-sheet.pdf", 1, sheet.len() as u64);
        draft.contact_sheet = false;
    }
    draft.drop_part("meta/lineage.json", 1, lineage(&draft)?.len() as u64);
    let folder = |placed: &Placed<'_>| {
        let folder = placed.path.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        (!is_for_web(placed)).then(|| format!("{folder} {}", placed.file.encoding.name()))
    };
    draft.leave_out(folder, material)?;
    Ok(draft)
}

impl Draft<'_> {
    /// Makes the pack smaller by the next step of the rule; false when there is none.
    fn shrink(&mut self, texts: u64, budget: u64, material: &Material<'_>) -> anyhow::Result<bool> {
        let mut dropped = self.drop_heavier_twins(texts, budget, material)?;
        while texts + self.pictures.iter().map(Placed::bytes).sum::<u64>() > budget {
            let Some(largest) = self.largest() else { break };
            self.leave_out(|placed| group(placed).filter(|name| *name == largest), material)?;
            dropped = true;
        }
        if dropped {
            return Ok(true);
        }
        let side = self.pictures.iter().filter_map(|placed| placed.small.as_ref()).map(|s| s.width.max(s.height)).max();
        if let Some(next) = side.and_then(|side| SIDES.into_iter().find(|next| *next < side)) {
            for placed in &mut self.pictures {
                placed.small = material.smalls.of(placed.file, next)?.or(placed.small.take());
            }
            return Ok(true);
        }
        if self.preview > LEAST_PREVIEW {
            self.preview = LEAST_PREVIEW;
        } else if !self.data.is_empty() {
            let (files, bytes) = (self.data.len(), self.data.iter().map(|(_, content)| content.len()).sum());
            self.drop_part(DATA, files, bytes);
            self.data.clear();
        } else if !self.pictures.is_empty() {
            let (files, bytes) = (self.pictures.len(), self.pictures.iter().map(Placed::bytes).sum());
            self.drop_part(WEB, files, bytes);
            self.pictures.clear();
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    /// Of a picture in several file types, leaves out all but the lightest; false when there is none, or no need.
    fn drop_heavier_twins(&mut self, texts: u64, budget: u64, material: &Material<'_>) -> anyhow::Result<bool> {
        let mut lightest: BTreeMap<(Version, String, u32), (u64, String)> = BTreeMap::new();
        let picture =
            |placed: &Placed<'_>| (placed.chosen.version.asset.version(), placed.file.format.clone(), placed.file.page);
        for placed in self.pictures.iter().filter(|placed| placed.small.is_none()) {
            let own = (placed.file.bytes, placed.path.clone());
            let least = lightest.entry(picture(placed)).or_insert_with(|| own.clone());
            *least = own.min(least.clone());
        }
        let twin = |placed: &Placed<'_>| {
            let least = lightest.get(&picture(placed)).filter(|_| placed.small.is_none())?;
            (least.1 != placed.path).then(|| group(placed)).flatten()
        };
        let needed = texts + self.pictures.iter().map(Placed::bytes).sum::<u64>() > budget;
        if !needed || self.pictures.iter().all(|placed| twin(placed).is_none()) {
            return Ok(false);
        }
        self.leave_out(twin, material)?;
        Ok(true)
    }

    /// The format and file type that takes most room, among pictures that were not made small.
    fn largest(&self) -> Option<String> {
        let mut groups: BTreeMap<String, u64> = BTreeMap::new();
        for placed in &self.pictures {
            if let Some(name) = group(placed) {
                *groups.entry(name).or_default() += placed.file.bytes;
            }
        }
        groups.into_iter().max_by_key(|(name, bytes)| (*bytes, std::cmp::Reverse(name.clone()))).map(|(name, _)| name)
    }

    /// Leaves out the pictures that are in a group; assets that lose their last one get one made small.
    fn leave_out(
        &mut self,
        group: impl Fn(&Placed<'_>) -> Option<String>,
        material: &Material<'_>,
    ) -> anyhow::Result<()> {
        let mut groups: BTreeMap<String, (usize, u64)> = BTreeMap::new();
        let had = std::mem::take(&mut self.pictures);
        let mut bereft: BTreeMap<Version, Placed<'_>> = BTreeMap::new();
        for placed in had {
            match group(&placed) {
                Some(name) => {
                    let (files, bytes) = groups.entry(name).or_default();
                    (*files, *bytes) = (*files + 1, *bytes + placed.bytes());
                    bereft.entry(placed.chosen.version.asset.version()).or_insert(placed);
                }
                None => self.pictures.push(placed),
            }
        }
        let kept: BTreeSet<Version> =
            self.pictures.iter().map(|placed| placed.chosen.version.asset.version()).collect();
        for placed in bereft.into_iter().filter(|(version, _)| !kept.contains(version)).map(|(_, placed)| placed) {
            let Some(file) = face(placed.chosen.version) else { continue };
            if let Some(small) = material.smalls.of(file, SIDES[0])? {
                let path = small_path(&file.name);
                self.pictures.push(Placed { file, path, small: Some(small), usage: None, chosen: placed.chosen });
            }
        }
        self.pictures.sort_by(|one, other| one.path.cmp(&other.path));
        for (name, (files, bytes)) in groups {
            self.drop_part(&name, files, bytes);
        }
        self.count_small();
        Ok(())
    }

    /// Notes a part that was left out.
    fn drop_part(&mut self, what: &str, files: usize, bytes: u64) {
        self.dropped.push(Dropped { what: what.to_owned(), files, bytes, made_small: false });
    }

    /// Notes how many pictures are made small.
    fn count_small(&mut self) {
        self.dropped.retain(|dropped| !dropped.made_small);
        let small = self.pictures.iter().filter(|placed| placed.small.is_some());
        let (files, bytes) = small.fold((0, 0), |(files, bytes), placed| (files + 1, bytes + placed.file.bytes));
        if files > 0 {
            self.dropped.push(Dropped { what: WEB.to_owned(), files, bytes, made_small: true });
        }
    }
}

/// The group in which a picture is left out: its format and file type; none when it is small already.
fn group(placed: &Placed<'_>) -> Option<String> {
    placed.small.is_none().then(|| format!("{} {}", placed.file.format, placed.file.encoding.name()))
}

/// The path of a picture made small: its name with `_nho` before the version.
fn small_path(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let named = match stem.rsplit_once("_v") {
        Some((stem, version)) => format!("{stem}_nho_v{version}.jpg"),
        None => format!("{stem}_nho.jpg"),
    };
    format!("{WEB}/{}", plain(&named))
}
