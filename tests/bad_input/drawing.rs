//! Fragments and icons that reach outside, cost too much, or do not read.

use crate::brand::BOMB;
use crate::trial::{Bad, bad, try_all};

/// The template.
const TEMPLATE: &str = "templates/card/template.svg";

/// A fragment on line 6 that holds this.
fn fragment(kind: &'static str, code: &str, inside: impl AsRef<str>) -> Bad {
    bad(kind, code, "templates/card/template.svg:6:3").edit(TEMPLATE, "<m:space grow=\"1\"/>", svg(inside.as_ref()))
}

/// A fragment that holds this.
fn svg(inside: &str) -> String {
    format!("<svg viewBox=\"0 0 9 9\" width=\"4rem\" height=\"4rem\">{inside}</svg>")
}

/// An icon drawn so, on line 6.
fn icon(kind: &'static str, code: &str, place: &str, svg: impl AsRef<[u8]> + 'static) -> Bad {
    let used = "<m:icon icon=\"dot\" width=\"2rem\" height=\"2rem\"/>";
    bad(kind, code, place).write("brand/icons/dot.svg", svg).edit(TEMPLATE, "<m:space grow=\"1\"/>", used)
}

#[test]
fn fragments() {
    let xlink = "<use xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"/etc/passwd#a\"/>";
    let deep = format!("{}{}", "<g>".repeat(10_000), "</g>".repeat(10_000));
    let layers = format!("{}<path d=\"M0 0h9\"/>{}", "<g opacity=\".9\">".repeat(2_000), "</g>".repeat(2_000));
    let many = "<path d=\"M0 0h9\"/>".repeat(300_000);
    try_all(&[
        fragment("a picture from the disk", "MB0720", "<image href=\"/etc/passwd\"/>"),
        fragment("a file address", "MB0721", "<use href=\"file:///etc/passwd\"/>"),
        fragment("an xlink to a file", "MB0721", xlink),
        fragment("a paint from outside", "MB0721", "<path d=\"M0 0h9\" fill=\"url(file:///etc/passwd#a)\"/>"),
        fragment("an event", "MB0721", "<path d=\"M0 0h9\" onload=\"x()\"/>"),
        fragment("a script", "MB0720", "<script>x()</script>"),
        fragment("text past the layout", "MB0720", "<text>x</text>"),
        fragment("an unknown token in a drawing", "MB0705", "<path d=\"M0 0h9\" fill=\"{color.nope}\"/>"),
        fragment("noise without end", "MB0722", "<filter id=\"f\"><feTurbulence numOctaves=\"1000000000\"/></filter>"),
        fragment(
            "a blur without end",
            "MB0722",
            "<filter id=\"f\"><feGaussianBlur stdDeviation=\"1e9\"/></filter><rect width=\"9\" height=\"9\" filter=\"url(#f)\"/>",
        ),
        fragment("groups ten thousand deep", "MB0725", deep),
        fragment("layers two thousand deep", "MB0725", layers),
        bad("a template of megabytes", "MB0615", TEMPLATE).edit(TEMPLATE, "<m:space grow=\"1\"/>", many),
        bad("a use of itself", "MB0903", TEMPLATE).edit(
            TEMPLATE,
            "<m:space grow=\"1\"/>",
            svg("<g id=\"a\"><use href=\"#a\"/></g>"),
        ),
        fragment("a mountain of a radius", "MB0722", "<filter id=\"f\"><feMorphology radius=\"1e6\"/></filter>"),
        bad("a fragment without viewBox", "MB0719", "templates/card/template.svg:6:3").edit(
            TEMPLATE,
            "<m:space grow=\"1\"/>",
            "<svg width=\"4rem\" height=\"4rem\"/>",
        ),
        bad("a fragment without a size", "MB0716", "templates/card/template.svg:6:3").edit(
            TEMPLATE,
            "<m:space grow=\"1\"/>",
            "<svg viewBox=\"0 0 9 9\"/>",
        ),
    ]);
}

#[test]
fn icons() {
    let head = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\n";
    try_all(&[
        icon("an icon whose tag never closes", "MB0354", "brand/icons/dot.svg:2:7", format!("{head}<path></svg>")),
        icon(
            "an icon without viewBox",
            "MB0355",
            "brand/icons/dot.svg:1:1",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        ),
        icon(
            "an icon that reads a file",
            "MB0357",
            "brand/icons/dot.svg:2:6",
            format!("{head}<use href=\"/etc/passwd\"/></svg>"),
        ),
        icon(
            "an icon with entities that multiply",
            "MB0354",
            "brand/icons/dot.svg:1:1",
            format!("{BOMB}{head}<desc>&d;&d;</desc></svg>"),
        ),
        icon(
            "an icon ten thousand deep",
            "MB0359",
            "brand/icons/dot.svg:2:190",
            format!("{head}{}{}</svg>", "<g>".repeat(10_000), "</g>".repeat(10_000)),
        ),
    ]);
}
