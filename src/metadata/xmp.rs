//! The XMP packet: [`Metadata`] in the properties that press agencies read (IPTC Photo Metadata 2025.1).
//!
//! There is no date in it: the same job gives the same bytes on every day.

use super::property::{
    self, ANYONE, CORE, DC, EXTENSION, MEDIA, PAGED, PDF, PHOTOSHOP, PLUS, Property, RIGHTS, Value, XMP, differences,
};
use super::{Metadata, Region, region};
use crate::campaign::{DataMining, Topic};
use crate::language::words;
use crate::plan::OtherWords;

/// How a picture came to be (IPTC NewsCodes, Digital Source Type): drawn by a program from data.
const FROM_DATA: &str = "http://cv.iptc.org/newscodes/digitalsourcetype/dataDrivenMedia";
/// The same, of several elements: with a photograph inside.
const COMPOSITE: &str = "http://cv.iptc.org/newscodes/digitalsourcetype/composite";
/// Where PLUS keeps its words.
const PLUS_WORDS: &str = "http://ns.useplus.org/ldf/vocab/";
/// The most bytes of a packet with regions: some 370 numbers, more than anyone reads off a picture.
const LONGEST: usize = 256 * 1024;
/// Regions may make a packet as large as this part of a file with a byte limit.
const PART: u64 = 8;

/// What a packet says of its own file.
#[derive(Debug, Clone, Copy, Default)]
pub struct FileFacts<'a> {
    /// The one page it shows, counted from 1; none for a file of several.
    pub page: Option<u32>,
    /// Its size in pixels; none for vectors, which have no largest size.
    pub pixels: Option<(u32, u32)>,
    /// The most bytes that its type has room for in a packet; none where there is no such limit.
    pub longest: Option<usize>,
    /// The most bytes that the whole file may have.
    pub max_bytes: Option<u64>,
    /// Of a PDF, what else there is.
    pub document: Option<DocumentFacts<'a>>,
}

impl FileFacts<'_> {
    /// Of a file of one page, counted from 0.
    pub fn of_page(page: usize) -> Self {
        Self { page: u32::try_from(page + 1).ok(), ..Self::default() }
    }
}

/// What a PDF's packet says besides.
#[derive(Debug, Clone, Copy)]
pub struct DocumentFacts<'a> {
    /// How many pages it has.
    pub pages: u32,
    /// The same for all versions of a document that is no asset and so has no address.
    pub document_id: &'a str,
    /// Of these bytes alone.
    pub instance_id: &'a str,
}

/// How a picture came to be, as an address of IPTC's digital source types: drawn from data, or with a photograph in it.
pub fn source_type(composite: bool) -> &'static str {
    if composite { COMPOSITE } else { FROM_DATA }
}

/// A packet, and what it is to hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Packet {
    /// Its text.
    pub text: String,
    /// Its properties.
    properties: Vec<Property>,
    /// How many numbers of its pages are not marked, for want of room.
    pub unmarked: usize,
}

impl Packet {
    /// The names of properties that a packet found in a file does not hold as they are meant.
    pub fn differences(&self, found: &str) -> Vec<String> {
        differences(&self.properties, found)
    }
}

/// The packet of a rendition; properties without a value are left out, and so are, where they would make it too long,
/// regions: those of small figures first.
pub fn packet(metadata: &Metadata, facts: FileFacts<'_>) -> Packet {
    let properties: Vec<Property> = properties(metadata, facts).into_iter().flatten().collect();
    // Shares of the canvas say nothing where there are several.
    let on_page = |region: &&Region| facts.page == Some(region.page);
    let regions: Vec<&Region> = metadata.regions.iter().filter(on_page).collect();
    let mut by_size: Vec<usize> = (0..regions.len()).collect();
    let height = |at: &usize| regions.get(*at).map_or(0.0, |region| region.height);
    by_size.sort_by(|one, other| height(other).total_cmp(&height(one)));
    let part = facts.max_bytes.map_or(LONGEST, |bytes| usize::try_from(bytes / PART).unwrap_or(usize::MAX));
    let longest = facts.longest.unwrap_or(LONGEST).min(part);
    let mut marked = regions.len();
    loop {
        let mut properties = properties.clone();
        let mut largest: Vec<usize> = by_size.iter().copied().take(marked).collect();
        largest.sort_unstable();
        properties.extend(region::property(largest.iter().filter_map(|at| regions.get(*at).copied())));
        let text = property::written(&properties);
        if text.len() <= longest || marked == 0 {
            return Packet { text, properties, unmarked: regions.len() - marked };
        }
        marked = (marked * longest / text.len()).min(marked - 1);
    }
}

