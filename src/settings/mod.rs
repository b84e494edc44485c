//! TOML settings read with places. In: a [`Source`]. Out: typed values, each with its span.
//!
//! A [`Section`] is read key by key. Every key asked for is a known one; what is left over when the
//! section is finished is an error with a "did you mean", so no list of keys has to be kept beside the reading.

mod entry;

pub use entry::{Entry, Given};

use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::DeTable;

use crate::diagnostic::{Diagnostic, Findings, Span};
use crate::language::Words;
use crate::source::Source;

/// A parsed settings file.
pub type Document<'d> = Spanned<DeTable<'d>>;

/// Reads TOML; every syntax error (`MB0010`) goes to `findings`, and then there is no document.
pub fn parse<'d>(source: &'d Source, findings: &mut Findings) -> Option<Document<'d>> {
    let (document, errors) = DeTable::parse_recoverable(&source.text);
    let good = errors.is_empty();
    for error in errors {
        let span = error.span().map_or_else(|| Span::whole(source.name.clone()), |range| source.span(range));
        findings.push(Diagnostic::error("MB0010").arg("problem", error.message()).at(span));
    }
    good.then_some(document)
}

/// One table of settings as it is being read.
pub struct Section<'d> {
    /// The table, and the one whose values hold where it is silent.
    layers: Vec<Layer<'d>>,
    /// Where the table stands.
    span: Span,
    /// Keys asked for so far.
    asked: BTreeSet<&'static str>,
    /// What was wrong so far.
    findings: Findings,
}

/// A table in its file.
#[derive(Clone, Copy)]
struct Layer<'d> {
    /// The file.
    source: &'d Source,
    /// The table.
    table: &'d DeTable<'d>,
}

impl<'d> Section<'d> {
    /// The top of a file.
    pub fn root(source: &'d Source, document: &'d Document<'d>) -> Self {
        let layer = Layer { source, table: document.get_ref() };
        Self::over(vec![layer], Span::whole(source.name.clone()))
    }

    /// A section on some layers.
    fn over(layers: Vec<Layer<'d>>, span: Span) -> Self {
        Self { layers, span, asked: BTreeSet::new(), findings: Findings::new() }
    }

    /// The table behind an entry as a section.
    ///
    /// # Errors
    /// `MB0012` when the entry is no table.
    pub fn of(entry: &Entry<'d>) -> Result<Self, Diagnostic> {
        Ok(Self::over(vec![Layer { source: entry.source, table: entry.table()? }], entry.span()))
    }

    /// The same section with another table's values where this one is silent.
    ///
    /// # Errors
    /// `MB0012` when the entry is no table.
    pub fn falling_back(mut self, base: &Entry<'d>) -> Result<Self, Diagnostic> {
        self.layers.push(Layer { source: base.source, table: base.table()? });
        Ok(self)
    }

    /// Where it stands.
    pub fn span(&self) -> Span {
        self.span.clone()
    }

