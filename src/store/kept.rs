//! An entry as the store holds it: what every run asks of it at hand, the rest as written until it is asked for.
//!
//! A campaign of thousands has megabytes of entries, and a run that finds nothing changed needs five facts of each.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use anyhow::Context;

use super::entry::RenditionEntry;
use crate::digest::Digest;

/// One file of the store. See [`RenditionEntry`] for what the fields mean.
#[derive(Clone)]
pub struct Kept {
    /// The file, relative to the output folder.
    pub path: String,
    /// The asset it belongs to.
    pub asset: String,
    /// The product.
    pub product: String,
    /// Digest of the file.
    pub content: Digest,
    /// Digest of everything the job drew from.
    pub digest: Digest,
    /// Length of the file, in bytes.
    pub bytes: u64,
    /// The snapshot of its inputs.
    pub inputs: Digest,
    /// The lineage of its artwork.
    pub lineage: Option<Digest>,
    /// Digest of what the lineage says beyond what is drawn.
    pub bound: Option<Digest>,
    /// Text that holds the whole entry: its own line, or a manifest.
    text: Arc<Vec<u8>>,
    /// Where in that text.
    place: Range<usize>,
}

impl Kept {
    /// An entry, written down.
    ///
    /// # Errors
    /// Never in practice: only if it cannot be written as JSON.
    pub fn new(entry: &RenditionEntry) -> anyhow::Result<Self> {
        let line = serde_json::to_vec(entry).context("could not write an entry")?;
        Ok(Self {
            path: entry.path.clone(),
            asset: entry.asset.clone(),
            product: entry.product.clone(),
            content: entry.content,
            digest: entry.digest,
            bytes: entry.bytes,
            inputs: entry.inputs,
            lineage: entry.lineage,
            bound: entry.bound,
            place: 0..line.len(),
            text: Arc::new(line),
        })
    }

    /// An entry of which the facts are known and the rest stands in a text; none when the text is not so long.
    pub(super) fn within(
        [path, asset, product]: [String; 3],
        [content, digest, inputs]: [Digest; 3],
        [lineage, bound]: [Option<Digest>; 2],
        bytes: u64,
        text: &Arc<Vec<u8>>,
        place: Range<usize>,
    ) -> Option<Self> {
        text.get(place.clone())?;
        let text = Arc::clone(text);
        Some(Self { path, asset, product, content, digest, bytes, inputs, lineage, bound, text, place })
    }

    /// Whether facts and text are those of another.
    pub(super) fn says_the_same_as(&self, other: &Self) -> bool {
        let facts = |kept: &Self| ([kept.content, kept.digest, kept.inputs], [kept.lineage, kept.bound]);
        (&self.path, &self.asset, &self.product, self.bytes) == (&other.path, &other.asset, &other.product, other.bytes)
            && facts(self) == facts(other)
            // Not their lines: one that an earlier version wrote lacks fields of today.
            && self.whole().ok() == other.whole().ok()
    }

    /// The whole entry as one line of JSON.
    pub fn line(&self) -> &[u8] {
        self.text.get(self.place.clone()).unwrap_or_default()
    }

    /// The whole entry.
    ///
    /// # Errors
    /// Never in practice: the line was written by this program.
    pub fn whole(&self) -> anyhow::Result<RenditionEntry> {
        serde_json::from_slice(self.line()).with_context(|| format!("could not read the entry of {}", self.path))
    }
}

impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        self.line() == other.line()
    }
}

impl Eq for Kept {}

impl fmt::Debug for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&String::from_utf8_lossy(self.line()))
    }
}
