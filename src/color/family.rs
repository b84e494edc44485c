//! Families of colours as people ask for them: "the red poster", "the dark one".

use serde::{Deserialize, Serialize};

use super::Color;

/// Colours of less chroma than this are greys to the eye.
const GREY: f32 = 0.12;
/// Greys lighter than this are white.
const WHITE: f32 = 0.86;
/// Greys darker than this are black.
const BLACK: f32 = 0.16;

/// A family of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Family {
    /// Red.
    Red,
    /// Orange and brown.
    Orange,
    /// Yellow and gold.
    Yellow,
    /// Green.
    Green,
    /// Teal and cyan.
    Teal,
    /// Blue.
    Blue,
    /// Violet and purple.
    Purple,
    /// Pink.
    Pink,
    /// White and nearly white.
    White,
    /// Grey.
    Grey,
    /// Black and nearly black.
    Black,
}

impl Family {
    /// Its name, as it is asked for.
    pub fn name(self) -> &'static str {
        match self {
            Self::Red => "red",
            Self::Orange => "orange",
            Self::Yellow => "yellow",
            Self::Green => "green",
            Self::Teal => "teal",
            Self::Blue => "blue",
            Self::Purple => "purple",
            Self::Pink => "pink",
            Self::White => "white",
            Self::Grey => "grey",
            Self::Black => "black",
        }
    }

    /// Whether it has a hue.
    pub fn has_hue(self) -> bool {
        !matches!(self, Self::White | Self::Grey | Self::Black)
    }
}

impl Color {
    /// The family it is taken for; alpha is not looked at.
    pub fn family(self) -> Family {
        let [red, green, blue] = [self.red, self.green, self.blue];
        let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
        let (chroma, lightness) = (most - least, f32::midpoint(most, least));
        if chroma < GREY {
            return match lightness {
                light if light > WHITE => Family::White,
                dark if dark < BLACK => Family::Black,
                _ => Family::Grey,
            };
        }
        let sixth = if most <= red {
            ((green - blue) / chroma).rem_euclid(6.0)
        } else if most <= green {
            (blue - red) / chroma + 2.0
        } else {
            (red - green) / chroma + 4.0
        };
        match sixth * 60.0 {
            hue if !(15.0..345.0).contains(&hue) => {
                if lightness > 0.75 {
                    Family::Pink
                } else {
                    Family::Red
                }
            }
            hue if hue < 42.0 => Family::Orange,
            hue if hue < 70.0 => Family::Yellow,
            hue if hue < 160.0 => Family::Green,
            hue if hue < 197.0 => Family::Teal,
            hue if hue < 258.0 => Family::Blue,
            hue if hue < 295.0 => Family::Purple,
            _ => Family::Pink,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_taken_for_what_people_call_them() {
        for (hex, family) in [
            ("#b5121b", Family::Red),
            ("#da251d", Family::Red),
            ("#f6c9c9", Family::Pink),
            ("#8a4b08", Family::Orange),
            ("#ffd700", Family::Yellow),
            ("#1b7a3d", Family::Green),
            ("#0d9488", Family::Teal),
            ("#1d4ed8", Family::Blue),
            ("#6d28d9", Family::Purple),
            ("#db2777", Family::Pink),
            ("#ffffff", Family::White),
            ("#fbf7f0", Family::White),
            ("#808080", Family::Grey),
            ("#111318", Family::Black),
        ] {
            assert_eq!(Color::from_hex(hex).unwrap().family(), family, "{hex}");
        }
    }
}
