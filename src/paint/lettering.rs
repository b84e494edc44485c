//! Lines of text: the glyphs' outlines as one path, so that marks that touch their letters do not show.
//!
//! The layout puts letters on quarters of pixels, so that each has few ways to cover them: those are drawn once and kept,
//! and a line is put together of its letters'.

use std::sync::Arc;

use resvg::tiny_skia::{Path, PathBuilder, Transform};

use super::canvas::Canvas;
use super::cover::{Cover, Ink, parted};
use super::shelf::Shelf;
use crate::brand::FaceId;
use crate::frame::{Glyph, TextRun};
use crate::text::{Fonts, Placing, Step, as_written};
use crate::units::Point;

/// The most pixels of letters that are kept, a byte each.
const KEPT: usize = 32 << 20;
/// A letter of more pixels is not kept.
const LARGE: usize = 1 << 17;
/// A line of more pixels is drawn as any path.
const LONG: usize = 1 << 20;

/// Letters that were drawn before; one without an outline covers nothing.
pub(super) struct Words(Shelf<Key, Cover>);

/// All that how a letter covers its pixels is a function of: its face and glyph, and by their bits the font size and the
/// origin's place between pixels.
type Key = (FaceId, u16, [u32; 3]);

impl Default for Words {
    fn default() -> Self {
        Self(Shelf::new(KEPT))
    }
}

impl Words {
    /// Draws a line of text.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, run: &TextRun, fonts: &Fonts) -> bool {
        let cover = canvas.plain().and_then(|Transform { tx, ty, .. }| self.cover(run, fonts, (tx, ty)));
        match cover {
            Some(cover) => cover.lay(canvas, (0, 0), &Ink::Solid(run.color)),
            None => {
                if let Some(path) = path(run.steps(fonts, run.origin)) {
                    canvas.fill(&path, run.color);
                }
            }
        }
        true
    }

    /// How a line moved by so much covers its pixels; none when it is large, or has nothing to draw.
    fn cover(&self, run: &TextRun, fonts: &Fonts, (tx, ty): (f32, f32)) -> Option<Cover> {
        let mut letters = Vec::with_capacity(run.glyphs.len());
        for glyph in &run.glyphs {
            let at = Point { x: run.origin.x + tx + glyph.x, y: run.origin.y + ty + glyph.y };
            let (pixel, between) = parted(at);
            letters.push((self.letter(run, *glyph, fonts, between)?, pixel));
        }
        Cover::joined(&letters, LONG)
    }

    /// How a letter covers its pixels, its origin between them; none when it is large.
    fn letter(&self, run: &TextRun, glyph: Glyph, fonts: &Fonts, between: Point) -> Option<Arc<Cover>> {
        let key = (run.face, glyph.id, [run.size, between.x, between.y].map(f32::to_bits));
        self.0.get(&key).or_else(|| {
            let scale = run.size / fonts.typefaces().face(run.face).units_per_em;
            let placing = Placing { scale, x: between.x, y: between.y };
            let outline = path(fonts.outline(run.face, glyph.id).steps.iter().map(|step| placing.step(*step)));
            let cover = outline.map_or(Some(Cover::default()), |outline| Cover::of(&outline, (0, 0), LARGE))?;
            let (weight, cover) = (cover.size() + size_of::<Key>(), Arc::new(cover));
            self.0.keep(key, Arc::clone(&cover), weight);
            Some(cover)
        })
    }
}

/// Outlines as a path, as they read once they were written.
fn path(steps: impl Iterator<Item = Step>) -> Option<Path> {
    let mut path = PathBuilder::new();
    for step in steps {
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
