//! The view for poor links: words and numbers, no pictures, no style sheet, no script.

use super::asset::length;
use super::card::{headline, works};
use super::page::{Here, Page, Shell};
use super::record::is_figure;
use super::standing::{Tone, standing};
use crate::feed::address;
use crate::html::Html;
use crate::language::words;

/// Most assets on it.
const MOST: usize = 100;

/// The page in a language.
pub(super) fn page(shell: &Shell<'_>, language: &str) -> Page {
    let book = shell.book(language);
    let mut page = shell.page(language, "text/", book.say("nav-text"));
    let here = Here::at(&page.path);
    (page.light, page.description) = (true, book.say("text-lead"));
    page.updated = shell.published.versions().map(|(_, version)| version.updated).max();
    let mut html = Html::new();
    html.element("<h1>", &page.title, "</h1>").element("<p>", &page.description, "</p>\n");
    let first = shell.languages().next().unwrap_or(language);
    for (asset, version) in works(shell.published.assets.iter(), language, first).into_iter().take(MOST) {
        let (tone, word) = standing(shell, version, book);
        html.raw("<h2><a href=\"").text(&here.to(&address::asset(&asset.asset))).raw("\">").text(headline(version));
        html.raw("</a></h2>\n");
        if tone != Tone::Good {
            html.raw("<p><strong>")
                .text(&word)
                .raw("</strong> ")
                .text(words(&version.reason, language).unwrap_or_default());
            html.raw("</p>\n");
        }
        if !version.is_served() {
            continue;
        }
        html.element("<p>", &version.asset.caption, "</p>\n");
        let numbers = version.asset.numbers();
        let texts: Vec<&str> =
            numbers.iter().filter(|number| is_figure(number)).map(|number| number.text.as_str()).collect();
        if !texts.is_empty() {
            html.element("<p>", &texts.join(" · "), "</p>\n");
        }
        if let Some(file) = version.asset.files.iter().min_by_key(|file| file.bytes) {
            html.raw("<p><a href=\"").text(&here.to(&address::file(file))).raw("\">").text(&file.name).raw("</a> ");
            html.text(&length(file.bytes, book)).raw("</p>\n");
        }
    }
    page.body = html;
    page
}
