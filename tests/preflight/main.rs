//! Preflight, measured: pages with one planted defect each and pages that only look wrong, through the real program.
//!
//! `pages/*.txt` hold the pages: `== name | code or clean | surface`, perhaps lines `@key = value` for the product, then
//! the page's boxes. All of them become one campaign that is checked once. What is caught, missed and said
//! for nothing is counted, and must be what ARCHITECTURE.md publishes, to the digit.

#![allow(unreachable_pub, clippy::unwrap_used, clippy::panic, reason = "a test that cannot set itself up has failed")]

mod allowing;
#[path = "../golden/kit.rs"]
mod golden;
mod kit;
mod random;
#[path = "../workshop/mod.rs"]
mod workshop;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

use serde_json::Value;
use workshop::Workshop;

/// One page of the corpus.
struct Page {
    /// Its name, which is its template's and its product's.
    name: String,
    /// The code that must be found; none on clean pages.
    planted: Option<String>,
    /// The surface it is drawn for.
    format: String,
    /// Lines of its product; none means the usual alt text.
    product: Option<String>,
    /// Its boxes.
    boxes: String,
}

/// What came of the corpus.
#[derive(Default)]
struct Measured {
    /// Defects planted and caught, by code.
    by_code: BTreeMap<String, (usize, usize)>,
    /// Names of defects that were not caught.
    missed: Vec<String>,
    /// Clean pages.
    clean: usize,
    /// Findings on clean pages.
    alarms: Vec<String>,
    /// Other findings on pages with a defect.
    strays: Vec<String>,
}

/// All pages, in order.
fn pages() -> Vec<Page> {
    let home = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/preflight/pages");
    let mut files: Vec<_> = std::fs::read_dir(home).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let texts = files.iter().map(|path| std::fs::read_to_string(path).unwrap());
    texts.flat_map(|text| text.split("\n== ").skip(1).map(page).collect::<Vec<_>>()).collect()
}

/// One page from its text.
fn page(text: &str) -> Page {
    let (head, body) = text.split_once('\n').unwrap();
    let mut head = head.split('|').map(str::trim);
    let (name, planted, format) = (head.next().unwrap(), head.next().unwrap(), head.next().unwrap());
    let (product, boxes): (Vec<&str>, Vec<&str>) = body.lines().partition(|line| line.starts_with('@'));
    let product = product.iter().map(|line| format!("{}\n", &line[1..])).collect::<String>();
    Page {
        name: name.to_owned(),
        planted: (planted != "clean").then(|| planted.to_owned()),
        format: format.to_owned(),
        product: Some(product).filter(|lines| !lines.is_empty()),
        boxes: boxes.join("\n"),
    }
}

/// A campaign of all pages.
fn campaign(pages: &[Page]) -> Workshop {
    let shop = kit::shop();
    kit::pictures(&shop);
    let head = std::fs::read_to_string(shop.path().join("campaign.toml")).unwrap();
    let mut wishes = head.split("[[product]]").next().unwrap().to_owned();
    for page in pages {
        let Page { name, format, .. } = page;
        kit::template(&shop, name, &page.boxes);
        let own = page.product.clone().unwrap_or_else(|| "alt_text.vi = \"Hình thử của khâu kiểm tra\"\n".to_owned());
        let headline = if own.contains("headline.vi") {
            String::new()
        } else {
            format!("headline.vi = \"Tiêu đề của {name}\"\n")
        };
        let _ = write!(
            wishes,
            "[[product]]\nname = \"{name}\"\ntemplate = \"{name}\"\nall = \"towns\"\nformats = [\"{format}\"]\n\
             languages = [\"vi\"]\n{headline}{own}"
        );
    }
    shop.write("campaign.toml", wishes);
    shop
}

