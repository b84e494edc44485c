//! The desk's two lists: who is on the distribution list, and what hangs where.
//!
//! In: `agencies.csv` and `placements.csv` as text; out: their rows, or everything that is wrong with them, placed.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use crate::diagnostic::{Checked, Diagnostic, Findings, Span};
use crate::record::rows;
use crate::settings::is_name;
use crate::source::Source;

/// Columns of `agencies.csv`; the first two must be there.
const AGENCY: [&str; 6] = ["id", "name", "email", "kind", "languages", "note"];
/// Columns of `placements.csv`; `id`, `asset` and `place` must be there.
const PLACEMENT: [&str; 9] = ["id", "asset", "format", "version", "place", "size", "contact", "since", "until"];

/// Someone on the distribution list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Agency {
    /// Its name in commands and in the ledger.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// Where it is written to.
    pub email: String,
    /// What it is: a paper, a district office.
    pub kind: String,
    /// Languages it takes.
    pub languages: Vec<String>,
    /// What else to know.
    pub note: String,
}

/// A picture that hangs somewhere, or runs on a board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Placement {
    /// Its name in commands and in the ledger.
    pub id: String,
    /// The asset.
    pub asset: String,
    /// The format.
    pub format: String,
    /// The version; none when nobody noted it, and then it may be any.
    pub version: Option<u32>,
    /// Where.
    pub place: String,
    /// How large.
    pub size: String,
    /// Whom to call.
    pub contact: String,
    /// Since when.
    pub since: Option<Date>,
    /// Until when, that day included.
    pub until: Option<Date>,
    /// Where the register has its asset.
    #[serde(skip)]
    pub span: Span,
}

/// A row by column: words and place.
struct Row {
    /// Fields by column.
    fields: BTreeMap<&'static str, (String, Span)>,
}

impl Row {
    /// The words of a column; empty when the file has no such column.
    fn words(&self, column: &str) -> String {
        self.fields.get(column).map(|(words, _)| words.clone()).unwrap_or_default()
    }

    /// The place of a column's field.
    fn span(&self, column: &str, source: &Source) -> Span {
        self.fields.get(column).map_or_else(|| Span::whole(source.name.clone()), |(_, span)| span.clone())
    }

    /// A finding at a column's place, with its words.
    fn wrong(&self, code: &'static str, column: &'static str) -> Diagnostic {
        let diagnostic = Diagnostic::error(code).arg("column", column).arg("value", self.words(column)).hint("hint");
        match self.fields.get(column) {
            Some((_, span)) => diagnostic.at(span.clone()),
            None => diagnostic,
        }
    }

    /// A day; none when the field is empty.
    fn day(&self, column: &'static str, findings: &mut Findings) -> Option<Date> {
        let words = self.words(column);
        if words.is_empty() {
            return None;
        }
        let day = words.parse().ok();
        if day.is_none() {
            findings.push(self.wrong("MB1265", column));
        }
        day
    }
}

/// The distribution list.
///
/// # Errors
/// Everything wrong with it: `MB0221` to `MB0223`, `MB1260` to `MB1264`.
pub fn agencies(source: &Source) -> Checked<Vec<Agency>> {
    let mut findings = Findings::new();
    let rows = sheet(source, &AGENCY, &["id", "name"], &mut findings);
    let agencies = rows.iter().map(|row| {
        let email = row.words("email");
        let spoken = email.split_once('@').is_some_and(|(who, at)| !who.is_empty() && at.contains('.'));
        if !email.is_empty() && (!spoken || email.contains(char::is_whitespace)) {
            findings.push(row.wrong("MB1264", "email"));
        }
        let languages = row.words("languages");
        let languages = languages.split([' ', ';', ',']).filter(|code| !code.is_empty());
        Agency {
            id: row.words("id"),
            name: row.words("name"),
            kind: row.words("kind"),
            languages: languages.map(str::to_owned).collect(),
            note: row.words("note"),
            email,
        }
    });
    let agencies = agencies.collect();
    findings.finish(agencies)
}

/// The register of placements.
///
/// # Errors
/// Everything wrong with it: `MB0221` to `MB0223`, `MB1260` to `MB1266`.
pub fn placements(source: &Source) -> Checked<Vec<Placement>> {
    let mut findings = Findings::new();
    let rows = sheet(source, &PLACEMENT, &["id", "asset", "place"], &mut findings);
    let mut placements = Vec::new();
    for row in &rows {
        let version = row.words("version");
        let number = version.trim_start_matches('v').parse().ok().filter(|number| *number > 0);
        if number.is_none() && !version.is_empty() {
            findings.push(row.wrong("MB1266", "version"));
        }
        placements.push(Placement {
            id: row.words("id"),
            asset: row.words("asset"),
            format: row.words("format"),
            version: number,
            place: row.words("place"),
            size: row.words("size"),
            contact: row.words("contact"),
            since: row.day("since", &mut findings),
            until: row.day("until", &mut findings),
            span: row.span("asset", source),
        });
    }
    findings.finish(placements)
}

