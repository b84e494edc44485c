//! Stamping: each start tag of the `m` namespace, and each `<svg`, gets the file, line and column it stands at.
//!
//! In: a template file and its index. Out: the source that Tera compiles, and the way back to places in the file.

use std::fmt::Write as _;
use std::ops::Range;

use crate::diagnostic::{Place, Span};
use crate::source::Source;

use super::scan::{Piece, scan};

/// A template file with its stamped source.
#[derive(Debug, Clone)]
pub(super) struct Stamped {
    /// The file as written.
    pub(super) source: Source,
    /// What Tera compiles.
    pub(super) text: String,
    /// Where something was put in: offset in `text`, length.
    inserts: Vec<(usize, usize)>,
}

/// Begins the stamp, up to the file index.
pub(super) const STAMP: &str = " m:at=\"";

impl Stamped {
    /// Stamps a file; `index` is its place in the markup's list of files.
    pub(super) fn new(source: Source, index: usize) -> Self {
        let mut stamped = Self { text: String::new(), inserts: Vec::new(), source };
        let text = std::sync::Arc::clone(&stamped.source.text);
        let mut copied = 0;
        for piece in scan(&text) {
            let Piece::Text(range) = piece else { continue };
            for end in tag_names(&text, range) {
                let between = text.get(copied..end).unwrap_or_default();
                stamped.text.push_str(between);
                let start = stamped.text.len();
                let tag = between.rfind('<').map_or(end, |at| copied + at);
                let Place::Text { line, column, .. } = stamped.source.span(tag..end).place else { continue };
                // Writing to a String cannot fail.
                let _ = write!(stamped.text, "{STAMP}{index}:{line}:{column}\"");
                stamped.inserts.push((start, stamped.text.len() - start));
                copied = end;
            }
        }
        stamped.text.push_str(text.get(copied..).unwrap_or_default());
        stamped
    }

    /// The place of a byte range of the stamped text.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        self.source.span(self.back(range.start)..self.back(range.end))
    }

    /// The place of a line and column (both from 1, in characters) of the stamped text.
    pub(super) fn span_at(&self, line: usize, column: usize) -> Span {
        let head: usize = self.text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let rest = self.text.get(head..).unwrap_or_default();
        let width: usize = rest.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum();
        let at = head + width;
        self.span(at..at)
    }

    /// The file's offset for an offset of the stamped text.
    fn back(&self, offset: usize) -> usize {
        let before = self.inserts.iter().take_while(|(start, _)| *start < offset);
        offset - before.map(|(start, length)| (*length).min(offset - start)).sum::<usize>()
    }
}

/// Offsets where the names of `<m:NAME` and `<svg` end.
fn tag_names(text: &str, range: Range<usize>) -> Vec<usize> {
    let start = range.start;
    let part = text.get(range).unwrap_or_default();
    let ends = part.match_indices("<m:").filter_map(|(at, opening)| {
        let name = part.get(at + opening.len()..)?;
        let length = name.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))).unwrap_or(name.len());
        // A name that goes on in a tag of Tera is not known here.
        (length > 0).then_some(start + at + opening.len() + length)
    });
    let fragments = part.match_indices("<svg").map(|(at, opening)| at + opening.len()).filter(|end| {
        part.get(*end..).is_some_and(|rest| rest.starts_with(|c: char| c.is_whitespace() || matches!(c, '>' | '/')))
    });
    let mut ends: Vec<usize> = ends.chain(fragments.map(|end| start + end)).collect();
    ends.sort_unstable();
    ends
}

/// Markup without its stamps.
pub(super) fn unstamped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((head, tail)) = rest.split_once(STAMP) {
        out.push_str(head);
        let end = tail.find(|c: char| !(c.is_ascii_digit() || c == ':')).unwrap_or(tail.len());
        rest = match tail.get(end..).and_then(|after| after.strip_prefix('"')) {
            Some(after) => after,
            None => {
                out.push_str(STAMP);
                tail
            }
        };
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str =
        "<svg>\n{# <m:no/> #}<m:row gap=\"1\">\n{% raw %}<m:no/>{% endraw %}{{ \"<m:no/>\" }}<m:text/></m:row>\n</svg>";

    #[test]
    fn start_tags_are_stamped_and_nothing_else() {
        let stamped = Stamped::new(Source::from_text("templates/a/template.svg", SOURCE), 2);
        assert_eq!(stamped.text.matches("m:at").count(), 3);
        assert!(stamped.text.contains("<m:row m:at=\"2:2:14\" gap=\"1\">"));
        assert!(stamped.text.contains("<m:text m:at=\"2:3:44\"/></m:row>"));
        assert_eq!(unstamped(&stamped.text), SOURCE);
    }

    #[test]
    fn places_lead_back_to_the_file() {
        let stamped = Stamped::new(Source::from_text("t.svg", "<m:a/><m:b/>{{ x }}"), 0);
        let at = stamped.text.find("{{").unwrap_or_default();
        assert_eq!(stamped.span(at..at + 2).to_string(), "t.svg:1:13");
        let column = stamped.text[..at].chars().count() + 1;
        assert_eq!(stamped.span_at(1, column).to_string(), "t.svg:1:13");
        assert_eq!(stamped.span_at(9, 9).file.as_ref(), "t.svg");
    }

    #[test]
    fn only_true_stamps_are_removed() {
        assert_eq!(unstamped("a m:at=\"x\" b"), "a m:at=\"x\" b");
        assert_eq!(unstamped("<m:a m:at=\"0:12:3\"/>"), "<m:a/>");
    }
}
