//! What a schema says about one column.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use toml::de::DeValue;

use crate::diagnostic::{Diagnostic, Findings};
use crate::source::Source;

use super::settings::{Placed, Settings, unknown_word};
use super::watch::{self, Limit};
use super::{Column, ColumnKind};

/// Settings of a column.
const KEYS: [&str; 11] = [
    "type",
    "required",
    "minimum",
    "maximum",
    "decimals",
    "unit",
    "allowed",
    "max_length",
    "header",
    "jump",
    "previous",
];
/// Most decimals that can be asked for: a 64-bit float has no more to give.
const MAX_DECIMALS: u32 = 15;

/// One column: what it is, and what its cells must obey.
#[derive(Debug)]
pub(super) struct Rule {
    /// The column.
    pub(super) column: Column,
    /// Its name with the language.
    pub(super) name: String,
    /// Its heading in the file; its name unless the schema says otherwise.
    pub(super) heading: String,
    /// Whether each record must have a value.
    pub(super) required: bool,
    /// Least number.
    pub(super) minimum: Option<f64>,
    /// Greatest number.
    pub(super) maximum: Option<f64>,
    /// The only texts allowed; empty allows all. Shared by the cells that hold them.
    pub(super) allowed: Vec<Arc<str>>,
    /// Most characters of a text.
    pub(super) max_length: Option<usize>,
    /// From where on a change asks for a second look.
    pub(super) jump: Option<Placed<Limit>>,
    /// The column that holds the value before.
    pub(super) previous: Option<Placed<String>>,
    /// Where the schema declares it.
    pub(super) range: Range<usize>,
}

impl Rule {
    /// Reads `[columns.NAME]`.
    pub(super) fn read(
        source: &Source,
        full: &str,
        range: Range<usize>,
        settings: Settings<'_>,
        findings: &mut Findings,
    ) -> Option<Self> {
        settings.only(&KEYS, findings);
        let name = split_name(full);
        if name.is_none() {
            let span = source.span(range.clone());
            findings.push(Diagnostic::error("MB0249").arg("name", full).at(span).hint("column"));
        }
        let kind = kind(source, full, &range, settings, findings);
        let minimum = settings.number("minimum", findings);
        let maximum = settings.number("maximum", findings);
        if let (Some(minimum), Some(maximum)) = (&minimum, &maximum)
            && minimum.value > maximum.value
        {
            findings.push(
                Diagnostic::error("MB0208")
                    .arg("setting", "minimum")
                    .arg("reason", "above-maximum")
                    .arg("type", "number")
                    .at(source.span(minimum.range.clone()))
                    .at(source.span(maximum.range.clone())),
            );
        }
        let decimals = decimals(settings, findings);
        let unit = unit(source, settings, findings);
        let allowed = settings.texts("allowed", findings).map(|allowed| allowed.value).unwrap_or_default();
        let max_length = settings.count("max_length", 1, findings).and_then(|most| usize::try_from(most.value).ok());
        let required = settings.boolean("required", findings).is_some_and(|required| required.value);
        let heading = settings.text("header", findings).map_or_else(|| full.to_owned(), |header| header.value);
        let (jump, previous) = (watch::limit(settings, findings), settings.text("previous", findings));
        let (kind, (name, language)) = (kind?, name?);
        fits(source, kind, settings, findings);
        let column = Column { name: name.into(), language: language.map(str::to_owned), kind, unit, decimals };
        Some(Self {
            column,
            name: full.to_owned(),
            heading: heading.trim().to_owned(),
            required,
            minimum: minimum.map(|placed| placed.value),
            maximum: maximum.map(|placed| placed.value),
            allowed: allowed.into_iter().map(Arc::from).collect(),
            max_length,
            jump,
            previous,
            range,
        })
    }

    /// Whether its numbers are percentages, so that `71%` may be written.
    pub(super) fn is_percent(&self) -> bool {
        self.column.unit.values().any(|unit| unit.trim() == "%")
    }
}

