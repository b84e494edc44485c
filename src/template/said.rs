//! What a template says of its picture: `<m:headline>`, `<m:caption>` and `<m:alt>` at the page's root.
//!
//! In: filled markup, its values already numbered. Out: the markup without these elements, and their words. They are
//! filled with the picture, by the same functions, so that words and picture cannot give two numbers for one cell.

use roxmltree::{Document, Node, ParsingOptions};

use crate::diagnostic::{Diagnostic, Span};

use super::bounded::read_stamp;
use super::fence::{Segment, parse_fences};
use super::set::Template;

/// The namespace of our elements.
const NAMESPACE: &str = "urn:mocban:1";
/// The elements that say something.
const NAMES: [&str; 3] = ["headline", "caption", "alt"];
/// Most nodes of a page, as the layout has it.
const MAX_NODES: u32 = 200_000;

/// Words about the picture, in the job's language; none where the template says none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// Headline.
    pub headline: Option<String>,
    /// Caption.
    pub caption: Option<String>,
    /// Alt text.
    pub alt: Option<String>,
    /// Indexes of the bindings that each of the three says, in this order.
    pub bound: [Vec<usize>; 3],
}

impl Said {
    /// The slot of an element's words.
    fn slot(&mut self, name: &str) -> &mut Option<String> {
        match name {
            "headline" => &mut self.headline,
            "caption" => &mut self.caption,
            _ => &mut self.alt,
        }
    }
}

/// Takes the elements out of the markup and reads their words.
///
/// # Errors
/// `MB1020` for one that is not at the root or is said twice, `MB1021` for elements inside, `MB1022` for a digit
/// that comes from no cell.
pub(super) fn take(template: &Template, text: String) -> Result<(String, Said), Diagnostic> {
    let mut said = Said::default();
    if !NAMES.iter().any(|name| text.contains(&format!("<m:{name}"))) {
        return Ok((text, said));
    }
    let options = ParsingOptions { nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    // Markup that does not read is the layout's to report.
    let Ok(document) = Document::parse_with_options(&text, options) else { return Ok((text, said)) };
    let mut rest = String::with_capacity(text.len());
    let mut copied = 0;
    let ours = |node: &Node| node.tag_name().namespace() == Some(NAMESPACE) && NAMES.contains(&node.tag_name().name());
    for node in document.descendants().filter(ours) {
        let name = node.tag_name().name();
        let place = place(template, node);
        let misplaced = || Diagnostic::error("MB1020").arg("element", name).at(place.clone()).hint("hint");
        if node.parent() != Some(document.root_element()) {
            return Err(misplaced());
        }
        if node.children().any(|child| child.is_element()) {
            return Err(Diagnostic::error("MB1021").arg("element", name).at(place).hint("hint"));
        }
        let (words, bound) = words(template, node).map_err(|number| {
            Diagnostic::error("MB1022").arg("element", name).arg("number", number).at(place.clone()).hint("hint")
        })?;
        // An element that a condition left empty says nothing.
        if !words.is_empty() && said.slot(name).replace(words).is_some() {
            return Err(misplaced());
        }
        if let Some(slot) = NAMES.iter().position(|known| *known == name) {
            said.bound[slot].extend(bound);
        }
        rest.push_str(text.get(copied..node.range().start).unwrap_or_default());
        copied = node.range().end;
    }
    rest.push_str(text.get(copied..).unwrap_or_default());
    Ok((rest, said))
}

/// The words of an element, white space folded as XML writers expect, and the bindings among them.
///
/// # Errors
/// The word with a digit that is bound to no cell and not allowed by `template.toml`.
fn words(template: &Template, node: Node) -> Result<(String, Vec<usize>), String> {
    let raw: String = node.children().filter_map(|child| child.text().filter(|_| child.is_text())).collect();
    let (mut words, mut plain, mut bound) = (String::new(), String::new(), Vec::new());
    // Broken fences were refused before.
    for segment in parse_fences(&raw).unwrap_or_default() {
        match segment {
            Segment::Plain(text) => {
                words.push_str(text);
                plain.push_str(text);
            }
            Segment::Bound { text, index } => {
                words.push_str(text);
                bound.push(index);
            }
        }
    }
    for allowed in &template.allow {
        plain = plain.replace(&allowed.text, "");
    }
    match plain.split(is_space).find(|word| word.contains(char::is_numeric)) {
        Some(number) => Err(number.to_owned()),
        None => Ok((words.split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "), bound)),
    }
}

/// XML's white space; a no-break space stays where it keeps number and unit together.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

/// The place that an element's stamp names.
fn place(template: &Template, node: Node) -> Span {
    let stamp = node.attribute((NAMESPACE, "at")).and_then(|at| read_stamp(&format!("{at}\"")));
    stamp.map_or_else(
        || template.whole(),
        |(file, line)| template.line(usize::try_from(file).unwrap_or(usize::MAX), line),
    )
}
