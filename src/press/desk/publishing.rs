//! Publishing: the site as files. What may no longer be had goes first, then bytes are put in, then pages; each file appears
//! whole or not at all, so that a command that is killed leaves a site, and the same command completes it.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::Context;
use jiff::Timestamp;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use serde::Serialize;
use walkdir::WalkDir;

use super::look;
use crate::brand::Brand;
use crate::diagnostic::{Diagnostic, Findings};
use crate::press::event::{Event, Listener};
use crate::press::{Settings, inputs};
use crate::published::{Audience, Published};
use crate::release::Archive;
use crate::site::{Content, Look, Tree, preview, tree};
use crate::store::{Durable, lock, write_whole};

/// What marks a folder as a site that mocban wrote, and is locked while it writes.
const MARK: &str = ".mocban-site";
/// Where the site goes when nothing is said.
const SITE: &str = "site";
/// Where the edition for the press goes.
const PRESS: &str = "site-press";

/// What is published, and where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edition {
    /// As of which moment; none means now.
    pub at: Option<Timestamp>,
    /// To which folder; none means one in the output folder.
    pub to: Option<PathBuf>,
    /// Whether it is for accredited offices, who see before the hour what is timed for them.
    pub press: bool,
}

/// A site that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Written {
    /// Its folder.
    pub path: String,
    /// Files in it.
    pub files: usize,
    /// Files that were written anew.
    pub written: usize,
    /// Files that were taken away.
    pub removed: usize,
    /// Assets that are seen.
    pub assets: usize,
}

/// Writes the site; none when something stands in the way, which the listener is told.
///
/// # Errors
/// When the machine fails.
pub fn publish(settings: &Settings, edition: &Edition, listener: &dyn Listener) -> anyhow::Result<Option<Written>> {
    let Some((archive, ledger, releases)) = look(settings, listener)? else { return Ok(None) };
    let audience = if edition.press { Audience::Press } else { Audience::Public };
    let published = Published::at(edition.at.unwrap_or_else(inputs::now), audience, &releases, &ledger);
    let folder =
        edition.to.clone().unwrap_or_else(|| settings.output_dir.join(if edition.press { PRESS } else { SITE }));
    if is_strange(&folder)? {
        let path = folder.display().to_string();
        listener.hear(&Event::Diagnostic(Diagnostic::error("MB1250").arg("path", path).hint("hint")));
        return Ok(None);
    }
    fs::create_dir_all(&folder).with_context(|| format!("could not make the folder {}", folder.display()))?;
    let _alone = lock(&folder.join(MARK))?;
    if !published.releases.is_empty() && published.facts.base_url.is_empty() {
        listener.hear(&Event::Diagnostic(Diagnostic::warning("MB1251").hint("hint")));
    }
    let tree = tree(&published, &kit(settings, listener)?)?;
    let removed = remove(&folder, &tree)?;
    let written = put(&folder, &tree, &archive)?;
    clear_empty(&folder)?;
    Ok(Some(Written {
        path: folder.display().to_string(),
        files: tree.files.len(),
        written,
        removed,
        assets: published.assets.len(),
    }))
}

/// How pages look. A kit that cannot be read keeps no correction from being told: pages are plain then.
fn kit(settings: &Settings, listener: &dyn Listener) -> anyhow::Result<Look> {
    let (folder, _) = inputs::read_folder(&settings.campaign_dir)?;
    let mut findings = Findings::new();
    let look = findings.take(Brand::read(&folder)).map(|brand| Look::of(&brand, &folder));
    if look.is_none() {
        listener.hear(&Event::Diagnostic(Diagnostic::warning("MB1252").hint("hint")));
    }
    Ok(look.unwrap_or_default())
}

/// Whether a folder holds something that is no site of ours.
fn is_strange(folder: &Path) -> anyhow::Result<bool> {
    if folder.join(MARK).is_file() {
        return Ok(false);
    }
    match fs::read_dir(folder) {
        Ok(mut listing) => Ok(listing.next().is_some()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error).with_context(|| format!("could not list {}", folder.display())),
    }
}

/// Takes away what the site does not have, files of released bytes first: a kill waits for nothing.
fn remove(folder: &Path, tree: &Tree) -> anyhow::Result<usize> {
    let mut surplus: BTreeSet<(bool, PathBuf)> = BTreeSet::new();
    for item in WalkDir::new(folder) {
        let item = item.with_context(|| format!("could not list {}", folder.display()))?;
        let name = relative(item.path(), folder);
        if !item.file_type().is_dir() && name != MARK && !tree.files.contains_key(&name) {
            let bytes = name.starts_with("f/") || name.starts_with("p/");
            surplus.insert((!bytes, item.path().to_owned()));
        }
    }
    for (_, path) in &surplus {
        fs::remove_file(path).with_context(|| format!("could not remove {}", path.display()))?;
    }
    Ok(surplus.len())
}

/// Puts in what is not there as it should be: released bytes, then small pictures, then pages. Gives how many were written.
fn put(folder: &Path, tree: &Tree, archive: &Archive) -> anyhow::Result<usize> {
    let count = AtomicUsize::new(0);
    let (bytes, pages): (Vec<_>, Vec<_>) = tree.files.iter().partition(|(_, content)| content.is_immutable());
    for part in [bytes, pages] {
        part.par_iter().try_for_each(|(name, content)| {
            let written = put_one(&folder.join(name), content, archive);
            count.fetch_add(usize::from(written?), Ordering::Relaxed);
            anyhow::Ok(())
        })?;
    }
    Ok(count.into_inner())
}

/// Puts one file in, unless it is there; gives whether it was written.
fn put_one(path: &Path, content: &Content, archive: &Archive) -> anyhow::Result<bool> {
    let there = fs::read(path).ok();
    let bytes = match (content, &there) {
        (Content::Bytes(bytes), _) => bytes.clone(),
        (Content::Object(digest), Some(there)) if crate::digest::Digest::of(there) == *digest => return Ok(false),
        (Content::Object(digest), _) => archive.get(digest)?,
        // Its address has its source and the way it is made; it is whole, since files appear whole.
        (Content::Preview(_), Some(there)) if !there.is_empty() => return Ok(false),
        (Content::Preview(digest), _) => {
            let source = archive.get(digest)?;
            preview(&source).with_context(|| format!("could not make {}", path.display()))?
        }
    };
    if there.as_ref() == Some(&bytes) {
        return Ok(false);
    }
    let home = path.parent().context("a file of the site lies in a folder")?;
    fs::create_dir_all(home).with_context(|| format!("could not make the folder {}", home.display()))?;
    write_whole(path, &bytes, Durable::No)?;
    Ok(true)
}

/// Removes folders that nothing is in any more.
fn clear_empty(folder: &Path) -> anyhow::Result<()> {
    for item in WalkDir::new(folder).min_depth(1).contents_first(true) {
        let item = item.with_context(|| format!("could not list {}", folder.display()))?;
        if item.file_type().is_dir() {
            // One that is not empty stays.
            let _stays = fs::remove_dir(item.path());
        }
    }
    Ok(())
}

/// A path below a folder with `/` between its parts.
fn relative(path: &Path, folder: &Path) -> String {
    let parts = path.strip_prefix(folder).unwrap_or(path).components();
    parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect::<Vec<_>>().join("/")
}
