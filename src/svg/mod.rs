//! Drawing: a [`Frame`](crate::frame::Frame) becomes self-contained SVG.
//!
//! In: a frame and the faces its text is set in. Out: an [`Artwork`], which can be written once with text as outlines and
//! once with live text. It decides nothing: every position comes from the frame.

mod picture;
mod shadow;
mod write;

pub use shadow::Slices;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::format::Format;
use crate::frame::{Frame, Item};
use crate::text::Fonts;
use crate::units::{Rect, Size};
use picture::Prepared;

/// Longest edge of a picture in a sketch, in pixels.
const SKETCHED: f32 = 1024.0;

/// The finished drawing of one page.
pub struct Artwork<'a> {
    /// What it shows.
    pub drawing: Drawing<'a>,
    /// Whole canvas in pixels, bleed included.
    pub width: u32,
    /// Whole canvas in pixels, bleed included.
    pub height: u32,
    /// Bleed on each side in pixels.
    pub bleed: f32,
    /// Pixels per inch.
    pub dpi: f32,
}

/// What an artwork shows.
pub enum Drawing<'a> {
    /// A frame, written as SVG only when a file asks for that.
    Page(Page<'a>),
    /// SVG written elsewhere.
    Written {
        /// With text as outlines.
        outlines: String,
        /// With live text.
        live: String,
    },
}

/// A frame and what was written of it.
pub struct Page<'a> {
    /// The items.
    pub frame: &'a Frame,
    /// The faces its text is set in.
    pub fonts: &'a Fonts<'a>,
    /// Its pictures, once they were asked for.
    pictures: OnceLock<Vec<Prepared>>,
    /// The SVG with outlines, once it was asked for.
    outlines: OnceLock<String>,
    /// The SVG with live text, once it was asked for.
    live: OnceLock<String>,
}

/// Whether text is drawn as paths or stays text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lettering {
    /// Paths.
    Outlines,
    /// `<text>`.
    Live,
}

impl Artwork<'static> {
    /// SVG outlines written elsewhere, on a canvas of so many pixels.
    pub fn written(outlines: String, (width, height): (u32, u32), dpi: f32) -> Self {
        let drawing = Drawing::Written { outlines, live: String::new() };
        Self { drawing, width, height, bleed: 0.0, dpi }
    }
}

impl Artwork<'_> {
    /// SVG with text as outlines: needs no fonts; given as the SVG rendition, and what painting is held to.
    pub fn outlines(&self) -> &str {
        match &self.drawing {
            Drawing::Page(page) => page.outlines.get_or_init(|| page.write(Lettering::Outlines)),
            Drawing::Written { outlines, .. } => outlines,
        }
    }

    /// SVG with live text in the kit's families, for PDF.
    pub fn live(&self) -> &str {
        match &self.drawing {
            Drawing::Page(page) => page.live.get_or_init(|| page.write(Lettering::Live)),
            Drawing::Written { live, .. } => live,
        }
    }
}

impl Page<'_> {
    /// Writes the page.
    fn write(&self, lettering: Lettering) -> String {
        let pictures = self.pictures.get_or_init(|| picture::prepared(&self.frame.items));
        write::page(&self.frame.items, &self.frame.canvas(), self.fonts, pictures.iter().collect(), lettering)
    }
}

/// Draws a frame.
pub fn draw<'a>(frame: &'a Frame, fonts: &'a Fonts<'a>, format: &Format) -> Artwork<'a> {
    let canvas = frame.canvas();
    let page = Page { frame, fonts, pictures: OnceLock::new(), outlines: OnceLock::new(), live: OnceLock::new() };
    Artwork {
        drawing: Drawing::Page(page),
        width: pixels(canvas.width),
        height: pixels(canvas.height),
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
) -> Artwork<'static> {
    let pictures = items.iter().filter_map(|item| match item {
        Item::Picture { block, .. } => sketches.0.get(block),
        _ => None,
    });
    let outlines = write::page(items.iter().copied(), area, fonts, pictures.collect(), Lettering::Outlines);
    Artwork::written(outlines, (width, height), 72.0)
}

/// Writes one item alone, on a canvas of this size whose corner is the item's origin.
pub fn alone(item: &Item, canvas: Size, fonts: &Fonts) -> String {
    let items = std::slice::from_ref(item);
    let canvas = Rect::new(0.0, 0.0, canvas.width, canvas.height);
    write::page(items, &canvas, fonts, picture::prepared(items).iter().collect(), Lettering::Outlines)
}

/// A length as whole pixels, at least one.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "formats are at most 60,000 pixels a side")]
pub fn pixels(length: f32) -> u32 {
    length.round().max(1.0) as u32
}
