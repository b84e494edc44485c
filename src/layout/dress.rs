//! How a chart looks: each role from its attribute, else from a token of its class or kind, else the kit's own.

use super::attributes::Attributes;
use super::scene::Scene;
use super::words::{TextStyle, text_style};
use crate::chart::{self, Kind, Style};
use crate::color::Color;
use crate::diagnostic::{Diagnostic, Findings, Span};

/// Where a chart's looks come from.
struct Wardrobe<'a> {
    /// The chart's attributes.
    attributes: &'a Attributes<'a, 'a>,
    /// The kit.
    scene: &'a Scene<'a>,
    /// Its classes, the most telling first, its kind last.
    classes: Vec<String>,
}

/// Reads the looks of a chart.
///
/// # Errors
/// `MB0705`–`MB0708` for tokens that are not there or of the wrong type.
pub(super) fn style(
    kind: Kind,
    attributes: &Attributes,
    scene: &Scene,
    findings: &mut Findings,
) -> Result<Style, Diagnostic> {
    let own = attributes.get("class").unwrap_or_default();
    let classes: Vec<String> = own.split_whitespace().map(str::to_owned).collect();
    for class in &classes {
        unknown(class, attributes, scene, findings);
    }
    let classes = classes.into_iter().chain([kind.to_string()]).collect();
    let wardrobe = Wardrobe { attributes, scene, classes };
    let span = &attributes.span;
    let length = |role: &str| -> Result<Option<f32>, Diagnostic> {
        let Some(alias) = wardrobe.alias(role) else { return Ok(None) };
        Ok(scene.length(&alias, span)?.px().filter(|px| px.is_finite() && *px >= 0.0))
    };
    Ok(Style {
        label: wardrobe.text("label", "{type.label}")?,
        figure: wardrobe.text("figure", "{type.figure}")?,
        accent: wardrobe.color("accent", "{color.accent}")?,
        muted: wardrobe.color("muted", "{color.ink-muted}")?,
        line: wardrobe.color("line", "{color.line}")?,
        track: wardrobe.color("track", "{color.line}/60%")?,
        surface: wardrobe.color("surface", "{color.surface}")?,
        positive: wardrobe.color("positive", "{color.positive}")?,
        negative: wardrobe.color("negative", "{color.negative}")?,
        series: wardrobe.series()?,
        thickness: length("thickness")?,
        corner: length("corner")?,
        rem: scene.format.rem,
        hairline: scene.hairline(),
        snap: scene.format.snap,
        language: scene.language.to_owned(),
    })
}

/// Reports a class that the kit says nothing about.
fn unknown(class: &str, attributes: &Attributes, scene: &Scene, findings: &mut Findings) {
    let classes = scene.theme.tokens.keys().filter_map(|path| Some(path.strip_prefix("chart.")?.split_once('.')?.0));
    let mut known: Vec<&str> = classes.collect();
    known.dedup();
    if !known.contains(&class) {
        let diagnostic = Diagnostic::error("MB0743").arg("class", class).at(attributes.span.clone());
        findings.push(if known.is_empty() { diagnostic.hint("hint") } else { diagnostic.suggest(class, known) });
    }
}

impl Wardrobe<'_> {
    /// What a role is set to: the attribute, or the alias of a class's token.
    fn alias(&self, role: &str) -> Option<String> {
        let own = self.attributes.get(role).map(str::to_owned);
        let of_class = || {
            let paths = self.classes.iter().map(|class| format!("chart.{class}.{role}"));
            paths.into_iter().find(|path| self.scene.theme.tokens.contains_key(path)).map(|path| format!("{{{path}}}"))
        };
        own.or_else(of_class)
    }

    /// A colour.
    fn color(&self, role: &str, kit: &str) -> Result<Color, Diagnostic> {
        let alias = self.alias(role);
        self.scene.color(alias.as_deref().unwrap_or(kit), &self.attributes.span)
    }

    /// A text style.
    fn text(&self, role: &str, kit: &str) -> Result<chart::TextStyle, Diagnostic> {
        let alias = self.alias(role);
        let outer = outer_style(alias.as_deref().unwrap_or(kit), self.scene, &self.attributes.span)?;
        Ok(chart::TextStyle {
            face: outer.face,
            size: (outer.typography.size * self.scene.format.rem).max(1.0),
            leading: outer.typography.leading,
            tracking: outer.typography.tracking / outer.typography.size.max(0.01),
            color: outer.color,
        })
    }

    /// Colours of series: those of the attribute, else `chart.CLASS.series-1`, `-2` …, else `color.series.1`, `.2` ….
    fn series(&self) -> Result<Vec<Color>, Diagnostic> {
        let span = &self.attributes.span;
        if let Some(own) = self.attributes.get("series") {
            return own.split_whitespace().map(|alias| self.scene.color(alias, span)).collect();
        }
        let of_class = self.classes.iter().map(|class| format!("chart.{class}.series-"));
        for prefix in of_class.chain(["color.series.".to_owned()]) {
            let path = |number: usize| format!("{prefix}{number}");
            let paths = (1..).map(path).take_while(|path| self.scene.theme.tokens.contains_key(path));
            let colors: Vec<Color> =
                paths.map(|path| self.scene.color(&format!("{{{path}}}"), span)).collect::<Result<_, _>>()?;
            if !colors.is_empty() {
                return Ok(colors);
            }
        }
        Ok(Vec::new())
    }
}

/// A text style from a token alone.
fn outer_style(alias: &str, scene: &Scene, span: &Span) -> Result<TextStyle, Diagnostic> {
    let xml = format!("<t type=\"{}\"/>", alias.replace(['"', '<', '&'], ""));
    let document = roxmltree::Document::parse(&xml)
        .map_err(|error| Diagnostic::error("MB0701").arg("error", error).at(span.clone()))?;
    text_style(document.root_element(), None, scene, span)
}
