//! Painted pages look as their SVG drawn by resvg does: every template of the shipped campaign in every theme, on
//! surfaces of every kind, and frames made to cover each thing that is painted directly.
//!
//! The tolerance is stated here and in ARCHITECTURE.md: two steps of 255 a channel, for gradients by table, soft shadows
//! and words laid on through a mask; and one pixel of ten thousand beyond it, where a sum of floats tips an edge over
//! one of the library's quarters of a pixel.

#![expect(clippy::unwrap_used, reason = "a test may stop, and says what it measured")]

#[path = "golden/kit.rs"]
mod kit;
mod shipped;

use std::collections::BTreeMap;
use std::sync::Arc;

use mocban::brand::FaceId;
use mocban::color::Color;
use mocban::encode::Pixels;
use mocban::format::Format;
use mocban::frame::{Frame, Item, Paint, Stroke};
use mocban::paint::{Painter, reference};
use mocban::svg::draw;
use mocban::text::Fonts;
use mocban::units::{Rect, Size};
use rayon::prelude::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};
use shipped::Shipped;

/// Most steps of a channel by which a pixel may differ.
const MOST: u8 = 2;

/// What two pictures differ by.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Difference {
    /// The most steps of any channel.
    most: u8,
    /// Pixels that differ by more than [`MOST`].
    beyond: usize,
    /// Pixels that differ at all.
    any: usize,
    /// All pixels.
    all: usize,
}

/// A pixel as far as it is seen: a colour that hardly covers its ground may be any.
fn seen([red, green, blue, alpha]: [u8; 4]) -> [u8; 4] {
    let by = |channel: u8| u8::try_from((u32::from(channel) * u32::from(alpha) + 127) / 255).unwrap();
    [by(red), by(green), by(blue), alpha]
}

/// Compares two pictures.
fn difference(ours: &Pixels, theirs: &Pixels) -> Difference {
    assert_eq!((ours.width(), ours.height(), ours.opaque()), (theirs.width(), theirs.height(), theirs.opaque()));
    let mut found = Difference::default();
    let (ours, theirs) = (ours.rgba(), theirs.rgba());
    for (a, b) in ours.as_chunks().0.iter().zip(theirs.as_chunks().0) {
        let (a, b) = (seen(*a), seen(*b));
        let most = a.iter().zip(b).map(|(a, b)| a.abs_diff(b)).max().unwrap_or_default();
        found.most = found.most.max(most);
        found.beyond += usize::from(most > MOST);
        found.any += usize::from(most > 0);
        found.all += 1;
    }
    found
}

/// Paints a frame both ways.
fn compared(frame: &Frame, fonts: &Fonts<'_>, format: &Format, painter: &Painter) -> Difference {
    let artwork = draw(frame, fonts, format);
    difference(&painter.paint(&artwork).unwrap(), &reference(&artwork).unwrap())
}

/// A surface made smaller, so that a poster can be looked at in a test; sizes are no longer whole.
fn smaller(format: &Format) -> Format {
    let pixels = format.trim.width * format.trim.height;
    let scale = (1_500_000.0 / pixels).sqrt().min(1.0);
    let (trim, rem) =
        (Size { width: format.trim.width * scale, height: format.trim.height * scale }, format.rem * scale);
    let mut safe = format.safe;
    for side in [&mut safe.top, &mut safe.right, &mut safe.bottom, &mut safe.left] {
        *side *= scale;
    }
    Format { trim, rem, safe, bleed: format.bleed * scale, ..format.clone() }
}

#[test]
fn shipped_templates_are_painted_as_they_are_written() {
    let shipped = Shipped::read();
    let fonts = Fonts::new(&shipped.brand.typefaces);
    let mut jobs = BTreeMap::new();
    for job in &shipped.plan.jobs {
        for theme in shipped.brand.themes.keys() {
            let mut themed = job.clone();
            themed.theme.clone_from(theme);
            themed.format = Arc::new(smaller(&job.format));
            // Each template in each theme; each of its surfaces once.
            let first = jobs.keys().all(|(template, of, _)| (template, of) != (&job.product.template, theme));
            if first || *theme == shipped.brand.default_theme {
                jobs.entry((job.product.template.clone(), theme.clone(), job.format.name.clone())).or_insert(themed);
            }
        }
    }
    let painter = Painter::default();
    let found: Vec<(String, Difference)> = jobs
        .par_iter()
        .flat_map_iter(|((template, theme, format), job)| {
            let markup = shipped.fill(job);
            let frames = shipped.compose(job, &markup, &fonts).unwrap_or_default();
            let of = frames.into_iter().take(2).map(|frame| compared(&frame, &fonts, &job.format, &painter));
            of.map(|difference| (format!("{template} {theme} {format}"), difference)).collect::<Vec<_>>()
        })
        .collect();
    let worst = found.iter().max_by_key(|(_, difference)| *difference).unwrap();
    let (any, all) = found.iter().fold((0, 0), |(any, all), (_, found)| (any + found.any, all + found.all));
    let most = found.iter().map(|(_, found)| found.beyond * 1_000_000 / found.all).max();
    println!("{} pages, {any} of {all} pixels differ, worst: {worst:?}", found.len());
    println!("at most {most:?} of a million pixels of a page by more than {MOST}");
    let wrong: Vec<_> = found.iter().filter(|(_, found)| found.beyond * 10_000 > found.all).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(found.len() > 60, "{} pages", found.len());
}

