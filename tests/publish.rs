//! `mocban publish` on the real program: embargo to the second on every file, addresses for ever, kills, the same bytes.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod workshop;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use workshop::Workshop;

/// The files of a site with their bytes.
type Site = BTreeMap<String, Vec<u8>>;

/// Everything in a folder.
fn files(folder: &Path) -> Site {
    let walk =
        walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    walk.map(|entry| {
        let name = entry.path().strip_prefix(folder).unwrap().to_string_lossy().into_owned();
        (name, fs::read(entry.path()).unwrap())
    })
    .collect()
}

/// Runs a command that must succeed.
fn done(shop: &Workshop, args: &[&str]) -> String {
    let said = shop.run(args);
    assert!(said.success, "{args:?}: {}{}", said.stdout, said.stderr);
    said.stdout
}

/// A rendered campaign at whose desk everything that is not released is released under a name.
fn release(shop: &Workshop, name: &str, more: &[&str]) {
    done(shop, &["render", "-q"]);
    done(shop, &["submit", "--by", "Lan"]);
    done(shop, &["approve", "--by", "Minh"]);
    done(shop, &[&["release", name, "--by", "Minh"], more].concat());
}

/// The site as it is at a moment.
fn at(shop: &Workshop, moment: &str, press: bool) -> Site {
    let to = tempfile::tempdir().unwrap();
    let to = to.path().join("site");
    let edition: &[&str] = if press { &["--press"] } else { &[] };
    done(shop, &[&["publish", "--at", moment, "--to", to.to_str().unwrap()], edition].concat());
    files(&to)
}

/// Files with one of some words in their name or bytes.
fn having<'a>(site: &'a Site, words: &[&str]) -> Vec<&'a str> {
    let has = |bytes: &[u8], word: &str| bytes.windows(word.len()).any(|window| window == word.as_bytes());
    site.iter()
        .filter(|(path, bytes)| words.iter().any(|word| path.contains(word) || has(bytes, word)))
        .map(|(path, _)| path.as_str())
        .collect()
}

/// The words and digests by which what is held back would show: asset, headline, number, file sums.
fn marks(shop: &Workshop, release: &str) -> Vec<String> {
    let manifest = fs::read(shop.path().join(format!("desk/releases/{release}.json"))).unwrap();
    let manifest: serde_json::Value = serde_json::from_slice(&manifest).unwrap();
    let mut marks = vec![release.to_owned()];
    for asset in manifest["assets"].as_array().unwrap() {
        marks.extend(["asset", "headline", "code"].map(|field| asset[field].as_str().unwrap().to_owned()));
        for file in asset["files"].as_array().unwrap() {
            marks.push(file["sha256"].as_str().unwrap()[..16].to_owned());
            marks.push(file["name"].as_str().unwrap().to_owned());
        }
        for number in asset["lineage"]["og"]["numbers"].as_array().unwrap() {
            let text = number["text"].as_str().unwrap();
            if text.contains(|c: char| c.is_ascii_digit()) {
                marks.push(text.to_owned());
            }
        }
    }
    marks
}

/// The hour of the embargoes, a second before, and a second after, as a newsroom in Vietnam writes them.
const HOUR: [&str; 3] = ["2099-10-09T09:59:59+07:00", "2099-10-09T10:00:00+07:00", "2099-10-09T10:00:01+07:00"];

#[test]
fn before_its_second_nothing_sealed_is_in_any_file() {
    let shop = Workshop::new();
    release(&shop, "niem-phong-q9", &["--sealed-until", HOUR[1]]);
    let marks = marks(&shop, "niem-phong-q9");
    assert!(marks.len() > 20 && marks.iter().any(|mark| mark.contains("71,5")), "{marks:?}");
    let marks: Vec<&str> = marks.iter().map(String::as_str).collect();
    for press in [false, true] {
        let before = at(&shop, HOUR[0], press);
        assert_eq!(having(&before, &marks), Vec::<&str>::new(), "press: {press}");
        assert!(before.contains_key("index.html"));
        for moment in [HOUR[1], HOUR[2], "2099-10-09T03:00:00Z"] {
            let after = at(&shop, moment, press);
            for mark in &marks {
                assert!(!having(&after, &[mark]).is_empty(), "{mark} at {moment}");
            }
        }
    }
    assert_eq!(at(&shop, HOUR[1], false), at(&shop, HOUR[2], false), "the clock itself is told nowhere");
}

