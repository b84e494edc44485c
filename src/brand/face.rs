//! One font file: its name, style, metrics, and whether Vietnamese can be set with it.

use std::sync::Arc;

use skrifa::instance::{LocationRef, Size};
use skrifa::raw::TableProvider;
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider};

use crate::diagnostic::{Checked, Diagnostic, Findings, Span};

/// Capital height of a face that does not tell it, in em: that of most sans serifs.
const USUAL_CAP_HEIGHT: f32 = 0.7;
/// Height of x of a face that does not tell it, in em.
const USUAL_X_HEIGHT: f32 = 0.5;
/// Vietnamese letters outside U+1EA0–1EF9.
const PLAIN_LETTERS: &str = "ĂÂĐÊÔƠƯăâđêôơưÀÁÃÈÉÌÍÒÓÕÙÚÝàáãèéìíòóõùúýĨŨĩũ";

/// One font file's face.
#[derive(Debug, Clone)]
pub struct Face {
    /// Family name as the file says (typographic family when it has one).
    pub family: String,
    /// Weight, 1 to 1000.
    pub weight: u16,
    /// Whether it is italic or oblique.
    pub italic: bool,
    /// The file's bytes.
    pub data: Arc<[u8]>,
    /// Index in a collection.
    pub index: u32,
    /// Path in the campaign folder.
    pub path: String,
    /// Units per em.
    pub units_per_em: f32,
    /// Ascent above the baseline, in em.
    pub ascent: f32,
    /// Descent below the baseline, in em, positive.
    pub descent: f32,
    /// Height of a capital, in em.
    pub cap_height: f32,
    /// Height of x, in em.
    pub x_height: f32,
}

/// Reads a file.
///
/// # Errors
/// `MB0340` when it is not a font that text can be set with.
pub(super) fn read(path: &str, bytes: &Arc<[u8]>) -> Checked<Face> {
    let mut findings = Findings::new();
    match parse(path, bytes, &mut findings) {
        Ok(face) => findings.finish(face),
        Err(reason) => {
            Err(vec![Diagnostic::error("MB0340").arg("path", path).arg("reason", reason).at(Span::whole(path))])
        }
    }
}

/// The face, or what the file lacks.
fn parse(path: &str, bytes: &Arc<[u8]>, findings: &mut Findings) -> Result<Face, String> {
    let font = FontRef::new(bytes).map_err(|error| error.to_string())?;
    for (table, found) in [
        ("head", font.head().is_ok()),
        ("hhea", font.hhea().is_ok()),
        ("maxp", font.maxp().is_ok()),
        ("hmtx", font.hmtx().is_ok()),
        ("cmap", font.charmap().has_map()),
        ("glyf, CFF", font.outline_glyphs().format().is_some()),
    ] {
        if !found {
            return Err(format!("no readable table {table}"));
        }
    }
    let name = |id| font.localized_strings(id).english_or_first().map(|name| name.to_string());
    let family = name(StringId::TYPOGRAPHIC_FAMILY_NAME).or_else(|| name(StringId::FAMILY_NAME));
    let family = family.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).ok_or("no family name")?;
    let metrics = font.metrics(Size::unscaled(), LocationRef::default());
    let em = f32::from(metrics.units_per_em);
    if em < 16.0 {
        return Err("units per em below 16".to_owned());
    }
    let height = |told: Option<f32>, letter: char, usual: f32| {
        let glyphs = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let drawn = || font.charmap().map(letter).and_then(|glyph| glyphs.bounds(glyph)).map(|bounds| bounds.y_max);
        told.filter(|h| *h > 0.0).or_else(drawn).filter(|h| *h > 0.0).map_or(usual, |h| h / em)
    };
    let attributes = font.attributes();
    if !font.axes().is_empty() {
        findings.push(Diagnostic::warning("MB0346").arg("path", path).at(Span::whole(path)).hint("hint"));
    }
    warn_uncovered(&font, &family, path, findings);
    Ok(Face {
        family,
        weight: weight(attributes.weight.value()),
        italic: attributes.style != skrifa::attribute::Style::Normal,
        data: Arc::clone(bytes),
        index: 0,
        path: path.to_owned(),
        units_per_em: em,
        ascent: metrics.ascent / em,
        descent: -metrics.descent / em,
        cap_height: height(metrics.cap_height, 'H', USUAL_CAP_HEIGHT),
        x_height: height(metrics.x_height, 'x', USUAL_X_HEIGHT),
    })
}

/// A weight class as 1 to 1000.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 1..=1000")]
fn weight(class: f32) -> u16 {
    class.clamp(1.0, 1000.0).round() as u16
}

/// Warns when Vietnamese letters are missing, naming the first of them.
fn warn_uncovered(font: &FontRef<'_>, family: &str, path: &str, findings: &mut Findings) {
    let charmap = font.charmap();
    let letters = ('\u{1EA0}'..='\u{1EF9}').chain(PLAIN_LETTERS.chars());
    let missing: Vec<char> = letters.filter(|letter| charmap.map(*letter).is_none()).collect();
    if !missing.is_empty() {
        let few: Vec<String> = missing.iter().take(8).map(char::to_string).collect();
        let warning = Diagnostic::warning("MB0344").arg("family", family).arg("count", missing.len());
        findings.push(warning.arg("letters", few.join(" ")).at(Span::whole(path)).hint("hint"));
    }
}
