//! From before to now: a line for each datum, its label at the left end, its value at the right.

use super::canvas::{Canvas, Entry, size, width_or};
use super::scale::{Domain, finite};
use super::spec::Spec;
use super::words::{Align, Setting, Words};
use crate::text::Fonts;
use crate::units::{Point, Rect, Size};

/// Width without a wish, in rem.
const OWN_WIDTH: f32 = 26.0;
/// Sizes that labels are tried at, as shares of the style's.
const SCALES: [f32; 3] = [1.0, 0.9, 0.8];
/// The widest the labels may be, as a share of the box.
const LABEL_SHARE: f32 = 0.42;

/// The labels or values of one end.
struct End<'a> {
    /// What is said, and the height it belongs to.
    words: Vec<(&'a Words, Setting, f32)>,
}

/// The smallest good size for a width.
pub(super) fn natural_size(spec: &Spec, width: Option<f32>, fonts: &Fonts<'_>) -> Size {
    let width = width_or(spec, width, OWN_WIDTH);
    let mut canvas = Canvas::new(spec, Rect::default(), fonts);
    let figure = canvas.small_figure();
    let entries = canvas.entries(&figure);
    let set = |e: &Entry<'_>| e.label.as_ref().and_then(|l| l.set(1.0, width * LABEL_SHARE, 2));
    let labels: f32 = entries.iter().filter_map(set).map(|s| s.centered_height() + s.size * 0.15).sum();
    size(width, (labels * 1.15).max(width * 0.5).max(canvas.em() * 7.0))
}

/// Draws the slopes.
pub(super) fn draw(canvas: &mut Canvas<'_>) {
    let figure = canvas.small_figure();
    let entries = canvas.entries(&figure);
    let (rect, em) = (canvas.rect, canvas.em());
    let scale = scale(&entries, rect);
    let labels: Vec<Option<Setting>> =
        entries.iter().map(|e| e.label.as_ref().and_then(|l| l.set(scale, rect.width * LABEL_SHARE, 2))).collect();
    let values: Vec<Option<Setting>> =
        entries.iter().map(|e| e.value.as_ref().and_then(|v| v.set(scale, rect.width * 0.3, 1))).collect();
    let widest = |all: &[Option<Setting>]| all.iter().flatten().map(|s| s.width).fold(0.0, f32::max);
    let radius = (em * 0.34).min(rect.height * 0.1).min(rect.width * 0.05);
    let (left, right) =
        (rect.x + widest(&labels) + em * 0.5 + radius, rect.right() - widest(&values) - em * 0.5 - radius);
    let inset = (em * 0.7).min(rect.height * 0.25).max(radius);
    let domain = Domain::spread(canvas.spec);
    let y = |n: f64| rect.bottom() - inset - domain.at(n) * (rect.height - 2.0 * inset);
    if right - left > radius * 2.0 {
        rails(canvas, left, right);
        // What stands out is drawn over the others.
        for loud in [false, true] {
            for entry in entries.iter().filter(|e| e.datum.emphasis == loud) {
                slope(canvas, entry, (left, right, radius), y);
            }
        }
    }
    let (mut starts, mut ends) = (End { words: Vec::new() }, End { words: Vec::new() });
    let missing = rect.bottom() - inset;
    for ((entry, label), value) in entries.iter().zip(labels).zip(values) {
        let now = entry.number.map_or(missing, y);
        let before = finite(entry.datum.previous).map_or(now, y);
        starts.push(canvas, entry.label.as_ref(), label, before);
        ends.push(canvas, entry.value.as_ref(), value, now);
    }
    starts.draw(canvas, left - radius - em * 0.5, Align::End);
    ends.draw(canvas, right + radius + em * 0.5, Align::Start);
}

