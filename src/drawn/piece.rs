//! What a drawing consists of, in painting order.

use roxmltree::NodeId;

use super::bounds::Beyond;
use super::name::Name;
use super::plane::Area;
use crate::color::Color;
use crate::diagnostic::Span;

/// A part of a drawing.
#[derive(Debug)]
pub(super) enum Piece {
    /// One colour behind everything.
    Ground(Color, Span),
    /// Shapes that stay shapes.
    Art {
        /// The shapes' elements.
        leaves: Vec<NodeId>,
        /// How they lie on the page.
        lie: Lie,
    },
    /// A rectangle with a name.
    Place(Place),
    /// Words.
    Words(Words),
    /// A picture in pixels.
    Photo(Photo),
}

/// How shapes lie on the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Lie {
    /// They cover it, behind everything.
    Ground,
    /// They reach its edge, and go beyond it by so much.
    Edge(Beyond),
    /// They lie inside.
    Inside,
}

/// A rectangle with a name.
#[derive(Debug)]
pub(super) struct Place {
    /// What it is to be.
    pub(super) name: Name,
    /// Where.
    pub(super) area: Area,
    /// Corner radius.
    pub(super) radius: f64,
    /// Filling.
    pub(super) fill: Option<Color>,
    /// Outline and its width.
    pub(super) stroke: Option<(Color, f64)>,
    /// Its place in the drawing's file.
    pub(super) span: Span,
}

/// Words that were drawn.
#[derive(Debug, Clone)]
pub(super) struct Words {
    /// Their name, when they bear one.
    pub(super) name: Option<String>,
    /// Lines, each of runs in one look.
    pub(super) lines: Vec<Vec<Run>>,
    /// Where the first baseline starts, is centred or ends.
    pub(super) at: (f64, f64),
    /// Height of the last baseline.
    pub(super) last: f64,
    /// Which part of a line stands there.
    pub(super) anchor: Anchor,
    /// The box they stand in.
    pub(super) frame: Option<Area>,
    /// Whether they flow in it: their line ends are the program's.
    pub(super) flowed: bool,
    /// Their place in the drawing's file.
    pub(super) span: Span,
}

/// Which part of a line stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    /// Its start.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// Words in one look.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    /// The words.
    pub(super) text: String,
    /// Their look.
    pub(super) look: Look,
}

/// How words look.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Look {
    /// Families in order of preference.
    pub(super) families: Vec<String>,
    /// Size in the page's units.
    pub(super) size: f64,
    /// Weight.
    pub(super) weight: u16,
    /// Slope.
    pub(super) italic: bool,
    /// Colour; none when it is no plain colour.
    pub(super) color: Option<Color>,
}

/// A picture in pixels.
#[derive(Debug)]
pub(super) struct Photo {
    /// Where.
    pub(super) area: Area,
    /// Whether edges may be cut to fill it.
    pub(super) cover: bool,
    /// Corner radius.
    pub(super) radius: f64,
    /// Its address.
    pub(super) href: String,
    /// What it shows.
    pub(super) alt: String,
    /// Its place in the drawing's file.
    pub(super) span: Span,
}

impl Words {
    /// The size of its largest run.
    pub(super) fn size(&self) -> f64 {
        self.lines.iter().flatten().map(|run| run.look.size).fold(0.0, f64::max)
    }
}
