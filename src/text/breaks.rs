//! Where a line may end, and how much each place hurts.
//!
//! Unicode's line breaking (UAX #14) says what is possible. Vietnamese writes a space between syllables,
//! not words, so most of what is possible parts a word: the words found by the lexicon and a few rules
//! (number and unit, dates, names, dashes) put a cost on those places. Nothing is forbidden by it: where
//! the measure is short, the cheapest place is taken.

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::shape::Cluster;
use super::vocabulary::{ABBREVIATED, LISTED, MAGNITUDES, NAMED, NOT_COUNTED, NUMBERED, UNITS};
use super::words::{Bond, Words, is_dash};

/// What may happen before a cluster.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Break {
    /// The line goes on.
    No,
    /// It may end here at a cost (0: freely; 1: it parts a compound word).
    Allowed(f32),
    /// It must end here.
    Must,
}

/// The cost of parting a compound, or a name.
const COMPOUND: f32 = 1.0;
/// The cost of parting what is most often a compound.
const LIKELY: f32 = 0.7;
/// The cost of parting a number from what it counts or from its name.
const NUMBER: f32 = 2.0;
/// The cost of a break inside a token: `HIV/AIDS`, `57-NQ/TW`, an address of the web.
const INSIDE: f32 = 1.5;
/// The cost of a line that starts with a dash.
const DASH: f32 = 1.0;
/// More capitals in a row are a title in capitals, not a name.
const LONGEST_NAME: usize = 6;

/// The cost of a line that ends one syllable into a new clause ("… làm trước, cả"), or leaves the last syllable
/// of one to the next line: a break at the comma is a breath away.
const CLAUSE: f32 = 0.6;

/// For each cluster, what may happen before it.
pub(super) fn opportunities(text: &str, clusters: &[Cluster]) -> Vec<Break> {
    let mut breaks = vec![Break::No; clusters.len()];
    let words = Words::new(text);
    let mut token = 0;
    for (offset, kind) in linebreaks(text) {
        // A break inside a cluster cannot be taken; the one at the very end is not ours to take.
        let Ok(index) = clusters.binary_search_by_key(&offset, |cluster| cluster.range.start) else { continue };
        if offset >= text.len() {
            continue;
        }
        while words.tokens.get(token).is_some_and(|t| t.range.start < offset) {
            token += 1;
        }
        breaks[index] = match kind {
            BreakOpportunity::Mandatory => Break::Must,
            BreakOpportunity::Allowed => Break::Allowed(cost(text, &words, token, offset)),
        };
    }
    breaks
}

/// What it costs to end a line next to the only syllable of a clause on that side of its comma.
fn lone(text: &str, words: &Words, after: usize) -> f32 {
    let clause_ends = |at: Option<usize>| {
        let token = at.and_then(|at| words.tokens.get(at));
        token.and_then(|token| text.get(token.range.clone())).is_some_and(|word| word.ends_with([',', ';', ':']))
    };
    if clause_ends(Some(after)) || clause_ends(after.checked_sub(2)) { CLAUSE } else { 0.0 }
}

/// How much it hurts to end a line at a byte offset, where `after` is the first token that starts there or later.
fn cost(text: &str, words: &Words, after: usize, offset: usize) -> f32 {
    let Some(before) = after.checked_sub(1) else { return 0.0 };
    let Some(head) = words.tokens.get(before) else { return 0.0 };
    if offset < head.range.end {
        return inside(text.get(head.range.clone()).unwrap_or_default());
    }
    let Some(tail) = words.tokens.get(after) else { return 0.0 };
    let place = Place {
        words,
        before,
        after,
        first: text.get(head.range.clone()).unwrap_or_default(),
        second: text.get(tail.range.clone()).unwrap_or_default(),
    };
    if tail.parted {
        return place.after_punctuation();
    }
    let bond = match tail.bond {
        Bond::Free => 0.0,
        Bond::Likely => LIKELY,
        Bond::Compound => COMPOUND,
    };
    place.number().max(place.dash(text)).max(bond).max(place.name(text)).max(lone(text, words, after))
}

