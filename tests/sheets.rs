//! `mocban brand` and `mocban proof`: what they write, on kits and campaigns that lack this or that.

#![expect(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test that cannot set itself up has failed; a skipped one says so"
)]

use std::fs;
use std::path::Path;
use std::process::Command;

use workshop::Workshop;

mod workshop;

/// Runs a program if it is installed; says so if it is not.
fn tool(program: &str, args: &[&str]) -> Option<std::process::Output> {
    match Command::new(program).args(args).output() {
        Ok(output) => Some(output),
        Err(_) => {
            eprintln!("skipped: {program} is not installed");
            None
        }
    }
}

/// The text of a PDF, if it can be read here.
fn pdf_text(path: &Path) -> Option<String> {
    let output = tool("pdftotext", &["-layout", path.to_str().unwrap(), "-"])?;
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).unwrap())
}

/// Names below a folder, in order.
fn below(root: &Path) -> Vec<String> {
    let walk = walkdir::WalkDir::new(root).sort_by_file_name().into_iter().map(Result::unwrap);
    walk.filter(|entry| entry.file_type().is_file())
        .map(|entry| entry.path().strip_prefix(root).unwrap().to_str().unwrap().to_owned())
        .collect()
}

/// A page that needs no other file: everything it loads is inside.
fn assert_alone(page: &str) {
    for loads in ["<script", "<link", "src=\"http", "url(http", "src=\"/", "@import"] {
        assert!(!page.contains(loads), "{loads}");
    }
}

/// A picture of a page as a browser shows it has more than one colour.
fn assert_shown(page: &Path, width: u32) {
    let shot = page.with_extension(format!("{width}.png"));
    let (size, target) = (format!("--window-size={width},900"), format!("--screenshot={}", shot.display()));
    let address = format!("file://{}", page.display());
    let args = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", &size, &target, &address];
    if tool("chromium", &args).is_none() {
        return;
    }
    let picture = image::open(&shot).unwrap().to_rgb8();
    let colors: std::collections::BTreeSet<_> = picture.pixels().map(|pixel| pixel.0).collect();
    assert!(picture.width() == width && colors.len() > 20, "{} colours", colors.len());
    fs::remove_file(shot).unwrap();
}

#[test]
fn a_brand_sheet_of_the_smallest_kit_leaves_out_what_it_has_not() {
    let shop = Workshop::new();
    let said = shop.run(&["brand"]);
    assert_eq!(said.code, Some(0), "{}", said.stderr);
    let files = below(&shop.output().join("brand"));
    assert_eq!(said.stdout.lines().count(), files.len());
    for name in ["brand_vi.html", "brand_en.pdf", "vi/default/01_cover.png", "en/default/02_colours.png"] {
        assert!(files.contains(&name.to_owned()), "{name} of {files:?}");
    }
    assert!(!files.iter().any(|name| name.contains("mark") || name.contains("icons")), "{files:?}");
    let page = fs::read_to_string(shop.output().join("brand/brand_vi.html")).unwrap();
    assert_alone(&page);
    assert!(page.contains("Màu theo vai trò") && page.contains("#b31a1a") && page.contains("Thị trấn"));
    // White and a tenth of light: 17.4 to 1; the language's own decimal mark.
    assert!(page.contains("17,4") && page.contains("AAA"));
    assert_shown(&shop.output().join("brand/brand_vi.html"), 390);
    if let Some(text) = pdf_text(&shop.output().join("brand/brand_vi.pdf")) {
        assert!(text.contains("Ấm ướt quỳnh ngữ, Ỡ Ẵ Ể Ỗ Ự") && text.contains("accent"), "{text}");
    }
    let cover = shop.output().join("brand/en/default/01_cover.png");
    if let Some(read) = tool("exiftool", &["-s3", "-Headline", cover.to_str().unwrap()]) {
        assert_eq!(String::from_utf8(read.stdout).unwrap().trim(), "Towns: Brand sheet");
    }
}

