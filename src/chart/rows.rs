//! Rows of label, mark and value: how bars, dots, meters and pictograms share a box.
//!
//! In: the entries and a width. Out: the first arrangement in which all words fit: labels beside the marks, else
//! above them; one column, else up to four; full size, else smaller. Where none fits, the best of the rest.

use super::Kind;
use super::canvas::{Canvas, Entry};
use super::scale::{many, whole_of};
use super::words::Setting;

/// Most columns that rows flow into.
const MOST_COLUMNS: usize = 4;
/// Fewest rows worth a column of their own.
const COLUMN_ROWS: usize = 3;
/// Sizes that are tried, as shares of the style's.
const SCALES: [f32; 4] = [1.0, 0.92, 0.85, 0.78];
/// The widest a label column may be, as a share of its row.
const LABEL_SHARE: f32 = 0.4;
/// The least of a row that the mark may be left with.
const MARK_SHARE: f32 = 0.25;

/// Where the label stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Place {
    /// Left of the mark.
    Side,
    /// Above the mark, the value at the other end of its line.
    Above,
    /// Nowhere: no room for words.
    Bare,
}

/// How rows share a box. Lengths in pixels.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// Where labels stand.
    pub(super) place: Place,
    /// Columns.
    pub(super) columns: usize,
    /// Rows in each, but perhaps the last.
    pub(super) per_column: usize,
    /// Width of a column.
    pub(super) column_width: f32,
    /// Width of the room for labels.
    pub(super) label_width: f32,
    /// The widest value.
    pub(super) value_width: f32,
    /// Whether values stand inside bars where they fit.
    pub(super) inside: bool,
    /// Words of each row: label and value.
    pub(super) settings: Vec<(Option<Setting>, Option<Setting>)>,
    /// Height of the words above a mark.
    pub(super) caption: f32,
    /// The least step from row to row.
    tight: f32,
    /// A good step from row to row.
    easy: f32,
}

/// What a plan is made from.
pub(super) struct Ask<'a, 'e> {
    /// The entries.
    pub(super) entries: &'a [Entry<'e>],
    /// Kind of mark.
    pub(super) kind: Kind,
    /// Pixels in an em of the labels.
    pub(super) em: f32,
    /// Width of the box.
    pub(super) width: f32,
    /// Whether some number is negative.
    pub(super) negative: bool,
    /// Columns asked for.
    pub(super) columns: Option<usize>,
    /// Dots of each row of a pictogram.
    pub(super) dots: usize,
}

impl<'a, 'e> Ask<'a, 'e> {
    /// From a canvas whose box may not be known yet.
    pub(super) fn new(canvas: &Canvas<'_>, entries: &'a [Entry<'e>], width: f32, dots: usize) -> Self {
        let negative = entries.iter().any(|e| e.number.is_some_and(|n| n < 0.0));
        let (kind, columns) = (canvas.spec.kind, canvas.spec.columns);
        Self { entries, kind, em: canvas.em(), width, negative, columns, dots }
    }

    /// Space between columns.
    pub(super) fn gutter(&self) -> f32 {
        self.em * 2.2
    }

    /// Space between label, mark and value.
    pub(super) fn gap(&self) -> f32 {
        self.em * 0.6
    }

    /// Numbers of columns to try, the fewest first.
    fn column_counts(&self) -> Vec<usize> {
        let most = (self.entries.len() / COLUMN_ROWS).clamp(1, MOST_COLUMNS);
        match self.columns {
            Some(asked) if asked > 0 => vec![asked.min(self.entries.len().max(1))],
            _ => (1..=most).collect(),
        }
    }

    /// Places to try, the better first.
    fn places(&self) -> &'static [Place] {
        match self.kind {
            Kind::Meter | Kind::Pictogram | Kind::Icons => &[Place::Above, Place::Side],
            _ => &[Place::Side, Place::Above],
        }
    }

    /// Side of a dot of a pictogram and how many stand on a line, for a width.
    pub(super) fn dot_grid(&self, width: f32) -> (f32, usize) {
        let line = match self.dots {
            0..=10 => self.dots,
            11..=20 if width > 20.0 * self.em => 20,
            21.. if width > 24.0 * self.em => 20,
            _ => 10,
        };
        let most = if self.dots <= 20 { 2.4 } else { 1.2 };
        ((width / many(line.max(1))).min(self.em * most), line.max(1))
    }

    /// Height of the mark itself: the least, and a good one.
    fn mark_height(&self, place: Place, mark_width: f32) -> (f32, f32) {
        match (self.kind, place) {
            (Kind::Pictogram | Kind::Icons, _) => {
                let (pitch, line) = self.dot_grid(mark_width);
                let height = pitch * many(self.dots.div_ceil(line));
                (height, height)
            }
            (_, Place::Above) => (self.em * 0.5, self.em * 0.8),
            _ => (self.em * 0.6, self.em * 1.15),
        }
    }

