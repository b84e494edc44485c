//! Pictures have enough pixels for how large they are drawn and how near they are looked at.

use super::strokes::EYE_PPI_METRE;
use super::{Page, place};
use crate::diagnostic::Diagnostic;
use crate::format::{Format, Use};
use crate::frame::Item;

/// Of what a press works with, a picture needs at least this share: offset screens at half the working resolution lose
/// nothing that is seen, and people step nearer to a poster than its distance says.
const PRESS_SHARE: f32 = 0.5;
/// A picture enlarged a little on a screen looks sharp enough: the usual phone shows three pixels to two of a post.
const SCREEN_SHARE: f32 = 0.75;
/// Below this share of what it needs everyone sees the pixels.
const HOPELESS: f32 = 0.5;

/// Pictures with too few pixels (`MB0813`), or far too few (`MB0819`).
pub(super) fn coarse(page: &Page) -> Vec<Diagnostic> {
    let need = need(page.format);
    let finding = |item: &Item| {
        let Item::Picture { picture, crop, rect, block, .. } = item else { return None };
        let each = (crop.width / rect.width).min(crop.height / rect.height);
        let has = each * page.format.dpi;
        // A picture's own pixels are whole ones: half a pixel is no fault.
        if has * 1.005 >= need {
            return None;
        }
        let code = if has < need * HOPELESS { "MB0819" } else { "MB0813" };
        let diagnostic = Diagnostic::warning(code).arg("picture", &picture.path).arg("ppi", has.round());
        let wide = (need / page.format.dpi * rect.width).ceil();
        Some(diagnostic.arg("least", need.round()).arg("pixels", wide).at(place(page, *block)).hint("hint"))
    };
    page.frame.items.iter().filter_map(finding).collect()
}

/// Pixels per inch that a picture needs on a surface.
///
/// The eye resolves 87 / distance in metres (one minute of arc, as for the formats' own resolutions); paper asks for a
/// share of the press's resolution besides, and no surface for more than it has.
fn need(format: &Format) -> f32 {
    let eye = EYE_PPI_METRE * 1000.0 / format.distance_mm.max(1.0);
    match format.usage {
        Use::Print if format.trim_mm.is_some() => eye.max(format.dpi * PRESS_SHARE).min(format.dpi),
        Use::Large if format.trim_mm.is_some() => eye.min(format.dpi),
        _ => format.dpi * SCREEN_SHARE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Formats;

    #[test]
    fn the_need_follows_distance_and_press() {
        let formats = Formats::built_in();
        let need = |name: &str| need(formats.get(name).unwrap()).round();
        // A4 at 0.55 m: 159 by the eye, 150 by the press; a billboard at 20 m: 4.
        assert!((150.0..=220.0).contains(&need("a4")), "{}", need("a4"));
        assert!((4.0..=5.0).contains(&need("pano-6x12")), "{}", need("pano-6x12"));
        assert_eq!(need("poster-60x90"), 75.0);
        assert_eq!(need("fb-square"), 54.0);
    }
}
