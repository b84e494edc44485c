//! `verify`: one of three answers, and an exit code that is 0 for the first alone.

use super::super::print::Console;
use super::super::{FINDINGS, GOOD};
use super::line;
use crate::language::words;
use crate::press;
use crate::press::desk;
use crate::verify::{Answer, Known, Verdict};

/// Shown after the help of `verify`.
pub(super) const VERIFY_EXAMPLES: &str = "\
Examples:
  mocban verify picture.png
  mocban verify 7K3F-9QX2-M1A

Exit codes: 0 identical bytes that may be used · 1 anything else · 2 could not run";
/// Most numbers of a design that are shown to people; scripts have all.
const MOST_NUMBERS: usize = 40;

/// Answers.
pub(super) fn verify(what: &str, press: &press::Settings, console: &Console) -> anyhow::Result<u8> {
    let Some(answer) = desk::verify(press, what, console)? else { return Ok(FINDINGS) };
    let say = |id: &str| console.wording.say(id, &[]);
    line("verified", &answer, &say(&format!("verify-{}", answer.answer.name())), console);
    if !console.json() {
        answer.found.iter().for_each(|known| show(&answer, known, console));
    }
    Ok(if answer.is_usable() { GOOD } else { FINDINGS })
}

/// A known design, for people: what it is, how it stands, and its numbers each on a line of its own.
fn show(answer: &Answer, known: &Known, console: &Console) {
    let standing = console.wording.say(&format!("verify-{}", known.standing.name()), &[]);
    console.result("");
    console.result(&known.headline);
    let file = known.file.as_ref().map(|file| format!("  {file}")).unwrap_or_default();
    console.result(&format!("  {} v{:02}  {}{file}", known.asset, known.version, known.code));
    let replaced = known.replaced_by.map(|by| format!(" → v{by:02}")).unwrap_or_default();
    console.result(&format!("  {standing}{replaced}"));
    let language = console.look.language.code();
    if let Some(note) = words(&known.note, language).or(known.note.values().next().map(String::as_str)) {
        console.result(&format!("  {note}"));
    }
    if answer.answer == Verdict::Compare {
        for number in known.numbers.iter().take(MOST_NUMBERS) {
            let cells = number.cells.first().map(String::as_str).unwrap_or_default();
            console.result(&format!("    {}    {cells}", number.text));
        }
        if known.numbers.len() > MOST_NUMBERS {
            console.result(&format!("    … +{}", known.numbers.len() - MOST_NUMBERS));
        }
    }
}
