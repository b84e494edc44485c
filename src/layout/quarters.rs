//! Letters on quarters of a pixel, baselines on whole ones, as screens set them.
//!
//! Nobody sees an eighth of a pixel, but a letter that lies between pixels in a hundred ways is drawn in a hundred ways, and
//! none of them repeats in a file. Line breaks and sizes are settled before, so nothing else moves.

use crate::frame::{Frame, Item, TextRun};

/// Parts of a pixel that a letter may begin at.
const PARTS: f32 = 4.0;
/// Baselines so near to each other, in pixels, stand side by side: a label and its figure stay on one.
const NEAR: f32 = 0.3;

/// Moves a frame's letters onto quarters and whole baselines.
pub(super) fn settle(frame: &mut Frame) {
    let lines = baselines(frame.items.iter().filter_map(|item| match item {
        Item::Text(run) => Some(run.origin.y),
        _ => None,
    }));
    for item in &mut frame.items {
        if let Item::Text(run) = item {
            let above = lines.partition_point(|line| *line <= run.origin.y);
            let line = above.checked_sub(1).and_then(|at| lines.get(at)).unwrap_or(&run.origin.y).round();
            settle_run(run, line);
        }
    }
}

/// The uppermost of baselines that stand side by side, rising.
fn baselines(all: impl Iterator<Item = f32>) -> Vec<f32> {
    let mut all: Vec<f32> = all.collect();
    all.sort_by(f32::total_cmp);
    let mut lines: Vec<f32> = Vec::new();
    for line in all {
        if lines.last().is_none_or(|upper| line - upper >= NEAR) {
            lines.push(line);
        }
    }
    lines
}

/// Moves a line's letters onto quarters and its baseline to a whole pixel; each letter by itself, so that no line becomes
/// longer.
fn settle_run(run: &mut TextRun, baseline: f32) {
    let from = run.origin.x;
    (run.origin.x, run.origin.y) = (quarter(from), baseline);
    for glyph in &mut run.glyphs {
        glyph.x = quarter(from + glyph.x) - run.origin.x;
        glyph.y = quarter(glyph.y);
    }
}

/// The nearest quarter.
fn quarter(length: f32) -> f32 {
    (length * PARTS).round() / PARTS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brand::FaceId;
    use crate::color::Color;
    use crate::frame::Glyph;
    use crate::units::Point;

    #[test]
    fn lines_side_by_side_stay_so() {
        assert_eq!(baselines([27.45, 41.7, 27.6, 27.8, 27.4].into_iter()), [27.4, 27.8, 41.7]);
        assert_eq!(baselines(std::iter::empty()), [0.0; 0]);
    }

    proptest::proptest! {
        #[test]
        fn no_letter_moves_by_more_than_an_eighth(
            x in -500.0_f32..5000.0, y in -500.0_f32..5000.0, steps in proptest::collection::vec(0.0_f32..30.0, 1..90),
        ) {
            let mut pen = 0.0;
            let glyphs = steps.iter().map(|step| {
                pen += step;
                Glyph { id: 1, x: pen - step, y: 0.0, cluster: 0 }
            });
            let mut run = TextRun {
                text: String::new(),
                origin: Point { x, y },
                width: 0.0,
                face: FaceId(0),
                size: 12.0,
                tracking: 0.0,
                color: Color::BLACK,
                glyphs: glyphs.collect(),
                bound: Vec::new(),
                block: 0,
            };
            let before = run.clone();
            settle_run(&mut run, y.round());
            for (old, new) in before.glyphs.iter().zip(&run.glyphs) {
                let (old, new) = (x + old.x, run.origin.x + new.x);
                proptest::prop_assert_eq!((new * PARTS).fract(), 0.0);
                proptest::prop_assert!((old - new).abs() <= 0.126, "{} {}", old, new);
            }
        }
    }
}
