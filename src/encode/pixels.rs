//! Pixels: what is drawn comes in premultiplied, what encoders take goes out straight; opaque ones are packed by whoever wants that.

use anyhow::ensure;

/// A picture in sRGB, 8 bits a channel, rows from the top, without padding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    /// Width in pixels.
    width: u32,
    /// Height in pixels.
    height: u32,
    /// Whether nothing shines through.
    opaque: bool,
    /// RGBA with straight alpha.
    rgba: Vec<u8>,
}

/// Colours, RGBA with straight alpha, rising, each with how many pixels have it.
pub type Tally = Vec<([u8; 4], usize)>;

impl Pixels {
    /// From RGBA whose colours are multiplied by alpha, as drawn.
    ///
    /// # Errors
    /// When the bytes are not `width × height × 4`.
    pub fn from_premultiplied(width: u32, height: u32, mut rgba: Vec<u8>) -> anyhow::Result<Self> {
        let expected = u128::from(width) * u128::from(height) * 4;
        ensure!(rgba.len() as u128 == expected, "{} bytes of pixels, not {expected}", rgba.len());
        let opaque = opaque(&rgba);
        if !opaque {
            rgba.chunks_exact_mut(4).for_each(straighten);
        }
        Ok(Self { width, height, opaque, rgba })
    }

    /// Width in pixels.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Height in pixels.
    pub fn height(&self) -> u32 {
        self.height
    }

    /// Whether nothing shines through.
    pub fn opaque(&self) -> bool {
        self.opaque
    }

    /// RGBA with straight alpha, row by row.
    pub fn rgba(&self) -> &[u8] {
        &self.rgba
    }

    /// RGB over white.
    pub fn on_white(&self) -> Vec<u8> {
        if self.opaque {
            let mut rgb = vec![0; self.rgba.len() / 4 * 3];
            pack(&self.rgba, &mut rgb);
            return rgb;
        }
        let flat = |pixel: &[u8]| {
            let alpha = u32::from(pixel[3]);
            [pixel[0], pixel[1], pixel[2]].map(|channel| divided(u32::from(channel) * alpha + 255 * (255 - alpha), 255))
        };
        self.rgba.chunks_exact(4).flat_map(flat).collect()
    }

    /// The different colours with their counts.
    pub fn tally(&self) -> Tally {
        // Neighbours are mostly alike, so there are few stretches to sort.
        let mut stretches: Tally = Vec::new();
        for color in self.rgba.as_chunks().0 {
            match stretches.last_mut() {
                Some((last, count)) if last == color => *count += 1,
                _ => stretches.push((*color, 1)),
            }
        }
        stretches.sort_unstable();
        let whole = |same: &[([u8; 4], usize)]| (same[0].0, same.iter().map(|(_, count)| count).sum());
        stretches.chunk_by(|a, b| a.0 == b.0).map(whole).collect()
    }

    /// The distinct pixels with straight alpha in rising order, or `None` when there are more than `most`.
    pub fn palette(&self, most: usize) -> Option<Vec<[u8; 4]>> {
        let mut known = std::collections::BTreeSet::new();
        let mut last = None;
        for pixel in self.rgba.as_chunks().0 {
            // Flat graphics repeat a pixel more often than not.
            if last != Some(*pixel) && known.insert(*pixel) && known.len() > most {
                return None;
            }
            last = Some(*pixel);
        }
        Some(known.into_iter().collect())
    }
}

/// Whether nothing shines through: all are looked at, which is quicker than to stop at a pixel.
fn opaque(rgba: &[u8]) -> bool {
    rgba.as_chunks().0.iter().fold(u32::MAX, |all, pixel| all & u32::from_le_bytes(*pixel)) >> 24 == 0xff
}

/// Leaves the fourth byte of each pixel out, eight pixels at once.
pub(super) fn pack(rgba: &[u8], rgb: &mut [u8]) {
    let ((eights, rest), (packed, last)) = (rgba.as_chunks::<32>(), rgb.as_chunks_mut::<24>());
    for (eight, packed) in eights.iter().zip(packed) {
        let mut pairs = [0; 4];
        for (pair, two) in pairs.iter_mut().zip(eight.as_chunks::<8>().0) {
            let two = u64::from_le_bytes(*two);
            *pair = two & 0xff_ffff | two >> 8 & 0xffff_ff00_0000;
        }
        let [a, b, c, d] = pairs;
        let words = [a | b << 48, b >> 16 | c << 32, c >> 32 | d << 16].map(u64::to_le_bytes);
        packed.copy_from_slice(words.as_flattened());
    }
    for ([red, green, blue, _], packed) in rest.as_chunks().0.iter().zip(last.as_chunks_mut().0) {
        *packed = [*red, *green, *blue];
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
    fn packing_keeps_every_pixel_of_any_count_and_sees_what_shines_through() {
        for count in 0..40_u8 {
            let mut rgba: Vec<u8> = (0..count).flat_map(|at| [at, at + 50, at + 100, 255]).collect();
            let pixels = |rgba: &[u8]| Pixels::from_premultiplied(count.into(), 1, rgba.to_vec()).unwrap();
            let expected: Vec<u8> = (0..count).flat_map(|at| [at, at + 50, at + 100]).collect();
            assert_eq!((pixels(&rgba).opaque(), pixels(&rgba).on_white()), (true, expected));
            for at in 0..usize::from(count) {
                rgba[4 * at + 3] = 254;
                assert!(!pixels(&rgba).opaque(), "{at} of {count}");
                rgba[4 * at + 3] = 255;
            }
        }
    }

    #[test]
    fn alpha_is_divided_out_and_flattens_on_white() {
        let pixels = Pixels::from_premultiplied(3, 1, vec![64, 0, 0, 128, 0, 0, 0, 0, 9, 9, 9, 255]).unwrap();
        assert!(!pixels.opaque());
        assert_eq!(pixels.rgba(), [128, 0, 0, 128, 0, 0, 0, 0, 9, 9, 9, 255]);
        assert_eq!(pixels.on_white(), [191, 127, 127, 255, 255, 255, 9, 9, 9]);
    }

    #[test]
    fn a_wrong_length_is_refused() {
        assert!(Pixels::from_premultiplied(2, 2, vec![0; 15]).is_err());
        assert!(Pixels::from_premultiplied(u32::MAX, u32::MAX, vec![0; 15]).is_err());
    }

    #[test]
    fn a_palette_has_each_colour_once() {
        let pixels = Pixels::from_premultiplied(3, 1, vec![9, 9, 9, 255, 1, 1, 1, 255, 9, 9, 9, 255]).unwrap();
        assert_eq!(pixels.palette(2), Some(vec![[1, 1, 1, 255], [9, 9, 9, 255]]));
        assert_eq!(pixels.palette(1), None);
    }
}
