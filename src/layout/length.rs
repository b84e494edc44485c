//! Lengths as templates write them, resolved to pixels of the format.

/// What a length's text meant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Length {
    /// Left to the content.
    Auto,
    /// Pixels of the format.
    Px(f32),
    /// A share of the containing box, 0 to 1.
    Share(f32),
    /// A share of the free room in a grid (`fr`).
    Fraction(f32),
}

/// What lengths are resolved against.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    /// Pixels of a rem.
    pub(super) rem: f32,
    /// Pixels of a hairline.
    pub(super) hairline: f32,
}

impl Length {
    /// Reads `auto`, `0`, `1.5rem`, `40%`, `2fr` or `hairline`. Pixels are no unit of a template.
    pub(super) fn parse(text: &str, scale: Scale) -> Option<Self> {
        let number = |suffix: &str| text.strip_suffix(suffix)?.trim().parse::<f32>().ok().filter(|n| n.is_finite());
        match text {
            "auto" => return Some(Self::Auto),
            "0" => return Some(Self::Px(0.0)),
            "hairline" => return Some(Self::Px(scale.hairline)),
            _ => {}
        }
        if let Some(rem) = number("rem") {
            return Some(Self::Px(rem * scale.rem));
        }
        if let Some(percent) = number("%") {
            return Some(Self::Share(percent / 100.0));
        }
        number("fr").filter(|n| *n > 0.0).map(Self::Fraction)
    }

    /// The pixels, when it is a fixed length.
    pub(super) fn px(self) -> Option<f32> {
        match self {
            Self::Px(px) => Some(px),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_a_template() {
        let scale = Scale { rem: 40.0, hairline: 2.0 };
        assert_eq!(Length::parse("1.5rem", scale), Some(Length::Px(60.0)));
        assert_eq!(Length::parse("40%", scale), Some(Length::Share(0.4)));
        assert_eq!(Length::parse("2fr", scale), Some(Length::Fraction(2.0)));
        assert_eq!(Length::parse("hairline", scale), Some(Length::Px(2.0)));
        for wrong in ["12px", "12", "-", "rem", "NaNrem", "infrem", "0fr", ""] {
            assert_eq!(Length::parse(wrong, scale), None, "{wrong}");
        }
    }
}
