//! Who has reported for a period and who has not.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Period, cell_id, period_of};
use crate::diagnostic::{Diagnostic, Span};
use crate::record::{Cell, CellId, Dataset, PERIOD, Record, Table, Value};

/// How a unit stands for a period.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// Table.
    pub table: Arc<str>,
    /// The unit: the key of its record, or what the table's column of units says.
    pub unit: Arc<str>,
    /// Whether it has reported.
    pub state: State,
    /// Where that is seen: its record of the period, else its last one, else the table.
    pub span: Span,
}

/// Whether a unit has reported.
#[derive(Debug, Clone, PartialEq)]
pub enum State {
    /// It has.
    Reported {
        /// On which day, where the table says.
        on: Option<jiff::civil::Date>,
        /// Numbers it left empty.
        empty: Vec<CellId>,
    },
    /// It has not.
    Missing {
        /// For which periods: the one asked for, or those parts of it that are not there.
        periods: Vec<Period>,
    },
}

/// How every unit stands, by table and unit.
///
/// Asked are the tables whose schema has `[report]`: there every unit is to report, whether it has a record of the period or
/// not. Of other tables with a column `period` the records of that very period are asked.
pub fn standings(dataset: &Dataset, period: Period) -> Vec<Standing> {
    let of_table = |table| match watched(table) {
        true => of_units(table, period),
        false => of_records(table, &|record| period_of(table, record) == Some(period), period),
    };
    dataset.tables.values().flat_map(of_table).collect()
}

/// Units that have not reported for a period as a person writes it (`MB1016`).
pub fn missing(dataset: &Dataset, given: &str) -> Vec<Diagnostic> {
    let asked = Period::parse(given);
    let mut found = Vec::new();
    for table in dataset.tables.values() {
        let about = |record: &Record| {
            let words = said_period(table, record).any(|text| text == given);
            words || (asked.is_some() && period_of(table, record) == asked)
        };
        // A period of the campaign's own kind, such as a month, has no code and is compared word by word.
        let standings = match asked.filter(|_| watched(table)) {
            Some(period) => of_units(table, period),
            None => of_records(table, &about, asked.unwrap_or(Period::Year(0))),
        };
        for standing in standings.into_iter().filter(|standing| matches!(standing.state, State::Missing { .. })) {
            let diagnostic = Diagnostic::warning("MB1016").arg("table", &standing.table).arg("key", &standing.unit);
            found.push(diagnostic.arg("period", given).at(standing.span));
        }
    }
    found
}

/// Whether a table's schema says that units report in it.
fn watched(table: &Table) -> bool {
    table.watch.report.is_some()
}

/// What a record's columns of the period say.
fn said_period<'r>(table: &'r Table, record: &'r Record) -> impl Iterator<Item = &'r str> {
    let columns = table.columns.iter().zip(&record.cells).filter(|(column, _)| *column.name == *PERIOD);
    columns.filter_map(|(_, cell)| match &cell.value {
        Value::Text(text) => Some(&**text),
        _ => None,
    })
}

/// How the records of one period stand in a table that no schema marks.
fn of_records(table: &Table, about: &dyn Fn(&Record) -> bool, period: Period) -> Vec<Standing> {
    let Some(place) = table.columns.iter().position(|column| &*column.name == PERIOD) else { return Vec::new() };
    if table.watch.values.is_empty() {
        return Vec::new();
    }
    let standing = |record: &Record| Standing {
        table: Arc::clone(&table.name),
        unit: Arc::clone(&record.key),
        state: reported(table, record).unwrap_or(State::Missing { periods: vec![period] }),
        span: record.cells.get(place).map_or_else(|| Span::whole(&*table.path), |cell| cell.span.clone()),
    };
    table.records.iter().filter(|record| about(record)).map(standing).collect()
}

/// How every unit of a marked table stands.
fn of_units(table: &Table, period: Period) -> Vec<Standing> {
    let mut units: BTreeMap<Arc<str>, BTreeMap<Option<Period>, &Record>> = BTreeMap::new();
    let mut order: Vec<Arc<str>> = Vec::new();
    for record in &table.records {
        let unit = unit_of(table, record);
        if !units.contains_key(&unit) {
            order.push(Arc::clone(&unit));
        }
        units.entry(unit).or_default().insert(period_of(table, record), record);
    }
    // In the order of the file: that of the office's own list.
    let of_unit = |unit: Arc<str>| {
        let records = units.get(&unit)?;
        let place = records.get(&Some(period)).or_else(|| records.values().last())?;
        let span = place.cells.first().map_or_else(|| Span::whole(&*table.path), |cell| cell.span.clone());
        let state = state(table, records, period);
        Some(Standing { table: Arc::clone(&table.name), unit, state, span })
    };
    order.into_iter().filter_map(of_unit).collect()
}

/// Whose record it is.
fn unit_of(table: &Table, record: &Record) -> Arc<str> {
    let of = table.watch.report.as_ref().and_then(|report| report.of);
    match of.and_then(|at| record.cells.get(at)).map(|cell| &cell.value) {
        Some(Value::Text(unit)) => Arc::clone(unit),
        _ => Arc::clone(&record.key),
    }
}

/// How a unit stands by its records: it has reported for a period when it has for the whole of it or for all its parts.
fn state(table: &Table, records: &BTreeMap<Option<Period>, &Record>, period: Period) -> State {
    if let Some(state) = records.get(&Some(period)).and_then(|record| reported(table, record)) {
        return state;
    }
    let parts = period.parts();
    let smaller = records.keys().flatten().any(|of| period.contains(*of) && *of != period);
    if parts.is_empty() || !smaller {
        return State::Missing { periods: vec![period] };
    }
    let (mut day, mut empty, mut missing) = (None, Vec::new(), Vec::new());
    for part in parts {
        match state(table, records, part) {
            State::Reported { on, empty: more } => {
                day = day.max(on);
                empty.extend(more);
            }
            State::Missing { periods } => missing.extend(periods),
        }
    }
    if missing.is_empty() { State::Reported { on: day, empty } } else { State::Missing { periods: missing } }
}

/// Whether a record is a report: its day is there, or where no day is kept any number that may be empty is not.
fn reported(table: &Table, record: &Record) -> Option<State> {
    let is_empty = |at: &usize| record.cells.get(*at).is_none_or(|cell: &Cell| cell.value == Value::Missing);
    let day = table.watch.report.as_ref().and_then(|report| report.date);
    let on = day.and_then(|at| record.cells.get(at)).and_then(|cell| match cell.value {
        Value::Date(day) => Some(day),
        _ => None,
    });
    let (empty, filled): (Vec<usize>, Vec<usize>) = table.watch.values.iter().copied().partition(is_empty);
    let there = if day.is_some() { on.is_some() } else { !filled.is_empty() };
    let empty = empty.into_iter().filter_map(|at| cell_id(table, record, at)).collect();
    there.then_some(State::Reported { on, empty })
}
