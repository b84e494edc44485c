//! What the store is told of a finished file: what its artwork drew, and what it says about itself.

use std::collections::BTreeMap;

use super::making::Filled;
use super::noted::Noted;
use crate::color::Family;
use crate::digest::Digest;
use crate::encode::Encoding;
use crate::export::Rendition;
use crate::lineage::Lineage;
use crate::metadata::Metadata;
use crate::store::RenditionEntry;

/// What all files of an artwork share beside their bytes.
pub(super) struct Drawn {
    /// What they say about themselves.
    pub(super) metadata: Metadata,
    /// The words drawn, a line each.
    pub(super) words: String,
    /// Printed text by cell.
    pub(super) cells: BTreeMap<String, String>,
    /// Snapshot of inputs.
    pub(super) inputs: Digest,
    /// Lineage.
    pub(super) lineage: Digest,
    /// What the lineage says beyond what is drawn.
    pub(super) bound: Digest,
    /// The lineage itself.
    pub(super) traced: Lineage,
    /// What the catalogue is told besides.
    pub(super) found_by: Noted,
    /// The colour that tells it from afar.
    pub(super) color: Option<Family>,
}

impl Drawn {
    /// An entry with what is noted beside its file.
    pub(super) fn noted(&self, entry: RenditionEntry) -> RenditionEntry {
        let (lineage, bound) = (Some(self.lineage), Some(self.bound));
        let Noted { period, phase, unit, subjects } = self.found_by.clone();
        let (inputs, cells) = (self.inputs, self.cells.clone());
        RenditionEntry { inputs, lineage, bound, cells, period, phase, unit, subjects, ..entry }
    }
}

/// What the store is to know of a file.
pub(super) fn entry(
    filled: &Filled,
    drawn: &Drawn,
    encoding: Encoding,
    file: &Rendition,
    path: &str,
    [content, digest]: [Digest; 2],
) -> RenditionEntry {
    let (job, metadata) = (filled.job, &drawn.metadata);
    let known = RenditionEntry {
        path: path.to_owned(),
        asset: job.asset.clone(),
        product: job.product.name.to_string(),
        table: job.table.as_ref().map(ToString::to_string),
        key: job.key.as_ref().map(ToString::to_string),
        format: job.format.name.clone(),
        language: job.language.clone(),
        theme: job.theme.clone(),
        encoding,
        page: u32::try_from(file.page + 1).unwrap_or(u32::MAX),
        width: file.width,
        height: file.height,
        bytes: file.bytes.len() as u64,
        content,
        digest,
        code: metadata.code.clone(),
        headline: metadata.headline.clone(),
        caption: metadata.caption.clone(),
        alt_text: metadata.alt_text.clone(),
        description: metadata.description.clone(),
        tags: job.tags.clone(),
        words: drawn.words.clone(),
        illustrative: filled.illustrative,
        composite: metadata.composite,
        color: drawn.color.map(|family| family.name().to_owned()).unwrap_or_default(),
        inputs: drawn.inputs,
        cells: BTreeMap::new(),
        lineage: None,
        bound: None,
        period: String::new(),
        phase: String::new(),
        unit: String::new(),
        subjects: Vec::new(),
    };
    drawn.noted(known)
}
