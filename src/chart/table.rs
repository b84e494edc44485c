//! A table: heads, rows of cells, words to the left, numbers to the right with their decimal separators in a line.
//!
//! Columns are as wide as their widest cell where that fits; else words wrap, then shrink. Rows that have no room are
//! reported. A row that sums the others up stands under a line.

use super::canvas::{Canvas, size, width_or};
use super::paint;
use super::scale::{many, tick_words};
use super::spec::{Figure, Label, Spec, TextStyle};
use super::words::{Align, Setting, Words};
use crate::text::Fonts;
use crate::units::{Rect, Size};

/// Width without a wish, in rem.
const OWN_WIDTH: f32 = 32.0;
/// Sizes that are tried, as shares of the style's.
const SCALES: [f32; 5] = [1.0, 0.92, 0.85, 0.78, 0.7];
/// Most lines of a cell, and of a head.
const LINES: (usize, usize) = (4, 3);

/// A cell, its words shaped.
struct Cell {
    /// All of it.
    words: Option<Words>,
    /// Width of what follows the last digit before the decimal separator, at full size.
    tail: f32,
}

/// A table, its words shaped.
struct Content {
    /// Heads of columns.
    heads: Vec<Option<Words>>,
    /// Cells by row.
    rows: Vec<Vec<Cell>>,
    /// Which columns hold numbers.
    numeric: Vec<bool>,
}

/// A table as set.
struct Plan {
    /// Widths of the columns.
    widths: Vec<f32>,
    /// The heads.
    heads: Vec<Option<Setting>>,
    /// Cells by row.
    cells: Vec<Vec<Option<Setting>>>,
    /// Height of the heads with their gap; zero without any.
    head: f32,
    /// Height of each row.
    rows: Vec<f32>,
    /// Size, as a share of the style's.
    scale: f32,
}

/// Space between columns.
fn gap(em: f32) -> f32 {
    em * 1.2
}

impl Content {
    /// Shapes all words.
    fn new(canvas: &mut Canvas<'_>) -> Self {
        let spec = canvas.spec;
        let style = canvas.style();
        let columns = spec.data.iter().map(|d| d.cells.len()).chain([spec.heads.len()]).max().unwrap_or(0);
        let numeric: Vec<bool> = (0..columns).map(|column| is_numeric(spec, column)).collect();
        let quiet = TextStyle { color: style.muted, ..style.label.clone() };
        let heads = spec.heads.iter().map(|head| canvas.words(head, &quiet)).collect();
        let (label, figure) = (style.label.clone(), canvas.small_figure());
        let separator = separator(&style.language);
        let digits = Label { text: "0123456789".to_owned(), bound: Vec::new() };
        let digit = canvas.words(&digits, &figure).map_or(0.0, |words| words.widest_letter());
        let mut rows = Vec::with_capacity(spec.data.len());
        for datum in &spec.data {
            let strong = datum.emphasis || datum.total;
            let mut cells = Vec::with_capacity(columns);
            for (column, numeric) in numeric.iter().enumerate() {
                let blank = Figure::default();
                let cell = datum.cells.get(column).unwrap_or(&blank);
                // What is not summed up is no missing number.
                let spared = datum.total && cell.words.is_blank();
                let words = if *numeric && !spared { Canvas::said(cell) } else { cell.words.clone() };
                let face = if *numeric || strong { &figure } else { &label };
                let color = if datum.emphasis { style.accent } else { face.color };
                let face = TextStyle { color, ..face.clone() };
                let tail = if *numeric { tail(&words, separator) } else { Label::default() };
                let tail = canvas.words(&tail, &face).map_or(0.0, |words| words.tabular(digit).width());
                let words = canvas.words(&words, &face);
                let words = words.map(|words| if *numeric { words.tabular(digit) } else { words });
                cells.push(Cell { words, tail });
            }
            rows.push(cells);
        }
        Self { heads, rows, numeric }
    }

    /// Widths of a column: the least, and all on one line; `tails` apart for numbers, so that separators align.
    fn column(&self, index: usize, scale: f32) -> (f32, f32) {
        let cells = || self.rows.iter().filter_map(|row| row.get(index));
        let head = self.heads.get(index).and_then(Option::as_ref);
        let head_least = head.map_or(0.0, |words| words.narrowest(scale, LINES.1));
        let head_whole = head.map_or(0.0, |words| words.width() * scale);
        if self.numeric.get(index).copied().unwrap_or(false) {
            let tail = cells().map(|c| c.tail).fold(0.0, f32::max);
            let lead = cells().filter_map(|c| Some(c.words.as_ref()?.width() - c.tail)).fold(0.0, f32::max);
            let wide = (lead + tail) * scale + 0.5;
            return (wide.max(head_least), wide.max(head_whole.min(wide * 1.6)).max(head_least));
        }
        let words = || cells().filter_map(|cell| cell.words.as_ref());
        let whole = words().map(|w| w.width() * scale).fold(head_whole, f32::max);
        let least = words().map(|w| w.narrowest(scale, LINES.0)).fold(head_least, f32::max);
        (least + 0.5, whole + 0.5)
    }

