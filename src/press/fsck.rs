//! Whether desk and output folder are what their books say: a list of checks. In: the folders; out: findings, each with what repairs
//! it. Nothing is changed unless repair is asked for, and then only what follows from something else.

use std::collections::BTreeSet;

use anyhow::bail;

use super::Settings;
use super::event::{Event, Listener};
use crate::catalogue::{self, CATALOGUE, Catalogue, Condition};
use crate::diagnostic::{Diagnostic, Span};
use crate::digest::Digest;
use crate::release::{Archive, check_desk};
use crate::store::{Entries, Extent, Fault, Recorded, Shelf, Store};

/// What the checks look at.
struct Ground<'a> {
    /// The output folder.
    shelf: &'a Shelf,
    /// What its manifest and journal say.
    recorded: &'a Recorded,
}

/// One check: everything that is wrong in its own field.
type Check = fn(&Ground<'_>) -> anyhow::Result<Vec<Diagnostic>>;

/// The checks of the output folder, in order.
const CHECKS: [Check; 8] =
    [books, missing_and_altered, unlisted, contents, snapshots, lineage, leftovers, search_catalogue];

/// What a look through the output folder came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checkup {
    /// Files that the manifest lists.
    pub files: usize,
    /// What is wrong.
    pub findings: usize,
    /// What was put right, relative to the output folder.
    pub repaired: Vec<String>,
}

/// Checks the desk and the output folder and tells the listener what is wrong; with `repair`, first removes what killed runs left and
/// makes the catalogue anew where it is wrong. What cannot be made again is never removed.
///
/// # Errors
/// When another run is writing to the folder, or it cannot be read.
pub fn fsck(settings: &Settings, repair: bool, listener: &dyn Listener) -> anyhow::Result<Checkup> {
    let desk = check_desk(&Archive::at(settings.desk_dir()))?;
    let findings = desk.len();
    desk.into_iter().for_each(|diagnostic| listener.hear(&Event::Diagnostic(diagnostic)));
    let shelf = Shelf::at(&settings.output_dir);
    if !shelf.root().is_dir() {
        return Ok(Checkup { findings, ..Checkup::default() });
    }
    if shelf.is_busy() {
        bail!("another run is writing to {}; wait until that one has ended", shelf.root().display());
    }
    let repaired = if repair { put_right(&shelf)? } else { Vec::new() };
    let recorded = shelf.read()?;
    let ground = Ground { shelf: &shelf, recorded: &recorded };
    let mut findings = findings;
    for check in CHECKS {
        for diagnostic in check(&ground)? {
            findings += 1;
            listener.hear(&Event::Diagnostic(diagnostic));
        }
    }
    Ok(Checkup { files: recorded.entries.len(), findings, repaired })
}

/// Removes leftovers and a table of contents that is not to be believed, and makes a wrong catalogue anew.
fn put_right(shelf: &Shelf) -> anyhow::Result<Vec<String>> {
    let mut repaired = Vec::new();
    // The files an unreadable manifest lists are not known: nothing is taken for a leftover then.
    if shelf.read()?.warnings.is_empty() {
        repaired = Store::open(shelf.root())?.clear(Extent::Leftovers)?;
    }
    if !shelf.contents_are_true()? {
        shelf.forget_contents()?;
        repaired.push(".mocban/contents".to_owned());
    }
    if matches!(catalogue::condition(shelf)?, Condition::Damaged | Condition::Different) {
        catalogue::remove(shelf.root())?;
        Catalogue::current(shelf)?;
        repaired.push(CATALOGUE.to_owned());
    }
    Ok(repaired)
}

/// A finding about a file of the output folder.
fn about(code: &'static str, path: &str) -> Diagnostic {
    Diagnostic::error(code).arg("path", path).at(Span::whole(path)).hint("hint")
}

/// Manifest and journal can be read whole.
fn books(ground: &Ground<'_>) -> anyhow::Result<Vec<Diagnostic>> {
    Ok(ground.recorded.warnings.clone())
}

/// A file that a stopped run put in its place or removed, and did not come to note: no damage, and the next run makes it good.
fn unfinished(path: &str) -> Diagnostic {
    Diagnostic::warning("MB1044").arg("path", path).at(Span::whole(path)).hint("hint")
}

/// Every listed file is there as it was written.
fn missing_and_altered(ground: &Ground<'_>) -> anyhow::Result<Vec<Diagnostic>> {
    let worded = |(path, fault): &(String, Fault)| match fault {
        _ if ground.shelf.is_unfinished(ground.recorded, path) => unfinished(path),
        Fault::Missing => about("MB1003", path),
        Fault::Damaged => about("MB1004", path),
    };
    Ok(ground.shelf.faults(&ground.recorded.entries).iter().map(worded).collect())
}

/// Every file there is listed.
fn unlisted(ground: &Ground<'_>) -> anyhow::Result<Vec<Diagnostic>> {
    let found = catalogue::unlisted(ground.shelf, &ground.recorded.entries)?;
    let worded = |path: &String| {
        if ground.shelf.is_unfinished(ground.recorded, path) { unfinished(path) } else { about("MB1005", path) }
    };
    Ok(found.iter().map(worded).collect())
}

/// The table of contents says what the manifest says.
fn contents(ground: &Ground<'_>) -> anyhow::Result<Vec<Diagnostic>> {
    Ok(if ground.shelf.contents_are_true()? { Vec::new() } else { vec![about("MB1041", ".mocban/contents")] })
}

/// Every snapshot of inputs that an entry names is there, and all are what their names say.
fn snapshots(ground: &Ground<'_>) -> anyhow::Result<Vec<Diagnostic>> {
    sealed(ground, "inputs", &needed(&ground.recorded.entries))
}

/// Every lineage that an entry names is there, and all are what their names say.
fn lineage(ground: &Ground<'_>) -> anyhow::Result<Vec<Diagnostic>> {
    sealed(ground, "lineage", &ground.recorded.entries.values().filter_map(|entry| entry.lineage).collect())
}

/// The snapshots that entries name.
fn needed(entries: &Entries) -> BTreeSet<Digest> {
    entries.values().map(|entry| entry.inputs).collect()
}

/// What is wrong in a folder of files that are named by their digest.
fn sealed(ground: &Ground<'_>, folder: &str, needed: &BTreeSet<Digest>) -> anyhow::Result<Vec<Diagnostic>> {
    let found = ground.shelf.misnamed(folder, needed)?;
    Ok(found.iter().map(|(path, fault)| about("MB1042", path).arg("fault", fault.name())).collect())
}

/// Nothing lies about that a killed run left.
fn leftovers(ground: &Ground<'_>) -> anyhow::Result<Vec<Diagnostic>> {
    if !ground.recorded.warnings.is_empty() {
        return Ok(Vec::new());
    }
    let worded = |path: &String| Diagnostic::warning("MB1040").arg("path", path).at(Span::whole(path.as_str()));
    let found = ground.shelf.leftovers(&ground.recorded.entries)?;
    Ok(found.iter().map(|path| worded(path).hint("hint")).collect())
}

/// The catalogue says what the store says.
fn search_catalogue(ground: &Ground<'_>) -> anyhow::Result<Vec<Diagnostic>> {
    let fault = match catalogue::condition(ground.shelf)? {
        Condition::Sound | Condition::Missing => return Ok(Vec::new()),
        Condition::Damaged => "damaged",
        Condition::Different => "different",
    };
    Ok(vec![about("MB1043", CATALOGUE).arg("fault", fault)])
}
