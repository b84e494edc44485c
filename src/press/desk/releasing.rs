//! Making a release: asked, checked, brought into the archive, and entered.

use std::collections::BTreeSet;
use std::sync::Mutex;

use jiff::Timestamp;
use serde::Serialize;

use super::candidates::candidates;
use super::refused;
use super::{Desk, sit_down};
use crate::diagnostic::Diagnostic;
use crate::intake;
use crate::ledger::{Embargo, Event, Stage};
use crate::press::event::{Event as Told, Listener, Reason};
use crate::press::making::{Making, PROGRAM};
use crate::press::material::Material;
use crate::press::{Settings, inputs, inspect_all, read, tell_plan};
use crate::release::{Candidate, DataFile, Facts, Overruled, Release, ReleasedAsset, compile, refusals, sha256};
use crate::settings::is_name;
use crate::source::Folder;
use crate::store::Shelf;

/// What a release is asked to be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plea {
    /// Its name.
    pub name: String,
    /// Assets; none means all approved ones of the choice.
    pub assets: Vec<String>,
    /// Until when it is held back.
    pub embargo: Option<Embargo>,
    /// When its pictures are no longer to be used.
    pub expires: Option<Timestamp>,
    /// Refusals that are passed over.
    pub overruled: Overruled,
}

/// A release that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Released {
    /// Its name.
    pub release: String,
    /// Its assets with their versions.
    pub assets: Vec<crate::ledger::Version>,
    /// How many of them have new bytes.
    pub changed: usize,
    /// How many files it has.
    pub files: usize,
}

/// Makes a release; none when something stands in the way, which the listener is told, all at once. One that was made
/// already, of the same bytes, is given as it is: a command that was killed can be given again.
///
/// # Errors
/// When the machine fails.
pub fn release(settings: &Settings, plea: &Plea, listener: &dyn Listener) -> anyhow::Result<Option<Released>> {
    let Some(mut desk) = sit_down(settings, listener)? else { return Ok(None) };
    let found = match asked(settings, plea, &desk)? {
        Ok(found) => found,
        Err(found) => return Ok(refused(found, listener)),
    };
    if let Some(made) = desk.releases.iter().find(|release| release.name == plea.name) {
        if same(made, &found) {
            return Ok(Some(account(made, &desk.releases)));
        }
        return Ok(refused(vec![Diagnostic::error("MB1225").arg("name", &plea.name).hint("hint")], listener));
    }
    // One snapshot: what is checked is what is kept.
    let Some((folder, material, _)) = read(settings, listener)? else { return Ok(None) };
    let stale = stale(settings, &material, &found)?;
    let jumping = intake::jumps(&material.dataset).iter().map(|jump| jump.cell.to_string()).collect();
    let refusals = refusals(&found, desk.writer.ledger(), &desk.releases, &stale, &jumping, &plea.overruled);
    if !refusals.is_empty() {
        return Ok(refused(refusals, listener));
    }
    let assets = compile(&found, &desk.releases, &Shelf::at(&settings.output_dir), &desk.archive)?;
    let made = inputs::now();
    let release = Release {
        name: plea.name.clone(),
        made,
        by: settings.by.clone(),
        program: PROGRAM.to_owned(),
        campaign: Facts::of(&material.campaign, &material.dataset),
        assets,
        data: data(&folder, &desk)?,
    };
    enter(&mut desk, settings, plea, &release).map(Some)
}

/// Enters a release whose files are in the archive.
fn enter(desk: &mut Desk, settings: &Settings, plea: &Plea, release: &Release) -> anyhow::Result<Released> {
    let manifest = desk.archive.put_release(release)?;
    let event = Event::Released {
        release: release.name.clone(),
        manifest,
        embargo: plea.embargo,
        expires: plea.expires,
        overruled: plea.overruled.by_name(),
    };
    desk.writer.enter(release.made, &settings.by, event)?;
    Ok(account(release, &desk.releases))
}

