//! The search for repeats in rows of pixels.
//!
//! What is looked for, and in which order: a run of one pixel; the row above; then, at the beginnings of pixels alone,
//! the places where the same two pixels were met last, and where the same one was. A repeat may end anywhere, and a run
//! or row that begins a byte later may be taken instead: neighbours often differ in one channel. So the index takes a third
//! of what it would of bytes, and is asked a third as often.

use super::block::{Block, Repeat};

/// How far back a repeat may lie.
pub(super) const WINDOW: usize = 32 * 1024;
/// The shortest repeat.
const SHORTEST: usize = 3;
/// The longest repeat.
const LONGEST: usize = 258;
/// Bytes that must follow the rows: whatever they are, they are looked at and never part of a repeat, so that no look needs
/// to ask whether there are as many.
pub(super) const BEYOND: usize = 264;
/// The pixels of a repeat of more bytes are not entered into the index: what is so long is a ground.
const MANY: usize = 48;
/// What a repeat must save beside one that begins a byte before, in bits.
const BYTE: u32 = 3;
/// Slots of an index.
const SLOTS: usize = 1 << 13;
/// Places a slot of two pixels holds.
const PLACES: usize = 8;

/// Where pixels were met last. A place is 16 bits of a count of bytes: it is only a hint, and is compared before it is believed.
pub(super) struct Known {
    /// By one pixel: the last place.
    ones: Vec<u16>,
    /// By two pixels: the last eight places, the newest lowest.
    pairs: Vec<u128>,
    /// Bytes that were passed and are no longer held.
    passed: usize,
}

impl Default for Known {
    fn default() -> Self {
        Self { ones: vec![0; SLOTS], pairs: vec![0; SLOTS], passed: 0 }
    }
}

impl Known {
    /// Bytes that were passed and are no longer held.
    pub(super) fn passed(&self) -> usize {
        self.passed
    }

    /// Notes that so many bytes before all others are no longer held.
    pub(super) fn pass(&mut self, bytes: usize) {
        self.passed += bytes;
    }
}

/// A repeat that was found; of no length and no worth when none was.
#[derive(Clone, Copy)]
struct Found {
    /// The repeat.
    repeat: Repeat,
    /// What it saves, in bits.
    worth: u32,
}

/// Finds repeats in rows whose pixels have so many bytes.
pub(super) struct Search<'a, const PIXEL: usize> {
    /// Rows, what lies before them, and [`BEYOND`] bytes.
    data: &'a [u8],
    /// Where the row begins that is looked at.
    row: usize,
    /// Bytes of a row.
    stride: usize,
    /// What was met.
    known: &'a mut Known,
    /// What was found one byte ahead.
    ahead: Option<(usize, Found)>,
}

impl<'a, const PIXEL: usize> Search<'a, PIXEL> {
    /// A search in rows that begin at a place.
    pub(super) fn new(data: &'a [u8], row: usize, stride: usize, known: &'a mut Known) -> Self {
        Self { data, row, stride, known, ahead: None }
    }

    /// Notes what is at a place, and gives the next place.
    #[inline]
    pub(super) fn step(&mut self, at: usize, block: &mut Block) -> usize {
        while at - self.row >= self.stride {
            self.row += self.stride;
        }
        let found = match self.ahead.take() {
            Some((place, found)) if place == at => found,
            _ => self.find(at),
        };
        let Repeat { length, distance } = found.repeat;
        if length == 0 {
            block.byte(self.data[at]);
            return at + 1;
        }
        // What comes of the index begins with a pixel.
        if length < LONGEST && distance != PIXEL && distance != self.stride {
            let ahead = self.near(at + 1);
            if ahead.worth > found.worth + BYTE {
                self.ahead = Some((at + 1, ahead));
                block.byte(self.data[at]);
                return at + 1;
            }
        }
        // A run is found without the index, where its pixels would all stand in one slot.
        if distance > PIXEL && length <= MANY {
            let first = at + 2 + (PIXEL - self.inside(at + 2)) % PIXEL;
            for at in (first..at + length).step_by(PIXEL) {
                self.enter(at);
            }
        }
        block.repeat(found.repeat);
        at + length
    }

    /// The best repeat at a place, which is entered into the index where a pixel begins.
    #[expect(clippy::cast_possible_truncation, reason = "a slot's places lie above one another")]
    fn find(&mut self, at: usize) -> Found {
        let mut best = self.near(at);
        if best.repeat.length >= LONGEST || self.inside(at) > 0 {
            return best;
        }
        let Some(here) = self.bytes(at) else { return best };
        let (one, mut pairs) = self.enter(at);
        let place = self.place(at);
        for _ in 0..PLACES {
            let distance = usize::from(place.wrapping_sub(pairs as u16));
            pairs >>= u16::BITS;
            // Older ones lie farther back.
            if distance == 0 || distance > WINDOW {
                break;
            }
            self.offer(&mut best, (at, here), distance);
            if best.repeat.length >= LONGEST {
                return best;
            }
        }
        if best.repeat.length < 2 * PIXEL {
            self.offer(&mut best, (at, here), usize::from(place.wrapping_sub(one)));
        }
        best
    }

