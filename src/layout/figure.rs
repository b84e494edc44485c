//! Charts as templates write them: `m:chart` with its children becomes a chart's specification.

use std::collections::BTreeSet;

use roxmltree::Node;

use super::attributes::Attributes;
use super::datum::{Source, label};
use super::dress;
use super::scene::Scene;
use crate::chart::{Breaks, Kind, Series, Spec, alike_in_grey};
use crate::diagnostic::{Diagnostic, Findings};
use crate::template::Markup;

/// Attributes of a chart beside those of every box.
pub(super) const ATTRIBUTES: &[&str] = &[
    "kind",
    "class",
    "minimum",
    "maximum",
    "target",
    "columns",
    "stack",
    "better",
    "icon",
    "map",
    "classes",
    "breaks",
    "label",
    "figure",
    "accent",
    "muted",
    "line",
    "track",
    "surface",
    "positive",
    "negative",
    "series",
    "thickness",
    "corner",
];

/// Reads a chart element.
///
/// # Errors
/// `MB0702`–`MB0710` for unknown elements, attributes, kinds, tokens and faces; `MB0723` for a number that is not
/// bound by `datum`; `MB0740`–`MB0744`, `MB0752`–`MB0754` for what a kind needs or does not draw.
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
    let style = dress::style(kind, attributes, scene, findings)?;
    let source = Source { scene, markup, span, kind, style: &style };
    let mut spec = Spec::new(kind, Vec::new(), style.clone());
    for child in node.children().filter(Node::is_element) {
        element(child, &source, &mut spec, findings)?;
    }
    settings(attributes, &mut spec, findings);
    if let Some(name) = attributes.get("icon") {
        spec.icon = Some(source.icon(name, style.accent, span)?);
    }
    several(&mut spec, &source)?;
    needs(attributes, scene, &mut spec, findings);
    if let Some((one, other)) = alike_in_grey(&spec) {
        findings.push(Diagnostic::warning("MB0742").arg("one", one).arg("other", other).at(span.clone()).hint("hint"));
    }
    Ok(spec)
}

/// One child of a chart.
fn element(node: Node, source: &Source, spec: &mut Spec, findings: &mut Findings) -> Result<(), Diagnostic> {
    let (name, span, kind) = (node.tag_name().name(), source.at(node), source.kind);
    let drawn: &[&str] = match kind {
        Kind::Bars | Kind::Columns | Kind::Grouped | Kind::Stacked | Kind::Line => &["datum", "series"],
        Kind::Table => &["datum", "head"],
        Kind::Timeline => &["datum", "now"],
        _ => &["datum"],
    };
    if !drawn.contains(&name) {
        if ["series", "head", "now"].contains(&name) {
            let diagnostic = Diagnostic::error("MB0741").arg("kind", kind).arg("element", name);
            return Err(diagnostic.arg("known", drawn.join(", ")).at(span).hint("hint"));
        }
        return Err(Diagnostic::error("MB0702").arg("element", name).at(span).suggest(name, drawn.iter().copied()));
    }
    match name {
        "datum" => spec.data.push(source.datum(node, findings)?),
        "series" => {
            source.known(node, &["status", "color"], findings);
            let color = node.attribute("color").map(|color| source.scene.color(color, &span)).transpose()?;
            spec.series.push(Series { label: label(node, &span)?, status: source.status(node)?, color });
        }
        "head" => spec.heads.push(label(node, &span)?),
        _ => spec.now = source.figure(label(node, &span)?, &span)?,
    }
    Ok(())
}

/// Attributes that are numbers and choices.
fn settings(attributes: &Attributes, spec: &mut Spec, findings: &mut Findings) {
    let limit = |name: &str, findings: &mut Findings| {
        attributes.read(name, findings, |text| {
            text.parse::<f64>().ok().filter(|n| n.is_finite()).ok_or_else(|| attributes.wrong(name, text, "a number"))
        })
    };
    let count = |name: &str, range: std::ops::RangeInclusive<usize>, findings: &mut Findings| {
        attributes.read(name, findings, |text| {
            let expected = format!("{} to {}", range.start(), range.end());
            let number = text.parse::<usize>().ok().filter(|n| range.contains(n));
            number.ok_or_else(|| attributes.wrong(name, text, &expected))
        })
    };
    (spec.minimum, spec.maximum) = (limit("minimum", findings), limit("maximum", findings));
    spec.target = limit("target", findings);
    spec.columns = count("columns", 1..=60, findings);
    spec.classes = count("classes", 2..=7, findings);
    spec.stack = attributes.flag("stack", findings).unwrap_or(false);
    let better = attributes.read("better", findings, |text| match text {
        "higher" => Ok(false),
        "lower" => Ok(true),
        _ => Err(attributes.wrong("better", text, "higher, lower")),
    });
    spec.lower_is_better = better.unwrap_or(false);
    let breaks = attributes.read("breaks", findings, |text| match text {
        "quantile" => Ok(Breaks::Quantile),
        "equal" => Ok(Breaks::Equal),
        _ => Err(attributes.wrong("breaks", text, "quantile, equal")),
    });
    spec.breaks = breaks.unwrap_or_default();
}

/// Checks that every datum has as many values as the chart has series (`MB0740`).
fn several(spec: &mut Spec, source: &Source) -> Result<(), Diagnostic> {
    let series = spec.series.len();
    for datum in &mut spec.data {
        let count = datum.values.len();
        let wanted = if series == 0 { count.min(1) } else { series };
        if count != wanted {
            let diagnostic = Diagnostic::error("MB0740").arg("label", &datum.label.text).arg("values", count);
            return Err(diagnostic.arg("series", series).at(source.span.clone()).hint("hint"));
        }
        if series == 0 {
            datum.values.clear();
        }
    }
    Ok(())
}

/// What a kind cannot be drawn without: a map and keys on it, icons.
fn needs(attributes: &Attributes, scene: &Scene, spec: &mut Spec, findings: &mut Findings) {
    let span = &attributes.span;
    let need = |attribute: &str, findings: &mut Findings| {
        let diagnostic = Diagnostic::error("MB0744").arg("kind", spec.kind).arg("attribute", attribute);
        findings.push(diagnostic.at(span.clone()).hint("hint"));
    };
    if spec.kind == Kind::Icons && spec.icon.is_none() && spec.data.iter().any(|datum| datum.icon.is_none()) {
        need("icon", findings);
    }
    if spec.kind != Kind::Map {
        return;
    }
    let Some(name) = attributes.get("map") else { return need("map", findings) };
    let Some(map) = scene.atlas.get(name) else {
        let diagnostic = Diagnostic::error("MB0752").arg("map", name).at(span.clone());
        return findings.push(diagnostic.suggest(name, scene.atlas.names()));
    };
    let mut seen = BTreeSet::new();
    for datum in &spec.data {
        let key = &datum.key;
        if key.is_empty() {
            return need("key", findings);
        }
        if !map.areas.iter().any(|area| area.key == *key) {
            let diagnostic = Diagnostic::error("MB0753").arg("key", key).arg("map", name).at(span.clone());
            findings.push(diagnostic.suggest(key, map.areas.iter().map(|area| area.key.as_str())));
        } else if !seen.insert(key) {
            findings.push(Diagnostic::error("MB0754").arg("key", key).arg("map", name).at(span.clone()).hint("hint"));
        }
    }
    spec.map = Some(std::sync::Arc::clone(map));
}
