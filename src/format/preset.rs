//! Reads one table of `formats.toml` into a surface in final pixels.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::length::{Length, bytes};
use super::rem::{hundredth, rem};
use super::{Format, Preset, Shape, Use};
use crate::diagnostic::{Diagnostic, Findings, Span};
use crate::settings::{Document, Entry, Given, Section, is_name, plain};
use crate::source::Source;
use crate::units::{Insets, MM_PER_INCH, Size};

/// Longest side of a surface with its bleed, in pixels; the widest encoders stop a little above.
const LONGEST: f32 = 60_000.0;
/// A safe area keeps at least this share of each side (YouTube's channel banner, the narrowest known, keeps 0.29).
const LEAST_SAFE: f32 = 0.25;
/// Pixels per inch of a surface that is given in pixels alone.
const SCREEN_DPI: f32 = 72.0;
/// Viewing distance of a screen in the hand or on a desk, in millimetres.
const SCREEN_DISTANCE: f32 = 350.0;
/// Least viewing distance of a surface of known size, in millimetres.
const LEAST_DISTANCE: f32 = 400.0;
/// A surface of known size is looked at from so many of its diagonals.
const DIAGONALS: f32 = 1.5;
/// The file types a surface may name; the same as `Encoding::ALL`, which stands below this room.
pub(super) const ENCODINGS: [&str; 7] = ["png", "jpeg", "webp", "avif", "tiff", "svg", "pdf"];