/// The size at which all labels fit beside the slopes and above each other.
fn scale(entries: &[Entry<'_>], rect: Rect) -> f32 {
    let fits = |scale: &f32| {
        let set = |e: &Entry<'_>| e.label.as_ref().map(|l| l.set(*scale, rect.width * LABEL_SHARE, 2));
        let all: Option<Vec<Setting>> = entries.iter().filter_map(set).collect();
        all.is_some_and(|all| all.iter().map(Setting::centered_height).sum::<f32>() <= rect.height)
    };
    SCALES.into_iter().find(fits).unwrap_or(SCALES[2])
}

/// The two upright lines.
fn rails(canvas: &mut Canvas<'_>, left: f32, right: f32) {
    let wide = canvas.hairline();
    for x in [left, right] {
        let rail = Rect::new(x - wide / 2.0, canvas.rect.y, wide, canvas.rect.height);
        canvas.panel(rail, 0.0, canvas.style().line);
    }
}

/// A datum's line with a dot at each end; without a number only what was before, hollow.
fn slope(canvas: &mut Canvas<'_>, entry: &Entry<'_>, (left, right, radius): (f32, f32, f32), y: impl Fn(f64) -> f32) {
    let color = canvas.color(entry.datum);
    let start = finite(entry.datum.previous).map(|n| Point { x: left, y: y(n) });
    let end = entry.number.map(|n| Point { x: right, y: y(n) });
    if let (Some(start), Some(end)) = (start, end) {
        let wide = canvas.em() * if entry.datum.emphasis { 0.22 } else { 0.15 };
        canvas.line(&[start, end], color, wide.min(radius).max(1.0), Vec::new());
    }
    for point in [start, end].into_iter().flatten() {
        canvas.disc(point, radius, color);
    }
    if let (Some(start), None) = (start, end) {
        canvas.disc(start, radius * 0.6, canvas.style().surface);
    }
}

impl<'a> End<'a> {
    /// Adds words at a height; what has no setting is reported.
    fn push(&mut self, canvas: &mut Canvas<'_>, words: Option<&'a Words>, setting: Option<Setting>, y: f32) {
        match (words, setting) {
            (Some(words), Some(setting)) => self.words.push((words, setting, y)),
            (Some(words), None) => canvas.overset(words),
            _ => {}
        }
    }

    /// Draws the words, moved apart where they would touch.
    fn draw(mut self, canvas: &mut Canvas<'_>, x: f32, align: Align) {
        self.words.sort_by(|a, b| a.2.total_cmp(&b.2));
        let wishes: Vec<(f32, f32)> = self.words.iter().map(|(_, s, y)| (*y, s.centered_height())).collect();
        let places = spread(&wishes, canvas.rect.y, canvas.rect.bottom());
        for ((words, setting, _), y) in self.words.into_iter().zip(places) {
            canvas.text(words, &setting, x, align, setting.centered(y));
        }
    }
}

/// Moves middles (rising, each with its height) apart so that none overlap, as little as needed, between two ends.
///
/// Where there is no room for all, the last ones reach beyond the end.
pub(super) fn spread(wishes: &[(f32, f32)], top: f32, bottom: f32) -> Vec<f32> {
    let mut places: Vec<f32> = wishes.iter().map(|(y, _)| *y).collect();
    let mut least = bottom;
    for (place, (_, height)) in places.iter_mut().zip(wishes).rev() {
        *place = place.min(least - height / 2.0);
        least = *place - height / 2.0;
    }
    let mut most = top;
    for (place, (_, height)) in places.iter_mut().zip(wishes) {
        *place = place.max(most + height / 2.0);
        most = *place + height / 2.0;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_would_touch_move_apart() {
        assert_eq!(spread(&[(50.0, 10.0), (52.0, 10.0)], 0.0, 100.0), [42.0, 52.0]);
        assert_eq!(spread(&[(1.0, 10.0), (2.0, 10.0)], 0.0, 100.0), [5.0, 15.0]);
        assert_eq!(spread(&[(99.0, 10.0), (99.0, 10.0)], 0.0, 100.0), [85.0, 95.0]);
        assert_eq!(spread(&[(20.0, 10.0), (80.0, 10.0)], 0.0, 100.0), [20.0, 80.0]);
        assert!(spread(&[], 0.0, 1.0).is_empty());
    }
}
