//! Numbers and dates as a language writes them.
//!
//! In: a value, a language, decimals. Out: the text that a picture shows.

use fixed_decimal::{Decimal, FloatPrecision, SignedRoundingMode, UnsignedRoundingMode};
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::Locale;
use jiff::civil::Date;

/// Decimals printed at most when the schema does not say how many.
const MOST_DECIMALS: u8 = 3;

/// English names of the months.
const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A number as the language writes it: `1.234.567,891` in `vi`, `1,234,567.891` in `en`.
///
/// Rounds half away from zero, on the decimal digits as written (2.345 to two decimals is 2.35). Without `decimals`
/// it prints as many as the value has, up to 3. The minus is U+2212; what rounds to zero has none. A number that is
/// not finite prints as `–`: a [`super::Dataset`] holds none.
pub fn print_number(value: f64, language: &str, decimals: Option<u8>) -> String {
    let Ok(mut number) = Decimal::try_from_f64(value.abs(), FloatPrecision::RoundTrip) else {
        return "–".to_owned();
    };
    let places = i16::from(decimals.unwrap_or(MOST_DECIMALS));
    number.round_with_mode(-places, SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand));
    number.absolute.trim_end();
    number.absolute.trim_start();
    if decimals.is_some() {
        number.absolute.pad_end(-places);
    }
    let sign = if value < 0.0 && !number.absolute.is_zero() { "\u{2212}" } else { "" };
    let locale: Locale = language.parse().unwrap_or(Locale::UNKNOWN);
    match DecimalFormatter::try_new((&locale).into(), DecimalFormatterOptions::default()) {
        Ok(formatter) => format!("{sign}{}", formatter.format(&number)),
        Err(_) => format!("{sign}{number}"),
    }
}

/// A day as the language writes it: `31/12/2026` in `vi`, `31 December 2026` in `en`, else `2026-12-31`.
///
/// Vietnamese follows decree 30/2020/NĐ-CP: a zero before days under 10 and before months 1 and 2 only (`07/5/2025`).
pub fn print_date(date: Date, language: &str) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    match language.split('-').next() {
        Some("vi") if month < 3 => format!("{day:02}/{month:02}/{year}"),
        Some("vi") => format!("{day:02}/{month}/{year}"),
        Some("en") => {
            let name = usize::try_from(month - 1).ok().and_then(|at| ENGLISH_MONTHS.get(at)).copied();
            format!("{day} {} {year}", name.unwrap_or_default())
        }
        _ => date.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn numbers_in_two_languages() {
        let cases = [
            (1_234_567.891, "vi", None, "1.234.567,891"),
            (1_234_567.891, "en", None, "1,234,567.891"),
            (1234.0, "vi", None, "1.234"),
            (74.0, "vi", Some(1), "74,0"),
            (74.0, "vi", Some(0), "74"),
            (0.0, "vi", None, "0"),
            (0.5, "en", Some(0), "1"),
            (-0.5, "en", Some(0), "\u{2212}1"),
            (2.345, "en", Some(2), "2.35"),
            (1.005, "en", Some(2), "1.01"),
            (-0.04, "vi", Some(1), "0,0"),
            (-1234.5, "vi", None, "\u{2212}1.234,5"),
            (0.1 + 0.2, "en", None, "0.3"),
            (1e21, "en", None, "1,000,000,000,000,000,000,000"),
            (f64::NAN, "en", None, "–"),
            (f64::INFINITY, "vi", Some(2), "–"),
            (12.0, "not a language!", None, "12"),
        ];
        for (value, language, decimals, expected) in cases {
            assert_eq!(print_number(value, language, decimals), expected, "{value} {language} {decimals:?}");
        }
    }

    #[test]
    fn dates_in_two_languages() {
        assert_eq!(print_date(date(2026, 12, 31), "vi"), "31/12/2026");
        assert_eq!(print_date(date(2025, 5, 7), "vi"), "07/5/2025");
        assert_eq!(print_date(date(2026, 2, 3), "vi"), "03/02/2026");
        assert_eq!(print_date(date(2026, 12, 31), "en"), "31 December 2026");
        assert_eq!(print_date(date(2026, 12, 31), "fr"), "2026-12-31");
    }

    #[test]
    fn printing_is_cheap_enough_to_need_no_cache() {
        let start = std::time::Instant::now();
        let mut length = 0;
        for number in 0..1000_u32 {
            length += print_number(f64::from(number) * 1.5, "vi", Some(1)).len();
        }
        assert!(length > 0);
        eprintln!("one number: {:?}", start.elapsed() / 1000);
        assert!(start.elapsed().as_millis() < 1000, "a number takes over a millisecond");
    }
}
