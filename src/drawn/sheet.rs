//! A drawing as it was saved: its tree, its page, its styles.

use std::collections::HashMap;
use std::str::FromStr;

use roxmltree::{Document, Node, NodeId, ParsingOptions};
use simplecss::{AttributeOperator, DeclarationTokenizer, Element, PseudoClass, StyleSheet};

use super::plane::{Area, Matrix};
use crate::diagnostic::{Diagnostic, Span};
use crate::source::Source;

/// SVG's namespace.
pub(super) const SVG: &str = "http://www.w3.org/2000/svg";
/// Inkscape's namespace.
pub(super) const INKSCAPE: &str = "http://www.inkscape.org/namespaces/inkscape";
/// Sodipodi's, which Inkscape still writes.
pub(super) const SODIPODI: &str = "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd";
/// The largest drawing, in bytes.
pub(super) const LARGEST: u64 = 16 << 20;
/// The most elements, attributes and texts of a drawing.
const MOST_NODES: u32 = 200_000;
/// The most elements within each other.
const DEEPEST: usize = 60;
/// The most rules of a drawing's style sheets: each is tried on each element.
const MOST_RULES: usize = 400;
/// Properties that an element takes from the one around it.
const INHERITED: [&str; 20] = [
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-opacity",
    "stroke-width",
    "font-family",
    "font-size",
    "font-style",
    "font-weight",
    "font",
    "line-height",
    "text-anchor",
    "text-align",
    "visibility",
    "white-space",
    "letter-spacing",
    "color",
    "direction",
    "writing-mode",
    "text-transform",
];

/// Reads XML as SVG readers do; entity bombs are refused by the reader.
///
/// # Errors
/// `MB0640` when it is not XML or no SVG, `MB0642` when it is too large or too deep.
pub(super) fn document(source: &Source) -> Result<Document<'_>, Diagnostic> {
    let text: &str = &source.text;
    if text.len() as u64 > LARGEST {
        return Err(too_large(&source.name));
    }
    let options = ParsingOptions { allow_dtd: true, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|error| {
        let at = error.pos();
        // The words of the error end in the place, which stands in the span.
        let words = error.to_string();
        let reason = words.rsplit_once(" at ").map_or(words.as_str(), |(reason, _)| reason);
        let span = Span::text(source.name.clone(), at.row, at.col, 0);
        Diagnostic::error("MB0640").arg("reason", reason).at(span).hint("hint")
    })?;
    let root = document.root_element();
    if !root.has_tag_name((SVG, "svg")) {
        let reason = format!("its root is <{}>", root.tag_name().name());
        return Err(Diagnostic::error("MB0640").arg("reason", reason).at(place(source, root)).hint("hint"));
    }
    if let Some(deep) = too_deep(root) {
        let deep = Diagnostic::error("MB0642").arg("what", "deep").arg("limit", DEEPEST).at(place(source, deep));
        return Err(deep.hint("hint"));
    }
    Ok(document)
}

/// `MB0642` for a whole file.
pub(super) fn too_large(name: &str) -> Diagnostic {
    let large = Diagnostic::error("MB0642").arg("what", "MB").arg("limit", LARGEST >> 20);
    large.at(Span::whole(name)).hint("hint")
}

/// The first element that lies too deep.
fn too_deep<'a, 'i>(root: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    let mut level = vec![root];
    for _ in 0..DEEPEST {
        level = level.iter().flat_map(Node::children).filter(Node::is_element).collect();
    }
    level.first().copied()
}

/// An attribute without a namespace: `serif:id` is no `id`.
pub(super) fn unprefixed<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|own| own.name() == name && own.namespace().is_none()).map(|own| own.value())
}

/// The place of an element's start tag.
pub(super) fn place(source: &Source, node: Node) -> Span {
    let range = node.range();
    source.span(range.start..(range.start + 1 + node.tag_name().name().len()).min(range.end))
}

/// The page: its `viewBox`, or its size.
///
/// # Errors
/// `MB0641` when there is neither, or it is empty.
pub(super) fn page(source: &Source, root: Node) -> Result<Area, Diagnostic> {
    let view_box = unprefixed(root, "viewBox").and_then(|text| svgtypes::ViewBox::from_str(text).ok());
    let side = |name: &str| unprefixed(root, name).and_then(length).filter(|length| *length > 0.0);
    let area = match view_box {
        Some(view) => Some(Area { x: view.x, y: view.y, width: view.w, height: view.h }),
        None => side("width").zip(side("height")).map(|(width, height)| Area { x: 0.0, y: 0.0, width, height }),
    };
    let fits = |area: &Area| {
        let ratio = area.width / area.height;
        area.width > 0.0 && area.height > 0.0 && (0.02..=50.0).contains(&ratio) && area.width < 1e7
    };
    area.filter(fits).ok_or_else(|| Diagnostic::error("MB0641").at(place(source, root)).hint("hint"))
}

