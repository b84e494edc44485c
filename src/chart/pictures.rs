//! What the tests of charts share: the shipped faces, samples of every kind, a plain SVG to check and to look at.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use skrifa::MetadataProvider;

use super::Kind;
use super::spec::{Datum, Figure, Icon, Label, Series, Spec, Status, Style, TextStyle};
use super::{Drawing, draw, natural_size};
use crate::atlas::{Area, Map};
use crate::brand::{Face, FaceId, Typefaces};
use crate::color::Color;
use crate::digest::Digest;
use crate::frame::{Item, Paint, Stroke};
use crate::text::Fonts;
use crate::units::Rect;

/// The shipped faces: 0 regular, 1 semi-bold, 2 extra-bold.
pub(super) fn typefaces() -> Typefaces {
    let read = |(file, weight): (&str, u16)| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("brand/fonts").join(file);
        let data: Vec<u8> = std::fs::read(path).unwrap();
        let font = skrifa::FontRef::new(&data).unwrap();
        let metrics = font.metrics(skrifa::instance::Size::unscaled(), skrifa::instance::LocationRef::default());
        let units = f32::from(metrics.units_per_em);
        Face {
            family: "Be Vietnam Pro".to_owned(),
            weight,
            italic: false,
            index: 0,
            path: file.to_owned(),
            units_per_em: units,
            ascent: metrics.ascent / units,
            descent: -metrics.descent / units,
            cap_height: metrics.cap_height.unwrap_or(700.0) / units,
            x_height: metrics.x_height.unwrap_or(500.0) / units,
            data: data.into(),
        }
    };
    let files = [
        ("BeVietnamPro_400Regular.ttf", 400),
        ("BeVietnamPro_600SemiBold.ttf", 600),
        ("BeVietnamPro_800ExtraBold.ttf", 800),
    ];
    Typefaces { faces: files.into_iter().map(read).collect(), digest: Digest::of(b"test") }
}

/// A colour of the test style.
fn hex(text: &str) -> Color {
    Color::from_hex(text).unwrap()
}

/// A style as a light theme has it.
pub(super) fn style() -> Style {
    let text = |face, size, color| TextStyle { face: FaceId(face), size, leading: 1.3, tracking: 0.0, color };
    Style {
        label: text(0, 16.0, hex("#24324a")),
        figure: text(1, 34.0, hex("#0b1f3a")),
        accent: hex("#0d7a80"),
        muted: hex("#7b8aa0"),
        line: hex("#b9c3d0"),
        track: hex("#e3e9ef"),
        surface: Color::WHITE,
        positive: hex("#15803d"),
        negative: hex("#b91c1c"),
        series: Vec::new(),
        thickness: None,
        corner: None,
        rem: 16.0,
        hairline: 1.0,
        snap: false,
        language: "vi".to_owned(),
    }
}

/// The same as a dark theme has it.
pub(super) fn dark() -> Style {
    let ink = |text: TextStyle, color| TextStyle { color: hex(color), ..text };
    let light = style();
    Style {
        label: ink(light.label, "#e8efee"),
        figure: ink(light.figure, "#ffffff"),
        accent: hex("#76bab8"),
        muted: hex("#a7b8b9"),
        line: hex("#31575c"),
        track: hex("#123238"),
        surface: hex("#071c21"),
        positive: hex("#76d0a0"),
        negative: hex("#f08c7b"),
        ..light
    }
}

/// A datum from words and a number; its value is bound to binding 0.
pub(super) fn datum(label: &str, value: &str, number: Option<f64>) -> Datum {
    let bound = if value.is_empty() { Vec::new() } else { vec![(0..value.len(), 0)] };
    Datum {
        label: Label { text: label.to_owned(), bound: Vec::new() },
        value: Label { text: value.to_owned(), bound },
        number,
        ..Datum::default()
    }
}

/// A chart of data in the test style, with what its kind needs made from their names and values.
pub(super) fn spec(kind: Kind, mut data: Vec<Datum>) -> Spec {
    let count = data.len();
    for (index, datum) in data.iter_mut().enumerate() {
        datum.key = format!("{}", index + 1);
        let value = Figure { words: datum.value.clone(), number: datum.number };
        datum.cells = vec![Figure { words: datum.label.clone(), number: None }, value];
        if kind == Kind::Ranking {
            datum.rank = bound(&format!("{}", index + 1), 7);
        }
    }
    let heads = ["Đơn vị", "Kết quả"].map(|text| Label { text: text.to_owned(), bound: Vec::new() });
    Spec {
        map: Some(Arc::new(cells(count.max(1)))),
        icon: Some(icon()),
        heads: heads.to_vec(),
        ..Spec::new(kind, data, style())
    }
}

