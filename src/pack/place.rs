//! Where a file lies in a pack: a folder for each use, and names that every system can hold.

use std::collections::BTreeSet;

use crate::digest::Digest;
use crate::encode::Encoding;
use crate::format::Use;
use crate::release::ReleasedFile;

/// The longest name of a file.
const LONGEST: usize = 100;
/// Texts for the newsroom.
pub(super) const NEWS: &str = "01_tin";
/// Pictures for the web.
pub(super) const WEB: &str = "02_anh/web";
/// Data.
pub(super) const DATA: &str = "04_so-lieu";
/// Licence and contact.
pub(super) const LICENCE: &str = "06_giay-phep-lien-he";
/// What programs read.
pub(super) const META: &str = "meta";

/// The folder for a use, by a picture's proportions where one use has two.
pub(super) fn folder(usage: Option<Use>, file: &ReleasedFile) -> &'static str {
    let (width, height) = (u64::from(file.width), u64::from(file.height));
    match usage {
        Some(Use::Print) => "02_anh/bao-in",
        Some(Use::Large) => "03_pano",
        Some(Use::Led) => "02_anh/man-hinh-led",
        Some(Use::Social) => "02_anh/zalo-facebook",
        // What fills a television's picture and has enough lines for it.
        Some(Use::Screen) if width * 9 == height * 16 && height >= 720 => "02_anh/truyen-hinh",
        Some(Use::Screen) | None => WEB,
    }
}

/// Whether a mini pack may have a file of a use: what a page or a phone shows.
pub(super) fn is_for_web(usage: Option<Use>, encoding: Encoding) -> bool {
    matches!(usage, Some(Use::Social | Use::Screen) | None) && encoding.is_for_screens()
}

/// Words as a name: small letters without marks, digits, dashes, underlines and dots.
pub(super) fn plain(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;
    let mut out = String::with_capacity(name.len());
    for letter in name.nfd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase) {
        match letter {
            'đ' => out.push('d'),
            'a'..='z' | '0'..='9' | '_' | '.' => out.push(letter),
            _ if out.ends_with('-') => {}
            _ => out.push('-'),
        }
    }
    let trimmed = out.trim_matches(['-', '.']);
    if trimmed.is_empty() { "tep".to_owned() } else { trimmed.to_owned() }
}

/// A name cut to a length, with digits of the whole one in place of what is lost.
pub(super) fn short(name: &str, longest: usize) -> String {
    if name.len() <= longest {
        return name.to_owned();
    }
    let digest: String = Digest::of(name.as_bytes()).to_string().chars().take(8).collect();
    let kept: String = name.chars().take(longest.saturating_sub(9)).collect();
    format!("{}-{digest}", kept.trim_end_matches(['-', '_', '.']))
}

/// A file's name that every system can hold, its ending kept.
fn fitted(name: &str) -> String {
    let name = plain(name);
    match name.rsplit_once('.') {
        Some((stem, ending)) if name.len() > LONGEST && ending.len() < 8 => {
            format!("{}.{ending}", short(stem, LONGEST - ending.len() - 1))
        }
        _ => short(&name, LONGEST),
    }
}

/// Paths that were given away; no two are the same even where letters are not told apart by their size.
#[derive(Debug, Default)]
pub(super) struct Paths(BTreeSet<String>);

impl Paths {
    /// The path of a file in a folder; the folders in its own name are kept.
    pub(super) fn give(&mut self, folder: &str, name: &str) -> String {
        let parts: Vec<String> = name.split('/').filter(|part| !part.is_empty()).map(fitted).collect();
        let path = std::iter::once(folder.to_owned()).chain(parts).collect::<Vec<_>>().join("/");
        let mut free = path.clone();
        let mut number = 2;
        while !self.0.insert(free.to_lowercase()) {
            let (stem, ending) = path.rsplit_once('.').unwrap_or((&path, "bin"));
            free = format!("{stem}-{number}.{ending}");
            number += 1;
        }
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain_short_and_unique() {
        let mut paths = Paths::default();
        assert_eq!(paths.give("04_so-lieu", "Đơn vị/Số liệu Quý III.XLSX"), "04_so-lieu/don-vi/so-lieu-quy-iii.xlsx");
        assert_eq!(paths.give("a", "x.png"), "a/x.png");
        assert_eq!(paths.give("A", "X.png"), "A/x-2.png", "folders that differ in size of letters are one");
        assert_eq!(paths.give("a", "../../etc/passwd"), "a/tep/tep/etc/passwd", "no way out of the folder");
        let long = paths.give("a", &format!("{}.png", "é".repeat(300)));
        assert_eq!(long.len(), "a/".len() + 100);
        assert!(long.ends_with(".png") && long.is_ascii());
        assert_ne!(long, paths.give("a", &format!("{}.png", "é".repeat(301))));
    }

    #[test]
    fn a_mini_pack_has_what_a_browser_shows() {
        let of = |usage| Encoding::ALL.into_iter().filter(|encoding| is_for_web(usage, *encoding)).collect::<Vec<_>>();
        let shown = [Encoding::Png, Encoding::Jpeg, Encoding::Webp, Encoding::Avif];
        assert_eq!(
            (of(Some(Use::Social)), of(Some(Use::Screen)), of(None)),
            (shown.into(), shown.into(), shown.into())
        );
        assert!(of(Some(Use::Print)).is_empty());
    }

    #[test]
    fn each_use_has_its_folder() {
        let file = |width, height| ReleasedFile {
            name: String::new(),
            format: String::new(),
            encoding: Encoding::Png,
            page: 1,
            width,
            height,
            bytes: 0,
            content: Digest::of(b""),
            sha256: String::new(),
        };
        for (usage, width, height, expected) in [
            (Some(Use::Print), 100, 200, "02_anh/bao-in"),
            (Some(Use::Large), 100, 200, "03_pano"),
            (Some(Use::Led), 320, 32, "02_anh/man-hinh-led"),
            (Some(Use::Social), 1080, 1350, "02_anh/zalo-facebook"),
            (Some(Use::Screen), 1920, 1080, "02_anh/truyen-hinh"),
            (Some(Use::Screen), 160, 90, "02_anh/web"),
            (Some(Use::Screen), 1080, 2400, "02_anh/web"),
            (None, 10, 10, "02_anh/web"),
        ] {
            assert_eq!(folder(usage, &file(width, height)), expected);
        }
    }
}
