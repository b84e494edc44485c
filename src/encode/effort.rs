//! How hard to press what is kept without loss.

/// The level of a general search that gives the most for its time.
pub(super) const USUAL: i32 = 7;
/// The level above which little is gained.
pub(super) const HIGH: i32 = 9;
/// The level above which there is none.
pub(super) const HIGHEST: i32 = 12;

/// How hard to press.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effort {
    /// Small and quick: what every picture gets.
    Usual,
    /// A little smaller, several times slower: for a byte limit.
    High,
    /// Smallest, a hundred times slower: where it is asked for.
    Highest,
}
