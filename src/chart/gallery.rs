//! Tests over all kinds: the same nasty data, boxes and styles for each, and pictures of the good ones.

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::Kind;
use super::pictures::{at_width, check, datum, picture, spec, svg_items, typefaces, units};
use super::spec::{Datum, Figure, Label, Series, Spec, Status};
use super::{draw, natural_size};
use crate::frame::{Item, Paint};
use crate::text::Fonts;
use crate::units::Rect;

/// A name that no chart can be glad about.
const LONG: &str = "Tỷ lệ hồ sơ thủ tục hành chính được tiếp nhận, giải quyết hoàn toàn trên môi trường mạng và số hóa kết quả theo quy định của Trung ương";

/// Every kind.
fn kinds() -> impl Iterator<Item = Kind> {
    Kind::NAMES.into_iter().map(|name| name.parse().unwrap())
}

/// Data that have gone wrong in other charts.
fn nasty() -> Vec<(&'static str, Vec<Datum>)> {
    let full = |number: f64| Datum {
        target: Some(90.0),
        previous: Some(number * 0.7 - 5.0),
        ..datum("Số hóa hồ sơ", "đạt", Some(number))
    };
    vec![
        ("none", vec![]),
        ("one", units(1)),
        ("five", units(5)),
        ("95", units(95)),
        ("zero", vec![datum("Không", "0%", Some(0.0)), datum("Cũng không", "0%", Some(0.0))]),
        (
            "negative",
            vec![datum("Tăng", "12", Some(12.0)), datum("Giảm", "−30", Some(-30.0)), datum("Như cũ", "0", Some(0.0))],
        ),
        ("all negative", vec![datum("A", "−1", Some(-1.0)), datum("B", "−2", Some(-2.0))]),
        (
            "missing",
            vec![
                datum("Có", "50%", Some(50.0)),
                datum("Chưa có", "", None),
                datum("Hỏng", "NaN", Some(f64::NAN)),
                datum("Vô hạn", "∞", Some(f64::INFINITY)),
            ],
        ),
        (
            "huge",
            vec![
                datum("Lớn", "1e308", Some(1e308)),
                datum("Nhỏ", "−1e308", Some(-1e308)),
                datum("Vừa", "1", Some(1.0)),
            ],
        ),
        (
            "long",
            vec![
                datum(LONG, "71%", Some(71.0)),
                datum(LONG, "1.234.567.890 hồ sơ", Some(12.0)),
                datum("Ngắn", "5", Some(5.0)),
            ],
        ),
        ("one word", vec![datum(&"x".repeat(400), &"9".repeat(200), Some(71.0)), datum("y", "5", Some(5.0))]),
        ("full", vec![full(40.0), full(120.0), Datum { emphasis: true, ..full(75.0) }]),
        (
            "twins",
            vec![
                datum("Trùng tên", "7", Some(7.0)),
                datum("Trùng tên", "7", Some(7.0)),
                datum("Trùng tên", "7", Some(7.0)),
            ],
        ),
        ("nothing known", vec![datum("Chưa có", "", None), datum("Cũng chưa", "", None)]),
        ("silent", vec![datum("", "", Some(3.0)), datum("", "", Some(4.0))]),
        ("glyphless", vec![datum("漢字", "5", Some(5.0)), datum("a\nb\tc", "7\n8", Some(7.0))]),
    ]
}

/// The same data as two series of two statuses, the second with other numbers.
fn in_series(mut chart: Spec) -> Spec {
    let series =
        |text: &str, status| Series { label: Label { text: text.to_owned(), bound: Vec::new() }, status, color: None };
    chart.series = vec![series("Thực hiện", Status::Actual), series(LONG, Status::Forecast)];
    for datum in &mut chart.data {
        let own = Figure { words: datum.value.clone(), number: datum.number };
        let half = Figure { number: datum.number.map(|n| n * -0.5), ..own.clone() };
        datum.values = vec![own, half];
        datum.change = Figure { words: datum.value.clone(), number: datum.number };
        datum.end = Figure { words: Label::default(), number: datum.number.map(|n| n + 3.0) };
        datum.status = Status::Plan;
    }
    chart
}

