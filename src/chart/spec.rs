//! What a chart is asked to show.
//!
//! In: data, kind and style, already resolved by the layout. Out: nothing; these are the words of the room.

use std::ops::Range;
use std::sync::Arc;

use super::kind::Kind;
use crate::atlas::Map;
use crate::brand::FaceId;
use crate::color::Color;
use crate::units::Rect;

/// Words with the byte ranges that show bound values.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Label {
    /// The words.
    pub text: String,
    /// Byte ranges that show a bound value, with its index in the Markup's bindings.
    pub bound: Vec<(Range<usize>, usize)>,
}

impl Label {
    /// Whether it says nothing.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// Words and the number that they are bound to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Figure {
    /// As printed.
    pub words: Label,
    /// The number that is drawn, if any.
    pub number: Option<f64>,
}

/// What a number tells of, in IBCS's notation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Status {
    /// What is: solid.
    #[default]
    Actual,
    /// What was: lighter.
    Previous,
    /// What is aimed at: outlined.
    Plan,
    /// What is expected: hatched.
    Forecast,
}

impl Status {
    /// All, with their names in templates.
    pub const NAMED: [(&'static str, Self); 4] =
        [("actual", Self::Actual), ("previous", Self::Previous), ("plan", Self::Plan), ("forecast", Self::Forecast)];
}

/// One of several numbers that every datum has.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Series {
    /// Its name.
    pub label: Label,
    /// What its numbers tell of.
    pub status: Status,
    /// Its own colour.
    pub color: Option<Color>,
}

/// An icon in the two colours that it is drawn in.
#[derive(Debug, Clone, PartialEq)]
pub struct Icon {
    /// XML of its children, in full colour.
    pub on: Arc<str>,
    /// The same where it does not count.
    pub off: Arc<str>,
    /// Its coordinates.
    pub view_box: Rect,
}

/// How the numbers of a map fall into classes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Breaks {
    /// About equally many in each.
    #[default]
    Quantile,
    /// Equally wide, from one round number to the next.
    Equal,
}

/// One thing that a chart shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Datum {
    /// Its name.
    pub label: Label,
    /// Its number as words, as the binding printed it.
    pub value: Label,
    /// The number that is drawn; none, NaN and infinity are drawn as missing, never as zero.
    pub number: Option<f64>,
    /// What it should reach.
    pub target: Option<f64>,
    /// What it was before.
    pub previous: Option<f64>,
    /// Its own colour.
    pub color: Option<Color>,
    /// Whether it stands out from the others.
    pub emphasis: bool,
    /// What its number tells of.
    pub status: Status,
    /// One figure for each series, where the chart has some.
    pub values: Vec<Figure>,
    /// How much it changed, as words; the number has only a sign.
    pub change: Figure,
    /// Its place among the others.
    pub rank: Label,
    /// Its target in words.
    pub aim: Label,
    /// What it was, in words.
    pub before: Label,
    /// What the value is counted in, set smaller beside it.
    pub unit: Label,
    /// Where a span of time ends.
    pub end: Figure,
    /// Cells of a table's row.
    pub cells: Vec<Figure>,
    /// Whether a table's row sums the others up.
    pub total: bool,
    /// What its area on a map is called.
    pub key: String,
    /// Its own icon.
    pub icon: Option<Icon>,
}

impl Datum {
    /// All its words, those that are only drawn as a length, an angle or a colour too.
    pub(super) fn labels(&self) -> impl Iterator<Item = &Label> {
        let own = [&self.label, &self.value, &self.change.words, &self.rank, &self.aim, &self.before, &self.unit];
        let figures = self.values.iter().chain(&self.cells).map(|figure| &figure.words);
        own.into_iter().chain([&self.end.words]).chain(figures)
    }
}

/// How words look.
#[derive(Debug, Clone, PartialEq)]
pub struct TextStyle {
    /// Face.
    pub face: FaceId,
    /// Font size in pixels.
    pub size: f32,
    /// Line step as a multiple of the size.
    pub leading: f32,
    /// Letter space in em.
    pub tracking: f32,
    /// Colour.
    pub color: Color,
}

/// How a chart looks.
#[derive(Debug, Clone, PartialEq)]
pub struct Style {
    /// Names.
    pub label: TextStyle,
    /// Numbers: its size is for the large ones (ring, meter); beside bars they take the size of the label.
    pub figure: TextStyle,
    /// What matters.
    pub accent: Color,
    /// What recedes.
    pub muted: Color,
    /// Axes and rules.
    pub line: Color,
    /// The part of a whole that is not reached.
    pub track: Color,
    /// The ground the chart stands on.
    pub surface: Color,
    /// Good changes.
    pub positive: Color,
    /// Bad changes.
    pub negative: Color,
    /// Colours of series, in order; empty for tints of the accent.
    pub series: Vec<Color>,
    /// The thickest that bars, columns, rings and lines may be, in pixels; none for the chart's own.
    pub thickness: Option<f32>,
    /// How round the ends of bars are, in pixels; none for the chart's own.
    pub corner: Option<f32>,
    /// Pixels in a rem.
    pub rem: f32,
    /// Width of the thinnest line, in pixels.
    pub hairline: f32,
    /// Whether edges lie on whole pixels (LED boards).
    pub snap: bool,
    /// Language of ticks.
    pub language: String,
}

/// What is to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Spec {
    /// Which chart.
    pub kind: Kind,
    /// The data, in order.
    pub data: Vec<Datum>,
    /// The least number of the scale; data beyond it widen the scale, except where a part of a whole is drawn.
    pub minimum: Option<f64>,
    /// The greatest number of the scale, or the whole.
    pub maximum: Option<f64>,
    /// What every datum should reach.
    pub target: Option<f64>,
    /// Columns of tiles, rings or bars.
    pub columns: Option<usize>,
    /// The numbers that every datum has, where there are several.
    pub series: Vec<Series>,
    /// Whether series stand on each other instead of side by side.
    pub stack: bool,
    /// Whether a lower number is the better one.
    pub lower_is_better: bool,
    /// Heads of a table's columns.
    pub heads: Vec<Label>,
    /// The areas of a map.
    pub map: Option<Arc<Map>>,
    /// How many colours a map has.
    pub classes: Option<usize>,
    /// How they are parted.
    pub breaks: Breaks,
    /// The moment to mark on a timeline.
    pub now: Figure,
    /// What is counted, one for each.
    pub icon: Option<Icon>,
    /// Its looks.
    pub style: Style,
}

impl Spec {
    /// A chart with nothing but data and looks.
    pub fn new(kind: Kind, data: Vec<Datum>, style: Style) -> Self {
        Self {
            kind,
            data,
            minimum: None,
            maximum: None,
            target: None,
            columns: None,
            series: Vec::new(),
            stack: false,
            lower_is_better: false,
            heads: Vec::new(),
            map: None,
            classes: None,
            breaks: Breaks::default(),
            now: Figure::default(),
            icon: None,
            style,
        }
    }

    /// Whether every datum has several numbers.
    pub(super) fn has_series(&self) -> bool {
        !self.series.is_empty()
    }
}
