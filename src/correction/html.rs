//! The recall list for paper: one page that needs no other file, with a box to tick for each call and each placement.

use super::affected::Affected;
use super::recall::{Beyond, Holder, PlacementState, Recall, Takedown, Urgency};
use crate::diagnostic::{MessageLanguage, Wording};
use crate::html::Html;
use crate::ledger::Version;

/// The rules of the page.
const CSS: &str = include_str!("recall.css");

/// Writes the page: what shows the cells, who holds it, what hangs where.
pub fn html(title: &str, affected: &[Affected], recall: &Recall, messages: MessageLanguage) -> String {
    let wording = Wording::new(messages);
    let say = |id: &str| wording.say(id, &[]);
    let mut html = Html::new();
    html.raw("<!doctype html>\n<html lang=\"").text(messages.code()).raw("\">\n<head><meta charset=\"utf-8\">");
    html.raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>").text(title);
    html.raw("</title>\n<style>").css(CSS).raw("</style></head>\n<body><header>");
    head(&mut html, title, recall, messages, &wording);
    html.raw("</header><main>\n");
    section(&mut html, &say("recall-holders"), recall.holders.len(), |html| {
        recall.holders.iter().for_each(|one| holder(html, one, &wording));
        recall.beyond.iter().for_each(|one| beyond(html, one, &wording));
    });
    if !recall.placements.is_empty() {
        section(&mut html, &say("recall-placements"), recall.placements.len(), |html| {
            recall.placements.iter().for_each(|one| takedown(html, one, &wording));
        });
    }
    if !recall.packs.is_empty() {
        section(&mut html, &say("recall-packs"), recall.packs.len(), |html| {
            for pack in &recall.packs {
                html.element("<li><i></i><div><h3>", pack, "</h3></div></li>\n");
            }
        });
    }
    if !affected.is_empty() {
        section(&mut html, &say("recall-versions"), affected.len(), |html| {
            affected.iter().for_each(|one| shown(html, one));
        });
    }
    html.raw("</main></body></html>\n");
    html.done()
}

/// What is corrected, when, and why.
fn head(html: &mut Html, title: &str, recall: &Recall, messages: MessageLanguage, wording: &Wording) {
    let vietnamese = messages == MessageLanguage::Vietnamese;
    if let Some(notice) = &recall.notice {
        html.raw("<p class=\"stamp\">").text(&notice.kind.word(vietnamese).to_uppercase()).raw(" · #");
        html.text(&notice.number.to_string()).raw("</p>");
    }
    html.element("<h1>", title, "</h1>");
    let Some(notice) = &recall.notice else { return };
    html.element("<p class=\"lead\">", &moment(notice.at), "</p>");
    if let Some(note) =
        crate::language::words(&notice.note, messages.code()).or(notice.note.values().next().map(String::as_str))
    {
        html.element("<p>", note, "</p>");
    }
    if notice.cells.is_empty() {
        return;
    }
    html.raw("<table><tr><th>").text(&wording.say("recall-cell", &[])).raw("</th><th>");
    html.text(&wording.say("recall-before", &[]))
        .raw("</th><th>")
        .text(&wording.say("recall-after", &[]))
        .raw("</th></tr>");
    for change in &notice.cells {
        html.element("<tr><td><code>", &change.cell, "</code></td><td class=\"old\">").text(&change.before);
        html.element("</td><td class=\"new\">", &change.after, "</td></tr>");
    }
    html.raw("</table>");
}

/// A part of the page.
fn section(html: &mut Html, title: &str, count: usize, rows: impl FnOnce(&mut Html)) {
    html.raw("<section><h2>").text(title).raw("<small>").text(&count.to_string()).raw("</small></h2><ul>\n");
    rows(html);
    html.raw("</ul></section>\n");
}

/// Someone to be told.
fn holder(html: &mut Html, holder: &Holder, wording: &Wording) {
    let urgency = holder.urgency.map_or("", Urgency::name);
    html.raw("<li class=\"").text(urgency).raw("\"><i></i><div><h3>").text(&holder.name);
    if let Some(urgency) = holder.urgency {
        let days = [("days", holder.days.to_string())];
        html.element("<em>", &wording.say(&format!("recall-{}", urgency.name()), &days), "</em>");
    }
    html.raw("</h3><p>").text(&holder.email);
    if !holder.listed {
        html.raw(" ").text(&wording.say("recall-unlisted", &[]));
    }
    html.raw("</p>");
    if let Some(answer) = &holder.confirmed {
        html.raw("<p>").text(&moment(answer.at)).raw(" ").text(&answer.note).raw("</p>");
    }
    html.raw("<p class=\"held\">");
    for (at, held) in holder.held.iter().enumerate() {
        html.raw(if at == 0 { "" } else { "<br>" }).text(&named(&held.version)).raw(" · ").text(held.door.name());
        if let Some(pack) = &held.pack {
            html.raw(" ").text(pack);
        }
        html.raw(" · ").text(&moment(held.at));
    }
    html.raw("</p></div></li>\n");
}

/// Holders without a name.
fn beyond(html: &mut Html, beyond: &Beyond, wording: &Wording) {
    html.raw("<li class=\"beyond\"><b>?</b><div><h3>").text(&beyond_words(beyond, wording)).raw("</h3></div></li>\n");
}

/// Who they are and how many, in a sentence.
fn beyond_words(beyond: &Beyond, wording: &Wording) -> String {
    match (beyond.door, beyond.count) {
        (None, _) => wording.say("recall-never-known", &[]),
        (Some(door), Some(count)) => {
            wording.say("recall-at-least", &[("door", door.name().to_owned()), ("count", count.to_string())])
        }
        (Some(door), None) => wording.say("recall-uncounted", &[("door", door.name().to_owned())]),
    }
}

/// A placement to take down.
fn takedown(html: &mut Html, takedown: &Takedown, wording: &Wording) {
    let placement = &takedown.placement;
    html.raw("<li class=\"").text(if takedown.state == PlacementState::Up { "call" } else { "done" });
    html.raw("\"><i></i><div><h3>").text(&placement.place);
    html.element("<em>", &wording.say(&format!("recall-{}", takedown.state.name()), &[]), "</em>");
    html.raw("</h3><p>");
    let until = placement.until.map(|until| until.to_string()).unwrap_or_default();
    let version = placement.version.map_or_else(|| "v?".to_owned(), |version| format!("v{version:02}"));
    let facts =
        [&placement.id, &placement.asset, &version, &placement.format, &placement.size, &placement.contact, &until];
    let facts: Vec<&str> = facts.into_iter().map(String::as_str).filter(|fact| !fact.is_empty()).collect();
    html.text(&facts.join(" · ")).raw("</p></div></li>\n");
}

/// A version that shows the cells.
fn shown(html: &mut Html, one: &Affected) {
    html.raw("<li><div><h3>").text(&one.headline).raw("</h3><p>").text(&named(&one.version)).raw(" · ");
    html.text(&one.formats.iter().cloned().collect::<Vec<_>>().join(", ")).raw("</p><p class=\"texts\">");
    for shown in &one.shown {
        html.raw(if shown.own { "<b>" } else { "<span>" }).text(&shown.text).raw(if shown.own {
            "</b>"
        } else {
            "</span>"
        });
    }
    html.raw("</p></div></li>\n");
}

/// Asset and version.
fn named(version: &Version) -> String {
    format!("{} v{:02}", version.asset, version.version)
}

/// A moment, to the minute.
fn moment(at: jiff::Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M UTC").to_string()
}
