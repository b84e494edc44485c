//! A line of text: its glyphs' outlines as one path, so that marks that touch their letters do not show.

use resvg::tiny_skia::PathBuilder;

use super::canvas::Canvas;
use crate::frame::TextRun;
use crate::text::{Fonts, Step, as_written};

/// Draws a line of text.
pub(super) fn draw(canvas: &mut Canvas<'_>, run: &TextRun, fonts: &Fonts) -> bool {
    let mut path = PathBuilder::new();
    for step in run.steps(fonts) {
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
    if let Some(path) = path.finish() {
        canvas.fill(&path, run.color);
    }
    true
}
