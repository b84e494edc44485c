//! The press desk's commands: finding, checking, taking in. Each has a file of its own.

mod fsck;
mod intake;
mod search;

pub(super) use fsck::fsck;
pub(super) use intake::{INTAKE_EXAMPLES, intake};
pub(super) use search::{SEARCH_EXAMPLES, SearchArgs, search};
