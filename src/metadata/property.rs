//! Properties of XMP as values: written into a packet, and held against a packet that was read back.
//!
//! In: a list of [`Property`]. Out: a packet; or, of a packet found in a file, the names of those it does not hold.

use std::borrow::Cow;

use roxmltree::{Document, Node};
use xmp_writer::{CustomNamespace, Element, LangId, Namespace, RdfCollectionType, XmpWriter};

/// The namespace of RDF.
const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
/// The namespace of `xml:lang`.
const XML: &str = "http://www.w3.org/XML/1998/namespace";
/// For any reader, whatever it speaks.
pub(super) const ANYONE: &str = "x-default";

/// A namespace of properties.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Space {
    /// Its usual prefix.
    prefix: &'static str,
    /// Its address.
    url: &'static str,
}

/// Dublin Core.
pub(super) const DC: &Space = &Space { prefix: "dc", url: "http://purl.org/dc/elements/1.1/" };
/// XMP's own.
pub(super) const XMP: &Space = &Space { prefix: "xmp", url: "http://ns.adobe.com/xap/1.0/" };
/// Rights.
pub(super) const RIGHTS: &Space = &Space { prefix: "xmpRights", url: "http://ns.adobe.com/xap/1.0/rights/" };
/// Identity of files and versions.
pub(super) const MEDIA: &Space = &Space { prefix: "xmpMM", url: "http://ns.adobe.com/xap/1.0/mm/" };
/// Pages.
pub(super) const PAGED: &Space = &Space { prefix: "xmpTPg", url: "http://ns.adobe.com/xap/1.0/t/pg/" };
/// PDF's own.
pub(super) const PDF: &Space = &Space { prefix: "pdf", url: "http://ns.adobe.com/pdf/1.3/" };
/// Adobe Photoshop's, where IPTC keeps headline, credit and more.
pub(super) const PHOTOSHOP: &Space = &Space { prefix: "photoshop", url: "http://ns.adobe.com/photoshop/1.0/" };
/// IPTC Core.
pub(super) const CORE: &Space = &Space { prefix: "Iptc4xmpCore", url: "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" };
/// IPTC Extension.
pub(super) const EXTENSION: &Space =
    &Space { prefix: "Iptc4xmpExt", url: "http://iptc.org/std/Iptc4xmpExt/2008-02-29/" };
/// PLUS, the picture licensing universal system.
pub(super) const PLUS: &Space = &Space { prefix: "plus", url: "http://ns.useplus.org/ldf/xmp/1.0/" };

/// A named value.
#[derive(Debug, Clone, PartialEq)]
pub struct Property {
    /// Whose name it is.
    space: &'static Space,
    /// Its name there.
    name: &'static str,
    /// Its value.
    value: Value,
}

/// What a property can hold.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// Plain text.
    Text(String),
    /// A text by language, [`ANYONE`] first.
    Words(Vec<(String, String)>),
    /// Values in no order.
    Bag(Vec<Value>),
    /// Values in their order.
    Sequence(Vec<Value>),
    /// Properties of a thing.
    Fields(Vec<Property>),
}

impl Property {
    /// A property; none when there is nothing to say.
    pub(super) fn new(space: &'static Space, name: &'static str, value: Value) -> Option<Self> {
        let value = value.meant()?;
        Some(Self { space, name, value })
    }

    /// A property of plain text; none when it is empty.
    pub(super) fn text(space: &'static Space, name: &'static str, text: &str) -> Option<Self> {
        Self::new(space, name, Value::Text(text.to_owned()))
    }

    /// Its name as people write it (`dc:title`).
    fn full_name(&self) -> String {
        format!("{}:{}", self.space.prefix, self.name)
    }

    /// Its namespace as the writer has it.
    fn namespace(&self) -> Namespace<'static> {
        Namespace::Custom(Box::new(CustomNamespace::new(self.space.prefix, self.space.prefix, self.space.url)))
    }

    /// The text of fields that are all numbers or bare words: they are written as attributes, in half the bytes.
    fn bare(&self) -> Option<&str> {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
        match &self.value {
            Value::Text(text) if text.chars().all(plain) => Some(text),
            _ => None,
        }
    }
}

impl Value {
    /// A list of texts in no order.
    pub(super) fn bag(texts: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::Bag(texts.into_iter().map(|text| Self::Text(text.into())).collect())
    }

