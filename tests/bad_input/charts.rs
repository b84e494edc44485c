//! Charts that are asked for wrongly, and maps that are none.

use crate::trial::{Bad, bad, odd, try_all};

/// The template; the chart stands on its line 6.
const TEMPLATE: &str = "templates/card/template.svg";
/// What is replaced by it.
const LINE: &str = "<m:space grow=\"1\"/>";
/// A value of a datum.
const VALUE: &str = "<m:value>{{ datum(of=record, field=\"score\") }}</m:value>";
/// Two invented squares.
const ISLE: &str = r#"{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"key":"north"},"geometry":{"type":"Polygon","coordinates":[[[0,1],[1,1],[1,2],[0,2],[0,1]]]}},
{"type":"Feature","properties":{"key":"south"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}}
]}"#;

/// Bad input with a chart in the template, and a map beside the data.
fn with_chart(bad: Bad, line: String) -> Bad {
    bad.edit(TEMPLATE, LINE, line).write("data/isle.geojson", ISLE)
}

/// A chart that is an error at a place of line 6.
fn chart(kind: &'static str, code: &str, column: usize, line: String) -> Bad {
    with_chart(bad(kind, code, &format!("{TEMPLATE}:6:{column}")), line)
}

#[test]
fn charts() {
    let datum = |inside: &str| format!("<m:datum>{inside}</m:datum>");
    try_all(&[
        chart(
            "two values for one series",
            "MB0740",
            3,
            format!("<m:chart kind=\"bars\">{}</m:chart>", datum(&VALUE.repeat(2))),
        ),
        chart(
            "one value for two series",
            "MB0740",
            3,
            format!("<m:chart kind=\"columns\"><m:series>A</m:series><m:series>B</m:series>{}</m:chart>", datum(VALUE)),
        ),
        chart(
            "a change that bars do not draw",
            "MB0741",
            33,
            format!("<m:chart kind=\"bars\">{}</m:chart>", datum("<m:change>x</m:change>")),
        ),
        chart(
            "series of a ring",
            "MB0741",
            24,
            format!("<m:chart kind=\"ring\"><m:series>A</m:series>{}</m:chart>", datum(VALUE)),
        ),
        chart("a misspelt element", "MB0702", 33, format!("<m:chart kind=\"bars\">{}</m:chart>", datum("<m:valeu/>")))
            .names("value"),
        chart(
            "a misspelt attribute of a datum",
            "MB0703",
            24,
            format!("<m:chart kind=\"bars\"><m:datum emphasys=\"true\">{VALUE}</m:datum></m:chart>"),
        )
        .names("emphasis"),
        chart(
            "a misspelt status",
            "MB0708",
            24,
            format!("<m:chart kind=\"bars\"><m:datum status=\"planned\">{VALUE}</m:datum></m:chart>"),
        )
        .names("forecast"),
        chart(
            "a number of another function in a bar",
            "MB0723",
            33,
            format!(
                "<m:chart kind=\"bars\">{}</m:chart>",
                datum("<m:value>{{ value(of=record, field=\"score\") }}</m:value>")
            ),
        ),
    ]);
}

#[test]
fn what_charts_need() {
    let datum = |inside: &str| format!("<m:datum>{inside}</m:datum>");
    try_all(&[
        chart("a class without tokens", "MB0743", 3, format!("<m:chart kind=\"bars\" class=\"loud\">{}</m:chart>", datum(VALUE)))
            .names("loud"),
        chart("icons without an icon", "MB0744", 3, format!("<m:chart kind=\"icons\">{}</m:chart>", datum(VALUE))),
        chart("a map without a name", "MB0744", 3, format!("<m:chart kind=\"map\">{}</m:chart>", datum(VALUE))),
        chart("data without keys", "MB0744", 3, format!("<m:chart kind=\"map\" map=\"isle\">{}</m:chart>", datum(VALUE))),
        chart("an unknown map", "MB0752", 3, format!("<m:chart kind=\"map\" map=\"ilse\">{}</m:chart>", datum(VALUE)))
            .names("isle"),
        chart(
            "an area that is not on the map",
            "MB0753",
            3,
            format!("<m:chart kind=\"map\" map=\"isle\"><m:datum key=\"nroth\">{VALUE}</m:datum></m:chart>"),
        )
        .names("north"),
        chart(
            "two data for one area",
            "MB0754",
            3,
            format!("<m:chart kind=\"map\" map=\"isle\">{}</m:chart>", format!("<m:datum key=\"north\">{VALUE}</m:datum>").repeat(2)),
        ),
        with_chart(
            odd("series that are alike in grey", "MB0742", &format!("{TEMPLATE}:6:3")),
            format!(
                "<m:chart kind=\"bars\" series=\"{{color.ink}} {{color.ink}}\"><m:series>A</m:series><m:series>B</m:series>{}</m:chart>",
                datum(&VALUE.repeat(2))
            ),
        )
        .args(&["check"])
        .among_others(),
    ]);
}

#[test]
fn maps() {
    let file = "data/isle.geojson";
    let bad_map = |kind: &'static str, code: &str, place: &str, text: String| {
        bad(kind, code, &format!("{file}{place}")).write("data/isle.geojson", text)
    };
    try_all(&[
        bad_map("a map that is cut off", "MB0745", ":3:98", ISLE[..ISLE.len() - 30].to_owned()).among_others(),
        bad_map("a map that is a table", "MB0745", ":1:1", "id,name\n".to_owned()),
        bad_map("an area without a key", "MB0746", "", ISLE.replacen("\"key\"", "\"kee\"", 1)),
        bad_map("two areas of one key", "MB0747", "", ISLE.replace("south", "north")),
        bad_map(
            "a point for an area",
            "MB0748",
            "",
            ISLE.replacen(
                "\"Polygon\",\"coordinates\":[[[0,1],[1,1],[1,2],[0,2],[0,1]]]",
                "\"Point\",\"coordinates\":[0,1]",
                1,
            ),
        ),
        bad_map("metres for degrees", "MB0749", "", ISLE.replacen("[1,2]", "[553120,2324110]", 1)),
        bad_map(
            "a ring around the world",
            "MB0750",
            "",
            ISLE.replacen("[[[0,1],[1,1],[1,2],[0,2],[0,1]]]", "[[[-100,0],[100,0],[100,9],[-100,9],[-100,0]]]", 1),
        ),
    ]);
}
