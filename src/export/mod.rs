//! Export: an [`Artwork`] becomes the bytes of a rendition.
//!
//! In: finished drawings, a format, metadata, the kit's typefaces. Out: whole files, their bytes a function
//! of these alone, each read again before it is given away. Rasters are painted and SVG takes the outlines, one file a
//! page; PDF takes the live text, all pages in one.

mod need;
mod pdf;
mod pdf_object;
mod raster;
mod read_back;
mod svg;

pub use need::{in_strips, need};
pub use pdf::pdf;

use raster::Written;

use crate::brand::Typefaces;
use crate::diagnostic::Diagnostic;
use crate::encode::{Encoding, Pixels};
use crate::format::Format;
use crate::metadata::{self, FileFacts, Metadata};
use crate::paint::{ExportError, Painter};
use crate::svg::Artwork;

/// One finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendition {
    /// Which page it shows, counted from 0; 0 for a PDF, which holds them all.
    pub page: usize,
    /// The file.
    pub bytes: Vec<u8>,
    /// Width of the canvas in pixels (of the first page, for a PDF).
    pub width: u32,
    /// Height of the canvas in pixels (of the first page, for a PDF).
    pub height: u32,
    /// How many numbers drawn are not marked in its metadata, for want of room.
    pub unmarked: usize,
}

/// What all pages of a run are drawn with.
#[derive(Clone, Copy)]
pub struct Kit<'a> {
    /// The faces that live text is set in.
    pub typefaces: &'a Typefaces,
    /// Who paints.
    pub painter: &'a Painter,
    /// Whether time is to be spent on fewer bytes of the same pixels.
    pub small: bool,
}

/// Makes the files of one encoding: one a page, or one in all for PDF.
///
/// # Errors
/// `MB0901` to `MB0912` when the drawing or the wish cannot be met, `MB0913` for a file that is not what it is to be; a machine error when a library fails.
pub fn export(
    pages: &[Artwork],
    encoding: Encoding,
    format: &Format,
    metadata: &Metadata,
    kit: Kit<'_>,
) -> Result<Vec<Rendition>, ExportError> {
    let mut all = export_all(pages, &[encoding], format, metadata, kit);
    all.pop().map_or_else(|| Ok(Vec::new()), |(_, result)| result)
}

/// Makes the files of several encodings, drawing each page once for all rasters; results in the order asked.
///
/// An encoding that fails stops no other.
pub fn export_all(
    pages: &[Artwork],
    encodings: &[Encoding],
    format: &Format,
    metadata: &Metadata,
    kit: Kit<'_>,
) -> Vec<(Encoding, Result<Vec<Rendition>, ExportError>)> {
    let mut all: Vec<_> = encodings
        .iter()
        .map(|encoding| match encoding {
            Encoding::Svg => (*encoding, svgs(pages, format, metadata)),
            Encoding::Pdf => (*encoding, document(pages, format, metadata, kit.typefaces)),
            _ => (*encoding, Ok(Vec::new())),
        })
        .collect();
    let iim = metadata::block(metadata);
    // Pages outside, encodings inside: only one page's pixels are in memory at a time.
    for (page, artwork) in pages.iter().enumerate() {
        let mut drawn: Option<Result<Pixels, ExportError>> = None;
        let mut written = [None, None];
        for (encoding, files) in &mut all {
            let Some(longest) = encoding.longest_side() else { continue };
            let Ok(done) = files else { continue };
            // A JPEG has less room for its packet than others.
            let [of_jpeg, of_others] = &mut written;
            let (written, room) = match encoding {
                Encoding::Jpeg => (of_jpeg, Some(raster::JPEG_XMP)),
                _ => (of_others, None),
            };
            let of = || Written::of(page, artwork, format, metadata, &iim, room, kit.small);
            let written = written.get_or_insert_with(of);
            let made = raster::can_hold(*encoding, longest, artwork, &written.packet.text).and_then(|()| {
                // Whatever else is made of the page: its bytes depend on nothing but itself.
                if in_strips(format, *encoding, kit.small)
                    && let Some(strips) = kit.painter.strips(artwork)
                {
                    return raster::stripped(page, &strips, *encoding, artwork, written);
                }
                match drawn.get_or_insert_with(|| kit.painter.paint(artwork)) {
                    Ok(pixels) => raster::drawn(page, pixels, *encoding, format, artwork, written),
                    Err(error) => Err(error.repeated()),
                }
            });
            match made {
                Ok(rendition) => done.push(rendition),
                Err(error) => *files = Err(error),
            }
        }
    }
    all
}

/// [`export_all`], files handed on as soon as they are made, so that those of a huge page are not held together.
pub fn export_each(
    pages: &[Artwork],
    encodings: &[Encoding],
    format: &Format,
    metadata: &Metadata,
    kit: Kit<'_>,
    mut take: impl FnMut(Encoding, Result<Vec<Rendition>, ExportError>),
) {
    // What is drawn in strips is drawn anew for each file, so that one after another costs no more.
    let apart = |encoding: &Encoding| in_strips(format, *encoding, kit.small) || encoding.longest_side().is_none();
    let huge = encodings.iter().all(apart) && pages.iter().all(|page| kit.painter.strips(page).is_some());
    for part in encodings.chunks(if huge { 1 } else { encodings.len().max(1) }) {
        for (encoding, made) in export_all(pages, part, format, metadata, kit) {
            take(encoding, made);
        }
    }
}

