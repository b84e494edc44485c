//! The sheet: a page that keeps the proportions it was drawn in, its children at places of their own.
//!
//! A sheet lies in the middle of the trim, as large as it can be there, moved and made smaller where words would leave
//! the safe area. A rem inside it is a 36th of its geometric mean, so that all of it grows and shrinks together.

use roxmltree::Node;

use super::NAMESPACE;
use crate::format::Format;
use crate::units::{Insets, Rect};

/// A sheet is so many rem across, as pages are.
const REMS: f32 = 36.0;
/// The slice of a drawing that is drawn out beyond an edge, as a share of its side: as thin as a line.
const SLICE: f32 = 0.0005;
/// Strips reach this far under the sheet, in pixels, so that no gap shows between.
const SEAM: f32 = 0.5;
/// Elements that are drawn for their looks alone and may lie anywhere.
const ART: [&str; 4] = ["svg", "picture", "space", "rule"];

/// Where a sheet lies on its surface.
#[derive(Debug)]
pub(super) struct Sheet {
    /// Its box.
    pub(super) rect: Rect,
    /// The surface with the sheet's own rem.
    pub(super) format: Format,
}

impl Sheet {
    /// The sheet of a page that has one as its box.
    pub(super) fn of(root: Node, format: &Format) -> Option<Self> {
        let node = root.children().find(|child| child.has_tag_name((NAMESPACE, "sheet")))?;
        let ratio = node.attribute("ratio")?.trim().parse::<f32>().ok().filter(|r| r.is_finite() && *r > 0.0)?;
        let rect = laid(format, ratio, words(node));
        let rem = ((rect.width * rect.height).sqrt() / REMS).max(0.01);
        Some(Self { rect, format: Format { rem, ..format.clone() } })
    }
}

/// The box around all that must stay in the safe area, in shares of the sheet.
fn words(sheet: Node) -> Option<Rect> {
    let share = |node: &Node, name: &str| node.attribute(name)?.trim().strip_suffix('%')?.parse::<f32>().ok();
    let bearing = sheet.children().filter(|node| node.is_element() && !ART.contains(&node.tag_name().name()));
    let boxes = bearing.filter_map(|node| {
        let of = |name: &str| share(&node, name).map(|percent| percent / 100.0);
        let (x, y) = (of("x").unwrap_or(0.0).clamp(0.0, 1.0), of("y").unwrap_or(0.0).clamp(0.0, 1.0));
        let (right, bottom) = (x + of("width").unwrap_or(0.0), y + of("height").unwrap_or(0.0));
        let rect = Rect::new(x, y, right.clamp(x, 1.0) - x, bottom.clamp(y, 1.0) - y);
        [rect.x, rect.y, rect.width, rect.height].iter().all(|n| n.is_finite()).then_some(rect)
    });
    boxes.reduce(|all, one| all.union(&one))
}

/// The greatest box of a ratio on a surface whose words stand in the safe area, as near the middle as may be.
fn laid(format: &Format, ratio: f32, words: Option<Rect>) -> Rect {
    let (wide, high) = (format.trim.width, format.trim.height);
    let mut width = wide.min(high * ratio);
    let safe = format.safe_box();
    let across = words.map(|words| Stretch::new((words.x, words.right()), (safe.x, safe.right()), wide));
    let down = words.map(|words| Stretch::new((words.y, words.bottom()), (safe.y, safe.bottom()), high));
    if let (Some(across), Some(down)) = (&across, &down) {
        width = width.min(across.longest()).min(down.longest() * ratio);
    }
    let height = width / ratio;
    let start = |stretch: Option<Stretch>, length: f32, room: f32| {
        let middle = (room - length) / 2.0;
        stretch.map_or(middle, |stretch| stretch.start(length, middle))
    };
    Rect::new(start(across, width, wide), start(down, height, high), width, height)
}

