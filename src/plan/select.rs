//! Which records a query selects, and in which order.

use std::cmp::Ordering;

use crate::campaign::Query;
use crate::record::{Record, Table, Value};

/// Indices of the records that pass the query's filter, in its order, at most its limit.
///
/// A column that the table lacks passes and orders nothing; the campaign has been checked before.
pub fn select(query: &Query, table: &Table) -> Vec<usize> {
    let column = |name: &str| table.column(name);
    let filter: Vec<_> = query.filter.iter().map(|(name, values)| (column(name), values)).collect();
    let passes = |record: &Record| {
        filter.iter().all(|(column, values)| {
            let value = column.and_then(|column| record.cells.get(column)).map(|cell| &cell.value);
            value.is_some_and(|value| values.iter().any(|wanted| equals(value, wanted)))
        })
    };
    let mut selected: Vec<(usize, &Record)> =
        table.records.iter().enumerate().filter(|(_, record)| passes(record)).collect();
    if let Some(sort) = &query.sort {
        let (name, down) = sort.strip_prefix('-').map_or((sort.as_str(), false), |name| (name, true));
        let at = column(name);
        let value = |record: &'_ Record| at.and_then(|at| record.cells.get(at)).map(|cell| cell.value.clone());
        // A stable sort: ties keep the file's order, downwards too.
        selected.sort_by_cached_key(|(_, record)| Ranked { value: value(record).unwrap_or(Value::Missing), down });
    }
    selected.into_iter().map(|(index, _)| index).take(query.limit.unwrap_or(usize::MAX)).collect()
}

/// Whether a cell holds the wanted value, written as text; `""` wants an empty cell.
fn equals(value: &Value, wanted: &str) -> bool {
    match value {
        Value::Missing => wanted.is_empty(),
        Value::Text(text) => &**text == wanted,
        Value::Number(number) => wanted.parse() == Ok(*number),
        Value::Boolean(truth) => wanted.parse() == Ok(*truth),
        Value::Date(date) => wanted.parse().is_ok_and(|wanted: jiff::civil::Date| wanted == *date),
    }
}

/// A value in its order: numbers as numbers, text by code point, empty cells last either way.
struct Ranked {
    /// The value.
    value: Value,
    /// Whether the order runs downwards.
    down: bool,
}

impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> Ordering {
        let order = match (&self.value, &other.value) {
            (Value::Missing, Value::Missing) => return Ordering::Equal,
            (Value::Missing, _) => return Ordering::Greater,
            (_, Value::Missing) => return Ordering::Less,
            (Value::Text(a), Value::Text(b)) => a.cmp(b),
            (Value::Number(a), Value::Number(b)) => a.total_cmp(b),
            (Value::Boolean(a), Value::Boolean(b)) => a.cmp(b),
            (Value::Date(a), Value::Date(b)) => a.cmp(b),
            // One column holds one kind; this keeps the order total whatever comes.
            (a, b) => kind(a).cmp(&kind(b)),
        };
        if self.down { order.reverse() } else { order }
    }
}

impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ranked {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Ranked {}

/// A number for each kind of value.
fn kind(value: &Value) -> u8 {
    match value {
        Value::Missing => 0,
        Value::Text(_) => 1,
        Value::Number(_) => 2,
        Value::Boolean(_) => 3,
        Value::Date(_) => 4,
    }
}
