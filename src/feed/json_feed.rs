//! JSON Feed 1.1. It has no tombstones: what was taken back is told by an item of its own, and `_mocban` says the status.

use serde_json::{Value, json};

use super::address;
use super::channel::Channel;
use super::entry::{Entry, content, editors_note, notice_content, notice_title};
use super::ninjs::rendition_name;
use super::wordbook::Wordbook;
use crate::language::words;
use crate::published::{Notice, PublicAsset, PublicVersion, Published};

/// What explains our extension.
const ABOUT: &str = "https://www.jsonfeed.org/version/1.1/#extensions";

/// The feed.
pub(super) fn feed(published: &Published, channel: &Channel, entries: &[Entry<'_>]) -> Value {
    let (facts, book) = (&published.facts, Wordbook::of(&channel.language));
    let root = address::root(facts, &channel.language);
    let items: Vec<Value> = entries
        .iter()
        .filter_map(|entry| match entry {
            Entry::Asset { asset, version } => Some(item(published, asset, version, entry)),
            Entry::Gone { .. } => None,
            Entry::Notice(notice) => Some(told(published, notice, &root, &book)),
        })
        .collect();
    let mut feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title(published),
        "home_page_url": address::absolute(facts, &root),
        "feed_url": address::absolute(facts, &channel.address("json")),
        "language": channel.language,
    });
    if let (Value::Object(fields), Some(creator)) = (&mut feed, words(&facts.rights.creator, &channel.language)) {
        fields.insert("authors".to_owned(), json!([{"name": creator}]));
    }
    if let Value::Object(fields) = &mut feed {
        fields.insert("items".to_owned(), Value::Array(items));
    }
    feed
}

/// An asset that may be used.
fn item(published: &Published, asset: &PublicAsset, version: &PublicVersion, entry: &Entry<'_>) -> Value {
    let (facts, about) = (&published.facts, &version.asset);
    let page = address::absolute(facts, &address::asset(&asset.asset));
    let note = editors_note(published, &asset.asset, version);
    let summary: Vec<&str> = [note.as_str(), &about.caption].into_iter().filter(|part| !part.is_empty()).collect();
    let attachments: Vec<Value> = about
        .files
        .iter()
        .map(|file| {
            json!({
                "url": address::absolute(facts, &address::file(file)),
                "mime_type": address::media_type(file.encoding),
                "title": rendition_name(file),
                "size_in_bytes": file.bytes,
            })
        })
        .collect();
    let sums: serde_json::Map<String, Value> =
        about.files.iter().map(|file| (file.name.clone(), json!(file.sha256))).collect();
    let mut item = json!({
        "id": page,
        "url": page,
        "title": about.headline,
        "summary": summary.join(" "),
        "content_html": content(published, asset, version),
        "date_published": asset.versions.first().map_or(version.at, |first| first.at).to_string(),
        "date_modified": entry.updated().to_string(),
        "language": about.language,
        "tags": about.tags,
        "attachments": attachments,
        "_mocban": {
            "about": ABOUT,
            "asset": asset.asset,
            "version": version.version,
            "status": version.status.name(),
            "release": version.release,
            "product": about.product,
            "period": about.period,
            "code": about.code,
            "ninjs": address::absolute(facts, &address::item(&asset.asset, version.version)),
            "sha256": sums,
        },
    });
    if let (Value::Object(fields), Some(file)) = (&mut item, version.preview()) {
        fields.insert("image".to_owned(), json!(address::absolute(facts, &address::file(file))));
    }
    if let Some(own) = item.get_mut("_mocban").and_then(Value::as_object_mut) {
        if let Some(embargo) = version.embargo {
            own.insert("embargo".to_owned(), json!(embargo.until.to_string()));
        }
        if let Some(expires) = version.expires {
            own.insert("expires".to_owned(), json!(expires.to_string()));
        }
    }
    item
}

/// What was said of assets.
fn told(published: &Published, notice: &Notice, root: &str, book: &Wordbook) -> Value {
    let page = address::absolute(&published.facts, &address::notice(root, notice.number));
    let versions: Vec<Value> = notice
        .versions
        .iter()
        .map(|one| {
            let by = notice.replaced.iter().find(|other| other.asset == one.asset && other.version == one.version);
            json!({"asset": one.asset, "version": one.version, "replaced_by": by.map(|by| by.by)})
        })
        .collect();
    json!({
        "id": page,
        "url": page,
        "title": notice_title(published, notice, book),
        "content_html": notice_content(published, notice, book),
        "date_published": notice.at.to_string(),
        "date_modified": notice.at.to_string(),
        "tags": [notice.kind.word(book.is_vietnamese())],
        "_mocban": {"about": ABOUT, "notice": notice.number, "kind": notice.kind, "versions": versions},
    })
}
