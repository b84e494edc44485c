//! Colours of a set that some readers take for one; see [`Vision`] for how they are seen.

use crate::color::{Color, Vision};

/// Colours nearer than this, in OKLab, are taken for one.
///
/// Measured: in palettes made for colour-blind readers the two nearest colours are 0.05 to 0.16 apart under the worst of
/// the three (Okabe and Ito 0.076, Tol's vibrant 0.061, IBM's 0.052; Tol's bright has one pair at 0.033 under
/// tritanopia), in palettes known to be mistaken 0.007 to 0.04 (Tableau 10 0.007, ColorBrewer Set1 0.035 and
/// Dark2 0.017, a plain red and green 0.039).
pub(super) const LEAST: f32 = 0.05;

/// Two things of a set that are told apart by colour alone, and hardly.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Confusion {
    /// What the one colour stands for.
    pub(super) first: String,
    /// What the other stands for.
    pub(super) second: String,
    /// Who mistakes them.
    pub(super) vision: Vision,
    /// How far apart they are seen.
    pub(super) difference: f32,
}

/// The pair of a set that is hardest to tell apart, if it is nearer than [`LEAST`] to one of some eyes.
pub(super) fn confusion(set: &[(String, Color)], visions: &[Vision]) -> Option<Confusion> {
    let mut worst: Option<Confusion> = None;
    for (at, (first, a)) in set.iter().enumerate() {
        for (second, b) in set[at + 1..].iter().filter(|(_, b)| b != a) {
            for vision in visions {
                let difference = vision.difference(*a, *b);
                if difference < LEAST && worst.as_ref().is_none_or(|known| difference < known.difference) {
                    let (first, second) = (first.clone(), second.clone());
                    worst = Some(Confusion { first, second, vision: *vision, difference });
                }
            }
        }
    }
    worst
}

#[cfg(test)]
mod tests {
    use super::*;

    const EYES: [Vision; 3] = [Vision::Protanopia, Vision::Deuteranopia, Vision::Tritanopia];

    fn worst(hex: &[&str]) -> Option<Confusion> {
        let set: Vec<_> = hex.iter().map(|hex| ((*hex).to_owned(), Color::from_hex(hex).unwrap())).collect();
        confusion(&set, &EYES)
    }

    #[test]
    fn palettes_made_for_colour_blind_readers_pass() {
        let okabe_ito = ["#000000", "#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7"];
        let tol_vibrant = ["#ee7733", "#0077bb", "#33bbee", "#ee3377", "#cc3311", "#009988"];
        let ibm = ["#648fff", "#785ef0", "#dc267f", "#fe6100", "#ffb000"];
        for palette in [&okabe_ito[..], &tol_vibrant, &ibm] {
            assert_eq!(worst(palette), None);
        }
    }

    #[test]
    fn red_and_green_of_one_lightness_are_taken_for_one() {
        let found = worst(&["#d62728", "#2ca02c"]).expect("a confusion");
        assert_eq!(found.vision, Vision::Deuteranopia);
        assert!((found.difference - 0.039).abs() < 0.002, "{found:?}");
        assert!(worst(&["#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd"]).is_some());
    }
}
