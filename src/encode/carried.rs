//! What a finished file carries beside its pixels: found again by its type's own structure, no pixel decoded.
//!
//! In: a file's bytes. Out: where its XMP packet and its IIM block lie; neither when the file has none.

use anyhow::{Context as _, bail, ensure};

use super::{Encoding, exif, jpeg, png, tiff, webp};

/// Metadata found in a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Carried<'a> {
    /// The XMP packet.
    pub xmp: Option<&'a [u8]>,
    /// The IPTC-IIM block.
    pub iim: Option<&'a [u8]>,
}

/// Finds what a file carries.
///
/// # Errors
/// When the file is not built as its type asks, carries something twice, or is not made of pixels.
pub fn carried(file: &[u8], encoding: Encoding) -> anyhow::Result<Carried<'_>> {
    match encoding {
        Encoding::Png => in_png(file),
        Encoding::Jpeg => in_jpeg(file),
        Encoding::Webp => in_webp(file),
        Encoding::Avif => in_avif(file),
        Encoding::Tiff => in_tiff(file),
        Encoding::Svg | Encoding::Pdf => bail!("{} is not made of pixels", encoding.name()),
    }
    .with_context(|| format!("reading the {} again", encoding.name()))
}

/// Takes something that a file may carry once.
fn once<'a>(place: &mut Option<&'a [u8]>, found: &'a [u8]) -> anyhow::Result<()> {
    ensure!(place.replace(found).is_none(), "two packets in one file");
    Ok(())
}

/// Chunks (PNG, third edition, 5.3): length, name, data, checksum.
fn in_png(file: &[u8]) -> anyhow::Result<Carried<'_>> {
    let mut carried = Carried::default();
    let mut rest = file.strip_prefix(b"\x89PNG\r\n\x1a\n").context("no signature")?;
    while !rest.is_empty() {
        let length = number(rest, 0, 4)?;
        let name = rest.get(4..8).context("a chunk is cut")?;
        let data = rest.get(8..8 + length).context("a chunk is cut")?;
        if name == b"iTXt"
            && let Some(text) = data.strip_prefix(png::XMP_KEYWORD.as_bytes()).and_then(|rest| rest.strip_prefix(b"\0"))
        {
            // Flag and method of compression, then language and translated keyword, all nothing here.
            once(&mut carried.xmp, text.strip_prefix(b"\0\0\0\0").context("a packet that is not plain")?)?;
        }
        rest = rest.get(8 + length + 4..).context("a chunk is cut")?;
    }
    Ok(carried)
}

/// Segments up to the picture's own (ITU-T T.81, B.1.1).
fn in_jpeg(file: &[u8]) -> anyhow::Result<Carried<'_>> {
    let mut carried = Carried::default();
    for segment in jpeg::segments(file)?.0 {
        match segment.marker {
            0xE1 => {
                if let Some(packet) = segment.data.strip_prefix(jpeg::XMP_PREFIX) {
                    once(&mut carried.xmp, packet)?;
                }
            }
            0xED => {
                if let Some(resources) = segment.data.strip_prefix(jpeg::PHOTOSHOP) {
                    once(&mut carried.iim, iim(resources)?)?;
                }
            }
            _ => {}
        }
    }
    Ok(carried)
}

/// The IIM block among Photoshop's resources, of which we write this one alone.
fn iim(resources: &[u8]) -> anyhow::Result<&[u8]> {
    let block = resources.strip_prefix(jpeg::IIM_RESOURCE).context("another resource than IIM")?;
    let length = number(block, 0, 4)?;
    block.get(4..4 + length).context("the resource is cut")
}

/// Chunks (RFC 9649, section 2.3).
fn in_webp(file: &[u8]) -> anyhow::Result<Carried<'_>> {
    let mut carried = Carried::default();
    for (name, data) in webp::chunks(file)? {
        if &name == b"XMP " {
            once(&mut carried.xmp, data)?;
        }
    }
    Ok(carried)
}

