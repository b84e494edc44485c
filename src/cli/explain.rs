//! `mocban explain CODE`. In: a code as people type it; out: what it means, or the code they meant.

use serde_json::json;

use super::print::Console;
use crate::diagnostic::{Diagnostic, Wording};

/// Columns of the explanation.
const WIDTH: usize = 80;

/// Writes what a code means.
///
/// # Errors
/// `MB1103` when there is no such code.
pub(super) fn explain(typed: &str, console: &Console) -> Result<(), Diagnostic> {
    let wording = &console.wording;
    let code = find(typed, wording)?;
    // Without arguments the sentence shows their names.
    let sentence = wording.message(&Diagnostic::error(code)).replace("{$", "‹").replace('}', "›");
    let explanation = wording.explain(code).unwrap_or_default();
    if console.json() {
        let (event, message) = ("explanation", sentence);
        console.object(&json!({"event": event, "code": code, "message": message, "explanation": explanation}));
    } else {
        console.result(&format!("{code}: {sentence}\n\n{}", wrap(&explanation, WIDTH)));
    }
    Ok(())
}

/// The code that is meant by `mb0203`, `MB203`, `0203` or `203`.
fn find(typed: &str, wording: &Wording) -> Result<&'static str, Diagnostic> {
    let upper = typed.trim().to_uppercase();
    let number = upper.strip_prefix("MB").unwrap_or(&upper);
    let wanted = format!("MB{number:0>4}");
    let codes = wording.codes();
    if let Some(code) = codes.get(wanted.as_str()) {
        return Ok(code);
    }
    let unknown = Diagnostic::error("MB1103").arg("code", typed);
    let like_code = !number.is_empty() && number.chars().all(|digit| digit.is_ascii_digit());
    Err(if like_code { unknown.suggest(&wanted, codes) } else { unknown.hint("hint") })
}

/// Breaks text at spaces into lines of at most `width` characters.
fn wrap(text: &str, width: usize) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::MessageLanguage;

    #[test]
    fn codes_are_found_however_typed() {
        let wording = Wording::new(MessageLanguage::English);
        for typed in ["MB0001", "mb0001", " Mb1 ", "0001", "1"] {
            assert_eq!(find(typed, &wording), Ok("MB0001"), "{typed}");
        }
    }

    #[test]
    fn unknown_codes_are_told_what_is_near() {
        let wording = Wording::new(MessageLanguage::English);
        let near = find("MB0091", &wording).unwrap_err();
        assert_eq!((near.code, near.hint), ("MB1103", Some("did-you-mean")));
        for nonsense in ["", "MB", "hello", "MB\u{0}", "🦀"] {
            assert_eq!(find(nonsense, &wording).unwrap_err().hint, Some("hint"), "{nonsense:?}");
        }
    }

    #[test]
    fn lines_are_broken_at_spaces() {
        assert_eq!(wrap("một hai ba bốn", 7), "một hai\nba bốn");
        assert_eq!(wrap("", 7), "");
        assert_eq!(wrap("longerthanthat a", 7), "longerthanthat\na");
    }
}
