//! A template's own words: one Fluent file a language.
//!
//! In: `vi.ftl`, `en.ftl`, … Out: messages filled with arguments; a bound value among them keeps its fences.

use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::diagnostic::{Checked, Diagnostic, Findings};
use crate::source::Source;

/// The words of a template in every language it has.
#[derive(Default)]
pub(super) struct Words {
    /// By language code.
    languages: BTreeMap<String, Dictionary>,
}

/// The words of one language.
struct Dictionary {
    /// The messages.
    bundle: FluentBundle<FluentResource>,
    /// Identifiers in the file, for "did you mean".
    keys: Vec<String>,
}

/// Why a message cannot be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unsaid {
    /// No such message, or no file for the language.
    Missing,
    /// Fluent's complaint, such as an unknown variable.
    Broken(String),
}

impl Words {
    /// Adds a language's file.
    ///
    /// # Errors
    /// `MB0606` for each stretch that Fluent does not understand, and for a key said twice.
    pub(super) fn add(&mut self, language: &str, source: &Source) -> Checked<()> {
        let mut findings = Findings::new();
        let resource = match FluentResource::try_new(source.text.to_string()) {
            Ok(resource) => resource,
            Err((partial, errors)) => {
                findings.extend(errors.into_iter().map(|error| {
                    let span = source.span(error.pos.clone());
                    Diagnostic::error("MB0606").arg("message", error.kind).at(span)
                }));
                partial
            }
        };
        let id: LanguageIdentifier = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        for error in bundle.add_resource(resource).err().unwrap_or_default() {
            let message = error.to_string();
            let span = crate::diagnostic::Span::whole(std::sync::Arc::clone(&source.name));
            findings.push(Diagnostic::error("MB0606").arg("message", message).at(span));
        }
        let keys = source.text.lines().filter_map(key_of).map(str::to_owned).collect();
        self.languages.insert(language.to_owned(), Dictionary { bundle, keys });
        findings.finish(())
    }

    /// Whether a message is there; `key.attribute` names an attribute.
    pub(super) fn has(&self, language: &str, key: &str) -> bool {
        let Some(dictionary) = self.languages.get(language) else { return false };
        let (id, attribute) = split(key);
        let Some(message) = dictionary.bundle.get_message(id) else { return false };
        match attribute {
            None => message.value().is_some(),
            Some(attribute) => message.get_attribute(attribute).is_some(),
        }
    }

    /// The keys of a language.
    pub(super) fn keys(&self, language: &str) -> impl Iterator<Item = &str> {
        self.languages.get(language).into_iter().flat_map(|d| d.keys.iter().map(String::as_str))
    }

    /// A message in a language.
    ///
    /// # Errors
    /// [`Unsaid`] when there is no such message or an argument is missing.
    pub(super) fn say(&self, language: &str, key: &str, args: &[(String, FluentValue<'_>)]) -> Result<String, Unsaid> {
        let dictionary = self.languages.get(language).ok_or(Unsaid::Missing)?;
        let (id, attribute) = split(key);
        let message = dictionary.bundle.get_message(id).ok_or(Unsaid::Missing)?;
        let pattern = match attribute {
            None => message.value(),
            Some(attribute) => message.get_attribute(attribute).map(|attribute| attribute.value()),
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            values.set(name.as_str(), value.clone());
        }
        let mut errors = Vec::new();
        let text = dictionary.bundle.format_pattern(pattern.ok_or(Unsaid::Missing)?, Some(&values), &mut errors);
        match errors.first() {
            None => Ok(text.into_owned()),
            Some(error) => Err(Unsaid::Broken(error.to_string())),
        }
    }
}

/// A key's message and attribute.
fn split(key: &str) -> (&str, Option<&str>) {
    match key.split_once('.') {
        Some((id, attribute)) => (id, Some(attribute)),
        None => (key, None),
    }
}

/// The identifier that a line defines.
fn key_of(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim_end();
    let starts = key.starts_with(|c: char| c.is_ascii_alphabetic());
    (starts && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> (Words, Vec<Diagnostic>) {
        let mut words = Words::default();
        let source = Source::from_text("templates/a/vi.ftl", text);
        let findings = words.add("vi", &source).err().unwrap_or_default();
        (words, findings)
    }

    #[test]
    fn messages_attributes_and_arguments() {
        let (words, findings) = words("hi = Chào { $name }!\n    .short = Chào\nempty =\n    .a = b\n");
        assert!(findings.is_empty());
        let args = [("name".to_owned(), FluentValue::from("\u{E000}\u{E010}\u{E001}An\u{E002}"))];
        assert_eq!(words.say("vi", "hi", &args).as_deref(), Ok("Chào \u{E000}\u{E010}\u{E001}An\u{E002}!"));
        assert_eq!(words.say("vi", "hi.short", &[]).as_deref(), Ok("Chào"));
        assert!(words.has("vi", "empty.a") && !words.has("vi", "empty") && !words.has("en", "hi"));
        assert_eq!(words.say("en", "hi", &[]), Err(Unsaid::Missing));
        assert!(matches!(words.say("vi", "hi", &[]), Err(Unsaid::Broken(_))));
        assert_eq!(words.keys("vi").collect::<Vec<_>>(), ["hi", "empty"]);
    }

    #[test]
    fn broken_stretches_have_places() {
        let (_, findings) = words("a = 1\nb@ = 2\nc = 3\na = 4\n");
        assert_eq!(findings.len(), 2);
        assert_eq!(findings[0].code, "MB0606");
        assert_eq!(findings[0].spans[0].to_string(), "templates/a/vi.ftl:2:2");
    }
}
