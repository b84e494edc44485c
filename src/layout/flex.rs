//! Boxes: block styles to flexbox and grid (the only room that knows taffy), and the boxes that come back.

use taffy::prelude::{
    AlignContent, AlignItems, AvailableSpace, Dimension, Display, FlexDirection, FlexWrap, FromLength, FromPercent,
    GridPlacement, GridTemplateComponent, JustifyContent, LengthPercentage, LengthPercentageAuto, Line, NodeId, Size,
    Style, TaffyAuto, TaffyGridLine, TaffyGridSpan, TaffyTree, auto, fr, length, minmax, percent, repeat,
};

use taffy::{Baselines, LayoutInput, LayoutOutput, ResolveOrZero};

use super::block::{Align, Block, Blocks, BoxStyle, Content, Tracks};
use super::length::Length;
use crate::units::{self, Rect};

/// How a leaf tells its size: block index, width when known, whether the narrowest is asked for.
pub(super) type Measure<'a> = dyn FnMut(usize, Option<f32>, bool) -> Measured + 'a;

/// A leaf's answer.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Measured {
    /// The size it asks for, without padding.
    pub(super) size: units::Size,
    /// Where its first line stands, below its top; none for what has no words.
    pub(super) baseline: Option<f32>,
}

/// A block's settled boxes.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Solved {
    /// Its border box.
    pub(super) rect: Rect,
    /// Inside its padding. (A padding in percent is a share of the box *around* the block, as in CSS.)
    pub(super) room: Rect,
}

/// Lays a block and those inside out in a box of fixed size; gives every block's box relative to the page.
///
/// `shown` says which blocks take part. Boxes of others stay empty.
pub(super) fn solve(
    blocks: &Blocks,
    root: usize,
    room: Rect,
    shown: &[bool],
    measure: &mut Measure,
) -> anyhow::Result<Vec<Solved>> {
    let mut tree: TaffyTree<usize> = TaffyTree::new();
    tree.disable_rounding();
    let mut nodes = vec![None; blocks.all.len()];
    let node = build(&mut tree, blocks, root, None, shown, &mut nodes)?;
    let mut style = tree.style(node)?.clone();
    style.size = Size { width: length(room.width), height: length(room.height) };
    tree.set_style(node, style)?;
    let available = Size { width: AvailableSpace::Definite(room.width), height: AvailableSpace::Definite(room.height) };
    tree.compute_layout_with_measure(node, available, |input, _, context, style| {
        leaf_output(context.map(|index| *index), input, style, measure)
    })?;
    let mut boxes = vec![Solved::default(); blocks.all.len()];
    place(&tree, blocks, root, (room.x, room.y), &nodes, &mut boxes)?;
    Ok(boxes)
}

/// Lays a leaf out.
fn leaf_output(index: Option<usize>, input: LayoutInput, style: &Style, measure: &mut Measure) -> LayoutOutput {
    let mut baseline = None;
    let mut output = taffy::compute_leaf_layout(
        input,
        style,
        |_, _| 0.0,
        |known, available| leaf(index, known, available, measure, &mut baseline),
    );
    // A settled size is not made higher again for the ratio's sake: what is drawn keeps its proportions inside.
    if let Size { width: Some(width), height: Some(height) } = input.known_dimensions {
        output.size = Size { width, height };
    }
    let top = style.padding.top.resolve_or_zero(input.parent_size.width, |_, _| 0.0);
    output.baselines = Baselines::from_first(baseline.map(|down| top + down));
    output
}

/// Asks a leaf for its size.
fn leaf(
    index: Option<usize>,
    known: Size<Option<f32>>,
    available: Size<AvailableSpace>,
    measure: &mut Measure,
    baseline: &mut Option<f32>,
) -> Size<f32> {
    let Some(index) = index else {
        return Size { width: known.width.unwrap_or(0.0), height: known.height.unwrap_or(0.0) };
    };
    let width = known.width.or(match available.width {
        AvailableSpace::Definite(width) => Some(width),
        _ => None,
    });
    let narrowest = known.width.is_none() && available.width == AvailableSpace::MinContent;
    let Measured { size: own, baseline: first } = measure(index, width, narrowest);
    *baseline = first;
    // A leaf never claims more than it is offered: text wraps, charts squeeze.
    let used = known.width.unwrap_or_else(|| width.map_or(own.width, |offered| own.width.min(offered)));
    Size { width: used, height: known.height.unwrap_or(own.height) }
}

