//! `mocban intake`. In: a period; out: who has reported, what jumps, what does not add up.

use serde_json::{Value, json};

use crate::cli::print::Console;
use crate::cli::{COULD_NOT_RUN, FINDINGS, GOOD, table};
use crate::diagnostic::Span;
use crate::intake::{Account, Change, Jump, Standing, State, Sum, Verdict};
use crate::press::{self, Taken};
use crate::record::print_number;

/// Shown after the help of `intake`.
pub(in crate::cli) const INTAKE_EXAMPLES: &str = "\
Examples:
  mocban intake                     for the campaign's own period
  mocban intake --period 2026h1
  mocban intake --period \"quý III/2026\" --message-format json

Exit code 1 when a unit has not reported, a number jumps or a sum does not add up.";

/// Takes in; gives the exit code.
pub(in crate::cli) fn intake(
    settings: &press::Settings,
    period: Option<&str>,
    console: &Console,
) -> anyhow::Result<u8> {
    let Some(Taken { period, account }) = press::intake(settings, period, console)? else { return Ok(COULD_NOT_RUN) };
    if console.json() {
        lines(&account, console);
    } else {
        table::write(&rows(&account, console), false, console);
    }
    let missing = account.standings.iter().filter(|standing| is_missing(standing)).count();
    let differing = account.sums.iter().filter(|sum| sum.verdict() != Verdict::Agrees).count();
    let counts = [
        ("reported", account.standings.len() - missing),
        ("missing", missing),
        ("jumps", account.jumps.len()),
        ("sums", differing),
    ];
    if console.json() {
        let mut object = json!({"event": "intake", "period": period});
        counts.iter().for_each(|(name, count)| object[*name] = json!(count));
        console.object(&object);
    }
    let mut args = vec![("period", period.to_string())];
    args.extend(counts.map(|(name, count)| (name, count.to_string())));
    console.say("say-intake", &args);
    Ok(if account.asks() { FINDINGS } else { GOOD })
}

/// Whether a unit has not reported.
fn is_missing(standing: &Standing) -> bool {
    matches!(standing.state, State::Missing { .. })
}

/// The account as JSON lines.
fn lines(account: &Account, console: &Console) {
    for Standing { table, unit, state, span } in &account.standings {
        console.object(&match state {
            State::Reported { on, empty } => {
                let empty: Vec<String> = empty.iter().map(ToString::to_string).collect();
                json!({"event": "reported", "table": table, "unit": unit, "on": on.map(|day| day.to_string()), "empty": empty, "at": at(span)})
            }
            State::Missing { periods } => {
                json!({"event": "missing", "table": table, "unit": unit, "periods": periods, "at": at(span)})
            }
        });
    }
    for Jump { cell, against, before, now, change, period, span } in &account.jumps {
        console.object(&json!({
            "event": "jump", "cell": cell.to_string(), "before": before, "now": now, "against": against.to_string(),
            "change": change, "period": period, "at": at(span),
        }));
    }
    for sum in &account.sums {
        console.object(&json!({
            "event": "sum", "whole": sum.whole.to_string(), "verdict": sum.verdict().name(), "said": sum.said,
            "parts": sum.parts.join("."), "added": sum.added, "counted": sum.counted, "missing": sum.missing,
            "period": sum.period, "at": at(&sum.span), "rule": at(&sum.rule),
        }));
    }
}

/// A place as people write it.
fn at(span: &Span) -> Value {
    json!(span.to_string())
}

/// The account as a table: what asks for attention; who has reported is a number in the closing line.
fn rows(account: &Account, console: &Console) -> Vec<Vec<String>> {
    let say = |id: &str, args: &[(&'static str, String)]| console.wording.say(id, args);
    let head = say("say-intake-columns", &[]);
    let mut rows: Vec<Vec<String>> = vec![head.split('|').map(|name| name.trim().to_owned()).collect()];
    for Standing { table, unit, state, span } in &account.standings {
        let State::Missing { periods } = state else { continue };
        let periods: Vec<String> = periods.iter().map(ToString::to_string).collect();
        rows.push(vec![
            say("say-intake-missing", &[]),
            format!("{table}/{unit}"),
            periods.join(", "),
            span.to_string(),
        ]);
    }
    for jump in &account.jumps {
        rows.push(vec![
            say("say-intake-jump", &[]),
            jump.cell.to_string(),
            jump_words(jump, console),
            jump.span.to_string(),
        ]);
    }
    for sum in account.sums.iter().filter(|sum| sum.verdict() != Verdict::Agrees) {
        rows.push(vec![
            say("say-intake-sum", &[]),
            sum.whole.to_string(),
            sum_words(sum, console),
            sum.span.to_string(),
        ]);
    }
    rows
}

/// A number as the reader's language writes it.
fn told(number: f64, console: &Console) -> String {
    print_number(number, console.look.language.code(), None)
}

/// `58.7 → 49.5 (9.2, from 9 on)`.
fn jump_words(jump: &Jump, console: &Console) -> String {
    let say = |id: &str, by: f64, limit: f64| {
        let by = if by.is_finite() { told(by, console) } else { "∞".to_owned() };
        console.wording.say(id, &[("by", by), ("limit", told(limit, console))])
    };
    let why = match jump.change {
        Change::Share { by, limit } => say("say-jump-share", by, limit),
        Change::Amount { by, limit } => say("say-jump-amount", by, limit),
        Change::Sign => console.wording.say("say-jump-sign", &[]),
    };
    format!("{} → {} ({why})", told(jump.before, console), told(jump.now, console))
}

/// `said 100, parts add up to 97 (94 of units.documents)`.
fn sum_words(sum: &Sum, console: &Console) -> String {
    let said = sum.said.map_or_else(|| "–".to_owned(), |said| told(said, console));
    let args = [
        ("said", said),
        ("added", told(sum.added, console)),
        ("counted", sum.counted.to_string()),
        ("missing", sum.missing.len().to_string()),
        ("parts", sum.parts.join(".")),
    ];
    console.wording.say("say-sum", &args)
}
