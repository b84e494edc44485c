//! What lies behind a piece of the page: panels by reckoning, everything else by drawing that piece small.

use std::sync::Arc;

use super::Page;
use crate::color::Color;
use crate::frame::{Item, Paint};
use crate::paint::reference;
use crate::svg::{Sketches, draw_part};
use crate::units::{Point, Rect};

/// Height of the drawn piece in pixels; letters stand about two thirds of it high.
const DRAWN_HEIGHT: f32 = 16.0;
/// Longest edge of a drawn piece.
const DRAWN_LONGEST: f32 = 512.0;
/// Where gradients are looked at, as shares of the area's width.
const SAMPLES: [f32; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];
/// Less opaque than this is no ground.
const GROUND_ALPHA: u8 = 250;

/// A colour in a piece of the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Patch {
    /// The colour.
    pub(super) color: Color,
    /// Its opacity as drawn.
    pub(super) alpha: u8,
    /// How many parts of the piece have it; parts are of one size.
    pub(super) parts: usize,
}

/// The colours behind an area before the item `end` is drawn; none when nothing opaque lies there.
pub(super) fn colors(page: &Page, end: usize, area: &Rect) -> Vec<Patch> {
    let mut stack: Vec<&Item> = Vec::new();
    let mut plain = true;
    let mut grounded = false;
    for (item, extent) in page.frame.items.iter().zip(page.extents).take(end).rev() {
        if matches!(item, Item::Text(_)) || !extent.overlaps(area, 0.0) {
            continue;
        }
        let full = matches!(item, Item::Panel { rect, radius, .. } if holds(rect, *radius, area));
        plain &= full || matches!(item, Item::Shadow { .. });
        stack.push(item);
        if full && opaque(item) {
            grounded = true;
            break;
        }
    }
    stack.reverse();
    if plain {
        let reckoned = |share| Patch { color: reckoned(&stack, area, share), alpha: u8::MAX, parts: 1 };
        return if grounded { SAMPLES.map(reckoned).to_vec() } else { Vec::new() };
    }
    drawn(page, &stack, area)
}

/// Whether a rounded box holds an area, its corners too.
fn holds(rect: &Rect, radius: f32, area: &Rect) -> bool {
    // A corner of radius r leaves 0.3 r of the box's own corner open.
    rect.outset(-0.3 * radius).contains(area, 0.5)
}

/// Whether a panel lets nothing through.
fn opaque(item: &Item) -> bool {
    match item {
        Item::Panel { fill: Some(Paint::Solid(color)), .. } => color.alpha >= 1.0,
        Item::Panel { fill: Some(Paint::Linear { stops, .. }), .. } => {
            stops.iter().all(|(_, color)| color.alpha >= 1.0)
        }
        _ => false,
    }
}

/// The colour of a stack of panels at a share of an area's width.
fn reckoned(stack: &[&Item], area: &Rect, share: f32) -> Color {
    let at = Point { x: area.x + area.width * share, y: area.center().y };
    stack.iter().fold(Color::WHITE, |ground, item| match item {
        Item::Panel { rect, fill: Some(paint), .. } => shade(paint, rect, at).over(ground),
        _ => ground,
    })
}

/// A paint's colour at a place of the box it fills.
fn shade(paint: &Paint, rect: &Rect, at: Point) -> Color {
    let (stops, angle) = match paint {
        Paint::Solid(color) => return *color,
        Paint::Linear { stops, angle } => (stops, angle),
    };
    let (sin, cos) = angle.to_radians().sin_cos();
    let half = ((rect.width * sin).abs() + (rect.height * cos).abs()) / 2.0;
    let center = rect.center();
    let along = ((at.x - center.x) * sin - (at.y - center.y) * cos) / half.max(f32::EPSILON);
    let place = (along + 1.0) / 2.0;
    let after = stops.iter().position(|(offset, _)| *offset >= place).unwrap_or(stops.len());
    let (Some(first), Some(last)) = (stops.get(after.saturating_sub(1)), stops.get(after).or(stops.last())) else {
        return Color::WHITE.with_alpha(0.0);
    };
    let gap = last.0 - first.0;
    let share = if gap > 0.0 { ((place - first.0) / gap).clamp(0.0, 1.0) } else { 1.0 };
    let mix = |a: f32, b: f32| a + (b - a) * share;
    Color {
        red: mix(first.1.red, last.1.red),
        green: mix(first.1.green, last.1.green),
        blue: mix(first.1.blue, last.1.blue),
        alpha: mix(first.1.alpha, last.1.alpha),
    }
}

/// The colours of a stack as drawn; what is clear is left out.
fn drawn(page: &Page, stack: &[&Item], area: &Rect) -> Vec<Patch> {
    patches(page, stack, area).into_iter().filter(|patch| patch.alpha >= GROUND_ALPHA).collect()
}

/// The colours of a stack drawn small; none when it cannot be drawn (the export says why).
pub(super) fn patches(page: &Page, stack: &[&Item], area: &Rect) -> Vec<Patch> {
    if area.width <= 0.0 || area.height <= 0.0 {
        return Vec::new();
    }
    let scale = (DRAWN_HEIGHT / area.height).min(DRAWN_LONGEST / area.width.max(area.height)).min(1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most 512")]
    let [width, height] = [area.width, area.height].map(|side| (side * scale).ceil().max(1.0) as u32);
    let patch = |(color, parts): &([u8; 4], usize)| {
        let [red, green, blue, alpha] = *color;
        Patch { color: Color::from_rgb8(red, green, blue), alpha, parts: *parts }
    };
    let seen = if stack.iter().any(|item| matches!(item, Item::Picture { .. })) {
        // Of a picture a small copy is enough.
        let sketches = page.sketches.get_or_init(|| Sketches::of(page.frame));
        let part = draw_part(stack, area, (width, height), page.fonts, sketches);
        reference(&part).map(|pixels| Arc::new(pixels.tally()))
    } else {
        page.painter.glimpse(stack, page.frame, page.fonts, area, (width, height))
    };
    seen.map_or_else(|_| Vec::new(), |colors| colors.iter().map(patch).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gradient_is_looked_at_where_it_lies() {
        let paint = Paint::Linear { stops: vec![(0.0, Color::BLACK), (1.0, Color::WHITE)], angle: 90.0 };
        let rect = Rect::new(0.0, 0.0, 100.0, 10.0);
        for (x, grey) in [(0.0, 0.0), (25.0, 0.25), (100.0, 1.0), (140.0, 1.0)] {
            assert!((shade(&paint, &rect, Point { x, y: 5.0 }).red - grey).abs() < 0.01, "{x}");
        }
        let down = Paint::Linear { stops: vec![(0.0, Color::BLACK), (1.0, Color::WHITE)], angle: 180.0 };
        assert!((shade(&down, &rect, Point { x: 50.0, y: 7.5 }).red - 0.75).abs() < 0.01);
    }
}
