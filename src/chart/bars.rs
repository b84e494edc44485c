//! Horizontal marks in rows: bars, dots, meters and pictograms.
//!
//! Notation after IBCS: actual solid, previous lighter and thinner, target a thin mark, missing a dotted stub.

use super::canvas::{Canvas, Entry, size, width_or};
use super::rows::{Ask, Place, Plan};
use super::scale::{Domain, finite, many};
use super::spec::{Spec, Status, TextStyle};
use super::words::{Align, Setting};
use super::{Kind, paint, pictogram};
use crate::color::Color;
use crate::text::Fonts;
use crate::units::{Point, Rect, Size};

/// Width without a wish, in rem.
const OWN_WIDTH: f32 = 26.0;
/// The thickest bar, in em of the labels.
const THICKEST: f32 = 2.6;

/// A row ready to be drawn.
struct Row<'a, 'e> {
    /// What it shows.
    entry: &'a Entry<'e>,
    /// Its words as set.
    settings: &'a (Option<Setting>, Option<Setting>),
    /// Its box.
    rect: Rect,
    /// Where its mark may be drawn.
    mark: Rect,
}

/// The smallest good size for a width.
pub(super) fn natural_size(spec: &Spec, width: Option<f32>, fonts: &Fonts<'_>) -> Size {
    let width = width_or(spec, width, OWN_WIDTH);
    let mut canvas = Canvas::new(spec, Rect::new(0.0, 0.0, width, 0.0), fonts);
    let entries = canvas.entries(&value_style(&canvas));
    size(width, Ask::new(&canvas, &entries, width, pictogram::units(spec).0).natural_height())
}

/// Draws the rows.
pub(super) fn draw(canvas: &mut Canvas<'_>) {
    let style = value_style(canvas);
    let entries = canvas.entries(&style);
    let ask = Ask::new(canvas, &entries, canvas.rect.width, pictogram::units(canvas.spec).0);
    let plan = ask.fit(canvas.rect.height);
    let domain =
        if canvas.spec.kind == Kind::Meter { Domain::whole(canvas.spec) } else { Domain::from_zero(canvas.spec) };
    let step = plan.step(canvas.rect.height);
    let (shown, gutter, gap) = (plan.rows_shown(canvas.rect.height), ask.gutter(), ask.gap());
    for column in 0..plan.columns {
        ground(canvas, &plan, &ask, &domain, column);
    }
    for (index, (entry, settings)) in entries.iter().zip(&plan.settings).enumerate() {
        if index >= shown {
            canvas.overset_entry(entry);
            continue;
        }
        let (column, at) = (index / plan.per_column.max(1), index % plan.per_column.max(1));
        let x = canvas.rect.x + many(column) * (plan.column_width + gutter);
        let rect = Rect::new(x, canvas.rect.y + many(at) * step, plan.column_width, step);
        let mark = mark_area(&plan, rect, gap, ask.negative);
        row(canvas, &plan, &domain, &Row { entry, settings, rect, mark });
    }
}

/// The style of values: large for a meter, at the label's size otherwise.
fn value_style(canvas: &Canvas<'_>) -> TextStyle {
    let small = canvas.small_figure();
    let figure = &canvas.style().figure;
    match canvas.spec.kind {
        // A figure much larger than its label would part the two.
        Kind::Meter | Kind::Pictogram | Kind::Icons => {
            TextStyle { size: figure.size.min(small.size * 1.5).max(small.size), ..small }
        }
        _ => small,
    }
}

/// Where the mark of a row may be drawn.
fn mark_area(plan: &Plan, rect: Rect, gap: f32, negative: bool) -> Rect {
    let reserve = if plan.value_width > 0.0 && !plan.inside { plan.value_width + gap } else { 0.0 };
    match plan.place {
        Place::Side => {
            let lead = if plan.label_width > 0.0 { plan.label_width + gap } else { 0.0 };
            let left = lead + if negative { reserve } else { 0.0 };
            Rect::new(rect.x + left, rect.y, (rect.width - left - reserve).max(0.0), rect.height)
        }
        _ => {
            let top = plan.caption + if plan.caption > 0.0 { gap * 0.5 } else { 0.0 };
            Rect::new(rect.x, rect.y + top, rect.width, (rect.height - top).max(0.0))
        }
    }
}