/// The name of a kind, as schemas write it.
pub(super) fn kind_name(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Text => "text",
        ColumnKind::Number => "number",
        ColumnKind::Integer => "integer",
        ColumnKind::Boolean => "boolean",
        ColumnKind::Date => "date",
    }
}

/// The declared type; it must be given.
fn kind(
    source: &Source,
    full: &str,
    range: &Range<usize>,
    settings: Settings<'_>,
    findings: &mut Findings,
) -> Option<ColumnKind> {
    if settings.get("type").is_none() {
        let setting = format!("columns.{full}.type");
        findings.push(Diagnostic::error("MB0205").arg("setting", setting).at(source.span(range.clone())).hint("hint"));
        return None;
    }
    let given = settings.text("type", findings)?;
    let kinds = [ColumnKind::Text, ColumnKind::Number, ColumnKind::Integer, ColumnKind::Boolean, ColumnKind::Date];
    let found = kinds.into_iter().find(|kind| kind_name(*kind) == given.value);
    if found.is_none() {
        findings.push(unknown_word("type", &given, source).suggest(&given.value, kinds.map(kind_name)));
    }
    found
}

/// Printed decimals, 0 to 15.
fn decimals(settings: Settings<'_>, findings: &mut Findings) -> Option<u8> {
    let Placed { value, range } = settings.count("decimals", 0, findings)?;
    if value > MAX_DECIMALS {
        return settings.wrong("decimals", "decimals", range, findings);
    }
    u8::try_from(value).ok()
}

/// The unit: one text for all languages, or a table by language.
fn unit(source: &Source, settings: Settings<'_>, findings: &mut Findings) -> BTreeMap<String, String> {
    let mut words = BTreeMap::new();
    let Some(value) = settings.get("unit") else { return words };
    match value.get_ref() {
        DeValue::String(text) => {
            words.insert(String::new(), text.to_string());
        }
        DeValue::Table(table) => {
            let inner = Settings::new(source, table);
            for (language, _, _) in inner.entries() {
                if let Some(text) = inner.text(language, findings) {
                    words.insert(language.to_owned(), text.value);
                }
            }
        }
        _ => {
            settings.wrong::<()>("unit", "unit", value.span(), findings);
        }
    }
    words
}

/// Reports settings that say nothing about this kind of column.
fn fits(source: &Source, kind: ColumnKind, settings: Settings<'_>, findings: &mut Findings) {
    let numeric = matches!(kind, ColumnKind::Number | ColumnKind::Integer);
    let checks = [
        ("minimum", numeric),
        ("maximum", numeric),
        ("unit", numeric),
        ("jump", numeric),
        ("previous", numeric),
        ("decimals", kind == ColumnKind::Number),
        ("allowed", kind == ColumnKind::Text),
        ("max_length", kind == ColumnKind::Text),
    ];
    for (setting, good) in checks {
        if let Some(value) = settings.get(setting).filter(|_| !good) {
            findings.push(
                Diagnostic::error("MB0208")
                    .arg("setting", setting)
                    .arg("reason", "type")
                    .arg("type", kind_name(kind))
                    .at(source.span(value.span())),
            );
        }
    }
}

/// A column's name and language: `name.vi` is `name` in `vi`.
///
/// None unless the name starts with a letter and goes on in ASCII letters, digits and `_`, as templates write it.
pub(super) fn split_name(full: &str) -> Option<(&str, Option<&str>)> {
    let (name, language) = match full.split_once('.') {
        Some((name, language)) => (name, Some(language)),
        None => (full, None),
    };
    let good_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let good_language = language.is_none_or(|language| {
        let primary = language.split('-').next().unwrap_or_default();
        (2..=3).contains(&primary.len())
            && primary.chars().all(|c| c.is_ascii_lowercase())
            && language.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    });
    (good_name && good_language).then_some((name, language))
}
