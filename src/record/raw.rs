//! A cell as its file gives it, before the schema has its say.

use std::borrow::Cow;

/// An unchecked value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Raw<'a> {
    /// Nothing.
    Empty,
    /// Written characters; numbers and dates among them follow the schema's locale.
    Text(Cow<'a, str>),
    /// A number that the file itself holds as one, and how it was written.
    Number(f64, Cow<'a, str>),
    /// A number that the file shows as a percentage: 0.74, shown as 74%.
    Percent(f64),
    /// A true or false that the file itself holds as one.
    Boolean(bool),
    /// A calendar day that the file itself holds as one.
    Date(jiff::civil::Date),
    /// A spreadsheet's error such as `#N/A`.
    Error(String),
    /// A list or an object where one value is wanted.
    Nested,
}

impl Raw<'_> {
    /// Whether there is nothing but white space.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}
