//! Tests of facets, of names and units, and of the catalogue against one made anew.

use super::*;

/// A catalogue for narrowing: two products, three units, two formats, two languages.
fn shelf_of_all() -> Catalogue {
    let mut entries = Vec::new();
    for (unit, color) in [("an-binh", "red"), ("tan-phu", "white"), ("phu-hoa", "red")] {
        for language in ["vi", "en"] {
            for format in ["fb-post", "led"] {
                let asset = format!("card_{unit}_{language}");
                let phase = if unit == "an-binh" { "1" } else { "2" };
                entries.push(RenditionEntry {
                    language: language.into(),
                    key: Some(unit.into()),
                    unit: unit.into(),
                    phase: phase.into(),
                    color: color.into(),
                    subjects: vec![unit.replace('-', " "), "%".into(), "văn bản".into()],
                    ..file(&asset, format, "Chuyển đổi số")
                });
            }
        }
    }
    let poster =
        RenditionEntry { product: "poster".into(), key: None, ..file("poster", "pano", "Đường dây nóng") };
    entries.push(RenditionEntry { encoding: Encoding::Pdf, path: "poster/poster.pdf".into(), ..poster });
    let mut catalogue = Catalogue::in_memory().unwrap();
    catalogue.update(&entries).unwrap();
    catalogue
}

/// The answer to a question with facets.
fn answer(catalogue: &Catalogue, query: &str, filter: &Filter, statuses: &Statuses) -> Answer {
    catalogue.ask(&Ask { query, filter, statuses, limit: 3, facets: true }).unwrap().unwrap()
}

/// Counts of a facet's values.
fn counts(answer: &Answer, facet: Facet) -> Vec<(&str, u32)> {
    answer
        .facets
        .iter()
        .filter(|count| count.facet == facet)
        .map(|count| (count.value.as_str(), count.assets))
        .collect()
}

#[test]
fn facets_count_what_each_choice_would_leave_with_every_other_filter_on() {
    let catalogue = shelf_of_all();
    let none = Statuses::new();
    let all = answer(&catalogue, "", &Filter::default(), &none);
    assert_eq!((all.assets, all.hits.len()), (7, 3));
    assert_eq!(counts(&all, Facet::Product), [("card", 6), ("poster", 1)]);
    assert_eq!(counts(&all, Facet::Format), [("fb-post", 6), ("led", 6), ("pano", 1)]);
    assert_eq!(counts(&all, Facet::Color), [("red", 4), ("white", 2)], "what has no colour is not counted as one");
    assert_eq!(counts(&all, Facet::Status), [("draft", 7)]);
    let red = Filter::default().with(Facet::Color, "red").with(Facet::Language, "vi");
    let red = answer(&catalogue, "chuyen doi so", &red, &none);
    assert_eq!(red.assets, 2);
    assert_eq!(counts(&red, Facet::Language), [("en", 2), ("vi", 2)], "its own filter off, the colour's on");
    assert_eq!(counts(&red, Facet::Color), [("red", 2), ("white", 1)]);
    assert_eq!(counts(&red, Facet::Unit), [("an-binh", 1), ("phu-hoa", 1)]);
    assert_eq!(counts(&red, Facet::Phase), [("1", 1), ("2", 1)]);
    let two = Filter::default().with(Facet::Unit, "an-binh").with(Facet::Unit, "tan-phu").with(Facet::Format, "led");
    let two = answer(&catalogue, "", &two, &none);
    assert_eq!(two.assets, 4, "two values of one facet widen it");
    assert!(two.hits.iter().all(|hit| hit.format == "led"), "the file shown is one that passes");
    assert_eq!(counts(&two, Facet::Format), [("fb-post", 4), ("led", 4)]);
}

#[test]
fn how_assets_stand_is_told_by_the_caller_and_drafts_are_the_rest() {
    let catalogue = shelf_of_all();
    let statuses = Statuses::from([("poster".to_owned(), "usable".to_owned())]);
    let usable = answer(&catalogue, "", &Filter::default().with(Facet::Status, "usable"), &statuses);
    assert_eq!(usable.hits.iter().map(|hit| (&*hit.asset, &*hit.status)).collect::<Vec<_>>(), [("poster", "usable")]);
    assert_eq!(counts(&usable, Facet::Status), [("draft", 6), ("usable", 1)]);
    assert_eq!(answer(&catalogue, "", &Filter::default().with(Facet::Status, "draft"), &statuses).assets, 6);
}

