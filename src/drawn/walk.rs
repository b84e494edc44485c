//! A walk over a drawing's tree: every element becomes a piece, or a finding that says what was left out.

use std::collections::{BTreeMap, HashMap};

use roxmltree::{Node, NodeId};

use super::art::DEFINITIONS;
use super::bounds::at_edge;
use super::name::{Kind, Name, PENPOT, name};
use super::paint::{Paint, paint};
use super::photo;
use super::piece::{Lie, Piece, Place};
use super::plane::{Area, Matrix};
use super::sheet::{SVG, Styles, length, place, transform, unprefixed};
use super::words;
use crate::diagnostic::{Diagnostic, Findings};
use crate::source::Source;

/// Elements that say something and show nothing, besides definitions.
const SILENT: [&str; 5] = ["title", "desc", "view", "cursor", "metadata"];
/// Elements that hold others.
const GROUPS: [&str; 4] = ["g", "svg", "a", "switch"];
/// Shapes.
const SHAPES: [&str; 8] = ["rect", "circle", "ellipse", "line", "polyline", "polygon", "path", "use"];
/// A page with more pieces is no template.
const MOST_PIECES: usize = 400;

/// A drawing while it is walked over.
pub(super) struct Walk<'a, 'i> {
    /// The file.
    pub(super) source: &'a Source,
    /// Styles of its elements.
    pub(super) styles: &'a Styles<'a>,
    /// Its page.
    pub(super) page: Area,
    /// Elements by identifier.
    pub(super) ids: BTreeMap<&'a str, Node<'a, 'i>>,
    /// Pieces so far.
    pub(super) pieces: Vec<Piece>,
    /// What was found.
    pub(super) findings: Findings,
    /// What only an editor reads, by element and how often.
    pub(super) editors: BTreeMap<String, usize>,
    /// Boxes of drawn rectangles.
    pub(super) panels: HashMap<NodeId, Area>,
}

impl<'a, 'i> Walk<'a, 'i> {
    /// Everything inside an element.
    pub(super) fn children(&mut self, node: Node<'a, 'i>, outer: &Matrix) {
        for child in node.children().filter(Node::is_element) {
            self.element(child, outer);
        }
    }

    /// One element.
    fn element(&mut self, node: Node<'a, 'i>, outer: &Matrix) {
        let element = node.tag_name().name();
        if node.tag_name().namespace() != Some(SVG) || element == "metadata" {
            let prefix = node.tag_name().namespace().unwrap_or_default().rsplit(['/', '#']).next().unwrap_or_default();
            if node.tag_name().namespace() == Some(PENPOT) {
                return;
            }
            let told = if element == "metadata" { element.to_owned() } else { format!("{element} ({prefix})") };
            *self.editors.entry(told).or_default() += 1;
            return;
        }
        if SILENT.contains(&element) || DEFINITIONS.contains(&element) {
            return;
        }
        if self.styles.hidden(node) {
            self.left_out("MB0648", node);
            return;
        }
        let own = outer.of(&transform(self.styles, node));
        let (name, text) = (name(node), element == "text" || element == "flowRoot");
        if !text && name.clone().is_some_and(|name| self.named(node, &own, name)) {
            return;
        }
        match element {
            _ if text => self.words(node, &own, name),
            _ if GROUPS.contains(&element) => self.children(node, &own),
            _ if element == "image" => self.image(node, &own),
            _ if SHAPES.contains(&element) => self.shape(node, &own),
            _ => self.left_out("MB0646", node),
        }
    }

    /// Says that an element was left out.
    fn left_out(&mut self, code: &'static str, node: Node<'a, 'i>) {
        let told = unprefixed(node, "id").map_or(String::new(), |id| format!(" {id}"));
        let diagnostic = Diagnostic::warning(code).arg("element", format!("<{}{told}>", node.tag_name().name()));
        self.findings.push(diagnostic.at(place(self.source, node)));
    }

    /// An element with a name; whether it was a rectangle, or a group with one.
    fn named(&mut self, node: Node<'a, 'i>, own: &Matrix, name: Name) -> bool {
        let image = node.has_tag_name((SVG, "image"));
        let (rect, matrix) = if node.has_tag_name((SVG, "rect")) || image {
            (node, *own)
        } else if let Some(found) = self.rect_inside(node, own) {
            found
        } else {
            let diagnostic = Diagnostic::warning("MB0660").arg("name", &name.name);
            self.findings.push(diagnostic.at(place(self.source, node)).hint("hint"));
            return false;
        };
        let Some(area) = rect_area(rect) else { return false };
        if !matrix.straight() {
            self.findings.push(Diagnostic::warning("MB0652").arg("what", &name.name).at(place(self.source, node)));
        }
        let (fill, stroke) = (paint(self.styles, rect, "fill"), paint(self.styles, rect, "stroke"));
        let faint = self.styles.opacity(rect);
        // A gradient stays a shape; the box above it has a name and no look.
        if name.kind == Kind::Box && (matches!(fill, Paint::Server(_)) || image) {
            if image { self.image(node, own) } else { self.art(rect, &matrix) }
        }
        let wide = self.styles.of_node(rect, "stroke-width").and_then(length).unwrap_or(1.0) * matrix.scale();
        let plain = |paint: Paint| match paint {
            Paint::Plain(color) if color.alpha * faint > 0.0 => Some(color.with_alpha(color.alpha * faint)),
            _ => None,
        };
        let radius = ["rx", "ry"].iter().find_map(|side| self.styles.own(rect, side).and_then(length)).unwrap_or(0.0);
        self.pieces.push(Piece::Place(Place {
            name,
            area: matrix.area(&area),
            radius: radius * matrix.scale(),
            fill: plain(fill).filter(|_| !image),
            stroke: plain(stroke).map(|color| (color, wide)),
            span: place(self.source, node),
        }));
        true
    }

