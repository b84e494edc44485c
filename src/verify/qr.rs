//! Codes that a picture shows as QR.

use std::panic::{AssertUnwindSafe, catch_unwind};

use image::imageops::{self, FilterType};
use image::{GrayImage, RgbImage};
use rqrr::PreparedImage;

use super::code::spelled;

/// Longer sides that a picture is looked at in, in pixels: a small code is lost in the second, a coarse one found in it alone.
const LOOKED_AT: [u32; 2] = [1800, 700];

/// The codes in a picture, each once, as they are looked up.
pub(super) fn codes(picture: &RgbImage) -> Vec<String> {
    let grey = imageops::grayscale(picture);
    let mut found: Vec<String> = Vec::new();
    for side in LOOKED_AT {
        // What somebody sends in may be anything; a fault in reading it is no code.
        let said = catch_unwind(AssertUnwindSafe(|| said(&at_most(&grey, side)))).unwrap_or_default();
        for code in said.iter().filter_map(|words| spelled(words)) {
            if !found.contains(&code) {
                found.push(code);
            }
        }
        if !found.is_empty() || grey.width().max(grey.height()) <= side.min(LOOKED_AT[1]) {
            break;
        }
    }
    found
}

/// What the QR codes of a picture say.
fn said(grey: &GrayImage) -> Vec<String> {
    let (width, height) = grey.dimensions();
    let sides = usize::try_from(width).ok().zip(usize::try_from(height).ok());
    let Some((width, height)) = sides else { return Vec::new() };
    let samples = grey.as_raw();
    let sample = |x: usize, y: usize| samples.get(y * width + x).copied().unwrap_or(u8::MAX);
    let mut prepared = PreparedImage::prepare_from_greyscale(width, height, sample);
    let grids = prepared.detect_grids();
    grids.iter().filter_map(|grid| Some(grid.decode().ok()?.1)).collect()
}

/// A picture no larger than so many pixels.
fn at_most(grey: &GrayImage, side: u32) -> GrayImage {
    let longest = grey.width().max(grey.height()).max(1);
    if longest <= side {
        return grey.clone();
    }
    let less = |one: u32| {
        let small = u64::from(one) * u64::from(side) / u64::from(longest);
        u32::try_from(small).unwrap_or(one).max(1)
    };
    imageops::resize(grey, less(grey.width()), less(grey.height()), FilterType::Triangle)
}
