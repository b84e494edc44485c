//! Copyfitting: the greatest text that fits, and what is left out when nothing else helps.
//!
//! All shrinkable text of a page shares one *ceiling* from 1 (greatest size) to 0 (smallest). When a page
//! overflows, the highest ceiling that fits is searched; when even 0 does not fit, the block with the
//! lowest priority is dropped and the search starts again. What is dropped is always reported; when nothing
//! may be dropped any more, the text that is in the way is named. A chart whose words have no room counts as well.

use super::block::{Block, Blocks, Content, proportion};
use super::flex::{self, Measured, Solved};
use super::paragraph::{Paragraph, Setting};
use super::scene::Scene;
use crate::chart;
use crate::diagnostic::Diagnostic;
use crate::frame::Dropped;
use crate::text::Fonts;
use crate::units::{Rect, Size};

/// A page whose boxes are settled.
pub(super) struct Fitted {
    /// Boxes of every block; of those not shown, empty.
    pub(super) boxes: Vec<Solved>,
    /// Which blocks are shown.
    pub(super) shown: Vec<bool>,
    /// The ceiling found.
    pub(super) ceiling: f32,
    /// Size caps of fit groups, in pixels.
    pub(super) caps: Vec<f32>,
    /// What was left out.
    pub(super) dropped: Vec<Dropped>,
    /// Overset text and boxes that reach beyond their parents.
    pub(super) overset: Vec<Diagnostic>,
}

/// How often the ceiling is halved: 1/64 of the way from smallest to greatest is below what is seen.
const STEPS: usize = 6;
/// Height of a picture that is given no size where it may have any, in rem.
const PICTURE: f32 = 12.0;
/// A box may reach this much beyond its parent, in pixels: sums of floats.
const SLACK: f32 = 0.75;

/// Fits a block and those inside it into a box.
pub(super) fn fit(blocks: &Blocks, root: usize, room: Rect, scene: &Scene) -> anyhow::Result<Fitted> {
    let (fonts, rem) = (scene.fonts, scene.format.rem);
    let mut page = Page { blocks, root, room, fonts, rem, shown: vec![true; blocks.all.len()] };
    let mut dropped = Vec::new();
    loop {
        let full = page.lay(1.0)?;
        if full.overset.is_empty() {
            return Ok(page.finish(full, dropped));
        }
        let least = page.lay(0.0)?;
        if least.overset.is_empty() {
            let best = page.search(least)?;
            return Ok(page.finish(best, dropped));
        }
        match page.drop_one() {
            Some(one) => dropped.push(one),
            None => return Ok(page.finish(least, dropped)),
        }
    }
}

/// A page while it is fitted.
struct Page<'a> {
    /// Its blocks.
    blocks: &'a Blocks,
    /// The outermost one.
    root: usize,
    /// The box it fills.
    room: Rect,
    /// Faces, for charts.
    fonts: &'a Fonts<'a>,
    /// Pixels of a rem, for what is said.
    rem: f32,
    /// Which blocks take part.
    shown: Vec<bool>,
}

/// One try.
struct Laid {
    /// Boxes.
    boxes: Vec<Solved>,
    /// Ceiling.
    ceiling: f32,
    /// Caps of groups.
    caps: Vec<f32>,
    /// What does not fit.
    overset: Vec<Diagnostic>,
}

