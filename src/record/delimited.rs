//! CSV and TSV: fields of a text file, each with its line and column.
//!
//! Read by RFC 4180, strictly: a quoted field must close and end at a delimiter. The usual reader forgives both and
//! then swallows half the file without a word.

use std::borrow::Cow;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Span};
use crate::source::Source;

use super::intake::{Heading, Intake};
use super::limits::MAX_COLUMNS;
use super::raw::Raw;

/// Delimiters that a file may have been saved with by mistake.
const OTHER_DELIMITERS: [(char, &str); 3] = [(';', ";"), ('\t', "\\t"), ('|', "|")];

/// One field of a row.
struct Field<'a> {
    /// Its text, without the quotes around it.
    text: Cow<'a, str>,
    /// Where it starts.
    span: Span,
}

/// Something wrong with the quotes of a file.
enum Fault {
    /// A quoted field that never closes; the rest of the file is inside it.
    Unclosed(Span),
    /// Characters between a closing quote and the next delimiter.
    AfterQuote(Span),
}

/// Reads the rows of a delimited file into the intake.
pub(super) fn read(source: &Source, ending: &str, intake: &mut Intake<'_>) {
    let default = if ending == "tsv" { b'\t' } else { b',' };
    let delimiter = intake.schema.delimiter.unwrap_or(default);
    let mut fields = Fields::new(source, delimiter);
    let mut row = Vec::new();
    for _ in 0..intake.schema.header_row {
        if !next(&mut fields, &mut row, intake) {
            let missing = Diagnostic::error("MB0218").arg("row", intake.schema.header_row);
            intake.report.push(missing.at(fields.here(0)).hint("hint"));
            return;
        }
    }
    if let Some(wrong) = wrong_delimiter(&row, intake) {
        intake.report.push(wrong);
        return;
    }
    let names: Vec<_> = row.drain(..).map(|field| (field.text, field.span)).collect();
    let Some(mut heading) = intake.heading(&names) else { return };
    while next(&mut fields, &mut row, intake) {
        let blank = row.len() == 1 && row.first().is_some_and(|field| field.text.trim().is_empty());
        if !blank && !take(&mut row, &mut heading, intake) {
            return;
        }
    }
}

/// The rows of a comma-separated file that has no schema, each field with its place; blank lines are left out.
///
/// # Errors
/// `MB0221` and `MB0222`: quotes that do not close, or close too early.
pub fn rows(source: &Source) -> Result<Vec<Vec<(String, Span)>>, Diagnostic> {
    let (mut fields, mut row, mut rows) = (Fields::new(source, b','), Vec::new(), Vec::new());
    loop {
        match fields.next_row(&mut row) {
            Ok(false) => return Ok(rows),
            Ok(true) if row.len() == 1 && row.iter().all(|field| field.text.trim().is_empty()) => {}
            Ok(true) => rows.push(row.drain(..).map(|field| (field.text.trim().to_owned(), field.span)).collect()),
            Err(Fault::Unclosed(span)) => return Err(Diagnostic::error("MB0221").at(span).hint("hint")),
            Err(Fault::AfterQuote(span)) => return Err(Diagnostic::error("MB0222").at(span).hint("hint")),
        }
    }
}

/// The next row; false at the end, or after a fault that leaves nothing to read.
fn next<'a>(fields: &mut Fields<'a>, row: &mut Vec<Field<'a>>, intake: &mut Intake<'_>) -> bool {
    loop {
        match fields.next_row(row) {
            Ok(more) => return more,
            Err(Fault::Unclosed(span)) => {
                intake.report.push(Diagnostic::error("MB0221").at(span).hint("hint"));
                return false;
            }
            Err(Fault::AfterQuote(span)) => {
                intake.report.push(Diagnostic::error("MB0222").at(span).hint("hint"));
            }
        }
    }
}

/// Hands a row on when it is as long as the heading; fields too many may be there if they are empty.
fn take(row: &mut Vec<Field<'_>>, heading: &mut Heading, intake: &mut Intake<'_>) -> bool {
    let extra = row.iter().skip(heading.width()).find(|field| !field.text.trim().is_empty());
    let place = row.first().map_or_else(|| Span::whole(Arc::clone(&intake.file)), |field| field.span.clone());
    let wrong = if row.len() < heading.width() {
        Some(Span { ..place.clone() })
    } else {
        extra.map(|field| field.span.clone())
    };
    if let Some(span) = wrong {
        let uneven = Diagnostic::error("MB0223").arg("found", row.len()).arg("expected", heading.width());
        intake.report.push(uneven.at(span).hint("hint"));
        return true;
    }
    row.truncate(heading.width());
    intake.grid_row(heading, row.drain(..).map(|field| (Raw::Text(field.text), field.span)), place)
}

