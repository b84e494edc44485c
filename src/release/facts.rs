//! What a campaign says of itself, kept with each release.

use serde::{Deserialize, Serialize};

use crate::campaign::{Campaign, PHASES, Rights};
use crate::language::Words;
use crate::record::{Dataset, Record, Table, Value};

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
    /// Its phases, in order; none when it has no such table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phases: Vec<Phase>,
}

/// A phase of a campaign.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Phase {
    /// Its key, as assets name it.
    pub key: String,
    /// Its title, by language.
    pub title: Words,
}

/// Columns that give a phase's title, the first that is there.
const TITLES: [&str; 2] = ["title", "name"];

impl Facts {
    /// A campaign's facts, with the phases of its data.
    pub fn of(campaign: &Campaign, dataset: &Dataset) -> Self {
        let phases = dataset.tables.get(PHASES).map(phases).unwrap_or_default();
        Self { phases, ..Self::from(campaign) }
    }
}

/// The phases of a table.
fn phases(table: &Table) -> Vec<Phase> {
    let title = TITLES.into_iter().find(|title| table.columns.iter().any(|column| &*column.name == *title));
    let said = |record: &Record| {
        let cells = table.columns.iter().zip(&record.cells).filter(|(column, _)| Some(&*column.name) == title);
        let words = cells.filter_map(|(column, cell)| match &cell.value {
            Value::Text(text) => Some((column.language.clone().unwrap_or_default(), text.to_string())),
            _ => None,
        });
        words.collect::<Words>()
    };
    table.records.iter().map(|record| Phase { key: record.key.to_string(), title: said(record) }).collect()
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
            phases: Vec::new(),
        }
    }
}
