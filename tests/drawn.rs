//! Drawings become templates that render: two really saved by Inkscape 1.2 (`poster.svg`, `festival.svg`), two written by hand
//! in the way Figma and Penpot export (`figma.svg`, `penpot.svg`: no export of those programs was at hand).

#![allow(clippy::unwrap_used, clippy::panic, clippy::cast_possible_truncation, reason = "a test may stop")]

mod workshop;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use mocban::brand::Brand;
use mocban::campaign::{Campaign, Surroundings};
use mocban::diagnostic::{Diagnostic, Severity};
use mocban::drawn::Request;
use mocban::format::Formats;
use mocban::frame::{Frame, Item};
use mocban::layout::{Scene, compose};
use mocban::picture::Pictures;
use mocban::plan::Plan;
use mocban::preflight::{Subject, inspect};
use mocban::record::Dataset;
use mocban::source::{Folder, Source};
use mocban::template::{self, TemplateSet};
use mocban::text::Fonts;
use mocban::units::Rect;
use workshop::{Said, Workshop};

/// The repository.
const HOME: &str = env!("CARGO_MANIFEST_DIR");

/// A campaign with the shipped kit, and a surface of the size that `poster.svg` was drawn in.
fn shop() -> Workshop {
    let shop = Workshop::new();
    fs::remove_dir_all(shop.path().join("brand")).unwrap();
    for entry in walkdir::WalkDir::new(Path::new(HOME).join("brand")).into_iter().map(Result::unwrap) {
        let path = entry.path().strip_prefix(HOME).unwrap();
        if entry.file_type().is_file() {
            shop.write(path.to_str().unwrap(), fs::read(entry.path()).unwrap());
        }
    }
    let sizes = [("poster", 1080, 1350), ("festival", 900, 900), ("figma", 1200, 630), ("penpot", 1080, 1080)];
    let surfaces = sizes.map(|(name, width, height)| {
        format!("[drawn-{name}]\nwidth = \"{width}px\"\nheight = \"{height}px\"\ndpi = 96\nsafe = \"0\"\ndistance = \"40cm\"\ntitle.vi = \"a\"\ntitle.en = \"a\"\nuse = \"screen\"\nsource = \"t\"\nchecked = 2026-01-01\nconfidence = \"high\"\n")
    });
    shop.write("formats.toml", surfaces.concat());
    shop
}

/// Imports a drawing of `tests/drawings`.
fn import(shop: &Workshop, name: &str) -> Said {
    let drawing = Path::new(HOME).join("tests/drawings").join(format!("{name}.svg"));
    shop.run(&["template", "import", drawing.to_str().unwrap(), "--message-format", "json"])
}

/// Imports a drawing given as text, as a template `t`.
fn import_text(shop: &Workshop, drawing: impl AsRef<[u8]>) -> Said {
    shop.write("t.svg", drawing);
    let path = shop.path().join("t.svg");
    shop.run(&["template", "import", path.to_str().unwrap(), "--message-format", "json"])
}

/// Codes of findings, each once, in order.
fn codes(said: &Said) -> Vec<String> {
    let events = said.stdout.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let mut codes: Vec<String> = events.filter_map(|event| Some(event["code"].as_str()?.to_owned())).collect();
    codes.sort();
    codes.dedup();
    codes
}

/// A drawing of 100 × 100 around something.
fn around(inside: &str) -> String {
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100">{inside}</svg>"#
    )
}

/// Uses a template for each town, or for all.
fn product(shop: &Workshop, template: &str, formats: &str, records: &str) {
    shop.edit(
        "campaign.toml",
        "name = \"card\"\ntemplate = \"card\"\neach = \"towns\"\nformats = [\"og\"]",
        &format!("name = \"card\"\ntemplate = \"{template}\"\n{records} = \"towns\"\nformats = [{formats}]"),
    );
}

