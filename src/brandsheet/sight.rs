//! How colours are seen: in grey, and by people who lack one kind of cone.
//!
//! In: a colour. Out: another one. Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of
//! Color Vision Deficiency" (2009), at full severity, on linear light.

use crate::color::Color;

/// A way of seeing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sight {
    /// As most people do.
    Plain,
    /// Printed in grey.
    Grey,
    /// Without red cones.
    Protanopia,
    /// Without green cones.
    Deuteranopia,
    /// Without blue cones.
    Tritanopia,
}

impl Sight {
    /// All, in the order they are shown.
    pub(super) const ALL: [Self; 5] = [Self::Plain, Self::Grey, Self::Protanopia, Self::Deuteranopia, Self::Tritanopia];

    /// Name in tokens and in the keys of words.
    pub(super) fn name(self) -> &'static str {
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

    /// A colour as it is seen.
    pub(super) fn see(self, color: Color) -> Color {
        let light = [color.red, color.green, color.blue].map(linear);
        let [red, green, blue] = self.matrix().map(|row| {
            let sum: f32 = row.iter().zip(light).map(|(share, light)| share * light).sum();
            coded(sum.clamp(0.0, 1.0))
        });
        Color { red, green, blue, alpha: color.alpha }
    }
}

/// How far two colours are apart, times a hundred, in OKLab: 2 is just noticed side by side, 10 is plain at a glance.
pub(super) fn distance(a: Color, b: Color) -> f32 {
    let (a, b) = (oklab(a), oklab(b));
    100.0 * a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f32>().sqrt()
}

/// A colour in OKLab (Björn Ottosson, 2020).
fn oklab(color: Color) -> [f32; 3] {
    let [r, g, b] = [color.red, color.green, color.blue].map(linear);
    let l = (0.412_221_46 * r + 0.536_332_55 * g + 0.051_445_995 * b).cbrt();
    let m = (0.211_903_5 * r + 0.680_699_5 * g + 0.107_396_96 * b).cbrt();
    let s = (0.088_302_46 * r + 0.281_718_85 * g + 0.629_978_7 * b).cbrt();
    [
        0.210_454_26 * l + 0.793_617_8 * m - 0.004_072_047 * s,
        1.977_998_5 * l - 2.428_592_2 * m + 0.450_593_7 * s,
        0.025_904_037 * l + 0.782_771_77 * m - 0.808_675_77 * s,
    ]
}

/// A channel of sRGB as light (IEC 61966-2-1).
fn linear(channel: f32) -> f32 {
    if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
}

/// Light as a channel of sRGB.
fn coded(light: f32) -> f32 {
    if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_and_grey_are_seen_alike_by_all() {
        for sight in Sight::ALL {
            for grey in [0_u8, 64, 128, 255] {
                let color = Color::from_rgb8(grey, grey, grey);
                assert!(distance(sight.see(color), color) < 0.6, "{sight:?} {grey}");
            }
        }
    }

    #[test]
    fn red_and_green_come_together_where_a_cone_is_missing() {
        let (red, green) = (Color::from_rgb8(200, 60, 40), Color::from_rgb8(110, 120, 30));
        let apart = |sight: Sight| distance(sight.see(red), sight.see(green));
        assert!(apart(Sight::Deuteranopia) < apart(Sight::Plain) / 2.0);
        assert!(apart(Sight::Tritanopia) > apart(Sight::Plain) / 2.0);
        // Machado et al. give this for pure red without green cones.
        let seen = Sight::Deuteranopia.see(Color::from_rgb8(255, 0, 0));
        assert_eq!(seen.to_string(), "#a39000");
    }

    #[test]
    fn black_and_white_are_a_hundred_apart() {
        assert!((distance(Color::BLACK, Color::WHITE) - 100.0).abs() < 0.1);
    }
}
