//! The press run: the only room that joins the stages.
//!
//! In: [`Settings`]; out: files in the output folder, [`Event`]s to a [`Listener`] while it works, a [`Report`].

mod event;

pub use event::{Cause, Change, Event, JobEvent, Listener, Planned, Reason, Rendition, Report, Status};

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use anyhow::bail;

use crate::format::Format;

/// What a run works on.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The campaign folder.
    pub campaign_dir: PathBuf,
    /// Where files go.
    pub output_dir: PathBuf,
    /// Threads to draw on; none means one a core.
    pub threads: Option<NonZeroUsize>,
    /// Which part of the plan is meant.
    pub choice: Choice,
    /// Whether to make again what is already there.
    pub fresh: bool,
}

/// A part of the plan; an empty list leaves that side open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// Product names.
    pub products: Vec<String>,
    /// Format names.
    pub formats: Vec<String>,
    /// Language codes.
    pub languages: Vec<String>,
    /// Theme names.
    pub themes: Vec<String>,
    /// Whether products with `default = false` are meant too.
    pub all: bool,
}

/// A found or listed asset.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Hit {
    /// The asset's name.
    pub asset: String,
    /// Its headline in its own language.
    pub headline: String,
    /// Its language.
    pub language: String,
    /// One of its files (the first encoding of the first format), relative to the output folder.
    pub path: String,
}

/// Reads and checks everything, draws nothing; with a period, also says which units have not reported for it.
///
/// # Errors
/// When the machine fails; findings go to the listener.
pub fn check(_settings: &Settings, _period: Option<&str>, _listener: &dyn Listener) -> anyhow::Result<()> {
    bail!("not joined yet")
}

/// Tells the listener each file of the plan and why it would be made.
///
/// # Errors
/// When the machine fails; findings go to the listener.
pub fn plan(_settings: &Settings, _listener: &dyn Listener) -> anyhow::Result<()> {
    bail!("not joined yet")
}

/// Makes what the plan asks for. Once `stop` is set, jobs under way are finished and no other is begun.
///
/// # Errors
/// When the machine fails (the output folder cannot be written); findings go to the listener.
pub fn render(_settings: &Settings, _stop: &AtomicBool, _listener: &dyn Listener) -> anyhow::Result<Report> {
    bail!("not joined yet")
}

/// The formats the campaign may use, by name; with `stale`, those whose numbers were checked more days ago than that.
///
/// # Errors
/// When the machine fails; findings go to the listener.
pub fn formats(_settings: &Settings, _stale: Option<u32>, _listener: &dyn Listener) -> anyhow::Result<Vec<Format>> {
    bail!("not joined yet")
}

/// All assets of the catalogue, by name.
///
/// # Errors
/// When the catalogue cannot be read.
pub fn list(_settings: &Settings) -> anyhow::Result<Vec<Hit>> {
    bail!("not joined yet")
}

/// The assets that match a query, best first.
///
/// # Errors
/// When the catalogue cannot be read.
pub fn search(_settings: &Settings, _query: &str) -> anyhow::Result<Vec<Hit>> {
    bail!("not joined yet")
}

/// Builds the catalogue again by walking the output folder; gives the number of files in it.
///
/// # Errors
/// When the folder cannot be read or the catalogue not written; findings go to the listener.
pub fn index(_settings: &Settings, _listener: &dyn Listener) -> anyhow::Result<usize> {
    bail!("not joined yet")
}