/// A drawing on a sheet with what lies around it up to the edges of trim and bleed: parts of its `view`, each with the
/// box it is shown in, the drawing itself last.
///
/// Where it goes `beyond` its page far enough (top, right, bottom, left, in shares of it), that is shown. Elsewhere its
/// edge is drawn out: a slice as thin as a line is shown over the whole strip. Shapes that reach the page's edge so reach
/// the surface's, and what lies inside stays where it was drawn.
pub(super) fn drawn_out(rect: &Rect, view: &Rect, format: &Format, beyond: [f32; 4]) -> Vec<(Rect, Rect)> {
    let edges = Rect::new(0.0, 0.0, format.trim.width, format.trim.height).outset(format.bleed);
    let [top, right, bottom, left] = beyond;
    let own = |gap: f32, reach: f32| if gap > 0.0 && gap <= reach + SEAM { gap } else { 0.0 };
    let by = Insets {
        top: own(rect.y - edges.y, top * rect.height),
        right: own(edges.right() - rect.right(), right * rect.width),
        bottom: own(edges.bottom() - rect.bottom(), bottom * rect.height),
        left: own(rect.x - edges.x, left * rect.width),
    };
    let (x, y) = (view.width / rect.width.max(0.01), view.height / rect.height.max(0.01));
    let whole = grown(rect, by);
    let view = grown(view, Insets { top: by.top * y, right: by.right * x, bottom: by.bottom * y, left: by.left * x });
    let columns = parts((edges.x, edges.right()), (whole.x, whole.right()), (view.x, view.width));
    let rows = parts((edges.y, edges.bottom()), (whole.y, whole.bottom()), (view.y, view.height));
    let mut shown = Vec::new();
    for (row, down) in rows.into_iter().enumerate() {
        for (column, across) in columns.into_iter().enumerate() {
            if (row, column) != (1, 1) && down.wide && across.wide {
                let slice = Rect::new(across.from.0, down.from.0, across.from.1, down.from.1);
                shown.push((slice, Rect::new(across.to.0, down.to.0, across.to.1, down.to.1)));
            }
        }
    }
    shown.push((view, whole));
    shown
}

/// A box with each side moved outwards.
fn grown(rect: &Rect, by: Insets) -> Rect {
    let Insets { top, right, bottom, left } = by;
    Rect::new(rect.x - left, rect.y - top, rect.width + left + right, rect.height + top + bottom)
}

/// A part of one direction: from where in the drawing, to where on the surface (starts and lengths).
#[derive(Clone, Copy)]
struct Part {
    /// Of the drawing.
    from: (f32, f32),
    /// On the surface.
    to: (f32, f32),
    /// Whether anything of it is seen.
    wide: bool,
}

/// Before, over and after a sheet in one direction.
fn parts(edges: (f32, f32), sheet: (f32, f32), (origin, length): (f32, f32)) -> [Part; 3] {
    let (slice, (start, end)) = (length * SLICE, sheet);
    let (before, after) = (start - edges.0, edges.1 - end);
    [
        Part { from: (origin, slice), to: (edges.0, before + SEAM), wide: before > SEAM },
        Part { from: (origin, length), to: (start, end - start), wide: end > start },
        Part { from: (origin + length - slice, slice), to: (end - SEAM, after + SEAM), wide: after > SEAM },
    ]
}

/// One direction: where words lie on the sheet (shares), where they may lie on the surface, and its length.
struct Stretch {
    /// Words' start and end, in shares of the sheet.
    words: (f32, f32),
    /// The safe area's start and end, in pixels.
    safe: (f32, f32),
    /// The surface's length.
    room: f32,
}

impl Stretch {
    /// One direction.
    fn new(words: (f32, f32), safe: (f32, f32), room: f32) -> Self {
        Self { words, safe, room }
    }

    /// The longest sheet that has a place on the surface at which its words are safe.
    fn longest(&self) -> f32 {
        let share = |pixels: f32, of: f32| if of > 0.0 { pixels / of } else { f32::INFINITY };
        let (from, to) = self.words;
        let inside = share(self.safe.1 - self.safe.0, to - from);
        inside.min(share(self.safe.1, to)).min(share(self.room - self.safe.0, 1.0 - from))
    }

