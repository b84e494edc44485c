//! The house rules: tokens resolved into themes, typefaces of the kit, marks.
//!
//! In: `brand/brand.tokens.json` (Design Tokens 2025.10), `brand/*.resolver.json`, `brand/fonts/`, `brand/marks/`.
//! Out: a [`Brand`] whose themes hold only final values. It knows nothing of templates or formats.

mod mark;
mod token;
mod typeface;

pub use mark::Mark;
pub use token::{Dimension, DimensionUnit, Gradient, Shadow, Theme, Token, Typography};
pub use typeface::{Face, FaceId, Typefaces};

use std::collections::BTreeMap;

/// A brand kit, ready to draw with.
#[derive(Debug, Clone)]
pub struct Brand {
    /// Themes by name; a kit without a resolver has one, `default`. Never empty.
    pub themes: BTreeMap<String, Theme>,
    /// The name of the theme used when a product names none.
    pub default_theme: String,
    /// Every face of `brand/fonts/`.
    pub typefaces: Typefaces,
    /// Marks by name.
    pub marks: BTreeMap<String, Mark>,
    /// Icons by name: SVG whose strokes are `currentColor`.
    pub icons: BTreeMap<String, std::sync::Arc<str>>,
}