/// The cost of a break inside a token: long words with a hyphen part more easily than codes do.
fn inside(token: &str) -> f32 {
    let long = |part: &str| part.chars().count() > 3 && part.chars().all(char::is_lowercase);
    if token.split('-').all(long) { LIKELY } else { INSIDE }
}

/// A space between two tokens.
struct Place<'w> {
    /// All words.
    words: &'w Words,
    /// The token that would end a line.
    before: usize,
    /// The one that would start the next.
    after: usize,
    /// The former as written.
    first: &'w str,
    /// The latter as written.
    second: &'w str,
}

impl Place<'_> {
    /// The cost where punctuation stands: none, but for abbreviations and listed kinds.
    fn after_punctuation(&self) -> f32 {
        if self.first.ends_with('.') && begins_name(self.second) {
            let short = ABBREVIATED.iter().any(|known| known.trim_end_matches('.') == self.words.bare(self.before));
            return if short { NUMBER } else { 0.0 };
        }
        let listed = self.first.ends_with(',')
            && LISTED.iter().any(|pair| {
                let (one, other) = pair.split_once(' ').unwrap_or_default();
                one == self.words.bare(self.before) && other == self.words.bare(self.after)
            });
        if listed { LIKELY } else { 0.0 }
    }

    /// The cost of parting a number from its name or from what it counts.
    fn number(&self) -> f32 {
        let (before, after) = (self.words.bare(self.before), self.words.bare(self.after));
        let led = |index: usize| {
            index.checked_sub(1).is_some_and(|lead| {
                NUMBERED.contains(&self.words.bare(lead)) && self.words.tokens.get(index).is_some_and(|t| !t.parted)
            })
        };
        if is_number(self.second, after) && led(self.after) {
            return NUMBER;
        }
        if !before.starts_with(|c: char| c.is_ascii_digit()) {
            let counts = MAGNITUDES.contains(&before)
                && self
                    .before
                    .checked_sub(1)
                    .is_some_and(|b| self.words.bare(b).ends_with(|c: char| c.is_ascii_digit()));
            return if counts && UNITS.contains(&after) { NUMBER } else { 0.0 };
        }
        let date_goes_on = matches!(after, "tháng" | "năm") && led(self.before);
        let closed = self.first.ends_with('%') || before.contains('/') || led(self.before);
        let letters = after.starts_with(char::is_alphabetic) || after.starts_with('°');
        if date_goes_on || self.second.starts_with('°') {
            return NUMBER;
        }
        if closed || NOT_COUNTED.contains(&after) || !letters { 0.0 } else { NUMBER }
    }

    /// The cost of a line that starts with a dash, or ends with one that joins two names.
    fn dash(&self, text: &str) -> f32 {
        if self.second.chars().all(is_dash) {
            return DASH;
        }
        if !self.first.chars().all(is_dash) {
            return 0.0;
        }
        // Bắc – Nam, Bến Lức – Long Thành; xanh – sạch – đẹp.
        let other = |index: Option<usize>| {
            let range = index.and_then(|at| self.words.tokens.get(at)).map(|token| token.range.clone());
            range.and_then(|range| text.get(range)).unwrap_or_default()
        };
        let is_list = |part: &str| !part.is_empty() && part.chars().all(is_dash);
        let names = begins_name(self.second) && begins_name(other(self.before.checked_sub(1)));
        let list = is_list(other(self.before.checked_sub(2))) || is_list(other(Some(self.after + 1)));
        if names || list { COMPOUND } else { 0.0 }
    }

    /// The cost of parting a proper name, or a name from its kind.
    fn name(&self, text: &str) -> f32 {
        if !begins_name(self.second) {
            return 0.0;
        }
        if NAMED.contains(&self.words.bare(self.before)) {
            return COMPOUND;
        }
        if !begins_name(self.first) || self.row(text) > LONGEST_NAME {
            return 0.0;
        }
        // At the start of a sentence the capital says little: Người Việt Nam.
        if self.words.tokens.get(self.before).is_some_and(|token| token.parted) { LIKELY } else { COMPOUND }
    }

    /// How many capitalised tokens stand in a row around this place.
    fn row(&self, text: &str) -> usize {
        let capital = |index: &usize| {
            let token = self.words.tokens.get(*index).and_then(|token| text.get(token.range.clone()));
            token.is_some_and(|token| token.chars().next().is_some_and(char::is_uppercase))
        };
        let back = (0..=self.before).rev().take(LONGEST_NAME + 1).take_while(capital).count();
        back + (self.after..).take(LONGEST_NAME + 1).take_while(capital).count()
    }
}