    /// The rectangle that a named group holds, when it holds no words.
    fn rect_inside(&self, node: Node<'a, 'i>, own: &Matrix) -> Option<(Node<'a, 'i>, Matrix)> {
        let words = node.descendants().any(|inner| inner.has_tag_name((SVG, "text")));
        if !node.has_tag_name((SVG, "g")) || words {
            return None;
        }
        let mut found = None;
        let mut open = vec![(node, *own)];
        while let Some((outer, matrix)) = open.pop() {
            for child in outer.children().filter(|child| child.tag_name().namespace() == Some(SVG)) {
                let inner = matrix.of(&transform(self.styles, child));
                match child.tag_name().name() {
                    "g" => open.push((child, inner)),
                    "rect" if found.is_none() => found = Some((child, inner)),
                    _ => {}
                }
            }
        }
        found
    }

    /// A shape: the page's ground, a photograph, or art.
    fn shape(&mut self, node: Node<'a, 'i>, own: &Matrix) {
        let fill = paint(self.styles, node, "fill");
        if let Paint::Server(id) = &fill
            && let Some(found) = photo::in_pattern(self, id)
        {
            let area = rect_area(node).map_or(self.page, |area| own.area(&area));
            let radius = self.styles.own(node, "rx").and_then(length).unwrap_or(0.0) * own.scale();
            self.pieces.push(photo::piece(self, found, area, (true, radius), node));
            return;
        }
        let first =
            self.pieces.iter().all(|piece| matches!(piece, Piece::Ground(..) | Piece::Art { lie: Lie::Ground, .. }));
        let whole = node.has_tag_name((SVG, "rect"))
            && own.straight()
            && rect_area(node).is_some_and(|area| own.area(&area).covers(&self.page));
        if let Some(area) = rect_area(node).filter(|_| node.has_tag_name((SVG, "rect"))) {
            self.panels.insert(node.id(), own.area(&area));
        }
        if !(first && whole && paint(self.styles, node, "stroke") == Paint::None) {
            return self.art(node, own);
        }
        match fill {
            Paint::Plain(color) if color.alpha * self.styles.opacity(node) >= 1.0 => {
                let span = place(self.source, node);
                self.pieces.push(Piece::Ground(color, span));
            }
            Paint::None => {}
            _ => self.pieces.push(Piece::Art { leaves: vec![node.id()], lie: Lie::Ground }),
        }
    }

    /// A shape that stays one, with those right before it.
    fn art(&mut self, node: Node<'a, 'i>, own: &Matrix) {
        let unseen = |name: &str| paint(self.styles, node, name) == Paint::None;
        if !node.has_tag_name((SVG, "use")) && unseen("fill") && unseen("stroke") {
            return;
        }
        let lie = at_edge(node, own, &self.page).map_or(Lie::Inside, Lie::Edge);
        match (self.pieces.last_mut(), lie) {
            (Some(Piece::Art { leaves, lie: Lie::Inside }), Lie::Inside) => leaves.push(node.id()),
            (Some(Piece::Art { leaves, lie: Lie::Edge(least) }), Lie::Edge(beyond)) => {
                leaves.push(node.id());
                least.iter_mut().zip(beyond).for_each(|(least, side)| *least = least.min(side));
            }
            _ => self.pieces.push(Piece::Art { leaves: vec![node.id()], lie }),
        }
    }

    /// A picture in pixels.
    fn image(&mut self, node: Node<'a, 'i>, own: &Matrix) {
        let Some(area) = rect_area(node) else { return self.left_out("MB0646", node) };
        if !own.straight() {
            self.findings.push(Diagnostic::warning("MB0652").arg("what", "<image>").at(place(self.source, node)));
        }
        if ["clip-path", "mask"].iter().any(|cut| self.styles.own(node, cut).is_some_and(|cut| cut != "none")) {
            let cut = Diagnostic::warning("MB0659").arg("reason", "clip");
            self.findings.push(cut.at(place(self.source, node)));
        }
        let cover = unprefixed(node, "preserveAspectRatio").is_some_and(|how| how.contains("slice"));
        let href = photo::href(node).unwrap_or_default().to_owned();
        self.pieces.push(photo::piece(self, href, own.area(&area), (cover, 0.0), node));
    }

    /// Words.
    fn words(&mut self, node: Node<'a, 'i>, own: &Matrix, name: Option<Name>) {
        if let Some(words) = words::read(self, node, own, name) {
            self.pieces.push(Piece::Words(words));
        }
    }

    /// `MB0642` when there are too many pieces.
    pub(super) fn bounded(&mut self) {
        if self.pieces.len() > MOST_PIECES {
            let many = Diagnostic::error("MB0642").arg("what", "pieces").arg("limit", MOST_PIECES).hint("hint");
            self.findings.push(many.at(crate::diagnostic::Span::whole(self.source.name.clone())));
        }
    }
}

/// The box that an element's own attributes give.
pub(super) fn rect_area(node: Node) -> Option<Area> {
    let of = |name: &str| unprefixed(node, name).and_then(length);
    let (width, height) = (of("width")?, of("height")?);
    (width > 0.0 && height > 0.0).then(|| Area { x: of("x").unwrap_or(0.0), y: of("y").unwrap_or(0.0), width, height })
}
