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
use super::tiles::last_word;
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
/// Space around words in an area, and between name and value, in em.
const EDGE: f32 = 0.15;
/// See [`EDGE`].
const BETWEEN: f32 = 0.12;

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
        if let (Some(entry), Some(shape)) = (entry_of(&area.key), outline::bounds(rings)) {
            canvas.stand_for(entry.datum, shape);
        }
    }
    // What stands out has its outline over its neighbours'.
    let loud = |e: &Entry<'_>| e.datum.emphasis;
    for (area, rings) in map.areas.iter().zip(&rings) {
        if entry_of(&area.key).is_some_and(loud) {
            let (path, wide, ink) = (outline::path(rings), canvas.em() * 0.13, canvas.style().label.color);
            canvas.area(path, None, ink, wide.min(canvas.hairline().max(1.0) * 2.0));
        }
    }
    let known = |key: &str| map.areas.iter().any(|area| area.key == key);
    for entry in entries.iter().filter(|entry| !known(&entry.datum.key)) {
        canvas.overset_entry(entry);
    }
    let index_of = |key: &str| entries.iter().position(|entry| entry.datum.key == key);
    let areas: Vec<(usize, &Rings)> =
        map.areas.iter().zip(&rings).filter_map(|(area, rings)| Some((index_of(&area.key)?, rings))).collect();
    inscribe(canvas, &entries, &areas, &breaks);
    if keyed {
        let missing =
            entries.iter().any(|e| e.number.is_none()) || map.areas.iter().any(|area| entry_of(&area.key).is_none());
        let shown = rings.iter().filter_map(|rings| outline::bounds(rings));
        let foot = shown.map(|frame| frame.bottom()).fold(canvas.rect.y, f32::max);
        key(canvas, &breaks, missing, foot + em * 0.9);
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

/// What areas say: the words of names, whether with values, in how many lines, at which size.
type Way<'w> = (&'w [Option<Words>], bool, usize, f32);

/// The words of the areas: the same for all where one way fits them all, else for each what it holds.
fn inscribe(canvas: &mut Canvas<'_>, entries: &[Entry<'_>], areas: &[(usize, &Rings)], breaks: &[f64]) {
    let style = canvas.style().label.clone();
    let short: Vec<Option<Words>> = entries.iter().map(|e| canvas.words(&last_word(&e.datum.label), &style)).collect();
    let full: Vec<Option<Words>> = entries.iter().map(|e| e.label.clone()).collect();
    let none: Vec<Option<Words>> = vec![None; entries.len()];
    let ways = [(&full, true, 1), (&short, true, 1), (&full, true, 2), (&short, false, 1), (&none, true, 1)];
    let all: Vec<Way<'_>> = ways
        .iter()
        .flat_map(|(labels, valued, lines)| SCALES.map(|scale| (labels.as_slice(), *valued, *lines, scale)))
        .collect();
    let common = all.iter().find(|way| areas.iter().all(|(index, rings)| fits(canvas, entries, *index, rings, way)));
    for loud in [true, false] {
        for (index, rings) in areas.iter().filter(|(index, _)| is_loud(entries, *index) == loud) {
            let own = || all.iter().find(|way| fits(canvas, entries, *index, rings, way));
            let way = common.or_else(own);
            let Some(entry) = entries.get(*index) else { continue };
            let drawn = way.is_some_and(|way| {
                let color = fill(canvas, entry, breaks);
                let ink = ink_on(color.unwrap_or(canvas.style().surface), canvas.style());
                try_both(canvas, rings, &both(canvas, entries, *index, rings, way), (color.is_none(), ink))
            });
            if !drawn && entry.datum.emphasis {
                canvas.overset_entry(entry);
            }
        }
    }
}

/// Whether an entry stands out.
fn is_loud(entries: &[Entry<'_>], index: usize) -> bool {
    entries.get(index).is_some_and(|entry| entry.datum.emphasis)
}

/// Whether an area holds its words in a way.
fn fits(canvas: &Canvas<'_>, entries: &[Entry<'_>], index: usize, rings: &Rings, way: &Way<'_>) -> bool {
    let both = both(canvas, entries, index, rings, way);
    let wanted = [way.0.get(index).is_some_and(Option::is_some), way.1];
    let set = both.iter().zip(wanted).all(|((words, setting), wanted)| !wanted || words.is_none() || setting.is_some());
    let size = extent(canvas, &both);
    set && size.width > 0.0 && outline::room_for(rings, size).is_some()
}

/// Name and value, each with its setting.
type Both<'w> = [(Option<&'w Words>, Option<Setting>); 2];

/// Name and value of an area in a way, set.
fn both<'w>(
    canvas: &Canvas<'_>,
    entries: &'w [Entry<'_>],
    index: usize,
    rings: &Rings,
    (labels, valued, lines, scale): &Way<'w>,
) -> Both<'w> {
    let width = outline::bounds(rings).map_or(0.0, |frame| frame.width - canvas.em() * EDGE * 2.0);
    let set = |words: Option<&'w Words>, lines: usize| (words, words.and_then(|w| w.set(*scale, width, lines)));
    let label = labels.get(index).and_then(Option::as_ref);
    let value = entries.get(index).and_then(|entry| entry.value.as_ref()).filter(|_| *valued);
    [set(label, *lines), set(value, 1)]
}

/// The box around words under each other, with an edge on both sides.
fn extent(canvas: &Canvas<'_>, both: &Both<'_>) -> Size {
    let set = || both.iter().filter_map(|(_, setting)| setting.as_ref());
    let width = set().map(|s| s.width).fold(0.0, f32::max);
    let height =
        set().map(Setting::height).sum::<f32>() + canvas.em() * BETWEEN * many(set().count().saturating_sub(1));
    if width > 0.0 {
        Size { width: width + 2.0 * canvas.em() * EDGE, height: height + 2.0 * canvas.em() * EDGE }
    } else {
        Size::default()
    }
}

/// Draws words under each other inside an area; says whether there was room.
fn try_both(canvas: &mut Canvas<'_>, rings: &Rings, both: &Both<'_>, (hatched, ink): (bool, Color)) -> bool {
    let size = extent(canvas, both);
    let Some(center) = outline::room_for(rings, size).filter(|_| size.width > 0.0) else { return false };
    let top = center.y - size.height / 2.0;
    if hatched {
        let color = canvas.style().surface;
        canvas.panel(Rect::new(center.x - size.width / 2.0, top, size.width, size.height), 0.0, color);
    }
    let (mut y, mut drawn) = (top + canvas.em() * EDGE, false);
    for (words, setting) in both.iter().filter_map(|(words, setting)| words.zip(setting.as_ref())) {
        let mut words = words.clone();
        words.style.color = ink;
        drawn |= canvas.try_text(&words, setting, center.x, Align::Middle, setting.below(y));
        y += setting.height() + canvas.em() * BETWEEN;
    }
    drawn
}

/// The key: a swatch for each class, the breaks between them, and a hatched one for what is missing.
fn key(canvas: &mut Canvas<'_>, breaks: &[f64], missing: bool, top: f32) {
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
    let top = top.min(rect.bottom() - em * 2.0);
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
