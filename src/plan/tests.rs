//! Tests of expanding, selecting and choosing.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::campaign::{Campaign, Query, Selection};
use crate::diagnostic::{Checked, Span, assert_worded};
use crate::format::Formats;
use crate::record::{Cell, Column, ColumnKind, Dataset, Record, Rows, Table, Value, Watch};

/// Key, name, score and whether it is open.
type Row<'a> = (&'a str, Option<&'a str>, Option<f64>, bool);

/// A table `units` with `id`, `name.vi`, `score` and `open`.
fn units(rows: &[Row<'_>]) -> Dataset {
    let column = |name: &str, language: Option<&str>, kind| Column {
        name: name.into(),
        language: language.map(str::to_owned),
        kind,
        unit: BTreeMap::new(),
        decimals: None,
    };
    let record = |(line, (key, name, score, open)): (u32, &Row<'_>)| {
        let values = [
            Value::Text((*key).into()),
            name.map_or(Value::Missing, |name| Value::Text(name.into())),
            score.map_or(Value::Missing, Value::Number),
            Value::Boolean(*open),
        ];
        let cells = (1..)
            .zip(values)
            .map(|(column, value)| Cell { value, span: Span::text("data/units.csv", line, column, 0) });
        Record { key: (*key).into(), cells: cells.collect() }
    };
    let columns = vec![
        column("id", None, ColumnKind::Text),
        column("name", Some("vi"), ColumnKind::Text),
        column("score", None, ColumnKind::Number),
        column("open", None, ColumnKind::Boolean),
    ];
    let records = (2..).zip(rows).map(record).collect();
    let table = Table {
        name: "units".into(),
        columns,
        records,
        path: "data/units.csv".into(),
        rows: Rows::default(),
        watch: Watch::default(),
    };
    Dataset { tables: BTreeMap::from([("units".to_owned(), table)]) }
}

/// Five units, one without a score.
fn five() -> Dataset {
    units(&[
        ("a", Some("Đơn vị A"), Some(2.0), true),
        ("b", Some("Đơn vị B"), Some(10.0), false),
        ("c", Some("Đơn vị C"), None, true),
        ("d", Some("Đơn vị D"), Some(2.0), true),
        ("đ", None, Some(-1.0), true),
    ])
}

/// Reads a campaign of these products.
fn campaign(products: &str) -> Campaign {
    let head = "slug = \"cds\"\ntitle = \"Chiến dịch\"\nlanguages = [\"vi\", \"en\"]\nperiod = \"2026q3\"\n[defaults]\nlanguages = [\"vi\"]\n";
    let mut folder = crate::source::Folder::new();
    folder.insert("campaign.toml", format!("{head}{products}").into_bytes());
    Campaign::read(&folder, &crate::campaign::Surroundings::default()).expect("a campaign").value
}

/// Expands products over a dataset; what is found must have whole sentences.
fn expand(products: &str, dataset: &Dataset) -> Checked<Plan> {
    let plan = Plan::expand(&campaign(products), dataset, &Formats::built_in(), "light");
    assert_worded(plan.as_ref().map_or_else(|found| found, |read| &read.warnings));
    plan
}

/// Keys that a query selects from the five.
fn keys(filter: &[(&str, &[&str])], sort: Option<&str>, limit: Option<usize>) -> String {
    let filter = filter
        .iter()
        .map(|(column, values)| ((*column).to_owned(), values.iter().map(|value| (*value).to_owned()).collect()))
        .collect();
    let query = Query { table: "units".into(), filter, sort: sort.map(str::to_owned), limit };
    let dataset = five();
    let table = &dataset.tables["units"];
    select(&query, table).into_iter().map(|index| table.records[index].key.to_string()).collect()
}

#[test]
fn queries_filter_sort_and_limit() {
    assert_eq!(keys(&[], None, None), "abcdđ");
    assert_eq!(keys(&[], Some("score"), None), "đadbc");
    assert_eq!(keys(&[], Some("-score"), None), "badđc");
    assert_eq!(keys(&[], Some("-score"), Some(2)), "ba");
    assert_eq!(keys(&[("score", &["2"])], None, None), "ad");
    assert_eq!(keys(&[("score", &["2.0", "10"]), ("open", &["true"])], None, None), "ad");
    assert_eq!(keys(&[("score", &[""])], None, None), "c");
    assert_eq!(keys(&[("name.vi", &["Đơn vị B", ""])], None, None), "bđ");
    assert_eq!(keys(&[("open", &["false"])], Some("score"), None), "b");
    assert_eq!(keys(&[("none", &["x"])], None, None), "");
    assert_eq!(keys(&[], None, Some(0)), "");
}

#[test]
fn names_and_words_are_resolved() {
    let products = "[[product]]\nname = \"card\"\ntemplate = \"t\"\neach = \"units\"\nwhere.id = [\"a\", \"b\", \"c\", \"đ\"]\nformats = [\"fb-square\", \"ig-square\"]\n\
        encodings = [\"png\", \"jpeg\"]\nheadline.vi = \"Kết quả của {name}\"\ntags = [\"x\"]\n\
        [[product]]\nname = \"one\"\ntemplate = \"t\"\nformats = [\"a4\"]\nthemes = [\"light\", \"Đậm\"]\n";
    let read = expand(products, &five()).expect("a plan");
    assert_eq!(read.warnings.iter().map(|d| d.code).collect::<Vec<_>>(), ["MB0504"]);
    assert_eq!(read.warnings[0].spans[0].to_string(), "data/units.csv:6:2");
    let jobs = &read.value.jobs;
    assert_eq!(jobs.len(), 10);
    assert_eq!(jobs[0].stem, "card/cds_card_a_2026q3_fb-square_vi");
    assert_eq!(jobs[0].asset, "cds_card_a_2026q3_vi");
    assert_eq!((jobs[0].headline.as_str(), jobs[0].alt_text.as_str()), ("Kết quả của Đơn vị A", ""));
    assert_eq!(
        jobs[0].cells.iter().map(|(cell, text)| format!("{cell} = {text}")).collect::<Vec<_>>(),
        ["units/a/name.vi = Đơn vị A"]
    );
    assert_eq!((jobs[0].encodings.len(), jobs[1].encodings.len()), (2, 1));
    assert_eq!(jobs[6].headline, "Kết quả của đ");
    assert_eq!(
        (jobs[0].records.as_slice(), jobs[0].key.as_deref(), jobs[0].table.as_deref()),
        (&[0][..], Some("a"), Some("units"))
    );
    assert_eq!(jobs[8].stem, "one/cds_one_2026q3_a4_vi_light");
    assert_eq!(jobs[9].stem, "one/cds_one_2026q3_a4_vi_dam");
    assert_eq!((jobs[9].asset.as_str(), jobs[9].theme.as_str()), ("cds_one_2026q3_vi_dam", "Đậm"));
    assert_eq!((jobs[8].headline.as_str(), jobs[8].names_theme, jobs[0].names_theme), ("", true, false));
    assert_eq!(jobs[0].theme, "light");
}

#[test]
fn numbers_in_the_campaigns_words_are_printed_for_the_language_and_known_by_their_cells() {
    let products = "[[product]]\nname = \"card\"\ntemplate = \"t\"\neach = \"units\"\nlimit = 3\nformats = [\"a4\"]\n\
        alt_text = \"{id}: {score}%\"\nlanguages = [\"vi\", \"en\"]\n";
    let dataset = units(&[("a", Some("A"), Some(1234.5), true), ("b", Some("B"), None, true)]);
    let jobs = expand(products, &dataset).expect("a plan").value.jobs;
    let said: Vec<&str> = jobs.iter().map(|job| job.alt_text.as_str()).collect();
    assert_eq!(said, ["a: 1.234,5%", "a: 1,234.5%", "b: —%", "b: —%"]);
    assert_eq!(jobs[1].cells[1].0.to_string(), "units/a/score");
    assert_eq!(jobs[1].cells[1].1, "1,234.5");
}

#[test]
fn two_keys_of_one_name_are_an_error_with_both_places() {
    // "đ" and "d" fold to the same name.
    let products =
        "[[product]]\nname = \"card\"\ntemplate = \"t\"\neach = \"units\"\nformats = [\"fb-square\", \"a4\"]\n";
    let found = expand(products, &five()).expect_err("a collision");
    assert_eq!(found.iter().map(|d| d.code).collect::<Vec<_>>(), ["MB0501"]);
    let spans: Vec<_> = found[0].spans.iter().map(ToString::to_string).collect();
    assert_eq!(spans, ["data/units.csv:6:1", "data/units.csv:5:1", "campaign.toml:8:8"]);
}

#[test]
fn selections_of_nothing_and_plans_of_too_much_are_found() {
    let empty = "[[product]]\nname = \"a\"\ntemplate = \"t\"\nall = \"units\"\nlimit = 0\nformats = [\"a4\"]\n";
    let read = expand(empty, &five()).expect("a plan");
    assert_eq!((read.value.jobs.len(), read.warnings[0].code), (0, "MB0503"));
    let keys: Vec<String> = (0..50_001).map(|index| format!("k{index}")).collect();
    let rows: Vec<_> = keys.iter().map(|key| (key.as_str(), None, None, true)).collect();
    let large = "[[product]]\nname = \"a\"\ntemplate = \"t\"\neach = \"units\"\nformats = [\"a4\", \"a3\"]\n";
    let found = expand(large, &units(&rows)).expect_err("too many");
    assert_eq!((found[0].code, found[0].args[0].1.as_str()), ("MB0502", "100002"));
    let unknown = "[[product]]\nname = \"a\"\ntemplate = \"t\"\neach = \"unit\"\nformats = [\"a44\"]\n";
    let codes: Vec<_> = expand(unknown, &five()).expect_err("unknown").iter().map(|d| d.code).collect();
    assert_eq!(codes, ["MB0106", "MB0103"]);
}

#[test]
fn names_stay_within_what_file_systems_take() {
    let long = "x".repeat(64);
    let products = format!("[[product]]\nname = \"{long}\"\ntemplate = \"t\"\neach = \"units\"\nformats = [\"a4\"]\n");
    let key = "y".repeat(500);
    let found = expand(&products, &units(&[(&key, None, None, true)])).expect_err("too long");
    assert_eq!(found.iter().map(|d| d.code).collect::<Vec<_>>(), ["MB0510"]);
}

#[test]
fn a_choice_narrows_and_names_what_it_does_not_know() {
    let products = "[[product]]\nname = \"card\"\ntemplate = \"t\"\neach = \"units\"\nlimit = 4\nformats = [\"fb-square\", \"a4\"]\nlanguages = [\"vi\", \"en\"]\n\
        [[product]]\nname = \"film\"\ntemplate = \"t\"\nformats = [\"a4\"]\ndefault = false\nlanguages = [\"vi\"]\n";
    let plan = expand(products, &five()).expect("a plan").value;
    let count = |choice: &Choice| plan.only(choice).expect("known").value.jobs.len();
    let list = |name: &str| vec![name.to_owned()];
    assert_eq!(plan.jobs.len(), 17);
    assert_eq!(count(&Choice::default()), 16);
    assert_eq!(count(&Choice { all: true, ..Choice::default() }), 17);
    assert_eq!(count(&Choice { products: list("film"), ..Choice::default() }), 1);
    assert_eq!(count(&Choice { formats: list("a4"), languages: list("en"), ..Choice::default() }), 4);
    let none = Choice { products: list("film"), languages: list("en"), ..Choice::default() };
    assert_eq!(plan.only(&none).expect("known").warnings[0].code, "MB0509");
    let unknown =
        Choice { products: list("flim"), formats: list("a5"), languages: list("fr"), themes: list("x"), all: false };
    let found = plan.only(&unknown).expect_err("unknown");
    assert_worded(&found);
    assert_eq!(found.iter().map(|d| d.code).collect::<Vec<_>>(), ["MB0505", "MB0506", "MB0507", "MB0508"]);
    assert!(found.iter().all(|d| d.spans.is_empty()));
    assert_eq!(found[0].hint, Some("did-you-mean"));
}

#[test]
fn the_shipped_campaign_gives_more_than_sixty_pictures() {
    let campaign = {
        let mut folder = crate::source::Folder::new();
        folder.insert("campaign.toml", include_str!("../../campaign.toml").as_bytes());
        Campaign::read(&folder, &crate::campaign::Surroundings::default()).expect("campaign").value
    };
    let formats = Formats::built_in();
    // One record a table is the least there can be.
    let table = five().tables["units"].clone();
    let names = campaign.products.iter().filter_map(|product| match &product.selection {
        Selection::None => None,
        Selection::Each(query) | Selection::All(query) => Some(query.table.to_string()),
    });
    let one = Table { records: table.records[..1].to_vec(), rows: Rows::default(), ..table };
    let dataset = Dataset { tables: names.map(|name| (name, one.clone())).collect() };
    let plan = Plan::expand(&campaign, &dataset, &formats, "light").expect("plan").value;
    assert!(plan.jobs.iter().all(|job| !job.encodings.is_empty()));
    assert!(plan.jobs.len() >= 60, "{}", plan.jobs.len());
}

proptest::proptest! {
    /// The plan is the product of its axes, and every name in it is its own.
    #[test]
    fn a_plan_is_the_product_of_its_axes(
        records in 1usize..30, formats in 1usize..5, languages in 1usize..3, themes in 0usize..3,
    ) {
        let keys: Vec<String> = (0..records).map(|index| format!("Đơn vị {index}")).collect();
        let rows: Vec<_> = keys.iter().map(|key| (key.as_str(), None, None, true)).collect();
        let list = |names: &[&str], count: usize| format!("{:?}", &names[..count]);
        let products = format!(
            "[[product]]\nname = \"a\"\ntemplate = \"t\"\neach = \"units\"\nformats = {}\nlanguages = {}\nthemes = {}\n",
            list(&["a4", "a3", "fb-square", "og"], formats), list(&["vi", "en"], languages), list(&["light", "dark"], themes),
        );
        let plan = expand(&products, &units(&rows)).expect("a plan").value;
        proptest::prop_assert_eq!(plan.jobs.len(), records * formats * languages * themes.max(1));
        let stems: BTreeSet<&str> = plan.jobs.iter().map(|job| job.stem.as_str()).collect();
        proptest::prop_assert_eq!(stems.len(), plan.jobs.len());
        let assets: BTreeSet<&str> = plan.jobs.iter().map(|job| job.asset.as_str()).collect();
        proptest::prop_assert_eq!(assets.len() * formats, plan.jobs.len());
        for stem in stems {
            let safe = stem.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_/".contains(&b));
            proptest::prop_assert!(safe, "{}", stem);
        }
    }
}
