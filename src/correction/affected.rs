//! Which released versions show a cell: those that print it, and those that print what was derived from it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::ledger::{Event, Ledger, Version};
use crate::lineage::Number;
use crate::release::{Release, ReleasedAsset};

/// A released version that shows a cell.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Affected {
    /// Asset and version.
    #[serde(flatten)]
    pub version: Version,
    /// The release that brought it.
    pub release: String,
    /// Language.
    pub language: String,
    /// Short code.
    pub code: String,
    /// Headline.
    pub headline: String,
    /// What of it shows the cell.
    pub shown: Vec<Shown>,
    /// Formats that show it.
    pub formats: BTreeSet<String>,
    /// How many files those are.
    pub files: usize,
}

/// A text that shows a cell.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Shown {
    /// As printed.
    pub text: String,
    /// All cells it was made of.
    pub cells: Vec<String>,
    /// Whether it is the cell's own text, not one that was derived from it.
    pub own: bool,
}

/// What a cell reads.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Reading<'a> {
    /// A number, however it is printed.
    Number(f64),
    /// Words.
    Text(&'a str),
}

impl<'a> Reading<'a> {
    /// What a number of a lineage reads.
    fn of(number: &'a Number) -> Self {
        number.value.map_or(Self::Text(&number.text), Self::Number)
    }
}

/// The released versions that show cells as they read now, or with `was` as they were printed, whatever has happened to them
/// since; without those that were killed, of which nobody is to be told twice.
///
/// A version that prints one of the cells itself with another reading, as last quarter's does, is right and is not meant. One
/// that only prints what was derived from a cell (a sum, a rank, "tăng") always is: that it may be right is for people to see.
pub fn affected(cells: &BTreeSet<String>, was: Option<&str>, releases: &[&Release], ledger: &Ledger) -> Vec<Affected> {
    let killed = killed(ledger);
    let readings = readings(cells, releases);
    let mut found: BTreeMap<Version, Affected> = BTreeMap::new();
    for release in releases {
        for asset in &release.assets {
            let version = asset.version();
            if killed.contains(&version) || found.contains_key(&version) || !shows(asset, cells, was, &readings) {
                continue;
            }
            found.insert(version.clone(), seen(asset, version, &release.name, cells));
        }
    }
    found.into_values().collect()
}

/// All cells that were ever drawn, for those who mistype one.
pub fn cells_of<'r>(releases: &[&'r Release]) -> BTreeSet<&'r str> {
    let assets = releases.iter().flat_map(|release| &release.assets);
    assets.flat_map(numbers).flat_map(|(_, number)| number.cells.iter().map(String::as_str)).collect()
}

/// Versions that were killed.
fn killed(ledger: &Ledger) -> BTreeSet<Version> {
    let events = ledger.entries.iter().filter_map(|entry| match &entry.event {
        Event::Killed { assets, .. } => Some(assets),
        _ => None,
    });
    events.flatten().cloned().collect()
}

/// The numbers of an asset, each with its format.
pub(super) fn numbers(asset: &ReleasedAsset) -> impl Iterator<Item = (&str, &Number)> {
    asset
        .lineage
        .iter()
        .flat_map(|(format, lineage)| lineage.numbers.iter().map(move |number| (format.as_str(), number)))
}

/// Whether a number is a cell's own text; the cell, then.
fn own<'n>(number: &'n Number, cells: &BTreeSet<String>) -> Option<&'n str> {
    match &number.cells[..] {
        [cell] if cells.contains(cell) => Some(cell),
        _ => None,
    }
}

/// What each cell reads in the last release that prints it: the words differ between languages, the number does not.
fn readings<'r>(cells: &BTreeSet<String>, releases: &[&'r Release]) -> BTreeMap<&'r str, Vec<Reading<'r>>> {
    let mut readings: BTreeMap<&str, Vec<Reading>> = BTreeMap::new();
    for release in releases {
        let mut here: BTreeMap<&str, Vec<Reading>> = BTreeMap::new();
        for (_, number) in release.assets.iter().flat_map(numbers) {
            if let Some(cell) = own(number, cells) {
                here.entry(cell).or_default().push(Reading::of(number));
            }
        }
        // Later releases say what it reads now.
        readings.extend(here);
    }
    readings
}

/// Whether an asset shows the cells as they are meant.
fn shows(
    asset: &ReleasedAsset,
    cells: &BTreeSet<String>,
    was: Option<&str>,
    readings: &BTreeMap<&str, Vec<Reading>>,
) -> bool {
    let touching = || numbers(asset).map(|(_, number)| number).filter(|number| touches(number, cells));
    // Of each cell that it prints itself, whether it reads as meant.
    let mut as_meant: BTreeMap<&str, bool> = BTreeMap::new();
    for number in touching() {
        let Some(cell) = own(number, cells) else { continue };
        let meant = match was {
            Some(was) => number.text == was,
            None => readings.get(cell).is_some_and(|now| now.contains(&Reading::of(number))),
        };
        *as_meant.entry(cell).or_default() |= meant;
    }
    let derived =
        |number: &Number| number.cells.iter().any(|cell| cells.contains(cell) && !as_meant.contains_key(&**cell));
    as_meant.values().any(|meant| *meant) || touching().any(derived)
}

/// Whether a number has to do with cells.
fn touches(number: &Number, cells: &BTreeSet<String>) -> bool {
    number.cells.iter().any(|cell| cells.contains(cell))
}

/// A version as it shows cells.
fn seen(asset: &ReleasedAsset, version: Version, release: &str, cells: &BTreeSet<String>) -> Affected {
    let mut shown: Vec<Shown> = Vec::new();
    let mut formats = BTreeSet::new();
    for (format, number) in numbers(asset).filter(|(_, number)| touches(number, cells)) {
        formats.insert(format.to_owned());
        if !shown.iter().any(|known| known.text == number.text && known.cells == number.cells) {
            let (text, all) = (number.text.clone(), number.cells.clone());
            shown.push(Shown { text, cells: all, own: own(number, cells).is_some() });
        }
    }
    // The cell's own text first.
    shown.sort_by_key(|shown| !shown.own);
    Affected {
        version,
        release: release.to_owned(),
        language: asset.language.clone(),
        code: asset.code.clone(),
        headline: asset.headline.clone(),
        files: asset.files.iter().filter(|file| formats.contains(&file.format)).count(),
        shown,
        formats,
    }
}
