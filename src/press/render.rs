//! Rendering: jobs on all cores, each finished file written whole and noted at once.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Instant;

use anyhow::Context;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use super::event::{Event, JobEvent, Listener, Report, Status};
use super::making::{Composed, Filled, Making, PROGRAM, drawn_words};
use super::material::Material;
use super::{Settings, bound, reasons};
use crate::catalogue::Catalogue;
use crate::diagnostic::{Diagnostic, Findings};
use crate::digest::Digest;
use crate::encode::Encoding;
use crate::metadata::Metadata;
use crate::paint::{ExportError, said};
use crate::plan::{Job, Plan};
use crate::store::{Entries, Heading, Kept, RenditionEntry, Store};

/// Artworks of more pixels than this are drawn one at a time: each holds its whole canvas, 4 bytes a pixel.
const HUGE_PIXELS: f32 = 30e6;

/// One run over a plan.
struct Run<'a> {
    /// The stages.
    making: &'a Making<'a>,
    /// Where files go.
    store: &'a Store,
    /// What was there at the start.
    entries: Entries,
    /// Who hears.
    listener: &'a dyn Listener,
    /// Set when the run is to end.
    stop: &'a AtomicBool,
    /// Whether to make again what is there.
    fresh: bool,
    /// Files made, left, failed.
    counts: [AtomicUsize; 3],
    /// Paths of this run's files, and of those whose job failed.
    kept: Mutex<BTreeSet<String>>,
    /// The machine's first failure.
    broken: Mutex<Option<anyhow::Error>>,
}

/// Makes what a plan asks for.
pub(super) fn render(
    material: &Material,
    plan: &Plan,
    settings: &Settings,
    stop: &AtomicBool,
    listener: &dyn Listener,
) -> anyhow::Result<Report> {
    let started = Instant::now();
    let store = Store::open(&settings.output_dir)?;
    store.sweep_temporaries()?;
    store.warnings().iter().for_each(|warning| listener.hear(&Event::Diagnostic(warning.clone())));
    let making = Making::new(material);
    let run = Run {
        making: &making,
        entries: store.entries(),
        store: &store,
        listener,
        stop,
        fresh: settings.fresh,
        counts: [const { AtomicUsize::new(0) }; 3],
        kept: Mutex::default(),
        broken: Mutex::default(),
    };
    let renditions = plan.jobs.iter().map(|job| job.encodings.len()).sum();
    listener.hear(&Event::Started { jobs: plan.jobs.len(), renditions });
    run.all(plan, settings)?;
    if let Some(error) = run.broken.lock().ok().and_then(|mut broken| broken.take()) {
        return Err(error);
    }
    super::inspect_whole(&making, listener);
    if !stop.load(Ordering::Relaxed) {
        run.retire(plan, material, settings)?;
    }
    let campaign = &material.campaign;
    let heading =
        Heading { program: PROGRAM.to_owned(), campaign: campaign.slug.clone(), period: campaign.period.clone() };
    store.finish(&heading)?;
    Catalogue::current(store.shelf()).context("could not bring the catalogue up to date")?;
    let [rendered, cached, failed] = run.counts.each_ref().map(|count| count.load(Ordering::Relaxed));
    Ok(Report { rendered, cached, failed, seconds: started.elapsed().as_secs_f64(), ..Report::default() })
}

