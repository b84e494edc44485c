//! Encodings: pixels to the bytes of a file type.

use serde::{Deserialize, Serialize};

/// A file type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Encoding {
    /// Portable Network Graphics.
    Png,
    /// JPEG, 4:4:4.
    Jpeg,
    /// WebP.
    Webp,
    /// AV1 Image File Format.
    Avif,
    /// Scalable Vector Graphics with text as outlines.
    Svg,
    /// Portable Document Format with live text.
    Pdf,
}

impl Encoding {
    /// All encodings, in the order files are listed.
    pub const ALL: [Self; 6] = [Self::Png, Self::Jpeg, Self::Webp, Self::Avif, Self::Svg, Self::Pdf];

    /// The file name's ending, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Webp => "webp",
            Self::Avif => "avif",
            Self::Svg => "svg",
            Self::Pdf => "pdf",
        }
    }

    /// The name used in `campaign.toml` and in events.
    pub fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "jpeg",
            other => other.extension(),
        }
    }
}
