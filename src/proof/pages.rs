//! A4 pages composed and drawn like any other, with live text in the kit's faces, and small pictures put into the places that
//! the layout kept for them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::Picture;
use crate::atlas::Atlas;
use crate::brand::{Brand, FaceId, Theme};
use crate::brandsheet::sheet_theme;
use crate::diagnostic::{Diagnostic, Findings};
use crate::digest::Digest;
use crate::export;
use crate::format::{Format, Shape, Use};
use crate::frame::{Frame, Item};
use crate::layout;
use crate::metadata::Metadata;
use crate::paint::ExportError;
use crate::picture::Pictures;
use crate::svg;
use crate::template::{Markup, Said, strip_fences};
use crate::text::Fonts;
use crate::units::{Insets, Rect, Size};

/// Pixels per inch of the pages.
const DPI: f32 = 144.0;
/// A4, standing, in pixels.
const TRIM: Size = Size { width: 1191.0, height: 1684.0 };
/// Pixels of a rem: text of nine points.
const REM: f32 = 18.0;
/// Room between a picture and the edge of its place, in pixels.
const EDGE: f32 = 8.0;

/// What pages are set with.
pub struct Pages<'a> {
    /// The kit.
    brand: &'a Brand,
    /// Its theme, with the sheet's own tokens.
    theme: Theme,
    /// Its faces.
    fonts: Fonts<'a>,
    /// The face of most words.
    face: FaceId,
}

impl<'a> Pages<'a> {
    /// Pages in a kit's theme.
    ///
    /// # Errors
    /// `MB1031` when the kit has no text style to set words in.
    pub fn new(brand: &'a Brand, theme: &Theme) -> Result<Self, ExportError> {
        let theme = sheet_theme(brand, theme);
        let body = theme.typography("sheet.caption").or_else(|| theme.typography("sheet.body"));
        let face = body.and_then(|style| brand.typefaces.resolve(&style.family, style.weight, false).ok());
        let Some(face) = face else { return Err(Diagnostic::error("MB1031").hint("hint").into()) };
        Ok(Self { brand, theme, fonts: Fonts::new(&brand.typefaces), face })
    }

    /// Words as XML, without what the face has no glyph for.
    pub fn words(&self, words: &str) -> String {
        let words = self.fonts.settable(&strip_fences(words), self.face);
        let mut out = String::with_capacity(words.len());
        for letter in words.chars() {
            match letter {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                letter if letter.is_control() => out.push(' '),
                letter => out.push(letter),
            }
        }
        out
    }

    /// Composes pages of markup and writes them as one document. A box named `picture-N` gets the picture of that number.
    ///
    /// # Errors
    /// What composing and exporting refuse.
    pub fn pdf<'p>(
        &self,
        pages: &[String],
        picture: impl Fn(usize) -> Option<&'p Picture>,
        language: &str,
        metadata: &Metadata,
    ) -> Result<Vec<u8>, ExportError> {
        let format = format();
        let scene = layout::Scene {
            brand: self.brand,
            theme: &self.theme,
            fonts: &self.fonts,
            atlas: &Atlas::default(),
            pictures: &Pictures::default(),
            format: &format,
            language,
            illustrative: false,
        };
        let mut frames = Vec::with_capacity(pages.len());
        for text in pages {
            let markup = markup(text.clone());
            let mut findings = Findings::new();
            let composed = findings.take(layout::compose(&markup, &scene)).and_then(|frames| frames.into_iter().next());
            let Some(mut frame) = composed else { return Err(ExportError::Input(findings.into_vec())) };
            put_pictures(&picture, &mut frame);
            frames.push(frame);
        }
        let artworks: Vec<_> = frames.iter().map(|frame| svg::draw(frame, &self.fonts, &format)).collect();
        export::pdf(&artworks, &self.brand.typefaces, metadata)
    }
}

/// Puts each picture into the place of its number.
fn put_pictures<'p>(picture: &impl Fn(usize) -> Option<&'p Picture>, frame: &mut Frame) {
    let places = frame.boxes.iter().filter_map(|place| {
        let number: usize = place.name.rsplit_once("picture-")?.1.parse().ok()?;
        Some((place.rect, picture(number)?))
    });
    let pictures: Vec<Item> = places.map(|(rect, picture)| image(rect, picture)).collect();
    frame.items.extend(pictures);
}

/// A picture in the middle of its place, as large as it can be.
#[expect(clippy::cast_precision_loss, reason = "small pictures")]
fn image(place: Rect, picture: &Picture) -> Item {
    let room = place.outset(-EDGE);
    let (width, height) = (picture.width as f32, picture.height as f32);
    let scale = (room.width / width).min(room.height / height);
    let center = room.center();
    let rect =
        Rect::new(center.x - width * scale / 2.0, center.y - height * scale / 2.0, width * scale, height * scale);
    let data = STANDARD.encode(&picture.jpeg);
    let xml = format!("<image width=\"{width}\" height=\"{height}\" href=\"data:image/jpeg;base64,{data}\"/>");
    Item::Fragment { xml, view_box: Rect::new(0.0, 0.0, width, height), rect, clip: false }
}

/// A page's markup; nothing in it is bound, for it draws no data.
fn markup(text: String) -> Markup {
    Markup {
        digest: Digest::of(text.as_bytes()),
        text,
        bindings: Vec::new(),
        tables: Vec::new(),
        files: vec!["proof".into()],
        template: "proof".into(),
        allowed: Vec::new(),
        said: Said::default(),
        correction: None,
    }
}

/// The surface of a page.
fn format() -> Format {
    Format {
        name: "proof".to_owned(),
        trim: TRIM,
        trim_mm: Some((210.0, 297.0)),
        dpi: DPI,
        bleed: 0.0,
        safe: Insets { top: 2.6 * REM, right: 3.0 * REM, bottom: 2.2 * REM, left: 3.0 * REM },
        distance_mm: 400.0,
        rem: REM,
        shape: Shape::Tall,
        snap: false,
        max_bytes: None,
        encodings: Vec::new(),
        usage: Use::Print,
        source: String::new(),
        checked: String::new(),
        confidence: String::new(),
    }
}
