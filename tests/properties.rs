//! What holds for every page, tried on random ones: room, order, size, binding, and widths as the drawing library
//! has them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]
#![allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "small pictures")]

#[path = "golden/kit.rs"]
mod kit;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Arc, LazyLock};

use kit::{KIT, markup, page, surface};
use mocban::atlas::Atlas;
use mocban::color::Color;
use mocban::diagnostic::Diagnostic;
use mocban::format::Format;
use mocban::frame::{Frame, Item, TextRun};
use mocban::layout::{Scene, compose, dump};
use mocban::svg::draw;
use mocban::text::Fonts;
use mocban::units::{Rect, Size};
use proptest::prelude::*;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Node, Options, Tree, fontdb};

/// Words with all kinds of Vietnamese marks, short and long.
const WORDS: [&str; 16] = [
    "số",
    "Văn phòng",
    "không",
    "giấy tờ",
    "Ẫm ướt",
    "NGHĨA VỤ",
    "trực tuyến",
    "hồ sơ",
    "quyền lợi",
    "đồng bộ",
    "Ỷ lại",
    "nghiêng",
    "của",
    "ở",
    "Đường Nguyễn Huệ",
    "chuyển đổi",
];

/// The kit's faces, opened once.
static FONTS: LazyLock<Fonts<'static>> = LazyLock::new(|| Fonts::new(&KIT.typefaces));

/// The pages of some boxes on a surface.
fn lay(boxes: &str, format: &Format) -> Result<Vec<Frame>, Vec<Diagnostic>> {
    let theme = &KIT.themes[&KIT.default_theme];
    let atlas = Atlas::default();
    let scene = Scene {
        brand: &KIT,
        theme,
        fonts: &FONTS,
        atlas: &atlas,
        pictures: &kit::PICTURES,
        format,
        language: "vi",
        illustrative: false,
    };
    compose(&markup(&page(boxes)), &scene).map(|frames| frames.value)
}

/// Lines of text of a page.
fn runs(frame: &Frame) -> impl Iterator<Item = &TextRun> {
    frame.items.iter().filter_map(|item| match item {
        Item::Text(run) => Some(run),
        _ => None,
    })
}

/// Some words.
fn words(most: usize) -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(&WORDS[..]), 1..most).prop_map(|words| words.join(" "))
}

/// One of some texts.
fn one_of(texts: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    proptest::sample::select(texts)
}

/// Attributes of a box, each perhaps.
fn dress() -> impl Strategy<Value = String> {
    let some = (
        one_of(&["", "", "padding=\"0.4rem\"", "padding=\"5% 2%\"", "padding=\"0 1rem 0.2rem\""]),
        one_of(&["", "", "gap=\"0.5rem\"", "gap=\"2%\""]),
        one_of(&["", "", "grow=\"1\"", "grow=\"2\"", "width=\"60%\"", "width=\"5rem\"", "margin=\"0.2rem\""]),
        one_of(&["", "align=\"start\"", "align=\"center\"", "align=\"end\"", "align=\"baseline\""]),
        one_of(&["", "justify=\"center\"", "justify=\"between\"", "justify=\"evenly\""]),
    );
    some.prop_map(|(padding, gap, size, align, justify)| format!("{padding} {gap} {size} {align} {justify}"))
}

/// A tree of boxes and texts; `NAME` stands where each gets a name of its own.
fn tree() -> impl Strategy<Value = String> {
    let text = (
        words(6),
        one_of(&["", "fit=\"shrink\" min=\"0.4rem\"", "fit=\"shrink\"", "lines=\"1..3\"", "text-align=\"end\""]),
    )
        .prop_map(|(words, how)| format!("<m:text name=\"NAME\" {how}>{words}</m:text>"));
    let mark = one_of(&[
        "<m:mark name=\"NAME\" height=\"2.6rem\"/>",
        "<m:icon name=\"NAME\" icon=\"check\"/>",
        "<m:rule name=\"NAME\"/>",
        "<m:space name=\"NAME\" width=\"2rem\" height=\"1rem\"/>",
    ]);
    let leaf = prop_oneof![4 => text, 1 => mark.prop_map(str::to_owned)];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let kind = one_of(&[
            "column",
            "column",
            "row",
            "row",
            "row wrap=\"true\"",
            "grid columns=\"2\"",
            "grid columns=\"fit 5rem\"",
            "layer",
        ]);
        (kind, dress(), proptest::collection::vec(inner, 1..4)).prop_map(|(kind, dress, inside)| {
            let element = kind.split(' ').next().unwrap();
            format!("<m:{kind} name=\"NAME\" {dress}>{}</m:{element}>", inside.concat())
        })
    })
}

