//! A finished layout: every item at a fixed position. The narrow waist between composing and drawing.
//!
//! Positions are pixels of the format with the origin at the trim's corner; bleed lies at negative
//! coordinates. What draws (`svg`), what checks (`preflight`) and what shows lineage know only this.

use std::ops::Range;
use std::sync::Arc;

use crate::brand::FaceId;
use crate::color::Color;
use crate::diagnostic::Span;
use crate::picture::Picture;
use crate::text::{Fonts, Placing, Step};
use crate::units::{Point, Rect, Size};

/// One page of an artwork, laid out.
#[derive(Debug, Clone, Default)]
pub struct Frame {
    /// Trim size.
    pub trim: Size,
    /// Bleed beyond it on each side.
    pub bleed: f32,
    /// What is drawn, in painting order.
    pub items: Vec<Item>,
    /// Blocks with their final boxes, outer before inner.
    pub boxes: Vec<BlockBox>,
    /// What was left out for want of room.
    pub dropped: Vec<Dropped>,
}

impl Frame {
    /// The whole canvas, bleed included.
    pub fn canvas(&self) -> Rect {
        Rect::new(0.0, 0.0, self.trim.width, self.trim.height).outset(self.bleed)
    }
}

/// A drawn thing.
#[derive(Debug, Clone)]
pub enum Item {
    /// A box with rounded corners.
    Panel {
        /// The box.
        rect: Rect,
        /// Corner radius.
        radius: f32,
        /// Filling.
        fill: Option<Paint>,
        /// Outline.
        stroke: Option<Stroke>,
    },
    /// The soft shadow of a box, drawn without a filter.
    Shadow {
        /// The box that throws it, already moved and grown.
        rect: Rect,
        /// Corner radius.
        radius: f32,
        /// Blur radius (twice the Gaussian's deviation, as in CSS).
        blur: f32,
        /// Colour with alpha.
        color: Color,
    },
    /// A path in absolute coordinates.
    Path {
        /// SVG path data.
        data: String,
        /// Filling.
        fill: Option<Paint>,
        /// Outline.
        stroke: Option<Stroke>,
    },
    /// A line of text.
    Text(TextRun),
    /// A piece of plain SVG: children of an `<svg>` element, tokens already resolved.
    Fragment {
        /// XML of the children.
        xml: String,
        /// Coordinates they are drawn in.
        view_box: Rect,
        /// Where that is shown.
        rect: Rect,
        /// Whether the edges cut what reaches beyond.
        clip: bool,
    },
    /// A picture in pixels, or a part of one. `crop` over `rect` are the picture's own pixels to one drawn.
    Picture {
        /// The file.
        picture: Arc<Picture>,
        /// Its whole size in its own pixels, upright.
        natural: Size,
        /// Which part of it is shown, in its own pixels.
        crop: Rect,
        /// Where that is shown.
        rect: Rect,
        /// Corner radius.
        radius: f32,
        /// What is to be seen, for readers aloud; empty when it only adorns.
        alt: String,
        /// Index in [`Frame::boxes`] of the block it belongs to.
        block: usize,
    },
}

/// How an area is filled.
#[derive(Debug, Clone, PartialEq)]
pub enum Paint {
    /// One colour.
    Solid(Color),
    /// A linear gradient over the item's box.
    Linear {
        /// Stops, rising.
        stops: Vec<(f32, Color)>,
        /// Direction in degrees as in CSS: 0 upwards, 90 to the right, 180 downwards.
        angle: f32,
    },
}

impl Paint {
    /// Where a linear gradient begins and ends over a box, as in CSS.
    pub fn line(angle: f32, rect: &Rect) -> (Point, Point) {
        let (sin, cos) = angle.to_radians().sin_cos();
        let half = (rect.width * sin).abs() / 2.0 + (rect.height * cos).abs() / 2.0;
        let center = rect.center();
        let at = |way: f32| Point { x: center.x + way * sin * half, y: center.y - way * cos * half };
        (at(-1.0), at(1.0))
    }
}

