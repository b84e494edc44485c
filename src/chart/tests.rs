//! What holds for every kind, whatever it is given: values keep their bindings or are reported, ticks are round,
//! what is missing looks missing; and the geometry of single kinds against known answers.

use super::pictures::{at_width, bound, datum, several, spec, style, typefaces, units};
use super::spec::{Breaks, Datum, Figure, Label, Spec, Status};
use super::{Drawing, Kind, draw, natural_size};
use crate::color::Color;
use crate::frame::{Item, Paint};
use crate::text::Fonts;
use crate::units::Rect;

/// Every kind.
fn kinds() -> impl Iterator<Item = Kind> {
    Kind::NAMES.into_iter().map(|name| name.parse().unwrap())
}

/// Data each with a binding of its own, some negative, zero, long, alike.
fn told(count: usize) -> Vec<Datum> {
    let long = "Tỷ lệ hồ sơ thủ tục hành chính được tiếp nhận và giải quyết hoàn toàn trên môi trường mạng theo quy định của Trung ương";
    (0..count)
        .map(|index| {
            let number = [62.0, -17.0, 0.0, 35.5, 35.5, 90.0, 8.0][index % 7];
            let label = if index % 7 == 3 { long.to_owned() } else { format!("Đơn vị {}", index % 5) };
            let text = super::scale::tick_words(number, "vi");
            Datum { value: bound(&text, index), ..datum(&label, "", Some(number)) }
        })
        .collect()
}

/// Bindings whose values are drawn, with the words that show them.
fn drawn(drawing: &Drawing) -> Vec<(usize, String)> {
    let runs = drawing.items.iter().filter_map(|item| match item {
        Item::Text(run) => Some(run),
        _ => None,
    });
    runs.flat_map(|run| run.bound.iter().map(|(range, index)| (*index, run.text[range.clone()].to_owned()))).collect()
}

/// Texts of a drawing.
fn texts(drawing: &Drawing) -> Vec<&str> {
    let of = |item: &'_ Item| matches!(item, Item::Text(_));
    let runs = drawing.items.iter().filter(|item| of(item));
    runs.filter_map(|item| if let Item::Text(run) = item { Some(run.text.as_str()) } else { None }).collect()
}

/// Boxes filled with a colour.
fn filled(drawing: &Drawing, color: Color) -> Vec<Rect> {
    let panels = drawing.items.iter().filter_map(|item| match item {
        Item::Panel { rect, fill: Some(Paint::Solid(fill)), .. } if *fill == color => Some(*rect),
        _ => None,
    });
    panels.collect()
}

#[test]
fn values_keep_their_bindings_or_are_reported() {
    let faces = typefaces();
    let fonts = Fonts::new(&faces);
    for kind in kinds() {
        for count in [1, 5, 95] {
            for (width, height) in [(60.0, 40.0), (320.0, 200.0), (900.0, 700.0), (2400.0, 2000.0)] {
                let mut chart = spec(kind, told(count));
                for (datum, told) in chart.data.iter_mut().zip(told(count)) {
                    datum.cells[1].words = told.value;
                    datum.rank = Label::default();
                }
                let drawing = draw(&chart, Rect::new(0.0, 0.0, width, height), &fonts);
                let seen = drawn(&drawing);
                for (index, text) in &seen {
                    let printed = &chart.data[*index].value.text;
                    assert_eq!(text, printed, "{kind} × {count} in {width}×{height}");
                }
                // A line says its ends, tiles and maps their colours, a donut nothing that is negative, a code an
                // address; columns beside ticks are read from them.
                let silent =
                    [Kind::Line, Kind::Tiles, Kind::Map, Kind::Qr].contains(&kind) || !drawing.ticks.is_empty();
                for (index, datum) in chart.data.iter().enumerate().filter(|_| !silent) {
                    let shown = seen.iter().any(|(at, _)| *at == index) || drawing.overset.contains(&datum.value.text);
                    assert!(shown, "{kind} × {count} in {width}×{height} has lost value {index}");
                }
                let named = |datum: &Datum| {
                    let words: Vec<&str> = datum.label.text.split_whitespace().collect();
                    let all = texts(&drawing).join(" ");
                    words.iter().all(|word| all.contains(word)) || drawing.overset.contains(&datum.label.text)
                };
                let unnamed = [Kind::Tiles, Kind::Map, Kind::Qr].contains(&kind);
                assert!(unnamed || chart.data.iter().all(named), "{kind} × {count} in {width}×{height} lost a name");
            }
        }
    }
}

