//! The journal: one line for each file finished since the manifest was written, so that a killed run loses none.

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use anyhow::Context;

use super::entry::RenditionEntry;
use super::kept::Kept;
use super::place;

/// The journal, open for appending.
#[derive(Debug)]
pub(super) struct Journal {
    /// The file, in append mode.
    file: File,
    /// Whether the last line has no end, so that the next must not stick to it.
    torn: bool,
}

impl Journal {
    /// Opens or makes the file.
    ///
    /// # Errors
    /// It cannot be made or read.
    pub(super) fn open(path: &Path) -> anyhow::Result<Self> {
        let reading = || format!("could not open the journal {}", path.display());
        let mut file = OpenOptions::new().create(true).read(true).append(true).open(path).with_context(reading)?;
        let mut torn = false;
        if file.metadata().with_context(reading)?.len() > 0 {
            let mut last = [0];
            file.seek(SeekFrom::End(-1)).with_context(reading)?;
            file.read_exact(&mut last).with_context(reading)?;
            torn = last != *b"\n";
        }
        Ok(Self { file, torn })
    }

    /// Appends an entry as one line, in one write.
    ///
    /// # Errors
    /// The disk is full or gone; the entry then counts as not recorded.
    pub(super) fn append(&mut self, entry: &Kept) -> anyhow::Result<()> {
        let mut line = Vec::with_capacity(entry.line().len() + 2);
        if self.torn {
            line.push(b'\n');
        }
        line.extend_from_slice(entry.line());
        line.push(b'\n');
        self.torn = true;
        self.file.write_all(&line).with_context(|| format!("could not note {} in the journal", entry.path))?;
        self.torn = false;
        Ok(())
    }

    /// Empties it, once the manifest holds what it said.
    ///
    /// # Errors
    /// The file cannot be cut.
    pub(super) fn clear(&mut self) -> anyhow::Result<()> {
        self.file.set_len(0).context("could not empty the journal")?;
        self.torn = false;
        Ok(())
    }
}

/// Reads a journal's bytes: the entries in order, and how many whole lines could not be read.
///
/// A last line without its end is what a killed run leaves, and is not counted.
pub(super) fn parse(bytes: &[u8]) -> (Vec<RenditionEntry>, usize) {
    let mut entries = Vec::new();
    let mut unread = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let whole = line.ends_with(b"\n");
        let text = line.trim_ascii();
        match serde_json::from_slice::<RenditionEntry>(text) {
            Ok(entry) if place::is_plain(&entry.path) => entries.push(entry),
            _ if text.is_empty() || !whole => {}
            _ => unread += 1,
        }
    }
    (entries, unread)
}