/// Charts of every kind with the same data and bounds.
fn charts(data: &[Datum]) -> impl Iterator<Item = Spec> + '_ {
    kinds().flat_map(|kind| {
        let plain = spec(kind, data.to_vec());
        let bounded =
            Spec { minimum: Some(0.0), maximum: Some(100.0), target: Some(80.0), columns: Some(3), ..plain.clone() };
        let absurd =
            Spec { minimum: Some(9.0), maximum: Some(-9.0), target: Some(f64::NAN), columns: Some(0), ..plain.clone() };
        let mut led = plain.clone();
        led.style.snap = true;
        led.style.label.size = 9.0;
        led.style.figure.size = 12.0;
        let several = Spec { stack: true, ..in_series(plain.clone()) };
        let beside = Spec { stack: false, ..several.clone() };
        let grouped = [Kind::Bars, Kind::Columns, Kind::Line].contains(&kind);
        [plain, bounded, absurd, led, several].into_iter().chain(grouped.then_some(beside))
    })
}

#[test]
fn every_kind_keeps_its_promises_with_nasty_data_in_any_box() {
    let faces = typefaces();
    let fonts = Fonts::new(&faces);
    let boxes = [
        (3000.0, 2400.0),
        (40.0, 20.0),
        (7.0, 300.0),
        (320.0, 32.0),
        (160.0, 90.0),
        (360.0, 640.0),
        (1200.0, 400.0),
        (0.4, 0.4),
    ];
    nasty().into_par_iter().for_each(|(name, data)| {
        for chart in charts(&data) {
            for (width, height) in boxes {
                // A wall is tried for charts as they come: many lines and icons are slow to check.
                if width > 2000.0 && (chart.style.snap || chart.maximum.is_some()) {
                    continue;
                }
                let rect = Rect::new(13.5, 7.25, width, height);
                let what = format!("{} {name} {width}×{height} snap {}", chart.kind, chart.style.snap);
                let drawing = draw(&chart, rect, &fonts);
                if data.is_empty() {
                    assert!(drawing.words.is_empty() && drawing.overset.is_empty(), "{what}");
                    continue;
                }
                let blank =
                    ["silent", "glyphless"].contains(&name) || chart.kind == Kind::Qr || chart.kind == Kind::Slope;
                check(&drawing, rect, &fonts, &what, blank);
            }
        }
    });
}

#[test]
fn natural_sizes_hold_all_words() {
    let faces = typefaces();
    let fonts = Fonts::new(&faces);
    for kind in kinds() {
        for width in [340.0, 520.0, 900.0] {
            for count in [1, 3, 5] {
                let (drawing, rect) = at_width(&spec(kind, with_history(units(count))), width, &fonts);
                let what = format!("{kind} × {count} at {width}: {rect:?}");
                check(&drawing, rect, &fonts, &what, false);
                assert!(drawing.overset.is_empty(), "{what}: {:?}", drawing.overset);
                assert!(rect.width <= width && rect.height > 0.0 && rect.height < 2000.0, "{what}");
            }
        }
        let own = natural_size(&spec(kind, with_history(units(5))), None, &fonts);
        assert!(own.width > 0.0 && own.height > 0.0, "{kind}");
        let none = natural_size(&spec(kind, vec![]), Some(f32::NAN), &fonts);
        assert!(none.width.is_finite() && none.height.is_finite(), "{kind}");
    }
}

/// The same data with what they were before.
fn with_history(data: Vec<Datum>) -> Vec<Datum> {
    let before = |d: Datum| Datum { previous: d.number.map(|n| n * 0.8), ..d };
    data.into_iter().map(before).collect()
}