#[test]
fn a_brand_sheet_is_the_same_each_time_and_pages_can_be_the_campaigns_own() {
    let shop = Workshop::new();
    let read = |name: &str| fs::read(shop.output().join(name)).unwrap();
    shop.run(&["brand", "--lang", "vi"]);
    let first = ["brand/brand_vi.html", "brand/brand_vi.pdf", "brand/vi/default/02_colours.png"].map(read);
    shop.run(&["brand", "--lang", "vi"]);
    assert_eq!(first, ["brand/brand_vi.html", "brand/brand_vi.pdf", "brand/vi/default/02_colours.png"].map(read));
    let own = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:m=\"urn:mocban:1\"><m:column>\
        <m:text>{{ campaign.title }}!</m:text></m:column></svg>";
    shop.write("brand/sheet/colours.svg", own);
    let said = shop.run(&["brand", "--lang", "vi"]);
    assert_eq!(said.code, Some(0), "{}", said.stderr);
    assert_ne!(first[2], read("brand/vi/default/02_colours.png"));
    shop.write("brand/sheet/colours.svg", own.replace("m:text>", "m:txt>"));
    let said = shop.run(&["brand", "--message-format", "short"]);
    assert_eq!(said.code, Some(1));
    assert!(said.stderr.contains("MB0702"), "{}", said.stderr);
}

#[test]
fn a_theme_or_language_that_is_not_there_is_said() {
    let shop = Workshop::new();
    let said = shop.run(&["brand", "--theme", "defalt", "--lang", "fr", "--message-format", "short"]);
    assert_eq!(said.code, Some(1));
    assert!(said.stderr.contains("MB0107") && said.stderr.contains("MB0109"), "{}", said.stderr);
    assert!(!shop.output().join("brand").exists());
}

#[test]
fn print_values_of_a_colour_are_on_its_card() {
    let shop = Workshop::new();
    shop.edit(
        "brand/brand.tokens.json",
        "\"accent\": {",
        "\"accent\": {\"$extensions\": {\"org.example.print\": {\"cmyk\": [0, 0.9, 1, 0.2], \"spot\": \"PANTONE 485 C\"}}, ",
    );
    let said = shop.run(&["brand", "--lang", "en"]);
    assert_eq!(said.code, Some(0), "{}", said.stderr);
    let page = fs::read_to_string(shop.output().join("brand/brand_en.html")).unwrap();
    assert!(page.contains("C0 M90 Y100 K20 · PANTONE 485 C"));
}

#[test]
fn the_skeletons_kit_has_a_brand_sheet() {
    let dir = tempfile::tempdir().unwrap();
    let mocban = |args: &[&str]| Command::new(env!("CARGO_BIN_EXE_mocban")).args(args).output().unwrap();
    let mine = dir.path().join("mine");
    mocban(&["new", mine.to_str().unwrap()]);
    let run = mocban(&["-C", mine.to_str().unwrap(), "--messages", "en", "brand"]);
    assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stderr));
    let files = below(&mine.join("output/brand"));
    assert!(files.iter().any(|name| name.starts_with("vi/dark/") && name.ends_with("_mark.png")), "{files:?}");
}

/// A campaign of three towns, one of which breaks the rule of bound numbers.
fn troubled() -> Workshop {
    let shop = Workshop::new();
    shop.edit(
        "templates/card/template.svg",
        "<m:space",
        "<m:text>{% if record.score is none %}12{% endif %}</m:text><m:space",
    );
    shop
}

#[test]
fn a_proof_shows_what_can_be_made_and_why_the_rest_cannot() {
    let shop = troubled();
    let said = shop.run(&["proof"]);
    assert_eq!(said.code, Some(1), "{}", said.stderr);
    assert_eq!(said.stdout, "proof/proof.html\nproof/proof.pdf\n");
    assert!(said.stderr.contains("MB0801"));
    let page = fs::read_to_string(shop.output().join("proof/proof.html")).unwrap();
    assert_alone(&page);
    assert_eq!((page.matches("<article").count(), page.matches("<img").count()), (6, 4));
    assert_eq!(page.matches("card failed").count(), 2);
    // The finding in the words that the command line has for it.
    assert!(page.contains("MB0801") && page.contains("is bound to no cell") || page.contains("comes from no cell"));
    assert!(page.contains("PROOF") && page.contains("1200 × 630 px") && page.contains("card/t_card_north_2026_og_vi"));
    assert_shown(&shop.output().join("proof/proof.html"), 390);
    assert_shown(&shop.output().join("proof/proof.html"), 1440);
    if let Some(text) = pdf_text(&shop.output().join("proof/proof.pdf")) {
        for words in ["PROOF", "Town North", "Thị trấn Bắc", "MB0801", "Cannot be made"] {
            assert!(text.contains(words), "{words} in {text}");
        }
    }
    let file = shop.output().join("proof/proof.pdf");
    if let Some(read) = tool("exiftool", &["-s3", "-Headline", file.to_str().unwrap()]) {
        assert_eq!(String::from_utf8(read.stdout).unwrap().trim(), "PROOF: Towns");
    }
}