    /// Widths of all columns in a width: what all need, and the rest by what each lacks; none when words are wider.
    fn widths(&self, width: f32, em: f32, scale: f32) -> Option<Vec<f32>> {
        let count = self.numeric.len();
        let free = width - gap(em) * many(count.saturating_sub(1));
        let columns: Vec<(f32, f32)> = (0..count).map(|index| self.column(index, scale)).collect();
        let (least, whole) = columns.iter().fold((0.0, 0.0), |(l, w), column| (l + column.0, w + column.1));
        if least > free {
            return None;
        }
        if whole <= free {
            // What is left goes to the words, so that numbers stay near each other.
            let wordy = self.numeric.iter().filter(|n| !**n).count();
            let share = |numeric: &bool| match (wordy, numeric) {
                (0, _) => (free - whole) / many(count.max(1)),
                (_, false) => (free - whole) / many(wordy),
                _ => 0.0,
            };
            return Some(columns.iter().zip(&self.numeric).map(|(c, numeric)| c.1 + share(numeric)).collect());
        }
        let lacking = whole - least;
        Some(columns.iter().map(|c| c.0 + (free - least) * ((c.1 - c.0) / lacking.max(f32::MIN_POSITIVE))).collect())
    }

    /// Sets the table for a width at a size; none when words do not fit.
    fn set(&self, width: f32, em: f32, scale: f32) -> Option<Plan> {
        let widths = self.widths(width, em, scale)?;
        let fit = |words: &Option<Words>, column: usize, lines: usize| match words {
            Some(words) => words.set(scale, widths.get(column).copied().unwrap_or(0.0), lines).map(Some),
            None => Some(None),
        };
        let heads: Option<Vec<_>> = self.heads.iter().enumerate().map(|(c, head)| fit(head, c, LINES.1)).collect();
        let heads = heads?;
        let row = |cells: &Vec<Cell>| -> Option<Vec<Option<Setting>>> {
            cells.iter().enumerate().map(|(column, cell)| fit(&cell.words, column, LINES.0)).collect()
        };
        let cells: Vec<Vec<Option<Setting>>> = self.rows.iter().map(row).collect::<Option<_>>()?;
        let tall = |set: &[Option<Setting>]| set.iter().flatten().map(Setting::height).fold(0.0, f32::max);
        let head = tall(&heads);
        let rows = cells.iter().map(|set| tall(set).max(em * scale) + em * scale * 0.4).collect();
        let head = if head > 0.0 { head + em * scale * 0.5 } else { 0.0 };
        Some(Plan { widths, heads, cells, head, rows, scale })
    }
}

impl Plan {
    /// Height of the whole.
    fn height(&self) -> f32 {
        self.head + self.rows.iter().sum::<f32>()
    }
}

/// Whether a column holds numbers: some do, and none is words.
fn is_numeric(spec: &Spec, column: usize) -> bool {
    let cells = || spec.data.iter().filter_map(|d| d.cells.get(column));
    let wordy = |cell: &Figure| cell.number.is_none() && cell.words.text.chars().any(char::is_alphanumeric);
    cells().any(|cell| cell.number.is_some()) && !cells().any(wordy)
}

/// What parts the whole from the decimals in a language.
fn separator(language: &str) -> char {
    tick_words(0.5, language).chars().nth(1).unwrap_or('.')
}

/// What follows the whole part of a number: its decimals and its unit.
fn tail(words: &Label, separator: char) -> Label {
    let text = &words.text;
    let digits =
        |range: std::ops::Range<usize>| text.get(range).is_some_and(|t| t.contains(|c: char| c.is_ascii_digit()));
    let point = text.rfind(separator).filter(|at| digits(0..*at) && digits(*at..text.len()));
    let end = point.or_else(|| text.rfind(|c: char| c.is_ascii_digit()).map(|at| at + 1));
    let start = end.unwrap_or(text.len());
    Label { text: text.get(start..).unwrap_or_default().to_owned(), bound: Vec::new() }
}

/// The smallest good size for a width.
pub(super) fn natural_size(spec: &Spec, width: Option<f32>, fonts: &Fonts<'_>) -> Size {
    let width = width_or(spec, width, OWN_WIDTH);
    let mut canvas = Canvas::new(spec, Rect::new(0.0, 0.0, width, 0.0), fonts);
    let content = Content::new(&mut canvas);
    let em = canvas.em();
    let plan = SCALES.into_iter().find_map(|scale| content.set(width, em, scale));
    let extra = em * 0.3 * many(spec.data.len());
    size(width, plan.map_or(em * 2.0 * many(spec.data.len() + 1), |plan| plan.height() + extra))
}

