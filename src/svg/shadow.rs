//! Soft shadows without a filter: nine slices filled with gradients.
//!
//! A blurred box fades over twice its blur radius; along an edge that is a linear gradient, around a corner
//! a radial one, and inside a plain colour. A filter would cost as much as the rest of the picture and be
//! turned into pixels in PDF; this stays vector and costs a few rectangles.

use std::fmt::Write;

use super::write::{Writer, attribute};
use crate::color::Color;
use crate::units::Rect;

/// Opacity across the fade from inside (-1) to outside (+1 blur radius): the Gaussian's integral with a
/// deviation of half the blur radius, as CSS defines it.
const FADE: [(f32, f32); 9] = [
    (-1.0, 0.977),
    (-0.75, 0.933),
    (-0.5, 0.841),
    (-0.25, 0.691),
    (0.0, 0.5),
    (0.25, 0.309),
    (0.5, 0.159),
    (0.75, 0.067),
    (1.0, 0.0),
];

/// Writes the shadow of a box.
pub(super) fn write(writer: &mut Writer, rect: &Rect, radius: f32, blur: f32, color: Color) {
    let blur = blur.max(1.0);
    let core = radius.max(blur).min(rect.width / 2.0).min(rect.height / 2.0);
    if core <= 0.0 {
        return;
    }
    // Slices meet on whole pixels and are not antialiased, so that no seam shows; the gradients that fill them
    // keep the box's own place, or a small blur would be seen to jump.
    let outer = rect.outset(blur);
    let xs = [outer.x, rect.x + core, rect.right() - core, outer.right()].map(f32::round);
    let ys = [outer.y, rect.y + core, rect.bottom() - core, outer.bottom()].map(f32::round);
    let reach = core + blur;
    let stops: Vec<(f32, Color)> = FADE
        .iter()
        .map(|(at, opacity)| (((core + at * blur) / reach).clamp(0.0, 1.0), color.with_alpha(color.alpha * opacity)))
        .collect();
    let inner = Rect::new(xs[1], ys[1], xs[2] - xs[1], ys[2] - ys[1]);
    slice(writer, &inner, &format!("fill=\"{color}\" fill-opacity=\"{}\"", color.alpha * FADE[0].1));
    for (column, row) in [(0, 0), (2, 0), (0, 2), (2, 2), (1, 0), (1, 2), (0, 1), (2, 1)] {
        let center = (
            if column == 2 { rect.right() - core } else { rect.x + core },
            if row == 2 { rect.bottom() - core } else { rect.y + core },
        );
        let id = gradient(writer, column, row, center, reach, &stops);
        let part = Rect::new(xs[column], ys[row], xs[column + 1] - xs[column], ys[row + 1] - ys[row]);
        slice(writer, &part, &format!("fill=\"url(#{id})\""));
    }
}

/// Writes one slice.
fn slice(writer: &mut Writer, part: &Rect, fill: &str) {
    if part.width > 0.0 && part.height > 0.0 {
        writer.body.push_str("<rect shape-rendering=\"crispEdges\"");
        writer.rect(part);
        let _ = write!(writer.body, " {fill}/>");
    }
}

/// Defines the gradient of a slice: radial in corners, linear along edges.
fn gradient(
    writer: &mut Writer,
    column: usize,
    row: usize,
    (x, y): (f32, f32),
    reach: f32,
    stops: &[(f32, Color)],
) -> String {
    let id = writer.id();
    let corner = column != 1 && row != 1;
    if corner {
        let _ = write!(writer.defs, "<radialGradient id=\"{id}\" gradientUnits=\"userSpaceOnUse\"");
        attribute(&mut writer.defs, "cx", x);
        attribute(&mut writer.defs, "cy", y);
        attribute(&mut writer.defs, "r", reach);
    } else {
        let toward = |at: usize| match at {
            0 => -reach,
            2 => reach,
            _ => 0.0,
        };
        let _ = write!(writer.defs, "<linearGradient id=\"{id}\" gradientUnits=\"userSpaceOnUse\"");
        attribute(&mut writer.defs, "x1", x);
        attribute(&mut writer.defs, "y1", y);
        attribute(&mut writer.defs, "x2", x + toward(column));
        attribute(&mut writer.defs, "y2", y + toward(row));
    }
    writer.defs.push('>');
    writer.stops(stops);
    writer.defs.push_str(if corner { "</radialGradient>" } else { "</linearGradient>" });
    id
}
