//! The press desk's commands: finding, checking, taking in. Each has a file of its own.

mod search;

pub(super) use search::{SEARCH_EXAMPLES, SearchArgs, search};
