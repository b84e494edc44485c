//! A frame's items as SVG elements.

use std::fmt::Write;

use super::picture::{self, Prepared};
use super::{Lettering, shadow};
use crate::color::Color;
use crate::frame::{Item, Paint, Stroke, TextRun};
use crate::text::{Fonts, Piece, write_number, write_step};
use crate::units::Rect;

/// Writes items as a page that shows an area of them; `pictures` are theirs, in their order.
pub(super) fn page<'i>(
    items: impl IntoIterator<Item = &'i Item>,
    area: &Rect,
    fonts: &Fonts,
    pictures: Vec<&Prepared>,
    lettering: Lettering,
) -> String {
    let pictures = pictures.into_iter();
    let mut writer = Writer { body: String::new(), defs: String::new(), count: 0, fonts, lettering, pictures };
    for item in items {
        writer.item(item);
    }
    let mut out = String::with_capacity(writer.body.len() + writer.defs.len() + 200);
    out.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    let Rect { x, y, width, height } = *area;
    attribute(&mut out, "width", width);
    attribute(&mut out, "height", height);
    let _ = write!(out, " viewBox=\"{x} {y} {width} {height}\">");
    if !writer.defs.is_empty() {
        let _ = write!(out, "<defs>{}</defs>", writer.defs);
    }
    out.push_str(&writer.body);
    out.push_str("</svg>");
    out
}

/// Writes ` name="1.25"`.
pub(super) fn attribute(out: &mut String, name: &str, value: f32) {
    let _ = write!(out, " {name}=\"");
    write_number(out, value);
    out.push('"');
}

/// A page while it is written.
pub(super) struct Writer<'a> {
    /// Elements so far.
    pub(super) body: String,
    /// Definitions so far.
    pub(super) defs: String,
    /// Definitions counted, for their identifiers.
    count: usize,
    /// Faces.
    fonts: &'a Fonts<'a>,
    /// How text is drawn.
    lettering: Lettering,
    /// Pictures still to come, in the items' order.
    pictures: std::vec::IntoIter<&'a Prepared>,
}

