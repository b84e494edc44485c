//! One kind of bad input, and what the program must say about it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::LazyLock;

use serde_json::Value;

use crate::workshop::Workshop;

/// The campaign that every trial starts from, with its six pictures made.
static FINISHED: LazyLock<Workshop> = LazyLock::new(|| {
    let shop = Workshop::new();
    let made = shop.render(&[]);
    assert_eq!((made.rendered, made.code), (6, 0), "{}", made.told);
    shop
});

/// What is done to the campaign before the program runs.
type Change = Box<dyn Fn(&Workshop)>;

/// A kind of bad input.
pub struct Bad {
    /// What it is, in words.
    kind: &'static str,
    /// What makes the campaign bad.
    changes: Vec<Change>,
    /// The command line, `render` unless said.
    args: Vec<String>,
    /// Every finding that is expected: code and first place.
    expected: BTreeSet<String>,
    /// Whether there may be others.
    others: bool,
    /// The exit code.
    exit: i32,
    /// Pieces that must stand in the sentence, whatever the language.
    names: Vec<&'static str>,
}

/// A kind of bad input that ends in an error with this code at this place (empty for none).
pub fn bad(kind: &'static str, code: &str, place: &str) -> Bad {
    Bad {
        kind,
        changes: Vec::new(),
        args: vec!["render".to_owned()],
        expected: BTreeSet::from([format!("{code} {place}")]),
        others: false,
        exit: 1,
        names: Vec::new(),
    }
}

/// Input that is odd and yet accepted, with a warning.
pub fn odd(kind: &'static str, code: &str, place: &str) -> Bad {
    bad(kind, code, place).exit(0)
}

/// Input that looks bad and is right.
pub fn good(kind: &'static str) -> Bad {
    Bad { expected: BTreeSet::new(), ..bad(kind, "", "") }.exit(0)
}

impl Bad {
    /// Writes a file.
    pub fn write(self, path: &'static str, bytes: impl AsRef<[u8]> + 'static) -> Self {
        self.does(move |shop| shop.write(path, &bytes))
    }

    /// Replaces words in a file.
    pub fn edit(self, path: &'static str, from: &'static str, to: impl Into<String>) -> Self {
        let to = to.into();
        self.does(move |shop| shop.edit(path, from, &to))
    }

    /// Does anything else to the campaign.
    pub fn does(mut self, change: impl Fn(&Workshop) + 'static) -> Self {
        self.changes.push(Box::new(change));
        self
    }

    /// Runs another command line.
    pub fn args(mut self, args: &[&str]) -> Self {
        self.args = args.iter().map(ToString::to_string).collect();
        self
    }

    /// Expects one more finding.
    pub fn also(mut self, code: &str, place: &str) -> Self {
        self.expected.insert(format!("{code} {place}"));
        self
    }

    /// Expects the finding among others.
    pub fn among_others(mut self) -> Self {
        self.others = true;
        self
    }

    /// Ends with another exit code than 1.
    pub fn exit(mut self, code: i32) -> Self {
        self.exit = code;
        self
    }

    /// The sentence must hold this in every language.
    pub fn names(mut self, piece: &'static str) -> Self {
        self.names.push(piece);
        self
    }

