//! Queries: in comes what a person typed, out come full-text expressions from the strictest to the loosest.
//!
//! No character of the query reaches the index but letters and digits in double quotes, so nothing typed
//! can be taken for syntax.

use super::abbreviation::{asked, is_place_pair, is_place_word};
use super::fold::{exact_words, has_marks, plain, spellings, typed_in_telex_or_vni};

/// Words of a query beyond this many are passed over.
const MOST_WORDS: usize = 24;
/// Characters of a query beyond this many are passed over.
const MOST_CHARACTERS: usize = 400;
/// A query of fewer words than this is not tried with one left out: too little would be left of it.
const LEAST_WORDS: usize = 3;
/// Spellings of one phrase beyond this many are passed over.
const MOST_SPELLINGS: usize = 16;

/// A query: its parts in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Query {
    /// Single words, and phrases whose words must follow one another; none is empty.
    parts: Vec<Vec<String>>,
    /// Whether the last word may be the beginning of one.
    open: bool,
}

/// How closely a text must match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Closeness {
    /// As typed, marks and all.
    Exact,
    /// Words with marks in any accepted spelling; words without marks whatever marks they have in the text.
    Spelled,
    /// Without regard to marks.
    Plain,
}

impl Query {
    /// Reads what was typed. Words in double quotes of any kind follow one another, as do those that only punctuation parts (`fb-post`).
    pub(super) fn parse(typed: &str) -> Self {
        let typed: String = typed.chars().take(MOST_CHARACTERS).collect();
        let pieces: Vec<&str> = typed.split(['"', '“', '”', '„', '‟', '«', '»']).collect();
        let last = pieces.len() - 1;
        let mut query = Self { parts: Vec::new(), open: !typed.ends_with(['"', '”', '»']) };
        let mut room = MOST_WORDS;
        for (nth, piece) in pieces.iter().enumerate() {
            // Odd pieces stand between two quotes, except the last, whose quote was not closed (yet).
            let quoted = nth % 2 == 1 && nth != last;
            let chunks: Vec<&str> = if quoted { vec![*piece] } else { piece.split_whitespace().collect() };
            for chunk in chunks {
                // A sign of per cent may stand apart from its number in a picture.
                for piece in chunk.split_inclusive('%').flat_map(|piece| [piece.trim_end_matches('%'), percent(piece)])
                {
                    let mut words = exact_words(piece);
                    words.truncate(room);
                    room -= words.len();
                    if !words.is_empty() {
                        query.parts.push(words);
                    }
                }
            }
        }
        query
    }

    /// Whether there is nothing to look for.
    pub(super) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Expressions to try in order; a text found by an earlier one ranks before all found by later ones.
    pub(super) fn expressions(&self) -> Vec<String> {
        if self.is_empty() {
            return Vec::new();
        }
        let marked = self.parts.iter().flatten().any(|word| has_marks(word));
        let whole = self.as_phrase();
        let mut tiers = Vec::new();
        if marked {
            tiers.push(whole.expression(Closeness::Exact));
            tiers.push(self.expression(Closeness::Exact));
            tiers.push(whole.expression(Closeness::Spelled));
            tiers.push(self.expression(Closeness::Spelled));
        }
        tiers.push(whole.expression(Closeness::Plain));
        tiers.push(self.expression(Closeness::Plain));
        tiers.dedup();
        tiers
    }

    /// The loosest of [`Query::expressions`], which finds all that the others find; none for a query of nothing.
    pub(super) fn widest(&self) -> Option<String> {
        (!self.is_empty()).then(|| self.expression(Closeness::Plain))
    }

