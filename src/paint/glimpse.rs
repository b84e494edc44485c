//! A piece of a page, drawn small: what preflight looks at behind words.

use resvg::tiny_skia::Transform;

use super::canvas::{self, Canvas};
use super::{ExportError, Painter, painted};
use crate::encode::Pixels;
use crate::frame::{Frame, Item};
use crate::text::Fonts;
use crate::units::Rect;

impl Painter {
    /// Draws what of some items of a frame lies in an area over so many pixels.
    ///
    /// # Errors
    /// As for [`Painter::paint`].
    pub fn glimpse(
        &self,
        items: &[&Item],
        frame: &Frame,
        fonts: &Fonts,
        area: &Rect,
        size: (u32, u32),
    ) -> Result<Pixels, ExportError> {
        painted(size, |pixmap| {
            let scale = (canvas::length(size.0) / area.width, canvas::length(size.1) / area.height);
            let transform = Transform::from_scale(scale.0, scale.1).pre_translate(-area.x, -area.y);
            let mut canvas = Canvas { pixmap: pixmap.as_mut(), transform };
            items.iter().try_for_each(|item| self.item(item, None, (frame, fonts), &mut canvas))
        })
    }
}
