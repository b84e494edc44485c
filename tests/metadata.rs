//! What files say about themselves, read by ExifTool field by field in every encoding.
//!
//! The table below is what the campaign says; nothing in it is taken from a file. Without ExifTool this is said plainly
//! on standard output and its part is left out.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a test may stop, and says what it left out"
)]

mod workshop;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use workshop::Workshop;

/// Every Vietnamese vowel with two marks, and what XML and readers trip over.
const HARD: &str = "Ẫ Ậ Ẵ Ặ Ễ Ệ Ỗ Ộ Ỡ Ợ Ữ Ự đường <b> & \"ngoặc\" 'nháy' ]]> %41 {{ 👩‍🌾 𝄞";
/// The same as a template of words writes it.
const HARD_TOML: &str = r#"Ẫ Ậ Ẵ Ặ Ễ Ệ Ỗ Ộ Ỡ Ợ Ữ Ự đường <b> & \"ngoặc\" 'nháy' ]]> %41 {{{{ 👩‍🌾 𝄞"#;
/// A credit line of 49 bytes, where IIM has 32.
const CREDIT: &str = "Ảnh: Sở Thông tin và Truyền thông tỉnh";

/// A campaign that says everything, of one card with a photograph.
fn shop(encodings: &[&str]) -> Workshop {
    let shop = Workshop::new();
    let before = std::fs::read_to_string(shop.path().join("campaign.toml")).unwrap();
    let rights = before.find("[rights]").unwrap();
    let head = before[..rights].replace("\"2026\"", "\"2026q3\"");
    let long = "Câu này dài, lặp đi lặp lại để vượt quá hai nghìn byte của IIM. ".repeat(40);
    let said = format!(
        r#"{head}
[rights]
creator.vi = "Phòng \u0001thống kê\u000B"
creator.en = "Statistics office"
credit_line.vi = "{CREDIT}"
credit_line.en = "Photo: Office"
copyright_notice.vi = "© Ủy ban"
copyright_notice.en = "© Committee"
copyright_owner.vi = "Ủy ban nhân dân"
copyright_owner.en = "People's Committee"
usage_terms.vi = "Ghi nguồn"
usage_terms.en = "Name the source"
license_url = "https://creativecommons.org/licenses/by/4.0/"
licensor = "Văn phòng Ủy ban"
supplier.vi = "Trung tâm Báo chí"
supplier.en = "Press centre"
data_mining = "search-only"
contact_email = "bao-chi@towns.example"
contact_url = "https://towns.example/lien-he"
[place]
name.vi = "Văn miếu Trấn Biên"
name.en = "Tran Bien temple"
city = "Biên Hòa"
state.vi = "Đồng Nai"
state.en = "Dong Nai"
country.vi = "Việt Nam"
country.en = "Vietnam"
country_code = "VNM"
[[topic]]
id = "http://cv.iptc.org/newscodes/mediatopic/11000000"
name.vi = "chính trị"
name.en = "politics"
[[product]]
name = "card"
template = "card"
each = "towns"
limit = 1
formats = ["og"]
languages = ["vi"]
encodings = {encodings:?}
headline.vi = "{HARD_TOML}"
caption.vi = "Điểm của {{name}}. {long}"
caption.en = "The score of {{name}}."
alt_text.vi = "Thẻ của {{name}}: {HARD_TOML}"
alt_text.en = "A card of {{name}}, \"{{score}}\""
tags = ["chuyển đổi số", "hành chính", "một từ khóa dài hơn sáu mươi tư byte mà IIM dành cho mỗi từ khóa"]
"#
    );
    shop.write("campaign.toml", said);
    with_photograph(&shop);
    shop
}

/// A photograph on the card.
fn with_photograph(shop: &Workshop) {
    let photo = image::RgbImage::from_fn(60, 40, |x, y| image::Rgb([(x * 4) as u8, (y * 6) as u8, 90]));
    std::fs::create_dir_all(shop.path().join("data/pictures")).unwrap();
    photo.save(shop.path().join("data/pictures/a.png")).unwrap();
    let picture = r#"<m:picture picture="data/pictures/a.png" height="4rem"/>"#;
    shop.edit("templates/card/template.svg", "<m:space grow=\"1\"/>", picture);
}

/// What ExifTool finds in a file; none when it cannot be run.
fn found(path: &Path) -> Option<Value> {
    let arguments =
        ["-json", "-G1", "-struct", "-a", "-charset", "iptc=UTF8", "-validate", "-warning", "-error", "-all"];
    match Command::new("exiftool").args(arguments).arg(path).output() {
        Ok(output) => {
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            let list: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
            list.into_iter().next()
        }
        Err(error) => {
            println!("NOT CHECKED with exiftool, which cannot be run: {error}");
            None
        }
    }
}

