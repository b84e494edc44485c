//! PDF with live text: the artworks of a sequence as pages of their true size, in the kit's fonts only.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context as _, anyhow};
use krilla::geom::{Rect, Size};
use krilla::page::PageSettings;
use krilla::tagging::{ContentTag, Identifier, Node, Tag, TagGroup, TagTree};
use krilla::{Document, SerializeSettings};
use krilla_svg::{SurfaceExt as _, SvgSettings};
use usvg_pdf::fontdb::{Database, ID, Source};
use usvg_pdf::{FontFamily, FontResolver, FontStyle, ImageHrefResolver, ImageKind, Options, Tree};

use super::{pdf_object, read_back};
use crate::brand::Typefaces;
use crate::diagnostic::Diagnostic;
use crate::encode::Encoding;
use crate::metadata::{Metadata, Packet};
use crate::paint::{Embedded, ExportError, Refused, guarded, heard_during, missing_parts, read_bounded};
use crate::svg::Artwork;

/// Points in an inch.
const POINTS_PER_INCH: f32 = 72.0;

/// The longest side of a page in its own units (ISO 32000-1, annex C.2, as Acrobat keeps to it).
const LONGEST_SIDE: f32 = 14_400.0;

/// Pictures up to this many pixels have their filters drawn at twice their resolution.
const FINE_FILTERS: u64 = 4_000_000;

/// Writes the live drawings as one document, a page each.
///
/// Nothing in it depends on the day or the machine; its identifier comes from the asset's name. A page longer
/// than 5.08 m says that its unit is ten points (or a hundred), so that it still has its true size.
///
/// # Errors
/// `MB0901` to `MB0903`, `MB0910` and `MB0911` as for painting, `MB0905` for each face that the kit has not, `MB0913`
/// for lost metadata, machine errors when a library fails.
pub fn pdf(pages: &[Artwork], typefaces: &Typefaces, metadata: &Metadata) -> Result<Vec<u8>, ExportError> {
    written(pages, typefaces, metadata).map(|(file, _)| file)
}

/// [`pdf`], with the packet that it carries.
///
/// # Errors
/// As there.
pub(super) fn written(
    pages: &[Artwork],
    typefaces: &Typefaces,
    metadata: &Metadata,
) -> Result<(Vec<u8>, Packet), ExportError> {
    guarded("PDF", || {
        let faces = Faces::new(typefaces);
        let mut document = Document::new_with(SerializeSettings::default());
        document.set_metadata(information(metadata));
        let mut tags = TagTree::new().with_lang(Some(metadata.language.clone()).filter(|l| !l.is_empty()));
        for artwork in pages {
            let (drawn, warnings) = heard_during(|| draw(&mut document, artwork, &faces));
            // Each page is one figure: whoever cannot see it is read the alt text.
            let alt = Some(metadata.alt_text.clone()).filter(|alt| !alt.is_empty());
            tags.push(TagGroup::with_children(Tag::Figure(alt), vec![Node::from(drawn?)]));
            missing_parts(&warnings)?;
        }
        document.set_tag_tree(tags);
        let file = document.finish().context("writing the PDF")?;
        let units: Vec<f32> = pages.iter().map(unit).collect();
        let (file, packet) = pdf_object::finished(&file, metadata, &units).context("finishing the PDF")?;
        read_back::vector(Encoding::Pdf, &packet, pdf_object::packet_in(&file).context("reading the PDF again")?)?;
        Ok((file, packet))
    })
}

/// The document's information and language.
fn information(metadata: &Metadata) -> krilla::metadata::Metadata {
    let title = if metadata.headline.is_empty() { &metadata.asset } else { &metadata.headline };
    let authors = if metadata.creator.is_empty() { Vec::new() } else { vec![metadata.creator.clone()] };
    let information = krilla::metadata::Metadata::new()
        .title(title.clone())
        .description(metadata.caption.clone())
        .keywords(metadata.keywords.clone())
        .authors(authors)
        .creator(metadata.program.clone())
        .document_id(format!("mocban/{}/{}", metadata.asset, metadata.language));
    if metadata.language.is_empty() { information } else { information.language(metadata.language.clone()) }
}

/// Draws one page; gives its content's place in the document's structure.
fn draw(document: &mut Document, artwork: &Artwork, faces: &Faces<'_>) -> Result<Identifier, ExportError> {
    let tree = read(artwork, faces)?;
    let settings = page_settings(artwork).with_context(|| {
        let (width, height) = (artwork.width, artwork.height);
        format!("no page of {width} × {height} pixels at {} per inch can be made", artwork.dpi)
    })?;
    let size = size(artwork, scale(artwork)).context("an empty page")?;
    let fine = u64::from(artwork.width) * u64::from(artwork.height) <= FINE_FILTERS;
    let drawing = SvgSettings { embed_text: true, filter_scale: if fine { 2.0 } else { 1.0 } };
    let mut page = document.start_page_with(settings);
    let mut surface = page.surface();
    let content = surface.start_tagged(ContentTag::Other);
    let drawn = surface.draw_svg(&tree, size, drawing);
    surface.end_tagged();
    surface.finish();
    page.finish();
    drawn.ok_or_else(|| anyhow!("the drawing could not be put on its page"))?;
    Ok(content)
}

