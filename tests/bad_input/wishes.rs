//! Wrong wishes: campaign.toml, formats.toml, template.toml and the command line.

use crate::trial::{Bad, bad, try_all};

/// The wishes.
const CAMPAIGN: &str = "campaign.toml";

/// Words of campaign.toml replaced.
fn wish(kind: &'static str, code: &str, place: &str, from: &'static str, to: &'static str) -> Bad {
    bad(kind, code, place).edit(CAMPAIGN, from, to)
}

/// A format of the campaign's own.
fn format(kind: &'static str, code: &str, place: &str, text: &'static str) -> Bad {
    bad(kind, code, place).write("formats.toml", text)
}

#[test]
fn campaign() {
    try_all(&[
        wish("TOML that does not close", "MB0010", "campaign.toml:1:10", "slug = \"t\"", "slug = \"t"),
        wish("an unknown key", "MB0011", "campaign.toml:5:1", "period = ", "perriod = ").names("period"),
        wish("an unknown key of a product", "MB0011", "campaign.toml:20:1", "formats = ", "format = ").among_others(),
        wish("an unknown template", "MB0105", "campaign.toml:18:12", "template = \"card\"", "template = \"crad\"").names("card"),
        wish("an unknown table", "MB0103", "campaign.toml:19:8", "each = \"towns\"", "each = \"town\"").names("towns"),
        wish("an unknown format", "MB0106", "campaign.toml:20:12", "\"og\"", "\"fb-sqare\"").names("fb-square"),
        wish("an unknown theme", "MB0107", "campaign.toml:22:11", "encodings", "themes = [\"darkk\"]\nencodings"),
        wish("an unknown language", "MB0109", "campaign.toml:21:20", "languages = [\"vi\", \"en\"]\nencodings", "languages = [\"vi\", \"fr\"]\nencodings"),
        wish("an unknown encoding", "MB0108", "campaign.toml:22:14", "\"png\"", "\"pgn\"").names("png"),
        wish("a slug with spaces", "MB0101", "campaign.toml:1:8", "slug = \"t\"", "slug = \"my towns\""),
        wish("a slug that climbs", "MB0101", "campaign.toml:1:8", "slug = \"t\"", "slug = \"../t\""),
        wish("two products of one name", "MB0102", "campaign.toml:25:8", "headline.vi = \"Thị trấn {name}\"\n", "headline.vi = \"Thị trấn {name}\"\n[[product]]\nname = \"card\"\ntemplate = \"card\"\nformats = [\"og\"]\neach = \"towns\"\n").among_others(),
        wish("a placeholder that is no column", "MB0104", "campaign.toml:24:15", "Town {name}", "Town {nmae}"),
        wish("a brace without its partner", "MB0115", "campaign.toml:24:15", "Town {name}", "Town {name"),
        wish("a headline in one language", "MB0117", "campaign.toml:23:15", "headline.en = \"Town {name}\"\n", ""),
        wish("an address that is none", "MB0121", "campaign.toml:4:12", "https://towns.example", "towns"),
        wish("a private-use character", "MB0014", "campaign.toml:3:12", "\"Towns\"", "\"T\u{e001}\""),
        wish("no products", "MB0120", "campaign.toml", "[[product]]", "[product]").among_others(),
        bad("two keys that give one file name", "MB0501", "data/towns.csv:3:1").edit("data/towns.csv", "south,Nam", "North,Nam"),
        bad("campaign.toml ten thousand deep", "MB0010", "campaign.toml:1:85").write(CAMPAIGN, format!("a = {}", "[".repeat(10_000))).among_others(),
    ]);
}

#[test]
fn formats() {
    try_all(&[
        format("a side too long", "MB0406", "formats.toml:2:9", "[wall]\nwidth = \"90000px\"\nheight = \"100px\"\n"),
        format(
            "a safe area larger than the page",
            "MB0407",
            "formats.toml:4:8",
            "[wall]\nwidth = \"900px\"\nheight = \"100px\"\nsafe = \"60px\"\n",
        ),
        format("a length without a unit", "MB0402", "formats.toml:2:9", "[wall]\nwidth = \"90\"\nheight = \"100px\"\n"),
        format("a side of nothing", "MB0403", "formats.toml:2:9", "[wall]\nwidth = \"0px\"\nheight = \"100px\"\n"),
        format(
            "an unknown key of a format",
            "MB0011",
            "formats.toml:4:1",
            "[wall]\nwidth = \"90px\"\nheight = \"100px\"\nbled = \"1px\"\n",
        )
        .names("bleed"),
        format(
            "a byte limit that cannot be met",
            "MB0906",
            "templates/card/template.svg",
            "[og]\nmax_bytes = \"10B\"\n",
        )
        .names("og"),
        format(
            "a shape that the template is not drawn for",
            "MB1012",
            "campaign.toml:17:8",
            "[og]\nwidth = \"600px\"\nheight = \"600px\"\n",
        ),
    ]);
}

#[test]
fn template_declarations() {
    let toml = "templates/card/template.toml";
    try_all(&[
        bad("an unknown key of a template", "MB0602", "templates/card/template.toml:3:1")
            .edit(toml, "needs", "need")
            .names("needs"),
        bad("a shape that is none", "MB0605", "templates/card/template.toml:4:11")
            .edit(toml, "wide", "wdie")
            .names("wide"),
        bad("a template whose table is not there", "MB0622", "templates/card/template.toml:3:10").edit(
            toml,
            "\"towns\"",
            "\"villages\"",
        ),
        bad("a template without template.toml", "MB0001", toml).does(move |shop| crate::trial::remove(shop, toml)),
    ]);
}

#[test]
fn command_line() {
    try_all(&[
        bad("an unknown product", "MB0505", "").args(&["render", "--only", "crad"]).names("card"),
        bad("an unknown format to choose", "MB0506", "").args(&["render", "--format", "ogg"]).names("og"),
        bad("an unknown language to choose", "MB0507", "").args(&["render", "--lang", "fr"]).names("vi"),
        bad("an unknown theme to choose", "MB0508", "").args(&["render", "--theme", "drak"]).names("drak"),
        bad("a code that is none", "MB1103", "").args(&["explain", "MB9999"]).exit(2).names("MB9999"),
    ]);
}
