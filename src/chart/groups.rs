//! Several series: bars or columns side by side or on each other, each in its notation, with a legend.
//!
//! Values stand at the ends of bars, or inside what is stacked. Where not all fit there is an axis with round ticks,
//! and beside it those that fit.

use super::Kind;
use super::axis::Axis;
use super::canvas::{Canvas, Entry, size, width_or};
use super::lanes::Lanes;
use super::legend::Legend;
use super::marks::{Mark, color, paint_mark};
use super::paint;
use super::plot::{Plot, Tick};
use super::scale::{Domain, finite, many};
use super::spec::{Spec, Status};
use super::words::{Align, Setting, Words};
use crate::text::Fonts;
use crate::units::{Point, Rect, Size};

/// Width without a wish, in rem.
const OWN_WIDTH: f32 = 32.0;
/// Sizes that values are tried at, as shares of the style's.
const SCALES: [f32; 4] = [1.0, 0.92, 0.85, 0.78];
/// The widest bar of a group, and one that is stacked, in em of the labels.
const WIDEST: (f32, f32) = (3.2, 4.5);

/// What is drawn, its words shaped.
struct Chart<'a> {
    /// Names; their values are unset.
    entries: Vec<Entry<'a>>,
    /// Values by datum and series.
    values: Vec<Vec<Option<Words>>>,
    /// Whether greater is higher.
    upright: bool,
}

/// Where a chart's parts lie.
struct Layout {
    /// The plot.
    plot: Plot,
    /// Ticks, if there is an axis.
    ticks: Vec<Tick>,
    /// Names under an upright plot.
    axis: Option<Axis>,
    /// Names beside a lying one.
    lanes: Option<Lanes>,
    /// Size of values at the ends of bars, as a share of the style's.
    scale: Option<f32>,
}

impl<'a> Chart<'a> {
    /// Shapes all words.
    fn new(canvas: &mut Canvas<'a>) -> Self {
        let spec = canvas.spec;
        let figure = canvas.small_figure();
        let mut entries = canvas.entries(&figure);
        entries.iter_mut().for_each(|entry| entry.value = None);
        let values = spec.data.iter().map(|d| d.values.iter().map(|v| canvas.figure(v, &figure)).collect()).collect();
        Self { entries, values, upright: matches!(spec.kind, Kind::Columns | Kind::Grouped) }
    }

    /// How many bars stand side by side for one datum.
    fn beside(&self, spec: &Spec) -> usize {
        if stacked(spec) { 1 } else { spec.series.len().max(1) }
    }

    /// The widest value on one line at a size.
    fn widest(&self, scale: f32) -> f32 {
        let set = |words: &Words| words.line(scale).map(|s| s.width);
        self.values.iter().flatten().flatten().filter_map(set).fold(0.0, f32::max)
    }

    /// The tallest value on one line at a size.
    fn tallest(&self, scale: f32) -> f32 {
        let set = |words: &Words| words.line(scale).map(|s| s.height());
        self.values.iter().flatten().flatten().filter_map(set).fold(0.0, f32::max)
    }

    /// Whether some number is negative.
    fn negative(&self, spec: &Spec) -> bool {
        spec.data.iter().flat_map(|d| &d.values).any(|v| finite(v.number).is_some_and(|n| n < 0.0))
    }
}

/// Whether series stand on each other.
pub(super) fn stacked(spec: &Spec) -> bool {
    spec.stack || spec.kind == Kind::Stacked
}

/// The range shown.
fn domain(spec: &Spec) -> Domain {
    if stacked(spec) { Domain::stacked(spec) } else { Domain::from_zero(spec) }
}

/// The smallest good size for a width.
pub(super) fn natural_size(spec: &Spec, width: Option<f32>, fonts: &Fonts<'_>) -> Size {
    let width = width_or(spec, width, OWN_WIDTH);
    let mut canvas = Canvas::new(spec, Rect::new(0.0, 0.0, width, 0.0), fonts);
    let chart = Chart::new(&mut canvas);
    let legend = Legend::new(&mut canvas, width).height;
    let em = canvas.em();
    let body = if chart.upright {
        let axis = Axis::new(&chart.entries, width, em);
        (width * 0.42).clamp(em * 9.0, em * 18.0) + axis.height + em * 2.4
    } else {
        let bar = if stacked(spec) { em * 1.9 } else { em * 1.25 * many(chart.beside(spec)) };
        let lanes = Lanes::new(&chart.entries, width, f32::MAX, em);
        lanes.natural_height(bar + em * 0.9, em) + em * 1.6
    };
    size(width, legend + body)
}

