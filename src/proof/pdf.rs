//! The proof as PDF.

use super::Proof;
use super::pages::Pages;
use super::sheet::{Writing, paginated};
use crate::brand::{Brand, Theme};
use crate::diagnostic::Wording;
use crate::metadata::Metadata;
use crate::paint::ExportError;

/// Writes the document.
///
/// # Errors
/// `MB1031` when the kit has no text style to set words in; what composing and exporting refuse.
pub fn pdf(proof: &Proof, brand: &Brand, theme: &Theme, metadata: &Metadata) -> Result<Vec<u8>, ExportError> {
    let setting = Pages::new(brand, theme)?;
    let wording = Wording::new(proof.messages);
    let writing = Writing { proof, wording: &wording, setting: &setting };
    let lines = paginated(proof);
    let pages: Vec<String> =
        lines.iter().enumerate().map(|(at, page)| writing.page(page, at + 1, lines.len())).collect();
    let picture = |number: usize| proof.entries.get(number)?.picture.as_ref();
    setting.pdf(&pages, picture, proof.messages.code(), metadata)
}
