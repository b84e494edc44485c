//! `campaign.toml`: one checked set of wishes.
//!
//! In: the file, and what it may name (tables, formats, themes, templates). Out: a [`Campaign`] in which every name
//! is known, or every error of the file at once.

mod allow;
mod correction;
mod credit;
mod placeholder;
mod product;
mod query;
mod reading;
mod rights;

pub use correction::{CorrectedKind, Correction};
pub use placeholder::{Piece, pieces};
pub use product::PHASES;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Checked, Findings, Span};
use crate::encode::Encoding;
use crate::format::Formats;
use crate::language::Words;
use crate::record::Dataset;
use crate::source::Folder;

/// The file, relative to the campaign folder.
const FILE: &str = "campaign.toml";

/// What stands around a campaign and may be named in it.
///
/// A part that could not be read is `None`: its names are then not checked, so that one bad data file does not
/// make every table unknown.
#[derive(Debug, Clone, Copy, Default)]
pub struct Surroundings<'a> {
    /// The data.
    pub dataset: Option<&'a Dataset>,
    /// The surfaces.
    pub formats: Option<&'a Formats>,
    /// Names of the brand's themes.
    pub themes: Option<&'a [String]>,
    /// Names of the folders below `templates/`.
    pub templates: Option<&'a [String]>,
}

/// A checked campaign.
#[derive(Debug, Clone)]
pub struct Campaign {
    /// Short ASCII name that starts every file name (`cds`).
    pub slug: String,
    /// Title by language.
    pub title: Words,
    /// Address under which releases are published.
    pub base_url: String,
    /// What makes the short codes of this campaign its own; public. Of slug and address, unless given.
    pub salt: String,
    /// Languages, the first one the default.
    pub languages: Vec<String>,
    /// The reporting period that file names carry (`2026q3`); may be empty.
    pub period: String,
    /// Rights and contact defaults.
    pub rights: Rights,
    /// The place that the pictures are about.
    pub place: Place,
    /// What they are about, in the words of controlled vocabularies.
    pub topics: Vec<Topic>,
    /// Products in file order.
    pub products: Vec<Product>,
    /// Findings of preflight that are accepted, those of products too.
    pub allows: Vec<Allow>,
    /// Cells that were put right after they had been published.
    pub corrections: Vec<Correction>,
    /// The table whose records are the units that report and are reported on; none when there is no such table.
    pub units: Option<Arc<str>>,
}

/// Findings of preflight that are accepted.
#[derive(Debug, Clone, PartialEq)]
pub struct Allow {
    /// Their code.
    pub code: String,
    /// On which product; none for all.
    pub product: Option<String>,
    /// On which surface; none for all.
    pub format: Option<String>,
    /// Why; never empty.
    pub reason: String,
    /// Where it stands in `campaign.toml`.
    pub span: Span,
}

impl Campaign {
    /// Reads and checks `campaign.toml`.
    ///
    /// # Errors
    /// Everything that is wrong in it (`MB0001`, `MB0002`, `MB0010`–`MB0014`, `MB01…`).
    pub fn read(folder: &Folder, around: &Surroundings<'_>) -> Checked<Self> {
        let source = folder.text(FILE).map_err(|diagnostic| vec![diagnostic])?;
        let mut findings = Findings::new();
        match reading::campaign(&source, around, &mut findings) {
            Some(campaign) => findings.finish(campaign),
            // Without a campaign there is an error: only one stands between the file and it.
            None => Err(findings.into_vec()),
        }
    }
}

/// Rights statements and contact, with IPTC's names.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rights {
    /// Creator.
    pub creator: Words,
    /// Credit line, as it is said or in its fixed form.
    pub credit_line: Words,
    /// Copyright notice.
    pub copyright_notice: Words,
    /// Who owns the copyright.
    pub copyright_owner: Words,
    /// Usage terms.
    pub usage_terms: Words,
    /// Licence address.
    pub license_url: String,
    /// Who gives licences, when it is not the owner or the creator.
    pub licensor: Words,
    /// Who supplies the files to the press.
    pub supplier: Words,
    /// What machines may learn from the files.
    pub data_mining: Option<DataMining>,
    /// Contact e-mail.
    pub contact_email: String,
    /// Contact web address.
    pub contact_url: String,
}

/// What machines may learn from a file (PLUS, Data Mining).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DataMining {
    /// Anything.
    Allowed,
    /// Nothing that trains a model.
    NoTraining,
    /// Nothing that trains a model which makes text or pictures.
    NoGenerativeTraining,
    /// Only what search needs to find it.
    SearchOnly,
    /// Nothing.
    Prohibited,
}

impl DataMining {
    /// All of them, with their names in `campaign.toml`.
    pub const ALL: [(&'static str, Self); 5] = [
        ("allowed", Self::Allowed),
        ("no-training", Self::NoTraining),
        ("no-generative-training", Self::NoGenerativeTraining),
        ("search-only", Self::SearchOnly),
        ("prohibited", Self::Prohibited),
    ];
}

/// The place that pictures are about; parts that are not said are empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// Its own name (`Văn miếu Trấn Biên`).
    pub name: Words,
    /// City or town.
    pub city: Words,
    /// Province or state.
    pub state: Words,
    /// Country.
    pub country: Words,
    /// The country's three letters.
    pub country_code: String,
}

/// A subject from a controlled vocabulary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Topic {
    /// The term's address; what stands before its last slash is the vocabulary's.
    pub id: String,
    /// Its name by language.
    pub name: Words,
}

/// A template drawing a selection of records.
#[derive(Debug, Clone)]
pub struct Product {
    /// Its name, unique (`unit-card`).
    pub name: Arc<str>,
    /// Folder below `templates/`.
    pub template: Arc<str>,
    /// What it draws.
    pub selection: Selection,
    /// Languages.
    pub languages: Vec<String>,
    /// Theme names; empty means the kit's default.
    pub themes: Vec<String>,
    /// Format names in file order.
    pub formats: Vec<String>,
    /// File types.
    pub encodings: Vec<Encoding>,
    /// Whether a plain `render` makes it.
    pub default: bool,
    /// Headline by language, for metadata and search.
    pub headline: Words,
    /// Caption by language.
    pub caption: Words,
    /// Alt text by language.
    pub alt_text: Words,
    /// Search tags.
    pub tags: Vec<String>,
    /// Phase of the campaign it belongs to, unless a record it draws says so itself; may be empty.
    pub phase: String,
    /// Findings of preflight that are accepted on it.
    pub allows: Vec<Allow>,
    /// Free parameters for the template (`{{ product.NAME }}`).
    pub params: BTreeMap<String, toml::Value>,
    /// Where it stands in `campaign.toml`.
    pub span: Span,
}

/// Which records a product draws.
#[derive(Debug, Clone, PartialEq)]
pub enum Selection {
    /// No records of its own (a template may still read tables).
    None,
    /// One asset for each record that passes the query.
    Each(Query),
    /// One asset drawing all records that pass.
    All(Query),
}

/// A filter, an order and a limit over one table.
#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    /// Table name.
    pub table: Arc<str>,
    /// Column = value pairs that must all hold (as text).
    pub filter: BTreeMap<String, Vec<String>>,
    /// Column to sort by; a leading `-` sorts downwards. Ties keep the file's order.
    pub sort: Option<String>,
    /// At most so many.
    pub limit: Option<usize>,
}

#[cfg(test)]
mod tests;
