//! Shapes of a drawing as a fragment of a template: styles, uses and units resolved, colours as tokens.

use std::collections::{BTreeSet, HashSet};
use std::fmt::Write;

use roxmltree::{Document, Node, NodeId};
use usvg::{ImageHrefResolver, Indent, Options, Tree, WriteOptions};

use super::photo::href;
use super::plane::Area;
use super::sheet::{SVG, unprefixed};

/// Elements that others refer to: they go along with every shape.
pub(super) const DEFINITIONS: [&str; 11] = [
    "defs",
    "style",
    "linearGradient",
    "radialGradient",
    "clipPath",
    "mask",
    "pattern",
    "filter",
    "marker",
    "symbol",
    "solidcolor",
];
/// Attributes whose hexadecimal colours become tokens.
const COLORS: [&str; 5] = ["fill", "stroke", "stop-color", "flood-color", "lighting-color"];
/// Elements that a fragment may not hold.
const REFUSED: [&str; 2] = ["image", "text"];

/// A fragment while its colours are named.
pub(super) struct Art {
    /// The elements.
    pub(super) xml: String,
    /// What could not go along, as findings name it.
    pub(super) lost: BTreeSet<&'static str>,
}

/// The fragment of some shapes; its coordinates are the page's, from 0.
///
/// `named` gives the token of a hexadecimal colour.
///
/// # Errors
/// What the SVG reader says.
pub(super) fn fragment(
    document: &Document,
    leaves: &[NodeId],
    page: &Area,
    named: &mut dyn FnMut(&str) -> Option<String>,
) -> Result<Art, String> {
    let alone = alone(document, leaves, page);
    let images = ImageHrefResolver { resolve_data: Box::new(|_, _, _| None), resolve_string: Box::new(|_, _| None) };
    let options = Options { image_href_resolver: images, ..Options::default() };
    let tree = Tree::from_str(&alone, &options).map_err(|error| error.to_string())?;
    // So many decimals that a thousandth of a page a thousand units wide is kept.
    let decimals = [(1e4, 1), (1e3, 2), (1e2, 3)].iter().find(|(wide, _)| page.width >= *wide).map_or(4, |(_, n)| *n);
    let writing = WriteOptions {
        coordinates_precision: decimals,
        transforms_precision: 5,
        indent: Indent::None,
        attributes_indent: Indent::None,
        ..WriteOptions::default()
    };
    let simple = tree.to_string(&writing);
    let read = Document::parse(&simple).map_err(|error| error.to_string())?;
    let mut art = Art { xml: String::new(), lost: BTreeSet::new() };
    for child in read.root_element().children().filter(Node::is_element) {
        art.element(child, named);
        art.xml.push('\n');
    }
    Ok(art)
}

impl Art {
    /// Writes an element of the simplified drawing.
    fn element(&mut self, node: Node, named: &mut dyn FnMut(&str) -> Option<String>) {
        let name = node.tag_name().name();
        if REFUSED.contains(&name) {
            self.lost.insert(if name == "image" { "image" } else { "text" });
            return;
        }
        let _ = write!(self.xml, "<{name}");
        for attribute in node.attributes() {
            if attribute.name() == "style" {
                self.lost.insert("blend");
                continue;
            }
            let color = COLORS.contains(&attribute.name()) && attribute.value().starts_with('#');
            // Of a clip only the form counts, of a mask only how light it is: neither is a colour of the kit.
            let within = |name: &str| node.ancestors().any(|outer| outer.tag_name().name() == name);
            if color && within("clipPath") {
                continue;
            }
            let token = (color && !within("mask")).then(|| named(attribute.value())).flatten();
            let value = token.map_or_else(|| escape(attribute.value()), |token| format!("{{{token}}}"));
            let _ = write!(self.xml, " {}=\"{value}\"", attribute.name());
        }
        if !node.has_children() {
            self.xml.push_str("/>");
            return;
        }
        self.xml.push('>');
        for child in node.children().filter(Node::is_element) {
            self.element(child, named);
        }
        let _ = write!(self.xml, "</{name}>");
    }
}

