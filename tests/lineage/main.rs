//! Lineage, proved on the real program: a changed cell changes no file that was not foretold, boxes hold the ink of their
//! numbers and nothing of the drawing changes outside them, and every digit of a shipped picture is accounted for.

#![allow(clippy::print_stdout, reason = "what is counted, and what could not be checked, is said")]
#![allow(unreachable_pub, clippy::unwrap_used, clippy::panic, reason = "a test that cannot set itself up has failed")]

mod beside;
mod boxes;
mod campaign;
mod complete;
mod edits;
#[path = "../workshop/mod.rs"]
mod workshop;
