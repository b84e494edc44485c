//! Arguments of the templates' functions.
//!
//! In: Tera's keyword arguments. Out: records, fields and printing options, or what is wrong with them.

use std::sync::Arc;

use tera::{Kwargs, Value};

use crate::diagnostic::{Diagnostic, Span};
use crate::record::{self, CellId, print_date, print_number};

use super::recorder::Recorder;
use super::scene::{Field, KEY, Scene, Sheet, TABLE};

/// No-break space.
const NO_BREAK_SPACE: char = '\u{A0}';
/// Most decimals that can be asked for.
const MOST_DECIMALS: u64 = 12;

/// The arguments of one call.
pub(super) struct Arguments<'a> {
    /// The function's name.
    pub(super) function: &'static str,
    /// What was given.
    kwargs: &'a Kwargs,
}

/// A record that a template passed.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// Its table in the job's language.
    pub(super) sheet: Arc<Sheet>,
    /// Its key.
    pub(super) key: Arc<str>,
    /// Its row.
    row: usize,
}

/// A field of a record.
pub(super) struct Taken {
    /// The column.
    pub(super) field: Field,
    /// Its value.
    pub(super) value: record::Value,
    /// Its identity.
    pub(super) id: CellId,
    /// Its place.
    pub(super) span: Span,
}

/// How to print a value.
pub(super) struct Printing {
    /// Decimals asked for.
    pub(super) decimals: Option<u8>,
    /// Whether positive numbers get a plus.
    pub(super) sign: bool,
    /// Printed when there is nothing.
    pub(super) missing: String,
    /// The unit.
    pub(super) unit: Unit,
}

/// Which unit follows a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unit {
    /// None.
    Bare,
    /// The column's.
    Column,
    /// This one.
    Own(String),
}

impl<'a> Arguments<'a> {
    /// The arguments of a call; all must be known.
    ///
    /// # Errors
    /// `MB0624` for an argument the function does not have.
    pub(super) fn new(function: &'static str, kwargs: &'a Kwargs, known: &[&str]) -> Result<Self, Diagnostic> {
        for (key, _) in kwargs.iter() {
            let name = key.to_string();
            if !known.contains(&name.as_str()) {
                let finding = Diagnostic::error("MB0624").arg("function", function).arg("argument", &name);
                return Err(finding.suggest(&name, known.iter().copied()));
            }
        }
        Ok(Self { function, kwargs })
    }

    /// An argument, if it was given.
    pub(super) fn get(&self, name: &str) -> Option<&'a Value> {
        self.kwargs.iter().find(|(key, _)| key.as_str() == Some(name)).map(|(_, value)| value)
    }

    /// Says what an argument should be.
    pub(super) fn wrong(&self, name: &str, expected: &str) -> Diagnostic {
        let found = self.get(name).map_or("nothing", Value::name);
        Diagnostic::error("MB0625")
            .arg("function", self.function)
            .arg("argument", name)
            .arg("expected", expected)
            .arg("found", found)
            .hint("hint")
    }

    /// A string that must be there.
    pub(super) fn text(&self, name: &str) -> Result<&'a str, Diagnostic> {
        self.get(name).and_then(Value::as_str).ok_or_else(|| self.wrong(name, "string"))
    }

    /// True or false; false when it was not given.
    pub(super) fn flag(&self, name: &str, otherwise: bool) -> Result<bool, Diagnostic> {
        match self.get(name) {
            None => Ok(otherwise),
            Some(value) => value.as_bool().ok_or_else(|| self.wrong(name, "flag")),
        }
    }

    /// A record that must be there.
    pub(super) fn row(&self, name: &str, recorder: &mut Recorder) -> Result<Row, Diagnostic> {
        self.get(name).and_then(|value| row_of(value, recorder)).ok_or_else(|| self.wrong(name, "record"))
    }

    /// A list of records that must be there.
    pub(super) fn rows(&self, name: &str, recorder: &mut Recorder) -> Result<Vec<Row>, Diagnostic> {
        let list = self.get(name).and_then(Value::as_array).ok_or_else(|| self.wrong(name, "records"))?;
        list.iter().map(|value| row_of(value, recorder).ok_or_else(|| self.wrong(name, "records"))).collect()
    }

    /// The printing options.
    pub(super) fn printing(&self, sign: bool, unit: Unit) -> Result<Printing, Diagnostic> {
        let decimals = match self.get("decimals") {
            None => None,
            Some(value) => {
                let whole = value.as_u64().filter(|count| *count <= MOST_DECIMALS);
                let whole = whole.and_then(|count| u8::try_from(count).ok());
                Some(whole.ok_or_else(|| self.wrong("decimals", "decimals"))?)
            }
        };
        let unit = match self.get("unit") {
            None => unit,
            Some(value) => match (value.as_bool(), value.as_str()) {
                (Some(true), _) if unit == Unit::Bare => Unit::Column,
                (Some(true), _) => unit,
                (Some(false), _) => Unit::Bare,
                (None, Some(text)) => Unit::Own(text.to_owned()),
                (None, None) => return Err(self.wrong("unit", "unit")),
            },
        };
        let missing = match self.get("missing") {
            None => "—".to_owned(),
            Some(value) => value.as_str().ok_or_else(|| self.wrong("missing", "string"))?.to_owned(),
        };
        Ok(Printing { decimals, sign: self.flag("sign", sign)?, missing, unit })
    }
}

