//! A page for each record that is drawn (an indicator, a unit): its values and every asset that shows it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::card::{cards, headline, works};
use super::page::{Here, Page, Shell};
use crate::feed::address;
use crate::html::Html;
use crate::lineage::Number;
use crate::published::{PublicAsset, PublicVersion, Published, Status};

/// A record: table and key.
pub(super) type Key<'a> = (&'a str, &'a str);

/// The records that were ever drawn or made an asset for; their values as newest versions that may be used draw them.
pub(super) struct Records<'a> {
    /// By table and key.
    all: BTreeMap<Key<'a>, Record<'a>>,
}

/// One record.
#[derive(Default)]
struct Record<'a> {
    /// What it is called, by language.
    names: BTreeMap<&'a str, &'a str>,
    /// Its values as drawn in a language: column and language to the number and the version that draws it.
    values: BTreeMap<(&'a str, &'a str), (&'a Number, &'a PublicVersion)>,
    /// Assets that show it, and whether as itself or only in a number made of several records.
    assets: BTreeMap<&'a str, bool>,
}

impl<'a> Records<'a> {
    /// The records of what is published.
    pub(super) fn of(published: &'a Published) -> Self {
        let mut all: BTreeMap<Key<'a>, Record<'a>> = BTreeMap::new();
        // A page that was once there stays, though what it told was taken back.
        for (_, version) in published.versions() {
            let about = &version.asset;
            let own = about.table.as_deref().zip(about.key.as_deref());
            let numbers = about.lineage.values().flat_map(|lineage| &lineage.numbers);
            let cells = numbers.flat_map(|number| &number.cells).filter_map(|cell| address::cell(cell));
            for key in cells.map(|(table, key, _)| (table, key)).chain(own) {
                all.entry(key).or_default();
            }
        }
        let latest = published.assets.iter().filter_map(|asset| Some((asset, asset.latest()?)));
        for (asset, version) in latest.filter(|(_, version)| version.status == Status::Usable) {
            let about = &version.asset;
            if let (Some(table), Some(key)) = (&about.table, &about.key) {
                all.entry((table, key)).or_default().assets.insert(&asset.asset, true);
            }
            for number in about.lineage.values().flat_map(|lineage| &lineage.numbers) {
                let cells = || number.cells.iter().filter_map(|cell| address::cell(cell));
                let own = cells().map(|(table, key, _)| (table, key)).collect::<BTreeSet<_>>().len() == 1;
                for (table, key, column) in number.cells.iter().filter_map(|cell| address::cell(cell)) {
                    let record = all.entry((table, key)).or_default();
                    *record.assets.entry(&asset.asset).or_default() |= own;
                    if is_name(column) {
                        record.names.entry(&about.language).or_insert(&number.text);
                    } else if has_digit(&number.text) && number.cells.len() == 1 {
                        record.take(column, &about.language, number, version);
                    }
                }
            }
        }
        Self { all }
    }

    /// What a record is called in a language; its key when nothing says.
    pub(super) fn name(&self, record: Key<'_>, language: &str) -> String {
        let names = self.all.get(&record).map(|record| &record.names);
        let name = names.and_then(|names| names.get(language).or_else(|| names.values().next()));
        name.map_or(record.1, |name| *name).to_owned()
    }

    /// Whether a record has a page.
    pub(super) fn has(&self, record: Key<'_>) -> bool {
        self.all.contains_key(&record)
    }
}

impl<'a> Record<'a> {
    /// Notes a value; of several versions the one that came out last says it.
    fn take(&mut self, column: &'a str, language: &'a str, number: &'a Number, version: &'a PublicVersion) {
        let known = self.values.entry((column, language)).or_insert((number, version));
        if version.at > known.1.at {
            *known = (number, version);
        }
    }

    /// Its values as a reader of a language sees them: one for each column.
    fn seen(&self, language: &str) -> Vec<(&'a str, &'a Number, &'a PublicVersion)> {
        let mut seen: Vec<(&str, &Number, &PublicVersion)> = Vec::new();
        for ((column, spoken), (number, version)) in &self.values {
            match seen.iter_mut().find(|(known, ..)| known == column) {
                Some(known) if *spoken == language => *known = (column, number, version),
                Some(_) => {}
                None => seen.push((column, number, version)),
            }
        }
        seen
    }
}

