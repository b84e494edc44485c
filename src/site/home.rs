//! The first page: the latest notice, the newest picture large, the newest ones, the releases.

use super::card::{Shown, cards, headline, picture, time, works};
use super::page::{Here, Page, Shell};
use super::record::is_figure;
use super::{release, said};
use crate::feed::{address, notice_title};
use crate::html::Html;
use crate::language::words;
use crate::published::NoticeKind;

/// Most cards on it.
const MOST: usize = 24;
/// Most of them of one product: a hundred cards of units would hide all else.
const MOST_OF_ONE: usize = 4;

/// The page in a language.
pub(super) fn page(shell: &Shell<'_>, language: &str) -> Page {
    let (published, book) = (shell.published, shell.book(language));
    let title = said(&published.facts.title, language).to_owned();
    let mut page = shell.page(language, "", title.clone());
    let here = Here::at(&page.path);
    page.description = book.fill("home-lead", &[("title", title.clone())]);
    page.updated = published.versions().map(|(_, version)| version.updated).max();
    let mut html = Html::new();
    latest_notice(shell, language, &here, &mut html);
    let first = shell.languages().next().unwrap_or(language);
    let all = works(published.assets.iter(), language, first);
    // The page opens with something that may be used, and a picture of it.
    let (mut usable, other): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|(asset, _)| asset.current(published.now).is_some());
    usable.extend(other);
    let hero = hero(shell, &usable);
    if let Some((asset, version)) = hero {
        html.raw("<article class=\"hero\"><a href=\"").text(&here.to(&address::asset(&asset.asset))).raw("\" lang=\"");
        html.text(&version.asset.language).raw("\"><span class=\"pane\">");
        picture(version, &here, true, &mut html);
        html.raw("</span><span class=\"words\"><span class=\"when\">");
        time(shell, language, version, &mut html);
        html.element("</span><h1>", headline(version), "</h1>");
        html.element("<span class=\"lead\">", &version.asset.caption, "</span></span></a></article>\n");
        page.image = super::preview::source(version).map(address::preview);
    } else {
        html.element("<h1>", &title, "</h1>");
    }
    let rest = some_of_each(usable.iter().copied().filter(|(asset, _)| hero.is_none_or(|(first, _)| first != *asset)));
    if usable.is_empty() {
        html.element("<p class=\"lead\">", &book.say("nothing-yet"), "</p>");
    } else if !rest.is_empty() {
        html.element("<h2>", &book.say("newest"), "</h2>\n");
        cards(shell, &rest, language, &here, &mut html);
    }
    release::list(shell, language, &here, &mut html);
    page.body = html;
    page
}

/// What the page opens with: of what may be used and has a picture the newest that shows figures, else the newest.
fn hero<'a>(shell: &Shell<'_>, all: &[Shown<'a>]) -> Option<Shown<'a>> {
    let mut fit = all.iter().filter(|(asset, version)| {
        asset.current(shell.published.now).is_some() && super::preview::source(version).is_some()
    });
    let newest = fit.clone().next()?;
    let figures = |shown: &&Shown<'_>| {
        shown.1.at == newest.1.at && shown.1.asset.key.is_none() && shown.1.asset.numbers().iter().any(|n| is_figure(n))
    };
    fit.find(figures).or(Some(newest)).copied()
}

/// The first assets, of each product only some.
fn some_of_each<'a>(all: impl Iterator<Item = Shown<'a>>) -> Vec<Shown<'a>> {
    let mut counts: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    all.filter(|(_, version)| {
        let count = counts.entry(version.asset.product.as_str()).or_default();
        *count += 1;
        *count <= MOST_OF_ONE
    })
    .take(MOST)
    .collect()
}

/// The latest correction, kill or pause, over everything else.
fn latest_notice(shell: &Shell<'_>, language: &str, here: &Here, html: &mut Html) {
    let grave = |kind| !matches!(kind, NoticeKind::Resumed | NoticeKind::Update);
    let Some(notice) = shell.published.notices.iter().rev().find(|notice| grave(notice.kind)) else { return };
    let book = shell.book(language);
    html.raw("<aside class=\"banner notice\"><b>").text(&notice_title(shell.published, notice, book)).raw("</b> <p>");
    html.text(words(&notice.note, language).unwrap_or_default()).raw(" <time datetime=\"").text(&notice.at.to_string());
    html.raw("\">").text(&book.day(notice.at)).raw("</time></p><a href=\"");
    html.text(&here.to(&address::notice(&shell.root(language), notice.number))).raw("\">");
    html.text(&book.say("read-more")).raw("</a></aside>\n");
}
