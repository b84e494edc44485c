//! What is said of a design that is known.

use jiff::Timestamp;
use serde::Serialize;

use crate::language::Words;
use crate::published::{NoticeKind, PublicVersion, Published, Status};
use crate::release::ReleasedFile;

/// An answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    /// Of which kind.
    pub answer: Verdict,
    /// The designs it speaks of, the likeliest first.
    pub found: Vec<Known>,
}

/// The three kinds of answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The bytes are those of a released file.
    Identical,
    /// A design is known: its numbers are to be compared.
    Compare,
    /// Nothing is known.
    NotFound,
}

/// A version that is known.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Known {
    /// The asset.
    pub asset: String,
    /// Its version.
    pub version: u32,
    /// The file, when one was found by its bytes or its look.
    pub file: Option<String>,
    /// Its short code.
    pub code: String,
    /// Its headline.
    pub headline: String,
    /// Its reporting period.
    pub period: String,
    /// Its official standing now.
    pub standing: Standing,
    /// Since when it is out.
    pub published: Timestamp,
    /// When something last happened to it.
    pub updated: Timestamp,
    /// The version that stands in its place.
    pub replaced_by: Option<u32>,
    /// Why it was corrected, withheld or taken back.
    pub note: Words,
    /// Its numbers; none of one that is not given out.
    pub numbers: Vec<KnownNumber>,
}

/// A number of a design, to hold against the picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KnownNumber {
    /// As printed.
    pub text: String,
    /// The cells it comes from.
    pub cells: Vec<String>,
}

/// The official standing of a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// It holds.
    Current,
    /// A newer one stands in its place; it was right when it came out.
    Superseded,
    /// Its figures were provisional, and are revised.
    Revised,
    /// It had an error, which is put right in a newer one.
    Corrected,
    /// It is not to be used until it is said otherwise.
    Withheld,
    /// It was taken back.
    Recalled,
    /// Its day is over.
    Expired,
}

impl Answer {
    /// That nothing is known; the same whatever was asked.
    pub fn nothing() -> Self {
        Self { answer: Verdict::NotFound, found: Vec::new() }
    }

    /// Whether the bytes are a released file's that may be used.
    pub fn is_usable(&self) -> bool {
        let usable = |known: &Known| matches!(known.standing, Standing::Current | Standing::Superseded);
        self.answer == Verdict::Identical && self.found.first().is_some_and(usable)
    }
}

impl Verdict {
    /// Its word in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Identical => "identical",
            Self::Compare => "compare",
            Self::NotFound => "not-found",
        }
    }
}

impl Standing {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Current,
        Self::Superseded,
        Self::Revised,
        Self::Corrected,
        Self::Withheld,
        Self::Recalled,
        Self::Expired,
    ];

    /// Its word in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Superseded => "superseded",
            Self::Revised => "revised",
            Self::Corrected => "corrected",
            Self::Withheld => "withheld",
            Self::Recalled => "recalled",
            Self::Expired => "expired",
        }
    }
}

/// The official standing of a version.
pub fn standing(published: &Published, version: &PublicVersion) -> Standing {
    let notice = |number| published.notices.iter().find(|notice| notice.number == number).map(|notice| notice.kind);
    match (version.status, version.replaced_by) {
        (Status::Withheld, _) => Standing::Withheld,
        (Status::Canceled, None) => Standing::Recalled,
        (Status::Canceled, Some(_)) => match version.notice.and_then(notice) {
            Some(NoticeKind::Correction) | None => Standing::Corrected,
            Some(NoticeKind::Revision) => Standing::Revised,
            Some(_) => Standing::Superseded,
        },
        (Status::Usable, _) if version.has_expired(published.now) => Standing::Expired,
        (Status::Usable, Some(_)) => Standing::Superseded,
        (Status::Usable, None) => Standing::Current,
    }
}

impl Known {
    /// What is said of a version.
    pub(super) fn of(published: &Published, version: &PublicVersion, file: Option<&ReleasedFile>) -> Self {
        let asset = &version.asset;
        let numbers = if version.is_served() { asset.numbers() } else { Vec::new() };
        Self {
            asset: asset.asset.clone(),
            version: version.version,
            file: file.map(|file| file.name.clone()),
            code: asset.code.clone(),
            headline: asset.headline.clone(),
            period: asset.period.clone(),
            standing: standing(published, version),
            published: version.at,
            updated: version.updated,
            replaced_by: version.replaced_by,
            note: version.reason.clone(),
            numbers: numbers
                .into_iter()
                // The code is drawn too, and is said above.
                .filter(|number| !number.cells.is_empty())
                .map(|number| KnownNumber { text: number.text.clone(), cells: number.cells.clone() })
                .collect(),
        }
    }
}