impl Page<'_> {
    /// Lays the page out under a ceiling, groups sharing the smallest size any member needs.
    fn lay(&self, ceiling: f32) -> anyhow::Result<Laid> {
        let mut caps = vec![f32::INFINITY; self.blocks.all.len()];
        let mut boxes = self.solve(ceiling, &caps)?;
        // Sizes in a group depend on widths, and widths hardly on sizes: few rounds settle it.
        for round in 0..3 {
            if !self.share_sizes(&boxes, ceiling, round == 1, &mut caps) {
                break;
            }
            boxes = self.solve(ceiling, &caps)?;
        }
        let overset = self.overset(&boxes, ceiling, &caps);
        Ok(Laid { boxes, ceiling, caps, overset })
    }

    /// Taffy's boxes under a ceiling and caps.
    fn solve(&self, ceiling: f32, caps: &[f32]) -> anyhow::Result<Vec<Solved>> {
        let mut measure = |index: usize, width: Option<f32>, narrowest: bool| {
            measure(&self.blocks.all[index], width, narrowest, ceiling, caps[index], (self.fonts, self.rem))
        };
        flex::solve(self.blocks, self.root, self.room, &self.shown, &mut measure)
    }

    /// Lowers caps to the smallest size of each group; whether any changed.
    ///
    /// First the size at which all fit; from there each `gives` for better breaks, once: once a round, and a group
    /// would sink to its floor.
    fn share_sizes(&self, boxes: &[Solved], ceiling: f32, gives: bool, caps: &mut [f32]) -> bool {
        let mut groups: std::collections::BTreeMap<&str, f32> = std::collections::BTreeMap::new();
        let members = || {
            self.blocks.all.iter().enumerate().filter(|(index, _)| self.shown[*index]).filter_map(|(index, block)| {
                match &block.content {
                    Content::Text(text) => text.group.as_deref().map(|group| (index, group)),
                    _ => None,
                }
            })
        };
        for (index, group) in members() {
            let Content::Text(text) = &self.blocks.all[index].content else { continue };
            // Each says what it would like, better breaks included; what it gets is one size for all.
            let (measure, most) = (boxes[index].room.width, capped(text.sizes, ceiling, caps[index]));
            let size = if gives { text.set(measure, most) } else { text.set_at(measure, most) }.size;
            groups.entry(group).and_modify(|least| *least = least.min(size)).or_insert(size);
        }
        let mut changed = false;
        for (index, group) in members() {
            let least = groups[group];
            changed |= least < caps[index];
            caps[index] = caps[index].min(least);
        }
        changed
    }

    /// The highest ceiling that fits, knowing that 0 does.
    fn search(&self, least: Laid) -> anyhow::Result<Laid> {
        let (mut low, mut high) = (0.0, 1.0);
        let mut best = least;
        for _ in 0..STEPS {
            let middle = f32::midpoint(low, high);
            let tried = self.lay(middle)?;
            if tried.overset.is_empty() {
                low = middle;
                best = tried;
            } else {
                high = middle;
            }
        }
        Ok(best)
    }

    /// Takes the block with the lowest priority out; the last of equals goes first.
    fn drop_one(&mut self) -> Option<Dropped> {
        let reachable = self.reachable();
        let (index, priority) = (0..self.blocks.all.len())
            .filter(|index| reachable[*index])
            .filter_map(|index| Some((index, self.blocks.all[index].style.priority?)))
            .min_by_key(|(index, priority)| (*priority, std::cmp::Reverse(*index)))?;
        self.shown[index] = false;
        Some(Dropped { name: self.blocks.all[index].name.clone(), priority })
    }

    /// Blocks that are shown and whose ancestors are.
    fn reachable(&self) -> Vec<bool> {
        let mut reachable = vec![false; self.blocks.all.len()];
        let mut open = vec![self.root];
        while let Some(index) = open.pop() {
            if self.shown[index] {
                reachable[index] = true;
                open.extend(&self.blocks.all[index].children);
            }
        }
        reachable
    }

    /// What does not fit: words beyond their box or lines, or without room in their chart; boxes beyond their parent.
    fn overset(&self, boxes: &[Solved], ceiling: f32, caps: &[f32]) -> Vec<Diagnostic> {
        let reachable = self.reachable();
        let mut found = Vec::new();
        let mut told = vec![false; self.blocks.all.len()];
        // Those inside first: words that do not fit are also beyond the box around them, which is not said twice.
        for index in (0..self.blocks.all.len()).rev().filter(|index| reachable[*index]) {
            let block = &self.blocks.all[index];
            let room = boxes[index].room;
            if let Some(setting) = setting(block, room, ceiling, caps[index])
                && let Content::Text(text) = &block.content
            {
                let tall = text.height(&setting) > room.height + SLACK;
                if (!setting.fits || tall) && text.ellipsis.is_none() {
                    told[index] = true;
                    let words: String = text.shaped.text.chars().take(60).collect();
                    found.push(
                        Diagnostic::error("MB0730")
                            .arg("block", &block.name)
                            .arg("words", words)
                            .arg("lines", setting.lines.ranges.len())
                            .at(block.span.clone())
                            .hint("hint"),
                    );
                }
            }
            if let Content::Chart(spec) = &block.content {
                let drawing = chart::draw(spec, room, self.fonts);
                told[index] = !drawing.overset.is_empty();
                found.extend(chart_overset(block, &drawing.overset));
            }
            // What was drawn beyond the edge of a sheet was drawn so.
            let bounded = !matches!(block.content, Content::Sheet);
            for child in block.children.iter().filter(|child| bounded && reachable[**child] && !told[**child]) {
                let rect = boxes[*child].rect;
                if !room.contains(&rect, SLACK) {
                    let child = &self.blocks.all[*child];
                    let diagnostic = Diagnostic::error("MB0731").arg("block", &child.name);
                    let over = beyond(&room, &rect) / self.rem;
                    found.push(diagnostic.arg("rem", format!("{over:.1}")).at(child.span.clone()).hint("hint"));
                }
            }
        }
        found.reverse();
        found
    }

    /// The page as settled.
    fn finish(&self, laid: Laid, dropped: Vec<Dropped>) -> Fitted {
        let Laid { boxes, ceiling, caps, overset } = laid;
        Fitted { boxes, shown: self.reachable(), ceiling, caps, dropped, overset }
    }
}

