//! Pages as files of pixels: what the type can hold, what is written into it, and that it can be read again.

use anyhow::Context as _;

use super::{Rendition, read_back, too_large};
use crate::diagnostic::Diagnostic;
use crate::encode::{self, Encoding, Fitted, Pixels, Settings, TooLong};
use crate::format::Format;
use crate::metadata::{self, FileFacts, Metadata, Packet};
use crate::paint::{ExportError, Strips, guarded};
use crate::svg::Artwork;

/// The most bytes of XMP that one JPEG segment holds beside its prefix (XMP specification part 3, JPEG).
pub(super) const JPEG_XMP: usize = 65_502;

/// What is written into a page's rasters beside its pixels.
pub(super) struct Written<'a> {
    /// What it is made of.
    metadata: &'a Metadata,
    /// The XMP packet.
    pub(super) packet: Packet,
    /// Whether time is to be spent on fewer bytes.
    small: bool,
    /// The IIM block, for file types that have a place for it.
    iim: &'a [u8],
}

impl<'a> Written<'a> {
    /// Of one page, counted from 0; `longest` is the room for a packet, where the file type has a limit.
    pub(super) fn of(
        page: usize,
        artwork: &Artwork,
        format: &Format,
        metadata: &'a Metadata,
        iim: &'a [u8],
        longest: Option<usize>,
        small: bool,
    ) -> Self {
        let pixels = Some((artwork.width, artwork.height));
        let facts = FileFacts { pixels, longest, max_bytes: format.max_bytes, ..FileFacts::of_page(page) };
        Self { metadata, packet: metadata::packet(metadata, facts), small, iim }
    }

    /// An encoded page, if it says what it is meant to say.
    fn checked(
        &self,
        page: usize,
        (width, height): (u32, u32),
        encoding: Encoding,
        bytes: Vec<u8>,
    ) -> Result<Rendition, ExportError> {
        read_back::raster(&bytes, encoding, self.metadata, &self.packet)?;
        Ok(Rendition { page, bytes, width, height, unmarked: self.packet.unmarked })
    }
}

/// Refuses what the file type cannot hold, before anything is drawn.
///
/// # Errors
/// `MB0907` for a side that is too long, `MB0908` for a build without AVIF, `MB0909` for too much metadata.
pub(super) fn can_hold(encoding: Encoding, longest: u32, artwork: &Artwork, packet: &str) -> Result<(), ExportError> {
    let (width, height) = (artwork.width, artwork.height);
    if width.max(height) > longest {
        let side = Diagnostic::error("MB0907").arg("encoding", encoding.name()).arg("longest", longest);
        return Err(side.arg("width", width).arg("height", height).hint("hint").into());
    }
    if encoding == Encoding::Avif && !cfg!(feature = "avif") {
        return Err(Diagnostic::error("MB0908").hint("hint").into());
    }
    if encoding == Encoding::Jpeg && packet.len() > JPEG_XMP {
        let metadata = Diagnostic::error("MB0909").arg("size", packet.len()).arg("limit", JPEG_XMP);
        return Err(metadata.hint("hint").into());
    }
    Ok(())
}

/// Encodes one page while it is drawn.
pub(super) fn stripped(
    page: usize,
    strips: &Strips<'_>,
    encoding: Encoding,
    artwork: &Artwork,
    written: &Written<'_>,
) -> Result<Rendition, ExportError> {
    let small = written.small;
    let settings = Settings { dpi: artwork.dpi, xmp: &written.packet.text, iim: written.iim, max_bytes: None, small };
    let coming = encode::Strips { size: strips.size(), count: strips.count(), draw: &|at| strips.paint(at) };
    let drawn = || encode::encode_strips(encoding, &settings, &coming);
    let bytes = guarded(encoding.name(), drawn).map_err(|error| reached(error, artwork))?;
    written.checked(page, strips.size(), encoding, bytes)
}

/// Encodes one page's pixels.
pub(super) fn drawn(
    page: usize,
    pixels: &Pixels,
    encoding: Encoding,
    format: &Format,
    artwork: &Artwork,
    written: &Written<'_>,
) -> Result<Rendition, ExportError> {
    let (xmp, iim) = (&written.packet.text, written.iim);
    let settings = Settings { dpi: artwork.dpi, xmp, iim, max_bytes: format.max_bytes, small: written.small };
    guarded(encoding.name(), || {
        let fitted = encode::encode(pixels, encoding, &settings);
        match fitted.with_context(|| format!("encoding {}", encoding.name()))? {
            Fitted::File(bytes) => written.checked(page, (artwork.width, artwork.height), encoding, bytes),
            Fitted::TooLarge { smallest } => Err(too_large(encoding, format, smallest).into()),
        }
    })
    .map_err(|error| reached(error, artwork))
}

/// `MB0915` for a picture that became longer than its file type can be; any other error as it is.
fn reached(error: ExportError, artwork: &Artwork) -> ExportError {
    match error {
        ExportError::Machine(error) if error.is::<TooLong>() => {
            let long = Diagnostic::error("MB0915").arg("width", artwork.width).arg("height", artwork.height);
            long.hint("hint").into()
        }
        error => error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::tests::{artwork, codes};

    #[test]
    fn a_file_that_grew_too_long_is_the_users_to_change_and_other_failures_are_not() {
        let long = anyhow::Error::new(TooLong).context("encoding tiff");
        assert_eq!(codes::<()>(Err(reached(long.into(), &artwork(9, 9)))), ["MB0915"]);
        let other = reached(anyhow::anyhow!("out of ink").into(), &artwork(9, 9));
        assert!(matches!(other, ExportError::Machine(error) if error.to_string() == "out of ink"));
    }
}
