//! Shares of a whole: a donut, or one stacked bar, with a line of label and value for each share.
//!
//! In a bar the words stand in and under their segments where all fit; else, and beside a donut, they are a list
//! whose swatches repeat the colours. Negative numbers are no shares and are reported; missing ones stay in the list.

use super::Kind;
use super::canvas::{Canvas, Entry, size, width_or};
use super::paint::{ink_on, series, tint};
use super::path::PathData;
use super::scale::{finite, many};
use super::spec::Spec;
use super::words::{Align, Setting};
use crate::color::Color;
use crate::text::Fonts;
use crate::units::{Point, Rect, Size};

/// Width without a wish, in rem.
const OWN_WIDTH: f32 = 28.0;
/// Sizes that words are tried at, as shares of the style's.
const SCALES: [f32; 4] = [1.0, 0.92, 0.85, 0.78];
/// Height of a stacked bar, in em.
const BAR: f32 = 2.8;
/// Inner radius of a donut as a share of the outer one.
const HOLE: f32 = 0.62;
/// Width of a wide donut chart that the donut itself may take.
const DONUT_SHARE: f32 = 0.42;

/// A list of shares: its words as set, and the height of a line.
struct List {
    /// Label and value of each.
    rows: Vec<(Option<Setting>, Option<Setting>)>,
    /// The least step from line to line.
    step: f32,
}

/// Each entry's share of the whole with its colour; none for what is missing or negative.
fn shares(canvas: &Canvas<'_>, entries: &[Entry<'_>]) -> Vec<Option<(f32, Color)>> {
    let good = |e: &Entry<'_>| e.number.filter(|n| *n >= 0.0);
    // Scaled by the greatest first: the sum of finite numbers may be infinite.
    let most = entries.iter().filter_map(good).fold(0.0, f64::max).max(f64::MIN_POSITIVE);
    let sum: f64 = entries.iter().filter_map(good).map(|n| n / most).sum();
    let whole = finite(canvas.spec.maximum).map_or(sum, |m| sum.max(m / most)).max(f64::MIN_POSITIVE);
    let style = canvas.style();
    let loud = entries.iter().any(|e| e.datum.emphasis);
    let quiet = |index: usize| {
        tint(style.muted, [0.62, 0.46, 0.32, 0.22].get(index % 4).copied().unwrap_or(0.5), style.surface)
    };
    let color = |index: usize, e: &Entry<'_>| {
        let own = if e.datum.emphasis {
            style.accent
        } else if loud {
            quiet(index)
        } else {
            series(style, index)
        };
        e.datum.color.unwrap_or(own)
    };
    #[expect(clippy::cast_possible_truncation, reason = "a share, between 0 and 1")]
    let share =
        |(i, e): (usize, &Entry<'_>)| good(e).map(|n| (((n / most) / whole).clamp(0.0, 1.0) as f32, color(i, e)));
    entries.iter().enumerate().map(share).collect()
}

