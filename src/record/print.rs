//! Numbers and dates as a language writes them.

/// A number in a language's form; without decimals, what it has, up to three.
pub fn print_number(value: f64, language: &str, decimals: Option<u8>) -> String {
    let mut text = match decimals {
        Some(decimals) => format!("{value:.*}", usize::from(decimals)),
        None => format!("{value:.3}").trim_end_matches('0').trim_end_matches('.').to_owned(),
    };
    if language == "vi" {
        text = text.replace('.', ",");
    }
    text.replace('-', "\u{2212}")
}

/// A day in a language's form.
pub fn print_date(date: jiff::civil::Date, language: &str) -> String {
    let (day, month, year) = (date.day(), date.month(), date.year());
    if language == "vi" { format!("{day:02}/{month:02}/{year}") } else { format!("{year:04}-{month:02}-{day:02}") }
}
