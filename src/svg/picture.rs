//! Pictures in pixels: the part that is shown, inside the drawing itself.

use std::fmt::Write;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::write::{Writer, attribute, escape};
use crate::frame::Item;
use crate::units::{Rect, Size};

/// A picture ready to be written.
#[derive(Debug)]
pub(super) struct Prepared {
    /// A data address.
    href: String,
    /// Which part of the picture its pixels show, in pixels of the whole.
    part: Rect,
}

/// The pictures among items, in their order.
pub(super) fn prepared(items: &[Item]) -> Vec<Prepared> {
    items.iter().filter_map(|item| prepare(item, f32::INFINITY)).collect()
}

/// A picture as large as it is drawn, but no edge longer than so many pixels; none for other items.
pub(super) fn prepare(item: &Item, longest: f32) -> Option<Prepared> {
    let Item::Picture { picture, natural, crop, rect, .. } = item else { return None };
    let scale = (longest / rect.width.max(rect.height)).min(1.0);
    let drawn = Size { width: rect.width * scale, height: rect.height * scale };
    Some(match picture.piece(*crop, drawn) {
        Ok(piece) => {
            let href = format!("data:{};base64,{}", piece.media, STANDARD.encode(&piece.bytes));
            Prepared { href, part: piece.part }
        }
        // It was opened before it was laid out; should it fail now, exporting refuses this address by name.
        Err(_) => {
            let part = Rect::new(0.0, 0.0, natural.width, natural.height);
            Prepared { href: picture.path.to_string(), part }
        }
    })
}

/// Writes a picture so that its crop lies exactly over its box; what its pixels show beyond is cut.
pub(super) fn write(writer: &mut Writer, prepared: &Prepared, crop: &Rect, rect: &Rect, radius: f32, alt: &str) {
    let (x, y) = (rect.width / crop.width, rect.height / crop.height);
    let part = &prepared.part;
    let whole =
        Rect::new(rect.x + (part.x - crop.x) * x, rect.y + (part.y - crop.y) * y, part.width * x, part.height * y);
    let cut = radius > 0.0 || !rect.contains(&whole, 0.01);
    if cut {
        let id = writer.id();
        let mut clip = format!("<clipPath id=\"{id}\"><rect");
        for (name, value) in [("x", rect.x), ("y", rect.y), ("width", rect.width), ("height", rect.height)] {
            attribute(&mut clip, name, value);
        }
        if radius > 0.0 {
            attribute(&mut clip, "rx", radius);
        }
        writer.defs.push_str(&clip);
        writer.defs.push_str("/></clipPath>");
        let _ = write!(writer.body, "<g clip-path=\"url(#{id})\">");
    }
    writer.body.push_str("<image");
    writer.rect(&whole);
    writer.body.push_str(" preserveAspectRatio=\"none\"");
    if !alt.is_empty() {
        let _ = write!(writer.body, " role=\"img\" aria-label=\"{}\"", escape(alt));
    }
    let _ = write!(writer.body, " href=\"{}\"/>", escape(&prepared.href));
    if cut {
        writer.body.push_str("</g>");
    }
}
