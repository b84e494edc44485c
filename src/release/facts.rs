//! What a campaign says of itself, kept with each release.

use serde::{Deserialize, Serialize};

use crate::campaign::{Campaign, Rights};
use crate::language::Words;

/// A campaign's own facts at the time of a release.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// Short name that starts every file name.
    pub slug: String,
    /// Title by language.
    pub title: Words,
    /// Address under which releases are published, without a slash at its end.
    pub base_url: String,
    /// Languages, the first one the default.
    pub languages: Vec<String>,
    /// Reporting period.
    #[serde(default)]
    pub period: String,
    /// Rights and contact.
    #[serde(default)]
    pub rights: Rights,
}

impl From<&Campaign> for Facts {
    fn from(campaign: &Campaign) -> Self {
        Self {
            slug: campaign.slug.clone(),
            title: campaign.title.clone(),
            base_url: campaign.base_url.trim_end_matches('/').to_owned(),
            languages: campaign.languages.clone(),
            period: campaign.period.clone(),
            rights: campaign.rights.clone(),
        }
    }
}
