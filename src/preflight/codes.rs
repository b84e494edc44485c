//! Codes for cameras are large enough to be read from where people stand.

use super::{Page, place};
use crate::diagnostic::Diagnostic;
use crate::format::{Format, Use};
use crate::frame::{BlockBox, BlockKind, Item};
use crate::units::MM_PER_INCH;

/// A camera reads a code from up to ten times its width away (a rule of thumb that makers of codes agree on).
const DISTANCE_PER_WIDTH: f32 = 10.0;
/// Least width in millimetres of a code within reach: the common advice for print, read from 20 cm.
const LEAST_MM: f32 = 20.0;

/// Codes too small for the surface (`MB0825`); a phone cannot read what it shows itself, so posts are not looked at.
pub(super) fn small(page: &Page) -> Vec<Diagnostic> {
    let Some(least) = least(page.format) else { return Vec::new() };
    let codes = page.frame.boxes.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Code);
    let finding = |(index, block): (usize, &BlockBox)| {
        let width = width(page, block)? * MM_PER_INCH / page.format.dpi;
        let words = |mm: f32| format!("{:.0}", mm);
        let diagnostic = Diagnostic::warning("MB0825").arg("block", &block.name).arg("width", words(width));
        (width < least).then(|| diagnostic.arg("least", words(least.ceil())).at(place(page, index)).hint("hint"))
    };
    codes.filter_map(finding).collect()
}

/// The least width of a code in millimetres: people walk up to paper, and cannot to a billboard.
fn least(format: &Format) -> Option<f32> {
    format.trim_mm?;
    match format.usage {
        Use::Print => Some(LEAST_MM),
        Use::Large | Use::Led => Some((format.distance_mm / DISTANCE_PER_WIDTH).max(LEAST_MM)),
        Use::Social | Use::Screen => None,
    }
}

/// The width of a code's dark modules, without the quiet zone; none when it was not drawn.
fn width(page: &Page, block: &BlockBox) -> Option<f32> {
    let items = page.frame.items.get(block.items.clone())?.iter().zip(page.extents.get(block.items.clone())?);
    items.filter(|(item, _)| matches!(item, Item::Path { .. })).map(|(_, extent)| extent.width).max_by(f32::total_cmp)
}
