//! Several lines through data in order, each named at its end, or in a legend where the ends have no room.
//!
//! The last values stand beside the names; where they do not fit, an axis with round ticks is read instead.

use super::axis::Axis;
use super::canvas::{Canvas, Entry, size, width_or};
use super::legend::Legend;
use super::line::trace;
use super::paint;
use super::plot::Plot;
use super::scale::{Domain, finite};
use super::slope::spread;
use super::spec::{Series, Spec, Status};
use super::words::{Align, Setting, Words};
use crate::text::Fonts;
use crate::units::{Point, Rect, Size};

/// Width without a wish, in rem.
const OWN_WIDTH: f32 = 32.0;
/// Sizes that names are tried at, as shares of the style's.
const SCALES: [f32; 3] = [1.0, 0.9, 0.8];
/// The widest that names beside the ends may be, as a share of the box.
const SHARE: f32 = 0.3;
/// Space between what stands at two ends, in em.
const APART: f32 = 0.4;

/// What one line says at its end.
struct End {
    /// Its last value.
    value: Option<Words>,
    /// Its name.
    name: Option<Words>,
    /// Both as set.
    set: [Option<Setting>; 2],
}

/// Entries with their names only.
fn entries<'a>(canvas: &mut Canvas<'a>) -> Vec<Entry<'a>> {
    let figure = canvas.small_figure();
    let mut entries = canvas.entries(&figure);
    entries.iter_mut().for_each(|entry| entry.value = None);
    entries
}

/// The smallest good size for a width.
pub(super) fn natural_size(spec: &Spec, width: Option<f32>, fonts: &Fonts<'_>) -> Size {
    let width = width_or(spec, width, OWN_WIDTH);
    let mut canvas = Canvas::new(spec, Rect::new(0.0, 0.0, width, 0.0), fonts);
    let entries = entries(&mut canvas);
    let em = canvas.em();
    let axis = Axis::new(&entries, width * (1.0 - SHARE), em);
    let legend = Legend::new(&mut canvas, width).height;
    size(width, (width * 0.4).clamp(em * 10.0, em * 18.0) + axis.height + legend + em * 1.6)
}

/// Draws the lines.
pub(super) fn draw(canvas: &mut Canvas<'_>) {
    let entries = entries(canvas);
    if entries.is_empty() {
        return;
    }
    let (rect, em) = (canvas.rect, canvas.em());
    let ends = ends(canvas, rect.width);
    let mut body = rect;
    match &ends {
        Some(ends) => {
            let widest = ends.iter().flat_map(|end| end.set.iter().flatten()).map(|s| s.width).fold(0.0, f32::max);
            body.width -= widest + em * 0.9;
        }
        None => {
            let legend = Legend::new(canvas, rect.width);
            let shown = rect.height >= legend.height + em * 5.0;
            let used = if shown { legend.height } else { 0.0 };
            legend.draw(canvas, rect.x, rect.y, shown);
            body = Rect::new(rect.x, rect.y + used, rect.width, rect.height - used);
        }
    }
    let mut axis = Axis::new(&entries, body.width, em);
    let domain = Domain::spread(canvas.spec);
    let plot = |body: Rect, axis: &Axis| {
        let head = (em * 0.8).min(body.height * 0.2);
        let height = body.height - head - axis.height - em * 0.4;
        let area = if height >= em * 2.0 { Rect::new(body.x, body.y + head, body.width, height) } else { body };
        Plot { area, domain, upright: true }
    };
    let (ticks, room) = plot(body, &axis).ticks(canvas);
    body = Rect::new(body.x + room, body.y, body.width - room, body.height);
    axis = Axis::new(&entries, body.width, em);
    let plot = plot(body, &axis);
    plot.grid(canvas, &ticks);
    plot.target(canvas);
    let points = points(canvas, &plot, &axis);
    paint_lines(canvas, &points);
    missing(canvas, &plot, &axis, &points);
    match ends {
        Some(ends) => name(canvas, &ends, &points, plot.area),
        None if ticks.is_empty() => unsaid(canvas),
        None => {}
    }
    if body.bottom() - axis.height >= plot.area.bottom() - 1.0 {
        axis.draw(canvas, &entries, body, body.bottom() - axis.height + em * 0.4);
    } else {
        entries.iter().filter_map(|e| e.label.as_ref()).for_each(|label| canvas.overset(label));
    }
}

/// What stands at the ends, set; none where it does not fit beside the plot.
fn ends(canvas: &mut Canvas<'_>, width: f32) -> Option<Vec<End>> {
    let spec = canvas.spec;
    let em = canvas.em();
    let mut ends = Vec::new();
    for (index, series) in spec.series.iter().enumerate() {
        let color = ink(canvas, index);
        let label = super::spec::TextStyle { color, ..spec.style.label.clone() };
        let figure = super::spec::TextStyle { color, ..canvas.small_figure() };
        let last = spec.data.iter().rev().filter_map(|d| d.values.get(index)).find(|v| finite(v.number).is_some());
        let value = last.and_then(|figure_of| canvas.figure(figure_of, &figure));
        ends.push(End { value, name: canvas.words(&series.label, &label), set: [None, None] });
    }
    let measure = width * SHARE;
    for scale in SCALES {
        let mut fits = true;
        for end in &mut ends {
            end.set = [&end.value, &end.name].map(|w| w.as_ref().and_then(|w| w.set(scale, measure, 2)));
            fits &= (end.set[0].is_some() || end.value.is_none()) && (end.set[1].is_some() || end.name.is_none());
        }
        let tall: f32 = ends.iter().map(|end| height(end) + em * APART).sum();
        if fits && tall <= canvas.rect.height && width - measure >= em * 9.0 {
            return Some(ends);
        }
    }
    None
}

