//! Markup to blocks: elements and attributes understood, every mistake placed in the template.

use roxmltree::{Document, Node, ParsingOptions};

use super::attributes::{Attributes, ELEMENTS};
use super::block::{Align, Block, Blocks, BoxStyle, Content};
use super::figure;
use super::fragment;
use super::length::Length;
use super::picture;
use super::scene::{Scene, place};
use super::sheet::Sheet;
use super::words;
use super::{NAMESPACE, SVG_NAMESPACE};
use crate::diagnostic::{Checked, Diagnostic, Findings, Span};
use crate::frame::Paint;
use crate::template::Markup;

/// Most nodes a page may have; a template that makes more is wrong, not rich.
pub(super) const MAX_NODES: u32 = 200_000;
/// Most boxes inside boxes; deeper trees would exhaust the stack.
const MAX_DEPTH: usize = 64;

/// Reads a page's markup.
pub(super) fn parse(markup: &Markup, scene: &Scene) -> Checked<Blocks> {
    let options = ParsingOptions { nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    let document = match Document::parse_with_options(&markup.text, options) {
        Ok(document) => document,
        Err(error) => return Err(vec![malformed(&error, markup)]),
    };
    let sheet = Sheet::of(document.root_element(), scene.format);
    let scene = sheet.as_ref().map_or(*scene, |sheet| Scene { format: &sheet.format, ..*scene });
    let mut parser = Parser {
        markup,
        scene: &scene,
        blocks: Blocks::default(),
        findings: Findings::new(),
        last: place(markup, "0:1"),
    };
    parser.page(document.root_element());
    let Parser { blocks, findings, .. } = parser;
    findings.finish(Blocks { sheet, ..blocks })
}

/// The finding for XML that does not read, at the nearest element before it whose line is known.
fn malformed(error: &roxmltree::Error, markup: &Markup) -> Diagnostic {
    let position = error.pos();
    let line = usize::try_from(position.row.saturating_sub(1)).unwrap_or(0);
    let start = markup.text.split_inclusive('\n').take(line).map(str::len).sum::<usize>();
    let column = usize::try_from(position.col).unwrap_or(0);
    let until = markup.text.floor_char_boundary((start + column).min(markup.text.len()));
    let head = &markup.text[..until];
    let at = head.rfind("m:at=\"").and_then(|at| head[at + 6..].split('"').next()).unwrap_or("0:1");
    // The words of the error end in a place of the filled text, which nobody sees.
    let words = error.to_string();
    let words = words.rsplit_once(" at ").map_or(words.as_str(), |(words, _)| words);
    Diagnostic::error("MB0701").arg("error", words).at(place(markup, at)).hint("hint")
}

/// Blocks while they are read.
struct Parser<'a> {
    /// The markup.
    markup: &'a Markup,
    /// The surroundings.
    scene: &'a Scene<'a>,
    /// Blocks so far.
    blocks: Blocks,
    /// What was found.
    findings: Findings,
    /// The last place known, for elements that carry none.
    last: Span,
}

