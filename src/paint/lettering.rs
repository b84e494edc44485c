//! Lines of text: the glyphs' outlines as one path, so that marks that touch their letters do not show.
//!
//! A batch says the same words again and again: how a line covers its pixels is drawn once for its place between
//! pixels and kept; only its colour is laid on anew.

use std::sync::Arc;

use resvg::tiny_skia::{Path, PathBuilder, Transform};

use super::canvas::Canvas;
use super::cover::{Cover, Ink, parted};
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
        let (pixel, between) = parted(Point { x: run.origin.x + tx, y: run.origin.y + ty });
        let key = Key::of(run, between);
        let cover = self.0.get(&key).or_else(|| {
            let cover = Arc::new(Cover::of(&outline(run, fonts, between)?, (0, 0), LARGE)?);
            self.0.keep(key, Arc::clone(&cover), cover.size());
            Some(cover)
        });
        match cover {
            Some(cover) => cover.lay(canvas, pixel, &Ink::Solid(run.color)),
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
