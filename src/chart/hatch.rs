//! Hatching: diagonals inside outlines, cut exactly, so that neither clips nor patterns are needed.

use super::path::PathData;
use super::scale::{many, whole_of};
use crate::units::{Point, Rect};

/// Most diagonals of one area.
pub(super) const MOST: usize = 600;

/// The corners of a box.
pub(super) fn corners(r: Rect) -> Vec<Point> {
    let point = |x, y| Point { x, y };
    vec![point(r.x, r.y), point(r.right(), r.y), point(r.right(), r.bottom()), point(r.x, r.bottom())]
}

/// Lines that rise to the right, `pitch` pixels apart, inside some outlines (even-odd).
///
/// They lie on one lattice for the whole page, so that neighbours are hatched alike.
pub(super) fn diagonals(rings: &[Vec<Point>], pitch: f32) -> PathData {
    let sums = || rings.iter().flatten().map(|p| p.x + p.y);
    let (low, high) = sums().fold((f32::INFINITY, f32::NEG_INFINITY), |(l, h), s| (l.min(s), h.max(s)));
    let mut path = PathData::default();
    if !(high > low && low.is_finite() && high.is_finite()) {
        return path;
    }
    let step = (pitch.max(0.5) * std::f32::consts::SQRT_2).max((high - low) / many(MOST));
    let first = (low / step).ceil();
    for index in 0..=whole_of((high - low) / step) {
        let sum = (first + many(index)) * step;
        for pair in crossings(rings, sum).chunks_exact(2) {
            if let [a, b] = pair
                && b - a > 0.2
            {
                path.start(Point { x: *a, y: sum - a });
                path.line(Point { x: *b, y: sum - b });
            }
        }
    }
    path
}

/// Where the line `x + y = sum` crosses the outlines, from left to right.
fn crossings(rings: &[Vec<Point>], sum: f32) -> Vec<f32> {
    let mut found = Vec::new();
    for ring in rings {
        for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            let (from, to) = (a.x + a.y - sum, b.x + b.y - sum);
            // Half open, so that a corner on the line counts once.
            if (from <= 0.0) != (to <= 0.0) {
                found.push(a.x + (b.x - a.x) * (from / (from - to)));
            }
        }
    }
    found.sort_by(f32::total_cmp);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn diagonals_end_at_the_outline() {
        // The square from 0 to 10: with a pitch of √50 only x + y = 10 lies inside.
        let path = diagonals(&[corners(Rect::new(0.0, 0.0, 10.0, 10.0))], 50f32.sqrt()).finish();
        assert_eq!(path, "M0 10L10 0");
    }

    #[test]
    fn holes_stay_empty() {
        let outer = corners(Rect::new(0.0, 0.0, 10.0, 10.0));
        let hole = corners(Rect::new(4.0, 4.0, 2.0, 2.0));
        assert_eq!(diagonals(&[outer, hole], 50f32.sqrt()).finish(), "M0 10L4 6M6 4L10 0");
    }

    #[test]
    fn nothing_is_hatched_without_an_area() {
        assert_eq!(diagonals(&[], 3.0).finish(), "");
        assert_eq!(diagonals(&[vec![Point { x: 1.0, y: 1.0 }; 4]], 3.0).finish(), "");
        assert_eq!(diagonals(&[vec![Point { x: f32::NAN, y: 1.0 }; 4]], 3.0).finish(), "");
    }
}
