//! What may happen to assets, releases and packs: the events of the ledger.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::digest::Digest;
use crate::language::Words;

/// One thing that happened, as it stands in the ledger under `event`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event {
    /// Drafts were handed in for review.
    Submitted {
        /// What, in exactly these bytes.
        assets: Vec<State>,
        /// What the reviewer should know.
        #[serde(default)]
        note: String,
    },
    /// Bytes were found fit for release.
    Approved {
        /// What, in exactly these bytes.
        assets: Vec<State>,
        /// What the approver remarked.
        #[serde(default)]
        note: String,
    },
    /// Bytes were sent back: they are a draft again.
    Rejected {
        /// What, in exactly these bytes.
        assets: Vec<State>,
        /// Why.
        reason: String,
    },
    /// A release was made. It counts from this line on, not from its files.
    Released {
        /// Its name.
        release: String,
        /// Digest of its manifest.
        manifest: Digest,
        /// Until when the public does not see it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        embargo: Option<Embargo>,
        /// When its pictures are no longer to be used.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        expires: Option<Timestamp>,
        /// Which refusals were passed over, each with the reason given (`illustrative`, `stale`).
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        overruled: BTreeMap<String, String>,
    },
    /// Versions are not to be used until it is said otherwise (ninjs `withheld`).
    Withheld {
        /// Which.
        assets: Vec<Version>,
        /// Why.
        reason: Words,
    },
    /// Withheld versions may be used again.
    Resumed {
        /// Which.
        assets: Vec<Version>,
        /// Why.
        reason: Words,
    },
    /// Versions were replaced by newer ones that say something else, and canceled.
    Corrected(Correction),
    /// Versions were taken back for good (ninjs `canceled`); nothing takes their place.
    Killed {
        /// Which.
        assets: Vec<Version>,
        /// Why.
        reason: Words,
    },
    /// A pack was made.
    Packed {
        /// Its file name, without the ending.
        pack: String,
        /// The release it holds.
        release: String,
        /// SHA-256 of the file.
        sha256: String,
        /// Length of the file, in bytes.
        bytes: u64,
        /// What is in it.
        assets: Vec<Version>,
        /// What it is.
        kind: PackKind,
        /// Whether it is for accredited offices only.
        press: bool,
    },
    /// Somebody was given something.
    Delivered {
        /// Whom: an agency of the distribution list; empty for a holder whom nobody knows by name.
        to: String,
        /// Through which door.
        door: Door,
        /// The pack, when it was one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pack: Option<String>,
        /// What they hold since.
        assets: Vec<Version>,
        /// How many unknown holders, as counted from an access log; none when it is not known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        count: Option<u64>,
        /// Digest of that log, so that the same one is not counted twice.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        log: Option<Digest>,
    },
    /// An agency said that it has acted on a correction or a kill.
    Confirmed {
        /// The agency; not `by`, which is whoever enters it, on the same line.
        agency: String,
        /// Number of the event it has acted on.
        notice: u64,
        /// What it said, or how it said so.
        #[serde(default)]
        note: String,
    },
    /// A placement was taken down or covered after a correction or a kill.
    TakenDown {
        /// The placement.
        placement: String,
        /// Number of the event that asked for it.
        notice: u64,
    },
    /// From now on packs may be signed with this key.
    KeyAdded {
        /// Its name.
        key: String,
        /// The public key, base64 of its 32 bytes (Ed25519).
        public: String,
    },
    /// Nothing new is signed with this key; what it signed before still holds.
    KeyRetired {
        /// Its name.
        key: String,
        /// Why.
        reason: String,
    },
}

/// An asset in exactly some bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct State {
    /// The asset.
    pub asset: String,
    /// Digest of all its files.
    pub content: Digest,
}

/// A released version of an asset.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Version {
    /// The asset.
    pub asset: String,
    /// Its version, counted from 1.
    pub version: u32,
}

/// Until when something is held back, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Embargo {
    /// The hour it ends.
    pub until: Timestamp,
    /// How it is held back.
    pub kind: EmbargoKind,
}

/// The two things that the trade calls an embargo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EmbargoKind {
    /// *Niêm phong*: served to nobody before the hour.
    Sealed,
    /// *Hẹn giờ cho báo chí*: served to accredited offices before the hour, labelled; to the public after it.
    Timed,
}

/// Old versions replaced by new ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// Which of the fixed words it is called by.
    pub kind: CorrectionKind,
    /// The release that has the new versions.
    pub release: String,
    /// Cells that read otherwise now.
    pub cells: Vec<CellChange>,
    /// Which versions were replaced by which.
    pub replaced: Vec<Replaced>,
    /// The editor's note, by language.
    pub note: Words,
}

/// The fixed words for a change of what was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CorrectionKind {
    /// *Cập nhật kỳ*: the next period's figures.
    Update,
    /// *Điều chỉnh*: a planned revision of figures that were provisional.
    Revision,
    /// *Đính chính*: an error is put right.
    Correction,
}

/// A cell whose printed text changed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CellChange {
    /// Its identity, `table/key/column`.
    pub cell: String,
    /// What was printed; empty when it was not printed before.
    pub before: String,
    /// What is printed now; empty when it no longer is.
    pub after: String,
}

/// One version replaced by another of the same asset.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Replaced {
    /// The asset.
    pub asset: String,
    /// The old version.
    pub version: u32,
    /// The new one.
    pub by: u32,
}

/// What a pack is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PackKind {
    /// Everything that is given out of a release.
    Whole,
    /// Texts and pictures for the web, within a budget.
    Mini,
    /// What changed against a whole pack that the office holds.
    Delta,
}

impl PackKind {
    /// Its word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Mini => "mini",
            Self::Delta => "delta",
        }
    }
}

/// How bytes reached somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Door {
    /// A single file.
    File,
    /// A preview.
    Thumbnail,
    /// A whole or mini pack.
    Pack,
    /// A delta pack.
    Delta,
    /// An interface for programs.
    Api,
    /// An enclosure of a feed.
    Feed,
    /// A signed link.
    Link,
    /// By hand: a stick, a disk.
    Hand,
    /// An e-mail.
    Mail,
    /// An export by the office itself.
    Export,
    /// A web server or CDN, read from its access log.
    Web,
}

impl Door {
    /// All doors.
    pub const ALL: [Self; 11] = [
        Self::File,
        Self::Thumbnail,
        Self::Pack,
        Self::Delta,
        Self::Api,
        Self::Feed,
        Self::Link,
        Self::Hand,
        Self::Mail,
        Self::Export,
        Self::Web,
    ];

    /// Its word in the ledger and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Thumbnail => "thumbnail",
            Self::Pack => "pack",
            Self::Delta => "delta",
            Self::Api => "api",
            Self::Feed => "feed",
            Self::Link => "link",
            Self::Hand => "hand",
            Self::Mail => "mail",
            Self::Export => "export",
            Self::Web => "web",
        }
    }

    /// The door of that word.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|door| door.name() == name)
    }
}
