//! Reads a ZIP file as packs write it, and says which part of another is not so.

use std::io::{Read, Seek, SeekFrom};

use super::Entry;
use super::header::{CENTRAL, END, LAST, LOCAL, LONG_END, Limits, central, directory, end, local};

/// The most bytes a directory may have: a damaged length must not ask for all memory.
const MOST: u64 = 256 * 1024 * 1024;

/// A part of a ZIP file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pack) enum Part {
    /// The end, where the directory is found; the file may be cut, or no ZIP file at all.
    End,
    /// An entry of the directory.
    Directory,
    /// A file's own header, or its entry in the directory: they do not agree.
    Header,
}

/// A part that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::pack) struct Fault {
    /// Which.
    pub(in crate::pack) part: Part,
    /// The file it is about, as far as that can be read.
    pub(in crate::pack) name: String,
}

/// What a ZIP file says it holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::pack) struct Layout {
    /// Files, in the directory's order.
    pub(in crate::pack) entries: Vec<Entry>,
    /// What is not as it was written.
    pub(in crate::pack) faults: Vec<Fault>,
}

impl Layout {
    /// Reads all headers. What cannot be read is a fault too: whoever checks a pack asks for an answer, not an error.
    pub(in crate::pack) fn read(file: &mut (impl Read + Seek)) -> Self {
        Self::read_within(file, Limits::REAL)
    }

    /// [`Layout::read`] of a file that needs ZIP64 from other numbers on.
    pub(super) fn read_within(file: &mut (impl Read + Seek), limits: Limits) -> Self {
        let mut layout = Self::default();
        let Some((at, bytes)) = directory_of(file) else {
            layout.fault(Part::End, "");
            return layout;
        };
        let mut rest = bytes.as_slice();
        while !rest.is_empty() {
            let name = layout.entries.last().map(|entry| entry.name.clone()).unwrap_or_default();
            let Some((entry, length)) = parse(rest) else {
                layout.fault(Part::Directory, &name);
                return layout;
            };
            if rest.get(..length) != Some(central(&entry, limits).as_slice()) {
                layout.fault(Part::Directory, &entry.name);
            }
            rest = rest.get(length..).unwrap_or_default();
            layout.entries.push(entry);
        }
        layout.compare_headers(file, at, limits);
        let whole = directory(&layout.entries, limits).len() as u64;
        let tail = end(layout.entries.len() as u64, whole, at, limits);
        if piece(file, at.saturating_add(bytes.len() as u64), tail.len() + 1).is_none_or(|found| found != tail) {
            layout.fault(Part::End, "");
        }
        layout
    }

    /// Whether each file's own header says what the directory says, one file after another without a gap.
    fn compare_headers(&mut self, file: &mut (impl Read + Seek), directory: u64, limits: Limits) {
        let mut expected = 0_u64;
        for entry in self.entries.clone() {
            let header = local(&Entry { offset: expected, ..entry.clone() }, limits);
            let found = piece(file, expected, header.len());
            if found.as_ref() != Some(&header) || entry.offset != expected {
                let own = found.filter(|found| number(found, 0, 4) == Some(u64::from(LOCAL)));
                let own = own.and_then(|found| String::from_utf8(found.get(30..30 + entry.name.len())?.to_vec()).ok());
                self.fault(Part::Header, &own.unwrap_or(entry.name));
            }
            expected = expected.saturating_add(header.len() as u64).saturating_add(entry.size);
        }
        if expected != directory {
            self.fault(Part::End, "");
        }
    }

    /// Notes a fault, once.
    fn fault(&mut self, part: Part, name: &str) {
        let fault = Fault { part, name: name.to_owned() };
        if !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
    }
}

/// Bytes of a file, as many of them as there are.
fn piece(file: &mut (impl Read + Seek), at: u64, length: usize) -> Option<Vec<u8>> {
    file.seek(SeekFrom::Start(at)).ok()?;
    let mut bytes = Vec::new();
    file.take(length as u64).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// A number in bytes, the lowest first.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let bytes = bytes.get(at..at + length)?;
    Some(bytes.iter().rev().fold(0, |number, byte| (number << 8) | u64::from(*byte)))
}

/// Where the directory stands, and its bytes.
fn directory_of(file: &mut (impl Read + Seek)) -> Option<(u64, Vec<u8>)> {
    let whole = file.seek(SeekFrom::End(0)).ok()?;
    let from = whole.checked_sub(END as u64)?;
    let last = piece(file, from, END)?;
    if number(&last, 0, 4)? != u64::from(LAST) {
        return None;
    }
    let (mut length, mut at) = (number(&last, 12, 4)?, number(&last, 16, 4)?);
    let long = |number: u64| number == u64::from(u32::MAX);
    if number(&last, 10, 2)? == u64::from(u16::MAX) || long(length) || long(at) {
        let record = piece(file, from.checked_sub(LONG_END as u64)?, LONG_END)?;
        (length, at) = (number(&record, 40, 8)?, number(&record, 48, 8)?);
    }
    if length > MOST || at.checked_add(length)? > from {
        return None;
    }
    let bytes = piece(file, at, usize::try_from(length).ok()?)?;
    Some((at, bytes))
}

/// The entry at the beginning of some bytes of the directory, and how many of them it takes.
fn parse(bytes: &[u8]) -> Option<(Entry, usize)> {
    if number(bytes, 0, 4)? != u64::from(CENTRAL) {
        return None;
    }
    let crc = u32::try_from(number(bytes, 16, 4)?).ok()?;
    let (mut size, mut offset) = (number(bytes, 24, 4)?, number(bytes, 42, 4)?);
    let name_length = usize::try_from(number(bytes, 28, 2)?).ok()?;
    let extra_length = usize::try_from(number(bytes, 30, 2)?).ok()?;
    let name = String::from_utf8(bytes.get(46..46 + name_length)?.to_vec()).ok()?;
    let extra = bytes.get(46 + name_length..46 + name_length + extra_length)?;
    let mut place = 4;
    for (field, times) in [(&mut size, 2), (&mut offset, 1)] {
        if *field == u64::from(u32::MAX) {
            *field = number(extra, place, 8)?;
            place += 8 * times;
        }
    }
    Some((Entry { name, size, crc, offset }, 46 + name_length + extra_length))
}
