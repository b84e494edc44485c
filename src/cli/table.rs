//! Results as aligned columns. In: formats, assets, planned files; out: lines on standard output, or JSON lines.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::print::Console;
use crate::format::{Format, Shape};
use crate::language::words;
use crate::press::{Change, Hit, Inspected, Reason, Standing, TemplateSummary};

/// How many paths of one reason `plan` lists for people.
const LISTED: usize = 8;

/// Writes the formats.
pub(super) fn formats(formats: &[Format], console: &Console) {
    if console.json() {
        for format in formats {
            console.object(&tagged("format", json!(format)));
        }
        return;
    }
    let head = console.wording.say("say-format-columns", &[]);
    let mut rows = vec![head.split('|').map(|name| name.trim().to_owned()).collect()];
    rows.extend(formats.iter().map(format_row));
    write(&rows, formats.is_empty(), console);
}

/// Writes the templates, one a line: name, number of formats, title, and the formats themselves.
pub(super) fn templates(templates: &[TemplateSummary], console: &Console) {
    if console.json() {
        templates.iter().for_each(|template| console.object(&tagged("template", json!(template))));
        return;
    }
    let title = |template: &TemplateSummary| {
        let language = console.look.language.code();
        words(&template.title, language).unwrap_or_default().to_owned()
    };
    let row = |template: &TemplateSummary| {
        let formats = template.formats.join(" ");
        vec![template.name.clone(), template.formats.len().to_string(), title(template), formats]
    };
    write(&templates.iter().map(row).collect::<Vec<_>>(), true, console);
}

/// One format's cells, in the order of `say-format-columns`.
fn format_row(format: &Format) -> Vec<String> {
    let shape = match format.shape {
        Shape::Wide => "wide",
        Shape::Square => "square",
        Shape::Tall => "tall",
        Shape::Ticker => "ticker",
    };
    vec![
        format.name.clone(),
        shape.to_owned(),
        format!("{}×{}", format.trim.width, format.trim.height),
        format.trim_mm.map_or_else(dash, |(width, height)| format!("{width}×{height}")),
        tenths(format.dpi),
        tenths(format.rem),
        format.max_bytes.map_or_else(dash, size),
        if format.checked.is_empty() { dash() } else { format.checked.clone() },
        if format.confidence.is_empty() { dash() } else { format.confidence.clone() },
    ]
}

/// What stands for nothing.
fn dash() -> String {
    "–".to_owned()
}

/// A number with at most one decimal.
fn tenths(number: f32) -> String {
    let text = format!("{number:.1}");
    text.strip_suffix(".0").map_or(text.clone(), ToOwned::to_owned)
}

/// A byte count in kB or MB, as platforms state their limits.
fn size(bytes: u64) -> String {
    if bytes >= 1_000_000 && bytes.is_multiple_of(100_000) {
        let (whole, tenth) = (bytes / 1_000_000, bytes % 1_000_000 / 100_000);
        return if tenth == 0 { format!("{whole} MB") } else { format!("{whole}.{tenth} MB") };
    }
    format!("{} kB", bytes.div_ceil(1000))
}

/// Writes assets, in the order given.
pub(super) fn hits(hits: &[Hit], console: &Console) {
    if console.json() {
        for hit in hits {
            console.object(&tagged("hit", json!(hit)));
        }
        return;
    }
    if hits.is_empty() {
        console.say("say-nothing-found", &[]);
    }
    let rows: Vec<_> = hits.iter().map(|hit| vec![hit.asset.clone(), hit.headline.clone(), hit.path.clone()]).collect();
    write(&rows, true, console);
}

/// Writes the account of an inspection: a line a code.
pub(super) fn inspected(rows: &[Inspected], console: &Console) {
    if console.json() {
        for row in rows {
            console.object(&tagged("inspected", json!(row)));
        }
        return;
    }
    let head = console.wording.say("say-inspected-columns", &[]);
    let mut lines = vec![head.split('|').map(|name| name.trim().to_owned()).collect()];
    lines.extend(rows.iter().map(|row| inspected_row(row, console)));
    write(&lines, rows.is_empty(), console);
}

/// One code's cells, in the order of `say-inspected-columns`.
fn inspected_row(row: &Inspected, console: &Console) -> Vec<String> {
    let standing = match row.standing {
        Standing::Error => "say-error",
        Standing::Warning => "say-warning",
        Standing::Allowed => "say-allowed",
    };
    let mut formats = row.formats.iter().take(LISTED).cloned().collect::<Vec<_>>().join(" ");
    if row.formats.len() > LISTED {
        formats.push_str(&format!(" +{}", row.formats.len() - LISTED));
    }
    vec![
        row.code.to_owned(),
        console.wording.say(standing, &[]),
        row.findings.to_string(),
        row.artworks.to_string(),
        if formats.is_empty() { dash() } else { formats },
    ]
}

