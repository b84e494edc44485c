//! Points and spans in time. Wide boxes have the axis across, with flags over and under it; tall ones have it upright,
//! dates to the left and names to the right. Where one way does not hold all words the other is tried.
//!
//! What has no date stands at the end, behind a dotted stretch: it is still to come, or not known.

use super::canvas::{Canvas, Entry, size, width_or};
use super::events::{self, Event};
use super::scale::many;
use super::slope::spread;
use super::spec::{Spec, Status};
use super::words::{Align, Setting, Words};
use crate::color::Color;
use crate::text::Fonts;
use crate::units::{Point, Rect, Size};

/// Width without a wish, in rem.
const OWN_WIDTH: f32 = 34.0;
/// Sizes that words are tried at, as shares of the style's.
const SCALES: [f32; 4] = [1.0, 0.9, 0.8, 0.72];
/// Widths of flags that are tried, in em.
const MEASURES: [f32; 3] = [11.0, 9.0, 7.0];
/// Most lines of a name.
const LINES: usize = 5;

/// Words of one event at their place.
struct Flag {
    /// Which event; none for the mark of now.
    event: Option<usize>,
    /// Date and name as set.
    words: [Option<Setting>; 2],
    /// The box around both.
    rect: Rect,
    /// Whether they end at the event instead of starting there.
    turned: bool,
}

