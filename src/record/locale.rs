//! How numbers and dates are written in text cells: read by declared locale, strictly, never guessed.
//!
//! | locale | number | date |
//! |---|---|---|
//! | `vi` | `1.234,5` | `31/12/2026` |
//! | `en` | `1,234.5` | `12/31/2026` |
//! | `iso` | `1234.5` | `2026-12-31` |
//!
//! Everywhere: spaces may group thousands, U+2212 is a minus, and `2026-12-31` is a date, since it reads one way only.

use jiff::civil::Date;

/// A way of writing numbers and dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Locale {
    /// Vietnamese.
    Vietnamese,
    /// English.
    English,
    /// Program output.
    Iso,
}

/// Why a date was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateFault {
    /// It has the right form, but the calendar has no such day.
    NoSuchDay,
    /// It has another form.
    Form,
}

impl Locale {
    /// All of them, to look for the one that a refused text fits.
    pub(super) const ALL: [Self; 3] = [Self::Vietnamese, Self::English, Self::Iso];

    /// Its name in a schema.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Vietnamese => "vi",
            Self::English => "en",
            Self::Iso => "iso",
        }
    }

    /// The character before decimals, and the one between thousands.
    fn marks(self) -> (char, Option<char>) {
        match self {
            Self::Vietnamese => (',', Some('.')),
            Self::English => ('.', Some(',')),
            Self::Iso => ('.', None),
        }
    }

    /// Reads a number; none when it is not written as this locale writes them.
    ///
    /// Grouped thousands must be whole groups of three and may not start with 0: `0.123` in a Vietnamese column is
    /// surely not 123.
    pub(super) fn number(self, text: &str) -> Option<f64> {
        let text = text.trim();
        let (sign, digits) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => ("-", rest.trim_start()),
            None => ("", text.strip_prefix('+').unwrap_or(text).trim_start()),
        };
        if self == Self::Iso && is_scientific(digits) {
            return format!("{sign}{digits}").parse().ok();
        }
        let (decimal, group) = self.marks();
        let (whole, fraction) = match digits.split_once(decimal) {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (digits, None),
        };
        let whole = ungrouped(whole, group)?;
        let fraction = match fraction {
            Some(digits) if is_digits(digits) => digits,
            Some(_) => return None,
            None => "0",
        };
        format!("{sign}{whole}.{fraction}").parse().ok()
    }

    /// Reads a date.
    ///
    /// # Errors
    /// The form is another one, or there is no such day.
    pub(super) fn date(self, text: &str) -> Result<Date, DateFault> {
        let text = text.trim();
        if let Some([year, month, day]) = parts(text, '-').filter(|_| text.find('-') == Some(4)) {
            return day_of(year, month, day);
        }
        let slashed = parts(text, '/').filter(|_| text.rsplit('/').next().is_some_and(|year| year.len() == 4));
        match (self, slashed) {
            (Self::Vietnamese, Some([day, month, year])) | (Self::English, Some([month, day, year])) => {
                day_of(year, month, day)
            }
            _ => Err(DateFault::Form),
        }
    }
}

/// Reads yes or no in either language; capitals do not matter.
pub(super) fn boolean(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "true" | "yes" | "có" | "1" => Some(true),
        "false" | "no" | "không" | "0" => Some(false),
        _ => None,
    }
}

/// A day from its numbers.
fn day_of(year: u16, month: u16, day: u16) -> Result<Date, DateFault> {
    let small = |number: u16| i8::try_from(number).map_err(|_| DateFault::NoSuchDay);
    let year = i16::try_from(year).map_err(|_| DateFault::NoSuchDay)?;
    Date::new(year, small(month)?, small(day)?).map_err(|_| DateFault::NoSuchDay)
}

/// Three numbers of one to four digits with a character between.
fn parts(text: &str, between: char) -> Option<[u16; 3]> {
    let mut numbers = text
        .split(between)
        .map(|part| if is_digits(part) && part.len() <= 4 { part.parse::<u16>().ok() } else { None });
    let three = [numbers.next()??, numbers.next()??, numbers.next()??];
    numbers.next().is_none().then_some(three)
}

