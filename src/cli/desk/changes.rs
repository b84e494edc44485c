//! `changes`: what reads otherwise, as rows, JSON lines, or a page with pictures.

use std::path::PathBuf;

use clap::{Args, ValueHint};
use serde_json::json;

use super::super::print::Console;
use super::super::{FINDINGS, code_of};
use super::line;
use crate::change::{AssetChange, Fate, Sheet, html};
use crate::language::words;
use crate::press;
use crate::press::desk;

/// Shown after the help of `changes`.
pub(super) const CHANGES_EXAMPLES: &str = "\
Examples:
  mocban changes                              what is out, and the store
  mocban changes 2026q2 2026q3 --html changes.html
  mocban changes 2026q2 2026q3 --message-format json | jq 'select(.event == \"text\")'";

/// What is compared, as typed.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct Comparing {
    /// The older release [default: the newest version of each asset]
    from: Option<String>,
    /// The newer release [default: what lies in the store]
    to: Option<String>,
    /// Also write a page with pictures before and after, changed numbers boxed
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    html: Option<PathBuf>,
}

/// Compares.
pub(super) fn changes(typed: &Comparing, press: &press::Settings, console: &Console) -> anyhow::Result<u8> {
    let (from, to) = (typed.from.as_deref(), typed.to.as_deref());
    let Some(report) = desk::changed(press, from, to, typed.html.is_some(), console)? else { return Ok(FINDINGS) };
    let changes = &report.changes;
    for (text, assets) in &changes.texts {
        let cells = text.cells.join(" + ");
        let row = format!("{cells}  «{}» → «{}»  ({})", text.before, text.after, assets.len());
        let object = json!({"cells": text.cells, "before": text.before, "after": text.after, "assets": assets});
        line("text", &object, &row, console);
    }
    for asset in changes.assets.iter().filter(|asset| asset.fate != Fate::Unchanged || console.json()) {
        line("asset", asset, &asset_row(asset), console);
    }
    if console.json() {
        changes.files.iter().for_each(|file| line("file", file, "", console));
    }
    let fates =
        [("changed", Fate::Changed), ("added", Fate::Added), ("absent", Fate::Absent), ("unchanged", Fate::Unchanged)];
    console.say("say-changes", &fates.map(|(name, fate)| (name, changes.count(fate).to_string())));
    if let Some(path) = &typed.html {
        let language = console.look.language;
        let title = words(&report.title, language.code()).or(report.title.values().next().map(String::as_str));
        let sheet = Sheet { title: title.unwrap_or_default(), changes, pictures: &report.pictures, messages: language };
        super::write_page(path, &html(&sheet), console)?;
    }
    Ok(code_of(console, 0))
}

/// An asset, for people.
fn asset_row(asset: &AssetChange) -> String {
    let mark = match asset.fate {
        Fate::Changed => "~",
        Fate::Added => "+",
        Fate::Absent => "−",
        Fate::Unchanged => "=",
    };
    let named = |version: Option<u32>| version.map(|version| format!("v{version:02}"));
    let versions: Vec<String> = [named(asset.before), named(asset.after)].into_iter().flatten().collect();
    format!("{mark} {}  {}", asset.asset, versions.join(" → "))
}
