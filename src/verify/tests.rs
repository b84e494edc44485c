//! True copies, recompressions, crops, forgeries, codes on forgeries, last quarter's asset: what each is answered.

use std::collections::BTreeMap;
use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::{self, FilterType};
use image::{ImageFormat, Rgb, RgbImage};
use jiff::Timestamp;

use super::*;
use crate::encode::Encoding;
use crate::ledger::{Embargo, EmbargoKind, Entry, Event, Ledger, Version};
use crate::lineage::{Lineage, Number};
use crate::published::{Audience, Published};
use crate::release::{Facts, Release, ReleasedAsset};

/// Seven bars of a digit: which are lit.
const DIGITS: [u8; 10] =
    [0b1110111, 0b0010010, 0b1011101, 0b1011011, 0b0111010, 0b1101011, 0b1101111, 0b1010010, 0b1111111, 0b1111011];

/// A filled box.
fn fill(picture: &mut RgbImage, x: u32, y: u32, width: u32, height: u32, color: Rgb<u8>) {
    for (x, y) in (x..x + width).flat_map(|x| (y..y + height).map(move |y| (x, y))) {
        if let Some(pixel) = picture.get_pixel_mut_checked(x, y) {
            *pixel = color;
        }
    }
}

/// A poster as templates draw them: a band, a large number of three digits, bars, lines of text. `design` moves all but the
/// number.
fn poster(design: u32, number: u32) -> RgbImage {
    let mut seed = design.wrapping_mul(2_654_435_761).wrapping_add(97);
    let mut next = |most: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) % most
    };
    let mut picture = RgbImage::from_pixel(540, 675, Rgb([248, 246, 240]));
    let [dark, accent] = [Rgb([20, 60, 70]), Rgb([190, 60, 40])];
    fill(&mut picture, 0, 0, 540, 60 + next(80), dark);
    let left = 40 + next(120);
    for (at, digit) in [number / 100 % 10, number / 10 % 10, number % 10].into_iter().enumerate() {
        let (x, y, lit) = (left + 100 * u32::try_from(at).unwrap(), 190, DIGITS[usize::try_from(digit).unwrap()]);
        let bars = [
            (0, 0, 70, 16),
            (0, 0, 16, 70),
            (54, 0, 16, 70),
            (0, 62, 70, 16),
            (0, 62, 16, 70),
            (54, 62, 16, 70),
            (0, 124, 70, 16),
        ];
        for (bit, (dx, dy, width, height)) in bars.into_iter().enumerate() {
            if lit >> (6 - bit) & 1 == 1 {
                fill(&mut picture, x + dx, y + dy, width, height, accent);
            }
        }
    }
    for bar in 0..3 + next(5) {
        fill(&mut picture, 40, 380 + bar * 32, 60 + next(400), 20, if bar % 2 == 0 { dark } else { accent });
    }
    for line in 0..4 + next(4) {
        for word in 0..3 + next(8) {
            fill(&mut picture, 40 + word * 44, 120 + line * 9, 20 + next(20), 4, Rgb([90, 90, 90]));
        }
    }
    picture
}

/// A PNG file, with words inside.
fn png(picture: &RgbImage, words: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
    bytes.extend(words.bytes());
    bytes
}

/// Sent through a messenger: smaller, and compressed with loss.
fn forwarded(picture: &RgbImage, width: u32, quality: u8) -> RgbImage {
    let height = picture.height() * width / picture.width();
    let small = imageops::resize(picture, width, height, FilterType::Triangle);
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality).encode_image(&small).unwrap();
    image::load_from_memory(&bytes).unwrap().into_rgb8()
}

/// A screenshot: with a border of a phone's ground around it.
fn screenshot(picture: &RgbImage) -> RgbImage {
    let mut shot = RgbImage::from_pixel(picture.width() + 60, picture.height() + 360, Rgb([12, 12, 14]));
    imageops::replace(&mut shot, picture, 30, 180);
    shot
}