/// A text that readers take for any language and for Vietnamese, perhaps with another in English.
fn by_language(tag: &str, text: &str, english: Option<&str>) -> Vec<(String, Value)> {
    let mut all = vec![(tag.to_owned(), json!(text)), (format!("{tag}-vi"), json!(text))];
    all.extend(english.map(|english| (format!("{tag}-en"), json!(english))));
    all
}

/// What each file of the card is to say in XMP, by ExifTool's names.
fn meant(encoding: &str, caption: &str) -> BTreeMap<String, Value> {
    let asset = "t_card_north_2026q3_vi";
    let address = "https://towns.example/id/asset/t_card_north_2026q3_vi";
    let tags = ["chuyển đổi số", "hành chính", "một từ khóa dài hơn sáu mươi tư byte mà IIM dành cho mỗi từ khóa"];
    let mut meant: BTreeMap<String, Value> = [
        ("XMP-photoshop:Headline", json!(HARD)),
        ("XMP-dc:Language", json!(["vi"])),
        ("XMP-dc:Subject", json!(tags)),
        ("XMP-dc:Coverage", json!("2026q3")),
        ("XMP-dc:Identifier", json!(asset)),
        ("XMP-xmp:CreatorTool", json!(concat!("mocban ", env!("CARGO_PKG_VERSION")))),
        ("XMP-xmpMM:DocumentID", json!(address)),
        ("XMP-iptcExt:DigitalImageGUID", json!(address)),
        ("XMP-photoshop:TransmissionReference", json!("t_2026q3")),
        ("XMP-iptcExt:DigitalSourceType", json!("http://cv.iptc.org/newscodes/digitalsourcetype/composite")),
        ("XMP-dc:Creator", json!(["Phòng thống kê"])),
        ("XMP-photoshop:Credit", json!(CREDIT)),
        ("XMP-photoshop:Source", json!("Trung tâm Báo chí")),
        ("XMP-xmpRights:Marked", json!(true)),
        ("XMP-xmpRights:WebStatement", json!("https://creativecommons.org/licenses/by/4.0/")),
        ("XMP-plus:CopyrightOwner", json!([{"CopyrightOwnerName": "Ủy ban nhân dân"}])),
        (
            "XMP-plus:Licensor",
            json!([{"LicensorName": "Văn phòng Ủy ban", "LicensorURL": "https://towns.example/lien-he",
                "LicensorEmail": "bao-chi@towns.example"}]),
        ),
        ("XMP-plus:ImageSupplier", json!([{"ImageSupplierName": "Trung tâm Báo chí"}])),
        ("XMP-plus:DataMining", json!("http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING")),
        (
            "XMP-iptcExt:AboutCvTerm",
            json!([{"CvId": "http://cv.iptc.org/newscodes/mediatopic/",
                "CvTermId": "http://cv.iptc.org/newscodes/mediatopic/11000000",
                "CvTermName": "chính trị", "CvTermName-vi": "chính trị"}]),
        ),
        (
            "XMP-iptcExt:LocationShown",
            json!([{"LocationName": "Văn miếu Trấn Biên", "LocationName-vi": "Văn miếu Trấn Biên", "City": "Biên Hòa",
                "ProvinceState": "Đồng Nai", "CountryName": "Việt Nam", "CountryCode": "VNM"}]),
        ),
        ("XMP-photoshop:City", json!("Biên Hòa")),
        ("XMP-photoshop:State", json!("Đồng Nai")),
        ("XMP-photoshop:Country", json!("Việt Nam")),
        ("XMP-iptcCore:CountryCode", json!("VNM")),
    ]
    .map(|(tag, value)| (tag.to_owned(), value))
    .into();
    meant.extend(meant_in_words(caption));
    match encoding {
        "pdf" => meant.extend(by_language("XMP-dc:Title", HARD, None)),
        _ => drop(meant.insert("XMP-dc:Title".to_owned(), json!(asset))),
    }
    if !["pdf", "svg"].contains(&encoding) {
        meant.insert("XMP-iptcExt:MaxAvailWidth".to_owned(), json!(1200));
        meant.insert("XMP-iptcExt:MaxAvailHeight".to_owned(), json!(630));
    }
    meant
}

/// The part of it that is said by language.
fn meant_in_words(caption: &str) -> BTreeMap<String, Value> {
    let mut meant = BTreeMap::new();
    let alt = format!("Thẻ của Bắc: {HARD}");
    meant.extend(by_language("XMP-dc:Description", caption, Some("The score of North.")));
    meant.extend(by_language("XMP-iptcCore:AltTextAccessibility", &alt, Some("A card of North, \"71.5\"")));
    meant.extend(by_language("XMP-dc:Rights", "© Ủy ban", None));
    meant.extend(by_language("XMP-xmpRights:UsageTerms", "Ghi nguồn", None));
    let drawn = format!("{HARD}. Bắc. 71,5%");
    meant.extend(by_language("XMP-iptcCore:ExtDescrAccessibility", &drawn, None));
    meant
}