/// Whether a column holds what a record is called.
fn is_name(column: &str) -> bool {
    ["name", "title", "label"].contains(&column.split('.').next().unwrap_or(column))
}

/// Whether a text has something to compare.
fn has_digit(text: &str) -> bool {
    text.chars().any(char::is_numeric)
}

/// Whether a number is to be compared: it has digits and is no mere name.
pub(super) fn is_figure(number: &Number) -> bool {
    let named = number.cells.iter().all(|cell| address::cell(cell).is_some_and(|(_, _, column)| is_name(column)));
    has_digit(&number.text) && !named
}

/// A cell in words: what its record is called, and the column.
pub(super) fn label(shell: &Shell<'_>, cell: &str, language: &str) -> String {
    match address::cell(cell) {
        Some((table, key, column)) => format!("{} · {column}", shell.records.name((table, key), language)),
        None => cell.to_owned(),
    }
}

/// What a number is of, in words: its cell, or for one derived from several records the column and how many they are.
pub(super) fn subject(shell: &Shell<'_>, number: &Number, language: &str) -> String {
    let cells = || number.cells.iter().filter_map(|cell| address::cell(cell));
    let records: BTreeSet<Key<'_>> = cells().map(|(table, key, _)| (table, key)).collect();
    if records.len() > 1 {
        let columns: BTreeSet<&str> = cells().map(|(_, _, column)| column).collect();
        let columns = columns.into_iter().take(3).collect::<Vec<_>>().join(", ");
        let many = shell.book(language).fill("of-records", &[("count", records.len().to_string())]);
        return format!("{columns} · {many}");
    }
    number.cells.first().map_or_else(String::new, |cell| label(shell, cell, language))
}

/// The pages in a language, and the list of them.
pub(super) fn pages(shell: &Shell<'_>, language: &str) -> Vec<Page> {
    let mut pages: Vec<Page> =
        shell.records.all.iter().map(|(key, record)| page(shell, language, *key, record)).collect();
    pages.push(list(shell, language));
    pages
}

/// All records by table.
fn list(shell: &Shell<'_>, language: &str) -> Page {
    let book = shell.book(language);
    let mut page = shell.page(language, "record/", book.say("nav-data"));
    let here = Here::at(&page.path);
    page.description = book.say("data-lead");
    let mut html = Html::new();
    html.element("<h1>", &page.title, "</h1>").element("<p class=\"lead\">", &page.description, "</p>\n");
    if shell.records.all.is_empty() {
        html.element("<p>", &book.say("nothing-yet"), "</p>");
    }
    let mut table = "";
    for ((of, key), record) in &shell.records.all {
        if table != *of {
            html.raw(if table.is_empty() { "" } else { "</ul>\n" });
            html.element("<h2>", of, "</h2>\n<ul class=\"columns\">");
            table = of;
        }
        html.raw("<li><a href=\"").text(&here.to(&address::record(&shell.root(language), of, key))).raw("\">");
        html.text(&shell.records.name((of, key), language)).raw("</a> <span class=\"code\">");
        html.text(&record.assets.values().filter(|own| **own).count().to_string()).raw("</span></li>");
    }
    html.raw(if table.is_empty() { "" } else { "</ul>\n" });
    page.body = html;
    page
}

