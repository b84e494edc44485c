//! A small Exif block: the resolution, and the XMP packet where a container has no place of its own for it.
//!
//! Layout: TIFF 6.0 section 2, little-endian, one image file directory.

use anyhow::Context as _;

/// Entries of the directory are 12 bytes each.
const ENTRY: usize = 12;
/// XMLPacket.
pub(super) const PACKET_TAG: u16 = 0x02BC;

/// The block: resolution in pixels per inch, and the packet as tag 700 (XMP specification part 3, TIFF) if given.
///
/// # Errors
/// When the packet is longer than 32 bits can say.
pub(super) fn block(dpi: f32, xmp: Option<&str>) -> anyhow::Result<Vec<u8>> {
    let packet = xmp.unwrap_or_default().as_bytes();
    let length = u32::try_from(packet.len()).context("the XMP packet is too long")?;
    let entries: u16 = if packet.is_empty() { 3 } else { 4 };
    // Header 8, count 2, entries, next-directory offset 4, then the values that do not fit an entry.
    let rational = u32::try_from(8 + 2 + usize::from(entries) * ENTRY + 4).context("offset")?;
    let mut bytes = b"II*\0\x08\0\0\0".to_vec();
    bytes.extend(entries.to_le_bytes());
    bytes.extend(entry(0x011A, 5, 1, rational)); // XResolution, RATIONAL
    bytes.extend(entry(0x011B, 5, 1, rational + 8)); // YResolution, RATIONAL
    bytes.extend(entry(0x0128, 3, 1, 2)); // ResolutionUnit, SHORT: inch
    if !packet.is_empty() {
        bytes.extend(entry(PACKET_TAG, 1, length, rational + 16)); // BYTE
    }
    bytes.extend(0_u32.to_le_bytes());
    // One rational for each direction: readers warn of values that share their bytes.
    for number in [thousandths(dpi), 1000, thousandths(dpi), 1000] {
        bytes.extend(number.to_le_bytes());
    }
    bytes.extend(packet);
    Ok(bytes)
}

/// The bytes that a tag of the first directory names, a value of more than four of them; none when the tag is not there.
///
/// # Errors
/// When the block is cut.
pub(super) fn value(block: &[u8], tag: u16) -> anyhow::Result<Option<&[u8]>> {
    let word = |at: usize| -> anyhow::Result<usize> {
        let bytes = block.get(at..at + 4).and_then(|bytes| bytes.first_chunk()).context("the Exif block is cut")?;
        Ok(usize::try_from(u32::from_le_bytes(*bytes))?)
    };
    let first = word(4)?;
    for entry in 0..word(first)? & 0xFFFF {
        let at = first + 2 + entry * ENTRY;
        let kind = word(at)?;
        if kind & 0xFFFF == usize::from(tag) {
            // LONG has four bytes each, BYTE and UNDEFINED one.
            let (length, place) = (word(at + 4)? * if kind >> 16 == 4 { 4 } else { 1 }, word(at + 8)?);
            return block.get(place..place + length).context("the Exif block is cut").map(Some);
        }
    }
    Ok(None)
}

/// One directory entry.
fn entry(tag: u16, kind: u16, count: u32, value: u32) -> [u8; ENTRY] {
    let mut bytes = [0; ENTRY];
    bytes[0..2].copy_from_slice(&tag.to_le_bytes());
    bytes[2..4].copy_from_slice(&kind.to_le_bytes());
    bytes[4..8].copy_from_slice(&count.to_le_bytes());
    bytes[8..12].copy_from_slice(&value.to_le_bytes());
    bytes
}

/// A resolution in thousandths, so that 25.4 stays 25.4.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "casts of floats saturate")]
pub(super) fn thousandths(dpi: f32) -> u32 {
    (dpi * 1000.0).round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_point_at_their_values() {
        let bytes = block(25.4, Some("<x/>")).unwrap();
        let at = 8 + 2 + 4 * ENTRY + 4;
        assert_eq!(bytes[at..at + 4], 25_400_u32.to_le_bytes());
        assert_eq!(bytes[at + 8..at + 12], 25_400_u32.to_le_bytes());
        assert_eq!(&bytes[at + 16..], b"<x/>");
        assert_eq!(block(72.0, None).unwrap().len(), 8 + 2 + 3 * ENTRY + 4 + 16);
    }
}
