//! Illustrative data says so, on the picture, legibly.

use crate::diagnostic::Diagnostic;
use crate::format::Format;
use crate::frame::{Frame, Item};
use crate::record::{Dataset, Value};
use crate::template::{Binding, Markup};

/// The column that says what a figure is worth, and the value that marks it as made up.
const STATUS: (&str, &str) = ("status", "illustrative");
/// The name a template gives its label (`<m:text name="illustrative" when="illustrative">`).
const LABEL: &str = "text:illustrative";
/// The label is at least this tall, in rem, or as tall as half a ticker.
pub(super) const LEAST_REM: f32 = 0.5;

/// Whether any value drawn stems from an illustrative record.
pub fn is_illustrative(bindings: &[Binding], dataset: &Dataset) -> bool {
    bindings.iter().flat_map(|binding| &binding.cells).any(|cell| {
        let table = dataset.tables.get(&*cell.table);
        let status = table.and_then(|table| {
            let column = table.columns.iter().position(|column| &*column.name == STATUS.0)?;
            Some(&table.record(&cell.key)?.cells.get(column)?.value)
        });
        matches!(status, Some(Value::Text(text)) if &**text == STATUS.1)
    })
}

/// Findings about the label: missing (`MB0802`) or too small (`MB0803`).
pub(super) fn label(frames: &[Frame], markup: &Markup, format: &Format) -> Vec<Diagnostic> {
    let Some(size) = size_of(LABEL, frames) else {
        let place = frames.first().map(|frame| super::block_place(frame, 0, markup));
        let diagnostic = Diagnostic::error("MB0802").arg("template", &markup.template).hint("hint");
        return vec![place.into_iter().fold(diagnostic, Diagnostic::at)];
    };
    let least = LEAST_REM * format.rem;
    if size + 0.5 >= least {
        return Vec::new();
    }
    let diagnostic = Diagnostic::error("MB0803").arg("size", size.round()).arg("least", least.round());
    vec![frames.first().map(|frame| super::block_place(frame, 0, markup)).into_iter().fold(diagnostic, Diagnostic::at)]
}

/// The size of the words in a block of that name, on the first page that has them.
pub(super) fn size_of(label: &str, frames: &[Frame]) -> Option<f32> {
    let mut sizes = frames.iter().flat_map(|frame| {
        frame.items.iter().filter_map(|item| match item {
            Item::Text(run) if frame.boxes.get(run.block).is_some_and(|b| b.name.ends_with(label)) => Some(run.size),
            _ => None,
        })
    });
    sizes.next()
}
