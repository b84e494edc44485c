//! Finishing touches on a written PDF: the full XMP packet, and the unit of pages too large for points alone.
//!
//! The PDF library writes a packet of its own with few properties and knows no `UserUnit`. Its files are plain
//! (one cross-reference table, one object after another), so objects can be exchanged and the table made anew.

use std::io::Write as _;
use std::str::from_utf8;

use anyhow::{Context as _, bail};

use crate::metadata::{self, DocumentFacts, FileFacts, Metadata, Packet};

/// How the library begins the dictionary of a packet's stream; what stands before is its length.
const PACKET_MARK: &str = "/Type/Metadata/Subtype/XML>>";
/// What stands before the content of a stream.
const STREAM: &str = "stream\n";
/// What stands after it, to the end of its object.
const STREAM_END: &str = "\nendstream\nendobj\n\n";
/// How the library begins a page's dictionary.
const PAGE_MARK: &str = "<</Type/Page/";

/// How the library begins the catalogue.
const CATALOG_MARK: &str = "<</Type/Catalog/";
/// What the library says of tags that nobody suspects; Poppler takes the word for an error, and it is false unless said.
const SUSPECTS: &str = "/Suspects false";

/// Gives a PDF its full packet and, for each page in order, its unit in points (ISO 32000-1, table 30, `UserUnit`).
///
/// # Errors
/// When the file is not built the way the library builds it.
pub(super) fn finished(file: &[u8], metadata: &Metadata, units: &[f32]) -> anyhow::Result<(Vec<u8>, Packet)> {
    let plain = Plain::read(file)?;
    let mut units_left = units.iter();
    let mut packet = None;
    let mut objects = Vec::with_capacity(plain.objects.len());
    for (number, object) in plain.objects {
        let head = head(object);
        if head.contains(PACKET_MARK) {
            let made = self::packet(object, metadata, units.len())?;
            objects.push((number, packet_object(number, &made)));
            packet = Some(made);
        } else if head.contains(CATALOG_MARK) {
            objects.push((number, without(object, SUSPECTS)));
        } else if head.contains(PAGE_MARK) {
            let unit = units_left.next().context("more pages than were drawn")?;
            objects.push((number, page(object, head, *unit)));
        } else {
            objects.push((number, object.to_vec()));
        }
    }
    match packet {
        Some(packet) if units_left.next().is_none() => Ok((written(plain.head, objects, plain.trailer)?, packet)),
        _ => bail!("a PDF without its packet or pages"),
    }
}

/// The packet in a file that was finished.
///
/// # Errors
/// When the file is not built the way [`finished`] builds it.
pub(super) fn packet_in(file: &[u8]) -> anyhow::Result<Option<&[u8]>> {
    let plain = Plain::read(file)?;
    let object = plain.objects.iter().find(|(_, object)| head(object).contains(PACKET_MARK)).map(|(_, object)| *object);
    let Some(object) = object else { return Ok(None) };
    let start = head(object).len() + STREAM.len();
    let end = object.len().checked_sub(STREAM_END.len()).context("the PDF's packet is cut")?;
    Ok(object.get(start..end).filter(|_| object.ends_with(STREAM_END.as_bytes())))
}

/// The text at the start of an object, up to its stream.
fn head(object: &[u8]) -> &str {
    let start = object.get(..object.len().min(4096)).unwrap_or_default();
    let text = match from_utf8(start) {
        Ok(text) => text,
        // The binary part of a stream begins here.
        Err(error) => from_utf8(start.get(..error.valid_up_to()).unwrap_or_default()).unwrap_or_default(),
    };
    text.split_once(STREAM).map_or(text, |(head, _)| head)
}

/// The packet with all properties; the identifiers are taken over from the library's own packet.
fn packet(object: &[u8], metadata: &Metadata, pages: usize) -> anyhow::Result<Packet> {
    let old = from_utf8(object).context("the PDF's packet")?;
    let document = DocumentFacts {
        pages: u32::try_from(pages)?,
        document_id: element(old, "xmpMM:DocumentID").context("the PDF's identifier")?,
        instance_id: element(old, "xmpMM:InstanceID").context("the PDF's identifier")?,
    };
    // Regions are parts of one page.
    let page = if pages == 1 { FileFacts::of_page(0) } else { FileFacts::default() };
    Ok(metadata::packet(metadata, FileFacts { document: Some(document), ..page }))
}

/// The packet's object.
fn packet_object(number: usize, packet: &Packet) -> Vec<u8> {
    let (packet, length) = (&packet.text, packet.text.len());
    format!("{number} 0 obj\n<</Length {length}{PACKET_MARK}\n{STREAM}{packet}{STREAM_END}").into_bytes()
}

/// An object without some bytes.
fn without(object: &[u8], bytes: &str) -> Vec<u8> {
    match object.windows(bytes.len()).position(|window| window == bytes.as_bytes()) {
        Some(at) => [&object[..at], &object[at + bytes.len()..]].concat(),
        None => object.to_vec(),
    }
}

/// The text of an element without attributes.
fn element<'a>(xml: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = xml.split_once(&format!("<{name}>"))?;
    after.split_once(&format!("</{name}>")).map(|(text, _)| text)
}

