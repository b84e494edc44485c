//! Data that is broken, in the wrong form, or says what its schema forbids.

use crate::trial::{Bad, bad, good, odd, remove, try_all};

/// The table.
const CSV: &str = "data/towns.csv";
/// Its schema.
const SCHEMA: &str = "data/towns.schema.toml";
/// A workbook whose cells are wrong in many ways.
const FAULTS: &[u8] = include_bytes!("../data/faults.xlsx");

/// A town's line changed.
fn line(bad: Bad, from: &'static str, to: &'static str) -> Bad {
    bad.edit(CSV, from, to)
}

/// A second table in the workbook of faults.
fn workbook(bad: Bad, sheet: &str) -> Bad {
    let schema = format!(
        "sheet = \"{sheet}\"\nheader_row = 5\nlocale = \"vi\"\nkey = \"id\"\n[columns.id]\ntype = \"text\"\n\
         [columns.\"name.vi\"]\ntype = \"text\"\nmax_length = 12\n[columns.score]\ntype = \"number\"\n\
         [columns.ok]\ntype = \"boolean\"\n[columns.day]\ntype = \"date\"\n"
    );
    bad.write("data/book.xlsx", FAULTS).write("data/book.schema.toml", schema)
}

/// A day column, read as `locale`.
fn day(bad: Bad, locale: &str, day: &str) -> Bad {
    bad.edit(SCHEMA, "locale = \"en\"", format!("locale = \"{locale}\""))
        .edit(SCHEMA, "[columns.status]", "[columns.day]\ntype = \"date\"\n[columns.status]")
        .write(CSV, format!("id,name.vi,name.en,day,score,status\nnorth,Bắc,North,{day},1,measured\n"))
}

#[test]
fn files_that_cannot_be_read() {
    let utf16: Vec<u8> = "id,name.vi\nnorth,Bắc\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [b"\xff\xfe".as_slice(), &utf16].concat();
    try_all(&[
        line(bad("a quote that never closes", "MB0221", "data/towns.csv:3:7"), "south,Nam", "south,\"Nam"),
        line(bad("text after a closing quote", "MB0222", "data/towns.csv:3:12"), "south,Nam", "south,\"Nam\"x"),
        line(bad("an extra delimiter", "MB0223", "data/towns.csv:2:22"), "71.5,measured", "71,5,measured"),
        line(bad("a ragged row", "MB0223", "data/towns.csv:4:1"), "east,Đông,East,-3.25,measured", "east,Đông"),
        bad("semicolons for commas", "MB0220", "data/towns.csv:1:1")
            .write(CSV, "id;name.vi;name.en;score;status\nnorth;Bắc;North;71.5;measured\n"),
        bad("UTF-16 with its mark", "MB0248", CSV).write(CSV, marked),
        bad("UTF-16 without", "MB0248", CSV).write(CSV, utf16),
        bad("a byte that is not UTF-8", "MB0002", "data/towns.csv:2:4").write(CSV, b"id\nnor\xeath\n"),
        good("a byte-order mark").does(|shop| {
            let text = std::fs::read(shop.path().join(CSV)).unwrap();
            shop.write(CSV, [b"\xef\xbb\xbf".as_slice(), &text].concat());
        }),
        line(odd("letters and marks apart (NFD)", "MB0237", "data/towns.csv:2:7"), "Bắc", "Ba\u{306}\u{301}c"),
        bad("an empty file", "MB0218", "data/towns.csv:1:1").write(CSV, ""),
        bad("two data files for one table", "MB0210", SCHEMA).write("data/towns.json", "[]"),
        bad("no data file for a schema", "MB0209", SCHEMA).does(|shop| remove(shop, CSV)),
        bad("malformed JSON", "MB0240", "data/more.json:1:13")
            .write("data/more.json", "[{\"id\": \"a\",}\n]")
            .write("data/more.schema.toml", "key = \"id\"\n[columns.id]\ntype = \"text\"\n"),
        bad("JSON ten thousand deep", "MB0240", "data/more.json:1:128")
            .write("data/more.json", "[".repeat(10_000))
            .write("data/more.schema.toml", "key = \"id\"\n[columns.id]\ntype = \"text\"\n"),
        bad("YAML ten thousand deep", "MB0241", "data/more.yaml:1:256")
            .write("data/more.yaml", "[".repeat(10_000))
            .write("data/more.schema.toml", "key = \"id\"\n[columns.id]\ntype = \"text\"\n"),
        bad("YAML aliases that multiply", "MB0242", "data/more.yaml:3:10")
            .write("data/more.yaml", "- id: a\n  a: &a [x, x]\n  b: &b [*a, *a]\n")
            .write("data/more.schema.toml", "key = \"id\"\n[columns.id]\ntype = \"text\"\n"),
    ]);
}

