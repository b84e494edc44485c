//! The functions that templates call to print values and words.
//!
//! In: keyword arguments. Out: text between fences (`value`, `datum`, what `derived` computes) or words (`t`).

use fluent_bundle::FluentValue;
use tera::{Kwargs, State, Tera, TeraResult, Value};

use crate::diagnostic::Diagnostic;
use crate::record;

use super::Binding;
use super::arguments::{Arguments, Unit};
use super::coded;
use super::derived;
use super::recorder::{Recorder, with_recorder};
use super::words::Unsaid;

/// Names of all functions a template can call, for "did you mean".
pub(super) const FUNCTIONS: [&str; 16] = [
    "value",
    "datum",
    "sum",
    "mean",
    "minimum",
    "maximum",
    "count",
    "share",
    "difference",
    "rank",
    "trend",
    "t",
    "code",
    "code_address",
    "range",
    "throw",
];

/// Arguments that say how to print.
pub(super) const PRINTING: [&str; 4] = ["decimals", "unit", "sign", "missing"];

/// Gives the functions to a Tera instance.
pub(super) fn register(tera: &mut Tera) {
    tera.register_function("value", |kwargs: Kwargs, _: &State| with_recorder(|r| cell(r, "value", &kwargs)));
    tera.register_function("datum", |kwargs: Kwargs, _: &State| with_recorder(|r| cell(r, "datum", &kwargs)));
    tera.register_function("t", |kwargs: Kwargs, _: &State| with_recorder(|r| words(r, &kwargs)));
    derived::register(tera);
    coded::register(tera);
}

/// `value` and `datum`: a cell printed for the language; a datum's exact number counts too.
fn cell(recorder: &mut Recorder, function: &'static str, kwargs: &Kwargs) -> Result<Value, Diagnostic> {
    let arguments = Arguments::new(function, kwargs, &["of", "field", "decimals", "unit", "sign", "missing"])?;
    let row = arguments.row("of", recorder)?;
    let taken = row.take(arguments.text("field")?, &recorder.scene)?;
    let text = arguments.printing(false, Unit::Bare)?.cell(&taken, &recorder.language);
    let exact = function == "datum";
    let number = match taken.value {
        record::Value::Number(number) => Some(number),
        // A timeline draws days; elsewhere a date is words.
        record::Value::Date(date) if exact => Some(days(date)),
        _ => None,
    };
    recorder.bind(Binding { cells: vec![taken.id], text, number, exact, presence: false })
}

/// A date as days since the beginning of 1970.
fn days(date: jiff::civil::Date) -> f64 {
    let hours = date.duration_since(jiff::civil::date(1970, 1, 1)).as_hours();
    i32::try_from(hours / 24).map_or(0.0, f64::from)
}

/// `t`: a message of the template's Fluent file; every argument but `key` is passed on.
///
/// A bound argument is passed as its fenced text, and its number as `NAME_number` for plural choices.
fn words(recorder: &mut Recorder, kwargs: &Kwargs) -> Result<Value, Diagnostic> {
    let key = kwargs.iter().find(|(name, _)| name.as_str() == Some("key")).and_then(|(_, value)| value.as_str());
    let Some(key) = key else {
        let finding = Diagnostic::error("MB0625").arg("function", "t").arg("argument", "key");
        return Err(finding.arg("expected", "string").arg("found", "nothing").hint("hint"));
    };
    let mut args = Vec::new();
    for (name, value) in kwargs.iter() {
        let name = name.to_string();
        if name == "key" {
            continue;
        }
        // A misspelt `campaign.perod` would leave a hole in the sentence.
        if value.is_undefined() {
            let finding = Diagnostic::error("MB0625").arg("function", "t").arg("argument", name);
            return Err(finding.arg("expected", "string").arg("found", "nothing").hint("hint"));
        }
        let bound = value.as_str().and_then(|text| recorder.bound(text));
        if let Some(number) = bound.and_then(|binding| binding.number) {
            args.push((format!("{name}_number"), FluentValue::from(number)));
        }
        args.push((name, argument(value)));
    }
    recorder.words.say(&recorder.language, key, &args).map(Value::from).map_err(|unsaid| match unsaid {
        Unsaid::Missing => unknown_key(recorder, key),
        Unsaid::Broken(message) => Diagnostic::error("MB0627").arg("key", key).arg("message", message),
    })
}

/// No such message.
fn unknown_key(recorder: &Recorder, key: &str) -> Diagnostic {
    let finding = Diagnostic::error("MB0611").arg("key", key).arg("language", &recorder.language);
    finding.suggest(key, recorder.words.keys(&recorder.language))
}

/// A value for Fluent.
fn argument(value: &Value) -> FluentValue<'static> {
    match value.as_f64() {
        Some(number) if !value.is_string() => FluentValue::from(number),
        _ => FluentValue::from(value.to_string()),
    }
}

/// Registers a function of the recorder under a name.
pub(super) fn register_one(
    tera: &mut Tera,
    name: &'static str,
    work: fn(&mut Recorder, &'static str, &Kwargs) -> Result<Value, Diagnostic>,
) {
    let function = move |kwargs: Kwargs, _: &State| -> TeraResult<Value> {
        with_recorder(|recorder| work(recorder, name, &kwargs))
    };
    tera.register_function(name, function);
}
