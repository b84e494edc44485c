//! Painting: a [`Frame`](crate::frame::Frame) becomes pixels, without a detour by SVG text.
//!
//! In: an [`Artwork`]. Out: [`Pixels`]. Panels, paths, shadows, and words are drawn by [`tiny_skia`](resvg::tiny_skia)
//! as the SVG reader would have them drawn; drawings of a kit and all that is rare goes through that reader. What
//! comes out is held to [`reference`], the page's whole SVG drawn by resvg, within a stated tolerance.

mod alone;
mod blend;
mod bounds;
mod canvas;
mod cover;
mod failure;
mod glimpse;
mod gradient;
mod ground;
mod lettering;
mod panel;
mod path;
mod reach;
mod reading;
mod shadow;
mod shelf;
mod strips;
mod warnings;

pub use bounds::read_bounded;
#[cfg(test)]
pub(crate) use failure::codes;
pub use failure::{ExportError, guarded, said};
pub use reading::{Embedded, Refused, missing_parts, readable};
pub use strips::{Strips, strip_pixels};
pub use warnings::{heard_during, listen_for_warnings};

use anyhow::{Context as _, anyhow};
use resvg::tiny_skia::{Color, IntSize, Pixmap, Transform};

use crate::diagnostic::Diagnostic;
use crate::encode::Pixels;
use crate::frame::{Frame, Item};
use crate::svg::{Artwork, Drawing, Page};
use crate::text::Fonts;
use alone::Drawings;
use canvas::Canvas;
use glimpse::Glimpses;
use ground::{Grounds, Split};
use lettering::Words;
use panel::Boxes;

/// The most pixels of one picture: 2.8 GB of RGBA.
const MOST_PIXELS: u64 = 700_000_000;

/// Paints artworks; shared by all threads of a run.
#[derive(Default)]
pub struct Painter {
    /// Drawings that were read before.
    drawings: Drawings,
    /// Small boxes that were drawn before.
    boxes: Boxes,
    /// Lines of text that were drawn before.
    words: Words,
    /// What pages have in common.
    grounds: Grounds,
    /// What was seen behind words.
    glimpses: Glimpses,
}

impl Painter {
    /// Paints an artwork at one pixel of the canvas to one pixel of the picture.
    ///
    /// # Errors
    /// `MB0901` when an SVG does not read, `MB0902` when it asks for a file or address, `MB0903` for each part
    /// that would be missing, `MB0904` when the canvas is empty or too large, `MB0910` and `MB0911` when it would
    /// cost too much; machine errors when memory is short or a library panics.
    pub fn paint(&self, artwork: &Artwork) -> Result<Pixels, ExportError> {
        let Drawing::Page(page) = &artwork.drawing else { return reference(artwork) };
        within_bounds(artwork)?;
        let size = (artwork.width, artwork.height);
        let split = self.grounds.split(page, size);
        let ground = split.as_ref().and_then(Split::pixels);
        painted_over(ground, size, |pixmap| {
            let Some(split) = &split else {
                return self.all(page, &mut Canvas::new(pixmap.as_mut(), page.frame));
            };
            if ground.is_none() {
                let ground = split.ground.iter().copied();
                let draw = || self.items(page, ground, &mut Canvas::new(pixmap.as_mut(), page.frame));
                let (drawn, warnings) = heard_during(draw);
                if drawn.is_err() || !warnings.is_empty() {
                    // All that is wrong with the page is said together.
                    pixmap.fill(Color::TRANSPARENT);
                    return self.all(page, &mut Canvas::new(pixmap.as_mut(), page.frame));
                }
                self.grounds.painted(split, pixmap.data());
            }
            self.items(page, split.rest.iter().copied(), &mut Canvas::new(pixmap.as_mut(), page.frame))
        })
    }

    /// Draws all of a page's items.
    ///
    /// # Errors
    /// As for some of them.
    fn all(&self, page: &Page, canvas: &mut Canvas<'_>) -> Result<(), ExportError> {
        self.items(page, 0..page.frame.items.len(), canvas)
    }

    /// Draws some of a page's items, in order.
    ///
    /// # Errors
    /// What is wrong with any of its drawings, all together.
    fn items(
        &self,
        page: &Page,
        which: impl Iterator<Item = usize>,
        canvas: &mut Canvas<'_>,
    ) -> Result<(), ExportError> {
        let Frame { items, .. } = page.frame;
        let mut found = Vec::new();
        for (at, item) in which.filter_map(|at| Some((at, items.get(at)?))) {
            match self.item(item, items.get(at + 1), (page.frame, page.fonts), canvas) {
                Err(ExportError::Input(errors)) => found.extend(errors),
                other => other?,
            }
        }
        found.dedup();
        if found.is_empty() { Ok(()) } else { Err(ExportError::Input(found)) }
    }

    /// Draws one item of a frame; of a shadow, what the next item does not hide.
    ///
    /// # Errors
    /// What is wrong with its drawing.
    fn item(
        &self,
        item: &Item,
        next: Option<&Item>,
        (frame, fonts): (&Frame, &Fonts),
        canvas: &mut Canvas<'_>,
    ) -> Result<(), ExportError> {
        let done = match item {
            Item::Panel { rect, radius, fill, stroke } => {
                self.boxes.draw(canvas, rect, *radius, fill.as_ref(), stroke.as_ref())
            }
            Item::Shadow { rect, radius, blur, color } => {
                shadow::draw(canvas, rect, *radius, *blur, *color, next.and_then(panel::hides))
            }
            Item::Path { data, fill, stroke } => path::draw(canvas, data, fill.as_ref(), stroke.as_ref()),
            Item::Text(run) => self.words.draw(canvas, run, fonts),
            Item::Fragment { .. } | Item::Picture { .. } => false,
        };
        if done { Ok(()) } else { self.drawings.draw(item, frame, fonts, canvas) }
    }
}

