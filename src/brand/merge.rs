//! Laying token files over each other, and groups over the groups they extend.
//!
//! In: checked JSON. Out: one tree in which every `$extends` has been followed.

use super::json::{Json, Value};
use super::reference::{Reference, decode_pointer, reference};
use super::structure::{is_child, is_token, join};
use crate::diagnostic::{Diagnostic, Findings};

/// Most values a tree may grow to by `$extends`; a large real kit has a few thousand.
const MOST_VALUES: usize = 200_000;
/// Longest chain of groups that extend each other.
const LONGEST_CHAIN: usize = 48;

/// Lays `over` on `base`: groups are joined by path, a token or property is replaced whole.
pub(super) fn lay_over(base: &mut Json, over: Json) {
    let joins = base.members().is_some() && over.members().is_some() && !is_token(base) && !is_token(&over);
    let Json { value, span } = over;
    match (&mut base.value, value) {
        (Value::Object(below), Value::Object(above)) if joins => {
            for (key, member) in above {
                match below.get_mut(&key) {
                    Some(old) if is_child(&key) => lay_over(&mut old.value, member.value),
                    _ => {
                        below.insert(key, member);
                    }
                }
            }
        }
        (below, above) => *below = above,
    }
    base.span = span;
}

/// Follows every `$extends` of a tree.
pub(super) fn expand(root: &Json, findings: &mut Findings) -> Json {
    let mut work = Expansion { root, open: Vec::new(), values: 0, findings };
    work.node("", root).unwrap_or_else(|| Json::empty(root.span.clone()))
}

/// An expansion under way.
struct Expansion<'a> {
    /// The tree as written.
    root: &'a Json,
    /// Paths of the groups being expanded, outermost first.
    open: Vec<String>,
    /// Values made so far.
    values: usize,
    /// What was found.
    findings: &'a mut Findings,
}

impl Expansion<'_> {
    /// A group or token with everything it extends; `None` when that cannot be done (a finding says why).
    fn node(&mut self, path: &str, node: &Json) -> Option<Json> {
        self.values += 1;
        if self.values > MOST_VALUES {
            if self.values == MOST_VALUES + 1 {
                self.findings.push(Diagnostic::error("MB0318").arg("limit", MOST_VALUES).at(node.span.clone()));
            }
            return None;
        }
        let Some(members) = node.members().filter(|_| !is_token(node)) else { return Some(node.clone()) };
        self.open.push(path.to_owned());
        let mut own = Json::empty(node.span.clone());
        if let Value::Object(kept) = &mut own.value {
            for (key, member) in members {
                let value = if is_child(key) {
                    self.node(&join(path, key), &member.value)
                } else {
                    (key != "$extends").then(|| member.value.clone())
                };
                if let Some(value) = value {
                    kept.insert(key.clone(), super::json::Member { key_span: member.key_span.clone(), value });
                }
            }
        }
        let base = node.get("$extends").and_then(|target| self.base(path, target));
        self.open.pop();
        Some(match base {
            Some(mut base) => {
                lay_over(&mut base, own);
                base
            }
            None => own,
        })
    }

    /// The expanded group that an `$extends` names.
    fn base(&mut self, path: &str, target: &Json) -> Option<Json> {
        let parts = match reference(target) {
            Some(Ok(Reference::Token(dotted))) => dotted.split('.').map(str::to_owned).collect(),
            Some(Ok(Reference::Pointer(parts))) => parts,
            Some(Err(malformed)) => {
                self.findings.push(malformed);
                return None;
            }
            None => match target.text().and_then(decode_pointer) {
                Some(parts) => parts,
                None => {
                    let bad = Diagnostic::error("MB0315").arg("text", target.describe());
                    self.findings.push(bad.at(target.span.clone()).hint("hint"));
                    return None;
                }
            },
        };
        self.find(path, &parts, target)
    }

    /// Walks to a group, expanding on the way those that extend others.
    fn find(&mut self, from: &str, parts: &[String], target: &Json) -> Option<Json> {
        let mut path = String::new();
        let mut raw = self.root;
        for (at, part) in parts.iter().enumerate() {
            if raw.get("$extends").is_some() {
                let expanded = self.enter(&path, raw, target)?;
                let inner = parts[at..].iter().try_fold(&expanded, |node, part| node.get(part));
                return match inner {
                    Some(group) => self.group(group, parts, target).cloned(),
                    None => self.unknown(parts, &expanded, target),
                };
            }
            match raw.get(part).filter(|_| is_child(part)) {
                Some(child) => raw = child,
                None => return self.unknown(parts, raw, target),
            }
            path = join(&path, part);
        }
        if from == path {
            self.cycle(&path, target);
            return None;
        }
        self.group(raw, parts, target)?;
        self.enter(&path, raw, target)
    }

    /// Expands another group, unless that one is waiting for this.
    fn enter(&mut self, path: &str, raw: &Json, target: &Json) -> Option<Json> {
        if self.open.iter().any(|open| open == path) || self.open.len() > LONGEST_CHAIN {
            self.cycle(path, target);
            return None;
        }
        self.node(path, raw)
    }

    /// Reports groups that extend each other in a ring.
    fn cycle(&mut self, path: &str, target: &Json) {
        let from = self.open.iter().rposition(|open| open == path).unwrap_or(0);
        let mut ring: Vec<&str> = self.open.iter().skip(from).map(String::as_str).collect();
        ring.push(path);
        let chain = ring.join(" → ");
        self.findings.push(Diagnostic::error("MB0317").arg("chain", chain).at(target.span.clone()));
    }

    /// The node, if it is a group.
    fn group<'n>(&mut self, node: &'n Json, parts: &[String], target: &Json) -> Option<&'n Json> {
        if node.members().is_some() && !is_token(node) {
            return Some(node);
        }
        let token = Diagnostic::error("MB0316").arg("target", parts.join("."));
        self.findings.push(token.at(target.span.clone()).at(node.span.clone()));
        None
    }

    /// Reports a group that does not exist; `near` is the last one that does.
    fn unknown(&mut self, parts: &[String], near: &Json, target: &Json) -> Option<Json> {
        let known: Vec<&str> =
            near.members().into_iter().flatten().map(|(k, _)| k.as_str()).filter(|k| is_child(k)).collect();
        let missing = parts.iter().find(|part| !known.contains(&part.as_str())).map_or("", String::as_str);
        let unknown = Diagnostic::error("MB0311").arg("target", parts.join(".")).at(target.span.clone());
        self.findings.push(unknown.suggest(missing, known));
        None
    }
}
