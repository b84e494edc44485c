//! A drawing becomes a template folder: read, taken over, written whole or not at all.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::event::{Event, Listener};
use super::{Settings, inputs};
use crate::brand::Brand;
use crate::campaign::{Campaign, Surroundings};
use crate::diagnostic::{Diagnostic, Findings, Span};
use crate::drawn;
use crate::picture::FOLDERS;
use crate::plan::fold;
use crate::source::{Folder, Source};
use crate::template::TemplateSet;

/// Languages of a campaign that does not read.
const USUAL: [&str; 2] = ["vi", "en"];

/// A template that was written.
#[derive(Debug, Clone)]
pub struct Import {
    /// Its name.
    pub name: String,
    /// Its files, by path below the campaign folder.
    pub files: Vec<String>,
    /// The shape it is drawn for.
    pub shape: String,
    /// How many texts, named places and pictures it has.
    pub places: usize,
}

/// Makes a template of a drawing; none when an error stands in the way. All findings go to the listener.
///
/// # Errors
/// When the machine fails: the drawing cannot be read, or the folder not be written.
pub fn import(
    settings: &Settings,
    drawing: &Path,
    name: Option<&str>,
    listener: &dyn Listener,
) -> anyhow::Result<Option<Import>> {
    let (folder, found) = inputs::read_folder(&settings.campaign_dir)?;
    let mut findings = Findings::new();
    findings.extend(found);
    let unread = || format!("could not read {}", drawing.display());
    let place = shown(drawing, &settings.campaign_dir);
    if let Some(large) = drawn::refused(&place, fs::metadata(drawing).with_context(unread)?.len()) {
        told(vec![large], listener);
        return Ok(None);
    }
    let bytes = fs::read(drawing).with_context(unread)?;
    let stem = drawing.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let name = name.map_or_else(|| fold(&stem), str::to_owned);
    let imported = taken_over(&folder, &place, &bytes, &name, &mut findings);
    let sound = !findings.has_errors();
    told(findings.into_vec(), listener);
    let Some(imported) = imported.filter(|_| sound) else { return Ok(None) };
    write(&settings.campaign_dir, &name, &imported)?;
    told(faults(folder, &name, &imported), listener);
    let drawn::Imported { files, shape, places } = imported;
    Ok(Some(Import { name, files: files.into_keys().collect(), shape, places }))
}

/// The template of a drawing, if it can be had and stands in nobody's way.
fn taken_over(
    folder: &Folder,
    shown: &str,
    bytes: &[u8],
    name: &str,
    findings: &mut Findings,
) -> Option<drawn::Imported> {
    let brand = findings.take(Brand::read(folder));
    let languages = languages(folder);
    let source = Source::new(shown, bytes).map_err(|diagnostic| findings.push(diagnostic)).ok()?;
    let known = FOLDERS.into_iter().flat_map(|home| folder.under(home)).map(|(path, _)| path.to_owned());
    let pictures: BTreeSet<String> = known.collect();
    let brand = brand?;
    let request = drawn::Request { drawing: &source, name, brand: &brand, languages: &languages, pictures: &pictures };
    let imported = findings.take(drawn::import(&request))?;
    let there = format!("templates/{name}/");
    let taken = imported.files.keys().filter(|path| folder.bytes(path).is_some()).cloned();
    let taken = folder.under(&there).next().map(|_| there.trim_end_matches('/').to_owned()).into_iter().chain(taken);
    findings.extend(taken.take(1).map(|path| exists(&path)));
    Some(imported)
}

/// Tells findings.
fn told(found: Vec<Diagnostic>, listener: &dyn Listener) {
    found.into_iter().for_each(|diagnostic| listener.hear(&Event::Diagnostic(diagnostic)));
}

/// What is wrong with the template that was written, such as Tera that was drawn with a fault.
fn faults(mut folder: Folder, name: &str, imported: &drawn::Imported) -> Vec<Diagnostic> {
    imported.files.iter().for_each(|(path, bytes)| folder.insert(path.as_str(), bytes.as_slice()));
    let (languages, own) = (languages(&folder), format!("templates/{name}/"));
    let found = match TemplateSet::read(&folder, &languages) {
        Ok(warned) => warned.warnings,
        Err(found) => found,
    };
    found.into_iter().filter(|d| d.spans.first().is_some_and(|span| span.file.starts_with(&own))).collect()
}

/// The campaign's languages; one that does not read has its own report, and a template can be drawn all the same.
fn languages(folder: &Folder) -> Vec<String> {
    let campaign = Campaign::read(folder, &Surroundings::default()).ok();
    campaign.map_or_else(|| USUAL.map(str::to_owned).to_vec(), |campaign| campaign.value.languages)
}

/// `MB0644`.
fn exists(path: &str) -> Diagnostic {
    Diagnostic::error("MB0644").arg("path", path).at(Span::whole(path)).hint("hint")
}

/// A drawing's path as findings show it: below the campaign folder where it lies there.
fn shown(drawing: &Path, campaign: &Path) -> String {
    let whole = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let (drawing, campaign) = (whole(drawing), whole(campaign));
    drawing.strip_prefix(&campaign).unwrap_or(&drawing).display().to_string()
}

/// Writes the files: all beside their places first, then pictures, and last the folder by one rename.
fn write(campaign: &Path, name: &str, imported: &drawn::Imported) -> anyhow::Result<()> {
    let home = campaign.join("templates");
    let failed = || format!("could not write the template to {}", home.join(name).display());
    fs::create_dir_all(&home).with_context(failed)?;
    let staging = tempfile::Builder::new().prefix(".mocban-import-").tempdir_in(&home).with_context(failed)?;
    let (template, target) = (staging.path().join(name), home.join(name));
    fs::create_dir(&template).with_context(failed)?;
    let mut pictures = Vec::new();
    for (path, bytes) in &imported.files {
        match path.strip_prefix(&format!("templates/{name}/")) {
            Some(file) => fs::write(template.join(file), bytes).with_context(failed)?,
            None => pictures.push((campaign.join(path), bytes)),
        }
    }
    let mut written: Vec<PathBuf> = Vec::new();
    let moved = pictures
        .into_iter()
        .try_for_each(|(path, bytes)| picture(staging.path(), &path, bytes).map(|()| written.push(path)))
        .and_then(|()| {
            // A rename would take the place of an empty folder.
            anyhow::ensure!(fs::symlink_metadata(&target).is_err(), "{} is there already", target.display());
            Ok(fs::rename(&template, &target)?)
        });
    if moved.is_err() {
        written.iter().for_each(|path| {
            let _left = fs::remove_file(path);
        });
    }
    moved.with_context(failed)
}

/// Writes a picture beside its place and moves it there; one that is there is not written over.
fn picture(staging: &Path, path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    fs::create_dir_all(path.parent().context("a picture without a folder")?)?;
    let beside = staging.join("picture");
    fs::write(&beside, bytes)?;
    anyhow::ensure!(fs::symlink_metadata(path).is_err(), "{} is there already", path.display());
    Ok(fs::rename(beside, path)?)
}
