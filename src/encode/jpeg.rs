//! JPEG: 4:4:4, with density, ICC profile, the XMP packet in APP1 and the IPTC-IIM block in APP13.

use std::borrow::Cow;

use anyhow::{Context as _, anyhow, bail, ensure};
use jpeg_encoder::{ColorType, Encoder, PixelDensity, SamplingFactor};

use super::strips::Strips;
use super::{Pixels, Settings, profile};

/// What marks an APP1 segment as XMP (XMP specification part 3, JPEG).
pub(super) const XMP_PREFIX: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
/// What marks an APP13 segment as Photoshop's image resources.
pub(super) const PHOTOSHOP: &[u8] = b"Photoshop 3.0\0";
/// How the resource that is IPTC-IIM begins: signature, number 0x0404, and a name of no letters, padded.
pub(super) const IIM_RESOURCE: &[u8] = b"8BIM\x04\x04\0\0";

/// The most bytes a segment can hold besides its length.
const SEGMENT: usize = 65_533;
/// The marker of the segment that says how large a picture is (ITU-T T.81, table B.1: baseline).
const FRAME: u8 = 0xc0;
/// The last marker before entropy-coded data.
const SCAN: u8 = 0xda;
/// The first of the eight markers between strips.
const RESTART: u8 = 0xd0;
/// The marker that ends a file.
const END: [u8; 2] = [0xff, 0xd9];
/// Rows and columns of a block.
const BLOCK: u32 = 8;

/// Encodes at a quality from 1 to 100; what shines through is laid on white.
///
/// # Errors
/// When a side is longer than 65,535 pixels, the packet does not fit its segment, or the encoder fails.
pub(super) fn encode(pixels: &Pixels, settings: &Settings<'_>, quality: u8) -> anyhow::Result<Vec<u8>> {
    let (width, height) = (side(pixels.width())?, side(pixels.height())?);
    let mut bytes = Vec::new();
    let mut encoder = encoder(&mut bytes, settings, quality)?;
    encoder.set_optimized_huffman_tables(true);
    let (samples, kind) = flat(pixels);
    encoder.encode(&samples, width, height, kind).context("JPEG pixels")?;
    Ok(bytes)
}

/// Encodes an opaque picture from its strips, several at a time; only as many are held. Each is pressed by itself, between restart
/// markers (F.1.1.5.1), so the bytes do not depend on how many. Huffman tables are the standard's, since the picture's own
/// would need all its coefficients at once; the pixels are those of [`encode`].
///
/// # Errors
/// What a strip could not be drawn for; when the encoder fails, or the strips are not the picture.
pub(super) fn encode_strips<E: From<anyhow::Error> + Send>(
    settings: &Settings<'_>,
    quality: u8,
    strips: &Strips<'_, E>,
) -> Result<Vec<u8>, E> {
    let scans = strips.each(|_, strip| Ok((strip.height(), scan(strip, quality)?)))?;
    let rows = scans.first().map_or(0, |(rows, _)| *rows);
    let mut file = head(settings, quality, strips.size, rows)?;
    // Room at once and each scan given back: the file is held once, not twice.
    file.reserve(scans.iter().map(|(_, scan)| scan.len() + END.len()).sum());
    let last = scans.len().saturating_sub(1);
    for (at, (height, scan)) in scans.into_iter().enumerate() {
        file.extend_from_slice(&scan);
        if at < last {
            if height != rows || rows % BLOCK > 0 {
                return Err(anyhow!("a strip of {height} rows is not of whole blocks").into());
            }
            file.extend([0xff, RESTART + (at % 8).to_le_bytes()[0]]);
        }
    }
    file.extend(END);
    Ok(file)
}

/// A strip's entropy-coded data.
fn scan(strip: &Pixels, quality: u8) -> anyhow::Result<Vec<u8>> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, quality);
    encoder.set_sampling_factor(SamplingFactor::F_1_1);
    encoder
        .encode(strip.rgba(), side(strip.width())?, side(strip.height())?, ColorType::Rgba)
        .context("JPEG pixels")?;
    let (_, scan) = segments(&file)?;
    Ok(scan.strip_suffix(&END).context("a JPEG without an end")?.to_vec())
}

