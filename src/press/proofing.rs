//! The proof of a plan: every artwork composed and drawn small, whatever was found on it beside it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::AtomicBool;

use anyhow::Context;

use super::coding;
use super::event::{Event, Listener};
use super::making::{Filled, Making, PROGRAM, panicked};
use super::material::Material;
use super::{Settings, prepare};
use crate::diagnostic::{Checked, Diagnostic, Findings, MessageLanguage, Wording};
use crate::encode::small_jpeg;
use crate::language::words;
use crate::metadata::Metadata;
use crate::paint::{ExportError, preview, said};
use crate::plan::{Job, Plan};
use crate::proof::{Entry, Picture, Proof, html, pdf, stamped};
use crate::store::Store;
use crate::svg;

/// The folder below the output folder.
const FOLDER: &str = "proof";
/// The longest side of a small picture, in pixels.
const LONGEST: u32 = 400;

/// Writes the proof of what is chosen: `proof/proof.html` and `proof/proof.pdf` in the output folder. Gives the files
/// written; an artwork that cannot be made is in them with its findings, which the listener hears too.
///
/// # Errors
/// When the machine fails; findings go to the listener.
pub fn proof(settings: &Settings, messages: MessageLanguage, listener: &dyn Listener) -> anyhow::Result<Vec<String>> {
    let Some((material, plan)) = prepare(settings, listener)? else { return Ok(Vec::new()) };
    let entries = entries(&material, &plan, settings, messages)?;
    let tell = |diagnostic: &Diagnostic| listener.hear(&Event::Diagnostic(diagnostic.clone()));
    entries.iter().flat_map(|entry| &entry.findings).for_each(tell);
    let language = match messages {
        MessageLanguage::Vietnamese => "vi",
        MessageLanguage::English => "en",
    };
    let campaign = &material.campaign;
    let title = words(&campaign.title, language).or_else(|| campaign.title.values().next().map(String::as_str));
    let proof = Proof { title: title.unwrap_or_default().to_owned(), messages, entries };
    let stamp = Wording::new(messages).say("proof-stamp", &[]);
    let metadata = Metadata {
        language: language.to_owned(),
        headline: format!("{stamp}: {}", proof.title),
        alt_text: format!("{stamp}: {}", proof.title),
        asset: format!("{}_{FOLDER}_{}", campaign.slug, proof.number()),
        program: PROGRAM.to_owned(),
        ..Metadata::default()
    };
    let brand = &material.brand;
    let theme = brand.themes.get(&brand.default_theme).context("a kit has a default theme")?;
    let mut files = vec![(format!("{FOLDER}/proof.html"), html(&proof).into_bytes())];
    match pdf(&proof, brand, theme, &metadata) {
        Ok(bytes) => files.push((format!("{FOLDER}/proof.pdf"), bytes)),
        Err(ExportError::Input(found)) => found.iter().for_each(tell),
        Err(ExportError::Machine(error)) => return Err(error.context("could not write the proof")),
    }
    let store = Store::open(&settings.output_dir)?;
    for (path, bytes) in &files {
        store.put(path, bytes)?;
    }
    Ok(files.into_iter().map(|(path, _)| path).collect())
}

/// Every artwork of the plan, in its order.
fn entries(
    material: &Material,
    plan: &Plan,
    settings: &Settings,
    messages: MessageLanguage,
) -> anyhow::Result<Vec<Entry>> {
    let making = Making::new(material);
    let threads = settings.threads.map_or(0, std::num::NonZero::get);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().context("could not start threads")?;
    let wording = Wording::new(messages);
    let proofing = Proofing { making: &making, stamp: wording.say("proof-stamp", &[]) };
    let never = AtomicBool::new(false);
    let coded = pool.install(|| coding::each(&making, plan, &never, |job, filled| proofing.guarded(job, filled)));
    let mut entries = coded.jobs;
    // Said on the first artwork: an entry is what findings stand in.
    entries.iter_mut().take(1).for_each(|entry| entry.findings.extend(coded.collisions.iter().cloned()));
    Ok(entries)
}

/// What all small pictures share.
struct Proofing<'a> {
    /// The stages.
    making: &'a Making<'a>,
    /// The words of the stamp.
    stamp: String,
}

impl Proofing<'_> {
    /// One artwork behind a wall: a fault of ours, or of a library, costs that artwork alone.
    fn guarded(&self, job: &Job, filled: Checked<Filled<'_>>) -> Entry {
        catch_unwind(AssertUnwindSafe(|| self.entry(job, filled)))
            .unwrap_or_else(|panic| Entry { findings: vec![panicked(job, said(&*panic))], ..blank(job) })
    }

    /// One artwork.
    fn entry(&self, job: &Job, filled: Checked<Filled<'_>>) -> Entry {
        let mut findings = Findings::new();
        let mut entry = blank(job);
        if let Some(filled) = findings.take(filled) {
            entry.headline.clone_from(&filled.metadata.headline);
            if let Some(composed) = findings.take(self.making.compose(&filled)) {
                entry.alt_text.clone_from(&composed.metadata.alt_text);
                entry.pages = composed.frames.len();
                entry.picture = self.picture(&filled, &composed, &mut findings);
            }
        }
        entry.findings = findings.into_vec();
        entry
    }

    /// The first page, small and stamped; a limit of the surface's files does not concern it.
    fn picture(&self, filled: &Filled, composed: &super::making::Composed, findings: &mut Findings) -> Option<Picture> {
        let frame = composed.frames.first()?;
        let fonts = self.making.fonts();
        let artwork = stamped(&svg::draw(frame, fonts, &filled.job.format), &self.stamp, fonts);
        let machine = |error: &anyhow::Error| {
            let diagnostic = Diagnostic::error("MB1015").arg("asset", &filled.job.asset);
            diagnostic.arg("error", format!("{error:#}")).at(filled.job.product.span.clone())
        };
        let pixels = match preview(&artwork, LONGEST) {
            Ok(pixels) => pixels,
            Err(ExportError::Input(found)) => {
                findings.extend(found.into_iter().map(|diagnostic| filled.placed(diagnostic)));
                return None;
            }
            Err(ExportError::Machine(error)) => {
                findings.push(machine(&error));
                return None;
            }
        };
        match small_jpeg(&pixels) {
            Ok(jpeg) => Some(Picture { jpeg, width: pixels.width(), height: pixels.height() }),
            Err(error) => {
                findings.push(machine(&error));
                None
            }
        }
    }
}

/// An artwork of which nothing is known but the plan.
fn blank(job: &Job) -> Entry {
    let (trim, mm) = (job.format.trim, job.format.trim_mm);
    let size = match mm {
        Some((width, height)) => format!("{width} × {height} mm"),
        None => format!("{} × {} px", trim.width, trim.height),
    };
    Entry {
        product: job.product.name.to_string(),
        stem: job.stem.clone(),
        headline: if job.headline.is_empty() { job.asset.clone() } else { job.headline.clone() },
        alt_text: String::new(),
        format: job.format.name.clone(),
        size,
        language: job.language.clone(),
        theme: job.theme.clone(),
        encodings: job.encodings.iter().map(|encoding| encoding.name()).collect(),
        pages: 0,
        picture: None,
        findings: Vec::new(),
    }
}
