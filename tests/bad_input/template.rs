//! Templates that are wrong, or that mean harm.

use crate::brand::BOMB;
use crate::trial::{Bad, bad, try_all};

/// The template; the rows below stand on its line 6.
const TEMPLATE: &str = "templates/card/template.svg";
/// What is replaced by them.
const LINE: &str = "<m:space grow=\"1\"/>";

/// A template with this on line 6; the place is a line and column of it.
fn page(kind: &'static str, code: &str, place: &str, line: impl Into<String>) -> Bad {
    bad(kind, code, &format!("{TEMPLATE}:{place}")).edit(TEMPLATE, LINE, line)
}

/// Only three of the six pictures: a fill that hangs takes its time.
fn few(bad: Bad) -> Bad {
    bad.args(&["render", "--lang", "vi"])
}

#[test]
fn source() {
    try_all(&[
        page("a tag of Tera that does not close", "MB0610", "7:1", "{{ t("),
        page("a field that is not there", "MB0621", "6:16", "{% if record.socre %}x{% endif %}").names("score"),
        page("a field that is not there, printed", "MB0621", "6:6", "{{ value(of=record, field=\"socre\") }}"),
        page("a misspelt filter", "MB0612", "6:12", "{{ 'x' | uper }}").names("upper"),
        page("a misspelt function", "MB0612", "6:6", "{{ valeu(of=record) }}").names("value"),
        page("a misspelt word of the campaign", "MB0625", "6:6", "{{ t(key=\"known\", x=campaign.perod) }}"),
        page("words that no language has", "MB0611", "6:12", "{{ t(key=\"knwon\") }}").names("known"),
        page("an include that is not there", "MB0607", "6:14", "{% include \"parts/x.svg\" %}"),
        page("an include from outside", "MB0607", "6:14", "{% include \"/etc/passwd\" %}"),
        page("an include of itself", "MB0608", "6:14", "{% include \"card/template.svg\" %}"),
        page("extending without end", "MB0609", "6:6", "{% extends \"template.svg\" %}")
            .also("MB0610", "templates/card/template.svg:6:14"),
        page("a private-use character", "MB0614", "6:3", "\u{e001}"),
        page(
            "a cut number",
            "MB0632",
            "6:1",
            "<m:text type=\"{type.body}\">{{ value(of=record, field=\"name\") | truncate(length=2) }}</m:text>",
        ),
        page(
            "a component that calls itself",
            "MB0631",
            "6:26",
            "{% component c() %}{{ <c/> }}{% endcomponent c %}{{ <c/> }}",
        ),
        bad("words that are not Fluent", "MB0606", "templates/card/vi.ftl:1:1")
            .write("templates/card/vi.ftl", "= x\n")
            .among_others(),
    ]);
}

#[test]
fn templates_that_mean_harm() {
    let loops = "{% for a in range(end=100000) %}{% for b in range(end=100000) %}";
    let doubled = format!("{{% set x = 'đường' %}}{}{{{{ x }}}}", "{% set x = x ~ x %}".repeat(60));
    try_all(&[
        few(page(
            "a loop without end that prints nothing",
            "MB0630",
            "6:6",
            format!("{loops}{{% endfor %}}{{% endfor %}}"),
        )),
        few(page(
            "a loop without end that prints",
            "MB0629",
            "6:1",
            format!("{loops}<m:rule/>{{% endfor %}}{{% endfor %}}"),
        )),
        few(page("a string that doubles sixty times", "MB0618", "6:198", doubled)),
        page(
            "a component that doubles what it is given",
            "MB0618",
            "6:27",
            "{% component d(x) %}{{ <d x={x ~ x}/> }}{% endcomponent d %}",
        ),
    ]);
}

#[test]
fn markup() {
    try_all(&[
        page("an unclosed tag", "MB0701", "6:3", "<m:row>"),
        page("an unknown element", "MB0702", "6:3", "<m:colum/>").names("column"),
        page("an unknown attribute", "MB0703", "6:3", "<m:space grwo=\"1\"/>").names("grow"),
        page("a length in pixels", "MB0704", "6:3", "<m:space height=\"12px\"/>"),
        page("a colour as hex", "MB0706", "6:3", "<m:rule fill=\"#ff0000\"/>"),
        page("an unknown token", "MB0705", "6:3", "<m:rule fill=\"{color.acent}\"/>").names("color.accent"),
        page("text in a box", "MB0715", "3:1", "words"),
        page("two boxes", "MB0713", "6:14", "</m:column><m:column>"),
    ]);
}

#[test]
fn what_is_drawn() {
    try_all(&[
        page("a number bound to nothing", "MB0801", "6:3", "<m:text type=\"{type.body}\">tăng 12 điểm</m:text>")
            .names("12"),
        page(
            "a bound number in an attribute",
            "MB0707",
            "6:3",
            "<m:space height=\"{{ value(of=record, field=\"name\") }}rem\"/>",
        ),
        page(
            "words that do not fit",
            "MB0730",
            "6:3",
            "<m:text type=\"{type.head}\" width=\"4rem\" lines=\"1\">Chuyển đổi số toàn diện</m:text>",
        ),
        page(
            "a box beyond the page",
            "MB0731",
            "6:3",
            "<m:rule name=\"long\" height=\"99rem\" width=\"1rem\" shrink=\"0\"/>",
        )
        .among_others(),
        page("an unknown icon", "MB0718", "6:3", "<m:icon icon=\"srever\"/>").names("srever"),
        page("an unknown mark", "MB0717", "6:3", "<m:mark/>").names("main"),
        page("an unknown chart", "MB0724", "6:3", "<m:chart kind=\"barz\"/>").names("bars"),
        page(
            "boxes ten thousand deep",
            "MB0714",
            "6:451",
            format!("{}{}", "<m:row>".repeat(10_000), "</m:row>".repeat(10_000)),
        ),
        bad("entities that multiply", "MB0701", "templates/card/template.svg:1:1")
            .edit(TEMPLATE, "<svg", format!("{BOMB}<svg"))
            .edit(TEMPLATE, LINE, "<m:text>&d;&d;</m:text>"),
        bad("a face that lacks an emoji", "MB0711", "templates/card/template.svg:4:3")
            .edit("data/towns.csv", "Bắc", "Bắc 🦆")
            .names("🦆"),
        bad("a face that lacks 漢", "MB0711", "templates/card/template.svg:4:3")
            .edit("data/towns.csv", "Bắc", "Bắc 漢")
            .names("漢"),
        page("a weight that no face has", "MB0343", "6:3", "<m:text type=\"{type.body}\" weight=\"300\">Bắc</m:text>"),
    ]);
}
