//! A picture file to upright pixels in sRGB, or the reason why not.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbaImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use crate::diagnostic::Diagnostic;

/// The most pixels of a picture: 400 MB while it is open.
const MOST_PIXELS: u64 = 100_000_000;
/// The longest side, in pixels.
const LONGEST_SIDE: u32 = 60_000;
/// The most memory that a decoder may take, in bytes: 16 bits in four channels.
const MOST_MEMORY: u64 = MOST_PIXELS * 8;

/// A picture as pixels.
pub(super) struct Decoded {
    /// Upright, in sRGB, straight alpha.
    pub(super) pixels: RgbaImage,
    /// Whether it was compressed with loss, as photographs are.
    pub(super) lossy: bool,
    /// Something to look at.
    pub(super) warning: Option<Diagnostic>,
}

/// Opens a picture; a fault in a decoder is a fault of the file.
pub(super) fn decode(path: &str, bytes: &[u8]) -> Result<Decoded, Diagnostic> {
    catch_unwind(AssertUnwindSafe(|| opened(path, bytes)))
        .unwrap_or_else(|_| Err(unreadable(path, "the decoder failed inside")))
}

/// `MB0762`.
fn unreadable(path: &str, reason: impl ToString) -> Diagnostic {
    Diagnostic::error("MB0762").arg("path", path).arg("reason", reason).hint("hint")
}

/// [`decode`] without the wall around it.
fn opened(path: &str, bytes: &[u8]) -> Result<Decoded, Diagnostic> {
    let kind = kind(path, bytes)?;
    if kind == ImageFormat::Jpeg {
        looked_at(path, bytes)?;
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), kind);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| unreadable(path, error))?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MOST_PIXELS || width.max(height) > LONGEST_SIDE {
        let large = Diagnostic::error("MB0763").arg("path", path).arg("width", width).arg("height", height);
        return Err(large.arg("most", MOST_PIXELS / 1_000_000).hint("hint"));
    }
    if pixels == 0 {
        return Err(unreadable(path, "it has no pixels"));
    }
    // Without either, a picture is upright and in sRGB, as nearly all are.
    let orientation = decoder.orientation().ok();
    let profile = decoder.icc_profile().ok().flatten();
    let lossy = kind != ImageFormat::Png;
    let mut image = DynamicImage::from_decoder(decoder).map_err(|error| unreadable(path, error))?;
    if let Some(orientation) = orientation {
        image.apply_orientation(orientation);
    }
    let mut pixels = image.into_rgba8();
    let warning = profile.and_then(|profile| into_srgb(path, &mut pixels, &profile));
    Ok(Decoded { pixels, lossy, warning })
}

/// What a file is, told from its first bytes.
fn kind(path: &str, bytes: &[u8]) -> Result<ImageFormat, Diagnostic> {
    match image::guess_format(bytes) {
        Ok(kind @ (ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP)) => Ok(kind),
        Ok(other) => Err(other_kind(path, &format!("{other:?}").to_uppercase())),
        Err(_) if bytes.is_empty() => Err(unreadable(path, "the file is empty")),
        Err(_) => {
            let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_uppercase();
            let known = ["PNG", "JPG", "JPEG", "WEBP"].contains(&ending.as_str());
            Err(if known {
                unreadable(path, format!("it does not begin as {ending}"))
            } else {
                other_kind(path, &ending)
            })
        }
    }
}

/// `MB0764`.
fn other_kind(path: &str, kind: &str) -> Diagnostic {
    Diagnostic::error("MB0764").arg("path", path).arg("kind", kind).hint("hint")
}

/// Looks through a JPEG's segments for what its decoder lets pass: a missing end, which it fills with grey, and
/// four inks, which it would turn into wrong colours.
fn looked_at(path: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
    let cut_off = || unreadable(path, "it is cut off");
    let mut at = 2;
    loop {
        let (Some(0xff), Some(marker)) = (bytes.get(at), bytes.get(at + 1)) else { return Err(cut_off()) };
        let length = match bytes.get(at + 2..at + 4) {
            // Bytes that fill up before a marker.
            _ if *marker == 0xff => {
                at += 1;
                continue;
            }
            Some([high, low]) => usize::from(u16::from_be_bytes([*high, *low])),
            _ => return Err(cut_off()),
        };
        // Start of a frame: precision, height, width, number of components (ITU-T T.81 B.2.2).
        let frame = matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc);
        if frame && bytes.get(at + 9) == Some(&4) {
            return Err(Diagnostic::error("MB0765").arg("path", path).hint("hint"));
        }
        at += 2 + length;
        if *marker == 0xda {
            break;
        }
    }
    let data = bytes.get(at..).unwrap_or_default();
    // In coded data FF is followed by 00 or a restart marker, so this can only be the end.
    if data.windows(2).any(|pair| pair == [0xff, 0xd9]) { Ok(()) } else { Err(cut_off()) }
}

/// Brings pixels from the colours of a profile to sRGB; a profile that does not read is said (`MB0766`).
fn into_srgb(path: &str, pixels: &mut RgbaImage, profile: &[u8]) -> Option<Diagnostic> {
    let odd = || Some(Diagnostic::warning("MB0766").arg("path", path).hint("hint"));
    let Ok(profile) = ColorProfile::new_from_slice(profile) else { return odd() };
    let srgb = ColorProfile::new_srgb();
    if profile.color_space == DataColorSpace::Gray || same_colors(&profile, &srgb) {
        return None;
    }
    let transform = profile.create_transform_8bit(Layout::Rgba, &srgb, Layout::Rgba, TransformOptions::default());
    let Ok(transform) = transform else { return odd() };
    let source = pixels.as_raw().clone();
    if transform.transform(&source, pixels).is_err() {
        pixels.copy_from_slice(&source);
        return odd();
    }
    None
}

/// Whether a profile is sRGB by another hand, so that its pixels stay exactly as they are.
fn same_colors(profile: &ColorProfile, srgb: &ColorProfile) -> bool {
    if profile.color_space != DataColorSpace::Rgb {
        return false;
    }
    let probe: Vec<u8> = (0..=255).step_by(15).flat_map(|v| [v, 255 - v, v / 2, 255, v, v, v, 255]).collect();
    let mut shown = vec![0; probe.len()];
    let transform = profile.create_transform_8bit(Layout::Rgba, srgb, Layout::Rgba, TransformOptions::default());
    transform.is_ok_and(|transform| transform.transform(&probe, &mut shown).is_ok())
        && probe.iter().zip(&shown).all(|(before, after)| before.abs_diff(*after) <= 1)
}
