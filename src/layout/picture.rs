//! Pictures in their boxes: `m:picture` read, and which part of one is shown where.

use std::collections::BTreeSet;
use std::sync::Arc;

use roxmltree::{Document, ParsingOptions};

use super::NAMESPACE;
use super::attributes::Attributes;
use super::block::BoxStyle;
use super::length::Length;
use super::parse::MAX_NODES;
use crate::diagnostic::{Diagnostic, Findings};
use crate::picture::{Picture, Pictures};
use crate::template::Markup;
use crate::units::{Point, Rect, Size};

/// A picture as a template asks for it.
#[derive(Debug)]
pub(super) struct Photo {
    /// The file.
    pub(super) picture: Arc<Picture>,
    /// Its size in its own pixels.
    pub(super) natural: Size,
    /// How it takes its box; none: its box takes its proportions where a side is open.
    pub(super) fit: Option<Fit>,
    /// The place that is kept in the middle when edges are cut, 0 to 1 from the left and the top.
    pub(super) focus: Point,
    /// What is to be seen on it, for readers aloud.
    pub(super) alt: String,
}

/// How a picture takes a box of other proportions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// Fills it; edges are cut.
    Cover,
    /// Lies whole inside it.
    Contain,
}

/// Reads a picture element.
///
/// # Errors
/// `MB0760` to `MB0765`: no such picture, or none that can be drawn.
pub(super) fn photo(
    attributes: &Attributes,
    pictures: &Pictures,
    findings: &mut Findings,
) -> Result<Photo, Diagnostic> {
    let path = attributes.get("picture").unwrap_or_default();
    let picture = pictures.find(path).map_err(|diagnostic| diagnostic.at(attributes.span.clone()))?;
    let seen = picture.see(&attributes.span)?;
    findings.extend(seen.warning);
    let fit = attributes.read("fit", findings, |text| match text {
        "cover" => Ok(Fit::Cover),
        "contain" => Ok(Fit::Contain),
        _ => Err(attributes.wrong("fit", text, "cover, contain")),
    });
    let focus = attributes
        .read("focus", findings, |text| focus(text).ok_or_else(|| attributes.wrong("focus", text, "50% 30%")));
    Ok(Photo {
        picture: Arc::clone(picture),
        natural: seen.size,
        fit,
        focus: focus.unwrap_or(Point { x: 0.5, y: 0.5 }),
        alt: attributes.get("alt").unwrap_or_default().to_owned(),
    })
}

/// `50% 30%`: shares of the width and the height.
fn focus(text: &str) -> Option<Point> {
    let shares: Vec<f32> = text
        .split_whitespace()
        .map(|part| part.strip_suffix('%')?.parse::<f32>().ok().filter(|share| (0.0..=100.0).contains(share)))
        .collect::<Option<_>>()?;
    match shares[..] {
        [x, y] => Some(Point { x: x / 100.0, y: y / 100.0 }),
        _ => None,
    }
}

impl Photo {
    /// Width divided by height.
    pub(super) fn ratio(&self) -> f32 {
        self.natural.width / self.natural.height
    }

    /// Decides what was left open: a box that is given both its sides, or all the room there is (in a layer), is
    /// filled; any other takes the picture's proportions.
    pub(super) fn settle(&mut self, style: &BoxStyle, over: bool) {
        let sides = style.size.iter().filter(|side| **side != Length::Auto).count();
        let given = sides == 2 || style.grow > 0.0 || style.ratio.is_some() || (over && sides == 0);
        if self.fit.is_none() && given {
            self.fit = Some(Fit::Cover);
        }
    }