/// Names each block after its number.
fn named(boxes: &str) -> String {
    let mut parts = boxes.split("NAME");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for (number, part) in parts.enumerate() {
        let _ = write!(out, "b{number}{part}");
    }
    out
}

/// Checks that what is laid out lies inside what holds it.
fn contained(frame: &Frame, format: &Format) -> Result<(), TestCaseError> {
    let boxes: BTreeMap<&str, Rect> = frame.boxes.iter().map(|block| (block.name.as_str(), block.rect)).collect();
    for block in &frame.boxes {
        let outer = block.name.rsplit_once('/').map_or(format.safe_box(), |(parent, _)| boxes[parent]);
        prop_assert!(outer.contains(&block.rect, 1.0), "{} {:?} beyond {outer:?}", block.name, block.rect);
    }
    for run in runs(frame) {
        let ink = Rect::new(run.origin.x, run.origin.y - 0.7 * run.size, run.width, 0.7 * run.size);
        prop_assert!(format.safe_box().contains(&ink, 1.0), "{:?} {ink:?} outside the safe area", run.text);
        let block = &frame.boxes[run.block].rect;
        prop_assert!(block.contains(&ink, 1.0), "{:?} {ink:?} beyond its block {block:?}", run.text);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_reaches_beyond_its_box_and_the_same_markup_gives_the_same_page(tree in tree(), rem in 8.0f32..22.0) {
        let format = surface(480.0, 360.0, rem, 12.0);
        let boxes = format!("<m:column name=\"root\">{}</m:column>", named(&tree));
        match lay(&boxes, &format) {
            Ok(frames) => {
                contained(&frames[0], &format)?;
                let again = lay(&boxes, &format).unwrap();
                prop_assert_eq!(dump(&frames[0]), dump(&again[0]));
            }
            Err(found) => {
                // Without room for its words a page is refused, not spoilt; nothing else may be wrong with it.
                let room = ["MB0730", "MB0731", "MB0733"];
                prop_assert!(found.iter().all(|d| room.contains(&d.code)), "{found:#?}");
            }
        }
    }

    #[test]
    fn shrinking_ends_at_the_least_size(text in words(12), least in 0.5f32..1.5, width in 6.0f32..30.0, height in 2.0f32..12.0, lines in 1usize..5) {
        let format = surface(360.0, 240.0, 12.0, 0.0);
        let boxes = format!(
            "<m:column align=\"start\"><m:column width=\"{width}rem\" height=\"{height}rem\" shrink=\"0\"><m:text type=\"{{type.head}}\" fit=\"shrink\" \
             min=\"{least}rem\" lines=\"{lines}\">{text}</m:text></m:column></m:column>"
        );
        if let Ok(frames) = lay(&boxes, &format) {
            let mut said = Vec::new();
            for run in runs(&frames[0]) {
                prop_assert!(run.size >= least * 12.0 - 0.01 && run.size <= 24.01, "{} at {}", run.text, run.size);
                said.push(run.text.as_str());
            }
            prop_assert!(said.len() <= lines);
            prop_assert_eq!(said.join(" "), text);
        }
    }

    #[test]
    fn what_is_dropped_is_reported_and_gone(blocks in proptest::collection::vec((2.0f32..8.0, proptest::option::of(0i32..4)), 1..9)) {
        let format = surface(300.0, 200.0, 10.0, 0.0);
        let mut inside = String::new();
        for (number, (height, priority)) in blocks.iter().enumerate() {
            let priority = priority.map_or_else(String::new, |priority| format!("priority=\"{priority}\""));
            let _ = write!(inside, "<m:column name=\"b{number}\" height=\"{height}rem\" shrink=\"0\" {priority}><m:text>w{number}w</m:text></m:column>");
        }
        let total = |kept: &dyn Fn(usize) -> bool| -> f32 {
            blocks.iter().enumerate().filter(|(number, _)| kept(*number)).map(|(_, (height, _))| height * 10.0).sum()
        };
        match lay(&format!("<m:column>{inside}</m:column>"), &format) {
            Ok(frames) => {
                let frame = &frames[0];
                let gone: Vec<&str> = frame.dropped.iter().map(|d| d.name.as_str()).collect();
                for (number, (_, priority)) in blocks.iter().enumerate() {
                    let name = format!("column/column:b{number}");
                    let shown = frame.boxes.iter().any(|block| block.name == name);
                    let drawn = runs(frame).any(|run| run.text == format!("w{number}w"));
                    prop_assert!(shown != gone.contains(&name.as_str()) && drawn == shown, "{} of {:?}", name, gone);
                    prop_assert!(shown || priority.is_some());
                }
                let lowest_kept = blocks.iter().enumerate().filter(|(n, _)| !gone.contains(&format!("column/column:b{n}").as_str())).filter_map(|(_, (_, p))| *p).min();
                let highest_gone = frame.dropped.iter().map(|dropped| dropped.priority).max();
                prop_assert!(highest_gone.is_none_or(|gone| lowest_kept.is_none_or(|kept| gone <= kept)));
                if gone.is_empty() {
                    prop_assert!(total(&|_| true) <= 201.0);
                }
            }
            Err(_) => prop_assert!(total(&|number| blocks[number].1.is_none()) > 199.0),
        }
    }

    #[test]
    fn every_bound_value_is_drawn_whole_where_it_says(parts in proptest::collection::vec((words(4), 0u32..100_000, one_of(&["", " %", " điểm phần trăm", " đơn vị"])), 1..7), width in 9.0f32..40.0) {
        let format = surface(500.0, 900.0, 12.0, 0.0);
        let mut text = String::new();
        for (words, number, unit) in &parts {
            let _ = write!(text, "{words} <m:span weight=\"700\">[[{number}|{number}{unit}]]</m:span> ");
        }
        let frames = lay(&format!("<m:column><m:text width=\"{width}rem\">{text}</m:text></m:column>"), &format).unwrap();
        let mut drawn = vec![String::new(); parts.len()];
        for run in runs(&frames[0]) {
            for (range, index) in &run.bound {
                drawn[*index].push_str(&run.text[range.clone()]);
            }
            let free: String = run.text.char_indices().filter(|(at, _)| !run.bound.iter().any(|(range, _)| range.contains(at))).map(|(_, c)| c).collect();
            prop_assert!(!free.contains(|c: char| c.is_ascii_digit()), "unbound digits in {}", run.text);
        }
        // A line's end takes the space there with it.
        let bare = |text: &str| text.replace(' ', "");
        for ((_, number, unit), drawn) in parts.iter().zip(&drawn) {
            prop_assert_eq!(bare(drawn), bare(&format!("{number}{unit}")));
        }
    }

    #[test]
    fn an_ellipsis_never_cuts_a_value(before in words(5), number in 1000u32..10_000_000, width in 3.0f32..25.0) {
        let format = surface(400.0, 100.0, 12.0, 0.0);
        let boxes = format!("<m:column align=\"start\"><m:text width=\"{width}rem\" lines=\"1\" ellipsis=\"true\">{before} [[{number}]] cuối</m:text></m:column>");
        let frames = lay(&boxes, &format).unwrap();
        let room = frames[0].boxes[1].rect;
        for run in runs(&frames[0]) {
            prop_assert!(run.origin.x + run.width <= room.right() + 0.5 || run.text == "…", "{:?}", run);
            for (range, _) in &run.bound {
                prop_assert_eq!(&run.text[range.clone()], number.to_string());
            }
        }
    }
}

/// The kit's faces as the drawing library has them.
static OPTIONS: LazyLock<Options<'static>> = LazyLock::new(|| {
    let mut database = fontdb::Database::new();
    for face in &KIT.typefaces.faces {
        database.load_font_source(fontdb::Source::Binary(Arc::new(Arc::clone(&face.data))));
    }
    Options { fontdb: Arc::new(database), ..Options::default() }
});

