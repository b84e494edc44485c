//! JPEG: 4:4:4, with density, ICC profile, the XMP packet in APP1 and the IPTC-IIM block in APP13.

use anyhow::{Context as _, ensure};
use jpeg_encoder::{ColorType, Encoder, PixelDensity, SamplingFactor};

use super::{Pixels, Settings, profile};

/// What marks an APP1 segment as XMP (XMP specification part 3, JPEG).
pub(super) const XMP_PREFIX: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
/// What marks an APP13 segment as Photoshop's image resources.
pub(super) const PHOTOSHOP: &[u8] = b"Photoshop 3.0\0";
/// How the resource that is IPTC-IIM begins: signature, number 0x0404, and a name of no letters, padded.
pub(super) const IIM_RESOURCE: &[u8] = b"8BIM\x04\x04\0\0";

/// The most bytes a segment can hold besides its length.
const SEGMENT: usize = 65_533;

/// Encodes at a quality from 1 to 100; what shines through is laid on white.
///
/// # Errors
/// When a side is longer than 65,535 pixels, the packet does not fit its segment, or the encoder fails.
pub(super) fn encode(pixels: &Pixels, settings: &Settings<'_>, quality: u8) -> anyhow::Result<Vec<u8>> {
    let width = u16::try_from(pixels.width()).context("too wide for JPEG")?;
    let height = u16::try_from(pixels.height()).context("too high for JPEG")?;
    let packet = [XMP_PREFIX, settings.xmp.as_bytes()].concat();
    ensure!(packet.len() <= SEGMENT, "the metadata is too long for JPEG: {} bytes, at most {SEGMENT}", packet.len());
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, quality);
    // Chroma at full resolution: small coloured type would bleed otherwise.
    encoder.set_sampling_factor(SamplingFactor::F_1_1);
    encoder.set_optimized_huffman_tables(true);
    encoder.set_density(PixelDensity::dpi(dots(settings.dpi)));
    encoder.add_app_segment(1, packet).context("JPEG metadata")?;
    if !settings.iim.is_empty() {
        encoder.add_app_segment(13, photoshop(settings.iim)?).context("JPEG metadata")?;
    }
    encoder.add_icc_profile(profile::srgb()?).context("JPEG colour profile")?;
    encoder.encode(&pixels.on_white(), width, height, ColorType::Rgb).context("JPEG pixels")?;
    Ok(bytes)
}

/// The IIM block as a resource of Photoshop's, padded to an even length.
fn photoshop(iim: &[u8]) -> anyhow::Result<Vec<u8>> {
    let length = u32::try_from(iim.len()).context("the metadata is too long for JPEG")?;
    let mut segment = [PHOTOSHOP, IIM_RESOURCE, &length.to_be_bytes(), iim].concat();
    if iim.len() % 2 == 1 {
        segment.push(0);
    }
    ensure!(segment.len() <= SEGMENT, "the metadata is too long for JPEG: {} bytes, at most {SEGMENT}", segment.len());
    Ok(segment)
}

/// The quality of small pictures.
const SMALL: u8 = 66;

/// Encodes a small picture for a page that holds hundreds: half the chroma, and nothing inside but pixels, in sRGB as all
/// are. What shines through is laid on white.
///
/// # Errors
/// When a side is longer than 65,535 pixels or the encoder fails.
pub fn small_jpeg(pixels: &Pixels) -> anyhow::Result<Vec<u8>> {
    let width = u16::try_from(pixels.width()).context("too wide for JPEG")?;
    let height = u16::try_from(pixels.height()).context("too high for JPEG")?;
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, SMALL);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.set_optimized_huffman_tables(true);
    encoder.encode(&pixels.on_white(), width, height, ColorType::Rgb).context("JPEG pixels")?;
    Ok(bytes)
}

/// Whole dots per inch, at least one.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "casts of floats saturate")]
fn dots(dpi: f32) -> u16 {
    (dpi.round() as u16).max(1)
}
