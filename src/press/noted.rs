//! What the catalogue is told of an artwork beside what its files say of themselves. In: a filled job, its pages; out:
//! words to find it by.
//!
//! None of it changes a picture, so none of it is in a job's digest: when only this changes, the entry is written anew
//! and the file stays.

use std::collections::BTreeMap;

use super::making::Filled;
use super::material::Material;
use crate::color::{Color, Family};
use crate::frame::{Frame, Item, Paint};
use crate::plan::Job;
use crate::record::{CellId, Record, Table, Value};
use crate::units::{Point, Rect};

/// Columns that name a record, the first that is there.
const NAMES: [&str; 4] = ["name", "title", "text", "short"];
/// The column that says to which phase a record belongs.
const PHASE: &str = "phase";
/// The column that says in which unit a record's numbers are, where they differ from record to record.
const UNIT: &str = "unit";
/// Points a side at which a page's colour is looked at.
const GRID: u16 = 24;
/// A hue that covers this part of a page is what the page is known by, whatever the ground.
const TELLING: f32 = 0.12;

/// What is noted of a job; each part is one of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Noted {
    /// The campaign's period.
    pub(super) period: String,
    /// The phase it belongs to.
    pub(super) phase: String,
    /// The unit it is about.
    pub(super) unit: String,
    /// Names of the records it draws, and the words of their units.
    pub(super) subjects: Vec<String>,
}

impl Noted {
    /// What is noted of a filled job.
    pub(super) fn of(filled: &Filled, material: &Material) -> Self {
        let (job, campaign) = (filled.job, &material.campaign);
        let unit = job.key.as_ref().filter(|_| job.table.is_some() && job.table == campaign.units);
        Self {
            period: campaign.period.clone(),
            phase: phase(job, material),
            unit: unit.map(ToString::to_string).unwrap_or_default(),
            subjects: subjects(filled, material),
        }
    }
}

/// The phase of a job: what the record it draws says, else its product.
fn phase(job: &Job, material: &Material) -> String {
    let table = job.table.as_ref().and_then(|name| material.dataset.tables.get(&**name));
    let own = table.zip(job.key.as_ref()).and_then(|(table, key)| {
        let at = table.column(PHASE)?;
        match &table.record(key)?.cells.get(at)?.value {
            Value::Text(text) => Some(text.to_string()),
            _ => None,
        }
    });
    own.unwrap_or_else(|| job.product.phase.clone())
}

/// Names of the records of which something is printed, in the job's language, then the units of the numbers.
fn subjects(filled: &Filled, material: &Material) -> Vec<String> {
    let language = &filled.job.language;
    let (mut names, mut units) = (Vec::new(), Vec::new());
    // Records by table and key, so that each is looked up once.
    let mut cells: BTreeMap<(&str, &str), Vec<&CellId>> = BTreeMap::new();
    for id in filled.markup.bindings.iter().flat_map(|binding| &binding.cells) {
        cells.entry((&id.table, &id.key)).or_default().push(id);
    }
    for ((table, key), ids) in cells {
        let Some(table) = material.dataset.tables.get(table) else { continue };
        let Some(record) = table.record(key) else { continue };
        push_new(&mut names, NAMES.iter().find_map(|column| said(table, record, column, language)));
        for id in ids {
            let Some(column) = table.column(&id.column).and_then(|at| table.columns.get(at)) else { continue };
            let words = column.unit.get(language.as_str()).or_else(|| column.unit.get(""));
            push_new(&mut units, words.cloned());
            if !column.unit.is_empty() {
                push_new(&mut units, said(table, record, UNIT, language));
            }
        }
    }
    for unit in units {
        push_new(&mut names, Some(unit));
    }
    names
}

/// A record's words in a column, in a language.
fn said(table: &Table, record: &Record, column: &str, language: &str) -> Option<String> {
    match &record.cells.get(table.column_for(column, language)?)?.value {
        Value::Text(text) => Some(text.to_string()),
        _ => None,
    }
}

