//! Folding: in comes text as people write it, out come words as search compares them.
//!
//! Two forms exist. The *exact* form is NFC, lower case, letters and digits only; marks stay. The *plain* form
//! is the exact one without marks, for those who type none. Spellings that Vietnamese holds for the same word
//! (`hòa`/`hoà`, `tỷ`/`tỉ`) are added to a query rather than folded in the index, so the typed one can rank first.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The exact words of a text.
pub(super) fn exact_words(text: &str) -> Vec<String> {
    let lower: String =
        composed(text).chars().filter(|c| !is_invisible(*c)).flat_map(char::to_lowercase).map(meant).collect();
    let mut spelled = String::with_capacity(text.len());
    for letter in composed(&lower).chars() {
        match letter {
            '%' | '％' => spelled.push_str(PERCENT),
            other => spelled.push(other),
        }
    }
    spelled
        .split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c))
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(str::to_owned)
        .collect()
}

/// A text in NFC, which most texts are in.
fn composed(text: &str) -> Cow<'_, str> {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text.into(),
        _ => text.nfc().collect::<String>().into(),
    }
}

/// The word that stands for the sign of per cent, which is no letter; an abbreviation of `phần trăm`.
const PERCENT: &str = " phantram ";

/// The Vietnamese letter that is meant by one that looks like it: old fonts and keyboards give `ð` and `ƣ`.
fn meant(letter: char) -> char {
    match letter {
        'ð' => 'đ',
        'ƣ' => 'ư',
        other => other,
    }
}

/// A word without its marks: `đường` → `duong`. Marks that are letters of their own are spelled out.
pub(super) fn plain(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    let mut out = String::with_capacity(word.len());
    for letter in word.nfd().filter(|c| !is_combining_mark(*c)) {
        match letter {
            'đ' | 'Đ' => out.push('d'),
            'ł' => out.push('l'),
            'ø' => out.push('o'),
            'ı' => out.push('i'),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ß' => out.push_str("ss"),
            other => out.push(other),
        }
    }
    out
}

/// Whether a word has a mark that [`plain`] would take away.
pub(super) fn has_marks(word: &str) -> bool {
    plain(word) != word
}

/// A text's words for the index, hashtags in camel case once more as their parts, and numbers in groups once more whole.
pub(super) fn index_words(text: &str) -> Vec<String> {
    let mut words = exact_words(text);
    for tag in text.split_whitespace().filter(|chunk| chunk.starts_with('#')) {
        let parts = exact_words(&split_camel(tag));
        if parts.len() > 1 {
            words.extend(parts);
        }
    }
    words.extend(text.split_whitespace().filter_map(ungrouped));
    words
}

/// Other spellings of an exact or plain word that readers hold for the same, the given one left out.
pub(super) fn spellings(word: &str) -> Vec<String> {
    let mut found = vec![word.to_owned()];
    for turn in [move_tone, swap_i_y, swap_numeral] {
        let more: Vec<String> = found.iter().filter_map(|known| turn(known)).collect();
        found.extend(more);
    }
    found.remove(0);
    found.retain(|other| other != word);
    found.dedup();
    found
}

/// A word typed in Telex or VNI while the keyboard was off, in plain form: `ddooir`, `d9o63i` → `doi`.
///
/// None when the word shows no sign of either. Only for a search that found nothing: `bars` looks like Telex too.
pub(super) fn typed_in_telex_or_vni(word: &str) -> Option<String> {
    if !word.is_ascii() {
        return None;
    }
    let letters: String = word.chars().filter(char::is_ascii_alphabetic).collect();
    if letters.is_empty() {
        return None;
    }
    let out = if letters.len() < word.len() { letters } else { telex(&letters) };
    (out != word && !out.is_empty()).then_some(out)
}

/// Takes Telex's keys away: doubled `a e o d`, `w`, and the tone key.
fn telex(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut tone = false;
    for letter in word.chars() {
        let after_vowel = out.contains(['a', 'e', 'i', 'o', 'u', 'y']);
        let doubled = matches!(letter, 'a' | 'e' | 'o' | 'd') && out.ends_with(letter);
        if doubled || letter == 'w' {
            continue;
        }
        if !tone && after_vowel && matches!(letter, 's' | 'f' | 'r' | 'x' | 'j') {
            tone = true;
            continue;
        }
        out.push(letter);
    }
    out
}

