//! A choropleth: the areas of a map in tints of the accent by class, with a key whose breaks are round.
//!
//! An area without a number is hatched, so it is neither the least nor empty. Names and values stand in their areas
//! where they fit; the colour says the rest. One that stands out must be named, else it is reported.

use super::canvas::{Canvas, Entry, size, width_or};
use super::classes::{breaks, class};
use super::hatch;
use super::outline::{self, Rings};
use super::paint::{ink_on, tint};
use super::scale::{many, tick_words};
use super::spec::{Label, Spec, TextStyle};
use super::words::{Align, Setting, Words};
use crate::color::Color;
use crate::text::Fonts;
use crate::units::{Point, Rect, Size};

/// Width without a wish, in rem.
const OWN_WIDTH: f32 = 30.0;
/// Sizes that words are tried at, as shares of the style's.
const SCALES: [f32; 3] = [1.0, 0.86, 0.74];
/// The palest and the strongest tint.
const STRENGTHS: (f32, f32) = (0.16, 1.0);
/// Height of the key's swatches and their greatest width, in em.
const SWATCH: (f32, f32) = (0.75, 3.4);

/// Height of the key with the gap above it.
fn key_height(em: f32) -> f32 {
    em * 2.9
}

/// The smallest good size for a width.
pub(super) fn natural_size(spec: &Spec, width: Option<f32>, fonts: &Fonts<'_>) -> Size {
    let width = width_or(spec, width, OWN_WIDTH);
    let em = Canvas::new(spec, Rect::default(), fonts).em();
    let proportion = spec.map.as_ref().map_or(1.0, |map| outline::proportion(map));
    // A map much taller than wide would fill any page: it is shown smaller.
    size(width, width * proportion.min(1.4) + key_height(em))
}

/// Draws the map.
pub(super) fn draw(canvas: &mut Canvas<'_>) {
    let figure = canvas.small_figure();
    let entries = canvas.entries(&figure);
    let spec = canvas.spec;
    let Some(map) = spec.map.as_ref().filter(|_| canvas.rect.width >= 12.0 && canvas.rect.height >= 12.0) else {
        entries.iter().for_each(|entry| canvas.overset_entry(entry));
        return;
    };
    let em = canvas.em();
    let numbers: Vec<f64> = entries.iter().filter_map(|e| e.number).collect();
    let breaks = breaks(&numbers, spec.classes, spec.breaks);
    let keyed = canvas.rect.height >= key_height(em) * 2.5 && canvas.rect.width >= em * 9.0 && !numbers.is_empty();
    let mut room = canvas.rect.outset(-canvas.hairline().max(1.0));
    if keyed {
        room.height -= key_height(em);
    }
    let rings = outline::project(map, room);
    let entry_of = |key: &str| entries.iter().find(|entry| entry.datum.key == key);
    for (area, rings) in map.areas.iter().zip(&rings) {
        paint_area(canvas, entry_of(&area.key), rings, &breaks);
    }
    // What stands out has its outline over its neighbours', and its words first.
    let loud = |e: &Entry<'_>| e.datum.emphasis;
    for (area, rings) in map.areas.iter().zip(&rings) {
        if entry_of(&area.key).is_some_and(loud) {
            let (path, wide, ink) = (outline::path(rings), canvas.em() * 0.13, canvas.style().label.color);
            canvas.area(path, None, ink, wide.min(canvas.hairline().max(1.0) * 2.0));
        }
    }
    for first in [true, false] {
        for (area, rings) in map.areas.iter().zip(&rings) {
            if let Some(entry) = entry_of(&area.key).filter(|e| loud(e) == first) {
                inscribe(canvas, entry, rings, &breaks);
            }
        }
    }
    if keyed {
        let missing = entries.iter().any(|e| e.number.is_none())
            || map.areas.iter().any(|area| entry_of(&area.key).is_none());
        key(canvas, &breaks, missing);
    }
}

/// A class's colour.
fn shade(canvas: &Canvas<'_>, class: usize, classes: usize) -> Color {
    let share = if classes > 1 { many(class) / many(classes - 1) } else { 0.6 };
    let strength = STRENGTHS.0 + (STRENGTHS.1 - STRENGTHS.0) * share;
    tint(canvas.style().accent, strength, canvas.style().surface)
}

/// The colour of an entry; none when its number is missing.
fn fill(canvas: &Canvas<'_>, entry: &Entry<'_>, breaks: &[f64]) -> Option<Color> {
    let number = entry.number?;
    Some(entry.datum.color.unwrap_or_else(|| shade(canvas, class(breaks, number), breaks.len() + 1)))
}

