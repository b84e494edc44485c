//! An asset's page, for ever at its address: what it is, how it stands, its files, words, numbers and versions.

use super::card::{headline, picture, time};
use super::page::{Here, Page, Shell};
use super::record::{is_figure, large, source, subject};
use super::standing::{Tone, banner, standing};
use super::{data, preview, said};
use crate::feed::{Wordbook, address};
use crate::html::Html;
use crate::language::words;
use crate::lineage::Number;
use crate::published::{PublicAsset, PublicVersion};
use crate::release::ReleasedFile;

/// Numbers that are shown at once; a table of a hundred rows opens on demand.
const MOST_NUMBERS: usize = 24;

/// The page.
pub(super) fn page(shell: &Shell<'_>, asset: &PublicAsset) -> Page {
    let path = address::asset(&asset.asset);
    let here = Here::at(&path);
    let mut html = Html::new();
    // An asset that is seen has a version.
    let Some(version) = asset.latest() else { return shell.page("", &path, String::new()) };
    let language = shell.language(&version.asset.language).to_owned();
    let book = shell.book(&language);
    let served = version.is_served();
    kicker(shell, version, &language, &here, &mut html);
    html.element("<h1>", headline(version), "</h1>\n");
    banner(shell, asset, version, &here, &mut html);
    if served {
        html.raw("<div class=\"sheet\"><figure>");
        enlarged(version, &here, &mut html);
        html.element(
            "<figcaption>",
            said(&shell.published.facts.rights.credit_line, &language),
            "</figcaption></figure>\n<div>",
        );
        facts(shell, asset, version, &here, &mut html);
        downloads(version, book, &here, &mut html);
        html.raw("</div></div>\n");
        said_of(shell, version, &language, &mut html);
        numbers(shell, version, &language, &here, &mut html);
    } else {
        html.raw("<div class=\"narrow\">");
        facts(shell, asset, version, &here, &mut html);
        html.raw("</div>");
    }
    versions(shell, asset, book, &here, &mut html);
    rights(shell, &language, &here, &mut html);
    let about = &version.asset;
    Page {
        path,
        title: headline(version).to_owned(),
        description: if served { about.caption.clone() } else { String::new() },
        image: preview::source(version).filter(|_| served).map(address::preview),
        data: Some(data::image(shell, asset, version)),
        translations: twins(shell, version)
            .map(|(other, of)| (of.asset.language.clone(), address::asset(&other.asset)))
            .collect(),
        updated: asset.versions.iter().map(|version| version.updated).max(),
        listed: true,
        light: false,
        language,
        body: html,
    }
}

/// The same in other languages.
fn twins<'a>(
    shell: &'a Shell<'_>,
    version: &'a PublicVersion,
) -> impl Iterator<Item = (&'a PublicAsset, &'a PublicVersion)> {
    let (about, work) = (&version.asset, version.asset.work());
    let all = shell.published.assets.iter().filter_map(|asset| Some((asset, asset.latest()?)));
    all.filter(move |(_, other)| {
        other.asset.language != about.language && other.asset.theme == about.theme && other.asset.work() == work
    })
}

/// Where it belongs: its release, its record.
fn kicker(shell: &Shell<'_>, version: &PublicVersion, language: &str, here: &Here, html: &mut Html) {
    let root = shell.root(language);
    html.raw("<p class=\"kicker\"><a href=\"").text(&here.to(&address::release(&root, &version.release))).raw("\">");
    let book = shell.book(language);
    html.text(&book.fill("release-title", &[("name", version.release.clone())])).raw("</a>");
    if let (Some(table), Some(key)) = (&version.asset.table, &version.asset.key)
        && shell.records.has((table, key))
    {
        html.raw(" · <a href=\"").text(&here.to(&address::record(&root, table, key))).raw("\">");
        html.text(&shell.records.name((table, key), language)).raw("</a>");
    }
    html.raw("</p>");
}

/// Its picture, which leads to the file it was made of.
fn enlarged(version: &PublicVersion, here: &Here, html: &mut Html) {
    match preview::source(version) {
        Some(file) => {
            html.raw("<a href=\"").text(&here.to(&address::file(file))).raw("\">");
            picture(version, here, false, html);
            html.raw("</a>");
        }
        None => picture(version, here, false, html),
    }
}

