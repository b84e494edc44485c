//! Meeting a byte limit: by quality where a file type has one, by harder pressing where it has none.

use anyhow::bail;

use super::effort::Effort;
use super::smaller::{self, shorter};
use super::webp::Kind;
use super::{Encoding, Pixels, Settings, avif, jpeg, png, tiff, webp};

/// The quality of files without a limit, and where the search starts.
pub(super) const BEST: u8 = 90;
/// The lowest quality that is still fit to print.
const FLOOR: u8 = 50;

/// What came of encoding under a limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fitted {
    /// The file, within the limit.
    File(Vec<u8>),
    /// Even the smallest try was larger than the limit.
    TooLarge {
        /// Its size in bytes.
        smallest: u64,
    },
}

/// Encodes a picture at the best quality that meets the limit of its settings.
///
/// # Errors
/// When an encoder fails, or when the encoding is not of pixels.
pub fn encode(pixels: &Pixels, encoding: Encoding, settings: &Settings<'_>) -> anyhow::Result<Fitted> {
    match encoding {
        Encoding::Png if settings.small => smaller::png(pixels, settings, fit_png(pixels, settings)?),
        Encoding::Png => fit_png(pixels, settings),
        Encoding::Jpeg => fit_quality(settings.max_bytes, |quality| jpeg::encode(pixels, settings, quality)),
        Encoding::Webp => fit_webp(pixels, settings),
        Encoding::Avif => fit_quality(settings.max_bytes, |quality| avif::encode(pixels, settings, quality)),
        Encoding::Tiff => fit_tiff(pixels, settings),
        Encoding::Svg | Encoding::Pdf => bail!("{} is not made of pixels", encoding.name()),
    }
}

/// Whether a file meets the limit.
pub(super) fn fits(file: &[u8], limit: Option<u64>) -> bool {
    limit.is_none_or(|limit| file.len() as u64 <= limit)
}

/// Presses harder until it fits; colours are never changed.
fn fit_png(pixels: &Pixels, settings: &Settings<'_>) -> anyhow::Result<Fitted> {
    let usual = png::encode(pixels, settings, Effort::Usual)?;
    if fits(&usual, settings.max_bytes) {
        return Ok(Fitted::File(usual));
    }
    let mut smallest = usual.len();
    // A palette first: where there is one, it saves most and costs least.
    if let Some(file) = png::encode_palette(pixels, settings, Effort::High)? {
        if fits(&file, settings.max_bytes) {
            return Ok(Fitted::File(file));
        }
        smallest = smallest.min(file.len());
    }
    let file = png::encode(pixels, settings, Effort::High)?;
    if fits(&file, settings.max_bytes) {
        return Ok(Fitted::File(file));
    }
    Ok(Fitted::TooLarge { smallest: smallest.min(file.len()) as u64 })
}

/// Presses harder if it does not fit; at once, where a small file is asked for.
fn fit_tiff(pixels: &Pixels, settings: &Settings<'_>) -> anyhow::Result<Fitted> {
    let efforts: &[Effort] = if settings.small { &[Effort::Highest] } else { &[Effort::Usual, Effort::High] };
    let mut smallest = u64::MAX;
    for effort in efforts {
        let file = tiff::encode(pixels, settings, *effort)?;
        if fits(&file, settings.max_bytes) {
            return Ok(Fitted::File(file));
        }
        smallest = smallest.min(file.len() as u64);
    }
    Ok(Fitted::TooLarge { smallest })
}

/// Without loss if that fits, since brand colours shift in lossy WebP; else by quality.
fn fit_webp(pixels: &Pixels, settings: &Settings<'_>) -> anyhow::Result<Fitted> {
    let (limit, smallest) = (settings.max_bytes, || webp::encode(pixels, settings, Kind::Smallest));
    let exact = webp::encode(pixels, settings, Kind::Exact)?;
    if fits(&exact, limit) {
        let exact = Fitted::File(exact);
        return Ok(if settings.small { shorter(exact, smallest()?, limit) } else { exact });
    }
    match fit_quality(limit, |quality| webp::encode(pixels, settings, Kind::Lossy(quality)))? {
        Fitted::TooLarge { smallest } => Ok(Fitted::TooLarge { smallest: smallest.min(exact.len() as u64) }),
        file @ Fitted::File(_) => Ok(file),
    }
}

