//! What lies beside the files: kept once, made again when it is lost, cleared with them, and told by `mocban trace`.

use std::collections::BTreeMap;
use std::fs;
use std::time::SystemTime;

use serde_json::Value;

use crate::campaign::campaign;
use crate::workshop::Workshop;

/// The lineages on the disk, with their times of change.
fn lineages(shop: &Workshop) -> BTreeMap<String, (Vec<u8>, SystemTime)> {
    let folder = fs::read_dir(shop.output().join(".mocban/lineage")).unwrap().map(Result::unwrap);
    let read = |item: fs::DirEntry| {
        let changed = item.metadata().unwrap().modified().unwrap();
        (item.file_name().into_string().unwrap(), (fs::read(item.path()).unwrap(), changed))
    };
    folder.map(read).collect()
}

/// The events of a command that speaks JSON lines.
fn events(shop: &Workshop, args: &[&str]) -> Vec<Value> {
    let said = shop.run(&[args, &["--message-format", "json"]].concat());
    said.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_lineage_is_written_once_and_again_when_it_is_lost() {
    let shop = campaign();
    shop.render(&[]);
    let (before, manifest) = (lineages(&shop), fs::read(shop.output().join("manifest.json")).unwrap());
    assert!(!before.is_empty());
    assert_eq!(shop.render(&[]).rendered, 0);
    assert_eq!(lineages(&shop), before, "nothing changed, nothing is written");
    let names: Vec<&String> = before.keys().collect();
    let place = |name: &str| shop.output().join(".mocban/lineage").join(name);
    assert_eq!(shop.run(&["fsck"]).code, Some(0));
    fs::remove_file(place(names[0])).unwrap();
    fs::write(place(names[1]), b"{}").unwrap();
    assert!(shop.run(&["trace", "towns/north/score"]).stderr.contains("MB1061"));
    let checked = shop.run(&["fsck"]);
    assert!(
        checked.code == Some(1) && names[..2].iter().all(|name| checked.stderr.contains(*name)),
        "{}",
        checked.stderr
    );
    let again = shop.render(&[]);
    assert_eq!((again.rendered, again.failed, again.code), (0, 0, 0), "files stay: {}", again.told);
    assert_eq!(shop.run(&["fsck"]).code, Some(0));
    let bytes = |all: &BTreeMap<String, (Vec<u8>, SystemTime)>| {
        all.iter().map(|(n, (b, _))| (n.clone(), b.clone())).collect::<Vec<_>>()
    };
    assert_eq!(bytes(&lineages(&shop)), bytes(&before));
    assert_eq!(fs::read(shop.output().join("manifest.json")).unwrap(), manifest);
    fs::write(place("stray.json"), b"{}").unwrap();
    assert!(shop.run(&["fsck"]).stderr.contains(".mocban/lineage/stray.json"));
    assert_eq!(shop.run(&["clean"]).stdout, ".mocban/lineage/stray.json\n");
    shop.run(&["clean", "--all"]);
    assert!(lineages(&shop).is_empty());
}

#[test]
fn a_source_that_changes_is_noted_though_no_file_changes() {
    let shop = campaign();
    shop.render(&[]);
    shop.edit("data/towns.csv", "12/BC,measured\nsouth", "14/BC,measured\nsouth");
    assert_eq!(shop.render(&[]).rendered, 0);
    let numbers = events(&shop, &["trace", "t_card_north_2026_vi"]);
    assert!(numbers.iter().all(|number| number["source"] == "14/BC"), "{numbers:?}");
}

#[test]
fn a_file_an_asset_and_a_cell_are_traced() {
    let shop = campaign();
    shop.render(&[]);
    let path = "card/t_card_north_2026_broad_vi.svg";
    let numbers = events(&shop, &["trace", path]);
    let told: Vec<(&str, usize)> = numbers
        .iter()
        .map(|number| (number["text"].as_str().unwrap(), number["renditions"][0]["boxes"].as_array().unwrap().len()))
        .collect();
    assert_eq!(told, [("Bắc", 1), ("01/5/2020", 0), ("71,5%", 1), ("tăng", 1)]);
    let score = &numbers[2];
    assert_eq!((score["event"].as_str(), score["value"].as_f64()), (Some("number"), Some(71.52)));
    assert_eq!(score["cells"], serde_json::json!(["towns/north/score"]));
    let trend = serde_json::json!(["towns/north/previous", "towns/north/score"]);
    assert_eq!(numbers[3]["cells"], trend, "words that hang on figures are in the lineage");
    // The same file by its place on the disk, and the asset with both its surfaces.
    let on_disk = shop.output().join(path);
    assert_eq!(events(&shop, &["trace", on_disk.to_str().unwrap()]), numbers);
    let asset = events(&shop, &["trace", "t_card_north_2026_vi"]);
    assert!(asset.iter().all(|number| number["renditions"].as_array().unwrap().len() == 2));

    let uses = events(&shop, &["trace", "towns/north/score"]);
    let of = |event: &str| -> Vec<String> {
        let uses = uses.iter().filter(|one| one["event"] == event);
        uses.map(|one| format!("{} {}", one["asset"].as_str().unwrap(), one["text"].as_str().unwrap_or_default()))
            .collect()
    };
    assert!(of("drawn").contains(&"t_sums_2026_en 72.0".to_owned()), "a mean draws its cells: {:?}", of("drawn"));
    assert!(of("drawn").contains(&"t_card_north_2026_en up".to_owned()), "{:?}", of("drawn"));
    assert!(of("drawn").iter().all(|one| !one.contains("south_2026")), "{:?}", of("drawn"));
    let (first, few) = (|one: &String| one.starts_with("t_first"), |one: &String| one.starts_with("t_few_north"));
    assert!(of("read").iter().all(|one| first(one) || few(one)), "{:?}", of("read"));
    let read = events(&shop, &["trace", "towns/north/open"]);
    assert!(read.iter().any(|one| one["event"] == "read" && one["asset"] == "t_card_north_2026_vi"));
    assert!(read.iter().any(|one| one["event"] == "read" && one["asset"] == "t_chart_2026_vi"));
    assert!(read.iter().all(|one| one["event"] == "read"), "logic only: {read:?}");
}

#[test]
fn what_is_not_known_is_told_with_what_is_near() {
    let shop = campaign();
    shop.render(&[]);
    let said = shop.run(&["trace", "towns/noth/score"]);
    assert_eq!(said.code, Some(1));
    assert!(said.stderr.contains("MB1060") && said.stderr.contains("towns/north/score"), "{}", said.stderr);
    let said = shop.run(&["trace", "nothing like it"]);
    assert!(said.code == Some(1) && said.stderr.contains("mocban list"), "{}", said.stderr);
    // Both languages of a column, and a cell that nothing draws.
    assert!(events(&shop, &["trace", "Towns/North/name"]).len() > 4);
    assert_eq!(shop.run(&["trace", "towns/north/remark"]).code, Some(0));
    let people = shop.run(&["trace", "towns/north/score"]);
    assert!(people.stdout.contains("71,5%") && people.stdout.contains("card/t_card_north_2026_even_vi.svg"));
}
