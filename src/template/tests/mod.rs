//! What the tests of templates share: a small campaign, its data and ways to fill a template.

mod filling;
mod refusing;

use std::collections::BTreeMap;

use super::*;
use crate::campaign::{Campaign, Product, Query, Rights, Selection};
use crate::diagnostic::{Diagnostic, MessageLanguage, Span, Wording};
use crate::format::{Format, Shape};
use crate::plan::Job;
use crate::record::{Cell, Column, ColumnKind, Dataset, Record, Rows, Table, Value, Watch};
use crate::source::Folder;
use crate::units::{Insets, Size};

/// Code, names, score, previous score and staff of a unit.
type Row = (&'static str, &'static str, &'static str, Option<f64>, f64, f64);

fn both(vi: &str, en: &str) -> BTreeMap<String, String> {
    BTreeMap::from([("vi".to_owned(), vi.to_owned()), ("en".to_owned(), en.to_owned())])
}

fn column(name: &str, language: Option<&str>, kind: ColumnKind) -> Column {
    let unit = if name == "score" { BTreeMap::from([(String::new(), "%".to_owned())]) } else { BTreeMap::new() };
    let unit = if name == "staff" { both("người", "people") } else { unit };
    Column { name: name.into(), language: language.map(str::to_owned), kind, unit, decimals: None }
}

fn units() -> Table {
    let columns = vec![
        column("code", None, ColumnKind::Text),
        column("name", Some("vi"), ColumnKind::Text),
        column("name", Some("en"), ColumnKind::Text),
        column("score", None, ColumnKind::Number),
        column("previous", None, ColumnKind::Number),
        column("staff", None, ColumnKind::Integer),
        column("since", None, ColumnKind::Date),
    ];
    let rows: [Row; 3] = [
        ("a", "Sở <Y> & \u{7}Tế 🏥", "Health", Some(74.5), 71.0, 12.0),
        ("b", "Đội 3", "Team 3", Some(80.0), 82.25, 3.0),
        ("c", "Phòng", "Office", None, 1.0, 0.0),
    ];
    let record = |(at, row): (usize, &Row)| {
        let text = |text: &str| Value::Text(text.into());
        let values = vec![
            text(row.0),
            text(row.1),
            text(row.2),
            row.3.map_or(Value::Missing, Value::Number),
            Value::Number(row.4),
            Value::Number(row.5),
            Value::Date(jiff::civil::date(2026, 3, 9)),
        ];
        let line = u32::try_from(at).unwrap_or_default() + 2;
        let cell = |(at, value)| Cell {
            value,
            span: Span::text("data/units.csv", line, u32::try_from(at).unwrap_or_default() + 1, 1),
        };
        Record { key: row.0.into(), cells: values.into_iter().enumerate().map(cell).collect() }
    };
    let records = rows.iter().enumerate().map(record).collect();
    Table {
        name: "units".into(),
        columns,
        records,
        path: "data/units.csv".into(),
        rows: Rows::default(),
        watch: Watch::default(),
    }
}

fn product() -> Product {
    let query = Query { table: "units".into(), filter: BTreeMap::new(), sort: None, limit: None };
    let params: toml::Table = "label = { vi = 'Nhãn', en = 'Label' }\nsteps = [1, 2]".parse().expect("toml");
    Product {
        name: "card".into(),
        template: "card".into(),
        selection: Selection::Each(query),
        languages: vec!["vi".into(), "en".into()],
        themes: Vec::new(),
        formats: Vec::new(),
        encodings: Vec::new(),
        default: true,
        headline: both("Tiêu đề", "Headline"),
        caption: BTreeMap::new(),
        alt_text: BTreeMap::new(),
        tags: Vec::new(),
        phase: String::new(),
        allows: Vec::new(),
        params: params.into_iter().collect(),
        span: Span::text("campaign.toml", 7, 1, 1),
    }
}

pub(super) fn campaign_and_data() -> (Arc<Campaign>, Arc<Dataset>) {
    let campaign = Campaign {
        slug: "cds".into(),
        title: both("Chiến dịch", "Campaign"),
        base_url: "https://example.vn".into(),
        salt: "cds".into(),
        languages: vec!["vi".into(), "en".into()],
        period: "2026q3".into(),
        rights: Rights::default(),
        place: Default::default(),
        topics: Vec::new(),
        products: vec![product()],
        allows: Vec::new(),
        corrections: Vec::new(),
        units: None,
    };
    let dataset = Dataset { tables: BTreeMap::from([("units".to_owned(), units())]) };
    (Arc::new(campaign), Arc::new(dataset))
}

fn job(row: usize, language: &str) -> Job {
    let format = Format {
        name: "fb".into(),
        trim: Size { width: 1080.0, height: 540.0 },
        trim_mm: None,
        dpi: 96.0,
        bleed: 0.0,
        safe: Insets::all(0.0),
        distance_mm: 500.0,
        rem: 27.0,
        shape: Shape::Wide,
        snap: false,
        max_bytes: None,
        encodings: Vec::new(),
        usage: crate::format::Use::Social,
        source: String::new(),
        checked: String::new(),
        confidence: String::new(),
    };
    Job {
        product: Arc::new(product()),
        table: Some("units".into()),
        records: vec![row],
        key: Some("a".into()),
        language: language.into(),
        theme: "light".into(),
        names_theme: false,
        format: Arc::new(format),
        encodings: Vec::new(),
        asset: "asset".into(),
        stem: "stem".into(),
        headline: String::new(),
        caption: String::new(),
        alt_text: String::new(),
        others: Vec::new(),
        tags: Vec::new(),
        cells: Vec::new(),
    }
}

const TOML: &str =
    "title = \"Card\"\nneeds = [\"units\"]\nshapes = [\"wide\"]\n[[allow]]\ntext = \"2025\"\nreason = \"name\"\n";

fn folder(files: &[(&str, &str)]) -> Folder {
    let mut folder = Folder::new();
    folder.insert("templates/card/template.toml", TOML.as_bytes().to_vec());
    for (path, text) in files {
        folder.insert(format!("templates/{path}"), text.as_bytes().to_vec());
    }
    folder
}

fn languages() -> Vec<String> {
    vec!["vi".into(), "en".into()]
}

fn set(files: &[(&str, &str)]) -> Result<TemplateSet, Vec<Diagnostic>> {
    TemplateSet::read(&folder(files), &languages()).map(|warned| warned.value)
}

fn scene() -> Arc<Scene> {
    let (campaign, dataset) = campaign_and_data();
    Arc::new(Scene::new(campaign, dataset))
}

/// Fills a template with the first record.
pub(super) fn fill(source: &str) -> Result<Markup, Vec<Diagnostic>> {
    fill_in("vi", source)
}

fn fill_in(language: &str, source: &str) -> Result<Markup, Vec<Diagnostic>> {
    fill_of(language, source, &scene())
}

/// Fills a template with the first record of some campaign.
pub(super) fn fill_of(language: &str, source: &str, scene: &Arc<Scene>) -> Result<Markup, Vec<Diagnostic>> {
    let set = set(&[("card/template.svg", source)])?;
    set.fill(&job(0, language), scene).map(|warned| warned.value)
}

/// What a reader sees of a filled template.
fn seen(source: &str) -> String {
    strip_fences(&fill(source).expect("fills").text)
}

/// The only finding, as code and places.
pub(super) fn only(found: Result<Markup, Vec<Diagnostic>>) -> (&'static str, Vec<String>) {
    let found = found.expect_err("an error");
    assert_eq!(found.len(), 1, "{found:?}");
    for language in [MessageLanguage::English, MessageLanguage::Vietnamese] {
        let wording = Wording::new(language);
        let sentence = wording.message(&found[0]);
        assert!(!sentence.contains("{$") && sentence != found[0].code, "{sentence}");
        if found[0].hint.is_some() {
            assert!(wording.hint(&found[0]).is_some_and(|hint| !hint.contains("{$")), "{found:?}");
        }
    }
    (found[0].code, found[0].spans.iter().map(ToString::to_string).collect())
}
