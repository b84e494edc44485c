//! What the name of a pack says of it.

/// What the name of a mini pack ends with.
pub(super) const MINI: &str = "_mini";
/// What stands in the name of a delta between its own and the held pack's (*từ*, from).
pub(super) const SINCE: &str = "_tu_";
/// What stands in the name of a pack for the press: with something that is timed, and with nothing that is.
pub(super) const PRESS: [&str; 2] = ["_henhgio", "_baochi"];

/// Whether a pack of that name adds to another one.
pub fn is_delta(name: &str) -> bool {
    name.contains(SINCE)
}

/// Whether a pack of that name is one within a budget.
pub fn is_mini(name: &str) -> bool {
    name.ends_with(MINI)
}

/// Whether a pack of that name is for accredited offices.
pub fn is_for_press(name: &str) -> bool {
    PRESS.iter().any(|word| name.contains(word))
}
