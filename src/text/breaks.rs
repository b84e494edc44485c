//! Where a line may end, and how much each place hurts.
//!
//! Unicode's line breaking (UAX #14) says what is possible. Vietnamese writes a space between syllables,
//! not words, so most of what is possible parts a word: a small lexicon of compounds and a few rules
//! (number and unit, "Đơn vị 01", dates) put a cost on those places. Nothing is forbidden by it: where
//! the measure is short, the cheapest place is taken.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::shape::Cluster;

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

/// Compounds of two syllables that read badly when parted, lower case, one a line.
static COMPOUNDS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    include_str!("compounds.vi.txt").lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')).collect()
});

/// Words after which a number or a name belongs to them.
const LEADS: [&str; 27] = [
    "đơn",
    "vị",
    "số",
    "quý",
    "năm",
    "tháng",
    "ngày",
    "tỉnh",
    "xã",
    "phường",
    "huyện",
    "thành",
    "phố",
    "ông",
    "bà",
    "đồng",
    "chí",
    "nhóm",
    "giai",
    "đoạn",
    "bước",
    "lần",
    "thứ",
    "điều",
    "khoản",
    "mục",
    "phase",
];

/// The cost of parting a compound.
const COMPOUND: f32 = 1.0;
/// The cost of parting a number from what it counts or from its name.
const NUMBER: f32 = 2.0;
/// The cost of a line that ends right after a dash or before a closing one-letter word.
const DASH: f32 = 0.4;

/// The cost of a line that ends one syllable into a new clause ("… làm trước, cả"), or leaves the last syllable
/// of one to the next line: a break at the comma is a breath away.
const CLAUSE: f32 = 0.6;

/// For each cluster, what may happen before it.
pub(super) fn opportunities(text: &str, clusters: &[Cluster]) -> Vec<Break> {
    let mut breaks = vec![Break::No; clusters.len()];
    for (offset, kind) in linebreaks(text) {
        // A break inside a cluster cannot be taken; the one at the very end is not ours to take.
        let Ok(index) = clusters.binary_search_by_key(&offset, |cluster| cluster.range.start) else { continue };
        if text.get(offset..).is_none_or(str::is_empty) {
            continue;
        }
        breaks[index] = match kind {
            BreakOpportunity::Mandatory => Break::Must,
            BreakOpportunity::Allowed => Break::Allowed(cost(text, offset)),
        };
    }
    breaks
}

/// How much it hurts to end a line at a byte offset.
fn cost(text: &str, offset: usize) -> f32 {
    let (head, tail) = text.split_at(offset);
    let mut earlier = head.split_whitespace();
    let (last, next) = (earlier.next_back().unwrap_or_default(), tail.split_whitespace().next().unwrap_or_default());
    let (before, after) = (bare(last), bare(next));
    let ends_sentence = head.trim_end().ends_with(['.', ',', ';', ':', '!', '?', ')', '”', '…']);
    if ends_sentence {
        return 0.0;
    }
    let digit = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    if digit(&before) || (digit(&after) && LEADS.contains(&before.as_str())) {
        return NUMBER;
    }
    if ["–", "-", "—"].contains(&after.as_str()) || ["–", "-", "—"].contains(&before.as_str()) {
        return DASH;
    }
    if COMPOUNDS.contains(format!("{before} {after}").as_str()) {
        return COMPOUND;
    }
    let clause = |word: &str| word.ends_with([',', ';', ':']);
    if clause(next) || earlier.next_back().is_some_and(clause) { CLAUSE } else { 0.0 }
}

/// A word in lower case without the punctuation around it.
fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric() && !['–', '-', '—'].contains(&c)).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The cost before the word `after`.
    fn before(text: &str, after: &str) -> f32 {
        cost(text, text.find(after).unwrap())
    }

    #[test]
    fn compounds_numbers_and_dates_hold_together() {
        assert!(before("Lợi ích của Văn phòng số", "phòng") > 0.0);
        assert!(before("Lợi ích của Văn phòng số", "Văn") == 0.0);
        assert!(before("đạt 95 đơn vị", "đơn") > 0.0);
        assert!(before("Đơn vị 01 dẫn đầu", "01") > 0.0);
        assert!(before("ngày 30/10/2025", "30") > 0.0);
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
