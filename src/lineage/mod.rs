//! Lineage: for every number on an artwork the cells it comes from and the boxes it is drawn in.
//!
//! In: filled markup and its finished frames. Out: a [`Lineage`], which is kept beside the files, written into them as
//! image regions and into packs as PROV; and, the other way round, the files that a change of a cell touches ([`touched`]).

mod boxes;
mod prov;
mod touched;

#[cfg(test)]
mod tests;

pub use boxes::on_pixels;
pub use prov::{ProvAsset, ProvFile, prov};
pub use touched::{Drawing, Scope, Touch, touched};

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize, Serializer};

use crate::frame::Frame;
use crate::record::{CellId, Dataset, Value};
use crate::template::{Binding, Markup};
use crate::text::Fonts;

/// The column whose text names the document that a record was taken from.
const SOURCE: &str = "source";

/// Every bound value of one artwork, in the order they are printed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Lineage {
    /// The values.
    #[serde(default)]
    pub numbers: Vec<Number>,
}

/// A bound value and where it is drawn. Words count too: a name, a date, "tăng".
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Number {
    /// The cells it was taken or derived from, `table/key/column`, sorted, each once.
    pub cells: Vec<String>,
    /// As printed.
    pub text: String,
    /// The number behind it, unrounded, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// The source documents of its records, where their tables have a `source` column; several are parted by `; `.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Where it is drawn: one box a line of text. A value that a chart draws without words has the box of its tile or area,
    /// or the whole chart's (bars, lines, rings). Empty when it is only said, in headline, caption or alt text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Place>,
}

/// A box on a page, as parts of the whole canvas, bleed included; its edges lie on whole pixels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// The page, counted from 1.
    pub page: u32,
    /// Left edge.
    #[serde(serialize_with = "plainly")]
    pub x: f32,
    /// Upper edge.
    #[serde(serialize_with = "plainly")]
    pub y: f32,
    /// Width.
    #[serde(serialize_with = "plainly")]
    pub width: f32,
    /// Height.
    #[serde(serialize_with = "plainly")]
    pub height: f32,
}

/// Writes a part of the canvas with the six decimals it has: as 64 bits a float of 32 would show its noise.
fn plainly<S: Serializer>(part: &f32, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64((f64::from(*part) * 1e6).round() / 1e6)
}

/// A composed artwork.
#[derive(Clone, Copy)]
pub struct Drawn<'a> {
    /// Its markup, for the bindings.
    pub markup: &'a Markup,
    /// Indexes of the bindings that its headline, caption and alt text say.
    pub said: &'a [usize],
    /// Its pages.
    pub frames: &'a [Frame],
    /// The faces they are set in.
    pub fonts: &'a Fonts<'a>,
    /// The data.
    pub dataset: &'a Dataset,
    /// The artwork's language, for sources.
    pub language: &'a str,
}

/// The lineage of an artwork: what is drawn or said of its bound values. One that was printed into a block that had no
/// room is neither; whatever draws the same cells, text and number more than once is one number with several places.
pub fn trace(drawn: &Drawn<'_>) -> Lineage {
    let mut places = boxes::places(drawn.frames, drawn.fonts);
    let said: BTreeSet<usize> = drawn.said.iter().copied().collect();
    let shown: BTreeSet<usize> = places.keys().chain(&said).copied().collect();
    let mut numbers: Vec<Number> = Vec::new();
    let mut known: BTreeMap<(Vec<String>, String, Option<u64>), usize> = BTreeMap::new();
    for index in shown {
        // What comes from no cell, such as the asset's code, tells of no number.
        let bound = drawn.markup.bindings.get(index).filter(|binding| !binding.cells.is_empty());
        let Some(binding) = bound else { continue };
        let cells = cells(binding);
        let key = (cells, binding.text.clone(), binding.number.map(f64::to_bits));
        let at = *known.entry(key).or_insert_with_key(|(cells, text, _)| {
            let source = sources(binding, drawn.dataset, drawn.language);
            numbers.push(Number {
                cells: cells.clone(),
                text: text.clone(),
                value: binding.number,
                source,
                places: Vec::new(),
            });
            numbers.len() - 1
        });
        if let Some(number) = numbers.get_mut(at) {
            number.places.extend(places.remove(&index).unwrap_or_default());
        }
    }
    Lineage { numbers }
}

/// The cells of a binding by name.
fn cells(binding: &Binding) -> Vec<String> {
    let cells: BTreeSet<String> = binding.cells.iter().map(CellId::to_string).collect();
    cells.into_iter().collect()
}

/// The source documents of a binding's records in a language, each once.
pub fn sources(binding: &Binding, dataset: &Dataset, language: &str) -> String {
    let mut found: Vec<&str> = Vec::new();
    for cell in &binding.cells {
        let Some(table) = dataset.tables.get(&*cell.table) else { continue };
        let Some(column) = table.column_for(SOURCE, language) else { continue };
        let record = table.record(&cell.key);
        if let Some(Value::Text(text)) = record.and_then(|record| record.cells.get(column)).map(|cell| &cell.value)
            && !found.contains(&&**text)
        {
            found.push(text);
        }
    }
    found.join("; ")
}

impl Lineage {
    /// What is printed of each cell: several texts of one are parted by ` · `.
    pub fn by_cell(&self) -> BTreeMap<String, String> {
        let mut printed: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for number in &self.numbers {
            for cell in &number.cells {
                let texts = printed.entry(cell).or_default();
                if !texts.contains(&number.text.as_str()) {
                    texts.push(&number.text);
                }
            }
        }
        printed.into_iter().map(|(cell, texts)| (cell.to_owned(), texts.join(" · "))).collect()
    }

    /// The numbers that draw or say a cell.
    pub fn of_cell<'a>(&'a self, cell: &str) -> impl Iterator<Item = &'a Number> {
        self.numbers.iter().filter(move |number| number.has(cell))
    }
}

impl Number {
    /// Whether it was taken or derived from a cell.
    pub fn has(&self, cell: &str) -> bool {
        self.cells.binary_search_by(|own| own.as_str().cmp(cell)).is_ok()
    }
}
