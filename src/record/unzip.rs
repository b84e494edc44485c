//! How large a workbook becomes when unzipped, found without keeping any of it.
//!
//! A spreadsheet is a ZIP file, and a ZIP of a few kilobytes can hold gigabytes. Its own table of contents may lie
//! about that, so each part is really inflated, up to the limit.

use std::io::{Read, copy, sink};

use flate2::read::DeflateDecoder;

/// First bytes of the record at the end of a ZIP file.
const END: [u8; 4] = *b"PK\x05\x06";
/// First bytes of an entry in the table of contents.
const ENTRY: [u8; 4] = *b"PK\x01\x02";
/// First bytes before an entry's data.
const LOCAL: [u8; 4] = *b"PK\x03\x04";

/// Whether all parts together stay within `limit` bytes; none when this is not a ZIP file we can follow.
pub(super) fn fits(zip: &[u8], limit: u64) -> Option<bool> {
    let end = zip.windows(END.len()).rposition(|window| window == END)?;
    let mut at = usize::try_from(long(zip, end + 16)?).ok()?;
    let mut left = limit;
    let mut entries = 0;
    while zip.get(at..at + ENTRY.len()) == Some(&ENTRY) {
        let size = inflated(zip, at, left)?;
        if size > left {
            return Some(false);
        }
        left -= size;
        entries += 1;
        at += 46 + short(zip, at + 28)? + short(zip, at + 30)? + short(zip, at + 32)?;
    }
    (entries > 0).then_some(true)
}

/// Bytes of one entry once inflated, counted up to one more than `left`.
fn inflated(zip: &[u8], entry: usize, left: u64) -> Option<u64> {
    let method = short(zip, entry + 10)?;
    let packed = usize::try_from(long(zip, entry + 20)?).ok()?;
    let local = usize::try_from(long(zip, entry + 42)?).ok()?;
    if zip.get(local..local.checked_add(LOCAL.len())?) != Some(&LOCAL) {
        return None;
    }
    let start = local + 30 + short(zip, local + 26)? + short(zip, local + 28)?;
    let data = zip.get(start..start.checked_add(packed)?)?;
    match method {
        0 => Some(packed as u64),
        8 => {
            let mut data = DeflateDecoder::new(data).take(left.saturating_add(1));
            // A broken stream is the workbook reader's to report; here only its size counts.
            Some(copy(&mut data, &mut sink()).unwrap_or(0))
        }
        _ => None,
    }
}

/// Two bytes as a number.
fn short(zip: &[u8], at: usize) -> Option<usize> {
    let bytes = zip.get(at..at.checked_add(2)?)?;
    Some(usize::from(u16::from_le_bytes(bytes.try_into().ok()?)))
}

/// Four bytes as a number.
fn long(zip: &[u8], at: usize) -> Option<u32> {
    let bytes = zip.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_bytes_are_no_zip() {
        assert_eq!(fits(b"", 10), None);
        assert_eq!(fits(b"PK\x05\x06", 10), None);
        assert_eq!(fits(&[b"PK\x05\x06".as_slice(), &[0xff; 40]].concat(), 10), None);
        assert_eq!(fits(&[0xff; 100], 10), None);
    }

    #[test]
    fn a_real_workbook_is_measured() {
        let workbook = include_bytes!("../../tests/data/results.ods");
        assert_eq!(fits(workbook, 64 * 1024 * 1024), Some(true));
        assert_eq!(fits(workbook, 1000), Some(false));
    }
}
