//! Grounds: what pages of one template have in common is painted once and copied.
//!
//! Nobody marks it. Of two pages of one kind, the items that paint the same are common; one of them belongs to the
//! ground when no item before it that is not common touches its pixels, so that it may as well be painted first. The
//! next page is compared with that ground, which shrinks to what it shares with it. A page's pixels are the same with
//! and without: only the order of what does not touch each other changes.

use std::collections::HashSet;
use std::sync::Arc;

use super::canvas::length;
use super::reach::{print, reach};
use super::shelf::Shelf;
use crate::digest::Digest;
use crate::frame::Item;
use crate::svg::Page;
use crate::units::Rect;

/// The most bytes of pixels that are kept.
const KEPT: usize = 32 << 20;
/// A canvas of more pixels has no ground: it is one of few, and its ground would put out many small ones.
const LARGE: usize = 1_500_000;
/// A page of more items is not compared.
const MANY: usize = 2000;
/// A shape is large that takes this part of the canvas.
const PART: f32 = 0.01;

/// What pages of a kind have in common.
pub(super) struct Grounds(Shelf<Kind, Ground>);

/// Which pages are compared: those of one template and size that have the same large shapes, as pages whose words take
/// as many lines do; where there is none, those that begin with the same item.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Kind {
    /// Width and height in pixels.
    size: (u32, u32),
    /// The template.
    template: Arc<str>,
    /// The shapes by which it is known.
    shapes: Vec<Digest>,
}

/// A ground, or all items of the only page that was met.
struct Ground {
    /// Prints of its items, in painting order.
    items: Vec<Digest>,
    /// Its pixels, once it was painted.
    pixels: Option<Vec<u8>>,
}

/// How a page is to be painted.
pub(super) struct Split {
    /// Its kind.
    kind: Kind,
    /// Items of the ground, which come first.
    pub(super) ground: Vec<usize>,
    /// All others.
    pub(super) rest: Vec<usize>,
    /// Prints of the ground's items.
    prints: Vec<Digest>,
    /// What was known of the kind.
    known: Arc<Ground>,
}

impl Default for Grounds {
    fn default() -> Self {
        Self(Shelf::new(KEPT))
    }
}

impl Grounds {
    /// How a page of so many pixels is to be painted; none when it is as well painted in its own order.
    pub(super) fn split(&self, page: &Page, size: (u32, u32)) -> Option<Split> {
        let (items, boxes) = (&page.frame.items, &page.frame.boxes);
        let prints: Vec<Digest> = match (size.0 as usize * size.1 as usize <= LARGE, items.len()) {
            (true, 2..=MANY) => items.iter().enumerate().map(|(at, item)| print(item, items.get(at + 1))).collect(),
            _ => return None,
        };
        let template = boxes.first().map_or_else(|| "".into(), |block| Arc::clone(&block.span.file));
        let kind = |shapes| Kind { size, template: Arc::clone(&template), shapes };
        let large = items.iter().zip(&prints).filter(|(item, _)| is_large(item, size)).map(|(_, print)| *print);
        let kinds = [kind(large.collect()), kind(prints.first().copied().into_iter().collect())];
        let mut found = None;
        for kind in kinds {
            match self.0.get(&kind) {
                Some(known) => found = found.or(Some((kind, known))),
                None => self.keep(kind, prints.clone(), None),
            }
        }
        let (kind, known) = found?;
        let common: HashSet<&Digest> = known.items.iter().collect();
        let mut blocked: Vec<Option<Rect>> = Vec::new();
        let (mut ground, mut rest, mut own) = (Vec::new(), Vec::new(), Vec::new());
        for (at, item) in items.iter().enumerate() {
            let reach = reach(item, page.fonts);
            let clear = |other: &Option<Rect>| matches!((other, &reach), (Some(a), Some(b)) if !a.overlaps(b, 0.0));
            if common.contains(&prints[at]) && blocked.iter().all(clear) {
                ground.push(at);
                own.push(prints[at]);
            } else {
                rest.push(at);
                blocked.push(reach);
            }
        }
        (!ground.is_empty()).then_some(Split { kind, ground, rest, prints: own, known })
    }

