//! A pack on the disk: one ZIP file, written to the side, its digest taken on the way.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use sha2::{Digest as _, Sha256};
use tempfile::NamedTempFile;

use super::zip::{Writer, length};
use super::{Content, Pack};
use crate::release::Archive;
use crate::store::temporary_in;

/// A pack that is written and has not got its name yet.
#[derive(Debug)]
pub struct Written {
    /// The file.
    file: NamedTempFile,
    /// The name it is to have.
    name: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Its length, in bytes.
    pub bytes: u64,
}

/// Takes the digest of what passes through.
struct Measured<W> {
    /// Where it goes.
    out: W,
    /// Its digest so far.
    digest: Sha256,
}

impl<W: Write> Write for Measured<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.digest.update(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl Pack {
    /// How long its file is, in bytes.
    pub fn size(&self) -> u64 {
        let names: Vec<(String, u64)> =
            self.files.iter().map(|(path, content)| (format!("{}/{path}", self.name), content.len())).collect();
        length(names.iter().map(|(name, size)| (name.as_str(), *size)))
    }

    /// Writes the file to a folder, under a name that says it is not finished. One released file at a time is in memory.
    ///
    /// # Errors
    /// The disk is full, or the archive lacks a file: then there is no pack, rather than one without it.
    pub fn write(&self, folder: &Path, archive: &Archive) -> anyhow::Result<Written> {
        std::fs::create_dir_all(folder).with_context(|| format!("could not make the folder {}", folder.display()))?;
        let file = temporary_in(folder)?;
        let mut writer = Writer::new(Measured { out: BufWriter::new(file.as_file()), digest: Sha256::new() });
        for (path, content) in &self.files {
            let bytes = content.bytes(archive)?;
            let named = format!("{}/{path}", self.name);
            writer.add(&named, &bytes).with_context(|| format!("could not write {path} into {}", self.name))?;
        }
        let Measured { mut out, digest } =
            writer.finish().with_context(|| format!("could not finish {}", self.name))?;
        out.flush().with_context(|| format!("could not finish {}", self.name))?;
        drop(out);
        file.as_file().sync_all().context("the disk did not confirm the pack")?;
        let bytes = file.as_file().metadata().context("could not look at the pack")?.len();
        let sha256 = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Written { file, name: self.name.clone(), sha256, bytes })
    }

    /// Its `SHA256SUMS`.
    pub fn list(&self) -> &[u8] {
        match self.files.get(super::SUMS) {
            Some(Content::Made(list)) => list,
            _ => &[],
        }
    }
}

impl Written {
    /// Gives the file its name, in place of one that is there; gives its path.
    ///
    /// # Errors
    /// A folder stands there.
    pub fn keep(self, folder: &Path) -> anyhow::Result<PathBuf> {
        let target = folder.join(format!("{}.zip", self.name));
        let kept = self.file.persist(&target).map_err(|failed| failed.error);
        kept.with_context(|| format!("could not write {}", target.display()))?;
        Ok(target)
    }
}
