//! Outlines of glyphs: read once a run, placed as often as they are drawn.

use std::sync::OnceLock;

use skrifa::MetadataProvider;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::raw::TableProvider;

use crate::units::Rect;

/// A step of an outline, in font units with y upwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step {
    /// Begins a contour.
    Move([f32; 2]),
    /// A straight line.
    Line([f32; 2]),
    /// A quadratic curve: control point, end.
    Quad([f32; 4]),
    /// A cubic curve: two control points, end.
    Curve([f32; 6]),
    /// Ends a contour.
    Close,
}

impl Step {
    /// Its points, control points too: a curve stays within them.
    fn points(&self) -> &[[f32; 2]] {
        match self {
            Self::Move(point) | Self::Line(point) => std::slice::from_ref(point),
            Self::Quad(points) => points.as_chunks().0,
            Self::Curve(points) => points.as_chunks().0,
            Self::Close => &[],
        }
    }
}

/// The outline of a glyph.
#[derive(Debug, Default)]
pub struct Outline {
    /// Its steps; none when there is nothing to draw.
    pub steps: Vec<Step>,
    /// The least and the greatest coordinates of its points, control points too: a curve stays within them.
    bounds: Option<([f32; 2], [f32; 2])>,
}

/// The outline of a glyph that a face does not have.
pub(super) static NOTHING: Outline = Outline { steps: Vec::new(), bounds: None };

impl Outline {
    /// Of steps.
    fn new(steps: Vec<Step>) -> Self {
        let ends = |(least, most): ([f32; 2], [f32; 2]), [x, y]: [f32; 2]| {
            ([least[0].min(x), least[1].min(y)], [most[0].max(x), most[1].max(y)])
        };
        let points = steps.iter().flat_map(Step::points).copied();
        let bounds = points.map(|point| (point, point)).reduce(|known, (point, _)| ends(known, point));
        Self { steps, bounds }
    }
}

/// The outlines of a face.
pub(super) struct Outlines<'a> {
    /// The face.
    font: skrifa::FontRef<'a>,
    /// What was read, by glyph.
    glyphs: Vec<OnceLock<Outline>>,
}

impl<'a> Outlines<'a> {
    /// The outlines of a face, none read yet.
    pub(super) fn new(font: skrifa::FontRef<'a>) -> Self {
        let count = font.maxp().map_or(0, |maxp| maxp.num_glyphs());
        Self { font, glyphs: (0..count).map(|_| OnceLock::new()).collect() }
    }

    /// A glyph's outline; an outline that cannot be read is empty: faces are checked when the kit is read.
    pub(super) fn glyph(&self, id: u16) -> &Outline {
        self.glyphs.get(usize::from(id)).map_or(&NOTHING, |slot| slot.get_or_init(|| self.read(id)))
    }

    /// Reads an outline.
    fn read(&self, id: u16) -> Outline {
        let mut pen = Pen(Vec::new());
        let glyph = self.font.outline_glyphs().get(skrifa::GlyphId::from(id));
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        match glyph.map(|glyph| glyph.draw(settings, &mut pen)) {
            Some(Ok(_)) => Outline::new(pen.0),
            _ => Outline::default(),
        }
    }
}

/// Notes steps.
struct Pen(Vec<Step>);

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.push(Step::Move([x, y]));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.push(Step::Line([x, y]));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.push(Step::Quad([cx, cy, x, y]));
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.0.push(Step::Curve([ax, ay, bx, by, x, y]));
    }

    fn close(&mut self) {
        self.0.push(Step::Close);
    }
}

/// An outline's place on a page: scaled, moved, y downwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placing {
    /// Pixels per font unit.
    pub scale: f32,
    /// Origin.
    pub x: f32,
    /// Baseline.
    pub y: f32,
}

