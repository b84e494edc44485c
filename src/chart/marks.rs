//! The marks of several series: a bar for each number in its status's notation.

use super::canvas::Canvas;
use super::paint;
use super::plot::Plot;
use super::spec::Status;
use crate::color::Color;

/// One number's mark.
pub(super) struct Mark {
    /// Which series.
    pub(super) series: usize,
    /// The number, if there is one.
    pub(super) number: Option<f64>,
    /// Where it starts and ends along the scale.
    pub(super) ends: (f32, f32),
    /// Where it starts across the scale, and how wide it is.
    pub(super) across: (f32, f32),
}

/// A series' colour.
pub(super) fn color(canvas: &Canvas<'_>, series: usize) -> Color {
    paint::series_color(canvas.spec, series)
}

/// Draws a mark; a dotted stub where the number is missing, a sliver where it is zero.
pub(super) fn paint_mark(canvas: &mut Canvas<'_>, plot: &Plot, mark: &Mark, status: Status) {
    let (from, mut to) = mark.ends;
    let Some(number) = mark.number else { return missing(canvas, plot, mark) };
    let sliver = canvas.hairline().max(1.0) * 1.5;
    let forwards = if plot.upright { -1.0 } else { 1.0 };
    if number == 0.0 {
        to = from + sliver * forwards;
    }
    let rect = plot.rect(mark.across, from, to);
    let color = color(canvas, mark.series);
    if super::groups::stacked(canvas.spec) {
        let length = (to - from).abs();
        let seam = canvas.hairline().min(length * 0.3);
        let end = if to > from { to - seam } else { to + seam };
        return canvas.mark(plot.rect(mark.across, from, end), [0.0; 4], color, status);
    }
    let most = canvas.style().corner.unwrap_or(canvas.em() * 0.3);
    let radius = (mark.across.1 / 2.0).min(most).min((to - from).abs());
    let radius = if radius < 1.5 { 0.0 } else { radius };
    canvas.mark(rect, plot.round(radius, (to - from) * forwards >= 0.0), color, status);
}

/// What stands where a number is missing.
fn missing(canvas: &mut Canvas<'_>, plot: &Plot, mark: &Mark) {
    let em = canvas.em();
    let (start, wide) = mark.across;
    if plot.upright {
        let y = (mark.ends.0 - em * 0.5).max(canvas.rect.y + 2.0);
        canvas.stub(start, y, wide);
    } else {
        let length = (em * 1.6).min(plot.area.right() - mark.ends.0);
        canvas.stub(mark.ends.0, start + wide / 2.0, length);
    }
}
