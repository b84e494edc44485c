//! Answers of the catalogue, and the choice of the file that stands for an asset.

use std::cmp::Reverse;

use rusqlite::Row;
use serde::Serialize;

use crate::encode::Encoding;
use crate::store::RenditionEntry;

/// Pictures of more pixels than this are too large to stand for an asset when a smaller one is there.
const LARGEST_PREVIEW: u64 = 8_000_000;

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
    /// Whether it draws figures made up for demonstration.
    pub illustrative: bool,
    /// How many files the asset has.
    pub renditions: u32,
    /// How well it answers, larger is better: the whole part is how strictly it matches, the rest how weightily. 0 in lists.
    pub score: f64,
}

/// What a list is narrowed to; none narrows to nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Product.
    pub product: Option<String>,
    /// Key of the record.
    pub key: Option<String>,
    /// Asset.
    pub asset: Option<String>,
    /// Format.
    pub format: Option<String>,
    /// Language.
    pub language: Option<String>,
    /// Theme.
    pub theme: Option<String>,
    /// File type.
    pub encoding: Option<Encoding>,
}

impl Hit {
    /// The columns that [`Hit::from_row`] reads, of `asset` as `a` and `rendition` as `r`.
    pub(super) const COLUMNS: &str = "a.asset, a.headline, r.path, a.product, a.record, r.format, r.encoding, r.page, \
         r.width, r.height, a.language, a.theme, a.illustrative, a.renditions";

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
            score: 0.0,
        })
    }
}

/// The file that stands for an asset: a picture rather than a document, the first page, as large as is still handy.
pub(super) fn best<'a>(entries: &[&'a RenditionEntry]) -> Option<&'a RenditionEntry> {
    entries.iter().copied().min_by_key(|entry| {
        let pixels = u64::from(entry.width) * u64::from(entry.height);
        let huge = pixels > LARGEST_PREVIEW;
        // Of the huge ones the smallest is the handiest.
        let size = if huge { (pixels, Reverse(0)) } else { (0, Reverse(pixels)) };
        (huge, entry.encoding, entry.page, size, &entry.path)
    })
}
