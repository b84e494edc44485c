//! Good charts of the later kinds, drawn light and dark, large and small, to be looked at.

use super::pictures::{bound, check, dark, datum, icon, picture_on, several, spec, style, svg_items, typefaces, units};
use super::spec::{Breaks, Datum, Figure, Icon, Label, Spec, Status};
use super::{Kind, draw, natural_size};
use crate::text::Fonts;
use crate::units::Rect;

/// A change in words.
fn change(text: &str, number: f64) -> Figure {
    let mut words = bound(text, 4);
    let digits = text.split_whitespace().next().unwrap_or_default().len();
    words.bound = vec![(0..digits, 4)];
    Figure { words, number: Some(number) }
}

/// Four key figures with units, changes, targets.
pub(super) fn key_figures() -> Spec {
    let card = |label: &str, value: (&str, f64), unit: &str, moved: Figure, aim: &str| Datum {
        unit: Label { text: unit.to_owned(), bound: Vec::new() },
        change: moved,
        aim: bound(aim, 5),
        ..datum(label, value.0, Some(value.1))
    };
    let mut data = vec![
        card(
            "Hồ sơ xử lý trên môi trường mạng",
            ("92,4", 92.4),
            "%",
            change("+3,1 so với quý II", 3.1),
            "Mục tiêu 95 %",
        ),
        card("Văn bản ký số", ("1.284", 1284.0), "văn bản", change("−56 so với quý II", -56.0), ""),
        card("Máy chủ hoạt động", ("18", 18.0), "máy", change("0 so với quý II", 0.0), "Mục tiêu 18"),
    ];
    data.push(Datum {
        change: Figure::default(),
        ..card("Lưu trữ hồ sơ điện tử", ("", 0.0), "", Figure::default(), "Mục tiêu 60 %")
    });
    data[3].number = None;
    spec(Kind::Kpi, data)
}

/// Units in order with their places, some moved.
pub(super) fn ranks(count: usize) -> Spec {
    let mut data = units(count);
    data.sort_by(|a, b| b.number.unwrap_or(0.0).total_cmp(&a.number.unwrap_or(0.0)));
    for (index, datum) in data.iter_mut().enumerate() {
        let moved = [2, 0, -1, 0, 3, -4][index % 6];
        let text = if moved == 0 { "0".to_owned() } else { moved.to_string().replace('-', "") };
        datum.change = Figure { words: bound(&text, 8), number: Some(f64::from(moved)) };
    }
    if count > 4 {
        data[2].emphasis = true;
        (data[count - 1].number, data[count - 1].value) = (None, Label::default());
    }
    spec(Kind::Ranking, data)
}

/// Milestones and spans of a programme.
pub(super) fn milestones() -> Spec {
    let at =
        |label: &str, when: &str, number: f64, status: Status| Datum { status, ..datum(label, when, Some(number)) };
    let mut data = vec![
        at("Ban hành kế hoạch hành động", "03/2025", 2.0, Status::Actual),
        at("Rà soát hạ tầng, nâng cấp trung tâm dữ liệu", "06/2025", 5.0, Status::Actual),
        at("Thí điểm họp không giấy tờ tại ba đơn vị", "11/2025", 10.0, Status::Actual),
        at("Đào tạo kỹ năng số", "01–09/2026", 12.0, Status::Actual),
        at("Liên thông văn bản bốn cấp", "09/2026", 20.0, Status::Forecast),
        at("Sơ kết", "12/2026", 23.0, Status::Plan),
        at("Tổng kết giai đoạn", "06/2028", 41.0, Status::Plan),
    ];
    data[3].end = Figure { words: Label::default(), number: Some(20.0) };
    let now = Figure { words: bound("Hôm nay", 9), number: Some(21.0) };
    Spec { now, ..spec(Kind::Timeline, data) }
}

/// So many milestones, some at one time.
fn dense(count: usize) -> Spec {
    let chart = milestones();
    let at = |i: usize| Datum { number: Some((i * 7 % 60) as f64), ..chart.data[i % 3].clone() };
    Spec { data: (0..count).map(at).collect(), now: Figure::default(), ..chart.clone() }
}

