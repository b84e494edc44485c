//! Pieces of a drawing written as a template's markup.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use roxmltree::Document;

use super::art::{self, escape};
use super::kit::{Kit, Match};
use super::paint::{Role, nearest};
use super::photo::embedded;
use super::piece::{Anchor, Lie, Look, Photo, Piece, Run, Words};
use super::plane::Area;
use super::speech::{Speech, has_tera};
use crate::color::Color;
use crate::diagnostic::{Diagnostic, Findings, Span};
use crate::picture::Picture;
use crate::source::Source;

/// A template while it is written.
pub(super) struct Writer<'a, 'i> {
    /// The drawing's file.
    pub(super) source: &'a Source,
    /// The drawing's tree.
    pub(super) document: &'a Document<'i>,
    /// Its page.
    pub(super) page: Area,
    /// Name of the template.
    pub(super) name: &'a str,
    /// The kit.
    pub(super) kit: Kit<'a>,
    /// Pictures of the campaign.
    pub(super) pictures: &'a BTreeSet<String>,
    /// Words.
    pub(super) speech: Speech,
    /// Findings.
    pub(super) findings: Findings,
    /// Lines before the sheet.
    pub(super) grounds: String,
    /// Lines of the sheet.
    pub(super) sheet: String,
    /// Pictures taken out of the drawing, by path.
    pub(super) taken: BTreeMap<String, Vec<u8>>,
    /// Boxes of drawn rectangles.
    pub(super) panels: HashMap<roxmltree::NodeId, Area>,
    /// Colours that were said to be far from the kit's.
    pub(super) said: BTreeSet<String>,
}

/// Words with the box they are to stand in.
pub(super) struct Settled {
    /// The box.
    pub(super) area: Area,
    /// Line step in the words' size; none for the token's.
    pub(super) leading: Option<f64>,
    /// Whether their lines are those that were drawn.
    pub(super) drawn_lines: bool,
}

impl Writer<'_, '_> {
    /// A line of the sheet.
    pub(super) fn line(&mut self, markup: &str) {
        self.sheet.push_str(&format!("    {markup}\n"));
    }

    /// The page's geometric mean is so many rem.
    pub(super) fn rems(&self, length: f64) -> f64 {
        length / ((self.page.width * self.page.height).sqrt() / 36.0)
    }

    /// A length of the drawing in rem.
    pub(super) fn rem(&self, length: f64) -> String {
        format!("{}rem", short(self.rems(length), 3))
    }

    /// The token for letters of a colour.
    pub(super) fn ink(&mut self, color: Color, span: &Span) -> String {
        self.color(color, Role::Ink, span)
    }

    /// The token for an area or line of a colour.
    pub(super) fn area_color(&mut self, color: Color, span: &Span) -> String {
        self.color(color, Role::Area, span)
    }

    /// The nearest token, with the drawn opacity; a colour that the kit has not is said (`MB0651`).
    fn color(&mut self, color: Color, role: Role, span: &Span) -> String {
        let Some(token) = self.token(color, role, span) else { return "{color.ink}".to_owned() };
        if color.alpha < 0.995 {
            return format!("{{{token}}}/{}%", short(f64::from(color.alpha) * 100.0, 0));
        }
        format!("{{{token}}}")
    }

    /// The path of the nearest token.
    fn token(&mut self, color: Color, role: Role, span: &Span) -> Option<String> {
        let found = nearest(self.kit.theme, color, role)?;
        if !found.same && self.said.insert(color.to_string()) {
            let far = Diagnostic::warning("MB0651").arg("color", color).arg("token", &found.token);
            self.findings.push(far.arg("others", found.others.join(", ")).at(span.clone()).hint("hint"));
        }
        Some(found.token)
    }

    /// A colour behind everything.
    pub(super) fn ground(&mut self, color: Color, span: &Span) {
        let fill = self.area_color(color, span);
        self.grounds.push_str(&format!("  <m:ground fill=\"{fill}\"/>\n"));
    }

