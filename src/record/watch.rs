//! What a schema asks of incoming reports: who reports for which period, which changes are too large to pass unseen, what
//! must add up. In: `[report]`, `jump` and `previous` of columns, `[[sum]]`. Out: a [`Watch`] with every name known.

use std::sync::Arc;

use toml::de::DeValue;

use crate::diagnostic::{Diagnostic, Findings, Span};
use crate::source::Source;

use super::rule::{Rule, kind_name};
use super::settings::{Placed, Settings};
use super::{ColumnKind, Dataset, Value};

/// Settings of `[report]`.
const REPORT_KEYS: [&str; 3] = ["period", "of", "date"];
/// Settings of `[[sum]]`.
const SUM_KEYS: [&str; 3] = ["whole", "parts", "tolerance"];
/// The column of the period, unless `[report]` names another.
pub const PERIOD: &str = "period";

/// What is watched in a table.
#[derive(Debug, Clone, Default)]
pub struct Watch {
    /// Who reports; none when nobody does.
    pub report: Option<Reporting>,
    /// Changes that ask for a second look.
    pub jumps: Vec<JumpRule>,
    /// What must add up.
    pub sums: Vec<SumRule>,
    /// Number columns that may be empty: those that are filled when a unit reports.
    pub values: Vec<usize>,
}

/// Who reports, and how that is seen.
#[derive(Debug, Clone, PartialEq)]
pub struct Reporting {
    /// Name of the column of the period, without its language.
    pub period: String,
    /// The column that says whose record it is, where a unit has one record a period; none means the key.
    pub of: Option<usize>,
    /// The column of the day a unit reported; none means that any number is a report.
    pub date: Option<usize>,
}

/// How large a change is too large.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Limit {
    /// A part of the value before, in per cent.
    Share(f64),
    /// An amount in the column's own unit.
    Amount(f64),
}

/// A column whose changes are watched.
#[derive(Debug, Clone, PartialEq)]
pub struct JumpRule {
    /// The column.
    pub column: usize,
    /// From where on a change asks for a second look.
    pub limit: Limit,
    /// The column of the same record that holds the value before; none means the record of the period before.
    pub previous: Option<usize>,
}

/// A whole that its parts must add up to.
#[derive(Debug, Clone, PartialEq)]
pub struct SumRule {
    /// Table, key and column of the whole.
    pub whole: [Arc<str>; 3],
    /// Table and column of the parts.
    pub parts: [Arc<str>; 2],
    /// The largest difference that rounding explains.
    pub tolerance: f64,
    /// Where the rule stands.
    pub span: Span,
}

/// Reads what a schema watches; `settings` are those of the whole file.
pub(super) fn read(
    source: &Source,
    settings: Settings<'_>,
    table: &str,
    rules: &[Rule],
    findings: &mut Findings,
) -> Watch {
    let numeric = |rule: &Rule| matches!(rule.column.kind, ColumnKind::Number | ColumnKind::Integer);
    let values = rules.iter().enumerate().filter(|(_, rule)| numeric(rule) && !rule.required).map(|(at, _)| at);
    let report = settings.get("report").and_then(|_| settings.table("report", findings));
    let report = report.map(|report| reporting(source, report, rules, findings));
    let jumps = jumps(source, rules, report.as_ref(), findings);
    Watch { jumps, sums: sums(source, settings, table, findings), values: values.collect(), report }
}

/// Reads `[report]`.
fn reporting(source: &Source, settings: Settings<'_>, rules: &[Rule], findings: &mut Findings) -> Reporting {
    settings.only(&REPORT_KEYS, findings);
    let column = |key: &'static str, kind: ColumnKind, findings: &mut Findings| {
        let given = settings.text(key, findings)?;
        let at = declared(source, key, &given, rules, findings)?;
        fits(source, key, &given, rules.get(at)?, &[kind], findings);
        Some(at)
    };
    let (of, date) = (column("of", ColumnKind::Text, findings), column("date", ColumnKind::Date, findings));
    let period = settings.text("period", findings);
    let name = period.as_ref().map_or(PERIOD, |period| &period.value);
    if !rules.iter().any(|rule| *rule.column.name == *name) {
        let place = period.as_ref().map_or(0..0, |period| period.range.clone());
        let known = rules.iter().map(|rule| &*rule.column.name);
        let diagnostic = Diagnostic::error("MB0251").arg("setting", "report.period").arg("column", name);
        findings.push(diagnostic.at(source.span(place)).suggest(name, known));
    }
    Reporting { period: name.to_owned(), of, date }
}

