//! Boxes and transforms of a drawing, in its own units.

/// A box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    /// Left edge.
    pub(super) x: f64,
    /// Top edge.
    pub(super) y: f64,
    /// Width.
    pub(super) width: f64,
    /// Height.
    pub(super) height: f64,
}

impl Area {
    /// Right edge.
    pub(super) fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Bottom edge.
    pub(super) fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// Whether a point lies inside.
    pub(super) fn holds(&self, (x, y): (f64, f64)) -> bool {
        (self.x..=self.right()).contains(&x) && (self.y..=self.bottom()).contains(&y)
    }

    /// Whether it covers another, but for a hundredth of that.
    pub(super) fn covers(&self, other: &Self) -> bool {
        let (x, y) = (other.width * 0.01, other.height * 0.01);
        self.x <= other.x + x
            && self.y <= other.y + y
            && self.right() >= other.right() - x
            && self.bottom() >= other.bottom() - y
    }

    /// Whether two stand beside each other: at the same height.
    pub(super) fn beside(&self, other: &Self) -> bool {
        self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether two lie over each other.
    pub(super) fn over(&self, other: &Self) -> bool {
        self.beside(other) && self.x < other.right() && other.x < self.right()
    }
}

/// An affine transform: (x, y) becomes (a·x + c·y + e, b·x + d·y + f).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix {
    /// x to x.
    pub(super) a: f64,
    /// x to y.
    pub(super) b: f64,
    /// y to x.
    pub(super) c: f64,
    /// y to y.
    pub(super) d: f64,
    /// Moved along x.
    pub(super) e: f64,
    /// Moved along y.
    pub(super) f: f64,
}

impl Matrix {
    /// Nothing moved.
    pub(super) const NONE: Self = Self { a: 1.0, b: 0.0, c: 0.0, d: 1.0, e: 0.0, f: 0.0 };

    /// This transform after that of something inside.
    pub(super) fn of(&self, inner: &Self) -> Self {
        let (e, f) = self.point((inner.e, inner.f));
        Self {
            a: self.a * inner.a + self.c * inner.b,
            b: self.b * inner.a + self.d * inner.b,
            c: self.a * inner.c + self.c * inner.d,
            d: self.b * inner.c + self.d * inner.d,
            e,
            f,
        }
    }

    /// A point moved.
    pub(super) fn point(&self, (x, y): (f64, f64)) -> (f64, f64) {
        (self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)
    }

    /// The box around a box moved.
    pub(super) fn area(&self, area: &Area) -> Area {
        let corners =
            [(area.x, area.y), (area.right(), area.y), (area.x, area.bottom()), (area.right(), area.bottom())]
                .map(|corner| self.point(corner));
        let least = |of: fn(&(f64, f64)) -> f64| corners.iter().map(of).fold(f64::INFINITY, f64::min);
        let most = |of: fn(&(f64, f64)) -> f64| corners.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
        let (x, y) = (least(|p| p.0), least(|p| p.1));
        Area { x, y, width: most(|p| p.0) - x, height: most(|p| p.1) - y }
    }

    /// How much larger it makes things, on average.
    pub(super) fn scale(&self) -> f64 {
        (self.a * self.d - self.b * self.c).abs().sqrt()
    }

    /// Whether what stood upright still does, neither turned, mirrored, slanted nor stretched.
    pub(super) fn upright(&self) -> bool {
        let slack = 0.005 * self.scale().max(1e-9);
        self.b.abs() < slack && self.c.abs() < slack && self.a > 0.0 && (self.a - self.d).abs() < 4.0 * slack
    }

    /// Whether edges along the axes stay so.
    pub(super) fn straight(&self) -> bool {
        let slack = 0.005 * self.scale().max(1e-9);
        (self.b.abs() < slack && self.c.abs() < slack) || (self.a.abs() < slack && self.d.abs() < slack)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transforms_follow_each_other() {
        let outer = Matrix { a: 2.0, d: 2.0, e: 10.0, ..Matrix::NONE };
        let inner = Matrix { a: 0.0, b: 1.0, c: -1.0, d: 0.0, e: 3.0, f: 4.0 };
        let both = outer.of(&inner);
        assert_eq!(both.point((1.0, 2.0)), outer.point(inner.point((1.0, 2.0))));
        assert_eq!(
            both.area(&Area { x: 0.0, y: 0.0, width: 2.0, height: 1.0 }),
            Area { x: 14.0, y: 8.0, width: 2.0, height: 4.0 }
        );
        assert!(outer.upright() && !both.upright() && both.straight());
        assert!((both.scale() - 2.0).abs() < 1e-9);
        assert!(!Matrix { c: 0.3, ..Matrix::NONE }.straight());
    }
}
