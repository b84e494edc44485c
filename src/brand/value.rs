//! Values of the simple types, read from JSON with references followed.

use super::colorspace::{ColorSpace, SPACES};
use super::document::Document;
use super::json::{Json, Value};
use super::kind::Kind;
use super::token::{Dimension, DimensionUnit};
use crate::color::Color;
use crate::diagnostic::{Diagnostic, Findings};

/// Named weights (Design Tokens 2025.10, "font weight"); case matters.
const WEIGHTS: [(&str, u16); 18] = [
    ("thin", 100),
    ("hairline", 100),
    ("extra-light", 200),
    ("ultra-light", 200),
    ("light", 300),
    ("normal", 400),
    ("regular", 400),
    ("book", 400),
    ("medium", 500),
    ("semi-bold", 600),
    ("demi-bold", 600),
    ("bold", 700),
    ("extra-bold", 800),
    ("ultra-bold", 800),
    ("black", 900),
    ("heavy", 900),
    ("extra-black", 950),
    ("ultra-black", 950),
];

/// Reads values; what is wrong with them is gathered.
pub(super) struct Reader<'a, 'f> {
    /// Where references lead.
    pub(super) document: &'a Document<'a>,
    /// What was found.
    pub(super) findings: &'f mut Findings,
}

impl<'a> Reader<'a, '_> {
    /// Follows references to a literal of a type.
    pub(super) fn literal(&mut self, node: &'a Json, kind: Option<Kind>) -> Option<&'a Json> {
        match self.document.follow(node, kind) {
            Ok(literal) => Some(literal),
            Err(error) => {
                self.findings.push(error);
                None
            }
        }
    }

    /// Reports a literal of the wrong kind.
    pub(super) fn mismatch<T>(&mut self, node: &Json, expected: &str) -> Option<T> {
        let found = node.describe();
        self.findings
            .push(Diagnostic::error("MB0319").arg("expected", expected).arg("found", found).at(node.span.clone()));
        None
    }

    /// Reports a number outside its range.
    pub(super) fn outside<T>(&mut self, node: &Json, what: &str, range: &str) -> Option<T> {
        let found = node.describe();
        let error = Diagnostic::error("MB0322").arg("what", what).arg("range", range).arg("found", found);
        self.findings.push(error.at(node.span.clone()));
        None
    }

    /// Reports a word that is not among those known.
    pub(super) fn unknown_word<T>(&mut self, node: &Json, what: &str, word: &str, known: &[&str]) -> Option<T> {
        let error = Diagnostic::error("MB0325").arg("what", what).arg("found", word).at(node.span.clone());
        self.findings.push(error.suggest(word, known.iter().copied()));
        None
    }

    /// Warns of a value in the form that came before 2025.10.
    fn legacy(&mut self, node: &Json, instead: String) {
        let found = node.describe();
        self.findings
            .push(Diagnostic::warning("MB0323").arg("found", found).arg("instead", instead).at(node.span.clone()));
    }

    /// A JSON number, or a pointer at one; `kind` lets a whole token of that type be named too.
    pub(super) fn double(&mut self, node: &'a Json, kind: Option<Kind>) -> Option<f64> {
        let literal = self.part(node, kind)?;
        match literal.value {
            Value::Number(number) => Some(number),
            _ => self.mismatch(literal, "number"),
        }
    }

    /// A part of a value: pointers are followed everywhere, `{…}` only where a whole token may stand.
    fn part(&mut self, node: &'a Json, kind: Option<Kind>) -> Option<&'a Json> {
        if kind.is_none() && node.text().is_some() { Some(node) } else { self.literal(node, kind) }
    }

    /// `number`, as single precision.
    pub(super) fn number(&mut self, node: &'a Json, kind: Option<Kind>) -> Option<f32> {
        let number = self.double(node, kind)?;
        match narrow(number) {
            Some(number) => Some(number),
            None => self.outside(node, "number", "±3.4e38"),
        }
    }

    /// `dimension`.
    pub(super) fn dimension(&mut self, node: &'a Json) -> Option<Dimension> {
        let node = self.literal(node, Some(Kind::Dimension))?;
        if let Some(text) = node.text() {
            let parsed =
                [("rem", DimensionUnit::Rem), ("px", DimensionUnit::Px)].into_iter().find_map(|(name, unit)| {
                    let value = text.trim().strip_suffix(name)?.trim().parse::<f64>().ok().and_then(narrow)?;
                    Some((Dimension { value, unit }, name))
                });
            let Some((dimension, unit)) = parsed else { return self.mismatch(node, "dimension {\"value\", \"unit\"}") };
            self.legacy(node, format!("{{\"value\": {}, \"unit\": \"{unit}\"}}", dimension.value));
            return Some(dimension);
        }
        let [value, unit] = self.members(node, "dimension", ["value", "unit"])?;
        let value = self.number(value, None);
        let unit = self.word(unit, "unit", &["px", "rem"]);
        let unit = if unit? == "px" { DimensionUnit::Px } else { DimensionUnit::Rem };
        Some(Dimension { value: value?, unit })
    }

    /// `dimension`, in rem.
    pub(super) fn rem(&mut self, node: &'a Json) -> Option<f32> {
        self.dimension(node).map(Dimension::rem)
    }

    /// `duration`, in milliseconds.
    pub(super) fn duration(&mut self, node: &'a Json) -> Option<f32> {
        let node = self.literal(node, Some(Kind::Duration))?;
        let [value, unit] = self.members(node, "duration", ["value", "unit"])?;
        let number = self.number(value, None);
        let unit = self.word(unit, "unit", &["ms", "s"]);
        let (number, unit) = (number?, unit?);
        if number < 0.0 {
            return self.outside(value, "duration", "≥ 0");
        }
        Some(if unit == "s" { number * 1000.0 } else { number })
    }

    /// One of some words.
    pub(super) fn word(&mut self, node: &'a Json, what: &str, known: &[&str]) -> Option<&'a str> {
        let node = self.part(node, None)?;
        match node.text() {
            Some(word) if known.contains(&word) => Some(word),
            Some(word) => self.unknown_word(node, what, word, known),
            None => self.mismatch(node, what),
        }
    }

    /// `fontFamily`: a name or an array of names.
    pub(super) fn font_family(&mut self, node: &'a Json) -> Option<Vec<String>> {
        let node = self.literal(node, Some(Kind::FontFamily))?;
        let names: &'a [Json] = match &node.value {
            Value::Text(_) => std::slice::from_ref(node),
            Value::Array(names) if !names.is_empty() => names,
            _ => return self.mismatch(node, "fontFamily"),
        };
        let mut families = Vec::with_capacity(names.len());
        let mut whole = true;
        for name in names {
            // One element gives one name: a family list inside a list is not flattened.
            let literal = self.literal(name, Some(Kind::FontFamily));
            match literal.map(|l| (l, l.text())) {
                Some((_, Some(family))) if !family.trim().is_empty() => families.push(family.to_owned()),
                Some((literal, _)) => whole = self.mismatch(literal, "fontFamily").unwrap_or(false),
                None => whole = false,
            }
        }
        whole.then_some(families)
    }

    /// `fontWeight`: 1 to 1000, or a name.
    pub(super) fn font_weight(&mut self, node: &'a Json) -> Option<u16> {
        let node = self.literal(node, Some(Kind::FontWeight))?;
        match &node.value {
            Value::Number(number) => match whole_weight(*number) {
                Some(weight) => Some(weight),
                None => self.outside(node, "fontWeight", "1–1000"),
            },
            Value::Text(name) => {
                let named = WEIGHTS.iter().find(|(known, _)| known == name);
                match named {
                    Some((_, weight)) => Some(*weight),
                    None => self.unknown_word(node, "fontWeight", name, &WEIGHTS.map(|(name, _)| name)),
                }
            }
            _ => self.mismatch(node, "fontWeight"),
        }
    }

    /// `cubicBezier`: four numbers, the first and third from 0 to 1.
    pub(super) fn cubic_bezier(&mut self, node: &'a Json) -> Option<[f32; 4]> {
        let node = self.literal(node, Some(Kind::CubicBezier))?;
        let Some([x1, y1, x2, y2]) = node.elements() else {
            return self.mismatch(node, "cubicBezier [x1, y1, x2, y2]");
        };
        let read = [x1, y1, x2, y2].map(|part| (part, self.number(part, None)));
        for (part, x) in [read[0], read[2]] {
            if x.is_some_and(|x| !(0.0..=1.0).contains(&x)) {
                return self.outside(part, "cubicBezier x", "0–1");
            }
        }
        let [a, b, c, d] = read.map(|(_, number)| number);
        Some([a?, b?, c?, d?])
    }

    /// `color`, in sRGB.
    pub(super) fn color(&mut self, node: &'a Json) -> Option<Color> {
        let node = self.literal(node, Some(Kind::Color))?;
        if let Some(text) = node.text() {
            let Some(color) = Color::from_hex(text) else {
                return self.mismatch(node, "color {\"colorSpace\", \"components\"}");
            };
            let [r, g, b] = [color.red, color.green, color.blue].map(|v| (v * 10_000.0).round() / 10_000.0);
            let alpha = if color.alpha < 1.0 { format!(", \"alpha\": {}", color.alpha) } else { String::new() };
            self.legacy(node, format!("{{\"colorSpace\": \"srgb\", \"components\": [{r}, {g}, {b}]{alpha}}}"));
            return Some(color);
        }
        self.known_members(node, "color", &["colorSpace", "components", "alpha", "hex"]);
        let [space, components] = self.required(node, "color", ["colorSpace", "components"])?;
        let names: Vec<&str> = SPACES.iter().map(|space| space.name).collect();
        let space = self.word(space, "colorSpace", &names).and_then(ColorSpace::named);
        let components = self.literal(components, None)?;
        let Some([a, b, c]) = components.elements() else {
            return self.mismatch(components, "[number, number, number]");
        };
        let alpha = match node.get("alpha") {
            None => Some(1.0),
            Some(alpha) => self.alpha(alpha),
        };
        if let Some(hex) = node.get("hex") {
            self.hex(hex);
        }
        let space = space?;
        let [a, b, c] = [(0, a), (1, b), (2, c)].map(|(at, part)| self.component(part, space, at));
        let [red, green, blue] = space.to_srgb([a?, b?, c?]).map(|v| narrow(v).unwrap_or_default());
        Some(Color { red, green, blue, alpha: alpha? })
    }

    /// Opacity, 0 to 1.
    fn alpha(&mut self, node: &'a Json) -> Option<f32> {
        let alpha = self.number(node, None)?;
        if (0.0..=1.0).contains(&alpha) { Some(alpha) } else { self.outside(node, "alpha", "0–1") }
    }

    /// The fallback colour, which is only checked: the components are what is meant.
    fn hex(&mut self, node: &'a Json) {
        let Some(literal) = self.part(node, None) else { return };
        let good = literal.text().is_some_and(|text| text.len() == 7 && Color::from_hex(text).is_some());
        if !good {
            self.mismatch::<()>(literal, "\"#rrggbb\"");
        }
    }

    /// A component in its space's range; `none` is 0 (CSS Color 4, section 4.4).
    fn component(&mut self, node: &'a Json, space: &ColorSpace, at: usize) -> Option<f64> {
        let literal = self.part(node, None)?;
        if literal.text() == Some("none") {
            return Some(0.0);
        }
        let Value::Number(number) = literal.value else { return self.mismatch(literal, "number, \"none\"") };
        let (low, high) = *space.ranges.get(at)?;
        if number < low || number > high || (space.hue == Some(at) && number >= high) {
            let range = if space.hue == Some(at) { "[0, 360)".to_owned() } else { format!("{low}–{high}") };
            return self.outside(literal, space.name, &range);
        }
        Some(number)
    }

    /// Exactly these members of an object, all required.
    pub(super) fn members<const N: usize>(
        &mut self,
        node: &'a Json,
        what: &str,
        keys: [&str; N],
    ) -> Option<[&'a Json; N]> {
        self.known_members(node, what, &keys);
        self.required(node, what, keys)
    }

    /// Reports members that a value of this type does not have.
    pub(super) fn known_members(&mut self, node: &Json, what: &str, known: &[&str]) {
        for (key, member) in node.members().into_iter().flatten() {
            if !known.contains(&key.as_str()) {
                let unknown = Diagnostic::error("MB0321").arg("key", key).arg("what", what);
                self.findings.push(unknown.at(member.key_span.clone()).suggest(key, known.iter().copied()));
            }
        }
    }

    /// Members that must be there; each one missing is reported.
    pub(super) fn required<const N: usize>(
        &mut self,
        node: &'a Json,
        what: &str,
        keys: [&str; N],
    ) -> Option<[&'a Json; N]> {
        if node.members().is_none() {
            return self.mismatch(node, what);
        }
        let found = keys.map(|key| node.get(key));
        for (key, value) in keys.iter().zip(&found) {
            if value.is_none() {
                let missing = Diagnostic::error("MB0320").arg("key", key).arg("what", what);
                self.findings.push(missing.at(node.span.clone()));
            }
        }
        found.iter().all(Option::is_some).then(|| found.map(|value| value.unwrap_or(node)))
    }
}

/// A double as single precision; `None` when it is not finite there.
#[expect(clippy::cast_possible_truncation, reason = "fewer digits are meant; the size is checked")]
fn narrow(number: f64) -> Option<f32> {
    let single = number as f32;
    single.is_finite().then_some(single)
}

/// A weight from 1 to 1000; fractions are rounded.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked")]
fn whole_weight(number: f64) -> Option<u16> {
    (1.0..=1000.0).contains(&number).then(|| number.round() as u16)
}
