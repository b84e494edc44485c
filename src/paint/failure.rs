//! Why an export came to nothing, and the wall that keeps a dependency's panic inside one job.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use anyhow::anyhow;

use crate::diagnostic::Diagnostic;

/// Why an export came to nothing.
#[derive(Debug)]
pub enum ExportError {
    /// The drawing or the wish cannot be met: the user's to change.
    Input(Vec<Diagnostic>),
    /// The machine or a library failed.
    Machine(anyhow::Error),
}

impl ExportError {
    /// The same error once more, for another encoding of the same drawing.
    pub fn repeated(&self) -> Self {
        match self {
            Self::Input(found) => Self::Input(found.clone()),
            Self::Machine(error) => Self::Machine(anyhow!("{error:#}")),
        }
    }
}

impl From<anyhow::Error> for ExportError {
    fn from(error: anyhow::Error) -> Self {
        Self::Machine(error)
    }
}

impl From<Diagnostic> for ExportError {
    fn from(diagnostic: Diagnostic) -> Self {
        Self::Input(vec![diagnostic])
    }
}

/// Does a step; a panic in a library becomes this job's error and stops no other.
pub fn guarded<T>(step: &str, work: impl FnOnce() -> Result<T, ExportError>) -> Result<T, ExportError> {
    // What the work borrows is read-only or thrown away with the job, so nothing half-changed is seen later.
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|panic| Err(ExportError::Machine(anyhow!("{step}: a library failed: {}", said(&*panic)))))
}

/// What a panic said.
pub fn said(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("without a word")
}

/// The codes of a refusal, for tests.
#[cfg(test)]
pub(crate) fn codes<T: std::fmt::Debug>(result: Result<T, ExportError>) -> Vec<&'static str> {
    match result {
        Err(ExportError::Input(found)) => found.iter().map(|diagnostic| diagnostic.code).collect(),
        other => panic!("not refused: {other:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error_with_its_words() {
        let failed: Result<(), _> = guarded("drawing", || panic!("out of {}", "ink"));
        assert!(matches!(failed, Err(ExportError::Machine(error)) if error.to_string().contains("out of ink")));
        assert!(matches!(guarded("drawing", || Ok(7)), Ok(7)));
    }
}
