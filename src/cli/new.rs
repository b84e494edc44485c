//! `mocban new DIR`. In: a folder that does not exist yet, or is empty; out: a small campaign in it, whole or not at all.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::skeleton::FILES;
use crate::diagnostic::Diagnostic;

/// Writes the skeleton; the outer error is the machine's, the inner one the user's.
///
/// Files are written beside their place and moved there at the end, `campaign.toml` last: a folder that has one is
/// complete.
///
/// # Errors
/// Inner: `MB1104` when the folder is not empty, `MB1105` when it is no folder. Outer: when writing fails.
pub(super) fn create(dir: &Path) -> anyhow::Result<Result<(), Diagnostic>> {
    let failed = || format!("cannot write a campaign to {}", dir.display());
    match fs::read_dir(dir) {
        Ok(mut entries) => match entries.next() {
            Some(_) => Ok(Err(refuse("MB1104", dir))),
            None => fill(dir).with_context(failed).map(Ok),
        },
        Err(_) if fs::symlink_metadata(dir).is_ok_and(|about| !about.is_dir()) => Ok(Err(refuse("MB1105", dir))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => make(dir).with_context(failed).map(Ok),
        Err(error) => Err(error).with_context(failed),
    }
}

/// The finding that a folder cannot be used.
fn refuse(code: &'static str, dir: &Path) -> Diagnostic {
    Diagnostic::error(code).arg("dir", dir.display()).hint("hint")
}

/// Makes a folder that does not exist: one rename, so that it is there whole or not at all.
fn make(dir: &Path) -> anyhow::Result<()> {
    let parent = dir.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(parent)?;
    let staging = tempfile::Builder::new().prefix(".mocban-new-").tempdir_in(parent)?;
    let campaign = write(staging.path())?;
    Ok(fs::rename(campaign, dir)?)
}

/// Fills a folder that exists and is empty; what was moved in is taken out again when a move fails.
fn fill(dir: &Path) -> anyhow::Result<()> {
    let staging = tempfile::Builder::new().prefix(".mocban-new-").tempdir_in(dir)?;
    let campaign = write(staging.path())?;
    let mut names: Vec<_> =
        fs::read_dir(&campaign)?.map(|entry| Ok(entry?.file_name())).collect::<Result<_, std::io::Error>>()?;
    names.sort_by_key(|name| (name == "campaign.toml", name.clone()));
    let mut moved: Vec<PathBuf> = Vec::new();
    for name in names {
        let place = dir.join(&name);
        if let Err(error) = fs::rename(campaign.join(&name), &place) {
            for path in &moved {
                let _left = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
            }
            return Err(error.into());
        }
        moved.push(place);
    }
    Ok(())
}

/// Writes all files below `staging/campaign`, which it makes with usual rights (a temporary folder's are narrower).
fn write(staging: &Path) -> anyhow::Result<PathBuf> {
    let campaign = staging.join("campaign");
    for (path, bytes) in FILES {
        let place = campaign.join(path);
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&place, bytes)?;
    }
    Ok(campaign)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(dir: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_new_folder_and_an_empty_one_get_the_same_files() {
        let dir = tempfile::tempdir().unwrap();
        let (new, empty) = (dir.path().join("deep/new"), dir.path().join("empty"));
        fs::create_dir(&empty).unwrap();
        for place in [&new, &empty] {
            assert_eq!(create(place).unwrap(), Ok(()));
            for (path, bytes) in FILES {
                assert_eq!(fs::read(place.join(path)).unwrap(), *bytes, "{path}");
            }
        }
        assert_eq!(names(&new), names(&empty));
        assert_eq!(names(&dir.path().join("deep")), ["new"], "no staging folder is left");
    }

    #[test]
    fn a_folder_in_use_is_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("mine.txt"), "mine").unwrap();
        assert_eq!(create(dir.path()).unwrap().unwrap_err().code, "MB1104");
        assert_eq!(create(&dir.path().join("mine.txt")).unwrap().unwrap_err().code, "MB1105");
        assert_eq!(names(dir.path()), ["mine.txt"]);
        assert!(create(&dir.path().join("mine.txt/below")).is_err());
    }

    #[test]
    fn the_skeleton_has_what_a_campaign_needs() {
        let paths: Vec<_> = FILES.iter().map(|(path, _)| *path).collect();
        for needed in ["campaign.toml", "brand/brand.tokens.json", "templates/card/template.svg", ".gitignore"] {
            assert!(paths.contains(&needed), "{needed}");
        }
        assert!(paths.iter().all(|path| !path.starts_with('/') && !path.contains("..")));
        let mut unique = paths.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), paths.len());
    }
}
