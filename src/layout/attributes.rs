//! Attributes of blocks: names each element knows, and their reading.

use super::block::{Align, BoxStyle, Tracks};
use super::length::Length;
use super::scene::Scene;
use crate::brand::Token;
use crate::diagnostic::{Diagnostic, Findings, Span};
use crate::frame::{Paint, Stroke};

/// Attributes of every block.
const COMMON: &[&str] = &[
    "name",
    "at",
    "when",
    "width",
    "height",
    "min-width",
    "max-width",
    "min-height",
    "max-height",
    "padding",
    "margin",
    "gap",
    "align",
    "justify",
    "align-self",
    "justify-self",
    "grow",
    "shrink",
    "basis",
    "ratio",
    "span",
    "row-span",
    "fill",
    "angle",
    "stroke",
    "stroke-width",
    "dash",
    "radius",
    "shadow",
    "priority",
];

/// Attributes that one element adds.
fn own(element: &str) -> &'static [&'static str] {
    match element {
        "row" => &["wrap"],
        "grid" => &["columns", "rows"],
        "text" => &[
            "type",
            "color",
            "size",
            "min",
            "max",
            "fit",
            "fit-group",
            "lines",
            "text-align",
            "balance",
            "ellipsis",
            "weight",
            "leading",
            "flow",
        ],
        "mark" => &["mark"],
        "icon" => &["icon", "color"],
        "picture" => &["picture", "alt", "fit", "focus"],
        "chart" => &["kind", "minimum", "maximum", "target", "columns", "label", "figure", "accent", "muted", "track"],
        "svg" => &["viewBox", "clip", "fit", "xmlns"],
        _ => &[],
    }
}

/// All elements of the namespace that are blocks.
pub(super) const ELEMENTS: [&str; 13] =
    ["column", "row", "grid", "layer", "pages", "ground", "text", "chart", "mark", "icon", "picture", "space", "rule"];

/// One element's attributes while they are read.
pub(super) struct Attributes<'a, 'input> {
    /// The element.
    node: roxmltree::Node<'a, 'input>,
    /// Its place in the template.
    pub(super) span: Span,
    /// The surroundings.
    scene: &'a Scene<'a>,
}

/// Whether a character is private, as those around bound values are.
fn reserved(c: char) -> bool {
    ('\u{E000}'..='\u{F8FF}').contains(&c)
}

impl<'a, 'input> Attributes<'a, 'input> {
    /// The attributes of an element, each name checked and free of bound values.
    pub(super) fn new(
        node: roxmltree::Node<'a, 'input>,
        span: Span,
        scene: &'a Scene<'a>,
        findings: &mut Findings,
    ) -> Self {
        let element = node.tag_name().name();
        for attribute in node.attributes() {
            let name = attribute.name();
            if attribute.value().contains(reserved) {
                findings.push(Diagnostic::error("MB0707").arg("attribute", name).at(span.clone()).hint("hint"));
            }
            if attribute.namespace().is_some_and(|ns| ns == super::NAMESPACE)
                || COMMON.contains(&name)
                || own(element).contains(&name)
            {
                continue;
            }
            let known = COMMON.iter().chain(own(element)).copied().filter(|n| *n != "at");
            findings.push(
                Diagnostic::error("MB0703")
                    .arg("attribute", name)
                    .arg("element", element)
                    .at(span.clone())
                    .suggest(name, known),
            );
        }
        Self { node, span, scene }
    }

