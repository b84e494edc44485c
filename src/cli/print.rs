//! The only room that prints. In: events, results, failures; out: results on standard output, the rest on standard
//! error, in the form and language that was asked for.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};

use super::args::MessageFormat;
use super::jsonline;
use super::progress::{Progress, Surface};
use super::repeat::{Held, Seen, Verdict};
use super::settings::Look;
use super::snippet::{self, Sources};
use crate::diagnostic::{Diagnostic, MessageLanguage, Severity, Wording};
use crate::press::{Event, Found, Listener, Planned, Reason, Report};

/// What came of writing to standard output.
enum Outlet {
    /// It takes what is written.
    Open,
    /// Whoever read it has gone: nothing more to say, and no fault.
    Gone,
    /// It failed.
    Broken(io::Error),
}

/// What changes while a command runs.
struct State {
    /// Findings met.
    seen: Seen,
    /// Files shown.
    sources: Sources,
    /// How far the run is.
    progress: Progress,
    /// Files of the plan by reason.
    planned: BTreeMap<Reason, Vec<String>>,
    /// How many different errors were found.
    errors: usize,
    /// How many different warnings were found.
    warnings: usize,
}

/// Prints for one command, from any thread.
pub(super) struct Console {
    /// How things are said.
    pub(super) look: Look,
    /// The words.
    pub(super) wording: Wording,
    /// Set to end a run when nobody reads any more.
    stop: Arc<AtomicBool>,
    /// Standard output.
    outlet: Mutex<Outlet>,
    /// What changes.
    state: Mutex<State>,
}

impl Console {
    /// A console that shows lines of files in `campaign`.
    pub(super) fn new(look: Look, campaign: &Path, stop: Arc<AtomicBool>) -> Self {
        let surface = match (look.quiet, look.form, look.terminal) {
            (true, _, _) | (_, MessageFormat::Json, _) => Surface::Silent,
            (_, _, true) => Surface::Bar,
            (_, _, false) => Surface::Lines,
        };
        let state = State {
            seen: Seen::new(look.form == MessageFormat::Human),
            sources: Sources::new(campaign),
            progress: Progress::new(surface),
            planned: BTreeMap::new(),
            errors: 0,
            warnings: 0,
        };
        let wording = Wording::new(look.language);
        Self { look, wording, stop, outlet: Mutex::new(Outlet::Open), state: Mutex::new(state) }
    }

    /// Whether JSON lines are asked for.
    pub(super) fn json(&self) -> bool {
        self.look.form == MessageFormat::Json
    }

    /// Writes a line of the result.
    pub(super) fn result(&self, line: &str) {
        let mut outlet = locked(&self.outlet);
        if !matches!(*outlet, Outlet::Open) {
            return;
        }
        let mut stdout = io::stdout().lock();
        if let Err(error) = writeln!(stdout, "{line}").and_then(|()| stdout.flush()) {
            *outlet = if error.kind() == ErrorKind::BrokenPipe { Outlet::Gone } else { Outlet::Broken(error) };
            self.stop.store(true, Ordering::Relaxed);
        }
    }

    /// Writes a result as a JSON line.
    pub(super) fn object(&self, object: &Value) {
        self.result(&object.to_string());
    }

