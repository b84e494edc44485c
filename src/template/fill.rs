//! Filling: a template, a job and the scene become markup.
//!
//! In: a [`Job`]. Out: [`Markup`] whose every printed value has its binding, or what stopped it, with places.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use crate::campaign::{Correction, Selection};
use crate::code::ShortCode;
use crate::diagnostic::{Checked, Diagnostic, Findings, Span};
use crate::digest::Digest;
use crate::plan::Job;

use super::bounded::{Bounded, MOST_OUTPUT, Progress, read_stamp};
use super::complaint::report_text;
use super::context::context;
use super::fence::{Segment, is_fence, parse_fences, write_fence};
use super::mark;
use super::recorder::Recorder;
use super::said;
use super::scene::{KEY, Scene, TABLE};
use super::set::{Template, TemplateSet};
use super::stamp::{STAMP, unstamped};
use super::{Binding, Markup};

impl TemplateSet {
    /// Fills the template of a job on this thread, however long it takes; see [`TemplateSet::fill_within`].
    ///
    /// # Errors
    /// `MB0611` and `MB0620` to `MB0635`, with the template's place and, where it is known, the data's.
    pub fn fill(&self, job: &Job, scene: &Arc<Scene>) -> Checked<Markup> {
        self.fill_watched(job, scene, &Progress::default())
    }

    /// Fills and tells how far it came.
    pub(super) fn fill_watched(&self, job: &Job, scene: &Arc<Scene>, progress: &Progress) -> Checked<Markup> {
        let template = self.template_of(job).map_err(|finding| vec![finding])?;
        let missing = template.check(&scene.dataset);
        if !missing.is_empty() {
            return Err(missing);
        }
        let unknown = template.unknown_fields(job, scene);
        if !unknown.is_empty() {
            return Err(unknown);
        }
        let markup = filled(template, job, scene, progress, None)?;
        // Which cells a picture prints is known only when it is filled; its mark may change the words around it.
        let printed = markup.bindings.iter().filter(|binding| !binding.presence).flat_map(|binding| &binding.cells);
        let told = job.cells.iter().map(|(cell, _)| cell);
        let markup = match scene.campaign.correction_of(printed.chain(told)) {
            Some(correction) => filled(template, job, scene, progress, Some(correction))?,
            None => markup,
        };
        Findings::new().finish(markup)
    }

    /// The template that a job's product names.
    pub(super) fn template_of(&self, job: &Job) -> Result<&Template, Diagnostic> {
        let name = &*job.product.template;
        self.get(name).ok_or_else(|| {
            let finding = Diagnostic::error("MB0634").arg("name", name).at(job.product.span.clone());
            finding.suggest(name, self.iter().map(|template| &*template.name))
        })
    }
}

/// Fills a template once, with the mark of a correction or without one.
fn filled(
    template: &Template,
    job: &Job,
    scene: &Arc<Scene>,
    progress: &Progress,
    correction: Option<&Correction>,
) -> Result<Markup, Vec<Diagnostic>> {
    let mut recorder = Recorder::new(Arc::clone(scene), &job.language, Arc::clone(&template.words));
    let mut context = context(template, job, scene);
    context.insert_value("correction", mark::value(correction, &mut recorder).map_err(|finding| vec![finding])?);
    let mut out = Bounded::new(progress);
    let name = template.sources.first().map_or("", |(name, _)| name.as_str());
    let (done, recorder) = recorder.during(|| {
        // A fault in the template language must cost this job only.
        catch_unwind(AssertUnwindSafe(|| template.tera.render_to(name, &context, &mut out)))
    });
    let (bindings, refusal) = recorder.map(Recorder::into_parts).unwrap_or_default();
    let Bounded { bytes, full, .. } = out;
    let failure = match done {
        Ok(Ok(())) => None,
        Ok(Err(_)) if full => {
            let limit = MOST_OUTPUT / (1024 * 1024);
            let finding = Diagnostic::error("MB0629").arg("limit", limit).hint("hint");
            Some(finding.at(template.stamped_place(&String::from_utf8_lossy(&bytes))))
        }
        Ok(Err(error)) => Some(template.failure(&error, refusal, job, scene)),
        Err(_) => Some(Diagnostic::error("MB0635").at(template.whole())),
    };
    if let Some(finding) = failure {
        return Err(vec![finding]);
    }
    let text = String::from_utf8(bytes).map_err(|_| vec![Diagnostic::error("MB0635").at(template.whole())])?;
    finish(template, job, &text, &bindings, correction).map_err(|finding| vec![finding])
}