/// All that a packet says but the regions, in the order of IPTC's description of a picture.
fn properties(metadata: &Metadata, facts: FileFacts<'_>) -> Vec<Option<Property>> {
    let Metadata { headline, asset, .. } = metadata;
    // A picture's title is a reference for desks; a document's stands above its window, where people read it.
    let title = if facts.document.is_some() && !headline.trim().is_empty() {
        alternatives(metadata, headline, |_| "")
    } else {
        Value::Words(vec![(ANYONE.to_owned(), asset.clone())])
    };
    let own = |space, name, text: &str| Property::new(space, name, alternatives(metadata, text, |_| ""));
    let mut all = vec![
        Property::new(DC, "title", title),
        Property::text(PHOTOSHOP, "Headline", headline),
        Property::new(DC, "description", alternatives(metadata, &metadata.caption, |other| &other.caption)),
        Property::new(
            CORE,
            "AltTextAccessibility",
            alternatives(metadata, &metadata.alt_text, |other| &other.alt_text),
        ),
        own(CORE, "ExtDescrAccessibility", &metadata.description),
        Property::new(DC, "language", Value::bag([metadata.language.as_str()])),
        Property::new(DC, "subject", Value::bag(metadata.keywords.iter().map(String::as_str))),
        topics(metadata),
        Property::text(DC, "coverage", &metadata.period),
        Property::text(DC, "identifier", asset),
        // dc:identifier holds one text; further ones have their place here.
        Property::new(XMP, "Identifier", Value::bag([metadata.code.as_str()])),
        Property::text(
            MEDIA,
            "DocumentID",
            facts.document.map(|d| d.document_id).filter(|_| metadata.address.is_empty()).unwrap_or(&metadata.address),
        ),
        Property::text(EXTENSION, "DigImageGUID", &metadata.address),
        Property::text(PHOTOSHOP, "TransmissionReference", &metadata.job),
        Property::text(XMP, "CreatorTool", &metadata.program),
        Property::text(EXTENSION, "DigitalSourceType", source_type(metadata.composite)),
    ];
    all.extend(rights(metadata));
    all.extend(place(metadata));
    if let Some((width, height)) = facts.pixels {
        all.push(Property::text(EXTENSION, "MaxAvailWidth", &width.to_string()));
        all.push(Property::text(EXTENSION, "MaxAvailHeight", &height.to_string()));
    }
    if let Some(document) = facts.document {
        all.push(Property::text(PDF, "Keywords", &metadata.keywords.join(", ")));
        all.push(Property::text(DC, "format", "application/pdf"));
        all.push(Property::text(PAGED, "NPages", &document.pages.to_string()));
        all.push(Property::text(MEDIA, "InstanceID", document.instance_id));
    }
    all
}

/// Who made it, who owns it, and what may be done with it.
fn rights(metadata: &Metadata) -> Vec<Option<Property>> {
    let own = |space, name, text: &str| Property::new(space, name, alternatives(metadata, text, |_| ""));
    let licensor = &metadata.licensor;
    let licensor =
        [("LicensorName", &licensor.name), ("LicensorURL", &licensor.url), ("LicensorEmail", &licensor.email)];
    let notice = !metadata.copyright_notice.trim().is_empty();
    vec![
        Property::new(DC, "creator", Value::Sequence(vec![Value::Text(metadata.creator.clone())])),
        Property::text(PHOTOSHOP, "Credit", &metadata.credit_line),
        Property::text(PHOTOSHOP, "Source", &metadata.supplier),
        own(DC, "rights", &metadata.copyright_notice),
        Property::text(RIGHTS, "Marked", if notice { "True" } else { "" }),
        own(RIGHTS, "UsageTerms", &metadata.usage_terms),
        Property::text(RIGHTS, "WebStatement", &metadata.license_url),
        parties("CopyrightOwner", &[("CopyrightOwnerName", &metadata.copyright_owner)]),
        parties("Licensor", &licensor),
        parties("ImageSupplier", &[("ImageSupplierName", &metadata.supplier)]),
        Property::text(PLUS, "DataMining", &metadata.data_mining.map(mining).unwrap_or_default()),
    ]
}

/// A list of one party, as PLUS has them; none when nothing is known of it.
fn parties(name: &'static str, fields: &[(&'static str, &String)]) -> Option<Property> {
    let fields = fields.iter().filter_map(|(name, text)| Property::text(PLUS, name, text)).collect();
    Property::new(PLUS, name, Value::Sequence(vec![Value::Fields(fields)]))
}

