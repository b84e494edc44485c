//! Tests of the presets and of a campaign's own formats.

use super::*;
use crate::diagnostic::{Severity, assert_worded};

/// Formats of a campaign with this `formats.toml`.
fn read(text: &str) -> Checked<Formats> {
    let mut folder = Folder::new();
    folder.insert(FILE, text.as_bytes());
    let read = Formats::read(&folder);
    assert_worded(read.as_ref().map_or_else(|found| found, |read| &read.warnings));
    read
}

/// Codes and places of a wrong `formats.toml`.
fn errors(text: &str) -> Vec<String> {
    let found = read(text).expect_err("it should not be accepted");
    found.iter().map(|d| format!("{} {}", d.code, d.spans[0])).collect()
}

#[test]
fn built_in_presets_are_flawless() {
    let read = Formats::read(&Folder::new()).expect("presets");
    assert!(read.warnings.is_empty(), "{:?}", read.warnings);
    assert!(read.value.presets().count() >= 50);
    for preset in read.value.presets() {
        let format = &preset.format;
        let (trim, safe) = (format.trim_box(), format.safe_box());
        assert!(trim.contains(&safe, 0.0) && safe.width > 0.0, "{}", format.name);
        assert!(preset.title.contains_key("vi") && preset.title.contains_key("en"), "{}", format.name);
        assert!(!format.source.is_empty(), "{}", format.name);
        assert!(!format.checked.is_empty() || format.confidence != "high", "{}", format.name);
        assert!(format.rem >= 12.0 || format.trim.height < 33.0, "{}: {}", format.name, format.rem);
        assert!(format.trim.width.fract() == 0.0 && format.trim.height.fract() == 0.0 && format.bleed.fract() == 0.0);
    }
}

#[test]
fn millimetres_become_the_pixels_that_printers_expect() {
    let formats = Formats::built_in();
    for (name, width, height) in [
        ("a4", 2480.0, 3508.0),
        ("a3", 3508.0, 4961.0),
        ("a2", 3307.0, 4677.0),
        ("a1", 3508.0, 4967.0),
        ("a0", 4967.0, 7022.0),
        ("poster-60x90", 3543.0, 5315.0),
        ("poster-80x120", 4724.0, 7087.0),
        ("standee-80x200", 4724.0, 11811.0),
        ("bangron-10x1", 28346.0, 2835.0),
        ("backdrop-10x4", 28346.0, 11339.0),
        ("pano-2x3", 11811.0, 7874.0),
        ("pano-6x12", 14173.0, 7087.0),
        ("pano-6x12-72dpi", 34016.0, 17008.0),
        ("fb-story", 1080.0, 1920.0),
    ] {
        let format = formats.get(name).expect(name);
        assert_eq!((format.trim.width, format.trim.height), (width, height), "{name}");
    }
    assert_eq!(formats.get("a4").unwrap().bleed, 35.0);
    assert_eq!(formats.get("a4").unwrap().trim_mm, Some((210.0, 297.0)));
}

#[test]
fn a_board_knows_its_size_from_its_pitch() {
    let formats = Formats::built_in();
    let ticker = formats.get("led-p10-mono-320x32").unwrap();
    assert_eq!((ticker.shape, ticker.rem, ticker.snap), (Shape::Ticker, 16.0, true));
    assert_eq!(ticker.trim_mm, Some((3200.0, 320.0)));
    assert_eq!(ticker.dpi, 2.54);
    let banner = formats.get("bangron-10x1").unwrap();
    assert_eq!((banner.shape, banner.snap), (Shape::Wide, false));
    assert_eq!(banner.rem, 249.01);
    assert_eq!(formats.get("pano-6x12").unwrap().distance_mm, 20_125.0);
    assert_eq!(formats.get("fb-portrait").unwrap().distance_mm, 350.0);
}

#[test]
fn a_campaign_changes_single_keys_and_adds_formats() {
    let text = "[a4]\ndpi = 150\nsafe = [\"10%\", 0, \"1cm\", \"20px\"]\n\n[bang-ubnd]\nwidth = \"2.56m\"\nheight = \"1.28m\"\n\
                led = { pitch = \"5mm\", module = [64, 32] }\nmax_bytes = \"1MiB\"\nrem = \"20px\"\n";
    let read = read(text).expect("formats");
    assert!(read.warnings.is_empty(), "{:?}", read.warnings);
    let sheet = read.value.get("a4").unwrap();
    assert_eq!((sheet.trim.width, sheet.bleed), (1240.0, 18.0));
    assert_eq!(sheet.safe, Insets { top: 175.4, right: 0.0, bottom: 59.06, left: 20.0 });
    assert_eq!(sheet.source, "ISO 216; 3 mm bleed is general offset practice");
    let board = read.value.get("bang-ubnd").unwrap();
    assert_eq!((board.trim.width, board.trim.height, board.rem), (512.0, 256.0, 20.0));
    assert_eq!((board.max_bytes, board.confidence.as_str()), (Some(1_048_576), "low"));
}

