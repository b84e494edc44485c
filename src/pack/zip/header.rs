//! The headers of a ZIP file, each a function of what it says.

use super::Entry;

/// Made on a system with Unix permissions, by version 4.5 of the format, the first with ZIP64.
const MADE_BY: u16 = (3 << 8) | 45;
/// Names are UTF-8; set for plain ones too, so that no reader guesses.
const FLAGS: u16 = 1 << 11;
/// The first day of ZIP's calendar, for all files.
const DATE: u16 = (1 << 5) | 1;
/// A plain file that all may read.
const ATTRIBUTES: u32 = 0o100_644 << 16;
/// What stands in 32 bits when ZIP64 has the number.
const FULL: u32 = u32::MAX;
/// What stands in 16 bits when ZIP64 has the number.
const FULL_COUNT: u16 = u16::MAX;
/// Length of the end of a file without ZIP64.
pub(super) const END: usize = 22;
/// Length of what stands before that end with ZIP64: the long end and where it is.
pub(super) const LONG_END: usize = 56 + 20;
/// How a local header begins.
pub(super) const LOCAL: u32 = 0x0403_4b50;
/// How an entry of the directory begins.
pub(super) const CENTRAL: u32 = 0x0201_4b50;
/// How the end begins.
pub(super) const LAST: u32 = 0x0605_4b50;

/// From which numbers on ZIP64 is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Limits {
    /// Lengths and places.
    pub(super) size: u64,
    /// Counts of files.
    pub(super) count: u64,
}

impl Limits {
    /// What 32 and 16 bits hold.
    pub(super) const REAL: Self = Self { size: FULL as u64, count: FULL_COUNT as u64 };

    /// A length or place in 32 bits.
    fn short(self, number: u64) -> u32 {
        if number >= self.size { FULL } else { u32::try_from(number).unwrap_or(FULL) }
    }
}

/// Bytes as a header has them, the lowest first.
#[derive(Default)]
struct Bytes(Vec<u8>);

impl Bytes {
    /// Two bytes.
    fn two(&mut self, number: u16) -> &mut Self {
        self.0.extend(number.to_le_bytes());
        self
    }

    /// Four bytes.
    fn four(&mut self, number: u32) -> &mut Self {
        self.0.extend(number.to_le_bytes());
        self
    }

    /// Eight bytes.
    fn eight(&mut self, number: u64) -> &mut Self {
        self.0.extend(number.to_le_bytes());
        self
    }
}

/// ZIP64's extra field of these numbers; nothing when there are none.
fn extra(numbers: &[u64]) -> Vec<u8> {
    let mut bytes = Bytes::default();
    if !numbers.is_empty() {
        bytes.two(1).two(u16::try_from(numbers.len() * 8).unwrap_or_default());
        for number in numbers {
            bytes.eight(*number);
        }
    }
    bytes.0
}

/// The fields that both headers of a file have, from the needed version to the length of the extra field.
fn shared(bytes: &mut Bytes, entry: &Entry, extra: &[u8], limits: Limits) {
    let (size, needed) = (limits.short(entry.size), if extra.is_empty() { 20 } else { 45 });
    bytes.two(needed).two(FLAGS).two(0).two(0).two(DATE).four(entry.crc).four(size).four(size);
    let short = |length: usize| u16::try_from(length).unwrap_or(u16::MAX);
    bytes.two(short(entry.name.len())).two(short(extra.len()));
}

/// The header before a file's bytes.
pub(super) fn local(entry: &Entry, limits: Limits) -> Vec<u8> {
    let numbers = if entry.size >= limits.size { vec![entry.size; 2] } else { Vec::new() };
    let extra = extra(&numbers);
    let mut bytes = Bytes::default();
    bytes.four(LOCAL);
    shared(&mut bytes, entry, &extra, limits);
    [bytes.0.as_slice(), entry.name.as_bytes(), &extra].concat()
}

/// A file's entry in the directory.
pub(super) fn central(entry: &Entry, limits: Limits) -> Vec<u8> {
    let mut numbers = Vec::new();
    if entry.size >= limits.size {
        numbers.extend([entry.size, entry.size]);
    }
    if entry.offset >= limits.size {
        numbers.push(entry.offset);
    }
    let extra = extra(&numbers);
    let mut bytes = Bytes::default();
    bytes.four(CENTRAL).two(MADE_BY);
    shared(&mut bytes, entry, &extra, limits);
    bytes.two(0).two(0).two(0).four(ATTRIBUTES).four(limits.short(entry.offset));
    [bytes.0.as_slice(), entry.name.as_bytes(), &extra].concat()
}

/// The whole directory.
pub(super) fn directory(entries: &[Entry], limits: Limits) -> Vec<u8> {
    entries.iter().flat_map(|entry| central(entry, limits)).collect()
}

/// What stands after the directory, of a length and at a place, of so many files.
pub(super) fn end(count: u64, length: u64, at: u64, limits: Limits) -> Vec<u8> {
    let mut bytes = Bytes::default();
    if count >= limits.count || length >= limits.size || at >= limits.size {
        bytes.four(0x0606_4b50).eight(44).two(MADE_BY).two(45).four(0).four(0);
        bytes.eight(count).eight(count).eight(length).eight(at);
        bytes.four(0x0706_4b50).four(0).eight(at + length).four(1);
    }
    let files = if count >= limits.count { FULL_COUNT } else { u16::try_from(count).unwrap_or(FULL_COUNT) };
    bytes.four(LAST).two(0).two(0).two(files).two(files);
    bytes.four(limits.short(length)).four(limits.short(at)).two(0);
    bytes.0
}
