//! Tracing: from a file or an asset to the cells of its numbers, from a cell to the files that draw it.
//!
//! In: a name and the output folder. Out: plain values for the command line; what is not known is a finding.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Serialize;

use super::event::{Event, Listener};
use super::{Settings, inputs};
use crate::diagnostic::Diagnostic;
use crate::encode::Encoding;
use crate::lineage::{Number, Place, Touch, on_pixels};
use crate::record::Dataset;
use crate::store::{Known, Shelf, touched};

/// More names than this are not listed where none is near to what was typed.
const MOST_NAMES: usize = 12;

/// What is known of a name.
#[derive(Debug, Clone, PartialEq)]
pub enum Traced {
    /// It is a file or an asset, which shows these.
    Numbers(Vec<Shown>),
    /// It is a cell, or one in several languages, with what depends on it.
    Cells(Vec<Use>),
}

/// A number of an asset, with the files that show it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Shown {
    /// The asset.
    pub asset: String,
    /// As printed.
    pub text: String,
    /// The number behind it.
    pub value: Option<f64>,
    /// The cells it comes from.
    pub cells: Vec<String>,
    /// The documents they were taken from; empty when no table says.
    pub source: String,
    /// The files that show it.
    pub renditions: Vec<Seen>,
}

/// A file with the boxes of a number; none where it is only said in headline, caption or alt text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Seen {
    /// The file, relative to the output folder.
    pub path: String,
    /// Format name.
    pub format: String,
    /// File type.
    pub encoding: Encoding,
    /// The boxes.
    pub boxes: Vec<Boxed>,
}

/// A box of a number in a file.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Boxed {
    /// As parts of the canvas.
    #[serde(flatten)]
    pub place: Place,
    /// In pixels: left, top, width, height.
    pub pixels: [u32; 4],
}

/// A file that depends on a cell.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Use {
    /// The cell.
    pub cell: String,
    /// The asset.
    pub asset: String,
    /// Whether the cell is drawn, or only may have been read.
    #[serde(skip)]
    pub touch: Touch,
    /// What is printed of it; none when it is only read.
    #[serde(flatten)]
    pub printed: Option<Printed>,
    /// The file and the boxes in it.
    #[serde(flatten)]
    pub seen: Seen,
}

/// What is printed of a cell.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Printed {
    /// The text.
    pub text: String,
    /// The number behind it.
    pub value: Option<f64>,
}

/// What is known of a file, an asset or a cell; none when nothing is, which the listener is told.
///
/// # Errors
/// When the output folder cannot be read.
pub fn trace(settings: &Settings, name: &str, listener: &dyn Listener) -> anyhow::Result<Option<Traced>> {
    let shelf = Shelf::at(&settings.output_dir);
    let entries = shelf.read()?.entries;
    let known = shelf.known(&entries)?;
    let lost = known.iter().filter(|known| known.lineage.is_none()).count();
    if lost > 0 {
        listener.hear(&Event::Diagnostic(Diagnostic::warning("MB1061").arg("count", lost).hint("hint")));
    }
    let pictures = pictures(name, &settings.output_dir, &known);
    if !pictures.is_empty() {
        return Ok(Some(Traced::Numbers(shown(&pictures))));
    }
    let data = cells_of_data(settings);
    let all = known.iter().flat_map(cells_of).chain(data.iter().map(String::as_str)).collect::<BTreeSet<_>>();
    let cells = meant(name, &all);
    if cells.is_empty() {
        listener.hear(&Event::Diagnostic(unknown(name, &known, &all)));
        return Ok(None);
    }
    Ok(Some(Traced::Cells(cells.iter().flat_map(|cell| uses(cell, &known)).collect())))
}

