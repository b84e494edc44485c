//! A tile map: a square for each datum, coloured by its number, with a key of the two ends of the scale.
//!
//! All tiles say equally much: label and value, else the label, else its last word ("01" of "Đơn vị 01").

use super::canvas::{Canvas, Entry, size, width_or};
use super::paint::{ink_on, tint};
use super::scale::{Domain, many, whole_of};
use super::spec::{Label, Spec};
use super::words::{Align, Setting, Words};
use crate::color::Color;
use crate::text::Fonts;
use crate::units::{Rect, Size};

/// Width without a wish, in rem.
const OWN_WIDTH: f32 = 36.0;
/// Sizes that words are tried at, as shares of the style's.
const SCALES: [f32; 4] = [1.0, 0.88, 0.76, 0.66];
/// The palest and the strongest tint.
const STRENGTHS: (f32, f32) = (0.14, 1.0);
/// Space between a tile's label and value, in em.
const SPACE: f32 = 0.22;
/// Squares of the key.
const KEY_STEPS: usize = 5;

/// The words of a tile: label and value with their settings.
type TileWords = (Option<(Words, Setting)>, Option<(Words, Setting)>);

/// Columns for a width without a box: near a square, tiles large enough for words.
fn columns_for(spec: &Spec, count: usize, width: f32, em: f32) -> usize {
    if let Some(asked) = spec.columns.filter(|c| *c > 0) {
        return asked.min(count.max(1));
    }
    let roomy = whole_of(width / (em * 4.2)).max(1);
    let square = whole_of((many(count) * 1.8).sqrt().ceil()).max(1);
    roomy.min(square).min(count.max(1))
}

/// The smallest good size for a width.
pub(super) fn natural_size(spec: &Spec, width: Option<f32>, fonts: &Fonts<'_>) -> Size {
    let width = width_or(spec, width, OWN_WIDTH);
    let canvas = Canvas::new(spec, Rect::default(), fonts);
    let count = spec.data.len();
    let columns = columns_for(spec, count, width, canvas.em());
    let pitch = (width / many(columns)).min(canvas.em() * 7.0);
    size(width, pitch * many(count.div_ceil(columns)) + key_height(&canvas))
}

/// Height of the key with its gap.
fn key_height(canvas: &Canvas<'_>) -> f32 {
    canvas.em() * 2.4
}

/// Draws the tiles.
pub(super) fn draw(canvas: &mut Canvas<'_>) {
    let figure = canvas.small_figure();
    let entries = canvas.entries(&figure);
    if entries.is_empty() {
        return;
    }
    let mut rect = canvas.rect;
    let keyed = rect.height > key_height(canvas) * 2.5 && rect.width > canvas.em() * 10.0;
    if keyed {
        rect.height -= key_height(canvas);
    }
    let (columns, pitch) = grid(canvas, entries.len(), rect);
    if pitch < 1.0 {
        entries.iter().for_each(|entry| canvas.overset_entry(entry));
        return;
    }
    let gap = if canvas.style().snap { (pitch * 0.08).round().min(pitch - 1.0) } else { pitch * 0.08 };
    let side = pitch - gap;
    let left = canvas.edge(rect.x);
    let domain = shown(canvas.spec, &entries);
    let words = tile_words(canvas, &entries, side);
    for (index, (entry, words)) in entries.iter().zip(words).enumerate() {
        let tile = Rect::new(left + many(index % columns) * pitch, rect.y + many(index / columns) * pitch, side, side);
        let color = ground(canvas, entry, &domain);
        let radius = if canvas.style().snap { 0.0 } else { (side * 0.14).min(canvas.em() * 0.6) };
        match color {
            Some(color) => canvas.panel(tile, radius, color),
            None => canvas.outline(tile, radius, canvas.style().line, vec![side * 0.08, side * 0.08]),
        }
        let ink = ink_on(color.unwrap_or(canvas.style().surface), canvas.style());
        canvas.stand_for(entry.datum, tile);
        inscribe(canvas, entry, words, tile, ink);
    }
    if keyed {
        let used = rect.y + many(entries.len().div_ceil(columns)) * pitch;
        key(canvas, &entries, &domain, used + canvas.em() * 0.6);
    }
}

