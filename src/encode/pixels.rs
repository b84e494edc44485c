//! Pixels: what is drawn comes in premultiplied, what encoders take goes out straight and packed.

use std::borrow::Cow;

use anyhow::ensure;

/// A picture in sRGB, 8 bits a channel, rows from the top, without padding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    /// Width in pixels.
    width: u32,
    /// Height in pixels.
    height: u32,
    /// Whether samples are RGB; otherwise they are RGBA with straight alpha.
    opaque: bool,
    /// The samples.
    samples: Vec<u8>,
}

/// Colours, RGBA with straight alpha, rising, each with how many pixels have it.
pub type Tally = Vec<([u8; 4], usize)>;

impl Pixels {
    /// From RGBA whose colours are multiplied by alpha, as drawn; packed to RGB when nothing shines through.
    ///
    /// # Errors
    /// When the bytes are not `width × height × 4`.
    pub fn from_premultiplied(width: u32, height: u32, mut rgba: Vec<u8>) -> anyhow::Result<Self> {
        let expected = u128::from(width) * u128::from(height) * 4;
        ensure!(rgba.len() as u128 == expected, "{} bytes of pixels, not {expected}", rgba.len());
        let opaque = packed(&mut rgba);
        if !opaque {
            rgba.chunks_exact_mut(4).for_each(straighten);
        }
        Ok(Self { width, height, opaque, samples: rgba })
    }

    /// Width in pixels.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Height in pixels.
    pub fn height(&self) -> u32 {
        self.height
    }

    /// Whether samples are RGB; otherwise they are RGBA with straight alpha.
    pub fn opaque(&self) -> bool {
        self.opaque
    }

    /// The samples, row by row.
    pub fn samples(&self) -> &[u8] {
        &self.samples
    }

    /// Bytes of one pixel: 3 or 4.
    pub fn channels(&self) -> usize {
        if self.opaque { 3 } else { 4 }
    }

    /// RGB over white, for encodings without transparency.
    pub fn on_white(&self) -> Cow<'_, [u8]> {
        if self.opaque {
            return Cow::Borrowed(&self.samples);
        }
        let rgb = self.samples.chunks_exact(4).flat_map(|pixel| {
            let alpha = u32::from(pixel[3]);
            [pixel[0], pixel[1], pixel[2]].map(|channel| divided(u32::from(channel) * alpha + 255 * (255 - alpha), 255))
        });
        Cow::Owned(rgb.collect())
    }

    /// The different colours with their counts.
    pub fn tally(&self) -> Tally {
        let rgba = |pixel: &[u8]| match *pixel {
            [red, green, blue] => [red, green, blue, u8::MAX],
            [red, green, blue, alpha] => [red, green, blue, alpha],
            _ => [0; 4],
        };
        // Neighbours are mostly alike, so there are few stretches to sort.
        let pixels = self.samples.chunks_exact(self.channels());
        let mut stretches: Tally = Vec::new();
        for color in pixels.map(rgba) {
            match stretches.last_mut() {
                Some((last, count)) if *last == color => *count += 1,
                _ => stretches.push((color, 1)),
            }
        }
        stretches.sort_unstable();
        let whole = |same: &[([u8; 4], usize)]| (same[0].0, same.iter().map(|(_, count)| count).sum());
        stretches.chunk_by(|a, b| a.0 == b.0).map(whole).collect()
    }

    /// The distinct pixels in rising order, or `None` when there are more than `most`.
    pub fn palette(&self, most: usize) -> Option<Vec<Vec<u8>>> {
        let mut known = std::collections::BTreeSet::new();
        let mut last: &[u8] = &[];
        for pixel in self.samples.chunks_exact(self.channels()) {
            // Flat graphics repeat a pixel more often than not.
            if pixel != last && known.insert(pixel) && known.len() > most {
                return None;
            }
            last = pixel;
        }
        Some(known.into_iter().map(<[u8]>::to_vec).collect())
    }
}

/// Pixels that are looked at and packed while they are at hand.
const STRETCH: usize = 1024;

/// Packs to RGB; `false` when something shines through, and all is as it was.
fn packed(rgba: &mut Vec<u8>) -> bool {
    let count = rgba.len() / 4;
    let mut rgb = [0; STRETCH * 3];
    for from in (0..count).step_by(STRETCH) {
        let to = count.min(from + STRETCH);
        let (pixels, _) = rgba[from * 4..to * 4].as_chunks();
        let (packed, _) = rgb[..(to - from) * 3].as_chunks_mut();
        if !opaque(pixels) {
            unpack(rgba, from);
            return false;
        }
        pack(pixels, packed);
        // In place: a second buffer of a pano would cost hundreds of megabytes.
        rgba[from * 3..to * 3].copy_from_slice(&rgb[..(to - from) * 3]);
    }
    rgba.truncate(count * 3);
    rgba.shrink_to_fit();
    true
}

