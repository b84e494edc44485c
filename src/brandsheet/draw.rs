//! The pages of a sheet: templates filled from the kit's tables, composed and drawn like any picture.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use super::kit::dataset;
use super::look;
use super::said::words;
use crate::atlas::Atlas;
use crate::brand::{Brand, Theme};
use crate::campaign::{Campaign, Product, Query, Selection};
use crate::diagnostic::{Checked, Diagnostic, Findings, Span};
use crate::format::{Format, Shape, Use};
use crate::frame::Frame;
use crate::layout;
use crate::picture::Pictures;
use crate::plan::Job;
use crate::record::{Dataset, Record, Value};
use crate::source::Folder;
use crate::template::{Scene, TemplateSet};
use crate::text::Fonts;
use crate::units::{Insets, Size};

/// A page that is not filled by then loops for ever.
const DEADLINE: Duration = Duration::from_secs(5);
/// Pixels per inch of the pages.
const DPI: f32 = 144.0;
/// A page's size in millimetres: A4, lying.
const TRIM_MM: (f32, f32) = (297.0, 210.0);
/// The same in pixels.
const TRIM: Size = Size { width: 1684.0, height: 1191.0 };
/// Pixels of a rem: body text of ten points.
const REM: f32 = 20.0;

/// A page of the sheet: its template, the table whose records it goes through and how many a page takes.
struct Kind {
    /// Name of the template.
    name: &'static str,
    /// Its source.
    source: &'static str,
    /// The table whose records fill it; without one there is a single page.
    table: Option<&'static str>,
    /// Records a page.
    each: usize,
    /// Pages at most.
    most: usize,
}

/// A page's template in the program's own folder.
macro_rules! page {
    ($name:literal, $table:expr, $each:expr, $most:expr) => {
        Kind {
            name: $name,
            source: include_str!(concat!("pages/", $name, ".svg")),
            table: $table,
            each: $each,
            most: $most,
        }
    };
}

/// All pages in order.
const KINDS: [Kind; 11] = [
    page!("cover", None, 1, usize::MAX),
    page!("colours", Some("colours"), 24, usize::MAX),
    page!("scales", Some("scales"), 77, usize::MAX),
    page!("sight", Some("sights"), 10, usize::MAX),
    page!("styles", Some("styles"), 10, usize::MAX),
    page!("headline", None, 1, usize::MAX),
    page!("faces", Some("faces"), 6, usize::MAX),
    page!("measures", None, 1, usize::MAX),
    page!("mark", Some("marks"), 1, usize::MAX),
    page!("misuse", Some("marks"), 1, 1),
    page!("icons", Some("icons"), 84, usize::MAX),
];
/// Room for text styles on a page, in rem.
const STYLES_ROOM: f32 = 44.0;
/// Rows of scales on a page.
const SCALES: f32 = 6.0;
/// Sets of colours on a page.
const SETS: f32 = 2.0;
/// The least height of a text style's row, whose name stands beside it.
const STYLE_LEAST: f32 = 2.3;
/// What parts two rows.
const STYLE_GAP: f32 = 0.45;
/// What pages share.
const PARTS: [(&str, &str); 2] = [("head", include_str!("pages/head.svg")), ("foot", include_str!("pages/foot.svg"))];
/// Where a campaign keeps pages of its own.
const OWN: &str = "brand/sheet/";

/// What a sheet is drawn from.
pub struct Sheet<'a> {
    /// The kit.
    pub brand: &'a Brand,
    /// The campaign.
    pub campaign: &'a Campaign,
    /// The campaign's files, for pages of its own.
    pub folder: &'a Folder,
    /// Themes to show; all when empty.
    pub themes: &'a [String],
    /// Languages to show; all of the campaign when empty.
    pub languages: &'a [String],
}

impl Sheet<'_> {
    /// The themes, the kit's default first.
    pub(super) fn themes(&self) -> Vec<&Theme> {
        let wanted = |theme: &&Theme| self.themes.is_empty() || self.themes.contains(&theme.name);
        let mut themes: Vec<&Theme> = self.brand.themes.values().filter(wanted).collect();
        themes.sort_by_key(|theme| (theme.name != self.brand.default_theme, theme.name.clone()));
        themes
    }

    /// The languages.
    pub(super) fn languages(&self) -> &[String] {
        if self.languages.is_empty() { &self.campaign.languages } else { self.languages }
    }
}

/// A page, drawn.
pub struct Page {
    /// Language.
    pub language: String,
    /// Theme.
    pub theme: String,
    /// Number among the pages of its theme, from 1, and its name (`02_colours`).
    pub name: String,
    /// What it shows, in its language.
    pub title: String,
    /// The page, laid out.
    pub frame: Frame,
    /// The surface.
    pub format: Arc<Format>,
}