/// The column a setting names.
fn declared(
    source: &Source,
    setting: &str,
    given: &Placed<String>,
    rules: &[Rule],
    findings: &mut Findings,
) -> Option<usize> {
    let at = rules.iter().position(|rule| rule.name == given.value);
    if at.is_none() {
        let diagnostic = Diagnostic::error("MB0251").arg("setting", setting).arg("column", &given.value);
        let known = rules.iter().map(|rule| rule.name.as_str());
        findings.push(diagnostic.at(source.span(given.range.clone())).suggest(&given.value, known));
    }
    at
}

/// Reports a column of a kind that a setting cannot use.
fn fits(
    source: &Source,
    setting: &str,
    given: &Placed<String>,
    rule: &Rule,
    kinds: &[ColumnKind],
    findings: &mut Findings,
) {
    if let (Some(first), false) = (kinds.first(), kinds.contains(&rule.column.kind)) {
        let diagnostic = Diagnostic::error("MB0252").arg("setting", setting).arg("column", &rule.name);
        let diagnostic = diagnostic.arg("type", kind_name(rule.column.kind)).arg("expected", kind_name(*first));
        findings.push(diagnostic.at(source.span(given.range.clone())).at(source.span(rule.range.clone())));
    }
}

/// The columns whose changes are watched.
fn jumps(source: &Source, rules: &[Rule], report: Option<&Reporting>, findings: &mut Findings) -> Vec<JumpRule> {
    let mut found = Vec::new();
    for (column, rule) in rules.iter().enumerate() {
        let previous = rule.previous.as_ref().and_then(|given| {
            let at = declared(source, "previous", given, rules, findings)?;
            fits(source, "previous", given, rules.get(at)?, &[ColumnKind::Number, ColumnKind::Integer], findings);
            Some(at)
        });
        let Some(jump) = &rule.jump else { continue };
        let one_a_period = report.is_some_and(|report| report.of.is_some());
        if rule.previous.is_none() && !one_a_period {
            let diagnostic = Diagnostic::error("MB0253").arg("column", &rule.name);
            findings.push(diagnostic.at(source.span(jump.range.clone())).hint("hint"));
        }
        found.push(JumpRule { column, limit: jump.value, previous });
    }
    found
}

/// Reads a column's `jump`: `"30%"` of the value before, or a number in the column's own unit.
pub(super) fn limit(settings: Settings<'_>, findings: &mut Findings) -> Option<Placed<Limit>> {
    let value = settings.get("jump")?;
    let share = |text: &str| text.trim().strip_suffix('%')?.trim().parse::<f64>().ok();
    let limit = match value.get_ref() {
        DeValue::String(text) => share(text).map(Limit::Share),
        DeValue::Integer(_) | DeValue::Float(_) => settings.number("jump", findings).map(|n| Limit::Amount(n.value)),
        _ => None,
    };
    let positive = |limit: &Limit| matches!(limit, Limit::Share(n) | Limit::Amount(n) if n.is_finite() && *n > 0.0);
    match limit.filter(positive) {
        Some(limit) => Some(Placed { value: limit, range: value.span() }),
        None => settings.wrong("jump", "jump", value.span(), findings),
    }
}

/// Reads every `[[sum]]`; whether its names are known is seen when all tables are read.
fn sums(source: &Source, settings: Settings<'_>, table: &str, findings: &mut Findings) -> Vec<SumRule> {
    let Some(value) = settings.get("sum") else { return Vec::new() };
    let DeValue::Array(items) = value.get_ref() else {
        settings.wrong::<()>("sum", "sums", value.span(), findings);
        return Vec::new();
    };
    let mut found = Vec::new();
    for item in items {
        let DeValue::Table(inner) = item.get_ref() else {
            settings.wrong::<()>("sum", "sums", item.span(), findings);
            continue;
        };
        found.extend(sum(source, Settings::new(source, inner), item.span(), table, findings));
    }
    found
}

