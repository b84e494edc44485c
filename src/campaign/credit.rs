//! The credit line in its fixed form: who drew, whose figures, of which period.

use crate::language::{Words, words};

/// The credit line in each language that has a source of figures; none when no source is said.
pub(super) fn credit_line(creator: &Words, source: &Words, period: &str, languages: &[String]) -> Words {
    let in_language = |language: &String| {
        let source = words(source, language)?;
        let (drawn, figures) = if language == "vi" { ("Đồ họa", "Số liệu") } else { ("Graphic", "Data") };
        let drawn = words(creator, language).map(|creator| format!("{drawn}: {creator} · ")).unwrap_or_default();
        let period = said(period, language);
        let period = if period.is_empty() { period } else { format!(", {period}") };
        Some((language.clone(), format!("{drawn}{figures}: {source}{period}")))
    };
    languages.iter().filter_map(in_language).collect()
}

/// A period as people say it: `2026q3`, `2026h1` and `2026` in words, any other as it is written.
fn said(period: &str, language: &str) -> String {
    let vietnamese = language == "vi";
    let (year, part) = period.split_at_checked(4).unwrap_or((period, ""));
    if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return period.to_owned();
    }
    let quarter = ["q1", "q2", "q3", "q4"].iter().position(|known| *known == part);
    match (quarter, part) {
        (Some(at), _) if vietnamese => format!("quý {}/{year}", ["I", "II", "III", "IV"].get(at).unwrap_or(&part)),
        (Some(at), _) => format!("Q{} {year}", at + 1),
        (None, "h1") if vietnamese => format!("6 tháng đầu năm {year}"),
        (None, "h2") if vietnamese => format!("6 tháng cuối năm {year}"),
        (None, "h1") => format!("first half of {year}"),
        (None, "h2") => format!("second half of {year}"),
        (None, "") if vietnamese => format!("năm {year}"),
        _ => period.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::said;

    #[test]
    fn periods_are_said_as_people_say_them() {
        let both = |period: &str| (said(period, "vi"), said(period, "en"));
        let pair = |vi: &str, en: &str| (vi.to_owned(), en.to_owned());
        assert_eq!(both("2026q4"), pair("quý IV/2026", "Q4 2026"));
        assert_eq!(both("2026h1"), pair("6 tháng đầu năm 2026", "first half of 2026"));
        assert_eq!(both("2026"), pair("năm 2026", "2026"));
        for other in ["", "2026-09", "q3", "tet-2026", "2026q5"] {
            assert_eq!(both(other), pair(other, other));
        }
    }
}
