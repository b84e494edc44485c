//! Folders that are no campaign, files that are too much, disks that take nothing.

use std::fs::{self, File};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::trial::{bad, finished, odd, remove, run, try_all};
use crate::workshop::Workshop;

/// A number of towns as CSV, three of which are the first campaign's.
fn towns(count: usize) -> String {
    let first = "id,name.vi,name.en,score,status\n".to_owned();
    (0..count).fold(first, |text, at| text + &format!("town-{at},Thị trấn {at},Town {at},{at}.5,measured\n"))
}

/// A campaign that draws the first five of so many towns; gives how long that takes.
fn big_table(count: usize) -> Duration {
    let shop = Workshop::new();
    shop.write("data/towns.csv", towns(count));
    shop.edit("campaign.toml", "each = \"towns\"", "all = \"towns\"\nlimit = 5");
    shop.edit("campaign.toml", "headline.vi = \"Thị trấn {name}\"\nheadline.en = \"Town {name}\"\n", "");
    shop.edit(
        "templates/card/template.svg",
        "<m:text name=\"name\" type=\"{type.head}\"",
        "{% for record in records %}<m:text type=\"{type.body}\"",
    );
    shop.edit("templates/card/template.svg", "field=\"name\") }}</m:text>", "field=\"name\") }}</m:text>{% endfor %}");
    shop.edit(
        "templates/card/template.svg",
        "{{ value(of=record, field=\"score\", unit=true) }}",
        "{{ t(key=\"known\") }}",
    );
    let started = Instant::now();
    let made = shop.render(&[]);
    assert_eq!((made.rendered, made.failed), (2, 0), "{}", made.told);
    started.elapsed()
}

/// What must hold after a run that the machine stopped: exit 2, words that name what failed, nothing half-written.
fn stopped(kind: &str, (stdout, stderr, code): &(String, String, Option<i32>), names: &str) {
    assert_eq!(*code, Some(2), "{kind}: {stdout}{stderr}");
    assert!(stderr.contains(names), "{kind}: {stderr}");
    assert!(!stderr.contains("panicked") && !stdout.contains("panicked"), "{kind}: {stderr}");
}

#[test]
fn folders_and_files() {
    try_all(&[
        bad("no campaign.toml", "MB1101", "").exit(2).does(|shop| remove(shop, "campaign.toml")).names("campaign.toml"),
        bad("an empty folder", "MB1101", "").exit(2).does(|shop| {
            for name in ["campaign.toml", "data", "brand", "templates"] {
                let path = shop.path().join(name);
                if path.is_dir() { fs::remove_dir_all(path).unwrap() } else { fs::remove_file(path).unwrap() }
            }
        }),
        bad("no data folder", "MB0103", "campaign.toml:19:8")
            .does(|shop| fs::remove_dir_all(shop.path().join("data")).unwrap())
            .also("MB0622", "templates/card/template.toml:3:10"),
        bad("a file of 300 MB", "MB1011", "data/heap.csv").does(|shop| {
            File::create(shop.path().join("data/heap.csv")).unwrap().set_len(300 << 20).unwrap();
        }),
        odd("a file that no table reads", "MB0247", "data/more.csv").write("data/more.csv", "id\na\n"),
    ]);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    use std::os::unix::fs::symlink;
    try_all(&[
        bad("a link in data", "MB1010", "data/more.csv")
            .does(|shop| symlink("/etc/passwd", shop.path().join("data/more.csv")).unwrap()),
        bad("a link to a folder", "MB1010", "templates/parts")
            .does(|shop| symlink("/etc", shop.path().join("templates/parts")).unwrap()),
        bad("data as a link", "MB1010", "data").among_others().does(|shop| {
            fs::remove_dir_all(shop.path().join("data")).unwrap();
            symlink("/etc", shop.path().join("data")).unwrap();
        }),
    ]);
}

#[test]
fn an_output_that_cannot_be_written_says_so() {
    for language in ["en", "vi"] {
        let shop = finished();
        shop.write("wall", "a file");
        let output = shop.path().join("wall");
        let said = run(&mut shop.command_in(language, &["render", "--output", output.to_str().unwrap()]));
        stopped("a file in place of the output folder", &said, "wall");
        let output = shop.path().join("no/such/parent");
        let said = run(&mut shop.command_in(language, &["render", "--output", output.to_str().unwrap()]));
        stopped("an output without a parent", &said, "no/such");
        let said = run(&mut shop.command_in(language, &["list", "--output", output.to_str().unwrap()]));
        assert!(matches!(said.2, Some(0 | 2)), "{said:?}");
    }
}

/// The limit on a file's size stands for a full disk: both fail in the middle of a write, and this needs no rights.
#[cfg(unix)]
#[test]
fn a_disk_that_takes_no_more_loses_nothing() {
    for language in ["en", "vi"] {
        let shop = finished();
        let before = shop.pictures();
        let script = "trap '' XFSZ; ulimit -f 8; exec \"$0\" \"$@\"";
        let mut command = Command::new("sh");
        command.args(["-c", script, env!("CARGO_BIN_EXE_mocban"), "-C"]).arg(shop.path());
        command.args(["--messages", language, "render", "--fresh"]);
        stopped("a full disk", &run(&mut command), "could not write");
        assert_eq!(shop.pictures(), before);
        assert_eq!(shop.leftovers(), Vec::<String>::new());
        let again = shop.render(&[]);
        assert_eq!((again.rendered + again.cached, again.failed), (6, 0), "{}", again.told);
    }
}

/// A real full disk: a file system of 64 KiB. Mounting one takes rights that not every machine gives.
#[cfg(target_os = "linux")]
#[test]
fn a_full_file_system_is_told() {
    let shop = finished();
    let disk = shop.path().join("disk");
    fs::create_dir(&disk).unwrap();
    let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"]).arg(&disk).output();
    if !mount.is_ok_and(|done| done.status.success()) {
        eprintln!("skipped: this machine does not let tests mount a file system");
        return;
    }
    let output = disk.join("output");
    let said = run(&mut shop.command_in("en", &["render", "--output", output.to_str().unwrap()]));
    let left: Vec<String> = walkdir::WalkDir::new(&output)
        .into_iter()
        .filter_map(Result::ok)
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with(".tmp"))
        .collect();
    let unmounted = Command::new("umount").arg(&disk).output().unwrap();
    assert!(unmounted.status.success());
    stopped("a full file system", &said, "could not");
    assert_eq!(left, Vec::<String>::new());
}

#[test]
fn a_hundred_thousand_rows_are_drawn_in_bounded_time() {
    let took = big_table(100_000);
    assert!(took < Duration::from_secs(40), "{took:?}");
}

/// Ten times as much: half a minute unoptimised, which is too long for every run of the tests.
#[test]
#[ignore = "a million rows take half a minute unoptimised; run it with -- --ignored"]
fn a_million_rows_are_drawn_in_bounded_time() {
    let took = big_table(1_000_000);
    assert!(took < Duration::from_secs(120), "{took:?}");
}
