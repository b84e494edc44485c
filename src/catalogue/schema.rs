//! The tables of the catalogue's database.

use rusqlite::Connection;

/// Version of the tables; a file of another version is made anew.
pub(super) const VERSION: i32 = 2;

/// Columns that hold exact words, as a filter of a full-text expression.
pub(super) const EXACT_COLUMNS: &str = "{name headline tags subjects caption alt words}";
/// Columns that hold plain words, as a filter of a full-text expression.
pub(super) const PLAIN_COLUMNS: &str =
    "{name plain_headline plain_tags plain_subjects plain_caption plain_alt plain_words}";
/// Weight of each column for ranking, in their order: what is said in a headline counts most.
pub(super) const WEIGHTS: &str = "1.0, 10.0, 6.0, 5.0, 4.0, 3.0, 2.0, 10.0, 6.0, 5.0, 4.0, 3.0, 2.0";

/// What makes the tables.
///
/// A file's `place` says how well it stands for its asset, 0 for the one that does; its `name` is the last part of its path.
///
/// The full-text table keeps no text of its own; marks are kept because folding is done before (`unicode61` does
/// not know đ). Marks count as letters so that a letter and its mark without a composed form stay one word.
const TABLES: &str = "
CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE asset (
    id INTEGER PRIMARY KEY,
    asset TEXT NOT NULL UNIQUE,
    fingerprint BLOB NOT NULL,
    product TEXT NOT NULL,
    record TEXT,
    headline TEXT NOT NULL,
    language TEXT NOT NULL,
    theme TEXT NOT NULL,
    phase TEXT NOT NULL,
    period TEXT NOT NULL,
    unit TEXT NOT NULL,
    illustrative INTEGER NOT NULL,
    renditions INTEGER NOT NULL
);
CREATE TABLE rendition (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    asset INTEGER NOT NULL,
    place INTEGER NOT NULL,
    format TEXT NOT NULL,
    encoding TEXT NOT NULL,
    page INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    content TEXT NOT NULL,
    color TEXT NOT NULL
);
CREATE INDEX rendition_of_asset ON rendition (asset, place);
CREATE INDEX rendition_by_name ON rendition (name);
CREATE TABLE grid (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
CREATE VIRTUAL TABLE fts USING fts5(
    name, headline, tags, subjects, caption, alt, words,
    plain_headline, plain_tags, plain_subjects, plain_caption, plain_alt, plain_words,
    content = '', contentless_delete = 1,
    tokenize = \"unicode61 remove_diacritics 0 categories 'L* N* Co M*'\"
);
";

/// Makes the tables in an empty database, all or none.
///
/// # Errors
/// The disk is full or the file cannot be written.
pub(super) fn create(connection: &mut Connection) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    transaction.execute_batch(TABLES)?;
    transaction.pragma_update(None, "user_version", VERSION)?;
    transaction.commit()
}
