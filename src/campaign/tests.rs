//! Tests of reading a campaign against tables, formats, themes and templates.

use std::collections::BTreeMap;

use super::*;
use crate::diagnostic::{Diagnostic, assert_worded};
use crate::record::{Column, ColumnKind, Rows, Table, Watch};

/// A valid head; products follow.
const HEAD: &str = "slug = \"cds\"\ntitle.vi = \"Tiêu đề\"\ntitle.en = \"Title\"\nlanguages = [\"vi\", \"en\"]\n";

/// A table with text columns `id`, `name.vi`, `name.en`, `status`, a number `score`, a date `day` and a flag `open`.
fn units() -> Table {
    let column = |name: &str, language: Option<&str>, kind| Column {
        name: name.into(),
        language: language.map(str::to_owned),
        kind,
        unit: BTreeMap::new(),
        decimals: None,
    };
    let columns = vec![
        column("id", None, ColumnKind::Text),
        column("name", Some("vi"), ColumnKind::Text),
        column("name", Some("en"), ColumnKind::Text),
        column("status", None, ColumnKind::Text),
        column("score", None, ColumnKind::Number),
        column("day", None, ColumnKind::Date),
        column("nick", Some("vi"), ColumnKind::Text),
        column("open", None, ColumnKind::Boolean),
    ];
    Table {
        name: "units".into(),
        columns,
        records: Vec::new(),
        path: "data/units.csv".into(),
        rows: Rows::default(),
        watch: Watch::default(),
    }
}

/// Reads a file against one table, the built-in formats, two themes and two templates.
fn read(text: &str) -> Checked<Campaign> {
    let mut folder = Folder::new();
    folder.insert(FILE, text.as_bytes());
    let dataset = Dataset { tables: BTreeMap::from([("units".to_owned(), units())]) };
    let (formats, themes) = (Formats::built_in(), ["light".to_owned(), "dark".to_owned()]);
    let templates = ["unit-card".to_owned(), "slogan".to_owned()];
    let around = Surroundings {
        dataset: Some(&dataset),
        formats: Some(&formats),
        themes: Some(&themes),
        templates: Some(&templates),
    };
    let read = Campaign::read(&folder, &around);
    assert_worded(read.as_ref().map_or_else(|found| found, |read| &read.warnings));
    read
}

/// Findings of a wrong file, which starts with the head.
fn wrong(products: &str) -> Vec<Diagnostic> {
    read(&format!("{HEAD}{products}")).expect_err("it should not be accepted")
}

/// Codes and places.
fn places(found: &[Diagnostic]) -> Vec<String> {
    found.iter().map(|d| format!("{} {}", d.code, d.spans[0])).collect()
}

#[test]
fn a_full_campaign_reads_as_written() {
    let text = "base_url = \"https://a.vn/x\"\nsalt = \"muối\"\nperiod = \"2026q3\"\n[rights]\ncreator = \"Ban\"\n\
        [defaults]\nlanguages = [\"vi\"]\nencodings = [\"jpeg\"]\nthemes = [\"dark\"]\n\
        [[product]]\nname = \"cards\"\ntemplate = \"unit-card\"\neach = \"units\"\n\
        where = { status = [\"measured\", \"target\"], score = 7.5, name.vi = \"A\", day = 2026-09-30 }\n\
        sort = \"-score\"\nlimit = 10\nformats = [\"fb-square\", \"ig-square\"]\n\
        headline.vi = \"Kết quả của {name} ({nick})\"\ntags = [\"a\"]\nparams = { n = 3, deep = { list = [1, \"x\"] } }\n\
        [[product]]\nname = \"plain\"\ntemplate = \"slogan\"\nformats = [\"a4\"]\nlanguages = [\"en\"]\ndefault = false\n\
        encodings = [\"png\", \"pdf\"]\nthemes = []\n";
    let read = read(&format!("{HEAD}{text}")).expect("a campaign");
    assert!(read.warnings.is_empty(), "{:?}", read.warnings);
    let campaign = read.value;
    assert_eq!((campaign.slug.as_str(), campaign.period.as_str()), ("cds", "2026q3"));
    assert_eq!(campaign.salt, "muối");
    assert_eq!(campaign.rights.creator[""], "Ban");
    let cards = &campaign.products[0];
    let Selection::Each(query) = &cards.selection else { panic!("{:?}", cards.selection) };
    assert_eq!(query.filter["status"], ["measured", "target"]);
    assert_eq!(query.filter["score"], ["7.5"]);
    assert_eq!(query.filter["name.vi"], ["A"]);
    assert_eq!(query.filter["day"], ["2026-09-30"]);
    assert_eq!((query.sort.as_deref(), query.limit), (Some("-score"), Some(10)));
    assert_eq!((&cards.languages, &cards.themes), (&vec!["vi".to_owned()], &vec!["dark".to_owned()]));
    assert_eq!(cards.encodings, [Encoding::Jpeg]);
    assert_eq!(cards.params["n"], toml::Value::Integer(3));
    assert!(cards.default);
    let plain = &campaign.products[1];
    assert_eq!((&plain.selection, plain.default), (&Selection::None, false));
    assert_eq!(plain.encodings, [Encoding::Png, Encoding::Pdf]);
    assert!(plain.themes.is_empty());
    assert_eq!(plain.span.to_string(), "campaign.toml:26:8");
}

