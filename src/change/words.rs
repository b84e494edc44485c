//! Words of headline, caption and alt text that changed, word by word.

use serde::Serialize;

use crate::release::ReleasedAsset;

/// Longer texts than so many words are shown whole, before and after: to pair them word by word helps nobody.
const MOST_WORDS: usize = 1200;

/// A text said of an asset that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WordsChange {
    /// Which: `headline`, `caption`, `alt-text`.
    pub what: &'static str,
    /// Its pieces in order; those that stayed and went are the text before, those that stayed and came the text now.
    pub pieces: Vec<Piece>,
}

/// Some words in a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Piece {
    /// They stayed.
    Same(String),
    /// They went.
    Gone(String),
    /// They came.
    New(String),
}

/// The texts that changed.
pub(super) fn words(old: &ReleasedAsset, new: &ReleasedAsset) -> Vec<WordsChange> {
    let texts = [
        ("headline", &old.headline, &new.headline),
        ("caption", &old.caption, &new.caption),
        ("alt-text", &old.alt_text, &new.alt_text),
    ];
    let changed = texts.into_iter().filter(|(_, old, new)| old != new);
    changed.map(|(what, old, new)| WordsChange { what, pieces: pieces(old, new) }).collect()
}

/// Two texts as pieces: the longest common run of words stays.
fn pieces(old: &str, new: &str) -> Vec<Piece> {
    let old: Vec<&str> = old.split_whitespace().collect();
    let new: Vec<&str> = new.split_whitespace().collect();
    if old.len().max(new.len()) > MOST_WORDS {
        return vec![Piece::Gone(old.join(" ")), Piece::New(new.join(" "))];
    }
    let longest = longest(&old, &new);
    let (mut i, mut j, mut pieces) = (0, 0, Vec::new());
    while let (Some(one), Some(other)) = (old.get(i), new.get(j)) {
        if one == other {
            push(&mut pieces, Kind::Same, one);
            (i, j) = (i + 1, j + 1);
        } else if longest[i + 1][j] >= longest[i][j + 1] {
            push(&mut pieces, Kind::Gone, one);
            i += 1;
        } else {
            push(&mut pieces, Kind::New, other);
            j += 1;
        }
    }
    old[i..].iter().for_each(|word| push(&mut pieces, Kind::Gone, word));
    new[j..].iter().for_each(|word| push(&mut pieces, Kind::New, word));
    let whole = |(kind, words): (Kind, Vec<&str>)| match kind {
        Kind::Same => Piece::Same(words.join(" ")),
        Kind::Gone => Piece::Gone(words.join(" ")),
        Kind::New => Piece::New(words.join(" ")),
    };
    pieces.into_iter().map(whole).collect()
}

/// What became of a word.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// It stayed.
    Same,
    /// It went.
    Gone,
    /// It came.
    New,
}

/// Adds a word to the last piece, or begins another.
fn push<'a>(pieces: &mut Vec<(Kind, Vec<&'a str>)>, kind: Kind, word: &'a str) {
    match pieces.last_mut() {
        Some((last, words)) if *last == kind => words.push(word),
        _ => pieces.push((kind, vec![word])),
    }
}

/// For every pair of places, how many words the rests behind them share in order.
fn longest(old: &[&str], new: &[&str]) -> Vec<Vec<u16>> {
    let mut longest = vec![vec![0_u16; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            longest[i][j] =
                if old[i] == new[j] { longest[i + 1][j + 1] + 1 } else { longest[i + 1][j].max(longest[i][j + 1]) };
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changed_words_stand_beside_each_other() {
        let said = pieces("Tỷ lệ tăng lên 87,5% trong quý", "Tỷ lệ giảm còn 82,5% trong quý");
        let expected = [
            Piece::Same("Tỷ lệ".to_owned()),
            Piece::Gone("tăng lên 87,5%".to_owned()),
            Piece::New("giảm còn 82,5%".to_owned()),
            Piece::Same("trong quý".to_owned()),
        ];
        assert_eq!(said, expected);
    }

    proptest::proptest! {
        /// What stayed and went is the text before; what stayed and came the text now.
        #[test]
        fn pieces_are_both_texts(old in "([a-c]{1,2} ){0,9}", new in "([a-c]{1,2} ){0,9}") {
            let (mut before, mut after) = (Vec::new(), Vec::new());
            for piece in pieces(&old, &new) {
                match piece {
                    Piece::Same(words) => { before.push(words.clone()); after.push(words); }
                    Piece::Gone(words) => before.push(words),
                    Piece::New(words) => after.push(words),
                }
            }
            proptest::prop_assert_eq!(before.join(" "), old.trim());
            proptest::prop_assert_eq!(after.join(" "), new.trim());
        }
    }
}
