//! The kit that golden cases and properties are set with: a few tokens of its own, the fonts of the shipped kit.

#![allow(dead_code, reason = "each test binary uses a part")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a test may stop"
)]

use std::path::Path;
use std::sync::{Arc, LazyLock};

use mocban::atlas::{Area, Atlas, Map};
use mocban::brand::Brand;
use mocban::digest::Digest;
use mocban::format::{Format, Shape};
use mocban::picture::Pictures;
use mocban::source::Folder;
use mocban::template::{BEGIN, Binding, DIGIT_ZERO, END, MIDDLE, Markup, Said};
use mocban::units::{Insets, Size};

/// The kit, read once.
pub(crate) static KIT: LazyLock<Brand> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folder = Folder::new();
    let mut add = |home: &Path, prefix: &str| {
        for entry in walkdir::WalkDir::new(home).into_iter().map(Result::unwrap).filter(|e| e.file_type().is_file()) {
            let name = entry.path().strip_prefix(home).unwrap().to_string_lossy().into_owned();
            folder.insert(format!("{prefix}{name}"), std::fs::read(entry.path()).unwrap());
        }
    };
    add(&root.join("tests/golden/kit"), "brand/");
    add(&root.join("brand/fonts"), "brand/fonts/");
    Brand::read(&folder).unwrap_or_else(|found| panic!("the kit of the tests does not read: {found:#?}")).value
});

/// Pictures made by code: `data/pictures/quarters.png`, 40 × 20, red and green over blue and yellow; and
/// `data/pictures/glow.png`, 60 × 60, a spot that grows fainter outwards.
pub(crate) static PICTURES: LazyLock<Pictures> = LazyLock::new(|| {
    let mut folder = Folder::new();
    folder.insert("data/pictures/quarters.png", png(&quarters(40, 20)));
    let glow = image::RgbaImage::from_fn(60, 60, |x, y| {
        let (x, y) = (f64::from(x) - 29.5, f64::from(y) - 29.5);
        image::Rgba([13, 148, 136, (255.0 - x.hypot(y) * 8.5).clamp(0.0, 255.0) as u8])
    });
    folder.insert("data/pictures/glow.png", png(&glow));
    Pictures::read(&folder)
});

/// A picture of four colours: red and green over blue and yellow.
pub(crate) fn quarters(width: u32, height: u32) -> image::RgbaImage {
    image::RgbaImage::from_fn(width, height, |x, y| {
        image::Rgba(match (x < width / 2, y < height / 2) {
            (true, true) => [220, 40, 40, 255],
            (false, true) => [40, 160, 60, 255],
            (true, false) => [40, 80, 200, 255],
            (false, false) => [240, 200, 40, 255],
        })
    })
}

/// A picture as a PNG file.
pub(crate) fn png(picture: &image::RgbaImage) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// A surface of some size, its safe area `safe` pixels inside.
pub(crate) fn surface(width: f32, height: f32, rem: f32, safe: f32) -> Format {
    Format {
        name: "test".to_owned(),
        trim: Size { width, height },
        trim_mm: None,
        dpi: 96.0,
        bleed: 0.0,
        safe: Insets::all(safe),
        distance_mm: 400.0,
        rem,
        shape: Shape::of(Size { width, height }),
        snap: false,
        max_bytes: None,
        encodings: Vec::new(),
        usage: mocban::format::Use::Screen,
        source: String::new(),
        checked: String::new(),
        confidence: String::new(),
    }
}

/// Filled markup from a test's own notation: `[[71.4|71,4 %]]` is a value bound to the number 71.4, printed "71,4 %".
pub(crate) fn markup(source: &str) -> Markup {
    let mut parts = source.split("[[");
    let mut text = parts.next().unwrap_or_default().to_owned();
    let mut bindings = Vec::new();
    for part in parts {
        let (value, rest) = part.split_once("]]").unwrap_or_else(|| panic!("[[ without ]] in {part:?}"));
        let (number, printed) = value.split_once('|').unwrap_or((value, value));
        text.push(BEGIN);
        for digit in bindings.len().to_string().bytes() {
            text.push(char::from_u32(u32::from(DIGIT_ZERO) + u32::from(digit - b'0')).unwrap());
        }
        text.push(MIDDLE);
        text.push_str(printed);
        text.push(END);
        text.push_str(rest);
        let number = number.parse::<f64>().ok();
        bindings.push(Binding {
            cells: Vec::new(),
            text: printed.to_owned(),
            number,
            exact: number.is_some(),
            presence: false,
        });
    }
    Markup {
        digest: Digest::of(text.as_bytes()),
        text,
        bindings,
        files: vec![Arc::from("case.svg")],
        template: Arc::from("case"),
        allowed: Vec::new(),
        tables: Vec::new(),
        said: Said::default(),
        correction: None,
    }
}

/// A page around some boxes.
pub(crate) fn page(inside: &str) -> String {
    format!(r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:m="urn:mocban:1">{inside}</svg>"#)
}

/// Maps of invented places: `isle` has the areas `a` to `f`, one of them with a hole.
pub(crate) fn atlas() -> Atlas {
    let area = |key: &str, rings: &[&[(f64, f64)]]| Area {
        key: key.to_owned(),
        rings: rings.iter().map(|ring| ring.to_vec()).collect(),
    };
    let areas = vec![
        area("a", &[&[(0.0, 4.0), (2.0, 5.0), (3.0, 3.2), (1.2, 2.4)]]),
        area("b", &[&[(2.0, 5.0), (5.0, 5.4), (5.6, 3.6), (3.0, 3.2)]]),
        area("c", &[&[(5.0, 5.4), (8.0, 4.6), (7.4, 3.0), (5.6, 3.6)]]),
        area("d", &[&[(1.2, 2.4), (3.0, 3.2), (4.4, 0.6), (1.6, 0.2)]]),
        area(
            "e",
            &[
                &[(3.0, 3.2), (5.6, 3.6), (7.4, 3.0), (6.8, 0.8), (4.4, 0.6)],
                &[(5.0, 2.6), (6.0, 2.6), (6.0, 1.8), (5.0, 1.8)],
            ],
        ),
        area("f", &[&[(8.2, 1.4), (9.4, 1.8), (9.0, 0.4), (8.4, 0.2)]]),
    ];
    let mut atlas = Atlas::default();
    atlas.insert("isle", Map { areas });
    atlas
}
