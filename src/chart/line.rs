//! A line through data in order: the way it goes matters, the first and the last value are said, more where they fit.
//!
//! Missing numbers are gaps; what was before is a lighter line; a common target a dashed one.

use super::axis::Axis;
use super::canvas::{Canvas, Entry, size, width_or};
use super::paint::tint;
use super::scale::{Domain, finite};
use super::spec::{Spec, Status};
use super::words::{Align, Words};
use crate::color::Color;
use crate::text::Fonts;
use crate::units::{Point, Rect, Size};

/// Width without a wish, in rem.
const OWN_WIDTH: f32 = 30.0;

/// The smallest good size for a width.
pub(super) fn natural_size(spec: &Spec, width: Option<f32>, fonts: &Fonts<'_>) -> Size {
    let width = width_or(spec, width, OWN_WIDTH);
    let mut canvas = Canvas::new(spec, Rect::default(), fonts);
    let figure = canvas.small_figure();
    let entries = canvas.entries(&figure);
    let em = canvas.em();
    let axis = Axis::new(&entries, width, em);
    let plot = (width * 0.36).clamp(em * 8.0, em * 16.0);
    size(width, plot + axis.height + 2.0 * em * 1.6)
}

/// Draws the line.
pub(super) fn draw(canvas: &mut Canvas<'_>) {
    let figure = canvas.small_figure();
    let entries = canvas.entries(&figure);
    if entries.is_empty() {
        return;
    }
    let (rect, em) = (canvas.rect, canvas.em());
    let axis = Axis::new(&entries, rect.width, em);
    let labelled = rect.height - axis.height >= em * 3.0;
    let foot = if labelled { axis.height } else { 0.0 };
    let head = (em * 1.6).min((rect.height - foot) * 0.3);
    let area = Rect::new(rect.x, rect.y + head, rect.width, rect.height - foot - head * 2.0);
    let domain = Domain::spread(canvas.spec);
    let place =
        |index: usize, n: f64| Point { x: axis.center(rect.x, index), y: area.bottom() - domain.at(n) * area.height };
    let wide = (em * 0.19).max(1.5).min(rect.height * 0.2).max(1.0);
    ground(canvas, area, &domain, foot);
    let of = |number: fn(&Entry<'_>) -> Option<f64>| -> Vec<Option<Point>> {
        entries.iter().enumerate().map(|(i, e)| number(e).map(|n| place(i, n))).collect()
    };
    let (now, before) = (of(|e| e.number), of(|e| finite(e.datum.previous)));
    let accent = entries.iter().find_map(|e| e.datum.color).unwrap_or(canvas.style().accent);
    let lighter = tint(accent, 0.35, canvas.style().surface);
    let statuses: Vec<Status> = entries.iter().map(|e| e.datum.status).collect();
    trace(canvas, &before, &[], (wide * 0.7, lighter));
    trace(canvas, &now, &statuses, (wide, accent));
    marks(canvas, &entries, &now, (wide, accent));
    for index in (0..entries.len()).filter(|i| entries.get(*i).is_some_and(|e| e.number.is_none())) {
        let x = axis.center(rect.x, index);
        canvas.stub(x - em * 0.5, area.bottom(), em);
    }
    values(canvas, &entries, &now);
    if labelled {
        axis.draw(canvas, &entries, rect, rect.bottom() - axis.height + em * 0.4);
    } else {
        entries.iter().filter_map(|e| e.label.as_ref()).for_each(|label| canvas.overset(label));
    }
}

/// The base line and the target's.
fn ground(canvas: &mut Canvas<'_>, area: Rect, domain: &Domain, foot: f32) {
    let wide = canvas.hairline();
    let base = canvas.rect.bottom() - foot - wide;
    canvas.panel(Rect::new(area.x, base, area.width, wide), 0.0, canvas.style().line);
    if let Some(target) = finite(canvas.spec.target) {
        let y = area.bottom() - domain.at(target) * area.height;
        let ends = [Point { x: area.x, y }, Point { x: area.right(), y }];
        let dash = canvas.em() * 0.3;
        canvas.line(&ends, canvas.style().muted, wide.max(1.0), vec![dash, dash]);
    }
}

/// The line through points, with gaps where there is none, dashed on the way to what is planned or expected.
pub(super) fn trace(
    canvas: &mut Canvas<'_>,
    points: &[Option<Point>],
    statuses: &[Status],
    (wide, color): (f32, Color),
) {
    let ahead = |index: usize| statuses.get(index).is_some_and(|s| matches!(s, Status::Plan | Status::Forecast));
    let mut run: Vec<Point> = Vec::new();
    let mut dashed = false;
    let draw = |canvas: &mut Canvas<'_>, run: &[Point], dashed: bool| {
        let dash = if dashed { vec![wide * 1.3, wide * 2.5] } else { Vec::new() };
        if run.len() > 1 {
            canvas.line(run, color, wide, dash);
        }
    };
    for (index, point) in points.iter().enumerate() {
        let Some(point) = point else {
            draw(canvas, &std::mem::take(&mut run), dashed);
            continue;
        };
        if !run.is_empty() && ahead(index) != dashed {
            let last = run.last().copied();
            draw(canvas, &std::mem::take(&mut run), dashed);
            run.extend(last);
        }
        dashed = ahead(index);
        run.push(*point);
    }
    draw(canvas, &run, dashed);
}

