//! The press run: the only room that joins the stages.
//!
//! In: [`Settings`]; out: files in the output folder, [`Event`]s to a [`Listener`] while it works, a [`Report`].

mod account;
mod bound;
pub mod desk;
mod budget;
mod coding;
mod event;
mod fsck;
mod importing;
mod inputs;
mod making;
mod material;
mod noted;
mod reasons;
mod render;
mod proofing;
mod searching;
mod sheet;
mod stated;
mod taking;
mod tally;
mod trace;

pub use crate::catalogue::{Answer, Facet, FacetCount, Filter, Hit};
pub use crate::plan::Choice;
pub use budget::MEMORY;
pub use event::{
    Cause, Change, Event, Found, Inspected, JobEvent, Listener, Planned, Reason, Rendition, Report, Standing, Status,
};
pub use fsck::{Checkup, fsck};
pub use importing::{Import, import};
pub use proofing::proof;
pub use searching::{Wanted, search};
pub use sheet::brand;
pub use taking::{Taken, intake};
pub use trace::{Boxed, Printed, Seen, Shown, Traced, Use, trace};

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use serde::Serialize;

use crate::catalogue::{self, CATALOGUE, Catalogue};
use crate::diagnostic::{Findings, Severity};
use crate::encode::Encoding;
use crate::format::{Format, Formats};
use crate::intake;
use crate::language::Words;
use crate::paint::listen_for_warnings;
use crate::plan::{Job, Plan};
use crate::preflight;
use crate::source::Folder;
use crate::store::{Extent, Shelf, Store};
use crate::template::Template;
use making::Making;
use material::Material;
use tally::Tally;

/// The folder of what cannot be made again.
const DESK: &str = "desk";

/// What a run works on.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The campaign folder.
    pub campaign_dir: PathBuf,
    /// Where files go.
    pub output_dir: PathBuf,
    /// Threads to draw on; none means one a core.
    pub threads: Option<NonZeroUsize>,
    /// What pictures that are made at the same time may need together, in bytes.
    pub memory: u64,
    /// Which part of the plan is meant.
    pub choice: Choice,
    /// Whether to make again what is already there.
    pub fresh: bool,
    /// Whether files are to be made small, for more time, and those made again that are not.
    pub small: bool,
    /// Who is at the desk, as the ledger names them.
    pub by: String,
}

impl Settings {
    /// The campaign's desk.
    pub fn desk_dir(&self) -> PathBuf {
        self.campaign_dir.join(DESK)
    }
}

/// Reads a campaign and narrows its plan; none when an error stands in the way. All findings go to the listener.
fn prepare(settings: &Settings, listener: &dyn Listener) -> anyhow::Result<Option<(Material, Plan)>> {
    Ok(read(settings, listener)?.map(|(_, material, plan)| (material, plan)))
}

/// [`prepare`], with the snapshot of the folder that all of it was read from.
fn read(settings: &Settings, listener: &dyn Listener) -> anyhow::Result<Option<(Folder, Material, Plan)>> {
    listen_for_warnings();
    let (folder, found) = inputs::read_folder(&settings.campaign_dir)?;
    let mut findings = Findings::new();
    findings.extend(found);
    let material = findings.take(material::gather(&folder));
    let plan = material.as_ref().and_then(|material| findings.take(material.plan.only(&settings.choice)));
    let sound = !findings.has_errors();
    findings.into_vec().into_iter().for_each(|diagnostic| listener.hear(&Event::Diagnostic(diagnostic)));
    Ok(material.zip(plan).filter(|_| sound).map(|(material, plan)| (folder, material, plan)))
}

/// Reads and checks everything, lays every artwork out, draws nothing; with a period, also says which units have not
/// reported for it. Gives an account of the findings by code.
///
/// # Errors
/// When the machine fails; findings go to the listener.
pub fn check(settings: &Settings, period: Option<&str>, listener: &dyn Listener) -> anyhow::Result<Vec<Inspected>> {
    let tally = Tally::new(listener);
    if let Some((material, plan)) = prepare(settings, &tally)? {
        let missing = period.map(|period| intake::missing(&material.dataset, period)).unwrap_or_default();
        missing.into_iter().for_each(|diagnostic| tally.hear(&Event::Diagnostic(diagnostic)));
        inspect_all(&Making::new(&material), &plan, &tally);
    }
    Ok(tally.rows())
}

