//! Linear gradients: by the drawing library in any shape, by a table where they fill whole pixels.

use resvg::tiny_skia::{self, GradientStop, LinearGradient, Shader, SpreadMode, Transform};

use super::blend::{Pixel, over, product};
use super::canvas::{Canvas, Stretch, opacity};
use crate::color::Color;
use crate::frame::Paint;
use crate::text::as_written;
use crate::units::{Point, Rect};

/// Colours in a table: so many that neighbours differ by less than one step even where a gradient is steep.
const COLORS: usize = 4096;

/// A place from 0 to 1 and a colour with straight alpha.
pub(super) type Stop = (f32, [u8; 4]);

/// A gradient over a box, its numbers as they read once they were written.
pub(super) struct Gradient {
    /// Stops, rising.
    stops: Vec<Stop>,
    /// Where it begins.
    from: Point,
    /// Where it ends.
    to: Point,
}

impl Gradient {
    /// A gradient over a box; none when its stops do not rise.
    pub(super) fn new(stops: &[(f32, Color)], angle: f32, rect: &Rect) -> Option<Self> {
        let stops = written(stops);
        let rising = stops.len() > 1 && stops.windows(2).all(|pair| pair[0].0 < pair[1].0);
        let (from, to) = Paint::line(angle, rect);
        let read = |point: Point| Point { x: as_written(point.x), y: as_written(point.y) };
        rising.then(|| Self { stops, from: read(from), to: read(to) })
    }

    /// For the drawing library; none when it has no length.
    pub(super) fn shader(&self) -> Option<Shader<'static>> {
        let stops = self.stops.iter().map(|(offset, [red, green, blue, alpha])| {
            GradientStop::new(*offset, tiny_skia::Color::from_rgba8(*red, *green, *blue, *alpha))
        });
        let point = |point: Point| tiny_skia::Point::from_xy(point.x, point.y);
        let (from, to) = (point(self.from), point(self.to));
        LinearGradient::new(from, to, stops.collect(), SpreadMode::Pad, Transform::identity())
    }

    /// Fills whole pixels.
    #[expect(clippy::cast_precision_loss, reason = "canvases are far below 2^24 pixels a side")]
    pub(super) fn flood(&self, canvas: &mut Canvas<'_>, (across, down): (Stretch, Stretch)) {
        let (dx, dy) = (f64::from(self.to.x - self.from.x), f64::from(self.to.y - self.from.y));
        let length = (dx * dx + dy * dy).max(f64::MIN_POSITIVE);
        let (left, top) = (f64::from(canvas.transform.tx), f64::from(canvas.transform.ty));
        let last = (COLORS - 1) as f64;
        // Places in the table, in 2^-32: of the first pixel of a row, and from one pixel to the next.
        let place = |x: usize, y: usize| {
            let (x, y) = (x as f64 + 0.5 - left, y as f64 + 0.5 - top);
            fixed(((x - f64::from(self.from.x)) * dx + (y - f64::from(self.from.y)) * dy) / length * last + 0.5)
        };
        let step = fixed(dx / length * last);
        let table = table(&self.stops, COLORS);
        let opaque = table.iter().all(|pixel| pixel[3] == u8::MAX);
        let mut colors = vec![[0; 4]; across.1 - across.0];
        for row in down.0..down.1 {
            if dy != 0.0 || row == down.0 {
                line(&table, place(across.0, row), step, &mut colors);
            }
            let pixels = canvas.row(row, across);
            if opaque {
                pixels.copy_from_slice(&colors);
            } else {
                pixels.iter_mut().zip(&colors).for_each(|(below, top)| over(below, *top));
            }
        }
    }
}

/// Stops as they read once they were written.
pub(super) fn written(stops: &[(f32, Color)]) -> Vec<Stop> {
    let stop = |(offset, color): &(f32, Color)| {
        let [red, green, blue] = color.to_rgb8();
        (as_written(*offset).clamp(0.0, 1.0), [red, green, blue, opacity(color.alpha)])
    };
    stops.iter().map(stop).collect()
}

/// So many colours from begin to end of some rising stops.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a few thousand; between two numbers of 8 bits"
)]
pub(super) fn table(stops: &[Stop], count: usize) -> Vec<Pixel> {
    let mut next = 0;
    let color = |index: usize| {
        let at = index as f32 / (count - 1) as f32;
        while stops.get(next).is_some_and(|(offset, _)| *offset <= at) {
            next += 1;
        }
        let (start, from) = stops[next.saturating_sub(1)];
        let (end, to) = stops[next.min(stops.len() - 1)];
        let part = if end > start { (at - start) / (end - start) } else { 0.0 };
        let mix = |channel: usize| {
            let (from, to) = (f32::from(from[channel]), f32::from(to[channel]));
            (from + (to - from) * part + 0.5) as u8
        };
        let alpha = mix(3);
        [product(mix(0), alpha), product(mix(1), alpha), product(mix(2), alpha), alpha]
    };
    (0..count).map(color).collect()
}

/// A number in 2^-32.
#[expect(clippy::cast_possible_truncation, reason = "places in a table of a few thousand; casts of floats saturate")]
fn fixed(number: f64) -> i64 {
    (number * 4_294_967_296.0) as i64
}

/// Fills a row with colours of a table.
fn line(table: &[Pixel], mut place: i64, step: i64, colors: &mut [Pixel]) {
    let last = i64::try_from(table.len()).unwrap_or(1) - 1;
    if step == 0 {
        let at = usize::try_from((place >> 32).clamp(0, last)).unwrap_or_default();
        return colors.fill(table[at]);
    }
    for color in colors {
        *color = table[usize::try_from((place >> 32).clamp(0, last)).unwrap_or_default()];
        place = place.saturating_add(step);
    }
}
