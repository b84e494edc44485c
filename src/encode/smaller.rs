//! The same pixels in fewer bytes, for more time: what [`Settings::small`](super::Settings::small) asks for.
//!
//! The usual file is always among those that are compared, so none becomes larger by it.

use std::io::Write;

use anyhow::Context as _;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use png::ColorType;

use super::deflate::{Deflate, zlib};
use super::effort::Effort;
use super::fit::{Fitted, fits};
use super::png::{self as portable, Rows};
use super::strips::Strips;
use super::{Pixels, Settings};

/// Levels of zlib that are tried on rows which come in strips. The lower one looks for repeats less far, and does better
/// where wide rows leave little to find.
const LEVELS: [u32; 2] = [6, 9];

/// The shorter of what there is and another file of the same pixels; a file instead of none, where the other fits.
pub(super) fn shorter(usual: Fitted, other: Vec<u8>, limit: Option<u64>) -> Fitted {
    match usual {
        Fitted::File(file) if file.len() <= other.len() => Fitted::File(file),
        Fitted::TooLarge { smallest } if !fits(&other, limit) => {
            Fitted::TooLarge { smallest: smallest.min(other.len() as u64) }
        }
        _ => Fitted::File(other),
    }
}

/// A PNG pressed as hard as can be, with and without a palette.
///
/// # Errors
/// When the encoder fails.
pub(super) fn png(pixels: &Pixels, settings: &Settings<'_>, usual: Fitted) -> anyhow::Result<Fitted> {
    let fitted = shorter(usual, portable::encode(pixels, settings, Effort::Highest)?, settings.max_bytes);
    Ok(match portable::encode_palette(pixels, settings, Effort::Highest)? {
        Some(file) => shorter(fitted, file, settings.max_bytes),
        None => fitted,
    })
}