/// Reads one `[[sum]]`.
fn sum(
    source: &Source,
    settings: Settings<'_>,
    range: std::ops::Range<usize>,
    table: &str,
    findings: &mut Findings,
) -> Option<SumRule> {
    settings.only(&SUM_KEYS, findings);
    for key in ["whole", "parts"].into_iter().filter(|key| settings.get(key).is_none()) {
        let diagnostic = Diagnostic::error("MB0254").arg("setting", key).at(source.span(range.clone()));
        findings.push(diagnostic.hint(key));
    }
    let mut shaped = |key: &'static str, good: &dyn Fn(&str) -> bool| {
        let given = settings.text(key, findings)?;
        if !good(&given.value) {
            let diagnostic = Diagnostic::error("MB0254").arg("setting", key);
            findings.push(diagnostic.at(source.span(given.range.clone())).hint(key));
            return None;
        }
        Some(given)
    };
    let whole = shaped("whole", &|text| text.split('/').count() == 3 && text.split('/').all(|part| !part.is_empty()));
    let parts = shaped("parts", &|text| !text.is_empty() && !text.contains('/'));
    let tolerance = settings.number("tolerance", findings).map_or(0.0, |tolerance| tolerance.value.abs());
    let (whole, parts) = (whole?, parts?);
    let mut names = whole.value.splitn(3, '/').map(Arc::from);
    let whole_names = [names.next()?, names.next()?, names.next()?];
    // A column of this table, or of another one that is named before a dot; `name.vi` is never a number.
    let (of, column) = parts.value.split_once('.').unwrap_or((table, &parts.value));
    let parts = [Arc::from(of), Arc::from(column)];
    Some(SumRule { whole: whole_names, parts, tolerance, span: source.span(whole.range) })
}

/// Reports sums that name a table, record or column there is not, or one that holds no numbers (`MB0255`, `MB0252`).
pub(super) fn check_sums(dataset: &Dataset, findings: &mut Findings) {
    for rule in dataset.tables.values().flat_map(|table| &table.watch.sums) {
        let [whole, key, column] = &rule.whole;
        let [parts, part_column] = &rule.parts;
        for (table, column) in [(whole, column), (parts, part_column)] {
            let Some(found) = dataset.tables.get(&**table) else {
                findings.push(unknown(rule, "table", table, dataset.tables.keys().map(String::as_str)));
                continue;
            };
            match found.column(column).and_then(|at| found.columns.get(at)) {
                Some(known) if matches!(known.kind, ColumnKind::Number | ColumnKind::Integer) => {}
                Some(known) => {
                    let diagnostic = Diagnostic::error("MB0252").arg("setting", "sum").arg("column", column);
                    let diagnostic = diagnostic.arg("type", kind_name(known.kind)).arg("expected", "number");
                    findings.push(diagnostic.at(rule.span.clone()));
                }
                None => {
                    let names: Vec<String> = found.columns.iter().map(super::Column::full_name).collect();
                    findings.push(unknown(rule, "column", column, names.iter().map(String::as_str)));
                }
            }
        }
        if let Some(table) = dataset.tables.get(&**whole)
            && table.record(key).is_none()
        {
            findings.push(unknown(rule, "record", key, table.records.iter().map(|record| &*record.key)));
        }
    }
}

/// "There is no such table, record or column" of a sum.
fn unknown<'k>(rule: &SumRule, kind: &str, name: &str, known: impl IntoIterator<Item = &'k str>) -> Diagnostic {
    let diagnostic = Diagnostic::error("MB0255").arg("kind", kind).arg("name", name).at(rule.span.clone());
    diagnostic.suggest(name, known)
}

/// The number of a value.
pub fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => Some(*number),
        _ => None,
    }
}
