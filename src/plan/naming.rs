//! Names in the output: ASCII, lower case, without accents.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::digest::Digest;

/// Longest folded key; file systems take 255 bytes for a whole name.
const LONGEST: usize = 80;

/// Folds words to lower-case ASCII: accents drop, `đ` becomes `d`, all else becomes single hyphens.
///
/// What cannot be folded to anything, or is too long, carries the start of its digest, so that it stays apart from
/// its like.
pub fn fold(text: &str) -> String {
    let mut folded = String::new();
    for c in text.nfd().flat_map(char::to_lowercase).filter(|c| !is_combining_mark(*c)) {
        let c = if c == 'đ' { 'd' } else { c };
        if c.is_ascii_alphanumeric() {
            folded.push(c);
        } else if !folded.is_empty() && !folded.ends_with('-') {
            folded.push('-');
        }
    }
    let folded = folded.trim_end_matches('-');
    if text.is_empty() || (!folded.is_empty() && folded.len() <= LONGEST) {
        return folded.to_owned();
    }
    let digest = Digest::of(text.as_bytes()).to_string();
    let (mark, head): (String, String) = (digest.chars().take(8).collect(), folded.chars().take(LONGEST).collect());
    if head.is_empty() { format!("x{mark}") } else { format!("{head}-{mark}") }
}

/// Parts of a name joined by `_`, empty ones left out.
pub(super) fn join<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_folds_to_ascii() {
        assert_eq!(fold("Đảng bộ Đồng Nai"), "dang-bo-dong-nai");
        assert_eq!(fold("  Hạ tầng / số (Q3)  "), "ha-tang-so-q3");
        assert_eq!(fold("ha_tang"), "ha-tang");
        assert_eq!(fold("e\u{0302}\u{0301}"), fold("ế"));
        assert_eq!(fold(""), "");
        assert_eq!(fold("../../etc"), "etc");
    }

    #[test]
    fn what_does_not_fold_stays_apart() {
        assert_ne!(fold("北"), fold("京"));
        assert_ne!(fold(&format!("{}1", "a".repeat(300))), fold(&format!("{}2", "a".repeat(300))));
        assert!(fold(&"ế".repeat(4000)).len() < 100);
    }

    #[test]
    fn empty_parts_are_left_out() {
        assert_eq!(join(["cds", "", "toan-tinh", ""]), "cds_toan-tinh");
    }

    proptest::proptest! {
        /// Whatever the key, the name is safe in a path, and folding again changes nothing.
        #[test]
        fn any_key_gives_a_safe_name(key in ".+") {
            let name = fold(&key);
            proptest::prop_assert!(!name.is_empty() && name.len() <= 89);
            let safe = name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
            proptest::prop_assert!(safe);
            if name.len() <= 80 {
                proptest::prop_assert_eq!(fold(&name), name);
            }
        }
    }
}
