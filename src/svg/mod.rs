//! Drawing: a [`Frame`](crate::frame::Frame) becomes self-contained SVG.
//!
//! In: a frame and the faces its text is set in. Out: an [`Artwork`], once with text as outlines and once
//! with live text. It decides nothing: every position comes from the frame.

mod picture;
mod shadow;
mod write;

use crate::format::Format;
use crate::frame::Frame;
use crate::text::Fonts;

/// The finished drawing of one page.
#[derive(Debug, Clone)]
pub struct Artwork {
    /// SVG with text as outlines: needs no fonts; drawn by rasters and given as the SVG rendition.
    pub outlines: String,
    /// SVG with live text in the kit's families, for PDF.
    pub live: String,
    /// Whole canvas in pixels, bleed included.
    pub width: u32,
    /// Whole canvas in pixels, bleed included.
    pub height: u32,
    /// Bleed on each side in pixels.
    pub bleed: f32,
    /// Pixels per inch.
    pub dpi: f32,
}

/// Whether text is drawn as paths or stays text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lettering {
    /// Paths.
    Outlines,
    /// `<text>`.
    Live,
}

/// Draws a frame.
pub fn draw(frame: &Frame, fonts: &Fonts, format: &Format) -> Artwork {
    let pictures = picture::prepared(frame);
    let (width, height) = (frame.trim.width + 2.0 * frame.bleed, frame.trim.height + 2.0 * frame.bleed);
    Artwork {
        outlines: write::page(frame, fonts, &pictures, Lettering::Outlines),
        live: write::page(frame, fonts, &pictures, Lettering::Live),
        width: pixels(width),
        height: pixels(height),
        bleed: frame.bleed,
        dpi: format.dpi,
    }
}

/// A length as whole pixels, at least one.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "formats are at most 60,000 pixels a side")]
fn pixels(length: f32) -> u32 {
    length.round().max(1.0) as u32
}
