//! Packs as offices get them: read by the tools of others, damaged byte by byte, led on by deltas, signed by keys that change.
#![expect(
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test stops at the first surprise, and says what it skips"
)]

mod workshop;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use workshop::{Workshop, unzipped};

/// A campaign with a release `r1` of six pictures, and a folder for keys outside it.
fn released() -> (Workshop, tempfile::TempDir) {
    let (shop, keys) = (Workshop::new(), tempfile::tempdir().unwrap());
    assert_eq!(shop.render(&[]).failed, 0);
    run(&shop, &["release", "r1", "--unapproved", "a test", "--by", "Lan"]);
    (shop, keys)
}

/// Runs a command that must succeed; gives its last JSON line.
fn run(shop: &Workshop, args: &[&str]) -> Value {
    let said = shop.run(&[args, &["--message-format", "json"]].concat());
    assert_eq!(said.code, Some(0), "{args:?}: {}{}", said.stdout, said.stderr);
    serde_json::from_str(said.stdout.lines().last().unwrap_or("null")).unwrap()
}

/// Makes a pack signed with what lies in a folder; gives its file and what was said.
fn pack(shop: &Workshop, keys: &Path, args: &[&str]) -> (PathBuf, Value) {
    let said = run(shop, &[&["pack", "--keys", keys.to_str().unwrap()], args].concat());
    assert_eq!(said["event"], "packed");
    (PathBuf::from(said["path"].as_str().unwrap()), said)
}

/// Makes a key.
fn new_key(shop: &Workshop, keys: &Path, name: &str) {
    run(shop, &["key", "new", name, "--keys", keys.to_str().unwrap()]);
}

/// Runs a tool of others, if it is there.
fn tool(program: &str, args: &[&str], folder: &Path) -> Option<Output> {
    let output = Command::new(program).args(args).current_dir(folder).output().ok();
    if output.is_none() {
        eprintln!("skipped: {program} is not installed");
    }
    output
}

/// Runs a tool of others that must be content; gives what it said.
fn content(program: &str, args: &[&str], folder: &Path) -> String {
    let Some(output) = tool(program, args, folder) else { return String::new() };
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{program} {args:?}: {said}{}", String::from_utf8_lossy(&output.stderr));
    said
}

/// A pack unpacked into a folder; gives its own folder.
fn unpacked(pack: &Path, into: &Path) -> PathBuf {
    let folder = into.join(pack.file_stem().unwrap());
    for (path, bytes) in unzipped(pack) {
        let place = folder.join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, bytes).unwrap();
    }
    folder
}

#[test]
fn the_tools_of_others_read_it_and_it_is_the_same_twice() {
    let (shop, keys) = released();
    new_key(&shop, keys.path(), "press");
    let (file, said) = pack(&shop, keys.path(), &[]);
    assert_eq!((said["entered"].as_bool(), said["signed_with"].as_str()), (Some(true), Some("press")));
    let name = file.to_str().unwrap();
    content("unzip", &["-tq", name], shop.path());
    let list = content("python3", &["-c", READ, name], shop.path());
    assert!(list.is_empty() || list.trim() == format!("sound {}", unzipped(&file).len()), "{list}");
    let dir = tempfile::tempdir().unwrap();
    let folder = unpacked(&file, dir.path());
    content("sha256sum", &["--strict", "-c", "SHA256SUMS"], &folder);
    let public = shop.path().join("desk/keys/press.pem");
    for key in [public.to_str().unwrap(), "meta/khoa-cong-khai.pem"] {
        let args = ["pkeyutl", "-verify", "-pubin", "-inkey", key, "-rawin", "-in", "SHA256SUMS"];
        content("openssl", &[&args[..], &["-sigfile", "SHA256SUMS.sig"]].concat(), &folder);
    }
    let private = keys.path().join("press.pem");
    let read = content("openssl", &["pkey", "-in", private.to_str().unwrap(), "-pubout"], &folder);
    assert!(read.is_empty() || read == fs::read_to_string(&public).unwrap(), "the private key is OpenSSL's too");

    let before = fs::read(&file).unwrap();
    let (_, again) = pack(&shop, keys.path(), &[]);
    assert_eq!((again["entered"].as_bool(), &again["sha256"]), (Some(false), &said["sha256"]));
    let elsewhere = shop.again();
    let to = dir.path().join("to");
    let (copy, _) = pack(&elsewhere, keys.path(), &["--to", to.to_str().unwrap()]);
    assert!(fs::read(copy).unwrap() == before, "another folder, the same bytes");
    let ledger = fs::read_to_string(shop.path().join("desk/ledger.jsonl")).unwrap();
    assert_eq!(ledger.matches("\"event\":\"packed\"").count(), 1);
    assert!(fs::read_dir(file.parent().unwrap()).unwrap().count() == 1, "nothing half-written is left");
}

