//! The list of files by which one release becomes another.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::release::{Release, ReleasedAsset, ReleasedFile};

/// What to do with one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileChange {
    /// What.
    pub step: Step,
    /// The file's released name.
    pub name: String,
    /// Its asset.
    pub asset: String,
    /// Its length, in bytes.
    pub bytes: u64,
    /// Its SHA-256.
    pub sha256: String,
    /// For an added file, the removed one that has the same bytes under another name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_as: Option<String>,
}

/// What to do with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Step {
    /// It is new.
    Add,
    /// It is no longer there.
    Remove,
    /// It stays.
    Keep,
}

/// Every file of either release, removals first.
pub(super) fn files(old: &Release, new: &Release) -> Vec<FileChange> {
    let (before, after) = (listed(old), listed(new));
    let names = |list: &[Listed<'_>]| -> BTreeSet<(String, String)> {
        list.iter().map(|(_, file)| (file.name.clone(), file.sha256.clone())).collect()
    };
    let (had, has) = (names(&before), names(&after));
    let is_in =
        |set: &BTreeSet<(String, String)>, file: &ReleasedFile| set.contains(&(file.name.clone(), file.sha256.clone()));
    let change = |step, (asset, file): &Listed<'_>, same_as| FileChange {
        step,
        name: file.name.clone(),
        asset: asset.asset.clone(),
        bytes: file.bytes,
        sha256: file.sha256.clone(),
        same_as,
    };
    let gone: Vec<_> = before.iter().filter(|(_, file)| !is_in(&has, file)).collect();
    let twins: BTreeMap<&str, &str> = gone.iter().map(|(_, file)| (file.sha256.as_str(), file.name.as_str())).collect();
    let mut files: Vec<FileChange> = gone.iter().map(|one| change(Step::Remove, one, None)).collect();
    for one in &after {
        let step = if is_in(&had, one.1) { Step::Keep } else { Step::Add };
        let same = twins.get(one.1.sha256.as_str()).filter(|_| step == Step::Add);
        files.push(change(step, one, same.map(|name| (*name).to_owned())));
    }
    files
}

/// Does what a list says to some files, each a name and a SHA-256; none when the list is of other files than these.
pub fn replay(files: &[FileChange], old: &BTreeSet<(String, String)>) -> Option<BTreeSet<(String, String)>> {
    let mut now = old.clone();
    for file in files {
        let one = (file.name.clone(), file.sha256.clone());
        let fits = match file.step {
            Step::Remove => now.remove(&one),
            Step::Keep => now.contains(&one),
            Step::Add => now.insert(one),
        };
        if !fits {
            return None;
        }
    }
    Some(now)
}

/// Whether two versions of an asset have the same bytes.
pub(super) fn same(old: &ReleasedAsset, new: &ReleasedAsset) -> bool {
    old.contents() == new.contents()
}

/// A file with its asset.
type Listed<'a> = (&'a ReleasedAsset, &'a ReleasedFile);

/// The files of a release, each with its asset.
fn listed(release: &Release) -> Vec<Listed<'_>> {
    release.assets.iter().flat_map(|asset| asset.files.iter().map(move |file| (asset, file))).collect()
}
