//! Drawn words as a template says them: Tera is kept, all else becomes words of the `.ftl`.

use std::collections::{BTreeMap, BTreeSet};

use super::art::escape;
use super::name::slug;

/// Longest key made of words.
const LONGEST_KEY: usize = 28;

/// The words of a template.
#[derive(Debug, Default)]
pub(super) struct Speech {
    /// Keys with their words, in the order they were drawn.
    pub(super) entries: Vec<(String, String)>,
    /// Strings with digits that no cell stands behind.
    pub(super) digits: BTreeSet<String>,
    /// Tables that Tera asks for.
    pub(super) tables: BTreeSet<String>,
    /// Keys that drawn Tera asks for.
    asked: BTreeSet<String>,
    /// Keys by words.
    known: BTreeMap<String, String>,
}

/// A stretch of drawn words.
enum Part<'a> {
    /// What Tera reads.
    Tag(&'a str),
    /// What people read.
    Plain(&'a str),
}

impl Speech {
    /// Markup of some words; `name` is their key when they bear one.
    pub(super) fn say(&mut self, text: &str, name: Option<&str>) -> String {
        let mut out = String::new();
        for part in parts(text) {
            match part {
                Part::Tag(tag) => {
                    let tag = straight(tag);
                    self.note_tables(&tag);
                    self.asked.extend(keys(&tag));
                    out.push_str(&tag);
                }
                Part::Plain(plain) => self.plain(plain, name, &mut out),
            }
        }
        out
    }

    /// Words for people: a key when there are letters, else as they are.
    fn plain(&mut self, plain: &str, name: Option<&str>, out: &mut String) {
        let words = plain.trim();
        let strings = words.split_whitespace().filter(|word| word.contains(char::is_numeric));
        self.digits
            .extend(strings.map(|word| word.trim_matches(|c: char| c.is_ascii_punctuation() && c != '%').to_owned()));
        if !words.contains(char::is_alphabetic) {
            out.push_str(&escape(plain));
            return;
        }
        let key = self.key(words, name);
        let lead = if plain.starts_with(' ') { " " } else { "" };
        let tail = if plain.ends_with(' ') { " " } else { "" };
        out.push_str(&format!("{lead}{{{{ t(key=\"{key}\") }}}}{tail}"));
    }

    /// The key of some words: a new one, or that of the same words.
    pub(super) fn key(&mut self, words: &str, name: Option<&str>) -> String {
        if let Some(key) = self.known.get(words) {
            return key.clone();
        }
        let wanted = name.map(|name| slug(name, LONGEST_KEY)).filter(|key| !key.is_empty());
        let wanted = wanted.unwrap_or_else(|| slug(words, LONGEST_KEY));
        // A key of Fluent begins with a letter.
        let wanted =
            if wanted.starts_with(|c: char| c.is_ascii_alphabetic()) { wanted } else { format!("text-{wanted}") };
        let wanted = wanted.trim_end_matches('-');
        let taken = |key: &str| self.entries.iter().any(|(known, _)| known == key);
        let key = std::iter::once(wanted.to_owned())
            .chain((2..).map(|count| format!("{wanted}-{count}")))
            .find(|key| !taken(key))
            .unwrap_or_default();
        self.entries.push((key.clone(), words.to_owned()));
        self.known.insert(words.to_owned(), key.clone());
        key
    }

    /// Notes the tables that a tag reads.
    pub(super) fn note_tables(&mut self, tag: &str) {
        for rest in tag.split("tables.").skip(1) {
            let name: String =
                rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-')).collect();
            if !name.is_empty() {
                self.tables.insert(name);
            }
        }
    }

    /// Gives keys that drawn Tera asks for, and that nothing drawn says, their own names as words; gives those keys.
    pub(super) fn answer(&mut self) -> Vec<String> {
        let said = |key: &String| self.entries.iter().any(|(known, _)| known == key);
        let silent: Vec<String> = std::mem::take(&mut self.asked).into_iter().filter(|key| !said(key)).collect();
        self.entries.extend(silent.iter().map(|key| (key.clone(), key.replace(['-', '_'], " "))));
        silent
    }

    /// The Fluent file of a language; words of another language than the drawn one wait for their translation.
    pub(super) fn fluent(&self, drawn: bool) -> String {
        let mut out = String::new();
        for (key, words) in &self.entries {
            if !drawn {
                out.push_str("# TODO: translate\n");
            }
            let braced = words.replace('{', "\u{1}").replace('}', "\u{2}");
            let braced = braced.replace('\u{1}', "{\"{\"}").replace('\u{2}', "{\"}\"}");
            // At the start of a line these would mean something to Fluent.
            let guarded = if braced.starts_with(['.', '*', '[']) { format!("{{\"\"}}{braced}") } else { braced };
            out.push_str(&format!("{key} = {guarded}\n"));
        }
        out
    }
}

/// Whether a text holds Tera.
pub(super) fn has_tera(text: &str) -> bool {
    text.contains("{{") || text.contains("{%")
}

/// Cuts words at Tera's braces.
fn parts(text: &str) -> Vec<Part<'_>> {
    let (mut parts, mut rest) = (Vec::new(), text);
    while let Some((at, close)) = next(rest) {
        let (plain, tag) = rest.split_at(at);
        if !plain.is_empty() {
            parts.push(Part::Plain(plain));
        }
        let end = tag.find(close).map_or(tag.len(), |end| end + 2);
        let (tag, after) = tag.split_at(end);
        if close != "#}" {
            parts.push(Part::Tag(tag));
        }
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(Part::Plain(rest));
    }
    parts
}

