//! The ledger: what was approved, released, handed out, corrected and taken back; by whom and when. Lines are only ever added.
//!
//! In: events; out: [`Ledger`], the events in order. Each line is sealed and names the seal of the one before; an event has
//! happened once its line is on the disk: files written before it count for nothing, those after it can be made again.

mod event;
mod line;
mod standing;

pub use event::{
    CellChange, Correction, CorrectionKind, Door, Embargo, EmbargoKind, Event, PackKind, Replaced, State, Version,
};
pub use line::Entry;
pub use standing::Stage;

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use jiff::Timestamp;

use crate::diagnostic::{Diagnostic, Span};
use crate::digest::Digest;
use crate::store::lock;

/// The ledger's file in the desk.
pub const LEDGER: &str = "ledger.jsonl";
/// The file whose lock says that somebody is at the desk.
const LOCK: &str = ".lock";

/// Everything that happened, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ledger {
    /// The entries; numbers are their places, counted from 1.
    pub entries: Vec<Entry>,
}

/// A ledger that this process alone may add to.
#[derive(Debug)]
pub struct Writer {
    /// The file.
    path: PathBuf,
    /// Held while it is open.
    _lock: File,
    /// What it holds.
    ledger: Ledger,
    /// Seal of its last line.
    last: Digest,
}

/// Why a ledger cannot be worked with.
#[derive(Debug)]
pub enum Unreadable {
    /// It was altered: `MB1201` with the line.
    Altered(Diagnostic),
    /// The machine failed.
    Machine(anyhow::Error),
}

impl From<anyhow::Error> for Unreadable {
    fn from(error: anyhow::Error) -> Self {
        Self::Machine(error)
    }
}

impl Ledger {
    /// Reads the ledger of a desk; one that is not there is empty.
    ///
    /// # Errors
    /// `MB1201` when a line was altered, dropped or put in between; the machine's failure otherwise.
    pub fn read(desk: &Path) -> Result<Self, Unreadable> {
        Ok(read(desk)?.0)
    }
}

/// A desk's ledger, the seal of its last line, and the length of its whole lines.
fn read(desk: &Path) -> Result<(Ledger, Digest, u64), Unreadable> {
    let path = desk.join(LEDGER);
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
        Err(error) => {
            return Err(anyhow::Error::new(error).context(format!("could not read {}", path.display())).into());
        }
    };
    match line::parse(&bytes) {
        Ok(parsed) => Ok((Ledger { entries: parsed.entries }, parsed.last, parsed.whole as u64)),
        Err(number) => {
            let place = Span::text(path.display().to_string(), u32::try_from(number).unwrap_or(u32::MAX), 1, 1);
            Err(Unreadable::Altered(Diagnostic::error("MB1201").arg("line", number).at(place).hint("hint")))
        }
    }
}

impl Writer {
    /// Opens a desk's ledger for adding to it, making both if they are not there. Half a line that a killed process
    /// left is cut off: it never happened.
    ///
    /// # Errors
    /// As [`Ledger::read`]; also when another process is at the desk.
    pub fn open(desk: &Path) -> Result<Self, Unreadable> {
        fs::create_dir_all(desk).with_context(|| format!("could not make the folder {}", desk.display()))?;
        let lock = lock(&desk.join(LOCK))?;
        let (ledger, last, whole) = read(desk)?;
        let path = desk.join(LEDGER);
        if fs::metadata(&path).is_ok_and(|about| about.len() > whole) {
            let cut = OpenOptions::new().write(true).open(&path).and_then(|file| file.set_len(whole));
            cut.with_context(|| format!("could not cut half a line off {}", path.display()))?;
        }
        Ok(Self { path, _lock: lock, ledger, last })
    }

    /// What it holds.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// Enters an event; it has happened when this returns. Gives its number.
    ///
    /// # Errors
    /// The disk did not take the line; the event then has not happened.
    pub fn enter(&mut self, at: Timestamp, by: &str, event: Event) -> anyhow::Result<u64> {
        let number = self.ledger.entries.len() as u64 + 1;
        let entry = Entry { number, at, by: by.to_owned(), before: self.last, event };
        let (mut line, last) = line::sealed(&entry).context("could not write an event")?;
        line.push(b'\n');
        self.append(&line).with_context(|| format!("could not write to {}", self.path.display()))?;
        self.last = last;
        self.ledger.entries.push(entry);
        Ok(number)
    }

    /// Adds a line and waits for the disk; one that fails midway is taken off again.
    fn append(&self, line: &[u8]) -> anyhow::Result<()> {
        let mut file = OpenOptions::new().create(true).append(true).open(&self.path)?;
        let length = file.metadata()?.len();
        let written = file.write_all(line).and_then(|()| file.sync_all());
        if let Err(error) = written {
            // Should this fail too, the half line is cut off when the ledger is next opened.
            let _cut = file.set_len(length);
            return Err(error.into());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