/// One record.
fn page(shell: &Shell<'_>, language: &str, key: Key<'_>, record: &Record<'_>) -> Page {
    let (published, book) = (shell.published, shell.book(language));
    let name = shell.records.name(key, language);
    let mut page = shell.page(language, &address::record("", key.0, key.1), name.clone());
    let here = Here::at(&page.path);
    page.description = book.fill("record-lead", &[("name", name.clone())]);
    let of = |own: bool| record.assets.iter().filter(move |(_, is_own)| **is_own == own).map(|(asset, _)| *asset);
    let [assets, derived] =
        [true, false].map(|own| of(own).filter_map(|asset| published.asset(asset)).collect::<Vec<&PublicAsset>>());
    page.updated = assets.iter().flat_map(|asset| &asset.versions).map(|version| version.updated).max();
    let mut seen = record.seen(language);
    // What is said in another language is for its readers.
    seen.retain(|(column, ..)| {
        let spoken = column.rsplit_once('.').map(|(_, ending)| ending);
        spoken.is_none_or(|spoken| spoken == language || !shell.languages().any(|known| known == spoken))
    });
    page.data = Some(data(shell, &page, key, &seen));
    let mut html = Html::new();
    html.raw("<p class=\"kicker\"><a href=\"").text(&here.to(&format!("{}record/", shell.root(language)))).raw("\">");
    html.text(&book.say("nav-data")).raw("</a> · <code>").text(key.0).raw("/").text(key.1).raw("</code></p>");
    html.element("<h1>", &name, "</h1>").element("<p class=\"lead\">", &page.description, "</p>\n");
    if !seen.is_empty() {
        html.raw("<dl class=\"figures\">");
        for (column, number, version) in &seen {
            html.raw("<div id=\"").text(&address::part(column)).raw("\"><dt>").text(column).raw("</dt><dd>");
            large(number, &mut html);
            source(number, &version.asset.period, &mut html);
            html.raw("</dd></div>");
        }
        html.raw("</dl>\n");
    }
    html.element("<h2>", &book.say("shown-in"), "</h2>\n");
    let first = shell.languages().next().unwrap_or(language);
    cards(shell, &works(assets.into_iter(), language, first), language, &here, &mut html);
    if !derived.is_empty() {
        let derived = works(derived.into_iter(), language, first);
        html.raw("<details class=\"rest\"><summary>");
        html.text(&book.fill("derived-in", &[("count", derived.len().to_string())]))
            .raw("</summary><ul class=\"columns\">");
        for (asset, version) in derived {
            html.raw("<li><a href=\"").text(&here.to(&address::asset(&asset.asset))).raw("\">");
            html.text(headline(version)).raw("</a></li>");
        }
        html.raw("</ul></details>\n");
    }
    page.body = html;
    page
}

/// Letters of the longest number that is set large; a sentence with a number in it is set as one.
const LONGEST: usize = 22;

/// A number as large as it bears.
pub(super) fn large(number: &Number, html: &mut Html) {
    let long = number.text.chars().count() > LONGEST;
    html.raw(if long { "<strong class=\"long\">" } else { "<strong>" }).text(&number.text).raw("</strong>");
}

/// Where a number comes from, and of when it is.
pub(super) fn source(number: &Number, period: &str, html: &mut Html) {
    for line in [number.source.as_str(), period].into_iter().filter(|line| !line.is_empty()) {
        html.element("<small>", line, "</small>");
    }
}

/// A record as schema.org says it: a data set of observations.
fn data(shell: &Shell<'_>, page: &Page, key: Key<'_>, seen: &[(&str, &Number, &PublicVersion)]) -> Value {
    let facts = &shell.published.facts;
    let id = address::absolute(facts, &page.path);
    let about = super::data::rights(shell, &page.language);
    let mut set = json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": id,
        "name": page.title,
        "description": page.description,
        "url": id,
        "inLanguage": page.language,
        "identifier": format!("{}/{}", key.0, key.1),
        "variableMeasured": seen
            .iter()
            .map(|(column, ..)| json!({"@type": "PropertyValue", "name": column}))
            .collect::<Vec<_>>(),
        "hasPart": seen
            .iter()
            .map(|(_, number, version)| super::data::observation(shell, number, version, &page.language))
            .collect::<Vec<_>>(),
    });
    if let (Value::Object(fields), Value::Object(about)) = (&mut set, about) {
        fields.extend(about.into_iter().filter(|(name, _)| name != "creditText" && name != "acquireLicensePage"));
        if let Some(at) = page.updated {
            fields.insert("dateModified".to_owned(), json!(at.to_string()));
        }
    }
    set
}