/// The files that a name means: one of that path, one of that name in any folder, or those of an asset.
fn pictures<'k>(name: &str, output: &Path, known: &'k [Known]) -> Vec<&'k Known> {
    let inside =
        Path::new(name).strip_prefix(output).map_or_else(|_| name.to_owned(), |path| path.display().to_string());
    let inside = inside.strip_prefix("./").unwrap_or(&inside);
    let of = |is: &dyn Fn(&Known) -> bool| known.iter().filter(|known| is(known)).collect::<Vec<_>>();
    let below = |path: &str| inside.strip_suffix(path).is_some_and(|before| before.ends_with('/'));
    let called = |path: &str| path.strip_suffix(inside).is_some_and(|before| before.ends_with('/'));
    let exact = of(&|known| known.entry.path == inside);
    let asset = of(&|known| known.entry.asset == inside);
    let near = of(&|known| below(&known.entry.path) || called(&known.entry.path));
    [exact, asset, near].into_iter().find(|found| !found.is_empty()).unwrap_or_default()
}

/// The numbers of some files of an asset, each once, in the order they are printed.
fn shown(pictures: &[&Known]) -> Vec<Shown> {
    let mut found: Vec<Shown> = Vec::new();
    for known in pictures {
        for number in known.lineage.iter().flat_map(|lineage| &lineage.numbers).filter(|number| shows(known, number)) {
            let same = |one: &&mut Shown| {
                one.asset == known.entry.asset && one.text == number.text && one.cells == number.cells
            };
            let seen = seen(known, Some(number));
            match found.iter_mut().find(same) {
                Some(one) => one.renditions.push(seen),
                None => found.push(Shown {
                    asset: known.entry.asset.clone(),
                    text: number.text.clone(),
                    value: number.value,
                    cells: number.cells.clone(),
                    source: number.source.clone(),
                    renditions: vec![seen],
                }),
            }
        }
    }
    found
}

/// Whether a place is on the page that a file shows; a PDF holds all pages.
fn is_here(known: &Known, place: &Place) -> bool {
    known.entry.encoding == Encoding::Pdf || place.page == known.entry.page
}

/// Whether a file draws a number or says it: one that is drawn on other pages alone it does not.
fn shows(known: &Known, number: &Number) -> bool {
    number.places.is_empty() || number.places.iter().any(|place| is_here(known, place))
}

/// A file with the boxes that a number has on the page it shows.
fn seen(known: &Known, number: Option<&Number>) -> Seen {
    let entry = &known.entry;
    let here = |place: &&Place| is_here(known, place);
    let boxed = |place: &Place| Boxed { place: *place, pixels: on_pixels(place, entry.width, entry.height) };
    let boxes = number.iter().flat_map(|number| &number.places).filter(here).map(boxed).collect();
    Seen { path: entry.path.clone(), format: entry.format.clone(), encoding: entry.encoding, boxes }
}

/// The files that depend on a cell: those that draw it, one for each text, then those that may have read it.
fn uses(cell: &str, known: &[Known]) -> Vec<Use> {
    let (mut drawn, mut read) = (Vec::new(), Vec::new());
    for (known, touch) in known.iter().zip(touched(cell, known)) {
        let of = |touch, number: Option<&Number>| Use {
            cell: cell.to_owned(),
            asset: known.entry.asset.clone(),
            touch,
            printed: number.map(|number| Printed { text: number.text.clone(), value: number.value }),
            seen: seen(known, number),
        };
        let numbers = known.lineage.iter().flat_map(|lineage| lineage.of_cell(cell));
        let shown: Vec<Use> =
            numbers.filter(|number| shows(known, number)).map(|number| of(Touch::Drawn, Some(number))).collect();
        match touch {
            // What is drawn on another page of the artwork may still change this one: words move.
            Some(_) if shown.is_empty() => read.push(of(Touch::Read, None)),
            Some(_) => drawn.extend(shown),
            None => {}
        }
    }
    drawn.append(&mut read);
    drawn
}