#[test]
fn a_proof_is_the_same_each_time_on_any_number_of_threads() {
    let shop = troubled();
    let read = || ["proof.html", "proof.pdf"].map(|name| fs::read(shop.output().join("proof").join(name)).unwrap());
    shop.run(&["proof", "--jobs", "1"]);
    let first = read();
    shop.run(&["proof", "--jobs", "4"]);
    assert_eq!(first, read());
    shop.edit("data/towns.csv", "71.5", "72.5");
    shop.run(&["proof"]);
    assert_ne!(first, read());
}

#[test]
fn a_proof_speaks_the_language_of_messages_and_takes_a_choice() {
    let shop = Workshop::new();
    let run = shop.command_in("vi", &["proof", "--lang", "en"]).output().unwrap();
    assert_eq!(run.status.code(), Some(0));
    let page = fs::read_to_string(shop.output().join("proof/proof.html")).unwrap();
    assert!(page.contains("BẢN DUYỆT") && page.contains("Thị trấn"));
    assert_eq!(page.matches("<article").count(), 3);
    assert!(page.contains("Town East") && !page.contains("Thị trấn Đông"));
}

#[test]
fn proofs_and_brand_sheets_are_no_strays_in_the_output() {
    let shop = Workshop::new();
    assert_eq!(shop.render(&[]).rendered, 6);
    shop.run(&["proof"]);
    shop.run(&["brand"]);
    let said = shop.run(&["index", "--message-format", "short"]);
    assert_eq!((said.code, said.stderr.contains("MB1005")), (Some(0), false), "{}", said.stderr);
    assert_eq!(shop.render(&[]).cached, 6);
    assert!(shop.output().join("proof/proof.pdf").exists() && shop.output().join("brand/brand_vi.pdf").exists());
}

#[test]
fn a_kit_of_many_and_long_things_is_shown_whole() {
    let shop = Workshop::new();
    let path = shop.path().join("brand/brand.tokens.json");
    let mut tokens: serde_json::Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    let color =
        |share: f64| serde_json::json!({"$value": {"colorSpace": "srgb", "components": [share, 0.3, 1.0 - share]}});
    for at in 0..50_u32 {
        let share = f64::from(at) / 50.0;
        tokens["color"][format!("surface-container-highest-inverse-{at}")] = color(share);
        tokens["palette"][format!("extraordinarily-long-name-of-a-colour-{at}")] = color(share);
        tokens["color"]["series"][at.to_string()] = color(share);
        let size = serde_json::json!({"value": 1.0 + f64::from(at) / 5.0, "unit": "rem"});
        tokens["space"][format!("step-{at}")] = serde_json::json!({"$value": size});
        let mut style = tokens["type"]["head"].clone();
        style["$value"]["fontSize"] = size;
        tokens["type"][format!("style-{at}")] = style;
    }
    tokens["palette"]["$type"] = "color".into();
    tokens["space"]["$type"] = "dimension".into();
    fs::write(&path, tokens.to_string()).unwrap();
    let mark = |width: u32| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} 100\"><rect width=\"{width}\" height=\"100\" fill=\"{{color.accent}}\"/></svg>"
        )
    };
    shop.write("brand/marks/wide.svg", mark(600));
    shop.write("brand/marks/tall.svg", mark(30));
    let list = "[tall]\nfile = \"tall.svg\"\nclear_space = 0\nmin_height = 3\n[wide]\nfile = \"wide.svg\"\nclear_space = 0.5\nmin_height = 2\n";
    shop.write("brand/marks/marks.toml", list);
    let said = shop.run(&["brand", "--lang", "vi"]);
    assert_eq!(said.code, Some(0), "{}", said.stderr);
    let files = below(&shop.output().join("brand/vi/default"));
    for kind in ["colours", "styles", "mark"] {
        assert!(files.iter().filter(|name| name.contains(kind)).count() > 1, "{kind} of {files:?}");
    }
    let page = fs::read_to_string(shop.output().join("brand/brand_vi.html")).unwrap();
    assert_eq!(page.matches("surface-container-highest-inverse-").count(), 50);
}
