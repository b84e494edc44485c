//! Colours made from the style's: tints, and words that can be read on a colour.

use super::spec::{Spec, Style};
use crate::color::Color;

/// The least contrast between two series that are told apart without their hues.
const APART: f32 = 1.15;

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

/// The colour of a series: its own, else the style's, else a tint of the accent.
///
/// What tells of the same thing in another way (previous, plan, forecast) shares its colour with what is: only the
/// series of one status have colours of their own.
pub(super) fn series_color(spec: &Spec, index: usize) -> Color {
    let Some(own) = spec.series.get(index) else { return spec.style.accent };
    let alike = |series: &&super::spec::Series| series.status == own.status;
    let at = spec.series.iter().take(index).filter(alike).count();
    let all = spec.series.iter().filter(alike).count();
    let fallback = match spec.style.series.get(at) {
        Some(color) if all > 1 => *color,
        _ => tint(spec.style.accent, even(at, all), spec.style.surface),
    };
    own.color.unwrap_or(fallback)
}

/// Names of two series of one status whose colours are the same in grey, if there are such.
pub fn alike_in_grey(spec: &Spec) -> Option<(&str, &str)> {
    let all: Vec<(Color, &super::spec::Series)> =
        spec.series.iter().enumerate().map(|(index, series)| (series_color(spec, index), series)).collect();
    all.iter().enumerate().find_map(|(index, (color, one))| {
        let later = all.iter().skip(index + 1);
        let twin = later.filter(|(_, other)| other.status == one.status).find(|(c, _)| c.contrast(*color) < APART)?;
        Some((one.label.text.as_str(), twin.1.label.text.as_str()))
    })
}

/// The strength of one of so many tints, evenly apart and none too pale to be seen.
fn even(index: usize, count: usize) -> f32 {
    let (at, last) = (super::scale::many(index), super::scale::many(count.saturating_sub(1).max(1)));
    1.0 - at / last * 0.74
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::pictures::style;

    #[test]
    fn tints_of_up_to_four_series_stay_apart_in_grey() {
        for count in 2..=4 {
            let colors: Vec<Color> =
                (0..count).map(|i| tint(style().accent, even(i, count), style().surface)).collect();
            for pair in colors.windows(2) {
                assert!(pair[0].contrast(pair[1]) > 1.4, "{count}: {}", pair[0].contrast(pair[1]));
            }
            assert!(colors[count - 1].contrast(style().surface) > 1.2);
        }
    }
}
