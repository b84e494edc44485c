//! Tables written by the program: what a sheet shows of a kit, as the data its pages are filled from.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Span;
use crate::record::{Cell, Column, ColumnKind, Record, Rows, Table, Value, Watch};

/// A table while it is written.
pub(super) struct Writing {
    /// The table.
    table: Table,
}

impl Writing {
    /// A table with these columns; `#` before a name makes it one of numbers, with so many decimals after a colon.
    pub(super) fn new(name: &str, columns: &[&str]) -> Self {
        let column = |name: &str| {
            let (number, name) = name.strip_prefix('#').map_or((false, name), |name| (true, name));
            let (name, decimals) =
                name.split_once(':').map_or((name, None), |(name, digits)| (name, digits.parse().ok()));
            Column {
                name: name.into(),
                language: None,
                kind: if number { ColumnKind::Number } else { ColumnKind::Text },
                unit: BTreeMap::new(),
                decimals,
            }
        };
        let columns = std::iter::once("key").chain(columns.iter().copied()).map(column).collect();
        let path: Arc<str> = "brand".into();
        Self {
            table: Table {
                name: name.into(),
                columns,
                records: Vec::new(),
                path,
                rows: Rows::default(),
                watch: Watch::default(),
            },
        }
    }

    /// Adds a record.
    pub(super) fn add(&mut self, key: &str, values: impl IntoIterator<Item = Value>) {
        let values = std::iter::once(text(key)).chain(values);
        let cells = values.map(|value| Cell { value, span: Span::whole("brand") }).collect();
        self.table.records.push(Record { key: key.into(), cells });
    }

    /// The table.
    pub(super) fn done(self) -> (String, Table) {
        (self.table.name.to_string(), self.table)
    }
}

/// Words; empty ones are missing.
pub(super) fn text(words: &str) -> Value {
    if words.is_empty() { Value::Missing } else { Value::Text(words.into()) }
}

/// A number.
pub(super) fn number(number: f32) -> Value {
    // Through its shortest form, so that 0.3 stays 0.3.
    Value::Number(number.to_string().parse().unwrap_or_default())
}
