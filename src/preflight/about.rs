//! What an asset says about itself: an alt text that describes it, lengths that archives keep.

use super::Subject;
use crate::diagnostic::Diagnostic;

/// Most bytes of a headline that old archives keep (IPTC IIM 4.2, dataset 2:105).
const HEADLINE_BYTES: usize = 256;
/// Most characters of an alt text: IPTC's advice to keep it within 250, and to put more into an extended description.
const ALT_TEXT: usize = 250;

/// Alt texts that would be true of any picture.
const EMPTY_WORDS: [&str; 14] = [
    "hình",
    "ảnh",
    "hình ảnh",
    "hình minh họa",
    "biểu đồ",
    "áp phích",
    "image",
    "picture",
    "photo",
    "illustration",
    "chart",
    "infographic",
    "poster",
    "banner",
];

/// An alt text that is missing or only repeats a name (`MB0820`), and words too long for archives (`MB0821`).
pub(super) fn words(subject: &Subject) -> Vec<Diagnostic> {
    let job = subject.job;
    let mut found = Vec::new();
    let about = |code, language: &str| {
        let diagnostic = Diagnostic::warning(code).arg("product", &job.product.name).arg("language", language);
        diagnostic.at(job.product.span.clone()).hint("hint")
    };
    if says_nothing(subject) {
        found.push(about("MB0820", &job.language));
    }
    let (headline, alt_text) = (subject.headline.len(), subject.alt_text.chars().count());
    if headline > HEADLINE_BYTES {
        let finding = about("MB0821", &job.language).arg("what", "headline");
        found.push(finding.arg("length", headline).arg("most", HEADLINE_BYTES));
    }
    if alt_text > ALT_TEXT {
        found.push(about("MB0821", &job.language).arg("what", "alt").arg("length", alt_text).arg("most", ALT_TEXT));
    }
    found
}

/// Whether an alt text tells a reader who cannot see the picture no more than its name does.
fn says_nothing(subject: &Subject) -> bool {
    let job = subject.job;
    let text = subject.alt_text.trim().to_lowercase();
    let stem = job.stem.rsplit('/').next().unwrap_or_default().to_lowercase();
    let endings = [".png", ".jpg", ".jpeg", ".webp", ".avif", ".tif", ".tiff", ".svg", ".pdf"];
    let file = endings.iter().any(|ending| text.ends_with(ending));
    text.is_empty()
        || EMPTY_WORDS.contains(&text.trim_end_matches('.'))
        || text == subject.headline.trim().to_lowercase()
        || text == job.asset.to_lowercase()
        || text == stem
        || file
}