/// The frames of a campaign's first job on each of its surfaces, with everything that was found about them.
fn frames(shop: &Workshop) -> Vec<(Frame, Vec<Diagnostic>)> {
    let mut folder = Folder::new();
    for entry in walkdir::WalkDir::new(shop.path()).into_iter().map(Result::unwrap).filter(|e| e.file_type().is_file())
    {
        let name = entry.path().strip_prefix(shop.path()).unwrap().to_string_lossy().into_owned();
        folder.insert(name, fs::read(entry.path()).unwrap());
    }
    let dataset = Arc::new(Dataset::read(&folder).unwrap().value);
    let brand = Brand::read(&folder).unwrap().value;
    let formats = Formats::read(&folder).unwrap().value;
    let around = Surroundings { dataset: Some(&dataset), formats: Some(&formats), themes: None, templates: None };
    let campaign = Arc::new(Campaign::read(&folder, &around).unwrap().value);
    let templates = Arc::new(TemplateSet::read(&folder, &campaign.languages).unwrap().value);
    let plan = Plan::expand(&campaign, &dataset, &formats, &brand.default_theme).unwrap().value;
    let filling = Arc::new(template::Scene::new(Arc::clone(&campaign), dataset));
    let (fonts, pictures) = (Fonts::new(&brand.typefaces), Pictures::read(&folder));
    let mut seen = BTreeMap::new();
    for job in plan.jobs.iter().filter(|job| job.language == "vi") {
        if seen.contains_key(&job.format.name) {
            continue;
        }
        let markup = templates.fill_within(Duration::from_secs(20), job, &filling).unwrap().value;
        let scene = Scene {
            brand: &brand,
            theme: &brand.themes[&job.theme],
            fonts: &fonts,
            atlas: &mocban::atlas::Atlas::default(),
            pictures: &pictures,
            format: &job.format,
            language: "vi",
            illustrative: false,
        };
        let composed = compose(&markup, &scene).unwrap_or_else(|found| panic!("{found:#?}"));
        let mut found = composed.warnings;
        found.extend(inspect(&Subject {
            job,
            headline: &job.headline,
            alt_text: &job.alt_text,
            frames: &composed.value,
            markup: &markup,
            fonts: &fonts,
            painter: &mocban::paint::Painter::default(),
            illustrative: false,
        }));
        seen.insert(job.format.name.clone(), (composed.value.into_iter().next().unwrap(), found));
    }
    seen.into_values().collect()
}

/// The box of a block whose name ends so.
fn rect(frame: &Frame, name: &str) -> Rect {
    let found = frame.boxes.iter().find(|block| block.name.ends_with(name));
    found.unwrap_or_else(|| panic!("no {name} in {:#?}", frame.boxes.iter().map(|b| &b.name).collect::<Vec<_>>())).rect
}

/// Asserts that a box lies where it was drawn, to a pixel.
fn lies(frame: &Frame, name: &str, [x, y, width, height]: [f32; 4]) {
    let found = rect(frame, name);
    let near = [found.x - x, found.y - y, found.width - width, found.height - height].iter().all(|d| d.abs() <= 1.0);
    assert!(near, "{name}: {found:?}");
}

/// Asserts that a line of words stands on its drawn baseline, to a pixel.
fn stands(frame: &Frame, words: &str, x: f32, y: f32) {
    let run = frame.items.iter().find_map(|item| match item {
        Item::Text(run) if run.text.contains(words) => Some(run),
        _ => None,
    });
    let origin = run.unwrap_or_else(|| panic!("no words {words:?}")).origin;
    assert!((origin.x - x).abs() <= 1.0 && (origin.y - y).abs() <= 1.0, "{words}: {origin:?}");
}

/// Findings that stop a picture.
fn errors(found: &[Diagnostic]) -> Vec<&Diagnostic> {
    found.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).collect()
}

#[test]
fn a_poster_of_inkscape_stands_as_it_was_drawn() {
    let shop = shop();
    let said = import(&shop, "poster");
    assert_eq!(said.code, Some(0), "{}", said.stdout);
    assert_eq!(codes(&said), ["MB0647", "MB0648", "MB0654"], "{}", said.stdout);
    product(&shop, "poster", "\"drawn-poster\", \"fb-portrait\", \"a4\"", "each");
    let all = frames(&shop);
    assert_eq!(all.len(), 3);
    for (frame, found) in &all {
        assert!(errors(found).is_empty(), "{found:#?}");
        assert!(frame.dropped.is_empty());
    }
    let own =
        all.iter().find(|(frame, _)| (frame.trim.width, frame.trim.height) == (1080.0, 1350.0) && frame.bleed == 0.0);
    let (frame, _) = own.unwrap();
    lies(frame, "text:headline", [80.0, 200.0, 820.0, 270.0]);
    lies(frame, "mark:main", [80.0, 1210.0, 110.0, 110.0]);
    // Outlines lie on the edge in the drawing and inside the box on a page.
    lies(frame, "space:card", [80.0, 760.0, 560.0, 330.0]);
    stands(frame, "Bắc", 80.0, 160.0);
    stands(frame, "71", 120.0, 930.0);
    stands(frame, "Điểm", 120.0, 1020.0);
    let body = rect(frame, "sheet/text");
    assert!(body.width > 0.0);
}

