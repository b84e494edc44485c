//! Counts what a run finds: different findings by severity, and by code for the account of preflight.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use super::event::{Event, Found, Inspected, Listener, Standing};
use crate::diagnostic::{Diagnostic, Severity};

/// Passes everything on and counts the findings.
pub(super) struct Tally<'l> {
    /// Who hears.
    listener: &'l dyn Listener,
    /// What was counted.
    counted: Mutex<Counted>,
}

/// Findings so far.
#[derive(Default)]
struct Counted {
    /// Every different finding.
    seen: BTreeSet<String>,
    /// By code and standing.
    rows: BTreeMap<(&'static str, Standing), Row>,
}

/// Findings of one code.
#[derive(Default)]
struct Row {
    /// How many different ones.
    findings: usize,
    /// On which artworks.
    artworks: BTreeSet<String>,
    /// On which surfaces.
    formats: BTreeSet<String>,
}

impl<'l> Tally<'l> {
    /// Nothing counted yet.
    pub(super) fn new(listener: &'l dyn Listener) -> Self {
        Self { listener, counted: Mutex::default() }
    }

    /// How many different findings there were, by standing.
    pub(super) fn found(&self) -> Found {
        let mut found = Found::default();
        for row in self.rows() {
            match row.standing {
                Standing::Error => found.errors += row.findings,
                Standing::Warning => found.warnings += row.findings,
                Standing::Allowed => found.allowed += row.findings,
            }
        }
        found
    }

    /// The account of all findings, by code; errors first within a code.
    pub(super) fn rows(&self) -> Vec<Inspected> {
        let counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        let row = |((code, standing), row): (&(&'static str, Standing), &Row)| Inspected {
            code,
            standing: *standing,
            findings: row.findings,
            artworks: row.artworks.len(),
            formats: row.formats.iter().cloned().collect(),
        };
        counted.rows.iter().map(row).collect()
    }

    /// Counts a finding.
    fn count(&self, finding: &Diagnostic) {
        let standing = match (&finding.allowed, finding.severity) {
            (Some(_), _) => Standing::Allowed,
            (None, Severity::Error) => Standing::Error,
            (None, Severity::Warning) => Standing::Warning,
        };
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        let fresh = counted.seen.insert(finding.identity());
        let row = counted.rows.entry((finding.code, standing)).or_default();
        row.findings += usize::from(fresh);
        if let Some(met) = &finding.met {
            row.artworks.insert(met.artwork.clone());
            row.formats.insert(met.format.clone());
        }
    }
}

impl Listener for Tally<'_> {
    fn hear(&self, event: &Event) {
        if let Event::Diagnostic(finding) = event {
            self.count(finding);
        }
        self.listener.hear(event);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Span;

    struct Deaf;

    impl Listener for Deaf {
        fn hear(&self, _: &Event) {}
    }

    #[test]
    fn what_many_artworks_share_is_one_finding() {
        let tally = Tally::new(&Deaf);
        let finding = Diagnostic::warning("MB0807").arg("words", "x").at(Span::text("t.svg", 3, 1, 0));
        let allowed = Diagnostic { allowed: Some("asked for".into()), ..Diagnostic::error("MB0804") };
        for finding in [
            finding.clone().on("card/a", "og"),
            finding.clone().on("card/b", "a4"),
            finding.arg("more", 1).on("card/b", "a4"),
            allowed.on("card/b", "a4"),
            Diagnostic::error("MB0001"),
        ] {
            tally.hear(&Event::Diagnostic(finding));
        }
        assert_eq!(tally.found(), Found { errors: 1, warnings: 2, allowed: 1 });
        let rows = tally.rows();
        let words: Vec<_> =
            rows.iter().map(|row| (row.code, row.findings, row.artworks, row.formats.join(" "))).collect();
        let expected = [("MB0001", 1, 0, ""), ("MB0804", 1, 1, "a4"), ("MB0807", 2, 2, "a4 og")];
        assert_eq!(
            words,
            expected.map(|(code, findings, artworks, formats)| (code, findings, artworks, formats.to_owned()))
        );
    }
}