/// An object with its event's name in front.
pub(super) fn tagged(event: &str, object: Value) -> Value {
    let mut all = serde_json::Map::new();
    all.insert("event".to_owned(), json!(event));
    if let Value::Object(members) = object {
        all.extend(members);
    }
    Value::Object(all)
}

/// Writes rows with aligned columns, the first one bold unless `plain`.
pub(super) fn write(rows: &[Vec<String>], plain: bool, console: &Console) {
    for (index, line) in align(rows).into_iter().enumerate() {
        if index == 0 && !plain && console.look.color_results {
            console.result(&format!("\u{1b}[1m{line}\u{1b}[0m"));
        } else {
            console.result(&line);
        }
    }
}

/// Pads each column to its widest cell; two spaces between.
fn align(rows: &[Vec<String>]) -> Vec<String> {
    let mut widths: Vec<usize> = Vec::new();
    for row in rows {
        for (index, cell) in row.iter().enumerate() {
            let width = cell.chars().count();
            match widths.get_mut(index) {
                Some(widest) => *widest = width.max(*widest),
                None => widths.push(width),
            }
        }
    }
    let line = |row: &Vec<String>| {
        let cells: Vec<_> = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        cells.join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

/// Writes what was planned: for each reason how many files, and some of their paths.
pub(super) fn plan(planned: &BTreeMap<Reason, Vec<String>>, console: &Console) {
    if planned.is_empty() {
        console.say("say-plan-empty", &[]);
    }
    for (reason, paths) in planned {
        let (id, changes) = reason_words(reason);
        let args = [("count", paths.len().to_string()), ("changes", changes)];
        console.result(&console.wording.say(id, &args));
        if *reason == Reason::Unchanged {
            continue;
        }
        for path in paths.iter().take(LISTED) {
            console.result(&format!("    {path}"));
        }
        if let Some(more) = paths.len().checked_sub(LISTED).filter(|more| *more > 0) {
            let words = console.wording.say("say-plan-more", &[("more", more.to_string())]);
            console.result(&format!("    {words}"));
        }
    }
}

/// The sentence for a reason, and its changes in short.
fn reason_words(reason: &Reason) -> (&'static str, String) {
    match reason {
        Reason::New => ("say-plan-new", String::new()),
        Reason::Changed(changes) => {
            ("say-plan-changed", changes.iter().map(change_words).collect::<Vec<_>>().join(", "))
        }
        Reason::Missing => ("say-plan-missing", String::new()),
        Reason::Damaged => ("say-plan-damaged", String::new()),
        Reason::Fresh => ("say-plan-fresh", String::new()),
        Reason::Unchanged => ("say-plan-unchanged", String::new()),
    }
}

/// `indicators/ha-tang/value 71→74`, or the name alone.
fn change_words(change: &Change) -> String {
    match (&change.before, &change.after) {
        (None, None) => change.name.clone(),
        (before, after) => {
            let side = |text: &Option<String>| text.clone().unwrap_or_else(dash);
            format!("{} {}→{}", change.name, side(before), side(after))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::press::Cause;
    use crate::units::{Insets, Size};

    #[test]
    fn columns_align_by_characters() {
        let rows = [vec!["tên".to_owned(), "a".to_owned()], vec!["x".to_owned(), "bb".to_owned()]];
        assert_eq!(align(&rows), ["tên  a", "x    bb"]);
        assert!(align(&[]).is_empty());
    }

    #[test]
    fn changes_read_as_old_and_new() {
        let mut change = Change {
            cause: Cause::Cell,
            name: "indicators/ha-tang/value".to_owned(),
            before: Some("71".to_owned()),
            after: Some("74".to_owned()),
        };
        assert_eq!(change_words(&change), "indicators/ha-tang/value 71→74");
        change.after = None;
        assert_eq!(change_words(&change), "indicators/ha-tang/value 71→–");
    }

    #[test]
    fn a_format_fills_its_row() {
        let format = Format {
            name: "pano-6x12".to_owned(),
            trim: Size { width: 12000.0, height: 6000.0 },
            trim_mm: Some((12000.0, 6000.0)),
            dpi: 25.4,
            bleed: 0.0,
            safe: Insets::default(),
            distance_mm: 30000.0,
            rem: 200.0,
            shape: Shape::Wide,
            snap: false,
            max_bytes: Some(1_500_000),
            encodings: Vec::new(),
            usage: crate::format::Use::Large,
            source: String::new(),
            checked: String::new(),
            confidence: "high".to_owned(),
        };
        let row = format_row(&format).join(" ");
        assert_eq!(row, "pano-6x12 wide 12000×6000 12000×6000 25.4 200 1.5 MB – high");
        assert_eq!((size(30_000_000), size(1), size(1_048_576)), ("30 MB".into(), "1 kB".into(), "1049 kB".into()));
    }
}