#[test]
fn the_shipped_campaign_is_flawless() {
    let mut folder = Folder::new();
    folder.insert(FILE, include_str!("../../campaign.toml").as_bytes());
    folder.insert("formats.toml", include_str!("../../formats.toml").as_bytes());
    let formats = Formats::read(&folder).expect("formats").value;
    let around = Surroundings { formats: Some(&formats), ..Surroundings::default() };
    let read = Campaign::read(&folder, &around).expect("the shipped campaign");
    assert!(read.warnings.is_empty(), "{:?}", read.warnings);
    let social = read.value.products.iter().find(|product| &*product.name == "social").expect("social");
    assert!(social.formats.len() >= 8);
    let slogan = read.value.products.iter().find(|product| &*product.name == "slogan").expect("slogan");
    assert!(slogan.formats.len() >= 10);
}

#[test]
fn every_unknown_name_is_said_at_once_with_a_suggestion() {
    let found = wrong(
        "[[product]]\nname = \"a\"\ntemplate = \"unit-crad\"\neach = \"unit\"\nformats = [\"fb-sqare\"]\n\
         languages = [\"vn\"]\nthemes = [\"drak\"]\nencodings = [\"jpg\"]\nheadlin.vi = \"x\"\n",
    );
    assert_eq!(
        places(&found),
        [
            "MB0105 campaign.toml:7:12",
            "MB0103 campaign.toml:8:8",
            "MB0109 campaign.toml:10:14",
            "MB0107 campaign.toml:11:11",
            "MB0108 campaign.toml:12:14",
            "MB0106 campaign.toml:9:12",
            "MB0011 campaign.toml:13:1",
        ]
    );
    assert!(found.iter().all(|d| d.hint == Some("did-you-mean")), "{found:#?}");
}

#[test]
fn queries_are_checked_against_the_columns() {
    let found = wrong(
        "[[product]]\nname = \"a\"\ntemplate = \"slogan\"\nall = \"units\"\nformats = [\"a4\"]\n\
         where = { stats = \"x\", score = \"cao\", name = \"A\", day = \"hôm nay\", status = { a = 1 } }\nsort = \"-scor\"\nlimit = -1\n",
    );
    let expected = [
        "MB0104 campaign.toml:10:11",
        "MB0114 campaign.toml:10:32",
        "MB0104 campaign.toml:10:39",
        "MB0114 campaign.toml:10:57",
        "MB0104 campaign.toml:10:79",
        "MB0104 campaign.toml:11:8",
        "MB0012 campaign.toml:12:9",
    ];
    assert_eq!(places(&found), expected);
}

#[test]
fn placeholders_are_checked() {
    let product =
        "[[product]]\nname = \"a\"\ntemplate = \"slogan\"\nformats = [\"a4\"]\nlanguages = [\"vi\", \"en\"]\n";
    let codes = |text: &str| wrong(&format!("{product}{text}")).iter().map(|d| d.code).collect::<Vec<_>>();
    assert_eq!(codes("each = \"units\"\nheadline = \"{naem}\"\n"), ["MB0104"]);
    assert_eq!(codes("each = \"units\"\nheadline = \"{nick}\"\n"), ["MB0104"]);
    assert_eq!(codes("each = \"units\"\ncaption = \"{open}\"\n"), ["MB0116"]);
    assert!(read(&format!("{HEAD}{product}each = \"units\"\ncaption = \"{{score}} {{day}}\"\n")).is_ok());
    assert_eq!(codes("each = \"units\"\nalt_text = \"{name\"\n"), ["MB0115"]);
    assert_eq!(codes("all = \"units\"\nheadline = \"{name}\"\n"), ["MB0122"]);
    assert_eq!(codes("headline.vi = \"x\"\n"), ["MB0117"]);
    assert_eq!(codes("headline.vi = \"x\"\nheadline.en = \"y\"\nheadline.fr = \"z\"\n"), ["MB0109"]);
}

