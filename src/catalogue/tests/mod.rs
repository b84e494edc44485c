//! Tests of the catalogue: ranking, safety, upkeep, rebuilding.

use super::*;
use crate::digest::Digest;
use crate::encode::Encoding;
use crate::store::{Heading, Store};
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

mod narrowing;

/// A file of an asset with a headline.
fn file(asset: &str, format: &str, headline: &str) -> RenditionEntry {
    let path = format!("card/{asset}_{format}.png");
    RenditionEntry {
        content: Digest::of(path.as_bytes()),
        bytes: path.len() as u64,
        path,
        asset: asset.to_owned(),
        product: "card".to_owned(),
        table: None,
        key: Some(asset.to_owned()),
        format: format.to_owned(),
        language: "vi".to_owned(),
        theme: String::new(),
        encoding: Encoding::Png,
        page: 1,
        width: 1080,
        height: 1350,
        digest: Digest::of(b"job"),
        code: String::new(),
        headline: headline.to_owned(),
        caption: String::new(),
        alt_text: String::new(),
        description: String::new(),
        tags: Vec::new(),
        words: String::new(),
        illustrative: false,
        composite: false,
        cells: BTreeMap::new(),
        inputs: Digest::of(b"inputs"),
        lineage: None,
        bound: None,
        period: "2026q3".to_owned(),
        phase: String::new(),
        unit: String::new(),
        subjects: Vec::new(),
        color: String::new(),
    }
}

/// A catalogue of assets named by their number, with these headlines.
fn catalogue(headlines: &[&str]) -> Catalogue {
    let entries: Vec<_> =
        headlines.iter().enumerate().map(|(nth, text)| file(&format!("as{nth}"), "fb-post", text)).collect();
    let mut catalogue = Catalogue::in_memory().unwrap();
    catalogue.update(&entries).unwrap();
    catalogue
}

/// Headlines found, best first.
fn found(catalogue: &Catalogue, query: &str) -> Vec<String> {
    catalogue.search(query, 50).unwrap().into_iter().map(|hit| hit.headline).collect()
}

#[test]
fn exact_spelling_comes_first_and_other_marks_after() {
    let catalogue = catalogue(&["dương lịch", "đương nhiên", "con đường", "đường", "xây đường mới trên đường cũ"]);
    let hits = found(&catalogue, "đường");
    assert_eq!(hits.len(), 5);
    assert!(hits[..3].iter().all(|hit| hit.contains("đường")), "{hits:?}");
    assert_eq!(found(&catalogue, "dương")[0], "dương lịch");
    assert_eq!(found(&catalogue, "đương")[0], "đương nhiên");
    assert_eq!(found(&catalogue, "duong").len(), 5);
    let scores: Vec<f64> = catalogue.search("đường", 50).unwrap().iter().map(|hit| hit.score).collect();
    assert!(scores.is_sorted_by(|a, b| a >= b), "{scores:?}");
}

#[test]
fn words_without_marks_find_words_with_any() {
    let catalogue = catalogue(&["Chuyển đổi số", "Tỷ lệ hộ nghèo", "Hạ tầng số"]);
    assert_eq!(found(&catalogue, "chuyen doi so"), ["Chuyển đổi số"]);
    assert_eq!(found(&catalogue, "ho ngheo"), ["Tỷ lệ hộ nghèo"]);
    assert_eq!(found(&catalogue, "CHUYỂN ĐỔI SỐ"), ["Chuyển đổi số"]);
    let decomposed: String = "chuyển đổi số".nfd().collect();
    assert_eq!(found(&catalogue, &decomposed), ["Chuyển đổi số"]);
    assert_eq!(found(&catalogue, "hạ tang"), ["Hạ tầng số"], "some marks typed, some not");
    assert_eq!(found(&catalogue, "chuyến dổi sô"), ["Chuyển đổi số"], "wrong marks are better than nothing");
}

#[test]
fn accepted_spellings_find_each_other_and_the_typed_one_leads() {
    let catalogue = catalogue(&["tỉ lệ nộp", "Tỷ lệ nộp", "tí lẽ nộp", "Hoà bình", "Hòa bình"]);
    assert_eq!(found(&catalogue, "tỷ lệ"), ["Tỷ lệ nộp", "tỉ lệ nộp", "tí lẽ nộp"]);
    assert_eq!(found(&catalogue, "tỉ lệ"), ["tỉ lệ nộp", "Tỷ lệ nộp", "tí lẽ nộp"]);
    assert_eq!(found(&catalogue, "hòa bình"), ["Hòa bình", "Hoà bình"]);
    assert_eq!(found(&catalogue, "hoà bình"), ["Hoà bình", "Hòa bình"]);
    assert_eq!(found(&catalogue, "ty le nop").len(), 3);
}

