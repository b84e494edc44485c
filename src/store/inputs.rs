//! What a rendition was made from, kept so that a later plan can say why it must be made again.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::digest::Digest;
use crate::lineage::Scope;

/// A snapshot of everything an artwork drew from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inputs {
    /// Raw value by cell identity (`table/key/column`).
    #[serde(default)]
    pub cells: BTreeMap<String, String>,
    /// Cells that it may have read beside these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scopes: Vec<Scope>,
    /// Resolved value by token name.
    #[serde(default)]
    pub tokens: BTreeMap<String, String>,
    /// Digest by path: templates, fonts, marks.
    #[serde(default)]
    pub files: BTreeMap<String, Digest>,
    /// Settings of the campaign, product and format by name (`product.headline`, `format.dpi`).
    #[serde(default)]
    pub campaign: BTreeMap<String, String>,
    /// Program and its version.
    #[serde(default)]
    pub program: String,
}

/// Of which kind an input is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum InputKind {
    /// A cell of the data.
    Cell,
    /// A design token.
    Token,
    /// A template, font or mark.
    File,
    /// A setting of the campaign.
    Campaign,
    /// The program itself.
    Program,
}

/// One input that differs between two snapshots.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct InputChange {
    /// Kind of input.
    pub kind: InputKind,
    /// Its name: a cell's identity, a token's name, a path, a setting.
    pub name: String,
    /// Value before; none when it is new.
    pub before: Option<String>,
    /// Value now; none when it is gone.
    pub now: Option<String>,
}

impl Inputs {
    /// Whether a cell is among what the artwork may have read.
    pub fn reads(&self, cell: &str) -> bool {
        self.cells.contains_key(cell) || self.scopes.iter().any(|scope| scope.covers(cell))
    }

    /// What differs in a later snapshot, cells first, then tokens, files, settings, program; each by name.
    pub fn changes(&self, later: &Self) -> Vec<InputChange> {
        let mut changes = Vec::new();
        compare(&mut changes, InputKind::Cell, &self.cells, &later.cells);
        compare(&mut changes, InputKind::Token, &self.tokens, &later.tokens);
        compare(&mut changes, InputKind::File, &self.files, &later.files);
        compare(&mut changes, InputKind::Campaign, &self.campaign, &later.campaign);
        if self.program != later.program {
            changes.push(InputChange {
                kind: InputKind::Program,
                name: "program".to_owned(),
                before: Some(self.program.clone()),
                now: Some(later.program.clone()),
            });
        }
        changes
    }
}

/// Adds what differs between two maps.
fn compare<T: ToString + PartialEq>(
    changes: &mut Vec<InputChange>,
    kind: InputKind,
    before: &BTreeMap<String, T>,
    now: &BTreeMap<String, T>,
) {
    let names: BTreeSet<&String> = before.keys().chain(now.keys()).collect();
    for name in names {
        let (old, new) = (before.get(name), now.get(name));
        if old != new {
            let (before, now) = (old.map(T::to_string), new.map(T::to_string));
            changes.push(InputChange { kind, name: name.clone(), before, now });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_name_each_input_that_differs_and_no_other() {
        let mut old = Inputs { program: "mocban 0.1.0".to_owned(), ..Inputs::default() };
        old.cells.insert("indicators/ha-tang/value".to_owned(), "71".to_owned());
        old.cells.insert("indicators/du-lieu/value".to_owned(), "5".to_owned());
        old.files.insert("templates/card/template.svg".to_owned(), Digest::of(b"a"));
        let mut new = old.clone();
        assert_eq!(old.changes(&new), []);
        new.cells.insert("indicators/ha-tang/value".to_owned(), "74".to_owned());
        new.files.clear();
        new.tokens.insert("color.accent".to_owned(), "#b5121b".to_owned());
        let changes = old.changes(&new);
        let told: Vec<_> =
            changes.iter().map(|c| (c.kind, c.name.as_str(), c.before.is_some(), c.now.is_some())).collect();
        assert_eq!(
            told,
            [
                (InputKind::Cell, "indicators/ha-tang/value", true, true),
                (InputKind::Token, "color.accent", false, true),
                (InputKind::File, "templates/card/template.svg", true, false),
            ]
        );
        assert_eq!(changes[0].before.as_deref(), Some("71"));
        assert_eq!(changes[0].now.as_deref(), Some("74"));
    }
}
