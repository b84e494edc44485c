//! Text blocks: shaped once, then set at whatever size and measure the layout asks for.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;

use crate::brand::FaceId;
use crate::color::Color;
use crate::text::{Cluster, Lines, Shaped, break_lines};
use crate::units::Size;

/// A text block.
#[derive(Debug)]
pub(super) struct Paragraph {
    /// The words, shaped in em.
    pub(super) shaped: Shaped,
    /// Styles of the pieces, as in `shaped`.
    pub(super) pieces: Vec<PieceStyle>,
    /// Byte ranges that show bound values, with the binding's index.
    pub(super) bound: Vec<(Range<usize>, usize)>,
    /// Smallest and greatest size in pixels; equal when the size is fixed.
    pub(super) sizes: (f32, f32),
    /// Least and greatest number of lines.
    pub(super) lines: (usize, usize),
    /// Leading as a multiple of the size.
    pub(super) leading: f32,
    /// Where lines stand in the measure.
    pub(super) align: TextAlign,
    /// Whether line lengths are evened out; none: up to [`BALANCED`] lines.
    pub(super) balance: Option<bool>,
    /// The ellipsis that words end in which do not fit, when that is no error.
    pub(super) ellipsis: Option<Ellipsis>,
    /// Siblings of one group share one size.
    pub(super) group: Option<String>,
    /// Whether a ticker spreads its lines over successive pages.
    pub(super) pages: bool,
    /// Ascent and descent of the main face, in em.
    pub(super) extent: (f32, f32),
    /// Whether sizes are whole pixels (LED).
    pub(super) snap: bool,
    /// How it was set before: boxes are solved by trying, and most tries ask what was asked before.
    pub(super) known: Known,
}

/// What was asked of a text: measure and ceiling by their bits, and whether it gives.
type Asked = (u32, u32, bool);

/// The last few settings by what was asked.
#[derive(Debug, Default)]
pub(super) struct Known(RefCell<VecDeque<(Asked, Setting)>>);

/// So many settings are kept.
const KEPT: usize = 6;

/// How a piece of text is drawn.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PieceStyle {
    /// Face.
    pub(super) face: FaceId,
    /// Colour.
    pub(super) color: Color,
}

/// An ellipsis, shaped.
#[derive(Debug)]
pub(super) struct Ellipsis {
    /// Its only cluster.
    pub(super) cluster: Cluster,
    /// How it is drawn.
    pub(super) style: PieceStyle,
}

/// Where lines stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TextAlign {
    /// Left.
    Start,
    /// Middle.
    Center,
    /// Right.
    End,
}

/// A paragraph set at one size and measure.
#[derive(Debug, Clone)]
pub(super) struct Setting {
    /// Font size in pixels.
    pub(super) size: f32,
    /// Its lines, which are asked for again and again.
    pub(super) lines: Arc<Lines>,
    /// Whether all words stand inside the measure and the number of lines.
    pub(super) fits: bool,
}

/// Text of so many lines is evened out unless the template says otherwise; longer text is read, not looked at.
const BALANCED: usize = 6;
/// Sizes are tried in steps of 3%: finer steps are not seen, coarser ones waste room.
const STEP: f32 = 0.97;
/// The share of its size that text keeps when it shrinks only for better breaks.
const GIVE: f32 = 0.8;
/// A smaller size must be better by this much, or the larger one stays.
const HARM_STEP: f32 = 0.3;
/// Sums of floats: lines may be this much higher than their box, in pixels.
const SLACK: f32 = 0.75;
/// A measure that no line reaches, in em.
const UNBOUNDED: f32 = 1e9;

impl Paragraph {
    /// Sets the text in a measure (pixels), at most at `ceiling` (0 = smallest size, 1 = greatest).
    ///
    /// Text that may shrink gives up to a fifth of its size where that keeps words whole.
    pub(super) fn set(&self, measure: f32, ceiling: f32) -> Setting {
        self.set_giving(measure, ceiling, true)
    }

    /// Sets the text in a measure, smaller than `ceiling` only where it does not fit.
    pub(super) fn set_at(&self, measure: f32, ceiling: f32) -> Setting {
        self.set_giving(measure, ceiling, false)
    }

    /// Sets the text; `gives` says whether it becomes smaller for better breaks.
    fn set_giving(&self, measure: f32, ceiling: f32, gives: bool) -> Setting {
        let asked = (measure.to_bits(), ceiling.to_bits(), gives);
        let mut known = self.known.0.borrow_mut();
        if let Some((_, setting)) = known.iter().find(|(key, _)| *key == asked) {
            return setting.clone();
        }
        let setting = self.settled(measure, ceiling, gives);
        known.truncate(KEPT - 1);
        known.push_front((asked, setting.clone()));
        setting
    }

