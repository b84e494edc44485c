//! What a kit says about a token besides its value: a description, the token it refers to, its colour in print.
//!
//! In: a token as written. Out: a [`Note`], for people; nothing is drawn from it.

use super::document::Document;
use super::json::{Json, Value};

/// Most references followed to find a note.
const MOST_STEPS: usize = 16;

/// What people should know of a token.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Note {
    /// Its `$description`.
    pub description: Option<String>,
    /// The token whose value it takes, by path.
    pub alias: Option<String>,
    /// Its colour in print, from any `$extensions` with a member `cmyk`: cyan, magenta, yellow, black in percent.
    pub cmyk: Option<[f32; 4]>,
    /// Its spot colour, from any `$extensions` with a member `spot` (`PANTONE 3292 C`).
    pub spot: Option<String>,
}

/// The note of a token; what it says of print may stand at the token it refers to.
pub(super) fn note(document: &Document<'_>, path: &str) -> Note {
    let mut note = Note::default();
    let mut path = path.to_owned();
    for step in 0..MOST_STEPS {
        let Some(entry) = document.tokens.get(&path) else { break };
        if step == 0 {
            note.description = entry.node.get("$description").and_then(Json::text).map(str::to_owned);
        }
        for vendor in entry.node.get("$extensions").and_then(Json::members).into_iter().flatten() {
            let extension = &vendor.1.value;
            note.cmyk = note.cmyk.or_else(|| extension.get("cmyk").and_then(percents));
            note.spot = note.spot.take().or_else(|| extension.get("spot").and_then(Json::text).map(str::to_owned));
        }
        let Some(next) = document.whole_target(entry.value()) else { break };
        if step == 0 {
            note.alias = Some(next.clone());
        }
        path = next;
    }
    note
}

/// Four shares of ink: from 0 to 1, or in percent when one is above 1; an array, or an object of `c m y k`.
fn percents(value: &Json) -> Option<[f32; 4]> {
    let number = |json: &Json| match json.value {
        #[expect(clippy::cast_possible_truncation, reason = "a percentage")]
        Value::Number(number) if (0.0..=100.0).contains(&number) => Some(number as f32),
        _ => None,
    };
    let inks: Vec<f32> = match value.elements() {
        Some(elements) => elements.iter().filter_map(number).collect(),
        None => ["c", "m", "y", "k"].iter().filter_map(|ink| value.get(ink).and_then(number)).collect(),
    };
    let inks: [f32; 4] = inks.try_into().ok()?;
    let scale = if inks.iter().all(|ink| *ink <= 1.0) { 100.0 } else { 1.0 };
    Some(inks.map(|ink| ink * scale))
}
