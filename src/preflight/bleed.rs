//! The page's edges: what is to be cut off reaches far enough, what is to be kept stands far enough inside.

use super::drawing::filter_steps;
use super::extent::{block_of, extent};
use super::profile::filter_budget;
use super::strokes::length;
use super::{Page, place};
use crate::diagnostic::Diagnostic;
use crate::frame::{BlockBox, BlockKind, Item};
use crate::units::Rect;

/// Sums of floats, in pixels.
const SLACK: f32 = 1.0;
/// What grounds are called in the path of a block's name.
const GROUND: &str = "ground";
/// What icons are called in it.
const ICON: &str = "icon";

/// Panels and drawings that reach the trim but not the end of the bleed (`MB0814`): a knife a little outside the trim
/// would leave a white edge. One finding a place.
pub(super) fn short(page: &Page) -> Vec<Diagnostic> {
    let (trim, bleed) = (page.format.trim_box(), page.format.bleed);
    if bleed <= SLACK {
        return Vec::new();
    }
    let mut found: Vec<Diagnostic> = Vec::new();
    for (index, item) in page.frame.items.iter().enumerate() {
        let Some(rect) = edged(item).filter(|rect| rect.overlaps(&trim, 0.0)) else { continue };
        let Some(block) = block_of(page.frame, index) else { continue };
        let sides = [
            ("top", trim.y - rect.y),
            ("right", rect.right() - trim.right()),
            ("bottom", rect.bottom() - trim.bottom()),
            ("left", trim.x - rect.x),
        ];
        // How far it reaches beyond each side of the trim.
        let ends = |reach: f32| (-SLACK..bleed - SLACK).contains(&reach);
        let Some((side, reach)) = sides.into_iter().find(|(_, reach)| ends(*reach)) else { continue };
        let place = place(page, block);
        if found.iter().all(|known| known.spans.first() != Some(&place)) {
            let diagnostic = Diagnostic::warning("MB0814")
                .arg("block", &page.frame.boxes[block].name)
                .arg("side", side)
                .arg("missing", length(page.format, bleed - reach.max(0.0)));
            found.push(diagnostic.at(place).hint("hint"));
        }
    }
    found
}

/// The box of an item whose straight edges would show; round things end where they like.
fn edged(item: &Item) -> Option<Rect> {
    match item {
        Item::Panel { rect, radius, fill: Some(_), .. } => {
            (*radius < 0.45 * rect.width.min(rect.height)).then_some(*rect)
        }
        Item::Fragment { rect, clip: true, .. } | Item::Picture { rect, .. } => Some(*rect),
        _ => None,
    }
}

/// Charts, marks and icons outside the safe area (`MB0815`). Icons in a ground are ornament and meant to be cut; so are
/// drawings and pictures anywhere, which on drawn sheets reach over the whole page.
pub(super) fn outside(page: &Page) -> Vec<Diagnostic> {
    let safe = page.format.safe_box();
    let strays = page.frame.boxes.iter().enumerate().filter(|(_, block)| {
        let kept = match block.kind {
            BlockKind::Chart | BlockKind::Code | BlockKind::Mark => true,
            BlockKind::Fragment => is_icon(&block.name),
            _ => false,
        };
        kept && drawn_box(page, block).is_some_and(|rect| !safe.contains(&rect, SLACK))
    });
    let finding = |(index, block): (usize, &BlockBox)| {
        let diagnostic = Diagnostic::error("MB0815").arg("block", &block.name).arg("format", &page.format.name);
        diagnostic.at(place(page, index)).hint("hint")
    };
    strays.map(finding).collect()
}

/// Whether a block is an icon that stands on the page itself.
fn is_icon(name: &str) -> bool {
    let mut parts = name.split('/');
    let grounded = parts.clone().any(|part| part.starts_with(GROUND));
    !grounded && parts.next_back().is_some_and(|part| part.starts_with(ICON))
}

/// The box around what a block draws; words have a check of their own.
fn drawn_box(page: &Page, block: &BlockBox) -> Option<Rect> {
    let items = page.frame.items.get(block.items.clone())?;
    let drawn = items.iter().filter(|item| !matches!(item, Item::Text(_) | Item::Shadow { .. }));
    drawn.map(extent).reduce(|a, b| a.union(&b))
}

/// Filters that cost more than the surface's budget (`MB0822`), at the costliest drawing.
pub(super) fn costly(page: &Page) -> Option<Diagnostic> {
    let steps = |item: &Item| match item {
        Item::Fragment { xml, .. } if xml.contains("filter") => filter_steps(xml),
        _ => 0,
    };
    #[expect(clippy::cast_precision_loss, reason = "a few steps")]
    let cost = |item: &Item| {
        let rect = extent(item);
        rect.width * rect.height * steps(item) as f32 / 1e6
    };
    let costs: Vec<f32> = page.frame.items.iter().map(cost).collect();
    let (total, budget) = (costs.iter().sum::<f32>(), filter_budget(page.format.usage));
    let (worst, _) = costs.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).filter(|_| total > budget)?;
    let block = block_of(page.frame, worst)?;
    let diagnostic = Diagnostic::warning("MB0822").arg("cost", format!("{total:.0}")).arg("budget", budget);
    Some(diagnostic.at(place(page, block)).hint("hint"))
}