/// Words bound to a binding as a whole.
pub(super) fn bound(text: &str, binding: usize) -> Label {
    let bound = if text.is_empty() { Vec::new() } else { vec![(0..text.len(), binding)] };
    Label { text: text.to_owned(), bound }
}

/// An invented map: so many six-sided cells in rows, their keys from 1.
pub(super) fn cells(count: usize) -> Map {
    let columns = (1..).find(|side| side * side * 5 >= count * 7).unwrap_or(1);
    let area = |index: usize| {
        let (column, row) = ((index % columns) as f64, (index / columns) as f64);
        let (x, y) = (10.0 + column + if index / columns % 2 == 1 { 0.5 } else { 0.0 }, 5.0 - row * 0.75);
        let corners = [(0.0, 0.5), (0.5, 0.25), (0.5, -0.25), (0.0, -0.5), (-0.5, -0.25), (-0.5, 0.25)];
        Area { key: format!("{}", index + 1), rings: vec![corners.map(|(dx, dy)| (x + dx, y + dy)).to_vec()] }
    };
    Map { areas: (0..count).map(area).collect() }
}

/// A person, as an icon.
pub(super) fn icon() -> Icon {
    let drawn = |color: &str| {
        format!(
            "<g fill=\"none\" stroke=\"{color}\" stroke-width=\"2\"><circle cx=\"12\" cy=\"8\" r=\"5\"/><path d=\"M20 21a8 8 0 0 0-16 0\"/></g>"
        )
    };
    let view_box = Rect::new(0.0, 0.0, 24.0, 24.0);
    Icon { on: drawn("#0d7a80").into(), off: drawn("#d5dde5").into(), view_box }
}

/// Several series of which each datum has a number; none for missing.
pub(super) fn several(kind: Kind, series: &[(&str, Status)], rows: &[(&str, &[Option<f64>])]) -> Spec {
    let figure = |number: &Option<f64>| Figure {
        words: number.map_or(Label::default(), |n| bound(&super::scale::tick_words(n, "vi"), 3)),
        number: *number,
    };
    let data = rows.iter().map(|(label, numbers)| {
        let values: Vec<Figure> = numbers.iter().map(figure).collect();
        let first = values.first().cloned().unwrap_or_default();
        Datum { values, value: first.words, number: first.number, ..datum(label, "", None) }
    });
    let name = |(label, status): &(&str, Status)| Series {
        label: Label { text: (*label).to_owned(), bound: Vec::new() },
        status: *status,
        color: None,
    };
    Spec { series: series.iter().map(name).collect(), ..spec(kind, data.collect()) }
}

/// Some data, as many as wanted, with numbers between 3 and 98.
pub(super) fn units(count: usize) -> Vec<Datum> {
    (1..=count)
        .map(|i| {
            let number = (i * 37 % 96 + 3) as f64;
            datum(&format!("Đơn vị {i:02}"), &format!("{number}%"), Some(number))
        })
        .collect()
}

/// Draws a chart at its natural size for a width, away from the origin.
pub(super) fn at_width(spec: &Spec, width: f32, fonts: &Fonts<'_>) -> (Drawing, Rect) {
    let size = natural_size(spec, Some(width), fonts);
    let rect = Rect::new(20.0, 30.0, size.width, size.height);
    (draw(spec, rect, fonts), rect)
}

/// A fill as attributes.
fn fill(paint: Option<&Paint>) -> String {
    match paint {
        Some(Paint::Solid(c)) => format!("fill=\"{c}\" fill-opacity=\"{}\"", c.alpha),
        _ => "fill=\"none\"".to_owned(),
    }
}

/// A stroke as attributes.
fn stroke(stroke: Option<&Stroke>) -> String {
    stroke.map_or(String::new(), |s| {
        let dash: Vec<String> = s.dash.iter().map(f32::to_string).collect();
        let dash = if dash.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{}\"", dash.join(" ")) };
        let ends = if s.round { " stroke-linecap=\"round\" stroke-linejoin=\"round\"" } else { "" };
        format!("stroke=\"{}\" stroke-width=\"{}\"{dash}{ends}", s.color, s.width)
    })
}

