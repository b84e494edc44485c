//! Pictures of a campaign: photographs and drawings in pixels, opened when a page shows them.
//!
//! In: files below `data/pictures/` and `brand/pictures/`. Out: [`Picture`]s, upright and in sRGB, and of each the
//! part that a page shows, small enough for it. Nothing that a camera notes beside the pixels (place, time, owner)
//! goes any further.

mod decode;
mod piece;
#[cfg(test)]
mod tests;

pub use piece::Piece;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::{Diagnostic, Span};
use crate::digest::Digest;
use crate::source::Folder;
use crate::units::{Rect, Size};

/// Where pictures lie.
pub const FOLDERS: [&str; 2] = ["data/pictures/", "brand/pictures/"];
/// So many names are still worth listing.
const LISTED: usize = 12;

/// The pictures of a campaign by path; none is opened before it is asked for.
#[derive(Debug, Clone, Default)]
pub struct Pictures {
    /// By path, its letters composed (NFC): file systems write Vietnamese names in either way.
    files: BTreeMap<String, Arc<Picture>>,
}

/// One picture file.
pub struct Picture {
    /// Path relative to the campaign folder.
    pub path: Arc<str>,
    /// The file.
    bytes: Arc<[u8]>,
    /// Digest of the file, once it was asked for.
    digest: OnceLock<Digest>,
    /// What was seen when it was first opened.
    seen: OnceLock<Result<Seen, Diagnostic>>,
}

/// What is known of a picture that was opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    /// Its size in pixels, upright.
    pub size: Size,
    /// Something to look at.
    pub warning: Option<Diagnostic>,
}

impl Pictures {
    /// Notes the pictures of a campaign.
    pub fn read(folder: &Folder) -> Self {
        let found = FOLDERS.into_iter().flat_map(|home| folder.under(home));
        let files = found.map(|(path, bytes)| (path.nfc().collect(), Arc::new(Picture::new(path, Arc::clone(bytes)))));
        Self { files: files.collect() }
    }

    /// The picture at a path.
    ///
    /// # Errors
    /// `MB0760` when there is none, `MB0761` when the path leads elsewhere.
    pub fn find(&self, path: &str) -> Result<&Arc<Picture>, Diagnostic> {
        let composed: String = path.nfc().collect();
        if let Some(picture) = self.files.get(&composed) {
            return Ok(picture);
        }
        if !FOLDERS.iter().any(|home| path.starts_with(home)) {
            return Err(Diagnostic::error("MB0761").arg("path", path).hint("hint"));
        }
        let missing = Diagnostic::error("MB0760").arg("path", path).hint("hint");
        let suggested = missing.clone().suggest(&composed, self.files.keys().map(String::as_str));
        let telling = suggested.hint == Some("did-you-mean") || self.files.len() <= LISTED;
        Err(if telling && suggested.hint.is_some() { suggested } else { missing })
    }
}

impl Picture {
    /// A picture file, not yet opened.
    pub fn new(path: &str, bytes: Arc<[u8]>) -> Self {
        Self { path: path.into(), bytes, digest: OnceLock::new(), seen: OnceLock::new() }
    }

    /// The digest of the file.
    pub fn digest(&self) -> Digest {
        *self.digest.get_or_init(|| Digest::of(&self.bytes))
    }

    /// Opens the whole picture once, so that what is wrong with it is known before anything is drawn.
    ///
    /// # Errors
    /// `MB0762` to `MB0765`: what cannot be read, is too large, or is of another kind; it is placed at `span` and
    /// in the file.
    pub fn see(&self, span: &Span) -> Result<Seen, Diagnostic> {
        let place = |diagnostic: Diagnostic| diagnostic.at(span.clone()).at(Span::whole(Arc::clone(&self.path)));
        let seen = self.seen.get_or_init(|| {
            let decoded = decode::decode(&self.path, &self.bytes)?;
            let (width, height) = decoded.pixels.dimensions();
            Ok(Seen { size: size(width, height), warning: decoded.warning })
        });
        match seen {
            Ok(seen) => Ok(Seen { size: seen.size, warning: seen.warning.clone().map(place) }),
            Err(diagnostic) => Err(place(diagnostic.clone())),
        }
    }

    /// The part inside `crop` (in pixels of the upright picture), no finer than a box of `drawn` pixels can show.
    ///
    /// # Errors
    /// When the file does not read, which [`see`](Self::see) says first; or when it cannot be written again.
    pub fn piece(&self, crop: Rect, drawn: Size) -> anyhow::Result<Piece> {
        let decoded = decode::decode(&self.path, &self.bytes)
            .map_err(|diagnostic| anyhow::anyhow!("{} does not read: {}", self.path, diagnostic.code))?;
        piece::cut(&decoded, crop, drawn)
    }
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Picture({})", self.path)
    }
}

/// The pixels of any picture file, upright, in sRGB, laid on white: what an eye compares.
///
/// # Errors
/// `MB0762` to `MB0765`: what cannot be read, is too large, or is of another kind.
pub fn open(path: &str, bytes: &[u8]) -> Result<image::RgbImage, Diagnostic> {
    let pixels = decode::decode(path, bytes)?.pixels;
    Ok(image::RgbImage::from_fn(pixels.width(), pixels.height(), |x, y| {
        let [red, green, blue, alpha] = pixels.get_pixel(x, y).0;
        image::Rgb([red, green, blue].map(|channel| over_white(channel, alpha)))
    }))
}

/// A channel with straight alpha over white.
fn over_white(channel: u8, alpha: u8) -> u8 {
    let (channel, alpha) = (u16::from(channel), u16::from(alpha));
    u8::try_from((channel * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(u8::MAX)
}

/// A size in pixels from whole numbers.
#[expect(clippy::cast_precision_loss, reason = "sides are far below 2^24 pixels")]
fn size(width: u32, height: u32) -> Size {
    Size { width: width as f32, height: height as f32 }
}
