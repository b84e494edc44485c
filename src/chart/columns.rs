//! Vertical columns, alone or grouped with what was before and what is aimed at.
//!
//! Notation after IBCS: actual solid, previous lighter (behind, or beside in a group), target a thin mark or, in a
//! group, an outline. Values stand on the columns; only where they do not fit is there an axis with ticks.

use super::Kind;
use super::axis::{Axis, ticks};
use super::canvas::{Canvas, Entry, size, width_or};
use super::paint;
use super::scale::{Domain, finite};
use super::spec::{Spec, Status};
use super::words::{Align, Setting};
use crate::color::Color;
use crate::text::Fonts;
use crate::units::{Point, Rect, Size};

/// Width without a wish, in rem.
const OWN_WIDTH: f32 = 30.0;
/// The widest column, in em of the labels.
const WIDEST: f32 = 4.5;

/// The plot: where numbers become heights.
struct Plot {
    /// The area between the highest and the lowest number.
    area: Rect,
    /// The range shown.
    domain: Domain,
}

impl Plot {
    /// The height of a number.
    fn y(&self, number: f64) -> f32 {
        self.area.bottom() - self.domain.at(number) * self.area.height
    }

    /// The height of zero, or of the end nearest to it.
    fn zero(&self) -> f32 {
        self.y(0.0f64.clamp(self.domain.low, self.domain.high))
    }
}

/// The smallest good size for a width.
pub(super) fn natural_size(spec: &Spec, width: Option<f32>, fonts: &Fonts<'_>) -> Size {
    let width = width_or(spec, width, OWN_WIDTH);
    let mut canvas = Canvas::new(spec, Rect::default(), fonts);
    let figure = canvas.small_figure();
    let entries = canvas.entries(&figure);
    let em = canvas.em();
    let axis = Axis::new(&entries, width, em);
    let plot = (width * 0.42).clamp(em * 9.0, em * 18.0);
    size(width, plot + axis.height + 2.0 * axis.value_height)
}

/// Draws the columns.
pub(super) fn draw(canvas: &mut Canvas<'_>) {
    let figure = canvas.small_figure();
    let entries = canvas.entries(&figure);
    if entries.is_empty() {
        return;
    }
    let domain = Domain::from_zero(canvas.spec);
    let mut rect = canvas.rect;
    let mut axis = Axis::new(&entries, rect.width, canvas.em());
    let mut scale_shown = false;
    if axis.values.is_none() {
        let (marks, width) = ticks(canvas, &domain, rect);
        scale_shown = marks.len() > 1;
        if scale_shown {
            rect = Rect::new(rect.x + width, rect.y, rect.width - width, rect.height);
            axis = Axis::new(&entries, rect.width, canvas.em());
            let plot = plot(canvas, &entries, &axis, rect, domain);
            for (tick, words, setting) in &marks {
                let y = plot.y(*tick);
                let line = paint::tint(canvas.style().line, 0.6, canvas.style().surface);
                let wide = canvas.hairline();
                canvas.panel(Rect::new(rect.x, y - wide / 2.0, rect.width, wide), 0.0, line);
                let end = rect.x - canvas.em() * 0.5;
                canvas.tick_text(words, setting, end, Align::End, setting.centered(y));
            }
        }
    }
    let plot = plot(canvas, &entries, &axis, rect, domain);
    for (index, entry) in entries.iter().enumerate() {
        column(canvas, &plot, &axis, entry, axis.center(rect.x, index));
    }
    base(canvas, &plot, rect);
    values(canvas, &plot, &axis, &entries, scale_shown);
    let labels_fit = rect.bottom() - axis.height >= plot.area.bottom() - 1.0;
    if labels_fit {
        axis.draw(canvas, &entries, rect, rect.bottom() - axis.height + canvas.em() * 0.4);
    } else {
        entries.iter().filter_map(|e| e.label.as_ref()).for_each(|label| canvas.overset(label));
    }
}

