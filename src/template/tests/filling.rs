//! Templates that fill.

use super::*;

#[test]
fn values_are_bound_and_escaped() {
    let markup =
        fill("<svg><m:text>{{ value(of=record, field=\"name\") }}</m:text>{{ record.name }}</svg>").expect("fills");
    assert_eq!(
        strip_fences(&markup.text),
        "<svg m:at=\"0:1:1\"><m:text m:at=\"0:1:6\">Sở &lt;Y&gt; &amp; Tế 🏥</m:text>Sở &lt;Y&gt; &amp; Tế 🏥</svg>"
    );
    assert_eq!(markup.bindings.len(), 1);
    assert_eq!(markup.bindings[0].text, "Sở <Y> & Tế 🏥");
    assert_eq!(markup.bindings[0].cells[0].to_string(), "units/a/name.vi");
    assert_eq!(markup.allowed, [("2025".to_owned(), "name".to_owned())]);
    assert_eq!(markup.files[0].as_ref(), "templates/card/template.svg");
}

#[test]
fn printing_options() {
    let v = |args: &str| seen(&format!("{{{{ value(of=record, field={args}) }}}}"));
    assert_eq!(v("\"score\", decimals=2"), "74,50");
    assert_eq!(v("\"score\", unit=true, sign=true"), "+74,5%");
    assert_eq!(v("\"staff\", unit=true"), "12\u{A0}người");
    assert_eq!(v("\"staff\", unit=\"đội\""), "12\u{A0}đội");
    let missing = "{% for r in tables.units %}{{ value(of=r, field=\"score\", missing=\"chưa có\") }};{% endfor %}";
    assert_eq!(seen(missing), "74,5;80;chưa có;");
    assert_eq!(fill(missing).expect("fills").bindings[2].cells[0].to_string(), "units/c/score");
}

#[test]
fn fences_survive_filters_and_concatenation() {
    let markup = fill(
        "{% set v = value(of=record, field=\"name\") %}{% set unused = value(of=record, field=\"staff\") %}\
         {{ v | upper }}|{{ \"<\" ~ v ~ \">\" }}|{{ v | replace(from=\"Tế\", to=\"te\") | trim }}{% filter lower %}{{ v }}{% endfilter %}",
    )
    .expect("fills");
    let parts = parse_fences(&markup.text).expect("whole");
    let bound: Vec<_> = parts.iter().filter(|part| matches!(part, Segment::Bound { .. })).collect();
    assert_eq!(bound.len(), 4);
    assert_eq!(*bound[0], Segment::Bound { index: 0, text: "SỞ &lt;Y&gt; &amp; TẾ 🏥" });
    assert_eq!(*bound[2], Segment::Bound { index: 2, text: "Sở &lt;Y&gt; &amp; te 🏥" });
    assert_eq!(markup.bindings.len(), 4);
    assert!(markup.bindings.iter().all(|binding| binding.cells[0].to_string() == "units/a/name.vi"));
    assert_eq!(markup.bindings[0].text, "SỞ <Y> & TẾ 🏥");
}

#[test]
fn derived_numbers_name_all_their_cells() {
    let text = "{{ sum(of=tables.units, field=\"staff\") }} {{ mean(of=tables.units, field=\"score\", decimals=2) }} \
        {{ minimum(of=tables.units, field=\"score\") }} {{ maximum(of=tables.units, field=\"previous\") }} \
        {{ count(of=tables.units) }} {{ count(of=tables.units, field=\"score\") }} \
        {{ count(of=tables.units, field=\"staff\", equals=3) }} {{ share(part=record, of=tables.units, field=\"staff\") }} \
        {{ share(part=count(of=records), of=count(of=tables.units), decimals=0) }} \
        {{ difference(of=record, field=\"score\", from=\"previous\") }} \
        {{ rank(of=record, among=tables.units, field=\"score\") }} {{ sum(of=[], field=\"x\") }}";
    assert_eq!(seen(text), "15 77,25 74,5 82,25 3 2 1 80,0% 33% +3,5 2 —");
    let markup = fill(text).expect("fills");
    let cells = |at: usize| markup.bindings[at].cells.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(cells(0), ["units/a/staff", "units/b/staff", "units/c/staff"]);
    assert_eq!(cells(4), ["units/a/code", "units/b/code", "units/c/code"]);
    assert_eq!(cells(8).len(), 4);
    assert_eq!(cells(9), ["units/a/score", "units/a/previous"]);
    assert_eq!(cells(10).len(), 3);
}