/// A part of each side cut off.
fn cropped(picture: &RgbImage, percent: u32) -> RgbImage {
    let (width, height) = picture.dimensions();
    let (x, y) = (width * percent / 100, height * percent / 100);
    imageops::crop_imm(picture, x, y, width - 2 * x, height - 2 * y).to_image()
}

/// A released asset whose one file is these bytes.
fn asset(name: &str, version: u32, code: &str, text: &str, bytes: &[u8]) -> ReleasedAsset {
    let number = Number { cells: vec![format!("t/{name}/v")], text: text.to_owned(), ..Number::default() };
    ReleasedAsset {
        asset: name.to_owned(),
        version,
        code: code.to_owned(),
        product: "card".to_owned(),
        table: None,
        key: None,
        language: "vi".to_owned(),
        theme: String::new(),
        period: String::new(),
        headline: name.to_owned(),
        caption: String::new(),
        alt_text: String::new(),
        description: String::new(),
        tags: Vec::new(),
        words: String::new(),
        illustrative: false,
        composite: false,
        phase: String::new(),
        lineage: [("og".to_owned(), Lineage { numbers: vec![number] })].into(),
        files: vec![ReleasedFile {
            name: format!("{name}_v{version:02}.png"),
            format: "og".to_owned(),
            encoding: Encoding::Png,
            page: 1,
            width: 540,
            height: 675,
            bytes: bytes.len() as u64,
            content: Digest::of(bytes),
            sha256: sha256(bytes),
        }],
    }
}

/// What the public sees at a second of releases that came out one after another; the last under embargo until the second 100.
fn published(now: i64, releases: Vec<Vec<ReleasedAsset>>, more: Vec<Event>) -> Published {
    let second = |second: i64| Timestamp::from_second(1_790_000_000 + second).unwrap();
    let last = releases.len() - 1;
    let releases: Vec<Release> = (0..)
        .zip(releases)
        .map(|(at, assets): (i64, _)| Release {
            name: format!("r{at}"),
            made: second(at),
            by: String::new(),
            program: String::new(),
            campaign: Facts::default(),
            assets,
            data: Vec::new(),
        })
        .collect();
    let embargo = Embargo { until: second(100), kind: EmbargoKind::Sealed };
    let released = releases.iter().enumerate().map(|(at, release)| Event::Released {
        release: release.name.clone(),
        manifest: Digest::of(b""),
        embargo: (at == last).then_some(embargo),
        expires: None,
        overruled: BTreeMap::new(),
    });
    let entries = (1..).zip(released.chain(more)).map(|(number, event)| Entry {
        number,
        at: second(number.try_into().unwrap()),
        by: String::new(),
        before: Digest::of(b""),
        event,
    });
    let ledger = Ledger { entries: entries.collect() };
    Published::at(second(now), Audience::Public, &releases, &ledger)
}

/// A campaign of two quarters and an embargoed asset; with its files.
fn campaign(now: i64, more: Vec<Event>) -> (Published, [Vec<u8>; 3]) {
    let files = [
        png(&poster(1, 715), "<mocban:Code>AAAA-AAAA-AA1</mocban:Code>"),
        png(&poster(1, 875), "<mocban:Code>BBBB-BBBB-BB2</mocban:Code>"),
        png(&poster(2, 100), "<mocban:Code>CCCC-CCCC-CC3</mocban:Code>"),
    ];
    let releases = vec![
        vec![asset("card", 1, "AAAA-AAAA-AA1", "71,5", &files[0])],
        vec![asset("card", 2, "BBBB-BBBB-BB2", "87,5", &files[1])],
        vec![asset("secret", 1, "CCCC-CCCC-CC3", "10,0", &files[2])],
    ];
    (published(now, releases, more), files)
}