/// A drawing as the children of an SVG, text as outlines.
pub(super) fn svg_items(drawing: &Drawing, fonts: &Fonts<'_>) -> String {
    let mut out = String::new();
    for item in &drawing.items {
        match item {
            Item::Panel { rect: r, radius, fill: f, stroke: s } => writeln!(
                out,
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{radius}\" {} {}/>",
                r.x,
                r.y,
                r.width,
                r.height,
                fill(f.as_ref()),
                stroke(s.as_ref())
            ),
            Item::Path { data, fill: f, stroke: s } => {
                writeln!(out, "<path d=\"{data}\" {} {}/>", fill(f.as_ref()), stroke(s.as_ref()))
            }
            Item::Text(run) => {
                let mut data = String::new();
                run.steps(fonts, run.origin).for_each(|step| crate::text::write_step(&mut data, step));
                writeln!(out, "<path d=\"{data}\" fill=\"{}\"/>", run.color)
            }
            Item::Fragment { xml, view_box: v, rect: r, .. } => writeln!(
                out,
                "<svg x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" viewBox=\"{} {} {} {}\" preserveAspectRatio=\"none\">{xml}</svg>",
                r.x, r.y, r.width, r.height, v.x, v.y, v.width, v.height
            ),
            Item::Shadow { .. } | Item::Picture { .. } => panic!("charts draw none"),
        }
        .unwrap();
    }
    out
}

/// An SVG document around some children.
pub(super) fn document(children: &str, width: f32, height: f32) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">{children}</svg>")
}

/// The boxes of everything drawn, as usvg sees them.
fn painted(group: &usvg::Group, boxes: &mut Vec<Rect>) {
    for node in group.children() {
        match node {
            usvg::Node::Group(inner) => painted(inner, boxes),
            usvg::Node::Path(path) => {
                let b = path.abs_stroke_bounding_box();
                boxes.push(Rect::new(b.x(), b.y(), b.width(), b.height()));
            }
            _ => panic!("only paths are expected"),
        }
    }
}

/// Checks every promise of a drawing: inside its box, no words on words, all numbers finite, and, unless it may be
/// `blank`, not empty.
pub(super) fn check(drawing: &Drawing, rect: Rect, fonts: &Fonts<'_>, what: &str, blank: bool) {
    for (index, a) in drawing.words.iter().enumerate() {
        assert!(rect.contains(a, 0.2), "{what}: words {a:?} leave {rect:?}");
        for b in &drawing.words[index + 1..] {
            assert!(!a.overlaps(b, 0.2), "{what}: words {a:?} on {b:?}");
        }
    }
    let children = svg_items(drawing, fonts);
    assert!(!children.contains("NaN") && !children.contains("inf"), "{what}: {children}");
    let text = document(&children, rect.right() + 50.0, rect.bottom() + 50.0);
    let tree = usvg::Tree::from_str(&text, &usvg::Options::default()).unwrap();
    let mut boxes = Vec::new();
    painted(tree.root(), &mut boxes);
    for b in boxes {
        assert!(rect.contains(&b, 0.6), "{what}: {b:?} leaves {rect:?}");
    }
    if !blank && rect.width >= 30.0 && rect.height >= 15.0 {
        assert!(!drawing.items.is_empty() || !drawing.overset.is_empty(), "{what}: nothing drawn");
    }
}

/// Writes SVG children as a PNG under the temporary folder, and gives how many pixels are not white.
pub(super) fn picture(name: &str, children: &str, width: f32, height: f32) -> usize {
    picture_on(name, children, (width, height), "#fff")
}

/// The same on a ground of some colour.
pub(super) fn picture_on(name: &str, children: &str, (width, height): (f32, f32), ground: &str) -> usize {
    let ground = format!("<rect width=\"100%\" height=\"100%\" fill=\"{ground}\"/>{children}");
    let tree = usvg::Tree::from_str(&document(&ground, width, height), &usvg::Options::default()).unwrap();
    let whole = |length: f32| u32::try_from(super::scale::whole_of(length.ceil())).unwrap();
    let mut map = resvg::tiny_skia::Pixmap::new(whole(width), whole(height)).unwrap();
    resvg::render(&tree, resvg::tiny_skia::Transform::identity(), &mut map.as_mut());
    let folder = std::env::temp_dir().join("mocban-charts");
    std::fs::create_dir_all(&folder).unwrap();
    map.save_png(folder.join(format!("{name}.png"))).unwrap();
    map.pixels().iter().filter(|p| p.red() != 255 || p.green() != 255 || p.blue() != 255).count()
}
