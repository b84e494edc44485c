//! The page inside a pack: pictures, captions, alt texts, files; one file that needs no network, and no script but for search
//! and copying.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::choose::{Chosen, Selection};
use super::compose::{Draft, Gathered, Placed};
use super::contact::kilobytes;
use super::small::{Smalls, can_be_read, face};
use super::texts::{CORRECTIONS, README, Say, any, credit, told, what};
use crate::html::Html;
use crate::release::ReleasedFile;

/// Its place.
pub(super) const PATH: &str = "00_XEM.html";
/// Its rules.
const CSS: &str = include_str!("index.css");
/// Search and copying.
const SCRIPT: &str = include_str!("index.js");

/// Writes it.
///
/// # Errors
/// The archive lacks a file.
pub(super) fn page(draft: &Draft<'_>, say: &Say, smalls: &Smalls<'_>) -> anyhow::Result<String> {
    let works = draft.works();
    let faces: Vec<&ReleasedFile> = works.iter().filter_map(|work| shown(work)).collect();
    smalls.prepare(&faces, draft.preview)?;
    let title = any(&draft.selection.facts.title, "vi");
    let mut html = Html::new();
    html.raw("<!doctype html>\n<html lang=\"vi\">\n<head><meta charset=\"utf-8\">");
    html.raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>").text(title).raw(" · ");
    html.text(&draft.name).raw("</title>\n<style>").css(CSS).raw("</style></head>\n<body>");
    head(&mut html, draft, say, title);
    html.raw("<main><div class=\"cards\">\n");
    for work in &works {
        card(&mut html, draft, work, say, smalls)?;
    }
    html.raw("</div></main>\n<footer>");
    let rights = &draft.selection.facts.rights;
    let terms = ["vi", "en"].map(|language| {
        format!("{} · {}", any(&rights.copyright_notice, language), any(&rights.usage_terms, language))
    });
    for (language, terms) in
        [("vi", &terms[0]), ("en", &terms[1])].iter().take(if terms[0] == terms[1] { 1 } else { 2 })
    {
        html.raw("<p lang=\"").text(language).raw("\">").text(terms).raw("</p>");
    }
    html.element("<p>", &rights.license_url, "</p>").element("<p>", &draft.name, "</p></footer>\n<script>");
    html.raw(SCRIPT).raw("</script></body></html>\n");
    Ok(html.done())
}

/// What the pack is, what it corrects, where its other parts are, and the search.
fn head(html: &mut Html, draft: &Draft<'_>, say: &Say, title: &str) {
    html.element("<header><h1>", title, "</h1>");
    for (language, wording) in say.both() {
        html.raw("<p class=\"lead\" lang=\"").text(language).raw("\">").text(&what(draft, wording)).raw("</p>");
    }
    let told = told(draft);
    if draft.selection.is_embargoed() || !told.is_empty() {
        html.raw("<div class=\"note\" role=\"note\">");
        if draft.selection.is_embargoed() {
            for (language, wording) in say.both() {
                html.raw("<p lang=\"")
                    .text(language)
                    .raw("\"><b>")
                    .text(&wording.say("pack-embargo", &[]))
                    .raw("</b></p>");
            }
        }
        for notice in &told {
            html.raw("<p><b>").text(&notice.kind.word(true).to_uppercase()).raw("</b> #");
            html.text(&notice.number.to_string()).raw(": ").text(any(&notice.note, "vi")).raw("</p>");
        }
        if !told.is_empty() {
            html.raw("<p><a href=\"").text(CORRECTIONS).raw("\">").text(CORRECTIONS).raw("</a></p>");
        }
        html.raw("</div>");
    }
    html.raw("<nav><a href=\"").text(README).raw("\">").text(README).raw("</a><a href=\"").text(super::captions::PATH);
    html.raw("\">").text(super::captions::PATH).raw("</a>");
    if draft.contact_sheet {
        html.raw("<a href=\"contact-sheet.pdf\">contact-sheet.pdf</a>");
    }
    html.raw("</nav><div class=\"find\" role=\"search\" hidden><label for=\"q\">").text(&both(say, "pack-search"));
    html.raw(
        "</label><input id=\"q\" type=\"search\" autocomplete=\"off\"><output for=\"q\"></output></div></header>\n",
    );
}

/// The file that stands for a picture in its languages: the first that can be shown.
fn shown<'p>(work: &[Gathered<'_, 'p>]) -> Option<&'p ReleasedFile> {
    work.iter().find_map(|(chosen, _)| face(chosen.version))
}