/// Reads a ZIP file in Python: every checksum, no name twice, stored, flagged, without extra fields and at one time.
const READ: &str = "
import sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
i = z.infolist()
assert len({e.filename.lower() for e in i}) == len(i)
assert {e.flag_bits for e in i} == {0x800}
assert {e.compress_type for e in i} == {0}
assert {e.extra for e in i} == {b''}
assert {e.date_time for e in i} == {(1980, 1, 1, 0, 0, 0)}
assert [e.filename for e in i] == sorted(e.filename for e in i)
assert all(e.filename.isascii() and max(map(len, e.filename.split('/'))) <= 100 for e in i)
print('sound', len(i))
";

/// Where some bytes stand in others, from the end or from the beginning.
fn position(whole: &[u8], part: &[u8], last: bool) -> usize {
    let mut found = whole.windows(part.len()).enumerate().filter(|(_, window)| *window == part).map(|(at, _)| at);
    if last { found.next_back().unwrap() } else { found.next().unwrap() }
}

#[test]
fn a_flipped_byte_of_each_class_is_named() {
    let (shop, keys) = released();
    new_key(&shop, keys.path(), "press");
    let (file, _) = pack(&shop, keys.path(), &[]);
    let good = run(&shop, &["pack", "--check", file.to_str().unwrap()]);
    assert_eq!((&good["signed_by"], &good["whole"], &good["entered"]), (&"press".into(), &true.into(), &true.into()));
    let bytes = fs::read(&file).unwrap();
    let inside = unzipped(&file);
    let picture = inside.keys().find(|path| path.ends_with(".png")).unwrap();
    let (list, signature) = (&inside["SHA256SUMS"], &inside["SHA256SUMS.sig"]);
    let (end, named) = (bytes.len(), format!("{}/{picture}", file.file_stem().unwrap().to_str().unwrap()));
    // The checksum stands 16 bytes before the name in a file's own header, 30 bytes before it in the directory.
    let header = position(&bytes, named.as_bytes(), false) - 16;
    let entry = position(&bytes, named.as_bytes(), true) - 30;
    for (what, at, code, named) in [
        ("a picture", position(&bytes, &inside[picture], false) + 5000, "MB1239", picture.as_str()),
        ("a file's own header", header, "MB1238", picture),
        ("its entry in the directory", entry, "MB1238", picture),
        ("the list", position(&bytes, list, false) + 3, "MB1239", "SHA256SUMS"),
        ("the signature", position(&bytes, signature, false) + 3, "MB1239", "SHA256SUMS.sig"),
        ("the end", end - 8, "MB1237", ""),
    ] {
        let mut damaged = bytes.clone();
        damaged[at] ^= 1;
        let copy = shop.path().join("damaged.zip");
        fs::write(&copy, damaged).unwrap();
        let said = shop.run(&["pack", "--check", copy.to_str().unwrap(), "--message-format", "json"]);
        assert_eq!(said.code, Some(1), "{what}: {}", said.stdout);
        let told = said.stdout.lines().any(|line| line.contains(code) && line.contains(named));
        assert!(told, "{what}: {}", said.stdout);
    }
    let cut = shop.path().join("cut.zip");
    fs::write(&cut, &bytes[..end / 2]).unwrap();
    let said = shop.run(&["pack", "--check", cut.to_str().unwrap(), "--message-format", "json"]);
    assert!(said.code == Some(1) && said.stdout.contains("MB1237"), "{}", said.stdout);
}

