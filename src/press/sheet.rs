//! The brand sheet as files: a picture a page, a PDF and a page for browsers a language.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;

use anyhow::{Context, anyhow};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use super::event::{Event, Listener};
use super::making::PROGRAM;
use super::{Settings, inputs};
use crate::brand::Brand;
use crate::brandsheet::{Page, Sheet, html, pages};
use crate::campaign::{Campaign, Surroundings};
use crate::diagnostic::{Diagnostic, Findings};
use crate::encode::Encoding;
use crate::export::{Kit, export, pdf};
use crate::language::words;
use crate::metadata::Metadata;
use crate::paint::{ExportError, Painter, listen_for_warnings};
use crate::store::Store;
use crate::svg::{self, Artwork};
use crate::text::Fonts;

/// The folder below the output folder.
const FOLDER: &str = "brand";

/// Draws the brand sheet of the campaign's kit, in the languages and themes chosen; gives the files written, relative
/// to the output folder.
///
/// # Errors
/// When the machine fails; findings go to the listener.
pub fn brand(settings: &Settings, listener: &dyn Listener) -> anyhow::Result<Vec<String>> {
    listen_for_warnings();
    let (folder, found) = inputs::read_folder(&settings.campaign_dir)?;
    let mut findings = Findings::new();
    findings.extend(found);
    let brand = findings.take(Brand::read(&folder));
    let campaign = findings.take(Campaign::read(&folder, &Surroundings::default()));
    let mut written = Vec::new();
    if let (Some(brand), Some(campaign), false) = (&brand, &campaign, findings.has_errors()) {
        let (themes, languages) = (&settings.choice.themes, &settings.choice.languages);
        let sheet = Sheet { brand, campaign, folder: &folder, themes, languages };
        findings.extend(unknown(&sheet));
        if !findings.has_errors() {
            written = draw(&sheet, settings, &mut findings)?;
        }
    }
    findings.into_vec().into_iter().for_each(|diagnostic| listener.hear(&Event::Diagnostic(diagnostic)));
    Ok(written)
}

/// Themes and languages that were asked for and are not there.
fn unknown(sheet: &Sheet<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let themes: Vec<&str> = sheet.brand.themes.keys().map(String::as_str).collect();
    for theme in sheet.themes.iter().filter(|theme| !themes.contains(&theme.as_str())) {
        found.push(Diagnostic::error("MB0107").arg("theme", theme).suggest(theme, themes.iter().copied()));
    }
    let languages: Vec<&str> = sheet.campaign.languages.iter().map(String::as_str).collect();
    for language in sheet.languages.iter().filter(|language| !languages.contains(&language.as_str())) {
        found.push(Diagnostic::error("MB0109").arg("language", language).suggest(language, languages.iter().copied()));
    }
    found
}

/// Draws, exports and writes.
fn draw(sheet: &Sheet<'_>, settings: &Settings, findings: &mut Findings) -> anyhow::Result<Vec<String>> {
    let Some(pages) = findings.take(pages(sheet)) else { return Ok(Vec::new()) };
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let (fonts, painter) = (Fonts::new(&sheet.brand.typefaces), Painter::default());
    let kit = Kit { typefaces: &sheet.brand.typefaces, painter: &painter, small: false };
    let pictures: Vec<_> = pages.par_iter().map(|page| picture(sheet, page, &fonts, kit)).collect();
    for picture in pictures {
        match picture {
            Ok(file) => files.push(file),
            Err(error) => refused(error, findings)?,
        }
    }
    let mut languages: BTreeMap<&str, Vec<&Page>> = BTreeMap::new();
    pages.iter().for_each(|page| languages.entry(&page.language).or_default().push(page));
    for (language, pages) in languages {
        let artworks: Vec<Artwork> = pages.iter().map(|page| svg::draw(&page.frame, &fonts, &page.format)).collect();
        match pdf(&artworks, &sheet.brand.typefaces, &metadata(sheet, language, "")) {
            Ok(bytes) => files.push((format!("{FOLDER}/brand_{language}.pdf"), bytes)),
            Err(error) => refused(error, findings)?,
        }
        let page = html(sheet, language, |other| format!("brand_{other}.html"));
        files.push((format!("{FOLDER}/brand_{language}.html"), page.into_bytes()));
    }
    if findings.has_errors() {
        return Ok(Vec::new());
    }
    write(&pages, files, settings)
}

/// One page as PNG.
fn picture(sheet: &Sheet<'_>, page: &Page, fonts: &Fonts<'_>, kit: Kit<'_>) -> Result<(String, Vec<u8>), ExportError> {
    let metadata = metadata(sheet, &page.language, &page.title);
    let artworks = [svg::draw(&page.frame, fonts, &page.format)];
    let mut files = export(&artworks, Encoding::Png, &page.format, &metadata, kit)?;
    let file = files.pop().ok_or_else(|| anyhow!("a page gave no picture"))?;
    Ok((format!("{}/{}.png", place(page), page.name), file.bytes))
}

/// The folder of a page's theme.
fn place(page: &Page) -> String {
    format!("{FOLDER}/{}/{}", page.language, crate::plan::fold(&page.theme))
}

/// What a file of the sheet says about itself.
fn metadata(sheet: &Sheet<'_>, language: &str, title: &str) -> Metadata {
    let say = |said: &crate::language::Words| words(said, language).unwrap_or_default().to_owned();
    let (rights, campaign) = (&sheet.campaign.rights, say(&sheet.campaign.title));
    let headline =
        [campaign.as_str(), title].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ");
    Metadata {
        language: language.to_owned(),
        alt_text: headline.clone(),
        headline,
        creator: say(&rights.creator),
        copyright_notice: say(&rights.copyright_notice),
        asset: format!("{}_{FOLDER}_{language}", sheet.campaign.slug),
        program: PROGRAM.to_owned(),
        ..Metadata::default()
    }
}

/// Tells what could not be exported; a machine's failure ends the command.
fn refused(error: ExportError, findings: &mut Findings) -> anyhow::Result<()> {
    match error {
        ExportError::Input(found) => findings.extend(found),
        ExportError::Machine(error) => return Err(error.context("could not export the brand sheet")),
    }
    Ok(())
}

/// Writes the files; pages that an earlier sheet had and this one has not are taken away.
fn write(pages: &[Page], files: Vec<(String, Vec<u8>)>, settings: &Settings) -> anyhow::Result<Vec<String>> {
    let store = Store::open(&settings.output_dir)?;
    let mut places: Vec<String> = pages.iter().map(place).collect();
    places.dedup();
    for folder in places.iter().map(|place| settings.output_dir.join(place)) {
        match fs::remove_dir_all(&folder) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(error).with_context(|| format!("could not clear {}", folder.display()));
            }
            _ => {}
        }
    }
    let mut written = Vec::new();
    for (path, bytes) in files {
        store.put(&path, &bytes)?;
        written.push(path);
    }
    written.sort();
    Ok(written)
}