#[test]
fn pages_of_a_batch_have_the_bytes_of_pages_alone() {
    let shipped = Shipped::read();
    let fonts = Fonts::new(&shipped.brand.typefaces);
    let mut batches: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for job in shipped.plan.jobs.iter().filter(|job| job.format.trim.width * job.format.trim.height < 1_500_000.0) {
        let batch = batches.entry((job.product.template.clone(), job.format.name.clone())).or_default();
        if batch.len() < 5 {
            batch.push(job);
        }
    }
    batches.retain(|_, jobs| jobs.len() > 2);
    let painter = Painter::default();
    let pages: Vec<bool> = batches
        .par_iter()
        .flat_map_iter(|(_, jobs)| jobs)
        .flat_map_iter(|job| {
            let markup = shipped.fill(job);
            let frames = shipped.compose(job, &markup, &fonts).unwrap_or_default();
            let same = |frame| {
                let artwork = draw(&frame, &fonts, &job.format);
                painter.paint(&artwork).unwrap() == Painter::default().paint(&artwork).unwrap()
            };
            frames.into_iter().map(same).collect::<Vec<_>>()
        })
        .collect();
    assert!(pages.len() > 20, "{} pages", pages.len());
    assert!(pages.iter().all(|same| *same), "{} pages differ", pages.iter().filter(|same| !**same).count());
}

/// A colour with alpha.
fn color(hex: &str) -> Color {
    Color::from_hex(hex).unwrap()
}

/// A frame of 160 × 120 with some items, an opaque ground below them where one is given.
fn frame(bleed: f32, ground: Option<&str>, items: Vec<Item>) -> Frame {
    let trim = Size { width: 160.0, height: 120.0 };
    let rect = Rect::new(0.0, 0.0, trim.width, trim.height).outset(bleed);
    let below = ground.map(|hex| Item::Panel { rect, radius: 0.0, fill: Some(Paint::Solid(color(hex))), stroke: None });
    Frame { trim, bleed, items: below.into_iter().chain(items).collect(), ..Frame::default() }
}

/// A panel.
fn panel(rect: Rect, radius: f32, fill: Option<Paint>, stroke: Option<Stroke>) -> Item {
    Item::Panel { rect, radius, fill, stroke }
}

/// A gradient.
fn gradient(stops: &[(f32, &str)], angle: f32) -> Option<Paint> {
    Some(Paint::Linear { stops: stops.iter().map(|(at, hex)| (*at, color(hex))).collect(), angle })
}

