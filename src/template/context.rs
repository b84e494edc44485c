//! What a template sees: its context for one job.
//!
//! In: job and scene. Out: Tera's context, whose tables are shared and not copied.

use tera::value::Key;
use tera::{Context, Map, Value};

use crate::campaign::{Product, Selection};
use crate::format::{Format, Shape, Use};
use crate::language::words;
use crate::plan::Job;

use super::scene::{Scene, plain};
use super::set::Template;

/// Millimetres in a metre.
const MM_PER_METRE: f64 = 1000.0;

/// The context of a job.
pub(super) fn context(template: &Template, job: &Job, scene: &Scene) -> Context {
    let mut context = Context::new();
    let mut tables = Map::new();
    let named = template.needs.iter().map(String::as_str).chain(job.table.as_deref());
    for name in named {
        if let Some(sheet) = scene.sheet(name, &job.language) {
            tables.insert(Key::from(name.to_owned()), sheet.records.clone());
        }
    }
    context.insert_value("tables", tables.into());
    let sheet = job.table.as_deref().and_then(|table| scene.sheet(table, &job.language));
    let records: Vec<Value> =
        sheet.iter().flat_map(|sheet| job.records.iter().filter_map(|row| sheet.value(*row))).collect();
    if matches!(job.product.selection, Selection::Each(_))
        && let Some(record) = records.first()
    {
        context.insert_value("record", record.clone());
    }
    context.insert_value("records", records.into());
    context.insert_value("campaign", scene.campaign_in(&job.language));
    context.insert_value("product", product(&job.product, &job.language, &scene.campaign.languages));
    context.insert_value("format", format(&job.format));
    context.insert_value("language", Value::from(job.language.as_str()));
    context.insert_value("theme", Value::from(job.theme.as_str()));
    context
}

/// The product's parameters, name and words.
fn product(product: &Product, language: &str, languages: &[String]) -> Value {
    let mut map = Map::new();
    for (name, value) in &product.params {
        map.insert(Key::from(name.clone()), parameter(value, language, languages));
    }
    map.insert(Key::Str("name"), plain(&product.name));
    map.insert(Key::Str("headline"), plain(words(&product.headline, language).unwrap_or_default()));
    map.insert(Key::Str("caption"), plain(words(&product.caption, language).unwrap_or_default()));
    map.into()
}

/// A parameter; a table whose keys are all languages is the words of the job's language.
fn parameter(value: &toml::Value, language: &str, languages: &[String]) -> Value {
    match value {
        toml::Value::String(text) => plain(text),
        toml::Value::Integer(number) => Value::from(*number),
        toml::Value::Float(number) => Value::from(*number),
        toml::Value::Boolean(truth) => Value::from(*truth),
        toml::Value::Datetime(time) => Value::from(time.to_string()),
        toml::Value::Array(list) => {
            let list: Vec<Value> = list.iter().map(|value| parameter(value, language, languages)).collect();
            Value::from(list)
        }
        toml::Value::Table(table) => {
            let says = |key: &String| languages.contains(key);
            if !table.is_empty() && table.keys().all(says) {
                return table.get(language).map_or_else(Value::none, |value| parameter(value, language, languages));
            }
            let mut map = Map::new();
            for (name, value) in table {
                map.insert(Key::from(name.clone()), parameter(value, language, languages));
            }
            map.into()
        }
    }
}

/// The surface, in rem.
fn format(format: &Format) -> Value {
    let rem = if format.rem > 0.0 { f64::from(format.rem) } else { 1.0 };
    let (width, height) = (f64::from(format.trim.width), f64::from(format.trim.height));
    let safe = format.safe_box();
    let shape = match format.shape {
        Shape::Wide => "wide",
        Shape::Square => "square",
        Shape::Tall => "tall",
        Shape::Ticker => "ticker",
    };
    let usage = match format.usage {
        Use::Print => "print",
        Use::Large => "large",
        Use::Led => "led",
        Use::Social => "social",
        Use::Screen => "screen",
    };
    let aspect = if height > 0.0 { width / height } else { 1.0 };
    let mut map = Map::new();
    let entries = [
        ("name", plain(&format.name)),
        ("shape", Value::from(shape)),
        ("use", Value::from(usage)),
        ("rem_px", Value::from(rem)),
        ("width_rem", Value::from(width / rem)),
        ("height_rem", Value::from(height / rem)),
        ("safe_width_rem", Value::from(f64::from(safe.width) / rem)),
        ("safe_height_rem", Value::from(f64::from(safe.height) / rem)),
        ("aspect", Value::from(aspect)),
        ("distance_m", Value::from(f64::from(format.distance_mm) / MM_PER_METRE)),
    ];
    for (name, value) in entries {
        map.insert(Key::Str(name), value);
    }
    map.into()
}
