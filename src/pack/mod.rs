//! Packs: what an office is given of a release, as one signed ZIP file.
//!
//! # Steps
//! [`Published`](crate::published::Published) → [`Selection`] (which versions are given out) → [`compose`] (files of the pack, whole or
//! [`mini`], or what a [`delta`] adds) → [`write`](Pack::write) or [`bag`](Pack::bag). [`check`] reads one back.
//!
//! A pack's bytes follow from what is published, its kind, the kit its contact sheet is set in and the key it is signed with:
//! nothing in it depends on the day it is made. Dates inside are the ledger's.

mod bag;
mod captions;
mod check;
mod choose;
mod compose;
mod contact;
mod delta;
mod figures;
mod index;
mod meta;
mod mini;
mod place;
mod sign;
mod small;
mod sums;
mod texts;
mod write;
mod zip;

pub use check::{Checked, check};
pub use choose::{Chosen, LeftOut, Selection, Why};
pub use compose::{Material, compose};
pub use contact::contact_sheet;
pub use delta::{Held, apply, delta};
pub use mini::{Dropped, TooSmall, mini};
pub use sign::{Known, Private, Seal, known, known_of};
pub use small::{Small, Smalls};
pub use sums::{SUMS, sums_of};
pub use write::Written;

use std::collections::BTreeMap;

use crate::digest::Digest;
use crate::ledger::{PackKind, Version};
use crate::release::{Archive, sha256};

/// A pack before it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// Its name: the file's without the ending, and the folder inside it.
    pub name: String,
    /// What it is.
    pub kind: PackKind,
    /// The release it holds.
    pub release: String,
    /// The versions in it.
    pub assets: Vec<Version>,
    /// The day of the last event it knows of, as `20261009`.
    pub day: String,
    /// Its files.
    pub files: Files,
}

/// Files of a pack by their paths in its folder.
pub type Files = BTreeMap<String, Content>;

/// The bytes of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Written for the pack.
    Made(Vec<u8>),
    /// Released: in the archive.
    Kept {
        /// Digest.
        content: Digest,
        /// Length, in bytes.
        bytes: u64,
        /// SHA-256.
        sha256: String,
    },
}

impl Content {
    /// Its length, in bytes.
    pub fn len(&self) -> u64 {
        match self {
            Self::Made(bytes) => bytes.len() as u64,
            Self::Kept { bytes, .. } => *bytes,
        }
    }

    /// Whether it has no bytes.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// SHA-256 in hexadecimal.
    pub fn sha256(&self) -> String {
        match self {
            Self::Made(bytes) => sha256(bytes),
            Self::Kept { sha256, .. } => sha256.clone(),
        }
    }

    /// The bytes themselves.
    ///
    /// # Errors
    /// The archive does not have them, or has others.
    pub fn bytes(&self, archive: &Archive) -> anyhow::Result<std::borrow::Cow<'_, [u8]>> {
        Ok(match self {
            Self::Made(bytes) => bytes.into(),
            Self::Kept { content, .. } => archive.get(content)?.into(),
        })
    }
}

#[cfg(test)]
mod tests;