/// Draws the series.
pub(super) fn draw(canvas: &mut Canvas<'_>) {
    let chart = Chart::new(canvas);
    if chart.entries.is_empty() {
        return;
    }
    let legend = Legend::new(canvas, canvas.rect.width);
    let legend_shown = canvas.rect.height >= legend.height + canvas.em() * 5.0;
    let used = if legend_shown { legend.height } else { 0.0 };
    let Rect { x, y, width, height } = canvas.rect;
    legend.draw(canvas, x, y, legend_shown);
    let body = Rect::new(x, y + used, width, height - used);
    let layout = if chart.upright { upright(canvas, &chart, body) } else { lying(canvas, &chart, body) };
    layout.plot.grid(canvas, &layout.ticks);
    let marks: Vec<Vec<Mark>> =
        (0..chart.entries.len()).map(|index| marks(canvas, &chart, &layout, body, index)).collect();
    for (index, marks) in marks.iter().enumerate() {
        for mark in marks {
            paint_mark(canvas, &layout.plot, mark, status(canvas.spec, index, mark.series));
        }
    }
    layout.plot.base(canvas);
    layout.plot.target(canvas);
    for (index, marks) in marks.iter().enumerate() {
        for mark in marks {
            value(canvas, &chart, &layout, index, mark);
        }
    }
    names(canvas, &chart, &layout, body);
}

/// The names of the data.
fn names(canvas: &mut Canvas<'_>, chart: &Chart<'_>, layout: &Layout, body: Rect) {
    if let Some(lanes) = &layout.lanes {
        lanes.draw(canvas, &chart.entries, body.x, layout.plot.area);
    }
    let Some(axis) = &layout.axis else { return };
    if body.bottom() - axis.height >= layout.plot.area.bottom() - 1.0 {
        let area = Rect { x: layout.plot.area.x, width: layout.plot.area.width, ..body };
        axis.draw(canvas, &chart.entries, area, body.bottom() - axis.height + canvas.em() * 0.4);
    } else {
        chart.entries.iter().filter_map(|e| e.label.as_ref()).for_each(|label| canvas.overset(label));
    }
}

/// What a number tells of: as its series does, unless its datum says otherwise.
fn status(spec: &Spec, datum: usize, series: usize) -> Status {
    let own = spec.data.get(datum).map(|d| d.status).unwrap_or_default();
    if own == Status::Actual { spec.series.get(series).map(|s| s.status).unwrap_or_default() } else { own }
}

/// Width of a datum's bars together, from the room it has.
fn group_width(canvas: &Canvas<'_>, chart: &Chart<'_>, slot: f32) -> f32 {
    let em = canvas.em();
    let wide = if stacked(canvas.spec) {
        (slot * 0.62).min(canvas.style().thickness.unwrap_or(em * WIDEST.1))
    } else {
        (slot * 0.8).min(canvas.style().thickness.unwrap_or(em * WIDEST.0) * many(chart.beside(canvas.spec)))
    };
    if canvas.style().snap { wide.floor().max(1.0) } else { wide }
}

/// The parts of an upright chart.
fn upright(canvas: &mut Canvas<'_>, chart: &Chart<'_>, body: Rect) -> Layout {
    let em = canvas.em();
    let domain = domain(canvas.spec);
    let negative = chart.negative(canvas.spec);
    let plot = |body: Rect, axis: &Axis, value: f32| {
        let (head, foot) = (value.max(em * 0.6), axis.height + if negative { value } else { 0.0 });
        let height = body.height - head - foot;
        let area = if height >= em * 1.5 { Rect::new(body.x, body.y + head, body.width, height) } else { body };
        Plot { area, domain, upright: true }
    };
    let axis = Axis::new(&chart.entries, body.width, em);
    let part = group_width(canvas, chart, axis.slot) / many(chart.beside(canvas.spec));
    let room = if chart.beside(canvas.spec) == 1 { axis.slot } else { part + em * 0.1 };
    let scale = SCALES.into_iter().find(|s| !stacked(canvas.spec) && chart.widest(*s) <= room);
    let value = scale.map_or(0.0, |scale| chart.tallest(scale) + em * 0.35);
    let bare = plot(body, &axis, value);
    let none = Layout { plot: bare, ticks: Vec::new(), axis: Some(axis), lanes: None, scale };
    let enough = if stacked(canvas.spec) { all_inside(canvas, chart, &none, body) } else { scale.is_some() };
    let (ticks, lead) = if enough { (Vec::new(), 0.0) } else { bare.ticks(canvas) };
    if ticks.is_empty() {
        return none;
    }
    let rest = Rect::new(body.x + lead, body.y, body.width - lead, body.height);
    let axis = Axis::new(&chart.entries, rest.width, em);
    Layout { plot: plot(rest, &axis, value), ticks, axis: Some(axis), lanes: None, scale }
}

