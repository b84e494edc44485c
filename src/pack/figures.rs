//! The figures of a pack: a row for each number that its pictures show, and nothing else of the tables it came from. Those hold what
//! is not out yet: the next quarter before its hour, rows that no picture of the release draws.

use std::collections::{BTreeMap, BTreeSet};

use super::captions::cell;
use super::choose::Selection;
use crate::lineage::Number;

/// Its name in its folder.
pub(super) const NAME: &str = "so-lieu.csv";
/// Its columns.
const COLUMNS: &str = "table,key,column,value,text,source,made_of,assets";
/// The columns of a table's description, which are taken along as they are.
const DESCRIPTION: &str = ".schema.toml";

/// What makes a number one of its own: its cells, its text and the number behind it.
type Figure<'p> = (&'p [String], &'p str, Option<u64>);

/// Whether a data file describes a table rather than holding it.
pub(super) fn is_description(path: &str) -> bool {
    path.ends_with(DESCRIPTION)
}

/// Writes it: UTF-8 with a byte order mark, commas, CRLF, like the captions. A number of one cell has its table, key and column; one
/// that was made of several (a sum, a rank, "tăng") names them in `made_of`.
pub(super) fn table(selection: &Selection<'_>) -> Vec<u8> {
    let mut rows: BTreeMap<Figure<'_>, (&Number, BTreeSet<&str>)> = BTreeMap::new();
    for (asset, number) in numbers(selection) {
        let figure = (number.cells.as_slice(), number.text.as_str(), number.value.map(f64::to_bits));
        rows.entry(figure).or_insert_with(|| (number, BTreeSet::new())).1.insert(asset);
    }
    let mut out = format!("\u{feff}{COLUMNS}\r\n");
    for (number, assets) in rows.values() {
        out.push_str(&row(number, assets));
    }
    out.into_bytes()
}

/// The tables that the numbers come from.
pub(super) fn tables<'p>(selection: &Selection<'p>) -> BTreeSet<&'p str> {
    numbers(selection).flat_map(|(_, number)| &number.cells).filter_map(|cell| cell.split('/').next()).collect()
}

/// Every number of what is given out, with its asset.
fn numbers<'p>(selection: &Selection<'p>) -> impl Iterator<Item = (&'p str, &'p Number)> {
    let assets: Vec<_> = selection.chosen.iter().map(|chosen| &*chosen.version.asset).collect();
    assets.into_iter().flat_map(|asset| {
        let numbers = asset.lineage.values().flat_map(|lineage| &lineage.numbers);
        numbers.map(|number| (asset.asset.as_str(), number))
    })
}

/// A number's row.
fn row(number: &Number, assets: &BTreeSet<&str>) -> String {
    let mut parts = match number.cells.as_slice() {
        [own] => own.splitn(3, '/').map(cell).collect::<Vec<_>>(),
        _ => Vec::new(),
    };
    parts.resize(3, String::new());
    let made_of = if number.cells.len() > 1 { number.cells.join(" ") } else { String::new() };
    // A number stands as it is: an apostrophe before a minus would make a word of it.
    parts.push(number.value.map_or_else(String::new, |value| value.to_string()));
    parts.extend([&number.text, &number.source, &made_of].map(|text| cell(text)));
    parts.push(cell(&assets.iter().copied().collect::<Vec<_>>().join(" ")));
    format!("{}\r\n", parts.join(","))
}
