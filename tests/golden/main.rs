//! Golden cases: filled markup in, a layout dump and a small picture out, compared with what was blessed.
//!
//! `tests/golden/cases/NAME.svg` begins with `<!-- 240x300 rem=10 … -->`: the trim in pixels, the rem, and perhaps
//! `bleed=6`, `safe=12` (pixels), `snap`, `illustrative`. `NAME.txt` holds the dump of every page, exactly;
//! `NAME.png` the pages below each other, within ±1 a channel. `BLESS=1 cargo test --test golden` rewrites both:
//! look at each picture before it is committed. What differs is shown under `target/golden/`.

#![allow(clippy::unwrap_used, clippy::cast_possible_truncation, reason = "a test may stop; pictures are small")]

mod kit;
mod picture;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};
use mocban::diagnostic::{MessageLanguage, Wording};
use mocban::format::Format;
use mocban::layout::{Scene, compose, dump};
use mocban::paint::Painter;
use mocban::svg::draw;
use mocban::text::Fonts;
use picture::Picture;

/// Most bytes of a reference picture.
const LARGEST: usize = 20 * 1024;
/// Longest edge of a page in pixels.
const LONGEST: f32 = 300.0;

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let home = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/cases");
    let mut names = BTreeSet::new();
    let mut references = Vec::new();
    for entry in std::fs::read_dir(&home).unwrap().map(Result::unwrap) {
        let path = entry.path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        match path.extension().and_then(|e| e.to_str()) {
            Some("svg") => _ = names.insert(name),
            _ => references.push((name, path)),
        }
    }
    let orphans: Vec<PathBuf> =
        references.into_iter().filter(|(name, _)| !names.contains(name)).map(|(_, path)| path).collect();
    let mut trials: Vec<Trial> = names
        .into_iter()
        .map(|name| {
            let path = home.join(&name);
            Trial::test(name, move || check(&path))
        })
        .collect();
    trials.push(Trial::test("no_orphan_references", move || {
        if orphans.is_empty() { Ok(()) } else { Err(format!("references without a case: {orphans:?}").into()) }
    }));
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// One case: `path` is its name without an extension.
fn check(path: &Path) -> Result<(), Failed> {
    let source = std::fs::read_to_string(path.with_extension("svg")).unwrap();
    let (head, _) = source.split_once("-->").ok_or("the first line is no comment with the size")?;
    let (format, illustrative) = surface(head.trim_start_matches("<!--").trim())?;
    let (text, picture) = make(&source, &format, illustrative)?;
    let (dump_path, picture_path) = (path.with_extension("txt"), path.with_extension("png"));
    let bytes = picture.to_png();
    if bytes.len() > LARGEST {
        return Err(format!("the picture has {} bytes, more than {LARGEST}", bytes.len()).into());
    }
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&dump_path, text).unwrap();
        // Another encoder may write the same picture differently: what is the same stays.
        let same = std::fs::read(&picture_path).ok().is_some_and(|old| Picture::read(&old).near(&picture));
        if !same {
            std::fs::write(&picture_path, bytes).unwrap();
        }
        return Ok(());
    }
    let blessed = std::fs::read_to_string(&dump_path).map_err(|_| "not blessed: run with BLESS=1, then look at it")?;
    let expected = Picture::read(&std::fs::read(&picture_path).map_err(|_| "has no reference picture")?);
    let near = expected.near(&picture);
    if !near || blessed != text {
        let target = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).with_file_name("golden");
        std::fs::create_dir_all(&target).unwrap();
        let strip = target.join(path.with_extension("png").file_name().unwrap());
        std::fs::write(&strip, expected.strip(&picture).to_png()).unwrap();
        let pixels = if near { "the same" } else { "different" };
        let shown = strip.display();
        return Err(format!(
            "pixels are {pixels} ({shown}: expected, difference, actual)\n{}",
            changed(&blessed, &text)
        )
        .into());
    }
    Ok(())
}

/// The surface that a case's first line names.
fn surface(head: &str) -> Result<(Format, bool), Failed> {
    let wrong = || Failed::from(format!("cannot read {head:?}"));
    let mut words = head.split_whitespace();
    let (width, height) = words.next().and_then(|size| size.split_once('x')).ok_or_else(wrong)?;
    let number = |text: &str| text.parse::<f32>().map_err(|_| wrong());
    let mut format = kit::surface(number(width)?, number(height)?, 10.0, 0.0);
    let mut illustrative = false;
    for word in words {
        match word.split_once('=') {
            Some(("rem", value)) => format.rem = number(value)?,
            Some(("bleed", value)) => format.bleed = number(value)?,
            Some(("safe", value)) => format.safe = mocban::units::Insets::all(number(value)?),
            None if word == "snap" => format.snap = true,
            None if word == "illustrative" => illustrative = true,
            _ => return Err(wrong()),
        }
    }
    if format.trim.width.max(format.trim.height) + 2.0 * format.bleed > LONGEST {
        return Err("larger than 300 pixels".into());
    }
    Ok((format, illustrative))
}

/// Dump and picture of a case.
fn make(source: &str, format: &Format, illustrative: bool) -> Result<(String, Picture), Failed> {
    let brand = &*kit::KIT;
    let fonts = Fonts::new(&brand.typefaces);
    let theme = &brand.themes[&brand.default_theme];
    let atlas = kit::atlas();
    let scene = Scene {
        brand,
        theme,
        fonts: &fonts,
        atlas: &atlas,
        pictures: &kit::PICTURES,
        format,
        language: "vi",
        illustrative,
    };
    let wording = Wording::new(MessageLanguage::English);
    let frames = compose(&kit::markup(source), &scene)
        .map_err(|found| found.iter().map(|d| format!("{} {}\n", d.code, wording.message(d))).collect::<String>())?
        .value;
    let mut text = String::new();
    let mut pages = Vec::new();
    for frame in &frames {
        let _ = write!(text, "{}", dump(frame));
        let pixels = Painter::default().paint(&draw(frame, &fonts, format)).map_err(|error| format!("{error:?}"))?;
        pages.push(Picture::of(&pixels));
    }
    Ok((text, Picture::below_each_other(&pages)))
}

/// Lines of a dump that are gone (`-`) and new (`+`).
fn changed(old: &str, new: &str) -> String {
    let (before, after): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let gone = before.iter().filter(|line| !after.contains(line)).map(|line| format!("- {line}\n"));
    let come = after.iter().filter(|line| !before.contains(line)).map(|line| format!("+ {line}\n"));
    gone.chain(come).collect()
}
