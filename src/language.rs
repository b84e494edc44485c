//! Languages of the pictures, and words said in several of them.

use std::collections::BTreeMap;

/// Words by language code (`vi`, `en`); the code `""` holds words said the same in all.
pub type Words = BTreeMap<String, String>;

/// The words for a language: its own, else those said the same in all languages.
pub fn words<'a>(words: &'a Words, language: &str) -> Option<&'a str> {
    words.get(language).or_else(|| words.get("")).map(String::as_str)
}
