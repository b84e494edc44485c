//! Numbers that the campaign's own words give and the picture does not.
//!
//! In: a caption or alt text as it is typed in `campaign.toml`, the frames, the values that were printed. Out: the
//! numbers that none of them has. A number typed by hand stays when the data changes.

use super::described::{bare, seen};
use crate::frame::Frame;
use crate::template::Binding;

/// The numbers in some words that are neither drawn nor printed from a cell, each once.
pub fn unfounded(words: &str, frames: &[Frame], bindings: &[Binding]) -> Vec<String> {
    let numbers = numbers(words);
    if numbers.is_empty() {
        return Vec::new();
    }
    let mut known = seen(frames);
    bindings.iter().for_each(|binding| known.push_str(&format!(" {}", bare(&binding.text))));
    let known = self::numbers(&known);
    let mut unfounded: Vec<String> = numbers.into_iter().filter(|number| !known.contains(number)).collect();
    unfounded.dedup();
    unfounded
}

/// The numbers in a text: digits, with the points and commas between them.
fn numbers(text: &str) -> Vec<String> {
    let mut numbers = Vec::new();
    let mut number = String::new();
    let mut mark = None;
    for c in text.chars().chain([' ']) {
        if c.is_numeric() {
            number.extend(mark.take());
            number.push(c);
        } else if matches!(c, '.' | ',') && !number.is_empty() && mark.is_none() {
            mark = Some(c);
        } else {
            mark = None;
            if !number.is_empty() {
                numbers.push(std::mem::take(&mut number));
            }
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_their_marks() {
        assert_eq!(numbers("74,5%, rồi 1.234. Quý IV/2025, 2026–2027"), ["74,5", "1.234", "2025", "2026", "2027"]);
        assert!(numbers("không có số nào.").is_empty());
    }

    #[test]
    fn only_what_neither_cell_nor_picture_has_is_unfounded() {
        let binding =
            Binding { cells: Vec::new(), text: "74,5%".to_owned(), number: Some(74.5), exact: false, presence: false };
        assert_eq!(unfounded("74,5% of 80", &[], &[binding]), ["80"]);
    }
}
