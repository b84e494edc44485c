//! Rectangles with names: what the template puts there.

use std::str::FromStr;

use super::markup::{Writer, percent};
use super::name::Kind;
use super::piece::Place;
use super::speech::has_tera;
use crate::chart;
use crate::diagnostic::Diagnostic;

/// Endings of picture files.
const PICTURES: [&str; 4] = [".png", ".jpg", ".jpeg", ".webp"];

impl Writer<'_, '_> {
    /// A named rectangle that holds no words.
    pub(super) fn place(&mut self, place: &Place) {
        let at = self.at(&place.area);
        let name = format!("name=\"{}\" {at}", super::art::escape(&place.name.name));
        match place.name.kind {
            Kind::Box => {
                let dress = self.dress(place);
                self.line(&format!("<m:space {name}{dress}/>"));
            }
            Kind::Chart => self.chart(place, &name),
            Kind::Mark if self.kit.brand.marks.contains_key(&place.name.name) => {
                self.line(&format!("<m:mark mark=\"{}\" {name}/>", place.name.name));
            }
            Kind::Icon if self.kit.brand.icons.contains_key(&place.name.name) => {
                let color = place.fill.or(place.stroke.map(|(color, _)| color));
                let color = color.map_or("{color.ink}".to_owned(), |color| self.ink(color, &place.span));
                self.line(&format!("<m:icon icon=\"{}\" color=\"{color}\" {name}/>", place.name.name));
            }
            Kind::Picture => self.picture(place, &name),
            Kind::Mark | Kind::Icon => {
                let brand = self.kit.brand;
                let known: Vec<&str> = match place.name.kind {
                    Kind::Mark => brand.marks.keys().map(String::as_str).collect(),
                    _ => brand.icons.keys().map(String::as_str).collect(),
                };
                let unknown = Diagnostic::warning("MB0656").arg("name", &place.name.name);
                self.findings.push(unknown.at(place.span.clone()).suggest(&place.name.name, known));
                self.line(&format!("<m:space {name}/>"));
            }
            Kind::Text => {}
        }
    }

    /// Filling, outline and corners of a box.
    fn dress(&mut self, place: &Place) -> String {
        let mut out = String::new();
        if let Some(fill) = place.fill {
            out.push_str(&format!(" fill=\"{}\"", self.area_color(fill, &place.span)));
        }
        if let Some((color, width)) = place.stroke {
            let color = self.area_color(color, &place.span);
            out.push_str(&format!(" stroke=\"{color}\" stroke-width=\"{}\"", self.rem(width)));
        }
        if place.radius > 0.0 {
            out.push_str(&format!(" radius=\"{}\"", self.rem(place.radius)));
        }
        out
    }

    /// A chart: its kind is its name; the words behind it say of which records, with which fields.
    fn chart(&mut self, place: &Place, name: &str) {
        let kind = &place.name.name;
        if chart::Kind::from_str(kind).is_err() {
            let unknown = Diagnostic::warning("MB0656").arg("name", kind).at(place.span.clone());
            self.findings.push(unknown.suggest(kind, chart::Kind::NAMES));
            return self.line(&format!("<m:space {name}/>"));
        }
        let plain = |word: &&String| word.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_'));
        let words: Vec<&String> = place.name.more.iter().filter(plain).collect();
        let value = |of: &str, field: &str| {
            format!("<m:value>{{{{ datum(of={of}, field=\"{field}\", unit=true) }}}}</m:value>")
        };
        let label = |field: &str| format!("<m:label>{{{{ value(of=one, field=\"{field}\") }}}}</m:label>");
        let data = match words[..] {
            [record, field] if record == "record" => format!("<m:datum>{}</m:datum>", value("record", field)),
            [list, of, field] => {
                self.speech.note_tables(list);
                let datum = format!("<m:datum>{}{}</m:datum>", label(of), value("one", field));
                format!("{{% for one in {list} %}}{datum}{{% endfor %}}")
            }
            _ => {
                let silent = Diagnostic::warning("MB0655").arg("name", kind).at(place.span.clone());
                self.findings.push(silent.hint("hint"));
                return self.line(&format!("<m:space {name}/>"));
            }
        };
        let accent = place.fill.map(|fill| format!(" accent=\"{}\"", self.area_color(fill, &place.span)));
        self.line(&format!("<m:chart kind=\"{kind}\"{} {name}>{data}</m:chart>", accent.unwrap_or_default()));
    }

    /// A photograph: a file of the campaign, or the one that a column of the record names.
    fn picture(&mut self, place: &Place, name: &str) {
        let own = &place.name.name;
        let radius = if place.radius > 0.0 { format!(" radius=\"{}\"", self.rem(place.radius)) } else { String::new() };
        let lower = own.to_ascii_lowercase();
        if PICTURES.iter().any(|ending| lower.ends_with(ending)) {
            let paths = ["data/pictures/", "brand/pictures/"].map(|folder| format!("{folder}{own}"));
            let path = paths.iter().find(|path| self.pictures.contains(path.as_str())).unwrap_or(&paths[0]);
            if !self.pictures.contains(path.as_str()) {
                self.findings.push(Diagnostic::warning("MB0661").arg("path", path).at(place.span.clone()).hint("hint"));
            }
            let path = super::art::escape(path);
            return self.line(&format!("<m:picture picture=\"{path}\" {name} fit=\"cover\"{radius}/>"));
        }
        let column: String = own.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
        self.line(&format!(
            "{{% if record.{column} is not none %}}<m:picture picture=\"data/pictures/{{{{ record.{column} }}}}\" {name} \
             fit=\"cover\"{radius}/>{{% endif %}}"
        ));
    }

    /// Where a box stands on the sheet.
    pub(super) fn at(&self, area: &super::plane::Area) -> String {
        let page = self.page;
        format!(
            "x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
            percent((area.x - page.x) / page.width),
            percent((area.y - page.y) / page.height),
            percent(area.width / page.width),
            percent(area.height / page.height)
        )
    }
}

/// Whether a name may stand in front of a text that Tera fills.
pub(super) fn plain(text: &str) -> bool {
    !has_tera(text) && !text.contains(['{', '}'])
}
