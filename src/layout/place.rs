//! Settled boxes to a frame: every panel, line of text, chart and mark at its fixed position.

use std::sync::Arc;

use super::block::{Block, Blocks, Content};
use super::copyfit::{Fitted, chart_overset, setting};
use super::fragment::prefix;
use super::paragraph::{Ellipsis, Paragraph, Setting, TextAlign, count};
use super::picture::Photo;
use super::scene::Scene;
use super::sheet;
use crate::chart;
use crate::diagnostic::Diagnostic;
use crate::frame::{BlockBox, BlockKind, Frame, Glyph, Item, TextRun};
use crate::units::{Point, Rect};

/// Boxes this near to the canvas's edges, in pixels, lie on them: sums of floats.
const EVEN: f32 = 0.05;

/// Puts a fitted tree onto a frame.
pub(super) fn place(
    blocks: &Blocks,
    root: usize,
    fitted: &Fitted,
    scene: &Scene,
    frame: &mut Frame,
) -> Vec<Diagnostic> {
    let mut placing = Placing { blocks, fitted, scene, frame, found: Vec::new() };
    placing.block(root);
    let found = placing.found;
    frame.dropped.extend(fitted.dropped.iter().cloned());
    found
}

/// A frame while it is filled.
struct Placing<'a> {
    /// The blocks.
    blocks: &'a Blocks,
    /// Their boxes.
    fitted: &'a Fitted,
    /// The surroundings.
    scene: &'a Scene<'a>,
    /// Where it all goes.
    frame: &'a mut Frame,
    /// What was found on the way.
    found: Vec<Diagnostic>,
}

