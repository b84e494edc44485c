//! `template.toml`: what a template needs, which shapes it is drawn for, its sequence and its allow-list.
//!
//! In: the file. Out: a [`Declaration`] whose entries know their places, or everything that is wrong with it.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Checked, Diagnostic, Findings, Span};
use crate::format::Shape;
use crate::language::Words;
use crate::source::Source;

use super::room::Room;

/// What a template draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sequence {
    /// One page.
    Still,
    /// Many pages.
    Pages,
    /// Many frames, a function of time.
    Motion,
}

/// A string with digits that the template may draw unbound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allow {
    /// The exact string.
    pub text: String,
    /// Why it is right.
    pub reason: String,
}

/// The contents of a `template.toml`.
#[derive(Debug, Clone)]
pub(super) struct Declaration {
    /// Title by language.
    pub(super) title: Words,
    /// Tables it reads, with their places.
    pub(super) needs: Vec<(String, Span)>,
    /// Columns each table must have, with their places.
    pub(super) columns: BTreeMap<String, Vec<(String, Span)>>,
    /// Surfaces it is drawn for.
    pub(super) room: Room,
    /// What it draws.
    pub(super) sequence: Sequence,
    /// The allow-list.
    pub(super) allow: Vec<Allow>,
}

/// Names of the shapes as written.
const SHAPES: [(&str, Shape); 4] =
    [("wide", Shape::Wide), ("square", Shape::Square), ("tall", Shape::Tall), ("ticker", Shape::Ticker)];

/// Names of the sequences as written.
const SEQUENCES: [(&str, Sequence); 3] =
    [("still", Sequence::Still), ("pages", Sequence::Pages), ("motion", Sequence::Motion)];

/// Keys of the file.
const KEYS: [&str; 10] = ["title", "needs", "columns", "shapes", "aspect", "least", "area", "led", "sequence", "allow"];

/// A value with its place in the file.
type Item<'i> = Spanned<DeValue<'i>>;

/// Reads a `template.toml`.
///
/// # Errors
/// `MB0601` to `MB0604`, all of them at once.
pub(super) fn read(source: &Source) -> Checked<Declaration> {
    let table = match DeTable::parse(&source.text) {
        Ok(table) => table,
        Err(error) => {
            let span = source.span(error.span().unwrap_or_default());
            return Err(vec![Diagnostic::error("MB0601").arg("message", error.message()).at(span)]);
        }
    };
    let mut reader = Reader { source, findings: Findings::new() };
    let table = table.get_ref();
    reader.refuse_unknown(table, &KEYS);
    for key in ["title", "shapes"] {
        if table.get(key).is_none() {
            let whole = Span::whole(std::sync::Arc::clone(&source.name));
            reader.findings.push(Diagnostic::error("MB0604").arg("key", key).at(whole).hint("hint"));
        }
    }
    let declaration = Declaration {
        title: table.get("title").map(|item| reader.words(item)).unwrap_or_default(),
        needs: table.get("needs").map(|item| reader.names("needs", item)).unwrap_or_default(),
        columns: table.get("columns").map(|item| reader.columns(item)).unwrap_or_default(),
        room: Room {
            shapes: table.get("shapes").map(|item| reader.shapes(item)).unwrap_or_default(),
            aspect: table.get("aspect").and_then(|item| reader.pair("aspect", item)),
            least: table.get("least").and_then(|item| reader.pair("least", item)),
            area: table.get("area").and_then(|item| reader.amount("area", item)),
            led: table.get("led").and_then(|item| reader.flag("led", item)).unwrap_or(true),
        },
        sequence: table.get("sequence").and_then(|item| reader.sequence(item)).unwrap_or(Sequence::Still),
        allow: table.get("allow").map(|item| reader.allow(item)).unwrap_or_default(),
    };
    reader.findings.finish(declaration)
}

/// Turns TOML values into the declaration's, gathering what is wrong.
struct Reader<'s> {
    /// The file.
    source: &'s Source,
    /// What is wrong so far.
    findings: Findings,
}

