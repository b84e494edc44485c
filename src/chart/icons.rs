//! One icon for each datum, with its value and its name beside it, in a grid. (So many of so many is a pictogram.)

use super::canvas::{Canvas, Entry, size, width_or};
use super::scale::many;
use super::spec::{Icon, Spec, TextStyle};
use super::words::{Align, Setting};
use crate::text::Fonts;
use crate::units::{Rect, Size};

/// Width without a wish, in rem.
const OWN_WIDTH: f32 = 30.0;
/// Sizes that words are tried at, as shares of the style's.
const SCALES: [f32; 4] = [1.0, 0.9, 0.8, 0.7];
/// Side of an icon and its gap to the words, in em of the labels.
const SIDE: (f32, f32) = (2.6, 0.8);
/// Width from which on a cell is roomy, in em.
const ROOMY: f32 = 11.0;
/// Most lines of a name.
const LINES: usize = 3;

/// How the cells share a box.
struct Grid {
    /// Columns.
    columns: usize,
    /// Width of a cell.
    width: f32,
    /// Height of a cell, without the gap under it.
    height: f32,
    /// Side of an icon.
    side: f32,
    /// Room over the values' baseline: one for all, so that they stand on one line.
    rise: f32,
    /// Words of each: value and name.
    settings: Vec<(Option<Setting>, Option<Setting>)>,
}

/// Whether every datum has one icon of its own; otherwise icons count, as dots do.
pub(super) fn single(spec: &Spec) -> bool {
    spec.maximum.is_none()
}

/// The style of values: larger than the names, but not so large that the two part.
fn value_style(canvas: &Canvas<'_>) -> TextStyle {
    let small = canvas.small_figure();
    TextStyle { size: canvas.style().figure.size.min(small.size * 1.6).max(small.size), ..small }
}

impl Grid {
    /// Cells in some columns; none when words do not fit.
    fn new(entries: &[Entry<'_>], width: f32, columns: usize, (em, scale): (f32, f32)) -> Option<Self> {
        let own = (width - gap(em) * many(columns - 1)) / many(columns);
        let side = (em * SIDE.0).min(own * 0.4);
        let measure = own - side - em * SIDE.1;
        let set = |entry: &Entry<'_>| {
            let fit = |words: &Option<super::words::Words>, lines| match words {
                Some(words) => words.set(scale, measure, lines).map(Some),
                None => Some(None),
            };
            Some((fit(&entry.value, 1)?, fit(&entry.label, LINES)?))
        };
        let settings = entries.iter().map(set).collect::<Option<Vec<_>>>()?;
        let rise = settings.iter().filter_map(|(value, _)| value.as_ref()).map(|s| s.below(0.0)).fold(0.0, f32::max);
        let height = settings.iter().map(|pair| stack(pair, rise, em)).fold(side, f32::max);
        Some(Self { columns, width: own, height, side, rise, settings })
    }

    /// Height of all rows.
    fn total(&self, em: f32) -> f32 {
        let rows = self.settings.len().div_ceil(self.columns.max(1));
        self.height * many(rows) + gap(em) * 0.7 * many(rows.saturating_sub(1))
    }
}

/// Height of a value over a name.
fn stack((value, label): &(Option<Setting>, Option<Setting>), rise: f32, em: f32) -> f32 {
    let between = if value.is_some() && label.is_some() { em * 0.3 } else { 0.0 };
    let value = value.as_ref().map_or(0.0, |value| rise + value.fall() + value.leaps());
    value + label.as_ref().map_or(0.0, Setting::height) + between
}

/// Space between cells.
fn gap(em: f32) -> f32 {
    em * 1.8
}

/// Numbers of columns to try.
fn counts(spec: &Spec) -> Vec<usize> {
    let count = spec.data.len();
    match spec.columns.filter(|c| *c > 0) {
        Some(asked) => vec![asked.min(count.max(1))],
        None => (1..=count.min(8)).rev().collect(),
    }
}

/// The smallest good size for a width.
pub(super) fn natural_size(spec: &Spec, width: Option<f32>, fonts: &Fonts<'_>) -> Size {
    let width = width_or(spec, width, OWN_WIDTH);
    let mut canvas = Canvas::new(spec, Rect::new(0.0, 0.0, width, 0.0), fonts);
    let style = value_style(&canvas);
    let entries = canvas.entries(&style);
    let em = canvas.em();
    let roomy = |grid: &Grid| grid.width >= em * ROOMY || grid.columns == 1 || spec.columns.is_some();
    let all = || {
        SCALES.into_iter().flat_map(|scale| {
            let entries = &entries;
            counts(spec).into_iter().filter_map(move |columns| Grid::new(entries, width, columns, (em, scale)))
        })
    };
    size(width, all().find(roomy).or_else(|| all().next()).map_or(em * 3.0, |grid| grid.total(em)))
}

