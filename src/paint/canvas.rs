//! The pixels of a page and where its items lie on them.

use resvg::tiny_skia::{self, FillRule, Path, PixmapMut, Shader, Stroke, StrokeDash, Transform};

use crate::color::Color;
use crate::frame::{self, Frame};
use crate::text::as_written;
use crate::units::Rect;

/// How far an edge may lie beside a pixel's and still be drawn as lying on it: scan conversion rounds to quarters.
const ALIGNED: f32 = 0.1;

/// Whole pixels: from the first to before the second.
pub(super) type Stretch = (usize, usize);

/// A page while it is painted.
pub(super) struct Canvas<'p> {
    /// Its pixels.
    pub(super) pixmap: PixmapMut<'p>,
    /// From the frame's coordinates to pixels.
    pub(super) transform: Transform,
}

impl<'p> Canvas<'p> {
    /// Lays a frame's whole canvas over some pixels.
    pub(super) fn new(pixmap: PixmapMut<'p>, frame: &Frame) -> Self {
        let size = (pixmap.width(), pixmap.height());
        Self::strip(pixmap, frame, size, 0.0)
    }

    /// Lays a strip of a frame's canvas over some pixels: of the whole in so many pixels, from a row on.
    pub(super) fn strip(pixmap: PixmapMut<'p>, frame: &Frame, size: (u32, u32), from: f32) -> Self {
        let canvas = frame.canvas();
        // As the SVG's size and view box say it: the size is written shorter than the box, which keeps its proportions.
        let (wide, high) = (as_written(canvas.width), as_written(canvas.height));
        let scale = (wide / canvas.width).min(high / canvas.height);
        let (x, y) = ((wide - canvas.width * scale) / 2.0, (high - canvas.height * scale) / 2.0);
        let (x, y) = (x - canvas.x * scale, y - canvas.y * scale);
        let transform = Transform::from_scale(length(size.0) / wide, length(size.1) / high)
            .pre_concat(Transform::from_row(scale, 0.0, 0.0, scale, x, y))
            .post_translate(0.0, -from);
        Self { pixmap, transform }
    }

    /// Fills a path with one colour.
    pub(super) fn fill(&mut self, path: &Path, color: Color) {
        self.fill_with(path, solid(color));
    }

    /// Fills a path; one without height or width has nothing inside.
    pub(super) fn fill_with(&mut self, path: &Path, shader: Shader<'_>) {
        if path.bounds().width() > 0.0 && path.bounds().height() > 0.0 {
            let paint = tiny_skia::Paint { shader, ..tiny_skia::Paint::default() };
            self.pixmap.fill_path(path, &paint, FillRule::Winding, self.transform, None);
        }
    }

    /// Draws a path's outline.
    pub(super) fn stroke(&mut self, path: &Path, stroke: &frame::Stroke) {
        let width = as_written(stroke.width);
        if width > 0.0 {
            let paint = tiny_skia::Paint { shader: solid(stroke.color), ..tiny_skia::Paint::default() };
            self.pixmap.stroke_path(path, &paint, &pen(stroke, width), self.transform, None);
        }
    }

    /// A box's pixels inside the picture, when it covers all of them, or lies on whole ones and a unit is a pixel.
    pub(super) fn whole(&self, rect: &Rect) -> Option<(Stretch, Stretch)> {
        let Transform { sx, sy, tx, ty, .. } = self.transform;
        let (width, height) = (self.pixmap.width(), self.pixmap.height());
        let covers = |from: f32, to: f32, most: u32| from <= 0.0 && to >= length(most);
        if covers(rect.x * sx + tx, rect.right() * sx + tx, width)
            && covers(rect.y * sy + ty, rect.bottom() * sy + ty, height)
        {
            return Some(((0, width as usize), (0, height as usize)));
        }
        let Transform { tx, ty, .. } = self.plain()?;
        let across = stretch(rect.x + tx, rect.right() + tx, self.pixmap.width())?;
        Some((across, stretch(rect.y + ty, rect.bottom() + ty, self.pixmap.height())?))
    }

    /// The transform, when a unit is a pixel.
    pub(super) fn plain(&self) -> Option<Transform> {
        (self.transform.sx == 1.0 && self.transform.sy == 1.0).then_some(self.transform)
    }

    /// The pixels of a row.
    pub(super) fn row(&mut self, row: usize, (from, to): Stretch) -> &mut [[u8; 4]] {
        let width = self.pixmap.width() as usize;
        let (pixels, _) = self.pixmap.data_mut().as_chunks_mut();
        pixels.get_mut(row * width + from..row * width + to).unwrap_or_default()
    }
}

/// A length of so many pixels.
#[expect(clippy::cast_precision_loss, reason = "canvases are far below 2^24 pixels a side")]
pub(super) fn length(pixels: u32) -> f32 {
    pixels as f32
}

/// Whole pixels between two edges that lie on them, cut at the picture's own.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the picture")]
fn stretch(from: f32, to: f32, most: u32) -> Option<Stretch> {
    let aligned = |edge: f32| (edge - edge.round()).abs() < ALIGNED || edge < 0.0 || edge > length(most);
    let pixel = |edge: f32| edge.round().clamp(0.0, length(most)) as usize;
    (aligned(from) && aligned(to)).then(|| (pixel(from), pixel(to).max(pixel(from))))
}

/// An opacity as 8 bits, as one that was written reads.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=255")]
pub(super) fn opacity(alpha: f32) -> u8 {
    if alpha < 1.0 { (as_written(alpha).clamp(0.0, 1.0) * 255.0 + 0.5) as u8 } else { u8::MAX }
}

/// One colour.
pub(super) fn solid(color: Color) -> Shader<'static> {
    let [red, green, blue] = color.to_rgb8();
    Shader::SolidColor(tiny_skia::Color::from_rgba8(red, green, blue, opacity(color.alpha)))
}

/// How an outline is drawn.
fn pen(stroke: &frame::Stroke, width: f32) -> Stroke {
    let mut pen = Stroke { width, ..Stroke::default() };
    if stroke.round {
        (pen.line_cap, pen.line_join) = (tiny_skia::LineCap::Round, tiny_skia::LineJoin::Round);
    }
    // As in SVG: negative lengths are an error, nothing but zeros a solid line, an odd list is said twice.
    let dashed = stroke.dash.iter().all(|length| *length >= 0.0) && stroke.dash.iter().sum::<f32>() > 0.0;
    if dashed {
        let twice = if stroke.dash.len() % 2 == 1 { 2 } else { 1 };
        pen.dash = StrokeDash::new(stroke.dash.repeat(twice), 0.0);
    }
    pen
}
