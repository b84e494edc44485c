//! One job through the stages: filled, composed, inspected, drawn, exported. Each step takes the last one's result.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use super::bound;
use super::material::Material;
use super::reasons::Origin;
use super::stated;
use crate::atlas;
use crate::brand::{Theme, Token};
use crate::code::ShortCode;
use crate::diagnostic::{Checked, Diagnostic, Findings, Span, Warned};
use crate::digest::Digest;
use crate::encode::Encoding;
use crate::export::{Kit, Rendition, export_each};
use crate::frame::{Frame, Item};
use crate::layout;
use crate::lineage::Lineage;
use crate::metadata::{self, Metadata};
use crate::paint::{ExportError, Painter};
use crate::plan::Job;
use crate::preflight::{self, Allowances};
use crate::record::CellId;
use crate::svg;
use crate::template::{self, Markup};
use crate::text::Fonts;

/// A template that has not been filled by then loops for ever.
const DEADLINE: Duration = Duration::from_secs(5);
/// Who made it, with its version: a new version may draw differently.
pub(super) const PROGRAM: &str = concat!("mocban ", env!("CARGO_PKG_VERSION"));

/// What all jobs of a run share.
pub(super) struct Making<'a> {
    /// What is worked from.
    pub(super) material: &'a Material,
    /// The kit's faces, opened once.
    fonts: Fonts<'a>,
    /// Who paints, with what was read before.
    painter: Painter,
    /// Contexts for filling, prepared once.
    scene: Arc<template::Scene>,
    /// Digest of marks, icons and maps.
    kit: Digest,
    /// What the campaign allows, and what of it was met.
    allowances: Allowances<'a>,
    /// Whether files are to be made small.
    pub(super) small: bool,
}

/// A job that is filled, with what its files will be made from.
pub(super) struct Filled<'a> {
    /// The job.
    pub(super) job: &'a Job,
    /// Its markup.
    pub(super) markup: Markup,
    /// Indexes of the bindings that headline, caption and alt text say.
    pub(super) said: Vec<usize>,
    /// Whether it draws illustrative data.
    pub(super) illustrative: bool,
    /// What its files say about themselves, as far as campaign and template give the words.
    pub(super) metadata: Metadata,
    /// The theme.
    theme: &'a Theme,
    /// Format, metadata, tokens and bound cells as its digests have them.
    written: [Vec<u8>; 4],
    /// The tokens it may draw with, by path.
    pub(super) tokens: BTreeMap<&'a str, &'a Token>,
    /// Digests of the pictures it draws, by path; of one that is not there, none.
    pub(super) pictures: BTreeMap<String, Option<Digest>>,
}

impl Filled<'_> {
    /// Puts the asset's code where the template asks for it, and into what its files say.
    pub(super) fn put_code(&mut self, code: &ShortCode) {
        self.markup.put_code(code);
        let metadata = &mut self.metadata;
        for words in [&mut metadata.headline, &mut metadata.caption, &mut metadata.alt_text] {
            // What the template says of its picture may name the code.
            if words.contains(ShortCode::BLANK) {
                *words = words.replace(ShortCode::BLANK, &code.to_string());
            }
        }
        metadata.code = code.to_string();
    }

    /// About how many bytes it takes.
    pub(super) fn size(&self) -> usize {
        let cells: usize = self.markup.bindings.iter().map(|binding| binding.cells.len()).sum();
        self.markup.text.len()
            + self.markup.bindings.len() * size_of::<template::Binding>()
            + cells * size_of::<CellId>()
            + 4096
    }

    /// A finding about the finished drawing, which knows no place, with those of its template and its product.
    pub(super) fn placed(&self, diagnostic: Diagnostic) -> Diagnostic {
        if !diagnostic.spans.is_empty() {
            return diagnostic;
        }
        let template = self.markup.files.first().map(|file| Span::whole(file.as_ref()));
        template.into_iter().chain([self.job.product.span.clone()]).fold(diagnostic, Diagnostic::at)
    }
}

/// A job that is laid out.
pub(super) struct Composed {
    /// Its pages.
    pub(super) frames: Vec<Frame>,
    /// What its files say about themselves, completed by what is drawn.
    pub(super) metadata: Metadata,
}

impl<'a> Making<'a> {
    /// Opens what all jobs share.
    pub(super) fn new(material: &'a Material) -> Self {
        let drawn = |path: &str| {
            path.starts_with("brand/marks/") || path.starts_with("brand/icons/") || path.ends_with(atlas::ENDING)
        };
        let files = material.files.iter().filter(|(path, _)| drawn(path));
        Self {
            material,
            fonts: Fonts::new(&material.brand.typefaces),
            painter: Painter::default(),
            scene: Arc::new(template::Scene::new(Arc::clone(&material.campaign), Arc::clone(&material.dataset))),
            kit: Digest::of_parts(files.flat_map(|(path, digest)| [path.as_bytes(), digest.as_bytes().as_slice()])),
            allowances: Allowances::new(&material.campaign.allows),
            small: false,
        }
    }

