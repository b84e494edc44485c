//! The legend of several series: a swatch in each one's notation and its name, in lines that never overlap.

use super::canvas::Canvas;
use super::paint;
use super::words::{Align, Setting, Words};
use crate::units::Rect;

/// Sizes that names are tried at, as shares of the label's.
const SCALES: [f32; 3] = [1.0, 0.9, 0.8];
/// Most lines that one name takes.
const LINES: usize = 3;

/// A name at its place, from the legend's top left.
struct Entry {
    /// Which series.
    series: usize,
    /// Its name.
    words: Words,
    /// The name as set.
    setting: Setting,
    /// Left edge of the swatch and top of the line.
    at: (f32, f32),
    /// Height of the line.
    tall: f32,
}

/// A legend, set for a width.
#[derive(Default)]
pub(super) struct Legend {
    /// What it says.
    entries: Vec<Entry>,
    /// Names that are wider than the legend.
    unset: Vec<Words>,
    /// Its height with the gap under it; zero when it says nothing.
    pub(super) height: f32,
}

impl Legend {
    /// Sets the names of a chart's series.
    pub(super) fn new(canvas: &mut Canvas<'_>, width: f32) -> Self {
        let spec = canvas.spec;
        let mut names = Vec::new();
        for (index, series) in spec.series.iter().enumerate() {
            if let Some(words) = canvas.words(&series.label, &spec.style.label) {
                names.push((index, words));
            }
        }
        let em = canvas.em();
        let fits = |scale: &f32| names.iter().all(|(_, w)| w.set(*scale, width - lead(em), 1).is_some());
        let scale = SCALES.into_iter().find(fits).unwrap_or(SCALES[2]);
        let mut legend = Self::default();
        let (mut x, mut y, mut tall) = (0.0, 0.0, 0.0_f32);
        for (series, words) in names {
            let Some(setting) = words.set(scale, width - lead(em), LINES) else {
                legend.unset.push(words);
                continue;
            };
            let wide = lead(em) + setting.width;
            if x > 0.0 && x + wide > width {
                (x, y, tall) = (0.0, y + tall + em * 0.25, 0.0);
            }
            let own = setting.centered_height();
            tall = tall.max(own);
            legend.entries.push(Entry { series, words, setting, at: (x, y), tall: own });
            x += wide + em * 1.4;
        }
        legend.height = if legend.entries.is_empty() { 0.0 } else { y + tall + em * 0.7 };
        legend
    }

    /// Draws it with its top left at a place, or reports the names when it is not to be shown.
    pub(super) fn draw(self, canvas: &mut Canvas<'_>, left: f32, top: f32, shown: bool) {
        for words in &self.unset {
            canvas.overset(words);
        }
        for Entry { series, words, setting, at: (x, y), tall } in &self.entries {
            if !shown {
                canvas.overset(words);
                continue;
            }
            let middle = top + y + tall / 2.0;
            let side = canvas.em() * 0.78;
            let status = canvas.spec.series.get(*series).map(|s| s.status).unwrap_or_default();
            let color = paint::series_color(canvas.spec, *series);
            canvas.mark(Rect::new(left + x, middle - side / 2.0, side, side), [0.0; 4], color, status);
            let first = middle - setting.leaps() / 2.0 + setting.cap / 2.0;
            canvas.text(words, setting, left + x + lead(canvas.em()), Align::Start, first);
        }
    }
}

/// Width of a swatch and its gap.
fn lead(em: f32) -> f32 {
    em * 1.2
}