/// The packet in the Exif item (ISO/IEC 14496-12: `meta`, `iinf`, `iloc`; ISO/IEC 23008-12, annex A).
fn in_avif(file: &[u8]) -> anyhow::Result<Carried<'_>> {
    let meta = inside(file, *b"meta")?.get(4..).context("meta is cut")?;
    let items = inside(meta, *b"iinf")?.get(6..).context("iinf is cut")?;
    let mut id = None;
    for (name, item) in boxes(items)? {
        if &name == b"infe" && item.get(8..12) == Some(b"Exif") {
            id = Some(number(item, 4, 2)?);
        }
    }
    let Some(id) = id else { return Ok(Carried::default()) };
    let places = inside(meta, *b"iloc")?;
    ensure!(number(places, 0, 1)? == 0, "another version of iloc");
    let sizes = number(places, 4, 2)?;
    let (offset_size, length_size, base_size) = (sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15);
    let mut at = 8;
    for _ in 0..number(places, 6, 2)? {
        let found = number(places, at, 2)?;
        let base = number(places, at + 4, base_size)?;
        let extents = number(places, at + 4 + base_size, 2)?;
        at += 6 + base_size;
        for _ in 0..extents {
            let start = base + number(places, at, offset_size)?;
            let length = number(places, at + offset_size, length_size)?;
            at += offset_size + length_size;
            let extent = file.get(start..start + length).context("the Exif item is cut")?;
            // The item's first four bytes say where its TIFF begins; the writer keeps them in a part of their own.
            if found == id && length > 4 {
                let tiff = if extent.starts_with(b"II") { extent } else { extent.get(4..).unwrap_or_default() };
                return Ok(Carried { xmp: exif::value(tiff, exif::PACKET_TAG)?, iim: None });
            }
        }
    }
    bail!("the Exif item has no place")
}

/// Values of the one directory (TIFF 6.0, section 2).
fn in_tiff(file: &[u8]) -> anyhow::Result<Carried<'_>> {
    ensure!(file.starts_with(b"II*\0"), "no signature");
    // The block is filled up to whole words; none of its own ends in a zero.
    let iim = exif::value(file, tiff::IIM_TAG)?.map(without_filling);
    Ok(Carried { xmp: exif::value(file, exif::PACKET_TAG)?, iim })
}

/// A block without the zeros that fill its last word.
fn without_filling(block: &[u8]) -> &[u8] {
    let length = block.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    block.get(..length).unwrap_or_default()
}

/// The content of the one box of a name.
fn inside(bytes: &[u8], name: [u8; 4]) -> anyhow::Result<&[u8]> {
    let found = boxes(bytes)?.into_iter().find(|(found, _)| *found == name);
    found.map(|(_, content)| content).with_context(|| format!("no box {}", String::from_utf8_lossy(&name)))
}

/// Boxes with their content, in order.
fn boxes(bytes: &[u8]) -> anyhow::Result<Vec<([u8; 4], &[u8])>> {
    let mut boxes = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        // A length of 0 reaches to the end.
        let length = Some(number(rest, 0, 4)?).filter(|length| *length > 0).unwrap_or(rest.len());
        let name = rest.get(4..8).and_then(|name| name.first_chunk()).context("a box is cut")?;
        boxes.push((*name, rest.get(8..length).context("a box is cut")?));
        rest = rest.get(length..).unwrap_or_default();
    }
    Ok(boxes)
}

/// A whole number of up to eight bytes, most significant first.
fn number(bytes: &[u8], at: usize, size: usize) -> anyhow::Result<usize> {
    let bytes = bytes.get(at..at + size).context("a number is cut")?;
    ensure!(size < size_of::<usize>(), "a number is too long");
    Ok(bytes.iter().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encode::{Fitted, Pixels, Settings, encode};

    /// A file of each type of this build, with a packet and an IIM block to carry.
    fn files() -> Vec<(Encoding, Vec<u8>)> {
        let pixels = Pixels::from_premultiplied(9, 7, [20, 90, 200, 255].repeat(63)).unwrap();
        let settings =
            Settings { dpi: 96.0, xmp: "<x>ẫ</x>", iim: b"\x1c\x01Z\0\x03\x1b%G", max_bytes: None, small: false };
        let built = |encoding: &Encoding| {
            encoding.longest_side().is_some() && (*encoding != Encoding::Avif || cfg!(feature = "avif"))
        };
        let file = |encoding| match encode(&pixels, encoding, &settings).unwrap() {
            Fitted::File(file) => (encoding, file),
            Fitted::TooLarge { .. } => panic!("no limit"),
        };
        Encoding::ALL.into_iter().filter(built).map(file).collect()
    }

    #[test]
    fn what_was_put_in_is_found() {
        for (encoding, file) in files() {
            let found = carried(&file, encoding).unwrap();
            assert_eq!(found.xmp, Some("<x>ẫ</x>".as_bytes()), "{encoding:?}");
            let iim = encoding.takes_iim().then_some(&b"\x1c\x01Z\0\x03\x1b%G"[..]);
            assert_eq!(found.iim, iim, "{encoding:?}");
        }
    }

    #[test]
    fn a_cut_file_never_passes_and_no_bytes_are_a_panic() {
        for (encoding, file) in files() {
            let whole = carried(&file, encoding).unwrap();
            for end in 0..file.len() {
                // A JPEG's packets stand before its pixels: what is cut there is still found.
                let found = carried(&file[..end], encoding);
                assert!(found.is_err() || found.is_ok_and(|found| found == whole || found.xmp.is_none()), "{end}");
            }
            for at in 0..file.len() {
                let mut broken = file.clone();
                broken[at] ^= 0x5A;
                let _ = carried(&broken, encoding);
            }
        }
    }
}