    /// Measures one arrangement; none when words do not fit. A lenient one leaves out the words that do not fit.
    fn measure(&self, place: Place, columns: usize, scale: f32, lenient: bool) -> Option<Plan> {
        let column_width = (self.width - self.gutter() * many(columns - 1)) / many(columns);
        let value = |e: &Entry<'_>| e.value.as_ref().and_then(|v| v.line(scale));
        let values: Vec<Option<Setting>> = self.entries.iter().map(value).collect();
        let widest = values.iter().flatten().map(|v| v.width).fold(0.0, f32::max);
        let value_width = if widest > column_width * 0.6 && lenient { 0.0 } else { widest };
        let reserve = if value_width > 0.0 { value_width + self.gap() } else { 0.0 };
        let (measure, most) = match place {
            Place::Side => (column_width * LABEL_SHARE, 2),
            _ => (column_width - reserve, 3),
        };
        let mut settings = Vec::with_capacity(self.entries.len());
        for (entry, value) in self.entries.iter().zip(values) {
            let label = entry.label.as_ref().and_then(|l| l.set(scale, measure, most));
            if !lenient && ((label.is_none() && entry.label.is_some()) || (value.is_none() && entry.value.is_some())) {
                return None;
            }
            settings.push((label, value));
        }
        let label_width = settings.iter().filter_map(|(l, _)| l.as_ref()).map(|l| l.width).fold(0.0, f32::max);
        let (room, inside) = match place {
            Place::Side => self.side_room(column_width, label_width, reserve),
            _ => (column_width, false),
        };
        let short = match place {
            Place::Side => room < (column_width * MARK_SHARE).max(self.em * 2.5),
            _ => measure < column_width * MARK_SHARE,
        };
        if short && !(lenient && room > 1.0) {
            return None;
        }
        let per_column = self.entries.len().div_ceil(columns);
        let mut plan = Plan {
            place,
            columns,
            per_column,
            column_width,
            label_width,
            value_width,
            inside,
            settings,
            caption: 0.0,
            tight: 0.0,
            easy: 0.0,
        };
        self.heights(&mut plan, room);
        Some(plan)
    }

    /// Width left for the mark beside the words, and whether values go inside it.
    fn side_room(&self, column_width: f32, label_width: f32, reserve: f32) -> (f32, bool) {
        let lead = if label_width > 0.0 { label_width + self.gap() } else { 0.0 };
        let sides = if self.negative { 2.0 } else { 1.0 };
        let beside = column_width - lead - reserve * sides;
        let whole = column_width - lead;
        let can_hold = self.kind == Kind::Bars && !self.negative && whole > 2.0 * reserve + self.gap();
        if beside < column_width * MARK_SHARE && can_hold { (whole, true) } else { (beside, false) }
    }

    /// Works out the steps from row to row.
    fn heights(&self, plan: &mut Plan, room: f32) {
        let tall = |(label, value): &(Option<Setting>, Option<Setting>)| match plan.place {
            Place::Side => [label, value].into_iter().flatten().map(Setting::centered_height).fold(0.0, f32::max),
            _ => {
                let both = || [label, value].into_iter().flatten();
                let drop = both().map(Setting::fall).fold(0.0, f32::max);
                both().map(|s| s.height() - s.fall() + drop).fold(0.0, f32::max)
            }
        };
        let words = plan.settings.iter().map(tall).fold(0.0, f32::max);
        let (least, good) = self.mark_height(plan.place, room);
        match plan.place {
            Place::Side => {
                plan.tight = words.max(least) + 1.0;
                plan.easy = (words + self.em * 0.5).max(good * 1.75);
            }
            _ => {
                plan.caption = words;
                plan.tight = words + self.em * 0.3 + least + self.em * 0.35;
                plan.easy = words + self.em * 0.4 + good + self.em * 1.1;
            }
        }
    }

    /// A plan without words.
    fn bare(&self) -> Plan {
        Plan {
            place: Place::Bare,
            columns: 1,
            per_column: self.entries.len(),
            column_width: self.width,
            label_width: 0.0,
            value_width: 0.0,
            inside: false,
            settings: vec![(None, None); self.entries.len()],
            caption: 0.0,
            tight: 1.0,
            easy: self.em,
        }
    }

    /// Arrangements in which all words fit, best first.
    fn strict(&self, scale: f32) -> impl Iterator<Item = Plan> + '_ {
        let of =
            move |columns| self.places().iter().filter_map(move |p| self.measure(*p, columns, scale, false)).next();
        self.column_counts().into_iter().filter_map(of)
    }

    /// The arrangement for a box of known height.
    pub(super) fn fit(&self, height: f32) -> Plan {
        let fits = |step: f32, plan: &Plan| step * many(plan.per_column) <= height + 1.0;
        if let Some(plan) = self.strict(1.0).find(|plan| fits(plan.easy, plan)) {
            return plan;
        }
        for scale in SCALES {
            for columns in self.column_counts() {
                for place in self.places() {
                    let plan = self.measure(*place, columns, scale, false);
                    if let Some(plan) = plan.filter(|plan| fits(plan.tight, plan)) {
                        return plan;
                    }
                }
            }
        }
        let small = SCALES[SCALES.len() - 1];
        for columns in self.column_counts() {
            for place in self.places() {
                if let Some(plan) = self.measure(*place, columns, small, true).filter(|plan| fits(plan.tight, plan)) {
                    return plan;
                }
            }
        }
        self.bare()
    }

    /// The smallest good height: few columns while the whole stays no taller than a page is.
    pub(super) fn natural_height(&self) -> f32 {
        let height = |plan: &Plan| plan.easy * many(plan.per_column);
        let mut best = None;
        for plan in self.strict(1.0) {
            let tall = height(&plan);
            if best.is_none_or(|least| tall < least) {
                best = Some(tall);
            }
            if tall <= self.width * 1.5 {
                break;
            }
        }
        let lenient = || {
            let first = self.places().iter().find_map(|p| self.measure(*p, 1, 1.0, true));
            height(&first.unwrap_or_else(|| self.bare()))
        };
        best.unwrap_or_else(lenient)
    }
}

impl Plan {
    /// Step from row to row in a box of known height.
    pub(super) fn step(&self, height: f32) -> f32 {
        height / many(self.per_column.max(1))
    }

    /// How many rows can be told apart.
    pub(super) fn rows_shown(&self, height: f32) -> usize {
        whole_of(height.max(1.0)).max(1) * self.columns
    }
}
