//! Abbreviations that Vietnamese offices write for longer words; data, not rules.

/// Abbreviation and what it stands for, both in exact form.
const TABLE: &[(&str, &str)] = &[
    ("attt", "an toàn thông tin"),
    ("bhxh", "bảo hiểm xã hội"),
    ("bhyt", "bảo hiểm y tế"),
    ("btg", "ban tuyên giáo"),
    ("cbcc", "cán bộ công chức"),
    ("cbccvc", "cán bộ công chức viên chức"),
    ("cchc", "cải cách hành chính"),
    ("cđs", "chuyển đổi số"),
    ("cntt", "công nghệ thông tin"),
    ("cqđt", "chính quyền điện tử"),
    ("csdl", "cơ sở dữ liệu"),
    ("dvc", "dịch vụ công"),
    ("dvctt", "dịch vụ công trực tuyến"),
    ("gdđt", "giáo dục và đào tạo"),
    ("hđnd", "hội đồng nhân dân"),
    ("khcn", "khoa học và công nghệ"),
    ("ktxh", "kinh tế xã hội"),
    ("mttq", "mặt trận tổ quốc"),
    ("nq", "nghị quyết"),
    ("tp", "thành phố"),
    ("tthc", "thủ tục hành chính"),
    ("tw", "trung ương"),
    ("tx", "thị xã"),
    ("ubnd", "ủy ban nhân dân"),
    ("vpđt", "văn phòng điện tử"),
];

/// Words that say what sort of place a unit is; a search that finds nothing with them is tried without.
const PLACE_WORDS: &[&str] =
    &["xã", "phường", "huyện", "quận", "tỉnh", "thành", "phố", "thị", "trấn", "xa", "phuong", "huyen", "quan", "tinh"];

/// What an exact word stands for; `plain` says how to take marks off, so that `cds` is known as `cđs`.
pub(super) fn expansion(word: &str, plain: impl Fn(&str) -> String) -> Option<&'static str> {
    let found = TABLE.iter().find(|(short, _)| *short == word);
    found.or_else(|| TABLE.iter().find(|(short, _)| plain(short) == word)).map(|(_, long)| *long)
}

/// Whether a word only says what sort of place a unit is.
pub(super) fn is_place_word(word: &str) -> bool {
    PLACE_WORDS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::fold::{exact_words, plain};

    #[test]
    fn abbreviations_are_known_with_and_without_marks() {
        assert_eq!(expansion("cđs", plain), Some("chuyển đổi số"));
        assert_eq!(expansion("cds", plain), Some("chuyển đổi số"));
        assert_eq!(expansion("ubnd", plain), Some("ủy ban nhân dân"));
        assert_eq!(expansion("số", plain), None);
    }

    #[test]
    fn the_table_is_sorted_single_and_in_exact_form() {
        for (short, long) in TABLE {
            assert_eq!(exact_words(long).join(" "), *long);
            assert_eq!(exact_words(short).len(), 1, "{short}");
        }
        let mut plains: Vec<String> = TABLE.iter().map(|(short, _)| plain(short)).collect();
        plains.sort();
        plains.dedup();
        assert_eq!(plains.len(), TABLE.len(), "no two look the same without marks");
    }
}