/// What machines may learn, in PLUS's words.
fn mining(allowed: DataMining) -> String {
    let word = match allowed {
        DataMining::Allowed => "DMI-ALLOWED",
        DataMining::NoTraining => "DMI-PROHIBITED-AIMLTRAINING",
        DataMining::NoGenerativeTraining => "DMI-PROHIBITED-GENAIMLTRAINING",
        DataMining::SearchOnly => "DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING",
        DataMining::Prohibited => "DMI-PROHIBITED",
    };
    format!("{PLUS_WORDS}{word}")
}

/// Subjects from controlled vocabularies.
fn topics(metadata: &Metadata) -> Option<Property> {
    let topic = |topic: &Topic| {
        let vocabulary = topic.id.rsplit_once('/').map(|(vocabulary, _)| format!("{vocabulary}/"));
        let name = words(&topic.name, &metadata.language).unwrap_or_default();
        let fields = [
            Property::text(EXTENSION, "CvId", &vocabulary.unwrap_or_default()),
            Property::text(EXTENSION, "CvTermId", &topic.id),
            Property::new(EXTENSION, "CvTermName", alternatives(metadata, name, |_| "")),
        ];
        Value::Fields(fields.into_iter().flatten().collect())
    };
    Property::new(EXTENSION, "AboutCvTerm", Value::Bag(metadata.topics.iter().map(topic).collect()))
}

/// The place it is about, as IPTC has it, and as programs of before 2008 read it.
fn place(metadata: &Metadata) -> Vec<Option<Property>> {
    let say = |said| words(said, &metadata.language).unwrap_or_default();
    let (place, code) = (&metadata.place, metadata.place.country_code.as_str());
    let (name, city, state, country) = (say(&place.name), say(&place.city), say(&place.state), say(&place.country));
    let shown = [
        Property::new(EXTENSION, "LocationName", alternatives(metadata, name, |_| "")),
        Property::text(EXTENSION, "City", city),
        Property::text(EXTENSION, "ProvinceState", state),
        Property::text(EXTENSION, "CountryName", country),
        Property::text(EXTENSION, "CountryCode", code),
    ];
    let shown = Value::Fields(shown.into_iter().flatten().collect());
    vec![
        Property::new(EXTENSION, "LocationShown", Value::Bag(vec![shown])),
        Property::text(PHOTOSHOP, "City", city),
        Property::text(PHOTOSHOP, "State", state),
        Property::text(PHOTOSHOP, "Country", country),
        Property::text(CORE, "CountryCode", code),
    ]
}