    /// Says something of the command line's own, unless quiet or in JSON.
    pub(super) fn say(&self, id: &str, args: &[(&'static str, String)]) {
        if !self.look.quiet && !self.json() {
            self.aside(&locked(&self.state), &self.wording.say(id, args));
        }
    }

    /// Shows a finding that concerns the command itself.
    pub(super) fn find(&self, diagnostic: &Diagnostic) {
        self.hear(&Event::Diagnostic(diagnostic.clone()));
    }

    /// Says that the machine failed, with all its causes.
    pub(super) fn fail(&self, error: &anyhow::Error) {
        locked(&self.state).progress.close();
        let causes = format!("{error:#}");
        if self.json() {
            self.object(&json!({"event": "failure", "message": causes}));
        }
        let title = self.wording.say("say-error", &[]);
        self.aside(&locked(&self.state), &format!("{title}: {causes}"));
    }

    /// Numbers of different errors and warnings found so far.
    pub(super) fn found(&self) -> (usize, usize) {
        let state = locked(&self.state);
        (state.errors, state.warnings)
    }

    /// Says what was held back, and forgets all findings: the next run starts anew.
    pub(super) fn close(&self) {
        let mut state = locked(&self.state);
        state.progress.close();
        state.sources.forget();
        (state.errors, state.warnings) = (0, 0);
        self.tell_rest(&mut state);
    }

    /// Says what was held back since the last time; scripts count for themselves.
    fn tell_rest(&self, state: &mut State) {
        let rest = state.seen.rest();
        if self.json() {
            return;
        }
        let again = rest.again.iter().map(|held| ("say-again", held));
        for (id, held) in again.chain(rest.kinds.iter().map(|held| ("say-more", held))) {
            self.aside(state, &self.wording.say(id, &held_args(held)));
        }
    }

    /// What was planned, by reason; the next plan starts anew.
    pub(super) fn take_planned(&self) -> BTreeMap<Reason, Vec<String>> {
        std::mem::take(&mut locked(&self.state).planned)
    }

    /// The outcome of standard output: whether its reader has gone, or the error it met.
    pub(super) fn outlet(&self) -> Result<bool, io::Error> {
        match std::mem::replace(&mut *locked(&self.outlet), Outlet::Gone) {
            Outlet::Open => Ok(false),
            Outlet::Gone => Ok(true),
            Outlet::Broken(error) => Err(error),
        }
    }

    /// Writes a message with the bar out of the way; a closed standard error is nobody's fault.
    fn aside(&self, state: &State, text: &str) {
        state.progress.aside(|| {
            let _unheard = io::stderr().lock().write_all(format!("{text}\n").as_bytes());
        });
    }

    /// Shows a finding the first time it is met.
    fn diagnose(&self, state: &mut State, diagnostic: &Diagnostic) {
        let verdict = state.seen.meet(diagnostic);
        if verdict != Verdict::Again {
            match diagnostic.severity {
                _ if diagnostic.allowed.is_some() => {}
                Severity::Error => state.errors += 1,
                Severity::Warning => state.warnings += 1,
            }
        }
        if verdict != Verdict::Show {
            return;
        }
        let text = match self.look.form {
            MessageFormat::Json => {
                return self.object(&jsonline::event(&Event::Diagnostic(diagnostic.clone()), &self.wording));
            }
            MessageFormat::Short => snippet::one_line(diagnostic, &self.wording),
            MessageFormat::Human => {
                let style = snippet::Style { color: self.look.color_messages, width: self.look.width };
                snippet::report(diagnostic, &self.wording, &mut state.sources, &style) + "\n"
            }
        };
        self.aside(state, &text);
    }

    /// Notes a file of the plan, or writes it at once in the forms for scripts.
    fn plan(&self, state: &mut State, planned: &Planned) {
        let path = &planned.rendition.path;
        if self.look.form == MessageFormat::Short {
            self.result(&format!("{} {path}", jsonline::reason(&planned.reason)));
        }
        state.planned.entry(planned.reason.clone()).or_default().push(path.clone());
    }

    /// The closing line of a run.
    fn finish(&self, state: &State, report: &Report) {
        let mut seconds = format!("{:.1}", report.seconds);
        if self.look.language == MessageLanguage::Vietnamese {
            seconds = seconds.replace('.', ",");
        }
        let args = [
            ("rendered", report.rendered.to_string()),
            ("cached", report.cached.to_string()),
            ("failed", report.failed.to_string()),
            ("seconds", seconds),
        ];
        self.aside(state, &self.wording.say("say-finished", &args));
        let Found { errors, warnings, allowed } = report.found;
        if errors + warnings + allowed > 0 {
            let args = [("errors", errors), ("warnings", warnings), ("allowed", allowed)];
            self.aside(state, &self.wording.say("say-found", &args.map(|(name, count)| (name, count.to_string()))));
        }
    }
}

impl Listener for Console {
    fn hear(&self, event: &Event) {
        let mut state = locked(&self.state);
        let state = &mut *state;
        if let Event::Diagnostic(diagnostic) = event {
            return self.diagnose(state, diagnostic);
        }
        if self.json() {
            self.object(&jsonline::event(event, &self.wording));
        }
        match event {
            Event::Diagnostic(_) => {}
            Event::Planned(planned) => self.plan(state, planned),
            Event::Started { jobs, renditions } => {
                state.progress.start(*renditions, &self.wording);
                if !self.look.quiet && !self.json() && !self.look.terminal {
                    let args = [("jobs", jobs.to_string()), ("renditions", renditions.to_string())];
                    self.aside(state, &self.wording.say("say-started", &args));
                }
            }
            Event::Job(job) => {
                if let Some(line) = state.progress.count(job.status, &self.wording) {
                    self.aside(state, &line);
                }
            }
            Event::Finished(report) => {
                state.progress.close();
                self.tell_rest(state);
                if !self.look.quiet && !self.json() {
                    self.finish(state, report);
                }
            }
        }
    }
}

/// The arguments of a line about what was held back.
fn held_args(held: &Held) -> [(&'static str, String); 3] {
    let place = if held.place.is_empty() { "–".to_owned() } else { held.place.clone() };
    [("code", held.code.to_owned()), ("place", place), ("more", held.more.to_string())]
}

/// A lock, also after a thread panicked while it held it: what is printed is never in a bad state.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Span;

    #[test]
    fn a_run_counts_different_findings_and_the_next_starts_anew() {
        let look = Look {
            language: MessageLanguage::English,
            form: MessageFormat::Short,
            color_results: false,
            color_messages: false,
            terminal: false,
            quiet: true,
            width: 80,
        };
        let console = Console::new(look, Path::new("."), Arc::new(AtomicBool::new(false)));
        let error = Diagnostic::error("MB0001").arg("path", "x").at(Span::whole("a.csv"));
        let warning = Diagnostic::warning("MB0001").arg("path", "y");
        for finding in [&error, &error, &warning, &error] {
            console.find(finding);
        }
        assert_eq!(console.found(), (1, 1));
        console.close();
        assert_eq!(console.found(), (0, 0));
        console.find(&error);
        assert_eq!(console.found(), (1, 0));
        assert!(matches!(console.outlet(), Ok(false)));
    }
}
