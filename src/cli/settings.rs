//! The command line, checked. In: [`Args`] and the process's surroundings; out: [`Settings`] that a command runs with.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use super::args::{Args, ColorChoice, Command, Common, MessageFormat, Messages, Selected, TemplateCommand};
use super::desk::DeskCommand;
use super::pace::{Effort, Pace};
use crate::diagnostic::{Diagnostic, MessageLanguage};
use crate::press;

/// Width of a report when the terminal does not say, in columns.
const WIDTH: usize = 120;

/// What the process sees around it; gathered once, so that the rest can be tried without it.
#[derive(Debug, Clone, Default)]
pub(super) struct Surroundings {
    /// The locale: the first of `LC_ALL`, `LC_MESSAGES`, `LANG` that is not empty.
    pub(super) locale: String,
    /// Whether `NO_COLOR` is set or the terminal is dumb.
    pub(super) no_color: bool,
    /// Whether standard output is a terminal.
    pub(super) output_terminal: bool,
    /// Whether standard error is a terminal.
    pub(super) error_terminal: bool,
    /// Columns, when `COLUMNS` says.
    pub(super) columns: Option<usize>,
    /// Who works here: the first of `MOCBAN_BY`, `USER`, `USERNAME` that is not empty.
    pub(super) user: String,
}

impl Surroundings {
    /// Looks around.
    pub(super) fn of_process() -> Self {
        let text = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        Self {
            locale: ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(text).unwrap_or_default(),
            no_color: text("NO_COLOR").is_some() || text("TERM").is_some_and(|term| term == "dumb"),
            output_terminal: std::io::stdout().is_terminal(),
            error_terminal: std::io::stderr().is_terminal(),
            columns: text("COLUMNS").and_then(|columns| columns.parse().ok()),
            user: ["MOCBAN_BY", "USER", "USERNAME"].into_iter().find_map(text).unwrap_or_default(),
        }
    }
}

/// How things are said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Look {
    /// Language of messages.
    pub(super) language: MessageLanguage,
    /// For people, short, or JSON lines.
    pub(super) form: MessageFormat,
    /// Whether results are coloured.
    pub(super) color_results: bool,
    /// Whether messages are coloured.
    pub(super) color_messages: bool,
    /// Whether a progress bar can be drawn.
    pub(super) terminal: bool,
    /// Whether only findings are said.
    pub(super) quiet: bool,
    /// Columns of a report.
    pub(super) width: usize,
}

/// What to do.
#[derive(Debug)]
pub(super) enum Task {
    /// Read and check; with a period, who has not reported.
    Check {
        /// Also say which units have not reported for it.
        period: Option<String>,
        /// Whether to end with an account of the findings by code.
        preflight: bool,
    },
    /// Say what would be made.
    Plan,
    /// Make it.
    Render,
    /// Make it again on each change.
    Watch,
    /// Write the proof.
    Proof,
    /// Draw the brand sheet.
    Brand,
    /// List the formats, or only those not checked for so many days.
    Formats(Option<u32>),
    /// List the templates.
    Templates,
    /// Explain a code.
    Explain(String),
    /// List the assets.
    List,
    /// Find assets.
    Search(press::Wanted),
    /// Say what is known of a file, an asset or a cell.
    Trace(String),
    /// Rebuild the catalogue.
    Index,
    /// Check the output folder; with true, put right what can be.
    Fsck(bool),
    /// Say who has reported for a period; none means the campaign's.
    Intake(Option<String>),
    /// Clear the output folder.
    Clean {
        /// Of everything that a run can make again.
        all: bool,
        /// Whether files are only named.
        only_say: bool,
    },
    /// Do a command of the desk.
    Desk(DeskCommand),
    /// Make a template of a drawing; with a name of its own.
    Import(PathBuf, Option<String>),
    /// Write a new campaign there.
    New(PathBuf),
}

/// A checked command line.
#[derive(Debug)]
pub(super) struct Settings {
    /// How things are said.
    pub(super) look: Look,
    /// What the press works on.
    pub(super) press: press::Settings,
    /// What to do.
    pub(super) task: Task,
    /// Whether the output folder was named by hand.
    output_given: bool,
}

impl Settings {
    /// Fills what was not typed from the surroundings.
    pub(super) fn new(args: Args, around: &Surroundings) -> Self {
        let Args { common, command } = args;
        let look = Look::new(&common, around);
        let output_given = common.output.is_some();
        let output_dir = common.output.unwrap_or_else(|| common.campaign.join("output"));
        let (task, selected, pace, effort) = parts(command);
        let press = press::Settings {
            campaign_dir: common.campaign,
            output_dir,
            threads: pace.jobs,
            memory: pace.memory.unwrap_or(press::MEMORY),
            choice: press::Choice {
                products: selected.only,
                formats: selected.format,
                languages: selected.lang,
                themes: selected.theme,
                all: selected.all,
            },
            fresh: effort.fresh,
            small: effort.small,
            by: common.by.unwrap_or_else(|| around.user.clone()),
        };
        Self { look, press, task, output_given }
    }

    /// Whether the campaign folder is one, for commands that need it.
    ///
    /// # Errors
    /// `MB1102` when there is no such folder, `MB1101` when it holds no `campaign.toml`.
    pub(super) fn find_campaign(&self) -> Result<(), Diagnostic> {
        let needed = match self.task {
            Task::Explain(_) | Task::New(_) => false,
            Task::List | Task::Search(_) | Task::Trace(_) | Task::Fsck(_) => !self.output_given,
            _ => true,
        };
        if needed { campaign_at(&self.press.campaign_dir) } else { Ok(()) }
    }
}

