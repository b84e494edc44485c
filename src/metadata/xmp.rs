//! The XMP packet: [`Metadata`] in the properties that press agencies read (IPTC Photo Metadata 2025.1).
//!
//! There is no date in it: the same job gives the same bytes on every day.

use std::borrow::Cow;

use xmp_writer::{CustomNamespace, LangId, Namespace, XmpWriter};

use super::Metadata;

/// How the picture came to be: drawn by a program from data (IPTC NewsCodes, Digital Source Type).
const SOURCE_TYPE: &str = "http://cv.iptc.org/newscodes/digitalsourcetype/dataDrivenMedia";

/// The packet of a rendition; properties without a value are left out.
///
/// Titles and the like are written for any reader (`x-default`) and for their language.
pub fn packet(metadata: &Metadata) -> String {
    written(metadata).finish(None)
}

/// What a PDF's packet says besides.
#[derive(Debug, Clone, Copy)]
pub struct DocumentFacts<'a> {
    /// How many pages it has.
    pub pages: u32,
    /// The same for all versions of the document.
    pub document_id: &'a str,
    /// Of these bytes alone.
    pub instance_id: &'a str,
}

/// The packet of a PDF; it repeats the keywords as PDF's own property and gives the file's identifiers.
pub fn document_packet(metadata: &Metadata, facts: DocumentFacts<'_>) -> String {
    let mut writer = written(metadata);
    if !metadata.keywords.is_empty() {
        writer.pdf_keywords(&xml_text(&metadata.keywords.join(", ")));
    }
    writer.format("application/pdf");
    writer.num_pages(facts.pages);
    writer.document_id(facts.document_id);
    writer.instance_id(facts.instance_id);
    writer.finish(None)
}

/// All properties that any file has.
fn written(metadata: &Metadata) -> XmpWriter<'static> {
    let clean = Clean::of(metadata);
    let language = clean.language.as_ref();
    let mut writer = XmpWriter::new();
    let title = if clean.headline.is_empty() { &clean.asset } else { &clean.headline };
    write_alternatives(&mut writer, "title", Namespace::DublinCore, language, title);
    write_alternatives(&mut writer, "description", Namespace::DublinCore, language, &clean.caption);
    write_alternatives(&mut writer, "rights", Namespace::DublinCore, language, &clean.copyright_notice);
    if !clean.creator.is_empty() {
        writer.creator([clean.creator.as_ref()]);
    }
    if !language.is_empty() {
        writer.language([LangId(language)]);
    }
    if !clean.keywords.is_empty() {
        writer.subject(clean.keywords.iter().map(AsRef::as_ref));
    }
    write_text(&mut writer, "identifier", Namespace::DublinCore, &clean.asset);
    // dc:identifier holds one text; further ones have their place here.
    if !metadata.code.is_empty() {
        writer.xmp_identifier([metadata.code.as_str()]);
    }
    write_text(&mut writer, "CreatorTool", Namespace::Xmp, &clean.program);
    write_text(&mut writer, "Headline", photoshop(), &clean.headline);
    write_text(&mut writer, "Credit", photoshop(), &clean.credit_line);
    write_alternatives(&mut writer, "UsageTerms", Namespace::XmpRights, language, &clean.usage_terms);
    write_text(&mut writer, "WebStatement", Namespace::XmpRights, &clean.license_url);
    if !clean.copyright_notice.is_empty() {
        writer.marked(true);
    }
    write_alternatives(&mut writer, "AltTextAccessibility", iptc_core(), language, &clean.alt_text);
    write_alternatives(&mut writer, "ExtDescrAccessibility", iptc_core(), language, &clean.description);
    write_text(&mut writer, "DigitalSourceType", iptc_extension(), SOURCE_TYPE);
    writer
}

/// Writes a property of plain text, unless it is empty.
fn write_text(writer: &mut XmpWriter<'static>, name: &str, namespace: Namespace<'static>, text: &str) {
    if !text.is_empty() {
        writer.element(name, namespace).value(text);
    }
}

/// Writes a property that may be said in several languages, unless it is empty.
fn write_alternatives(
    writer: &mut XmpWriter<'static>,
    name: &str,
    namespace: Namespace<'static>,
    language: &str,
    text: &str,
) {
    if text.is_empty() {
        return;
    }
    let own = (!language.is_empty()).then_some((Some(LangId(language)), text));
    writer.element(name, namespace).language_alternative(std::iter::once((None, text)).chain(own));
}

/// Adobe Photoshop's namespace, where IPTC keeps headline and credit.
fn photoshop() -> Namespace<'static> {
    custom("Photoshop", "photoshop", "http://ns.adobe.com/photoshop/1.0/")
}

/// IPTC Core.
fn iptc_core() -> Namespace<'static> {
    custom("IPTC Core", "Iptc4xmpCore", "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/")
}

/// IPTC Extension.
fn iptc_extension() -> Namespace<'static> {
    custom("IPTC Extension", "Iptc4xmpExt", "http://iptc.org/std/Iptc4xmpExt/2008-02-29/")
}

