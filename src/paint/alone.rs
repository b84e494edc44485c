//! Items drawn through the SVG reader: fragments, marks, icons, and what is rare. Each is read once, however often
//! and wherever it is drawn.

use std::sync::Arc;

use resvg::usvg::Tree;

use super::canvas::Canvas;
use super::failure::ExportError;
use super::reading::{missing_parts, read};
use super::shelf::Shelf;
use super::warnings::heard_during;
use crate::frame::{Frame, Item};
use crate::svg;
use crate::text::{Fonts, as_written};
use crate::units::{Rect, Size};

/// The most SVG text that is kept, in bytes; what was read from it takes a few times as much.
const KEPT: usize = 4 << 20;
/// A text longer than this is not kept: it is a photograph, drawn once.
const LONG: usize = 256 << 10;

/// What was read before, by its text.
pub(super) struct Drawings(Shelf<Arc<str>, Tree>);

impl Default for Drawings {
    fn default() -> Self {
        Self(Shelf::new(KEPT))
    }
}

impl Drawings {
    /// Draws one item of a page.
    ///
    /// # Errors
    /// As for reading SVG, and `MB0903` for each part left out.
    pub(super) fn draw(
        &self,
        item: &Item,
        frame: &Frame,
        fonts: &Fonts,
        canvas: &mut Canvas<'_>,
    ) -> Result<(), ExportError> {
        let Rect { width, height, .. } = frame.canvas();
        let size = Size { width, height };
        let (text, x, y) = match item {
            // A fragment is the same drawing wherever it lies.
            Item::Fragment { xml, view_box, rect, clip } => {
                let [x, y] = if *clip { [rect.x, rect.y].map(as_written) } else { [rect.x, rect.y] };
                let rect = Rect::new(0.0, 0.0, rect.width, rect.height);
                let moved = Item::Fragment { xml: xml.clone(), view_box: *view_box, rect, clip: *clip };
                (svg::alone(&moved, size, fonts), x, y)
            }
            other => (svg::alone(other, size, fonts), 0.0, 0.0),
        };
        let tree = self.tree(text, (svg::pixels(width), svg::pixels(height)))?;
        resvg::render(&tree, canvas.transform.pre_translate(x, y), &mut canvas.pixmap);
        Ok(())
    }

    /// What an SVG reads as. The canvas's size is part of the text, so bounds that held once hold again.
    fn tree(&self, text: String, canvas: (u32, u32)) -> Result<Arc<Tree>, ExportError> {
        let text: Arc<str> = text.into();
        if let Some(tree) = self.0.get(&text) {
            return Ok(tree);
        }
        let (tree, warnings) = heard_during(|| read(&text, canvas));
        let tree = Arc::new(tree?);
        missing_parts(&warnings)?;
        if text.len() <= LONG {
            self.0.keep(Arc::clone(&text), Arc::clone(&tree), text.len());
        }
        Ok(tree)
    }
}