/// All texts of a drawing.
fn texts<'t>(group: &'t resvg::usvg::Group, found: &mut Vec<&'t resvg::usvg::Text>) {
    for node in group.children() {
        match node {
            Node::Text(text) => found.push(text),
            Node::Group(group) => texts(group, found),
            _ => {}
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn our_width_is_the_drawing_librarys(text in words(9), style in one_of(&["{type.head}", "{type.body}", "{type.tight}", "{type.figure}"]), rem in 8.0f32..60.0) {
        let format = surface(60_000.0, 500.0, rem, 0.0);
        let frames = lay(&format!("<m:column><m:text type=\"{style}\">{text}</m:text></m:column>"), &format).unwrap();
        let live = draw(&frames[0], &FONTS, &format).live().to_owned();
        let tree = Tree::from_str(&live, &OPTIONS).unwrap();
        let mut found = Vec::new();
        texts(tree.root(), &mut found);
        let ours: Vec<&TextRun> = runs(&frames[0]).collect();
        prop_assert_eq!((ours.len(), found.len()), (1, 1));
        let width = found[0].bounding_box().width();
        prop_assert!((width - ours[0].width).abs() <= 0.005 * width, "{} for us, {width} in {live}", ours[0].width);
    }
}

/// A drawing on white at a scale.
fn drawn(svg: &str, scale: f32) -> Pixmap {
    let tree = Tree::from_str(svg, &Options::default()).unwrap();
    let side = |length: f32| (length * scale).ceil() as u32;
    let mut pixmap = Pixmap::new(side(tree.size().width()), side(tree.size().height())).unwrap();
    pixmap.fill(resvg::tiny_skia::Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    pixmap
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn shadows_look_as_a_blur_does(x in 30.0f32..33.0, y in 30.0f32..33.0, width in 60.0f32..120.0, height in 60.0f32..120.0, radius in 0.0f32..24.0, blur in 2.0f32..24.0, alpha in 0.05f32..0.25, scale in one_of_scales()) {
        let color = Color { alpha, ..Color::BLACK };
        let rect = Rect::new(x, y, width, height);
        let frame = Frame { trim: Size { width: 190.0, height: 190.0 }, items: vec![Item::Shadow { rect, radius, blur, color }], ..Frame::default() };
        let ours = draw(&frame, &FONTS, &surface(190.0, 190.0, 10.0, 0.0)).outlines().to_owned();
        let deviation = blur / 2.0;
        let reference = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"190\" height=\"190\"><filter id=\"f\" filterUnits=\"userSpaceOnUse\" x=\"-20\" y=\"-20\" width=\"230\" height=\"230\" color-interpolation-filters=\"sRGB\"><feDropShadow dx=\"0\" dy=\"0\" stdDeviation=\"{deviation}\" flood-color=\"#000\" flood-opacity=\"{alpha}\"/></filter><rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{radius}\" filter=\"url(#f)\"/></svg>"
        );
        let (ours, theirs) = (drawn(&ours, scale), drawn(&reference, scale));
        let box_drawn = rect.outset(1.0 / scale);
        let mut worst = (0, 0.0, 0.0);
        for (index, (a, b)) in ours.pixels().iter().zip(theirs.pixels()).enumerate() {
            let (px, py) = ((index as u32 % ours.width()) as f32 / scale, (index as u32 / ours.width()) as f32 / scale);
            if !box_drawn.contains(&Rect::new(px, py, 1.0 / scale, 1.0 / scale), 0.0) && !box_drawn.overlaps(&Rect::new(px, py, 1.0 / scale, 1.0 / scale), 0.0) {
                worst = [(a.red().abs_diff(b.red()), px, py), worst].into_iter().max_by_key(|w| w.0).unwrap();
            }
        }
        prop_assert!(worst.0 <= 6, "{} at {},{}", worst.0, worst.1, worst.2);
    }
}

/// Scales that put edges between pixels.
fn one_of_scales() -> impl Strategy<Value = f32> {
    proptest::sample::select(vec![1.0f32, 1.37, 2.0, 2.61])
}
