//! The public ledger of corrections: every notice there ever was, newest first, none ever taken out.

use serde_json::{Value, json};

use super::page::{Here, Page, Shell};
use super::record::label;
use crate::feed::{Wordbook, address, notice_title};
use crate::html::Html;
use crate::language::words;
use crate::published::{Notice, NoticeKind, PublicAsset};

/// The page in a language.
pub(super) fn page(shell: &Shell<'_>, language: &str) -> Page {
    let (published, book) = (shell.published, shell.book(language));
    let mut page = shell.page(language, "corrections/", book.say("corrections"));
    let here = Here::at(&page.path);
    page.description = book.say("corrections-lead");
    page.updated = published.notices.iter().map(|notice| notice.at).max();
    let notices: Vec<Value> = published.notices.iter().map(|notice| data(shell, notice, &page, book)).collect();
    if !notices.is_empty() {
        page.data = Some(json!({"@context": "https://schema.org", "@graph": notices}));
    }
    let mut html = Html::new();
    html.element("<h1>", &page.title, "</h1>").element("<p class=\"lead\">", &page.description, "</p>\n");
    html.raw("<dl class=\"terms\">");
    for (term, meaning) in [
        (NoticeKind::Update, "means-update"),
        (NoticeKind::Revision, "means-revision"),
        (NoticeKind::Correction, "means-correction"),
        (NoticeKind::Kill, "means-kill"),
        (NoticeKind::Withheld, "means-withheld"),
    ] {
        html.raw("<div><dt>").text(term.word(book.is_vietnamese())).raw("</dt><dd>").text(&book.say(meaning));
        html.raw("</dd></div>");
    }
    html.raw("</dl>\n");
    if published.notices.is_empty() {
        html.element("<p>", &book.say("no-corrections"), "</p>");
    }
    for notice in published.notices.iter().rev() {
        written(shell, notice, language, &here, &mut html);
    }
    page.body = html;
    page
}

/// One notice.
fn written(shell: &Shell<'_>, notice: &Notice, language: &str, here: &Here, html: &mut Html) {
    let book = shell.book(language);
    let tone = match notice.kind {
        NoticeKind::Kill | NoticeKind::Withheld => "stop",
        NoticeKind::Correction => "fixed",
        _ => "mind",
    };
    html.raw("<article class=\"notice-entry\" id=\"n")
        .text(&notice.number.to_string())
        .raw("\"><header><span class=\"badge ");
    html.raw(tone)
        .raw("\">")
        .text(&notice.kind.word(book.is_vietnamese()).to_uppercase())
        .raw("</span> <time datetime=\"");
    html.text(&notice.at.to_string()).raw("\">").text(&book.moment(notice.at)).raw("</time> <span class=\"code\">#");
    html.text(&notice.number.to_string()).raw("</span></header>\n");
    let note = words(&notice.note, language).unwrap_or_default();
    html.element("<p class=\"note\">", note, "</p>\n");
    if !notice.cells.is_empty() {
        html.raw("<table><thead><tr><th scope=\"col\">").text(&book.say("cell")).raw("</th><th scope=\"col\">");
        html.text(&book.say("before")).raw("</th><th scope=\"col\">").text(&book.say("after"));
        html.raw("</th></tr></thead><tbody>");
        for change in &notice.cells {
            html.raw("<tr><td>").text(&label(shell, &change.cell, language));
            html.raw(" <code>").text(&change.cell).raw("</code></td><td><del>").text(&change.before);
            html.raw("</del></td><td><ins>").text(&change.after).raw("</ins></td></tr>");
        }
        html.raw("</tbody></table>\n");
    }
    html.raw("<ul class=\"rows\">");
    for version in &notice.versions {
        html.raw("<li><a href=\"").text(&here.to(&address::asset(&version.asset))).raw("\">");
        let latest = shell.published.asset(&version.asset).and_then(PublicAsset::latest);
        html.text(latest.map_or(version.asset.as_str(), super::card::headline)).raw("</a> <span class=\"code\">");
        html.text(&format!("v{:02}", version.version));
        let by = notice.replaced.iter().find(|one| one.asset == version.asset && one.version == version.version);
        if let Some(by) = by {
            html.text(&format!(" → v{:02}", by.by));
        }
        html.raw("</span>");
        if let Some(latest) = latest.filter(|latest| latest.asset.language != language) {
            html.element(" <span class=\"code\">", &latest.asset.language, "</span>");
        }
        html.raw("</li>\n");
    }
    html.raw("</ul></article>\n");
}

/// A notice as schema.org says it.
fn data(shell: &Shell<'_>, notice: &Notice, page: &Page, book: &Wordbook) -> Value {
    let facts = &shell.published.facts;
    let about: Vec<Value> = notice
        .versions
        .iter()
        .map(|version| json!({"@id": address::absolute(facts, &address::asset(&version.asset))}))
        .collect();
    json!({
        "@type": "CorrectionComment",
        "@id": address::absolute(facts, &format!("{}#n{}", page.path, notice.number)),
        "name": notice_title(shell.published, notice, book),
        "text": words(&notice.note, &page.language).unwrap_or_default(),
        "datePublished": notice.at.to_string(),
        "inLanguage": page.language,
        "about": about,
    })
}