    /// Shapes.
    pub(super) fn art(&mut self, leaves: &[roxmltree::NodeId], lie: Lie) {
        let first = leaves.first().and_then(|leaf| self.document.get_node(*leaf));
        let span = first.map_or_else(|| self.source.span(0..0), |node| super::sheet::place(self.source, node));
        let (document, page, source) = (self.document, self.page, self.source);
        let mut named = |hex: &str| {
            let at = source.text.find(hex).map_or(span.clone(), |at| source.span(at..at + hex.len()));
            self.token(Color::from_hex(hex)?, Role::Area, &at)
        };
        let art = match art::fragment(document, leaves, &page, &mut named) {
            Ok(art) => art,
            Err(reason) => {
                let lost = Diagnostic::warning("MB0659").arg("reason", reason);
                return self.findings.push(lost.at(span));
            }
        };
        for lost in &art.lost {
            let reason = match *lost {
                "image" => "image",
                "text" => "text",
                _ => "mix-blend-mode",
            };
            self.findings.push(Diagnostic::warning("MB0659").arg("reason", reason).at(span.clone()));
        }
        if art.xml.trim().is_empty() {
            return;
        }
        let view = format!("viewBox=\"0 0 {} {}\"", short(page.width, 4), short(page.height, 4));
        let inside = art.xml.trim_end().replace('\n', "\n      ");
        if lie == Lie::Ground {
            self.grounds.push_str(&format!("  <m:ground><svg {view} fit=\"cover\">{inside}</svg></m:ground>\n"));
        } else {
            let whole = "x=\"0\" y=\"0\" width=\"100%\" height=\"100%\" clip=\"false\"";
            let edge = match lie {
                Lie::Edge(beyond) => format!(" edge=\"{}\"", beyond.map(|side| percent(side.min(1.0))).join(" ")),
                _ => String::new(),
            };
            self.line(&format!("<svg {view} {whole}{edge}>\n      {inside}\n    </svg>"));
        }
    }

    /// A picture in pixels that the drawing holds.
    pub(super) fn photo(&mut self, photo: &Photo) {
        let Some((bytes, ending)) = embedded(&photo.href) else {
            let shown: String = photo.href.chars().take(60).collect();
            let linked = Diagnostic::warning("MB0657").arg("address", shown).at(photo.span.clone());
            return self.findings.push(linked.hint("hint"));
        };
        let path = format!("brand/pictures/{}-{}.{ending}", self.name, self.taken.len() + 1);
        if let Err(found) = Picture::new(&path, bytes.as_slice().into()).see(&photo.span) {
            let reason = found.args.iter().find(|(name, _)| *name == "reason").map_or(found.code, |(_, said)| said);
            let broken = Diagnostic::warning("MB0658").arg("reason", reason).at(photo.span.clone());
            return self.findings.push(broken);
        }
        let at = self.at(&photo.area);
        let (fit, alt) = (if photo.cover { "cover" } else { "contain" }, escape(&photo.alt));
        let alt = if super::places::plain(&alt) && !alt.is_empty() { format!(" alt=\"{alt}\"") } else { String::new() };
        let radius = if photo.radius > 0.0 { format!(" radius=\"{}\"", self.rem(photo.radius)) } else { String::new() };
        self.line(&format!("<m:picture picture=\"{path}\" {at} fit=\"{fit}\"{radius}{alt}/>"));
        self.taken.insert(path, bytes);
    }

