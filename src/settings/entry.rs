//! One key of a settings file and the readings of its value.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::{Diagnostic, Span};
use crate::source::Source;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Given<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub span: Span,
}

/// A key with its value, not yet read as any kind.
#[derive(Debug, Clone)]
pub struct Entry<'d> {
    /// The key; an element of a list has its list's.
    pub key: &'d str,
    /// The file it stands in.
    pub(super) source: &'d Source,
    /// The bytes of the key.
    pub(super) key_range: Range<usize>,
    /// The bytes of the value.
    pub(super) range: Range<usize>,
    /// The value.
    pub(super) value: &'d DeValue<'d>,
}

impl<'d> Entry<'d> {
    /// A key and its value in a file.
    pub(super) fn new(source: &'d Source, key: &'d Spanned<Cow<'d, str>>, value: &'d Spanned<DeValue<'d>>) -> Self {
        Self { key: key.get_ref(), source, key_range: key.span(), range: value.span(), value: value.get_ref() }
    }

    /// The value's place.
    pub fn span(&self) -> Span {
        self.source.span(self.range.clone())
    }

    /// Every key of a table in file order; the parser keeps them in the alphabet's.
    pub(super) fn in_order(source: &'d Source, table: &'d DeTable<'d>) -> Vec<Self> {
        let mut entries: Vec<Self> = table.iter().map(|(key, value)| Self::new(source, key, value)).collect();
        entries.sort_by_key(|entry| entry.key_range.start);
        entries
    }

    /// The key's place.
    pub fn key_span(&self) -> Span {
        self.source.span(self.key_range.clone())
    }

    /// Words, in Unicode NFC.
    ///
    /// # Errors
    /// `MB0012` for another kind, `MB0014` for characters that mocban keeps for itself.
    pub fn text(&self) -> Result<String, Diagnostic> {
        let text: String = self.value.as_str().ok_or_else(|| self.not("text"))?.nfc().collect();
        if text.chars().any(|c| ('\u{E000}'..='\u{E01F}').contains(&c)) {
            return Err(Diagnostic::error("MB0014").arg("key", self.key).at(self.span()).hint("hint"));
        }
        Ok(text)
    }

    /// A finite number, whole or not.
    ///
    /// # Errors
    /// `MB0012` for anything else.
    pub fn number(&self) -> Result<f32, Diagnostic> {
        let digits = match self.value {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str(),
            DeValue::Float(number) => number.as_str(),
            _ => return Err(self.not("number")),
        };
        digits.parse().ok().filter(|number: &f32| number.is_finite()).ok_or_else(|| self.not("number"))
    }

    /// A whole number from zero up.
    ///
    /// # Errors
    /// `MB0012` for anything else.
    pub fn whole(&self) -> Result<u32, Diagnostic> {
        let number = self.value.as_integer().ok_or_else(|| self.not("whole"))?;
        u32::from_str_radix(number.as_str(), number.radix()).map_err(|_| self.not("whole"))
    }

    /// `true` or `false`.
    ///
    /// # Errors
    /// `MB0012` for anything else.
    pub fn boolean(&self) -> Result<bool, Diagnostic> {
        self.value.as_bool().ok_or_else(|| self.not("boolean"))
    }

    /// The elements of a list.
    ///
    /// # Errors
    /// `MB0012` for anything else.
    pub fn list(&self) -> Result<Vec<Self>, Diagnostic> {
        let list = self.value.as_array().ok_or_else(|| self.not("list"))?;
        Ok(list.iter().map(|item| Self { range: item.span(), value: item.get_ref(), ..self.clone() }).collect())
    }

    /// The keys of a table, in file order.
    ///
    /// # Errors
    /// `MB0012` for anything else.
    pub fn entries(&self) -> Result<Vec<Self>, Diagnostic> {
        Ok(Self::in_order(self.source, self.table()?))
    }

    /// Any single value as text: words as they are, numbers, dates and truth values as they would be written.
    ///
    /// # Errors
    /// `MB0012` for a list or a table, `MB0014` as for [`Entry::text`].
    pub fn scalar(&self) -> Result<String, Diagnostic> {
        match self.value {
            DeValue::String(_) => self.text(),
            DeValue::Integer(number) => self.integer(number.as_str(), number.radix()).map(|n| n.to_string()),
            DeValue::Float(number) => Ok(number.as_str().to_owned()),
            DeValue::Boolean(truth) => Ok(truth.to_string()),
            DeValue::Datetime(date) => Ok(date.to_string()),
            DeValue::Array(_) | DeValue::Table(_) => Err(self.not("scalar")),
        }
    }

    /// Whether it is a list.
    pub fn is_list(&self) -> bool {
        self.value.is_array()
    }

    /// Whether it is a table.
    pub fn is_table(&self) -> bool {
        self.value.is_table()
    }

    /// The value as it is, for free parameters.
    ///
    /// # Errors
    /// As the readings of its parts.
    pub fn free(&self) -> Result<toml::Value, Diagnostic> {
        Ok(match self.value {
            DeValue::String(_) => toml::Value::String(self.text()?),
            DeValue::Integer(number) => toml::Value::Integer(self.integer(number.as_str(), number.radix())?),
            DeValue::Float(number) => toml::Value::Float(
                number.as_str().parse().ok().filter(|n: &f64| n.is_finite()).ok_or_else(|| self.not("number"))?,
            ),
            DeValue::Boolean(truth) => toml::Value::Boolean(*truth),
            DeValue::Datetime(date) => toml::Value::Datetime(*date),
            DeValue::Array(_) => {
                toml::Value::Array(self.list()?.iter().map(Self::free).collect::<Result<Vec<_>, _>>()?)
            }
            DeValue::Table(_) => {
                let entries = self.entries()?;
                let pairs = entries.iter().map(|entry| Ok((entry.key.to_owned(), entry.free()?)));
                toml::Value::Table(pairs.collect::<Result<BTreeMap<_, _>, Diagnostic>>()?.into_iter().collect())
            }
        })
    }

    /// The table behind the key.
    pub(super) fn table(&self) -> Result<&'d DeTable<'d>, Diagnostic> {
        self.value.as_table().ok_or_else(|| self.not("table"))
    }

    /// "This key wants another kind of value" (`MB0012`); `wanted` is a name that the messages know.
    pub fn not(&self, wanted: &'static str) -> Diagnostic {
        Diagnostic::error("MB0012").arg("key", self.key).arg("wanted", wanted).at(self.span())
    }

    /// A whole number in the radix it is written in.
    fn integer(&self, digits: &str, radix: u32) -> Result<i64, Diagnostic> {
        i64::from_str_radix(digits, radix).map_err(|_| self.not("number"))
    }
}
