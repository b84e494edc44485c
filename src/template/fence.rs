//! Fences (stand-in until the template room lands).
use super::{BEGIN, DIGIT_ZERO, END, MIDDLE};
/// A part of a string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Segment<'a> {
    /// Unbound.
    Plain(&'a str),
    /// A bound value.
    Bound {
        /// Index.
        index: usize,
        /// Text.
        text: &'a str,
    },
}
/// Broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrokenFence;
/// Splits.
pub fn parse_fences(text: &str) -> Result<Vec<Segment<'_>>, BrokenFence> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find([BEGIN, MIDDLE, END]) {
        if at > 0 {
            out.push(Segment::Plain(&rest[..at]));
        }
        let tail = rest[at..].strip_prefix(BEGIN).ok_or(BrokenFence)?;
        let (digits, tail) = tail.split_once(MIDDLE).ok_or(BrokenFence)?;
        let (inner, tail) = tail.split_once(END).ok_or(BrokenFence)?;
        let mut index = 0usize;
        for c in digits.chars() {
            index = index * 10 + (u32::from(c).wrapping_sub(u32::from(DIGIT_ZERO))) as usize;
        }
        out.push(Segment::Bound { index, text: inner });
        rest = tail;
    }
    if !rest.is_empty() {
        out.push(Segment::Plain(rest));
    }
    Ok(out)
}
