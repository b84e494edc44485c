//! From a cell to the correction of everything that shows it.
//!
//! Without an order it only says what there is to correct. With one, the replacements go the ordinary way of a release; then
//! one more line makes that release a correction. Killed between the two, the same command enters what is missing.

use std::collections::BTreeSet;

use super::candidates::candidates;
use super::delivering::unknown;
use super::lists::lists;
use super::marking::unmarked;
use super::refused;
use super::{Plea, look, release, sit_down};
use crate::correction::{Affected, Asked, Recall, Unreplaced, affected, cells_of, recall, replaced};
use crate::diagnostic::Diagnostic;
use crate::language::Words;
use crate::ledger::{Correction, CorrectionKind, Event, Ledger, Version};
use crate::press::event::{Event as Told, Listener};
use crate::press::{Settings, inputs};
use crate::published::Notice;
use crate::release::{Candidate, Release, ReleasedAsset, last_version};

/// What is to be corrected.
#[derive(Debug, Clone)]
pub struct Correct {
    /// Cells, `table/key/column`.
    pub cells: BTreeSet<String>,
    /// As it was printed; unsaid, as the last release prints it.
    pub was: Option<String>,
    /// How, once the replacements are made.
    pub order: Option<Order>,
}

/// How a correction is made.
#[derive(Debug, Clone)]
pub struct Order {
    /// The release of the replacements; which assets it has, the cells say.
    pub plea: Plea,
    /// What it is called.
    pub kind: CorrectionKind,
    /// The editor's note.
    pub note: Words,
}

/// What a correction is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Corrected {
    /// What shows the cells.
    pub affected: Vec<Affected>,
    /// Who holds that; with the notice, once it is corrected.
    pub recall: Recall,
}

/// Says what shows the cells and who holds it; with an order, corrects it. None when something stands in the way, which the
/// listener is told.
///
/// # Errors
/// When the machine fails.
pub fn correct(settings: &Settings, asked: &Correct, listener: &dyn Listener) -> anyhow::Result<Option<Corrected>> {
    let Some((_, ledger, releases)) = look(settings, listener)? else { return Ok(None) };
    let name = asked.order.as_ref().map(|order| order.plea.name.as_str());
    let before = earlier(&releases, name);
    let unknown = unknown_cells(asked, &before);
    if !unknown.is_empty() {
        return Ok(refused(unknown, listener));
    }
    let found = affected(&asked.cells, asked.was.as_deref(), &before, &ledger);
    let Some(order) = &asked.order else { return listed(settings, &ledger, &releases, found, None, listener) };
    let is_made = releases.iter().any(|release| release.name == order.plea.name);
    if !is_made && !make(settings, asked, order, &found, &before, listener)? {
        return Ok(None);
    }
    let Some(number) = enter(settings, asked, order, listener)? else { return Ok(None) };
    let Some((_, ledger, releases)) = look(settings, listener)? else { return Ok(None) };
    let notice = ledger.entries.iter().find(|entry| entry.number == number).and_then(Notice::of);
    // What prints the same after all concerns nobody.
    let is_replaced = |one: &Affected| notice.as_ref().is_none_or(|notice| notice.versions.contains(&one.version));
    let found = found.into_iter().filter(is_replaced).collect();
    listed(settings, &ledger, &releases, found, notice, listener)
}

/// Cells that no release draws (`MB1273`).
fn unknown_cells(asked: &Correct, releases: &[&Release]) -> Vec<Diagnostic> {
    let known = cells_of(releases);
    let strange = asked.cells.iter().filter(|cell| !known.contains(cell.as_str()));
    strange.map(|cell| unknown("MB1273", "cell", cell, known.iter().copied())).collect()
}

/// The releases before that of a name; all when there is none yet.
fn earlier<'a>(releases: &'a [Release], name: Option<&str>) -> Vec<&'a Release> {
    releases.iter().take_while(|release| Some(release.name.as_str()) != name).collect()
}

/// Number of the line that says all of a correction already.
fn said_before(ledger: &Ledger, correction: &Correction) -> Option<u64> {
    let says = |event: &Event| {
        matches!(event, Event::Corrected(said) if said.release == correction.release
            && correction.replaced.iter().all(|one| said.replaced.contains(one))
            && correction.cells.iter().all(|one| said.cells.contains(one)))
    };
    ledger.entries.iter().find(|entry| says(&entry.event)).map(|entry| entry.number)
}

