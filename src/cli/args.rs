//! The command line as typed. In: the process's arguments; out: [`Args`], not yet checked against anything.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::NonEmptyStringValueParser;
use clap::{Parser, Subcommand, ValueEnum, ValueHint};

use super::desk::DeskCommand;
use super::pace::{Effort, Pace};

/// Shown after the overview.
const OVERVIEW_EXAMPLES: &str = "\
Examples:
  mocban new my-campaign            write a small campaign to start from
  mocban render                     make every picture of the campaign in this folder
  mocban plan --only unit-card      see what would be made, and why
  mocban watch --only poster        make it again each time a file is saved
  mocban explain MB0203             what a finding means

Exit codes: 0 good · 1 findings or failed files · 2 could not run · 130 stopped by Ctrl-C";

/// Shown after the help of `render`.
const RENDER_EXAMPLES: &str = "\
Examples:
  mocban render
  mocban render --only poster,unit-card --lang vi
  mocban render --format fb-portrait --theme dark --fresh
  mocban render --all --jobs 4 --message-format json

A second run makes only what changed. Ctrl-C finishes the files under way; the same command resumes.";

/// Shown after the help of `plan`.
const PLAN_EXAMPLES: &str = "\
Examples:
  mocban plan
  mocban plan --format pano-6x12
  mocban plan --message-format json | jq 'select(.reason != \"unchanged\")'";

/// Shown after the help of `template import`.
const IMPORT_EXAMPLES: &str = "\
Examples:
  mocban template import poster.svg
  mocban template import ~/drawings/Áp phích.svg --name ap-phich";
/// Shown after the help of `clean`.
const CLEAN_EXAMPLES: &str = "\
Examples:
  mocban clean
  mocban clean --all --dry-run      what would go";

/// Shown after the help of `trace`.
const TRACE_EXAMPLES: &str = "\
Examples:
  mocban trace output/unit-card/cds_unit-card_don-vi-01_2026q3_fb-square_vi.png
  mocban trace results/don-vi-01/score
  mocban trace results/don-vi-01/score --message-format json | jq -r 'select(.event == \"drawn\").path'";

/// Shown after the help of `proof`.
const PROOF_EXAMPLES: &str = "\
Examples:
  mocban proof                      the whole plan
  mocban proof --only unit-card --lang vi --messages vi
  xdg-open output/proof/proof.html

The same plan gives the same proof; its number says which one was approved.";

/// Shown after the help of `brand`.
const BRAND_EXAMPLES: &str = "\
Examples:
  mocban brand                      every theme, every language
  mocban brand --theme dark --lang vi
  xdg-open output/brand/brand_vi.html";

/// Data and a brand identity in; infographics, posters, billboards and social sets out.
#[derive(Debug, Parser)]
#[command(name = "mocban", version, arg_required_else_help = true, after_help = OVERVIEW_EXAMPLES)]
#[command(disable_help_subcommand = true, max_term_width = 100)]
pub(super) struct Args {
    /// What all commands take.
    #[command(flatten)]
    pub(super) common: Common,
    /// The command.
    #[command(subcommand)]
    pub(super) command: Command,
}

/// Options of every command.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Everywhere")]
pub(super) struct Common {
    /// The campaign folder: the one that holds campaign.toml
    #[arg(short = 'C', value_name = "DIR", default_value = ".", global = true, value_hint = ValueHint::DirPath)]
    pub(super) campaign: PathBuf,
    /// Where pictures go [default: output in the campaign folder]
    #[arg(long, value_name = "DIR", global = true, value_hint = ValueHint::DirPath)]
    pub(super) output: Option<PathBuf>,
    /// Language of messages [default: from LC_ALL, LC_MESSAGES or LANG, else en]
    #[arg(long, value_name = "LANG", global = true)]
    pub(super) messages: Option<Messages>,
    /// How to say things: for people, one line each, or JSON lines for scripts
    #[arg(long, value_name = "FORM", default_value = "human", global = true)]
    pub(super) message_format: MessageFormat,
    /// When to use colours
    #[arg(long, value_name = "WHEN", default_value = "auto", global = true)]
    pub(super) color: ColorChoice,
    /// Who you are, as the ledger is to name you [default: MOCBAN_BY, USER or USERNAME]
    #[arg(long, value_name = "NAME", global = true, value_parser = NonEmptyStringValueParser::new())]
    pub(super) by: Option<String>,
    /// Say only what is wrong: no progress, no closing line
    #[arg(short, long, global = true)]
    pub(super) quiet: bool,
}

/// A language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Messages {
    /// Tiếng Việt
    Vi,
    /// English
    En,
}

/// How findings and results are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum MessageFormat {
    /// With the lines of the file and hints
    Human,
    /// One line each: path:line:column: error[CODE]: message
    Short,
    /// One JSON object a line, on standard output
    Json,
}

