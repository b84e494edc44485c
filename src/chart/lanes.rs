//! Names of rows whose marks differ in height: beside the marks where they fit, else above them.

use super::canvas::{Canvas, Entry};
use super::scale::many;
use super::words::{Align, Setting};
use crate::units::Rect;

/// Sizes that names are tried at, as shares of the style's.
const SCALES: [f32; 4] = [1.0, 0.92, 0.85, 0.78];
/// The widest that names beside marks may be, as a share of the box.
const SHARE: f32 = 0.36;

/// The names as set.
pub(super) struct Lanes {
    /// Each one's lines.
    settings: Vec<Option<Setting>>,
    /// Width that they take beside the marks, with a gap; zero when they stand above.
    pub(super) lead: f32,
    /// Height that they take above the marks.
    head: f32,
    /// Height of the tallest.
    tall: f32,
}

impl Lanes {
    /// Sets names for a width and a height of rows.
    pub(super) fn new(entries: &[Entry<'_>], width: f32, step: f32, em: f32) -> Self {
        let beside = SCALES.into_iter().find_map(|scale| {
            let lanes = Self::set(entries, (width * SHARE, 3), scale, true, em)?;
            (lanes.tall <= step && width - lanes.lead >= em * 8.0).then_some(lanes)
        });
        let above = || {
            SCALES.into_iter().find_map(|scale| {
                let lanes = Self::set(entries, (width, 2), scale, false, em)?;
                (lanes.head + em * 0.9 <= step).then_some(lanes)
            })
        };
        beside.or_else(above).unwrap_or_else(|| {
            let set = |e: &Entry<'_>| {
                let label = e.label.as_ref()?.set(SCALES[3], width * SHARE, 3)?;
                (label.centered_height() <= step).then_some(label)
            };
            Self::of(entries.iter().map(set).collect(), true, em)
        })
    }

    /// All names at one size; none when one does not fit.
    fn set(entries: &[Entry<'_>], (measure, lines): (f32, usize), scale: f32, beside: bool, em: f32) -> Option<Self> {
        let set = |e: &Entry<'_>| match &e.label {
            Some(label) => label.set(scale, measure, lines).map(Some),
            None => Some(None),
        };
        Some(Self::of(entries.iter().map(set).collect::<Option<_>>()?, beside, em))
    }

    /// From settings.
    fn of(settings: Vec<Option<Setting>>, beside: bool, em: f32) -> Self {
        let set = || settings.iter().flatten();
        let widest = set().map(|s| s.width).fold(0.0, f32::max);
        let tall = set().map(Setting::centered_height).fold(0.0, f32::max);
        let high = set().map(Setting::height).fold(0.0, f32::max);
        let lead = if beside && widest > 0.0 { widest + em * 0.7 } else { 0.0 };
        let head = if beside || high <= 0.0 { 0.0 } else { high + em * 0.2 };
        Self { settings, lead, head, tall }
    }

    /// The room for marks in a row.
    pub(super) fn room(&self, step: f32) -> f32 {
        (step - self.head).max(0.0)
    }

    /// Top of the marks of a row, and the room they have.
    pub(super) fn bars(&self, top: f32, step: f32, index: usize) -> (f32, f32) {
        (top + many(index) * step + self.head, self.room(step))
    }

    /// A good height for all rows with marks of a height.
    pub(super) fn natural_height(&self, marks: f32, em: f32) -> f32 {
        let row = if self.head > 0.0 { self.head + marks } else { marks.max(self.tall + em * 0.4) };
        row * many(self.settings.len())
    }

    /// Draws the names left of a plot, or above each row of it.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, entries: &[Entry<'_>], left: f32, area: Rect) {
        let step = area.height / many(entries.len().max(1));
        for (index, (entry, setting)) in entries.iter().zip(&self.settings).enumerate() {
            let top = area.y + many(index) * step;
            match (&entry.label, setting) {
                (Some(words), Some(setting)) => {
                    let y = if self.head > 0.0 { setting.below(top) } else { setting.centered(top + step / 2.0) };
                    canvas.text(words, setting, left, Align::Start, y);
                }
                (Some(words), None) => canvas.overset(words),
                _ => {}
            }
        }
    }
}
