//! References as they are written: `{group.token}` and `{"$ref": "#/group/token/$value/…"}`.

use super::json::Json;
use crate::diagnostic::Diagnostic;

/// A parsed reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reference {
    /// `{a.b}`: a whole token (for `$extends`, a group) by its dotted path.
    Token(String),
    /// `#/a/b`: any part of the document, by decoded JSON Pointer parts.
    Pointer(Vec<String>),
}

impl Reference {
    /// As a reader of the file would write it.
    pub(super) fn label(&self) -> String {
        match self {
            Self::Token(path) => format!("{{{path}}}"),
            Self::Pointer(parts) => format!("#/{}", parts.join("/")),
        }
    }
}

/// The reference that a value is; `None` when it is a literal.
///
/// # Errors
/// `MB0315` when it looks like a reference but cannot be read as one.
pub(super) fn reference(json: &Json) -> Option<Result<Reference, Diagnostic>> {
    let malformed = |at: &Json| Diagnostic::error("MB0315").arg("text", at.describe()).at(at.span.clone()).hint("hint");
    if let Some(text) = json.text() {
        let inner = text.strip_prefix('{')?;
        let path = inner.strip_suffix('}').filter(|path| {
            path.split('.').all(|part| !part.is_empty() && (part == "$root" || !part.starts_with('$')))
                && !path.contains(['{', '}'])
        });
        return Some(path.map(|path| Reference::Token(path.to_owned())).ok_or_else(|| malformed(json)));
    }
    let target = json.get("$ref")?;
    let parts = target.text().and_then(decode_pointer);
    Some(parts.map(Reference::Pointer).ok_or_else(|| malformed(target)))
}

/// The parts of a `#/…` pointer, with `%xx`, `~1` and `~0` decoded (RFC 6901, section 6).
pub(super) fn decode_pointer(text: &str) -> Option<Vec<String>> {
    let parts = text.strip_prefix("#/")?.split('/');
    parts.map(|part| Some(percent_decode(part)?.replace("~1", "/").replace("~0", "~"))).collect()
}

/// Decodes `%xx`; `None` when a digit is missing or the bytes are not UTF-8.
fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || rest.next().and_then(|b| char::from(b).to_digit(16)).and_then(|d| u8::try_from(d).ok());
            bytes.push(digit()? * 16 + digit()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    /// The reference that a JSON text is.
    fn read(text: &str) -> Option<Result<Reference, &'static str>> {
        let json = Json::parse(&Source::from_text("t.json", text)).unwrap().value;
        reference(&json).map(|found| found.map_err(|error| error.code))
    }

    #[test]
    fn both_forms_are_read_and_literals_left_alone() {
        assert_eq!(read(r#""{a.b c.$root}""#), Some(Ok(Reference::Token("a.b c.$root".to_owned()))));
        let parts = ["a", "b/c", "~", "$value", "0", "đ"].map(str::to_owned).to_vec();
        assert_eq!(read(r##"{"$ref":"#/a/b~1c/~0/$value/0/%C4%91"}"##), Some(Ok(Reference::Pointer(parts))));
        assert_eq!(read(r#""Inter""#), None);
        assert_eq!(read(r#"{"value":1}"#), None);
    }

    #[test]
    fn broken_references_are_errors_not_literals() {
        for text in [
            r#""{a""#,
            r#""{}""#,
            r#""{a..b}""#,
            r#""{a.$value}""#,
            r#"{"$ref":"a/b"}"#,
            r#"{"$ref":7}"#,
            r##"{"$ref":"#/%4"}"##,
        ] {
            assert_eq!(read(text), Some(Err("MB0315")), "{text}");
        }
    }
}