impl Placing<'_> {
    /// One block and those inside it.
    fn block(&mut self, index: usize) {
        if !self.fitted.shown[index] {
            return;
        }
        let block = &self.blocks.all[index];
        let solved = self.fitted.boxes[index];
        let (rect, room) = (self.snapped(solved.rect), self.snapped(solved.room));
        let first = self.frame.items.len();
        self.dress(block, rect);
        let number = self.frame.boxes.len();
        self.frame.boxes.push(BlockBox {
            name: block.name.clone(),
            rect,
            kind: kind(&block.content),
            span: block.span.clone(),
            items: first..first,
            meaning: if let Content::Chart(spec) = &block.content { chart::meaning(spec) } else { Vec::new() },
            given: Vec::new(),
        });
        match &block.content {
            Content::Text(text) => {
                let room = solved.room;
                if let Some(setting) = setting(block, room, self.fitted.ceiling, self.fitted.caps[index]) {
                    let shown = text.lines_shown(&setting, room.height);
                    lines(text, &setting, 0..shown, room, number, self.frame);
                }
            }
            Content::Chart(spec) => self.chart(spec, block, room, number),
            Content::Fragment { .. } => self.fragment(block, room, index),
            Content::Picture(photo) => self.picture(photo, block, (rect, room), number),
            _ => {
                for child in &block.children {
                    self.block(*child);
                }
            }
        }
        self.frame.boxes[number].items = first..self.frame.items.len();
    }

    /// Shadow, filling and outline of a box.
    fn dress(&mut self, block: &Block, rect: Rect) {
        let style = &block.style;
        let radius = style.radius.min(rect.width / 2.0).min(rect.height / 2.0);
        let rem = self.scene.format.rem;
        for shadow in &style.shadow {
            let mut cast = rect.outset(shadow.spread * rem);
            cast.x += shadow.offset_x * rem;
            cast.y += shadow.offset_y * rem;
            let blur = shadow.blur * rem;
            self.frame.items.push(Item::Shadow { rect: cast, radius, blur, color: shadow.color });
        }
        // A picture's outline lies over it.
        let stroke = style.stroke.clone().filter(|_| !matches!(block.content, Content::Picture(_)));
        if style.fill.is_some() || stroke.is_some() {
            let fill = style.fill.clone();
            self.frame.items.push(Item::Panel { rect, radius, fill, stroke });
        }
    }

    /// A chart, drawn now that its box is known.
    fn chart(&mut self, spec: &chart::Spec, block: &Block, rect: Rect, number: usize) {
        let drawing = chart::draw(spec, rect, self.scene.fonts);
        let shape = |index: &usize| drawing.shapes.iter().find(|(of, _)| of == index).map_or(rect, |(_, shape)| *shape);
        self.frame.boxes[number].given = chart::given(spec).iter().map(|index| (*index, shape(index))).collect();
        let axis = self.frame.boxes.len();
        if !drawing.ticks.is_empty() {
            let name = format!("{}/axis", block.name);
            let (kind, span, end) = (BlockKind::Axis, block.span.clone(), self.frame.items.len());
            let (meaning, given) = (Vec::new(), Vec::new());
            self.frame.boxes.push(BlockBox { name, rect, kind, span, items: end..end, meaning, given });
        }
        for (index, mut item) in drawing.items.into_iter().enumerate() {
            if let Item::Text(run) = &mut item {
                run.block = if drawing.ticks.contains(&index) { axis } else { number };
            }
            self.frame.items.push(item);
        }
        if !drawing.missing_glyphs.is_empty() {
            self.found.push(super::words::missing_glyphs(&drawing.missing_glyphs, self.scene, &block.span));
        }
        // Fitting has told of it already, unless only whole pixels left too little room.
        let told = |known: &Diagnostic| known.code == "MB0732" && known.spans.first() == Some(&block.span);
        if !self.fitted.overset.iter().any(told) {
            self.found.extend(chart_overset(block, &drawing.overset));
        }
    }

    /// A picture, with its outline over it.
    fn picture(&mut self, photo: &Photo, block: &Block, (rect, room): (Rect, Rect), number: usize) {
        let radius = block.style.radius.min(rect.width / 2.0).min(rect.height / 2.0);
        let (crop, shown) = photo.shown(room);
        if shown.width > 0.0 && shown.height > 0.0 {
            let (picture, alt) = (Arc::clone(&photo.picture), photo.alt.clone());
            // Inside a padding the corners follow those of the box.
            let radius = (radius - (room.x - rect.x)).max(0.0).min(shown.width / 2.0).min(shown.height / 2.0);
            let natural = photo.natural;
            self.frame.items.push(Item::Picture { picture, natural, crop, rect: shown, radius, alt, block: number });
        }
        if let Some(stroke) = block.style.stroke.clone() {
            self.frame.items.push(Item::Panel { rect, radius, fill: None, stroke: Some(stroke) });
        }
    }

    /// A fragment inside its box, or over it; a mark keeps its clear space.
    fn fragment(&mut self, block: &Block, mut room: Rect, index: usize) {
        let Content::Fragment { xml, view_box, mark, clip, cover, edge } = &block.content else { return };
        if let Some(beyond) = edge {
            return self.drawn_out(xml, sheet::drawn_out(&room, view_box, self.scene.format, *beyond), index);
        }
        if let Some(mark) = mark {
            let clear = room.height * mark.clear / (1.0 + 2.0 * mark.clear);
            room = room.outset(-clear);
            if room.height + 0.5 < mark.min_height {
                let diagnostic =
                    Diagnostic::error("MB0733").arg("block", &block.name).arg("height", room.height.round());
                self.found.push(diagnostic.arg("least", mark.min_height.round()).at(block.span.clone()).hint("hint"));
            }
        }
        let (x, y) = (room.width / view_box.width, room.height / view_box.height);
        let scale = if *cover { x.max(y) } else { x.min(y) };
        let (width, height) = (view_box.width * scale, view_box.height * scale);
        let shown =
            Rect::new(room.x + (room.width - width) / 2.0, room.y + (room.height - height) / 2.0, width, height);
        if *cover {
            // What lies beyond the box is cut by showing less of the fragment's own coordinates.
            let part = Rect::new(
                view_box.x + (room.x - shown.x) / scale,
                view_box.y + (room.y - shown.y) / scale,
                room.width / scale,
                room.height / scale,
            );
            // The canvas cuts what a box as large as it would; doing so a second time costs a mask of the whole page.
            let clip = !room.contains(&self.frame.canvas(), EVEN);
            self.frame.items.push(Item::Fragment { xml: xml.clone(), view_box: part, rect: room, clip });
        } else {
            self.frame.items.push(Item::Fragment { xml: xml.clone(), view_box: *view_box, rect: shown, clip: *clip });
        }
    }

    /// A drawing and its edges; each copy has identifiers of its own.
    fn drawn_out(&mut self, xml: &str, parts: Vec<(Rect, Rect)>, index: usize) {
        for (number, (view_box, rect)) in parts.into_iter().rev().enumerate().collect::<Vec<_>>().into_iter().rev() {
            let own = prefix(index);
            let xml = if number == 0 { xml.to_owned() } else { xml.replace(&own, &format!("s{number}{own}")) };
            self.frame.items.push(Item::Fragment { xml, view_box, rect, clip: true });
        }
    }

    /// A box on whole pixels where the surface wants it.
    fn snapped(&self, rect: Rect) -> Rect {
        if !self.scene.format.snap {
            return rect;
        }
        let (x, y) = (rect.x.round(), rect.y.round());
        Rect::new(x, y, rect.right().round() - x, rect.bottom().round() - y)
    }
}

