//! Derived numbers and words: sums, means, shares, differences, ranks and trends, bound to every cell they come from.
//!
//! In: records and a field. Out: a printed number between fences, whose binding names all the cells read.

use tera::{Kwargs, Tera, Value};

use crate::diagnostic::Diagnostic;
use crate::record::{self, CellId};

use super::Binding;
use super::arguments::{Arguments, Printing, Row, Taken, Unit};
use super::functions::{PRINTING, register_one};
use super::recorder::{Recorder, number_binding};

/// Decimals of means and shares when neither call nor column says.
const DECIMALS_OF_RATIOS: u8 = 1;
/// Decimals that a number without a wish of its own prints at most.
const DECIMALS_AT_MOST: u8 = 3;

/// Gives the functions to a Tera instance.
pub(super) fn register(tera: &mut Tera) {
    for name in ["sum", "mean", "minimum", "maximum"] {
        register_one(tera, name, total);
    }
    register_one(tera, "count", count);
    register_one(tera, "share", share);
    register_one(tera, "difference", difference);
    register_one(tera, "rank", rank);
    register_one(tera, "trend", trend);
}

/// Numbers of one field over some records.
#[derive(Default)]
struct Series {
    /// Those that are there.
    numbers: Vec<f64>,
    /// Every cell looked at, empty ones too: filling one changes the result.
    cells: Vec<CellId>,
    /// Decimals of the column.
    decimals: Option<u8>,
    /// Unit of the column.
    unit: Option<String>,
}

impl Series {
    /// Reads a field of each record.
    fn read(rows: &[Row], field: &str, function: &str, recorder: &Recorder) -> Result<Self, Diagnostic> {
        let mut series = Self::default();
        for row in rows {
            let taken = row.take(field, &recorder.scene)?;
            series.numbers.extend(taken.number(function)?);
            series.decimals = taken.field.decimals;
            series.unit = taken.field.unit;
            series.cells.push(taken.id);
        }
        Ok(series)
    }
}

