//! Large canvases, a strip of rows at a time: what is in memory depends on the canvas's width alone.
//!
//! The height of a strip depends on the canvas's width alone, so that the same page has the same pixels on every machine.

use std::sync::OnceLock;

use super::canvas::{self, Canvas};
use super::panel;
use super::reach::reach;
use super::{ExportError, Painter, painted};
use crate::encode::Pixels;
use crate::frame::{Frame, Item, Paint};
use crate::svg::{Artwork, Drawing, Page};
use crate::units::Rect;

/// Pixels of a strip: fewer, and each item is begun more often; more, and they no longer stay near the processor.
const STRIP: u64 = 1 << 20;
/// Rows of a strip are a multiple of so many, as JPEG's blocks are.
const ROWS: u64 = 16;

/// Pixels of a strip of a canvas.
pub fn strip_pixels(width: u64, height: u64) -> u64 {
    width * height.min(rows(width))
}

/// Rows of a strip of so many pixels a row.
fn rows(width: u64) -> u64 {
    (STRIP / width.max(1) / ROWS).max(1) * ROWS
}

/// A page to be painted strip by strip.
pub struct Strips<'a> {
    /// Who paints.
    painter: &'a Painter,
    /// The page.
    page: &'a Page<'a>,
    /// Size of the whole canvas.
    size: (u32, u32),
    /// Rows of a strip.
    rows: u32,
    /// How far each item reaches, once it was asked.
    reaches: OnceLock<Vec<Option<Rect>>>,
}

impl Painter {
    /// An artwork in strips; none when something could shine through it, or when it holds a filter, which is only right
    /// over the whole canvas.
    pub fn strips<'a>(&'a self, artwork: &'a Artwork<'a>) -> Option<Strips<'a>> {
        self.in_strips(artwork, u32::try_from(rows(artwork.width.into())).unwrap_or(u32::MAX))
    }

    /// [`Painter::strips`] of a height.
    fn in_strips<'a>(&'a self, artwork: &'a Artwork<'a>, rows: u32) -> Option<Strips<'a>> {
        let Drawing::Page(page) = &artwork.drawing else { return None };
        let filters = |item: &Item| matches!(item, Item::Fragment { xml, .. } if xml.contains("filter"));
        let fit = covered(page.frame) && !page.frame.items.iter().any(filters);
        let size = (artwork.width, artwork.height);
        fit.then(|| Strips { painter: self, page, size, rows, reaches: OnceLock::new() })
    }
}

impl Strips<'_> {
    /// Size of the whole canvas in pixels.
    pub fn size(&self) -> (u32, u32) {
        self.size
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.size.1.div_ceil(self.rows.max(1)) as usize
    }

    /// Paints one of them, counted from the top; the last may be lower. All are opaque.
    ///
    /// # Errors
    /// As for [`Painter::paint`].
    pub fn paint(&self, at: usize) -> Result<Pixels, ExportError> {
        let from = u32::try_from(at).unwrap_or(u32::MAX).saturating_mul(self.rows).min(self.size.1);
        let rows = self.rows.min(self.size.1 - from);
        painted((self.size.0, rows), |pixmap| {
            let mut canvas = Canvas::strip(pixmap.as_mut(), self.page.frame, self.size, canvas::length(from));
            let items = self.touching(&canvas);
            self.painter.items(self.page, items.into_iter(), &mut canvas)
        })
    }

    /// The items that may touch a strip.
    fn touching(&self, canvas: &Canvas<'_>) -> Vec<usize> {
        let Page { frame, fonts, .. } = self.page;
        let reaches = self.reaches.get_or_init(|| frame.items.iter().map(|item| reach(item, fonts)).collect());
        let (scale, by) = (canvas.transform.sy, canvas.transform.ty);
        let height = canvas::length(canvas.pixmap.height());
        let touches = |reach: &Rect| reach.bottom() * scale + by >= 0.0 && reach.y * scale + by <= height;
        let near = reaches.iter().enumerate().filter(|(_, reach)| reach.as_ref().is_none_or(touches));
        near.map(|(at, _)| at).collect()
    }
}

