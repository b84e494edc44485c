//! What the store knows of one file it holds.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::digest::Digest;
use crate::encode::Encoding;

/// One rendition: a file, the job that made it, and what is drawn on it.
///
/// Fields of later versions are passed over when read, and all but the first few may be missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RenditionEntry {
    /// The file, relative to the output folder, `/` between parts.
    pub path: String,
    /// The asset it belongs to.
    pub asset: String,
    /// The product.
    pub product: String,
    /// Table of the selection.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// Key of the record, for a product made for each.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Format name.
    pub format: String,
    /// Language code.
    pub language: String,
    /// Theme name.
    #[serde(default)]
    pub theme: String,
    /// File type.
    pub encoding: Encoding,
    /// Page, counted from 1.
    #[serde(default = "first_page")]
    pub page: u32,
    /// Width, in pixels (of the picture a vector file stands for).
    #[serde(default)]
    pub width: u32,
    /// Height, in pixels.
    #[serde(default)]
    pub height: u32,
    /// Length of the file, in bytes.
    pub bytes: u64,
    /// Digest of the file.
    pub content: Digest,
    /// Digest of everything the job drew from.
    pub digest: Digest,
    /// Short code of the asset.
    #[serde(default)]
    pub code: String,
    /// Headline.
    #[serde(default)]
    pub headline: String,
    /// Caption.
    #[serde(default)]
    pub caption: String,
    /// Alt text.
    #[serde(default)]
    pub alt_text: String,
    /// Long description: all that is drawn, where the alt text does not say as much.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// The reporting period.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub period: String,
    /// Search tags.
    #[serde(default)]
    pub tags: Vec<String>,
    /// The words drawn on it, a line each.
    #[serde(default)]
    pub words: String,
    /// Whether it draws figures made up for demonstration.
    #[serde(default)]
    pub illustrative: bool,
    /// Whether a photograph is drawn in it.
    #[serde(default)]
    pub composite: bool,
    /// Printed text by cell identity (`table/key/column`), for a quick look: the truth is in the lineage.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub cells: BTreeMap<String, String>,
    /// The snapshot of its inputs (see [`super::Inputs`]).
    pub inputs: Digest,
    /// The lineage of its artwork (see [`super::Shelf::lineage`]); none in entries of versions that kept none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lineage: Option<Digest>,
    /// Digest of all that the lineage says beyond what is drawn: cells, exact numbers and sources. When it is another one,
    /// the lineage is made again, though the file stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound: Option<Digest>,
    /// The phase of the campaign it belongs to.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phase: String,
    /// The unit it is about: the key of its record, when that is a unit's.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// Names of the records it draws, and the words of their units, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<String>,
    /// The colour that tells it from afar, by name of its family (see [`crate::color::Family`]).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub color: String,
}

/// The page of a still.
fn first_page() -> u32 {
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_of_later_versions_do_no_harm_and_later_fields_may_be_missing() {
        let digest = Digest::of(b"x");
        let line = format!(
            r#"{{"path":"a.png","asset":"a","product":"p","format":"f","language":"vi","encoding":"png","bytes":3,
            "content":"{digest}","digest":"{digest}","inputs":"{digest}","hologram":{{"depth":3}}}}"#
        );
        let entry: RenditionEntry = serde_json::from_str(&line).unwrap();
        assert_eq!((entry.page, entry.bytes, entry.illustrative), (1, 3, false));
        assert!(entry.cells.is_empty() && entry.words.is_empty() && entry.key.is_none());
    }
}
