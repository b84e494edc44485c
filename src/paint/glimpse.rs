//! A piece of a page, drawn small: what preflight looks at behind words.

use resvg::tiny_skia::Transform;

use super::canvas::{self, Canvas};
use super::{ExportError, painted, panel, path, shadow};
use crate::encode::Pixels;
use crate::frame::Item;
use crate::units::Rect;

/// Draws what of some shapes lies in an area over so many pixels; none when one of them is more than a shape, which takes
/// the SVG reader.
///
/// # Errors
/// When memory is short or a library panics.
pub fn glimpse(shapes: &[&Item], area: &Rect, size: (u32, u32)) -> Option<Result<Pixels, ExportError>> {
    let mut whole = true;
    let drawn = painted(size, |pixmap| {
        let scale = (canvas::length(size.0) / area.width, canvas::length(size.1) / area.height);
        let transform = Transform::from_scale(scale.0, scale.1).pre_translate(-area.x, -area.y);
        let mut canvas = Canvas { pixmap: pixmap.as_mut(), transform };
        whole = shapes.iter().all(|shape| match shape {
            Item::Panel { rect, radius, fill, stroke } => {
                panel::draw(&mut canvas, rect, *radius, fill.as_ref(), stroke.as_ref())
            }
            Item::Path { data, fill, stroke } => path::draw(&mut canvas, data, fill.as_ref(), stroke.as_ref()),
            Item::Shadow { rect, radius, blur, color } => shadow::draw(&mut canvas, rect, *radius, *blur, *color, None),
            _ => false,
        });
        Ok(())
    });
    whole.then_some(drawn)
}
