//! Small pictures of released files, for lists.

use std::io::Cursor;

use anyhow::{Context, ensure};
use image::imageops::FilterType;
use image::{ImageReader, Limits};

use crate::encode::{Encoding, Pixels, small_jpeg};
use crate::published::PublicVersion;
use crate::release::ReleasedFile;

/// The longest side of a small picture.
const LONGEST: u32 = 960;
/// The most memory that opening a picture may take.
const MOST_MEMORY: u64 = 1_600_000_000;
/// Pictures of at least so many pixels are large enough for a small one.
const ENOUGH: u64 = 500_000;
/// Pictures of more are slower to open than they are worth while there is another.
const HANDY: u64 = 8_000_000;

/// The file of a version that its small picture is made of: a page's first, one that can be opened, not wastefully large and,
/// of those, the one nearest to a square, which fills a list best.
pub(super) fn source(version: &PublicVersion) -> Option<&ReleasedFile> {
    let opens = |file: &&ReleasedFile| matches!(file.encoding, Encoding::Png | Encoding::Jpeg | Encoding::Webp);
    let pixels = |file: &ReleasedFile| u64::from(file.width) * u64::from(file.height);
    let slender = |file: &ReleasedFile| {
        let (long, short) = (file.width.max(file.height), file.width.min(file.height).max(1));
        u64::from(long) * 100 / u64::from(short)
    };
    let rank = |file: &&ReleasedFile| {
        let size = pixels(file);
        (file.page != 1, size > HANDY, size < ENOUGH, slender(file), size)
    };
    version.asset.files.iter().filter(opens).min_by_key(rank)
}

/// Width and height of the small picture of a file of so many pixels.
pub(super) fn size(width: u32, height: u32) -> (u32, u32) {
    let longest = width.max(height);
    if longest <= LONGEST {
        return (width, height);
    }
    let scaled = |side: u32| {
        let exact = (u64::from(side) * u64::from(LONGEST) + u64::from(longest) / 2) / u64::from(longest);
        u32::try_from(exact).unwrap_or(LONGEST).max(1)
    };
    (scaled(width), scaled(height))
}

/// Makes the small picture of a released file.
///
/// # Errors
/// It cannot be opened, or is far too large.
pub fn preview(bytes: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().context("could not read a picture")?;
    reader.limits(limits);
    let picture = reader.decode().context("could not open a picture")?;
    let (width, height) = size(picture.width(), picture.height());
    ensure!(width > 0 && height > 0, "a picture has no pixels");
    let mut rgba = picture.into_rgba8();
    for pixel in rgba.pixels_mut() {
        let alpha = u16::from(pixel.0[3]);
        for channel in pixel.0.iter_mut().take(3) {
            *channel = u8::try_from(u16::from(*channel) * alpha / 255).unwrap_or(u8::MAX);
        }
    }
    let small = image::imageops::resize(&rgba, width, height, FilterType::Triangle);
    small_jpeg(&Pixels::from_premultiplied(width, height, small.into_raw())?)
}
