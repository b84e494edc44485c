//! Reads `campaign.toml` from its top: title, languages, rights and defaults; products are read in `product`.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::allow;
use super::correction;
use super::product::{self, Context, Defaults};
use super::rights;
use super::{Allow, Campaign, Surroundings};
use crate::diagnostic::{Diagnostic, Findings};
use crate::language::Words;
use crate::settings::{self, Entry, Given, Section, is_name};
use crate::source::Source;

/// The table of the units, unless the campaign names another.
const UNITS: &str = "units";

/// The whole file; none when a required key is missing or wrong.
pub(super) fn campaign(source: &Source, around: &Surroundings<'_>, findings: &mut Findings) -> Option<Campaign> {
    let document = settings::parse(source, findings)?;
    let mut section = Section::root(source, &document);
    let campaign = top(&mut section, around, findings);
    section.finish(findings);
    campaign
}

/// The keys of the top table.
fn top(section: &mut Section<'_>, around: &Surroundings<'_>, findings: &mut Findings) -> Option<Campaign> {
    let slug = section.require("slug", name);
    let languages = languages(section);
    section.require("title", |_| Ok(()));
    let title = words(section, "title", &languages, &languages);
    let base_url = section.read("base_url", address).map(|given| given.value).unwrap_or_default();
    let salt = section.text("salt");
    let period = section.read("period", name).map(|given| given.value).unwrap_or_default();
    let rights = section
        .entry("rights")
        .and_then(|entry| sub(section, &entry, |inner| rights::rights(inner, &languages, &period)));
    let place = section.entry("place").and_then(|entry| sub(section, &entry, |inner| rights::place(inner, &languages)));
    let topics = rights::topics(section, &languages, findings);
    let given = Defaults { languages: languages.clone(), ..Defaults::default() };
    let mut context = Context { languages: &languages, defaults: given, around };
    if let Some(entry) = section.entry("defaults") {
        let read = sub(section, &entry, |inner| product::defaults(inner, &context));
        context.defaults = read.unwrap_or_default();
    }
    let products = products(section, &context, findings);
    let mut allows = allow::allows(section, None);
    allows.extend(products.iter().flat_map(|product| product.allows.clone()));
    check_allows(section, &allows, &products, around);
    let corrections = correction::corrections(section, &languages, around);
    let slug = slug?.value;
    let salt = if salt.is_empty() { format!("{slug} {base_url}") } else { salt };
    let units = units(section, around);
    Some(Campaign {
        slug,
        title: settings::plain(&title),
        base_url,
        salt,
        languages: languages.clone(),
        period,
        rights: rights.unwrap_or_default(),
        place: place.unwrap_or_default(),
        topics,
        products,
        allows,
        corrections,
        units,
    })
}

/// The table of the units: the one that is named, else the one of that name.
fn units(section: &mut Section<'_>, around: &Surroundings<'_>) -> Option<Arc<str>> {
    let given = section.read("units", Entry::text);
    let Some(given) = given else {
        return around.dataset.and_then(|dataset| dataset.tables.get(UNITS)).map(|table| Arc::clone(&table.name));
    };
    if let Some(dataset) = around.dataset.filter(|dataset| !dataset.tables.contains_key(&given.value)) {
        let diagnostic = Diagnostic::error("MB0103").arg("table", &given.value).at(given.span.clone());
        section.push(diagnostic.suggest(&given.value, dataset.tables.keys().map(String::as_str)));
    }
    Some(given.value.into())
}

/// Notes allowances that name a product or a surface there is not.
fn check_allows(section: &mut Section<'_>, allows: &[Allow], products: &[super::Product], around: &Surroundings<'_>) {
    for allow in allows {
        let known = || products.iter().map(|product| &*product.name);
        if let Some(name) = allow.product.as_deref().filter(|name| known().all(|known| known != *name)) {
            let diagnostic = Diagnostic::error("MB0834").arg("product", name).at(allow.span.clone());
            section.push(diagnostic.suggest(name, known()));
        }
        if let (Some(name), Some(formats)) = (&allow.format, around.formats)
            && formats.get(name).is_none()
        {
            let diagnostic = Diagnostic::error("MB0106").arg("format", name).at(allow.span.clone());
            section.push(diagnostic.suggest(name, formats.names()));
        }
    }
}

