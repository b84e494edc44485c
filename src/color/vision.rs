//! How colours are seen, and how far apart: by most people, by people who lack one kind of cone, and by a copier.
//!
//! Colour blindness is simulated with the matrices of Machado, Oliveira and Fernandes, "A Physiologically-based Model
//! for Simulation of Color Vision Deficiency" (IEEE TVCG 15/6, 2009), severity 1, on linear sRGB; the one for
//! tritanopia is said by its authors to be an approximation. Differences are Euclidean in OKLab (Ottosson, 2020).

use super::Color;

/// An eye, or a copier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vision {
    /// As most people see.
    Plain,
    /// Lightness alone: a copier.
    Grey,
    /// No red cones.
    Protanopia,
    /// No green cones.
    Deuteranopia,
    /// No blue cones.
    Tritanopia,
}

impl Vision {
    /// All, in the order they are shown.
    pub const ALL: [Self; 5] = [Self::Plain, Self::Grey, Self::Protanopia, Self::Deuteranopia, Self::Tritanopia];

    /// Its name in messages and tokens.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Grey => "grey",
            Self::Protanopia => "protanopia",
            Self::Deuteranopia => "deuteranopia",
            Self::Tritanopia => "tritanopia",
        }
    }

    /// What of red, green and blue goes into each.
    fn matrix(self) -> [[f32; 3]; 3] {
        match self {
            Self::Plain => [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
            Self::Grey => [[0.2126, 0.7152, 0.0722]; 3],
            Self::Protanopia => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Self::Deuteranopia => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            Self::Tritanopia => [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        }
    }

    /// What it makes of linear light.
    fn sees(self, light: [f32; 3]) -> [f32; 3] {
        self.matrix().map(|row| row.iter().zip(light).map(|(share, light)| share * light).sum::<f32>().clamp(0.0, 1.0))
    }

    /// A colour as it is seen.
    pub fn see(self, color: Color) -> Color {
        let [red, green, blue] = self.sees(color.light()).map(coded);
        Color { red, green, blue, alpha: color.alpha }
    }

    /// How far apart it sees two colours: 0.02 is just noticed side by side, 0.1 is plain at a glance.
    pub fn difference(self, a: Color, b: Color) -> f32 {
        let [a, b] = [a, b].map(|color| oklab(self.sees(color.light())));
        a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f32>().sqrt()
    }
}

/// Light as a channel of sRGB (IEC 61966-2-1).
fn coded(light: f32) -> f32 {
    if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 }
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

    #[test]
    fn white_and_grey_are_seen_alike_by_all() {
        for vision in Vision::ALL {
            for grey in [0_u8, 64, 128, 255] {
                let color = Color::from_rgb8(grey, grey, grey);
                assert!(Vision::Plain.difference(vision.see(color), color) < 0.006, "{vision:?} {grey}");
            }
        }
    }

    #[test]
    fn oklab_has_its_published_values() {
        // The example values of the article: white is (1, 0, 0), sRGB red (0.628, 0.225, 0.126).
        for (hex, expected) in [("#ffffff", [1.0, 0.0, 0.0]), ("#ff0000", [0.628, 0.225, 0.126])] {
            let lab = oklab(Color::from_hex(hex).unwrap().light());
            assert!(lab.iter().zip(expected).all(|(a, b): (&f32, f32)| (a - b).abs() < 0.001), "{hex}: {lab:?}");
        }
    }

    #[test]
    fn grey_sees_lightness_alone() {
        let [red, teal] = ["#a1281e", "#0f6469"].map(|hex| Color::from_hex(hex).unwrap());
        assert!(Vision::Grey.difference(red, teal) < 0.05);
        assert!(Vision::Grey.difference(Color::BLACK, Color::WHITE) > 0.99);
        assert!(Vision::Deuteranopia.difference(red, red) < 1e-6);
    }

    #[test]
    fn red_and_green_come_together_where_a_cone_is_missing() {
        let (red, green) = (Color::from_rgb8(200, 60, 40), Color::from_rgb8(110, 120, 30));
        let apart = |vision: Vision| vision.difference(red, green);
        assert!(apart(Vision::Deuteranopia) < apart(Vision::Plain) / 2.0);
        assert!(apart(Vision::Tritanopia) > apart(Vision::Plain) / 2.0);
        // Machado et al. give this for pure red without green cones.
        let seen = Vision::Deuteranopia.see(Color::from_rgb8(255, 0, 0));
        assert_eq!(seen.to_string(), "#a39000");
    }
}
