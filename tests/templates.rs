//! The shipped templates hold what they declare: every template, in every format it is drawn for, with the shortest
//! words and the longest its tables allow, in every language of the campaign: no overset, no words over each other,
//! nothing outside the safe area. And their look is the kit's alone: no colour and no font is named in a template.
#![expect(
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a test that cannot set itself up has failed"
)]

mod workshop;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use mocban::record::{Dataset, Table, Value};
use mocban::source::Folder;
use workshop::Workshop;

/// Words that fillers are cut from: with stacked marks, long compounds and long English words.
const FILLERS: [(&str, &str); 2] = [
    (
        "vi",
        "Đẩy mạnh ứng dụng chữ ký số và phần mềm quản lý văn bản, điều hành công việc trên môi trường mạng của các cơ \
         quan tham mưu giúp việc, đảng ủy xã phường, Mặt trận Tổ quốc và các tổ chức chính trị xã hội ở địa phương",
    ),
    (
        "en",
        "Strengthening digital signatures, interoperable document management and telecommunications infrastructure for \
         organisations, their representatives and all administrative departments throughout the whole province",
    ),
];

/// How long the words of a trial are.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Length {
    /// One or two words.
    Short,
    /// Half of what the schema allows.
    Median,
    /// All that it allows.
    Long,
}

/// The repository, which is the shipped campaign.
fn home() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder of the campaign, by path below the campaign.
fn files(below: &str) -> Vec<PathBuf> {
    let walk = walkdir::WalkDir::new(home().join(below)).into_iter().map(Result::unwrap);
    walk.filter(|entry| entry.file_type().is_file()).map(|entry| entry.path().to_owned()).collect()
}

/// The shipped campaign's data.
fn dataset() -> Dataset {
    let mut folder = Folder::new();
    for path in files("data") {
        folder.insert(path.strip_prefix(home()).unwrap().to_str().unwrap(), fs::read(&path).unwrap());
    }
    Dataset::read(&folder).unwrap().value
}

/// The beginning of a filler: whole words, as many as fit into a length; at least one.
fn filler(language: &str, length: Length, most: usize) -> String {
    let text = FILLERS.iter().find(|(known, _)| *known == language).map_or(FILLERS[0].1, |(_, text)| text);
    let room = match length {
        Length::Short => 8.min(most),
        Length::Median => most / 2,
        Length::Long => most,
    };
    let mut said = String::new();
    for word in text.split_whitespace().cycle() {
        if !said.is_empty() && said.chars().count() + 1 + word.chars().count() > room {
            break;
        }
        if !said.is_empty() {
            said.push(' ');
        }
        said.extend(word.chars().take(room.max(1)));
    }
    said.trim_end_matches(',').to_owned()
}

/// A table as CSV with its bounded texts replaced.
fn csv(table: &Table, schema: &toml::Table, length: Length) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let head: Vec<String> = table.columns.iter().map(|column| quoted(&column.full_name())).collect();
    let mut lines = vec![head.join(",")];
    for record in &table.records {
        let cell = |(column, cell): (&mocban::record::Column, &mocban::record::Cell)| {
            let declared = schema["columns"].get(column.full_name());
            let most = declared.and_then(|column| column.get("max_length")).and_then(toml::Value::as_integer);
            match (&cell.value, most) {
                (Value::Text(_), Some(most)) => {
                    quoted(&filler(column.language.as_deref().unwrap_or("vi"), length, usize::try_from(most).unwrap()))
                }
                (Value::Text(text), None) => quoted(text),
                (Value::Number(number), _) => number.to_string(),
                (Value::Boolean(flag), _) => flag.to_string(),
                (Value::Date(date), _) => date.to_string(),
                (Value::Missing, _) => String::new(),
            }
        };
        lines.push(table.columns.iter().zip(&record.cells).map(cell).collect::<Vec<_>>().join(","));
    }
    lines.join("\n")
}

