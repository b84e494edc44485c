//! The journal: one line for each file finished since the manifest was written, so that a killed run loses none; and one before it
//! for each that is about to be put in its place or removed, so that what a killed run did is told from damage.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use anyhow::Context;
use serde::{Deserialize, Serialize};

use super::entry::RenditionEntry;
use super::kept::Kept;
use super::place;
use crate::digest::Digest;

/// What a journal says.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// Files that were finished, in order.
    pub(super) entries: Vec<RenditionEntry>,
    /// Files that were begun and not noted as finished, by path: the digest they were to have; none of those to be removed.
    pub(super) begun: BTreeMap<String, Option<Digest>>,
    /// How many whole lines could not be read.
    pub(super) unread: usize,
}

/// The line before a file is put in its place or removed.
#[derive(Serialize, Deserialize)]
struct Begun {
    /// Its path.
    begun: String,
    /// The digest it is to have; none when it is to go.
    content: Option<Digest>,
}

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
        self.add(entry.line()).with_context(|| format!("could not note {} in the journal", entry.path))
    }

    /// Notes that a file is about to be put in its place, or to be removed.
    ///
    /// # Errors
    /// The disk is full or gone; nothing is to be done to the file then.
    pub(super) fn begin(&mut self, path: &str, content: Option<Digest>) -> anyhow::Result<()> {
        let line = serde_json::to_vec(&Begun { begun: path.to_owned(), content });
        let noted = line.map_err(anyhow::Error::from).and_then(|line| self.add(&line));
        noted.with_context(|| format!("could not note in the journal that {path} is begun"))
    }

    /// Appends a line in one write.
    fn add(&mut self, text: &[u8]) -> anyhow::Result<()> {
        let mut line = Vec::with_capacity(text.len() + 2);
        if self.torn {
            line.push(b'\n');
        }
        line.extend_from_slice(text);
        line.push(b'\n');
        self.torn = true;
        self.file.write_all(&line)?;
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

/// Reads a journal's bytes.
///
/// A last line without its end is what a killed run leaves, and is not counted.
pub(super) fn parse(bytes: &[u8]) -> Lines {
    let mut lines = Lines::default();
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let whole = line.ends_with(b"\n");
        let text = line.trim_ascii();
        match serde_json::from_slice::<RenditionEntry>(text) {
            Ok(entry) if place::is_plain(&entry.path) => {
                lines.begun.remove(&entry.path);
                lines.entries.push(entry);
            }
            _ if text.is_empty() || !whole => {}
            _ => match serde_json::from_slice::<Begun>(text) {
                Ok(begun) => drop(lines.begun.insert(begun.begun, begun.content)),
                Err(_) => lines.unread += 1,
            },
        }
    }
    lines
}
