//! Plain SVG inside a page: fragments, marks and icons, their tokens resolved.

use std::fmt::Write;

use roxmltree::{Document, Node};

use super::NAMESPACE;
use super::attributes::Attributes;
use super::block::{BoxStyle, Content, MarkRoom, proportion};
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
/// Height of an icon that is given no size, in rem.
const ICON: f32 = 1.5;
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
    index: usize,
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
    let copying = Copying { scene, span: &attributes.span, color: None, prefix: prefix(index) };
    for child in node.children() {
        copying.node(child, 1, &mut xml)?;
    }
    let cover = attributes.get("fit") == Some("cover");
    let edge =
        attributes.get("edge").map(|text| sides(text).ok_or_else(|| attributes.wrong("edge", text, "0% 3% 3% 0%")));
    let edge = edge.transpose()?;
    Ok(Content::Fragment { xml, view_box, mark: None, clip: attributes.get("clip") != Some("false"), cover, edge })
}

/// Four percentages: top, right, bottom, left.
fn sides(text: &str) -> Option<[f32; 4]> {
    let share = |part: &str| part.strip_suffix('%')?.parse::<f32>().ok().filter(|n| n.is_finite() && *n >= 0.0);
    let sides: Option<Vec<f32>> = text.split_whitespace().map(|part| Some(share(part)? / 100.0)).collect();
    sides?.try_into().ok()
}

/// A mark of the kit, by its name (`main` unless said).
pub(super) fn mark(
    attributes: &Attributes,
    scene: &Scene,
    style: &mut BoxStyle,
    index: usize,
) -> Result<Content, Diagnostic> {
    let name = attributes.get("mark").unwrap_or("main");
    let mark = scene.brand.marks.get(name).ok_or_else(|| {
        Diagnostic::error("MB0717")
            .arg("mark", name)
            .at(attributes.span.clone())
            .suggest(name, scene.brand.marks.keys().map(String::as_str))
    })?;
    let span = Span::whole(mark.path.as_str());
    let copying = Copying { scene, span: &span, color: None, prefix: prefix(index) };
    let (xml, view_box) = copying.drawing(&mark.svg)?;
    proportioned(style, proportion(&view_box, mark.clear_space));
    let room = MarkRoom { clear: mark.clear_space, min_height: mark.min_height * scene.format.rem };
    Ok(Content::Fragment { xml, view_box, mark: Some(room), clip: false, cover: false, edge: None })
}

/// An icon of the kit, drawn in one colour.
pub(super) fn icon(
    attributes: &Attributes,
    scene: &Scene,
    style: &mut BoxStyle,
    index: usize,
    findings: &mut Findings,
) -> Result<Content, Diagnostic> {
    let name = attributes.get("icon").unwrap_or_default();
    let color = attributes.read("color", findings, |text| scene.color(text, &attributes.span));
    let color = match color {
        Some(color) => color,
        None => scene.color("{color.ink}", &attributes.span)?,
    };
    let (xml, view_box) = colored(name, color, prefix(index), scene, &attributes.span)?;
    if style.size == [Length::Auto; 2] && style.grow == 0.0 {
        style.size[1] = Length::Px(ICON * scene.format.rem);
    }
    proportioned(style, proportion(&view_box, 0.0));
    Ok(Content::Fragment { xml, view_box, mark: None, clip: false, cover: false, edge: None })
}

/// The drawing of one of the kit's icons in a colour, and its coordinates.
///
/// # Errors
/// `MB0718` when the kit has no such icon.
pub(super) fn colored(
    name: &str,
    color: Color,
    prefix: String,
    scene: &Scene,
    span: &Span,
) -> Result<(String, Rect), Diagnostic> {
    let icon = scene.brand.icons.get(name).ok_or_else(|| {
        Diagnostic::error("MB0718")
            .arg("icon", name)
            .at(span.clone())
            .suggest(name, scene.brand.icons.keys().map(String::as_str))
    })?;
    Copying { scene, span, color: Some(color), prefix }.drawing(icon)
}

/// Gives a drawing its own proportions where one of its sizes is left open.
fn proportioned(style: &mut BoxStyle, ratio: f32) {
    if style.size.contains(&Length::Auto) && style.ratio.is_none() {
        style.ratio = Some(ratio);
    }
}

