//! Preflight: what is checked on a finished layout before it goes to the press.
//!
//! In: frames, their bindings, the format. Out: findings. It changes nothing.

mod contrast;
mod illustrative;
mod numbers;
mod room;

pub use illustrative::is_illustrative;

use crate::brand::Typefaces;
use crate::diagnostic::{Diagnostic, Span};
use crate::format::Format;
use crate::frame::Frame;
use crate::template::Markup;

/// From this weight on text counts as bold.
const BOLD: u16 = 700;

/// Checks the pages of one artwork.
///
/// Codes: `MB0801` a number bound to no cell, `MB0802` illustrative data without its label, `MB0803` its label
/// too small, `MB0804` words outside the safe area, `MB0805` text boxes over each other, `MB0806` words too
/// small for the viewing distance, `MB0807` words with too little contrast.
pub fn inspect(
    frames: &[Frame],
    markup: &Markup,
    format: &Format,
    typefaces: &Typefaces,
    illustrative: bool,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for frame in frames {
        found.extend(numbers::unbound(frame, markup));
        found.extend(room::outside(frame, markup, format));
        found.extend(room::overlaps(frame, markup));
        found.extend(room::too_small(frame, markup, format));
        found.extend(contrast::low(frame, markup, format, |run| typefaces.face(run.face).weight >= BOLD));
    }
    if illustrative {
        found.extend(illustrative::label(frames, markup, format));
    }
    found
}

/// The place of a block in its template; of a page without any, the template.
fn place(frame: &Frame, block: usize, markup: &Markup) -> Span {
    let whole = || Span::whole(markup.files.first().map_or("templates", |file| file));
    frame.boxes.get(block).map_or_else(whole, |block| block.span.clone())
}
