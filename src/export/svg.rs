//! The SVG rendition: the outlines, with their size, a name for readers aloud, and the metadata inside.

use std::ops::Range;

use anyhow::{Context as _, anyhow};
use roxmltree::{Document, Node};

use super::read_back;
use crate::diagnostic::Diagnostic;
use crate::encode::Encoding;
use crate::format::Format;
use crate::metadata::{Metadata, Packet};
use crate::paint::{ExportError, readable};
use crate::svg::Artwork;

/// The SVG namespace.
const SVG: &str = "http://www.w3.org/2000/svg";

/// Elements that a browser would run or load (SVG 2, chapters 14 and 15, and HTML's embedded content).
const ACTING: [&str; 7] = ["script", "foreignObject", "iframe", "audio", "video", "object", "embed"];

/// Writes the SVG file: in millimetres when the format has a size in them, else in pixels.
///
/// # Errors
/// What reading for painting refuses, `MB0912` for each part that acts or reaches out, `MB0913` for lost metadata.
pub(super) fn svg(
    artwork: &Artwork,
    format: &Format,
    metadata: &Metadata,
    packet: &Packet,
) -> Result<String, ExportError> {
    let text = artwork.outlines();
    let unreadable = |said: String| Diagnostic::error("MB0901").arg("said", said).hint("hint");
    let document = Document::parse(text).map_err(|error| unreadable(error.to_string()))?;
    let root = document.root_element();
    if !root.has_tag_name((SVG, "svg")) {
        return Err(unreadable(format!("its root is <{}>", root.tag_name().name())).into());
    }
    readable(artwork)?;
    still(&document)?;
    let tag = text.get(root.range()).context("the root's place")?;
    let name = prefixed_name(tag);
    let mut edits = sized(root, name, artwork, format);
    let prefix = name.split_once(':').map_or(String::new(), |(prefix, _)| format!("{prefix}:"));
    edits.push(inside(root, tag, name, &words(root, &prefix, metadata, &packet.text))?);
    let file = edited(text, edits).context("placing metadata in the SVG")?;
    read_back::vector(Encoding::Svg, packet, read_back::in_svg(&file))?;
    Ok(file)
}

/// Refuses what is more than a picture: rasters never show it, but an SVG file would carry it to its readers.
///
/// # Errors
/// `MB0912` for each script, foreign content, event handler, and address outside the file.
fn still(document: &Document<'_>) -> Result<(), ExportError> {
    let mut found = Vec::new();
    for node in document.descendants().filter(Node::is_element) {
        let element = node.tag_name().name();
        if ACTING.contains(&element) {
            found.push(format!("<{element}>"));
        }
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value().trim_start());
            let inside = value.starts_with('#') || value.starts_with("data:") || value.is_empty();
            let link = element == "a" && (value.starts_with("https://") || value.starts_with("http://"));
            let reaches = name == "href" && !inside && !link;
            if reaches || name.to_ascii_lowercase().starts_with("on") {
                found.push(format!("<{element} {name}>"));
            }
        }
    }
    if found.is_empty() {
        return Ok(());
    }
    let errors = found.into_iter().map(|part| Diagnostic::error("MB0912").arg("part", part).hint("hint"));
    Err(ExportError::Input(errors.collect()))
}

/// A replacement of a stretch of text; an empty stretch inserts.
type Edit = (Range<usize>, String);

/// Applies edits that do not overlap.
fn edited(text: &str, mut edits: Vec<Edit>) -> anyhow::Result<String> {
    edits.sort_by_key(|(range, _)| range.start);
    let mut result = String::with_capacity(text.len() + 4096);
    let mut at = 0;
    for (range, new) in edits {
        result.push_str(text.get(at..range.start).ok_or_else(|| anyhow!("edits overlap at byte {at}"))?);
        result.push_str(&new);
        at = range.end;
    }
    result.push_str(text.get(at..).unwrap_or_default());
    Ok(result)
}

/// Width and height as the format measures them, and the view box that keeps the drawing's own pixels.
fn sized(root: Node<'_, '_>, name: &str, artwork: &Artwork, format: &Format) -> Vec<Edit> {
    let (width, height) = (artwork.width, artwork.height);
    #[expect(clippy::cast_precision_loss, reason = "canvases are far below 2^24 pixels a side")]
    let lengths = match format.trim_mm {
        // The bleed lies beyond the trim, so the whole canvas is larger in the same measure.
        Some((mm_wide, mm_high)) if format.trim.width > 0.0 && format.trim.height > 0.0 => [
            format!("{}mm", rounded(width as f32 * mm_wide / format.trim.width)),
            format!("{}mm", rounded(height as f32 * mm_high / format.trim.height)),
        ],
        _ => [width.to_string(), height.to_string()],
    };
    let mut edits = Vec::new();
    let mut added = String::new();
    for (side, value) in ["width", "height"].into_iter().zip(lengths) {
        match root.attribute_node(side) {
            Some(attribute) => edits.push((attribute.range_value(), value)),
            None => added.push_str(&format!(" {side}=\"{value}\"")),
        }
    }
    if root.attribute("viewBox").is_none() {
        added.push_str(&format!(" viewBox=\"0 0 {width} {height}\""));
    }
    let after_name = root.range().start + 1 + name.len();
    edits.push((after_name..after_name, added));
    edits
}

/// Millimetres to a thousandth, so that a length prints short.
fn rounded(mm: f32) -> f64 {
    (f64::from(mm) * 1000.0).round() / 1000.0
}

