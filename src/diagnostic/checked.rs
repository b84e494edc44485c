//! Results that report everything at once: a value with its warnings, or all the errors.

use super::Diagnostic;

/// A value and the warnings met on the way to it.
#[derive(Debug, Clone)]
pub struct Warned<T> {
    /// The value.
    pub value: T,
    /// Findings that do not stop its use.
    pub warnings: Vec<Diagnostic>,
}

/// A value with warnings, or everything that is wrong (at least one of them an error).
pub type Checked<T> = Result<Warned<T>, Vec<Diagnostic>>;

/// Findings as they are gathered.
#[derive(Debug, Default)]
pub struct Findings(Vec<Diagnostic>);

impl Findings {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Adds many.
    pub fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        self.0.extend(diagnostics);
    }

    /// Keeps a result's findings and gives its value, if there is one.
    pub fn take<T>(&mut self, checked: Checked<T>) -> Option<T> {
        match checked {
            Ok(warned) => {
                self.0.extend(warned.warnings);
                Some(warned.value)
            }
            Err(errors) => {
                self.0.extend(errors);
                None
            }
        }
    }

    /// Whether any of them is an error that nobody allowed.
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(Diagnostic::stops)
    }

    /// The value with warnings, or all findings when one is an error.
    ///
    /// # Errors
    /// All that was gathered, warnings included, if at least one is an error.
    pub fn finish<T>(self, value: T) -> Checked<T> {
        if self.has_errors() { Err(self.0) } else { Ok(Warned { value, warnings: self.0 }) }
    }

    /// The findings alone.
    pub fn into_vec(self) -> Vec<Diagnostic> {
        self.0
    }
}
