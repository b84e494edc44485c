//! Plain SVG inside a page: fragments, marks and icons, their tokens resolved.

use std::fmt::Write;

use roxmltree::{Document, Node};

use super::NAMESPACE;
use super::attributes::Attributes;
use super::block::{BoxStyle, Content, MarkRoom};
use super::length::Length;
use super::scene::Scene;
use crate::color::Color;
use crate::diagnostic::{Diagnostic, Findings, Span};
use crate::units::Rect;

/// Elements that a fragment may not have: they run, load or move, or bring text past the layout.
const REFUSED: [&str; 10] = [
    "script",
    "foreignObject",
    "text",
    "tspan",
    "animate",
    "animateTransform",
    "animateMotion",
    "set",
    "style",
    "image",
];
/// Numbers that a filter's cost grows with, and how large they may be; radii are in units of the `viewBox`.
const BOUNDED: [(&str, f32); 4] = [("numOctaves", 4.0), ("stdDeviation", 500.0), ("radius", 50.0), ("order", 9.0)];
/// Most elements within each other; deeper drawings would exhaust the stack of whatever draws them.
const MAX_DEPTH: usize = 64;

/// A nested `<svg>`: needs a `viewBox` and a size.
pub(super) fn plain(
    node: Node,
    attributes: &Attributes,
    scene: &Scene,
    style: &mut BoxStyle,
) -> Result<Content, Diagnostic> {
    let view_box = view_box(node, &attributes.span)?;
    let sized = style.size != [Length::Auto; 2] || style.grow > 0.0 || attributes.get("fit") == Some("cover");
    if !sized {
        return Err(Diagnostic::error("MB0716").at(attributes.span.clone()).hint("hint"));
    }
    if style.size.contains(&Length::Auto) && style.ratio.is_none() && attributes.get("fit").is_none() {
        style.ratio = Some(view_box.width / view_box.height);
    }
    let mut xml = String::new();
    for child in node.children() {
        Writing { scene, span: &attributes.span, color: None }.node(child, 1, &mut xml)?;
    }
    let cover = attributes.get("fit") == Some("cover");
    Ok(Content::Fragment { xml, view_box, mark: None, clip: attributes.get("clip") != Some("false"), cover })
}

/// A mark of the kit, by its name (`main` unless said).
pub(super) fn mark(attributes: &Attributes, scene: &Scene) -> Result<Content, Diagnostic> {
    let name = attributes.get("mark").unwrap_or("main");
    let mark = scene.brand.marks.get(name).ok_or_else(|| {
        Diagnostic::error("MB0717")
            .arg("mark", name)
            .at(attributes.span.clone())
            .suggest(name, scene.brand.marks.keys().map(String::as_str))
    })?;
    let (xml, view_box) = drawing(&mark.svg, None, scene, &Span::whole(mark.path.as_str()))?;
    let room = MarkRoom { clear: mark.clear_space, min_height: mark.min_height * scene.format.rem };
    Ok(Content::Fragment { xml, view_box, mark: Some(room), clip: false, cover: false })
}

/// An icon of the kit, drawn in one colour.
pub(super) fn icon(attributes: &Attributes, scene: &Scene, findings: &mut Findings) -> Result<Content, Diagnostic> {
    let name = attributes.get("icon").unwrap_or_default();
    let icon = scene.brand.icons.get(name).ok_or_else(|| {
        Diagnostic::error("MB0718")
            .arg("icon", name)
            .at(attributes.span.clone())
            .suggest(name, scene.brand.icons.keys().map(String::as_str))
    })?;
    let color = attributes.read("color", findings, |text| scene.color(text, &attributes.span));
    let color = match color {
        Some(color) => color,
        None => scene.color("{color.ink}", &attributes.span)?,
    };
    let (xml, view_box) = drawing(icon, Some(color), scene, &attributes.span)?;
    Ok(Content::Fragment { xml, view_box, mark: None, clip: false, cover: false })
}

/// An SVG file's children and coordinates; `currentColor` becomes `color`.
fn drawing(svg: &str, color: Option<Color>, scene: &Scene, span: &Span) -> Result<(String, Rect), Diagnostic> {
    let document =
        Document::parse(svg).map_err(|error| Diagnostic::error("MB0701").arg("error", error).at(span.clone()))?;
    let root = document.root_element();
    let view_box = view_box(root, span)?;
    let mut xml = String::from("<g");
    for attribute in root.attributes().filter(|a| !["viewBox", "width", "height", "class"].contains(&a.name())) {
        write_attribute(attribute.name(), attribute.value(), scene, span, color, &mut xml)?;
    }
    xml.push('>');
    for child in root.children() {
        Writing { scene, span, color }.node(child, 1, &mut xml)?;
    }
    xml.push_str("</g>");
    Ok((xml, view_box))
}

