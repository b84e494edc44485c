//! The `mocban` program from outside: what it writes where, and its exit codes.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command as Process, Stdio};

use snapbox::cmd::Command;
use snapbox::str;

/// The program, with a surrounding that does not depend on who runs the test.
fn mocban() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mocban"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "COLUMNS", "CLICOLOR_FORCE"] {
        command = command.env_remove(name);
    }
    command
}

/// A folder with nothing in it.
fn empty() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

/// Names in a folder.
fn names(dir: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(dir).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn explain_says_what_a_code_means() {
    let expected = str![[r#""#]];
    mocban().args(["explain", "1"]).assert().code(0).stdout_eq(expected).stderr_eq(str![""]);
}

#[test]
fn explain_speaks_vietnamese() {
    let expected = str![[r#""#]];
    mocban().args(["explain", "mb0002"]).env("LANG", "vi_VN.UTF-8").assert().code(0).stdout_eq(expected);
}

#[test]
fn an_unknown_code_is_a_usage_error_with_a_suggestion() {
    mocban().args(["explain", "MB0091"]).assert().code(2).stdout_eq(str![""]).stderr_eq(str![[r#""#]]);
    let lines = str![[r#""#]];
    mocban().args(["explain", "rubbish", "--message-format", "json"]).assert().code(2).stdout_eq(lines);
}

#[test]
fn bad_usage_exits_with_two() {
    mocban().assert().code(2);
    mocban().args(["render", "--jobs", "0"]).assert().code(2).stdout_eq(str![""]);
    mocban().args(["rendr"]).assert().code(2).stderr_eq(str![[r#""#]]);
    mocban().args(["--version"]).assert().code(0);
}

#[test]
fn help_can_be_read_by_a_designer() {
    mocban().args(["--help"]).assert().code(0).stderr_eq(str![""]).stdout_eq(str![[r#""#]]);
    mocban().args(["render", "-h"]).assert().code(0).stdout_eq(str![[r#""#]]);
}

#[test]
fn a_folder_that_is_no_campaign_cannot_be_worked_on() {
    let dir = empty();
    let at = dir.path();
    for command in ["check", "plan", "render", "watch", "list", "index"] {
        let run = mocban().current_dir(at).args([command]).assert().code(2).stdout_eq(str![""]);
        run.stderr_eq(str![[r#""#]]);
    }
    let text = str![[r#""#]];
    mocban().current_dir(at).args(["-C", "none", "plan", "--message-format", "short"]).assert().code(2).stderr_eq(text);
    let line = str![[r#""#]];
    mocban().current_dir(at).args(["check", "--message-format", "json"]).assert().code(2).stdout_eq(line);
}

#[test]
fn new_writes_a_whole_campaign_or_nothing() {
    let dir = empty();
    let at = dir.path();
    mocban().current_dir(at).args(["new", "mine"]).assert().code(0).stdout_eq(str![""]).stderr_eq(str![[r#""#]]);
    assert_eq!(names(at), ["mine"]);
    let whole = [".gitignore", "README.md", "brand", "campaign.toml", "data", "output", "templates"];
    assert_eq!(names(&at.join("mine")), whole);
    std::fs::remove_file(at.join("mine/campaign.toml")).unwrap();
    mocban().current_dir(at).args(["new", "mine", "--messages", "vi"]).assert().code(2).stderr_eq(str![[r#""#]]);
    assert!(!at.join("mine/campaign.toml").exists());
    let here = empty();
    mocban().current_dir(here.path()).args(["new", ".", "--quiet"]).assert().code(0).stderr_eq(str![""]);
    assert_eq!(names(here.path()), whole);
}

#[test]
fn a_reader_that_leaves_is_no_fault() {
    let mut child = Process::new(env!("CARGO_BIN_EXE_mocban"))
        .args(["explain", "1"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let status = child.wait().unwrap();
    let said: Vec<_> = BufReader::new(child.stderr.take().unwrap()).lines().map_while(Result::ok).collect();
    assert_eq!((status.code(), said), (Some(0), Vec::new()));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_standard_output_is_said() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let run = Process::new(env!("CARGO_BIN_EXE_mocban")).args(["explain", "1"]).stdout(full).output().unwrap();
    assert_eq!(run.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&run.stderr).contains("cannot write to standard output"));
}

#[test]
fn colours_come_only_when_asked_for_or_on_a_terminal() {
    let dir = empty();
    let plain = mocban().current_dir(dir.path()).args(["check"]).output().unwrap();
    assert!(!plain.stderr.contains(&0x1b));
    let coloured = mocban().current_dir(dir.path()).args(["check", "--color", "always"]).output().unwrap();
    assert!(coloured.stderr.contains(&0x1b));
}