    /// Keeps a ground that was painted.
    pub(super) fn painted(&self, split: &Split, pixels: &[u8]) {
        self.keep(split.kind.clone(), split.prints.clone(), Some(pixels.to_vec()));
    }

    /// Keeps what is known of a kind.
    fn keep(&self, kind: Kind, items: Vec<Digest>, pixels: Option<Vec<u8>>) {
        let weight = size_of_val(&*items) + pixels.as_ref().map_or(0, Vec::len);
        self.0.keep(kind, Arc::new(Ground { items, pixels }), weight);
    }
}

/// Whether an item is a shape that takes much of a canvas.
fn is_large(item: &Item, (width, height): (u32, u32)) -> bool {
    match item {
        Item::Panel { rect, .. } | Item::Shadow { rect, .. } => {
            rect.width * rect.height >= PART * length(width) * length(height)
        }
        _ => false,
    }
}

impl Split {
    /// The ground's pixels, when they were painted before.
    pub(super) fn pixels(&self) -> Option<&[u8]> {
        self.known.pixels.as_deref().filter(|_| self.known.items == self.prints)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brand::Typefaces;
    use crate::color::Color;
    use crate::format::Formats;
    use crate::frame::{Frame, Paint};
    use crate::paint::Painter;
    use crate::svg::{self, Artwork, Drawing};
    use crate::text::Fonts;
    use crate::units::Size;

    /// A box of a grey.
    fn panel(rect: Rect, grey: u8) -> Item {
        let fill = Some(Paint::Solid(Color::from_rgb8(grey, grey, grey)));
        Item::Panel { rect, radius: 3.0, fill, stroke: None }
    }

    /// A page of a ground, a bar that differs from page to page, what lies over the bar, and what lies beside it.
    fn frame(bar: f32) -> Frame {
        let rects = [
            (0.0, 0.0, 90.0, 70.0, 200),
            (10.0, 20.0, bar, 10.0, 90),
            (30.0, 15.0, 8.0, 30.0, 30),
            (5.0, 50.0, 80.0, 9.5, 60),
        ];
        let items = rects.map(|(x, y, width, height, grey)| panel(Rect::new(x, y, width, height), grey)).to_vec();
        Frame { trim: Size { width: 90.0, height: 70.0 }, items, ..Frame::default() }
    }

    /// What is done with the page of an artwork.
    fn split(grounds: &Grounds, artwork: &Artwork) -> Option<Split> {
        let Drawing::Page(page) = &artwork.drawing else { return None };
        grounds.split(page, (artwork.width, artwork.height))
    }

    #[test]
    fn what_lies_over_something_of_its_own_page_is_no_ground() {
        let (typefaces, formats) = (Typefaces { faces: Vec::new(), digest: Digest::of(b"") }, Formats::built_in());
        let fonts = Fonts::new(&typefaces);
        let frames = [40.0, 50.0, 45.0].map(frame);
        let [first, second, third] =
            [0, 1, 2].map(|at| svg::draw(&frames[at], &fonts, formats.get("og").expect("a format")));
        let grounds = Grounds::default();
        assert!(split(&grounds, &first).is_none(), "nothing to compare with");
        let found = split(&grounds, &second).expect("a ground");
        assert_eq!((&found.ground[..], &found.rest[..]), (&[0, 3][..], &[1, 2][..]));
        assert!(found.pixels().is_none());
        grounds.painted(&found, &[7; 4]);
        assert_eq!(split(&grounds, &third).expect("a ground").pixels(), Some(&[7; 4][..]));
    }

    #[test]
    fn pages_are_the_same_with_and_without_a_ground() {
        let (typefaces, formats) = (Typefaces { faces: Vec::new(), digest: Digest::of(b"") }, Formats::built_in());
        let fonts = Fonts::new(&typefaces);
        let painter = Painter::default();
        for bar in [40.0, 50.0, 45.0, 12.0, 40.0] {
            let frame = frame(bar);
            let artwork = svg::draw(&frame, &fonts, formats.get("og").expect("a format"));
            assert_eq!(painter.paint(&artwork).expect("a page"), Painter::default().paint(&artwork).expect("a page"));
        }
    }
}