    /// [`Paragraph::set_giving`], reckoned.
    fn settled(&self, measure: f32, ceiling: f32, gives: bool) -> Setting {
        let (least, most) = self.sizes;
        let mut size = self.round(least + (most - least) * ceiling.clamp(0.0, 1.0));
        let mut best: Option<Setting> = None;
        loop {
            let lines = self.broken(measure / size);
            let fits = !lines.overflows && lines.ranges.len() <= self.lines.1;
            let tried = Setting { size, lines: Arc::new(lines), fits };
            let floor = best.as_ref().map_or(least, |first| least.max(first.size * GIVE));
            if fits {
                let whole = tried.lines.harm <= 0.0;
                if best.as_ref().is_none_or(|best| tried.lines.harm + HARM_STEP < best.lines.harm) {
                    best = Some(tried);
                }
                if whole || most <= least || !gives {
                    break;
                }
            } else if size <= least {
                return best.unwrap_or(tried);
            }
            let smaller = self.round(size * STEP);
            size = if smaller < size { smaller } else { size - 1.0 };
            if size < floor {
                if best.is_some() {
                    break;
                }
                size = least;
            }
        }
        best.unwrap_or_else(|| {
            let lines = self.broken(measure / least);
            Setting { size: least, lines: Arc::new(lines), fits: false }
        })
    }

    /// The lines in a measure in em.
    fn broken(&self, measure: f32) -> Lines {
        let lines = break_lines(&self.shaped, measure, self.balance.unwrap_or(false));
        let even = self.balance.is_none() && (2..=BALANCED).contains(&lines.ranges.len());
        if even { break_lines(&self.shaped, measure, true) } else { lines }
    }

    /// A size as this surface can show it.
    fn round(&self, size: f32) -> f32 {
        if self.snap { size.floor().max(1.0) } else { size }
    }

    /// Height of a setting: its lines, or the least number of lines asked for.
    pub(super) fn height(&self, setting: &Setting) -> f32 {
        let most = if self.ellipsis.is_some() { self.lines.1 } else { usize::MAX };
        let lines = setting.lines.ranges.len().min(most).max(self.lines.0).max(1);
        self.line_step(setting.size) * count(lines)
    }

    /// How many lines are shown in a height: all, unless the text may end in an ellipsis.
    pub(super) fn lines_shown(&self, setting: &Setting, height: f32) -> usize {
        let all = setting.lines.ranges.len();
        if self.ellipsis.is_none() {
            return all;
        }
        let step = self.line_step(setting.size);
        (1..=all.min(self.lines.1)).take_while(|lines| *lines == 1 || count(*lines) * step <= height + SLACK).count()
    }

    /// Where a line of clusters is cut so that the ellipsis still fits: after a whole word where there is one,
    /// never inside a bound value, whose shortened form would be another value.
    pub(super) fn cut(&self, line: Range<usize>, room: f32) -> Range<usize> {
        let clusters = &self.shaped.clusters;
        let mut width = self.ellipsis.as_ref().map_or(0.0, |ellipsis| ellipsis.cluster.advance);
        let mut end = line.start;
        let word = |cluster: &Cluster| self.shaped.text.get(cluster.range.clone()).unwrap_or_default();
        let goes_on = |cluster: &&Cluster, width: f32| width + cluster.advance <= room && word(cluster) != "\n";
        while let Some(cluster) = clusters.get(end).filter(|cluster| goes_on(cluster, width)) {
            width += cluster.advance;
            end += 1;
        }
        let at = |index: usize| clusters.get(index).map_or(self.shaped.text.len(), |cluster| cluster.range.start);
        let whole = (line.start + 1..=end).rev().find(|index| clusters.get(*index).is_none_or(|c| c.space));
        let mut end = whole.unwrap_or(end);
        if let Some((bound, _)) = self.bound.iter().find(|(bound, _)| bound.start < at(end) && at(end) < bound.end) {
            end = (line.start..end).rev().find(|index| at(*index) <= bound.start).unwrap_or(line.start);
        }
        let trailing = |cluster: &Cluster| cluster.space || [",", ".", ";", ":", "–"].contains(&word(cluster));
        while end > line.start && clusters.get(end - 1).is_some_and(trailing) {
            end -= 1;
        }
        line.start..end
    }

    /// From one baseline to the next, in pixels.
    pub(super) fn line_step(&self, size: f32) -> f32 {
        self.round_step(self.leading * size)
    }

    /// A line step as this surface can show it.
    fn round_step(&self, step: f32) -> f32 {
        if self.snap { step.round() } else { step }
    }

    /// From a line's top to its baseline, in pixels: half the leading above and below the face's extent.
    pub(super) fn baseline(&self, size: f32) -> f32 {
        let (ascent, descent) = self.extent;
        let down = (self.leading - ascent - descent) / 2.0 * size + ascent * size;
        if self.snap { down.round() } else { down }
    }

    /// Size of the text when the layout asks without a measure: its longest word, or one line a paragraph.
    ///
    /// The font size comes first.
    pub(super) fn natural(&self, narrowest: bool, ceiling: f32) -> (f32, Size) {
        let (least, most) = self.sizes;
        let (size, measure) = if narrowest {
            (self.round(least), 0.0)
        } else {
            (self.round(least + (most - least) * ceiling), UNBOUNDED)
        };
        let lines = Arc::new(break_lines(&self.shaped, measure, false));
        let setting = Setting { size, lines, fits: true };
        let widest = setting.lines.widths.iter().copied().fold(0.0, f32::max);
        (size, Size { width: (widest * size).ceil(), height: self.height(&setting) })
    }
}

/// A small count as a float.
#[expect(clippy::cast_precision_loss, reason = "lines of one text block")]
pub(super) fn count(number: usize) -> f32 {
    number as f32
}
