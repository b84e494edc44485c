//! What is seen, tried at every edge of the clock.

use super::*;
use crate::digest::Digest;
use crate::encode::Encoding;
use crate::language::Words;
use crate::ledger::{CellChange, Correction, CorrectionKind, EmbargoKind, Entry, Event, Replaced, Version};
use crate::lineage::{Lineage, Number};

/// A second of the ninth of October.
fn second(second: i64) -> Timestamp {
    let day: Timestamp = "2026-10-09T00:00:00Z".parse().unwrap();
    day.checked_add(jiff::Span::new().seconds(second)).unwrap()
}

/// A release of assets at versions, each drawing the cell `t/ASSET/value`.
fn release(name: &str, assets: &[(&str, u32)]) -> Release {
    let asset = |(asset, version): &(&str, u32)| ReleasedAsset {
        asset: (*asset).to_owned(),
        version: *version,
        code: String::new(),
        product: "card".to_owned(),
        table: None,
        key: None,
        language: "vi".to_owned(),
        theme: "light".to_owned(),
        period: String::new(),
        headline: (*asset).to_owned(),
        caption: String::new(),
        alt_text: String::new(),
        description: String::new(),
        tags: Vec::new(),
        words: String::new(),
        illustrative: false,
        composite: false,
        phase: String::new(),
        lineage: [(
            "og".to_owned(),
            Lineage {
                numbers: vec![Number {
                    cells: vec![format!("t/{asset}/value")],
                    text: "1".to_owned(),
                    ..Number::default()
                }],
            },
        )]
        .into(),
        files: vec![ReleasedFile {
            name: format!("{asset}_v{version:02}.png"),
            format: "og".to_owned(),
            encoding: Encoding::Png,
            page: 1,
            width: 10,
            height: 10,
            bytes: 1,
            content: Digest::of(format!("{asset}{version}").as_bytes()),
            sha256: String::new(),
        }],
    };
    Release {
        name: name.to_owned(),
        made: second(0),
        by: "Lan".to_owned(),
        program: String::new(),
        campaign: Facts { slug: name.to_owned(), ..Facts::default() },
        assets: assets.iter().map(asset).collect(),
        data: Vec::new(),
    }
}

/// A ledger of events at seconds.
fn ledger(events: Vec<(i64, Event)>) -> Ledger {
    let entries = (1..).zip(events).map(|(number, (at, event))| Entry {
        number,
        at: second(at),
        by: "Lan".to_owned(),
        before: Digest::of(b""),
        event,
    });
    Ledger { entries: entries.collect() }
}

/// The event of a release.
fn released(release: &str, embargo: Option<(i64, EmbargoKind)>, expires: Option<i64>) -> Event {
    Event::Released {
        release: release.to_owned(),
        manifest: Digest::of(b""),
        embargo: embargo.map(|(until, kind)| Embargo { until: second(until), kind }),
        expires: expires.map(second),
        overruled: std::collections::BTreeMap::new(),
    }
}

/// A version by name.
fn version(asset: &str, version: u32) -> Version {
    Version { asset: asset.to_owned(), version }
}

/// Asset, version and status of all that is seen.
fn seen(published: &Published) -> Vec<(String, u32, &'static str)> {
    published.versions().map(|(asset, v)| (asset.asset.clone(), v.version, v.status.name())).collect()
}

#[test]
fn nothing_under_embargo_is_seen_before_its_second() {
    let releases = [release("r1", &[("a", 1)]), release("r2", &[("b", 1)])];
    let ledger = ledger(vec![
        (10, released("r1", Some((100, EmbargoKind::Sealed)), None)),
        (20, released("r2", Some((100, EmbargoKind::Timed)), None)),
        (30, Event::Withheld { assets: vec![version("a", 1), version("b", 1)], reason: Words::new() }),
        (40, Event::Resumed { assets: vec![version("a", 1), version("b", 1)], reason: Words::new() }),
    ]);
    for (audience, at, expected) in [
        (Audience::Public, 9, vec![]),
        (Audience::Public, 99, vec![]),
        (Audience::Public, 100, vec!["a", "b"]),
        (Audience::Public, 101, vec!["a", "b"]),
        (Audience::Press, 19, vec![]),
        (Audience::Press, 20, vec!["b"]),
        (Audience::Press, 99, vec!["b"]),
        (Audience::Press, 100, vec!["a", "b"]),
    ] {
        let published = Published::at(second(at), audience, &releases, &ledger);
        let names: Vec<&str> = published.assets.iter().map(|asset| asset.asset.as_str()).collect();
        assert_eq!(names, expected, "{audience:?} at {at}");
        assert_eq!(published.notices.is_empty(), at < 30 || expected.is_empty(), "{audience:?} at {at}");
        assert_eq!(published.facts.slug.is_empty(), expected.is_empty(), "{audience:?} at {at}");
        let labelled = published.versions().all(|(_, version)| version.embargo.is_some() == (at < 100));
        assert!(labelled, "{audience:?} at {at}");
    }
}

