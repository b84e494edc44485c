//! Tests of intake on small tables of known answers.

use super::*;
use crate::source::Folder;

/// Reads tables given as name, schema and CSV.
fn dataset(tables: &[(&str, &str, &str)]) -> Dataset {
    let mut folder = Folder::new();
    for (name, schema, rows) in tables {
        folder.insert(format!("data/{name}.schema.toml"), schema.as_bytes());
        folder.insert(format!("data/{name}.csv"), rows.as_bytes());
    }
    Dataset::read(&folder).unwrap_or_else(|found| panic!("{found:#?}")).value
}

/// One record a unit, with the value before beside the value now.
const WIDE: &str = r#"
key = "id"
[report]
date = "reported"
[columns.id]
type = "text"
[columns.order]
type = "integer"
required = true
[columns.score]
type = "number"
previous = "before"
jump = 10
[columns.before]
type = "number"
[columns.files]
type = "integer"
[columns.reported]
type = "date"
[columns."period.vi"]
type = "text"
"#;

/// One record a unit and period.
const LONG: &str = r#"
key = "id"
[report]
of = "unit"
[columns.id]
type = "text"
[columns.unit]
type = "text"
[columns.period]
type = "text"
[columns.files]
type = "number"
jump = "30%"
"#;

/// `unit state` of each standing.
fn told(dataset: &Dataset, period: &str) -> Vec<String> {
    let word = |standing: Standing| {
        let state = match standing.state {
            State::Reported { on, empty } => {
                let on = on.map(|day| format!(" on {day}")).unwrap_or_default();
                let empty: Vec<String> = empty.iter().map(|cell| cell.column.to_string()).collect();
                format!("reported{on} without [{}]", empty.join(" "))
            }
            State::Missing { periods } => {
                periods.iter().fold("missing".to_owned(), |words, period| format!("{words} {period}"))
            }
        };
        format!("{} {state}", standing.unit)
    };
    standings(dataset, Period::parse(period).unwrap()).into_iter().map(word).collect()
}

#[test]
fn a_unit_has_reported_when_its_day_is_there_and_what_it_left_empty_is_told() {
    let data = dataset(&[(
        "units",
        WIDE,
        "id,order,score,before,files,reported,period.vi\nb,1,50,45,7,2026-10-02,Quý III/2026\na,2,,45,,2026-10-03,Quý III/2026\nc,3,50,45,7,,Quý III/2026\n",
    )]);
    assert_eq!(
        told(&data, "2026q3"),
        ["b reported on 2026-10-02 without []", "a reported on 2026-10-03 without [score files]", "c missing 2026q3"]
    );
    assert_eq!(
        told(&data, "2026q4"),
        ["b missing 2026q4", "a missing 2026q4", "c missing 2026q4"],
        "all are to report"
    );
    let found = missing(&data, "2026q3");
    assert_eq!(found.iter().map(|found| found.code).collect::<Vec<_>>(), ["MB1016"]);
    crate::diagnostic::assert_worded(&found);
}

#[test]
fn a_longer_period_is_reported_for_when_all_its_parts_are() {
    let data = dataset(&[(
        "units",
        LONG,
        "id,unit,period,files\na1,a,2026q1,1\na2,a,2026q2,2\na3,a,2026q3,3\nb1,b,2026q1,1\nb2,b,2026q2,\nc1,c,2026h1,9\n",
    )]);
    assert_eq!(
        told(&data, "2026h1"),
        ["a reported without []", "b missing 2026q2", "c reported without []"],
        "a by its quarters, c by the half-year itself"
    );
    assert_eq!(told(&data, "2026"), ["a missing 2026q4", "b missing 2026q2 2026h2", "c missing 2026h2"]);
}

