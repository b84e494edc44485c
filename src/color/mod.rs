//! Colours as drawn: sRGB with alpha, WCAG contrast, and how they are seen.

mod family;
mod vision;

pub use family::Family;
pub use vision::Vision;

use std::fmt;

/// A colour in sRGB; each channel from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Color {
    /// Red.
    pub red: f32,
    /// Green.
    pub green: f32,
    /// Blue.
    pub blue: f32,
    /// Opacity.
    pub alpha: f32,
}

impl Color {
    /// Opaque black.
    pub const BLACK: Self = Self { red: 0.0, green: 0.0, blue: 0.0, alpha: 1.0 };
    /// Opaque white.
    pub const WHITE: Self = Self { red: 1.0, green: 1.0, blue: 1.0, alpha: 1.0 };

    /// From 8-bit channels, opaque.
    pub fn from_rgb8(red: u8, green: u8, blue: u8) -> Self {
        Self { red: f32::from(red) / 255.0, green: f32::from(green) / 255.0, blue: f32::from(blue) / 255.0, alpha: 1.0 }
    }

    /// Reads `#rgb`, `#rrggbb` or `#rrggbbaa`.
    pub fn from_hex(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if !digits.is_ascii() {
            return None;
        }
        let wide = match digits.len() {
            3 => digits.chars().flat_map(|c| [c, c]).collect(),
            6 | 8 => digits.to_owned(),
            _ => return None,
        };
        let channel = |at: usize| u8::from_str_radix(wide.get(at..at + 2)?, 16).ok();
        let color = Self::from_rgb8(channel(0)?, channel(2)?, channel(4)?);
        let alpha = if wide.len() == 8 { f32::from(channel(6)?) / 255.0 } else { 1.0 };
        Some(Self { alpha, ..color })
    }

    /// The same colour at another opacity.
    #[must_use]
    pub fn with_alpha(self, alpha: f32) -> Self {
        Self { alpha, ..self }
    }

    /// Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance"); alpha is not looked at.
    pub fn luminance(self) -> f32 {
        let [red, green, blue] = self.light();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Red, green and blue as linear light (IEC 61966-2-1); alpha is not looked at.
    fn light(self) -> [f32; 3] {
        let linear = |c: f32| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) };
        [self.red, self.green, self.blue].map(linear)
    }

    /// Contrast ratio, 1 to 21 (WCAG 2.2 §1.4.3).
    pub fn contrast(self, other: Self) -> f32 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// This colour laid over an opaque one.
    #[must_use]
    pub fn over(self, ground: Self) -> Self {
        let mix = |top: f32, below: f32| top * self.alpha + below * (1.0 - self.alpha);
        Self {
            red: mix(self.red, ground.red),
            green: mix(self.green, ground.green),
            blue: mix(self.blue, ground.blue),
            alpha: 1.0,
        }
    }

    /// Red, green and blue as 8 bits, rounded.
    pub fn to_rgb8(self) -> [u8; 3] {
        [self.red, self.green, self.blue].map(Self::channel)
    }

    /// A channel as 8 bits, rounded.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=255")]
    fn channel(value: f32) -> u8 {
        (value.clamp(0.0, 1.0) * 255.0).round() as u8
    }
}

/// `#rrggbb`, without alpha: SVG takes opacity as an attribute of its own.
impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.to_rgb8();
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn black_on_white_is_21() {
        assert!((Color::BLACK.contrast(Color::WHITE) - 21.0).abs() < 1e-3);
    }

    #[test]
    fn hex_reads_and_prints() {
        assert_eq!(Color::from_hex("#0d9488").map(|c| c.to_string()).as_deref(), Some("#0d9488"));
        assert_eq!(Color::from_hex("#fff"), Some(Color::WHITE));
        assert_eq!(Color::from_hex("#ggg"), None);
        assert_eq!(Color::from_hex("#ééé"), None);
    }
}