    /// Expressions for a query that found nothing: words typed with the keyboard off, words too many that say what sort of
    /// place a name is (`xã`), one word that is not there at all.
    pub(super) fn second_thoughts(&self) -> Vec<String> {
        let mut tiers = Vec::new();
        let retyped = self.map_words(|word| Some(typed_in_telex_or_vni(word).unwrap_or_else(|| word.to_owned())));
        if retyped != *self {
            tiers.push(retyped.as_phrase().expression(Closeness::Plain));
            tiers.push(self.either_way(&retyped));
        }
        let shorter = self.without_place_words();
        if !shorter.is_empty() && shorter != *self {
            tiers.push(shorter.as_phrase().expression(Closeness::Plain));
            tiers.push(shorter.expression(Closeness::Plain));
        }
        if (LEAST_WORDS..=MOST_SPELLINGS).contains(&self.parts.len()) {
            let all_but = |nth: usize| {
                let others = self.parts.iter().enumerate().filter(|(at, _)| *at != nth);
                let parts: Vec<Vec<String>> = others.map(|(_, part)| part.clone()).collect();
                format!("({})", Self { parts, open: self.open }.expression(Closeness::Plain))
            };
            tiers.push((0..self.parts.len()).map(all_but).collect::<Vec<_>>().join(" OR "));
        }
        tiers.dedup();
        tiers
    }

    /// Each part as typed or as retyped: a word that only looks like Telex stays findable beside others that are.
    fn either_way(&self, retyped: &Self) -> String {
        let last = self.parts.len().saturating_sub(1);
        let part = |(nth, (one, other)): (usize, (&Vec<String>, &Vec<String>))| {
            let open = self.open && nth == last;
            let [one, other] = [one, other].map(|words| part_expression(words, Closeness::Plain, open));
            if one == other { one } else { format!("({one} OR {other})") }
        };
        self.parts.iter().zip(&retyped.parts).enumerate().map(part).collect::<Vec<_>>().join(" AND ")
    }

    /// The query without the words that only say what sort of place a name is.
    fn without_place_words(&self) -> Self {
        let mut parts: Vec<Vec<String>> = Vec::new();
        let mut rest = self.parts.as_slice();
        while let Some((part, after)) = rest.split_first() {
            let next = after.first();
            if let ([first], Some([second])) = (part.as_slice(), next.map(Vec::as_slice))
                && is_place_pair(first, second)
            {
                rest = after.get(1..).unwrap_or_default();
            } else {
                if !matches!(part.as_slice(), [word] if is_place_word(word)) {
                    parts.push(part.clone());
                }
                rest = after;
            }
        }
        Self { parts, open: self.open }
    }

    /// The query with each word changed or left out.
    fn map_words(&self, change: impl Fn(&str) -> Option<String>) -> Self {
        let parts = self.parts.iter().map(|part| part.iter().filter_map(|word| change(word)).collect::<Vec<_>>());
        Self { parts: parts.filter(|part| !part.is_empty()).collect(), open: self.open }
    }

    /// The query as one phrase.
    fn as_phrase(&self) -> Self {
        Self { parts: vec![self.parts.concat()], open: self.open }
    }

    /// The full-text expression: every part must match.
    fn expression(&self, closeness: Closeness) -> String {
        let last = self.parts.len().saturating_sub(1);
        let parts =
            self.parts.iter().enumerate().map(|(nth, part)| part_expression(part, closeness, self.open && nth == last));
        parts.collect::<Vec<_>>().join(" AND ")
    }
}

/// The sign of per cent that a piece ends with.
fn percent(piece: &str) -> &str {
    if piece.ends_with('%') { "%" } else { "" }
}

