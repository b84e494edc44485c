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

impl Pixels {
    /// From RGBA whose colours are multiplied by alpha, as drawn; packed to RGB when nothing shines through.
    ///
    /// # Errors
    /// When the bytes are not `width × height × 4`.
    pub fn from_premultiplied(width: u32, height: u32, mut rgba: Vec<u8>) -> anyhow::Result<Self> {
        let expected = u128::from(width) * u128::from(height) * 4;
        ensure!(rgba.len() as u128 == expected, "{} bytes of pixels, not {expected}", rgba.len());
        let opaque = opaque(&rgba);
        if opaque {
            pack(&mut rgba);
        } else {
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

/// Whether nothing shines through; looked at a stretch at a time, which is quicker than to stop at a pixel.
fn opaque(rgba: &[u8]) -> bool {
    let (pixels, _) = rgba.as_chunks::<4>();
    let alpha =
        |stretch: &[[u8; 4]]| stretch.iter().fold(u32::MAX, |all, pixel| all & u32::from_le_bytes(*pixel)) >> 24;
    pixels.chunks(1024).all(|stretch| alpha(stretch) == 0xff)
}

/// Drops every fourth byte in place: a second buffer of a pano would cost hundreds of megabytes.
fn pack(rgba: &mut Vec<u8>) {
    let count = rgba.len() / 4;
    let fours = count / 4;
    for at in 0..fours {
        let Some(block) = rgba.get(at * 16..).and_then(|rest| rest.first_chunk::<16>()) else { break };
        let (pixels, _) = block.as_chunks::<4>();
        let color = |index: usize| u32::from_le_bytes(pixels[index]) & 0x00ff_ffff;
        let (a, b, c, d) = (color(0), color(1), color(2), color(3));
        let packed = [a | b << 24, b >> 8 | c << 16, c >> 16 | d << 8];
        if let Some(place) = rgba.get_mut(at * 12..).and_then(|rest| rest.first_chunk_mut::<12>()) {
            let (words, _) = place.as_chunks_mut::<4>();
            words.iter_mut().zip(packed).for_each(|(word, packed)| *word = packed.to_le_bytes());
        }
    }
    for at in fours * 4..count {
        let [red, green, blue] = [rgba[at * 4], rgba[at * 4 + 1], rgba[at * 4 + 2]];
        [rgba[at * 3], rgba[at * 3 + 1], rgba[at * 3 + 2]] = [red, green, blue];
    }
    rgba.truncate(count * 3);
    rgba.shrink_to_fit();
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
