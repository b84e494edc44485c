//! The command line. In: the process's arguments; out: words, results and an exit code. Nothing else prints.
//!
//! # Steps
//! `args` (typed) → `settings` (checked) → one task → `press`, which tells `print` what happens.

mod args;
mod desk;
mod explain;
mod interrupt;
mod jsonline;
mod new;
mod pace;
mod print;
mod progress;
mod repeat;
mod settings;
mod skeleton;
mod snippet;
mod table;
mod trace;
mod watch;

use std::ffi::OsString;
use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::Parser;
use serde_json::json;

use self::args::Args;
use self::interrupt::STOPPED;
use self::print::Console;
use self::settings::{Settings, Surroundings, Task};
use crate::paint::said;
use crate::press;

/// Exit code of a command that did what was asked.
const GOOD: u8 = 0;
/// Exit code when there are errors in the campaign, or files that could not be made.
const FINDINGS: u8 = 1;
/// Exit code when the command could not run.
const COULD_NOT_RUN: u8 = 2;

/// Runs one command line; the first argument is the program's name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args = match Args::try_parse_from(arguments) {
        Ok(args) => args,
        Err(error) => {
            let _unheard = error.print();
            return ExitCode::from(if error.use_stderr() { COULD_NOT_RUN } else { GOOD });
        }
    };
    let settings = Settings::new(args, &Surroundings::of_process());
    let stop = Arc::new(AtomicBool::new(false));
    let console = Arc::new(Console::new(settings.look.clone(), &settings.press.campaign_dir, Arc::clone(&stop)));
    // What a fault says is told as a finding or a failure; Rust's own report would stand amid the lines of a run.
    panic::set_hook(Box::new(|_| {}));
    let done = panic::catch_unwind(AssertUnwindSafe(|| perform(&settings, &console, &stop)));
    let done = done.unwrap_or_else(|fault| Err(anyhow::anyhow!("a fault of mocban: {}", said(&*fault))));
    let code = match done {
        Ok(code) => code,
        Err(error) => {
            console.fail(&error);
            COULD_NOT_RUN
        }
    };
    console.close();
    ExitCode::from(match console.outlet() {
        Ok(false) => code,
        // Whoever read the results has seen enough.
        Ok(true) => GOOD,
        Err(error) => {
            console.fail(&anyhow::Error::new(error).context("cannot write to standard output"));
            COULD_NOT_RUN
        }
    })
}

/// Does the task; gives the exit code.
fn perform(settings: &Settings, console: &Arc<Console>, stop: &Arc<AtomicBool>) -> anyhow::Result<u8> {
    if let Err(finding) = settings.find_campaign() {
        console.find(&finding);
        return Ok(COULD_NOT_RUN);
    }
    let press = &settings.press;
    match &settings.task {
        Task::Check { period, preflight } => {
            let inspected = press::check(press, period.as_deref(), &**console)?;
            if *preflight {
                table::inspected(&inspected, console);
            }
            let (errors, warnings) = console.found();
            console.say("say-checked", &[("errors", errors.to_string()), ("warnings", warnings.to_string())]);
        }
        Task::Plan => {
            press::plan(press, &**console)?;
            show_plan(settings, console);
        }
        Task::Render => return render(settings, console, stop),
        Task::Watch => return watch_campaign(settings, console, stop),
        Task::Proof => wrote(&press::proof(press, settings.look.language, &**console)?, console),
        Task::Brand => wrote(&press::brand(press, &**console)?, console),
        Task::Formats(stale) => table::formats(&press::formats(press, *stale, &**console)?, console),
        Task::Templates => table::templates(&press::templates(press, &**console)?, console),
        Task::Explain(code) => {
            if let Err(finding) = explain::explain(code, console) {
                console.find(&finding);
                return Ok(COULD_NOT_RUN);
            }
        }
        Task::List => table::hits(&press::list(press)?, console),
        Task::Search(wanted) => return desk::search(press, wanted, console),
        Task::Trace(name) => {
            return Ok(if trace::trace(press, name, console)? { code_of(console, 0) } else { FINDINGS });
        }
        Task::Index => {
            let files = press::index(press, &**console)?;
            if console.json() {
                console.object(&json!({"event": "indexed", "files": files}));
            }
            console.say("say-indexed", &[("files", files.to_string())]);
        }
        Task::Fsck(repair) => return desk::fsck(press, *repair, console),
        Task::Intake(period) => return desk::intake(press, period.as_deref(), console),
        Task::Clean { all, only_say } => clean(settings, *all, *only_say, console)?,
        Task::Desk(command) => return desk::perform(command, press, console),
        Task::Import(drawing, name) => return import(press, drawing, name.as_deref(), console),
        Task::New(dir) => return create(dir, console),
    }
    Ok(code_of(console, 0))
}