/// A text for any reader, in its own language, and in the others that have words of their own.
fn alternatives<'a>(metadata: &'a Metadata, text: &str, of: impl Fn(&'a OtherWords) -> &'a str) -> Value {
    if text.trim().is_empty() {
        return Value::Words(Vec::new());
    }
    let own = [ANYONE, &metadata.language].map(|language| (language.to_owned(), text.to_owned()));
    let others = metadata.others.iter().map(|other| (other.language.clone(), of(other).to_owned()));
    Value::Words(own.into_iter().chain(others).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::Place;
    use crate::language::Words;
    use crate::metadata::Licensor;

    /// Words in Vietnamese.
    fn vietnamese(text: &str) -> Words {
        Words::from([("vi".to_owned(), text.to_owned())])
    }

    /// A picture of which everything is said, with so many numbers.
    fn metadata(numbers: u16) -> Metadata {
        let region = |at: u16| Region {
            cells: vec![format!("units/{at}/score")],
            text: "74,5 %".to_owned(),
            of_chart: false,
            page: 1,
            x: f32::from(at) / 1000.0,
            y: 0.5,
            width: 0.01,
            height: 0.02 + f32::from(at) / 100_000.0,
        };
        Metadata {
            language: "vi".to_owned(),
            headline: "Văn phòng <số> & \"giấy\"".to_owned(),
            caption: "Chú thích".to_owned(),
            alt_text: "Biểu đồ cột: 82,5 %".to_owned(),
            others: vec![OtherWords {
                language: "en".to_owned(),
                caption: "Caption".to_owned(),
                ..OtherWords::default()
            }],
            licensor: Licensor { name: "Ban".to_owned(), ..Licensor::default() },
            data_mining: Some(DataMining::NoTraining),
            keywords: vec!["chuyển đổi số".to_owned(), "hành chính".to_owned()],
            place: Place { state: vietnamese("Đồng Nai"), country_code: "VNM".to_owned(), ..Place::default() },
            topics: vec![Topic { id: "http://cv.example/t/1".to_owned(), name: vietnamese("chính trị") }],
            asset: "cds_card_vi".to_owned(),
            address: "https://a.example/id/asset/cds_card_vi".to_owned(),
            code: "7K3F9-QX2M1-A".to_owned(),
            regions: (0..numbers).map(region).collect(),
            ..Metadata::default()
        }
    }

    /// A packet without line breaks between elements, which it has none of anyway.
    fn has(packet: &Packet, part: &str) {
        assert!(packet.text.contains(part), "{part} in {}", packet.text);
    }

    #[test]
    fn a_picture_is_titled_by_its_name_and_a_document_by_its_headline() {
        let metadata = metadata(0);
        let picture = packet(&metadata, FileFacts { pixels: Some((60, 30)), ..FileFacts::of_page(0) });
        has(&picture, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">cds_card_vi<");
        has(&picture, "<photoshop:Headline>Văn phòng &lt;số&gt; &amp; ");
        has(&picture, "<Iptc4xmpExt:MaxAvailWidth>60<");
        has(&picture, "<xmp:Identifier><rdf:Bag><rdf:li>7K3F9-QX2M1-A<");
        has(&picture, "<xmpMM:DocumentID>https://a.example/id/asset/cds_card_vi<");
        let document = DocumentFacts { pages: 2, document_id: "d", instance_id: "i" };
        let document = packet(&metadata, FileFacts { document: Some(document), ..FileFacts::default() });
        has(&document, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Văn phòng");
        has(&document, "<xmpMM:InstanceID>i<");
        has(&document, "<xmpMM:DocumentID>https://a.example/id/asset/cds_card_vi<");
    }

    #[test]
    fn other_languages_stand_beside_their_own() {
        let packet = packet(&metadata(0), FileFacts::default());
        has(
            &packet,
            "x-default\">Chú thích</rdf:li><rdf:li xml:lang=\"vi\">Chú thích</rdf:li><rdf:li xml:lang=\"en\">Caption<",
        );
        has(&packet, "xml:lang=\"vi\">Biểu đồ cột: 82,5 %</rdf:li></rdf:Alt>");
    }

    #[test]
    fn numbers_are_marked_as_far_as_there_is_room() {
        let one = packet(&metadata(1), FileFacts::of_page(0));
        has(&one, "<Iptc4xmpExt:rId>units/0/score<");
        assert_eq!(one.unmarked, 0);
        assert!(!packet(&metadata(1), FileFacts::of_page(1)).text.contains("ImageRegion"), "on another page");
        let many = packet(&metadata(1000), FileFacts::of_page(0));
        assert!(many.text.len() <= LONGEST && many.text.len() > LONGEST * 9 / 10, "{}", many.text.len());
        assert_eq!(many.text.matches("imageregiontype/text").count() + many.unmarked, 1000);
        let segment = packet(&metadata(300), FileFacts { longest: Some(65_502), ..FileFacts::of_page(0) });
        assert!(segment.text.len() <= 65_502 && segment.text.len() > 58_000, "{}", segment.text.len());
        // The figures grow from one to the next, and the large ones are kept, in their order.
        assert!(!segment.text.contains(">units/0/score<"));
        let [first, last] = [">units/298/score<", ">units/299/score<"].map(|id| segment.text.find(id).unwrap());
        assert!(first < last);
        let tight = packet(&metadata(1000), FileFacts { max_bytes: Some(80_000), ..FileFacts::of_page(0) });
        assert!(tight.text.len() <= 10_000 && tight.unmarked > many.unmarked && tight.unmarked < 1000);
        let none = packet(&metadata(1000), FileFacts { max_bytes: Some(80), ..FileFacts::of_page(0) });
        assert_eq!((none.unmarked, none.text.contains("ImageRegion")), (1000, false), "all else is said all the same");
    }

    #[test]
    fn empty_fields_are_left_out_and_nothing_is_dated() {
        let metadata =
            Metadata { language: "vi\" x=\"".to_owned(), caption: "a\u{1}b".to_owned(), ..Metadata::default() };
        let packet = packet(&metadata, FileFacts::default());
        has(&packet, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">ab</rdf:li></rdf:Alt>");
        for absent in ["dc:title", "dc:rights", "photoshop:", "plus:", "Date", "Marked", "LocationShown", "xmpMM"] {
            assert!(!packet.text.contains(absent), "{absent} in {}", packet.text);
        }
    }
}
