//! Blocks: the tree of what is to be laid out, every attribute understood and every token resolved.

use super::length::Length;
use super::paragraph::Paragraph;
use super::picture::Photo;
use crate::brand::Shadow;
use crate::chart;
use crate::diagnostic::Span;
use crate::frame::{Paint, Stroke};
use crate::units::Rect;

/// A page's worth of blocks.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    /// All blocks; children come after their parents.
    pub(super) all: Vec<Block>,
    /// Blocks that fill the bleed, behind everything.
    pub(super) grounds: Vec<usize>,
    /// The block that fills the safe area.
    pub(super) root: usize,
}

/// One block.
#[derive(Debug)]
pub(super) struct Block {
    /// What it holds.
    pub(super) content: Content,
    /// How it is sized and dressed.
    pub(super) style: BoxStyle,
    /// Its children's indices.
    pub(super) children: Vec<usize>,
    /// Path of names from the root.
    pub(super) name: String,
    /// Its place in the template.
    pub(super) span: Span,
}

/// What a block holds.
#[derive(Debug)]
pub(super) enum Content {
    /// Children in a column.
    Column,
    /// Children in a row; wraps when `wrap`.
    Row {
        /// Whether children flow onto further lines.
        wrap: bool,
    },
    /// Children in a grid.
    Grid {
        /// Column tracks.
        columns: Tracks,
        /// Row tracks.
        rows: Tracks,
    },
    /// Children upon each other.
    Layer,
    /// Children on successive pages.
    Pages,
    /// Text.
    Text(Box<Paragraph>),
    /// A chart.
    Chart(Box<chart::Spec>),
    /// A mark or icon, or a plain SVG fragment.
    Fragment {
        /// XML of the children.
        xml: String,
        /// Its own coordinates.
        view_box: Rect,
        /// Whether it is a mark, with clear space around it in pixels of its height's share.
        mark: Option<MarkRoom>,
        /// Whether its edges cut.
        clip: bool,
        /// Whether it fills its box, cutting what is beyond, instead of fitting inside.
        cover: bool,
    },
    /// A picture in pixels.
    Picture(Box<Photo>),
    /// An empty box: a spacer or a rule.
    Empty,
}

/// The room a mark asks for.
#[derive(Debug, Clone, Copy)]
pub(super) struct MarkRoom {
    /// Clear space on each side as a share of the height.
    pub(super) clear: f32,
    /// Smallest height in pixels.
    pub(super) min_height: f32,
}

/// Width divided by height of a drawing with its clear space (a share of its height, on each side).
pub(super) fn proportion(view_box: &Rect, clear: f32) -> f32 {
    (view_box.width / view_box.height + 2.0 * clear) / (1.0 + 2.0 * clear)
}

/// Tracks of a grid.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Tracks {
    /// As the children need.
    Auto,
    /// These.
    Fixed(Vec<Length>),
    /// As many equal ones as fit, none narrower than so many pixels.
    Fit(f32),
}

/// Where children or a block lie in the room they have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    /// At the start.
    Start,
    /// In the middle.
    Center,
    /// At the end.
    End,
    /// Over the whole room.
    Stretch,
    /// On a shared baseline.
    Baseline,
    /// Free room between.
    Between,
    /// Free room around.
    Around,
    /// Free room evenly.
    Evenly,
}

/// Size and dress of a block.
#[derive(Debug)]
pub(super) struct BoxStyle {
    /// Width and height.
    pub(super) size: [Length; 2],
    /// Least width and height.
    pub(super) min: [Length; 2],
    /// Greatest width and height.
    pub(super) max: [Length; 2],
    /// Top, right, bottom, left.
    pub(super) padding: [Length; 4],
    /// Top, right, bottom, left.
    pub(super) margin: [Length; 4],
    /// Between columns, between rows.
    pub(super) gap: [Length; 2],
    /// Across the direction of flow.
    pub(super) align: Option<Align>,
    /// Along it.
    pub(super) justify: Option<Align>,
    /// Of this block in its parent, across (a grid's or layer's: vertically).
    pub(super) align_self: Option<Align>,
    /// Of this block in its grid cell or layer, horizontally.
    pub(super) justify_self: Option<Align>,
    /// Share of free room it takes.
    pub(super) grow: f32,
    /// Share of missing room it gives.
    pub(super) shrink: Option<f32>,
    /// Size along the flow before growing.
    pub(super) basis: Length,
    /// Width divided by height.
    pub(super) ratio: Option<f32>,
    /// Columns and rows it spans.
    pub(super) span: [u16; 2],
    /// Filling.
    pub(super) fill: Option<Paint>,
    /// Outline.
    pub(super) stroke: Option<Stroke>,
    /// Corner radius.
    pub(super) radius: f32,
    /// Shadows.
    pub(super) shadow: Vec<Shadow>,
    /// Dropped first when lowest; none: never.
    pub(super) priority: Option<i32>,
}

impl Default for BoxStyle {
    fn default() -> Self {
        Self {
            size: [Length::Auto; 2],
            min: [Length::Auto; 2],
            max: [Length::Auto; 2],
            padding: [Length::Px(0.0); 4],
            margin: [Length::Px(0.0); 4],
            gap: [Length::Px(0.0); 2],
            align: None,
            justify: None,
            align_self: None,
            justify_self: None,
            grow: 0.0,
            shrink: None,
            basis: Length::Auto,
            ratio: None,
            span: [1, 1],
            fill: None,
            stroke: None,
            radius: 0.0,
            shadow: Vec::new(),
            priority: None,
        }
    }
}