/// Lays every artwork of a plan out and inspects it.
fn inspect_all(making: &Making, plan: &Plan, listener: &dyn Listener) {
    let coded = coding::each(making, plan, &AtomicBool::new(false), |_, filled| {
        let mut findings = Findings::new();
        if let Some(filled) = findings.take(filled) {
            findings.take(making.compose(&filled));
        }
        findings.into_vec().into_iter().for_each(|diagnostic| listener.hear(&Event::Diagnostic(diagnostic)));
    });
    coded.collisions.into_iter().for_each(|diagnostic| listener.hear(&Event::Diagnostic(diagnostic)));
    inspect_whole(making, listener);
}

/// What preflight says of the campaign as a whole: the kit's sets of colours, allowances that met nothing.
fn inspect_whole(making: &Making, listener: &dyn Listener) {
    let found = preflight::kit(&making.material.brand).into_iter().chain(making.idle_allowances());
    found.for_each(|diagnostic| listener.hear(&Event::Diagnostic(diagnostic)));
}

/// Tells the listener each file of the plan and why it would be made.
///
/// # Errors
/// When the machine fails; findings go to the listener.
pub fn plan(settings: &Settings, listener: &dyn Listener) -> anyhow::Result<()> {
    match prepare(settings, listener)? {
        Some((material, plan)) => tell_plan(&Making::new(&material), &plan, settings, listener),
        None => Ok(()),
    }
}

/// The work of [`plan`] on what was read.
fn tell_plan(making: &Making, plan: &Plan, settings: &Settings, listener: &dyn Listener) -> anyhow::Result<()> {
    let shelf = Shelf::at(&settings.output_dir);
    let entries = shelf.read()?.entries;
    let planned = coding::each(making, plan, &AtomicBool::new(false), |job, filled| {
        let mut findings = Findings::new();
        let Some(filled) = findings.take(filled) else { return Err(findings.into_vec()) };
        let now = reasons::inputs(&filled, making.material);
        let files = job.encodings.iter().map(|encoding| {
            let there = reasons::entries_of(&entries, job, *encoding);
            let reason = reasons::reason(&there, making.origin(&filled, *encoding), &now, &shelf, settings.fresh);
            let path = there.first().map_or_else(|| reasons::path(job, *encoding, None), |entry| entry.path.clone());
            Planned { rendition: rendition(job, *encoding, path), reason }
        });
        Ok(files.collect::<Vec<_>>())
    });
    // Gathered first, so that the plan is told in its own order.
    for job in planned.jobs {
        match job {
            Ok(files) => files.into_iter().for_each(|planned| listener.hear(&Event::Planned(planned))),
            Err(found) => found.into_iter().for_each(|d| listener.hear(&Event::Diagnostic(d))),
        }
    }
    planned.collisions.into_iter().for_each(|d| listener.hear(&Event::Diagnostic(d)));
    Ok(())
}

/// Makes what the plan asks for. Once `stop` is set, jobs under way are finished and no other is begun.
///
/// # Errors
/// When the machine fails (the output folder cannot be written); findings go to the listener.
pub fn render(settings: &Settings, stop: &AtomicBool, listener: &dyn Listener) -> anyhow::Result<Report> {
    let tally = Tally::new(listener);
    let report = match prepare(settings, &tally)? {
        Some((material, plan)) => render::render(&material, &plan, settings, stop, &tally)?,
        None => Report::default(),
    };
    let report = Report { found: tally.found(), ..report };
    listener.hear(&Event::Finished(report));
    Ok(report)
}

