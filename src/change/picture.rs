//! Small pictures of an asset before and after.

use std::collections::BTreeMap;

use image::imageops::{self, FilterType};

use super::AssetChange;
use crate::diagnostic::Diagnostic;
use crate::encode::{Encoding, Pixels, small_jpeg};
use crate::picture::open;
use crate::release::{ReleasedAsset, ReleasedFile};

/// Longer side of a small picture, in pixels: a changed number can be read on it.
const LONGEST: u32 = 720;
/// Larger pictures take long to open, and say no more when small.
const MOST_PIXELS: u64 = 20_000_000;

/// A small picture of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Small {
    /// A JPEG file.
    pub jpeg: Vec<u8>,
    /// Width, in pixels.
    pub width: u32,
    /// Height, in pixels.
    pub height: u32,
    /// Its format.
    pub format: String,
    /// Its page.
    pub page: u32,
}

/// Small pictures by asset: before and after.
pub type Pictures = BTreeMap<String, (Option<Small>, Option<Small>)>;

/// The files that show an asset before and after, of the same format and page: one on which most of what changed is drawn.
pub fn pair<'a>(
    change: &AssetChange,
    old: Option<&'a ReleasedAsset>,
    new: Option<&'a ReleasedAsset>,
) -> (Option<&'a ReleasedFile>, Option<&'a ReleasedFile>) {
    let pictures =
        |asset: Option<&'a ReleasedAsset>| asset.into_iter().flat_map(|asset| &asset.files).filter(|file| can(file));
    let twin = |file: &ReleasedFile, asset| pictures(asset).find(move |other| is_twin(file, other));
    let boxed = |file: &ReleasedFile| change.texts.iter().filter(|text| drawn(text, file)).count();
    let score = |file: &&ReleasedFile| {
        let pixels = u64::from(file.width) * u64::from(file.height);
        let paired = old.is_none() || new.is_none() || twin(file, old).is_some();
        (paired, boxed(file), pixels >= 200_000, std::cmp::Reverse(pixels))
    };
    let shown = if new.is_some() { new } else { old };
    let Some(best) = pictures(shown).max_by_key(score) else { return (None, None) };
    (twin(best, old), twin(best, new))
}

/// Whether a file can be opened as a picture.
fn can(file: &ReleasedFile) -> bool {
    matches!(file.encoding, Encoding::Png | Encoding::Jpeg | Encoding::Webp)
        && u64::from(file.width) * u64::from(file.height) <= MOST_PIXELS
}

/// Whether two files are the same picture of two versions.
fn is_twin(one: &ReleasedFile, other: &ReleasedFile) -> bool {
    one.format == other.format && one.page == other.page && one.encoding == other.encoding
}

/// Whether a change has a box on a file.
fn drawn(text: &super::TextChange, file: &ReleasedFile) -> bool {
    let boxes = [&text.boxes.before, &text.boxes.after];
    boxes.into_iter().filter_map(|boxes| boxes.get(&file.format)).flatten().any(|place| place.page == file.page)
}

/// A small picture of a file's bytes.
///
/// # Errors
/// `MB0762` to `MB0765`, when the file is no picture that opens.
pub fn small(file: &ReleasedFile, bytes: &[u8]) -> Result<anyhow::Result<Small>, Diagnostic> {
    let pixels = open(&file.name, bytes)?;
    let (width, height) = pixels.dimensions();
    let longest = width.max(height).max(1);
    let less = |side: u32| {
        let small = u64::from(side) * u64::from(LONGEST.min(longest)) / u64::from(longest);
        u32::try_from(small).unwrap_or(side).max(1)
    };
    let pixels = imageops::resize(&pixels, less(width), less(height), FilterType::Triangle);
    let (width, height) = pixels.dimensions();
    let rgba = pixels.pixels().flat_map(|pixel| [pixel.0[0], pixel.0[1], pixel.0[2], u8::MAX]).collect();
    let jpeg = Pixels::from_premultiplied(width, height, rgba).and_then(|pixels| small_jpeg(&pixels));
    Ok(jpeg.map(|jpeg| Small { jpeg, width, height, format: file.format.clone(), page: file.page }))
}
