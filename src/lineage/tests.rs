//! Known lineages: what is merged, who is touched, and that every chain of a PROV document is whole.

use std::collections::BTreeMap;

use serde_json::Value;

use super::*;

fn number(cells: &[&str], text: &str, source: &str) -> Number {
    Number {
        cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
        text: text.to_owned(),
        value: Some(71.5),
        source: source.to_owned(),
        places: Vec::new(),
    }
}

#[test]
fn a_cell_printed_in_two_ways_keeps_both_texts() {
    let numbers =
        vec![number(&["t/a/x"], "71,5", ""), number(&["t/a/x", "t/b/x"], "140", ""), number(&["t/a/x"], "71,5", "")];
    let printed = Lineage { numbers }.by_cell();
    assert_eq!(printed.get("t/a/x").map(String::as_str), Some("71,5 · 140"));
    assert_eq!(printed.get("t/b/x").map(String::as_str), Some("140"));
}

#[test]
fn scopes_cover_a_table_or_a_column_of_it() {
    let table = Scope { table: "units".into(), column: None };
    let column = Scope { table: "units".into(), column: Some("score".into()) };
    assert!(table.covers("units/a/score") && !table.covers("units2/a/score"));
    assert!(column.covers("units/a/score") && column.covers("units/a/b/score"));
    assert!(!column.covers("units/a/old-score") && !column.covers("units/score"), "a column has a key before it");
}

#[test]
fn what_draws_a_cell_is_told_from_what_may_have_read_it() {
    let drawn = Lineage { numbers: vec![number(&["t/a/x"], "71,5", "")] };
    let none = Lineage::default();
    let drawing = |asset, lineage, reads| Drawing { asset, lineage, reads };
    let all = |reads| {
        [
            drawing("one", &drawn, false),
            drawing("one", &none, false),
            drawing("two", &none, reads),
            drawing("three", &none, false),
        ]
    };
    let (certain, possible) = (Some(Touch::Drawn), Some(Touch::Read));
    assert_eq!(touched("t/a/x", all(true)), [certain, possible, possible, None]);
    assert_eq!(touched("t/a/y", all(false)), [None; 4]);
}

#[test]
fn places_are_found_again_in_pixels() {
    let place = Place { page: 1, x: 0.1, y: 0.25, width: 0.333_333, height: 0.5 };
    assert_eq!(on_pixels(&place, 1200, 628), [120, 157, 400, 314]);
    let written = serde_json::to_value(place).unwrap().to_string();
    assert_eq!(written, r#"{"page":1,"x":0.1,"y":0.25,"width":0.333333,"height":0.5}"#);
    assert_eq!(serde_json::from_str::<Place>(&written).unwrap(), place);
}

/// Whether a document says that one thing was derived from another.
fn derived(document: &Value, from: &str, to: &str) -> bool {
    let said = document["wasDerivedFrom"].as_object().unwrap();
    said.values().any(|one| one["prov:generatedEntity"] == from && one["prov:usedEntity"] == to)
}

#[test]
fn prov_leads_from_each_file_to_each_cell_and_its_source() {
    let (one, other) = (
        [
            number(&["towns/north/score"], "71,5%", "12/BC"),
            number(&["towns/north/score", "towns/east/score"], "35", ""),
        ],
        [number(&["towns/east/name.vi"], "Đông", "")],
    );
    let files = [
        ProvFile { name: "card_v01.png", digest: "ab", numbers: &one },
        ProvFile { name: "card_v01.pdf", digest: "", numbers: &other },
    ];
    let data = BTreeMap::from([("towns", ("data/towns.csv", "cd"))]);
    let document = prov("mocban 1", &[ProvAsset { asset: "t_card_vi", files: &files }], &data);
    for file in &files {
        let name = format!("file:{}", file.name);
        for number in file.numbers {
            let found = document["entity"].as_object().unwrap().iter();
            let shown: Vec<_> = found.filter(|(_, said)| said["prov:value"] == number.text).map(|(id, _)| id).collect();
            assert_eq!(shown.len(), 1, "{}", number.text);
            assert!(derived(&document, &name, shown[0]));
            for cell in &number.cells {
                let cell = format!("cell:{cell}");
                assert!(derived(&document, shown[0], &cell) && derived(&document, &cell, "file:data/towns.csv"));
                assert!(document["entity"].get(&cell).is_some(), "{cell}");
            }
        }
        let made = document["wasGeneratedBy"].as_object().unwrap();
        assert!(made.values().any(|one| one["prov:entity"] == name.as_str()));
    }
    let used = document["used"].as_object().unwrap();
    assert_eq!(used.len(), 3, "each cell once");
    assert_eq!(document["entity"]["source:12/BC"]["prov:label"], "12/BC");
    assert!(document["prefix"]["prov"].is_string());
    let turned = [files[1], files[0]];
    assert_eq!(document, prov("mocban 1", &[ProvAsset { asset: "t_card_vi", files: &turned }], &data));
    let written = serde_json::to_string(&document).unwrap();
    assert_eq!(
        written,
        serde_json::to_string(&prov("mocban 1", &[ProvAsset { asset: "t_card_vi", files: &turned }], &data)).unwrap()
    );
}
