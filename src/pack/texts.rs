//! The texts of a pack: what it is, what it corrects, under which licence, whom to ask; Vietnamese first, then English.

use std::collections::BTreeSet;

use super::SUMS;
use super::compose::Draft;
use super::mini::Dropped;
use super::place::LICENCE;
use crate::campaign::Rights;
use crate::diagnostic::{MessageLanguage, Wording};
use crate::language::{Words, words};
use crate::ledger::PackKind;
use crate::published::{Notice, NoticeKind, Status};
use crate::release::{Facts, ReleasedAsset};

/// What to read first.
pub(super) const README: &str = "00_DOC-TRUOC.txt";
/// What is corrected.
pub(super) const CORRECTIONS: &str = "00_DINH-CHINH.txt";
/// The public key, below `meta/`.
pub(super) const KEY: &str = "khoa-cong-khai.pem";
/// The folders a pack may have, each with the key of its words.
const FOLDERS: [(&str, &str); 12] = [
    ("01_tin", "pack-folder-news"),
    ("02_anh/bao-in", "pack-folder-print"),
    ("02_anh/web", "pack-folder-web"),
    ("02_anh/zalo-facebook", "pack-folder-social"),
    ("02_anh/man-hinh-led", "pack-folder-led"),
    ("02_anh/truyen-hinh", "pack-folder-television"),
    ("03_pano", "pack-folder-large"),
    ("04_so-lieu", "pack-folder-data"),
    ("05_chu-thich", "pack-folder-captions"),
    ("06_giay-phep-lien-he", "pack-folder-licence"),
    ("contact-sheet.pdf", "pack-folder-sheet"),
    ("meta", "pack-folder-meta"),
];

/// The words of a pack in the two languages it speaks.
pub(super) struct Say {
    /// Vietnamese.
    pub(super) vi: Wording,
    /// English.
    pub(super) en: Wording,
}

impl Say {
    /// Both.
    pub(super) fn new() -> Self {
        Self { vi: Wording::new(MessageLanguage::Vietnamese), en: Wording::new(MessageLanguage::English) }
    }

    /// The words for what is in a language: Vietnamese for Vietnamese, English for all others.
    pub(super) fn of(&self, language: &str) -> &Wording {
        if language == "vi" { &self.vi } else { &self.en }
    }

    /// Both, Vietnamese first, each with its code.
    pub(super) fn both(&self) -> [(&'static str, &Wording); 2] {
        [("vi", &self.vi), ("en", &self.en)]
    }
}

/// Words in a language, else in any.
pub(super) fn any<'w>(said: &'w Words, language: &str) -> &'w str {
    words(said, language).or_else(|| said.values().next().map(String::as_str)).unwrap_or_default()
}

