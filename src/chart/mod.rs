//! Stand-in until the chart room lands.
mod spec;
use crate::frame::Item;
use crate::text::Fonts;
use crate::units::{Rect, Size};
pub use spec::{Datum, Kind, Label, Spec, Style, TextStyle};
/// s
pub fn natural_size(_: &Spec, width: Option<f32>, _: &Fonts) -> Size {
    Size { width: width.unwrap_or(100.0), height: 100.0 }
}
/// s
#[derive(Debug, Default)]
pub struct Drawing {
    /// a
    pub items: Vec<Item>,
    /// a
    pub words: Vec<Rect>,
    /// a
    pub overset: Vec<String>,
    /// a
    pub missing_glyphs: Vec<(char, crate::brand::FaceId)>,
}
/// s
pub fn draw(_: &Spec, _: Rect, _: &Fonts) -> Drawing {
    Drawing::default()
}
