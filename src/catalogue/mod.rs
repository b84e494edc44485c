//! The catalogue: an index over what the store holds. In come entries, out come lists and search results.
//!
//! It is one `SQLite` file that follows from the store's manifest and journal: a damaged one, or one of another
//! version, is made anew. Each change is one transaction, so a killed run leaves the old state or the new one.

mod abbreviation;
mod facet;
mod fold;
mod grid;
mod hit;
mod index;
mod query;
mod schema;
mod search;
mod upkeep;
mod writing;

pub use facet::{DRAFT, Facet, FacetCount, Filter, Statuses};
pub use hit::{Hit, LARGEST_PREVIEW};
pub use index::{IndexReport, rebuild_from, unlisted};
pub use search::{Answer, Ask};
pub use upkeep::{Condition, condition};

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context;
use rusqlite::{Connection, ErrorCode};

use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::store::{Kept, RenditionEntry, Shelf};

/// Name of the catalogue's file in the output folder.
pub const CATALOGUE: &str = "catalogue.sqlite";

/// How long to wait for another process that is writing.
const PATIENCE: Duration = Duration::from_secs(10);

/// The open catalogue.
#[derive(Debug)]
pub struct Catalogue {
    /// The database.
    connection: Connection,
}

impl Catalogue {
    /// Opens a catalogue's file, or makes an empty one when there is none, or none that can be used.
    ///
    /// # Errors
    /// The file cannot be made or read, or another process keeps it locked.
    pub fn open(path: impl AsRef<Path>) -> anyhow::Result<Self> {
        let path = path.as_ref();
        let opening = || format!("could not open the catalogue {}", path.display());
        match Self::open_sound(path) {
            Ok(Some(catalogue)) => return Ok(catalogue),
            Ok(None) => {}
            Err(error) if is_damage(&error) => {}
            Err(error) => return Err(error).with_context(opening),
        }
        remove_database(path).with_context(opening)?;
        let mut connection = connect(path).with_context(opening)?;
        schema::create(&mut connection).with_context(opening)?;
        Ok(Self { connection })
    }

    /// An empty catalogue in memory.
    ///
    /// # Errors
    /// Memory is short.
    pub fn in_memory() -> anyhow::Result<Self> {
        let mut connection = Connection::open_in_memory()?;
        schema::create(&mut connection)?;
        Ok(Self { connection })
    }

    /// The catalogue of an output folder, brought to what the folder's manifest and journal say.
    ///
    /// Where the file cannot be written (a folder for reading only, or no folder at all) it is held in memory.
    /// With it come the store's warnings, if it had to be brought up to date (`MB1001`, `MB1002`).
    ///
    /// # Errors
    /// The manifest is there and cannot be read.
    pub fn current(shelf: &Shelf) -> anyhow::Result<(Self, Vec<Diagnostic>)> {
        let stamp = shelf.stamp();
        let on_disk = Self::open(shelf.root().join(CATALOGUE)).ok();
        if let Some(catalogue) = &on_disk
            && catalogue.follows(shelf, &stamp)?
        {
            return Ok((on_disk.map_or_else(Self::in_memory, Ok)?, Vec::new()));
        }
        let recorded = shelf.read()?;
        let entries = || recorded.entries.values().map(|entry| &**entry);
        let state = || Some((recorded.state, stamp.clone()));
        if let Some(mut catalogue) = on_disk {
            match writing::write(&mut catalogue.connection, entries(), state()) {
                Ok(()) => return Ok((catalogue, recorded.warnings)),
                Err(error) if is_damaged(&error) => {
                    drop(catalogue);
                    if let Some(catalogue) = Self::anew(shelf, entries(), state()) {
                        return Ok((catalogue, recorded.warnings));
                    }
                }
                // Nobody may write here, or another process does.
                Err(_) => {}
            }
        }
        let mut catalogue = Self::in_memory()?;
        writing::write(&mut catalogue.connection, entries(), state())?;
        Ok((catalogue, recorded.warnings))
    }

