//! Path data of the shapes that charts are made of.

use std::f32::consts::TAU;
use std::fmt::Write;

use crate::units::{Point, Rect};

/// Path data being written, in absolute coordinates.
#[derive(Debug, Clone, Default)]
pub(super) struct PathData(String);

impl PathData {
    /// The data; empty when nothing was written.
    pub(super) fn finish(self) -> String {
        self.0
    }

    /// Writes a command with its numbers, rounded to 1/1000 pixel.
    fn put(&mut self, command: char, numbers: &[f32]) {
        self.0.push(command);
        for (index, number) in numbers.iter().enumerate() {
            let gap = if index > 0 { " " } else { "" };
            let rounded = (f64::from(*number) * 1000.0).round() / 1000.0;
            // Writing to a string does not fail. Adding zero turns -0 into 0.
            let _ = write!(self.0, "{gap}{}", rounded + 0.0);
        }
    }

    /// Starts a stretch.
    pub(super) fn start(&mut self, at: Point) {
        self.put('M', &[at.x, at.y]);
    }

    /// A straight line on.
    pub(super) fn line(&mut self, to: Point) {
        self.put('L', &[to.x, to.y]);
    }

    /// A clockwise arc of a circle on.
    fn arc(&mut self, radius: f32, large: bool, to: Point) {
        self.put('A', &[radius, radius, 0.0, f32::from(u8::from(large)), 1.0, to.x, to.y]);
    }

    /// A counter-clockwise arc of a circle on.
    fn arc_back(&mut self, radius: f32, large: bool, to: Point) {
        self.put('A', &[radius, radius, 0.0, f32::from(u8::from(large)), 0.0, to.x, to.y]);
    }

    /// Back to the start.
    pub(super) fn close(&mut self) {
        self.0.push('Z');
    }

    /// A box.
    pub(super) fn rect(&mut self, r: Rect) {
        self.put('M', &[r.x, r.y]);
        self.put('H', &[r.right()]);
        self.put('V', &[r.bottom()]);
        self.put('H', &[r.x]);
        self.close();
    }

    /// A box whose corners have their own radii: top left, top right, bottom right, bottom left.
    pub(super) fn rounded(&mut self, r: Rect, radii: [f32; 4]) {
        let most = (r.width.min(r.height) / 2.0).max(0.0);
        let [a, b, c, d] = radii.map(|radius| radius.clamp(0.0, most));
        self.put('M', &[r.x + a, r.y]);
        self.put('H', &[r.right() - b]);
        self.corner(b, Point { x: r.right(), y: r.y + b });
        self.put('V', &[r.bottom() - c]);
        self.corner(c, Point { x: r.right() - c, y: r.bottom() });
        self.put('H', &[r.x + d]);
        self.corner(d, Point { x: r.x, y: r.bottom() - d });
        self.put('V', &[r.y + a]);
        self.corner(a, Point { x: r.x + a, y: r.y });
        self.close();
    }

    /// A quarter of a circle, unless its radius is zero.
    fn corner(&mut self, radius: f32, to: Point) {
        if radius > 0.0 {
            self.arc(radius, false, to);
        }
    }

    /// A circle.
    pub(super) fn circle(&mut self, center: Point, radius: f32) {
        let left = Point { x: center.x - radius, y: center.y };
        self.start(left);
        self.arc(radius, false, Point { x: center.x + radius, y: center.y });
        self.arc(radius, false, left);
        self.close();
    }

    /// The part of a disc that lies left of a share (0 to 1) of its width.
    pub(super) fn disc_part(&mut self, center: Point, radius: f32, share: f32) {
        let across = share * 2.0 - 1.0;
        let half = (1.0 - across * across).max(0.0).sqrt() * radius;
        let x = center.x + across * radius;
        self.start(Point { x, y: center.y + half });
        self.arc(radius, share > 0.5, Point { x, y: center.y - half });
        self.close();
    }

    /// An open arc of a circle between two shares of a turn, from twelve o'clock, clockwise.
    pub(super) fn turn(&mut self, center: Point, radius: f32, from: f32, to: f32) {
        self.start(on_circle(center, radius, from));
        // An arc whose ends meet draws nothing, so a long one is written as two.
        let middle = (from + to) / 2.0;
        self.arc(radius, false, on_circle(center, radius, middle));
        self.arc(radius, false, on_circle(center, radius, to));
    }

    /// A slice of a ring between two shares of a turn.
    pub(super) fn slice(&mut self, center: Point, outer: f32, inner: f32, from: f32, to: f32) {
        let middle = (from + to) / 2.0;
        self.turn(center, outer, from, to);
        self.line(on_circle(center, inner, to));
        self.arc_back(inner, false, on_circle(center, inner, middle));
        self.arc_back(inner, false, on_circle(center, inner, from));
        self.close();
    }
}

/// The point of a circle at a share of a turn from twelve o'clock, clockwise.
pub(super) fn on_circle(center: Point, radius: f32, turn: f32) -> Point {
    let angle = turn * TAU;
    Point { x: center.x + radius * angle.sin(), y: center.y - radius * angle.cos() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_turn_ends_at_three_o_clock() {
        let end = on_circle(Point { x: 10.0, y: 10.0 }, 5.0, 0.25);
        assert!((end.x - 15.0).abs() < 1e-4 && (end.y - 10.0).abs() < 1e-4);
    }

    #[test]
    fn boxes_are_closed_and_short() {
        let mut path = PathData::default();
        path.rect(Rect::new(1.0, 2.0, 3.0, 4.0));
        assert_eq!(path.finish(), "M1 2H4V6H1Z");
    }
}
