//! What programs read of a pack: `goi.json`, its contents and state, and `lineage.json`, where its figures come from.

use std::collections::BTreeMap;

use anyhow::Context;
use serde_json::{Map, Value, json};

use super::compose::{Draft, Placed};
use super::sign::Seal;
use super::texts::{told, why_name};

/// `goi.json`: every asset with its words and files, what was left out, what was corrected.
pub(super) fn pack(draft: &Draft<'_>, seal: Option<&Seal>) -> anyhow::Result<Vec<u8>> {
    let (selection, facts) = (draft.selection, &draft.selection.published.facts);
    let assets: Vec<Value> = draft
        .assets()
        .into_iter()
        .map(|(chosen, files)| {
            let asset = &*chosen.version.asset;
            json!({
                "asset": asset.asset, "version": asset.version, "code": asset.code, "work": asset.work(),
                "language": asset.language, "theme": asset.theme, "period": asset.period,
                "headline": asset.headline, "caption": asset.caption, "alt_text": asset.alt_text,
                "description": asset.description, "tags": asset.tags, "illustrative": asset.illustrative,
                "status": chosen.version.status, "published": chosen.version.at,
                "embargoed_until": chosen.version.embargo.map(|embargo| embargo.until),
                "expires": chosen.version.expires, "instead_of": chosen.instead_of,
                "files": files.into_iter().map(file).collect::<Vec<_>>(),
            })
        })
        .collect();
    let data = draft.data.iter().map(|(path, file)| json!({"path": path, "bytes": file.bytes, "sha256": file.sha256}));
    let left_out = selection
        .left_out
        .iter()
        .map(|out| json!({"asset": out.version.asset, "version": out.version.version, "why": why_name(out.why)}));
    let whole = json!({
        "mocban": "pack/1",
        "pack": draft.name, "kind": draft.kind, "release": selection.release.release.name,
        "version": selection.version(), "changed": selection.changed(), "audience": selection.published.audience,
        "campaign": {
            "slug": facts.slug, "title": facts.title, "base_url": facts.base_url, "languages": facts.languages,
            "period": facts.period, "rights": facts.rights,
        },
        "signed_with": seal.map(|seal| &seal.name),
        "assets": assets, "data": data.collect::<Vec<_>>(),
        "left_out": left_out.collect::<Vec<_>>(), "dropped": draft.dropped, "notices": told(draft),
    });
    pretty(&whole)
}

/// A file in `goi.json`.
fn file(placed: &Placed<'_>) -> Value {
    let (width, height) = placed.size();
    json!({
        "path": placed.path, "format": placed.file.format, "use": placed.usage, "encoding": placed.encoding(),
        "page": placed.file.page, "width": width, "height": height, "bytes": placed.bytes(), "sha256": placed.sha256(),
        "original": placed.small.is_some().then_some(&placed.file.name),
    })
}

/// `lineage.json`: which cells each file draws, in the terms of W3C PROV.
pub(super) fn lineage(draft: &Draft<'_>) -> anyhow::Result<Vec<u8>> {
    pretty(&provenance(draft))
}

/// The statements: a file was derived from cells, a cell was quoted from its source document.
fn provenance(draft: &Draft<'_>) -> Value {
    let (mut entities, mut derived) = (BTreeMap::new(), BTreeMap::new());
    for placed in &draft.pictures {
        let file = format!("mb:file/{}", placed.path);
        entities.insert(file.clone(), json!({"prov:label": placed.file.name, "mb:sha256": placed.sha256()}));
        let Some(drawn) = placed.chosen.version.asset.lineage.get(&placed.file.format) else { continue };
        for number in &drawn.numbers {
            for cell in &number.cells {
                let name = format!("mb:cell/{cell}");
                entities.entry(name.clone()).or_insert_with(|| json!({"prov:label": cell}));
                if !number.source.is_empty() {
                    let source = format!("mb:source/{}", number.source);
                    entities.entry(source.clone()).or_insert_with(|| json!({"prov:label": number.source}));
                    let id = format!("_:{name} {source}");
                    derived.insert(id, json!({"prov:generatedEntity": name, "prov:usedEntity": source}));
                }
                let (id, text) = (format!("_:{file} {name} {}", number.text), &number.text);
                let statement = json!({"prov:generatedEntity": file, "prov:usedEntity": name, "mb:text": text});
                derived.insert(id, statement);
            }
        }
    }
    let map = |statements: BTreeMap<String, Value>| Value::Object(Map::from_iter(statements));
    json!({
        "prefix": {"prov": "http://www.w3.org/ns/prov#", "mb": "urn:mocban:1:"},
        "entity": map(entities), "wasDerivedFrom": map(derived),
    })
}

/// A value as people read it too.
pub(super) fn pretty(value: &Value) -> anyhow::Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(value).context("could not write a description of a pack")?;
    bytes.push(b'\n');
    Ok(bytes)
}
