//! Where a chart draws: shapes are kept inside its box, words too and off each other.
//!
//! In: shapes and settings in absolute pixels. Out: a [`Drawing`]. What cannot be placed is reported, so that
//! every kind of chart keeps the same promises without thinking of them.

use super::path::PathData;
use super::scale::{finite, many};
use super::spec::{Datum, Figure, Label, Spec, Status, Style, TextStyle};
use super::words::{Align, Setting, Words};
use super::{Drawing, hatch, paint};
use crate::color::Color;
use crate::frame::{Item, Paint, Stroke};
use crate::text::Fonts;
use crate::units::{Point, Rect, Size};

/// Words may reach this far beyond the box, in pixels: widths are sums of floats.
const SLACK: f32 = 0.1;
/// What stands for a missing number.
const MISSING: &str = "—";

/// A chart being measured or drawn.
pub(super) struct Canvas<'a> {
    /// What is drawn.
    pub(super) spec: &'a Spec,
    /// What words are shaped with.
    fonts: &'a Fonts<'a>,
    /// The box.
    pub(super) rect: Rect,
    /// What has been drawn.
    drawing: Drawing,
}

/// A datum with its words shaped.
pub(super) struct Entry<'a> {
    /// The datum.
    pub(super) datum: &'a Datum,
    /// Its number, if it has one that can be drawn.
    pub(super) number: Option<f64>,
    /// Its name.
    pub(super) label: Option<Words>,
    /// Its number as words; a dash when it is missing.
    pub(super) value: Option<Words>,
}

impl<'a> Canvas<'a> {
    /// An empty one.
    pub(super) fn new(spec: &'a Spec, rect: Rect, fonts: &'a Fonts<'a>) -> Self {
        Self { spec, fonts, rect, drawing: Drawing::default() }
    }

    /// What has been drawn.
    pub(super) fn finish(self) -> Drawing {
        self.drawing
    }