#[test]
fn missing_is_never_drawn_as_zero() {
    let faces = typefaces();
    let fonts = Fonts::new(&faces);
    for kind in kinds().filter(|k| *k != Kind::Qr) {
        let look = |number, value| {
            let data =
                vec![datum("Có", "50", Some(50.0)), datum("Không", value, number), datum("Có", "20", Some(20.0))];
            svg_items(&at_width(&spec(kind, data), 600.0, &fonts).0, &fonts)
        };
        assert_ne!(look(None, ""), look(Some(0.0), ""), "{kind}");
        assert_eq!(look(None, ""), look(Some(f64::NAN), "NaN"), "{kind}");
        assert_eq!(look(None, ""), look(Some(f64::NEG_INFINITY), ""), "{kind}");
    }
}

#[test]
fn bars_are_as_long_as_their_numbers() {
    let faces = typefaces();
    let fonts = Fonts::new(&faces);
    let data = vec![datum("A", "", Some(25.0)), datum("B", "", Some(-50.0)), datum("C", "", Some(100.0))];
    let mut chart = spec(Kind::Bars, data);
    // Without round ends every bar is a panel whose width can be read.
    chart.style.snap = true;
    let drawing = draw(&chart, Rect::new(0.0, 0.0, 900.0, 120.0), &fonts);
    let widths: Vec<f32> = drawing
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Panel { rect, fill: Some(Paint::Solid(color)), .. } if *color == chart.style.accent => {
                Some(rect.width)
            }
            _ => None,
        })
        .collect();
    let [a, b, c] = widths[..] else { panic!("three bars: {widths:?}") };
    assert!((b / a - 2.0).abs() < 0.02 && (c / a - 4.0).abs() < 0.04, "{widths:?}");
}

/// Named rows: label, value, number.
fn named(rows: &[(&str, &str, Option<f64>)]) -> Vec<Datum> {
    rows.iter().map(|(label, value, number)| datum(label, value, *number)).collect()
}

/// Five shares of work done, one standing out, one missing.
fn five() -> Vec<Datum> {
    let mut data = named(&[
        ("Hồ sơ công việc được xử lý trên môi trường mạng", "92%", Some(92.0)),
        ("Văn bản ký số", "100%", Some(100.0)),
        ("Chế độ báo cáo điện tử", "68%", Some(68.0)),
        ("Họp không giấy tờ", "47%", Some(47.0)),
        ("Lưu trữ hồ sơ điện tử", "", None),
    ]);
    data[0].emphasis = true;
    data
}

/// The same with what was before and what is aimed at.
fn history() -> Vec<Datum> {
    let with = |d: Datum| Datum { previous: d.number.map(|n| n * 0.7), target: Some(95.0), ..d };
    five().into_iter().map(with).collect()
}

/// Changes up and down.
fn change() -> Vec<Datum> {
    named(&[
        ("Tăng nhiều", "+34", Some(34.0)),
        ("Giảm", "−18", Some(-18.0)),
        ("Không đổi", "0", Some(0.0)),
        ("Tăng ít", "+6", Some(6.0)),
    ])
}

/// A chart of seven quarters.
fn quarters(kind: Kind) -> Spec {
    let names = ["Q1/2025", "Q2/2025", "Q3/2025", "Q4/2025", "Q1/2026", "Q2/2026", "Q3/2026"];
    let numbers = [31.0, 38.0, 44.0, 43.0, 57.0, 66.0, 74.0];
    spec(kind, names.iter().zip(numbers).map(|(n, v)| datum(n, &format!("{v}%"), Some(v))).collect())
}

/// Good charts in rows to look at: name, chart, width.
fn row_samples() -> Vec<(&'static str, Spec, f32)> {
    let dots =
        named(&[("Xã có trung tâm số", "7 trên 10", Some(7.0)), ("Xã kết nối liên thông", "4,5 trên 10", Some(4.5))]);
    let mut led = spec(Kind::Bars, units(3));
    led.style.snap = true;
    vec![
        ("bars", spec(Kind::Bars, five()), 620.0),
        ("bars-narrow", spec(Kind::Bars, five()), 260.0),
        ("bars-history", spec(Kind::Bars, history()), 620.0),
        ("bars-change", spec(Kind::Bars, change()), 620.0),
        ("bars-95", spec(Kind::Bars, units(95)), 1100.0),
        ("bars-led", led, 320.0),
        ("dots", spec(Kind::Dots, history()), 620.0),
        ("meter", Spec { target: Some(80.0), ..spec(Kind::Meter, five()) }, 520.0),
        ("pictogram", spec(Kind::Pictogram, dots), 420.0),
    ]
}

