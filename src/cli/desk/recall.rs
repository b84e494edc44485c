//! `correct`, `recall`, `holders`: what shows a cell, who holds it, who has answered.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::builder::NonEmptyStringValueParser;
use clap::{Args, ValueEnum, ValueHint};
use serde_json::json;

use super::super::print::Console;
use super::super::{FINDINGS, code_of};
use super::args::Overruling;
use super::line;
use super::publishing::Following;
use crate::correction::{Affected, Beyond, Held, Holder, Recall, Takedown, Urgency, html};
use crate::language::Words;
use crate::ledger::CorrectionKind;
use crate::press;
use crate::press::desk::{self, Correct, Order, Plea};

/// Shown after the help of `correct`.
pub(super) const CORRECT_EXAMPLES: &str = "\
Examples:
  mocban correct units/01/dossiers                     what shows it, who holds it; changes nothing
  mocban correct units/01/dossiers --html recall.html  the same, to print
  mocban correct units/01/dossiers --release 2026q3-sua --kind correction \\
      --note 'Bản trước ghi 87,5%; số đúng là 82,5%'

First edit the data, then render, submit and approve. Killed midway, the same command completes.";

/// What is to be corrected, as typed.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct Correcting {
    /// Cells, TABLE/KEY/COLUMN
    #[arg(required = true, value_parser = NonEmptyStringValueParser::new())]
    cells: Vec<String>,
    /// As it was printed [default: as the last release prints it]
    #[arg(long, value_name = "TEXT")]
    was: Option<String>,
    /// Make this release of the replacements, and cancel what they replace
    #[arg(long, value_name = "NAME", requires_all = ["kind", "note"])]
    release: Option<String>,
    /// What it is called: đính chính, điều chỉnh, cập nhật kỳ
    #[arg(long, value_name = "KIND", requires = "release")]
    kind: Option<Kind>,
    /// The editor's note, as the public reads it
    #[arg(long, value_name = "TEXT", requires = "release", value_parser = NonEmptyStringValueParser::new())]
    note: Option<String>,
    /// The same in English
    #[arg(long, value_name = "TEXT", requires = "note")]
    note_en: Option<String>,
    /// Refusals of the release that are passed over.
    #[command(flatten)]
    overruling: Overruling,
    /// Also write the list as a page to print
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    html: Option<PathBuf>,
    /// Whether site and packs follow.
    #[command(flatten)]
    following: Following,
}

/// The fixed words for a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// Đính chính: an error is put right
    Correction,
    /// Điều chỉnh: provisional figures are revised, as planned
    Revision,
    /// Cập nhật kỳ: the next period's figures
    Update,
}

/// Which list is asked for, as typed.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct Recalling {
    /// Number of a notice [default: all that wait for an answer]
    notice: Option<u64>,
    /// Also write the list of that notice as a page to print
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, requires = "notice")]
    html: Option<PathBuf>,
}

/// Lists what shows cells and who holds it; with a release, corrects it.
pub(super) fn correct(typed: &Correcting, press: &press::Settings, console: &Console) -> anyhow::Result<u8> {
    let order = typed.release.as_ref().zip(typed.kind).map(|(name, kind)| Order {
        plea: Plea { name: name.clone(), overruled: typed.overruling.overruled(), ..Plea::default() },
        kind: match kind {
            Kind::Correction => CorrectionKind::Correction,
            Kind::Revision => CorrectionKind::Revision,
            Kind::Update => CorrectionKind::Update,
        },
        note: note(typed),
    });
    let cells: BTreeSet<String> = typed.cells.iter().cloned().collect();
    let asked = Correct { cells, was: typed.was.clone(), order };
    let Some(done) = desk::correct(press, &asked, console)? else { return Ok(FINDINGS) };
    if let Some(notice) = &done.recall.notice {
        console.say("say-corrected", &[("notice", notice.number.to_string())]);
    } else if done.affected.is_empty() {
        console.say("say-correct-nothing", &[]);
    } else {
        console.say("say-affected", &[("count", done.affected.len().to_string())]);
    }
    for one in &done.affected {
        line("affected", one, &affected_row(one), console);
    }
    list(&done.recall, console);
    page(typed.html.as_deref(), &done.affected, &done.recall, console)?;
    if done.recall.notice.is_some() {
        typed.following.follow(&done.recall.packs, press, console)?;
    }
    Ok(code_of(console, 0))
}

/// The editor's note, by language.
fn note(typed: &Correcting) -> Words {
    let mut words = Words::new();
    words.extend(typed.note.clone().map(|note| (String::new(), note)));
    words.extend(typed.note_en.clone().map(|note| ("en".to_owned(), note)));
    words
}

/// Lists who has answered a notice, or all notices that wait.
pub(super) fn recall(typed: &Recalling, press: &press::Settings, console: &Console) -> anyhow::Result<u8> {
    let Some(lists) = desk::recalls(press, typed.notice, console)? else { return Ok(FINDINGS) };
    if lists.is_empty() {
        console.say("say-no-notices", &[]);
    }
    for recall in &lists {
        list(recall, console);
        page(typed.html.as_deref(), &[], recall, console)?;
    }
    Ok(code_of(console, 0))
}

/// Lists who holds assets.
pub(super) fn holders(names: &[String], press: &press::Settings, console: &Console) -> anyhow::Result<u8> {
    let Some(recall) = desk::holders(press, names, console)? else { return Ok(FINDINGS) };
    list(&recall, console);
    Ok(code_of(console, 0))
}

