//! The desk: review, approval, release, and what is said of releases afterwards.
//!
//! Each command reads ledger and releases anew, and is done with the one line it enters: killed before, nothing has
//! happened, and the same command completes.

mod approval;
mod candidates;
mod changing;
mod correcting;
mod delivering;
mod enclosing;
mod lists;
mod marking;
mod recalling;
mod reissuing;
mod publishing;
mod keeping;
mod keys;
mod packing;
mod releasing;
mod saying;
mod status;
mod verifying;

pub use approval::{Moved, Verdict, approval};
pub use changing::{ChangeReport, changed};
pub use correcting::{Correct, Corrected, Order, correct};
pub use delivering::{Delivered, Delivery, confirm, deliver, deliver_logged, taken_down};
pub use keeping::{back_up, restore};
pub use keys::{Key, keys, new_key, retire_key};
pub use packing::{Extent, PackOrder, Packed, check_pack, pack};
pub use publishing::{Edition, Written, publish};
pub use recalling::{holders, recalls};
pub use reissuing::{Reissued, reissue};
pub use releasing::{Plea, Released, release};
pub use saying::{Said, say};
pub use status::{Standing, status};
pub use verifying::verify;

use super::Settings;
use super::event::{Event, Listener};
use crate::diagnostic::Diagnostic;
use crate::ledger::{Ledger, Unreadable, Writer};
use crate::release::{Archive, Release};
use crate::store::sweep;

/// A desk that this process alone may add to.
pub(super) struct Desk {
    /// Released bytes.
    pub(super) archive: Archive,
    /// The ledger.
    pub(super) writer: Writer,
    /// All releases, in the ledger's order.
    pub(super) releases: Vec<Release>,
}

/// Sits down at the campaign's desk to write; none when its ledger was altered, which the listener is told. What killed commands
/// left half-written there is cleared away.
pub(super) fn sit_down(settings: &Settings, listener: &dyn Listener) -> anyhow::Result<Option<Desk>> {
    let archive = Archive::at(settings.desk_dir());
    let Some(writer) = told(Writer::open(archive.desk()), listener)? else { return Ok(None) };
    sweep(archive.desk())?;
    let releases = archive.releases(writer.ledger())?;
    Ok(Some(Desk { archive, writer, releases }))
}

/// Looks at the campaign's desk without touching it; none when its ledger was altered, which the listener is told.
pub(super) fn look(
    settings: &Settings,
    listener: &dyn Listener,
) -> anyhow::Result<Option<(Archive, Ledger, Vec<Release>)>> {
    let archive = Archive::at(settings.desk_dir());
    let Some(ledger) = told(Ledger::read(archive.desk()), listener)? else { return Ok(None) };
    let releases = archive.releases(&ledger)?;
    Ok(Some((archive, ledger, releases)))
}

/// Tells what stands in the way; what was asked for is then nothing.
fn refused<T: Default>(found: Vec<Diagnostic>, listener: &dyn Listener) -> T {
    found.into_iter().for_each(|diagnostic| listener.hear(&Event::Diagnostic(diagnostic)));
    T::default()
}

/// A ledger's fault of the user's told to the listener, the machine's handed on.
fn told<T>(read: Result<T, Unreadable>, listener: &dyn Listener) -> anyhow::Result<Option<T>> {
    match read {
        Ok(value) => Ok(Some(value)),
        Err(Unreadable::Altered(diagnostic)) => {
            listener.hear(&Event::Diagnostic(diagnostic));
            Ok(None)
        }
        Err(Unreadable::Machine(error)) => Err(error),
    }
}