/// Dots on the last point, on those that stand out, and on points without neighbours.
fn marks(canvas: &mut Canvas<'_>, entries: &[Entry<'_>], points: &[Option<Point>], (wide, color): (f32, Color)) {
    let last = points.iter().rposition(Option::is_some);
    let at = |index: Option<usize>| index.and_then(|i| points.get(i)).is_some_and(Option::is_some);
    let few = points.len() <= 12;
    for (index, point) in points.iter().enumerate() {
        let Some(point) = point else { continue };
        let lonely = !at(index.checked_sub(1)) && !at(index.checked_add(1));
        let entry = entries.get(index).map(|e| e.datum);
        let loud = last == Some(index) || entry.is_some_and(|d| d.emphasis);
        let hollow = entry.is_some_and(|d| matches!(d.status, Status::Plan | Status::Forecast));
        if loud || hollow {
            canvas.disc(*point, wide * 2.1, color);
            canvas.disc(*point, wide * 0.9, canvas.style().surface);
        } else if few || lonely {
            canvas.disc(*point, wide * 1.25, color);
        }
    }
}

/// The values: the last, the first, those that stand out, the extremes; then the others where they fit.
fn values(canvas: &mut Canvas<'_>, entries: &[Entry<'_>], points: &[Option<Point>]) {
    let seen: Vec<usize> = points.iter().enumerate().filter(|(_, p)| p.is_some()).map(|(i, _)| i).collect();
    let number = |i: &usize| entries.get(*i).and_then(|e| e.number).unwrap_or_default();
    let by = |a: &&usize, b: &&usize| number(a).total_cmp(&number(b));
    let loud = seen.iter().filter(|i| entries.get(**i).is_some_and(|e| e.datum.emphasis));
    let asked: Vec<usize> = seen.last().into_iter().chain(seen.first()).chain(loud).copied().collect();
    let extremes = seen.iter().max_by(by).into_iter().chain(seen.iter().min_by(by)).copied();
    let mut done = Vec::new();
    for index in asked.iter().copied().chain(extremes).chain(seen.iter().copied()) {
        if done.contains(&index) {
            continue;
        }
        done.push(index);
        let Some((words, point)) =
            entries.get(index).and_then(|e| e.value.as_ref()).zip(points.get(index).copied().flatten())
        else {
            continue;
        };
        if !value(canvas, words, point, bend(points, index)) && asked.contains(&index) {
            canvas.overset(words);
        }
    }
}

/// How a line goes at a point.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Bend {
    /// Over a top, or at an end.
    Top,
    /// Through a valley: words belong under it.
    Valley,
    /// On upwards: words stand clear of it to the left.
    Rise,
    /// On downwards: to the right.
    Fall,
}

/// How a line goes at one of its points.
fn bend(points: &[Option<Point>], index: usize) -> Bend {
    let y = |i: Option<usize>| i.and_then(|i| points.get(i)).copied().flatten().map(|p| p.y);
    let Some(own) = y(Some(index)) else { return Bend::Top };
    match (y(index.checked_sub(1)), y(index.checked_add(1))) {
        (Some(a), Some(b)) if a > own + 0.5 && b < own - 0.5 => Bend::Rise,
        (Some(a), Some(b)) if a < own - 0.5 && b > own + 0.5 => Bend::Fall,
        (a, b) if a.or(b).is_some() && a.into_iter().chain(b).all(|side| side < own - 0.5) => Bend::Valley,
        _ => Bend::Top,
    }
}

/// A value over or under its point; says whether it was drawn.
fn value(canvas: &mut Canvas<'_>, words: &Words, point: Point, bend: Bend) -> bool {
    let gap = canvas.em() * 0.65;
    let Some(setting) = words.line(1.0) else { return false };
    let half = setting.width / 2.0;
    let inside = |x: f32| x.min(canvas.rect.right() - half).max(canvas.rect.x + half);
    let aside = match bend {
        Bend::Rise => -half * 0.8,
        Bend::Fall => half * 0.8,
        Bend::Top | Bend::Valley => 0.0,
    };
    let (over, below) = (setting.above(point.y - gap), setting.below(point.y + gap));
    let order = match bend {
        Bend::Valley => [(0.0, below), (0.0, over)],
        _ => [(aside, over), (-aside, below)],
    };
    let places = order.map(|(shift, y)| (inside(point.x + shift), y));
    places.into_iter().any(|(x, y)| canvas.try_text(words, &setting, x, Align::Middle, y))
}