    /// Tries it; gives everything that is not as promised.
    fn complaints(&self) -> Vec<String> {
        let shop = FINISHED.again();
        let before = shop.pictures();
        self.changes.iter().for_each(|change| change(&shop));
        let args: Vec<&str> = self.args.iter().map(String::as_str).collect();

        let mut wrong = Vec::new();
        let mut sentences = Vec::new();
        for language in ["en", "vi"] {
            let json = [args.as_slice(), &["--message-format", "json"]].concat();
            let said = run(&mut shop.command_in(language, &json));
            wrong.extend(self.ended(&said));
            let found = found(&said.0);
            let places: BTreeSet<String> = found.iter().map(|finding| finding.place.clone()).collect();
            let same = if self.others { self.expected.is_subset(&places) } else { self.expected == places };
            if !same {
                wrong.push(format!("expected {:?}, found {}", self.expected, brief(&found)));
            }
            for piece in &self.names {
                if !found.iter().any(|finding| finding.words.contains(piece)) {
                    wrong.push(format!("{piece:?} is not named ({language}): {}", brief(&found)));
                }
            }
            wrong.extend(found.iter().filter_map(Finding::unworded));
            sentences.push(found);
        }
        if let [english, vietnamese] = &sentences[..] {
            let told = english.iter().filter(|finding| vietnamese.iter().any(|other| other.words == finding.words));
            wrong.extend(told.map(|finding| format!("not translated: {}", finding.words)));
        }
        // As people see it: the same finding, drawn with its line.
        let human = run(&mut shop.command_in("vi", &args));
        wrong.extend(self.ended(&human));
        for expected in &self.expected {
            let (code, place) = expected.split_once(' ').unwrap_or_default();
            if !(human.1.contains(&format!("[{code}]")) && human.1.contains(place)) {
                wrong.push(format!("{expected} is not shown: {:.400}", human.1));
            }
        }
        if shop.pictures() != before {
            wrong.push(format!("the pictures changed: {:?}", shop.pictures().keys().collect::<Vec<_>>()));
        }
        if !shop.leftovers().is_empty() {
            wrong.push(format!("left behind: {:?}", shop.leftovers()));
        }
        wrong.into_iter().map(|complaint| format!("{}: {complaint}", self.kind)).collect()
    }

    /// What is wrong with how a run ended.
    fn ended(&self, (stdout, stderr, code): &(String, String, Option<i32>)) -> Vec<String> {
        let mut wrong = Vec::new();
        if *code != Some(self.exit) {
            wrong.push(format!("exit code {code:?}, expected {}", self.exit));
        }
        for panicked in ["panicked", "RUST_BACKTRACE", "stack overflow", "{$", "{ $"] {
            if stdout.contains(panicked) || stderr.contains(panicked) {
                wrong.push(format!("{panicked:?} in: {stdout:.400}{stderr:.400}"));
            }
        }
        wrong
    }
}

/// Tries all kinds of a table, and fails with everything that is not as promised.
pub fn try_all(kinds: &[Bad]) {
    let wrong: Vec<String> = kinds.iter().flat_map(Bad::complaints).collect();
    assert!(wrong.is_empty(), "{} complaints:\n{}", wrong.len(), wrong.join("\n"));
}

/// What a finding's line of JSON says.
#[derive(Debug)]
struct Finding {
    /// Code and first place.
    place: String,
    /// The sentence and the hint.
    words: String,
}

impl Finding {
    /// What is wrong with its words.
    fn unworded(&self) -> Option<String> {
        let letters = self.words.chars().filter(|c| c.is_alphabetic()).count();
        (letters < 10).then(|| format!("{} has no words: {:?}", self.place, self.words))
    }
}

/// The findings among the lines of JSON.
fn found(stdout: &str) -> Vec<Finding> {
    let events = stdout.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    events
        .filter(|event| event["event"] == "diagnostic")
        .map(|event| Finding {
            place: format!("{} {}", event["code"].as_str().unwrap(), place(&event["spans"][0])),
            words: format!("{} {}", event["message"].as_str().unwrap(), event["hint"].as_str().unwrap_or_default()),
        })
        .collect()
}

/// Findings, each once and on one line.
fn brief(found: &[Finding]) -> String {
    let lines: BTreeSet<String> = found.iter().map(|f| format!("\n    {} | {:.160}", f.place, f.words)).collect();
    lines.into_iter().take(12).collect()
}

/// A place as people write it.
fn place(span: &Value) -> String {
    let file = span["file"].as_str().unwrap_or_default();
    match (span["sheet"].as_str(), span["line"].as_u64()) {
        (Some(sheet), _) => format!("{file} › {sheet}!{}", span["cell"].as_str().unwrap()),
        (None, Some(line)) => format!("{file}:{line}:{}", span["column"]),
        (None, None) => file.to_owned(),
    }
}

/// Runs a command to its end.
pub fn run(command: &mut Command) -> (String, String, Option<i32>) {
    let Output { status, stdout, stderr } = command.output().unwrap();
    (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap(), status.code())
}

/// A campaign of its own with its six pictures made.
pub fn finished() -> Workshop {
    FINISHED.again()
}

/// Takes a file away.
pub fn remove(shop: &Workshop, path: impl AsRef<Path>) {
    fs::remove_file(shop.path().join(path)).unwrap();
}
