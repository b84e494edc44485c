//! PNG: RGB or RGBA, with `pHYs`, `iCCP` and the XMP packet in `iTXt`.

use anyhow::{Context as _, anyhow};
use libdeflater::{CompressionLvl, Compressor};
use png::{BitDepth, ColorType, Encoder, PixelDimensions, Unit, chunk};

use super::deflate::{Deflate, Pressed, zlib};
use super::effort::{Effort, HIGH, HIGHEST};
use super::pixels::pack;
use super::strips::Strips;
use super::{Pixels, Settings, profile};
use crate::units::MM_PER_INCH;

/// Where readers look for XMP in a PNG (XMP specification part 3, PNG).
pub(super) const XMP_KEYWORD: &str = "XML:com.adobe.xmp";

/// A row as it is (PNG, third edition, 9.2).
const NONE: u8 = 0;
/// A row less the one above.
const UP: u8 = 2;
/// The most bytes of one chunk of pixels.
const LARGEST_CHUNK: usize = 1 << 30;

/// Encodes true colour.
///
/// # Errors
/// When the encoder fails.
pub(super) fn encode(pixels: &Pixels, settings: &Settings<'_>, effort: Effort) -> anyhow::Result<Vec<u8>> {
    let (width, height) = (pixels.width(), pixels.height());
    let (color, rows, pixel) = match pixels.opaque() {
        true => (ColorType::Rgb, Rows::packed(pixels), 3),
        false => (ColorType::Rgba, Rows::plain(pixels.rgba(), width as usize * 4), 4),
    };
    file(info((width, height), settings, color)?, settings, &pressed(rows, pixel, effort)?)
}

/// Encodes with a palette, without loss; `None` when the picture has more than 256 colours.
///
/// # Errors
/// When the encoder fails.
pub(super) fn encode_palette(
    pixels: &Pixels,
    settings: &Settings<'_>,
    effort: Effort,
) -> anyhow::Result<Option<Vec<u8>>> {
    let Some(palette) = pixels.palette(256) else { return Ok(None) };
    let place = |pixel: &[u8; 4]| u8::try_from(palette.binary_search(pixel).unwrap_or_default()).unwrap_or_default();
    let places: Vec<u8> = pixels.rgba().as_chunks().0.iter().map(place).collect();
    let mut info = info((pixels.width(), pixels.height()), settings, ColorType::Indexed)?;
    info.palette = Some(palette.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]).collect());
    if !pixels.opaque() {
        info.trns = Some(palette.iter().map(|[.., alpha]| *alpha).collect());
    }
    let pressed = pressed(Rows::plain(&places, pixels.width() as usize), 1, effort)?;
    file(info, settings, &pressed).map(Some)
}

/// Encodes an opaque picture from its strips, several at a time; only as many are held. Each is pressed by itself, so the bytes
/// do not depend on how many.
///
/// # Errors
/// What a strip could not be drawn for; when the encoder fails, or the strips are not the picture.
pub(super) fn encode_strips<E: From<anyhow::Error> + Send>(
    settings: &Settings<'_>,
    strips: &Strips<'_, E>,
) -> Result<Vec<u8>, E> {
    let last = strips.count.saturating_sub(1);
    let pressed = strips.each(|at, strip| Ok(searched(Rows::packed(strip), 3, at == last)))?;
    Ok(file(info(strips.size, settings, ColorType::Rgb)?, settings, &zlib(pressed))?)
}

/// What a file says before its pixels.
pub(super) fn info(
    (width, height): (u32, u32),
    settings: &Settings<'_>,
    color: ColorType,
) -> anyhow::Result<png::Info<'static>> {
    let mut info = png::Info::with_size(width, height);
    info.color_type = color;
    info.bit_depth = BitDepth::Eight;
    info.icc_profile = Some(profile::srgb()?.into());
    let per_meter = per_meter(settings.dpi);
    info.pixel_dims = Some(PixelDimensions { xppu: per_meter, yppu: per_meter, unit: Unit::Meter });
    Ok(info)
}

