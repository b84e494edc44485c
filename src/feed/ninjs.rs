//! ninjs 3.2: one item for each version, all versions of an asset under one `uri`.
//!
//! The `version` of an item grows with each event that touched it (`2`, `2.1`), so that a receiver who has the item takes the
//! withdrawn one for newer. No field that the schema does not know: it is closed.

use serde_json::{Map, Value, json};

use super::address;
use super::channel::Channel;
use super::entry::editors_note;
use crate::language::words;
use crate::metadata;
use crate::published::{PublicAsset, PublicVersion, Published, Status};
use crate::release::{Facts, ReleasedFile};

/// Where the schema of the version we follow lies.
const SCHEMA: &str = "http://www.iptc.org/std/ninjs/ninjs-schema_3.2.json#";

/// The item of a version.
pub fn item(published: &Published, asset: &PublicAsset, version: &PublicVersion) -> Value {
    let (facts, about) = (&published.facts, &version.asset);
    let first = asset.versions.first().map_or(version.at, |first| first.at);
    let mut item = json!({
        "standard": {"name": "ninjs", "version": "3.2", "schema": SCHEMA},
        "uri": address::absolute(facts, &address::asset(&asset.asset)),
        "type": "graphic",
        "profile": "mocban-graphic-1",
        "representationType": "full",
        "version": number(published, asset, version),
        "firstCreated": first.to_string(),
        "versionCreated": version.updated.to_string(),
        "pubStatus": version.status.name(),
        "language": about.language,
        "slugline": slugline(facts, version),
        "title": asset.asset,
        "headlines": [{"role": "main", "contentType": "text/plain", "value": about.headline}],
    });
    let Value::Object(fields) = &mut item else { return item };
    if let Some(embargo) = version.embargo {
        fields.insert("embargoedUntil".to_owned(), json!(embargo.until.to_string()));
    }
    if let Some(expires) = version.expires {
        fields.insert("expires".to_owned(), json!(expires.to_string()));
    }
    let note = editors_note(published, &asset.asset, version);
    if !note.is_empty() {
        fields.insert("edNote".to_owned(), json!(note));
    }
    rights(fields, facts, &about.language);
    // What was taken back is not said again.
    if version.is_served() {
        content(fields, facts, version);
    }
    fields.insert("altIds".to_owned(), Value::Array(other_ids(version)));
    let associations = associations(published, asset, version);
    if !associations.is_empty() {
        fields.insert("associations".to_owned(), Value::Array(associations));
    }
    item
}

/// The items of a channel: of each asset the newest version, newest first.
pub(super) fn list(published: &Published, channel: &Channel) -> Value {
    let mut versions: Vec<(&PublicAsset, &PublicVersion)> = published
        .assets
        .iter()
        .filter(|asset| channel.has(asset))
        .filter_map(|asset| Some((asset, asset.latest()?)))
        .collect();
    versions.sort_by_key(|(_, version)| std::cmp::Reverse(version.updated));
    versions.iter().map(|(asset, version)| item(published, asset, version)).collect()
}

/// Version, and how often something happened to it since.
fn number(published: &Published, asset: &PublicAsset, version: &PublicVersion) -> String {
    let about = |notice: &&crate::published::Notice| {
        notice.versions.iter().any(|one| one.asset == asset.asset && one.version == version.version)
    };
    match published.notices.iter().filter(about).count() {
        0 => version.version.to_string(),
        events => format!("{}.{events}", version.version),
    }
}

/// A short name in capitals, the same for all versions and languages.
fn slugline(facts: &Facts, version: &PublicVersion) -> String {
    let (work, period) = (version.asset.work(), &version.asset.period);
    let parts = [facts.slug.as_str(), &work, period].into_iter().filter(|part| !part.is_empty());
    parts.map(|part| crate::plan::fold(part).to_uppercase()).collect::<Vec<_>>().join("-")
}

/// Who made it and who may use it.
fn rights(fields: &mut Map<String, Value>, facts: &Facts, language: &str) {
    let rights = &facts.rights;
    let mut put = |name: &str, value: &str| {
        if !value.is_empty() {
            fields.insert(name.to_owned(), json!(value));
        }
    };
    let say = |said| words(said, language).unwrap_or_default();
    let creator = say(&rights.creator);
    put("by", creator);
    let owner = say(&rights.copyright_owner);
    put("copyrightHolder", if owner.is_empty() { creator } else { owner });
    put("copyrightNotice", say(&rights.copyright_notice));
    put("usageTerms", say(&rights.usage_terms));
    if !rights.license_url.is_empty() {
        let odrl = "http://www.w3.org/ns/odrl/2/";
        fields.insert("rightsInfo".to_owned(), json!({"langId": odrl, "linkedRights": rights.license_url}));
    }
    let contacts = [("email", &rights.contact_email), ("web", &rights.contact_url)];
    let contacts: Vec<Value> = contacts
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(kind, value)| json!({"type": kind, "value": value}))
        .collect();
    let licensor = Some(say(&rights.licensor)).filter(|name| !name.is_empty()).unwrap_or(creator);
    if !licensor.is_empty() && !contacts.is_empty() {
        fields.insert(
            "organisations".to_owned(),
            json!([{"name": licensor, "rel": "licensor", "contactInfo": contacts}]),
        );
    }
    let policy = address::absolute(facts, &format!("{}corrections/", address::root(facts, language)));
    fields.insert(
        "trustIndicators".to_owned(),
        json!([{
            "role": "http://cv.iptc.org/newscodes/trustindicator/editorialPolicy",
            "title": super::Wordbook::of(language).say("corrections"),
            "href": policy,
        }]),
    );
}