/// An opaque PNG whose rows come in strips: what presses hardest wants the whole picture, so those that do not go side by
/// side, and the one that does best is kept. They hold their results and little more.
///
/// # Errors
/// What a strip could not be drawn for; when an encoder fails, or the strips are not the picture.
pub(super) fn png_strips<E: From<anyhow::Error> + Send>(
    settings: &Settings<'_>,
    strips: &Strips<'_, E>,
) -> Result<Vec<u8>, E> {
    let mut usual = Vec::new();
    let mut others = LEVELS.map(|level| ZlibEncoder::new(Vec::new(), Compression::new(level)));
    for (at, strip) in strips.iter().enumerate() {
        let strip = strip?;
        let mut rows = Rows::packed(&strip);
        let mut deflate = Deflate::new(rows.stride(), 3);
        let mut row = Vec::new();
        while rows.next(&mut row) {
            deflate.row(|to| to.extend_from_slice(&row));
            others.iter_mut().try_for_each(|other| other.write_all(&row)).context("PNG pixels")?;
            row.clear();
        }
        usual.push(deflate.finish(at + 1 == strips.count));
    }
    let mut shortest = zlib(usual);
    for other in others {
        let other = other.finish().context("PNG pixels")?;
        if other.len() < shortest.len() {
            shortest = other;
        }
    }
    Ok(portable::file(portable::info(strips.size, settings, ColorType::Rgb)?, settings, &shortest)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encode::{Encoding, encode, encode_strips};

    /// Settings without a limit, for usual or small files.
    fn settings(small: bool) -> Settings<'static> {
        Settings { dpi: 96.0, xmp: "<x/>", iim: b"\x1c\x01Z\0\x03\x1b%G", max_bytes: None, small }
    }

    /// A picture of so many shades, through half of which something shines unless it is opaque.
    #[expect(clippy::cast_possible_truncation, reason = "any number will do")]
    fn picture(width: u32, height: u32, colors: u32, opaque: bool) -> Pixels {
        let sample = |at: u32| {
            let (x, y) = (at % width, at / width);
            let shade = (x / 9 * 7 + y / 5 * 3) % colors;
            [
                (shade & 127) as u8,
                (shade >> 7) as u8,
                60,
                if opaque || x < width / 2 { 255 } else { 128 + (y % 100) as u8 },
            ]
        };
        Pixels::from_premultiplied(width, height, (0..width * height).flat_map(sample).collect()).unwrap()
    }

    /// The pixels of a file.
    fn opened(file: &[u8]) -> image::RgbaImage {
        image::load_from_memory(file).unwrap().into_rgba8()
    }

    #[test]
    fn small_files_are_never_larger_and_hold_the_same_pixels() {
        let pictures = [
            (1, 1, 9, true),
            (400, 300, 100, true),
            (400, 300, 4000, true),
            (333, 200, 900, false),
            (11_003, 21, 700, true),
        ];
        for (width, height, colors, opaque) in pictures {
            let pixels = picture(width, height, colors, opaque);
            for encoding in Encoding::ALL.into_iter().filter(|encoding| encoding.can_be_smaller()) {
                let made = |small| match encode(&pixels, encoding, &settings(small)).unwrap() {
                    Fitted::File(file) => file,
                    Fitted::TooLarge { .. } => panic!("no limit"),
                };
                let (usual, small) = (made(false), made(true));
                assert!(small.len() <= usual.len(), "{encoding:?} {width}: {} over {}", small.len(), usual.len());
                assert!(opened(&small) == opened(&usual), "{encoding:?} {width} × {height}");
                assert!(small == made(true), "{encoding:?}: bytes repeat");
            }
        }
    }

    #[test]
    fn a_limit_is_met_by_the_usual_quality_and_then_by_fewer_bytes() {
        let pixels = picture(400, 300, 4000, true);
        for encoding in [Encoding::Jpeg, Encoding::Webp, Encoding::Png, Encoding::Tiff] {
            let made =
                |max_bytes, small| encode(&pixels, encoding, &Settings { max_bytes, ..settings(small) }).unwrap();
            let Fitted::File(free) = made(None, false) else { panic!("no limit") };
            let limit = free.len() as u64 * 9 / 10;
            match (made(Some(limit), false), made(Some(limit), true)) {
                (Fitted::File(usual), Fitted::File(small)) => {
                    assert!(small.len() <= usual.len(), "{encoding:?}");
                    assert!(opened(&small) == opened(&usual), "{encoding:?}");
                }
                (Fitted::TooLarge { .. }, Fitted::File(small)) => assert!(small.len() as u64 <= limit),
                (Fitted::TooLarge { smallest: usual }, Fitted::TooLarge { smallest }) => assert!(smallest <= usual),
                (Fitted::File(_), Fitted::TooLarge { .. }) => panic!("{encoding:?} does not fit any more"),
            }
        }
    }

    #[test]
    fn small_files_of_strips_are_never_larger_and_hold_the_same_pixels() {
        for (encoding, width) in
            [Encoding::Png, Encoding::Jpeg, Encoding::Tiff].into_iter().flat_map(|e| [(e, 300), (e, 12_003)])
        {
            let pixels = picture(width, 60, 900, true);
            let made = |small| {
                let parts: Vec<&[u8]> = pixels.rgba().chunks(width as usize * 4 * 16).collect();
                let draw = |at: usize| {
                    let rows = u32::try_from(parts[at].len()).unwrap() / 4 / width;
                    Pixels::from_premultiplied(width, rows, parts[at].to_vec())
                };
                let strips = Strips { size: (width, 60), count: parts.len(), draw: &draw };
                encode_strips(encoding, &settings(small), &strips).unwrap()
            };
            let (usual, small) = (made(false), made(true));
            assert!(small.len() <= usual.len(), "{encoding:?} {width}: {} over {}", small.len(), usual.len());
            assert!(opened(&small) == opened(&usual), "{encoding:?} {width}");
        }
    }
}
