//! One table of a TOML file, read setting by setting, so that all its faults are told at once.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Diagnostic, Findings};
use crate::source::Source;

/// A TOML table and the place it is read from.
#[derive(Clone, Copy)]
pub(super) struct Settings<'a> {
    /// The file.
    source: &'a Source,
    /// Its entries.
    table: &'a DeTable<'a>,
}

/// A setting's value and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Placed<T> {
    /// The value.
    pub(super) value: T,
    /// Byte range in the source.
    pub(super) range: Range<usize>,
}

impl<'a> Settings<'a> {
    /// The settings of a table.
    pub(super) fn new(source: &'a Source, table: &'a DeTable<'a>) -> Self {
        Self { source, table }
    }

    /// Reports every key that is not one of `known`.
    pub(super) fn only(&self, known: &[&str], findings: &mut Findings) {
        for key in self.table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
            findings.push(
                Diagnostic::error("MB0202")
                    .arg("key", key.get_ref())
                    .at(self.source.span(key.span()))
                    .suggest(key.get_ref(), known.iter().copied()),
            );
        }
    }

    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.table.get(key)
    }

    /// The entries in the order they are written.
    pub(super) fn entries(&self) -> Vec<(&'a str, Range<usize>, &'a Spanned<DeValue<'a>>)> {
        let mut entries: Vec<_> =
            self.table.iter().map(|(key, value)| (key.get_ref().as_ref(), key.span(), value)).collect();
        entries.sort_by_key(|(_, range, _)| range.start);
        entries
    }

    /// A text.
    pub(super) fn text(&self, key: &str, findings: &mut Findings) -> Option<Placed<String>> {
        let value = self.get(key)?;
        match value.get_ref() {
            DeValue::String(text) => Some(Placed { value: text.to_string(), range: value.span() }),
            _ => self.wrong(key, "text", value.span(), findings),
        }
    }

    /// A number, whole or not, but finite.
    pub(super) fn number(&self, key: &str, findings: &mut Findings) -> Option<Placed<f64>> {
        let value = self.get(key)?;
        let number = match value.get_ref() {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse::<f64>().ok(),
            DeValue::Float(number) => number.as_str().parse::<f64>().ok(),
            _ => None,
        };
        match number.filter(|number| number.is_finite()) {
            Some(number) => Some(Placed { value: number, range: value.span() }),
            None => self.wrong(key, "number", value.span(), findings),
        }
    }

    /// A whole number of at least `least`.
    pub(super) fn count(&self, key: &str, least: u32, findings: &mut Findings) -> Option<Placed<u32>> {
        let value = self.get(key)?;
        let number = match value.get_ref() {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse::<u32>().ok(),
            _ => None,
        };
        match number.filter(|number| *number >= least) {
            Some(number) => Some(Placed { value: number, range: value.span() }),
            None => self.wrong(key, if least == 0 { "count" } else { "positive" }, value.span(), findings),
        }
    }

    /// True or false.
    pub(super) fn boolean(&self, key: &str, findings: &mut Findings) -> Option<Placed<bool>> {
        let value = self.get(key)?;
        match value.get_ref() {
            DeValue::Boolean(truth) => Some(Placed { value: *truth, range: value.span() }),
            _ => self.wrong(key, "boolean", value.span(), findings),
        }
    }

    /// A list of texts, not empty.
    pub(super) fn texts(&self, key: &str, findings: &mut Findings) -> Option<Placed<Vec<String>>> {
        let value = self.get(key)?;
        let texts: Option<Vec<String>> = match value.get_ref() {
            DeValue::Array(array) => array
                .iter()
                .map(|item| match item.get_ref() {
                    DeValue::String(text) => Some(text.to_string()),
                    _ => None,
                })
                .collect(),
            _ => None,
        };
        match texts.filter(|texts| !texts.is_empty()) {
            Some(value_texts) => Some(Placed { value: value_texts, range: value.span() }),
            None => self.wrong(key, "texts", value.span(), findings),
        }
    }

    /// A table.
    pub(super) fn table(&self, key: &str, findings: &mut Findings) -> Option<Settings<'a>> {
        let value = self.get(key)?;
        match value.get_ref() {
            DeValue::Table(table) => Some(Settings { source: self.source, table }),
            _ => self.wrong(key, "table", value.span(), findings),
        }
    }

    /// Reports a value of the wrong kind.
    pub(super) fn wrong<T>(
        &self,
        key: &str,
        expected: &str,
        range: Range<usize>,
        findings: &mut Findings,
    ) -> Option<T> {
        findings
            .push(Diagnostic::error("MB0203").arg("key", key).arg("expected", expected).at(self.source.span(range)));
        None
    }
}

/// `MB0204`, without its suggestion.
pub(super) fn unknown_word(setting: &str, given: &Placed<String>, source: &Source) -> Diagnostic {
    Diagnostic::error("MB0204").arg("setting", setting).arg("given", &given.value).at(source.span(given.range.clone()))
}
