//! Abbreviations that Vietnamese offices write for longer words; data, not rules.

use super::fold::plain;

/// Abbreviation in exact and in plain form, and what it stands for in exact form.
const TABLE: &[(&str, &str, &str)] = &[
    ("attt", "attt", "an toàn thông tin"),
    ("bhxh", "bhxh", "bảo hiểm xã hội"),
    ("bhyt", "bhyt", "bảo hiểm y tế"),
    ("btg", "btg", "ban tuyên giáo"),
    ("cbcc", "cbcc", "cán bộ công chức"),
    ("cbccvc", "cbccvc", "cán bộ công chức viên chức"),
    ("cchc", "cchc", "cải cách hành chính"),
    ("cđs", "cds", "chuyển đổi số"),
    ("cntt", "cntt", "công nghệ thông tin"),
    ("cqđt", "cqdt", "chính quyền điện tử"),
    ("csdl", "csdl", "cơ sở dữ liệu"),
    ("dvc", "dvc", "dịch vụ công"),
    ("dvctt", "dvctt", "dịch vụ công trực tuyến"),
    ("gdđt", "gddt", "giáo dục và đào tạo"),
    ("hđnd", "hdnd", "hội đồng nhân dân"),
    ("khcn", "khcn", "khoa học và công nghệ"),
    ("ktxh", "ktxh", "kinh tế xã hội"),
    ("mttq", "mttq", "mặt trận tổ quốc"),
    ("nq", "nq", "nghị quyết"),
    ("phantram", "phantram", "phần trăm"),
    ("tp", "tp", "thành phố"),
    ("tthc", "tthc", "thủ tục hành chính"),
    ("tw", "tw", "trung ương"),
    ("tx", "tx", "thị xã"),
    ("ubnd", "ubnd", "ủy ban nhân dân"),
    ("vpđt", "vpdt", "văn phòng điện tử"),
];

/// Abbreviations that are words of their own too: a query is read both ways, but no text is taken to say the long one.
const ASKED: &[(&str, &str)] =
    &[("ai", "trí tuệ nhân tạo"), ("tt", "thị trấn"), ("dn", "doanh nghiệp"), ("hs", "hồ sơ")];

/// Words that say what sort of place a unit is; a search that finds nothing with them is tried without.
const PLACE_WORDS: &[&str] = &["xã", "phường", "huyện", "quận", "tỉnh", "ấp", "thôn", "tp", "tx", "tt"];

/// The same in two words, neither of which says it alone: `thành` may be part of a name.
const PLACE_PAIRS: &[(&str, &str)] =
    &[("thành", "phố"), ("thị", "xã"), ("thị", "trấn"), ("khu", "phố"), ("đặc", "khu")];

/// What an exact or plain word stands for.
pub(super) fn expansion(word: &str) -> Option<&'static str> {
    TABLE.iter().find(|(exact, plain, _)| *exact == word || *plain == word).map(|(.., long)| *long)
}

/// What an exact or plain word may stand for in a query.
pub(super) fn asked(word: &str) -> Option<&'static str> {
    expansion(word).or_else(|| ASKED.iter().find(|(short, _)| *short == word).map(|(_, long)| *long))
}

/// Whether a word only says what sort of place a unit is.
pub(super) fn is_place_word(word: &str) -> bool {
    PLACE_WORDS.iter().any(|known| *known == word || plain(known) == word)
}

/// Whether two words together only say what sort of place a unit is.
pub(super) fn is_place_pair(first: &str, second: &str) -> bool {
    let same = |known: &str, word: &str| known == word || plain(known) == word;
    PLACE_PAIRS.iter().any(|(one, other)| same(one, first) && same(other, second))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::fold::exact_words;

    #[test]
    fn abbreviations_are_known_with_and_without_marks() {
        assert_eq!(expansion("cđs"), Some("chuyển đổi số"));
        assert_eq!(expansion("cds"), Some("chuyển đổi số"));
        assert_eq!(expansion("ubnd"), Some("ủy ban nhân dân"));
        assert_eq!(expansion("số"), None);
    }

    #[test]
    fn the_table_is_in_exact_and_plain_form_and_unambiguous() {
        for (short, bare, long) in TABLE {
            assert_eq!(exact_words(long).join(" "), *long);
            assert_eq!(exact_words(short), [*short]);
            assert_eq!(plain(short), *bare);
        }
        let mut plains: Vec<&str> = TABLE.iter().map(|(_, plain, _)| *plain).collect();
        plains.sort_unstable();
        plains.dedup();
        assert_eq!(plains.len(), TABLE.len(), "no two look the same without marks");
    }
}