#[test]
fn a_correction_keeps_old_bytes_and_a_kill_does_not() {
    let releases = [release("r1", &[("a", 1), ("b", 1)]), release("r2", &[("a", 2)])];
    let correction = Correction {
        kind: CorrectionKind::Correction,
        release: "r2".to_owned(),
        cells: vec![
            CellChange { cell: "t/a/value".to_owned(), before: "87,5".to_owned(), after: "82,5".to_owned() },
            CellChange { cell: "t/hidden/value".to_owned(), before: "1".to_owned(), after: "2".to_owned() },
        ],
        replaced: vec![Replaced { asset: "a".to_owned(), version: 1, by: 2 }],
        note: [("vi".to_owned(), "Số đúng là 82,5%".to_owned())].into(),
    };
    let ledger = ledger(vec![
        (10, released("r1", None, Some(1000))),
        (20, released("r2", None, None)),
        (21, Event::Corrected(correction)),
        (30, Event::Killed { assets: vec![version("b", 1)], reason: Words::new() }),
        (40, Event::Resumed { assets: vec![version("b", 1)], reason: Words::new() }),
    ]);
    let at = |time| Published::at(second(time), Audience::Public, &releases, &ledger);
    assert_eq!(seen(&at(15)), [("a".to_owned(), 1, "usable"), ("b".to_owned(), 1, "usable")]);
    let after = at(50);
    let told = [("a".to_owned(), 1, "canceled"), ("a".to_owned(), 2, "usable"), ("b".to_owned(), 1, "canceled")];
    assert_eq!(seen(&after), told, "a kill is for good");
    let [old, new] = &after.asset("a").unwrap().versions[..] else { panic!("two versions") };
    assert!(old.is_served() && new.is_served() && !after.asset("b").unwrap().versions[0].is_served());
    assert_eq!((old.replaced_by, old.notice), (Some(2), Some(3)));
    assert_eq!(after.notices[0].cells.len(), 1, "a cell that nothing seen draws is not told");
    assert_eq!(after.asset("b").unwrap().current(after.now), None);
    assert!(at(999).asset("a").unwrap().versions[0].expires.is_some());
    assert!(!at(999).asset("b").unwrap().versions[0].has_expired(second(999)));
    assert!(at(1000).asset("b").unwrap().versions[0].has_expired(second(1000)));
}

#[test]
fn an_embargoed_replacement_leaves_the_old_version_current() {
    let releases = [release("r1", &[("a", 1)]), release("r2", &[("a", 2)])];
    let ledger =
        ledger(vec![(10, released("r1", None, None)), (20, released("r2", Some((100, EmbargoKind::Sealed)), None))]);
    let at = |time| Published::at(second(time), Audience::Public, &releases, &ledger);
    assert_eq!(at(50).asset("a").unwrap().current(second(50)).unwrap().version, 1);
    assert_eq!(at(50).asset("a").unwrap().versions[0].replaced_by, None, "that there is another is not told");
    assert_eq!(at(100).asset("a").unwrap().current(second(100)).unwrap().version, 2);
    assert_eq!(at(100).asset("a").unwrap().versions[0].replaced_by, Some(2));
}

#[test]
fn what_a_browser_does_not_show_stands_for_nothing() {
    let mut one = release("r1", &[("a", 1)]);
    let png = one.assets[0].files[0].clone();
    let tiff = ReleasedFile { encoding: Encoding::Tiff, name: "a_v01.tif".to_owned(), width: 99, ..png.clone() };
    one.assets[0].files = vec![tiff.clone(), png];
    let stands = |release: &Release| {
        let ledger = ledger(vec![(10, released("r1", None, None))]);
        let published = Published::at(second(20), Audience::Public, std::slice::from_ref(release), &ledger);
        let (_, version) = published.versions().next().unwrap();
        version.preview().map(|file| file.name.clone())
    };
    assert_eq!(stands(&one).as_deref(), Some("a_v01.png"));
    one.assets[0].files = vec![tiff];
    assert_eq!(stands(&one), None);
}
