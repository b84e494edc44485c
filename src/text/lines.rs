//! Lines: the fewest that fit the measure, and among those the least ragged with the least harm to words.

use std::ops::Range;

use super::breaks::Break;
use super::shape::Shaped;

/// A broken paragraph.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lines {
    /// Clusters of each line, without the white space at its end.
    pub ranges: Vec<Range<usize>>,
    /// Width of each, in em.
    pub widths: Vec<f32>,
    /// Whether a single unbreakable stretch is wider than the measure.
    pub overflows: bool,
    /// What the breaks cost: words parted, and lines before the last that stop short.
    pub harm: f32,
}

/// How much a unit of squared raggedness weighs against the cost of a bad break.
const RAGGEDNESS: f32 = 4.0;
/// An even last line matters less than even lines before it when text is not balanced.
const LAST_LINE: f32 = 0.15;
/// A line before the last that is shorter than this share of the widest looks forgotten…
const STUB: f32 = 0.5;
/// … and hurts as much as half a parted word.
const STUB_COST: f32 = 0.5;
/// Widths are sums of floats; a line may be this much over, in em.
const SLACK: f32 = 1e-3;

/// Breaks a shaped paragraph to a measure in em; `balance` evens out the last line too.
pub fn break_lines(shaped: &Shaped, measure: f32, balance: bool) -> Lines {
    let mut lines = Lines::default();
    let mut start = 0;
    for end in (1..=shaped.clusters.len()).filter(|i| shaped.breaks.get(*i).is_none_or(|b| *b == Break::Must)) {
        paragraph(shaped, start..end, measure, balance, &mut lines);
        start = end;
    }
    lines
}

/// A way to have broken a paragraph up to some place.
#[derive(Clone, Copy)]
struct Way {
    /// Lines so far.
    count: usize,
    /// Cost so far.
    cost: f32,
    /// Index of the place where the last line starts.
    from: usize,
}

/// Breaks one paragraph (no forced breaks inside) by choosing among all ways.
fn paragraph(shaped: &Shaped, range: Range<usize>, measure: f32, balance: bool, lines: &mut Lines) {
    let places = places(shaped, &range);
    let last = places.len() - 1;
    if last == 1 {
        return whole(shaped, range, measure, lines);
    }
    let mut ways: Vec<Option<Way>> = vec![None; places.len()];
    ways[0] = Some(Way { count: 0, cost: 0.0, from: 0 });
    let sums = prefix_sums(shaped, &range);
    for to in 1..places.len() {
        for from in (0..to).rev() {
            let (wide, ink) = (places[from].0, trimmed(shaped, places[from].0..places[to].0));
            let width = sums[ink.end - range.start] - sums[wide - range.start] - hanging(shaped, &ink);
            let too_wide = width > measure + SLACK;
            if too_wide && from + 1 != to {
                break;
            }
            lines.overflows |= too_wide;
            let Some(way) = ways[from] else { continue };
            let slack = ((measure - width) / measure.max(SLACK)).max(0.0);
            let weight = if to == last && !balance { LAST_LINE } else { 1.0 };
            let cost = way.cost + RAGGEDNESS * weight * slack * slack + places[to].1;
            let better = ways[to].is_none_or(|best| (way.count + 1, cost) < (best.count, best.cost));
            if better {
                ways[to] = Some(Way { count: way.count + 1, cost, from });
            }
        }
    }
    let mut cuts = Vec::new();
    let mut at = last;
    while at > 0 {
        let Some(way) = ways[at] else { break };
        cuts.push(trimmed(shaped, places[way.from].0..places[at].0));
        at = way.from;
    }
    let parted = cuts.iter().filter(|ink| ink.start > range.start).map(|ink| break_cost(shaped, ink.start));
    lines.harm += parted.sum::<f32>();
    let first = lines.widths.len();
    for ink in cuts.into_iter().rev() {
        lines.widths.push(sums[ink.end - range.start] - sums[ink.start - range.start] - hanging(shaped, &ink));
        lines.ranges.push(ink);
    }
    let own = &lines.widths[first..];
    let widest = own.iter().copied().fold(0.0, f32::max);
    let stubs = own.iter().rev().skip(1).filter(|width| **width < STUB * widest).count();
    #[expect(clippy::cast_precision_loss, reason = "a few lines")]
    let stubs = stubs as f32;
    lines.harm += STUB_COST * stubs;
}

