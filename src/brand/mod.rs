//! The house rules: tokens resolved into themes, typefaces of the kit, marks.
//!
//! In: `brand/brand.tokens.json` (Design Tokens 2025.10), `brand/brand.resolver.json`, `brand/fonts/`, `brand/marks/`.
//! Out: a [`Brand`] whose themes hold only final values. It knows nothing of templates or formats.

mod kind;
mod colorspace;
mod icon;
mod json;
mod token;
mod structure;
mod reference;
mod merge;
mod document;
mod value;
mod composite;
mod note;
mod resolver;
mod theme;
mod face;
mod typeface;
mod drawing;
mod mark;
#[cfg(test)]
mod tests;

pub use face::Face;
pub use mark::Mark;
pub use note::Note;
pub use token::{Dimension, DimensionUnit, Gradient, Shadow, Theme, Token, Typography};
pub use typeface::{FaceId, MissingFace, Typefaces};

use std::collections::BTreeMap;

use json::position;

use crate::diagnostic::{Checked, Diagnostic, Findings};
use crate::source::Folder;

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

impl Brand {
    /// Reads the kit of a campaign.
    ///
    /// # Errors
    /// Everything that is wrong with it (`MB03…`, or `MB0001` when there is no token file), in order of place.
    pub fn read(folder: &Folder) -> Checked<Self> {
        let mut findings = Findings::new();
        let typefaces = findings.take(Typefaces::read(folder));
        let contexts = resolver::read(folder, &mut findings);
        let mut themes = BTreeMap::new();
        let mut default_theme = String::new();
        if let Some(contexts) = contexts {
            default_theme = contexts.default;
            for (name, tree) in &contexts.trees {
                let placed = theme::resolve(name, tree, &mut findings);
                if let Some(typefaces) = &typefaces {
                    check_faces(&placed, typefaces, &mut findings);
                }
                themes.insert(name.clone(), placed.theme);
            }
        }
        let marks = mark::read(folder, &themes, &mut findings);
        let icons = icon::read(folder, &themes, &mut findings);
        let mut sorted = Findings::new();
        sorted.extend(in_order(findings.into_vec()));
        match typefaces {
            Some(typefaces) if !themes.is_empty() => {
                sorted.finish(Self { themes, default_theme, typefaces, marks, icons })
            }
            _ => Err(sorted.into_vec()),
        }
    }
}

/// Reports text styles that no face of the kit can set.
fn check_faces(placed: &theme::PlacedTheme, typefaces: &Typefaces, findings: &mut Findings) {
    for (path, token) in &placed.theme.tokens {
        let Token::Typography(style) = token else { continue };
        if let Err(missing) = typefaces.resolve(&style.family, style.weight, false) {
            let diagnostic = missing.diagnostic().arg("token", path);
            findings.push(match placed.places.get(path) {
                Some(place) => diagnostic.at(place.clone()),
                None => diagnostic,
            });
        }
    }
}

/// Findings by place, each once: themes share most of their tokens, and so their faults.
fn in_order(mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    findings.sort_by(|a, b| {
        let key = |d: &'_ Diagnostic| (position(d.spans.first()), d.code);
        key(a).cmp(&key(b)).then_with(|| a.args.cmp(&b.args))
    });
    findings.dedup();
    findings
}
