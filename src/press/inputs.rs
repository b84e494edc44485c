//! The only place that reads a campaign from the disk: one snapshot, taken at the start of a run.

use std::path::Path;

use anyhow::{Context, bail};
use walkdir::WalkDir;

use crate::diagnostic::{Diagnostic, Span};
use crate::source::Folder;

/// What of a campaign folder is read.
const ROOTS: [&str; 5] = ["campaign.toml", "formats.toml", "data", "brand", "templates"];
/// Larger files are no campaign's input.
const MAX_FILE: u64 = 256 * 1024 * 1024;
/// More files than this are a wrong folder.
const MAX_FILES: usize = 20_000;

/// Reads the campaign folder; links are reported and not followed, so that nothing outside is read.
///
/// # Errors
/// When a file cannot be read, or there are far too many.
pub(super) fn read_folder(dir: &Path) -> anyhow::Result<(Folder, Vec<Diagnostic>)> {
    let (mut folder, mut found, mut count) = (Folder::new(), Vec::new(), 0);
    for root in ROOTS.map(|root| dir.join(root)).iter().filter(|root| root.symlink_metadata().is_ok()) {
        let walk = WalkDir::new(root).sort_by_file_name().into_iter();
        let seen = walk.filter_entry(|entry| !entry.file_name().to_string_lossy().starts_with('.'));
        for entry in seen {
            let entry = entry.with_context(|| format!("could not list {}", root.display()))?;
            if entry.file_type().is_dir() {
                continue;
            }
            let name = relative(entry.path(), dir);
            if entry.file_type().is_symlink() {
                found.push(Diagnostic::error("MB1010").arg("path", &name).at(Span::whole(name.as_str())).hint("hint"));
                continue;
            }
            count += 1;
            if count > MAX_FILES {
                bail!("more than {MAX_FILES} files below {}: is this a campaign folder?", dir.display());
            }
            let size = entry.metadata().with_context(|| format!("could not look at {name}"))?.len();
            if size > MAX_FILE {
                let diagnostic = Diagnostic::error("MB1011").arg("path", &name).arg("limit", MAX_FILE / 1024 / 1024);
                found.push(diagnostic.at(Span::whole(name.as_str())));
                continue;
            }
            folder.insert(&*name, std::fs::read(entry.path()).with_context(|| format!("could not read {name}"))?);
        }
    }
    Ok((folder, found))
}

/// A path below the campaign folder with `/` between its parts.
fn relative(path: &Path, dir: &Path) -> String {
    let parts = path.strip_prefix(dir).unwrap_or(path).components();
    parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect::<Vec<_>>().join("/")
}

/// The day it is, in the system's time zone.
#[expect(clippy::disallowed_methods, reason = "the one place that knows the time")]
pub(super) fn today() -> jiff::civil::Date {
    jiff::Zoned::now().date()
}

/// The moment it is, to the second: what the ledger notes and embargoes are measured by.
#[expect(clippy::disallowed_methods, reason = "the one place that knows the time")]
pub(super) fn now() -> jiff::Timestamp {
    let now = jiff::Timestamp::now();
    jiff::Timestamp::from_second(now.as_second()).unwrap_or(now)
}
