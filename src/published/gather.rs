//! From events and releases to what is seen: first what came out and when, then what happened to it since.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;

use super::notice::{self, Notice, NoticeKind};
use super::{Audience, PublicAsset, PublicRelease, PublicVersion, Published, Status};
use crate::language::Words;
use crate::ledger::{Embargo, EmbargoKind, Event, Ledger, Version};
use crate::release::{Facts, Release};

/// See [`Published::at`].
pub(super) fn published(now: Timestamp, audience: Audience, releases: &[Release], ledger: &Ledger) -> Published {
    let seen = releases_seen(now, audience, releases, ledger);
    let mut versions = versions_of(&seen);
    let mut notices = Vec::new();
    for entry in ledger.entries.iter().filter(|entry| entry.at <= now) {
        if let Some(notice) = notice::of(entry).and_then(|notice| seen_of(notice, &versions)) {
            apply(&notice, &mut versions);
            notices.push(notice);
        }
    }
    let facts = seen.last().map_or_else(Facts::default, |seen| seen.release.campaign.clone());
    Published { now, audience, facts, assets: assets_of(versions), notices, releases: seen }
}

/// The releases an audience sees, in the order in which they came to be seen.
fn releases_seen(now: Timestamp, audience: Audience, releases: &[Release], ledger: &Ledger) -> Vec<PublicRelease> {
    let mut seen = Vec::new();
    for entry in ledger.entries.iter().filter(|entry| entry.at <= now) {
        let Event::Released { release: name, embargo, expires, .. } = &entry.event else { continue };
        let Some(release) = releases.iter().find(|release| release.name == *name) else { continue };
        let at = embargo.map_or(entry.at, |embargo| opens(embargo, audience, entry.at));
        if at <= now {
            let embargo = embargo.filter(|embargo| embargo.until > now);
            seen.push(PublicRelease { at, embargo, expires: *expires, release: Arc::new(release.clone()) });
        }
    }
    seen.sort_by_key(|seen| seen.at);
    seen
}

/// When an audience begins to see what is under an embargo and was released at some time.
fn opens(embargo: Embargo, audience: Audience, released: Timestamp) -> Timestamp {
    match (embargo.kind, audience) {
        (EmbargoKind::Timed, Audience::Press) => released,
        _ => released.max(embargo.until),
    }
}

/// The versions those releases brought, each since it was first seen.
fn versions_of(seen: &[PublicRelease]) -> BTreeMap<Version, PublicVersion> {
    let mut versions: BTreeMap<Version, PublicVersion> = BTreeMap::new();
    for public in seen {
        for asset in &public.release.assets {
            versions
                .entry(asset.version())
                .and_modify(|known| {
                    // Seen before; a later release can lift an embargo and move the end of use.
                    known.embargo = known.embargo.and(public.embargo);
                    known.expires = public.expires;
                })
                .or_insert_with(|| PublicVersion {
                    version: asset.version,
                    release: public.release.name.clone(),
                    at: public.at,
                    updated: public.at,
                    status: Status::Usable,
                    replaced_by: None,
                    notice: None,
                    reason: Words::new(),
                    embargo: public.embargo,
                    expires: public.expires,
                    asset: Arc::new(asset.clone()),
                });
        }
    }
    versions
}

/// A notice as far as it speaks of what is seen; none when it speaks of nothing else.
fn seen_of(mut notice: Notice, versions: &BTreeMap<Version, PublicVersion>) -> Option<Notice> {
    notice.versions.retain(|version| versions.contains_key(version));
    notice.replaced.retain(|one| {
        let [old, new] = [one.version, one.by].map(|version| Version { asset: one.asset.clone(), version });
        versions.contains_key(&old) && versions.contains_key(&new)
    });
    let drawn: BTreeSet<&str> = notice
        .versions
        .iter()
        .filter_map(|version| versions.get(version))
        .flat_map(|version| version.asset.lineage.values().flat_map(|lineage| &lineage.numbers))
        .flat_map(|number| number.cells.iter().map(String::as_str))
        .collect();
    notice.cells.retain(|change| drawn.contains(change.cell.as_str()));
    (!notice.versions.is_empty()).then_some(notice)
}

/// Does to versions what a notice says.
fn apply(notice: &Notice, versions: &mut BTreeMap<Version, PublicVersion>) {
    for named in &notice.versions {
        let Some(version) = versions.get_mut(named) else { continue };
        // What was taken back stays taken back, whatever is said of it later.
        if version.status == Status::Canceled && version.replaced_by.is_none() {
            continue;
        }
        let replaced = notice.replaced.iter().find(|one| one.asset == named.asset && one.version == named.version);
        version.status = match notice.kind {
            NoticeKind::Withheld => Status::Withheld,
            NoticeKind::Resumed => Status::Usable,
            _ => Status::Canceled,
        };
        version.replaced_by = if notice.kind == NoticeKind::Kill { None } else { replaced.map(|one| one.by) };
        version.notice = (notice.kind != NoticeKind::Resumed).then_some(notice.number);
        version.reason = notice.note.clone();
        version.updated = version.updated.max(notice.at);
    }
}

/// Versions by asset; an older one that nothing was said of is replaced by the next.
fn assets_of(versions: BTreeMap<Version, PublicVersion>) -> Vec<PublicAsset> {
    let mut assets: Vec<PublicAsset> = Vec::new();
    for (named, version) in versions {
        match assets.last_mut().filter(|last| last.asset == named.asset) {
            Some(last) => {
                if let Some(before) = last.versions.last_mut().filter(|before| before.status == Status::Usable) {
                    before.replaced_by = Some(version.version);
                }
                last.versions.push(version);
            }
            None => assets.push(PublicAsset { asset: named.asset, versions: vec![version] }),
        }
    }
    assets
}
