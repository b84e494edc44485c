//! Words for those who cannot see the picture: what was said of it, and what is drawn in it, in reading order.
//!
//! In: metadata with the words that campaign and template give, the markup, its frames. Out: metadata in which caption,
//! alt text and long description are whole. Words that nobody wrote are made of those that are drawn, so that they can
//! neither miss a number of the picture nor have another one.

use roxmltree::{Document, Node, ParsingOptions};

use super::Metadata;
use crate::frame::{Frame, Item};
use crate::template::{Markup, strip_fences};

/// The namespace of our elements.
const NAMESPACE: &str = "urn:mocban:1";
/// Most nodes of a page, as the layout has it.
const MAX_NODES: u32 = 200_000;
/// About how many characters an alt text made of drawn words has: readers aloud do not pause in it.
const ALT_LENGTH: usize = 250;
/// About how many characters a long description has; file types bound what may be said of a picture.
const DESCRIPTION_LENGTH: usize = 6000;
/// Stands for what was left out.
const MORE: &str = " …";
/// The block that labels illustrative data.
const LABEL: &str = "text:illustrative";
/// The block that marks corrected figures.
const MARK: &str = "text:correction";

/// Something drawn, as it is read aloud.
struct Heard {
    /// The words.
    words: String,
    /// The same, bare.
    bare: String,
    /// Whether they are a datum of a chart.
    datum: bool,
}

/// Completes the words of a picture.
///
/// A caption or alt text of a picture of illustrative data or of corrected figures says so, whoever wrote it.
pub fn described(metadata: &Metadata, markup: &Markup, frames: &[Frame], illustrative: bool) -> Metadata {
    let drawn = drawn(markup, frames);
    let shown =
        [(illustrative, LABEL), (markup.correction.is_some(), MARK)].into_iter().filter(|(is_shown, _)| *is_shown);
    let labels: Vec<String> = shown.map(|(_, name)| label(frames, name)).collect();
    let whole = sentences(&metadata.headline, &drawn, &[], DESCRIPTION_LENGTH);
    let made = sentences(&metadata.headline, &drawn, &labels, ALT_LENGTH);
    let said = |words: &str| if words.is_empty() { made.clone() } else { labelled(words, &labels) };
    let (caption, alt_text) = (said(&metadata.caption), said(&metadata.alt_text));
    let description = if bare(&whole) == bare(&alt_text) { String::new() } else { whole };
    Metadata { caption, alt_text, description, ..metadata.clone() }
}

/// Words with the labels that they do not have yet.
fn labelled(words: &str, labels: &[String]) -> String {
    labels.iter().fold(words.to_owned(), |words, label| {
        let has = bare(&words).contains(&bare(label));
        if has { words } else { joined(words, label) }
    })
}

/// The words of a label, as drawn on the first page that has them.
fn label(frames: &[Frame], name: &str) -> String {
    let on_page = |frame: &Frame| {
        let lines = frame.items.iter().filter_map(|item| match item {
            Item::Text(run) if frame.boxes.get(run.block).is_some_and(|b| b.name.ends_with(name)) => Some(&*run.text),
            _ => None,
        });
        lines.collect::<Vec<_>>().join(" ")
    };
    frames.iter().map(on_page).find(|words| !words.is_empty()).unwrap_or_default()
}

/// Headline, labels and drawn words as sentences, whole ones up to `length` characters.
fn sentences(headline: &str, drawn: &[Heard], labels: &[String], length: usize) -> String {
    let mut text = labelled(headline, labels);
    let said: Vec<String> = [headline, ""].into_iter().chain(labels.iter().map(String::as_str)).map(bare).collect();
    let (mut in_chart, mut count) = (false, text.chars().count() + MORE.chars().count());
    for heard in drawn.iter().filter(|heard| !said.contains(&heard.bare)) {
        let before = text.len();
        if in_chart && heard.datum {
            text.push_str("; ");
            text.push_str(&heard.words);
        } else {
            text = joined(text, &heard.words);
        }
        count += text.get(before..).map_or(0, |added| added.chars().count());
        if count > length {
            text.truncate(before);
            return text + MORE;
        }
        in_chart = heard.datum;
    }
    if text.ends_with(char::is_alphanumeric) {
        text.push('.');
    }
    text
}

/// A text with more words behind it: a sentence of their own, unless they go on with the one before.
fn joined(mut text: String, words: &str) -> String {
    if words.is_empty() {
        return text;
    }
    if !text.is_empty() {
        let ended = text.ends_with(['.', '!', '?', '…', ':', ';', ',']);
        let goes_on = words.starts_with(char::is_lowercase) || words.starts_with('#');
        text.push_str(if ended || goes_on { " " } else { ". " });
    }
    text.push_str(words);
    text
}