/// The cells that are named beside a file.
fn cells_of(known: &Known) -> impl Iterator<Item = &str> {
    let drawn = known.lineage.iter().flat_map(|lineage| &lineage.numbers).flat_map(|number| &number.cells);
    let read = known.inputs.iter().flat_map(|inputs| inputs.cells.keys());
    drawn.chain(read).map(String::as_str)
}

/// The cells of the campaign's data as it is now; none where it cannot be read, for what was drawn is known without.
fn cells_of_data(settings: &Settings) -> Vec<String> {
    let read = inputs::read_folder(&settings.campaign_dir).ok().and_then(|(folder, _)| Dataset::read(&folder).ok());
    let tables = read.into_iter().flat_map(|data| data.value.tables.into_iter());
    let cells = tables.flat_map(|(name, table)| {
        let columns: Vec<String> = table.columns.iter().map(crate::record::Column::full_name).collect();
        let cells = table.records.into_iter().flat_map(move |record| {
            columns.iter().map(|column| format!("{name}/{}/{column}", record.key)).collect::<Vec<_>>()
        });
        cells.collect::<Vec<_>>()
    });
    cells.collect()
}

/// The cells that a name means: that one, the same in other letters, or the same in each language.
fn meant(name: &str, all: &BTreeSet<&str>) -> Vec<String> {
    let name = name.trim().trim_matches('/');
    if all.contains(name) {
        return vec![name.to_owned()];
    }
    let lower = name.to_lowercase();
    let of = |is: &dyn Fn(&str) -> bool| {
        all.iter().filter(|cell| is(&cell.to_lowercase())).map(|cell| (*cell).to_owned()).collect()
    };
    let other_letters: Vec<String> = of(&|cell| cell == lower);
    if !other_letters.is_empty() {
        return other_letters;
    }
    of(&|cell| cell.strip_prefix(lower.as_str()).is_some_and(|rest| rest.starts_with('.') && !rest.contains('/')))
}

/// The finding that nothing is known of a name, with the nearest that is.
fn unknown(name: &str, known: &[Known], cells: &BTreeSet<&str>) -> Diagnostic {
    let names = known.iter().flat_map(|known| [known.entry.path.as_str(), known.entry.asset.as_str()]);
    let all: BTreeSet<&str> = names.chain(cells.iter().copied()).collect();
    let count = all.len();
    let finding = Diagnostic::error("MB1060").arg("what", name).suggest(name, all);
    // A list of thousands helps nobody.
    if finding.hint == Some("did-you-mean") || (finding.hint == Some("known") && count <= MOST_NAMES) {
        return finding;
    }
    Diagnostic::error("MB1060").arg("what", name).hint("hint")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_found_in_other_letters_and_without_its_language() {
        let all =
            BTreeSet::from(["towns/north/name.vi", "towns/north/name.en", "towns/north/score", "towns/Đông/score"]);
        assert_eq!(meant("towns/north/score", &all), ["towns/north/score"]);
        assert_eq!(meant("Towns/North/SCORE/", &all), ["towns/north/score"]);
        assert_eq!(meant("towns/đông/score", &all), ["towns/Đông/score"]);
        assert_eq!(meant("towns/north/name", &all), ["towns/north/name.en", "towns/north/name.vi"]);
        assert!(meant("towns/north", &all).is_empty() && meant("", &all).is_empty());
    }

    #[test]
    fn what_is_near_is_suggested_and_a_long_list_is_not() {
        let few = BTreeSet::from(["towns/north/score"]);
        assert_eq!(unknown("towns/noth/score", &[], &few).hint, Some("did-you-mean"));
        assert_eq!(unknown("xyz", &[], &few).hint, Some("known"));
        let names: Vec<String> = (0..40).map(|n| format!("towns/town-{n}/score")).collect();
        let many: BTreeSet<&str> = names.iter().map(String::as_str).collect();
        assert_eq!(unknown("xyz", &[], &many).hint, Some("hint"));
        assert_eq!(unknown("towns/town-7/scor", &[], &many).hint, Some("did-you-mean"));
    }
}