/// Height of what stands at an end.
fn height(end: &End) -> f32 {
    end.set.iter().flatten().map(Setting::height).sum()
}

/// The colour of words about a series: its own where that can be read, else the labels'.
fn ink(canvas: &Canvas<'_>, index: usize) -> crate::color::Color {
    let (color, style) = (paint::series_color(canvas.spec, index), canvas.style());
    if color.contrast(style.surface) >= 4.5 { color } else { style.label.color }
}

/// Each series' points.
fn points(canvas: &Canvas<'_>, plot: &Plot, axis: &Axis) -> Vec<Vec<Option<Point>>> {
    let spec = canvas.spec;
    let point = |series: usize, index: usize, datum: &super::spec::Datum| {
        let number = finite(datum.values.get(series)?.number)?;
        Some(Point { x: axis.center(plot.area.x, index), y: plot.at(number) })
    };
    let line = |series: usize| spec.data.iter().enumerate().map(|(i, d)| point(series, i, d)).collect();
    (0..spec.series.len()).map(line).collect()
}

/// Draws the lines, the last on top, with a dot at each end and where a point has no neighbours.
fn paint_lines(canvas: &mut Canvas<'_>, points: &[Vec<Option<Point>>]) {
    let spec = canvas.spec;
    let thick = spec.style.thickness.unwrap_or(f32::MAX);
    let wide = (canvas.em() * 0.18).max(1.5).min(thick).min(canvas.rect.height * 0.2).max(1.0);
    for (index, (line, series)) in points.iter().zip(&spec.series).enumerate() {
        let color = line_color(canvas, index, series);
        let statuses: Vec<Status> = spec
            .data
            .iter()
            .map(|datum| if datum.status == Status::Actual { series.status } else { datum.status })
            .collect();
        trace(canvas, line, &statuses, (wide, color));
        let last = line.iter().rposition(Option::is_some);
        let at = |i: Option<usize>| i.and_then(|i| line.get(i)).is_some_and(Option::is_some);
        for (i, point) in line.iter().enumerate() {
            let Some(point) = point else { continue };
            let lonely = !at(i.checked_sub(1)) && !at(i.checked_add(1));
            if last == Some(i) || lonely {
                canvas.disc(*point, wide * 1.7, color);
            }
        }
    }
}

/// The colour of a line: what was before is lighter.
fn line_color(canvas: &Canvas<'_>, index: usize, series: &Series) -> crate::color::Color {
    let color = paint::series_color(canvas.spec, index);
    if series.status == Status::Previous { paint::tint(color, 0.4, canvas.style().surface) } else { color }
}

/// A dotted stub under each place where some line has no number.
fn missing(canvas: &mut Canvas<'_>, plot: &Plot, axis: &Axis, points: &[Vec<Option<Point>>]) {
    let em = canvas.em();
    for index in 0..canvas.spec.data.len() {
        if points.iter().any(|line| line.get(index).is_some_and(Option::is_none)) {
            canvas.stub(axis.center(plot.area.x, index) - em * 0.5, plot.area.bottom() + em * 0.2, em);
        }
    }
}

/// Value and name beside the last point of each line, moved apart where they would touch.
fn name(canvas: &mut Canvas<'_>, ends: &[End], points: &[Vec<Option<Point>>], area: Rect) {
    let em = canvas.em();
    let at = |line: &[Option<Point>]| line.iter().rev().flatten().next().map_or(area.bottom(), |p| p.y);
    let mut order: Vec<(usize, f32)> = points.iter().map(|line| at(line)).enumerate().collect();
    order.sort_by(|a, b| a.1.total_cmp(&b.1));
    let wishes: Vec<(f32, f32)> =
        order.iter().map(|(index, y)| (*y, ends.get(*index).map_or(0.0, |end| height(end) + em * APART))).collect();
    let places = spread(&wishes, canvas.rect.y, canvas.rect.bottom());
    for ((index, _), place) in order.iter().zip(places) {
        let Some(end) = ends.get(*index) else { continue };
        let x = area.right() + em * 0.7;
        let mut y = place - height(end) / 2.0;
        for (words, setting) in [&end.value, &end.name].into_iter().zip(&end.set) {
            if let (Some(words), Some(setting)) = (words, setting) {
                canvas.text(words, setting, x, Align::Start, setting.below(y));
                y += setting.height();
            }
        }
    }
}

/// Reports all values, where neither ends nor ticks say them.
fn unsaid(canvas: &mut Canvas<'_>) {
    let spec = canvas.spec;
    for figure in spec.data.iter().flat_map(|d| &d.values) {
        canvas.overset_text(&Canvas::said(figure).text);
    }
}