/// Puts some lines of a paragraph into a box, from its top.
pub(super) fn lines(
    text: &Paragraph,
    setting: &Setting,
    which: std::ops::Range<usize>,
    room: Rect,
    block: usize,
    frame: &mut Frame,
) {
    let step = text.line_step(setting.size);
    let last = which.end;
    for (row, number) in which.enumerate() {
        let (mut range, mut width) =
            (setting.lines.ranges[number].clone(), setting.lines.widths[number] * setting.size);
        let cut = text.ellipsis.as_ref().filter(|_| number + 1 == last && last < setting.lines.ranges.len());
        if let Some(ellipsis) = cut {
            range = text.cut(range, room.width / setting.size);
            let kept = text.shaped.clusters[range.clone()].iter().map(|cluster| cluster.advance).sum::<f32>();
            width = (kept + ellipsis.cluster.advance) * setting.size;
        }
        let x = match text.align {
            TextAlign::Start => room.x,
            TextAlign::Center => room.x + (room.width - width) / 2.0,
            TextAlign::End => room.right() - width,
        };
        let y = room.y + count(row) * step + text.baseline(setting.size);
        let origin = if text.snap { Point { x: x.round(), y: y.round() } } else { Point { x, y } };
        let end = runs(text, setting.size, range, origin, block, frame);
        if let Some(ellipsis) = cut {
            frame.items.push(Item::Text(dots(ellipsis, setting.size, Point { x: end, y: origin.y }, block)));
        }
    }
}

/// The ellipsis at the end of a line that was cut.
fn dots(ellipsis: &Ellipsis, size: f32, origin: Point, block: usize) -> TextRun {
    let Ellipsis { cluster, style } = ellipsis;
    let glyphs = cluster.glyphs.iter();
    TextRun {
        text: "…".to_owned(),
        origin,
        width: cluster.advance * size,
        face: style.face,
        size,
        tracking: 0.0,
        color: style.color,
        glyphs: glyphs.map(|(id, x, y)| Glyph { id: *id, x: x * size, y: -y * size, cluster: 0 }).collect(),
        bound: Vec::new(),
        block,
    }
}

/// One line as runs of one style each; gives where the pen ends.
fn runs(
    text: &Paragraph,
    size: f32,
    line: std::ops::Range<usize>,
    origin: Point,
    block: usize,
    frame: &mut Frame,
) -> f32 {
    let clusters = &text.shaped.clusters[line];
    let end = clusters.last().map_or(0, |last| last.range.end);
    let mut x = origin.x;
    for group in clusters.chunk_by(|a, b| a.piece == b.piece) {
        let (Some(first), Some(last)) = (group.first(), group.last()) else { continue };
        let bytes = first.range.start..last.range.end;
        let style = &text.pieces[first.piece];
        let mut run = TextRun {
            text: text.shaped.text.get(bytes.clone()).unwrap_or_default().to_owned(),
            origin: Point { x, y: origin.y },
            width: 0.0,
            face: style.face,
            size,
            tracking: first.tracking * size,
            color: style.color,
            glyphs: Vec::new(),
            bound: bound_inside(text, &bytes),
            block,
        };
        for cluster in group {
            for (id, dx, dy) in &*cluster.glyphs {
                let cluster = cluster.range.start - bytes.start;
                run.glyphs.push(Glyph { id: *id, x: run.width + dx * size, y: -dy * size, cluster });
            }
            run.width += cluster.advance * size;
        }
        x += run.width;
        if last.range.end == end {
            run.width -= run.tracking;
        }
        frame.items.push(Item::Text(run));
    }
    x
}

/// Bound ranges that reach into a stretch of bytes, relative to it.
fn bound_inside(text: &Paragraph, bytes: &std::ops::Range<usize>) -> Vec<(std::ops::Range<usize>, usize)> {
    text.bound
        .iter()
        .filter(|(range, _)| range.start < bytes.end && range.end > bytes.start)
        .map(|(range, index)| {
            (range.start.max(bytes.start) - bytes.start..range.end.min(bytes.end) - bytes.start, *index)
        })
        .collect()
}

/// What checks tell apart.
fn kind(content: &Content) -> BlockKind {
    match content {
        Content::Text(_) => BlockKind::Text,
        Content::Chart(spec) if spec.kind == chart::Kind::Qr => BlockKind::Code,
        Content::Chart(_) => BlockKind::Chart,
        Content::Fragment { mark: Some(_), .. } => BlockKind::Mark,
        Content::Fragment { .. } => BlockKind::Fragment,
        Content::Picture(_) => BlockKind::Picture,
        _ => BlockKind::Container,
    }
}
