//! The types a token can have (Design Tokens 2025.10).

/// A token's type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// `color`.
    Color,
    /// `dimension`.
    Dimension,
    /// `fontFamily`.
    FontFamily,
    /// `fontWeight`.
    FontWeight,
    /// `duration`.
    Duration,
    /// `cubicBezier`.
    CubicBezier,
    /// `number`.
    Number,
    /// `strokeStyle`.
    StrokeStyle,
    /// `border`.
    Border,
    /// `transition`.
    Transition,
    /// `shadow`.
    Shadow,
    /// `gradient`.
    Gradient,
    /// `typography`.
    Typography,
}

/// Every type with the name it has in a file.
pub(super) const KINDS: [(&str, Kind); 13] = [
    ("color", Kind::Color),
    ("dimension", Kind::Dimension),
    ("fontFamily", Kind::FontFamily),
    ("fontWeight", Kind::FontWeight),
    ("duration", Kind::Duration),
    ("cubicBezier", Kind::CubicBezier),
    ("number", Kind::Number),
    ("strokeStyle", Kind::StrokeStyle),
    ("border", Kind::Border),
    ("transition", Kind::Transition),
    ("shadow", Kind::Shadow),
    ("gradient", Kind::Gradient),
    ("typography", Kind::Typography),
];

impl Kind {
    /// The type of a name; case matters.
    pub(super) fn named(name: &str) -> Option<Self> {
        KINDS.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
    }

    /// Its name in a file.
    pub(super) fn name(self) -> &'static str {
        KINDS.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }
}