/// `hòa` ↔ `hoà`: the other place of the tone in `oa`, `oe`, `uy` at the end of a word.
fn move_tone(word: &str) -> Option<String> {
    let letters: Vec<char> = word.nfd().collect();
    let at = letters.iter().position(|c| is_tone(*c))?;
    let mut bare = letters.clone();
    let tone = bare.remove(at);
    let (head, last) = bare.split_at_checked(bare.len().checked_sub(2)?)?;
    let pair: String = last.iter().collect();
    if !matches!(pair.as_str(), "oa" | "oe" | "uy") || (pair == "uy" && head.last() == Some(&'q')) {
        return None;
    }
    // The tone stands after its vowel: after the last letter it moves to before it, and the other way round.
    let moved = if at == letters.len() - 1 { at - 1 } else { letters.len() - 1 };
    bare.insert(moved, tone);
    Some(bare.into_iter().nfc().collect())
}

/// `tỷ` ↔ `tỉ`, `quý` ↔ `quí`: the other letter where both are written for the same sound.
fn swap_i_y(word: &str) -> Option<String> {
    let mut letters: Vec<char> = word.nfd().collect();
    let bare: String = letters.iter().filter(|c| !is_tone(**c)).collect();
    let vowel = bare.strip_prefix("qu").or_else(|| bare.strip_prefix(['h', 'k', 'l', 'm', 's', 't', 'v']))?;
    let swapped = match vowel {
        "i" => 'y',
        "y" => 'i',
        _ => return None,
    };
    let at = letters.iter().rposition(|c| matches!(c, 'i' | 'y'))?;
    if let Some(letter) = letters.get_mut(at) {
        *letter = swapped;
    }
    Some(letters.into_iter().nfc().collect())
}

/// `3` ↔ `iii`: quarters and articles are written both ways.
fn swap_numeral(word: &str) -> Option<String> {
    const PAIRS: [(&str, &str); 3] = [("2", "ii"), ("3", "iii"), ("4", "iv")];
    let other = |(digit, roman): (&'static str, &'static str)| match word {
        word if word == digit => Some(roman),
        word if word == roman => Some(digit),
        _ => None,
    };
    PAIRS.into_iter().find_map(other).map(str::to_owned)
}

/// A number written in groups of three digits, without what parts them: `1.240` → `1240`.
fn ungrouped(chunk: &str) -> Option<String> {
    let digits = chunk.trim_matches(|c: char| !c.is_ascii_digit());
    let (first, rest) = digits.split_once('.')?;
    let three = |group: &str| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit());
    let good = (1..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_digit());
    (good && rest.split('.').all(three)).then(|| digits.replace('.', ""))
}

/// Puts a space where a small letter or digit meets a capital.
fn split_camel(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut before_is_small = false;
    for letter in text.nfc() {
        if before_is_small && letter.is_uppercase() {
            out.push(' ');
        }
        before_is_small = letter.is_lowercase() || letter.is_numeric();
        out.push(letter);
    }
    out
}

