//! Writing a file whole or not at all: bytes go to a hidden file beside the target, which is then renamed.
//!
//! Whoever writes such a file holds a lock on it: one that nobody holds was left by a killed run, and may be cleared away by
//! any other, while packs, pages and pictures under way stay.

use std::fs::{self, File, TryLockError};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use tempfile::NamedTempFile;

/// How the names of half-written files start.
pub(super) const TEMPORARY: &str = ".tmp-";
/// How often a new file is begun again because somebody cleared it away before it was held.
const ATTEMPTS: usize = 20;

/// Whether a write waits until the disk has the bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Durable {
    /// It waits: for the few files from which others are known.
    Yes,
    /// It does not: renditions are hashed before they are trusted, so one lost with the power is made again.
    No,
}

/// Puts `bytes` at `target`, replacing what is there in one step.
///
/// # Errors
/// The folder cannot be written, the disk is full, or a folder stands at `target`. The half-written file is removed.
pub(crate) fn write(target: &Path, bytes: &[u8], durable: Durable) -> anyhow::Result<()> {
    attempt(target, bytes, durable).with_context(|| format!("could not write {}", target.display()))
}

/// [`write`] without the name of the target in its errors.
fn attempt(target: &Path, bytes: &[u8], durable: Durable) -> anyhow::Result<()> {
    let mut file = temporary_in(target.parent().context("there is no folder to write to")?)?;
    file.write_all(bytes).with_context(|| format!("could not write {} bytes", bytes.len()))?;
    if durable == Durable::Yes {
        file.as_file().sync_all().context("the disk did not confirm the bytes")?;
    }
    // The error would carry the half-written file along and keep it as long as itself.
    file.persist(target).map_err(|failed| failed.error).context("could not give the file its name")?;
    Ok(())
}

/// A new file in a folder, under a name that says it is half-written; it goes with its holder unless it is given another.
///
/// # Errors
/// The folder cannot be written.
pub(crate) fn temporary_in(folder: &Path) -> anyhow::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY);
    readable_by_others(&mut builder);
    for _ in 0..ATTEMPTS {
        let file = builder.tempfile_in(folder).context("could not begin a new file")?;
        // Until it is held it may be taken for a killed run's.
        if !is_held(file.as_file()) && file.path().exists() {
            return Ok(file);
        }
    }
    bail!("new files are cleared away at once")
}

/// Whether somebody else holds a file; if not, it is held from now on. File systems without locks hold nothing.
fn is_held(file: &File) -> bool {
    matches!(file.try_lock(), Err(TryLockError::WouldBlock))
}

/// Asks for the permissions an ordinary new file has, as the files are made to be served; the umask still applies.
#[cfg(unix)]
fn readable_by_others(builder: &mut tempfile::Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(fs::Permissions::from_mode(0o666));
}

/// Ordinary permissions come by themselves on this system.
#[cfg(not(unix))]
fn readable_by_others(_: &mut tempfile::Builder<'_, '_>) {}

/// Removes what killed runs left half-written in a folder and below it; gives how many. A folder that is not there has none.
///
/// # Errors
/// A folder that cannot be read, a file that cannot be removed.
pub(crate) fn sweep(folder: &Path) -> anyhow::Result<usize> {
    let found = if folder.is_dir() { temporaries(folder)? } else { Vec::new() };
    for path in &found {
        // Held while it is removed, so that nobody begins to write to it in between.
        let file = File::open(path);
        if file.as_ref().is_ok_and(is_held) {
            continue;
        }
        match fs::remove_file(path) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(error).with_context(|| format!("could not remove {}", path.display()));
            }
            _ => {}
        }
    }
    Ok(found.len())
}

/// What killed runs left half-written in a folder and below it; what is being written is not meant.
///
/// A folder with a store of its own (a shard, perhaps being written this moment) is left alone, links are not followed.
///
/// # Errors
/// A folder that cannot be read.
pub(super) fn temporaries(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let listing = fs::read_dir(folder).with_context(|| format!("could not list {}", folder.display()))?;
    for item in listing {
        let item = item.with_context(|| format!("could not list {}", folder.display()))?;
        let path = item.path();
        let kind = item.file_type().with_context(|| format!("could not look at {}", path.display()))?;
        if kind.is_dir() {
            if !path.join(super::PRIVATE).is_dir() {
                found.extend(temporaries(&path)?);
            }
        } else if kind.is_file() && item.file_name().to_string_lossy().starts_with(TEMPORARY) {
            let is_idle = !File::open(&path).is_ok_and(|file| is_held(&file));
            found.extend(is_idle.then_some(path));
        }
    }
    Ok(found)
}