/// The texts and the data of charts that are drawn, in reading order.
fn drawn(markup: &Markup, frames: &[Frame]) -> Vec<Heard> {
    let options = ParsingOptions { nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    let Ok(document) = Document::parse_with_options(&markup.text, options) else { return Vec::new() };
    let seen = seen(frames);
    let mut drawn = Vec::new();
    for node in document.descendants().filter(|node| node.tag_name().namespace() == Some(NAMESPACE)) {
        let words = match node.tag_name().name() {
            "text" => words(node),
            "datum" => datum(node),
            _ => continue,
        };
        // What has no letter or digit is an ornament; what was left out for want of room is not in the picture.
        let datum = node.tag_name().name() == "datum";
        let bare = bare(&words);
        if (datum || shown(&seen, &bare)) && words.contains(char::is_alphanumeric) {
            drawn.push(Heard { words, bare, datum });
        }
    }
    drawn
}

/// One datum as a reader hears it: `label: value`.
fn datum(node: Node) -> String {
    let part = |name: &str| {
        let child = node.children().find(|child| child.tag_name().name() == name);
        child.map(words).unwrap_or_default()
    };
    let (label, value) = (part("label"), part("value"));
    match (label.is_empty(), value.is_empty()) {
        (false, false) => format!("{label}: {value}"),
        _ => label + &value,
    }
}

/// The words inside an element, a forced break as a space.
fn words(node: Node) -> String {
    let mut raw = String::new();
    for inner in node.descendants() {
        if inner.is_text() {
            raw.push_str(inner.text().unwrap_or_default());
        } else if inner.tag_name().name() == "br" {
            raw.push(' ');
        }
    }
    let is_space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r');
    strip_fences(&raw).split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// All that is drawn, bare.
pub(super) fn seen(frames: &[Frame]) -> String {
    let runs = frames.iter().flat_map(|frame| &frame.items).filter_map(|item| match item {
        Item::Text(run) => Some(bare(&run.text)),
        _ => None,
    });
    runs.collect()
}

/// Whether bare words stand among what is drawn, perhaps cut short by an ellipsis that the template asked for.
fn shown(seen: &str, words: &str) -> bool {
    let start = || words.chars().take(8).collect::<String>();
    seen.contains(words) || (seen.contains('…') && seen.contains(&start()))
}

/// Letters and digits without white space and capitals: how lines were broken does not matter.
pub(super) fn bare(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brand::FaceId;
    use crate::color::Color;
    use crate::digest::Digest;
    use crate::frame::TextRun;
    use crate::template::Said;
    use crate::units::Point;

    /// A page on which these lines are drawn.
    fn page(lines: &[&str]) -> Frame {
        let line = |text: &&str| {
            Item::Text(TextRun {
                text: (*text).to_owned(),
                origin: Point::default(),
                width: 0.0,
                face: FaceId(0),
                size: 10.0,
                tracking: 0.0,
                color: Color::BLACK,
                glyphs: Vec::new(),
                bound: Vec::new(),
                block: 0,
            })
        };
        Frame { items: lines.iter().map(line).collect(), ..Frame::default() }
    }

    /// Markup with this inside.
    fn markup(inside: &str) -> Markup {
        Markup {
            text: format!("<svg xmlns:m=\"urn:mocban:1\">{inside}</svg>"),
            bindings: Vec::new(),
            files: Vec::new(),
            template: "t".into(),
            allowed: Vec::new(),
            tables: Vec::new(),
            said: Said::default(),
            correction: None,
            digest: Digest::of(b""),
        }
    }

    /// Alt text and description of a picture that nobody described.
    fn told(inside: &str, lines: &[&str]) -> (String, String) {
        let metadata = Metadata { headline: "Kết quả quý".to_owned(), ..Metadata::default() };
        let described = described(&metadata, &markup(inside), &[page(lines)], false);
        assert_eq!(described.caption, described.alt_text);
        (described.alt_text, described.description)
    }

    #[test]
    fn what_is_drawn_is_told_in_reading_order_and_what_was_dropped_is_not() {
        let inside = "<m:text>KẾT QUẢ <m:span>quý</m:span></m:text><m:text>Bình quân<m:br/>toàn tỉnh</m:text>\
            <m:text>+3,5</m:text><m:text>điểm so với kỳ trước</m:text><m:text>bị bỏ</m:text><m:text>—</m:text>\
            <m:chart><m:datum><m:label>Bắc</m:label><m:value>71,5%</m:value></m:datum>\
            <m:datum><m:label>Nam</m:label><m:value>—</m:value></m:datum></m:chart>";
        let lines =
            ["KẾT QUẢ", "quý", "Bình quân", "toàn tỉnh", "+3,5", "điểm so", "với kỳ trước", "—", "Bắc", "71,5%"];
        let (alt, description) = told(inside, &lines);
        assert_eq!(alt, "Kết quả quý. Bình quân toàn tỉnh. +3,5 điểm so với kỳ trước. Bắc: 71,5%; Nam: —");
        assert_eq!(description, "", "the alt text says it all");
    }

    #[test]
    fn a_long_picture_has_a_short_alt_text_and_a_whole_description() {
        let data: String = (0..60)
            .map(|at| format!("<m:datum><m:label>Đơn vị {at}</m:label><m:value>{at},5%</m:value></m:datum>"))
            .collect();
        let (alt, description) = told(&format!("<m:chart>{data}</m:chart>"), &[]);
        assert!(alt.chars().count() <= ALT_LENGTH + 2 && alt.ends_with(" …"), "{alt}");
        assert!(alt.starts_with("Kết quả quý. Đơn vị 0: 0,5%; Đơn vị 1: 1,5%"), "{alt}");
        assert!(description.ends_with("Đơn vị 59: 59,5%"), "{description}");
    }
}
