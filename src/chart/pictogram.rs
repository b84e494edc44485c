//! So many of so many: a dot for each of the whole, filled as far as the number goes.

use super::canvas::{Canvas, Entry};
use super::icons;
use super::path::PathData;
use super::scale::{finite, many};
use super::spec::Spec;
use crate::units::{Point, Rect};

/// Most dots of one whole; a greater whole is shown by this many, each standing for more.
const MOST: f64 = 100.0;

/// How many dots stand for the whole, and what each is worth.
pub(super) fn units(spec: &Spec) -> (usize, f64) {
    let most = spec.data.iter().filter_map(|d| finite(d.number)).fold(0.0, f64::max);
    let fallback = [10.0, 20.0, 100.0].into_iter().find(|whole| most <= *whole).unwrap_or(most);
    let whole = finite(spec.maximum).filter(|m| *m >= 1.0).unwrap_or(fallback);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 100")]
    let dots = if whole <= MOST { whole.ceil() as usize } else { 10 };
    (dots.max(1), whole / super::scale::count(dots.max(1)))
}

/// Draws an entry's dots from the top left of a box.
pub(super) fn dots(canvas: &mut Canvas<'_>, entry: &Entry<'_>, area: Rect, number: Option<f64>) {
    let (dots, worth) = units(canvas.spec);
    let style = canvas.style();
    let filled = number.map_or(0.0, |n| (n / worth).clamp(0.0, super::scale::count(dots)));
    let color = canvas.color(entry.datum);
    let Some((pitch, line)) = grid(canvas, dots, area) else {
        // Too small for dots: the same share as a bar.
        canvas.panel(area, 0.0, style.track);
        #[expect(clippy::cast_possible_truncation, reason = "between 0 and 1")]
        let share = (filled / super::scale::count(dots)) as f32;
        return canvas.panel(Rect { width: area.width * share, ..area }, 0.0, color);
    };
    // Icons are lighter than dots and have room of their own around them.
    let side = pitch * if canvas.spec.kind == super::Kind::Icons { 0.92 } else { 0.8 };
    for index in 0..dots {
        let cell = Rect::new(area.x + many(index % line) * pitch, area.y + many(index / line) * pitch, side, side);
        if number.is_none() {
            canvas.outline(cell, pitch * 0.4, style.line, vec![pitch * 0.12, pitch * 0.12]);
            continue;
        }
        #[expect(clippy::cast_possible_truncation, reason = "clamped to 0..=1")]
        let share = (filled - super::scale::count(index)).clamp(0.0, 1.0) as f32;
        match entry.datum.icon.as_ref().or(canvas.spec.icon.as_ref()) {
            Some(icon) => icons::part(canvas, icon, cell, share),
            None => dot(canvas, cell, share, color),
        }
    }
}

/// Step from dot to dot and dots on a line, so that all stand inside; none when that is under two pixels.
fn grid(canvas: &Canvas<'_>, dots: usize, area: Rect) -> Option<(f32, usize)> {
    let most = canvas.em() * if dots <= 20 { 2.4 } else { 1.2 };
    let lines = [dots, 50, 25, 20, 10, 5, 1].into_iter().filter(|line| *line <= dots);
    let pitch = |line: usize| (area.width / many(line)).min(area.height / many(dots.div_ceil(line))).min(most);
    // Of equal steps the one with the shorter lines of ten reads best.
    let mut best: Option<(f32, usize)> = None;
    for line in lines {
        let step = if canvas.style().snap { pitch(line).floor() } else { pitch(line) };
        let ten = line == 10 || line == dots;
        if best.is_none_or(|(most, _)| step > most * 1.02 || (ten && step >= most * 0.98)) {
            best = Some((step, line));
        }
    }
    best.filter(|(step, _)| *step >= 2.0)
}

/// A dot filled up to a share of its width.
fn dot(canvas: &mut Canvas<'_>, cell: Rect, share: f32, color: crate::color::Color) {
    let track = canvas.style().track;
    if canvas.style().snap {
        canvas.panel(cell, 0.0, track);
        if share > 0.0 {
            canvas.panel(Rect { width: cell.width * share, ..cell }, 0.0, color);
        }
        return;
    }
    let (center, radius) = (cell.center(), cell.width / 2.0);
    let full = share >= 0.995;
    canvas.disc(center, radius, if full { color } else { track });
    if share > 0.005 && !full {
        let mut part = PathData::default();
        part.disc_part(Point { x: center.x, y: center.y }, radius, share);
        canvas.fill(part, color);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Kind;
    use crate::chart::pictures::{datum, spec};

    #[test]
    fn the_whole_is_ten_twenty_or_what_is_said() {
        let mut asked = spec(Kind::Pictogram, vec![datum("Xã", "7", Some(7.0))]);
        assert_eq!(units(&asked).0, 10);
        asked.data[0].number = Some(14.0);
        assert_eq!(units(&asked).0, 20);
        asked.maximum = Some(95.0);
        assert_eq!(units(&asked).0, 95);
        asked.maximum = Some(5000.0);
        assert_eq!(units(&asked), (10, 500.0));
        asked.maximum = Some(f64::NAN);
        assert_eq!(units(&asked).0, 20);
    }
}