    /// A catalogue in the place of a damaged one; none when it cannot be written.
    fn anew<'a>(
        shelf: &Shelf,
        entries: impl IntoIterator<Item = &'a Kept>,
        state: Option<(Digest, String)>,
    ) -> Option<Self> {
        let path = shelf.root().join(CATALOGUE);
        remove_database(&path).ok()?;
        let mut catalogue = Self::open(path).ok()?;
        writing::write(&mut catalogue.connection, entries, state).ok()?;
        Some(catalogue)
    }

    /// Whether it says what manifest and journal say now. Their length and time are looked at before their bytes, of
    /// which a large campaign has hundreds of megabytes.
    fn follows(&self, shelf: &Shelf, stamp: &str) -> anyhow::Result<bool> {
        if !stamp.is_empty() && self.fact("stamp").is_some_and(|known| known == stamp) {
            return Ok(true);
        }
        let state = shelf.state()?.to_string();
        let same = self.fact("recorded").is_some_and(|known| known == state);
        if same {
            // Where it cannot be written the bytes are read again next time.
            let _unkept = writing::note(&self.connection, "stamp", stamp);
        }
        Ok(same)
    }

    /// Makes the catalogue say exactly what the entries say; what did not change is not touched.
    ///
    /// # Errors
    /// The database cannot be written; it is then as it was before.
    pub fn update<'a>(&mut self, entries: impl IntoIterator<Item = &'a RenditionEntry>) -> anyhow::Result<()> {
        let kept = entries.into_iter().map(Kept::new).collect::<anyhow::Result<Vec<Kept>>>()?;
        writing::write(&mut self.connection, &kept, None).context("could not bring the catalogue up to date")
    }

    /// A fact that is kept about the catalogue as a whole.
    fn fact(&self, name: &str) -> Option<String> {
        self.connection.query_row("SELECT value FROM state WHERE name = ?1", [name], |row| row.get(0)).ok()
    }

    /// Opens a file that is there; none when it is of another version or has no tables.
    fn open_sound(path: &Path) -> rusqlite::Result<Option<Self>> {
        if !path.exists() {
            return Ok(None);
        }
        let connection = connect(path)?;
        let version: i32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        if version != schema::VERSION {
            return Ok(None);
        }
        // A look through all of it costs seconds for a large one; what is found damaged later is made anew then.
        let pages: i64 = connection.query_row("PRAGMA page_count", [], |row| row.get(0))?;
        let size: i64 = connection.query_row("PRAGMA page_size", [], |row| row.get(0))?;
        let whole = fs::metadata(path)
            .is_ok_and(|file| i64::try_from(file.len()).is_ok_and(|length| length >= pages.saturating_mul(size)));
        Ok(whole.then_some(Self { connection }))
    }
}

/// Opens a database and sets how it waits.
fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(PATIENCE)?;
    Ok(connection)
}

/// Whether an error says that the catalogue's file is damaged, so that it is worth making anew.
pub fn is_damaged(error: &anyhow::Error) -> bool {
    error.chain().filter_map(|cause| cause.downcast_ref::<rusqlite::Error>()).any(is_damage)
}

/// Whether an error says that the file is not a sound database of ours.
fn is_damage(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase | ErrorCode::Unknown))
}

/// Removes the catalogue of an output folder; the next run or search makes it again.
///
/// # Errors
/// A file of it cannot be removed.
pub fn remove(output: &Path) -> anyhow::Result<()> {
    remove_database(&output.join(CATALOGUE))
}

/// Removes a database and the files that `SQLite` keeps beside it.
fn remove_database(path: &Path) -> anyhow::Result<()> {
    for ending in ["", "-journal", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        let file = PathBuf::from(name);
        match fs::remove_file(&file) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(error).with_context(|| format!("could not remove {}", file.display()));
            }
            _ => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