#[test]
fn words_that_follow_one_another_come_before_scattered_ones() {
    let catalogue = catalogue(&["đổi mới, số hoá, chuyển giao", "chuyển đổi số"]);
    assert_eq!(found(&catalogue, "chuyển đổi số")[0], "chuyển đổi số");
    assert_eq!(found(&catalogue, "chuyen doi so")[0], "chuyển đổi số");
    assert_eq!(found(&catalogue, "\"chuyển đổi\""), ["chuyển đổi số"]);
    assert_eq!(found(&catalogue, "\"đổi chuyển\""), [""; 0]);
}

#[test]
fn the_last_word_may_be_a_beginning_and_earlier_ones_may_not() {
    let catalogue = catalogue(&["Chuyển đổi số"]);
    assert_eq!(found(&catalogue, "chuy"), ["Chuyển đổi số"]);
    assert_eq!(found(&catalogue, "đổi chuyể"), ["Chuyển đổi số"]);
    assert_eq!(found(&catalogue, "chuy đổi"), [""; 0]);
    assert_eq!(found(&catalogue, "\"chuy\""), [""; 0]);
}

#[test]
fn abbreviations_work_both_ways() {
    let catalogue = catalogue(&["Kế hoạch CĐS 2026", "Chuyển đổi số", "Cải cách"]);
    assert_eq!(found(&catalogue, "cđs"), ["Kế hoạch CĐS 2026", "Chuyển đổi số"]);
    assert_eq!(found(&catalogue, "cds").len(), 2);
    assert_eq!(found(&catalogue, "chuyển đổi số"), ["Chuyển đổi số", "Kế hoạch CĐS 2026"]);
}

#[test]
fn a_search_that_finds_nothing_is_thought_over() {
    let catalogue = catalogue(&["Chuyển đổi số", "An Bình"]);
    assert_eq!(found(&catalogue, "chuyeenr ddooir soos"), ["Chuyển đổi số"]);
    assert_eq!(found(&catalogue, "xã An Bình"), ["An Bình"]);
    assert_eq!(found(&catalogue, "thành phố An Bình"), ["An Bình"]);
    assert_eq!(found(&catalogue, "tp. an binh"), ["An Bình"]);
    assert_eq!(
        found(&catalogue, "bars chuyeenr"),
        ["Chuyển đổi số"; 0],
        "each word must be there, as typed or retyped"
    );
    assert_eq!(found(&catalogue, "infographic chuyển đổi số"), ["Chuyển đổi số"], "one word of several may be wrong");
    assert_eq!(found(&catalogue, "xã"), [""; 0]);
    assert_eq!(found(&catalogue, "zzzz"), [""; 0]);
}

#[test]
fn any_text_is_safe() {
    let catalogue = catalogue(&["Chuyển đổi số", "C++ & \"NEAR\" 100%"]);
    for query in [
        "",
        " ",
        "\"",
        "\"\"",
        "\"\"\"",
        "*",
        "**",
        "a*",
        "NEAR(a b, 3)",
        "AND",
        "OR",
        "NOT",
        "a AND",
        "(",
        ")",
        "{",
        "}",
        ":",
        "headline:số",
        "^số",
        "-số",
        "+",
        "'",
        "''; DROP TABLE asset; --",
        "😀",
        "số 😀",
        "\0",
        "a\0b",
        "\u{e000}1\u{e001}",
        "%",
        "_",
        "\\",
        "“số",
        "ﷺ",
        "ก็",
        "\u{301}",
        "à\u{301}\u{302}",
        "²",
        "Ⅷ",
        "٣",
        "𝒜",
        "İ",
        "\u{feff}",
    ] {
        catalogue.search(query, 10).unwrap_or_else(|error| panic!("{query:?}: {error:#}"));
    }
    assert_eq!(found(&catalogue, "near").len(), 1);
    assert_eq!(found(&catalogue, "").len(), 0);
    assert_eq!(catalogue.search("số", 0).unwrap().len(), 0);
    assert_eq!(catalogue.search(&"số ".repeat(5000), 10).unwrap().len(), 1);
    assert_eq!(catalogue.search("_", 10).unwrap().len(), 0);
    assert_eq!(catalogue.list(&Filter::default()).unwrap().len(), 2);
}

