//! Edit, release, correct, on numbers that were made of others: a sum, a mean, a rank and a word for a trend.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::kit::{codes, done, lists, of, one, ready, release, told, words};
use crate::workshop::Workshop;

/// A product of one picture a language, that says something of all towns.
fn product(shop: &Workshop, name: &str, fill: &str) {
    let campaign = std::fs::read_to_string(shop.path().join("campaign.toml")).unwrap();
    let more = format!(
        "[[product]]\nname = \"{name}\"\ntemplate = \"{name}\"\nall = \"towns\"\nformats = [\"og\"]\nlanguages = [\"vi\"]\nencodings = [\"png\"]\nheadline.vi = \"{name}\"\n"
    );
    shop.write("campaign.toml", campaign + &more);
    for (file, text) in [
        (
            "template.toml",
            "title.vi = \"Thẻ\"\ntitle.en = \"Card\"\nneeds = [\"towns\"]\nshapes = [\"wide\"]\nsequence = \"still\"\n",
        ),
        ("vi.ftl", "up = tăng\ndown = giảm\nflat = không đổi\nillustrative = Số liệu minh họa\n"),
        ("en.ftl", "up = up\ndown = down\nflat = flat\nillustrative = Illustrative data\n"),
    ] {
        shop.write(&format!("templates/{name}/{file}"), text);
    }
    let page = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:m=\"urn:mocban:1\">\n<m:ground fill=\"{{color.paper}}\"/>\n<m:column gap=\"1rem\">\n  {fill}\n  <m:space grow=\"1\"/>\n</m:column>\n</svg>\n"
    );
    shop.write(&format!("templates/{name}/template.svg"), page);
}

/// A campaign whose north stands second, below what it was before, with a picture for each thing that was made of its number.
fn campaign() -> Workshop {
    let shop = Workshop::new();
    lists(&shop, &["bao-vd"], &[]);
    shop.write(
        "data/towns.csv",
        "id,name.vi,name.en,score,before,status\nnorth,Bắc,North,71.5,75,measured\nsouth,Nam,South,10,10,measured\neast,Đông,East,75.04,70,measured\n",
    );
    let schema = std::fs::read_to_string(shop.path().join("data/towns.schema.toml")).unwrap();
    shop.write("data/towns.schema.toml", schema + "[columns.before]\ntype = \"number\"\ndecimals = 1\nunit = \"%\"\n");
    let text = |fill: &str| format!("<m:text name=\"figure\" type=\"{{type.head}}\">{fill}</m:text>");
    product(&shop, "total", &text("{{ sum(of=records, field=\"score\") }}"));
    product(&shop, "middle", &text("{{ mean(of=records, field=\"score\") }}"));
    let north =
        |fill: &str| format!("{{% for r in records %}}{{% if loop.first %}}{}{{% endif %}}{{% endfor %}}", text(fill));
    product(&shop, "place", &north("{{ rank(of=r, among=records, field=\"score\") }}"));
    let trend = "{{ trend(of=r, field=\"score\", from=\"before\", up=t(key=\"up\"), down=t(key=\"down\"), same=t(key=\"flat\")) }}";
    product(&shop, "trend", &north(trend));
    shop
}

/// Everything that shows the north's number.
const SHOWING: [&str; 6] = [
    "t_card_north_2026_en",
    "t_card_north_2026_vi",
    "t_middle_2026_vi",
    "t_place_2026_vi",
    "t_total_2026_vi",
    "t_trend_2026_vi",
];

/// Orders a correction of the north's number.
fn correct(name: &str) -> [&str; 10] {
    ["correct", "towns/north/score", "--release", name, "--kind", "correction", "--note", "Số đúng", "--by", "Minh"]
}

/// What the last line of the ledger replaced.
fn replaced(shop: &Workshop) -> BTreeSet<String> {
    let last = crate::kit::ledger(shop).pop().unwrap();
    assert_eq!(last["event"], "corrected");
    words(&last["replaced"].as_array().unwrap().iter().collect::<Vec<_>>(), "asset")
}

/// What each of the affected assets shows of the cell.
fn shown(lines: &[Value]) -> Vec<String> {
    let texts = |one: &&Value| {
        one["shown"]
            .as_array()
            .unwrap()
            .iter()
            .map(|shown| shown["text"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    of(lines, "affected").iter().flat_map(texts).collect()
}

#[test]
fn what_was_made_of_a_number_is_corrected_with_it() {
    let shop = campaign();
    release(&shop, "r1", &[]);
    done(&shop, &["deliver", "bao-vd", "--release", "r1", "--door", "mail"]);
    let said = done(&shop, &["correct", "towns/north/score"]);
    assert_eq!(words(&of(&said, "affected"), "asset"), SHOWING.map(str::to_owned).into());
    let texts = shown(&said);
    for text in ["71,5", "156,5", "52,2", "2", "giảm"] {
        assert!(texts.iter().any(|shown| shown.starts_with(text)), "{text}: {texts:?}");
    }
    shop.edit("data/towns.csv", "71.5", "81.5");
    ready(&shop);
    let said = done(&shop, &correct("r2"));
    assert_eq!(words(&of(&said, "affected"), "asset"), SHOWING.map(str::to_owned).into());
    assert_eq!(replaced(&shop), SHOWING.map(str::to_owned).into());
    let held = one(&said, "holder")["held"].as_array().unwrap().iter().collect::<Vec<_>>();
    assert_eq!(words(&held, "asset"), SHOWING.map(str::to_owned).into());
    let texts = shown(&done(&shop, &["correct", "towns/north/score"]));
    for text in ["81,5", "166,5", "55,5", "1", "tăng"] {
        assert!(texts.iter().any(|shown| shown.starts_with(text)), "{text}: {texts:?}");
    }
}

#[test]
fn a_change_that_rounds_away_corrects_nothing_or_only_what_it_shows_in() {
    let shop = campaign();
    release(&shop, "r1", &[]);
    let before = crate::kit::ledger(&shop).len();
    shop.edit("data/towns.csv", "71.5", "71.504");
    assert_eq!(shop.render(&[]).rendered, 0, "nothing reads otherwise");
    let (said, code) = told(&shop, &correct("r2"));
    assert_eq!((codes(&said, None), code), (["MB1278".to_owned()].into(), Some(1)), "{said:?}");
    assert_eq!(crate::kit::ledger(&shop).len(), before);
    // The sum alone passes a half: 156,544 to 156,584.
    shop.edit("data/towns.csv", "71.504", "71.544");
    assert_eq!(shop.render(&[]).rendered, 1);
    done(&shop, &["submit", "--by", "Lan"]);
    done(&shop, &["approve", "--by", "Minh"]);
    let said = done(&shop, &correct("r2"));
    assert_eq!(words(&of(&said, "affected"), "asset"), ["t_total_2026_vi".to_owned()].into());
    assert_eq!(replaced(&shop), ["t_total_2026_vi".to_owned()].into());
}