/// One picture in all its languages and sizes.
fn card(
    html: &mut Html,
    draft: &Draft<'_>,
    work: &[Gathered<'_, '_>],
    say: &Say,
    smalls: &Smalls<'_>,
) -> anyhow::Result<()> {
    let Some((first, _)) = work.first() else { return Ok(()) };
    html.raw(if work.len() > 1 { "<article class=\"card pair\" id=\"" } else { "<article class=\"card\" id=\"" });
    html.text(&first.version.asset.asset).raw("\"><figure>");
    let small = shown(work).map(|file| smalls.of(file, draft.preview)).transpose()?.flatten();
    match small {
        Some(small) => {
            let target = work.iter().flat_map(|(_, files)| files).find(|placed| can_be_read(placed.file));
            html.raw("<a href=\"").text(target.map_or(".", |placed| placed.path.as_str()));
            html.raw("\"><img loading=\"lazy\" width=\"").text(&small.width.to_string()).raw("\" height=\"");
            html.text(&small.height.to_string()).raw("\" alt=\"").text(&first.version.asset.alt_text);
            html.raw("\" src=\"data:image/jpeg;base64,").text(&STANDARD.encode(&small.jpeg)).raw("\"></a>");
        }
        None => drop(html.element("<p>", &both(say, "pack-no-preview"), "</p>")),
    }
    html.raw("</figure><div class=\"about\">");
    for (at, (chosen, _)) in work.iter().enumerate() {
        words_of(html, draft, *chosen, at == 0, say);
    }
    let files: Vec<&&Placed<'_>> = work.iter().flat_map(|(_, files)| files).collect();
    html.raw("<details><summary>").text(&both(say, "pack-files")).raw(" (").text(&files.len().to_string());
    html.raw(")</summary><ul>");
    for placed in files {
        let (width, height) = placed.size();
        let (name, size) = (placed.path.rsplit('/').next().unwrap_or(&placed.path), kilobytes(placed.bytes()));
        html.raw("<li><a href=\"").text(&placed.path).raw("\">").text(name).raw("</a><span>");
        html.text(&format!("{width} × {height} px · {} · {size}", placed.encoding())).raw("</span></li>");
    }
    html.raw("</ul></details></div></article>\n");
    Ok(())
}

/// What is said of a picture in one language.
fn words_of(html: &mut Html, draft: &Draft<'_>, chosen: Chosen<'_>, first: bool, say: &Say) {
    let (asset, facts) = (&*chosen.version.asset, &draft.selection.facts);
    html.raw("<div class=\"words\" lang=\"").text(&asset.language).raw("\">");
    if first {
        html.element("<h2>", &asset.headline, "</h2>");
    } else {
        html.element("<h3>", &asset.headline, "</h3>");
    }
    said(html, "pack-caption", &asset.caption, asset.language.as_str(), say);
    said(html, "pack-alt", &asset.alt_text, asset.language.as_str(), say);
    said(html, "pack-credit", &credit(asset, facts, say), asset.language.as_str(), say);
    html.raw("<p class=\"fact\">").text(&format!("v{:02}", asset.version));
    for part in [asset.period.as_str(), asset.code.as_str()].into_iter().filter(|part| !part.is_empty()) {
        html.raw(" · ").text(part);
    }
    let wording = say.of(&asset.language);
    if asset.illustrative {
        html.raw(" · <span class=\"mark\">").text(&wording.say("pack-illustrative", &[])).raw("</span>");
    }
    if chosen.instead_of.is_some() {
        html.raw(" · <span class=\"mark\">").text(&wording.say("pack-corrected", &[])).raw("</span>");
    }
    if let Some(until) = Selection::embargoed_until(chosen.version) {
        html.raw(" · <span class=\"mark\">").text(&wording.say("pack-embargoed", &[("time", until.to_string())]));
        html.raw("</span>");
    }
    html.raw("</p></div>");
}

/// Words with their name and a button that copies them.
fn said(html: &mut Html, id: &str, words: &str, language: &str, say: &Say) {
    if words.is_empty() {
        return;
    }
    let wording = say.of(language);
    html.raw("<div class=\"said\"><span class=\"name\">").text(&wording.say(id, &[])).raw("</span><p class=\"copy\">");
    html.text(words)
        .raw("</p><button type=\"button\" hidden>")
        .text(&wording.say("pack-copy", &[]))
        .raw("</button></div>");
}

/// Words in both languages, the same ones once.
fn both(say: &Say, id: &str) -> String {
    let [vi, en] = [&say.vi, &say.en].map(|wording| wording.say(id, &[]));
    if vi == en { vi } else { format!("{vi} · {en}") }
}