#[test]
fn an_asset_is_one_hit_and_its_best_file_is_shown() {
    let mut entries =
        vec![file("a", "pano", "Số"), file("a", "fb-post", "Số"), file("a", "led", "Số"), file("b", "fb-post", "Số")];
    entries[0].width = 40_000;
    entries[0].height = 20_000;
    entries[2].width = 320;
    entries[2].height = 32;
    entries.push(RenditionEntry { path: "card/a.pdf".into(), encoding: Encoding::Pdf, ..file("a", "fb-post", "Số") });
    let mut catalogue = Catalogue::in_memory().unwrap();
    catalogue.update(&entries).unwrap();
    let mut hits = catalogue.search("số", 10).unwrap();
    hits.sort_by(|one, other| one.asset.cmp(&other.asset));
    let told: Vec<_> = hits.iter().map(|hit| (hit.asset.as_str(), hit.format.as_str(), hit.renditions)).collect();
    assert_eq!(told, [("a", "fb-post", 4), ("b", "fb-post", 1)]);
    assert_eq!(hits[0].path, "card/a_fb-post.png");
    for name in ["a", "card/a.pdf", "a.pdf", "a_pano.png"] {
        assert_eq!(catalogue.search(name, 1).unwrap()[0].asset, "a", "{name}");
    }
    assert_eq!(catalogue.search("led", 10).unwrap().len(), 1, "formats are words too");
}

#[test]
fn what_is_drawn_counts_less_than_the_headline() {
    let drawn = RenditionEntry { words: "Hạ tầng số".into(), ..file("a", "fb-post", "Khác") };
    let mut catalogue = Catalogue::in_memory().unwrap();
    catalogue.update(&[drawn, file("b", "fb-post", "Hạ tầng số")]).unwrap();
    assert_eq!(found(&catalogue, "hạ tầng"), ["Hạ tầng số", "Khác"]);
}

#[test]
fn lists_are_narrowed_by_every_filter() {
    let mut entries = vec![file("a", "fb-post", ""), file("a", "led", ""), file("b", "led", "")];
    entries[2].language = "en".into();
    let mut catalogue = Catalogue::in_memory().unwrap();
    catalogue.update(&entries).unwrap();
    let count = |filter: Filter| catalogue.list(&filter).unwrap().len();
    let of = |facet, value: &str| Filter::default().with(facet, value);
    assert_eq!(count(Filter::default()), 3);
    assert_eq!(count(of(Facet::Format, "led")), 2);
    assert_eq!(count(of(Facet::Format, "led").with(Facet::Language, "en")), 1);
    assert_eq!(count(of(Facet::Record, "b")), 1);
    assert_eq!(count(of(Facet::Encoding, "pdf")), 0);
    assert_eq!(count(of(Facet::Product, "x' OR 1")), 0);
    assert_eq!(count(of(Facet::Theme, "")), 3);
}

#[test]
fn an_update_adds_changes_and_removes() {
    let mut catalogue = catalogue(&["Một", "Hai", "Ba"]);
    catalogue
        .update(&[file("as0", "fb-post", "Một"), file("as1", "fb-post", "Hai mươi"), file("as9", "fb-post", "Chín")])
        .unwrap();
    assert_eq!(catalogue.list(&Filter::default()).unwrap().len(), 3);
    assert_eq!(found(&catalogue, "hai"), ["Hai mươi"]);
    assert_eq!(found(&catalogue, "ba"), [""; 0]);
    assert_eq!(found(&catalogue, "chín"), ["Chín"]);
    catalogue.update(&[]).unwrap();
    assert_eq!(catalogue.list(&Filter::default()).unwrap().len(), 0);
}

