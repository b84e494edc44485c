//! How much memory a job's files take while they are made: an estimate, from the size of the surface and the encodings.

use std::num::NonZeroUsize;

use crate::encode::Encoding;
use crate::format::Format;
use crate::paint;

/// What any job takes: frames, drawings, an encoder's tables, the files themselves.
const ANY: u64 = 12 << 20;
/// Bytes a pixel of a canvas: RGBA.
const CANVAS: u64 = 4;

/// Bytes a pixel of a strip that an encoder takes beside it.
const STRIP: u64 = 1;

/// Whether an encoding of a surface is made of strips. One with a limit of bytes is not: it may have to be made again.
pub fn in_strips(format: &Format, encoding: Encoding, small: bool) -> bool {
    let pixels = side(format.trim.width, format.bleed) * side(format.trim.height, format.bleed);
    format.max_bytes.is_none() && encoding.strips_beyond(small).is_some_and(|most| pixels > most)
}

/// Bytes that making these encodings of a surface takes, for one page, on so many threads.
///
/// What is painted in strips takes a strip a thread; whether a page can be is known only when it is laid out, so a page that lets something
/// shine through, or holds a filter, takes more than this.
pub fn need(format: &Format, encodings: &[Encoding], threads: NonZeroUsize, small: bool) -> u64 {
    let (width, height) = (side(format.trim.width, format.bleed), side(format.trim.height, format.bleed));
    let pixels = width * height;
    let rasters = || encodings.iter().filter(|encoding| encoding.longest_side().is_some());
    let striped = |encoding: &Encoding| in_strips(format, *encoding, small);
    // Encoded one after another, over one canvas or a strip of it.
    let whole = rasters().filter(|encoding| !striped(encoding)).map(|encoding| CANVAS + beside(*encoding, small)).max();
    let threads = u64::try_from(threads.get()).unwrap_or(u64::MAX);
    let held = paint::strip_pixels(width, height) * (CANVAS + STRIP);
    let strip = rasters().any(striped).then(|| held.saturating_mul(threads));
    ANY.saturating_add(pixels.saturating_mul(whole.unwrap_or_default()).max(strip.unwrap_or_default()))
}

/// A side of the canvas in pixels, bleed included.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "casts of floats saturate")]
fn side(trim: f32, bleed: f32) -> u64 {
    (trim + 2.0 * bleed).ceil() as u64
}

/// Bytes a pixel that an encoder takes beside the canvas, measured on flat graphics of 19 megapixels and rounded up (ARCHITECTURE.md).
fn beside(encoding: Encoding, small: bool) -> u64 {
    match encoding {
        // The filtered rows as a whole.
        Encoding::Png if small => 4,
        Encoding::Png | Encoding::Tiff => 1,
        // The coefficients of the whole picture, since its Huffman tables are made for it.
        Encoding::Jpeg => 8,
        Encoding::Webp if small => 18,
        Encoding::Webp => 14,
        Encoding::Avif => 26,
        Encoding::Svg | Encoding::Pdf => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Size;

    #[test]
    fn a_strip_is_needed_where_there_are_strips_and_the_canvas_elsewhere() {
        let surface = |width: f32, height: f32, max_bytes: Option<u64>| Format {
            trim: Size { width, height },
            bleed: 0.0,
            max_bytes,
            ..crate::export::tests::format()
        };
        let need =
            |format: &Format, encodings: &[Encoding], small: bool| need(format, encodings, NonZeroUsize::MIN, small);
        let pano = surface(10_000.0, 10_000.0, None);
        let strip = paint::strip_pixels(10_000, 10_000);
        assert!((900_000..=1_100_000).contains(&strip), "{strip}");
        assert_eq!(need(&pano, &[Encoding::Png], false), ANY + strip * 5);
        assert_eq!(need(&pano, &[Encoding::Png, Encoding::Jpeg], false), ANY + strip * 5);
        let three = NonZeroUsize::MIN.saturating_add(2);
        assert_eq!(super::need(&pano, &[Encoding::Png], three, false), ANY + strip * 15);
        assert_eq!(need(&pano, &[Encoding::Png, Encoding::Webp], false), ANY + 100_000_000 * 18);
        assert_eq!(need(&surface(10_000.0, 10_000.0, Some(1)), &[Encoding::Png], false), ANY + 100_000_000 * 5);
        assert_eq!(need(&surface(1000.0, 500.0, None), &[Encoding::Png, Encoding::Svg], false), ANY + 500_000 * 5);
        assert_eq!(need(&pano, &[Encoding::Pdf, Encoding::Svg], false), ANY);
        let poster = surface(4000.0, 5000.0, None);
        for (encoding, usual, small) in
            [(Encoding::Png, 5, 8), (Encoding::Webp, 18, 22), (Encoding::Jpeg, 12, 12), (Encoding::Tiff, 5, 5)]
        {
            let held = |bytes: u64, small| match in_strips(&poster, encoding, small) {
                true => paint::strip_pixels(4000, 5000) * 5,
                false => 20_000_000 * bytes,
            };
            assert_eq!(need(&poster, &[encoding], false), ANY + held(usual, false), "{encoding:?}");
            assert_eq!(need(&poster, &[encoding], true), ANY + held(small, true), "{encoding:?}");
            let striped = [Encoding::Png, Encoding::Tiff].contains(&encoding);
            assert!(!striped || need(&pano, &[encoding], true) == ANY + strip * 5, "{encoding:?}");
        }
        let bled = Format { bleed: 5.0, ..surface(90.0, 40.0, None) };
        assert_eq!(need(&bled, &[Encoding::Png], false), ANY + 100 * 50 * 5);
    }
}