/// Other good charts to look at: name, chart, width.
fn other_samples() -> Vec<(&'static str, Spec, f32)> {
    let shares = named(&[
        ("Một phần", "41%", Some(41.0)),
        ("Toàn trình", "33%", Some(33.0)),
        ("Trực tiếp", "17%", Some(17.0)),
        ("Bưu chính", "9%", Some(9.0)),
    ]);
    let mut tiles = units(95);
    (tiles[12].number, tiles[12].value) = (None, Label::default());
    let qr = vec![datum("Quét để kiểm chứng", "https://example.vn/k/7Q2M4X9ABC", None)];
    vec![
        ("ring", Spec { target: Some(80.0), ..spec(Kind::Ring, five()) }, 720.0),
        ("ring-one", spec(Kind::Ring, five()[..1].to_vec()), 260.0),
        ("columns", quarters(Kind::Columns), 620.0),
        ("columns-change", spec(Kind::Columns, change()), 520.0),
        ("columns-95", spec(Kind::Columns, units(95)), 900.0),
        ("columns-history", spec(Kind::Columns, history()), 760.0),
        ("grouped", spec(Kind::Grouped, history()), 760.0),
        ("tiles", spec(Kind::Tiles, tiles), 900.0),
        ("tiles-few", spec(Kind::Tiles, units(12)), 520.0),
        ("line", Spec { target: Some(70.0), ..quarters(Kind::Line) }, 620.0),
        ("slope", spec(Kind::Slope, history()), 620.0),
        ("donut", spec(Kind::Donut, shares.clone()), 620.0),
        ("donut-narrow", spec(Kind::Donut, shares.clone()), 280.0),
        ("stacked", spec(Kind::Stacked, shares.clone()), 620.0),
        ("stacked-narrow", spec(Kind::Stacked, shares), 280.0),
        ("qr", spec(Kind::Qr, qr), 200.0),
    ]
}

/// Draws on one sheet, side by side while there is room.
#[derive(Default)]
struct Sheet {
    /// What stands on it.
    children: String,
    /// Where the next one stands.
    at: (f32, f32),
    /// Height of the row so far.
    row: f32,
}

impl Sheet {
    /// Width of a sheet.
    const WIDTH: f32 = 1360.0;

    /// Adds a picture of a size.
    fn add(&mut self, children: &str, (width, height): (f32, f32)) {
        if self.at.0 + width > Self::WIDTH {
            self.at = (0.0, self.at.1 + self.row);
            self.row = 0.0;
        }
        let (x, y) = self.at;
        self.children.push_str(&format!("<g transform=\"translate({x} {y})\">{children}</g>"));
        self.at.0 += width;
        self.row = self.row.max(height);
    }
}

#[test]
fn samples_are_drawn_whole() {
    let faces = typefaces();
    let fonts = Fonts::new(&faces);
    let mut sheets = [Sheet::default(), Sheet::default(), Sheet::default()];
    for (index, (name, chart, width)) in row_samples().into_iter().chain(other_samples()).enumerate() {
        let (drawing, rect) = at_width(&chart, width, &fonts);
        check(&drawing, rect, &fonts, name, false);
        let dense = name == "columns-95";
        assert!(dense || drawing.overset.is_empty(), "{name}: {:?}", drawing.overset);
        let items = svg_items(&drawing, &fonts);
        assert!(items.len() > 400, "{name} is all but empty");
        sheets[(index / 9).min(2)].add(&items, (rect.right() + 20.0, rect.bottom() + 30.0));
    }
    for (index, sheet) in sheets.iter().enumerate() {
        let ink = picture(&format!("sheet-{index}"), &sheet.children, Sheet::WIDTH, sheet.at.1 + sheet.row);
        assert!(ink > 10_000);
    }
}
