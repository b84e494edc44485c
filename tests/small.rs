//! Files made small: the same pixels in fewer bytes, current for every command, never made again for nothing.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

mod workshop;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use workshop::Workshop;

/// Every file type, on a card.
fn shop() -> Workshop {
    let shop = Workshop::new();
    let all = r#"encodings = ["png", "jpeg", "webp", "tiff", "svg", "pdf"]"#;
    shop.edit("campaign.toml", r#"encodings = ["png"]"#, all);
    shop.edit("campaign.toml", "languages = [\"vi\", \"en\"]\nencodings", "languages = [\"vi\"]\nencodings");
    shop
}

/// Files below a folder that are no books of the program's, by path.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let walk = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let made = walk.filter(|entry| entry.file_type().is_file() && entry.depth() > 1);
    made.map(|entry| {
        let name = entry.path().strip_prefix(folder).unwrap().to_string_lossy().into_owned();
        (name, std::fs::read(entry.path()).unwrap())
    })
    .filter(|(name, _)| !name.starts_with(".mocban"))
    .collect()
}

/// Which of the file types that can be smaller a file is of, and its pixels; none for others.
fn pixels(name: &str, bytes: &[u8]) -> Option<image::RgbaImage> {
    let can = [".png", ".jpg", ".webp", ".tif"].iter().any(|ending| name.ends_with(ending));
    can.then(|| image::load_from_memory(bytes).unwrap().into_rgba8())
}

/// Holds small files to the usual ones, and gives the bytes of both.
fn compared(usual: &BTreeMap<String, Vec<u8>>, small: &BTreeMap<String, Vec<u8>>) -> [usize; 2] {
    assert!(usual.keys().eq(small.keys()));
    let mut sums = [0, 0];
    for (name, small) in small {
        let usual = &usual[name];
        match pixels(name, small) {
            Some(same) => {
                assert!(small.len() <= usual.len(), "{name}: {} over {}", small.len(), usual.len());
                assert!(Some(same) == pixels(name, usual), "{name} has other pixels");
                sums = [sums[0] + usual.len(), sums[1] + small.len()];
            }
            None => assert!(small == usual, "{name}"),
        }
    }
    sums
}

#[test]
fn small_files_are_made_once_and_are_current_for_every_command() {
    let shop = shop();
    assert_eq!(shop.render(&[]).rendered, 18);
    let usual = files(&shop.output());
    let done = shop.render(&["--small"]);
    assert_eq!((done.rendered, done.cached, done.failed), (9, 9, 0), "JPEG, SVG and PDF stay: {}", done.told);
    let small = files(&shop.output());
    let [before, after] = compared(&usual, &small);
    assert!(after < before, "{after} of {before}");
    for again in [&["--small"][..], &[]] {
        let done = shop.render(again);
        assert_eq!((done.rendered, done.cached), (0, 18), "{again:?}: {}", done.told);
        assert!(files(&shop.output()) == small);
    }
    let plan = shop.run(&["plan", "--message-format", "json"]).stdout;
    assert_eq!(plan.matches("\"reason\":\"unchanged\"").count(), 18, "{plan}");
    assert!(shop.run(&["fsck"]).success);
    // What changes is made as it is asked for; the rest stays as it is.
    shop.edit("data/towns.csv", "71.5", "72.5");
    assert_eq!(shop.render(&[]).rendered, 6);
    assert_eq!(shop.render(&["--small"]).rendered, 3);
    let cold = shop.again();
    std::fs::remove_dir_all(cold.output()).unwrap();
    assert_eq!(cold.render(&["--small", "--jobs", "1"]).rendered, 18);
    assert!(files(&cold.output()) == files(&shop.output()), "cold and warm");
    assert_eq!(shop.render(&["--fresh"]).rendered, 18);
    std::fs::remove_dir_all(cold.output()).unwrap();
    cold.render(&[]);
    assert!(files(&cold.output()) == files(&shop.output()), "usual ones again");
}

#[test]
fn a_release_takes_small_files() {
    let shop = shop();
    shop.render(&["--small"]);
    for line in [&["submit", "--by", "a"][..], &["approve", "--by", "b"], &["release", "one", "--by", "b"]] {
        let said = shop.run(line);
        assert!(said.success, "{line:?}: {}{}", said.stdout, said.stderr);
    }
}

#[test]
fn shipped_pictures_become_smaller_and_stay_the_same() {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let made = |arguments: &[&str]| {
        let output = tempfile::tempdir().unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_mocban"));
        command.arg("-C").arg(home).arg("--output").arg(output.path()).args(["render", "--lang", "vi"]);
        let chosen = ["--only", "led-milestone,cover,web-banner,before-after,benefits", "--format"];
        let formats = "led-p10-384x192,led-p10-mono-320x32,email-header,x-header,web-rectangle,web-billboard,fb-square";
        let done = command.args(chosen).arg(formats).args(arguments).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        files(output.path())
    };
    let (usual, small) = (made(&[]), made(&["--small"]));
    assert!(usual.len() >= 6, "{:?}", usual.keys());
    let [before, after] = compared(&usual, &small);
    assert!(after * 10 < before * 9, "a tenth at least: {after} of {before}");
}
