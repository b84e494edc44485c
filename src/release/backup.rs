//! Back-up and restore of a desk: what cannot be made again, copied to another folder and back.
//!
//! Released bytes never change, so a back-up copies those that are new, checks each as it copies it, and writes the
//! ledger last: one that was cut short says what the one before said.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use walkdir::WalkDir;

use super::Archive;
use crate::ledger::{LEDGER, Ledger, Unreadable};
use crate::store::{Durable, write_whole};

/// What a copy did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Copied {
    /// Files that were written.
    pub written: usize,
    /// Files that were there already.
    pub left: usize,
    /// Entries of the ledger that the copy holds.
    pub entries: usize,
}

/// Copies a desk to a folder, or a back-up back to a desk.
///
/// # Errors
/// The source has no ledger or an altered one; it holds bytes that are not what they were; the target's ledger has entries
/// that the source does not have, which would be lost.
pub fn copy_desk(from: &Path, to: &Path) -> anyhow::Result<Copied> {
    let ledger = readable(from)?;
    ensure!(!ledger.entries.is_empty(), "{} holds no ledger", from.display());
    let there = readable(to)?;
    if !ledger.entries.starts_with(&there.entries) {
        bail!(
            "the ledger in {} has entries that the one in {} does not have; nothing was copied",
            to.display(),
            from.display()
        );
    }
    let mut copied = Copied { entries: ledger.entries.len(), ..Copied::default() };
    for relative in files(from)? {
        let bytes = checked(from, &relative)?;
        let target = to.join(&relative);
        if fs::read(&target).is_ok_and(|there| there == bytes) {
            copied.left += 1;
            continue;
        }
        let folder = target.parent().context("a file lies in a folder")?;
        fs::create_dir_all(folder).with_context(|| format!("could not make the folder {}", folder.display()))?;
        write_whole(&target, &bytes, Durable::Yes)?;
        copied.written += 1;
    }
    Ok(copied)
}

/// A folder's ledger.
fn readable(desk: &Path) -> anyhow::Result<Ledger> {
    match Ledger::read(desk) {
        Ok(ledger) => Ok(ledger),
        Err(Unreadable::Altered(_)) => bail!("the ledger in {} was altered", desk.display()),
        Err(Unreadable::Machine(error)) => Err(error),
    }
}

/// The files of a desk relative to it, the ledger last; hidden ones are locks and half-written.
fn files(desk: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let visible =
        |entry: &walkdir::DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
    for item in WalkDir::new(desk).sort_by_file_name().into_iter().filter_entry(visible) {
        let item = item.with_context(|| format!("could not list {}", desk.display()))?;
        if item.file_type().is_file() {
            files.push(item.path().strip_prefix(desk).context("a listed file lies below its folder")?.to_owned());
        }
    }
    files.sort_by_key(|path| (path.as_os_str() == LEDGER, path.clone()));
    Ok(files)
}

/// A file's bytes; released ones must be what their name says.
fn checked(desk: &Path, relative: &Path) -> anyhow::Result<Vec<u8>> {
    let place = desk.join(relative);
    let bytes = fs::read(&place).with_context(|| format!("could not read {}", place.display()))?;
    if relative.starts_with("objects") {
        let content = crate::digest::Digest::of(&bytes);
        ensure!(Archive::at(desk).place(&content) == place, "{} is not as it was released", place.display());
    }
    Ok(bytes)
}
