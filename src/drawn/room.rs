//! The room of drawn words: they have a baseline and no box, and other words will be longer.

use super::piece::{Anchor, Words};
use super::plane::Area;

/// Leading of a single line, in its size: Vietnamese capitals with two marks need so much.
const LEADING: f64 = 1.25;
/// The least leading that lines are drawn together to, so that boxes do not overlap.
const TIGHT: f64 = 1.0;
/// The widest margin that is taken over to the other side, as a share of what the words stand on.
const MARGIN: f64 = 0.1;
/// Free space kept before the next thing, in the words' size.
const GAP: f64 = 0.4;

/// A box for words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Room {
    /// The box.
    pub(super) area: Area,
    /// Line step, in the words' size.
    pub(super) leading: f64,
}

/// Something that words may come close to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Neighbour {
    /// Where it was drawn.
    pub(super) area: Area,
    /// Whether it grows towards the left, as words do that end or are centred at their place.
    pub(super) left: bool,
    /// Whether it grows towards the right.
    pub(super) right: bool,
}

/// What is known of words that ask for room.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asking {
    /// Their size.
    pub(super) size: f64,
    /// Their widest line as drawn; zero where values will stand.
    pub(super) width: f64,
    /// Ascent and descent of the face, in its size.
    pub(super) extent: (f64, f64),
}

/// The lines' box: from the drawn baselines, as high as their leading, as wide as there is room beside other things.
///
/// `others` are boxes of words and places; `panels` those of drawn rectangles, whose padding is kept on both sides.
pub(super) fn room(words: &Words, asking: Asking, page: &Area, others: &[Neighbour], panels: &[Area]) -> Room {
    let steps = words.lines.len().saturating_sub(1);
    let size = asking.size.max(1e-6);
    let drawn =
        if steps > 0 { (words.last - words.at.1) / f64::from(u32::try_from(steps).unwrap_or(1)) / size } else { 0.0 };
    let leading = if drawn > 0.5 { drawn } else { LEADING };
    let (ascent, descent) = asking.extent;
    let above = (leading - ascent - descent) / 2.0 + ascent;
    let count = f64::from(u32::try_from(words.lines.len()).unwrap_or(1));
    let rows = Area { x: page.x, y: words.at.1 - above * size, width: page.width, height: count * leading * size };
    let (left, right) = sides(words, (size, asking.width), page, &rows, others, panels);
    let (x, half) = (words.at.0, asking.width / 2.0);
    let (from, to) = match words.anchor {
        Anchor::Start => (x, right.max(x + asking.width)),
        Anchor::End => (left.min(x - asking.width), x),
        Anchor::Middle => {
            let reach = (x - left).min(right - x).max(half);
            (x - reach, x + reach)
        }
    };
    Room { area: Area { x: from, width: (to - from).max(size), ..rows }, leading }
}

/// How far words may reach to the left and to the right.
fn sides(
    words: &Words,
    (size, width): (f64, f64),
    page: &Area,
    rows: &Area,
    others: &[Neighbour],
    panels: &[Area],
) -> (f64, f64) {
    let x = words.at.0;
    let around = panels.iter().filter(|panel| panel.holds(words.at) && !panel.covers(page));
    let around = around.min_by(|a, b| (a.width * a.height).total_cmp(&(b.width * b.height))).unwrap_or(page);
    // The margin on the side that is known is kept on the other.
    let margin = match words.anchor {
        Anchor::Start => x - around.x,
        Anchor::End => around.right() - x,
        Anchor::Middle => page.width * 0.04,
    };
    let margin = margin.clamp(0.0, around.width * MARGIN);
    let (own_left, own_right) = match words.anchor {
        Anchor::Start => (x, x + width),
        Anchor::Middle => (x - width / 2.0, x + width / 2.0),
        Anchor::End => (x - width, x),
    };
    let beside = || others.iter().filter(|other| other.area.beside(rows));
    // Two that grow towards each other share the room between them.
    let right = beside().filter(|other| other.area.x > x + size * 0.2).map(|other| {
        let shared = (own_right + other.area.x) / 2.0;
        if other.left { shared - GAP / 2.0 * size } else { other.area.x - GAP * size }
    });
    let left = beside().filter(|other| other.area.right() < x - size * 0.2).map(|other| {
        let shared = (own_left + other.area.right()) / 2.0;
        if other.right { shared + GAP / 2.0 * size } else { other.area.right() + GAP * size }
    });
    (left.fold(around.x + margin, f64::max), right.fold(around.right() - margin, f64::min))
}