impl Row {
    /// A field of the record.
    ///
    /// # Errors
    /// `MB0621` with the record's place when the table has no such field.
    pub(super) fn take(&self, name: &str, scene: &Scene) -> Result<Taken, Diagnostic> {
        let record = scene.record(&self.sheet.table, self.row);
        let field = self.sheet.field(name);
        let cell = field.zip(record).and_then(|(field, record)| record.cells.get(field.column));
        let (Some(field), Some(cell)) = (field, cell) else {
            let finding = Diagnostic::error("MB0621").arg("field", name);
            let place = record.and_then(|record| record.cells.first()).map(|cell| cell.span.clone());
            let finding = place.into_iter().fold(finding, Diagnostic::at);
            return Err(finding.suggest(name, self.sheet.fields.iter().map(|field| &*field.name)));
        };
        Ok(Taken {
            field: field.clone(),
            value: cell.value.clone(),
            id: self.sheet.cell_id(&self.key, &field.full_name),
            span: cell.span.clone(),
        })
    }

    /// The identity of the cell that holds the key.
    pub(super) fn key_id(&self) -> CellId {
        let column = self.sheet.key_column.clone().unwrap_or_else(|| Arc::from(KEY));
        self.sheet.cell_id(&self.key, &column)
    }
}

impl Taken {
    /// Its number; none when the cell is empty.
    ///
    /// # Errors
    /// `MB0626` with the cell's place when it holds something else.
    pub(super) fn number(&self, function: &str) -> Result<Option<f64>, Diagnostic> {
        match self.value {
            record::Value::Number(number) => Ok(Some(number)),
            record::Value::Missing => Ok(None),
            _ => {
                let finding = Diagnostic::error("MB0626").arg("function", function).arg("cell", &self.id);
                Err(finding.at(self.span.clone()))
            }
        }
    }
}

impl Printing {
    /// A number with its sign and unit.
    pub(super) fn number(&self, number: f64, decimals: Option<u8>, unit: Option<&str>, language: &str) -> String {
        let mut text = print_number(number, language, self.decimals.or(decimals));
        let shows_something = text.chars().any(|c| c.is_numeric() && c.to_digit(10) != Some(0));
        if self.sign && number > 0.0 && shows_something {
            text.insert(0, '+');
        }
        let unit = match &self.unit {
            Unit::Bare => None,
            Unit::Column => unit,
            Unit::Own(unit) => Some(unit.as_str()),
        };
        if let Some(unit) = unit.filter(|unit| !unit.is_empty()) {
            if !unit.starts_with(['%', '‰']) {
                text.push(NO_BREAK_SPACE);
            }
            text.push_str(unit);
        }
        text
    }

    /// A cell of any kind.
    pub(super) fn cell(&self, taken: &Taken, language: &str) -> String {
        match &taken.value {
            record::Value::Missing => self.missing.clone(),
            record::Value::Text(text) => text.to_string(),
            record::Value::Boolean(truth) => truth.to_string(),
            record::Value::Date(date) => print_date(*date, language),
            record::Value::Number(number) => {
                self.number(*number, taken.field.decimals, taken.field.unit.as_deref(), language)
            }
        }
    }
}

/// The record that a value of the context stands for.
fn row_of(value: &Value, recorder: &mut Recorder) -> Option<Row> {
    let part = |name: &str| {
        let map = value.as_map()?;
        map.iter().rev().find(|(key, _)| key.as_str() == Some(name))?.1.as_str()
    };
    let sheet = recorder.sheet(part(TABLE)?)?;
    let key = part(KEY)?;
    let row = sheet.row(key)?;
    let key = Arc::clone(&recorder.scene.record(&sheet.table, row)?.key);
    Some(Row { sheet, key, row })
}
