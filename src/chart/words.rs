//! Words of a chart: shaped once, set in lines at a measure, placed by their optical middle.

use std::ops::Range;
use std::sync::Arc;

use super::spec::{Label, TextStyle};
use crate::brand::FaceId;
use crate::frame::{Glyph, TextRun};
use crate::text::{Fonts, Piece, Shaped, break_lines};
use crate::units::{Point, Rect};

/// Room above capitals that figures need, as a share of the capital's height.
const FIGURE_OVERSHOOT: f32 = 1.03;
/// Room below the baseline that a comma needs, in em.
const COMMA: f32 = 0.16;

/// A label, shaped.
#[derive(Debug, Clone)]
pub(super) struct Words {
    /// The paragraph.
    shaped: Shaped,
    /// Byte ranges of bound values.
    bound: Vec<(Range<usize>, usize)>,
    /// Its looks.
    pub(super) style: TextStyle,
    /// Room above the baseline, in em.
    rise: f32,
    /// Room below the baseline, in em.
    fall: f32,
    /// Height of a capital, in em.
    cap: f32,
    /// Width on one line, in em.
    width: f32,
}

/// Words broken into lines at a size.
#[derive(Debug, Clone, Default)]
pub(super) struct Setting {
    /// Clusters of each line, and its width in pixels.
    lines: Vec<(Range<usize>, f32)>,
    /// Font size in pixels.
    pub(super) size: f32,
    /// Pixels from line to line.
    step: f32,
    /// Room above the first baseline.
    rise: f32,
    /// Room below the last baseline.
    fall: f32,
    /// Height of a capital.
    pub(super) cap: f32,
    /// The widest line.
    pub(super) width: f32,
}

/// Where words stand against a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Align {
    /// They start there.
    Start,
    /// They are centred there.
    Middle,
    /// They end there.
    End,
}

impl Words {
    /// Shapes a label; none when it is blank.
    ///
    /// # Errors
    /// The characters that the face has no glyph for.
    pub(super) fn shape(
        label: &Label,
        style: &TextStyle,
        fonts: &Fonts<'_>,
    ) -> Result<Option<Self>, Vec<(char, FaceId)>> {
        if label.text.trim().is_empty() || !(style.size > 0.0 && style.size.is_finite()) {
            return Ok(None);
        }
        let piece = Piece { range: 0..label.text.len(), face: style.face, tracking: style.tracking };
        let shaped = fonts.shape(&label.text, &[piece])?;
        let face = fonts.typefaces().face(style.face);
        let figures = label.text.chars().all(|c| c.is_ascii_digit() || " .,%+-\u{2212}–—/×:\u{a0}\u{202f}".contains(c));
        let (rise, fall) =
            if figures { (face.cap_height * FIGURE_OVERSHOOT, COMMA) } else { (face.ascent, face.descent) };
        let width = break_lines(&shaped, f32::MAX, false).widths.into_iter().fold(0.0, f32::max);
        let bound = label.bound.clone();
        Ok(Some(Self { shaped, bound, style: style.clone(), rise, fall, cap: face.cap_height, width }))
    }

    /// The words as written.
    pub(super) fn text(&self) -> &str {
        &self.shaped.text
    }

    /// Width on one line at the style's size, in pixels.
    pub(super) fn width(&self) -> f32 {
        self.width * self.style.size
    }

    /// The least width in which the words take so many lines at a size; no less than their widest word.
    pub(super) fn narrowest(&self, scale: f32, most: usize) -> f32 {
        let size = self.style.size * scale;
        let whole = self.width * size + 0.1;
        let (mut low, mut high) = (0.0, whole);
        // Half a hundredth of the whole is finer than any gap between columns.
        for _ in 0..8 {
            let middle = f32::midpoint(low, high);
            if self.set(scale, middle, most).is_some() { high = middle } else { low = middle }
        }
        high
    }

    /// The widest letter, in em.
    pub(super) fn widest_letter(&self) -> f32 {
        self.shaped.clusters.iter().map(|cluster| cluster.advance).fold(0.0, f32::max)
    }

    /// The same with figures of one width in em, so that those above each other stand in columns.
    pub(super) fn tabular(mut self, widest: f32) -> Self {
        let text = self.shaped.text.clone();
        let digit = |cluster: &crate::text::Cluster| {
            text.get(cluster.range.clone()).is_some_and(|t| t.len() == 1 && t.bytes().all(|b| b.is_ascii_digit()))
        };
        for cluster in self.shaped.clusters.iter_mut().filter(|c| digit(c)) {
            let more = widest - cluster.advance;
            Arc::make_mut(&mut cluster.glyphs).iter_mut().for_each(|(_, x, _)| *x += more / 2.0);
            cluster.advance = widest;
            self.width += more;
        }
        self
    }

    /// Breaks the words to a measure in pixels; none when that takes more than `most` lines or a word is wider.
    pub(super) fn set(&self, scale: f32, measure: f32, most: usize) -> Option<Setting> {
        let size = self.style.size * scale;
        if size.is_nan() || size <= 0.0 || measure.is_nan() || measure <= 0.0 {
            return None;
        }
        let broken = break_lines(&self.shaped, measure / size, true);
        if broken.overflows || broken.ranges.is_empty() || broken.ranges.len() > most {
            return None;
        }
        let widths = broken.widths.iter().map(|w| w * size);
        let width = widths.clone().fold(0.0, f32::max);
        let lines = broken.ranges.iter().cloned().zip(widths).collect();
        let leading = if self.style.leading.is_finite() { self.style.leading.max(1.0) } else { 1.2 };
        let (rise, fall, cap) = (self.rise * size, self.fall * size, self.cap * size);
        Some(Setting { lines, size, step: leading * size, rise, fall, cap, width })
    }

