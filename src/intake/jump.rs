//! Numbers that changed more than their schema lets pass without a second look.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use super::{Period, cell_id, period_of};
use crate::diagnostic::Span;
use crate::record::{CellId, Dataset, JumpRule, Limit, Record, Table, Value, number};

/// A number that asks for a second approver.
#[derive(Debug, Clone, PartialEq)]
pub struct Jump {
    /// The cell.
    pub cell: CellId,
    /// The cell of the value before.
    pub against: CellId,
    /// The value before.
    pub before: f64,
    /// The value now.
    pub now: f64,
    /// What is too much about it.
    pub change: Change,
    /// The period it is of, where its record says.
    pub period: Option<Period>,
    /// Where it stands.
    pub span: Span,
}

/// What is too much about a change.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "lowercase", tag = "kind")]
pub enum Change {
    /// It is so many per cent of the value before, and so many were allowed; infinite when there was nothing before.
    Share {
        /// Per cent.
        by: f64,
        /// From where on it is told.
        limit: f64,
    },
    /// It is so much in the column's own unit, and so much was allowed.
    Amount {
        /// How much.
        by: f64,
        /// From where on it is told.
        limit: f64,
    },
    /// What was gained is lost now, or the other way round.
    Sign,
}

/// All jumps of the data, in order of table, record and column.
///
/// Assets that draw such a cell are not released on one person's word.
pub fn jumps(dataset: &Dataset) -> Vec<Jump> {
    dataset.tables.values().filter(|table| !table.watch.jumps.is_empty()).flat_map(in_table).collect()
}

/// The jumps of one table.
fn in_table(table: &Table) -> Vec<Jump> {
    let by_period = records_by_period(table);
    let mut found = Vec::new();
    for record in &table.records {
        let period = period_of(table, record);
        for rule in &table.watch.jumps {
            let before = match rule.previous {
                Some(column) => Some((record, column)),
                None => before(table, record, period, &by_period).map(|record| (record, rule.column)),
            };
            found.extend(before.and_then(|(other, column)| jump(table, rule, record, (other, column), period)));
        }
    }
    found
}

/// Records by unit and period, in tables where a unit has one for each.
fn records_by_period(table: &Table) -> BTreeMap<(Arc<str>, Period), &Record> {
    let Some(of) = table.watch.report.as_ref().and_then(|report| report.of) else { return BTreeMap::new() };
    let entry = |record| Some(((unit(record, of)?, period_of(table, record)?), record));
    table.records.iter().filter_map(entry).collect()
}

/// What the column of units says of a record.
fn unit(record: &Record, of: usize) -> Option<Arc<str>> {
    match &record.cells.get(of)?.value {
        Value::Text(unit) => Some(Arc::clone(unit)),
        _ => None,
    }
}

/// The same unit's record of the period before.
fn before<'t>(
    table: &Table,
    record: &Record,
    period: Option<Period>,
    by_period: &BTreeMap<(Arc<str>, Period), &'t Record>,
) -> Option<&'t Record> {
    let of = table.watch.report.as_ref()?.of?;
    by_period.get(&(unit(record, of)?, period?.before())).copied()
}

/// The jump of one cell, if it is one; a value that is missing now or was before is none.
fn jump(
    table: &Table,
    rule: &JumpRule,
    record: &Record,
    (other, column): (&Record, usize),
    period: Option<Period>,
) -> Option<Jump> {
    let cell = record.cells.get(rule.column)?;
    let (now, before) = (number(&cell.value)?, number(&other.cells.get(column)?.value)?);
    let change = too_much(rule.limit, before, now)?;
    Some(Jump {
        cell: cell_id(table, record, rule.column)?,
        against: cell_id(table, other, column)?,
        before,
        now,
        change,
        period,
        span: cell.span.clone(),
    })
}

/// What is too much about a change, if anything is.
fn too_much(limit: Limit, before: f64, now: f64) -> Option<Change> {
    if before * now < 0.0 {
        return Some(Change::Sign);
    }
    // So much that a difference of exactly the limit, computed in binary, counts as the limit.
    let slack = 1e-9;
    match limit {
        Limit::Amount(limit) => {
            let by = (now - before).abs();
            (by + slack * limit >= limit).then_some(Change::Amount { by, limit })
        }
        Limit::Share(limit) => {
            let by = if now == before { 0.0 } else { ((now - before) / before).abs() * 100.0 };
            (by + slack * limit >= limit).then_some(Change::Share { by, limit })
        }
    }
}