/// The plot's area: the box without labels and values, while that leaves something to see.
fn plot(canvas: &Canvas<'_>, entries: &[Entry<'_>], axis: &Axis, rect: Rect, domain: Domain) -> Plot {
    let negative = entries.iter().any(|e| e.number.is_some_and(|n| n < 0.0));
    let edge = if axis.values.is_none() { canvas.em() * 0.6 } else { 0.0 };
    let top = axis.value_height.max(edge);
    let bottom = axis.height + if negative { axis.value_height } else { 0.0 };
    let height = rect.height - top - bottom;
    let least = canvas.em() * 1.5;
    let area = if height >= least {
        Rect::new(rect.x, rect.y + top, rect.width, height)
    } else if rect.height - axis.value_height >= least && !negative {
        Rect::new(rect.x, rect.y + axis.value_height, rect.width, rect.height - axis.value_height)
    } else {
        rect
    };
    Plot { area, domain }
}

/// The line that columns stand on.
fn base(canvas: &mut Canvas<'_>, plot: &Plot, rect: Rect) {
    let wide = canvas.hairline().max(1.0);
    let y = canvas.edge(plot.zero() - wide / 2.0).min(canvas.rect.bottom() - wide);
    canvas.panel(Rect::new(rect.x, y, rect.width, wide), 0.0, canvas.style().line);
    if let Some(target) = finite(canvas.spec.target) {
        let y = plot.y(target);
        let ends = [Point { x: rect.x, y }, Point { x: rect.right(), y }];
        let dash = canvas.em() * 0.3;
        canvas.line(&ends, canvas.style().label.color, wide, vec![dash, dash]);
    }
}

/// Width of a column or a group.
fn width_of(canvas: &Canvas<'_>, axis: &Axis) -> f32 {
    match canvas.spec.kind {
        Kind::Grouped => (axis.slot * 0.78).min(canvas.em() * WIDEST * 2.0),
        _ => (axis.slot * 0.62).min(canvas.style().thickness.unwrap_or(canvas.em() * WIDEST)),
    }
}

/// How many marks a group has, and which of them shows the number.
fn parts(entry: &Entry<'_>) -> (f32, f32) {
    let one = |number: Option<f64>| f32::from(u8::from(finite(number).is_some()));
    let before = one(entry.datum.previous);
    (1.0 + before + one(entry.datum.target), before)
}

/// One datum's column or group.
fn column(canvas: &mut Canvas<'_>, plot: &Plot, axis: &Axis, entry: &Entry<'_>, center: f32) {
    let wide = width_of(canvas, axis);
    let wide = if canvas.style().snap { wide.floor().max(1.0) } else { wide };
    let left = center - wide / 2.0;
    let color = canvas.color(entry.datum);
    let (previous, target) = (finite(entry.datum.previous), finite(entry.datum.target));
    if canvas.spec.kind == Kind::Grouped {
        return group(canvas, plot, entry, (left, wide), color);
    }
    let Some(number) = entry.number else { return missing(canvas, plot, left, wide) };
    let shift = if previous.is_some() { wide * 0.24 } else { 0.0 };
    if let Some(before) = previous {
        post(canvas, plot, (left, wide - shift), before, (color, Status::Previous));
    }
    post(canvas, plot, (left + shift, wide - shift), number, (color, entry.datum.status));
    if let Some(target) = target {
        let high = (canvas.em() * 0.14).max(1.5);
        let over = (axis.slot - wide).min(wide * 0.2) / 2.0;
        let y = plot.y(target).clamp(plot.area.y + high / 2.0, (plot.area.bottom() - high / 2.0).max(plot.area.y));
        canvas.tick(Rect::new(left - over, y - high / 2.0, wide + 2.0 * over, high));
    }
}

/// Before, now and target side by side.
fn group(canvas: &mut Canvas<'_>, plot: &Plot, entry: &Entry<'_>, (left, wide): (f32, f32), color: Color) {
    let (previous, target) = (finite(entry.datum.previous), finite(entry.datum.target));
    let part = wide / parts(entry).0;
    let thin = (part * 0.9).max(part - 2.0);
    let mut x = left;
    if let Some(before) = previous {
        post(canvas, plot, (x, thin), before, (color, Status::Previous));
        x += part;
    }
    match entry.number {
        Some(number) => post(canvas, plot, (x, thin), number, (color, entry.datum.status)),
        None => missing(canvas, plot, x, thin),
    }
    x += part;
    if let Some(target) = target {
        post(canvas, plot, (x, thin), target, (color, Status::Plan));
    }
}