#[test]
fn contradictions_are_errors() {
    let product = "[[product]]\nname = \"a\"\ntemplate = \"slogan\"\n";
    let codes = |text: &str| wrong(&format!("{product}{text}")).iter().map(|d| d.code).collect::<Vec<_>>();
    assert_eq!(codes(""), ["MB0110"]);
    assert_eq!(codes("formats = []"), ["MB0110"]);
    assert_eq!(codes("formats = [\"a4\", \"a4\"]"), ["MB0118"]);
    assert_eq!(codes("formats = [\"a4\"]\nencodings = []"), ["MB0119"]);
    assert_eq!(codes("formats = [\"a4\"]\neach = \"units\"\nall = \"units\""), ["MB0111"]);
    assert_eq!(codes("formats = [\"a4\"]\nsort = \"x\"\nlimit = 1"), ["MB0112", "MB0112"]);
    assert_eq!(codes("formats = [\"ig-square\"]"), ["MB0113"]);
    assert_eq!(codes(&format!("formats = [\"a4\"]\n{product}formats = [\"a4\"]")), ["MB0102"]);
    assert_eq!(codes("formats = [\"a4\"]\n[[product]]\nname = \"Thẻ\"\n"), ["MB0101", "MB0013", "MB0110"]);
}

#[test]
fn the_head_is_checked() {
    let codes = |text: &str| read(text).expect_err("wrong").iter().map(|d| d.code).collect::<Vec<_>>();
    assert_eq!(codes(""), ["MB0013", "MB0013", "MB0013", "MB0120"]);
    assert_eq!(codes("slug = \"C\"\ntitle = 3\nlanguages = []\n"), ["MB0101", "MB0119", "MB0012", "MB0120"]);
    assert_eq!(codes("slug = \"c\"\ntitle.vi = \"T\"\nlanguages = [\"vi\", \"en\"]\n"), ["MB0117", "MB0120"]);
    assert_eq!(codes(&format!("{HEAD}base_url = \"a.vn\"\nslugg = 1\n")), ["MB0121", "MB0120", "MB0011"]);
    assert_eq!(codes("slug = \"\n"), ["MB0010"]);
    assert_eq!(Campaign::read(&Folder::new(), &Surroundings::default()).err().map(|d| d[0].code), Some("MB0001"));
}

#[test]
fn what_could_not_be_read_is_not_checked() {
    let mut folder = Folder::new();
    let text = "[[product]]\nname = \"a\"\ntemplate = \"t\"\neach = \"x\"\nformats = [\"f\"]\nthemes = [\"y\"]\nheadline = \"{z}\"\n";
    folder.insert(FILE, format!("{HEAD}{text}").into_bytes());
    assert!(Campaign::read(&folder, &Surroundings::default()).is_ok());
}

#[test]
fn formats_know_the_same_encodings() {
    let names = Encoding::ALL.map(|encoding| format!("\"{}\"", encoding.name())).join(", ");
    let mut folder = Folder::new();
    folder
        .insert("formats.toml", format!("[x]\nwidth = \"9px\"\nheight = \"9px\"\nencodings = [{names}]").into_bytes());
    let formats = Formats::read(&folder).expect("formats").value;
    assert_eq!(formats.get("x").expect("x").encodings.len(), Encoding::ALL.len());
}

proptest::proptest! {
    /// No file makes the reading panic: a valid campaign cut, or with anything put in, is read or refused.
    #[test]
    fn a_damaged_file_is_read_or_refused(at in 0usize..2500, len in 0usize..40, put in "[\\PC\\n]{0,12}") {
        let shipped = include_str!("../../campaign.toml");
        let (start, end) = (shipped.floor_char_boundary(at), shipped.floor_char_boundary(at + len));
        let _ = read(&format!("{}{put}{}", &shipped[..start], &shipped[end..]));
    }
}
