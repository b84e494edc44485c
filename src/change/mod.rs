//! The change report: what reads otherwise between two releases, or between the last release and the store.
//!
//! In: two releases; out: [`Changes`], with texts old → new, words that changed, and a list of files by which the one release
//! becomes the other; as a page for people with small pictures whose changed numbers are boxed ([`html`]).

mod files;
mod html;
mod numbers;
mod picture;
mod words;

pub use files::{FileChange, Step, replay};
pub use html::{Sheet, html};
pub use numbers::{Boxes, TextChange};
pub use picture::{Pictures, Small, pair, small};
pub use words::{Piece, WordsChange};

use std::collections::BTreeMap;

use serde::Serialize;

use crate::published::Notice;
use crate::release::{Release, ReleasedAsset};

/// What changed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Changes {
    /// Name of the older release.
    pub from: String,
    /// Name of the newer one; empty for the store.
    pub to: String,
    /// What was said of the change: corrections and revisions that the newer release makes.
    pub notices: Vec<Notice>,
    /// Texts that changed, each once, with the assets that show it.
    pub texts: Vec<(TextChange, Vec<String>)>,
    /// All assets of either, by name.
    pub assets: Vec<AssetChange>,
    /// How the older release's files become the newer one's.
    pub files: Vec<FileChange>,
}

/// What became of an asset.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AssetChange {
    /// Its name.
    pub asset: String,
    /// What became of it.
    pub fate: Fate,
    /// Its headline now, or as it was last.
    pub headline: String,
    /// Its language.
    pub language: String,
    /// Its version before.
    pub before: Option<u32>,
    /// Its version now.
    pub after: Option<u32>,
    /// Texts that changed, with the boxes they are drawn in.
    pub texts: Vec<TextChange>,
    /// Words of headline, caption and alt text that changed.
    pub words: Vec<WordsChange>,
}

/// What became of an asset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Fate {
    /// Its bytes are other ones.
    Changed,
    /// It was not there before.
    Added,
    /// The newer release does not have it.
    Absent,
    /// Its bytes are the same.
    Unchanged,
}

impl Changes {
    /// How many assets had this fate.
    pub fn count(&self, fate: Fate) -> usize {
        self.assets.iter().filter(|asset| asset.fate == fate).count()
    }
}

/// Compares two releases; `notices` are those of the ledger.
pub fn changes(old: &Release, new: &Release, notices: Vec<Notice>) -> Changes {
    let by_name = |release: &'_ Release| -> BTreeMap<String, ReleasedAsset> {
        release.assets.iter().map(|asset| (asset.asset.clone(), asset.clone())).collect()
    };
    let (before, after) = (by_name(old), by_name(new));
    let names: std::collections::BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let assets: Vec<AssetChange> =
        names.into_iter().filter_map(|name| compared(before.get(name), after.get(name))).collect();
    Changes {
        from: old.name.clone(),
        to: new.name.clone(),
        notices,
        texts: gathered(&assets),
        files: files::files(old, new),
        assets,
    }
}

/// One asset; none when neither has it.
fn compared(old: Option<&ReleasedAsset>, new: Option<&ReleasedAsset>) -> Option<AssetChange> {
    let fate = match (old, new) {
        (Some(old), Some(new)) if files::same(old, new) => Fate::Unchanged,
        (Some(_), Some(_)) => Fate::Changed,
        (None, _) => Fate::Added,
        (_, None) => Fate::Absent,
    };
    let shown = new.or(old)?;
    let both = old.zip(new).filter(|_| fate == Fate::Changed);
    Some(AssetChange {
        asset: shown.asset.clone(),
        fate,
        headline: shown.headline.clone(),
        language: shown.language.clone(),
        before: old.map(|asset| asset.version),
        after: new.map(|asset| asset.version),
        texts: both.map(|(old, new)| numbers::texts(old, new)).unwrap_or_default(),
        words: both.map(|(old, new)| words::words(old, new)).unwrap_or_default(),
    })
}

/// Each different change of a text, with the assets that show it; without boxes, which are the assets' own.
fn gathered(assets: &[AssetChange]) -> Vec<(TextChange, Vec<String>)> {
    let mut all: BTreeMap<(&[String], &str, &str), Vec<String>> = BTreeMap::new();
    for asset in assets {
        for text in &asset.texts {
            all.entry((&text.cells, &text.before, &text.after)).or_default().push(asset.asset.clone());
        }
    }
    let whole = |((cells, before, after), assets): ((&[String], &str, &str), Vec<String>)| {
        let (before, after) = (before.to_owned(), after.to_owned());
        (TextChange { cells: cells.to_vec(), before, after, boxes: Boxes::default() }, assets)
    };
    let mut texts: Vec<_> = all.into_iter().map(whole).collect();
    // A cell's own text before what was derived from it and others.
    texts.sort_by_key(|(text, _)| text.cells.len() > 1);
    texts
}

#[cfg(test)]
mod tests;