    /// Notes a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.findings.push(diagnostic);
    }

    /// Notes a result's error and gives its value, if there is one.
    pub fn keep<T>(&mut self, result: Result<T, Diagnostic>) -> Option<T> {
        result.map_err(|diagnostic| self.findings.push(diagnostic)).ok()
    }

    /// A key's entry, if it is there.
    pub fn entry(&mut self, key: &'static str) -> Option<Entry<'d>> {
        self.asked.insert(key);
        self.layers.iter().find_map(|layer| {
            let (key, value) = layer.table.get_key_value(key)?;
            Some(Entry::new(layer.source, key, value))
        })
    }

    /// A key read by `reading`.
    pub fn read<T>(
        &mut self,
        key: &'static str,
        reading: impl FnOnce(&Entry<'d>) -> Result<T, Diagnostic>,
    ) -> Option<Given<T>> {
        let entry = self.entry(key)?;
        let value = self.keep(reading(&entry))?;
        Some(Given { value, span: entry.span() })
    }

    /// A key that must be there (`MB0013`), read by `reading`.
    pub fn require<T>(
        &mut self,
        key: &'static str,
        reading: impl FnOnce(&Entry<'d>) -> Result<T, Diagnostic>,
    ) -> Option<Given<T>> {
        if self.entry(key).is_none() {
            self.findings.push(Diagnostic::error("MB0013").arg("key", key).at(self.span()));
        }
        self.read(key, reading)
    }

    /// Words of a key, empty when it is not there.
    pub fn text(&mut self, key: &'static str) -> String {
        self.read(key, Entry::text).map(|given| given.value).unwrap_or_default()
    }

    /// A list of words with their places; none when the key is not there.
    pub fn texts(&mut self, key: &'static str) -> Option<Vec<Given<String>>> {
        let items = self.read(key, Entry::list)?.value;
        let read: Vec<_> =
            items.iter().filter_map(|item| Some(Given { value: self.keep(item.text())?, span: item.span() })).collect();
        Some(read)
    }

    /// Words by language (`title.vi`), or one text for all languages; each with its place.
    pub fn words(&mut self, key: &'static str) -> Vec<(String, Given<String>)> {
        let Some(entry) = self.entry(key) else { return Vec::new() };
        let parts = if entry.is_table() { entry.entries().unwrap_or_default() } else { vec![entry.clone()] };
        let mut words = Vec::new();
        for part in parts {
            // Wrong words count as said: that they are missing too would not be true.
            let value = self.keep(part.text()).unwrap_or_default();
            let language = if entry.is_table() { part.key } else { "" };
            words.push((language.to_owned(), Given { value, span: part.span() }));
        }
        words
    }

    /// Every key of the file's own table, in file order, for tables whose keys are names.
    pub fn all(&self) -> Vec<Entry<'d>> {
        self.layers.first().map(|layer| Entry::in_order(layer.source, layer.table)).unwrap_or_default()
    }

    /// Ends the reading: what was found, and an error (`MB0011`) for each key that nothing asked for.
    pub fn finish(mut self, findings: &mut Findings) {
        for layer in &self.layers {
            for entry in Entry::in_order(layer.source, layer.table) {
                if !self.asked.contains(entry.key) {
                    let diagnostic = Diagnostic::error("MB0011").arg("key", entry.key).at(entry.key_span());
                    self.findings.push(diagnostic.suggest(entry.key, self.asked.iter().copied()));
                }
            }
        }
        findings.extend(self.findings.into_vec());
    }
}

/// Words without their places.
pub fn plain(words: &[(String, Given<String>)]) -> Words {
    words.iter().map(|(language, given)| (language.clone(), given.value.clone())).collect()
}

/// Whether a name can stand in file names: lower-case ASCII letters, digits and single inner hyphens, at most 64.
pub fn is_name(text: &str) -> bool {
    text.len() <= 64
        && !text.is_empty()
        && text
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Codes and places of what reading `text` by `reading` finds.
    fn found(text: &str, reading: impl FnOnce(&mut Section<'_>)) -> Vec<String> {
        let source = Source::from_text("x.toml", text);
        let mut findings = Findings::new();
        if let Some(document) = parse(&source, &mut findings) {
            let mut section = Section::root(&source, &document);
            reading(&mut section);
            section.finish(&mut findings);
        }
        findings.into_vec().iter().map(|d| format!("{} {}", d.code, d.spans[0])).collect()
    }

    #[test]
    fn unknown_keys_wrong_kinds_and_missing_ones_come_together() {
        let found = found("titel = \"a\"\nlimit = \"3\"\ntags = [\"a\", 2]\n", |section| {
            section.text("title");
            section.read("limit", Entry::whole);
            section.texts("tags");
            section.require("name", Entry::text);
        });
        assert_eq!(found, ["MB0012 x.toml:2:9", "MB0012 x.toml:3:14", "MB0013 x.toml", "MB0011 x.toml:1:1"]);
    }

    #[test]
    fn every_syntax_error_has_a_place() {
        let found = found("a = \nb = [1,\nc = \"x\n", |_| {});
        assert!(found.len() >= 2 && found.iter().all(|line| line.starts_with("MB0010 x.toml:")), "{found:?}");
    }

    #[test]
    fn reserved_characters_are_refused_and_words_are_composed() {
        assert_eq!(found("a = \"\u{E000}\"", |s| drop(s.text("a"))), ["MB0014 x.toml:1:5"]);
        let source = Source::from_text("x.toml", "title.vi = \"Ti\u{0065}\u{0302}\u{0301}ng\"\nfree = \"x\"");
        let mut findings = Findings::new();
        let document = parse(&source, &mut findings).unwrap();
        let mut section = Section::root(&source, &document);
        assert_eq!(plain(&section.words("title"))["vi"], "Tiếng");
        assert_eq!(plain(&section.words("free"))[""], "x");
    }

    #[test]
    fn a_section_falls_back_key_by_key() {
        let (own, base) = (Source::from_text("own", "[s]\na = 1"), Source::from_text("base", "[s]\na = 2\nb = 3"));
        let mut findings = Findings::new();
        let (own_doc, base_doc) = (parse(&own, &mut findings).unwrap(), parse(&base, &mut findings).unwrap());
        let base_entry = Section::root(&base, &base_doc).entry("s").unwrap();
        let own_entry = Section::root(&own, &own_doc).entry("s").unwrap();
        let mut section = Section::of(&own_entry).unwrap().falling_back(&base_entry).unwrap();
        assert_eq!(section.read("a", Entry::whole).unwrap().value, 1);
        assert_eq!(section.read("b", Entry::whole).unwrap().value, 3);
    }

    #[test]
    fn names_are_fit_for_files() {
        for good in ["a", "unit-card", "2026q3"] {
            assert!(is_name(good), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "A", "đ", "a_b", "a b", "../a"] {
            assert!(!is_name(bad), "{bad}");
        }
        assert!(!is_name(&"a".repeat(65)));
    }
}
