//! The SVG of a mark or an icon: what it may hold, and the colours it takes from the theme.

use std::collections::BTreeMap;

use roxmltree::{Attribute, Document, Node, ParsingOptions};

use super::token::{Theme, Token};
use crate::color::Color;
use crate::diagnostic::{Diagnostic, Findings};
use crate::source::Source;

/// Most elements, attributes and texts of a drawing.
const MOST_NODES: u32 = 100_000;
/// Most elements within each other: what draws them goes as deep as they do.
const DEEPEST: usize = 64;
/// SVG's namespace.
const SVG: &str = "http://www.w3.org/2000/svg";
/// Elements that a mark may not hold: letters must be paths, and nothing may move or act.
const REFUSED: [&str; 14] = [
    "text",
    "tspan",
    "textPath",
    "tref",
    "font",
    "font-face",
    "script",
    "foreignObject",
    "iframe",
    "animate",
    "animateTransform",
    "animateMotion",
    "set",
    "a",
];

/// A colour as SVG writes it.
pub(super) fn paint(color: Color) -> String {
    let alpha = Color { red: color.alpha, ..Color::BLACK }.to_string();
    match alpha.get(1..3) {
        Some(digits) if digits != "ff" => format!("{color}{digits}"),
        _ => color.to_string(),
    }
}

/// Checks a drawing and gives its width divided by its height.
pub(super) fn check(source: &Source, themes: &BTreeMap<String, Theme>, findings: &mut Findings) -> Option<f32> {
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = match Document::parse_with_options(&source.text, options) {
        Ok(document) => document,
        Err(error) => {
            let at = error.pos();
            let span = crate::diagnostic::Span::text(source.name.clone(), at.row, at.col, 0);
            // The words of the error end in the place, which stands in the span.
            let words = error.to_string();
            let reason = words.rsplit_once(" at ").map_or(words.as_str(), |(reason, _)| reason);
            findings.push(Diagnostic::error("MB0354").arg("reason", reason).at(span));
            return None;
        }
    };
    if let Some(node) = too_deep(&document) {
        let deep = Diagnostic::error("MB0359").arg("limit", DEEPEST).at(source.span(head(source, node)));
        findings.push(deep.hint("hint"));
        return None;
    }
    for node in document.descendants().filter(Node::is_element) {
        check_element(source, node, findings);
        for attribute in node.attributes() {
            check_attribute(source, node, &attribute, findings);
            check_colors(source, &attribute, themes, findings);
        }
    }
    let root = document.root_element();
    if root.tag_name().name() != "svg" || root.tag_name().namespace() != Some(SVG) {
        let wrong = Diagnostic::error("MB0354").arg("reason", "<svg xmlns=\"http://www.w3.org/2000/svg\">");
        findings.push(wrong.at(source.span(head(source, root))));
        return None;
    }
    let aspect = root.attribute("viewBox").and_then(aspect);
    if aspect.is_none() {
        findings.push(Diagnostic::error("MB0355").at(source.span(head(source, root))).hint("hint"));
    }
    aspect
}

/// The first element that lies too deep.
fn too_deep<'a>(document: &'a Document<'_>) -> Option<Node<'a, 'a>> {
    let mut level: Vec<Node<'_, '_>> = vec![document.root_element()];
    for _ in 0..DEEPEST {
        level = level.iter().flat_map(Node::children).filter(Node::is_element).collect();
    }
    level.first().copied()
}

/// Width divided by height of a viewBox.
fn aspect(view_box: &str) -> Option<f32> {
    let split = view_box.split([' ', ',', '\t', '\n', '\r']).filter(|part| !part.is_empty());
    let numbers: Vec<f32> = split.map(str::parse).collect::<Result<_, _>>().ok()?;
    let [x, y, width, height] = numbers.try_into().ok()?;
    let good = [x, y, width, height].iter().all(|n: &f32| n.is_finite()) && width > 0.0 && height > 0.0;
    good.then_some(width / height).filter(|aspect| aspect.is_finite() && *aspect > 0.0)
}

/// The byte range of an element's first line, for its place.
fn head(source: &Source, node: Node<'_, '_>) -> std::ops::Range<usize> {
    let range = node.range();
    let tag =
        source.text.get(range.clone()).and_then(|text| text.find('>')).map_or(range.end, |at| range.start + at + 1);
    range.start..tag
}

/// Reports an element that a mark may not hold.
fn check_element(source: &Source, node: Node<'_, '_>, findings: &mut Findings) {
    let name = node.tag_name().name();
    if REFUSED.contains(&name) {
        let refused = Diagnostic::error("MB0356").arg("element", name).at(source.span(head(source, node)));
        findings.push(refused.hint("hint"));
    }
    if name == "style" {
        let css: String = node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect();
        if css.to_ascii_lowercase().contains("@import") || leaves(&css) {
            findings.push(Diagnostic::error("MB0357").arg("target", "<style>").at(source.span(head(source, node))));
        }
    }
}

/// Reports an attribute that acts, or that reaches outside the drawing.
fn check_attribute(source: &Source, node: Node<'_, '_>, attribute: &Attribute<'_, '_>, findings: &mut Findings) {
    let (name, value) = (attribute.name(), attribute.value().trim());
    let place = || source.span(attribute.range());
    if name.starts_with("on") {
        findings.push(Diagnostic::error("MB0356").arg("element", name).at(place()).hint("hint"));
    }
    let picture = node.tag_name().name() == "image"
        && ["data:image/png", "data:image/jpeg", "data:image/webp"].iter().any(|kind| value.starts_with(kind));
    if (name == "href" && !value.starts_with('#') && !picture) || leaves(value) {
        let short: String = value.chars().take(60).collect();
        findings.push(Diagnostic::error("MB0357").arg("target", short).at(place()));
    }
}

/// Whether a `url(…)` in a value names anything but a part of the same drawing.
fn leaves(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    lower.split("url(").skip(1).any(|target| !target.trim_start_matches([' ', '\t', '\n', '"', '\'']).starts_with('#'))
}

/// Reports theme colours that some theme lacks.
fn check_colors(
    source: &Source,
    attribute: &Attribute<'_, '_>,
    themes: &BTreeMap<String, Theme>,
    findings: &mut Findings,
) {
    for part in attribute.value().split('{').skip(1) {
        let Some((path, _)) = part.split_once('}') else { continue };
        let lacking: Vec<&str> =
            themes.values().filter(|theme| theme.color(path).is_none()).map(|theme| theme.name.as_str()).collect();
        let Some(theme) = lacking.first().and_then(|name| themes.get(*name)) else { continue };
        let colors =
            theme.tokens.iter().filter(|(_, token)| matches!(token, Token::Color(_))).map(|(path, _)| path.as_str());
        let unknown = Diagnostic::error("MB0358").arg("token", path).arg("themes", lacking.join(", "));
        findings.push(unknown.at(source.span(attribute.range())).suggest(path, colors));
    }
}