    /// Allowances that met nothing, of those whose every job was inspected.
    pub(super) fn idle_allowances(&self) -> Vec<Diagnostic> {
        self.allowances.idle(self.material.plan.jobs.iter())
    }

    /// The kit's faces, opened.
    pub(super) fn fonts(&self) -> &Fonts<'a> {
        &self.fonts
    }

    /// Fills a job's template.
    pub(super) fn fill(&'a self, job: &'a Job) -> Checked<Filled<'a>> {
        told_on(job, self.filled(job))
    }

    /// [`Making::fill`] without saying on which artwork its findings were met.
    fn filled(&'a self, job: &'a Job) -> Checked<Filled<'a>> {
        let mut findings = Findings::new();
        let markup = findings.take(self.material.templates.fill_within(DEADLINE, job, &self.scene));
        let theme = self.material.brand.themes.get(&job.theme);
        match (markup, theme) {
            (Some(mut markup), Some(theme)) => {
                // What the campaign's words print is bound like what the template prints.
                let mut said = bound::said(&mut markup, job);
                let illustrative = preflight::is_illustrative(&markup.bindings, &self.material.dataset);
                let metadata = stated::metadata(&self.material.campaign, job, &markup.said, illustrative);
                said.extend(stated::bind_others(&mut markup.bindings, &metadata));
                let tokens = self.tokens(&markup, theme);
                let pictures = self.pictures(&markup);
                let written = [
                    serde_json::to_vec(&*job.format).unwrap_or_default(),
                    format!("{metadata:?}").into_bytes(),
                    format!("{tokens:?}").into_bytes(),
                    bound::cells(&markup),
                ];
                findings.finish(Filled { job, markup, said, illustrative, metadata, theme, written, tokens, pictures })
            }
            _ => Err(findings.into_vec()),
        }
    }

    /// What one of a job's encodings is made from.
    pub(super) fn origin(&self, filled: &Filled, encoding: Encoding) -> Origin {
        Origin::new(self.digest(filled, encoding), encoding, self.small)
    }

    /// The digest of all that one of a job's encodings is a function of, but for its being made small.
    fn digest(&self, filled: &Filled, encoding: Encoding) -> Digest {
        let [format, metadata, tokens, cells] = &filled.written;
        let pictures = filled
            .pictures
            .iter()
            .flat_map(|(path, digest)| [path.as_bytes(), digest.as_ref().map_or(&[][..], |digest| digest.as_bytes())]);
        let parts = [
            filled.markup.digest.as_bytes().as_slice(),
            tokens,
            self.material.brand.typefaces.digest.as_bytes(),
            self.kit.as_bytes(),
            format,
            encoding.name().as_bytes(),
            metadata,
            cells,
            &[u8::from(filled.illustrative)],
            filled.metadata.code.as_bytes(),
            PROGRAM.as_bytes(),
        ];
        let allowed = preflight::allowed_codes(&self.material.campaign.allows, filled.job);
        Digest::of_parts(parts.into_iter().chain(pictures).chain(allowed.into_iter().map(str::as_bytes)))
    }

    /// Lays a filled job out and inspects it; an error of either stops it here.
    pub(super) fn compose(&self, filled: &Filled) -> Checked<Composed> {
        told_on(filled.job, self.composed(filled))
    }

    /// [`Making::compose`] without saying on which artwork its findings were met.
    fn composed(&self, filled: &Filled) -> Checked<Composed> {
        let scene = layout::Scene {
            brand: &self.material.brand,
            theme: filled.theme,
            atlas: &self.material.atlas,
            fonts: &self.fonts,
            pictures: &self.material.pictures,
            format: &filled.job.format,
            language: &filled.job.language,
            illustrative: filled.illustrative,
        };
        let mut findings = Findings::new();
        let Some(frames) = findings.take(layout::compose(&filled.markup, &scene)) else {
            return Err(findings.into_vec());
        };
        let described = metadata::described(&filled.metadata, &filled.markup, &frames, filled.illustrative);
        let metadata = Metadata { composite: stated::composite(&frames), ..described };
        findings.extend(self.inspected(filled, &metadata, &frames));
        findings.finish(Composed { frames, metadata })
    }

    /// What preflight finds on the pages, and what was left out; what the campaign allows of it is marked so.
    fn inspected(&self, filled: &Filled, metadata: &Metadata, frames: &[Frame]) -> Vec<Diagnostic> {
        let subject = preflight::Subject {
            job: filled.job,
            headline: &metadata.headline,
            alt_text: &metadata.alt_text,
            frames,
            markup: &filled.markup,
            fonts: &self.fonts,
            painter: &self.painter,
            illustrative: filled.illustrative,
        };
        let mut found = preflight::inspect(&subject);
        found.extend(dropped(frames, filled));
        found.extend(unfounded(frames, filled));
        self.allowances.apply(filled.job, found)
    }

    /// Draws a composed job and makes files of it, its numbers marked in them, and hands on those of each encoding; one that
    /// fails stops no other.
    pub(super) fn export(
        &self,
        filled: &Filled,
        composed: &Composed,
        lineage: &Lineage,
        encodings: &[Encoding],
        take: impl FnMut(Encoding, Result<Vec<Rendition>, ExportError>),
    ) {
        let format = &filled.job.format;
        let pages: Vec<svg::Artwork> =
            composed.frames.iter().map(|frame| svg::draw(frame, &self.fonts, format)).collect();
        let kit = Kit { typefaces: &self.material.brand.typefaces, painter: &self.painter, small: self.small };
        let metadata = Metadata { regions: metadata::regions(lineage), ..composed.metadata.clone() };
        export_each(&pages, encodings, format, &metadata, kit, take);
    }

    /// The tokens a page may draw with: those its markup and the kit's marks and icons name in braces, and those
    /// the layout asks for unnamed. A token that nothing names changes no picture.
    fn tokens(&self, markup: &Markup, theme: &'a Theme) -> BTreeMap<&'a str, &'a Token> {
        let brand = &self.material.brand;
        let drawings = brand.marks.values().map(|mark| &*mark.svg).chain(brand.icons.values().map(|icon| &**icon));
        let named = drawings.chain([&*markup.text]).flat_map(|text| text.split('{').skip(1));
        let charts = markup.text.contains("<m:chart");
        let of_chart = |path: &&String| charts && layout::CHART_ROLES.iter().any(|role| path.starts_with(role));
        let classes = theme.tokens.keys().filter(of_chart).map(String::as_str);
        let paths = named.filter_map(|rest| Some(rest.split_once('}')?.0.trim())).chain(layout::ROLES).chain(classes);
        paths.filter_map(|path| theme.tokens.get_key_value(path)).map(|(path, token)| (path.as_str(), token)).collect()
    }

    /// Digests of the pictures that a page names.
    fn pictures(&self, markup: &Markup) -> BTreeMap<String, Option<Digest>> {
        let digest = |path: &str| self.material.pictures.find(path).ok().map(|picture| picture.digest());
        layout::named_pictures(markup).into_iter().map(|path| (path.clone(), digest(&path))).collect()
    }
}

