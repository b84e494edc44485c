//! Lines of text: the glyphs' outlines as one path, so that marks that touch their letters do not show.
//!
//! A batch says the same words again and again: how a line covers its pixels is drawn once for its place between
//! pixels and kept; only its colour is laid on anew.

use std::sync::Arc;

use resvg::tiny_skia::{FillRule, Mask, Path, PathBuilder, Transform};

use super::blend::{Pixel, over, product};
use super::canvas::{Canvas, opacity};
use super::shelf::Shelf;
use crate::brand::FaceId;
use crate::frame::{Glyph, TextRun};
use crate::text::{Fonts, Step, as_written};
use crate::units::Point;

/// The most pixels of lines that are kept, a byte each.
const KEPT: usize = 32 << 20;
/// A line of more pixels is drawn as any path.
const LARGE: usize = 1 << 20;

/// Lines that were drawn before.
pub(super) struct Words(Shelf<Key, Cover>);

/// All that how a line covers its pixels is a function of; numbers by their bits.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Key {
    /// Face.
    face: FaceId,
    /// Font size, and the origin's place between pixels.
    numbers: [u32; 3],
    /// Glyphs with their places.
    glyphs: Box<[(u16, u32, u32)]>,
}

/// How a line covers its pixels.
struct Cover {
    /// Coverage, row by row.
    mask: Mask,
    /// The first pixel's place from the pixel that the origin lies in.
    at: (i32, i32),
}

impl Default for Words {
    fn default() -> Self {
        Self(Shelf::new(KEPT))
    }
}

impl Words {
    /// Draws a line of text.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, run: &TextRun, fonts: &Fonts) -> bool {
        let Some(Transform { tx, ty, .. }) = canvas.plain() else {
            if let Some(path) = outline(run, fonts, run.origin) {
                canvas.fill(&path, run.color);
            }
            return true;
        };
        let (x, y) = (run.origin.x + tx, run.origin.y + ty);
        let between = Point { x: x - x.floor(), y: y - y.floor() };
        let key = Key::of(run, between);
        let cover = self.0.get(&key).or_else(|| {
            let cover = Arc::new(Cover::of(&outline(run, fonts, between)?)?);
            self.0.keep(key, Arc::clone(&cover), cover.mask.data().len());
            Some(cover)
        });
        match cover {
            Some(cover) => cover.lay(canvas, (whole(x), whole(y)), run.color),
            None => {
                if let Some(path) = outline(run, fonts, run.origin) {
                    canvas.fill(&path, run.color);
                }
            }
        }
        true
    }
}

impl Key {
    /// The key of a line whose origin lies there between pixels.
    fn of(run: &TextRun, between: Point) -> Self {
        let glyph = |Glyph { id, x, y, .. }: &Glyph| (*id, x.to_bits(), y.to_bits());
        Self {
            face: run.face,
            numbers: [run.size, between.x, between.y].map(f32::to_bits),
            glyphs: run.glyphs.iter().map(glyph).collect(),
        }
    }
}

impl Cover {
    /// How a path covers its pixels; none when they are too many, or none.
    fn of(path: &Path) -> Option<Self> {
        let bounds = path.bounds();
        let (left, top) = (bounds.left().floor(), bounds.top().floor());
        let (width, height) = (bounds.right().ceil() - left, bounds.bottom().ceil() - top);
        let (width, height) = (u32::try_from(whole(width)).ok()?, u32::try_from(whole(height)).ok()?);
        if u64::from(width) * u64::from(height) > LARGE as u64 {
            return None;
        }
        let mut mask = Mask::new(width, height)?;
        mask.fill_path(path, FillRule::Winding, true, Transform::from_translate(-left, -top));
        Some(Self { mask, at: (whole(left), whole(top)) })
    }

    /// Lays a colour through it.
    fn lay(&self, canvas: &mut Canvas<'_>, origin: (i32, i32), color: crate::color::Color) {
        let ([red, green, blue], alpha) = (color.to_rgb8(), opacity(color.alpha));
        let top = [product(red, alpha), product(green, alpha), product(blue, alpha), alpha];
        let (left, first) = (origin.0.saturating_add(self.at.0), origin.1.saturating_add(self.at.1));
        let width = self.mask.width() as usize;
        let most = i32::try_from(canvas.pixmap.width()).unwrap_or(i32::MAX);
        let from = usize::try_from(-i64::from(left)).unwrap_or(0).min(width);
        let room = usize::try_from(i64::from(most) - i64::from(left)).unwrap_or(0).min(width);
        if from >= room {
            return;
        }
        let start = usize::try_from(i64::from(left) + i64::try_from(from).unwrap_or_default()).unwrap_or_default();
        for (row, cover) in (i64::from(first)..).zip(self.mask.data().chunks_exact(width)) {
            let inside = row < i64::from(canvas.pixmap.height());
            let Some(row) = usize::try_from(row).ok().filter(|_| inside) else { continue };
            let cover = &cover[from..room];
            let pixels = canvas.row(row, (start, start + cover.len()));
            // Most of a line is ground: eight pixels of it are passed at once.
            for (pixels, cover) in pixels.chunks_mut(8).zip(cover.chunks(8)) {
                let ground = cover.first_chunk::<8>().is_some_and(|cover| u64::from_le_bytes(*cover) == 0);
                if !ground {
                    pixels.iter_mut().zip(cover).for_each(|(below, cover)| tint(below, top, *cover));
                }
            }
        }
    }
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
        _ => over(below, top.map(|channel| product(channel, cover))),
    }
}

/// A length in whole pixels, downwards.
#[expect(clippy::cast_possible_truncation, reason = "casts of floats saturate")]
fn whole(length: f32) -> i32 {
    length.floor() as i32
}

/// The outlines of a line from an origin on, as they read once they were written.
fn outline(run: &TextRun, fonts: &Fonts, origin: Point) -> Option<Path> {
    let mut path = PathBuilder::new();
    for step in run.steps(fonts, origin) {
        match step {
            Step::Move(points) => {
                let [x, y] = points.map(as_written);
                path.move_to(x, y);
            }
            Step::Line(points) => {
                let [x, y] = points.map(as_written);
                path.line_to(x, y);
            }
            Step::Quad(points) => {
                let [cx, cy, x, y] = points.map(as_written);
                path.quad_to(cx, cy, x, y);
            }
            Step::Curve(points) => {
                let [ax, ay, bx, by, x, y] = points.map(as_written);
                path.cubic_to(ax, ay, bx, by, x, y);
            }
            Step::Close => path.close(),
        }
    }
    path.finish()
}
