//! Lineage in the words of the W3C's PROV model, written as PROV-JSON: which file shows which number, which number comes
//! from which cell, which cell stands in which data file and was taken from which document.
//!
//! In: names, digests and numbers. Out: a JSON value that is the same for the same input, whatever the order it came in.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::Number;
use crate::digest::Digest;

/// What the names of a document begin with.
const PREFIXES: [(&str, &str); 7] = [
    ("prov", "http://www.w3.org/ns/prov#"),
    ("mb", "urn:mocban:1:"),
    ("file", "urn:mocban:file:"),
    ("asset", "urn:mocban:asset:"),
    ("number", "urn:mocban:number:"),
    ("cell", "urn:mocban:cell:"),
    ("source", "urn:mocban:source:"),
];

/// An asset as PROV tells of it.
#[derive(Debug, Clone, Copy)]
pub struct ProvAsset<'a> {
    /// Its name.
    pub asset: &'a str,
    /// Its files.
    pub files: &'a [ProvFile<'a>],
}

/// A file of an asset.
#[derive(Debug, Clone, Copy)]
pub struct ProvFile<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its SHA-256 or other digest as hexadecimal, where it is known; empty otherwise.
    pub digest: &'a str,
    /// What it draws and says.
    pub numbers: &'a [Number],
}

/// A document while it is written: for each kind of statement, by its name.
#[derive(Default)]
struct Document {
    /// Statements by kind and name.
    statements: BTreeMap<&'static str, BTreeMap<String, Value>>,
}

/// Lineage as PROV-JSON (W3C member submission of 2013): `entity` has assets, files, numbers, cells, data files and source
/// documents; `activity` has one drawing an asset; `wasDerivedFrom` leads from file to number to cell to data file and
/// document, `wasGeneratedBy` and `used` say which drawing made the file and from which cells.
///
/// `data` gives the file of each table, by the table's name, with a digest; `program` drew the files.
pub fn prov(program: &str, assets: &[ProvAsset<'_>], data: &BTreeMap<&str, (&str, &str)>) -> Value {
    let mut document = Document::default();
    document.state("agent", "mb:program", json!({"prov:type": "prov:SoftwareAgent", "prov:label": program}));
    for asset in assets {
        document.asset(asset, data);
    }
    let mut out = Map::new();
    out.insert("prefix".to_owned(), json!(PREFIXES.iter().copied().collect::<BTreeMap<_, _>>()));
    for (kind, statements) in document.statements {
        out.insert(kind.to_owned(), json!(statements));
    }
    Value::Object(out)
}

impl Document {
    /// States something once.
    fn state(&mut self, kind: &'static str, name: &str, said: Value) {
        self.statements.entry(kind).or_default().insert(name.to_owned(), said);
    }

    /// States a relation between two things; its name follows from both, so that saying it twice says it once.
    fn relate(&mut self, kind: &'static str, (from_role, from): (&str, &str), (to_role, to): (&str, &str)) {
        let mark = Digest::of_parts([kind.as_bytes(), from.as_bytes(), to.as_bytes()]).to_string();
        let name = format!("_:{}", mark.get(..20).unwrap_or_default());
        let mut said = Map::new();
        said.insert(from_role.to_owned(), json!(from));
        said.insert(to_role.to_owned(), json!(to));
        self.state(kind, &name, Value::Object(said));
    }

    /// That one entity was derived from another.
    fn derive(&mut self, from: &str, to: &str) {
        self.relate("wasDerivedFrom", ("prov:generatedEntity", from), ("prov:usedEntity", to));
    }

    /// An asset, its drawing and its files.
    fn asset(&mut self, asset: &ProvAsset<'_>, data: &BTreeMap<&str, (&str, &str)>) {
        let (name, drawing) = (named("asset", asset.asset), format!("mb:drawing-{}", escaped(asset.asset)));
        self.state("entity", &name, json!({"prov:type": "mb:Asset", "prov:label": asset.asset}));
        self.state("activity", &drawing, json!({"prov:type": "mb:Drawing", "prov:label": asset.asset}));
        self.relate("wasAssociatedWith", ("prov:activity", &drawing), ("prov:agent", "mb:program"));
        for file in asset.files {
            let own = named("file", file.name);
            let mut said = json!({"prov:type": "mb:File", "prov:label": file.name});
            if let (Value::Object(members), false) = (&mut said, file.digest.is_empty()) {
                members.insert("mb:digest".to_owned(), json!(file.digest));
            }
            self.state("entity", &own, said);
            self.relate("specializationOf", ("prov:specificEntity", &own), ("prov:generalEntity", &name));
            self.relate("wasGeneratedBy", ("prov:entity", &own), ("prov:activity", &drawing));
            for number in file.numbers {
                let shown = self.number(number, data);
                self.derive(&own, &shown);
                for cell in &number.cells {
                    self.relate("used", ("prov:activity", &drawing), ("prov:entity", &named("cell", cell)));
                }
            }
        }
    }

    /// A number with its cells; gives its name, which follows from cells and text.
    fn number(&mut self, number: &Number, data: &BTreeMap<&str, (&str, &str)>) -> String {
        let parts = number.cells.iter().map(String::as_bytes).chain([number.text.as_bytes()]);
        let mark = Digest::of_parts(parts).to_string();
        let name = format!("number:{}", mark.get(..20).unwrap_or_default());
        let mut said = json!({"prov:type": "mb:Number", "prov:value": number.text});
        if let (Value::Object(members), Some(value)) = (&mut said, number.value) {
            members.insert("mb:exact".to_owned(), json!(value));
        }
        self.state("entity", &name, said);
        for cell in &number.cells {
            let own = named("cell", cell);
            self.state("entity", &own, json!({"prov:type": "mb:Cell", "prov:label": cell}));
            self.derive(&name, &own);
            let table = cell.split('/').next().unwrap_or_default();
            if let Some((file, digest)) = data.get(table) {
                let holder = named("file", file);
                let said = json!({"prov:type": "mb:DataFile", "prov:label": file, "mb:digest": digest});
                self.state("entity", &holder, said);
                self.derive(&own, &holder);
            }
        }
        let sources: BTreeSet<&str> = number.source.split("; ").filter(|source| !source.is_empty()).collect();
        for source in sources {
            let own = named("source", source);
            self.state("entity", &own, json!({"prov:type": "mb:SourceDocument", "prov:label": source}));
            // Several cells may have several sources: which has which is in the data.
            self.derive(&name, &own);
        }
        name
    }
}

/// A name with its prefix.
fn named(prefix: &str, name: &str) -> String {
    format!("{prefix}:{}", escaped(name))
}

/// A name as part of a URN: what is not plain in one is written by its bytes.
fn escaped(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'/' => out.push(char::from(byte)),
            _ => {
                let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0').to_ascii_uppercase();
                out.extend(['%', digit(byte >> 4), digit(byte & 15)]);
            }
        }
    }
    out
}
