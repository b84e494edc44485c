//! The rem rule: how large one rem is on a surface.
//!
//! One rem is the size of running text. It follows the surface's size, so that a template keeps its look from a
//! post to a pano, and never falls below what the viewing distance asks for:
//! - most surfaces: √(width × height) / 36;
//! - a ticker shows one or two lines: half its height on LED modules, an eleventh of it on a printed banner;
//! - at least the size whose capitals (0.7 em) are 1/450 of the viewing distance high, the usual limit of useful
//!   reading (zetaprints, as noted in the research on design tools);
//! - LED boards: at least 16 px, so that stacked Vietnamese marks can be told apart; whole pixels.

use super::Shape;
use crate::units::{MM_PER_INCH, Size};

/// Running text is one part in so many of a surface's mean side.
const PARTS_OF_MEAN_SIDE: f32 = 36.0;
/// Letters can be read to so many times their height.
const READING_RATIO: f32 = 450.0;
/// Height of a capital letter, in em.
const CAP_HEIGHT: f32 = 0.7;
/// Smallest rem of an LED board, in pixels.
const LED_FLOOR: f32 = 16.0;
/// A printed banner's height is so many rem.
const BANNER_PARTS: f32 = 11.0;

/// Pixels of one rem, rounded to 0.01, or to whole pixels on a surface that snaps.
pub(super) fn rem(trim: Size, shape: Shape, snap: bool, distance_mm: f32, dpi: f32) -> f32 {
    let mean = (trim.width * trim.height).sqrt() / PARTS_OF_MEAN_SIDE;
    match (shape, snap) {
        (Shape::Ticker, true) => (trim.height / 2.0).floor().max(1.0),
        (_, true) => mean.round().max(LED_FLOOR),
        (Shape::Ticker, false) => hundredth((trim.height / BANNER_PARTS).max(floor(distance_mm, dpi))),
        (_, false) => hundredth(mean.max(floor(distance_mm, dpi))),
    }
}

/// The font size, in pixels, that can just be read from a distance.
pub(super) fn floor(distance_mm: f32, dpi: f32) -> f32 {
    distance_mm / READING_RATIO / CAP_HEIGHT * dpi / MM_PER_INCH
}

/// Rounded to 0.01.
pub(super) fn hundredth(number: f32) -> f32 {
    (number * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_is_a_floor() {
        let size = Size { width: 1000.0, height: 1000.0 };
        assert_eq!(rem(size, Shape::Square, false, 350.0, 72.0), 27.78);
        // 50 m away at 72 dpi: 50,000 / 450 / 0.7 mm = 158.73 mm = 449.94 px.
        assert_eq!(rem(size, Shape::Square, false, 50_000.0, 72.0), 449.94);
    }

    #[test]
    fn boards_have_whole_rems() {
        let ticker = Size { width: 320.0, height: 33.0 };
        assert_eq!(rem(ticker, Shape::Ticker, true, 0.0, 2.54), 16.0);
        let small = Size { width: 64.0, height: 64.0 };
        assert_eq!(rem(small, Shape::Square, true, 0.0, 2.54), 16.0);
        let large = Size { width: 1216.0, height: 608.0 };
        assert_eq!(rem(large, Shape::Wide, true, 0.0, 2.54), 24.0);
    }
}
