//! The catalogue: an index over what the store holds. In come entries, out come lists and search results.
//!
//! It is one `SQLite` file that follows from the store's manifest and journal: a damaged one, or one of another
//! version, is made anew. Each change is one transaction, so a killed run leaves the old state or the new one.

mod abbreviation;
mod fold;
mod hit;
mod index;
mod query;
mod schema;
mod writing;

pub use hit::{Filter, Hit};
pub use index::{IndexReport, rebuild_from};

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context;
use rusqlite::{Connection, ErrorCode, params};

use crate::diagnostic::Diagnostic;
use crate::store::{Kept, RenditionEntry, Shelf};
use query::Query;

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
        let state = shelf.state()?;
        let on_disk = Self::open(shelf.root().join(CATALOGUE)).ok();
        if let Some(catalogue) = &on_disk
            && catalogue.state().is_some_and(|known| known == state.to_string())
        {
            return Ok((on_disk.map_or_else(Self::in_memory, Ok)?, Vec::new()));
        }
        let recorded = shelf.read()?;
        let entries = || recorded.entries.values().map(|entry| &**entry);
        if let Some(mut catalogue) = on_disk
            && writing::write(&mut catalogue.connection, entries(), Some(recorded.state)).is_ok()
        {
            return Ok((catalogue, recorded.warnings));
        }
        let mut catalogue = Self::in_memory()?;
        writing::write(&mut catalogue.connection, entries(), Some(recorded.state))?;
        Ok((catalogue, recorded.warnings))
    }

    /// Makes the catalogue say exactly what the entries say; what did not change is not touched.
    ///
    /// # Errors
    /// The database cannot be written; it is then as it was before.
    pub fn update<'a>(&mut self, entries: impl IntoIterator<Item = &'a RenditionEntry>) -> anyhow::Result<()> {
        let kept = entries.into_iter().map(Kept::new).collect::<anyhow::Result<Vec<Kept>>>()?;
        writing::write(&mut self.connection, &kept, None).context("could not bring the catalogue up to date")
    }

    /// The files that pass a filter, in order of path.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn list(&self, filter: &Filter) -> anyhow::Result<Vec<Hit>> {
        let sql = format!(
            "SELECT {} FROM rendition r JOIN asset a ON a.id = r.asset
             WHERE (?1 IS NULL OR a.product = ?1) AND (?2 IS NULL OR a.record = ?2) AND (?3 IS NULL OR a.asset = ?3)
               AND (?4 IS NULL OR r.format = ?4) AND (?5 IS NULL OR a.language = ?5) AND (?6 IS NULL OR a.theme = ?6)
               AND (?7 IS NULL OR r.encoding = ?7)
             ORDER BY r.path",
            Hit::COLUMNS
        );
        let encoding = filter.encoding.map(crate::encode::Encoding::name);
        let Filter { product, key, asset, format, language, theme, .. } = filter;
        let list = || {
            let mut statement = self.connection.prepare(&sql)?;
            let rows =
                statement.query_map(params![product, key, asset, format, language, theme, encoding], Hit::from_row)?;
            rows.collect::<rusqlite::Result<Vec<Hit>>>()
        };
        list().context("could not list the catalogue")
    }

    /// Assets that answer a query, best first, at most `limit`; each once, with the file that best stands for it.
    ///
    /// All words must be in an asset; the last may be the beginning of one; words in double quotes follow one another.
    /// Exact spelling ranks first, then other accepted spellings, then the same letters with other marks. A query
    /// without marks finds words with any. The full name of an asset or a file finds that asset. Any text is safe.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn search(&self, query: &str, limit: usize) -> anyhow::Result<Vec<Hit>> {
        self.find(query, limit).context("could not search the catalogue")
    }

    /// [`Catalogue::search`] with the database's errors.
    fn find(&self, typed: &str, limit: usize) -> rusqlite::Result<Vec<Hit>> {
        let query = Query::parse(typed);
        let mut found = Found { hits: self.named(typed.trim())?, limit, ..Found::default() };
        found.hits.truncate(limit);
        found.seen.extend(found.hits.iter().map(|hit| hit.asset.clone()));
        if query.is_empty() {
            return Ok(found.hits);
        }
        self.try_each(&query.expressions(), &mut found)?;
        if found.hits.is_empty() {
            self.try_each(&query.second_thoughts(), &mut found)?;
        }
        Ok(found.hits)
    }

    /// Assets that have this very name, or a file of it.
    fn named(&self, name: &str) -> rusqlite::Result<Vec<Hit>> {
        let sql = format!(
            "SELECT {} FROM asset a JOIN rendition r ON r.id = a.best
             WHERE a.asset = ?1 OR a.id IN (SELECT asset FROM rendition WHERE path = ?1 OR path LIKE '%/' || ?2 ESCAPE '\\')
             ORDER BY a.asset",
            Hit::COLUMNS
        );
        if name.is_empty() {
            return Ok(Vec::new());
        }
        let escaped = name.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([name, escaped.as_str()], Hit::from_row)?;
        rows.map(|hit| hit.map(|hit| Hit { score: f64::from(NAMED), ..hit })).collect()
    }

    /// Adds what each expression finds, in order, until there is enough.
    fn try_each(&self, expressions: &[String], found: &mut Found) -> rusqlite::Result<()> {
        let sql = format!(
            "SELECT {}, bm25(fts, {}) AS rank FROM fts JOIN asset a ON a.id = fts.rowid JOIN rendition r ON r.id = a.best
             WHERE fts MATCH ?1 ORDER BY rank, a.asset LIMIT ?2",
            Hit::COLUMNS,
            schema::WEIGHTS
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let tiers = u32::try_from(expressions.len()).unwrap_or(NAMED);
        for (tier, expression) in (0..tiers).zip(expressions) {
            // Those seen may come again before new ones do.
            let enough = i64::try_from(found.limit.saturating_add(found.seen.len())).unwrap_or(i64::MAX);
            let mut rows = statement.query(params![expression, enough])?;
            while let Some(row) = rows.next()? {
                if found.hits.len() >= found.limit {
                    return Ok(());
                }
                let weight = -row.get::<_, f64>("rank")?;
                let score = f64::from(tiers - tier) + weight.max(0.0) / (1.0 + weight.max(0.0));
                let hit = Hit { score, ..Hit::from_row(row)? };
                if found.seen.insert(hit.asset.clone()) {
                    found.hits.push(hit);
                }
            }
        }
        Ok(())
    }

    /// What manifest and journal were like when the catalogue was last brought up to date.
    fn state(&self) -> Option<String> {
        self.connection.query_row("SELECT value FROM state WHERE name = 'recorded'", [], |row| row.get(0)).ok()
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
        let verdict: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        Ok((verdict == "ok").then_some(Self { connection }))
    }
}

/// Score of an asset found by its very name, above that of any other.
const NAMED: u32 = 100;

/// What a search has found so far.
#[derive(Default)]
struct Found {
    /// The answers, best first.
    hits: Vec<Hit>,
    /// Their assets.
    seen: BTreeSet<String>,
    /// How many are enough.
    limit: usize,
}

/// Opens a database and sets how it waits.
fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(PATIENCE)?;
    Ok(connection)
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
