//! Marks: the list, and what a drawing may hold.

use super::*;

/// A kit with one mark, from what stands in its list and its drawing.
fn mark(list: &str, svg: &str) -> Checked<Brand> {
    Brand::read(&small(&[
        (
            "brand/brand.tokens.json",
            r##"{"color": {"$type": "color", "ink": {"$value": {"colorSpace": "srgb", "components": [0, 0, 1]}}}}"##,
        ),
        ("brand/marks/marks.toml", list),
        ("brand/marks/main.svg", svg),
    ]))
}

/// A list that is right.
const LIST: &str = "[main]\nfile = \"main.svg\"\nclear_space = 0.25\nmin_height = 2\nalt.vi = \"dấu\"\n";

/// A drawing with this inside.
fn drawing(inside: &str) -> String {
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 20 10">{inside}</svg>"#
    )
}

#[test]
fn a_mark_is_read_and_follows_the_theme() {
    let brand = mark(LIST, &drawing(r##"<rect id="a" fill="{color.ink}"/><use xlink:href="#a"/><g fill="url(#a)"/>"##))
        .unwrap()
        .value;
    let mark = &brand.marks["main"];
    assert_eq!((mark.aspect, mark.clear_space, mark.min_height, mark.alt["vi"].as_str()), (2.0, 0.25, 2.0, "dấu"));
    assert!(mark.colored(&brand.themes["default"]).contains(r##"fill="#0000ff""##));
}

#[test]
fn the_list_is_checked() {
    for (list, expected) in [
        ("[main\n", "MB0350"),
        ("main = 3\n", "MB0353"),
        ("[main]\nclear_space = 0.25\nmin_height = 2.0\n", "MB0352"),
        ("[main]\nfile = \"main.svg\"\nclear_spce = 0.25\nmin_height = 2.0\nclear_space = 1\n", "MB0351"),
        ("[main]\nfile = \"main.svg\"\nclear_space = -1\nmin_height = 2.0\n", "MB0353"),
        ("[main]\nfile = \"main.svg\"\nclear_space = nan\nmin_height = 2.0\n", "MB0353"),
        ("[main]\nfile = \"main.svg\"\nclear_space = 0.1\nmin_height = 2.0\nalt = \"x\"\n", "MB0353"),
        ("[main]\nfile = \"../main.svg\"\nclear_space = 0.1\nmin_height = 2.0\n", "MB0337"),
        ("[main]\nfile = 3\nclear_space = 0.1\nmin_height = 2.0\n", "MB0353"),
    ] {
        let all = found(&mark(list, &drawing("")));
        assert!(!all.is_empty() && all.iter().all(|f| f.starts_with(expected)), "{list}: {all:?}");
    }
    assert_eq!(
        found(&mark(&LIST.replace("clear_space", "clear-space"), &drawing("")))[1],
        "MB0351 brand/marks/marks.toml:3:1"
    );
}

#[test]
fn drawings_that_act_reach_out_or_need_fonts_are_refused() {
    for (inside, expected) in [
        ("<text>a</text>", "MB0356"),
        ("<script>1</script>", "MB0356"),
        ("<rect onclick='x'/>", "MB0356"),
        ("<a xlink:href='#x'/>", "MB0356"),
        ("<image href='http://x/y.png'/>", "MB0357"),
        ("<image xlink:href='../y.png'/>", "MB0357"),
        ("<image href='data:image/svg+xml;base64,AA'/>", "MB0357"),
        ("<use href='other.svg#a'/>", "MB0357"),
        ("<style>@import 'x.css';</style>", "MB0357"),
        ("<style>a { fill: URL( 'x.svg' ) }</style>", "MB0357"),
        ("<rect style='fill:url(x.svg#a)'/>", "MB0357"),
        ("<rect fill='{color.inkk}'/>", "MB0358"),
        ("<rect fill='{color}'/>", "MB0358"),
        ("<rect>", "MB0354"),
    ] {
        let all = found(&mark(LIST, &drawing(inside)));
        assert!(!all.is_empty() && all.iter().all(|f| f.starts_with(expected)), "{inside}: {all:?}");
    }
    assert!(mark(LIST, &drawing("<style>.a{fill:red}</style><image href='data:image/png;base64,AA'/>")).is_ok());
    for (svg, expected) in [
        ("<svg xmlns='http://www.w3.org/2000/svg'/>", "MB0355"),
        ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 0 10'/>", "MB0355"),
        ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 nan 10'/>", "MB0355"),
        ("<svg viewBox='0 0 1 1'/>", "MB0354"),
        ("<!DOCTYPE x [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>&a;</svg>", "MB0354"),
        ("", "MB0354"),
    ] {
        let all = found(&mark(LIST, svg));
        assert!(all.len() == 1 && all[0].starts_with(expected), "{svg}: {all:?}");
    }
}
