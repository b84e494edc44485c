//! The kit's words for what was drawn: text styles, faces, and what they measure.

use std::collections::BTreeSet;

use super::piece::{Look, Words};
use crate::brand::{Brand, FaceId, Theme, Token, Typography};
use crate::diagnostic::{Diagnostic, Findings};
use crate::text::{Fonts, Piece};

/// A text style of the kit for a drawn look.
#[derive(Debug, Clone)]
pub(super) struct Match {
    /// Path of the typography token.
    pub(super) token: String,
    /// Weight, where it differs from the token's.
    pub(super) weight: Option<u16>,
    /// Whether it is italic.
    pub(super) italic: bool,
    /// The face it is set in.
    pub(super) face: FaceId,
}

/// The kit while a drawing is taken over.
pub(super) struct Kit<'a> {
    /// The kit.
    pub(super) brand: &'a Brand,
    /// The theme whose colours were drawn.
    pub(super) theme: &'a Theme,
    /// Its faces, opened.
    pub(super) fonts: Fonts<'a>,
    /// What was said already: each family and style once.
    said: BTreeSet<String>,
}

impl<'a> Kit<'a> {
    /// A kit; none when it has no theme.
    pub(super) fn new(brand: &'a Brand) -> Option<Self> {
        let theme = brand.themes.get(&brand.default_theme).or_else(|| brand.themes.values().next())?;
        Some(Self { brand, theme, fonts: Fonts::new(&brand.typefaces), said: BTreeSet::new() })
    }

    /// The nearest text style; `rems` is the drawn size in rem. None when the kit has no typography.
    pub(super) fn style(&mut self, look: &Look, rems: f64, words: &Words, findings: &mut Findings) -> Option<Match> {
        let known = self.brand.typefaces.families();
        let family = look.families.iter().find(|family| known.contains(family.as_str())).cloned();
        let (token, typography) = self.nearest(look, rems, family.as_deref())?;
        let used = typography.family.iter().find(|family| known.contains(family.as_str())).cloned().unwrap_or_default();
        if family.as_deref() != Some(&used) {
            let drawn = look.families.first().map_or("sans-serif", String::as_str);
            let other = Diagnostic::warning("MB0649").arg("family", drawn).arg("used", &used);
            self.say(
                &format!("{drawn}>{used}"),
                || other.arg("known", list(&known)).at(words.span.clone()).hint("hint"),
                findings,
            );
        }
        let families = [used.clone()];
        let wanted = self.brand.typefaces.resolve(&families, look.weight, look.italic);
        let (face, weight, italic) = match wanted {
            Ok(face) => (face, look.weight, look.italic),
            Err(_) => {
                let face = self.closest(&used, look)?;
                let own = self.brand.typefaces.face(face);
                let (weight, italic) = (own.weight, own.italic);
                let slope = |italic: bool| if italic { " italic" } else { "" };
                let missing = Diagnostic::warning("MB0650")
                    .arg("family", &used)
                    .arg("style", format!("{}{}", look.weight, slope(look.italic)))
                    .arg("used", format!("{weight}{}", slope(italic)));
                self.say(&format!("{used}{}{}", look.weight, look.italic), || missing.at(words.span.clone()), findings);
                (face, weight, italic)
            }
        };
        let weight = Some(weight).filter(|weight| *weight != typography.weight);
        Some(Match { token, weight, italic, face })
    }

    /// Says something once.
    fn say(&mut self, key: &str, diagnostic: impl FnOnce() -> Diagnostic, findings: &mut Findings) {
        if self.said.insert(key.to_owned()) {
            findings.push(diagnostic());
        }
    }

    /// The face of a family that is nearest in slope and weight.
    fn closest(&self, family: &str, look: &Look) -> Option<FaceId> {
        let faces = &self.brand.typefaces.faces;
        let own = faces.iter().filter(|face| face.family == family);
        let best =
            own.min_by_key(|face| (face.italic != look.italic, face.weight.abs_diff(look.weight), face.weight))?;
        self.brand.typefaces.find(family, best.weight, best.italic)
    }

    /// The typography token that is nearest in family, size and weight.
    fn nearest(&self, look: &Look, rems: f64, family: Option<&str>) -> Option<(String, Typography)> {
        let far = |style: &Typography| {
            let other = family.is_some_and(|family| !style.family.iter().any(|own| own == family));
            #[expect(clippy::cast_possible_truncation, reason = "sizes in rem are small")]
            let size = (rems.max(0.01) as f32 / style.size.max(0.01)).ln().abs();
            let weight = f32::from(look.weight.abs_diff(style.weight)) / 400.0;
            f32::from(u8::from(other)) * 10.0 + size + weight
        };
        let styles = self.theme.tokens.iter().filter_map(|(path, token)| match token {
            Token::Typography(style) => Some((path, style)),
            _ => None,
        });
        let best = styles.min_by(|a, b| far(a.1).total_cmp(&far(b.1)).then(a.0.cmp(b.0)))?;
        Some((best.0.clone(), best.1.clone()))
    }

    /// How wide words are in a face, in their size; none when a letter is missing.
    pub(super) fn width(&self, text: &str, face: FaceId) -> Option<f32> {
        let shaped = self.fonts.shape(text, &[Piece { range: 0..text.len(), face, tracking: 0.0 }]).ok()?;
        Some(shaped.clusters.iter().map(|cluster| cluster.advance).sum())
    }

    /// Ascent and descent of a face, in its size.
    pub(super) fn extent(&self, face: FaceId) -> (f64, f64) {
        let face = self.brand.typefaces.face(face);
        (f64::from(face.ascent), f64::from(face.descent))
    }
}

/// Names with commas.
fn list(names: &BTreeSet<&str>) -> String {
    names.iter().copied().collect::<Vec<_>>().join(", ")
}
