//! A pack as a BagIt bag (RFC 8493), for archives that take nothing else.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};

use super::Pack;
use crate::release::{Archive, sha256};
use crate::store::{Durable, write_whole};

impl Pack {
    /// Writes the bag into a folder, below which it has its own; gives that one. The bag's payload is the whole pack, its
    /// list and signature too.
    ///
    /// # Errors
    /// There is such a bag already, the disk is full, or the archive lacks a file.
    pub fn bag(&self, folder: &Path, organization: &str, archive: &Archive) -> anyhow::Result<PathBuf> {
        let target = folder.join(&self.name);
        ensure!(!target.exists(), "there is something at {} already", target.display());
        fs::create_dir_all(folder).with_context(|| format!("could not make the folder {}", folder.display()))?;
        let unfinished =
            tempfile::Builder::new().prefix(".tmp-").tempdir_in(folder).context("could not begin a bag")?;
        let root = unfinished.path();
        let (mut manifest, mut length) = (String::new(), 0_u64);
        for (path, content) in &self.files {
            let place = root.join("data").join(path);
            let parent = place.parent().context("a file lies in a folder")?;
            fs::create_dir_all(parent).with_context(|| format!("could not make the folder {}", parent.display()))?;
            write_whole(&place, &content.bytes(archive)?, Durable::No)?;
            length += content.len();
            let _infallible = writeln!(manifest, "{}  data/{path}", content.sha256());
        }
        let day = |range: std::ops::Range<usize>| self.day.get(range).unwrap_or_default();
        let tags = [
            ("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".to_owned()),
            (
                "bag-info.txt",
                format!(
                    "Source-Organization: {}\nExternal-Identifier: {}\nBagging-Date: {}-{}-{}\nPayload-Oxum: {length}.{}\n",
                    organization.replace(['\r', '\n'], " "),
                    self.name,
                    day(0..4),
                    day(4..6),
                    day(6..8),
                    self.files.len(),
                ),
            ),
            ("manifest-sha256.txt", manifest),
        ];
        let mut list = String::new();
        for (name, text) in &tags {
            write_whole(&root.join(name), text.as_bytes(), Durable::No)?;
            let _infallible = writeln!(list, "{}  {name}", sha256(text.as_bytes()));
        }
        write_whole(&root.join("tagmanifest-sha256.txt"), list.as_bytes(), Durable::No)?;
        readable(root)?;
        fs::rename(root, &target).with_context(|| format!("could not write {}", target.display()))?;
        // It has another name now; there is nothing left to remove.
        let _gone = unfinished.keep();
        Ok(target)
    }
}

/// Lets others list the folder, as they may an ordinary one: a temporary one is its owner's alone.
#[cfg(unix)]
fn readable(folder: &Path) -> anyhow::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))
        .with_context(|| format!("could not open {} to others", folder.display()))
}

/// Ordinary permissions come by themselves on this system.
#[cfg(not(unix))]
fn readable(_: &Path) -> anyhow::Result<()> {
    Ok(())
}
