//! Paths below the output folder: in comes what a caller or a manifest says, out comes a path that cannot leave it.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};

/// Whether a relative path is one the store may write: `/` between parts, none empty, hidden or special.
///
/// Hidden names are refused because the store keeps its own things under them. Backslash and colon
/// are refused everywhere, so that a manifest made on one system is as safe on another.
pub(super) fn is_plain(relative: &str) -> bool {
    !relative.is_empty()
        && relative.split('/').all(|part| {
            !part.is_empty()
                && !part.starts_with('.')
                && !part.contains(|c: char| matches!(c, '\\' | ':') || c.is_control())
        })
}

/// The file's place below `root`.
///
/// # Errors
/// When the path is not plain (see [`is_plain`]).
pub(super) fn below(root: &Path, relative: &str) -> anyhow::Result<PathBuf> {
    ensure!(is_plain(relative), "refused to use the path {relative:?}: it would leave the output folder or hide in it");
    Ok(root.join(relative))
}

/// Makes the folders that lead to a file below `root`, one by one.
///
/// A symbolic link on the way is refused: it may lead out of the folder.
///
/// # Errors
/// A path that is not plain, a link or a file where a folder should be, a folder that cannot be made.
pub(super) fn make_parents(root: &Path, relative: &str) -> anyhow::Result<()> {
    let mut folder = root.to_path_buf();
    let Some((parents, _)) = relative.rsplit_once('/') else { return Ok(()) };
    for part in parents.split('/') {
        folder.push(part);
        match fs::create_dir(&folder) {
            Ok(()) => continue,
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error).with_context(|| format!("could not make the folder {}", folder.display())),
        }
        let kind = fs::symlink_metadata(&folder)
            .with_context(|| format!("could not look at {}", folder.display()))?
            .file_type();
        if kind.is_symlink() {
            bail!("refused to write through the link {}: it may leave the output folder", folder.display());
        }
        ensure!(kind.is_dir(), "{} is a file, and a folder is needed there", folder.display());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_paths_pass() {
        for good in ["a.png", "poster/cds_a.png", "a/b/c.pdf", "đường/số 1.png", "a..b/c...d"] {
            assert!(is_plain(good), "{good}");
        }
        for bad in [
            "",
            "/etc/passwd",
            "../a",
            "a/../../b",
            "a//b",
            "a/",
            "./a",
            ".mocban/journal.jsonl",
            "a/.tmp-1",
            "C:/x",
            "a\\..\\b",
            "a\0b",
            "a\nb",
            "..",
        ] {
            assert!(!is_plain(bad), "{bad:?}");
        }
    }
}