/// Draws the table.
pub(super) fn draw(canvas: &mut Canvas<'_>) {
    let content = Content::new(canvas);
    if content.rows.is_empty() {
        return;
    }
    let (rect, em) = (canvas.rect, canvas.em());
    let plans = || SCALES.into_iter().filter_map(|scale| content.set(rect.width, em, scale));
    let Some(plan) = plans().find(|plan| plan.height() <= rect.height + 0.5).or_else(|| plans().next_back()) else {
        let cells = content.rows.iter().flatten().filter_map(|cell| cell.words.as_ref());
        content.heads.iter().flatten().chain(cells).for_each(|words| canvas.overset(words));
        return;
    };
    let spare = ((rect.height - plan.height()) / many(plan.rows.len().max(1))).clamp(0.0, em * 0.7);
    let mut y = rect.y;
    if plan.head > 0.0 {
        heads(canvas, &content, &plan, y);
        y += plan.head;
        line(canvas, y, canvas.hairline().max(1.0));
    }
    let mut shade = false;
    for (index, (cells, settings)) in content.rows.iter().zip(&plan.cells).enumerate() {
        let tall = plan.rows.get(index).copied().unwrap_or(em) + spare;
        if y + tall > rect.bottom() + 0.5 {
            cells.iter().filter_map(|cell| cell.words.as_ref()).for_each(|words| canvas.overset(words));
            continue;
        }
        let total = canvas.spec.data.get(index).is_some_and(|d| d.total);
        if total {
            line(canvas, y, (canvas.hairline() * 2.0).max(1.5));
        } else if shade {
            let ground = paint::tint(canvas.style().track, 0.45, canvas.style().surface);
            canvas.panel(Rect::new(rect.x, y, rect.width, tall), 0.0, ground);
        }
        row(canvas, &content, &plan, (cells, settings), (y, tall));
        shade = !shade && !total;
        y += tall;
    }
}

/// The heads, each over its column, their last lines on one height.
fn heads(canvas: &mut Canvas<'_>, content: &Content, plan: &Plan, top: f32) {
    let foot = top + plan.head - canvas.em() * plan.scale * 0.35;
    let mut x = canvas.rect.x;
    for (index, (words, setting)) in content.heads.iter().zip(&plan.heads).enumerate() {
        let width = plan.widths.get(index).copied().unwrap_or(0.0);
        if let (Some(words), Some(setting)) = (words, setting) {
            let numeric = content.numeric.get(index).copied().unwrap_or(false);
            let (at, align) = if numeric { (x + width, Align::End) } else { (x, Align::Start) };
            canvas.text(words, setting, at, align, setting.above(foot));
        }
        x += width + gap(canvas.em());
    }
}

/// One row: words from its left, numbers with their separators in a line, all on the first line's height.
fn row(
    canvas: &mut Canvas<'_>,
    content: &Content,
    plan: &Plan,
    (cells, settings): (&[Cell], &[Option<Setting>]),
    (top, tall): (f32, f32),
) {
    let words_tall = settings.iter().flatten().map(Setting::height).fold(0.0, f32::max);
    let rise = settings.iter().flatten().map(|s| s.below(0.0)).fold(0.0, f32::max);
    let baseline = top + (tall - words_tall) / 2.0 + rise;
    let mut x = canvas.rect.x;
    for (index, (cell, setting)) in cells.iter().zip(settings).enumerate() {
        let width = plan.widths.get(index).copied().unwrap_or(0.0);
        if let (Some(words), Some(setting)) = (&cell.words, setting) {
            if content.numeric.get(index).copied().unwrap_or(false) {
                let column = content.rows.iter().filter_map(|row| row.get(index));
                let tails = column.map(|c| c.tail).fold(0.0, f32::max);
                // A dash has no whole part: it ends where the column does.
                let dash = !words.text().contains(|c: char| c.is_ascii_digit());
                let end = x + width - if dash { 0.0 } else { (tails - cell.tail) * plan.scale };
                canvas.text(words, setting, end, Align::End, baseline);
            } else {
                canvas.text(words, setting, x, Align::Start, baseline);
            }
        }
        x += width + gap(canvas.em());
    }
}

/// A line across the table.
fn line(canvas: &mut Canvas<'_>, y: f32, wide: f32) {
    let (rect, color) = (canvas.rect, canvas.style().line);
    canvas.panel(Rect::new(rect.x, canvas.edge(y - wide / 2.0), rect.width, wide), 0.0, color);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What follows the whole part.
    fn after(text: &str, separator: char) -> String {
        tail(&Label { text: text.to_owned(), bound: Vec::new() }, separator).text
    }

    #[test]
    fn numbers_align_at_their_separators() {
        assert_eq!(after("1.234,5 %", ','), ",5 %");
        assert_eq!(after("1.234 %", ','), " %");
        assert_eq!(after("−7", ','), "");
        assert_eq!(after("1,234.56", '.'), ".56");
        assert_eq!(after("—", ','), "");
        assert_eq!((separator("vi"), separator("en")), (',', '.'));
    }
}
