//! Findings that a campaign allows, each with its reason: listed, but they stop nothing.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::profile::{allowable, allowable_codes, protects_truth};
use crate::campaign::Allow;
use crate::diagnostic::Diagnostic;
use crate::plan::Job;

/// A campaign's allowances, and what came of each in this run.
pub struct Allowances<'a> {
    /// The allowances with how many jobs they were tried on, and how many findings they met.
    all: Vec<(&'a Allow, AtomicUsize, AtomicUsize)>,
}

impl<'a> Allowances<'a> {
    /// None used yet.
    pub fn new(allows: &'a [Allow]) -> Self {
        Self { all: allows.iter().map(|allow| (allow, AtomicUsize::new(0), AtomicUsize::new(0))).collect() }
    }

    /// Marks what the campaign allows among the findings on a job; each job is to be asked about once.
    pub fn apply(&self, job: &Job, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        for (allow, tried, met) in self.all.iter().filter(|(allow, ..)| concerns(allow, job)) {
            tried.fetch_add(1, Ordering::Relaxed);
            for finding in found.iter_mut().filter(|finding| finding.code == allow.code && allowable(finding.code)) {
                met.fetch_add(1, Ordering::Relaxed);
                finding.allowed.get_or_insert_with(|| allow.reason.as_str().into());
            }
        }
        found
    }

    /// Allowances that met nothing although every job they could concern was looked at (`MB0832`).
    pub fn idle<'j>(&self, jobs: impl Iterator<Item = &'j Job> + Clone) -> Vec<Diagnostic> {
        let idle = self.all.iter().filter(|(allow, tried, met)| {
            let concerned = jobs.clone().filter(|job| concerns(allow, job)).count();
            met.load(Ordering::Relaxed) == 0 && tried.load(Ordering::Relaxed) == concerned
        });
        let finding = |(allow, ..): &(&Allow, AtomicUsize, AtomicUsize)| {
            Diagnostic::warning("MB0832").arg("code", &allow.code).at(allow.span.clone()).hint("hint")
        };
        idle.map(finding).collect()
    }
}

/// The codes allowed on a job, in order: when one goes, the job has to be inspected again.
pub fn allowed_codes<'a>(allows: &'a [Allow], job: &Job) -> Vec<&'a str> {
    let mut codes: Vec<&str> =
        allows.iter().filter(|allow| concerns(allow, job)).map(|allow| allow.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// Whether an allowance speaks of a job.
fn concerns(allow: &Allow, job: &Job) -> bool {
    let is = |wanted: &Option<String>, name: &str| wanted.as_ref().is_none_or(|wanted| wanted == name);
    is(&allow.product, &job.product.name) && is(&allow.format, &job.format.name)
}

/// Allowances that cannot be: of a code that protects the truth (`MB0831`) or that is no check's (`MB0833`).
pub fn refused(allows: &[Allow]) -> Vec<Diagnostic> {
    let refused = |allow: &Allow| {
        if protects_truth(&allow.code) {
            let diagnostic = Diagnostic::error("MB0831").arg("code", &allow.code).at(allow.span.clone());
            return Some(diagnostic.hint("hint"));
        }
        let unknown = Diagnostic::error("MB0833").arg("code", &allow.code).at(allow.span.clone());
        (!allowable(&allow.code)).then(|| unknown.suggest(&allow.code, allowable_codes()))
    };
    allows.iter().filter_map(refused).collect()
}
