//! Packs of made-up releases: what is in them, and that a delta leads from any to any.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use proptest::prelude::{Strategy, prop};

use super::*;
use crate::digest::Digest;
use crate::encode::Encoding;
use crate::format::Use;
use crate::language::Words;
use crate::ledger::{CellChange, Correction, CorrectionKind, Embargo, EmbargoKind, Entry, Event, Ledger, Replaced};
use crate::lineage::{Lineage, Number};
use crate::published::{Audience, Published};
use crate::release::{DataFile, Facts, Release, ReleasedAsset, ReleasedFile};

/// A second of the ninth of October.
fn second(second: i64) -> Timestamp {
    let day: Timestamp = "2026-10-09T00:00:00Z".parse().unwrap();
    day.checked_add(jiff::Span::new().seconds(second)).unwrap()
}

/// Bytes of a made-up file, and their digests.
fn kept(text: &str) -> (u64, Digest, String) {
    (text.len() as u64, Digest::of(text.as_bytes()), sha256(text.as_bytes()))
}

/// A file of an asset's version in a format.
fn file(asset: &str, version: u32, format: &str) -> ReleasedFile {
    let name = format!("t_{asset}_{format}_vi_v{version:02}.png");
    let (bytes, content, sha256) = kept(&name);
    let (width, height) = (1200, 630);
    let (format, encoding, page) = (format.to_owned(), Encoding::Png, 1);
    ReleasedFile { name, format, encoding, page, width, height, bytes, content, sha256 }
}

/// An asset's version, drawing the cell `t/ASSET/value`.
fn asset(asset: &str, version: u32) -> ReleasedAsset {
    let cells = vec![format!("t/{asset}/value")];
    let number = Number { cells, text: format!("{version}"), source: "Báo cáo".to_owned(), ..Number::default() };
    ReleasedAsset {
        asset: asset.to_owned(),
        version,
        code: "7K3F9-QX2M1-A".to_owned(),
        product: "card".to_owned(),
        table: Some("t".to_owned()),
        key: Some(asset.to_owned()),
        language: "vi".to_owned(),
        theme: "light".to_owned(),
        period: "2026q3".to_owned(),
        headline: format!("Đơn vị {asset}"),
        caption: format!("=Kết quả {version}"),
        alt_text: "Thẻ".to_owned(),
        description: String::new(),
        tags: Vec::new(),
        words: String::new(),
        illustrative: false,
        composite: false,
        phase: String::new(),
        lineage: [("og".to_owned(), Lineage { numbers: vec![number] })].into(),
        files: ["og", "a4", "pano"].map(|format| file(asset, version, format)).to_vec(),
    }
}

/// A release of assets at versions.
fn release(name: &str, assets: &[(&str, u32)]) -> Release {
    let (bytes, content, sha256) = kept(name);
    Release {
        name: name.to_owned(),
        made: second(0),
        by: "Lan".to_owned(),
        program: "mocban".to_owned(),
        campaign: Facts { slug: "t".to_owned(), languages: vec!["vi".to_owned()], ..Facts::default() },
        assets: assets.iter().map(|(name, version)| asset(name, *version)).collect(),
        data: vec![DataFile { path: "data/t.csv".to_owned(), bytes, content, sha256 }],
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
fn released(release: &str, embargo: Option<Embargo>, expires: Option<i64>) -> Event {
    let (release, manifest, overruled) = (release.to_owned(), Digest::of(b""), BTreeMap::new());
    Event::Released { release, manifest, embargo, expires: expires.map(second), overruled }
}

/// The event of a correction of one asset.
fn corrected(asset: &str, version: u32, release: &str) -> Event {
    Event::Corrected(Correction {
        kind: CorrectionKind::Correction,
        release: release.to_owned(),
        cells: vec![CellChange {
            cell: format!("t/{asset}/value"),
            before: version.to_string(),
            after: (version + 1).to_string(),
        }],
        replaced: vec![Replaced { asset: asset.to_owned(), version, by: version + 1 }],
        note: [("vi".to_owned(), "Số đúng là số sau".to_owned())].into(),
    })
}

/// A version.
fn version(asset: &str, version: u32) -> Version {
    Version { asset: asset.to_owned(), version }
}

/// What packs are made of here: formats with uses, nothing else.
fn material() -> Material<'static> {
    Material {
        uses: [("og", Use::Social), ("a4", Use::Print), ("pano", Use::Large)].map(|(f, u)| (f.to_owned(), u)).into(),
        smalls: Smalls::default(),
        contact_sheet: None,
        news: BTreeMap::new(),
        meta: [("ninjs/a.json".to_owned(), b"{}".to_vec())].into(),
        seal: None,
    }
}

/// The whole pack of a release as an audience sees it at a second.
fn whole(at: i64, audience: Audience, name: Option<&str>, releases: &[Release], ledger: &Ledger) -> Option<Pack> {
    let seen = Published::at(second(at), audience, releases, ledger);
    let selection = Selection::of(&seen, name)?;
    Some(compose(&selection, &material()).unwrap())
}

/// A text of a pack.
fn text<'p>(pack: &'p Pack, path: &str) -> &'p str {
    match pack.files.get(path) {
        Some(Content::Made(bytes)) => std::str::from_utf8(bytes).unwrap(),
        _ => panic!("no text {path}"),
    }
}

