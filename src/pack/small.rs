//! Pictures made small: for the page inside a pack, its contact sheet, and packs for poor links.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context;
use image::{DynamicImage, ImageReader};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::digest::Digest;
use crate::encode::{Encoding, Pixels, small_jpeg};
use crate::published::PublicVersion;
use crate::release::{Archive, ReleasedFile};

/// Pictures of more pixels than this are not opened to be made small.
const MOST_PIXELS: u64 = 120_000_000;
/// Pictures of more pixels than this stand for an asset only when there is no other.
const HANDY: u64 = 8_000_000;
/// A picture longer than so many of its heights, or the other way round, stands for an asset only when there is no other.
const STRETCHED: u64 = 3;

/// A small JPEG.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Small {
    /// The file.
    pub jpeg: Vec<u8>,
    /// Width, in pixels.
    pub width: u32,
    /// Height, in pixels.
    pub height: u32,
}

/// A small picture, or none where the file shows none.
type Made = Option<Arc<Small>>;

/// Small pictures of released files, each made once.
#[derive(Debug, Default)]
pub struct Smalls<'a> {
    /// Where the files lie; without it there are no small pictures.
    archive: Option<&'a Archive>,
    /// Those that were made, by digest of the file and longest side.
    made: Mutex<BTreeMap<(Digest, u32), Made>>,
}

impl<'a> Smalls<'a> {
    /// Small pictures of an archive's files.
    pub fn of_archive(archive: &'a Archive) -> Self {
        Self { archive: Some(archive), made: Mutex::default() }
    }

    /// Makes several at once, on all cores.
    ///
    /// # Errors
    /// As [`Smalls::of`].
    pub(super) fn prepare(&self, files: &[&ReleasedFile], longest: u32) -> anyhow::Result<()> {
        files.par_iter().try_for_each(|file| self.of(file, longest).map(|_| ()))
    }

    /// A file made small: its longest side has at most so many pixels. None for drawings, and for pictures that are too
    /// large or of a type that is not read here.
    ///
    /// # Errors
    /// The archive does not have the file, or it is no picture.
    pub(super) fn of(&self, file: &ReleasedFile, longest: u32) -> anyhow::Result<Made> {
        let Some(archive) = self.archive.filter(|_| can_be_read(file)) else { return Ok(None) };
        let key = (file.content, longest);
        if let Some(made) = self.made.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Ok(made.clone());
        }
        let small = made_small(&archive.get(&file.content)?, longest);
        let made = Some(Arc::new(small.with_context(|| format!("could not make {} small", file.name))?));
        self.made.lock().unwrap_or_else(PoisonError::into_inner).insert(key, made.clone());
        Ok(made)
    }
}

/// Whether a file is a picture that is read here.
pub(super) fn can_be_read(file: &ReleasedFile) -> bool {
    matches!(file.encoding, Encoding::Png | Encoding::Jpeg | Encoding::Webp) && pixels(file) <= MOST_PIXELS
}

/// How many pixels a file has.
fn pixels(file: &ReleasedFile) -> u64 {
    u64::from(file.width) * u64::from(file.height)
}

/// The file that stands for a version in lists: one that can be read, of an ordinary shape, large but handy.
pub(super) fn face(version: &PublicVersion) -> Option<&ReleasedFile> {
    version.asset.files.iter().filter(|file| can_be_read(file)).max_by_key(|file| {
        let (width, height) = (u64::from(file.width.max(1)), u64::from(file.height.max(1)));
        let ordinary = width <= height * STRETCHED && height <= width * STRETCHED;
        let size = if pixels(file) <= HANDY { i128::from(pixels(file)) } else { -i128::from(pixels(file)) };
        // Of two that are as good, the smaller file of the first page.
        (ordinary, size, std::cmp::Reverse((file.page, file.bytes)))
    })
}

/// Makes a picture small.
fn made_small(bytes: &[u8], longest: u32) -> anyhow::Result<Small> {
    let pixels = reduced(bytes, longest)?;
    Ok(Small { jpeg: small_jpeg(&pixels)?, width: pixels.width(), height: pixels.height() })
}

/// A picture's pixels, fewer of them; what shines through is laid on white, a picture that is small already keeps its size.
fn reduced(bytes: &[u8], longest: u32) -> anyhow::Result<Pixels> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    let picture = reader.decode()?;
    let picture = if picture.width().max(picture.height()) > longest {
        // Averages over whole areas: fine lines fade instead of breaking up.
        DynamicImage::thumbnail(&picture, longest, longest)
    } else {
        picture
    };
    let (width, height) = (picture.width(), picture.height());
    let mut rgba = picture.into_rgba8().into_raw();
    for pixel in rgba.chunks_exact_mut(4) {
        let alpha = u32::from(pixel[3]);
        for channel in &mut pixel[..3] {
            let value = (u32::from(*channel) * alpha + 255 * (255 - alpha) + 127) / 255;
            *channel = u8::try_from(value).unwrap_or(u8::MAX);
        }
        pixel[3] = u8::MAX;
    }
    Pixels::from_premultiplied(width, height, rgba)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_made_small_on_white() {
        let mut png = Vec::new();
        let clear = image::RgbaImage::from_fn(320, 160, |x, _| image::Rgba([20, 0, 0, if x < 160 { 255 } else { 0 }]));
        clear.write_to(&mut Cursor::new(&mut png), image::ImageFormat::Png).unwrap();
        let pixels = reduced(&png, 96).unwrap();
        assert_eq!((pixels.width(), pixels.height(), pixels.opaque()), (96, 48, true));
        assert_eq!((&pixels.rgba()[..4], &pixels.rgba()[95 * 4..96 * 4]), (&[20, 0, 0, 255][..], &[255; 4][..]));
        assert_eq!(reduced(&png, 1000).unwrap().width(), 320, "nothing is made larger");
        let small = made_small(&png, 96).unwrap();
        assert_eq!((small.width, small.height), (96, 48));
        assert_eq!(image::load_from_memory(&small.jpeg).unwrap().width(), 96);
    }
}
