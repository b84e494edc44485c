//! The IPTC-IIM block of a JPEG or TIFF: what desks that know no XMP still read (IIM version 4.2).
//!
//! Its lengths are bytes. A text that is longer than its dataset is shortened at a word and says so by an ellipsis;
//! XMP holds the whole. There is no digest of the block beside it: without one, readers take XMP first.

use unicode_normalization::char::is_combining_mark;

use super::Metadata;
use super::property::xml_text;
use crate::language::words;

/// What begins each dataset.
const TAG: u8 = 0x1C;
/// Stands for what was left out.
const MORE: &str = "…";
/// The most bytes of a block, which has a JPEG segment to itself.
const LONGEST: usize = 65_000;
/// What makes the characters around it one.
const JOINER: char = '\u{200D}';

/// A dataset: record, number, and content.
type Dataset = (u8, u8, Vec<u8>);

/// The block of a JPEG or TIFF; one that says nothing but its version is none.
pub fn block(metadata: &Metadata) -> Vec<u8> {
    let mut block = Vec::new();
    for (record, number, content) in datasets(metadata) {
        let Ok(length) = u16::try_from(content.len()) else { continue };
        if block.len() + content.len() + 5 <= LONGEST {
            block.extend([TAG, record, number]);
            block.extend(length.to_be_bytes());
            block.extend(content);
        }
    }
    block
}

/// The numbers of datasets (`2:120`) in which a block found in a file differs from what it is to hold.
pub fn differences(metadata: &Metadata, found: &[u8]) -> Vec<String> {
    let meant = block(metadata);
    let (Some(meant), Some(mut found)) = (read(&meant), read(found)) else { return vec!["IIM".to_owned()] };
    let mut differing = Vec::new();
    for dataset in meant {
        match found.iter().position(|other| *other == dataset) {
            Some(at) => drop(found.remove(at)),
            None => differing.push(dataset),
        }
    }
    differing.into_iter().chain(found).map(|(record, number, _)| format!("IIM {record}:{number:02}")).collect()
}

/// The datasets of a block; none when it is broken.
fn read(block: &[u8]) -> Option<Vec<Dataset>> {
    let mut datasets = Vec::new();
    let mut rest = block;
    while let [first, tail @ ..] = rest {
        let ([record, number, high, low, content @ ..], TAG) = (tail, *first) else { return None };
        let (content, after) = content.split_at_checked(usize::from(u16::from_be_bytes([*high, *low])))?;
        datasets.push((*record, *number, content.to_vec()));
        rest = after;
    }
    Some(datasets)
}

/// All that the block says. Record 1 is the envelope, of which JPEG needs the character set alone.
fn datasets(metadata: &Metadata) -> Vec<Dataset> {
    let place = &metadata.place;
    let say = |said| words(said, &metadata.language).unwrap_or_default();
    let mut datasets = vec![(1, 90, b"\x1B%G".to_vec()), (2, 0, vec![0, 4])];
    let mut add = |number: u8, bytes: usize, text: &str| {
        let text = shortened(&xml_text(text), bytes);
        let dataset = (2, number, text.into_bytes());
        if !dataset.2.is_empty() && !datasets.contains(&dataset) {
            datasets.push(dataset);
        }
    };
    add(5, 64, &metadata.asset);
    metadata.keywords.iter().for_each(|word| add(25, 64, word));
    add(80, 32, &metadata.creator);
    add(90, 32, say(&place.city));
    add(95, 32, say(&place.state));
    add(100, 3, &place.country_code);
    add(101, 64, say(&place.country));
    add(103, 32, &metadata.job);
    add(105, 256, &metadata.headline);
    add(110, 32, &metadata.credit_line);
    add(115, 32, &metadata.supplier);
    add(116, 128, &metadata.copyright_notice);
    add(120, 2000, &metadata.caption);
    datasets
}

/// A text of at most so many bytes: its first words and an ellipsis, or, where not even one fits, the start of it.
fn shortened(text: &str, bytes: usize) -> String {
    if text.len() <= bytes {
        return text.to_owned();
    }
    let Some(room) = bytes.checked_sub(MORE.len()).filter(|room| *room > 0) else { return String::new() };
    let mut cuts = text.char_indices().take_while(|(at, _)| *at <= room);
    let last_space = cuts.by_ref().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at).last();
    let whole = |at: &usize| {
        let (before, after) = text.split_at(*at);
        !before.ends_with(JOINER) && !after.starts_with(joins)
    };
    let mut ends = text.char_indices().map(|(at, _)| at).take_while(|at| *at <= room).filter(whole);
    let end = last_space.filter(|at| *at > 0).or_else(|| ends.by_ref().last()).unwrap_or_default();
    let kept =
        text.get(..end).unwrap_or_default().trim_end_matches(|c: char| c.is_whitespace() || ",;:–—-·(".contains(c));
    format!("{kept}{MORE}")
}

/// Whether a character belongs to the one before it: marks, joiners, variants, and the tones of skin.
fn joins(c: char) -> bool {
    is_combining_mark(c) || c == JOINER || matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, proptest};

    use super::*;

    #[test]
    fn a_text_is_shortened_at_a_word_and_never_inside_a_character() {
        let credit = "Ảnh: Sở Thông tin và Truyền thông tỉnh";
        assert_eq!((credit.len(), shortened(credit, 32)), (49, "Ảnh: Sở Thông tin và…".to_owned()));
        assert_eq!(shortened(credit, 49), credit);
        assert_eq!(shortened("Hai lớp, ba lớp", 13), "Hai lớp…", "no comma before the ellipsis");
        assert_eq!(shortened("ưưưưưưưưưư", 12), "ưưưư…");
        assert_eq!(shortened("a\u{0302}\u{0301}a\u{0302}\u{0301}a\u{0302}\u{0301}", 12), "a\u{0302}\u{0301}…");
        assert_eq!(shortened("👩‍🌾👩‍🌾👩‍🌾", 18), "👩‍🌾…");
        assert_eq!(shortened("VNMX", 3), "", "no room for any of it");
        assert_eq!(shortened("", 3), "");
    }

    #[test]
    fn the_block_says_that_it_is_utf_8_and_what_differs_is_named() {
        let metadata =
            Metadata {
                headline: "Mộc bản".to_owned(), keywords: vec!["a".into(), "a".into()], ..Metadata::default()
            };
        let block = block(&metadata);
        assert!(block.starts_with(b"\x1C\x01\x5A\0\x03\x1B%G\x1C\x02\0\0\x02\0\x04"), "{block:x?}");
        assert_eq!(read(&block).unwrap().len(), 4, "a keyword once");
        assert!(differences(&metadata, &block).is_empty());
        let other = Metadata { headline: "Moc ban".to_owned(), ..metadata };
        assert_eq!(differences(&other, &block), ["IIM 2:105", "IIM 2:105"], "one is missing, one too many");
        assert_eq!(differences(&other, &block[..block.len() - 1]), ["IIM"]);
    }

    proptest! {
        /// Any text fits its bytes, begins as it did, and says that it was cut.
        #[test]
        fn any_text_fits(text in any::<String>(), words in "[ aáẫ👩‍🌾,]{0,60}", bytes in 0_usize..80) {
            for text in [text, words] {
                let short = shortened(&text, bytes);
                prop_assert!(short.len() <= bytes);
                let start = short.strip_suffix(MORE).unwrap_or(&short);
                prop_assert!(text.starts_with(start), "{:?} of {:?}", short, text);
                prop_assert!(text == short || short.is_empty() || short.ends_with(MORE));
            }
        }
    }
}