/// The parts of a lying chart.
fn lying(canvas: &mut Canvas<'_>, chart: &Chart<'_>, body: Rect) -> Layout {
    let em = canvas.em();
    let domain = domain(canvas.spec);
    let step = body.height / many(chart.entries.len());
    let lanes = Lanes::new(&chart.entries, body.width, step, em);
    let bar = group_width(canvas, chart, lanes.room(step)) / many(chart.beside(canvas.spec));
    let least = |s: &f32| !stacked(canvas.spec) && chart.tallest(*s) <= bar + em * 0.12;
    let lead = lanes.lead;
    let sides = if chart.negative(canvas.spec) { 2.0 } else { 1.0 };
    let reserve = |s: f32| chart.widest(s) + em * 0.5;
    let spare = body.width - lead;
    let scale = SCALES.into_iter().find(|s| least(s) && reserve(*s) * sides <= spare * 0.5);
    let beside = scale.map_or(0.0, reserve);
    let left = lead + if sides > 1.0 { beside } else { 0.0 };
    let area = Rect::new(body.x + left, body.y, (body.width - left - beside).max(0.0), body.height);
    let bare = Plot { area, domain, upright: false };
    let none = Layout { plot: bare, ticks: Vec::new(), axis: None, lanes: Some(lanes), scale };
    let enough = if stacked(canvas.spec) { all_inside(canvas, chart, &none, body) } else { scale.is_some() };
    let (ticks, foot) = if enough { (Vec::new(), 0.0) } else { bare.ticks(canvas) };
    let area = Rect { height: area.height - foot, ..area };
    let step = area.height / many(chart.entries.len());
    let lanes = Some(Lanes::new(&chart.entries, body.width, step, em)).filter(|lanes| lanes.lead <= lead + 0.1);
    let lanes = lanes.or(none.lanes);
    Layout { plot: Plot { area, ..bare }, ticks, axis: None, lanes, scale }
}

/// Whether every value of a stacked chart fits into its part.
fn all_inside(canvas: &Canvas<'_>, chart: &Chart<'_>, layout: &Layout, body: Rect) -> bool {
    (0..chart.entries.len()).all(|index| {
        marks(canvas, chart, layout, body, index).iter().all(|mark| {
            let words = chart.values.get(index).and_then(|row| row.get(mark.series)).and_then(Option::as_ref);
            match (words, mark.number) {
                (Some(words), Some(_)) => inside(canvas, layout, mark, words).is_some(),
                _ => true,
            }
        })
    })
}

/// A value as set in its part of a stack; none where it does not fit.
fn inside(canvas: &Canvas<'_>, layout: &Layout, mark: &Mark, words: &Words) -> Option<Setting> {
    let rect = layout.plot.rect(mark.across, mark.ends.0, mark.ends.1);
    let gap = canvas.em() * 0.25;
    SCALES
        .into_iter()
        .filter_map(|scale| words.line(scale))
        .find(|setting| setting.width + 2.0 * gap <= rect.width && setting.centered_height() <= rect.height)
}