/// The credit line in its one form: who drew it, whose figures, of which period.
pub(super) fn credit(asset: &ReleasedAsset, facts: &Facts, say: &Say) -> String {
    let (language, rights) = (asset.language.as_str(), &facts.rights);
    let period = if asset.period.is_empty() { &facts.period } else { &asset.period };
    let maker = words(&rights.creator, language).unwrap_or_default();
    let named: BTreeSet<&str> = asset.numbers().into_iter().map(|number| number.source.as_str()).collect();
    let named: Vec<&str> = named.into_iter().filter(|source| !source.is_empty()).collect();
    let line = words(&rights.credit_line, language).unwrap_or_default();
    let source = if named.is_empty() { line.to_owned() } else { named.join("; ") };
    let source = if period.is_empty() || source.is_empty() { source } else { format!("{source}, {period}") };
    let part =
        |id: &str, words: &str| (!words.is_empty()).then(|| say.of(language).say(id, &[("who", words.to_owned())]));
    let parts = [part("pack-credit-drawn", maker), part("pack-credit-data", &source).filter(|_| source != maker)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Every text by its path.
pub(super) fn all(draft: &Draft<'_>, say: &Say, signed: bool) -> Vec<(String, Vec<u8>)> {
    let mut texts =
        vec![(README.to_owned(), bilingual(say, |language, wording| readme(draft, language, wording, signed)))];
    let told = told(draft);
    if !told.is_empty() {
        let text = bilingual(say, |language, wording| corrections(draft, &told, language, wording));
        texts.push((CORRECTIONS.to_owned(), text));
    }
    let rights = &draft.selection.facts.rights;
    texts.push((
        format!("{LICENCE}/giay-phep.txt"),
        bilingual(say, |language, wording| licence(rights, language, wording)),
    ));
    let base = &draft.selection.facts.base_url;
    texts.push((
        format!("{LICENCE}/lien-he.txt"),
        bilingual(say, |language, wording| contact(rights, base, language, wording)),
    ));
    texts
}

/// A text in both languages, as the simplest of editors shows it right: with a byte order mark and CRLF.
pub(super) fn bilingual(say: &Say, write: impl Fn(&str, &Wording) -> Vec<String>) -> Vec<u8> {
    let parts = say.both().map(|(language, wording)| write(language, wording).join("\n"));
    format!("\u{feff}{}\n", parts.join("\n\n----------------------------------------\n\n"))
        .replace('\n', "\r\n")
        .into_bytes()
}

/// What a pack is, what lies where, how to credit it, whom to ask, how to check it.
fn readme(draft: &Draft<'_>, language: &str, wording: &Wording, signed: bool) -> Vec<String> {
    let (facts, selection) = (&draft.selection.facts, draft.selection);
    let say = |id: &str| wording.say(id, &[]);
    let mut lines = vec![any(&facts.title, language).to_owned(), what(draft, wording), String::new()];
    if selection.is_embargoed() {
        lines.extend([say("pack-embargo"), String::new()]);
    }
    if !told(draft).is_empty() {
        lines.extend([wording.say("pack-see-corrections", &[("file", CORRECTIONS.to_owned())]), String::new()]);
    }
    lines.push(say("pack-contents"));
    lines.push(format!("  00_XEM.html  {}", say("pack-folder-index")));
    let folders = draft.folders();
    for (folder, id) in FOLDERS {
        let there = folders.contains(folder)
            || (folder == "04_so-lieu" && !draft.data.is_empty())
            || (folder == "contact-sheet.pdf" && draft.contact_sheet)
            || (folder == "01_tin" && draft.has_news)
            || folder.starts_with("05")
            || folder.starts_with("06")
            || folder == "meta";
        if there {
            lines.push(format!("  {folder}  {}", say(id)));
        }
    }
    lines.extend([String::new(), say("pack-not-made"), String::new()]);
    lines.extend(credits(&facts.rights, language, wording));
    lines.extend([String::new(), say("pack-check")]);
    lines.push(format!("  sha256sum -c {SUMS}"));
    if signed {
        lines.push(say("pack-check-signature"));
        lines.push(format!("  openssl pkeyutl -verify -pubin -inkey meta/{KEY} -rawin -in {SUMS} -sigfile {SUMS}.sig"));
        lines.push(wording.say("pack-check-key", &[("url", facts.base_url.clone())]));
    } else {
        lines.push(say("pack-unsigned"));
    }
    lines.extend(left_out(draft, wording));
    lines
}

/// One sentence on what a pack is.
pub(super) fn what(draft: &Draft<'_>, wording: &Wording) -> String {
    let selection = draft.selection;
    wording.say(
        &format!("pack-is-{}", draft.kind.name()),
        &[
            ("release", selection.release.release.name.clone()),
            ("version", format!("v{:02}", selection.version())),
            ("time", selection.changed().strftime("%Y-%m-%d %H:%M UTC").to_string()),
            ("pictures", draft.pictures.len().to_string()),
            ("graphics", draft.works().len().to_string()),
        ],
    )
}

/// How to credit, and on which terms.
fn credits(rights: &Rights, language: &str, wording: &Wording) -> Vec<String> {
    let mut lines = vec![wording.say("pack-credit-how", &[])];
    lines.extend(licence_lines(rights, language).into_iter().map(|line| format!("  {line}")));
    let ask: Vec<&str> =
        [rights.contact_email.as_str(), &rights.contact_url].into_iter().filter(|at| !at.is_empty()).collect();
    if !ask.is_empty() {
        lines.push(wording.say("pack-ask", &[("who", ask.join(", "))]));
    }
    lines
}

/// Copyright, terms and licence, those that are said.
fn licence_lines(rights: &Rights, language: &str) -> Vec<String> {
    let said = [any(&rights.copyright_notice, language), any(&rights.usage_terms, language), &rights.license_url];
    said.into_iter().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The licence's file.
fn licence(rights: &Rights, language: &str, wording: &Wording) -> Vec<String> {
    let mut lines = vec![wording.say("pack-licence", &[]), String::new()];
    lines.extend(licence_lines(rights, language));
    lines.extend([String::new(), wording.say("pack-credit-how", &[])]);
    lines
}

/// The contact's file.
fn contact(rights: &Rights, base: &str, language: &str, wording: &Wording) -> Vec<String> {
    let said = [any(&rights.creator, language), &rights.contact_email, &rights.contact_url, base];
    let lines = said.into_iter().filter(|line| !line.is_empty()).map(str::to_owned);
    [wording.say("pack-contact", &[]), String::new()].into_iter().chain(lines).collect()
}

/// What a whole pack of the release would have and this one has not.
fn left_out(draft: &Draft<'_>, wording: &Wording) -> Vec<String> {
    let mut lines = Vec::new();
    if draft.kind == PackKind::Mini {
        lines.extend([String::new(), wording.say("pack-dropped", &[])]);
        lines.extend(draft.dropped.iter().map(|dropped| format!("  {}", dropped_words(dropped, wording))));
    }
    if !draft.selection.left_out.is_empty() {
        lines.extend([String::new(), wording.say("pack-left-out", &[])]);
        for out in &draft.selection.left_out {
            let why = wording.say(&format!("pack-why-{}", why_name(out.why)), &[]);
            lines.push(format!("  {} v{:02}: {why}", out.version.asset, out.version.version));
        }
    }
    lines
}

/// A part that was left out for room, in words.
fn dropped_words(dropped: &Dropped, wording: &Wording) -> String {
    let args =
        [("what", dropped.what.clone()), ("files", dropped.files.to_string()), ("bytes", dropped.bytes.to_string())];
    wording.say(if dropped.made_small { "pack-made-small" } else { "pack-dropped-part" }, &args)
}

/// The key of a reason.
pub(super) fn why_name(why: super::Why) -> &'static str {
    match why {
        super::Why::Withheld => "withheld",
        super::Why::Canceled => "canceled",
        super::Why::Expired => "expired",
    }
}

/// The notices that whoever opens the pack must read: what was corrected, taken back, or is paused still.
pub(super) fn told<'p>(draft: &Draft<'p>) -> Vec<&'p Notice> {
    let withheld = |notice: &Notice| {
        notice.versions.iter().any(|named| {
            let asset = draft.selection.published.asset(&named.asset);
            let version = asset.and_then(|asset| asset.versions.iter().find(|one| one.version == named.version));
            version.is_some_and(|version| version.status == Status::Withheld && version.notice == Some(notice.number))
        })
    };
    let must = |notice: &&&'p Notice| match notice.kind {
        NoticeKind::Resumed => false,
        NoticeKind::Withheld => withheld(notice),
        _ => true,
    };
    draft.selection.notices.iter().filter(must).copied().collect()
}

