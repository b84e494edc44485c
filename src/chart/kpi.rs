//! Key figures: name, a large number with its unit, the change with a triangle, target and what was before in words.
//!
//! All of a chart have one size of figure. What stands under the figure is left out only by being reported.

use super::canvas::{Canvas, Entry, size, width_or};
use super::change::{self, Way};
use super::scale::many;
use super::spec::{Spec, TextStyle};
use super::words::{Align, Setting, Words};
use crate::text::Fonts;
use crate::units::{Rect, Size};

/// Width without a wish, in rem, of one figure.
const OWN_WIDTH: f32 = 14.0;
/// Sizes that everything is tried at, as shares of the style's.
const SCALES: [f32; 6] = [1.0, 0.9, 0.8, 0.7, 0.6, 0.5];
/// The least that small words shrink to.
const LEAST: f32 = 0.78;
/// Side of a change's triangle, in em of its words.
const SIGN: f32 = 0.62;

/// A key figure, its words shaped.
struct Card<'a> {
    /// Name and value.
    entry: Entry<'a>,
    /// Unit, small beside the value.
    unit: Option<Words>,
    /// The change in words and its way.
    change: Option<(Words, Way)>,
    /// Target, and what was before.
    notes: Vec<Words>,
}

/// A card as set.
#[derive(Default)]
struct Set {
    /// Name.
    label: Option<Setting>,
    /// Value.
    value: Option<Setting>,
    /// Unit.
    unit: Option<Setting>,
    /// Change.
    change: Option<Setting>,
    /// Notes.
    notes: Vec<Setting>,
}

/// Space between the parts of a card, in em of the labels: over the value, over the change, over each note.
const GAPS: [f32; 3] = [0.45, 0.55, 0.3];

/// Shapes all cards.
fn cards<'a>(canvas: &mut Canvas<'a>) -> Vec<Card<'a>> {
    let style = canvas.style();
    let quiet = TextStyle { color: style.muted, ..style.label.clone() };
    let small = TextStyle { tracking: 0.0, ..canvas.small_figure() };
    let figure = style.figure.clone();
    let entries = canvas.entries(&figure);
    entries
        .into_iter()
        .map(|entry| {
            let datum = entry.datum;
            let way = change::way(&datum.change);
            let said = TextStyle { color: change::color(canvas, way), ..small.clone() };
            let change = canvas.words(&datum.change.words, &said).map(|words| (words, way));
            let unit = canvas.words(&datum.unit, &TextStyle { color: figure.color, ..style.label.clone() });
            let notes = [&datum.aim, &datum.before].into_iter().filter_map(|l| canvas.words(l, &quiet)).collect();
            let label = canvas.words(&datum.label, &quiet);
            Card { entry: Entry { label, ..entry }, unit, change, notes }
        })
        .collect()
}

impl Card<'_> {
    /// Sets a card's words for a width; none when some do not fit.
    fn set(&self, canvas: &Canvas<'_>, width: f32, scale: f32) -> Option<Set> {
        let small = scale.max(LEAST);
        let wrapped = |words: &Option<Words>, lines: usize| match words {
            Some(words) => words.set(small, width, lines).map(Some),
            None => Some(None),
        };
        let mut set = Set { label: wrapped(&self.entry.label, 3)?, ..Set::default() };
        set.unit = wrapped(&self.unit, 1)?;
        let taken = set.unit.as_ref().map_or(0.0, |unit| unit.width + canvas.em() * 0.35);
        if let Some(value) = &self.entry.value {
            set.value = Some(value.set(scale, width - taken, 1)?);
        }
        if let Some((words, way)) = &self.change {
            set.change = Some(words.set(small, width - lead(canvas, *way, small), 2)?);
        }
        for note in &self.notes {
            set.notes.push(note.set(small, width, 2)?);
        }
        Some(set)
    }
}

/// Width of a change's triangle and its gap.
fn lead(canvas: &Canvas<'_>, way: Way, scale: f32) -> f32 {
    if way == Way::Unknown { 0.0 } else { canvas.em() * scale * (SIGN + 0.35) }
}

impl Set {
    /// Height of the whole card.
    fn height(&self, em: f32) -> f32 {
        let one = |setting: &Option<Setting>, gap: f32| setting.as_ref().map_or(0.0, |s| s.height() + em * gap);
        let notes: f32 = self.notes.iter().map(|s| s.height() + em * GAPS[2]).sum();
        one(&self.label, GAPS[0]) + one(&self.value, 0.0) + one(&self.change, GAPS[1]) + notes
    }
}

/// Space between cards.
fn gap(em: f32) -> f32 {
    em * 2.0
}

/// Width of a card where so many stand side by side.
fn card_width(width: f32, columns: usize, em: f32) -> f32 {
    (width - gap(em) * many(columns.saturating_sub(1))) / many(columns.max(1))
}

/// Numbers of columns to try: full rows first, then the wider grids, one column last.
fn counts(count: usize) -> Vec<usize> {
    let mut counts: Vec<usize> = (1..=count).rev().collect();
    counts.sort_by_key(|columns| (*columns == 1, !count.is_multiple_of(*columns)));
    counts
}

/// Columns, sizes and settings for a box; the largest figures that fit.
fn fit(canvas: &Canvas<'_>, cards: &[Card<'_>], area: Size) -> Option<(usize, Vec<Set>)> {
    let (em, count) = (canvas.em(), cards.len());
    let asked = canvas.spec.columns.filter(|c| *c > 0).map(|c| c.min(count));
    for scale in SCALES {
        for columns in counts(count).into_iter().filter(|c| asked.is_none_or(|asked| asked == *c)) {
            let width = card_width(area.width, columns, em);
            let sets: Option<Vec<Set>> = cards.iter().map(|card| card.set(canvas, width, scale)).collect();
            let Some(sets) = sets else { continue };
            if total(&sets, columns, em) <= area.height + 0.5 {
                return Some((columns, sets));
            }
        }
    }
    None
}

