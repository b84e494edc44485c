//! A change in words with a sign that is seen: a triangle up or down, in the colour of good or bad news.

use super::canvas::Canvas;
use super::path::PathData;
use super::spec::Figure;
use crate::color::Color;
use crate::units::{Point, Rect};

/// Which way a number went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// It grew.
    Up,
    /// It fell.
    Down,
    /// It stayed, as far as is printed.
    Level,
    /// Nobody knows.
    Unknown,
}

/// The way of a change, as its words say it: what rounds to nothing did not change.
pub(super) fn way(change: &Figure) -> Way {
    let Some(number) = super::scale::finite(change.number) else { return Way::Unknown };
    let shown = match change.words.bound.first() {
        Some((range, _)) => change.words.text.get(range.clone()).unwrap_or_default(),
        None => &change.words.text,
    };
    if number == 0.0 || !shown.contains(|c: char| c.is_ascii_digit() && c != '0') {
        Way::Level
    } else if number > 0.0 {
        Way::Up
    } else {
        Way::Down
    }
}

/// The colour of a change: good, bad, or neither.
pub(super) fn color(canvas: &Canvas<'_>, way: Way) -> Color {
    let style = canvas.style();
    let good = if canvas.spec.lower_is_better { Way::Down } else { Way::Up };
    match way {
        Way::Level | Way::Unknown => style.muted,
        way if way == good => style.positive,
        _ => style.negative,
    }
}

/// Draws a triangle, or an equals sign where nothing changed, in a square; nothing for what is not known.
pub(super) fn sign(canvas: &mut Canvas<'_>, square: Rect, way: Way, color: Color) {
    if !canvas.rect.contains(&square, 0.1) {
        return;
    }
    let (middle, x, right) = (square.center(), square.x, square.right());
    let (top, foot) = (square.y + square.height * 0.08, square.bottom() - square.height * 0.08);
    let corners = match way {
        Way::Unknown => return,
        Way::Level => {
            // One bar alone would read as a minus.
            let high = square.height * 0.17;
            for y in [middle.y - high * 1.4, middle.y + high * 0.4] {
                canvas.panel(Rect::new(x, y, square.width, high), 0.0, color);
            }
            return;
        }
        Way::Up => [(x, foot), (middle.x, top), (right, foot)],
        Way::Down => [(x, top), (right, top), (middle.x, foot)],
    };
    let mut path = PathData::default();
    for (index, (x, y)) in corners.into_iter().enumerate() {
        if index == 0 { path.start(Point { x, y }) } else { path.line(Point { x, y }) }
    }
    path.close();
    canvas.fill(path, color);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::spec::Label;

    /// A change in words.
    fn change(text: &str, number: Option<f64>) -> Figure {
        Figure { words: Label { text: text.to_owned(), bound: vec![(0..text.len(), 0)] }, number }
    }

    #[test]
    fn a_change_goes_the_way_its_words_say() {
        assert_eq!(way(&change("+3,2", Some(3.2))), Way::Up);
        assert_eq!(way(&change("−3,2", Some(-3.2))), Way::Down);
        assert_eq!(way(&change("0,0", Some(0.04))), Way::Level);
        assert_eq!(way(&change("0", Some(0.0))), Way::Level);
        assert_eq!(way(&change("—", None)), Way::Unknown);
        assert_eq!(way(&change("", Some(f64::NAN))), Way::Unknown);
    }

    #[test]
    fn words_around_the_number_do_not_count() {
        let text = "0 so với quý II/2025";
        let same = Figure { words: Label { text: text.to_owned(), bound: vec![(0..1, 0)] }, number: Some(0.3) };
        assert_eq!(way(&same), Way::Level);
    }
}
