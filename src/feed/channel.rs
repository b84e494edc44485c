//! Which part of what is published a feed tells of.

use std::collections::BTreeSet;

use super::address;
use super::wordbook::Wordbook;
use crate::language::words;
use crate::published::{Notice, PublicAsset, Published};

/// One feed, in three forms.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Channel {
    /// The language of its assets and words.
    pub language: String,
    /// What it tells of.
    pub scope: Scope,
}

/// What a feed tells of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Everything.
    All,
    /// Corrections, kills and the like alone.
    Corrections,
    /// Assets of a product.
    Product(String),
    /// Assets with a tag.
    Topic(String),
    /// Assets of a record: table and key.
    Unit(String, String),
}

impl Channel {
    /// Its address below the site with an ending.
    pub fn address(&self, ending: &str) -> String {
        let name = match &self.scope {
            Scope::All => "all".to_owned(),
            Scope::Corrections => "corrections".to_owned(),
            Scope::Product(product) => format!("product/{}", address::part(product)),
            Scope::Topic(tag) => format!("topic/{}", address::part(tag)),
            Scope::Unit(table, key) => format!("unit/{}/{}", address::part(table), address::part(key)),
        };
        format!("feeds/{}/{name}.{ending}", address::part(&self.language))
    }

    /// Its title.
    pub fn title(&self, published: &Published) -> String {
        let book = Wordbook::of(&self.language);
        let title = words(&published.facts.title, &self.language).unwrap_or_default();
        let scope = match &self.scope {
            Scope::All => return title.to_owned(),
            Scope::Corrections => book.say("corrections"),
            Scope::Product(name) | Scope::Topic(name) | Scope::Unit(_, name) => name.clone(),
        };
        format!("{title} · {scope}")
    }

    /// Whether an asset belongs to it.
    pub fn has(&self, asset: &PublicAsset) -> bool {
        let Some(latest) = asset.latest() else { return false };
        let about = &latest.asset;
        about.language == self.language
            && match &self.scope {
                Scope::All => true,
                Scope::Corrections => false,
                Scope::Product(product) => about.product == *product,
                Scope::Topic(tag) => about.tags.contains(tag),
                Scope::Unit(table, key) => about.table.as_ref() == Some(table) && about.key.as_ref() == Some(key),
            }
    }

    /// Whether a notice speaks of one of its assets.
    pub fn hears(&self, published: &Published, notice: &Notice) -> bool {
        let all = Self { scope: Scope::All, ..self.clone() };
        let belongs = if self.scope == Scope::Corrections { &all } else { self };
        let mut assets = notice.versions.iter().filter_map(|version| published.asset(&version.asset));
        assets.any(|asset| belongs.has(asset))
    }
}

/// All feeds there are: of each language everything, corrections, and each product, tag and record that has an asset.
pub fn channels(published: &Published) -> BTreeSet<Channel> {
    let mut channels = BTreeSet::new();
    let mut add = |language: &str, scope| channels.insert(Channel { language: language.to_owned(), scope });
    for language in &published.facts.languages {
        add(language, Scope::All);
        add(language, Scope::Corrections);
    }
    for about in published.assets.iter().filter_map(|asset| Some(&asset.latest()?.asset)) {
        add(&about.language, Scope::All);
        add(&about.language, Scope::Corrections);
        add(&about.language, Scope::Product(about.product.clone()));
        for tag in about.tags.iter().filter(|tag| !tag.is_empty()) {
            add(&about.language, Scope::Topic(tag.clone()));
        }
        if let (Some(table), Some(key)) = (&about.table, &about.key) {
            add(&about.language, Scope::Unit(table.clone(), key.clone()));
        }
    }
    channels
}
