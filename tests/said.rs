//! Words about a picture: they come from the cells the picture is drawn from, and travel in the file.

#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

use std::process::Command;

use workshop::Workshop;

mod workshop;

/// What the template says of the card.
const ALT: &str = r#"<m:alt>{{ t(key="said", name=value(of=record, field="name"), score=value(of=record, field="score", unit=true)) }}</m:alt>
<m:ground"#;

/// A campaign whose template says an alt text.
fn telling() -> Workshop {
    let shop = Workshop::new();
    shop.edit("templates/card/template.svg", "<m:ground", ALT);
    shop.edit("templates/card/vi.ftl", "known", "said = { $name } đạt { $score }.\nknown");
    shop.edit("templates/card/en.ftl", "known", "said = { $name } reached { $score }.\nknown");
    shop
}

/// The manifest's entry of a file.
fn entry(shop: &Workshop, name: &str) -> serde_json::Value {
    let text = std::fs::read_to_string(shop.output().join("manifest.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&text).unwrap();
    let entries = manifest["renditions"].as_array().or(manifest["entries"].as_array()).unwrap();
    entries.iter().find(|entry| entry["path"].as_str().unwrap().ends_with(name)).unwrap().clone()
}

/// The numbers in a text.
fn numbers(text: &str) -> Vec<String> {
    let inside = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let words = text.split(|c: char| !inside(c)).map(|word| word.trim_matches(['.', ',']));
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Asserts that each number of caption, alt text and description is one that the picture draws or a cell prints.
fn assert_founded(entry: &serde_json::Value) {
    let cells = entry["cells"].as_object().unwrap().values().map(|text| text.as_str().unwrap());
    let founded: Vec<String> = numbers(&cells.chain([entry["words"].as_str().unwrap()]).collect::<Vec<_>>().join(" "));
    for key in ["caption", "alt_text"] {
        let said = entry[key].as_str().unwrap();
        assert!(!said.is_empty(), "{entry}");
        for number in numbers(said) {
            assert!(founded.contains(&number), "{number} of {key} is in no cell and not drawn: {entry}");
        }
    }
}

#[test]
fn alt_text_changes_with_the_picture_and_in_no_other_way() {
    let shop = telling();
    assert_eq!(shop.render(&[]).rendered, 6);
    assert_eq!(entry(&shop, "north_2026_og_vi.png")["alt_text"], "Bắc đạt 71,5%.");
    assert_eq!(entry(&shop, "north_2026_og_en.png")["alt_text"], "North reached 71.5%.");
    shop.edit("data/towns.csv", "71.5", "84.25");
    let again = shop.render(&[]);
    assert_eq!((again.rendered, again.cached), (2, 4));
    let entry = entry(&shop, "north_2026_og_vi.png");
    assert_eq!(entry["alt_text"], "Bắc đạt 84,3%.");
    assert!(entry["words"].as_str().unwrap().contains("84,3%"));
}

#[test]
fn the_campaigns_own_words_win_and_are_bound_too() {
    let shop = telling();
    let headline = "headline.en = \"Town {name}\"\n";
    shop.edit(
        "campaign.toml",
        headline,
        &format!("{headline}alt_text.vi = \"{{name}}: {{score}}%\"\nalt_text.en = \"{{name}}: {{score}}%\"\n"),
    );
    shop.render(&[]);
    let north = entry(&shop, "north_2026_og_vi.png");
    assert_eq!(north["alt_text"], "Bắc: 71,5%");
    assert!(north["cells"].as_object().unwrap().contains_key("towns/north/score"));
    shop.edit("data/towns.csv", "71.5", "9");
    assert_eq!(shop.render(&[]).rendered, 2);
    assert_eq!(entry(&shop, "north_2026_og_en.png")["alt_text"], "North: 9.0%");
}

#[test]
fn a_number_typed_into_the_campaigns_words_is_found() {
    let shop = Workshop::new();
    let headline = "headline.en = \"Town {name}\"\n";
    let typed = "caption.vi = \"71,5% ở một nơi\"\ncaption.en = \"71.5% somewhere\"\n";
    shop.edit("campaign.toml", headline, &format!("{headline}{typed}"));
    let said = shop.run(&["check", "--message-format", "short"]);
    assert_eq!((said.code, said.stderr.matches("[MB1023]").count()), (Some(0), 2), "{}", said.stderr);
    // The north alone draws the number.
    shop.edit("campaign.toml", "each = \"towns\"", "each = \"towns\"\nlimit = 1");
    let said = shop.run(&["check", "--message-format", "short"]);
    assert_eq!(said.stderr.matches("[MB1023]").count(), 0, "{}", said.stderr);
}

#[test]
fn every_number_said_is_drawn_or_bound() {
    // Without an alt text of its own, one is made of what is drawn.
    for shop in [telling(), Workshop::new()] {
        for scores in [["71.5", "0", "-3.25"], ["1234.5", "100", "0.04"], ["", "99.95", "12345678.9"]] {
            let [north, south, east] = scores;
            shop.write(
                "data/towns.csv",
                format!(
                    "id,name.vi,name.en,score,status\nnorth,Bắc 1,North 1,{north},measured\n\
                     south,Nam,South,{south},measured\neast,Đông,East,{east},measured\n"
                ),
            );
            assert_eq!(shop.render(&[]).failed, 0);
            for key in ["north", "south", "east"] {
                for language in ["vi", "en"] {
                    assert_founded(&entry(&shop, &format!("{key}_2026_og_{language}.png")));
                }
            }
        }
    }
}

#[test]
fn made_up_numbers_are_said_to_be_made_up() {
    let shop = telling();
    shop.edit("data/towns.csv", "71.5,measured", "71.5,illustrative");
    shop.edit(
        "templates/card/template.svg",
        "<m:space",
        "<m:text name=\"illustrative\" when=\"illustrative\">{{ t(key=\"illustrative\") }}</m:text><m:space",
    );
    shop.render(&[]);
    assert_eq!(entry(&shop, "north_2026_og_vi.png")["alt_text"], "Bắc đạt 71,5%. Số liệu minh họa");
    assert_eq!(entry(&shop, "east_2026_og_vi.png")["alt_text"], "Đông đạt −3,3%.");
}

#[test]
fn exiftool_reads_the_words_back_in_both_languages() {
    if Command::new("exiftool").arg("-ver").output().is_err() {
        eprintln!("skipped: exiftool is not installed");
        return;
    }
    let shop = telling();
    shop.edit("campaign.toml", "encodings = [\"png\"]", "encodings = [\"png\", \"jpeg\", \"webp\", \"svg\", \"pdf\"]");
    shop.render(&[]);
    for (language, alt, headline) in
        [("vi", "Bắc đạt 71,5%.", "Thị trấn Bắc"), ("en", "North reached 71.5%.", "Town North")]
    {
        for ending in ["png", "jpg", "webp", "svg", "pdf"] {
            let file = shop.output().join(format!("card/t_card_north_2026_og_{language}.{ending}"));
            let read = Command::new("exiftool").args(["-j", "-charset", "utf8"]).arg(&file).output().unwrap();
            let read: serde_json::Value = serde_json::from_slice(&read.stdout).unwrap();
            assert_eq!(read[0]["AltTextAccessibility"], alt, "{ending}");
            assert_eq!(read[0][format!("AltTextAccessibility-{language}")], alt, "{ending}");
            let long = read[0]["ExtDescrAccessibility"].as_str().unwrap();
            assert!(long.starts_with(headline) && long.contains(if language == "vi" { "71,5%" } else { "71.5%" }));
            assert_eq!(read[0]["Headline"], headline, "{ending}");
        }
        let svg = std::fs::read_to_string(shop.output().join(format!("card/t_card_north_2026_og_{language}.svg")));
        assert!(svg.unwrap().contains(&format!("<title>{headline}</title><desc>{alt}</desc>")));
    }
}