#[test]
fn a_damaged_or_old_file_is_made_anew() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join(CATALOGUE);
    for bytes in [&b""[..], b"not a database at all, and long enough to be looked at as one", &[0; 5000]] {
        fs::write(&path, bytes).unwrap();
        let mut catalogue = Catalogue::open(&path).unwrap();
        catalogue.update(&[file("a", "fb-post", "Số")]).unwrap();
        assert_eq!(Catalogue::open(&path).unwrap().search("so", 5).unwrap().len(), 1);
    }
    let mut cut = fs::read(&path).unwrap();
    cut.truncate(cut.len() / 2);
    fs::write(&path, &cut).unwrap();
    assert_eq!(Catalogue::open(&path).unwrap().list(&Filter::default()).unwrap().len(), 0);
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 99).unwrap();
    Catalogue::open(&path).unwrap().update(&[file("a", "fb-post", "Số")]).unwrap();
    assert!(Catalogue::open(home.path().join("none/x.sqlite")).is_err());
}

/// Writes a file and notes it, as a run does.
fn make(store: &Store, entry: &RenditionEntry) {
    store.put(&entry.path, entry.path.as_bytes()).unwrap();
    store.record(entry).unwrap();
}

#[test]
fn the_current_catalogue_follows_manifest_and_journal_even_after_a_kill() {
    let home = tempfile::tempdir().unwrap();
    let store = Store::open(home.path()).unwrap();
    make(&store, &file("a", "fb-post", "Một"));
    let current = || Catalogue::current(store.shelf()).unwrap().0;
    assert_eq!(found(&current(), "một").len(), 1, "from the journal alone");
    store.finish(&Heading::default()).unwrap();
    make(&store, &file("b", "fb-post", "Hai"));
    assert_eq!(current().list(&Filter::default()).unwrap().len(), 2);
    fs::remove_file(home.path().join(CATALOGUE)).unwrap();
    assert_eq!(found(&current(), "hai").len(), 1);
    let nowhere = home.path().join("nowhere");
    assert_eq!(Catalogue::current(&Shelf::at(&nowhere)).unwrap().0.list(&Filter::default()).unwrap().len(), 0);
    assert!(!nowhere.exists(), "asking makes nothing");
}

#[test]
fn an_index_merges_shards_and_tells_what_is_missing_altered_or_unlisted() {
    let home = tempfile::tempdir().unwrap();
    let heading = Heading { program: "mocban".into(), campaign: "cds".into(), period: "2026q3".into() };
    for (shard, asset) in [("shard-1", "a"), ("shard-2", "b")] {
        let store = Store::open(home.path().join(shard)).unwrap();
        let inputs = store.put_inputs(&crate::store::Inputs { program: shard.into(), ..Default::default() }).unwrap();
        make(&store, &RenditionEntry { inputs, ..file(asset, "fb-post", "Chuyển đổi số") });
        make(&store, &RenditionEntry { inputs, ..file(asset, "led", "Chuyển đổi số") });
        store.finish(&heading).unwrap();
    }
    fs::remove_file(home.path().join("shard-1/card/a_led.png")).unwrap();
    fs::write(home.path().join("shard-2/card/b_led.png"), b"card/b_led.pnG").unwrap();
    fs::write(home.path().join("notes.txt"), b"mine").unwrap();
    fs::write(home.path().join("README.md"), b"ours").unwrap();
    for _ in 0..2 {
        let report = rebuild_from(home.path()).unwrap();
        assert_eq!((report.renditions, report.assets), (3, 2));
        assert_eq!(report.manifests, ["", "shard-1", "shard-2"]);
        assert_eq!(report.missing, ["shard-1/card/a_led.png"]);
        assert_eq!(report.altered, ["shard-2/card/b_led.png"]);
        assert_eq!(report.unlisted, ["notes.txt"]);
        assert_eq!(report.findings.iter().map(|f| f.code).collect::<Vec<_>>(), ["MB1003", "MB1004", "MB1005"]);
    }
    let recorded = Shelf::at(home.path()).read().unwrap();
    assert_eq!(recorded.heading, heading);
    assert!(recorded.entries.values().all(|entry| Shelf::at(home.path()).inputs(&entry.inputs).is_some()));
    let (catalogue, _) = Catalogue::current(&Shelf::at(home.path())).unwrap();
    assert_eq!(catalogue.search("chuyen doi so", 10).unwrap().len(), 2);
    assert!(rebuild_from(&home.path().join("none")).is_err());
    fs::write(home.path().join("shard-1/manifest.json"), b"{").unwrap();
    let report = rebuild_from(home.path()).unwrap();
    assert_eq!(report.findings[0].code, "MB1001");
    assert_eq!(report.renditions, 3, "the merged manifest still knows the shard's file");
}
