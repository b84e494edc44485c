//! Completeness, with an eye that knows nothing of mocban: Poppler reads words and boxes out of the PDF files of the shipped
//! campaign, and each digit must lie in the box of a number that says it, or stand on its template's list of allowed words.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use mocban::lineage::{Number, Place};
use mocban::store::{Known, Shelf};

use crate::workshop::Workshop;

/// Products of the shipped campaign that can be PDF files, with most of its charts and all its results.
const PRODUCTS: &str =
    "benefits,indicators,indicator-card,phases,tasks,results,ranking,unit-card,guide,contest,profile,before-after";

/// A word of a page, with its box as parts of the page.
struct Word {
    /// Which page, from 1.
    page: u32,
    /// Left, top, right, bottom.
    edges: [f64; 4],
    /// The word.
    text: String,
}

/// The shipped campaign, its pictures as PDF.
fn shipped() -> Workshop {
    let (shop, home) = (Workshop::bare(), Path::new(env!("CARGO_MANIFEST_DIR")));
    for root in ["campaign.toml", "formats.toml", "data", "brand", "templates"] {
        for entry in walkdir::WalkDir::new(home.join(root)).into_iter().map(Result::unwrap) {
            if entry.file_type().is_file() {
                let name = entry.path().strip_prefix(home).unwrap().to_str().unwrap();
                shop.write(name, fs::read(entry.path()).unwrap());
            }
        }
    }
    shop.edit("campaign.toml", "encodings = [\"png\"]", "encodings = [\"pdf\"]");
    shop
}

/// The words of a PDF file as Poppler reads them; none without Poppler.
fn words(path: &Path) -> Option<Vec<Word>> {
    let output = Command::new("pdftotext").arg("-bbox").arg(path).arg("-").output();
    let Ok(output) = output else {
        println!("NOT CHECKED: pdftotext is not installed");
        return None;
    };
    let text = String::from_utf8(output.stdout).unwrap();
    let (mut page, mut size, mut words) = (0, [1.0, 1.0], Vec::new());
    for line in text.lines() {
        let number = |name: &str| -> f64 {
            let (_, rest) = line.split_once(&format!("{name}=\"")).unwrap();
            rest.split('"').next().unwrap().parse().unwrap()
        };
        if line.contains("<page ") {
            (page, size) = (page + 1, [number("width"), number("height")]);
        } else if line.contains("<word ") {
            let edges = [
                number("xMin") / size[0],
                number("yMin") / size[1],
                number("xMax") / size[0],
                number("yMax") / size[1],
            ];
            let text = line.split_once('>').unwrap().1.trim_end_matches("</word>").to_owned();
            words.push(Word { page, edges, text });
        }
    }
    Some(words)
}

/// Runs of digits.
fn digits(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_numeric()).filter(|run| !run.is_empty())
}

/// How much of a word's width a place covers, where it lies on the word's line.
fn covers(place: &Place, word: &Word) -> f64 {
    let [left, top, right, bottom] = word.edges;
    let [x, y, width, height] = [place.x, place.y, place.width, place.height].map(f64::from);
    let wide = (right.min(x + width) - left.max(x)).max(0.0) / (right - left);
    let high = (bottom.min(y + height) - top.max(y)).max(0.0) / height.min(bottom - top);
    if place.page == word.page && high > 0.6 { wide } else { 0.0 }
}

/// Digits of a word that no number says where it stands.
fn unaccounted(word: &Word, numbers: &[Number], allowed: &[String]) -> Vec<String> {
    let here = |number: &&Number| number.places.iter().any(|place| covers(place, word) > 0.02);
    let said: Vec<&Number> = numbers.iter().filter(here).collect();
    let known = |run: &&str| {
        let in_number = said.iter().any(|number| digits(&number.text).any(|own| own == *run));
        in_number || allowed.iter().any(|text| digits(text).any(|own| own == *run))
    };
    digits(&word.text).filter(|run| !known(run)).map(str::to_owned).collect()
}

/// What templates may draw unbound, by template.
fn allowed() -> BTreeMap<String, Vec<String>> {
    let home = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let mut allowed = BTreeMap::new();
    for folder in fs::read_dir(home).unwrap().map(|item| item.unwrap().path()) {
        let Ok(text) = fs::read_to_string(folder.join("template.toml")) else { continue };
        let table: toml::Table = text.parse().unwrap();
        let list = table.get("allow").and_then(|list| list.as_array()).cloned().unwrap_or_default();
        let texts = list.iter().map(|one| one["text"].as_str().unwrap().to_owned()).collect();
        allowed.insert(folder.file_name().unwrap().to_str().unwrap().to_owned(), texts);
    }
    allowed
}

#[test]
fn every_digit_of_a_shipped_picture_is_accounted_for() {
    let shop = shipped();
    let report = shop.render(&["--only", PRODUCTS]);
    assert_eq!(report.failed, 0, "{}", report.told);
    let shelf = Shelf::at(shop.output());
    let known: Vec<Known> = shelf.known(&shelf.read().unwrap().entries).unwrap();
    let allowed = allowed();
    let (mut seen, mut lost) = (0, Vec::new());
    for known in &known {
        let (entry, lineage) = (&known.entry, known.lineage.as_ref().unwrap());
        let Some(words) = words(&shop.output().join(&entry.path)) else { return };
        let none = Vec::new();
        let allowed = allowed.get(&entry.product).unwrap_or(&none);
        // The short code is of all that the asset prints, and stands for no number.
        let is_code = |word: &Word| !entry.code.is_empty() && word.text.contains(&entry.code);
        for word in words.iter().filter(|word| word.text.contains(char::is_numeric) && !is_code(word)) {
            seen += digits(&word.text).count();
            let found = unaccounted(word, &lineage.numbers, allowed);
            lost.extend(
                found.into_iter().map(|run| format!("{}: {run} in {:?} at {:?}", entry.path, word.text, word.edges)),
            );
        }
    }
    println!("{} files, {seen} numbers read by Poppler, {} unaccounted", known.len(), lost.len());
    assert!(lost.is_empty(), "{}", lost.join("\n"));
    assert!(seen > 1000, "Poppler read {seen}");
}
