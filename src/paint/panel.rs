//! Panels: boxes, their corners rounded by the same arcs as the SVG reader's.
//!
//! Charts and tables draw boxes of the same few sizes again and again: how a small one covers its pixels is kept.

use std::sync::Arc;

use kurbo::{Arc as Bow, Point, SvgArc, Vec2};
use resvg::tiny_skia::{self, Path, PathBuilder, Transform};

use super::canvas::{Canvas, opacity, solid};
use super::cover::{Cover, Ink, parted};
use super::gradient;
use super::shelf::Shelf;
use crate::frame::{Item, Paint, Stroke};
use crate::text::as_written;
use crate::units::{self, Rect};

/// How far a box may end inside the canvas and still cover it, in pixels.
pub(super) const SLIGHT: f32 = 0.05;

/// The most pixels of boxes that are kept, a byte each.
const KEPT: usize = 8 << 20;
/// A box of more pixels is mostly inside, which is quicker filled than looked at.
const SMALL: usize = 32 << 10;
/// Colours in the table of a small box: neighbours differ by less than one step over its few pixels.
const COLORS: usize = 512;

/// Boxes, with what was made for those that were drawn before.
pub(super) struct Boxes {
    /// How small ones cover their pixels.
    covers: Shelf<Key, Cover>,
    /// Colours of gradients.
    tables: gradient::Tables,
}

/// All that how a box covers its pixels is a function of: its edges from the pixel that it begins in, and its radius; by
/// their bits.
type Key = [u32; 5];

impl Default for Boxes {
    fn default() -> Self {
        Self { covers: Shelf::new(KEPT), tables: gradient::Tables::default() }
    }
}

impl Boxes {
    /// Fills a small box by its cover; `false` when it is large, or a unit is no pixel.
    fn fill(&self, canvas: &mut Canvas<'_>, rect: &Rect, radius: f32, ink: &Ink<'_>) -> bool {
        let Some(Transform { tx, ty, .. }) = canvas.plain() else { return false };
        if rect.width * rect.height > SMALL as f32 {
            return false;
        }
        let (x, y) = (rect.x + tx, rect.y + ty);
        let (pixel, between) = parted(units::Point { x, y });
        // The far edges as they are: where they lie between pixels, a sum of floats more would tip them over a quarter.
        let far = [rect.right() + tx - x.floor(), rect.bottom() + ty - y.floor()];
        let key = [between.x, between.y, far[0], far[1], radius].map(f32::to_bits);
        let cover = self.covers.get(&key).or_else(|| {
            let path = shape(rect, radius)?.transform(Transform::from_translate(tx, ty))?;
            let cover = Arc::new(Cover::of(&path, pixel, 2 * SMALL)?);
            self.covers.keep(key, Arc::clone(&cover), cover.size());
            Some(cover)
        });
        cover.is_some_and(|cover| {
            cover.lay(canvas, pixel, ink);
            true
        })
    }

    /// Draws a panel; `false` leaves it to the SVG reader. Its outline lies inside, as when it is written.
    pub(super) fn draw(
        &self,
        canvas: &mut Canvas<'_>,
        rect: &Rect,
        radius: f32,
        fill: Option<&Paint>,
        stroke: Option<&Stroke>,
    ) -> bool {
        let inset = stroke.map_or(0.0, |stroke| stroke.width / 2.0);
        let drawn = written(&rect.outset(-inset));
        if !(drawn.width > 0.0 && drawn.height > 0.0) {
            return true;
        }
        let radius = as_written((radius - inset).max(0.0));
        let Some(path) = shape(&drawn, radius) else { return false };
        match fill {
            None => {}
            Some(Paint::Solid(color)) if radius <= 0.0 && flat(canvas, &drawn, *color) => {}
            Some(Paint::Solid(color)) if self.fill(canvas, &drawn, radius, &Ink::Solid(*color)) => {}
            Some(Paint::Solid(color)) => canvas.fill(&path, *color),
            Some(Paint::Linear { stops, angle }) => {
                let Some(gradient) = gradient::Gradient::new(stops, *angle, rect) else { return false };
                let area = if radius > 0.0 { None } else { canvas.whole(&drawn) };
                match area {
                    Some(area) => gradient.flood(canvas, &self.tables, area),
                    None if self.shaded(canvas, &drawn, radius, &gradient) => {}
                    None => match gradient.shader() {
                        Some(shader) => canvas.fill_with(&path, shader),
                        None => return false,
                    },
                }
            }
        }
        if let Some(stroke) = stroke {
            canvas.stroke(&path, stroke);
        }
        true
    }

