//! Good input: the shipped data, headings in other words, and a large table.

use crate::diagnostic::Severity;
use crate::source::Folder;

use super::bad_input::{WIDE, brief, folder};
use super::{Dataset, Value};

#[test]
fn the_shipped_data_is_good_and_honest() {
    let mut folder = Folder::new();
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
    for entry in std::fs::read_dir(root).unwrap().flatten() {
        let name = entry.file_name().into_string().unwrap();
        folder.insert(format!("data/{name}"), std::fs::read(entry.path()).unwrap());
    }
    let read =
        Dataset::read(&folder).unwrap_or_else(|errors| panic!("{:#?}", errors.iter().map(brief).collect::<Vec<_>>()));
    assert_eq!(read.warnings, []);
    let tables = read.value.tables;
    let counts: Vec<_> = tables.iter().map(|(name, table)| (name.as_str(), table.records.len())).collect();
    let expected = [
        ("benefits", 6),
        ("changes", 3),
        ("contests", 2),
        ("events", 1),
        ("indicators", 5),
        ("milestones", 4),
        ("models", 2),
        ("phases", 3),
        ("quotes", 3),
        ("slogans", 8),
        ("steps", 5),
        ("tasks", 3),
        ("units", 95),
    ];
    assert_eq!(counts, expected);
    for table in tables.values() {
        let Some(status) = table.column("status") else { continue };
        for record in &table.records {
            let honest = if ["models", "units"].contains(&&*table.name) { "illustrative" } else { "target" };
            assert_eq!(record.cells[status].value, Value::Text(honest.into()), "{}/{}", table.name, record.key);
        }
    }
    let indicators = &tables["indicators"];
    let (kind, value) = (indicators.column("kind").unwrap(), indicators.column("value").unwrap());
    for record in &indicators.records {
        let stated = record.cells[kind].value == Value::Text("statement".into());
        assert_eq!(stated, record.cells[value].value == Value::Missing, "{}", record.key);
    }
    let units = &tables["units"];
    let score = &units.record("don-vi-02").unwrap().cells[units.column("score").unwrap()];
    assert_eq!(score.span.to_string(), "data/units.xlsx › Q3-2026!E5");
    assert_eq!(units.record("don-vi-37").unwrap().cells[units.column("score").unwrap()].value, Value::Missing);
    let day = &tables["phases"].records[0].cells[tables["phases"].column("from").unwrap()];
    assert_eq!(day.value, Value::Date(jiff::civil::date(2025, 10, 30)));
    assert_eq!(day.span.to_string(), "data/phases.yaml:11:9");
}

#[test]
fn headings_may_have_other_words_and_languages_may_nest() {
    let schema = "key = \"id\"\ndelimiter = \";\"\n[columns.id]\ntype = \"text\"\nheader = \"Mã\"\n[columns.name.vi]\ntype = \"text\"\nheader = \"Tên đơn vị\"\n[columns.name.en]\ntype = \"text\"\n";
    let folder =
        folder(&[("t.schema.toml", schema.as_bytes()), ("t.csv", "Mã;Tên đơn vị;name.en\na;Một;One\n".as_bytes())]);
    let read = Dataset::read(&folder).unwrap_or_else(|errors| panic!("{errors:#?}"));
    let table = &read.value.tables["t"];
    assert_eq!(table.column("name.vi"), Some(1));
    assert_eq!(table.column_for("name", "en"), Some(2));
    assert_eq!(table.column("name"), None);
    assert_eq!(table.records[0].cells[2].value, Value::Text("One".into()));
    assert_eq!(read.warnings.iter().filter(|d| d.severity == Severity::Error).count(), 0);
}

#[test]
#[ignore = "takes seconds and hundreds of megabytes; run by name, optimised"]
fn a_million_rows_are_read_in_seconds() {
    use std::fmt::Write as _;
    let mut text = String::from("id,name.vi,score,ok,day\n");
    for row in 0..1_000_000 {
        let _ = writeln!(text, "r{row},Đơn vị {},\"1.234,5\",có,31/12/2026", row % 95);
    }
    let folder = folder(&[("t.schema.toml", WIDE.as_bytes()), ("t.csv", text.as_bytes())]);
    let start = std::time::Instant::now();
    let read = Dataset::read(&folder).unwrap();
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
    eprintln!("{:?}; input {} MiB; {peak}; cell {} bytes", start.elapsed(), text.len() >> 20, size_of::<super::Cell>());
    assert_eq!(read.value.tables["t"].records.len(), 1_000_000);
    assert!(start.elapsed().as_secs() < 10);
}