#[test]
fn what_is_timed_is_for_the_press_alone_and_labelled() {
    let shop = Workshop::new();
    release(&shop, "hen-gio-q9", &["--timed-until", HOUR[1]]);
    let marks = marks(&shop, "hen-gio-q9");
    let marks: Vec<&str> = marks.iter().map(String::as_str).collect();
    assert_eq!(having(&at(&shop, HOUR[0], false), &marks), Vec::<&str>::new());
    let press = at(&shop, HOUR[0], true);
    let page = String::from_utf8(press["asset/t_card_north_2026_vi/index.html"].clone()).unwrap();
    assert!(page.contains("HẸN GIỜ") && page.contains("10:00 ngày 09/10/2099") && page.contains("noindex"));
    let item = String::from_utf8(press["ninjs/t_card_north_2026_vi/v01.json"].clone()).unwrap();
    assert!(item.contains("\"embargoedUntil\": \"2099-10-09T03:00:00Z\""), "{item}");
    assert!(!press.contains_key("sitemap.xml"));
    let after = at(&shop, HOUR[1], false);
    assert!(after.contains_key("asset/t_card_north_2026_vi/index.html"));
    assert_eq!(having(&after, &["embargoedUntil", "HẸN GIỜ"]), Vec::<&str>::new());
}

#[test]
fn addresses_last_a_kill_takes_bytes_only_and_again_is_the_same() {
    let shop = Workshop::new();
    release(&shop, "r1", &[]);
    done(&shop, &["publish"]);
    let folder = shop.output().join("site");
    let first = files(&folder);
    shop.edit("data/towns.csv", "71.5", "72.5");
    release(&shop, "r2", &[]);
    done(&shop, &["kill", "t_card_east_2026_vi", "--reason", "Ảnh \"sai\" <b>đơn vị</b>", "--by", "Minh"]);
    let said = done(&shop, &["publish", "--message-format", "json"]);
    assert!(said.contains("\"event\":\"published\""), "{said}");
    let second = files(&folder);
    let text = |path: &str| String::from_utf8(second[path].clone()).unwrap();
    let gone = text("gone.txt");
    let (mut kept, mut lost) = (0, 0);
    for (path, bytes) in &first {
        match second.get(path) {
            Some(now) if path.starts_with("f/") || path.starts_with("p/") => {
                assert_eq!(now, bytes, "{path}");
                kept += 1;
            }
            Some(_) => {}
            None => {
                assert!(gone.lines().any(|line| line == path), "{path} is lost");
                lost += 1;
            }
        }
    }
    assert_eq!((kept, lost), (10, 2), "one file and its small picture were killed");
    let page = text("asset/t_card_east_2026_vi/index.html");
    assert!(page.contains("THU HỒI") && page.contains("Ảnh &quot;sai&quot; &lt;b&gt;đơn vị&lt;/b&gt;"));
    let old = text("asset/t_card_north_2026_vi/index.html");
    assert!(old.contains("Thay bằng v02") && old.contains("t_card_north_2026_og_vi_v01.png"), "{old}");
    // Nothing changed: nothing is written. What was lost, spoiled or added is mended. A fresh site is the same.
    let said = done(&shop, &["publish", "--message-format", "json"]);
    assert!(said.contains("\"written\":0,\"removed\":0"), "{said}");
    let file = second.keys().find(|path| path.starts_with("f/")).unwrap();
    fs::write(folder.join(file), "spoiled").unwrap();
    fs::write(folder.join("asset/t_card_east_2026_vi/index.html"), "spoiled").unwrap();
    fs::write(folder.join("p/left-over.jpg"), "x").unwrap();
    fs::remove_file(folder.join("index.html")).unwrap();
    done(&shop, &["publish"]);
    assert_eq!(files(&folder), second);
    let fresh = shop.path().join("fresh");
    done(&shop, &["publish", "--to", fresh.to_str().unwrap()]);
    assert_eq!(files(&fresh), second);
    match readable(&folder) {
        Some(pages) => assert!(pages > 20, "{pages}"),
        None => println!("NOT CHECKED: no python3"),
    }
}

