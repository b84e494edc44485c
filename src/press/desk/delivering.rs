//! Who was given what, and what they answered: one line of the ledger each.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Context;
use serde::Serialize;

use super::lists::lists;
use super::refused;
use super::{Desk, sit_down};
use crate::correction::{Asked, addresses, read_access, recall};
use crate::diagnostic::{Diagnostic, Span};
use crate::digest::Digest;
use crate::ledger::{Door, Event, Version};
use crate::press::event::{Event as Told, Listener};
use crate::press::{Settings, inputs};
use crate::published::{Notice, NoticeKind};

/// What stands for holders whom nobody knows by name.
const NOBODY: &str = "-";

/// What is delivered, as asked for.
#[derive(Debug, Clone)]
pub struct Delivery {
    /// An agency of the list, or a dash.
    pub to: String,
    /// Through which door.
    pub door: Door,
    /// Assets, or `ASSET@VERSION`; without a version, the last released one.
    pub assets: Vec<String>,
    /// A pack.
    pub pack: Option<String>,
    /// A whole release.
    pub release: Option<String>,
    /// How many unknown holders there are at least.
    pub count: Option<u64>,
}

/// A delivery that was entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Delivered {
    /// Its number in the ledger.
    pub number: u64,
    /// To whom; a dash for those without a name.
    pub to: String,
    /// Through which door.
    pub door: Door,
    /// What they hold since.
    pub assets: Vec<Version>,
    /// How many hold it at least, when that was counted.
    pub count: Option<u64>,
}

/// Enters a delivery; none when something is not known, which the listener is told.
///
/// # Errors
/// When the machine fails.
pub fn deliver(settings: &Settings, delivery: &Delivery, listener: &dyn Listener) -> anyhow::Result<Option<Delivered>> {
    let Some(mut desk) = sit_down(settings, listener)? else { return Ok(None) };
    let Some(lists) = lists(settings, &desk.releases, listener)? else { return Ok(None) };
    let mut found = Vec::new();
    if delivery.to != NOBODY && !lists.agencies.iter().any(|agency| agency.id == delivery.to) {
        let known = lists.agencies.iter().map(|agency| agency.id.as_str());
        found.push(unknown("MB1268", "agency", &delivery.to, known));
    }
    let assets: Vec<Version> = match meant(delivery, &desk) {
        Ok(versions) => versions.into_iter().collect(),
        Err(unknown) => {
            found.extend(unknown);
            Vec::new()
        }
    };
    if !found.is_empty() {
        return Ok(refused(found, listener));
    }
    let to = if delivery.to == NOBODY { String::new() } else { delivery.to.clone() };
    let (door, pack, count) = (delivery.door, delivery.pack.clone(), delivery.count);
    let event = Event::Delivered { to, door, pack, assets: assets.clone(), count, log: None };
    let number = desk.writer.enter(inputs::now(), &settings.by, event)?;
    Ok(Some(Delivered { number, to: delivery.to.clone(), door, assets, count }))
}

/// Enters what an access log tells of holders without a name; the same log is entered once. Gives the number of lines read,
/// and what was counted.
///
/// # Errors
/// When the machine fails.
pub fn deliver_logged(
    settings: &Settings,
    log: &Path,
    listener: &dyn Listener,
) -> anyhow::Result<Option<(usize, Vec<Delivered>)>> {
    let bytes = std::fs::read(log).with_context(|| format!("could not read {}", log.display()))?;
    let Some(mut desk) = sit_down(settings, listener)? else { return Ok(None) };
    let ledger = desk.writer.ledger();
    let access = read_access(&String::from_utf8_lossy(&bytes), &addresses(&desk.releases, ledger));
    if let Some(line) = access.unread.0.first() {
        let place = Span::text(log.display().to_string(), u32::try_from(*line).unwrap_or(u32::MAX), 1, 0);
        let warning = Diagnostic::warning("MB1275").arg("count", access.unread.1).arg("line", line);
        listener.hear(&Told::Diagnostic(warning.at(place).hint("hint")));
    }
    if access.holders.is_empty() {
        listener.hear(&Told::Diagnostic(Diagnostic::warning("MB1276").hint("hint")));
    }
    let digest = Some(Digest::of(&bytes));
    let entered: BTreeSet<(Door, Version)> = ledger
        .entries
        .iter()
        .filter_map(|entry| match &entry.event {
            Event::Delivered { log, door, assets, .. } if *log == digest => Some((*door, assets)),
            _ => None,
        })
        .flat_map(|(door, assets)| assets.iter().map(move |version| (door, version.clone())))
        .collect();
    let mut delivered = Vec::new();
    for ((door, version), holders) in access.holders.into_iter().filter(|(held, _)| !entered.contains(held)) {
        let (assets, count) = (vec![version], Some(holders));
        let event =
            Event::Delivered { to: String::new(), door, pack: None, assets: assets.clone(), count, log: digest };
        let number = desk.writer.enter(inputs::now(), &settings.by, event)?;
        delivered.push(Delivered { number, to: NOBODY.to_owned(), door, assets, count });
    }
    Ok(Some((access.read, delivered)))
}

