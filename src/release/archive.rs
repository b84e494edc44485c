//! The desk's archive: released bytes under their digests, and the manifests of releases. Nothing in it ever changes.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use sha2::{Digest as _, Sha256};

use super::Release;
use crate::digest::Digest;
use crate::ledger::Ledger;
use crate::store::{Durable, write_whole};

/// Folder of released bytes.
const OBJECTS: &str = "objects";
/// Folder of manifests.
const RELEASES: &str = "releases";

/// A desk as its archive.
#[derive(Debug, Clone)]
pub struct Archive {
    /// The desk.
    desk: PathBuf,
}

impl Archive {
    /// The archive of a desk; the disk is not touched yet.
    pub fn at(desk: impl Into<PathBuf>) -> Self {
        Self { desk: desk.into() }
    }

    /// The desk.
    pub fn desk(&self) -> &Path {
        &self.desk
    }

    /// Keeps bytes and waits until the disk has them; those that are there already are left as they are.
    ///
    /// # Errors
    /// They cannot be written.
    pub fn put(&self, bytes: &[u8]) -> anyhow::Result<Digest> {
        let content = Digest::of(bytes);
        let place = self.place(&content);
        if !fs::read(&place).is_ok_and(|there| there == bytes) {
            let folder = place.parent().context("an object lies in a folder")?;
            fs::create_dir_all(folder).with_context(|| format!("could not make the folder {}", folder.display()))?;
            write_whole(&place, bytes, Durable::Yes)?;
        }
        Ok(content)
    }

    /// Bytes by their digest.
    ///
    /// # Errors
    /// They are not there, or no longer what they were.
    pub fn get(&self, content: &Digest) -> anyhow::Result<Vec<u8>> {
        let place = self.place(content);
        let bytes = fs::read(&place).with_context(|| format!("could not read {}", place.display()))?;
        if Digest::of(&bytes) != *content {
            bail!("{} is not as it was released", place.display());
        }
        Ok(bytes)
    }

    /// Where bytes lie, or would lie.
    pub fn place(&self, content: &Digest) -> PathBuf {
        let name = content.to_string();
        self.desk.join(OBJECTS).join(&name[..2]).join(&name)
    }

    /// Keeps a release's manifest; gives the digest by which the ledger names it.
    ///
    /// One of the same name that no line of the ledger names, left by a killed process, is written over: call this only
    /// after asking the ledger.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn put_release(&self, release: &Release) -> anyhow::Result<Digest> {
        let folder = self.desk.join(RELEASES);
        fs::create_dir_all(&folder).with_context(|| format!("could not make the folder {}", folder.display()))?;
        let mut bytes = serde_json::to_vec_pretty(release).context("could not write a release down")?;
        bytes.push(b'\n');
        write_whole(&self.release_place(&release.name), &bytes, Durable::Yes)?;
        Ok(Digest::of(&bytes))
    }

    /// A release by its name, if it is what the ledger says.
    ///
    /// # Errors
    /// It is not there, was altered, or is of a later version of mocban.
    pub fn release(&self, name: &str, manifest: &Digest) -> anyhow::Result<Release> {
        let place = self.release_place(name);
        let bytes = fs::read(&place).with_context(|| format!("could not read {}", place.display()))?;
        if Digest::of(&bytes) != *manifest {
            bail!("{} is not what the ledger says was released", place.display());
        }
        serde_json::from_slice(&bytes).with_context(|| format!("could not understand {}", place.display()))
    }

    /// All releases that a ledger names, in its order.
    ///
    /// # Errors
    /// One is not there or was altered.
    pub fn releases(&self, ledger: &Ledger) -> anyhow::Result<Vec<Release>> {
        ledger.releases().map(|(_, name, manifest)| self.release(name, &manifest)).collect()
    }

    /// Where a manifest lies, or would lie.
    pub fn release_place(&self, name: &str) -> PathBuf {
        self.desk.join(RELEASES).join(format!("{name}.json"))
    }

    /// Every file below the archive's folders, hidden and half-written ones too; none when there is no archive.
    ///
    /// # Errors
    /// A folder cannot be listed.
    pub fn files(&self) -> anyhow::Result<Vec<PathBuf>> {
        let mut files = Vec::new();
        for root in [OBJECTS, RELEASES].map(|folder| self.desk.join(folder)) {
            for item in walkdir::WalkDir::new(&root).sort_by_file_name() {
                match item {
                    Ok(item) if item.file_type().is_dir() => {}
                    Ok(item) => files.push(item.into_path()),
                    Err(error) if error.io_error().is_some_and(|io| io.kind() == ErrorKind::NotFound) => {}
                    Err(error) => return Err(error).with_context(|| format!("could not list {}", root.display())),
                }
            }
        }
        Ok(files)
    }
}

/// SHA-256 in hexadecimal, as `sha256sum` prints it.
pub fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _infallible = write!(text, "{byte:02x}");
        text
    })
}
