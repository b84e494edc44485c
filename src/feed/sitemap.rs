//! Site maps: the addresses of pages, in files of at most 50,000 with a list of the files.

use std::collections::BTreeMap;
use std::io;

use jiff::Timestamp;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::address;
use super::plain::xml;
use crate::release::Facts;

/// The most addresses a file may have (sitemaps.org).
const MOST: usize = 50_000;
/// Its namespace.
const SPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The site map of pages, each with when it last changed in substance; more files than one when there are many pages.
///
/// # Errors
/// Memory cannot be written to, which does not happen.
pub fn sitemap(facts: &Facts, pages: &BTreeMap<String, Option<Timestamp>>) -> io::Result<BTreeMap<String, Vec<u8>>> {
    in_files_of(MOST, facts, pages)
}

/// [`sitemap`] with at most so many addresses a file.
fn in_files_of(
    most: usize,
    facts: &Facts,
    pages: &BTreeMap<String, Option<Timestamp>>,
) -> io::Result<BTreeMap<String, Vec<u8>>> {
    let all: Vec<(String, Option<Timestamp>)> =
        pages.iter().map(|(path, at)| (address::absolute(facts, path), *at)).collect();
    let mut files = BTreeMap::new();
    if all.len() <= most {
        files.insert("sitemap.xml".to_owned(), written("urlset", "url", &all)?);
        return Ok(files);
    }
    let mut listed = Vec::new();
    for (number, some) in (1..).zip(all.chunks(most)) {
        let name = format!("sitemap-{number}.xml");
        listed.push((address::absolute(facts, &name), some.iter().filter_map(|(_, at)| *at).max()));
        files.insert(name, written("urlset", "url", some)?);
    }
    files.insert("sitemap.xml".to_owned(), written("sitemapindex", "sitemap", &listed)?);
    Ok(files)
}

/// One file.
fn written(list: &str, one: &str, addresses: &[(String, Option<Timestamp>)]) -> io::Result<Vec<u8>> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    writer.create_element(list).with_attribute(("xmlns", SPACE)).write_inner_content(|writer| {
        for (address, at) in addresses {
            writer.create_element(one).write_inner_content(|writer| {
                writer.create_element("loc").write_text_content(BytesText::new(&xml(address)))?;
                if let Some(at) = at {
                    writer.create_element("lastmod").write_text_content(BytesText::new(&at.to_string()))?;
                }
                Ok(())
            })?;
        }
        Ok(())
    })?;
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_pages_are_parted_and_listed() {
        let facts = Facts { base_url: "https://a.example/x&y".to_owned(), ..Facts::default() };
        let pages = (0..5).map(|number| (format!("p{number}/"), Some(Timestamp::UNIX_EPOCH))).collect();
        let one = in_files_of(5, &facts, &pages).unwrap();
        assert_eq!(one.keys().collect::<Vec<_>>(), ["sitemap.xml"]);
        let many = in_files_of(2, &facts, &pages).unwrap();
        assert_eq!(many.len(), 4);
        let (mut seen, mut listed) = (0, 0);
        for (name, bytes) in &many {
            let text = String::from_utf8(bytes.clone()).unwrap();
            let document = roxmltree::Document::parse(&text).unwrap();
            let found = document.descendants().filter(|node| node.has_tag_name((SPACE, "loc"))).count();
            if name == "sitemap.xml" {
                listed = found
            } else {
                seen += found
            }
            assert!(text.contains("x&amp;y"));
        }
        assert_eq!((seen, listed), (5, 3));
    }
}
