//! Reporting periods: a quarter, a half-year, a year; as codes (`2026q3`) and as offices write them (`quý III/2026`).

use std::fmt;

use serde::{Serialize, Serializer};

/// A reporting period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// A year.
    Year(u16),
    /// A half of a year, 1 or 2.
    Half(u16, u8),
    /// A quarter of a year, 1 to 4.
    Quarter(u16, u8),
}

/// Words that add nothing.
const FILLERS: [&str; 10] = ["năm", "nam", "của", "cua", "of", "the", "year", "thứ", "thu", "-"];
/// Words for a quarter.
const QUARTER: [&str; 6] = ["quý", "quí", "qúy", "quy", "q", "quarter"];
/// Words for a half-year.
const HALF: [&str; 5] = ["nửa", "nua", "h", "half", "half-year"];

impl Period {
    /// Reads a period; none when anything in the text is not understood, so that `đến hết quý IV/2025` or `2025–2028` is
    /// not taken for one.
    pub fn parse(text: &str) -> Option<Self> {
        let lower = text.trim().to_lowercase();
        let mut words: Vec<String> = Vec::new();
        for chunk in lower.split(|c: char| c.is_whitespace() || matches!(c, '/' | ',' | '.' | '-')) {
            words.extend(split_code(chunk));
        }
        words.retain(|word| !word.is_empty() && !FILLERS.contains(&word.as_str()));
        let at = words.iter().position(|word| year(word).is_some())?;
        let year = year(&words.remove(at))?;
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words[..] {
            [] => Some(Self::Year(year)),
            [kind, nth] | [nth, kind] if QUARTER.contains(&kind) => within(nth, 4).map(|nth| Self::Quarter(year, nth)),
            [kind, nth] | [nth, kind] if HALF.contains(&kind) => within(nth, 2).map(|nth| Self::Half(year, nth)),
            ["6" | "sáu" | "sau", "tháng" | "thang", nth] => within(nth, 2).map(|nth| Self::Half(year, nth)),
            _ => None,
        }
    }

    /// Whether another period is this one or lies in it.
    pub fn contains(self, other: Self) -> bool {
        let ((year, from, to), (other_year, first, last)) = (self.quarters(), other.quarters());
        year == other_year && from <= first && last <= to
    }

    /// The periods one size smaller that make it up.
    pub fn parts(self) -> Vec<Self> {
        match self {
            Self::Year(year) => vec![Self::Half(year, 1), Self::Half(year, 2)],
            Self::Half(year, half) => vec![Self::Quarter(year, half * 2 - 1), Self::Quarter(year, half * 2)],
            Self::Quarter(..) => Vec::new(),
        }
    }

    /// The period before, of the same length.
    #[must_use]
    pub fn before(self) -> Self {
        match self {
            Self::Year(year) => Self::Year(year.saturating_sub(1)),
            Self::Half(year, 1) => Self::Half(year.saturating_sub(1), 2),
            Self::Half(year, half) => Self::Half(year, half - 1),
            Self::Quarter(year, 1) => Self::Quarter(year.saturating_sub(1), 4),
            Self::Quarter(year, quarter) => Self::Quarter(year, quarter - 1),
        }
    }

    /// Year, first and last quarter.
    fn quarters(self) -> (u16, u8, u8) {
        match self {
            Self::Year(year) => (year, 1, 4),
            Self::Half(year, half) => (year, half * 2 - 1, half * 2),
            Self::Quarter(year, quarter) => (year, quarter, quarter),
        }
    }
}

/// The code, as file names have it: `2026q3`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year}"),
            Self::Half(year, half) => write!(f, "{year}h{half}"),
            Self::Quarter(year, quarter) => write!(f, "{year}q{quarter}"),
        }
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A code parted into digits and letters: `2026q3` → `2026`, `q`, `3`; other words stay whole.
fn split_code(chunk: &str) -> Vec<String> {
    if !chunk.is_ascii() || !chunk.contains(|c: char| c.is_ascii_digit()) {
        return vec![chunk.to_owned()];
    }
    let mut parts: Vec<String> = Vec::new();
    let mut digits = None;
    for letter in chunk.chars() {
        let digit = letter.is_ascii_digit();
        match parts.last_mut() {
            Some(last) if digits == Some(digit) => last.push(letter),
            _ => parts.push(letter.to_string()),
        }
        digits = Some(digit);
    }
    parts
}

/// A year of four digits.
fn year(word: &str) -> Option<u16> {
    let year = word.parse().ok().filter(|_| word.len() == 4)?;
    (1900..2200).contains(&year).then_some(year)
}

/// A number in digits, Roman or words, from 1 to `most`.
fn within(word: &str, most: u8) -> Option<u8> {
    let number = match word {
        "1" | "i" | "một" | "đầu" | "dau" | "first" => 1,
        "2" | "ii" | "hai" | "second" => 2,
        "cuối" | "cuoi" | "last" if most == 2 => 2,
        "3" | "iii" | "ba" | "third" => 3,
        "4" | "iv" | "tư" | "bốn" | "fourth" => 4,
        _ => return None,
    };
    (number <= most).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_as_codes_and_as_offices_write_them() {
        for (text, code) in [
            ("2026q3", "2026q3"),
            ("2026-Q3", "2026q3"),
            ("Quý III/2026", "2026q3"),
            ("quý 3 năm 2026", "2026q3"),
            ("Quí III-2026", "2026q3"),
            ("quy 3/2026", "2026q3"),
            ("Q3 2026", "2026q3"),
            ("third quarter of 2026", "2026q3"),
            ("2026h1", "2026h1"),
            ("nửa đầu năm 2026", "2026h1"),
            ("nửa năm 1/2026", "2026h1"),
            ("6 tháng cuối năm 2026", "2026h2"),
            ("first half of 2026", "2026h1"),
            ("năm 2026", "2026"),
            ("2026", "2026"),
        ] {
            assert_eq!(Period::parse(text).map(|period| period.to_string()).as_deref(), Some(code), "{text}");
        }
        for text in ["", "2025–2028", "Đến hết quý IV/2025", "quý V/2026", "2026h3", "q3", "tháng 6/2026", "2026 2027"]
        {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }

    #[test]
    fn periods_lie_in_one_another_and_follow_one_another() {
        let [year, half, quarter] = [Period::Year(2026), Period::Half(2026, 2), Period::Quarter(2026, 3)];
        assert!(year.contains(half) && half.contains(quarter) && year.contains(year));
        assert!(!half.contains(year) && !half.contains(Period::Quarter(2026, 2)) && !year.contains(Period::Year(2025)));
        assert_eq!(half.parts(), [Period::Quarter(2026, 3), Period::Quarter(2026, 4)]);
        assert_eq!(Period::Quarter(2026, 1).before(), Period::Quarter(2025, 4));
        assert_eq!(Period::Half(2026, 1).before(), Period::Half(2025, 2));
    }
}