/// `MB0220` when the heading is one field that holds another delimiter, yet several columns are declared.
fn wrong_delimiter(row: &[Field<'_>], intake: &Intake<'_>) -> Option<Diagnostic> {
    let [only] = row else { return None };
    if intake.schema.rules.len() < 2 {
        return None;
    }
    let commas = (',', ",");
    let found = OTHER_DELIMITERS.iter().chain(std::iter::once(&commas)).find(|(mark, _)| only.text.contains(*mark))?;
    Some(Diagnostic::error("MB0220").arg("delimiter", found.1).at(only.span.clone()).hint("hint"))
}

/// Walks a text field by field and keeps count of lines and columns.
struct Fields<'a> {
    /// Name of the file.
    file: Arc<str>,
    /// The whole text.
    text: &'a str,
    /// What stands between fields.
    delimiter: u8,
    /// Byte offset of what comes next.
    at: usize,
    /// Byte offset up to which lines and columns are counted.
    counted: usize,
    /// Line at `counted`, from 1.
    line: u32,
    /// Column at `counted`, in characters from 1.
    column: u32,
}

impl<'a> Fields<'a> {
    /// At the start of a file.
    fn new(source: &'a Source, delimiter: u8) -> Self {
        let file = Arc::clone(&source.name);
        Self { file, text: &source.text, delimiter, at: 0, counted: 0, line: 1, column: 1 }
    }

    /// The place of the next byte.
    fn here(&mut self, length: usize) -> Span {
        for c in self.text.get(self.counted..self.at).unwrap_or_default().chars() {
            if c == '\n' {
                self.line += 1;
                self.column = 1;
            } else {
                self.column = self.column.saturating_add(1);
            }
        }
        self.counted = self.at;
        Span::text(Arc::clone(&self.file), self.line, self.column, u32::try_from(length).unwrap_or(0))
    }

    /// Reads a row into `row`; false at the end of the file.
    fn next_row(&mut self, row: &mut Vec<Field<'a>>) -> Result<bool, Fault> {
        row.clear();
        if self.at >= self.text.len() {
            return Ok(false);
        }
        loop {
            let field = match self.field() {
                Ok(field) => field,
                Err(fault) => {
                    self.skip_line();
                    return Err(fault);
                }
            };
            // One more than allowed is enough for the finding; the rest of the row is not kept.
            if row.len() <= MAX_COLUMNS {
                row.push(field);
            }
            match self.text.as_bytes().get(self.at) {
                Some(byte) if *byte == self.delimiter => self.at += 1,
                Some(b'\r') => {
                    self.at += 2;
                    return Ok(true);
                }
                _ => {
                    self.at += 1;
                    return Ok(true);
                }
            }
        }
    }

    /// One field, up to its delimiter, line end or the end of the file.
    fn field(&mut self) -> Result<Field<'a>, Fault> {
        if self.text.as_bytes().get(self.at) == Some(&b'"') {
            return self.quoted();
        }
        let end = self.end_of_plain();
        let text = self.text.get(self.at..end).unwrap_or_default();
        let span = self.here(text.chars().count());
        self.at = end;
        Ok(Field { text: Cow::Borrowed(text), span })
    }

    /// A field in quotes; two quotes stand for one.
    fn quoted(&mut self) -> Result<Field<'a>, Fault> {
        let span = self.here(1);
        let start = self.at + 1;
        let mut from = start;
        let mut doubled = false;
        loop {
            let Some(quote) = self.text.get(from..).and_then(|rest| rest.find('"')).map(|at| from + at) else {
                self.at = self.text.len();
                return Err(Fault::Unclosed(span));
            };
            if self.text.as_bytes().get(quote + 1) == Some(&b'"') {
                doubled = true;
                from = quote + 2;
                continue;
            }
            let text = self.text.get(start..quote).unwrap_or_default();
            self.at = quote + 1;
            if self.end_of_plain() != self.at {
                return Err(Fault::AfterQuote(self.here(1)));
            }
            let text = if doubled { Cow::Owned(text.replace("\"\"", "\"")) } else { Cow::Borrowed(text) };
            return Ok(Field { text, span });
        }
    }

    /// Byte offset of the next delimiter or line end.
    fn end_of_plain(&self) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        while let Some(byte) = bytes.get(at) {
            let ends_line = *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) == Some(&b'\n'));
            if ends_line || *byte == self.delimiter {
                return at;
            }
            at += 1;
        }
        at
    }

    /// Goes to the next line, to read on after a fault.
    fn skip_line(&mut self) {
        let rest = self.text.get(self.at..).unwrap_or_default();
        self.at = rest.find('\n').map_or(self.text.len(), |end| self.at + end + 1);
    }
}
