//! Linear gradients: by the drawing library in any shape, by a table where they fill whole pixels.

use std::sync::Arc;

use resvg::tiny_skia::{self, GradientStop, LinearGradient, Shader, SpreadMode, Transform};

use super::blend::{Pixel, over, product};
use super::canvas::{Canvas, Stretch, opacity};
use super::shelf::Shelf;
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

    /// Its colours on a canvas, from a table of so many.
    #[expect(clippy::cast_precision_loss, reason = "a few thousand colours")]
    pub(super) fn lines(&self, transform: Transform, tables: &Tables, colors: usize) -> Lines {
        let (dx, dy) = (f64::from(self.to.x - self.from.x), f64::from(self.to.y - self.from.y));
        let length = (dx * dx + dy * dy).max(f64::MIN_POSITIVE);
        let last = (colors - 1) as f64;
        let (across, down) = (f64::from(transform.sx), f64::from(transform.sy));
        let begin = |from: f32, scale: f64, by: f32| f64::from(from) * scale + f64::from(by);
        let begin = (begin(self.from.x, across, transform.tx), begin(self.from.y, down, transform.ty));
        let way = (dx / length * last / across, dy / length * last / down);
        Lines { shades: tables.of(&self.stops, colors), begin, way }
    }

    /// Fills whole pixels.
    pub(super) fn flood(&self, canvas: &mut Canvas<'_>, tables: &Tables, (across, down): (Stretch, Stretch)) {
        let lines = self.lines(canvas.transform, tables, COLORS);
        let level = lines.way.1 == 0.0;
        let mut colors = vec![[0; 4]; across.1 - across.0];
        for row in down.0..down.1 {
            if lines.shades.opaque && !level {
                lines.line(across.0, row, canvas.row(row, across));
                continue;
            }
            if !level || row == down.0 {
                lines.line(across.0, row, &mut colors);
            }
            let pixels = canvas.row(row, across);
            if lines.shades.opaque {
                pixels.copy_from_slice(&colors);
            } else {
                pixels.iter_mut().zip(&colors).for_each(|(below, top)| over(below, *top));
            }
        }
    }
}

/// The most bytes of tables that are kept.
const KEPT: usize = 4 << 20;

/// Stops, their places by their bits, and how many colours.
type Key = (Vec<(u32, [u8; 4])>, usize);

/// Tables of colours that were made before: a page draws the same few gradients again and again.
pub(super) struct Tables(Shelf<Key, Shades>);

impl Default for Tables {
    fn default() -> Self {
        Self(Shelf::new(KEPT))
    }
}

impl Tables {
    /// The table of some rising stops, of so many colours.
    fn of(&self, stops: &[Stop], colors: usize) -> Arc<Shades> {
        let key = (stops.iter().map(|(offset, color)| (offset.to_bits(), *color)).collect(), colors);
        self.0.get(&key).unwrap_or_else(|| {
            let shades = Arc::new(Shades::of(table(stops, colors)));
            self.0.keep(key, Arc::clone(&shades), shades.size());
            shades
        })
    }
}

/// A gradient's colours on a canvas.
pub(super) struct Lines {
    /// The colours.
    shades: Arc<Shades>,
    /// Where the first one lies, in pixels.
    begin: (f64, f64),
    /// Colours from one pixel to the next, across and down.
    way: (f64, f64),
}

impl Lines {
    /// Whether nothing shines through.
    pub(super) fn opaque(&self) -> bool {
        self.shades.opaque
    }