    /// The better of a run and the row above at a place.
    #[inline(always)]
    fn near(&self, at: usize) -> Found {
        let mut best = Found { repeat: Repeat { length: 0, distance: 1 }, worth: 0 };
        if let Some(here) = self.bytes(at).filter(|_| at + BEYOND < self.data.len()) {
            self.offer(&mut best, (at, here), PIXEL);
            if best.repeat.length < LONGEST {
                self.offer(&mut best, (at, here), self.stride);
            }
        }
        best
    }

    /// As many bytes from a place on as are looked at.
    #[inline(always)]
    fn bytes(&self, at: usize) -> Option<&'a [u8; BEYOND]> {
        self.data.get(at..)?.first_chunk()
    }

    /// Takes what repeats from a distance, if it saves more than the best so far.
    // Called, it keeps the best in memory, which costs a tenth of a picture's time.
    #[inline(always)]
    fn offer(&self, best: &mut Found, (at, here): (usize, &[u8; BEYOND]), distance: usize) {
        if !(1..=WINDOW).contains(&distance) {
            return;
        }
        let Some(there) = at.checked_sub(distance).and_then(|from| self.bytes(from)) else { return };
        // One that differs where the best ends is no longer than it.
        if let Some(from) = best.repeat.length.checked_sub(SHORTEST) {
            let last = |bytes: &[u8; BEYOND]| bytes[from..].first_chunk::<4>().copied();
            if last(here) != last(there) {
                return;
            }
        }
        if here[..SHORTEST] != there[..SHORTEST] {
            return;
        }
        let length = alike(there, here).min(self.data.len() - BEYOND - at);
        if length < SHORTEST {
            return;
        }
        let worth = saved(length, distance);
        if worth > best.worth {
            *best = Found { repeat: Repeat { length, distance }, worth };
        }
    }

    /// Enters a place, and gives those that were there: of the same pixel, and of the same two.
    #[inline]
    fn enter(&mut self, at: usize) -> (u16, u128) {
        let Some((one, two)) = self.slots(at) else { return (self.place(at), 0) };
        let place = self.place(at);
        let pairs = self.known.pairs[two];
        self.known.pairs[two] = pairs << u16::BITS | u128::from(place);
        (std::mem::replace(&mut self.known.ones[one], place), pairs)
    }

    /// The slots of the pixel and of the two pixels at a place.
    #[inline]
    fn slots(&self, at: usize) -> Option<(usize, usize)> {
        let bytes = u64::from_le_bytes(*self.data.get(at..)?.first_chunk::<8>()?);
        // No repeat is shorter than three bytes, and two small pixels say little.
        Some((slot(bytes, PIXEL.max(3))?, slot(bytes, (2 * PIXEL).max(4))?))
    }

    /// A place as the index has it.
    #[expect(clippy::cast_possible_truncation, reason = "a repeat lies less than 2^16 back")]
    fn place(&self, at: usize) -> u16 {
        (self.known.passed + at) as u16
    }

    /// How many bytes into a pixel a place lies; the byte that begins a row counts as the last of a pixel.
    #[inline]
    fn inside(&self, at: usize) -> usize {
        (at - self.row + PIXEL - 1) % PIXEL
    }
}

/// The slot of the first so many of eight bytes.
#[inline]
fn slot(bytes: u64, many: usize) -> Option<usize> {
    let own = bytes << (64 - 8 * many);
    usize::try_from(own.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - SLOTS.ilog2())).ok()
}

/// What a repeat saves, in bits, more or less: seven a byte, less what its distance takes to write.
#[inline]
fn saved(length: usize, distance: usize) -> u32 {
    u32::try_from(7 * length).unwrap_or_default() - distance.ilog2()
}

/// How many bytes two stretches have in common at their beginnings, at most [`LONGEST`].
#[inline(always)]
fn alike(a: &[u8; BEYOND], b: &[u8; BEYOND]) -> usize {
    let ((a, _), (b, _)) = (a.as_chunks::<8>(), b.as_chunks::<8>());
    for (at, (a, b)) in a.iter().zip(b).enumerate() {
        let differing = u64::from_le_bytes(*a) ^ u64::from_le_bytes(*b);
        if differing != 0 {
            return (8 * at + differing.trailing_zeros() as usize / 8).min(LONGEST);
        }
    }
    LONGEST
}
