//! A page for each release, and the list of them.

use super::card::{cards, works};
use super::page::{Here, Page, Shell};
use crate::feed::address;
use crate::html::Html;
use crate::published::{PublicAsset, PublicRelease};

/// The pages in a language.
pub(super) fn pages(shell: &Shell<'_>, language: &str) -> Vec<Page> {
    shell.published.releases.iter().map(|release| page(shell, language, release)).collect()
}

/// One release: its assets as they stand now.
fn page(shell: &Shell<'_>, language: &str, release: &PublicRelease) -> Page {
    let (book, name) = (shell.book(language), &release.release.name);
    let title = book.fill("release-title", &[("name", name.clone())]);
    let mut page = shell.page(language, &address::release("", name), title.clone());
    let here = Here::at(&page.path);
    let count = release.release.assets.len();
    page.description = book.fill("release-lead", &[("count", count.to_string()), ("moment", book.moment(release.at))]);
    page.updated = Some(release.at);
    let mut html = Html::new();
    html.element("<h1>", &title, "</h1>").element("<p class=\"lead\">", &page.description, "</p>\n");
    if let Some(embargo) = release.embargo {
        html.element("<div class=\"banner mind\" role=\"note\"><b>", &book.say("embargo"), "</b> <p>");
        html.text(&book.fill("embargo-note", &[("moment", book.moment(embargo.until))])).raw("</p></div>\n");
    }
    let assets = release.release.assets.iter().filter_map(|asset| shell.published.asset(&asset.asset));
    let assets: Vec<&PublicAsset> = assets.collect();
    let first = shell.languages().next().unwrap_or(language);
    cards(shell, &works(assets.into_iter(), language, first), language, &here, &mut html);
    page.body = html;
    page
}

/// The releases, newest first.
pub(super) fn list(shell: &Shell<'_>, language: &str, here: &Here, html: &mut Html) {
    let book = shell.book(language);
    if shell.published.releases.is_empty() {
        return;
    }
    html.element("<h2>", &book.say("releases"), "</h2>\n<ul class=\"rows\">");
    for release in shell.published.releases.iter().rev() {
        row(shell, language, (release, release.release.assets.len()), here, html);
    }
    html.raw("</ul>\n");
}

/// A release in a list.
pub(super) fn row(
    shell: &Shell<'_>,
    language: &str,
    (release, assets): (&PublicRelease, usize),
    here: &Here,
    html: &mut Html,
) {
    let (book, name) = (shell.book(language), &release.release.name);
    html.raw("<li><a href=\"").text(&here.to(&address::release(&shell.root(language), name))).raw("\">").text(name);
    html.raw("</a> <time datetime=\"").text(&release.at.to_string()).raw("\">").text(&book.moment(release.at));
    html.raw("</time> <span>");
    html.text(&book.fill("asset-count", &[("count", assets.to_string())])).raw("</span>");
    if let Some(embargo) = release.embargo {
        html.raw(" <span class=\"badge mind\">").text(&book.moment(embargo.until)).raw("</span>");
    }
    html.raw("</li>\n");
}
