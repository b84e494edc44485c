//! Pictures through the whole press on a real campaign: drawn in every file type, remade when a photo changes and only
//! then, refused with their place when they are bad.

#![allow(clippy::unwrap_used, clippy::panic, clippy::cast_possible_truncation, reason = "a test may stop")]

#[path = "golden/kit.rs"]
mod kit;
mod workshop;

use std::fs;

use image::RgbaImage;
use workshop::Workshop;

/// A campaign whose towns have photographs: two of the three, north's a JPEG and south's a PNG.
fn shop() -> Workshop {
    let shop = Workshop::new();
    shop.edit("data/towns.csv", "id,name.vi,name.en,score,status\n", "id,name.vi,name.en,score,status,photo\n");
    shop.edit("data/towns.csv", "71.5,measured", "71.5,measured,bắc.jpg");
    shop.edit("data/towns.csv", "South,,measured", "South,,measured,south.png");
    shop.edit("data/towns.csv", "-3.25,measured", "-3.25,measured,");
    shop.edit("data/towns.schema.toml", "[columns.status]", "[columns.photo]\ntype = \"text\"\n[columns.status]");
    shop.edit(
        "templates/card/template.svg",
        "<m:space grow=\"1\"/>",
        "{% if record.photo is not none %}<m:picture name=\"photo\" picture=\"data/pictures/{{ record.photo }}\" \
         alt=\"{{ record.name }}\" grow=\"1\" radius=\"1rem\" focus=\"0% 0%\"/>{% endif %}<m:space/>",
    );
    shop.write("data/pictures/bắc.jpg", jpeg(&kit::quarters(400, 300)));
    shop.write("data/pictures/south.png", kit::png(&kit::quarters(300, 400)));
    shop
}

/// A picture as a JPEG file.
fn jpeg(picture: &RgbaImage) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let rgb = image::DynamicImage::from(picture.clone()).into_rgb8();
    rgb.write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

#[test]
fn a_changed_photo_remakes_the_pictures_that_show_it_and_no_other() {
    let shop = shop();
    let first = shop.render(&[]);
    assert_eq!((first.rendered, first.failed), (6, 0), "{}", first.told);
    assert_eq!(shop.render(&[]).rendered, 0);
    shop.write("data/pictures/bắc.jpg", jpeg(&kit::quarters(402, 300)));
    let plan = shop.run(&["plan", "--message-format", "json"]).stdout;
    assert_eq!(plan.matches("\"reason\":\"changed\"").count(), 2, "{plan}");
    assert_eq!(plan.matches("\"cause\":\"picture\"").count(), 2, "{plan}");
    assert!(plan.contains("data/pictures/bắc.jpg") && !plan.contains("south.png"), "{plan}");
    let again = shop.render(&[]);
    assert_eq!((again.rendered, again.cached), (2, 4), "{}", again.told);
    // A picture that nothing shows changes nothing.
    shop.write("data/pictures/other.png", kit::png(&kit::quarters(4, 4)));
    assert_eq!(shop.render(&[]).rendered, 0);
}

#[test]
fn same_bytes_on_one_and_two_threads() {
    let (one, two) = (shop(), shop());
    for shop in [&one, &two] {
        shop.edit("campaign.toml", "encodings = [\"png\"]", "encodings = [\"png\", \"jpeg\", \"svg\", \"pdf\"]");
    }
    one.render(&["--jobs", "1"]);
    two.render(&["--jobs", "2"]);
    assert_eq!(one.pictures(), two.pictures());
    let manifest = |shop: &Workshop| fs::read(shop.output().join("manifest.json")).unwrap();
    assert_eq!(manifest(&one), manifest(&two));
}

#[test]
fn every_file_type_shows_the_part_around_the_focus_and_reaches_for_nothing() {
    let shop = shop();
    shop.edit("campaign.toml", "encodings = [\"png\"]", "encodings = [\"png\", \"jpeg\", \"svg\", \"pdf\"]");
    let report = shop.render(&["--lang", "vi"]);
    assert_eq!(report.failed, 0, "{}", report.told);
    let file = |ending: &str| {
        let found = walkdir::WalkDir::new(shop.output()).into_iter().map(Result::unwrap).find(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            name.contains("south") && name.ends_with(ending)
        });
        fs::read(found.unwrap().path()).unwrap()
    };
    for ending in [".png", ".jpg"] {
        let drawn = image::load_from_memory(&file(ending)).unwrap().into_rgb8();
        // A wide box around the upper left corner of a tall picture shows its upper half: red beside green.
        let (width, height) = drawn.dimensions();
        let [left, right] = [width / 4, width * 3 / 4].map(|x| drawn.get_pixel(x, height * 9 / 10).0);
        assert!(left[0].abs_diff(220) < 8 && left[1].abs_diff(40) < 8, "{ending}: {left:?}");
        assert!(right[0].abs_diff(40) < 8 && right[1].abs_diff(160) < 8, "{ending}: {right:?}");
    }
    let svg = String::from_utf8(file(".svg")).unwrap();
    assert_eq!(svg.matches("<image").count(), 1);
    assert!(svg.contains("href=\"data:image/png;base64,") && svg.contains("aria-label=\"Nam\""), "{svg}");
    assert!(!svg.contains("data/pictures"), "the file names another");
    let pdf = file(".pdf");
    let named = |name: &[u8]| pdf.windows(name.len()).any(|bytes| bytes == name);
    assert!(named(b"/Subtype/Image"), "the PDF has no picture");
}

#[test]
fn a_bad_picture_is_found_by_check_with_its_places() {
    let shop = shop();
    fs::remove_file(shop.path().join("data/pictures/south.png")).unwrap();
    let whole = jpeg(&kit::quarters(400, 300));
    shop.write("data/pictures/bắc.jpg", &whole[..whole.len() / 2]);
    let said = shop.run(&["check", "--message-format", "short"]);
    assert_eq!(said.code, Some(1));
    let told = said.stdout + &said.stderr;
    assert!(told.contains("templates/card/template.svg:6:36: error[MB0760]"), "{told}");
    assert!(told.contains("data/pictures/south.png"), "{told}");
    assert!(told.contains("error[MB0762]") && told.contains("cut off"), "{told}");
    let report = shop.render(&[]);
    assert_eq!((report.rendered, report.failed), (2, 4), "{}", report.told);
    shop.write("data/pictures/bắc.jpg", whole);
    shop.write("data/pictures/south.png", kit::png(&kit::quarters(30, 40)));
    assert_eq!(shop.render(&[]).failed, 0);
}

#[test]
fn templates_reach_no_file_but_pictures() {
    for path in
        ["campaign.toml", "data/../campaign.toml", "/etc/hostname", "brand/marks/main.svg", "https://a.example/b.png"]
    {
        let shop = shop();
        shop.edit("templates/card/template.svg", "data/pictures/{{ record.photo }}", path);
        let report = shop.render(&["--lang", "vi"]);
        assert_eq!((report.rendered, report.failed), (1, 2), "{path}: {}", report.told);
        assert!(report.told.contains("MB0761"), "{path}: {}", report.told);
    }
}
