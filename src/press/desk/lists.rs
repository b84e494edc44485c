//! The desk's two lists, read and checked anew by each command that asks who holds what.

use std::collections::BTreeSet;
use std::io::ErrorKind;

use anyhow::Context;

use crate::correction::{Agency, Placement, agencies, placements};
use crate::diagnostic::{Checked, Diagnostic, Findings};
use crate::ledger::Version;
use crate::press::Settings;
use crate::press::event::{Event, Listener};
use crate::release::Release;
use crate::source::Source;

/// The distribution list's file in the desk.
const AGENCIES: &str = "agencies.csv";
/// The register's file in the desk.
const PLACEMENTS: &str = "placements.csv";

/// Both lists.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// The distribution list.
    pub(super) agencies: Vec<Agency>,
    /// The register of placements.
    pub(super) placements: Vec<Placement>,
}

/// Reads both lists; those that are not there are empty. None when one has an error, which the listener is told.
pub(super) fn lists(
    settings: &Settings,
    releases: &[Release],
    listener: &dyn Listener,
) -> anyhow::Result<Option<Lists>> {
    let mut findings = Findings::new();
    let agencies = findings.take(read(settings, AGENCIES, agencies)?).unwrap_or_default();
    let placements = findings.take(read(settings, PLACEMENTS, placements)?).unwrap_or_default();
    findings.extend(astray(&placements, releases));
    let sound = !findings.has_errors();
    findings.into_vec().into_iter().for_each(|diagnostic| listener.hear(&Event::Diagnostic(diagnostic)));
    Ok(sound.then_some(Lists { agencies, placements }))
}

/// Reads one list.
fn read<T>(
    settings: &Settings,
    name: &str,
    reading: impl Fn(&Source) -> Checked<Vec<T>>,
) -> anyhow::Result<Checked<Vec<T>>> {
    let path = settings.desk_dir().join(name);
    match std::fs::read(&path) {
        Ok(bytes) => Ok(Source::new(&format!("desk/{name}"), &bytes).map_err(|d| vec![d]).and_then(|s| reading(&s))),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Findings::new().finish(Vec::new())),
        Err(error) => Err(error).with_context(|| format!("could not read {}", path.display())),
    }
}

/// Placements of what no release has (`MB1267`).
fn astray(placements: &[Placement], releases: &[Release]) -> Vec<Diagnostic> {
    let versions: BTreeSet<Version> =
        releases.iter().flat_map(|release| &release.assets).map(crate::release::ReleasedAsset::version).collect();
    let known = |one: &Placement| {
        versions.iter().any(|v| v.asset == one.asset && one.version.is_none_or(|number| number == v.version))
    };
    // Before the first release nobody can hold anything, and the list may be written ahead.
    let astray = placements.iter().filter(|one| !versions.is_empty() && !known(one));
    astray
        .map(|one| {
            let warning = Diagnostic::warning("MB1267").arg("placement", &one.id).arg("asset", &one.asset);
            warning.at(one.span.clone()).hint("hint")
        })
        .collect()
}