/// A length in user units; percentages are none.
pub(super) fn length(text: &str) -> Option<f64> {
    use svgtypes::LengthUnit as Unit;
    let length = svgtypes::Length::from_str(text.trim()).ok()?;
    let inch = 96.0;
    let unit = match length.unit {
        Unit::None | Unit::Px => 1.0,
        Unit::Mm => inch / 25.4,
        Unit::Cm => inch / 2.54,
        Unit::In => inch,
        Unit::Pt => inch / 72.0,
        Unit::Pc => inch / 6.0,
        Unit::Em => 16.0,
        Unit::Ex => 8.0,
        Unit::Percent => return None,
    };
    Some(length.number * unit).filter(|number| number.is_finite())
}

/// What a style sheet sees of an element.
#[derive(Clone, Copy)]
struct Seen<'a, 'i>(Node<'a, 'i>);

impl Element for Seen<'_, '_> {
    fn parent_element(&self) -> Option<Self> {
        self.0.parent_element().map(Seen)
    }

    fn prev_sibling_element(&self) -> Option<Self> {
        self.0.prev_sibling_element().map(Seen)
    }

    fn has_local_name(&self, name: &str) -> bool {
        self.0.tag_name().name() == name
    }

    fn attribute_matches(&self, name: &str, operator: AttributeOperator<'_>) -> bool {
        unprefixed(self.0, name).is_some_and(|value| operator.matches(value))
    }

    fn pseudo_class_matches(&self, class: PseudoClass<'_>) -> bool {
        matches!(class, PseudoClass::FirstChild) && self.0.prev_sibling_element().is_none()
    }
}

/// What each element says of its style.
pub(super) struct Styles<'a> {
    /// Declarations of style sheets and `style` attributes, the strongest last.
    declared: HashMap<NodeId, Vec<(&'a str, &'a str)>>,
}

impl<'a> Styles<'a> {
    /// Gathers the styles of a drawing.
    pub(super) fn of(document: &'a Document<'_>) -> Self {
        let mut css = StyleSheet::new();
        for style in document.descendants().filter(|node| node.has_tag_name((SVG, "style"))) {
            style
                .descendants()
                .filter(Node::is_text)
                .filter_map(|text| text.text())
                .for_each(|text| css.parse_more(text));
        }
        css.rules.truncate(MOST_RULES);
        let mut declared: HashMap<NodeId, Vec<(&str, &str)>> = HashMap::new();
        for node in document.descendants().filter(Node::is_element) {
            let matching = css.rules.iter().filter(|rule| rule.selector.matches(&Seen(node)));
            let mut own: Vec<_> =
                matching.flat_map(|rule| &rule.declarations).map(|rule| (rule.name, rule.value)).collect();
            if let Some(style) = unprefixed(node, "style") {
                own.extend(DeclarationTokenizer::from(style).map(|rule| (rule.name, rule.value)));
            }
            if !own.is_empty() {
                declared.insert(node.id(), own);
            }
        }
        Self { declared }
    }

    /// What an element itself says.
    pub(super) fn own(&self, node: Node<'a, '_>, name: &str) -> Option<&'a str> {
        let declared = self.declared.get(&node.id()).and_then(|own| own.iter().rev().find(|(key, _)| *key == name));
        declared.map(|(_, value)| *value).or_else(|| unprefixed(node, name)).map(str::trim).filter(|v| !v.is_empty())
    }

    /// What holds for an element: its own word, or for what is inherited that of those around it.
    pub(super) fn of_node(&self, node: Node<'a, '_>, name: &str) -> Option<&'a str> {
        if !INHERITED.contains(&name) {
            return self.own(node, name);
        }
        node.ancestors().filter(Node::is_element).find_map(|node| self.own(node, name).filter(|v| *v != "inherit"))
    }

    /// Whether an element is not to be seen.
    pub(super) fn hidden(&self, node: Node<'a, '_>) -> bool {
        self.own(node, "display") == Some("none")
            || matches!(self.own(node, "visibility"), Some("hidden" | "collapse"))
            || self.own(node, "opacity").and_then(|text| text.parse::<f32>().ok()) == Some(0.0)
    }

    /// How much of an element is seen, those around it included.
    pub(super) fn opacity(&self, node: Node<'a, '_>) -> f32 {
        let of = |node: Node<'a, '_>| self.own(node, "opacity").and_then(share).unwrap_or(1.0);
        node.ancestors().filter(Node::is_element).map(of).product()
    }
}

/// An opacity, `0.4` or `40%`.
pub(super) fn share(text: &str) -> Option<f32> {
    let (number, by) = text.trim().strip_suffix('%').map_or((text.trim(), 1.0), |number| (number, 100.0));
    number.parse::<f32>().ok().map(|number| (number / by).clamp(0.0, 1.0))
}

/// An element's own transform.
pub(super) fn transform<'a>(styles: &Styles<'a>, node: Node<'a, '_>) -> Matrix {
    let text = styles.own(node, "transform").unwrap_or_default();
    let svgtypes::Transform { a, b, c, d, e, f } = svgtypes::Transform::from_str(text).unwrap_or_default();
    Matrix { a, b, c, d, e, f }
}
