//! What is wrong with the user's input: a code, its places, a hint; and values that carry warnings.
//!
//! Two kinds of error exist in mocban. A [`Diagnostic`] speaks of what the user gave us and says where;
//! an `anyhow::Error` speaks of the machine (a full disk) and says in which step. Wording lives in the
//! Fluent files of `messages/`, one a language; code and arguments live here.

mod checked;
mod span;
mod wording;

pub use checked::{Checked, Findings, Warned};
pub use span::{Place, Span};
#[cfg(test)]
pub(crate) use wording::assert_worded;
pub use wording::{MessageLanguage, Wording};

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something to look at; the work goes on.
    Warning,
    /// What it speaks of cannot be used.
    Error,
}

/// One finding about the user's input.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// `MB` and four digits; the first two name the room (see `messages/en.ftl`).
    pub code: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// Arguments of the message, by name.
    pub args: Vec<(&'static str, String)>,
    /// Places, the most telling first; a second one may be the data cell of a template's place.
    pub spans: Vec<Span>,
    /// The attribute of the Fluent message that words the hint, such as `hint` or `did-you-mean`.
    pub hint: Option<&'static str>,
    /// The artwork it was met on; none for findings about the campaign.
    pub met: Option<Box<Met>>,
    /// Why the campaign allows it; an allowed finding stops nothing, whatever its severity.
    pub allowed: Option<Box<str>>,
}

/// The artwork that a finding was met on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// Its name, as its file is named.
    pub artwork: String,
    /// Its surface.
    pub format: String,
}

impl Diagnostic {
    /// A finding that stops what it speaks of.
    pub fn error(code: &'static str) -> Self {
        Self {
            code,
            severity: Severity::Error,
            args: Vec::new(),
            spans: Vec::new(),
            hint: None,
            met: None,
            allowed: None,
        }
    }

    /// A finding that does not stop the work.
    pub fn warning(code: &'static str) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code) }
    }

    /// Sets an argument of the message.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    /// Adds a place.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.spans.push(span);
        self
    }

    /// Names the attribute of the message that words the hint.
    #[must_use]
    pub fn hint(mut self, attribute: &'static str) -> Self {
        self.hint = Some(attribute);
        self
    }

    /// Says on which artwork it was met, and on which surface.
    #[must_use]
    pub fn on(mut self, artwork: &str, format: &str) -> Self {
        self.met = Some(Box::new(Met { artwork: artwork.to_owned(), format: format.to_owned() }));
        self
    }

    /// What it says and where, as one string: the same for what many artworks share. Code and first place stand
    /// alone between zero characters.
    pub fn identity(&self) -> String {
        let mut places = self.spans.iter();
        let first = places.next().map(ToString::to_string).unwrap_or_default();
        let others: Vec<String> = places.map(ToString::to_string).collect();
        format!("{}\u{0}{first}\u{0}{others:?}{:?}{:?}", self.code, self.args, self.allowed)
    }

    /// Whether it stops what it speaks of.
    pub fn stops(&self) -> bool {
        self.severity == Severity::Error && self.allowed.is_none()
    }

    /// Adds "did you mean" when one of `known` is close to `given`, else lists what is known.
    ///
    /// The message needs the attributes `did-you-mean` (`$suggestion`) and `known` (`$known`).
    #[must_use]
    pub fn suggest<'a>(self, given: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let mut known: Vec<&str> = known.into_iter().collect();
        known.sort_unstable();
        known.dedup();
        let best = known
            .iter()
            .map(|name| (strsim::damerau_levenshtein(given, name), *name))
            .min()
            .filter(|(distance, name)| *distance <= (name.chars().count() / 3).max(1));
        match best {
            Some((_, name)) => self.arg("suggestion", name).hint("did-you-mean"),
            None if known.is_empty() => self,
            None => self.arg("known", known.join(", ")).hint("known"),
        }
    }
}
