//! `mocban pack` and `mocban key`: what was typed, and what is said about it.

use std::path::PathBuf;

use clap::builder::NonEmptyStringValueParser;
use clap::{Args, Subcommand, ValueHint};
use serde_json::json;

use super::super::print::Console;
use super::super::{FINDINGS, code_of};
use super::line;
use crate::press;
use crate::press::desk::{self, Extent, Key, PackOrder, Packed};
use crate::published::Audience;

/// Shown after the help of `pack`.
const EXAMPLES: &str = "\
Examples:
  mocban pack
  mocban pack 2026q3 --mini --budget 10M
  mocban pack 2026q4 --since 2026q3
  mocban pack --check output/packs/cds-2026q3_v01_20261009.zip

The same state of the desk gives the same bytes. What is withheld, taken back or expired is not in a pack.";

/// A pack, or the check of one, as typed.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct PackArgs {
    /// The release [default: the last]
    release: Option<String>,
    /// Texts and pictures for the web only, within a budget
    #[arg(long, conflicts_with = "since")]
    mini: bool,
    /// The most bytes of a mini pack, such as 800K or 10M
    #[arg(long, value_name = "SIZE", default_value = "10M", value_parser = size, requires = "mini")]
    budget: u64,
    /// Only what changed since the last whole pack of this release, or since the pack of this name
    #[arg(long, value_name = "RELEASE|PACK", value_parser = NonEmptyStringValueParser::new())]
    since: Option<String>,
    /// For accredited offices: what is timed for the press is in it, labelled
    #[arg(long)]
    press: bool,
    /// Where to write it [default: packs/ in the output folder]
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    to: Option<PathBuf>,
    /// Also write it as a BagIt bag below this folder
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    bagit: Option<PathBuf>,
    /// Check a pack instead: every byte, the list, the signature
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with_all = ["release", "mini", "since", "press", "to", "bagit"])]
    check: Option<PathBuf>,
    /// Where private keys lie.
    #[command(flatten)]
    keys: Keys,
}

/// Where private keys lie.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct Keys {
    /// Folder of private keys, outside the campaign [default: mocban/keys in the user's configuration]
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    keys: Option<PathBuf>,
}

/// What is done with keys.
#[derive(Debug, Clone, Subcommand)]
pub(in crate::cli) enum KeyCommand {
    /// Make a key; packs are signed with the newest that is not retired
    New {
        /// Its name, such as press-2026
        name: String,
        /// Where private keys lie.
        #[command(flatten)]
        keys: Keys,
    },
    /// Sign nothing new with a key; what it signed still holds
    Retire {
        /// Its name
        name: String,
        /// Why
        #[arg(long, value_name = "TEXT", value_parser = NonEmptyStringValueParser::new())]
        reason: String,
        /// Where private keys lie.
        #[command(flatten)]
        keys: Keys,
    },
    /// List the keys, retired ones too
    List {
        /// Where private keys lie.
        #[command(flatten)]
        keys: Keys,
    },
}

/// The help of `pack`, after its options.
pub(in crate::cli) fn examples() -> &'static str {
    EXAMPLES
}