/// Columns and step from tile to tile: the largest squares that fit.
fn grid(canvas: &Canvas<'_>, count: usize, rect: Rect) -> (usize, f32) {
    let pitch = |columns: usize| (rect.width / many(columns)).min(rect.height / many(count.div_ceil(columns)));
    let asked = canvas.spec.columns.filter(|c| *c > 0).map(|c| c.min(count));
    // Of equally large tiles the wider grid leaves fewer holes below.
    let best = (1..=count).max_by(|a, b| pitch(*a).total_cmp(&pitch(*b)));
    let columns = asked.or(best).unwrap_or(1).max(1);
    let step = pitch(columns).min(canvas.em() * 9.0);
    (columns, if canvas.style().snap { step.floor() } else { step })
}

/// The range of colours: as asked for, else from the least to the greatest number.
fn shown(spec: &Spec, entries: &[Entry<'_>]) -> Domain {
    let numbers = || entries.iter().filter_map(|e| e.number);
    let low = spec.minimum.filter(|m| m.is_finite()).unwrap_or_else(|| numbers().fold(f64::INFINITY, f64::min));
    let high = spec.maximum.filter(|m| m.is_finite()).unwrap_or_else(|| numbers().fold(f64::NEG_INFINITY, f64::max));
    let flat = !(low.is_finite() && high > low);
    if flat { Domain { low: high - high.abs().max(1.0), high } } else { Domain { low, high } }
}

/// A tile's colour; none when its number is missing.
fn ground(canvas: &Canvas<'_>, entry: &Entry<'_>, domain: &Domain) -> Option<Color> {
    let number = entry.number?;
    let base = entry.datum.color.unwrap_or(canvas.style().accent);
    Some(tint(base, strength(domain.at(number)), canvas.style().surface))
}

/// The strength of a tint for a share of the range.
fn strength(share: f32) -> f32 {
    STRENGTHS.0 + (STRENGTHS.1 - STRENGTHS.0) * share
}

/// A label's last word when that is a number, which tells tiles apart ("01" of "Đơn vị 01"); else the label.
pub(super) fn last_word(label: &Label) -> Label {
    let start = label.text.trim_end().rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let start = (start..=label.text.len()).find(|at| label.text.is_char_boundary(*at)).unwrap_or(0);
    let text = label.text.get(start..).unwrap_or_default().trim_end().to_owned();
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return label.clone();
    }
    let shift = |(range, index): &(std::ops::Range<usize>, usize)| {
        let moved = range.start.saturating_sub(start)..range.end.saturating_sub(start).min(text.len());
        (moved.start < moved.end).then_some((moved, *index))
    };
    Label { bound: label.bound.iter().filter_map(shift).collect(), text }
}

/// What every tile can say at this size.
fn tile_words(canvas: &mut Canvas<'_>, entries: &[Entry<'_>], side: f32) -> Vec<TileWords> {
    let width = side * 0.86;
    let short: Vec<Option<Words>> = entries
        .iter()
        .map(|e| {
            let style = canvas.spec.style.label.clone();
            canvas.words(&last_word(&e.datum.label), &style)
        })
        .collect();
    let full: Vec<Option<Words>> = entries.iter().map(|e| e.label.clone()).collect();
    let (large, all) = (SCALES.get(..2).unwrap_or_default(), SCALES.as_slice());
    // A number alone reads better than a whole name in small print.
    let ways = [
        (&full, 1, true, large),
        (&short, 1, true, all),
        (&full, 2, true, all),
        (&full, 2, false, all),
        (&short, 1, false, all),
    ];
    for (labels, lines, valued, scales) in ways {
        for scale in scales.iter().copied() {
            let set = |words: &Option<Words>, lines: usize| match words {
                Some(words) => words.set(scale, width, lines).map(|s| Some((words.clone(), s))),
                None => Some(None),
            };
            let tile = |(label, entry): (&Option<Words>, &Entry<'_>)| -> Option<TileWords> {
                let label = set(label, lines)?;
                let value = if valued { set(&entry.value, 1)? } else { None };
                (stack_height(&label, &value) <= side * 0.9).then_some((label, value))
            };
            if let Some(all) = labels.iter().zip(entries).map(tile).collect::<Option<Vec<_>>>() {
                return all;
            }
        }
    }
    entries.iter().for_each(|entry| {
        if let Some(label) = &entry.label {
            canvas.overset(label);
        }
    });
    vec![(None, None); entries.len()]
}