/// An invented map of a number of cells, some without data.
pub(super) fn areas(count: usize, by: Breaks) -> Spec {
    let mut data = units(count);
    if count > 6 {
        data[5].number = None;
        data[5].value = Label::default();
        data[1].emphasis = true;
    }
    Spec { breaks: by, ..spec(Kind::Map, data) }
}

/// A table with words, decimals, a missing cell and a sum.
pub(super) fn rows() -> Spec {
    let cell = |text: &str, number: Option<f64>| Figure { words: bound(text, 2), number };
    let row = |unit: &str, a: (&str, f64), b: (&str, f64), c: (&str, Option<f64>)| Datum {
        cells: vec![cell(unit, None), cell(a.0, Some(a.1)), cell(b.0, Some(b.1)), cell(c.0, c.1)],
        ..Datum::default()
    };
    let mut data = vec![
        row("Văn phòng Ủy ban Mặt trận Tổ quốc", ("1.204", 1204.0), ("92,45 %", 92.45), ("+3,1", Some(3.1))),
        row("Ban Tổ chức", ("87", 87.0), ("7,5 %", 7.5), ("−12,25", Some(-12.25))),
        row("Ban Tuyên giáo và Công tác xã hội", ("311", 311.0), ("100 %", 100.0), ("", None)),
        row("Ban Phong trào", ("1.111", 1111.0), ("61,1 %", 61.1), ("0", Some(0.0))),
        row("Tổng", ("2.713", 2713.0), ("", 0.0), ("", None)),
    ];
    data[4].total = true;
    data[4].cells[2] = Figure::default();
    data[1].emphasis = true;
    let heads = ["Đơn vị", "Văn bản ký số", "Tỷ lệ hoàn thành", "So với quý II"];
    let heads = heads.map(|text| Label { text: text.to_owned(), bound: Vec::new() });
    Spec { heads: heads.to_vec(), ..Spec::new(Kind::Table, data, style()) }
}

/// Three quarters by three series, one number negative, one missing.
fn quarters(kind: Kind) -> Spec {
    let series = [
        ("Năm trước", Status::Previous),
        ("Thực hiện", Status::Actual),
        ("Kế hoạch", Status::Plan),
        ("Dự báo", Status::Forecast),
    ];
    let rows: [(&str, &[Option<f64>]); 4] = [
        ("Hạ tầng", &[Some(52.0), Some(64.0), Some(70.0), Some(71.0)]),
        ("Nền tảng, ứng dụng", &[Some(31.0), Some(28.5), Some(45.0), Some(40.0)]),
        ("Dữ liệu", &[Some(-8.0), Some(12.0), Some(20.0), None]),
        ("Tổ chức và con người", &[Some(40.0), Some(55.0), Some(60.0), Some(58.0)]),
    ];
    several(kind, &series, &rows)
}

/// Parts of wholes by series.
fn parts(kind: Kind) -> Spec {
    let series = ["Toàn trình", "Một phần", "Trực tiếp", "Bưu chính"].map(|name| (name, Status::Actual));
    let rows: [(&str, &[Option<f64>]); 4] = [
        ("Quý I", &[Some(20.0), Some(30.0), Some(40.0), Some(10.0)]),
        ("Quý II", &[Some(32.0), Some(28.0), Some(31.0), Some(4.0)]),
        ("Quý III", &[Some(45.0), Some(22.0), Some(-12.0), Some(3.0)]),
        ("Quý IV", &[Some(51.0), None, Some(9.0), Some(1.0)]),
    ];
    Spec { stack: true, ..several(kind, &series, &rows) }
}

/// Three lines over six quarters, one with a gap, the last quarter expected.
fn courses() -> Spec {
    let series = ["Toàn trình", "Một phần", "Trực tiếp tại bộ phận một cửa"].map(|name| (name, Status::Actual));
    let rows: [(&str, &[Option<f64>]); 6] = [
        ("Q2/2025", &[Some(21.0), Some(30.0), Some(49.0)]),
        ("Q3/2025", &[Some(26.0), Some(31.0), Some(43.0)]),
        ("Q4/2025", &[Some(33.0), None, Some(38.0)]),
        ("Q1/2026", &[Some(41.0), Some(29.0), Some(30.0)]),
        ("Q2/2026", &[Some(47.0), Some(27.0), Some(26.0)]),
        ("Q3/2026", &[Some(55.0), Some(24.0), Some(21.5)]),
    ];
    let mut chart = several(Kind::Line, &series, &rows);
    chart.data[5].status = Status::Forecast;
    chart
}