#[test]
fn ticks_are_round_and_of_the_language() {
    let faces = typefaces();
    let fonts = Fonts::new(&faces);
    let mut found = 0;
    for kind in kinds().filter(|kind| *kind != Kind::Map) {
        for scale in [0.013, 1.0, 4711.0] {
            let rows: Vec<(String, Vec<Option<f64>>)> =
                (0..40).map(|i| (format!("{i}"), vec![Some(f64::from(i % 7 - 2) * scale), Some(scale)])).collect();
            let rows: Vec<(&str, &[Option<f64>])> = rows.iter().map(|(l, n)| (l.as_str(), n.as_slice())).collect();
            let chart = several(kind, &[("A", Status::Actual), ("B", Status::Plan)], &rows);
            for stack in [true, false] {
                let drawing = draw(&Spec { stack, ..chart.clone() }, Rect::new(0.0, 0.0, 500.0, 420.0), &fonts);
                let read = |index: &usize| match &drawing.items[*index] {
                    Item::Text(run) => {
                        let plain = run.text.replace('.', "").replace(',', ".").replace('\u{2212}', "-");
                        plain.parse::<f64>().ok()
                    }
                    _ => None,
                };
                let mut ticks: Vec<f64> = drawing.ticks.iter().filter_map(read).collect();
                assert_eq!(ticks.len(), drawing.ticks.len(), "{kind}: a tick is no number");
                ticks.sort_by(f64::total_cmp);
                for pair in ticks.windows(2) {
                    let step = pair[1] - pair[0];
                    let first = step / 10f64.powf((step * 1.000_001).log10().floor());
                    assert!([1.0, 2.0, 5.0].iter().any(|round| (first - round).abs() < 1e-3), "{kind}: {ticks:?}");
                    found += 1;
                }
            }
        }
    }
    assert!(found > 20);
}

#[test]
fn what_is_missing_looks_missing() {
    let faces = typefaces();
    let fonts = Fonts::new(&faces);
    for kind in kinds().filter(|kind| *kind != Kind::Qr) {
        for number in [None, Some(f64::NAN), Some(f64::INFINITY)] {
            let data = vec![datum("Có", "50", Some(50.0)), datum("Không", "", number), datum("Ít", "20", Some(20.0))];
            let (drawing, _) = at_width(&spec(kind, data), 700.0, &fonts);
            let dotted = |item: &Item| match item {
                Item::Path { stroke: Some(stroke), .. } | Item::Panel { stroke: Some(stroke), .. } => {
                    !stroke.dash.is_empty()
                }
                _ => false,
            };
            let said = texts(&drawing).contains(&"—");
            assert!(said || drawing.items.iter().any(dotted), "{kind} {number:?}");
        }
    }
}

#[test]
fn grouped_and_stacked_lengths_are_as_their_numbers() {
    let faces = typefaces();
    let fonts = Fonts::new(&faces);
    let rows: [(&str, &[Option<f64>]); 2] = [("A", &[Some(40.0), Some(20.0)]), ("B", &[Some(-10.0), Some(30.0)])];
    for kind in [Kind::Bars, Kind::Columns] {
        let mut chart = several(kind, &[("X", Status::Actual), ("Y", Status::Actual)], &rows);
        let colors = [0, 1].map(|index| super::paint::series_color(&chart, index));
        // Without round ends every bar is a panel whose length can be read.
        chart.style.snap = true;
        let length = |rect: &Rect| if kind == Kind::Bars { rect.width } else { rect.height };
        for stack in [false, true] {
            let chart = Spec { stack, ..chart.clone() };
            let drawing = draw(&chart, Rect::new(0.0, 0.0, 1000.0, 1000.0), &fonts);
            let lengths = colors.map(|color| {
                let mut found: Vec<f32> = filled(&drawing, color).iter().map(length).filter(|l| *l > 20.0).collect();
                found.sort_by(f32::total_cmp);
                found
            });
            let unit = lengths[0][1] / 40.0;
            let near = |a: f32, b: f32| (a / unit - b).abs() < 0.35;
            assert!(near(lengths[0][0], 10.0), "{kind} {stack} {lengths:?}");
            assert!(near(lengths[1][0], 20.0) && near(lengths[1][1], 30.0), "{kind} {stack} {lengths:?}");
        }
    }
}

