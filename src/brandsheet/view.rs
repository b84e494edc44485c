//! One theme's part of the page for browsers, section by section.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::draw::Sheet;
use super::font;
use super::html::css_color;
use super::said::say;
use crate::brand::{Theme, Token};
use crate::color::Color;
use crate::html::Html;
use crate::record::{Dataset, Record, Table, Value, print_number};

/// One theme of the sheet.
pub(super) struct View<'a> {
    /// What is shown.
    pub(super) sheet: &'a Sheet<'a>,
    /// The theme with the sheet's own tokens.
    pub(super) theme: &'a Theme,
    /// The language.
    pub(super) language: &'a str,
    /// The kit's tables.
    pub(super) dataset: &'a Dataset,
}

impl View<'_> {
    /// Every section that has something to show.
    pub(super) fn write(&self, html: &mut Html, title: &str, links: &[(String, String)]) {
        self.top(html, title, links);
        self.colors(html);
        self.scales(html);
        self.sight(html);
        self.styles(html);
        self.faces(html);
        self.measures(html);
        self.marks(html);
        self.icons(html);
    }

    /// The mark, the name, the roles as bars.
    fn top(&self, html: &mut Html, title: &str, links: &[(String, String)]) {
        html.raw("<header class=\"top\">");
        if let Some(mark) = self.sheet.brand.marks.values().next() {
            let alt = crate::language::words(&mark.alt, self.language).unwrap_or_default();
            html.raw("<img alt=\"").text(alt).raw("\" src=\"").text(&drawing(&mark.colored(self.theme))).raw("\">");
        }
        html.raw("<div><p class=\"kicker\">").text(&self.say("kit")).text(" · ").text(&self.say("theme")).text(" ");
        html.text(&self.theme.name).raw("</p>").element("<h1>", title, "</h1>");
        html.element("<p class=\"note\">", &self.say("cover-note"), "</p>");
        if !links.is_empty() {
            html.raw("<nav class=\"languages\">");
            for (language, file) in links {
                let name = match language.as_str() {
                    "vi" => "Tiếng Việt",
                    "en" => "English",
                    other => other,
                };
                html.raw("<a lang=\"").text(language).raw("\" href=\"").text(file).raw("\">").text(name);
                html.raw("</a> ");
            }
            html.raw("</nav>");
        }
        html.raw("</div></header><div class=\"bars\">");
        let surface = self.theme.color("sheet.surface").unwrap_or(Color::WHITE);
        let told = |path: &str| {
            let color = self.theme.color(path).filter(|color| color.alpha >= 1.0);
            color.is_some_and(|color| color.contrast(surface) >= 1.15)
        };
        for record in self.records("colours").filter(|record| told(&record.key)).take(20) {
            html.raw("<i style=\"background:").text(&self.color(record, "colours")).raw("\"></i>");
        }
        html.raw("</div>");
    }

    /// Roles as cards.
    fn colors(&self, html: &mut Html) {
        self.heading(html, "colours");
        html.raw("<div class=\"cards\">");
        for record in self.records("colours") {
            let cell = |column: &str| self.cell("colours", record, column);
            html.raw("<div class=\"card\"><div class=\"fill\" style=\"background:")
                .text(&self.color(record, "colours"));
            html.raw(";color:").text(&self.token(&cell("label"))).raw("\">").text(&cell("name")).raw("</div><dl>");
            html.element("<dt>RGB</dt><dd><code>", &cell("hex"), "</code></dd>");
            if !cell("print").is_empty() {
                html.element("<dt>CMYK</dt><dd>", &cell("print"), "</dd>");
            }
            if !cell("alias").is_empty() {
                html.element("<dt>=</dt><dd>", &cell("alias"), "</dd>");
            }
            for against in ["surface", "ink"] {
                let grade = self.say(&format!("grade-{}", cell(&format!("grade_{against}"))));
                html.element("<dt>", &self.say(&format!("on-{against}")), "</dt>");
                html.raw("<dd>").text(&cell(&format!("on_{against}"))).text(" · ").text(&grade).raw("</dd>");
            }
            html.raw("</dl></div>");
        }
        html.raw("</div>");
    }

    /// Scales, a strip each, and gradients.
    fn scales(&self, html: &mut Html) {
        let mut group = String::new();
        for record in self.records("scales") {
            let cell = |column: &str| self.cell("scales", record, column);
            if group.is_empty() {
                self.heading(html, "scales");
            }
            if cell("group") != group {
                html.raw(if group.is_empty() { "" } else { "</div>" });
                group = cell("group");
                html.element("<h3>", &group, "</h3>").raw("<div class=\"scale\">");
            }
            html.raw("<div style=\"background:").text(&self.color(record, "scales")).raw(";color:");
            html.text(&self.token(&cell("label"))).raw("\">").element("<b>", &cell("step"), "</b><code>");
            html.text(&cell("hex")).raw("</code>").element("<br>", &cell("print"), "</div>");
        }
        html.raw(if group.is_empty() { "" } else { "</div>" });
        for (at, record) in self.records("gradients").enumerate() {
            if at == 0 {
                html.element("<h3>", &self.say("gradients"), "</h3>");
            }
            let Some(Token::Gradient(gradient)) = self.theme.tokens.get(&*record.key) else { continue };
            let stops: Vec<String> =
                gradient.stops.iter().map(|(at, color)| format!("{} {}%", css_color(*color), at * 100.0)).collect();
            html.raw("<div class=\"bars\" style=\"background:linear-gradient(90deg,").text(&stops.join(","));
            html.raw(")\"></div>").element("<p class=\"note\">", &record.key, "</p>");
        }
    }

    /// Sets of colours in other eyes.
    fn sight(&self, html: &mut Html) {
        let mut set = String::new();
        for record in self.records("sights") {
            let cell = |column: &str| self.cell("sights", record, column);
            if set.is_empty() {
                self.heading(html, "sight");
            }
            if cell("set") != set {
                set = cell("set");
                let name = if set == "color" { self.say("set-roles") } else { set.clone() };
                html.element("<h3>", &name, "</h3>");
            }
            html.raw("<div class=\"seen\">");
            for seen in self.records("seen") {
                let of = |column: &str| self.cell("seen", seen, column);
                if of("set") == set && of("sight") == cell("sight") {
                    html.raw("<div style=\"background:").text(&self.token(&of("token"))).raw(";color:");
                    html.text(&self.token(&of("label"))).raw("\">").text(&of("name")).raw("</div>");
                }
            }
            html.raw("</div><div class=\"row\">");
            html.element("<b>", &self.say(&format!("sight-{}", cell("sight"))), "</b>");
            html.raw(if cell("plain").is_empty() { "<span class=\"low\">" } else { "<span>" });
            html.text(&self.say("nearest")).text(": ").text(&cell("first")).text(" – ").text(&cell("second"));
            html.text(" · ").text(&cell("apart")).raw("</span></div>");
        }
    }

    /// Text styles at their sizes.
    fn styles(&self, html: &mut Html) {
        self.heading(html, "styles");
        for record in self.records("styles") {
            let cell = |column: &str| self.cell("styles", record, column);
            let Some(style) = self.theme.typography(&record.key) else { continue };
            html.raw("<div class=\"style\"><div>").element("<b>", &cell("name"), "</b><small>");
            html.text(&cell("family")).text(" ").text(&cell("weight")).raw("<br>").text(&cell("size")).text(" rem · ");
            html.text(&self.say("leading")).text(" ").text(&cell("leading")).raw("</small></div><p style=\"--size:");
            html.text(&format!("{}rem;font-size:{}rem", style.size, style.size));
            html.text(&format!(";line-height:{};font-weight:{}", style.leading, style.weight));
            html.text(&format!(";letter-spacing:{}em", style.tracking / style.size.max(0.01)));
            html.raw(";font-family:").text(&font::family(&cell("family"))).raw("\">");
            html.text(&cell("specimen")).raw("</p></div>");
        }
    }

    /// Faces with their letters.
    fn faces(&self, html: &mut Html) {
        self.heading(html, "faces");
        html.raw("<div class=\"cards\" style=\"grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr))\">");
        for record in self.records("faces") {
            let cell = |column: &str| self.cell("faces", record, column);
            html.raw("<div class=\"face\" style=\"font-family:").text(&font::family(&cell("family")));
            html.raw(";font-weight:").text(&cell("weight")).raw(";font-style:").text(&cell("slope"));
            html.raw("\"><span class=\"big\">Ấg</span><small>").text(&cell("family")).text(" ").text(&cell("weight"));
            html.raw(if cell("slope") == "italic" { " · " } else { "" });
            html.text(&if cell("slope") == "italic" { self.say("italic") } else { String::new() }).raw("</small>");
            for column in ["upper", "lower", "figures", "stacked"] {
                html.element("<p>", &cell(column), "</p>");
            }
            html.raw("</div>");
        }
        html.raw("</div>");
    }

    /// Spaces as squares.
    fn measures(&self, html: &mut Html) {
        for (at, record) in self.records("spaces").enumerate() {
            if at == 0 {
                self.heading(html, "measures");
            }
            let cell = |column: &str| self.cell("spaces", record, column);
            let Some(Token::Dimension(size)) = self.theme.tokens.get(&*record.key) else { continue };
            html.raw("<div class=\"measure\">").element("<b>", &cell("name"), "</b>").raw("<span>").text(&cell("rem"));
            html.raw(" rem</span><i style=\"");
            html.text(&format!("width:{0}rem;height:{0}rem", size.rem())).raw("\"></i></div>");
        }
    }

    /// Marks with clear space and grounds.
    fn marks(&self, html: &mut Html) {
        for (at, mark) in self.sheet.brand.marks.values().enumerate() {
            if at == 0 {
                self.heading(html, "mark");
            }
            let address = drawing(&mark.colored(self.theme));
            let padding = format!("padding:{}rem", mark.clear_space * 9.0);
            html.element("<h3>", &mark.name, "</h3>").raw("<div class=\"clear\" style=\"").text(&padding);
            if let Some(record) = self.records("marks").find(|record| *record.key == *mark.name) {
                html.raw(";background:").text(&self.token(&self.cell("marks", record, "ground")));
            }
            html.raw("\"><img alt=\"\" src=\"").text(&address).raw("\"></div><div class=\"grounds\">");
            for record in self.records("grounds") {
                let cell = |column: &str| self.cell("grounds", record, column);
                if cell("mark") != mark.name {
                    continue;
                }
                html.raw("<div class=\"ground\" style=\"background:").text(&self.token(&cell("token"))).raw(";color:");
                html.text(&self.token(&cell("label"))).raw("\"><img alt=\"\" src=\"").text(&address).raw("\"><div><b>");
                html.raw(if cell("good").is_empty() { "✗ " } else { "✓ " }).text(&cell("name")).raw("</b><br>");
                html.text(&say(self.language, "stands-out", &format!("{}%", cell("share")))).raw("</div></div>");
            }
            html.raw("</div>");
        }
    }

    /// Icons in the colour of words.
    fn icons(&self, html: &mut Html) {
        if self.sheet.brand.icons.is_empty() {
            return;
        }
        let ink = self.theme.color("sheet.ink").unwrap_or(Color::BLACK).to_string();
        self.heading(html, "icons");
        html.raw("<div class=\"icons\">");
        for (name, svg) in &self.sheet.brand.icons {
            html.raw("<figure><img alt=\"\" src=\"").text(&drawing(&svg.replace("currentColor", &ink))).raw("\">");
            html.text(name).raw("</figure>");
        }
        html.raw("</div>");
    }

    /// A section's heading and what to know of it.
    fn heading(&self, html: &mut Html, key: &str) {
        html.element("<h2>", &self.say(key), "</h2>");
        html.element("<p class=\"note\">", &self.say(&format!("{key}-note")), "</p>");
    }

    /// Words by their key.
    fn say(&self, key: &str) -> String {
        say(self.language, key, "")
    }

    /// The records of a table.
    fn records(&self, table: &str) -> impl Iterator<Item = &Record> {
        self.dataset.tables.get(table).into_iter().flat_map(|table| &table.records)
    }

    /// A cell as the language prints it.
    fn cell(&self, table: &str, record: &Record, column: &str) -> String {
        let find = |table: &Table| {
            let at = table.column(column)?;
            Some((record.cells.get(at)?.value.clone(), table.columns.get(at)?.decimals))
        };
        match self.dataset.tables.get(table).and_then(find) {
            Some((Value::Text(text), _)) => text.to_string(),
            Some((Value::Number(number), decimals)) => print_number(number, self.language, decimals),
            _ => String::new(),
        }
    }

    /// The colour that a record is about.
    fn color(&self, record: &Record, table: &str) -> String {
        self.token(&self.cell(table, record, "token"))
    }

    /// A colour token as CSS writes it.
    fn token(&self, path: &str) -> String {
        self.theme.color(path).map(css_color).unwrap_or_default()
    }
}

/// A drawing as an address; in an `img` it can neither run nor load anything.
fn drawing(svg: &str) -> String {
    format!("data:image/svg+xml;base64,{}", STANDARD.encode(svg))
}
