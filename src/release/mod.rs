//! Releases: what was published, in bytes that never change.
//!
//! In: approved assets of the store; out: a [`Release`], whose files lie in the desk's [`Archive`] under their digests.
//! An asset gets a new version only where its bytes changed. A release counts once the ledger says so.

mod archive;
mod backup;
mod compile;
mod facts;
mod refusal;
mod soundness;

pub use archive::{Archive, sha256};
pub use backup::{Copied, copy_desk};
pub use compile::{Candidate, compile, draft};
pub use facts::{Facts, Phase};
pub use refusal::{Overruled, refusals};
pub use soundness::check_desk;

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::digest::Digest;
use crate::encode::Encoding;
use crate::ledger::Version;
use crate::lineage::{Lineage, Number};

/// One release: its manifest, which is also a snapshot of all the catalogue says of its assets.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Release {
    /// Its name, unique (`2026q3`).
    pub name: String,
    /// When it was made.
    pub made: Timestamp,
    /// Who made it.
    pub by: String,
    /// Program and version.
    pub program: String,
    /// What the campaign said of itself.
    pub campaign: Facts,
    /// Its assets, by name.
    pub assets: Vec<ReleasedAsset>,
    /// The data files they were made from, by path.
    pub data: Vec<DataFile>,
}

impl Release {
    /// One of its assets.
    pub fn asset(&self, name: &str) -> Option<&ReleasedAsset> {
        self.assets.iter().find(|asset| asset.asset == name)
    }
}

/// An asset as it was released.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReleasedAsset {
    /// Its name, the same for all versions.
    pub asset: String,
    /// Its version, counted from 1.
    pub version: u32,
    /// Its short code, shared by all formats of the version.
    #[serde(default)]
    pub code: String,
    /// Product.
    pub product: String,
    /// Table of the selection.
    #[serde(default)]
    pub table: Option<String>,
    /// Key of the record, for a product made for each.
    #[serde(default)]
    pub key: Option<String>,
    /// Language.
    pub language: String,
    /// Theme.
    #[serde(default)]
    pub theme: String,
    /// Reporting period.
    #[serde(default)]
    pub period: String,
    /// Key of the campaign's phase that it belongs to; may be empty.
    #[serde(default)]
    pub phase: String,
    /// Headline.
    pub headline: String,
    /// Caption.
    pub caption: String,
    /// Alt text.
    pub alt_text: String,
    /// Long description; empty when the alt text says as much.
    #[serde(default)]
    pub description: String,
    /// Search tags.
    pub tags: Vec<String>,
    /// The words drawn on it, a line each.
    pub words: String,
    /// Whether it draws figures made up for demonstration.
    pub illustrative: bool,
    /// Whether a photograph is drawn in it.
    #[serde(default)]
    pub composite: bool,
    /// What each format drew from the data.
    #[serde(default)]
    pub lineage: BTreeMap<String, Lineage>,
    /// Its files, by name.
    pub files: Vec<ReleasedFile>,
}

/// The last released version of an asset.
pub fn last_version<'r>(releases: impl IntoIterator<Item = &'r Release>, name: &str) -> Option<&'r ReleasedAsset> {
    releases.into_iter().filter_map(|release| release.asset(name)).max_by_key(|asset| asset.version)
}

impl ReleasedAsset {
    /// Digests of its files: what makes one version differ from another.
    pub fn contents(&self) -> BTreeSet<Digest> {
        self.files.iter().map(|file| file.content).collect()
    }

    /// Asset and version.
    pub fn version(&self) -> Version {
        Version { asset: self.asset.clone(), version: self.version }
    }

    /// Product and, when it has one, key: what the same picture in other languages and themes shares.
    pub fn work(&self) -> String {
        self.key.as_ref().map_or_else(|| self.product.clone(), |key| format!("{}_{key}", self.product))
    }

    /// Its numbers, each text of the same cells once, whatever the formats; in order of the first format that has it.
    pub fn numbers(&self) -> Vec<&Number> {
        let mut numbers: Vec<&Number> = Vec::new();
        for number in self.lineage.values().flat_map(|lineage| &lineage.numbers) {
            if !numbers.iter().any(|known| known.cells == number.cells && known.text == number.text) {
                numbers.push(number);
            }
        }
        numbers
    }
}

/// A file as it was released.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleasedFile {
    /// Its name, version included, unique among all files ever released.
    pub name: String,
    /// Format.
    pub format: String,
    /// File type.
    pub encoding: Encoding,
    /// Page, counted from 1.
    pub page: u32,
    /// Width, in pixels.
    pub width: u32,
    /// Height, in pixels.
    pub height: u32,
    /// Length, in bytes.
    pub bytes: u64,
    /// Digest, under which the archive holds it.
    pub content: Digest,
    /// SHA-256, as agencies check it.
    pub sha256: String,
}

/// A data file as it was released.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataFile {
    /// Its path in the campaign folder (`data/units.xlsx`).
    pub path: String,
    /// Length, in bytes.
    pub bytes: u64,
    /// Digest, under which the archive holds it.
    pub content: Digest,
    /// SHA-256, as agencies check it.
    pub sha256: String,
}

#[cfg(test)]
mod tests;
