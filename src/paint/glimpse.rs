//! A piece of a page, drawn small: what preflight looks at behind words.
//!
//! Pages of a batch have the same things behind words of the same width: what was seen is kept.

use std::sync::Arc;

use resvg::tiny_skia::Transform;

use super::canvas::{self, Canvas};
use super::reach::{describe, numbers};
use super::shelf::Shelf;
use super::{ExportError, Painter, painted};
use crate::digest::Digest;
use crate::encode::Tally;
use crate::frame::{Frame, Item};
use crate::text::Fonts;
use crate::units::Rect;

/// The most colours that are kept.
const KEPT: usize = 1 << 18;

/// Pieces that were drawn before.
pub(super) struct Glimpses(Shelf<Digest, Tally>);

impl Default for Glimpses {
    fn default() -> Self {
        Self(Shelf::new(KEPT))
    }
}

impl Painter {
    /// The colours of some items of a frame in an area, drawn over so many pixels.
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
    ) -> Result<Arc<Tally>, ExportError> {
        let mut seen = Vec::with_capacity(1024);
        items.iter().for_each(|item| describe(item, None, &mut seen));
        let Rect { width, height, .. } = frame.canvas();
        numbers(&mut seen, &[width, height]);
        numbers(&mut seen, &[area.x, area.y, area.width, area.height, canvas::length(size.0), canvas::length(size.1)]);
        let key = Digest::of(&seen);
        if let Some(known) = self.glimpses.0.get(&key) {
            return Ok(known);
        }
        let pixels = painted(size, |pixmap| {
            let scale = (canvas::length(size.0) / area.width, canvas::length(size.1) / area.height);
            let transform = Transform::from_scale(scale.0, scale.1).pre_translate(-area.x, -area.y);
            let mut canvas = Canvas { pixmap: pixmap.as_mut(), transform };
            items.iter().try_for_each(|item| self.item(item, None, (frame, fonts), &mut canvas))
        })?;
        let tally = Arc::new(pixels.tally());
        self.glimpses.0.keep(key, Arc::clone(&tally), tally.len() + 8);
        Ok(tally)
    }
}
