//! Soft shadows: the nine slices of [`Slices`], laid into the pixels row by row.

use super::blend::over;
use super::canvas::{Canvas, Stretch, length};
use super::gradient::{table, written};
use crate::color::Color;
use crate::svg::Slices;
use crate::units::Rect;

/// Colours in the table of a shadow.
const COLORS: usize = 2048;

/// Draws the shadow of a box but for what is `hidden`; `false` leaves it to the SVG reader.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    rect: &Rect,
    radius: f32,
    blur: f32,
    color: Color,
    hidden: Option<Rect>,
) -> bool {
    let Some(at) = canvas.plain() else { return false };
    let Some(slices) = Slices::of(rect, radius, blur) else { return true };
    let cut = |edges: [f32; 4], by: f32, most: u32| edges.map(|edge| pixel_at(edge + by, most));
    let (width, height) = (canvas.pixmap.width(), canvas.pixmap.height());
    let (xs, ys) = (cut(slices.xs, at.tx, width), cut(slices.ys, at.ty, height));
    let across = slices.across.map(|center| center + at.tx);
    let down = slices.down.map(|center| center + at.ty);
    let colors = table(&written(&slices.stops(color)), COLORS);
    let place = |distance: f32| place(distance / slices.reach());
    let hidden = hidden.and_then(|rect| inside(&Rect::new(rect.x + at.tx, rect.y + at.ty, rect.width, rect.height)));
    let mut row = vec![0; xs[3] - xs[0]];
    let mut middle: Option<Vec<u16>> = None;
    for y in ys[0]..ys[3] {
        let beyond = distance(y, down);
        let between = y >= ys[1] && y < ys[2];
        let places = match (&middle, between) {
            (Some(middle), true) => middle,
            _ => {
                for (x, at) in (xs[0]..xs[3]).zip(&mut row) {
                    let corner = (x < xs[1] || x >= xs[2], !between);
                    *at = match corner {
                        (false, false) => place(0.0),
                        (true, false) => place(distance(x, across)),
                        (false, true) => place(beyond),
                        (true, true) => place(distance(x, across).hypot(beyond)),
                    };
                }
                if between {
                    middle = Some(row.clone());
                }
                &row
            }
        };
        for (from, to) in shown((xs[0], xs[3]), y, hidden) {
            let places = &places[from - xs[0]..to - xs[0]];
            let pixels = canvas.row(y, (from, to)).iter_mut().zip(places);
            pixels.for_each(|(below, at)| over(below, colors[usize::from(*at)]));
        }
    }
    true
}

/// The place in the table at a part of the reach.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "clamped")]
fn place(part: f32) -> u16 {
    (part.clamp(0.0, 1.0) * (COLORS - 1) as f32 + 0.5) as u16
}

/// How far a pixel's middle lies outside the lines through two corners' centres.
#[expect(clippy::cast_precision_loss, reason = "canvases are far below 2^24 pixels a side")]
fn distance(pixel: usize, [first, last]: [f32; 2]) -> f32 {
    let middle = pixel as f32 + 0.5;
    (first - middle).max(middle - last).max(0.0)
}

/// The first pixel whose middle lies after an edge, inside the picture.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the picture")]
fn pixel_at(edge: f32, most: u32) -> usize {
    (edge - 0.5).ceil().clamp(0.0, length(most)) as usize
}

/// The whole pixels inside a box.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "casts of floats saturate")]
fn inside(rect: &Rect) -> Option<(Stretch, Stretch)> {
    let within = |from: f32, to: f32| (from.max(0.0).ceil() as usize, to.max(0.0).floor() as usize);
    let (across, down) = (within(rect.x, rect.right()), within(rect.y, rect.bottom()));
    (across.0 < across.1 && down.0 < down.1).then_some((across, down))
}

/// The stretches of a row that are not hidden.
fn shown((from, to): Stretch, row: usize, hidden: Option<(Stretch, Stretch)>) -> [Stretch; 2] {
    match hidden {
        Some(((left, right), (top, bottom))) if (top..bottom).contains(&row) && left < to && right > from => {
            [(from, left.max(from)), (right.min(to), to)]
        }
        _ => [(from, to), (to, to)],
    }
}