/// The five tone marks of Vietnamese: grave, acute, tilde, hook above, dot below.
fn is_tone(letter: char) -> bool {
    matches!(letter, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}

/// Characters that part no word and are not seen: soft hyphen, zero-width ones, byte-order mark.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words joined by spaces.
    fn exact(text: &str) -> String {
        exact_words(text).join(" ")
    }

    #[test]
    fn exact_words_are_nfc_lower_case_letters_and_digits() {
        assert_eq!(exact("Chuyển đổi số, 2026!"), "chuyển đổi số 2026");
        assert_eq!(exact("CHUYỂN ĐỔI SỐ"), "chuyển đổi số");
        let decomposed: String = "Đường dây nóng".nfd().collect();
        assert_ne!(decomposed, "Đường dây nóng");
        assert_eq!(exact(&decomposed), "đường dây nóng");
        assert_eq!(exact("82,5%"), "82 5 phantram");
        assert_eq!(exact("Ðường, ƣu tiên"), "đường ưu tiên");
        assert_eq!(exact("fb-portrait_vi"), "fb portrait vi");
        assert_eq!(exact("😀 \"*\" – \u{301}"), "");
        assert_eq!(exact("chuyển\u{ad} đ\u{200b}ổi"), "chuyển đổi");
        assert_eq!(exact(""), "");
    }

    #[test]
    fn marks_are_told_apart_in_exact_words_and_not_in_plain_ones() {
        let words = ["đường", "dương", "đương", "duong"];
        let plains: Vec<String> = words.iter().map(|word| plain(word)).collect();
        assert_eq!(plains, ["duong"; 4]);
        assert_eq!(words.map(has_marks), [true, true, true, false]);
        assert_ne!(exact("đường"), exact("đương"));
    }

    #[test]
    fn every_vietnamese_letter_becomes_plain_ascii() {
        let all = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";
        for letter in all.chars() {
            let out = plain(&letter.to_string());
            assert!(out.len() == 1 && out.is_ascii(), "{letter} → {out}");
        }
        assert_eq!(plain("straße"), "strasse");
        assert_eq!(plain("łódź"), "lodz");
    }

    #[test]
    fn the_place_of_the_tone_is_a_spelling() {
        assert_eq!(spellings("hòa"), ["hoà"]);
        assert_eq!(spellings("hoà"), ["hòa"]);
        assert_eq!(spellings("khỏe"), ["khoẻ"]);
        assert_eq!(spellings("thuỷ"), ["thủy"]);
        assert_eq!(spellings("họa"), ["hoạ"]);
        assert_eq!(spellings("hoàn"), [""; 0]);
        assert_eq!(spellings("hoa"), [""; 0]);
        assert_eq!(spellings("toá"), ["tóa"]);
    }

    #[test]
    fn i_and_y_are_spellings_where_they_sound_the_same() {
        assert_eq!(spellings("tỷ"), ["tỉ"]);
        assert_eq!(spellings("tỉ"), ["tỷ"]);
        assert_eq!(spellings("lý"), ["lí"]);
        assert_eq!(spellings("quý"), ["quí"]);
        assert_eq!(spellings("ty"), ["ti"]);
        assert_eq!(spellings("y"), [""; 0]);
        assert_eq!(spellings("thúi"), [""; 0], "not thúy");
        assert_eq!(spellings("tin"), [""; 0]);
        assert_eq!(spellings("mỹ"), ["mĩ"]);
    }

    #[test]
    fn hashtags_are_found_by_their_parts() {
        let words = index_words("xem #ChuyểnĐổiSố ngay");
        assert_eq!(words, ["xem", "chuyểnđổisố", "ngay", "chuyển", "đổi", "số"]);
        assert_eq!(index_words("#số"), ["số"]);
        assert_eq!(index_words("iPhone"), ["iphone"]);
    }

    #[test]
    fn numbers_are_found_however_they_are_written() {
        assert_eq!(index_words("1.240 hồ sơ"), ["1", "240", "hồ", "sơ", "1240"]);
        assert_eq!(index_words("(2.000.000)."), ["2", "000", "000", "2000000"]);
        assert_eq!(index_words("30.10.2025 8,25"), ["30", "10", "2025", "8", "25"]);
        assert_eq!(spellings("3"), ["iii"]);
        assert_eq!(spellings("iv"), ["4"]);
    }

    #[test]
    fn words_typed_with_the_keyboard_off_are_understood() {
        let typed = |word| typed_in_telex_or_vni(word).unwrap_or_default();
        assert_eq!(["chuyeenr", "ddooir", "soos", "dduwowngf"].map(typed), ["chuyen", "doi", "so", "duong"]);
        assert_eq!(["chuye6n3", "d9o6i3", "so61"].map(typed), ["chuyen", "doi", "so"]);
        assert_eq!(["tin", "số", "2026", ""].map(typed), [""; 4]);
    }
}