#[test]
fn a_corrected_version_is_replaced_and_named_and_only_then() {
    let releases = [release("r1", &[("a", 1), ("b", 1)]), release("r2", &[("a", 2)])];
    let ledger =
        ledger(vec![(10, released("r1", None, None)), (20, released("r2", None, None)), (20, corrected("a", 1, "r2"))]);
    let first = whole(10, Audience::Public, Some("r1"), &releases, &ledger).unwrap();
    assert_eq!((first.name.as_str(), first.assets.len()), ("t-r1_v01_20261009", 2));
    assert!(!first.files.contains_key("00_DINH-CHINH.txt"));
    let later = whole(20, Audience::Public, Some("r1"), &releases, &ledger).unwrap();
    assert_eq!(later.name, "t-r1_v02_20261009");
    assert_eq!(later.assets, [version("a", 2), version("b", 1)]);
    let said = text(&later, "00_DINH-CHINH.txt");
    for part in ["ĐÍNH CHÍNH #3", "t/a/value: 1 → 2", "t_a_og_vi_v01.png", "02_anh/zalo-facebook/t_a_og_vi_v02.png"]
    {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert!(!later.files.keys().any(|path| path.contains("t_a_") && path.contains("v01")));
    let figures = text(&later, "04_so-lieu/so-lieu.csv");
    assert!(figures.contains("\"t\",\"a\",\"value\",,\"2\",\"Báo cáo\",\"\",\"a\"\r\n"), "{figures}");
    assert!(!figures.contains("\"value\",,\"1\",\"Báo cáo\",\"\",\"a\""), "of the replacement, not the wrong ones");
    assert!(!later.files.contains_key("04_so-lieu/t.csv"), "tables hold what is not out yet");
    assert!(text(&later, "00_DOC-TRUOC.txt").contains("00_DINH-CHINH.txt"));
}

#[test]
fn what_is_withheld_killed_expired_or_sealed_is_in_no_pack() {
    let releases = [release("r1", &[("a", 1), ("b", 1), ("c", 1)]), release("r2", &[("d", 1)])];
    let sealed = Embargo { until: second(50), kind: EmbargoKind::Sealed };
    let ledger = ledger(vec![
        (10, released("r1", None, None)),
        (11, released("r2", Some(sealed), Some(90))),
        (20, Event::Withheld { assets: vec![version("a", 1)], reason: Words::new() }),
        (30, Event::Resumed { assets: vec![version("a", 1)], reason: Words::new() }),
        (40, Event::Killed { assets: vec![version("b", 1)], reason: [(String::new(), "Sai".to_owned())].into() }),
    ]);
    let names = |at: i64, release: &str| -> String {
        let pack = whole(at, Audience::Press, Some(release), &releases, &ledger);
        pack.map_or("–".to_owned(), |pack| {
            let shown: Vec<&str> = pack.assets.iter().map(|version| version.asset.as_str()).collect();
            for path in pack.files.keys().filter(|path| path.contains("t_")) {
                assert!(shown.iter().any(|asset| path.contains(&format!("t_{asset}_"))), "{path} at {at}");
            }
            shown.concat()
        })
    };
    for (at, expected) in [(9, "–"), (10, "abc"), (20, "bc"), (30, "abc"), (40, "ac")] {
        assert_eq!(names(at, "r1"), expected, "at {at}");
    }
    for (at, expected) in [(49, "–"), (50, "d"), (89, "d"), (90, "")] {
        assert_eq!(names(at, "r2"), expected, "at {at}");
    }
    let pack = whole(40, Audience::Public, Some("r1"), &releases, &ledger).unwrap();
    assert_eq!(pack.name, "t-r1_v04_20261009");
    let said = text(&pack, "00_DINH-CHINH.txt");
    assert!(said.contains("THU HỒI #5") && said.contains("Sai") && !said.contains("TẠM DỪNG"));
    let withheld = whole(20, Audience::Public, Some("r1"), &releases, &ledger).unwrap();
    assert!(text(&withheld, "00_DINH-CHINH.txt").contains("TẠM DỪNG"));
}

#[test]
fn what_is_timed_for_the_press_is_labelled_and_not_for_the_public() {
    let releases = [release("r1", &[("a", 1)])];
    let timed = Embargo { until: second(100), kind: EmbargoKind::Timed };
    let ledger = ledger(vec![(10, released("r1", Some(timed), None))]);
    assert!(whole(99, Audience::Public, None, &releases, &ledger).is_none());
    let press = whole(99, Audience::Press, None, &releases, &ledger).unwrap();
    assert_eq!(press.name, "t-r1_v01_20261009_henhgio");
    assert!(text(&press, "00_DOC-TRUOC.txt").contains("HẸN GIỜ"));
    assert!(text(&press, "05_chu-thich/chu-thich.csv").contains("2026-10-09T00:01:40Z"));
    let public = whole(100, Audience::Public, None, &releases, &ledger).unwrap();
    assert!(!text(&public, "00_DOC-TRUOC.txt").contains("HẸN GIỜ"));
}

#[test]
fn names_are_plain_and_the_list_is_whole() {
    let releases = [release("r1", &[("a", 1), ("b", 1)])];
    let ledger = ledger(vec![(10, released("r1", None, None))]);
    let pack = whole(10, Audience::Public, None, &releases, &ledger).unwrap();
    let folded: BTreeSet<String> = pack.files.keys().map(|path| path.to_lowercase()).collect();
    assert_eq!(folded.len(), pack.files.len());
    for path in pack.files.keys() {
        assert!(path.is_ascii() && !path.contains(' ') && path.split('/').all(|part| part.len() <= 100), "{path}");
    }
    let listed = sums_of(pack.list()).unwrap();
    let others: Vec<&String> = pack.files.keys().filter(|path| !path.starts_with(SUMS)).collect();
    assert_eq!(listed.keys().collect::<Vec<_>>(), others);
    assert!(listed.iter().all(|(path, sum)| pack.files[path].sha256() == *sum));
    for folder in ["02_anh/zalo-facebook/", "02_anh/bao-in/", "03_pano/", "04_so-lieu/", "meta/ninjs/"] {
        assert!(listed.keys().any(|path| path.starts_with(folder)), "{folder}");
    }
    let csv = text(&pack, "05_chu-thich/chu-thich.csv");
    assert!(csv.starts_with('\u{feff}') && csv.contains("\"'=Kết quả 1\""));
    assert!(csv.contains("Số liệu: Báo cáo, 2026q3"));
    assert_eq!(csv.matches("7K3F9-QX2M1-A").count(), 6);
    assert_eq!(
        Some(&pack),
        whole(5000, Audience::Public, None, &releases, &ledger).as_ref(),
        "the day changes nothing"
    );
    let mut second = release("r2", &[("a", 2), ("b", 1)]);
    second.campaign.rights.license_url = "https://licence.example/".to_owned();
    let both = [releases[0].clone(), second];
    let events = vec![(10, released("r1", None, None)), (20, released("r2", None, None))];
    let later = whole(20, Audience::Public, Some("r1"), &both, &super::tests::ledger(events));
    assert_eq!(Some(pack), later, "nor does the next release");
}

#[test]
fn a_mini_pack_keeps_its_budget_by_the_rule() {
    let mut releases = [release("r1", &[("a", 1), ("b", 1)])];
    for released in &mut releases[0].assets {
        for (bytes, format) in [(90_000, "og"), (300_000, "square")] {
            let mut larger = ReleasedFile { bytes, ..file(&released.asset, 1, format) };
            released.files.retain(|file| file.name != larger.name);
            larger.sha256 = sha256(larger.name.as_bytes());
            released.files.push(larger);
        }
        let twin = released.files.iter().find(|file| file.format == "square").unwrap().clone();
        let name = twin.name.replace(".png", ".jpg");
        released.files.push(ReleasedFile { name, encoding: Encoding::Jpeg, bytes: 150_000, ..twin });
    }
    let ledger = ledger(vec![(10, released("r1", None, None))]);
    let seen = Published::at(second(10), Audience::Public, &releases, &ledger);
    let selection = Selection::of(&seen, None).unwrap();
    let formats = |pack: &Pack| -> Vec<&str> {
        let shown = ["og", "square", "a4", "pano"].into_iter();
        shown.filter(|format| pack.files.keys().any(|path| path.contains(&format!("_{format}_")))).collect()
    };
    let made = |budget: u64| mini(&selection, &material(), budget).unwrap();
    let large = made(10_000_000).unwrap();
    assert_eq!(formats(&large), ["og", "square"], "print and panos are never in it");
    assert!(text(&large, "00_DOC-TRUOC.txt").contains("03_pano png"), "and it says so");
    let lighter = made(600_000).unwrap();
    let twins =
        |ending: &str| lighter.files.keys().filter(|path| path.contains("_square_") && path.ends_with(ending)).count();
    assert_eq!(
        (formats(&lighter), twins(".jpg"), twins(".png")),
        (vec!["og", "square"], 2, 0),
        "the lightest file type stays"
    );
    let small = made(300_000).unwrap();
    assert_eq!(formats(&small), ["og"], "the format that takes most room goes first, for all alike");
    assert!(small.size() <= 300_000 && text(&small, "00_DOC-TRUOC.txt").contains("square png"));
    let least = made(100).unwrap_err().least;
    assert!(made(least - 1).is_err());
    let texts = made(least).unwrap();
    assert!(texts.size() <= least && formats(&texts).is_empty());
}

/// Bytes by path, as they lie in an unpacked pack.
fn unpacked(pack: &Pack, bytes: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    let read = |content: &Content| match content {
        Content::Made(bytes) => bytes.clone(),
        Content::Kept { sha256, .. } => bytes[sha256].clone(),
    };
    pack.files.iter().map(|(path, content)| (path.clone(), read(content))).collect()
}

/// What may happen at a desk: a release with new versions of some assets, a correction, a kill, a pause, its end.
fn happening() -> impl Strategy<Value = (u8, Vec<bool>)> {
    (0..5_u8, prop::collection::vec(proptest::bool::ANY, 4))
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(40))]

    /// Whatever happens at the desk: the old pack with the delta applied is the new pack, for all pairs, and a delta for
    /// another pack is refused.
    #[test]
    fn a_delta_leads_from_any_pack_to_any(happenings in prop::collection::vec(happening(), 1..7)) {
        let names = ["a", "b", "c", "d"];
        let mut versions = [1_u32; 4];
        let mut releases = vec![release("r0", &names.map(|name| (name, 1)))];
        let mut events = vec![(0, released("r0", None, None))];
        for (at, (what, which)) in (1..).zip(&happenings) {
            let meant: Vec<usize> = (0..4).filter(|asset| which[*asset]).collect();
            let named: Vec<Version> = meant.iter().map(|asset| version(names[*asset], versions[*asset])).collect();
            match what {
                0 | 1 => {
                    let name = format!("r{at}");
                    meant.iter().for_each(|asset| versions[*asset] += 1);
                    let all: Vec<(&str, u32)> = (0..4).map(|asset| (names[asset], versions[asset])).collect();
                    releases.push(release(&name, &all));
                    events.push((at, released(&name, None, None)));
                    if *what == 1 {
                        events.extend(meant.iter().map(|one| (at, corrected(names[*one], versions[*one] - 1, &name))));
                    }
                }
                2 => events.push((at, Event::Killed { assets: named, reason: Words::new() })),
                3 => events.push((at, Event::Withheld { assets: named, reason: Words::new() })),
                _ => events.push((at, Event::Resumed { assets: named, reason: Words::new() })),
            }
        }
        let end = i64::try_from(happenings.len()).unwrap();
        let ledger = ledger(events);
        let packs: Vec<Pack> = (0..=end)
            .flat_map(|at| [Some("r0"), None].map(|name| whole(at, Audience::Public, name, &releases, &ledger)))
            .flatten()
            .collect();
        let names = releases.iter().map(|release| release.name.clone());
        let kept_files = releases.iter().flat_map(|r| &r.assets).flat_map(|a| &a.files).map(|file| file.name.clone());
        let bytes: BTreeMap<String, Vec<u8>> =
            names.chain(kept_files).map(|text| (sha256(text.as_bytes()), text.into_bytes())).collect();
        let key = Private::new().unwrap();
        let seal = Seal { name: "k".to_owned(), key };
        for old in &packs {
            let held = Held { pack: old.name.clone(), list: old.list().to_vec() };
            for new in &packs {
                let made = delta(new, &held, Some(&seal)).unwrap().unwrap();
                let (old_files, delta_files) = (unpacked(old, &bytes), unpacked(&made, &bytes));
                let whole = apply(&old_files, &delta_files).unwrap();
                proptest::prop_assert_eq!(&whole, &unpacked(new, &bytes));
                if let Some(other) = packs.iter().find(|other| other.list() != old.list()) {
                    proptest::prop_assert!(apply(&unpacked(other, &bytes), &delta_files).is_err());
                }
            }
        }
    }
}
