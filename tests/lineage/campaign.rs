//! A small campaign with every way in which a picture may hang on a cell, on two tiny surfaces in two languages.

use crate::workshop::Workshop;

/// Wishes: cards of each town, pictures of all of them, a choice of the best, and one that compares with another table.
const CAMPAIGN: &str = r#"slug = "t"
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
[defaults]
languages = ["vi", "en"]
encodings = ["svg"]
[[product]]
name = "card"
formats = ["broad", "even"]
template = "card"
each = "towns"
headline.vi = "Thị trấn {name}"
headline.en = "Town {name}"
[[product]]
name = "sums"
formats = ["broad", "even"]
template = "sums"
all = "towns"
where = { open = "yes" }
sort = "name.en"
[[product]]
name = "best"
formats = ["broad", "even"]
template = "best"
all = "towns"
sort = "-score"
limit = 2
[[product]]
name = "chart"
formats = ["broad", "even"]
template = "chart"
all = "towns"
sort = "staff"
[[product]]
name = "goal"
formats = ["broad", "even"]
template = "goal"
each = "towns"
where = { id = ["north", "south"] }
[[product]]
name = "first"
formats = ["broad"]
template = "first"
all = "towns"
where = { open = ["yes", "no"] }
sort = "-staff"
limit = 1
[[product]]
name = "few"
formats = ["even"]
template = "first"
each = "towns"
sort = "previous"
limit = 2
"#;

/// The tiny surfaces.
const FORMATS: &str = r#"[broad]
width = "360px"
height = "200px"
rem = "14px"
title.vi = "Rộng"
title.en = "Broad"
source = "a test"
checked = "2026-01-01"
confidence = "high"
[even]
width = "260px"
height = "260px"
rem = "14px"
title.vi = "Vuông"
title.en = "Even"
source = "a test"
checked = "2026-01-01"
confidence = "high"
"#;

/// Towns: every kind of cell, two of them read by no template.
const TOWNS: &str = "id,name.vi,name.en,score,previous,staff,open,since,remark,source,status
north,Bắc,North,71.52,70.1,12,yes,2020-05-01,a,12/BC,measured
south,Nam,South,64.00,66.5,7,yes,2021-06-02,b,12/BC,measured
east,Đông,East,55.25,,31,no,2019-07-03,c,13/BC,measured
west,Tây,West,80.49,80.48,5,yes,2018-08-04,d,,measured
";
/// What they are.
const TOWNS_SCHEMA: &str = r#"locale = "en"
key = "id"
[columns.id]
type = "text"
required = true
[columns."name.vi"]
type = "text"
[columns."name.en"]
type = "text"
[columns.score]
type = "number"
decimals = 1
unit = "%"
[columns.previous]
type = "number"
decimals = 1
[columns.staff]
type = "integer"
[columns.open]
type = "text"
[columns.since]
type = "date"
[columns.remark]
type = "text"
[columns.source]
type = "text"
[columns.status]
type = "text"
allowed = ["measured", "illustrative"]
"#;
/// Another table, of which templates reach one by name.
const GOALS: &str = "id,least,label\nfirst,60,Một\nsecond,75.5,Hai\n";
/// What they are.
const GOALS_SCHEMA: &str = r#"locale = "en"
key = "id"
[columns.id]
type = "text"
required = true
[columns.least]
type = "number"
[columns.label]
type = "text"
"#;

