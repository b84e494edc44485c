//! Lineage, proved on the real program: a changed cell changes no file that was not foretold, boxes hold the ink of their
//! numbers and nothing of the drawing changes outside them, and every digit of a shipped picture is accounted for.

#![allow(unreachable_pub, clippy::unwrap_used, clippy::panic, reason = "a test that cannot set itself up has failed")]

mod beside;
mod campaign;
mod edits;
#[path = "../workshop/mod.rs"]
mod workshop;