/// What it says and its files.
fn content(fields: &mut Map<String, Value>, facts: &Facts, version: &PublicVersion) {
    let about = &version.asset;
    let credit = words(&facts.rights.credit_line, &about.language).unwrap_or_default();
    let said = [
        ("caption", about.caption.as_str()),
        ("altText", &about.alt_text),
        ("extendedDescription", &about.description),
        ("creditline", credit),
    ];
    let descriptions: Vec<Value> = said
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(role, value)| json!({"role": role, "contentType": "text/plain", "value": value}))
        .collect();
    fields.insert("descriptions".to_owned(), Value::Array(descriptions));
    fields.insert(
        "digitalSourceType".to_owned(),
        json!({
            "name": if about.composite { "Composite of elements" } else { "Data-driven media" },
            "uri": metadata::source_type(about.composite),
        }),
    );
    let tags: Vec<Value> = about.tags.iter().map(|tag| json!({"name": tag})).collect();
    fields.insert("subjects".to_owned(), Value::Array(tags));
    let mut sources: Vec<&str> = about.numbers().iter().map(|number| number.source.as_str()).collect();
    sources.sort_unstable();
    sources.dedup();
    let sources: Vec<Value> =
        sources.into_iter().filter(|source| !source.is_empty()).map(|source| json!({"name": source})).collect();
    if !sources.is_empty() {
        fields.insert("infoSources".to_owned(), Value::Array(sources));
    }
    fields.insert("renditions".to_owned(), about.files.iter().map(|file| rendition(facts, file)).collect());
}

/// A file.
fn rendition(facts: &Facts, file: &ReleasedFile) -> Value {
    let mut rendition = json!({
        "name": rendition_name(file),
        "href": address::absolute(facts, &address::file(file)),
        "contentType": address::media_type(file.encoding),
        "sizeInBytes": file.bytes,
        "format": file.format,
    });
    let divisor = common_divisor(file.width, file.height);
    if let (Value::Object(fields), Some(width), Some(height)) =
        (&mut rendition, file.width.checked_div(divisor), file.height.checked_div(divisor))
    {
        fields.insert("width".to_owned(), json!(file.width));
        fields.insert("height".to_owned(), json!(file.height));
        fields.insert("aspectRatio".to_owned(), json!(format!("{width}:{height}")));
    }
    rendition
}

/// A name for a file that no other file of the version has.
pub(super) fn rendition_name(file: &ReleasedFile) -> String {
    let page = if file.page > 1 { format!("-p{}", file.page) } else { String::new() };
    format!("{}-{}{page}", file.format, file.encoding.name())
}

/// The greatest number that divides both.
fn common_divisor(one: u32, other: u32) -> u32 {
    if other == 0 { one } else { common_divisor(other, one % other) }
}

/// By what else it is known.
fn other_ids(version: &PublicVersion) -> Vec<Value> {
    let mut ids = vec![json!({"role": "release", "value": version.release})];
    if !version.asset.code.is_empty() {
        ids.push(json!({"role": "short-code", "value": version.asset.code}));
    }
    let files = version.asset.files.iter();
    ids.extend(files.map(|file| json!({"role": format!("sha256:{}", rendition_name(file)), "value": file.sha256})));
    ids
}

/// What it replaces and is replaced by, the same in other languages, and the records it was made from.
fn associations(published: &Published, asset: &PublicAsset, version: &PublicVersion) -> Vec<Value> {
    let facts = &published.facts;
    let uri = |name: &str| address::absolute(facts, &address::asset(name));
    let mut all = Vec::new();
    for other in asset.versions.iter().filter(|other| other.version != version.version) {
        let (name, rel) = if other.version < version.version {
            ("replaces", "http://purl.org/dc/terms/replaces")
        } else {
            ("replaced-by", "http://purl.org/dc/terms/isReplacedBy")
        };
        all.push(json!({
            "name": format!("{name}-v{:02}", other.version),
            "rel": rel,
            "uri": address::absolute(facts, &address::item(&asset.asset, other.version)),
            "type": "graphic",
            "version": number(published, asset, other),
            "pubStatus": other.status.name(),
        }));
    }
    let (about, work) = (&version.asset, version.asset.work());
    for (other, latest) in published.assets.iter().filter_map(|other| Some((other, other.latest()?))) {
        let twin = &latest.asset;
        if twin.language != about.language
            && twin.theme == about.theme
            && twin.work() == work
            && latest.status == Status::Usable
        {
            all.push(json!({
                "name": format!("language-{}", twin.language),
                "rel": "https://schema.org/workTranslation",
                "uri": uri(&other.asset),
                "type": "graphic",
                "language": twin.language,
            }));
        }
    }
    if version.is_served() {
        all.extend(records(facts, version));
    }
    all
}

/// The records it was made from, by their pages.
fn records(facts: &Facts, version: &PublicVersion) -> Vec<Value> {
    let numbers = version.asset.numbers();
    let cells = numbers.iter().flat_map(|number| &number.cells).filter_map(|cell| address::cell(cell));
    let records: std::collections::BTreeSet<(&str, &str)> = cells.map(|(table, key, _)| (table, key)).collect();
    let root = address::root(facts, &version.asset.language);
    let record = |(table, key): (&str, &str)| {
        json!({
            "name": format!("data {table}/{key}"),
            "rel": "http://www.w3.org/ns/prov#wasDerivedFrom",
            "uri": address::absolute(facts, &address::record(&root, table, key)),
            "type": "component",
        })
    };
    records.into_iter().map(record).collect()
}
