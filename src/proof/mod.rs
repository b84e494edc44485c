//! The proof: a contact sheet of a plan for approval, each artwork small, stamped, with what preflight found beside it.
//!
//! In: [`Entry`]s in the plan's order. Out: a page for browsers and a PDF. Nothing in it depends on the day or the machine,
//! so the same plan has the same proof, and its number tells whoever signs it which one that was.

mod card;
mod html;
mod pages;
mod pdf;
mod sheet;
mod stamp;

pub use html::html;
pub use pages::Pages;
pub use pdf::pdf;
pub use stamp::stamped;

use crate::diagnostic::{Diagnostic, MessageLanguage, Severity};
use crate::digest::Digest;

/// A contact sheet.
#[derive(Debug, Clone)]
pub struct Proof {
    /// The campaign's title, in the language of messages.
    pub title: String,
    /// The language of messages.
    pub messages: MessageLanguage,
    /// Artworks in the plan's order.
    pub entries: Vec<Entry>,
}

/// One artwork.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its product.
    pub product: String,
    /// Its name: the stem of its files.
    pub stem: String,
    /// Its headline.
    pub headline: String,
    /// What it says to those who cannot see it.
    pub alt_text: String,
    /// Format name.
    pub format: String,
    /// How large the format is (`1080 × 1350 px`).
    pub size: String,
    /// Language.
    pub language: String,
    /// Theme.
    pub theme: String,
    /// File types it is made in.
    pub encodings: Vec<&'static str>,
    /// Pages it has.
    pub pages: usize,
    /// The first page, small and stamped; none when it could not be made.
    pub picture: Option<Picture>,
    /// What was found on it.
    pub findings: Vec<Diagnostic>,
}

/// A small picture.
#[derive(Debug, Clone)]
pub struct Picture {
    /// The file.
    pub jpeg: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// How an artwork stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It cannot be made.
    Failed,
    /// It can, with warnings.
    Warned,
    /// Nothing was found.
    Clean,
}

impl Entry {
    /// How it stands.
    pub fn standing(&self) -> Standing {
        let failed = self.picture.is_none() || self.findings.iter().any(|found| found.severity == Severity::Error);
        match (failed, self.findings.is_empty()) {
            (true, _) => Standing::Failed,
            (false, false) => Standing::Warned,
            (false, true) => Standing::Clean,
        }
    }
}

impl Proof {
    /// How many artworks stand so.
    pub fn count(&self, standing: Standing) -> usize {
        self.entries.iter().filter(|entry| entry.standing() == standing).count()
    }

    /// How many files the artworks give.
    fn files(&self) -> usize {
        self.entries.iter().map(|entry| entry.encodings.len()).sum()
    }

    /// Artworks by product, in the plan's order.
    fn products(&self) -> Vec<(&str, Vec<&Entry>)> {
        let mut products: Vec<(&str, Vec<&Entry>)> = Vec::new();
        for entry in &self.entries {
            match products.last_mut().filter(|(name, _)| *name == entry.product) {
                Some((_, entries)) => entries.push(entry),
                None => products.push((&entry.product, vec![entry])),
            }
        }
        products
    }

    /// The number that tells this proof from another: ten digits of what it shows.
    pub fn number(&self) -> String {
        let parts = self.entries.iter().flat_map(|entry| {
            let picture = entry.picture.as_ref().map_or(&[][..], |picture| &picture.jpeg);
            let found =
                format!("{:?}", entry.findings.iter().map(|found| (found.code, &found.args)).collect::<Vec<_>>());
            [entry.stem.clone().into_bytes(), picture.to_vec(), found.into_bytes()]
        });
        let parts: Vec<Vec<u8>> = parts.collect();
        let digest = Digest::of_parts(parts.iter().map(Vec::as_slice)).to_string();
        digest.chars().take(10).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A proof of two products, one artwork of which failed.
    pub(crate) fn proof() -> Proof {
        let entry = |product: &str, name: &str, findings: Vec<Diagnostic>, picture: Option<Picture>| Entry {
            product: product.to_owned(),
            stem: format!("{product}/t_{name}"),
            headline: format!("Kết quả <{name}> & \"hơn\""),
            alt_text: "Bắc đạt 71,5%.".to_owned(),
            format: "og".to_owned(),
            size: "1200 × 630 px".to_owned(),
            language: "vi".to_owned(),
            theme: "light".to_owned(),
            encodings: vec!["png", "pdf"],
            pages: 1,
            picture,
            findings,
        };
        let picture = || Some(Picture { jpeg: vec![0xFF, 0xD8], width: 4, height: 2 });
        let missing = Diagnostic::error("MB0802").arg("template", "card").hint("hint");
        let entries = vec![
            entry("card", "a", Vec::new(), picture()),
            entry(
                "card",
                "b",
                vec![Diagnostic::warning("MB1013").arg("blocks", "x").arg("format", "og").arg("template", "card")],
                picture(),
            ),
            entry("poster", "c", vec![missing], None),
        ];
        Proof { title: "Chiến dịch".to_owned(), messages: MessageLanguage::Vietnamese, entries }
    }

    #[test]
    fn artworks_are_counted_by_how_they_stand() {
        let proof = proof();
        assert_eq!([Standing::Clean, Standing::Warned, Standing::Failed].map(|standing| proof.count(standing)), [1; 3]);
        assert_eq!(
            proof.products().iter().map(|(name, all)| (*name, all.len())).collect::<Vec<_>>(),
            [("card", 2), ("poster", 1)]
        );
        assert_eq!(proof.files(), 6);
    }

    #[test]
    fn the_number_changes_with_what_is_shown() {
        let (first, mut second) = (proof(), proof());
        assert_eq!(first.number(), second.number());
        second.entries[2].findings.clear();
        assert_ne!(first.number(), second.number());
    }
}
