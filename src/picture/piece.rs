//! The part of a picture that a page shows, written again: no larger than it is drawn, and nothing but pixels.

use anyhow::Context as _;
use image::codecs::png::{CompressionType, FilterType as RowFilter, PngEncoder};
use image::imageops::{self, FilterType};
use image::{ExtendedColorType, ImageEncoder, RgbaImage};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

use super::decode::Decoded;
use super::size;
use crate::units::{Rect, Size};

/// Quality of what was a photograph: its second compression is not seen.
const QUALITY: u8 = 93;

/// A part of a picture, ready to be put into a drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// Media type of the bytes.
    pub media: &'static str,
    /// A PNG or JPEG file.
    pub bytes: Vec<u8>,
    /// Which part of the upright picture it shows, in its pixels: the crop, outwards to whole pixels.
    pub part: Rect,
    /// Width and height of the bytes' own pixels.
    pub pixels: (u32, u32),
}

/// Cuts a part out, makes it as small as it is drawn, and writes it.
pub(super) fn cut(decoded: &Decoded, crop: Rect, drawn: Size) -> anyhow::Result<Piece> {
    let (wide, high) = decoded.pixels.dimensions();
    let ((x, width), (y, height)) = (outwards(crop.x, crop.right(), wide), outwards(crop.y, crop.bottom(), high));
    let part = imageops::crop_imm(&decoded.pixels, x, y, width, height).to_image();
    let opaque = part.pixels().all(|pixel| pixel.0[3] == u8::MAX);
    let shown = (fewer(width, drawn.width / crop.width), fewer(height, drawn.height / crop.height));
    let part = if shown == (width, height) { part } else { smaller(part, shown, opaque) };
    let bytes = if decoded.lossy && opaque { jpeg(&part)? } else { png(&part, opaque)? };
    let media = if decoded.lossy && opaque { "image/jpeg" } else { "image/png" };
    let (corner, extent) = (size(x, y), size(width, height));
    let part = Rect::new(corner.width, corner.height, extent.width, extent.height);
    Ok(Piece { media, bytes, part, pixels: shown })
}

/// A stretch of pixels outwards to whole ones inside the picture: its start and length, at least one pixel.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "casts of floats saturate")]
fn outwards(from: f32, to: f32, most: u32) -> (u32, u32) {
    // A thousandth is a rounding error, not a part of a pixel.
    let start = ((from + 0.001).floor().max(0.0) as u32).min(most.saturating_sub(1));
    let end = ((to - 0.001).ceil().max(0.0) as u32).clamp(start + 1, most.max(start + 1));
    (start, end - start)
}

/// How many pixels of so many are enough at a scale; never more than there are.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "casts of floats saturate")]
fn fewer(pixels: u32, scale: f32) -> u32 {
    let wanted = (size(pixels, 0).width * scale).ceil().max(1.0) as u32;
    if scale.is_finite() { wanted.min(pixels) } else { pixels }
}

/// A smaller picture; colours count by how much of them is seen.
fn smaller(mut part: RgbaImage, (width, height): (u32, u32), opaque: bool) -> RgbaImage {
    if opaque {
        return imageops::resize(&part, width, height, FilterType::CatmullRom);
    }
    for pixel in part.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0;
        pixel.0 = [by(red, alpha), by(green, alpha), by(blue, alpha), alpha];
    }
    let mut small = imageops::resize(&part, width, height, FilterType::CatmullRom);
    for pixel in small.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0;
        pixel.0 = [apart(red, alpha), apart(green, alpha), apart(blue, alpha), alpha];
    }
    small
}

/// A channel multiplied by alpha.
fn by(channel: u8, alpha: u8) -> u8 {
    u8::try_from((u32::from(channel) * u32::from(alpha) + 127) / 255).unwrap_or(u8::MAX)
}

/// A channel divided by alpha.
fn apart(channel: u8, alpha: u8) -> u8 {
    let alpha = u32::from(alpha);
    let straight = (u32::from(channel) * 255 + alpha / 2).checked_div(alpha).unwrap_or(0);
    u8::try_from(straight).unwrap_or(u8::MAX)
}

/// Red, green and blue alone.
fn rgb(part: &RgbaImage) -> Vec<u8> {
    part.pixels().flat_map(|pixel| [pixel.0[0], pixel.0[1], pixel.0[2]]).collect()
}

/// A JPEG file without anything beside the pixels.
fn jpeg(part: &RgbaImage) -> anyhow::Result<Vec<u8>> {
    let width = u16::try_from(part.width()).context("too wide for JPEG")?;
    let height = u16::try_from(part.height()).context("too high for JPEG")?;
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, QUALITY);
    encoder.set_sampling_factor(SamplingFactor::F_1_1);
    encoder.encode(&rgb(part), width, height, ColorType::Rgb).context("JPEG pixels")?;
    Ok(bytes)
}

/// A PNG file without anything beside the pixels.
fn png(part: &RgbaImage, opaque: bool) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Fast, RowFilter::Adaptive);
    let (width, height) = part.dimensions();
    if opaque {
        encoder.write_image(&rgb(part), width, height, ExtendedColorType::Rgb8).context("PNG pixels")?;
    } else {
        encoder.write_image(part, width, height, ExtendedColorType::Rgba8).context("PNG pixels")?;
    }
    Ok(bytes)
}