/// The answer: what shows the cells, and who holds it.
fn listed(
    settings: &Settings,
    ledger: &Ledger,
    releases: &[Release],
    found: Vec<Affected>,
    notice: Option<Notice>,
    listener: &dyn Listener,
) -> anyhow::Result<Option<Corrected>> {
    let Some(lists) = lists(settings, releases, listener)? else { return Ok(None) };
    let shown: Vec<Version> = found.iter().map(|one| one.version.clone()).collect();
    let recall = recall(&Asked {
        versions: notice.as_ref().map_or(&shown, |notice| &notice.versions),
        notice: notice.as_ref(),
        ledger,
        agencies: &lists.agencies,
        placements: &lists.placements,
        now: inputs::now(),
        today: inputs::today(),
    });
    Ok(Some(Corrected { affected: found, recall }))
}

/// Makes the release of the replacements; false when something stands in the way.
///
/// All assets that show the cells are named, so that one that was forgotten, is stale or not approved stops it; those whose
/// bytes did not change keep their version.
fn make(
    settings: &Settings,
    asked: &Correct,
    order: &Order,
    found: &[Affected],
    before: &[&Release],
    listener: &dyn Listener,
) -> anyhow::Result<bool> {
    let assets: BTreeSet<&str> = found.iter().map(|one| one.version.asset.as_str()).collect();
    let Ok(store) = candidates(settings, &[])? else { return Ok(false) };
    let contents = |name: &str| store.iter().find(|one| one.name() == name).map(Candidate::contents);
    let missing: Vec<Diagnostic> =
        assets.iter().filter(|name| contents(name).is_none()).map(|name| unreplaced(name, &order.plea.name)).collect();
    if !missing.is_empty() {
        return Ok(refused(missing, listener));
    }
    let is_changed =
        |name: &&str| contents(name) != last_version(before.iter().copied(), name).map(ReleasedAsset::contents);
    if !assets.iter().any(is_changed) {
        return Ok(refused(vec![Diagnostic::error("MB1278").hint("hint")], listener));
    }
    if order.kind == CorrectionKind::Correction {
        unmarked(settings, &asked.cells).into_iter().for_each(|finding| listener.hear(&Told::Diagnostic(finding)));
    }
    let plea = Plea { assets: assets.into_iter().map(str::to_owned).collect(), ..order.plea.clone() };
    Ok(release(settings, &plea, listener)?.is_some())
}

/// Enters that a release is a correction, unless that is said already; gives the line's number, none when it cannot be.
fn enter(settings: &Settings, asked: &Correct, order: &Order, listener: &dyn Listener) -> anyhow::Result<Option<u64>> {
    let Some(mut desk) = sit_down(settings, listener)? else { return Ok(None) };
    let name = &order.plea.name;
    let ledger = desk.writer.ledger();
    let before = earlier(&desk.releases, Some(name));
    let Some(release) = desk.releases.iter().find(|release| release.name == *name) else { return Ok(None) };
    let now = inputs::now();
    let is_sealed = |event: &Event| matches!(event, Event::Released { release, embargo: Some(embargo), .. } if release == name && embargo.until > now);
    if ledger.entries.iter().any(|entry| is_sealed(&entry.event)) {
        return Ok(refused(vec![Diagnostic::error("MB1279").arg("name", name).hint("hint")], listener));
    }
    let found = affected(&asked.cells, asked.was.as_deref(), &before, ledger);
    let correction = match replaced(&asked.cells, &found, &before, release, order.kind, order.note.clone()) {
        Ok(correction) => correction,
        Err(Unreplaced::Missing(assets)) => {
            return Ok(refused(assets.iter().map(|asset| unreplaced(asset, name)).collect(), listener));
        }
        Err(Unreplaced::Nothing) => return Ok(refused(vec![Diagnostic::error("MB1278").hint("hint")], listener)),
    };
    match said_before(ledger, &correction) {
        Some(number) => Ok(Some(number)),
        None => desk.writer.enter(now, &settings.by, Event::Corrected(correction)).map(Some),
    }
}

/// `MB1277`.
fn unreplaced(asset: &str, name: &str) -> Diagnostic {
    Diagnostic::error("MB1277").arg("asset", asset).arg("name", name).hint("hint")
}