#[test]
fn identical_bytes_are_told_with_their_standing() {
    let (published, files) = campaign(50, Vec::new());
    let old = of_bytes(&published, &files[0]);
    assert_eq!((old.answer, old.found[0].standing), (Verdict::Identical, Standing::Superseded), "last quarter's");
    let new = of_bytes(&published, &files[1]);
    assert_eq!((new.answer, new.found[0].standing, new.found[0].version), (Verdict::Identical, Standing::Current, 2));
    assert!(new.is_usable() && new.found[0].numbers[0].text == "87,5");
    let kill = Event::Killed {
        assets: vec![Version { asset: "card".to_owned(), version: 2 }],
        reason: [("".to_owned(), "sai".to_owned())].into(),
    };
    let (killed, _) = campaign(50, vec![kill]);
    let answer = of_bytes(&killed, &files[1]);
    assert_eq!((answer.answer, answer.found[0].standing), (Verdict::Identical, Standing::Recalled));
    assert!(!answer.is_usable() && answer.found[0].numbers.is_empty() && answer.found[0].note[""] == "sai");
}

#[test]
fn a_genuine_code_on_anything_else_is_never_identical() {
    let (published, files) = campaign(50, Vec::new());
    let forged = png(&poster(1, 975), "<mocban:Code>BBBB-BBBB-BB2</mocban:Code>");
    let answer = of_bytes(&published, &forged);
    assert_eq!((answer.answer, answer.found[0].numbers[0].text.as_str()), (Verdict::Compare, "87,5"));
    assert!(!answer.is_usable());
    let answer = of_code(&published, "bbbb bbbb bb2");
    assert_eq!((answer.answer, answer.found[0].version, answer.is_usable()), (Verdict::Compare, 2, false));
    let mut touched = files[1].clone();
    touched.push(b' ');
    assert_eq!(of_bytes(&published, &touched).answer, Verdict::Compare, "one byte more is other bytes");
}

#[test]
fn what_is_not_out_is_answered_as_what_never_was() {
    let (before, files) = campaign(99, Vec::new());
    let never = png(&poster(77, 1), "<mocban:Code>ZZZZ-ZZZZ-ZZ9</mocban:Code>");
    let json = |answer: Answer| serde_json::to_string(&answer).unwrap();
    assert_eq!(json(of_bytes(&before, &files[2])), json(of_bytes(&before, &never)));
    assert_eq!(json(of_code(&before, "CCCC-CCCC-CC3")), json(of_code(&before, "ZZZZ-ZZZZ-ZZ9")));
    assert_eq!(json(of_code(&before, "CCCC-CCCC-CC3")), json(of_code(&before, "not a code")));
    assert!(pictures(&before).all(|file| file.name != "secret_v01.png"));
    let (after, _) = campaign(100, Vec::new());
    assert_eq!(of_bytes(&after, &files[2]).answer, Verdict::Identical);
    assert_eq!(of_code(&after, "CCCC-CCCC-CC3").answer, Verdict::Compare);
}

#[test]
fn a_genuine_qr_on_a_forged_picture_asks_to_compare() {
    let (published, _) = campaign(50, Vec::new());
    let qr = qrcode::QrCode::new(b"https://towns.example/c/BBBB-BBBB-BB2").unwrap();
    let wide = u32::try_from(qr.width()).unwrap();
    let mut forged = poster(1, 975);
    fill(&mut forged, 380, 500, 5 * (wide + 8), 5 * (wide + 8), Rgb([255; 3]));
    for (at, dark) in (0..).zip(qr.to_colors().into_iter().map(|color| color == qrcode::Color::Dark)) {
        if dark {
            fill(&mut forged, 400 + at % wide * 4, 520 + at / wide * 4, 4, 4, Rgb([0; 3]));
        }
    }
    for picture in [forged.clone(), forwarded(&forged, 432, 60), screenshot(&forged)] {
        assert_eq!(of_bytes(&published, &png(&picture, "")).answer, Verdict::NotFound);
        let answer = of_qr(&published, &picture);
        assert_eq!((answer.answer, answer.found[0].numbers[0].text.as_str()), (Verdict::Compare, "87,5"));
        assert!(!answer.is_usable());
    }
    assert_eq!(of_qr(&published, &poster(1, 875)), Answer::nothing());
    let (none, _) = campaign(0, Vec::new());
    assert_eq!(of_qr(&none, &forged), Answer::nothing(), "what is not out yet is not known by its QR either");
}