impl Template {
    /// What stopped a fill, with the place of the job's record when a field is missing.
    fn failure(&self, error: &tera::Error, refusal: Option<Diagnostic>, job: &Job, scene: &Scene) -> Diagnostic {
        let ours = refusal.is_some();
        if !ours && report_text(error).contains("recursion depth for components") {
            return Diagnostic::error("MB0631").at(self.recursion()).hint("hint");
        }
        let mut finding = self.places().filling(error, refusal);
        if !ours
            && finding.code == "MB0621"
            && let ([row], Some(table)) = (job.records.as_slice(), &job.table)
            && let Some(cell) = scene.record(table, *row).and_then(|record| record.cells.first())
        {
            finding.spans.insert(1.min(finding.spans.len()), cell.span.clone());
        }
        finding
    }

    /// Fields of `record` that neither the job's table nor another one the template needs has.
    ///
    /// Tera takes a missing field in a condition for false; a misspelt one would pass in silence.
    fn unknown_fields(&self, job: &Job, scene: &Scene) -> Vec<Diagnostic> {
        let Some(table) = job.table.as_deref().filter(|_| matches!(job.product.selection, Selection::Each(_))) else {
            return Vec::new();
        };
        let Some(sheet) = scene.sheet(table, &job.language) else { return Vec::new() };
        let known = |field: &str| {
            let elsewhere = || {
                self.needs.iter().filter_map(|name| scene.sheet(name, &job.language)).any(|s| s.field(field).is_some())
            };
            field == TABLE || field == KEY || sheet.field(field).is_some() || elsewhere()
        };
        let mentions = self.used.iter().filter_map(|at| self.facts.get(*at).zip(self.sources.get(*at)));
        let mentions = mentions.flat_map(|(facts, (_, file))| facts.fields.iter().map(move |field| (file, field)));
        let unknown = mentions.filter(|(_, (field, _))| !known(field)).map(|(file, (field, range))| {
            let finding = Diagnostic::error("MB0621").arg("field", field).at(file.source.span(range.clone()));
            let row = job.records.first().and_then(|row| scene.record(table, *row));
            let place = row.and_then(|record| record.cells.first()).map(|cell| cell.span.clone());
            let finding = place.into_iter().fold(finding, Diagnostic::at);
            finding.suggest(field, sheet.fields.iter().map(|field| &*field.name))
        });
        unknown.collect()
    }

    /// Tables that its source reaches by `tables`, so that its logic may hang on any of their cells.
    fn reached(&self, job: &Job) -> Vec<String> {
        let seen = || self.needs.iter().map(String::as_str).chain(job.table.as_deref());
        let named = self.used.iter().filter_map(|at| self.facts.get(*at)).flat_map(|facts| &facts.tables);
        let reached: BTreeSet<&str> =
            named.flat_map(|name| seen().filter(move |table| name.as_ref().is_none_or(|name| name == table))).collect();
        reached.into_iter().map(str::to_owned).collect()
    }

    /// Where a component that calls itself is called, as far as the source tells.
    fn recursion(&self) -> Span {
        let files = || self.facts.iter().zip(&self.sources);
        let own = files().flat_map(|(facts, (_, file))| {
            let inside = facts.calls.iter().filter(|(call, _)| facts.defines.iter().any(|(name, _)| name == call));
            inside.map(|(_, range)| file.source.span(range.clone()))
        });
        let any =
            files().flat_map(|(facts, (_, file))| facts.calls.iter().map(|(_, range)| file.source.span(range.clone())));
        own.chain(any).next().unwrap_or_else(|| self.whole())
    }