/// Everything that is painted directly, in the forms that could go another way.
#[expect(clippy::too_many_lines, reason = "a list")]
fn features() -> Vec<(&'static str, Vec<Item>)> {
    let solid = |hex: &str| Some(Paint::Solid(color(hex)));
    let stroke = |width: f32, dash: Vec<f32>, round: bool| Some(Stroke { color: color("#b91c1c"), width, dash, round });
    let rect = Rect::new(20.0, 15.0, 90.0, 60.0);
    let odd = Rect::new(20.37, 15.61, 90.23, 60.77);
    let path = |data: &str, fill: Option<Paint>, stroke: Option<Stroke>| Item::Path { data: data.into(), fill, stroke };
    let shadow = |rect: Rect, radius: f32, blur: f32, hex: &str| Item::Shadow { rect, radius, blur, color: color(hex) };
    let fragment = |xml: &str, rect: Rect, clip: bool| Item::Fragment {
        xml: xml.into(),
        view_box: Rect::new(0.0, 0.0, 24.0, 24.0),
        rect,
        clip,
    };
    let photo = |radius: f32| {
        let picture = kit::PICTURES.find("data/pictures/quarters.png").unwrap();
        let (natural, crop) = (Size { width: 40.0, height: 20.0 }, Rect::new(5.5, 2.0, 30.0, 15.0));
        let alt = String::new();
        Item::Picture { picture: Arc::clone(picture), natural, crop, rect: odd, radius, alt, block: 0 }
    };
    let card = vec![shadow(odd, 8.0, 12.0, "#0f172a2e"), panel(odd, 8.0, solid("#ffffff"), stroke(1.0, vec![], false))];
    let star = "<path d='M2 2L22 12 2 22z' fill='#0d9488'/><circle cx='12' cy='12' r='9' fill='none' stroke='#123'/>";
    let soft = "<defs><filter id='f1-b'><feGaussianBlur stdDeviation='1.5'/></filter></defs>\
        <g filter='url(#f1-b)' opacity='.7'><rect x='2' y='2' width='30' height='12' fill='#7c3aed'/></g>";
    vec![
        ("panel", vec![panel(rect, 0.0, solid("#0d9488"), None)]),
        ("panel between pixels", vec![panel(odd, 0.0, solid("#0d9488"), None)]),
        ("translucent", vec![panel(rect, 0.0, solid("#0d948873"), None), panel(odd, 9.0, solid("#e1147055"), None)]),
        ("rounded", vec![panel(odd, 12.5, solid("#0d9488"), None)]),
        ("a pill", vec![panel(odd, 400.0, solid("#0d9488"), stroke(3.0, vec![], false))]),
        ("beyond the edge", vec![panel(Rect::new(-30.0, -9.5, 300.0, 50.0), 20.0, solid("#0d9488"), None)]),
        ("stroked", vec![panel(odd, 6.0, solid("#fde68a"), stroke(2.5, vec![], false))]),
        (
            "stroked wider than itself",
            vec![panel(Rect::new(9.0, 9.0, 3.0, 40.0), 0.0, None, stroke(5.0, vec![], true))],
        ),
        ("hairline", vec![panel(odd, 6.0, None, stroke(0.4, vec![], false))]),
        ("dashed", vec![panel(odd, 6.0, None, stroke(2.0, vec![6.5, 3.0], false))]),
        ("dashed oddly", vec![panel(odd, 0.0, None, stroke(2.0, vec![5.0, 2.0, 1.0], true))]),
        ("dashes of nothing", vec![panel(odd, 0.0, None, stroke(2.0, vec![0.0, 0.0], true))]),
        ("without area", vec![panel(Rect::new(5.0, 5.0, 0.0, 40.0), 3.0, solid("#000000"), None)]),
        ("level gradient", vec![panel(rect, 0.0, gradient(&[(0.0, "#0f766e"), (1.0, "#f59e0b")], 90.0), None)]),
        ("upright gradient", vec![panel(rect, 0.0, gradient(&[(0.0, "#0f766e"), (1.0, "#f59e0b")], 180.0), None)]),
        (
            "oblique gradient",
            vec![panel(rect, 0.0, gradient(&[(0.1, "#0f766e"), (0.4, "#ffffff"), (0.9, "#111111")], 137.0), None)],
        ),
        (
            "translucent gradient",
            vec![panel(rect, 0.0, gradient(&[(0.0, "#0f766e00"), (1.0, "#f59e0bcc")], 30.0), None)],
        ),
        (
            "rounded gradient",
            vec![panel(odd, 14.0, gradient(&[(0.0, "#0f766e"), (1.0, "#f59e0b")], 45.0), stroke(2.0, vec![], false))],
        ),
        (
            "a hard stop",
            vec![panel(
                rect,
                0.0,
                gradient(&[(0.0, "#0f766e"), (0.5, "#0f766e"), (0.5, "#f59e0b"), (1.0, "#f59e0b")], 0.0),
                None,
            )],
        ),
        (
            "path",
            vec![path(
                "M20 20 h60 a20 20 0 0 1 20 20 q-10 40 -50 30 t-20 -10 z",
                solid("#1d4ed8"),
                stroke(2.0, vec![], false),
            )],
        ),
        (
            "open path",
            vec![path("M10.5 90 C 40 10, 65 10, 95 80 S 150 150, 150 20", None, stroke(3.0, vec![8.0, 4.0], true))],
        ),
        ("a line", vec![path("M10 60.2H150", solid("#000000"), stroke(1.0, vec![], false))]),
        (
            "path with a gradient",
            vec![path("M20 20H120L70 100z", gradient(&[(0.0, "#0f766e"), (1.0, "#f59e0b")], 135.0), None)],
        ),
        ("shadow", vec![shadow(rect, 8.0, 12.0, "#0f172a40")]),
        (
            "shadow between pixels",
            vec![
                shadow(odd, 0.0, 5.3, "#0f172a40"),
                shadow(Rect::new(130.0, 70.0, 60.0, 60.0), 30.0, 20.0, "#b91c1c99"),
            ],
        ),
        (
            "small shadow",
            vec![
                shadow(Rect::new(50.0, 50.0, 8.0, 8.0), 4.0, 0.0, "#000000ff"),
                shadow(Rect::new(80.0, 50.0, 9.0, 30.0), 2.0, 24.0, "#00000080"),
            ],
        ),
        ("card on its shadow", card),
        ("fragments", vec![fragment(star, odd, false), fragment(star, Rect::new(100.5, 60.25, 50.0, 40.0), true)]),
        ("filters", vec![fragment(soft, odd, false), fragment(soft, Rect::new(90.0, 50.0, 48.0, 48.0), true)]),
        ("photographs", vec![photo(0.0), photo(11.0)]),
    ]
}