/// The expression of one part: its spellings, any of which may match, in the columns that closeness looks at.
fn part_expression(words: &[String], closeness: Closeness, open: bool) -> String {
    let marked = words.iter().any(|word| has_marks(word));
    let exact = closeness == Closeness::Exact || (closeness == Closeness::Spelled && marked);
    let columns = if exact { super::schema::EXACT_COLUMNS } else { super::schema::PLAIN_COLUMNS };
    let typed = words;
    let words: Vec<String> = words.iter().map(|word| if exact { word.clone() } else { plain(word) }).collect();
    let mut phrases = vec![phrase(&words, open)];
    if closeness != Closeness::Exact {
        phrases.extend(all_spellings(&words).iter().map(|other| phrase(other, false)));
        phrases.extend(long_form(&words, exact).map(|long| phrase(&long, false)));
    }
    let either = format!("({columns} : ({}))", phrases.join(" OR "));
    if marked && closeness == Closeness::Plain {
        // Finds nothing more, but of the texts found those weigh more that have this word's marks as typed.
        return format!("({either} OR ({} : {}))", super::schema::EXACT_COLUMNS, phrase(typed, open));
    }
    either
}

/// Words that must follow one another, quoted; `open` lets the last be the beginning of a word.
fn phrase(words: &[String], open: bool) -> String {
    format!("\"{}\"{}", words.join(" "), if open { " *" } else { "" })
}

/// Every other way to spell the words, up to a limit.
fn all_spellings(words: &[String]) -> Vec<Vec<String>> {
    let mut ways: Vec<Vec<String>> = vec![Vec::new()];
    for word in words {
        let mut choices = vec![word.clone()];
        choices.extend(spellings(word));
        let extended = ways
            .iter()
            .flat_map(|way| choices.iter().map(|choice| [way.as_slice(), std::slice::from_ref(choice)].concat()));
        ways = extended.take(MOST_SPELLINGS).collect();
    }
    ways.retain(|way| way != words);
    ways
}

/// What a single abbreviated word stands for.
fn long_form(words: &[String], exact: bool) -> Option<Vec<String>> {
    let [word] = words else { return None };
    let long = asked(word)?;
    let words = exact_words(long);
    Some(if exact { words } else { words.iter().map(|word| plain(word)).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The parts of a query, words joined by spaces.
    fn parts(typed: &str) -> Vec<String> {
        Query::parse(typed).parts.iter().map(|part| part.join(" ")).collect()
    }

    #[test]
    fn words_and_phrases_are_told_apart() {
        assert_eq!(parts("Chuyển đổi"), ["chuyển", "đổi"]);
        assert_eq!(parts("\"chuyển đổi\" số"), ["chuyển đổi", "số"]);
        assert_eq!(parts("“chuyển đổi” số"), ["chuyển đổi", "số"]);
        assert_eq!(parts("fb-post 82,5%"), ["fb post", "82 5", "phantram"]);
        assert_eq!(parts("so \"chuyển đổi"), ["so", "chuyển", "đổi"], "a quote not closed yet");
        assert_eq!(parts("\"\" * ( ) 😀 -"), [""; 0]);
    }

    #[test]
    fn nothing_but_letters_and_digits_reaches_the_index() {
        for typed in ["a\"b", "NEAR(a b)", "a* OR b", "headline:a", "^a", "a\0b", "{x}", "'; DROP TABLE asset"] {
            for expression in Query::parse(typed).expressions() {
                for (nth, piece) in expression.split('"').enumerate() {
                    if nth % 2 == 1 {
                        assert!(piece.chars().all(|c| c.is_alphanumeric() || c == ' '), "{typed}: {expression}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_query_without_marks_looks_at_plain_words_only() {
        let tiers = Query::parse("chuyen doi").expressions();
        assert_eq!(tiers.len(), 2);
        assert!(tiers.iter().all(|tier| tier.contains(super::super::schema::PLAIN_COLUMNS)));
        assert_eq!(
            Query::parse("đường").expressions().len(),
            2,
            "one word: phrase and words are the same, and no other spelling"
        );
        assert_eq!(Query::parse("tỷ").expressions().len(), 3, "exact, spelled, plain");
    }

    #[test]
    fn long_queries_stay_bounded() {
        let typed = "tỷ ".repeat(10_000);
        let query = Query::parse(&typed);
        assert!(query.parts.len() <= MOST_WORDS);
        assert!(query.expressions().iter().map(String::len).sum::<usize>() < 20_000);
    }
}