impl Writer<'_> {
    /// A new identifier.
    pub(super) fn id(&mut self) -> String {
        self.count += 1;
        format!("d{}", self.count)
    }

    /// Writes an item.
    fn item(&mut self, item: &Item) {
        match item {
            Item::Panel { rect, radius, fill, stroke } => self.panel(rect, *radius, fill.as_ref(), stroke.as_ref()),
            Item::Shadow { rect, radius, blur, color } => shadow::write(self, rect, *radius, *blur, *color),
            Item::Path { data, fill, stroke } => {
                let _ = write!(self.body, "<path d=\"{data}\"");
                self.paint(fill.as_ref(), None);
                self.stroke(stroke.as_ref());
                self.body.push_str("/>");
            }
            Item::Text(run) => match self.lettering {
                Lettering::Outlines => self.outlines(run),
                Lettering::Live => self.live(run),
            },
            Item::Picture { crop, rect, radius, alt, .. } => {
                if let Some(prepared) = self.pictures.next() {
                    picture::write(self, prepared, crop, rect, *radius, alt);
                }
            }
            Item::Fragment { xml, view_box, rect, clip } => self.fragment(xml, view_box, rect, *clip),
        }
    }

    /// A box. Its outline lies inside, so that boxes of one size look alike with and without.
    fn panel(&mut self, rect: &Rect, radius: f32, fill: Option<&Paint>, stroke: Option<&Stroke>) {
        let inset = stroke.map_or(0.0, |s| s.width / 2.0);
        let (drawn, radius) = (rect.outset(-inset), (radius - inset).max(0.0));
        self.body.push_str("<rect");
        self.rect(&drawn);
        if radius > 0.0 {
            attribute(&mut self.body, "rx", radius);
        }
        self.paint(fill, Some(rect));
        self.stroke(stroke);
        self.body.push_str("/>");
    }

    /// Position and size attributes.
    pub(super) fn rect(&mut self, rect: &Rect) {
        for (name, value) in [("x", rect.x), ("y", rect.y), ("width", rect.width), ("height", rect.height)] {
            attribute(&mut self.body, name, value);
        }
    }

    /// A `fill` attribute; gradients run over the item's box.
    fn paint(&mut self, paint: Option<&Paint>, rect: Option<&Rect>) {
        match (paint, rect) {
            (None, _) => self.body.push_str(" fill=\"none\""),
            (Some(Paint::Solid(color)), _) => self.color("fill", *color),
            (Some(Paint::Linear { stops, angle }), rect) => {
                let id = self.gradient(stops, *angle, rect);
                let _ = write!(self.body, " fill=\"url(#{id})\"");
            }
        }
    }

    /// A colour attribute with its opacity.
    pub(super) fn color(&mut self, name: &str, color: Color) {
        let _ = write!(self.body, " {name}=\"{color}\"");
        if color.alpha < 1.0 {
            attribute(&mut self.body, &format!("{name}-opacity"), color.alpha);
        }
    }

    /// Defines a linear gradient with CSS's angle and length.
    fn gradient(&mut self, stops: &[(f32, Color)], angle: f32, rect: Option<&Rect>) -> String {
        let id = self.id();
        let _ = write!(self.defs, "<linearGradient id=\"{id}\"");
        match rect {
            Some(rect) => {
                let (from, to) = Paint::line(angle, rect);
                self.defs.push_str(" gradientUnits=\"userSpaceOnUse\"");
                for (name, value) in [("x1", from.x), ("y1", from.y), ("x2", to.x), ("y2", to.y)] {
                    attribute(&mut self.defs, name, value);
                }
            }
            None => {
                let (sin, cos) = angle.to_radians().sin_cos();
                attribute(&mut self.defs, "x1", 0.5 - sin / 2.0);
                attribute(&mut self.defs, "y1", 0.5 + cos / 2.0);
                attribute(&mut self.defs, "x2", 0.5 + sin / 2.0);
                attribute(&mut self.defs, "y2", 0.5 - cos / 2.0);
            }
        }
        self.defs.push('>');
        self.stops(stops);
        self.defs.push_str("</linearGradient>");
        id
    }

    /// Stops of a gradient.
    pub(super) fn stops(&mut self, stops: &[(f32, Color)]) {
        for (offset, color) in stops {
            self.defs.push_str("<stop");
            attribute(&mut self.defs, "offset", *offset);
            let _ = write!(self.defs, " stop-color=\"{color}\"");
            if color.alpha < 1.0 {
                attribute(&mut self.defs, "stop-opacity", color.alpha);
            }
            self.defs.push_str("/>");
        }
    }

    /// Stroke attributes.
    fn stroke(&mut self, stroke: Option<&Stroke>) {
        let Some(stroke) = stroke else { return };
        self.color("stroke", stroke.color);
        attribute(&mut self.body, "stroke-width", stroke.width);
        if stroke.round {
            self.body.push_str(" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
        }
        if !stroke.dash.is_empty() {
            let lengths: Vec<String> = stroke.dash.iter().map(f32::to_string).collect();
            let _ = write!(self.body, " stroke-dasharray=\"{}\"", lengths.join(" "));
        }
    }

    /// A line of text as one path.
    fn outlines(&mut self, run: &TextRun) {
        let mut data = String::new();
        for step in run.steps(self.fonts, run.origin) {
            write_step(&mut data, step);
        }
        if data.is_empty() {
            return;
        }
        let _ = write!(self.body, "<path d=\"{data}\"");
        self.color("fill", run.color);
        self.body.push_str("/>");
    }

    /// A line of text as text.
    fn live(&mut self, run: &TextRun) {
        let face = self.fonts.typefaces().face(run.face);
        self.body.push_str("<text xml:space=\"preserve\"");
        let shift = self.shift(run);
        attribute(&mut self.body, "x", run.origin.x + shift);
        attribute(&mut self.body, "y", run.origin.y);
        attribute(&mut self.body, "font-size", run.size);
        let _ =
            write!(self.body, " font-family=\"&quot;{}&quot;\" font-weight=\"{}\"", escape(&face.family), face.weight);
        if face.italic {
            self.body.push_str(" font-style=\"italic\"");
        }
        if run.tracking != 0.0 {
            attribute(&mut self.body, "letter-spacing", run.tracking);
        }
        self.color("fill", run.color);
        let _ = write!(self.body, ">{}</text>", escape(&run.text));
    }

    /// How far a line moves so that its letters lie as near as can be to where they are drawn otherwise: in a table
    /// figures have one width, which live text cannot ask for.
    ///
    /// Each letter at a place of its own would be exact, but whoever copies the number would get spaces in it.
    fn shift(&self, run: &TextRun) -> f32 {
        if run.size <= 0.0 || !run.text.bytes().any(|b| b.is_ascii_digit()) {
            return 0.0;
        }
        let piece = Piece { range: 0..run.text.len(), face: run.face, tracking: run.tracking / run.size };
        let Ok(shaped) = self.fonts.shape(&run.text, &[piece]) else { return 0.0 };
        let mut pen = 0.0;
        let mut natural = Vec::with_capacity(run.glyphs.len());
        for cluster in &shaped.clusters {
            natural.extend(cluster.glyphs.iter().map(|(_, x, _)| (pen + x) * run.size));
            pen += cluster.advance;
        }
        if natural.len() != run.glyphs.len() {
            return 0.0;
        }
        let moved = || run.glyphs.iter().zip(&natural).map(|(glyph, x)| glyph.x - x);
        let (least, most) = moved().fold((f32::INFINITY, f32::NEG_INFINITY), |(l, m), d| (l.min(d), m.max(d)));
        let shift = f32::midpoint(least, most);
        if shift.is_finite() && shift.abs() > run.size * 0.005 { shift } else { 0.0 }
    }

    /// A fragment in its own coordinates.
    fn fragment(&mut self, xml: &str, view_box: &Rect, rect: &Rect, clip: bool) {
        if clip {
            self.body.push_str("<svg");
            self.rect(rect);
            let Rect { x, y, width, height } = view_box;
            let _ = write!(self.body, " viewBox=\"{x} {y} {width} {height}\" preserveAspectRatio=\"none\">{xml}</svg>");
            return;
        }
        let (sx, sy) = (rect.width / view_box.width, rect.height / view_box.height);
        let (x, y) = (rect.x - view_box.x * sx, rect.y - view_box.y * sy);
        let _ = write!(self.body, "<g transform=\"translate({x} {y}) scale({sx} {sy})\">{xml}</g>");
    }
}

/// Text as XML, without the characters XML forbids.
pub(super) fn escape(text: &str) -> String {
    let kept = text.chars().filter(|c| !c.is_control() || matches!(c, '\t' | '\n'));
    let mut out = String::with_capacity(text.len());
    for letter in kept {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}