#[test]
fn a_card_of_inkscape_brings_its_picture_units_and_old_flowed_text() {
    let shop = shop();
    let said = import(&shop, "festival");
    assert_eq!(codes(&said), ["MB0647", "MB0649", "MB0651", "MB0652", "MB0654"], "{}", said.stdout);
    assert!(shop.path().join("brand/pictures/festival-1.png").is_file());
    product(&shop, "festival", "\"drawn-festival\"", "each");
    let all = frames(&shop);
    let (frame, found) = &all[0];
    assert!(errors(found).is_empty(), "{found:#?}");
    // 148 mm are 900 pixels; the page's corner is at (-74, -74) and the layer moved by (-64, -64): 10 mm inwards.
    let mm = 900.0 / 148.0;
    lies(frame, "sheet/picture", [10.0 * mm, 50.0 * mm, 48.0 * mm, 32.0 * mm]);
    lies(frame, "icon:server", [66.0 * mm, 90.0 * mm, 16.0 * mm, 16.0 * mm]);
    lies(frame, "chart:ring", [10.0 * mm, 90.0 * mm, 48.0 * mm, 48.0 * mm]);
    let title = frame.items.iter().find_map(|item| match item {
        Item::Text(run) if run.text.contains("Ngày hội số") => Some(run),
        _ => None,
    });
    let title = title.unwrap();
    assert!((title.origin.x + title.width / 2.0 - 74.0 * mm).abs() <= 1.0 && (title.origin.y - 26.0 * mm).abs() <= 1.0);
    assert!(frame.items.iter().any(|item| matches!(item, Item::Picture { crop, .. } if crop.width == 48.0)));
}

#[test]
fn the_ways_of_figma_and_penpot_are_understood() {
    let figma = shop();
    let said = import(&figma, "figma");
    assert_eq!(codes(&said), Vec::<String>::new(), "{}", said.stdout);
    product(&figma, "figma", "\"drawn-figma\"", "each");
    let all = frames(&figma);
    let (frame, found) = &all[0];
    assert!(errors(found).is_empty(), "{found:#?}");
    lies(frame, "sheet/picture", [760.0, 90.0, 360.0, 240.0]);
    assert!(frame.items.iter().any(|item| matches!(item, Item::Picture { radius, .. } if (radius - 16.0).abs() < 0.1)));
    lies(frame, "space:panel", [64.0, 80.0, 620.0, 330.0]);
    lies(frame, "mark:main", [64.0, 500.0, 90.0, 90.0]);
    stands(frame, "Mỗi ngày", 96.0, 160.8);
    stands(frame, "làm trên mạng", 96.0, 223.8);
    stands(frame, "71", 96.0, 360.0);

    let penpot = shop();
    let said = import(&penpot, "penpot");
    assert_eq!(codes(&said), ["MB0651"], "{}", said.stdout);
    product(&penpot, "penpot", "\"drawn-penpot\"", "all");
    penpot.edit("campaign.toml", "headline.vi = \"Thị trấn {name}\"\nheadline.en = \"Town {name}\"", "");
    let all = frames(&penpot);
    let (frame, found) = &all[0];
    assert!(errors(found).is_empty(), "{found:#?}");
    lies(frame, "text:headline", [80.0, 100.0, 920.0, 260.0]);
    lies(frame, "chart:bars", [80.0, 400.0, 920.0, 360.0]);
}

#[test]
fn words_go_to_the_languages_and_no_colour_stays_a_number() {
    let shop = shop();
    import(&shop, "poster");
    let read = |file: &str| fs::read_to_string(shop.path().join("templates/poster").join(file)).unwrap();
    assert!(read("vi.ftl").contains("headline = Bảng điểm\nheadline-2 = của đơn vị\n"), "{}", read("vi.ftl"));
    assert!(read("en.ftl").contains("# TODO: translate\nheadline = Bảng điểm\n"), "{}", read("en.ftl"));
    let markup = read("template.svg");
    let hex =
        markup.split('#').skip(1).any(|rest| rest.len() > 5 && rest.chars().take(6).all(|c| c.is_ascii_hexdigit()));
    assert!(!hex, "{markup}");
    assert!(read("template.toml").contains("shapes = [\"tall\"]"));
    assert!(read("template.toml").contains("text = \"2025\""));
}

