//! A frame as text, for golden tests: every item with its position to 0.01 pixel.

use std::fmt::Write;

use crate::frame::{Frame, Item};
use crate::units::Rect;

/// Writes a frame as lines of text.
pub fn dump(frame: &Frame) -> String {
    let mut out = String::new();
    // Writing to a string does not fail.
    let _ = writeln!(out, "frame {:.0}x{:.0} bleed {:.2}", frame.trim.width, frame.trim.height, frame.bleed);
    for block in &frame.boxes {
        let _ = writeln!(out, "box   {} {}", rect(&block.rect), block.name);
    }
    for item in &frame.items {
        let _ = match item {
            Item::Panel { rect: r, radius, .. } => writeln!(out, "panel {} r{radius:.2}", rect(r)),
            Item::Shadow { rect: r, blur, .. } => writeln!(out, "shade {} b{blur:.2}", rect(r)),
            Item::Path { data, .. } => writeln!(out, "path  {} bytes", data.len()),
            Item::Fragment { rect: r, .. } => writeln!(out, "svg   {}", rect(r)),
            Item::Picture { picture, crop, rect: r, radius, .. } => {
                writeln!(out, "image {} r{radius:.2} {} {}", rect(r), picture.path, rect(crop))
            }
            Item::Text(run) => writeln!(
                out,
                "text  {:.2},{:.2} w{:.2} s{:.2} {:?}{}",
                run.origin.x,
                run.origin.y,
                run.width,
                run.size,
                run.text,
                run.bound
                    .iter()
                    .map(|(range, index)| format!(" [{}..{}→{index}]", range.start, range.end))
                    .collect::<String>()
            ),
        };
    }
    for dropped in &frame.dropped {
        let _ = writeln!(out, "drop  {} priority {}", dropped.name, dropped.priority);
    }
    out
}

/// A box as four numbers.
fn rect(rect: &Rect) -> String {
    format!("{:.2},{:.2} {:.2}x{:.2}", rect.x, rect.y, rect.width, rect.height)
}
