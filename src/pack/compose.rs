//! From a selection to the files of a pack: where each released file lies, and what is written beside it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::choose::{Chosen, Selection};
use super::mini::Dropped;
use super::place::{self, DATA, META, NEWS, Paths, folder};
use super::sign::Seal;
use super::small::{Small, Smalls};
use super::sums::{SIGNATURE, SUMS, sums};
use super::texts::Say;
use super::{Content, Files, Pack, captions, figures, index, meta, texts};
use crate::format::Use;
use crate::ledger::PackKind;
use crate::release::{ReleasedFile, sha256};

/// Longest side of a preview in the page inside a whole pack, in pixels.
const PREVIEW: u32 = 480;

/// What a pack is made of besides what is published.
#[derive(Debug)]
pub struct Material<'a> {
    /// What each format is for.
    pub uses: BTreeMap<String, Use>,
    /// Small pictures.
    pub smalls: Smalls<'a>,
    /// The contact sheet, when it could be set.
    pub contact_sheet: Option<Vec<u8>>,
    /// Texts for the newsroom, by file name.
    pub news: BTreeMap<String, Vec<u8>>,
    /// More files for programs, by their names below `meta/`.
    pub meta: BTreeMap<String, Vec<u8>>,
    /// What it is signed with.
    pub seal: Option<Seal>,
}

/// A released file with its place in a pack.
#[derive(Debug, Clone)]
pub(super) struct Placed<'p> {
    /// Whose it is.
    pub(super) chosen: Chosen<'p>,
    /// The file.
    pub(super) file: &'p ReleasedFile,
    /// What its format is for.
    pub(super) usage: Option<Use>,
    /// Its path.
    pub(super) path: String,
    /// What stands in its place in a pack for poor links.
    pub(super) small: Option<Arc<Small>>,
}

impl Placed<'_> {
    /// The bytes in the pack.
    pub(super) fn content(&self) -> Content {
        match &self.small {
            Some(small) => Content::Made(small.jpeg.clone()),
            None => {
                Content::Kept { content: self.file.content, bytes: self.file.bytes, sha256: self.file.sha256.clone() }
            }
        }
    }

    /// SHA-256 of the bytes in the pack.
    pub(super) fn sha256(&self) -> String {
        self.small.as_ref().map_or_else(|| self.file.sha256.clone(), |small| sha256(&small.jpeg))
    }

    /// Length of the bytes in the pack.
    pub(super) fn bytes(&self) -> u64 {
        self.small.as_ref().map_or(self.file.bytes, |small| small.jpeg.len() as u64)
    }

    /// Width and height in the pack, in pixels.
    pub(super) fn size(&self) -> (u32, u32) {
        self.small.as_ref().map_or((self.file.width, self.file.height), |small| (small.width, small.height))
    }

    /// File type in the pack.
    pub(super) fn encoding(&self) -> &'static str {
        if self.small.is_some() { "jpeg" } else { self.file.encoding.name() }
    }
}

/// A pack whose pictures are chosen and placed, and whose texts are not yet written.
#[derive(Debug, Clone)]
pub(super) struct Draft<'p> {
    /// What is given out.
    pub(super) selection: &'p Selection<'p>,
    /// What the pack is.
    pub(super) kind: PackKind,
    /// Its name.
    pub(super) name: String,
    /// Its pictures, by path.
    pub(super) pictures: Vec<Placed<'p>>,
    /// Its figures and what describes their tables, with their paths.
    pub(super) data: Vec<(String, Content)>,
    /// What a whole pack would have and this one has not.
    pub(super) dropped: Vec<Dropped>,
    /// Longest side of previews.
    pub(super) preview: u32,
    /// Whether it has a contact sheet.
    pub(super) contact_sheet: bool,
    /// Whether it has texts for the newsroom.
    pub(super) has_news: bool,
}

