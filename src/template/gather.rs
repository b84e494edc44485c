//! The files below `templates/`, sorted to the templates they belong to, and what is wrong with each alone.
//!
//! In: the folder. Out: sources with their facts; findings that need one file only.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Findings, Span};
use crate::source::{Folder, Source};

use super::facts::Facts;
use super::fence::is_fence;
use super::growth::overgrown;

/// Where templates lie.
const ROOT: &str = "templates/";
/// The folder of shared parts.
const PARTS: &str = "parts";
/// Longest template file, in bytes.
pub const MOST_SOURCE: usize = 512 * 1024;
/// Most `set` tags in a file: each can nest a list in the one before, and dropping a deep nest takes stack.
const MOST_SETS: usize = 1000;
/// Deepest chain of includes.
const DEEPEST_INCLUDE: usize = 8;

/// A template file that was read.
#[derive(Debug)]
pub(super) struct File {
    /// Tera's name for it: the path below `templates/`.
    pub(super) name: String,
    /// Its text.
    pub(super) source: Source,
    /// What it says.
    pub(super) facts: Facts,
}

/// Names of the templates: folders below `templates/` other than `parts`.
pub(super) fn names(folder: &Folder) -> BTreeSet<String> {
    folder
        .under(ROOT)
        .filter_map(|(path, _)| path.strip_prefix(ROOT)?.split_once('/'))
        .map(|(name, _)| name.to_owned())
        .filter(|name| name != PARTS && !name.starts_with('.'))
        .collect()
}

/// The shared parts.
pub(super) fn parts(folder: &Folder, findings: &mut Findings) -> Vec<File> {
    svg_files(folder, PARTS, findings)
}

/// A template's own SVG files, `template.svg` first.
pub(super) fn own_files(folder: &Folder, name: &str, findings: &mut Findings) -> Vec<File> {
    let mut files = svg_files(folder, name, findings);
    let main = format!("{name}/template.svg");
    match files.iter().position(|file| file.name == main) {
        Some(at) => files.swap(0, at),
        None => {
            if let Err(finding) = folder.text(&format!("{ROOT}{main}")) {
                findings.push(finding);
            }
            files.clear();
        }
    }
    files
}

/// A file of a template that is no SVG, if it is there.
pub(super) fn side_file(folder: &Folder, template: &str, name: &str) -> Option<Result<Source, Diagnostic>> {
    let path = format!("{ROOT}{template}/{name}");
    folder.bytes(&path)?;
    Some(folder.text(&path))
}

/// A file of a template that must be there.
pub(super) fn needed_file(folder: &Folder, template: &str, name: &str) -> Result<Source, Diagnostic> {
    folder.text(&format!("{ROOT}{template}/{name}"))
}

/// The SVG files below a folder of `templates/`, each looked at alone.
fn svg_files(folder: &Folder, below: &str, findings: &mut Findings) -> Vec<File> {
    let prefix = format!("{ROOT}{below}/");
    let paths: Vec<&str> = folder.under(&prefix).map(|(path, _)| path).filter(|path| path.ends_with(".svg")).collect();
    let mut files = Vec::new();
    for path in paths {
        match folder.text(path) {
            Ok(source) => {
                let facts = Facts::of(&source.text);
                let name = path.strip_prefix(ROOT).unwrap_or(path).to_owned();
                let file = File { name, source, facts };
                look_at(&file, findings);
                files.push(file);
            }
            // `own_files` reports the main file itself.
            Err(_) if path.ends_with("/template.svg") && below != PARTS => {}
            Err(finding) => findings.push(finding),
        }
    }
    files
}

/// What is wrong with a file on its own: its length, forbidden characters and tags.
fn look_at(file: &File, findings: &mut Findings) {
    let source = &file.source;
    if source.text.len() > MOST_SOURCE {
        let span = Span::whole(source.name.clone());
        findings.push(Diagnostic::error("MB0615").arg("limit", MOST_SOURCE / 1024).at(span).hint("hint"));
    }
    if let Some((at, found)) = source.text.match_indices(is_fence).next() {
        let code = found.chars().next().map(u32::from).unwrap_or_default();
        let span = source.span(at..at + found.len());
        findings.push(Diagnostic::error("MB0614").arg("character", format!("U+{code:04X}")).at(span).hint("hint"));
    }
    if let Some(range) = file.facts.sets.get(MOST_SETS) {
        let span = source.span(range.clone());
        findings.push(Diagnostic::error("MB0617").arg("limit", MOST_SETS).at(span).hint("hint"));
    }
    if let Some((name, range)) = overgrown(&source.text) {
        findings.push(Diagnostic::error("MB0618").arg("name", name).at(source.span(range)).hint("hint"));
    }
    for (tag, range) in &file.facts.refused {
        findings.push(Diagnostic::error("MB0609").arg("tag", tag).at(source.span(range.clone())).hint("hint"));
    }
}

/// What is wrong with the includes among some files: unknown ones, rings and chains too deep.
pub(super) fn look_at_includes(files: &[&File], findings: &mut Findings) {
    let known: BTreeMap<&str, &File> = files.iter().map(|file| (file.name.as_str(), *file)).collect();
    for file in files {
        for (name, range) in &file.facts.includes {
            if !known.contains_key(name.as_str()) {
                let span = file.source.span(range.clone());
                let finding = Diagnostic::error("MB0607").arg("name", name).at(span);
                findings.push(finding.suggest(name, known.keys().copied()));
            }
        }
    }
    // Each round deepens by one level; what still deepens after the last allowed one is a ring or too deep.
    let mut depths: BTreeMap<&str, usize> = BTreeMap::new();
    for _ in 0..=DEEPEST_INCLUDE {
        let deeper = files.iter().map(|file| {
            let below = file.facts.includes.iter().filter_map(|(name, _)| depths.get(name.as_str())).max();
            let depth = if file.facts.includes.is_empty() { 0 } else { below.copied().unwrap_or(0) + 1 };
            (file.name.as_str(), depth)
        });
        depths = deeper.collect();
    }
    for file in files {
        if depths.get(file.name.as_str()).is_some_and(|depth| *depth > DEEPEST_INCLUDE)
            && let Some((name, range)) = file.facts.includes.first()
        {
            let span = file.source.span(range.clone());
            let finding = Diagnostic::error("MB0608").arg("name", name).arg("limit", DEEPEST_INCLUDE).at(span);
            findings.push(finding.hint("hint"));
        }
    }
}

/// Which of the files the first one uses, by include or component: their indices in order.
pub(super) fn used(files: &[&File], own: usize) -> Vec<usize> {
    let mut used: BTreeSet<usize> = (0..own.min(files.len())).collect();
    let mut waiting: Vec<usize> = used.iter().copied().collect();
    while let Some(file) = waiting.pop().and_then(|at| files.get(at)) {
        for (at, other) in files.iter().enumerate() {
            let included = file.facts.includes.iter().any(|(name, _)| *name == other.name);
            let called =
                || other.facts.defines.iter().any(|(name, _)| file.facts.calls.iter().any(|(call, _)| call == name));
            if !used.contains(&at) && (included || called()) {
                used.insert(at);
                waiting.push(at);
            }
        }
    }
    used.into_iter().collect()
}
