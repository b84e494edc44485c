//! Lineage: which cells each drawn number came from, and where it is drawn.

use serde::{Deserialize, Serialize};

/// What an artwork drew from its data.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Lineage {
    /// Its numbers.
    pub numbers: Vec<Number>,
}

/// A bound value and where it is drawn.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Number {
    /// Cells it was taken or derived from (`table/key/column`), sorted, each once.
    pub cells: Vec<String>,
    /// As printed.
    pub text: String,
    /// The number behind it, where there is one.
    #[serde(default)]
    pub value: Option<f64>,
    /// The source document its records name.
    #[serde(default)]
    pub source: String,
    /// Its boxes; none when it is only said.
    #[serde(default)]
    pub places: Vec<Place>,
}

/// A box, as parts of the whole canvas, bleed included.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Page, counted from 1.
    pub page: u32,
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}
