//! Deflate (RFC 1951) for drawn pictures: it looks for repeats of whole pixels only.
//!
//! A general compressor enters every byte of a picture into its index, though flat graphics are nearly all runs and
//! rows that repeat the row above. Here a run or the row above is tried first, and only what is neither is searched
//! for (measured in ARCHITECTURE.md).

use super::huffman::{Bits, codes, lengths};

/// The longest repeat.
const LONGEST: usize = 258;
/// How far back a repeat may lie.
const WINDOW: usize = 32 * 1024;
/// Slots in the index of where two pixels were met last.
const SLOTS: usize = 1 << 13;
/// Repeats and bytes in a block.
const BLOCK: usize = 1 << 15;
/// The pixels of a repeat of more bytes are not entered into the index: what is so long is a ground.
const MANY: usize = 96;
/// Symbols of bytes, end, and lengths.
const LITERALS: usize = 286;
/// Symbols of distances.
const DISTANCES: usize = 30;
/// Order in which lengths of length codes are written (section 3.2.7).
const ORDER: [usize; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/// A repeat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Repeat {
    /// Bytes.
    length: usize,
    /// Bytes back.
    distance: usize,
}

/// Compresses rows of pixels into zlib's format (RFC 1950). `data` is what the file filters rows into: each begins
/// with a byte of its own and holds `stride - 1` bytes of pixels, `pixel` bytes each; `depth` is how many places are
/// tried for a repeat; it also says how long one must be to be taken without looking further.
pub(super) fn zlib(data: &[u8], stride: usize, pixel: usize, depth: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(data.len() / 32 + 64);
    out.extend([0x78, 0x9c]);
    let mut search = Search::new(data, stride, pixel, depth);
    let mut bits = Bits::after(out);
    let mut at = 0;
    loop {
        let mut block = Block::default();
        while at < data.len() && block.steps.len() < BLOCK {
            at = search.step(at, &mut block);
        }
        let last = at >= data.len();
        block.write(&mut bits, last);
        if last {
            break;
        }
    }
    let mut file = bits.finish();
    file.extend(adler(data).to_be_bytes());
    file
}

/// Adler-32 (RFC 1950, section 8.2).
fn adler(data: &[u8]) -> u32 {
    let mut sum = simd_adler32::Adler32::new();
    sum.write(data);
    sum.finish()
}

