//! Paths: SVG path data, read as the SVG reader does.

use resvg::tiny_skia::{Path, PathBuilder};
use svgtypes::{SimplePathSegment, SimplifyingPathParser};

use super::canvas::Canvas;
use crate::frame::{Paint, Stroke};

/// Draws a path; `false` leaves it to the SVG reader: with a gradient over its own box, or data that does not read.
pub(super) fn draw(canvas: &mut Canvas<'_>, data: &str, fill: Option<&Paint>, stroke: Option<&Stroke>) -> bool {
    if matches!(fill, Some(Paint::Linear { .. })) {
        return false;
    }
    let Ok(path) = read(data) else { return false };
    let Some(path) = path else { return true };
    if let Some(Paint::Solid(color)) = fill {
        canvas.fill(&path, *color);
    }
    if let Some(stroke) = stroke {
        canvas.stroke(&path, stroke);
    }
    true
}

/// Reads path data; none when it draws nothing.
#[expect(clippy::cast_possible_truncation, reason = "what the SVG reader does, too")]
fn read(data: &str) -> Result<Option<Path>, svgtypes::Error> {
    let mut path = PathBuilder::new();
    for segment in SimplifyingPathParser::from(data) {
        match segment? {
            SimplePathSegment::MoveTo { x, y } => path.move_to(x as f32, y as f32),
            SimplePathSegment::LineTo { x, y } => path.line_to(x as f32, y as f32),
            SimplePathSegment::Quadratic { x1, y1, x, y } => path.quad_to(x1 as f32, y1 as f32, x as f32, y as f32),
            SimplePathSegment::CurveTo { x1, y1, x2, y2, x, y } => {
                path.cubic_to(x1 as f32, y1 as f32, x2 as f32, y2 as f32, x as f32, y as f32);
            }
            SimplePathSegment::ClosePath => path.close(),
        }
    }
    Ok(path.finish())
}
