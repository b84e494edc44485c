//! `data/`: from schemas and data files to a [`Dataset`], or every error of every file.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::{Checked, Diagnostic, Findings, Span};
use crate::source::{Folder, Source};

use super::intake::Intake;
use super::rule::split_name;
use super::schema::Schema;
use super::{Dataset, Table, delimited, json, watch, workbook, yaml};

/// The folder of schemas and data files.
const FOLDER: &str = "data/";
/// What a schema file ends with.
const SCHEMA: &str = ".schema.toml";
/// Endings of data files.
const ENDINGS: [&str; 7] = ["csv", "tsv", "xlsx", "ods", "json", "yaml", "yml"];

impl Dataset {
    /// Reads every table that `data/*.schema.toml` declares.
    ///
    /// # Errors
    /// All faults of all schemas and data files (`MB0201` to `MB0249`), at most a hundred a file.
    pub fn read(folder: &Folder) -> Checked<Self> {
        let mut findings = Findings::new();
        let mut dataset = Self::default();
        let mut used = BTreeSet::new();
        for (name, path) in schemas(folder) {
            if let Some((table, file)) = read_table(folder, name, path, &mut findings) {
                used.insert(file);
                dataset.tables.extend(table.map(|table| (name.to_owned(), table)));
            }
        }
        unused(folder, &used, &mut findings);
        // Where a table could not be read, a sum that names it would be blamed for it.
        if !findings.has_errors() {
            watch::check_sums(&dataset, &mut findings);
        }
        findings.finish(dataset)
    }
}

/// Table names and paths of the schema files, in order.
fn schemas(folder: &Folder) -> impl Iterator<Item = (&str, &str)> {
    files(folder).filter_map(|name| Some((name.strip_suffix(SCHEMA)?, name)))
}

/// Names of the files right in `data/`, without those that office programs leave behind.
fn files(folder: &Folder) -> impl Iterator<Item = &str> {
    folder
        .under(FOLDER)
        .filter_map(|(path, _)| path.strip_prefix(FOLDER))
        .filter(|name| !name.contains('/') && !name.starts_with(['.', '~']))
}

/// The ending of a file name.
fn ending(name: &str) -> Option<&'static str> {
    let (_, end) = name.rsplit_once('.')?;
    ENDINGS.into_iter().find(|known| known.eq_ignore_ascii_case(end))
}

/// Warns about data files that no schema speaks of: their numbers would go unseen.
fn unused(folder: &Folder, used: &BTreeSet<String>, findings: &mut Findings) {
    for name in files(folder).filter(|name| ending(name).is_some() && !used.contains(*name)) {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        // Which of several files a table means is an error of its own.
        let undecided = schemas(folder).any(|(table, _)| table == stem)
            && named(folder, stem).count() > 1
            && !named(folder, stem).any(|other| used.contains(other));
        if undecided {
            continue;
        }
        let path = format!("{FOLDER}{name}");
        findings.push(
            Diagnostic::warning("MB0247")
                .arg("path", &path)
                .arg("schema", format!("{FOLDER}{stem}{SCHEMA}"))
                .at(Span::whole(path))
                .hint("hint"),
        );
    }
}

/// Reads a schema and its file; also tells which file it is, so that it does not count as unused.
fn read_table(folder: &Folder, name: &str, schema: &str, findings: &mut Findings) -> Option<(Option<Table>, String)> {
    let path = format!("{FOLDER}{schema}");
    if split_name(name).is_none_or(|(_, language)| language.is_some()) {
        findings.push(Diagnostic::error("MB0249").arg("name", name).at(Span::whole(path)).hint("table"));
        return guess(folder, name).map(|file| (None, file));
    }
    let source = folder.text(&path).map_err(|fault| findings.push(fault)).ok()?;
    let Some(schema) = findings.take(Schema::read(&source, name)) else {
        return guess(folder, name).map(|file| (None, file));
    };
    let file = data_file(folder, &schema, findings)?;
    let Some(ending) = ending(&file) else {
        let span = schema.file.map_or_else(|| Span::whole(path), |(_, span)| span);
        findings.push(
            Diagnostic::error("MB0211").arg("path", &file).arg("known", ENDINGS.join(", ")).at(span).hint("known"),
        );
        return Some((None, file));
    };
    let table = read_file(folder, &schema, &format!("{FOLDER}{file}"), ending, findings);
    Some((table, file))
}

/// The first file that bears a table's name, for a schema that cannot be read.
fn guess(folder: &Folder, table: &str) -> Option<String> {
    named(folder, table).next().map(str::to_owned)
}

/// Data files that bear a table's name.
fn named<'a>(folder: &'a Folder, table: &'a str) -> impl Iterator<Item = &'a str> {
    files(folder).filter(move |name| {
        name.strip_prefix(table).is_some_and(|rest| rest.starts_with('.')) && ending(name).is_some()
    })
}

/// The data file of a schema: the one it names, else the only one of its name.
fn data_file(folder: &Folder, schema: &Schema, findings: &mut Findings) -> Option<String> {
    if let Some((file, span)) = &schema.file {
        if folder.bytes(&format!("{FOLDER}{file}")).is_some() && !file.contains('/') {
            return Some(file.clone());
        }
        let known: Vec<&str> = files(folder).filter(|name| ending(name).is_some()).collect();
        findings.push(
            Diagnostic::error("MB0209").arg("path", format!("{FOLDER}{file}")).at(span.clone()).suggest(file, known),
        );
        return None;
    }
    let candidates: Vec<&str> = named(folder, &schema.table).collect();
    let place = Span::whole(Arc::clone(&schema.path));
    match candidates.as_slice() {
        [only] => return Some((*only).to_owned()),
        [] => {
            let known = files(folder).filter(|name| ending(name).is_some());
            let path = format!("{FOLDER}{}.*", schema.table);
            findings.push(Diagnostic::error("MB0209").arg("path", path).at(place).suggest(&schema.table, known));
        }
        several => findings.push(
            Diagnostic::error("MB0210")
                .arg("table", &schema.table)
                .arg("files", several.join(", "))
                .at(place)
                .hint("hint"),
        ),
    }
    None
}

/// Reads a data file by its ending.
fn read_file(folder: &Folder, schema: &Schema, path: &str, ending: &str, findings: &mut Findings) -> Option<Table> {
    let bytes = folder.bytes(path)?;
    let mut intake = Intake::new(schema, path.into());
    match ending {
        "xlsx" | "ods" => workbook::read(bytes, ending, &mut intake),
        _ => match text(path, bytes) {
            Ok(source) => match ending {
                "json" => json::read(&source, &mut intake),
                "yaml" | "yml" => yaml::read(&source, &mut intake),
                _ => delimited::read(&source, ending, &mut intake),
            },
            Err(fault) => intake.report.push(fault),
        },
    }
    let (table, found) = intake.finish();
    let mut own = Findings::new();
    own.extend(found);
    findings.take(own.finish(table))
}

/// A text data file, with a clear word for UTF-16.
fn text(path: &str, bytes: &[u8]) -> Result<Source, Diagnostic> {
    let marked = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    if marked || bytes.contains(&0) {
        return Err(Diagnostic::error("MB0248").arg("path", path).at(Span::whole(path)).hint("hint"));
    }
    Source::new(path, bytes)
}