/// The keys that a tag hands to `t`.
fn keys(tag: &str) -> impl Iterator<Item = String> {
    let after = tag.match_indices("t(").filter(|(at, _)| {
        let before = tag.get(..*at).and_then(|head| head.chars().last());
        !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
    });
    let key = |rest: &str| -> Option<String> {
        let rest = rest.trim_start().strip_prefix("key")?.trim_start().strip_prefix('=')?.trim_start();
        let quote = rest.chars().next().filter(|letter| matches!(letter, '"' | '\''))?;
        let key = rest.get(1..)?.split(quote).next()?;
        let plain = key.starts_with(|c: char| c.is_ascii_alphabetic())
            && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
        plain.then(|| key.to_owned())
    };
    after.filter_map(move |(at, open)| key(tag.get(at + open.len()..)?)).collect::<Vec<_>>().into_iter()
}

/// Where the next tag opens, and what closes it.
fn next(text: &str) -> Option<(usize, &'static str)> {
    [("{{", "}}"), ("{%", "%}"), ("{#", "#}")]
        .into_iter()
        .filter_map(|(open, close)| Some((text.find(open)?, close)))
        .min_by_key(|(at, _)| *at)
}

/// Tera with straight quotes and plain spaces: drawing programs make typographic ones of them.
fn straight(tag: &str) -> String {
    tag.chars()
        .map(|letter| match letter {
            '“' | '”' | '„' | '«' | '»' => '"',
            '‘' | '’' => '\'',
            '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tera_stays_and_words_get_keys() {
        let mut speech = Speech::default();
        assert_eq!(speech.say("Tiêu đề", Some("headline")), "{{ t(key=\"headline\") }}");
        let mixed = speech.say("Điểm: {{ value(of=record, field=“score”) }} / 100 {# nhớ #}", None);
        assert_eq!(mixed, "{{ t(key=\"diem\") }} {{ value(of=record, field=\"score\") }} / 100 ");
        assert_eq!(
            speech.say("{% if tables.units %}A & B{% endif %}", None),
            "{% if tables.units %}{{ t(key=\"a-b\") }}{% endif %}"
        );
        assert_eq!(speech.say("Tiêu đề", None), "{{ t(key=\"headline\") }}");
        assert_eq!(speech.say("2025–2028 năm", None), "{{ t(key=\"text-2025-2028-nam\") }}");
        assert_eq!(speech.digits.iter().map(String::as_str).collect::<Vec<_>>(), ["100", "2025–2028"]);
        assert_eq!(speech.tables.iter().map(String::as_str).collect::<Vec<_>>(), ["units"]);
        assert!(speech.fluent(true).starts_with("headline = Tiêu đề\ndiem = Điểm:\na-b = A & B\n"));
        assert_eq!(speech.fluent(false).matches("# TODO: translate\n").count(), 4);
    }

    #[test]
    fn keys_that_tera_asks_for_get_words() {
        let mut speech = Speech::default();
        speech.say("{{ t(key=“page-title”, n=format(key=\"no\")) }} {{ t(key='lời') }}", None);
        speech.say("Chân trang", Some("foot"));
        speech.say("{{ t(key=\"foot\") }}", None);
        assert_eq!(speech.answer(), ["page-title"]);
        assert_eq!(speech.fluent(true), "foot = Chân trang\npage-title = page title\n");
    }

    #[test]
    fn fluent_reads_what_was_written() {
        let mut speech = Speech::default();
        for words in [".đuôi", "[x]", "a {b} c", "* sao", "= bằng", "\"quoted\"", "# thăng"] {
            speech.say(words, None);
        }
        let file = speech.fluent(false);
        assert!(fluent_bundle::FluentResource::try_new(file.clone()).is_ok(), "{file}");
    }

    #[test]
    fn broken_braces_do_no_harm() {
        for text in ["{{", "}}", "{{ a", "{% {{ %} }}", "{#", "{", ""] {
            let _ = Speech::default().say(text, None);
        }
    }
}
