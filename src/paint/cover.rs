//! How a shape covers its pixels, kept apart from its colour: drawn once for its place between pixels, laid on wherever
//! it comes again.

use resvg::tiny_skia::{FillRule, Mask, Path, Transform};

use super::blend::{Pixel, over, product};
use super::canvas::{Canvas, opacity};
use super::gradient::Lines;
use crate::color::Color;
use crate::units::Point;

/// Pixels that are looked at together.
const STRETCH: usize = 8;

/// How a shape covers its pixels.
pub(super) struct Cover {
    /// Coverage, row by row.
    mask: Mask,
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
        Some(Self { mask, at: (whole(left).checked_sub(origin.0)?, whole(top).checked_sub(origin.1)?) })
    }

    /// Bytes that it takes.
    pub(super) fn size(&self) -> usize {
        self.mask.data().len()
    }

    /// Lays an ink through it, the origin in this pixel.
    pub(super) fn lay(&self, canvas: &mut Canvas<'_>, origin: (i32, i32), ink: &Ink<'_>) {
        let (left, first) = (origin.0.saturating_add(self.at.0), origin.1.saturating_add(self.at.1));
        let width = self.mask.width() as usize;
        let most = i32::try_from(canvas.pixmap.width()).unwrap_or(i32::MAX);
        let from = usize::try_from(-i64::from(left)).unwrap_or(0).min(width);
        let room = usize::try_from(i64::from(most) - i64::from(left)).unwrap_or(0).min(width);
        if from >= room {
            return;
        }
        let start = usize::try_from(i64::from(left) + i64::try_from(from).unwrap_or_default()).unwrap_or_default();
        let mut colors = match ink {
            Ink::Solid(color) => vec![premultiplied(*color); STRETCH],
            Ink::Shaded(_) => vec![[0; 4]; room - from],
        };
        for (row, cover) in (i64::from(first)..).zip(self.mask.data().chunks_exact(width)) {
            let inside = row < i64::from(canvas.pixmap.height());
            let Some(row) = usize::try_from(row).ok().filter(|_| inside) else { continue };
            let cover = &cover[from..room];
            let pixels = canvas.row(row, (start, start + cover.len()));
            match ink {
                Ink::Solid(_) => {
                    let stretches = pixels.chunks_mut(STRETCH).zip(cover.chunks(STRETCH));
                    stretches.for_each(|(pixels, cover)| stretch(pixels, cover, &colors));
                }
                Ink::Shaded(lines) => {
                    lines.line(start, row, &mut colors);
                    let stretches = pixels.chunks_mut(STRETCH).zip(cover.chunks(STRETCH)).zip(colors.chunks(STRETCH));
                    stretches.for_each(|((pixels, cover), colors)| stretch(pixels, cover, colors));
                }
            }
        }
    }
}

/// Lays colours over some pixels that they cover in part; most of a shape's box is ground, or inside.
fn stretch(pixels: &mut [Pixel], cover: &[u8], colors: &[Pixel]) {
    if cover.first_chunk::<STRETCH>().is_some_and(|cover| u64::from_le_bytes(*cover) == 0) {
        return;
    }
    pixels.iter_mut().zip(cover).zip(colors).for_each(|((below, cover), top)| tint(below, *top, *cover));
}

/// Lays a colour over a pixel that it covers in part.
fn tint(below: &mut Pixel, top: Pixel, cover: u8) {
    match (cover, top[3]) {
        (0, _) => {}
        (u8::MAX, u8::MAX) => *below = top,
        (_, u8::MAX) => {
            let (cover, rest) = (u16::from(cover), u16::from(u8::MAX - cover));
            for (below, top) in below.iter_mut().zip(top) {
                // At most 255 × 255 + 255, which 16 bits hold.
                let mixed = u16::from(*below) * rest + u16::from(top) * cover + 255;
                [_, *below] = mixed.to_le_bytes();
            }
        }
        (u8::MAX, _) => over(below, top),
        _ => over(below, top.map(|channel| product(channel, cover))),
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
