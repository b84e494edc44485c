//! A block of deflate (RFC 1951): bytes and repeats, written with codes made for it.

use super::huffman::{Bits, codes, lengths};

/// Repeats and bytes in a block: fewer, and its codes fit them better; more, and there are fewer codes to write.
const BLOCK: usize = 1 << 13;
/// Symbols of bytes, end, and lengths.
const LITERALS: usize = 286;
/// Symbols of distances.
const DISTANCES: usize = 30;
/// Stands for the distance of a byte, which has none.
const NONE: u32 = 30;
/// Order in which lengths of length codes are written (section 3.2.7).
const ORDER: [usize; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/// A repeat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Repeat {
    /// Bytes.
    pub(super) length: usize,
    /// Bytes back.
    pub(super) distance: usize,
}

/// What a block holds, with how often each symbol occurs.
pub(super) struct Block {
    /// Bytes, and repeats as 256 and their length less 3: the lowest nine bits; then the distance's symbol, and from bit 14
    /// on its extra bits.
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
    /// Whether it is time for another block.
    pub(super) fn full(&self) -> bool {
        self.steps.len() >= BLOCK
    }

    /// Notes a byte.
    #[inline]
    pub(super) fn byte(&mut self, byte: u8) {
        self.literals[usize::from(byte)] += 1;
        self.steps.push(u32::from(byte) | NONE << 9);
    }

    /// Notes a repeat.
    #[expect(clippy::cast_possible_truncation, reason = "lengths are below 2^9, distances below 2^16")]
    pub(super) fn repeat(&mut self, repeat: Repeat) {
        let (length, distance) = (repeat.length as u32 - 3, repeat.distance as u32 - 1);
        let (symbol, _, value) = distance_symbol(distance);
        self.literals[257 + LENGTHS[(length & 0xff) as usize] as usize] += 1;
        self.distances[symbol] += 1;
        self.steps.push((256 + length) | (symbol as u32) << 9 | value << 14);
    }

    /// Writes the block with codes of its own (section 3.2.7).
    pub(super) fn write(&self, bits: &mut Bits, last: bool) {
        let literals = lengths(&self.literals, 15);
        let mut distances = lengths(&self.distances, 15);
        if distances.iter().all(|length| *length == 0) {
            // A block without repeats still has one code for them.
            distances[0] = 1;
        }
        bits.put(u64::from(last), 1);
        bits.put(2, 2);
        head(bits, &literals, &distances);
        let (literals, distances) = (codes(&literals), codes(&distances));
        let (heads, tails) = (heads(&literals), tails(&distances));
        for step in &self.steps {
            let (head, length) = heads[(step & 0x1ff) as usize];
            let (tail, width, extra) = tails[(step >> 9 & 0x1f) as usize];
            let tail = u64::from(tail) | u64::from(step >> 14) << width;
            bits.put(u64::from(head) | tail << length, length + width + extra);
        }
        bits.code(literals[256]);
    }
}

/// The codes of all bytes, and of all lengths with their extra bits.
fn heads(literals: &[(u16, u8)]) -> Vec<(u32, u8)> {
    let length = |length| {
        let (symbol, extra, value) = length_symbol(length);
        let (code, width) = literals[257 + symbol];
        (u32::from(code) | value << width, width + extra)
    };
    let bytes = literals[..256].iter().map(|(code, width)| (u32::from(*code), *width));
    bytes.chain((0..256).map(length)).collect()
}

/// The codes of all distances with how many extra bits they have; of none, nothing.
fn tails(distances: &[(u16, u8)]) -> [(u16, u8, u8); 32] {
    let mut tails = [(0, 0, 0); 32];
    for (symbol, (tail, (code, width))) in (0_u8..).zip(tails.iter_mut().zip(distances)) {
        *tail = (*code, *width, (symbol / 2).saturating_sub(1));
    }
    tails
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
        bits.put((number - least) as u64, width);
    }
    ORDER[..written].iter().for_each(|symbol| bits.put(lengths[*symbol].into(), 3));
    let codes = codes(&lengths);
    for (symbol, extra, value) in steps {
        bits.code(codes[usize::from(symbol)]);
        bits.put(value.into(), extra);
    }
}

/// The symbols of all lengths, less 257.
#[expect(clippy::cast_possible_truncation, reason = "at most 28")]
const LENGTHS: [u8; 256] = {
    let (mut symbols, mut length) = ([0; 256], 0_u32);
    while length < 256 {
        symbols[length as usize] = length_symbol(length).0 as u8;
        length += 1;
    }
    symbols
};

/// Symbol, extra bits and their value of a length less 3 (section 3.2.5).
const fn length_symbol(length: u32) -> (usize, u8, u32) {
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
    use super::*;

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
}
