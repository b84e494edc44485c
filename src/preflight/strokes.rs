//! Lines that a surface cannot show: thinner than ink, an LED or an eye resolves.

use super::drawing::thinnest_stroke;
use super::extent::{block_of, chart_of};
use super::{Page, place};
use crate::color::Color;
use crate::diagnostic::Diagnostic;
use crate::format::{Format, Use};
use crate::frame::{Item, Paint, Stroke};
use crate::units::MM_PER_INCH;

/// Thinnest line that prints for sure: 0.25 pt, the limit that print shops and preflight programs give for positive lines
/// on digital presses (preflight.art and filecheck.io, glossaries, "hairline"; offset holds 0.15 pt, screen printing 1 pt).
pub(super) const PRINTED_MM: f32 = 0.25 * MM_PER_INCH / 72.0;
/// Pixels per inch that an eye resolves at 1 m: one minute of arc, the same rule as for pictures.
pub(super) const EYE_PPI_METRE: f32 = 87.0;
/// A line that may lie anywhere fills one whole LED only from this width on.
const LED_ANYWHERE: f32 = 2.0;
/// Sums of floats, and numbers rounded when written.
const SLACK: f32 = 0.02;
/// A filled box so many times as long as wide is a line.
pub(super) const LINE_RATIO: f32 = 4.0;
/// Colours at least so pure are made by one or two of an LED's three lamps.
const PURE: f32 = 0.6;

/// A line on the page.
struct Line {
    /// Its item.
    item: usize,
    /// Width in pixels.
    width: f32,
    /// Whether it lies on whole pixels where the surface wants it.
    on_grid: bool,
    /// Its colour, where it is one.
    color: Option<Color>,
}

/// Lines too thin for the surface (`MB0810`), and pure colours a single LED wide (`MB0811`); one of each a place.
pub(super) fn thin(page: &Page) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    for line in lines(page) {
        let Some(block) = block_of(page.frame, line.item) else { continue };
        let (code, least) = match fault(page.format, &line) {
            Some(fault) => fault,
            None => continue,
        };
        let place = place(page, block);
        if found.iter().any(|known| known.code == code && known.spans.first() == Some(&place)) {
            continue;
        }
        let diagnostic = Diagnostic::warning(code)
            .arg("block", &page.frame.boxes[block].name)
            .arg("width", length(page.format, line.width))
            .arg("least", length(page.format, least));
        found.push(diagnostic.at(place).hint("hint"));
    }
    found
}

/// What is wrong with a line, and the width it should have.
fn fault(format: &Format, line: &Line) -> Option<(&'static str, f32)> {
    let least = if format.usage == Use::Led && !line.on_grid { LED_ANYWHERE } else { least(format) };
    let pure = line.color.is_some_and(|color| color.alpha > 0.5 && purity(color) >= PURE);
    if line.width + SLACK < least {
        Some(("MB0810", least))
    } else if pure && line.width + SLACK < LED_ANYWHERE {
        Some(("MB0811", LED_ANYWHERE))
    } else {
        None
    }
}

/// The least width of a line in pixels: one pixel, and on a surface of known size what prints and what is seen.
fn least(format: &Format) -> f32 {
    if format.usage == Use::Led || format.trim_mm.is_none() {
        return 1.0;
    }
    let seen = format.distance_mm / 1000.0 * MM_PER_INCH / EYE_PPI_METRE;
    (PRINTED_MM.max(seen) * format.dpi / MM_PER_INCH).max(1.0)
}

/// A width as people of the surface's trade say it.
pub(super) fn length(format: &Format, pixels: f32) -> String {
    match format.usage {
        Use::Print | Use::Large if format.trim_mm.is_some() => {
            format!("{:.2} mm", pixels * MM_PER_INCH / format.dpi)
        }
        _ => format!("{pixels:.1} px"),
    }
}

/// All lines of a page.
///
/// Filled boxes of charts are data: a small number makes a thin bar, and that is no fault.
fn lines(page: &Page) -> Vec<Line> {
    let mut lines = Vec::new();
    for (item, drawn) in page.frame.items.iter().enumerate() {
        let stroked = |stroke: &Stroke| Line { item, width: stroke.width, on_grid: true, color: Some(stroke.color) };
        match drawn {
            Item::Panel { rect, fill, stroke, .. } => {
                lines.extend(stroke.as_ref().map(stroked));
                let (thin, long) = (rect.width.min(rect.height), rect.width.max(rect.height));
                let data = chart_of(page.frame, item).is_some();
                if fill.is_some() && !data && thin > 0.01 && long >= LINE_RATIO * thin {
                    let color = match fill {
                        Some(Paint::Solid(color)) => Some(*color),
                        _ => None,
                    };
                    lines.push(Line { item, width: thin, on_grid: true, color });
                }
            }
            Item::Path { stroke, .. } => lines.extend(stroke.as_ref().map(stroked)),
            Item::Fragment { xml, view_box, rect, .. } => {
                let scale = (rect.width / view_box.width).min(rect.height / view_box.height);
                let width = thinnest_stroke(xml).map(|width| width * scale);
                lines.extend(width.map(|width| Line { item, width, on_grid: false, color: None }));
            }
            Item::Shadow { .. } | Item::Text(_) | Item::Picture { .. } => {}
        }
    }
    // A line without any width is not drawn.
    lines.retain(|line| line.width > 0.01);
    lines
}

/// How pure a colour is, 0 for greys and 1 for what one or two lamps make.
fn purity(color: Color) -> f32 {
    let (most, least) = (color.red.max(color.green).max(color.blue), color.red.min(color.green).min(color.blue));
    if most > 0.0 { (most - least) / most } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Formats;

    #[test]
    fn the_least_width_follows_size_and_distance() {
        let formats = Formats::built_in();
        let least_of = |name: &str| formats.get(name).map(|format| length(format, least(format))).unwrap();
        // A4 at 0.55 m: 0.16 mm; a billboard at 20 m: 5.8 mm.
        assert_eq!((least_of("a4"), least_of("fb-square")), ("0.16 mm".to_owned(), "1.0 px".to_owned()));
        assert_eq!(least_of("led-p10-384x192"), "1.0 px");
        let pano = formats.get("pano-6x12").unwrap();
        let seen = pano.distance_mm / 1000.0 * MM_PER_INCH / EYE_PPI_METRE;
        assert!(seen > 4.0 && (least(pano) * MM_PER_INCH / pano.dpi - seen).abs() < 0.01, "{seen}");
    }

    #[test]
    fn pure_colours_are_those_of_few_lamps() {
        assert!(purity(Color::from_rgb8(255, 0, 0)) > 0.99);
        assert!(purity(Color::WHITE) < 0.01 && purity(Color::BLACK) < 0.01);
    }
}