/// Whether a token is a number, a date or a Roman number.
fn is_number(token: &str, bare: &str) -> bool {
    let roman = || token.chars().take_while(|c| c.is_alphabetic()).all(|c| "IVXLC".contains(c));
    bare.starts_with(|c: char| c.is_ascii_digit()) || (token.starts_with(char::is_uppercase) && roman())
}

/// Whether a token starts like a syllable of a name: a capital and then small letters or nothing.
fn begins_name(token: &str) -> bool {
    let mut letters = token.chars().filter(|c| c.is_alphanumeric());
    letters.next().is_some_and(char::is_uppercase) && letters.all(|c| c.is_lowercase() || c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The cost before the word `after`.
    fn before(text: &str, after: &str) -> f32 {
        let (words, offset) = (Words::new(text), text.find(after).unwrap());
        let token = words.tokens.iter().position(|token| token.range.start >= offset).unwrap_or(words.tokens.len());
        cost(text, &words, token, offset)
    }

    #[test]
    fn compounds_numbers_and_dates_hold_together() {
        assert!(before("Lợi ích của Văn phòng số", "phòng") > 0.0);
        assert!(before("Lợi ích của Văn phòng số", "Văn") == 0.0);
        assert!(before("đạt 95 đơn vị", "đơn") > 0.0);
        assert!(before("Đơn vị 01 dẫn đầu", "01") > 0.0);
        assert!(before("ngày 30/10/2025", "30") > 0.0);
        assert!(before("ngày 2 tháng 9", "tháng") > 0.0);
        assert!(before("đạt 6,4 tỷ USD", "USD") > 0.0);
        assert!(before("quý III/2025", "III") > 0.0);
    }

    #[test]
    fn what_is_finished_lets_go() {
        assert!(before("giảm 50% thời gian", "thời") == 0.0);
        assert!(before("từ ngày 1/7 người dân", "người") == 0.0);
        assert!(before("năm 2025 và", "và") == 0.0);
        assert!(before("Đơn vị 01 dẫn đầu", "dẫn") == 0.0);
    }

    #[test]
    fn names_hold_together_and_capitals_do_not() {
        assert!(before("của ông Nguyễn Văn A", "Nguyễn") > 0.0);
        assert!(before("của ông Nguyễn Văn A", "A") > 0.0);
        assert!(before("tại xã Phước An", "Phước") > 0.0);
        assert!(before("tại TP. Hồ Chí Minh", "Hồ") > 0.0);
        assert!(before("Hết. Người dân", "Người") == 0.0);
        assert!(before("LỢI ÍCH CHO MỌI NGƯỜI", "CHO") == 0.0);
        assert!(before("Every Single Word Of This Title Shouts", "Of") == 0.0);
    }

    #[test]
    fn dashes_end_lines_and_codes_stay_whole() {
        assert!(before("gần dân – phục vụ", "–") > 0.0);
        assert!(before("gần dân – phục vụ", "phục") == 0.0);
        assert!(before("tuyến Bắc – Nam", "Nam") > 0.0);
        assert!(before("phòng HIV/AIDS", "AIDS") > before("a long-term plan", "term"));
    }

    #[test]
    fn clauses_end_at_their_commas() {
        let slogan = "Người đứng đầu làm trước, cả cơ quan làm theo";
        assert!(before(slogan, "cơ quan") > 0.0);
        assert!(before(slogan, "trước,") > 0.0);
        assert!(before(slogan, "cả") == 0.0);
        assert!(before(slogan, "làm trước") == 0.0);
    }
}