/// Finds repeats.
struct Search<'a> {
    /// All rows.
    data: &'a [u8],
    /// Bytes of a row.
    stride: usize,
    /// Bytes of a pixel.
    pixel: usize,
    /// How many places are tried.
    depth: usize,
    /// A repeat this long is taken without looking further.
    enough: usize,
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
    /// A search from the beginning.
    fn new(data: &'a [u8], stride: usize, pixel: usize, depth: usize) -> Self {
        let enough = (2 * depth).max(32);
        Self { data, stride, pixel, depth, enough, last: vec![0; SLOTS], before: vec![0; WINDOW], ahead: None, row: 0 }
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
            let better = 4 * repeat.length < 3 * self.enough && next != self.row && {
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
        if run.length >= self.enough {
            return Some(run);
        }
        let above = self.repeat(at, self.stride);
        let mut best = if worth(above) > worth(run) { above } else { run };
        if best.length >= self.enough {
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
                    if best.length >= self.enough {
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

/// What a block holds, with how often each symbol occurs.
struct Block {
    /// Bytes, and repeats: `1 << 31`, length less 3 from bit 16 on, distance less 1.
    steps: Vec<u32>,
    /// Counts of bytes, end, and lengths.
    literals: [u32; LITERALS],
    /// Counts of distances.
    distances: [u32; DISTANCES],
}

impl Default for Block {
    fn default() -> Self {
        let mut literals = [0; LITERALS];
        literals[256] = 1;
        Self { steps: Vec::with_capacity(BLOCK + 8), literals, distances: [0; DISTANCES] }
    }
}

impl Block {
    /// Notes a byte.
    #[inline]
    fn byte(&mut self, byte: u8) {
        self.literals[usize::from(byte)] += 1;
        self.steps.push(byte.into());
    }

    /// Notes a repeat.
    #[expect(clippy::cast_possible_truncation, reason = "lengths are below 2^9, distances below 2^16")]
    fn repeat(&mut self, repeat: Repeat) {
        let (length, distance) = (repeat.length as u32 - 3, repeat.distance as u32 - 1);
        self.literals[257 + length_symbol(length).0] += 1;
        self.distances[distance_symbol(distance).0] += 1;
        self.steps.push(1 << 31 | length << 16 | distance);
    }

    /// Writes the block with codes of its own (section 3.2.7).
    fn write(&self, bits: &mut Bits, last: bool) {
        let literals = lengths(&self.literals, 15);
        let mut distances = lengths(&self.distances, 15);
        if distances.iter().all(|length| *length == 0) {
            // A block without repeats still has one code for them.
            distances[0] = 1;
        }
        bits.put(u32::from(last), 1);
        bits.put(2, 2);
        head(bits, &literals, &distances);
        let (literals, distances) = (codes(&literals), codes(&distances));
        for step in &self.steps {
            if step >> 31 == 0 {
                bits.code(literals[*step as usize]);
                continue;
            }
            let (symbol, extra, value) = length_symbol(step >> 16 & 0xff);
            bits.code(literals[257 + symbol]);
            bits.put(value, extra);
            let (symbol, extra, value) = distance_symbol(step & 0x7fff);
            bits.code(distances[symbol]);
            bits.put(value, extra);
        }
        bits.code(literals[256]);
    }
}

/// Writes the lengths of both codes, each as 5 bits of a code of length codes; repeats of 0 by 17 and 18.
fn head(bits: &mut Bits, literals: &[u8], distances: &[u8]) {
    let used = |lengths: &[u8], least: usize| lengths.iter().rposition(|length| *length > 0).map_or(least, |at| at + 1);
    let (literal, distance) = (used(literals, 257).max(257), used(distances, 1).max(1));
    let all: Vec<u8> = literals[..literal].iter().chain(&distances[..distance]).copied().collect();
    // Symbol, extra bits, their value.
    let mut steps: Vec<(u8, u8, u32)> = Vec::new();
    for group in all.chunk_by(|a, b| a == b) {
        let mut left = u32::try_from(group.len()).unwrap_or_default();
        let value = group[0];
        if value > 0 {
            steps.push((value, 0, 0));
            left -= 1;
        }
        while left > 0 {
            let (symbol, extra, least, most) = match (value, left) {
                (0, 11..) => (18, 7, 11, 138),
                (0, 3..) => (17, 3, 3, 10),
                (1.., 3..) => (16, 2, 3, 6),
                _ => (value, 0, 1, 1),
            };
            let taken = left.min(most);
            steps.push((symbol, extra, taken - least));
            left -= taken;
        }
    }
    let mut counts = [0; 19];
    steps.iter().for_each(|(symbol, ..)| counts[usize::from(*symbol)] += 1);
    let lengths = lengths(&counts, 7);
    let written = ORDER.iter().rposition(|symbol| lengths[*symbol] > 0).map_or(4, |at| (at + 1).max(4));
    for (number, least, width) in [(literal, 257, 5), (distance, 1, 5), (written, 4, 4)] {
        bits.put(u32::try_from(number - least).unwrap_or_default(), width);
    }
    ORDER[..written].iter().for_each(|symbol| bits.put(lengths[*symbol].into(), 3));
    let codes = codes(&lengths);
    for (symbol, extra, value) in steps {
        bits.code(codes[usize::from(symbol)]);
        bits.put(value, extra);
    }
}

/// Symbol, extra bits and their value of a length less 3 (section 3.2.5).
fn length_symbol(length: u32) -> (usize, u8, u32) {
    match length {
        0..8 => (length as usize, 0, 0),
        255.. => (28, 0, 0),
        _ => {
            let extra = length.ilog2() - 2;
            (4 * extra as usize + (length >> extra) as usize, extra.to_le_bytes()[0], length & ((1 << extra) - 1))
        }
    }
}

/// Symbol, extra bits and their value of a distance less 1.
fn distance_symbol(distance: u32) -> (usize, u8, u32) {
    if distance < 4 {
        return (distance as usize, 0, 0);
    }
    let extra = distance.ilog2() - 1;
    (2 * extra as usize + (distance >> extra) as usize, extra.to_le_bytes()[0], distance & ((1 << extra) - 1))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

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
                        assert!(opened(&zlib(&data, stride, pixel, depth)) == data, "{width} × {height} × {pixel}");
                    }
                }
            }
        }
    }

    #[test]
    fn lengths_and_distances_have_the_symbols_of_the_standard() {
        let lengths =
            [(3, 257, 0), (10, 264, 0), (11, 265, 1), (130, 280, 4), (131, 281, 5), (257, 284, 5), (258, 285, 0)];
        for (length, symbol, extra) in lengths {
            let found = length_symbol(length - 3);
            assert_eq!((found.0 + 257, found.1), (symbol, extra), "{length}");
        }
        for (distance, symbol, extra) in
            [(1, 0, 0), (4, 3, 0), (5, 4, 1), (24_576, 28, 13), (24_577, 29, 13), (32_768, 29, 13)]
        {
            let found = distance_symbol(distance - 1);
            assert_eq!((found.0, found.1), (symbol, extra), "{distance}");
        }
    }

    #[test]
    fn flat_pictures_become_small() {
        let (data, stride) = rows(1080, 1080, 3, |_, _| 0x00ff_ffff);
        let file = zlib(&data, stride, 3, 16);
        assert!(file.len() < 9_000, "{} bytes", file.len());
    }
}
