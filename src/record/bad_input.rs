//! Every kind of bad input, and what is said about it.

use crate::diagnostic::{Diagnostic, MessageLanguage, Wording};
use crate::source::Folder;

use super::{Dataset, Value};

/// A schema with one column of each kind.
const SCHEMA: &str = r#"
locale = "vi"
key = "id"
[columns.id]
type = "text"
[columns.score]
type = "number"
minimum = 0
maximum = 5000
unit = "%"
"#;

/// A folder of text files below `data/`.
pub(super) fn folder(files: &[(&str, &[u8])]) -> Folder {
    let mut folder = Folder::new();
    for (name, bytes) in files {
        folder.insert(format!("data/{name}"), *bytes);
    }
    folder
}

/// Everything found in a folder, warnings too, each as `CODE place hint`.
fn found(folder: &Folder) -> Vec<String> {
    let diagnostics = match Dataset::read(folder) {
        Ok(warned) => warned.warnings,
        Err(errors) => errors,
    };
    diagnostics.iter().map(brief).collect()
}

/// `CODE place place hint`; checks on the way that all words and hints exist in both languages.
pub(super) fn brief(diagnostic: &Diagnostic) -> String {
    for language in [MessageLanguage::Vietnamese, MessageLanguage::English] {
        let wording = Wording::new(language);
        let message = wording.message(diagnostic);
        assert!(!message.contains("{$") && message != diagnostic.code, "{message}");
        let hint = wording.hint(diagnostic);
        assert_eq!(hint.is_some(), diagnostic.hint.is_some(), "{} {:?}", diagnostic.code, diagnostic.hint);
        assert!(!hint.unwrap_or_default().contains("{$"), "{diagnostic:?}");
    }
    let places: Vec<String> = diagnostic.spans.iter().map(ToString::to_string).collect();
    format!("{} {} {}", diagnostic.code, places.join(" "), diagnostic.hint.unwrap_or("-"))
}

/// What is found in `data/t.csv` under the schema above.
fn csv(text: &str) -> Vec<String> {
    found(&folder(&[("t.schema.toml", SCHEMA.as_bytes()), ("t.csv", text.as_bytes())]))
}

/// What is found in a file of another kind under a schema with languages and all kinds of columns.
fn other(name: &str, bytes: &[u8]) -> Vec<String> {
    found(&folder(&[("t.schema.toml", WIDE.as_bytes()), (name, bytes)]))
}

/// What is found in a schema with a good data file.
fn schema(text: &str) -> Vec<String> {
    found(&folder(&[("t.schema.toml", text.as_bytes()), ("t.csv", b"id\na\n")]))
}

/// A schema with a column of each kind, and one language.
pub(super) const WIDE: &str = r#"
locale = "vi"
key = "id"
[columns.id]
type = "text"
[columns."name.vi"]
type = "text"
max_length = 12
[columns.score]
type = "number"
[columns.ok]
type = "boolean"
[columns.day]
type = "date"
"#;

