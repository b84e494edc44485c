//! The calendar: what came out, by the campaign's phases and by reporting period. What is held back stands nowhere in it;
//! phases are the campaign's plan, which is public.

use super::page::{Here, Page, Shell};
use super::release::row;
use crate::html::Html;
use crate::language::words;
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
    let phases = &shell.published.facts.phases;
    for phase in phases {
        let has = |release: &PublicRelease| release.release.assets.iter().any(|asset| asset.phase == phase.key);
        let of_phase: Vec<&PublicRelease> = shell.published.releases.iter().filter(|release| has(release)).collect();
        html.element("<h2>", words(&phase.title, language).unwrap_or(&phase.key), "</h2>\n");
        by_period(shell, language, &of_phase, &here, &mut html);
    }
    let in_none = |release: &PublicRelease| {
        let known = |key: &str| phases.iter().any(|phase| phase.key == key);
        release.release.assets.iter().any(|asset| !known(&asset.phase))
    };
    let rest: Vec<&PublicRelease> = shell.published.releases.iter().filter(|release| in_none(release)).collect();
    if phases.is_empty() || !rest.is_empty() {
        if !phases.is_empty() {
            html.element("<h2>", &book.say("no-phase"), "</h2>\n");
        }
        by_period(shell, language, &rest, &here, &mut html);
    }
    page.body = html;
    page
}

/// Releases by reporting period, the newest first.
fn by_period(shell: &Shell<'_>, language: &str, releases: &[&PublicRelease], here: &Here, html: &mut Html) {
    let book = shell.book(language);
    let mut periods: Vec<(&str, Vec<&PublicRelease>)> = Vec::new();
    for release in releases.iter().rev() {
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
        html.element("<h3>", &title, "</h3>\n<ul class=\"rows\">");
        for release in releases {
            row(shell, language, release, here, html);
        }
        html.raw("</ul>\n");
    }
    if periods.is_empty() {
        html.element("<p>", &book.say("nothing-yet"), "</p>");
    }
}
