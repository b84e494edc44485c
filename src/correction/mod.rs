//! Corrections: from a cell to everything that showed it, to everyone who holds that, to their answers.
//!
//! In: releases, the ledger, the desk's lists of agencies and placements, and cells or a notice. Out: the released versions
//! that show a cell ([`affected`]), the [`Correction`](crate::ledger::Correction) that a release is of them ([`replaced`]), and the [`Recall`]
//! list. Nothing here touches the disk or the clock. Who cannot be known is said to be unknown, never counted as nobody.

mod access;
mod affected;
mod html;
mod lists;
mod recall;
mod replacing;

pub use access::{Access, Address, addresses, read_access};
pub use affected::{Affected, Shown, affected, cells_of};
pub use html::html;
pub use lists::{Agency, Placement, agencies, placements};
pub use recall::{Asked, Beyond, Confirmation, Held, Holder, PlacementState, Recall, Takedown, Urgency, recall};
pub use replacing::{Unreplaced, replaced};

#[cfg(test)]
mod tests;