/// Draws all pages: languages, themes, pages.
///
/// # Errors
/// Everything that is wrong with a page, the campaign's own ones included; `MB1030` for each page a kit cannot show.
pub fn pages(sheet: &Sheet<'_>) -> Checked<Vec<Page>> {
    let mut findings = Findings::new();
    let fonts = Fonts::new(&sheet.brand.typefaces);
    let Some(templates) = findings.take(TemplateSet::read(&templates(sheet), sheet.languages())) else {
        return Err(findings.into_vec());
    };
    let templates = Arc::new(templates);
    let mut pages = Vec::new();
    for theme in sheet.themes() {
        let look = look::theme(sheet.brand, theme);
        let dataset = Arc::new(dataset(sheet.brand, &look, &fonts));
        let scene = Arc::new(Scene::new(Arc::new(sheet.campaign.clone()), Arc::clone(&dataset)));
        let drawing = Drawing { sheet, theme: &look, fonts: &fonts, dataset: &dataset, scene, templates: &templates };
        for language in sheet.languages() {
            for (number, (kind, records)) in drawing.planned().into_iter().enumerate() {
                pages.extend(findings.take(drawing.page(language, number + 1, kind, records)));
            }
        }
    }
    findings.finish(pages)
}

/// The pages' templates as a folder, the campaign's own in place of ours.
fn templates(sheet: &Sheet<'_>) -> Folder {
    let mut folder = Folder::new();
    let own = |name: &str| sheet.folder.bytes(&format!("{OWN}{name}.svg")).map(|bytes| bytes.to_vec());
    for (name, source) in PARTS {
        folder.insert(format!("templates/parts/{name}.svg"), own(name).unwrap_or_else(|| source.as_bytes().to_vec()));
    }
    for kind in &KINDS {
        let at = format!("templates/{}", kind.name);
        let source = own(kind.name).unwrap_or_else(|| kind.source.as_bytes().to_vec());
        folder.insert(format!("{at}/template.svg"), source);
        folder.insert(format!("{at}/template.toml"), DECLARATION.as_bytes().to_vec());
        for language in sheet.languages() {
            folder.insert(format!("{at}/{language}.ftl"), words(language).as_bytes().to_vec());
        }
    }
    folder
}

/// What every page declares.
const DECLARATION: &str = r#"title = "Brand sheet"
shapes = ["wide"]
needs = ["colours", "scales", "seen", "sights", "styles", "faces", "spaces", "radii", "shadows", "gradients", "marks", "grounds", "icons"]
"#;

/// One theme's pages while they are drawn.
struct Drawing<'a> {
    /// What is shown.
    sheet: &'a Sheet<'a>,
    /// The theme with the sheet's own tokens.
    theme: &'a Theme,
    /// Faces.
    fonts: &'a Fonts<'a>,
    /// The tables.
    dataset: &'a Dataset,
    /// For filling.
    scene: Arc<Scene>,
    /// The pages' templates.
    templates: &'a Arc<TemplateSet>,
}

