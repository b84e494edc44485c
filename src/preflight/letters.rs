//! Letters that a surface cannot show: strokes under one LED or under what prints, Vietnamese marks that run together.

use std::collections::BTreeMap;

use kurbo::{BezPath, Line, ParamCurve, Shape};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use super::extent::CAP_HEIGHT;
use super::strokes::{PRINTED_MM, length};
use super::{Page, place};
use crate::brand::FaceId;
use crate::diagnostic::Diagnostic;
use crate::format::Use;
use crate::frame::{Item, TextRun};
use crate::text::{Fonts, Piece};
use crate::units::MM_PER_INCH;

/// Height of a capital, in LEDs, from which two marks over a letter can be told apart: the letter's own rows, and above
/// them a row each for circumflex and tone with one between. Be Vietnam Pro was looked at from 7 to 13 rows: below ten
/// the circumflex of *Ế* and *Ễ* runs into the letter.
const STACKED_ROWS: f32 = 10.0;
/// Size that outlines are measured at.
const MEASURED: f32 = 1000.0;
/// Rounding.
const SLACK: f32 = 0.02;

/// Letters too fine for the surface (`MB0812`), the worst of a page.
pub(super) fn fine(page: &Page) -> Option<Diagnostic> {
    let format = page.format;
    let mut stems: BTreeMap<FaceId, Option<f32>> = BTreeMap::new();
    let least = match format.usage {
        Use::Led => 1.0,
        _ => format.trim_mm.map(|_| PRINTED_MM * format.dpi / MM_PER_INCH)?,
    };
    let runs = page.frame.items.iter().filter_map(|item| match item {
        Item::Text(run) if !run.text.trim().is_empty() => Some(run),
        _ => None,
    });
    let mut stroke =
        |run: &TextRun| Some(stems.entry(run.face).or_insert_with(|| stem(page.fonts, run.face)).as_ref()? * run.size);
    let mut worst: Option<(&TextRun, f32, f32)> = None;
    for run in runs {
        let thin = stroke(run).filter(|stroke| stroke + SLACK < least).map(|stroke| (run, stroke, least));
        let rows = run.size * CAP_HEIGHT;
        let blurred = format.usage == Use::Led && rows + SLACK < STACKED_ROWS && stacked(&run.text);
        let found = thin.or_else(|| blurred.then_some((run, rows, STACKED_ROWS)));
        if let Some(found) = found
            && worst.is_none_or(|known| found.0.size < known.0.size)
        {
            worst = Some(found);
        }
    }
    let (run, is, least) = worst?;
    let what = if least == STACKED_ROWS { "marks" } else { "strokes" };
    let diagnostic = Diagnostic::warning("MB0812").arg("words", &run.text).arg("what", what);
    let diagnostic = diagnostic.arg("is", length(format, is)).arg("least", length(format, least));
    Some(diagnostic.at(place(page, run.block)).hint("hint"))
}

/// Whether a letter bears two marks, one over the other, as in *ế*.
fn stacked(text: &str) -> bool {
    let mut above = 0;
    text.nfd().any(|c| {
        // Class 230: above the letter; a dot below or a horn does not crowd.
        above = if canonical_combining_class(c) == 230 { above + 1 } else { 0 };
        above == 2
    })
}

/// The thinnest stroke of a face in em: the stem of its l, or the top of its o where that is finer.
fn stem(fonts: &Fonts, face: FaceId) -> Option<f32> {
    let upright = outline(fonts, face, "l").and_then(|letter| crossing(&letter, false));
    let top = outline(fonts, face, "o").and_then(|letter| crossing(&letter, true));
    upright.into_iter().chain(top).min_by(f32::total_cmp).map(|width| width / MEASURED)
}

/// A letter's outline.
fn outline(fonts: &Fonts, face: FaceId, letter: &str) -> Option<BezPath> {
    let piece = Piece { range: 0..letter.len(), face, tracking: 0.0 };
    let shaped = fonts.shape(letter, &[piece]).ok()?;
    let (glyph, ..) = shaped.clusters.first()?.glyphs.first()?;
    let mut data = String::new();
    fonts.write_outline(face, *glyph, MEASURED, 0.0, 0.0, &mut data);
    BezPath::from_svg(&data).ok()
}

/// How much ink a line through the middle of a letter meets first: across a stem, or down through a bowl.
#[expect(clippy::cast_possible_truncation, reason = "a letter a thousand units high")]
fn crossing(letter: &BezPath, down: bool) -> Option<f32> {
    let bounds = letter.bounding_box();
    let (middle, beyond) = (bounds.center(), bounds.inflate(1.0, 1.0));
    // A little off the middle: a line through a corner point would be met twice.
    let ray = if down {
        Line::new((middle.x + 0.37, beyond.y0), (middle.x + 0.37, beyond.y1))
    } else {
        Line::new((beyond.x0, middle.y + 0.37), (beyond.x1, middle.y + 0.37))
    };
    let hits = letter.segments().flat_map(|segment| segment.intersect_line(ray));
    let mut along: Vec<f64> = hits.map(|hit| (ray.eval(hit.line_t) - ray.p0).hypot()).collect();
    along.sort_by(f64::total_cmp);
    match along[..] {
        [first, second, ..] => Some((second - first) as f32),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_marks_over_each_other_crowd() {
        assert!(stacked("kết quả") && stacked("SỐ ĐIỂM ẾCH"));
        for plain in ["khởi tạo", "động", "Đông", "ngày", "ặ"] {
            assert!(!stacked(plain), "{plain}");
        }
    }

    #[test]
    fn a_stem_is_measured_across() {
        let l = BezPath::from_svg("M10 0H30V-700H10Z").unwrap();
        assert!((crossing(&l, false).unwrap() - 20.0).abs() < 0.01);
        let o = BezPath::from_svg("M0 0H100V-100H0ZM20 -15V-85H80V-15Z").unwrap();
        assert!((crossing(&o, true).unwrap() - 15.0).abs() < 0.01);
    }
}
