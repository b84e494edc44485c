//! The words of a text element: spans, forced breaks and bound values gathered into one paragraph.

use std::ops::Range;

use super::attributes::Attributes;
use super::paragraph::{Ellipsis, Known, Paragraph, PieceStyle, TextAlign};
use super::scene::Scene;
use crate::brand::{FaceId, Token, Typography};
use crate::color::Color;
use crate::diagnostic::{Diagnostic, Findings, Span};
use crate::format::Shape;
use crate::template::{Segment, parse_fences};
use crate::text::Piece;

/// Words while they are gathered: white space folded, bound ranges kept.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// The words so far.
    pub(super) text: String,
    /// Ranges that show bound values.
    pub(super) bound: Vec<(Range<usize>, usize)>,
    /// A space waits for the next letter.
    space: bool,
}

impl Words {
    /// Adds an element's text; white space folds to one space, as XML writers expect.
    ///
    /// # Errors
    /// `MB0709` when a filter has cut a bound value's fences.
    pub(super) fn push(&mut self, raw: &str, span: &Span) -> Result<(), Diagnostic> {
        let segments = parse_fences(raw).map_err(|_| Diagnostic::error("MB0709").at(span.clone()).hint("hint"))?;
        for segment in segments {
            match segment {
                Segment::Plain(text) => self.fold(text),
                Segment::Bound { index, text } => {
                    self.settle();
                    let start = self.text.len();
                    self.fold(text);
                    self.bound.push((start..self.text.len(), index));
                }
            }
        }
        Ok(())
    }

    /// Starts a new line.
    pub(super) fn line_break(&mut self) {
        self.space = false;
        self.text.push('\n');
    }

    /// Writes the space that waits.
    fn settle(&mut self) {
        if std::mem::take(&mut self.space) && !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push(' ');
        }
    }

    /// Adds letters, folding XML's white space.
    fn fold(&mut self, text: &str) {
        for letter in text.chars() {
            if matches!(letter, ' ' | '\t' | '\n' | '\r') {
                self.space = true;
            } else {
                self.settle();
                self.text.push(letter);
            }
        }
    }
}

/// A text style with its face found.
#[derive(Debug, Clone)]
pub(super) struct TextStyle {
    /// The token's values, overrides applied.
    pub(super) typography: Typography,
    /// Italic.
    italic: bool,
    /// The face.
    pub(super) face: FaceId,
    /// Colour.
    pub(super) color: Color,
}

/// The style an element's attributes give, over that of the element around it.
pub(super) fn text_style(
    node: roxmltree::Node,
    outer: Option<&TextStyle>,
    scene: &Scene,
    span: &Span,
) -> Result<TextStyle, Diagnostic> {
    let token = node.attribute("type").or(outer.is_none().then_some("{type.body}"));
    let mut typography = match (token, outer) {
        (Some(alias), _) => typography(alias, scene, span)?,
        (None, Some(outer)) => outer.typography.clone(),
        (None, None) => return Err(Diagnostic::error("MB0705").arg("token", "type.body").at(span.clone())),
    };
    if let Some(weight) = node.attribute("weight") {
        typography.weight = weight.parse().map_err(|_| {
            Diagnostic::error("MB0708")
                .arg("attribute", "weight")
                .arg("value", weight)
                .arg("expected", "1 to 1000")
                .at(span.clone())
        })?;
    }
    if let Some(leading) = node.attribute("leading").and_then(|l| l.parse::<f32>().ok()).filter(|l| *l > 0.0) {
        typography.leading = leading;
    }
    let italic = node.attribute("slope").map_or(outer.is_some_and(|o| o.italic), |slope| slope == "italic");
    let color = match (node.attribute("color"), outer) {
        (Some(color), _) => scene.color(color, span)?,
        (None, Some(outer)) => outer.color,
        (None, None) => scene.color("{color.ink}", span)?,
    };
    let face = face(&typography, italic, scene, span)?;
    Ok(TextStyle { typography, italic, face, color })
}

/// A typography token by its alias.
fn typography(alias: &str, scene: &Scene, span: &Span) -> Result<Typography, Diagnostic> {
    match scene.token(alias, span)? {
        Token::Typography(style) => Ok(style.clone()),
        _ => Err(Diagnostic::error("MB0708")
            .arg("attribute", "type")
            .arg("value", alias)
            .arg("expected", "a typography token")
            .at(span.clone())),
    }
}

/// The face of a style.
fn face(style: &Typography, italic: bool, scene: &Scene, span: &Span) -> Result<FaceId, Diagnostic> {
    scene
        .brand
        .typefaces
        .resolve(&style.family, style.weight, italic)
        .map_err(|missing| missing.diagnostic().at(span.clone()))
}

/// Gathers the words of a text element and what is inside it.
struct Gathering<'a> {
    /// The surroundings.
    scene: &'a Scene<'a>,
    /// The element's place.
    span: &'a Span,
    /// The words.
    words: Words,
    /// Pieces so far.
    pieces: Vec<Piece>,
    /// Their styles.
    styles: Vec<PieceStyle>,
}

