//! What a plain drawing (fragment, mark, icon) asks of a surface: its thinnest stroke, its filters.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use super::strokes::LINE_RATIO;

/// What is inherited on the way down a drawing.
#[derive(Clone, Copy)]
struct Pen {
    /// Stroke width in the drawing's own units.
    width: f32,
    /// Whether strokes are drawn.
    drawn: bool,
    /// Whether fillings are.
    filled: bool,
    /// Scale of all transforms so far.
    scale: f32,
}

/// The thinnest line of a drawing in its own units, stroked or a filled box; none when it has no lines.
pub(super) fn thinnest_stroke(xml: &str) -> Option<f32> {
    let text = format!("<svg>{xml}</svg>");
    let document = Document::parse(&text).ok()?;
    thinnest(document.root_element(), Pen { width: 1.0, drawn: false, filled: true, scale: 1.0 })
}

/// The thinnest stroke of an element and those inside it.
fn thinnest(node: Node, mut pen: Pen) -> Option<f32> {
    if let Some(stroke) = node.attribute("stroke") {
        pen.drawn = stroke != "none" && stroke != "transparent";
    }
    if let Some(fill) = node.attribute("fill") {
        pen.filled = fill != "none" && fill != "transparent";
    }
    if let Some(width) = node.attribute("stroke-width").and_then(|width| width.trim_end_matches("px").parse().ok()) {
        pen.width = width;
    }
    pen.scale *= node.attribute("transform").map_or(1.0, scale);
    let shape = ["path", "line", "polyline", "polygon", "rect", "circle", "ellipse"].contains(&node.tag_name().name());
    let own = (shape && pen.drawn && pen.width > 0.0).then_some(pen.width * pen.scale);
    let filled = bar(node).filter(|_| pen.filled).map(|width| width * pen.scale);
    let inner = node.children().filter(Node::is_element).filter_map(|child| thinnest(child, pen));
    inner.chain(own).chain(filled).min_by(f32::total_cmp)
}

/// The width of a box that is as good as a line.
fn bar(node: Node) -> Option<f32> {
    let side = |name| node.attribute(name)?.trim_end_matches("px").parse::<f32>().ok();
    let (width, height) = node.has_tag_name("rect").then(|| Some((side("width")?, side("height")?)))??;
    let (thin, long) = (width.min(height), width.max(height));
    (thin > 0.0 && long >= LINE_RATIO * thin).then_some(thin)
}

/// How much a list of transforms enlarges, in its lesser direction.
fn scale(transforms: &str) -> f32 {
    transforms.split(')').fold(1.0, |scale, transform| {
        let Some((name, numbers)) = transform.split_once('(') else { return scale };
        let numbers: Vec<f32> = numbers.split([' ', ',']).filter_map(|number| number.trim().parse().ok()).collect();
        match (name.trim_matches([' ', ',']), &numbers[..]) {
            ("scale", [both]) => scale * both.abs(),
            ("scale", [x, y]) => scale * x.abs().min(y.abs()),
            ("matrix", [a, b, c, d, ..]) => scale * a.hypot(*b).min(c.hypot(*d)),
            _ => scale,
        }
    })
}

/// How many filter steps a drawing takes, each over its whole area.
pub(super) fn filter_steps(xml: &str) -> usize {
    let text = format!("<svg>{xml}</svg>");
    let Ok(document) = Document::parse(&text) else { return 0 };
    let filters = document.descendants().filter(|node| node.has_tag_name("filter"));
    let steps: BTreeMap<&str, usize> = filters
        .filter_map(|filter| Some((filter.attribute("id")?, filter.children().filter(Node::is_element).count())))
        .collect();
    let used = document.descendants().filter_map(|node| node.attribute("filter"));
    let steps_of = |reference: &str| {
        let id = reference.trim().strip_prefix("url(#").and_then(|rest| rest.strip_suffix(')'));
        // A function such as blur(3) is one step.
        id.map_or(usize::from(reference.contains('(')), |id| steps.get(id).copied().unwrap_or(0))
    };
    used.map(steps_of).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strokes_are_inherited_and_scaled() {
        let icon = r##"<g stroke="#000" stroke-width="2"><path d="M0 0h9"/><path d="M0 0h9" stroke-width="1.5"/></g>"##;
        assert_eq!(thinnest_stroke(icon), Some(1.5));
        let half = r##"<g transform="translate(3 4) scale(0.5)"><rect stroke="#000" stroke-width="4"/></g>"##;
        assert_eq!(thinnest_stroke(half), Some(2.0));
        assert_eq!(thinnest_stroke("<rect fill=\"#000\"/>"), None);
        assert_eq!(thinnest_stroke("<path stroke=\"none\" stroke-width=\"0.1\"/>"), None);
        assert_eq!(thinnest_stroke("<path"), None);
        assert_eq!(thinnest_stroke("<rect width=\"9\" height=\"0.5\"/><rect width=\"9\" height=\"3\"/>"), Some(0.5));
    }

    #[test]
    fn steps_of_filters_are_counted_for_each_use() {
        let filter = "<filter id=\"a\"><feGaussianBlur/><feOffset/></filter>";
        assert_eq!(filter_steps(filter), 0);
        assert_eq!(filter_steps(&format!("{filter}<rect filter=\"url(#a)\"/><rect filter=\"url(#a)\"/>")), 4);
        assert_eq!(filter_steps("<rect filter=\"blur(3)\"/><rect filter=\"none\"/>"), 1);
    }
}