/// The SVG renditions, one a page.
fn svgs(pages: &[Artwork], format: &Format, metadata: &Metadata) -> Result<Vec<Rendition>, ExportError> {
    let files = pages.iter().enumerate().map(|(page, artwork)| {
        let facts = FileFacts { max_bytes: format.max_bytes, ..FileFacts::of_page(page) };
        let packet = metadata::packet(metadata, facts);
        let bytes = svg::svg(artwork, format, metadata, &packet)?.into_bytes();
        let (width, height, unmarked) = (artwork.width, artwork.height, packet.unmarked);
        within(format, Encoding::Svg, Rendition { page, bytes, width, height, unmarked })
    });
    files.collect()
}

/// The PDF rendition: one file with all pages, none when there is no page.
fn document(
    pages: &[Artwork],
    format: &Format,
    metadata: &Metadata,
    typefaces: &Typefaces,
) -> Result<Vec<Rendition>, ExportError> {
    let Some(first) = pages.first() else { return Ok(Vec::new()) };
    let (bytes, packet) = pdf::written(pages, typefaces, metadata)?;
    let (width, height, unmarked) = (first.width, first.height, packet.unmarked);
    let file = Rendition { page: 0, bytes, width, height, unmarked };
    Ok(vec![within(format, Encoding::Pdf, file)?])
}

/// A vector file, if it meets the format's limit.
fn within(format: &Format, encoding: Encoding, file: Rendition) -> Result<Rendition, ExportError> {
    let size = file.bytes.len() as u64;
    if format.max_bytes.is_some_and(|limit| size > limit) {
        return Err(too_large(encoding, format, size).into());
    }
    Ok(file)
}

