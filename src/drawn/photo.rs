//! Pictures inside a drawing: where they are, and their bytes.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use roxmltree::Node;

use super::piece::{Photo, Piece};
use super::plane::Area;
use super::sheet::{SVG, place, unprefixed};
use super::walk::Walk;

/// XLink's namespace, in which older SVG writes addresses.
const XLINK: &str = "http://www.w3.org/1999/xlink";

/// An element's address.
pub(super) fn href<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    unprefixed(node, "href").or_else(|| node.attribute((XLINK, "href"))).map(str::trim)
}

/// The address of the picture that a pattern shows, as Figma fills a rectangle with one.
pub(super) fn in_pattern(walk: &Walk, id: &str) -> Option<String> {
    let pattern = walk.ids.get(id).filter(|node| node.has_tag_name((SVG, "pattern")))?;
    pattern.descendants().find_map(|node| match node.tag_name().name() {
        "image" => href(node).map(str::to_owned),
        "use" => {
            let shown = walk.ids.get(href(node)?.strip_prefix('#')?)?;
            href(*shown).filter(|_| shown.has_tag_name((SVG, "image"))).map(str::to_owned)
        }
        _ => None,
    })
}

/// A picture at its place.
pub(super) fn piece(walk: &Walk, href: String, area: Area, (cover, radius): (bool, f64), node: Node) -> Piece {
    let title = node.children().find(|child| matches!(child.tag_name().name(), "desc" | "title"));
    let alt = title.and_then(|title| title.text()).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    Piece::Photo(Photo { area, cover, radius, href, alt, span: place(walk.source, node) })
}

/// The bytes inside a data address, with the ending that files of their kind have.
pub(super) fn embedded(href: &str) -> Option<(Vec<u8>, &'static str)> {
    let (kind, data) = href.strip_prefix("data:")?.split_once(";base64,")?;
    let ending = match kind.split(';').next()?.trim() {
        "image/png" => "png",
        "image/jpeg" | "image/jpg" => "jpg",
        "image/webp" => "webp",
        _ => return None,
    };
    let packed: String = data.chars().filter(|letter| !letter.is_ascii_whitespace()).collect();
    STANDARD.decode(packed).ok().map(|bytes| (bytes, ending))
}
