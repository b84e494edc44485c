//! Atom (RFC 4287) with tombstones (RFC 6721).

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::address;
use super::channel::Channel;
use super::entry::{self, Entry, content, editors_note, notice_content, notice_title};
use super::plain::xml;
use super::wordbook::Wordbook;
use crate::language::words;
use crate::published::{Notice, PublicAsset, PublicVersion, Published};

/// What is written to.
type Xml = Writer<Vec<u8>>;

/// What a feed is written with.
struct Scribe<'a> {
    /// What is published.
    published: &'a Published,
    /// Its channel.
    channel: &'a Channel,
    /// Its words.
    book: Wordbook,
    /// Where its pages begin.
    root: String,
}

/// Writes a feed.
///
/// # Errors
/// Memory cannot be written to, which does not happen.
pub(super) fn feed(published: &Published, channel: &Channel, entries: &[Entry<'_>]) -> io::Result<Vec<u8>> {
    let root = address::root(&published.facts, &channel.language);
    let scribe = Scribe { published, channel, book: Wordbook::of(&channel.language), root };
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    xml.create_element("feed")
        .with_attribute(("xmlns", "http://www.w3.org/2005/Atom"))
        .with_attribute(("xmlns:at", "http://purl.org/atompub/tombstones/1.0"))
        .with_attribute(("xmlns:dcterms", "http://purl.org/dc/terms/"))
        .with_attribute(("xml:lang", channel.language.as_str()))
        .write_inner_content(|xml| scribe.feed(xml, entries))?;
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

impl Scribe<'_> {
    /// An address below the site as an absolute one.
    fn absolute(&self, path: &str) -> String {
        address::absolute(&self.published.facts, path)
    }

    /// All that is in a feed.
    fn feed(&self, xml: &mut Xml, entries: &[Entry<'_>]) -> io::Result<()> {
        let own = self.absolute(&self.channel.address("atom"));
        text(xml, "id", &own)?;
        text(xml, "title", &self.channel.title(self.published))?;
        text(xml, "updated", &entry::updated(entries).to_string())?;
        link(xml, &[("rel", "self"), ("type", "application/atom+xml"), ("href", &own)])?;
        link(xml, &[("rel", "alternate"), ("type", "text/html"), ("href", &self.absolute(&self.root))])?;
        let rights = &self.published.facts.rights;
        let say = |said| words(said, &self.channel.language).unwrap_or_default();
        let title = self.channel.title(self.published);
        let author = Some(say(&rights.creator)).filter(|name| !name.is_empty()).unwrap_or(&title);
        xml.create_element("author").write_inner_content(|xml| {
            text(xml, "name", author)?;
            some_text(xml, "uri", &rights.contact_url)?;
            some_text(xml, "email", &rights.contact_email)
        })?;
        some_text(xml, "rights", say(&rights.copyright_notice))?;
        if !rights.license_url.is_empty() {
            link(xml, &[("rel", "license"), ("href", &rights.license_url)])?;
        }
        for entry in entries {
            match entry {
                Entry::Asset { asset, version } => {
                    xml.create_element("entry").write_inner_content(|xml| self.asset(xml, asset, version, entry))?;
                }
                Entry::Gone { asset, version } => self.tombstone(xml, asset, version, entry)?,
                Entry::Notice(notice) => {
                    xml.create_element("entry").write_inner_content(|xml| self.notice(xml, notice))?;
                }
            }
        }
        Ok(())
    }

    /// An asset that may be used.
    fn asset(&self, xml: &mut Xml, asset: &PublicAsset, version: &PublicVersion, entry: &Entry<'_>) -> io::Result<()> {
        let about = &version.asset;
        let page = self.absolute(&address::asset(&asset.asset));
        text(xml, "id", &page)?;
        text(xml, "title", &about.headline)?;
        text(xml, "published", &asset.versions.first().map_or(version.at, |first| first.at).to_string())?;
        text(xml, "updated", &entry.updated().to_string())?;
        let note = editors_note(self.published, &asset.asset, version);
        let summary = [note.as_str(), &about.caption].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        text(xml, "summary", &summary.join(" "))?;
        html(xml, &content(self.published, asset, version))?;
        link(xml, &[("rel", "alternate"), ("type", "text/html"), ("hreflang", &about.language), ("href", &page)])?;
        let item = self.absolute(&address::item(&asset.asset, version.version));
        link(xml, &[("rel", "via"), ("type", "application/json"), ("title", "ninjs"), ("href", &item)])?;
        for file in &about.files {
            let (href, length) = (self.absolute(&address::file(file)), file.bytes.to_string());
            let kind = address::media_type(file.encoding);
            let title = super::ninjs::rendition_name(file);
            link(
                xml,
                &[("rel", "enclosure"), ("type", kind), ("length", &length), ("title", &title), ("href", &href)],
            )?;
        }
        let before = asset.versions.iter().rev().find(|old| old.version < version.version && old.is_served());
        if let Some(old) = before {
            let item = self.absolute(&address::item(&asset.asset, old.version));
            link(xml, &[("rel", "predecessor-version"), ("type", "application/json"), ("href", &item)])?;
        }
        category(xml, version.status.name(), Some("https://iptc.org/ninjs/pubStatus"))?;
        category(xml, &about.product, Some("urn:mocban:product"))?;
        for tag in about.tags.iter().filter(|tag| !tag.is_empty()) {
            category(xml, tag, None)?;
        }
        if let Some(expires) = version.expires {
            text(xml, "dcterms:valid", &format!("end={expires}"))?;
        }
        Ok(())
    }

    /// An asset that is no longer to be used.
    fn tombstone(
        &self,
        xml: &mut Xml,
        asset: &PublicAsset,
        version: &PublicVersion,
        entry: &Entry<'_>,
    ) -> io::Result<()> {
        let page = self.absolute(&address::asset(&asset.asset));
        xml.create_element("at:deleted-entry")
            .with_attribute(("ref", page.as_str()))
            .with_attribute(("when", entry.updated().to_string().as_str()))
            .write_inner_content(|xml| {
                some_text(xml, "at:comment", &editors_note(self.published, &asset.asset, version))?;
                link(xml, &[("rel", "alternate"), ("type", "text/html"), ("href", &page)])
            })?;
        Ok(())
    }

    /// What was said of assets.
    fn notice(&self, xml: &mut Xml, notice: &Notice) -> io::Result<()> {
        let page = self.absolute(&address::notice(&self.root, notice.number));
        text(xml, "id", &page)?;
        text(xml, "title", &notice_title(self.published, notice, &self.book))?;
        text(xml, "published", &notice.at.to_string())?;
        text(xml, "updated", &notice.at.to_string())?;
        html(xml, &notice_content(self.published, notice, &self.book))?;
        link(xml, &[("rel", "alternate"), ("type", "text/html"), ("href", &page)])?;
        category(xml, notice.kind.word(self.book.is_vietnamese()), Some("urn:mocban:notice"))
    }
}

/// An element that holds words.
fn text(into: &mut Xml, name: &str, words: &str) -> io::Result<()> {
    into.create_element(name).write_text_content(BytesText::new(&xml(words)))?;
    Ok(())
}

/// An element that holds words, if there are any.
fn some_text(into: &mut Xml, name: &str, words: &str) -> io::Result<()> {
    if words.is_empty() { Ok(()) } else { text(into, name, words) }
}

/// Content as HTML.
fn html(into: &mut Xml, page: &str) -> io::Result<()> {
    let element = into.create_element("content").with_attribute(("type", "html"));
    element.write_text_content(BytesText::new(&xml(page)))?;
    Ok(())
}

/// A link.
fn link(into: &mut Xml, attributes: &[(&str, &str)]) -> io::Result<()> {
    let clean: Vec<(&str, String)> = attributes.iter().map(|(name, value)| (*name, xml(value))).collect();
    let attributes = clean.iter().map(|(name, value)| (*name, value.as_str()));
    into.create_element("link").with_attributes(attributes).write_empty()?;
    Ok(())
}

/// A category, if it has a name.
fn category(into: &mut Xml, term: &str, scheme: Option<&str>) -> io::Result<()> {
    let term = xml(term);
    if term.is_empty() {
        return Ok(());
    }
    let element = into.create_element("category").with_attribute(("term", term.as_str()));
    match scheme {
        Some(scheme) => element.with_attribute(("scheme", scheme)).write_empty()?,
        None => element.write_empty()?,
    };
    Ok(())
}