impl Reader<'_> {
    /// The place of a value or key.
    fn span<T>(&self, item: &Spanned<T>) -> Span {
        self.source.span(item.span())
    }

    /// Notes that a value is of the wrong kind.
    fn wrong(&mut self, key: &str, item: &Item<'_>, expected: &str) {
        let span = self.span(item);
        let found = item.get_ref().type_str();
        self.findings
            .push(Diagnostic::error("MB0603").arg("key", key).arg("expected", expected).arg("found", found).at(span));
    }

    /// Notes every key that is not known.
    fn refuse_unknown(&mut self, table: &DeTable<'_>, known: &[&str]) {
        for (key, _) in table {
            let name: &str = key.get_ref();
            if !known.contains(&name) {
                let span = self.span(key);
                self.findings
                    .push(Diagnostic::error("MB0602").arg("key", name).at(span).suggest(name, known.iter().copied()));
            }
        }
    }

    /// A string.
    fn text(&mut self, key: &str, item: &Item<'_>) -> Option<String> {
        let text = item.get_ref().as_str().map(str::to_owned);
        if text.is_none() {
            self.wrong(key, item, "string");
        }
        text
    }

    /// Words by language, or a string said the same in all.
    fn words(&mut self, item: &Item<'_>) -> Words {
        if let Some(text) = item.get_ref().as_str() {
            return Words::from([(String::new(), text.to_owned())]);
        }
        let Some(table) = item.get_ref().as_table() else {
            self.wrong("title", item, "words");
            return Words::new();
        };
        let said = table.iter().filter_map(|(language, item)| {
            self.text("title", item).map(|text| (language.get_ref().clone().into_owned(), text))
        });
        said.collect()
    }

    /// A list of strings with their places.
    fn names(&mut self, key: &str, item: &Item<'_>) -> Vec<(String, Span)> {
        let Some(list) = item.get_ref().as_array() else {
            self.wrong(key, item, "names");
            return Vec::new();
        };
        list.iter().filter_map(|item| self.text(key, item).map(|text| (text, self.span(item)))).collect()
    }

    /// Columns by table.
    fn columns(&mut self, item: &Item<'_>) -> BTreeMap<String, Vec<(String, Span)>> {
        let Some(table) = item.get_ref().as_table() else {
            self.wrong("columns", item, "columns");
            return BTreeMap::new();
        };
        table.iter().map(|(name, item)| (name.get_ref().clone().into_owned(), self.names("columns", item))).collect()
    }

    /// The shapes.
    fn shapes(&mut self, item: &Item<'_>) -> Vec<Shape> {
        let names = self.names("shapes", item);
        names.iter().filter_map(|(name, span)| self.one_of("shapes", name, span, &SHAPES)).collect()
    }

    /// Two numbers that are not negative.
    fn pair(&mut self, key: &str, item: &Item<'_>) -> Option<[f32; 2]> {
        let list = item.get_ref().as_array().map(|list| list.iter().map(number).collect::<Vec<_>>());
        match list.as_deref() {
            Some(&[Some(first), Some(second)]) => Some([first, second]),
            _ => {
                self.wrong(key, item, "pair");
                None
            }
        }
    }

    /// A number that is not negative.
    fn amount(&mut self, key: &str, item: &Item<'_>) -> Option<f32> {
        let found = number(item);
        if found.is_none() {
            self.wrong(key, item, "amount");
        }
        found
    }

    /// True or false.
    fn flag(&mut self, key: &str, item: &Item<'_>) -> Option<bool> {
        let found = item.get_ref().as_bool();
        if found.is_none() {
            self.wrong(key, item, "flag");
        }
        found
    }

    /// The sequence kind.
    fn sequence(&mut self, item: &Item<'_>) -> Option<Sequence> {
        let name = self.text("sequence", item)?;
        let span = self.span(item);
        self.one_of("sequence", &name, &span, &SEQUENCES)
    }

    /// One of some names.
    fn one_of<T: Copy>(&mut self, key: &str, name: &str, span: &Span, known: &[(&str, T)]) -> Option<T> {
        let found = known.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        if found.is_none() {
            let names = known.iter().map(|(name, _)| *name);
            let finding = Diagnostic::error("MB0605").arg("key", key).arg("value", name).at(span.clone());
            self.findings.push(finding.suggest(name, names));
        }
        found
    }

    /// The allow-list: each string with its reason.
    fn allow(&mut self, item: &Item<'_>) -> Vec<Allow> {
        let Some(list) = item.get_ref().as_array() else {
            self.wrong("allow", item, "allow");
            return Vec::new();
        };
        list.iter().filter_map(|item| self.allowed(item)).collect()
    }

    /// One entry of the allow-list.
    fn allowed(&mut self, item: &Item<'_>) -> Option<Allow> {
        let Some(table) = item.get_ref().as_table() else {
            self.wrong("allow", item, "allow");
            return None;
        };
        self.refuse_unknown(table, &["text", "reason"]);
        let mut part = |key: &'static str| {
            let text = table.get(key).and_then(|item| self.text(key, item)).unwrap_or_default();
            if text.trim().is_empty() {
                let span = self.span(item);
                self.findings.push(Diagnostic::error("MB0604").arg("key", key).at(span).hint("hint"));
            }
            text
        };
        Some(Allow { text: part("text"), reason: part("reason") })
    }
}

