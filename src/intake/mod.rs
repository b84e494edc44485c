//! Intake: what came in for a period. In: the data, a period; out: who has reported and who has not, numbers that jump,
//! wholes that their parts do not add up to. Nothing is decided here: it is what a person has to look at.

mod jump;
mod period;
mod standing;
mod sum;

pub use jump::{Change, Jump, jumps};
pub use period::Period;
pub use standing::{Standing, State, missing, standings};
pub use sum::{Sum, Verdict, sums};

use crate::record::{CellId, Dataset, Record, Table, Value};
use std::sync::Arc;

/// What came in for a period.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Account {
    /// Who has reported and who has not, by table and unit.
    pub standings: Vec<Standing>,
    /// Numbers that ask for a second look.
    pub jumps: Vec<Jump>,
    /// Every sum, those that add up too.
    pub sums: Vec<Sum>,
}

impl Account {
    /// What came in for a period; jumps and sums of other periods are left out, those of no period are kept.
    pub fn of(dataset: &Dataset, period: Period) -> Self {
        let now = |of: Option<Period>| of.is_none_or(|of| period.contains(of));
        Self {
            standings: standings(dataset, period),
            jumps: jumps(dataset).into_iter().filter(|jump| now(jump.period)).collect(),
            sums: sums(dataset).into_iter().filter(|sum| now(sum.period)).collect(),
        }
    }

    /// Whether something asks for attention.
    pub fn asks(&self) -> bool {
        let waiting = self.standings.iter().any(|standing| matches!(standing.state, State::Missing { .. }));
        waiting || !self.jumps.is_empty() || self.sums.iter().any(|sum| sum.verdict() != Verdict::Agrees)
    }
}

/// The period a record is about: what its column of the period says, in any language.
fn period_of(table: &Table, record: &Record) -> Option<Period> {
    let name = table.watch.report.as_ref().map_or(crate::record::PERIOD, |report| &report.period);
    let said = table.columns.iter().zip(&record.cells).filter(|(column, _)| *column.name == *name);
    said.filter_map(|(_, cell)| match &cell.value {
        Value::Text(text) => Period::parse(text),
        _ => None,
    })
    .next()
}

/// The identity of a cell.
fn cell_id(table: &Table, record: &Record, column: usize) -> Option<CellId> {
    let column = table.columns.get(column)?.full_name();
    Some(CellId { table: Arc::clone(&table.name), key: Arc::clone(&record.key), column: column.into() })
}

#[cfg(test)]
mod tests;