/// When colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorChoice {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// Which part of the campaign is meant.
#[derive(Debug, Clone, Default, clap::Args)]
#[command(next_help_heading = "Which part of the campaign")]
pub(super) struct Selected {
    /// Only these products (repeat, or part with commas), also those made only on request
    #[arg(long, value_name = "PRODUCT", value_delimiter = ',', value_parser = NonEmptyStringValueParser::new())]
    pub(super) only: Vec<String>,
    /// Only these formats, such as fb-story (see `mocban formats`)
    #[arg(long, value_name = "NAME", value_delimiter = ',', value_parser = NonEmptyStringValueParser::new())]
    pub(super) format: Vec<String>,
    /// Only these languages, such as vi
    #[arg(long, value_name = "LANG", value_delimiter = ',', value_parser = NonEmptyStringValueParser::new())]
    pub(super) lang: Vec<String>,
    /// Only these themes of the brand
    #[arg(long, value_name = "THEME", value_delimiter = ',', value_parser = NonEmptyStringValueParser::new())]
    pub(super) theme: Vec<String>,
    /// Every product, also those made only on request (default = false)
    #[arg(long)]
    pub(super) all: bool,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Read and check everything, draw nothing
    ///
    /// Reports all that is wrong in campaign.toml, data, brand and templates (also those no product uses), each with
    /// its file, line and a hint. Every artwork is laid out and inspected.
    Check {
        /// Which part.
        #[command(flatten)]
        selected: Selected,
        /// Also say which units have not reported for this period, such as 2026q3
        #[arg(long, value_name = "P", help_heading = "How", value_parser = NonEmptyStringValueParser::new())]
        period: Option<String>,
        /// End with an account of what preflight found: a line a code, with its formats
        #[arg(long, help_heading = "How")]
        preflight: bool,
    },
    /// Show what render would make, and which cell, token, template or font is the reason
    #[command(after_help = PLAN_EXAMPLES)]
    Plan {
        /// Which part.
        #[command(flatten)]
        selected: Selected,
    },
    /// Make the pictures that are new or changed
    #[command(after_help = RENDER_EXAMPLES)]
    Render {
        /// Which part.
        #[command(flatten)]
        selected: Selected,
        /// How much of the machine.
        #[command(flatten)]
        pace: Pace,
        /// What is made, and how.
        #[command(flatten)]
        effort: Effort,
    },
    /// Render, then again each time a file of the campaign is saved
    #[command(after_help = "Example:\n  mocban watch --only poster --format fb-portrait --lang vi\n\nEnd with Ctrl-C.")]
    Watch {
        /// Which part.
        #[command(flatten)]
        selected: Selected,
        /// How much of the machine.
        #[command(flatten)]
        pace: Pace,
    },
    /// Write a contact sheet of the plan for approval: every picture small, with what was found on it
    ///
    /// Writes proof/proof.html, which needs no other file, and proof/proof.pdf to the output folder. Pictures that cannot
    /// be made are in them too, with the reason.
    #[command(after_help = PROOF_EXAMPLES)]
    Proof {
        /// Which part.
        #[command(flatten)]
        selected: Selected,
        /// Draw on this many threads [default: one a core]
        #[arg(short, long, value_name = "N", help_heading = "How")]
        jobs: Option<NonZeroUsize>,
    },
    /// Draw the brand sheet: colours, type, measures, marks and icons of the kit
    ///
    /// Writes a picture a page, one PDF and one page for browsers a language to brand/ in the output folder. A file
    /// brand/sheet/NAME.svg of the campaign takes the place of a page.
    #[command(after_help = BRAND_EXAMPLES)]
    Brand {
        /// Only these languages, such as vi
        #[arg(long, value_name = "LANG", value_delimiter = ',', value_parser = NonEmptyStringValueParser::new())]
        lang: Vec<String>,
        /// Only these themes of the brand
        #[arg(long, value_name = "THEME", value_delimiter = ',', value_parser = NonEmptyStringValueParser::new())]
        theme: Vec<String>,
    },
    /// List the surfaces pictures can be made for
    Formats {
        /// Only those whose numbers were last checked more than DAYS ago
        #[arg(long, value_name = "DAYS")]
        stale: Option<u32>,
    },
    /// Explain the code of a finding, such as MB0203 (or just 203)
    Explain {
        /// The code
        code: String,
    },
    /// List the assets that were made
    List,
    /// Find assets by their words; Vietnamese tone marks may be left out
    ///
    /// Filters alone list what passes them. Several values of one filter (repeat, or part with commas) widen it, several
    /// filters narrow. --facets says how many assets each value of each filter would leave.
    #[command(after_help = super::desk::SEARCH_EXAMPLES)]
    Search(super::desk::SearchArgs),
    /// Show the cells behind each number of a file, or the files that draw a cell
    ///
    /// Of a file or an asset: each number as printed, its exact value, the cells it comes from, their source documents and
    /// where it is drawn. Of a cell: every file that draws it, with text and boxes, and those that may only have read it.
    #[command(after_help = TRACE_EXAMPLES)]
    Trace {
        /// A file that was made, an asset, or a cell: table/key/column
        #[arg(value_name = "FILE|ASSET|CELL", value_parser = NonEmptyStringValueParser::new())]
        name: String,
    },
    /// Build the catalogue again from the files in the output folder
    Index,
    /// Check that the output folder is whole: its files, manifest and catalogue
    ///
    /// Names each file that is missing, altered, in no manifest or left half-written, and what repairs it; changes nothing
    /// unless asked.
    #[command(after_help = "Example:\n  mocban fsck --message-format short\n\nExit code 1 when anything is wrong.")]
    Fsck {
        /// First remove what stopped runs left, and make the catalogue anew where it is wrong; nothing else is removed
        #[arg(long)]
        repair: bool,
    },
    /// Say who has reported for a period, which numbers jump, which sums do not add up
    ///
    /// Asks the tables whose schema has [report]; jumps need `jump` at a column, sums [[sum]]. See data/README.md.
    #[command(after_help = super::desk::INTAKE_EXAMPLES)]
    Intake {
        /// The period: a quarter (2026q3), a half-year (2026h1) or a year (2026), or in words ("quý III/2026")
        #[arg(long, value_name = "P", value_parser = NonEmptyStringValueParser::new())]
        period: Option<String>,
    },
    /// Remove from the output folder what no picture needs
    ///
    /// Half-written files of killed runs, and notes of inputs that no picture was made from: a run does the same by
    /// itself. Names each file it removes.
    #[command(after_help = CLEAN_EXAMPLES)]
    Clean {
        /// Also every picture a run made, with manifest and catalogue; files that no run made stay, proofs too
        #[arg(long)]
        all: bool,
        /// Only name the files
        #[arg(short = 'n', long)]
        dry_run: bool,
    },
    /// Review, release, and what is said of releases afterwards.
    #[command(flatten)]
    Desk(DeskCommand),
    /// List templates, or make one from a drawing
    #[command(subcommand)]
    Template(TemplateCommand),
    /// Write a small campaign that renders at once
    #[command(after_help = "Example:\n  mocban new my-campaign && mocban -C my-campaign render")]
    New {
        /// The folder to make; must not exist yet, or be empty
        #[arg(value_hint = ValueHint::DirPath)]
        dir: PathBuf,
    },
}

