//! Kinds of chart and their names.

use std::fmt;
use std::str::FromStr;

/// Kinds of chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Horizontal bars.
    Bars,
    /// Vertical columns.
    Columns,
    /// Progress rings.
    Ring,
    /// Progress bars against a whole.
    Meter,
    /// So many dots of so many.
    Pictogram,
    /// A line through data in order.
    Line,
    /// A line from before to now for each datum.
    Slope,
    /// Shares of a whole, as a ring.
    Donut,
    /// Shares of a whole, as one bar.
    Stacked,
    /// Columns for before, now and target side by side.
    Grouped,
    /// A tile map: a square for each datum, coloured by number.
    Tiles,
    /// Dots on a line, the previous one hollow.
    Dots,
    /// A QR code of the first datum's value; its label is the caption.
    Qr,
    /// A large figure with its change and its target.
    Kpi,
    /// Places, names and bars in order.
    Ranking,
    /// Points and spans in time.
    Timeline,
    /// Areas coloured by number.
    Map,
    /// Rows of cells under heads.
    Table,
    /// Icons: so many of so many, or one for each datum.
    Icons,
}

impl Kind {
    /// All kinds, in the order of [`Kind::NAMES`].
    const ALL: [Self; 19] = [
        Self::Bars,
        Self::Columns,
        Self::Ring,
        Self::Meter,
        Self::Pictogram,
        Self::Line,
        Self::Slope,
        Self::Donut,
        Self::Stacked,
        Self::Grouped,
        Self::Tiles,
        Self::Dots,
        Self::Qr,
        Self::Kpi,
        Self::Ranking,
        Self::Timeline,
        Self::Map,
        Self::Table,
        Self::Icons,
    ];

    /// Names as a template writes them.
    pub const NAMES: [&'static str; 19] = [
        "bars",
        "columns",
        "ring",
        "meter",
        "pictogram",
        "line",
        "slope",
        "donut",
        "stacked",
        "grouped",
        "tiles",
        "dots",
        "qr",
        "kpi",
        "ranking",
        "timeline",
        "map",
        "table",
        "icons",
    ];
}

/// A name that is no kind of chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownKind;

impl FromStr for Kind {
    type Err = UnknownKind;

    fn from_str(name: &str) -> Result<Self, UnknownKind> {
        let at = Self::NAMES.iter().position(|known| *known == name);
        at.and_then(|at| Self::ALL.get(at)).copied().ok_or(UnknownKind)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = Self::ALL.iter().position(|kind| kind == self);
        f.write_str(at.and_then(|at| Self::NAMES.get(at)).copied().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_reads_and_prints() {
        for name in Kind::NAMES {
            assert_eq!(name.parse::<Kind>().unwrap().to_string(), name);
        }
        assert_eq!("Bars".parse::<Kind>(), Err(UnknownKind));
        assert_eq!("".parse::<Kind>(), Err(UnknownKind));
    }
}
