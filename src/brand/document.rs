//! All tokens of one theme before their values are read: types settled, references followed.

use std::collections::BTreeMap;

use super::json::{Json, Value};
use super::kind::Kind;
use super::reference::{Reference, reference};
use super::structure::{is_child, is_token, join};
use crate::diagnostic::Diagnostic;

/// Most references followed for one value; a longer chain is taken for a ring.
const MOST_STEPS: usize = 128;

/// A tree without `$extends`, and its tokens by path.
pub(super) struct Document<'a> {
    /// The whole tree.
    root: &'a Json,
    /// Tokens by dotted path.
    pub(super) tokens: BTreeMap<String, Entry<'a>>,
}

/// A token as written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry<'a> {
    /// Its object.
    pub(super) node: &'a Json,
    /// Its own `$type`.
    own: Option<Kind>,
    /// `$type` of the nearest group that has one.
    group: Option<Kind>,
    /// Its `$deprecated`, own or of the nearest group that has one.
    deprecated: Option<&'a Json>,
}

impl<'a> Entry<'a> {
    /// The value: `$value`, or the token itself when it has `$ref` in its place.
    pub(super) fn value(&self) -> &'a Json {
        self.node.get("$value").unwrap_or(self.node)
    }

    /// Why it should no longer be used (empty when no reason is given); `None` when it may be.
    pub(super) fn deprecation(&self) -> Option<&'a str> {
        match &self.deprecated?.value {
            Value::Bool(true) => Some(""),
            Value::Text(reason) => Some(reason),
            _ => None,
        }
    }
}

impl<'a> Document<'a> {
    /// Lists the tokens of a tree.
    pub(super) fn new(root: &'a Json) -> Self {
        let mut document = Self { root, tokens: BTreeMap::new() };
        document.list(root, "", (None, None));
        document
    }

