//! Text elements of a drawing: lines, their runs in one look each, and where they stand.

use roxmltree::Node;

use super::name::Name;
use super::paint::{Paint, paint};
use super::piece::{Anchor, Look, Run, Words};
use super::plane::{Area, Matrix};
use super::sheet::{SODIPODI, SVG, length, place, unprefixed};
use super::walk::{Walk, rect_area};
use crate::diagnostic::Diagnostic;

/// Height of a line that flows in a frame without one, in its size.
const FLOWED_LINE: f64 = 1.4;

/// Reads a text element; none when it holds no words.
pub(super) fn read<'a, 'i>(
    walk: &mut Walk<'a, 'i>,
    node: Node<'a, 'i>,
    own: &Matrix,
    name: Option<Name>,
) -> Option<Words> {
    let span = place(walk.source, node);
    if let Some(path) = node.descendants().find(|inner| inner.has_tag_name((SVG, "textPath"))) {
        walk.findings.push(Diagnostic::warning("MB0653").at(place(walk.source, path)).hint("hint"));
        return None;
    }
    let flow = flow(walk, node);
    let mut reading =
        Reading { walk: &*walk, own: *own, flowed: flow.is_some(), lines: vec![Vec::new()], at: None, y: None };
    reading.y = number(node, "y");
    reading.start(node);
    reading.inside(node);
    let Reading { mut lines, at, y, .. } = reading;
    lines.iter_mut().for_each(tidy);
    lines.retain(|line| !line.is_empty());
    if lines.is_empty() {
        return None;
    }
    if !own.upright() {
        let first = lines.iter().flatten().next().map(|run| run.text.clone()).unwrap_or_default();
        walk.findings.push(Diagnostic::warning("MB0652").arg("what", first).at(span.clone()));
    }
    let anchor =
        match walk.styles.of_node(first_text(node), "text-anchor").or_else(|| walk.styles.of_node(node, "text-anchor"))
        {
            Some("middle") => Anchor::Middle,
            Some("end") => Anchor::End,
            _ => Anchor::Start,
        };
    let (x, top) = at.unwrap_or((0.0, 0.0));
    let last = own.point((x, y.unwrap_or(top))).1;
    let at = own.point((x, top));
    let mut words =
        Words { name: name.map(|name| name.name), lines, at, last, anchor, frame: None, flowed: flow.is_some(), span };
    words.frame = flow.map(|flow| flow.frame(&words, own));
    Some(words)
}

/// The innermost first element that holds words: Inkscape writes the anchor there too.
fn first_text<'a, 'i>(node: Node<'a, 'i>) -> Node<'a, 'i> {
    let text =
        node.descendants().find(|inner| inner.is_text() && inner.text().is_some_and(|text| !text.trim().is_empty()));
    text.and_then(|text| text.parent_element()).unwrap_or(node)
}

/// The first number of an attribute, in user units.
fn number(node: Node, name: &str) -> Option<f64> {
    length(unprefixed(node, name)?.split([' ', ',']).find(|part| !part.is_empty())?)
}

/// What words flow in.
enum Flow {
    /// A box.
    Frame(Area),
    /// A measure.
    Measure(f64),
}

impl Flow {
    /// The box on the page.
    fn frame(&self, words: &Words, own: &Matrix) -> Area {
        match self {
            Self::Frame(area) => own.area(area),
            Self::Measure(measure) => {
                let (width, size) = (measure * own.scale(), words.size());
                let lines = ((words.last - words.at.1) / (size * 1.2).max(1e-9)).round().max(0.0) + 1.0;
                let x = match words.anchor {
                    Anchor::Start => words.at.0,
                    Anchor::Middle => words.at.0 - width / 2.0,
                    Anchor::End => words.at.0 - width,
                };
                Area { x, y: words.at.1 - size, width, height: (lines + 0.2) * FLOWED_LINE * size }
            }
        }
    }
}

/// What a text flows in, if it does: SVG 2's shape or measure, or the region of Inkscape's older flowed text.
fn flow<'a>(walk: &Walk<'a, '_>, node: Node<'a, '_>) -> Option<Flow> {
    if let Some(region) = node.children().find(|child| child.tag_name().name() == "flowRegion") {
        return region.children().find_map(rect_area).map(Flow::Frame);
    }
    if let Some(shape) = walk.styles.own(node, "shape-inside") {
        let id = shape.trim_start_matches("url(").trim_end_matches(')').trim_matches(['"', '\'', '#', ' ']);
        return walk.ids.get(id).copied().and_then(rect_area).map(Flow::Frame);
    }
    let measure = walk.styles.own(node, "inline-size").and_then(length).filter(|measure| *measure > 0.0);
    measure.map(Flow::Measure)
}

/// A text while it is read.
struct Reading<'w, 'a, 'i> {
    /// The drawing.
    walk: &'w Walk<'a, 'i>,
    /// From the text's units to the page's.
    own: Matrix,
    /// Whether line ends are the program's.
    flowed: bool,
    /// Lines so far.
    lines: Vec<Vec<Run>>,
    /// Where the first line stands.
    at: Option<(f64, f64)>,
    /// The height of the line at hand.
    y: Option<f64>,
}