#[test]
fn a_pack_that_was_exchanged_and_listed_anew_is_nobodys() {
    let (shop, keys) = released();
    new_key(&shop, keys.path(), "press");
    let (file, _) = pack(&shop, keys.path(), &[]);
    // Signed by somebody else, who has all the tools: another campaign's key.
    let (other, other_keys) = released();
    new_key(&other, other_keys.path(), "press");
    let (forged, _) = pack(&other, other_keys.path(), &[]);
    let said = shop.run(&["pack", "--check", forged.to_str().unwrap(), "--message-format", "json"]);
    assert!(said.code == Some(1) && said.stdout.contains("MB1245"), "{}", said.stdout);
    assert!(said.stdout.contains("\"signed_by\":null"), "{}", said.stdout);
    assert!(run(&shop, &["pack", "--check", file.to_str().unwrap()])["whole"] == true);
}

#[test]
fn old_packs_outlive_their_key() {
    let (shop, keys) = released();
    let unsigned = shop.run(&["pack", "--keys", keys.path().to_str().unwrap(), "--message-format", "json"]);
    assert!(unsigned.code == Some(0) && unsigned.stdout.contains("MB1248"), "{}", unsigned.stdout);
    new_key(&shop, keys.path(), "first");
    let (old, _) = pack(&shop, keys.path(), &["--to", shop.path().join("old").to_str().unwrap()]);
    run(&shop, &["key", "retire", "first", "--reason", "lost stick", "--keys", keys.path().to_str().unwrap()]);
    new_key(&shop, keys.path(), "second");
    let (new, said) = pack(&shop, keys.path(), &[]);
    assert_eq!(said["signed_with"], "second");
    for (file, key) in [(&old, "first"), (&new, "second")] {
        let checked = run(&shop, &["pack", "--check", file.to_str().unwrap()]);
        assert_eq!((&checked["signed_by"], &checked["whole"]), (&key.into(), &true.into()));
    }
    // With the ledger as it was before the old pack was entered, nobody can tell when it was signed.
    let ledger = shop.path().join("desk/ledger.jsonl");
    let text = fs::read_to_string(&ledger).unwrap();
    let kept: Vec<&str> = text.lines().take(3).collect();
    fs::write(&ledger, kept.join("\n") + "\n").unwrap();
    run(&shop, &["key", "retire", "first", "--reason", "stolen", "--keys", keys.path().to_str().unwrap()]);
    let said = shop.run(&["pack", "--check", old.to_str().unwrap(), "--message-format", "json"]);
    assert!(said.code == Some(0) && said.stdout.contains("MB1246"), "{}", said.stdout);
    let listed = shop.run(&["key", "list", "--keys", keys.path().to_str().unwrap()]);
    assert!(listed.stdout.contains("first") && listed.stdout.contains("stolen"), "{}", listed.stdout);
}

