//! The ledger's tests: chained, torn, altered, and the stages of an asset.

use std::fs;

use super::*;

/// An hour of a day.
fn at(hour: i8) -> Timestamp {
    format!("2026-10-09T{hour:02}:00:00Z").parse().unwrap()
}

/// Some bytes of an asset.
fn state(content: &str) -> State {
    State { asset: "card".to_owned(), content: Digest::of(content.as_bytes()) }
}

/// The event that moves bytes to a stage.
fn to(stage: Stage, content: &str) -> Event {
    let assets = vec![state(content)];
    match stage {
        Stage::Draft => Event::Rejected { assets, reason: "sai số".to_owned() },
        Stage::Review => Event::Submitted { assets, note: String::new() },
        Stage::Approved => Event::Approved { assets, note: String::new() },
    }
}

#[test]
fn what_was_entered_is_read_back_and_numbered() {
    let home = tempfile::tempdir().unwrap();
    let mut writer = Writer::open(home.path()).unwrap();
    assert_eq!(writer.enter(at(1), "Lan", to(Stage::Review, "a")).unwrap(), 1);
    assert_eq!(writer.enter(at(2), "Minh", to(Stage::Approved, "a")).unwrap(), 2);
    let ledger = Ledger::read(home.path()).unwrap();
    assert_eq!(&ledger, writer.ledger());
    assert_eq!(ledger.entries[1].by, "Minh");
    assert!(matches!(Writer::open(home.path()), Err(Unreadable::Machine(_))), "one at a time");
    drop(writer);
    assert_eq!(Writer::open(home.path()).unwrap().enter(at(3), "Lan", to(Stage::Draft, "a")).unwrap(), 3);
}

#[test]
fn half_a_line_never_happened() {
    let home = tempfile::tempdir().unwrap();
    Writer::open(home.path()).unwrap().enter(at(1), "Lan", to(Stage::Review, "a")).unwrap();
    let path = home.path().join(LEDGER);
    let whole = fs::read(&path).unwrap();
    Writer::open(home.path()).unwrap().enter(at(2), "Minh", to(Stage::Approved, "a")).unwrap();
    let both = fs::read(&path).unwrap();
    for cut in whole.len()..both.len() {
        fs::write(&path, &both[..cut]).unwrap();
        assert_eq!(Ledger::read(home.path()).unwrap().entries.len(), 1, "cut at {cut}");
    }
    Writer::open(home.path()).unwrap().enter(at(2), "Minh", to(Stage::Approved, "a")).unwrap();
    assert_eq!(fs::read(&path).unwrap(), both, "the same event after the cut gives the same bytes");
}

#[test]
fn any_altered_dropped_or_moved_line_is_noticed() {
    let home = tempfile::tempdir().unwrap();
    let mut writer = Writer::open(home.path()).unwrap();
    for hour in 1..5 {
        writer.enter(at(hour), "Lan", to(Stage::Review, "a")).unwrap();
    }
    drop(writer);
    let path = home.path().join(LEDGER);
    let text = fs::read_to_string(&path).unwrap();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let altered = [
        text.replacen("Lan", "Lam", 1),
        [lines[0], lines[1], lines[2], &lines[3].replace("Lan", "Lam")].concat(),
        [lines[0], lines[1], lines[2], &lines[3].replace("\"}", "\" }")].concat(),
        lines[1..].concat(),
        [lines[0], lines[2], lines[3]].concat(),
        [lines[0], lines[2], lines[1], lines[3]].concat(),
        [lines[0], lines[0], lines[1], lines[2], lines[3]].concat(),
        text.replacen('{', " {", 1),
        format!("{}junk\n", text),
    ];
    for (nth, bytes) in altered.iter().enumerate() {
        fs::write(&path, bytes).unwrap();
        assert!(matches!(Ledger::read(home.path()), Err(Unreadable::Altered(d)) if d.code == "MB1201"), "case {nth}");
        assert!(matches!(Writer::open(home.path()), Err(Unreadable::Altered(_))), "case {nth}");
        assert_eq!(&fs::read_to_string(&path).unwrap(), bytes, "nothing is repaired by itself");
    }
}

#[test]
fn a_stage_belongs_to_bytes() {
    let home = tempfile::tempdir().unwrap();
    let mut writer = Writer::open(home.path()).unwrap();
    assert_eq!(writer.ledger().stage(&state("a")), Stage::Draft);
    let steps =
        [(Stage::Review, "Lan"), (Stage::Approved, "Minh"), (Stage::Approved, "Hoa"), (Stage::Approved, "Minh")];
    for (hour, (stage, by)) in (1..).zip(steps) {
        writer.enter(at(hour), by, to(stage, "a")).unwrap();
        assert_eq!(writer.ledger().stage(&state("a")), stage);
    }
    assert_eq!(writer.ledger().approvers(&state("a")), ["Minh", "Hoa"]);
    assert_eq!(writer.ledger().submitter(&state("a")), Some("Lan"));
    assert_eq!(writer.ledger().stage(&state("b")), Stage::Draft, "other bytes were never approved");
    writer.enter(at(9), "Hoa", to(Stage::Draft, "a")).unwrap();
    assert_eq!(writer.ledger().stage(&state("a")), Stage::Draft);
    assert!(writer.ledger().approvers(&state("a")).is_empty());
}

#[test]
fn doors_have_words_that_read_back() {
    for door in Door::ALL {
        assert_eq!(Door::named(door.name()), Some(door));
        assert_eq!(serde_json::to_string(&door).unwrap(), format!("\"{}\"", door.name()));
    }
}

#[test]
fn what_an_agency_answers_reads_back() {
    let home = tempfile::tempdir().unwrap();
    let mut writer = Writer::open(home.path()).unwrap();
    let answers = [
        Event::Confirmed { agency: "bao".to_owned(), notice: 1, note: "đã gỡ".to_owned() },
        Event::TakenDown { placement: "pano".to_owned(), notice: 1 },
        Event::Delivered {
            to: "bao".to_owned(),
            door: Door::Mail,
            pack: Some("p".to_owned()),
            assets: Vec::new(),
            count: Some(3),
            log: Some(Digest::of(b"log")),
        },
    ];
    for event in answers.clone() {
        writer.enter(at(1), "Lan", event).unwrap();
    }
    let read = Ledger::read(home.path()).unwrap();
    assert_eq!(read.entries.iter().map(|entry| entry.event.clone()).collect::<Vec<_>>(), answers);
    assert!(read.entries.iter().all(|entry| entry.by == "Lan"), "who entered it is not who said it");
}
