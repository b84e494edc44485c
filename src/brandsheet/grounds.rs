//! Which grounds a mark may stand on: drawn on each, and looked at.
//!
//! In: marks, a theme's grounds. Out: for each pair, how much of the mark stands out from the ground at 3 to 1 (WCAG 2.2
//! §1.4.11, what a graphic needs); half of it is enough.

use std::collections::BTreeMap;

use super::kit::Swatch;
use super::table::{Writing, number, text};
use crate::brand::{Brand, Mark, Theme};
use crate::color::Color;
use crate::paint::reference;
use crate::record::Table;
use crate::svg::Artwork;

/// Height of the drawing that is looked at, in pixels.
const HEIGHT: f32 = 64.0;
/// The contrast that makes a pixel stand out.
const CONTRAST: f32 = 3.0;
/// How much of a mark must stand out, in percent.
const ENOUGH: f32 = 50.0;
/// Roles that are grounds.
const GROUNDS: [&str; 8] =
    ["surface", "surface-raised", "primary-soft", "surface-inverse", "primary", "accent", "highlight", "ink"];

/// The first ground that a mark may stand on, and the token of words on it, by the mark's name.
pub(super) type Best = BTreeMap<String, (String, &'static str)>;

/// Marks on grounds, and the first good one of each.
pub(super) fn grounds(brand: &Brand, theme: &Theme, roles: &[Swatch]) -> ((String, Table), Best) {
    let mut best = Best::new();
    let mut table = Writing::new("grounds", &["mark", "name", "token", "label", "#share:0", "good"]);
    let grounds: Vec<&Swatch> = GROUNDS
        .iter()
        .filter_map(|name| roles.iter().find(|swatch| swatch.name() == *name && swatch.color.alpha >= 1.0))
        .collect();
    for mark in brand.marks.values() {
        let Some(pixels) = pixels(mark, theme) else { continue };
        for ground in &grounds {
            let share = standing_out(&pixels, ground.color);
            let dark = ground.color.contrast(Color::WHITE) >= ground.color.contrast(Color::BLACK);
            let label = if dark { "sheet.light" } else { "sheet.dark" };
            let good = if share >= ENOUGH { "yes" } else { "" };
            if share >= ENOUGH {
                best.entry(mark.name.clone()).or_insert_with(|| (ground.path.clone(), label));
            }
            let head = [&mark.name, ground.name(), &ground.path, label].map(text);
            let key = format!("{}/{}", mark.name, ground.path);
            table.add(&key, head.into_iter().chain([number(share.round()), text(good)]));
        }
    }
    (table.done(), best)
}

/// The colours of a mark, a pixel each, clear ones left out.
fn pixels(mark: &Mark, theme: &Theme) -> Option<Vec<Color>> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a mark is no wider than a page")]
    let width = (HEIGHT * mark.aspect).round().clamp(1.0, 4000.0) as u32;
    let drawn = reference(&Artwork::written(mark.colored(theme), (width, 64), 96.0)).ok()?;
    let color = |[red, green, blue, alpha]: &[u8; 4]| (*alpha > 127).then(|| Color::from_rgb8(*red, *green, *blue));
    Some(drawn.rgba().as_chunks().0.iter().filter_map(color).collect())
}

/// How much of a mark stands out from a ground, in percent.
#[expect(clippy::cast_precision_loss, reason = "a few thousand pixels")]
fn standing_out(pixels: &[Color], ground: Color) -> f32 {
    let count = pixels.iter().filter(|pixel| pixel.contrast(ground) >= CONTRAST).count();
    100.0 * count as f32 / pixels.len().max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_stands_out_where_its_pixels_do() {
        let pixels = [Color::BLACK, Color::BLACK, Color::WHITE, Color::BLACK];
        assert!((standing_out(&pixels, Color::WHITE) - 75.0).abs() < 0.01);
        assert!((standing_out(&pixels, Color::BLACK) - 25.0).abs() < 0.01);
    }
}