/// A drawing of these shapes alone, with the groups around them and all that they may refer to.
fn alone(document: &Document, leaves: &[NodeId], page: &Area) -> String {
    let shapes = leaves;
    let leaves: HashSet<NodeId> = shapes.iter().copied().collect();
    let around: HashSet<NodeId> = shapes
        .iter()
        .filter_map(|leaf| document.get_node(*leaf))
        .flat_map(|leaf| leaf.ancestors().skip(1).map(|node| node.id()).collect::<Vec<_>>())
        .collect();
    let mut pruning = Pruning { leaves: &leaves, around: &around, out: String::new() };
    let Area { x, y, width, height } = page;
    let _ = write!(
        pruning.out,
        "<svg xmlns=\"{SVG}\" width=\"{width}\" height=\"{height}\" viewBox=\"{x} {y} {width} {height}\" overflow=\"visible\""
    );
    let root = document.root_element();
    let own = ["x", "y", "width", "height", "viewBox", "version", "overflow", "preserveAspectRatio"];
    pruning.attributes(root, &own);
    pruning.out.push('>');
    for child in root.children().filter(Node::is_element) {
        pruning.node(child);
    }
    // What is used and stands elsewhere on the page.
    let used = used(document, shapes, &leaves);
    if !used.is_empty() {
        pruning.out.push_str("<defs>");
        used.iter().for_each(|node| pruning.whole(*node));
        pruning.out.push_str("</defs>");
    }
    pruning.out.push_str("</svg>");
    pruning.out
}

/// Elements that shapes use, directly or not, and that neither stand among definitions nor are shapes at hand.
fn used<'a, 'i>(document: &'a Document<'i>, shapes: &[NodeId], leaves: &HashSet<NodeId>) -> Vec<Node<'a, 'i>> {
    let mut found: Vec<Node> = Vec::new();
    let mut open: Vec<Node> = shapes.iter().filter_map(|leaf| document.get_node(*leaf)).collect();
    while let Some(node) = open.pop() {
        for target in node.descendants().filter_map(href).filter_map(|href| href.strip_prefix('#')) {
            let Some(shape) = document.descendants().find(|node| unprefixed(*node, "id") == Some(target)) else {
                continue;
            };
            let known = shape.ancestors().any(|outer| {
                leaves.contains(&outer.id()) || DEFINITIONS.contains(&outer.tag_name().name()) || found.contains(&outer)
            });
            if !known {
                found.push(shape);
                open.push(shape);
            }
        }
    }
    found
}

/// A drawing while all else is cut away.
struct Pruning<'a> {
    /// Shapes that stay.
    leaves: &'a HashSet<NodeId>,
    /// What is around them.
    around: &'a HashSet<NodeId>,
    /// The text so far.
    out: String,
}

impl Pruning<'_> {
    /// An element, if anything of it stays.
    fn node(&mut self, node: Node) {
        if node.tag_name().namespace() != Some(SVG) {
            return;
        }
        if self.leaves.contains(&node.id()) || DEFINITIONS.contains(&node.tag_name().name()) {
            return self.whole(node);
        }
        if !self.around.contains(&node.id()) {
            return;
        }
        let name = node.tag_name().name();
        // Of a link the shapes are left.
        let name = if name == "a" || name == "switch" { "g" } else { name };
        let _ = write!(self.out, "<{name}");
        self.attributes(node, &[]);
        self.out.push('>');
        node.children().filter(Node::is_element).for_each(|child| self.node(child));
        let _ = write!(self.out, "</{name}>");
    }

    /// An element with everything in it.
    fn whole(&mut self, node: Node) {
        if node.is_text() {
            self.out.push_str(&escape(node.text().unwrap_or_default()));
        }
        if !node.is_element() || node.tag_name().namespace() != Some(SVG) {
            return;
        }
        let name = node.tag_name().name();
        let _ = write!(self.out, "<{name}");
        self.attributes(node, &[]);
        self.out.push('>');
        node.children().for_each(|child| self.whole(child));
        let _ = write!(self.out, "</{name}>");
    }

    /// Attributes that SVG knows, but for some.
    fn attributes(&mut self, node: Node, without: &[&str]) {
        for attribute in node.attributes() {
            let (name, plain) = (attribute.name(), attribute.namespace().is_none());
            let link = name == "href" && unprefixed(node, "href").is_none();
            if (plain || link) && !without.contains(&name) && !name.starts_with("on") {
                let _ = write!(self.out, " {name}=\"{}\"", escape(attribute.value()));
            }
        }
    }
}

