//! Huffman codes of limited length, and bits packed as deflate wants them (RFC 1951, sections 3.1.1 and 3.2).

/// Lengths of an optimal prefix code for some counts, none longer than `most`; symbols that never occur have 0.
pub(super) fn lengths(counts: &[u32], most: usize) -> Vec<u8> {
    let mut used: Vec<(u32, usize)> =
        counts.iter().enumerate().filter(|(_, count)| **count > 0).map(|(symbol, count)| (*count, symbol)).collect();
    let mut lengths = vec![0; counts.len()];
    match used[..] {
        [] => return lengths,
        [(_, only)] => {
            lengths[only] = 1;
            return lengths;
        }
        _ => used.sort_unstable(),
    }
    // How many codes have each length, the rarest symbols taking the longest.
    let mut many = vec![0_usize; most + 1];
    for depth in depths(&used) {
        many[depth.min(most)] += 1;
    }
    shorten(&mut many);
    let mut rarest = used.iter();
    for (length, count) in many.iter().enumerate().rev() {
        for (_, symbol) in rarest.by_ref().take(*count) {
            lengths[*symbol] = u8::try_from(length).unwrap_or_default();
        }
    }
    lengths
}

/// The depth of each leaf in a tree over counts that rise.
fn depths(used: &[(u32, usize)]) -> Vec<usize> {
    let leaves = used.len();
    // Inner nodes are made in rising order of weight, so the lightest two are always at the heads of two queues.
    let mut weights: Vec<u64> = used.iter().map(|(count, _)| u64::from(*count)).collect();
    let mut parents = vec![0; 2 * leaves - 1];
    let (mut leaf, mut inner) = (0, leaves);
    while weights.len() < 2 * leaves - 1 {
        let node = weights.len();
        let mut lightest = || {
            let take = leaf < leaves && (inner >= node || weights[leaf] <= weights[inner]);
            let queue = if take { &mut leaf } else { &mut inner };
            *queue += 1;
            *queue - 1
        };
        let (first, second) = (lightest(), lightest());
        (parents[first], parents[second]) = (node, node);
        weights.push(weights[first] + weights[second]);
    }
    let mut depths = vec![0; 2 * leaves - 1];
    for node in (0..2 * leaves - 2).rev() {
        depths[node] = depths[parents[node]] + 1;
    }
    depths.truncate(leaves);
    depths
}

/// Makes codes that were cut to the longest length fit again: some shorter ones grow.
fn shorten(many: &mut [usize]) {
    let most = many.len() - 1;
    let room = 1_usize << most;
    let mut taken: usize = many.iter().enumerate().skip(1).map(|(length, count)| count << (most - length)).sum();
    while taken > room {
        // One of the longest becomes the brother of a shorter code, which grows by one.
        let Some(length) = (1..most).rev().find(|length| many[*length] > 0) else { return };
        many[length] -= 1;
        many[length + 1] += 2;
        many[most] -= 1;
        taken -= 1;
    }
}

/// The codes of some lengths, their bits reversed as they are written.
pub(super) fn codes(lengths: &[u8]) -> Vec<(u16, u8)> {
    let mut next = [0_u16; 17];
    for length in lengths.iter().filter(|length| **length > 0) {
        next[usize::from(*length) + 1] += 1;
    }
    for length in 1..17 {
        next[length] = (next[length] + next[length - 1]) << 1;
    }
    let code = |length: &u8| {
        let slot = &mut next[usize::from(*length)];
        let code = *slot;
        if *length > 0 {
            *slot += 1;
        }
        (code.reverse_bits().checked_shr(16 - u32::from(*length)).unwrap_or(0), *length)
    };
    lengths.iter().map(code).collect()
}

/// Bits on their way into bytes, lowest first.
#[derive(Default)]
pub(super) struct Bits {
    /// Bytes, and room for more.
    bytes: Vec<u8>,
    /// How many are whole.
    whole: usize,
    /// Bits that fill no byte yet, fewer than eight.
    held: u64,
    /// How many.
    count: u32,
}

impl Bits {
    /// Adds up to 56 bits; those above are zeros. Bits that are whole bytes by then are written with what follows them,
    /// which is written again: that is quicker than to ask how many there are.
    #[inline]
    pub(super) fn put(&mut self, value: u64, count: u8) {
        if self.whole + 8 > self.bytes.len() {
            self.bytes.resize(2 * self.whole + 4096, 0);
        }
        self.held |= value << self.count;
        self.count += u32::from(count);
        if let Some(place) = self.bytes.get_mut(self.whole..).and_then(|rest| rest.first_chunk_mut()) {
            *place = self.held.to_le_bytes();
        }
        self.whole += (self.count / 8) as usize;
        self.held >>= self.count & !7;
        self.count &= 7;
    }

    /// Adds a code.
    #[inline]
    pub(super) fn code(&mut self, (code, length): (u16, u8)) {
        self.put(code.into(), length);
    }

    /// The bytes, ended by a stored block of nothing, which begins at a whole byte (RFC 1951, section 3.2.4).
    pub(super) fn align(mut self) -> Vec<u8> {
        self.put(0, 3);
        let mut bytes = self.finish();
        bytes.extend([0, 0, 0xff, 0xff]);
        bytes
    }

    /// The bytes, the last one filled up.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.bytes.truncate(self.whole + self.count.div_ceil(8) as usize);
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_symbols_have_short_codes_and_all_fit() {
        assert_eq!(lengths(&[0, 0, 0], 15), [0, 0, 0]);
        assert_eq!(lengths(&[0, 7, 0], 15), [0, 1, 0]);
        assert_eq!(lengths(&[5, 1, 1, 2], 15), [1, 3, 3, 2]);
        // Fibonacci's numbers want the deepest tree.
        let mut counts = vec![1_u32, 1];
        while counts.len() < 30 {
            counts.push(counts[counts.len() - 1] + counts[counts.len() - 2]);
        }
        for most in [7, 9, 15] {
            let found = lengths(&counts, most);
            let kraft: f64 = found.iter().map(|length| 0.5_f64.powi(i32::from(*length))).sum();
            assert!(found.iter().all(|length| (1..=most).contains(&usize::from(*length))), "{found:?}");
            assert!((kraft - 1.0).abs() < 1e-9, "{kraft}");
            assert!(found.windows(2).all(|pair| pair[0] >= pair[1]), "{found:?}");
        }
    }

    #[test]
    fn codes_are_those_of_the_standard() {
        // RFC 1951, section 3.2.2: ABCDEFGH with lengths (3, 3, 3, 3, 3, 2, 4, 4).
        let expected = [0b010, 0b011, 0b100, 0b101, 0b110, 0b00, 0b1110, 0b1111];
        for ((code, length), expected) in codes(&[3, 3, 3, 3, 3, 2, 4, 4]).into_iter().zip(expected) {
            assert_eq!(code.reverse_bits() >> (16 - u32::from(length)), expected);
        }
    }
}
