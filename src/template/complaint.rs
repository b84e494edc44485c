//! Tera's complaints as diagnostics with places in the files as written.
//!
//! In: errors of building or filling. Out: diagnostics; Tera gives some as structures and some only as reports of text.

use std::panic::{AssertUnwindSafe, catch_unwind};

use tera::ErrorKind;

use crate::diagnostic::{Diagnostic, Span};

use super::functions::FUNCTIONS;
use super::stamp::Stamped;

/// Tera's own filters, for "did you mean".
const FILTERS: [&str; 37] = [
    "safe",
    "default",
    "upper",
    "lower",
    "wordcount",
    "escape",
    "escape_html",
    "escape_xml",
    "newlines_to_br",
    "pluralize",
    "trim",
    "trim_start",
    "trim_end",
    "replace",
    "capitalize",
    "title",
    "truncate",
    "indent",
    "str",
    "int",
    "float",
    "length",
    "reverse",
    "split",
    "abs",
    "round",
    "first",
    "last",
    "nth",
    "join",
    "sort",
    "unique",
    "get",
    "values",
    "keys",
    "pairs",
    "group_by",
];

/// Tera's tests, for "did you mean".
const TESTS: [&str; 17] = [
    "string",
    "number",
    "map",
    "bool",
    "array",
    "integer",
    "float",
    "none",
    "iterable",
    "defined",
    "undefined",
    "odd",
    "even",
    "divisible_by",
    "starting_with",
    "ending_with",
    "containing",
];

/// Files of a template, to find places in.
pub(super) struct Places<'a> {
    /// The files by the name Tera knows them by.
    pub(super) files: &'a [(String, Stamped)],
    /// Components that there are.
    pub(super) components: &'a [String],
}

impl Places<'_> {
    /// A file by Tera's name for it.
    fn file(&self, name: &str) -> Option<&Stamped> {
        self.files.iter().find(|(known, _)| known == name).map(|(_, file)| file)
    }

    /// The template's main file as a whole.
    fn whole(&self) -> Span {
        self.files.first().map_or_else(|| Span::whole("templates"), |(_, file)| Span::whole(file.source.name.clone()))
    }

    /// What is wrong with the sources.
    pub(super) fn building(&self, error: &tera::Error) -> Vec<Diagnostic> {
        match error.kind() {
            ErrorKind::SyntaxError(report) => vec![self.syntax(report)],
            ErrorKind::Msg(text) => {
                let found: Vec<_> = reports(text).filter_map(|(message, at)| self.reported(message, at)).collect();
                if found.is_empty() { vec![self.other("MB0616", text)] } else { found }
            }
            other => vec![self.other("MB0616", &other.to_string())],
        }
    }

    /// A mistake of syntax.
    fn syntax(&self, report: &tera::ReportError) -> Diagnostic {
        Diagnostic::error("MB0610").arg("message", report.message()).at(self.place(report))
    }

    /// The place of a structured report.
    fn place(&self, report: &tera::ReportError) -> Span {
        match self.file(report.filename()) {
            Some(file) => file.span(report.span().range.clone()),
            None => self.whole(),
        }
    }

    /// One of the reports that Tera joins into a text, such as an unknown filter.
    fn reported(&self, message: &str, at: &str) -> Option<Diagnostic> {
        let span = self.place_in(at)?;
        let unknown = message.strip_prefix("Unknown ").and_then(|rest| rest.split_once(" `"));
        let Some((kind, name)) = unknown else {
            return Some(Diagnostic::error("MB0616").arg("message", message).at(span));
        };
        let name = name.trim_end_matches('`');
        let known: Vec<&str> = match kind {
            "filter" => FILTERS.to_vec(),
            "function" => FUNCTIONS.to_vec(),
            "test" => TESTS.to_vec(),
            _ => self.components.iter().map(String::as_str).collect(),
        };
        Some(Diagnostic::error("MB0612").arg("kind", kind).arg("name", name).at(span).suggest(name, known))
    }

    /// The place `FILE:LINE:COLUMN` of a text report.
    fn place_in(&self, at: &str) -> Option<Span> {
        let mut parts = at.trim().rsplitn(3, ':');
        let column = parts.next()?.parse().ok()?;
        let line = parts.next()?.parse().ok()?;
        self.file(parts.next()?).map(|file| file.span_at(line, column))
    }

    /// A complaint without a place of its own.
    fn other(&self, code: &'static str, text: &str) -> Diagnostic {
        Diagnostic::error(code).arg("message", first_line(text)).at(self.whole())
    }

    /// What went wrong while filling; `refusal` is what a function of ours said.
    pub(super) fn filling(&self, error: &tera::Error, refusal: Option<Diagnostic>) -> Diagnostic {
        let report = match error.kind() {
            ErrorKind::RenderingError(report) | ErrorKind::SyntaxError(report) => report,
            other => return refusal.unwrap_or_else(|| self.other("MB0633", &other.to_string())),
        };
        let mut finding = refusal.unwrap_or_else(|| rendering(report.message()));
        finding.spans.insert(0, self.place(report));
        if let Some(caller) = self.caller(error) {
            finding.spans.push(caller);
        }
        finding
    }

    /// Where the part or component that failed was called from; Tera tells it only in its report.
    fn caller(&self, error: &tera::Error) -> Option<Span> {
        let text = report_text(error);
        let line = text.lines().find_map(|line| line.strip_prefix("note: called from "))?;
        self.place_in(line)
    }
}

/// The diagnostic for a message of Tera's renderer.
fn rendering(message: &str) -> Diagnostic {
    if let Some((field, known)) = missing(message, "Field `", "Available fields: ") {
        let finding = Diagnostic::error("MB0621").arg("field", field);
        return finding.suggest(field, known.into_iter().filter(|name| !name.starts_with('_')));
    }
    if let Some((name, known)) = missing(message, "Variable `", "Available variables: ") {
        return Diagnostic::error("MB0620").arg("name", name).suggest(name, known);
    }
    Diagnostic::error("MB0633").arg("message", first_line(message))
}

/// The name that is not defined and those that are.
fn missing<'m>(message: &'m str, start: &str, list: &str) -> Option<(&'m str, Vec<&'m str>)> {
    let (name, rest) = message.strip_prefix(start)?.split_once("` ")?;
    let rest = rest.strip_prefix("is not defined")?;
    let known = rest.split_once(list).map_or(Vec::new(), |(_, known)| known.split(", ").collect());
    Some((name, known))
}

/// The reports in a text: message and place of each.
fn reports(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut lines = text.lines();
    std::iter::from_fn(move || {
        loop {
            let line = lines.next()?;
            let Some(message) = line.strip_prefix("error: ") else { continue };
            let at = lines.next()?.trim_start();
            return Some((message, at.strip_prefix("--> ").unwrap_or(at)));
        }
    })
}

/// Tera's report as text; empty should Tera fail to write it.
pub(super) fn report_text(error: &tera::Error) -> String {
    catch_unwind(AssertUnwindSafe(|| error.to_string())).unwrap_or_default()
}

/// A text's first line.
fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}
