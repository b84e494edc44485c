//! Text: shaping with the kit's faces, break opportunities, lines.
//!
//! In: words and a face. Out: clusters measured in em, and lines as ranges of clusters. What is measured
//! here is what is drawn, because outlines come from the same faces.

mod breaks;
mod lines;
mod outline;
mod place;
mod shape;
mod words;

pub use lines::{Lines, break_lines};
pub use outline::{Outline, Placing, Step, as_written, write_number, write_step};
pub use shape::{Cluster, Fonts, Piece, Shaped};
