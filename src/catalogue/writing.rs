//! Bringing the database to what the store holds: in come entries, out comes one transaction, all or nothing.

use std::collections::BTreeMap;

use rusqlite::{Connection, Transaction, params};

use super::abbreviation::expansion;
use super::fold::{index_words, plain};
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
    state: Option<Digest>,
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
    remove_changed(&transaction, &mut assets, &fingerprints)?;
    for (asset, files) in &assets {
        if let Some(fingerprint) = fingerprints.get(asset) {
            let files = files.iter().map(|file| file.whole()).collect::<anyhow::Result<Vec<RenditionEntry>>>()?;
            insert(&transaction, asset, fingerprint, &files.iter().collect::<Vec<_>>())?;
        }
    }
    let state = state.map(|digest| digest.to_string()).unwrap_or_default();
    transaction.execute("INSERT OR REPLACE INTO state (name, value) VALUES ('recorded', ?1)", [state])?;
    transaction.commit()?;
    Ok(())
}

/// Takes out what is gone or differs, and leaves in `assets` only those to insert.
fn remove_changed(
    transaction: &Transaction<'_>,
    assets: &mut Assets<'_>,
    fingerprints: &BTreeMap<&str, Digest>,
) -> rusqlite::Result<()> {
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
    for id in removed {
        transaction.prepare_cached("DELETE FROM asset WHERE id = ?1")?.execute([id])?;
        transaction.prepare_cached("DELETE FROM rendition WHERE asset = ?1")?.execute([id])?;
        transaction.prepare_cached("DELETE FROM fts WHERE rowid = ?1")?.execute([id])?;
    }
    Ok(())
}

/// Puts an asset in, with its files and words.
fn insert(
    transaction: &Transaction<'_>,
    asset: &str,
    fingerprint: &Digest,
    files: &[&RenditionEntry],
) -> rusqlite::Result<()> {
    let Some(best) = hit::best(files) else { return Ok(()) };
    transaction
        .prepare_cached(
            "INSERT INTO asset (asset, fingerprint, product, record, headline, language, theme, illustrative, best, renditions)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0, ?9)",
        )?
        .execute(params![
            asset,
            fingerprint.as_bytes().as_slice(),
            best.product,
            best.key,
            best.headline,
            best.language,
            best.theme,
            files.iter().any(|file| file.illustrative),
            i64::try_from(files.len()).unwrap_or(i64::MAX),
        ])?;
    let id = transaction.last_insert_rowid();
    for file in files {
        transaction
            .prepare_cached(
                "INSERT OR REPLACE INTO rendition (path, asset, format, encoding, page, width, height, bytes, content)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )?
            .execute(params![
                file.path,
                id,
                file.format,
                file.encoding.name(),
                file.page,
                file.width,
                file.height,
                i64::try_from(file.bytes).unwrap_or(i64::MAX),
                file.content.to_string(),
            ])?;
        if std::ptr::eq(*file, best) {
            let rendition = transaction.last_insert_rowid();
            transaction.prepare_cached("UPDATE asset SET best = ?1 WHERE id = ?2")?.execute([rendition, id])?;
        }
    }
    insert_words(transaction, id, best, files)
}

/// Puts an asset's words in, exact and plain.
fn insert_words(
    transaction: &Transaction<'_>,
    id: i64,
    best: &RenditionEntry,
    files: &[&RenditionEntry],
) -> rusqlite::Result<()> {
    let mut names = vec![best.product.as_str(), best.key.as_deref().unwrap_or_default()];
    names.extend(files.iter().map(|file| file.format.as_str()));
    let name = index_words(&distinct(names).join(" "));
    let tags = best.tags.join("\n");
    let drawn = distinct(files.iter().flat_map(|file| file.words.lines())).join("\n");
    let texts = [&best.headline, &tags, &best.caption, &best.alt_text, &drawn].map(|text| index_words(text));
    let mut columns = vec![name.join(" ")];
    columns.extend(texts.iter().map(|words| words.join(" ")));
    columns.extend(texts.iter().map(|words| plain_text(words)));
    transaction
        .prepare_cached(
            "INSERT INTO fts (rowid, name, headline, tags, caption, alt, words,
                plain_headline, plain_tags, plain_caption, plain_alt, plain_words)
             VALUES (?12, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
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
