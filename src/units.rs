//! Lengths and boxes. Pixels are the surface's own unless a name says otherwise.

use serde::{Deserialize, Serialize};

/// Millimetres in an inch.
pub const MM_PER_INCH: f32 = 25.4;

/// A point in pixels, y downwards.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// From the left.
    pub x: f32,
    /// From the top.
    pub y: f32,
}

/// A size in pixels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Size {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// A box in pixels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Rect {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// Distances from the four edges of a box, in pixels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Insets {
    /// From the top.
    pub top: f32,
    /// From the right.
    pub right: f32,
    /// From the bottom.
    pub bottom: f32,
    /// From the left.
    pub left: f32,
}

impl Rect {
    /// A box from its corner and size.
    pub fn new(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self { x, y, width, height }
    }

    /// Right edge.
    pub fn right(&self) -> f32 {
        self.x + self.width
    }

    /// Bottom edge.
    pub fn bottom(&self) -> f32 {
        self.y + self.height
    }

    /// The centre.
    pub fn center(&self) -> Point {
        Point { x: self.x + self.width / 2.0, y: self.y + self.height / 2.0 }
    }

    /// The box moved inwards from each edge (never below zero size).
    #[must_use]
    pub fn inset(&self, by: Insets) -> Self {
        Self {
            x: self.x + by.left,
            y: self.y + by.top,
            width: (self.width - by.left - by.right).max(0.0),
            height: (self.height - by.top - by.bottom).max(0.0),
        }
    }

    /// The box grown by the same distance on each side.
    #[must_use]
    pub fn outset(&self, by: f32) -> Self {
        Self { x: self.x - by, y: self.y - by, width: self.width + 2.0 * by, height: self.height + 2.0 * by }
    }

    /// Whether `other` lies inside, allowing `slack` pixels on each side.
    pub fn contains(&self, other: &Self, slack: f32) -> bool {
        other.x >= self.x - slack
            && other.y >= self.y - slack
            && other.right() <= self.right() + slack
            && other.bottom() <= self.bottom() + slack
    }

    /// Whether two boxes share more than `slack` pixels in both directions.
    pub fn overlaps(&self, other: &Self, slack: f32) -> bool {
        self.x + slack < other.right()
            && other.x + slack < self.right()
            && self.y + slack < other.bottom()
            && other.y + slack < self.bottom()
    }

    /// The smallest box around both.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Self { x, y, width: self.right().max(other.right()) - x, height: self.bottom().max(other.bottom()) - y }
    }
}

impl Insets {
    /// The same distance on all sides.
    pub fn all(by: f32) -> Self {
        Self { top: by, right: by, bottom: by, left: by }
    }
}
