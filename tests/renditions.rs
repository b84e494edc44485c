//! What a campaign's run writes, in every encoding, read back by the programs that press desks use.
//!
//! A program that is not installed is said plainly on standard output and its part is left out.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test may stop, and says what it left out"
)]

mod workshop;

use std::path::{Path, PathBuf};
use std::process::Command;

use workshop::Workshop;

/// What the card of the north says, in order.
const SAID: [&str; 3] = ["Bắc ẪỘỮ", "71,5", "Số liệu tháng 9 của Văn phòng số không giấy tờ"];

/// A small surface that takes files up to a size.
fn surface(limit: &str) -> String {
    format!(
        "[small]\nwidth = \"420px\"\nheight = \"220px\"\nsafe = \"5%\"\nmax_bytes = \"{limit}\"\nuse = \"social\"\n\
         title.vi = \"Nhỏ\"\ntitle.en = \"Small\"\nsource = \"a test\"\nchecked = \"2026-11\"\nconfidence = \"high\"\n"
    )
}

/// A campaign of one card, in every encoding.
fn shop() -> (Workshop, Vec<&'static str>) {
    let shop = Workshop::new();
    let mut encodings = vec!["png", "jpeg", "webp", "tiff", "svg", "pdf"];
    if cfg!(feature = "avif") {
        encodings.push("avif");
    }
    shop.edit("campaign.toml", "encodings = [\"png\"]", &format!("encodings = {encodings:?}"));
    shop.edit("campaign.toml", "languages = [\"vi\", \"en\"]\nencodings", "languages = [\"vi\"]\nencodings");
    let said = "headline.vi = \"Thị trấn {name}\"\ncaption.vi = \"Điểm của {name} & vùng\"\nalt_text.vi = \"Thẻ với tên <{name}> và điểm\"";
    shop.edit("campaign.toml", "headline.vi = \"Thị trấn {name}\"\nheadline.en = \"Town {name}\"", said);
    shop.write("data/towns.csv", "id,name.vi,name.en,score,status\nnorth,Bắc ẪỘỮ,North,71.5,measured\n");
    shop.write("formats.toml", surface("60kB"));
    shop.edit("campaign.toml", "formats = [\"og\"]", "formats = [\"small\"]");
    let ground = r##"<m:ground><svg fit="cover" viewBox="0 0 120 63"><defs><radialGradient id="g"><stop offset="0" stop-color="#fff"/><stop offset="0.5" stop-color="{color.accent}"/><stop offset="1" stop-color="#ffc"/></radialGradient></defs><rect width="120" height="63" fill="url(#g)"/><path d="M0 0L120 63M120 0L0 63M60 0V63" stroke="{color.ink}"/></svg></m:ground>"##;
    shop.edit("templates/card/template.svg", "<m:column gap", &format!("{ground}<m:column gap"));
    let line = r#"<m:text name="note">Số liệu tháng 9 của Văn phòng số không giấy tờ</m:text><m:space"#;
    shop.edit("templates/card/template.svg", "<m:space", line);
    shop.edit(
        "templates/card/template.toml",
        "sequence = \"still\"\n",
        "sequence = \"still\"\n[[allow]]\ntext = \"tháng 9\"\nreason = \"the month\"\n",
    );
    (shop, encodings)
}

/// What a program prints, or none (said on standard output) when it is not installed.
fn said(program: &str, arguments: &[&str], path: &Path, after: &[&str]) -> Option<String> {
    match Command::new(program).args(arguments).arg(path).args(after).output() {
        Ok(output) => {
            let (out, error) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
            assert!(output.status.success(), "{program} on {}: {out}{error}", path.display());
            Some(out.into_owned())
        }
        Err(error) => {
            println!("NOT CHECKED with {program}, which cannot be run: {error}");
            None
        }
    }
}

/// ExifTool reads what the campaign says of the picture.
fn described(encoding: &str, path: &Path) {
    let Some(json) = said("exiftool", &["-json", "-G1", "-a", "-n", "-all"], path, &[]) else { return };
    let found: serde_json::Value = serde_json::from_str(&json).unwrap();
    let text = |tag: &str| found[0][tag].as_str().unwrap_or_default().to_owned();
    for (tag, meant) in [
        ("XMP-photoshop:Headline", "Thị trấn Bắc ẪỘỮ"),
        ("XMP-dc:Description", "Điểm của Bắc ẪỘỮ & vùng"),
        ("XMP-iptcCore:AltTextAccessibility", "Thẻ với tên <Bắc ẪỘỮ> và điểm"),
        ("XMP-photoshop:Credit", "Phòng thống kê"),
    ] {
        assert_eq!(text(tag), meant, "{encoding} {tag} in {json}");
    }
    let has = |name: &str| found[0].as_object().unwrap().keys().any(|key| key.rsplit(':').next() == Some(name));
    if ["png", "jpeg", "webp", "avif", "tiff"].contains(&encoding) {
        assert!(has("XResolution") || has("PixelsPerUnitX"), "{encoding} says no resolution: {json}");
    }
    if ["png", "jpeg", "webp", "tiff"].contains(&encoding) {
        assert!(text("ICC_Profile:ProfileDescription").contains("sRGB"), "{encoding}: {json}");
    }
}

