//! What a file says about itself: a function of the job alone.
//!
//! In: what campaign, template and frame say. Out: [`Metadata`], its XMP packet and IPTC-IIM block, and, of those found
//! in a finished file, what does not agree with it.

mod claims;
mod described;
mod iim;
mod property;
mod region;
mod xmp;

pub use claims::unfounded;
pub use described::described;
pub use iim::{block, differences as iim_differences};
pub use property::Property;
pub use region::{Region, regions};
pub use xmp::{DocumentFacts, FileFacts, Packet, packet, source_type};

use crate::campaign::{DataMining, Place, Topic};
use crate::plan::OtherWords;

/// Metadata of one rendition, in the job's language (IPTC Photo Metadata names).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Metadata {
    /// Language code.
    pub language: String,
    /// Headline.
    pub headline: String,
    /// Caption (IPTC Description).
    pub caption: String,
    /// Alt text (accessibility).
    pub alt_text: String,
    /// Caption and alt text in other languages, where the campaign's own words give them.
    pub others: Vec<OtherWords>,
    /// Long description (accessibility): all that is drawn; empty when the alt text says as much.
    pub description: String,
    /// Creator.
    pub creator: String,
    /// Credit line.
    pub credit_line: String,
    /// Copyright notice.
    pub copyright_notice: String,
    /// Who owns the copyright.
    pub copyright_owner: String,
    /// Usage terms.
    pub usage_terms: String,
    /// Licence address.
    pub license_url: String,
    /// Who gives licences.
    pub licensor: Licensor,
    /// Who supplies the file to the press.
    pub supplier: String,
    /// What machines may learn from it.
    pub data_mining: Option<DataMining>,
    /// Keywords.
    pub keywords: Vec<String>,
    /// Subjects from controlled vocabularies, named in the job's language.
    pub topics: Vec<Topic>,
    /// The place it is about.
    pub place: Place,
    /// Asset name (title / document identifier).
    pub asset: String,
    /// The asset's stable address.
    pub address: String,
    /// Short code of the asset; empty when there is none.
    pub code: String,
    /// The reporting period; may be empty.
    pub period: String,
    /// The job that the campaign is to its receivers (IPTC Job Id).
    pub job: String,
    /// Whether a photograph is inside.
    pub composite: bool,
    /// Where numbers are drawn.
    pub regions: Vec<Region>,
    /// Program that made it, with version.
    pub program: String,
}

/// Who gives licences, and how to reach them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Licensor {
    /// Name.
    pub name: String,
    /// Web address.
    pub url: String,
    /// E-mail.
    pub email: String,
}

/// An asset's stable address below a campaign's; a name of its own where the campaign is nowhere on the web.
pub fn address(base_url: &str, asset: &str) -> String {
    match base_url.trim_end_matches('/') {
        "" => format!("urn:mocban:asset:{asset}"),
        base => format!("{base}/id/asset/{asset}"),
    }
}