    /// The place of the last stamp in some output.
    fn stamped_place(&self, output: &str) -> Span {
        let stamp = output.rsplit_once(STAMP).and_then(|(_, stamp)| read_stamp(stamp));
        stamp.map_or_else(|| self.whole(), |(file, line)| self.line(usize::try_from(file).unwrap_or(usize::MAX), line))
    }

    /// The start of a line of one of the files.
    pub(super) fn line(&self, file: usize, line: u32) -> Span {
        match self.sources.get(file) {
            Some((_, file)) => Span::text(file.source.name.clone(), line, 1, 0),
            None => self.whole(),
        }
    }
}

/// Numbers the values in the order they stand in the text and computes the digest.
///
/// # Errors
/// `MB0632` when a filter cut a value's fence, `MB0614` when a character reference forges one, those of [`said::take`].
fn finish(
    template: &Template,
    job: &Job,
    raw: &str,
    printed: &[Binding],
    correction: Option<&Correction>,
) -> Result<Markup, Diagnostic> {
    let cut = |offset: usize| {
        let place = template.stamped_place(raw.get(..offset).unwrap_or_default());
        Diagnostic::error("MB0632").at(place).hint("hint")
    };
    if let Some(offset) = forged(raw) {
        let place = template.stamped_place(raw.get(..offset).unwrap_or_default());
        return Err(Diagnostic::error("MB0614").arg("character", "&#…;").at(place).hint("hint"));
    }
    let segments = parse_fences(raw).map_err(|broken| cut(broken.offset))?;
    let mut text = String::with_capacity(raw.len());
    let mut bindings: Vec<Binding> = Vec::with_capacity(printed.len());
    for segment in segments {
        match segment {
            Segment::Plain(plain) => text.push_str(plain),
            Segment::Bound { index, text: drawn } => {
                let offset = drawn.as_ptr() as usize - raw.as_ptr() as usize;
                let whole = |binding: &&Binding| {
                    !drawn.contains('<') && (!binding.is_blank() || drawn.contains(ShortCode::BLANK))
                };
                let binding = printed.get(index).filter(whole).ok_or_else(|| cut(offset))?;
                write_fence(&mut text, bindings.len(), drawn);
                bindings.push(Binding { text: unescaped(drawn), ..binding.clone() });
            }
        }
    }
    let (text, said) = said::take(template, text)?;
    let digest = digest(&text, &bindings, correction.is_some());
    Ok(Markup {
        text,
        bindings,
        files: template.sources.iter().map(|(_, file)| Arc::clone(&file.source.name)).collect(),
        template: Arc::clone(&template.name),
        allowed: template.allow.iter().map(|allow| (allow.text.clone(), allow.reason.clone())).collect(),
        tables: template.reached(job),
        said,
        correction: correction.map(|correction| mark::summary(correction, &job.language)),
        digest,
    })
}

/// Digest of what would be drawn: the text without stamps, the exact numbers, and whether blocks of a correction are shown.
fn digest(text: &str, bindings: &[Binding], corrected: bool) -> Digest {
    let text = unstamped(text);
    let exact = bindings.iter().enumerate().filter(|(_, binding)| binding.exact);
    let mut numbers = Vec::new();
    for (at, binding) in exact {
        numbers.extend((at as u64).to_le_bytes());
        numbers.push(u8::from(binding.number.is_some()));
        numbers.extend(binding.number.unwrap_or_default().to_bits().to_le_bytes());
    }
    let mark = corrected.then_some(&b"corrected"[..]);
    Digest::of_parts([text.as_bytes(), numbers.as_slice()].into_iter().chain(mark))
}

/// The offset of a character reference to one of the fence's characters.
fn forged(text: &str) -> Option<usize> {
    text.match_indices("&#").map(|(at, _)| at).find(|at| {
        let reference = text.get(at + 2..).and_then(|rest| rest.split_once(';')).map(|(reference, _)| reference);
        let code = reference.and_then(|reference| match reference.strip_prefix('x') {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => reference.parse().ok(),
        });
        code.and_then(char::from_u32).is_some_and(is_fence)
    })
}

/// Text without the escapes that filling writes.
fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&#39;", "'").replace("&amp;", "&")
}
