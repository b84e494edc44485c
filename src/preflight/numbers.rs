//! Every digit drawn is bound to a cell, or allowed by name.

use crate::diagnostic::Diagnostic;
use crate::frame::{BlockKind, Frame, Item, TextRun};
use crate::template::Markup;

/// Digits that no cell stands behind (`MB0801`), one finding a block.
pub(super) fn unbound(frame: &Frame, markup: &Markup) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let bearing = |block: &usize| frame.boxes[*block].kind != BlockKind::Axis;
    for block in (0..frame.boxes.len()).filter(bearing) {
        let (words, mut free) = words(frame, block);
        for (allowed, _) in &markup.allowed {
            for (at, _) in words.match_indices(allowed.as_str()) {
                free[at..at + allowed.len()].fill(false);
            }
        }
        if let Some((at, _)) = words.char_indices().find(|(at, c)| free[*at] && c.is_numeric()) {
            let number = around(&words, at);
            let diagnostic = Diagnostic::error("MB0801").arg("number", number).arg("words", clip(&words));
            found.push(diagnostic.at(super::block_place(frame, block, markup)).hint("hint"));
        }
    }
    found
}

/// The words of a block, lines joined by spaces, and which bytes are not bound.
fn words(frame: &Frame, block: usize) -> (String, Vec<bool>) {
    let (mut words, mut free) = (String::new(), Vec::new());
    let mut baseline = None;
    for run in runs(frame, block) {
        if baseline.is_some_and(|y: f32| (y - run.origin.y).abs() > 0.01) {
            words.push(' ');
            free.push(true);
        }
        baseline = Some(run.origin.y);
        let start = words.len();
        words.push_str(&run.text);
        free.resize(words.len(), true);
        for (range, _) in &run.bound {
            free[start + range.start..(start + range.end).min(words.len())].fill(false);
        }
    }
    (words, free)
}

/// Lines of one block.
fn runs(frame: &Frame, block: usize) -> impl Iterator<Item = &TextRun> {
    frame.items.iter().filter_map(move |item| match item {
        Item::Text(run) if run.block == block => Some(run),
        _ => None,
    })
}

/// The word a byte offset lies in.
fn around(words: &str, at: usize) -> &str {
    let start = words[..at].rfind(char::is_whitespace).map_or(0, |i| i + 1);
    let end = words[at..].find(char::is_whitespace).map_or(words.len(), |i| at + i);
    words.get(start..end).unwrap_or(words)
}

/// The first words, for a message.
fn clip(words: &str) -> String {
    words.chars().take(60).collect()
}
