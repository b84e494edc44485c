//! Points and spans in time. Wide boxes have the axis across, with flags over and under it; tall ones have it upright,
//! dates to the left and names to the right. Where one way does not hold all words the other is tried.
//!
//! What has no date stands at the end, behind a dotted stretch: it is still to come, or not known.

use super::canvas::{Canvas, Entry, size, width_or};
use super::events::{self, Event};
use super::flags::{draw_across, flags};
use super::ladder::{columns, draw_upright, row_height, rows};
use super::scale::many;
use super::spec::{Spec, Status};
use super::words::{Setting, Words};
use crate::color::Color;
use crate::text::Fonts;
use crate::units::{Point, Rect, Size};

/// Width without a wish, in rem.
const OWN_WIDTH: f32 = 34.0;
/// Sizes that words are tried at, as shares of the style's.
const SCALES: [f32; 4] = [1.0, 0.9, 0.8, 0.72];
/// Widths of flags that are tried, in em.
const MEASURES: [f32; 4] = [11.0, 9.0, 7.0, 5.5];
/// Most lines of a name.
pub(super) const LINES: usize = 5;

/// Words shaped and events placed.
pub(super) struct Content<'a> {
    /// Names and dates.
    pub(super) entries: Vec<Entry<'a>>,
    /// When each is, as a share of the axis.
    pub(super) events: Vec<Event>,
    /// The mark of now: its share and its words.
    pub(super) now: Option<(f32, Option<Words>)>,
    /// Whether some have no date.
    pub(super) open: bool,
}

impl<'a> Content<'a> {
    /// Shapes and places.
    fn new(canvas: &mut Canvas<'a>) -> Self {
        let figure = canvas.small_figure();
        let entries = canvas.entries(&figure);
        let (events, now) = events::place(canvas.spec);
        let accent = super::spec::TextStyle { color: canvas.style().accent, ..figure };
        let spec = canvas.spec;
        let now = now.map(|at| (at, canvas.words(&spec.now.words, &accent)));
        let open = events.iter().any(|event| !event.dated);
        Self { entries, events, now, open }
    }

    /// Events in the order of time.
    pub(super) fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.events.len()).collect();
        let start = |at: &usize| self.events.get(*at).map_or(0.0, |event| event.start);
        order.sort_by(|a, b| start(a).total_cmp(&start(b)));
        order
    }

    /// Most spans that run side by side.
    pub(super) fn lanes(&self) -> usize {
        self.events.iter().filter_map(|event| event.lane).map(|lane| lane + 1).max().unwrap_or(0)
    }
}

/// The smallest good size for a width.
pub(super) fn natural_size(spec: &Spec, width: Option<f32>, fonts: &Fonts<'_>) -> Size {
    let width = width_or(spec, width, OWN_WIDTH);
    let mut canvas = Canvas::new(spec, Rect::new(0.0, 0.0, width, 0.0), fonts);
    let content = Content::new(&mut canvas);
    let em = canvas.em();
    let (count, upright) = (content.entries.len(), upright_height(&canvas, &content, width));
    // Across while the flags have room beside each other on few levels.
    if width < em * 26.0 || many(count) * em * 6.0 > width * 2.2 {
        return size(width, upright);
    }
    let tall = |entry: &Entry<'_>| {
        let set = |words: &Option<Words>, lines| words.as_ref().and_then(|w| w.set(1.0, em * MEASURES[0], lines));
        [set(&entry.value, 2), set(&entry.label, LINES)].iter().flatten().map(Setting::height).sum::<f32>() + em * 0.2
    };
    let tallest = content.entries.iter().map(tall).fold(0.0, f32::max);
    let levels = (many(count) * em * 12.5 / width / 2.0).ceil().max(1.0);
    let lanes = many(content.lanes()) * em * 0.7;
    size(width, (2.0 * levels * (tallest + em * 1.1) + em * 3.0 + lanes).min(upright.max(em * 10.0)))
}

/// Height that an upright timeline needs.
fn upright_height(canvas: &Canvas<'_>, content: &Content<'_>, width: f32) -> f32 {
    let em = canvas.em();
    let rows = columns(content, width, em, 1.0).map(|(rows, _)| rows).unwrap_or_default();
    let tall = rows.iter().map(|row| row_height(row, em)).sum::<f32>();
    let now = if content.now.is_some() { em * 1.6 } else { 0.0 };
    tall + em * 0.5 * many(rows.len()) + now + em
}

/// Draws the timeline.
pub(super) fn draw(canvas: &mut Canvas<'_>) {
    let content = Content::new(canvas);
    if content.entries.is_empty() {
        return;
    }
    let rect = canvas.rect;
    let wide = rect.width >= rect.height * 1.15;
    let across = || tries().find_map(|(scale, measure)| flags(canvas, &content, scale, measure, true));
    let upright = || SCALES.into_iter().find_map(|scale| rows(canvas, &content, scale));
    let (flags_first, rows_first) = if wide {
        let flags = across();
        let rows = if flags.is_none() { upright() } else { None };
        (flags, rows)
    } else {
        let rows = upright();
        let flags = if rows.is_none() { across() } else { None };
        (flags, rows)
    };
    match (flags_first, rows_first) {
        (Some(flags), _) => draw_across(canvas, &content, &flags),
        (None, Some(rows)) => draw_upright(canvas, &content, &rows),
        (None, None) => {
            let some = flags(canvas, &content, SCALES[3], MEASURES[3], false).unwrap_or_default();
            let shown = |index: usize| some.iter().any(|flag| flag.event == Some(index));
            for (_, entry) in content.entries.iter().enumerate().filter(|(index, _)| !shown(*index)) {
                canvas.overset_entry(entry);
            }
            draw_across(canvas, &content, &some);
        }
    }
}

/// Sizes and measures of flags, the better first.
fn tries() -> impl Iterator<Item = (f32, f32)> {
    SCALES.into_iter().flat_map(|scale| MEASURES.into_iter().map(move |measure| (scale, measure)))
}

/// An event's colour.
pub(super) fn color_of(canvas: &Canvas<'_>, entry: &Entry<'_>) -> Color {
    canvas.color(entry.datum)
}

/// A point: solid, hollow when it is planned, a ring with a dot when expected, dotted without a date.
pub(super) fn dot(canvas: &mut Canvas<'_>, entry: &Entry<'_>, at: Point, dated: bool) {
    let radius = canvas.em() * if entry.datum.emphasis { 0.5 } else { 0.4 };
    let (color, surface) = (color_of(canvas, entry), canvas.style().surface);
    if !dated {
        let wide = canvas.hairline().max(1.0);
        canvas.disc(at, radius, canvas.style().line);
        return canvas.disc(at, radius - wide * 1.2, surface);
    }
    canvas.disc(at, radius, color);
    match entry.datum.status {
        Status::Plan => canvas.disc(at, radius * 0.62, surface),
        Status::Forecast => {
            canvas.disc(at, radius * 0.72, surface);
            canvas.disc(at, radius * 0.36, color);
        }
        Status::Actual | Status::Previous => {}
    }
}
