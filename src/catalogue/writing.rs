//! Bringing the database to what the store holds: in come entries, out comes one transaction, all or nothing.

use std::collections::BTreeMap;

use rusqlite::{Connection, Transaction, params};

use super::abbreviation::expansion;
use super::fold::{index_words, plain};
use super::grid::Grid;
use super::hit;
use crate::digest::Digest;
use crate::store::{Kept, RenditionEntry};

/// Files of each asset.
type Assets<'a> = BTreeMap<&'a str, Vec<&'a Kept>>;

/// Makes the database say exactly what the entries say; assets that did not change are not touched.
///
/// # Errors
/// The database cannot be written; it is then as it was before.
pub(super) fn write<'a>(
    connection: &mut Connection,
    entries: impl IntoIterator<Item = &'a Kept>,
    state: Option<(Digest, String)>,
) -> anyhow::Result<()> {
    let mut assets = Assets::new();
    for entry in entries {
        assets.entry(&entry.asset).or_default().push(entry);
    }
    let transaction = connection.transaction()?;
    let mut fingerprints = BTreeMap::new();
    for (asset, files) in &mut assets {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        fingerprints.insert(*asset, Digest::of_parts(files.iter().map(|file| file.line())));
    }
    let removed = remove_changed(&transaction, &mut assets, &fingerprints)?;
    for (asset, files) in &assets {
        if let Some(fingerprint) = fingerprints.get(asset) {
            let mut files = files.iter().map(|file| file.whole()).collect::<anyhow::Result<Vec<RenditionEntry>>>()?;
            insert(&transaction, asset, fingerprint, &mut files)?;
        }
    }
    if removed > 0 || !assets.is_empty() {
        Grid::make(&transaction)?.keep(&transaction)?;
    }
    let (state, stamp) = state.map(|(digest, stamp)| (digest.to_string(), stamp)).unwrap_or_default();
    note(&transaction, "recorded", &state)?;
    note(&transaction, "stamp", &stamp)?;
    transaction.commit()?;
    Ok(())
}

/// Keeps a fact about the catalogue as a whole.
pub(super) fn note(connection: &Connection, name: &str, value: &str) -> rusqlite::Result<()> {
    connection.execute("INSERT OR REPLACE INTO state (name, value) VALUES (?1, ?2)", [name, value]).map(|_| ())
}

/// Takes out what is gone or differs, and leaves in `assets` only those to insert; gives how many went.
fn remove_changed(
    transaction: &Transaction<'_>,
    assets: &mut Assets<'_>,
    fingerprints: &BTreeMap<&str, Digest>,
) -> rusqlite::Result<usize> {
    let mut removed: Vec<i64> = Vec::new();
    {
        let mut statement = transaction.prepare("SELECT id, asset, fingerprint FROM asset")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (name, fingerprint): (String, Vec<u8>) = (row.get(1)?, row.get(2)?);
            if fingerprints.get(name.as_str()).is_some_and(|now| now.as_bytes().as_slice() == fingerprint) {
                assets.remove(name.as_str());
            } else {
                removed.push(row.get(0)?);
            }
        }
    }
    let count = removed.len();
    for id in removed {
        transaction.prepare_cached("DELETE FROM asset WHERE id = ?1")?.execute([id])?;
        transaction.prepare_cached("DELETE FROM rendition WHERE asset = ?1")?.execute([id])?;
        transaction.prepare_cached("DELETE FROM fts WHERE rowid = ?1")?.execute([id])?;
    }
    Ok(count)
}

/// Puts an asset in, with its files and words.
fn insert(
    transaction: &Transaction<'_>,
    asset: &str,
    fingerprint: &Digest,
    files: &mut [RenditionEntry],
) -> rusqlite::Result<()> {
    hit::best_first(files);
    let Some(best) = files.first() else { return Ok(()) };
    transaction
        .prepare_cached(
            "INSERT INTO asset (asset, fingerprint, product, record, headline, language, theme, phase, period, unit,
                illustrative, renditions)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?
        .execute(params![
            asset,
            fingerprint.as_bytes().as_slice(),
            best.product,
            best.key,
            best.headline,
            best.language,
            best.theme,
            best.phase,
            best.period,
            best.unit,
            files.iter().any(|file| file.illustrative),
            i64::try_from(files.len()).unwrap_or(i64::MAX),
        ])?;
    let id = transaction.last_insert_rowid();
    for (place, file) in (0_i64..).zip(&*files) {
        transaction
            .prepare_cached(
                "INSERT OR REPLACE INTO rendition (path, name, asset, place, format, encoding, page, width, height,
                    bytes, content, color)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            )?
            .execute(params![
                file.path,
                file.path.rsplit('/').next(),
                id,
                place,
                file.format,
                file.encoding.name(),
                file.page,
                file.width,
                file.height,
                i64::try_from(file.bytes).unwrap_or(i64::MAX),
                file.content.to_string(),
                file.color,
            ])?;
    }
    insert_words(transaction, id, files)
}

/// Puts an asset's words in, exact and plain.
fn insert_words(transaction: &Transaction<'_>, id: i64, files: &[RenditionEntry]) -> rusqlite::Result<()> {
    let Some(best) = files.first() else { return Ok(()) };
    let mut names = vec![best.product.as_str(), best.key.as_deref().unwrap_or_default()];
    names.extend(files.iter().map(|file| file.format.as_str()));
    let name = index_words(&distinct(names).join(" "));
    let tags = best.tags.join("\n");
    let subjects = distinct(files.iter().flat_map(|file| &file.subjects).map(String::as_str)).join("\n");
    let printed = files.iter().flat_map(|file| file.cells.values()).map(String::as_str);
    let drawn = distinct(files.iter().flat_map(|file| file.words.lines()).chain(printed)).join("\n");
    let texts = [&best.headline, &tags, &subjects, &best.caption, &best.alt_text, &drawn].map(|text| index_words(text));
    let mut columns = vec![name.join(" ")];
    columns.extend(texts.iter().map(|words| words.join(" ")));
    columns.extend(texts.iter().map(|words| plain_text(words)));
    transaction
        .prepare_cached(
            "INSERT INTO fts (rowid, name, headline, tags, subjects, caption, alt, words,
                plain_headline, plain_tags, plain_subjects, plain_caption, plain_alt, plain_words)
             VALUES (?14, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        )?
        .execute(rusqlite::params_from_iter(
            columns.into_iter().map(rusqlite::types::Value::from).chain([id.into()]),
        ))?;
    Ok(())
}

/// Words without marks, and after them what the abbreviations among them stand for.
fn plain_text(words: &[String]) -> String {
    let long = words.iter().filter_map(|word| expansion(word));
    let plains: Vec<String> = words.iter().map(|word| plain(word)).chain(long.map(plain)).collect();
    plains.join(" ")
}

/// Each text once, in order of first appearance.
fn distinct<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = std::collections::BTreeSet::new();
    texts.into_iter().filter(|text| seen.insert(*text)).collect()
}