/// An outline.
#[derive(Debug, Clone, PartialEq)]
pub struct Stroke {
    /// Colour.
    pub color: Color,
    /// Width in pixels.
    pub width: f32,
    /// Dash lengths; empty for solid.
    pub dash: Vec<f32>,
    /// Round line ends and joins.
    pub round: bool,
}

/// A shaped line in one face, size and colour.
#[derive(Debug, Clone)]
pub struct TextRun {
    /// The words.
    pub text: String,
    /// Where the baseline starts.
    pub origin: Point,
    /// Advance width.
    pub width: f32,
    /// Face.
    pub face: FaceId,
    /// Font size in pixels.
    pub size: f32,
    /// Letter space in pixels, already in the glyphs' positions; none follows the last letter of a line.
    pub tracking: f32,
    /// Colour.
    pub color: Color,
    /// Glyphs with positions relative to the origin, in pixels.
    pub glyphs: Vec<Glyph>,
    /// Byte ranges of the text that show a bound value, with its index in the Markup's bindings.
    pub bound: Vec<(Range<usize>, usize)>,
    /// Index in [`Frame::boxes`] of the block it belongs to.
    pub block: usize,
}

impl TextRun {
    /// The outlines of its glyphs, at their places from an origin on.
    pub fn steps<'a>(&'a self, fonts: &'a Fonts<'_>, origin: Point) -> impl Iterator<Item = Step> + 'a {
        self.glyphs.iter().flat_map(move |glyph| {
            let placing = self.placing(glyph, fonts, origin);
            fonts.outline(self.face, glyph.id).steps.iter().map(move |step| placing.step(*step))
        })
    }

    /// The box around the outline of one of its glyphs, and the points that bend it; none when it draws nothing.
    pub fn ink(&self, glyph: &Glyph, fonts: &Fonts<'_>) -> Option<Rect> {
        self.placing(glyph, fonts, self.origin).bounds(fonts.outline(self.face, glyph.id))
    }

    /// Where one of its glyphs is drawn, the line beginning at an origin.
    fn placing(&self, glyph: &Glyph, fonts: &Fonts<'_>, origin: Point) -> Placing {
        let scale = self.size / fonts.typefaces().face(self.face).units_per_em;
        Placing { scale, x: origin.x + glyph.x, y: origin.y + glyph.y }
    }
}

/// A glyph at its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    /// Identifier in the face.
    pub id: u16,
    /// To the right of the run's origin.
    pub x: f32,
    /// Below the baseline (negative: above).
    pub y: f32,
    /// Byte offset in the text of the cluster's start.
    pub cluster: usize,
}

/// A block's final box.
#[derive(Debug, Clone)]
pub struct BlockBox {
    /// Path of names from the root (`column/cards/text:headline`).
    pub name: String,
    /// Its border box.
    pub rect: Rect,
    /// What it is.
    pub kind: BlockKind,
    /// Its place in the template.
    pub span: Span,
    /// Which of [`Frame::items`] are its own or of blocks inside it.
    pub items: Range<usize>,
    /// Colours that stand for something in it (series of a chart), each with what it stands for.
    pub meaning: Vec<(String, Color)>,
    /// Bound values that it was given to draw, in words or otherwise (charts), by index: each with the box of the shape that
    /// stands for it, or else the block's.
    pub given: Vec<(usize, Rect)>,
}

/// Kinds of block that checks tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A row, column, grid or layer.
    Container,
    /// Text.
    Text,
    /// A chart.
    Chart,
    /// A code for cameras, which a chart draws too.
    Code,
    /// A chart's axis: numbers of the scale, which stand for no cell.
    Axis,
    /// A mark, with clear space.
    Mark,
    /// A plain fragment.
    Fragment,
    /// A picture in pixels.
    Picture,
}

/// A block left out because room was short.
#[derive(Debug, Clone, PartialEq)]
pub struct Dropped {
    /// Path of names.
    pub name: String,
    /// The priority that let it go first.
    pub priority: i32,
}