/// What stands behind the rows of a column: the zero line and the common target.
fn ground(canvas: &mut Canvas<'_>, plan: &Plan, ask: &Ask<'_, '_>, domain: &Domain, column: usize) {
    if !matches!(canvas.spec.kind, Kind::Bars | Kind::Dots) || plan.place == Place::Bare {
        return;
    }
    let x = canvas.rect.x + many(column) * (plan.column_width + ask.gutter());
    let column = Rect::new(x, canvas.rect.y, plan.column_width, canvas.rect.height);
    let area = mark_area(plan, column, ask.gap(), ask.negative);
    let width = canvas.hairline().max(1.0);
    if ask.negative && plan.place == Place::Side {
        let zero = canvas.edge(area.x + domain.zero() * area.width);
        canvas.panel(Rect::new(zero - width / 2.0, column.y, width, column.height), 0.0, canvas.style().line);
    }
}

/// Draws a row.
fn row(canvas: &mut Canvas<'_>, plan: &Plan, domain: &Domain, row: &Row<'_, '_>) {
    let thick = thickness(canvas, plan, row);
    let end = match (canvas.spec.kind, row.entry.number) {
        (Kind::Pictogram | Kind::Icons, number) => {
            pictogram::dots(canvas, row.entry, row.mark, number);
            row.mark.x
        }
        (Kind::Meter, number) => meter(canvas, domain, row, thick, number),
        (_, None) => {
            let zero = row.mark.x + domain.zero() * row.mark.width;
            let length = (canvas.em() * 1.6).min(row.mark.right() - zero);
            canvas.stub(zero, middle(plan, row, thick), length);
            zero + length
        }
        (Kind::Dots, Some(number)) => dot(canvas, domain, row, middle(plan, row, thick), number),
        (_, Some(number)) => bar(canvas, domain, row, (middle(plan, row, thick), thick), number),
    };
    words(canvas, plan, domain, row, end);
}

/// Thickness of the marks.
fn thickness(canvas: &Canvas<'_>, plan: &Plan, row: &Row<'_, '_>) -> f32 {
    let share = if plan.place == Place::Side { 0.62 } else { 0.55 };
    let least = if plan.place == Place::Bare { 0.0 } else { canvas.em() * 0.5 };
    let most = canvas.style().thickness.unwrap_or(canvas.em() * THICKEST);
    let thick = (row.mark.height * share).max(least).min(most).min(row.mark.height);
    let thick = if plan.place == Place::Above { thick.min(canvas.em() * 1.2) } else { thick };
    if canvas.style().snap { thick.floor().max(1.0) } else { thick }
}

/// The height at which a row's mark is centred: of the row beside words, under them otherwise.
fn middle(plan: &Plan, row: &Row<'_, '_>, thick: f32) -> f32 {
    match plan.place {
        Place::Above => row.mark.y + thick / 2.0,
        _ => row.mark.center().y,
    }
}

/// A bar from zero, its previous one thinner below it, and its target. Gives the x where it ends.
fn bar(canvas: &mut Canvas<'_>, domain: &Domain, row: &Row<'_, '_>, (y, thick): (f32, f32), number: f64) -> f32 {
    let color = canvas.color(row.entry.datum);
    let previous = finite(row.entry.datum.previous);
    let (actual, top) = match previous {
        Some(_) => (thick * 0.64, y - thick / 2.0),
        None => (thick, y - thick / 2.0),
    };
    let x = |n: f64| row.mark.x + domain.at(n) * row.mark.width;
    let zero = x(0.0f64.clamp(domain.low, domain.high));
    if let Some(before) = previous {
        span(canvas, (zero, x(before)), top + thick * 0.7, thick * 0.3, (color, Status::Previous));
    }
    // A number of zero is seen as a sliver, so that it differs from a missing one.
    let end = if number == 0.0 { zero + canvas.hairline().max(1.0) } else { x(number) };
    span(canvas, (zero, end), top, actual, (color, row.entry.datum.status));
    if let Some(target) = finite(row.entry.datum.target.or(canvas.spec.target)) {
        target_mark(canvas, row, x(target), (y, thick));
    }
    end
}

