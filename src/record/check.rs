//! One raw cell against the rule of its column.

use std::borrow::Cow;
use std::sync::Arc;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::diagnostic::{Diagnostic, Span};

use super::limits::INTEGER_LIMIT;
use super::locale::{DateFault, Locale, boolean};
use super::print::print_number;
use super::raw::Raw;
use super::report::Report;
use super::rule::{Rule, kind_name};
use super::{ColumnKind, Value};

/// The typed value of a raw one, [`Value::Missing`] when there is nothing; none when it is wrong (and reported).
pub(super) fn check(rule: &Rule, locale: Locale, raw: Raw<'_>, span: &Span, report: &mut Report) -> Option<Value> {
    if raw.is_empty() {
        return Some(Value::Missing);
    }
    if let Raw::Error(error) = &raw {
        report.push(at("MB0238", rule, span).arg("error", error).hint("hint"));
        return None;
    }
    if let Raw::Percent(fraction) = raw {
        // Taken as it is, 0.74 would be drawn where the editor saw 74%.
        let shown = print_number(fraction * 100.0, "en", None);
        report.push(at("MB0250", rule, span).arg("given", fraction).arg("shown", shown).hint("hint"));
        return None;
    }
    match rule.column.kind {
        ColumnKind::Text => text(rule, raw, span, report),
        ColumnKind::Number | ColumnKind::Integer => number(rule, locale, raw, span, report),
        ColumnKind::Boolean => truth(rule, raw, span, report),
        ColumnKind::Date => date(rule, locale, raw, span, report),
    }
}

/// Text in NFC without white space around it; refuses what would break drawings or fences.
///
/// Private-use characters are refused because templates fence bound values with them, control characters because
/// XML cannot hold them, and U+FFFD because it stands where an earlier conversion lost a letter.
pub(super) fn clean<'a>(text: &'a str, column: &str, span: &Span, report: &mut Report) -> Option<Cow<'a, str>> {
    let text = text.trim();
    if let Some(bad) = text.chars().find(|c| is_refused(*c)) {
        let code = if matches!(bad, '\u{e000}'..='\u{f8ff}') { "MB0236" } else { "MB0235" };
        let shown = format!("U+{:04X}", u32::from(bad));
        report
            .push(Diagnostic::error(code).arg("column", column).arg("character", shown).at(span.clone()).hint("hint"));
        return None;
    }
    let text = if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n")) } else { Cow::Borrowed(text) };
    if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return Some(text);
    }
    let composed: String = text.nfc().collect();
    if composed == text {
        return Some(text);
    }
    report.decomposed(span);
    Some(Cow::Owned(composed))
}

/// Characters that no cell may hold. Line ends are fine: cells may have several lines.
fn is_refused(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fffd}'..='\u{ffff}') || (c.is_control() && !matches!(c, '\n' | '\r'))
}

/// A finding about a cell of a column.
fn at(code: &'static str, rule: &Rule, span: &Span) -> Diagnostic {
    Diagnostic::error(code).arg("column", &rule.name).at(span.clone())
}

/// Reports a value of a kind that the column does not take.
fn mismatch(rule: &Rule, raw: &Raw<'_>, span: &Span, report: &mut Report) {
    let found = match raw {
        Raw::Number(..) | Raw::Percent(_) => "number",
        Raw::Boolean(_) => "boolean",
        Raw::Date(_) => "date",
        Raw::Nested => "nested",
        Raw::Empty | Raw::Text(_) | Raw::Error(_) => "text",
    };
    let hint = if rule.column.kind == ColumnKind::Text && found != "nested" { "as-text" } else { "hint" };
    report.push(at("MB0239", rule, span).arg("found", found).arg("expected", kind_name(rule.column.kind)).hint(hint));
}

/// A text cell.
fn text(rule: &Rule, raw: Raw<'_>, span: &Span, report: &mut Report) -> Option<Value> {
    let written = match &raw {
        Raw::Text(text) | Raw::Number(_, text) => text,
        _ => {
            mismatch(rule, &raw, span, report);
            return None;
        }
    };
    let text = clean(written, &rule.name, span, report)?;
    let length = text.chars().count();
    if let Some(most) = rule.max_length.filter(|most| length > *most) {
        report.push(at("MB0234", rule, span).arg("length", length).arg("maximum", most).hint("hint"));
        return None;
    }
    if rule.allowed.is_empty() {
        return Some(Value::Text(text.into()));
    }
    match rule.allowed.iter().find(|allowed| ***allowed == *text) {
        Some(allowed) => Some(Value::Text(Arc::clone(allowed))),
        None => {
            let known = rule.allowed.iter().map(|allowed| &**allowed);
            report.push(at("MB0233", rule, span).arg("given", &text).suggest(&text, known));
            None
        }
    }
}