/// A schema for that CSV.
fn schema(mut schema: toml::Table, name: &str) -> String {
    for key in ["sheet", "header_row", "delimiter"] {
        schema.remove(key);
    }
    schema.insert("file".into(), format!("{name}.csv").into());
    schema.insert("locale".into(), "iso".into());
    for (_, column) in schema["columns"].as_table_mut().unwrap().iter_mut() {
        column.as_table_mut().unwrap().remove("header");
    }
    toml::to_string(&schema).unwrap()
}

/// The campaign with words of a length, each product in every format that its template is drawn for.
fn campaign(length: Length, themes: &[&str]) -> Workshop {
    let shop = Workshop::bare();
    for path in files("brand").into_iter().chain(files("templates")) {
        shop.write(path.strip_prefix(home()).unwrap().to_str().unwrap(), fs::read(&path).unwrap());
    }
    for (name, table) in dataset().tables {
        let path = format!("data/{name}.schema.toml");
        let declared: toml::Table = fs::read_to_string(home().join(&path)).unwrap().parse().unwrap();
        shop.write(&format!("data/{name}.csv"), csv(&table, &declared, length));
        shop.write(&path, schema(declared, &name));
    }
    let mut campaign: toml::Table = fs::read_to_string(home().join("campaign.toml")).unwrap().parse().unwrap();
    let products = campaign.remove("product").unwrap();
    shop.write("campaign.toml", toml::to_string(&campaign).unwrap());
    let drawn_for = drawn_for(&shop);
    let mut seen = BTreeSet::new();
    let products: Vec<toml::Value> = products
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|product| trial(product, &drawn_for, themes, &mut seen))
        .collect();
    let undrawn: Vec<&String> = drawn_for.keys().filter(|name| !seen.iter().any(|(known, _)| known == *name)).collect();
    assert!(undrawn.is_empty(), "templates that no product of the shipped campaign draws: {undrawn:?}");
    campaign.insert("product".into(), products.into());
    shop.write("campaign.toml", toml::to_string(&campaign).unwrap());
    shop
}

/// The formats each template is drawn for.
fn drawn_for(shop: &Workshop) -> BTreeMap<String, Vec<String>> {
    let said = shop.run(&["template", "list", "--message-format", "json"]);
    let templates = said.stdout.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let names = |list: &serde_json::Value| {
        list.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
    };
    let known: BTreeMap<String, Vec<String>> = templates
        .filter(|event| event["event"] == "template")
        .map(|template| (template["name"].as_str().unwrap().to_owned(), names(&template["formats"])))
        .collect();
    assert!(known.len() > 10, "{}{}", said.stdout, said.stderr);
    known
}

/// A product for the trial; none when another draws the same records with the same template.
fn trial(
    product: &toml::Value,
    drawn_for: &BTreeMap<String, Vec<String>>,
    themes: &[&str],
    seen: &mut BTreeSet<(String, String)>,
) -> Option<toml::Value> {
    let mut product = product.as_table().unwrap().clone();
    let template = product["template"].as_str().unwrap().to_owned();
    let selection = format!("{:?}{:?}", product.get("each"), product.get("all"));
    if !seen.insert((template.clone(), selection)) {
        return None;
    }
    product.insert("formats".into(), drawn_for[&template].clone().into());
    product.insert("languages".into(), vec!["vi", "en"].into());
    product.insert("themes".into(), themes.to_vec().into());
    product.insert("encodings".into(), vec!["png", "jpeg"].into());
    product.insert("default".into(), true.into());
    if product.contains_key("each") {
        product.insert("limit".into(), 3.into());
    }
    Some(product.into())
}