/// What JPEG and TIFF are to say in IIM.
fn meant_in_iim() -> BTreeMap<String, Value> {
    [
        ("IPTC:CodedCharacterSet", json!("UTF8")),
        ("IPTC:ApplicationRecordVersion", json!(4)),
        ("IPTC:ObjectName", json!("t_card_north_2026q3_vi")),
        ("IPTC:Keywords", json!(["chuyển đổi số", "hành chính", "một từ khóa dài hơn sáu mươi tư byte mà IIM dành…"])),
        ("IPTC:By-line", json!("Phòng thống kê")),
        ("IPTC:City", json!("Biên Hòa")),
        ("IPTC:Province-State", json!("Đồng Nai")),
        ("IPTC:Country-PrimaryLocationCode", json!("VNM")),
        ("IPTC:Country-PrimaryLocationName", json!("Việt Nam")),
        ("IPTC:OriginalTransmissionReference", json!("t_2026q3")),
        ("IPTC:Headline", json!(HARD)),
        ("IPTC:Credit", json!("Ảnh: Sở Thông tin và…")),
        ("IPTC:Source", json!("Trung tâm Báo chí")),
        ("IPTC:CopyrightNotice", json!("© Ủy ban")),
    ]
    .map(|(tag, value)| (tag.to_owned(), value))
    .into()
}

/// The one number of the card is marked, and the box holds all its ink.
fn region_of_the_score(encoding: &str, regions: &Value, path: &Path) {
    let [region] = regions.as_array().unwrap().as_slice() else { panic!("{encoding}: {regions}") };
    assert_eq!(region["RId"], "towns/north/score", "{encoding}: {region}");
    assert_eq!(region["Name"], "71,5%", "{encoding}: {region}");
    let kind = json!([{"Identifier": ["http://cv.iptc.org/newscodes/imageregiontype/text"]}]);
    assert_eq!(region["RCtype"], kind, "{encoding}: {region}");
    let boundary = &region["RegionBoundary"];
    assert_eq!(
        boundary["RbShape"].as_str().map(str::to_lowercase).as_deref(),
        Some("rectangle"),
        "{encoding}: {region}"
    );
    assert_eq!(boundary["RbUnit"].as_str().map(str::to_lowercase).as_deref(), Some("relative"), "{encoding}: {region}");
    if encoding != "png" {
        return;
    }
    let picture = image::open(path).unwrap().to_rgb8();
    let side = |name: &str, of: u32| boundary[name].as_f64().unwrap() * f64::from(of);
    let (x, y) = (side("RbX", picture.width()), side("RbY", picture.height()));
    let (right, bottom) = (x + side("RbW", picture.width()), y + side("RbH", picture.height()));
    let ink = |x: f64, y: f64| picture.get_pixel(x as u32, y as u32).0.iter().all(|part| *part < 120);
    let count = |x: (f64, f64), y: (f64, f64)| {
        let rows = (y.0.round() as u32)..(y.1.round() as u32);
        rows.flat_map(|y| ((x.0.round() as u32)..(x.1.round() as u32)).map(move |x| (x, y)))
            .filter(|(x, y)| ink(f64::from(*x), f64::from(*y)))
            .count()
    };
    let inside = count((x, right), (y, bottom));
    let around = count((x - 4.0, right + 4.0), (y - 4.0, bottom + 4.0));
    assert!(inside > 20 && inside == around, "{inside} dark pixels inside {boundary}, {around} with a rim");
}

