//! Progress rings: a track, what is reached, the value in the middle; several stand in a grid, labels under them.

use super::canvas::{Canvas, Entry, size, width_or};
use super::paint;
use super::path::{PathData, on_circle};
use super::scale::{Domain, finite, many, whole_of};
use super::spec::{Spec, Status};
use super::words::{Align, Setting};
use crate::color::Color;
use crate::text::Fonts;
use crate::units::{Point, Rect, Size};

/// Sizes that labels are tried at, as shares of the style's.
const SCALES: [f32; 3] = [1.0, 0.9, 0.8];
/// Width of the ring as a share of its diameter.
const THICKNESS: f32 = 0.115;
/// Most lines of a label.
const LINES: usize = 3;

/// How rings share a box.
struct Grid {
    /// Columns.
    columns: usize,
    /// Diameter of each ring.
    diameter: f32,
    /// Width of a cell.
    width: f32,
    /// The labels as set, where they fit.
    labels: Vec<Option<Setting>>,
    /// Height of the tallest label with its gap.
    caption: f32,
}

/// The labels at a scale, and their height with the gap above; `strict` fails when one does not fit.
fn captions(entries: &[Entry<'_>], width: f32, scale: f32, strict: bool) -> Option<(Vec<Option<Setting>>, f32)> {
    let mut labels = Vec::new();
    for entry in entries {
        let set = entry.label.as_ref().and_then(|l| l.set(scale, width, LINES));
        if strict && set.is_none() && entry.label.is_some() {
            return None;
        }
        labels.push(set);
    }
    let tall = labels.iter().flatten().map(Setting::height).fold(0.0, f32::max);
    let gap = labels.iter().flatten().map(|l| l.size * 0.6).fold(0.0, f32::max);
    Some((labels, tall + gap))
}

/// The smallest good size for a width.
pub(super) fn natural_size(spec: &Spec, width: Option<f32>, fonts: &Fonts<'_>) -> Size {
    let mut canvas = Canvas::new(spec, Rect::default(), fonts);
    let entries = canvas.entries(&spec.style.figure);
    let em = canvas.em();
    let count = entries.len().max(1);
    let width = width_or(spec, width, if count == 1 { 12.0 } else { 30.0 });
    let fitting = whole_of((width + gap(em)) / (8.0 * em + gap(em))).clamp(1, count);
    let columns = spec.columns.filter(|c| *c > 0).unwrap_or_else(|| count.div_ceil(count.div_ceil(fitting))).min(count);
    let cell = (width - gap(em) * many(columns - 1)) / many(columns);
    let diameter = cell.min(em * if count == 1 { 16.0 } else { 11.0 });
    let caption = captions(&entries, cell, 1.0, false).map_or(0.0, |(_, tall)| tall);
    let rows = count.div_ceil(columns);
    size(width, many(rows) * (diameter + caption) + gap(em) * many(rows - 1))
}

/// Space between cells.
fn gap(em: f32) -> f32 {
    em * 1.6
}

/// The grid with the largest rings in a box.
fn grid(canvas: &Canvas<'_>, entries: &[Entry<'_>]) -> Grid {
    let (count, gap) = (entries.len(), gap(canvas.em()));
    let asked = canvas.spec.columns.filter(|c| *c > 0).map(|c| c.min(count));
    let mut best: Option<Grid> = None;
    for (strict, scale) in SCALES.into_iter().map(|s| (true, s)).chain([(false, SCALES[2]), (false, 0.0)]) {
        for columns in 1..=count {
            if asked.is_some_and(|asked| asked != columns) {
                continue;
            }
            let rows = count.div_ceil(columns);
            let width = (canvas.rect.width - gap * many(columns - 1)) / many(columns);
            let height = (canvas.rect.height - gap * many(rows - 1)) / many(rows);
            let Some((labels, caption)) = captions(entries, width, scale, strict) else { continue };
            let diameter = width.min(height - caption);
            if best.as_ref().is_none_or(|b| diameter > b.diameter) {
                best = Some(Grid { columns, diameter, width, labels, caption });
            }
        }
        if best.as_ref().is_some_and(|b| b.diameter >= canvas.em() * 2.5) {
            break;
        }
    }
    best.unwrap_or_else(|| squeezed(canvas, count))
}

/// Rings without gaps or labels, for a box too small for either.
fn squeezed(canvas: &Canvas<'_>, count: usize) -> Grid {
    let diameter = (canvas.rect.width / many(count.max(1))).min(canvas.rect.height);
    Grid { columns: count.max(1), diameter, width: diameter, labels: vec![None; count], caption: 0.0 }
}