    /// Words in their box.
    pub(super) fn words(&mut self, words: &Words, settled: &Settled) {
        let runs: Vec<&Run> = words.lines.iter().flatten().collect();
        let Some(main) = runs.iter().max_by(|a, b| a.look.size.total_cmp(&b.look.size)).map(|run| run.look.clone())
        else {
            return;
        };
        let rems = self.rems(main.size);
        let Some(style) = self.kit.style(&main, rems, words, &mut self.findings) else { return };
        if runs.iter().any(|run| (run.look.size / main.size - 1.0).abs() > 0.05) {
            let text: String = runs.iter().map(|run| run.text.as_str()).collect::<String>().chars().take(40).collect();
            self.findings.push(Diagnostic::warning("MB0662").arg("words", text).at(words.span.clone()).hint("hint"));
        }
        let mut inside = String::new();
        for (number, line) in words.lines.iter().enumerate() {
            if number > 0 {
                inside.push_str("<m:br/>");
            }
            for run in line {
                inside.push_str(&self.run(run, &main, &style, words));
            }
        }
        let name = words.name.clone().unwrap_or_default();
        let named = if name.is_empty() { String::new() } else { format!("name=\"{}\" ", escape(&name)) };
        let label = match name.as_str() {
            "illustrative" => "when=\"illustrative\" ",
            "correction" => "when=\"corrected\" ",
            _ => "",
        };
        let mut attributes = format!("type=\"{{{}}}\" size=\"{}rem\"", style.token, short(rems, 3));
        if let Some(weight) = style.weight {
            attributes.push_str(&format!(" weight=\"{weight}\""));
        }
        if let Some(leading) = settled.leading {
            attributes.push_str(&format!(" leading=\"{}\"", short(leading, 3)));
        }
        let color = main.color.map_or("{color.ink}".to_owned(), |color| self.ink(color, &words.span));
        attributes.push_str(&format!(" color=\"{color}\" fit=\"shrink\""));
        if settled.drawn_lines {
            attributes.push_str(&format!(" lines=\"{}\"", words.lines.len()));
        }
        match words.anchor {
            Anchor::Start => {}
            Anchor::Middle => attributes.push_str(" text-align=\"center\""),
            Anchor::End => attributes.push_str(" text-align=\"end\""),
        }
        let at = self.at(&settled.area);
        self.line(&format!("<m:text {named}{label}{at} {attributes}>{inside}</m:text>"));
    }

    /// A run of words; in a span where it looks different from the rest.
    fn run(&mut self, run: &Run, main: &Look, style: &Match, words: &Words) -> String {
        let said = self.speech.say(&run.text, words.name.as_deref());
        let same = Look { size: main.size, ..run.look.clone() } == *main;
        if same && !style.italic {
            return said;
        }
        let mut attributes = String::new();
        let look = Look { size: main.size, ..run.look.clone() };
        if let Some(own) = self.kit.style(&look, self.rems(main.size), words, &mut self.findings) {
            if own.token != style.token {
                attributes.push_str(&format!(" type=\"{{{}}}\"", own.token));
            }
            if own.weight != style.weight || own.token != style.token {
                let weight = own.weight.unwrap_or_else(|| self.kit.brand.typefaces.face(own.face).weight);
                attributes.push_str(&format!(" weight=\"{weight}\""));
            }
            if own.italic {
                attributes.push_str(" slope=\"italic\"");
            }
        }
        if let Some(color) = run.look.color.filter(|color| Some(*color) != main.color) {
            attributes.push_str(&format!(" color=\"{}\"", self.ink(color, &words.span)));
        }
        if attributes.is_empty() { said } else { format!("<m:span{attributes}>{said}</m:span>") }
    }

    /// The widest drawn line, in the drawing's units; zero where values will stand.
    pub(super) fn drawn_width(&mut self, words: &Words, face: crate::brand::FaceId) -> f64 {
        if words.lines.iter().flatten().any(|run| has_tera(&run.text)) {
            return 0.0;
        }
        let of = |run: &Run| f64::from(self.kit.width(&run.text, face).unwrap_or(0.0)) * run.look.size;
        let lines = words.lines.iter().map(|line| line.iter().map(of).sum::<f64>());
        lines.fold(0.0, f64::max)
    }

    /// Writes pieces in painting order.
    pub(super) fn pieces(&mut self, pieces: &[Piece], settled: &BTreeMap<usize, Settled>) {
        for (number, piece) in pieces.iter().enumerate() {
            match piece {
                Piece::Ground(color, span) => self.ground(*color, span),
                Piece::Art { leaves, lie } => self.art(leaves, *lie),
                Piece::Photo(photo) => self.photo(photo),
                Piece::Place(place) => self.place(place),
                Piece::Words(words) => {
                    if let Some(settled) = settled.get(&number) {
                        self.words(words, settled);
                    }
                }
            }
        }
    }
}

/// A share as percent.
pub(super) fn percent(share: f64) -> String {
    format!("{}%", short(share * 100.0, 4))
}

/// A number with at most so many decimals.
pub(super) fn short(number: f64, decimals: usize) -> String {
    let text = format!("{number:.decimals$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if text == "-0" || text.is_empty() { "0".to_owned() } else { text.to_owned() }
}