/// A bar between zero and an end, round at the end.
fn span(canvas: &mut Canvas<'_>, (zero, end): (f32, f32), top: f32, thick: f32, (color, status): (Color, Status)) {
    let radius = (thick / 2.0).min(canvas.style().corner.unwrap_or(canvas.em() * 0.35)).min((end - zero).abs());
    let round = if radius < 1.0 { 0.0 } else { radius };
    let rect = Rect::new(zero.min(end), top, (end - zero).abs(), thick);
    let radii = if end >= zero { [0.0, round, round, 0.0] } else { [round, 0.0, 0.0, round] };
    canvas.mark(rect, radii, color, status);
}

/// The thin mark of a target across a bar.
fn target_mark(canvas: &mut Canvas<'_>, row: &Row<'_, '_>, x: f32, (y, thick): (f32, f32)) {
    let width = (canvas.em() * 0.14).max(1.5);
    let height = (thick * 1.36).min((row.mark.bottom() - y).min(y - row.mark.y).max(thick / 2.0) * 2.0);
    let x = (x - width / 2.0).clamp(row.mark.x, (row.mark.right() - width).max(row.mark.x));
    canvas.tick(Rect::new(x, y - height / 2.0, width, height));
}

/// A dot on a thin line from zero; the previous one hollow. Gives the x where it ends.
fn dot(canvas: &mut Canvas<'_>, domain: &Domain, row: &Row<'_, '_>, y: f32, number: f64) -> f32 {
    let radius = (canvas.em() * 0.45).min(row.rect.height / 2.0).min(row.mark.width / 2.0);
    let inner = Rect::new(row.mark.x + radius, row.mark.y, (row.mark.width - 2.0 * radius).max(0.0), row.mark.height);
    let x = |n: f64| inner.x + domain.at(n) * inner.width;
    let color = canvas.color(row.entry.datum);
    let wide = canvas.hairline().max(canvas.em() * 0.1).min(radius * 2.0);
    let line = |canvas: &mut Canvas<'_>, a: f32, b: f32, color| {
        canvas.panel(Rect::new(a.min(b), y - wide / 2.0, (b - a).abs(), wide), 0.0, color);
    };
    line(canvas, inner.x, inner.right(), canvas.style().line);
    let from = finite(row.entry.datum.previous);
    let start = from.map_or(x(0.0f64.clamp(domain.low, domain.high)), x);
    line(canvas, start, x(number), color);
    if from.is_some() {
        canvas.disc(Point { x: start, y }, radius * 0.85, color);
        canvas.disc(Point { x: start, y }, radius * 0.55, canvas.style().surface);
    }
    canvas.disc(Point { x: x(number), y }, radius, color);
    if matches!(row.entry.datum.status, Status::Plan | Status::Forecast) {
        canvas.disc(Point { x: x(number), y }, radius * 0.62, canvas.style().surface);
    }
    if let Some(target) = finite(row.entry.datum.target.or(canvas.spec.target)) {
        target_mark(canvas, row, x(target), (y, radius * 1.8));
    }
    inner.right() + radius
}

