//! An upright timeline: dates left of the axis, names right of it, moved apart where they would touch.

use super::canvas::{Canvas, Entry};
use super::events;
use super::scale::many;
use super::slope::spread;
use super::timeline::{Content, color_of, dot};
use super::words::{Align, Setting};
use crate::units::{Point, Rect};

/// Date and name of a row.
pub(super) type Row = [Option<Setting>; 2];

/// Height of a row.
pub(super) fn row_height(row: &Row, em: f32) -> f32 {
    row.iter().flatten().map(Setting::centered_height).fold(em, f32::max) + em * 0.15
}

/// Rows for a width, and the width of the dates; none when words do not fit.
pub(super) fn columns(content: &Content<'_>, width: f32, em: f32, scale: f32) -> Option<(Vec<Row>, f32)> {
    let date = |entry: &Entry<'_>| match &entry.value {
        Some(words) => words.set(scale, width * 0.34, 2).map(Some),
        None => Some(None),
    };
    let dates: Vec<Option<Setting>> = content.entries.iter().map(date).collect::<Option<_>>()?;
    let dates_width = dates.iter().flatten().map(|s| s.width).fold(0.0, f32::max);
    let measure = width - dates_width - rail(em, content.lanes());
    let row = |(entry, date): (&Entry<'_>, Option<Setting>)| match &entry.label {
        Some(words) => words.set(scale, measure, 4).map(|label| [date, Some(label)]),
        None => Some([date, None]),
    };
    let rows = content.entries.iter().zip(dates).map(row).collect::<Option<Vec<Row>>>()?;
    Some((rows, dates_width))
}

/// Width of the axis with its spans and the gaps on both sides.
fn rail(em: f32, lanes: usize) -> f32 {
    em * 2.6 + many(lanes.saturating_sub(1)) * em * 0.7
}

/// Rows beside an upright axis, and the width of the dates; none when they have no room.
pub(super) fn rows(canvas: &Canvas<'_>, content: &Content<'_>, scale: f32) -> Option<(Vec<Row>, f32)> {
    let (rect, em) = (canvas.rect, canvas.em());
    let found = columns(content, rect.width, em, scale)?;
    let now = match &content.now {
        Some((_, Some(words))) => words.line(scale).map_or(0.0, |s| s.centered_height()),
        _ => 0.0,
    };
    let tall = found.0.iter().map(|row| row_height(row, em * scale)).sum::<f32>() + now;
    (tall <= rect.height).then_some(found)
}

/// Draws an upright axis with its rows.
pub(super) fn draw_upright(canvas: &mut Canvas<'_>, content: &Content<'_>, (rows, dates): &(Vec<Row>, f32)) {
    let (rect, em) = (canvas.rect, canvas.em());
    let lanes = content.lanes();
    let x = rect.x + dates + em * 1.1;
    let inset = (em * 0.7).min(rect.height * 0.1);
    let length = (rect.height - 2.0 * inset).max(0.0);
    let at = |share: f32| rect.y + inset + share * length;
    let end = if content.open { events::OPEN } else { 1.0 };
    let wide = canvas.hairline().max(em * 0.12);
    let (line, quiet) = (canvas.style().muted, canvas.style().line);
    canvas.panel(Rect::new(x - wide / 2.0, at(0.0), wide, end * length), 0.0, line);
    let order = content.order();
    // The mark of now takes part, so that no words lie on it.
    let now = content.now.as_ref().and_then(|(share, words)| Some((*share, words.as_ref()?.line(0.9)?)));
    let mut wishes: Vec<(f32, f32, Option<usize>)> = order
        .iter()
        .filter_map(|index| {
            Some((at(content.events.get(*index)?.start), row_height(rows.get(*index)?, em), Some(*index)))
        })
        .collect();
    if let Some((share, setting)) = &now {
        wishes.push((at(*share), setting.centered_height(), None));
        wishes.sort_by(|a, b| a.0.total_cmp(&b.0));
    }
    let heights: Vec<(f32, f32)> = wishes.iter().map(|(y, height, _)| (*y, *height)).collect();
    let places = spread(&heights, rect.y, rect.bottom());
    let text_x = x + rail(em, lanes) - em * 1.1;
    for ((y, _, index), place) in wishes.iter().zip(places) {
        let color = if index.is_some() { quiet } else { canvas.style().accent };
        let bend = [
            Point { x, y: *y },
            Point { x: x + em * 0.5, y: *y },
            Point { x: text_x - em * 0.7, y: place },
            Point { x: text_x - em * 0.3, y: place },
        ];
        canvas.line(&bend, color, canvas.hairline(), Vec::new());
        match index.and_then(|i| Some((content.entries.get(i)?, rows.get(i)?))) {
            Some((entry, [date, label])) => {
                let ends = (rect.x + dates, Align::End);
                canvas.put(entry.value.as_ref(), date.as_ref(), ends, place);
                canvas.put(entry.label.as_ref(), label.as_ref(), (text_x, Align::Start), place);
            }
            None => {
                let words = content.now.as_ref().and_then(|(_, words)| words.as_ref());
                canvas.put(words, now.as_ref().map(|(_, s)| s), (text_x, Align::Start), place);
            }
        }
    }
    marks(canvas, content, x, at);
}

/// Draws the points and spans on an upright axis, and the mark of now.
fn marks(canvas: &mut Canvas<'_>, content: &Content<'_>, x: f32, at: impl Fn(f32) -> f32) {
    let em = canvas.em();
    for (index, event) in content.events.iter().enumerate() {
        let Some(entry) = content.entries.get(index) else { continue };
        let color = color_of(canvas, entry);
        if let (Some(to), Some(lane)) = (event.end, event.lane) {
            let thick = em * 0.5;
            let left = x - thick / 2.0 + many(lane) * em * 0.7;
            let span = Rect::new(left, at(event.start), thick, at(to) - at(event.start));
            canvas.mark(span, [thick / 2.0; 4], color, entry.datum.status);
        } else {
            dot(canvas, entry, Point { x, y: at(event.start) }, event.dated);
        }
    }
    if let Some((share, _)) = &content.now {
        let (y, wide) = (at(*share), canvas.hairline().max(1.0) * 1.5);
        let accent = canvas.style().accent;
        canvas.panel(Rect::new(x - em * 0.6, y - wide / 2.0, em * 1.2, wide), 0.0, accent);
    }
}
