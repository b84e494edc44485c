//! Releases: versions move only with bytes, refusals are all told at once, what was kept never changes.

use std::collections::BTreeSet;
use std::fs;

use super::*;
use crate::ledger::{Event, Ledger, Writer};
use crate::store::{RenditionEntry, Store};

/// A store with an archive beside it.
struct Home {
    /// Both.
    dir: tempfile::TempDir,
    /// The store.
    store: Store,
}

impl Home {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path().join("output")).unwrap();
        Self { dir, store }
    }

    fn archive(&self) -> Archive {
        Archive::at(self.dir.path().join("desk"))
    }

    /// An asset of one file with these bytes.
    fn candidate(&self, asset: &str, bytes: &[u8], illustrative: bool) -> Candidate {
        let path = format!("card/{asset}.png");
        self.store.put(&path, bytes).unwrap();
        let content = Digest::of(bytes);
        let line = format!(
            r#"{{"path":"{path}","asset":"{asset}","product":"card","format":"og","language":"vi","encoding":"png",
            "bytes":{},"content":"{content}","digest":"{content}","inputs":"{content}","illustrative":{illustrative}}}"#,
            bytes.len()
        );
        let entry: RenditionEntry = serde_json::from_str(&line).unwrap();
        let number = Number { cells: vec![format!("t/{asset}/value")], text: "1".to_owned(), ..Number::default() };
        Candidate {
            entries: vec![entry],
            lineage: [("og".to_owned(), Lineage { numbers: vec![number] })].into(),
            code: format!("code-{asset}"),
            period: "2026q3".to_owned(),
            description: String::new(),
        }
    }

    fn compile(&self, candidates: &[Candidate], earlier: &[Release]) -> Vec<ReleasedAsset> {
        compile(candidates, earlier, self.store.shelf(), &self.archive()).unwrap()
    }
}

/// A release of assets.
fn release(name: &str, assets: Vec<ReleasedAsset>) -> Release {
    Release {
        name: name.to_owned(),
        made: Timestamp::UNIX_EPOCH,
        by: "Lan".to_owned(),
        program: String::new(),
        campaign: Facts::default(),
        assets,
        data: Vec::new(),
    }
}

#[test]
fn a_version_moves_only_with_bytes_and_old_bytes_stay() {
    let home = Home::new();
    let one = release("r1", home.compile(&[home.candidate("a", b"1", false), home.candidate("b", b"1", false)], &[]));
    let two = release(
        "r2",
        home.compile(&[home.candidate("a", b"2", false), home.candidate("b", b"1", false)], std::slice::from_ref(&one)),
    );
    let back = release("r3", home.compile(&[home.candidate("a", b"1", false)], &[one.clone(), two.clone()]));
    let versions = |release: &Release| release.assets.iter().map(|asset| asset.version).collect::<Vec<_>>();
    assert_eq!((versions(&one), versions(&two), versions(&back)), (vec![1, 1], vec![2, 1], vec![3]));
    assert_eq!(two.asset("a").unwrap().files[0].name, "a_v02.png");
    for (release, bytes) in [(&one, b"1"), (&two, b"2")] {
        assert_eq!(home.archive().get(&release.asset("a").unwrap().files[0].content).unwrap(), bytes);
    }
    assert_eq!(
        one.asset("a").unwrap().files[0].sha256,
        "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b"
    );
}

#[test]
fn what_was_altered_is_not_released_and_not_given_out() {
    let home = Home::new();
    let candidate = home.candidate("a", b"1", false);
    fs::write(home.dir.path().join("output/card/a.png"), b"2").unwrap();
    assert!(compile(&[candidate], &[], home.store.shelf(), &home.archive()).is_err());
    let content = home.archive().put(b"kept").unwrap();
    fs::write(home.archive().place(&content), b"kepT").unwrap();
    assert!(home.archive().get(&content).is_err());
    assert_eq!(home.archive().put(b"kept").unwrap(), content);
    assert_eq!(home.archive().get(&content).unwrap(), b"kept", "putting the same bytes mends it");
    let manifest = home.archive().put_release(&release("r1", Vec::new())).unwrap();
    assert!(home.archive().release("r1", &manifest).is_ok());
    assert!(home.archive().release("r1", &content).is_err());
}

#[test]
fn every_refusal_is_told_and_each_can_be_overruled_with_a_reason() {
    let home = Home::new();
    let desk = home.dir.path().join("desk");
    let candidates = [home.candidate("a", b"1", true), home.candidate("b", b"1", false)];
    let set = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
    let told = |ledger: &Ledger, overruled: &Overruled| {
        let found = refusals(&candidates, ledger, &[], &set(&["b"]), &set(&["t/a/value"]), overruled);
        found.iter().map(|d| (d.code, d.args[0].1.clone())).collect::<Vec<_>>()
    };
    let of = |code: &'static str, asset: &str| (code, asset.to_owned());
    let empty = Ledger::default();
    let all = [of("MB1211", "a"), of("MB1212", "a"), of("MB1214", "a"), of("MB1211", "b"), of("MB1213", "b")];
    assert_eq!(told(&empty, &Overruled::default()), all);
    let reason = || Some("lý do".to_owned());
    let overruled = Overruled { illustrative: reason(), stale: reason(), unapproved: reason(), jumps: reason() };
    assert!(told(&empty, &overruled).is_empty());
    assert_eq!(overruled.by_name().len(), 4);

    let mut writer = Writer::open(&desk).unwrap();
    let approve = |assets| Event::Approved { assets, note: String::new() };
    for by in ["Lan", "Lan"] {
        writer.enter(Timestamp::UNIX_EPOCH, by, approve(candidates.iter().map(Candidate::state).collect())).unwrap();
    }
    assert_eq!(told(writer.ledger(), &Overruled::default()), [of("MB1212", "a"), of("MB1214", "a"), of("MB1213", "b")]);
    writer.enter(Timestamp::UNIX_EPOCH, "Minh", approve(vec![candidates[0].state()])).unwrap();
    assert_eq!(told(writer.ledger(), &Overruled::default()), [of("MB1212", "a"), of("MB1213", "b")]);
    assert_eq!(refusals(&[], &empty, &[], &set(&[]), &set(&[]), &overruled)[0].code, "MB1210");
}

