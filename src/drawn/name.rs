//! What a designer named a thing: `text:headline` in whichever way the drawing program writes names down.

use roxmltree::Node;

use super::sheet::{INKSCAPE, unprefixed};
use crate::plan::fold;

/// Penpot's namespace.
pub(super) const PENPOT: &str = "https://penpot.app/xmlns";
/// Affinity's namespace.
const SERIF: &str = "http://www.serif.com/";

/// What a named place becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words.
    Text,
    /// A box with the rectangle's fill.
    Box,
    /// A chart.
    Chart,
    /// A mark of the kit.
    Mark,
    /// An icon of the kit.
    Icon,
    /// A photograph.
    Picture,
}

/// A place's name, and what else stands behind it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Name {
    /// Kind.
    pub(super) kind: Kind,
    /// The word after the colon.
    pub(super) name: String,
    /// Words after a space.
    pub(super) more: Vec<String>,
}

/// The name of an element, if it names a place.
///
/// Looked at in turn: `inkscape:label`; Affinity's `serif:id`; Illustrator's `data-name`; Penpot's `penpot:name`, its own
/// or of the `penpot:shape` inside; `id`, in which `--` or `_x3A_` may stand for the colon; a `<title>` inside.
pub(super) fn name(node: Node) -> Option<Name> {
    let shape = node.children().find(|child| child.tag_name().namespace() == Some(PENPOT));
    let title = node.children().find(|child| child.tag_name().name() == "title").and_then(|title| title.text());
    let attributes = [
        node.attribute((INKSCAPE, "label")),
        node.attribute((SERIF, "id")),
        unprefixed(node, "data-name"),
        node.attribute((PENPOT, "name")),
        shape.and_then(|shape| shape.attribute((PENPOT, "name"))),
    ];
    let said = attributes.into_iter().flatten().find_map(|text| read(text, &[":"]));
    let by_id = || unprefixed(node, "id").and_then(|id| read(id, &[":", "--", "_x3A_"]));
    said.or_else(by_id).or_else(|| title.and_then(|title| read(title, &[":"])))
}

/// Reads `kind:name more words`.
fn read(text: &str, colons: &[&str]) -> Option<Name> {
    let (kind, rest) = colons.iter().find_map(|colon| text.trim().split_once(colon))?;
    let kind = match kind.trim().to_ascii_lowercase().as_str() {
        "text" => Kind::Text,
        "box" => Kind::Box,
        "chart" => Kind::Chart,
        "mark" => Kind::Mark,
        "icon" => Kind::Icon,
        "picture" => Kind::Picture,
        _ => return None,
    };
    let mut words = rest.split_whitespace().map(str::to_owned);
    Some(Name { kind, name: words.next()?, more: words.collect() })
}

/// A name as identifiers are written: small ASCII letters, digits and hyphens, at most `most` of them.
pub(super) fn slug(text: &str, most: usize) -> String {
    if !text.chars().any(|letter| letter.is_ascii_alphanumeric() || letter.is_alphabetic()) {
        return String::new();
    }
    let mut slug = fold(text);
    if slug.len() > most {
        let cut = slug.get(..=most).and_then(|head| head.rfind('-')).filter(|at| *at > 0).unwrap_or(most);
        slug.truncate(cut);
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The name of the first element inside a root that knows all namespaces.
    fn of(inside: &str) -> Option<String> {
        let xml = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="{INKSCAPE}" xmlns:penpot="{PENPOT}" xmlns:serif="{SERIF}">{inside}</svg>"#
        );
        let document = roxmltree::Document::parse(&xml).unwrap();
        let found = name(document.root_element().first_element_child().unwrap())?;
        Some(format!("{:?} {} {}", found.kind, found.name, found.more.join(" ")).trim_end().to_owned())
    }

    #[test]
    fn names_as_programs_write_them() {
        for (inside, expected) in [
            (r#"<rect inkscape:label="text:headline" id="rect12"/>"#, "Text headline"),
            (r#"<rect id="text--headline"/>"#, "Text headline"),
            (r#"<rect id="chart:bars records name score"/>"#, "Chart bars records name score"),
            (r#"<rect id="mark_x3A_main" data-name="rect"/>"#, "Mark main"),
            (r#"<rect id="icon-server" serif:id="icon:server"/>"#, "Icon server"),
            (
                r#"<g id="shape-1"><penpot:shape penpot:name="picture:photo" penpot:type="rect"/><rect/></g>"#,
                "Picture photo",
            ),
            (r#"<g id="shape-2"><title>Box: card</title><rect/></g>"#, "Box card"),
        ] {
            assert_eq!(of(inside).as_deref(), Some(expected), "{inside}");
        }
        for inside in
            [r#"<rect id="rect12"/>"#, r#"<rect id="text"/>"#, r#"<rect id="text:"/>"#, r#"<rect id="texture--a"/>"#]
        {
            assert_eq!(of(inside), None, "{inside}");
        }
    }

    #[test]
    fn slugs_are_short_and_plain() {
        assert_eq!(slug("Đường Nguyễn Huệ, số 12", 40), "duong-nguyen-hue-so-12");
        assert_eq!(slug("Một đoạn văn rất dài", 10), "mot-doan");
        assert_eq!(slug("!!!", 10), "");
    }
}