/// Every `[[product]]`, names compared.
fn products(section: &mut Section<'_>, context: &Context<'_>, findings: &mut Findings) -> Vec<super::Product> {
    let entries = section.read("product", Entry::list).map(|given| given.value).unwrap_or_default();
    let mut seen = BTreeMap::new();
    let mut products = Vec::new();
    for entry in &entries {
        let Some(mut inner) = section.keep(Section::of(entry)) else { continue };
        let product = product::product(&mut inner, context);
        inner.finish(findings);
        let Some(product) = product else { continue };
        match seen.get(&product.name) {
            Some(first) => findings.push(
                Diagnostic::error("MB0102").arg("name", &product.name).at(product.span.clone()).at(Clone::clone(first)),
            ),
            None => drop(seen.insert(product.name.clone(), product.span.clone())),
        }
        products.push(product);
    }
    if entries.is_empty() {
        section.push(Diagnostic::warning("MB0120").at(section.span()));
    }
    products
}

/// Reads a table inside another one.
fn sub<'d, T>(section: &mut Section<'d>, entry: &Entry<'d>, reading: impl FnOnce(&mut Section<'d>) -> T) -> Option<T> {
    let mut inner = section.keep(Section::of(entry))?;
    let value = reading(&mut inner);
    let mut findings = Findings::new();
    inner.finish(&mut findings);
    findings.into_vec().into_iter().for_each(|diagnostic| section.push(diagnostic));
    Some(value)
}

/// The campaign's languages; empty only when something is wrong with them.
fn languages(section: &mut Section<'_>) -> Vec<String> {
    if section.require("languages", Entry::list).is_none() {
        return Vec::new();
    }
    let given = section.texts("languages").unwrap_or_default();
    if given.is_empty() {
        let span = section.span();
        section.push(Diagnostic::error("MB0119").arg("key", "languages").at(span));
    }
    for language in &given {
        if !is_name(&language.value) {
            section.push(not_a_name("languages", language));
        }
    }
    product::once(section, "languages", given)
}

/// Words by language: each language one of `known` (`MB0109`), and, when any are said, all of `needed` (`MB0117`).
pub(super) fn words(
    section: &mut Section<'_>,
    key: &'static str,
    needed: &[String],
    known: &[String],
) -> Vec<(String, Given<String>)> {
    let words = section.words(key);
    for (language, given) in words.iter().filter(|(language, _)| !language.is_empty() && !known.contains(language)) {
        let diagnostic = Diagnostic::error("MB0109").arg("language", language).at(given.span.clone());
        section.push(diagnostic.suggest(language, known.iter().map(String::as_str)));
    }
    let said: Words = settings::plain(&words);
    if let Some((_, first)) = words.first() {
        // A language that is none has its own error.
        let known = needed.iter().filter(|language| known.contains(language));
        for language in known.filter(|language| crate::language::words(&said, language).is_none()) {
            let diagnostic = Diagnostic::error("MB0117").arg("key", key).arg("language", language);
            section.push(diagnostic.at(first.span.clone()).hint("hint"));
        }
    }
    words
}

/// A name fit for file names.
pub(super) fn name(entry: &Entry<'_>) -> Result<String, Diagnostic> {
    let value = entry.text()?;
    if is_name(&value) { Ok(value) } else { Err(not_a_name(entry.key, &Given { value, span: entry.span() })) }
}

/// "This cannot stand in file names" (`MB0101`).
fn not_a_name(key: &str, given: &Given<String>) -> Diagnostic {
    Diagnostic::error("MB0101").arg("key", key).arg("name", &given.value).at(given.span.clone()).hint("hint")
}

/// A web address.
pub(super) fn address(entry: &Entry<'_>) -> Result<String, Diagnostic> {
    let text = entry.text()?;
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
    if host.is_empty() || host.starts_with('/') || text.chars().any(char::is_whitespace) {
        return Err(Diagnostic::error("MB0121").arg("key", entry.key).at(entry.span()).hint("hint"));
    }
    Ok(text)
}
