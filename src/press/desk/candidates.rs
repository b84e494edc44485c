//! Assets of the store as they would be released.

use std::collections::BTreeMap;

use anyhow::Context;

use crate::diagnostic::Diagnostic;
use crate::plan::Choice;
use crate::press::Settings;
use crate::release::Candidate;
use crate::store::{RenditionEntry, Shelf};

/// The assets that are named, or all of the products, languages and themes of a choice.
///
/// # Errors
/// The store cannot be read; as a diagnostic (`MB1220`), names that no asset has.
pub(super) fn candidates(
    settings: &Settings,
    named: &[String],
) -> anyhow::Result<Result<Vec<Candidate>, Vec<Diagnostic>>> {
    let shelf = Shelf::at(&settings.output_dir);
    let mut assets: BTreeMap<String, Vec<RenditionEntry>> = BTreeMap::new();
    for kept in shelf.read()?.entries.values() {
        let entry = kept.whole()?;
        assets.entry(entry.asset.clone()).or_default().push(entry);
    }
    let unknown: Vec<Diagnostic> = named
        .iter()
        .filter(|name| !assets.contains_key(*name))
        .map(|name| Diagnostic::error("MB1220").arg("asset", name).suggest(name, assets.keys().map(String::as_str)))
        .collect();
    if !unknown.is_empty() {
        return Ok(Err(unknown));
    }
    let wanted =
        |entries: &[RenditionEntry]| entries.first().is_some_and(|first| is_meant(first, named, &settings.choice));
    let meant = assets.into_values().filter(|entries| wanted(entries));
    meant.map(|entries| candidate(entries, &shelf)).collect::<anyhow::Result<Vec<_>>>().map(Ok)
}

/// Whether an asset is one of those meant.
fn is_meant(entry: &RenditionEntry, named: &[String], choice: &Choice) -> bool {
    let within = |list: &[String], value: &str| list.is_empty() || list.iter().any(|one| one == value);
    if named.is_empty() {
        within(&choice.products, &entry.product)
            && within(&choice.languages, &entry.language)
            && within(&choice.themes, &entry.theme)
    } else {
        named.contains(&entry.asset)
    }
}

/// An asset with what it drew.
///
/// # Errors
/// The lineage of a file is gone or damaged: without it nobody could be told of a correction.
fn candidate(entries: Vec<RenditionEntry>, shelf: &Shelf) -> anyhow::Result<Candidate> {
    let mut lineage = BTreeMap::new();
    for entry in &entries {
        if !lineage.contains_key(&entry.format) {
            let found = entry.lineage.and_then(|digest| shelf.lineage(&digest));
            let found =
                found.with_context(|| format!("{} has lost its lineage; mocban render makes it again", entry.path))?;
            lineage.insert(entry.format.clone(), found);
        }
    }
    let said = |field: fn(&RenditionEntry) -> &String| {
        entries.iter().map(field).find(|words| !words.is_empty()).cloned().unwrap_or_default()
    };
    let (code, period, description) = (said(|one| &one.code), said(|one| &one.period), said(|one| &one.description));
    Ok(Candidate { lineage, code, period, description, entries })
}
