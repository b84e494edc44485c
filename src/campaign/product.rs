//! Reads one `[[product]]`, and the defaults that products share.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::allow;
use super::query::{self, Drawn};
use super::reading::{name, words};
use super::{Product, Surroundings};
use crate::diagnostic::Diagnostic;
use crate::encode::Encoding;
use crate::settings::{Entry, Given, Section, plain};

/// What holds for a product that does not say otherwise.
#[derive(Debug, Clone, Default)]
pub(super) struct Defaults {
    /// Languages.
    pub(super) languages: Vec<String>,
    /// Themes; empty means the kit's default.
    pub(super) themes: Vec<String>,
    /// Encodings; empty means PNG.
    pub(super) encodings: Vec<Encoding>,
    /// Phase; may be empty.
    pub(super) phase: String,
}

/// What a product is read against.
pub(super) struct Context<'a> {
    /// The campaign's languages; empty when they could not be read, and then none is checked.
    pub(super) languages: &'a [String],
    /// The defaults.
    pub(super) defaults: Defaults,
    /// Tables, formats, themes and templates.
    pub(super) around: &'a Surroundings<'a>,
}

/// Reads `[defaults]`.
pub(super) fn defaults(section: &mut Section<'_>, context: &Context<'_>) -> Defaults {
    axes(section, context)
}

/// Reads a product; none when it has no name or template.
pub(super) fn product(section: &mut Section<'_>, context: &Context<'_>) -> Option<Product> {
    let product_name = section.require("name", name);
    let template = section.require("template", Entry::text);
    if let (Some(template), Some(known)) = (&template, context.around.templates) {
        one_known(section, "MB0105", "template", template, known.iter().map(String::as_str));
    }
    let (selection, drawn) = query::selection(section, context.around);
    let axes = axes(section, context);
    let formats = formats(section, context, &axes.encodings);
    let default = section.read("default", Entry::boolean).is_none_or(|given| given.value);
    let headline = said(section, "headline", context, &axes.languages, &drawn);
    let caption = said(section, "caption", context, &axes.languages, &drawn);
    let alt_text = said(section, "alt_text", context, &axes.languages, &drawn);
    let tags = section.texts("tags").unwrap_or_default();
    let params = params(section);
    let own = product_name.as_ref().map(|name| name.value.clone()).unwrap_or_default();
    let allows = allow::allows(section, Some(&own));
    let product_name = product_name?;
    Some(Product {
        name: product_name.value.into(),
        template: Arc::from(template?.value),
        selection,
        languages: axes.languages,
        themes: axes.themes,
        formats,
        encodings: axes.encodings,
        phase: axes.phase,
        default,
        headline,
        caption,
        alt_text,
        tags: tags.into_iter().map(|tag| tag.value).collect(),
        allows,
        params,
        span: product_name.span,
    })
}

/// Reads languages, themes and encodings, each falling back on the defaults.
fn axes(section: &mut Section<'_>, context: &Context<'_>) -> Defaults {
    let known = Some(context.languages).filter(|known| !known.is_empty());
    let languages = names(section, "languages", "MB0109", "language", known.map(as_strs), false);
    let themes = names(section, "themes", "MB0107", "theme", context.around.themes.map(as_strs), true);
    let all: Vec<&str> = Encoding::ALL.iter().map(|encoding| encoding.name()).collect();
    let encodings = names(section, "encodings", "MB0108", "encoding", Some(all), false).map(|names| {
        let find = |name: &String| Encoding::ALL.into_iter().find(|encoding| encoding.name() == name);
        names.iter().filter_map(find).collect::<Vec<_>>()
    });
    let mut encodings = encodings.unwrap_or_else(|| context.defaults.encodings.clone());
    if encodings.is_empty() {
        encodings.push(Encoding::Png);
    }
    Defaults {
        languages: languages.unwrap_or_else(|| context.defaults.languages.clone()),
        themes: themes.unwrap_or_else(|| context.defaults.themes.clone()),
        encodings,
        phase: phase(section, context),
    }
}

/// The table of the phases, against which a phase is checked when it is there.
pub const PHASES: &str = "phases";