/// Icons with a value and a name each.
pub(super) fn badges() -> Spec {
    let data = [
        ("Cán bộ được đào tạo kỹ năng số", "1.284", 1284.0),
        ("Tổ công nghệ số cộng đồng", "95", 95.0),
        ("Xã, phường có trung tâm số", "71 trên 95", 71.0),
    ];
    let mut data: Vec<Datum> = data.iter().map(|(l, v, n)| datum(l, v, Some(*n))).collect();
    data.push(datum("Chưa có số liệu", "", None));
    spec(Kind::Icons, data)
}

/// So many people of ten.
fn people() -> Spec {
    let data = vec![datum("Cán bộ dùng chữ ký số", "7,5 trên 10", Some(7.5)), datum("Chưa báo cáo", "", None)];
    let icon = Icon { ..icon() };
    Spec { maximum: Some(10.0), icon: Some(icon), ..spec(Kind::Icons, data) }
}

/// Bars and columns whose last data are planned and expected.
fn expected(kind: Kind) -> Spec {
    let mut data = units(5);
    data[3].status = Status::Forecast;
    data[4].status = Status::Plan;
    data[2].status = Status::Previous;
    spec(kind, data)
}

/// All samples: name, chart, width, height where it is not the chart's own.
fn samples() -> Vec<(&'static str, Spec, f32, Option<f32>)> {
    vec![
        ("kpi", key_figures(), 900.0, None),
        ("kpi-narrow", key_figures(), 300.0, None),
        ("ranking", ranks(8), 520.0, None),
        ("ranking-95", ranks(95), 1300.0, None),
        ("timeline", milestones(), 900.0, None),
        ("timeline-tall", milestones(), 380.0, Some(620.0)),
        ("timeline-16", dense(16), 900.0, Some(420.0)),
        ("map", areas(24, Breaks::Quantile), 620.0, None),
        ("map-95", areas(95, Breaks::Equal), 620.0, None),
        ("table", rows(), 760.0, None),
        ("table-narrow", rows(), 400.0, None),
        ("grouped", quarters(Kind::Grouped), 760.0, None),
        ("bars-several", quarters(Kind::Bars), 560.0, None),
        ("stacked-columns", parts(Kind::Columns), 560.0, None),
        ("stacked-bars", parts(Kind::Bars), 640.0, None),
        ("stacked-bars-narrow", parts(Kind::Stacked), 300.0, None),
        ("grouped-narrow", quarters(Kind::Grouped), 320.0, None),
        ("lines", courses(), 720.0, None),
        ("lines-narrow", courses(), 430.0, None),
        ("icons", badges(), 900.0, None),
        ("icons-narrow", badges(), 280.0, None),
        ("icons-counted", people(), 420.0, None),
        ("bars-expected", expected(Kind::Bars), 420.0, None),
        ("columns-expected", expected(Kind::Columns), 420.0, None),
        ("line-expected", expected(Kind::Line), 420.0, None),
        ("ring-expected", expected(Kind::Ring), 620.0, None),
    ]
}

#[test]
fn later_kinds_are_drawn_whole_in_light_and_dark() {
    let faces = typefaces();
    let fonts = Fonts::new(&faces);
    for (theme, ground) in [("light", "#ffffff"), ("dark", "#071c21")] {
        for (name, chart, width, height) in samples() {
            let chart = if theme == "dark" { Spec { style: dark(), ..chart } } else { chart };
            let natural = natural_size(&chart, Some(width), &fonts);
            let rect = Rect::new(20.0, 20.0, width, height.unwrap_or(natural.height));
            let drawing = draw(&chart, rect, &fonts);
            check(&drawing, rect, &fonts, name, false);
            // Where an axis is narrow, some quarters are reported instead of named.
            assert!(name == "lines-narrow" || drawing.overset.is_empty(), "{name}: {:?}", drawing.overset);
            let size = (rect.right() + 20.0, rect.bottom() + 20.0);
            assert!(picture_on(&format!("{name}-{theme}"), &svg_items(&drawing, &fonts), size, ground) > 300);
        }
    }
}
