//! Commands of the desk, as typed.

use std::path::PathBuf;

use clap::builder::NonEmptyStringValueParser;
use clap::{Args, Subcommand, ValueHint};
use jiff::Timestamp;

use super::super::args::Selected;
use super::changes::{CHANGES_EXAMPLES, Comparing};
use super::delivery::{Answered, DELIVER_EXAMPLES, Down, Handed};
use super::pack::{KeyCommand, PackArgs, examples};
use super::publishing;
use super::recall::{CORRECT_EXAMPLES, Correcting, Recalling};
use super::verify::VERIFY_EXAMPLES;
use crate::ledger::{Embargo, EmbargoKind};
use crate::release::Overruled;

/// Shown after the help of `release`.
const RELEASE_EXAMPLES: &str = "\
Examples:
  mocban submit --only unit-card && mocban approve --only unit-card --by Minh
  mocban release 2026q3
  mocban release 2026q3 --sealed-until 2026-10-09T10:00:00+07:00
  mocban release demo --illustrative 'a demonstration'

Before the hour nothing sealed is in site, feeds or packs. A release never changes; what changed gets a new version in the next.";

/// What can be done at the desk.
#[derive(Debug, Clone, Subcommand)]
pub(in crate::cli) enum DeskCommand {
    /// Say where each asset stands: draft, review, approved; released version and its status
    Status {
        /// Only these assets
        assets: Vec<String>,
    },
    /// Hand in drafts for review
    Submit {
        /// Which.
        #[command(flatten)]
        which: Which,
        /// What the reviewer should know
        #[arg(long, value_name = "TEXT", default_value = "")]
        note: String,
    },
    /// Approve what was handed in; values that jump need two people
    Approve {
        /// Which.
        #[command(flatten)]
        which: Which,
        /// What to remember about it
        #[arg(long, value_name = "TEXT", default_value = "")]
        note: String,
    },
    /// Send back what was handed in or approved
    Reject {
        /// Which.
        #[command(flatten)]
        which: Which,
        /// Why
        #[arg(long, value_name = "TEXT", value_parser = NonEmptyStringValueParser::new())]
        reason: String,
    },
    /// Make a release of what is approved
    #[command(after_help = RELEASE_EXAMPLES)]
    Release(Box<Released>),
    /// Write the site: pages, feeds and files of what is released, as of now or of another moment
    #[command(after_help = publishing::EXAMPLES)]
    Publish(publishing::Published),
    /// Ask that released assets are not used until it is said otherwise
    Withhold {
        /// Assets, or ASSET@VERSION
        #[arg(required = true)]
        assets: Vec<String>,
        /// Why.
        #[command(flatten)]
        reason: Reason,
    },
    /// Let withheld assets be used again
    Resume {
        /// Assets, or ASSET@VERSION
        #[arg(required = true)]
        assets: Vec<String>,
        /// Why.
        #[command(flatten)]
        reason: Reason,
    },
    /// Take released assets back for good (thu hồi)
    Kill {
        /// Assets, or ASSET@VERSION
        #[arg(required = true)]
        assets: Vec<String>,
        /// Why.
        #[command(flatten)]
        reason: Reason,
        /// Whether site and packs follow.
        #[command(flatten)]
        following: publishing::Following,
    },
    /// Enter that an agency was given assets, a pack or a release
    #[command(after_help = DELIVER_EXAMPLES)]
    Deliver(Box<Handed>),
    /// Enter that an agency has acted on a correction, a kill or a pause
    #[command(after_help = "Example:\n  mocban confirm bao-vi-du 12 --note 'removed from the page'")]
    Confirm(Answered),
    /// Enter that a placement was taken down after a correction or a kill
    #[command(after_help = "Example:\n  mocban taken-down pano-nga-tu 12")]
    TakenDown(Down),
    /// Say what shows a cell and who holds it; with --release, correct it (đính chính)
    #[command(after_help = CORRECT_EXAMPLES)]
    Correct(Box<Correcting>),
    /// Say who has not answered a correction or a kill, and what still hangs
    #[command(after_help = "Examples:\n  mocban recall\n  mocban recall 12 --html recall.html")]
    Recall(Recalling),
    /// Say who holds an asset
    #[command(after_help = "Example:\n  mocban holders unit-card_01_vi@2")]
    Holders {
        /// Assets, or ASSET@VERSION
        #[arg(required = true)]
        assets: Vec<String>,
    },
    /// Say what changed between two releases, or between what is out and the store
    #[command(after_help = CHANGES_EXAMPLES)]
    Changes(Comparing),
    /// Say whether a file is a released one, or which design a code or a picture is like
    #[command(after_help = VERIFY_EXAMPLES)]
    Verify {
        /// A file, or a short code
        #[arg(value_name = "FILE|CODE")]
        what: String,
    },
    /// Copy the desk, which cannot be made again, to another folder; only what is new is copied
    Backup {
        /// The folder, on another disk
        #[arg(value_hint = ValueHint::DirPath)]
        dir: PathBuf,
    },
    /// Bring the desk back from a back-up
    Restore {
        /// The back-up's folder
        #[arg(value_hint = ValueHint::DirPath)]
        dir: PathBuf,
    },
    /// Make a pack of a release for an office, or check one
    #[command(after_help = examples())]
    Pack(Box<PackArgs>),
    /// Keys that packs are signed with
    #[command(subcommand)]
    Key(KeyCommand),
}