/// The formats the campaign may use, by name; with `stale`, those whose numbers were checked more days ago than that.
///
/// # Errors
/// When the machine fails; findings go to the listener.
pub fn formats(settings: &Settings, stale: Option<u32>, listener: &dyn Listener) -> anyhow::Result<Vec<Format>> {
    let (folder, _) = inputs::read_folder(&settings.campaign_dir)?;
    let mut findings = Findings::new();
    let formats = findings.take(Formats::read(&folder)).unwrap_or_else(Formats::built_in);
    let severe = findings.has_errors();
    let found = findings.into_vec().into_iter().filter(|d| !severe || d.severity == Severity::Error);
    found.for_each(|diagnostic| listener.hear(&Event::Diagnostic(diagnostic)));
    let Some(days) = stale else {
        return Ok(formats.presets().map(|preset| Format::clone(&preset.format)).collect());
    };
    let before = inputs::today().checked_sub(jiff::Span::new().days(i64::from(days)))?;
    Ok(formats.checked_before(before).map(|preset| Format::clone(&preset.format)).collect())
}

/// A template as its users choose it.
#[derive(Debug, Clone, Serialize)]
pub struct TemplateSummary {
    /// Its name.
    pub name: String,
    /// Title by language.
    pub title: Words,
    /// Tables it reads.
    pub needs: Vec<String>,
    /// Formats it is drawn for, by name.
    pub formats: Vec<String>,
}

/// The campaign's templates, each with the formats it is drawn for.
///
/// # Errors
/// When the machine fails; findings go to the listener.
pub fn templates(settings: &Settings, listener: &dyn Listener) -> anyhow::Result<Vec<TemplateSummary>> {
    let Some((material, _)) = prepare(settings, listener)? else { return Ok(Vec::new()) };
    let summary = |template: &Template| TemplateSummary {
        name: template.name.to_string(),
        title: template.title.clone(),
        needs: template.needs.clone(),
        formats: material.formats.taken_by(|format| template.room.takes(format).is_ok()),
    };
    Ok(material.templates.iter().map(summary).collect())
}

/// All files of the catalogue, in order of path.
///
/// # Errors
/// When the catalogue cannot be read.
pub fn list(settings: &Settings) -> anyhow::Result<Vec<Hit>> {
    Catalogue::current(&Shelf::at(&settings.output_dir))?.0.list(&Filter::default())
}

/// Builds the catalogue again by walking the output folder; gives the number of files in it.
///
/// # Errors
/// When the folder cannot be read or the catalogue not written; findings go to the listener.
pub fn index(settings: &Settings, listener: &dyn Listener) -> anyhow::Result<usize> {
    let report = catalogue::rebuild_from(&settings.output_dir)?;
    report.findings.into_iter().for_each(|diagnostic| listener.hear(&Event::Diagnostic(diagnostic)));
    Ok(report.renditions)
}

/// Clears the output folder of what no picture needs, or with `all` of everything that a run can make again; gives the
/// files, relative to it. With `only_say` nothing is removed.
///
/// # Errors
/// When another run is writing to the folder, or a file cannot be removed.
pub fn clean(settings: &Settings, all: bool, only_say: bool) -> anyhow::Result<Vec<String>> {
    let output = &settings.output_dir;
    if !output.is_dir() {
        return Ok(Vec::new());
    }
    let (store, extent) = (Store::open(output)?, if all { Extent::All } else { Extent::Leftovers });
    let mut names = if only_say { store.clearable(extent)? } else { store.clear(extent)? };
    if all && output.join(CATALOGUE).is_file() {
        if !only_say {
            catalogue::remove(output)?;
        }
        names.push(CATALOGUE.to_owned());
    }
    Ok(names)
}

/// Writes a file that someone asked for by its path: whole or not at all.
///
/// # Errors
/// It cannot be written.
pub fn write_beside(path: &std::path::Path, bytes: &[u8]) -> anyhow::Result<()> {
    // A bare name lies in the folder it was typed in.
    let path = if path.parent().is_some_and(|folder| folder.as_os_str().is_empty()) {
        PathBuf::from(".").join(path)
    } else {
        path.to_owned()
    };
    crate::store::write_whole(&path, bytes, crate::store::Durable::No)
}

/// A job's file as events name it.
fn rendition(job: &Job, encoding: Encoding, path: String) -> Rendition {
    Rendition {
        asset: job.asset.clone(),
        format: job.format.name.clone(),
        language: job.language.clone(),
        theme: job.theme.clone(),
        encoding,
        path,
    }
}