/// Draws an artwork's SVG as a whole, which is slow and by definition right.
///
/// # Errors
/// As for [`Painter::paint`].
pub fn reference(artwork: &Artwork) -> Result<Pixels, ExportError> {
    within_bounds(artwork)?;
    whole(artwork, (artwork.width, artwork.height))
}

/// Draws an artwork's SVG no longer than so many pixels, at once in that size: what it costs depends on the picture's
/// size and not on the canvas's.
///
/// # Errors
/// As for [`Painter::paint`], but for a canvas that is too large.
pub fn preview(artwork: &Artwork, longest: u32) -> Result<Pixels, ExportError> {
    let side = f64::from(artwork.width.max(artwork.height).max(1));
    let scale = (f64::from(longest) / side).min(1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most the longest side")]
    let scaled = |length: u32| (f64::from(length) * scale).round().max(1.0) as u32;
    whole(artwork, (scaled(artwork.width), scaled(artwork.height)))
}

/// An artwork's SVG in a size.
fn whole(artwork: &Artwork, (width, height): (u32, u32)) -> Result<Pixels, ExportError> {
    painted((width, height), |pixmap| {
        let tree = reading::read(artwork.outlines(), (artwork.width, artwork.height))?;
        let size = tree.size();
        let (x, y) = (canvas::length(width) / size.width(), canvas::length(height) / size.height());
        resvg::render(&tree, Transform::from_scale(x, y), &mut pixmap.as_mut());
        Ok(())
    })
}

/// Refuses canvases that are empty or too large.
fn within_bounds(artwork: &Artwork) -> Result<(), ExportError> {
    let (width, height) = (artwork.width, artwork.height);
    if width == 0 || height == 0 || u64::from(width) * u64::from(height) > MOST_PIXELS {
        let canvas = Diagnostic::error("MB0904").arg("width", width).arg("height", height);
        return Err(canvas.arg("most", MOST_PIXELS / 1_000_000).hint("hint").into());
    }
    Ok(())
}

/// Pixels of a size, drawn behind a wall, with each part left out an error.
fn painted(size: (u32, u32), draw: impl FnOnce(&mut Pixmap) -> Result<(), ExportError>) -> Result<Pixels, ExportError> {
    painted_over(None, size, draw)
}

/// [`painted`], over pixels that are there already.
fn painted_over(
    ground: Option<&[u8]>,
    (width, height): (u32, u32),
    draw: impl FnOnce(&mut Pixmap) -> Result<(), ExportError>,
) -> Result<Pixels, ExportError> {
    guarded("drawing", || {
        let copied = |pixels: &[u8]| Pixmap::from_vec(pixels.to_vec(), IntSize::from_wh(width, height)?);
        let mut pixmap = match ground.and_then(copied) {
            Some(pixmap) => pixmap,
            None => blank(width, height)?,
        };
        let (drawn, warnings) = heard_during(|| draw(&mut pixmap));
        drawn?;
        missing_parts(&warnings)?;
        Ok(Pixels::from_premultiplied(width, height, pixmap.take())?)
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    /// An artwork of some outlines.
    fn drawn(outlines: String) -> Artwork<'static> {
        let drawing = Drawing::Written { outlines, live: String::new() };
        Artwork { drawing, width: 4, height: 4, bleed: 0.0, dpi: 96.0 }
    }

    /// Paints.
    fn rasterise(artwork: &Artwork) -> Result<Pixels, ExportError> {
        Painter::default().paint(artwork)
    }

    /// A drawing of 4 × 4 pixels with this inside.
    fn drawing(inside: &str) -> Artwork<'static> {
        let outlines = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4">{inside}</svg>"#);
        drawn(outlines)
    }

    #[test]
    fn colours_and_alpha_come_out_as_drawn() {
        let pixels = rasterise(&drawing(r##"<rect width="4" height="4" fill="#0d9488"/>"##)).unwrap();
        assert!(pixels.opaque());
        assert_eq!(*pixels.rgba(), [0x0d, 0x94, 0x88, 0xff].repeat(16));
        let half = rasterise(&drawing(r##"<rect width="2" height="4" fill="#ff0000" opacity=".5"/>"##)).unwrap();
        assert_eq!(half.rgba()[..16], [255, 0, 0, 128, 255, 0, 0, 128, 0, 0, 0, 0, 0, 0, 0, 0]);
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
        assert_eq!(*pixels.rgba(), [255, 0, 0, 255].repeat(16));
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
            assert_eq!(codes(rasterise(&drawn(outlines.to_owned()))), ["MB0901"], "{outlines}");
        }
        for (width, height) in [(0, 4), (4, 0), (u32::MAX, u32::MAX), (100_000, 7_001)] {
            assert_eq!(codes(rasterise(&Artwork { width, height, ..drawing("") })), ["MB0904"]);
        }
    }
}