/// What a file says before its pixels, which come in strips of so many rows.
fn head(settings: &Settings<'_>, quality: u8, size: (u32, u32), rows: u32) -> anyhow::Result<Vec<u8>> {
    let (width, height) = (side(size.0)?, side(size.1)?);
    let blocks = size.0.div_ceil(BLOCK) * rows.div_ceil(BLOCK);
    let mut file = Vec::new();
    let mut encoder = encoder(&mut file, settings, quality)?;
    encoder.set_restart_interval(u16::try_from(blocks).context("a strip has too many blocks for JPEG")?);
    // Of one row, what stands before it is kept.
    encoder.encode(&vec![0; usize::from(width) * 3], width, 1, ColorType::Rgb).context("JPEG head")?;
    let (segments, scan) = segments(&file)?;
    let kept = file.len() - scan.len();
    // A frame says its precision and then its height (B.2.2), in a segment that begins with marker and length.
    let frame = segments.iter().find(|segment| segment.marker == FRAME).context("a JPEG without a frame")?.at + 5;
    file.get_mut(frame..frame + 2).context("a JPEG without a frame")?.copy_from_slice(&height.to_be_bytes());
    file.truncate(kept);
    Ok(file)
}

/// A segment of a file.
pub(super) struct Segment<'a> {
    /// What it is.
    pub(super) marker: u8,
    /// Where its marker begins.
    at: usize,
    /// What it says.
    pub(super) data: &'a [u8],
}

/// The segments before a picture's own, and all that follows them (B.1.1).
///
/// # Errors
/// When the file is not made of segments.
pub(super) fn segments(file: &[u8]) -> anyhow::Result<(Vec<Segment<'_>>, &[u8])> {
    let mut segments = Vec::new();
    let mut rest = file.strip_prefix(b"\xFF\xD8").context("no signature")?;
    loop {
        let [0xff, marker, high, low, ..] = *rest else { bail!("no segment where one should be") };
        let end = 2 + usize::from(u16::from_be_bytes([high, low]));
        let data = rest.get(4..end).context("a segment is cut")?;
        segments.push(Segment { marker, at: file.len() - rest.len(), data });
        rest = &rest[end..];
        if marker == SCAN {
            return Ok((segments, rest));
        }
    }
}

/// An encoder with all that a file says besides its pixels.
fn encoder<'b>(
    bytes: &'b mut Vec<u8>,
    settings: &Settings<'_>,
    quality: u8,
) -> anyhow::Result<Encoder<&'b mut Vec<u8>>> {
    let packet = [XMP_PREFIX, settings.xmp.as_bytes()].concat();
    ensure!(packet.len() <= SEGMENT, "the metadata is too long for JPEG: {} bytes, at most {SEGMENT}", packet.len());
    let mut encoder = Encoder::new(bytes, quality);
    // Chroma at full resolution: small coloured type would bleed otherwise.
    encoder.set_sampling_factor(SamplingFactor::F_1_1);
    encoder.set_density(PixelDensity::dpi(dots(settings.dpi)));
    encoder.add_app_segment(1, packet).context("JPEG metadata")?;
    if !settings.iim.is_empty() {
        encoder.add_app_segment(13, photoshop(settings.iim)?).context("JPEG metadata")?;
    }
    encoder.add_icc_profile(profile::srgb()?).context("JPEG colour profile")?;
    Ok(encoder)
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
    let (width, height) = (side(pixels.width())?, side(pixels.height())?);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, SMALL);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.set_optimized_huffman_tables(true);
    let (samples, kind) = flat(pixels);
    encoder.encode(&samples, width, height, kind).context("JPEG pixels")?;
    Ok(bytes)
}

/// What the encoder takes: of an opaque picture its pixels as they are, whose alpha it leaves out; of others, RGB over white.
fn flat(pixels: &Pixels) -> (Cow<'_, [u8]>, ColorType) {
    match pixels.opaque() {
        true => (Cow::Borrowed(pixels.rgba()), ColorType::Rgba),
        false => (Cow::Owned(pixels.on_white()), ColorType::Rgb),
    }
}

/// A side as a file has it.
fn side(pixels: u32) -> anyhow::Result<u16> {
    u16::try_from(pixels).context("too large for JPEG")
}

/// Whole dots per inch, at least one.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "casts of floats saturate")]
fn dots(dpi: f32) -> u16 {
    (dpi.round() as u16).max(1)
}
