//! The resolver module of Design Tokens 2025.10: sets and modifiers, laid over each other in order.
//!
//! In: `brand/brand.resolver.json` and the token files it names, or `brand/brand.tokens.json` alone.
//! Out: one merged tree a theme.

use std::collections::BTreeMap;

use super::json::{Json, Value, position};
use super::merge::lay_over;
use super::reference::decode_pointer;
use super::structure;
use crate::diagnostic::{Diagnostic, Findings};
use crate::source::Folder;

/// The token file of a kit without a resolver.
pub(super) const TOKENS: &str = "brand/brand.tokens.json";
/// The resolver file.
pub(super) const RESOLVER: &str = "brand/brand.resolver.json";
/// Where the names of token files start from.
const HOME: &str = "brand/";
/// The modifier whose contexts are the themes.
const THEME: &str = "theme";
/// Most themes of a kit: the contexts of its modifiers multiply.
const MOST_THEMES: usize = 64;

/// Merged trees by theme name, and the name of the one used by default.
pub(super) struct Contexts {
    /// A tree a theme.
    pub(super) trees: BTreeMap<String, Json>,
    /// Name of the default one.
    pub(super) default: String,
}

/// Reads the kit's token files; `None` when there is nothing to go on with.
pub(super) fn read(folder: &Folder, findings: &mut Findings) -> Option<Contexts> {
    if folder.bytes(RESOLVER).is_none() {
        let tree = token_file(folder, TOKENS, findings)?;
        return Some(Contexts { trees: [("default".to_owned(), tree)].into(), default: "default".to_owned() });
    }
    let source = folder.text(RESOLVER).map_err(|error| findings.push(error)).ok()?;
    let root = findings.take(Json::parse(&source))?;
    Resolver { folder, root: &root, findings, files: BTreeMap::new() }.contexts()
}

/// A token file, its shape checked.
fn token_file(folder: &Folder, path: &str, findings: &mut Findings) -> Option<Json> {
    let source = folder.text(path).map_err(|error| findings.push(error)).ok()?;
    let json = findings.take(Json::parse(&source))?;
    structure::check(&json, findings);
    Some(json)
}

/// A resolver file being read.
struct Resolver<'a, 'f> {
    /// The campaign.
    folder: &'a Folder,
    /// The resolver's own JSON.
    root: &'a Json,
    /// What was found.
    findings: &'f mut Findings,
    /// Token files read so far; `None` for one that could not be.
    files: BTreeMap<String, Option<Json>>,
}

/// One step of the resolution order.
enum Step<'a> {
    /// Always laid on.
    Set(&'a Json),
    /// One of its contexts is laid on.
    Modifier(Modifier<'a>),
}

/// A modifier.
struct Modifier<'a> {
    /// Its name.
    name: &'a str,
    /// Sources by context.
    contexts: Vec<(&'a str, &'a Json)>,
    /// The context taken when none is asked for: the declared one, else the first written for `theme`.
    default: Option<&'a str>,
}

