//! PNG: RGB or RGBA, with `pHYs`, `iCCP` and the XMP packet in `iTXt`.

use anyhow::Context as _;
use libdeflater::{CompressionLvl, Compressor};
use png::{BitDepth, ColorType, Encoder, PixelDimensions, Unit, chunk};

use super::deflate::{Deflate, zlib};
use super::effort::{Effort, HIGH, HIGHEST};
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
    let color = if pixels.opaque() { ColorType::Rgb } else { ColorType::Rgba };
    write(pixels, settings, effort, color, None, pixels.samples())
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
    let places = pixels.samples().chunks_exact(pixels.channels()).map(|pixel| {
        let at = palette.binary_search_by(|known| known.as_slice().cmp(pixel)).unwrap_or_default();
        u8::try_from(at).unwrap_or_default()
    });
    let places: Vec<u8> = places.collect();
    write(pixels, settings, effort, ColorType::Indexed, Some(&palette), &places).map(Some)
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
    let stride = strips.size.0 as usize * 3;
    let last = strips.count.saturating_sub(1);
    let pressed = strips.each(|at, strip| {
        let mut deflate = Deflate::new(stride + 1, 3);
        rows(strip.samples(), stride, |filter, row| deflate.row(filter, row));
        Ok(deflate.finish(at == last))
    })?;
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

/// Writes the file of a picture that is there as a whole.
fn write(
    pixels: &Pixels,
    settings: &Settings<'_>,
    effort: Effort,
    color: ColorType,
    palette: Option<&[Vec<u8>]>,
    samples: &[u8],
) -> anyhow::Result<Vec<u8>> {
    let mut info = info((pixels.width(), pixels.height()), settings, color)?;
    if let Some(palette) = palette {
        info.palette = Some(palette.iter().flat_map(|pixel| pixel.iter().take(3).copied()).collect());
        if !pixels.opaque() {
            info.trns = Some(palette.iter().filter_map(|pixel| pixel.get(3).copied()).collect());
        }
    }
    let pixel = if palette.is_some() { 1 } else { pixels.channels() };
    let pressed = pressed(samples, pixels.width() as usize * pixel, pixel, effort).context("PNG pixels")?;
    file(info, settings, &pressed)
}

/// Compressed rows: our own search for whole pixels is several times as quick as a general one, and finds as much of what
/// is drawn. A byte limit is worth more time.
fn pressed(samples: &[u8], stride: usize, pixel: usize, effort: Effort) -> anyhow::Result<Vec<u8>> {
    match effort {
        Effort::Usual => Ok(searched(samples, stride, pixel)),
        Effort::High => general(samples, stride, HIGH),
        Effort::Highest => general(samples, stride, HIGHEST),
    }
}

/// Compressed by our own search for whole pixels.
fn searched(samples: &[u8], stride: usize, pixel: usize) -> Vec<u8> {
    let mut deflate = Deflate::new(stride + 1, pixel);
    rows(samples, stride, |filter, row| deflate.row(filter, row));
    zlib([deflate.finish(true)])
}

/// Compressed by a general search.
fn general(samples: &[u8], stride: usize, level: i32) -> anyhow::Result<Vec<u8>> {
    let mut all = Vec::with_capacity(samples.len() + samples.len() / stride.max(1));
    rows(samples, stride, |filter, row| {
        all.push(filter);
        all.extend_from_slice(row);
    });
    let level = CompressionLvl::new(level).map_err(|_| anyhow::anyhow!("there is no such level of deflate"))?;
    let mut compressor = Compressor::new(level);
    let mut pressed = vec![0; compressor.zlib_compress_bound(all.len())];
    let length = compressor.zlib_compress(&all, &mut pressed)?;
    pressed.truncate(length);
    Ok(pressed)
}

/// Gives each row as the file has it, with the byte that says how it is filtered.
///
/// Drawn pictures repeat whole rows and runs, which deflate finds best unfiltered; but when a row is longer than
/// deflate's 32 KB window, the row above is out of its sight and must be subtracted by the filter.
pub(super) fn rows(samples: &[u8], stride: usize, mut take: impl FnMut(u8, &[u8])) {
    let (mut above, mut filtered): (&[u8], _) = (&[], Vec::new());
    for row in samples.chunks_exact(stride.max(1)) {
        if stride < 32 * 1024 || above.is_empty() {
            take(NONE, row);
        } else {
            filtered.clear();
            filtered.extend(row.iter().zip(above).map(|(below, above)| below.wrapping_sub(*above)));
            take(UP, &filtered);
        }
        above = row;
    }
}

/// Pixels per metre from pixels per inch.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "casts of floats saturate")]
fn per_meter(dpi: f32) -> u32 {
    (dpi * 1000.0 / MM_PER_INCH).round() as u32
}
