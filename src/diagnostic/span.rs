//! Where in the campaign folder something stands.

use std::fmt;
use std::sync::Arc;

/// A place in one file of the campaign.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Span {
    /// The file, relative to the campaign folder, with `/` between its parts.
    pub file: Arc<str>,
    /// Where in the file.
    pub place: Place,
}

/// The part of a file that is meant.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    /// The whole file.
    Whole,
    /// A stretch of one line; counted from 1, in characters.
    Text {
        /// Line.
        line: u32,
        /// First column.
        column: u32,
        /// How many characters; 0 when only the start is known.
        length: u32,
    },
    /// A cell of a spreadsheet.
    Cell {
        /// Sheet name.
        sheet: Arc<str>,
        /// Row, counted from 1.
        row: u32,
        /// Column, counted from 1 (A = 1).
        column: u32,
    },
}

impl Span {
    /// The whole file.
    pub fn whole(file: impl Into<Arc<str>>) -> Self {
        Self { file: file.into(), place: Place::Whole }
    }

    /// A line and column, both counted from 1.
    pub fn text(file: impl Into<Arc<str>>, line: u32, column: u32, length: u32) -> Self {
        Self { file: file.into(), place: Place::Text { line, column, length } }
    }

    /// A spreadsheet's cell; row and column counted from 1.
    pub fn cell(file: impl Into<Arc<str>>, sheet: impl Into<Arc<str>>, row: u32, column: u32) -> Self {
        Self { file: file.into(), place: Place::Cell { sheet: sheet.into(), row, column } }
    }

    /// A spreadsheet cell's name within its sheet (`C7`); none for other places.
    pub fn cell_name(&self) -> Option<String> {
        match self.place {
            Place::Cell { row, column, .. } => Some(format!("{}{row}", column_letters(column))),
            _ => None,
        }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Place::Whole => write!(f, "{}", self.file),
            Place::Text { line, column, .. } => write!(f, "{}:{line}:{column}", self.file),
            Place::Cell { sheet, row, column } => {
                write!(f, "{} › {sheet}!{}{row}", self.file, column_letters(*column))
            }
        }
    }
}

/// A spreadsheet column's letters: 1 → `A`, 27 → `AA`.
fn column_letters(mut column: u32) -> String {
    let mut letters = Vec::new();
    while column > 0 {
        column -= 1;
        letters.push(char::from(b'A' + u8::try_from(column % 26).unwrap_or(0)));
        column /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_read_as_people_write_them() {
        assert_eq!(Span::text("data/x.csv", 12, 4, 0).to_string(), "data/x.csv:12:4");
        assert_eq!(Span::cell("x.xlsx", "Q3", 7, 3).to_string(), "x.xlsx › Q3!C7");
        assert_eq!(column_letters(27), "AA");
        assert_eq!(column_letters(702), "ZZ");
    }
}