/// Which assets are meant.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct Which {
    /// Assets by name [default: all of the selection for which it applies]
    pub(in crate::cli) assets: Vec<String>,
    /// Or a part of the campaign.
    #[command(flatten)]
    pub(in crate::cli) selected: Selected,
}

/// Why something is said of what is out.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct Reason {
    /// Why, as the public reads it
    #[arg(long, value_name = "TEXT", value_parser = NonEmptyStringValueParser::new())]
    pub(in crate::cli) reason: String,
    /// The same in English
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) reason_en: Option<String>,
}

/// What a release is asked to be.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct Released {
    /// Its name, such as 2026q3
    pub(in crate::cli) name: String,
    /// Which assets.
    #[command(flatten)]
    pub(in crate::cli) which: Which,
    /// Until when it is held back.
    #[command(flatten)]
    pub(in crate::cli) embargo: Embargoed,
    /// When its pictures are no longer to be used, such as 2027-01-20T00:00:00+07:00
    #[arg(long, value_name = "TIME")]
    pub(in crate::cli) expires: Option<Timestamp>,
    /// Refusals that are passed over.
    #[command(flatten)]
    pub(in crate::cli) overruling: Overruling,
}

/// Refusals of a release that are passed over, each for a reason.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct Overruling {
    /// Release illustrative data all the same, for this reason
    #[arg(long, value_name = "REASON", help_heading = "Passing over refusals", value_parser = NonEmptyStringValueParser::new())]
    illustrative: Option<String>,
    /// Release pictures that are not what the campaign says now or that preflight finds wrong, for this reason
    #[arg(long, value_name = "REASON", help_heading = "Passing over refusals", value_parser = NonEmptyStringValueParser::new())]
    stale: Option<String>,
    /// Release what nobody approved, for this reason
    #[arg(long, value_name = "REASON", help_heading = "Passing over refusals", value_parser = NonEmptyStringValueParser::new())]
    unapproved: Option<String>,
    /// Release values that jump and that one person approved, for this reason
    #[arg(long, value_name = "REASON", help_heading = "Passing over refusals", value_parser = NonEmptyStringValueParser::new())]
    jumps: Option<String>,
}

impl Overruling {
    /// As a release takes them.
    pub(super) fn overruled(&self) -> Overruled {
        Overruled {
            illustrative: self.illustrative.clone(),
            stale: self.stale.clone(),
            unapproved: self.unapproved.clone(),
            jumps: self.jumps.clone(),
        }
    }
}

/// Until when something is held back, as typed.
#[derive(Debug, Clone, Args)]
#[group(multiple = false)]
pub(in crate::cli) struct Embargoed {
    /// Niêm phong: served to nobody before this hour, such as 2026-10-09T10:00:00+07:00
    #[arg(long, value_name = "TIME", help_heading = "Embargo")]
    sealed_until: Option<Timestamp>,
    /// Hẹn giờ cho báo chí: before this hour in packs for the press only, labelled
    #[arg(long, value_name = "TIME", help_heading = "Embargo")]
    timed_until: Option<Timestamp>,
}

impl Embargoed {
    /// As the ledger notes it.
    pub(in crate::cli) fn embargo(&self) -> Option<Embargo> {
        let sealed = self.sealed_until.map(|until| Embargo { until, kind: EmbargoKind::Sealed });
        sealed.or(self.timed_until.map(|until| Embargo { until, kind: EmbargoKind::Timed }))
    }
}

impl DeskCommand {
    /// The part of the campaign it is about.
    pub(in crate::cli) fn selected(&self) -> Selected {
        match self {
            Self::Submit { which, .. } | Self::Approve { which, .. } | Self::Reject { which, .. } => {
                which.selected.clone()
            }
            Self::Release(released) => released.which.selected.clone(),
            _ => Selected::default(),
        }
    }
}
