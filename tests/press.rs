//! The press run on a real campaign in a folder of its own: cache, repair, causes, same bytes, interruption.

mod workshop;

use std::fs;
use std::time::Duration;

use workshop::Workshop;

#[test]
fn a_second_run_makes_nothing_and_a_damaged_file_is_repaired() {
    let shop = Workshop::new();
    let first = shop.render(&[]);
    assert_eq!((first.rendered, first.cached, first.failed), (6, 0, 0), "{}", first.told);
    let second = shop.render(&[]);
    assert_eq!((second.rendered, second.cached), (0, 6));

    let before = shop.pictures();
    let names: Vec<&String> = before.keys().collect();
    fs::remove_file(shop.output().join(names[0])).unwrap();
    let cut = shop.output().join(names[1]);
    let bytes = fs::read(&cut).unwrap();
    fs::write(&cut, &bytes[..bytes.len() / 2]).unwrap();
    let flipped = shop.output().join(names[2]);
    let mut bytes = fs::read(&flipped).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0xff;
    fs::write(&flipped, bytes).unwrap();

    let plan = shop.run(&["plan", "--message-format", "json"]).stdout;
    assert_eq!(plan.matches("\"reason\":\"missing\"").count(), 1, "{plan}");
    assert_eq!(plan.matches("\"reason\":\"damaged\"").count(), 2, "{plan}");
    let third = shop.render(&[]);
    assert_eq!((third.rendered, third.cached), (3, 3));
    assert_eq!(shop.pictures(), before, "a repaired file differs from the first one");
}

#[test]
fn inserting_a_row_remakes_nothing_and_a_changed_cell_only_its_own() {
    let shop = Workshop::new();
    shop.render(&[]);
    shop.edit("data/towns.csv", "south,", "west,Tây,West,40,measured\nsouth,");
    let inserted = shop.render(&[]);
    assert_eq!((inserted.rendered, inserted.cached), (2, 6), "{}", inserted.told);

    shop.edit("data/towns.csv", "north,Bắc,North,71.5", "north,Bắc,North,74.5");
    let plan = shop.run(&["plan", "--message-format", "json"]).stdout;
    assert!(plan.contains("towns/north/score"), "{plan}");
    assert!(plan.contains("71.5") && plan.contains("74.5"), "{plan}");
    assert!(!plan.contains("towns/south/score"), "{plan}");
    assert_eq!(plan.matches("\"reason\":\"changed\"").count(), 2, "{plan}");
    let changed = shop.render(&[]);
    assert_eq!((changed.rendered, changed.cached), (2, 6));
}

#[test]
fn a_cell_read_only_by_logic_remakes_its_assets() {
    let shop = Workshop::new();
    shop.edit(
        "templates/card/template.svg",
        "<m:space grow=\"1\"/>",
        "{% if record.score and record.score > 60 %}<m:rule/>{% endif %}<m:space grow=\"1\"/>",
    );
    shop.edit(
        "templates/card/template.svg",
        "{{ value(of=record, field=\"score\", unit=true) }}",
        "{{ t(key=\"known\") }}",
    );
    shop.render(&[]);
    shop.edit("data/towns.csv", "71.5", "59.5");
    let report = shop.render(&[]);
    assert_eq!((report.rendered, report.cached), (2, 4), "{}", report.told);
}

#[test]
fn a_bar_follows_its_exact_value_and_words_only_their_text() {
    let shop = Workshop::new();
    shop.edit("data/towns.schema.toml", "decimals = 1", "decimals = 0");
    shop.render(&[]);
    shop.edit("data/towns.csv", "71.5", "71.6");
    assert_eq!(shop.render(&[]).rendered, 0, "the printed text is the same: 72");
    let chart = "<m:chart kind=\"meter\" maximum=\"100\"><m:datum><m:value>{{ datum(of=record, field=\"score\") }}</m:value></m:datum></m:chart><m:space grow=\"1\"/>";
    shop.edit("templates/card/template.svg", "<m:space grow=\"1\"/>", chart);
    shop.render(&[]);
    shop.edit("data/towns.csv", "71.6", "71.7");
    assert_eq!(shop.render(&[]).rendered, 2, "the bar is longer though its label is not");
}

