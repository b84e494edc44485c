//! What feeds have entries for, whatever their form: assets that may be used, what was taken back, and notices.

use jiff::Timestamp;

use super::address;
use super::channel::Channel;
use super::wordbook::Wordbook;
use crate::html::Html;
use crate::language::words;
use crate::published::{Notice, PublicAsset, PublicVersion, Published, Status};

/// One entry.
pub(super) enum Entry<'a> {
    /// An asset that may be used.
    Asset {
        /// The asset.
        asset: &'a PublicAsset,
        /// Its newest version.
        version: &'a PublicVersion,
    },
    /// An asset that is not to be used: a tombstone.
    Gone {
        /// The asset.
        asset: &'a PublicAsset,
        /// Its newest version.
        version: &'a PublicVersion,
    },
    /// What was said of assets.
    Notice(&'a Notice),
}

impl Entry<'_> {
    /// When something last happened to it.
    pub(super) fn updated(&self) -> Timestamp {
        match self {
            Self::Asset { asset, version } | Self::Gone { asset, version } => {
                asset.versions.iter().map(|one| one.updated).max().unwrap_or(version.updated)
            }
            Self::Notice(notice) => notice.at,
        }
    }
}

/// The entries of a channel, newest first.
pub(super) fn entries<'a>(published: &'a Published, channel: &Channel) -> Vec<Entry<'a>> {
    let assets = published.assets.iter().filter(|asset| channel.has(asset)).filter_map(|asset| {
        let version = asset.latest()?;
        Some(match version.status {
            Status::Usable => Entry::Asset { asset, version },
            Status::Withheld | Status::Canceled => Entry::Gone { asset, version },
        })
    });
    let notices = published.notices.iter().filter(|notice| channel.hears(published, notice)).map(Entry::Notice);
    let mut entries: Vec<Entry<'a>> = notices.chain(assets).collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.updated()));
    entries
}

/// When something last happened in a feed; the beginning of time while nothing has.
pub(super) fn updated(entries: &[Entry<'_>]) -> Timestamp {
    entries.iter().map(Entry::updated).max().unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The title of a notice: its fixed word in capitals, and what it speaks of.
pub fn notice_title(published: &Published, notice: &Notice, book: &Wordbook) -> String {
    let word = notice.kind.word(book.is_vietnamese()).to_uppercase();
    let mut headlines: Vec<&str> = Vec::new();
    for version in &notice.versions {
        let asset = published.asset(&version.asset).and_then(PublicAsset::latest);
        let Some(about) = asset.map(|latest| &latest.asset) else { continue };
        if !headlines.contains(&about.headline.as_str()) {
            // Those in the reader's language come first.
            let at = if about.language == book.language() { 0 } else { headlines.len() };
            headlines.insert(at, &about.headline);
        }
    }
    match headlines.as_slice() {
        [] => word,
        [one] => format!("{word}: {one}"),
        [first, others @ ..] => {
            let more = book.fill("and-others", &[("count", others.len().to_string())]);
            format!("{word}: {first} {more}")
        }
    }
}

/// The note to editors on a version: why it may not be used, what it replaces and why, until when it is held back. Empty
/// when there is nothing to say.
pub fn editors_note(published: &Published, asset: &str, version: &PublicVersion) -> String {
    let book = Wordbook::of(&version.asset.language);
    let mut notes = Vec::new();
    if let Some(embargo) = version.embargo {
        notes.push(book.fill("embargo-note", &[("moment", book.moment(embargo.until))]));
    }
    let own = published.notices.iter().find(|notice| Some(notice.number) == version.notice);
    let replaces = |notice: &&Notice| notice.replaced.iter().any(|one| one.asset == asset && one.by == version.version);
    if let Some(notice) = own {
        notes.push(said(notice, &book));
    } else if let Some(notice) = published.notices.iter().rev().find(replaces) {
        let old = notice.replaced.iter().filter(|one| one.asset == asset && one.by == version.version);
        let old: Vec<String> = old.map(|one| format!("v{:02}", one.version)).collect();
        notes.push(said(notice, &book));
        notes.push(book.fill("replaces-note", &[("versions", old.join(", "))]));
    }
    notes.join(" ")
}

/// What a notice says in one paragraph: fixed word, reason, cells old → new.
fn said(notice: &Notice, book: &Wordbook) -> String {
    let mut said = notice.kind.word(book.is_vietnamese()).to_uppercase();
    if let Some(note) = words(&notice.note, book.language()).filter(|note| !note.is_empty()) {
        said = format!("{said}: {}", note.trim());
        if !said.ends_with(['.', '!', '?', '…']) {
            said.push('.');
        }
    }
    for change in &notice.cells {
        said = format!("{said} {} → {}.", or_nothing(&change.before), or_nothing(&change.after));
    }
    said
}

/// A printed text, or a dash.
fn or_nothing(text: &str) -> &str {
    if text.is_empty() { "–" } else { text }
}

/// An asset as a reader of feeds shows it.
pub(super) fn content(published: &Published, asset: &PublicAsset, version: &PublicVersion) -> String {
    let (about, facts) = (&version.asset, &published.facts);
    let mut html = Html::new();
    let note = editors_note(published, &asset.asset, version);
    if !note.is_empty() {
        html.element("<p><strong>", &note, "</strong></p>");
    }
    if let Some(file) = version.preview() {
        html.raw("<p><img src=\"").text(&address::absolute(facts, &address::file(file))).raw("\" alt=\"");
        html.text(&about.alt_text).raw("\"></p>");
    }
    html.element("<p>", &about.caption, "</p>");
    if !about.description.is_empty() {
        html.element("<p>", &about.description, "</p>");
    }
    let credit = words(&facts.rights.credit_line, &about.language).unwrap_or_default();
    if !credit.is_empty() {
        html.element("<p><small>", credit, "</small></p>");
    }
    html.done()
}

/// A notice as a reader of feeds shows it.
pub(super) fn notice_content(published: &Published, notice: &Notice, book: &Wordbook) -> String {
    let mut html = Html::new();
    html.element("<p><strong>", &said(notice, book), "</strong></p>").raw("<ul>");
    for version in &notice.versions {
        let page = address::absolute(&published.facts, &address::asset(&version.asset));
        html.raw("<li><a href=\"")
            .text(&page)
            .raw("\">")
            .text(&version.asset)
            .text(&format!(" v{:02}", version.version));
        html.raw("</a>");
        let by = notice.replaced.iter().find(|one| one.asset == version.asset && one.version == version.version);
        if let Some(by) = by {
            html.text(&format!(" → v{:02}", by.by));
        }
        html.raw("</li>");
    }
    html.raw("</ul>");
    html.done()
}