/// A page's object with its unit, unless that is a point.
fn page(object: &[u8], head: &str, unit: f32) -> Vec<u8> {
    let Some(at) = head.find(PAGE_MARK).filter(|_| unit > 1.0) else { return object.to_vec() };
    let at = at + PAGE_MARK.len() - 1;
    let (before, after) = object.split_at(at);
    [before, format!("/UserUnit {unit}").as_bytes(), after].concat()
}

/// A file taken apart.
struct Plain<'a> {
    /// Header, up to the first object.
    head: &'a [u8],
    /// Objects by number, in the order of the file.
    objects: Vec<(usize, &'a [u8])>,
    /// From the word `trailer` to the last dictionary's end.
    trailer: &'a str,
}

impl<'a> Plain<'a> {
    /// Follows the cross-reference table.
    fn read(file: &'a [u8]) -> anyhow::Result<Self> {
        let tail = file.len().saturating_sub(64);
        let end = String::from_utf8_lossy(file.get(tail..).unwrap_or_default()).into_owned();
        let (_, start) = end.rsplit_once("startxref\n").context("a PDF without its end")?;
        let table_at: usize = start.lines().next().unwrap_or_default().trim().parse().context("startxref")?;
        let table = from_utf8(file.get(table_at..).context("startxref")?).context("the PDF's table")?;
        let (entries, rest) = table.split_once("trailer").context("a PDF without a trailer")?;
        let at = table.len() - rest.len() - "trailer".len();
        let trailer = table.get(at..).and_then(|text| text.split_once("startxref")).context("trailer")?.0;
        let mut places = Vec::new();
        for (number, line) in entries.lines().skip(2).enumerate() {
            if let Some((offset, _)) = line.split_once(' ').filter(|_| line.trim_end().ends_with('n')) {
                places.push((offset.parse::<usize>().context("an object's place")?, number));
            }
        }
        places.sort_unstable();
        let ends = places.iter().skip(1).map(|place| place.0).chain([table_at]);
        let objects = places.iter().zip(ends).map(|((start, number), end)| {
            file.get(*start..end).map(|object| (*number, object)).context("an object's place")
        });
        let objects = objects.collect::<anyhow::Result<Vec<_>>>()?;
        let head = file.get(..places.first().map_or(0, |place| place.0)).unwrap_or_default();
        Ok(Self { head, objects, trailer })
    }
}

/// Puts a file together: header, objects, table, trailer.
fn written(head: &[u8], objects: Vec<(usize, Vec<u8>)>, trailer: &str) -> anyhow::Result<Vec<u8>> {
    let count = objects.iter().map(|(number, _)| number + 1).max().unwrap_or(1);
    let mut places = vec![None; count];
    let mut file = head.to_vec();
    for (number, object) in objects {
        if let Some(place) = places.get_mut(number) {
            *place = Some(file.len());
        }
        file.extend(object);
    }
    let table_at = file.len();
    write!(file, "xref\n0 {count}\n0000000000 65535 f\r\n")?;
    for place in places.into_iter().skip(1) {
        match place {
            Some(place) => write!(file, "{place:010} 00000 n\r\n")?,
            None => write!(file, "0000000000 65535 f\r\n")?,
        }
    }
    write!(file, "{trailer}startxref\n{table_at}\n%%EOF")?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file as the library writes it, with its second object's dictionary given.
    fn file(second: &str) -> Vec<u8> {
        let packet = "1 0 obj\n<</Length 3/Type/Metadata/Subtype/XML>>\nstream\n\
            <xmpMM:DocumentID>d</xmpMM:DocumentID><xmpMM:InstanceID>i</xmpMM:InstanceID>\nendstream\nendobj\n\n";
        let objects = vec![(1, packet.into()), (2, format!("2 0 obj\n{second}\nendobj\n\n").into_bytes())];
        written(b"%PDF-1.7\n%\xff\xff\n\n", objects, "trailer\n<</Size 3>>\n").unwrap()
    }

    #[test]
    fn objects_are_exchanged_and_found_again() {
        let before = file("<</Type/Page/Parent 1 0 R>>");
        let metadata = Metadata { headline: "Mộc bản".to_owned(), ..Metadata::default() };
        let (after, packet) = finished(&before, &metadata, &[10.0]).unwrap();
        assert_eq!(packet_in(&after).unwrap(), Some(packet.text.as_bytes()));
        let plain = Plain::read(&after).unwrap();
        let texts: Vec<_> = plain.objects.iter().map(|(_, object)| String::from_utf8_lossy(object)).collect();
        assert!(texts[0].contains("Mộc bản") && texts[0].contains("<xmpMM:DocumentID>d<"));
        assert!(texts[1].starts_with("2 0 obj\n<</Type/Page/UserUnit 10/Parent"), "{}", texts[1]);
        assert!(plain.trailer.contains("/Size 3"));
    }

    #[test]
    fn a_page_in_points_stays_as_it_was_and_broken_files_are_errors() {
        let before = file("<</Type/Page/Parent 1 0 R>>");
        let (after, _) = finished(&before, &Metadata::default(), &[1.0]).unwrap();
        assert!(!String::from_utf8_lossy(&after).contains("UserUnit"));
        assert!(finished(&before, &Metadata::default(), &[]).is_err());
        assert!(finished(&file("<<>>"), &Metadata::default(), &[1.0]).is_err());
        for cut in [0, 20, before.len() / 2, before.len() - 8] {
            assert!(finished(&before[..cut], &Metadata::default(), &[1.0]).is_err());
        }
    }
}
