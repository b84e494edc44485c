//! Values of the composite types: strokeStyle, border, transition, shadow, gradient, typography.

use super::json::{Json, Value};
use super::kind::Kind;
use super::token::{Gradient, Shadow, Token, Typography};
use super::value::Reader;
use crate::diagnostic::Diagnostic;

/// The line styles that have a name.
const STROKES: [&str; 8] = ["solid", "dashed", "dotted", "double", "groove", "ridge", "outset", "inset"];
/// Leading taken for a text style that names none: CSS's `normal` for most faces.
const PLAIN_LEADING: f32 = 1.2;
/// Weight taken for a text style that names none.
const PLAIN_WEIGHT: u16 = 400;

impl<'a> Reader<'a, '_> {
    /// A token's value, of a known type.
    pub(super) fn token(&mut self, kind: Kind, node: &'a Json) -> Option<Token> {
        match kind {
            Kind::Color => self.color(node).map(Token::Color),
            Kind::Dimension => self.dimension(node).map(Token::Dimension),
            Kind::FontFamily => self.font_family(node).map(Token::FontFamily),
            Kind::FontWeight => self.font_weight(node).map(Token::FontWeight),
            Kind::Duration => self.duration(node).map(Token::Duration),
            Kind::CubicBezier => self.cubic_bezier(node).map(Token::CubicBezier),
            Kind::Number => self.number(node, Some(Kind::Number)).map(Token::Number),
            Kind::StrokeStyle => self.stroke_style(node).map(Token::StrokeStyle),
            Kind::Border => self.border(node),
            Kind::Transition => self.transition(node),
            Kind::Shadow => self.shadow(node).map(Token::Shadow),
            Kind::Gradient => self.gradient(node).map(Token::Gradient),
            Kind::Typography => self.typography(node).map(Token::Typography),
        }
    }

    /// A name, or a dash pattern written as `dash 0.5 0.25 round` (lengths in rem).
    fn stroke_style(&mut self, node: &'a Json) -> Option<String> {
        let node = self.literal(node, Some(Kind::StrokeStyle))?;
        if let Some(name) = node.text() {
            return if STROKES.contains(&name) {
                Some(name.to_owned())
            } else {
                self.unknown_word(node, "strokeStyle", name, &STROKES)
            };
        }
        let [dashes, cap] = self.members(node, "strokeStyle", ["dashArray", "lineCap"])?;
        let cap = self.word(cap, "lineCap", &["round", "butt", "square"]);
        let dashes = self.literal(dashes, None)?;
        let Some(lengths) = dashes.elements().filter(|e| !e.is_empty()) else {
            return self.mismatch(dashes, "[dimension, …]");
        };
        let lengths: Vec<Option<f32>> = lengths.iter().map(|length| self.rem(length)).collect();
        let lengths: Option<Vec<String>> = lengths.into_iter().map(|rem| rem.map(|rem| rem.to_string())).collect();
        Some(format!("dash {} {}", lengths?.join(" "), cap?))
    }

    /// `border`.
    fn border(&mut self, node: &'a Json) -> Option<Token> {
        let node = self.literal(node, Some(Kind::Border))?;
        let [color, width, style] = self.members(node, "border", ["color", "width", "style"])?;
        let (color, width, style) = (self.color(color), self.dimension(width), self.stroke_style(style));
        Some(Token::Border { color: color?, width: width?, style: style? })
    }

    /// `transition`.
    fn transition(&mut self, node: &'a Json) -> Option<Token> {
        let node = self.literal(node, Some(Kind::Transition))?;
        let [duration, delay, timing] = self.members(node, "transition", ["duration", "delay", "timingFunction"])?;
        let (duration, delay, timing) = (self.duration(duration), self.duration(delay), self.cubic_bezier(timing));
        Some(Token::Transition { duration_ms: duration?, delay_ms: delay?, timing: timing? })
    }

    /// `shadow`: one, or an array of ones and references to ones.
    fn shadow(&mut self, node: &'a Json) -> Option<Vec<Shadow>> {
        let node = self.literal(node, Some(Kind::Shadow))?;
        let layers: &'a [Json] = match &node.value {
            Value::Array(layers) if !layers.is_empty() => layers,
            _ => std::slice::from_ref(node),
        };
        let read: Vec<Option<Shadow>> = layers.iter().map(|layer| self.one_shadow(layer)).collect();
        read.into_iter().collect()
    }

    /// One shadow.
    fn one_shadow(&mut self, node: &'a Json) -> Option<Shadow> {
        let node = self.literal(node, Some(Kind::Shadow))?;
        let keys = ["color", "offsetX", "offsetY", "blur", "spread"];
        self.known_members(node, "shadow", &["color", "offsetX", "offsetY", "blur", "spread", "inset"]);
        let [color, x, y, blur, spread] = self.required(node, "shadow", keys)?;
        let color = self.color(color);
        let [offset_x, offset_y, blur, spread] = [x, y, blur, spread].map(|part| self.rem(part));
        let inset = match node.get("inset") {
            None => Some(false),
            Some(inset) => self.flag(inset),
        };
        Some(Shadow {
            color: color?,
            offset_x: offset_x?,
            offset_y: offset_y?,
            blur: blur?,
            spread: spread?,
            inset: inset?,
        })
    }

    /// True or false.
    fn flag(&mut self, node: &'a Json) -> Option<bool> {
        let literal = self.literal(node, None)?;
        match literal.value {
            Value::Bool(flag) => Some(flag),
            _ => self.mismatch(literal, "true, false"),
        }
    }

    /// `gradient`: stops, sorted by position, positions clamped.
    fn gradient(&mut self, node: &'a Json) -> Option<Gradient> {
        let node = self.literal(node, Some(Kind::Gradient))?;
        let Some(stops) = node.elements().filter(|stops| !stops.is_empty()) else {
            return self.mismatch(node, "gradient [stop, …]");
        };
        let mut read = Vec::with_capacity(stops.len());
        let mut whole = true;
        for stop in stops {
            match self.stop(stop) {
                Some(stop) => read.push(stop),
                None => whole = false,
            }
        }
        // Stable: two stops at one place make a hard edge, in the order they are written.
        read.sort_by(|a, b| a.0.total_cmp(&b.0));
        whole.then_some(Gradient { stops: read })
    }

    /// One stop of a gradient.
    fn stop(&mut self, node: &'a Json) -> Option<(f32, crate::color::Color)> {
        let node = self.literal(node, Some(Kind::Gradient))?;
        let [color, position] = self.members(node, "gradient stop", ["color", "position"])?;
        let (color, position) = (self.color(color), self.number(position, Some(Kind::Number)));
        Some((position?.clamp(0.0, 1.0), color?))
    }

    /// `typography`; weight, tracking and leading may be missing (a warning each), as in the report's own example.
    fn typography(&mut self, node: &'a Json) -> Option<Typography> {
        let node = self.literal(node, Some(Kind::Typography))?;
        let known = ["fontFamily", "fontSize", "fontWeight", "letterSpacing", "lineHeight"];
        self.known_members(node, "typography", &known);
        let [family, size] = self.required(node, "typography", ["fontFamily", "fontSize"])?;
        let (family, size_rem) = (self.font_family(family), self.rem(size));
        let weight = self.or_default(node, "fontWeight", PLAIN_WEIGHT, Self::font_weight);
        let tracking = self.or_default(node, "letterSpacing", 0.0, Self::rem);
        let leading =
            self.or_default(node, "lineHeight", PLAIN_LEADING, |reader, part| reader.number(part, Some(Kind::Number)));
        if size_rem.is_some_and(|size| size <= 0.0) {
            return self.outside(size, "fontSize", "> 0");
        }
        if leading.is_some_and(|leading| leading <= 0.0) {
            return self.outside(node.get("lineHeight").unwrap_or(node), "lineHeight", "> 0");
        }
        Some(Typography { family: family?, size: size_rem?, weight: weight?, tracking: tracking?, leading: leading? })
    }

    /// A member, or a default with a warning when it is missing.
    fn or_default<T: ToString>(
        &mut self,
        node: &'a Json,
        key: &str,
        default: T,
        read: impl FnOnce(&mut Self, &'a Json) -> Option<T>,
    ) -> Option<T> {
        let Some(part) = node.get(key) else {
            let missing = Diagnostic::warning("MB0324").arg("key", key).arg("default", default.to_string());
            self.findings.push(missing.at(node.span.clone()));
            return Some(default);
        };
        read(self, part)
    }
}