#[test]
fn exiftool_reads_every_field_of_every_encoding_and_no_other() {
    let mut encodings = vec!["png", "jpeg", "webp", "tiff", "svg", "pdf"];
    if cfg!(feature = "avif") {
        encodings.push("avif");
    }
    let shop = shop(&encodings);
    let done = shop.render(&[]);
    assert_eq!((done.rendered, done.failed), (encodings.len(), 0), "{}", done.told);
    let caption =
        format!("Điểm của Bắc. {}", "Câu này dài, lặp đi lặp lại để vượt quá hai nghìn byte của IIM. ".repeat(40));
    let caption = caption.trim();
    let manifest = std::fs::read_to_string(shop.output().join("manifest.json")).unwrap();
    for encoding in encodings {
        let ending = match encoding {
            "jpeg" => "jpg",
            "tiff" => "tif",
            other => other,
        };
        let path = shop.output().join(format!("card/t_card_north_2026q3_og_vi.{ending}"));
        let Some(mut read) = found(&path) else { return };
        let read = read.as_object_mut().unwrap();
        for (tag, value) in meant(encoding, caption) {
            assert_eq!(read.remove(&tag), Some(value), "{encoding} {tag} of {read:#?}");
        }
        let code = read.remove("XMP-xmp:Identifier").unwrap().to_string();
        assert!(manifest.contains(&format!("\"code\":{}", code.trim_matches(['[', ']']))), "{encoding}: {code}");
        let regions = read.remove("XMP-iptcExt:ImageRegion").unwrap();
        region_of_the_score(encoding, &regions, &path);
        let own =
            ["XMP-x:XMPToolkit", "XMP-pdf:Keywords", "XMP-dc:Format", "XMP-xmpTPg:NPages", "XMP-xmpMM:InstanceID"];
        let rest: Vec<_> = read.keys().filter(|tag| tag.starts_with("XMP") && !own.contains(&tag.as_str())).collect();
        assert!(rest.is_empty(), "{encoding} says more: {rest:?}");
        if ["jpeg", "tiff"].contains(&encoding) {
            for (tag, value) in meant_in_iim() {
                assert_eq!(read.remove(&tag), Some(value), "{tag} of {read:#?}");
            }
            let short = read.remove("IPTC:Caption-Abstract").unwrap();
            let short = short.as_str().unwrap();
            assert!(short.len() <= 2000 && short.len() > 1950 && short.ends_with('…'), "{} bytes", short.len());
            assert!(caption.starts_with(short.trim_end_matches('…')));
        }
        let rest: Vec<_> = read.keys().filter(|tag| tag.starts_with("IPTC")).collect();
        assert!(rest.is_empty(), "{encoding} says more: {rest:?}");
        // In SVG, ExifTool's check wants the packet at the root, where SVG has no place for it.
        match encoding {
            "svg" => {}
            // ExifTool knows the compressions of TIFF 6.0; deflate came ten years later, with Photoshop.
            "tiff" => {
                assert_eq!(read["ExifTool:Validate"], "1 Warning", "{read:#?}");
                assert_eq!(read["ExifTool:Warning"], "Invalid value for IFD0 tag 0x0103 Compression", "{read:#?}");
            }
            _ => assert_eq!(read["ExifTool:Validate"], "OK", "{encoding}: {}", read["ExifTool:Warning"]),
        }
    }
}

#[test]
fn what_a_file_says_makes_it_anew_and_nothing_else_does() {
    let shop = shop(&["png"]);
    assert_eq!(shop.render(&[]).rendered, 1);
    for (from, to) in [
        ("data_mining = \"search-only\"", "data_mining = \"allowed\""),
        ("state.vi = \"Đồng Nai\"", "state.vi = \"Lâm Đồng\""),
        ("mediatopic/11000000", "mediatopic/11000001"),
        ("licensor = \"Văn phòng Ủy ban\"", "licensor = \"Sở\""),
        ("caption.en = \"The score", "caption.en = \"A score"),
        ("base_url = \"https://towns.example\"", "base_url = \"https://town.example\""),
    ] {
        shop.edit("campaign.toml", from, to);
        assert_eq!(shop.render(&[]).rendered, 1, "{to}");
        assert_eq!(shop.render(&[]).cached, 1, "{to}");
    }
    // A word of the other language is said inside the file, and so is the reason to make it again.
    shop.edit("data/towns.csv", "North", "The North");
    assert_eq!(shop.render(&[]).rendered, 1);
    shop.edit("campaign.toml", "contact_email", "# a remark\ncontact_email");
    assert_eq!(shop.render(&[]).cached, 1);
}

#[test]
fn illustrative_data_says_nothing_unlabelled_in_another_language() {
    let shop = shop(&["png"]);
    shop.edit("data/towns.csv", "71.5,measured", "71.5,illustrative");
    let label = "<m:text name=\"illustrative\" when=\"illustrative\" type=\"{type.body}\">{{ t(key=\"illustrative\") }}</m:text></m:column>";
    shop.edit("templates/card/template.svg", "</m:column>", label);
    let done = shop.render(&[]);
    assert_eq!(done.rendered, 1, "{}", done.told);
    let packet = std::fs::read(shop.output().join("card/t_card_north_2026q3_og_vi.png")).unwrap();
    let packet = String::from_utf8_lossy(&packet);
    assert!(packet.contains("Số liệu minh họa"));
    assert!(!packet.contains("xml:lang=\"en\""));
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let shop = shop(&["png"]);
    shop.edit("campaign.toml", "data_mining = \"search-only\"", "data_mining = \"serch-only\"\ndata_source = \"x\"");
    shop.edit("campaign.toml", "country_code = \"VNM\"", "country_code = \"VN\"\nprovince = \"x\"");
    let said = shop.run(&["check", "--message-format", "short"]);
    let told = format!("{}{}", said.stdout, said.stderr);
    for code in ["MB0123", "MB0124", "MB0125", "MB0011"] {
        assert!(told.contains(code), "{code} in {told}");
    }
    assert!(!said.success);
}
