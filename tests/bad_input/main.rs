//! Bad input of every kind, each given to the real program on a real campaign: a placed, worded finding in both
//! languages and exit code 1 or 2; no panic, no half-written file, and what was made before stays as it was.

#![allow(unreachable_pub, clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

mod brand;
mod charts;
mod data;
mod drawing;
mod machine;
mod template;
mod trial;
mod wishes;
#[path = "../workshop/mod.rs"]
mod workshop;
