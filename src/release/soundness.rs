//! Whether a desk is whole: its ledger unbroken, every release as it was entered, every released byte there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::Archive;
use crate::diagnostic::{Diagnostic, Span};
use crate::digest::Digest;
use crate::ledger::{Ledger, Unreadable};

/// What is wrong with a desk: `MB1201` an altered ledger, `MB1202` a release that is gone or altered, `MB1203` bytes that are
/// gone or altered, `MB1204` (a warning) files that no release names, as a killed release leaves them.
///
/// # Errors
/// The machine fails.
pub fn check_desk(archive: &Archive) -> anyhow::Result<Vec<Diagnostic>> {
    let ledger = match Ledger::read(archive.desk()) {
        Ok(ledger) => ledger,
        // Without the ledger nothing says what should be there.
        Err(Unreadable::Altered(diagnostic)) => return Ok(vec![diagnostic]),
        Err(Unreadable::Machine(error)) => return Err(error),
    };
    let mut found = Vec::new();
    let (named, needed) = released(archive, &ledger, &mut found);
    for (content, file) in &needed {
        if let Err(error) = archive.get(content) {
            let place = archive.place(content);
            found.push(about("MB1203", &place).arg("file", file).arg("error", format!("{error:#}")).hint("hint"));
        }
    }
    let known: BTreeSet<PathBuf> = needed.keys().map(|content| archive.place(content)).chain(named).collect();
    let idle = archive.files()?.into_iter().filter(|path| !known.contains(path));
    found.extend(idle.map(|path| Diagnostic {
        severity: crate::diagnostic::Severity::Warning,
        ..about("MB1204", &path).hint("hint")
    }));
    Ok(found)
}

/// Places of the manifests that the ledger names, and the bytes they name, each with the file that has them.
fn released(
    archive: &Archive,
    ledger: &Ledger,
    found: &mut Vec<Diagnostic>,
) -> (Vec<PathBuf>, BTreeMap<Digest, String>) {
    let (mut named, mut needed) = (Vec::new(), BTreeMap::new());
    for (_, name, manifest) in ledger.releases() {
        let place = archive.release_place(name);
        match archive.release(name, &manifest) {
            Ok(release) => {
                let files = release.assets.iter().flat_map(|asset| &asset.files);
                needed.extend(files.map(|file| (file.content, file.name.clone())));
                needed.extend(release.data.iter().map(|file| (file.content, file.path.clone())));
            }
            Err(error) => {
                found
                    .push(about("MB1202", &place).arg("release", name).arg("error", format!("{error:#}")).hint("hint"));
            }
        }
        named.push(place);
    }
    (named, needed)
}

/// A finding about a file.
fn about(code: &'static str, path: &Path) -> Diagnostic {
    Diagnostic::error(code).arg("path", path.display()).at(Span::whole(path.display().to_string()))
}