/// Every preset: the built-in ones, with the campaign's keys before theirs, and the campaign's own.
pub(super) fn read_all<'d>(
    (built_in, document): (&'d Source, &'d Document<'d>),
    own: Option<(&'d Source, &'d Document<'d>)>,
    findings: &mut Findings,
) -> BTreeMap<String, Preset> {
    let bases = Section::root(built_in, document).all();
    let owns = own.map(|(source, document)| Section::root(source, document).all()).unwrap_or_default();
    let mut presets = BTreeMap::new();
    for base in bases.iter().filter(|base| owns.iter().all(|own| own.key != base.key)) {
        presets.extend(read(base, None, findings).map(|preset| (base.key.to_owned(), preset)));
    }
    for own in &owns {
        let base = bases.iter().find(|base| base.key == own.key);
        presets.extend(read(own, base, findings).map(|preset| (own.key.to_owned(), preset)));
    }
    presets
}

/// One preset, over a base when it changes one; none when its size makes no sense.
fn read(entry: &Entry<'_>, base: Option<&Entry<'_>>, findings: &mut Findings) -> Option<Preset> {
    let section = Section::of(entry).and_then(|section| match base {
        Some(base) => section.falling_back(base),
        None => Ok(section),
    });
    let mut section = section.map_err(|diagnostic| findings.push(diagnostic)).ok()?;
    if !is_name(entry.key) {
        section.push(Diagnostic::error("MB0401").arg("name", entry.key).at(entry.span()).hint("hint"));
    }
    let preset = surface(&mut section, entry.key);
    section.finish(findings);
    preset
}

/// A surface's size and how its pixels relate to millimetres.
struct Area {
    /// Whole pixels.
    trim: Size,
    /// Millimetres, when known.
    trim_mm: Option<(f32, f32)>,
    /// Pixels per inch.
    dpi: f32,
    /// Whether it is an LED board.
    led: bool,
    /// The width's place.
    span: Span,
}

/// Reads all keys of a preset; asks for each of them even when the size is wrong, so that no known key counts as
/// unknown.
fn surface(section: &mut Section<'_>, name: &str) -> Option<Preset> {
    let area = area(section);
    let title = plain(&section.words("title"));
    let usage = usage(section);
    let bleed = length(section, "bleed", false);
    let safe = section.entry("safe");
    let distance = length(section, "distance", true);
    let own_rem = length(section, "rem", false);
    let shape = shape(section);
    let max_bytes = section.read("max_bytes", |entry| {
        bytes(&entry.text()?)
            .ok_or_else(|| Diagnostic::error("MB0404").arg("key", entry.key).at(entry.span()).hint("hint"))
    });
    let encodings = encodings(section);
    let (source, checked, confidence) = provenance(section);

    let area = area?;
    let dpi = area.dpi;
    let bleed = bleed.map_or(0.0, |bleed| bleed.value.pixels(dpi, 0.0).round());
    check_side(section, &area, bleed)?;
    let safe = safe.map(|entry| safe_area(section, &entry, &area)).unwrap_or_default();
    let usage = usage.unwrap_or(match (area.led, area.trim_mm) {
        (true, _) => Use::Led,
        (false, Some(_)) => Use::Print,
        (false, None) => Use::Screen,
    });
    let distance_mm =
        distance.and_then(|given| given.value.millimetres()).unwrap_or_else(|| viewing_distance(area.trim_mm));
    let shape = shape.unwrap_or_else(|| Shape::of(area.trim));
    let own_rem = own_rem.map(|given| hundredth(given.value.pixels(dpi, 0.0))).filter(|rem| *rem > 0.0);
    let format = Format {
        name: name.to_owned(),
        trim: area.trim,
        trim_mm: area.trim_mm,
        dpi,
        bleed,
        safe,
        distance_mm,
        rem: own_rem.unwrap_or_else(|| rem(area.trim, shape, area.led, distance_mm, dpi)),
        shape,
        snap: area.led,
        max_bytes: max_bytes.map(|given| given.value),
        encodings,
        usage,
        source,
        checked,
        confidence,
    };
    Some(Preset { format: Arc::new(format), title, usage })
}

/// Width, height, dpi and LED pitch as pixels and millimetres; none when one of them is missing or wrong.
fn area(section: &mut Section<'_>) -> Option<Area> {
    let width = size(section, "width");
    let height = size(section, "height");
    let dpi = section.read("dpi", Entry::number);
    let led = section.entry("led").and_then(|entry| led(section, &entry));
    let (width, height) = (width?, height?);
    if let Some(wrong) = dpi.as_ref().filter(|dpi| dpi.value <= 0.0) {
        section.push(Diagnostic::error("MB0403").arg("key", "dpi").at(wrong.span.clone()));
        return None;
    }
    let dpi = match (&led, dpi) {
        (Some(led), _) => MM_PER_INCH / led.pitch,
        (None, Some(dpi)) => dpi.value,
        (None, None) if width.value.is_physical() || height.value.is_physical() => {
            section.push(Diagnostic::error("MB0405").at(width.span).hint("hint"));
            return None;
        }
        (None, None) => SCREEN_DPI,
    };
    let exact = Size { width: width.value.pixels(dpi, 0.0), height: height.value.pixels(dpi, 0.0) };
    let trim = Size { width: exact.width.round(), height: exact.height.round() };
    let trim_mm = match &led {
        Some(led) => {
            check_modules(section, led, trim, exact, &width.span);
            Some((trim.width * led.pitch, trim.height * led.pitch))
        }
        None => width.value.millimetres().zip(height.value.millimetres()),
    };
    Some(Area { trim, trim_mm, dpi, led: led.is_some(), span: width.span })
}

/// An LED board's make.
struct Led {
    /// Millimetres from lamp to lamp.
    pitch: f32,
    /// Pixels of one module.
    module: Option<(f32, f32)>,
}

/// Reads `led = { pitch = "10mm", module = [32, 16] }`.
fn led(section: &mut Section<'_>, entry: &Entry<'_>) -> Option<Led> {
    let mut inner = section.keep(Section::of(entry))?;
    let pitch = inner.require("pitch", |entry| {
        let pitch = Length::parse(&entry.text()?).and_then(Length::millimetres).filter(|pitch| *pitch > 0.0);
        pitch.ok_or_else(|| Diagnostic::error("MB0402").arg("key", entry.key).at(entry.span()).hint("physical"))
    });
    let module = inner.read("module", |entry| {
        let sides = entry.list()?.iter().map(Entry::number).collect::<Result<Vec<_>, _>>()?;
        match sides[..] {
            [width, height] if width >= 1.0 && height >= 1.0 => Ok((width, height)),
            _ => Err(Diagnostic::error("MB0409").at(entry.span())),
        }
    });
    let mut findings = Findings::new();
    inner.finish(&mut findings);
    findings.into_vec().into_iter().for_each(|diagnostic| section.push(diagnostic));
    Some(Led { pitch: pitch?.value, module: module.map(|given| given.value) })
}

/// Warns about a board that is not made of whole modules, or whose millimetres are not whole pixels.
fn check_modules(section: &mut Section<'_>, led: &Led, trim: Size, exact: Size, span: &Span) {
    let (width, height) = led.module.unwrap_or((1.0, 1.0));
    let off = |pixels: f32, exact: f32, module: f32| (pixels - exact).abs() > 0.01 || pixels % module != 0.0;
    if off(trim.width, exact.width, width) || off(trim.height, exact.height, height) {
        let whole = |pixels: f32, module: f32| (pixels / module).ceil() * module;
        section.push(
            Diagnostic::warning("MB0408")
                .arg("width", trim.width)
                .arg("height", trim.height)
                .arg("module", format!("{width} × {height}"))
                .arg("better", format!("{} × {}", whole(trim.width, width), whole(trim.height, height)))
                .at(span.clone())
                .hint("hint"),
        );
    }
}

/// A side of the surface: required, above zero, no share.
fn size(section: &mut Section<'_>, key: &'static str) -> Option<Given<Length>> {
    section.require(key, |entry| {
        let length = read_length(entry, false)?;
        if length.is_share() || length.pixels(SCREEN_DPI, 0.0) <= 0.0 {
            return Err(Diagnostic::error("MB0403").arg("key", entry.key).at(entry.span()));
        }
        Ok(length)
    })
}

/// A length that may be missing; `physical` ones take no pixels.
fn length(section: &mut Section<'_>, key: &'static str, physical: bool) -> Option<Given<Length>> {
    section.read(key, |entry| read_length(entry, physical))
}

/// A length that is no share.
fn read_length(entry: &Entry<'_>, physical: bool) -> Result<Length, Diagnostic> {
    let wrong = || {
        let hint = if physical { "physical" } else { "hint" };
        Diagnostic::error("MB0402").arg("key", entry.key).at(entry.span()).hint(hint)
    };
    let text = entry.scalar()?;
    Length::parse(&text)
        .filter(|length| !length.is_share() && (!physical || length.millimetres().is_some_and(|mm| mm > 0.0)))
        .ok_or_else(wrong)
}

/// Refuses sides beyond what can be drawn (`MB0406`) or below one pixel (`MB0403`).
fn check_side(section: &mut Section<'_>, area: &Area, bleed: f32) -> Option<()> {
    let longest = area.trim.width.max(area.trim.height) + 2.0 * bleed;
    if longest > LONGEST {
        let diagnostic = Diagnostic::error("MB0406").arg("pixels", longest).arg("limit", LONGEST);
        section.push(diagnostic.at(area.span.clone()).hint("hint"));
        return None;
    }
    if area.trim.width < 1.0 || area.trim.height < 1.0 {
        section.push(Diagnostic::error("MB0403").arg("key", "width").at(area.span.clone()));
        return None;
    }
    Some(())
}

/// Reads `safe`: one length for all sides, shares of the shorter one, or four (top, right, bottom, left), shares of
/// the side's own axis.
fn safe_area(section: &mut Section<'_>, entry: &Entry<'_>, area: &Area) -> Insets {
    let sides = if entry.is_list() { entry.list().unwrap_or_default() } else { vec![entry.clone()] };
    let mut lengths = Vec::new();
    for side in &sides {
        let length = side.scalar().map(|text| Length::parse(&text));
        match section.keep(length) {
            Some(Some(length)) => lengths.push(length),
            Some(None) => section.push(Diagnostic::error("MB0402").arg("key", "safe").at(side.span()).hint("safe")),
            None => {}
        }
    }
    if lengths.len() < sides.len() {
        return Insets::default();
    }
    let Size { width, height } = area.trim;
    let pixels = |length: Length, whole: f32| {
        let pixels = length.pixels(area.dpi, whole);
        if area.led { pixels.ceil() } else { hundredth(pixels) }
    };
    let safe = match lengths[..] {
        [all] => Insets::all(pixels(all, width.min(height))),
        [top, right, bottom, left] => Insets {
            top: pixels(top, height),
            right: pixels(right, width),
            bottom: pixels(bottom, height),
            left: pixels(left, width),
        },
        _ => {
            section.push(Diagnostic::error("MB0402").arg("key", "safe").at(entry.span()).hint("safe"));
            return Insets::default();
        }
    };
    if width - safe.left - safe.right < LEAST_SAFE * width || height - safe.top - safe.bottom < LEAST_SAFE * height {
        section.push(Diagnostic::error("MB0407").at(entry.span()).hint("hint"));
    }
    safe
}

/// How far a surface is looked at from: by its diagonal when its size is known, else as a screen. Millimetres.
fn viewing_distance(trim_mm: Option<(f32, f32)>) -> f32 {
    trim_mm.map_or(SCREEN_DISTANCE, |(width, height)| (DIAGONALS * width.hypot(height)).max(LEAST_DISTANCE).round())
}

/// One of a few words, or `MB0410` with a suggestion.
fn one_of<T: Copy>(entry: &Entry<'_>, known: &[(&'static str, T)]) -> Result<T, Diagnostic> {
    let text = entry.text()?;
    known.iter().find(|(name, _)| *name == text).map(|(_, value)| *value).ok_or_else(|| {
        let diagnostic = Diagnostic::error("MB0410").arg("key", entry.key).arg("value", &text).at(entry.span());
        diagnostic.suggest(&text, known.iter().map(|(name, _)| *name))
    })
}

