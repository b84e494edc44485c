//! A light scan of Tera source: which stretches are text, which are tags, and the tags' words.
//!
//! In: a template file. Out: its pieces in order; comments and `{% raw %}` contents are in none of them. Tera's own
//! parser judges the syntax; this scan only looks for what Tera's public interface does not tell.

use std::ops::Range;

/// A stretch of template source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Printed as it stands.
    Text(Range<usize>),
    /// `{% … %}` or `{{ … }}`.
    Tag(Vec<Word>),
}

/// A word of a tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// What it is.
    pub(super) kind: WordKind,
    /// Bytes in the source.
    pub(super) range: Range<usize>,
}

/// Kinds of words, as far as the scan tells them apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum WordKind {
    /// A name or number, dots not included.
    Name(String),
    /// A string without escapes.
    Literal(String),
    /// Any other character.
    Mark(char),
}

/// Cuts source into pieces.
pub(super) fn scan(source: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while at < source.len() {
        let start = next_delimiter(source, at);
        if start > at {
            pieces.push(Piece::Text(at..start));
        }
        at = match source.get(start..start + 2) {
            Some("{#") => find(source, start + 2, "#}").map_or(source.len(), |end| end + 2),
            Some("{%") => match raw_end(source, start) {
                Some(end) => end,
                None => tag(source, start, "%}", &mut pieces),
            },
            Some(_) => tag(source, start, "}}", &mut pieces),
            None => source.len(),
        };
    }
    pieces
}

/// Offset of the next `{{`, `{%` or `{#`, or the end.
fn next_delimiter(source: &str, from: usize) -> usize {
    let bytes = source.as_bytes();
    (from..bytes.len().saturating_sub(1))
        .find(|at| bytes.get(*at) == Some(&b'{') && matches!(bytes.get(at + 1), Some(b'{' | b'%' | b'#')))
        .unwrap_or(source.len())
}

/// Offset of `needle` at or after `from`.
fn find(source: &str, from: usize, needle: &str) -> Option<usize> {
    source.get(from..)?.find(needle).map(|at| from + at)
}

/// The end of a `{% raw %}…{% endraw %}` that starts at `start`.
fn raw_end(source: &str, start: usize) -> Option<usize> {
    let mut from = lone_tag(source, start, "raw")?;
    loop {
        let next = find(source, from, "{%")?;
        if let Some(end) = lone_tag(source, next, "endraw") {
            return Some(end);
        }
        from = next + 2;
    }
}

/// The end of the tag at `start` when it holds `name` alone.
fn lone_tag(source: &str, start: usize, name: &str) -> Option<usize> {
    let inside = source.get(start + 2..)?;
    let end = inside.find("%}")?;
    let word = inside.get(..end)?.trim_matches(|c: char| c == '-' || c.is_ascii_whitespace());
    (word == name).then_some(start + 2 + end + 2)
}

/// Reads the words of the tag at `start`; gives the offset after it.
fn tag(source: &str, start: usize, close: &str, pieces: &mut Vec<Piece>) -> usize {
    let mut words = Vec::new();
    let mut at = start + 2;
    while let Some(rest) = source.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with(close) {
            at += 2;
            break;
        }
        at += word(rest, at, &mut words);
    }
    pieces.push(Piece::Tag(words));
    at
}

/// Reads one word (or one space) and gives its length in bytes.
fn word(rest: &str, at: usize, words: &mut Vec<Word>) -> usize {
    let Some(first) = rest.chars().next() else { return 1 };
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let (kind, length) = if first.is_whitespace() {
        return first.len_utf8();
    } else if is_name(first) {
        let name: String = rest.chars().take_while(|c| is_name(*c)).collect();
        let length = name.len();
        (WordKind::Name(name), length)
    } else if matches!(first, '"' | '\'' | '`') {
        literal(rest, first)
    } else {
        (WordKind::Mark(first), first.len_utf8())
    };
    words.push(Word { kind, range: at..at + length });
    length
}

/// Reads a string and gives it with its length, quotes included.
fn literal(rest: &str, quote: char) -> (WordKind, usize) {
    let mut text = String::new();
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
            continue;
        } else if c == quote {
            return (WordKind::Literal(text), at + c.len_utf8());
        }
        text.push(c);
    }
    (WordKind::Literal(text), rest.len())
}

impl Word {
    /// Its name, when it is one.
    pub(super) fn name(&self) -> Option<&str> {
        match &self.kind {
            WordKind::Name(name) => Some(name),
            _ => None,
        }
    }

    /// Its text, when it is a string.
    pub(super) fn literal(&self) -> Option<&str> {
        match &self.kind {
            WordKind::Literal(text) => Some(text),
            _ => None,
        }
    }

    /// Whether it is this character.
    pub(super) fn is(&self, mark: char) -> bool {
        self.kind == WordKind::Mark(mark)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<&str> {
        let text = |piece: &Piece| match piece {
            Piece::Text(range) => Some(range.clone()),
            Piece::Tag(_) => None,
        };
        scan(source).iter().filter_map(text).map(|range| &source[range]).collect()
    }

    #[test]
    fn comments_raw_and_tags_are_not_text() {
        assert_eq!(texts("a{# <m:x> #}b{% raw %}{{ <m:y> {% endraw %}c"), ["a", "b", "c"]);
        assert_eq!(texts(r#"<a>{{ "}}" ~ '%}' }}</a>{%- set x = "{{" -%}z"#), ["<a>", "</a>", "z"]);
        assert_eq!(texts("{"), ["{"]);
        assert_eq!(texts("{{"), Vec::<&str>::new());
        assert_eq!(texts("đ{# không đóng"), ["đ"]);
    }

    #[test]
    fn words_of_a_tag() {
        let pieces = scan(r#"{{ t(key="a\"b", n=r.x) }}"#);
        let Piece::Tag(words) = &pieces[0] else { panic!("no tag") };
        assert_eq!(words[0].name(), Some("t"));
        assert!(words[1].is('('));
        assert_eq!(words[4].literal(), Some("a\"b"));
        assert_eq!(words.len(), 12);
    }

    #[test]
    fn any_cut_of_a_source_is_scanned() {
        let source = "é{{ \"ạ\\\"b\" }}{# ư #}{% raw %}ô{% endraw %}{%- if ở == 'x' %}";
        for (at, _) in source.char_indices() {
            let _ = (scan(&source[..at]), scan(&source[at..]));
        }
    }
}
