//! Short codes on a real campaign: what they are of, where they stand, and that a narrowed run gives the same ones.

#![allow(clippy::unwrap_used, reason = "a test may stop")]

mod workshop;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use mocban::code::ShortCode;
use workshop::Workshop;

/// A campaign whose cards draw their code in two formats; only the square one prints the score.
fn shop() -> Workshop {
    let shop = Workshop::new();
    shop.edit("campaign.toml", "formats = [\"og\"]", "formats = [\"og\", \"fb-square\"]");
    shop.edit("campaign.toml", "encodings = [\"png\"]", "encodings = [\"png\", \"svg\"]");
    shop.edit("templates/card/template.toml", "shapes = [\"wide\"]", "shapes = [\"wide\", \"square\"]");
    for (language, words) in [("vi", "Mã kiểm tra"), ("en", "Check")] {
        let file = format!("templates/card/{language}.ftl");
        shop.edit(&file, "known = ", &format!("check = {words}: {{ $code }}\nknown = "));
    }
    shop.edit(
        "templates/card/template.svg",
        "  <m:text name=\"score\" type=\"{type.body}\">{{ value(of=record, field=\"score\", unit=true) }}</m:text>",
        "  {% if format.shape == \"square\" %}<m:text type=\"{type.body}\">{{ value(of=record, field=\"score\", unit=true) }}</m:text>{% endif %}
  <m:text type=\"{type.body}\">{{ t(key=\"check\", code=code()) }}</m:text>
  <m:chart kind=\"qr\" height=\"8rem\"><m:datum><m:value>{{ code_address() }}</m:value></m:datum></m:chart>",
    );
    shop
}