/// Codes found on each page, by its name.
fn found(shop: &Workshop) -> BTreeMap<String, BTreeSet<String>> {
    let said = shop.run(&["check", "--message-format", "json"]);
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in said.stdout.lines() {
        let event: Value = serde_json::from_str(line).unwrap();
        if event["event"] == "diagnostic" {
            let artwork = event["artwork"].as_str();
            // A finding about the campaign itself would mean that the corpus is broken.
            let name = artwork.unwrap_or_else(|| panic!("{line}")).split('/').next().unwrap();
            found.entry(name.to_owned()).or_default().insert(event["code"].as_str().unwrap().to_owned());
        }
    }
    assert!(!found.is_empty(), "{}{}", said.stdout, said.stderr);
    found
}

/// Runs the corpus.
fn measure() -> Measured {
    let pages = pages();
    let found = found(&campaign(&pages));
    let mut measured = Measured::default();
    for page in &pages {
        let codes = found.get(&page.name).cloned().unwrap_or_default();
        let others = codes.iter().filter(|code| Some(*code) != page.planted.as_ref());
        let others = others.map(|code| format!("{code} on {}", page.name));
        match &page.planted {
            Some(code) => {
                let caught = codes.contains(code);
                let row = measured.by_code.entry(code.clone()).or_default();
                *row = (row.0 + 1, row.1 + usize::from(caught));
                measured.missed.extend((!caught).then(|| format!("{code} on {}", page.name)));
                measured.strays.extend(others);
            }
            None => {
                measured.clean += 1;
                measured.alarms.extend(others);
            }
        }
    }
    measured
}

/// The table that the docs publish.
fn table(measured: &Measured) -> String {
    let mut table = String::from("| code | planted | caught |\n|---|---|---|\n");
    for (code, (planted, caught)) in &measured.by_code {
        let _ = writeln!(table, "| {code} | {planted} | {caught} |");
    }
    let planted: usize = measured.by_code.values().map(|(planted, _)| planted).sum();
    let caught: usize = measured.by_code.values().map(|(_, caught)| caught).sum();
    let _ = writeln!(table, "| all | {planted} | {caught} |");
    let (clean, alarms, strays) = (measured.clean, measured.alarms.len(), measured.strays.len());
    let _ = writeln!(
        table,
        "\nClean pages: {clean}. False alarms on them: {alarms}. Findings beside the planted one: {strays}."
    );
    table
}

#[test]
fn the_published_figures_are_those_measured() {
    let measured = measure();
    let planted: usize = measured.by_code.values().map(|(planted, _)| planted).sum();
    assert!(planted >= 60 && measured.clean >= 60, "{planted} defects, {} clean pages", measured.clean);
    let docs = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md")).unwrap();
    let Measured { missed, alarms, strays, .. } = &measured;
    let table = table(&measured);
    assert!(
        docs.contains(&table),
        "publish in ARCHITECTURE.md:\n{table}\nmissed {missed:#?}\nalarms {alarms:#?}\nstrays {strays:#?}"
    );
    let told = missed.iter().filter(|missed| !docs.contains(missed.rsplit(' ').next().unwrap()));
    assert_eq!(told.count(), 0, "every miss is named in ARCHITECTURE.md: {missed:#?}");
}

#[test]
fn names_of_pages_are_their_own() {
    let pages = pages();
    let names: BTreeSet<&str> = pages.iter().map(|page| page.name.as_str()).collect();
    assert_eq!(names.len(), pages.len());
}

#[test]
fn the_published_profiles_are_those_in_force() {
    use mocban::preflight::{PROFILES, Rating, USES};
    let docs = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/README.md")).unwrap();
    assert_eq!(USES.map(|usage| format!("{usage:?}").to_lowercase()), ["print", "large", "led", "social", "screen"]);
    for (code, ratings) in PROFILES {
        let words = ratings.map(|rating| match rating {
            Rating::Off => "–",
            Rating::Warning => "warning",
            Rating::Error => "error",
        });
        let row = docs.lines().find(|line| line.starts_with(&format!("| {code} |")));
        let row = row.unwrap_or_else(|| panic!("templates/README.md has no row for {code}"));
        assert!(row.ends_with(&format!("| {} |", words.join(" | "))), "{row}: {words:?}");
    }
}