/// Makes taffy's nodes for a block and its children.
fn build(
    tree: &mut TaffyTree<usize>,
    blocks: &Blocks,
    index: usize,
    parent: Option<&Block>,
    shown: &[bool],
    nodes: &mut [Option<NodeId>],
) -> anyhow::Result<NodeId> {
    let block = &blocks.all[index];
    let style = style(block, parent);
    let node = if is_leaf(&block.content) {
        tree.new_leaf_with_context(style, index)?
    } else {
        let mut children = Vec::new();
        for child in block.children.iter().filter(|child| shown[**child]) {
            children.push(build(tree, blocks, *child, Some(block), shown, nodes)?);
        }
        tree.new_with_children(style, &children)?
    };
    nodes[index] = Some(node);
    Ok(node)
}

/// Whether a block measures itself.
fn is_leaf(content: &Content) -> bool {
    matches!(content, Content::Text(_) | Content::Chart(_) | Content::Fragment { .. } | Content::Picture(_))
}

/// Reads taffy's boxes back, adding up positions.
fn place(
    tree: &TaffyTree<usize>,
    blocks: &Blocks,
    index: usize,
    (x, y): (f32, f32),
    nodes: &[Option<NodeId>],
    boxes: &mut [Solved],
) -> anyhow::Result<()> {
    let Some(node) = nodes[index] else { return Ok(()) };
    let layout = tree.layout(node)?;
    let rect = Rect::new(x + layout.location.x, y + layout.location.y, layout.size.width, layout.size.height);
    let taffy::geometry::Rect { left, right, top, bottom } = layout.padding;
    boxes[index] = Solved { rect, room: rect.inset(units::Insets { top, right, bottom, left }) };
    for child in &blocks.all[index].children {
        place(tree, blocks, *child, (rect.x, rect.y), nodes, boxes)?;
    }
    Ok(())
}

/// A block's style in taffy's words.
fn style(block: &Block, parent: Option<&Block>) -> Style {
    let own = &block.style;
    let mut style = Style {
        size: Size { width: dimension(own.size[0]), height: dimension(own.size[1]) },
        min_size: Size { width: edge(own.min[0]), height: edge(own.min[1]) },
        max_size: Size { width: edge(own.max[0]), height: edge(own.max[1]) },
        padding: sides(own.padding, padding),
        margin: sides(own.margin, edge),
        gap: Size { width: padding(own.gap[0]), height: padding(own.gap[1]) },
        aspect_ratio: own.ratio,
        flex_grow: own.grow,
        flex_shrink: own.shrink.unwrap_or(if keeps_size(block) { 0.0 } else { 1.0 }),
        flex_basis: dimension(own.basis),
        ..Style::default()
    };
    match &block.content {
        // What may end in an ellipsis may be cut down to a line.
        Content::Text(text) if text.ellipsis.is_some() && own.min[1] == Length::Auto => {
            style.min_size.height = length(text.line_step(text.sizes.0));
        }
        Content::Fragment { .. } | Content::Picture(_) if own.max[0] == Length::Auto => {
            style.max_size.width = percent(1.0);
        }
        _ => {}
    }
    if let Content::Picture(photo) = &block.content {
        style.aspect_ratio = own.ratio.or(photo.fit.is_none().then_some(photo.ratio()));
    }
    flow(&mut style, &block.content, own);
    if let Some(parent) = parent {
        inside(&mut style, block, parent);
    }
    style
}

/// Whether a drawing was given a size of its own, which missing room does not take from it.
fn keeps_size(block: &Block) -> bool {
    matches!(block.content, Content::Fragment { cover: false, .. })
        && block.style.size.iter().any(|length| matches!(length, Length::Px(_)))
}

/// How a box's children flow.
fn flow(style: &mut Style, content: &Content, own: &BoxStyle) {
    let (across, along) = (own.align.map(items), own.justify.map(content_alignment));
    match content {
        Content::Column | Content::Row { .. } => {
            style.display = Display::Flex;
            let row = matches!(content, Content::Row { .. });
            style.flex_direction = if row { FlexDirection::Row } else { FlexDirection::Column };
            style.flex_wrap =
                if matches!(content, Content::Row { wrap: true }) { FlexWrap::Wrap } else { FlexWrap::NoWrap };
            style.align_items = across.unwrap_or(AlignItems::STRETCH);
            style.justify_content = along.unwrap_or(JustifyContent::START);
        }
        Content::Grid { columns, rows } => {
            style.display = Display::Grid;
            style.grid_template_columns = tracks(columns);
            style.grid_template_rows = tracks(rows);
            style.align_items = across.unwrap_or(AlignItems::STRETCH);
            style.justify_items = own.justify.map_or(AlignItems::STRETCH, items);
            style.align_content = AlignContent::STRETCH;
        }
        Content::Layer | Content::Pages => {
            style.display = Display::Grid;
            style.grid_template_columns = vec![minmax(length(0.0), fr(1.0))];
            style.grid_template_rows = vec![minmax(auto(), fr(1.0))];
            style.align_items = across.unwrap_or(AlignItems::STRETCH);
            style.justify_items = own.justify.map_or(AlignItems::STRETCH, items);
        }
        Content::Text(_) | Content::Chart(_) | Content::Fragment { .. } | Content::Picture(_) | Content::Empty => {}
    }
}