/// Reads the live SVG with the kit's faces, saying which of them are not there.
fn read(artwork: &Artwork, faces: &Faces<'_>) -> Result<Tree, ExportError> {
    let refused = Refused::default();
    let missing = Mutex::new(BTreeSet::new());
    let options = Options {
        image_href_resolver: sandbox(&refused),
        font_resolver: faces.resolver(&missing),
        fontdb: Arc::clone(&faces.database),
        ..Options::default()
    };
    let document = read_bounded(artwork.live(), (artwork.width, artwork.height))?;
    let tree = Tree::from_xmltree(&document, &options)
        .map_err(|error| Diagnostic::error("MB0901").arg("said", error).hint("hint"))?;
    drop(options);
    refused.check()?;
    let missing = missing.into_inner().unwrap_or_else(PoisonError::into_inner);
    if missing.is_empty() {
        return Ok(tree);
    }
    let errors = missing.iter().map(|face| Diagnostic::error("MB0905").arg("face", face).hint("hint"));
    Err(ExportError::Input(errors.collect()))
}

/// How many points a page's unit is: 1, or the power of ten that brings a huge page within the longest side.
#[expect(clippy::cast_precision_loss, reason = "canvases are far below 2^24 pixels a side")]
fn unit(artwork: &Artwork) -> f32 {
    let longest = artwork.width.max(artwork.height) as f32 * POINTS_PER_INCH / artwork.dpi;
    [1.0, 10.0, 100.0].into_iter().find(|unit| longest <= LONGEST_SIDE * unit).unwrap_or(1000.0)
}

/// Units of the page to a pixel.
fn scale(artwork: &Artwork) -> f32 {
    POINTS_PER_INCH / artwork.dpi / unit(artwork)
}

/// A page's size in its units.
#[expect(clippy::cast_precision_loss, reason = "canvases are far below 2^24 pixels a side")]
fn size(artwork: &Artwork, scale: f32) -> Option<Size> {
    Size::from_wh(artwork.width as f32 * scale, artwork.height as f32 * scale)
}

/// The page with its boxes: media and bleed box are the whole canvas, the trim box lies inside the bleed.
fn page_settings(artwork: &Artwork) -> Option<PageSettings> {
    let scale = scale(artwork);
    let size = size(artwork, scale)?;
    let bleed = artwork.bleed * scale;
    let whole = Rect::from_xywh(0.0, 0.0, size.width(), size.height())?;
    let trim = Rect::from_xywh(bleed, bleed, size.width() - 2.0 * bleed, size.height() - 2.0 * bleed)?;
    Some(PageSettings::new(size).with_media_box(Some(whole)).with_bleed_box(Some(whole)).with_trim_box(Some(trim)))
}

/// The kit's faces as the SVG reader wants them.
struct Faces<'a> {
    /// Their names, weights and slopes.
    typefaces: &'a Typefaces,
    /// Their bytes, shared with the kit.
    database: Arc<Database>,
    /// For each face of the kit its place in the database, when it could be read.
    ids: Vec<Option<ID>>,
}

impl<'a> Faces<'a> {
    /// Loads every face; files are shared, not copied.
    fn new(typefaces: &'a Typefaces) -> Self {
        let mut database = Database::new();
        let ids = typefaces.faces.iter().map(|face| {
            let loaded = database.load_font_source(Source::Binary(Arc::new(Arc::clone(&face.data))));
            loaded.get(usize::try_from(face.index).unwrap_or(usize::MAX)).copied()
        });
        let ids = ids.collect();
        Self { typefaces, database: Arc::new(database), ids }
    }

    /// Takes exactly the face that is asked for; what is missing is noted, never replaced.
    fn resolver<'s>(&'s self, missing: &'s Mutex<BTreeSet<String>>) -> FontResolver<'s> {
        FontResolver {
            select_font: Box::new(move |font, _| {
                let italic = font.style() != FontStyle::Normal;
                let families: Vec<&str> = font.families().iter().filter_map(named).collect();
                let id = families.iter().find_map(|family| self.find(family, font.weight(), italic));
                if id.is_none() {
                    let slope = if italic { " italic" } else { "" };
                    let face = format!("{} {}{slope}", families.join(", "), font.weight());
                    missing.lock().unwrap_or_else(PoisonError::into_inner).insert(face);
                }
                id
            }),
            // The layout has chosen a face for each character; without one, the reader warns (MB0903).
            select_fallback: Box::new(|_, _, _| None),
        }
    }