/// A fault of ours, or of a library, that costs a job (`MB1014`).
pub(super) fn panicked(job: &Job, fault: &str) -> Diagnostic {
    let diagnostic = Diagnostic::error("MB1014").arg("asset", &job.asset).arg("format", &job.format.name);
    diagnostic.arg("fault", fault).at(job.product.span.clone()).hint("hint")
}

/// A stage's result, its findings said to be of this artwork.
fn told_on<T>(job: &Job, checked: Checked<T>) -> Checked<T> {
    let on = |found: Vec<Diagnostic>| {
        found.into_iter().map(|diagnostic| diagnostic.on(&job.stem, &job.format.name)).collect()
    };
    match checked {
        Ok(warned) => Ok(Warned { value: warned.value, warnings: on(warned.warnings) }),
        Err(found) => Err(on(found)),
    }
}

/// What was left out for want of room is always said (`MB1013`).
fn dropped(frames: &[Frame], filled: &Filled) -> Vec<Diagnostic> {
    let names: Vec<&str> =
        frames.iter().flat_map(|frame| &frame.dropped).map(|dropped| dropped.name.as_str()).collect();
    if names.is_empty() {
        return Vec::new();
    }
    let diagnostic = Diagnostic::warning("MB1013")
        .arg("blocks", names.join(", "))
        .arg("format", &filled.job.format.name)
        .arg("template", &filled.markup.template);
    vec![
        filled.markup.files.first().map(|file| Span::whole(file.as_ref())).into_iter().fold(diagnostic, Diagnostic::at),
    ]
}

/// Numbers that the campaign's caption or alt text gives and the picture does not (`MB1023`).
fn unfounded(frames: &[Frame], filled: &Filled) -> Vec<Diagnostic> {
    let job = filled.job;
    let mut found = Vec::new();
    for (key, words) in [("caption", &job.caption), ("alt_text", &job.alt_text)] {
        let numbers = metadata::unfounded(words, frames, &filled.markup.bindings);
        if !numbers.is_empty() {
            let diagnostic = Diagnostic::warning("MB1023").arg("key", key).arg("numbers", numbers.join(", "));
            found.push(diagnostic.at(job.product.span.clone()).hint("hint"));
        }
    }
    found
}

/// The words drawn, a line each, for the catalogue.
pub(super) fn drawn_words(composed: &Composed) -> String {
    let lines = composed.frames.iter().flat_map(|frame| &frame.items).filter_map(|item| match item {
        Item::Text(run) => Some(run.text.as_str()),
        _ => None,
    });
    lines.collect::<Vec<_>>().join("\n")
}
