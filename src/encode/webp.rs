//! WebP: lossless, or lossy at a quality, in an extended container with profile, resolution and XMP.

use anyhow::{Context as _, anyhow, bail};
use webp::{Encoder, WebPConfig};

use super::{Pixels, Settings, exif, profile};

/// Flags of the `VP8X` chunk (RFC 9649, section 2.7.1).
mod flag {
    /// A colour profile follows.
    pub(super) const ICC: u8 = 0x20;
    /// Some pixel is not opaque.
    pub(super) const ALPHA: u8 = 0x10;
    /// An Exif chunk follows.
    pub(super) const EXIF: u8 = 0x08;
    /// An XMP chunk follows.
    pub(super) const XMP: u8 = 0x04;
}

/// How to encode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Without loss.
    Exact,
    /// Without loss, in as few bytes as there is time for.
    Smallest,
    /// At a quality from 1 to 100.
    Lossy(u8),
}

/// Encodes a picture.
///
/// # Errors
/// When a side is longer than 16,383 pixels or the encoder fails.
pub(super) fn encode(pixels: &Pixels, settings: &Settings<'_>, kind: Kind) -> anyhow::Result<Vec<u8>> {
    let mut config = WebPConfig::new().map_err(|()| anyhow!("WebP settings"))?;
    config.thread_level = 0;
    match kind {
        Kind::Lossy(quality) => {
            config.quality = f32::from(quality);
            // libwebp's own sharper conversion: chroma is always halved in lossy WebP, and type suffers from it.
            config.use_sharp_yuv = 1;
        }
        Kind::Exact | Kind::Smallest => {
            config.lossless = 1;
            let large = u64::from(pixels.width()) * u64::from(pixels.height()) > LARGE;
            (config.method, config.quality) = match (kind, large) {
                (Kind::Smallest, false) => SMALLEST,
                (Kind::Smallest, true) | (_, false) => SMALL,
                (_, true) => QUICK,
            };
        }
    }
    let (width, height) = (pixels.width(), pixels.height());
    let encoder = Encoder::from_rgba(pixels.rgba(), width, height);
    let plain = encoder.encode_advanced(&config).map_err(|error| anyhow!("{error:?}")).context("WebP pixels")?;
    contain(&plain, pixels, settings)
}

/// Method (0 to 6) and effort (0 to 100) without loss; on an infographic of 1080 × 2400 pixels half of the PNG's
/// bytes, where lighter settings save nothing against it.
const SMALL: (i32, f32) = (4, 75.0);
/// The same for large pictures, where the small setting takes a minute and more.
const QUICK: (i32, f32) = (2, 0.0);
/// The most that the library has.
const SMALLEST: (i32, f32) = (6, 100.0);
/// From how many pixels on a picture is large.
const LARGE: u64 = 4_000_000;

/// Puts the encoder's bitstream into an extended container (RFC 9649, section 2.7).
fn contain(plain: &[u8], pixels: &Pixels, settings: &Settings<'_>) -> anyhow::Result<Vec<u8>> {
    let alpha = if pixels.opaque() { 0 } else { flag::ALPHA };
    let mut canvas = vec![flag::ICC | flag::EXIF | flag::XMP | alpha, 0, 0, 0];
    for side in [pixels.width(), pixels.height()] {
        canvas.extend(side.saturating_sub(1).to_le_bytes().into_iter().take(3));
    }
    let mut body = b"WEBP".to_vec();
    chunk(&mut body, *b"VP8X", &canvas)?;
    chunk(&mut body, *b"ICCP", profile::srgb()?)?;
    for (name, data) in chunks(plain)? {
        if matches!(&name, b"ALPH" | b"VP8 " | b"VP8L") {
            chunk(&mut body, name, data)?;
        }
    }
    chunk(&mut body, *b"EXIF", &exif::block(settings.dpi, None)?)?;
    chunk(&mut body, *b"XMP ", settings.xmp.as_bytes())?;
    let mut file = Vec::with_capacity(body.len() + 8);
    chunk(&mut file, *b"RIFF", &body)?;
    Ok(file)
}

/// Appends a chunk, padded to an even length.
fn chunk(to: &mut Vec<u8>, name: [u8; 4], data: &[u8]) -> anyhow::Result<()> {
    to.extend(name);
    to.extend(u32::try_from(data.len()).context("a WebP chunk is too long")?.to_le_bytes());
    to.extend(data);
    if data.len() % 2 == 1 {
        to.push(0);
    }
    Ok(())
}

/// The chunks of a file, in order.
///
/// # Errors
/// When the file is cut.
pub(super) fn chunks(file: &[u8]) -> anyhow::Result<Vec<([u8; 4], &[u8])>> {
    let mut rest = file.get(12..).context("a WebP file without a header")?;
    let mut found = Vec::new();
    while let Some((head, tail)) = rest.split_at_checked(8) {
        let (Some(name), Some(length)) = (head.first_chunk::<4>(), head.last_chunk::<4>()) else { break };
        let length = usize::try_from(u32::from_le_bytes(*length))?;
        let Some(data) = tail.get(..length) else { bail!("a WebP chunk is cut") };
        found.push((*name, data));
        rest = tail.get(length + length % 2..).unwrap_or_default();
    }
    Ok(found)
}