#[test]
fn tables_without_a_mark_are_asked_for_the_records_of_that_very_period() {
    let schema = "key = \"id\"\n[columns.id]\ntype = \"text\"\n[columns.period]\ntype = \"text\"\n[columns.value]\ntype = \"number\"\n";
    let data = dataset(&[("t", schema, "id,period,value\na,2026q3,1\nb,2026q3,\nc,2026q2,\nd,2025–2028,\n")]);
    assert_eq!(told(&data, "2026q3"), ["a reported without []", "b missing 2026q3"]);
    let keys = |period| -> Vec<String> {
        let arg = |found: &crate::diagnostic::Diagnostic| found.args.iter().find(|(name, _)| *name == "key").cloned();
        missing(&data, period).iter().filter_map(arg).map(|(_, key)| key).collect()
    };
    assert_eq!(keys("2026q3"), ["b"]);
    assert_eq!(keys("2025–2028"), ["d"], "what has no code is compared word by word");
}

/// Cell, before, now and kind of each jump.
fn jumped(data: &Dataset) -> Vec<String> {
    let kind = |change| match change {
        Change::Share { .. } => "share",
        Change::Amount { .. } => "amount",
        Change::Sign => "sign",
    };
    jumps(data).iter().map(|jump| format!("{} {} {} {}", jump.cell, jump.before, jump.now, kind(jump.change))).collect()
}

#[test]
fn a_jump_is_a_change_of_the_limit_or_more_or_of_sign_against_the_column_before() {
    let rows = "id,order,score,before,files,reported,period.vi\na,1,60,50,,,\nb,2,59.9,50,,,\nc,3,-1,1,,,\nd,4,,50,,,\ne,5,90,,,,\nf,6,0.1,10.1,,,\n";
    let found = jumped(&dataset(&[("units", WIDE, rows)]));
    assert_eq!(
        found,
        ["units/a/score 50 60 amount", "units/c/score 1 -1 sign", "units/f/score 10.1 0.1 amount"],
        "what is missing is no jump, and 10 computed in binary is 10"
    );
}

#[test]
fn a_share_is_of_the_value_in_the_record_of_the_period_before() {
    let rows = "id,unit,period,files\na1,a,2025q4,100\na2,a,2026q1,130\na3,a,2026q2,100\nb1,b,2026q1,0\nb2,b,2026q2,1\nc1,c,2026q1,0\nc2,c,2026q2,0\nd2,d,2026q2,5\n";
    let data = dataset(&[("units", LONG, rows)]);
    assert_eq!(
        jumped(&data),
        ["units/a2/files 100 130 share", "units/b2/files 0 1 share"],
        "from nothing is any change"
    );
    let jump = &jumps(&data)[0];
    assert_eq!((jump.against.to_string(), jump.period), ("units/a1/files".to_owned(), Period::parse("2026q1")));
    let account = Account::of(&data, Period::Quarter(2026, 2));
    assert_eq!(account.jumps.len(), 1, "those of other periods are not told");
}

/// The province, and a rule that its units add up to it.
fn province(rule: &str) -> String {
    format!(
        "key = \"id\"\n[[sum]]\n{rule}\n[columns.id]\ntype = \"text\"\n[columns.name]\ntype = \"text\"\n[columns.documents]\ntype = \"number\"\n"
    )
}

#[test]
fn units_add_up_to_the_whole_of_their_period_or_the_difference_is_told() {
    let units = "id,unit,period,files\na1,a,2026q2,900\na2,a,2026q3,0.1\nb2,b,2026q3,0.2\n";
    let verdict = |whole: &str, rule: &str, units: &str| {
        let rows = format!("id,name,documents\n2026q3,Tỉnh,{whole}\n");
        let schema = province(rule);
        let data = dataset(&[("province", &schema, &rows), ("units", LONG, units)]);
        let found = sums(&data);
        assert_eq!(found.len(), 1);
        (found[0].verdict(), found[0].counted, found[0].missing.len())
    };
    let rule = "whole = \"province/2026q3/documents\"\nparts = \"units.files\"";
    assert_eq!(verdict("0.3", rule, units), (Verdict::Agrees, 2, 0), "the other quarter is not added");
    assert_eq!(verdict("0.4", rule, units), (Verdict::Differs, 2, 0));
    assert_eq!(verdict("0.4", &format!("{rule}\ntolerance = 0.1"), units), (Verdict::Agrees, 2, 0));
    assert_eq!(verdict("", rule, units), (Verdict::Incomplete, 2, 0));
    assert_eq!(
        verdict("0.3", rule, "id,unit,period,files\na2,a,2026q3,\nb2,b,2026q3,0.3\n"),
        (Verdict::Incomplete, 1, 1)
    );
}

