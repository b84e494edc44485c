//! The plan: the whole matrix of products, records, languages, themes and formats.
//!
//! In: a checked [`Campaign`](crate::campaign::Campaign), its data and surfaces. Out: a [`Plan`], narrowed by a
//! [`Choice`]; every output name is unique before anything is drawn.

mod choice;
mod expand;
mod naming;
mod said;
mod select;

pub use choice::Choice;
pub use naming::fold;
pub use select::select;

use std::sync::Arc;

use crate::campaign::Product;
use crate::encode::Encoding;
use crate::format::Format;
use crate::record::CellId;

/// Everything a campaign asks for, in a fixed order.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// Jobs ordered by product, selection, language, theme, format as declared.
    pub jobs: Vec<Job>,
}

/// One artwork to make.
#[derive(Debug, Clone)]
pub struct Job {
    /// The product.
    pub product: Arc<Product>,
    /// Table of the selection, when there is one.
    pub table: Option<Arc<str>>,
    /// Indices of the selected records in that table.
    pub records: Vec<usize>,
    /// Key of the record for `each`; none when one asset draws all.
    pub key: Option<Arc<str>>,
    /// Language.
    pub language: String,
    /// Theme name.
    pub theme: String,
    /// Whether the asset name carries the theme (products with several).
    pub names_theme: bool,
    /// The surface.
    pub format: Arc<Format>,
    /// File types to make from the artwork: those of the product that the surface takes.
    pub encodings: Vec<Encoding>,
    /// The asset's name: campaign, product, key, period, language and, when it is named, theme.
    pub asset: String,
    /// File stem below the output folder, without page and extension: `product/slug_product_key_period_format_lang`.
    pub stem: String,
    /// The product's headline in the job's language; empty when it has none.
    pub headline: String,
    /// The product's caption in the job's language; empty when it has none.
    pub caption: String,
    /// The product's alt text in the job's language; empty when it has none.
    pub alt_text: String,
    /// Caption and alt text in other languages of the campaign, where the product's own words give them.
    pub others: Vec<OtherWords>,
    /// Search tags.
    pub tags: Vec<String>,
    /// Cells that headline, caption and alt text show, with what they print.
    pub cells: Vec<(CellId, String)>,
}

/// Words in another language than the picture's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OtherWords {
    /// Language code.
    pub language: String,
    /// Caption; empty where the product has none in this language.
    pub caption: String,
    /// Alt text; empty where the product has none in this language.
    pub alt_text: String,
    /// Cells they show, with what they print.
    pub cells: Vec<(CellId, String)>,
}

#[cfg(test)]
mod tests;
