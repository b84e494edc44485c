//! JSON: a list of objects with the place of each value.

use std::ops::Range;

use json_spanned_value::{ErrorExt, Value, spanned};

use crate::diagnostic::Diagnostic;
use crate::source::Source;

use super::intake::Intake;
use super::raw::Raw;
use super::tree::{Content, Node, take};

/// Reads a JSON file into the intake.
pub(super) fn read(source: &Source, intake: &mut Intake<'_>) {
    match json_spanned_value::from_str::<spanned::Value>(&source.text) {
        Ok(root) => take(node(root), source, intake),
        Err(fault) => {
            let at = fault.offset_within(&source.text).unwrap_or(source.text.len());
            // The place is ours to say; the library adds its own to the sentence.
            let message = fault.to_string();
            let reason = message.split(" at line ").next().unwrap_or(&message);
            intake.report.push(Diagnostic::error("MB0240").arg("reason", reason).at(source.span(at..at)).hint("hint"));
        }
    }
}

/// A JSON value as a node. Recursion ends where the JSON reader's own limit of 128 levels does.
fn node(value: spanned::Value) -> Node<'static> {
    let range = value.range();
    let content = match value.into_inner() {
        Value::Null => Content::Scalar(Raw::Empty),
        Value::Bool(truth) => Content::Scalar(Raw::Boolean(truth)),
        Value::Number(number) => {
            let written = number.to_string();
            Content::Scalar(Raw::Number(number.as_f64().unwrap_or(f64::NAN), written.into()))
        }
        Value::String(text) => Content::Scalar(Raw::Text(text.into())),
        Value::Array(items) => Content::List(items.into_iter().map(node).collect()),
        Value::Object(entries) => {
            let mut entries: Vec<(String, Range<usize>, Node<'static>)> = entries
                .into_iter()
                .map(|(name, value)| {
                    let range = name.range();
                    (name.into_inner(), range, node(value))
                })
                .collect();
            entries.sort_by_key(|(_, range, _)| range.start);
            Content::Object(entries)
        }
    };
    Node { content, range }
}