#[test]
fn words_follow_the_cells_compared() {
    let call = |of: &str, more: &str| {
        format!(
            "{{{{ trend(of={of}, field=\"score\", from=\"previous\", up=\"tăng \" ~ difference(of={of}, field=\"score\", from=\"previous\") ~ \" điểm\", \
             down=\"giảm\", same=\"không đổi\"{more}) }}}}"
        )
    };
    let markup = fill(&call("record", "")).expect("fills");
    assert_eq!(strip_fences(&markup.text), "tăng +3,5 điểm");
    let texts: Vec<&str> = markup.bindings.iter().map(|binding| &*binding.text).collect();
    assert_eq!(texts, ["tăng", "+3,5", "điểm"], "each word is bound, and the number keeps its own binding");
    for binding in &markup.bindings {
        let cells: Vec<_> = binding.cells.iter().map(ToString::to_string).collect();
        assert_eq!(
            (cells, binding.number),
            (vec!["units/a/score".to_owned(), "units/a/previous".to_owned()], Some(3.5))
        );
    }
    assert_eq!(seen(&call("tables.units[1]", "")), "giảm");
    assert_eq!(seen(&call("tables.units[2]", "")), "—");
    assert_eq!(seen(&call("tables.units[2]", ", missing=\"\"")), "");
    let self_same = "{{ trend(of=record, field=\"score\", from=record, up=\"u\", down=\"d\", same=\"s\") }}";
    assert_eq!(seen(self_same), "s");
    let missing = "{{ trend(of=record, field=\"score\", from=\"previous\", up=\"u\", down=\"d\") }}";
    assert_eq!(fill(missing).expect_err("refused")[0].code, "MB0625");
}

#[test]
fn the_context_is_in_the_jobs_language() {
    let text = "{{ record.name }} {{ campaign.title }} {{ product.label }} {{ product.headline }} {{ format.shape }} \
        {{ format.width_rem }} {{ format.aspect }} {{ language }} {{ theme }} {{ record.since }} {{ record.staff + 1 }} \
        {{ records | length }}{% if record.score > 70 %} ok{% endif %}{% if product.steps is containing(pat=2) %}!{% endif %}";
    let english = strip_fences(&fill_in("en", text).expect("fills").text);
    assert!(english.starts_with("Health Campaign Label Headline wide 40"), "{english}");
    assert!(english.ends_with("en light 2026-03-09 13 1 ok!"), "{english}");
    assert!(seen(text).starts_with("Sở &lt;Y&gt; &amp; Tế 🏥 Chiến dịch Nhãn"));
}

#[test]
fn words_keep_bound_values() {
    let files = [
        ("card/template.svg", "{{ t(key=\"people\", n=value(of=record, field=\"staff\")) }}"),
        ("card/vi.ftl", "people = { $n } người\n"),
        ("card/en.ftl", "people = { $n_number ->\n    [one] { $n } person\n   *[other] { $n } people\n }\n"),
    ];
    let set = set(&files).expect("reads");
    let markup = set.fill(&job(0, "en"), &scene()).expect("fills").value;
    assert_eq!(strip_fences(&markup.text), "12 people");
    assert_eq!(parse_fences(&markup.text).expect("whole")[0], Segment::Bound { index: 0, text: "12" });
    assert_eq!(set.get("card").map(|card| card.files.len()), Some(4));
}

#[test]
fn parts_are_included_and_called() {
    let files = [
        ("card/template.svg", "{% include \"parts/a.svg\" %}\n{{ <pill words={record.name}/> }}"),
        ("parts/a.svg", "<m:row>{{ recrd.score }}</m:row>"),
        ("parts/b.svg", "{% component pill(words) %}<m:text>{{ words }}</m:text>{% endcomponent pill %}"),
        ("parts/c.svg", "unused"),
    ];
    let failing = set(&files).expect("reads");
    let (code, spans) = only(failing.fill(&job(0, "vi"), &scene()).map(|w| w.value));
    assert_eq!(code, "MB0620");
    assert_eq!(spans, ["templates/parts/a.svg:1:11", "templates/card/template.svg:1:12"]);
    let mut good = files;
    good[1].1 = "<m:row>{{ record.score }}</m:row>";
    let set = set(&good).expect("reads");
    let markup = set.fill(&job(1, "vi"), &scene()).expect("fills").value;
    assert_eq!(markup.text, "<m:row m:at=\"1:1:1\">80</m:row>\n<m:text m:at=\"2:1:28\">Đội 3</m:text>");
    let files: Vec<_> =
        set.get("card").map(|card| card.files.iter().map(ToString::to_string).collect()).unwrap_or_default();
    assert_eq!(
        files,
        [
            "templates/card/template.svg",
            "templates/parts/a.svg",
            "templates/parts/b.svg",
            "templates/card/template.toml"
        ]
    );
}

#[test]
fn same_bytes_on_two_threads_and_digests_ignore_places() {
    let source = "<m:row>{% for r in tables.units %}{{ datum(of=r, field=\"score\", decimals=0) }}{% endfor %}</m:row>";
    let set = Arc::new(set(&[("card/template.svg", source)]).expect("reads"));
    let scene = scene();
    let fill = || {
        let (set, scene) = (Arc::clone(&set), Arc::clone(&scene));
        std::thread::spawn(move || (0..50).map(|_| set.fill(&job(0, "vi"), &scene).expect("fills").value).next_back())
    };
    let threads = [fill(), fill()];
    let [one, two] = threads.map(|thread| thread.join().ok().flatten().expect("filled"));
    assert_eq!((&one.text, one.digest, &one.bindings), (&two.text, two.digest, &two.bindings));
    let moved = super::fill(&format!("{{# a comment\n #}}{source}")).expect("fills");
    assert_ne!(moved.text, one.text);
    assert_eq!(moved.digest, one.digest);
}

