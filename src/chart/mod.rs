//! Charts: a layout leaf that says how large it wants to be and then draws itself into its box.
//!
//! In: a [`Spec`] and a box. Out: a [`Drawing`] of items in absolute pixels. Words are measured with the faces that
//! draw them; none overlap, nothing lies outside the box, and what cannot be placed is reported, not squeezed.
//!
//! # Steps
//! `kind` and `spec` say what is asked · `scale` turns numbers into places · `words` sets labels · `canvas` keeps the
//! promises · `rows`, `lanes`, `axis`, `plot` and `legend` arrange · one file for each family of charts.

mod axis;
mod bars;
mod canvas;
mod change;
mod classes;
mod columns;
mod events;
mod flags;
#[cfg(test)]
mod gallery;
mod groups;
mod hatch;
mod icons;
mod kind;
mod kpi;
mod ladder;
mod lanes;
mod legend;
mod line;
mod lines;
mod map;
mod marks;
mod outline;
mod paint;
mod path;
mod pictogram;
#[cfg(test)]
mod pictures;
mod plot;
mod qr;
mod ranking;
mod ring;
mod rows;
#[cfg(test)]
mod samples;
mod scale;
mod shares;
mod slope;
mod spec;
mod table;
#[cfg(test)]
mod tests;
mod tiles;
mod timeline;
mod words;

pub use kind::{Kind, UnknownKind};
pub use paint::alike_in_grey;
pub use spec::{Breaks, Datum, Figure, Icon, Label, Series, Spec, Status, Style, TextStyle};

use std::collections::BTreeSet;

use crate::brand::FaceId;
use crate::color::Color;
use crate::frame::Item;
use crate::text::Fonts;
use crate::units::{Rect, Size};
use canvas::Canvas;

/// A chart, drawn.
#[derive(Debug, Clone, Default)]
pub struct Drawing {
    /// What is drawn, in painting order, in absolute pixels.
    pub items: Vec<Item>,
    /// The box of every text, for overlap tests.
    pub words: Vec<Rect>,
    /// Words that could not be placed, even wrapped or smaller.
    pub overset: Vec<String>,
    /// Characters that a face has no glyph for.
    pub missing_glyphs: Vec<(char, FaceId)>,
    /// Indexes in `items` of axis ticks: numbers of the scale, bound to no cell.
    pub ticks: Vec<usize>,
    /// Shapes that stand for one bound value each, by its index in the Markup's bindings: tiles, areas of a map.
    pub shapes: Vec<(usize, Rect)>,
}

/// The smallest good size for a width in pixels; without one, the chart's own wish.
pub fn natural_size(spec: &Spec, width: Option<f32>, fonts: &Fonts<'_>) -> Size {
    match spec.kind {
        Kind::Bars | Kind::Columns | Kind::Grouped | Kind::Stacked if spec.has_series() => {
            groups::natural_size(spec, width, fonts)
        }
        Kind::Line if spec.has_series() => lines::natural_size(spec, width, fonts),
        Kind::Ring => ring::natural_size(spec, width, fonts),
        Kind::Columns | Kind::Grouped => columns::natural_size(spec, width, fonts),
        Kind::Qr => qr::natural_size(spec, width, fonts),
        Kind::Line => line::natural_size(spec, width, fonts),
        Kind::Slope => slope::natural_size(spec, width, fonts),
        Kind::Donut | Kind::Stacked => shares::natural_size(spec, width, fonts),
        Kind::Tiles => tiles::natural_size(spec, width, fonts),
        Kind::Kpi => kpi::natural_size(spec, width, fonts),
        Kind::Ranking => ranking::natural_size(spec, width, fonts),
        Kind::Timeline => timeline::natural_size(spec, width, fonts),
        Kind::Map => map::natural_size(spec, width, fonts),
        Kind::Table => table::natural_size(spec, width, fonts),
        Kind::Icons if icons::single(spec) => icons::natural_size(spec, width, fonts),
        Kind::Bars | Kind::Meter | Kind::Pictogram | Kind::Dots | Kind::Icons => bars::natural_size(spec, width, fonts),
    }
}

/// The colours that a chart tells its data apart by: of its series, else of each datum, its own or the accent.
pub fn meaning(spec: &Spec) -> Vec<(String, Color)> {
    if spec.kind == Kind::Qr {
        return Vec::new();
    }
    let series = spec.series.iter().enumerate();
    let mut told: Vec<_> =
        series.map(|(index, one)| (one.label.text.clone(), paint::series_color(spec, index))).collect();
    if told.is_empty() {
        let drawn = spec.data.iter().filter(|datum| datum.number.is_some());
        told.extend(drawn.map(|datum| (datum.label.text.clone(), datum.color.unwrap_or(spec.style.accent))));
    }
    told
}

/// The bound values that a chart is given, by index in the Markup's bindings, each once and in order.
pub fn given(spec: &Spec) -> Vec<usize> {
    let now = std::iter::once(&spec.now.words);
    let labels = spec.series.iter().map(|series| &series.label).chain(&spec.heads).chain(now);
    let labels = labels.chain(spec.data.iter().flat_map(Datum::labels));
    let indexes: BTreeSet<usize> = labels.flat_map(|label| label.bound.iter().map(|(_, index)| *index)).collect();
    indexes.into_iter().collect()
}

/// Draws a chart into a box.
pub fn draw(spec: &Spec, rect: Rect, fonts: &Fonts<'_>) -> Drawing {
    let mut canvas = Canvas::new(spec, rect, fonts);
    let drawable = rect.width >= 1.0
        && rect.height >= 1.0
        && [rect.x, rect.y, rect.right(), rect.bottom()].into_iter().all(f32::is_finite);
    if !drawable {
        let entries = canvas.entries(&spec.style.label);
        entries.iter().for_each(|entry| canvas.overset_entry(entry));
        return canvas.finish();
    }
    match spec.kind {
        Kind::Bars | Kind::Columns | Kind::Grouped | Kind::Stacked if spec.has_series() => groups::draw(&mut canvas),
        Kind::Line if spec.has_series() => lines::draw(&mut canvas),
        Kind::Ring => ring::draw(&mut canvas),
        Kind::Columns | Kind::Grouped => columns::draw(&mut canvas),
        Kind::Qr => qr::draw(&mut canvas),
        Kind::Line => line::draw(&mut canvas),
        Kind::Slope => slope::draw(&mut canvas),
        Kind::Donut | Kind::Stacked => shares::draw(&mut canvas),
        Kind::Tiles => tiles::draw(&mut canvas),
        Kind::Kpi => kpi::draw(&mut canvas),
        Kind::Ranking => ranking::draw(&mut canvas),
        Kind::Timeline => timeline::draw(&mut canvas),
        Kind::Map => map::draw(&mut canvas),
        Kind::Table => table::draw(&mut canvas),
        Kind::Icons if icons::single(spec) => icons::draw(&mut canvas),
        Kind::Bars | Kind::Meter | Kind::Pictogram | Kind::Dots | Kind::Icons => bars::draw(&mut canvas),
    }
    canvas.finish()
}
