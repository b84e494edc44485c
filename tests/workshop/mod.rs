//! A small campaign of its own in a temporary folder, and the real program run on it.
#![allow(dead_code, reason = "each test binary uses a part")]
#![allow(unreachable_pub, clippy::unwrap_used, clippy::panic, reason = "a test that cannot set itself up has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A campaign that tests may break.
pub(crate) struct Workshop {
    /// Its folder, gone with it.
    dir: tempfile::TempDir,
}

/// What a run of the program said.
pub(crate) struct Said {
    /// Results.
    pub(crate) stdout: String,
    /// Words for people.
    pub(crate) stderr: String,
    /// Exit code; none when killed.
    pub(crate) code: Option<i32>,
    /// Whether it was 0.
    pub(crate) success: bool,
}

/// What a render counted.
pub(crate) struct Rendered {
    /// Files made.
    pub(crate) rendered: usize,
    /// Files left.
    pub(crate) cached: usize,
    /// Files that failed.
    pub(crate) failed: usize,
    /// Exit code.
    pub(crate) code: i32,
    /// All events.
    pub(crate) told: String,
}

/// Files of the campaign: two languages, three records, one format, one template.
const FILES: [(&str, &str); 7] = [
    (
        "campaign.toml",
        r#"slug = "t"
title.vi = "Thị trấn"
title.en = "Towns"
base_url = "https://towns.example"
period = "2026"
languages = ["vi", "en"]
[rights]
creator.vi = "Phòng thống kê"
creator.en = "Statistics office"
credit_line.vi = "Phòng thống kê"
credit_line.en = "Statistics office"
copyright_notice.vi = "Phòng thống kê"
copyright_notice.en = "Statistics office"
usage_terms.vi = "Tự do"
usage_terms.en = "Free"
[[product]]
name = "card"
template = "card"
each = "towns"
formats = ["og"]
languages = ["vi", "en"]
encodings = ["png"]
headline.vi = "Thị trấn {name}"
headline.en = "Town {name}"
"#,
    ),
    (
        "data/towns.csv",
        "id,name.vi,name.en,score,status\nnorth,Bắc,North,71.5,measured\nsouth,Nam,South,,measured\neast,Đông,East,-3.25,measured\n",
    ),
    (
        "data/towns.schema.toml",
        r#"locale = "en"
key = "id"
[columns.id]
type = "text"
required = true
[columns."name.vi"]
type = "text"
required = true
[columns."name.en"]
type = "text"
required = true
[columns.score]
type = "number"
decimals = 1
unit = "%"
[columns.status]
type = "text"
allowed = ["measured", "illustrative"]
"#,
    ),
    (
        "templates/card/template.toml",
        "title.vi = \"Thẻ\"\ntitle.en = \"Card\"\nneeds = [\"towns\"]\nshapes = [\"wide\"]\nsequence = \"still\"\n",
    ),
    ("templates/card/vi.ftl", "known = Đã biết\nillustrative = Số liệu minh họa\n"),
    ("templates/card/en.ftl", "known = Known\nillustrative = Illustrative data\n"),
    (
        "templates/card/template.svg",
        r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:m="urn:mocban:1">
<m:ground fill="{color.paper}"/>
<m:column gap="1rem">
  <m:text name="name" type="{type.head}">{{ value(of=record, field="name") }}</m:text>
  <m:text name="score" type="{type.body}">{{ value(of=record, field="score", unit=true) }}</m:text>
  <m:space grow="1"/>
</m:column>
</svg>
"#,
    ),
];

/// The kit: three colours, two text styles.
const TOKENS: &str = r##"{
 "color": {"$type": "color",
  "paper": {"$value": {"colorSpace": "srgb", "components": [1, 1, 1]}},
  "ink": {"$value": {"colorSpace": "srgb", "components": [0.1, 0.1, 0.1]}},
  "ink-muted": {"$value": {"colorSpace": "srgb", "components": [0.4, 0.4, 0.4]}},
  "accent": {"$value": {"colorSpace": "srgb", "components": [0.7, 0.1, 0.1]}},
  "line": {"$value": {"colorSpace": "srgb", "components": [0.8, 0.8, 0.8]}},
  "surface": {"$value": "{color.paper}"},
  "positive": {"$value": "{color.ink}"},
  "negative": {"$value": "{color.accent}"}
 },
 "type": {"$type": "typography",
  "head": {"$value": {"fontFamily": "Be Vietnam Pro", "fontSize": {"value": 3, "unit": "rem"}, "fontWeight": 700, "letterSpacing": {"value": 0, "unit": "rem"}, "lineHeight": 1.3}},
  "body": {"$value": {"fontFamily": "Be Vietnam Pro", "fontSize": {"value": 1, "unit": "rem"}, "fontWeight": 400, "letterSpacing": {"value": 0, "unit": "rem"}, "lineHeight": 1.5}},
  "label": {"$value": "{type.body}"},
  "figure": {"$value": "{type.head}"}
 }
}"##;

