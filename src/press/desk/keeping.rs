//! Back-up and restore of the desk.

use std::path::Path;

use crate::press::Settings;
use crate::release::{Copied, copy_desk};

/// Copies the desk to a folder; what is there already is left.
///
/// # Errors
/// See [`copy_desk`].
pub fn back_up(settings: &Settings, to: &Path) -> anyhow::Result<Copied> {
    copy_desk(&settings.desk_dir(), to)
}

/// Copies a back-up to the desk; refuses to lose an entry of the ledger.
///
/// # Errors
/// See [`copy_desk`].
pub fn restore(settings: &Settings, from: &Path) -> anyhow::Result<Copied> {
    copy_desk(from, &settings.desk_dir())
}