    /// Fills colours of a row's pixels, from one of them on.
    #[expect(clippy::cast_precision_loss, reason = "canvases are far below 2^24 pixels a side")]
    pub(super) fn line(&self, x: usize, y: usize, colors: &mut [Pixel]) {
        let (x, y) = (x as f64 + 0.5 - self.begin.0, y as f64 + 0.5 - self.begin.1);
        self.shades.line(fixed(x * self.way.0 + y * self.way.1 + 0.5), fixed(self.way.0), colors);
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

/// A row that has fewer pixels of one colour side by side than these is filled pixel by pixel.
const SHORT: i64 = 12;

/// A table of colours, and where in it one begins.
struct Shades {
    /// The table.
    table: Vec<Pixel>,
    /// Of each colour, the first place and the one after the last that it has in a row.
    runs: Vec<(i64, i64)>,
    /// In which of them a place lies.
    run: Vec<u16>,
    /// Whether nothing shines through.
    opaque: bool,
}

impl Shades {
    /// Of a table of at most 2^16 colours.
    fn of(table: Vec<Pixel>) -> Self {
        let (mut runs, mut run) = (Vec::new(), Vec::with_capacity(table.len()));
        let mut first = 0;
        for alike in table.chunk_by(|a, b| a == b) {
            let index = u16::try_from(runs.len()).unwrap_or(u16::MAX);
            run.resize(run.len() + alike.len(), index);
            let after = i64::try_from(run.len()).unwrap_or(i64::MAX);
            runs.push((first, after));
            first = after;
        }
        let opaque = table.iter().all(|pixel| pixel[3] == u8::MAX);
        Self { table, runs, run, opaque }
    }

    /// Bytes that it takes.
    fn size(&self) -> usize {
        size_of_val(&*self.table) + size_of_val(&*self.runs) + size_of_val(&*self.run)
    }

    /// The place in the table that a number in 2^-32 lies in.
    fn at(&self, place: i64) -> usize {
        let last = i64::try_from(self.table.len()).unwrap_or(1) - 1;
        usize::try_from((place >> 32).clamp(0, last)).unwrap_or_default()
    }

    /// Fills a row, from a place in the table on, by steps of so much.
    fn line(&self, mut place: i64, step: i64, colors: &mut [Pixel]) {
        let long = i64::try_from(self.table.len() / self.runs.len().max(1)).unwrap_or_default() << 32;
        if step != 0 && long / step.saturating_abs() >= SHORT {
            return self.stretches(place, step, colors);
        }
        if step == 0 {
            return colors.fill(self.table[self.at(place)]);
        }
        for color in colors {
            *color = self.table[self.at(place)];
            place = place.saturating_add(step);
        }
    }

    /// [`Shades::line`] for colours that many pixels side by side have.
    fn stretches(&self, mut place: i64, step: i64, mut colors: &mut [Pixel]) {
        while !colors.is_empty() {
            let at = self.at(place);
            let (first, after) = self.runs[usize::from(self.run[at])];
            // Pixels until the place has left the run; beyond either end of the table there is no other.
            let count = match step > 0 {
                true if usize::try_from(after) == Ok(self.table.len()) => i64::MAX,
                true => (after << 32).saturating_sub(place).saturating_add(step - 1) / step,
                false if first == 0 => i64::MAX,
                false => (place.saturating_sub(first << 32) / -step).saturating_add(1),
            };
            let count = usize::try_from(count).unwrap_or(usize::MAX).clamp(1, colors.len());
            let (alike, rest) = colors.split_at_mut(count);
            alike.fill(self.table[at]);
            place = place.saturating_add(step.saturating_mul(i64::try_from(count).unwrap_or(i64::MAX)));
            colors = rest;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The definition: each pixel's colour is that of its own place.
    fn by_pixel(shades: &Shades, place: i64, step: i64, count: usize) -> Vec<Pixel> {
        let places = (0..count).map(|x| place.saturating_add(step.saturating_mul(i64::try_from(x).unwrap())));
        places.map(|place| shades.table[shades.at(place)]).collect()
    }

    proptest::proptest! {
        /// However steep a gradient is, wherever it begins, a row has each pixel's own colour.
        #[test]
        fn a_row_filled_by_stretches_is_the_row_filled_by_pixels(
            colors in proptest::collection::vec(proptest::prelude::any::<[u8; 3]>(), 2..4),
            begins in -9000_i64..9000, part in 0_i64..(1 << 32), bits in 0_u32..40, low in 0_i64..(1 << 20), falls: bool,
        ) {
            let stop = |(at, [red, green, blue]): (usize, &[u8; 3])| (at as f32 / 3.0, [*red, *green, *blue, 255]);
            let shades = Shades::of(table(&colors.iter().enumerate().map(stop).collect::<Vec<_>>(), 4096));
            let (place, step) = ((begins << 32) + part, (1_i64 << bits) + low);
            let step = if falls { -step } else { step };
            let mut row = vec![[1; 4]; 700];
            shades.line(place, step, &mut row);
            let expected = by_pixel(&shades, place, step, row.len());
            proptest::prop_assert_eq!(&row, &expected);
            shades.stretches(place, step, &mut row);
            proptest::prop_assert_eq!(row, expected);
        }
    }
}
