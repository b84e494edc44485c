//! The words on a card, the same in both forms of the proof.

use super::{Entry, Proof, Standing};
use crate::diagnostic::{Diagnostic, Severity, Wording};

/// What a finding is in words.
pub(super) struct Found {
    /// Its code.
    pub(super) code: &'static str,
    /// Whether it stops the artwork.
    pub(super) severe: bool,
    /// The sentence.
    pub(super) message: String,
    /// What to do about it.
    pub(super) hint: Option<String>,
    /// Where it stands.
    pub(super) place: String,
}

/// A finding in words.
pub(super) fn found(diagnostic: &Diagnostic, wording: &Wording) -> Found {
    Found {
        code: diagnostic.code,
        severe: diagnostic.severity == Severity::Error,
        message: wording.message(diagnostic),
        hint: wording.hint(diagnostic),
        place: diagnostic.spans.first().map(ToString::to_string).unwrap_or_default(),
    }
}

/// Format, language, theme and file types on one line each.
pub(super) fn facts(entry: &Entry, wording: &Wording) -> [String; 2] {
    let mut surface = format!("{} · {}", entry.format, entry.size);
    if entry.pages > 1 {
        surface = format!("{surface} · {}", wording.say("proof-pages", &[("count", entry.pages.to_string())]));
    }
    [surface, format!("{} · {} · {}", entry.language, entry.theme, entry.encodings.join(" "))]
}

/// The counts at the top.
pub(super) fn counts(proof: &Proof, wording: &Wording) -> [(String, String); 5] {
    let count = |id: &str, count: usize| (count.to_string(), wording.say(id, &[]));
    [
        count("proof-artworks", proof.entries.len()),
        count("proof-files", proof.files()),
        count("proof-clean", proof.count(Standing::Clean)),
        count("proof-warned", proof.count(Standing::Warned)),
        count("proof-failed", proof.count(Standing::Failed)),
    ]
}