/// An asset's version with its files in a pack.
pub(super) type Gathered<'a, 'p> = (Chosen<'p>, Vec<&'a Placed<'p>>);

/// Composes a whole pack.
///
/// # Errors
/// The archive lacks a file.
pub fn compose(selection: &Selection<'_>, material: &Material<'_>) -> anyhow::Result<Pack> {
    Draft::whole(selection, material).pack(material)
}

impl<'p> Draft<'p> {
    /// The draft of a whole pack.
    pub(super) fn whole(selection: &'p Selection<'p>, material: &Material<'_>) -> Self {
        let mut paths = Paths::default();
        let mut pictures = Vec::new();
        for chosen in &selection.chosen {
            for file in &chosen.version.asset.files {
                let usage = material.uses.get(&file.format).copied();
                let path = paths.give(folder(usage, file), &file.name);
                pictures.push(Placed { chosen: *chosen, file, usage, path, small: None });
            }
        }
        pictures.sort_by(|one, other| one.path.cmp(&other.path));
        let mut data = vec![(paths.give(DATA, figures::NAME), Content::Made(figures::table(selection)))];
        for file in selection.data.iter().filter(|file| figures::is_description(&file.path)) {
            let below = file.path.strip_prefix("data/").unwrap_or(&file.path);
            let kept = Content::Kept { content: file.content, bytes: file.bytes, sha256: file.sha256.clone() };
            data.push((paths.give(DATA, below), kept));
        }
        Self {
            selection,
            kind: PackKind::Whole,
            name: selection.name(),
            pictures,
            data,
            dropped: Vec::new(),
            preview: PREVIEW,
            contact_sheet: material.contact_sheet.is_some(),
            has_news: !material.news.is_empty(),
        }
    }

    /// The pack, its texts written, listed and signed.
    ///
    /// # Errors
    /// The archive lacks a file.
    pub(super) fn pack(&self, material: &Material<'_>) -> anyhow::Result<Pack> {
        let mut files: Files = self.pictures.iter().map(|placed| (placed.path.clone(), placed.content())).collect();
        files.extend(self.data.iter().cloned());
        let mut add = |path: String, bytes: Vec<u8>| files.insert(path, Content::Made(bytes));
        let mut paths = Paths::default();
        let news: Vec<String> = material.news.keys().map(|name| paths.give(NEWS, name)).collect();
        for (path, bytes) in news.iter().zip(material.news.values()) {
            add(path.clone(), bytes.clone());
        }
        if let Some(sheet) = material.contact_sheet.as_ref().filter(|_| self.contact_sheet) {
            add("contact-sheet.pdf".to_owned(), sheet.clone());
        }
        for (name, bytes) in &material.meta {
            add(paths.give(META, name), bytes.clone());
        }
        if let Some(seal) = &material.seal {
            add(format!("{META}/{}", texts::KEY), seal.pem().into_bytes());
        }
        let say = Say::new();
        add(captions::PATH.to_owned(), captions::table(self, &say));
        add(format!("{META}/goi.json"), meta::pack(self, material.seal.as_ref())?);
        // It grows with every number drawn; whoever needs it takes the whole pack.
        if self.kind != PackKind::Mini {
            add(format!("{META}/lineage.json"), meta::lineage(self)?);
        }
        texts::all(self, &say, material.seal.is_some()).into_iter().for_each(|(path, bytes)| drop(add(path, bytes)));
        add(index::PATH.to_owned(), index::page(self, &say, &material.smalls)?.into_bytes());
        seal(&mut files, material.seal.as_ref());
        Ok(Pack {
            name: self.name.clone(),
            kind: self.kind,
            release: self.selection.release.release.name.clone(),
            assets: self.selection.versions(),
            day: self.selection.day(),
            files,
        })
    }

    /// The assets that have a file here, each with its files, by path of the first.
    pub(super) fn assets(&self) -> Vec<Gathered<'_, 'p>> {
        let mut assets: Vec<Gathered<'_, 'p>> = Vec::new();
        for chosen in &self.selection.chosen {
            let own = self.pictures.iter().filter(|placed| placed.chosen.asset.asset == chosen.asset.asset);
            assets.push((*chosen, own.collect()));
        }
        assets
    }

    /// The same picture in its languages, for each: languages by the campaign's order.
    pub(super) fn works(&self) -> Vec<Vec<Gathered<'_, 'p>>> {
        let mut works: BTreeMap<(String, &str), Vec<Gathered<'_, 'p>>> = BTreeMap::new();
        for (chosen, files) in self.assets() {
            let asset = &*chosen.version.asset;
            works.entry((asset.work(), &asset.theme)).or_default().push((chosen, files));
        }
        let order = &self.selection.facts.languages;
        let place = |language: &str| order.iter().position(|known| known == language).unwrap_or(order.len());
        let mut works: Vec<_> = works.into_values().collect();
        for work in &mut works {
            work.sort_by_key(|(chosen, _)| place(&chosen.version.asset.language));
        }
        works
    }

    /// Folders that have pictures.
    pub(super) fn folders(&self) -> BTreeSet<&str> {
        self.pictures.iter().filter_map(|placed| placed.path.rsplit_once('/')).map(|(folder, _)| folder).collect()
    }
}

/// Lists files and signs the list, in place of a list that is there.
pub(super) fn seal(files: &mut Files, seal: Option<&Seal>) {
    files.remove(SUMS);
    files.remove(SIGNATURE);
    let list = sums(files);
    if let Some(seal) = seal {
        files.insert(SIGNATURE.to_owned(), Content::Made(seal.key.sign(&list)));
    }
    files.insert(SUMS.to_owned(), Content::Made(list));
}

/// Whether a file is a picture that pages show.
pub(super) fn is_for_web(placed: &Placed<'_>) -> bool {
    place::is_for_web(placed.usage, placed.file.encoding)
}