/// Names the files that were written: to scripts each, to people those that are read first.
fn wrote(files: &[String], console: &Console) {
    for file in files {
        if console.json() {
            console.object(&json!({"event": "wrote", "path": file}));
        } else {
            console.result(file);
        }
    }
}

/// The exit code after a task that ran: errors and failed files are findings.
fn code_of(console: &Console, failed: usize) -> u8 {
    let (errors, _) = console.found();
    if errors > 0 || failed > 0 { FINDINGS } else { GOOD }
}

/// Shows a plan to people; scripts have had it line by line.
fn show_plan(settings: &Settings, console: &Console) {
    let planned = console.take_planned();
    let (errors, _) = console.found();
    // An empty plan beside errors says nothing that the errors do not.
    if settings.look.form == args::MessageFormat::Human && !(planned.is_empty() && errors > 0) {
        table::plan(&planned, console);
    }
}

/// Makes what the plan asks for, until done or stopped.
fn render(settings: &Settings, console: &Arc<Console>, stop: &Arc<AtomicBool>) -> anyhow::Result<u8> {
    let asked = interrupt::catch(Arc::clone(stop), Arc::clone(console));
    let report = press::render(&settings.press, stop, &**console)?;
    Ok(if asked.load(Ordering::Relaxed) { STOPPED } else { code_of(console, report.failed) })
}

/// Makes it again on each change; only Ctrl-C, or a machine that fails at the start, ends it.
fn watch_campaign(settings: &Settings, console: &Arc<Console>, stop: &Arc<AtomicBool>) -> anyhow::Result<u8> {
    let asked = interrupt::catch(Arc::clone(stop), Arc::clone(console));
    let press = &settings.press;
    let mut first = true;
    watch::watch(&press.campaign_dir, &press.output_dir, stop, || {
        match press::render(press, stop, &**console) {
            Err(error) if first => return Err(error),
            // A full disk may be emptied, a folder come back.
            Err(error) => console.fail(&error),
            Ok(_) => {}
        }
        first = false;
        console.close();
        if !stop.load(Ordering::Relaxed) {
            console.say("say-watching", &[]);
        }
        Ok(())
    })?;
    Ok(if asked.load(Ordering::Relaxed) { STOPPED } else { GOOD })
}

/// Clears the output folder and names what went, or would go.
fn clean(settings: &Settings, all: bool, only_say: bool, console: &Console) -> anyhow::Result<()> {
    let files = press::clean(&settings.press, all, only_say)?;
    for file in &files {
        if console.json() {
            console.object(&json!({"event": if only_say { "clearable" } else { "removed" }, "path": file}));
        } else {
            console.result(file);
        }
    }
    let sentence = if only_say { "say-clearable" } else { "say-cleaned" };
    console.say(sentence, &[("files", files.len().to_string())]);
    Ok(())
}

/// Makes a template of a drawing.
fn import(
    settings: &press::Settings,
    drawing: &std::path::Path,
    name: Option<&str>,
    console: &Console,
) -> anyhow::Result<u8> {
    let Some(imported) = press::import(settings, drawing, name, console)? else { return Ok(code_of(console, 0)) };
    let press::Import { name, files, shape, places } = imported;
    if console.json() {
        console
            .object(&json!({"event": "imported", "template": name, "files": files, "shape": shape, "places": places}));
    }
    console.say("say-imported", &[("name", name), ("places", places.to_string()), ("shape", shape)]);
    Ok(code_of(console, 0))
}

/// Writes a new campaign.
fn create(dir: &std::path::Path, console: &Console) -> anyhow::Result<u8> {
    if let Err(finding) = new::create(dir)? {
        console.find(&finding);
        return Ok(COULD_NOT_RUN);
    }
    let place = dir.display().to_string();
    if console.json() {
        console.object(&json!({"event": "created", "path": place}));
    }
    console.say("say-created", &[("dir", place)]);
    Ok(GOOD)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    /// Identifiers of the command line's own sentences in a Fluent file.
    fn sentences(source: &str) -> BTreeSet<&str> {
        source.lines().filter(|line| line.starts_with("say-")).filter_map(|line| line.split(" =").next()).collect()
    }

    #[test]
    fn every_sentence_is_there_in_both_languages_and_is_said() {
        let english = sentences(include_str!("../diagnostic/messages/en.ftl"));
        assert_eq!(english, sentences(include_str!("../diagnostic/messages/vi.ftl")));
        let files = walkdir::WalkDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/cli")).into_iter();
        let rust =
            files.map(Result::unwrap).filter(|file| file.path().extension().is_some_and(|ending| ending == "rs"));
        let rooms: String = rust.map(|file| std::fs::read_to_string(file.path()).unwrap()).collect();
        let said: BTreeSet<&str> =
            rooms.split('"').filter(|part| part.starts_with("say-") && *part != "say-").collect();
        assert_eq!(said, english);
    }
}