impl List {
    /// Sets the words for a width; `strict` fails when some do not fit.
    fn new(entries: &[Entry<'_>], width: f32, em: f32, scale: f32, strict: bool) -> Option<Self> {
        let mut rows = Vec::with_capacity(entries.len());
        for entry in entries {
            let value = entry.value.as_ref().and_then(|v| v.set(scale, width * 0.6, 1));
            let taken = value.as_ref().map_or(0.0, |v| v.width + em * 0.8);
            let label = entry.label.as_ref().and_then(|l| l.set(scale, width - indent(em) - taken, 3));
            if strict && ((label.is_none() && entry.label.is_some()) || (value.is_none() && entry.value.is_some())) {
                return None;
            }
            rows.push((label, value));
        }
        let tall = |(a, b): &(Option<Setting>, Option<Setting>)| {
            [a, b].into_iter().flatten().map(Setting::centered_height).fold(0.0, f32::max)
        };
        let step = rows.iter().map(tall).fold(0.0, f32::max) + em * 0.2;
        Some(Self { rows, step })
    }

    /// The largest list that fits a box; else one that leaves words out.
    fn fit(entries: &[Entry<'_>], width: f32, height: f32, em: f32) -> Option<Self> {
        let tries = SCALES.into_iter().map(|s| (s, true)).chain([(SCALES[3], false)]);
        tries
            .filter_map(|(scale, strict)| Self::new(entries, width, em, scale, strict))
            .find(|list| list.step * many(entries.len()) <= height + 0.5)
    }

    /// Draws the lines, in the middle of a box.
    fn draw(&self, canvas: &mut Canvas<'_>, entries: &[Entry<'_>], colors: &[Option<(f32, Color)>], area: Rect) {
        let em = canvas.em();
        let step = (area.height / many(entries.len().max(1))).min(self.step + em * 0.6);
        let top = area.y + (area.height - step * many(entries.len())) / 2.0;
        for (index, (entry, (label, value))) in entries.iter().zip(&self.rows).enumerate() {
            let y = top + (many(index) + 0.5) * step;
            let side = em * 0.72;
            let swatch = Rect::new(area.x, y - side / 2.0, side, side);
            match colors.get(index).copied().flatten() {
                Some((_, color)) => canvas.panel(swatch, side * 0.28, color),
                None => canvas.outline(swatch, side * 0.28, canvas.style().line, vec![side * 0.2, side * 0.2]),
            }
            canvas.put(entry.label.as_ref(), label.as_ref(), (area.x + indent(em), Align::Start), y);
            canvas.put(entry.value.as_ref(), value.as_ref(), (area.right(), Align::End), y);
        }
    }
}

/// Width of a swatch and its gap.
fn indent(em: f32) -> f32 {
    em * 1.25
}

/// Whether a donut's list stands beside it.
fn beside(width: f32, em: f32) -> bool {
    width >= em * 22.0
}

/// Width of the list beside or under a donut, and the donut's diameter in a box of that width.
fn donut_widths(width: f32, em: f32) -> (f32, f32) {
    if beside(width, em) {
        let diameter = (width * DONUT_SHARE).min(em * 18.0);
        ((width - diameter - em * 2.0).min(em * 22.0), diameter)
    } else {
        (width, width.min(em * 14.0))
    }
}

/// The smallest good size for a width.
pub(super) fn natural_size(spec: &Spec, width: Option<f32>, fonts: &Fonts<'_>) -> Size {
    let width = width_or(spec, width, OWN_WIDTH);
    let mut canvas = Canvas::new(spec, Rect::default(), fonts);
    let figure = canvas.small_figure();
    let entries = canvas.entries(&figure);
    let em = canvas.em();
    let list_height = |width: f32| {
        let list =
            List::new(&entries, width, em, 1.0, true).or_else(|| List::new(&entries, width, em, SCALES[3], false));
        list.map_or(0.0, |l| (l.step + em * 0.3) * many(entries.len()))
    };
    if spec.kind == Kind::Stacked {
        let parts = shares(&canvas, &entries);
        let words = segments(&entries, &parts, width, em);
        let under = words.map_or_else(|| list_height(width), |words| under_height(&words));
        return size(width, em * (BAR + 0.7) + under);
    }
    let (list, diameter) = donut_widths(width, em);
    let tall = list_height(list);
    size(width, if beside(width, em) { tall.max(diameter) } else { diameter + em + tall })
}

/// Draws the shares.
pub(super) fn draw(canvas: &mut Canvas<'_>) {
    let figure = canvas.small_figure();
    let entries = canvas.entries(&figure);
    if entries.is_empty() {
        return;
    }
    let parts = shares(canvas, &entries);
    for entry in entries.iter().filter(|e| e.number.is_some_and(|n| n < 0.0)) {
        canvas.overset_entry(entry);
    }
    if canvas.spec.kind == Kind::Stacked { stacked(canvas, &entries, &parts) } else { donut(canvas, &entries, &parts) }
}

/// Draws a donut with its list beside or under it.
fn donut(canvas: &mut Canvas<'_>, entries: &[Entry<'_>], parts: &[Option<(f32, Color)>]) {
    let (rect, em) = (canvas.rect, canvas.em());
    let mut diameter = rect.width.min(rect.height);
    let mut area = None;
    if beside(rect.width, em) {
        diameter = diameter.min(rect.width * DONUT_SHARE);
        let left = diameter + em * 2.0;
        let width = (rect.width - left).min(em * 22.0);
        area = Some(Rect::new(rect.x + left, rect.y, width, rect.height));
    } else if let Some(list) = List::fit(entries, rect.width, rect.height * 0.62, em) {
        let tall = list.step * many(entries.len());
        diameter = diameter.min(rect.height - tall - em);
        let used = diameter + em;
        area = Some(Rect::new(rect.x, rect.y + used, rect.width, rect.height - used));
    }
    let list = area.and_then(|area| List::fit(entries, area.width, area.height, em).map(|list| (list, area)));
    let center = match &list {
        Some(_) if beside(rect.width, em) => Point { x: rect.x + diameter / 2.0, y: rect.center().y },
        Some(_) => Point { x: rect.center().x, y: rect.y + diameter / 2.0 },
        None => rect.center(),
    };
    slices(canvas, parts, center, diameter / 2.0);
    match list {
        Some((list, area)) => list.draw(canvas, entries, parts, area),
        None => entries.iter().for_each(|entry| canvas.overset_entry(entry)),
    }
}