    /// Lists the tokens of a group, which inherit its type and deprecation.
    fn list(&mut self, group: &'a Json, path: &str, above: (Option<Kind>, Option<&'a Json>)) {
        let own = |node: &'a Json| node.get("$type").and_then(Json::text).and_then(Kind::named);
        let (kind, deprecated) = (own(group).or(above.0), group.get("$deprecated").or(above.1));
        for (key, member) in group.members().into_iter().flatten().filter(|(key, _)| is_child(key)) {
            let (node, inner) = (&member.value, join(path, key));
            if is_token(node) {
                let deprecated = node.get("$deprecated").or(deprecated);
                self.tokens.insert(inner, Entry { node, own: own(node), group: kind, deprecated });
            } else {
                self.list(node, &inner, (kind, deprecated));
            }
        }
    }

    /// A token's type: its own, else that of the token it refers to, else its nearest group's; never guessed.
    pub(super) fn kind_of(&self, path: &str) -> Option<Kind> {
        let mut inherited = None;
        let mut path = path.to_owned();
        for _ in 0..MOST_STEPS {
            let entry = self.tokens.get(&path)?;
            if entry.own.is_some() {
                return entry.own;
            }
            inherited = entry.group.or(inherited);
            match self.whole_target(entry.value()) {
                Some(next) if self.tokens.contains_key(&next) => path = next,
                _ => break,
            }
        }
        inherited
    }

    /// The path of the token whose whole value a value refers to.
    pub(super) fn whole_target(&self, value: &Json) -> Option<String> {
        match reference(value)?.ok()? {
            Reference::Token(path) => Some(path),
            Reference::Pointer(mut parts) => {
                if parts.last().is_some_and(|last| last == "$value") {
                    parts.pop();
                }
                Some(parts.join(".")).filter(|path| self.tokens.contains_key(path))
            }
        }
    }

    /// Follows references until a literal is found; `kind` is what a whole token must be.
    ///
    /// # Errors
    /// `MB0311` unknown target, `MB0312` ring, `MB0313` another type, `MB0314` a group, `MB0315` malformed.
    pub(super) fn follow(&self, node: &'a Json, kind: Option<Kind>) -> Result<&'a Json, Diagnostic> {
        self.walk(node, kind, &mut Vec::new()).map_err(|error| {
            // The place to mend is where the chain starts, even if the fault lies further on.
            if error.spans.first() == Some(&node.span) { error } else { error.at(node.span.clone()) }
        })
    }

    /// [`Self::follow`] with the references met so far.
    fn walk(&self, mut node: &'a Json, mut kind: Option<Kind>, met: &mut Vec<String>) -> Result<&'a Json, Diagnostic> {
        while let Some(found) = reference(node) {
            let found = found?;
            met.push(found.label());
            if met.len() > MOST_STEPS {
                return Err(ring(met, node));
            }
            node = match found {
                Reference::Token(path) => self.whole(&path, kind, node)?,
                Reference::Pointer(parts) => self.part(&parts, kind, node, met)?,
            };
            // The first target's own type is checked against its target's when that token is read.
            kind = None;
        }
        Ok(node)
    }

    /// A token's value, after a look at its type.
    fn whole(&self, path: &str, kind: Option<Kind>, from: &Json) -> Result<&'a Json, Diagnostic> {
        let Some(entry) = self.tokens.get(path) else { return Err(self.unknown(path, from)) };
        if let Some(expected) = kind
            && let Some(found) = self.kind_of(path)
            && expected != found
        {
            return Err(Diagnostic::error("MB0313")
                .arg("target", path)
                .arg("found", found.name())
                .arg("expected", expected.name())
                .at(from.span.clone())
                .at(entry.node.span.clone()));
        }
        Ok(entry.value())
    }

    /// What a pointer points at, passing through references on the way.
    fn part(
        &self,
        parts: &[String],
        kind: Option<Kind>,
        from: &Json,
        met: &mut Vec<String>,
    ) -> Result<&'a Json, Diagnostic> {
        let names: Vec<&str> = parts.iter().take_while(|part| is_child(part)).map(String::as_str).collect();
        let path = names.join(".");
        let rest = parts.get(names.len()..).unwrap_or_default();
        if rest.is_empty() || (rest.len() == 1 && rest.first().is_some_and(|only| only == "$value")) {
            return self.whole(&path, kind, from);
        }
        let (mut node, mut inside) = (self.root, false);
        for part in parts {
            if part == "$value" && !inside && is_token(node) {
                (node, inside) = (node.get("$value").unwrap_or(node), true);
                continue;
            }
            if inside && reference(node).is_some() {
                node = self.walk(node, None, met)?;
            }
            let next = match &node.value {
                Value::Array(elements) => part.parse::<usize>().ok().and_then(|at| elements.get(at)),
                _ => node.get(part),
            };
            node = next.ok_or_else(|| match self.tokens.get(&path) {
                Some(_) => missing_part(parts, part, node, from),
                None => self.unknown(&path, from),
            })?;
        }
        Ok(node)
    }

    /// Why there is no such token: it is a group, or unknown.
    fn unknown(&self, path: &str, from: &Json) -> Diagnostic {
        let within = format!("{path}.");
        if self.tokens.keys().any(|known| known.starts_with(&within)) {
            return Diagnostic::error("MB0314").arg("target", path).at(from.span.clone()).hint("hint");
        }
        let unknown = Diagnostic::error("MB0311").arg("target", path).at(from.span.clone());
        // Only tokens with a name in common are worth listing: a kit has hundreds.
        let first = path.split('.').next().unwrap_or_default();
        let near: Vec<&str> =
            self.tokens.keys().map(String::as_str).filter(|k| k.split('.').next() == Some(first)).collect();
        let known = if near.is_empty() { self.tokens.keys().map(String::as_str).collect() } else { near };
        if known.len() > 40 { closest(unknown, path, &known) } else { unknown.suggest(path, known) }
    }
}

/// A suggestion if one is close, without the list of all that is known.
fn closest(diagnostic: Diagnostic, given: &str, known: &[&str]) -> Diagnostic {
    let suggested = diagnostic.clone().suggest(given, known.iter().copied());
    if suggested.hint == Some("did-you-mean") { suggested } else { diagnostic }
}

/// A pointer into a token's value that leads nowhere.
fn missing_part(parts: &[String], part: &str, node: &Json, from: &Json) -> Diagnostic {
    let target = format!("#/{}", parts.join("/"));
    let known: Vec<&str> = node.members().into_iter().flatten().map(|(key, _)| key.as_str()).collect();
    Diagnostic::error("MB0311").arg("target", target).at(from.span.clone()).suggest(part, known)
}

/// A chain of references that comes back to itself.
fn ring(met: &[String], node: &Json) -> Diagnostic {
    let chain = match met.split_last() {
        Some((last, before)) => {
            let from = before.iter().rposition(|label| label == last).unwrap_or(before.len().saturating_sub(4));
            met.get(from..).unwrap_or_default().join(" → ")
        }
        None => String::new(),
    };
    Diagnostic::error("MB0312").arg("chain", chain).at(node.span.clone())
}