/// The finding for the words that a chart has no room for, if there are such.
pub(super) fn chart_overset(block: &Block, words: &[String]) -> Option<Diagnostic> {
    let diagnostic = Diagnostic::error("MB0732").arg("block", &block.name).arg("words", words.join(" · "));
    (!words.is_empty()).then(|| diagnostic.at(block.span.clone()).hint("hint"))
}

/// A text block as set in the room inside its padding; none for other blocks.
pub(super) fn setting(block: &Block, room: Rect, ceiling: f32, cap: f32) -> Option<Setting> {
    let Content::Text(text) = &block.content else { return None };
    Some(set(text, room.width, ceiling, cap))
}

/// A text as set in a measure. What shares its size with others has no say of its own for better breaks.
fn set(text: &Paragraph, measure: f32, ceiling: f32, cap: f32) -> Setting {
    let ceiling = capped(text.sizes, ceiling, cap);
    if cap.is_finite() { text.set_at(measure, ceiling) } else { text.set(measure, ceiling) }
}

/// The ceiling that keeps a size under a cap.
fn capped((least, most): (f32, f32), ceiling: f32, cap: f32) -> f32 {
    if cap.is_finite() && most > least { ceiling.min(((cap - least) / (most - least)).max(0.0)) } else { ceiling }
}

/// The size a leaf asks for.
fn measure(
    block: &Block,
    width: Option<f32>,
    narrowest: bool,
    ceiling: f32,
    cap: f32,
    (fonts, rem): (&Fonts, f32),
) -> Measured {
    let size = match &block.content {
        Content::Text(text) => return measure_text(text, width.filter(|_| !narrowest), narrowest, ceiling, cap),
        Content::Chart(spec) => chart::natural_size(spec, width, fonts),
        Content::Fragment { view_box, mark, .. } => {
            let clear = mark.map_or(0.0, |room| room.clear);
            let height = mark.map_or(view_box.height, |room| room.min_height * (1.0 + 2.0 * clear));
            Size { width: height * proportion(view_box, clear), height }
        }
        // As wide as it is offered; where nothing is, so high that it can be seen.
        Content::Picture(photo) if photo.fit.is_none() && !narrowest => {
            let width = width.unwrap_or(photo.ratio() * PICTURE * rem);
            Size { width, height: width / photo.ratio() }
        }
        _ => Size::default(),
    };
    Measured { size, baseline: None }
}

/// The size a text asks for: in a measure that of its lines, else its longest word or one line a paragraph.
fn measure_text(text: &Paragraph, width: Option<f32>, narrowest: bool, ceiling: f32, cap: f32) -> Measured {
    let Some(width) = width else {
        let (size, natural) = text.natural(narrowest, capped(text.sizes, ceiling, cap));
        return Measured { size: natural, baseline: Some(text.baseline(size)) };
    };
    let setting = set(text, width, ceiling, cap);
    let widest = (setting.lines.widths.iter().copied().fold(0.0, f32::max) * setting.size).ceil();
    // Its box is as narrow as its lines, if they are set in that box as they are here.
    let again = set(text, widest, ceiling, cap);
    let steady = again.size.to_bits() == setting.size.to_bits() && again.lines.ranges == setting.lines.ranges;
    let size = Size { width: if steady { widest } else { width }, height: text.height(&setting) };
    Measured { size, baseline: Some(text.baseline(setting.size)) }
}

/// How far a box reaches beyond another at its worst side, in pixels.
fn beyond(room: &Rect, rect: &Rect) -> f32 {
    [room.x - rect.x, room.y - rect.y, rect.right() - room.right(), rect.bottom() - room.bottom()]
        .into_iter()
        .fold(0.0, f32::max)
}
