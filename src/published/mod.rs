//! What somebody may see at some moment: a function of releases, ledger, time and audience.
//!
//! Feeds, packs, pages and the answer to "is this genuine?" are made from [`Published`] and from nothing else, so that what
//! is held back is held back everywhere.

mod gather;
mod notice;

pub use notice::{Notice, NoticeKind};

use std::sync::Arc;

use jiff::Timestamp;
use serde::Serialize;

use crate::catalogue::LARGEST_PREVIEW;
use crate::language::Words;
use crate::ledger::{Embargo, Ledger};
use crate::release::{Facts, Release, ReleasedAsset, ReleasedFile};

/// Who looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Audience {
    /// Anyone.
    Public,
    /// Accredited offices: what is timed for the press is there before the hour, labelled.
    Press,
}

/// What an audience may see at a moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Published {
    /// The moment.
    pub now: Timestamp,
    /// The audience.
    pub audience: Audience,
    /// What the campaign says of itself, as of the last release seen; empty before the first.
    pub facts: Facts,
    /// Assets by name.
    pub assets: Vec<PublicAsset>,
    /// Corrections, kills and the like about them, oldest first.
    pub notices: Vec<Notice>,
    /// Releases, oldest first.
    pub releases: Vec<PublicRelease>,
}

/// A release that is seen.
#[derive(Debug, Clone, PartialEq)]
pub struct PublicRelease {
    /// Since when.
    pub at: Timestamp,
    /// What holds it back from the public still; none after the hour.
    pub embargo: Option<Embargo>,
    /// When its pictures are no longer to be used.
    pub expires: Option<Timestamp>,
    /// The release.
    pub release: Arc<Release>,
}

/// An asset that is seen.
#[derive(Debug, Clone, PartialEq)]
pub struct PublicAsset {
    /// Its name.
    pub asset: String,
    /// Its versions, oldest first; never empty.
    pub versions: Vec<PublicVersion>,
}

/// A version that is seen.
#[derive(Debug, Clone, PartialEq)]
pub struct PublicVersion {
    /// Its number, counted from 1.
    pub version: u32,
    /// The release that brought it.
    pub release: String,
    /// Since when it is seen.
    pub at: Timestamp,
    /// When something last happened to it.
    pub updated: Timestamp,
    /// Whether it may be used.
    pub status: Status,
    /// The version that stands in its place.
    pub replaced_by: Option<u32>,
    /// Number of the event that withheld or canceled it.
    pub notice: Option<u64>,
    /// Why it was withheld or canceled; what was corrected.
    pub reason: Words,
    /// What holds it back from the public still.
    pub embargo: Option<Embargo>,
    /// When it is no longer to be used.
    pub expires: Option<Timestamp>,
    /// Its files and words.
    pub asset: Arc<ReleasedAsset>,
}

/// Whether something may be used, in ninjs' words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It may.
    Usable,
    /// Not until it is said otherwise.
    Withheld,
    /// Never again.
    Canceled,
}

impl Status {
    /// Its word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Usable => "usable",
            Self::Withheld => "withheld",
            Self::Canceled => "canceled",
        }
    }
}

impl PublicVersion {
    /// Whether its bytes are given out: those of a corrected version are, under a banner; withheld and killed ones are not.
    pub fn is_served(&self) -> bool {
        self.status == Status::Usable || (self.status == Status::Canceled && self.replaced_by.is_some())
    }

    /// Whether its day is over.
    pub fn has_expired(&self, now: Timestamp) -> bool {
        self.expires.is_some_and(|expires| expires <= now)
    }

    /// The file that stands for it: a picture rather than a document, the first page, as large as is still handy.
    pub fn preview(&self) -> Option<&ReleasedFile> {
        let handy = |file: &&ReleasedFile| u64::from(file.width) * u64::from(file.height) <= LARGEST_PREVIEW;
        let pictures = || self.asset.files.iter().filter(|file| file.encoding.is_for_screens());
        let largest = pictures()
            .filter(handy)
            .max_by_key(|file| (u64::from(file.width) * u64::from(file.height), file.page == 1));
        largest.or_else(|| pictures().min_by_key(|file| u64::from(file.width) * u64::from(file.height)))
    }
}

impl PublicAsset {
    /// The newest version, whatever its status; none only of an asset without versions, which is never made.
    pub fn latest(&self) -> Option<&PublicVersion> {
        self.versions.last()
    }

    /// The newest version if it may be used now.
    pub fn current(&self, now: Timestamp) -> Option<&PublicVersion> {
        self.latest().filter(|version| version.status == Status::Usable && !version.has_expired(now))
    }
}

impl Published {
    /// What an audience may see at a moment, of these releases and this ledger. Events later than the moment have not
    /// happened; a release that the ledger does not name is not there.
    pub fn at(now: Timestamp, audience: Audience, releases: &[Release], ledger: &Ledger) -> Self {
        gather::published(now, audience, releases, ledger)
    }

    /// An asset that is seen.
    pub fn asset(&self, name: &str) -> Option<&PublicAsset> {
        self.assets.iter().find(|asset| asset.asset == name)
    }

    /// Every version that is seen, with its asset.
    pub fn versions(&self) -> impl Iterator<Item = (&PublicAsset, &PublicVersion)> {
        self.assets.iter().flat_map(|asset| asset.versions.iter().map(move |version| (asset, version)))
    }
}

#[cfg(test)]
mod tests;