/// Templates: name, tables it needs, what it says of itself, and its blocks.
const TEMPLATES: [(&str, &str, &str, &str); 6] = [
    (
        "card",
        "\"towns\"",
        r#"<m:caption>{{ value(of=record, field="name") }}: {{ value(of=record, field="since") }}</m:caption>"#,
        r#"<m:text name="name">{{ value(of=record, field="name") }}</m:text>
  <m:text name="score">{{ value(of=record, field="score", unit=true) }}</m:text>
  <m:text>{{ trend(of=record, field="score", from="previous", up=t(key="up"), down=t(key="down"), same=t(key="same")) }}</m:text>
  {% if record.open == "yes" %}<m:rule height="hairline" fill="{color.accent}"/>{% endif %}
  {% if record.staff is not none and record.staff > 10 %}<m:text>{{ t(key="large") }}</m:text>{% endif %}"#,
    ),
    (
        "sums",
        "\"towns\"",
        "",
        r#"<m:text>{{ sum(of=records, field="staff") }} · {{ mean(of=records, field="score") }} · {{ maximum(of=records, field="score", decimals=0) }}</m:text>
  <m:text>{{ count(of=records, field="previous") }}/{{ count(of=records) }} · {{ share(part=records, of=tables.towns, field="staff", decimals=0) }}</m:text>"#,
    ),
    (
        "best",
        "\"towns\"",
        r#"<m:alt>{% for r in records %}{{ value(of=r, field="name") }} {% endfor %}</m:alt>"#,
        r#"{% for r in records %}<m:text>{{ rank(of=r, among=tables.towns, field="score") }}. {{ value(of=r, field="name") }} {{ value(of=r, field="score", decimals=0) }}</m:text>{% endfor %}"#,
    ),
    (
        "chart",
        "\"towns\"",
        "",
        r#"<m:chart kind="bars" grow="1" min-height="0">{% for r in records %}<m:datum emphasis="{{ r.open == "no" }}"><m:label>{{ value(of=r, field="name") }}</m:label><m:value>{{ datum(of=r, field="score") }}</m:value><m:previous>{{ datum(of=r, field="previous") }}</m:previous></m:datum>{% endfor %}</m:chart>"#,
    ),
    ("first", "\"towns\"", "", r#"{% for r in records %}<m:text>{{ value(of=r, field="name") }}</m:text>{% endfor %}"#),
    (
        "goal",
        "\"towns\", \"goals\"",
        "",
        r#"{% for goal in tables.goals %}<m:text>{% if record.score is not none and goal.least is not none and record.score >= goal.least %}{{ value(of=goal, field="label") }}{% else %}–{% endif %}</m:text>{% endfor %}
  <m:text>{{ difference(of=record, field="score", from="previous") }}</m:text>"#,
    ),
];

/// The words of all of them.
const WORDS: [(&str, &str); 2] = [
    ("vi", "up = tăng\ndown = giảm\nsame = như cũ\nlarge = lớn\nillustrative = Minh họa\n"),
    ("en", "up = up\ndown = down\nsame = as before\nlarge = large\nillustrative = Illustrative\n"),
];

/// The campaign in a folder of its own.
pub(crate) fn campaign() -> Workshop {
    let shop = Workshop::new();
    std::fs::remove_dir_all(shop.path().join("templates")).unwrap();
    for (path, text) in [
        ("campaign.toml", CAMPAIGN),
        ("formats.toml", FORMATS),
        ("data/towns.csv", TOWNS),
        ("data/towns.schema.toml", TOWNS_SCHEMA),
        ("data/goals.csv", GOALS),
        ("data/goals.schema.toml", GOALS_SCHEMA),
    ] {
        shop.write(path, text);
    }
    for (name, needs, said, blocks) in TEMPLATES {
        shop.write(&format!("templates/{name}/template.svg"), template(said, blocks));
        shop.write(
            &format!("templates/{name}/template.toml"),
            format!("title.vi = \"Mẫu\"\ntitle.en = \"Template\"\nneeds = [{needs}]\nshapes = [\"wide\", \"square\"]\nsequence = \"still\"\n"),
        );
        for (language, words) in WORDS {
            shop.write(&format!("templates/{name}/{language}.ftl"), words);
        }
    }
    shop
}

/// A page around some blocks.
fn template(said: &str, blocks: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:m=\"urn:mocban:1\">
{said}<m:ground fill=\"{{color.paper}}\"/>
<m:column gap=\"0.2rem\">
  {blocks}
  <m:text name=\"illustrative\" when=\"illustrative\">{{{{ t(key=\"illustrative\") }}}}</m:text>
</m:column>
</svg>
"
    )
}

#[test]
fn the_campaign_is_sound() {
    let shop = campaign();
    let report = shop.render(&[]);
    assert_eq!((report.failed, report.code), (0, 0), "{}", report.told);
    assert_eq!(report.rendered, 42, "{}", report.told);
}
