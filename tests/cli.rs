//! The `mocban` program from outside: what it writes where, and its exit codes.

#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

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
    let expected = str![[r#"
MB0001: there is no file ‹path›

A file that another file names, or that every campaign needs, is not in the
campaign folder.

"#]];
    mocban().args(["explain", "1"]).assert().code(0).stdout_eq(expected).stderr_eq(str![""]);
}

#[test]
fn explain_speaks_vietnamese() {
    let expected = str![[r#"
MB0002: ‹path› không phải văn bản UTF-8

Mọi tệp văn bản của chiến dịch đều ở dạng UTF-8. Vị trí nêu ra là byte sai đầu
tiên.

"#]];
    mocban().args(["explain", "mb0002"]).env("LANG", "vi_VN.UTF-8").assert().code(0).stdout_eq(expected);
}

#[test]
fn an_unknown_code_is_a_usage_error_with_a_suggestion() {
    mocban().args(["explain", "MB0091"]).assert().code(2).stdout_eq(str![""]).stderr_eq(str![[r#"
error[MB1103]: there is no code MB0091
 |
 = hint: did you mean MB0001?


"#]]);
    let lines = str![[r#"
{"event":"diagnostic","code":"MB1103","severity":"error","message":"there is no code rubbish","spans":[],"hint":"a code stands in brackets after /"error/" or /"warning/", such as MB0001","artwork":null}

"#]];
    mocban().args(["explain", "rubbish", "--message-format", "json"]).assert().code(2).stdout_eq(lines);
}

#[test]
fn bad_usage_exits_with_two() {
    mocban().assert().code(2);
    mocban().args(["render", "--jobs", "0"]).assert().code(2).stdout_eq(str![""]);
    mocban().args(["formts"]).assert().code(2).stderr_eq(str![[r#"
error: unrecognized subcommand 'formts'

  tip: a similar subcommand exists: 'formats'

Usage: mocban [OPTIONS] <COMMAND>

For more information, try '--help'.

"#]]);
    mocban().args(["--version"]).assert().code(0);
}

#[test]
#[expect(clippy::too_many_lines, reason = "the page as it is shown, and it is one page")]
fn help_can_be_read_by_a_designer() {
    mocban().args(["--help"]).assert().code(0).stderr_eq(str![""]).stdout_eq(str![[r#"
Data and a brand identity in; infographics, posters, billboards and social sets out

Usage: mocban [OPTIONS] <COMMAND>

Commands:
  check       Read and check everything, draw nothing
  plan        Show what render would make, and which cell, token, template or font is the reason
  render      Make the pictures that are new or changed
  watch       Render, then again each time a file of the campaign is saved
  proof       Write a contact sheet of the plan for approval: every picture small, with what was
              found on it
  brand       Draw the brand sheet: colours, type, measures, marks and icons of the kit
  formats     List the surfaces pictures can be made for
  explain     Explain the code of a finding, such as MB0203 (or just 203)
  list        List the assets that were made
  search      Find assets by their words; Vietnamese tone marks may be left out
  trace       Show the cells behind each number of a file, or the files that draw a cell
  index       Build the catalogue again from the files in the output folder
  fsck        Check that the output folder is whole: its files, manifest and catalogue
  intake      Say who has reported for a period, which numbers jump, which sums do not add up
  clean       Remove from the output folder what no picture needs
  status      Say where each asset stands: draft, review, approved; released version and its status
  submit      Hand in drafts for review
  approve     Approve what was handed in; values that jump need two people
  reject      Send back what was handed in or approved
  release     Make a release of what is approved
  publish     Write the site: pages, feeds and files of what is released, as of now or of another
              moment
  withhold    Ask that released assets are not used until it is said otherwise
  resume      Let withheld assets be used again
  kill        Take released assets back for good (thu hồi)
  deliver     Enter that an agency was given assets, a pack or a release
  confirm     Enter that an agency has acted on a correction, a kill or a pause
  taken-down  Enter that a placement was taken down after a correction or a kill
  correct     Say what shows a cell and who holds it; with --release, correct it (đính chính)
  recall      Say who has not answered a correction or a kill, and what still hangs
  holders     Say who holds an asset
  changes     Say what changed between two releases, or between what is out and the store
  verify      Say whether a file is a released one, or which design a code or a picture is like
  backup      Copy the desk, which cannot be made again, to another folder; only what is new is
              copied
  restore     Bring the desk back from a back-up
  pack        Make a pack of a release for an office, or check one
  key         Keys that packs are signed with
  template    List templates, or make one from a drawing
  new         Write a small campaign that renders at once

Options:
  -h, --help
          Print help (see a summary with '-h')

  -V, --version
          Print version

Everywhere:
  -C <DIR>
          The campaign folder: the one that holds campaign.toml
          
          [default: .]

      --output <DIR>
          Where pictures go [default: output in the campaign folder]

      --messages <LANG>
          Language of messages [default: from LC_ALL, LC_MESSAGES or LANG, else en]

          Possible values:
          - vi: Tiếng Việt
          - en: English

      --message-format <FORM>
          How to say things: for people, one line each, or JSON lines for scripts

          Possible values:
          - human: With the lines of the file and hints
          - short: One line each: path:line:column: error[CODE]: message
          - json:  One JSON object a line, on standard output
          
          [default: human]

      --color <WHEN>
          When to use colours

          Possible values:
          - auto:   On a terminal, unless NO_COLOR is set
          - always: Always
          - never:  Never
          
          [default: auto]

      --by <NAME>
          Who you are, as the ledger is to name you [default: MOCBAN_BY, USER or USERNAME]

  -q, --quiet
          Say only what is wrong: no progress, no closing line

Examples:
  mocban new my-campaign            write a small campaign to start from
  mocban render                     make every picture of the campaign in this folder
  mocban plan --only unit-card      see what would be made, and why
  mocban watch --only poster        make it again each time a file is saved
  mocban explain MB0203             what a finding means

Exit codes: 0 good · 1 findings or failed files · 2 could not run · 130 stopped by Ctrl-C

"#]]);
}

#[test]
fn help_of_a_command_fits_one_screen() {
    mocban().args(["render", "-h"]).assert().code(0).stdout_eq(str![[r#"
Make the pictures that are new or changed

Usage: mocban render [OPTIONS]

Options:
  -h, --help  Print help (see more with '--help')

Which part of the campaign:
      --only <PRODUCT>  Only these products (repeat, or part with commas), also those made only on
                        request
      --format <NAME>   Only these formats, such as fb-story (see `mocban formats`)
      --lang <LANG>     Only these languages, such as vi
      --theme <THEME>   Only these themes of the brand
      --all             Every product, also those made only on request (default = false)

How:
  -j, --jobs <N>       Draw on this many threads [default: one a core]
      --memory <SIZE>  Draw at the same time only what fits into this much memory together, such as
                       512M or 2G [default: 1G]
      --fresh          Make everything again, also what did not change
      --small          Make files as small as can be, for much more time; also those there that are
                       not

Everywhere:
  -C <DIR>                     The campaign folder: the one that holds campaign.toml [default: .]
      --output <DIR>           Where pictures go [default: output in the campaign folder]
      --messages <LANG>        Language of messages [default: from LC_ALL, LC_MESSAGES or LANG, else
                               en] [possible values: vi, en]
      --message-format <FORM>  How to say things: for people, one line each, or JSON lines for
                               scripts [default: human] [possible values: human, short, json]
      --color <WHEN>           When to use colours [default: auto] [possible values: auto, always,
                               never]
      --by <NAME>              Who you are, as the ledger is to name you [default: MOCBAN_BY, USER
                               or USERNAME]
  -q, --quiet                  Say only what is wrong: no progress, no closing line

Examples:
  mocban render
  mocban render --only poster,unit-card --lang vi
  mocban render --format fb-portrait --theme dark --fresh
  mocban render --all --jobs 4 --message-format json

A second run makes only what changed. Ctrl-C finishes the files under way; the same command resumes.

"#]]);
}

#[test]
fn a_folder_that_is_no_campaign_cannot_be_worked_on() {
    let dir = empty();
    let at = dir.path();
    for command in ["check", "plan", "render", "watch", "list", "index"] {
        let run = mocban().current_dir(at).args([command]).assert().code(2).stdout_eq(str![""]);
        run.stderr_eq(str![[r#"
error[MB1101]: there is no campaign.toml in .
 |
 = hint: go to the campaign folder, name it with -C DIR, or write a new one with `mocban new DIR`


"#]]);
    }
    let text = str![[r#"
error[MB1102]: there is no folder none

"#]];
    mocban().current_dir(at).args(["-C", "none", "plan", "--message-format", "short"]).assert().code(2).stderr_eq(text);
    let line = str![[r#"
{"event":"diagnostic","code":"MB1101","severity":"error","message":"there is no campaign.toml in .","spans":[],"hint":"go to the campaign folder, name it with -C DIR, or write a new one with `mocban new DIR`","artwork":null}

"#]];
    mocban().current_dir(at).args(["check", "--message-format", "json"]).assert().code(2).stdout_eq(line);
}

#[test]
fn new_writes_a_whole_campaign_or_nothing() {
    let dir = empty();
    let at = dir.path();
    mocban().current_dir(at).args(["new", "mine"]).assert().code(0).stdout_eq(str![""]).stderr_eq(str![[r#"
Wrote a campaign to mine. Next: mocban -C mine render

"#]]);
    assert_eq!(names(at), ["mine"]);
    let whole = [".gitignore", "README.md", "brand", "campaign.toml", "data", "output", "templates"];
    assert_eq!(names(&at.join("mine")), whole);
    std::fs::remove_file(at.join("mine/campaign.toml")).unwrap();
    mocban().current_dir(at).args(["new", "mine", "--messages", "vi"]).assert().code(2).stderr_eq(str![[r#"
lỗi[MB1104]: thư mục mine không trống
 |
 = gợi ý: hãy nêu một thư mục chưa có


"#]]);
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