#[test]
fn stacks_grow_both_ways_from_zero() {
    let faces = typefaces();
    let fonts = Fonts::new(&faces);
    let rows: [(&str, &[Option<f64>]); 1] = [("A", &[Some(30.0), Some(-20.0), Some(10.0)])];
    let names = [("X", Status::Actual), ("Y", Status::Actual), ("Z", Status::Actual)];
    let mut chart = Spec { stack: true, ..several(Kind::Bars, &names, &rows) };
    let colors = [0, 1, 2].map(|index| super::paint::series_color(&chart, index));
    chart.style.snap = true;
    let drawing = draw(&chart, Rect::new(0.0, 0.0, 900.0, 120.0), &fonts);
    let of = |index: usize| *filled(&drawing, colors[index]).iter().max_by(|a, b| a.width.total_cmp(&b.width)).unwrap();
    let [x, y, z] = [of(0), of(1), of(2)];
    assert!((y.right() - x.x).abs() < 2.5, "the negative part ends at zero: {x:?} {y:?}");
    assert!((z.x - x.right()).abs() < 2.5, "the third stands on the first: {x:?} {z:?}");
    assert!((x.width / y.width - 1.5).abs() < 0.03 && (x.width / z.width - 3.0).abs() < 0.06);
}

#[test]
fn a_ring_turns_as_far_as_its_share() {
    let faces = typefaces();
    let fonts = Fonts::new(&faces);
    let chart = spec(Kind::Ring, vec![datum("", "", Some(25.0))]);
    let drawing = draw(&chart, Rect::new(0.0, 0.0, 200.0, 200.0), &fonts);
    let arc = drawing.items.iter().find_map(|item| match item {
        Item::Path { data, stroke: Some(stroke), .. } if stroke.color == chart.style.accent => Some(data),
        _ => None,
    });
    // A quarter turn from twelve o'clock ends at three o'clock: level with the middle, right of it.
    let numbers: Vec<f32> =
        arc.unwrap().replace(['M', 'A'], " ").split_whitespace().map(|n| n.parse().unwrap()).collect();
    let (x, y) = (numbers[numbers.len() - 2], numbers[numbers.len() - 1]);
    assert!((y - 100.0).abs() < 0.01 && x > 150.0, "{numbers:?}");
}

#[test]
fn key_figures_show_good_and_bad_news() {
    let faces = typefaces();
    let fonts = Fonts::new(&faces);
    let card = |number: f64, text: &str| Datum {
        change: Figure { words: bound(text, 1), number: Some(number) },
        ..datum("Hồ sơ quá hạn", "12", Some(12.0))
    };
    let look = |lower: bool, card: Datum| {
        let chart = Spec { lower_is_better: lower, ..spec(Kind::Kpi, vec![card]) };
        let (drawing, _) = at_width(&chart, 300.0, &fonts);
        drawing.items.iter().find_map(|item| match item {
            Item::Path { data, fill: Some(Paint::Solid(color)), .. } => Some((data.clone(), *color)),
            _ => None,
        })
    };
    let (up, good) = look(false, card(3.0, "+3")).unwrap();
    let (down, bad) = look(false, card(-3.0, "−3")).unwrap();
    assert_eq!((good, bad), (style().positive, style().negative));
    assert_eq!(look(true, card(3.0, "+3")), Some((up.clone(), bad)));
    assert_eq!(look(true, card(-3.0, "−3")), Some((down.clone(), good)));
    assert_ne!(up, down);
    assert_eq!(look(false, card(0.02, "0")), None, "what rounds to nothing has no triangle");
}

#[test]
fn areas_have_the_colour_of_their_class() {
    let faces = typefaces();
    let fonts = Fonts::new(&faces);
    let data: Vec<Datum> = [10.0, 20.0, 30.0, 40.0].iter().map(|n| datum("", "", Some(*n))).collect();
    let chart = Spec { classes: Some(2), breaks: Breaks::Equal, ..spec(Kind::Map, data) };
    let drawing = draw(&chart, Rect::new(0.0, 0.0, 400.0, 400.0), &fonts);
    let fills: Vec<Color> = drawing
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Path { fill: Some(Paint::Solid(color)), .. } => Some(*color),
            _ => None,
        })
        .collect();
    let pale = super::paint::tint(style().accent, 0.16, style().surface);
    assert_eq!(fills, [pale, pale, style().accent, style().accent], "the break is 25");
    assert!(texts(&drawing).contains(&"25"));
}

#[test]
fn decimal_separators_stand_in_a_line() {
    let faces = typefaces();
    let fonts = Fonts::new(&faces);
    let cell = |text: &str, number: f64| Figure { words: bound(text, 0), number: Some(number) };
    let row = |text: &str, number: f64| Datum { cells: vec![cell(text, number)], ..Datum::default() };
    let rows = vec![row("1.234,5", 1234.5), row("−7,25", -7.25), row("18", 18.0), row("111,111", 111.111)];
    let chart = Spec::new(Kind::Table, rows, style());
    let drawing = draw(&chart, Rect::new(0.0, 0.0, 300.0, 200.0), &fonts);
    let places: Vec<f32> = drawing
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Text(run) => {
                let comma = run.glyphs.iter().find(|g| run.text[g.cluster..].starts_with(','));
                Some(run.origin.x + comma.map_or(run.width, |g| g.x))
            }
            _ => None,
        })
        .collect();
    assert_eq!(places.len(), 4);
    assert!(places.iter().all(|x| (x - places[0]).abs() < 0.6), "{places:?}");
}

