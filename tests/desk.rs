//! The desk, tried on the real program: who may do what, and what is refused. What a killed command leaves: `tests/whole`.

#![allow(clippy::unwrap_used, reason = "a test that cannot read what it started has failed")]

mod workshop;

use std::fs;

use workshop::{Said, Workshop};

/// A workshop with pictures.
fn rendered() -> Workshop {
    let shop = Workshop::new();
    shop.render(&[]);
    shop
}

/// What a command says to scripts, its events by name.
fn events(said: &Said, name: &str) -> Vec<serde_json::Value> {
    let lines = said.stdout.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    lines.filter(|event| event["event"] == name).collect()
}

/// The codes a command told.
fn codes(said: &Said) -> Vec<String> {
    let found = events(said, "diagnostic");
    let mut codes: Vec<String> = found.iter().map(|event| event["code"].as_str().unwrap().to_owned()).collect();
    codes.dedup();
    codes
}

/// Runs a command of somebody at the desk for scripts.
fn by(shop: &Workshop, who: &str, args: &[&str]) -> Said {
    shop.run(&[args, &["--by", who, "--message-format", "json"]].concat())
}

#[test]
fn four_eyes_see_exact_bytes_before_a_release() {
    let shop = rendered();
    assert_eq!(codes(&by(&shop, "Lan", &["release", "r1"])), ["MB1210"], "nothing is approved");
    assert_eq!(events(&by(&shop, "Lan", &["submit"]), "moved").len(), 6);
    assert_eq!(codes(&by(&shop, "Lan", &["approve"])), ["MB1222"], "not by whoever handed it in");
    assert_eq!(events(&by(&shop, "Minh", &["approve", "--lang", "vi"]), "moved").len(), 3);
    let released = by(&shop, "Lan", &["release", "r1"]);
    assert_eq!(events(&released, "released")[0]["assets"].as_array().unwrap().len(), 3, "{}", released.stdout);

    shop.edit("data/towns.csv", "71.5", "72.5");
    assert_eq!(codes(&by(&shop, "Lan", &["release", "r2"])), ["MB1213"], "the data says something else by now");
    shop.render(&[]);
    let standing = by(&shop, "Lan", &["status"]);
    let north: Vec<_> =
        events(&standing, "status").into_iter().filter(|s| s["asset"] == "t_card_north_2026_vi").collect();
    assert_eq!((north[0]["stage"].as_str(), north[0]["changed"].as_bool()), (Some("draft"), Some(true)));
    let rest = by(&shop, "Lan", &["release", "r2"]);
    assert_eq!((events(&rest, "released")[0]["changed"].as_u64(), rest.code), (Some(0), Some(0)), "{}", rest.stdout);
    by(&shop, "Lan", &["submit", "t_card_north_2026_vi"]);
    by(&shop, "Minh", &["approve", "t_card_north_2026_vi"]);
    let north = by(&shop, "Lan", &["release", "r3", "t_card_north_2026_vi"]);
    assert_eq!(events(&north, "released")[0]["assets"][0]["version"], 2, "{}", north.stdout);
}

#[test]
fn a_release_is_made_once_and_said_again_as_it_was() {
    let shop = rendered();
    let args = ["release", "r1", "--unapproved", "thử"];
    let first = by(&shop, "Lan", &args);
    let ledger = fs::read(shop.path().join("desk/ledger.jsonl")).unwrap();
    assert_eq!(first.code, Some(0), "{}", first.stdout);
    assert_eq!(by(&shop, "Minh", &args).stdout, first.stdout);
    assert_eq!(fs::read(shop.path().join("desk/ledger.jsonl")).unwrap(), ledger, "nothing is entered twice");
    shop.edit("data/towns.csv", "71.5", "72.5");
    shop.render(&[]);
    let other = by(&shop, "Lan", &args);
    assert_eq!((codes(&other), other.code), (vec!["MB1225".to_owned()], Some(1)));
    assert_eq!(codes(&by(&shop, "Lan", &["release", "Quý 3"])), ["MB1224"]);
    assert_eq!(codes(&by(&shop, "Lan", &["kill", "t_card_nort_2026_vi", "--reason", "sai"])), ["MB1226"]);
}

#[test]
fn an_altered_ledger_stops_the_desk() {
    let shop = rendered();
    by(&shop, "Lan", &["submit"]);
    let path = shop.path().join("desk/ledger.jsonl");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("Lan", "Hoa")).unwrap();
    for args in [&["approve"][..], &["status"], &["release", "r1"]] {
        let said = by(&shop, "Minh", args);
        assert_eq!((codes(&said), said.code), (vec!["MB1201".to_owned()], Some(1)), "{args:?}");
    }
}
