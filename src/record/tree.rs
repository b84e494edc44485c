//! Records from nested data: what JSON and YAML have in common.
//!
//! In: a tree of nodes with byte ranges. Out: rows in the intake; `{"name": {"vi": …}}` becomes `name.vi`.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::{Diagnostic, Span};
use crate::source::Source;

use super::check::clean;
use super::intake::Intake;
use super::limits::MAX_DEPTH;
use super::raw::Raw;

/// One value of a tree and its bytes in the source.
pub(super) struct Node<'a> {
    /// The value.
    pub(super) content: Content<'a>,
    /// Where it is written.
    pub(super) range: Range<usize>,
}

/// What a node holds.
pub(super) enum Content<'a> {
    /// One value.
    Scalar(Raw<'a>),
    /// A list.
    List(Vec<Node<'a>>),
    /// Names with their places, and values, in the order of the source where the reader keeps it.
    Object(Vec<(String, Range<usize>, Node<'a>)>),
}

/// The values of one record as they are gathered.
struct Row<'a> {
    /// Declared column, value, place.
    values: Vec<(usize, Raw<'a>, Span)>,
    /// Where each name was met, to find a name given twice.
    seen: BTreeMap<String, Span>,
}

/// Hands the records of a tree to the intake: a list of objects, or `{"records": […]}`.
pub(super) fn take(root: Node<'_>, source: &Source, intake: &mut Intake<'_>) {
    let Node { content, range } = root;
    let records = match content {
        Content::List(records) => records,
        Content::Object(entries) if entries.len() == 1 && entries.iter().all(|(name, _, _)| name == "records") => {
            match entries.into_iter().next().map(|(_, _, node)| node.content) {
                Some(Content::List(records)) => records,
                _ => return intake.report.push(shape("list", source.span(range))),
            }
        }
        _ => return intake.report.push(shape("list", source.span(range))),
    };
    for record in records {
        let span = source.span(record.range);
        let Content::Object(entries) = record.content else {
            intake.report.push(shape("object", span));
            continue;
        };
        let mut row = Row { values: Vec::with_capacity(entries.len()), seen: BTreeMap::new() };
        flatten("", entries, source, intake, &mut row, MAX_DEPTH);
        if !intake.row(row.values, span) {
            return;
        }
    }
}

/// Gathers the values of an object under their dotted names.
fn flatten<'a>(
    prefix: &str,
    entries: Vec<(String, Range<usize>, Node<'a>)>,
    source: &Source,
    intake: &mut Intake<'_>,
    row: &mut Row<'a>,
    depth: usize,
) {
    for (name, range, node) in entries {
        let name_span = source.span(range);
        let Some(name) = clean(&name, name.trim(), &name_span, &mut intake.report) else { continue };
        let name = if prefix.is_empty() { name.into_owned() } else { format!("{prefix}.{name}") };
        let raw = match node.content {
            Content::Object(entries) if depth > 0 => {
                flatten(&name, entries, source, intake, row, depth - 1);
                continue;
            }
            Content::Scalar(raw) => raw,
            Content::List(_) | Content::Object(_) => Raw::Nested,
        };
        let column = intake.undeclared(&name, &name_span);
        if let Some(first) = row.seen.get(&name) {
            let twice = Diagnostic::error("MB0217").arg("column", &name);
            intake.report.push(twice.at(name_span).at(first.clone()));
            continue;
        }
        row.seen.insert(name, name_span);
        row.values.extend(column.map(|column| (column, raw, source.span(node.range))));
    }
}

/// `MB0243`: a list of objects was wanted; `expected` is `list`, `object`, `depth` or `document`.
pub(super) fn shape(expected: &str, span: Span) -> Diagnostic {
    Diagnostic::error("MB0243").arg("expected", expected).at(span).hint("hint")
}
