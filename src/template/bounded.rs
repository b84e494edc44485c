//! Where a fill writes to: at most so many bytes, with a note of how far it came.

use std::io::{self, Write};
use std::sync::atomic::{AtomicU64, Ordering};

use super::stamp::STAMP;

/// Longest markup of one fill, in bytes.
pub(super) const MOST_OUTPUT: usize = 8 * 1024 * 1024;

/// How far a fill came: the last stamp that it wrote.
#[derive(Debug, Default)]
pub(super) struct Progress(AtomicU64);

impl Progress {
    /// Notes a stamp, `FILE:LINE"…`.
    fn note(&self, stamp: &str) {
        if let Some((file, line)) = read_stamp(stamp) {
            self.0.store((u64::from(file) << 32) | u64::from(line), Ordering::Relaxed);
        }
    }

    /// Index of the file and line; line 0 when nothing was noted.
    pub(super) fn last(&self) -> (usize, u32) {
        let both = self.0.load(Ordering::Relaxed);
        let half = |bits: u64| u32::try_from(bits & u64::from(u32::MAX)).unwrap_or(u32::MAX);
        (usize::try_from(both >> 32).unwrap_or(usize::MAX), half(both))
    }
}

/// A buffer with a limit.
pub(super) struct Bounded<'p> {
    /// What was written.
    pub(super) bytes: Vec<u8>,
    /// Whether the limit was met.
    pub(super) full: bool,
    /// Told of stamps.
    progress: &'p Progress,
}

impl<'p> Bounded<'p> {
    /// An empty buffer.
    pub(super) fn new(progress: &'p Progress) -> Self {
        Self { bytes: Vec::with_capacity(16 * 1024), full: false, progress }
    }
}

impl Write for Bounded<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + bytes.len() > MOST_OUTPUT {
            self.full = true;
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        self.bytes.extend_from_slice(bytes);
        // Most writes are short pieces of text; a stamp is longer.
        if bytes.len() > STAMP.len()
            && let Some((_, stamp)) = std::str::from_utf8(bytes).ok().and_then(|text| text.rsplit_once(STAMP))
        {
            self.progress.note(stamp);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// File index and line at the start of a text.
pub(super) fn read_stamp(text: &str) -> Option<(u32, u32)> {
    let (stamp, _) = text.split_once('"')?;
    let mut parts = stamp.split(':');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}
