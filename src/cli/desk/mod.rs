//! Commands of the desk. In: what was typed; out: results as lines or JSON lines, and an exit code.

mod args;
mod changes;
mod delivery;
mod recall;
mod verify;
mod fsck;
mod intake;
mod search;
mod publishing;
mod pack;

pub(super) use args::DeskCommand;
pub(super) use fsck::fsck;
pub(super) use intake::{INTAKE_EXAMPLES, intake};
pub(super) use search::{SEARCH_EXAMPLES, SearchArgs, search};

use serde::Serialize;
use serde_json::{Value, json};

use self::args::{Embargoed, Released, Which};
use super::print::Console;
use super::{FINDINGS, code_of};
use crate::language::Words;
use crate::press;
use crate::press::desk::{self, Plea, Said, Verdict};
use crate::release::Copied;

/// Does a command of the desk; gives the exit code.
pub(super) fn perform(command: &DeskCommand, press: &press::Settings, console: &Console) -> anyhow::Result<u8> {
    match command {
        DeskCommand::Status { assets } => {
            let standings = desk::status(press, assets, console)?;
            for standing in &standings {
                line("status", standing, &standing_row(standing), console);
            }
        }
        DeskCommand::Submit { which, note } => moved(press, &Verdict::Submit(note.clone()), which, console)?,
        DeskCommand::Approve { which, note } => moved(press, &Verdict::Approve(note.clone()), which, console)?,
        DeskCommand::Reject { which, reason } => moved(press, &Verdict::Reject(reason.clone()), which, console)?,
        DeskCommand::Release(released) => {
            let Some(done) = desk::release(press, &plea(released), console)? else { return Ok(FINDINGS) };
            let row =
                format!("{}  {} assets ({} new)  {} files", done.release, done.assets.len(), done.changed, done.files);
            line("released", &done, &row, console);
        }
        DeskCommand::Withhold { assets, reason } => {
            said(press, Said::Withheld, assets, reason, console)?;
        }
        DeskCommand::Resume { assets, reason } => {
            said(press, Said::Resumed, assets, reason, console)?;
        }
        DeskCommand::Publish(asked) => return publishing::perform(asked, press, console),
        DeskCommand::Backup { dir } => copied(desk::back_up(press, dir)?, console),
        DeskCommand::Restore { dir } => copied(desk::restore(press, dir)?, console),
        DeskCommand::Kill { assets, reason, following } => {
            if let Some(number) = said(press, Said::Killed, assets, reason, console)? {
                recall::of_notice(number, following, press, console)?;
            }
        }
        DeskCommand::Deliver(handed) => return delivery::deliver(handed, press, console),
        DeskCommand::Confirm(answered) => return delivery::confirm(answered, press, console),
        DeskCommand::TakenDown(down) => return delivery::taken_down(down, press, console),
        DeskCommand::Correct(correcting) => return recall::correct(correcting, press, console),
        DeskCommand::Recall(recalling) => return recall::recall(recalling, press, console),
        DeskCommand::Holders { assets } => return recall::holders(assets, press, console),
        DeskCommand::Changes(comparing) => return changes::changes(comparing, press, console),
        DeskCommand::Verify { what } => return verify::verify(what, press, console),
        DeskCommand::Pack(args) => return pack::pack(args, press, console),
        DeskCommand::Key(command) => return pack::key(command, press, console),
    }
    Ok(code_of(console, 0))
}

/// Says a verdict and names what moved.
fn moved(press: &press::Settings, verdict: &Verdict, which: &Which, console: &Console) -> anyhow::Result<()> {
    for moved in desk::approval(press, verdict, &which.assets, console)? {
        let row = format!("{}  {} → {}", moved.asset, moved.from.name(), moved.to.name());
        line("moved", &moved, &row, console);
    }
    Ok(())
}

/// Says something of released versions and names them; gives the number of the notice.
fn said(
    press: &press::Settings,
    said: Said,
    assets: &[String],
    reason: &args::Reason,
    console: &Console,
) -> anyhow::Result<Option<u64>> {
    let Some((number, versions)) = desk::say(press, said, assets, &reason.words(), console)? else { return Ok(None) };
    for version in versions {
        let row = format!("#{number}  {}  v{:02}", version.asset, version.version);
        let object = json!({"said": said, "notice": number, "asset": version.asset, "version": version.version});
        line("said", &object, &row, console);
    }
    Ok(Some(number))
}

/// Writes a page where it was asked for, whole, and names it.
fn write_page(path: &std::path::Path, page: &str, console: &Console) -> anyhow::Result<()> {
    press::write_beside(path, page.as_bytes())?;
    if console.json() {
        console.object(&json!({"event": "wrote", "path": path}));
    } else {
        console.result(&path.display().to_string());
    }
    Ok(())
}

/// Says what a back-up or a restore copied.
fn copied(copied: Copied, console: &Console) {
    let row = format!("{} files written, {} there already; {} entries", copied.written, copied.left, copied.entries);
    line("copied", &copied, &row, console);
}

/// One result: a JSON line for scripts, a row for people.
pub(super) fn line(event: &str, object: &impl Serialize, row: &str, console: &Console) {
    if console.json() {
        let mut whole = json!({ "event": event });
        if let (Value::Object(whole), Ok(Value::Object(fields))) = (&mut whole, serde_json::to_value(object)) {
            whole.extend(fields);
        }
        console.object(&whole);
    } else {
        console.result(row);
    }
}

/// How an asset stands, for people.
fn standing_row(standing: &desk::Standing) -> String {
    let stage = standing.stage.map_or("–", crate::ledger::Stage::name);
    let version = if standing.version == 0 { "–".to_owned() } else { format!("v{:02}", standing.version) };
    let changed = if standing.changed { "*" } else { "" };
    let by = standing.approved_by.join(", ");
    format!("{:<8}  {version}{changed:<1}  {:<9}  {}  {by}", stage, standing.status, standing.asset)
        .trim_end()
        .to_owned()
}

/// What a release is asked to be.
fn plea(released: &Released) -> Plea {
    Plea {
        name: released.name.clone(),
        assets: released.which.assets.clone(),
        embargo: Embargoed::embargo(&released.embargo),
        expires: released.expires,
        overruled: released.overruling.overruled(),
    }
}

impl args::Reason {
    /// By language; what is given without a language is said in all.
    fn words(&self) -> Words {
        let mut words = Words::new();
        words.insert(String::new(), self.reason.clone());
        if let Some(english) = &self.reason_en {
            words.insert("en".to_owned(), english.clone());
        }
        words
    }
}
