//! What a chart shows, as templates write it: `m:datum` with its words and the numbers they are bound to.

use roxmltree::Node;

use super::NAMESPACE;
use super::fragment;
use super::scene::{Scene, place};
use super::words::Words;
use crate::chart::{Datum, Figure, Icon, Kind, Label, Status, Style};
use crate::color::Color;
use crate::diagnostic::{Diagnostic, Findings, Span};
use crate::template::Markup;

/// Attributes of a datum.
const ATTRIBUTES: [&str; 6] = ["color", "emphasis", "status", "total", "key", "icon"];

/// Where charts read their data from.
pub(super) struct Source<'a> {
    /// The surroundings.
    pub(super) scene: &'a Scene<'a>,
    /// The markup.
    pub(super) markup: &'a Markup,
    /// The chart's place.
    pub(super) span: &'a Span,
    /// Its kind.
    pub(super) kind: Kind,
    /// Its looks.
    pub(super) style: &'a Style,
}

/// Elements of a datum that a kind draws.
pub(super) fn elements(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Kpi => &["label", "value", "unit", "change", "target", "previous"],
        Kind::Ranking => &["rank", "change", "label", "value"],
        Kind::Timeline => &["label", "value", "end"],
        Kind::Table => &["cell"],
        Kind::Map | Kind::Icons | Kind::Qr | Kind::Donut | Kind::Tiles | Kind::Pictogram => &["label", "value"],
        _ => &["label", "value", "target", "previous"],
    }
}