/// A namespace that the writer does not know.
fn custom(name: &'static str, prefix: &'static str, url: &'static str) -> Namespace<'static> {
    Namespace::Custom(Box::new(CustomNamespace::new(name, prefix, url)))
}

/// [`Metadata`] without the characters that XML forbids.
struct Clean<'a> {
    /// A language code; empty when it is not one.
    language: Cow<'a, str>,
    /// Headline.
    headline: Cow<'a, str>,
    /// Caption.
    caption: Cow<'a, str>,
    /// Alt text.
    alt_text: Cow<'a, str>,
    /// Long description.
    description: Cow<'a, str>,
    /// Creator.
    creator: Cow<'a, str>,
    /// Credit line.
    credit_line: Cow<'a, str>,
    /// Copyright notice.
    copyright_notice: Cow<'a, str>,
    /// Usage terms.
    usage_terms: Cow<'a, str>,
    /// Licence address.
    license_url: Cow<'a, str>,
    /// Keywords.
    keywords: Vec<Cow<'a, str>>,
    /// Asset name.
    asset: Cow<'a, str>,
    /// Program.
    program: Cow<'a, str>,
}

impl<'a> Clean<'a> {
    /// Cleans every field.
    fn of(metadata: &'a Metadata) -> Self {
        // It stands in an attribute, which the writer does not escape.
        let plain = metadata.language.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        Self {
            language: if plain { Cow::Borrowed(&metadata.language) } else { Cow::Borrowed("") },
            headline: xml_text(&metadata.headline),
            caption: xml_text(&metadata.caption),
            alt_text: xml_text(&metadata.alt_text),
            description: xml_text(&metadata.description),
            creator: xml_text(&metadata.creator),
            credit_line: xml_text(&metadata.credit_line),
            copyright_notice: xml_text(&metadata.copyright_notice),
            usage_terms: xml_text(&metadata.usage_terms),
            license_url: xml_text(&metadata.license_url),
            keywords: metadata.keywords.iter().map(|word| xml_text(word)).collect(),
            asset: xml_text(&metadata.asset),
            program: xml_text(&metadata.program),
        }
    }
}

/// A text without the characters that XML 1.0 forbids (section 2.2, `Char`).
fn xml_text(text: &str) -> Cow<'_, str> {
    let allowed =
        |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..);
    if text.chars().all(allowed) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().filter(|c| allowed(*c)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The texts inside an element, in order.
    fn texts(packet: &str, namespace: &str, name: &str) -> Vec<String> {
        let document = roxmltree::Document::parse(packet).unwrap();
        let element = document.descendants().find(|node| node.has_tag_name((namespace, name)));
        let text = |node: roxmltree::Node<'_, '_>| node.is_text().then(|| node.text().map(str::to_owned)).flatten();
        element.map(|node| node.descendants().filter_map(text).collect()).unwrap_or_default()
    }

    const DC: &str = "http://purl.org/dc/elements/1.1/";

    #[test]
    fn properties_read_back_as_they_were() {
        let metadata = Metadata {
            language: "vi".to_owned(),
            headline: "Văn phòng <số> & \"giấy\"".to_owned(),
            alt_text: "Biểu đồ cột: 82,5 %".to_owned(),
            keywords: vec!["chuyển đổi số".to_owned(), "hành chính".to_owned()],
            license_url: "https://creativecommons.org/licenses/by/4.0/".to_owned(),
            asset: "card_vi".to_owned(),
            code: "7K3F-9QX2-M1A".to_owned(),
            ..Metadata::default()
        };
        let packet = packet(&metadata);
        assert_eq!(texts(&packet, DC, "identifier"), ["card_vi"]);
        assert_eq!(texts(&packet, "http://ns.adobe.com/xap/1.0/", "Identifier"), ["7K3F-9QX2-M1A"]);
        assert_eq!(texts(&packet, DC, "title"), vec![metadata.headline.clone(); 2]);
        assert_eq!(texts(&packet, DC, "subject"), metadata.keywords);
        assert_eq!(texts(&packet, "http://ns.adobe.com/photoshop/1.0/", "Headline"), [metadata.headline]);
        let core = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
        assert_eq!(texts(&packet, core, "AltTextAccessibility"), vec![metadata.alt_text; 2]);
        let rights = "http://ns.adobe.com/xap/1.0/rights/";
        assert_eq!(texts(&packet, rights, "WebStatement"), [metadata.license_url]);
        let extension = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
        assert_eq!(texts(&packet, extension, "DigitalSourceType"), [SOURCE_TYPE]);
    }

    #[test]
    fn empty_fields_are_left_out_and_forbidden_characters_dropped() {
        let metadata = Metadata {
            language: "vi\" x=\"".to_owned(),
            caption: "a\u{1}b\u{FFFE}c\u{0}".to_owned(),
            ..Metadata::default()
        };
        let packet = packet(&metadata);
        assert_eq!(texts(&packet, DC, "description"), ["abc"]);
        for absent in ["dc:title", "dc:rights", "dc:language", "photoshop:", "Date"] {
            assert!(!packet.contains(absent), "{absent} in {packet}");
        }
    }
}
