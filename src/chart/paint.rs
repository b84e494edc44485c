//! Colours made from the style's: tints, and words that can be read on a colour.

use super::spec::Style;
use crate::color::Color;

/// A colour at a strength (0 to 1) over the ground, opaque.
pub(super) fn tint(color: Color, strength: f32, ground: Color) -> Color {
    color.with_alpha(color.alpha * strength.clamp(0.0, 1.0)).over(ground)
}

/// The colour for words on a ground: of the style's inks and surface the one that stands out most.
pub(super) fn ink_on(ground: Color, style: &Style) -> Color {
    let choices = [style.figure.color, style.surface];
    let best = choices.into_iter().max_by(|a, b| a.contrast(ground).total_cmp(&b.contrast(ground)));
    best.filter(|b| b.contrast(ground) > style.label.color.contrast(ground)).unwrap_or(style.label.color)
}

/// Tints of the accent for a number of shares, strongest first.
pub(super) fn series(style: &Style, index: usize) -> Color {
    const STRENGTHS: [f32; 5] = [1.0, 0.72, 0.5, 0.33, 0.2];
    let strength = STRENGTHS.get(index).copied().unwrap_or(0.14);
    tint(style.accent, strength, style.surface)
}
