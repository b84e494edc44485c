//! What a pack holds for programs, and for whoever asks what changed, by names below `meta/`.
//!
//! In: what is given out. Out: ninjs items, a side-car of XMP for each file, and a page of what reads otherwise than in the versions
//! before. All of it follows from what is published.

use std::collections::BTreeMap;

use super::{Extent, PackOrder};
use crate::change::{self, Pictures, Sheet, changes};
use crate::diagnostic::MessageLanguage;
use crate::encode::carried;
use crate::feed;
use crate::language::words;
use crate::pack::{Chosen, Selection};
use crate::published::{PublicVersion, Published};
use crate::release::{Archive, Release, ReleasedAsset};

/// The files below `meta/`.
///
/// # Errors
/// Released bytes cannot be read.
pub(super) fn enclosed(
    selection: &Selection<'_>,
    archive: &Archive,
    order: &PackOrder,
) -> anyhow::Result<BTreeMap<String, Vec<u8>>> {
    let mut files = items(selection);
    // A mini pack is for poor links: what its pictures say of themselves is inside them.
    if !matches!(order.extent, Extent::Mini(_)) {
        files.extend(sidecars(selection, archive)?);
    }
    files.extend(what_changed(selection).map(|page| ("thay-doi.html".to_owned(), page.into_bytes())));
    Ok(files)
}

/// The ninjs items of what is given out, by their names below `meta/`. Each is as it would be if nothing had come after it: what
/// is published later changes no pack.
fn items(selection: &Selection<'_>) -> BTreeMap<String, Vec<u8>> {
    let as_then = Published { facts: selection.facts.clone(), ..selection.published.clone() };
    let item = |chosen: &Chosen<'_>| {
        let mut asset = chosen.asset.clone();
        asset.versions.retain(|version| version.version <= chosen.version.version);
        let mut version = chosen.version.clone();
        version.replaced_by = None;
        let name = format!("ninjs/{}_v{:02}.json", chosen.asset.asset, version.version);
        (name, feed::json(&feed::item(&as_then, &asset, &version)))
    };
    selection.chosen.iter().map(item).collect()
}

/// The XMP packet of each file of pixels, as a file beside it: for programs that read no packet inside.
fn sidecars(selection: &Selection<'_>, archive: &Archive) -> anyhow::Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    let of_pixels = selection.chosen.iter().flat_map(|chosen| &chosen.version.asset.files);
    for file in of_pixels.filter(|file| file.encoding.longest_side().is_some()) {
        let bytes = archive.get(&file.content)?;
        if let Some(packet) = carried(&bytes, file.encoding)?.xmp {
            let stem = file.name.rsplit_once('.').map_or(file.name.as_str(), |(stem, _)| stem);
            files.insert(format!("xmp/{stem}.{}.xmp", file.encoding.extension()), packet.to_vec());
        }
    }
    Ok(files)
}

/// The page of what reads otherwise than in the versions before, of assets that have one; none when none has. What was
/// taken back is not said again.
fn what_changed(selection: &Selection<'_>) -> Option<String> {
    let before = |chosen: &Chosen<'_>| -> Option<PublicVersion> {
        let earlier = chosen.asset.versions.iter().filter(|version| version.version < chosen.version.version);
        earlier.filter(|version| version.is_served()).max_by_key(|version| version.version).cloned()
    };
    let pairs: Vec<(PublicVersion, &PublicVersion)> =
        selection.chosen.iter().filter_map(|chosen| Some((before(chosen)?, chosen.version))).collect();
    let (last, _) = pairs.iter().max_by_key(|(old, _)| old.at)?;
    let of = |name: &str, assets: Vec<ReleasedAsset>| Release {
        name: name.to_owned(),
        assets,
        data: Vec::new(),
        ..Release::clone(&selection.release.release)
    };
    let old = of(&last.release, pairs.iter().map(|(old, _)| ReleasedAsset::clone(&old.asset)).collect());
    let new =
        of(&selection.release.release.name, pairs.iter().map(|(_, new)| ReleasedAsset::clone(&new.asset)).collect());
    let changes = changes(&old, &new, selection.notices.iter().map(|notice| (*notice).clone()).collect());
    let language = selection.facts.languages.first().map_or("en", String::as_str);
    Some(change::html(&Sheet {
        title: words(&selection.facts.title, language).unwrap_or_default(),
        changes: &changes,
        pictures: &Pictures::new(),
        messages: if language == "vi" { MessageLanguage::Vietnamese } else { MessageLanguage::English },
    }))
}