    /// The value as XML can carry it; none when nothing is left of it.
    fn meant(self) -> Option<Self> {
        let all = |values: Vec<Self>| values.into_iter().filter_map(Self::meant).collect::<Vec<_>>();
        let value = match self {
            Self::Text(text) => Self::Text(xml_text(&text)),
            Self::Words(words) => {
                let words = words.into_iter().map(|(language, text)| (language, xml_text(&text)));
                Self::Words(words.filter(|(language, text)| is_language(language) && !text.is_empty()).collect())
            }
            Self::Bag(values) => Self::Bag(all(values)),
            Self::Sequence(values) => Self::Sequence(all(values)),
            Self::Fields(fields) => Self::Fields(fields),
        };
        let empty = match &value {
            Self::Text(text) => text.is_empty(),
            Self::Words(words) => words.is_empty(),
            Self::Bag(values) | Self::Sequence(values) => values.is_empty(),
            Self::Fields(fields) => fields.is_empty(),
        };
        (!empty).then_some(value)
    }
}

/// Whether a code can stand in `xml:lang`, an attribute that the writer does not escape.
fn is_language(code: &str) -> bool {
    !code.is_empty() && code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

/// A text without the characters that XML 1.0 forbids (section 2.2, `Char`) and without white space around it, its
/// lines ended as XML readers end them.
pub(super) fn xml_text(text: &str) -> String {
    let allowed = |c: char| matches!(c, '\t' | '\n' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..);
    if text.chars().all(allowed) {
        return text.trim().to_owned();
    }
    let text: Cow<'_, str> =
        if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() };
    let text: String = text.chars().filter(|c| allowed(*c)).collect();
    text.trim().to_owned()
}

/// The packet of some properties.
pub(super) fn written(properties: &[Property]) -> String {
    let mut writer = XmpWriter::new();
    for property in properties {
        write(writer.element(property.name, property.namespace()), &property.value);
    }
    writer.finish(None)
}

/// Writes a value into an element that was begun.
fn write(element: Element<'_, 'static>, value: &Value) {
    match value {
        Value::Text(text) => element.value(text.as_str()),
        Value::Words(words) => {
            element.language_alternative(words.iter().map(|(code, text)| (Some(LangId(code)), text.as_str())));
        }
        Value::Bag(values) => write_all(element, RdfCollectionType::Bag, values),
        Value::Sequence(values) => write_all(element, RdfCollectionType::Seq, values),
        Value::Fields(fields) => {
            let mut thing = element.obj();
            for field in fields {
                match flat(&field.value) {
                    Some(attributes) => {
                        let attributes: Vec<(String, &str)> =
                            attributes.iter().map(|(field, text)| (field.full_name(), *text)).collect();
                        let attributes = attributes.iter().map(|(name, text)| (name.as_str(), *text));
                        thing.element_with_attrs(field.name, field.namespace(), attributes).value("");
                    }
                    None => write(thing.element(field.name, field.namespace()), &field.value),
                }
            }
        }
    }
}

/// Writes a list.
fn write_all(element: Element<'_, 'static>, kind: RdfCollectionType, values: &[Value]) {
    let mut array = element.array(kind);
    for value in values {
        write(array.element(), value);
    }
}

/// Fields that are all numbers or bare words, which attributes can say.
fn flat(value: &Value) -> Option<Vec<(&Property, &str)>> {
    let Value::Fields(fields) = value else { return None };
    fields.iter().map(|field| Some((field, field.bare()?))).collect()
}

/// The names of properties that a packet does not hold as they are meant, and of those it holds unasked.
pub(super) fn differences(properties: &[Property], packet: &str) -> Vec<String> {
    let Ok(document) = Document::parse(packet) else { return vec!["XMP".to_owned()] };
    let descriptions: Vec<_> = document.descendants().filter(|node| node.has_tag_name((RDF, "Description"))).collect();
    let [description] = descriptions.as_slice() else { return vec!["rdf:Description".to_owned()] };
    let mut unasked: Vec<_> = elements(*description).collect();
    let mut names = Vec::new();
    for property in properties {
        let at = unasked.iter().position(|node| node.has_tag_name((property.space.url, property.name)));
        if !at.is_some_and(|at| holds(unasked.swap_remove(at), &property.value)) {
            names.push(property.full_name());
        }
    }
    names.extend(unasked.iter().map(|node| node.tag_name().name().to_owned()));
    names
}

/// The elements in a node.
fn elements<'a, 'd>(node: Node<'a, 'd>) -> impl Iterator<Item = Node<'a, 'd>> {
    node.children().filter(Node::is_element)
}

