//! The plan: the whole matrix of products, records, languages, themes and formats.

use std::sync::Arc;

use crate::campaign::Product;
use crate::encode::Encoding;
use crate::format::Format;

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
    /// File types to make from the artwork.
    pub encodings: Vec<Encoding>,
    /// The asset's name: campaign, product, key, period, language and, when it is named, theme.
    pub asset: String,
    /// File stem below the output folder, without page and extension: `product/slug_product_key_period_format_lang`.
    pub stem: String,
}