/// Shows the list of a notice that was just entered.
///
/// # Errors
/// When the machine fails.
pub(super) fn of_notice(
    number: u64,
    following: &Following,
    press: &press::Settings,
    console: &Console,
) -> anyhow::Result<()> {
    let lists = desk::recalls(press, Some(number), console)?.unwrap_or_default();
    for recall in &lists {
        list(recall, console);
        following.follow(&recall.packs, press, console)?;
    }
    console.say("say-kill-advice", &[]);
    Ok(())
}

/// Shows a list: a line for its notice, then holders, the unknown, placements.
fn list(recall: &Recall, console: &Console) {
    let counts = [
        ("unanswered", recall.unanswered().to_string()),
        ("holders", recall.holders.len().to_string()),
        ("up", recall.up().to_string()),
    ];
    let number = recall.notice.as_ref().map(|notice| notice.number);
    match (number, console.json()) {
        (Some(number), false) => {
            console.say("say-recall", &[&counts[..], &[("notice", format!("#{number}"))]].concat());
        }
        (None, false) => console.say("say-holders", &counts[1..]),
        (_, true) => {
            let object = json!({"notice": recall.notice, "versions": recall.versions, "holders": recall.holders.len(),
                "unanswered": recall.unanswered(), "placements_up": recall.up()});
            line("recall", &object, "", console);
        }
    }
    let of = |object: serde_json::Value| match object {
        serde_json::Value::Object(mut fields) => {
            fields.insert("notice".to_owned(), json!(number));
            serde_json::Value::Object(fields)
        }
        other => other,
    };
    let plain = |value: serde_json::Result<serde_json::Value>| of(value.unwrap_or_default());
    for holder in &recall.holders {
        line("holder", &plain(serde_json::to_value(holder)), &holder_row(holder, console), console);
    }
    for beyond in &recall.beyond {
        line("unknown-holders", &plain(serde_json::to_value(beyond)), &beyond_row(beyond, console), console);
    }
    for takedown in &recall.placements {
        line("placement", &plain(serde_json::to_value(takedown)), &takedown_row(takedown, console), console);
    }
    for pack in &recall.packs {
        let row = format!("↻ {}: {pack}", console.wording.say("recall-packs", &[]));
        line("pack", &json!({"pack": pack, "notice": number}), &row, console);
    }
}

/// Writes the page to print.
fn page(path: Option<&Path>, affected: &[Affected], recall: &Recall, console: &Console) -> anyhow::Result<()> {
    let Some(path) = path else { return Ok(()) };
    let title = console.wording.say("recall-title", &[]);
    let cells: BTreeSet<&str> =
        recall.notice.iter().flat_map(|notice| &notice.cells).map(|change| change.cell.as_str()).collect();
    let title =
        if cells.is_empty() { title } else { format!("{title}: {}", cells.into_iter().collect::<Vec<_>>().join(", ")) };
    let page = html(&title, affected, recall, console.look.language);
    super::write_page(path, &page, console)
}

/// A version that shows a cell, for people.
fn affected_row(one: &Affected) -> String {
    let formats: Vec<&str> = one.formats.iter().map(String::as_str).collect();
    let shown: Vec<String> = one.shown.iter().map(|shown| format!("«{}»", shown.text)).collect();
    let (asset, version) = (&one.version.asset, one.version.version);
    format!("{asset} v{version:02}  {}  {}  {}", one.language, formats.join(","), shown.join(" "))
}

/// A holder, for people.
fn holder_row(holder: &Holder, console: &Console) -> String {
    let mark = match holder.urgency {
        Some(Urgency::Done) => "✓",
        Some(_) => "•",
        None => "·",
    };
    let held: Vec<String> = holder.held.iter().map(held_words).collect();
    let mut row = format!("{mark} {}  {}", holder.agency, holder.name);
    if !holder.email.is_empty() {
        row = format!("{row} <{}>", holder.email);
    }
    if !holder.listed {
        row = format!("{row} {}", console.wording.say("recall-unlisted", &[]));
    }
    if let Some(urgency) = holder.urgency {
        let days = [("days", holder.days.to_string())];
        row = format!("{row}  {}", console.wording.say(&format!("recall-{}", urgency.name()), &days));
    }
    format!("{row}  {}", held.join(", "))
}

/// A held version, for people.
fn held_words(held: &Held) -> String {
    let pack = held.pack.as_ref().map(|pack| format!(" {pack}")).unwrap_or_default();
    format!("{} v{:02} ({}{pack})", held.version.asset, held.version.version, held.door.name())
}

/// Holders without a name, for people.
fn beyond_row(beyond: &Beyond, console: &Console) -> String {
    let door = ("door", beyond.door.map(crate::ledger::Door::name).unwrap_or_default().to_owned());
    let words = match (beyond.door, beyond.count) {
        (None, _) => console.wording.say("recall-never-known", &[]),
        (_, Some(count)) => console.wording.say("recall-at-least", &[door, ("count", count.to_string())]),
        (_, None) => console.wording.say("recall-uncounted", &[door]),
    };
    format!("? {words}")
}

/// A placement, for people.
fn takedown_row(takedown: &Takedown, console: &Console) -> String {
    let placement = &takedown.placement;
    let state = console.wording.say(&format!("recall-{}", takedown.state.name()), &[]);
    let version = placement.version.map_or_else(|| "v?".to_owned(), |version| format!("v{version:02}"));
    let mark = if takedown.state == crate::correction::PlacementState::Up { "▢" } else { "▣" };
    let row = format!("{mark} {}  {}  {} {version}  {state}", placement.id, placement.place, placement.asset);
    if placement.contact.is_empty() { row } else { format!("{row}  {}", placement.contact) }
}