#[test]
fn keys_are_their_owners_alone_and_never_in_the_campaign() {
    let (shop, keys) = released();
    let inside = shop.path().join("desk/private");
    let said = shop.run(&["key", "new", "press", "--keys", inside.to_str().unwrap()]);
    assert!(said.code == Some(1) && said.stderr.contains("MB1235"), "{}", said.stderr);
    assert!(!inside.exists());
    new_key(&shop, keys.path(), "press");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(keys.path().join("press.pem")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    for (args, code) in [(["key", "new", "press"], "MB1234"), (["key", "new", "Báo"], "MB1233")] {
        let said = shop.run(&[&args[..], &["--keys", keys.path().to_str().unwrap()]].concat());
        assert!(said.code == Some(1) && said.stderr.contains(code), "{}", said.stderr);
    }
    let said = shop.run(&["key", "retire", "pres", "--reason", "x", "--keys", keys.path().to_str().unwrap()]);
    assert!(said.code == Some(1) && said.stderr.contains("did you mean press"), "{}", said.stderr);
}

#[test]
fn a_delta_leads_from_the_old_pack_to_the_new_one() {
    let (shop, keys) = released();
    new_key(&shop, keys.path(), "press");
    let none = shop.run(&["pack", "--since", "r1", "--keys", keys.path().to_str().unwrap()]);
    assert!(none.code == Some(1) && none.stderr.contains("MB1232"), "{}", none.stderr);
    let (old, _) = pack(&shop, keys.path(), &[]);
    shop.edit("data/towns.csv", "71.5", "73.5");
    assert_eq!(shop.render(&[]).rendered, 2);
    run(&shop, &["release", "r2", "--unapproved", "a test"]);
    let (new, whole) = pack(&shop, keys.path(), &[]);
    let (led, small) = pack(&shop, keys.path(), &["--since", "r1"]);
    assert!(small["bytes"].as_u64() < whole["bytes"].as_u64());
    let delta = unzipped(&led);
    let pictures = delta.keys().filter(|path| path.ends_with(".png")).count();
    assert_eq!(pictures, 2, "only what changed");
    let applied = mocban::pack::apply(&unzipped(&old), &delta).unwrap();
    assert!(applied == unzipped(&new));
    let (again, _) = pack(&shop, keys.path(), &["r1"]);
    assert!(unzipped(&again) == unzipped(&old), "what came out since changes no pack of the first release");
    assert!(mocban::pack::apply(&unzipped(&new), &delta).is_err(), "it is for the old pack");
    let folder = unpacked(&led, &shop.path().join("led"));
    content("sha256sum", &["--strict", "-c", "SHA256SUMS"], &folder);
    run(&shop, &["pack", "--check", led.to_str().unwrap()]);
    // By the old pack's own name too, and with the output folder gone: the desk remembers.
    fs::remove_dir_all(shop.output().join("packs")).unwrap();
    let (_, same) = pack(&shop, keys.path(), &["--since", old.file_stem().unwrap().to_str().unwrap()]);
    assert_eq!(same["sha256"], small["sha256"]);
}

#[test]
fn a_killed_asset_is_in_no_pack_made_since() {
    let (shop, keys) = released();
    pack(&shop, keys.path(), &[]);
    run(&shop, &["kill", "t_card_north_2026_vi", "--reason", "sai số"]);
    let (file, said) = pack(&shop, keys.path(), &[]);
    assert_eq!(said["pack"].as_str().unwrap().split("_v").nth(1).unwrap().split('_').next(), Some("02"));
    let inside = unzipped(&file);
    assert!(!inside.keys().any(|path| path.contains("north") && path.ends_with("_vi_v01.png")));
    assert!(inside.keys().any(|path| path.contains("north") && path.ends_with("_en_v01.png")));
    let page = String::from_utf8(inside["00_XEM.html"].clone()).unwrap();
    assert!(page.contains("THU HỒI") && page.contains("sai số") && !page.contains("Thị trấn Bắc"));
    for name in ["t_card_north_2026_en", "t_card_south_2026_vi", "t_card_south_2026_en", "t_card_east_2026_vi"] {
        run(&shop, &["kill", name, "--reason", "sai"]);
    }
    run(&shop, &["withhold", "t_card_east_2026_en", "--reason", "chờ"]);
    let said = shop.run(&["pack", "--keys", keys.path().to_str().unwrap()]);
    assert!(said.code == Some(1) && said.stderr.contains("MB1231"), "{}", said.stderr);
    let said = shop.run(&["pack", "r9", "--keys", keys.path().to_str().unwrap()]);
    assert!(said.code == Some(1) && said.stderr.contains("MB1230"), "{}", said.stderr);
}

#[test]
fn a_mini_pack_keeps_its_budget() {
    let (shop, keys) = released();
    let (whole, _) = pack(&shop, keys.path(), &[]);
    let (all, _) = pack(&shop, keys.path(), &["--mini"]);
    assert_eq!(unzipped(&all).keys().filter(|path| path.ends_with(".png")).count(), 6);
    assert!(!unzipped(&all).contains_key("contact-sheet.pdf") && unzipped(&whole).contains_key("contact-sheet.pdf"));
    let (small, said) = pack(&shop, keys.path(), &["--mini", "--budget", "75K"]);
    assert!(said["bytes"].as_u64().unwrap() <= 75_000, "{said}");
    let inside = unzipped(&small);
    let pictures: Vec<&String> = inside.keys().filter(|path| path.contains("02_anh")).collect();
    assert_eq!(pictures.len(), 6, "each asset keeps one");
    for path in &pictures {
        assert!(path.contains("_nho_v01.jpg"), "{path}");
        image::load_from_memory(&inside[*path]).unwrap();
    }
    let readme = String::from_utf8(inside["00_DOC-TRUOC.txt"].clone()).unwrap();
    assert!(readme.contains("og png") && readme.contains("thu nhỏ"), "{readme}");
    let said = shop.run(&["pack", "--mini", "--budget", "1K", "--keys", keys.path().to_str().unwrap()]);
    assert!(said.code == Some(1) && said.stderr.contains("MB1249"), "{}", said.stderr);
}

#[test]
fn the_page_inside_works_without_network() {
    let (shop, keys) = released();
    shop.write("desk/press/Thông cáo vi.TXT", "Thông cáo");
    let (file, _) = pack(&shop, keys.path(), &[]);
    let dir = tempfile::tempdir().unwrap();
    let folder = unpacked(&file, dir.path());
    assert!(folder.join("01_tin/thong-cao-vi.txt").is_file());
    let page = fs::read_to_string(folder.join("00_XEM.html")).unwrap();
    for loads in ["<link", "src=\"http", "url(http", "src=\"/", "@import", "<script src"] {
        assert!(!page.contains(loads), "{loads}");
    }
    for (_, after) in page.match_indices("href=\"").map(|(at, open)| (at, &page[at + open.len()..])) {
        let target = after.split('"').next().unwrap();
        assert!(folder.join(target).is_file(), "{target}");
    }
    assert!(page.contains("Thị trấn Bắc") && page.contains("Town North") && page.matches("<article").count() == 3);
    let shown = |query: &str| {
        let address = format!("file://{}/00_XEM.html{query}", folder.display());
        let nowhere = "--host-resolver-rules=MAP * ~NOTFOUND";
        let args = ["--headless", "--no-sandbox", "--disable-gpu", nowhere, "--dump-dom", &address];
        tool("chromium", &args, &folder).map(|output| String::from_utf8(output.stdout).unwrap())
    };
    for (query, hits) in [("", 3), ("#q=bac", 1), ("#q=dong", 1), ("#q=town%20NAM", 1), ("#q=Đông", 1), ("#q=xyz", 0)]
    {
        let Some(dom) = shown(query) else { return };
        assert!(dom.contains(&format!("{hits} / 3</output>")), "{query}");
        assert_eq!(
            dom.matches("<article class=\"card").count() - dom.matches("hidden=\"\" style").count(),
            hits,
            "{query}"
        );
    }
}

#[test]
fn a_bag_is_valid_to_the_reference_reader() {
    let (shop, keys) = released();
    let bags = tempfile::tempdir().unwrap();
    let (_, said) = pack(&shop, keys.path(), &["--bagit", bags.path().to_str().unwrap()]);
    let bag = PathBuf::from(said["bag"].as_str().unwrap());
    assert!(bag.join("data/00_XEM.html").is_file());
    content("sha256sum", &["--strict", "-c", "manifest-sha256.txt"], &bag);
    content("sha256sum", &["--strict", "-c", "tagmanifest-sha256.txt"], &bag);
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/readers/bin/python");
    let python = if own.is_file() { own.to_str().unwrap().to_owned() } else { "python3".to_owned() };
    let there = tool(&python, &["-c", "import bagit"], &bag).is_some_and(|output| output.status.success());
    if !there {
        assert!(std::env::var_os("CI").is_none(), "bagit-python is not installed");
        eprintln!("skipped: bagit-python is not installed");
        return;
    }
    let valid = "import sys, bagit; bagit.Bag(sys.argv[1]).validate(); print('valid')";
    assert_eq!(content(&python, &["-c", valid, bag.to_str().unwrap()], &bag).trim(), "valid");
    let picture = walkdir::WalkDir::new(&bag).into_iter().map(Result::unwrap);
    let picture = picture.map(walkdir::DirEntry::into_path).find(|path| path.extension().is_some_and(|e| e == "png"));
    fs::write(picture.unwrap(), b"x").unwrap();
    let output = tool(&python, &["-c", valid, bag.to_str().unwrap()], &bag).unwrap();
    assert!(!output.status.success(), "a changed file is noticed");
}

#[test]
fn a_correction_stands_in_the_next_pack() {
    let (shop, keys) = released();
    shop.edit("data/towns.csv", "71.5", "73.5");
    shop.render(&[]);
    run(&shop, &["release", "r2", "--unapproved", "a test"]);
    let mut ledger = mocban::ledger::Writer::open(&shop.path().join("desk")).unwrap();
    let at = ledger.ledger().entries.last().unwrap().at;
    let replaced = |asset: &str| mocban::ledger::Replaced { asset: asset.to_owned(), version: 1, by: 2 };
    let correction = mocban::ledger::Correction {
        kind: mocban::ledger::CorrectionKind::Correction,
        release: "r2".to_owned(),
        cells: Vec::new(),
        replaced: ["t_card_north_2026_vi", "t_card_north_2026_en"].map(replaced).to_vec(),
        note: [("vi".to_owned(), "Số đúng là 73,5%".to_owned())].into(),
    };
    ledger.enter(at, "Lan", mocban::ledger::Event::Corrected(correction)).unwrap();
    drop(ledger);
    let inside = unzipped(&pack(&shop, keys.path(), &["r1"]).0);
    assert!(inside.keys().any(|path| path.contains("north") && path.ends_with("_vi_v02.png")));
    assert!(!inside.keys().any(|path| path.contains("north") && path.contains("_v01")));
    let said = String::from_utf8(inside["00_DINH-CHINH.txt"].clone()).unwrap();
    for part in ["ĐÍNH CHÍNH", "Số đúng là 73,5%", "t_card_north_2026_og_vi_v01.png", "_og_vi_v02.png"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(String::from_utf8_lossy(&inside["04_so-lieu/so-lieu.csv"]).contains("73.5"));
    let page = String::from_utf8(inside["meta/thay-doi.html"].clone()).unwrap();
    assert!(page.contains("71,5") && page.contains("73,5") && !page.contains("t_card_south"), "{page}");
    let beside = &inside["meta/xmp/t_card_north_2026_og_vi_v02.png.xmp"];
    let picture = inside.iter().find(|(path, _)| path.ends_with("/t_card_north_2026_og_vi_v02.png")).unwrap().1;
    assert!(picture.windows(beside.len()).any(|part| part == beside), "what lies beside is what is inside");
    let mini = unzipped(&pack(&shop, keys.path(), &["r1", "--mini"]).0);
    assert!(!mini.keys().any(|path| path.ends_with(".xmp")), "a poor link is not burdened with what is inside already");
}

#[test]
fn a_kill_never_waits_for_a_pack_and_no_pack_is_made_past_it() {
    let (shop, keys) = released();
    for (round, name) in ["t_card_north_2026_vi", "t_card_south_2026_vi", "t_card_east_2026_vi"].into_iter().enumerate()
    {
        let mut making = shop.start(&["pack", "--keys", keys.path().to_str().unwrap()]);
        std::thread::sleep(std::time::Duration::from_millis(60 * (round as u64 + 1)));
        let killed = shop.run(&["kill", name, "--reason", "sai"]);
        // The desk is held for the moment in which a line is entered, no longer.
        let killed = if killed.success { killed } else { shop.run(&["kill", name, "--reason", "sai"]) };
        assert!(killed.success, "{}", killed.stderr);
        making.wait().unwrap();
        let ledger = fs::read_to_string(shop.path().join("desk/ledger.jsonl")).unwrap();
        let after = ledger.lines().skip_while(|line| !(line.contains("\"killed\"") && line.contains(name))).skip(1);
        let late = after.filter(|line| line.contains("\"event\":\"packed\"") && line.contains(name)).count();
        assert_eq!(late, 0, "{name} is in a pack that was entered after it was killed");
    }
}

#[test]
fn a_pack_that_was_cut_short_is_made_by_the_same_command() {
    let (shop, keys) = released();
    new_key(&shop, keys.path(), "press");
    let args = ["pack", "--keys", keys.path().to_str().unwrap()];
    for round in 0..12 {
        let mut making = shop.start(&args);
        std::thread::sleep(std::time::Duration::from_millis(25 * round));
        making.kill().unwrap();
        making.wait().unwrap();
    }
    let (file, _) = pack(&shop, keys.path(), &[]);
    let checked = run(&shop, &["pack", "--check", file.to_str().unwrap()]);
    assert_eq!((&checked["whole"], &checked["entered"]), (&true.into(), &true.into()));
    let ledger = fs::read_to_string(shop.path().join("desk/ledger.jsonl")).unwrap();
    assert_eq!(ledger.matches("\"event\":\"packed\"").count(), 1);
}
