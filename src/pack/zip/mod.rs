//! ZIP as packs use it: stored, one fixed time, names flagged as UTF-8, no extra fields but ZIP64's where a number needs them.
//!
//! In: names and bytes in order; out: a file whose every byte follows from them, so that a reader can tell which part of a
//! damaged one is not as it was written. The libraries at hand leave the flag off plain names, or write sizes behind the
//! bytes, where stored entries cannot be streamed.

mod header;
mod read;

pub(super) use read::{Layout, Part};

use std::io::{self, Write};

use self::header::{Limits, end, local};

/// What the headers say of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its name.
    pub(super) name: String,
    /// Length, in bytes.
    pub(super) size: u64,
    /// CRC-32.
    pub(super) crc: u32,
    /// Where its header stands.
    pub(super) offset: u64,
}

/// Writes a ZIP file from its beginning to its end.
pub(super) struct Writer<W> {
    /// Where it goes.
    out: W,
    /// How many bytes went there.
    at: u64,
    /// What was written.
    entries: Vec<Entry>,
    /// From which numbers on ZIP64 is needed.
    limits: Limits,
}

impl<W: Write> Writer<W> {
    /// A file of which nothing is written yet.
    pub(super) fn new(out: W) -> Self {
        Self { out, at: 0, entries: Vec::new(), limits: Limits::REAL }
    }

    /// Adds a file; names are ASCII.
    ///
    /// # Errors
    /// The disk does not take it.
    pub(super) fn add(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let entry =
            Entry { name: name.to_owned(), size: bytes.len() as u64, crc: crc32fast::hash(bytes), offset: self.at };
        self.put(&local(&entry, self.limits))?;
        self.put(bytes)?;
        self.entries.push(entry);
        Ok(())
    }

    /// Writes the directory; gives what was written to.
    ///
    /// # Errors
    /// The disk does not take it.
    pub(super) fn finish(mut self) -> io::Result<W> {
        let directory = header::directory(&self.entries, self.limits);
        let end = end(self.entries.len() as u64, directory.len() as u64, self.at, self.limits);
        self.put(&directory)?;
        self.put(&end)?;
        Ok(self.out)
    }

    /// Writes bytes and counts them.
    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.at += bytes.len() as u64;
        self.out.write_all(bytes)
    }
}

/// How long a file of these names and lengths is, to the byte.
pub(super) fn length<'a>(files: impl Iterator<Item = (&'a str, u64)>) -> u64 {
    let (mut at, mut entries) = (0, Vec::new());
    for (name, size) in files {
        let entry = Entry { name: name.to_owned(), size, crc: 0, offset: at };
        at += local(&entry, Limits::REAL).len() as u64 + size;
        entries.push(entry);
    }
    let directory = header::directory(&entries, Limits::REAL).len() as u64;
    at + directory + end(entries.len() as u64, directory, at, Limits::REAL).len() as u64
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    /// A file of these entries, with ZIP64 from small numbers on.
    fn written(files: &[(&str, &[u8])], limits: Limits) -> Vec<u8> {
        let mut writer = Writer { limits, ..Writer::new(Vec::new()) };
        for (name, bytes) in files {
            writer.add(name, bytes).unwrap();
        }
        writer.finish().unwrap()
    }

    #[test]
    fn an_independent_reader_reads_it() {
        let files: [(&str, &[u8]); 3] = [("p/a.txt", b"one"), ("p/b.bin", &[7; 300]), ("p/empty", b"")];
        for limits in [Limits::REAL, Limits { size: 200, count: 2 }, Limits { size: 0, count: 0 }] {
            let bytes = written(&files, limits);
            let mut archive = ::zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
            assert_eq!(archive.len(), 3);
            for (name, content) in files {
                let mut file = archive.by_name(name).unwrap();
                let mut read = Vec::new();
                io::copy(&mut file, &mut read).unwrap();
                assert_eq!(read, content, "{name}");
            }
        }
    }

    #[test]
    fn its_length_is_known_before() {
        let files: [(&str, &[u8]); 3] = [("p/a.txt", b"one"), ("p/b.bin", &[7; 300]), ("p/empty", b"")];
        let expected = written(&files, Limits::REAL).len() as u64;
        assert_eq!(length(files.iter().map(|(name, bytes)| (*name, bytes.len() as u64))), expected);
        let many: Vec<String> = (0..70_000).map(|at| format!("f{at}")).collect();
        let files: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b"x"[..])).collect();
        let bytes = written(&files, Limits::REAL);
        assert_eq!(length(files.iter().map(|(name, bytes)| (*name, bytes.len() as u64))), bytes.len() as u64);
        assert_eq!(::zip::ZipArchive::new(Cursor::new(&bytes)).unwrap().len(), 70_000, "ZIP64 by count");
    }

    #[test]
    fn a_flipped_byte_is_found_wherever_it_is() {
        let files: [(&str, &[u8]); 2] = [("p/a.txt", b"one"), ("p/b.bin", b"zwei")];
        for limits in [Limits::REAL, Limits { size: 0, count: 0 }] {
            let bytes = written(&files, limits);
            let read = |bytes: &[u8]| Layout::read_within(&mut Cursor::new(bytes), limits);
            assert!(read(&bytes).faults.is_empty(), "{limits:?}");
            let header = if limits.size == 0 { 50 } else { 30 };
            for at in 0..bytes.len() {
                let mut damaged = bytes.clone();
                damaged[at] ^= 0x20;
                let layout = read(&damaged);
                let content = layout.entries.iter().any(|entry| {
                    let from = usize::try_from(entry.offset).unwrap() + header + entry.name.len();
                    let to = from + usize::try_from(entry.size).unwrap();
                    damaged.get(from..to).is_none_or(|bytes| crc32fast::hash(bytes) != entry.crc)
                });
                assert!(!layout.faults.is_empty() || content, "byte {at}");
            }
            for length in 0..bytes.len() {
                assert!(!read(&bytes[..length]).faults.is_empty(), "cut at {length}");
            }
        }
    }
}
