//! The recorder of one fill: what templates' functions know, and every value they print.
//!
//! A render stays on one thread and Tera's state carries only its own values, so the recorder lies in a
//! thread-local slot for exactly as long as a fill runs; a guard empties the slot even when the fill panics.

use std::cell::RefCell;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::record::CellId;

use super::Binding;
use super::fence::{Segment, parse_fences, write_fence};
use super::scene::{Scene, Sheet};
use super::words::Words;

/// At most so many values in a fill.
const MOST_BINDINGS: usize = 100_000;
/// At most so many cells behind all values of a fill.
const MOST_CELLS: usize = 2_000_000;

thread_local! {
    /// The recorder of the fill that runs on this thread.
    static CURRENT: RefCell<Option<Recorder>> = const { RefCell::new(None) };
}

/// What the functions of one fill share.
pub(super) struct Recorder {
    /// Campaign and data.
    pub(super) scene: Arc<Scene>,
    /// The job's language.
    pub(super) language: String,
    /// The template's words.
    pub(super) words: Arc<Words>,
    /// Values printed so far.
    bindings: Vec<Binding>,
    /// Cells behind them.
    cells: usize,
    /// Why a function refused; Tera carries only text.
    failure: Option<Diagnostic>,
    /// Sheets looked up so far.
    sheets: Vec<Arc<Sheet>>,
}

/// Puts back what was in the slot before, whatever happens.
struct Guard(Option<Recorder>);

impl Drop for Guard {
    fn drop(&mut self) {
        CURRENT.set(self.0.take());
    }
}

impl Recorder {
    /// An empty recorder.
    pub(super) fn new(scene: Arc<Scene>, language: &str, words: Arc<Words>) -> Self {
        Self {
            scene,
            language: language.to_owned(),
            words,
            bindings: Vec::new(),
            cells: 0,
            failure: None,
            sheets: Vec::new(),
        }
    }

    /// Runs `work` with this recorder in the slot and gives it back filled.
    pub(super) fn during<T>(self, work: impl FnOnce() -> T) -> (T, Option<Self>) {
        let guard = Guard(CURRENT.replace(Some(self)));
        let done = work();
        let recorder = CURRENT.take();
        drop(guard);
        (done, recorder)
    }

    /// Prints a value between fences and notes what it was taken from.
    ///
    /// # Errors
    /// `MB0628` when a fill prints too many.
    pub(super) fn bind(&mut self, binding: Binding) -> Result<tera::Value, Diagnostic> {
        self.cells += binding.cells.len();
        if self.bindings.len() >= MOST_BINDINGS || self.cells > MOST_CELLS {
            return Err(Diagnostic::error("MB0628").arg("limit", MOST_BINDINGS).hint("hint"));
        }
        let mut text = String::with_capacity(binding.text.len() + 16);
        write_fence(&mut text, self.bindings.len(), &binding.text);
        self.bindings.push(binding);
        Ok(tera::Value::from(text))
    }

    /// Prints words between fences, bound like a value; values printed among them keep their own binding.
    ///
    /// # Errors
    /// `MB0628` when a fill prints too many.
    pub(super) fn bind_words(&mut self, words: &str, binding: &Binding) -> Result<tera::Value, Diagnostic> {
        // Words whose fences a filter has cut are refused when the fill is finished.
        let Ok(segments) = parse_fences(words) else { return Ok(tera::Value::from(words)) };
        let mut out = String::new();
        for segment in segments {
            match segment {
                Segment::Bound { index, text } => write_fence(&mut out, index, text),
                Segment::Plain(plain) if plain.trim().is_empty() => out.push_str(plain),
                Segment::Plain(plain) => {
                    let own = plain.trim();
                    let (before, after) = plain.split_once(own).unwrap_or_default();
                    let bound = self.bind(Binding { text: own.to_owned(), ..binding.clone() })?;
                    out.extend([before, bound.as_str().unwrap_or_default(), after]);
                }
            }
        }
        Ok(tera::Value::from(out))
    }

    /// The binding of a text that is one printed value and nothing else.
    pub(super) fn bound(&self, text: &str) -> Option<&Binding> {
        match parse_fences(text).ok()?.as_slice() {
            [Segment::Bound { index, .. }] => self.bindings.get(*index),
            _ => None,
        }
    }

    /// A table in the job's language.
    pub(super) fn sheet(&mut self, table: &str) -> Option<Arc<Sheet>> {
        if let Some(sheet) = self.sheets.iter().find(|sheet| &*sheet.table == table) {
            return Some(Arc::clone(sheet));
        }
        let sheet = self.scene.sheet(table, &self.language)?;
        self.sheets.push(Arc::clone(&sheet));
        Some(sheet)
    }

    /// The values and the refusal, if there was one.
    pub(super) fn into_parts(self) -> (Vec<Binding>, Option<Diagnostic>) {
        (self.bindings, self.failure)
    }
}

/// Runs a function's work with the recorder of the current fill; a refusal is kept for the report.
///
/// # Errors
/// An error for Tera whose words are never shown.
pub(super) fn with_recorder<T>(work: impl FnOnce(&mut Recorder) -> Result<T, Diagnostic>) -> tera::TeraResult<T> {
    CURRENT.with_borrow_mut(|slot| {
        let recorder = slot.as_mut().ok_or_else(|| tera::Error::message("no fill is running"))?;
        work(recorder).map_err(|diagnostic| {
            let error = tera::Error::message(diagnostic.code);
            recorder.failure = Some(diagnostic);
            error
        })
    })
}

/// A binding of a printed number.
pub(super) fn number_binding(cells: Vec<CellId>, text: String, number: f64, exact: bool) -> Binding {
    Binding { cells, text, number: Some(number), exact, presence: false }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::panic::{AssertUnwindSafe, catch_unwind};

    fn recorder() -> Recorder {
        let (campaign, dataset) = super::super::tests::campaign_and_data();
        Recorder::new(Arc::new(Scene::new(campaign, dataset)), "vi", Arc::default())
    }

    #[test]
    fn the_slot_is_empty_after_a_fill_and_after_a_panic() {
        let (inside, _) = recorder().during(|| with_recorder(|_| Ok(())).is_ok());
        assert!(inside);
        assert!(with_recorder(|_| Ok(())).is_err());
        let panicked = catch_unwind(AssertUnwindSafe(|| recorder().during(|| panic!("in a fill"))));
        assert!(panicked.is_err());
        assert!(with_recorder(|_| Ok(())).is_err());
    }

    #[test]
    fn too_many_values_are_refused() {
        let mut recorder = recorder();
        let one = || number_binding(Vec::new(), "1".to_owned(), 1.0, false);
        assert!((0..MOST_BINDINGS).all(|_| recorder.bind(one()).is_ok()));
        assert_eq!(recorder.bind(one()).err().map(|d| d.code), Some("MB0628"));
    }
}
