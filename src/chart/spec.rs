//! What a chart is asked to show.
//!
//! In: data, kind and style, already resolved by the layout. Out: nothing; these are the words of the room.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use crate::brand::FaceId;
use crate::color::Color;

/// Words with the byte ranges that show bound values.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Label {
    /// The words.
    pub text: String,
    /// Byte ranges that show a bound value, with its index in the Markup's bindings.
    pub bound: Vec<(Range<usize>, usize)>,
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
}

/// Kinds of chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Horizontal bars.
    Bars,
    /// Vertical columns.
    Columns,
    /// Progress rings.
    Ring,
    /// Progress bars against a whole.
    Meter,
    /// So many dots of so many.
    Pictogram,
    /// A line through data in order.
    Line,
    /// A line from before to now for each datum.
    Slope,
    /// Shares of a whole, as a ring.
    Donut,
    /// Shares of a whole, as one bar.
    Stacked,
    /// Columns for before, now and target side by side.
    Grouped,
    /// A tile map: a square for each datum, coloured by number.
    Tiles,
    /// Dots on a line, the previous one hollow.
    Dots,
    /// A QR code of the first datum's value; its label is the caption.
    Qr,
}

impl Kind {
    /// All kinds, in the order of [`Kind::NAMES`].
    const ALL: [Self; 13] = [
        Self::Bars,
        Self::Columns,
        Self::Ring,
        Self::Meter,
        Self::Pictogram,
        Self::Line,
        Self::Slope,
        Self::Donut,
        Self::Stacked,
        Self::Grouped,
        Self::Tiles,
        Self::Dots,
        Self::Qr,
    ];

    /// Names as a template writes them.
    pub const NAMES: [&'static str; 13] = [
        "bars",
        "columns",
        "ring",
        "meter",
        "pictogram",
        "line",
        "slope",
        "donut",
        "stacked",
        "grouped",
        "tiles",
        "dots",
        "qr",
    ];
}

/// A name that is no kind of chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownKind;

impl FromStr for Kind {
    type Err = UnknownKind;

    fn from_str(name: &str) -> Result<Self, UnknownKind> {
        let at = Self::NAMES.iter().position(|known| *known == name);
        at.and_then(|at| Self::ALL.get(at)).copied().ok_or(UnknownKind)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = Self::ALL.iter().position(|kind| kind == self);
        f.write_str(at.and_then(|at| Self::NAMES.get(at)).copied().unwrap_or_default())
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
    /// Its looks.
    pub style: Style,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_reads_and_prints() {
        for name in Kind::NAMES {
            assert_eq!(name.parse::<Kind>().unwrap().to_string(), name);
        }
        assert_eq!("Bars".parse::<Kind>(), Err(UnknownKind));
        assert_eq!("".parse::<Kind>(), Err(UnknownKind));
    }
}
