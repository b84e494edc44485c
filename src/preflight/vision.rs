//! How far colours are apart, as most people and as colour-blind people see them.
//!
//! Colour blindness is simulated with the matrices of Machado, Oliveira and Fernandes, "A Physiologically-based Model
//! for Simulation of Color Vision Deficiency" (IEEE TVCG 15/6, 2009), severity 1, on linear sRGB; the one for
//! tritanopia is said by its authors to be an approximation. Differences are Euclidean in OKLab (Ottosson, 2020).

use crate::color::Color;

/// Colours nearer than this, in OKLab, are taken for one.
///
/// Measured: in palettes made for colour-blind readers the two nearest colours are 0.05 to 0.16 apart under the worst of
/// the three (Okabe and Ito 0.076, Tol's vibrant 0.061, IBM's 0.052; Tol's bright has one pair at 0.033 under
/// tritanopia), in palettes known to be mistaken 0.007 to 0.04 (Tableau 10 0.007, ColorBrewer Set1 0.035 and
/// Dark2 0.017, a plain red and green 0.039).
pub(super) const LEAST: f32 = 0.05;

/// An eye, or a copier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Vision {
    /// No red cones.
    Protanopia,
    /// No green cones.
    Deuteranopia,
    /// No blue cones.
    Tritanopia,
    /// Lightness alone: a copier.
    Grey,
}

impl Vision {
    /// Its name in messages.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Protanopia => "protanopia",
            Self::Deuteranopia => "deuteranopia",
            Self::Tritanopia => "tritanopia",
            Self::Grey => "grey",
        }
    }

    /// What it makes of linear sRGB.
    fn sees(self, [red, green, blue]: [f32; 3]) -> [f32; 3] {
        let by = |rows: [[f32; 3]; 3]| rows.map(|[r, g, b]| (r * red + g * green + b * blue).clamp(0.0, 1.0));
        match self {
            Self::Protanopia => {
                by([[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]])
            }
            Self::Deuteranopia => {
                by([[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]])
            }
            Self::Tritanopia => {
                by([[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]])
            }
            Self::Grey => by([[0.2126, 0.7152, 0.0722]; 3]),
        }
    }

    /// How far apart it sees two colours.
    pub(super) fn difference(self, a: Color, b: Color) -> f32 {
        let [a, b] = [a, b].map(|color| oklab(self.sees(linear(color))));
        a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f32>().sqrt()
    }
}

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

/// sRGB without its curve.
fn linear(color: Color) -> [f32; 3] {
    [color.red, color.green, color.blue].map(|c| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) })
}

/// Linear sRGB as OKLab.
fn oklab([red, green, blue]: [f32; 3]) -> [f32; 3] {
    let long = (0.412_221_46 * red + 0.536_332_55 * green + 0.051_445_995 * blue).cbrt();
    let medium = (0.211_903_5 * red + 0.680_699_5 * green + 0.107_396_96 * blue).cbrt();
    let short = (0.088_302_46 * red + 0.281_718_85 * green + 0.629_978_7 * blue).cbrt();
    [
        0.210_454_26 * long + 0.793_617_8 * medium - 0.004_072_047 * short,
        1.977_998_5 * long - 2.428_592_2 * medium + 0.450_593_7 * short,
        0.025_904_037 * long + 0.782_771_77 * medium - 0.808_675_77 * short,
    ]
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

    #[test]
    fn grey_sees_lightness_alone() {
        let [red, teal] = ["#a1281e", "#0f6469"].map(|hex| Color::from_hex(hex).unwrap());
        assert!(Vision::Grey.difference(red, teal) < LEAST);
        assert!(Vision::Grey.difference(Color::BLACK, Color::WHITE) > 0.99);
        assert!(Vision::Deuteranopia.difference(red, red) < 1e-6);
    }
}
