//! The site of a newsroom's history: nothing before its second, everything linked, hostile words harmless.

use std::collections::BTreeSet;

use super::*;
use crate::feed::tests::sample::{HOSTILE, seen};

/// The site at a second.
fn at(second: i64, audience: Audience) -> Tree {
    tree(&seen(second, audience), &Look::default()).unwrap()
}

/// The pages and other texts of a site.
fn texts(tree: &Tree) -> Vec<(&str, String)> {
    let text = |(path, content): (&'_ String, &'_ Content)| match content {
        Content::Bytes(bytes) => Some(String::from_utf8(bytes.clone()).unwrap()),
        _ => Some(path.clone()),
    };
    tree.files.iter().filter_map(|(path, content)| Some((path.as_str(), text((path, content))?))).collect()
}

#[test]
fn nothing_is_anywhere_before_its_second() {
    let words = ["card_late", "card_soon", "99,1", "98,2", "release/sealed", "release/timed", "V1LATE", "V1SOON"];
    for second in [0, 45, 499] {
        for (path, text) in texts(&at(second, Audience::Public)) {
            let found: Vec<_> = words.iter().filter(|word| text.contains(*word) || path.contains(*word)).collect();
            assert!(found.is_empty(), "{found:?} in {path} at {second}");
        }
    }
    let press = at(499, Audience::Press);
    let (sealed, timed): (Vec<_>, Vec<_>) = (
        press.files.keys().filter(|p| p.contains("late")).collect(),
        press.files.keys().filter(|p| p.contains("soon")).collect(),
    );
    assert!(sealed.is_empty() && timed.len() > 3, "{sealed:?} {timed:?}");
    assert!(texts(&press).iter().any(|(path, text)| path.starts_with("asset/t_card_soon") && text.contains("HẸN GIỜ")));
    let after = at(500, Audience::Public);
    assert!(
        ["asset/t_card_late_vi/index.html", "c/7K3F-9QX2-V1LATE/index.html"]
            .iter()
            .all(|p| after.files.contains_key(*p))
    );
}

#[test]
fn an_empty_newsroom_has_its_pages() {
    let tree = at(0, Audience::Public);
    assert!(tree.files.contains_key("index.html") && tree.files.contains_key("corrections/index.html"));
    assert_eq!(at(0, Audience::Public), at(5, Audience::Public));
}

#[test]
fn every_link_leads_to_a_file() {
    let tree = at(600, Audience::Public);
    let mut followed = 0;
    for (path, text) in texts(&tree).iter().filter(|(path, _)| path.ends_with(".html")) {
        for link in ["href=\"", "src=\""]
            .iter()
            .flat_map(|start| text.split(start).skip(1))
            .filter_map(|rest| rest.split('"').next())
        {
            if link.contains("://") || link.starts_with("mailto:") || link.starts_with('#') {
                continue;
            }
            let mut parts: Vec<&str> = path.split('/').collect();
            parts.pop();
            let (file, anchor) = link.split_once('#').map_or((link, None), |(file, anchor)| (file, Some(anchor)));
            for part in file.split('/') {
                if part == ".." { assert!(parts.pop().is_some(), "{link} in {path}") } else { parts.push(part) }
            }
            let target = parts.join("/");
            let Some(found) = tree.files.get(&target) else { panic!("{path} leads to {target}, which is not there") };
            if let (Some(anchor), Content::Bytes(bytes)) = (anchor, found) {
                assert!(String::from_utf8_lossy(bytes).contains(&format!("id=\"{anchor}\"")), "{target}#{anchor}");
            }
            followed += 1;
        }
    }
    assert!(followed > 500, "{followed}");
}

#[test]
fn a_kill_takes_the_bytes_and_a_correction_leaves_them() {
    let tree = at(70, Audience::Public);
    let of = |word: &str| tree.files.keys().filter(|path| path.starts_with("f/") && path.contains(word)).count();
    assert_eq!((of("card_bad"), of("card_hold"), of("card_fix_og_vi_v01"), of("card_fix_og_vi_v02")), (0, 0, 1, 1));
    let text = |path: &str| match &tree.files[path] {
        Content::Bytes(bytes) => String::from_utf8(bytes.clone()).unwrap(),
        _ => panic!("{path} is no text"),
    };
    assert_eq!(text("gone.txt").lines().filter(|line| line.contains("card_bad")).count(), 2);
    assert!(text(".htaccess").contains("- [G,L]"));
    let killed = text("asset/t_card_bad_vi/index.html");
    assert!(killed.contains("THU HỒI") && !killed.contains("87,5% hồ sơ") && !killed.contains("<img src=\"../../p/"));
    let fixed = text("asset/t_card_fix_vi/index.html");
    assert!(fixed.contains("ĐÍNH CHÍNH: Số đúng là 82,5%") && fixed.contains("class=\"banner fixed\""));
    let code = text("c/7K3F-9QX2-V2FIX/index.html");
    assert!(
        code.contains("So sánh từng con số.")
            && code.contains("Compare each number.")
            && code.contains("<strong>82,5%</strong>")
    );
    assert!(text("c/7K3F-9QX2-V1FIX/index.html").contains("verdict stop"), "the old code says that it was corrected");
    assert!(text("corrections/index.html").contains("<del>87,5%</del>"));
    let unknown = text("404.html");
    assert!(!unknown.contains("7K3F-9QX2"), "the answer to an unknown code is the same for all");
}

#[test]
fn hostile_words_stay_words() {
    let tree = at(70, Audience::Public);
    let mut met = 0;
    for (path, text) in texts(&tree) {
        assert!(!text.contains('\u{202E}') && !text.contains("<script>alert"), "{path}");
        met += usize::from(text.contains("&lt;script&gt;alert") || text.contains("\\u003cscript\\u003ealert"));
        if path.ends_with(".html") {
            let scripts = text.matches("<script").count();
            let own = text.matches("<script defer src=").count()
                + text.matches("<script type=\"application/ld+json\">").count();
            assert_eq!(scripts, own, "{path}");
            for data in text.split("<script type=\"application/ld+json\">").skip(1) {
                let json = data.split("</script>").next().unwrap();
                assert!(serde_json::from_str::<serde_json::Value>(json).is_ok(), "{path}: {json}");
            }
        }
    }
    assert!(met > 8, "{met}");
    assert!(HOSTILE.contains('\u{202E}'));
}

#[test]
fn old_addresses_stay_through_later_releases() {
    let (before, after) = (at(15, Audience::Public), at(600, Audience::Public));
    let gone: BTreeSet<String> = gone::gone(&seen(600, Audience::Public)).into_iter().collect();
    for (path, content) in &before.files {
        match after.files.get(path) {
            Some(now) if content.is_immutable() => assert_eq!(now, content, "{path}"),
            Some(_) => {}
            None => assert!(gone.contains(path), "{path} is lost"),
        }
    }
    assert!(!gone.is_empty());
}
