//! `mocban watch`. In: the campaign folder and what to run; out: a run now, and one after each change of an input.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use anyhow::Context;
use notify::event::{AccessKind, AccessMode, MetadataKind, ModifyKind};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// Changes closer together than this are one: editors write a file in several steps.
const QUIET: Duration = Duration::from_millis(60);
/// The same after a file was closed or took its place by a rename: it is whole, and others saved with it follow at once.
const WHOLE: Duration = Duration::from_millis(10);
/// How often a request to stop is looked for.
const GLANCE: Duration = Duration::from_millis(200);
/// Folders of inputs.
const FOLDERS: [&str; 3] = ["data", "brand", "templates"];
/// Files of inputs beside them.
const FILES: [&str; 2] = ["campaign.toml", "formats.toml"];

/// Runs once, then after each change, until `stop` is set.
///
/// # Errors
/// When the folder cannot be watched, or a run fails in a way the next one will too.
pub(super) fn watch(
    campaign: &Path,
    output: &Path,
    stop: &AtomicBool,
    mut run: impl FnMut() -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let context = || format!("cannot watch {}", campaign.display());
    let root = campaign.canonicalize().with_context(context)?;
    let (sender, changes) = channel();
    let mut watcher = notify::recommended_watcher(sender).with_context(context)?;
    // The folder itself, because editors replace campaign.toml by another file of that name.
    watcher.watch(&root, RecursiveMode::NonRecursive).with_context(context)?;
    let mut watched = Watched { root, output: output.to_owned(), folders: Vec::new() };
    watched.follow(&mut watcher);
    run()?;
    while watched.wait(&changes, stop) {
        watched.follow(&mut watcher);
        run()?;
    }
    Ok(())
}

/// What is being watched.
struct Watched {
    /// The campaign folder, absolute.
    root: PathBuf,
    /// The output folder, whose changes are our own.
    output: PathBuf,
    /// Folders of inputs that are followed.
    folders: Vec<PathBuf>,
}

impl Watched {
    /// Follows folders of inputs, also those made since the last time.
    fn follow(&mut self, watcher: &mut RecommendedWatcher) {
        self.folders.retain(|folder| folder.is_dir());
        for folder in FOLDERS.map(|name| self.root.join(name)) {
            if !self.folders.contains(&folder) && watcher.watch(&folder, RecursiveMode::Recursive).is_ok() {
                self.folders.push(folder);
            }
        }
    }

    /// Waits for a change and for quiet after it; false when asked to stop.
    fn wait(&self, changes: &Receiver<notify::Result<Event>>, stop: &AtomicBool) -> bool {
        let (mut changed, mut patience) = (false, GLANCE);
        while !stop.load(Ordering::Relaxed) {
            match changes.recv_timeout(patience) {
                // The watcher lost count: better once too often.
                Ok(Err(_)) => (changed, patience) = (true, QUIET),
                Ok(Ok(event)) if self.matters(&event) => (changed, patience) = (true, quiet_after(&event.kind)),
                Ok(Ok(event)) if changed && self.ends_writing(&event) => patience = WHOLE,
                Ok(Ok(_)) => {}
                Err(RecvTimeoutError::Timeout) if changed => return true,
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
        false
    }

    /// Whether an event may change what is drawn.
    fn matters(&self, event: &Event) -> bool {
        let content = match event.kind {
            // Reading is an event too, and we read.
            EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(MetadataKind::AccessTime)) => false,
            _ => true,
        };
        content && (event.need_rescan() || event.paths.iter().any(|path| self.is_input(path)))
    }

    /// Whether an event says that an input which was being written is whole now.
    fn ends_writing(&self, event: &Event) -> bool {
        event.kind == EventKind::Access(AccessKind::Close(AccessMode::Write))
            && event.paths.iter().any(|path| self.is_input(path))
    }

    /// Whether a path is an input of the campaign.
    fn is_input(&self, path: &Path) -> bool {
        let Ok(inside) = path.strip_prefix(&self.root) else { return false };
        let output = self.output.canonicalize();
        if output.is_ok_and(|output| path.starts_with(output)) {
            return false;
        }
        let name = |part: &Path| part.file_name().is_some_and(|name| scratch(&name.to_string_lossy()));
        if inside.ancestors().any(name) {
            return false;
        }
        FILES.iter().any(|file| inside == Path::new(file)) || FOLDERS.iter().any(|folder| inside.starts_with(folder))
    }
}

/// How long to wait for more after an event: a rename puts a finished file in place.
fn quiet_after(kind: &EventKind) -> Duration {
    match kind {
        EventKind::Modify(ModifyKind::Name(_)) => WHOLE,
        _ => QUIET,
    }
}

/// Whether a file is an editor's own: hidden, a backup, or a lock (`~$table.xlsx`, vi's `4913`).
fn scratch(name: &str) -> bool {
    name.starts_with(['.', '~']) || name.ends_with('~') || name == "4913"
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::Arc;
    use std::sync::atomic::AtomicUsize;
    use std::time::Instant;

    use super::*;

    #[test]
    fn only_inputs_matter() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().canonicalize().unwrap();
        fs::create_dir_all(root.join("templates/out")).unwrap();
        let watched = Watched { root: root.clone(), output: root.join("templates/out"), folders: Vec::new() };
        for input in ["campaign.toml", "formats.toml", "data", "data/x.csv", "templates/card/vi.ftl"] {
            assert!(watched.is_input(&root.join(input)), "{input}");
        }
        for other in [
            "output/a.png",
            "templates/out/a.png",
            "README.md",
            "database/x",
            "data/~$x.xlsx",
            "data/.x.csv.swp",
            "data/x.csv~",
            "data/4913",
            "templates/.git/x",
        ] {
            assert!(!watched.is_input(&root.join(other)), "{other}");
        }
        assert!(!watched.is_input(Path::new("/etc/passwd")));
    }

    #[test]
    fn a_saved_file_runs_again_and_reading_does_not() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().to_owned();
        fs::create_dir(root.join("data")).unwrap();
        fs::write(root.join("data/x.csv"), "1").unwrap();
        let (runs, stop) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
        let (counted, told, place) = (Arc::clone(&runs), Arc::clone(&stop), root.clone());
        let thread = std::thread::spawn(move || {
            watch(&place, &place.join("output"), &told, || {
                let _text = fs::read_to_string(place.join("data/x.csv"));
                counted.fetch_add(1, Ordering::SeqCst);
                Ok(())
            })
        });
        let reach = |wanted: usize| {
            let began = Instant::now();
            while runs.load(Ordering::SeqCst) < wanted && began.elapsed() < Duration::from_secs(20) {
                std::thread::sleep(Duration::from_millis(20));
            }
            runs.load(Ordering::SeqCst)
        };
        assert_eq!(reach(1), 1);
        std::thread::sleep(Duration::from_millis(400));
        assert_eq!(runs.load(Ordering::SeqCst), 1, "reading starts no run");
        // A file replaced by rename, as most editors save.
        fs::write(root.join("data/.x.tmp"), "2").unwrap();
        fs::rename(root.join("data/.x.tmp"), root.join("data/x.csv")).unwrap();
        assert!(reach(2) >= 2);
        // A folder made later is followed too.
        fs::create_dir(root.join("templates")).unwrap();
        let before = reach(3);
        assert!(before >= 3);
        fs::write(root.join("templates/new.svg"), "<svg/>").unwrap();
        assert!(reach(before + 1) > before);
        stop.store(true, Ordering::SeqCst);
        assert!(thread.join().unwrap().is_ok());
    }
}