/// Sets a paragraph that cannot be broken: a number, a label.
fn whole(shaped: &Shaped, range: Range<usize>, measure: f32, lines: &mut Lines) {
    let ink = trimmed(shaped, range);
    let width = shaped.clusters[ink.clone()].iter().map(|cluster| cluster.advance).sum::<f32>() - hanging(shaped, &ink);
    lines.overflows |= width > measure + SLACK;
    lines.widths.push(width);
    lines.ranges.push(ink);
}

/// Where lines of a paragraph may start or end, with what it costs: its start, its inner breaks, its end.
fn places(shaped: &Shaped, range: &Range<usize>) -> Vec<(usize, f32)> {
    let inner = || {
        let breaks = range.clone().zip(&shaped.breaks[range.clone()]).skip(1);
        breaks.filter_map(|(index, at)| match at {
            Break::Allowed(cost) => Some((index, *cost)),
            _ => None,
        })
    };
    let mut places = Vec::with_capacity(2 + inner().count());
    places.push((range.start, 0.0));
    places.extend(inner());
    places.push((range.end, 0.0));
    places
}

/// The letter space after a line's last letter, which is no part of its width.
fn hanging(shaped: &Shaped, ink: &Range<usize>) -> f32 {
    if ink.is_empty() { 0.0 } else { shaped.clusters.get(ink.end - 1).map_or(0.0, |last| last.tracking) }
}

/// What it costs to start a line at a cluster.
fn break_cost(shaped: &Shaped, index: usize) -> f32 {
    match shaped.breaks.get(index) {
        Some(Break::Allowed(cost)) => *cost,
        _ => 0.0,
    }
}

/// Advance before each cluster of a range, and after the last.
fn prefix_sums(shaped: &Shaped, range: &Range<usize>) -> Vec<f32> {
    let mut sums = Vec::with_capacity(range.len() + 1);
    sums.push(0.0);
    let mut total = 0.0;
    for cluster in &shaped.clusters[range.clone()] {
        total += cluster.advance;
        sums.push(total);
    }
    sums
}

/// A range of clusters without the white space at its end.
fn trimmed(shaped: &Shaped, mut range: Range<usize>) -> Range<usize> {
    while range.end > range.start && shaped.clusters[range.end - 1].space {
        range.end -= 1;
    }
    range
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::breaks::opportunities;
    use crate::text::shape::Cluster;

    /// A paragraph whose letters are all half an em wide.
    fn monospace(text: &str) -> Shaped {
        let clusters: Vec<Cluster> = text
            .char_indices()
            .map(|(at, c)| Cluster {
                range: at..at + c.len_utf8(),
                piece: 0,
                advance: 0.5,
                tracking: 0.0,
                glyphs: [].into(),
                space: c.is_whitespace(),
            })
            .collect();
        let breaks = opportunities(text, &clusters);
        Shaped { text: text.to_owned(), clusters, breaks }
    }

    /// Lines as words.
    fn wrap(text: &str, measure: f32, balance: bool) -> Vec<String> {
        let shaped = monospace(text);
        let lines = break_lines(&shaped, measure, balance);
        let words = |r: &Range<usize>| {
            shaped.clusters[r.clone()].iter().map(|c| &shaped.text[c.range.clone()]).collect::<String>()
        };
        lines.ranges.iter().map(words).collect()
    }

    #[test]
    fn balanced_lines_are_even_and_as_few_as_greedy() {
        assert_eq!(wrap("aaa bbb ccc ddd", 6.0, true), ["aaa bbb", "ccc ddd"]);
    }

    #[test]
    fn compounds_stay_whole_where_the_measure_allows() {
        assert_eq!(
            wrap("Lợi ích của Văn phòng số không giấy tờ", 10.0, true).join("|"),
            "Lợi ích của|Văn phòng số|không giấy tờ"
        );
    }

    #[test]
    fn forced_breaks_and_long_words() {
        assert_eq!(wrap("a\nb", 10.0, true), ["a", "b"]);
        assert!(break_lines(&monospace("abcdefghij"), 2.0, true).overflows);
        assert_eq!(wrap("", 5.0, true), Vec::<String>::new());
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_lost_and_no_line_is_too_wide(words in proptest::collection::vec("[a-zđếộ]{1,9}", 1..20), measure in 1.0f32..20.0) {
            let text = words.join(" ");
            let lines = wrap(&text, measure, true);
            proptest::prop_assert_eq!(lines.join(" "), text);
            for line in &lines {
                let width = line.chars().count() as f32 * 0.5;
                proptest::prop_assert!(width <= measure + 1e-3 || !line.contains(' '));
            }
        }
    }
}