impl Run<'_> {
    /// All jobs: huge ones one after another, the rest beside them on all cores.
    fn all(&self, plan: &Plan, settings: &Settings) -> anyhow::Result<()> {
        let threads = settings.threads.map_or(0, std::num::NonZero::get);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().context("could not start threads")?;
        let pixels = |job: &Job| job.format.trim.width * job.format.trim.height;
        let (huge, rest): (Vec<&Job>, Vec<&Job>) = plan.jobs.iter().partition(|job| pixels(job) > HUGE_PIXELS);
        pool.join(
            || huge.iter().for_each(|job| self.guarded(job)),
            || rest.par_iter().for_each(|job| self.guarded(job)),
        );
        Ok(())
    }

    /// One job behind a wall: a fault of ours, or of a library, costs that job alone.
    fn guarded(&self, job: &Job) {
        if self.stop.load(Ordering::Relaxed) || self.broken.lock().is_ok_and(|broken| broken.is_some()) {
            return;
        }
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| self.job(job))) {
            let diagnostic = Diagnostic::error("MB1014").arg("asset", &job.asset).arg("format", &job.format.name);
            let diagnostic = diagnostic.arg("fault", said(&*panic));
            self.fail(job, &job.encodings, vec![diagnostic.at(job.product.span.clone()).hint("hint")]);
        }
    }

    /// One job.
    fn job(&self, job: &Job) {
        let mut findings = Findings::new();
        let Some(filled) = findings.take(self.making.fill(job)) else {
            return self.fail(job, &job.encodings, findings.into_vec());
        };
        let bound = bound::digest(&filled, self.making.material);
        let (mut wanted, mut untraced) = (Vec::new(), Vec::new());
        for encoding in &job.encodings {
            let digest = self.making.digest(&filled, *encoding);
            let there = reasons::entries_of(&self.entries, job, *encoding);
            if self.fresh || !reasons::cached(&there, digest, self.store.shelf()) {
                wanted.push(*encoding);
                continue;
            }
            for entry in there {
                self.done(job, *encoding, &entry.path, Status::Cached, Some(entry.content));
                if !reasons::traced(entry, bound, self.store.shelf()) {
                    untraced.push(entry);
                }
            }
        }
        if wanted.is_empty() && untraced.is_empty() {
            return self.tell(findings.into_vec());
        }
        let Some(composed) = findings.take(self.making.compose(&filled)) else {
            return self.fail(job, &wanted, findings.into_vec());
        };
        self.tell(findings.into_vec());
        let Some(drawn) = self.note(&filled, &composed, bound, &untraced) else { return };
        for (encoding, result) in self.making.export(&filled, &composed, &wanted) {
            match result {
                Ok(files) => {
                    let several = files.len() > 1;
                    for file in files {
                        self.write(&filled, &drawn, encoding, several, &file);
                    }
                }
                Err(ExportError::Input(found)) => {
                    let placed = found.into_iter().map(|diagnostic| filled.placed(diagnostic)).collect();
                    self.fail(job, &[encoding], placed);
                }
                Err(ExportError::Machine(error)) => {
                    let diagnostic =
                        Diagnostic::error("MB1015").arg("asset", &job.asset).arg("error", format!("{error:#}"));
                    self.fail(job, &[encoding], vec![diagnostic.at(job.product.span.clone())]);
                }
            }
        }
    }

    /// Keeps what is known of an artwork beside its files; those that are as they were, but of which something else was
    /// noted, are noted anew. None when the disk fails.
    fn note(&self, filled: &Filled, composed: &Composed, bound: Digest, untraced: &[&Kept]) -> Option<Noted> {
        let kept = || -> anyhow::Result<Noted> {
            let lineage = self.making.lineage(filled, composed);
            let noted = Noted {
                metadata: composed.metadata.clone(),
                words: drawn_words(composed),
                cells: lineage.by_cell(),
                inputs: self.store.put_inputs(&reasons::inputs(filled, self.making.material))?,
                lineage: self.store.put_lineage(&lineage)?,
                bound,
            };
            for entry in untraced {
                let before = entry.whole()?;
                let (lineage, bound) = (Some(noted.lineage), Some(bound));
                let now = RenditionEntry {
                    inputs: noted.inputs,
                    lineage,
                    bound,
                    cells: noted.cells.clone(),
                    ..before.clone()
                };
                if now != before {
                    self.store.record(&now)?;
                }
            }
            Ok(noted)
        };
        kept()
            .map_err(|error| self.end(error.context(format!("could not note what is known of {}", filled.job.asset))))
            .ok()
    }

    /// Writes one file and notes it; a disk that fails ends the run.
    fn write(
        &self,
        filled: &Filled,
        noted: &Noted,
        encoding: Encoding,
        several: bool,
        file: &crate::export::Rendition,
    ) {
        let path = reasons::path(filled.job, encoding, several.then_some(file.page));
        let written = self.store.put(&path, &file.bytes).and_then(|content| {
            let digest = self.making.digest(filled, encoding);
            self.store.record(&entry(filled, noted, encoding, file, &path, [content, digest]))?;
            Ok(content)
        });
        match written {
            Ok(content) => self.done(filled.job, encoding, &path, Status::Rendered, Some(content)),
            Err(error) => {
                self.done(filled.job, encoding, &path, Status::Failed, None);
                self.end(error.context(format!("could not write {path}")));
            }
        }
    }

    /// Ends the run with the machine's first failure.
    fn end(&self, error: anyhow::Error) {
        if let Ok(mut broken) = self.broken.lock() {
            broken.get_or_insert(error);
        }
    }

    /// Notes and tells that a file is done.
    fn done(&self, job: &Job, encoding: Encoding, path: &str, status: Status, digest: Option<Digest>) {
        let slot = match status {
            Status::Rendered => 0,
            Status::Cached => 1,
            Status::Failed => 2,
        };
        self.counts[slot].fetch_add(1, Ordering::Relaxed);
        if let Ok(mut kept) = self.kept.lock() {
            kept.insert(path.to_owned());
        }
        let rendition = super::rendition(job, encoding, path.to_owned());
        self.listener.hear(&Event::Job(JobEvent { rendition, status, digest }));
    }

    /// Tells findings.
    fn tell(&self, found: Vec<Diagnostic>) {
        found.into_iter().for_each(|diagnostic| self.listener.hear(&Event::Diagnostic(diagnostic)));
    }

    /// Tells that some encodings of a job failed; the files of an earlier run stay.
    fn fail(&self, job: &Job, encodings: &[Encoding], found: Vec<Diagnostic>) {
        self.tell(found);
        for encoding in encodings {
            if let Ok(mut kept) = self.kept.lock() {
                kept.extend(reasons::entries_of(&self.entries, job, *encoding).iter().map(|entry| entry.path.clone()));
            }
            self.done(job, *encoding, &reasons::path(job, *encoding, None), Status::Failed, None);
        }
    }

    /// Takes away files that the campaign no longer asks for, of products that this run planned in full.
    fn retire(&self, plan: &Plan, material: &Material, settings: &Settings) -> anyhow::Result<()> {
        let choice = &settings.choice;
        if !(choice.formats.is_empty() && choice.languages.is_empty() && choice.themes.is_empty()) {
            return Ok(());
        }
        let planned: BTreeSet<&str> = plan.jobs.iter().map(|job| &*job.product.name).collect();
        let whole = choice.products.is_empty();
        // Products made only on request keep their files; one whose records are all gone does not.
        let spared = material.campaign.products.iter().filter(|product| !product.default && !choice.all);
        let spared: BTreeSet<&str> = spared.map(|product| &*product.name).collect();
        let kept = self.kept.lock().map(|kept| kept.clone()).unwrap_or_default();
        let orphans = self.store.orphans(|entry| {
            let product = entry.product.as_str();
            let settled = planned.contains(product) || (whole && !spared.contains(product));
            !settled || kept.contains(&entry.path)
        });
        self.store.retire(&orphans).map(|_| ())
    }
}

