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

/// What is known of one drawing.
#[derive(Clone, Copy)]
pub struct Drawing<'a> {
    /// The asset it belongs to.
    pub asset: &'a str,
    /// What it draws and says.
    pub lineage: &'a Lineage,
    /// Whether it may have read a cell.
    pub reads: &'a dyn Fn(&str) -> bool,
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
pub fn touched(cell: &str, drawings: &[Drawing<'_>]) -> Vec<Option<Touch>> {
    let mut found: Vec<Option<Touch>> = Vec::with_capacity(drawings.len());
    let mut assets = BTreeSet::new();
    for drawing in drawings {
        let touch = match drawing.lineage.of_cell(cell).next() {
            Some(_) => Some(Touch::Drawn),
            None => (drawing.reads)(cell).then_some(Touch::Read),
        };
        if touch.is_some() {
            assets.insert(drawing.asset);
        }
        found.push(touch);
    }
    let of_asset = |drawing: &Drawing<'_>| assets.contains(drawing.asset).then_some(Touch::Read);
    found.into_iter().zip(drawings).map(|(touch, drawing)| touch.or_else(|| of_asset(drawing))).collect()
}
