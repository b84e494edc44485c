//! From a planted delivery to the list, and from a cell to everything that shows it.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::date;

use super::*;
use crate::digest::Digest;
use crate::encode::Encoding;
use crate::language::Words;
use crate::ledger::{CorrectionKind, Door, Entry, Event, Ledger, PackKind, Version};
use crate::lineage::{Lineage, Number};
use crate::published::Notice;
use crate::release::{Facts, Release, ReleasedAsset, ReleasedFile};

/// A number drawn: cells, text, value.
type Drawn<'a> = (&'a [&'a str], &'a str, Option<f64>);

/// A moment so many hours after the first.
fn hour(hour: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + hour * 3600).unwrap()
}

/// A released asset that draws numbers on one format.
fn asset(name: &str, version: u32, language: &str, drawn: &[Drawn]) -> ReleasedAsset {
    let number = |(cells, text, value): &Drawn| Number {
        cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
        text: (*text).to_owned(),
        value: *value,
        ..Number::default()
    };
    ReleasedAsset {
        asset: name.to_owned(),
        version,
        code: String::new(),
        product: "card".to_owned(),
        table: None,
        key: None,
        language: language.to_owned(),
        theme: String::new(),
        period: String::new(),
        headline: format!("Tiêu đề {name}"),
        caption: String::new(),
        alt_text: String::new(),
        description: String::new(),
        tags: Vec::new(),
        words: String::new(),
        illustrative: false,
        composite: false,
        phase: String::new(),
        lineage: [("og".to_owned(), Lineage { numbers: drawn.iter().map(number).collect() })].into(),
        files: vec![ReleasedFile {
            name: format!("{name}_v{version:02}.png"),
            format: "og".to_owned(),
            encoding: Encoding::Png,
            page: 1,
            width: 1,
            height: 1,
            bytes: 1,
            content: Digest::of(format!("{name}{version}").as_bytes()),
            sha256: crate::release::sha256(format!("{name}{version}").as_bytes()),
        }],
    }
}

/// A release of assets.
fn release(name: &str, assets: Vec<ReleasedAsset>) -> Release {
    Release {
        name: name.to_owned(),
        made: hour(0),
        by: "Lan".to_owned(),
        program: String::new(),
        campaign: Facts { languages: vec!["vi".to_owned(), "en".to_owned()], ..Facts::default() },
        assets,
        data: Vec::new(),
    }
}

/// A ledger of events at hours.
fn ledger(events: Vec<(i64, Event)>) -> Ledger {
    let entry =
        |(number, (at, event))| Entry { number, at: hour(at), by: "Lan".to_owned(), before: Digest::of(b""), event };
    Ledger { entries: (1..).zip(events).map(entry).collect() }
}

/// A version by name.
fn version(asset: &str, version: u32) -> Version {
    Version { asset: asset.to_owned(), version }
}

/// A delivery.
fn delivered(to: &str, door: Door, pack: Option<&str>, assets: Vec<Version>, count: Option<u64>) -> Event {
    Event::Delivered { to: to.to_owned(), door, pack: pack.map(str::to_owned), assets, count, log: None }
}

/// An agency on the list.
fn agency(id: &str) -> Agency {
    let name = format!("Báo {id}");
    Agency {
        id: id.to_owned(),
        name,
        email: String::new(),
        kind: String::new(),
        languages: Vec::new(),
        note: String::new(),
    }
}

/// The cell that is corrected below.
fn cell() -> BTreeSet<String> {
    BTreeSet::from(["units/north/score".to_owned()])
}

/// Two releases: the second is the third quarter's, with a slip in `units/north/score`.
fn quarters() -> [Release; 2] {
    let own: &[&str] = &["units/north/score"];
    let sum: &[&str] = &["units/north/score", "units/south/score"];
    let second = release(
        "q2",
        vec![
            asset("card", 1, "vi", &[(own, "71,5%", Some(71.5))]),
            asset("old", 1, "vi", &[(own, "87,5%", Some(87.5))]),
        ],
    );
    let third = release(
        "q3",
        vec![
            asset("card", 2, "vi", &[(own, "87,5%", Some(87.5)), (&["units/north/name"], "Bắc", None)]),
            asset("card-en", 1, "en", &[(own, "87.5%", Some(87.5))]),
            asset("total", 1, "vi", &[(sum, "tăng", None), (sum, "Thứ 1", Some(1.0))]),
            asset("other", 1, "vi", &[(&["units/south/score"], "87,5%", Some(87.5))]),
        ],
    );
    [second, third]
}

