//! What programs read of a pack: `goi.json`, its contents and state, and `lineage.json`, where its figures come from.

use anyhow::Context;
use serde_json::{Value, json};

use super::choose::Chosen;
use super::compose::{Draft, Placed};
use super::figures;
use super::sign::Seal;
use super::texts::{told, why_name};
use crate::lineage::{ProvAsset, ProvFile, prov};

/// `goi.json`: every asset with its words and files, what was left out, what was corrected.
pub(super) fn pack(draft: &Draft<'_>, seal: Option<&Seal>) -> anyhow::Result<Vec<u8>> {
    let (selection, facts) = (draft.selection, &draft.selection.facts);
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
    let data = draft.data.iter();
    let data = data.map(|(path, content)| json!({"path": path, "bytes": content.len(), "sha256": content.sha256()}));
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
///
/// Without spaces: it has several statements a number and file, and a megabyte of them is read by programs alone.
pub(super) fn lineage(draft: &Draft<'_>) -> anyhow::Result<Vec<u8>> {
    serde_json::to_vec(&provenance(draft)).context("could not write the lineage of a pack")
}

/// The statements about the files that lie in the pack under their released bytes, and those made small of them.
fn provenance(draft: &Draft<'_>) -> Value {
    let digests: Vec<(Chosen<'_>, Vec<(String, &Placed<'_>)>)> = draft
        .assets()
        .into_iter()
        .map(|(chosen, files)| (chosen, files.into_iter().map(|placed| (placed.sha256(), placed)).collect()))
        .collect();
    let files: Vec<Vec<ProvFile<'_>>> = digests
        .iter()
        .map(|(chosen, files)| {
            let drawn = &chosen.version.asset.lineage;
            let numbers = |placed: &Placed<'_>| drawn.get(&placed.file.format).map_or(&[][..], |drawn| &drawn.numbers);
            let file = |(digest, placed)| ProvFile { name: file_name(placed), digest, numbers: numbers(placed) };
            files.iter().map(|(digest, placed)| file((digest.as_str(), *placed))).collect()
        })
        .collect();
    let assets: Vec<ProvAsset<'_>> = digests
        .iter()
        .zip(&files)
        .map(|((chosen, _), files)| ProvAsset { asset: &chosen.version.asset.asset, files })
        .collect();
    // Of every table the pack has the figures that are shown, in one file.
    let figures = draft.data.iter().find(|(path, _)| path.ends_with(figures::NAME));
    let figures = figures.map(|(path, content)| (path.as_str(), content.sha256()));
    let tables = figures.iter().flat_map(|(path, sum)| {
        figures::tables(draft.selection).into_iter().map(move |table| (table, (*path, sum.as_str())))
    });
    prov(&draft.selection.release.release.program, &assets, &tables.collect())
}

/// A picture's name in its folder.
fn file_name<'p>(placed: &'p Placed<'_>) -> &'p str {
    placed.path.rsplit('/').next().unwrap_or(&placed.path)
}

/// A value as people read it too.
pub(super) fn pretty(value: &Value) -> anyhow::Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(value).context("could not write a description of a pack")?;
    bytes.push(b'\n');
    Ok(bytes)
}
