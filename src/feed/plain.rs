//! Words of strangers in JSON and XML: nothing in them can end a string, a tag or the direction of reading.

use serde_json::Value;

/// Marks that turn the direction of reading for what follows: a number behind one reads as another.
pub(super) fn turns(letter: char) -> bool {
    matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// JSON, indented, that may stand in an HTML page too: what could end an element, and marks that turn the direction of
/// reading, are written by number.
pub fn json(value: &Value) -> Vec<u8> {
    use std::fmt::Write as _;
    let plain = format!("{value:#}\n");
    let mut safe = String::with_capacity(plain.len());
    for letter in plain.chars() {
        // None of these stands outside a string in JSON.
        if matches!(letter, '<' | '>' | '&' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}') || turns(letter) {
            let _infallible = write!(safe, "\\u{:04x}", u32::from(letter));
        } else {
            safe.push(letter);
        }
    }
    safe.into_bytes()
}

/// Words as XML 1.0 can hold them.
pub(super) fn xml(words: &str) -> String {
    let sound = |letter: &char| match letter {
        '\t' | '\n' => true,
        '\u{FFFE}' | '\u{FFFF}' => false,
        letter => !letter.is_control() && !turns(*letter),
    };
    words.chars().filter(sound).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_reads_back_the_same_and_cannot_end_an_element() {
        let value = serde_json::json!({"a": "</script>\u{202E}&\"\\\u{2028}"});
        let text = String::from_utf8(json(&value)).unwrap();
        assert!(!text.contains(['<', '>', '&', '\u{202E}', '\u{2028}']), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
        assert_eq!(xml("a\u{0}\u{202E}b\u{B}\nĐ"), "ab\nĐ");
    }
}
