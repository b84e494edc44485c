//! YAML: a list of mappings, every plain word kept as it is written.
//!
//! Read event by event, not into values, so that `007` and `no` stay what they are where a column is text. Aliases
//! are refused: data says each thing out, and a few lines of them can unfold to gigabytes.

use std::borrow::Cow;
use std::ops::Range;

use serde_saphyr::granit_parser::{Event, Parser, ScalarStyle, ScanError, Span as Stretch, StrInput, Tag};

use crate::diagnostic::Diagnostic;
use crate::source::Source;

use super::intake::Intake;
use super::limits::MAX_DEPTH;
use super::raw::Raw;
use super::tree::{Content, Node, shape, take};

/// Reads a YAML file into the intake.
pub(super) fn read(source: &Source, intake: &mut Intake<'_>) {
    let mut reader = Reader { source, parser: Parser::new_from_str(&source.text) };
    match reader.document() {
        Ok(Some(root)) => take(root, source, intake),
        Ok(None) => intake.report.push(shape("list", source.span(0..0))),
        Err(fault) => intake.report.push(*fault),
    }
}

/// Builds a tree from the parser's events.
struct Reader<'a> {
    /// The file.
    source: &'a Source,
    /// Its events.
    parser: Parser<'a, StrInput<'a>>,
}

/// A value, or the finding that ends the reading; boxed, since it is large and rare.
type Read<T> = Result<T, Box<Diagnostic>>;

impl<'a> Reader<'a> {
    /// The only document of the file; none when the file is empty.
    fn document(&mut self) -> Read<Option<Node<'a>>> {
        let mut root = None;
        loop {
            let (event, stretch) = self.next()?;
            match event {
                Event::StreamEnd => return Ok(root),
                Event::StreamStart | Event::DocumentEnd => {}
                Event::DocumentStart(..) if root.is_some() => return Err(self.fault("document", &stretch)),
                Event::DocumentStart(..) => {}
                event => root = Some(self.node(event, &stretch, MAX_DEPTH)?),
            }
        }
    }

    /// The next event that is data; the end of the events counts as the end of the stream.
    fn next(&mut self) -> Read<(Event<'a>, Stretch)> {
        loop {
            match self.parser.next_event() {
                // Comments and anchors' names are events too.
                Some(Ok((event, stretch))) if event.is_node() || is_mark(&event) => return Ok((event, stretch)),
                Some(Ok(_)) => {}
                Some(Err(error)) => return Err(self.syntax(&error)),
                None => return Ok((Event::StreamEnd, Stretch::default())),
            }
        }
    }

    /// The node that an event begins.
    fn node(&mut self, event: Event<'a>, stretch: &Stretch, depth: usize) -> Read<Node<'a>> {
        let range = range(stretch);
        let content = match event {
            Event::Scalar(text, style, _, tag) => Content::Scalar(scalar(text, style, tag.as_deref())),
            _ if depth == 0 => return Err(self.fault("depth", stretch)),
            Event::SequenceStart(..) => Content::List(self.list(depth)?),
            Event::MappingStart(..) => Content::Object(self.mapping(depth)?),
            Event::Alias(_) => {
                let fault = Diagnostic::error("MB0242").at(self.source.span(range)).hint("hint");
                return Err(Box::new(fault));
            }
            _ => return Err(self.fault("list", stretch)),
        };
        Ok(Node { content, range })
    }

    /// The items of a list.
    fn list(&mut self, depth: usize) -> Read<Vec<Node<'a>>> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, _) => return Ok(items),
                (event, stretch) => items.push(self.node(event, &stretch, depth - 1)?),
            }
        }
    }

    /// The entries of a mapping; names must be plain values.
    fn mapping(&mut self, depth: usize) -> Read<Vec<(String, Range<usize>, Node<'a>)>> {
        let mut entries = Vec::new();
        loop {
            match self.next()? {
                (Event::MappingEnd, _) => return Ok(entries),
                (Event::Scalar(name, ..), place) => {
                    let (event, stretch) = self.next()?;
                    let node = self.node(event, &stretch, depth - 1)?;
                    entries.push((name.into_owned(), range(&place), node));
                }
                (_, stretch) => return Err(self.fault("name", &stretch)),
            }
        }
    }

    /// `MB0243` at a stretch of the file.
    fn fault(&self, expected: &str, stretch: &Stretch) -> Box<Diagnostic> {
        Box::new(shape(expected, self.source.span(range(stretch))))
    }

    /// `MB0241`, with the parser's reason.
    fn syntax(&self, error: &ScanError) -> Box<Diagnostic> {
        let at = error.marker().byte_offset().unwrap_or(self.source.text.len());
        let reason = error.info();
        let reason = reason.lines().next().unwrap_or_default();
        Box::new(Diagnostic::error("MB0241").arg("reason", reason).at(self.source.span(at..at)).hint("hint"))
    }
}

/// Whether an event begins or ends something without being a node itself.
fn is_mark(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(..)
            | Event::DocumentEnd
            | Event::SequenceEnd
            | Event::MappingEnd
    )
}

/// A stretch's bytes.
fn range(stretch: &Stretch) -> Range<usize> {
    stretch.byte_range().unwrap_or(0..0)
}

/// A scalar: quoted ones and those tagged `!!str` are text; plain ones may be nothing or a number.
fn scalar<'a>(text: Cow<'a, str>, style: ScalarStyle, tag: Option<&Tag>) -> Raw<'a> {
    if style != ScalarStyle::Plain || tag.is_some_and(|tag| tag.is_yaml_core_schema_tag("str")) {
        return Raw::Text(text);
    }
    if matches!(&*text, "" | "~" | "null" | "Null" | "NULL") {
        return Raw::Empty;
    }
    // Only what YAML's core schema calls a number; `f64` alone would also read `inf` and `nan`.
    let looks_numeric = text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.'))
        && text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'+' | b'.' | b'e' | b'E'));
    match text.parse::<f64>() {
        Ok(number) if looks_numeric => Raw::Number(number, text),
        _ => Raw::Text(text),
    }
}