impl Placing {
    /// A step's points on the page.
    fn points<const N: usize>(&self, mut points: [f32; N]) -> [f32; N] {
        for point in points.chunks_exact_mut(2) {
            (point[0], point[1]) = (self.x + point[0] * self.scale, self.y - point[1] * self.scale);
        }
        points
    }

    /// The box around an outline on the page; none when it has no points.
    pub fn bounds(&self, outline: &Outline) -> Option<Rect> {
        let (least, most) = outline.bounds?;
        // Upwards in the font is downwards on the page.
        let ([left, bottom], [right, top]) = (self.points(least), self.points(most));
        Some(Rect::new(left, top, right - left, bottom - top))
    }

    /// A step on the page.
    pub fn step(&self, step: Step) -> Step {
        match step {
            Step::Move(points) => Step::Move(self.points(points)),
            Step::Line(points) => Step::Line(self.points(points)),
            Step::Quad(points) => Step::Quad(self.points(points)),
            Step::Curve(points) => Step::Curve(self.points(points)),
            Step::Close => Step::Close,
        }
    }
}

/// Writes a step as SVG path data.
pub fn write_step(out: &mut String, step: Step) {
    let (command, points): (char, &[f32]) = match &step {
        Step::Move(points) => ('M', points),
        Step::Line(points) => ('L', points),
        Step::Quad(points) => ('Q', points),
        Step::Curve(points) => ('C', points),
        Step::Close => ('Z', &[]),
    };
    out.push(command);
    for (index, value) in points.iter().enumerate() {
        if index > 0 {
            out.push(' ');
        }
        write_number(out, *value);
    }
}

/// A length in thousandths, rounded: as finely as a drawing is written.
#[expect(
    clippy::cast_possible_truncation,
    reason = "lengths lie far inside 64 bits; a cast of what does not saturates"
)]
fn thousandths(value: f32) -> i64 {
    // A 32-bit number times a thousand is exact in 64 bits, and so is the half added to it.
    let scaled = f64::from(value) * 1000.0;
    (scaled + 0.5_f64.copysign(scaled)) as i64
}

/// A length as it reads once it was written.
#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "what a reader does, too")]
pub fn as_written(value: f32) -> f32 {
    (thousandths(value) as f64 / 1000.0) as f32
}

/// Writes a coordinate rounded to 1/1000 pixel, without trailing zeros.
///
/// By whole numbers: a page writes tens of thousands of coordinates, and the shortest form of a float is dear.
pub fn write_number(out: &mut String, value: f32) {
    use std::fmt::Write;
    let thousandths = thousandths(value);
    let (whole, mut part) = (thousandths.unsigned_abs() / 1000, thousandths.unsigned_abs() % 1000);
    // Writing to a string does not fail.
    let _ = write!(out, "{}{whole}", if thousandths < 0 { "-" } else { "" });
    let mut digits = 3;
    while part > 0 && part % 10 == 0 {
        part /= 10;
        digits -= 1;
    }
    if part > 0 {
        let _ = write!(out, ".{part:0digits$}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_exact_to_a_thousandth() {
        let written = |value: f32| {
            let mut out = String::new();
            write_number(&mut out, value);
            out
        };
        assert_eq!(written(0.0), "0");
        assert_eq!(written(-0.0), "0");
        assert_eq!(written(12.5), "12.5");
        assert_eq!(written(-0.062), "-0.062");
        assert_eq!(written(1080.25), "1080.25");
        assert_eq!(written(0.0004), "0");
        assert_eq!(written(-3.0), "-3");
        assert_eq!(written(7.1), "7.1");
        assert_eq!(written(7.01), "7.01");
        for value in [0.0, 12.3456, -0.0625, 1079.9995, 60_000.001, -3.0005, 0.0005, f32::NAN, f32::INFINITY] {
            let read = written(value).parse::<f64>().unwrap();
            assert!((read - f64::from(as_written(value))).abs() <= read.abs() * f64::from(f32::EPSILON), "{value}");
        }
    }
}