#[test]
fn everything_wrong_is_said_at_once_with_its_place() {
    let text = "[Sai]\nwidth = \"10px\"\nheight = \"10px\"\n\
                [b]\nwidht = \"10px\"\nheight = \"ten\"\nshape = \"tal\"\n\
                [c]\nwidth = \"210mm\"\nheight = \"297mm\"\n\
                [d]\nwidth = \"70000px\"\nheight = \"10px\"\n\
                [e]\nwidth = \"100px\"\nheight = \"0px\"\nmax_bytes = \"1mb\"\nchecked = \"2026-13\"\n\
                [f]\nwidth = \"100px\"\nheight = \"100px\"\nsafe = \"40%\"\nencodings = [\"jpg\"]\n";
    let found = errors(text);
    for wanted in [
        "MB0401 formats.toml:1",
        "MB0013 formats.toml:4",
        "MB0402 formats.toml:6:10",
        "MB0410 formats.toml:7:9",
        "MB0011 formats.toml:5:1",
        "MB0405 formats.toml:9:9",
        "MB0406 formats.toml:12:9",
        "MB0403 formats.toml:16:10",
        "MB0404 formats.toml:17:13",
        "MB0411 formats.toml:18:11",
        "MB0407 formats.toml:22:8",
        "MB0410 formats.toml:23:14",
    ] {
        assert!(found.iter().any(|line| line.starts_with(wanted)), "{wanted} is not in {found:#?}");
    }
    assert_eq!(found.len(), 12, "{found:#?}");
}

#[test]
fn nasty_values_are_refused_without_a_panic() {
    for text in [
        "a = 3",
        "[a]\nwidth = 1080\nheight = 5",
        "[a]\nwidth = \"1px\"\nheight = \"1px\"\nled = 3",
        "[a]\nwidth = \"1px\"\nheight = \"1px\"\nled = { pitch = \"0mm\" }",
        "[a]\nwidth = \"1px\"\nheight = \"1px\"\nled = { pitch = \"1mm\", module = [0] }",
        "[a]\nwidth = \"1px\"\nheight = \"1px\"\nsafe = [\"1px\"]x",
        "[a]\nwidth = \"1px\"\nheight = \"1px\"\nsafe = [\"1px\", \"1px\"]",
        "[a]\nwidth = \"1mm\"\nheight = \"1mm\"\ndpi = 0",
        "[a]\nwidth = \"0.001mm\"\nheight = \"1mm\"\ndpi = 72",
        "[a]\nwidth = \"1px\"\nheight = \"1px\"\ndpi = inf",
        "[a]\nwidth = \"9999999999999999999999999999999999999999px\"\nheight = \"1px\"",
        "[a]\nwidth = \"1px\"\nheight = \"1px\"\ndistance = \"3px\"",
        "[a]\nwidth = \"5%\"\nheight = \"1px\"",
        "[a",
        "\u{E000}",
    ] {
        assert!(read(text).is_err(), "{text} should be refused");
    }
}

#[test]
fn boards_of_broken_modules_are_warned_about() {
    let read =
        read("[x]\nwidth = \"600px\"\nheight = \"300px\"\nled = { pitch = \"10mm\", module = [32, 16] }\n").expect("x");
    assert_eq!(read.warnings.len(), 1);
    assert_eq!((read.warnings[0].code, read.warnings[0].severity), ("MB0408", Severity::Warning));
    assert!(read.warnings[0].args.contains(&("better", "608 × 304".to_owned())));
}

#[test]
fn stale_presets_are_found_by_date() {
    let formats = Formats::built_in();
    let stale: Vec<_> = formats.checked_before(jiff::civil::date(2026, 1, 1)).map(|p| p.format.name.as_str()).collect();
    assert!(stale.contains(&"fb-square") && stale.contains(&"zalo-oa-cover") && !stale.contains(&"a4"), "{stale:?}");
    assert_eq!(formats.checked_before(jiff::civil::date(2030, 1, 1)).count(), formats.presets().count());
}

proptest::proptest! {
    /// Whatever the size, the shape follows from the proportions and one rem is a sensible part of the surface.
    #[test]
    fn any_size_gives_a_usable_rem(width in 50u32..20_000, height in 50u32..20_000) {
        let read = read(&format!("[x]\nwidth = \"{width}px\"\nheight = \"{height}px\"\n")).expect("x");
        let format = read.value.get("x").unwrap();
        proptest::prop_assert_eq!(format.shape, Shape::of(format.trim));
        proptest::prop_assert!(format.rem > 0.0 && format.rem <= format.trim.height.max(format.trim.width));
    }
}
