//! The words of diagnostics, from one Fluent file a language.

use std::collections::BTreeSet;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::langid;

use super::Diagnostic;

/// A language that mocban speaks to its users.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MessageLanguage {
    /// Vietnamese.
    Vietnamese,
    /// English.
    English,
}

impl MessageLanguage {
    /// Its code, as campaigns write languages.
    pub fn code(self) -> &'static str {
        match self {
            Self::Vietnamese => "vi",
            Self::English => "en",
        }
    }
}

/// Turns codes and arguments into sentences.
pub struct Wording {
    /// The messages of one language.
    bundle: FluentBundle<FluentResource>,
    /// Their source, to list the codes.
    source: &'static str,
}

impl Wording {
    /// The words of a language.
    pub fn new(language: MessageLanguage) -> Self {
        let (id, source) = match language {
            MessageLanguage::Vietnamese => (langid!("vi"), include_str!("messages/vi.ftl")),
            MessageLanguage::English => (langid!("en"), include_str!("messages/en.ftl")),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        // A broken line costs that message alone; a test reads both files strictly.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
        Self { bundle, source }
    }

    /// The sentence of a diagnostic.
    pub fn message(&self, diagnostic: &Diagnostic) -> String {
        self.text(diagnostic.code, None, &diagnostic.args).unwrap_or_else(|| diagnostic.code.to_owned())
    }

    /// Its hint, when it has one.
    pub fn hint(&self, diagnostic: &Diagnostic) -> Option<String> {
        self.text(diagnostic.code, Some(diagnostic.hint?), &diagnostic.args)
    }

    /// The long explanation of a code, for `mocban explain`.
    pub fn explain(&self, code: &str) -> Option<String> {
        self.text(code, Some("explain"), &[])
    }

    /// A sentence of the command line itself, by its identifier.
    pub fn say(&self, id: &str, args: &[(&'static str, String)]) -> String {
        self.text(id, None, args).unwrap_or_else(|| id.to_owned())
    }

    /// Every diagnostic code that has words.
    pub fn codes(&self) -> BTreeSet<&'static str> {
        self.source.lines().filter(|line| line.starts_with("MB")).filter_map(|line| line.split(" =").next()).collect()
    }

    /// A message or one of its attributes, filled.
    fn text(&self, id: &str, attribute: Option<&str>, args: &[(&'static str, String)]) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut values = FluentArgs::new();
        for (name, value) in args {
            values.set(*name, value.as_str());
        }
        // A missing argument prints as `{$name}`: visible, and never a reason to fail.
        Some(self.bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned())
    }
}

/// Asserts that findings have words in both languages, with every argument they speak of.
#[cfg(test)]
pub(crate) fn assert_worded(found: &[Diagnostic]) {
    for wording in [Wording::new(MessageLanguage::Vietnamese), Wording::new(MessageLanguage::English)] {
        for diagnostic in found {
            let hint = diagnostic.hint.map_or(String::new(), |_| wording.hint(diagnostic).expect("a hint"));
            let text = wording.message(diagnostic) + &hint;
            // Words quoted from the file may themselves look like a placeholder.
            let quoted = diagnostic.args.iter().any(|(_, value)| value.contains("{$"));
            assert!((quoted || !text.contains("{$")) && text != diagnostic.code, "{text}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_read_strictly_and_have_the_same_codes() {
        for source in [include_str!("messages/en.ftl"), include_str!("messages/vi.ftl")] {
            assert!(FluentResource::try_new(source.to_owned()).is_ok());
        }
        let (vi, en) = (Wording::new(MessageLanguage::Vietnamese), Wording::new(MessageLanguage::English));
        assert_eq!(vi.codes(), en.codes());
        for code in en.codes() {
            assert!(en.explain(code).is_some(), "{code} has no .explain in English");
            assert!(vi.explain(code).is_some(), "{code} has no .explain in Vietnamese");
        }
    }
}
