//! Reads `[[correction]]`: cells that were put right after they had been published. Pictures that print them carry a mark.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use super::reading::words;
use super::{Campaign, Surroundings};
use crate::diagnostic::{Diagnostic, Findings};
use crate::language::Words;
use crate::record::{CellId, Dataset, Table};
use crate::settings::{self, Entry, Given, Section};

/// More keys than this are not listed where none is near to what was typed.
const MOST_KEYS: usize = 12;
/// Characters of a day, `2026-10-09`.
const DAY_LENGTH: usize = 10;

/// Cells that were put right, and what pictures that print them say about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Correction {
    /// The cells, each language's by itself.
    pub cells: BTreeSet<CellId>,
    /// Which of the fixed words.
    pub kind: CorrectedKind,
    /// The day it was put right.
    pub date: Date,
    /// What was wrong, shortly, by language; may be empty.
    pub note: Words,
}

/// What a mark says. The later weighs more: an error is not hidden behind a planned revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CorrectedKind {
    /// *Điều chỉnh*: a planned revision of provisional figures.
    Revision,
    /// *Đính chính*: an error is put right.
    Correction,
}

impl CorrectedKind {
    /// Both, with their names in `campaign.toml`.
    pub const ALL: [(&'static str, Self); 2] = [("correction", Self::Correction), ("revision", Self::Revision)];

    /// Its name in `campaign.toml`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Correction => "correction",
            Self::Revision => "revision",
        }
    }

    /// The fixed word in a language; English for all but Vietnamese.
    pub fn word(self, language: &str) -> &'static str {
        match (self, language.split('-').next()) {
            (Self::Correction, Some("vi")) => "Đính chính",
            (Self::Revision, Some("vi")) => "Điều chỉnh",
            (Self::Correction, _) => "Correction",
            (Self::Revision, _) => "Revision",
        }
    }
}

impl Campaign {
    /// What a picture that prints these cells is marked with: the gravest, of several the latest.
    pub fn correction_of<'c>(&self, cells: impl Iterator<Item = &'c CellId>) -> Option<&Correction> {
        if self.corrections.is_empty() {
            return None;
        }
        let printed: BTreeSet<&CellId> = cells.collect();
        let met = |correction: &&Correction| correction.cells.iter().any(|cell| printed.contains(cell));
        self.corrections.iter().filter(met).max_by_key(|correction| (correction.kind, correction.date))
    }
}

/// Every `[[correction]]`.
pub(super) fn corrections(
    section: &mut Section<'_>,
    languages: &[String],
    around: &Surroundings<'_>,
) -> Vec<Correction> {
    let entries = section.read("correction", Entry::list).map(|given| given.value).unwrap_or_default();
    let mut corrections = Vec::new();
    for entry in &entries {
        let Some(mut inner) = section.keep(Section::of(entry)) else { continue };
        corrections.extend(correction(&mut inner, languages, around));
        let mut findings = Findings::new();
        inner.finish(&mut findings);
        findings.into_vec().into_iter().for_each(|diagnostic| section.push(diagnostic));
    }
    corrections
}

/// One correction; none without cells or a day.
fn correction(section: &mut Section<'_>, languages: &[String], around: &Surroundings<'_>) -> Option<Correction> {
    section.require("cells", Entry::list);
    let named = section.texts("cells");
    let kind = section.read("kind", kind).map_or(CorrectedKind::Correction, |given| given.value);
    let date = section.require("date", day);
    let note = settings::plain(&words(section, "note", &[], languages));
    let named = named?;
    if named.is_empty() {
        let span = section.span();
        section.push(Diagnostic::error("MB0119").arg("key", "cells").at(span));
    }
    let mut cells = BTreeSet::new();
    for name in &named {
        cells.extend(section.keep(meant(name, around.dataset)).unwrap_or_default());
    }
    Some(Correction { cells, kind, date: date?.value, note })
}

/// One of the two kinds (`MB0129`).
fn kind(entry: &Entry<'_>) -> Result<CorrectedKind, Diagnostic> {
    let text = entry.text()?;
    CorrectedKind::ALL.into_iter().find(|(name, _)| *name == text).map(|(_, kind)| kind).ok_or_else(|| {
        let diagnostic = Diagnostic::error("MB0129").arg("kind", &text).at(entry.span());
        diagnostic.suggest(&text, CorrectedKind::ALL.into_iter().map(|(name, _)| name))
    })
}

