//! How a shape covers its pixels, kept apart from its colour: drawn once for its place between pixels, laid on wherever
//! it comes again.

use std::sync::Arc;

use resvg::tiny_skia::{FillRule, Mask, Path, Transform};

use super::blend::{Pixel, over, product};
use super::canvas::{Canvas, opacity};
use super::gradient::Lines;
use crate::color::Color;
use crate::units::Point;

/// Pixels that are looked at together.
const STRETCH: usize = 8;

/// How a shape covers its pixels.
#[derive(Default)]
pub(super) struct Cover {
    /// Pixels of a row.
    width: usize,
    /// Coverage, row by row.
    cover: Vec<u8>,
    /// The first pixel's place from the pixel that the origin lies in.
    at: (i32, i32),
}

/// What is laid on.
pub(super) enum Ink<'a> {
    /// One colour.
    Solid(Color),
    /// A gradient.
    Shaded(&'a Lines),
}

impl Cover {
    /// How a path covers its pixels, its origin in one of them; none when they are more than so many, or none.
    pub(super) fn of(path: &Path, origin: (i32, i32), most: usize) -> Option<Self> {
        let bounds = path.bounds();
        let (left, top) = (bounds.left().floor(), bounds.top().floor());
        let (width, height) = (bounds.right().ceil() - left, bounds.bottom().ceil() - top);
        let (width, height) = (u32::try_from(whole(width)).ok()?, u32::try_from(whole(height)).ok()?);
        if u64::from(width) * u64::from(height) > most as u64 {
            return None;
        }
        let mut mask = Mask::new(width, height)?;
        mask.fill_path(path, FillRule::Winding, true, Transform::from_translate(-left, -top));
        let at = (whole(left).checked_sub(origin.0)?, whole(top).checked_sub(origin.1)?);
        Some(Self { width: width as usize, cover: mask.take(), at })
    }

    /// How some shapes together cover their pixels, each with its origin in a pixel; none when they are more than so many,
    /// or none. Where two meet, they share a pixel as neighbours do.
    pub(super) fn joined(parts: &[(Arc<Self>, (i32, i32))], most: usize) -> Option<Self> {
        let place = |&(part, origin): &&(Arc<Self>, (i32, i32))| {
            let (left, top) = (origin.0.checked_add(part.at.0)?, origin.1.checked_add(part.at.1)?);
            let (width, height) = (i32::try_from(part.width).ok()?, i32::try_from(part.height()).ok()?);
            Some([left, top, left.checked_add(width)?, top.checked_add(height)?])
        };
        let parts: Vec<_> = parts.iter().filter(|(part, _)| part.size() > 0).collect();
        let places: Vec<[i32; 4]> = parts.iter().map(place).collect::<Option<_>>()?;
        let all = places.iter().copied().reduce(|[a, b, c, d], [e, f, g, h]| [a.min(e), b.min(f), c.max(g), d.max(h)]);
        let [left, top, right, bottom] = all?;
        let side = |from: i32, to: i32| usize::try_from(to.checked_sub(from)?).ok();
        let (width, height) = (side(left, right)?, side(top, bottom)?);
        let mut cover = vec![0_u8; width.checked_mul(height).filter(|pixels| *pixels <= most)?];
        for ((part, _), [x, y, ..]) in parts.iter().zip(places) {
            let (x, y) = (side(left, x)?, side(top, y)?);
            let rows = cover.chunks_exact_mut(width).skip(y).filter_map(|row| row.get_mut(x..x + part.width));
            for (below, above) in rows.zip(part.cover.chunks_exact(part.width)) {
                below.iter_mut().zip(above).for_each(|(below, above)| *below = below.saturating_add(*above));
            }
        }
        Some(Self { width, cover, at: (left, top) })
    }

    /// Rows.
    fn height(&self) -> usize {
        self.cover.len() / self.width.max(1)
    }

    /// Bytes that it takes.
    pub(super) fn size(&self) -> usize {
        self.cover.len()
    }

    /// Lays an ink through it, the origin in this pixel.
    pub(super) fn lay(&self, canvas: &mut Canvas<'_>, origin: (i32, i32), ink: &Ink<'_>) {
        let (left, first) = (origin.0.saturating_add(self.at.0), origin.1.saturating_add(self.at.1));
        let width = self.width;
        let most = i32::try_from(canvas.pixmap.width()).unwrap_or(i32::MAX);
        let from = usize::try_from(-i64::from(left)).unwrap_or(0).min(width);
        let room = usize::try_from(i64::from(most) - i64::from(left)).unwrap_or(0).min(width);
        if from >= room {
            return;
        }
        let start = usize::try_from(i64::from(left) + i64::try_from(from).unwrap_or_default()).unwrap_or_default();
        let (mut colors, opaque) = match ink {
            Ink::Solid(color) => (vec![premultiplied(*color); room - from], opacity(color.alpha) == u8::MAX),
            Ink::Shaded(lines) => (vec![[0; 4]; room - from], lines.opaque()),
        };
        for (row, cover) in (i64::from(first)..).zip(self.cover.chunks_exact(width)) {
            let inside = row < i64::from(canvas.pixmap.height());
            let Some(row) = usize::try_from(row).ok().filter(|_| inside) else { continue };
            if let Ink::Shaded(lines) = ink {
                lines.line(start, row, &mut colors);
            }
            let cover = &cover[from..room];
            tint(canvas.row(row, (start, start + cover.len())), cover, &colors, opaque);
        }
    }
}

