//! Says once what many jobs find. In: each finding; out: whether to show it, and at the end what was held back.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Diagnostic;

/// How many findings of one code in one file are shown in full; the rest is counted.
const SHOWN_A_FILE: usize = 50;
/// The same of one place in a template, where each picture has other words to find fault with.
const SHOWN_A_PLACE: usize = 3;

/// What to do with a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Show it.
    Show,
    /// The very same was shown before.
    Again,
    /// Too many of its kind were shown already.
    TooMany,
}

/// A code and a place or file; empty when it has none.
type Kind = (&'static str, String);

/// The findings met so far in a run.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// The different ones that were met, by code, places and arguments.
    met: BTreeSet<String>,
    /// How many different ones were met, by code and file.
    files: BTreeMap<Kind, usize>,
    /// How many different ones were met on pictures, by code and place.
    places: BTreeMap<Kind, usize>,
    /// How many were not shown, by code and place.
    again: BTreeMap<Kind, usize>,
    /// How many were not shown, by code and file.
    more: BTreeMap<Kind, usize>,
    /// Whether the number shown of one kind is bounded.
    bounded: bool,
}

/// What was held back, to be said at the end.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Held {
    /// The code.
    pub(super) code: &'static str,
    /// Its place or file; empty when it has none.
    pub(super) place: String,
    /// How many more there were.
    pub(super) more: usize,
}

/// All that was held back.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Rest {
    /// Findings met again at one place.
    pub(super) again: Vec<Held>,
    /// Kinds with too many findings in one file.
    pub(super) kinds: Vec<Held>,
}

impl Seen {
    /// Nothing met yet; `bounded` holds back a flood of one kind.
    pub(super) fn new(bounded: bool) -> Self {
        Self { bounded, ..Self::default() }
    }

    /// Counts a finding.
    pub(super) fn meet(&mut self, diagnostic: &Diagnostic) -> Verdict {
        let kind = |place: String| (diagnostic.code, place);
        let place = kind(diagnostic.spans.first().map(ToString::to_string).unwrap_or_default());
        if !self.met.insert(diagnostic.identity()) {
            *self.again.entry(place).or_default() += 1;
            return Verdict::Again;
        }
        if diagnostic.met.is_some() && full(&mut self.places, &place, SHOWN_A_PLACE) && self.bounded {
            *self.again.entry(place).or_default() += 1;
            return Verdict::TooMany;
        }
        let file = kind(diagnostic.spans.first().map(|span| span.file.to_string()).unwrap_or_default());
        if full(&mut self.files, &file, SHOWN_A_FILE) && self.bounded {
            *self.more.entry(file).or_default() += 1;
            return Verdict::TooMany;
        }
        Verdict::Show
    }

    /// What was held back; `Seen` starts anew.
    pub(super) fn rest(&mut self) -> Rest {
        let fresh = Self::new(self.bounded);
        let seen = std::mem::replace(self, fresh);
        let held = |held: BTreeMap<Kind, usize>| {
            held.into_iter().map(|((code, place), more)| Held { code, place, more }).collect::<Vec<_>>()
        };
        Rest { again: held(seen.again), kinds: held(seen.more) }
    }
}

/// Counts one more of a kind; whether there were as many as are shown before.
fn full(kinds: &mut BTreeMap<Kind, usize>, kind: &Kind, shown: usize) -> bool {
    let count = kinds.entry(kind.clone()).or_default();
    *count += 1;
    *count > shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Span;

    fn finding(line: u32) -> Diagnostic {
        Diagnostic::error("MB0001").arg("path", "x").at(Span::text("a.csv", line, 1, 0))
    }

    #[test]
    fn the_same_is_shown_once_and_counted() {
        let mut seen = Seen::new(true);
        assert_eq!(seen.meet(&finding(1)), Verdict::Show);
        assert_eq!(seen.meet(&finding(1)), Verdict::Again);
        assert_eq!(seen.meet(&finding(1).arg("more", "y")), Verdict::Show);
        assert_eq!(seen.meet(&finding(1)), Verdict::Again);
        let again = vec![Held { code: "MB0001", place: "a.csv:1:1".to_owned(), more: 2 }];
        assert_eq!(seen.rest(), Rest { again, kinds: Vec::new() });
        assert_eq!(seen.rest(), Rest::default());
        assert_eq!(seen.meet(&finding(1)), Verdict::Show);
    }

    #[test]
    fn a_flood_is_counted_only_when_bounded() {
        for (bounded, expected) in [(true, Verdict::TooMany), (false, Verdict::Show)] {
            let mut seen = Seen::new(bounded);
            let last = (1..=60).map(|line| seen.meet(&finding(line))).last();
            assert_eq!(last, Some(expected));
            let kinds =
                if bounded { vec![Held { code: "MB0001", place: "a.csv".to_owned(), more: 10 }] } else { vec![] };
            assert_eq!(seen.rest().kinds, kinds);
        }
    }

    #[test]
    fn a_flood_at_one_place_of_a_template_is_told_in_one_line() {
        let mut seen = Seen::new(true);
        let found = |words: usize| finding(7).arg("words", words).on("card/a", "og");
        let shown = (0..90).filter(|words| seen.meet(&found(words / 2)) == Verdict::Show).count();
        assert_eq!(shown, 3);
        let again = vec![Held { code: "MB0001", place: "a.csv:7:1".to_owned(), more: 87 }];
        assert_eq!(seen.rest(), Rest { again, kinds: Vec::new() });
    }
}
