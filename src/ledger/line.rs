//! One line of the ledger: an event with its number, time, author, the seal of the line before, and its own.

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
    /// Seal of the line before, so that no line can be altered, dropped or put in between unnoticed.
    pub before: Digest,
    /// What happened.
    #[serde(flatten)]
    pub event: Event,
}

/// What stands before the first line.
pub(super) fn beginning() -> Digest {
    Digest::of(b"")
}

/// How a line's seal begins; it is always last.
const SEAL: &str = ",\"seal\":\"";
/// How it ends.
const END: &str = "\"}";

/// An entry as one line without its end, and its seal: the digest of all of the line that stands before it, which is
/// what the next line names.
///
/// # Errors
/// Never in practice: only if it cannot be written as JSON.
pub(super) fn sealed(entry: &Entry) -> anyhow::Result<(Vec<u8>, Digest)> {
    let mut line = serde_json::to_vec(entry)?;
    line.pop();
    let seal = Digest::of(&line);
    line.extend_from_slice(format!("{SEAL}{seal}{END}").as_bytes());
    Ok((line, seal))
}

/// An entry and its seal, of a line without its end; none when the line is not what was sealed.
fn opened(line: &[u8]) -> Option<(Entry, Digest)> {
    let whole = std::str::from_utf8(line).ok()?;
    let (before, seal) = whole.strip_suffix(END)?.rsplit_once(SEAL)?;
    let seal = Digest::parse(seal)?;
    (Digest::of(before.as_bytes()) == seal).then(|| serde_json::from_slice(line).ok().map(|entry| (entry, seal)))?
}

/// What a ledger's bytes say.
#[derive(Debug)]
pub(super) struct Parsed {
    /// Its entries in order.
    pub(super) entries: Vec<Entry>,
    /// Seal of the last whole line.
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
        let (entry, seal) = opened(text).ok_or(number)?;
        if entry.number != number as u64 || entry.before != parsed.last {
            return Err(number);
        }
        parsed.last = seal;
        parsed.whole += line.len();
        parsed.entries.push(entry);
    }
    Ok(parsed)
}
