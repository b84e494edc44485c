//! What all fills of a run share: the campaign's data as Tera values, made once for each table and language.
//!
//! In: campaign and dataset. Out: sheets, whose values a fill clones by counting a reference.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use tera::value::Key;

use crate::campaign::Campaign;
use crate::language::{Words, words};
use crate::record::{Cell, CellId, Dataset, Record, Table, Value};

use super::fence::is_fence;

/// Name of the table in a record of the context.
pub(super) const TABLE: &str = "_table";
/// Name of the key in a record of the context.
pub(super) const KEY: &str = "_key";

/// Campaign and data, prepared for filling templates. Shared by all threads of a run.
#[derive(Debug)]
pub struct Scene {
    /// The campaign.
    pub(super) campaign: Arc<Campaign>,
    /// The data.
    pub(super) dataset: Arc<Dataset>,
    /// Sheets made so far, by table and language.
    sheets: Mutex<BTreeMap<(String, String), Arc<Sheet>>>,
    /// The campaign's values by language.
    campaigns: BTreeMap<String, tera::Value>,
}

/// A table as one language sees it.
#[derive(Debug)]
pub(super) struct Sheet {
    /// The table.
    pub(super) table: Arc<str>,
    /// Its fields in declared order.
    pub(super) fields: Vec<Field>,
    /// All records, an array of maps.
    pub(super) records: tera::Value,
    /// The column whose cells are the keys.
    pub(super) key_column: Option<Arc<str>>,
    /// Row of each key.
    rows: HashMap<Arc<str>, usize>,
}

/// A column as one language sees it.
#[derive(Debug, Clone)]
pub(super) struct Field {
    /// Name without language, as templates write it.
    pub(super) name: Arc<str>,
    /// Name with language, as a cell's identity has it.
    pub(super) full_name: Arc<str>,
    /// Which cell of a record.
    pub(super) column: usize,
    /// Unit in the language.
    pub(super) unit: Option<String>,
    /// Decimals to print.
    pub(super) decimals: Option<u8>,
}

impl Scene {
    /// Prepares a campaign; sheets are made when they are first asked for.
    pub fn new(campaign: Arc<Campaign>, dataset: Arc<Dataset>) -> Self {
        let product_languages = campaign.products.iter().flat_map(|product| product.languages.iter());
        let campaigns = campaign
            .languages
            .iter()
            .chain(product_languages)
            .map(|language| (language.clone(), campaign_value(&campaign, language)))
            .collect();
        Self { campaign, dataset, sheets: Mutex::default(), campaigns }
    }

    /// The campaign's values in a language.
    pub(super) fn campaign_in(&self, language: &str) -> tera::Value {
        self.campaigns.get(language).cloned().unwrap_or_else(|| campaign_value(&self.campaign, language))
    }

    /// A table in a language; none when there is no such table.
    pub(super) fn sheet(&self, table: &str, language: &str) -> Option<Arc<Sheet>> {
        let data = self.dataset.tables.get(table)?;
        // A thread that fails while it holds the lock leaves whole sheets only.
        let mut sheets = self.sheets.lock().unwrap_or_else(PoisonError::into_inner);
        let sheet = sheets
            .entry((table.to_owned(), language.to_owned()))
            .or_insert_with(|| Arc::new(Sheet::new(table, data, language)));
        Some(Arc::clone(sheet))
    }

    /// A record of the dataset.
    pub(super) fn record(&self, table: &str, row: usize) -> Option<&Record> {
        self.dataset.tables.get(table)?.records.get(row)
    }
}

impl Sheet {
    /// A table in a language.
    fn new(name: &str, table: &Table, language: &str) -> Self {
        let fields = fields(table, language);
        let keys: Vec<Key<'static>> = fields.iter().map(|field| Key::String(Arc::clone(&field.name))).collect();
        let records: Vec<tera::Value> =
            table.records.iter().map(|record| record_value(name, record, &fields, &keys)).collect();
        let rows = table.records.iter().enumerate().map(|(row, record)| (Arc::clone(&record.key), row)).collect();
        let key_column = table
            .columns
            .iter()
            .enumerate()
            .find(|(at, _)| {
                !table.records.is_empty()
                    && table.records.iter().all(|r| r.cells.get(*at).is_some_and(|cell| is_key(&cell.value, &r.key)))
            })
            .map(|(_, column)| column.full_name().into());
        Self { table: name.into(), fields, records: records.into(), key_column, rows }
    }

