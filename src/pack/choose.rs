//! Which versions of a release are given out now, and what has happened to it.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::Serialize;

use crate::ledger::Version;
use crate::published::{Audience, Notice, PublicAsset, PublicRelease, PublicVersion, Published, Status};
use crate::release::{DataFile, Facts};

/// What a pack of a release is made of.
#[derive(Debug, Clone)]
pub struct Selection<'p> {
    /// What is published.
    pub published: &'p Published,
    /// The release.
    pub release: &'p PublicRelease,
    /// What is given out, by asset.
    pub chosen: Vec<Chosen<'p>>,
    /// What is not, and why.
    pub left_out: Vec<LeftOut>,
    /// What was said of versions of the release, or of those that stand in their place; oldest first.
    pub notices: Vec<&'p Notice>,
    /// What the campaign said of itself in the release that has the newest of them: what it says later changes no pack.
    pub facts: &'p Facts,
    /// The data files that the newest of the versions was made from.
    pub data: &'p [DataFile],
    /// The moments at which what is given out became another, the release itself first.
    changes: Vec<Timestamp>,
}

/// A version that is given out.
#[derive(Debug, Clone, Copy)]
pub struct Chosen<'p> {
    /// The asset.
    pub asset: &'p PublicAsset,
    /// Its version.
    pub version: &'p PublicVersion,
    /// The version of the release that it replaces.
    pub instead_of: Option<u32>,
}

/// A version that is not given out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// The version.
    #[serde(flatten)]
    pub version: Version,
    /// Why.
    pub why: Why,
}

/// Why a version is not given out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Why {
    /// Not to be used for now.
    Withheld,
    /// Taken back.
    Canceled,
    /// Its day is over.
    Expired,
}

impl<'p> Selection<'p> {
    /// What is given out of a release that is seen, by default of the last one; none when no such release is seen.
    pub fn of(published: &'p Published, release: Option<&str>) -> Option<Self> {
        let release = match release {
            Some(name) => published.releases.iter().find(|seen| seen.release.name == name)?,
            None => published.releases.last()?,
        };
        let (mut chosen, mut left_out, mut versions) = (Vec::new(), Vec::new(), BTreeSet::new());
        for released in &release.release.assets {
            let Some(asset) = published.asset(&released.asset) else { continue };
            let chain = chain(asset, released.version);
            versions.extend(chain.iter().map(|version| version.asset.version()));
            let Some(last) = chain.last().copied() else { continue };
            match why_not(last, published.now) {
                Some(why) => left_out.push(LeftOut { version: last.asset.version(), why }),
                None => {
                    let instead_of = (last.version != released.version).then_some(released.version);
                    chosen.push(Chosen { asset, version: last, instead_of });
                }
            }
        }
        let brought: BTreeSet<Version> = chosen.iter().map(|one| one.version.asset.version()).collect();
        let concerns = |notice: &&Notice| {
            let replaced_by = notice
                .replaced
                .iter()
                .any(|one| brought.contains(&Version { asset: one.asset.clone(), version: one.by }));
            replaced_by || notice.versions.iter().any(|version| versions.contains(version))
        };
        let notices: Vec<&Notice> = published.notices.iter().filter(concerns).collect();
        let changes = changes(release, &notices, &versions, published);
        let newest = &newest(release, &chosen, published).release;
        let (facts, data) = (&newest.campaign, newest.data.as_slice());
        Some(Self { published, release, chosen, left_out, notices, facts, data, changes })
    }

    /// The pack's version: how often what is given out of the release became another, the first time counted.
    pub fn version(&self) -> usize {
        self.changes.len()
    }

    /// When it last did.
    pub fn changed(&self) -> Timestamp {
        self.changes.last().copied().unwrap_or(self.release.at)
    }

    /// The day it last did, as `20261009`, by universal time.
    pub fn day(&self) -> String {
        self.changed().strftime("%Y%m%d").to_string()
    }

    /// The versions that are given out.
    pub fn versions(&self) -> Vec<Version> {
        self.chosen.iter().map(|one| one.version.asset.version()).collect()
    }

    /// The name of a whole pack, such as `cds-2026q3_v02_20261009`; one for the press says so.
    pub fn name(&self) -> String {
        let (facts, release) = (&self.facts, &self.release.release.name);
        let held = match (self.published.audience, self.is_embargoed()) {
            (Audience::Press, true) => "_henhgio",
            (Audience::Press, false) => "_baochi",
            (Audience::Public, _) => "",
        };
        let stem = super::place::short(&format!("{}-{release}", facts.slug), 48);
        format!("{stem}_v{:02}_{}{held}", self.version(), self.day())
    }

    /// Whether something of it is not yet for the public.
    pub fn is_embargoed(&self) -> bool {
        self.release.embargo.is_some() || self.chosen.iter().any(|one| one.version.embargo.is_some())
    }

    /// Moment after which a version may be used by the public, when that is still to come.
    pub fn embargoed_until(version: &PublicVersion) -> Option<Timestamp> {
        version.embargo.map(|embargo| embargo.until)
    }
}

/// A version and those that were said to stand in its place, one after another; a version is in it once.
fn chain(asset: &PublicAsset, version: u32) -> Vec<&PublicVersion> {
    let find = |number: u32| asset.versions.iter().find(|version| version.version == number);
    let mut chain: Vec<&PublicVersion> = find(version).into_iter().collect();
    while let Some(last) = chain.last().filter(|last| last.status == Status::Canceled) {
        match last.replaced_by.and_then(find) {
            Some(next) if chain.iter().all(|known| known.version != next.version) => chain.push(next),
            _ => break,
        }
    }
    chain
}

/// Why a version is not given out; none when it is.
fn why_not(version: &PublicVersion, now: Timestamp) -> Option<Why> {
    match version.status {
        Status::Withheld => Some(Why::Withheld),
        Status::Canceled => Some(Why::Canceled),
        Status::Usable => version.has_expired(now).then_some(Why::Expired),
    }
}

/// When what is given out became another.
fn changes(
    release: &PublicRelease,
    notices: &[&Notice],
    versions: &BTreeSet<Version>,
    published: &Published,
) -> Vec<Timestamp> {
    let about = published.versions().filter(|(_, version)| versions.contains(&version.asset.version()));
    let expired: BTreeSet<Timestamp> =
        about.filter_map(|(_, version)| version.expires.filter(|expires| *expires <= published.now)).collect();
    // What was said before the release was seen, and what it says itself by replacing others, is in its first version.
    let own = |notice: &&&Notice| {
        let mut by = notice.replaced.iter().map(|one| Version { asset: one.asset.clone(), version: one.by });
        by.any(|version| release.release.asset(&version.asset).is_some_and(|asset| asset.version == version.version))
    };
    let said = notices.iter().filter(|notice| notice.at > release.at || (notice.at == release.at && !own(notice)));
    let later = said.map(|notice| notice.at).chain(expired.into_iter().filter(|at| *at > release.at));
    let mut changes: Vec<Timestamp> = std::iter::once(release.at).chain(later).collect();
    changes.sort();
    changes
}

/// The last of the releases that brought what is given out.
fn newest<'p>(release: &'p PublicRelease, chosen: &[Chosen<'p>], published: &'p Published) -> &'p PublicRelease {
    let brought = |seen: &&PublicRelease| {
        chosen.iter().any(|one| one.instead_of.is_some() && one.version.release == seen.release.name)
    };
    let later = published.releases.iter().rev().take_while(|seen| seen.release.name != release.release.name);
    later.into_iter().find(brought).unwrap_or(release)
}