/// The grid with the largest words that fit a box: of several one whose cells are roomy, in the fewest rows.
fn fit(canvas: &Canvas<'_>, entries: &[Entry<'_>]) -> Option<Grid> {
    let (em, rect) = (canvas.em(), canvas.rect);
    SCALES.into_iter().find_map(|scale| {
        let grids = || {
            let all = counts(canvas.spec).into_iter();
            let all = all.filter_map(|columns| Grid::new(entries, rect.width, columns, (em, scale)));
            all.filter(|grid| grid.total(em) <= rect.height + 0.5)
        };
        grids().find(|grid| grid.width >= em * ROOMY).or_else(|| grids().next())
    })
}

/// Draws the cells.
pub(super) fn draw(canvas: &mut Canvas<'_>) {
    let style = value_style(canvas);
    let entries = canvas.entries(&style);
    let (rect, em) = (canvas.rect, canvas.em());
    let Some(grid) = fit(canvas, &entries) else {
        for entry in &entries {
            canvas.overset_entry(entry);
        }
        return;
    };
    let (rows, rise) = (entries.len().div_ceil(grid.columns), grid.rise);
    let free = ((rect.height - grid.total(em)) / many(rows.max(1))).clamp(0.0, em * 1.5);
    let pitch = grid.height + gap(em) * 0.7 + free;
    for (index, (entry, settings)) in entries.iter().zip(&grid.settings).enumerate() {
        let x = rect.x + many(index % grid.columns) * (grid.width + gap(em));
        let y = rect.y + many(index / grid.columns) * pitch;
        let icon = entry.datum.icon.as_ref().or(canvas.spec.icon.as_ref());
        // A single line of words stands beside the middle of its icon.
        let tall = stack(settings, grid.rise, em);
        let top = y + ((grid.side - tall) / 2.0).max(0.0);
        if let Some(icon) = icon {
            place(canvas, icon, Rect::new(x, y, grid.side, grid.side), entry.number.is_some() || blank(entry));
        }
        let x = x + grid.side + em * SIDE.1;
        let (value, label) = settings;
        let mut at = top;
        if let (Some(words), Some(setting)) = (&entry.value, value) {
            canvas.text(words, setting, x, Align::Start, at + rise);
            at += rise + setting.fall() + setting.leaps() + em * 0.3;
        }
        if let (Some(words), Some(setting)) = (&entry.label, label) {
            canvas.text(words, setting, x, Align::Start, setting.below(at));
        }
    }
}

/// Whether a datum says words in place of a number.
fn blank(entry: &Entry<'_>) -> bool {
    entry.datum.number.is_none() && !entry.datum.value.is_blank()
}

/// Draws an icon in the middle of a box.
pub(super) fn place(canvas: &mut Canvas<'_>, icon: &Icon, room: Rect, on: bool) {
    let (xml, shown) = (if on { &icon.on } else { &icon.off }, inside(icon, room));
    canvas.drawing(xml, icon.view_box, shown, false);
}

/// The box of an icon's proportions in the middle of another.
fn inside(icon: &Icon, room: Rect) -> Rect {
    let (wide, tall) = (icon.view_box.width, icon.view_box.height);
    let scale = (room.width / wide).min(room.height / tall);
    let center = room.center();
    Rect::new(center.x - wide * scale / 2.0, center.y - tall * scale / 2.0, wide * scale, tall * scale)
}

/// Draws an icon that counts up to a share of its width.
pub(super) fn part(canvas: &mut Canvas<'_>, icon: &Icon, room: Rect, share: f32) {
    let shown = inside(icon, room);
    if share <= 0.005 || share >= 0.995 {
        return canvas.drawing(if share >= 0.995 { &icon.on } else { &icon.off }, icon.view_box, shown, false);
    }
    let view = icon.view_box;
    let (left, right) = (view.width * share, view.width * (1.0 - share));
    let wide = shown.width * share;
    canvas.drawing(&icon.on, Rect { width: left, ..view }, Rect { width: wide, ..shown }, true);
    let rest = Rect::new(shown.x + wide, shown.y, shown.width - wide, shown.height);
    canvas.drawing(&icon.off, Rect::new(view.x + left, view.y, right, view.height), rest, true);
}