/// Reads `use`.
fn usage(section: &mut Section<'_>) -> Option<Use> {
    let known = [
        ("print", Use::Print),
        ("large", Use::Large),
        ("led", Use::Led),
        ("social", Use::Social),
        ("screen", Use::Screen),
    ];
    section.read("use", |entry| one_of(entry, &known)).map(|given| given.value)
}

/// Reads `shape`.
fn shape(section: &mut Section<'_>) -> Option<Shape> {
    let known = [("wide", Shape::Wide), ("square", Shape::Square), ("tall", Shape::Tall), ("ticker", Shape::Ticker)];
    section.read("shape", |entry| one_of(entry, &known)).map(|given| given.value)
}

/// Reads `encodings`.
fn encodings(section: &mut Section<'_>) -> Vec<String> {
    let known = ENCODINGS.map(|name| (name, name));
    let Some(items) = section.read("encodings", Entry::list) else { return Vec::new() };
    items.value.iter().filter_map(|item| section.keep(one_of(item, &known))).map(str::to_owned).collect()
}

/// Reads `source`, `checked` (an ISO day or month) and `confidence`.
fn provenance(section: &mut Section<'_>) -> (String, String, String) {
    let source = section.text("source");
    let checked = section.read("checked", |entry| {
        let text = entry.scalar()?;
        let day = if text.len() == 7 { format!("{text}-01") } else { text.clone() };
        match day.parse::<jiff::civil::Date>() {
            Ok(date) if date.to_string() == day => Ok(text),
            _ => Err(Diagnostic::error("MB0411").arg("value", text).at(entry.span()).hint("hint")),
        }
    });
    let known = ["high", "medium", "low"].map(|name| (name, name));
    let confidence = section.read("confidence", |entry| one_of(entry, &known));
    (
        source,
        checked.map(|given| given.value).unwrap_or_default(),
        confidence.map_or("low", |given| given.value).to_owned(),
    )
}
