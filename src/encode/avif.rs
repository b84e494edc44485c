//! AVIF by rav1e: sRGB said in the AV1 stream itself (CICP 1/13), resolution and XMP in the Exif item.
//!
//! The container writer has no XMP item, so the packet stands in Exif's tag 700, where readers look too.

use super::{Pixels, Settings};

/// Encodes at a quality from 1 to 100.
///
/// # Errors
/// When the encoder fails.
#[cfg(feature = "avif")]
pub(super) fn encode(pixels: &Pixels, settings: &Settings<'_>, quality: u8) -> anyhow::Result<Vec<u8>> {
    use anyhow::Context as _;
    use ravif::{Encoder, Img, RGB8, RGBA8};

    let encoder = Encoder::new()
        .with_quality(f32::from(quality))
        .with_alpha_quality(f32::from(quality))
        .with_speed(10)
        // rav1e cuts a tile for each thread, so that another count would give other bytes.
        .with_num_threads(Some(1))
        .with_exif(super::exif::block(settings.dpi, Some(settings.xmp))?);
    let (width, height) = (usize::try_from(pixels.width())?, usize::try_from(pixels.height())?);
    let samples = pixels.rgba().as_chunks().0.iter();
    let image = if pixels.opaque() {
        let rgb: Vec<RGB8> = samples.map(|[r, g, b, _]| RGB8::new(*r, *g, *b)).collect();
        encoder.encode_rgb(Img::new(rgb.as_slice(), width, height))
    } else {
        let rgba: Vec<RGBA8> = samples.map(|[r, g, b, a]| RGBA8::new(*r, *g, *b, *a)).collect();
        encoder.encode_rgba(Img::new(rgba.as_slice(), width, height))
    };
    Ok(image.context("AVIF pixels")?.avif_file)
}

/// Says which feature is missing.
///
/// # Errors
/// Always.
#[cfg(not(feature = "avif"))]
pub(super) fn encode(_: &Pixels, _: &Settings<'_>, _: u8) -> anyhow::Result<Vec<u8>> {
    anyhow::bail!("this mocban was built without AVIF: build it with the cargo feature `avif`")
}
