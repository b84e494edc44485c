//! What a file says about itself: a function of the job alone.

mod claims;
mod described;
mod xmp;

pub use claims::unfounded;
pub use described::described;
pub use xmp::{DocumentFacts, document_packet, packet};

/// Metadata of one rendition, in the job's language (IPTC Photo Metadata names).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Language code.
    pub language: String,
    /// Headline.
    pub headline: String,
    /// Caption (IPTC Description).
    pub caption: String,
    /// Alt text (accessibility).
    pub alt_text: String,
    /// Long description (accessibility): all that is drawn; empty when the alt text says as much.
    pub description: String,
    /// Creator.
    pub creator: String,
    /// Credit line.
    pub credit_line: String,
    /// Copyright notice.
    pub copyright_notice: String,
    /// Usage terms.
    pub usage_terms: String,
    /// Licence address.
    pub license_url: String,
    /// Keywords.
    pub keywords: Vec<String>,
    /// Asset name (title / document identifier).
    pub asset: String,
    /// Short code of the asset; empty when there is none.
    pub code: String,
    /// Program that made it, with version.
    pub program: String,
}
