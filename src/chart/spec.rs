//! Stand-in until the chart room lands.
use crate::brand::FaceId;
use crate::color::Color;
use std::ops::Range;
/// Words.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Label {
    /// Words.
    pub text: String,
    /// Bound.
    pub bound: Vec<(Range<usize>, usize)>,
}
/// Datum.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Datum {
    /// a
    pub label: Label,
    /// a
    pub value: Label,
    /// a
    pub number: Option<f64>,
    /// a
    pub target: Option<f64>,
    /// a
    pub previous: Option<f64>,
    /// a
    pub color: Option<Color>,
    /// a
    pub emphasis: bool,
}
/// Kind.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// a
    Bars,
}
impl Kind {
    /// a
    pub const NAMES: [&'static str; 1] = ["bars"];
}
impl std::str::FromStr for Kind {
    type Err = ();
    fn from_str(_: &str) -> Result<Self, ()> {
        Ok(Self::Bars)
    }
}
/// s
#[derive(Debug, Clone, PartialEq)]
pub struct TextStyle {
    /// a
    pub face: FaceId,
    /// a
    pub size: f32,
    /// a
    pub leading: f32,
    /// a
    pub tracking: f32,
    /// a
    pub color: Color,
}
/// s
#[derive(Debug, Clone, PartialEq)]
pub struct Style {
    /// a
    pub label: TextStyle,
    /// a
    pub figure: TextStyle,
    /// a
    pub accent: Color,
    /// a
    pub muted: Color,
    /// a
    pub line: Color,
    /// a
    pub track: Color,
    /// a
    pub surface: Color,
    /// a
    pub positive: Color,
    /// a
    pub negative: Color,
    /// a
    pub rem: f32,
    /// a
    pub hairline: f32,
    /// a
    pub snap: bool,
    /// a
    pub language: String,
}
/// s
#[derive(Debug, Clone, PartialEq)]
pub struct Spec {
    /// a
    pub kind: Kind,
    /// a
    pub data: Vec<Datum>,
    /// a
    pub minimum: Option<f64>,
    /// a
    pub maximum: Option<f64>,
    /// a
    pub target: Option<f64>,
    /// a
    pub columns: Option<usize>,
    /// a
    pub style: Style,
}
