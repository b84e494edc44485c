//! The words of the sheet outside its templates: the same Fluent files, read line by line.

/// The words of the pages.
pub(super) const WORDS: [(&str, &str); 2] =
    [("vi", include_str!("pages/vi.ftl")), ("en", include_str!("pages/en.ftl"))];

/// The words for a language; English ones where there are none.
pub(super) fn words(language: &str) -> &'static str {
    let find = |wanted: &str| WORDS.iter().find(|(known, _)| wanted.split('-').next() == Some(known));
    find(language).or_else(|| find("en")).map_or("", |(_, words)| words)
}

/// A message with its one placeable filled.
pub(super) fn say(language: &str, key: &str, value: &str) -> String {
    let line = words(language).lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "));
    let Some(line) = line else { return key.to_owned() };
    match (line.split_once("{ $"), line.split_once(" }")) {
        (Some((before, _)), Some((_, after))) => format!("{before}{value}{after}"),
        _ => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_the_same_keys() {
        let keys = |words: &str| {
            words.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key.to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(keys(words("vi")), keys(words("en-GB")));
        assert_eq!(say("vi", "least-note", "1,2"), "cao 1,2 rem");
        assert_eq!(say("fr", "mark", ""), "Mark");
    }
}
