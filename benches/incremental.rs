//! How long a second run takes: nothing changed, one cell changed, a saved template while watching, a cold start.
//!
//! `cargo bench --bench incremental` writes a campaign of 2,310 jobs (3,830 files) with the shipped kit and templates to a
//! temporary folder and prints medians of wall time. It takes some minutes, most of them for the first run.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a measurement that fails has to stop")]

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Times each thing is measured.
const ROUNDS: usize = 9;
/// The wishes of the measured campaign, after the head of the shipped one.
const PRODUCTS: &str = r#"
[[product]]
name = "unit-card"
template = "unit-card"
each = "units"
formats = ["fb-square", "fb-portrait", "ig-portrait", "ig-square", "li-portrait", "x-square"]
languages = ["vi", "en"]
themes = ["light", "dark"]
encodings = ["png", "jpeg"]
headline.vi = "Kết quả của {name}"
headline.en = "Results of {name}"
[[product]]
name = "slogan"
template = "slogan"
each = "slogans"
formats = ["fb-link", "fb-square", "x-post"]
headline.vi = "Khẩu hiệu"
headline.en = "A slogan"
[[product]]
name = "social"
template = "social"
all = "milestones"
formats = ["fb-link", "fb-square", "x-post"]
languages = ["vi", "en"]
headline.vi = "Các mốc"
headline.en = "Milestones"
"#;

/// The measured campaign.
struct Campaign(tempfile::TempDir);

impl Campaign {
    /// Copies kit, templates and data, and writes 95 units as CSV.
    fn new() -> Self {
        let campaign = Self(tempfile::tempdir().unwrap());
        let shipped = Path::new(env!("CARGO_MANIFEST_DIR"));
        for folder in ["brand", "templates", "data"] {
            for item in walkdir::WalkDir::new(shipped.join(folder)).into_iter().map(Result::unwrap) {
                let target = campaign.path(item.path().strip_prefix(shipped).unwrap());
                if item.file_type().is_dir() {
                    fs::create_dir_all(target).unwrap();
                } else {
                    fs::copy(item.path(), target).unwrap();
                }
            }
        }
        fs::copy(shipped.join("formats.toml"), campaign.path("formats.toml")).unwrap();
        let wishes = fs::read_to_string(shipped.join("campaign.toml")).unwrap();
        let head = wishes.split("[[product]]").next().unwrap();
        fs::write(campaign.path("campaign.toml"), format!("{head}{PRODUCTS}")).unwrap();
        let schema = fs::read_to_string(campaign.path("data/units.schema.toml")).unwrap();
        let schema = schema.replace(
            "file = \"units.xlsx\"\nsheet = \"Q3-2026\"\nheader_row = 3\nlocale = \"vi\"",
            "file = \"units.csv\"\nlocale = \"en\"",
        );
        fs::write(campaign.path("data/units.schema.toml"), schema).unwrap();
        fs::remove_file(campaign.path("data/units.xlsx")).unwrap();
        campaign.score(70.0);
        campaign
    }

    /// A path in the campaign folder.
    fn path(&self, inside: impl AsRef<Path>) -> PathBuf {
        self.0.path().join(inside)
    }

    /// Writes the units, of which the tenth has this score.
    fn score(&self, tenth: f64) {
        let mut text =
            "id,order,name.vi,name.en,score,previous,rank,rank_change,documents,tile_column,tile_row,reported,\
                        period.vi,period.en,source.vi,source.en,status\n"
                .to_owned();
        for unit in 1..=95_u32 {
            let score = if unit == 10 { tenth } else { 99.5 - f64::from(unit) / 2.0 };
            let (column, row) = ((unit - 1) % 10 + 1, (unit - 1) / 10 + 1);
            text += &format!(
                "u{unit},{unit},Đơn vị {unit},Unit {unit},{score:.1},60.0,{unit},0,{},{column},{row},,Quý III/2026,Q3 2026,Minh họa,Illustrative,illustrative\n",
                unit * 7
            );
        }
        fs::write(self.path("data/units.csv"), text).unwrap();
    }

    /// The program on this campaign.
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mocban"));
        command.arg("-C").arg(self.0.path()).args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// Runs the program to its end; gives the time from its start.
    fn run(&self, arguments: &[&str]) -> Duration {
        let began = Instant::now();
        let status = self.command(arguments).status().unwrap();
        assert!(status.code().is_some_and(|code| code < 2), "{arguments:?}: {status}");
        began.elapsed()
    }

    /// Times from saving a template to its picture being in place, while watching.
    fn watched(&self) -> Vec<Duration> {
        let mut command = self.command(&[
            "watch",
            "--message-format",
            "json",
            "--only",
            "social",
            "--format",
            "fb-link",
            "--lang",
            "vi",
        ]);
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut events = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        let mut seen = |kind: &str, never: &str| {
            let event = events.find(|event| event.contains(kind) || event.contains(never)).unwrap();
            assert!(event.contains(kind), "a saved template changed no picture: {event}");
        };
        let (finished, rendered) = ("\"event\":\"finished\"", "\"status\":\"rendered\"");
        seen(finished, "\"failed\":1");
        let (template, beside) = (self.path("templates/social/template.svg"), self.path("templates/social/.saved"));
        let text = fs::read_to_string(&template).unwrap();
        let mut times = Vec::new();
        for round in 0..ROUNDS {
            std::thread::sleep(Duration::from_millis(300));
            // All measures of the template, as it depends on the format which of them count.
            let measures = [".2rem", ".3rem", ".4rem"].iter().fold(text.clone(), |text, measure| {
                text.replace(measure, &measure.replace("rem", &format!("{round}rem")))
            });
            fs::write(&beside, measures).unwrap();
            let began = Instant::now();
            fs::rename(&beside, &template).unwrap();
            // Told once the file is in place.
            seen(rendered, finished);
            times.push(began.elapsed());
            seen(finished, "\"failed\":1");
        }
        child.kill().unwrap();
        child.wait().unwrap();
        times
    }
}

/// Prints the median, the shortest and the longest.
fn tell(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let shown = |at: usize| times[at].as_secs_f64() * 1000.0;
    println!("{what:<34} median {:>6.0} ms   {:.0} to {:.0}", shown(times.len() / 2), shown(0), shown(times.len() - 1));
}

fn main() {
    let campaign = Campaign::new();
    tell("everything, once", vec![campaign.run(&["render"])]);
    tell("nothing changed", (0..ROUNDS).map(|_| campaign.run(&["render"])).collect());
    let cell = |round: u32| {
        campaign.score(70.0 + f64::from(round) / 10.0);
        campaign.run(&["render"])
    };
    tell("one cell changed", (1..=9).map(cell).collect());
    let cold = |_| {
        let output = tempfile::tempdir().unwrap();
        let place = output.path().to_str().unwrap().to_owned();
        campaign.run(&["render", "--only", "social", "--format", "fb-link", "--lang", "vi", "--output", &place])
    };
    tell("first card of a cold process", (0..ROUNDS).map(cold).collect());
    tell("template saved while watching", campaign.watched());
}
