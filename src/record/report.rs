//! The findings of one file: the first hundred in full, the rest as a number.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Severity, Span};

use super::limits::MAX_FINDINGS;

/// Findings about one file, as they come.
#[derive(Debug)]
pub(super) struct Report {
    /// The file.
    file: Arc<str>,
    /// The findings kept.
    kept: Vec<Diagnostic>,
    /// How many more there were.
    omitted: usize,
    /// Whether an error was among those left out.
    omitted_error: bool,
    /// Whether the warning about decomposed letters was given; once a file is enough.
    decomposed: bool,
}

impl Report {
    /// Nothing found yet.
    pub(super) fn new(file: Arc<str>) -> Self {
        Self { file, kept: Vec::new(), omitted: 0, omitted_error: false, decomposed: false }
    }

    /// Adds a finding, or counts it when there are too many.
    pub(super) fn push(&mut self, diagnostic: Diagnostic) {
        if self.kept.len() < MAX_FINDINGS {
            self.kept.push(diagnostic);
        } else {
            self.omitted += 1;
            self.omitted_error |= diagnostic.severity == Severity::Error;
        }
    }

    /// Warns, once a file, that letters came as base letter and mark.
    pub(super) fn decomposed(&mut self, span: &Span) {
        if !self.decomposed {
            self.decomposed = true;
            self.push(Diagnostic::warning("MB0237").arg("path", &self.file).at(span.clone()).hint("hint"));
        }
    }

    /// All findings, with a last one that says how many were left out.
    pub(super) fn into_vec(mut self) -> Vec<Diagnostic> {
        if self.omitted > 0 {
            let last = if self.omitted_error { Diagnostic::error("MB0244") } else { Diagnostic::warning("MB0244") };
            self.kept.push(last.arg("count", self.omitted).arg("path", &self.file).at(Span::whole(self.file)));
        }
        self.kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hundred_and_first_finding_is_counted_not_shown() {
        let mut report = Report::new("data/x.csv".into());
        for _ in 0..MAX_FINDINGS {
            report.push(Diagnostic::warning("MB0216"));
        }
        report.push(Diagnostic::error("MB0227"));
        report.push(Diagnostic::warning("MB0216"));
        let found = report.into_vec();
        assert_eq!(found.len(), MAX_FINDINGS + 1);
        assert_eq!(found[MAX_FINDINGS].code, "MB0244");
        assert_eq!(found[MAX_FINDINGS].severity, Severity::Error);
        assert_eq!(found[MAX_FINDINGS].args[0], ("count", "2".to_owned()));
    }

    #[test]
    fn decomposed_letters_warn_once() {
        let mut report = Report::new("data/x.csv".into());
        report.decomposed(&Span::whole("data/x.csv"));
        report.decomposed(&Span::whole("data/x.csv"));
        assert_eq!(report.into_vec().len(), 1);
    }
}
