//! Answers of the catalogue, and the choice of the file that stands for an asset.

use std::cmp::Reverse;

use rusqlite::Row;
use serde::Serialize;

use super::facet::{DRAFT, Facet};
use crate::store::RenditionEntry;

/// Pictures of more pixels than this are too large to stand for an asset when a smaller one is there.
pub const LARGEST_PREVIEW: u64 = 8_000_000;

/// One answer: an asset and one of its files.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Hit {
    /// The asset.
    pub asset: String,
    /// Its headline.
    pub headline: String,
    /// The file, relative to the output folder.
    pub path: String,
    /// Product.
    pub product: String,
    /// Key of the record, for a product made for each.
    pub key: Option<String>,
    /// The file's format.
    pub format: String,
    /// The file's type, by name.
    pub encoding: String,
    /// The file's page, counted from 1.
    pub page: u32,
    /// Width, in pixels.
    pub width: u32,
    /// Height, in pixels.
    pub height: u32,
    /// Language.
    pub language: String,
    /// Theme.
    pub theme: String,
    /// Phase of the campaign; may be empty.
    pub phase: String,
    /// Reporting period; may be empty.
    pub period: String,
    /// The unit it is about; may be empty.
    pub unit: String,
    /// The file's family of colours; may be empty.
    pub color: String,
    /// How the asset stands.
    pub status: String,
    /// Whether it draws figures made up for demonstration.
    pub illustrative: bool,
    /// How many files the asset has.
    pub renditions: u32,
    /// How well it answers, larger is better: the whole part is how strictly it matches, the rest how weightily. 0 in lists.
    pub score: f64,
}

impl Hit {
    /// The columns that [`Hit::from_row`] reads, of `asset` as `a` and `rendition` as `r`.
    pub(super) const COLUMNS: &str = "a.asset, a.headline, r.path, a.product, a.record, r.format, r.encoding, r.page, \
         r.width, r.height, a.language, a.theme, a.illustrative, a.renditions, \
         a.phase, a.period, a.unit, r.color";

    /// Its value of a facet; empty when it has none.
    pub(super) fn of(&self, facet: Facet) -> String {
        let value = match facet {
            Facet::Product => &self.product,
            Facet::Phase => &self.phase,
            Facet::Period => &self.period,
            Facet::Unit => &self.unit,
            Facet::Record => return self.key.clone().unwrap_or_default(),
            Facet::Language => &self.language,
            Facet::Theme => &self.theme,
            Facet::Status => &self.status,
            Facet::Format => &self.format,
            Facet::Encoding => &self.encoding,
            Facet::Color => &self.color,
        };
        value.clone()
    }

    /// A row of those columns.
    ///
    /// # Errors
    /// A column is not of the type the tables declare.
    pub(super) fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            asset: row.get(0)?,
            headline: row.get(1)?,
            path: row.get(2)?,
            product: row.get(3)?,
            key: row.get(4)?,
            format: row.get(5)?,
            encoding: row.get(6)?,
            page: row.get(7)?,
            width: row.get(8)?,
            height: row.get(9)?,
            language: row.get(10)?,
            theme: row.get(11)?,
            illustrative: row.get(12)?,
            renditions: row.get(13)?,
            phase: row.get(14)?,
            period: row.get(15)?,
            unit: row.get(16)?,
            color: row.get(17)?,
            status: DRAFT.to_owned(),
            score: 0.0,
        })
    }
}

/// Sorts an asset's files by how well each stands for it: a picture rather than a document, the first page, as large as
/// is still handy.
pub(super) fn best_first(files: &mut [RenditionEntry]) {
    files.sort_by_cached_key(|file| {
        let pixels = u64::from(file.width) * u64::from(file.height);
        let huge = pixels > LARGEST_PREVIEW;
        // Of the huge ones the smallest is the handiest.
        let size = if huge { (pixels, Reverse(0)) } else { (0, Reverse(pixels)) };
        (huge, file.encoding, file.page, size, file.path.clone())
    });
}