#[test]
fn exact_numbers_count_and_rounded_ones_do_not() {
    let digest = |source: &str, score: f64| {
        let (campaign, dataset) = campaign_and_data();
        let mut dataset = (*dataset).clone();
        let table = dataset.tables.get_mut("units").expect("there");
        table.records[0].cells[3].value = Value::Number(score);
        let scene = Arc::new(Scene::new(campaign, Arc::new(dataset)));
        let set = set(&[("card/template.svg", source)]).expect("reads");
        set.fill(&job(0, "vi"), &scene).expect("fills").value.digest
    };
    let value = "{{ value(of=record, field=\"score\", decimals=0) }}";
    assert_eq!(digest(value, 74.1), digest(value, 74.2));
    let datum = "{{ datum(of=record, field=\"score\", decimals=0) }}";
    assert_ne!(digest(datum, 74.1), digest(datum, 74.2));
}

#[test]
fn data_cannot_forge_and_oddities_pass() {
    let odd = format!("{BEGIN}{DIGIT_ZERO}{MIDDLE}9{END} مرحبا \u{202E} 👩‍👩‍👧 {}", "x".repeat(200_000));
    let (campaign, dataset) = campaign_and_data();
    let mut dataset = (*dataset).clone();
    dataset.tables.get_mut("units").expect("there").records[0].cells[1].value = Value::Text(odd.as_str().into());
    let scene = Arc::new(Scene::new(campaign, Arc::new(dataset)));
    let set = set(&[("card/template.svg", "{{ record.name }}{{ value(of=record, field=\"name\") }}")]).expect("reads");
    let markup = set.fill(&job(0, "vi"), &scene).expect("fills").value;
    assert_eq!(markup.bindings.len(), 1);
    assert_eq!(strip_fences(&markup.text), strip_fences(&odd).repeat(2));
}

#[test]
#[ignore = "a measurement: run it alone with --ignored --nocapture"]
fn time_of_a_fill() {
    let (campaign, dataset) = campaign_and_data();
    let mut dataset = (*dataset).clone();
    let table = dataset.tables.get_mut("units").expect("there");
    let first = table.records[0].clone();
    table.records = (0..95).map(|at| Record { key: format!("u{at}").into(), ..first.clone() }).collect();
    let scene = Arc::new(Scene::new(campaign, Arc::new(dataset)));
    let source = "<svg>{% for r in tables.units %}<m:row><m:text>{{ value(of=r, field=\"name\") }}</m:text>\
        <m:text>{{ datum(of=r, field=\"score\", unit=true) }}</m:text></m:row>{% endfor %}\
        {{ sum(of=tables.units, field=\"staff\") }}{{ rank(of=record, among=tables.units, field=\"score\") }}</svg>";
    let set = Arc::new(set(&[("card/template.svg", source)]).expect("reads"));
    for guarded in [false, true] {
        let start = std::time::Instant::now();
        for _ in 0..1000 {
            let done = if guarded {
                set.fill_within(std::time::Duration::from_secs(5), &job(0, "vi"), &scene)
            } else {
                set.fill(&job(0, "vi"), &scene)
            };
            assert!(done.is_ok());
        }
        eprintln!("guarded {guarded}: {:?} a fill", start.elapsed() / 1000);
    }
}

#[test]
fn what_is_said_is_filled_with_the_picture_and_taken_out_of_it() {
    let markup = fill_in(
        "en",
        "<svg xmlns:m=\"urn:mocban:1\"><m:alt>\n {{ value(of=record, field=\"name\") }} &amp; 2025:\n\
         {{ value(of=record, field=\"score\", unit=true) }}</m:alt><m:caption>{% if record.score > 100 %}high{% endif %}</m:caption>\
         <m:text>{{ value(of=record, field=\"score\") }}</m:text></svg>",
    )
    .expect("fills");
    assert_eq!(markup.said.alt.as_deref(), Some("Health & 2025: 74.5%"));
    assert_eq!(markup.said.bound, [vec![], vec![], vec![0, 1]]);
    let seen = strip_fences(&markup.text);
    assert!(seen.ends_with("><m:text m:at=\"0:3:122\">74.5</m:text></svg>") && !seen.contains("Health"), "{seen}");
    let cells: Vec<_> = markup.bindings.iter().map(|binding| binding.cells[0].to_string()).collect();
    assert_eq!(cells, ["units/a/name.en", "units/a/score", "units/a/score"]);
}