/// The digits of a whole number without the marks between its thousands.
fn ungrouped(text: &str, group: Option<char>) -> Option<String> {
    if is_digits(text) {
        return Some(text.to_owned());
    }
    let mark = text.chars().find(|c| !c.is_ascii_digit())?;
    if Some(mark) != group && !is_space(mark) {
        return None;
    }
    let mut groups = text.split(mark);
    let first = groups.next()?;
    if !is_digits(first) || first.len() > 3 || first.starts_with('0') {
        return None;
    }
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || !is_digits(group) {
            return None;
        }
        digits.push_str(group);
    }
    Some(digits)
}

/// Whether there is at least one character and all are ASCII digits.
fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Spaces that people and programs put between thousands.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

/// `1.5e+05`, as programs write large numbers.
fn is_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else { return false };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    is_digits(whole) && is_digits(fraction) && is_digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn numbers_are_read_as_declared() {
        let cases = [
            (Locale::Vietnamese, "1.234,5", Some(1234.5)),
            (Locale::Vietnamese, "1 234,5", Some(1234.5)),
            (Locale::Vietnamese, "1\u{a0}234", Some(1234.0)),
            (Locale::Vietnamese, "\u{2212}12,25", Some(-12.25)),
            (Locale::Vietnamese, "1.234", Some(1234.0)),
            (Locale::Vietnamese, "0.123", None),
            (Locale::Vietnamese, "12.5", None),
            (Locale::Vietnamese, "1.234.56", None),
            (Locale::Vietnamese, "1.234,", None),
            (Locale::Vietnamese, "1 234.567", None),
            (Locale::English, "1,234.5", Some(1234.5)),
            (Locale::English, "1.234,5", None),
            (Locale::English, "12,34.5", None),
            (Locale::English, "1,234,56", None),
            (Locale::English, ",5", None),
            (Locale::English, "1,234.567,8", None),
            (Locale::Iso, "1234.5", Some(1234.5)),
            (Locale::Iso, "1.5E+05", Some(150_000.0)),
            (Locale::Iso, "1,234", None),
            (Locale::Iso, "NaN", None),
            (Locale::Iso, "inf", None),
            (Locale::Iso, "e5", None),
            (Locale::Iso, "", None),
            (Locale::Iso, "- 3", Some(-3.0)),
            (Locale::Iso, "--3", None),
            (Locale::Iso, "٣", None),
        ];
        for (locale, text, expected) in cases {
            assert_eq!(locale.number(text), expected, "{locale:?} {text:?}");
        }
    }

    #[test]
    fn dates_are_read_as_declared() {
        let new_year_eve = Ok(date(2026, 12, 31));
        assert_eq!(Locale::Vietnamese.date("31/12/2026"), new_year_eve);
        assert_eq!(Locale::English.date("12/31/2026"), new_year_eve);
        assert_eq!(Locale::Vietnamese.date("07/5/2025"), Ok(date(2025, 5, 7)));
        for locale in Locale::ALL {
            assert_eq!(locale.date("2026-12-31"), new_year_eve);
            assert_eq!(locale.date("2026-02-30"), Err(DateFault::NoSuchDay));
            assert_eq!(locale.date("31-12-2026"), Err(DateFault::Form));
            assert_eq!(locale.date("1/2/26"), Err(DateFault::Form));
            assert_eq!(locale.date("q3"), Err(DateFault::Form));
        }
        assert_eq!(Locale::Vietnamese.date("31/02/2026"), Err(DateFault::NoSuchDay));
        assert_eq!(Locale::Vietnamese.date("12/31/2026"), Err(DateFault::NoSuchDay));
        assert_eq!(Locale::Iso.date("31/12/2026"), Err(DateFault::Form));
        assert_eq!(Locale::Vietnamese.date("1/999/2026"), Err(DateFault::NoSuchDay));
    }

    #[test]
    fn yes_and_no_in_both_languages() {
        for (text, expected) in [("Có", Some(true)), ("KHÔNG", Some(false)), ("yes", Some(true)), ("2", None)] {
            assert_eq!(boolean(text), expected, "{text}");
        }
    }
}