impl<'a> Resolver<'a, '_> {
    /// Every permutation of contexts as a theme.
    fn contexts(&mut self) -> Option<Contexts> {
        self.known(
            self.root,
            "resolver",
            &[
                "$schema",
                "name",
                "version",
                "description",
                "sets",
                "modifiers",
                "resolutionOrder",
                "$defs",
                "$extensions",
            ],
        );
        match self.root.get("version").map(|version| (version, version.text())) {
            Some((_, Some("2025.10"))) => {}
            Some((version, _)) => {
                self.findings
                    .push(Diagnostic::error("MB0330").arg("found", version.describe()).at(version.span.clone()));
            }
            None => self.missing(self.root, "version", "resolver"),
        }
        let Some(order) = self.root.get("resolutionOrder") else {
            self.missing(self.root, "resolutionOrder", "resolver");
            return None;
        };
        let Some(items) = order.elements().filter(|items| !items.is_empty()) else {
            self.shape(order, "resolutionOrder", "array");
            return None;
        };
        let steps: Vec<Step<'a>> = items.iter().filter_map(|item| self.step(item)).collect();
        let modifiers: Vec<&Modifier<'a>> = steps
            .iter()
            .filter_map(|step| if let Step::Modifier(modifier) = step { Some(modifier) } else { None })
            .collect();
        for (at, modifier) in modifiers.iter().enumerate() {
            if modifiers.iter().take(at).any(|before| before.name == modifier.name) {
                self.findings.push(Diagnostic::error("MB0339").arg("name", modifier.name).at(order.span.clone()));
            }
        }
        let count =
            modifiers.iter().fold(1usize, |count, modifier| count.saturating_mul(modifier.contexts.len().max(1)));
        if count > MOST_THEMES {
            let many = Diagnostic::error("MB0338").arg("count", count).arg("limit", MOST_THEMES);
            self.findings.push(many.at(order.span.clone()));
            return None;
        }
        self.permute(&steps, &modifiers, count, order)
    }

    /// Merges one tree for each choice of contexts.
    fn permute(
        &mut self,
        steps: &[Step<'a>],
        modifiers: &[&Modifier<'a>],
        count: usize,
        order: &Json,
    ) -> Option<Contexts> {
        let mut trees = BTreeMap::new();
        let mut default = None;
        for number in 0..count {
            let mut rest = number;
            let mut chosen: Vec<&str> = Vec::new();
            for modifier in modifiers {
                let size = modifier.contexts.len().max(1);
                chosen.push(modifier.contexts.get(rest % size).map_or("", |(name, _)| *name));
                rest /= size;
            }
            let name = theme_name(modifiers, &chosen);
            if modifiers.iter().zip(&chosen).all(|(modifier, context)| modifier.default.is_none_or(|d| d == *context)) {
                default.get_or_insert_with(|| name.clone());
            }
            let tree = self.merged(steps, &chosen);
            if trees.insert(name.clone(), tree).is_some() {
                self.findings.push(Diagnostic::error("MB0339").arg("name", name).at(order.span.clone()));
            }
        }
        Some(Contexts { trees, default: default? })
    }

    /// The tree of one choice of contexts, one for each modifier in order.
    fn merged(&mut self, steps: &[Step<'a>], chosen: &[&str]) -> Json {
        let mut tree = Json::empty(self.root.span.clone());
        let mut chosen = chosen.iter();
        for step in steps {
            let sources = match step {
                Step::Set(sources) => Some(*sources),
                Step::Modifier(modifier) => {
                    let context = chosen.next();
                    modifier.contexts.iter().find(|(name, _)| Some(name) == context).map(|(_, sources)| *sources)
                }
            };
            if let Some(sources) = sources {
                self.lay_sources(&mut tree, sources, &mut Vec::new());
            }
        }
        tree
    }

    /// Lays an array of sources on a tree; `open` are the sets being laid, to notice rings.
    fn lay_sources(&mut self, tree: &mut Json, sources: &'a Json, open: &mut Vec<String>) {
        let Some(sources) = sources.elements() else { return self.shape(sources, "sources", "array") };
        for source in sources {
            if source.members().is_none() {
                self.shape(source, "source", "object");
            } else if let Some(target) = source.get("$ref") {
                self.lay_target(tree, target, open);
                // Members beside `$ref` are laid over what it names.
                let mut beside = source.clone();
                if let Value::Object(members) = &mut beside.value {
                    members.remove("$ref");
                    if !members.is_empty() {
                        structure::check(&beside, self.findings);
                        lay_over(tree, beside);
                    }
                }
            } else {
                structure::check(source, self.findings);
                lay_over(tree, source.clone());
            }
        }
    }

    /// Lays what a source's `$ref` names: a set of this file, or a token file.
    fn lay_target(&mut self, tree: &mut Json, target: &'a Json, open: &mut Vec<String>) {
        let Some(text) = target.text() else { return self.shape(target, "$ref", "string") };
        if !text.starts_with('#') {
            return self.lay_file(tree, text, target);
        }
        let parts = decode_pointer(text).unwrap_or_default();
        let [kind, name] = parts.as_slice() else { return self.unknown_step(target, text) };
        if kind != "sets" {
            return self
                .findings
                .push(Diagnostic::error("MB0336").arg("target", text).at(target.span.clone()).hint("hint"));
        }
        if open.contains(name) {
            open.push(name.clone());
            let chain = open.join(" → ");
            open.pop();
            return self.findings.push(Diagnostic::error("MB0335").arg("chain", chain).at(target.span.clone()));
        }
        match self.root.get("sets").and_then(|sets| sets.get(name)) {
            Some(set) => {
                open.push(name.clone());
                match set.get("sources") {
                    Some(sources) => self.lay_sources(tree, sources, open),
                    None => self.missing(set, "sources", "set"),
                }
                open.pop();
            }
            None => self.unknown_step(target, text),
        }
    }

    /// Lays a token file, or the part of it after `#`.
    fn lay_file(&mut self, tree: &mut Json, text: &str, target: &Json) {
        let (name, pointer) = text.split_once('#').unwrap_or((text, ""));
        let name = name.strip_prefix("./").unwrap_or(name);
        let path = format!("{HOME}{name}");
        if self.folder.bytes(&path).is_none() {
            let known = self.folder.under(HOME).filter_map(|(path, _)| path.strip_prefix(HOME));
            let missing = Diagnostic::error("MB0337").arg("path", name).at(target.span.clone());
            let known = known.filter(|path| path.ends_with(".json") && !path.ends_with(".resolver.json"));
            return self.findings.push(missing.suggest(name, known));
        }
        if !self.files.contains_key(&path) {
            let json = token_file(self.folder, &path, self.findings);
            self.files.insert(path.clone(), json);
        }
        let Some(Some(file)) = self.files.get(&path) else { return };
        let parts = if pointer.is_empty() { Some(Vec::new()) } else { decode_pointer(&format!("#{pointer}")) };
        match parts.and_then(|parts| parts.iter().try_fold(file, |node, part| node.get(part)).cloned()) {
            Some(part) if part.members().is_some() => lay_over(tree, part),
            _ => self.unknown_step(target, text),
        }
    }

    /// One item of the resolution order.
    fn step(&mut self, item: &'a Json) -> Option<Step<'a>> {
        let Some(target) = item.get("$ref") else { return self.inline(item) };
        let text = target.text().unwrap_or_default();
        let parts = decode_pointer(text).unwrap_or_default();
        if let [kind, name] = parts.as_slice()
            && let Some(member) = self.root.get(kind).and_then(Json::members).and_then(|all| all.get_key_value(name))
        {
            match kind.as_str() {
                "sets" => return self.set(&member.1.value, &["description", "sources", "$extensions"]),
                "modifiers" => {
                    return self.modifier(
                        member.0,
                        &member.1.value,
                        &["description", "contexts", "default", "$extensions"],
                    );
                }
                _ => {}
            }
        }
        self.unknown_step(target, text);
        None
    }

    /// A set or modifier written in the resolution order itself.
    fn inline(&mut self, item: &'a Json) -> Option<Step<'a>> {
        for key in ["name", "type"] {
            if item.get(key).is_none() {
                self.missing(item, key, "resolutionOrder");
            }
        }
        let name = item.get("name").and_then(Json::text)?;
        let kind = item.get("type")?;
        match kind.text() {
            Some("set") => self.set(item, &["name", "type", "description", "sources", "$extensions"]),
            Some("modifier") => {
                self.modifier(name, item, &["name", "type", "description", "contexts", "default", "$extensions"])
            }
            found => {
                let unknown = Diagnostic::error("MB0325").arg("what", "type").arg("found", kind.describe());
                self.findings
                    .push(unknown.at(kind.span.clone()).suggest(found.unwrap_or_default(), ["set", "modifier"]));
                None
            }
        }
    }

    /// A set's sources.
    fn set(&mut self, set: &'a Json, known: &[&str]) -> Option<Step<'a>> {
        self.known(set, "set", known);
        let sources = set.get("sources");
        if sources.is_none() {
            self.missing(set, "sources", "set");
        }
        sources.map(Step::Set)
    }

    /// A modifier with its contexts.
    fn modifier(&mut self, name: &'a str, modifier: &'a Json, known: &[&str]) -> Option<Step<'a>> {
        self.known(modifier, "modifier", known);
        let Some(members) = modifier.get("contexts").and_then(Json::members) else {
            self.missing(modifier, "contexts", "modifier");
            return None;
        };
        if members.len() < 2 {
            let few = Diagnostic::error("MB0333").arg("name", name).arg("count", members.len());
            self.findings.push(few.at(modifier.span.clone()));
        }
        let mut written: Vec<_> = members.iter().collect();
        written.sort_by_key(|(_, member)| position(Some(&member.key_span)));
        let contexts: Vec<(&str, &Json)> = written.iter().map(|(key, member)| (key.as_str(), &member.value)).collect();
        let declared = modifier.get("default");
        if let Some(default) = declared
            && !default.text().is_some_and(|default| members.contains_key(default))
        {
            let unknown = Diagnostic::error("MB0334").arg("name", name).arg("default", default.describe());
            let given = default.text().unwrap_or_default();
            self.findings.push(unknown.at(default.span.clone()).suggest(given, members.keys().map(String::as_str)));
        }
        let default =
            declared.and_then(Json::text).or_else(|| (name == THEME).then(|| contexts.first().map(|c| c.0)).flatten());
        Some(Step::Modifier(Modifier { name, contexts, default }))
    }

    /// Reports a reference that names neither a set nor a modifier.
    fn unknown_step(&mut self, target: &Json, text: &str) {
        let list = |kind: &str| -> Vec<String> {
            let members = self.root.get(kind).and_then(Json::members);
            members.into_iter().flatten().map(|(name, _)| format!("#/{kind}/{name}")).collect()
        };
        let known = [list("sets"), list("modifiers")].concat();
        let unknown = Diagnostic::error("MB0332").arg("target", text).at(target.span.clone());
        self.findings.push(unknown.suggest(text, known.iter().map(String::as_str)));
    }

    /// Reports keys that do not belong here.
    fn known(&mut self, json: &Json, what: &str, known: &[&str]) {
        if json.members().is_none() {
            self.shape(json, what, "object");
        }
        for (key, member) in json.members().into_iter().flatten().filter(|(key, _)| !known.contains(&key.as_str())) {
            let unknown = Diagnostic::error("MB0321").arg("key", key).arg("what", what);
            self.findings.push(unknown.at(member.key_span.clone()).suggest(key, known.iter().copied()));
        }
    }

    /// Reports a key that must be there.
    fn missing(&mut self, json: &Json, key: &str, what: &str) {
        self.findings.push(Diagnostic::error("MB0320").arg("key", key).arg("what", what).at(json.span.clone()));
    }

    /// Reports a value of the wrong kind.
    fn shape(&mut self, json: &Json, key: &str, expected: &str) {
        let wrong = Diagnostic::error("MB0309").arg("key", key).arg("expected", expected).arg("found", json.describe());
        self.findings.push(wrong.at(json.span.clone()));
    }
}

/// The theme's context, then those of the other modifiers that are not their default.
fn theme_name(modifiers: &[&Modifier<'_>], chosen: &[&str]) -> String {
    let pairs = || modifiers.iter().zip(chosen);
    let theme = pairs().filter(|(modifier, _)| modifier.name == THEME);
    let others = pairs().filter(|(modifier, context)| modifier.name != THEME && modifier.default != Some(**context));
    let names: Vec<&str> = theme.chain(others).map(|(_, context)| *context).collect();
    if names.is_empty() { "default".to_owned() } else { names.join("-") }
}