    /// An attribute's text.
    pub(super) fn get(&self, name: &str) -> Option<&'a str> {
        self.node.attribute(name).map(str::trim)
    }

    /// An attribute read by `read`; a wrong one becomes a finding.
    pub(super) fn read<T>(
        &self,
        name: &str,
        findings: &mut Findings,
        read: impl Fn(&str) -> Result<T, Diagnostic>,
    ) -> Option<T> {
        // A bound value was reported already.
        match read(self.get(name).filter(|text| !text.contains(reserved))?) {
            Ok(value) => Some(value),
            Err(diagnostic) => {
                findings.push(diagnostic);
                None
            }
        }
    }

    /// A finding about an attribute's value; `expected` says what it may be.
    pub(super) fn wrong(&self, name: &str, value: &str, expected: &str) -> Diagnostic {
        Diagnostic::error("MB0708")
            .arg("attribute", name)
            .arg("value", value)
            .arg("expected", expected)
            .at(self.span.clone())
    }

    /// A length.
    pub(super) fn length(&self, name: &str, findings: &mut Findings) -> Option<Length> {
        self.read(name, findings, |text| self.scene.length(text, &self.span))
    }

    /// A number of at least zero.
    pub(super) fn number(&self, name: &str, findings: &mut Findings) -> Option<f32> {
        self.read(name, findings, |text| {
            text.parse::<f32>()
                .ok()
                .filter(|n| n.is_finite() && *n >= 0.0)
                .ok_or_else(|| self.wrong(name, text, "a number of at least 0"))
        })
    }

    /// `true` or `false`.
    pub(super) fn flag(&self, name: &str, findings: &mut Findings) -> Option<bool> {
        self.read(name, findings, |text| text.parse().map_err(|_| self.wrong(name, text, "true, false")))
    }

    /// One to four lengths, as CSS orders them.
    fn sides(&self, name: &str, findings: &mut Findings) -> Option<[Length; 4]> {
        let lengths = self.read(name, findings, |text| {
            text.split_whitespace().map(|t| self.scene.length(t, &self.span)).collect::<Result<Vec<_>, _>>()
        })?;
        match lengths[..] {
            [all] => Some([all; 4]),
            [y, x] => Some([y, x, y, x]),
            [top, x, bottom] => Some([top, x, bottom, x]),
            [top, right, bottom, left] => Some([top, right, bottom, left]),
            _ => {
                findings.push(self.wrong(name, self.get(name).unwrap_or_default(), "1 to 4 lengths"));
                None
            }
        }
    }

    /// Where something lies.
    fn align(&self, name: &str, findings: &mut Findings) -> Option<Align> {
        self.read(name, findings, |text| {
            Ok(match text {
                "start" => Align::Start,
                "center" => Align::Center,
                "end" => Align::End,
                "stretch" => Align::Stretch,
                "baseline" => Align::Baseline,
                "between" => Align::Between,
                "around" => Align::Around,
                "evenly" => Align::Evenly,
                _ => {
                    return Err(self.wrong(
                        name,
                        text,
                        "start, center, end, stretch, baseline, between, around, evenly",
                    ));
                }
            })
        })
    }

    /// Tracks of a grid: a count, `fit 12rem`, or lengths.
    pub(super) fn tracks(&self, name: &str, findings: &mut Findings) -> Tracks {
        let read = |text: &str| {
            if let Some(least) = text.strip_prefix("fit ") {
                let least = self.scene.length(least.trim(), &self.span)?;
                return Ok(least.px().map_or(Tracks::Auto, Tracks::Fit));
            }
            if let Ok(count) = text.parse::<u16>() {
                let count = usize::from(count.clamp(1, 60));
                return Ok(Tracks::Fixed(vec![Length::Fraction(1.0); count]));
            }
            text.split_whitespace()
                .map(|t| self.scene.length(t, &self.span))
                .collect::<Result<_, _>>()
                .map(Tracks::Fixed)
        };
        self.read(name, findings, read).unwrap_or(Tracks::Auto)
    }

    /// A filling: a colour, or a gradient token turned by `angle` degrees.
    pub(super) fn paint(&self, name: &str, findings: &mut Findings) -> Option<Paint> {
        let angle = self
            .read("angle", findings, |text| {
                text.parse::<f32>().ok().filter(|a| a.is_finite()).ok_or_else(|| self.wrong("angle", text, "degrees"))
            })
            .unwrap_or(180.0);
        self.read(name, findings, |text| {
            if text.ends_with('}')
                && let Token::Gradient(gradient) = self.scene.token(text, &self.span)?
            {
                return Ok(Paint::Linear { stops: gradient.stops.clone(), angle });
            }
            self.scene.color(text, &self.span).map(Paint::Solid)
        })
    }

    /// An outline, when `stroke` names its colour.
    fn stroke(&self, findings: &mut Findings) -> Option<Stroke> {
        let color = self.read("stroke", findings, |text| self.scene.color(text, &self.span))?;
        let width = self.length("stroke-width", findings).and_then(Length::px).unwrap_or(self.scene.hairline());
        let dash = self
            .read("dash", findings, |text| {
                text.split_whitespace()
                    .map(|t| self.scene.length(t, &self.span).map(|l| l.px().unwrap_or_default()))
                    .collect::<Result<Vec<_>, _>>()
            })
            .unwrap_or_default();
        Some(Stroke { color, width, dash, round: false })
    }

    /// Everything about size and dress.
    pub(super) fn style(&self, findings: &mut Findings) -> BoxStyle {
        let mut style = BoxStyle::default();
        let pair = |names: [&str; 2], findings: &mut Findings| {
            names.map(|name| self.length(name, findings).unwrap_or(Length::Auto))
        };
        style.size = pair(["width", "height"], findings);
        style.min = pair(["min-width", "min-height"], findings);
        style.max = pair(["max-width", "max-height"], findings);
        style.padding = self.sides("padding", findings).unwrap_or(style.padding);
        style.margin = self.sides("margin", findings).unwrap_or(style.margin);
        style.basis = self.length("basis", findings).unwrap_or(Length::Auto);
        style.grow = self.number("grow", findings).unwrap_or(0.0);
        style.shrink = self.number("shrink", findings);
        style.ratio = self.number("ratio", findings).filter(|ratio| *ratio > 0.0);
        style.align = self.align("align", findings);
        style.justify = self.align("justify", findings);
        style.align_self = self.align("align-self", findings);
        style.justify_self = self.align("justify-self", findings);
        style.fill = self.paint("fill", findings);
        style.stroke = self.stroke(findings);
        style.radius = self.length("radius", findings).and_then(Length::px).unwrap_or(0.0);
        style.priority = self.read("priority", findings, |text| {
            text.parse().map_err(|_| self.wrong("priority", text, "a whole number"))
        });
        let spans = ["span", "row-span"].map(|name| {
            self.read(name, findings, |text| {
                text.parse::<u16>()
                    .ok()
                    .filter(|n| (1..=60).contains(n))
                    .ok_or_else(|| self.wrong(name, text, "1 to 60"))
            })
        });
        style.span = spans.map(|span| span.unwrap_or(1));
        self.gap(&mut style, findings);
        self.shadow(&mut style, findings);
        style
    }

    /// `gap`: one length for both directions, or rows then columns.
    fn gap(&self, style: &mut BoxStyle, findings: &mut Findings) {
        if let Some([row, column, ..]) = self.sides("gap", findings) {
            style.gap = [column, row];
        }
    }

    /// `shadow`: a shadow token.
    fn shadow(&self, style: &mut BoxStyle, findings: &mut Findings) {
        let shadows = self.read("shadow", findings, |text| match self.scene.token(text, &self.span)? {
            Token::Shadow(shadows) => Ok(shadows.clone()),
            _ => Err(self.wrong("shadow", text, "a shadow token")),
        });
        style.shadow = shadows.unwrap_or_default();
    }
}
