//! Successive pages: children of `m:pages`, and text that flows over as many pages as it needs.

use super::block::{Align, Block, Blocks, Content};
use super::copyfit::fit;
use super::length::Length;
use super::place;
use super::scene::Scene;
use crate::diagnostic::Diagnostic;
use crate::frame::{BlockBox, BlockKind, Frame};
use crate::units::{Insets, Rect};

/// Most pages one artwork may have; more is a mistake in the template or its selection.
const MAX_PAGES: usize = 500;

/// Composes each child of a pages block onto frames of its own.
pub(super) fn pages(
    blocks: &Blocks,
    root: usize,
    scene: &Scene,
    ground: &dyn Fn() -> anyhow::Result<Frame>,
) -> anyhow::Result<(Vec<Frame>, Vec<Diagnostic>)> {
    let room = inner(&blocks.all[root], scene.format.safe_box());
    let (mut frames, mut found) = (Vec::new(), Vec::new());
    for child in &blocks.all[root].children {
        if flows(blocks, *child) {
            flow(blocks, root, *child, room, ground, &mut frames, &mut found)?;
        } else {
            let mut frame = ground()?;
            let fitted = fit(blocks, *child, room, scene)?;
            found.extend(fitted.overset.iter().cloned());
            found.extend(place::place(blocks, *child, &fitted, scene, &mut frame));
            frames.push(frame);
        }
        if frames.len() > MAX_PAGES {
            found.push(Diagnostic::error("MB0734").arg("limit", MAX_PAGES).at(blocks.all[*child].span.clone()));
            break;
        }
    }
    Ok((frames, found))
}

/// The page inside its padding; percent are of the page's own width, which is all there is around it.
fn inner(block: &Block, rect: Rect) -> Rect {
    let side = |length: Length| match length {
        Length::Px(px) => px,
        Length::Share(share) => share * rect.width,
        Length::Auto | Length::Fraction(_) => 0.0,
    };
    let [top, right, bottom, left] = block.style.padding.map(side);
    rect.inset(Insets { top, right, bottom, left })
}

/// Whether a child is text that spreads over pages.
fn flows(blocks: &Blocks, index: usize) -> bool {
    matches!(&blocks.all[index].content, Content::Text(text) if text.pages)
}

/// Sets a text in the page's measure and gives each page the lines it has room for.
fn flow(
    blocks: &Blocks,
    root: usize,
    index: usize,
    room: Rect,
    ground: &dyn Fn() -> anyhow::Result<Frame>,
    frames: &mut Vec<Frame>,
    found: &mut Vec<Diagnostic>,
) -> anyhow::Result<()> {
    let block = &blocks.all[index];
    let Content::Text(text) = &block.content else { return Ok(()) };
    let setting = text.set(room.width, 1.0);
    let step = text.line_step(setting.size);
    let rows = rows_in(room.height, step);
    if setting.lines.overflows || step > room.height + 0.75 {
        let words: String = text.shaped.text.chars().take(60).collect();
        let diagnostic = Diagnostic::error("MB0730").arg("block", &block.name).arg("words", words);
        found.push(diagnostic.arg("lines", setting.lines.ranges.len()).at(block.span.clone()).hint("hint"));
    }
    let total = setting.lines.ranges.len();
    for start in (0..total).step_by(rows) {
        let which = start..(start + rows).min(total);
        let used = super::paragraph::count(which.len()) * step;
        let top = match blocks.all[root].style.align {
            Some(Align::Start) => room.y,
            Some(Align::End) => room.bottom() - used,
            _ => room.y + (room.height - used) / 2.0,
        };
        let lines_box = Rect::new(room.x, if text.snap { top.floor() } else { top }, room.width, used);
        let mut frame = ground()?;
        let (name, span) = (block.name.clone(), block.span.clone());
        let (kind, first) = (BlockKind::Text, frame.items.len());
        let (items, meaning, given) = (first..first, Vec::new(), Vec::new());
        frame.boxes.push(BlockBox { name, rect: lines_box, kind, span, items, meaning, given });
        let number = frame.boxes.len() - 1;
        place::lines(text, &setting, which, lines_box, number, &mut frame);
        frame.boxes[number].items = first..frame.items.len();
        frames.push(frame);
    }
    Ok(())
}

/// How many lines stand in a height, at least one.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small positive count")]
fn rows_in(height: f32, step: f32) -> usize {
    ((height + 0.75) / step.max(1.0)).floor().clamp(1.0, 1000.0) as usize
}
