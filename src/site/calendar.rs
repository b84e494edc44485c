//! The calendar: what came out, by the campaign's phases and by reporting period. What is held back stands nowhere in it;
//! phases are the campaign's plan, which is public.

use super::page::{Here, Page, Shell};
use super::release::row;
use crate::html::Html;
use crate::language::words;
use crate::published::PublicRelease;
use crate::release::ReleasedAsset;

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
        html.element("<h2>", words(&phase.title, language).unwrap_or(&phase.key), "</h2>\n");
        by_period(shell, language, |asset| asset.phase == phase.key, &here, &mut html);
    }
    let in_none = |asset: &ReleasedAsset| phases.iter().all(|phase| phase.key != asset.phase);
    if phases.is_empty() || shell.published.releases.iter().any(|seen| seen.release.assets.iter().any(in_none)) {
        if !phases.is_empty() {
            html.element("<h2>", &book.say("no-phase"), "</h2>\n");
        }
        by_period(shell, language, in_none, &here, &mut html);
    }
    page.body = html;
    page
}

/// Releases that have some assets, by reporting period, the newest first; each with how many of them it has.
fn by_period(
    shell: &Shell<'_>,
    language: &str,
    is_meant: impl Fn(&ReleasedAsset) -> bool,
    here: &Here,
    html: &mut Html,
) {
    let book = shell.book(language);
    let mut periods: Vec<(&str, Vec<(&PublicRelease, usize)>)> = Vec::new();
    for release in shell.published.releases.iter().rev() {
        let assets = release.release.assets.iter().filter(|asset| is_meant(asset)).count();
        let period = release.release.campaign.period.as_str();
        match periods.iter_mut().find(|(known, _)| *known == period) {
            _ if assets == 0 => {}
            Some((_, releases)) => releases.push((release, assets)),
            None => periods.push((period, vec![(release, assets)])),
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
            row(shell, language, *release, here, html);
        }
        html.raw("</ul>\n");
    }
    if periods.is_empty() {
        html.element("<p>", &book.say("nothing-yet"), "</p>");
    }
}