/// Whether a release has exactly these assets in these bytes.
fn same(release: &Release, found: &[Candidate]) -> bool {
    let made: BTreeSet<_> = release.assets.iter().map(|asset| (asset.asset.as_str(), asset.contents())).collect();
    let asked = found.iter().map(|candidate| (candidate.name(), candidate.contents()));
    made == asked.collect()
}

/// What a release holds, and how much of it is new beside the others.
fn account(release: &Release, all: &[Release]) -> Released {
    let others = all.iter().filter(|other| other.name != release.name).flat_map(|other| &other.assets);
    let known: BTreeSet<_> = others.map(ReleasedAsset::version).collect();
    let assets: Vec<_> = release.assets.iter().map(ReleasedAsset::version).collect();
    Released {
        release: release.name.clone(),
        changed: assets.iter().filter(|version| !known.contains(version)).count(),
        files: release.assets.iter().map(|asset| asset.files.len()).sum(),
        assets,
    }
}

/// The assets a release is asked for.
fn asked(settings: &Settings, plea: &Plea, desk: &Desk) -> anyhow::Result<Result<Vec<Candidate>, Vec<Diagnostic>>> {
    let name = plea.name.as_str();
    if !is_name(name) {
        return Ok(Err(vec![Diagnostic::error("MB1224").arg("name", name).hint("hint")]));
    }
    Ok(candidates(settings, &plea.assets)?.map(|mut found| {
        if plea.assets.is_empty() && plea.overruled.unapproved.is_none() {
            found.retain(|candidate| desk.writer.ledger().stage(&candidate.state()) == Stage::Approved);
        }
        found
    }))
}

/// Keeps the data files in the archive.
fn data(folder: &Folder, desk: &Desk) -> anyhow::Result<Vec<DataFile>> {
    folder
        .under("data/")
        .map(|(path, bytes)| {
            let content = desk.archive.put(bytes)?;
            Ok(DataFile { path: path.to_owned(), bytes: bytes.len() as u64, content, sha256: sha256(bytes) })
        })
        .collect()
}

/// Hears which files are not what the campaign would make now.
#[derive(Default)]
struct Ear {
    /// Their assets.
    assets: Mutex<BTreeSet<String>>,
    /// Artworks with an error, as their files are named.
    wrong: Mutex<BTreeSet<String>>,
    /// Assets of the plan.
    planned: Mutex<BTreeSet<String>>,
}

impl Listener for Ear {
    fn hear(&self, event: &Told) {
        let note = |set: &Mutex<BTreeSet<String>>, name: &str| {
            if let Ok(mut set) = set.lock() {
                set.insert(name.to_owned());
            }
        };
        match event {
            Told::Planned(planned) => {
                note(&self.planned, &planned.rendition.asset);
                if planned.reason != Reason::Unchanged {
                    note(&self.assets, &planned.rendition.asset);
                }
            }
            Told::Diagnostic(diagnostic) if diagnostic.stops() => {
                if let Some(met) = &diagnostic.met {
                    note(&self.wrong, &met.artwork);
                }
            }
            _ => {}
        }
    }
}

/// The assets among these that the campaign would make otherwise, or no longer, or that preflight finds wrong.
fn stale(settings: &Settings, material: &Material, found: &[Candidate]) -> anyhow::Result<BTreeSet<String>> {
    let (making, ear) = (Making::new(material), Ear::default());
    tell_plan(&making, &material.plan, settings, &ear)?;
    inspect_all(&making, &material.plan, &ear);
    let take = |set: Mutex<BTreeSet<String>>| set.into_inner().unwrap_or_default();
    let (changed, wrong, planned) = (take(ear.assets), take(ear.wrong), take(ear.planned));
    let is_wrong = |candidate: &Candidate| {
        let of = |stem: &String| candidate.entries.iter().any(|entry| entry.path.starts_with(stem.as_str()));
        wrong.iter().any(of)
    };
    let names = found.iter().filter_map(|candidate| {
        let name = candidate.name();
        (changed.contains(name) || !planned.contains(name) || is_wrong(candidate)).then(|| name.to_owned())
    });
    Ok(names.collect())
}
