//! Is this picture ours? A page for each short code: the official picture, how it stands, its numbers to compare.
//!
//! A code says which picture to compare with, and nothing of the picture somebody holds: it can be copied onto a forgery. A
//! code that nothing was released under has no page, and what a server answers then is the same for all of them.

use std::collections::BTreeMap;

use super::asset::numbers;
use super::card::{headline, picture};
use super::page::{Here, Page, Shell};
use super::standing::standing;
use crate::feed::address;
use crate::html::Html;
use crate::language::words;
use crate::published::{PublicAsset, PublicVersion};

/// A page for each code.
pub(super) fn pages(shell: &Shell<'_>) -> Vec<Page> {
    let mut codes: BTreeMap<String, Vec<(&PublicAsset, &PublicVersion)>> = BTreeMap::new();
    for (asset, version) in shell.published.versions() {
        if let Some(path) = address::code(&version.asset.code) {
            codes.entry(path).or_default().push((asset, version));
        }
    }
    codes.into_iter().filter_map(|(path, found)| page(shell, path, &found)).collect()
}

/// What a code answers: the newest version that has it.
fn page(shell: &Shell<'_>, path: String, found: &[(&PublicAsset, &PublicVersion)]) -> Option<Page> {
    let (asset, version) = found.iter().max_by_key(|(_, version)| version.version)?;
    let language = shell.language(&version.asset.language);
    let (book, here) = (shell.book(language), Here::at(&path));
    let (tone, word) = standing(shell, version, book);
    let mut html = Html::new();
    html.raw("<p class=\"kicker\">").text(&book.say("code")).raw(" <b class=\"code\">").text(&version.asset.code);
    html.element("</b></p><h1>", headline(version), "</h1>\n<div class=\"verdict ");
    html.raw(tone.class()).raw("\"><b>").text(&word).raw("</b><p>");
    html.text(words(&version.reason, language).unwrap_or_default()).raw("</p></div>\n");
    if version.is_served() {
        compare(shell, language, &mut html);
        html.raw("<figure class=\"official\">");
        picture(version, &here, false, &mut html);
        html.element("<figcaption>", &book.say("official-picture"), "</figcaption></figure>\n");
        numbers(shell, version, language, &here, &mut html);
    }
    html.raw("<p><a class=\"button\" href=\"").text(&here.to(&address::asset(&asset.asset))).raw("\">");
    html.text(&book.say("asset-page")).raw("</a></p>\n");
    let mut page = shell.page(language, "", book.fill("code-title", &[("code", version.asset.code.clone())]));
    (page.path, page.translations, page.listed) = (path, Vec::new(), false);
    page.image = super::preview::source(version).filter(|_| version.is_served()).map(address::preview);
    page.body = html;
    Some(page)
}

/// What to do, in every language of the site.
fn compare(shell: &Shell<'_>, language: &str, html: &mut Html) {
    html.raw("<div class=\"compare\"><p><strong>").text(&shell.book(language).say("compare")).raw("</strong></p><p>");
    html.text(&shell.book(language).say("compare-why")).raw("</p>");
    for other in shell.languages().filter(|other| *other != language) {
        html.raw("<p lang=\"").text(other).raw("\">").text(&shell.book(other).say("compare")).raw("</p>");
    }
    html.raw("</div>\n");
}

/// The page that says how to look a code up.
pub(super) fn entrance(shell: &Shell<'_>, language: &str) -> Page {
    let book = shell.book(language);
    let mut page = shell.page(language, "check/", book.say("nav-check"));
    let here = Here::at(&page.path);
    page.description = book.say("check-lead");
    let mut html = Html::new();
    html.element("<h1>", &page.title, "</h1>").element("<p class=\"lead\">", &page.description, "</p>\n");
    html.raw("<form class=\"lookup\" hidden data-codes=\"")
        .text(&here.to("c/").replace("index.html", ""))
        .raw("\"><label for=\"code\">");
    html.text(&book.say("code"))
        .raw("</label><input id=\"code\" name=\"code\" autocomplete=\"off\" spellcheck=\"false\" ");
    html.raw("placeholder=\"7K3F-9QX2-M1A\"><button>")
        .text(&book.say("look-up"))
        .raw("</button><p role=\"alert\" data-wrong=\"");
    html.text(&book.say("no-code")).raw("\"></p></form>\n");
    html.element("<p>", &book.say("check-by-address"), " <code>");
    html.text(&address::absolute(&shell.published.facts, "c/7K3F-9QX2-M1A")).raw("</code></p>\n<ol class=\"steps\">");
    for step in ["check-step-1", "check-step-2", "check-step-3"] {
        html.element("<li>", &book.say(step), "</li>");
    }
    html.raw("</ol>\n");
    compare(shell, language, &mut html);
    html.element("<p>", &book.say("check-limits"), "</p>\n");
    page.body = html;
    page
}

/// What a server answers where there is nothing: an unknown code, one of something unreleased, a wrong address.
pub(super) fn nothing(shell: &Shell<'_>) -> Page {
    let first = shell.language("").to_owned();
    let mut page = shell.page(&first, "", shell.book(&first).say("nothing-here"));
    (page.path, page.translations, page.listed) = ("404.html".to_owned(), Vec::new(), false);
    let mut html = Html::new();
    for language in shell.languages() {
        let book = shell.book(language);
        html.raw("<div lang=\"").text(language).raw("\">");
        html.raw(if *language == first { "<h1>" } else { "<h2>" }).text(&book.say("nothing-here"));
        html.raw(if *language == first { "</h1>" } else { "</h2>" });
        html.element("<p class=\"lead\">", &book.say("nothing-here-why"), "</p></div>\n");
    }
    page.body = html;
    page
}
