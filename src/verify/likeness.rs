//! How alike two pictures look: differences of brightness between neighbouring fields, once as the picture is and once without
//! the plain border around it.
//!
//! It finds candidates and never judges: a forged digit moves fewer fields than an honest photograph of a screen.

use image::imageops::{self, FilterType};
use image::{GrayImage, RgbImage};

/// Fields of a row and of a column.
const SIDE: u32 = 16;
/// Bits of one half of a fingerprint.
const HALF: usize = (SIDE * SIDE) as usize;
/// More bits apart than this, of 512, and two pictures are not candidates. Measured in `tests.rs`.
pub const MOST_DISTANCE: u32 = 90;
/// Longer side of what is looked at, in pixels: finer detail changes no field.
const LOOKED_AT: u32 = 256;
/// How far a channel of a plain border may be from its corner: compression and scaling leave as much.
const PLAIN: u8 = 14;

/// What a picture looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint {
    /// As it is.
    whole: Bits,
    /// Without the plain border; the same when it has none.
    inner: Bits,
}

/// Whether each field is darker than the next one: along rows, then along columns.
type Bits = [u64; 2 * HALF / 64];

impl Fingerprint {
    /// Looks at a picture.
    pub fn of(picture: &RgbImage) -> Self {
        let grey = smaller(picture);
        let whole = bits(&grey);
        let inner = trimmed(&grey).map_or(whole, |inner| bits(&inner));
        Self { whole, inner }
    }

    /// In how many bits two pictures differ, with or without their borders, whichever is nearer.
    pub fn distance(&self, other: &Self) -> u32 {
        let pairs = [
            (&self.whole, &other.whole),
            (&self.inner, &other.inner),
            (&self.inner, &other.whole),
            (&self.whole, &other.inner),
        ];
        pairs.into_iter().map(|(one, other)| apart(one, other)).min().unwrap_or(u32::MAX)
    }
}

/// In how many bits two differ.
fn apart(one: &Bits, other: &Bits) -> u32 {
    one.iter().zip(other).map(|(one, other)| (one ^ other).count_ones()).sum()
}

/// A picture in greys, no larger than is looked at.
fn smaller(picture: &RgbImage) -> GrayImage {
    let (width, height) = picture.dimensions();
    let longest = width.max(height).max(1);
    if longest <= LOOKED_AT {
        return imageops::grayscale(picture);
    }
    let less = |side: u32| (side.saturating_mul(LOOKED_AT) / longest).max(1);
    imageops::grayscale(&imageops::thumbnail(picture, less(width), less(height)))
}

/// The bits of a picture.
fn bits(grey: &GrayImage) -> Bits {
    let mut bits = Bits::default();
    let along = imageops::resize(grey, SIDE + 1, SIDE, FilterType::Triangle);
    let down = imageops::resize(grey, SIDE, SIDE + 1, FilterType::Triangle);
    let mut at = 0;
    for y in 0..SIDE {
        for x in 0..SIDE {
            let darker = [
                along.get_pixel(x, y).0[0] < along.get_pixel(x + 1, y).0[0],
                down.get_pixel(x, y).0[0] < down.get_pixel(x, y + 1).0[0],
            ];
            for (half, darker) in darker.into_iter().enumerate() {
                let bit = at + half * HALF;
                if let Some(word) = bits.get_mut(bit / 64).filter(|_| darker) {
                    *word |= 1 << (bit % 64);
                }
            }
            at += 1;
        }
    }
    bits
}

/// The part inside a plain border; none when there is no border, or nothing but border.
fn trimmed(grey: &GrayImage) -> Option<GrayImage> {
    let (width, height) = grey.dimensions();
    let corner = grey.get_pixel_checked(0, 0)?.0[0];
    let plain = |x: u32, y: u32| grey.get_pixel(x, y).0[0].abs_diff(corner) <= PLAIN;
    let plain_row = |y: &u32| (0..width).all(|x| plain(x, *y));
    let plain_column = |x: &u32| (0..height).all(|y| plain(*x, y));
    let top = (0..height).find(|y| !plain_row(y))?;
    let bottom = (0..height).rev().find(|y| !plain_row(y))?;
    let left = (0..width).find(|x| !plain_column(x))?;
    let right = (0..width).rev().find(|x| !plain_column(x))?;
    let (wide, high) = (right - left + 1, bottom - top + 1);
    let bordered = (wide, high) != (width, height) && wide >= SIDE && high >= SIDE;
    bordered.then(|| imageops::crop_imm(grey, left, top, wide, high).to_image())
}