/// Lays everything out: no error may come of it, and what was left out for want of room is what
/// `tests/data/left_out.LENGTH.txt` lists (`BLESS=1` writes it anew).
fn trial_of(length: Length, themes: &[&str]) {
    let shop = campaign(length, themes);
    let said = shop.run(&["check", "--message-format", "json"]);
    let events = said.stdout.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let (mut errors, mut left_out) = (Vec::new(), BTreeSet::new());
    for event in events.filter(|event| event["event"] == "diagnostic") {
        let text = |key: &str| event[key].as_str().unwrap_or_default().to_owned();
        if event["severity"] == "error" {
            let place = &event["spans"][0];
            let at = format!("{}:{}", place["file"].as_str().unwrap_or_default(), place["line"]);
            errors.push(format!("{} {at} {} [{}]", text("code"), text("message"), text("artwork")));
        } else if event["code"] == "MB1013" {
            left_out.insert(text("message"));
        }
    }
    assert!(errors.is_empty(), "{} errors with {length:?} words:\n{}", errors.len(), errors.join("\n"));
    assert_eq!(said.code, Some(0), "{}", said.stderr);
    let path = home().join(format!("tests/data/left_out.{}.txt", format!("{length:?}").to_lowercase()));
    let listed = left_out.into_iter().map(|line| line + "\n").collect::<String>();
    if std::env::var_os("BLESS").is_some() {
        fs::write(path, listed).unwrap();
    } else {
        assert_eq!(listed, fs::read_to_string(&path).unwrap(), "{} is out of date", path.display());
    }
}

#[test]
fn short_words_leave_no_hole_and_break_nothing() {
    trial_of(Length::Short, &["light"]);
}

#[test]
fn median_words_fit_in_every_theme() {
    trial_of(Length::Median, &["light", "dark", "contrast"]);
}

#[test]
fn the_longest_words_the_tables_allow_fit() {
    trial_of(Length::Long, &["light"]);
}

/// Another house's kit: other colours, families changed places, a wordmark two and a half times as wide as high.
fn another_kit(shop: &Workshop) {
    for file in ["brand/brand.tokens.json", "brand/theme-dark.tokens.json", "brand/theme-contrast.tokens.json"] {
        let mut tokens: serde_json::Value =
            serde_json::from_str(&fs::read_to_string(home().join(file)).unwrap()).unwrap();
        turn(&mut tokens);
        let text = tokens.to_string().replace("Be Vietnam Pro", "\u{1}").replace("\"Inter\"", "\"Be Vietnam Pro\"");
        shop.write(file, text.replace('\u{1}', "Inter"));
    }
    let wordmark = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 240 96\"><path fill=\"{color.primary}\" d=\"M0 0h96v96H0z\"/><path \
                    fill=\"{color.accent}\" d=\"M112 24h128v48H112z\"/></svg>";
    shop.write("brand/marks/main.svg", wordmark);
    shop.write("brand/marks/main-inverse.svg", wordmark.replace("primary", "ink-inverse"));
}

/// Turns the channels of every colour round: red becomes green, green blue, blue red.
fn turn(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(object) => {
            object.remove("hex");
            if let Some(serde_json::Value::Array(channels)) = object.get_mut("components") {
                channels.rotate_right(1);
            }
            object.values_mut().for_each(turn);
        }
        serde_json::Value::Array(list) => list.iter_mut().for_each(turn),
        _ => {}
    }
}

/// Colours of a kit's palette that are no grey, as SVG writes them.
fn hues(tokens: &str) -> BTreeSet<String> {
    let tokens: serde_json::Value = serde_json::from_str(tokens).unwrap();
    let scales = tokens["palette"].as_object().unwrap().values().filter_map(serde_json::Value::as_object);
    let swatches =
        scales.flat_map(|scale| scale.values()).filter_map(|swatch| swatch["$value"]["components"].as_array());
    let channel = |value: &serde_json::Value| (value.as_f64().unwrap() * 255.0).round();
    swatches
        .map(|channels| channels.iter().map(channel).collect::<Vec<f64>>())
        .filter(|rgb| rgb.iter().any(|channel| (channel - rgb[0]).abs() > 2.0))
        .map(|rgb| format!("#{:02x}{:02x}{:02x}", rgb[0] as u8, rgb[1] as u8, rgb[2] as u8))
        .collect()
}

