//! A ranking: place, change of place, name, bar and value, in as few columns as hold all rows.

use super::canvas::{Canvas, Entry, size, width_or};
use super::change::{self, Way};
use super::paint;
use super::scale::{Domain, many};
use super::spec::{Spec, TextStyle};
use super::words::{Align, Setting, Words};
use crate::text::Fonts;
use crate::units::{Rect, Size};

/// Width without a wish, in rem.
const OWN_WIDTH: f32 = 28.0;
/// Ways that are tried, the better first: size as a share of the style's, most lines of a name, space between rows in
/// em.
const WAYS: [(f32, usize, f32); 10] = [
    (1.0, 1, 0.35),
    (0.92, 1, 0.3),
    (1.0, 2, 0.45),
    (0.85, 1, 0.25),
    (0.92, 2, 0.35),
    (0.85, 2, 0.3),
    (0.78, 1, 0.1),
    (0.78, 2, 0.2),
    (0.7, 1, 0.06),
    (0.7, 2, 0.06),
];
/// Most columns that rows flow into.
const MOST_COLUMNS: usize = 5;
/// The widest a name may be, as a share of what rank, change and value leave: on one line, and on two.
const NAME_SHARE: [f32; 2] = [0.72, 0.6];
/// Side of a change's triangle, in em.
const SIGN: f32 = 0.5;

/// A row, its words shaped.
struct Row<'a> {
    /// Name and value.
    entry: Entry<'a>,
    /// Its place.
    rank: Option<Words>,
    /// Its change of place, and which way that is.
    change: Option<(Words, Way)>,
}

/// Rows as set. Lengths in pixels.
struct Plan {
    /// Rows of each but perhaps the last.
    rows: usize,
    /// Width of a column.
    width: f32,
    /// Widths of the places, the changes, the names and the values.
    widths: [f32; 4],
    /// Places, changes, names and values.
    settings: Vec<[Option<Setting>; 4]>,
    /// The least step from row to row.
    step: f32,
}

/// Shapes all rows.
fn rows<'a>(canvas: &mut Canvas<'a>) -> Vec<Row<'a>> {
    let figure = canvas.small_figure();
    let quiet = TextStyle { color: canvas.style().muted, ..figure.clone() };
    let entries = canvas.entries(&figure);
    entries
        .into_iter()
        .map(|entry| {
            let datum = entry.datum;
            let style = if datum.emphasis { &figure } else { &quiet };
            let rank = canvas.words(&datum.rank, style);
            let way = change::way(&datum.change);
            let said = TextStyle { color: change::color(canvas, way), ..figure.clone() };
            let change = canvas.words(&datum.change.words, &said).map(|words| (words, way));
            Row { entry, rank, change }
        })
        .collect()
}

/// Space between columns.
fn gutter(em: f32) -> f32 {
    em * 2.2
}

/// Space between the parts of a row.
fn gap(em: f32) -> f32 {
    em * 0.6
}

impl Plan {
    /// Rows at a size in some columns; none when words do not fit, unless it is lenient: then names that do not fit
    /// are left out.
    fn new(
        rows: &[Row<'_>],
        width: f32,
        columns: usize,
        (em, (scale, lines, space), lenient): (f32, (f32, usize, f32), bool),
    ) -> Option<Self> {
        let own = (width - gutter(em) * many(columns - 1)) / many(columns);
        let side = em * scale * (SIGN + 0.25);
        let first = rows.iter().map(|row| {
            let line = |words: &Option<Words>| words.as_ref().map(|w| w.line(scale));
            let change = row.change.as_ref().map(|(words, _)| words.line(scale));
            [line(&row.rank), change, line(&row.entry.value)]
        });
        let mut settings: Vec<[Option<Setting>; 4]> = Vec::with_capacity(rows.len());
        for [rank, change, value] in first {
            if !lenient && [&rank, &change, &value].into_iter().flatten().any(Option::is_none) {
                return None;
            }
            settings.push([rank.flatten(), change.flatten(), None, value.flatten()]);
        }
        let widest = |settings: &[[Option<Setting>; 4]], at: usize| {
            settings.iter().filter_map(|row| row.get(at)?.as_ref()).map(|s| s.width).fold(0.0, f32::max)
        };
        let changed = widest(&settings, 1);
        let change = if changed > 0.0 { changed + side } else { 0.0 };
        let (rank, value) = (widest(&settings, 0), widest(&settings, 3));
        let gaps = [rank, change, value].into_iter().filter(|w| *w > 0.0).map(|_| gap(em)).sum::<f32>();
        let rest = own - rank - change - value - gaps;
        if rest < em * 3.0 && !(lenient && rest > 1.0) {
            return None;
        }
        for (row, set) in rows.iter().zip(&mut settings) {
            let name =
                row.entry.label.as_ref().map(|label| label.set(scale, rest * NAME_SHARE[lines.clamp(1, 2) - 1], lines));
            if !lenient && name.as_ref().is_some_and(Option::is_none) {
                return None;
            }
            set[2] = name.flatten();
        }
        let widths = [rank, change, widest(&settings, 2), value];
        let tall = settings.iter().flatten().flatten().map(Setting::centered_height).fold(0.0, f32::max);
        let step = tall.max(em * scale * 0.9) + em * scale * space;
        Some(Self { rows: rows.len().div_ceil(columns), width: own, widths, settings, step })
    }
}

/// Numbers of columns to try, the fewest first.
fn counts(canvas: &Canvas<'_>, rows: usize) -> Vec<usize> {
    match canvas.spec.columns.filter(|c| *c > 0) {
        Some(asked) => vec![asked.min(rows.max(1))],
        None => (1..=MOST_COLUMNS.min(rows.max(1))).collect(),
    }
}

/// The first arrangement that holds all rows in a height.
fn fit(canvas: &Canvas<'_>, rows: &[Row<'_>], height: f32) -> Option<Plan> {
    let em = canvas.em();
    let tries = WAYS.into_iter().map(|way| (way, false)).chain([(WAYS[9], true)]);
    for (way, lenient) in tries {
        for columns in counts(canvas, rows.len()) {
            let plan = Plan::new(rows, canvas.rect.width, columns, (em, way, lenient));
            if let Some(plan) = plan.filter(|plan| plan.step * many(plan.rows) <= height + 1.0) {
                return Some(plan);
            }
        }
    }
    None
}

