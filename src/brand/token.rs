//! Resolved tokens: what a theme gives when asked for `color.ink`.

use std::collections::BTreeMap;

use super::note::Note;
use crate::color::Color;
use crate::digest::Digest;

/// One context of the kit, all aliases followed.
#[derive(Debug, Clone)]
pub struct Theme {
    /// Its name (`light`).
    pub name: String,
    /// Values by dotted path (`color.ink`).
    pub tokens: BTreeMap<String, Token>,
    /// What people should know of each token, by path.
    pub notes: BTreeMap<String, Note>,
    /// Digest of all paths and values.
    pub digest: Digest,
}

/// A token's final value (Design Tokens 2025.10 types).
#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    /// `color`, converted to sRGB.
    Color(Color),
    /// `dimension`.
    Dimension(Dimension),
    /// `fontFamily`, in order of preference.
    FontFamily(Vec<String>),
    /// `fontWeight`, 1 to 1000.
    FontWeight(u16),
    /// `duration`, in milliseconds.
    Duration(f32),
    /// `cubicBezier`.
    CubicBezier([f32; 4]),
    /// `number`.
    Number(f32),
    /// `strokeStyle`: a keyword, or a dash pattern `dash 0.5 0.25 round` with lengths in rem.
    StrokeStyle(String),
    /// `border`.
    Border {
        /// Colour.
        color: Color,
        /// Width.
        width: Dimension,
        /// Style, as in [`Token::StrokeStyle`].
        style: String,
    },
    /// `transition` (kept for motion).
    Transition {
        /// Duration in milliseconds.
        duration_ms: f32,
        /// Delay in milliseconds.
        delay_ms: f32,
        /// Timing curve.
        timing: [f32; 4],
    },
    /// `shadow`, outermost last.
    Shadow(Vec<Shadow>),
    /// `gradient`.
    Gradient(Gradient),
    /// `typography`.
    Typography(Typography),
}

/// A dimension token's number and unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dimension {
    /// The number.
    pub value: f32,
    /// Its unit.
    pub unit: DimensionUnit,
}

/// The units Design Tokens 2025.10 knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DimensionUnit {
    /// CSS pixel, 1/16 rem here: a surface's own pixels never enter a kit.
    Px,
    /// The format's rem.
    Rem,
}

impl Dimension {
    /// In rem, with 16 px to the rem.
    pub fn rem(self) -> f32 {
        match self.unit {
            DimensionUnit::Px => self.value / 16.0,
            DimensionUnit::Rem => self.value,
        }
    }
}

/// Stops of a gradient; the angle is the template's to say.
#[derive(Debug, Clone, PartialEq)]
pub struct Gradient {
    /// Position from 0 to 1, and colour there; in rising order.
    pub stops: Vec<(f32, Color)>,
}

/// One shadow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shadow {
    /// Colour with its alpha.
    pub color: Color,
    /// To the right, in rem.
    pub offset_x: f32,
    /// Down, in rem.
    pub offset_y: f32,
    /// Blur radius in rem.
    pub blur: f32,
    /// Growth in rem.
    pub spread: f32,
    /// Whether it falls inside the shape.
    pub inset: bool,
}

/// A text style.
#[derive(Debug, Clone, PartialEq)]
pub struct Typography {
    /// Families in order of preference.
    pub family: Vec<String>,
    /// Size in rem.
    pub size: f32,
    /// Weight.
    pub weight: u16,
    /// Tracking in rem.
    pub tracking: f32,
    /// Leading as a multiple of the size.
    pub leading: f32,
}

/// As a person would write it where that is short; for plans.
impl std::fmt::Display for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Color(color) if color.alpha < 1.0 => write!(f, "{color}/{:.0}%", color.alpha * 100.0),
            Self::Color(color) => write!(f, "{color}"),
            Self::Dimension(dimension) => write!(f, "{}rem", dimension.rem()),
            Self::FontFamily(families) => f.write_str(&families.join(", ")),
            Self::FontWeight(weight) => write!(f, "{weight}"),
            Self::Number(number) => write!(f, "{number}"),
            Self::Typography(style) => {
                let (family, leading) = (style.family.join(", "), style.leading);
                write!(f, "{family} {} {}rem/{leading}", style.weight, style.size)
            }
            other => write!(f, "{other:?}"),
        }
    }
}

impl Theme {
    /// A colour by its path.
    pub fn color(&self, path: &str) -> Option<Color> {
        match self.tokens.get(path)? {
            Token::Color(color) => Some(*color),
            _ => None,
        }
    }

    /// A text style by its path.
    pub fn typography(&self, path: &str) -> Option<&Typography> {
        match self.tokens.get(path)? {
            Token::Typography(style) => Some(style),
            _ => None,
        }
    }
}
