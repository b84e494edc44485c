//! Shapes of a drawing as a fragment of a template: styles, uses and units resolved, colours as tokens.

use std::collections::{BTreeSet, HashSet};
use std::fmt::Write;

use roxmltree::{Document, Node, NodeId};
use usvg::{ImageHrefResolver, Indent, Options, Tree, WriteOptions};

use super::photo::href;
use super::plane::Area;
use super::sheet::SVG;

/// Elements that others refer to: they go along with every shape.
const DEFINITIONS: [&str; 11] = [
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
            let token = (COLORS.contains(&attribute.name()) && attribute.value().starts_with('#'))
                .then(|| named(attribute.value()))
                .flatten();
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
            let Some(shape) = document.descendants().find(|node| node.attribute("id") == Some(target)) else {
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
            let link = name == "href" && node.attribute("href").is_none();
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
