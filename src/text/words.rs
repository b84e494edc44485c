//! Vietnamese words: which syllables of a text belong together.
//!
//! In: a text. Out: its tokens (stretches between white space), each folded for comparison, and whether the
//! place before it lies inside a compound word. A space parts syllables in Vietnamese, so words are found
//! with a lexicon: of all ways to read a text the one with the fewest words is taken.

use std::collections::BTreeSet;
use std::ops::{Bound, Range};
use std::sync::LazyLock;

/// The longest compound of the lexicon, in syllables.
const LONGEST: usize = 7;

/// Compounds, and syllables that hardly ever stand alone.
struct Lexicon {
    /// Two to seven syllables, lower case, single spaces.
    compounds: BTreeSet<&'static str>,
    /// Syllables that belong to the next one.
    leading: BTreeSet<&'static str>,
    /// Syllables that belong to the one before.
    trailing: BTreeSet<&'static str>,
}

/// The lexicon that ships with the program.
static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon { compounds: BTreeSet::new(), leading: BTreeSet::new(), trailing: BTreeSet::new() };
    let lines = include_str!("compounds.vi.txt").lines().filter(|line| !line.starts_with('#'));
    for entry in lines.flat_map(|line| line.split(',')).map(str::trim).filter(|entry| !entry.is_empty()) {
        if let Some(syllable) = entry.strip_suffix(" ~") {
            lexicon.leading.insert(syllable);
        } else if let Some(syllable) = entry.strip_prefix("~ ") {
            lexicon.trailing.insert(syllable);
        } else {
            lexicon.compounds.insert(entry);
        }
    }
    lexicon
});

/// How a token hangs on the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bond {
    /// Another word begins.
    Free,
    /// One of the two hardly ever stands alone, or another reading would join them.
    Likely,
    /// A compound of the lexicon goes on.
    Compound,
    /// A compound inside a longer one goes on: worse to part than the two halves of the longer.
    Inner,
}

/// A stretch between white space.
#[derive(Debug)]
pub(super) struct Token {
    /// Bytes in the text, punctuation included.
    pub(super) range: Range<usize>,
    /// Bytes in [`Words::folded`]: lower case, without punctuation around it.
    bare: Range<usize>,
    /// How it hangs on the token before.
    pub(super) bond: Bond,
    /// Whether punctuation parts it from the token before.
    pub(super) parted: bool,
}

/// The tokens of a text.
#[derive(Debug)]
pub(super) struct Words {
    /// All bare tokens with a space between them, so that a compound is a slice of it.
    folded: String,
    /// In order.
    pub(super) tokens: Vec<Token>,
}

impl Words {
    /// Finds the words of a text.
    pub(super) fn new(text: &str) -> Self {
        let mut words = Self { folded: String::with_capacity(text.len()), tokens: Vec::new() };
        let mut closed = true;
        for part in text.split_whitespace() {
            // A part lies inside the text, so the distance of their starts is its offset.
            let start = part.as_ptr() as usize - text.as_ptr() as usize;
            let bare = words.fold(part);
            let opened = part.starts_with(['“', '"', '‘', '(', '[', '«']);
            let range = start..start + part.len();
            words.tokens.push(Token { range, bare, bond: Bond::Free, parted: closed || opened });
            closed = part.ends_with(['.', ',', ';', ':', '!', '?', ')', ']', '”', '"', '’', '…', '»']);
        }
        words.join();
        words
    }

    /// A token without case and punctuation; empty when there is none.
    pub(super) fn bare(&self, index: usize) -> &str {
        self.tokens.get(index).and_then(|token| self.folded.get(token.bare.clone())).unwrap_or_default()
    }

    /// The word of the lexicon that ends with a token, or the token alone.
    pub(super) fn ending(&self, last: usize) -> &str {
        let goes_on = |index: &usize| self.tokens.get(*index).is_some_and(|token| token.bond >= Bond::Compound);
        let more = (0..=last).rev().take_while(goes_on).count();
        self.slice(last.saturating_sub(more), last + 1)
    }

    /// Tokens from one place to another, folded.
    fn slice(&self, from: usize, to: usize) -> &str {
        let ends = (self.tokens.get(from), to.checked_sub(1).and_then(|last| self.tokens.get(last)));
        let (Some(first), Some(last)) = ends else { return "" };
        self.folded.get(first.bare.start..last.bare.end).unwrap_or_default()
    }

    /// Appends a token to the folded text: lower case, tone marks where the newer spelling has them.
    fn fold(&mut self, part: &str) -> Range<usize> {
        if !self.folded.is_empty() {
            self.folded.push(' ');
        }
        let start = self.folded.len();
        let bare = part.trim_matches(|c: char| !c.is_alphanumeric() && !is_dash(c));
        self.folded.extend(bare.chars().flat_map(char::to_lowercase));
        let tail = self.folded.get(start..).unwrap_or_default();
        let old = TONES.iter().find(|(old, _)| tail.ends_with(old) && !tail.starts_with('q'));
        if let Some((old, new)) = old {
            self.folded.truncate(self.folded.len() - old.len());
            self.folded.push_str(new);
        }
        start..self.folded.len()
    }

