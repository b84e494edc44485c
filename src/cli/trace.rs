//! `mocban trace`. In: what the press knows of a file, an asset or a cell; out: a table, or JSON lines.

use serde_json::json;

use super::print::Console;
use super::table::{tagged, write};
use crate::lineage::Touch;
use crate::press::{self, Boxed, Seen, Shown, Traced, Use};

/// Cells of a number that are named to people; the rest are counted.
const NAMED: usize = 3;

/// Traces a name and shows what is known; false when nothing is.
pub(super) fn trace(settings: &press::Settings, name: &str, console: &Console) -> anyhow::Result<bool> {
    let Some(traced) = press::trace(settings, name, console)? else { return Ok(false) };
    match &traced {
        Traced::Numbers(numbers) => show_numbers(numbers, console),
        Traced::Cells(uses) => show_uses(uses, console),
    }
    Ok(true)
}

/// A head of columns.
fn head(id: &str, console: &Console) -> Vec<String> {
    console.wording.say(id, &[]).split('|').map(|name| name.trim().to_owned()).collect()
}

/// The numbers of a file or an asset.
fn show_numbers(numbers: &[Shown], console: &Console) {
    if console.json() {
        return numbers.iter().for_each(|number| console.object(&tagged("number", json!(number))));
    }
    let said = console.wording.say("say-trace-said", &[]);
    let row = |number: &Shown| {
        let value = number.value.map(|value| value.to_string()).unwrap_or_default();
        vec![number.text.clone(), value, cells(&number.cells), place(&number.renditions, &said), number.source.clone()]
    };
    let mut rows = vec![head("say-trace-numbers", console)];
    rows.extend(numbers.iter().map(row));
    write(&rows, numbers.is_empty(), console);
}

/// Some cells by name, the others by their number.
fn cells(cells: &[String]) -> String {
    let named = cells.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(" ");
    match cells.len().saturating_sub(NAMED) {
        0 => named,
        more => format!("{named} +{more}"),
    }
}

/// Where a number is: its boxes in one file, or in how many files.
fn place(renditions: &[Seen], said: &str) -> String {
    match renditions {
        [one] => boxes(&one.boxes, said),
        several => format!("{} ×", several.len()),
    }
}

/// Boxes in pixels, `x,y w×h`, with the page of those beyond the first.
fn boxes(boxes: &[Boxed], said: &str) -> String {
    let told = boxes.iter().map(|one| {
        let ([x, y, width, height], page) = (one.pixels, one.place.page);
        let page = if page > 1 { format!("p{page}:") } else { String::new() };
        format!("{page}{x},{y} {width}×{height}")
    });
    let told = told.collect::<Vec<_>>().join(" · ");
    if told.is_empty() { said.to_owned() } else { told }
}

/// The files that depend on a cell.
fn show_uses(uses: &[Use], console: &Console) {
    if console.json() {
        for one in uses {
            let event = if one.touch == Touch::Drawn { "drawn" } else { "read" };
            console.object(&tagged(event, json!(one)));
        }
        return;
    }
    if uses.is_empty() {
        console.say("say-trace-nowhere", &[]);
        return;
    }
    let (said, read) = (console.wording.say("say-trace-said", &[]), console.wording.say("say-trace-read", &[]));
    let row = |one: &Use| match &one.printed {
        Some(printed) => {
            let seen = boxes(&one.seen.boxes, &said);
            vec![one.cell.clone(), one.seen.path.clone(), printed.text.clone(), seen]
        }
        None => vec![one.cell.clone(), one.seen.path.clone(), read.clone()],
    };
    let mut rows = vec![head("say-trace-uses", console)];
    rows.extend(uses.iter().map(row));
    write(&rows, false, console);
}
