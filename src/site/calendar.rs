//! The calendar: what came out, by reporting period. What is held back stands nowhere in it.

use super::page::{Here, Page, Shell};
use super::release::row;
use crate::html::Html;
use crate::published::PublicRelease;

/// The page in a language.
pub(super) fn page(shell: &Shell<'_>, language: &str) -> Page {
    let book = shell.book(language);
    let mut page = shell.page(language, "calendar/", book.say("nav-calendar"));
    let here = Here::at(&page.path);
    page.description = book.say("calendar-lead");
    page.updated = shell.published.releases.iter().map(|release| release.at).max();
    let mut html = Html::new();
    html.element("<h1>", &page.title, "</h1>").element("<p class=\"lead\">", &page.description, "</p>\n");
    let mut periods: Vec<(&str, Vec<&PublicRelease>)> = Vec::new();
    for release in shell.published.releases.iter().rev() {
        let period = release.release.campaign.period.as_str();
        match periods.iter_mut().find(|(known, _)| *known == period) {
            Some((_, releases)) => releases.push(release),
            None => periods.push((period, vec![release])),
        }
    }
    for (period, releases) in &periods {
        let title = if period.is_empty() {
            book.say("no-period")
        } else {
            book.fill("period", &[("period", (*period).to_owned())])
        };
        html.element("<h2>", &title, "</h2>\n<ul class=\"rows\">");
        for release in releases {
            row(shell, language, release, &here, &mut html);
        }
        html.raw("</ul>\n");
    }
    if periods.is_empty() {
        html.element("<p>", &book.say("nothing-yet"), "</p>");
    }
    page.body = html;
    page
}