    /// A field by the name templates use.
    pub(super) fn field(&self, name: &str) -> Option<&Field> {
        let plain = self.fields.iter().find(|field| &*field.name == name);
        plain.or_else(|| self.fields.iter().find(|field| &*field.full_name == name))
    }

    /// The row of a key.
    pub(super) fn row(&self, key: &str) -> Option<usize> {
        self.rows.get(key).copied()
    }

    /// The identity of a record's cell.
    pub(super) fn cell_id(&self, key: &Arc<str>, column: &Arc<str>) -> CellId {
        CellId { table: Arc::clone(&self.table), key: Arc::clone(key), column: Arc::clone(column) }
    }

    /// The record at a row, or none.
    pub(super) fn value(&self, row: usize) -> Option<tera::Value> {
        self.records.as_array()?.get(row).cloned()
    }
}

/// The columns that a language sees, each name once.
fn fields(table: &Table, language: &str) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    for column in &table.columns {
        if fields.iter().any(|field| field.name == column.name) {
            continue;
        }
        let Some(at) = table.column_for(&column.name, language) else { continue };
        let Some(chosen) = table.columns.get(at) else { continue };
        fields.push(Field {
            name: Arc::clone(&chosen.name),
            full_name: chosen.full_name().into(),
            column: at,
            unit: words(&chosen.unit, language).filter(|unit| !unit.is_empty()).map(str::to_owned),
            decimals: chosen.decimals,
        });
    }
    fields
}

/// A record as a map of its fields, with its table and key.
fn record_value(table: &str, record: &Record, fields: &[Field], keys: &[Key<'static>]) -> tera::Value {
    let mut map = tera::Map::with_capacity(fields.len() + 2);
    for (field, key) in fields.iter().zip(keys) {
        map.insert(key.clone(), record.cells.get(field.column).map_or_else(tera::Value::none, cell_value));
    }
    // After the fields, so that a column of that name cannot lend a record another one's identity.
    map.insert(Key::Str(TABLE), tera::Value::from(table));
    map.insert(Key::Str(KEY), tera::Value::from(&*record.key));
    map.into()
}

/// A cell's plain value.
fn cell_value(cell: &Cell) -> tera::Value {
    match &cell.value {
        Value::Missing => tera::Value::none(),
        Value::Text(text) => plain(text),
        Value::Number(number) => number_value(*number),
        Value::Boolean(truth) => tera::Value::from(*truth),
        Value::Date(date) => tera::Value::from(date.to_string()),
    }
}

/// Whether a cell says the record's key.
fn is_key(value: &Value, key: &str) -> bool {
    match value {
        Value::Text(text) => **text == *key,
        Value::Number(number) => number.to_string() == key,
        Value::Date(date) => date.to_string() == key,
        Value::Missing | Value::Boolean(_) => false,
    }
}

/// A number; a whole one becomes an integer, so that templates can count with it.
#[expect(clippy::cast_possible_truncation, reason = "only whole numbers well inside the range are cast")]
fn number_value(number: f64) -> tera::Value {
    if number.fract() == 0.0 && number.abs() < 9.0e15 {
        tera::Value::from(number as i64)
    } else {
        tera::Value::from(number)
    }
}

/// A string without fence characters: data cannot forge a binding.
pub(super) fn plain(text: &str) -> tera::Value {
    if text.contains(is_fence) { tera::Value::from(text.replace(is_fence, "")) } else { tera::Value::from(text) }
}

/// The campaign in a language.
fn campaign_value(campaign: &Campaign, language: &str) -> tera::Value {
    let said = |said: &Words| plain(words(said, language).unwrap_or_default());
    let rights = &campaign.rights;
    let mut map = tera::Map::new();
    let entries = [
        ("title", said(&campaign.title)),
        ("slug", plain(&campaign.slug)),
        ("period", plain(&campaign.period)),
        ("base_url", plain(&campaign.base_url)),
        ("creator", said(&rights.creator)),
        ("credit_line", said(&rights.credit_line)),
        ("copyright_notice", said(&rights.copyright_notice)),
        ("usage_terms", said(&rights.usage_terms)),
        ("license_url", plain(&rights.license_url)),
        ("contact_email", plain(&rights.contact_email)),
        ("contact_url", plain(&rights.contact_url)),
        ("languages", tera::Value::from(campaign.languages.clone())),
    ];
    for (name, value) in entries {
        map.insert(Key::Str(name), value);
    }
    map.into()
}
