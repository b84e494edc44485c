//! `data/NAME.schema.toml`: what the table NAME holds and how its file is written.
//!
//! In: a schema file. Out: a [`Schema`], or every fault of the file at once.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Checked, Diagnostic, Findings, Span};
use crate::source::Source;

use super::ColumnKind;
use super::locale::Locale;
use super::rule::Rule;
use super::settings::{Placed, Settings, unknown_word};
use super::watch::{self, Watch};

/// Settings of a schema file.
const KEYS: [&str; 9] = ["file", "sheet", "header_row", "delimiter", "locale", "key", "columns", "report", "sum"];

/// A checked schema.
#[derive(Debug)]
pub(super) struct Schema {
    /// Name of the table.
    pub(super) table: Arc<str>,
    /// The schema file.
    pub(super) path: Arc<str>,
    /// Name of the data file in `data/`, when it is given.
    pub(super) file: Option<(String, Span)>,
    /// Name of the sheet, when it is given.
    pub(super) sheet: Option<(String, Span)>,
    /// Row of the headings, counted from 1.
    pub(super) header_row: u32,
    /// What parts the fields of a text file; none means by ending.
    pub(super) delimiter: Option<u8>,
    /// How numbers and dates are written.
    pub(super) locale: Locale,
    /// Index of the key column.
    pub(super) key: usize,
    /// The columns in declared order.
    pub(super) rules: Vec<Rule>,
    /// What it asks of incoming reports.
    pub(super) watch: Watch,
}

impl Schema {
    /// Reads a schema file.
    ///
    /// # Errors
    /// Every fault of the file: `MB0201` to `MB0208` and `MB0249`.
    pub(super) fn read(source: &Source, table: &str) -> Checked<Self> {
        let mut findings = Findings::new();
        let (root, errors) = DeTable::parse_recoverable(&source.text);
        for error in &errors {
            let span = source.span(error.span().unwrap_or(0..0));
            findings.push(Diagnostic::error("MB0201").arg("reason", first_line(error.message())).at(span));
        }
        if !errors.is_empty() {
            return Err(findings.into_vec());
        }
        let settings = Settings::new(source, root.get_ref());
        settings.only(&KEYS, &mut findings);
        let rules = rules(source, settings, &mut findings);
        let key = key(source, settings, &rules, &mut findings);
        let watch = watch::read(source, settings, table, &rules, &mut findings);
        let place = |placed: Placed<String>| (placed.value, source.span(placed.range));
        let schema = Self {
            table: table.into(),
            path: Arc::clone(&source.name),
            file: settings.text("file", &mut findings).map(place),
            sheet: settings.text("sheet", &mut findings).map(place),
            header_row: settings.count("header_row", 1, &mut findings).map_or(1, |row| row.value),
            delimiter: delimiter(source, settings, &mut findings),
            locale: locale(source, settings, &mut findings),
            key: key.unwrap_or(0),
            rules,
            watch,
        };
        findings.finish(schema)
    }

    /// Index of the column with this heading in the file.
    pub(super) fn heading(&self, heading: &str) -> Option<usize> {
        self.rules.iter().position(|rule| rule.heading == heading)
    }
}

/// Only the first line of a library's message: the rest draws the source again.
fn first_line(message: &str) -> &str {
    message.lines().next().unwrap_or_default()
}

/// The declared columns; languages may be written `"name.vi"` or nested, `[columns.name.vi]`.
fn rules(source: &Source, settings: Settings<'_>, findings: &mut Findings) -> Vec<Rule> {
    let columns = match settings.get("columns") {
        Some(_) => settings.table("columns", findings),
        None => {
            findings.push(Diagnostic::error("MB0205").arg("setting", "columns").at(source.span(0..0)).hint("hint"));
            None
        }
    };
    let mut rules: Vec<Rule> = Vec::new();
    let Some(columns) = columns else { return rules };
    for (name, range, value) in columns.entries() {
        let DeValue::Table(table) = value.get_ref() else {
            columns.wrong::<()>(name, "table", value.span(), findings);
            continue;
        };
        let inner = Settings::new(source, table);
        let nested = inner.get("type").is_none()
            && !table.is_empty()
            && table.values().all(|value| matches!(value.get_ref(), DeValue::Table(_)));
        if !nested {
            rules.extend(Rule::read(source, name, range, inner, findings));
            continue;
        }
        for (language, range, value) in inner.entries() {
            if let DeValue::Table(table) = value.get_ref() {
                let full = format!("{name}.{language}");
                rules.extend(Rule::read(source, &full, range, Settings::new(source, table), findings));
            }
        }
    }
    twice(source, &rules, findings);
    rules
}

/// Reports columns that would read the same heading.
fn twice(source: &Source, rules: &[Rule], findings: &mut Findings) {
    let mut seen: BTreeMap<&str, &Range<usize>> = BTreeMap::new();
    for rule in rules {
        if let Some(first) = seen.insert(&rule.heading, &rule.range) {
            findings.push(
                Diagnostic::error("MB0217")
                    .arg("column", &rule.heading)
                    .at(source.span(rule.range.clone()))
                    .at(source.span(first.clone())),
            );
        }
    }
}

/// The key column: declared, of type text.
fn key(source: &Source, settings: Settings<'_>, rules: &[Rule], findings: &mut Findings) -> Option<usize> {
    if settings.get("key").is_none() {
        findings.push(Diagnostic::error("MB0205").arg("setting", "key").at(source.span(0..0)).hint("hint"));
        return None;
    }
    let Placed { value: name, range } = settings.text("key", findings)?;
    let Some(at) = rules.iter().position(|rule| rule.name == name) else {
        // Columns that are themselves faulty are not in `rules`; do not blame the key for that.
        if !findings.has_errors() || !rules.is_empty() {
            let known = rules.iter().map(|rule| rule.name.as_str());
            findings
                .push(Diagnostic::error("MB0206").arg("column", &name).at(source.span(range)).suggest(&name, known));
        }
        return None;
    };
    let rule = rules.get(at)?;
    if rule.column.kind != ColumnKind::Text {
        let span = source.span(rule.range.clone());
        findings.push(Diagnostic::error("MB0207").arg("column", &name).at(span).at(source.span(range)).hint("hint"));
    }
    Some(at)
}

/// The declared way of writing numbers and dates; `iso` when nothing is said.
fn locale(source: &Source, settings: Settings<'_>, findings: &mut Findings) -> Locale {
    let Some(given) = settings.text("locale", findings) else { return Locale::Iso };
    Locale::ALL.into_iter().find(|locale| locale.name() == given.value).unwrap_or_else(|| {
        let known = Locale::ALL.iter().map(|locale| locale.name());
        findings.push(unknown_word("locale", &given, source).suggest(&given.value, known));
        Locale::Iso
    })
}

/// The declared delimiter.
fn delimiter(source: &Source, settings: Settings<'_>, findings: &mut Findings) -> Option<u8> {
    let given = settings.text("delimiter", findings)?;
    match given.value.as_str() {
        "," => Some(b','),
        ";" => Some(b';'),
        "|" => Some(b'|'),
        "\t" => Some(b'\t'),
        _ => {
            findings.push(unknown_word("delimiter", &given, source).arg("known", r#""," ";" "|" "\t""#).hint("known"));
            None
        }
    }
}
