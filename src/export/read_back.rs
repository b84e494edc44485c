//! A finished file is read again before it is kept: what it says about itself must be what it was meant to say.
//!
//! In: a file's bytes and what was to be written. Out: nothing, or `MB0913` with each field that differs. No pixel is
//! decoded, so that it costs a few hundredths of a millisecond.

use crate::diagnostic::Diagnostic;
use crate::encode::{self, Encoding};
use crate::metadata::{self, Metadata, Packet};
use crate::paint::ExportError;

/// Reads a file of pixels again.
///
/// # Errors
/// `MB0913` for what is missing or different; a machine error when the file cannot be read at all.
pub(super) fn raster(file: &[u8], encoding: Encoding, metadata: &Metadata, packet: &Packet) -> Result<(), ExportError> {
    let carried = encode::carried(file, encoding)?;
    let mut fields = differences(packet, carried.xmp);
    if encoding.takes_iim() {
        fields.extend(metadata::iim_differences(metadata, carried.iim.unwrap_or_default()));
    }
    refuse(encoding, &fields)
}

/// Holds the packet found in a vector file against the one that was meant.
///
/// # Errors
/// `MB0913` for what is missing or different.
pub(super) fn vector(encoding: Encoding, packet: &Packet, found: Option<&[u8]>) -> Result<(), ExportError> {
    refuse(encoding, &differences(packet, found))
}

/// The fields that a packet found in a file has otherwise, or not at all.
fn differences(packet: &Packet, found: Option<&[u8]>) -> Vec<String> {
    match found.map(std::str::from_utf8) {
        Some(Ok(found)) => packet.differences(found),
        Some(Err(_)) | None => vec!["XMP".to_owned()],
    }
}

/// `MB0913`, if there is a field to name.
fn refuse(encoding: Encoding, fields: &[String]) -> Result<(), ExportError> {
    if fields.is_empty() {
        return Ok(());
    }
    let diagnostic = Diagnostic::error("MB0913").arg("encoding", encoding.name()).arg("fields", fields.join(", "));
    Err(diagnostic.hint("hint").into())
}