#[test]
fn same_bytes_on_one_and_two_threads_cold_and_warm() {
    let (one, two) = (Workshop::new(), Workshop::new());
    one.render(&["--jobs", "1"]);
    two.render(&["--jobs", "2"]);
    let cold = one.pictures();
    assert_eq!(cold.len(), 6);
    assert_eq!(cold, two.pictures());
    one.render(&["--jobs", "2", "--fresh"]);
    assert_eq!(cold, one.pictures());
    assert_eq!(
        fs::read(one.output().join("manifest.json")).unwrap(),
        fs::read(two.output().join("manifest.json")).unwrap()
    );
}

#[test]
fn a_failed_job_stops_no_other_and_keeps_its_earlier_file() {
    let shop = Workshop::new();
    shop.render(&[]);
    let before = shop.pictures();
    shop.edit("data/towns.csv", "Bắc", "Bắc 漢");
    let report = shop.render(&[]);
    assert_eq!((report.rendered, report.cached, report.failed), (0, 5, 1), "{}", report.told);
    assert_eq!(report.code, 1);
    assert!(report.told.contains("MB0711"), "{}", report.told);
    assert!(report.told.contains("templates/card/template.svg"), "{}", report.told);
    assert_eq!(shop.pictures(), before);
}

#[test]
fn killed_at_any_moment_no_file_is_half_written_and_the_next_run_resumes() {
    for wait in [20, 60, 120, 250, 400] {
        let shop = Workshop::new();
        let mut child = shop.start(&["render"]);
        std::thread::sleep(Duration::from_millis(wait));
        child.kill().unwrap();
        child.wait().unwrap();
        for (name, bytes) in shop.pictures() {
            assert!(bytes.ends_with(b"IEND\xae\x42\x60\x82"), "{name} is half-written after {wait} ms");
        }
        let done = shop.recorded();
        let report = shop.render(&[]);
        assert_eq!((report.rendered + report.cached, report.failed), (6, 0), "{}", report.told);
        assert!(report.cached >= done, "{} finished files were lost after {wait} ms", done - report.cached);
        assert_eq!(shop.leftovers(), Vec::<String>::new());
    }
}

#[test]
fn what_is_no_longer_asked_for_is_taken_away_and_the_catalogue_follows() {
    let shop = Workshop::new();
    shop.render(&[]);
    assert!(shop.run(&["search", "bac"]).stdout.contains("north"));
    shop.edit("data/towns.csv", "north,Bắc,North,71.5,measured\n", "");
    shop.render(&[]);
    assert_eq!(shop.pictures().len(), 4);
    assert!(!shop.run(&["search", "bac"]).stdout.contains("north"));
    fs::remove_file(shop.output().join("catalogue.sqlite")).unwrap();
    assert!(shop.run(&["index"]).success);
    assert_eq!(shop.run(&["list"]).stdout.lines().filter(|line| line.contains(".png")).count(), 4);
}

#[test]
fn illustrative_data_without_its_label_is_refused_and_with_it_drawn() {
    let shop = Workshop::new();
    shop.edit("data/towns.csv", "71.5,measured", "71.5,illustrative");
    let refused = shop.render(&[]);
    assert_eq!(refused.failed, 2);
    assert!(refused.told.contains("MB0802"), "{}", refused.told);
    let label = "<m:text name=\"illustrative\" when=\"illustrative\" type=\"{type.body}\">{{ t(key=\"illustrative\") }}</m:text><m:space grow=\"1\"/>";
    shop.edit("templates/card/template.svg", "<m:space grow=\"1\"/>", label);
    let drawn = shop.render(&[]);
    assert_eq!(drawn.failed, 0, "{}", drawn.told);
    let found = shop.run(&["search", "minh hoa"]).stdout;
    assert!(found.contains("north") && !found.contains("south"), "{found}");
}
