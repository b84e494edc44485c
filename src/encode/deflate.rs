//! Deflate (RFC 1951) for drawn pictures: it looks for repeats of whole pixels only.
//!
//! A general compressor enters every byte of a picture into its index, though flat graphics are nearly all runs and
//! rows that repeat the row above. Here a run or the row above is tried first, and only what is neither is searched
//! for (measured in ARCHITECTURE.md).

use super::block::{Block, Repeat};
use super::huffman::Bits;

/// A repeat so long is taken without looking further.
const ENOUGH: usize = 128;
/// The longest repeat.
const LONGEST: usize = 258;
/// How far back a repeat may lie.
const WINDOW: usize = 32 * 1024;
/// Slots in the index of where two pixels were met last.
const SLOTS: usize = 1 << 13;
/// The pixels of a repeat of more bytes are not entered into the index: what is so long is a ground.
const MANY: usize = 96;

/// Bytes of rows that are gathered before they are searched: with their index they stay in a core's own cache.
const STRIP: usize = 512 * 1024;

/// Rows of pixels on their way into zlib's format (RFC 1950). No more than a strip of them is held at a time.
pub(super) struct Deflate {
    /// Bytes of a row: one that says how it is filtered, and its pixels.
    stride: usize,
    /// Bytes of a pixel.
    pixel: usize,
    /// How many places are tried for a repeat.
    depth: usize,
    /// Rows not yet compressed, and before them what a repeat may still lie in.
    rows: Vec<u8>,
    /// How much of that is compressed.
    old: usize,
    /// The sum of all bytes.
    sum: simd_adler32::Adler32,
    /// The block that is being filled.
    block: Block,
    /// What is written.
    bits: Bits,
}

impl Deflate {
    /// For rows of `stride` bytes in all, with pixels of `pixel` bytes. `depth` is how many places are tried for a
    /// repeat.
    pub(super) fn new(stride: usize, pixel: usize, depth: usize) -> Self {
        let rows = Vec::with_capacity(WINDOW + STRIP + stride);
        let (sum, block) = (simd_adler32::Adler32::new(), Block::default());
        Self { stride, pixel, depth, rows, old: 0, sum, block, bits: Bits::after(vec![0x78, 0x9c]) }
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
        self.sum.write(&self.rows[self.old..]);
        let mut search = Search::new(&self.rows, self.old, (self.stride, self.pixel), self.depth);
        let mut at = self.old;
        while at < self.rows.len() {
            if self.block.full() {
                std::mem::take(&mut self.block).write(&mut self.bits, false);
            }
            at = search.step(at, &mut self.block);
        }
        self.rows.drain(..self.rows.len().saturating_sub(WINDOW));
        self.old = self.rows.len();
    }
}

/// Finds repeats.
struct Search<'a> {
    /// Rows, and what lies before them.
    data: &'a [u8],
    /// Bytes of a row.
    stride: usize,
    /// Bytes of a pixel.
    pixel: usize,
    /// How many places are tried.
    depth: usize,
    /// Where two pixels with this sum were met last, one more; 0 for nowhere.
    last: Vec<u32>,
    /// Where they were met before that, by place.
    before: Vec<u32>,
    /// A repeat found one pixel ahead.
    ahead: Option<(usize, Option<Repeat>)>,
    /// Where the next row begins.
    row: usize,
}

impl<'a> Search<'a> {
    /// A search in rows that begin at a place.
    fn new(data: &'a [u8], row: usize, (stride, pixel): (usize, usize), depth: usize) -> Self {
        let (last, before) = (vec![0; SLOTS], vec![0; WINDOW]);
        Self { data, stride, pixel, depth, last, before, ahead: None, row }
    }

    /// Notes what is at a place, and gives the next place.
    fn step(&mut self, at: usize, block: &mut Block) -> usize {
        while self.row < at {
            self.row += self.stride;
        }
        // The byte that begins a row is no pixel.
        if at == self.row {
            let above = self.repeat(at, self.stride);
            if above.length > self.pixel.max(2) {
                block.repeat(above);
                return at + above.length;
            }
            block.byte(self.data[at]);
            return at + 1;
        }
        let found = match self.ahead.take() {
            Some((place, found)) if place == at => found,
            _ => self.find(at),
        };
        let next = at + self.pixel;
        if let Some(repeat) = found {
            // A longer repeat may begin a pixel later.
            let better = 4 * repeat.length < 3 * ENOUGH && next != self.row && {
                let ahead = self.find(next);
                let better = ahead.is_some_and(|ahead| worth(ahead) > worth(repeat) + 8 * self.pixel);
                self.ahead = Some((next, ahead));
                better
            };
            if !better {
                let end = at + repeat.length;
                // A run is found without the index, where its pixels would all stand in one slot.
                if repeat.distance > self.pixel {
                    self.enter(next + self.pixel, end);
                }
                block.repeat(repeat);
                return end;
            }
        }
        let end = next.min(self.data.len());
        self.data[at..end].iter().for_each(|byte| block.byte(*byte));
        end
    }

