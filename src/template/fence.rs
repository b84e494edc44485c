//! Fences: private-use characters around a printed value that say which binding it is.
//!
//! In: text with `BEGIN index MIDDLE printed-text END`. Out: its plain and bound parts, or where a fence is broken.

use super::{BEGIN, DIGIT_ZERO, END, MIDDLE};

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Segment<'a> {
    /// Text of the template itself, bound to nothing.
    Plain(&'a str),
    /// A printed value.
    Bound {
        /// Index into the markup's bindings.
        index: usize,
        /// What is drawn.
        text: &'a str,
    },
}

/// A fence without its other half, inside another one, or with a bad index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrokenFence {
    /// Byte offset in the text.
    pub offset: usize,
}

/// Splits a text into plain and bound parts, in order; empty plain parts are left out.
///
/// # Errors
/// The place of the first fence that a filter cut or nested.
pub fn parse_fences(text: &str) -> Result<Vec<Segment<'_>>, BrokenFence> {
    let mut segments = Vec::new();
    let mut rest = text;
    while let Some((plain, fenced)) = rest.split_once(is_fence) {
        if !plain.is_empty() {
            segments.push(Segment::Plain(plain));
        }
        let broken = BrokenFence { offset: text.len() - rest.len() + plain.len() };
        if rest.get(plain.len()..).is_none_or(|at| !at.starts_with(BEGIN)) {
            return Err(broken);
        }
        let (digits, after) = fenced.split_once(MIDDLE).ok_or(broken)?;
        let index = read_index(digits).ok_or(broken)?;
        let (text, after) = after.split_once(END).ok_or(broken)?;
        if text.contains(is_fence) {
            return Err(broken);
        }
        segments.push(Segment::Bound { index, text });
        rest = after;
    }
    if !rest.is_empty() {
        segments.push(Segment::Plain(rest));
    }
    Ok(segments)
}

/// The text as a reader sees it: without fences and their indices, broken or not.
pub fn strip_fences(text: &str) -> String {
    text.chars().filter(|c| !is_fence(*c)).collect()
}

/// Appends a value between fences; fences in the value itself are dropped, for they cannot nest.
pub(crate) fn write_fence(out: &mut String, index: usize, text: &str) {
    out.push(BEGIN);
    out.extend(index.to_string().bytes().filter_map(|digit| {
        let offset = u32::from(digit.wrapping_sub(b'0'));
        char::from_u32(u32::from(DIGIT_ZERO) + offset)
    }));
    out.push(MIDDLE);
    out.extend(text.chars().filter(|c| !is_fence(*c)));
    out.push(END);
}

/// Whether a character is one of the thirteen that make fences.
pub(crate) fn is_fence(c: char) -> bool {
    matches!(c, BEGIN | MIDDLE | END | DIGIT_ZERO..='\u{E019}')
}

/// Reads an index of private-use digits: 1 to 9 of them.
fn read_index(digits: &str) -> Option<usize> {
    let count = digits.chars().count();
    if !(1..=9).contains(&count) {
        return None;
    }
    digits.chars().try_fold(0_usize, |sum, c| {
        let digit = u32::from(c).checked_sub(u32::from(DIGIT_ZERO)).filter(|digit| *digit < 10)?;
        sum.checked_mul(10)?.checked_add(usize::try_from(digit).ok()?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fenced(index: usize, text: &str) -> String {
        let mut out = String::new();
        write_fence(&mut out, index, text);
        out
    }

    #[test]
    fn splits_in_order() {
        let text = format!("a {} b{}", fenced(0, "74,5"), fenced(120, ""));
        assert_eq!(
            parse_fences(&text),
            Ok(vec![
                Segment::Plain("a "),
                Segment::Bound { index: 0, text: "74,5" },
                Segment::Plain(" b"),
                Segment::Bound { index: 120, text: "" },
            ])
        );
        assert_eq!(strip_fences(&text), "a 74,5 b");
        assert_eq!(parse_fences(""), Ok(Vec::new()));
    }

    #[test]
    fn a_cut_or_nested_fence_has_a_place() {
        let whole = fenced(3, "đẹp");
        for (at, _) in whole.char_indices().skip(1) {
            let (head, tail) = whole.split_at(at);
            assert_eq!(parse_fences(&format!("ab{head}")), Err(BrokenFence { offset: 2 }));
            assert!(parse_fences(tail).is_err());
        }
        assert!(parse_fences(&format!("{BEGIN}{MIDDLE}x{END}")).is_err());
        assert!(parse_fences(&whole.replace("đẹp", &fenced(1, "x"))).is_err());
    }

    #[test]
    fn writing_drops_fences_of_the_value() {
        assert_eq!(strip_fences(&fenced(1, &fenced(2, "x"))), "x");
        assert!(parse_fences(&fenced(1, &fenced(2, "x"))).is_ok());
    }
}
