//! Outlines of areas in a box: projected, and the place in each where words fit.
//!
//! The projection is equirectangular with its standard parallel in the middle of the map: right in area and shape for
//! anything from a commune to a country, and straight north is up.

use super::path::PathData;
use super::scale::many;
use crate::atlas::{Map, Ring};
use crate::units::{Point, Rect, Size};

/// Corners closer than this to the last one are left out, in pixels.
const FINE: f32 = 0.35;
/// Places tried for words in each direction.
const TRIES: usize = 15;

/// An area's rings in pixels.
pub(super) type Rings = Vec<Vec<Point>>;

/// Height of a map divided by its width; 1 for one without extent.
pub(super) fn proportion(map: &Map) -> f32 {
    let Some(frame) = Frame::of(map) else { return 1.0 };
    #[expect(clippy::cast_possible_truncation, reason = "a proportion")]
    let proportion = (frame.tall / (frame.wide * frame.narrowing).max(f64::MIN_POSITIVE)) as f32;
    if proportion.is_finite() { proportion.clamp(0.05, 20.0) } else { 1.0 }
}

/// What a map covers, in degrees.
struct Frame {
    /// Westernmost longitude.
    west: f64,
    /// Northernmost latitude.
    north: f64,
    /// Extent to the east.
    wide: f64,
    /// Extent to the south.
    tall: f64,
    /// Width of a degree of longitude in degrees of latitude, in the middle.
    narrowing: f64,
}

impl Frame {
    /// The frame of all rings; none where there is nothing to see.
    fn of(map: &Map) -> Option<Self> {
        let all = || map.areas.iter().flat_map(|area| area.rings.iter().flatten());
        let range = |of: fn(&(f64, f64)) -> f64| {
            all().map(of).fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), n| (l.min(n), h.max(n)))
        };
        let ((west, east), (south, north)) = (range(|p| p.0), range(|p| p.1));
        let (wide, tall) = (east - west, north - south);
        let seen = wide.is_finite() && tall.is_finite() && wide > 0.0 && tall > 0.0;
        let narrowing = f64::midpoint(south, north).to_radians().cos().max(0.01);
        seen.then_some(Self { west, north, wide, tall, narrowing })
    }
}

/// The areas of a map as large as a box holds, in its middle; one list of rings each, in order.
pub(super) fn project(map: &Map, room: Rect) -> Vec<Rings> {
    let Some(frame) = Frame::of(map) else { return vec![Rings::new(); map.areas.len()] };
    let own = (frame.wide * frame.narrowing, frame.tall);
    let scale = (f64::from(room.width) / own.0).min(f64::from(room.height) / own.1);
    let left = f64::from(room.x) + (f64::from(room.width) - own.0 * scale) / 2.0;
    let top = f64::from(room.y) + (f64::from(room.height) - own.1 * scale) / 2.0;
    #[expect(clippy::cast_possible_truncation, reason = "pixels inside the box")]
    let place = |(longitude, latitude): &(f64, f64)| Point {
        x: (left + (longitude - frame.west) * frame.narrowing * scale) as f32,
        y: (top + (frame.north - latitude) * scale) as f32,
    };
    let ring = |ring: &Ring| {
        let mut points: Vec<Point> = Vec::new();
        for point in ring.iter().map(place) {
            let far = |last: &Point| (last.x - point.x).abs() >= FINE || (last.y - point.y).abs() >= FINE;
            if points.last().is_none_or(far) {
                points.push(point);
            }
        }
        points
    };
    let area = |rings: &Vec<Ring>| rings.iter().map(ring).filter(|points| points.len() >= 3).collect();
    map.areas.iter().map(|one| area(&one.rings)).collect()
}

/// Rings as closed path data, turned so that holes stay empty whatever way the file went round them.
pub(super) fn path(rings: &Rings) -> PathData {
    let mut path = PathData::default();
    for (index, ring) in rings.iter().enumerate() {
        let around = |(at, other): (usize, &Vec<Point>)| {
            at != index && ring.first().is_some_and(|corner| contains(std::slice::from_ref(other), *corner))
        };
        let hole = rings.iter().enumerate().filter(|pair| around(*pair)).count() % 2 == 1;
        let backwards = (turn(ring) < 0.0) != hole;
        let put = |path: &mut PathData, corner: usize, point: &Point| {
            if corner == 0 { path.start(*point) } else { path.line(*point) }
        };
        if backwards {
            ring.iter().rev().enumerate().for_each(|(corner, point)| put(&mut path, corner, point));
        } else {
            ring.iter().enumerate().for_each(|(corner, point)| put(&mut path, corner, point));
        }
        path.close();
    }
    path
}

/// Twice the area of a ring, with the sign of the way it goes round.
fn turn(ring: &[Point]) -> f32 {
    ring.iter().zip(ring.iter().cycle().skip(1)).map(|(a, b)| a.x * b.y - b.x * a.y).sum()
}

/// Whether a point lies inside some rings (even-odd).
fn contains(rings: &[Vec<Point>], at: Point) -> bool {
    let crossed =
        |a: &Point, b: &Point| (a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x;
    let edges = rings.iter().flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)));
    edges.filter(|(a, b)| crossed(a, b)).count() % 2 == 1
}

/// Whether a box touches no edge and lies inside some rings.
fn holds(rings: &[Vec<Point>], r: Rect) -> bool {
    let edges = rings.iter().flat_map(|ring| ring.iter().zip(ring.iter().cycle().skip(1)));
    contains(rings, r.center()) && edges.into_iter().all(|(a, b)| !meets(*a, *b, r))
}

