//! The shape of a token file: which objects are groups, which are tokens, and what may stand in each.
//!
//! In: one file's JSON. Out: findings only; values are looked at once themes are put together.

use super::json::{Json, Value};
use super::kind::{KINDS, Kind};
use crate::diagnostic::{Diagnostic, Findings};

/// Properties that a token may have.
const TOKEN_KEYS: [&str; 6] = ["$value", "$ref", "$type", "$description", "$extensions", "$deprecated"];
/// Properties that a group may have.
const GROUP_KEYS: [&str; 6] = ["$type", "$description", "$extensions", "$extends", "$deprecated", "$root"];

/// Whether an object is a token: it has a value or points at one.
pub(super) fn is_token(json: &Json) -> bool {
    json.get("$value").is_some() || json.get("$ref").is_some()
}

/// Whether a key of a group names a token or a group in it.
pub(super) fn is_child(key: &str) -> bool {
    key == "$root" || !key.starts_with('$')
}

/// The path of a child, with a dot between its parts.
pub(super) fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// Checks a whole file.
pub(super) fn check(root: &Json, findings: &mut Findings) {
    if root.members().is_none() {
        findings.push(Diagnostic::error("MB0304").arg("name", "").arg("found", root.describe()).at(root.span.clone()));
    } else if is_token(root) {
        // The file itself is a group: a value here would belong to a token without a name.
        findings.push(Diagnostic::error("MB0303").arg("name", "").at(root.span.clone()).hint("hint"));
    } else {
        check_group(root, "", findings);
    }
}

/// Checks a group and what is in it; JSON's own depth limit bounds the recursion.
fn check_group(group: &Json, path: &str, findings: &mut Findings) {
    let Some(members) = group.members() else { return };
    for (key, member) in members {
        if key == "$schema" && path.is_empty() {
            continue;
        }
        if !is_child(key) {
            check_property(key, &member.value, &GROUP_KEYS, &member.key_span, findings);
            continue;
        }
        if key.is_empty() || key.contains(['{', '}', '.']) {
            findings.push(Diagnostic::error("MB0303").arg("name", key).at(member.key_span.clone()).hint("hint"));
        }
        let inner = join(path, key);
        if member.value.members().is_none() {
            let found = member.value.describe();
            findings
                .push(Diagnostic::error("MB0304").arg("name", inner).arg("found", found).at(member.key_span.clone()));
        } else if is_token(&member.value) || key == "$root" {
            check_token(&member.value, &inner, findings);
        } else {
            check_group(&member.value, &inner, findings);
        }
    }
}

/// Checks a token's properties.
fn check_token(token: &Json, path: &str, findings: &mut Findings) {
    let Some(members) = token.members() else { return };
    if !is_token(token) {
        findings.push(
            Diagnostic::error("MB0320").arg("key", "$value").arg("what", path).at(token.span.clone()).hint("hint"),
        );
    }
    for (key, member) in members {
        if is_child(key) {
            findings.push(
                Diagnostic::error("MB0305")
                    .arg("token", path)
                    .arg("child", key)
                    .at(member.key_span.clone())
                    .hint("hint"),
            );
        } else {
            check_property(key, &member.value, &TOKEN_KEYS, &member.key_span, findings);
        }
    }
    if let (Some(value), Some(reference)) = (members.get("$value"), members.get("$ref")) {
        let both = Diagnostic::error("MB0306").arg("token", path);
        findings.push(both.at(reference.key_span.clone()).at(value.key_span.clone()));
    }
}

/// Checks one `$` property: that it is known here and holds the right kind of value.
fn check_property(
    key: &str,
    value: &Json,
    known: &[&str],
    key_span: &crate::diagnostic::Span,
    findings: &mut Findings,
) {
    if !known.contains(&key) {
        let unknown = Diagnostic::error("MB0307").arg("key", key).at(key_span.clone());
        return findings.push(unknown.suggest(key, known.iter().copied()));
    }
    let expected = match (key, &value.value) {
        ("$type", Value::Text(name)) => {
            if Kind::named(name).is_none() {
                let unknown = Diagnostic::error("MB0308").arg("type", name).at(value.span.clone());
                findings.push(unknown.suggest(name, KINDS.iter().map(|(name, _)| *name)));
            }
            return;
        }
        ("$type" | "$description", found) if !matches!(found, Value::Text(_)) => "string",
        ("$deprecated", found) if !matches!(found, Value::Text(_) | Value::Bool(_)) => "true, false, string",
        ("$extensions", found) if !matches!(found, Value::Object(_)) => "object",
        _ => return,
    };
    findings.push(
        Diagnostic::error("MB0309")
            .arg("key", key)
            .arg("expected", expected)
            .arg("found", value.describe())
            .at(value.span.clone()),
    );
}
