//! The recall list of a notice, and who holds an asset.

use std::collections::BTreeSet;

use super::lists::lists;
use super::look;
use crate::correction::{Asked, Recall, recall};
use crate::diagnostic::Diagnostic;
use crate::ledger::Version;
use crate::press::event::{Event as Told, Listener};
use crate::press::{Settings, inputs};
use crate::published::{Notice, NoticeKind};
use crate::release::Release;

/// The lists of the notice of a number, or of all notices that wait for an answer; none when there is no such notice, which
/// the listener is told.
///
/// # Errors
/// When the machine fails.
pub fn recalls(
    settings: &Settings,
    number: Option<u64>,
    listener: &dyn Listener,
) -> anyhow::Result<Option<Vec<Recall>>> {
    let Some((_, ledger, releases)) = look(settings, listener)? else { return Ok(None) };
    let Some(lists) = lists(settings, &releases, listener)? else { return Ok(None) };
    let notices: Vec<Notice> =
        ledger.entries.iter().filter_map(Notice::of).filter(|notice| notice.kind != NoticeKind::Resumed).collect();
    let list = |notice: &Notice| {
        recall(&Asked {
            versions: &notice.versions,
            notice: Some(notice),
            ledger: &ledger,
            agencies: &lists.agencies,
            placements: &lists.placements,
            now: inputs::now(),
            today: inputs::today(),
        })
    };
    let Some(number) = number else {
        // The next period's figures ask nothing of those who hold the last one's.
        let asking = notices.iter().filter(|notice| notice.kind != NoticeKind::Update).map(list);
        return Ok(Some(asking.filter(|list| list.unanswered() + list.up() > 0).collect()));
    };
    match notices.iter().find(|notice| notice.number == number) {
        Some(notice) => Ok(Some(vec![list(notice)])),
        None => {
            listener.hear(&Told::Diagnostic(Diagnostic::error("MB1271").arg("notice", number).hint("hint")));
            Ok(None)
        }
    }
}

/// Who holds any of some assets, each `ASSET` (all its versions) or `ASSET@VERSION`.
///
/// # Errors
/// When the machine fails.
pub fn holders(settings: &Settings, names: &[String], listener: &dyn Listener) -> anyhow::Result<Option<Recall>> {
    let Some((_, ledger, releases)) = look(settings, listener)? else { return Ok(None) };
    let Some(lists) = lists(settings, &releases, listener)? else { return Ok(None) };
    let (mut versions, mut found) = (BTreeSet::new(), Vec::new());
    for name in names {
        match named(name, &releases) {
            Ok(named) => versions.extend(named),
            Err(diagnostic) => found.push(diagnostic),
        }
    }
    if !found.is_empty() {
        return Ok(super::refused(found, listener));
    }
    let versions: Vec<Version> = versions.into_iter().collect();
    Ok(Some(recall(&Asked {
        versions: &versions,
        notice: None,
        ledger: &ledger,
        agencies: &lists.agencies,
        placements: &lists.placements,
        now: inputs::now(),
        today: inputs::today(),
    })))
}

/// The released versions of that name, `ASSET` or `ASSET@VERSION`, oldest first; never empty.
///
/// # Errors
/// `MB1226` when no release has it.
pub(super) fn named(name: &str, releases: &[Release]) -> Result<BTreeSet<Version>, Diagnostic> {
    let all = || releases.iter().flat_map(|release| &release.assets).map(crate::release::ReleasedAsset::version);
    let meant = |version: &Version| *name == version.asset || *name == format!("{}@{}", version.asset, version.version);
    let found: BTreeSet<Version> = all().filter(meant).collect();
    if found.is_empty() {
        let names: BTreeSet<String> = all().map(|version| version.asset).collect();
        return Err(Diagnostic::error("MB1226").arg("asset", name).suggest(name, names.iter().map(String::as_str)));
    }
    Ok(found)
}