/// Status, code, version, when.
fn facts(shell: &Shell<'_>, asset: &PublicAsset, version: &PublicVersion, here: &Here, html: &mut Html) {
    let language = shell.language(&version.asset.language);
    let book = shell.book(language);
    let (tone, word) = standing(shell, version, book);
    html.raw("<dl class=\"facts\"><div><dt>").text(&book.say("status")).raw("</dt><dd><span class=\"badge ");
    html.raw(tone.class()).raw("\">").text(&word).raw("</span></dd></div><div><dt>").text(&book.say("version"));
    html.raw("</dt><dd>").text(&format!("v{:02}", version.version)).raw("</dd></div><div><dt>");
    html.text(&book.say("published")).raw("</dt><dd>");
    time(shell, language, version, html);
    html.raw("</dd></div>");
    if let Some(path) = address::code(&version.asset.code) {
        html.raw("<div><dt>").text(&book.say("code")).raw("</dt><dd><a class=\"code\" href=\"").text(&here.to(&path));
        html.raw("\">").text(&version.asset.code).raw("</a></dd></div>");
    }
    html.raw("<div><dt>").text(&book.say("name")).raw("</dt><dd class=\"code\">").text(&asset.asset).raw("</dd></div>");
    html.raw("</dl>\n");
    let twins: Vec<_> = twins(shell, version).collect();
    if !twins.is_empty() {
        html.element("<p class=\"twins\">", &book.say("other-languages"), " ");
        for (other, of) in twins {
            html.raw("<a lang=\"")
                .text(&of.asset.language)
                .raw("\" href=\"")
                .text(&here.to(&address::asset(&other.asset)));
            html.raw("\">").text(&Wordbook::of(&of.asset.language).say("language-name")).raw("</a> ");
        }
        html.raw("</p>\n");
    }
}

/// Its files.
fn downloads(version: &PublicVersion, book: &Wordbook, here: &Here, html: &mut Html) {
    html.element("<h2>", &book.say("downloads"), "</h2>\n<ul class=\"files\">");
    for file in &version.asset.files {
        html.raw("<li><a download href=\"").text(&here.to(&address::file(file))).raw("\"><b>").text(&file.format);
        html.raw("</b> <span>").text(&size_of(file, book)).raw("</span></a></li>\n");
    }
    html.raw("</ul>\n<details><summary>SHA-256</summary><dl class=\"sums\">");
    for file in &version.asset.files {
        html.raw("<dt>").text(&file.name).raw("</dt><dd><code>").text(&file.sha256).raw("</code></dd>");
    }
    html.raw("</dl></details>\n");
}

/// File type, pixels and length of a file.
pub(super) fn size_of(file: &ReleasedFile, book: &Wordbook) -> String {
    let kind = file.encoding.name().to_uppercase();
    let mut parts = vec![kind];
    if file.width > 0 && file.encoding.longest_side().is_some() {
        parts.push(format!("{} × {} px", file.width, file.height));
    }
    if file.page > 1 {
        parts.push(book.fill("page-number", &[("page", file.page.to_string())]));
    }
    parts.push(length(file.bytes, book));
    parts.join(" · ")
}

/// A length in bytes, as people read it.
pub(super) fn length(bytes: u64, book: &Wordbook) -> String {
    let (mega, kilo) = (bytes / 100_000, bytes.div_ceil(1000));
    let point = if book.is_vietnamese() { ',' } else { '.' };
    if mega >= 10 { format!("{}{point}{} MB", mega / 10, mega % 10) } else { format!("{kilo} kB") }
}

/// Caption, alt text, long description.
fn said_of(shell: &Shell<'_>, version: &PublicVersion, language: &str, html: &mut Html) {
    let (about, book) = (&version.asset, shell.book(language));
    html.raw("<section class=\"said\">");
    let credit = said(&shell.published.facts.rights.credit_line, language);
    for (title, id, text) in [
        ("caption", "caption", about.caption.as_str()),
        ("credit", "credit", credit),
        ("alt-text", "alt", &about.alt_text),
        ("description", "description", &about.description),
    ] {
        if text.is_empty() {
            continue;
        }
        html.raw("<div class=\"quote\"><h2>")
            .text(&book.say(title))
            .raw("</h2><p id=\"")
            .text(id)
            .raw("\">")
            .text(text);
        html.raw("</p><button type=\"button\" hidden data-copy=\"").text(id).raw("\" data-done=\"");
        html.text(&book.say("copied")).raw("\">").text(&book.say("copy")).raw("</button></div>\n");
    }
    html.raw("</section>\n");
}

