//! Items drawn through the SVG reader: fragments, marks, icons, and what is rare. Each is read once, however often
//! and wherever it is drawn.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use resvg::usvg::Tree;

use super::canvas::Canvas;
use super::failure::ExportError;
use super::reading::{missing_parts, read};
use super::warnings::heard_during;
use crate::frame::Item;
use crate::svg::{self, Page};
use crate::text::as_written;
use crate::units::{Rect, Size};

/// The most SVG text that is kept, in bytes; what was read from it takes a few times as much.
const KEPT: usize = 4 << 20;
/// A text longer than this is not kept: it is a photograph, drawn once.
const LONG: usize = 256 << 10;

/// What was read before, by its text.
#[derive(Default)]
pub(super) struct Drawings(Mutex<Shelf>);

/// The drawings kept.
#[derive(Default)]
struct Shelf {
    /// By text.
    trees: HashMap<Arc<str>, Arc<Tree>>,
    /// Texts, oldest first.
    order: VecDeque<Arc<str>>,
    /// Bytes of all texts.
    bytes: usize,
}

impl Drawings {
    /// Draws one item of a page.
    ///
    /// # Errors
    /// As for reading SVG, and `MB0903` for each part left out.
    pub(super) fn draw(&self, item: &Item, page: &Page, canvas: &mut Canvas<'_>) -> Result<(), ExportError> {
        let Rect { width, height, .. } = svg::canvas(page.frame);
        let size = Size { width, height };
        let (text, x, y) = match item {
            // A fragment is the same drawing wherever it lies.
            Item::Fragment { xml, view_box, rect, clip } => {
                let [x, y] = if *clip { [rect.x, rect.y].map(as_written) } else { [rect.x, rect.y] };
                let rect = Rect::new(0.0, 0.0, rect.width, rect.height);
                let moved = Item::Fragment { xml: xml.clone(), view_box: *view_box, rect, clip: *clip };
                (svg::alone(&moved, size, page.fonts), x, y)
            }
            other => (svg::alone(other, size, page.fonts), 0.0, 0.0),
        };
        let tree = self.tree(text, (canvas.pixmap.width(), canvas.pixmap.height()))?;
        resvg::render(&tree, canvas.transform.pre_translate(x, y), &mut canvas.pixmap);
        Ok(())
    }

    /// What an SVG reads as. The canvas's size is part of the text, so bounds that held once hold again.
    fn tree(&self, text: String, canvas: (u32, u32)) -> Result<Arc<Tree>, ExportError> {
        if let Some(tree) = self.lock().trees.get(text.as_str()) {
            return Ok(Arc::clone(tree));
        }
        let (tree, warnings) = heard_during(|| read(&text, canvas));
        let tree = Arc::new(tree?);
        missing_parts(&warnings)?;
        if text.len() <= LONG {
            self.lock().keep(text.into(), Arc::clone(&tree));
        }
        Ok(tree)
    }

    /// The shelf; a panic elsewhere leaves it whole.
    fn lock(&self) -> std::sync::MutexGuard<'_, Shelf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shelf {
    /// Keeps a drawing, and lets the oldest go.
    fn keep(&mut self, text: Arc<str>, tree: Arc<Tree>) {
        if self.trees.insert(Arc::clone(&text), tree).is_some() {
            return;
        }
        self.bytes += text.len();
        self.order.push_back(text);
        while self.bytes > KEPT {
            let Some(oldest) = self.order.pop_front() else { break };
            self.bytes -= oldest.len();
            self.trees.remove(&oldest);
        }
    }
}