/// Whether a campaign lies there.
fn campaign_at(dir: &Path) -> Result<(), Diagnostic> {
    if !dir.is_dir() {
        return Err(Diagnostic::error("MB1102").arg("dir", dir.display()).hint("hint"));
    }
    if !dir.join("campaign.toml").is_file() {
        return Err(Diagnostic::error("MB1101").arg("dir", dir.display()).hint("hint"));
    }
    Ok(())
}

/// A command's task, selection, pace and effort.
fn parts(command: Command) -> (Task, Selected, Pace, Effort) {
    let usual = Effort::default();
    let plain = |task| (task, Selected::default(), Pace::default(), usual);
    match command {
        Command::Check { selected, period, preflight } => {
            (Task::Check { period, preflight }, selected, Pace::default(), usual)
        }
        Command::Plan { selected } => (Task::Plan, selected, Pace::default(), usual),
        Command::Render { selected, pace, effort } => (Task::Render, selected, pace, effort),
        Command::Watch { selected, pace } => (Task::Watch, selected, pace, usual),
        Command::Proof { selected, jobs } => (Task::Proof, selected, Pace { jobs, memory: None }, usual),
        Command::Brand { lang, theme } => {
            (Task::Brand, Selected { lang, theme, ..Selected::default() }, Pace::default(), usual)
        }
        Command::Formats { stale } => plain(Task::Formats(stale)),
        Command::Template(TemplateCommand::List) => plain(Task::Templates),
        Command::Explain { code } => plain(Task::Explain(code)),
        Command::List => plain(Task::List),
        Command::Search(search) => plain(Task::Search(search.wanted())),
        Command::Trace { name } => plain(Task::Trace(name)),
        Command::Index => plain(Task::Index),
        Command::Fsck { repair } => plain(Task::Fsck(repair)),
        Command::Intake { period } => plain(Task::Intake(period)),
        Command::Clean { all, dry_run } => plain(Task::Clean { all, only_say: dry_run }),
        Command::Desk(command) => {
            let selected = command.selected();
            (Task::Desk(command), selected, Pace::default(), usual)
        }
        Command::Template(TemplateCommand::Import { drawing, name }) => plain(Task::Import(drawing, name)),
        Command::New { dir } => plain(Task::New(dir)),
    }
}

impl Look {
    /// What was typed, else what the surroundings suggest.
    fn new(common: &Common, around: &Surroundings) -> Self {
        let language = match common.messages {
            Some(Messages::Vi) => MessageLanguage::Vietnamese,
            None if around.locale.starts_with("vi") => MessageLanguage::Vietnamese,
            Some(Messages::En) | None => MessageLanguage::English,
        };
        let color = |terminal: bool| match common.color {
            ColorChoice::Auto => terminal && !around.no_color,
            ColorChoice::Always => true,
            ColorChoice::Never => false,
        };
        Self {
            language,
            form: common.message_format,
            color_results: color(around.output_terminal),
            color_messages: color(around.error_terminal),
            terminal: around.error_terminal,
            quiet: common.quiet,
            width: around.columns.unwrap_or(WIDTH).clamp(40, 200),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    fn settings(line: &[&str], around: &Surroundings) -> Settings {
        Settings::new(Args::try_parse_from(line).unwrap(), around)
    }

    #[test]
    fn the_language_is_typed_or_from_the_locale() {
        let vietnamese = Surroundings { locale: "vi_VN.UTF-8".to_owned(), ..Surroundings::default() };
        let language = |line: &[&str], around: &Surroundings| settings(line, around).look.language;
        assert_eq!(language(&["mocban", "list"], &vietnamese), MessageLanguage::Vietnamese);
        assert_eq!(language(&["mocban", "list", "--messages", "en"], &vietnamese), MessageLanguage::English);
        assert_eq!(language(&["mocban", "list"], &Surroundings::default()), MessageLanguage::English);
    }

    #[test]
    fn colours_need_a_terminal_unless_asked_for() {
        let terminal = Surroundings { error_terminal: true, ..Surroundings::default() };
        let look = settings(&["mocban", "list"], &terminal).look;
        assert!(look.color_messages && !look.color_results);
        let bare = Surroundings { no_color: true, ..terminal };
        assert!(!settings(&["mocban", "list"], &bare).look.color_messages);
        assert!(settings(&["mocban", "list", "--color", "always"], &bare).look.color_results);
    }

    #[test]
    fn memory_is_given_or_a_gigabyte() {
        let memory = |line: &[&str]| settings(line, &Surroundings::default()).press.memory;
        assert_eq!(memory(&["mocban", "render", "--memory", "512M"]), 512 << 20);
        assert_eq!(memory(&["mocban", "watch"]), 1 << 30);
    }

    #[test]
    fn the_output_stands_in_the_campaign_unless_named() {
        let around = Surroundings::default();
        assert_eq!(settings(&["mocban", "-C", "x", "render"], &around).press.output_dir, Path::new("x/output"));
        assert_eq!(
            settings(&["mocban", "-C", "x", "render", "--output", "y"], &around).press.output_dir,
            Path::new("y")
        );
    }

    #[test]
    fn a_folder_without_campaign_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(campaign_at(dir.path()).unwrap_err().code, "MB1101");
        assert_eq!(campaign_at(&dir.path().join("none")).unwrap_err().code, "MB1102");
        std::fs::write(dir.path().join("campaign.toml"), "").unwrap();
        assert!(campaign_at(dir.path()).is_ok());
    }
}
