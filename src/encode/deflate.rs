//! Deflate (RFC 1951) for drawn pictures.
//!
//! A general compressor enters every byte of a picture into its index, though drawn pictures are nearly all runs and
//! rows that repeat the row above, and what differs from both differs by whole pixels (see [`Search`], measured in
//! ARCHITECTURE.md).

use super::block::Block;
use super::huffman::Bits;
use super::search::{BEYOND, Known, Search, WINDOW};

/// Bytes of rows that are gathered before they are searched: with their index they stay in a core's own cache.
const STRIP: usize = 128 * 1024;

/// A stretch of compressed rows, which stands by itself.
pub(super) struct Pressed {
    /// Whole blocks of deflate, ended at a byte.
    blocks: Vec<u8>,
    /// The sum of what was compressed (RFC 1950, Adler-32).
    sum: u32,
    /// How many bytes that was.
    length: usize,
}

/// Rows of pixels on their way into deflate. No more than a strip of them is held at a time.
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
        let rows = Vec::with_capacity(WINDOW + STRIP + stride + BEYOND);
        let (sum, block, bits) = (simd_adler32::Adler32::new(), Block::default(), Bits::default());
        Self { stride, pixel, rows, old: 0, known: Known::default(), sum, block, bits }
    }

    /// Takes what `put` puts after the rows that are there: another row, or nothing. Gives what it says.
    pub(super) fn row<T>(&mut self, put: impl FnOnce(&mut Vec<u8>) -> T) -> T {
        let said = put(&mut self.rows);
        if self.rows.len() - self.old >= STRIP {
            self.press();
        }
        said
    }

    /// The stretch; the last one says so.
    pub(super) fn finish(mut self, last: bool) -> Pressed {
        self.press();
        self.block.write(&mut self.bits, last);
        let mut blocks = if last { self.bits.finish() } else { self.bits.align() };
        blocks.shrink_to_fit();
        Pressed { blocks, sum: self.sum.finish(), length: self.known.passed() + self.rows.len() }
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
        let end = self.rows.len();
        self.rows.resize(end + BEYOND, 0);
        let mut search = Search::<PIXEL>::new(&self.rows, self.old, self.stride, &mut self.known);
        let mut at = self.old;
        while at < end {
            if self.block.full() {
                std::mem::take(&mut self.block).write(&mut self.bits, false);
            }
            at = search.step(at, &mut self.block);
        }
        self.rows.truncate(end);
    }
}

/// Stretches in their order in zlib's format (RFC 1950).
pub(super) fn zlib(stretches: impl IntoIterator<Item = Pressed>) -> Vec<u8> {
    let mut file = vec![0x78, 0x9c];
    let mut sum = 1;
    for stretch in stretches {
        file.extend(stretch.blocks);
        sum = joined(sum, stretch.sum, stretch.length);
    }
    file.extend(sum.to_be_bytes());
    file
}

/// The sum of two stretches, the second of so many bytes: Adler-32 is two sums, of the bytes and of the first sum after each.
fn joined(first: u32, second: u32, length: usize) -> u32 {
    const PRIME: u64 = 65_521;
    let parts = |sum: u32| (u64::from(sum & 0xffff), u64::from(sum >> 16));
    let ((a, b), (c, d)) = (parts(first), parts(second));
    // Each begins with 1, and the first sum is carried into the second for every byte.
    let low = (a + c + PRIME - 1) % PRIME;
    let carried = (length as u64 % PRIME) * ((a + PRIME - 1) % PRIME);
    let high = (b + d + carried) % PRIME;
    u32::try_from(high << 16 | low).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    /// Rows as a file has them.
    fn pressed(data: &[u8], stride: usize, pixel: usize) -> Vec<u8> {
        let mut deflate = Deflate::new(stride, pixel);
        data.chunks_exact(stride).for_each(|row| deflate.row(|to| to.extend_from_slice(row)));
        zlib([deflate.finish(true)])
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
    fn stretches_pressed_apart_are_one_file() {
        let (data, stride) = rows(300, 90, 3, |x, y| if (x / 9 + y / 30) % 5 == 0 { 0x0012_3456 } else { 7 });
        for many in [1, 2, 7, 90] {
            let parts = data.chunks(stride * many);
            let last = parts.len() - 1;
            let pressed = parts.enumerate().map(|(at, rows)| {
                let mut deflate = Deflate::new(stride, 3);
                rows.chunks_exact(stride).for_each(|row| deflate.row(|to| to.extend_from_slice(row)));
                deflate.finish(at == last)
            });
            // Reading it holds the sum against the data.
            assert!(opened(&zlib(pressed)) == data, "{many} rows a stretch");
        }
    }

    #[test]
    fn flat_pictures_become_small() {
        let (data, stride) = rows(1080, 1080, 3, |_, _| 0x00ff_ffff);
        let file = pressed(&data, stride, 3);
        assert!(file.len() < 9_000, "{} bytes", file.len());
    }
}