/// Reads the phase: the key of a record of `phases`, or any words in a campaign without that table.
fn phase(section: &mut Section<'_>, context: &Context<'_>) -> String {
    let Some(given) = section.read("phase", Entry::text) else { return context.defaults.phase.clone() };
    if let Some(table) = context.around.dataset.and_then(|dataset| dataset.tables.get(PHASES)) {
        let known = table.records.iter().map(|record| &*record.key);
        one_known(section, "MB0126", "phase", &given, known);
    }
    given.value
}

/// Reads the formats, at least one, each of which takes one of the encodings.
fn formats(section: &mut Section<'_>, context: &Context<'_>, encodings: &[Encoding]) -> Vec<String> {
    let given = section.texts("formats");
    if given.as_ref().is_none_or(Vec::is_empty) {
        let span = section.entry("formats").map_or_else(|| section.span(), |entry| entry.span());
        section.push(Diagnostic::error("MB0110").at(span).hint("hint"));
    }
    let given = given.unwrap_or_default();
    if let Some(known) = context.around.formats {
        for name in &given {
            one_known(section, "MB0106", "format", name, known.names());
            let Some(format) = known.get(&name.value) else { continue };
            let takes = |encoding: &Encoding| format.encodings.iter().any(|taken| taken == encoding.name());
            if !format.encodings.is_empty() && !encodings.iter().any(takes) {
                let diagnostic = Diagnostic::error("MB0113").arg("format", &name.value);
                let takes = format.encodings.join(", ");
                section.push(diagnostic.arg("takes", takes).at(name.span.clone()).hint("hint"));
            }
        }
    }
    once(section, "formats", given)
}

/// Reads a list of names that must be known (when it is known which there are); none when the key is not there.
fn names(
    section: &mut Section<'_>,
    key: &'static str,
    code: &'static str,
    kind: &'static str,
    known: Option<Vec<&str>>,
    may_be_empty: bool,
) -> Option<Vec<String>> {
    let given = section.texts(key)?;
    for name in &given {
        if let Some(known) = &known {
            one_known(section, code, kind, name, known.iter().copied());
        }
    }
    if let Some(entry) = section.entry(key).filter(|_| given.is_empty() && !may_be_empty) {
        section.push(Diagnostic::error("MB0119").arg("key", key).at(entry.span()));
    }
    Some(once(section, key, given))
}

/// Notes a name that is not among the known ones; `kind` is the name of the message's argument.
fn one_known<'k>(
    section: &mut Section<'_>,
    code: &'static str,
    kind: &'static str,
    name: &Given<String>,
    known: impl IntoIterator<Item = &'k str>,
) {
    let known: Vec<&str> = known.into_iter().collect();
    if !known.contains(&name.value.as_str()) {
        section.push(Diagnostic::error(code).arg(kind, &name.value).at(name.span.clone()).suggest(&name.value, known));
    }
}

/// The values of a list, in which none may stand twice (`MB0118`).
pub(super) fn once(section: &mut Section<'_>, key: &'static str, given: Vec<Given<String>>) -> Vec<String> {
    let mut values: Vec<String> = Vec::new();
    for item in given {
        if values.contains(&item.value) {
            section.push(Diagnostic::error("MB0118").arg("key", key).arg("value", &item.value).at(item.span));
        } else {
            values.push(item.value);
        }
    }
    values
}

/// Reads a headline, caption or alt text and checks its placeholders.
fn said(
    section: &mut Section<'_>,
    key: &'static str,
    context: &Context<'_>,
    languages: &[String],
    drawn: &Drawn<'_>,
) -> crate::language::Words {
    let needed = if context.languages.is_empty() { &[] } else { languages };
    let known = if context.languages.is_empty() { languages } else { context.languages };
    let words = words(section, key, needed, known);
    for (language, given) in &words {
        let shown_in: Vec<&str> =
            languages.iter().map(String::as_str).filter(|shown| language.is_empty() || language == shown).collect();
        query::check_placeholders(section, given, &shown_in, drawn);
    }
    plain(&words)
}

/// Reads the free parameters.
fn params(section: &mut Section<'_>) -> BTreeMap<String, toml::Value> {
    let entries = section.read("params", Entry::entries).map(|given| given.value).unwrap_or_default();
    entries.iter().filter_map(|entry| Some((entry.key.to_owned(), section.keep(entry.free())?))).collect()
}

/// Owned names as borrowed ones.
fn as_strs(names: &[String]) -> Vec<&str> {
    names.iter().map(String::as_str).collect()
}