#[test]
fn icons_count_what_they_stand_for() {
    let faces = typefaces();
    let fonts = Fonts::new(&faces);
    let chart = Spec { maximum: Some(10.0), ..spec(Kind::Icons, vec![datum("", "", Some(7.5))]) };
    let drawing = draw(&chart, Rect::new(0.0, 0.0, 500.0, 60.0), &fonts);
    let icon = chart.icon.as_ref().unwrap();
    let count = |xml: &str, clipped: bool| {
        let of = |item: &&Item| matches!(item, Item::Fragment { xml: x, clip, .. } if x == xml && *clip == clipped);
        drawing.items.iter().filter(of).count()
    };
    assert_eq!((count(&icon.on, false), count(&icon.on, true)), (7, 1));
    assert_eq!((count(&icon.off, false), count(&icon.off, true)), (2, 1));
}

#[test]
fn what_is_expected_is_hatched_and_what_is_planned_is_outlined() {
    let faces = typefaces();
    let fonts = Fonts::new(&faces);
    for kind in [Kind::Bars, Kind::Columns, Kind::Meter, Kind::Ranking] {
        let solid = |status: Status| {
            let mut chart = spec(kind, vec![Datum { status, ..datum("A", "", Some(60.0)) }]);
            chart.style.snap = true;
            let drawing = draw(&chart, Rect::new(0.0, 0.0, 300.0, 120.0), &fonts);
            filled(&drawing, chart.style.accent).iter().map(|r| r.width * r.height).sum::<f32>()
        };
        let [actual, forecast, plan] = [Status::Actual, Status::Forecast, Status::Plan].map(solid);
        assert!(actual > 0.0 && plan == 0.0, "{kind}: {actual} {plan}");
        assert!((forecast / actual - 0.5).abs() < 0.1, "{kind}: {forecast} of {actual} is inked");
    }
}

#[test]
fn natural_heights_of_long_rankings_stay_on_a_page() {
    let faces = typefaces();
    let fonts = Fonts::new(&faces);
    let size = natural_size(&spec(Kind::Ranking, units(95)), Some(1100.0), &fonts);
    assert!(size.height < 2400.0, "{size:?}");
}

#[test]
fn live_figures_of_one_width_stay_whole() {
    let faces = typefaces();
    let fonts = Fonts::new(&faces);
    let cell = |text: &str, number: f64| Figure { words: bound(text, 0), number: Some(number) };
    let row = |text: &str, number: f64| Datum { cells: vec![cell(text, number)], ..Datum::default() };
    let chart = Spec::new(Kind::Table, vec![row("1.111", 1111.0), row("8.888", 8888.0)], style());
    let drawing = draw(&chart, Rect::new(0.0, 0.0, 200.0, 100.0), &fonts);
    let origins: Vec<f32> = drawing
        .items
        .iter()
        .filter_map(|item| if let Item::Text(run) = item { Some(run.origin.x) } else { None })
        .collect();
    assert!((origins[0] - origins[1]).abs() < 0.01, "figures of one width start alike: {origins:?}");
    let frame = crate::frame::Frame { items: drawing.items, ..crate::frame::Frame::default() };
    let format = crate::format::Format {
        name: "test".to_owned(),
        trim: crate::units::Size { width: 200.0, height: 100.0 },
        trim_mm: None,
        dpi: 96.0,
        bleed: 0.0,
        safe: crate::units::Insets::all(0.0),
        distance_mm: 400.0,
        rem: 16.0,
        shape: crate::format::Shape::Wide,
        snap: false,
        max_bytes: None,
        encodings: Vec::new(),
        usage: crate::format::Use::Screen,
        source: String::new(),
        checked: String::new(),
        confidence: String::new(),
    };
    let artwork = crate::svg::draw(&frame, &fonts, &format);
    let live = artwork.live();
    assert!(live.contains(">1.111</text>") && live.contains(">8.888</text>"), "{live}");
    let x = |text: &str| {
        let head = live.split(&format!(">{text}<")).next().unwrap();
        let at = head.rsplit(" x=\"").next().unwrap();
        at.split('"').next().unwrap().parse::<f32>().unwrap()
    };
    // Narrow figures stand in the middle of the room they have when drawn.
    assert!(x("1.111") > x("8.888") + 0.3, "{live}");
}