impl<'a, 'i> Reading<'_, 'a, 'i> {
    /// Notes where an element stands; a new height is a new line.
    fn start(&mut self, node: Node<'a, 'i>) {
        let (x, y) = (number(node, "x"), number(node, "y"));
        let down = number(node, "dy").filter(|down| *down != 0.0);
        let role = node.attribute((SODIPODI, "role")) == Some("line") || node.tag_name().name() == "flowPara";
        let moved = match (y, down, self.y) {
            (Some(y), _, Some(before)) => (y - before).abs() > 0.1,
            (None, Some(_), Some(_)) => x.is_some(),
            _ => false,
        };
        if let Some(y) = y {
            self.y = Some(y);
        } else if let (Some(down), Some(before)) = (down, self.y) {
            self.y = Some(before + down);
        }
        if (moved && !self.flowed) || role {
            self.lines.push(Vec::new());
        }
        if self.at.is_none()
            && let (Some(x), Some(y)) = (x, self.y)
        {
            self.at = Some((x, y));
        }
    }

    /// Everything inside an element.
    fn inside(&mut self, node: Node<'a, 'i>) {
        for child in node.children() {
            if child.is_text() {
                self.words(child.text().unwrap_or_default(), node);
            } else if matches!(child.tag_name().name(), "tspan" | "flowPara" | "flowSpan" | "a")
                && !self.walk.styles.hidden(child)
            {
                self.start(child);
                self.inside(child);
            }
        }
    }

    /// Words in the look of the element they stand in.
    fn words(&mut self, text: &str, node: Node<'a, 'i>) {
        if text.trim().is_empty() && self.lines.last().is_none_or(Vec::is_empty) {
            return;
        }
        // In a flow that keeps white space, a line end is the end of a paragraph.
        let kept =
            self.flowed && self.walk.styles.of_node(node, "white-space").is_some_and(|how| how.starts_with("pre"));
        let (text, rest) = match text.split_once('\n').filter(|_| kept) {
            Some((text, rest)) => (text, Some(rest)),
            None => (text, None),
        };
        let look = self.look(node);
        let Some(line) = self.lines.last_mut() else { return };
        match line.last_mut().filter(|run| run.look == look) {
            Some(run) => run.text.push_str(text),
            None => line.push(Run { text: text.to_owned(), look }),
        }
        if let Some(rest) = rest {
            self.lines.push(Vec::new());
            self.words(rest, node);
        }
    }

    /// The look of words in an element.
    fn look(&self, node: Node<'a, 'i>) -> Look {
        let styles = self.walk.styles;
        let of = |name: &str| styles.of_node(node, name);
        let families = of("font-family").unwrap_or_default().split(',');
        let families =
            families.map(|family| family.trim().trim_matches(['"', '\'']).to_owned()).filter(|f| !f.is_empty());
        let faint = styles.opacity(node);
        let color = match paint(styles, node, "fill") {
            Paint::Plain(color) => Some(color.with_alpha(color.alpha * faint)),
            _ => None,
        };
        Look {
            families: families.collect(),
            size: of("font-size").and_then(length).unwrap_or(16.0) * self.own.scale(),
            weight: weight(of("font-weight").unwrap_or_default()),
            italic: of("font-style").is_some_and(|style| style.starts_with("italic") || style.starts_with("oblique")),
            color,
        }
    }
}

/// A weight's number.
fn weight(text: &str) -> u16 {
    match text {
        "bold" | "bolder" => 700,
        "lighter" => 300,
        _ => text.parse().ok().filter(|weight| (1..=1000).contains(weight)).unwrap_or(400),
    }
}

/// Folds white space, gathers what Tera's braces hold into one run, and drops what is empty.
fn tidy(line: &mut Vec<Run>) {
    let mut runs: Vec<Run> = Vec::new();
    for run in line.drain(..) {
        match runs.last_mut() {
            Some(last) if open(&last.text) => last.text.push_str(&run.text),
            _ => runs.push(run),
        }
    }
    let mut space = true;
    for run in &mut runs {
        let mut text = String::new();
        for letter in run.text.chars() {
            let blank = matches!(letter, ' ' | '\t' | '\n' | '\r' | '\u{2028}');
            if !(blank && space) {
                text.push(if blank { ' ' } else { letter });
            }
            space = blank;
        }
        run.text = text;
    }
    if let Some(last) = runs.last_mut() {
        last.text.truncate(last.text.trim_end_matches(' ').len());
    }
    runs.retain(|run| !run.text.is_empty());
    *line = runs;
}

/// Whether Tera's braces are still open at the end of a text.
fn open(text: &str) -> bool {
    let count = |mark: &str| text.matches(mark).count();
    count("{{") > count("}}") || count("{%") > count("%}")
}
