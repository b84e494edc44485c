//! Lengths and amounts as people write them in `formats.toml`: `"1080px"`, `"3mm"`, `"5%"`, `"500kB"`.

use crate::units::MM_PER_INCH;

/// A number with its unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Length {
    /// The number, from zero up and finite.
    number: f32,
    /// The unit.
    unit: Unit,
}

/// Units of a length.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Unit {
    /// Pixels of the surface.
    Pixel,
    /// Millimetres (centimetres and metres are read as such).
    Millimetre,
    /// Hundredths of a reference length.
    Percent,
}

impl Length {
    /// Reads a number directly followed by `px`, `mm`, `cm`, `m` or `%`; a bare `0` needs no unit.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let split = text.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(text.len());
        let (digits, unit) = text.split_at(split);
        let number: f32 = digits.parse().ok().filter(|number: &f32| number.is_finite())?;
        let (unit, scale) = match unit.trim_start() {
            "px" => (Unit::Pixel, 1.0),
            "mm" => (Unit::Millimetre, 1.0),
            "cm" => (Unit::Millimetre, 10.0),
            "m" => (Unit::Millimetre, 1000.0),
            "%" => (Unit::Percent, 1.0),
            "" if number == 0.0 => (Unit::Pixel, 1.0),
            _ => return None,
        };
        Some(Self { number: number * scale, unit })
    }

    /// Whether it is given in millimetres, so that pixels follow from the dpi.
    pub(super) fn is_physical(self) -> bool {
        self.unit == Unit::Millimetre
    }

    /// Whether it is a share of something.
    pub(super) fn is_share(self) -> bool {
        self.unit == Unit::Percent
    }

    /// Millimetres, for a physical length.
    pub(super) fn millimetres(self) -> Option<f32> {
        self.is_physical().then_some(self.number)
    }

    /// Pixels at a resolution; a share is one of `whole` pixels.
    pub(super) fn pixels(self, dpi: f32, whole: f32) -> f32 {
        match self.unit {
            Unit::Pixel => self.number,
            Unit::Millimetre => self.number * dpi / MM_PER_INCH,
            Unit::Percent => self.number * whole / 100.0,
        }
    }
}

/// Reads a whole amount of bytes: `kB`, `MB` count in thousands, `KiB`, `MiB` in 1024s, `B` singly.
pub(super) fn bytes(text: &str) -> Option<u64> {
    let text = text.trim();
    let split = text.find(|c: char| !c.is_ascii_digit())?;
    let (digits, unit) = text.split_at(split);
    let scale = match unit.trim_start() {
        "B" => 1,
        "kB" => 1000,
        "MB" => 1_000_000,
        "KiB" => 1024,
        "MiB" => 1024 * 1024,
        _ => return None,
    };
    digits.parse::<u64>().ok()?.checked_mul(scale).filter(|amount| *amount > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_read_with_their_unit() {
        assert_eq!(Length::parse("1080px").unwrap().pixels(72.0, 0.0), 1080.0);
        assert_eq!(Length::parse("25.4mm").unwrap().pixels(300.0, 0.0), 300.0);
        assert_eq!(Length::parse("1.2m").unwrap().millimetres(), Some(1200.0));
        assert_eq!(Length::parse(" 5 % ").unwrap().pixels(72.0, 1080.0), 54.0);
        assert_eq!(Length::parse("0").unwrap().pixels(72.0, 9.0), 0.0);
        for bad in ["", "px", "12", "-3mm", "1e9px", "3 in", "1.2.3mm", "NaNpx", "infmm", "3mm2", "１px"] {
            assert_eq!(Length::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn bytes_tell_thousands_from_kibi() {
        assert_eq!(bytes("1MB"), Some(1_000_000));
        assert_eq!(bytes("500 kB"), Some(500_000));
        assert_eq!(bytes("1MiB"), Some(1_048_576));
        for bad in ["", "12", "MB", "0B", "1.5MB", "1mb", "99999999999999MiB", "-1B"] {
            assert_eq!(bytes(bad), None, "{bad}");
        }
    }
}
