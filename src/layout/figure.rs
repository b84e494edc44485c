//! Charts as templates write them: `m:chart` with `m:datum` children becomes a chart's specification.

use roxmltree::Node;

use super::attributes::Attributes;
use super::scene::Scene;
use super::words::{TextStyle, Words, text_style};
use crate::chart::{self, Datum, Kind, Label, Spec, Style};
use crate::color::Color;
use crate::diagnostic::{Diagnostic, Findings, Span};
use crate::template::Markup;

/// Reads a chart element.
///
/// # Errors
/// `MB0705`–`MB0710` for unknown kinds, tokens and faces; `MB0723` for a number that is not bound by `datum`.
pub(super) fn spec(
    node: Node,
    attributes: &Attributes,
    scene: &Scene,
    markup: &Markup,
    findings: &mut Findings,
) -> Result<Spec, Diagnostic> {
    let span = &attributes.span;
    let kind = attributes.get("kind").unwrap_or_default();
    let kind = kind
        .parse::<Kind>()
        .map_err(|_| Diagnostic::error("MB0724").arg("kind", kind).at(span.clone()).suggest(kind, Kind::NAMES))?;
    let mut data = Vec::new();
    for child in node.children().filter(Node::is_element) {
        match child.tag_name().name() {
            "datum" => data.push(datum(child, kind, scene, markup, span)?),
            other => {
                return Err(Diagnostic::error("MB0702")
                    .arg("element", other)
                    .at(span.clone())
                    .suggest(other, ["datum"]));
            }
        }
    }
    let limit = |name: &str, findings: &mut Findings| {
        attributes.read(name, findings, |text| {
            text.parse::<f64>().ok().filter(|n| n.is_finite()).ok_or_else(|| attributes.wrong(name, text, "a number"))
        })
    };
    let columns = attributes.read("columns", findings, |text| {
        text.parse::<usize>()
            .ok()
            .filter(|n| (1..=60).contains(n))
            .ok_or_else(|| attributes.wrong("columns", text, "1 to 60"))
    });
    Ok(Spec {
        kind,
        data,
        minimum: limit("minimum", findings),
        maximum: limit("maximum", findings),
        target: limit("target", findings),
        columns,
        style: style(node, attributes, scene)?,
    })
}

/// Colours and text styles: the attribute's token, else the kit's role of that name.
fn style(node: Node, attributes: &Attributes, scene: &Scene) -> Result<Style, Diagnostic> {
    let span = &attributes.span;
    let color = |name: &str, role: &str| -> Result<Color, Diagnostic> {
        scene.color(attributes.get(name).unwrap_or(role), span)
    };
    let text = |name: &str, role: &str| -> Result<chart::TextStyle, Diagnostic> {
        let outer = outer_style(node.attribute(name).unwrap_or(role), scene, span)?;
        Ok(chart::TextStyle {
            face: outer.face,
            size: (outer.typography.size * scene.format.rem).max(1.0),
            leading: outer.typography.leading,
            tracking: outer.typography.tracking / outer.typography.size.max(0.01),
            color: outer.color,
        })
    };
    Ok(Style {
        label: text("label", "{type.label}")?,
        figure: text("figure", "{type.figure}")?,
        accent: color("accent", "{color.accent}")?,
        muted: color("muted", "{color.ink-muted}")?,
        line: scene.color("{color.line}", span)?,
        track: color("track", "{color.line}/60%")?,
        surface: scene.color("{color.surface}", span)?,
        positive: scene.color("{color.positive}", span)?,
        negative: scene.color("{color.negative}", span)?,
        rem: scene.format.rem,
        hairline: scene.hairline(),
        snap: scene.format.snap,
        language: scene.language.to_owned(),
    })
}

/// A text style from a token alone.
fn outer_style(alias: &str, scene: &Scene, span: &Span) -> Result<TextStyle, Diagnostic> {
    let xml = format!("<t type=\"{}\"/>", alias.replace(['"', '<', '&'], ""));
    let document = roxmltree::Document::parse(&xml)
        .map_err(|error| Diagnostic::error("MB0701").arg("error", error).at(span.clone()))?;
    text_style(document.root_element(), None, scene, span)
}

/// One datum: words, a bound number, perhaps a target and a previous value.
fn datum(node: Node, kind: Kind, scene: &Scene, markup: &Markup, span: &Span) -> Result<Datum, Diagnostic> {
    let mut datum = Datum::default();
    if let Some(color) = node.attribute("color") {
        datum.color = Some(scene.color(color, span)?);
    }
    datum.emphasis = node.attribute("emphasis") == Some("true");
    for child in node.children().filter(Node::is_element) {
        let words = label(child, span)?;
        match child.tag_name().name() {
            "label" => datum.label = words,
            "value" => {
                // A code's value is an address, not a quantity.
                datum.number = if kind == Kind::Qr { None } else { number(&words, markup, span)? };
                datum.value = words;
            }
            "target" => datum.target = number(&words, markup, span)?,
            "previous" => datum.previous = number(&words, markup, span)?,
            other => {
                let known = ["label", "value", "target", "previous"];
                return Err(Diagnostic::error("MB0702").arg("element", other).at(span.clone()).suggest(other, known));
            }
        }
    }
    Ok(datum)
}

/// The words of an element with their bound ranges.
fn label(node: Node, span: &Span) -> Result<Label, Diagnostic> {
    let mut words = Words::default();
    for text in node.descendants().filter(Node::is_text) {
        words.push(text.text().unwrap_or_default(), span)?;
    }
    Ok(Label { text: words.text, bound: words.bound })
}

/// The exact number that the words are bound to; missing when the cell is.
fn number(words: &Label, markup: &Markup, span: &Span) -> Result<Option<f64>, Diagnostic> {
    match words.bound.first().and_then(|(_, index)| markup.bindings.get(*index)) {
        Some(binding) if binding.exact => Ok(binding.number),
        None if words.text.is_empty() => Ok(None),
        _ => Err(Diagnostic::error("MB0723").arg("words", &words.text).at(span.clone()).hint("hint")),
    }
}