#[test]
fn a_value_that_nothing_has_is_refused_with_a_guess_and_names_are_taken_for_keys() {
    let catalogue = shelf_of_all();
    let (filter, none) = (Filter::default().with(Facet::Unit, "tan-phi").with(Facet::Product, "zzz"), Statuses::new());
    let ask = Ask { query: "", filter: &filter, statuses: &none, limit: 9, facets: false };
    let found = catalogue.ask(&ask).unwrap().unwrap_err();
    let told: Vec<_> = found.iter().map(|found| (found.code, found.hint)).collect();
    assert_eq!(told, [("MB1110", Some("known")), ("MB1110", Some("did-you-mean"))]);
    crate::diagnostic::assert_worded(&found);
    let named = answer(&catalogue, "", &Filter::default().with(Facet::Unit, "Tân Phú"), &none);
    assert_eq!(named.assets, 2);
}

#[test]
fn names_of_records_and_words_of_units_are_searched() {
    let catalogue = shelf_of_all();
    assert_eq!(catalogue.search("phu hoa", 9).unwrap().len(), 2);
    assert_eq!(catalogue.search("văn bản", 9).unwrap().len(), 6);
    assert_eq!(catalogue.search("%", 9).unwrap().len(), 6);
    assert_eq!(catalogue.search("phần trăm", 9).unwrap().len(), 6);
    let printed = RenditionEntry {
        cells: BTreeMap::from([("units/a/score".to_owned(), "71,5".to_owned())]),
        subjects: vec!["%".into()],
        ..file("a", "led", "Số")
    };
    let mut catalogue = Catalogue::in_memory().unwrap();
    catalogue.update(&[printed]).unwrap();
    assert_eq!(catalogue.search("71,5%", 9).unwrap().len(), 1);
}

#[test]
fn a_catalogue_kept_up_to_date_says_what_one_made_anew_says_row_by_row() {
    let home = tempfile::tempdir().unwrap();
    let store = Store::open(home.path()).unwrap();
    let current = || Catalogue::current(store.shelf()).unwrap().0;
    for (asset, headline) in [("b", "Hai"), ("a", "Một"), ("c", "Ba")] {
        make(&store, &file(asset, "fb-post", headline));
        drop(current());
    }
    make(&store, &file("b", "led", "Hai mươi"));
    make(&store, &RenditionEntry { phase: "2".into(), ..file("a", "fb-post", "Một") });
    drop(current());
    store.retire(&["card/c_fb-post.png".to_owned()]).unwrap();
    store.finish(&Heading::default()).unwrap();
    let grown = upkeep::contents(&current().connection).unwrap();
    assert_eq!(condition(store.shelf()).unwrap(), Condition::Sound);
    remove(home.path()).unwrap();
    assert_eq!(condition(store.shelf()).unwrap(), Condition::Missing);
    assert_eq!(upkeep::contents(&current().connection).unwrap(), grown);
    drop(store);
    remove(home.path()).unwrap();
    rebuild_from(home.path()).unwrap();
    assert_eq!(upkeep::contents(&Catalogue::open(home.path().join(CATALOGUE)).unwrap().connection).unwrap(), grown);
    assert!(grown.last().unwrap().ends_with("true"), "the grid fits the rows");
}

#[test]
fn a_catalogue_that_says_something_else_or_is_damaged_inside_is_known() {
    let home = tempfile::tempdir().unwrap();
    let store = Store::open(home.path()).unwrap();
    for nth in 0..200 {
        make(&store, &file(&format!("as{nth}"), "fb-post", "Chuyển đổi số"));
    }
    let path = home.path().join(CATALOGUE);
    let edit = |sql: &str| {
        drop(Catalogue::current(store.shelf()).unwrap());
        Connection::open(&path).unwrap().execute_batch(sql).unwrap();
        let found = condition(store.shelf()).unwrap();
        remove(home.path()).unwrap();
        found
    };
    assert_eq!(edit(""), Condition::Sound);
    assert_eq!(edit("UPDATE asset SET headline = 'x' WHERE asset = 'as7'"), Condition::Different);
    assert_eq!(edit("DELETE FROM rendition WHERE path = 'card/as9_fb-post.png'"), Condition::Different);
    assert_eq!(edit("DELETE FROM grid"), Condition::Different);
    assert_eq!(
        edit("UPDATE state SET value = 'older' WHERE name = 'recorded'"),
        Condition::Sound,
        "it is brought to date"
    );
    drop(Catalogue::current(store.shelf()).unwrap());
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle - 4096..middle + 4096].fill(0x5a);
    fs::write(&path, bytes).unwrap();
    assert_eq!(condition(store.shelf()).unwrap(), Condition::Damaged);
}
