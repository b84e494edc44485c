//! Drawing: a [`Frame`](crate::frame::Frame) becomes self-contained SVG.
//!
//! In: a frame and the faces its text is set in. Out: an [`Artwork`], once with text as outlines and once
//! with live text. It decides nothing: every position comes from the frame.

mod picture;
mod shadow;
mod write;

use std::collections::BTreeMap;

use crate::format::Format;
use crate::frame::{Frame, Item};
use crate::text::Fonts;
use crate::units::Rect;

/// Longest edge of a picture in a sketch, in pixels.
const SKETCHED: f32 = 1024.0;

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

/// The pictures of a frame, small: opened once for many looks at parts of it.
#[derive(Debug)]
pub struct Sketches(BTreeMap<usize, picture::Prepared>);

impl Sketches {
    /// Opens the pictures of a frame.
    pub fn of(frame: &Frame) -> Self {
        let pictures = frame.items.iter().filter_map(|item| match item {
            Item::Picture { block, .. } => Some((*block, picture::prepare(item, SKETCHED)?)),
            _ => None,
        });
        Self(pictures.collect())
    }
}

/// Draws what of some items lies in an area, at another size: what preflight looks at behind words.
pub fn draw_part(
    items: &[&Item],
    area: &Rect,
    (width, height): (u32, u32),
    fonts: &Fonts,
    sketches: &Sketches,
) -> Artwork {
    let pictures = items.iter().filter_map(|item| match item {
        Item::Picture { block, .. } => sketches.0.get(block),
        _ => None,
    });
    let outlines = write::part(items, area, fonts, pictures.collect(), Lettering::Outlines);
    Artwork { outlines, live: String::new(), width, height, bleed: 0.0, dpi: 72.0 }
}

/// A length as whole pixels, at least one.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "formats are at most 60,000 pixels a side")]
fn pixels(length: f32) -> u32 {
    length.round().max(1.0) as u32
}
