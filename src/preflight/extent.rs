//! How far items reach.

use kurbo::{BezPath, Shape};

use crate::frame::{BlockKind, Frame, Item, TextRun};
use crate::units::Rect;

/// Height of a capital, in em, when only the size is known.
pub(super) const CAP_HEIGHT: f32 = 0.7;

/// The box around an item as drawn.
pub(super) fn extent(item: &Item) -> Rect {
    match item {
        Item::Panel { rect, .. } | Item::Fragment { rect, .. } | Item::Picture { rect, .. } => *rect,
        Item::Shadow { rect, blur, .. } => rect.outset(*blur),
        Item::Path { data, stroke, .. } => path(data).outset(stroke.as_ref().map_or(0.0, |stroke| stroke.width / 2.0)),
        Item::Text(run) => line_box(run),
    }
}

/// The box of a line of text: from a capital's top to a little below the baseline.
pub(super) fn line_box(run: &TextRun) -> Rect {
    Rect::new(run.origin.x, run.origin.y - CAP_HEIGHT * run.size, run.width, run.size * (CAP_HEIGHT + 0.2))
}

/// The box of a line's capitals, from their top to the baseline.
pub(super) fn capitals(run: &TextRun) -> Rect {
    Rect::new(run.origin.x, run.origin.y - CAP_HEIGHT * run.size, run.width, run.size * CAP_HEIGHT)
}

/// The box around path data; empty when it does not read.
#[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
fn path(data: &str) -> Rect {
    let bounds = BezPath::from_svg(data).map(|path| path.bounding_box()).unwrap_or_default();
    Rect::new(bounds.x0 as f32, bounds.y0 as f32, bounds.width() as f32, bounds.height() as f32)
}

/// The innermost block that an item belongs to.
pub(super) fn block_of(frame: &Frame, item: usize) -> Option<usize> {
    // Outer blocks stand before inner ones.
    frame.boxes.iter().rposition(|block| block.items.contains(&item))
}

/// The chart, or code, that an item belongs to.
pub(super) fn chart_of(frame: &Frame, item: usize) -> Option<usize> {
    let charts = [BlockKind::Chart, BlockKind::Code];
    block_of(frame, item).filter(|block| charts.contains(&frame.boxes[*block].kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arcs_reach_as_far_as_they_bulge() {
        let circle = path("M10 20A10 10 0 0 1 30 20A10 10 0 0 1 10 20Z");
        assert!(circle.contains(&Rect::new(10.0, 10.0, 20.0, 20.0), 0.1), "{circle:?}");
        assert!(Rect::new(10.0, 10.0, 20.0, 20.0).contains(&circle, 0.1), "{circle:?}");
        assert_eq!(path("no path"), Rect::default());
    }
}
