//! Words keep their room: inside the safe area, apart from each other, tall enough to be read.

use crate::diagnostic::Diagnostic;
use crate::format::Format;
use crate::frame::{BlockKind, Frame, Item, TextRun};
use crate::template::Markup;
use crate::units::{MM_PER_INCH, Rect};

/// Sums of floats: boxes may reach this much, in pixels, beyond an edge.
const SLACK: f32 = 1.0;
/// A letter is read up to this many times its height away (design practice; see the formats' source).
const DISTANCE_PER_HEIGHT: f32 = 450.0;
/// Height of a capital, in em, when only the size is known.
const CAP_HEIGHT: f32 = 0.7;

/// Words outside the safe area (`MB0804`), one finding a block.
pub(super) fn outside(frame: &Frame, markup: &Markup, format: &Format) -> Vec<Diagnostic> {
    let safe = format.safe_box();
    let mut found: Vec<(usize, Diagnostic)> = Vec::new();
    for run in runs(frame).filter(|run| !safe.contains(&line_box(run), SLACK)) {
        if found.last().is_none_or(|(block, _)| *block != run.block) {
            let diagnostic = Diagnostic::error("MB0804").arg("words", &run.text).arg("format", &format.name);
            found.push((run.block, diagnostic.at(super::place(frame, run.block, markup)).hint("hint")));
        }
    }
    found.into_iter().map(|(_, diagnostic)| diagnostic).collect()
}

/// Text boxes over each other (`MB0805`).
pub(super) fn overlaps(frame: &Frame, markup: &Markup) -> Vec<Diagnostic> {
    let texts: Vec<usize> = (0..frame.boxes.len()).filter(|i| frame.boxes[*i].kind == BlockKind::Text).collect();
    let mut found = Vec::new();
    for (position, first) in texts.iter().enumerate() {
        for second in &texts[position + 1..] {
            let (a, b) = (&frame.boxes[*first], &frame.boxes[*second]);
            if a.rect.overlaps(&b.rect, SLACK) {
                let diagnostic = Diagnostic::error("MB0805").arg("first", &a.name).arg("second", &b.name);
                found.push(diagnostic.at(super::place(frame, *second, markup)).hint("hint"));
            }
        }
    }
    found
}

/// Words too small for the distance they are seen from (`MB0806`), on surfaces of known size.
pub(super) fn too_small(frame: &Frame, markup: &Markup, format: &Format) -> Vec<Diagnostic> {
    if format.trim_mm.is_none() {
        return Vec::new();
    }
    let least = format.distance_mm / DISTANCE_PER_HEIGHT;
    let height = |run: &TextRun| run.size * CAP_HEIGHT * MM_PER_INCH / format.dpi;
    let smallest = runs(frame).filter(|run| height(run) < least).min_by(|a, b| a.size.total_cmp(&b.size));
    let finding = smallest.map(|run| {
        Diagnostic::warning("MB0806")
            .arg("words", &run.text)
            .arg("height", format!("{:.1}", height(run)))
            .arg("least", format!("{least:.1}"))
            .arg("distance", format!("{:.1}", format.distance_mm / 1000.0))
            .at(super::place(frame, run.block, markup))
            .hint("hint")
    });
    finding.into_iter().collect()
}

/// All lines of text.
fn runs(frame: &Frame) -> impl Iterator<Item = &TextRun> {
    frame.items.iter().filter_map(|item| match item {
        Item::Text(run) => Some(run),
        _ => None,
    })
}

/// The box of a line: from a capital's top to a little below the baseline.
fn line_box(run: &TextRun) -> Rect {
    Rect::new(run.origin.x, run.origin.y - CAP_HEIGHT * run.size, run.width, run.size * (CAP_HEIGHT + 0.2))
}