    /// A face's place in the database.
    fn find(&self, family: &str, weight: u16, italic: bool) -> Option<ID> {
        let face = self.typefaces.find(family, weight, italic)?;
        self.ids.get(usize::from(face.0)).copied().flatten()
    }
}

/// A family's name; the generic ones (`serif`) are no faces of a kit.
fn named(family: &FontFamily) -> Option<&str> {
    match family {
        FontFamily::Named(name) => Some(name),
        _ => None,
    }
}

/// A resolver that takes pictures from data addresses only and opens no file.
fn sandbox(refused: &Refused) -> ImageHrefResolver<'_> {
    ImageHrefResolver {
        resolve_data: Box::new(|media_type, data: Arc<Vec<u8>>, _| match Embedded::of(media_type) {
            Some(Embedded::Png) => Some(ImageKind::PNG(data)),
            Some(Embedded::Jpeg) => Some(ImageKind::JPEG(data)),
            Some(Embedded::Webp) => Some(ImageKind::WEBP(data)),
            None => {
                refused.note(&format!("data:{media_type}"));
                None
            }
        }),
        resolve_string: Box::new(|address, _| {
            refused.note(address);
            None
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::{artwork, codes, metadata, typefaces};
    use crate::svg::Drawing;

    /// An artwork with other live text.
    fn alive(live: String, page: Artwork<'static>) -> Artwork<'static> {
        Artwork { drawing: Drawing::Written { outlines: page.outlines().to_owned(), live }, ..page }
    }

    /// A file's text, for the parts that are not compressed.
    fn text(file: &[u8]) -> String {
        String::from_utf8_lossy(file).into_owned()
    }

    #[test]
    fn a_page_has_its_true_size_and_boxes() {
        let file = text(&pdf(&[artwork(60, 30)], &typefaces(), &metadata()).unwrap());
        // 60 × 30 pixels at 144 an inch, bleed of 5 pixels.
        assert!(file.contains("/MediaBox[0 0 30 15]/BleedBox[0 0 30 15]/TrimBox[2.5 2.5 27.5 12.5]"), "{file}");
        assert!(!file.contains("UserUnit"));
    }

    #[test]
    fn a_pano_keeps_its_size_by_its_unit() {
        let pano = Artwork { dpi: 1.0, bleed: 0.0, ..artwork(600, 300) };
        let file = text(&pdf(&[artwork(60, 30), pano], &typefaces(), &metadata()).unwrap());
        assert!(file.contains("/MediaBox[0 0 4320 2160]"), "{file}");
        assert_eq!(file.matches("/UserUnit 10").count(), 1);
    }

    #[test]
    fn metadata_is_whole_and_bytes_repeat() {
        let pages = [artwork(60, 30), artwork(40, 40)];
        let first = pdf(&pages, &typefaces(), &metadata()).unwrap();
        assert_eq!(first, pdf(&pages, &typefaces(), &metadata()).unwrap());
        let file = text(&first);
        assert_eq!(file.matches("/S/Figure").count(), 2, "a figure a page");
        for part in ["dataDrivenMedia", "AltTextAccessibility", "/Lang(vi)", "<xmpTPg:NPages>2<", "/Marked true"] {
            assert!(file.contains(part), "{part}");
        }
        assert!(!file.contains("CreationDate") && !file.contains("ModifyDate"));
    }

    #[test]
    fn only_the_kits_faces_are_used() {
        let other = |from: &str, to: &str| {
            let page = artwork(60, 30);
            let live = page.live().replace(from, to);
            assert_ne!(live, page.live());
            pdf(&[alive(live, page)], &typefaces(), &metadata())
        };
        assert_eq!(codes(other("Be Vietnam Pro", "DejaVu Sans")), ["MB0905"]);
        assert_eq!(codes(other("Be Vietnam Pro", "serif")), ["MB0905"]);
        assert_eq!(codes(other("\"600\"", "\"700\"")), ["MB0905"]);
        // A character without a glyph is dropped by the reader, which is heard.
        assert_eq!(codes(other("hoá", "☃")), ["MB0903"]);
    }

    #[test]
    fn odd_pages_are_errors() {
        for dpi in [0.0, -1.0, f32::NAN] {
            assert!(pdf(&[Artwork { dpi, ..artwork(60, 30) }], &typefaces(), &metadata()).is_err());
        }
        assert!(pdf(&[Artwork { bleed: 40.0, ..artwork(60, 30) }], &typefaces(), &metadata()).is_err());
        let live = artwork(9, 9).live().replace("<rect", "<image href=\"/etc/hostname\"/><rect");
        let file = alive(live, artwork(9, 9));
        assert_eq!(codes(pdf(&[file], &typefaces(), &metadata())), ["MB0902"]);
    }
}