/// How a block sits in its parent.
fn inside(style: &mut Style, block: &Block, parent: &Block) {
    let own = &block.style;
    style.align_self = own.align_self.map(items);
    style.justify_self = own.justify_self.map(items);
    // A drawing keeps its proportions: it stands at the start of its room instead of being stretched over it.
    // So does a picture with one side given.
    let own_proportions = match &block.content {
        Content::Fragment { cover, .. } => !cover && own.grow == 0.0,
        Content::Picture(photo) => photo.fit.is_none() && own.size != [Length::Auto; 2],
        _ => false,
    };
    if own_proportions {
        let flows = matches!(parent.content, Content::Column | Content::Row { .. });
        let start = |asked: Option<Align>| asked.is_none().then_some(AlignItems::START);
        style.align_self = style.align_self.or(start(parent.style.align));
        style.justify_self = style.justify_self.or(start(parent.style.justify.filter(|_| !flows)));
    }
    match parent.content {
        Content::Layer | Content::Pages => {
            style.grid_row = Line { start: GridPlacement::from_line_index(1), end: GridPlacement::Auto };
            style.grid_column = Line { start: GridPlacement::from_line_index(1), end: GridPlacement::Auto };
        }
        Content::Grid { .. } => {
            style.grid_column.end = GridPlacement::from_span(own.span[0]);
            style.grid_row.end = GridPlacement::from_span(own.span[1]);
        }
        // A row's children may be as narrow as their words allow; a column's are never squeezed below their content.
        Content::Row { .. } if own.grow > 0.0 && own.basis == Length::Auto && own.size[0] == Length::Auto => {
            style.flex_basis = length(0.0);
        }
        _ => {}
    }
}

/// Grid tracks. A fraction never grows for its content: words wrap instead.
fn tracks(tracks: &Tracks) -> Vec<GridTemplateComponent<String>> {
    match tracks {
        Tracks::Auto => Vec::new(),
        Tracks::Fit(least) => vec![repeat("auto-fit", vec![minmax(length(*least), fr(1.0))])],
        Tracks::Fixed(list) => list
            .iter()
            .map(|track| {
                let (least, most) = match track {
                    Length::Fraction(share) => (length(0.0), fr(*share)),
                    Length::Px(px) => (length(*px), length(*px)),
                    Length::Share(share) => (percent(*share), percent(*share)),
                    Length::Auto => (auto(), auto()),
                };
                GridTemplateComponent::Single(minmax(least, most))
            })
            .collect(),
    }
}

/// Alignment of children.
fn items(align: Align) -> AlignItems {
    match align {
        Align::Start | Align::Between | Align::Around | Align::Evenly => AlignItems::START,
        Align::Center => AlignItems::CENTER,
        Align::End => AlignItems::END,
        Align::Stretch => AlignItems::STRETCH,
        Align::Baseline => AlignItems::BASELINE,
    }
}

/// Distribution along the flow.
fn content_alignment(align: Align) -> JustifyContent {
    match align {
        Align::Start | Align::Baseline => JustifyContent::START,
        Align::Center => JustifyContent::CENTER,
        Align::End => JustifyContent::END,
        Align::Stretch => JustifyContent::STRETCH,
        Align::Between => JustifyContent::SPACE_BETWEEN,
        Align::Around => JustifyContent::SPACE_AROUND,
        Align::Evenly => JustifyContent::SPACE_EVENLY,
    }
}

/// A size.
fn dimension(length: Length) -> Dimension {
    match length {
        Length::Px(px) => Dimension::from_length(px),
        Length::Share(share) => Dimension::from_percent(share),
        Length::Auto | Length::Fraction(_) => Dimension::AUTO,
    }
}

/// A length that may be automatic.
fn edge(length: Length) -> LengthPercentageAuto {
    match length {
        Length::Px(px) => LengthPercentageAuto::from_length(px),
        Length::Share(share) => LengthPercentageAuto::from_percent(share),
        Length::Auto | Length::Fraction(_) => LengthPercentageAuto::AUTO,
    }
}

/// A length that is zero when automatic.
fn padding(length: Length) -> LengthPercentage {
    match length {
        Length::Px(px) => LengthPercentage::from_length(px),
        Length::Share(share) => LengthPercentage::from_percent(share),
        Length::Auto | Length::Fraction(_) => LengthPercentage::from_length(0.0),
    }
}

/// Four sides from top, right, bottom, left.
fn sides<T>([top, right, bottom, left]: [Length; 4], read: fn(Length) -> T) -> taffy::geometry::Rect<T> {
    taffy::geometry::Rect { top: read(top), right: read(right), bottom: read(bottom), left: read(left) }
}