/// What is put first inside the root: title and description for readers aloud, and the XMP packet.
fn words(root: Node<'_, '_>, prefix: &str, metadata: &Metadata, packet: &str) -> String {
    let mut words = String::new();
    for (name, text) in [("title", &metadata.headline), ("desc", &metadata.alt_text)] {
        let there = root.children().any(|child| child.has_tag_name((SVG, name)));
        if !there && !text.is_empty() {
            words.push_str(&format!("<{prefix}{name}>{}</{prefix}{name}>", escaped(text)));
        }
    }
    // The packet's wrapper is for programs that scan bytes; inside XML its content is enough.
    let body = packet.split_once("?>").map_or(packet, |(_, body)| body);
    let body = body.rsplit_once("<?xpacket").map_or(body, |(body, _)| body);
    words.push_str(&format!("<{prefix}metadata>{body}</{prefix}metadata>"));
    words
}

/// Text for an element.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'.. => safe.push(c),
            _ => {}
        }
    }
    safe
}

/// The edit that puts text first inside the root, whose whole text is `tag` and whose name is `name`.
fn inside(root: Node<'_, '_>, tag: &str, name: &str, words: &str) -> anyhow::Result<Edit> {
    let range = root.range();
    if let Some(first) = root.first_child() {
        let at = first.range().start;
        return Ok((at..at, words.to_owned()));
    }
    if tag.ends_with("/>") {
        return Ok((range.end - 2..range.end, format!(">{words}</{name}>")));
    }
    let at = range.start + tag.rfind("</").context("the root's end")?;
    Ok((at..at, words.to_owned()))
}

/// An element's name as its tag writes it.
fn prefixed_name(tag: &str) -> &str {
    let name = tag.trim_start_matches('<');
    name.split(|c: char| c.is_whitespace() || c == '/' || c == '>').next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::{artwork, codes, format, metadata};
    use crate::metadata::{FileFacts, packet};
    use crate::svg::Drawing;

    /// The file of an artwork, with the tests' metadata.
    fn svg(artwork: &Artwork, format: &Format) -> Result<String, ExportError> {
        super::svg(artwork, format, &metadata(), &packet(&metadata(), FileFacts::of_page(0)))
    }

    /// An artwork of some outlines.
    fn drawn(outlines: &str) -> Artwork<'static> {
        let drawing = Drawing::Written { outlines: outlines.to_owned(), live: String::new() };
        Artwork { drawing, ..artwork(60, 30) }
    }

    /// The file made of some outlines, read again.
    fn made(outlines: &str, format: &Format) -> String {
        let file = svg(&drawn(outlines), format).unwrap();
        Document::parse(&file).unwrap();
        file
    }

    #[test]
    fn any_shape_of_root_takes_size_and_metadata() {
        for outlines in [
            r#"<svg xmlns="http://www.w3.org/2000/svg"/>"#,
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="1" viewBox="0 0 60 30"></svg>"#,
            r#"<?xml version="1.0"?><!-- a > b --><svg xmlns="http://www.w3.org/2000/svg" height='9'><!--x--><g/></svg>"#,
            r#"<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:g/></s:svg>"#,
        ] {
            let file = made(outlines, &format());
            let document = Document::parse(&file).unwrap();
            let root = document.root_element();
            assert_eq!(root.attribute("width"), Some("60"), "{file}");
            assert_eq!(root.attribute("height"), Some("30"));
            assert_eq!(root.attribute("viewBox"), Some("0 0 60 30"));
            let first: Vec<_> = root.children().map(|child| child.tag_name().name()).take(3).collect();
            assert_eq!(first, ["title", "desc", "metadata"]);
            assert!(root.children().take(3).all(|child| child.tag_name().namespace() == Some(SVG)));
        }
    }

    #[test]
    fn a_surface_of_known_size_is_in_millimetres_with_its_bleed() {
        let format = Format { trim_mm: Some((100.0, 40.0)), ..format() };
        let file = made(r#"<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"/>"#, &format);
        // 50 × 20 pixels of trim, 5 of bleed on each side: 2 mm to the pixel.
        assert!(file.contains(r#"width="120mm" height="60mm""#), "{file}");
    }

    #[test]
    fn what_is_not_svg_is_refused() {
        for outlines in ["", "<svg", "<html/>", "<svg/>", "đ"] {
            let refused = svg(&drawn(outlines), &format());
            assert!(matches!(refused, Err(ExportError::Input(found)) if found[0].code == "MB0901"), "{outlines}");
        }
    }

    #[test]
    fn a_title_already_there_is_kept_alone() {
        let file = made(r#"<svg xmlns="http://www.w3.org/2000/svg"><title>own</title></svg>"#, &format());
        assert_eq!(file.matches("<title>").count(), 1);
    }

    #[test]
    fn what_acts_or_reaches_out_is_refused() {
        let code = |inside: &str| {
            let outlines = format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{inside}</svg>");
            codes(svg(&drawn(&outlines), &format()))
        };
        assert_eq!(code("<script>1</script><g onclick='1'/>"), ["MB0912", "MB0912"]);
        assert_eq!(code("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>"), ["MB0912"]);
        assert_eq!(code("<a href='javascript:1'/>"), ["MB0912"]);
        assert_eq!(code("<use href='other.svg#x'/>"), ["MB0912"]);
        assert_eq!(code("<image href='https://example.org/a.png'/>"), ["MB0902"]);
        let linked = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><a href='https://example.org'/></svg>";
        made(linked, &format());
    }
}