impl Source<'_> {
    /// The place of an element.
    pub(super) fn at(&self, node: Node) -> Span {
        node.attribute((NAMESPACE, "at")).map_or_else(|| self.span.clone(), |at| place(self.markup, at))
    }

    /// One datum: words, bound numbers, perhaps a target and a previous value.
    ///
    /// # Errors
    /// `MB0702`, `MB0705`–`MB0709`, `MB0718`, `MB0723`, `MB0741`.
    pub(super) fn datum(&self, node: Node, findings: &mut Findings) -> Result<Datum, Diagnostic> {
        let span = self.at(node);
        self.known(node, &ATTRIBUTES, findings);
        let mut datum = Datum {
            emphasis: self.flag(node, "emphasis")?,
            total: self.flag(node, "total")?,
            status: self.status(node)?,
            key: node.attribute("key").unwrap_or_default().trim().to_owned(),
            ..Datum::default()
        };
        if let Some(color) = node.attribute("color") {
            datum.color = Some(self.scene.color(color, &span)?);
        }
        if let Some(name) = node.attribute("icon") {
            let color = datum.color.unwrap_or(self.style.accent);
            datum.icon = Some(self.icon(name, color, &span)?);
        }
        for child in node.children().filter(Node::is_element) {
            self.part(child, &mut datum)?;
        }
        if let Some(first) = datum.values.first().cloned() {
            (datum.value, datum.number) = (first.words, first.number);
        }
        Ok(datum)
    }

    /// One element of a datum.
    fn part(&self, node: Node, datum: &mut Datum) -> Result<(), Diagnostic> {
        let (name, span) = (node.tag_name().name(), self.at(node));
        let known = elements(self.kind);
        if !known.contains(&name) {
            let drawn = ["label", "value", "target", "previous", "unit", "change", "rank", "end", "cell"];
            if drawn.contains(&name) {
                let diagnostic = Diagnostic::error("MB0741").arg("kind", self.kind).arg("element", name);
                return Err(diagnostic.arg("known", known.join(", ")).at(span).hint("hint"));
            }
            let diagnostic = Diagnostic::error("MB0702").arg("element", name).at(span);
            return Err(diagnostic.suggest(name, known.iter().copied()));
        }
        let words = label(node, &span)?;
        match name {
            "label" => datum.label = words,
            "value" => datum.values.push(self.figure(words, &span)?),
            "target" => {
                datum.target = self.number(&words, &span)?;
                datum.aim = words;
            }
            "previous" => {
                datum.previous = self.number(&words, &span)?;
                datum.before = words;
            }
            "unit" => datum.unit = words,
            "rank" => datum.rank = words,
            "change" => datum.change = self.loose(words),
            "end" => datum.end = self.figure(words, &span)?,
            _ => datum.cells.push(self.loose(words)),
        }
        Ok(())
    }

    /// Words with the number that they are bound to and that is drawn.
    pub(super) fn figure(&self, words: Label, span: &Span) -> Result<Figure, Diagnostic> {
        // Where nothing but the words is drawn, any bound value will do; a code's value is an address, no quantity.
        let said = match self.kind {
            Kind::Qr => return Ok(Figure { words, number: None }),
            Kind::Kpi | Kind::Table => true,
            Kind::Icons => words.bound.is_empty(),
            _ => false,
        };
        if said {
            return Ok(self.loose(words));
        }
        let number = self.number(&words, span)?;
        Ok(Figure { words, number })
    }

    /// Words with the number behind them, which is not drawn: only its sign may be, which the words have too.
    fn loose(&self, words: Label) -> Figure {
        let binding = words.bound.first().and_then(|(_, index)| self.markup.bindings.get(*index));
        Figure { number: binding.and_then(|binding| binding.number), words }
    }

    /// The exact number that the words are bound to; missing when the cell is.
    pub(super) fn number(&self, words: &Label, span: &Span) -> Result<Option<f64>, Diagnostic> {
        match words.bound.first().and_then(|(_, index)| self.markup.bindings.get(*index)) {
            Some(binding) if binding.exact => Ok(binding.number),
            None if words.text.is_empty() => Ok(None),
            _ => Err(Diagnostic::error("MB0723").arg("words", &words.text).at(span.clone()).hint("hint")),
        }
    }

    /// An icon of the kit in a colour, and in the colour of what does not count.
    pub(super) fn icon(&self, name: &str, color: Color, span: &Span) -> Result<Icon, Diagnostic> {
        let drawn = |color: Color| {
            let prefix = format!("i-{name}-{}-", color.to_string().trim_start_matches('#'));
            fragment::colored(name, color, prefix, self.scene, span)
        };
        let (on, view_box) = drawn(color)?;
        let (off, _) = drawn(self.style.track)?;
        Ok(Icon { on: on.into(), off: off.into(), view_box })
    }

    /// Reports attributes that an element does not have.
    pub(super) fn known(&self, node: Node, known: &[&str], findings: &mut Findings) {
        let own = node.attributes().filter(|attribute| attribute.namespace().is_none());
        for attribute in own.filter(|attribute| !known.contains(&attribute.name())) {
            let diagnostic = Diagnostic::error("MB0703")
                .arg("attribute", attribute.name())
                .arg("element", node.tag_name().name())
                .at(self.at(node));
            findings.push(diagnostic.suggest(attribute.name(), known.iter().copied()));
        }
    }

    /// `true` or `false`.
    fn flag(&self, node: Node, name: &str) -> Result<bool, Diagnostic> {
        match node.attribute(name) {
            None | Some("false") => Ok(false),
            Some("true") => Ok(true),
            Some(other) => Err(self.wrong(node, name, other, "true, false")),
        }
    }

    /// What a datum or a series tells of.
    pub(super) fn status(&self, node: Node) -> Result<Status, Diagnostic> {
        let Some(given) = node.attribute("status") else { return Ok(Status::Actual) };
        let found = Status::NAMED.iter().find(|(name, _)| *name == given).map(|(_, status)| *status);
        let names = || Status::NAMED.map(|(name, _)| name).join(", ");
        found.ok_or_else(|| self.wrong(node, "status", given, &names()))
    }

    /// A finding about an attribute's value.
    fn wrong(&self, node: Node, name: &str, value: &str, expected: &str) -> Diagnostic {
        Diagnostic::error("MB0708")
            .arg("attribute", name)
            .arg("value", value)
            .arg("expected", expected)
            .at(self.at(node))
    }
}

/// The words of an element with their bound ranges.
pub(super) fn label(node: Node, span: &Span) -> Result<Label, Diagnostic> {
    let mut words = Words::default();
    for text in node.descendants().filter(Node::is_text) {
        words.push(text.text().unwrap_or_default(), span)?;
    }
    Ok(Label { text: words.text, bound: words.bound })
}
