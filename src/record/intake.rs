//! Rows from any reader become records: headings matched, cells checked, keys unique.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Span};

use super::check::{check, clean};
use super::limits::{MAX_COLUMNS, MAX_ROWS};
use super::raw::Raw;
use super::report::Report;
use super::schema::Schema;
use super::{Cell, Record, Rows, Table, Value};

/// Gathers the records of one table.
pub(super) struct Intake<'s> {
    /// What the table must be.
    pub(super) schema: &'s Schema,
    /// The data file.
    pub(super) file: Arc<str>,
    /// What was found wrong.
    pub(super) report: Report,
    /// The good records so far.
    records: Vec<Record>,
    /// How many rows came, good or not.
    rows: usize,
    /// Place of each key's first row; only looked up, never walked.
    keys: HashMap<Arc<str>, Span>,
    /// Names of undeclared columns already warned about.
    undeclared: BTreeSet<String>,
}

/// What each column of a grid is.
pub(super) struct Heading {
    /// One slot a column of the file.
    slots: Vec<Slot>,
    /// Whether values right of all headings were reported; once is enough.
    beyond_told: bool,
}

/// One column of a grid.
#[derive(Debug, Clone, PartialEq)]
enum Slot {
    /// A declared column, by index.
    Declared(usize),
    /// A heading that the schema does not know; reported already.
    Undeclared,
    /// No heading; whether values below it were reported.
    Nameless(bool),
}

impl Heading {
    /// How many columns the heading row has.
    pub(super) fn width(&self) -> usize {
        self.slots.len()
    }
}

impl<'s> Intake<'s> {
    /// An empty intake for a file.
    pub(super) fn new(schema: &'s Schema, file: Arc<str>) -> Self {
        Self {
            schema,
            report: Report::new(Arc::clone(&file)),
            file,
            records: Vec::new(),
            rows: 0,
            keys: HashMap::new(),
            undeclared: BTreeSet::new(),
        }
    }