    /// Compounds that start at a token: their lengths in tokens, rising.
    fn compounds(&self, from: usize) -> impl Iterator<Item = usize> + '_ {
        let most = LONGEST.min(self.tokens.len() - from);
        let parted = move |length: usize| self.tokens.get(from + length - 1).is_none_or(|token| token.parted);
        let found = (2..=most).take_while(move |length| !parted(*length)).map_while(move |length| {
            // The first entry not before the stretch tells both whether it is one and whether a longer one is.
            let stretch = self.slice(from, from + length);
            let next = LEXICON.compounds.range::<str, _>((Bound::Included(stretch), Bound::Unbounded)).next()?;
            next.strip_prefix(stretch).map(|rest| (length, rest.is_empty()))
        });
        found.filter(|(_, whole)| *whole).map(|(length, _)| length)
    }

    /// Reads the tokens as the fewest words, and marks the bonds.
    fn join(&mut self) {
        let count = self.tokens.len();
        let mut fewest = vec![0_usize; count + 1];
        let mut reach = vec![1_usize; count];
        // The shortest compound, in any reading, that goes on at a token.
        let mut within = vec![usize::MAX; count];
        for from in (0..count).rev() {
            let mut best = (fewest[from + 1] + 1, 1);
            for length in self.compounds(from) {
                for shortest in &mut within[from + 1..from + length] {
                    *shortest = length.min(*shortest);
                }
                if fewest[from + length] < best.0 {
                    best = (fewest[from + length] + 1, length);
                }
            }
            (fewest[from], reach[from]) = best;
        }
        let mut at = 0;
        let mut alone = true;
        while at < count {
            let length = reach[at];
            let bound = !self.tokens[at].parted
                && (within[at] < usize::MAX
                    || alone && at > 0 && LEXICON.leading.contains(self.bare(at - 1))
                    || length == 1 && LEXICON.trailing.contains(self.bare(at)));
            self.tokens[at].bond = if bound { Bond::Likely } else { Bond::Free };
            let inner = at + 1..at + length;
            for (token, shortest) in self.tokens[inner.clone()].iter_mut().zip(&within[inner]) {
                token.bond = if *shortest < length { Bond::Inner } else { Bond::Compound };
            }
            // A syllable that was just bound to the one before has found its word.
            alone = length == 1 && !bound;
            at += length;
        }
    }
}

/// Endings in the older spelling (tone on the last vowel) and in the newer one.
const TONES: [(&str, &str); 15] = [
    ("oá", "óa"),
    ("oà", "òa"),
    ("oả", "ỏa"),
    ("oã", "õa"),
    ("oạ", "ọa"),
    ("oé", "óe"),
    ("oè", "òe"),
    ("oẻ", "ỏe"),
    ("oẽ", "õe"),
    ("oẹ", "ọe"),
    ("uý", "úy"),
    ("uỳ", "ùy"),
    ("uỷ", "ủy"),
    ("uỹ", "ũy"),
    ("uỵ", "ụy"),
];

/// Whether a letter is a dash of any length.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '−')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text with `_` inside compounds, `=` inside those inside longer ones, and `~` at likely bonds.
    fn read(text: &str) -> String {
        let words = Words::new(text);
        let mut out = String::new();
        for token in &words.tokens {
            out.push(match token.bond {
                Bond::Free => ' ',
                Bond::Likely => '~',
                Bond::Compound => '_',
                Bond::Inner => '=',
            });
            out.push_str(&text[token.range.clone()]);
        }
        out.trim().to_owned()
    }

    #[test]
    fn the_fewest_words_are_read() {
        assert_eq!(read("Cơ sở dữ liệu về dân cư"), "Cơ=sở_dữ=liệu về dân_cư");
        assert_eq!(read("học sinh học trực tuyến"), "học_sinh~học trực_tuyến");
        assert_eq!(read("hồ sơ, giấy tờ"), "hồ_sơ, giấy_tờ");
        assert_eq!(read("hồ, sơ"), "hồ, sơ");
    }

    #[test]
    fn spelling_and_case_do_not_matter() {
        assert_eq!(read("SỐ HOÁ thủ tục"), "SỐ_HOÁ thủ_tục");
        assert_eq!(read("quý báu"), "quý báu");
        assert_eq!(read("Uỷ ban"), "Uỷ_ban");
    }

    #[test]
    fn the_lexicon_is_tidy() {
        for compound in &LEXICON.compounds {
            let syllables = compound.split(' ').count();
            assert!((2..=LONGEST).contains(&syllables), "{compound}");
            assert_eq!(*compound, compound.to_lowercase());
        }
        for syllable in LEXICON.leading.iter().chain(&LEXICON.trailing) {
            assert!(!syllable.contains(' '), "{syllable}");
        }
    }

    #[test]
    fn odd_input_is_read() {
        for text in ["", " ", "–", "“ ”", "\u{301}", "… , .", "İ ß q"] {
            assert_eq!(Words::new(text).tokens.len(), text.split_whitespace().count());
        }
    }
}
