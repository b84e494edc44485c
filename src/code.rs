//! The short code of an asset: printed on it, typed by whoever doubts it.
//!
//! In: the campaign's public salt, the asset's name and what it prints. Out: ten characters of Crockford's base32 and one
//! that checks them, shown in groups of four, `7K3F-9QX2-M1A`: no longer than is remembered at once, and without a lone last
//! character that looks as if it could be left out.

use std::collections::BTreeSet;
use std::fmt;

use crate::digest::Digest;

/// Crockford's base32: no I, L, O, which look like digits, and no U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Characters that say something.
const SAYING: usize = 10;
/// Characters in all.
const LENGTH: usize = SAYING + 1;
/// Characters of a group.
const GROUP: usize = 4;
/// What the digest begins with, so that it is the digest of nothing else.
const PURPOSE: &[u8] = b"mocban short code 1";
/// The folder of codes below a campaign's address.
const FOLDER: &str = "c";

/// A short code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShortCode([u8; LENGTH]);

impl ShortCode {
    /// What stands in a template's result until the code is known: the same characters in number.
    pub const BLANK: &'static str = "0000-0000-000";

    /// The code of an asset that prints these texts: 50 bits of the BLAKE3 digest of salt, name, and every different pair of a
    /// cell (table, key, column) and its text, in order.
    pub fn of<'a>(salt: &str, asset: &str, printed: &BTreeSet<([&'a str; 3], &'a str)>) -> Self {
        let head = [PURPOSE, salt.as_bytes(), asset.as_bytes()];
        let cells = printed.iter().flat_map(|([table, key, column], text)| [*table, *key, *column, *text]);
        let digest = Digest::of_parts(head.into_iter().chain(cells.map(str::as_bytes)));
        let bits = digest.as_bytes().iter().take(8).fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
        let mut values = [0; SAYING];
        for (at, value) in values.iter_mut().enumerate() {
            *value = u8::try_from(bits >> (59 - 5 * at) & 31).unwrap_or_default();
        }
        Self::checked(values)
    }

    /// The code of ten values below 32.
    fn checked(values: [u8; SAYING]) -> Self {
        let mut all = [0; LENGTH];
        all[..SAYING].copy_from_slice(&values);
        all[SAYING] = check(&values);
        Self(all)
    }

    /// Reads a code as people type it: in any case, with spaces and dashes anywhere or nowhere, I and L for 1, O for 0. None
    /// when that is no code: a character too many or too few, one that is not of the alphabet, or one that was mistaken.
    pub fn parse(text: &str) -> Option<Self> {
        let mut values = Vec::with_capacity(LENGTH);
        for c in text.chars().filter(|c| !separates(*c)) {
            let value = value(c)?;
            if values.len() == LENGTH {
                return None;
            }
            values.push(value);
        }
        let values: [u8; LENGTH] = values.try_into().ok()?;
        let (said, last) = values.split_first_chunk::<SAYING>()?;
        (last == [check(said)]).then_some(Self(values))
    }

    /// Where the code is looked up, below the campaign's address.
    pub fn address(&self, base_url: &str) -> String {
        address(base_url, &self.to_string())
    }

    /// [`ShortCode::address`] of the blank.
    pub fn blank_address(base_url: &str) -> String {
        address(base_url, Self::BLANK)
    }
}

/// The address of a code.
fn address(base_url: &str, code: &str) -> String {
    format!("{}/{FOLDER}/{code}", base_url.trim_end_matches('/'))
}

/// Whether a character only parts groups.
fn separates(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '_' | '.' | '\u{AD}' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// What a character is worth.
fn value(c: char) -> Option<u8> {
    let c = match c.to_ascii_uppercase() {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    };
    let at = ALPHABET.iter().position(|known| char::from(*known) == c)?;
    u8::try_from(at).ok()
}

/// The character that checks others: their sum, each times a power of its own of the element 2 of the field of 32
/// elements (x⁵ + x² + 1), in which the check itself has the power 0.
///
/// A mistaken character changes the sum since no power is zero; two that changed places do, neighbours or not, since no two
/// powers are the same.
fn check(values: &[u8]) -> u8 {
    values.iter().fold(0, |sum, value| doubled(sum ^ value))
}

/// Times the element 2.
fn doubled(value: u8) -> u8 {
    let shifted = value << 1;
    if shifted & 32 == 0 { shifted } else { shifted ^ 0b10_0101 }
}

impl fmt::Display for ShortCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, value) in self.0.iter().enumerate() {
            if at > 0 && at % GROUP == 0 {
                f.write_str("-")?;
            }
            let c = ALPHABET.get(usize::from(*value)).copied().unwrap_or(b'0');
            write!(f, "{}", char::from(c))?;
        }
        Ok(())
    }
}