/// The numbers drawn on it, large, each with its cell and source; those of long tables fold away.
pub(super) fn numbers(shell: &Shell<'_>, version: &PublicVersion, language: &str, here: &Here, html: &mut Html) {
    let book = shell.book(language);
    let numbers = version.asset.numbers();
    let numbers: Vec<&Number> = numbers.into_iter().filter(|number| is_figure(number)).collect();
    if numbers.is_empty() {
        return;
    }
    let (first, rest) = numbers.split_at(numbers.len().min(MOST_NUMBERS));
    html.element("<h2>", &book.say("numbers"), "</h2>\n<dl class=\"figures\">");
    first.iter().for_each(|number| figure(shell, number, version, language, here, html));
    html.raw("</dl>\n");
    if !rest.is_empty() {
        html.raw("<details class=\"rest\"><summary>");
        html.text(&book.fill("more-numbers", &[("count", rest.len().to_string())]))
            .raw("</summary><dl class=\"figures\">");
        rest.iter().for_each(|number| figure(shell, number, version, language, here, html));
        html.raw("</dl></details>\n");
    }
}

/// One number.
fn figure(shell: &Shell<'_>, number: &Number, version: &PublicVersion, language: &str, here: &Here, html: &mut Html) {
    let cells = || number.cells.iter().filter_map(|cell| address::cell(cell));
    let record = cells().next().map(|(table, key, _)| (table, key));
    let alone = record.filter(|one| cells().all(|(table, key, _)| (table, key) == *one) && shell.records.has(*one));
    html.raw("<div><dt>");
    let subject = subject(shell, number, language);
    match alone {
        Some((table, key)) => {
            html.raw("<a href=\"").text(&here.to(&address::record(&shell.root(language), table, key))).raw("\">");
            html.text(&subject).raw("</a>");
        }
        None => {
            html.text(&subject);
        }
    }
    html.raw("</dt><dd>");
    large(number, html);
    source(number, &version.asset.period, html);
    html.raw("<small class=\"cells\">").text(&number.cells.iter().take(2).cloned().collect::<Vec<_>>().join(", "));
    if number.cells.len() > 2 {
        let more = (number.cells.len() - 2).to_string();
        html.raw(" ").text(&shell.book(language).fill("and-others", &[("count", more)]));
    }
    html.raw("</small></dd></div>\n");
}

/// Its versions, newest first, each with how it stands; old ones keep their files while they may be had.
fn versions(shell: &Shell<'_>, asset: &PublicAsset, book: &Wordbook, here: &Here, html: &mut Html) {
    html.element("<h2>", &book.say("versions"), "</h2>\n<ol class=\"versions\">");
    for version in asset.versions.iter().rev() {
        let (tone, word) = standing(shell, version, book);
        html.raw("<li id=\"").text(&format!("v{:02}", version.version)).raw("\"><b>");
        html.text(&format!("v{:02}", version.version)).raw("</b> <span class=\"badge ").raw(tone.class()).raw("\">");
        html.text(&word).raw("</span> <time datetime=\"").text(&version.at.to_string()).raw("\">");
        html.text(&book.moment(version.at)).raw("</time> <a href=\"");
        html.text(&here.to(&address::item(&asset.asset, version.version))).raw("\">ninjs</a>");
        if tone == Tone::Stop {
            html.element("<p>", words(&version.reason, book.language()).unwrap_or_default(), "</p>");
        }
        let latest = asset.latest().is_some_and(|latest| latest.version == version.version);
        if version.is_served() && !latest {
            html.element("<details><summary>", &book.say("old-files"), "</summary><ul class=\"files\">");
            for file in &version.asset.files {
                html.raw("<li><a href=\"").text(&here.to(&address::file(file))).raw("\"><b>").text(&file.name);
                html.raw("</b> <span>").text(&size_of(file, book)).raw("</span></a></li>");
            }
            html.raw("</ul></details>");
        }
        html.raw("</li>\n");
    }
    html.raw("</ol>\n");
}

/// Who may use it, and whom to ask.
fn rights(shell: &Shell<'_>, language: &str, here: &Here, html: &mut Html) {
    let (facts, book, root) = (&shell.published.facts, shell.book(language), shell.root(language));
    html.raw("<section class=\"rights\">");
    for (title, path, text) in [
        ("nav-licence", "licence/", said(&facts.rights.usage_terms, language)),
        ("nav-contact", "contact/", said(&facts.rights.creator, language)),
    ] {
        html.raw("<div><h2>").text(&book.say(title)).raw("</h2><p>").text(text).raw("</p><a href=\"");
        html.text(&here.to(&format!("{root}{path}"))).raw("\">").text(&book.say("read-more")).raw("</a></div>");
    }
    html.raw("</section>\n");
}
