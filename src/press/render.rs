//! Rendering in two steps, both on all cores: it is decided which files are stale, then those are made.
//!
//! A file depends on its asset's short code, and that on all pictures of the asset, so nothing can be made before all of them
//! are filled. Each finished file is written whole and noted at once.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Instant;

use anyhow::Context;

use super::account::{Drawn, entry};
use super::event::{Event, JobEvent, Listener, Report, Status};
use super::making::{Composed, Filled, Making, PROGRAM, drawn_words, panicked};
use super::material::Material;
use super::noted::{self, Noted};
use super::{Settings, bound, budget, coding, reasons};
use crate::catalogue::Catalogue;
use crate::code::ShortCode;
use crate::diagnostic::{Checked, Diagnostic, Findings};
use crate::digest::Digest;
use crate::encode::Encoding;
use crate::export;
use crate::paint::{ExportError, said};
use crate::plan::{Job, Plan};
use crate::store::{Entries, Heading, Store};

/// Bytes of filled templates that are kept from the first step to the second; the rest is filled again, which takes about
/// a millisecond each.
const KEPT: usize = 64 << 20;

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
    /// Bytes of filled templates that are kept.
    held: AtomicUsize,
}

/// A job with files that must be made.
struct Stale<'a> {
    /// The job.
    job: &'a Job,
    /// Which of its files.
    wanted: Vec<Encoding>,
    /// Paths of files that stay, but of which something else was noted.
    untraced: Vec<String>,
    /// Digest of what its lineage says beyond what is drawn.
    bound: Digest,
    /// Its asset's code.
    code: Option<ShortCode>,
    /// Its filled template, unless that was too much to keep.
    filled: Option<Filled<'a>>,
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
    let mut making = Making::new(material);
    making.small = settings.small;
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
        held: AtomicUsize::new(0),
    };
    let renditions = plan.jobs.iter().map(|job| job.encodings.len()).sum();
    listener.hear(&Event::Started { jobs: plan.jobs.len(), renditions });
    let sound = run.all(plan, settings)?;
    if let Some(error) = run.broken.lock().ok().and_then(|mut broken| broken.take()) {
        return Err(error);
    }
    super::inspect_whole(&making, listener);
    if sound && !stop.load(Ordering::Relaxed) {
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

impl<'a> Run<'a> {
    /// All jobs: those that are stale, the largest first, within the budget of memory. False when the plan cannot be made.
    fn all(&self, plan: &'a Plan, settings: &Settings) -> anyhow::Result<bool> {
        let threads = settings.threads.map_or(0, std::num::NonZero::get);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().context("could not start threads")?;
        let coded =
            pool.install(|| coding::each(self.making, plan, self.stop, |job, filled| self.decided(job, filled)));
        if !coded.collisions.is_empty() {
            self.tell(coded.collisions);
            return Ok(false);
        }
        let threads = NonZeroUsize::new(pool.current_num_threads()).unwrap_or(NonZeroUsize::MIN);
        let need = |stale: &Stale| export::need(&stale.job.format, &stale.wanted, threads, settings.small);
        let stale = coded.jobs.into_iter().flatten().map(|stale| (need(&stale), stale)).collect();
        budget::within(threads, settings.memory, stale, |stale| {
            // What is made of strips is made on all threads of the run.
            let of_strips = |encoding: &Encoding| export::in_strips(&stale.job.format, *encoding, settings.small);
            if stale.wanted.iter().any(of_strips) {
                return pool.install(|| self.guarded(stale));
            }
            self.guarded(stale);
        });
        Ok(true)
    }

    /// Which of a job's files are stale; those that are not are told, and all when it could not be filled.
    fn decided(&self, job: &'a Job, filled: Checked<Filled<'a>>) -> Option<Stale<'a>> {
        let mut findings = Findings::new();
        let Some(filled) = findings.take(filled) else {
            self.fail(job, &job.encodings, findings.into_vec());
            return None;
        };
        self.tell(findings.into_vec());
        let bound = bound::digest(&filled, self.making.material);
        let (mut wanted, mut untraced) = (Vec::new(), Vec::new());
        for encoding in &job.encodings {
            let origin = self.making.origin(&filled, *encoding);
            let there = reasons::entries_of(&self.entries, job, *encoding);
            if self.fresh || !reasons::cached(&there, origin, self.store.shelf()) {
                wanted.push(*encoding);
                continue;
            }
            for entry in there {
                self.done(job, *encoding, &entry.path, Status::Cached, Some(entry.content));
                if !reasons::traced(entry, bound, self.store.shelf()) {
                    untraced.push(entry.path.clone());
                }
            }
        }
        let (size, code) = (filled.size(), ShortCode::parse(&filled.metadata.code));
        if wanted.is_empty() && untraced.is_empty() {
            return None;
        }
        let kept = self.held.fetch_add(size, Ordering::Relaxed) + size <= KEPT;
        if !kept {
            self.held.fetch_sub(size, Ordering::Relaxed);
        }
        Some(Stale { job, wanted, untraced, bound, code, filled: kept.then_some(filled) })
    }

    /// One job behind a wall: a fault of ours, or of a library, costs that job alone.
    fn guarded(&self, stale: Stale<'a>) {
        if self.stop.load(Ordering::Relaxed) || self.broken.lock().is_ok_and(|broken| broken.is_some()) {
            return;
        }
        let (job, wanted) = (stale.job, stale.wanted.clone());
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| self.make(stale))) {
            self.fail(job, &wanted, vec![panicked(job, said(&*panic))]);
        }
    }

    /// Makes a job's stale files.
    fn make(&self, stale: Stale<'a>) {
        let Stale { job, wanted, untraced, bound, code, filled } = stale;
        let mut findings = Findings::new();
        let again = || {
            // What was found was told when it was filled first.
            let mut filled = self.making.fill(job).ok()?.value;
            code.iter().for_each(|code| filled.put_code(code));
            Some(filled)
        };
        let composed = filled.or_else(again).and_then(|filled| {
            let composed = findings.take(self.making.compose(&filled))?;
            Some((filled, composed))
        });
        let Some((filled, composed)) = composed else { return self.fail(job, &wanted, findings.into_vec()) };
        self.tell(findings.into_vec());
        let Some(drawn) = self.note(&filled, &composed, bound, &untraced) else { return };
        self.making.export(&filled, &composed, &drawn.traced, &wanted, |encoding, made| match made {
            Ok(files) => {
                let several = files.len() > 1;
                for file in files {
                    self.tell(unmarked(&filled, encoding, &file).into_iter().collect());
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
        });
    }

    /// Keeps what is known of an artwork beside its files; those that are as they were, but of which something else was
    /// noted, are noted anew. None when the disk fails.
    fn note(&self, filled: &Filled, composed: &Composed, bound: Digest, untraced: &[String]) -> Option<Drawn> {
        let kept = || -> anyhow::Result<Drawn> {
            let lineage = self.making.lineage(filled, composed);
            let drawn = Drawn {
                metadata: composed.metadata.clone(),
                words: drawn_words(composed),
                cells: lineage.by_cell(),
                inputs: self.store.put_inputs(&reasons::inputs(filled, self.making.material))?,
                lineage: self.store.put_lineage(&lineage)?,
                bound,
                traced: lineage,
                found_by: Noted::of(filled, self.making.material),
                color: noted::color(&composed.frames),
            };
            for entry in untraced.iter().filter_map(|path| self.entries.get(path)) {
                let before = entry.whole()?;
                let now = drawn.noted(before.clone());
                if now != before {
                    self.store.record(&now)?;
                }
            }
            Ok(drawn)
        };
        kept()
            .map_err(|error| self.end(error.context(format!("could not note what is known of {}", filled.job.asset))))
            .ok()
    }

    /// Writes one file and notes it; a disk that fails ends the run.
    fn write(
        &self,
        filled: &Filled,
        drawn: &Drawn,
        encoding: Encoding,
        several: bool,
        file: &crate::export::Rendition,
    ) {
        let path = reasons::path(filled.job, encoding, several.then_some(file.page));
        // All that takes time is done before: a run that is killed between the two has made a file that nothing lists.
        let digest = self.making.origin(filled, encoding).digest();
        let content = Digest::of(&file.bytes);
        let begun = self.store.begin(&path, content);
        let written = begun
            .and_then(|()| self.store.put(&path, &file.bytes))
            .and_then(|()| self.store.record(&entry(filled, drawn, encoding, file, &path, [content, digest])));
        match written {
            Ok(()) => self.done(filled.job, encoding, &path, Status::Rendered, Some(content)),
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

/// That numbers are not marked in a file for want of room (`MB0914`).
fn unmarked(filled: &Filled, encoding: Encoding, file: &crate::export::Rendition) -> Option<Diagnostic> {
    let diagnostic = Diagnostic::warning("MB0914").arg("encoding", encoding.name()).arg("unmarked", file.unmarked);
    (file.unmarked > 0).then(|| filled.placed(diagnostic).on(&filled.job.stem, &filled.job.format.name))
}