/// Makes or checks a pack.
pub(super) fn pack(args: &PackArgs, press: &press::Settings, console: &Console) -> anyhow::Result<u8> {
    if let Some(file) = &args.check {
        let Some(checked) = desk::check_pack(press, file, console)? else { return Ok(FINDINGS) };
        let by = checked.signed_by.clone().unwrap_or_else(|| "–".to_owned());
        let row = format!("{}  {} files  {}  {by}", checked.pack, checked.files, checked.sha256);
        let object = json!({
            "pack": checked.pack, "files": checked.files, "sha256": checked.sha256, "signed_by": checked.signed_by,
            "entered": checked.entered, "whole": !checked.found.iter().any(crate::diagnostic::Diagnostic::stops),
        });
        line("checked", &object, &row, console);
        return Ok(code_of(console, 0));
    }
    let extent = match &args.since {
        Some(since) => Extent::Since(since.clone()),
        None if args.mini => Extent::Mini(args.budget),
        None => Extent::Whole,
    };
    let order = PackOrder {
        release: args.release.clone(),
        extent,
        audience: if args.press { Audience::Press } else { Audience::Public },
        to: args.to.clone(),
        bag: args.bagit.clone(),
        keys: args.keys.folder(),
    };
    let Some(packed) = desk::pack(press, &order, console)? else { return Ok(FINDINGS) };
    packed_line(&packed, console);
    if let Some(bag) = packed.bag.as_ref().filter(|_| !console.json()) {
        console.result(&bag.display().to_string());
    }
    Ok(code_of(console, 0))
}

/// Names a pack that was made.
pub(super) fn packed_line(packed: &Packed, console: &Console) {
    let row = format!("{}  {}  {}", packed.path.display(), packed.bytes, packed.sha256);
    line("packed", packed, &row, console);
}

/// Does something with keys.
pub(super) fn key(command: &KeyCommand, press: &press::Settings, console: &Console) -> anyhow::Result<u8> {
    let (event, keys) = match command {
        KeyCommand::New { name, keys } => {
            ("key-added", desk::new_key(press, &keys.folder(), name, console)?.into_iter().collect())
        }
        KeyCommand::Retire { name, reason, keys } => {
            let retired = desk::retire_key(press, &keys.folder(), name, reason, console)?;
            ("key-retired", retired.into_iter().collect())
        }
        KeyCommand::List { keys } => ("key", desk::keys(press, &keys.folder(), console)?),
    };
    keys.iter().for_each(|key: &Key| line(event, key, &row(key), console));
    Ok(code_of(console, 0))
}

/// A key, for people.
fn row(key: &Key) -> String {
    let state = match (&key.retired, key.at_hand) {
        (Some(at), _) => format!("retired {at}: {}", key.reason),
        (None, true) => "signs".to_owned(),
        (None, false) => "private half not here".to_owned(),
    };
    format!("{}  {}  {}  {state}", key.key, key.public, key.added)
}

impl Keys {
    /// The folder: named, else in the user's configuration.
    pub(super) fn folder(&self) -> PathBuf {
        let named = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let home = || named("HOME").map(|home| home.join(".config"));
        let configuration = || named("XDG_CONFIG_HOME").or_else(|| named("APPDATA")).or_else(home);
        let folder = self.keys.clone().or_else(|| configuration().map(|folder| folder.join("mocban/keys")));
        folder.unwrap_or_else(|| PathBuf::from("keys"))
    }
}

/// Reads a size: a number with K, M or G for thousands, with Ki, Mi or Gi for 1024s; a B may follow.
fn size(text: &str) -> Result<u64, String> {
    let wrong = || format!("{text:?} is no size; write 800K, 10M or 1500000");
    let digits = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = text.split_at(digits);
    let unit = unit.trim().to_ascii_lowercase();
    let factor: u64 = match unit.strip_suffix('b').unwrap_or(&unit) {
        "" => 1,
        "k" => 1_000,
        "m" => 1_000_000,
        "g" => 1_000_000_000,
        "ki" => 1 << 10,
        "mi" => 1 << 20,
        "gi" => 1 << 30,
        _ => return Err(wrong()),
    };
    number.parse::<u64>().ok().and_then(|number| number.checked_mul(factor)).ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read() {
        for (text, expected) in
            [("800K", 800_000), ("10M", 10_000_000), ("10 MB", 10_000_000), ("2MiB", 2 << 20), ("7", 7)]
        {
            assert_eq!(size(text), Ok(expected), "{text}");
        }
        for wrong in ["", "M", "-1", "1.5M", "10 apples", "99999999999G"] {
            assert!(size(wrong).is_err(), "{wrong}");
        }
    }
}
