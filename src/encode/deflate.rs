//! Deflate (RFC 1951) for drawn pictures.
//!
//! A general compressor enters every byte of a picture into its index, though drawn pictures are nearly all runs and
//! rows that repeat the row above, and what differs from both differs by whole pixels (see [`Search`], measured in
//! ARCHITECTURE.md).

use super::block::Block;
use super::huffman::Bits;
use super::search::{Known, Search, WINDOW};

/// Bytes of rows that are gathered before they are searched: with their index they stay in a core's own cache.
const STRIP: usize = 512 * 1024;

/// Rows of pixels on their way into zlib's format (RFC 1950). No more than a strip of them is held at a time.
pub(super) struct Deflate {
    /// Bytes of a row: one that says how it is filtered, and its pixels.
    stride: usize,
    /// Bytes of a pixel.
    pixel: usize,
    /// Rows not yet compressed, and before them what a repeat may still lie in.
    rows: Vec<u8>,
    /// How much of that is compressed.
    old: usize,
    /// Where what was met lies.
    known: Known,
    /// The sum of all bytes.
    sum: simd_adler32::Adler32,
    /// The block that is being filled.
    block: Block,
    /// What is written.
    bits: Bits,
}

impl Deflate {
    /// For rows of `stride` bytes in all, with pixels of `pixel` bytes.
    pub(super) fn new(stride: usize, pixel: usize) -> Self {
        let rows = Vec::with_capacity(WINDOW + STRIP + stride);
        let (sum, block, bits) = (simd_adler32::Adler32::new(), Block::default(), Bits::after(vec![0x78, 0x9c]));
        Self { stride, pixel, rows, old: 0, known: Known::default(), sum, block, bits }
    }

    /// Takes a row, the byte that says how it is filtered first.
    pub(super) fn row(&mut self, row: &[u8]) {
        self.rows.extend_from_slice(row);
        if self.rows.len() - self.old >= STRIP {
            self.press();
        }
    }

    /// The whole file.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.press();
        self.block.write(&mut self.bits, true);
        let mut file = self.bits.finish();
        file.extend(self.sum.finish().to_be_bytes());
        file
    }

    /// Compresses the rows gathered.
    fn press(&mut self) {
        match self.pixel {
            1 => self.searched::<1>(),
            3 => self.searched::<3>(),
            _ => self.searched::<4>(),
        }
        let passed = self.rows.len().saturating_sub(WINDOW);
        self.rows.drain(..passed);
        self.known.pass(passed);
        self.old = self.rows.len();
    }

    /// Searches the rows gathered, whose pixels have so many bytes, for repeats.
    fn searched<const PIXEL: usize>(&mut self) {
        self.sum.write(&self.rows[self.old..]);
        let mut search = Search::<PIXEL>::new(&self.rows, self.old, self.stride, &mut self.known);
        let mut at = self.old;
        while at < self.rows.len() {
            if self.block.full() {
                std::mem::take(&mut self.block).write(&mut self.bits, false);
            }
            at = search.step(at, &mut self.block);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    /// Rows as a file has them.
    fn pressed(data: &[u8], stride: usize, pixel: usize) -> Vec<u8> {
        let mut deflate = Deflate::new(stride, pixel);
        data.chunks_exact(stride).for_each(|row| deflate.row(row));
        deflate.finish()
    }

    /// What comes out again.
    fn opened(file: &[u8]) -> Vec<u8> {
        let mut data = Vec::new();
        flate2::read::ZlibDecoder::new(file).read_to_end(&mut data).unwrap();
        data
    }

    /// Rows of pixels from a rule.
    fn rows(width: usize, height: usize, pixel: usize, rule: impl Fn(usize, usize) -> u32) -> (Vec<u8>, usize) {
        let mut data = Vec::new();
        for y in 0..height {
            data.push(if y % 3 == 1 { 2 } else { 0 });
            (0..width).for_each(|x| data.extend(rule(x, y).to_le_bytes().into_iter().take(pixel)));
        }
        (data, width * pixel + 1)
    }

    #[test]
    #[expect(clippy::cast_possible_truncation, reason = "any number will do")]
    fn every_picture_comes_out_as_it_went_in() {
        let noise = |x: usize, y: usize| ((x * 7919 + y * 104_729) as u32).wrapping_mul(2_654_435_761);
        let rules: [&dyn Fn(usize, usize) -> u32; 6] = [
            &|_, _| 0,
            &|_, _| 0x00ff_ffff,
            &|x, y| (x * y) as u32,
            &noise,
            &|x, y| if (x / 7 + y / 5) % 2 == 0 { 0x0012_3456 } else { noise(x / 3, y) & 0x0303_0303 },
            &|x, y| noise(x % 40, y / 9) >> 28,
        ];
        for rule in rules {
            for (width, height) in [(1, 1), (2, 3), (5, 1), (86, 4), (87, 9), (300, 200), (11_000, 5)] {
                for pixel in [1, 3, 4] {
                    let (data, stride) = rows(width, height, pixel, rule);
                    assert!(opened(&pressed(&data, stride, pixel)) == data, "{width} × {height} × {pixel}");
                }
            }
        }
    }

    #[test]
    fn strips_join() {
        let (data, stride) = rows(700, 600, 3, |x, y| if (x / 9 + y / 300) % 5 == 0 { 0x0012_3456 } else { 0 });
        assert!(data.len() > 2 * STRIP);
        assert!(opened(&pressed(&data, stride, 3)) == data);
    }

    #[test]
    fn flat_pictures_become_small() {
        let (data, stride) = rows(1080, 1080, 3, |_, _| 0x00ff_ffff);
        let file = pressed(&data, stride, 3);
        assert!(file.len() < 9_000, "{} bytes", file.len());
    }
}