/// What all files of an artwork share beside their bytes.
struct Noted {
    /// What they say about themselves.
    metadata: Metadata,
    /// The words drawn, a line each.
    words: String,
    /// Printed text by cell.
    cells: BTreeMap<String, String>,
    /// Snapshot of inputs.
    inputs: Digest,
    /// Lineage.
    lineage: Digest,
    /// What the lineage says beyond what is drawn.
    bound: Digest,
}

/// What the store is to know of a file.
fn entry(
    filled: &Filled,
    noted: &Noted,
    encoding: Encoding,
    file: &crate::export::Rendition,
    path: &str,
    [content, digest]: [Digest; 2],
) -> RenditionEntry {
    let (job, metadata) = (filled.job, &noted.metadata);
    RenditionEntry {
        path: path.to_owned(),
        asset: job.asset.clone(),
        product: job.product.name.to_string(),
        table: job.table.as_ref().map(ToString::to_string),
        key: job.key.as_ref().map(ToString::to_string),
        format: job.format.name.clone(),
        language: job.language.clone(),
        theme: job.theme.clone(),
        encoding,
        page: u32::try_from(file.page + 1).unwrap_or(u32::MAX),
        width: file.width,
        height: file.height,
        bytes: file.bytes.len() as u64,
        content,
        digest,
        headline: metadata.headline.clone(),
        caption: metadata.caption.clone(),
        alt_text: metadata.alt_text.clone(),
        tags: job.tags.clone(),
        words: noted.words.clone(),
        illustrative: filled.illustrative,
        cells: noted.cells.clone(),
        inputs: noted.inputs,
        lineage: Some(noted.lineage),
        bound: Some(noted.bound),
    }
}
