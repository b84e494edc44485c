//! Words keep their room: inside the safe area, apart from each other, tall enough to be read.

use super::extent::{CAP_HEIGHT, capitals, line_box};
use super::{Page, place};
use crate::diagnostic::Diagnostic;
use crate::format::{Format, Shape, Use};
use crate::frame::{BlockKind, Frame, Item, TextRun};
use crate::units::MM_PER_INCH;

/// Sums of floats: boxes may reach this much, in pixels, beyond an edge.
const SLACK: f32 = 1.0;
/// A letter is read up to this many times its height away (design practice; see the formats' source).
const DISTANCE_PER_HEIGHT: f32 = 450.0;
/// Width at which a post is seen: a common phone's screen, held upright.
const PHONE_MM: f32 = 65.0;

/// Words outside the safe area (`MB0804`), one finding a block.
pub(super) fn outside(page: &Page) -> Vec<Diagnostic> {
    let (frame, format) = (page.frame, page.format);
    let safe = format.safe_box();
    let mut found: Vec<(usize, Diagnostic)> = Vec::new();
    for run in runs(frame).filter(|run| !safe.contains(&line_box(run), SLACK)) {
        if found.last().is_none_or(|(block, _)| *block != run.block) {
            let diagnostic = Diagnostic::error("MB0804").arg("words", &run.text).arg("format", &format.name);
            found.push((run.block, diagnostic.at(place(page, run.block)).hint("hint")));
        }
    }
    found.into_iter().map(|(_, diagnostic)| diagnostic).collect()
}

/// Words over each other (`MB0805`): boxes of texts, and lines of different kinds of block.
pub(super) fn overlaps(page: &Page) -> Vec<Diagnostic> {
    let frame = page.frame;
    let texts: Vec<usize> = (0..frame.boxes.len()).filter(|i| frame.boxes[*i].kind == BlockKind::Text).collect();
    let mut found = Vec::new();
    for (position, first) in texts.iter().enumerate() {
        for second in &texts[position + 1..] {
            let (a, b) = (&frame.boxes[*first], &frame.boxes[*second]);
            if a.rect.overlaps(&b.rect, SLACK) {
                found.push(over(page, *first, *second));
            }
        }
    }
    found.extend(mixed_overlaps(page));
    found
}

/// Lines of a chart over those of a text or of another chart; within a chart the chart itself sees to it.
fn mixed_overlaps(page: &Page) -> Vec<Diagnostic> {
    let boxes = &page.frame.boxes;
    // A chart and its axis keep their words apart by themselves.
    let apart = |a: &TextRun, b: &TextRun| {
        let (first, second) = (&boxes[a.block], &boxes[b.block]);
        let charts = first.kind != BlockKind::Text || second.kind != BlockKind::Text;
        // An axis stands right behind its chart.
        let own = (first.kind == BlockKind::Axis || second.kind == BlockKind::Axis) && a.block.abs_diff(b.block) == 1;
        charts && a.block != b.block && !own
    };
    let lines: Vec<&TextRun> = runs(page.frame).filter(|run| !run.text.trim().is_empty()).collect();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (position, first) in lines.iter().enumerate() {
        for second in lines[position + 1..].iter().filter(|second| apart(first, second)) {
            let pair = (first.block, second.block);
            if !pairs.contains(&pair) && capitals(first).overlaps(&capitals(second), SLACK) {
                pairs.push(pair);
            }
        }
    }
    pairs.into_iter().map(|(first, second)| over(page, first, second)).collect()
}

/// The finding about two blocks that lie over each other.
fn over(page: &Page, first: usize, second: usize) -> Diagnostic {
    let boxes = &page.frame.boxes;
    let diagnostic = Diagnostic::error("MB0805").arg("first", &boxes[first].name).arg("second", &boxes[second].name);
    diagnostic.at(place(page, second)).hint("hint")
}

/// Millimetres in a pixel of the surface as it is seen; none where nobody knows.
fn pixel_mm(format: &Format) -> Option<f32> {
    match (format.trim_mm, format.usage) {
        (Some(_), _) => Some(MM_PER_INCH / format.dpi),
        (None, Use::Social) if format.shape != Shape::Ticker => Some(PHONE_MM / format.trim.width),
        _ => None,
    }
}

/// Words too small for the distance they are seen from (`MB0806`), on surfaces of known size and on phones.
pub(super) fn too_small(page: &Page) -> Vec<Diagnostic> {
    let (frame, format) = (page.frame, page.format);
    let Some(pixel) = pixel_mm(format) else { return Vec::new() };
    let least = format.distance_mm / DISTANCE_PER_HEIGHT;
    let height = |run: &TextRun| run.size * CAP_HEIGHT * pixel;
    let smallest = runs(frame).filter(|run| height(run) < least).min_by(|a, b| a.size.total_cmp(&b.size));
    let finding = smallest.map(|run| {
        Diagnostic::warning("MB0806")
            .arg("words", &run.text)
            .arg("height", format!("{:.1}", height(run)))
            .arg("least", format!("{least:.1}"))
            .arg("distance", (format.distance_mm / 10.0).round() / 100.0)
            .at(place(page, run.block))
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
