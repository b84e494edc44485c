//! The recall list: who holds some versions, what of it hangs where, and who has answered.
//!
//! Every delivery of the ledger is read, whatever its door; packs stand for what is in them. Those whom nobody knows by name
//! are listed as unknown, with the least number that a log gave.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::lists::{Agency, Placement};
use crate::ledger::{Door, Event, Ledger, Version};
use crate::published::{Notice, NoticeKind};

/// What a recall list is asked of.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The versions.
    pub versions: &'a [Version],
    /// The notice about them, once there is one.
    pub notice: Option<&'a Notice>,
    /// Everything that happened.
    pub ledger: &'a Ledger,
    /// The distribution list.
    pub agencies: &'a [Agency],
    /// The register of placements.
    pub placements: &'a [Placement],
    /// The moment.
    pub now: Timestamp,
    /// The day.
    pub today: Date,
}

/// Who holds what, and who has answered.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Recall {
    /// The notice; none before there is one.
    pub notice: Option<Notice>,
    /// The versions.
    pub versions: Vec<Version>,
    /// Those known by name: first those who have not answered.
    pub holders: Vec<Holder>,
    /// Those whom nobody knows by name.
    pub beyond: Vec<Beyond>,
    /// What hangs or runs somewhere: first what still does.
    pub placements: Vec<Takedown>,
    /// Packs that have them, and are to be made again; nothing waits for that.
    pub packs: Vec<String>,
}

/// Someone who holds some of the versions.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Holder {
    /// Its name in the ledger.
    pub agency: String,
    /// Its name for people; its name in the ledger when it is no longer on the list.
    pub name: String,
    /// Where it is written to.
    pub email: String,
    /// Whether it is on the distribution list still.
    pub listed: bool,
    /// What it holds.
    pub held: Vec<Held>,
    /// Its answer to the notice.
    pub confirmed: Option<Confirmation>,
    /// What is to be done about it; none without a notice.
    pub urgency: Option<Urgency>,
    /// Whole days since the notice, or since it was given the versions after it.
    pub days: i64,
}

/// A version in somebody's hands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Held {
    /// The version.
    #[serde(flatten)]
    pub version: Version,
    /// Through which door it came.
    pub door: Door,
    /// In which pack.
    pub pack: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// An agency's answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Confirmation {
    /// When it was entered.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
    /// What it said.
    pub note: String,
}

/// What is to be done about a holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Urgency {
    /// It has answered.
    Done,
    /// It is to be told today.
    Wait,
    /// Write again.
    Remind,
    /// Call.
    Call,
    /// Tell whoever is above it.
    Escalate,
}

/// Holders whom nobody knows by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Beyond {
    /// Through which door; none stands for all that is never recorded: anonymous downloads, copies passed on.
    pub door: Option<Door>,
    /// What they hold.
    pub versions: Vec<Version>,
    /// At least so many; none when it is not known, which is never 0.
    pub count: Option<u64>,
}

/// A placement to take down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Takedown {
    /// The placement, as the register has it.
    #[serde(flatten)]
    pub placement: Placement,
    /// How it stands.
    pub state: PlacementState,
    /// When it was said to be down.
    pub down: Option<Timestamp>,
}

/// How a placement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PlacementState {
    /// It hangs still, for all that is known.
    Up,
    /// Its time was over before.
    Ended,
    /// It was taken down after the notice.
    Down,
}

impl Recall {
    /// How many known holders have not answered.
    pub fn unanswered(&self) -> usize {
        self.holders.iter().filter(|holder| holder.confirmed.is_none()).count()
    }

    /// How many placements are up.
    pub fn up(&self) -> usize {
        self.placements.iter().filter(|takedown| takedown.state == PlacementState::Up).count()
    }
}

impl Urgency {
    /// What so many days without an answer call for: of a kill sooner than of others.
    fn after(days: i64, kind: NoticeKind) -> Self {
        let days = if kind == NoticeKind::Kill { days.saturating_add(3) } else { days };
        match days {
            ..1 => Self::Wait,
            1..3 => Self::Remind,
            3..7 => Self::Call,
            _ => Self::Escalate,
        }
    }

    /// Its word in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Wait => "wait",
            Self::Remind => "remind",
            Self::Call => "call",
            Self::Escalate => "escalate",
        }
    }
}

impl PlacementState {
    /// Its word in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Ended => "ended",
            Self::Down => "down",
        }
    }
}

/// Makes the list.
pub fn recall(asked: &Asked) -> Recall {
    let (known, beyond) = deliveries(asked);
    let mut holders: Vec<Holder> = known.into_iter().map(|(id, given)| holder(asked, id, given)).collect();
    holders.sort_by(|one, other| {
        let order = |holder: &Holder| (holder.confirmed.is_some(), std::cmp::Reverse(holder.urgency));
        order(one).cmp(&order(other)).then_with(|| one.name.cmp(&other.name))
    });
    let mut placements: Vec<Takedown> =
        asked.placements.iter().filter(|one| shows(one, asked.versions)).map(|one| takedown(asked, one)).collect();
    placements.sort_by(|one, other| (one.state, &one.placement.id).cmp(&(other.state, &other.placement.id)));
    let has = |assets: &[Version]| assets.iter().any(|version| asked.versions.contains(version));
    Recall {
        notice: asked.notice.cloned(),
        versions: asked.versions.to_vec(),
        holders,
        beyond,
        placements,
        packs: standing(asked.ledger)
            .into_iter()
            .filter(|(_, assets)| has(assets))
            .map(|(pack, _)| pack.to_owned())
            .collect(),
    }
}

