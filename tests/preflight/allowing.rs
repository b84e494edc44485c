//! What a campaign allows, and the account of an inspection.

use serde_json::Value;

use crate::kit;
use crate::workshop::{Said, Workshop};

/// A campaign of one page that has pale words, and of one that reaches outside the safe area.
fn shop(allow: &str) -> Workshop {
    let shop = kit::shop();
    kit::template(&shop, "pale", "<m:column><m:text color=\"{color.line}\">Chữ nhạt</m:text></m:column>");
    let mark = "<m:ground fill=\"{color.paper}\"><m:mark height=\"3rem\" align-self=\"start\" justify-self=\"start\"/></m:ground><m:column/>";
    kit::template(&shop, "mark", mark);
    let head = std::fs::read_to_string(shop.path().join("campaign.toml")).unwrap();
    // Of one finding on several surfaces the first that is inspected is told: the pale page has but one.
    let product = |name: &str, formats: &str| {
        format!(
            "[[product]]\nname = \"{name}\"\ntemplate = \"{name}\"\nformats = [{formats}]\n\
             languages = [\"vi\"]\nheadline.vi = \"Tiêu đề\"\nalt_text.vi = \"Hình thử\"\n"
        )
    };
    let head = head.split("[[product]]").next().unwrap();
    shop.write(
        "campaign.toml",
        format!("{head}{}{}{allow}", product("pale", "\"post\""), product("mark", "\"post\", \"slide\"")),
    );
    shop
}

/// Findings as `code severity format`, allowed ones with their reason.
fn findings(said: &Said) -> Vec<String> {
    let events = said.stdout.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut found: Vec<String> = events
        .filter(|event| event["event"] == "diagnostic")
        .map(|event| {
            let allowed = event["allowed"].as_str().map(|reason| format!(" allowed: {reason}")).unwrap_or_default();
            format!("{} {} {}{allowed}", text(&event["code"]), text(&event["severity"]), text(&event["format"]))
        })
        .collect();
    found.sort();
    found
}

/// Checks a campaign with an allowance.
fn checked(allow: &str) -> (Vec<String>, Option<i32>) {
    let said = shop(allow).run(&["check", "--message-format", "json"]);
    (findings(&said), said.code)
}

#[test]
fn an_allowed_error_is_listed_with_its_reason_and_the_artwork_is_made() {
    let (found, code) = checked("");
    assert_eq!(found, ["MB0807 warning post", "MB0815 error post", "MB0815 warning slide"]);
    assert_eq!(code, Some(1));

    let shop = shop("[[allow]]\ncode = \"MB0815\"\nproduct = \"mark\"\nreason = \"khung ảnh chừa góc\"\n");
    let said = shop.run(&["render", "--message-format", "json"]);
    assert_eq!(said.code, Some(0), "{}{}", said.stdout, said.stderr);
    assert_eq!(
        findings(&said),
        [
            "MB0807 warning post",
            "MB0815 error post allowed: khung ảnh chừa góc",
            "MB0815 warning slide allowed: khung ảnh chừa góc"
        ]
    );
    let last: Value = serde_json::from_str(said.stdout.lines().last().unwrap()).unwrap();
    let keys: Vec<&String> = last.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["event", "rendered", "cached", "failed", "seconds", "errors", "warnings", "allowed"]);
    assert_eq!((&last["rendered"], &last["failed"]), (&Value::from(3), &Value::from(0)));
    assert_eq!((&last["errors"], &last["warnings"], &last["allowed"]), (&0.into(), &1.into(), &2.into()));
    // An allowance that is taken back brings the error back, whatever lies in the output folder.
    let wishes = std::fs::read_to_string(shop.path().join("campaign.toml")).unwrap();
    shop.write("campaign.toml", wishes.split("[[allow]]").next().unwrap());
    let again = shop.run(&["render", "--message-format", "json"]);
    assert_eq!((again.code, again.stdout.contains("\"failed\":1")), (Some(1), true), "{}", again.stdout);
    shop.write("campaign.toml", wishes);
    let people = shop.run(&["check"]);
    assert!(
        people.stderr.contains("allowed[MB0815]") && people.stderr.contains("khung ảnh chừa góc"),
        "{}",
        people.stderr
    );
}