/// The entries of the manifest, by path.
fn entries(shop: &Workshop) -> BTreeMap<String, serde_json::Value> {
    let text = fs::read_to_string(shop.output().join("manifest.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&text).unwrap();
    let list = manifest["renditions"].as_array().unwrap();
    list.iter().map(|entry| (entry["path"].as_str().unwrap().to_owned(), entry.clone())).collect()
}

/// The codes by asset; all files of an asset must have the same one.
fn codes(shop: &Workshop) -> BTreeMap<String, String> {
    let mut codes = BTreeMap::new();
    for entry in entries(shop).values() {
        let (asset, code) = (entry["asset"].as_str().unwrap(), entry["code"].as_str().unwrap());
        let known = codes.insert(asset.to_owned(), code.to_owned());
        assert!(known.is_none_or(|known| known == code), "{asset} has two codes");
    }
    codes
}

#[test]
fn each_asset_has_a_code_of_its_own_that_is_drawn_and_written_into_its_files() {
    let shop = shop();
    let report = shop.render(&[]);
    assert_eq!((report.rendered, report.failed, report.code), (24, 0, 0), "{}", report.told);
    let codes = codes(&shop);
    assert_eq!((codes.len(), codes.values().collect::<BTreeSet<_>>().len()), (6, 6));
    for (path, entry) in entries(&shop) {
        let code = entry["code"].as_str().unwrap();
        assert_eq!(ShortCode::parse(code).map(|code| code.to_string()).as_deref(), Some(code));
        let words = if entry["language"] == "vi" { "Mã kiểm tra" } else { "Check" };
        let drawn = entry["words"].as_str().unwrap();
        assert!(drawn.lines().any(|line| line == format!("{words}: {code}")), "{path} draws {drawn}");
        assert!(!drawn.contains(ShortCode::BLANK), "{drawn}");
        let bytes = fs::read(shop.output().join(&path)).unwrap();
        let said = format!("<rdf:li>{code}</rdf:li>");
        assert!(bytes.windows(said.len()).any(|part| part == said.as_bytes()), "{path} does not say {code}");
        if path.ends_with(".svg") {
            let address = format!("https://towns.example/c/{code}");
            assert!(String::from_utf8(bytes).unwrap().contains(&address), "the code's address is read aloud: {path}");
        }
    }
    let check = shop.run(&["check", "--message-format", "json"]);
    assert!(check.success && !check.stdout.contains("MB0801"), "{}", check.stdout);
    assert_eq!(shop.render(&[]).cached, 24);
}

#[test]
fn a_code_follows_what_is_printed_and_nothing_else() {
    let shop = shop();
    shop.edit("data/towns.schema.toml", "decimals = 1", "decimals = 0");
    shop.render(&[]);
    let first = codes(&shop);
    shop.edit("data/towns.csv", "71.5", "71.6");
    shop.edit("data/towns.csv", "south,", "west,Tây,West,40,measured\nsouth,");
    assert_eq!(shop.render(&[]).rendered, 8, "the new town's");
    let longer = codes(&shop);
    assert!(first.iter().all(|(asset, code)| longer[asset] == *code), "the text is the same: 72");
    shop.write(
        "data/towns.csv",
        "score,status,id,name.en,name.vi\n40,measured,west,West,Tây\n-3.25,measured,east,East,Đông\n71.6,measured,north,North,Bắc\n,measured,south,South,Nam\n",
    );
    shop.edit("templates/card/template.svg", "gap=\"1rem\"", "gap=\"1.2rem\"");
    assert_eq!(shop.render(&[]).rendered, 32);
    assert_eq!(codes(&shop), longer, "neither order nor design is part of a code");
    shop.edit("data/towns.csv", "71.6", "74");
    assert_eq!(shop.render(&[]).rendered, 8, "both formats of both languages, each PNG and SVG");
    let changed = codes(&shop);
    let differ: Vec<&String> = longer.keys().filter(|asset| changed[*asset] != longer[*asset]).collect();
    assert_eq!(differ, ["t_card_north_2026_en", "t_card_north_2026_vi"]);
    shop.edit("campaign.toml", "period = \"2026\"", "period = \"2026\"\nsalt = \"another\"");
    shop.render(&[]);
    let salted = codes(&shop);
    assert!(changed.iter().all(|(asset, code)| salted[asset] != *code));
}

#[test]
fn a_narrowed_run_gives_the_codes_of_the_whole() {
    let (whole, narrowed) = (shop(), shop());
    whole.render(&[]);
    narrowed.render(&["--format", "og", "--jobs", "1"]);
    assert_eq!(codes(&narrowed), codes(&whole));
    assert_eq!(narrowed.pictures().len(), 6);
    narrowed.render(&["--format", "fb-square", "--lang", "vi"]);
    narrowed.render(&["--lang", "en"]);
    assert_eq!(narrowed.pictures(), whole.pictures());

    // The wide cards do not print the score, but their asset does.
    whole.edit("data/towns.csv", "71.5", "72.5");
    let plan = whole.run(&["plan", "--format", "og", "--lang", "vi", "--message-format", "json"]).stdout;
    assert_eq!(plan.matches("\"reason\":\"changed\"").count(), 2, "{plan}");
    narrowed.edit("data/towns.csv", "71.5", "72.5");
    assert_eq!(narrowed.render(&["--format", "og"]).rendered, 4);
    let og = |shop: &Workshop| {
        let files = shop.pictures().into_iter().filter(|(path, _)| path.contains("_og_"));
        files.collect::<BTreeMap<_, _>>()
    };
    whole.render(&[]);
    assert_eq!(og(&narrowed), og(&whole));
}

#[test]
fn a_picture_of_the_asset_that_cannot_be_filled_has_no_part_in_its_code() {
    let shop = shop();
    shop.edit(
        "templates/card/template.svg",
        "<m:space grow=\"1\"/>",
        "{% if format.shape == \"square\" %}{{ throw(message=\"no\") }}{% endif %}<m:space grow=\"1\"/>",
    );
    let report = shop.render(&[]);
    assert_eq!((report.rendered, report.failed), (12, 12), "{}", report.told);
    let both = codes(&shop);
    let narrowed = shop.render(&["--format", "og", "--fresh"]);
    assert_eq!((narrowed.rendered, narrowed.failed, narrowed.code), (12, 0, 0), "{}", narrowed.told);
    assert_eq!(codes(&shop), both);
}