/// What was corrected: which figures, which files go, which come.
fn corrections(draft: &Draft<'_>, told: &[&Notice], language: &str, wording: &Wording) -> Vec<String> {
    let mut lines = vec![wording.say("pack-corrections", &[])];
    for notice in told {
        let time = notice.at.strftime("%Y-%m-%d %H:%M UTC");
        lines.extend([
            String::new(),
            format!("{} #{} · {time}", notice.kind.word(language == "vi").to_uppercase(), notice.number),
        ]);
        let note = any(&notice.note, language);
        lines.extend((!note.is_empty()).then(|| format!("  {note}")));
        for change in &notice.cells {
            lines.push(format!("  {}: {} → {}", change.cell, dash(&change.before), dash(&change.after)));
        }
        for version in &notice.versions {
            let published = draft.selection.published.asset(&version.asset);
            let old = published.and_then(|asset| asset.versions.iter().find(|one| one.version == version.version));
            for file in old.into_iter().flat_map(|old| &old.asset.files) {
                lines.push(wording.say("pack-file-out", &[("file", file.name.clone())]));
            }
            let by = notice.replaced.iter().find(|one| one.asset == version.asset && one.version == version.version);
            let new = draft.pictures.iter().filter(|placed| {
                placed.chosen.asset.asset == version.asset
                    && by.is_some_and(|by| by.by == placed.chosen.version.version)
            });
            lines.extend(new.map(|placed| wording.say("pack-file-in", &[("file", placed.path.clone())])));
        }
    }
    lines
}

/// A text, or a dash where there is none.
fn dash(text: &str) -> &str {
    if text.is_empty() { "–" } else { text }
}
