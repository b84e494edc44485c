//! Templates: Tera source to filled Markup, every drawn value bound to its cells.
//!
//! In: `templates/` of the campaign ([`TemplateSet::read`]), then a job and the run's [`Scene`]. Out: [`Markup`].
//! Templates are untrusted: they see only the set's files and the context; output, values and nesting are bounded,
//! and [`TemplateSet::fill_within`] bounds the time.

mod arguments;
mod bounded;
mod coded;
mod complaint;
mod context;
mod deadline;
mod declaration;
mod derived;
mod facts;
mod fence;
mod fill;
mod functions;
mod gather;
mod growth;
mod mark;
mod recorder;
mod room;
mod said;
mod scan;
mod scene;
mod set;
mod stamp;
mod words;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::digest::Digest;
use crate::record::CellId;

pub use declaration::{Allow, Sequence};
pub use fence::{BrokenFence, Segment, parse_fences, strip_fences};
pub use gather::MOST_SOURCE;
pub use room::{Room, Unfit};
pub use said::Said;
pub use scene::Scene;
pub use set::{Template, TemplateSet};

/// First of the three private-use characters that fence a bound value: begin, end of index, end of value.
///
/// `BEGIN digits MIDDLE printed-text END`; the digits are `DIGIT_ZERO` + 0..=9, so that no filter that changes
/// letters or reads numbers can touch them. All are refused in input data.
pub const BEGIN: char = '\u{E000}';
/// Ends the index.
pub const MIDDLE: char = '\u{E001}';
/// Ends the value.
pub const END: char = '\u{E002}';
/// The private-use digit zero; nine more follow.
pub const DIGIT_ZERO: char = '\u{E010}';

/// A filled template, not yet laid out.
#[derive(Debug, Clone)]
pub struct Markup {
    /// XML, without what is said. Elements of the `m` namespace carry `m:at="F:L:C"`: index in `files`, line and column there.
    pub text: String,
    /// The values drawn, in the order they were printed; text and what is said refer to them by index, each once at most.
    pub bindings: Vec<Binding>,
    /// Template files, for places (`templates/card/template.svg`).
    pub files: Vec<Arc<str>>,
    /// Name of the template.
    pub template: Arc<str>,
    /// Strings with digits that the template may draw unbound, with the reason for each.
    pub allowed: Vec<(String, String)>,
    /// Tables of which it may have read any cell, beside those of the records it was given.
    pub tables: Vec<String>,
    /// Words about the picture; their values are among the bindings too.
    pub said: Said,
    /// Kind, day and note of the correction of a figure that it prints, so that blocks marked so are shown; mostly none.
    pub correction: Option<String>,
    /// Digest of what would be drawn: the text without places, and the numbers charts use.
    pub digest: Digest,
}

/// One bound value.
#[derive(Debug, Clone, PartialEq)]
pub struct Binding {
    /// Cells it was taken or derived from.
    pub cells: Vec<CellId>,
    /// What was printed.
    pub text: String,
    /// The number behind it, where there is one.
    pub number: Option<f64>,
    /// Whether its exact number is drawn too (`datum`), not only its text.
    pub exact: bool,
    /// Whether it only counts which of its cells are filled: another figure in one of them leaves it as it is.
    pub presence: bool,
}
