//! Codes as people type them and as files carry them.

/// Characters of a code.
const LENGTH: usize = 11;
/// The longest run that a code with its separators makes.
const LONGEST: usize = 2 * LENGTH;

/// A code in the one spelling it is looked up by: capitals, without separators, `I` and `L` as 1, `O` as 0. None when that is no
/// code. Whatever comes before it in an address (`https://…/c/CODE`) is passed over.
pub fn spelled(typed: &str) -> Option<String> {
    let typed = typed.trim().trim_end_matches('/');
    let last = typed.rsplit('/').next().unwrap_or(typed);
    let mut code = String::with_capacity(LENGTH);
    for letter in last.chars().filter(|letter| !separates(*letter)) {
        if code.len() == LENGTH {
            return None;
        }
        code.push(digit(letter)?);
    }
    (code.len() == LENGTH).then_some(code)
}

/// Whether a character only parts groups.
fn separates(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '-' | '_' | '.' | '\u{ad}' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// A character of Crockford's base32, as it is meant.
fn digit(letter: char) -> Option<char> {
    match letter.to_ascii_uppercase() {
        'I' | 'L' => Some('1'),
        'O' => Some('0'),
        'U' => None,
        letter if letter.is_ascii_alphanumeric() => Some(letter),
        _ => None,
    }
}

/// The known codes that stand somewhere in a file's bytes: in its XMP, in its text.
pub(super) fn within(bytes: &[u8], is_known: impl Fn(&str) -> bool) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
    for run in bytes.split(|byte| !is_part(byte)).filter(|run| (LENGTH..=LONGEST).contains(&run.len())) {
        let Some(code) = std::str::from_utf8(run).ok().and_then(spelled) else { continue };
        if is_known(&code) && !found.contains(&code) {
            found.push(code);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_as_people_write_them() {
        for typed in
            ["7K3F-9QX2-M1A", "7k3f9qx2mla", " 7K3F 9QX2 M1A ", "https://x.example/c/7K3F-9QX2-MIA/", "7K3F9–QX2M1–A"]
        {
            assert_eq!(spelled(typed).as_deref(), Some("7K3F9QX2M1A"), "{typed}");
        }
        for typed in ["", "7K3F-9QX2-M1", "7K3F-9QX2-M1AA", "7K3F-9QX2-M1U", "7K3F-9QX2-M1Đ"] {
            assert_eq!(spelled(typed), None, "{typed}");
        }
    }

    #[test]
    fn codes_are_found_in_bytes() {
        let known = |code: &str| code == "7K3F9QX2M1A";
        let file = b"\x89PNG\xff<mocban:code>7K3F-9QX2-M1A</mocban:code>\0https://x/c/7K3F-9QX2-M1A";
        assert_eq!(within(file, known), ["7K3F9QX2M1A"]);
        assert!(within(b"X7K3F-9QX2-M1A and 7K3F-9QX2-M1B", known).is_empty());
    }
}
