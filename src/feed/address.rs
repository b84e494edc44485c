//! Where things are published: addresses below the site, and the same as absolute ones.

use crate::digest::Digest;
use crate::encode::Encoding;
use crate::plan::fold;
use crate::release::{Facts, ReleasedFile};

/// Characters of a SHA-256 that tell files apart in an address.
const SHORT: usize = 16;
/// Changes when previews are made otherwise, so that none of before is taken for one of now.
const PREVIEW: &str = "a";

/// The absolute address of the site, without a slash at its end. A campaign without one gets a name that never resolves
/// (RFC 2606), so that its items are told apart all the same.
pub fn base(facts: &Facts) -> String {
    let slug = if facts.slug.is_empty() { "campaign" } else { &facts.slug };
    if facts.base_url.is_empty() { format!("https://{slug}.invalid") } else { facts.base_url.clone() }
}

/// An address below the site as an absolute one.
pub fn absolute(facts: &Facts, path: &str) -> String {
    format!("{}/{path}", base(facts))
}

/// Where the pages in a language begin: the first language has the root.
pub fn root(facts: &Facts, language: &str) -> String {
    match facts.languages.first() {
        Some(first) if first != language && facts.languages.iter().any(|known| known == language) => {
            format!("{}/", part(language))
        }
        _ => String::new(),
    }
}

/// An asset's page.
pub fn asset(name: &str) -> String {
    format!("asset/{}/", part(name))
}

/// The ninjs item of a version.
pub fn item(asset: &str, version: u32) -> String {
    format!("ninjs/{}/v{version:02}.json", part(asset))
}

/// A record's page, in the pages of a language.
pub fn record(root: &str, table: &str, key: &str) -> String {
    format!("{root}record/{}/{}/", part(table), part(key))
}

/// A release's page, in the pages of a language.
pub fn release(root: &str, name: &str) -> String {
    format!("{root}release/{}/", part(name))
}

/// A notice in the ledger of corrections, in the pages of a language.
pub fn notice(root: &str, number: u64) -> String {
    format!("{root}corrections/#n{number}")
}

/// What a short code answers; none for what is no code.
pub fn code(code: &str) -> Option<String> {
    let sound = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    sound.then(|| format!("c/{code}/"))
}

/// A released file. The address has the start of its SHA-256 and never gives other bytes.
pub fn file(file: &ReleasedFile) -> String {
    format!("f/{}/{}", short(file), file.name)
}

/// The small picture made of a released file.
pub fn preview(file: &ReleasedFile) -> String {
    format!("p/{}-{PREVIEW}.jpg", short(file))
}

/// The start of a file's SHA-256.
fn short(file: &ReleasedFile) -> String {
    file.sha256.chars().take(SHORT).collect()
}

/// A name as one part of an address: what had to be folded carries the start of its digest and so stays apart.
pub fn part(name: &str) -> String {
    let sound = !name.is_empty()
        && name.len() <= 120
        && name.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_'));
    if sound {
        return name.to_owned();
    }
    let mark: String = Digest::of(name.as_bytes()).to_string().chars().take(8).collect();
    format!("{}-{mark}", fold(name)).trim_start_matches('-').to_owned()
}

/// Table, key and column of a cell's identity; a key may have slashes in it.
pub fn cell(cell: &str) -> Option<(&str, &str, &str)> {
    let (table, rest) = cell.split_once('/')?;
    let (key, column) = rest.rsplit_once('/')?;
    (!table.is_empty() && !key.is_empty()).then_some((table, key, column))
}

/// The media type of a file.
pub fn media_type(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Png => "image/png",
        Encoding::Jpeg => "image/jpeg",
        Encoding::Webp => "image/webp",
        Encoding::Avif => "image/avif",
        Encoding::Tiff => "image/tiff",
        Encoding::Svg => "image/svg+xml",
        Encoding::Pdf => "application/pdf",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_leaves_its_folder_and_none_takes_anothers_place() {
        for name in ["../..", "a/b", "", ".htaccess", "Đồng Nai", "đồng nai", "a b", "a%2f", "A"] {
            let part = part(name);
            assert!(!part.is_empty() && !part.starts_with('.') && !part.contains(['/', '%', ' ']), "{part}");
            assert_ne!(part, super::part("dong-nai"));
        }
        assert_ne!(part("Đồng Nai"), part("đồng nai"));
        assert_eq!(part("cds_unit-card_x_vi"), "cds_unit-card_x_vi");
        assert_eq!(cell("units/a/b/score"), Some(("units", "a/b", "score")));
        assert_eq!(code("../x"), None);
    }
}