/// Whether an element holds a value.
fn holds(node: Node<'_, '_>, value: &Value) -> bool {
    match value {
        Value::Text(text) => elements(node).next().is_none() && node.text().unwrap_or_default() == text,
        Value::Words(words) => listed(node, "Alt").is_some_and(|items| {
            let said = |(item, (code, text)): (&Node<'_, '_>, &(String, String))| {
                item.attribute((XML, "lang")) == Some(code) && item.text().unwrap_or_default() == text
            };
            items.len() == words.len() && items.iter().zip(words).all(said)
        }),
        Value::Bag(values) => holds_all(node, "Bag", values),
        Value::Sequence(values) => holds_all(node, "Seq", values),
        Value::Fields(fields) => {
            let attributes = node.attributes().filter(|attribute| attribute.namespace() != Some(RDF)).count();
            let has = |field: &Property| {
                let attribute = node.attribute((field.space.url, field.name));
                let same = |text: &str| matches!(&field.value, Value::Text(meant) if meant == text);
                attribute.is_some_and(same)
                    || elements(node)
                        .find(|inner| inner.has_tag_name((field.space.url, field.name)))
                        .is_some_and(|inner| holds(inner, &field.value))
            };
            elements(node).count() + attributes == fields.len() && fields.iter().all(has)
        }
    }
}

/// Whether an element holds a list of this kind.
fn holds_all(node: Node<'_, '_>, kind: &str, values: &[Value]) -> bool {
    listed(node, kind).is_some_and(|items| {
        items.len() == values.len() && items.iter().zip(values).all(|(item, value)| holds(*item, value))
    })
}

/// The items of a list of this kind, which is all that an element holds.
fn listed<'a, 'd>(node: Node<'a, 'd>, kind: &str) -> Option<Vec<Node<'a, 'd>>> {
    let mut inside = elements(node);
    let (list, None) = (inside.next()?, inside.next()) else { return None };
    list.has_tag_name((RDF, kind)).then(|| elements(list).filter(|item| item.has_tag_name((RDF, "li"))).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};

    use super::*;

    #[test]
    fn forbidden_characters_are_dropped_and_lines_end_as_xml_ends_them() {
        assert_eq!(xml_text(" a\u{1}b\u{FFFE}c\u{0}\r\nd\re\t "), "abc\nd\ne");
        assert_eq!(xml_text("Ẫ 👩‍🌾 <&\"'>"), "Ẫ 👩‍🌾 <&\"'>");
        assert_eq!(Property::text(DC, "title", " \u{1}\n"), None);
    }

    #[test]
    fn what_is_missing_different_or_unasked_is_named() {
        let title = Property::text(DC, "title", "Mộc bản").unwrap();
        let words = Value::Words(vec![(ANYONE.to_owned(), "a".to_owned()), ("vi".to_owned(), "a".to_owned())]);
        let rights = Property::new(DC, "rights", words).unwrap();
        let packet = written(&[title.clone(), rights.clone()]);
        assert!(differences(&[rights.clone(), title.clone()], &packet).is_empty(), "in any order");
        assert_eq!(differences(&[title.clone(), rights.clone()], &packet.replace("Mộc", "Moc")), ["dc:title"]);
        assert_eq!(differences(&[title.clone(), rights.clone()], &packet.replace("\"vi\"", "\"en\"")), ["dc:rights"]);
        assert_eq!(differences(std::slice::from_ref(&title), &packet), ["rights"]);
        assert_eq!(differences(&[title, rights], ""), ["XMP"]);
    }

    /// Any value, up to lists and things within each other.
    fn value() -> impl Strategy<Value = Value> {
        let text = || any::<String>();
        let leaf = prop_oneof![
            text().prop_map(Value::Text),
            "[0-9a-z.-]{1,6}".prop_map(Value::Text),
            prop::collection::vec(("[a-z]{2}", text()), 0..3).prop_map(Value::Words),
        ];
        leaf.prop_recursive(3, 16, 4, |inner| {
            let named = |value| ["One", "Two", "Three"].into_iter().zip::<Vec<Value>>(value);
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..3).prop_map(Value::Bag),
                prop::collection::vec(inner.clone(), 0..3).prop_map(Value::Sequence),
                prop::collection::vec(inner, 1..3).prop_map(move |values| {
                    Value::Fields(named(values).filter_map(|(name, value)| Property::new(PLUS, name, value)).collect())
                }),
            ]
        })
    }

    proptest! {
        /// Whatever is written is read back as it was, and two values are told apart.
        #[test]
        fn any_value_reads_back(one in value(), other in value()) {
            let (one, other) = (Property::new(DC, "x", one), Property::new(DC, "x", other));
            let one: Vec<_> = one.into_iter().collect();
            let other: Vec<_> = other.into_iter().collect();
            let packet = written(&one);
            prop_assert_eq!(differences(&one, &packet), Vec::<String>::new(), "{}", packet);
            prop_assert!(one == other || !differences(&other, &packet).is_empty());
        }
    }
}
