//! Drawing: a [`Frame`](crate::frame::Frame) becomes self-contained SVG.

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