/// Text as XML.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The page of the drawings here.
    const PAGE: Area = Area { x: 0.0, y: 0.0, width: 100.0, height: 100.0 };

    /// The fragment of all shapes with an identifier that starts with `s`.
    fn of(inside: &str) -> Art {
        let xml = format!(
            "<svg xmlns=\"{SVG}\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 100 100\">{inside}</svg>"
        );
        let document = Document::parse(&xml).unwrap();
        let shapes = document.descendants().filter(|node| node.attribute("id").is_some_and(|id| id.starts_with('s')));
        let leaves: Vec<NodeId> = shapes.map(|node| node.id()).collect();
        fragment(&document, &leaves, &PAGE, &mut |hex| Some(format!("color.{}", &hex[1..]))).unwrap()
    }

    #[test]
    fn uses_are_drawn_wherever_their_shape_stands() {
        let both = of("<path id=\"s1\" d=\"M0 0H9V9Z\"/><use id=\"s2\" xlink:href=\"#s1\" x=\"20\"/>");
        assert_eq!(both.xml.matches("<path").count(), 2, "{}", both.xml);
        let elsewhere = of("<g><path id=\"p\" d=\"M0 0H9V9Z\"/></g><use id=\"s2\" xlink:href=\"#p\" x=\"20\"/>");
        assert_eq!(elsewhere.xml.matches("<path").count(), 1, "{}", elsewhere.xml);
        let symbol = of("<symbol id=\"p\"><path d=\"M0 0H9V9Z\"/></symbol><use id=\"s2\" href=\"#p\"/>");
        assert!(symbol.xml.contains("M 0 0 L 9 0 L 9 9 Z"), "{}", symbol.xml);
    }

    #[test]
    fn styles_become_attributes_and_colours_tokens() {
        let art = of(
            "<style>.a{fill:#0d9488;stroke:red}</style><g opacity=\".5\"><rect id=\"s1\" class=\"a\" width=\"9\" height=\"9\" style=\"stroke-width:2\"/></g><rect id=\"t\" width=\"5\" height=\"5\"/>",
        );
        for part in ["fill=\"{color.0d9488}\"", "stroke=\"{color.ff0000}\"", "stroke-width=\"2\"", "opacity=\"0.5\""] {
            assert!(art.xml.contains(part), "{part}: {}", art.xml);
        }
        assert_eq!(art.xml.matches("<path").count(), 1);
        assert!(!art.xml.contains("style") && !art.xml.contains('#'), "{}", art.xml);
    }

    #[test]
    fn masks_keep_their_lightness_and_clips_only_their_form() {
        let art = of(
            "<mask id=\"m\"><rect width=\"50\" height=\"50\" fill=\"#fff\"/></mask><clipPath id=\"c\"><rect width=\"9\" height=\"9\"/></clipPath><rect id=\"s1\" width=\"90\" height=\"90\" mask=\"url(#m)\" clip-path=\"url(#c)\" fill=\"#123456\"/>",
        );
        assert!(art.xml.contains("#ffffff") && !art.xml.contains("color.000000"), "{}", art.xml);
        assert!(art.xml.contains("color.123456"));
    }

    #[test]
    fn what_reaches_out_is_not_drawn() {
        let art = of(
            "<image id=\"s1\" href=\"/etc/hostname\" width=\"9\" height=\"9\"/><rect id=\"s2\" width=\"9\" height=\"9\" onclick=\"x()\"/>",
        );
        assert!(!art.xml.contains("hostname") && !art.xml.contains("onclick"), "{}", art.xml);
    }
}
