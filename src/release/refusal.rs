//! What a release refuses, unless it is overruled with a reason.

use std::collections::{BTreeMap, BTreeSet};

use super::{Candidate, Release};
use crate::diagnostic::Diagnostic;
use crate::ledger::{Ledger, Stage};

/// Refusals that are passed over, each with the reason given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overruled {
    /// Figures made up for demonstration.
    pub illustrative: Option<String>,
    /// Pictures that are not what the campaign says now, or that preflight found wrong.
    pub stale: Option<String>,
    /// Pictures that nobody approved.
    pub unapproved: Option<String>,
    /// Values that jump and that only one person approved.
    pub jumps: Option<String>,
}

impl Overruled {
    /// By the names that the ledger keeps.
    pub fn by_name(&self) -> BTreeMap<String, String> {
        let all = [
            ("illustrative", &self.illustrative),
            ("stale", &self.stale),
            ("unapproved", &self.unapproved),
            ("jumps", &self.jumps),
        ];
        all.into_iter().filter_map(|(name, reason)| Some((name.to_owned(), reason.clone()?))).collect()
    }
}

/// Why these assets cannot be released, all reasons at once; nothing when they can.
///
/// `stale` are assets that are not what the campaign says now, `jumping` cells whose value jumps since the last period.
pub fn refusals(
    candidates: &[Candidate],
    ledger: &Ledger,
    earlier: &[Release],
    stale: &BTreeSet<String>,
    jumping: &BTreeSet<String>,
    overruled: &Overruled,
) -> Vec<Diagnostic> {
    if candidates.is_empty() {
        return vec![Diagnostic::error("MB1210").hint("hint")];
    }
    let mut found = Vec::new();
    for candidate in candidates {
        let state = candidate.state();
        let mut refuse = |code, passed: &Option<String>| {
            if passed.is_none() {
                found.push(Diagnostic::error(code).arg("asset", &state.asset).hint("hint"));
            }
        };
        if ledger.stage(&state) != Stage::Approved {
            refuse("MB1211", &overruled.unapproved);
        }
        if candidate.entries.iter().any(|entry| entry.illustrative) {
            refuse("MB1212", &overruled.illustrative);
        }
        if stale.contains(&state.asset) {
            refuse("MB1213", &overruled.stale);
        }
        if draws(candidate, jumping) && ledger.approvers(&state).len() < 2 {
            refuse("MB1214", &overruled.jumps);
        }
    }
    found.extend(shared_codes(candidates, earlier));
    found
}

/// Whether an asset draws one of some cells.
fn draws(candidate: &Candidate, cells: &BTreeSet<String>) -> bool {
    candidate.lineage.values().flat_map(|l| &l.numbers).flat_map(|n| &n.cells).any(|cell| cells.contains(cell))
}

/// Codes that two assets would share, or that an earlier version of another asset has (`MB1215`).
fn shared_codes(candidates: &[Candidate], earlier: &[Release]) -> Vec<Diagnostic> {
    let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
    let old = earlier.iter().flat_map(|release| &release.assets).map(|asset| (&*asset.code, &*asset.asset));
    let new = candidates.iter().filter_map(|one| Some((&*one.code, &*one.entries.first()?.asset)));
    let mut found = Vec::new();
    for (code, asset) in old.chain(new).filter(|(code, _)| !code.is_empty()) {
        let owner = *owners.entry(code).or_insert(asset);
        if owner != asset {
            found.push(
                Diagnostic::error("MB1215").arg("code", code).arg("asset", asset).arg("other", owner).hint("hint"),
            );
        }
    }
    found
}
