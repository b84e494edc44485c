//! Feeds, licence and credit, contact.

use super::page::{Here, Page, Shell};
use super::said;
use crate::feed::{Channel, Scope, channels};
use crate::html::Html;

/// The pages in a language.
pub(super) fn pages(shell: &Shell<'_>, language: &str) -> [Page; 3] {
    [feeds(shell, language), licence(shell, language), contact(shell, language)]
}

/// All feeds there are.
fn feeds(shell: &Shell<'_>, language: &str) -> Page {
    let book = shell.book(language);
    let mut page = shell.page(language, "feeds/", book.say("nav-feeds"));
    let here = Here::at(&page.path);
    page.description = book.say("feeds-lead");
    let mut html = Html::new();
    html.element("<h1>", &page.title, "</h1>").element("<p class=\"lead\">", &page.description, "</p>\n");
    let mut all: Vec<Channel> = channels(shell.published).into_iter().collect();
    all.sort_by_key(|channel| channel.language != language);
    for (title, wanted) in [("feeds-whole", 0), ("feeds-topic", 1), ("feeds-product", 2), ("feeds-unit", 3)] {
        let of = |scope: &Scope| match scope {
            Scope::All | Scope::Corrections => 0,
            Scope::Topic(_) => 1,
            Scope::Product(_) => 2,
            Scope::Unit(..) => 3,
        };
        let some: Vec<&Channel> = all.iter().filter(|channel| of(&channel.scope) == wanted).collect();
        if some.is_empty() {
            continue;
        }
        html.element("<h2>", &book.say(title), "</h2>\n<ul class=\"rows feeds\">");
        for channel in some {
            row(shell, channel, language, &here, &mut html);
        }
        html.raw("</ul>\n");
    }
    page.body = html;
    page
}

/// One feed in its forms.
fn row(shell: &Shell<'_>, channel: &Channel, language: &str, here: &Here, html: &mut Html) {
    let name = match &channel.scope {
        Scope::All => shell.book(language).say("feeds-all"),
        Scope::Corrections => shell.book(language).say("corrections"),
        Scope::Product(name) | Scope::Topic(name) => name.clone(),
        Scope::Unit(table, key) => shell.records.name((table, key), &channel.language),
    };
    html.raw("<li><span>")
        .text(&name)
        .raw(" <span class=\"code\">")
        .text(&channel.language)
        .raw("</span></span> <span>");
    for (ending, word) in [("atom", "Atom"), ("json", "JSON Feed"), ("ninjs.json", "ninjs")] {
        if channel.scope == Scope::Corrections && ending == "ninjs.json" {
            continue;
        }
        html.raw("<a href=\"").text(&here.to(&channel.address(ending))).raw("\">").text(word).raw("</a> ");
    }
    html.raw("</span></li>\n");
}

/// Who may use what, and how to name the source.
fn licence(shell: &Shell<'_>, language: &str) -> Page {
    let (book, rights) = (shell.book(language), &shell.published.facts.rights);
    let mut page = shell.page(language, "licence/", book.say("nav-licence"));
    page.description = said(&rights.usage_terms, language).to_owned();
    let mut html = Html::new();
    html.element("<h1>", &page.title, "</h1>").element(
        "<p class=\"lead\">",
        &page.description,
        "</p>\n<dl class=\"facts\">",
    );
    for (title, text) in
        [("credit", said(&rights.credit_line, language)), ("copyright", said(&rights.copyright_notice, language))]
    {
        if !text.is_empty() {
            html.raw("<div><dt>").text(&book.say(title)).raw("</dt><dd>").text(text).raw("</dd></div>");
        }
    }
    if is_web(&rights.license_url) {
        html.raw("<div><dt>").text(&book.say("licence-text")).raw("</dt><dd><a rel=\"license\" href=\"");
        html.text(&rights.license_url).raw("\">").text(&rights.license_url).raw("</a></dd></div>");
    }
    html.element("</dl>\n<p>", &book.say("licence-unaltered"), "</p>\n");
    page.body = html;
    page
}

/// Whom to ask.
fn contact(shell: &Shell<'_>, language: &str) -> Page {
    let (book, rights) = (shell.book(language), &shell.published.facts.rights);
    let mut page = shell.page(language, "contact/", book.say("nav-contact"));
    page.description = book.say("contact-lead");
    let mut html = Html::new();
    html.element("<h1>", &page.title, "</h1>").element("<p class=\"lead\">", &page.description, "</p>\n");
    html.element("<p><b>", said(&rights.creator, language), "</b></p>\n<ul class=\"rows\">");
    if !rights.contact_email.is_empty() {
        html.raw("<li><a href=\"mailto:")
            .text(&rights.contact_email)
            .raw("\">")
            .text(&rights.contact_email)
            .raw("</a></li>");
    }
    if is_web(&rights.contact_url) {
        html.raw("<li><a href=\"").text(&rights.contact_url).raw("\">").text(&rights.contact_url).raw("</a></li>");
    }
    html.raw("</ul>\n");
    page.body = html;
    page
}

/// Whether an address is one of the web; others could be made to run something.
fn is_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}
