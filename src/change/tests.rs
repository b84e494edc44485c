//! What changed, of releases with known answers.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::diagnostic::MessageLanguage;
use crate::digest::Digest;
use crate::encode::Encoding;
use crate::lineage::{Lineage, Number, Place};
use crate::release::{Facts, ReleasedFile};

/// A file of some content.
fn file(asset: &str, version: u32, format: &str, content: &str) -> ReleasedFile {
    ReleasedFile {
        name: format!("{asset}_{format}_v{version:02}.png"),
        format: format.to_owned(),
        encoding: Encoding::Png,
        page: 1,
        width: 600,
        height: 400,
        bytes: content.len() as u64,
        content: Digest::of(content.as_bytes()),
        sha256: crate::release::sha256(content.as_bytes()),
    }
}

/// An asset that prints a number in a box on each format, and its sum with another.
fn asset(name: &str, version: u32, text: &str, sum: &str, formats: &[&str]) -> ReleasedAsset {
    let number = |cells: &[&str], text: &str| Number {
        cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
        text: text.to_owned(),
        places: vec![Place { page: 1, x: 0.25, y: 0.5, width: 0.1, height: 0.2 }],
        ..Number::default()
    };
    let lineage = Lineage { numbers: vec![number(&["t/a/v"], text), number(&["t/a/v", "t/b/v"], sum)] };
    ReleasedAsset {
        asset: name.to_owned(),
        version,
        code: String::new(),
        product: "card".to_owned(),
        table: None,
        key: None,
        language: "vi".to_owned(),
        theme: String::new(),
        period: String::new(),
        headline: format!("Tỷ lệ đạt {text}"),
        caption: String::new(),
        alt_text: String::new(),
        description: String::new(),
        tags: Vec::new(),
        words: String::new(),
        illustrative: false,
        composite: false,
        phase: String::new(),
        lineage: formats.iter().map(|format| ((*format).to_owned(), lineage.clone())).collect(),
        files: formats
            .iter()
            .map(|format| file(name, version, format, &format!("{name}{text}{sum}{format}")))
            .collect(),
    }
}

/// A release of assets.
fn release(name: &str, assets: Vec<ReleasedAsset>) -> Release {
    Release {
        name: name.to_owned(),
        made: jiff::Timestamp::UNIX_EPOCH,
        by: "Lan".to_owned(),
        program: String::new(),
        campaign: Facts::default(),
        assets,
        data: Vec::new(),
    }
}

/// Two releases: one asset changed, one stayed, one went, one came.
fn two() -> [Release; 2] {
    let old = vec![
        asset("card", 1, "87,5%", "90,0", &["og", "story"]),
        asset("same", 3, "1", "2", &["og"]),
        asset("gone", 1, "1", "2", &["og"]),
    ];
    let new = vec![
        asset("card", 2, "82,5%", "90,0", &["og", "story"]),
        asset("same", 3, "1", "2", &["og"]),
        asset("came", 1, "1", "2", &["og"]),
    ];
    [release("r1", old), release("r2", new)]
}

/// Names and SHA-256 of a release.
fn listed(release: &Release) -> BTreeSet<(String, String)> {
    let files = release.assets.iter().flat_map(|asset| &asset.files);
    files.map(|file| (file.name.clone(), file.sha256.clone())).collect()
}

#[test]
fn texts_and_fates_are_told_once() {
    let [old, new] = two();
    let changes = changes(&old, &new, Vec::new());
    let fates: Vec<_> = changes.assets.iter().map(|one| (one.asset.as_str(), one.fate)).collect();
    let expected = [("came", Fate::Added), ("card", Fate::Changed), ("gone", Fate::Absent), ("same", Fate::Unchanged)];
    assert_eq!(fates, expected);
    assert_eq!(changes.texts.len(), 1, "the sum reads as before, two formats are one change");
    let (text, assets) = &changes.texts[0];
    assert_eq!((text.before.as_str(), text.after.as_str(), assets.len()), ("87,5%", "82,5%", 1));
    let card = &changes.assets[1];
    assert_eq!(card.texts[0].boxes.after.keys().collect::<Vec<_>>(), ["og", "story"]);
    assert_eq!(card.words.len(), 1);
    assert_eq!(card.words[0].what, "headline");
    let json = serde_json::to_value(&changes).unwrap();
    assert_eq!(json["assets"][1]["words"][0]["pieces"][1]["gone"], "87,5%");
}

#[test]
fn the_list_of_files_makes_one_release_of_the_other() {
    let [old, new] = two();
    for (from, to) in [(&old, &new), (&new, &old), (&old, &old)] {
        let made = replay(&changes(from, to, Vec::new()).files, &listed(from));
        assert_eq!(made, Some(listed(to)), "{} → {}", from.name, to.name);
    }
    assert_eq!(replay(&changes(&old, &new, Vec::new()).files, &listed(&new)), None, "a list for other files");
}

proptest::proptest! {
    /// Whatever two releases hold, the list turns one into the other.
    #[test]
    fn any_list_replays(one in drawn(), other in drawn()) {
        let made = replay(&changes(&one, &other, Vec::new()).files, &listed(&one));
        proptest::prop_assert_eq!(made, Some(listed(&other)));
    }
}

/// Some release of up to five assets at some versions.
fn drawn() -> impl proptest::strategy::Strategy<Value = Release> {
    use proptest::prelude::{Strategy, prop};
    prop::collection::btree_map("[a-e]", 1_u32..4, 0..5).prop_map(|assets: BTreeMap<String, u32>| {
        let made = |(name, version): (String, u32)| asset(&name, version, &version.to_string(), "s", &["og", "story"]);
        release("r", assets.into_iter().map(made).collect())
    })
}

#[test]
fn the_page_boxes_what_changed_on_both_pictures() {
    let [old, new] = two();
    let changes = changes(&old, &new, Vec::new());
    let card = &changes.assets[1];
    let (before, after) = pair(card, old.asset("card"), new.asset("card"));
    let small = |file: Option<&ReleasedFile>| {
        let file = file.unwrap();
        Some(Small { jpeg: vec![1], width: 600, height: 400, format: file.format.clone(), page: 1 })
    };
    let pictures = [("card".to_owned(), (small(before), small(after)))].into();
    let sheet = Sheet { title: "A & B", changes: &changes, pictures: &pictures, messages: MessageLanguage::Vietnamese };
    let page = html(&sheet);
    assert_eq!(page.matches("<i style=\"left:25.000%;top:50.000%;width:10.000%;height:20.000%\">").count(), 1);
    assert_eq!(page.matches("<i class=\"now\" style=").count(), 1);
    for part in ["A &amp; B", "<del>87,5%</del>", "<ins>82,5%</ins>", "87,5%</td>", "gone_og_v01.png"] {
        assert!(page.contains(part), "{part}");
    }
    assert!(!page.contains("<script") && !page.contains("http") && !page.contains("change-"), "{page}");
}