/// The rows of a file below its heading, each with an identity of its own.
fn sheet(source: &Source, columns: &[&'static str], needed: &[&str], findings: &mut Findings) -> Vec<Row> {
    let rows = match rows(source) {
        Ok(rows) => rows,
        Err(diagnostic) => {
            findings.push(diagnostic);
            return Vec::new();
        }
    };
    let mut rows = rows.into_iter();
    let heading = heading(source, rows.next().unwrap_or_default(), columns, needed, findings);
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    for row in rows {
        let place = row.first().map_or_else(|| Span::whole(source.name.clone()), |(_, span)| span.clone());
        if row.len() != heading.len() {
            let uneven = Diagnostic::error("MB0223").arg("found", row.len()).arg("expected", heading.len());
            findings.push(uneven.at(place).hint("hint"));
            continue;
        }
        let fields = heading.iter().zip(row).filter_map(|(column, field)| Some(((*column)?, field)));
        let row = Row { fields: fields.collect() };
        let id = row.words("id");
        if !is_name(&id) {
            findings.push(row.wrong("MB1262", "id"));
        } else if !seen.insert(id) {
            findings.push(row.wrong("MB1263", "id"));
        }
        found.push(row);
    }
    found
}

/// The columns of a file in its order; none for those that were not understood.
fn heading(
    source: &Source,
    row: Vec<(String, Span)>,
    columns: &[&'static str],
    needed: &[&str],
    findings: &mut Findings,
) -> Vec<Option<&'static str>> {
    let missing = needed.iter().filter(|name| !row.iter().any(|(words, _)| words == **name));
    findings.extend(missing.map(|name| {
        let place = Span::text(source.name.clone(), 1, 1, 0);
        Diagnostic::error("MB1260").arg("column", name).arg("columns", columns.join(",")).at(place).hint("hint")
    }));
    let known = row.into_iter().map(|(words, span)| {
        let column = columns.iter().find(|column| **column == words).copied();
        if column.is_none() {
            let unknown = Diagnostic::error("MB1261").arg("column", &words).at(span);
            findings.push(unknown.suggest(&words, columns.iter().copied()));
        }
        column
    });
    known.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::assert_worded;

    /// What is wrong with a list, as `place code`.
    fn wrong<T>(read: Checked<T>) -> Vec<String> {
        let found = read.err().unwrap_or_default();
        assert_worded(&found);
        found
            .iter()
            .map(|d| format!("{} {}", d.spans.first().map(ToString::to_string).unwrap_or_default(), d.code))
            .collect()
    }

    #[test]
    fn lists_are_read_with_their_fields() {
        let text = "id,name,email,kind,languages,note\nbao-vd,\"Báo ví dụ, số 1\",tin@bao.example,báo,vi en,\n";
        let read = agencies(&Source::from_text("desk/agencies.csv", text)).unwrap().value;
        assert_eq!((read[0].name.as_str(), read[0].languages.len()), ("Báo ví dụ, số 1", 2));
        let text = "id,asset,version,place,until\npano-1,a,v02,Ngã tư,2026-12-31\nled-1,a,,Cổng,\n";
        let read = placements(&Source::from_text("desk/placements.csv", text)).unwrap().value;
        assert_eq!((read[0].version, read[1].version), (Some(2), None));
        assert_eq!(read[0].until, Some(jiff::civil::date(2026, 12, 31)));
    }

    #[test]
    fn all_that_is_wrong_is_said_with_its_place() {
        let text = "id,name,e-mail\nBáo,a,b\nx,a,b\nx,a,b\ny,a\n";
        let found = wrong(agencies(&Source::from_text("a.csv", text)));
        assert_eq!(found, ["a.csv:1:9 MB1261", "a.csv:2:1 MB1262", "a.csv:4:1 MB1263", "a.csv:5:1 MB0223"]);
        let found = wrong(agencies(&Source::from_text("a.csv", "id,email\nx,nobody\n")));
        assert_eq!(found, ["a.csv:1:1 MB1260", "a.csv:2:3 MB1264"]);
        let text = "id,asset,place,version,since\nx,a,b,second,2026-13-01\n";
        let found = wrong(placements(&Source::from_text("p.csv", text)));
        assert_eq!(found, ["p.csv:2:7 MB1266", "p.csv:2:14 MB1265"]);
        assert_eq!(wrong(agencies(&Source::from_text("a.csv", "id,name\nx,\"y"))), ["a.csv:2:3 MB0221"]);
    }
}