#[test]
fn an_import_writes_over_nothing_and_leaves_nothing_half() {
    let shop = shop();
    import(&shop, "festival");
    let before = fs::read(shop.path().join("templates/festival/template.svg")).unwrap();
    let again = import(&shop, "festival");
    assert_eq!((again.code, codes(&again).contains(&"MB0644".to_owned())), (Some(1), true), "{}", again.stdout);
    assert_eq!(fs::read(shop.path().join("templates/festival/template.svg")).unwrap(), before);
    // A picture of that name is somebody's: nothing at all is written.
    shop.write("brand/pictures/other-1.png", "mine");
    let drawing = Path::new(HOME).join("tests/drawings/festival.svg");
    let said =
        shop.run(&["template", "import", drawing.to_str().unwrap(), "--name", "other", "--message-format", "json"]);
    assert_eq!(said.code, Some(1), "{}", said.stdout);
    assert!(!shop.path().join("templates/other").exists());
    assert_eq!(fs::read(shop.path().join("brand/pictures/other-1.png")).unwrap(), b"mine");
    for name in ["../out", "a/b", "Tên", ""] {
        let said =
            shop.run(&["template", "import", drawing.to_str().unwrap(), "--name", name, "--message-format", "json"]);
        assert_ne!(said.code, Some(0), "{name}");
    }
    let left =
        fs::read_dir(shop.path().join("templates")).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
    assert_eq!(left.filter(|name| name.starts_with('.')).count(), 0);
}

#[test]
fn hostile_drawings_are_refused_or_lose_their_sting() {
    let deep = format!("{}<rect width='9' height='9'/>{}", "<g>".repeat(3000), "</g>".repeat(3000));
    let bomb = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>\
        <!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>]>\
        <svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><text>&d;&d;&d;&d;&d;&d;&d;</text></svg>";
    let plain = "xmlns='http://www.w3.org/2000/svg'";
    let refused = [
        (String::new(), "MB0640"),
        ("<svg".to_owned(), "MB0640"),
        ("<html/>".to_owned(), "MB0640"),
        (bomb.to_owned(), "MB0640"),
        (around(&deep), "MB0642"),
        (format!("<svg {plain}><rect width='9' height='9'/></svg>"), "MB0641"),
        (format!("<svg {plain} viewBox='0 0 0 0'><rect width='9' height='9'/></svg>"), "MB0641"),
        (format!("<svg {plain} viewBox='0 0 NaN 9'><rect width='9' height='9'/></svg>"), "MB0641"),
        (format!("<svg {plain} viewBox='0 0 1e30 9'><rect width='9' height='9'/></svg>"), "MB0641"),
        (around(""), "MB0643"),
        (around(&"<text y='9'>a</text>".repeat(500)), "MB0642"),
        (around(&format!("<path d='{}'/>", "M0 0L9 9".repeat(2_200_000))), "MB0642"),
        (around(&format!("<path d='{}'/>", "M0 0L9 9".repeat(100_000))), "MB0642"),
    ];
    for (drawing, code) in refused {
        let shop = shop();
        let said = import_text(&shop, &drawing);
        let start: String = drawing.chars().take(80).collect();
        assert_eq!((said.code, codes(&said).contains(&code.to_owned())), (Some(1), true), "{start}: {}", said.stdout);
        assert!(!shop.path().join("templates/t").exists(), "{start}");
    }
}

#[test]
fn what_acts_or_reaches_out_is_left_behind() {
    for (inside, code) in [
        ("<script>alert(1)</script>", "MB0646"),
        ("<foreignObject width='9' height='9'><p xmlns='http://www.w3.org/1999/xhtml'>a</p></foreignObject>", "MB0646"),
        ("<image href='/etc/hostname' width='9' height='9'/>", "MB0657"),
        ("<image href='https://example.org/a.png' width='9' height='9'/>", "MB0657"),
        ("<image href='data:image/png;base64,AAAA' width='9' height='9'/>", "MB0658"),
        ("<image href='data:image/gif;base64,AAAA' width='9' height='9' clip-path='url(#c)'/>", "MB0659"),
        ("<text><textPath href='#p'>cong</textPath></text>", "MB0653"),
        ("<circle id='text:round' r='9'/>", "MB0660"),
        ("<rect id='mark:none' width='9' height='9'/>", "MB0656"),
        ("<rect id='chart:bars' width='9' height='9'/>", "MB0655"),
        ("<rect id='picture:none.jpg' width='9' height='9'/>", "MB0661"),
        (
            "<text y='20' font-size='5' font-family='Be Vietnam Pro'>to <tspan font-size='9'>nhỏ</tspan></text>",
            "MB0662",
        ),
        ("<rect id='text:empty' width='90' height='9'/>", "MB0663"),
        ("<text y='50' font-size='9'>trên</text><text y='53' font-size='9'>dưới</text>", "MB0664"),
        ("<text y='50' font-size='9' font-family='Be Vietnam Pro' font-weight='250'>nhẹ</text>", "MB0650"),
    ] {
        let shop = shop();
        let said =
            import_text(&shop, around(&format!("<rect width='30' height='30' fill='#0d4f55' onclick='x()'/>{inside}")));
        assert_eq!(said.code, Some(0), "{inside}: {}", said.stdout);
        assert!(codes(&said).contains(&code.to_owned()), "{inside}: {}", said.stdout);
        let written = fs::read_to_string(shop.path().join("templates/t/template.svg")).unwrap();
        for part in ["script", "onclick", "foreignObject", "hostname", "example.org"] {
            assert!(!written.contains(part), "{inside}: {written}");
        }
    }
}

