//! JSON with places: text in, a tree whose every value knows where it stands out.

use std::collections::BTreeMap;
use std::fmt;

use json_spanned_value::{ErrorExt, Spanned, from_str};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::diagnostic::{Checked, Diagnostic, Findings, Place, Span};
use crate::source::Source;

/// A JSON value and its place.
#[derive(Debug, Clone)]
pub(super) struct Json {
    /// The value.
    pub(super) value: Value,
    /// Where it stands.
    pub(super) span: Span,
}

/// What a JSON value holds.
#[derive(Debug, Clone)]
pub(super) enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    Array(Vec<Json>),
    /// An object, members in order of their keys.
    Object(BTreeMap<String, Member>),
}

/// A member of an object.
#[derive(Debug, Clone)]
pub(super) struct Member {
    /// Where its key stands.
    pub(super) key_span: Span,
    /// Its value.
    pub(super) value: Json,
}

impl Json {
    /// An object without members, at a place.
    pub(super) fn empty(span: Span) -> Self {
        Self { value: Value::Object(BTreeMap::new()), span }
    }

    /// The members, when it is an object.
    pub(super) fn members(&self) -> Option<&BTreeMap<String, Member>> {
        match &self.value {
            Value::Object(members) => Some(members),
            _ => None,
        }
    }

    /// A member's value, when it is an object that has it.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        self.members()?.get(key).map(|member| &member.value)
    }

    /// The string, when it is one.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The elements, when it is an array.
    pub(super) fn elements(&self) -> Option<&[Self]> {
        match &self.value {
            Value::Array(elements) => Some(elements),
            _ => None,
        }
    }

    /// What it is, in JSON's words; short strings and numbers are quoted as they stand.
    pub(super) fn describe(&self) -> String {
        match &self.value {
            Value::Null => "null".to_owned(),
            Value::Bool(flag) => flag.to_string(),
            Value::Number(number) => number.to_string(),
            Value::Text(text) if text.chars().count() <= 40 => format!("\"{text}\""),
            Value::Text(_) => "string".to_owned(),
            Value::Array(_) => "array".to_owned(),
            Value::Object(_) => "object".to_owned(),
        }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// `MB0301` when it is not JSON, `MB0302` for each key that stands twice in one object.
    pub(super) fn parse(source: &Source) -> Checked<Self> {
        let mut findings = Findings::new();
        match from_str::<Spanned<Raw>>(&source.text) {
            Ok(raw) => {
                let json = raw.place(source, &mut findings);
                findings.finish(json)
            }
            Err(error) => {
                let at = error.offset_within(&source.text).unwrap_or(source.text.len());
                let words = error.to_string();
                let reason = words.split(" at line ").next().unwrap_or_default().to_owned();
                Err(vec![Diagnostic::error("MB0301").arg("reason", reason).at(source.span(at..at))])
            }
        }
    }
}

/// A place as something to sort by: file, line, column.
pub(super) fn position(span: Option<&Span>) -> (String, u32, u32) {
    match span {
        Some(Span { file, place: Place::Text { line, column, .. } }) => (file.to_string(), *line, *column),
        Some(Span { file, .. }) => (file.to_string(), 0, 0),
        None => (String::new(), 0, 0),
    }
}

/// JSON as read, with byte ranges; keys may stand twice.
enum Raw {
    /// `null`.
    Null,
    /// A boolean.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    Array(Vec<Spanned<Raw>>),
    /// An object in the order it is written.
    Object(Vec<(Spanned<String>, Spanned<Raw>)>),
}

/// Turns byte ranges into places.
trait Placed {
    /// The value with places; doubled keys are reported and the last one kept.
    fn place(self, source: &Source, findings: &mut Findings) -> Json;
}

impl Placed for Spanned<Raw> {
    fn place(self, source: &Source, findings: &mut Findings) -> Json {
        let span = source.span(self.range());
        let value = match self.into_inner() {
            Raw::Null => Value::Null,
            Raw::Bool(flag) => Value::Bool(flag),
            Raw::Number(number) => Value::Number(number),
            Raw::Text(text) => Value::Text(text),
            Raw::Array(elements) => Value::Array(elements.into_iter().map(|e| e.place(source, findings)).collect()),
            Raw::Object(pairs) => {
                let mut members: BTreeMap<String, Member> = BTreeMap::new();
                for (key, value) in pairs {
                    let member = Member { key_span: source.span(key.range()), value: value.place(source, findings) };
                    let (name, place) = (key.into_inner(), member.key_span.clone());
                    if let Some(first) = members.insert(name.clone(), member) {
                        findings.push(Diagnostic::error("MB0302").arg("key", name).at(place).at(first.key_span));
                    }
                }
                Value::Object(members)
            }
        };
        Json { value, span }
    }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

/// Takes whatever JSON gives.
struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Raw, E> {
        Ok(Raw::Bool(flag))
    }

    #[expect(clippy::cast_precision_loss, reason = "JSON numbers are read as doubles, as JSON Schema does")]
    fn visit_i64<E>(self, number: i64) -> Result<Raw, E> {
        Ok(Raw::Number(number as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "JSON numbers are read as doubles, as JSON Schema does")]
    fn visit_u64<E>(self, number: u64) -> Result<Raw, E> {
        Ok(Raw::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Raw, E> {
        Ok(Raw::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut elements = Vec::new();
        while let Some(element) = access.next_element()? {
            elements.push(element);
        }
        Ok(Raw::Array(elements))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = access.next_entry()? {
            pairs.push(pair);
        }
        Ok(Raw::Object(pairs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads text as a file named `t.json`.
    fn read(text: &str) -> Checked<Json> {
        Json::parse(&Source::from_text("t.json", text))
    }

    #[test]
    fn values_and_keys_have_places() {
        let json = read("{\n  \"mầu\": [1, {\"b\": \"x\"}]\n}").unwrap().value;
        let member = &json.members().unwrap()["mầu"];
        assert_eq!(member.key_span.to_string(), "t.json:2:3");
        let inner = member.value.elements().unwrap()[1].get("b").unwrap();
        assert_eq!(inner.span.to_string(), "t.json:2:20");
    }

    #[test]
    fn malformed_text_is_placed() {
        for (text, place) in [("{\n \"a\": }", "t.json:2:7"), ("", "t.json:1:1"), ("{} x", "t.json:1:4")] {
            let errors = read(text).unwrap_err();
            assert_eq!((errors[0].code, errors[0].spans[0].to_string().as_str()), ("MB0301", place), "{text}");
        }
    }

    #[test]
    fn a_key_twice_is_an_error_with_both_places() {
        let errors = read("{\"a\":1,\n\"a\":2}").unwrap_err();
        assert_eq!(errors[0].code, "MB0302");
        assert_eq!(errors[0].spans.len(), 2);
    }

    #[test]
    fn any_cut_of_a_file_and_deep_nesting_only_give_errors() {
        let text = "{\"a\\u00e9\": [1.5e3, null, true, {\"ờ\": \"\\n\"}], \"b\": -0}";
        for at in 0..text.len() {
            if text.is_char_boundary(at) {
                assert!(read(&text[..at]).is_err(), "{at}");
            }
        }
        assert!(read(&"[".repeat(100_000)).is_err());
        assert!(read("\"\u{1}\"").is_err());
    }
}