    /// The style.
    pub(super) fn style(&self) -> &'a Style {
        &self.spec.style
    }

    /// Pixels in an em of the labels, the measure of all gaps.
    pub(super) fn em(&self) -> f32 {
        let size = self.style().label.size;
        if size.is_finite() { size.max(1.0) } else { 1.0 }
    }

    /// Width of a thin line in pixels; at least one where edges snap.
    pub(super) fn hairline(&self) -> f32 {
        let width = if self.style().hairline.is_finite() { self.style().hairline.max(0.25) } else { 1.0 };
        if self.style().snap { width.round().max(1.0) } else { width }
    }

    /// The figure's face and colour at the label's size.
    pub(super) fn small_figure(&self) -> TextStyle {
        let Style { label, figure, .. } = self.style();
        TextStyle { size: label.size, leading: label.leading, ..figure.clone() }
    }

    /// Shapes words; a missing glyph is noted.
    pub(super) fn words(&mut self, label: &Label, style: &TextStyle) -> Option<Words> {
        match Words::shape(label, style, self.fonts) {
            Ok(words) => words,
            Err(missing) => {
                self.drawing.missing_glyphs.extend(missing);
                self.drawing.missing_glyphs.sort_unstable();
                self.drawing.missing_glyphs.dedup();
                None
            }
        }
    }

    /// What stands for a number that is not there.
    pub(super) fn dash() -> Label {
        Label { text: MISSING.to_owned(), bound: Vec::new() }
    }

    /// A figure's words; a dash when its number cannot be drawn, or is missing and no words say so.
    pub(super) fn said(figure: &Figure) -> Label {
        let number = finite(figure.number);
        let unsayable = figure.number.is_some() && number.is_none();
        let blank = number.is_none() && figure.words.is_blank();
        if unsayable || blank { Self::dash() } else { figure.words.clone() }
    }

    /// The same, shaped.
    pub(super) fn figure(&mut self, figure: &Figure, style: &TextStyle) -> Option<Words> {
        self.words(&Self::said(figure), style)
    }

    /// Shapes every datum's words; values in a style of their own.
    pub(super) fn entries(&mut self, value_style: &TextStyle) -> Vec<Entry<'a>> {
        let spec = self.spec;
        spec.data
            .iter()
            .map(|datum| {
                let number = finite(datum.number);
                let words = Self::said(&Figure { words: datum.value.clone(), number: datum.number });
                let label = self.words(&datum.label, &spec.style.label);
                Entry { datum, number, label, value: self.words(&words, value_style) }
            })
            .collect()
    }

    /// A datum's colour: its own, else the accent, receding when another stands out.
    pub(super) fn color(&self, datum: &Datum) -> Color {
        let style = self.style();
        let any = self.spec.data.iter().any(|d| d.emphasis);
        let fallback =
            if any && !datum.emphasis { paint::tint(style.muted, 0.55, style.surface) } else { style.accent };
        datum.color.unwrap_or(fallback)
    }

    /// Notes words that could not be placed.
    pub(super) fn overset(&mut self, words: &Words) {
        self.drawing.overset.push(words.text().to_owned());
    }

    /// Notes a text that is drawn otherwise than as words.
    pub(super) fn overset_text(&mut self, text: &str) {
        self.drawing.overset.push(text.to_owned());
    }

    /// Notes all words of an entry.
    pub(super) fn overset_entry(&mut self, entry: &Entry<'_>) {
        for words in [&entry.label, &entry.value].into_iter().flatten() {
            self.overset(words);
        }
    }

    /// A coordinate, on a whole pixel where edges snap.
    pub(super) fn edge(&self, at: f32) -> f32 {
        if self.style().snap { at.round() } else { at }
    }

    /// A box, snapped and cut to the chart's own; none when nothing is left.
    fn fitted(&self, r: Rect) -> Option<Rect> {
        let (mut x, mut y, mut right, mut bottom) = (r.x, r.y, r.right(), r.bottom());
        if self.style().snap {
            (x, y) = (x.round(), y.round());
            (right, bottom) = (right.round().max(x + 1.0), bottom.round().max(y + 1.0));
        }
        let (x, y) = (x.max(self.rect.x), y.max(self.rect.y));
        let (width, height) = (right.min(self.rect.right()) - x, bottom.min(self.rect.bottom()) - y);
        (width > 0.0 && height > 0.0 && x.is_finite() && y.is_finite()).then(|| Rect::new(x, y, width, height))
    }

    /// A filled box.
    pub(super) fn panel(&mut self, rect: Rect, radius: f32, color: Color) {
        let Some(rect) = self.fitted(rect) else { return };
        let radius = radius.clamp(0.0, rect.width.min(rect.height) / 2.0);
        self.drawing.items.push(Item::Panel { rect, radius, fill: Some(Paint::Solid(color)), stroke: None });
    }

    /// An outlined box; the line lies inside it.
    pub(super) fn outline(&mut self, rect: Rect, radius: f32, color: Color, dash: Vec<f32>) {
        let Some(rect) = self.fitted(rect) else { return };
        let width = self.hairline().max(1.0).min(rect.width.min(rect.height) / 2.0);
        let rect = rect.outset(-width / 2.0);
        let radius = radius.clamp(0.0, rect.width.min(rect.height) / 2.0);
        let stroke = Some(Stroke { color, width, dash, round: false });
        self.drawing.items.push(Item::Panel { rect, radius, fill: None, stroke });
    }

    /// A filled box with its own radius at each corner: top left, top right, bottom right, bottom left.
    pub(super) fn bar(&mut self, rect: Rect, radii: [f32; 4], color: Color) {
        if self.style().snap || radii.iter().all(|r| *r <= 0.0) {
            return self.panel(rect, 0.0, color);
        }
        let Some(rect) = self.fitted(rect) else { return };
        let mut path = PathData::default();
        path.rounded(rect, radii);
        self.fill(path, color);
    }

    /// A bar in its status's notation: solid, lighter, outlined or hatched.
    pub(super) fn mark(&mut self, rect: Rect, radii: [f32; 4], color: Color, status: Status) {
        match status {
            Status::Actual => self.bar(rect, radii, color),
            Status::Previous => self.bar(rect, radii, paint::tint(color, 0.35, self.style().surface)),
            Status::Plan => self.outline(rect, 0.0, color, Vec::new()),
            Status::Forecast => self.hatched(rect, color),
        }
    }

    /// A box of diagonals in an outline; of upright stripes where edges snap.
    fn hatched(&mut self, rect: Rect, color: Color) {
        let Some(rect) = self.fitted(rect) else { return };
        let line = self.hairline().max(1.0);
        if self.style().snap {
            let stripes = super::scale::whole_of((rect.width / (line * 2.0)).ceil());
            let stripe = |i: usize| Rect::new(rect.x + many(i) * line * 2.0, rect.y, line, rect.height);
            return (0..stripes.min(hatch::MOST)).for_each(|i| self.panel(stripe(i), 0.0, color));
        }
        self.outline(rect, 0.0, color, Vec::new());
        self.hatch(&[hatch::corners(rect.outset(-line))], color);
    }

    /// Diagonals inside some outlines.
    pub(super) fn hatch(&mut self, rings: &[Vec<Point>], color: Color) {
        let width = self.hairline().max(self.em() * 0.07);
        let path = hatch::diagonals(rings, (self.em() * 0.34).max(width * 2.4));
        self.stroke(path, color, width, Vec::new(), false);
    }

    /// A filled path with an outline in another colour. The caller keeps it inside the box.
    pub(super) fn area(&mut self, path: PathData, fill: Option<Color>, line: Color, width: f32) {
        let stroke = Stroke { color: line, width, dash: Vec::new(), round: true };
        self.path(path, fill.map(Paint::Solid), Some(stroke));
    }

    /// A piece of an icon's drawing, shown in a box.
    pub(super) fn drawing(&mut self, xml: &str, view_box: Rect, rect: Rect, clip: bool) {
        if rect.width > 0.0 && rect.height > 0.0 && self.rect.contains(&rect, SLACK) {
            self.drawing.items.push(Item::Fragment { xml: xml.to_owned(), view_box, rect, clip });
        }
    }

    /// A filled path. The caller keeps it inside the box.
    pub(super) fn fill(&mut self, path: PathData, color: Color) {
        self.path(path, Some(Paint::Solid(color)), None);
    }

    /// A stroked path. The caller keeps it inside the box.
    pub(super) fn stroke(&mut self, path: PathData, color: Color, width: f32, dash: Vec<f32>, round: bool) {
        let width = if self.style().snap { width.round().max(1.0) } else { width };
        self.path(path, None, Some(Stroke { color, width, dash, round }));
    }

    /// A line through points, kept inside the box with its width.
    pub(super) fn line(&mut self, points: &[Point], color: Color, width: f32, dash: Vec<f32>) {
        let width = if self.style().snap { width.round().max(1.0) } else { width };
        let inner = self.rect.outset(-width / 2.0);
        if inner.width <= 0.0 || inner.height <= 0.0 {
            return;
        }
        let mut path = PathData::default();
        for (index, p) in points.iter().enumerate() {
            let to = Point { x: p.x.max(inner.x).min(inner.right()), y: p.y.max(inner.y).min(inner.bottom()) };
            if index == 0 { path.start(to) } else { path.line(to) }
        }
        // A sharp corner's miter would reach far beyond it.
        let round = dash.is_empty() || points.len() > 2;
        self.stroke(path, color, width, dash, round);
    }

    /// A path, unless it is empty.
    fn path(&mut self, path: PathData, fill: Option<Paint>, stroke: Option<Stroke>) {
        let data = path.finish();
        if !data.is_empty() {
            self.drawing.items.push(Item::Path { data, fill, stroke });
        }
    }

    /// A disc.
    pub(super) fn disc(&mut self, center: Point, radius: f32, color: Color) {
        let r = Rect::new(center.x - radius, center.y - radius, radius * 2.0, radius * 2.0);
        if radius > 0.0 && self.rect.contains(&r, SLACK) {
            let mut path = PathData::default();
            path.circle(center, radius);
            self.fill(path, color);
        }
    }

    /// A horizontal dotted stub that says "no number here".
    pub(super) fn stub(&mut self, x: f32, y: f32, length: f32) {
        let width = self.hairline().max(self.em() * 0.13);
        let (start, end) = ((x + width).max(self.rect.x + width), (x + length).min(self.rect.right() - width));
        if end - start < width || y - width < self.rect.y || y + width > self.rect.bottom() {
            return;
        }
        if self.style().snap {
            let dots = super::scale::whole_of((end - start) / (width * 3.0));
            let dot = |i: usize| Rect::new(start + many(i) * width * 3.0, y - width / 2.0, width, width);
            return (0..dots).for_each(|i| self.panel(dot(i), 0.0, self.style().line));
        }
        let mut path = PathData::default();
        path.start(Point { x: start, y });
        path.line(Point { x: end, y });
        // A dash of length zero with round ends is a dot.
        self.stroke(path, self.style().line, width, vec![0.01, width * 2.2], true);
    }

    /// A thin mark at a target, across a length.
    pub(super) fn tick(&mut self, rect: Rect) {
        let style = self.style();
        self.panel(rect.outset(self.hairline().max(1.0)), 0.0, style.surface);
        self.panel(rect, 0.0, style.label.color);
    }

    /// Words at a first baseline, if they stay inside and off other words; else they are reported.
    pub(super) fn text(&mut self, words: &Words, setting: &Setting, x: f32, align: Align, y: f32) -> bool {
        let placed = self.try_text(words, setting, x, align, y);
        if !placed {
            self.overset(words);
        }
        placed
    }

    /// Words centred on a height, where they were set; else they are reported.
    pub(super) fn put(&mut self, words: Option<&Words>, setting: Option<&Setting>, (x, align): (f32, Align), y: f32) {
        match (words, setting) {
            (Some(words), Some(setting)) => {
                self.text(words, setting, x, align, setting.centered(y));
            }
            (Some(words), None) => self.overset(words),
            _ => {}
        }
    }

    /// Words at a first baseline in a colour of their own, as [`Canvas::text`].
    pub(super) fn text_in(&mut self, words: &Words, setting: &Setting, at: (f32, Align, f32), color: Color) -> bool {
        let mut words = words.clone();
        words.style.color = color;
        self.text(&words, setting, at.0, at.1, at.2)
    }

    /// Words at a first baseline, if they stay inside and off other words; says whether they were drawn.
    pub(super) fn try_text(&mut self, words: &Words, setting: &Setting, x: f32, align: Align, y: f32) -> bool {
        let (runs, ink) = words.runs(setting, x, align, y);
        let finite = [ink.x, ink.y, ink.width, ink.height].into_iter().all(f32::is_finite);
        if !finite || !self.rect.contains(&ink, SLACK) || self.drawing.words.iter().any(|w| w.overlaps(&ink, SLACK)) {
            return false;
        }
        self.drawing.words.push(ink);
        self.drawing.items.extend(runs.into_iter().map(Item::Text));
        true
    }

    /// Notes the box of the shape that stands for a datum's number.
    pub(super) fn stand_for(&mut self, datum: &Datum, shape: Rect) {
        self.drawing.shapes.extend(datum.value.bound.iter().map(|(_, index)| (*index, shape)));
    }

    /// A tick's words: drawn like any, and noted as bound to no cell.
    pub(super) fn tick_text(&mut self, words: &Words, setting: &Setting, x: f32, align: Align, y: f32) -> bool {
        let from = self.drawing.items.len();
        let placed = self.try_text(words, setting, x, align, y);
        self.drawing.ticks.extend(from..self.drawing.items.len());
        placed
    }
}

/// The width asked for, or a number of rem where there is no wish.
pub(super) fn width_or(spec: &Spec, width: Option<f32>, rem: f32) -> f32 {
    let own = if spec.style.rem.is_finite() { spec.style.rem.max(1.0) * rem } else { rem };
    width.filter(|w| w.is_finite() && *w > 0.0).unwrap_or(own)
}

/// A size that is finite and not negative.
pub(super) fn size(width: f32, height: f32) -> Size {
    let good = |v: f32| if v.is_finite() { v.max(0.0).ceil() } else { 0.0 };
    Size { width: if width.is_finite() { width.max(0.0) } else { 0.0 }, height: good(height) }
}
