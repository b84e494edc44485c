//! The visible mark of a correction, by the real program: who carries it, who does not, and who should.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod workshop;

use std::collections::BTreeSet;

use serde_json::Value;
use workshop::{Said, Workshop};

/// The mark of a template.
const MARK: &str = r#"<m:text name="correction" when="corrected" type="{type.body}">{{ correction.word | upper }} {{ correction.date }} {{ correction.note }}</m:text>
  <m:space"#;
/// What an editor writes.
const CORRECTION: &str = "[[correction]]\ncells = [\"towns/north/score\"]\ndate = 2026-10-09\n[[product]]";

/// A campaign whose template has the mark.
fn marking() -> Workshop {
    let shop = Workshop::new();
    shop.edit("templates/card/template.svg", "<m:space", MARK);
    shop
}

/// The files of the manifest.
fn files(shop: &Workshop) -> Vec<Value> {
    let text = std::fs::read_to_string(shop.output().join("manifest.json")).unwrap();
    let manifest: Value = serde_json::from_str(&text).unwrap();
    manifest["renditions"].as_array().or(manifest["entries"].as_array()).unwrap().clone()
}

/// A field of a file.
fn field(files: &[Value], name: &str, field: &str) -> String {
    let file = files.iter().find(|file| file["path"].as_str().unwrap().ends_with(name)).unwrap();
    file[field].as_str().unwrap().to_owned()
}

/// Codes with severity of what a run found.
fn found(said: &Said) -> BTreeSet<String> {
    let lines = said.stdout.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let found = lines.filter(|line| line["event"] == "diagnostic");
    found.map(|line| format!("{} {}", line["severity"].as_str().unwrap(), line["code"].as_str().unwrap())).collect()
}

#[test]
fn exactly_the_pictures_that_print_the_cell_are_marked_and_made_again() {
    let plain = Workshop::new();
    assert_eq!(plain.render(&[]).rendered, 6);
    let shop = marking();
    assert_eq!(shop.render(&[]).rendered, 6);
    let before = shop.pictures();
    assert_eq!(before, plain.pictures(), "a mark that says nothing draws nothing");
    let codes = files(&shop);
    shop.edit("campaign.toml", "[[product]]", CORRECTION);
    let plan = shop.run(&["plan"]).stdout;
    assert!(plan.contains("correction") && plan.contains("4 unchanged"), "{plan}");
    let again = shop.render(&[]);
    assert_eq!((again.rendered, again.cached, again.failed), (2, 4, 0), "{}", again.told);
    let after = files(&shop);
    for (name, mark) in
        [("north_2026_og_vi.png", "ĐÍNH CHÍNH 09/10/2026"), ("north_2026_og_en.png", "CORRECTION 9 October 2026")]
    {
        assert!(field(&after, name, "words").contains(mark), "{after:?}");
        assert!(field(&after, name, "alt_text").contains(mark), "who cannot see it hears it: {after:?}");
        assert_eq!(field(&after, name, "code"), field(&codes, name, "code"), "a mark is no figure");
    }
    assert!(!field(&after, "east_2026_og_vi.png", "words").contains("ĐÍNH"));
    let changed: Vec<_> = before.iter().filter(|(path, bytes)| shop.pictures()[*path] != **bytes).collect();
    assert_eq!(changed.len(), 2);
    shop.edit("campaign.toml", CORRECTION, "[[product]]");
    assert_eq!(shop.render(&[]).rendered, 2);
    assert_eq!(shop.pictures(), before, "taken back, everything is as it was");
}

#[test]
fn a_note_with_digits_and_a_revision_are_the_editors_words() {
    let shop = marking();
    let note = "kind = \"revision\"\nnote.vi = \"Số đúng là 71,5%\"\n[[product]]";
    shop.edit("campaign.toml", "[[product]]", &CORRECTION.replace("[[product]]", note));
    assert_eq!(shop.render(&[]).failed, 0);
    let words = field(&files(&shop), "north_2026_og_vi.png", "words");
    assert!(words.contains("ĐIỀU CHỈNH 09/10/2026 Số đúng là 71,5%"), "{words}");
}

#[test]
fn a_corrected_picture_without_the_mark_is_not_made() {
    let shop = Workshop::new();
    shop.edit("campaign.toml", "[[product]]", CORRECTION);
    let said = shop.run(&["check", "--message-format", "json"]);
    assert_eq!(found(&said), BTreeSet::from(["error MB0826".to_owned()]), "{}", said.stdout);
    assert_eq!((shop.render(&[]).failed, shop.pictures().len()), (2, 4));
    let tiny = MARK.replace("type=", "size=\"0.3rem\" type=");
    shop.edit("templates/card/template.svg", "<m:space", &tiny);
    assert!(found(&shop.run(&["check", "--message-format", "json"])).contains("error MB0827"));
    let told = shop.run(&["check", "--messages", "vi"]).stderr;
    assert!(told.contains("dấu đính chính cỡ"), "{told}");
    shop.edit("templates/card/template.svg", &tiny, "<m:space");
    let allow = "[[allow]]\ncode = \"MB0826\"\nreason = \"thẻ không có chỗ\"\n[[correction]]";
    shop.edit("campaign.toml", "[[correction]]", allow);
    assert_eq!(shop.render(&[]).failed, 0, "it may be allowed, with a reason");
}

#[test]
fn where_nothing_but_the_message_has_room_it_is_a_warning() {
    let shop = Workshop::new();
    shop.edit("campaign.toml", "[[product]]", CORRECTION);
    shop.edit("campaign.toml", "formats = [\"og\"]", "formats = [\"board\"]");
    shop.write(
        "formats.toml",
        "[board]\nwidth = \"1200px\"\nheight = \"630px\"\nsafe = \"5%\"\nuse = \"led\"\nled = { pitch = \"4mm\", module = [4, 2] }\n",
    );
    let said = shop.run(&["check", "--message-format", "json"]);
    let found = found(&said);
    assert!(found.contains("warning MB0826") && !found.contains("error MB0826"), "{}{}", said.stdout, said.stderr);
}

#[test]
fn a_cell_that_no_table_has_is_said_with_its_place() {
    let shop = marking();
    let wrong = CORRECTION.replace("score", "scor").replace("date", "dat");
    shop.edit("campaign.toml", "[[product]]", &wrong);
    for (language, words) in [("vi", "có phải"), ("en", "did you mean score")] {
        let said = shop.run(&["check", "--messages", language]);
        assert_eq!(said.code, Some(1), "{}", said.stderr);
        for part in ["MB0104", "MB0013", "MB0011", "campaign.toml:", words] {
            assert!(said.stderr.contains(part), "{part}: {}", said.stderr);
        }
    }
}