    /// The words on one line; none when they hold a forced break.
    pub(super) fn line(&self, scale: f32) -> Option<Setting> {
        self.set(scale, f32::MAX, 1)
    }

    /// The runs of a setting whose first baseline is at `y`, and the box around them.
    pub(super) fn runs(&self, setting: &Setting, x: f32, align: Align, y: f32) -> (Vec<TextRun>, Rect) {
        let start = |width: f32| match align {
            Align::Start => x,
            Align::Middle => x - width / 2.0,
            Align::End => x - width,
        };
        let mut runs = Vec::new();
        let mut baseline = y;
        for (clusters, width) in &setting.lines {
            runs.extend(self.run(clusters, Point { x: start(*width), y: baseline }, *width, setting.size));
            baseline += setting.step;
        }
        (runs, Rect::new(start(setting.width), y - setting.rise, setting.width, setting.height()))
    }

    /// One line.
    fn run(&self, clusters: &Range<usize>, origin: Point, width: f32, size: f32) -> Option<TextRun> {
        let inside = self.shaped.clusters.get(clusters.clone())?;
        let bytes = inside.first()?.range.start..inside.last()?.range.end;
        let mut glyphs = Vec::new();
        let mut pen = 0.0;
        for cluster in inside {
            glyphs.extend(cluster.glyphs.iter().map(|&(id, x, y)| Glyph {
                id,
                x: (pen + x) * size,
                y: -y * size,
                cluster: cluster.range.start - bytes.start,
            }));
            pen += cluster.advance;
        }
        let clip = |(range, index): &(Range<usize>, usize)| {
            let (start, end) = (range.start.max(bytes.start), range.end.min(bytes.end));
            (start < end).then(|| (start - bytes.start..end - bytes.start, *index))
        };
        Some(TextRun {
            text: self.shaped.text.get(bytes.clone())?.to_owned(),
            origin,
            width,
            face: self.style.face,
            size,
            tracking: self.style.tracking * size,
            color: self.style.color,
            glyphs,
            bound: self.bound.iter().filter_map(clip).collect(),
            block: 0,
        })
    }
}

impl Setting {
    /// Height of the box around all lines.
    pub(super) fn height(&self) -> f32 {
        self.rise + self.fall + self.leaps()
    }

    /// Room below the last baseline.
    pub(super) fn fall(&self) -> f32 {
        self.fall
    }

    /// From the first baseline to the last.
    pub(super) fn leaps(&self) -> f32 {
        self.step * super::scale::many(self.lines.len().saturating_sub(1))
    }

    /// First baseline of words whose top edge is at `y`.
    pub(super) fn below(&self, y: f32) -> f32 {
        y + self.rise
    }

    /// First baseline of words whose bottom edge is at `y`.
    pub(super) fn above(&self, y: f32) -> f32 {
        y - self.fall - self.leaps()
    }

    /// First baseline of words whose capitals are centred on `y`.
    pub(super) fn centered(&self, y: f32) -> f32 {
        y + self.cap / 2.0 - self.leaps() / 2.0
    }

    /// Height of a box around the words in which their capitals are centred.
    pub(super) fn centered_height(&self) -> f32 {
        self.cap + self.leaps() + 2.0 * (self.rise - self.cap).max(self.fall)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::pictures::{style, typefaces};

    #[test]
    fn bound_values_keep_their_bytes_through_wrapping() {
        let (faces, text) = (typefaces(), "Đạt 1.234 hồ sơ trong quý III năm 2026, tăng 12% so với trước");
        let at = |part: &str| text.find(part).map(|start| start..start + part.len()).unwrap();
        let label = Label { text: text.to_owned(), bound: vec![(at("1.234"), 3), (at("12%"), 8)] };
        let words = Words::shape(&label, &style().label, &Fonts::new(&faces)).unwrap().unwrap();
        let setting = words.set(1.0, 150.0, 9).unwrap();
        let (runs, ink) = words.runs(&setting, 10.0, Align::Start, 50.0);
        assert!(runs.len() > 2);
        let said: Vec<(&str, usize)> =
            runs.iter().flat_map(|run| run.bound.iter().map(|(range, i)| (&run.text[range.clone()], *i))).collect();
        assert_eq!(said, [("1.234", 3), ("12%", 8)]);
        assert!(runs.iter().all(|run| run.width <= 150.1 && run.origin.y < ink.bottom()));
    }

    #[test]
    fn what_does_not_fit_has_no_setting() {
        let faces = typefaces();
        let label = |text: &str| Label { text: text.to_owned(), bound: vec![] };
        let fonts = Fonts::new(&faces);
        let words = Words::shape(&label("một hai ba bốn năm"), &style().label, &fonts).unwrap().unwrap();
        assert!(words.set(1.0, 60.0, 1).is_none() && words.set(1.0, 3.0, 99).is_none());
        assert!(words.set(1.0, f32::NAN, 1).is_none() && words.set(0.0, 100.0, 1).is_none());
        assert!(words.set(1.0, words.width() + 0.01, 1).is_some());
        assert!(Words::shape(&label("  "), &style().label, &fonts).unwrap().is_none());
        assert_eq!(Words::shape(&label("漢"), &style().label, &fonts).unwrap_err(), [('漢', FaceId(0))]);
    }
}