impl fmt::Debug for ShortCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl serde::Serialize for ShortCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for ShortCode {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("not a short code"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Codes of every kind of value, zeros and others.
    fn codes() -> impl Iterator<Item = ShortCode> {
        let mut state = 3_u64;
        (0..40).map(move |round| {
            let mut values = [0; SAYING];
            for value in &mut values {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                *value = if round == 0 { 0 } else { u8::try_from(state >> 59).unwrap() };
            }
            ShortCode::checked(values)
        })
    }

    /// The code with these values, if it is one.
    fn read(values: [u8; LENGTH]) -> Option<ShortCode> {
        ShortCode::parse(&ShortCode(values).to_string())
    }

    /// The check is linear, so what holds for a change of one code holds for the same change of every code: all changes are
    /// tried on the code of zeros, and on others to be sure.
    #[test]
    fn every_mistaken_character_is_noticed() {
        for code in codes() {
            assert_eq!(read(code.0), Some(code));
            for at in 0..LENGTH {
                for other in (0..32).filter(|other| *other != code.0[at]) {
                    let mut wrong = code.0;
                    wrong[at] = other;
                    assert_eq!(read(wrong), None, "{code} with {other} at {at}");
                }
            }
        }
    }

    #[test]
    fn every_exchange_of_two_characters_is_noticed() {
        for base in codes().take(12) {
            for (first, second) in (0..LENGTH).flat_map(|second| (0..second).map(move |first| (first, second))) {
                for (a, b) in (0..32).flat_map(|a| (0..a).map(move |b| (a, b))) {
                    // The pair at its two places, and one of the others, or the check, made to fit.
                    let mut values = base.0;
                    (values[first], values[second]) = (a, b);
                    let spare = (0..LENGTH).find(|at| *at != first && *at != second).unwrap();
                    let fits = |value: &u8| {
                        let mut values = values;
                        values[spare] = *value;
                        read(values).is_some()
                    };
                    values[spare] = (0..32).find(fits).expect("one value of each place fits");
                    values.swap(first, second);
                    assert_eq!(read(values), None, "{a} and {b} exchanged at {first} and {second}");
                }
            }
        }
    }

    #[test]
    fn codes_are_read_as_people_type_them() {
        for code in codes() {
            let shown = code.to_string();
            let plain = shown.replace('-', "");
            assert_eq!((shown.len(), plain.len()), (ShortCode::BLANK.len(), LENGTH));
            let spoken = plain.chars().map(|c| c.to_string()).collect::<Vec<_>>().join(" ");
            let confused = shown.replace('1', "l").replace('0', "o");
            let long = shown.replace('-', " – ");
            let upper = shown.replace('1', "I").replace('0', "O");
            for typed in
                [&shown, &plain, &shown.to_lowercase(), &spoken, &confused, &long, &upper, &format!(" {shown}\n")]
            {
                assert_eq!(ShortCode::parse(typed), Some(code), "{typed}");
            }
            assert_eq!(ShortCode::parse(&plain[1..]), None);
            assert_eq!(ShortCode::parse(&format!("{plain}0")), None);
            assert_eq!(ShortCode::parse(&plain.replacen(|_| true, "U", 1)), None);
            let json = serde_json::to_string(&code).unwrap();
            assert_eq!((serde_json::from_str(&json).ok(), json), (Some(code), format!("\"{shown}\"")));
        }
        assert_eq!(ShortCode::parse(""), None);
    }

    /// Pairs of a cell of the table `t` and its text.
    fn printed<'a>(pairs: &[(&'a str, &'a str, &'a str)]) -> BTreeSet<([&'a str; 3], &'a str)> {
        pairs.iter().map(|(key, column, text)| (["t", *key, *column], *text)).collect()
    }

    #[test]
    fn the_code_is_of_salt_name_and_what_is_printed() {
        let pairs = printed(&[("a", "score", "74,5"), ("b", "score", "80")]);
        let code = ShortCode::of("salt", "card_a", &pairs);
        assert_eq!(code.to_string(), "WMM6-ADHS-C7Y", "a known answer: codes in print must stay what they are");
        assert_eq!(code, ShortCode::of("salt", "card_a", &printed(&[("b", "score", "80"), ("a", "score", "74,5")])));
        for other in [
            ShortCode::of("salt2", "card_a", &pairs),
            ShortCode::of("salt", "card_b", &pairs),
            ShortCode::of("salt", "card_a", &printed(&[("a", "score", "74,6"), ("b", "score", "80")])),
            ShortCode::of("salt", "card_a", &printed(&[("a", "score", "80"), ("b", "score", "74,5")])),
            ShortCode::of("salt", "card_a", &printed(&[("a", "score", "74,5")])),
            ShortCode::of("salt", "card_a", &printed(&[])),
        ] {
            assert_ne!(other, code);
        }
        assert_eq!(code.address("https://a.vn/x/"), format!("https://a.vn/x/c/{code}"));
        assert_eq!(ShortCode::blank_address("https://a.vn"), "https://a.vn/c/0000-0000-000");
    }

    #[test]
    fn all_characters_are_met_and_codes_differ() {
        let codes: BTreeSet<ShortCode> =
            (0..5000).map(|n| ShortCode::of("s", &format!("asset {n}"), &BTreeSet::new())).collect();
        assert_eq!(codes.len(), 5000);
        for at in 0..LENGTH {
            assert_eq!(codes.iter().map(|code| code.0[at]).collect::<BTreeSet<_>>().len(), 32, "{at}");
        }
    }
}
