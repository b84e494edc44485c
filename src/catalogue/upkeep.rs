//! Whether a catalogue still says what the store says: every row against a catalogue made anew.

use std::path::Path;

use anyhow::Context;
use rusqlite::Connection;
use rusqlite::types::ValueRef;

use super::{CATALOGUE, Catalogue, connect, schema, writing};
use crate::store::Shelf;

/// How the catalogue of an output folder is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// It says what the store says, row by row; or the store changed since, and the next question brings it to date.
    Sound,
    /// There is none; the next question makes it.
    Missing,
    /// It cannot be read.
    Damaged,
    /// It says that it is of this very manifest, and says something else.
    Different,
}

/// Looks at the catalogue of an output folder and changes nothing.
///
/// # Errors
/// The manifest cannot be read, or memory is short.
pub fn condition(shelf: &Shelf) -> anyhow::Result<Condition> {
    let path = shelf.root().join(CATALOGUE);
    if !path.is_file() {
        return Ok(Condition::Missing);
    }
    match compare(&path, shelf) {
        Ok(condition) => Ok(condition),
        Err(error) if super::is_damaged(&error) => Ok(Condition::Damaged),
        Err(error) => Err(error).with_context(|| format!("could not look through {}", path.display())),
    }
}

/// [`condition`] of a file that is there.
fn compare(path: &Path, shelf: &Shelf) -> anyhow::Result<Condition> {
    let connection = connect(path)?;
    let version: i32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if version != schema::VERSION {
        // One of another version of the program: it is made anew at the next question.
        return Ok(Condition::Missing);
    }
    let verdict: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" {
        return Ok(Condition::Damaged);
    }
    let recorded = shelf.read()?;
    let on_disk = Catalogue { connection };
    if on_disk.fact("recorded").is_none_or(|known| known != recorded.state.to_string()) {
        return Ok(Condition::Sound);
    }
    let mut anew = Catalogue::in_memory()?;
    writing::write(&mut anew.connection, recorded.entries.values().map(|entry| &**entry), None)?;
    let (before, now) = (contents(&on_disk.connection)?, contents(&anew.connection)?);
    Ok(if before == now { Condition::Sound } else { Condition::Different })
}

/// Everything that a catalogue says, in an order that does not depend on when it was told what.
pub(super) fn contents(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    connection
        .execute_batch("CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab(main, 'fts', 'instance')")?;
    let mut all = Vec::new();
    for sql in [
        "SELECT asset, hex(fingerprint), product, record, headline, language, theme, phase, period, unit, illustrative,
            renditions FROM asset ORDER BY asset",
        "SELECT r.path, r.name, a.asset, r.place, r.format, r.encoding, r.page, r.width, r.height, r.bytes, r.content,
            r.color FROM rendition r LEFT JOIN asset a ON a.id = r.asset ORDER BY r.path",
        "SELECT a.asset, w.col, w.term, w.offset FROM temp.words w LEFT JOIN asset a ON a.id = w.doc
            ORDER BY a.asset, w.col, w.offset, w.term",
    ] {
        let mut statement = connection.prepare(sql)?;
        let width = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let mut line = String::new();
            for column in 0..width {
                let value = match row.get_ref(column)? {
                    ValueRef::Null => String::new(),
                    ValueRef::Integer(number) => number.to_string(),
                    ValueRef::Real(number) => number.to_string(),
                    ValueRef::Text(text) | ValueRef::Blob(text) => String::from_utf8_lossy(text).into_owned(),
                };
                line.push_str(&value);
                line.push('\t');
            }
            all.push(line);
        }
    }
    let grid = super::grid::Grid::read(connection);
    let made = super::grid::Grid::make(connection)?;
    all.push(format!("the grid fits: {}", grid.is_ok_and(|grid| grid == made)));
    Ok(all)
}
