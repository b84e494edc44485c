//! The site: what is published, as static pages that work from a folder, from any web server, without script, and on paper.
//!
//! In: [`Published`] and a [`Look`]; out: a [`Tree`] of files by address. The same view gives the same tree, whatever the
//! clock says. Released bytes lie at addresses that name their SHA-256 and never change; corrected ones stay there under a
//! banner, withheld and killed ones are gone, and their page says why.

mod about;
mod asset;
mod calendar;
mod card;
mod check;
mod corrections;
mod data;
mod gone;
mod home;
mod look;
mod page;
mod preview;
mod record;
mod release;
mod standing;
mod text;

pub use look::Look;
pub use preview::preview;

use std::collections::BTreeMap;

use crate::digest::Digest;
use crate::feed::{self, address};
use crate::language::Words;
use crate::published::{Audience, Published};
use page::{Page, Shell};

/// All files of a site by address.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tree {
    /// The files.
    pub files: BTreeMap<String, Content>,
}

/// What a file of the site holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// These bytes.
    Bytes(Vec<u8>),
    /// Released bytes of the archive, under this digest.
    Object(Digest),
    /// The small picture made of released bytes.
    Preview(Digest),
}

impl Content {
    /// Whether the address never gives other bytes.
    pub fn is_immutable(&self) -> bool {
        !matches!(self, Self::Bytes(_))
    }
}

/// The whole site.
///
/// # Errors
/// A feed could not be written down.
pub fn tree(published: &Published, look: &Look) -> anyhow::Result<Tree> {
    let shell = Shell::new(published, look);
    let mut tree = Tree::default();
    let pages = pages(&shell);
    let listed = pages.iter().filter(|page| page.listed).map(|page| (page.path.clone(), page.updated)).collect();
    for page in &pages {
        tree.bytes(&file_of(&page.path), shell.write(page));
    }
    for (path, bytes) in feed::files(published)? {
        tree.bytes(&path, bytes);
    }
    if published.audience == Audience::Public {
        for (path, bytes) in feed::sitemap(&published.facts, &listed)? {
            tree.bytes(&path, bytes);
        }
    }
    for (_, version) in published.versions().filter(|(_, version)| version.is_served()) {
        for file in &version.asset.files {
            tree.files.insert(address::file(file), Content::Object(file.content));
        }
        if let Some(file) = preview::source(version) {
            tree.files.insert(address::preview(file), Content::Preview(file.content));
        }
    }
    for (path, bytes) in look.files().chain(gone::files(published)) {
        tree.bytes(&path, bytes);
    }
    Ok(tree)
}

impl Tree {
    /// Adds a file.
    fn bytes(&mut self, path: &str, bytes: Vec<u8>) {
        self.files.insert(path.to_owned(), Content::Bytes(bytes));
    }
}

/// The file that a page's address gives.
fn file_of(path: &str) -> String {
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

/// All pages: those of the whole in each language, one for each asset and each code.
fn pages(shell: &Shell<'_>) -> Vec<Page> {
    let mut pages = Vec::new();
    for language in shell.languages() {
        pages.push(home::page(shell, language));
        pages.push(calendar::page(shell, language));
        pages.push(corrections::page(shell, language));
        pages.push(check::entrance(shell, language));
        pages.push(text::page(shell, language));
        pages.extend(about::pages(shell, language));
        pages.extend(release::pages(shell, language));
        pages.extend(record::pages(shell, language));
    }
    pages.extend(shell.published.assets.iter().map(|asset| asset::page(shell, asset)));
    pages.extend(check::pages(shell));
    pages.push(check::nothing(shell));
    pages
}

/// Words for a language, else the first there are.
fn said<'a>(words: &'a Words, language: &str) -> &'a str {
    let own = crate::language::words(words, language);
    own.or_else(|| words.values().next().map(String::as_str)).unwrap_or_default()
}

#[cfg(test)]
mod tests;
