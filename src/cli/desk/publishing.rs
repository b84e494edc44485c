//! `mocban publish`, as typed and as told.

use std::path::PathBuf;

use clap::{Args, ValueHint};
use jiff::Timestamp;

use super::super::print::Console;
use super::super::{FINDINGS, code_of};
use super::line;
use super::pack::{Keys, packed_line};
use crate::press;
use crate::press::desk::{self, Edition, Written};

/// Shown after the help of `publish`.
pub(super) const EXAMPLES: &str = "\
Examples:
  mocban publish                                  writes output/site; open index.html, or serve the folder
  mocban publish --at 2026-10-09T10:00:00+07:00   the site as it is at that moment
  mocban publish --press                          output/site-press: with what is timed for the press

The site is a function of releases, ledger and moment: run it again after each of them, and at the hour of an embargo.";

/// What a site is asked to be.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct Published {
    /// As of this moment, such as 2026-10-09T10:00:00+07:00 [default: now]
    #[arg(long, value_name = "TIME")]
    at: Option<Timestamp>,
    /// Write it to this folder [default: site in the output folder]
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    to: Option<PathBuf>,
    /// The edition for accredited offices: keep it behind a login
    #[arg(long)]
    press: bool,
}

/// Publishes; gives the exit code.
pub(super) fn perform(asked: &Published, press: &press::Settings, console: &Console) -> anyhow::Result<u8> {
    let edition = Edition { at: asked.at, to: asked.to.clone(), press: asked.press };
    let Some(done) = desk::publish(press, &edition, console)? else { return Ok(FINDINGS) };
    published_line(&done, console);
    Ok(code_of(console, 0))
}

/// Names a site that was written.
fn published_line(done: &Written, console: &Console) {
    let row = format!(
        "{}  {} assets  {} files  {} written  {} removed",
        done.path, done.assets, done.files, done.written, done.removed
    );
    line("published", done, &row, console);
}

/// Whether site and packs follow at once, as typed.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct Following {
    /// Then publish output/site again, and make the packs again that hold what this speaks of
    #[arg(long)]
    publish: bool,
    /// Where private keys lie.
    #[command(flatten)]
    keys: Keys,
}

impl Following {
    /// Publishes and makes packs again, when that is asked for.
    pub(super) fn follow(&self, packs: &[String], press: &press::Settings, console: &Console) -> anyhow::Result<()> {
        if self.publish
            && let Some(done) = desk::reissue(press, packs, &self.keys.folder(), console)?
        {
            published_line(&done.site, console);
            done.packs.iter().for_each(|packed| packed_line(packed, console));
        }
        Ok(())
    }
}