/// The smallest good size for a width.
pub(super) fn natural_size(spec: &Spec, width: Option<f32>, fonts: &Fonts<'_>) -> Size {
    let width = width_or(spec, width, OWN_WIDTH);
    let mut canvas = Canvas::new(spec, Rect::new(0.0, 0.0, width, 0.0), fonts);
    let rows = rows(&mut canvas);
    let em = canvas.em();
    let counts = counts(&canvas, rows.len());
    let all = || {
        WAYS.into_iter().flat_map(|way| {
            let rows = &rows;
            counts.iter().filter_map(move |columns| Plan::new(rows, width, *columns, (em, way, false)))
        })
    };
    let good = |plan: &Plan| (plan.step + em * 0.3) * many(plan.rows);
    let height = all().find(|plan| good(plan) <= width * 1.6).or_else(|| all().next()).map(|plan| good(&plan));
    size(width, height.unwrap_or(em * 1.8 * many(rows.len())))
}

/// Draws the rows.
pub(super) fn draw(canvas: &mut Canvas<'_>) {
    let rows = rows(canvas);
    let (rect, em) = (canvas.rect, canvas.em());
    let Some(plan) = fit(canvas, &rows, rect.height) else {
        for row in &rows {
            canvas.overset_entry(&row.entry);
        }
        return;
    };
    let step = (rect.height / many(plan.rows.max(1))).min(plan.step + em * 1.6);
    let domain = Domain::from_zero(canvas.spec);
    for (index, row) in rows.iter().enumerate() {
        let (column, at) = (index / plan.rows, index % plan.rows);
        let x = rect.x + many(column) * (plan.width + gutter(em));
        let lane = Rect::new(x, rect.y + many(at) * step, plan.width, step);
        let Some(set) = plan.settings.get(index) else { continue };
        paint_row(canvas, &plan, (row, set), lane, &domain);
    }
}

/// Draws one row.
fn paint_row(
    canvas: &mut Canvas<'_>,
    plan: &Plan,
    (row, set): (&Row<'_>, &[Option<Setting>; 4]),
    lane: Rect,
    domain: &Domain,
) {
    let [rank_width, change_width, name_width, value_width] = plan.widths;
    let (gap, y, color) = (gap(canvas.em()), lane.center().y, canvas.color(row.entry.datum));
    let after = |x: f32, width: f32| if width > 0.0 { x + width + gap } else { x };
    let x = lane.x;
    canvas.put(row.rank.as_ref(), set[0].as_ref(), (x + rank_width, Align::End), y);
    let x = after(x, rank_width);
    if let Some((words, way)) = &row.change {
        let side = words.style.size * SIGN;
        let sign = change::color(canvas, *way);
        change::sign(canvas, Rect::new(x, y - side / 2.0, side, side), *way, sign);
        canvas.put(Some(words), set[1].as_ref(), (x + change_width, Align::End), y);
    }
    let x = after(x, change_width);
    canvas.put(row.entry.label.as_ref(), set[2].as_ref(), (x, Align::Start), y);
    let x = after(x, name_width);
    canvas.put(row.entry.value.as_ref(), set[3].as_ref(), (lane.right(), Align::End), y);
    let room = (lane.right() - x - if value_width > 0.0 { value_width + gap } else { 0.0 }).max(0.0);
    let mark = Rect::new(x, lane.y, room, lane.height);
    bar(canvas, row, mark, domain, color);
}

/// Draws a row's bar; a dotted stub where the number is missing, a sliver where it is zero.
fn bar(canvas: &mut Canvas<'_>, row: &Row<'_>, room: Rect, domain: &Domain, color: crate::color::Color) {
    let em = canvas.em();
    let thick = (room.height * 0.5).min(canvas.style().thickness.unwrap_or(em * 0.62)).max(1.0);
    let y = room.center().y;
    let at = |n: f64| room.x + domain.at(n) * room.width;
    let zero = at(0.0f64.clamp(domain.low, domain.high));
    let Some(number) = row.entry.number else {
        let length = (em * 1.6).min(room.right() - zero);
        return canvas.stub(zero, y, length);
    };
    let end = if number == 0.0 { zero + canvas.hairline().max(1.0) } else { at(number) };
    let track = paint::tint(canvas.style().track, 0.6, canvas.style().surface);
    canvas.panel(Rect::new(room.x, y - thick / 2.0, room.width, thick), 0.0, track);
    let rect = Rect::new(zero.min(end), y - thick / 2.0, (end - zero).abs(), thick);
    canvas.mark(rect, [0.0; 4], color, row.entry.datum.status);
}
