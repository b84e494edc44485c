//! What was handed out, and what came back: `deliver`, `confirm`, `taken-down`.

use std::path::PathBuf;

use clap::builder::{NonEmptyStringValueParser, PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueHint};

use super::super::print::Console;
use super::super::{FINDINGS, code_of};
use super::line;
use crate::ledger::Door;
use crate::press;
use crate::press::desk::{self, Delivered, Delivery};

/// Shown after the help of `deliver`.
pub(super) const DELIVER_EXAMPLES: &str = "\
Examples:
  mocban deliver bao-vi-du --release 2026q3 --door mail
  mocban deliver bao-vi-du --pack demo_2026q3_20261009 --door pack
  mocban deliver - unit-card_01_vi@2 --door link --count 40     holders whom nobody knows by name
  mocban deliver --access-log /var/log/nginx/access.log.1       counts addresses, keeps none

Who held something is found again when it is corrected. Agencies stand in desk/agencies.csv.";

/// At most so many versions are named to people one by one.
const LISTED: usize = 12;

/// What was handed out, as typed.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct Handed {
    /// An agency of desk/agencies.csv; a dash for holders without a name
    #[arg(required_unless_present = "access_log", value_parser = NonEmptyStringValueParser::new())]
    agency: Option<String>,
    /// Assets, or ASSET@VERSION [default version: the last released]
    assets: Vec<String>,
    /// A pack, with all that is in it
    #[arg(long, value_name = "NAME")]
    pack: Option<String>,
    /// A whole release
    #[arg(long, value_name = "NAME")]
    release: Option<String>,
    /// How it went out
    #[arg(long, value_name = "DOOR", required_unless_present = "access_log", value_parser = door())]
    door: Option<Door>,
    /// At least so many holders without a name
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    count: Option<u64>,
    /// Count holders without a name from a web server's log (common or combined format)
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with_all = ["agency", "pack", "release", "door", "count"])]
    access_log: Option<PathBuf>,
}

/// The words of doors.
fn door() -> impl TypedValueParser<Value = Door> {
    PossibleValuesParser::new(Door::ALL.map(Door::name))
        .map(|word| Door::ALL.into_iter().find(|door| door.name() == word).unwrap_or(Door::File))
}

/// An answer, as typed.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct Answered {
    /// The agency
    agency: String,
    /// Number of the notice
    notice: u64,
    /// What it said, or how it said so
    #[arg(long, value_name = "TEXT", default_value = "")]
    note: String,
}

/// A take-down, as typed.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct Down {
    /// The placement, as desk/placements.csv names it
    placement: String,
    /// Number of the notice
    notice: u64,
}

/// Enters deliveries.
pub(super) fn deliver(handed: &Handed, press: &press::Settings, console: &Console) -> anyhow::Result<u8> {
    if let Some(log) = &handed.access_log {
        let Some((read, delivered)) = desk::deliver_logged(press, log, console)? else { return Ok(FINDINGS) };
        delivered.iter().for_each(|one| told(one, console));
        console.say("say-logged", &[("read", read.to_string()), ("versions", delivered.len().to_string())]);
        return Ok(code_of(console, 0));
    }
    let delivery = Delivery {
        to: handed.agency.clone().unwrap_or_default(),
        door: handed.door.unwrap_or(Door::File),
        assets: handed.assets.clone(),
        pack: handed.pack.clone(),
        release: handed.release.clone(),
        count: handed.count,
    };
    let Some(delivered) = desk::deliver(press, &delivery, console)? else { return Ok(FINDINGS) };
    told(&delivered, console);
    let args = [
        ("to", delivered.to.clone()),
        ("versions", delivered.assets.len().to_string()),
        ("number", delivered.number.to_string()),
    ];
    console.say("say-delivered", &args);
    Ok(code_of(console, 0))
}

/// Names what was delivered.
fn told(delivered: &Delivered, console: &Console) {
    if console.json() {
        return line("delivered", delivered, "", console);
    }
    // What is many stands for itself: the sentence says how many.
    for version in delivered.assets.iter().take(if delivered.assets.len() > LISTED { 0 } else { LISTED }) {
        let count = delivered.count.map(|count| format!("  ≥ {count}")).unwrap_or_default();
        let (number, to, door) = (delivered.number, &delivered.to, delivered.door.name());
        console.result(&format!("#{number}  {to}  {door}  {} v{:02}{count}", version.asset, version.version));
    }
}

/// Enters an answer.
pub(super) fn confirm(answered: &Answered, press: &press::Settings, console: &Console) -> anyhow::Result<u8> {
    let Answered { agency, notice, note } = answered;
    let number = desk::confirm(press, agency, *notice, note, console)?;
    entered("confirmed", number, &serde_json::json!({"number": number, "agency": agency, "notice": notice}), console)
}

/// Enters a take-down.
pub(super) fn taken_down(down: &Down, press: &press::Settings, console: &Console) -> anyhow::Result<u8> {
    let Down { placement, notice } = down;
    let number = desk::taken_down(press, placement, *notice, console)?;
    entered(
        "taken-down",
        number,
        &serde_json::json!({"number": number, "placement": placement, "notice": notice}),
        console,
    )
}

/// Says that something was entered, or that it was not.
fn entered(event: &str, number: Option<u64>, object: &serde_json::Value, console: &Console) -> anyhow::Result<u8> {
    let Some(number) = number else { return Ok(FINDINGS) };
    if console.json() {
        line(event, object, "", console);
    }
    console.say("say-confirmed", &[("number", number.to_string())]);
    Ok(code_of(console, 0))
}