/// The printing arguments and these.
fn with_printing(own: &[&'static str]) -> Vec<&'static str> {
    own.iter().copied().chain(PRINTING).collect()
}

/// `sum`, `mean`, `minimum`, `maximum` of a field; empty cells do not count.
fn total(recorder: &mut Recorder, function: &'static str, kwargs: &Kwargs) -> Result<Value, Diagnostic> {
    let arguments = Arguments::new(function, kwargs, &with_printing(&["of", "field"]))?;
    let rows = arguments.rows("of", recorder)?;
    let series = Series::read(&rows, arguments.text("field")?, function, recorder)?;
    let printing = arguments.printing(false, Unit::Bare)?;
    let numbers = series.numbers.iter().copied();
    let result = match function {
        "minimum" => numbers.reduce(f64::min),
        "maximum" => numbers.reduce(f64::max),
        "mean" => mean(&series.numbers),
        _ => numbers.reduce(|a, b| a + b),
    };
    let decimals = match function {
        "mean" => series.decimals.or(Some(DECIMALS_OF_RATIOS)),
        _ => series.decimals,
    };
    finish(recorder, series.cells, result, decimals, series.unit.as_deref(), &printing)
}

/// `count`: how many records, those with a field, or those whose field equals a value.
fn count(recorder: &mut Recorder, function: &'static str, kwargs: &Kwargs) -> Result<Value, Diagnostic> {
    let arguments = Arguments::new(function, kwargs, &with_printing(&["of", "field", "equals"]))?;
    let rows = arguments.rows("of", recorder)?;
    let printing = arguments.printing(false, Unit::Bare)?;
    let mut cells = Vec::with_capacity(rows.len());
    let mut counted = 0_u32;
    for row in &rows {
        if arguments.get("field").is_none() {
            cells.push(row.key_id());
            counted += 1;
            continue;
        }
        let taken = row.take(arguments.text("field")?, &recorder.scene)?;
        let counts = match arguments.get("equals") {
            None => taken.value != record::Value::Missing,
            Some(wanted) => equals(&taken.value, wanted),
        };
        counted += u32::from(counts);
        cells.push(taken.id);
    }
    let printed = printed(recorder, cells, Some(f64::from(counted)), Some(0), None, &printing);
    recorder.bind(Binding { presence: arguments.get("equals").is_none(), ..printed })
}

/// `share`: a part of a whole in percent.
fn share(recorder: &mut Recorder, function: &'static str, kwargs: &Kwargs) -> Result<Value, Diagnostic> {
    let arguments = Arguments::new(function, kwargs, &with_printing(&["part", "of", "field"]))?;
    let printing = arguments.printing(false, Unit::Own("%".to_owned()))?;
    let (part, mut cells) = amount(&arguments, "part", recorder)?;
    let (whole, more) = amount(&arguments, "of", recorder)?;
    cells.extend(more);
    let result = part.zip(whole).filter(|(_, whole)| *whole != 0.0).map(|(part, whole)| part / whole * 100.0);
    finish(recorder, cells, result, Some(DECIMALS_OF_RATIOS), Some("%"), &printing)
}

/// `difference`: a field less another field of the same record, or less the same field of another record.
fn difference(recorder: &mut Recorder, function: &'static str, kwargs: &Kwargs) -> Result<Value, Diagnostic> {
    let arguments = Arguments::new(function, kwargs, &with_printing(&["of", "field", "from"]))?;
    let (now, before) = compared(&arguments, recorder)?;
    let result = now.number(function)?.zip(before.number(function)?).map(|(now, before)| now - before);
    let decimals = now.field.decimals.max(before.field.decimals);
    let printing = arguments.printing(true, Unit::Bare)?;
    finish(recorder, vec![now.id, before.id], result, decimals, now.field.unit.as_deref(), &printing)
}

/// The two cells of a comparison: a field of a record, and another field of it or the same field of another record.
fn compared(arguments: &Arguments<'_>, recorder: &mut Recorder) -> Result<(Taken, Taken), Diagnostic> {
    let row = arguments.row("of", recorder)?;
    let field = arguments.text("field")?;
    let now = row.take(field, &recorder.scene)?;
    let before = match arguments.get("from") {
        Some(value) if value.is_map() => arguments.row("from", recorder)?.take(field, &recorder.scene)?,
        Some(value) if value.is_string() => row.take(arguments.text("from")?, &recorder.scene)?,
        _ => return Err(arguments.wrong("from", "from")),
    };
    Ok((now, before))
}

/// `trend`: the words for a rise, a fall or no change, bound to the two cells compared, so that a corrected figure finds
/// the words that hang on it. A difference that prints as zero is no change.
fn trend(recorder: &mut Recorder, function: &'static str, kwargs: &Kwargs) -> Result<Value, Diagnostic> {
    let known = ["of", "field", "from", "up", "down", "same", "decimals", "missing"];
    let arguments = Arguments::new(function, kwargs, &known)?;
    let (now, before) = compared(&arguments, recorder)?;
    let number = now.number(function)?.zip(before.number(function)?).map(|(now, before)| now - before);
    let printing = arguments.printing(false, Unit::Bare)?;
    let decimals = printing.decimals.or(now.field.decimals.max(before.field.decimals)).unwrap_or(DECIMALS_AT_MOST);
    let [up, down, same] = ["up", "down", "same"].map(|name| arguments.text(name));
    let (up, down, same) = (up?, down?, same?);
    let words = match number.map(|number| (number * 10_f64.powi(decimals.into())).round()) {
        Some(change) if change > 0.0 => up,
        Some(change) if change < 0.0 => down,
        Some(_) => same,
        None => printing.missing.as_str(),
    };
    let binding =
        Binding { cells: vec![now.id, before.id], text: String::new(), number, exact: false, presence: false };
    recorder.bind_words(words, &binding)
}

/// `rank`: 1 for the greatest (or, `ascending`, the least) among some records; equals share a rank.
fn rank(recorder: &mut Recorder, function: &'static str, kwargs: &Kwargs) -> Result<Value, Diagnostic> {
    let known = ["of", "among", "field", "ascending", "missing"];
    let arguments = Arguments::new(function, kwargs, &known)?;
    let row = arguments.row("of", recorder)?;
    let field = arguments.text("field")?;
    let own: Taken = row.take(field, &recorder.scene)?;
    let rows = arguments.rows("among", recorder)?;
    let series = Series::read(&rows, field, function, recorder)?;
    let ascending = arguments.flag("ascending", false)?;
    let printing = arguments.printing(false, Unit::Bare)?;
    let result = own.number(function)?.map(|own| {
        let ahead = |other: &&f64| if ascending { **other < own } else { **other > own };
        let ahead = series.numbers.iter().filter(ahead).count();
        f64::from(u32::try_from(ahead).unwrap_or(u32::MAX)) + 1.0
    });
    let mut cells = series.cells;
    if !cells.contains(&own.id) {
        cells.push(own.id);
    }
    finish(recorder, cells, result, Some(0), None, &printing)
}

/// A number for `share`: a printed value, a record's field, records' sum (or their count), or a plain number.
fn amount(
    arguments: &Arguments<'_>,
    name: &str,
    recorder: &mut Recorder,
) -> Result<(Option<f64>, Vec<CellId>), Diagnostic> {
    let expected = "amount";
    let value = arguments.get(name).ok_or_else(|| arguments.wrong(name, expected))?;
    if let Some(text) = value.as_str() {
        let bound = recorder.bound(text).ok_or_else(|| arguments.wrong(name, expected))?;
        return Ok((bound.number, bound.cells.clone()));
    }
    if value.is_number() {
        return Ok((value.as_f64(), Vec::new()));
    }
    let rows = if value.is_map() { vec![arguments.row(name, recorder)?] } else { arguments.rows(name, recorder)? };
    if arguments.get("field").is_none() && value.is_array() {
        let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        return Ok((Some(f64::from(count)), rows.iter().map(Row::key_id).collect()));
    }
    let series = Series::read(&rows, arguments.text("field")?, arguments.function, recorder)?;
    Ok((series.numbers.into_iter().reduce(|a, b| a + b), series.cells))
}

/// Prints a result, or the text for nothing.
fn finish(
    recorder: &mut Recorder,
    cells: Vec<CellId>,
    result: Option<f64>,
    decimals: Option<u8>,
    unit: Option<&str>,
    printing: &Printing,
) -> Result<Value, Diagnostic> {
    let binding = printed(recorder, cells, result, decimals, unit, printing);
    recorder.bind(binding)
}

/// A result as it is printed.
fn printed(
    recorder: &Recorder,
    cells: Vec<CellId>,
    result: Option<f64>,
    decimals: Option<u8>,
    unit: Option<&str>,
    printing: &Printing,
) -> Binding {
    match result.filter(|number| number.is_finite()) {
        Some(number) => {
            let text = printing.number(number, decimals, unit, &recorder.language);
            number_binding(cells, text, number, false)
        }
        None => Binding { cells, text: printing.missing.clone(), number: None, exact: false, presence: false },
    }
}

/// The mean, or nothing of nothing.
fn mean(numbers: &[f64]) -> Option<f64> {
    let count = f64::from(u32::try_from(numbers.len()).unwrap_or(u32::MAX));
    (!numbers.is_empty()).then(|| numbers.iter().sum::<f64>() / count)
}

/// Whether a cell equals a template's value.
fn equals(cell: &record::Value, wanted: &Value) -> bool {
    match cell {
        record::Value::Missing => wanted.is_none(),
        record::Value::Text(text) => wanted.as_str() == Some(text),
        record::Value::Number(number) => wanted.is_number() && wanted.as_f64() == Some(*number),
        record::Value::Boolean(truth) => wanted.as_bool() == Some(*truth),
        record::Value::Date(date) => wanted.as_str() == Some(&*date.to_string()),
    }
}