/// The file around compressed rows.
pub(super) fn file(info: png::Info<'_>, settings: &Settings<'_>, pressed: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(pressed.len() + 4096);
    let mut encoder = Encoder::with_info(&mut bytes, info).context("PNG")?;
    encoder.add_itxt_chunk(XMP_KEYWORD.to_owned(), settings.xmp.to_owned()).context("PNG metadata")?;
    let mut writer = encoder.write_header().context("PNG header")?;
    for part in pressed.chunks(LARGEST_CHUNK) {
        writer.write_chunk(chunk::IDAT, part).context("PNG pixels")?;
    }
    writer.finish().context("PNG end")?;
    Ok(bytes)
}

/// Compressed rows: our own search for whole pixels is several times as quick as a general one, and finds as much of what
/// is drawn. A byte limit is worth more time.
fn pressed(rows: Rows<'_>, pixel: usize, effort: Effort) -> anyhow::Result<Vec<u8>> {
    match effort {
        Effort::Usual => Ok(zlib([searched(rows, pixel, true)])),
        Effort::High => general(rows, HIGH).context("PNG pixels"),
        Effort::Highest => general(rows, HIGHEST).context("PNG pixels"),
    }
}

/// Compressed by our own search for whole pixels; the last stretch of a file says so.
fn searched(mut rows: Rows<'_>, pixel: usize, last: bool) -> Pressed {
    let mut deflate = Deflate::new(rows.stride(), pixel);
    while deflate.row(|to| rows.next(to)) {}
    deflate.finish(last)
}

/// Compressed by a general search.
fn general(mut rows: Rows<'_>, level: i32) -> anyhow::Result<Vec<u8>> {
    let mut all = Vec::new();
    while rows.next(&mut all) {}
    let level = CompressionLvl::new(level).map_err(|_| anyhow!("there is no such level of deflate"))?;
    let mut compressor = Compressor::new(level);
    let mut pressed = vec![0; compressor.zlib_compress_bound(all.len())];
    let length = compressor.zlib_compress(&all, &mut pressed)?;
    pressed.truncate(length);
    Ok(pressed)
}

/// Rows on their way into a file, each after the byte that says how it is filtered.
///
/// Drawn pictures repeat whole rows and runs, which deflate finds best unfiltered; but when a row is longer than
/// deflate's 32 KB window, the row above is out of its sight and must be subtracted by the filter.
pub(super) struct Rows<'a> {
    /// Those to come.
    samples: std::slice::ChunksExact<'a, u8>,
    /// Whether they are RGBA, and packed to RGB.
    packed: bool,
    /// Bytes of a row's pixels in the file.
    bytes: usize,
    /// The row above; nothing where it is in deflate's sight, or there is none.
    above: Vec<u8>,
}

impl<'a> Rows<'a> {
    /// Those of an opaque picture, whose pixels are packed to three bytes.
    pub(super) fn packed(pixels: &'a Pixels) -> Self {
        let width = pixels.width() as usize;
        let samples = pixels.rgba().chunks_exact((width * 4).max(1));
        Self { samples, packed: true, bytes: width * 3, above: Vec::new() }
    }

    /// Those that are as a file has them.
    fn plain(samples: &'a [u8], bytes: usize) -> Self {
        Self { samples: samples.chunks_exact(bytes.max(1)), packed: false, bytes, above: Vec::new() }
    }

    /// Bytes of a row in the file, that of the filter among them.
    pub(super) fn stride(&self) -> usize {
        self.bytes + 1
    }

    /// Puts the next row after what is there; `false` after the last.
    pub(super) fn next(&mut self, to: &mut Vec<u8>) -> bool {
        let Some(row) = self.samples.next() else { return false };
        let (from, wide) = (to.len(), self.bytes >= 32 * 1024);
        to.push(if self.above.is_empty() { NONE } else { UP });
        if self.packed {
            to.resize(from + self.stride(), 0);
            pack(row, &mut to[from + 1..]);
        } else {
            to.extend_from_slice(row);
        }
        if wide {
            let above = std::mem::replace(&mut self.above, to[from + 1..].to_vec());
            to[from + 1..].iter_mut().zip(above).for_each(|(below, above)| *below = below.wrapping_sub(above));
        }
        true
    }
}

/// Pixels per metre from pixels per inch.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "casts of floats saturate")]
fn per_meter(dpi: f32) -> u32 {
    (dpi * 1000.0 / MM_PER_INCH).round() as u32
}