#[test]
fn each_feature_is_painted_as_it_is_written() {
    let fonts = Fonts::new(&kit::KIT.typefaces);
    let painter = Painter::default();
    let format = kit::surface(160.0, 120.0, 10.0, 0.0);
    let mut wrong = Vec::new();
    for (name, items) in features() {
        for (bleed, ground) in [(0.0, Some("#f8fafc")), (0.0, None), (6.0, Some("#123456")), (5.37, Some("#f8fafc"))] {
            let found = compared(&frame(bleed, ground, items.clone()), &fonts, &format, &painter);
            if found.beyond > 0 {
                wrong.push((name, bleed, ground, found));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_page_of_uneven_size_is_painted_as_it_is_written() {
    let fonts = Fonts::new(&kit::KIT.typefaces);
    let painter = Painter::default();
    let format = kit::surface(160.4, 119.7, 10.0, 0.0);
    let items = features().into_iter().flat_map(|(_, items)| items).collect();
    let page = Frame { trim: format.trim, ..frame(0.0, Some("#f8fafc"), items) };
    let found = compared(&page, &fonts, &format, &painter);
    // Everything is stretched by a hundredth of a percent, and drawn the way of shapes between pixels.
    assert!(found.beyond * 1000 <= found.all, "{found:?}");
}

#[test]
fn words_are_painted_as_they_are_written() {
    use mocban::frame::{Glyph, TextRun};
    use mocban::text::Piece;
    use mocban::units::Point;
    let fonts = Fonts::new(&kit::KIT.typefaces);
    let text = "Đẩy mạnh chữ ký số ở xã, phường: 82,5 % ậ ễ ỡ Ặ";
    let mut items = Vec::new();
    for (line, size) in [7.3_f32, 11.0, 16.55, 41.7].into_iter().enumerate() {
        let face = FaceId(0);
        let shaped = fonts.shape(text, &[Piece { range: 0..text.len(), face, tracking: 0.0 }]).unwrap();
        let (mut x, mut glyphs) = (0.0, Vec::new());
        for cluster in &shaped.clusters {
            let at = |(id, dx, dy): &(u16, f32, f32)| Glyph { id: *id, x: (x + dx) * size, y: -dy * size, cluster: 0 };
            glyphs.extend(cluster.glyphs.iter().map(at));
            x += cluster.advance;
        }
        let origin = Point { x: 3.1 + line as f32, y: 12.7 + 27.3 * line as f32 };
        let (width, bound, color) = (x * size, Vec::new(), color(["#0f172a", "#b91c1ccc", "#0d9488", "#111111"][line]));
        let tracking = 0.0;
        let text = text.to_owned();
        items.push(Item::Text(TextRun { text, origin, width, face, size, tracking, color, glyphs, bound, block: 0 }));
    }
    let format = kit::surface(160.0, 120.0, 10.0, 0.0);
    for bleed in [0.0, 6.0] {
        let found = compared(&frame(bleed, Some("#ffffff"), items.clone()), &fonts, &format, &Painter::default());
        assert!(found.beyond <= 2, "the same outlines between the same pixels: {found:?}");
    }
}

#[test]
fn bytes_are_the_same_on_one_thread_and_on_many() {
    let fonts = Fonts::new(&kit::KIT.typefaces);
    let format = kit::surface(160.0, 120.0, 10.0, 0.0);
    let pages: Vec<Frame> = features().into_iter().map(|(_, items)| frame(0.0, Some("#ffffff"), items)).collect();
    let samples =
        |painter: &Painter, page: &Frame| painter.paint(&draw(page, &fonts, &format)).unwrap().rgba().to_vec();
    let cold: Vec<Vec<u8>> = pages.iter().map(|page| samples(&Painter::default(), page)).collect();
    let shared = Painter::default();
    for threads in [1, 4] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let warm: Vec<Vec<u8>> =
            pool.install(|| (0..pages.len()).into_par_iter().map(|at| samples(&shared, &pages[at])).collect());
        assert!(warm == cold, "{threads} threads");
    }
}
