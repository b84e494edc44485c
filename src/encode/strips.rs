//! Large pictures: encoded while they are drawn, a strip of rows after another.

use std::cell::Cell;

use anyhow::anyhow;
use rayon::prelude::{IntoParallelIterator, ParallelIterator};

use super::effort::Effort;
use super::fit::BEST;
use super::{Encoding, Pixels, Settings, jpeg, png, smaller, tiff};

/// Pictures of more pixels are made of strips where that is no worse: a strip stays near the processor.
const LARGE: u64 = 1_500_000;
/// Pictures of more pixels are too large to be held.
const HUGE: u64 = 30_000_000;

impl Encoding {
    /// Of how many pixels on a picture is made of strips; none for what cannot be.
    ///
    /// A JPEG of strips has the standard's Huffman tables, and a small PNG is pressed less hard: both are held while they can be.
    pub fn strips_beyond(self, small: bool) -> Option<u64> {
        match self {
            Self::Png if small => Some(HUGE),
            Self::Png | Self::Tiff => Some(LARGE),
            Self::Jpeg => Some(HUGE),
            _ => None,
        }
    }
}

/// An opaque picture that is drawn strip by strip.
pub struct Strips<'a, E> {
    /// Width and height of the whole in pixels.
    pub size: (u32, u32),
    /// How many.
    pub count: usize,
    /// Draws one of them, counted from the top.
    pub draw: &'a (dyn Fn(usize) -> Result<Pixels, E> + Sync),
}

impl<E: From<anyhow::Error> + Send> Strips<'_, E> {
    /// One of them.
    ///
    /// # Errors
    /// Why it could not be drawn, or that it is not of the picture.
    fn one(&self, at: usize) -> Result<Pixels, E> {
        let strip = (self.draw)(at)?;
        if strip.opaque() && strip.width() == self.size.0 {
            Ok(strip)
        } else {
            Err(anyhow!("a strip is not of the picture").into())
        }
    }

    /// What is made of each, in their order; several are drawn and made at a time, and only as many are held.
    ///
    /// # Errors
    /// Of several failures the first; that they are not the whole picture.
    pub(super) fn each<T: Send>(&self, make: impl Fn(usize, &Pixels) -> Result<T, E> + Sync) -> Result<Vec<T>, E> {
        let made = (0..self.count).into_par_iter().map(|at| {
            let strip = self.one(at)?;
            Ok((strip.height(), make(at, &strip)?))
        });
        let made: Vec<Result<(u32, T), E>> = made.collect();
        let (heights, made): (Vec<u32>, Vec<T>) = made.into_iter().collect::<Result<Vec<_>, E>>()?.into_iter().unzip();
        self.whole(heights.iter().sum())?;
        Ok(made)
    }

    /// All of them, one after another, though several are drawn at a time; an error at the end when they are not the whole picture.
    pub(super) fn iter(&self) -> impl Iterator<Item = Result<Pixels, E>> {
        let seen = Cell::new(0);
        let together = rayon::current_num_threads();
        let drawn = (0..self.count).step_by(together).flat_map(move |from| {
            let strips = (from..self.count.min(from + together)).into_par_iter().map(|at| self.one(at));
            strips.collect::<Vec<_>>()
        });
        drawn.map(Some).chain([None]).filter_map(move |strip| match strip {
            Some(strip) => Some(strip.inspect(|strip| seen.set(seen.get() + strip.height()))),
            None => self.whole(seen.get()).err().map(Err),
        })
    }

    /// That so many rows are the whole picture.
    ///
    /// # Errors
    /// When they are not.
    fn whole(&self, rows: u32) -> Result<(), E> {
        let height = self.size.1;
        if rows == height { Ok(()) } else { Err(anyhow!("{rows} rows of {height}").into()) }
    }
}