/// Some designs, each released once with its number.
fn designs(count: u32) -> (Published, Vec<RgbImage>, BTreeMap<Digest, Fingerprint>) {
    let designs: Vec<RgbImage> = (0..count).map(|design| poster(design, 875)).collect();
    let mut known = BTreeMap::new();
    let assets = designs.iter().enumerate().map(|(at, picture)| {
        let bytes = png(picture, "");
        known.insert(Digest::of(&bytes), Fingerprint::of(picture));
        asset(&format!("design-{at:02}"), 1, "", "87,5", &bytes)
    });
    // The last release is under embargo until the second 100.
    let assets = assets.collect();
    (published(200, vec![assets], Vec::new()), designs, known)
}

/// What is done to a poster of some design before it is held against the released ones.
type Alteration = (&'static str, fn(&RgbImage, u32) -> RgbImage);

/// All of them; the last ones are no copies.
const ALTERATIONS: [Alteration; 9] = [
    ("recompressed at 320 px", |picture, _| forwarded(picture, 320, 40)),
    ("screenshot with a border", |picture, _| forwarded(&screenshot(picture), 400, 60)),
    ("cropped by 2%", |picture, _| cropped(picture, 2)),
    ("forged digit", |_, at| poster(at, 975)),
    ("other designs", |_, at| poster(1000 + at, 875)),
    ("recompressed at 160 px", |picture, _| forwarded(picture, 160, 25)),
    ("cropped by 5%", |picture, _| cropped(picture, 5)),
    ("cropped by 12%", |picture, _| cropped(picture, 12)),
    ("forged digit, recompressed", |_, at| forwarded(&poster(at, 375), 320, 40)),
];

/// Of how many altered pictures the search names the right design first, and of how many it names any.
fn search(count: u32, alterations: &[Alteration]) -> BTreeMap<&'static str, (usize, usize)> {
    let (published, designs, known) = designs(count);
    let mut found = BTreeMap::new();
    for (name, alter) in alterations {
        let (mut first, mut named) = (0, 0);
        for (at, picture) in (0..).zip(&designs) {
            let answer = of_likeness(&published, &Fingerprint::of(&alter(picture, at)), &known);
            assert_ne!(answer.answer, Verdict::Identical);
            let right = format!("design-{at:02}");
            first += usize::from(answer.found.first().is_some_and(|known| known.asset == right));
            named += usize::from(!answer.found.is_empty());
        }
        found.insert(*name, (first, named));
    }
    found
}

#[test]
fn likeness_finds_copies_and_forgeries_alike_and_judges_neither() {
    let found = search(4, &ALTERATIONS[..5]);
    assert_eq!(found.values().map(|(first, _)| first).sum::<usize>(), 16, "{found:?}");
    assert_eq!(found["forged digit"].0, 4, "a forgery is found as surely as a copy: likeness cannot judge");
    assert_eq!(found["other designs"].0, 0);
}

#[test]
#[ignore = "the table of ARCHITECTURE.md, two minutes: cargo test --lib verify:: -- --ignored --nocapture"]
fn likeness_measured() {
    for (name, (first, named)) in search(40, &ALTERATIONS) {
        println!("{name}: right first {first}/40, named at all {named}/40");
    }
}

#[test]
fn every_standing_has_a_word() {
    use crate::diagnostic::{MessageLanguage, Wording};
    for language in [MessageLanguage::Vietnamese, MessageLanguage::English] {
        let wording = Wording::new(language);
        for id in Standing::ALL.map(|standing| format!("verify-{}", standing.name())) {
            assert_ne!(wording.say(&id, &[]), id);
        }
    }
}
