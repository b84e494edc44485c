//! Templates that are refused, each with its places.

use std::time::{Duration, Instant};

use super::*;

#[test]
fn a_cut_fence_is_an_error_with_a_place() {
    for filter in ["truncate(length=2)", "reverse", "split(pat=\"ở\") | first"] {
        let source = format!("<svg>\n<m:text>{{{{ value(of=record, field=\"name\") | {filter} }}}}</m:text></svg>");
        assert_eq!(only(fill(&source)), ("MB0632", vec!["templates/card/template.svg:2:1".to_owned()]), "{filter}");
    }
    assert_eq!(only(fill("&#xE000;")).0, "MB0614");
    assert_eq!(only(fill("{{ value(of=record, field=\"name\") | safe }}")).0, "MB0632");
}

#[test]
fn missing_words_are_found_before_filling_where_they_can_be() {
    let files = [("card/template.svg", "<svg>\n{{ t(key=\"tilte\") }}</svg>"), ("card/vi.ftl", "title = a\n")];
    let findings = set(&files).expect_err("missing");
    let places: Vec<_> = findings.iter().map(|d| (d.code, d.spans[0].to_string(), d.hint)).collect();
    let place = || "templates/card/template.svg:2:10".to_owned();
    assert_eq!(places, [("MB0611", place(), Some("did-you-mean")), ("MB0611", place(), None)]);
    let dynamic = [("card/template.svg", "{% set k = \"x\" %}\n{{ t(key=k) }}"), ("card/vi.ftl", "title = { $n }\n")];
    let at_fill = set(&dynamic).expect("reads").fill(&job(0, "vi"), &scene()).map(|w| w.value);
    assert_eq!(only(at_fill), ("MB0611", vec!["templates/card/template.svg:2:4".to_owned()]));
    let broken = [
        ("card/template.svg", "{{ t(key=\"title\") }}"),
        ("card/vi.ftl", "title = { $n }\n"),
        ("card/en.ftl", "title = x\n"),
    ];
    let at_fill = set(&broken).expect("reads").fill(&job(0, "vi"), &scene()).map(|w| w.value);
    assert_eq!(only(at_fill).0, "MB0627");
}

#[test]
fn a_missing_field_has_both_places() {
    let data = || "data/units.csv:2:1".to_owned();
    let (code, spans) = only(fill("<svg>\n<m:row/>{{ record.scor }}</svg>"));
    assert_eq!((code, spans), ("MB0621", vec!["templates/card/template.svg:2:19".to_owned(), data()]));
    let (code, spans) = only(fill("<m:row/>{{ value(of=record, field=\"scor\") }}"));
    assert_eq!((code, spans), ("MB0621", vec!["templates/card/template.svg:1:12".to_owned(), data()]));
    let findings = fill("{{ value(of=record, field=\"scor\") }}").expect_err("missing");
    assert_eq!(findings[0].hint, Some("did-you-mean"));
    let quiet = fill("{% if record.scor %}{% endif %}\n{% if record.nme == 1 %}{% endif %}").expect_err("missing");
    assert_eq!(
        quiet.iter().map(|d| d.spans[0].to_string()).collect::<Vec<_>>(),
        ["templates/card/template.svg:1:14", "templates/card/template.svg:2:14"]
    );
    assert!(fill("{% if record.scor is defined %}{% endif %}{% for record in records %}{% endfor %}").is_ok());
    assert_eq!(only(fill("{% for r in records %}{{ r.scor }}{% endfor %}")).0, "MB0621");
    assert_eq!(only(fill("{{ recrd.name }}")).0, "MB0620");
    assert_eq!(only(fill("{{ tables.unit }}")).0, "MB0621");
}

#[test]
fn wrong_calls_say_what_is_wrong() {
    assert_eq!(only(fill("{{ value(of=record, field=\"score\", decimal=1) }}")).0, "MB0624");
    assert_eq!(only(fill("{{ value(of=record.name, field=\"score\") }}")).0, "MB0625");
    assert_eq!(only(fill("{{ value(field=\"score\") }}")).0, "MB0625");
    assert_eq!(only(fill("{{ value(of=record, field=\"score\", decimals=-1) }}")).0, "MB0625");
    assert_eq!(only(fill("{{ sum(of=record, field=\"score\") }}")).0, "MB0625");
    let (code, spans) = only(fill("{{ sum(of=records, field=\"name\") }}"));
    assert_eq!((code, spans[1].as_str()), ("MB0626", "data/units.csv:2:2"));
    assert_eq!(only(fill("{{ 1 / 0 }}")).0, "MB0633");
    assert_eq!(only(fill("{{ throw(message=\"no\") }}")).0, "MB0633");
}

