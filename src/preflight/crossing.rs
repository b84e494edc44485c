//! Words and the shapes around them: not across an edge, not against it, not under another shape.

use super::backdrop::{Patch, colors, patches};
use super::extent::{capitals, chart_of};
use super::{Page, place};
use crate::color::Color;
use crate::diagnostic::Diagnostic;
use crate::frame::{Item, TextRun};
use crate::units::{Insets, Rect};

/// Sums of floats, in pixels.
const SLACK: f32 = 1.0;
/// Words keep at least this much, in em, from the edge of the shape they stand in.
const ROOM: [f32; 2] = [0.12, 0.06];
/// A shape fainter than this has no edge to speak of.
const FAINT: f32 = 0.05;
/// A shape more opaque than this hides what is under it.
const HIDING: f32 = 0.3;
/// So much of a line may lie under another drawing: a letter in twenty.
const HIDDEN: f32 = 0.05;

/// Words across or against the edge of a panel (`MB0823`), one finding a place.
pub(super) fn edges(page: &Page) -> Vec<Diagnostic> {
    each_place(page, |at, run| {
        let (ink, chart) = (capitals(run), chart_of(page.frame, at));
        for (index, item) in page.frame.items[..at].iter().enumerate().rev() {
            let Some((rect, line)) = visible(item).filter(|(rect, _)| rect.overlaps(&ink, 0.0)) else { continue };
            // Charts keep their own words off their own shapes.
            if chart.is_some() && chart_of(page.frame, index) == chart {
                continue;
            }
            if !rect.contains(&ink, SLACK) {
                let seen = rect.overlaps(&ink, SLACK) && uneven(&colors(page, at, &ink));
                return seen.then_some("across");
            }
            let whole = rect.contains(&page.format.safe_box(), 0.0);
            if !whole && !rect.outset(-line).inset(room(run.size)).contains(&ink, 0.0) {
                return Some("against");
            }
            if matches!(item, Item::Panel { fill: Some(_), .. }) {
                return None;
            }
        }
        None
    })
    .into_iter()
    .map(|(run, how)| {
        let diagnostic = Diagnostic::warning("MB0823").arg("words", &run.text).arg("how", how);
        diagnostic.at(place(page, run.block)).hint("hint")
    })
    .collect()
}

/// Whether colours behind words differ so that an edge between them is seen: two panels of one colour have none.
fn uneven(patches: &[Patch]) -> bool {
    let channels: [fn(&Color) -> f32; 3] = [|color| color.red, |color| color.green, |color| color.blue];
    channels.into_iter().any(|channel| {
        let values = patches.iter().map(|patch| channel(&patch.color));
        let (least, most) = values.fold((1.0_f32, 0.0_f32), |(least, most), value| (least.min(value), most.max(value)));
        most - least > FAINT
    })
}

/// The room that words of a size keep.
fn room(size: f32) -> Insets {
    let [across, along] = ROOM.map(|em| em * size);
    Insets { top: along, right: across, bottom: along, left: across }
}

/// A panel that can be seen, with the width of its outline.
fn visible(item: &Item) -> Option<(Rect, f32)> {
    let Item::Panel { rect, fill, stroke, .. } = item else { return None };
    let filled = fill.as_ref().is_some_and(|fill| match fill {
        crate::frame::Paint::Solid(color) => color.alpha > FAINT,
        crate::frame::Paint::Linear { stops, .. } => stops.iter().any(|(_, color)| color.alpha > FAINT),
    });
    let line = stroke.as_ref().map_or(0.0, |stroke| stroke.width);
    (filled || stroke.is_some()).then_some((*rect, line))
}

/// Words under a shape that is drawn after them (`MB0824`), one finding a place.
pub(super) fn covered(page: &Page) -> Vec<Diagnostic> {
    each_place(page, |at, run| {
        let (ink, chart) = (capitals(run), chart_of(page.frame, at));
        let over = page.frame.items.iter().enumerate().skip(at + 1).filter(|(index, item)| {
            !matches!(item, Item::Text(_) | Item::Shadow { .. })
                && page.extents[*index].overlaps(&ink, SLACK)
                && (chart.is_none() || chart_of(page.frame, *index) != chart)
        });
        let mut over = over.map(|(_, item)| item);
        over.any(|item| hides(page, item, &ink)).then_some(())
    })
    .into_iter()
    .map(|(run, ())| Diagnostic::error("MB0824").arg("words", &run.text).at(place(page, run.block)).hint("hint"))
    .collect()
}

/// Whether an item hides part of an area.
fn hides(page: &Page, item: &Item, area: &Rect) -> bool {
    let patches = patches(page, &[item], area);
    let parts = |least: f32| patches.iter().filter(|p| f32::from(p.alpha) > least).map(|p| p.parts).sum::<usize>();
    #[expect(clippy::cast_precision_loss, reason = "small pictures")]
    let share = parts(HIDING * 255.0) as f32 / parts(-1.0).max(1) as f32;
    share > HIDDEN
}

/// The first line of each place of which something holds.
fn each_place<'p, T>(page: &Page<'p>, fault: impl Fn(usize, &TextRun) -> Option<T>) -> Vec<(&'p TextRun, T)> {
    let mut found: Vec<(&TextRun, T)> = Vec::new();
    for (at, item) in page.frame.items.iter().enumerate() {
        let Item::Text(run) = item else { continue };
        let known = |(other, _): &(&TextRun, T)| place(page, other.block) == place(page, run.block);
        if run.text.trim().is_empty() || found.iter().any(known) {
            continue;
        }
        found.extend(fault(at, run).map(|fault| (run, fault)));
    }
    found
}
