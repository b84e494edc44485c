//! From a merged tree to a theme of final values, each with the place of its token.

use std::collections::BTreeMap;

use super::document::{Document, Entry};
use super::json::{Json, Value};
use super::merge::expand;
use super::note::note;
use super::token::{Theme, Token};
use super::value::Reader;
use crate::diagnostic::{Diagnostic, Findings, Span};
use crate::digest::Digest;

/// A theme and where its tokens stand.
pub(super) struct PlacedTheme {
    /// The theme.
    pub(super) theme: Theme,
    /// Place of each token's value, by path.
    pub(super) places: BTreeMap<String, Span>,
}

/// Settles every token of a tree; those that are wrong are reported and left out.
pub(super) fn resolve(name: &str, tree: &Json, findings: &mut Findings) -> PlacedTheme {
    let expanded = expand(tree, findings);
    let document = Document::new(&expanded);
    let mut tokens = BTreeMap::new();
    let mut places = BTreeMap::new();
    for (path, entry) in &document.tokens {
        warn_deprecated(&document, entry, findings);
        let Some(kind) = document.kind_of(path) else {
            untyped(&document, path, entry, findings);
            continue;
        };
        let token = Reader { document: &document, findings: &mut *findings }.token(kind, entry.value());
        places.insert(path.clone(), entry.value().span.clone());
        if let Some(token) = token {
            tokens.insert(path.clone(), token);
        }
    }
    let notes = tokens.keys().map(|path| (path.clone(), note(&document, path))).collect();
    let digest = digest(&tokens);
    PlacedTheme { theme: Theme { name: name.to_owned(), tokens, notes, digest }, places }
}

/// Digest of all paths and values.
fn digest(tokens: &BTreeMap<String, Token>) -> Digest {
    // Debug prints every field, and numbers so that they read back the same.
    let written: Vec<String> = tokens.iter().flat_map(|(path, token)| [path.clone(), format!("{token:?}")]).collect();
    Digest::of_parts(written.iter().map(String::as_bytes))
}

/// Reports a token without a type, or the reference that was to give it one.
fn untyped(document: &Document<'_>, path: &str, entry: &Entry<'_>, findings: &mut Findings) {
    if entry.node.get("$type").is_some() {
        return; // an unknown type, already reported
    }
    match document.follow(entry.value(), None) {
        Err(error) => findings.push(error),
        Ok(_) => findings.push(Diagnostic::error("MB0310").arg("token", path).at(entry.node.span.clone()).hint("hint")),
    }
}

/// Warns of each deprecated token that a token in good standing refers to.
fn warn_deprecated(document: &Document<'_>, entry: &Entry<'_>, findings: &mut Findings) {
    if entry.deprecation().is_some() {
        return;
    }
    let mut open = vec![entry.value()];
    while let Some(value) = open.pop() {
        let target = document.whole_target(value);
        let used = target.as_ref().and_then(|path| document.tokens.get(path));
        if let Some(reason) = used.and_then(Entry::deprecation) {
            let warning = Diagnostic::warning("MB0326").arg("token", target.unwrap_or_default());
            let warning = warning.at(value.span.clone());
            findings.push(if reason.is_empty() { warning } else { warning.arg("reason", reason).hint("hint") });
        }
        match &value.value {
            Value::Array(elements) => open.extend(elements),
            Value::Object(members) => {
                open.extend(members.iter().filter(|(key, _)| !key.starts_with('$')).map(|(_, member)| &member.value));
            }
            _ => {}
        }
    }
}