#[test]
fn a_cell_leads_to_all_versions_languages_and_derived_words_that_show_it() {
    let releases = quarters();
    let all: Vec<&Release> = releases.iter().collect();
    let found = affected(&cell(), None, &all, &Ledger::default());
    let names: Vec<_> = found.iter().map(|one| (one.version.asset.as_str(), one.version.version)).collect();
    assert_eq!(names, [("card", 2), ("card-en", 1), ("old", 1), ("total", 1)], "last quarter's own number is right");
    let total = &found[3];
    assert_eq!(total.shown.iter().map(|shown| shown.text.as_str()).collect::<Vec<_>>(), ["tăng", "Thứ 1"]);
    assert!(total.shown.iter().all(|shown| !shown.own) && found[0].shown[0].own);
    let was = affected(&cell(), Some("71,5%"), &all, &Ledger::default());
    assert_eq!(was.iter().map(|one| one.version.version).collect::<Vec<_>>(), [1, 1], "card as it was, and the sum");
    let killed = ledger(vec![(1, Event::Killed { assets: vec![version("old", 1)], reason: Words::new() })]);
    assert_eq!(affected(&cell(), None, &all, &killed).len(), 3);
    assert!(affected(&BTreeSet::from(["no/such/cell".to_owned()]), None, &all, &Ledger::default()).is_empty());
}

#[test]
fn a_correction_names_what_reads_otherwise_and_needs_all_assets() {
    let releases = quarters();
    let all: Vec<&Release> = releases.iter().collect();
    let found = affected(&cell(), None, &all, &Ledger::default());
    let own: &[&str] = &["units/north/score"];
    let sum: &[&str] = &["units/north/score", "units/south/score"];
    let mut fixed = vec![
        asset("card", 3, "vi", &[(own, "82,5%", Some(82.5)), (&["units/north/name"], "Bắc", None)]),
        asset("card-en", 2, "en", &[(own, "82.5%", Some(82.5))]),
        asset("old", 2, "vi", &[(own, "82,5%", Some(82.5))]),
    ];
    let make = |assets: Vec<ReleasedAsset>| {
        replaced(&cell(), &found, &all, &release("fix", assets), CorrectionKind::Correction, Words::new())
    };
    assert_eq!(make(fixed.clone()), Err(Unreplaced::Missing(vec!["total".to_owned()])));
    // The sum rounds to the same words: same version, nobody is bothered.
    fixed.push(asset("total", 1, "vi", &[(sum, "tăng", None), (sum, "Thứ 1", Some(1.0))]));
    let made = make(fixed.clone()).unwrap();
    let told: Vec<_> = made.replaced.iter().map(|one| (one.asset.as_str(), one.version, one.by)).collect();
    assert_eq!(told, [("card", 2, 3), ("card-en", 1, 2), ("old", 1, 2)]);
    let cells: Vec<_> = made.cells.iter().map(|c| (c.cell.as_str(), c.before.as_str(), c.after.as_str())).collect();
    assert_eq!(cells, [("units/north/score", "87,5%", "82,5%")], "in the campaign's first language");
    let unchanged = ["card", "card-en", "old", "total"].map(|name| {
        let newest = all.iter().rev().find_map(|release| release.asset(name));
        newest.unwrap().clone()
    });
    assert_eq!(make(unchanged.to_vec()), Err(Unreplaced::Nothing));
}

#[test]
fn every_door_leads_to_the_list() {
    let releases = quarters();
    let held = vec![version("card", 2)];
    let mut events = vec![(
        0,
        Event::Packed {
            pack: "p1".to_owned(),
            release: "q3".to_owned(),
            sha256: String::new(),
            bytes: 1,
            assets: held.clone(),
            kind: PackKind::Whole,
            press: false,
        },
    )];
    // A new door is here without a plant for it: then the match below does not compile, or the list lacks it.
    for (at, door) in (1..).zip(Door::ALL) {
        let to = format!("bao-{}", door.name());
        events.push((
            at,
            match door {
                Door::Pack | Door::Delta => delivered(&to, door, Some("p1"), Vec::new(), None),
                Door::Web => delivered("", door, None, held.clone(), Some(41)),
                Door::File
                | Door::Thumbnail
                | Door::Api
                | Door::Feed
                | Door::Link
                | Door::Hand
                | Door::Mail
                | Door::Export => delivered(&to, door, None, held.clone(), None),
            },
        ));
    }
    let ledger = ledger(events);
    let all: Vec<&Release> = releases.iter().collect();
    let versions: Vec<Version> = affected(&cell(), None, &all, &ledger).into_iter().map(|one| one.version).collect();
    let asked = Asked {
        versions: &versions,
        notice: None,
        ledger: &ledger,
        agencies: &[],
        placements: &[],
        now: hour(100),
        today: date(2026, 10, 9),
    };
    let list = recall(&asked);
    let reached: BTreeSet<Door> = list
        .holders
        .iter()
        .flat_map(|holder| holder.held.iter().map(|held| held.door))
        .chain(list.beyond.iter().filter_map(|beyond| beyond.door))
        .collect();
    assert_eq!(reached, Door::ALL.into_iter().collect());
    assert_eq!(list.packs, ["p1"]);
    assert!(list.holders.iter().all(|holder| !holder.listed), "on no list, and here all the same");
    let counted = list.beyond.iter().find(|beyond| beyond.door == Some(Door::Web)).unwrap();
    assert_eq!(counted.count, Some(41));
    let never = list.beyond.last().unwrap();
    assert_eq!((never.door, never.count), (None, None), "what is not recorded is unknown, not none");
}

