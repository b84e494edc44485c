//! The way back: from a cell to the drawings that a change of it touches.
//!
//! In: what is kept of each drawing. Out: for each how surely it changes; one that is not touched cannot change.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Lineage;

/// Cells that a drawing may have read, by a rule instead of one by one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Scope {
    /// The table.
    pub table: String,
    /// Its column; none for all of them. Either in every record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
}

impl Scope {
    /// Whether a cell is among them. Names may hold `/`; then too many cells are rather than too few.
    pub fn covers(&self, cell: &str) -> bool {
        let rest = cell.strip_prefix(self.table.as_str()).and_then(|rest| rest.strip_prefix('/'));
        let in_column = |rest: &str| match &self.column {
            Some(column) => rest.strip_suffix(column.as_str()).is_some_and(|key| key.ends_with('/')),
            None => true,
        };
        rest.is_some_and(in_column)
    }
}

/// What is known of one drawing, asked about a cell.
#[derive(Debug, Clone, Copy)]
pub struct Drawing<'a> {
    /// The asset it belongs to.
    pub asset: &'a str,
    /// What it draws and says.
    pub lineage: &'a Lineage,
    /// Whether it may have read the cell.
    pub reads: bool,
}

/// How a drawing depends on a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Touch {
    /// It draws or says it: it changes when the printed text does.
    Drawn,
    /// Its template's logic, or the choice of its records, may have read it: it may change. So may the other formats of an
    /// asset that is touched, for they share one short code.
    Read,
}

/// How each drawing depends on a cell; none when no change of the cell can change it.
pub fn touched<'a>(cell: &str, drawings: impl IntoIterator<Item = Drawing<'a>>) -> Vec<Option<Touch>> {
    let touch = |drawing: &Drawing<'_>| match drawing.lineage.of_cell(cell).next() {
        Some(_) => Some(Touch::Drawn),
        None => drawing.reads.then_some(Touch::Read),
    };
    let found: Vec<_> = drawings.into_iter().map(|drawing| (drawing.asset, touch(&drawing))).collect();
    let assets: BTreeSet<&str> = found.iter().filter_map(|(asset, touch)| touch.map(|_| *asset)).collect();
    let of_asset = |asset| assets.contains(asset).then_some(Touch::Read);
    found.iter().map(|(asset, touch)| touch.or_else(|| of_asset(asset))).collect()
}