/// A column from zero, round at its end.
fn post(canvas: &mut Canvas<'_>, plot: &Plot, (x, wide): (f32, f32), number: f64, (color, status): (Color, Status)) {
    let zero = plot.zero();
    // A number of zero is seen as a sliver, so that it differs from a missing one.
    let end = if number == 0.0 { zero - canvas.hairline().max(1.0) * 1.5 } else { plot.y(number) };
    let most = canvas.style().corner.unwrap_or(canvas.em() * 0.35);
    let radius = (wide / 2.0).min(most).min((zero - end).abs());
    let round = if radius < 1.5 { 0.0 } else { radius };
    let radii = if end <= zero { [round, round, 0.0, 0.0] } else { [0.0, 0.0, round, round] };
    canvas.mark(Rect::new(x, zero.min(end), wide, (zero - end).abs()), radii, color, status);
}

/// What stands where a number is missing.
fn missing(canvas: &mut Canvas<'_>, plot: &Plot, x: f32, wide: f32) {
    let y = (plot.zero() - canvas.em() * 0.5).max(canvas.rect.y + 2.0);
    canvas.stub(x, y, wide);
}

/// The values on their columns.
fn values(canvas: &mut Canvas<'_>, plot: &Plot, axis: &Axis, entries: &[Entry<'_>], scale_shown: bool) {
    let gap = canvas.em() * 0.35;
    let none = Vec::new();
    let settings = axis.values.as_ref().unwrap_or(&none);
    for (index, entry) in entries.iter().enumerate() {
        let Some(words) = &entry.value else { continue };
        let Some(setting) = settings.get(index).and_then(Option::as_ref) else {
            // Beside an axis with ticks a column says enough; without one its value is missed.
            if !scale_shown {
                canvas.overset(words);
            }
            continue;
        };
        let mut x = axis.center(plot.area.x, index);
        let (parts, at) = parts(entry);
        let part = width_of(canvas, axis) / parts;
        let alone = canvas.spec.kind == Kind::Grouped && setting.width <= part * 1.02;
        if alone {
            x += part * (at - (parts - 1.0) / 2.0);
        }
        let y = value_baseline(plot, entry, setting, gap, (canvas.spec.kind, alone));
        canvas.text(words, setting, x, Align::Middle, y);
    }
}

/// Where a value stands: over the highest of its column's marks, or under a negative one; `alone`, over its own mark.
fn value_baseline(plot: &Plot, entry: &Entry<'_>, setting: &Setting, gap: f32, (kind, alone): (Kind, bool)) -> f32 {
    let Some(number) = entry.number else { return setting.above(plot.zero() - gap * 3.0) };
    if number < 0.0 && alone {
        return setting.below(plot.y(number) + gap);
    }
    if number < 0.0 {
        let others = [finite(entry.datum.previous), finite(entry.datum.target)];
        let low = others.into_iter().flatten().fold(plot.y(number), |low, n| low.max(plot.y(n)));
        return setting.below(low + gap);
    }
    if alone {
        return setting.above(plot.y(number) - gap);
    }
    let target = finite(entry.datum.target).map(|t| plot.y(t));
    let mut top = plot.y(number);
    let room = setting.height() + gap * 2.0;
    // The previous column and, in a group, the target stand beside: words must clear them too.
    for mark in [finite(entry.datum.previous).map(|p| plot.y(p)), target.filter(|_| kind == Kind::Grouped)] {
        top = mark.map_or(top, |m| top.min(m));
    }
    if let Some(mark) = target.filter(|m| *m < top && top - *m < room) {
        top = mark - gap * 0.5;
    }
    setting.above(top - gap)
}
