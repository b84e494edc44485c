//! JPEG: 4:4:4, with density, ICC profile, the XMP packet in APP1 and the IPTC-IIM block in APP13.

use std::cell::RefCell;

use anyhow::{Context as _, anyhow, ensure};
use jpeg_encoder::{ColorType, Encoder, ImageBuffer, JpegColorType, PixelDensity, SamplingFactor, rgb_to_ycbcr};

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

/// Encodes at a quality from 1 to 100; what shines through is laid on white.
///
/// # Errors
/// When a side is longer than 65,535 pixels, the packet does not fit its segment, or the encoder fails.
pub(super) fn encode(pixels: &Pixels, settings: &Settings<'_>, quality: u8) -> anyhow::Result<Vec<u8>> {
    let width = u16::try_from(pixels.width()).context("too wide for JPEG")?;
    let height = u16::try_from(pixels.height()).context("too high for JPEG")?;
    let mut bytes = Vec::new();
    let mut encoder = encoder(&mut bytes, settings, quality)?;
    encoder.set_optimized_huffman_tables(true);
    encoder.encode(&pixels.on_white(), width, height, ColorType::Rgb).context("JPEG pixels")?;
    Ok(bytes)
}

/// Encodes an opaque picture whose rows come in strips, without holding more than one of them. Its Huffman tables are the
/// standard's, since its own would need all coefficients of the picture at once; the pixels are those of [`encode`].
///
/// # Errors
/// What a strip could not be drawn for; when the encoder fails, or the strips are not the picture.
pub(super) fn encode_strips<E: From<anyhow::Error>>(
    settings: &Settings<'_>,
    quality: u8,
    strips: &Strips<'_, E>,
) -> Result<Vec<u8>, E> {
    let side = |side: u32| u16::try_from(side).context("too large for JPEG");
    let size = (side(strips.size.0)?, side(strips.size.1)?);
    let coming = RefCell::new(Coming { strips: strips.iter(), strip: None, from: 0, failed: None });
    let mut bytes = Vec::new();
    encoder(&mut bytes, settings, quality)?.encode_image(Rows { size, coming: &coming }).context("JPEG pixels")?;
    match coming.into_inner().failed {
        Some(error) => Err(error),
        None => Ok(bytes),
    }
}

/// Strips on their way into a file.
struct Coming<I, E> {
    /// Those to come.
    strips: I,
    /// The one at hand.
    strip: Option<Pixels>,
    /// The row it begins with.
    from: u32,
    /// What went wrong first.
    failed: Option<E>,
}

impl<E: From<anyhow::Error>, I: Iterator<Item = Result<Pixels, E>>> Coming<I, E> {
    /// The samples of a row; rows are asked for from the top, the last perhaps several times. None once something went wrong.
    fn row(&mut self, y: u32, width: u32) -> Option<&[u8]> {
        while self.failed.is_none() && self.strip.as_ref().is_none_or(|strip| y >= self.from + strip.height()) {
            self.from += self.strip.take().map_or(0, |strip| strip.height());
            match self.strips.next() {
                Some(Ok(strip)) => self.strip = Some(strip),
                Some(Err(error)) => self.failed = Some(error),
                None => self.failed = Some(anyhow!("a strip is not of the picture").into()),
            }
        }
        let (strip, stride) = (self.strip.as_ref()?, usize::try_from(width).ok()? * 3);
        strip.samples().chunks_exact(stride).nth(usize::try_from(y - self.from).ok()?)
    }
}

/// The picture as the encoder asks for it, a row at a time.
struct Rows<'a, I, E> {
    /// Width and height.
    size: (u16, u16),
    /// Where rows come from.
    coming: &'a RefCell<Coming<I, E>>,
}

impl<E: From<anyhow::Error>, I: Iterator<Item = Result<Pixels, E>>> ImageBuffer for Rows<'_, I, E> {
    fn get_jpeg_color_type(&self) -> JpegColorType {
        JpegColorType::Ycbcr
    }

    fn width(&self) -> u16 {
        self.size.0
    }

    fn height(&self) -> u16 {
        self.size.1
    }

    fn fill_buffers(&self, y: u16, buffers: &mut [Vec<u8>; 4]) {
        let mut coming = self.coming.borrow_mut();
        let [luma, blue, red, _] = buffers;
        match coming.row(u32::from(y), u32::from(self.size.0)) {
            Some(samples) => {
                for pixel in samples.chunks_exact(3) {
                    let (y, cb, cr) = rgb_to_ycbcr(pixel[0], pixel[1], pixel[2]);
                    luma.push(y);
                    blue.push(cb);
                    red.push(cr);
                }
            }
            // The file is thrown away; the encoder wants its row all the same.
            None => {
                [luma, blue, red].into_iter().for_each(|part| part.resize(part.len() + usize::from(self.size.0), 0));
            }
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