/// Enters an agency's answer to a notice; gives the entry's number.
///
/// # Errors
/// When the machine fails.
pub fn confirm(
    settings: &Settings,
    agency: &str,
    notice: u64,
    note: &str,
    listener: &dyn Listener,
) -> anyhow::Result<Option<u64>> {
    let Some(mut desk) = sit_down(settings, listener)? else { return Ok(None) };
    let Some(lists) = lists(settings, &desk.releases, listener)? else { return Ok(None) };
    let ledger = desk.writer.ledger();
    let Some(asked) = notice_of(notice, &desk) else { return Ok(no_notice(notice, listener)) };
    let list = recall(&Asked {
        versions: &asked.versions,
        notice: Some(&asked),
        ledger,
        agencies: &lists.agencies,
        placements: &[],
        now: inputs::now(),
        today: inputs::today(),
    });
    if !list.holders.iter().any(|holder| holder.agency == agency) {
        let known = lists.agencies.iter().map(|one| one.id.as_str());
        if !lists.agencies.iter().any(|one| one.id == agency) {
            return Ok(refused(vec![unknown("MB1268", "agency", agency, known)], listener));
        }
        listener.hear(&Told::Diagnostic(Diagnostic::warning("MB1280").arg("agency", agency).hint("hint")));
    }
    let event = Event::Confirmed { agency: agency.to_owned(), notice, note: note.to_owned() };
    desk.writer.enter(inputs::now(), &settings.by, event).map(Some)
}

/// Enters that a placement was taken down; gives the entry's number.
///
/// # Errors
/// When the machine fails.
pub fn taken_down(
    settings: &Settings,
    placement: &str,
    notice: u64,
    listener: &dyn Listener,
) -> anyhow::Result<Option<u64>> {
    let Some(mut desk) = sit_down(settings, listener)? else { return Ok(None) };
    let Some(lists) = lists(settings, &desk.releases, listener)? else { return Ok(None) };
    if notice_of(notice, &desk).is_none() {
        return Ok(no_notice(notice, listener));
    }
    if !lists.placements.iter().any(|one| one.id == placement) {
        let known = lists.placements.iter().map(|one| one.id.as_str());
        return Ok(refused(vec![unknown("MB1269", "placement", placement, known)], listener));
    }
    let event = Event::TakenDown { placement: placement.to_owned(), notice };
    desk.writer.enter(inputs::now(), &settings.by, event).map(Some)
}

/// The notice of that number, if it is one that asks something of holders.
fn notice_of(number: u64, desk: &Desk) -> Option<Notice> {
    let entry = desk.writer.ledger().entries.iter().find(|entry| entry.number == number);
    entry.and_then(Notice::of).filter(|notice| notice.kind != NoticeKind::Resumed)
}

/// Tells that there is no such notice.
fn no_notice<T>(number: u64, listener: &dyn Listener) -> Option<T> {
    refused(vec![Diagnostic::error("MB1271").arg("notice", number).hint("hint")], listener)
}

/// The versions that a delivery is of.
fn meant(delivery: &Delivery, desk: &Desk) -> Result<BTreeSet<Version>, Vec<Diagnostic>> {
    let (mut versions, mut found) = (BTreeSet::new(), Vec::new());
    if let Some(name) = &delivery.pack {
        let packs = desk.writer.ledger().entries.iter().filter_map(|entry| match &entry.event {
            Event::Packed { pack, assets, .. } => Some((pack.as_str(), assets)),
            _ => None,
        });
        match packs.clone().rfind(|(pack, _)| pack == name) {
            Some((_, assets)) => versions.extend(assets.iter().cloned()),
            None => found.push(unknown("MB1270", "pack", name, packs.map(|(pack, _)| pack))),
        }
    }
    if let Some(name) = &delivery.release {
        match desk.releases.iter().find(|release| release.name == *name) {
            Some(release) => versions.extend(release.assets.iter().map(crate::release::ReleasedAsset::version)),
            None => found.push(super::changing::no_release(name, &desk.releases)),
        }
    }
    for name in &delivery.assets {
        match super::recalling::named(name, &desk.releases) {
            Ok(named) => versions.extend(named.into_iter().next_back()),
            Err(diagnostic) => found.push(diagnostic),
        }
    }
    if versions.is_empty() && found.is_empty() {
        found.push(Diagnostic::error("MB1274").hint("hint"));
    }
    if found.is_empty() { Ok(versions) } else { Err(found) }
}

/// A name that is not known, with the one it may be mistyped from.
pub(super) fn unknown<'a>(
    code: &'static str,
    what: &'static str,
    given: &str,
    known: impl Iterator<Item = &'a str>,
) -> Diagnostic {
    let plain = Diagnostic::error(code).arg(what, given).hint("hint");
    let suggested = plain.clone().suggest(given, known);
    // A list of all that is known can be long; how to add to it says more.
    if suggested.hint == Some("did-you-mean") { suggested } else { plain }
}
