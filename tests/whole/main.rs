//! The join from data cell to holder, proved end to end on the real program: kills at any moment, every door, embargoes in every
//! place where bytes or words go out, deltas, derived numbers, and a desk that was lost.

#![allow(unreachable_pub, clippy::unwrap_used, clippy::panic, reason = "a test that cannot set itself up has failed")]

mod deltas;
mod derived;
mod doors;
mod held_back;
mod killed;
mod kit;
mod lost;
#[path = "../workshop/mod.rs"]
mod workshop;