#[test]
fn rules_that_name_what_is_not_there_are_refused_with_a_guess() {
    let codes = |schema: &str| -> Vec<(&'static str, Option<&'static str>)> {
        let mut folder = Folder::new();
        for (name, text) in [
            ("province.schema.toml", schema),
            ("province.csv", "id,name,documents\n2026q3,Tỉnh,1\n"),
            ("units.schema.toml", LONG),
            ("units.csv", "id,unit,period,files\na2,a,2026q3,1\n"),
        ] {
            folder.insert(format!("data/{name}"), text.as_bytes());
        }
        let found = Dataset::read(&folder).err().unwrap_or_default();
        crate::diagnostic::assert_worded(&found);
        assert!(found.iter().all(|found| !found.spans.is_empty()));
        found.iter().map(|found| (found.code, found.hint)).collect()
    };
    let sum = |whole: &str, parts: &str| codes(&province(&format!("whole = \"{whole}\"\nparts = \"{parts}\"")));
    let guess = Some("did-you-mean");
    assert_eq!(sum("province/2026q3/documents", "units.files"), []);
    assert_eq!(sum("provinse/2026q3/documents", "units.files"), [("MB0255", guess)]);
    assert_eq!(sum("province/2026q4/documents", "units.files"), [("MB0255", guess)]);
    assert_eq!(sum("province/2026q3/document", "units.file"), [("MB0255", guess), ("MB0255", guess)]);
    assert_eq!(sum("province/2026q3/name", "documents"), [("MB0252", None)]);
    assert_eq!(sum("province/documents", "units.files"), [("MB0254", Some("whole"))]);
    assert_eq!(codes(&province("whole = \"province/2026q3/documents\"")), [("MB0254", Some("parts"))]);
    let plain = province("whole = \"province/2026q3/documents\"\nparts = \"units.files\"");
    let with = |from: &str, to: &str| codes(&plain.replace(from, to));
    assert_eq!(with("[columns.documents]\n", "[columns.documents]\njump = 5\n"), [("MB0253", Some("hint"))]);
    assert_eq!(with("[columns.documents]\n", "[columns.documents]\njump = \"much\"\n"), [("MB0203", None)]);
    assert_eq!(with("[columns.documents]\n", "[columns.documents]\njump = -5\n"), [("MB0203", None)]);
    assert_eq!(
        with("[columns.documents]\n", "[columns.documents]\nprevious = \"nam\"\njump = 5\n"),
        [("MB0251", guess)]
    );
    assert_eq!(
        with("[columns.documents]\n", "[columns.documents]\nprevious = \"name\"\njump = 5\n"),
        [("MB0252", None)]
    );
    assert_eq!(with("[columns.id]\n", "[report]\ndate = \"name\"\n[columns.id]\n").len(), 2, "no period, and no date");
    assert_eq!(
        with("[columns.name]\ntype = \"text\"", "[columns.name]\ntype = \"text\"\njump = 3").first(),
        Some(&("MB0208", None))
    );
}

#[test]
fn an_account_asks_for_attention_only_when_something_does() {
    let rows = |score: &str, day: &str| {
        format!("id,order,score,before,files,reported,period.vi\na,1,{score},50,1,{day},Quý III/2026\n")
    };
    let asks = |rows: &str| Account::of(&dataset(&[("units", WIDE, rows)]), Period::Quarter(2026, 3)).asks();
    assert!(!asks(&rows("51", "2026-10-01")));
    assert!(asks(&rows("51", "")));
    assert!(asks(&rows("71", "2026-10-01")));
}