impl Workshop {
    /// A fresh campaign.
    pub(crate) fn new() -> Self {
        let shop = Self { dir: tempfile::tempdir().unwrap() };
        for (path, text) in FILES {
            shop.write(path, text);
        }
        shop.write("brand/brand.tokens.json", TOKENS);
        let fonts = Path::new(env!("CARGO_MANIFEST_DIR")).join("brand/fonts");
        for face in ["BeVietnamPro_400Regular.ttf", "BeVietnamPro_700Bold.ttf"] {
            let target = shop.path().join("brand/fonts").join(face);
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::copy(fonts.join(face), target).unwrap();
        }
        shop
    }

    /// An empty folder, for a campaign that a test writes itself.
    pub(crate) fn bare() -> Self {
        Self { dir: tempfile::tempdir().unwrap() }
    }

    /// The campaign folder.
    pub(crate) fn path(&self) -> &Path {
        self.dir.path()
    }

    /// The output folder.
    pub(crate) fn output(&self) -> PathBuf {
        self.path().join("output")
    }

    /// Writes a file of the campaign.
    pub(crate) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let target = self.path().join(path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, bytes).unwrap();
    }

    /// Replaces words in a file; they must be there.
    pub(crate) fn edit(&self, path: &str, from: &str, to: &str) {
        let target = self.path().join(path);
        let text = fs::read_to_string(&target).unwrap();
        assert!(text.contains(from), "{path} has no {from:?}");
        fs::write(target, text.replacen(from, to, 1)).unwrap();
    }

    /// A campaign with the same files, finished ones too.
    pub(crate) fn again(&self) -> Self {
        let shop = Self { dir: tempfile::tempdir().unwrap() };
        for entry in walkdir::WalkDir::new(self.path()).into_iter().map(Result::unwrap) {
            let target = shop.path().join(entry.path().strip_prefix(self.path()).unwrap());
            if entry.file_type().is_dir() {
                fs::create_dir_all(target).unwrap();
            } else {
                fs::copy(entry.path(), target).unwrap();
            }
        }
        shop
    }

    /// The program, ready to run on the campaign.
    fn command(&self, args: &[&str]) -> Command {
        self.command_in("en", args)
    }

    /// The program, ready to run on the campaign and to speak a language.
    pub(crate) fn command_in(&self, language: &str, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mocban"));
        command.arg("-C").arg(self.path()).args(["--messages", language]).args(args).env_remove("LC_ALL");
        command
    }

    /// Runs the program to its end.
    pub(crate) fn run(&self, args: &[&str]) -> Said {
        let output = self.command(args).output().unwrap();
        Said {
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
            code: output.status.code(),
            success: output.status.success(),
        }
    }

    /// Starts the program and leaves it running.
    pub(crate) fn start(&self, args: &[&str]) -> Child {
        self.command(args).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    }

    /// Renders and counts.
    pub(crate) fn render(&self, args: &[&str]) -> Rendered {
        let said = self.run(&[&["render", "--message-format", "json"], args].concat());
        let last = said.stdout.lines().last().unwrap_or_default().to_owned();
        let event: serde_json::Value = serde_json::from_str(&last)
            .unwrap_or_else(|_| panic!("no closing event: {}\n{}", said.stdout, said.stderr));
        assert_eq!(event["event"], "finished", "{}", said.stdout);
        let count = |name: &str| usize::try_from(event[name].as_u64().unwrap()).unwrap();
        Rendered {
            rendered: count("rendered"),
            cached: count("cached"),
            failed: count("failed"),
            code: said.code.unwrap(),
            told: said.stdout,
        }
    }

    /// The pictures made, by path below the output folder.
    pub(crate) fn pictures(&self) -> BTreeMap<String, Vec<u8>> {
        self.files().into_iter().filter(|(name, _)| name.ends_with(".png")).collect()
    }

    /// Files that no run should leave behind.
    pub(crate) fn leftovers(&self) -> Vec<String> {
        self.files().into_keys().filter(|name| name.rsplit('/').next().unwrap().starts_with(".tmp")).collect()
    }

    /// Files noted as finished, in manifest and journal.
    pub(crate) fn recorded(&self) -> usize {
        let read = |path: &str| fs::read_to_string(self.output().join(path)).unwrap_or_default();
        let text = read("manifest.json") + &read(".mocban/journal.jsonl");
        text.lines().filter(|line| line.contains("\"path\"") && line.contains(".png")).count()
    }

    /// Every file below the output folder.
    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        files_below(&self.output())
    }
}

/// Every file below a folder, by its path in it; none when the folder is not there.
pub(crate) fn files_below(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let walk = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    walk.filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let name = entry.path().strip_prefix(folder).unwrap().to_string_lossy().into_owned();
            (name, fs::read(entry.path()).unwrap())
        })
        .collect()
}

/// A pack's files by their paths in its folder, read by a library that did not write it.
pub(crate) fn unzipped(pack: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(fs::File::open(pack).unwrap()).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut file = archive.by_index(at).unwrap();
            let name = file.name().unwrap().split_once('/').unwrap().1.to_owned();
            let mut bytes = Vec::new();
            std::io::copy(&mut file, &mut bytes).unwrap();
            (name, bytes)
        })
        .collect()
}