/// Words shaped and events placed.
struct Content<'a> {
    /// Names and dates.
    entries: Vec<Entry<'a>>,
    /// When each is, as a share of the axis.
    events: Vec<Event>,
    /// The mark of now: its share and its words.
    now: Option<(f32, Option<Words>)>,
    /// Whether some have no date.
    open: bool,
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
    fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.events.len()).collect();
        let start = |at: &usize| self.events.get(*at).map_or(0.0, |event| event.start);
        order.sort_by(|a, b| start(a).total_cmp(&start(b)));
        order
    }

    /// Most spans that run side by side.
    fn lanes(&self) -> usize {
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
            let some = flags(canvas, &content, SCALES[3], MEASURES[2], false).unwrap_or_default();
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

/// The axis of a timeline across: its stretch of x and its height.
fn axis(canvas: &Canvas<'_>) -> (f32, f32, f32) {
    let (rect, em) = (canvas.rect, canvas.em());
    let inset = (em * 0.5).min(rect.width * 0.1);
    (rect.x + inset, (rect.width - 2.0 * inset).max(0.0), rect.center().y)
}

/// Flags beside the axis, none on another or on another's pole; none at all when one has no place, unless `strict`
/// is off: then it is left out.
fn flags(canvas: &Canvas<'_>, content: &Content<'_>, scale: f32, measure: f32, strict: bool) -> Option<Vec<Flag>> {
    let (left, length, middle) = axis(canvas);
    let (em, rect) = (canvas.em(), canvas.rect);
    let reach = em * 0.75 + many(content.lanes()) * em * 0.35;
    let mut placed: Vec<Flag> = Vec::new();
    if let Some((at, Some(words))) = &content.now {
        let setting = words.set(scale, em * measure, 1);
        let top = rect.y;
        let size = setting.as_ref().map(|s| Size { width: s.width, height: s.height() });
        let flag = size.and_then(|size| {
            let x = left + at * length;
            let turned = x + size.width + em * 0.4 > rect.right();
            let at = if turned { x - size.width - em * 0.3 } else { x + em * 0.3 };
            let own = Rect::new(at, top, size.width, size.height);
            rect.contains(&own, 0.1).then_some(Flag { event: None, words: [setting, None], rect: own, turned })
        });
        match flag {
            Some(flag) => placed.push(flag),
            None if strict => return None,
            None => {}
        }
    }
    let mut above = true;
    for index in content.order() {
        let (Some(entry), Some(event)) = (content.entries.get(index), content.events.get(index)) else { continue };
        let x = left + event.start * length;
        let found = words_of(entry, scale, em * measure).and_then(|(words, size)| {
            let place = Place { rect, x, middle, reach, em };
            let free = |up: bool| place.find(&placed, content, (left, length), size, up).map(|at| (at, up));
            free(above).or_else(|| free(!above)).map(|((rect, turned), up)| {
                above = !up;
                Flag { event: Some(index), words, rect, turned }
            })
        });
        match found {
            Some(flag) => placed.push(flag),
            None if strict => return None,
            None => {}
        }
    }
    Some(placed)
}

/// Date over name, set, and the size of both; none where they do not fit a measure.
fn words_of(entry: &Entry<'_>, scale: f32, measure: f32) -> Option<([Option<Setting>; 2], Size)> {
    let fit = |words: &Option<Words>, lines| match words {
        Some(words) => words.set(scale, measure, lines).map(Some),
        None => Some(None),
    };
    let words = [fit(&entry.value, 2)?, fit(&entry.label, LINES)?];
    let width = words.iter().flatten().map(|s| s.width).fold(0.0, f32::max);
    let height = words.iter().flatten().map(Setting::height).sum::<f32>();
    Some((words, Size { width, height }))
}

/// Where a flag may stand.
struct Place {
    /// The box.
    rect: Rect,
    /// Where its pole stands.
    x: f32,
    /// Where the axis is.
    middle: f32,
    /// Space that the axis keeps free.
    reach: f32,
    /// Pixels in an em.
    em: f32,
}

impl Place {
    /// The place nearest to the axis on one side, and whether the words end at the pole.
    fn find(
        &self,
        placed: &[Flag],
        content: &Content<'_>,
        (left, length): (f32, f32),
        size: Size,
        up: bool,
    ) -> Option<(Rect, bool)> {
        let step = self.em * 0.4;
        let steps = super::scale::whole_of(self.rect.height / 2.0 / step.max(1.0)).min(200);
        for level in 0..=steps {
            let away = self.reach + many(level) * step;
            let y = if up { self.middle - away - size.height } else { self.middle + away };
            if y < self.rect.y - 0.1 || y + size.height > self.rect.bottom() + 0.1 {
                return None;
            }
            for turned in [false, true] {
                let x = if turned { self.x - size.width - self.em * 0.35 } else { self.x + self.em * 0.35 };
                let own = Rect::new(x, y, size.width, size.height);
                let roomy = own.outset(self.em * 0.22);
                let pole = self.pole(self.x, &own, up);
                let clear = |flag: &Flag| {
                    let at = flag.event.and_then(|event| content.events.get(event)).map(|e| left + e.start * length);
                    let other = at.map(|x| self.pole(x, &flag.rect, flag.rect.y < self.middle));
                    !flag.rect.overlaps(&roomy, 0.0)
                        && !flag.rect.overlaps(&pole, 0.0)
                        && !other.is_some_and(|other| other.overlaps(&own, 0.0))
                };
                let now = content.now.as_ref().map(|(at, _)| left + at * length);
                let uncut = now.is_none_or(|x| x < own.x - 1.0 || x > own.right() + 1.0);
                if self.rect.contains(&own, 0.1) && uncut && placed.iter().all(clear) {
                    return Some((own, turned));
                }
            }
        }
        None
    }

    /// The pole of a flag.
    fn pole(&self, x: f32, flag: &Rect, up: bool) -> Rect {
        let (top, foot) = if up { (flag.y, self.middle) } else { (self.middle, flag.bottom()) };
        Rect::new(x - 0.5, top, 1.0, (foot - top).max(0.0))
    }
}

/// Draws axis, spans, poles and flags.
fn draw_across(canvas: &mut Canvas<'_>, content: &Content<'_>, flags: &[Flag]) {
    let (left, length, middle) = axis(canvas);
    let em = canvas.em();
    let at = |share: f32| left + share * length;
    for flag in flags {
        let Some(event) = flag.event.and_then(|index| content.events.get(index)) else { continue };
        let (x, wide) = (at(event.start), canvas.hairline());
        let up = flag.rect.y < middle;
        let (top, foot) = if up { (flag.rect.y, middle) } else { (middle, flag.rect.bottom()) };
        let color = canvas.style().line;
        canvas.panel(Rect::new(x - wide / 2.0, top, wide, foot - top), 0.0, color);
    }
    let end = if content.open { events::OPEN } else { 1.0 };
    let wide = canvas.hairline().max(em * 0.12);
    let line = canvas.style().muted;
    canvas.panel(Rect::new(at(0.0), middle - wide / 2.0, end * length, wide), 0.0, line);
    if content.open {
        canvas.stub(at(end), middle, length * (1.0 - end));
    }
    for (index, event) in content.events.iter().enumerate() {
        let Some(entry) = content.entries.get(index) else { continue };
        if let (Some(to), Some(lane)) = (event.end, event.lane) {
            let thick = em * 0.5;
            let y = middle + events::offset(lane, content.lanes()) * em * 0.7;
            let color = color_of(canvas, entry);
            let rect = Rect::new(at(event.start), y - thick / 2.0, (to - event.start) * length, thick);
            canvas.mark(rect, [thick / 2.0; 4], color, entry.datum.status);
        } else {
            dot(canvas, entry, Point { x: at(event.start), y: middle }, event.dated);
        }
    }
    if let Some((share, words)) = &content.now {
        let (x, color) = (at(*share), canvas.style().accent);
        let wide = canvas.hairline().max(1.0) * 1.5;
        let rect = canvas.rect;
        canvas.panel(Rect::new(x - wide / 2.0, rect.y, wide, rect.height), 0.0, color);
        if let (Some(words), false) = (words, flags.iter().any(|flag| flag.event.is_none())) {
            canvas.overset(words);
        }
    }
    for flag in flags {
        say(canvas, content, flag);
    }
}

/// The words of a flag.
fn say(canvas: &mut Canvas<'_>, content: &Content<'_>, flag: &Flag) {
    let now = content.now.as_ref().and_then(|(_, words)| words.as_ref());
    let said = match flag.event.and_then(|index| content.entries.get(index)) {
        Some(entry) => [entry.value.as_ref(), entry.label.as_ref()],
        None => [now, None],
    };
    let (x, align) =
        if flag.turned { (flag.rect.right(), Align::End) } else { (flag.rect.x, Align::Start) };
    let mut y = flag.rect.y;
    for (words, setting) in said.into_iter().zip(&flag.words) {
        if let (Some(words), Some(setting)) = (words, setting) {
            canvas.text(words, setting, x, align, setting.below(y));
            y += setting.height();
        }
    }
}

/// An event's colour.
fn color_of(canvas: &Canvas<'_>, entry: &Entry<'_>) -> Color {
    canvas.color(entry.datum)
}

/// A point: solid, hollow when it is planned, a ring with a dot when expected, dotted without a date.
fn dot(canvas: &mut Canvas<'_>, entry: &Entry<'_>, at: Point, dated: bool) {
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

/// Date and name of a row.
type Row = [Option<Setting>; 2];

/// Height of a row.
fn row_height(row: &Row, em: f32) -> f32 {
    row.iter().flatten().map(Setting::centered_height).fold(em, f32::max) + em * 0.15
}

/// Rows for a width, and the width of the dates; none when words do not fit.
fn columns(content: &Content<'_>, width: f32, em: f32, scale: f32) -> Option<(Vec<Row>, f32)> {
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
fn rows(canvas: &Canvas<'_>, content: &Content<'_>, scale: f32) -> Option<(Vec<Row>, f32)> {
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
fn draw_upright(canvas: &mut Canvas<'_>, content: &Content<'_>, (rows, dates): &(Vec<Row>, f32)) {
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
        .filter_map(|index| Some((at(content.events.get(*index)?.start), row_height(rows.get(*index)?, em), Some(*index))))
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
        let bend = [Point { x, y: *y }, Point { x: x + em * 0.5, y: *y }, Point { x: text_x - em * 0.7, y: place }, Point { x: text_x - em * 0.3, y: place }];
        canvas.line(&bend, color, canvas.hairline(), Vec::new());
        match index.and_then(|i| Some((content.entries.get(i)?, rows.get(i)?))) {
            Some((entry, [date, label])) => {
                let ends = (rect.x + dates, Align::End);
                super::ranking::put(canvas, entry.value.as_ref(), date.as_ref(), ends, place);
                super::ranking::put(canvas, entry.label.as_ref(), label.as_ref(), (text_x, Align::Start), place);
            }
            None => {
                let words = content.now.as_ref().and_then(|(_, words)| words.as_ref());
                super::ranking::put(canvas, words, now.as_ref().map(|(_, s)| s), (text_x, Align::Start), place);
            }
        }
    }
    for (index, event) in content.events.iter().enumerate() {
        let Some(entry) = content.entries.get(index) else { continue };
        let color = color_of(canvas, entry);
        if let (Some(to), Some(lane)) = (event.end, event.lane) {
            let thick = em * 0.5;
            let left = x - thick / 2.0 + many(lane) * em * 0.7;
            let span = Rect::new(left, at(event.start), thick, (to - event.start) * length);
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
