//! A snapshot of the campaign folder: every input file in memory, read once by the press run.
//!
//! Rooms above take a [`Folder`] instead of touching the disk, so that a run sees one state of the
//! campaign and every stage can be tried in memory.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Span};

/// The input files of a campaign by relative path (`data/units.csv`).
#[derive(Debug, Clone, Default)]
pub struct Folder {
    /// Contents by path, `/` between parts.
    files: BTreeMap<String, Arc<[u8]>>,
}

impl Folder {
    /// An empty folder.
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a file in.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Arc<[u8]>>) {
        self.files.insert(path.into(), bytes.into());
    }

    /// A file's bytes.
    pub fn bytes(&self, path: &str) -> Option<&Arc<[u8]>> {
        self.files.get(path)
    }

    /// A file as text.
    ///
    /// # Errors
    /// `MB0001` when there is no such file, `MB0002` when it is not UTF-8 (with the first bad place).
    pub fn text(&self, path: &str) -> Result<Source, Diagnostic> {
        let bytes = self
            .bytes(path)
            .ok_or_else(|| Diagnostic::error("MB0001").arg("path", path).at(Span::whole(path)).hint("hint"))?;
        Source::new(path, bytes)
    }

    /// Paths that start with `prefix`, in order.
    pub fn under<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a Arc<[u8]>)> {
        self.files
            .range(prefix.to_owned()..)
            .take_while(move |(path, _)| path.starts_with(prefix))
            .map(|(path, bytes)| (path.as_str(), bytes))
    }
}

/// A text file with its line starts, so that byte offsets become places.
#[derive(Debug, Clone)]
pub struct Source {
    /// Path relative to the campaign folder.
    pub name: Arc<str>,
    /// Contents without a byte-order mark.
    pub text: Arc<str>,
    /// Byte offset of each line's start.
    lines: Arc<[usize]>,
}

impl Source {
    /// Reads bytes as UTF-8; a byte-order mark is dropped.
    ///
    /// # Errors
    /// `MB0002` with the place of the first byte that is not UTF-8.
    pub fn new(name: &str, bytes: &[u8]) -> Result<Self, Diagnostic> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Self::from_text(name, text)),
            Err(error) => {
                let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned();
                let span = Self::from_text(name, &good).span(good.len()..good.len());
                Err(Diagnostic::error("MB0002").arg("path", name).at(span).hint("hint"))
            }
        }
    }

    /// A source from text at hand.
    pub fn from_text(name: &str, text: &str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
        Self { name: name.into(), text: text.into(), lines: starts.collect() }
    }

    /// The place of a byte range (its part on the first line).
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.floor(range.start);
        let end = self.floor(range.end.max(start));
        let line = self.lines.partition_point(|at| *at <= start).max(1);
        let head = self.lines[line - 1];
        let column = self.text[head..start].chars().count() + 1;
        let stretch = self.text[start..end].lines().next().unwrap_or_default();
        Span::text(Arc::clone(&self.name), count(line), count(column), count(stretch.chars().count()))
    }

    /// The nearest character boundary at or before a byte offset.
    fn floor(&self, offset: usize) -> usize {
        self.text.floor_char_boundary(offset.min(self.text.len()))
    }
}

/// A count as 32 bits; files are far smaller.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let source = Source::from_text("a.csv", "mã,tên\nđường,1\n");
        assert_eq!(source.span(source.text.find('1').unwrap_or(0)..source.text.len()).to_string(), "a.csv:2:7");
    }

    #[test]
    fn bad_bytes_have_a_place() {
        let error = Source::new("a.csv", b"ok\nno\xff").err().map(|d| d.spans[0].to_string());
        assert_eq!(error.as_deref(), Some("a.csv:2:3"));
    }
}