/// Whether a stretch of line meets a box.
fn meets(a: Point, b: Point, r: Rect) -> bool {
    // The part of the stretch that is left after each side has cut it.
    let (mut from, mut to) = (0.0_f32, 1.0_f32);
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    for (step, gap) in [(-dx, a.x - r.x), (dx, r.right() - a.x), (-dy, a.y - r.y), (dy, r.bottom() - a.y)] {
        if step == 0.0 {
            if gap < 0.0 {
                return false;
            }
            continue;
        }
        let share = gap / step;
        if step < 0.0 { from = from.max(share) } else { to = to.min(share) }
    }
    from <= to
}

/// The box around some rings.
pub(super) fn bounds(rings: &[Vec<Point>]) -> Option<Rect> {
    let all = || rings.iter().flatten();
    let (left, right) = all().fold((f32::INFINITY, f32::NEG_INFINITY), |(l, h), p| (l.min(p.x), h.max(p.x)));
    let (top, foot) = all().fold((f32::INFINITY, f32::NEG_INFINITY), |(l, h), p| (l.min(p.y), h.max(p.y)));
    (right > left && foot > top).then(|| Rect::new(left, top, right - left, foot - top))
}

/// The middle of the place where a box of a size lies inside an area, as near to the area's own middle as can be.
pub(super) fn room_for(rings: &Rings, size: Size) -> Option<Point> {
    let largest = rings.iter().max_by(|a, b| turn(a).abs().total_cmp(&turn(b).abs()))?;
    let frame = bounds(std::slice::from_ref(largest))?;
    let (spare_x, spare_y) = (frame.width - size.width, frame.height - size.height);
    if spare_x < 0.0 || spare_y < 0.0 {
        return None;
    }
    let middle = centroid(largest);
    let share = |index: usize| many(index) / many(TRIES - 1);
    let mut best: Option<(f32, Point)> = None;
    let grid = (0..TRIES * TRIES).map(|at| Point {
        x: frame.x + size.width / 2.0 + spare_x * share(at % TRIES),
        y: frame.y + size.height / 2.0 + spare_y * share(at / TRIES),
    });
    for center in std::iter::once(middle).chain(grid) {
        let far = (center.x - middle.x).hypot(center.y - middle.y);
        let r = Rect::new(center.x - size.width / 2.0, center.y - size.height / 2.0, size.width, size.height);
        if best.is_none_or(|(least, _)| far < least) && holds(rings, r) {
            best = Some((far, center));
        }
    }
    best.map(|(_, center)| center)
}

/// The centre of gravity of a ring.
fn centroid(ring: &[Point]) -> Point {
    let area = turn(ring);
    let origin = ring.first().copied().unwrap_or(Point { x: 0.0, y: 0.0 });
    let (mut x, mut y) = (0.0, 0.0);
    for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
        let (a, b) = ((a.x - origin.x, a.y - origin.y), (b.x - origin.x, b.y - origin.y));
        let cross = a.0 * b.1 - b.0 * a.1;
        x += (a.0 + b.0) * cross;
        y += (a.1 + b.1) * cross;
    }
    if area.abs() < 1e-3 { origin } else { Point { x: origin.x + x / (3.0 * area), y: origin.y + y / (3.0 * area) } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::Area;

    /// A map of one area.
    fn map(rings: Vec<Ring>) -> Map {
        Map { areas: vec![Area { key: "a".to_owned(), rings }] }
    }

    /// A square ring.
    fn square(x: f64, y: f64, side: f64) -> Ring {
        vec![(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
    }

    #[test]
    fn a_degree_of_longitude_is_as_wide_as_it_is_in_the_middle() {
        // Around 60° north a degree of longitude is half as wide as one of latitude.
        let north = map(vec![square(10.0, 59.0, 2.0)]);
        assert!((proportion(&north) - 2.0).abs() < 1e-3);
        let rings = project(&north, Rect::new(0.0, 0.0, 100.0, 100.0));
        let frame = bounds(&rings[0]).unwrap();
        assert!((frame.width - 50.0).abs() < 0.01 && (frame.height - 100.0).abs() < 0.01, "{frame:?}");
        assert!((frame.x - 25.0).abs() < 0.01);
    }

    #[test]
    fn north_is_up() {
        let rings = project(&map(vec![vec![(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)]]), Rect::new(0.0, 0.0, 10.0, 10.0));
        assert!(rings[0][0][2].y < rings[0][0][0].y);
    }

    #[test]
    fn holes_go_the_other_way_round() {
        for hole in [square(4.0, 4.0, 2.0), square(4.0, 4.0, 2.0).into_iter().rev().collect()] {
            let rings = project(&map(vec![square(0.0, 0.0, 10.0), hole]), Rect::new(0.0, 0.0, 100.0, 100.0));
            let data = path(&rings[0]).finish();
            let ways: Vec<bool> = data
                .split('M')
                .skip(1)
                .map(|ring| {
                    let numbers = ring.trim_end_matches('Z').replace('L', " ");
                    let numbers: Vec<f32> = numbers.split(' ').map(|n| n.parse().unwrap()).collect();
                    let points: Vec<Point> = numbers.chunks(2).map(|p| Point { x: p[0], y: p[1] }).collect();
                    turn(&points) > 0.0
                })
                .collect();
            assert_eq!(ways, [true, false]);
        }
    }

    #[test]
    fn words_avoid_holes_and_edges() {
        let rings =
            project(&map(vec![square(0.0, 0.0, 10.0), square(3.5, 3.5, 3.0)]), Rect::new(0.0, 0.0, 100.0, 100.0));
        let at = room_for(&rings[0], Size { width: 40.0, height: 20.0 }).unwrap();
        assert!(!(at.x > 15.0 && at.x < 85.0 && at.y > 25.0 && at.y < 75.0), "{at:?}");
        assert!(room_for(&rings[0], Size { width: 60.0, height: 60.0 }).is_none());
    }
}
