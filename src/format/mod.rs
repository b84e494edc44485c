//! Formats: the surfaces a campaign is made for.

use serde::Serialize;

use crate::units::{Insets, Rect, Size};

/// A surface: trim size, bleed, safe area, resolution, viewing distance, rem, byte limit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Format {
    /// Its name (`fb-story`, `pano-6x12`).
    pub name: String,
    /// Trim size in whole pixels.
    pub trim: Size,
    /// Trim size in millimetres, for a surface of known size.
    pub trim_mm: Option<(f32, f32)>,
    /// Pixels per inch written into files, and the link between millimetres and pixels.
    pub dpi: f32,
    /// Bleed beyond the trim on each side, in whole pixels.
    pub bleed: f32,
    /// Distance from the trim inside which nothing that matters may stand, in pixels.
    pub safe: Insets,
    /// Viewing distance in millimetres.
    pub distance_mm: f32,
    /// Pixels of one rem.
    pub rem: f32,
    /// Shape, from the proportions unless the preset says.
    pub shape: Shape,
    /// Whether positions snap to whole pixels (LED boards).
    pub snap: bool,
    /// Upper limit of a file, in bytes.
    pub max_bytes: Option<u64>,
    /// The encodings the surface takes, when it is choosy.
    pub encodings: Vec<String>,
    /// Where the numbers are from.
    pub source: String,
    /// When they were checked (ISO date).
    pub checked: String,
    /// `high`, `medium` or `low`.
    pub confidence: String,
}

/// The proportions that a template may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// Width at least 1.2 times the height.
    Wide,
    /// Between wide and tall.
    Square,
    /// Height at least 1.2 times the width.
    Tall,
    /// Width at least 6 times the height.
    Ticker,
}

impl Format {
    /// The trim box; the origin is its corner.
    pub fn trim_box(&self) -> Rect {
        Rect::new(0.0, 0.0, self.trim.width, self.trim.height)
    }

    /// The box inside which content may stand.
    pub fn safe_box(&self) -> Rect {
        self.trim_box().inset(self.safe)
    }
}
