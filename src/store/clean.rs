//! Clearing an output folder: what no file of it needs, or everything that a run can make again.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::{CONTENTS, Heading, JOURNAL, LINEAGES, MANIFEST, PRIVATE, SNAPSHOTS, Store, place, whole};

/// How much of an output folder is cleared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Half-written files of killed runs, and snapshots of inputs and lineages that no entry names.
    Leftovers,
    /// These, and every file that the manifest lists, with manifest, journal and snapshots. Files that it does not list
    /// stay: they are not the store's.
    All,
}

impl Store {
    /// The files that clearing would remove, relative to the folder, each once and in order.
    ///
    /// # Errors
    /// A folder cannot be listed.
    pub fn clearable(&self, extent: Extent) -> anyhow::Result<Vec<String>> {
        let root = self.shelf().root();
        let entries = self.entries();
        let mut found: BTreeSet<PathBuf> = whole::temporaries(root)?.into_iter().collect();
        let needed: BTreeSet<PathBuf> = match extent {
            Extent::Leftovers => self.shelf().needed(&entries),
            Extent::All => BTreeSet::new(),
        };
        for folder in [SNAPSHOTS, LINEAGES].map(|name| root.join(PRIVATE).join(name)) {
            let listing = fs::read_dir(&folder).with_context(|| format!("could not list {}", folder.display()))?;
            for item in listing {
                let path = item.with_context(|| format!("could not list {}", folder.display()))?.path();
                if path.is_file() && !needed.contains(&path) {
                    found.insert(path);
                }
            }
        }
        if extent == Extent::All {
            for entry in entries.values() {
                found.insert(place::below(root, &entry.path)?);
            }
            let private = [JOURNAL, CONTENTS].map(|name| root.join(PRIVATE).join(name));
            found.extend(private.into_iter().chain([root.join(MANIFEST)]));
        }
        Ok(found.into_iter().filter(|path| path.symlink_metadata().is_ok()).map(|path| below(root, &path)).collect())
    }

    /// Removes what [`Store::clearable`] names; gives the same names.
    ///
    /// Killed on the way, it leaves files that are noted and files that are gone, as a run that is killed may.
    ///
    /// # Errors
    /// A file cannot be removed.
    pub fn clear(self, extent: Extent) -> anyhow::Result<Vec<String>> {
        let names = self.clearable(extent)?;
        if extent == Extent::All {
            let listed: Vec<String> = self.entries().into_keys().collect();
            self.retire(&listed)?;
            self.finish(&Heading::default())?;
        }
        // Ending the run may have written a table of contents where there was none.
        let last = self.clearable(extent)?;
        for name in names.iter().chain(&last) {
            let path = self.shelf().root().join(name);
            match fs::remove_file(&path) {
                Err(error) if error.kind() != ErrorKind::NotFound => {
                    return Err(error).with_context(|| format!("could not remove {}", path.display()));
                }
                _ => {}
            }
        }
        Ok(names)
    }
}

/// A path relative to the folder, with `/` between its parts.
fn below(root: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(root).unwrap_or(path);
    inside.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}
