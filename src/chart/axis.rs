//! The category axis: a slot for each datum from left to right, its label under it.
//!
//! Labels wrap, then shrink; where even that is not enough every n-th is shown and the others are reported.

use super::canvas::{Canvas, Entry};
use super::scale::{Domain, many, tick_words};
use super::spec::{Label, TextStyle};
use super::words::{Align, Setting, Words};
use crate::units::Rect;

/// Sizes that are tried, as shares of the style's.
const SCALES: [f32; 4] = [1.0, 0.92, 0.85, 0.78];
/// Most lines of a label.
const LINES: usize = 3;

/// The slots and their labels.
pub(super) struct Axis {
    /// Width of a slot.
    pub(super) slot: f32,
    /// The label of each datum, where it is shown.
    labels: Vec<Option<Setting>>,
    /// Height of the labels with the gap above them.
    pub(super) height: f32,
    /// The values on one line, where all fit beside each other.
    pub(super) values: Option<Vec<Option<Setting>>>,
    /// Height of a value with its gap.
    pub(super) value_height: f32,
}

impl Axis {
    /// Sets labels and values for a width.
    pub(super) fn new(entries: &[Entry<'_>], width: f32, em: f32) -> Self {
        let slot = width / many(entries.len().max(1));
        let labels = all_labels(entries, slot, em).unwrap_or_else(|| some_labels(entries, slot, em));
        let tall = labels.iter().flatten().map(Setting::height).fold(0.0, f32::max);
        let values = all_values(entries, slot, em);
        let value = values.iter().flatten().flatten().map(Setting::height).fold(0.0, f32::max);
        let with_gap = |height: f32, gap: f32| if height > 0.0 { height + em * gap } else { 0.0 };
        Self { slot, labels, height: with_gap(tall, 0.4), values, value_height: with_gap(value, 0.35) }
    }

    /// The middle of a slot.
    pub(super) fn center(&self, left: f32, index: usize) -> f32 {
        left + (many(index) + 0.5) * self.slot
    }

    /// Draws the labels with their top at `y`, inside an area.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, entries: &[Entry<'_>], area: Rect, y: f32) {
        for (index, (entry, setting)) in entries.iter().zip(&self.labels).enumerate() {
            match (&entry.label, setting) {
                (Some(words), Some(setting)) => {
                    let half = setting.width / 2.0;
                    let x = self.center(area.x, index).min(area.right() - half).max(area.x + half);
                    canvas.text(words, setting, x, Align::Middle, setting.below(y));
                }
                (Some(words), None) => canvas.overset(words),
                _ => {}
            }
        }
    }
}

/// All labels in their slots at the largest size at which they fit.
fn all_labels(entries: &[Entry<'_>], slot: f32, em: f32) -> Option<Vec<Option<Setting>>> {
    let measure = slot - em * 0.35;
    SCALES.into_iter().find_map(|scale| {
        let set = |e: &Entry<'_>| match &e.label {
            Some(label) => label.set(scale, measure, LINES).map(Some),
            None => Some(None),
        };
        entries.iter().map(set).collect()
    })
}

/// Every n-th label on one line, with the least n at which they fit.
fn some_labels(entries: &[Entry<'_>], slot: f32, em: f32) -> Vec<Option<Setting>> {
    let every = |n: usize| -> Vec<Option<Setting>> {
        // The first and the last label are moved inwards by up to half their width.
        let at_ends = (slot * (many(n) + 0.5) - em * 0.5) / 1.5;
        let measure = (slot * many(n) - em * 0.5).min(at_ends.max(slot));
        let set = |(i, e): (usize, &Entry<'_>)| {
            e.label.as_ref().filter(|_| i % n == 0).and_then(|l| l.set(SCALES[2], measure, 1))
        };
        entries.iter().enumerate().map(set).collect()
    };
    let shown = |n: usize| (0..entries.len()).step_by(n).filter(|i| entries.get(*i).is_some_and(|e| e.label.is_some()));
    let mut best = Vec::new();
    for n in 1..=entries.len().max(1) {
        let labels = every(n);
        let fitting = labels.iter().flatten().count();
        if fitting == shown(n).count() {
            return labels;
        }
        if best.iter().flatten().count() < fitting || best.is_empty() {
            best = labels;
        }
    }
    best
}

/// All values in their slots at the largest size at which they fit; none where one does not.
fn all_values(entries: &[Entry<'_>], slot: f32, em: f32) -> Option<Vec<Option<Setting>>> {
    SCALES.into_iter().find_map(|scale| {
        let set = |e: &Entry<'_>| match &e.value {
            Some(value) => value.set(scale, slot - em * 0.2, 1).map(Some),
            None => Some(None),
        };
        entries.iter().map(set).collect()
    })
}

/// Ticks with their words, and the width these need with a gap; empty where there is no room for an axis.
pub(super) fn ticks(canvas: &mut Canvas<'_>, domain: &Domain, plot: Rect) -> (Vec<(f64, Words, Setting)>, f32) {
    let em = canvas.em();
    if plot.width < em * 18.0 || plot.height < em * 6.0 {
        return (Vec::new(), 0.0);
    }
    let most = if plot.height > em * 14.0 { 6 } else { 4 };
    let style = TextStyle { color: canvas.style().muted, ..canvas.style().label.clone() };
    let mut found = Vec::new();
    for tick in domain.ticks(most) {
        let label = Label { text: tick_words(tick, &canvas.style().language), bound: Vec::new() };
        let Some(words) = canvas.words(&label, &style) else { continue };
        let Some(setting) = words.line(SCALES[2]) else { continue };
        found.push((tick, words, setting));
    }
    let width = found.iter().map(|(_, _, s)| s.width).fold(0.0, f32::max);
    if width > plot.width * 0.2 { (Vec::new(), 0.0) } else { (found, width + em * 0.5) }
}
