//! Where a line may end, and how much each place hurts.
//!
//! Unicode's line breaking (UAX #14) says what is possible. Vietnamese writes a space between syllables,
//! not words, so most of what is possible parts a word: the words found by the lexicon and a few rules
//! (number and unit, dates, names, dashes) put a cost on those places. Nothing is forbidden by it: where
//! the measure is short, the cheapest place is taken.

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::place::{LIKELY, Place};
use super::shape::Cluster;
use super::words::Words;

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

/// The cost of a break inside a token: `HIV/AIDS`, `57-NQ/TW`, an address of the web.
const INSIDE: f32 = 1.5;

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

/// How much it hurts to end a line at a byte offset, where `after` is the first token that starts there or later.
fn cost(text: &str, words: &Words, after: usize, offset: usize) -> f32 {
    let Some(before) = after.checked_sub(1) else { return 0.0 };
    let Some(head) = words.tokens.get(before) else { return 0.0 };
    if offset < head.range.end {
        return inside(text.get(head.range.clone()).unwrap_or_default());
    }
    Place::new(text, words, before, after).map_or(0.0, |place| place.cost().max(lone(text, words, after)))
}

/// What it costs to end a line next to the only syllable of a clause on that side of its comma.
fn lone(text: &str, words: &Words, after: usize) -> f32 {
    let clause_ends = |at: Option<usize>| {
        let token = at.and_then(|at| words.tokens.get(at));
        token.and_then(|token| text.get(token.range.clone())).is_some_and(|word| word.ends_with([',', ';', ':']))
    };
    if clause_ends(Some(after)) || clause_ends(after.checked_sub(2)) { CLAUSE } else { 0.0 }
}

/// The cost of a break inside a token: long words with a hyphen part more easily than codes do.
fn inside(token: &str) -> f32 {
    let long = |part: &str| part.chars().count() > 3 && part.chars().all(char::is_lowercase);
    if token.split('-').all(long) { LIKELY } else { INSIDE }
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
}
