//! Where an asset stands on its way to the public: a function of the events about it.

use serde::Serialize;

use super::event::{Event, State};
use super::{Entry, Ledger};
use crate::digest::Digest;

/// How far some bytes of an asset have come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    /// Nobody was asked about these bytes, or they were sent back.
    Draft,
    /// Handed in.
    Review,
    /// Found fit.
    Approved,
}

impl Stage {
    /// Its word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Review => "review",
            Self::Approved => "approved",
        }
    }
}

impl Ledger {
    /// How far these bytes of an asset have come. Other bytes are another matter: what changes is a draft again.
    pub fn stage(&self, state: &State) -> Stage {
        self.about(state).last().map_or(Stage::Draft, |(_, stage)| stage)
    }

    /// Who approved these bytes since they were last handed in, each once, in order.
    pub fn approvers<'a>(&'a self, state: &'a State) -> Vec<&'a str> {
        let mut approvers: Vec<&str> = Vec::new();
        for (entry, stage) in self.about(state) {
            match stage {
                Stage::Approved if !approvers.contains(&entry.by.as_str()) => approvers.push(&entry.by),
                Stage::Approved => {}
                Stage::Draft | Stage::Review => approvers.clear(),
            }
        }
        approvers
    }

    /// Who handed these bytes in last.
    pub fn submitter<'a>(&'a self, state: &'a State) -> Option<&'a str> {
        self.about(state).filter(|(_, stage)| *stage == Stage::Review).last().map(|(entry, _)| entry.by.as_str())
    }

    /// The events about these bytes, each with the stage it led to.
    fn about<'a>(&'a self, state: &'a State) -> impl Iterator<Item = (&'a Entry, Stage)> {
        self.entries.iter().filter_map(move |entry| {
            let (assets, stage) = match &entry.event {
                Event::Submitted { assets, .. } => (assets, Stage::Review),
                Event::Approved { assets, .. } => (assets, Stage::Approved),
                Event::Rejected { assets, .. } => (assets, Stage::Draft),
                _ => return None,
            };
            assets.contains(state).then_some((entry, stage))
        })
    }

    /// The releases in order: each entry with the release's name and the digest of its manifest.
    pub fn releases(&self) -> impl DoubleEndedIterator<Item = (&Entry, &str, Digest)> {
        self.entries.iter().filter_map(|entry| match &entry.event {
            Event::Released { release, manifest, .. } => Some((entry, release.as_str(), *manifest)),
            _ => None,
        })
    }
}