/// A meter: the whole as a track, what is reached, the target. Gives the x where it ends.
fn meter(canvas: &mut Canvas<'_>, domain: &Domain, row: &Row<'_, '_>, thick: f32, number: Option<f64>) -> f32 {
    let top = row.mark.y;
    let track = Rect::new(row.mark.x, top, row.mark.width, thick);
    let radius = if thick >= 4.0 && !canvas.style().snap { thick / 2.0 } else { 0.0 };
    let Some(number) = number else {
        canvas.outline(track, radius, canvas.style().line, vec![thick * 0.25, thick * 0.3]);
        return track.right();
    };
    canvas.panel(track, radius, canvas.style().track);
    let color = canvas.color(row.entry.datum);
    let width = track.width * domain.at(number);
    if width > 0.0 {
        // A fill shorter than its round ends keeps their shape; it is cut off by a smaller radius instead.
        let filled = Rect { width, ..track };
        canvas.mark(filled, [radius; 4], color, row.entry.datum.status);
    }
    if let Some(before) = finite(row.entry.datum.previous) {
        let before = Rect::new(track.x, top + thick * 0.4, track.width * domain.at(before), thick * 0.2);
        canvas.panel(before, thick * 0.1, paint::tint(canvas.style().surface, 0.6, color));
    }
    if let Some(target) = finite(row.entry.datum.target.or(canvas.spec.target)) {
        let x = track.x + track.width * domain.at(target);
        target_mark(canvas, row, x, (top + thick / 2.0, thick));
    }
    track.right()
}

/// The words of a row.
fn words(canvas: &mut Canvas<'_>, plan: &Plan, domain: &Domain, row: &Row<'_, '_>, end: f32) {
    let (label, value) = row.settings;
    let above = plan.place == Place::Above;
    // Above the mark, the last lines of label and value stand on one baseline, close to it.
    let drop = [label, value].into_iter().flatten().map(Setting::fall).fold(0.0, f32::max);
    let foot = row.rect.y + plan.caption - drop;
    let baseline = |s: &Setting| if above { foot - s.leaps() } else { s.centered(row.mark.center().y) };
    match (&row.entry.label, label) {
        (Some(words), Some(setting)) => {
            canvas.text(words, setting, row.rect.x, Align::Start, baseline(setting));
        }
        (Some(words), None) => canvas.overset(words),
        _ => {}
    }
    let Some(words) = &row.entry.value else { return };
    let Some(setting) = value.as_ref().filter(|_| plan.value_width > 0.0) else { return canvas.overset(words) };
    if above {
        canvas.text(words, setting, row.rect.right(), Align::End, baseline(setting));
        return;
    }
    beside(canvas, plan, domain, row, (setting, end, baseline(setting)));
}

/// The value at the end of a bar, inside it where there is no room.
fn beside(canvas: &mut Canvas<'_>, plan: &Plan, domain: &Domain, row: &Row<'_, '_>, at: (&Setting, f32, f32)) {
    let (setting, end, y) = at;
    let Some(words) = &row.entry.value else { return };
    let gap = canvas.em() * 0.5;
    let zero = row.mark.x + domain.zero() * row.mark.width;
    if plan.inside && end - zero >= setting.width + 2.0 * gap {
        let ink = paint::ink_on(canvas.color(row.entry.datum), canvas.style());
        canvas.text_in(words, setting, (end - gap, Align::End, y), ink);
        return;
    }
    if end < zero {
        canvas.text(words, setting, end - gap, Align::End, y);
        return;
    }
    // Where a target's mark or the previous bar would cross the value, it stands behind them.
    let marks = [row.entry.datum.target.or(canvas.spec.target), row.entry.datum.previous];
    let number = row.entry.number.is_some() && canvas.spec.kind == Kind::Bars;
    let mut x = end + gap;
    let mut places: Vec<f32> =
        marks.into_iter().filter_map(finite).map(|m| row.mark.x + domain.at(m) * row.mark.width).collect();
    places.sort_by(f32::total_cmp);
    for mark in places.into_iter().filter(|_| number) {
        if mark > end && mark < x + setting.width + gap * 0.5 {
            x = mark + gap;
        }
    }
    canvas.text(words, setting, x, Align::Start, y);
}