    /// The best repeat at a pixel, which is entered into the index.
    fn find(&mut self, at: usize) -> Option<Repeat> {
        let run = self.repeat(at, self.pixel);
        if run.length >= ENOUGH {
            return Some(run);
        }
        let above = self.repeat(at, self.stride);
        let mut best = if worth(above) > worth(run) { above } else { run };
        if best.length >= ENOUGH {
            return Some(best);
        }
        let Some(slot) = self.slot(at) else { return Some(best).filter(|best| best.length >= 3) };
        let mut place = self.last[slot];
        self.before[at % WINDOW] = place;
        self.last[slot] = u32::try_from(at + 1).unwrap_or_default();
        for _ in 0..self.depth {
            // A pixel that was looked at ahead may lie beyond the end of a short repeat.
            let near = |from: &usize| *from < at && at - from < WINDOW;
            let Some(from) = (place as usize).checked_sub(1).filter(near) else { break };
            // One that differs where the best ends is no longer than it.
            if self.data.get(from + best.length) == self.data.get(at + best.length) {
                let repeat = self.repeat(at, at - from);
                if worth(repeat) > worth(best) {
                    best = repeat;
                    if best.length >= ENOUGH {
                        break;
                    }
                }
            }
            let older = self.before[from % WINDOW];
            if older >= place {
                break;
            }
            place = older;
        }
        (best.length >= 3).then_some(best)
    }

    /// Enters the pixels of a repeat into the index, all but the many of a long one.
    fn enter(&mut self, from: usize, to: usize) {
        if to.saturating_sub(from) > MANY {
            return;
        }
        for at in (from..to).step_by(self.pixel) {
            if let Some(slot) = self.slot(at) {
                self.before[at % WINDOW] = self.last[slot];
                self.last[slot] = u32::try_from(at + 1).unwrap_or_default();
            }
        }
    }

    /// The slot of the two pixels at a place.
    fn slot(&self, at: usize) -> Option<usize> {
        let bytes = self.data.get(at..)?.first_chunk::<8>()?;
        // Two pixels, but four bytes at least.
        let pair = u64::from_le_bytes(*bytes) << (64 - (16 * self.pixel).clamp(32, 64));
        usize::try_from(pair.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - SLOTS.ilog2())).ok()
    }

    /// How long what is at a place repeats what is some bytes back.
    fn repeat(&self, at: usize, distance: usize) -> Repeat {
        let back = at.checked_sub(distance).and_then(|from| self.data.get(from..)).filter(|_| distance <= WINDOW);
        let length = match (back, self.data.get(at..)) {
            (Some(back), Some(here)) => alike(back, here),
            _ => 0,
        };
        Repeat { length, distance }
    }
}

/// What a repeat saves, in bits, more or less: its length, less what its distance takes to write.
fn worth(repeat: Repeat) -> usize {
    (7 * repeat.length).saturating_sub(repeat.distance.ilog2() as usize)
}

/// How many bytes two stretches have in common at their beginnings, at most [`LONGEST`].
fn alike(a: &[u8], b: &[u8]) -> usize {
    let most = a.len().min(b.len()).min(LONGEST);
    let (a, b) = (&a[..most], &b[..most]);
    let ((wide_a, rest_a), (wide_b, rest_b)) = (a.as_chunks::<8>(), b.as_chunks::<8>());
    for (at, (a, b)) in wide_a.iter().zip(wide_b).enumerate() {
        let differing = u64::from_le_bytes(*a) ^ u64::from_le_bytes(*b);
        if differing != 0 {
            return 8 * at + differing.trailing_zeros() as usize / 8;
        }
    }
    8 * wide_a.len() + rest_a.iter().zip(rest_b).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    /// Rows as a file has them.
    fn pressed(data: &[u8], stride: usize, pixel: usize, depth: usize) -> Vec<u8> {
        let mut deflate = Deflate::new(stride, pixel, depth);
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
                    for depth in [0, 5, 200] {
                        assert!(opened(&pressed(&data, stride, pixel, depth)) == data, "{width} × {height} × {pixel}");
                    }
                }
            }
        }
    }

    #[test]
    fn strips_join() {
        let (data, stride) = rows(700, 600, 3, |x, y| if (x / 9 + y / 300) % 5 == 0 { 0x0012_3456 } else { 0 });
        assert!(data.len() > 2 * STRIP);
        assert!(opened(&pressed(&data, stride, 3, 5)) == data);
    }

    #[test]
    fn flat_pictures_become_small() {
        let (data, stride) = rows(1080, 1080, 3, |_, _| 0x00ff_ffff);
        let file = pressed(&data, stride, 3, 16);
        assert!(file.len() < 9_000, "{} bytes", file.len());
    }
}
