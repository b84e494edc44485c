//! One line of the ledger: an event with its number, time, author and the digest of the line before.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::event::Event;
use crate::digest::Digest;

/// An event as it was entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its number, counted from 1 without gaps.
    pub number: u64,
    /// When it was entered.
    pub at: Timestamp,
    /// Who entered it.
    pub by: String,
    /// Digest of the line before, so that no line can be altered, dropped or put in between unnoticed.
    pub before: Digest,
    /// What happened.
    #[serde(flatten)]
    pub event: Event,
}

/// What stands before the first line.
pub(super) fn beginning() -> Digest {
    Digest::of(b"")
}

/// What a ledger's bytes say.
#[derive(Debug)]
pub(super) struct Parsed {
    /// Its entries in order.
    pub(super) entries: Vec<Entry>,
    /// Digest of the last whole line.
    pub(super) last: Digest,
    /// Length of the whole lines; what follows is half a line of a killed process.
    pub(super) whole: usize,
}

/// Reads a ledger.
///
/// # Errors
/// The number of the first line that cannot be read or does not follow from the one before.
pub(super) fn parse(bytes: &[u8]) -> Result<Parsed, usize> {
    let mut parsed = Parsed { entries: Vec::new(), last: beginning(), whole: 0 };
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let Some(text) = line.strip_suffix(b"\n") else { break };
        let number = parsed.entries.len() + 1;
        let entry: Entry = serde_json::from_slice(text).map_err(|_| number)?;
        if entry.number != number as u64 || entry.before != parsed.last {
            return Err(number);
        }
        parsed.last = Digest::of(text);
        parsed.whole += line.len();
        parsed.entries.push(entry);
    }
    Ok(parsed)
}