/// Draws the rings.
pub(super) fn draw(canvas: &mut Canvas<'_>) {
    let figure = canvas.style().figure.clone();
    let entries = canvas.entries(&figure);
    if entries.is_empty() {
        return;
    }
    let mut plan = grid(canvas, &entries);
    let mut space = gap(canvas.em());
    if plan.diameter < 4.0 || plan.width < 4.0 {
        plan = squeezed(canvas, entries.len());
        space = 0.0;
    }
    let domain = Domain::whole(canvas.spec);
    let rows = entries.len().div_ceil(plan.columns);
    let used = many(rows) * (plan.diameter + plan.caption) + space * many(rows - 1);
    let top = canvas.rect.y + ((canvas.rect.height - used) / 2.0).max(0.0);
    let scale = value_scale(&entries, plan.diameter);
    for (index, entry) in entries.iter().enumerate() {
        let (row, column) = (index / plan.columns, index % plan.columns);
        // The last row stands in the middle.
        let missing = if row + 1 == rows { rows * plan.columns - entries.len() } else { 0 };
        let shift = many(missing) * (plan.width + space) / 2.0;
        let center = Point {
            x: canvas.rect.x + shift + many(column) * (plan.width + space) + plan.width / 2.0,
            y: top + many(row) * (plan.diameter + plan.caption + space) + plan.diameter / 2.0,
        };
        ring(canvas, entry, &domain, center, plan.diameter);
        value(canvas, entry, center, plan.diameter, scale);
        match (&entry.label, plan.labels.get(index).and_then(Option::as_ref)) {
            (Some(words), Some(setting)) => {
                let y = center.y + plan.diameter / 2.0 + setting.size * 0.6;
                canvas.text(words, setting, center.x, Align::Middle, setting.below(y));
            }
            (Some(words), None) => canvas.overset(words),
            _ => {}
        }
    }
}

/// The size at which every value fits into its ring, as a share of the style's.
fn value_scale(entries: &[Entry<'_>], diameter: f32) -> f32 {
    let inner = diameter * (1.0 - 2.0 * THICKNESS);
    let fit = |e: &Entry<'_>| {
        e.value.as_ref().map(|v| (inner * 0.74 / v.width().max(1.0)).min(inner * 0.4 / v.style.size.max(1.0)))
    };
    entries.iter().filter_map(fit).fold(f32::MAX, f32::min)
}

/// One ring: track, what is reached, before, target.
fn ring(canvas: &mut Canvas<'_>, entry: &Entry<'_>, domain: &Domain, center: Point, diameter: f32) {
    let width = canvas.style().thickness.map_or(diameter * THICKNESS, |most| most.min(diameter * THICKNESS));
    // A width that rounds up on whole pixels must not reach out of the box.
    let radius = (diameter - if canvas.style().snap { width.round().max(1.0) } else { width }) / 2.0;
    if radius <= 0.0 || diameter < 4.0 {
        return;
    }
    let style = canvas.style();
    let mut track = PathData::default();
    track.circle(center, radius);
    let Some(number) = entry.number else {
        return canvas.stroke(
            track,
            style.line,
            (width * 0.25).max(canvas.hairline()),
            vec![width * 0.6, width * 0.5],
            false,
        );
    };
    canvas.stroke(track, style.track, width, Vec::new(), false);
    let color = canvas.color(entry.datum);
    reached(canvas, (center, radius, width), domain.at(number), (color, entry.datum.status));
    if let Some(before) = finite(entry.datum.previous) {
        let mut arc = PathData::default();
        arc.turn(center, radius - width * 0.85, 0.0, domain.at(before).min(0.999));
        canvas.stroke(arc, paint::tint(color, 0.35, style.surface), width * 0.3, Vec::new(), true);
    }
    if let Some(target) = finite(entry.datum.target.or(canvas.spec.target)) {
        let turn = domain.at(target);
        let ends = [radius - width * 0.5, radius + width * 0.5].map(|r| on_circle(center, r, turn));
        for (color, wide) in [(style.surface, width * 0.5), (style.label.color, width * 0.22)] {
            let mut mark = PathData::default();
            mark.start(ends[0]);
            mark.line(ends[1]);
            canvas.stroke(mark, color, wide, Vec::new(), false);
        }
    }
}

/// What is reached, in its status's notation: solid, lighter, outlined or dashed.
fn reached(
    canvas: &mut Canvas<'_>,
    (center, radius, width): (Point, f32, f32),
    share: f32,
    (color, status): (Color, Status),
) {
    if share <= 0.0 {
        return;
    }
    let mut arc = PathData::default();
    if share >= 0.999 {
        arc.circle(center, radius);
    } else {
        arc.turn(center, radius, 0.0, share);
    }
    let surface = canvas.style().surface;
    let round = share < 0.999 && !canvas.style().snap;
    match status {
        Status::Actual => canvas.stroke(arc, color, width, Vec::new(), round),
        Status::Previous => canvas.stroke(arc, paint::tint(color, 0.35, surface), width, Vec::new(), round),
        Status::Forecast => canvas.stroke(arc, color, width, vec![width * 0.16, width * 0.16], false),
        Status::Plan => {
            canvas.stroke(arc.clone(), color, width, Vec::new(), round);
            let line = canvas.hairline().max(width * 0.12);
            canvas.stroke(arc, surface, (width - 2.0 * line).max(0.5), Vec::new(), round);
        }
    }
}

/// The value in the middle.
fn value(canvas: &mut Canvas<'_>, entry: &Entry<'_>, center: Point, diameter: f32, common: f32) {
    let Some(words) = &entry.value else { return };
    let least = canvas.em() * 0.55;
    let own = value_scale(std::slice::from_ref(entry), diameter);
    // One very long value must not make all the others small.
    let scale = if common * words.style.size >= least { common } else { own };
    match words.line(scale).filter(|s| s.size >= least && diameter > 8.0) {
        Some(setting) => {
            canvas.text(words, &setting, center.x, Align::Middle, setting.centered(center.y));
        }
        None => canvas.overset(words),
    }
}