#[test]
fn two_assets_never_share_a_code() {
    let home = Home::new();
    let twin = Candidate { code: "code-a".to_owned(), ..home.candidate("b", b"1", false) };
    let overruled = Overruled { unapproved: Some("thử".to_owned()), ..Overruled::default() };
    let told = |candidates: &[Candidate], earlier: &[Release]| {
        let (none, ledger) = (BTreeSet::new(), Ledger::default());
        refusals(candidates, &ledger, earlier, &none, &none, &overruled).iter().map(|d| d.code).collect::<Vec<_>>()
    };
    assert_eq!(told(&[home.candidate("a", b"1", false), twin.clone()], &[]), ["MB1215"]);
    let earlier = release("r1", home.compile(&[home.candidate("a", b"1", false)], &[]));
    assert_eq!(told(&[twin], std::slice::from_ref(&earlier)), ["MB1215"]);
    assert!(told(&[home.candidate("a", b"2", false)], &[earlier]).is_empty(), "a version of its own may keep it");
}

/// A desk of one release of one asset.
fn desk(home: &Home) -> std::path::PathBuf {
    let archive = home.archive();
    let mut writer = Writer::open(archive.desk()).unwrap();
    let release = release("r1", home.compile(&[home.candidate("a", b"1", false)], &[]));
    let manifest = archive.put_release(&release).unwrap();
    let event = Event::Released {
        release: "r1".to_owned(),
        manifest,
        embargo: None,
        expires: None,
        overruled: BTreeMap::new(),
    };
    writer.enter(Timestamp::UNIX_EPOCH, "Lan", event).unwrap();
    archive.desk().to_owned()
}

#[test]
fn a_whole_desk_has_no_findings_and_each_damage_has_its_own() {
    let home = Home::new();
    let desk = desk(&home);
    let found = || check_desk(&home.archive()).unwrap().iter().map(|d| d.code).collect::<Vec<_>>();
    assert!(found().is_empty());
    fs::write(desk.join("releases/idle.json"), b"{}").unwrap();
    fs::write(desk.join("objects/.tmp-half"), b"").unwrap();
    assert_eq!(found(), ["MB1204", "MB1204"]);
    let object = home.archive().place(&Digest::of(b"1"));
    fs::write(&object, b"2").unwrap();
    assert_eq!(found()[0], "MB1203");
    fs::remove_file(&object).unwrap();
    assert_eq!(found()[0], "MB1203");
    fs::write(desk.join("releases/r1.json"), b"{}").unwrap();
    assert_eq!(found()[0], "MB1202");
    fs::write(desk.join("ledger.jsonl"), b"{}\n").unwrap();
    assert_eq!(found(), ["MB1201"]);
}

#[test]
fn a_back_up_brings_a_lost_desk_back_and_never_overwrites_a_longer_ledger() {
    let home = Home::new();
    let desk = desk(&home);
    fs::write(desk.join("agencies.csv"), b"id\n").unwrap();
    let safe = home.dir.path().join("safe");
    assert_eq!(copy_desk(&desk, &safe).unwrap(), Copied { written: 4, left: 0, entries: 1 });
    assert_eq!(copy_desk(&desk, &safe).unwrap(), Copied { written: 0, left: 4, entries: 1 });
    fs::remove_dir_all(&desk).unwrap();
    assert_eq!(copy_desk(&safe, &desk).unwrap().written, 4);
    assert!(check_desk(&home.archive()).unwrap().is_empty());

    let killed = Event::Killed { assets: Vec::new(), reason: crate::language::Words::new() };
    Writer::open(&desk).unwrap().enter(Timestamp::UNIX_EPOCH, "Lan", killed).unwrap();
    let longer = fs::read(desk.join("ledger.jsonl")).unwrap();
    assert!(copy_desk(&safe, &desk).is_err(), "the kill would be lost");
    assert_eq!(fs::read(desk.join("ledger.jsonl")).unwrap(), longer);
    assert_eq!(copy_desk(&desk, &safe).unwrap(), Copied { written: 1, left: 3, entries: 2 });

    fs::write(home.archive().place(&Digest::of(b"1")), b"2").unwrap();
    assert!(copy_desk(&desk, &home.dir.path().join("other")).is_err(), "damaged bytes are not copied");
    assert!(copy_desk(&home.dir.path().join("none"), &safe).is_err());
}