/// Height of a label over a value.
fn stack_height(label: &Option<(Words, Setting)>, value: &Option<(Words, Setting)>) -> f32 {
    let sizes = [label, value].map(|part| part.as_ref().map(|(_, s)| (s.height(), s.size)));
    let gap = if let [Some((_, size)), Some(_)] = sizes { size * SPACE } else { 0.0 };
    sizes.into_iter().flatten().map(|(height, _)| height).sum::<f32>() + gap
}

/// Draws a tile's words in its middle.
fn inscribe(canvas: &mut Canvas<'_>, entry: &Entry<'_>, (label, value): TileWords, tile: Rect, ink: Color) {
    let tall = stack_height(&label, &value);
    let middle = tile.center();
    let mut y = middle.y - tall / 2.0;
    let alone = label.is_some() != value.is_some();
    let ink = if entry.number.is_none() { canvas.style().muted } else { ink };
    for (words, setting) in [label, value].into_iter().flatten() {
        let baseline = if alone { setting.centered(middle.y) } else { setting.below(y) };
        canvas.text_in(&words, &setting, (middle.x, Align::Middle, baseline), ink);
        y += setting.height() + setting.size * SPACE;
    }
}

/// The key: the values at the ends of the scale, as their own cells say them, around a ramp.
fn key(canvas: &mut Canvas<'_>, entries: &[Entry<'_>], domain: &Domain, y: f32) {
    let numbered = || entries.iter().filter(|e| e.number.is_some());
    let by = |a: &&Entry<'_>, b: &&Entry<'_>| a.number.unwrap_or_default().total_cmp(&b.number.unwrap_or_default());
    let (Some(least), Some(most)) = (numbered().min_by(by), numbered().max_by(by)) else { return };
    let side = canvas.em() * 1.1;
    let style = canvas.style().label.clone();
    let mut x = canvas.rect.x;
    let middle = y + side / 2.0;
    let shares = [least, most].map(|e| e.number.map_or(0.0, |n| domain.at(n)));
    for (end, entry) in [least, most].into_iter().enumerate() {
        if let Some((words, setting)) =
            canvas.words(&entry.datum.value, &style).and_then(|w| w.line(0.85).map(|s| (w, s)))
        {
            // The key repeats words that stand in the tiles: without room it is left out.
            if canvas.try_text(&words, &setting, x, Align::Start, setting.centered(middle)) {
                x += setting.width + side * 0.4;
            }
        }
        if end == 0 {
            for step in 0..KEY_STEPS {
                let share = shares[0] + (shares[1] - shares[0]) * many(step) / many(KEY_STEPS - 1);
                let color = tint(canvas.style().accent, strength(share), canvas.style().surface);
                canvas.panel(Rect::new(x, y, side * 1.5, side), 0.0, color);
                x += side * 1.5;
            }
            x += side * 0.4;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_keeps_its_binding() {
        let label = Label { text: "Đơn vị 01".to_owned(), bound: vec![(0.."Đơn vị 01".len(), 4)] };
        assert_eq!(last_word(&label), Label { text: "01".to_owned(), bound: vec![(0..2, 4)] });
        let first = Label { text: "Đơn vị 01 ".to_owned(), bound: vec![(0..5, 4)] };
        assert!(last_word(&first).bound.is_empty());
        let name = Label { text: "Hà Tĩnh".to_owned(), bound: vec![(0..3, 4)] };
        assert_eq!(last_word(&name), name);
        assert_eq!(last_word(&Label::default()), Label::default());
        let wide = Label { text: "A\u{2003}7".to_owned(), bound: vec![] };
        assert_eq!(last_word(&wide).text, "7");
    }

    #[test]
    fn tints_grow_with_the_number() {
        assert!(strength(0.0) > 0.1 && strength(1.0) > strength(0.5) && strength(0.5) > strength(0.0));
    }
}