/// A day, as a date or as words (`MB0130`).
fn day(entry: &Entry<'_>) -> Result<Date, Diagnostic> {
    let text = entry.scalar()?;
    let read = text.parse().ok().filter(|_| text.len() == DAY_LENGTH);
    read.ok_or_else(|| Diagnostic::error("MB0130").arg("date", &text).at(entry.span()).hint("hint"))
}

/// The cells that a name means: that one, or the same in each language. Without data that could be read, the name as it is.
fn meant(given: &Given<String>, dataset: Option<&Dataset>) -> Result<Vec<CellId>, Diagnostic> {
    let name = given.value.trim().trim_matches('/');
    // A key may hold a slash; neither of the others can.
    let parts = name.split_once('/').and_then(|(table, rest)| Some((table, rest.rsplit_once('/')?)));
    let Some((table_name, (key, column))) = parts else {
        return Err(Diagnostic::error("MB0128").arg("cell", &given.value).at(given.span.clone()).hint("hint"));
    };
    let Some(dataset) = dataset else {
        return Ok(vec![CellId { table: table_name.into(), key: key.into(), column: column.into() }]);
    };
    let Some(table) = dataset.tables.get(table_name) else {
        let diagnostic = Diagnostic::error("MB0103").arg("table", table_name).at(given.span.clone());
        return Err(diagnostic.suggest(table_name, dataset.tables.keys().map(String::as_str)));
    };
    let Some(record) = table.record(key) else { return Err(no_record(table, key, given)) };
    let names = table.columns.iter().map(|own| (own.full_name(), &own.name));
    let columns: Vec<Arc<str>> =
        names.filter(|(full, own)| full == column || &***own == column).map(|(full, _)| full.into()).collect();
    if columns.is_empty() {
        let known: Vec<String> = table.columns.iter().map(crate::record::Column::full_name).collect();
        let diagnostic = Diagnostic::error("MB0104").arg("table", table_name).arg("column", column);
        return Err(diagnostic.at(given.span.clone()).suggest(column, known.iter().map(String::as_str)));
    }
    let cell = |column| CellId { table: Arc::clone(&table.name), key: Arc::clone(&record.key), column };
    Ok(columns.into_iter().map(cell).collect())
}