#[test]
fn cells_that_say_what_their_schema_forbids() {
    try_all(&[
        line(bad("1.234,5 in an en column", "MB0227", "data/towns.csv:2:17"), "71.5", "\"1.234,5\"").names("1.234,5"),
        line(bad("NaN", "MB0227", "data/towns.csv:2:17"), "71.5", "NaN"),
        line(bad("infinity", "MB0227", "data/towns.csv:2:17"), "71.5", "inf"),
        bad("a number of four hundred digits", "MB0230", "data/towns.csv:2:17").edit(CSV, "71.5", "9".repeat(400)),
        line(bad("a duplicate key", "MB0225", "data/towns.csv:3:1"), "south,Nam", "north,Nam").names("north"),
        line(bad("an empty key", "MB0224", "data/towns.csv:3:1"), "south,Nam", ",Nam"),
        line(bad("a key with spaces", "MB0226", "data/towns.csv:3:1"), "south,Nam", "the south,Nam"),
        line(bad("an unknown status", "MB0233", "data/towns.csv:2:22"), "71.5,measured", "71.5,mesured")
            .names("measured"),
        line(bad("a required cell left empty", "MB0224", "data/towns.csv:3:7"), "south,Nam", "south,"),
        line(bad("a private-use character", "MB0236", "data/towns.csv:2:7"), "Bắc", "B\u{e001}c"),
        line(bad("a control character", "MB0235", "data/towns.csv:2:7"), "Bắc", "B\u{7}c"),
        bad("a value above the maximum", "MB0229", "data/towns.csv:2:17").edit(
            SCHEMA,
            "decimals = 1",
            "decimals = 1\nmaximum = 50",
        ),
        day(bad("31/02/2026", "MB0231", "data/towns.csv:2:17"), "vi", "31/02/2026"),
        day(bad("12/31/2026 read as Vietnamese", "MB0231", "data/towns.csv:2:17"), "vi", "12/31/2026"),
        bad("a missing heading", "MB0215", "data/towns.csv:1:1")
            .edit(CSV, "name.en", "nom.en")
            .also("MB0216", "data/towns.csv:1:12"),
        bad("a heading twice", "MB0217", "data/towns.csv:1:20")
            .edit(CSV, "name.en,score", "name.en,id")
            .also("MB0215", "data/towns.csv:1:1"),
    ]);
}

#[test]
fn schemas_and_workbooks() {
    try_all(&[
        bad("an unknown key in a schema", "MB0202", "data/towns.schema.toml:14:1").edit(SCHEMA, "decimals", "decimal"),
        bad("a schema that is not TOML", "MB0201", "data/towns.schema.toml:2:10").edit(
            SCHEMA,
            "key = \"id\"",
            "key = \"id",
        ),
        bad("a type that is none", "MB0204", "data/towns.schema.toml:13:8").edit(SCHEMA, "\"number\"", "\"nubmer\""),
        bad("a key column that is not declared", "MB0206", "data/towns.schema.toml:2:7")
            .edit(SCHEMA, "\"id\"", "\"ids\""),
        workbook(bad("a wrong sheet name", "MB0212", "data/book.schema.toml:1:9"), "q3").names("Q3"),
        workbook(bad("a spreadsheet error in a cell", "MB0238", "data/book.xlsx › Q3!E7"), "Q3").among_others(),
        workbook(bad("a day that the calendar lacks", "MB0231", "data/book.xlsx › Q3!G8"), "Q3").among_others(),
        workbook(bad("a workbook that is cut", "MB0213", "data/book.xlsx"), "Q3")
            .write("data/book.xlsx", &FAULTS[..FAULTS.len() - 900]),
        workbook(bad("text named as a workbook", "MB0213", "data/book.xlsx"), "Q3").write("data/book.xlsx", "id,score"),
    ]);
}