/// `MB0906`: a limit that cannot be met, with the size that was reached.
fn too_large(encoding: Encoding, format: &Format, size: u64) -> Diagnostic {
    let hint = if encoding == Encoding::Png { "hint-png" } else { "hint" };
    Diagnostic::error("MB0906")
        .arg("encoding", encoding.name())
        .arg("format", &format.name)
        .arg("size", size)
        .arg("limit", format.max_bytes.unwrap_or_default())
        .hint(hint)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::brand::Face;
    use crate::digest::Digest;
    use crate::format::Shape;
    use crate::svg::Drawing;
    use crate::units::{Insets, Size};

    /// A format of 50 × 20 pixels of trim with 5 of bleed.
    pub(super) fn format() -> Format {
        Format {
            name: "try".to_owned(),
            trim: Size { width: 50.0, height: 20.0 },
            trim_mm: None,
            dpi: 144.0,
            bleed: 5.0,
            safe: Insets::default(),
            distance_mm: 400.0,
            rem: 8.0,
            shape: Shape::Wide,
            snap: false,
            max_bytes: None,
            encodings: Vec::new(),
            usage: crate::format::Use::Screen,
            source: String::new(),
            checked: String::new(),
            confidence: String::new(),
        }
    }

    /// Metadata with every field.
    pub(super) fn metadata() -> Metadata {
        Metadata {
            language: "vi".to_owned(),
            headline: "Văn phòng số <không giấy tờ>".to_owned(),
            caption: "Lợi ích & chỉ tiêu".to_owned(),
            alt_text: "Biểu đồ cột: 82,5 %".to_owned(),
            description: "Cột thứ nhất: 82,5 %. Cột thứ hai: 40 %.".to_owned(),
            creator: "Sở Thông tin và Truyền thông".to_owned(),
            credit_line: "Ảnh: Sở Thông tin và Truyền thông tỉnh".to_owned(),
            copyright_notice: "© Văn phòng tỉnh".to_owned(),
            usage_terms: "Được dùng lại, ghi nguồn".to_owned(),
            license_url: "https://creativecommons.org/licenses/by/4.0/".to_owned(),
            keywords: vec!["chuyển đổi số".to_owned(), "chỉ tiêu".to_owned()],
            asset: "try_vi".to_owned(),
            code: "7K3F-9QX2-M1A".to_owned(),
            program: "mocban 0.1.0".to_owned(),
            ..Metadata::default()
        }
    }

    /// An artwork with a ground, a half-clear circle and a line of text.
    pub(super) fn artwork(width: u32, height: u32) -> Artwork<'static> {
        let head = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">"#);
        let ground =
            r##"<rect width="100%" height="100%" fill="#0d9488"/><circle cx="9" cy="9" r="6" fill-opacity=".5"/>"##;
        let text = r#"<text x="6" y="20" font-family="Be Vietnam Pro" font-weight="600" font-size="9">Số hoá</text>"#;
        Artwork {
            drawing: Drawing::Written {
                outlines: format!("{head}{ground}</svg>"),
                live: format!("{head}{ground}{text}</svg>"),
            },
            width,
            height,
            bleed: 5.0,
            dpi: 144.0,
        }
    }

    /// Two faces of the kit.
    pub(super) fn typefaces() -> Typefaces {
        let face = |file: &str, weight: u16| {
            let path = format!("brand/fonts/{file}");
            let data = std::fs::read(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap();
            Face {
                family: "Be Vietnam Pro".to_owned(),
                weight,
                italic: false,
                data: Arc::from(data),
                index: 0,
                path,
                units_per_em: 1000.0,
                ascent: 1.0,
                descent: 0.265,
                cap_height: 0.7,
                x_height: 0.5,
            }
        };
        let faces = vec![face("BeVietnamPro_400Regular.ttf", 400), face("BeVietnamPro_600SemiBold.ttf", 600)];
        Typefaces { faces, digest: Digest::of(b"") }
    }

    /// What pages are drawn with.
    fn kit<'a>(typefaces: &'a Typefaces, painter: &'a Painter) -> Kit<'a> {
        Kit { typefaces, painter, small: false }
    }

    /// The encodings of this build.
    fn built() -> Vec<Encoding> {
        Encoding::ALL.into_iter().filter(|encoding| *encoding != Encoding::Avif || cfg!(feature = "avif")).collect()
    }

    pub(super) use crate::paint::codes;

    #[test]
    fn every_encoding_gives_a_file_a_page_and_pdf_one_in_all() {
        let pages = [artwork(60, 30), artwork(40, 40)];
        let encodings = built();
        let all = export_all(&pages, &encodings, &format(), &metadata(), kit(&typefaces(), &Painter::default()));
        assert_eq!(all.iter().map(|(encoding, _)| *encoding).collect::<Vec<_>>(), encodings);
        let mut each = Vec::new();
        export_each(
            &pages,
            &encodings,
            &format(),
            &metadata(),
            kit(&typefaces(), &Painter::default()),
            |encoding, made| each.push((encoding, made.unwrap())),
        );
        assert!(each.iter().zip(&all).all(|((_, files), (_, made))| Some(files) == made.as_ref().ok()));
        assert_eq!(each.len(), all.len());
        for (encoding, result) in all {
            let files = result.unwrap();
            assert_eq!(files.len(), if encoding == Encoding::Pdf { 1 } else { 2 }, "{encoding:?}");
            assert_eq!((files[0].page, files[0].width, files[0].height), (0, 60, 30));
            let alone =
                export(&pages, encoding, &format(), &metadata(), kit(&typefaces(), &Painter::default())).unwrap();
            assert_eq!(files, alone, "{encoding:?}: with others and alone the bytes are the same");
        }
        assert!(
            export(&[], Encoding::Pdf, &format(), &metadata(), kit(&typefaces(), &Painter::default()))
                .unwrap()
                .is_empty()
        );
    }

    #[test]
    fn one_encoding_fails_alone_and_a_bad_drawing_fails_all_rasters() {
        let whole = artwork(60, 30);
        let drawing = Drawing::Written { outlines: "<svg".to_owned(), live: whole.live().to_owned() };
        let broken = Artwork { drawing, ..whole };
        let asked = [Encoding::Png, Encoding::Pdf, Encoding::Jpeg];
        let mut all = export_all(&[broken], &asked, &format(), &metadata(), kit(&typefaces(), &Painter::default()));
        assert_eq!(codes(all.remove(0).1), ["MB0901"]);
        assert_eq!(codes(all.remove(1).1), ["MB0901"]);
        assert!(all.remove(0).1.is_ok(), "the live drawing is whole");
    }

    #[test]
    fn wishes_that_cannot_be_met_are_said() {
        let small = Format { max_bytes: Some(300), ..format() };
        for encoding in built() {
            let refused =
                export(&[artwork(60, 30)], encoding, &small, &metadata(), kit(&typefaces(), &Painter::default()));
            assert_eq!(codes(refused), ["MB0906"], "{encoding:?}");
        }
        let wide = [artwork(16_384, 1)];
        assert_eq!(
            codes(export(&wide, Encoding::Webp, &format(), &metadata(), kit(&typefaces(), &Painter::default()))),
            ["MB0907"]
        );
        assert!(export(&wide, Encoding::Png, &format(), &metadata(), kit(&typefaces(), &Painter::default())).is_ok());
        let wordy = Metadata { caption: "x".repeat(70_000), ..metadata() };
        assert_eq!(
            codes(export(&[artwork(9, 9)], Encoding::Jpeg, &format(), &wordy, kit(&typefaces(), &Painter::default()))),
            ["MB0909"]
        );
        assert!(
            export(&[artwork(9, 9)], Encoding::Png, &format(), &wordy, kit(&typefaces(), &Painter::default())).is_ok()
        );
    }

    #[cfg(not(feature = "avif"))]
    #[test]
    fn a_build_without_avif_says_so() {
        let refused =
            export(&[artwork(9, 9)], Encoding::Avif, &format(), &metadata(), kit(&typefaces(), &Painter::default()));
        assert_eq!(codes(refused), ["MB0908"]);
    }
}