#[test]
fn mistakes_of_source_are_all_told_with_places() {
    let code = |source: &str| only(set(&[("card/template.svg", source)]).map(|_| unreachable!()));
    assert_eq!(code("<svg>\n<m:row/>{{ 1 + }}</svg>"), ("MB0610", vec!["templates/card/template.svg:2:16".to_owned()]));
    assert_eq!(
        code("<m:row/><m:row/>{{ record.name | uper }}"),
        ("MB0612", vec!["templates/card/template.svg:1:34".to_owned()])
    );
    assert_eq!(code("{{ get_env(name=\"HOME\") }}").0, "MB0612");
    assert_eq!(code("{{ <nothing/> }}").0, "MB0612");
    assert_eq!(code("{% if 1 is odder %}{% endif %}").0, "MB0612");
    assert_eq!(
        code("{% include \"../../etc/passwd\" %}"),
        ("MB0607", vec!["templates/card/template.svg:1:12".to_owned()])
    );
    assert_eq!(code("{% include \"card/template.svg\" %}").0, "MB0608");
    assert_eq!(code("{% set_global x = 1 %}").0, "MB0609");
    assert_eq!(code(&"{% set x = [x] %}".repeat(1001)).0, "MB0617");
    assert_eq!(code("\u{E000}").0, "MB0614");
    assert_eq!(code(&"x".repeat(600 * 1024)).0, "MB0615");
    let twice = [
        ("card/template.svg", "{% component a() %}{% endcomponent a %}"),
        ("parts/a.svg", "\n{% component a() %}{% endcomponent a %}"),
    ];
    assert_eq!(only(set(&twice).map(|_| unreachable!())), ("MB0613", vec!["templates/parts/a.svg:2:14".to_owned()]));
    let many = [
        ("card/template.svg", "{{ 1 + }}"),
        ("parts/a.svg", "{% if %}"),
        ("deck/template.svg", "{{ }}"),
        ("deck/template.toml", "x = 1\ntitle = 1\n"),
    ];
    let mut codes: Vec<_> = set(&many).expect_err("bad").iter().map(|d| d.code).collect();
    codes.sort_unstable();
    assert_eq!(codes, ["MB0602", "MB0603", "MB0604", "MB0610", "MB0610", "MB0610"]);
    assert_eq!(TemplateSet::read(&folder(&[]), &languages()).expect_err("no svg")[0].code, "MB0001");
}

#[test]
fn endless_templates_end() {
    let forever = "{% for i in range(end=100000) %}{% for j in range(end=100000) %}{% endfor %}{% endfor %}";
    let source = format!("<svg>\n<m:row/>\n{forever}</svg>");
    let set = Arc::new(set(&[("card/template.svg", &source)]).expect("reads"));
    let start = Instant::now();
    let found = set.fill_within(Duration::from_millis(100), &job(0, "vi"), &scene()).map(|w| w.value);
    assert_eq!(only(found), ("MB0630", vec!["templates/card/template.svg:3:4".to_owned()]));
    assert!(start.elapsed() < Duration::from_secs(5));
    assert_eq!(only(fill("{% for i in range(end=1000000000) %}{% endfor %}")).0, "MB0633");
}

#[test]
fn output_and_recursion_are_bounded() {
    let long =
        "<m:row/>\n{% for i in range(end=100000) %}{% for j in range(end=100000) %}<m:text/>{% endfor %}{% endfor %}";
    assert_eq!(only(fill(long)), ("MB0629", vec!["templates/card/template.svg:2:1".to_owned()]));
    let round = "{% component a(n) %}{{ <a n={n}/> }}{% endcomponent a %}\n{{ <a n={1}/> }}";
    assert_eq!(only(fill(round)), ("MB0631", vec!["templates/card/template.svg:1:25".to_owned()]));
    let nested = format!("{{% set x = [1] %}}{}ok", "{% set x = [x] %}".repeat(999));
    assert_eq!(fill(&nested).expect("fills").text, "ok");
    let names: Vec<String> = (0..8).map(|at| format!("parts/{at}.svg")).collect();
    let texts: Vec<String> = (0..8)
        .map(
            |at| if at == 7 { "{{ <deep/> }}".to_owned() } else { format!("{{% include \"parts/{}.svg\" %}}", at + 1) },
        )
        .collect();
    let mut files: Vec<(&str, &str)> = names.iter().map(String::as_str).zip(texts.iter().map(String::as_str)).collect();
    files.push((
        "card/template.svg",
        "{% component deep() %}{% include \"parts/0.svg\" %}{% endcomponent deep %}{{ <deep/> }}",
    ));
    let found = set(&files)
        .map(Arc::new)
        .and_then(|set| set.fill_within(Duration::from_secs(20), &job(0, "vi"), &scene()).map(|w| w.value));
    assert_eq!(only(found).0, "MB0631");
}