/// The marks of one datum.
fn marks(canvas: &Canvas<'_>, chart: &Chart<'_>, layout: &Layout, body: Rect, index: usize) -> Vec<Mark> {
    let (plot, spec) = (&layout.plot, canvas.spec);
    let (slot, start) = match (&layout.axis, &layout.lanes) {
        (Some(axis), _) => (axis.slot, axis.center(plot.area.x, index)),
        (_, Some(lanes)) => {
            let step = plot.area.height / many(chart.entries.len().max(1));
            let (top, room) = lanes.bars(body.y, step, index);
            (room, top + room / 2.0)
        }
        _ => (0.0, 0.0),
    };
    let wide = group_width(canvas, chart, slot);
    let part = wide / many(chart.beside(spec));
    let thin = if stacked(spec) { part } else { (part * 0.92).max(part - 2.0) };
    let (mut up, mut down) = (0.0_f64, 0.0_f64);
    let values = spec.data.get(index).map(|d| d.values.as_slice()).unwrap_or_default();
    let mut marks: Vec<Mark> = values
        .iter()
        .enumerate()
        .map(|(series, figure)| {
            let number = finite(figure.number);
            let shift = if stacked(spec) { 0.0 } else { part * many(series) + (part - thin) / 2.0 };
            let across = (start - wide / 2.0 + shift, thin);
            let amount = number.unwrap_or(0.0);
            let from = if !stacked(spec) {
                0.0f64.clamp(plot.domain.low, plot.domain.high)
            } else if amount < 0.0 {
                down
            } else {
                up
            };
            let to = if stacked(spec) { (from + amount).clamp(f64::MIN, f64::MAX) } else { amount };
            if amount < 0.0 {
                down = to;
            } else {
                up = to;
            }
            Mark { series, number, ends: (plot.at(from), plot.at(to)), across }
        })
        .collect();
    // What is missing in a stack shows behind it.
    let end = plot.at(up);
    for mark in marks.iter_mut().filter(|mark| stacked(spec) && mark.number.is_none()) {
        mark.ends = (end, end);
    }
    marks
}

/// Draws a value where it fits; without an axis to read it from, one that does not fit is reported.
fn value(canvas: &mut Canvas<'_>, chart: &Chart<'_>, layout: &Layout, index: usize, mark: &Mark) {
    let words = chart.values.get(index).and_then(|row| row.get(mark.series)).and_then(Option::as_ref);
    let Some(words) = words else { return };
    let placed = if stacked(canvas.spec) && mark.number.is_none() {
        let set = words.line(SCALES[3]).filter(|_| !layout.plot.upright);
        let x = mark.ends.0 + canvas.em() * 2.0;
        let y = mark.across.0 + mark.across.1 / 2.0;
        // The dotted stub says it; the dash says it again where there is room.
        if let Some(set) = set {
            canvas.try_text(words, &set, x, Align::Start, set.centered(y));
        }
        true
    } else if stacked(canvas.spec) {
        inner_value(canvas, layout, mark, words, status(canvas.spec, index, mark.series))
    } else {
        outer_value(canvas, layout, mark, words)
    };
    if !placed && layout.ticks.is_empty() {
        canvas.overset(words);
    }
}

/// A value in the middle of its part of a stack.
fn inner_value(canvas: &mut Canvas<'_>, layout: &Layout, mark: &Mark, words: &Words, status: Status) -> bool {
    let Some(setting) = inside(canvas, layout, mark, words) else { return false };
    let style = canvas.style();
    let ground = match status {
        Status::Actual => color(canvas, mark.series),
        Status::Previous => paint::tint(color(canvas, mark.series), 0.35, style.surface),
        Status::Plan | Status::Forecast => style.surface,
    };
    let Point { x, y } = layout.plot.rect(mark.across, mark.ends.0, mark.ends.1).center();
    if status == Status::Forecast {
        let (wide, tall) = (setting.width + canvas.em() * 0.3, setting.cap + canvas.em() * 0.3);
        canvas.panel(Rect::new(x - wide / 2.0, y - tall / 2.0, wide, tall), 0.0, style.surface);
    }
    let mut words = words.clone();
    words.style.color = paint::ink_on(ground, style);
    canvas.try_text(&words, &setting, x, Align::Middle, setting.centered(y))
}

/// A value at the end of its bar.
fn outer_value(canvas: &mut Canvas<'_>, layout: &Layout, mark: &Mark, words: &Words) -> bool {
    let Some(setting) = layout.scale.and_then(|scale| words.line(scale)) else { return false };
    let gap = canvas.em() * 0.3;
    let middle = mark.across.0 + mark.across.1 / 2.0;
    let negative = mark.number.is_some_and(|n| n < 0.0);
    let end = match mark.number {
        Some(_) => mark.ends.1,
        None if layout.plot.upright => mark.ends.0 - canvas.em() * 0.8,
        None => mark.ends.0 + (canvas.em() * 1.6).min(layout.plot.area.right() - mark.ends.0),
    };
    match (layout.plot.upright, negative) {
        (true, false) => canvas.try_text(words, &setting, middle, Align::Middle, setting.above(end - gap)),
        (true, true) => canvas.try_text(words, &setting, middle, Align::Middle, setting.below(end + gap)),
        (false, false) => canvas.try_text(words, &setting, end + gap, Align::Start, setting.centered(middle)),
        (false, true) => canvas.try_text(words, &setting, end - gap, Align::End, setting.centered(middle)),
    }
}