/// A number that is not negative.
fn number(item: &Item<'_>) -> Option<f32> {
    let text = match item.get_ref() {
        DeValue::Integer(integer) => integer.as_str(),
        DeValue::Float(float) => float.as_str(),
        _ => return None,
    };
    text.parse().ok().filter(|number: &f32| number.is_finite() && *number >= 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> Checked<Declaration> {
        read(&Source::from_text("templates/a/template.toml", text))
    }

    #[test]
    fn a_whole_file() {
        let text = "title.vi = \"Thẻ\"\ntitle.en = \"Card\"\nneeds = [\"units\"]\n\
            columns = { units = [\"name\", \"score\"] }\nshapes = [\"wide\", \"ticker\"]\naspect = [1.5, 6]\nsequence = \"pages\"\n\
            [[allow]]\ntext = \"2025–2028\"\nreason = \"the name\"\n";
        let read = read_text(text).expect("good").value;
        assert_eq!(read.title["en"], "Card");
        assert_eq!(read.needs[0].0, "units");
        assert_eq!(read.needs[0].1.to_string(), "templates/a/template.toml:3:10");
        assert_eq!(read.columns["units"].len(), 2);
        assert_eq!(read.room.shapes, [Shape::Wide, Shape::Ticker]);
        assert_eq!(read.room.aspect, Some([1.5, 6.0]));
        assert_eq!(read.room.least, None);
        assert_eq!(read.sequence, Sequence::Pages);
        assert_eq!(read.allow[0].text, "2025–2028");
    }

    #[test]
    fn everything_wrong_at_once() {
        let text = "titel = 1\nleast = [1]\nneeds = \"units\"\nshapes = [\"wde\"]\n[[allow]]\ntext = \"1\"\n";
        let errors = read_text(text).expect_err("bad");
        let mut codes: Vec<_> = errors.iter().map(|d| d.code).collect();
        codes.sort_unstable();
        assert_eq!(codes, ["MB0602", "MB0603", "MB0603", "MB0604", "MB0604", "MB0605"]);
        let unknown = errors.iter().find(|d| d.code == "MB0602").expect("there");
        assert_eq!(unknown.hint, Some("did-you-mean"));
        assert_eq!(unknown.spans[0].to_string(), "templates/a/template.toml:1:1");
    }

    #[test]
    fn broken_toml_has_a_place() {
        let errors = read_text("title = \"a\"\nshapes = [").expect_err("bad");
        assert_eq!(errors[0].code, "MB0601");
        assert!(errors[0].spans[0].to_string().starts_with("templates/a/template.toml:2"));
    }
}