/// Fills an area, or hatches it.
fn paint_area(canvas: &mut Canvas<'_>, entry: Option<&Entry<'_>>, rings: &Rings, breaks: &[f64]) {
    let color = entry.and_then(|entry| fill(canvas, entry, breaks));
    let style = canvas.style();
    let wide = canvas.hairline().max(0.5);
    let path = outline::path(rings);
    match color {
        Some(color) => canvas.area(path, Some(color), style.surface, wide),
        None => {
            canvas.area(path.clone(), Some(style.surface), style.surface, wide);
            canvas.hatch(rings, style.line);
            canvas.area(path, None, style.line, wide);
        }
    }
}

/// Name and value in the middle of an area, or one of them, where they fit.
fn inscribe(canvas: &mut Canvas<'_>, entry: &Entry<'_>, rings: &Rings, breaks: &[f64]) {
    let color = fill(canvas, entry, breaks);
    let ink = ink_on(color.unwrap_or(canvas.style().surface), canvas.style());
    let (label, value) = (entry.label.as_ref(), entry.value.as_ref());
    let Some(frame) = outline::bounds(rings) else {
        return canvas.overset_entry(entry);
    };
    let ways = [(label, value, 1), (label, value, 2), (label, None, 2), (None, value, 1)];
    for (label, value, lines) in ways {
        for scale in SCALES {
            let set = |words: Option<&Words>, lines: usize| match words {
                Some(words) => words.set(scale, frame.width, lines).map(Some),
                None => Some(None),
            };
            let (Some(first), Some(second)) = (set(label, lines), set(value, 1)) else { continue };
            let both = [(label, first), (value, second)];
            if try_both(canvas, rings, &both, (color.is_none(), ink)) {
                return;
            }
        }
    }
    if entry.datum.emphasis {
        canvas.overset_entry(entry);
    }
}

/// Draws words under each other inside an area; says whether there was room.
fn try_both(
    canvas: &mut Canvas<'_>,
    rings: &Rings,
    both: &[(Option<&Words>, Option<Setting>); 2],
    (hatched, ink): (bool, Color),
) -> bool {
    let set = || both.iter().filter_map(|(words, setting)| words.zip(setting.as_ref()));
    let between = canvas.em() * 0.12;
    let width = set().map(|(_, s)| s.width).fold(0.0, f32::max);
    let height = set().map(|(_, s)| s.height() + between).sum::<f32>() - between;
    if width <= 0.0 {
        return false;
    }
    let edge = canvas.em() * 0.15;
    let Some(center) = outline::room_for(rings, Size { width: width + 2.0 * edge, height }) else { return false };
    if hatched {
        let ground = Rect::new(center.x - width / 2.0 - edge, center.y - height / 2.0, width + 2.0 * edge, height);
        let color = canvas.style().surface;
        canvas.panel(ground, 0.0, color);
    }
    let mut y = center.y - height / 2.0;
    let mut drawn = false;
    for (words, setting) in set() {
        let mut words = words.clone();
        words.style.color = ink;
        drawn |= canvas.try_text(&words, setting, center.x, Align::Middle, setting.below(y));
        y += setting.height() + between;
    }
    drawn
}

/// The key: a swatch for each class, the breaks between them, and a hatched one for what is missing.
fn key(canvas: &mut Canvas<'_>, breaks: &[f64], missing: bool) {
    let (em, rect) = (canvas.em(), canvas.rect);
    let classes = breaks.len() + 1;
    let style = TextStyle { color: canvas.style().muted, ..canvas.style().label.clone() };
    let said: Vec<(Words, Setting)> = breaks
        .iter()
        .filter_map(|at| {
            let label = Label { text: tick_words(*at, &canvas.style().language), bound: Vec::new() };
            let words = canvas.words(&label, &style)?;
            let setting = words.line(0.85)?;
            Some((words, setting))
        })
        .collect();
    let widest = said.iter().map(|(_, s)| s.width).fold(0.0, f32::max);
    let extra = if missing { em * 2.6 } else { 0.0 };
    let wide = ((rect.width - extra) / many(classes)).min((widest + em * 0.7).max(em * SWATCH.1));
    let high = em * SWATCH.0;
    let top = rect.bottom() - em * 2.0;
    for index in 0..classes {
        let color = shade(canvas, index, classes);
        canvas.panel(Rect::new(rect.x + many(index) * wide, top, wide, high), 0.0, color);
    }
    let y = top + high + em * 0.3;
    for (index, (words, setting)) in said.iter().enumerate() {
        let x = rect.x + many(index + 1) * wide;
        canvas.tick_text(words, setting, x, Align::Middle, setting.below(y));
    }
    if missing {
        let swatch = Rect::new(rect.x + many(classes) * wide + em, top, em * 1.4, high);
        let line = canvas.style().line;
        canvas.outline(swatch, 0.0, line, Vec::new());
        canvas.hatch(&[hatch::corners(swatch.outset(-1.0))], line);
        if let Some(words) = canvas.words(&Canvas::dash(), &style)
            && let Some(setting) = words.line(0.85)
        {
            let Point { x, .. } = swatch.center();
            canvas.tick_text(&words, &setting, x, Align::Middle, setting.below(y));
        }
    }
}
