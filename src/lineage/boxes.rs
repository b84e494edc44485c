//! The box of each bound value on its page: what its glyphs cover and advance over, on whole pixels.
//!
//! A box is never cut and not much larger than the ink: upwards and downwards it holds the capitals and whatever mark or
//! tail reaches beyond them; sideways the letters' advance and whatever ink leans over it.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Place;
use crate::frame::{Frame, Item, TextRun};
use crate::text::Fonts;
use crate::units::Rect;

/// Parts of a value this near to each other, in ems, stand side by side: it only changes its looks between them.
const BESIDE: f32 = 0.5;
/// Boxes are kept to a millionth of the canvas: finer than a pixel of any surface, and the same in every file.
const FINE: f32 = 1e6;

/// A stretch of a bound value on one line.
struct Part {
    /// Block it belongs to.
    block: usize,
    /// The line's baseline.
    baseline: f32,
    /// Font size.
    size: f32,
    /// Its box.
    rect: Rect,
}

/// The places of every binding that is drawn, by index.
pub(super) fn places(frames: &[Frame], fonts: &Fonts<'_>) -> BTreeMap<usize, Vec<Place>> {
    let mut found: BTreeMap<usize, Vec<Place>> = BTreeMap::new();
    for (page, frame) in (1..).zip(frames) {
        let mut parts: BTreeMap<usize, Vec<Part>> = BTreeMap::new();
        for run in frame.items.iter().filter_map(text) {
            for (range, index) in run.bound.iter().filter(|(range, _)| !range.is_empty()) {
                add(parts.entry(*index).or_default(), run, range, fonts);
            }
        }
        // What a chart was given and drew without words is a tile or an area, or somewhere in its box.
        let given = frame.boxes.iter().flat_map(|block| &block.given);
        for (index, shape) in given.filter(|(index, _)| !parts.contains_key(index)) {
            found.entry(*index).or_default().extend(place(page, frame, shape));
        }
        for (index, parts) in parts {
            let boxes = parts.iter().filter_map(|part| place(page, frame, &part.rect));
            found.entry(index).or_default().extend(boxes);
        }
    }
    found
}

/// A run of text.
fn text(item: &Item) -> Option<&TextRun> {
    match item {
        Item::Text(run) => Some(run),
        _ => None,
    }
}

/// Adds a stretch of a value to the last one when it stands beside it.
fn add(parts: &mut Vec<Part>, run: &TextRun, range: &Range<usize>, fonts: &Fonts<'_>) {
    let part = Part { block: run.block, baseline: run.origin.y, size: run.size, rect: cover(run, range, fonts) };
    if let Some(last) = parts.last_mut() {
        let same_line = last.block == part.block && (last.baseline - part.baseline).abs() < 0.01;
        if same_line && (part.rect.x - last.rect.right()).abs() < part.size.max(last.size) * BESIDE {
            last.rect = last.rect.union(&part.rect);
            return;
        }
    }
    parts.push(part);
}

/// What some bytes of a run cover: capitals' height and ink, advance and ink.
fn cover(run: &TextRun, range: &Range<usize>, fonts: &Fonts<'_>) -> Rect {
    // A ligature that begins before the value belongs to it too.
    let start = run.glyphs.iter().map(|glyph| glyph.cluster).filter(|at| *at <= range.start).max().unwrap_or(0);
    let own = || run.glyphs.iter().filter(|glyph| glyph.cluster >= start && glyph.cluster < range.end);
    let left = own().map(|glyph| glyph.x).reduce(f32::min).unwrap_or(0.0);
    let after = run.glyphs.iter().filter(|glyph| glyph.cluster >= range.end).map(|glyph| glyph.x);
    let right = after.reduce(f32::min).unwrap_or(run.width).max(left);
    let face = fonts.typefaces().face(run.face);
    let cap = face.cap_height * run.size;
    let mut rect = Rect::new(run.origin.x + left, run.origin.y - cap, right - left, cap);
    for glyph in own() {
        rect = run.ink(glyph, fonts).map_or(rect, |ink| rect.union(&ink));
    }
    rect
}

/// A box as parts of the canvas, its edges moved outwards to whole pixels; none outside it.
fn place(page: u32, frame: &Frame, rect: &Rect) -> Option<Place> {
    let canvas = frame.canvas();
    let left = (rect.x - canvas.x).floor().max(0.0);
    let top = (rect.y - canvas.y).floor().max(0.0);
    let right = (rect.right() - canvas.x).ceil().min(canvas.width);
    let bottom = (rect.bottom() - canvas.y).ceil().min(canvas.height);
    let part = |from: f32, to: f32, whole: f32| ((to - from) / whole * FINE).round() / FINE;
    (right > left && bottom > top && canvas.width > 0.0 && canvas.height > 0.0).then(|| Place {
        page,
        x: part(0.0, left, canvas.width),
        y: part(0.0, top, canvas.height),
        width: part(left, right, canvas.width),
        height: part(top, bottom, canvas.height),
    })
}

/// A place in the pixels of a file: left, top, width, height.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels of a picture, never negative")]
pub fn on_pixels(place: &Place, width: u32, height: u32) -> [u32; 4] {
    let scaled = |part: f32, whole: u32| (f64::from(part) * f64::from(whole)).round() as u32;
    [scaled(place.x, width), scaled(place.y, height), scaled(place.width, width), scaled(place.height, height)]
}