/// The PDF is sound and its words are text, in order, in embedded fonts.
fn readable(path: &Path) {
    let _ = said("qpdf", &["--check"], path, &[]);
    if let Some(text) = said("pdftotext", &["-enc", "UTF-8"], path, &["-"]) {
        let mut at = 0;
        for words in SAID {
            let found = text[at..].find(words).unwrap_or_else(|| panic!("{words} is not in order in {text:?}"));
            at += found + words.len();
        }
    }
    if let Some(fonts) = said("pdffonts", &[], path, &[]) {
        assert!(fonts.contains("BeVietnamPro") && !fonts.contains(" no  "), "{fonts}");
    }
}

/// The SVG needs nothing but itself.
fn self_contained(path: &Path) {
    let svg = std::fs::read_to_string(path).unwrap();
    let options = roxmltree::ParsingOptions::default();
    let document = roxmltree::Document::parse_with_options(&svg, options).unwrap();
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        let drawn = node.tag_name().namespace() == Some("http://www.w3.org/2000/svg");
        assert!(!(drawn && ["text", "tspan", "script", "image", "foreignObject", "style"].contains(&name)), "<{name}>");
        for attribute in node.attributes().filter(|_| drawn) {
            let value = attribute.value();
            assert!(attribute.name() != "href" || value.starts_with('#'), "{value}");
            assert!(!value.replace("url(#", "").contains("url("), "{value}");
        }
    }
}

#[test]
fn every_encoding_says_what_it_is_meets_its_limit_and_can_be_read() {
    let (shop, encodings) = shop();
    let done = shop.render(&[]);
    assert_eq!((done.rendered, done.failed, done.code), (encodings.len(), 0, 0), "{}", done.told);
    let mut seen = Vec::new();
    for event in done.told.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()) {
        if event["event"] != "job" {
            continue;
        }
        let (encoding, path) = (event["encoding"].as_str().unwrap(), event["path"].as_str().unwrap());
        let path: PathBuf = shop.output().join(path);
        let bytes = std::fs::metadata(&path).unwrap().len();
        assert!(bytes <= 60_000, "{encoding} has {bytes} bytes");
        described(encoding, &path);
        match encoding {
            "pdf" => readable(&path),
            "svg" => self_contained(&path),
            _ => {}
        }
        seen.push(encoding.to_owned());
    }
    seen.sort_unstable();
    let mut meant = encodings;
    meant.sort_unstable();
    assert_eq!(seen, meant);
}

#[test]
fn quality_gives_way_to_a_limit() {
    let (shop, _) = shop();
    let sizes = |limit: &str| {
        shop.write("formats.toml", surface(limit));
        let done = shop.render(&[]);
        assert_eq!((done.rendered, done.failed), (2, 0), "{}", done.told);
        let found = ["jpg", "webp"].map(|ending| format!("card/t_card_north_2026_small_vi.{ending}"));
        found.map(|path| std::fs::metadata(shop.output().join(path)).unwrap().len())
    };
    let campaign = std::fs::read_to_string(shop.path().join("campaign.toml")).unwrap();
    let line = campaign.lines().find(|line| line.starts_with("encodings")).unwrap();
    shop.edit("campaign.toml", line, "encodings = [\"jpeg\", \"webp\"]");
    let usual = sizes("60kB");
    let limit = usual.into_iter().min().unwrap() * 3 / 4;
    let tight = sizes(&format!("{limit}B"));
    assert!(tight.iter().zip(usual).all(|(tight, usual)| *tight <= limit && *tight < usual), "{tight:?} of {usual:?}");
}

#[test]
fn a_limit_that_cannot_be_met_is_said_and_leaves_no_file() {
    let (shop, _) = shop();
    shop.write("formats.toml", surface("400B"));
    let done = shop.render(&[]);
    assert_eq!((done.rendered, done.code), (0, 1), "{}", done.told);
    assert!(done.told.contains("MB0906"), "{}", done.told);
    assert!(shop.pictures().is_empty());
}