/// A placement of the card.
fn placement(id: &str, version: Option<u32>, until: Option<jiff::civil::Date>) -> Placement {
    Placement {
        id: id.to_owned(),
        asset: "card".to_owned(),
        format: String::new(),
        version,
        place: "Ngã tư".to_owned(),
        size: String::new(),
        contact: String::new(),
        since: None,
        until,
        span: crate::diagnostic::Span::whole("desk/placements.csv"),
    }
}

#[test]
fn answers_count_for_their_notice_and_what_was_given_before_them() {
    let kill = Event::Killed { assets: vec![version("card", 2)], reason: Words::new() };
    let confirmed = |by: &str, notice| Event::Confirmed { agency: by.to_owned(), notice, note: "đã gỡ".to_owned() };
    let ledger = ledger(vec![
        (0, delivered("a", Door::Mail, None, vec![version("card", 2), version("other", 1)], None)),
        (0, delivered("b", Door::Mail, None, vec![version("card", 2)], None)),
        (0, delivered("c", Door::Mail, None, vec![version("other", 1)], None)),
        (0, delivered("", Door::Link, None, vec![version("card", 2)], Some(0))),
        (24, kill),
        (25, confirmed("a", 5)),
        (25, confirmed("b", 4)),
        (26, Event::TakenDown { placement: "pano-1".to_owned(), notice: 5 }),
    ]);
    let notice = ledger.entries.iter().find_map(Notice::of).unwrap();
    let placements = [
        placement("pano-1", Some(2), None),
        placement("pano-2", None, None),
        placement("pano-3", Some(1), None),
        placement("led-1", Some(2), Some(date(2026, 10, 8))),
    ];
    let agencies = [agency("a"), agency("b"), agency("c")];
    let asked = Asked {
        versions: &notice.versions,
        notice: Some(&notice),
        ledger: &ledger,
        agencies: &agencies,
        placements: &placements,
        now: hour(24 + 47),
        today: date(2026, 10, 9),
    };
    let list = recall(&asked);
    let told: Vec<_> = list.holders.iter().map(|one| (one.agency.as_str(), one.urgency.unwrap(), one.days)).collect();
    assert_eq!(
        told,
        [("b", Urgency::Call, 1), ("a", Urgency::Done, 1)],
        "a kill calls sooner; an answer to another notice is none"
    );
    assert_eq!((list.unanswered(), list.up()), (1, 1));
    let states: Vec<_> = list.placements.iter().map(|one| (one.placement.id.as_str(), one.state)).collect();
    let expected = [("pano-2", PlacementState::Up), ("led-1", PlacementState::Ended), ("pano-1", PlacementState::Down)];
    assert_eq!(states, expected);
    assert_eq!(list.beyond[0].count, None, "a count of none is not known");
    // What is given again after the answer needs another one.
    let mut later = ledger.clone();
    let again = Entry {
        number: 9,
        at: hour(60),
        event: delivered("a", Door::Hand, None, vec![version("card", 2)], None),
        ..later.entries[0].clone()
    };
    later.entries.push(again);
    assert_eq!(recall(&Asked { ledger: &later, ..asked }).unanswered(), 2);
}

#[test]
fn the_page_says_unknown_and_lists_all() {
    let releases = quarters();
    let all: Vec<&Release> = releases.iter().collect();
    let found = affected(&cell(), None, &all, &Ledger::default());
    let list = Recall {
        notice: None,
        versions: vec![version("card", 2)],
        holders: Vec::new(),
        beyond: vec![Beyond { door: None, versions: Vec::new(), count: None }],
        placements: Vec::new(),
        packs: vec!["demo_2026q3".to_owned()],
    };
    let page = html("<x>", &found, &list, crate::diagnostic::MessageLanguage::Vietnamese);
    for part in ["&lt;x&gt;", "không rõ", "Thứ 1", "card v02", "demo_2026q3", "lang=\"vi\""] {
        assert!(page.contains(part), "{part}");
    }
    assert!(!page.contains("recall-"), "every word has its words");
    assert_eq!(page.matches("<li>").count(), 5, "four versions and a pack");
}