/// Height of rows of cards.
fn total(sets: &[Set], columns: usize, em: f32) -> f32 {
    let rows: Vec<f32> =
        sets.chunks(columns.max(1)).map(|row| row.iter().map(|s| s.height(em)).fold(0.0, f32::max)).collect();
    rows.iter().sum::<f32>() + gap(em) * 0.8 * many(rows.len().saturating_sub(1))
}

/// The smallest good size for a width.
pub(super) fn natural_size(spec: &Spec, width: Option<f32>, fonts: &Fonts<'_>) -> Size {
    let own = OWN_WIDTH * many(spec.columns.unwrap_or(spec.data.len()).clamp(1, 4));
    let width = width_or(spec, width, own);
    let mut canvas = Canvas::new(spec, Rect::new(0.0, 0.0, width, 0.0), fonts);
    let cards = cards(&mut canvas);
    let em = canvas.em();
    let least = em * 9.0;
    let roomy = (1..=cards.len()).rev().find(|c| *c == 1 || card_width(width, *c, em) >= least).unwrap_or(1);
    // As many rows, but none with a card alone.
    let even = cards.len().div_ceil(cards.len().div_ceil(roomy).max(1)).max(1);
    let columns = spec.columns.filter(|c| *c > 0).unwrap_or(even).min(cards.len().max(1));
    let set = |scale: f32| -> Option<Vec<Set>> {
        cards.iter().map(|card| card.set(&canvas, card_width(width, columns, em), scale)).collect()
    };
    let height = SCALES.into_iter().find_map(set).map_or(em * 4.0, |sets| total(&sets, columns, em));
    size(width, height)
}

/// Draws the cards.
pub(super) fn draw(canvas: &mut Canvas<'_>) {
    let cards = cards(canvas);
    if cards.is_empty() {
        return;
    }
    let (rect, em) = (canvas.rect, canvas.em());
    let Some((columns, sets)) = fit(canvas, &cards, Size { width: rect.width, height: rect.height }) else {
        return bare(canvas, &cards);
    };
    let width = card_width(rect.width, columns, em);
    let free = rect.height - total(&sets, columns, em);
    let mut y = rect.y + (free / 2.0).max(0.0);
    for (row, settings) in cards.chunks(columns).zip(sets.chunks(columns)) {
        let tall = settings.iter().map(|s| s.height(em)).fold(0.0, f32::max);
        // Figures of a row stand on one line, under the tallest of its names.
        let head = settings.iter().filter_map(|s| s.label.as_ref()).map(Setting::height).fold(0.0, f32::max);
        for (index, (card, set)) in row.iter().zip(settings).enumerate() {
            let x = rect.x + many(index) * (width + gap(em));
            let own = set.label.as_ref().map_or(0.0, Setting::height);
            let spare = (rect.bottom() - y - set.height(em)).max(0.0);
            paint_card(canvas, card, set, (x, y + (head - own).min(spare)));
        }
        y += tall + gap(em) * 0.8;
    }
}

/// The figures alone, where there is no room for more.
fn bare(canvas: &mut Canvas<'_>, cards: &[Card<'_>]) {
    let rect = canvas.rect;
    let width = rect.width / many(cards.len());
    for (index, card) in cards.iter().enumerate() {
        let said = [&card.entry.label, &card.unit].into_iter().flatten();
        let rest = card.change.iter().map(|(words, _)| words).chain(&card.notes);
        said.chain(rest).for_each(|words| canvas.overset(words));
        let Some(value) = &card.entry.value else { continue };
        let scale = (rect.height / value.style.size.max(1.0)).min(1.0);
        let least = canvas.em() * 0.6;
        let set = SCALES.into_iter().filter_map(|s| value.set(s * scale, width, 1)).find(|s| s.size >= least);
        match set {
            Some(set) => {
                let x = rect.x + many(index) * width;
                canvas.text(value, &set, x, Align::Start, set.centered(rect.center().y));
            }
            None => canvas.overset(value),
        }
    }
}

/// Draws one card from its top left.
fn paint_card(canvas: &mut Canvas<'_>, card: &Card<'_>, set: &Set, (x, top): (f32, f32)) {
    let em = canvas.em();
    let mut y = top;
    if let Some((words, setting)) = card.entry.label.as_ref().zip(set.label.as_ref()) {
        canvas.text(words, setting, x, Align::Start, setting.below(y));
        y += setting.height() + em * GAPS[0];
    }
    if let Some((words, setting)) = card.entry.value.as_ref().zip(set.value.as_ref()) {
        let baseline = setting.below(y);
        canvas.text(words, setting, x, Align::Start, baseline);
        if let Some((unit, small)) = card.unit.as_ref().zip(set.unit.as_ref()) {
            canvas.text(unit, small, x + setting.width + em * 0.35, Align::Start, baseline);
        }
        y += setting.height();
    }
    if let Some(((words, way), setting)) = card.change.as_ref().zip(set.change.as_ref()) {
        y += em * GAPS[1];
        let baseline = setting.below(y);
        let side = setting.size * SIGN;
        let square = Rect::new(x, baseline - setting.cap / 2.0 - side / 2.0, side, side);
        let color = change::color(canvas, *way);
        change::sign(canvas, square, *way, color);
        canvas.text(words, setting, x + lead(canvas, *way, setting.size / em), Align::Start, baseline);
        y += setting.height();
    }
    for (words, setting) in card.notes.iter().zip(&set.notes) {
        y += em * GAPS[2];
        canvas.text(words, setting, x, Align::Start, setting.below(y));
        y += setting.height();
    }
}