/// Lays colours over pixels that they cover in part; most of a shape's box is ground, or inside.
fn tint(pixels: &mut [Pixel], cover: &[u8], colors: &[Pixel], opaque: bool) {
    let (pixels, last_pixels) = pixels.as_chunks_mut::<STRETCH>();
    let (cover, last_cover) = cover.as_chunks::<STRETCH>();
    let (colors, last_colors) = colors.as_chunks::<STRETCH>();
    for ((pixels, cover), colors) in pixels.iter_mut().zip(cover).zip(colors) {
        match (u64::from_le_bytes(*cover), opaque) {
            (0, _) => {}
            (u64::MAX, true) => *pixels = *colors,
            (_, true) => mix(pixels, cover, colors),
            (u64::MAX, false) => lay_over(pixels, colors),
            (_, false) => lay_over(pixels, &covered(cover, colors)),
        }
    }
    let last = last_pixels.iter_mut().zip(last_cover).zip(last_colors);
    last.for_each(|((below, cover), top)| tint_one(below, *cover, *top, opaque));
}

/// [`tint_one`] for colours that nothing shines through, without a question for each pixel: together they are mixed at once.
fn mix(pixels: &mut [Pixel; STRETCH], cover: &[u8; STRETCH], colors: &[Pixel; STRETCH]) {
    let covers: [Pixel; STRETCH] = cover.map(|cover| [cover; 4]);
    let (below, covers, top) = (pixels.as_flattened_mut(), covers.as_flattened(), colors.as_flattened());
    for ((below, cover), top) in below.iter_mut().zip(covers).zip(top) {
        *below = mixed(*below, *top, *cover);
    }
}

/// Colours as much as they are to be seen.
fn covered(cover: &[u8; STRETCH], colors: &[Pixel; STRETCH]) -> [Pixel; STRETCH] {
    let covers: [Pixel; STRETCH] = cover.map(|cover| [cover; 4]);
    let mut seen = *colors;
    let channels = seen.as_flattened_mut().iter_mut().zip(covers.as_flattened());
    channels.for_each(|(seen, cover)| *seen = product(*seen, *cover));
    seen
}

/// [`over`] for pixels side by side: together they are laid at once.
fn lay_over(pixels: &mut [Pixel; STRETCH], top: &[Pixel; STRETCH]) {
    let left: [Pixel; STRETCH] = top.map(|top| [u8::MAX - top[3]; 4]);
    let (below, left, top) = (pixels.as_flattened_mut(), left.as_flattened(), top.as_flattened());
    for ((below, left), top) in below.iter_mut().zip(left).zip(top) {
        *below = top.saturating_add(product(*below, *left));
    }
}

/// A channel over another, which it covers in part.
#[inline]
fn mixed(below: u8, top: u8, cover: u8) -> u8 {
    // At most 255 × 255 + 255, which 16 bits hold.
    let sum = u16::from(below) * u16::from(u8::MAX - cover) + u16::from(top) * u16::from(cover) + 255;
    let [_, mixed] = sum.to_le_bytes();
    mixed
}

/// Lays a colour over a pixel that it covers in part; what is covered whole or not at all comes out right without a question.
fn tint_one(below: &mut Pixel, cover: u8, top: Pixel, opaque: bool) {
    if opaque {
        below.iter_mut().zip(top).for_each(|(below, top)| *below = mixed(*below, top, cover));
    } else {
        over(below, top.map(|channel| product(channel, cover)));
    }
}

/// A colour multiplied by its alpha.
fn premultiplied(color: Color) -> Pixel {
    let ([red, green, blue], alpha) = (color.to_rgb8(), opacity(color.alpha));
    [product(red, alpha), product(green, alpha), product(blue, alpha), alpha]
}

/// A place as the pixel that it lies in, and the place between pixels.
pub(super) fn parted(point: Point) -> ((i32, i32), Point) {
    let between = Point { x: point.x - point.x.floor(), y: point.y - point.y.floor() };
    ((whole(point.x), whole(point.y)), between)
}

/// A length in whole pixels, downwards.
#[expect(clippy::cast_possible_truncation, reason = "casts of floats saturate")]
fn whole(length: f32) -> i32 {
    length.floor() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A pixel multiplied by its alpha.
    fn pixel([red, green, blue, alpha]: [u8; 4]) -> Pixel {
        [product(red, alpha), product(green, alpha), product(blue, alpha), alpha]
    }

    proptest::proptest! {
        /// Pixels laid on together are those laid on one by one.
        #[test]
        fn stretches_are_single_pixels_side_by_side(
            below in proptest::collection::vec(proptest::prelude::any::<[u8; 4]>(), 19),
            colors in proptest::collection::vec(proptest::prelude::any::<[u8; 4]>(), 19),
            cover in proptest::collection::vec(proptest::prelude::any::<u8>(), 19),
            kind in 0..4_u8, opaque: bool,
        ) {
            let below: Vec<Pixel> = below.into_iter().map(pixel).collect();
            let colors: Vec<Pixel> =
                colors.into_iter().map(|[r, g, b, a]| pixel([r, g, b, if opaque { u8::MAX } else { a }])).collect();
            let cover: Vec<u8> = match kind {
                0 => vec![0; 19],
                1 => vec![u8::MAX; 19],
                _ => cover,
            };
            let (mut together, mut apart) = (below.clone(), below);
            tint(&mut together, &cover, &colors, opaque);
            let pairs = apart.iter_mut().zip(&cover).zip(&colors);
            pairs.for_each(|((below, cover), top)| tint_one(below, *cover, *top, opaque));
            proptest::prop_assert_eq!(together, apart);
        }
    }
}