impl Gathering<'_> {
    /// Adds an element's children in a style.
    fn add(&mut self, node: roxmltree::Node, style: &TextStyle) -> Result<(), Diagnostic> {
        for child in node.children() {
            let start = self.words.text.len();
            if child.is_text() {
                self.words.push(child.text().unwrap_or_default(), self.span)?;
                self.close(start, style);
            } else if child.is_element() {
                match child.tag_name().name() {
                    "br" => {
                        self.words.line_break();
                        self.close(start, style);
                    }
                    "span" => self.add(child, &text_style(child, Some(style), self.scene, self.span)?)?,
                    other => {
                        return Err(Diagnostic::error("MB0702")
                            .arg("element", other)
                            .at(self.span.clone())
                            .suggest(other, ["span", "br"]));
                    }
                }
            }
        }
        Ok(())
    }

    /// Ends a piece.
    fn close(&mut self, start: usize, style: &TextStyle) {
        let end = self.words.text.len();
        if end > start {
            let tracking = style.typography.tracking / style.typography.size.max(0.01);
            self.pieces.push(Piece { range: start..end, face: style.face, tracking });
            self.styles.push(PieceStyle { face: style.face, color: style.color });
        }
    }
}

/// Reads a text element.
///
/// # Errors
/// `MB0705`–`MB0711`: unknown tokens, values, faces, glyphs.
pub(super) fn paragraph(
    node: roxmltree::Node,
    attributes: &Attributes,
    scene: &Scene,
    findings: &mut Findings,
) -> Result<Paragraph, Diagnostic> {
    let span = &attributes.span;
    let style = text_style(node, None, scene, span)?;
    let mut gathering = Gathering { scene, span, words: Words::default(), pieces: Vec::new(), styles: Vec::new() };
    gathering.add(node, &style)?;
    let Gathering { words, pieces, styles, .. } = gathering;
    let shaped = scene.fonts.shape(&words.text, &pieces).map_err(|missing| missing_glyphs(&missing, scene, span))?;
    let face = scene.brand.typefaces.face(style.face);
    let lines = lines(attributes, findings);
    let pages = scene.format.shape == Shape::Ticker || attributes.get("flow") == Some("pages");
    Ok(Paragraph {
        shaped,
        pieces: styles,
        bound: words.bound,
        sizes: sizes(attributes, &style, scene, findings),
        lines,
        leading: style.typography.leading,
        align: text_align(attributes, findings),
        balance: attributes.flag("balance", findings).or(pages.then_some(true)),
        ellipsis: attributes.flag("ellipsis", findings).filter(|wanted| *wanted).and_then(|_| ellipsis(&style, scene)),
        group: attributes.get("fit-group").map(str::to_owned),
        pages,
        extent: (face.ascent, face.descent),
        snap: scene.format.snap,
        known: Known::default(),
    })
}

/// The ellipsis in a style; none when its face has no such glyph.
fn ellipsis(style: &TextStyle, scene: &Scene) -> Option<Ellipsis> {
    const DOTS: &str = "…";
    let piece = Piece { range: 0..DOTS.len(), face: style.face, tracking: 0.0 };
    let cluster = scene.fonts.shape(DOTS, &[piece]).ok()?.clusters.pop()?;
    Some(Ellipsis { cluster, style: PieceStyle { face: style.face, color: style.color } })
}

/// The finding for characters that a face lacks.
pub(super) fn missing_glyphs(missing: &[(char, FaceId)], scene: &Scene, span: &Span) -> Diagnostic {
    let list: Vec<String> = missing.iter().map(|(c, _)| format!("{c} U+{:04X}", u32::from(*c))).collect();
    let family = missing.first().map(|(_, face)| scene.brand.typefaces.face(*face).family.clone());
    Diagnostic::error("MB0711")
        .arg("characters", list.join(", "))
        .arg("family", family.unwrap_or_default())
        .at(span.clone())
        .hint("hint")
}

/// `lines="2"` or `lines="1..3"`: least and greatest number of lines.
fn lines(attributes: &Attributes, findings: &mut Findings) -> (usize, usize) {
    let read = |text: &str| {
        let (least, most) = text.split_once("..").unwrap_or(("1", text));
        let least = least.parse::<usize>().ok().filter(|n| *n >= 1);
        let most = if most.is_empty() { Some(usize::MAX) } else { most.parse().ok() };
        match (least, most) {
            (Some(least), Some(most)) if least <= most => Ok((least, most)),
            _ => Err(attributes.wrong("lines", text, "3, 1..3, 2..")),
        }
    };
    attributes.read("lines", findings, read).unwrap_or((1, usize::MAX))
}

/// Smallest and greatest size in pixels: `size`, or the token's; `min` when it may shrink.
fn sizes(attributes: &Attributes, style: &TextStyle, scene: &Scene, findings: &mut Findings) -> (f32, f32) {
    let own = attributes.length("size", findings).and_then(super::length::Length::px);
    let most = own.unwrap_or(style.typography.size * scene.format.rem).max(1.0);
    let least = attributes.length("min", findings).and_then(super::length::Length::px);
    let most = if scene.format.snap { most.round().max(1.0) } else { most };
    match (attributes.get("fit"), least) {
        (Some("shrink"), least) => (least.unwrap_or(most * 0.6).clamp(1.0, most), most),
        (None, Some(_)) => {
            findings.push(attributes.wrong("min", "", "fit=\"shrink\" beside it"));
            (most, most)
        }
        (None, None) => (most, most),
        (Some(other), _) => {
            findings.push(attributes.wrong("fit", other, "shrink"));
            (most, most)
        }
    }
}

/// Where lines stand.
fn text_align(attributes: &Attributes, findings: &mut Findings) -> TextAlign {
    let read = |text: &str| match text {
        "start" => Ok(TextAlign::Start),
        "center" => Ok(TextAlign::Center),
        "end" => Ok(TextAlign::End),
        _ => Err(attributes.wrong("text-align", text, "start, center, end")),
    };
    attributes.read("text-align", findings, read).unwrap_or(TextAlign::Start)
}