#[test]
fn a_code_leads_to_the_numbers_to_compare_and_an_unknown_one_nowhere() {
    let shop = Workshop::new();
    release(&shop, "r1", &[]);
    done(&shop, &["publish"]);
    let manifest = fs::read(shop.path().join("desk/releases/r1.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_slice(&manifest).unwrap();
    let site = files(&shop.output().join("site"));
    let mut codes = 0;
    for asset in manifest["assets"].as_array().unwrap() {
        let code = asset["code"].as_str().unwrap();
        assert_eq!(code.len(), 13, "{code}");
        let page = String::from_utf8(site[&format!("c/{code}/index.html")].clone()).unwrap();
        assert!(page.contains("So sánh từng con số.") && page.contains("Compare each number."));
        assert!(page.contains("noindex") && page.contains(asset["headline"].as_str().unwrap()));
        if asset["key"] == "north" {
            let number = if asset["language"] == "vi" { "<strong>71,5" } else { "<strong>71.5" };
            assert!(page.contains(number), "{page}");
        }
        assert_eq!(having(&site, &[code]).iter().filter(|path| path.starts_with("sitemap")).count(), 0);
        codes += 1;
    }
    assert_eq!(codes, 6);
    assert_eq!(site.keys().filter(|path| path.starts_with("c/")).count(), codes, "none but those");
}

/// Has Python read every page: tags that close, an image with a text, links and pictures that are there. Gives how many it
/// read; none when there is no Python.
fn readable(folder: &Path) -> Option<usize> {
    const PYTHON: &str = r##"
import sys, os, html.parser, urllib.parse
root = sys.argv[1]
void = {"meta","link","img","input","br","hr"}
class Reader(html.parser.HTMLParser):
    def __init__(self, path):
        super().__init__(); self.path = path; self.open = []; self.h1 = 0
    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.h1 += tag == "h1"
        if tag not in void: self.open.append(tag)
        if tag == "html": assert attrs.get("lang"), self.path
        if tag == "img": assert "alt" in attrs, self.path
        for name in ("href", "src"):
            link = attrs.get(name)
            if link and "://" not in link and not link.startswith(("mailto:", "#")):
                target = os.path.normpath(os.path.join(os.path.dirname(self.path), urllib.parse.unquote(link.split("#")[0])))
                assert os.path.isfile(target), (self.path, link)
                assert target.startswith(root), (self.path, link)
    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, (self.path, tag)
pages = 0
for home, _, names in os.walk(root):
    for name in names:
        if name.endswith(".html"):
            path = os.path.join(home, name)
            reader = Reader(path); reader.feed(open(path, encoding="utf-8").read()); reader.close()
            assert not reader.open and reader.h1 == 1, (path, reader.open, reader.h1)
            pages += 1
print(pages)
"##;
    let out = Command::new("python3").args(["-c", PYTHON]).arg(folder).output().ok()?;
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap().trim().parse().ok()
}

#[test]
fn killed_at_any_moment_the_same_command_completes_it() {
    let shop = Workshop::new();
    release(&shop, "r1", &[]);
    let whole = at(&shop, "2099-01-01T00:00:00Z", false);
    let folder = shop.path().join("killed");
    let to = folder.to_str().unwrap();
    let args = ["publish", "--at", "2099-01-01T00:00:00Z", "--to", to];
    let mut cut = 0;
    for round in 0..12_u64 {
        let _absent = fs::remove_dir_all(&folder);
        let mut child = shop.start(&args);
        std::thread::sleep(std::time::Duration::from_millis(15 + round * 25));
        child.kill().unwrap();
        child.wait().unwrap();
        let left = if folder.is_dir() { files(&folder) } else { Site::new() };
        cut += usize::from(!left.is_empty() && left != whole);
        // Whatever has its name is whole.
        for (path, bytes) in left.iter().filter(|(path, _)| !path.contains(".tmp-")) {
            assert_eq!(Some(bytes), whole.get(path), "{path}");
        }
        done(&shop, &args);
        assert_eq!(files(&folder), whole, "round {round}");
    }
    println!("{cut} of 12 were cut in the middle");
}

#[test]
fn a_folder_that_is_no_site_is_left_alone_and_a_broken_kit_holds_no_kill_up() {
    let shop = Workshop::new();
    release(&shop, "r1", &[]);
    shop.write("mine/letter.txt", "keep me");
    let mine = shop.path().join("mine");
    let said = shop.run(&["publish", "--to", mine.to_str().unwrap()]);
    assert_eq!(said.code, Some(1));
    assert!(said.stderr.contains("MB1250"), "{}", said.stderr);
    assert_eq!(files(&mine).len(), 1);
    shop.write("brand/brand.tokens.json", "{");
    done(&shop, &["kill", "t_card_east_2026_vi", "--reason", "sai", "--by", "Minh"]);
    let said = shop.run(&["publish"]);
    assert_eq!(said.code, Some(0), "{}", said.stderr);
    assert!(said.stderr.contains("MB1252"), "{}", said.stderr);
    let site = files(&shop.output().join("site"));
    assert!(!site.keys().any(|path| path.starts_with("f/") && path.contains("t_card_east_2026_og_vi")));
}
