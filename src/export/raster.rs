//! Drawing an artwork's outlines into pixels, with nothing but what the artwork itself holds.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context as _, anyhow};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, ImageKind, Options, Tree};

use super::bounds;
use super::failure::{ExportError, guarded};
use super::warnings::heard_during;
use crate::diagnostic::Diagnostic;
use crate::encode::Pixels;
use crate::svg::Artwork;

/// The most pixels of one picture: 2.8 GB of RGBA.
pub(super) const MOST_PIXELS: u64 = 700_000_000;

/// The longest start of an address shown in a message, in characters.
const SHOWN: usize = 60;

/// Draws the outlines at one pixel of the canvas to one pixel of the picture.
///
/// # Errors
/// `MB0901` when the SVG does not read, `MB0902` when it asks for a file or address, `MB0903` for each part
/// that would be missing, `MB0904` when the canvas is empty or too large, `MB0910` and `MB0911` when it would
/// cost too much; machine errors when memory is short or a library panics.
pub fn rasterise(artwork: &Artwork) -> Result<Pixels, ExportError> {
    let (width, height) = (artwork.width, artwork.height);
    if width == 0 || height == 0 || u64::from(width) * u64::from(height) > MOST_PIXELS {
        let canvas = Diagnostic::error("MB0904").arg("width", width).arg("height", height);
        return Err(canvas.arg("most", MOST_PIXELS / 1_000_000).hint("hint").into());
    }
    guarded("drawing", || pixels(artwork, width, height))
}

/// Draws the outlines no longer than so many pixels, at once in that size: what it costs depends on the picture's size
/// and not on the canvas's.
///
/// # Errors
/// As for [`rasterise`], but for a canvas that is too large.
pub fn preview(artwork: &Artwork, longest: u32) -> Result<Pixels, ExportError> {
    let side = f64::from(artwork.width.max(artwork.height).max(1));
    let scale = (f64::from(longest) / side).min(1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most the longest side")]
    let scaled = |length: u32| (f64::from(length) * scale).round().max(1.0) as u32;
    guarded("drawing", || pixels(artwork, scaled(artwork.width), scaled(artwork.height)))
}

/// The outlines as pixels; a part that would be missing is an error.
fn pixels(artwork: &Artwork, width: u32, height: u32) -> Result<Pixels, ExportError> {
    let (drawn, warnings) = heard_during(|| draw(artwork, width, height));
    let pixmap = drawn?;
    missing_parts(&warnings)?;
    Ok(Pixels::from_premultiplied(width, height, pixmap.take())?)
}

/// An error for each part that a library left out.
///
/// # Errors
/// `MB0903` for each warning.
pub(super) fn missing_parts(warnings: &[String]) -> Result<(), ExportError> {
    if warnings.is_empty() {
        return Ok(());
    }
    let parts = warnings.iter().map(|said| Diagnostic::error("MB0903").arg("said", said).hint("hint"));
    Err(ExportError::Input(parts.collect()))
}

/// Reads the outlines as for drawing, without drawing them: what an SVG rendition is held to.
///
/// # Errors
/// As for [`rasterise`], but for what only drawing shows.
pub(super) fn readable(artwork: &Artwork) -> Result<(), ExportError> {
    guarded("reading", || {
        let (read, warnings) = heard_during(|| read(artwork).map(drop));
        read?;
        missing_parts(&warnings)
    })
}

/// Reads the outlines.
fn read(artwork: &Artwork) -> Result<Tree, ExportError> {
    let refused = Refused::default();
    let options = Options { image_href_resolver: sandbox(&refused), ..Options::default() };
    let document = bounds::read(&artwork.outlines, artwork)?;
    let tree = Tree::from_xmltree(&document, &options)
        .map_err(|error| Diagnostic::error("MB0901").arg("said", error).hint("hint"))?;
    drop(options);
    refused.check()?;
    Ok(tree)
}

/// Reads the outlines and draws them in a size.
fn draw(artwork: &Artwork, width: u32, height: u32) -> Result<Pixmap, ExportError> {
    let tree = read(artwork)?;
    let mut pixmap = blank(width, height)?;
    let size = tree.size();
    #[expect(clippy::cast_precision_loss, reason = "canvases are far below 2^24 pixels a side")]
    let (x, y) = (width as f32 / size.width(), height as f32 / size.height());
    resvg::render(&tree, Transform::from_scale(x, y), &mut pixmap.as_mut());
    Ok(pixmap)
}

/// An empty picture; a machine without the memory for it gives an error instead of an abort.
fn blank(width: u32, height: u32) -> anyhow::Result<Pixmap> {
    let bytes = u64::from(width) * u64::from(height) * 4;
    let mut probe = Vec::<u8>::new();
    probe
        .try_reserve_exact(usize::try_from(bytes).context("too many pixels for this machine")?)
        .with_context(|| format!("no memory for {width} × {height} pixels"))?;
    drop(probe);
    Pixmap::new(width, height).ok_or_else(|| anyhow!("no picture of {width} × {height} pixels can be made"))
}

/// The addresses that a drawing asked for and did not get.
#[derive(Default)]
pub(super) struct Refused(Mutex<BTreeSet<String>>);

impl Refused {
    /// Notes one.
    pub(super) fn note(&self, address: &str) {
        let mut shown: String = address.chars().take(SHOWN).collect();
        if shown.len() < address.len() {
            shown.push('…');
        }
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(shown);
    }

    /// Says all of them.
    ///
    /// # Errors
    /// `MB0902` for each address.
    pub(super) fn check(&self) -> Result<(), ExportError> {
        let refused = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if refused.is_empty() {
            return Ok(());
        }
        let found = refused.iter().map(|address| Diagnostic::error("MB0902").arg("address", address).hint("hint"));
        Err(ExportError::Input(found.collect()))
    }
}

/// What a picture inside a drawing may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Picture {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
    /// WebP.
    Webp,
}