/// The slices of a donut, parted by the ground.
fn slices(canvas: &mut Canvas<'_>, parts: &[Option<(f32, Color)>], center: Point, outer: f32) {
    if outer < 1.5 {
        return;
    }
    let (inner, middle) = (outer * HOLE, outer * (1.0 + HOLE) / 2.0);
    let mut track = PathData::default();
    track.circle(center, middle);
    let wide = ((outer - inner) * 0.98).max(0.5);
    let wide = if canvas.style().snap { wide.floor().max(1.0) } else { wide };
    canvas.stroke(track, canvas.style().track, wide, Vec::new(), false);
    let several = parts.iter().flatten().filter(|(share, _)| *share > 0.0).count() > 1;
    let gap = if several { (outer * 0.012).max(1.0) / (outer * std::f32::consts::TAU) } else { 0.0 };
    let mut from = 0.0;
    for (share, color) in parts.iter().flatten() {
        let to = (from + share).min(1.0);
        let (start, end) = (from + gap, to - gap);
        from = to;
        if end - start <= 0.0005 {
            continue;
        }
        let mut path = PathData::default();
        path.slice(center, outer, inner, start, end);
        canvas.fill(path, *color);
    }
}

/// Words in and under the segments of a stacked bar, if all fit; none otherwise.
fn segments(
    entries: &[Entry<'_>],
    parts: &[Option<(f32, Color)>],
    width: f32,
    em: f32,
) -> Option<Vec<(Option<Setting>, Option<Setting>)>> {
    SCALES.into_iter().find_map(|scale| {
        let set = |(entry, part): (&Entry<'_>, &Option<(f32, Color)>)| {
            let room = part.map(|(share, _)| share * width - em * 0.7)?;
            let fit = |words: &Option<super::words::Words>, lines| match words {
                Some(words) => words.set(scale, room, lines).map(Some),
                None => Some(None),
            };
            Some((fit(&entry.label, 3)?, fit(&entry.value, 1)?))
        };
        entries.iter().zip(parts).map(set).collect()
    })
}

/// Height of the labels under the segments.
fn under_height(words: &[(Option<Setting>, Option<Setting>)]) -> f32 {
    words.iter().filter_map(|(l, _)| l.as_ref()).map(Setting::height).fold(0.0, f32::max)
}

/// Draws one bar of all shares.
fn stacked(canvas: &mut Canvas<'_>, entries: &[Entry<'_>], parts: &[Option<(f32, Color)>]) {
    let (rect, em) = (canvas.rect, canvas.em());
    let gap = em * 0.7;
    let words =
        segments(entries, parts, rect.width, em).filter(|words| under_height(words) + gap + em * 1.4 <= rect.height);
    let room = (rect.height - em * 0.9 - gap).max(0.0);
    let list = if words.is_none() { List::fit(entries, rect.width, room, em) } else { None };
    let under = match (&words, &list) {
        (Some(words), _) => under_height(words) + gap,
        (None, Some(list)) => list.step * many(entries.len()) + gap,
        _ => 0.0,
    };
    let high = (rect.height - under).min(em * BAR * 1.3);
    let bar = Rect::new(rect.x, rect.y, rect.width, high);
    canvas.panel(bar, 0.0, canvas.style().track);
    let mut x = bar.x;
    for (index, (entry, part)) in entries.iter().zip(parts).enumerate() {
        let Some((share, color)) = part else { continue };
        let wide = share * bar.width;
        let seam = if x + wide < bar.right() - 0.5 { canvas.hairline().max(1.5).min(wide * 0.3) } else { 0.0 };
        canvas.panel(Rect::new(x, bar.y, wide, high), 0.0, canvas.style().surface);
        if wide > 0.0 {
            canvas.panel(Rect::new(x, bar.y, wide - seam, high), 0.0, *color);
        }
        if let Some((label, value)) = words.as_ref().and_then(|w| w.get(index)) {
            let left = x + em * 0.35;
            if let (Some(words), Some(setting)) = (&entry.value, value) {
                let ink = ink_on(*color, canvas.style());
                canvas.text_in(words, setting, (left, Align::Start, setting.centered(bar.center().y)), ink);
            }
            if let (Some(words), Some(setting)) = (&entry.label, label) {
                canvas.text(words, setting, left, Align::Start, setting.below(bar.bottom() + gap));
            }
        }
        x += wide;
    }
    match list {
        Some(list) => {
            let area = Rect::new(rect.x, bar.bottom() + gap, rect.width, rect.bottom() - bar.bottom() - gap);
            list.draw(canvas, entries, parts, area);
        }
        None if words.is_none() => entries.iter().for_each(|entry| canvas.overset_entry(entry)),
        None => {}
    }
}
