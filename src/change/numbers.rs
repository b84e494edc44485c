//! Texts that changed between two versions of an asset, found by the cells they were made of.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::lineage::{Number, Place};
use crate::release::ReleasedAsset;

/// A text that reads otherwise.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TextChange {
    /// The cells it was made of.
    pub cells: Vec<String>,
    /// What was printed; empty when nothing was.
    pub before: String,
    /// What is printed now; empty when nothing is.
    pub after: String,
    /// Where, by format.
    #[serde(skip_serializing_if = "Boxes::is_empty")]
    pub boxes: Boxes,
}

/// Boxes of a text by format: before and now.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Boxes {
    /// Before.
    pub before: BTreeMap<String, Vec<Place>>,
    /// Now.
    pub after: BTreeMap<String, Vec<Place>>,
}

impl Boxes {
    /// Whether there is no box.
    fn is_empty(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }
}

/// Numbers of one format by the cells they were made of, in drawn order.
type ByCells<'a> = BTreeMap<&'a [String], Vec<&'a Number>>;

/// The texts that changed. Two numbers of the same cells on the same format are paired in the order in which they are drawn.
pub(super) fn texts(old: &ReleasedAsset, new: &ReleasedAsset) -> Vec<TextChange> {
    let mut found: Vec<TextChange> = Vec::new();
    let formats: std::collections::BTreeSet<&String> = old.lineage.keys().chain(new.lineage.keys()).collect();
    for format in formats {
        // A format that only one of them has is a matter of files.
        if !(old.lineage.contains_key(format) && new.lineage.contains_key(format)) {
            continue;
        }
        let (before, mut after) = (by_cells(old, format), by_cells(new, format));
        for (cells, numbers) in before {
            let now = after.remove(cells).unwrap_or_default();
            let length = numbers.len().max(now.len());
            for at in 0..length {
                note(&mut found, format, cells, numbers.get(at).copied(), now.get(at).copied());
            }
        }
        for (cells, numbers) in after {
            numbers.into_iter().for_each(|number| note(&mut found, format, cells, None, Some(number)));
        }
    }
    found.sort_by_key(|text| text.cells.len() > 1);
    found
}

/// The numbers of a format by their cells.
fn by_cells<'a>(asset: &'a ReleasedAsset, format: &str) -> ByCells<'a> {
    let mut numbers = ByCells::new();
    let drawn = asset.lineage.get(format).into_iter().flat_map(|lineage| &lineage.numbers);
    // What comes from no cell is the code, which changes with every other text and says nothing by itself.
    for number in drawn.filter(|number| !number.cells.is_empty()) {
        numbers.entry(&number.cells).or_default().push(number);
    }
    numbers
}

/// Notes a pair when its texts differ.
fn note(found: &mut Vec<TextChange>, format: &str, cells: &[String], old: Option<&Number>, new: Option<&Number>) {
    let text = |number: Option<&Number>| number.map(|number| number.text.clone()).unwrap_or_default();
    let (before, after) = (text(old), text(new));
    if before == after {
        return;
    }
    let at = found.iter().position(|one| one.cells == cells && one.before == before && one.after == after);
    let at = at.unwrap_or_else(|| {
        found.push(TextChange { cells: cells.to_vec(), before, after, boxes: Boxes::default() });
        found.len() - 1
    });
    let Some(change) = found.get_mut(at) else { return };
    for (number, boxes) in [(old, &mut change.boxes.before), (new, &mut change.boxes.after)] {
        if let Some(number) = number.filter(|number| !number.places.is_empty()) {
            boxes.entry(format.to_owned()).or_default().extend(number.places.iter().copied());
        }
    }
}