/// Whether nothing shines through: all are looked at, which is quicker than to stop at a pixel.
fn opaque(pixels: &[[u8; 4]]) -> bool {
    pixels.iter().fold(u32::MAX, |all, pixel| all & u32::from_le_bytes(*pixel)) >> 24 == 0xff
}

/// Leaves the fourth byte of each pixel out, four pixels at once.
fn pack(pixels: &[[u8; 4]], packed: &mut [[u8; 3]]) {
    let ((fours, rest), (threes, last)) = (pixels.as_chunks::<4>(), packed.as_chunks_mut::<4>());
    for (four, three) in fours.iter().zip(threes) {
        let [a, b, c, d] = four.map(|pixel| u32::from_le_bytes(pixel) & 0x00ff_ffff);
        let words = [a | b << 24, b >> 8 | c << 16, c >> 16 | d << 8].map(u32::to_le_bytes);
        three.as_flattened_mut().copy_from_slice(words.as_flattened());
    }
    rest.iter().zip(last).for_each(|([red, green, blue, _], three)| *three = [*red, *green, *blue]);
}

/// Gives so many packed pixels their fourth byte back.
fn unpack(rgba: &mut [u8], count: usize) {
    for at in (0..count).rev() {
        let [red, green, blue] = [rgba[at * 3], rgba[at * 3 + 1], rgba[at * 3 + 2]];
        rgba[at * 4..at * 4 + 4].copy_from_slice(&[red, green, blue, u8::MAX]);
    }
}

/// Divides a pixel's colours by its alpha, rounded; a fully clear pixel becomes clear black.
fn straighten(pixel: &mut [u8]) {
    let alpha = u32::from(pixel[3]);
    for channel in &mut pixel[..3] {
        *channel = if alpha == 0 { 0 } else { divided(u32::from(*channel) * 255, alpha) };
    }
}

/// A rounded quotient as 8 bits, at most 255.
fn divided(sum: u32, by: u32) -> u8 {
    u8::try_from((sum + by / 2) / by).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opaque_pictures_are_packed() {
        let pixels = Pixels::from_premultiplied(2, 1, vec![1, 2, 3, 255, 4, 5, 6, 255]).unwrap();
        assert!(pixels.opaque());
        assert_eq!(pixels.samples(), [1, 2, 3, 4, 5, 6]);
    }

    #[test]
    fn packing_keeps_every_pixel_of_any_count() {
        for count in 0..40_u8 {
            let rgba = (0..count).flat_map(|at| [at, at + 50, at + 100, 255]).collect();
            let pixels = Pixels::from_premultiplied(count.into(), 1, rgba).unwrap();
            let expected: Vec<u8> = (0..count).flat_map(|at| [at, at + 50, at + 100]).collect();
            assert_eq!(pixels.samples(), expected);
        }
    }

    #[test]
    fn what_shines_through_late_is_as_it_was() {
        for last in [0, STRETCH - 1, STRETCH, 3 * STRETCH + 5] {
            let mut rgba: Vec<u8> = (0..=last).flat_map(|at| [at.to_le_bytes()[0], 2, 3, 255]).collect();
            rgba[4 * last..].copy_from_slice(&[0; 4]);
            let pixels = Pixels::from_premultiplied(u32::try_from(last + 1).unwrap(), 1, rgba.clone()).unwrap();
            assert!(!pixels.opaque() && pixels.samples() == rgba, "{last}");
        }
    }

    #[test]
    fn alpha_is_divided_out_and_flattens_on_white() {
        let pixels = Pixels::from_premultiplied(3, 1, vec![64, 0, 0, 128, 0, 0, 0, 0, 9, 9, 9, 255]).unwrap();
        assert!(!pixels.opaque());
        assert_eq!(pixels.samples(), [128, 0, 0, 128, 0, 0, 0, 0, 9, 9, 9, 255]);
        assert_eq!(&*pixels.on_white(), [191, 127, 127, 255, 255, 255, 9, 9, 9]);
    }

    #[test]
    fn a_wrong_length_is_refused() {
        assert!(Pixels::from_premultiplied(2, 2, vec![0; 15]).is_err());
        assert!(Pixels::from_premultiplied(u32::MAX, u32::MAX, vec![0; 15]).is_err());
    }

    #[test]
    fn a_palette_has_each_colour_once() {
        let pixels = Pixels::from_premultiplied(3, 1, vec![9, 9, 9, 255, 1, 1, 1, 255, 9, 9, 9, 255]).unwrap();
        assert_eq!(pixels.palette(2), Some(vec![vec![1, 1, 1], vec![9, 9, 9]]));
        assert_eq!(pixels.palette(1), None);
    }
}
