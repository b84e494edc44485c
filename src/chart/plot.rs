//! The plot of several series: where numbers become places, upright or lying, with its ticks.

use super::axis::ticks;
use super::canvas::Canvas;
use super::paint;
use super::scale::{Domain, many, tick_words};
use super::spec::{Label, TextStyle};
use super::words::{Align, Setting, Words};
use crate::units::{Point, Rect};

/// Where numbers become lengths.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plot {
    /// From the lowest number to the highest, over all data.
    pub(super) area: Rect,
    /// The range shown.
    pub(super) domain: Domain,
    /// Whether greater is higher; else it is further right.
    pub(super) upright: bool,
}

/// A tick with its words as set.
pub(super) type Tick = (f64, Words, Setting);

impl Plot {
    /// Where a number lies along the scale.
    pub(super) fn at(&self, number: f64) -> f32 {
        let share = self.domain.at(number);
        if self.upright { self.area.bottom() - share * self.area.height } else { self.area.x + share * self.area.width }
    }

    /// Where zero lies, or the end nearest to it.
    pub(super) fn zero(&self) -> f32 {
        self.at(0.0f64.clamp(self.domain.low, self.domain.high))
    }

    /// The box between two places along the scale, `wide` across it.
    pub(super) fn rect(&self, (across, wide): (f32, f32), from: f32, to: f32) -> Rect {
        let (least, length) = (from.min(to), (to - from).abs());
        if self.upright { Rect::new(across, least, wide, length) } else { Rect::new(least, across, length, wide) }
    }

    /// Corner radii of a bar that is round where it ends.
    pub(super) fn round(&self, radius: f32, onwards: bool) -> [f32; 4] {
        let r = radius;
        match (self.upright, onwards) {
            (true, true) => [r, r, 0.0, 0.0],
            (true, false) => [0.0, 0.0, r, r],
            (false, true) => [0.0, r, r, 0.0],
            (false, false) => [r, 0.0, 0.0, r],
        }
    }

    /// The line that bars start from.
    pub(super) fn base(&self, canvas: &mut Canvas<'_>) {
        let wide = canvas.hairline().max(1.0);
        let zero = self.zero();
        let color = canvas.style().line;
        let line = if self.upright {
            let y = canvas.edge(zero - wide / 2.0).min(canvas.rect.bottom() - wide);
            Rect::new(self.area.x, y, self.area.width, wide)
        } else {
            let x = canvas.edge(zero - wide / 2.0).max(canvas.rect.x);
            Rect::new(x, self.area.y, wide, self.area.height)
        };
        canvas.panel(line, 0.0, color);
    }

    /// The line that all should reach.
    pub(super) fn target(&self, canvas: &mut Canvas<'_>) {
        let Some(target) = super::scale::finite(canvas.spec.target) else { return };
        let (at, r, dash) = (self.at(target), self.area, canvas.em() * 0.3);
        let ends = if self.upright {
            [Point { x: r.x, y: at }, Point { x: r.right(), y: at }]
        } else {
            [Point { x: at, y: r.y }, Point { x: at, y: r.bottom() }]
        };
        let wide = canvas.hairline().max(1.0);
        canvas.line(&ends, canvas.style().label.color, wide, vec![dash, dash]);
    }

    /// Gridlines and their words: left of an upright plot, under a lying one.
    pub(super) fn grid(&self, canvas: &mut Canvas<'_>, marks: &[Tick]) {
        let wide = canvas.hairline();
        let color = paint::tint(canvas.style().line, 0.6, canvas.style().surface);
        for (tick, words, setting) in marks {
            let at = self.at(*tick);
            if self.upright {
                canvas.panel(Rect::new(self.area.x, at - wide / 2.0, self.area.width, wide), 0.0, color);
                let end = self.area.x - canvas.em() * 0.5;
                canvas.tick_text(words, setting, end, Align::End, setting.centered(at));
            } else {
                canvas.panel(Rect::new(at - wide / 2.0, self.area.y, wide, self.area.height), 0.0, color);
                let half = setting.width / 2.0;
                let x = at.min(canvas.rect.right() - half).max(canvas.rect.x + half);
                let y = setting.below(self.area.bottom() + canvas.em() * 0.35);
                canvas.tick_text(words, setting, x, Align::Middle, y);
            }
        }
    }

    /// Ticks for the plot and the room they need beside it; none where there is no room for an axis.
    pub(super) fn ticks(&self, canvas: &mut Canvas<'_>) -> (Vec<Tick>, f32) {
        let em = canvas.em();
        if self.upright {
            let (marks, room) = ticks(canvas, &self.domain, self.area);
            return if marks.len() > 1 { (marks, room) } else { (Vec::new(), 0.0) };
        }
        if self.area.width < em * 10.0 || self.area.height < em * 4.0 {
            return (Vec::new(), 0.0);
        }
        let style = TextStyle { color: canvas.style().muted, ..canvas.style().label.clone() };
        for most in [6, 4, 3] {
            let mut found = Vec::new();
            for tick in self.domain.ticks(most) {
                let label = Label { text: tick_words(tick, &canvas.style().language), bound: Vec::new() };
                if let Some(words) = canvas.words(&label, &style)
                    && let Some(setting) = words.line(0.85)
                {
                    found.push((tick, words, setting));
                }
            }
            let widest = found.iter().map(|(_, _, s)| s.width).fold(0.0, f32::max);
            let tall = found.iter().map(|(_, _, s)| s.height()).fold(0.0, f32::max);
            let apart = match (found.first(), found.last()) {
                (Some(a), Some(b)) if found.len() > 1 => (self.at(b.0) - self.at(a.0)) / many(found.len() - 1),
                _ => 0.0,
            };
            if apart > widest + em * 0.6 {
                return (found, tall + em * 0.35);
            }
        }
        (Vec::new(), 0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lying_and_upright_plots_measure_alike() {
        let domain = Domain { low: -50.0, high: 150.0 };
        let area = Rect::new(10.0, 20.0, 400.0, 200.0);
        let (up, flat) = (Plot { area, domain, upright: true }, Plot { area, domain, upright: false });
        assert_eq!((up.at(150.0), up.zero(), up.at(-50.0)), (20.0, 170.0, 220.0));
        assert_eq!((flat.at(150.0), flat.zero(), flat.at(-50.0)), (410.0, 110.0, 10.0));
        assert_eq!(flat.rect((30.0, 8.0), flat.zero(), flat.at(100.0)), Rect::new(110.0, 30.0, 200.0, 8.0));
        assert_eq!(up.rect((30.0, 8.0), up.zero(), up.at(-50.0)), Rect::new(30.0, 170.0, 8.0, 50.0));
    }
}
