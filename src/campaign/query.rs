//! Reads which records a product draws, and checks columns against the tables.

use std::collections::BTreeMap;

use super::placeholder::{Piece, pieces};
use super::{Query, Selection, Surroundings};
use crate::diagnostic::Diagnostic;
use crate::record::{Column, ColumnKind, Table};
use crate::settings::{Entry, Given, Section};

/// What placeholders may name.
pub(super) enum Drawn<'a> {
    /// The record of this table.
    One(&'a Table),
    /// A record of a table that could not be read: nothing is checked.
    Unknown,
    /// No single record.
    NotOne,
}

/// Reads `each` or `all` with `where`, `sort` and `limit`.
pub(super) fn selection<'a>(section: &mut Section<'_>, around: &Surroundings<'a>) -> (Selection, Drawn<'a>) {
    let each = section.read("each", Entry::text);
    let all = section.read("all", Entry::text);
    let is_each = each.is_some();
    if let (Some(each), Some(all)) = (&each, &all) {
        section.push(Diagnostic::error("MB0111").at(all.span.clone()).at(each.span.clone()).hint("hint"));
    }
    let named = each.or(all);
    let table = named.as_ref().and_then(|named| table(section, named, around));
    let filter = filter(section, table);
    let sort = section.read("sort", |entry| {
        let text = entry.text()?;
        let column = text.strip_prefix('-').unwrap_or(&text);
        match table {
            Some(table) if table.column(column).is_none() => Err(unknown_column(table, column).at(entry.span())),
            _ => Ok(text),
        }
    });
    let limit = section.read("limit", Entry::whole);
    let Some(named) = named else {
        for key in ["where", "sort", "limit"] {
            if let Some(entry) = section.entry(key) {
                section.push(Diagnostic::error("MB0112").arg("key", key).at(entry.key_span()).hint("hint"));
            }
        }
        return (Selection::None, Drawn::NotOne);
    };
    let query = Query {
        table: named.value.into(),
        filter,
        sort: sort.map(|given| given.value),
        limit: limit.map(|given| usize::try_from(given.value).unwrap_or(usize::MAX)),
    };
    match (is_each, table) {
        (true, Some(table)) => (Selection::Each(query), Drawn::One(table)),
        (true, None) => (Selection::Each(query), Drawn::Unknown),
        (false, _) => (Selection::All(query), Drawn::NotOne),
    }
}

/// The named table; an unknown one is `MB0103`.
fn table<'a>(section: &mut Section<'_>, named: &Given<String>, around: &Surroundings<'a>) -> Option<&'a Table> {
    let dataset = around.dataset?;
    let table = dataset.tables.get(&named.value);
    if table.is_none() {
        let diagnostic = Diagnostic::error("MB0103").arg("table", &named.value).at(named.span.clone());
        section.push(diagnostic.suggest(&named.value, dataset.tables.keys().map(String::as_str)));
    }
    table
}

/// Reads `where`: columns with a value or a list of values. A column of a language is `name.vi`.
fn filter(section: &mut Section<'_>, table: Option<&Table>) -> BTreeMap<String, Vec<String>> {
    let entries = section.read("where", Entry::entries).map(|given| given.value).unwrap_or_default();
    let mut columns = Vec::new();
    for entry in entries {
        match entry.entries() {
            Ok(inner) => columns.extend(inner.into_iter().map(|part| (format!("{}.{}", entry.key, part.key), part))),
            Err(_) => columns.push((entry.key.to_owned(), entry)),
        }
    }
    let mut filter = BTreeMap::new();
    for (name, entry) in columns {
        let column = table.map(|table| (table, table.column(&name).and_then(|at| table.columns.get(at))));
        if let Some((table, None)) = column {
            section.push(unknown_column(table, &name).at(entry.key_span()));
        }
        let column = column.and_then(|(_, column)| column);
        let items = if entry.is_list() { entry.list().unwrap_or_default() } else { vec![entry.clone()] };
        let values = items.iter().filter_map(|item| section.keep(filter_value(item, &name, column))).collect();
        filter.insert(name, values);
    }
    filter
}

/// One wanted value, which must be of the column's kind (`MB0114`).
fn filter_value(item: &Entry<'_>, name: &str, column: Option<&Column>) -> Result<String, Diagnostic> {
    let text = item.scalar()?;
    let fits = match column.map(|column| column.kind) {
        None | Some(ColumnKind::Text) => true,
        // An empty text asks for empty cells.
        Some(_) if text.is_empty() => true,
        Some(ColumnKind::Number | ColumnKind::Integer) => text.parse::<f64>().is_ok_and(f64::is_finite),
        Some(ColumnKind::Boolean) => text == "true" || text == "false",
        Some(ColumnKind::Date) => text.parse::<jiff::civil::Date>().is_ok(),
    };
    if fits {
        return Ok(text);
    }
    let kind = match column.map(|column| column.kind) {
        Some(ColumnKind::Boolean) => "boolean",
        Some(ColumnKind::Date) => "date",
        _ => "number",
    };
    Err(Diagnostic::error("MB0114").arg("column", name).arg("value", text).arg("kind", kind).at(item.span()))
}

/// Checks the placeholders of a text in the languages it is shown in.
pub(super) fn check_placeholders(
    section: &mut Section<'_>,
    given: &Given<String>,
    languages: &[&str],
    drawn: &Drawn<'_>,
) {
    let Some(pieces) = pieces(&given.value) else {
        section.push(Diagnostic::error("MB0115").at(given.span.clone()).hint("hint"));
        return;
    };
    for piece in pieces {
        let Piece::Column(name) = piece else { continue };
        let table = match drawn {
            Drawn::One(table) => table,
            Drawn::Unknown => continue,
            Drawn::NotOne => {
                let diagnostic = Diagnostic::error("MB0122").arg("column", name).at(given.span.clone());
                section.push(diagnostic.hint("hint"));
                continue;
            }
        };
        let missing = languages.iter().find(|language| table.column_for(name, language).is_none());
        let wordless = |column: &Column| &*column.name == name && column.kind == ColumnKind::Boolean;
        if missing.is_some() {
            let known: Vec<&str> = table.columns.iter().map(|column| &*column.name).collect();
            let diagnostic = Diagnostic::error("MB0104").arg("column", name).arg("table", &table.name);
            section.push(diagnostic.at(given.span.clone()).suggest(name, known));
        } else if table.columns.iter().any(wordless) {
            section.push(Diagnostic::error("MB0116").arg("column", name).at(given.span.clone()).hint("hint"));
        }
    }
}

/// "This table has no such column" (`MB0104`).
fn unknown_column(table: &Table, name: &str) -> Diagnostic {
    let known: Vec<String> = table.columns.iter().map(Column::full_name).collect();
    let diagnostic = Diagnostic::error("MB0104").arg("column", name).arg("table", &table.name);
    diagnostic.suggest(name, known.iter().map(String::as_str))
}