/// A `viewBox` of four numbers with a size above zero.
fn view_box(node: Node, span: &Span) -> Result<Rect, Diagnostic> {
    let numbers: Vec<f32> = node
        .attribute("viewBox")
        .unwrap_or_default()
        .split([' ', ','])
        .filter(|part| !part.is_empty())
        .filter_map(|part| part.parse().ok())
        .filter(|n: &f32| n.is_finite())
        .collect();
    match numbers[..] {
        [x, y, width, height] if width > 0.0 && height > 0.0 => Ok(Rect::new(x, y, width, height)),
        _ => Err(Diagnostic::error("MB0719").at(span.clone()).hint("hint")),
    }
}

/// How a drawing is written again.
struct Writing<'a> {
    /// The surroundings.
    scene: &'a Scene<'a>,
    /// The drawing's place.
    span: &'a Span,
    /// What `currentColor` is.
    color: Option<Color>,
}

impl Writing<'_> {
    /// Writes an element and those inside, their tokens resolved; the root's children have depth 1.
    fn node(&self, node: Node, depth: usize, out: &mut String) -> Result<(), Diagnostic> {
        if !node.is_element() {
            return Ok(());
        }
        let name = node.tag_name().name();
        if REFUSED.contains(&name) {
            let refused = Diagnostic::error("MB0720").arg("element", name).at(self.span.clone());
            return Err(refused.hint("hint"));
        }
        if depth > MAX_DEPTH {
            return Err(Diagnostic::error("MB0725").arg("depth", MAX_DEPTH).at(self.span.clone()).hint("hint"));
        }
        let _ = write!(out, "<{name}");
        // The layout's own attributes are its stamps.
        for attribute in node.attributes().filter(|a| a.namespace() != Some(NAMESPACE)) {
            self.bounded(attribute.name(), attribute.value())?;
            write_attribute(attribute.name(), attribute.value(), self.scene, self.span, self.color, out)?;
        }
        out.push('>');
        for child in node.children() {
            self.node(child, depth + 1, out)?;
        }
        let _ = write!(out, "</{name}>");
        Ok(())
    }

    /// Refuses a number of a filter that would take hours or gigabytes (`MB0722`).
    fn bounded(&self, name: &str, value: &str) -> Result<(), Diagnostic> {
        let Some((_, limit)) = BOUNDED.iter().find(|(bounded, _)| *bounded == name) else { return Ok(()) };
        let numbers = value.split([' ', ',', '\t', '\n', '\r']).filter(|part| !part.is_empty());
        if numbers.map(str::parse::<f32>).all(|number| number.is_ok_and(|number| number.abs() <= *limit)) {
            return Ok(());
        }
        Err(Diagnostic::error("MB0722").arg("attribute", name).arg("limit", limit).at(self.span.clone()))
    }
}

/// Writes an attribute; `{token}` colours are resolved, references may only point into the drawing.
fn write_attribute(
    name: &str,
    value: &str,
    scene: &Scene,
    span: &Span,
    color: Option<Color>,
    out: &mut String,
) -> Result<(), Diagnostic> {
    let refused = name.starts_with("on")
        || (name == "href" && !value.starts_with('#'))
        || (value.contains("url(") && !value.replace(' ', "").contains("url(#"));
    if refused {
        return Err(Diagnostic::error("MB0721")
            .arg("attribute", name)
            .arg("value", value)
            .at(span.clone())
            .hint("hint"));
    }
    if name == "style" {
        return Err(Diagnostic::error("MB0720").arg("element", "style").at(span.clone()).hint("hint"));
    }
    if value.starts_with('{') {
        let token = scene.color(value, span)?;
        let _ = write!(out, " {name}=\"{token}\"");
        if token.alpha < 1.0 {
            let opacity = if name == "stop-color" { "stop-opacity".to_owned() } else { format!("{name}-opacity") };
            let _ = write!(out, " {opacity}=\"{}\"", token.alpha);
        }
    } else if let ("currentColor", Some(color)) = (value, color) {
        let _ = write!(out, " {name}=\"{color}\"");
    } else {
        let _ = write!(out, " {name}=\"{}\"", escape(value));
    }
    Ok(())
}

/// An attribute's text as XML.
fn escape(value: &str) -> String {
    value.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
