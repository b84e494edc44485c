//! What the SVG and PDF libraries only log: each dropped part of a drawing becomes known to the job that drew it.

use std::cell::RefCell;

use log::{LevelFilter, Log, Metadata, Record};

thread_local! {
    /// The warnings of the work in hand on this thread; `None` when nobody listens.
    static HEARD: RefCell<Option<Vec<String>>> = const { RefCell::new(None) };
}

/// Libraries whose warnings are listened to.
const SPEAKERS: [&str; 5] = ["usvg", "resvg", "krilla", "krilla_svg", "fontdb"];

/// The process's logger.
struct Listener;

impl Log for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        let speaker = metadata.target().split("::").next().unwrap_or_default();
        SPEAKERS.contains(&speaker)
    }

    fn log(&self, record: &Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        // A warning said while the thread is ending has no one to hear it.
        let _ = HEARD.try_with(|heard| {
            if let Ok(mut heard) = heard.try_borrow_mut()
                && let Some(heard) = heard.as_mut()
            {
                heard.push(record.args().to_string());
            }
        });
    }

    fn flush(&self) {}
}

/// Installs the process's logger; further calls change nothing.
///
/// When the program has a logger of its own already, that one is kept and dropped parts go unnoticed.
pub fn listen_for_warnings() {
    if log::set_logger(&Listener).is_ok() {
        log::set_max_level(LevelFilter::Warn);
    }
}

/// Does some work on this thread and gives what was said during it, without what is harmless.
pub fn heard_during<T>(work: impl FnOnce() -> T) -> (T, Vec<String>) {
    listen_for_warnings();
    let before = HEARD.with(|heard| heard.replace(Some(Vec::new())));
    let value = work();
    let mut heard = HEARD.with(|heard| heard.replace(before)).unwrap_or_default();
    heard.retain(|warning| !harmless(warning));
    heard.dedup();
    (value, heard)
}

/// Whether a warning speaks of a part that has no area: a bar of length zero is right to be invisible.
fn harmless(warning: &str) -> bool {
    warning.contains("zero-sized shapes")
        || ["'width'", "'height'", "'r'", "'rx'", "'ry'"]
            .iter()
            .any(|name| warning.ends_with(&format!("has an invalid {name} value. Skipped.")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn warnings_are_heard_on_their_own_thread_only() {
        let ((), heard) = heard_during(|| {
            log::warn!(target: "usvg::parser", "dropped");
            log::warn!(target: "elsewhere", "not ours");
            log::warn!(target: "usvg::parser", "Rect '' has an invalid 'width' value. Skipped.");
            std::thread::spawn(|| log::warn!(target: "usvg", "another job's")).join().unwrap();
        });
        assert_eq!(heard, ["dropped"]);
        let ((), heard) = heard_during(|| ());
        assert!(heard.is_empty());
    }
}