/// Adds words that are not there yet.
fn push_new(list: &mut Vec<String>, words: Option<String>) {
    if let Some(words) = words.filter(|words| !words.trim().is_empty() && !list.contains(words)) {
        list.push(words);
    }
}

/// The colour that tells the first page from afar: the hue that covers most of it, else its ground.
///
/// It is read from the boxes of the layout, at points of a grid, not from pixels: the same for every file type.
pub(super) fn color(frames: &[Frame]) -> Option<Family> {
    let frame = frames.first()?;
    let panels: Vec<(&Rect, Color)> = frame.items.iter().filter_map(panel).collect();
    let mut seen: BTreeMap<Family, u16> = BTreeMap::new();
    for row in 0..GRID {
        for column in 0..GRID {
            let part = |at: u16, whole: f32| (f32::from(at) + 0.5) / f32::from(GRID) * whole;
            let at = Point { x: part(column, frame.trim.width), y: part(row, frame.trim.height) };
            *seen.entry(color_at(&panels, at).family()).or_default() += 1;
        }
    }
    let points = f32::from(GRID) * f32::from(GRID);
    let telling = |(family, count): &(&Family, &u16)| family.has_hue() && f32::from(**count) / points >= TELLING;
    let most = |(_, count): &(&Family, &u16)| **count;
    let found = seen.iter().filter(telling).max_by_key(most).or_else(|| seen.iter().max_by_key(most));
    found.map(|(family, _)| *family)
}

/// A filled box with its colour, of a gradient the middle one.
fn panel(item: &Item) -> Option<(&Rect, Color)> {
    match item {
        Item::Panel { rect, fill: Some(Paint::Solid(color)), .. } => Some((rect, *color)),
        Item::Panel { rect, fill: Some(Paint::Linear { stops, .. }), .. } => {
            stops.get(stops.len() / 2).map(|(_, color)| (rect, *color))
        }
        _ => None,
    }
}

/// The colour of the boxes at a point, white where there are none.
fn color_at(panels: &[(&Rect, Color)], at: Point) -> Color {
    let holds =
        |rect: &Rect| (rect.x..=rect.x + rect.width).contains(&at.x) && (rect.y..=rect.y + rect.height).contains(&at.y);
    let inside = panels.iter().filter(|(rect, _)| holds(rect));
    inside.fold(Color::WHITE, |below, (_, color)| color.over(below))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Size;

    /// A page of boxes over one another.
    fn page(boxes: &[(Rect, &str)]) -> Vec<Frame> {
        let panel = |(rect, hex): &(Rect, &str)| Item::Panel {
            rect: *rect,
            radius: 0.0,
            fill: Some(Paint::Solid(Color::from_hex(hex).unwrap())),
            stroke: None,
        };
        let items = boxes.iter().map(panel).collect();
        vec![Frame { trim: Size { width: 100.0, height: 100.0 }, items, ..Frame::default() }]
    }

    #[test]
    fn a_page_is_known_by_the_hue_that_covers_enough_of_it() {
        let whole = Rect::new(0.0, 0.0, 100.0, 100.0);
        let band = Rect::new(0.0, 0.0, 100.0, 20.0);
        let line = Rect::new(0.0, 0.0, 100.0, 5.0);
        assert_eq!(color(&page(&[(whole, "#b5121b")])), Some(Family::Red));
        assert_eq!(color(&page(&[(whole, "#ffffff"), (band, "#1d4ed8")])), Some(Family::Blue));
        assert_eq!(color(&page(&[(whole, "#ffffff"), (line, "#1d4ed8")])), Some(Family::White));
        assert_eq!(
            color(&page(&[(whole, "#1d4ed8"), (whole, "#111111")])),
            Some(Family::Black),
            "what is hidden is not"
        );
        assert_eq!(color(&[]), None);
    }
}
