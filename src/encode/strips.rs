//! Pictures too large to be held: encoded while they are drawn, a strip of rows after another.

use super::{Pixels, Settings, png};

/// Encodes an opaque picture as PNG from its strips, from the top. A limit of bytes cannot be searched for that way.
///
/// # Errors
/// What a strip could not be drawn for, or why the encoder failed.
pub fn encode_strips<E: From<anyhow::Error>>(
    size: (u32, u32),
    settings: &Settings<'_>,
    strips: impl Iterator<Item = Result<Pixels, E>>,
) -> Result<Vec<u8>, E> {
    png::encode_strips(size, settings, strips)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encode::{Encoding, Fitted, encode};

    /// Rows of a slope, RGBA.
    #[expect(clippy::cast_possible_truncation, reason = "any number will do")]
    fn rows(width: u32, from: u32, to: u32) -> Pixels {
        let sample = |y: u32| (0..width).flat_map(move |x| [(x / 90) as u8, (y / 7) as u8, 90, 255]);
        Pixels::from_premultiplied(width, to - from, (from..to).flat_map(sample).collect()).unwrap()
    }

    #[test]
    fn strips_make_the_same_picture_as_the_whole() {
        let settings = Settings { dpi: 72.0, xmp: "<x/>", iim: &[], max_bytes: None };
        for width in [300, 12_000] {
            let whole = rows(width, 0, 40);
            let Fitted::File(file) = encode(&whole, Encoding::Png, &settings).unwrap() else { panic!("no limit") };
            for step in [1, 16, 40] {
                let strips = (0..40).step_by(step as usize).map(|y| anyhow::Ok(rows(width, y, (y + step).min(40))));
                let stripped = encode_strips((width, 40), &settings, strips).unwrap();
                let open = |file: &[u8]| image::load_from_memory(file).unwrap().to_rgb8();
                assert!(open(&stripped) == open(&file), "{width} {step}");
            }
        }
    }

    #[test]
    fn strips_that_are_not_the_picture_are_refused() {
        let settings = Settings { dpi: 72.0, xmp: "<x/>", iim: &[], max_bytes: None };
        let short = std::iter::once(anyhow::Ok(rows(30, 0, 8)));
        assert!(encode_strips((30, 9), &settings, short).is_err());
        let narrow = std::iter::once(anyhow::Ok(rows(29, 0, 9)));
        assert!(encode_strips((30, 9), &settings, narrow).is_err());
    }
}