#[test]
fn needs_are_checked_against_the_data() {
    let toml = "title = \"a\"\nshapes = [\"wide\"]\nneeds = [\"unit\"]\ncolumns = { units = [\"scores\", \"name\"] }\n";
    let set = set(&[("card/template.svg", "x"), ("card/template.toml", toml)]).expect("reads");
    let (_, dataset) = campaign_and_data();
    let found: Vec<_> = set.check(&dataset).iter().map(|d| (d.code, d.spans[0].to_string(), d.hint)).collect();
    let at = |place: &str| format!("templates/card/template.toml:{place}");
    assert_eq!(found, [("MB0622", at("3:10"), Some("did-you-mean")), ("MB0623", at("4:22"), Some("did-you-mean"))]);
    let mut other = job(0, "vi");
    other.product = Arc::new(Product { template: "crad".into(), ..product() });
    assert_eq!(only(set.fill(&other, &scene()).map(|w| w.value)), ("MB0634", vec!["campaign.toml:7:1".to_owned()]));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(300))]

    #[test]
    fn any_source_fills_or_is_refused_with_places(
        pieces in proptest::collection::vec(proptest::sample::select(PIECES.to_vec()), 0..12)
    ) {
        let source = pieces.concat();
        let set = set(&[("card/template.svg", source.as_str()), ("parts/a.svg", "<m:a/>")]);
        let filled = set.map(Arc::new).and_then(|set| {
            set.fill_within(Duration::from_secs(20), &job(0, "vi"), &scene()).map(|warned| warned.value)
        });
        match filled {
            Ok(markup) => assert!(parse_fences(&markup.text).is_ok()),
            Err(findings) => {
                assert!(!findings.is_empty());
                assert!(findings.iter().all(|d| !d.spans.is_empty() && d.code != "MB0635"), "{source}: {findings:?}");
            }
        }
    }
}

/// What the sources of the property test are made of.
const PIECES: [&str; 30] = [
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    " record.name ",
    " record ",
    "<m:a ",
    "ạ\n",
    "\"",
    "'",
    "{% raw %}",
    "{% endraw %}",
    "{% for r in records %}",
    "{% endfor %}",
    "{% if record.score %}",
    "{% endif %}",
    "{{ value(of=record, field=\"score\") }}",
    " | truncate(length=1)",
    " | upper",
    " ~ ",
    "[1, 2]",
    "(",
    ")",
    "{% include \"parts/a.svg\" %}",
    "{% component c(n) %}",
    "{% endcomponent c %}",
    "{{ <c n={1}/> }}",
    "{% set v = value(of=record, field=\"name\") | upper %}{{ v }}",
];

#[test]
fn what_is_said_is_bound_alone_and_once() {
    let page = |inside: &str| fill(&format!("<svg xmlns:m=\"urn:mocban:1\">\n{inside}</svg>"));
    let at = |line: u32| vec![format!("templates/card/template.svg:{line}:1")];
    assert_eq!(only(page("<m:alt>74,5%</m:alt>")), ("MB1022", at(2)));
    assert_eq!(only(page("<m:column>\n<m:alt>x</m:alt></m:column>")), ("MB1020", at(3)));
    assert_eq!(only(page("<m:alt>x</m:alt>\n<m:alt>y</m:alt>")), ("MB1020", at(3)));
    assert_eq!(only(page("<m:caption>x <m:span>y</m:span></m:caption>")), ("MB1021", at(2)));
    assert!(page("<m:alt>{{ record.score }}</m:alt>").is_err(), "a number read but not printed");
}
