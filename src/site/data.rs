//! What pages say to programs: schema.org as JSON-LD.

use serde_json::{Map, Value, json};

use super::page::Shell;
use super::preview;
use super::said;
use crate::feed::address;
use crate::lineage::Number;
use crate::published::{PublicAsset, PublicVersion};
use crate::release::ReleasedFile;

/// Whose something is and who may use it.
pub(super) fn rights(shell: &Shell<'_>, language: &str) -> Value {
    let (facts, rights) = (&shell.published.facts, &shell.published.facts.rights);
    let below = |path: &str| address::absolute(facts, &format!("{}{path}", shell.root(language)));
    let organisation = json!({
        "@type": "Organization",
        "name": said(&rights.creator, language),
        "correctionsPolicy": below("corrections/"),
    });
    let mut fields = Map::new();
    let owner = Some(said(&rights.copyright_owner, language)).filter(|owner| !owner.is_empty());
    let owner = owner.unwrap_or(said(&rights.creator, language));
    fields.insert("copyrightHolder".to_owned(), json!({"@type": "Organization", "name": owner}));
    fields.insert("creator".to_owned(), organisation.clone());
    fields.insert("provider".to_owned(), organisation.clone());
    fields.insert("publisher".to_owned(), organisation);
    let mut put = |name: &str, value: &str| {
        if !value.is_empty() {
            fields.insert(name.to_owned(), json!(value));
        }
    };
    put("creditText", said(&rights.credit_line, language));
    put("copyrightNotice", said(&rights.copyright_notice, language));
    put("license", &rights.license_url);
    put("usageInfo", &below("licence/"));
    put("acquireLicensePage", &below("contact/"));
    Value::Object(fields)
}

/// An asset: `ImageObject`.
pub(super) fn image(shell: &Shell<'_>, asset: &PublicAsset, version: &PublicVersion) -> Value {
    let (facts, about) = (&shell.published.facts, &version.asset);
    let page = address::absolute(facts, &address::asset(&asset.asset));
    let first = asset.versions.first().map_or(version.at, |first| first.at);
    let language = shell.language(&about.language);
    let mut image = json!({
        "@context": "https://schema.org",
        "@type": "ImageObject",
        "@id": page,
        "url": page,
        "identifier": if about.code.is_empty() { &asset.asset } else { &about.code },
        "alternateName": asset.asset,
        "version": version.version.to_string(),
        "name": about.headline,
        "headline": about.headline,
        "inLanguage": about.language,
        "datePublished": first.to_string(),
        "dateModified": version.updated.to_string(),
        "creativeWorkStatus": version.status.name(),
        "isPartOf": {
            "@type": "Collection",
            "@id": address::absolute(facts, &address::release(&shell.root(language), &version.release)),
            "name": version.release,
        },
    });
    let Value::Object(fields) = &mut image else { return image };
    if let Value::Object(rights) = rights(shell, language) {
        fields.extend(rights);
    }
    if let Some(expires) = version.expires {
        fields.insert("expires".to_owned(), json!(expires.to_string()));
    }
    let note = crate::feed::editors_note(shell.published, &asset.asset, version);
    if !note.is_empty() {
        fields.insert("correction".to_owned(), json!({"@type": "CorrectionComment", "text": note}));
    }
    if version.is_served() {
        content(shell, version, language, fields);
    }
    image
}

/// What it says, its files and its numbers.
fn content(shell: &Shell<'_>, version: &PublicVersion, language: &str, fields: &mut Map<String, Value>) {
    let (facts, about) = (&shell.published.facts, &version.asset);
    let mut put = |name: &str, value: &str| {
        if !value.is_empty() {
            fields.insert(name.to_owned(), json!(value));
        }
    };
    put("caption", &about.caption);
    put("description", if about.description.is_empty() { &about.alt_text } else { &about.description });
    put("embeddedTextCaption", &about.words);
    put("keywords", &about.tags.join(", "));
    // The vocabulary has no word for a drawing with a photograph in it.
    if !about.composite {
        put("digitalSourceType", "https://schema.org/DataDrivenMediaDigitalSource");
    }
    if let Some(file) = preview::source(version) {
        put("contentUrl", &address::absolute(facts, &address::file(file)));
        put("thumbnailUrl", &address::absolute(facts, &address::preview(file)));
    }
    let files: Vec<Value> = about.files.iter().map(|file| media(shell, file)).collect();
    fields.insert("associatedMedia".to_owned(), Value::Array(files));
    let numbers = about.numbers();
    let numbers = numbers.iter().filter(|number| super::record::is_figure(number));
    let observations: Vec<Value> = numbers.map(|number| observation(shell, number, version, language)).collect();
    if !observations.is_empty() {
        fields.insert("mentions".to_owned(), Value::Array(observations));
    }
}

/// A file: `ImageObject`, or `MediaObject` for documents; of exactly these bytes.
fn media(shell: &Shell<'_>, file: &ReleasedFile) -> Value {
    let kind = if file.encoding.longest_side().is_some() { "ImageObject" } else { "MediaObject" };
    json!({
        "@type": kind,
        "contentUrl": address::absolute(&shell.published.facts, &address::file(file)),
        "encodingFormat": address::media_type(file.encoding),
        "width": file.width,
        "height": file.height,
        "contentSize": file.bytes.to_string(),
        "sha256": file.sha256,
    })
}

/// A number: `Observation`.
pub(super) fn observation(shell: &Shell<'_>, number: &Number, version: &PublicVersion, language: &str) -> Value {
    let mut observation = json!({"@type": "Observation", "name": number.text});
    let Value::Object(fields) = &mut observation else { return observation };
    if let Some((table, key, column)) = number.cells.first().and_then(|cell| address::cell(cell)) {
        let path = address::record(&shell.root(language), table, key);
        let about = json!({
            "@id": address::absolute(&shell.published.facts, &path),
            "name": shell.records.name((table, key), language),
        });
        fields.insert("observationAbout".to_owned(), about);
        fields.insert("measuredProperty".to_owned(), json!({"@type": "Property", "name": column}));
    }
    let value = number.value.map_or_else(|| json!(number.text), |value| json!(value));
    fields.insert("value".to_owned(), value);
    if !version.asset.period.is_empty() {
        fields.insert("observationDate".to_owned(), json!(version.asset.period));
    }
    if !number.source.is_empty() {
        fields.insert("isBasedOn".to_owned(), json!(number.source));
    }
    observation
}
