//! Reading SVG with nothing but what it itself holds: no file, no address, no part left out unsaid.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use resvg::usvg::{ImageHrefResolver, ImageKind, Options, Tree};

use super::bounds::read_bounded;
use super::failure::{ExportError, guarded};
use super::warnings::heard_during;
use crate::diagnostic::Diagnostic;
use crate::svg::Artwork;

/// The longest start of an address shown in a message, in characters.
const SHOWN: usize = 60;

/// An error for each part that a library left out.
///
/// # Errors
/// `MB0903` for each warning.
pub fn missing_parts(warnings: &[String]) -> Result<(), ExportError> {
    if warnings.is_empty() {
        return Ok(());
    }
    let parts = warnings.iter().map(|said| Diagnostic::error("MB0903").arg("said", said).hint("hint"));
    Err(ExportError::Input(parts.collect()))
}

/// Reads the outlines as for drawing, without drawing them: what an SVG rendition is held to.
///
/// # Errors
/// `MB0901` to `MB0903`, `MB0910` and `MB0911`, as for painting.
pub fn readable(artwork: &Artwork) -> Result<(), ExportError> {
    guarded("reading", || {
        let (read, warnings) = heard_during(|| read(artwork.outlines(), (artwork.width, artwork.height)).map(drop));
        read?;
        missing_parts(&warnings)
    })
}

/// Reads SVG that is to be drawn on a canvas of this width and height.
///
/// # Errors
/// `MB0901` when it does not read, `MB0902` when it asks for a file or address, `MB0910` and `MB0911` when it would
/// cost too much.
pub(super) fn read(text: &str, canvas: (u32, u32)) -> Result<Tree, ExportError> {
    let refused = Refused::default();
    let options = Options { image_href_resolver: sandbox(&refused), ..Options::default() };
    let document = read_bounded(text, canvas)?;
    let tree = Tree::from_xmltree(&document, &options)
        .map_err(|error| Diagnostic::error("MB0901").arg("said", error).hint("hint"))?;
    drop(options);
    refused.check()?;
    Ok(tree)
}

/// The addresses that a drawing asked for and did not get.
#[derive(Default)]
pub struct Refused(Mutex<BTreeSet<String>>);

impl Refused {
    /// Notes one.
    pub fn note(&self, address: &str) {
        let mut shown: String = address.chars().take(SHOWN).collect();
        if shown.len() < address.len() {
            shown.push('…');
        }
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(shown);
    }

    /// Says all of them.
    ///
    /// # Errors
    /// `MB0902` for each address.
    pub fn check(&self) -> Result<(), ExportError> {
        let refused = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if refused.is_empty() {
            return Ok(());
        }
        let found = refused.iter().map(|address| Diagnostic::error("MB0902").arg("address", address).hint("hint"));
        Err(ExportError::Input(found.collect()))
    }
}

/// What a picture inside a drawing may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Embedded {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
    /// WebP.
    Webp,
}

impl Embedded {
    /// By its media type; nested SVG and all else is refused.
    pub fn of(media_type: &str) -> Option<Self> {
        match media_type {
            "image/png" => Some(Self::Png),
            "image/jpeg" | "image/jpg" => Some(Self::Jpeg),
            "image/webp" => Some(Self::Webp),
            _ => None,
        }
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
