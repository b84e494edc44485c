//! Encodings: pixels to the bytes of a file type.

//!
//! In: [`Pixels`], [`Settings`]. Out: a whole file, with resolution, sRGB profile and XMP packet inside.
//! Bytes depend on nothing but the input: no clock, no thread count.

mod avif;
mod block;
mod carried;
mod deflate;
mod effort;
mod exif;
mod fit;
mod huffman;
mod jpeg;
mod pixels;
mod png;
mod profile;
mod search;
mod smaller;
mod strips;
mod tiff;
mod webp;

pub use carried::{Carried, carried};
pub use fit::{Fitted, encode};
pub use jpeg::small_jpeg;
pub use pixels::{Pixels, Tally};
pub use strips::{Strips, encode_strips};
pub use tiff::TooLong;

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
    /// Tagged Image File Format, without loss.
    Tiff,
    /// Scalable Vector Graphics with text as outlines.
    Svg,
    /// Portable Document Format with live text.
    Pdf,
}

impl Encoding {
    /// All encodings, in the order files are listed.
    pub const ALL: [Self; 7] = [Self::Png, Self::Jpeg, Self::Webp, Self::Avif, Self::Tiff, Self::Svg, Self::Pdf];

    /// The file name's ending, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Webp => "webp",
            Self::Avif => "avif",
            // Three letters, as Photoshop writes them and most desks have them.
            Self::Tiff => "tif",
            Self::Svg => "svg",
            Self::Pdf => "pdf",
        }
    }

    /// The name used in `campaign.toml` and in events.
    pub fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "jpeg",
            Self::Tiff => "tiff",
            other => other.extension(),
        }
    }

    /// Whether it is of pixels and browsers show it.
    pub fn is_for_screens(self) -> bool {
        matches!(self, Self::Png | Self::Jpeg | Self::Webp | Self::Avif)
    }

    /// Whether more time makes its files smaller without changing a pixel.
    pub fn can_be_smaller(self) -> bool {
        matches!(self, Self::Png | Self::Webp | Self::Tiff)
    }

    /// Whether it has a place for an IPTC-IIM block.
    pub fn takes_iim(self) -> bool {
        matches!(self, Self::Jpeg | Self::Tiff)
    }

    /// The longest side in pixels that the file type can hold; `None` for vectors.
    ///
    /// Sources: PNG (third edition) 11.2.1, ITU-T T.81 B.2.2, RFC 9649 2.6, for AVIF the 16 bits of AV1's `frame_width_bits`,
    /// and TIFF 6.0 section 8, `ImageWidth`.
    pub fn longest_side(self) -> Option<u32> {
        match self {
            Self::Png => Some(i32::MAX.unsigned_abs()),
            Self::Jpeg => Some(65_535),
            Self::Webp => Some(16_383),
            Self::Avif => Some(65_535),
            Self::Tiff => Some(u32::MAX),
            Self::Svg | Self::Pdf => None,
        }
    }
}

/// What goes into a file besides its pixels.
#[derive(Debug, Clone, Copy)]
pub struct Settings<'a> {
    /// Pixels per inch.
    pub dpi: f32,
    /// The XMP packet.
    pub xmp: &'a str,
    /// The IPTC-IIM block, which JPEG and TIFF have a place for; may be empty.
    pub iim: &'a [u8],
    /// The most bytes that the whole file may have.
    pub max_bytes: Option<u64>,
    /// Whether time is to be spent on fewer bytes; pixels stay what they are.
    pub small: bool,
}