#[test]
fn csv_faults_have_places() {
    let cases: &[(&str, &[&str])] = &[
        ("id,score\na,\"1.234,5\"\nb,71%\nc,\nd,0\n", &[]),
        ("id;score\na;1\n", &["MB0220 data/t.csv:1:1 hint"]),
        ("id\tscore\na\t1\n", &["MB0220 data/t.csv:1:1 hint"]),
        ("", &["MB0218 data/t.csv:1:1 hint"]),
        ("id,score\na,\"1\nb,2\n", &["MB0221 data/t.csv:2:3 hint"]),
        ("id,score\n\"a\"x,1\nb,zz\n", &["MB0222 data/t.csv:2:4 hint", "MB0227 data/t.csv:3:3 hint"]),
        ("id,score\na\nb,1,2\nc,1,,\n", &["MB0223 data/t.csv:2:1 hint", "MB0223 data/t.csv:3:5 hint"]),
        ("id,score\na,\"1,234.5\"\n", &["MB0227 data/t.csv:2:3 looks-en"]),
        ("id,score\na,12.5\n", &["MB0227 data/t.csv:2:3 looks-en"]),
        ("id,score\na,NaN\nb,inf\n", &["MB0227 data/t.csv:2:3 hint", "MB0227 data/t.csv:3:3 hint"]),
        ("id,score\na,-1\nb,6000\n", &["MB0229 data/t.csv:2:3 -", "MB0229 data/t.csv:3:3 -"]),
        ("id,score\na,1\na,2\n", &["MB0225 data/t.csv:3:1 data/t.csv:2:1 hint"]),
        ("id,score\nđường 1,1\n,2\n", &["MB0226 data/t.csv:2:1 hint", "MB0224 data/t.csv:3:1 -"]),
        ("id,score,id\na,1,b\n", &["MB0217 data/t.csv:1:10 data/t.csv:1:1 -"]),
        ("id,scor\na,1\n", &["MB0215 data/t.csv:1:1 did-you-mean", "MB0216 data/t.csv:1:4 did-you-mean"]),
        ("id,score,ghi chú\na,1,đường\n", &["MB0216 data/t.csv:1:10 known"]),
        ("id,score,\na,1,x\nb,1,y\n", &["MB0219 data/t.csv:2:5 hint"]),
        ("id,score\r\na,1\r\n,\r\n\r\nb,2\r\n", &[]),
        ("\u{feff}id,score\na,zz", &["MB0227 data/t.csv:2:3 hint"]),
        ("id,score\na\u{7},1\n\u{e001},2\n", &["MB0235 data/t.csv:2:1 hint", "MB0236 data/t.csv:3:1 hint"]),
        (
            "id,score\n\"a\",\"\n\n1\"\nb,\"x\n\n\"\nc,y\n",
            &["MB0227 data/t.csv:5:3 hint", "MB0227 data/t.csv:8:3 hint"],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(csv(text), *expected, "{text:?}");
    }
}

#[test]
fn values_obey_their_column() {
    let schema = "key = \"id\"\nlocale = \"en\"\n[columns.id]\ntype = \"text\"\n[columns.count]\ntype = \"integer\"\n\
                  [columns.status]\ntype = \"text\"\nallowed = [\"measured\", \"target\"]\nrequired = true\n";
    let text = "id,count,status\na,1.5,target\nb,\"9,007,199,254,740,992\",target\nc,5%,targte\n\
                d,\"1.234,5\",hoped\ne,\"12,34.5\",\nf,1 234,measured\ng,\u{2212}3,target\n";
    let expected = [
        "MB0228 data/t.csv:2:3 hint",
        "MB0230 data/t.csv:3:3 -",
        "MB0227 data/t.csv:4:3 percent",
        "MB0233 data/t.csv:4:6 did-you-mean",
        "MB0227 data/t.csv:5:3 looks-vi",
        "MB0233 data/t.csv:5:13 known",
        "MB0227 data/t.csv:6:3 hint",
        "MB0224 data/t.csv:6:13 -",
    ];
    assert_eq!(found(&folder(&[("t.schema.toml", schema.as_bytes()), ("t.csv", text.as_bytes())])), expected);
}

#[test]
fn other_encodings_are_named() {
    let schema = ("t.schema.toml", SCHEMA.as_bytes());
    assert_eq!(found(&folder(&[schema, ("t.csv", b"id,score\na\xea,1\n")])), ["MB0002 data/t.csv:2:2 hint"]);
    assert_eq!(found(&folder(&[schema, ("t.csv", b"\xff\xfei\0d\0")])), ["MB0248 data/t.csv hint"]);
    assert_eq!(found(&folder(&[schema, ("t.csv", b"i\0d\0,\0")])), ["MB0248 data/t.csv hint"]);
}

#[test]
fn decomposed_letters_are_composed_with_one_warning() {
    let text = "id,name.vi,score,ok,day\na,Đo\u{302}\u{300}ng,,,\nb,e\u{302}\u{301},,,\n";
    let folder = folder(&[("t.schema.toml", WIDE.as_bytes()), ("t.csv", text.as_bytes())]);
    let read = Dataset::read(&folder).unwrap();
    assert_eq!(read.warnings.iter().map(brief).collect::<Vec<_>>(), ["MB0237 data/t.csv:2:3 hint"]);
    assert_eq!(read.value.tables["t"].records[1].cells[1].value, Value::Text("ế".into()));
}

#[test]
fn a_thousand_faults_are_a_hundred_and_a_number() {
    let text = format!("id,score\n{}", "a,x\n".repeat(1000));
    let all = csv(&text);
    assert_eq!(all.len(), 101);
    assert_eq!(all.last().map(String::as_str), Some("MB0244 data/t.csv -"));
}

#[test]
fn too_wide_a_file_is_refused() {
    assert_eq!(csv(&format!("id,score{}\n", ",x".repeat(300))), ["MB0246 data/t.csv:1:406 -"]);
}

#[test]
fn workbooks_have_cell_addresses() {
    let faults = include_bytes!("../../tests/data/faults.xlsx");
    let shifted = format!("sheet = \"Q3\"\nheader_row = 5\n{WIDE}");
    let of = |schema: &str| found(&folder(&[("t.schema.toml", schema.as_bytes()), ("t.xlsx", faults)]));
    let expected = [
        "MB0239 data/t.xlsx › Q3!D7 as-text",
        "MB0238 data/t.xlsx › Q3!E7 hint",
        "MB0239 data/t.xlsx › Q3!G7 hint",
        "MB0219 data/t.xlsx › Q3!J7 hint",
        "MB0232 data/t.xlsx › Q3!F8 hint",
        "MB0231 data/t.xlsx › Q3!G8 no-such-day",
        "MB0239 data/t.xlsx › Q3!E9 hint",
        "MB0250 data/t.xlsx › Q3!E10 hint",
        "MB0250 data/t.xlsx › Q3!E11 hint",
    ];
    let (mut all, mut wanted) = (of(&shifted), expected.to_vec());
    all.sort();
    wanted.sort_unstable();
    assert_eq!(all, wanted);
    assert_eq!(of(WIDE), ["MB0218 data/t.xlsx › Q3!A1 hint"]);
    assert_eq!(of(&format!("sheet = \"q3\"\n{WIDE}")), ["MB0212 data/t.schema.toml:1:9 did-you-mean"]);
    assert_eq!(other("t.xlsx", b"id,score"), ["MB0213 data/t.xlsx hint"]);
    assert_eq!(other("t.ods", faults), ["MB0213 data/t.ods hint"]);
    assert_eq!(other("t.xlsx", &faults[..faults.len() - 900]), ["MB0213 data/t.xlsx hint"]);
}

#[test]
fn ods_cells_keep_their_address() {
    let workbook = include_bytes!("../../tests/data/results.ods");
    let schema = format!(
        "sheet = \"Results\"\nheader_row = 3\n{}",
        WIDE.replace("[columns.day]", "[columns.day]\nheader = \"reported\"")
    );
    let folder = folder(&[("t.schema.toml", schema.as_bytes()), ("t.ods", workbook)]);
    let read = Dataset::read(&folder).unwrap_or_else(|errors| panic!("{errors:#?}"));
    let records = &read.value.tables["t"].records;
    assert_eq!(records[0].cells[2].value, Value::Number(71.5));
    assert_eq!(records[0].cells[2].span.to_string(), "data/t.ods › Results!D4");
    assert_eq!(records[1].cells[2].value, Value::Missing);
    assert_eq!(records[1].cells[3].value, Value::Boolean(false));
    assert_eq!(records[1].cells[4].value, Value::Date(jiff::civil::date(2026, 4, 1)));
}

#[test]
fn json_faults_have_places() {
    let cases: &[(&str, &[&str])] = &[
        (r#"[{"id": "a", "name": {"vi": "Một"}, "score": 1.5, "ok": true, "day": "2026-01-02"}]"#, &[]),
        (r#"{"records": [{"id": "a", "score": "1,5"}]}"#, &[]),
        ("[{\"id\": \"a\",}]", &["MB0240 data/t.json:1:13 hint"]),
        ("[{\"id\": \"a\"}", &["MB0240 data/t.json:1:12 hint"]),
        ("{}", &["MB0243 data/t.json:1:1 hint"]),
        ("[1]", &["MB0243 data/t.json:1:2 hint"]),
        ("[{\"id\":\"a\",\n  \"score\": \"x\"}]", &["MB0227 data/t.json:2:12 hint"]),
        ("[{\"id\":\"a\", \"score\": [1]}]", &["MB0239 data/t.json:1:22 hint"]),
        ("[{\"id\":\"a\", \"nane\": {\"vi\": \"x\"}}]", &["MB0216 data/t.json:1:22 did-you-mean"]),
        ("[{\"id\":\"a\",\"score\":1,\"score\":2}]", &["MB0240 data/t.json:1:29 hint"]),
        ("[{\"id\":\"a\",\"score\":1e999}]", &["MB0240 data/t.json:1:25 hint"]),
        ("[{\"score\": 1}]", &["MB0224 data/t.json:1:2 -"]),
        (
            r#"[{"id": "a", "ok": "maybe", "name.vi": true}]"#,
            &["MB0232 data/t.json:1:20 hint", "MB0239 data/t.json:1:40 as-text"],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(other("t.json", text.as_bytes()), *expected, "{text}");
    }
    assert_eq!(other("t.json", "[".repeat(100_000).as_bytes()).len(), 1);
}

#[test]
fn yaml_keeps_what_is_written() {
    let text = "- id: 007\n  name:\n    vi: no\n  score: 1.5\n  ok: no\n  day: 2026-01-02\n- id: 'b'\n  score: '1,5'\n  name.vi: ~\n";
    let folder = folder(&[("t.schema.toml", WIDE.as_bytes()), ("t.yml", text.as_bytes())]);
    let read = Dataset::read(&folder).unwrap_or_else(|errors| panic!("{errors:#?}"));
    let records = &read.value.tables["t"].records;
    assert_eq!(&*records[0].key, "007");
    assert_eq!(records[0].cells[1].value, Value::Text("no".into()));
    assert_eq!(records[0].cells[1].span.to_string(), "data/t.yml:3:9");
    assert_eq!(records[0].cells[2].value, Value::Number(1.5));
    assert_eq!(records[0].cells[3].value, Value::Boolean(false));
    assert_eq!(records[1].cells[2].value, Value::Number(1.5));
    assert_eq!(records[1].cells[1].value, Value::Missing);
}

#[test]
fn yaml_faults_have_places() {
    let bomb = "a: &a [x,x]\nb: &b [*a,*a]\n";
    let cases: &[(&str, &[&str])] = &[
        ("- id: a\n  score: .nan\n", &["MB0227 data/t.yaml:2:10 hint"]),
        ("- id: a\n  name: {vi: x\n", &["MB0241 data/t.yaml:2:9 hint"]),
        ("- id: a\n  day: 31/02/2026\n", &["MB0231 data/t.yaml:2:8 no-such-day"]),
        ("- id: a\n  day: 12/31/2026\n", &["MB0231 data/t.yaml:2:8 looks-en"]),
        ("- id: a\n  name: [a]\n", &["MB0216 data/t.yaml:2:3 known"]),
        ("- id: a\n  score: 1\n  score: 2\n", &["MB0217 data/t.yaml:3:3 data/t.yaml:2:3 -"]),
        ("- id: a\n---\n- id: b\n", &["MB0243 data/t.yaml:2:1 hint"]),
        ("", &["MB0243 data/t.yaml:1:1 hint"]),
        ("- id: a\n  name:\n    vi: dài quá mười hai\n", &["MB0234 data/t.yaml:3:9 hint"]),
        (bomb, &["MB0242 data/t.yaml:2:8 hint"]),
    ];
    for (text, expected) in cases {
        assert_eq!(other("t.yaml", text.as_bytes()), *expected, "{text}");
    }
    assert_eq!(other("t.yaml", "[".repeat(100_000).as_bytes()).len(), 1);
}

#[test]
fn schema_faults_have_places_and_come_together() {
    let good = "key = \"id\"\n[columns.id]\ntype = \"text\"\n";
    let cases: &[(String, &[&str])] = &[
        (good.to_owned(), &[]),
        (format!("kez = 1\n{good}"), &["MB0202 data/t.schema.toml:1:1 did-you-mean"]),
        (
            format!("locale = \"vn\"\nheader_row = 0\n{good}"),
            &["MB0203 data/t.schema.toml:2:14 -", "MB0204 data/t.schema.toml:1:10 did-you-mean"],
        ),
        ("key = \"idd\"\n[columns.id]\ntype = \"text\"\n".to_owned(), &["MB0206 data/t.schema.toml:1:7 did-you-mean"]),
        (
            "key = \"id\"\n[columns.id]\ntype = \"integer\"\n".to_owned(),
            &["MB0207 data/t.schema.toml:2:10 data/t.schema.toml:1:7 hint"],
        ),
        (
            "[columns.id]\ntype = \"txet\"\n".to_owned(),
            &["MB0204 data/t.schema.toml:2:8 did-you-mean", "MB0205 data/t.schema.toml:1:1 hint"],
        ),
        ("".to_owned(), &["MB0205 data/t.schema.toml:1:1 hint", "MB0205 data/t.schema.toml:1:1 hint"]),
        (format!("{good}minimum = 2\n"), &["MB0208 data/t.schema.toml:4:11 -"]),
        (
            format!("{good}[columns.n]\ntype = \"number\"\nminimum = 2\nmaximum = 1\ndecimals = 99\n"),
            &["MB0208 data/t.schema.toml:6:11 data/t.schema.toml:7:11 -", "MB0203 data/t.schema.toml:8:12 -"],
        ),
        (format!("{good}[columns.\"tên\"]\ntype = \"text\"\n"), &["MB0249 data/t.schema.toml:4:10 column"]),
        ("key = \n".to_owned(), &["MB0201 data/t.schema.toml:1:7 -"]),
        (format!("delimiter = \"x\"\n{good}"), &["MB0204 data/t.schema.toml:1:13 known"]),
        (
            format!("file = \"u.csv\"\n{good}"),
            &["MB0209 data/t.schema.toml:1:8 did-you-mean", "MB0247 data/t.csv hint"],
        ),
    ];
    for (text, expected) in cases {
        let all = schema(text);
        assert_eq!(all, *expected, "{text}");
    }
}

#[test]
fn files_must_be_there_and_be_one() {
    let good: (&str, &[u8]) = ("t.schema.toml", b"key = \"id\"\n[columns.id]\ntype = \"text\"\n");
    assert_eq!(found(&folder(&[good])), ["MB0209 data/t.schema.toml -"]);
    let two = found(&folder(&[good, ("t.csv", b"id\n"), ("t.json", b"[]")]));
    assert_eq!(two[0], "MB0210 data/t.schema.toml hint");
    assert_eq!(
        found(&folder(&[("x.csv", b"id\n"), ("~$x.xlsx", b""), ("map.geojson", b"")])),
        ["MB0247 data/x.csv hint"]
    );
    let odd = ("t.schema.toml", b"file = \"t.doc\"\nkey = \"id\"\n[columns.id]\ntype = \"text\"\n".as_slice());
    assert_eq!(found(&folder(&[odd, ("t.doc", b"")])), ["MB0211 data/t.schema.toml:1:8 known"]);
    assert_eq!(
        found(&folder(&[("don-vi.schema.toml", b""), ("don-vi.csv", b"")]))[0],
        "MB0249 data/don-vi.schema.toml table"
    );
}

/// Characters that mean something to one of the readers.
const TELLING: &str = "[a,;\"'\\n\\r\\t :{}\\[\\]#&*!|>%@`~.0-9eE+/\\-id\u{0}\u{a0}\u{e000}ếđ\u{301}]{0,60}";

proptest::proptest! {
    #[test]
    fn no_text_makes_a_reader_panic(text in TELLING) {
        for name in ["t.csv", "t.tsv", "t.json", "t.yaml"] {
            let _ = other(name, text.as_bytes());
        }
        let _ = other("t.csv", format!("id,name.vi,score,ok,day\n{text}").as_bytes());
        let _ = schema(&text);
        let _ = schema(&format!("key = \"id\"\n[columns.id]\ntype = \"text\"\n{text}"));
    }

    #[test]
    fn no_broken_workbook_makes_a_reader_panic(at in 0_usize..6000, byte: u8, cut in 0_usize..6000) {
        let files: [(&str, &[u8]); 2] = [
            ("t.xlsx", include_bytes!("../../tests/data/faults.xlsx")),
            ("t.ods", include_bytes!("../../tests/data/results.ods")),
        ];
        for (name, bytes) in files {
            let mut bytes = bytes.to_vec();
            let at = at % bytes.len();
            bytes[at] = byte;
            let _ = other(name, &bytes);
            bytes.truncate(cut % bytes.len());
            let _ = other(name, &bytes);
        }
    }
}
