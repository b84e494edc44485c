//! Which checks hold on which surfaces, and how gravely: one table, a row a code.

use crate::diagnostic::{Diagnostic, Severity};
use crate::format::Use;

/// How grave a finding is on a surface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rating {
    /// Not looked for.
    Off,
    /// To be looked at.
    Warning,
    /// The artwork is not made.
    Error,
}

use Rating::{Error, Off, Warning};

/// The columns of [`PROFILES`].
pub const USES: [Use; 5] = [Use::Print, Use::Large, Use::Led, Use::Social, Use::Screen];

/// Every check on an artwork, by its code, and its rating on each of [`USES`].
///
/// Words and marks that a knife, a frame or a phone's buttons cut off are errors; so is whatever protects the truth
/// of what is drawn. What a reader may still put up with is a warning.
pub const PROFILES: [(&str, [Rating; 5]); 24] = [
    ("MB0801", [Error, Error, Error, Error, Error]),
    ("MB0802", [Error, Error, Error, Error, Error]),
    ("MB0803", [Error, Error, Error, Error, Error]),
    ("MB0804", [Error, Error, Error, Error, Error]),
    ("MB0805", [Error, Error, Error, Error, Error]),
    ("MB0806", [Warning, Warning, Warning, Warning, Off]),
    ("MB0807", [Warning, Warning, Warning, Warning, Warning]),
    ("MB0810", [Warning, Warning, Warning, Warning, Warning]),
    ("MB0811", [Off, Off, Warning, Off, Off]),
    ("MB0812", [Warning, Off, Warning, Off, Off]),
    ("MB0813", [Warning, Warning, Warning, Warning, Warning]),
    ("MB0814", [Warning, Warning, Off, Off, Off]),
    ("MB0815", [Error, Error, Error, Error, Warning]),
    ("MB0816", [Warning, Warning, Warning, Warning, Warning]),
    ("MB0818", [Warning, Warning, Warning, Warning, Warning]),
    ("MB0819", [Error, Error, Warning, Warning, Warning]),
    ("MB0820", [Off, Off, Off, Warning, Warning]),
    ("MB0821", [Warning, Warning, Warning, Warning, Warning]),
    ("MB0822", [Warning, Warning, Warning, Warning, Warning]),
    ("MB0823", [Warning, Warning, Warning, Warning, Warning]),
    ("MB0824", [Error, Error, Error, Error, Error]),
    ("MB0825", [Warning, Warning, Warning, Off, Off]),
    ("MB0826", [Error, Warning, Warning, Error, Error]),
    ("MB0827", [Error, Warning, Warning, Error, Error]),
];

/// Codes that nobody may allow: they stand between a made-up or stray number and the public.
const TRUTH: [&str; 3] = ["MB0801", "MB0802", "MB0803"];
/// A finding of the press that may be allowed too: a block that was left out for want of room.
const DROPPED: &str = "MB1013";

/// What a surface's use makes of a finding: its severity, or nothing.
pub(super) fn rate(mut finding: Diagnostic, usage: Use) -> Option<Diagnostic> {
    let column = USES.iter().position(|known| *known == usage).unwrap_or(0);
    let row = PROFILES.iter().find(|(code, _)| *code == finding.code);
    finding.severity = match row.map_or(Warning, |(_, ratings)| ratings[column]) {
        Off => return None,
        Warning => Severity::Warning,
        Error => Severity::Error,
    };
    Some(finding)
}

/// Whether a campaign may allow findings of a code.
pub(super) fn allowable(code: &str) -> bool {
    allowable_codes().any(|known| known == code)
}

/// The codes that a campaign may allow.
pub(super) fn allowable_codes() -> impl Iterator<Item = &'static str> {
    let checks = PROFILES.iter().map(|(code, _)| *code).filter(|code| !TRUTH.contains(code));
    checks.chain([DROPPED])
}

/// Whether a code is one of those that protect the truth.
pub(super) fn protects_truth(code: &str) -> bool {
    TRUTH.contains(&code)
}

/// The most work that filters may be, in millions of pixels times filter steps, by use.
///
/// Measured: a blur over 8000 × 8000 px takes 5.4 s, 85 ns a pixel; so a social picture may spend half a second in
/// filters, a printed one two, a billboard four.
pub(super) fn filter_budget(usage: Use) -> f32 {
    match usage {
        Use::Social | Use::Screen | Use::Led => 6.0,
        Use::Print => 24.0,
        Use::Large => 48.0,
    }
}
