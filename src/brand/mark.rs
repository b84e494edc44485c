//! Marks: logos with clear space and a minimum size.

/// A mark of the kit.
#[derive(Debug, Clone)]
pub struct Mark {
    /// Its name (the key in `marks.toml`).
    pub name: String,
    /// SVG source; colours may be written as `{color.accent}` and follow the theme.
    pub svg: String,
    /// Path in the campaign folder, for diagnostics.
    pub path: String,
    /// Width divided by height of the drawing (viewBox), without clear space.
    pub aspect: f32,
    /// Clear space on each side, as a fraction of the mark's height.
    pub clear_space: f32,
    /// Smallest legible height, in rem.
    pub min_height: f32,
    /// What it says, by language; empty when decorative.
    pub alt: std::collections::BTreeMap<String, String>,
}
