//! Says once what many jobs find. In: each finding; out: whether to show it, and at the end what was held back.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;

/// How many findings of one code in one file are shown in full; the rest is counted.
const SHOWN_A_FILE: usize = 50;

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

/// The findings met so far in a run.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// How often each was met, by code, places and arguments.
    times: BTreeMap<String, usize>,
    /// How many different ones were met, by code and file.
    kinds: BTreeMap<(&'static str, String), usize>,
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
    /// Findings met again, word for word.
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
        let times = self.times.entry(diagnostic.identity()).or_default();
        *times += 1;
        if *times > 1 {
            return Verdict::Again;
        }
        let file = diagnostic.spans.first().map(|span| span.file.to_string()).unwrap_or_default();
        let kind = self.kinds.entry((diagnostic.code, file)).or_default();
        *kind += 1;
        if self.bounded && *kind > SHOWN_A_FILE { Verdict::TooMany } else { Verdict::Show }
    }

    /// What was held back; `Seen` starts anew.
    pub(super) fn rest(&mut self) -> Rest {
        let fresh = Self::new(self.bounded);
        let seen = std::mem::replace(self, fresh);
        let codes: BTreeMap<&str, &'static str> = seen.kinds.keys().map(|(code, _)| (*code, *code)).collect();
        let again = seen.times.iter().filter(|(_, times)| **times > 1).filter_map(|(identity, times)| {
            let mut parts = identity.split('\u{0}');
            let code = *codes.get(parts.next()?)?;
            Some(Held { code, place: parts.next()?.to_owned(), more: times - 1 })
        });
        let kinds = seen
            .kinds
            .iter()
            .filter(|(_, met)| seen.bounded && **met > SHOWN_A_FILE)
            .map(|((code, file), met)| Held { code, place: file.clone(), more: met - SHOWN_A_FILE });
        Rest { again: again.collect(), kinds: kinds.collect() }
    }
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
}