    /// Fills a small box with a gradient; `false` when it is large, or a unit is no pixel.
    fn shaded(&self, canvas: &mut Canvas<'_>, rect: &Rect, radius: f32, gradient: &gradient::Gradient) -> bool {
        if rect.width * rect.height > SMALL as f32 {
            return false;
        }
        let lines = gradient.lines(canvas.transform, &self.tables, COLORS);
        self.fill(canvas, rect, radius, &Ink::Shaded(&lines))
    }
}

/// The part of a page that an item hides wholly; what is below need not be drawn there.
pub(super) fn hides(item: &Item) -> Option<Rect> {
    match item {
        Item::Panel { rect, radius, fill: Some(Paint::Solid(color)), stroke } if opacity(color.alpha) == u8::MAX => {
            // The inside of the outline's middle, without the rows and columns of its corners and edges.
            let inset = stroke.as_ref().map_or(0.0, |stroke| stroke.width / 2.0);
            Some(rect.outset(-(radius.max(inset) + 1.0))).filter(|rect| rect.width > 0.0 && rect.height > 0.0)
        }
        _ => None,
    }
}

/// Fills a box that lies on whole pixels; `false` when it does not.
fn flat(canvas: &mut Canvas<'_>, rect: &Rect, color: crate::color::Color) -> bool {
    let Some(((left, right), (top, bottom))) = canvas.whole(rect) else { return false };
    #[expect(clippy::cast_precision_loss, reason = "canvases are far below 2^24 pixels a side")]
    let area = tiny_skia::Rect::from_ltrb(left as f32, top as f32, right as f32, bottom as f32);
    if let Some(area) = area {
        let paint = tiny_skia::Paint { shader: solid(color), ..tiny_skia::Paint::default() };
        canvas.pixmap.fill_rect(area, &paint, Transform::identity(), None);
    }
    true
}

/// A box as it reads once it was written.
fn written(rect: &Rect) -> Rect {
    let [x, y, width, height] = [rect.x, rect.y, rect.width, rect.height].map(as_written);
    Rect::new(x, y, width, height)
}

/// The outline of a box.
fn shape(rect: &Rect, radius: f32) -> Option<Path> {
    let Rect { x, y, width, height } = *rect;
    if radius <= 0.0 {
        return Some(PathBuilder::from_rect(tiny_skia::Rect::from_xywh(x, y, width, height)?));
    }
    let radii = (radius.min(width / 2.0), radius.min(height / 2.0));
    let ((rx, ry), right, bottom) = (radii, x + width, y + height);
    let mut path = PathBuilder::new();
    path.move_to(x + rx, y);
    path.line_to(right - rx, y);
    corner(&mut path, radii, (right, y + ry));
    path.line_to(right, bottom - ry);
    corner(&mut path, radii, (right - rx, bottom));
    path.line_to(x + rx, bottom);
    corner(&mut path, radii, (x, bottom - ry));
    path.line_to(x, y + ry);
    corner(&mut path, radii, (x + rx, y));
    path.close();
    path.finish()
}

/// A quarter of an ellipse, clockwise.
#[expect(clippy::cast_possible_truncation, reason = "what the SVG reader does, too")]
fn corner(path: &mut PathBuilder, (rx, ry): (f32, f32), (x, y): (f32, f32)) {
    let Some(from) = path.last_point() else { return };
    let arc = SvgArc {
        from: Point::new(from.x.into(), from.y.into()),
        to: Point::new(x.into(), y.into()),
        radii: Vec2::new(rx.into(), ry.into()),
        x_rotation: 0.0,
        large_arc: false,
        sweep: true,
    };
    match Bow::from_svg_arc(&arc) {
        Some(arc) => arc.to_cubic_beziers(0.1, |a, b, end| {
            path.cubic_to(a.x as f32, a.y as f32, b.x as f32, b.y as f32, end.x as f32, end.y as f32);
        }),
        None => path.line_to(x, y),
    }
}