/// What one holder was given.
#[derive(Default)]
struct Given {
    /// What.
    held: BTreeSet<Held>,
    /// Number of the last delivery.
    last: u64,
    /// When that was.
    at: Timestamp,
}

/// The deliveries of the versions: by agency, and those to holders without a name.
fn deliveries<'a>(asked: &Asked<'a>) -> (BTreeMap<&'a str, Given>, Vec<Beyond>) {
    let packs = packs(asked.ledger);
    let mut known: BTreeMap<&str, Given> = BTreeMap::new();
    let mut unknown: BTreeMap<Door, (BTreeSet<Version>, Option<u64>)> = BTreeMap::new();
    for entry in &asked.ledger.entries {
        let Event::Delivered { to, door, pack, assets, count, .. } = &entry.event else { continue };
        let packed = pack.as_deref().and_then(|pack| packs.get(pack)).into_iter().copied().flatten();
        let versions: BTreeSet<&Version> =
            assets.iter().chain(packed).filter(|version| asked.versions.contains(version)).collect();
        if versions.is_empty() {
            continue;
        }
        if to.is_empty() {
            let (held, counted) = unknown.entry(*door).or_default();
            held.extend(versions.into_iter().cloned());
            // Logs of different versions may tell of the same people: the largest number is sure, their sum is not.
            *counted = (*counted).max(count.filter(|count| *count > 0));
        } else {
            let given = known.entry(to).or_default();
            let held =
                |version: &Version| Held { version: version.clone(), door: *door, pack: pack.clone(), at: entry.at };
            given.held.extend(versions.into_iter().map(held));
            (given.last, given.at) = (entry.number, entry.at);
        }
    }
    let beyond = |(door, (versions, count)): (Door, (BTreeSet<Version>, Option<u64>))| Beyond {
        door: Some(door),
        versions: versions.into_iter().collect(),
        count,
    };
    let never = Beyond { door: None, versions: asked.versions.to_vec(), count: None };
    (known, unknown.into_iter().map(beyond).chain([never]).collect())
}

/// What is in each pack.
fn packs(ledger: &Ledger) -> BTreeMap<&str, &Vec<Version>> {
    let packed = ledger.entries.iter().filter_map(|entry| match &entry.event {
        Event::Packed { pack, assets, .. } => Some((pack.as_str(), assets)),
        _ => None,
    });
    packed.collect()
}

/// The packs that stand: of each release, kind and audience the last that was made, as it took the place of those before.
fn standing(ledger: &Ledger) -> Vec<(&str, &Vec<Version>)> {
    let mut last = BTreeMap::new();
    for entry in &ledger.entries {
        if let Event::Packed { pack, release, assets, kind, press, .. } = &entry.event {
            last.insert((release, kind, press), (pack.as_str(), assets));
        }
    }
    last.into_values().collect()
}

/// A holder with its answer; one given before the last delivery does not speak of that.
fn holder(asked: &Asked, id: &str, given: Given) -> Holder {
    let agency = asked.agencies.iter().find(|agency| agency.id == id);
    let answers = asked.ledger.entries.iter().filter(|entry| entry.number > given.last);
    let mut answer = answers.filter_map(|entry| match &entry.event {
        Event::Confirmed { agency, notice, note }
            if agency == id && Some(*notice) == asked.notice.map(|notice| notice.number) =>
        {
            Some(Confirmation { at: entry.at, by: entry.by.clone(), note: note.clone() })
        }
        _ => None,
    });
    let confirmed = answer.next_back();
    let since = asked.notice.map_or(given.at, |notice| notice.at.max(given.at));
    let days = (asked.now.as_second() - since.as_second()).div_euclid(24 * 60 * 60);
    let urgency = asked.notice.map(|notice| match confirmed {
        Some(_) => Urgency::Done,
        None => Urgency::after(days, notice.kind),
    });
    Holder {
        agency: id.to_owned(),
        name: agency.map_or(id, |agency| &agency.name).to_owned(),
        email: agency.map(|agency| agency.email.clone()).unwrap_or_default(),
        listed: agency.is_some(),
        held: given.held.into_iter().collect(),
        confirmed,
        urgency,
        days,
    }
}

/// Whether a placement shows one of the versions, for all that is known.
fn shows(placement: &Placement, versions: &[Version]) -> bool {
    let same = |version: &Version| placement.version.is_none_or(|number| number == version.version);
    versions.iter().any(|version| version.asset == placement.asset && same(version))
}

/// A placement with what became of it after the notice.
fn takedown(asked: &Asked, placement: &Placement) -> Takedown {
    let number = asked.notice.map(|notice| notice.number);
    let down = asked.ledger.entries.iter().rev().find_map(|entry| match &entry.event {
        Event::TakenDown { placement: one, notice } if *one == placement.id && Some(*notice) == number => {
            Some(entry.at)
        }
        _ => None,
    });
    let ended = placement.until.is_some_and(|until| until < asked.today);
    let state = match down {
        Some(_) => PlacementState::Down,
        None if ended => PlacementState::Ended,
        None => PlacementState::Up,
    };
    Takedown { placement: placement.clone(), state, down }
}
