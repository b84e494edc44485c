//! Facets: what a search can be narrowed by, and how many assets each choice would leave.

use std::collections::BTreeMap;

use serde::Serialize;

use super::fold::{exact_words, plain};
use crate::diagnostic::Diagnostic;

/// Standing of every asset, by asset, as the caller knows it; an asset that is not there is a [`DRAFT`].
pub type Statuses = BTreeMap<String, String>;

/// The status of an asset of which nothing is known but that it was made.
pub const DRAFT: &str = "draft";

/// One thing to narrow by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Facet {
    /// Product.
    Product,
    /// Phase of the campaign.
    Phase,
    /// Reporting period.
    Period,
    /// The unit an asset is about.
    Unit,
    /// Key of the record an asset is made for.
    Record,
    /// Language.
    Language,
    /// Theme.
    Theme,
    /// How an asset stands: draft, usable, withheld…
    Status,
    /// Format, of a file.
    Format,
    /// File type, of a file.
    Encoding,
    /// Family of colours, of a file.
    Color,
}

impl Facet {
    /// All, those of assets before those of files.
    pub const ALL: [Self; 11] = [
        Self::Product,
        Self::Phase,
        Self::Period,
        Self::Unit,
        Self::Record,
        Self::Language,
        Self::Theme,
        Self::Status,
        Self::Format,
        Self::Encoding,
        Self::Color,
    ];
    /// How many of [`Facet::ALL`] are of assets; the others are of their files.
    pub(super) const OF_ASSETS: usize = 8;
    /// How many of [`Facet::ALL`] are of files.
    pub(super) const OF_FILES: usize = Self::ALL.len() - Self::OF_ASSETS;

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Product => "product",
            Self::Phase => "phase",
            Self::Period => "period",
            Self::Unit => "unit",
            Self::Record => "record",
            Self::Language => "language",
            Self::Theme => "theme",
            Self::Status => "status",
            Self::Format => "format",
            Self::Encoding => "encoding",
            Self::Color => "color",
        }
    }

    /// Its place in [`Facet::ALL`].
    pub(super) fn place(self) -> usize {
        self as usize
    }
}

/// What a search or list is narrowed to: by facet the values of which one must hold; none narrows to nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// The values asked for, by facet; no list is empty.
    chosen: BTreeMap<Facet, Vec<String>>,
}

impl Filter {
    /// The same, narrowed by one more value of a facet; several of one facet widen it.
    #[must_use]
    pub fn with(mut self, facet: Facet, value: impl Into<String>) -> Self {
        self.chosen.entry(facet).or_default().push(value.into());
        self
    }

    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty()
    }

    /// Whether a status is asked for.
    pub fn names_status(&self) -> bool {
        self.chosen.contains_key(&Facet::Status)
    }

    /// The values asked for of a facet; none when it does not matter.
    pub(super) fn of(&self, facet: Facet) -> Option<&[String]> {
        self.chosen.get(&facet).map(Vec::as_slice)
    }

    /// The facets that matter, with the values asked for.
    pub(super) fn chosen(&self) -> impl Iterator<Item = (Facet, &[String])> {
        self.chosen.iter().map(|(facet, values)| (*facet, values.as_slice()))
    }
}

/// How many of the assets found a value of a facet would leave, every other filter on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FacetCount {
    /// The facet.
    pub facet: Facet,
    /// The value.
    pub value: String,
    /// Assets.
    pub assets: u32,
    /// Whether the filter asks for it.
    pub chosen: bool,
}

/// The known value that a person means: the very one, else the one that reads the same without marks, capitals and
/// punctuation (`Đơn vị 07` for `don-vi-07`).
///
/// # Errors
/// `MB1110` when there is none.
pub(super) fn meant<'k>(facet: Facet, given: &str, known: &'k [String]) -> Result<&'k String, Diagnostic> {
    let bare = |text: &str| exact_words(text).iter().map(|word| plain(word)).collect::<Vec<_>>().join(" ");
    let wanted = bare(given);
    let same = |value: &&String| !wanted.is_empty() && bare(value) == wanted;
    known.iter().find(|value| *value == given).or_else(|| known.iter().find(same)).ok_or_else(|| {
        let diagnostic = Diagnostic::error("MB1110").arg("facet", facet.name()).arg("value", given);
        diagnostic.suggest(given, known.iter().map(String::as_str).filter(|value| !value.is_empty()))
    })
}