/// What the identifiers of one drawing begin with: two drawings of a page may use the same names.
pub(super) fn prefix(index: usize) -> String {
    format!("f{index}-")
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

/// Copies a drawing, its tokens resolved and its identifiers made its own.
struct Copying<'a> {
    /// The surroundings.
    scene: &'a Scene<'a>,
    /// The place to name.
    span: &'a Span,
    /// What `currentColor` becomes.
    color: Option<Color>,
    /// What identifiers begin with.
    prefix: String,
}

impl Copying<'_> {
    /// An SVG file's children and coordinates.
    fn drawing(&self, svg: &str) -> Result<(String, Rect), Diagnostic> {
        let document = Document::parse(svg)
            .map_err(|error| Diagnostic::error("MB0701").arg("error", error).at(self.span.clone()))?;
        let root = document.root_element();
        let view_box = view_box(root, self.span)?;
        let mut xml = String::from("<g");
        for attribute in root.attributes().filter(|a| !["viewBox", "width", "height", "class"].contains(&a.name())) {
            self.attribute(attribute.name(), attribute.value(), &mut xml)?;
        }
        xml.push('>');
        for child in root.children() {
            self.node(child, 1, &mut xml)?;
        }
        xml.push_str("</g>");
        Ok((xml, view_box))
    }

    /// Writes an element again, the root's children at depth 1; white space and words between elements draw nothing.
    fn node(&self, node: Node, depth: usize, out: &mut String) -> Result<(), Diagnostic> {
        if !node.is_element() {
            return Ok(());
        }
        let name = node.tag_name().name();
        if REFUSED.contains(&name) {
            return Err(Diagnostic::error("MB0720").arg("element", name).at(self.span.clone()).hint("hint"));
        }
        if depth > MAX_DEPTH {
            return Err(Diagnostic::error("MB0725").arg("depth", MAX_DEPTH).at(self.span.clone()).hint("hint"));
        }
        let _ = write!(out, "<{name}");
        // The layout's own attributes are its stamps.
        for attribute in node.attributes().filter(|a| a.namespace() != Some(NAMESPACE)) {
            self.bounded(attribute.name(), attribute.value())?;
            self.attribute(attribute.name(), attribute.value(), out)?;
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

    /// Writes an attribute; `{token}` colours are resolved, references may only point into the drawing.
    fn attribute(&self, name: &str, value: &str, out: &mut String) -> Result<(), Diagnostic> {
        let refused = name.starts_with("on")
            || (name == "href" && !value.starts_with('#'))
            || (value.contains("url(") && !value.replace(' ', "").contains("url(#"));
        if refused {
            let diagnostic = Diagnostic::error("MB0721").arg("attribute", name).arg("value", value);
            return Err(diagnostic.at(self.span.clone()).hint("hint"));
        }
        if name == "style" {
            return Err(Diagnostic::error("MB0720").arg("element", "style").at(self.span.clone()).hint("hint"));
        }
        if value.starts_with('{') {
            write_color(name, self.scene.color(value, self.span)?, out);
        } else if let ("currentColor", Some(color)) = (value, self.color) {
            write_color(name, color, out);
        } else {
            let _ = write!(out, " {name}=\"{}\"", escape(&self.named(name, value)));
        }
        Ok(())
    }

    /// An attribute's text with identifiers and references to them prefixed.
    fn named(&self, name: &str, value: &str) -> String {
        let prefix = &self.prefix;
        match name {
            "id" => format!("{prefix}{value}"),
            "href" => value.strip_prefix('#').map_or_else(|| value.to_owned(), |id| format!("#{prefix}{id}")),
            _ => {
                let mut parts = value.split("url(");
                let first = parts.next().unwrap_or_default().to_owned();
                parts.fold(first, |text, part| {
                    let id = part.trim_start().trim_start_matches('#');
                    format!("{text}url(#{prefix}{id}")
                })
            }
        }
    }
}

/// Writes a colour attribute and, where light shines through, its opacity.
fn write_color(name: &str, color: Color, out: &mut String) {
    let _ = write!(out, " {name}=\"{color}\"");
    if color.alpha < 1.0 {
        let opacity = if name == "stop-color" { "stop-opacity".to_owned() } else { format!("{name}-opacity") };
        let _ = write!(out, " {opacity}=\"{}\"", color.alpha);
    }
}

/// An attribute's text as XML.
fn escape(value: &str) -> String {
    value.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
