//! What a run tells whoever listens. In: facts from the stages; out: plain values that the command line prints.

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::encode::Encoding;

/// Hears what happens while it happens; called from many threads at once.
pub trait Listener: Sync {
    /// Takes note of one event; must not fail.
    fn hear(&self, event: &Event);
}

/// One thing that happened.
#[derive(Debug, Clone)]
pub enum Event {
    /// The plan is known and work begins.
    Started {
        /// Artworks to draw.
        jobs: usize,
        /// Files they give.
        renditions: usize,
    },
    /// A finding about the campaign.
    Diagnostic(Diagnostic),
    /// A file that would be made, or left alone, and why (`plan` only).
    Planned(Planned),
    /// A file is done.
    Job(JobEvent),
    /// The run is over; always the last event.
    Finished(Report),
}

/// One file of an asset.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rendition {
    /// The asset's name.
    pub asset: String,
    /// Format name.
    pub format: String,
    /// Language code.
    pub language: String,
    /// Theme name.
    pub theme: String,
    /// File type.
    pub encoding: Encoding,
    /// Path relative to the output folder, `/` between parts.
    pub path: String,
}

/// A file that is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobEvent {
    /// Which file.
    pub rendition: Rendition,
    /// How it ended.
    pub status: Status,
    /// Digest of its bytes; none when it failed.
    pub digest: Option<Digest>,
}

/// How a file's making ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Made now.
    Rendered,
    /// Already there, for the same inputs.
    Cached,
    /// Not made; a diagnostic says why.
    Failed,
}

/// A file of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Which file.
    pub rendition: Rendition,
    /// Why it would be made, or not.
    pub reason: Reason,
}

/// Why a file would be made, or not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Never made before.
    New,
    /// Inputs differ from those of the file that lies there (never an empty list).
    Changed(Vec<Change>),
    /// Made before, but the file is gone.
    Missing,
    /// The file's bytes are not those that were written.
    Damaged,
    /// Nothing changed, but `--fresh` asks for it.
    Fresh,
    /// Nothing changed: it stays.
    Unchanged,
}

/// One input that differs from last time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Change {
    /// What kind of input.
    pub cause: Cause,
    /// Which one: a cell's identity, a token's path, a file, a format.
    pub name: String,
    /// What it was, where that can be said shortly.
    pub before: Option<String>,
    /// What it is now, where that can be said shortly.
    pub after: Option<String>,
}

/// The kinds of input of a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Cause {
    /// A cell of the data.
    Cell,
    /// A token of the brand.
    Token,
    /// A file of the template.
    Template,
    /// A font file.
    Font,
    /// A picture.
    Picture,
    /// The format's numbers.
    Format,
    /// How the file type is written.
    Encoding,
    /// What is embedded in the file.
    Metadata,
    /// mocban itself.
    Program,
}

/// The account of a run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Report {
    /// Files made now.
    pub rendered: usize,
    /// Files left as they were.
    pub cached: usize,
    /// Files that could not be made.
    pub failed: usize,
    /// How long it took, in seconds.
    pub seconds: f64,
}