#[test]
fn an_allowance_may_be_of_one_product_or_surface() {
    let (found, code) = checked("[[product.allow]]\ncode = \"MB0815\"\nformat = \"post\"\nreason = \"x\"\n");
    assert_eq!(found, ["MB0807 warning post", "MB0815 error post allowed: x", "MB0815 warning slide"]);
    assert_eq!(code, Some(0));
    let (found, code) = checked("[[allow]]\ncode = \"MB0815\"\nproduct = \"pale\"\nreason = \"x\"\n");
    assert_eq!(code, Some(1));
    assert!(found.contains(&"MB0832 warning ".to_owned()), "{found:?}");
}

#[test]
fn an_allowance_needs_a_reason_and_cannot_reach_the_truth() {
    for (allow, expected) in [
        ("code = \"MB0807\"", "MB0830 error "),
        ("code = \"MB0807\"\nreason = \" \"", "MB0830 error "),
        ("code = \"MB0801\"\nreason = \"x\"", "MB0831 error "),
        ("code = \"MB0802\"\nreason = \"x\"", "MB0831 error "),
        ("code = \"MB0803\"\nreason = \"x\"", "MB0831 error "),
        ("code = \"MB0730\"\nreason = \"x\"", "MB0833 error "),
        ("code = \"MB0807\"\nproduct = \"pal\"\nreason = \"x\"", "MB0834 error "),
        ("code = \"MB0807\"\nformat = \"pots\"\nreason = \"x\"", "MB0106 error "),
    ] {
        let (found, code) = checked(&format!("[[allow]]\n{allow}\n"));
        assert_eq!((found, code), (vec![expected.to_owned()], Some(1)), "{allow}");
    }
}

#[test]
fn a_forgotten_allowance_is_said_only_when_all_it_concerns_was_inspected() {
    let forgotten = "[[allow]]\ncode = \"MB0806\"\nproduct = \"mark\"\nreason = \"x\"\n";
    let told = |args: &[&str], shop: &Workshop| {
        let said = shop.run(&[args, &["--message-format", "json"]].concat());
        findings(&said).contains(&"MB0832 warning ".to_owned())
    };
    let shop = shop(forgotten);
    assert!(told(&["check"], &shop));
    assert!(told(&["check", "--only", "mark"], &shop));
    assert!(!told(&["check", "--only", "pale"], &shop));
    assert!(!told(&["check", "--format", "post"], &shop));
    assert!(told(&["render", "--only", "mark"], &shop));
    assert!(!told(&["render", "--only", "mark"], &shop), "nothing was inspected the second time");
}

#[test]
fn check_preflight_ends_with_an_account_by_code() {
    let shop = shop("");
    let said = shop.run(&["check", "--preflight", "--message-format", "json"]);
    let rows: Vec<Value> = said.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let rows: Vec<String> = rows.iter().filter(|row| row["event"] == "inspected").map(Value::to_string).collect();
    assert_eq!(
        rows,
        [
            r#"{"event":"inspected","code":"MB0807","severity":"warning","findings":1,"artworks":1,"formats":["post"]}"#,
            r#"{"event":"inspected","code":"MB0815","severity":"error","findings":1,"artworks":1,"formats":["post"]}"#,
            r#"{"event":"inspected","code":"MB0815","severity":"warning","findings":1,"artworks":1,"formats":["slide"]}"#,
        ]
    );
    let people = shop.run(&["check", "--preflight"]);
    let lines: Vec<&str> = people.stdout.lines().collect();
    assert!(lines[0].starts_with("code ") && lines[1].starts_with("MB0807  warning   1"), "{}", people.stdout);
}

#[test]
fn sets_of_tokens_are_told_apart_by_everyone() {
    let shop = shop("");
    shop.edit("brand/brand.tokens.json", "\"plum\"", "\"series\":{\"a\":{\"$value\":{\"colorSpace\":\"srgb\",\"components\":[0.84,0.15,0.16]}},\"b\":{\"$value\":{\"colorSpace\":\"srgb\",\"components\":[0.17,0.63,0.17]}}},\"plum\"");
    let said = shop.run(&["check", "--message-format", "json"]);
    let found = findings(&said);
    assert!(found.contains(&"MB0817 warning ".to_owned()), "{found:?}");
    assert!(said.stdout.contains("color.series.a") && said.stdout.contains("color.series.b"));
}