    /// Matches the headings of a grid; none when the grid cannot be read by them.
    pub(super) fn heading(&mut self, names: &[(Cow<'_, str>, Span)]) -> Option<Heading> {
        if names.len() > MAX_COLUMNS {
            let place = names.get(MAX_COLUMNS).map_or_else(|| Span::whole(Arc::clone(&self.file)), |n| n.1.clone());
            self.report.push(Diagnostic::error("MB0246").arg("maximum", MAX_COLUMNS).at(place));
            return None;
        }
        let mut seen: BTreeMap<String, &Span> = BTreeMap::new();
        let mut slots = vec![Slot::Nameless(false); names.len()];
        let mut good = true;
        for (slot, (name, span)) in slots.iter_mut().zip(names) {
            let Some(name) = clean(name, name.trim(), span, &mut self.report) else {
                good = false;
                continue;
            };
            if name.is_empty() {
                continue;
            }
            if let Some(first) = seen.insert(name.to_string(), span) {
                let twice = Diagnostic::error("MB0217").arg("column", &name);
                self.report.push(twice.at(span.clone()).at(first.clone()));
                good = false;
            }
            *slot = self.schema.heading(&name).map_or(Slot::Undeclared, Slot::Declared);
        }
        self.missing(&seen, names.first().map(|(_, span)| span));
        for (name, span) in &seen {
            self.undeclared(name, span);
        }
        let complete = (0..self.schema.rules.len()).all(|at| slots.contains(&Slot::Declared(at)));
        (good && complete).then_some(Heading { slots, beyond_told: false })
    }

    /// Reports declared columns that the file lacks.
    fn missing(&mut self, seen: &BTreeMap<String, &Span>, place: Option<&Span>) {
        let place = place.cloned().unwrap_or_else(|| Span::whole(Arc::clone(&self.file)));
        for rule in self.schema.rules.iter().filter(|rule| !seen.contains_key(&rule.heading)) {
            let spare = seen.keys().filter(|name| self.schema.heading(name).is_none()).map(String::as_str);
            self.report.push(
                Diagnostic::error("MB0215")
                    .arg("column", &rule.heading)
                    .at(place.clone())
                    .suggest(&rule.heading, spare),
            );
        }
    }

    /// Warns, once a name, about a column that no one declared; tells whether it is declared.
    pub(super) fn undeclared(&mut self, name: &str, span: &Span) -> Option<usize> {
        let declared = self.schema.heading(name);
        if declared.is_none() && self.undeclared.len() < MAX_COLUMNS && self.undeclared.insert(name.to_owned()) {
            let known = self.schema.rules.iter().map(|rule| rule.heading.as_str());
            self.report.push(Diagnostic::warning("MB0216").arg("column", name).at(span.clone()).suggest(name, known));
        }
        declared
    }

    /// Takes a row of a grid: one value a file column.
    pub(super) fn grid_row<'a>(
        &mut self,
        heading: &mut Heading,
        fields: impl IntoIterator<Item = (Raw<'a>, Span)>,
        place: Span,
    ) -> bool {
        let mut values = Vec::with_capacity(self.schema.rules.len());
        let mut empty = true;
        for (at, (raw, span)) in fields.into_iter().enumerate() {
            empty &= raw.is_empty();
            match heading.slots.get_mut(at) {
                Some(Slot::Declared(column)) => values.push((*column, raw, span)),
                Some(Slot::Undeclared) => {}
                Some(Slot::Nameless(told)) => self.nameless(&raw, span, told),
                None => self.nameless(&raw, span, &mut heading.beyond_told),
            }
        }
        // Spreadsheets export rows of nothing but delimiters; they are no records.
        empty || self.row(values, place)
    }

    /// Warns, once a column, about a value without a heading.
    fn nameless(&mut self, raw: &Raw<'_>, span: Span, told: &mut bool) {
        if !raw.is_empty() && !*told {
            *told = true;
            self.report.push(Diagnostic::warning("MB0219").at(span).hint("hint"));
        }
    }

    /// Takes a record: (declared column, value, place) for each value present. False when there are too many rows.
    pub(super) fn row(&mut self, values: Vec<(usize, Raw<'_>, Span)>, place: Span) -> bool {
        self.rows += 1;
        if self.rows > MAX_ROWS {
            self.report.push(Diagnostic::error("MB0245").arg("maximum", MAX_ROWS).at(place));
            return false;
        }
        let schema = self.schema;
        let mut cells = vec![Cell { value: Value::Missing, span: place.clone() }; schema.rules.len()];
        let mut wrong = vec![false; schema.rules.len()];
        for (column, raw, span) in values {
            let (Some(rule), Some(cell), Some(wrong)) =
                (schema.rules.get(column), cells.get_mut(column), wrong.get_mut(column))
            else {
                continue;
            };
            match check(rule, schema.locale, raw, &span, &mut self.report) {
                Some(value) => *cell = Cell { value, span },
                None => *wrong = true,
            }
        }
        for (at, ((rule, cell), wrong)) in schema.rules.iter().zip(&cells).zip(&mut wrong).enumerate() {
            if (rule.required || at == schema.key) && cell.value == Value::Missing && !*wrong {
                self.report.push(Diagnostic::error("MB0224").arg("column", &rule.name).at(cell.span.clone()));
                *wrong = true;
            }
        }
        let good = !wrong.contains(&true);
        if let Some(key) = self.key(&cells)
            && good
        {
            self.records.push(Record { key, cells });
        }
        true
    }

    /// The record's key, when it is well formed and new.
    fn key(&mut self, cells: &[Cell]) -> Option<Arc<str>> {
        let Cell { value: Value::Text(key), span } = cells.get(self.schema.key)? else { return None };
        if !key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-')) {
            self.report.push(Diagnostic::error("MB0226").arg("key", key).at(span.clone()).hint("hint"));
            return None;
        }
        if let Some(first) = self.keys.get(key) {
            let twice = Diagnostic::error("MB0225").arg("key", key);
            self.report.push(twice.at(span.clone()).at(first.clone()).hint("hint"));
            return None;
        }
        self.keys.insert(Arc::clone(key), span.clone());
        Some(Arc::clone(key))
    }

    /// The table, and all that was found.
    pub(super) fn finish(self) -> (Table, Vec<Diagnostic>) {
        let table = Table {
            name: Arc::clone(&self.schema.table),
            columns: self.schema.rules.iter().map(|rule| rule.column.clone()).collect(),
            records: self.records,
            path: self.file,
            rows: Rows::default(),
            watch: self.schema.watch.clone(),
        };
        (table, self.report.into_vec())
    }
}