impl Room {
    /// The box with its lines as close as they may come; the first baseline stays where it was drawn.
    fn tight(self, asking: Asking, lines: usize) -> Self {
        let lines = f64::from(u32::try_from(lines.max(1)).unwrap_or(1));
        let (ascent, descent) = asking.extent;
        let above = |leading: f64| ((leading - ascent - descent) / 2.0 + ascent) * asking.size;
        let leading = if lines > 1.0 { self.leading } else { TIGHT.min(self.leading) };
        let y = self.area.y + above(self.leading) - above(leading);
        Self { area: Area { y, height: lines * leading * asking.size, ..self.area }, leading }
    }
}

/// Makes boxes lower where one reaches into another, as far as lines may come together; gives those that still lie
/// over each other.
pub(super) fn apart(rooms: &mut [(Room, Asking, usize)]) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..rooms.len()).collect();
    order.sort_by(|a, b| rooms[*a].0.area.y.total_cmp(&rooms[*b].0.area.y));
    let mut still = Vec::new();
    for (position, upper) in order.iter().enumerate() {
        for lower in &order[position + 1..] {
            let over = |rooms: &[(Room, Asking, usize)]| rooms[*upper].0.area.over(&rooms[*lower].0.area);
            for one in [*upper, *lower] {
                if over(rooms) {
                    let (room, asking, lines) = rooms[one];
                    rooms[one].0 = room.tight(asking, lines);
                }
            }
            if over(rooms) {
                still.push((*upper, *lower));
            }
        }
    }
    still
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Span;

    /// A line of words at a place.
    fn words(x: f64, y: f64, anchor: Anchor) -> Words {
        Words {
            name: None,
            lines: vec![Vec::new()],
            at: (x, y),
            last: y,
            anchor,
            frame: None,
            flowed: false,
            span: Span::whole("d.svg"),
        }
    }

    const PAGE: Area = Area { x: 0.0, y: 0.0, width: 1000.0, height: 1000.0 };
    const ASKING: Asking = Asking { size: 40.0, width: 100.0, extent: (1.0, 0.25) };

    #[test]
    fn margins_are_mirrored_and_neighbours_stop() {
        let plain = room(&words(80.0, 200.0, Anchor::Start), ASKING, &PAGE, &[], &[]);
        assert_eq!(plain.area, Area { x: 80.0, y: 160.0, width: 840.0, height: 50.0 });
        let area = Area { x: 600.0, y: 150.0, width: 100.0, height: 100.0 };
        let neighbour = Neighbour { area, left: false, right: true };
        let stopped = room(&words(80.0, 200.0, Anchor::Start), ASKING, &PAGE, &[neighbour], &[]);
        assert_eq!(stopped.area.right(), 584.0);
        let growing = Neighbour { left: true, ..neighbour };
        let shared = room(&words(80.0, 200.0, Anchor::Start), ASKING, &PAGE, &[growing], &[]);
        assert_eq!(shared.area.right(), 382.0);
        let panel = Area { x: 60.0, y: 100.0, width: 400.0, height: 200.0 };
        let inside = room(&words(80.0, 200.0, Anchor::Start), ASKING, &PAGE, &[], &[panel, PAGE]);
        assert_eq!(inside.area.right(), 440.0);
        let end = room(&words(920.0, 200.0, Anchor::End), ASKING, &PAGE, &[], &[]);
        assert_eq!((end.area.x, end.area.right()), (80.0, 920.0));
        let middle = room(&words(300.0, 200.0, Anchor::Middle), ASKING, &PAGE, &[], &[]);
        assert_eq!((middle.area.x, middle.area.right()), (40.0, 560.0));
    }

    #[test]
    fn lines_close_together_get_boxes_that_do_not_overlap() {
        let of = |y: f64| (room(&words(80.0, y, Anchor::Start), ASKING, &PAGE, &[], &[]), ASKING, 1);
        let mut close = [of(200.0), of(243.0)];
        assert!(close[0].0.area.over(&close[1].0.area));
        assert_eq!(apart(&mut close), []);
        assert!(!close[0].0.area.over(&close[1].0.area));
        let mut same = [of(200.0), of(205.0)];
        assert_eq!(apart(&mut same), [(0, 1)]);
    }
}