    /// Which part of the picture (in its pixels) is shown, and where.
    pub(super) fn shown(&self, room: Rect) -> (Rect, Rect) {
        let (wide, high) = (self.natural.width, self.natural.height);
        let whole = Rect::new(0.0, 0.0, wide, high);
        let (x, y) = (room.width / wide, room.height / high);
        if self.fit == Some(Fit::Contain) {
            let (width, height) = (wide * x.min(y), high * x.min(y));
            let (left, top) = ((room.width - width) / 2.0, (room.height - height) / 2.0);
            return (whole, Rect::new(room.x + left, room.y + top, width, height));
        }
        let scale = x.max(y);
        if scale <= 0.0 {
            return (whole, room);
        }
        let (width, height) = ((room.width / scale).min(wide), (room.height / scale).min(high));
        let left = (wide * self.focus.x - width / 2.0).clamp(0.0, wide - width);
        let top = (high * self.focus.y - height / 2.0).clamp(0.0, high - height);
        (Rect::new(left, top, width, height), room)
    }
}

/// Paths of the pictures that a page names. A page that does not read names none: composing says what is wrong.
pub fn named_pictures(markup: &Markup) -> BTreeSet<String> {
    if !markup.text.contains("picture") {
        return BTreeSet::new();
    }
    let options = ParsingOptions { nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    let Ok(document) = Document::parse_with_options(&markup.text, options) else { return BTreeSet::new() };
    let elements = document.descendants().filter(|node| node.has_tag_name((NAMESPACE, "picture")));
    elements.filter_map(|node| node.attribute("picture")).map(|path| path.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture of 400 × 200 pixels that is asked for in some way.
    fn photo(fit: Option<Fit>, x: f32, y: f32) -> Photo {
        Photo {
            picture: Arc::new(Picture::new("data/pictures/a.png", Arc::from([]))),
            natural: Size { width: 400.0, height: 200.0 },
            fit,
            focus: Point { x, y },
            alt: String::new(),
        }
    }

    #[test]
    fn cover_cuts_around_the_focus_and_stops_at_edges() {
        let room = Rect::new(10.0, 20.0, 50.0, 50.0);
        // The square room shows 200 × 200 pixels of the picture.
        for (x, left) in [(0.5, 100.0), (0.25, 0.0), (0.3, 20.0), (0.0, 0.0), (1.0, 200.0), (0.7, 180.0)] {
            let (crop, rect) = photo(Some(Fit::Cover), x, 0.9).shown(room);
            let near = (crop.x - left).abs() < 0.01 && crop.y == 0.0;
            assert!(near && crop.width == 200.0 && crop.height == 200.0, "{x}: {crop:?}");
            assert_eq!(rect, room);
        }
        let (crop, _) = photo(None, 0.5, 0.25).shown(Rect::new(0.0, 0.0, 80.0, 20.0));
        assert_eq!(crop, Rect::new(0.0, 0.0, 400.0, 100.0));
    }

    #[test]
    fn contain_shows_the_whole_in_the_middle() {
        let (crop, rect) = photo(Some(Fit::Contain), 0.0, 0.0).shown(Rect::new(10.0, 20.0, 50.0, 50.0));
        assert_eq!(crop, Rect::new(0.0, 0.0, 400.0, 200.0));
        assert_eq!(rect, Rect::new(10.0, 32.5, 50.0, 25.0));
    }

    #[test]
    fn an_empty_room_shows_nothing_and_divides_by_nothing() {
        for room in [Rect::new(0.0, 0.0, 0.0, 0.0), Rect::new(0.0, 0.0, 9.0, 0.0)] {
            for fit in [None, Some(Fit::Contain)] {
                let (crop, rect) = photo(fit, 0.5, 0.5).shown(room);
                assert!([crop.x, crop.y, crop.width, crop.height, rect.x, rect.y].iter().all(|n| n.is_finite()));
            }
        }
    }

    #[test]
    fn focus_is_two_shares() {
        assert_eq!(focus("50% 30%"), Some(Point { x: 0.5, y: 0.3 }));
        for wrong in ["", "50%", "50 30", "50% 130%", "-1% 0%", "NaN% 0%", "1% 2% 3%", "top left"] {
            assert_eq!(focus(wrong), None, "{wrong}");
        }
    }
}