/// What is done with a template.
#[derive(Debug, Subcommand)]
pub(super) enum TemplateCommand {
    /// List the campaign's templates, each with the formats it is drawn for
    List,
    /// Make a template of an SVG drawing (Inkscape, Penpot, Figma)
    ///
    /// Writes templates/NAME with template.svg, template.toml and the words of each language, and says what it could not
    /// take over. A rectangle named text:headline (or box:, chart:, mark:, icon:, picture:) becomes that box; Tera in a
    /// text's words works. See "Drawn templates" in templates/README.md.
    #[command(after_help = IMPORT_EXAMPLES)]
    Import {
        /// The drawing
        #[arg(value_name = "FILE.svg", value_hint = ValueHint::FilePath)]
        drawing: PathBuf,
        /// The template's name [default: the file's]
        #[arg(long, value_name = "NAME", value_parser = NonEmptyStringValueParser::new())]
        name: Option<String>,
    },
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_declaration_is_sound() {
        Args::command().debug_assert();
    }

    #[test]
    fn lists_are_repeated_or_parted_by_commas() {
        let args = Args::try_parse_from(["mocban", "render", "--only", "a,b", "--only", "c", "-j", "3"]).unwrap();
        let Command::Render { selected, pace, effort } = args.command else { panic!("not render") };
        assert_eq!(selected.only, ["a", "b", "c"]);
        assert_eq!(pace.jobs.map(NonZeroUsize::get), Some(3));
        assert!(!effort.fresh && !effort.small && !selected.all);
    }

    #[test]
    fn common_options_stand_before_or_after_the_command() {
        for line in [["mocban", "-C", "x", "list"], ["mocban", "list", "-C", "x"]] {
            assert_eq!(Args::try_parse_from(line).unwrap().common.campaign, PathBuf::from("x"));
        }
    }

    #[test]
    fn nonsense_is_refused() {
        for line in [
            &["mocban", "render", "--jobs", "0"][..],
            &["mocban", "render", "--only", ""],
            &["mocban", "formats", "--stale", "-1"],
            &["mocban", "search"],
            &["mocban", "paint"],
        ] {
            assert!(Args::try_parse_from(line).is_err(), "{line:?}");
        }
    }
}