/// No record of that key (`MB0127`), with the nearest there is.
fn no_record(table: &Table, key: &str, given: &Given<String>) -> Diagnostic {
    let finding = || Diagnostic::error("MB0127").arg("table", &table.name).arg("key", key).at(given.span.clone());
    let near = finding().suggest(key, table.records.iter().map(|record| &*record.key));
    // A list of a hundred keys helps nobody.
    if near.hint == Some("known") && table.records.len() > MOST_KEYS { finding().hint("hint") } else { near }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::diagnostic::assert_worded;
    use crate::record::{Column, ColumnKind, Record, Rows, Watch};
    use crate::source::{Folder, Source};

    /// Units `a` and `b/c` with names in two languages and a score.
    fn dataset() -> Dataset {
        let column = |name: &str, language: Option<&str>| Column {
            name: name.into(),
            language: language.map(str::to_owned),
            kind: ColumnKind::Text,
            unit: BTreeMap::new(),
            decimals: None,
        };
        let table = Table {
            name: "units".into(),
            columns: vec![column("name", Some("vi")), column("name", Some("en")), column("score", None)],
            records: ["a", "b/c"].map(|key| Record { key: key.into(), cells: Vec::new() }).into(),
            path: "data/units.csv".into(),
            rows: Rows::default(),
            watch: Watch::default(),
        };
        Dataset { tables: BTreeMap::from([("units".to_owned(), table)]) }
    }

    /// Reads a file of corrections, with the codes and places of what is found.
    fn read(text: &str) -> (Vec<Correction>, Vec<String>) {
        let source = Source::from_text("campaign.toml", text);
        let (mut findings, data) = (Findings::new(), dataset());
        let document = settings::parse(&source, &mut findings).expect("toml");
        let mut section = Section::root(&source, &document);
        let around = Surroundings { dataset: Some(&data), ..Surroundings::default() };
        let read = corrections(&mut section, &["vi".to_owned(), "en".to_owned()], &around);
        section.finish(&mut findings);
        let found = findings.into_vec();
        assert_worded(&found);
        let hint = |d: &Diagnostic| d.hint.map(|hint| format!(" {hint}")).unwrap_or_default();
        (read, found.iter().map(|d| format!("{} {}{}", d.code, d.spans[0], hint(d))).collect())
    }

    #[test]
    fn a_correction_reads_as_written() {
        let (read, found) = read(
            "[[correction]]\ncells = [\"units/a/score\", \"units/b/c/name\"]\ndate = 2026-10-09\nnote.vi = \"Sửa\"\n\
             [[correction]]\ncells = [\"units/a/name.en\"]\nkind = \"revision\"\ndate = \"2026-11-01\"\n",
        );
        assert!(found.is_empty(), "{found:?}");
        let cells: Vec<String> = read[0].cells.iter().map(ToString::to_string).collect();
        assert_eq!(cells, ["units/a/score", "units/b/c/name.en", "units/b/c/name.vi"]);
        assert_eq!((read[0].kind, &*read[0].note["vi"]), (CorrectedKind::Correction, "Sửa"));
        assert_eq!((read[1].kind, read[1].date.to_string()), (CorrectedKind::Revision, "2026-11-01".to_owned()));
        assert_eq!((read[1].kind.word("vi"), read[0].kind.word("en")), ("Điều chỉnh", "Correction"));
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let of = |line: &str| {
            read(&format!("[[correction]]\ndate = 2026-10-09\n{line}\n")).1.into_iter().collect::<Vec<_>>().join("; ")
        };
        let cases = [
            ("cells = [\"units/a/scor\"]", "MB0104 campaign.toml:3:10 did-you-mean"),
            ("cells = [\"units/A/score\"]", "MB0127 campaign.toml:3:10 did-you-mean"),
            ("cells = [\"unit/a/score\"]", "MB0103 campaign.toml:3:10 did-you-mean"),
            ("cells = [\"units/score\"]", "MB0128 campaign.toml:3:10 hint"),
            ("cells = []", "MB0119 campaign.toml:1:1"),
            ("cells = [\"units/a/score\"]\nkind = \"corection\"", "MB0129 campaign.toml:4:8 did-you-mean"),
            ("cells = [\"units/a/score\"]\nnotes.vi = \"x\"", "MB0011 campaign.toml:4:1 did-you-mean"),
            ("cells = [\"units/a/score\"]\nnote.fr = \"x\"", "MB0109 campaign.toml:4:11 known"),
        ];
        for (line, expected) in cases {
            assert_eq!(of(line), expected, "{line}");
        }
        for date in ["\"9/10/2026\"", "2026-10-09T10:00:00", "9"] {
            let found = read(&format!("[[correction]]\ncells = [\"units/a/score\"]\ndate = {date}\n")).1;
            assert_eq!(found, ["MB0130 campaign.toml:3:8 hint"], "{date}");
        }
        assert_eq!(read("[[correction]]\n").1, ["MB0013 campaign.toml:1:1", "MB0013 campaign.toml:1:1"]);
    }

    #[test]
    fn an_error_is_not_hidden_behind_a_later_revision() {
        let head = "slug = \"t\"\ntitle = \"T\"\nlanguages = [\"vi\"]\n";
        let own = |kind: &str, day: u8| {
            format!("[[correction]]\ncells = [\"units/a/score\"]\nkind = \"{kind}\"\ndate = 2026-10-{day:02}\n")
        };
        let mut folder = Folder::new();
        let text = [head, &own("correction", 5), &own("correction", 9), &own("revision", 20)].concat();
        folder.insert("campaign.toml", text.into_bytes());
        let data = dataset();
        let around = Surroundings { dataset: Some(&data), ..Surroundings::default() };
        let campaign = Campaign::read(&folder, &around).expect("reads").value;
        let cell = |key: &str| CellId { table: "units".into(), key: key.into(), column: "score".into() };
        let found = campaign.correction_of([cell("a")].iter()).expect("it is corrected");
        assert_eq!((found.kind, found.date.day()), (CorrectedKind::Correction, 9));
        assert!(campaign.correction_of([cell("b/c")].iter()).is_none());
    }
}
