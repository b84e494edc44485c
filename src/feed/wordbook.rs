//! The words of feeds and pages, Vietnamese and English, and how each language writes a moment.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};
use unic_langid::langid;

/// Vietnamese words.
const VIETNAMESE: &str = include_str!("words/vi.ftl");
/// English words.
const ENGLISH: &str = include_str!("words/en.ftl");
/// Hours that Vietnam is ahead of UTC.
const AHEAD: i8 = 7;

/// The words of one language.
pub struct Wordbook {
    /// Its code.
    language: &'static str,
    /// Its sentences.
    bundle: FluentBundle<FluentResource>,
}

impl Wordbook {
    /// The words for a language; English ones where there are none.
    pub fn of(language: &str) -> Self {
        let (language, id, source) = match language.split('-').next() {
            Some("vi") => ("vi", langid!("vi"), VIETNAMESE),
            _ => ("en", langid!("en"), ENGLISH),
        };
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }

    /// The code of the language the words are in.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// Whether they are Vietnamese.
    pub fn is_vietnamese(&self) -> bool {
        self.language == "vi"
    }

    /// A sentence.
    pub fn say(&self, id: &str) -> String {
        self.fill(id, &[])
    }

    /// A sentence with its places filled.
    pub fn fill(&self, id: &str, args: &[(&'static str, String)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let mut values = FluentArgs::new();
        for (name, value) in args {
            values.set(*name, value.as_str());
        }
        self.bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
    }

    /// A day in Vietnam.
    pub fn day(&self, at: Timestamp) -> String {
        let pattern = if self.is_vietnamese() { "%d/%m/%Y" } else { "%-d %B %Y" };
        there(at).strftime(pattern).to_string()
    }

    /// A moment in Vietnam, to the minute.
    pub fn moment(&self, at: Timestamp) -> String {
        let pattern = if self.is_vietnamese() { "%H:%M ngày %d/%m/%Y" } else { "%-d %B %Y, %H:%M (UTC+7)" };
        there(at).strftime(pattern).to_string()
    }
}

/// A moment by the clocks of Vietnam, which have stood at UTC+7 since 1975.
fn there(at: Timestamp) -> jiff::Zoned {
    at.to_zoned(TimeZone::fixed(Offset::constant(AHEAD)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_the_same_and_each_in_its_own_way() {
        let keys = |source: &str| {
            let lines = source.lines().filter(|line| line.contains(" = ") && !line.starts_with([' ', '#']));
            lines
                .filter_map(|line| Some(line.split_once(" = ")?.0.to_owned()))
                .collect::<std::collections::BTreeSet<_>>()
        };
        assert_eq!(keys(VIETNAMESE), keys(ENGLISH));
        assert!(keys(ENGLISH).len() > 40);
        for source in [VIETNAMESE, ENGLISH] {
            assert!(FluentResource::try_new(source.to_owned()).is_ok());
        }
        let at: Timestamp = "2026-10-09T03:05:00Z".parse().unwrap();
        assert_eq!(Wordbook::of("vi").moment(at), "10:05 ngày 09/10/2026");
        assert_eq!(Wordbook::of("fr").moment(at), "9 October 2026, 10:05 (UTC+7)");
        assert_eq!(Wordbook::of("en-GB").day(at), "9 October 2026");
    }

    #[test]
    fn every_word_that_is_asked_for_is_there() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let walk = ["feed", "site"].into_iter().flat_map(|room| walkdir::WalkDir::new(root.join(room)));
        let paths = walk.map(|entry| entry.unwrap().into_path());
        let sources = paths.filter(|path| path.extension().is_some_and(|ending| ending == "rs"));
        let text: String = sources.map(|path| std::fs::read_to_string(path).unwrap()).collect();
        let words = Wordbook::of("en");
        for (call, end) in [("say(\"", '"'), ("fill(\"", '"')] {
            for key in text.split(call).skip(1).filter_map(|rest| rest.split(end).next()) {
                assert!(words.bundle.get_message(key).is_some(), "no words for {key}");
            }
        }
        for key in
            ENGLISH.lines().filter(|line| !line.starts_with(['#', ' '])).filter_map(|l| Some(l.split_once(" = ")?.0))
        {
            assert!(text.contains(&format!("\"{key}\"")), "{key} is said nowhere");
        }
    }
}