impl Drawing<'_> {
    /// Which pages there are, and the records each goes through.
    fn planned(&self) -> Vec<(&'static Kind, Vec<usize>)> {
        let mut planned = Vec::new();
        for kind in &KINDS {
            let Some(table) = kind.table else {
                planned.push((kind, Vec::new()));
                continue;
            };
            let count = self.dataset.tables.get(table).map_or(0, |table| table.records.len());
            let all: Vec<usize> = (0..count).collect();
            let by_height = match kind.name {
                "styles" => Some(self.by_height("styles", STYLES_ROOM, |record| self.style_height(record))),
                "scales" => Some(self.by_height("scales", SCALES, |record| self.begins("scales", record))),
                "sight" => Some(self.by_height("sights", SETS, |record| self.begins("sights", record))),
                _ => None,
            };
            if let Some(chunks) = by_height {
                planned.extend(chunks.into_iter().map(|chunk| (kind, chunk)));
                continue;
            }
            // Pages of one kind take about as many records each, so that the last is not almost empty.
            let chunks = count.div_ceil(kind.each).max(1);
            let chunks = all.chunks(count.div_ceil(chunks).max(1));
            planned.extend(chunks.take(kind.most).map(|chunk| (kind, chunk.to_vec())));
        }
        planned
    }

    /// Records by page, each page as full as its room allows.
    fn by_height(&self, table: &str, room: f32, height: impl Fn(&Record) -> f32) -> Vec<Vec<usize>> {
        let (mut pages, mut page, mut left) = (Vec::new(), Vec::new(), room);
        let records = self.dataset.tables.get(table).into_iter().flat_map(|table| &table.records);
        for (at, record) in records.enumerate() {
            let height = height(record);
            if height > left && !page.is_empty() {
                pages.push(std::mem::take(&mut page));
                left = room;
            }
            page.push(at);
            left -= height;
        }
        if !page.is_empty() {
            pages.push(page);
        }
        pages
    }

    /// Room that a text style takes in its own size.
    fn style_height(&self, record: &Record) -> f32 {
        let height = self.theme.typography(&record.key).map_or(0.0, |style| style.size * style.leading);
        height.max(STYLE_LEAST) + STYLE_GAP
    }

    /// One for the first record of a group, nothing for the others.
    fn begins(&self, table: &str, record: &Record) -> f32 {
        let head = self.dataset.tables.get(table).and_then(|table| table.column("head"));
        let value = head.and_then(|at| record.cells.get(at)).map(|cell| &cell.value);
        if matches!(value, Some(Value::Text(_))) { 1.0 } else { 0.0 }
    }

    /// One page.
    fn page(&self, language: &str, number: usize, kind: &Kind, records: Vec<usize>) -> Checked<Page> {
        let mut findings = Findings::new();
        let job = self.job(language, number, kind, records);
        let filled = self.templates.fill_within(DEADLINE, &job, &self.scene);
        let Some(markup) = findings.take(filled) else { return Err(findings.into_vec()) };
        let scene = layout::Scene {
            brand: self.sheet.brand,
            theme: self.theme,
            fonts: self.fonts,
            atlas: &Atlas::default(),
            pictures: &Pictures::default(),
            format: &job.format,
            language,
            illustrative: false,
        };
        let Some(frames) = findings.take(layout::compose(&markup, &scene)) else {
            let found = findings.into_vec().into_iter().map(|finding| finding.on(&job.stem, &job.format.name));
            return Err(found.collect());
        };
        let Some(frame) = frames.into_iter().next() else {
            let missing = Diagnostic::error("MB1030").arg("page", kind.name).at(Span::whole("brand"));
            return Err(vec![missing]);
        };
        let title = markup.said.headline.clone().unwrap_or_else(|| kind.name.to_owned());
        findings.finish(Page {
            language: language.to_owned(),
            theme: self.theme.name.clone(),
            name: format!("{number:02}_{}", kind.name),
            title,
            frame,
            format: Arc::clone(&job.format),
        })
    }

    /// The job of a page.
    fn job(&self, language: &str, number: usize, kind: &Kind, records: Vec<usize>) -> Job {
        let query = |table: &str| Query { table: table.into(), filter: BTreeMap::new(), sort: None, limit: None };
        let params = BTreeMap::from([("page".to_owned(), toml::Value::String(format!("{number:02}")))]);
        let product = Product {
            name: kind.name.into(),
            template: kind.name.into(),
            selection: kind.table.map_or(Selection::None, |table| Selection::All(query(table))),
            languages: Vec::new(),
            themes: Vec::new(),
            formats: Vec::new(),
            encodings: Vec::new(),
            default: true,
            headline: BTreeMap::new(),
            caption: BTreeMap::new(),
            alt_text: BTreeMap::new(),
            tags: Vec::new(),
            phase: String::new(),
            allows: Vec::new(),
            params,
            span: Span::whole("brand"),
        };
        let stem = format!("brand/{}_{language}_{}_{number:02}", kind.name, self.theme.name);
        Job {
            product: Arc::new(product),
            table: kind.table.map(Into::into),
            records,
            key: None,
            language: language.to_owned(),
            theme: self.theme.name.clone(),
            names_theme: true,
            format: Arc::new(format()),
            encodings: Vec::new(),
            asset: stem.clone(),
            stem,
            headline: String::new(),
            caption: String::new(),
            alt_text: String::new(),
            others: Vec::new(),
            tags: Vec::new(),
            cells: Vec::new(),
        }
    }
}

/// The surface of a page.
fn format() -> Format {
    Format {
        name: "brand-sheet".to_owned(),
        trim: TRIM,
        trim_mm: Some(TRIM_MM),
        dpi: DPI,
        bleed: 0.0,
        safe: Insets { top: 3.0 * REM, right: 3.5 * REM, bottom: 2.25 * REM, left: 3.5 * REM },
        distance_mm: 400.0,
        rem: REM,
        shape: Shape::Wide,
        snap: false,
        max_bytes: None,
        encodings: Vec::new(),
        usage: Use::Screen,
        source: String::new(),
        checked: String::new(),
        confidence: String::new(),
    }
}