/// Encodes an opaque picture from its strips. A limit of bytes cannot be searched for that way.
///
/// # Errors
/// What a strip could not be drawn for, or why the encoder failed.
pub fn encode_strips<E: From<anyhow::Error> + Send>(
    encoding: Encoding,
    settings: &Settings<'_>,
    strips: &Strips<'_, E>,
) -> Result<Vec<u8>, E> {
    let effort = if settings.small { Effort::Highest } else { Effort::Usual };
    match encoding {
        Encoding::Png if settings.small => smaller::png_strips(settings, strips),
        Encoding::Png => png::encode_strips(settings, strips),
        Encoding::Jpeg => jpeg::encode_strips(settings, BEST, strips),
        Encoding::Tiff => tiff::encode_strips(settings, effort, strips),
        other => Err(anyhow!("{} is not made of strips", other.name()).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encode::{Fitted, encode};

    /// What is made of strips.
    const STRIPPED: [Encoding; 3] = [Encoding::Png, Encoding::Jpeg, Encoding::Tiff];

    /// Rows of a slope, RGBA.
    #[expect(clippy::cast_possible_truncation, reason = "any number will do")]
    fn rows(width: u32, from: u32, to: u32) -> Pixels {
        let sample = |y: u32| (0..width).flat_map(move |x| [(x / 90) as u8, (y / 7) as u8, 90, 255]);
        Pixels::from_premultiplied(width, to - from, (from..to).flat_map(sample).collect()).unwrap()
    }

    #[test]
    fn strips_make_the_same_picture_as_the_whole() {
        let settings = Settings { dpi: 72.0, xmp: "<x/>", iim: &[], max_bytes: None, small: false };
        for (encoding, width) in STRIPPED.into_iter().flat_map(|e| [(e, 300), (e, 12_003)]) {
            let whole = rows(width, 0, 143);
            let Fitted::File(file) = encode(&whole, encoding, &settings).unwrap() else { panic!("no limit") };
            for step in [8, 16, 143] {
                let draw = |at: usize| {
                    let from = u32::try_from(at).unwrap() * step;
                    anyhow::Ok(rows(width, from, (from + step).min(143)))
                };
                let strips = Strips { size: (width, 143), count: 143_usize.div_ceil(step as usize), draw: &draw };
                let stripped = encode_strips(encoding, &settings, &strips).unwrap();
                let open = |file: &[u8]| image::load_from_memory(file).unwrap().to_rgb8();
                assert!(open(&stripped) == open(&file), "{encoding:?} {width} {step}");
                let xmp = stripped.windows(4).any(|part| part == b"<x/>");
                assert!(xmp, "{encoding:?} says nothing of itself");
            }
        }
    }

    #[test]
    fn bytes_do_not_depend_on_how_many_strips_are_made_at_a_time() {
        let settings = Settings { dpi: 72.0, xmp: "<x/>", iim: &[], max_bytes: None, small: false };
        let draw =
            |at: usize| anyhow::Ok(rows(12_003, u32::try_from(at).unwrap() * 8, u32::try_from(at).unwrap() * 8 + 8));
        let strips = Strips { size: (12_003, 96), count: 12, draw: &draw };
        for encoding in STRIPPED {
            let made = |threads| {
                let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
                pool.install(|| encode_strips(encoding, &settings, &strips)).unwrap()
            };
            let alone = made(1);
            assert!([2, 5].into_iter().all(|threads| made(threads) == alone), "{encoding:?}");
        }
    }

    #[test]
    fn strips_that_are_not_the_picture_are_refused() {
        let settings = Settings { dpi: 72.0, xmp: "<x/>", iim: &[], max_bytes: None, small: false };
        let short = Strips { size: (30, 9), count: 1, draw: &|_| anyhow::Ok(rows(30, 0, 8)) };
        let narrow = Strips { size: (30, 9), count: 1, draw: &|_| anyhow::Ok(rows(29, 0, 9)) };
        let broken = Strips {
            size: (30, 9),
            count: 2,
            draw: &|at| if at == 0 { Ok(rows(30, 0, 4)) } else { Err(anyhow!("drawn badly")) },
        };
        for encoding in STRIPPED {
            assert!(encode_strips(encoding, &settings, &short).is_err());
            assert!(encode_strips(encoding, &settings, &narrow).is_err());
            let error = encode_strips(encoding, &settings, &broken).unwrap_err();
            assert_eq!(error.to_string(), "drawn badly", "{encoding:?}");
        }
        assert!(encode_strips(Encoding::Webp, &settings, &narrow).is_err());
    }
}