/// The packet inside an SVG's `<metadata>`.
pub(super) fn in_svg(file: &str) -> Option<&[u8]> {
    let (_, after) = file.split_once("metadata><x:xmpmeta")?;
    let (packet, _) = after.split_once("</x:xmpmeta>")?;
    let start = file.len() - after.len() - "<x:xmpmeta".len();
    file.as_bytes().get(start..start + "<x:xmpmeta".len() + packet.len() + "</x:xmpmeta>".len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encode::{Fitted, Pixels, Settings};
    use crate::export::tests::{codes, metadata};
    use crate::metadata::{FileFacts, Licensor, Region};
    use crate::plan::OtherWords;

    /// A file that says this, held against what the tests' metadata is to say.
    fn read(encoding: Encoding, xmp: &str, iim: &[u8]) -> Result<(), ExportError> {
        let pixels = Pixels::from_premultiplied(9, 7, [20, 90, 200, 255].repeat(63)).unwrap();
        let settings = Settings { dpi: 96.0, xmp, iim, max_bytes: None, small: false };
        let Fitted::File(file) = encode::encode(&pixels, encoding, &settings).unwrap() else { panic!("no limit") };
        raster(&file, encoding, &metadata(), &metadata::packet(&metadata(), FileFacts::default()))
    }

    #[test]
    fn a_field_that_is_missing_or_different_fails_the_file_and_is_named() {
        let packet = metadata::packet(&metadata(), FileFacts::default()).text;
        let iim = metadata::block(&metadata());
        let other = metadata::block(&Metadata { credit_line: "Ảnh".to_owned(), ..metadata() });
        for encoding in Encoding::ALL.into_iter().filter(|encoding| encoding.longest_side().is_some()) {
            if encoding == Encoding::Avif && !cfg!(feature = "avif") {
                continue;
            }
            assert!(read(encoding, &packet, &iim).is_ok(), "{encoding:?}");
            let Err(ExportError::Input(found)) = read(encoding, &packet.replace("82,5 %", "28,5 %"), &iim) else {
                panic!("{encoding:?} passes with another number");
            };
            assert!(format!("{:?}", found[0]).contains("Iptc4xmpCore:AltTextAccessibility"), "{found:?}");
            assert_eq!(codes(read(encoding, "", &iim)), ["MB0913"], "{encoding:?}");
        }
        for encoding in [Encoding::Jpeg, Encoding::Tiff] {
            assert_eq!(codes(read(encoding, &packet, &[])), ["MB0913"]);
            assert_eq!(codes(read(encoding, &packet, &other)), ["MB0913"]);
        }
        assert!(read(Encoding::Png, &packet, &other).is_ok(), "PNG has no place for IIM");
    }

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config::with_cases(48))]

        /// Whatever anybody writes into any field comes back out of a file of any type.
        #[test]
        fn any_words_come_back(texts in proptest::collection::vec(proptest::prelude::any::<String>(), 24), page in 0_u32..3) {
            let mut texts = texts.into_iter();
            let mut text = || texts.next().unwrap_or_default();
            let metadata = Metadata {
                language: "vi".to_owned(),
                headline: text(),
                caption: text(),
                alt_text: text(),
                others: vec![OtherWords { language: "en".to_owned(), caption: text(), alt_text: text(), cells: Vec::new() }],
                description: text(),
                creator: text(),
                credit_line: text(),
                copyright_notice: text(),
                copyright_owner: text(),
                usage_terms: text(),
                license_url: text(),
                licensor: Licensor { name: text(), url: text(), email: text() },
                supplier: text(),
                keywords: vec![text(), text()],
                asset: text(),
                address: text(),
                code: text(),
                period: text(),
                job: text(),
                regions: vec![Region { cells: vec![text()], text: text(), page, ..Region::default() }],
                ..Metadata::default()
            };
            let packet = metadata::packet(&metadata, FileFacts::of_page(0));
            let iim = metadata::block(&metadata);
            let pixels = Pixels::from_premultiplied(2, 1, [20, 90, 200, 255].repeat(2)).unwrap();
            let settings = Settings { dpi: 96.0, xmp: &packet.text, iim: &iim, max_bytes: None, small: false };
            for encoding in [Encoding::Png, Encoding::Jpeg, Encoding::Webp, Encoding::Tiff] {
                let Fitted::File(file) = encode::encode(&pixels, encoding, &settings).unwrap() else { panic!("no limit") };
                proptest::prop_assert!(raster(&file, encoding, &metadata, &packet).is_ok(), "{}", packet.text);
            }
        }
    }

    #[test]
    #[ignore = "a measurement: run it alone with --ignored --nocapture"]
    fn time_of_reading_back() {
        let region = |at: u16| Region {
            cells: vec![format!("units/unit-{at}/score")],
            text: "74,5%".to_owned(),
            page: 1,
            x: f32::from(at) / 1000.0,
            ..Region::default()
        };
        for numbers in [3, 80] {
            let metadata = Metadata { regions: (0..numbers).map(region).collect(), ..metadata() };
            let packet = metadata::packet(&metadata, FileFacts::of_page(0));
            let pixels = Pixels::from_premultiplied(1080, 1080, [20, 90, 200, 255].repeat(1080 * 1080)).unwrap();
            let iim = metadata::block(&metadata);
            let settings = Settings { dpi: 96.0, xmp: &packet.text, iim: &iim, max_bytes: None, small: false };
            for encoding in [Encoding::Png, Encoding::Jpeg, Encoding::Webp] {
                let Fitted::File(file) = encode::encode(&pixels, encoding, &settings).unwrap() else {
                    panic!("no limit")
                };
                let started = std::time::Instant::now();
                (0..100).for_each(|_| raster(&file, encoding, &metadata, &packet).unwrap());
                eprintln!("{encoding:?}, {numbers} numbers: {:.3} ms", started.elapsed().as_secs_f64() * 10.0);
            }
            let started = std::time::Instant::now();
            (0..100).for_each(|_| drop(metadata::packet(&metadata, FileFacts::of_page(0))));
            eprintln!("making the packet: {:.3} ms", started.elapsed().as_secs_f64() * 10.0);
        }
    }
}