/// A number or integer cell.
fn number(rule: &Rule, locale: Locale, raw: Raw<'_>, span: &Span, report: &mut Report) -> Option<Value> {
    let (value, written) = match raw {
        Raw::Number(value, written) => (value, written),
        Raw::Text(written) => match bare(rule, &written).and_then(|digits| locale.number(digits)) {
            Some(value) => (value, written),
            None => {
                report.push(not_a_number(rule, locale, &written, span));
                return None;
            }
        },
        other => {
            mismatch(rule, &other, span, report);
            return None;
        }
    };
    let fault = if !value.is_finite() {
        at("MB0230", rule, span)
    } else if rule.column.kind == ColumnKind::Integer && value.fract() != 0.0 {
        at("MB0228", rule, span).hint("hint")
    } else if rule.column.kind == ColumnKind::Integer && value.abs() >= INTEGER_LIMIT {
        at("MB0230", rule, span)
    } else if let Some(minimum) = rule.minimum.filter(|minimum| value < *minimum) {
        at("MB0229", rule, span).arg("bound", "minimum").arg("limit", minimum)
    } else if let Some(maximum) = rule.maximum.filter(|maximum| value > *maximum) {
        at("MB0229", rule, span).arg("bound", "maximum").arg("limit", maximum)
    } else {
        // Adding 0 turns −0 into 0.
        return Some(Value::Number(value + 0.0));
    };
    report.push(fault.arg("given", written.trim()));
    None
}

/// The number without its percent sign, where the column may have one; none when it may not.
fn bare<'a>(rule: &Rule, written: &'a str) -> Option<&'a str> {
    let written = written.trim();
    match written.strip_suffix('%') {
        Some(number) => rule.is_percent().then(|| number.trim_end()),
        None => Some(written),
    }
}

/// `MB0227`, with the locale that the text looks like when there is one.
fn not_a_number(rule: &Rule, locale: Locale, written: &str, span: &Span) -> Diagnostic {
    let digits = written.trim().trim_end_matches('%');
    let hint = if written.trim().ends_with('%') && !rule.is_percent() {
        "percent"
    } else {
        match Locale::ALL.into_iter().find(|other| *other != locale && other.number(digits).is_some()) {
            Some(Locale::Vietnamese) => "looks-vi",
            Some(Locale::English) => "looks-en",
            Some(Locale::Iso) => "looks-iso",
            None => "hint",
        }
    };
    at("MB0227", rule, span).arg("given", written.trim()).arg("locale", locale.name()).hint(hint)
}

/// A true or false cell.
fn truth(rule: &Rule, raw: Raw<'_>, span: &Span, report: &mut Report) -> Option<Value> {
    let (read, written) = match &raw {
        Raw::Boolean(truth) => return Some(Value::Boolean(*truth)),
        Raw::Text(written) | Raw::Number(_, written) => (boolean(written), written),
        _ => {
            mismatch(rule, &raw, span, report);
            return None;
        }
    };
    if read.is_none() {
        report.push(at("MB0232", rule, span).arg("given", written.trim()).hint("hint"));
    }
    read.map(Value::Boolean)
}

/// A date cell.
fn date(rule: &Rule, locale: Locale, raw: Raw<'_>, span: &Span, report: &mut Report) -> Option<Value> {
    let written = match &raw {
        Raw::Date(date) => return Some(Value::Date(*date)),
        Raw::Text(written) => written.trim(),
        _ => {
            mismatch(rule, &raw, span, report);
            return None;
        }
    };
    let fault = match locale.date(written) {
        Ok(date) => return Some(Value::Date(date)),
        Err(fault) => fault,
    };
    let other = Locale::ALL.into_iter().find(|other| *other != locale && other.date(written).is_ok());
    let hint = match (other, fault) {
        (Some(Locale::Vietnamese), _) => "looks-vi",
        (Some(Locale::English), _) => "looks-en",
        (_, DateFault::NoSuchDay) => "no-such-day",
        _ => "hint",
    };
    report.push(at("MB0231", rule, span).arg("given", written).arg("locale", locale.name()).hint(hint));
    None
}