    /// Where a sheet of some length starts: as near to `wanted` as its words allow.
    fn start(&self, length: f32, wanted: f32) -> f32 {
        let least = (self.safe.0 - self.words.0 * length).max(0.0);
        let most = (self.safe.1 - self.words.1 * length).min(self.room - length);
        wanted.min(most).max(least)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Formats;
    use crate::units::Size;

    /// A surface of some size with a safe area.
    fn surface(width: f32, height: f32, safe: Insets) -> Format {
        let formats = Formats::built_in();
        let format = formats.get("fb-square").unwrap();
        Format { trim: Size { width, height }, safe, ..Format::clone(format) }
    }

    /// Words over the middle eight tenths.
    const WORDS: Rect = Rect { x: 0.1, y: 0.1, width: 0.8, height: 0.8 };

    #[test]
    fn a_sheet_of_the_surface_s_proportions_fills_it() {
        let format = surface(1080.0, 1350.0, Insets::all(100.0));
        assert_eq!(laid(&format, 0.8, Some(WORDS)), Rect::new(0.0, 0.0, 1080.0, 1350.0));
    }

    #[test]
    fn another_ratio_leaves_strips_and_distorts_nothing() {
        assert_eq!(laid(&surface(1080.0, 1920.0, Insets::all(0.0)), 0.8, None), Rect::new(0.0, 285.0, 1080.0, 1350.0));
        assert_eq!(laid(&surface(1500.0, 1000.0, Insets::all(0.0)), 1.0, None), Rect::new(250.0, 0.0, 1000.0, 1000.0));
    }

    #[test]
    fn words_move_the_sheet_first_and_make_it_smaller_only_when_they_must() {
        // Room above and below: the sheet moves down until its words (from 0.1 on) stand at 600.
        let low = Insets { top: 600.0, ..Insets::all(0.0) };
        assert_eq!(laid(&surface(1080.0, 1920.0, low), 0.8, Some(WORDS)), Rect::new(0.0, 465.0, 1080.0, 1350.0));
        // No room: 0.8 of it must go into 800 × 800.
        let narrow = Insets::all(140.0);
        let rect = laid(&surface(1080.0, 1080.0, narrow), 1.0, Some(WORDS));
        assert!((rect.width - 1000.0).abs() < 0.01 && (rect.x - 40.0).abs() < 0.01, "{rect:?}");
    }

    #[test]
    fn the_edges_of_a_drawing_are_drawn_out_to_the_surface_s() {
        let view = Rect::new(0.0, 0.0, 100.0, 100.0);
        let format = surface(1000.0, 1400.0, Insets::all(0.0));
        let sheet = Rect::new(0.0, 200.0, 1000.0, 1000.0);
        let out = drawn_out(&sheet, &view, &format, [0.0; 4]);
        let expected = [
            (Rect::new(0.0, 0.0, 100.0, 0.05), Rect::new(0.0, 0.0, 1000.0, 200.5)),
            (Rect::new(0.0, 99.95, 100.0, 0.05), Rect::new(0.0, 1199.5, 1000.0, 200.5)),
            (view, sheet),
        ];
        assert_eq!(out, expected);
        // What goes on for a quarter of the page at the top is shown there; at the bottom its edge is drawn out.
        let own = drawn_out(&sheet, &view, &format, [0.25, 0.0, 0.1, 0.0]);
        assert_eq!(own.len(), 2);
        assert_eq!(own[1], (Rect::new(0.0, -20.0, 100.0, 120.0), Rect::new(0.0, 0.0, 1000.0, 1200.0)));
        let whole = Rect::new(0.0, 0.0, 1000.0, 1400.0);
        assert_eq!(drawn_out(&whole, &view, &format, [0.0; 4]), [(view, whole)]);
        let bleeding = Format { bleed: 10.0, ..format };
        assert_eq!(drawn_out(&whole, &view, &bleeding, [0.0; 4]).len(), 9);
        assert_eq!(drawn_out(&whole, &view, &bleeding, [0.05; 4]).len(), 1);
    }

    #[test]
    fn words_are_safe_on_any_surface() {
        for (width, height) in [(1080.0, 1350.0), (1080.0, 1920.0), (2480.0, 3508.0), (400.0, 2000.0), (900.0, 901.0)] {
            for safe in [Insets::all(30.0), Insets { top: 250.0, right: 20.0, bottom: 400.0, left: 60.0 }] {
                for words in [WORDS, Rect::new(0.0, 0.0, 1.0, 1.0), Rect::new(0.0, 0.6, 0.3, 0.4)] {
                    let format = surface(width, height, safe);
                    let sheet = laid(&format, 0.8, Some(words));
                    let drawn = Rect::new(
                        sheet.x + words.x * sheet.width,
                        sheet.y + words.y * sheet.height,
                        words.width * sheet.width,
                        words.height * sheet.height,
                    );
                    assert!(format.safe_box().contains(&drawn, 0.05), "{width} × {height}, {safe:?}: {drawn:?}");
                    assert!((sheet.width / sheet.height - 0.8).abs() < 0.001);
                }
            }
        }
    }
}
