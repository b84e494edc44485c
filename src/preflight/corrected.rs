//! A corrected figure says so, on the picture, legibly.
//!
//! Whoever holds both pictures must see which is the right one. So a post, a sheet or a slide without the mark is an error. On LED
//! boards and on what is read from a moving seat it is a warning: nothing but the message has room there, and the old picture is
//! taken down when the new one goes up, so that nobody holds both.

use super::illustrative::{LEAST_REM, size_of};
use crate::diagnostic::Diagnostic;
use crate::format::Format;
use crate::frame::Frame;
use crate::template::Markup;

/// The name a template gives its mark (`<m:text name="correction" when="corrected">`).
const MARK: &str = "text:correction";

/// Findings about the mark: missing (`MB0826`) or too small (`MB0827`).
pub(super) fn mark(frames: &[Frame], markup: &Markup, format: &Format) -> Vec<Diagnostic> {
    let place = frames.first().map(|frame| super::block_place(frame, 0, markup));
    let least = LEAST_REM * format.rem;
    let finding = match size_of(MARK, frames) {
        None => Diagnostic::error("MB0826").arg("template", &markup.template).hint("hint"),
        Some(size) if size + 0.5 < least => {
            Diagnostic::error("MB0827").arg("size", size.round()).arg("least", least.round())
        }
        Some(_) => return Vec::new(),
    };
    vec![place.into_iter().fold(finding, Diagnostic::at)]
}