#[test]
fn every_picture_follows_another_kit() {
    let shop = campaign(Length::Median, &["light"]);
    another_kit(&shop);
    let said = shop.run(&["check", "--message-format", "json"]);
    let errors: Vec<&str> = said.stdout.lines().filter(|line| line.contains("\"severity\":\"error\"")).collect();
    assert!(errors.is_empty(), "{} errors with another kit:\n{}", errors.len(), errors.join("\n"));
    let wishes = fs::read_to_string(shop.path().join("campaign.toml")).unwrap();
    shop.write("campaign.toml", wishes.replace("\"jpeg\"]", "\"jpeg\", \"svg\"]"));
    let run = ["render", "--lang", "vi", "--format", "fb-square,fb-portrait,slide-16x9"];
    let said = shop.run(&run);
    assert_eq!(said.code, Some(0), "{}", said.stderr);
    let old = hues(&fs::read_to_string(home().join("brand/brand.tokens.json")).unwrap());
    let new = hues(&fs::read_to_string(shop.path().join("brand/brand.tokens.json")).unwrap());
    assert!(old.len() > 20 && new.len() > 20);
    let (mut pictures, mut followed) = (0, 0);
    for entry in walkdir::WalkDir::new(shop.output()).into_iter().map(Result::unwrap) {
        if entry.path().extension().is_some_and(|ending| ending == "svg") {
            let text = fs::read_to_string(entry.path()).unwrap().to_ascii_lowercase();
            let stayed: Vec<&String> = old.difference(&new).filter(|hue| text.contains(hue.as_str())).collect();
            assert!(stayed.is_empty(), "{}: still {stayed:?}", entry.path().display());
            pictures += 1;
            followed += usize::from(new.iter().any(|hue| text.contains(hue.as_str())));
        }
    }
    assert!(pictures > 30, "{pictures} pictures");
    assert_eq!(pictures, followed, "pictures without a colour of the new kit");
}

#[test]
fn every_text_column_that_a_template_draws_is_bounded() {
    let dataset = dataset();
    let mut unbounded = Vec::new();
    for path in files("templates").iter().filter(|path| path.ends_with("template.toml")) {
        let declared: toml::Table = fs::read_to_string(path).unwrap().parse().unwrap();
        let Some(columns) = declared.get("columns").and_then(toml::Value::as_table) else { continue };
        for (name, wanted) in columns {
            let schema = fs::read_to_string(home().join(format!("data/{name}.schema.toml"))).unwrap();
            let schema: toml::Table = schema.parse().unwrap();
            let wanted: Vec<&str> = wanted.as_array().unwrap().iter().map(|column| column.as_str().unwrap()).collect();
            for column in &dataset.tables[name].columns {
                let settings = &schema["columns"][&column.full_name()];
                let bounded = ["max_length", "allowed"].iter().any(|key| settings.get(*key).is_some());
                let text = settings["type"].as_str() == Some("text");
                // An icon's name is looked up, not drawn.
                if text && !bounded && wanted.contains(&&*column.name) && &*column.name != "icon" {
                    unbounded.push(format!("{name}.{}", column.full_name()));
                }
            }
        }
    }
    unbounded.sort();
    unbounded.dedup();
    assert!(unbounded.is_empty(), "no max_length: {unbounded:?}");
}

#[test]
fn no_template_names_a_colour_or_a_font() {
    let mut named = Vec::new();
    for path in files("templates").iter().filter(|path| path.extension().is_some_and(|ending| ending == "svg")) {
        let text = fs::read_to_string(path).unwrap();
        for (number, line) in text.lines().enumerate() {
            let hex = line.match_indices('#').any(|(at, _)| {
                let digits = line[at + 1..].chars().take_while(char::is_ascii_hexdigit).count();
                // A comment of Tera ends in `#}`, a Tera placeholder may hold `#` in a hashtag: neither is six digits.
                matches!(digits, 3 | 4 | 6 | 8)
            });
            let words = ["rgb(", "hsl(", "font-family", "Be Vietnam", "Inter\""];
            if hex || words.iter().any(|word| line.contains(word)) {
                named.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
            }
        }
    }
    assert!(named.is_empty(), "{}", named.join("\n"));
}

#[test]
fn fillers_are_as_long_as_asked() {
    for (language, _) in FILLERS {
        for most in [4, 20, 90, 160, 400] {
            let long = filler(language, Length::Long, most);
            let count = long.chars().count();
            assert!(count <= most && count + 20 > most, "{language} {most}: {count}");
            assert!(filler(language, Length::Short, most).chars().count() <= 20);
        }
    }
    assert_ne!(filler("vi", Length::Median, 90), filler("en", Length::Median, 90));
}