#[test]
fn faults_in_drawn_tera_are_said_at_once() {
    let shop = shop();
    let said = import_text(&shop, around("<text y='20' font-size='5'>{{ value(of=record field=\"score\") }}</text>"));
    assert_eq!((said.code, codes(&said).contains(&"MB0610".to_owned())), (Some(1), true), "{}", said.stdout);
    assert!(said.stdout.contains("templates/t/template.svg"), "{}", said.stdout);
}

#[test]
fn findings_have_their_place_in_the_drawing() {
    let shop = shop();
    let said = import_text(&shop, around("\n<rect width='9' height='9'/>\n  <script/>"));
    let event = said.stdout.lines().find(|line| line.contains("MB0646")).unwrap();
    let event: serde_json::Value = serde_json::from_str(event).unwrap();
    let span = &event["spans"][0];
    assert_eq!(
        (span["file"].as_str(), span["line"].as_u64(), span["column"].as_u64()),
        (Some("t.svg"), Some(3), Some(3))
    );
}

#[test]
fn paragraphs_of_flowing_text_stay_apart_and_its_lines_do_not() {
    let flowing = around(
        "<defs><rect id='f' x='10' y='10' width='80' height='50'/></defs>\
         <text style=\"font-size:5px;font-family:'Be Vietnam Pro';shape-inside:url(#f);white-space:pre\">\
         <tspan x='10' y='15'>Đoạn đầu dài </tspan><tspan x='10' y='21'>qua hai dòng.\n</tspan><tspan x='10' y='27'>Đoạn sau.</tspan></text>",
    );
    let shop = shop();
    let said = import_text(&shop, flowing);
    assert_eq!(said.code, Some(0), "{}", said.stdout);
    let read = |file: &str| fs::read_to_string(shop.path().join("templates/t").join(file)).unwrap();
    assert!(read("vi.ftl").contains("= Đoạn đầu dài qua hai dòng.\n"), "{}", read("vi.ftl"));
    let markup = read("template.svg");
    assert_eq!((markup.matches("<m:br/>").count(), markup.matches("lines=").count()), (1, 0), "{markup}");
    assert!(markup.contains("x=\"10%\" y=\"10%\" width=\"80%\" height=\"50%\""), "{markup}");
}

#[test]
fn any_byte_of_a_drawing_may_be_wrong() {
    let shop = shop();
    let mut folder = Folder::new();
    for entry in walkdir::WalkDir::new(shop.path().join("brand")).into_iter().map(Result::unwrap) {
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(shop.path()).unwrap().to_string_lossy().into_owned();
            folder.insert(name, fs::read(entry.path()).unwrap());
        }
    }
    let brand = Brand::read(&folder).unwrap().value;
    let (languages, pictures) = (["vi".to_owned(), "en".to_owned()], std::collections::BTreeSet::new());
    // The same drawings each time.
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap()
    };
    let (mut taken, mut refused) = (0, 0);
    for name in ["poster", "festival", "figma", "penpot"] {
        let whole = fs::read(Path::new(HOME).join("tests/drawings").join(format!("{name}.svg"))).unwrap();
        for _ in 0..40 {
            let mut bytes = whole.clone();
            for _ in 0..=next(4) {
                let (at, digits) = (next(bytes.len()), b"0159-.e{}%#<>\"' nan");
                bytes[at] = digits[next(digits.len())];
            }
            let Ok(drawing) = Source::new("d.svg", &bytes) else { continue };
            let request =
                Request { drawing: &drawing, name: "d", brand: &brand, languages: &languages, pictures: &pictures };
            match mocban::drawn::import(&request) {
                Ok(imported) => {
                    taken += 1;
                    let template = String::from_utf8(imported.value.files["templates/d/template.svg"].clone()).unwrap();
                    assert!(!template.contains("NaN") && !template.contains("inf%"), "{template}");
                }
                Err(found) => {
                    refused += 1;
                    assert!(found.iter().any(|diagnostic| diagnostic.severity == Severity::Error));
                }
            }
        }
    }
    assert!(taken > 20 && refused > 20, "{taken} taken, {refused} refused");
}