/// The file of the highest quality between [`FLOOR`] and [`BEST`] that fits, by bisection.
fn fit_quality(limit: Option<u64>, encode: impl Fn(u8) -> anyhow::Result<Vec<u8>>) -> anyhow::Result<Fitted> {
    let best = encode(BEST)?;
    if fits(&best, limit) {
        return Ok(Fitted::File(best));
    }
    let mut file = encode(FLOOR)?;
    if !fits(&file, limit) {
        return Ok(Fitted::TooLarge { smallest: file.len().min(best.len()) as u64 });
    }
    // `fitting` is known to fit and `above` not to; only files seen to fit are kept.
    let (mut fitting, mut above) = (FLOOR, BEST);
    while above - fitting > 1 {
        let middle = fitting + (above - fitting) / 2;
        let try_out = encode(middle)?;
        if fits(&try_out, limit) {
            (fitting, file) = (middle, try_out);
        } else {
            above = middle;
        }
    }
    Ok(Fitted::File(file))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture with a slope and noise, so that quality matters.
    #[expect(clippy::cast_possible_truncation, reason = "any number will do")]
    fn picture(width: u32, height: u32) -> Pixels {
        let mut state = 7_u32;
        let samples = (0..width * height).flat_map(|at| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let noise = (state >> 27) as u8;
            [(at % width) as u8 ^ noise, (at / width) as u8, 90 + noise, 255]
        });
        Pixels::from_premultiplied(width, height, samples.collect()).unwrap()
    }

    fn settings(max_bytes: Option<u64>) -> Settings<'static> {
        Settings { dpi: 96.0, xmp: "<x/>", iim: &[], max_bytes, small: false }
    }

    #[test]
    fn the_search_takes_the_highest_quality_that_fits() {
        for limit in [50_u64, 51, 64, 89, 90, 1000] {
            let Fitted::File(file) = fit_quality(Some(limit), |quality| Ok(vec![0; quality.into()])).unwrap() else {
                panic!("{limit} can be met");
            };
            assert_eq!(file.len() as u64, limit.min(90));
        }
        let missed = fit_quality(Some(49), |quality| Ok(vec![0; quality.into()])).unwrap();
        assert_eq!(missed, Fitted::TooLarge { smallest: 50 });
    }

    #[test]
    fn limits_are_met_with_metadata_counted() {
        let picture = picture(160, 120);
        for encoding in [Encoding::Jpeg, Encoding::Webp] {
            let Fitted::File(free) = encode(&picture, encoding, &settings(None)).unwrap() else { panic!("no limit") };
            let limit = free.len() as u64 * 7 / 10;
            let Fitted::File(file) = encode(&picture, encoding, &settings(Some(limit))).unwrap() else {
                panic!("{encoding:?}: {limit} of {} not met", free.len());
            };
            assert!(file.len() as u64 <= limit);
            let Fitted::TooLarge { smallest } = encode(&picture, encoding, &settings(Some(900))).unwrap() else {
                panic!("900 bytes cannot hold it");
            };
            assert!(smallest > 900);
        }
    }

    #[test]
    fn png_falls_back_on_a_palette_without_loss() {
        let samples = (0..64 * 64_u32).flat_map(|at| [(at.wrapping_mul(2_654_435_761) >> 28) as u8 * 16, 9, 9, 255]);
        let picture = Pixels::from_premultiplied(64, 64, samples.collect()).unwrap();
        let Fitted::File(free) = encode(&picture, Encoding::Png, &settings(None)).unwrap() else { panic!("no limit") };
        let palette = png::encode_palette(&picture, &settings(None), Effort::High).unwrap().unwrap();
        assert!(palette.len() < free.len());
        let limit = Some(palette.len() as u64);
        assert_eq!(encode(&picture, Encoding::Png, &settings(limit)).unwrap(), Fitted::File(palette.clone()));
        let back = image::load_from_memory(&palette).unwrap().to_rgb8();
        assert_eq!(back.as_raw().as_slice(), picture.on_white());
        let missed = encode(&picture, Encoding::Png, &settings(Some(100))).unwrap();
        assert!(matches!(missed, Fitted::TooLarge { smallest } if smallest > 100));
    }

    #[test]
    fn lossless_encodings_give_the_same_pixels_back() {
        let clear = Pixels::from_premultiplied(2, 2, vec![64, 0, 0, 128, 9, 9, 9, 255, 1, 1, 1, 255, 0, 0, 0, 0]);
        let clear = clear.unwrap();
        for encoding in [Encoding::Png, Encoding::Webp, Encoding::Tiff] {
            let Fitted::File(file) = encode(&clear, encoding, &settings(None)).unwrap() else { panic!("no limit") };
            assert_eq!(image::load_from_memory(&file).unwrap().to_rgba8().as_raw().as_slice(), clear.rgba());
            let solid = picture(33, 7);
            let Fitted::File(file) = encode(&solid, encoding, &settings(None)).unwrap() else { panic!("no limit") };
            assert_eq!(image::load_from_memory(&file).unwrap().to_rgb8().as_raw().as_slice(), solid.on_white());
        }
    }

    #[test]
    fn vectors_are_refused_and_bytes_repeat() {
        let picture = picture(40, 30);
        assert!(encode(&picture, Encoding::Pdf, &settings(None)).is_err());
        for encoding in [Encoding::Png, Encoding::Jpeg, Encoding::Webp, Encoding::Tiff] {
            let first = encode(&picture, encoding, &settings(None)).unwrap();
            assert_eq!(first, encode(&picture, encoding, &settings(None)).unwrap());
        }
    }

    #[cfg(feature = "avif")]
    #[test]
    fn avif_is_written_and_repeats() {
        let Fitted::File(file) = encode(&picture(64, 48), Encoding::Avif, &settings(None)).unwrap() else { panic!() };
        assert_eq!(&file[4..12], b"ftypavif");
        assert_eq!(encode(&picture(64, 48), Encoding::Avif, &settings(None)).unwrap(), Fitted::File(file));
    }
}
