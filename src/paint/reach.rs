//! What an item paints, and how far: two items that paint the same, and two that touch no pixel in common, are told by it.

use kurbo::Shape as _;

use super::panel;
use crate::digest::Digest;
use crate::frame::{Item, Paint, Stroke, TextRun};
use crate::text::Fonts;
use crate::units::Rect;

/// Pixels around an item's shape that the softening of its edges may touch.
const EDGE: f32 = 2.0;

/// All that an item's pixels are a function of. What the next item hides of a shadow is left out of it, so that is part of it too.
pub(super) fn print(item: &Item, next: Option<&Item>) -> Digest {
    let mut bytes = Vec::with_capacity(256);
    describe(item, next, &mut bytes);
    Digest::of(&bytes)
}

/// Writes what [`print`] is the digest of.
pub(super) fn describe(item: &Item, next: Option<&Item>, bytes: &mut Vec<u8>) {
    match item {
        Item::Panel { rect, radius, fill, stroke } => {
            bytes.push(0);
            numbers(bytes, &[rect.x, rect.y, rect.width, rect.height, *radius]);
            dressed(bytes, fill.as_ref(), stroke.as_ref());
        }
        Item::Shadow { rect, radius, blur, color } => {
            bytes.push(1);
            numbers(bytes, &[rect.x, rect.y, rect.width, rect.height, *radius, *blur]);
            numbers(bytes, &[color.red, color.green, color.blue, color.alpha]);
            if let Some(hidden) = next.and_then(panel::hides) {
                numbers(bytes, &[hidden.x, hidden.y, hidden.width, hidden.height]);
            }
        }
        Item::Path { data, fill, stroke } => {
            bytes.push(2);
            bytes.extend_from_slice(data.as_bytes());
            dressed(bytes, fill.as_ref(), stroke.as_ref());
        }
        Item::Text(run) => {
            bytes.push(3);
            let color = run.color;
            bytes.extend(run.face.0.to_le_bytes());
            numbers(bytes, &[run.size, run.origin.x, run.origin.y]);
            numbers(bytes, &[color.red, color.green, color.blue, color.alpha]);
            for glyph in &run.glyphs {
                bytes.extend(glyph.id.to_le_bytes());
                numbers(bytes, &[glyph.x, glyph.y]);
            }
        }
        Item::Fragment { xml, view_box, rect, clip } => {
            bytes.extend([4, u8::from(*clip)]);
            for rect in [view_box, rect] {
                numbers(bytes, &[rect.x, rect.y, rect.width, rect.height]);
            }
            bytes.extend_from_slice(xml.as_bytes());
        }
        Item::Picture { picture, crop, rect, radius, .. } => {
            bytes.push(5);
            bytes.extend(picture.digest().as_bytes());
            for rect in [crop, rect] {
                numbers(bytes, &[rect.x, rect.y, rect.width, rect.height]);
            }
            numbers(bytes, &[*radius]);
        }
    }
}

/// Adds filling and outline.
fn dressed(bytes: &mut Vec<u8>, fill: Option<&Paint>, stroke: Option<&Stroke>) {
    let color = |color: &crate::color::Color| [color.red, color.green, color.blue, color.alpha];
    match fill {
        None => bytes.push(0),
        Some(Paint::Solid(one)) => {
            bytes.push(1);
            numbers(bytes, &color(one));
        }
        Some(Paint::Linear { stops, angle }) => {
            bytes.push(2);
            numbers(bytes, &[*angle]);
            for (at, stop) in stops {
                numbers(bytes, &[*at]);
                numbers(bytes, &color(stop));
            }
        }
    }
    if let Some(Stroke { color: own, width, dash, round }) = stroke {
        bytes.extend([3, u8::from(*round)]);
        numbers(bytes, &color(own));
        numbers(bytes, &[*width]);
        numbers(bytes, dash);
    }
}

/// Adds numbers by their bits.
pub(super) fn numbers(bytes: &mut Vec<u8>, numbers: &[f32]) {
    bytes.extend(numbers.iter().flat_map(|number| number.to_bits().to_le_bytes()));
}

/// The box outside of which an item touches no pixel; none when nothing is known of it.
pub(super) fn reach(item: &Item, fonts: &Fonts) -> Option<Rect> {
    let shape = match item {
        Item::Panel { rect, .. } | Item::Picture { rect, .. } | Item::Fragment { rect, clip: true, .. } => *rect,
        Item::Shadow { rect, blur, .. } => rect.outset(blur.max(1.0)),
        Item::Path { data, stroke, .. } => {
            let path = kurbo::BezPath::from_svg(data).ok()?.bounding_box();
            // A sharp corner's point is cut at four times half the width, as in SVG.
            let beyond = stroke.as_ref().map_or(0.0, |stroke| 2.0 * stroke.width);
            let [x, y, width, height] = [path.x0, path.y0, path.width(), path.height()].map(rounded);
            Rect::new(x, y, width, height).outset(beyond)
        }
        Item::Text(run) => lettered(run, fonts),
        Item::Fragment { .. } => return None,
    };
    Some(shape.outset(EDGE))
}

/// The box around a line's outlines and the points that bend them.
fn lettered(run: &TextRun, fonts: &Fonts) -> Rect {
    let ink = run.glyphs.iter().filter_map(|glyph| run.ink(glyph, fonts));
    ink.reduce(|all, ink| all.union(&ink)).unwrap_or_default()
}

/// A length of a page.
#[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
fn rounded(length: f64) -> f32 {
    length as f32
}