impl Parser<'_> {
    /// The root: grounds, and one box.
    fn page(&mut self, root: Node) {
        if root.tag_name().name() != "svg" {
            self.findings.push(Diagnostic::error("MB0712").at(self.last.clone()).hint("hint"));
            return;
        }
        let mut boxes = Vec::new();
        for child in root.children().filter(Node::is_element) {
            let Some(index) = self.block(child, "", 0) else { continue };
            self.settle(index, None);
            if child.tag_name().name() == "ground" { self.blocks.grounds.push(index) } else { boxes.push(index) }
        }
        match boxes[..] {
            [only] => self.blocks.root = only,
            _ if self.findings.has_errors() => {}
            _ => self
                .findings
                .push(Diagnostic::error("MB0713").arg("count", boxes.len()).at(self.last.clone()).hint("hint")),
        }
    }

    /// One block and those inside; none when it is not shown or wrong.
    fn block(&mut self, node: Node, parent: &str, depth: usize) -> Option<usize> {
        if let Some(at) = node.attribute((NAMESPACE, "at")) {
            self.last = place(self.markup, at);
        }
        let span = self.last.clone();
        if depth > MAX_DEPTH {
            self.findings.push(Diagnostic::error("MB0714").arg("depth", MAX_DEPTH).at(span));
            return None;
        }
        if !self.known(node, &span) || self.hidden(node, &span) {
            return None;
        }
        let attributes = Attributes::new(node, span.clone(), self.scene, &mut self.findings);
        let mut style = attributes.style(&mut self.findings);
        let content = match self.content(node, &attributes, &mut style) {
            Ok(content) => content,
            Err(diagnostic) => {
                self.findings.push(diagnostic);
                return None;
            }
        };
        let element = node.tag_name().name();
        let own = node.attribute("name").map_or_else(|| element.to_owned(), |name| format!("{element}:{name}"));
        let name = if parent.is_empty() { own } else { format!("{parent}/{own}") };
        let holds = matches!(
            content,
            Content::Column
                | Content::Row { .. }
                | Content::Grid { .. }
                | Content::Layer
                | Content::Pages
                | Content::Sheet
        );
        let index = self.blocks.all.len();
        self.blocks.all.push(Block { content, style, children: Vec::new(), name: name.clone(), span });
        if holds {
            for child in node.children().filter(Node::is_element) {
                if let Some(child) = self.block(child, &name, depth + 1) {
                    self.settle(child, Some(index));
                    self.blocks.all[index].children.push(child);
                }
            }
            self.stray_text(node, index);
        }
        Some(index)
    }

    /// What a block takes from the one around it.
    fn settle(&mut self, index: usize, around: Option<usize>) {
        if let Some(diagnostic) = self.misplaced(index, around) {
            self.findings.push(diagnostic);
        }
        let over =
            around.is_none_or(|around| matches!(self.blocks.all[around].content, Content::Layer | Content::Pages));
        let Block { content, style, .. } = &mut self.blocks.all[index];
        if let Content::Picture(photo) = content {
            photo.settle(style, over);
        }
    }

    /// A sheet that is not the page's box or has no proportions, and a place that is not on a sheet.
    fn misplaced(&self, index: usize, around: Option<usize>) -> Option<Diagnostic> {
        let Block { content, style, span, .. } = &self.blocks.all[index];
        let outside = around.is_none_or(|around| !matches!(self.blocks.all[around].content, Content::Sheet));
        let finding = match content {
            Content::Sheet if around.is_some() => Diagnostic::error("MB0769"),
            Content::Sheet if style.ratio.is_none() => Diagnostic::error("MB0767"),
            _ if style.at.is_some() && outside => Diagnostic::error("MB0768"),
            _ => return None,
        };
        Some(finding.at(span.clone()).hint("hint"))
    }

    /// Words directly in a box would vanish: say so.
    fn stray_text(&mut self, node: Node, index: usize) {
        let stray = node.children().filter(Node::is_text).filter_map(|n| n.text()).find(|t| !t.trim().is_empty());
        if let Some(text) = stray {
            let words: String = text.trim().chars().take(30).collect();
            let span = self.blocks.all[index].span.clone();
            self.findings.push(Diagnostic::error("MB0715").arg("words", words).at(span).hint("hint"));
        }
    }

    /// Whether the element is one of ours, or a plain fragment.
    fn known(&mut self, node: Node, span: &Span) -> bool {
        let name = node.tag_name().name();
        let ours = node.tag_name().namespace() == Some(NAMESPACE) && ELEMENTS.contains(&name);
        let plain = node.tag_name().namespace() == Some(SVG_NAMESPACE) && name == "svg";
        if !(ours || plain) {
            let diagnostic = Diagnostic::error("MB0702").arg("element", name).at(span.clone());
            if ELEMENTS.contains(&name) {
                self.findings.push(diagnostic.arg("namespace", NAMESPACE).hint("namespace"));
                return false;
            }
            self.findings.push(diagnostic.suggest(name, ELEMENTS.into_iter().chain(["svg"])));
        }
        ours || plain
    }

    /// Whether `when` hides the block.
    fn hidden(&mut self, node: Node, span: &Span) -> bool {
        match node.attribute("when") {
            None => false,
            Some("illustrative") => !self.scene.illustrative,
            Some("corrected") => self.markup.correction.is_none(),
            Some(other) => {
                let diagnostic = Diagnostic::error("MB0708").arg("attribute", "when").arg("value", other);
                self.findings.push(diagnostic.arg("expected", "illustrative, corrected").at(span.clone()));
                false
            }
        }
    }

    /// What the block holds.
    fn content(&mut self, node: Node, attributes: &Attributes, style: &mut BoxStyle) -> Result<Content, Diagnostic> {
        let (findings, index) = (&mut self.findings, self.blocks.all.len());
        Ok(match node.tag_name().name() {
            "column" => Content::Column,
            "row" => Content::Row { wrap: attributes.flag("wrap", findings).unwrap_or(false) },
            "grid" => Content::Grid {
                columns: attributes.tracks("columns", findings),
                rows: attributes.tracks("rows", findings),
            },
            "layer" | "ground" => Content::Layer,
            "pages" => Content::Pages,
            "sheet" => Content::Sheet,
            "text" => Content::Text(Box::new(words::paragraph(node, attributes, self.scene, findings)?)),
            "chart" => Content::Chart(Box::new(figure::spec(node, attributes, self.scene, self.markup, findings)?)),
            "mark" => fragment::mark(attributes, self.scene, style, index)?,
            "icon" => fragment::icon(attributes, self.scene, style, index, findings)?,
            "picture" => Content::Picture(Box::new(picture::photo(attributes, self.scene.pictures, findings)?)),
            "svg" => fragment::plain(node, attributes, self.scene, style, index)?,
            "rule" => {
                rule(style, self.scene, &attributes.span)?;
                Content::Empty
            }
            _ => Content::Empty,
        })
    }
}

/// A rule is a hairline across its box unless it is given a size, in the kit's colour for lines unless it is dressed.
fn rule(style: &mut BoxStyle, scene: &Scene, span: &Span) -> Result<(), Diagnostic> {
    if style.fill.is_none() && style.stroke.is_none() {
        style.fill = Some(Paint::Solid(scene.color("{color.line}", span)?));
    }
    if style.size == [Length::Auto; 2] {
        style.size[1] = Length::Px(scene.hairline());
    }
    style.align_self = style.align_self.or(Some(Align::Stretch));
    style.shrink = style.shrink.or(Some(0.0));
    Ok(())
}
