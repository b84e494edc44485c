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

/// Where the nine slices of a shadow lie.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slices {
    /// The four upright lines between them, on whole pixels: where the shadow begins, its core, and where it ends.
    pub xs: [f32; 4],
    /// The four level lines.
    pub ys: [f32; 4],
    /// Centres of the left and right corners' circles.
    pub across: [f32; 2],
    /// Centres of the upper and lower corners' circles.
    pub down: [f32; 2],
    /// From a corner's centre to the box's own edge.
    pub core: f32,
    /// From the box's edge to where nothing is left, and as far inwards.
    pub blur: f32,
}

impl Slices {
    /// The slices of a box's shadow; none for a box without area.
    ///
    /// Slices meet on whole pixels and are not antialiased, so that no seam shows; the gradients that fill them
    /// keep the box's own place, or a small blur would be seen to jump.
    pub fn of(rect: &Rect, radius: f32, blur: f32) -> Option<Self> {
        let blur = blur.max(1.0);
        let core = radius.max(blur).min(rect.width / 2.0).min(rect.height / 2.0);
        let outer = rect.outset(blur);
        let (across, down) = ([rect.x + core, rect.right() - core], [rect.y + core, rect.bottom() - core]);
        (core > 0.0).then(|| Self {
            xs: [outer.x, across[0], across[1], outer.right()].map(f32::round),
            ys: [outer.y, down[0], down[1], outer.bottom()].map(f32::round),
            across,
            down,
            core,
            blur,
        })
    }

    /// How far the shadow reaches from a core's edge or a corner's centre.
    pub fn reach(&self) -> f32 {
        self.core + self.blur
    }

    /// Its colours outwards from there, by parts of the reach, rising from 0.
    pub fn stops(&self, color: Color) -> Vec<(f32, Color)> {
        let at = |part: f32| (self.core + part * self.blur) / self.reach();
        let mut stops = vec![(0.0, color.with_alpha(color.alpha * self.opacity(0.0)))];
        let outwards = FADE.iter().filter(|(part, _)| at(*part) > 0.0);
        stops.extend(outwards.map(|(part, opacity)| (at(*part).min(1.0), color.with_alpha(color.alpha * opacity))));
        stops
    }

    /// The opacity at a distance outwards.
    fn opacity(&self, distance: f32) -> f32 {
        let at = (distance - self.core) / self.blur;
        let next = FADE.iter().position(|(stop, _)| at < *stop);
        match next {
            None => FADE[FADE.len() - 1].1,
            Some(0) => FADE[0].1,
            Some(next) => {
                let ((from, before), (to, after)) = (FADE[next - 1], FADE[next]);
                before + (after - before) * (at - from) / (to - from)
            }
        }
    }
}

/// Writes the shadow of a box.
pub(super) fn write(writer: &mut Writer, rect: &Rect, radius: f32, blur: f32, color: Color) {
    let Some(slices) = Slices::of(rect, radius, blur) else { return };
    let (Slices { xs, ys, across, down, .. }, reach, stops) = (slices, slices.reach(), slices.stops(color));
    let inner = Rect::new(xs[1], ys[1], xs[2] - xs[1], ys[2] - ys[1]);
    slice(writer, &inner, &format!("fill=\"{color}\" fill-opacity=\"{}\"", stops[0].1.alpha));
    for (column, row) in [(0, 0), (2, 0), (0, 2), (2, 2), (1, 0), (1, 2), (0, 1), (2, 1)] {
        let center = (across[usize::from(column == 2)], down[usize::from(row == 2)]);
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
