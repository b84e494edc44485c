//! Data: tables of records whose cells know their identity and their place.
//!
//! In: `data/*.schema.toml` and the files they describe. Out: a [`Dataset`], or every error of every file.

mod limits;
mod print;
mod locale;
mod raw;
mod report;
mod settings;
mod rule;
mod schema;
mod check;
mod intake;
mod tree;
mod delimited;
mod json;
mod yaml;
mod unzip;
mod workbook;
mod watch;
mod read;
#[cfg(test)]
mod bad_input;
#[cfg(test)]
mod good_input;

pub use delimited::rows;
pub use print::{print_date, print_number};
pub use watch::{JumpRule, Limit, PERIOD, Reporting, SumRule, Watch, number};

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

use crate::diagnostic::Span;

/// All tables of a campaign by name.
#[derive(Debug, Clone, Default)]
pub struct Dataset {
    /// The tables.
    pub tables: BTreeMap<String, Table>,
}

/// One table: a schema and its records in file order.
#[derive(Debug, Clone)]
pub struct Table {
    /// Its name, the stem of the schema file.
    pub name: Arc<str>,
    /// Columns in declared order.
    pub columns: Vec<Column>,
    /// The records.
    pub records: Vec<Record>,
    /// The data file.
    pub path: Arc<str>,
    /// Rows by key.
    pub rows: Rows,
    /// What its schema asks of incoming reports.
    pub watch: Watch,
}

/// Rows of a table by key, noted when a record is first asked for: a sum over a large table asks for each of them.
#[derive(Debug, Clone, Default)]
pub struct Rows(OnceLock<BTreeMap<Arc<str>, usize>>);

/// A declared column.
#[derive(Debug, Clone)]
pub struct Column {
    /// Name, without its language.
    pub name: Arc<str>,
    /// Language, for `name.vi`.
    pub language: Option<String>,
    /// Kind of value.
    pub kind: ColumnKind,
    /// Unit shown after a number, such as `%` or `đơn vị`; by language, `""` for all.
    pub unit: BTreeMap<String, String>,
    /// Decimals to print; none prints what the data has, up to 3.
    pub decimals: Option<u8>,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ColumnKind {
    /// Words.
    Text,
    /// A number.
    Number,
    /// A whole number.
    Integer,
    /// True or false.
    Boolean,
    /// A calendar day.
    Date,
}

/// One row of data.
#[derive(Debug, Clone)]
pub struct Record {
    /// Value of the key column.
    pub key: Arc<str>,
    /// Cells, one a column, in the table's order of columns.
    pub cells: Vec<Cell>,
}

/// One value and where it stands.
#[derive(Debug, Clone)]
pub struct Cell {
    /// The value.
    pub value: Value,
    /// Its place, for diagnostics only.
    pub span: Span,
}

/// A typed value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// An empty cell.
    Missing,
    /// Words, in Unicode NFC.
    Text(Arc<str>),
    /// A number; whole ones too.
    Number(f64),
    /// True or false.
    Boolean(bool),
    /// A calendar day.
    Date(jiff::civil::Date),
}

/// A cell's identity: `table/key/column`, stable when rows move.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellId {
    /// Table.
    pub table: Arc<str>,
    /// Value of the key column.
    pub key: Arc<str>,
    /// Column, with its language (`name.vi`).
    pub column: Arc<str>,
}

impl fmt::Display for CellId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}", self.table, self.key, self.column)
    }
}

impl Column {
    /// Name with its language: `name.vi`.
    pub fn full_name(&self) -> String {
        self.language.as_ref().map_or_else(|| self.name.to_string(), |language| format!("{}.{language}", self.name))
    }
}

impl Table {
    /// A record by its key; the records no longer change by then.
    pub fn record(&self, key: &str) -> Option<&Record> {
        let rows = self.rows.0.get_or_init(|| {
            self.records.iter().enumerate().map(|(row, record)| (Arc::clone(&record.key), row)).collect()
        });
        rows.get(key).and_then(|row| self.records.get(*row)).filter(|record| &*record.key == key)
    }

    /// Index of a column by its whole name, such as `name.vi`.
    pub fn column(&self, full_name: &str) -> Option<usize> {
        let (name, language) = full_name.split_once('.').map_or((full_name, None), |(name, l)| (name, Some(l)));
        self.columns.iter().position(|c| &*c.name == name && c.language.as_deref() == language)
    }

    /// Index of the column for a language: the one of that language, else the one without.
    pub fn column_for(&self, name: &str, language: &str) -> Option<usize> {
        let find = |wanted: Option<&str>| {
            self.columns.iter().position(|c| &*c.name == name && c.language.as_deref() == wanted)
        };
        find(Some(language)).or_else(|| find(None))
    }
}
