//! How far a shape reaches.

use roxmltree::Node;
use svgtypes::{PointsParser, SimplePathSegment, SimplifyingPathParser};

use super::plane::{Area, Matrix};
use super::sheet::{length, unprefixed};
use super::walk::rect_area;

/// A shape within this share of the page's edge was meant to reach it.
const NEAR: f64 = 0.002;

/// How far a shape that reaches an edge of the page goes beyond it: at the top, right, bottom and left, in shares of the
/// page; infinitely where it does not reach the edge.
pub(super) type Beyond = [f64; 4];

/// How far a shape goes beyond the page's edges, if it reaches one.
pub(super) fn at_edge(node: Node, own: &Matrix, page: &Area) -> Option<Beyond> {
    let area = own.area(&shape(node)?);
    if !area.over(page) {
        return None;
    }
    let (wide, high) = (page.width, page.height);
    let sides = [
        (page.y - area.y) / high,
        (area.right() - page.right()) / wide,
        (area.bottom() - page.bottom()) / high,
        (page.x - area.x) / wide,
    ];
    let beyond = sides.map(|side| if side >= -NEAR { side.max(0.0) } else { f64::INFINITY });
    beyond.iter().any(|side| side.is_finite()).then_some(beyond)
}

/// The box of a shape's points, in its own units; control points count, so that it may be a little large.
fn shape(node: Node) -> Option<Area> {
    let of = |name: &str| unprefixed(node, name).and_then(length).unwrap_or(0.0);
    match node.tag_name().name() {
        "rect" => rect_area(node),
        "circle" | "ellipse" => {
            let (rx, ry) = if node.tag_name().name() == "circle" { (of("r"), of("r")) } else { (of("rx"), of("ry")) };
            Some(Area { x: of("cx") - rx, y: of("cy") - ry, width: 2.0 * rx, height: 2.0 * ry })
        }
        "line" => around([(of("x1"), of("y1")), (of("x2"), of("y2"))]),
        "polyline" | "polygon" => around(PointsParser::from(unprefixed(node, "points")?)),
        "path" => {
            let segments = SimplifyingPathParser::from(unprefixed(node, "d")?).map_while(Result::ok);
            around(segments.flat_map(|segment| match segment {
                SimplePathSegment::MoveTo { x, y } | SimplePathSegment::LineTo { x, y } => vec![(x, y)],
                SimplePathSegment::CurveTo { x1, y1, x2, y2, x, y } => vec![(x1, y1), (x2, y2), (x, y)],
                SimplePathSegment::Quadratic { x1, y1, x, y } => vec![(x1, y1), (x, y)],
                SimplePathSegment::ClosePath => Vec::new(),
            }))
        }
        _ => None,
    }
}

/// The box around points.
fn around(points: impl IntoIterator<Item = (f64, f64)>) -> Option<Area> {
    let corners = points.into_iter().map(|(x, y)| (x, y, x, y));
    let (x, y, right, bottom) = corners.reduce(|a, b| (a.0.min(b.0), a.1.min(b.1), a.2.max(b.2), a.3.max(b.3)))?;
    Some(Area { x, y, width: right - x, height: bottom - y })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_at_the_edge_are_told_from_those_inside() {
        let page = Area { x: 10.0, y: 10.0, width: 100.0, height: 100.0 };
        let moved = Matrix { e: 10.0, f: 10.0, ..Matrix::NONE };
        for (shape, reaches) in [
            ("<rect width='5' height='5'/>", true),
            ("<rect x='1' y='1' width='5' height='5'/>", false),
            ("<circle cx='90' cy='50' r='10'/>", true),
            ("<ellipse cx='50' cy='50' rx='40' ry='20'/>", false),
            ("<path d='M20 80 q10 30 20 0z'/>", true),
            ("<path d='M20 80 h5 v5z'/>", false),
            ("<polygon points='20,20 30,20 30,-4'/>", true),
            ("<line x1='20' y1='20' x2='100' y2='20'/>", true),
            ("<rect x='300' y='300' width='5' height='5'/>", false),
            ("<path d='x'/>", false),
        ] {
            let document = roxmltree::Document::parse(shape).unwrap();
            let beyond = at_edge(document.root_element(), &moved, &page);
            assert_eq!(beyond.is_some(), reaches, "{shape}");
            if shape.starts_with("<polygon") {
                assert_eq!(beyond, Some([0.04, f64::INFINITY, f64::INFINITY, f64::INFINITY]));
            }
        }
    }
}
