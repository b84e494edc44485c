//! Kits with broken tokens, fonts, marks and icons.

use crate::trial::{Bad, bad, odd, remove, try_all};
use crate::workshop::Workshop;

/// The tokens; `type` starts on line 13.
const TOKENS: &str = "brand/brand.tokens.json";
/// A kit of one mark.
const MARKS: &str =
    "[main]\nfile = \"main.svg\"\nclear_space = 0.2\nmin_height = 1.0\nalt.vi = \"Dấu\"\nalt.en = \"Mark\"\n";

/// The value of a colour changed.
fn color(bad: Bad, name: &'static str, value: &str) -> Bad {
    bad.edit(TOKENS, "\"surface\": {\"$value\": \"{color.paper}\"}", format!("\"{name}\": {value}"))
}

/// A resolver file.
fn resolver(bad: Bad, text: &'static str) -> Bad {
    bad.write("brand/brand.resolver.json", text)
}

/// A mark drawn so.
fn mark(bad: Bad, svg: impl AsRef<[u8]> + 'static) -> Bad {
    bad.write("brand/marks/marks.toml", MARKS).write("brand/marks/main.svg", svg)
}

/// An entity that grows to a thousand million letters.
pub const BOMB: &str = "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>\
    <!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>]>\n";

#[test]
fn tokens() {
    try_all(&[
        bad("malformed token JSON", "MB0301", "brand/brand.tokens.json:18:1").edit(TOKENS, "[1, 1, 1]}}", "[1, 1, 1]}"),
        bad("a token file that is empty", "MB0301", "brand/brand.tokens.json:1:1").write(TOKENS, ""),
        bad("no token file", "MB0001", TOKENS).does(|shop: &Workshop| remove(shop, TOKENS)),
        color(
            bad("aliases in a ring", "MB0312", "brand/brand.tokens.json:8:25"),
            "surface",
            "{\"$value\": \"{color.surface}\"}",
        ),
        color(
            bad("an alias to nothing", "MB0311", "brand/brand.tokens.json:8:25"),
            "surface",
            "{\"$value\": \"{color.papre}\"}",
        )
        .names("color.paper"),
        color(
            bad("a type that does not match", "MB0313", "brand/brand.tokens.json:8:43"),
            "surface",
            "{\"$type\": \"color\", \"$value\": \"{type.body}\"}",
        ),
        color(bad("a colour that is a number", "MB0319", "brand/brand.tokens.json:8:25"), "surface", "{\"$value\": 7}"),
        color(odd("a colour as hex", "MB0323", "brand/brand.tokens.json:8:25"), "surface", "{\"$value\": \"#ffffff\"}"),
        color(
            bad("a component out of range", "MB0322", "brand/brand.tokens.json:8:66"),
            "surface",
            "{\"$value\": {\"colorSpace\": \"srgb\", \"components\": [1, 2, 1]}}",
        ),
        bad("tokens ten thousand deep", "MB0301", "brand/brand.tokens.json:1:636")
            .write(TOKENS, "{\"a\":".repeat(10_000)),
        resolver(
            bad("a resolver with an unknown set", "MB0332", "brand/brand.resolver.json:2:30"),
            "{\"version\": \"2025.10\", \"sets\": {\"base\": {\"sources\": [{\"$ref\": \"brand.tokens.json\"}]}},\n\"resolutionOrder\": [{\"$ref\": \"#/sets/bass\"}]}",
        ),
        resolver(
            bad("a resolver with an unknown file", "MB0337", "brand/brand.resolver.json:1:63"),
            "{\"version\": \"2025.10\", \"sets\": {\"base\": {\"sources\": [{\"$ref\": \"../../etc/passwd\"}]}},\n\"resolutionOrder\": [{\"$ref\": \"#/sets/base\"}]}",
        ),
    ]);
}

#[test]
fn fonts() {
    try_all(&[
        bad("a broken font file", "MB0340", "brand/fonts/BeVietnamPro_400Regular.ttf")
            .write("brand/fonts/BeVietnamPro_400Regular.ttf", "no font"),
        bad("a font that is cut", "MB0340", "brand/fonts/BeVietnamPro_400Regular.ttf").does(|shop| {
            let path = shop.path().join("brand/fonts/BeVietnamPro_400Regular.ttf");
            let bytes = std::fs::read(&path).unwrap();
            std::fs::write(path, &bytes[..bytes.len() / 2]).unwrap();
        }),
        bad("no fonts at all", "MB0347", "brand/fonts")
            .does(|shop| std::fs::remove_dir_all(shop.path().join("brand/fonts")).unwrap()),
        bad("an unknown family", "MB0342", "brand/brand.tokens.json:14:22")
            .also("MB0342", "brand/brand.tokens.json:15:23")
            .edit(
                TOKENS,
                "\"body\": {\"$value\": {\"fontFamily\": \"Be Vietnam Pro\"",
                "\"body\": {\"$value\": {\"fontFamily\": \"Bee Vietnam\"",
            ),
        bad("a weight that no face has", "MB0343", "brand/brand.tokens.json:14:22")
            .also("MB0343", "brand/brand.tokens.json:15:23")
            .edit(TOKENS, "\"fontWeight\": 400", "\"fontWeight\": 300"),
    ]);
}

#[test]
fn marks() {
    let head = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\n";
    try_all(&[
        mark(
            bad("a mark without viewBox", "MB0355", "brand/marks/main.svg:1:1"),
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h9\"/></svg>",
        ),
        mark(
            bad("a mark that reaches outside", "MB0357", "brand/marks/main.svg:2:8"),
            format!("{head}<image href=\"https://example.com/x.png\"/></svg>"),
        ),
        mark(
            bad("a mark that reads a file", "MB0357", "brand/marks/main.svg:2:8"),
            format!("{head}<image href=\"file:///etc/passwd\"/></svg>"),
        ),
        mark(bad("a mark with a script", "MB0356", "brand/marks/main.svg:2:1"), format!("{head}<script/></svg>")),
        mark(bad("a mark whose tag never closes", "MB0354", "brand/marks/main.svg:2:7"), format!("{head}<path></svg>")),
        mark(
            bad("a mark with entities that multiply", "MB0354", "brand/marks/main.svg:1:1"),
            format!("{BOMB}{head}<desc>&d;&d;&d;</desc></svg>"),
        ),
        mark(
            bad("a mark ten thousand deep", "MB0359", "brand/marks/main.svg:2:190"),
            format!("{head}{}{}</svg>", "<g>".repeat(10_000), "</g>".repeat(10_000)),
        ),
        bad("a mark without its drawing", "MB0337", "brand/marks/marks.toml:2:8")
            .write("brand/marks/marks.toml", MARKS),
        bad("a list of marks that is not TOML", "MB0350", "brand/marks/marks.toml:1:6")
            .write("brand/marks/marks.toml", "[main\n"),
        bad("an unknown key of a mark", "MB0351", "brand/marks/marks.toml:3:1")
            .also("MB0352", "brand/marks/marks.toml:1:1")
            .write("brand/marks/marks.toml", MARKS.replace("clear_space", "clearspace"))
            .write("brand/marks/main.svg", format!("{head}</svg>")),
    ]);
}
