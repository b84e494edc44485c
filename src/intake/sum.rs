//! Wholes and what their parts add up to.

use std::sync::Arc;

use super::{Period, cell_id, period_of};
use crate::diagnostic::Span;
use crate::record::{CellId, Dataset, Record, SumRule, Table, number};

/// A whole beside the sum of its parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Sum {
    /// The cell of the whole.
    pub whole: CellId,
    /// What it says; none when it is empty.
    pub said: Option<f64>,
    /// Table and column of the parts.
    pub parts: [Arc<str>; 2],
    /// What the parts add up to.
    pub added: f64,
    /// How many parts have a number.
    pub counted: usize,
    /// Keys of the parts that have none.
    pub missing: Vec<Arc<str>>,
    /// The largest difference that rounding explains.
    pub tolerance: f64,
    /// The period of the whole, where it says; only parts of the same period are added then.
    pub period: Option<Period>,
    /// Where the whole stands.
    pub span: Span,
    /// Where the rule stands.
    pub rule: Span,
}

/// Whether a whole is what its parts add up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is.
    Agrees,
    /// It is not.
    Differs,
    /// It cannot be said: the whole or a part is missing.
    Incomplete,
}

impl Verdict {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Differs => "differs",
            Self::Incomplete => "incomplete",
        }
    }
}

impl Sum {
    /// Whether the whole is what the parts add up to.
    pub fn verdict(&self) -> Verdict {
        let Some(said) = self.said.filter(|_| self.missing.is_empty()) else { return Verdict::Incomplete };
        // Decimals are added in binary: the last of fifteen digits says nothing.
        let slack = said.abs().max(self.added.abs()) * 1e-12;
        if (said - self.added).abs() <= self.tolerance + slack { Verdict::Agrees } else { Verdict::Differs }
    }
}

/// Every sum that a schema asks for, in order of the table whose schema it is.
pub fn sums(dataset: &Dataset) -> Vec<Sum> {
    dataset.tables.values().flat_map(|table| &table.watch.sums).filter_map(|rule| sum(dataset, rule)).collect()
}

/// One sum; its names were checked when the data was read.
fn sum(dataset: &Dataset, rule: &SumRule) -> Option<Sum> {
    let [table, key, column] = &rule.whole;
    let table = dataset.tables.get(&**table)?;
    let (record, column) = (table.record(key)?, table.column(column)?);
    let period = period_of(table, record).or_else(|| Period::parse(&record.key));
    let [parts, part_column] = &rule.parts;
    let parts = dataset.tables.get(&**parts)?;
    let part_column = parts.column(part_column)?;
    let cell = record.cells.get(column)?;
    let mut sum = Sum {
        whole: cell_id(table, record, column)?,
        said: number(&cell.value),
        parts: rule.parts.clone(),
        added: 0.0,
        counted: 0,
        missing: Vec::new(),
        tolerance: rule.tolerance,
        period,
        span: cell.span.clone(),
        rule: rule.span.clone(),
    };
    let itself = |part: &Record| std::ptr::eq(parts, table) && part.key == record.key;
    for part in parts.records.iter().filter(|part| of_period(parts, part, period) && !itself(part)) {
        match part.cells.get(part_column).and_then(|cell| number(&cell.value)) {
            Some(number) => {
                sum.added += number;
                sum.counted += 1;
            }
            None => sum.missing.push(Arc::clone(&part.key)),
        }
    }
    Some(sum)
}

/// Whether a part belongs to a period: it says so, or does not say.
fn of_period(table: &Table, part: &Record, period: Option<Period>) -> bool {
    period.is_none_or(|period| period_of(table, part).is_none_or(|of| of == period))
}