impl Picture {
    /// By its media type; nested SVG and all else is refused.
    pub(super) fn of(media_type: &str) -> Option<Self> {
        match media_type {
            "image/png" => Some(Self::Png),
            "image/jpeg" | "image/jpg" => Some(Self::Jpeg),
            "image/webp" => Some(Self::Webp),
            _ => None,
        }
    }
}

/// A resolver that takes pictures from data addresses only and opens no file.
fn sandbox(refused: &Refused) -> ImageHrefResolver<'_> {
    ImageHrefResolver {
        resolve_data: Box::new(|media_type, data: Arc<Vec<u8>>, _| match Picture::of(media_type) {
            Some(Picture::Png) => Some(ImageKind::PNG(data)),
            Some(Picture::Jpeg) => Some(ImageKind::JPEG(data)),
            Some(Picture::Webp) => Some(ImageKind::WEBP(data)),
            None => {
                refused.note(&format!("data:{media_type}"));
                None
            }
        }),
        resolve_string: Box::new(|address, _| {
            refused.note(address);
            None
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::{artwork, codes};

    /// A drawing of 4 × 4 pixels with this inside.
    fn drawing(inside: &str) -> Artwork {
        let outlines = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4">{inside}</svg>"#);
        Artwork { outlines, ..artwork(4, 4) }
    }

    #[test]
    fn colours_and_alpha_come_out_as_drawn() {
        let pixels = rasterise(&drawing(r##"<rect width="4" height="4" fill="#0d9488"/>"##)).unwrap();
        assert!(pixels.opaque());
        assert_eq!(pixels.samples(), [0x0d, 0x94, 0x88].repeat(16));
        let half = rasterise(&drawing(r##"<rect width="2" height="4" fill="#ff0000" opacity=".5"/>"##)).unwrap();
        assert_eq!(half.samples()[..16], [255, 0, 0, 128, 255, 0, 0, 128, 0, 0, 0, 0, 0, 0, 0, 0]);
    }

    #[test]
    fn a_preview_is_drawn_in_its_own_size() {
        let tall =
            Artwork { width: 60_000, height: 30_000, ..drawing(r##"<rect width="4" height="4" fill="#0d9488"/>"##) };
        let pixels = preview(&tall, 8).unwrap();
        assert_eq!((pixels.width(), pixels.height()), (8, 4));
        assert_eq!(pixels.samples(), [0x0d, 0x94, 0x88].repeat(32));
        let small = preview(&drawing(""), 8).unwrap();
        assert_eq!((small.width(), small.height()), (4, 4), "never larger than it is");
    }

    #[test]
    fn nothing_outside_the_drawing_is_opened() {
        let nested = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>";
        let gif = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";
        let addresses =
            ["/etc/hostname", "../secret.png", "file:///etc/passwd", "https://example.org/a.png", nested, gif];
        for address in addresses {
            let address = address.replace('<', "&lt;");
            for inside in [
                format!(r#"<image href="{address}" width="4" height="4"/>"#),
                format!(
                    r#"<filter id="f"><feImage href="{address}"/></filter><rect width="4" height="4" filter="url(#f)"/>"#
                ),
            ] {
                assert_eq!(codes(rasterise(&drawing(&inside))), ["MB0902"], "{inside}");
            }
        }
    }

    #[test]
    fn a_picture_in_a_data_address_is_drawn_and_a_broken_one_is_said() {
        let mut red = Vec::new();
        image::RgbImage::from_pixel(1, 1, image::Rgb([255, 0, 0]))
            .write_to(&mut std::io::Cursor::new(&mut red), image::ImageFormat::Png)
            .unwrap();
        let coded: String = red.iter().map(|byte| format!("%{byte:02x}")).collect();
        let inside = |data: &str| format!(r#"<image href="data:image/png,{data}" width="4" height="4"/>"#);
        let pixels = rasterise(&drawing(&inside(&coded))).unwrap();
        assert_eq!(pixels.samples(), [255, 0, 0].repeat(16));
        let cut = coded.get(..coded.len() - 90).unwrap();
        assert_eq!(codes(rasterise(&drawing(&inside(cut)))), ["MB0903"]);
    }

    #[test]
    fn dropped_parts_are_errors_but_empty_bars_are_not() {
        assert_eq!(codes(rasterise(&drawing(r#"<path d="M 0 0 L x"/>"#))), ["MB0903"]);
        assert_eq!(codes(rasterise(&drawing(r#"<text x="0" y="3">Số</text>"#))), ["MB0903"]);
        assert!(rasterise(&drawing(r#"<rect width="0" height="4"/><rect width="4" height="4"/>"#)).is_ok());
    }

    #[test]
    fn broken_or_impossible_canvases_are_refused() {
        for outlines in ["", "<svg", "<a/>", "<svg xmlns='http://www.w3.org/2000/svg' width='0' height='9'/>"] {
            let broken = Artwork { outlines: outlines.to_owned(), ..artwork(4, 4) };
            assert_eq!(codes(rasterise(&broken)), ["MB0901"], "{outlines}");
        }
        for (width, height) in [(0, 4), (4, 0), (u32::MAX, u32::MAX), (100_000, 7_001)] {
            assert_eq!(codes(rasterise(&Artwork { width, height, ..drawing("") })), ["MB0904"]);
        }
    }
}