/// Whether the first thing drawn covers the whole canvas and lets nothing shine through.
fn covered(frame: &Frame) -> bool {
    let Some(Item::Panel { rect, radius, fill: Some(fill), .. }) = frame.items.first() else { return false };
    let opaque = match fill {
        Paint::Solid(color) => color.alpha >= 1.0,
        Paint::Linear { stops, .. } => stops.iter().all(|(_, color)| color.alpha >= 1.0),
    };
    let whole = frame.canvas();
    opaque && *radius <= 0.0 && rect.outset(panel::SLIGHT).contains(&whole, 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brand::Typefaces;
    use crate::color::Color;
    use crate::digest::Digest;
    use crate::format::Formats;
    use crate::svg;
    use crate::text::Fonts;
    use crate::units::Size;

    /// No faces: nothing here has words.
    fn faceless() -> Typefaces {
        Typefaces { faces: Vec::new(), digest: Digest::of(b"") }
    }

    /// A page of 90 × 70 pixels with a ground, a shadow, a round panel, a path and a fragment.
    fn frame(ground: Paint) -> Frame {
        let panel = |rect, radius, fill| Item::Panel { rect, radius, fill: Some(fill), stroke: None };
        let red = Paint::Solid(Color::from_rgb8(200, 30, 20));
        let items = vec![
            panel(Rect::new(0.0, 0.0, 90.0, 70.0), 0.0, ground),
            Item::Shadow {
                rect: Rect::new(20.0, 15.0, 40.0, 30.0),
                radius: 5.0,
                blur: 9.0,
                color: Color::BLACK.with_alpha(0.4),
            },
            panel(Rect::new(20.3, 14.6, 40.0, 30.0), 6.0, Paint::Solid(Color::WHITE)),
            Item::Path { data: "M5 60L80 8L85 66Z".to_owned(), fill: Some(red), stroke: None },
            Item::Fragment {
                xml: "<circle cx='5' cy='5' r='5' fill='#0d9488'/>".to_owned(),
                view_box: Rect::new(0.0, 0.0, 10.0, 10.0),
                rect: Rect::new(30.0, 20.0, 33.0, 33.0),
                clip: true,
            },
        ];
        Frame { trim: Size { width: 90.0, height: 70.0 }, items, ..Frame::default() }
    }

    #[test]
    fn strips_joined_are_the_page() {
        let (typefaces, formats) = (faceless(), Formats::built_in());
        let fonts = Fonts::new(&typefaces);
        let shade = vec![(0.0, Color::from_rgb8(10, 60, 70)), (1.0, Color::from_rgb8(90, 160, 170))];
        for ground in [Paint::Solid(Color::WHITE), Paint::Linear { stops: shade, angle: 160.0 }] {
            let frame = frame(ground);
            let artwork = svg::draw(&frame, &fonts, formats.get("og").unwrap());
            let painter = Painter::default();
            let whole = painter.paint(&artwork).unwrap();
            for rows in [7, 64, 70, 500] {
                let strips = painter.in_strips(&artwork, rows).expect("an opaque ground");
                let joined: Vec<u8> =
                    (0..strips.count()).flat_map(|at| strips.paint(at).unwrap().rgba().to_vec()).collect();
                assert_eq!(joined.len(), whole.rgba().len());
                let apart = joined.iter().zip(whole.rgba()).filter(|(a, b)| a.abs_diff(**b) > 2).count();
                assert!(apart * 100 < joined.len(), "{apart} of {} samples differ in strips of {rows}", joined.len());
            }
        }
    }

    #[test]
    fn what_could_shine_through_or_filters_is_painted_whole() {
        let (typefaces, formats) = (faceless(), Formats::built_in());
        let fonts = Fonts::new(&typefaces);
        let format = formats.get("og").unwrap();
        let clear = frame(Paint::Solid(Color::WHITE.with_alpha(0.9)));
        assert!(Painter::default().in_strips(&svg::draw(&clear, &fonts, format), 9).is_none());
        let mut filtered = frame(Paint::Solid(Color::WHITE));
        if let Some(Item::Fragment { xml, .. }) = filtered.items.last_mut() {
            xml.push_str("<filter id='f'><feGaussianBlur stdDeviation='2'/></filter>");
        }
        assert!(Painter::default().in_strips(&svg::draw(&filtered, &fonts, format), 9).is_none());
    }
}
