//! Pictures made by code, opened and cut: known pixels in, known pixels out; and every kind of bad file.

use std::io::Cursor;
use std::sync::Arc;

use image::{ExtendedColorType, ImageEncoder, ImageFormat, Rgba, RgbaImage};

use super::decode::decode;
use super::{Picture, Pictures};
use crate::diagnostic::{Diagnostic, Span, assert_worded};
use crate::source::Folder;
use crate::units::{Rect, Size};

/// Red and green over blue and yellow.
fn quarters(width: u32, height: u32) -> RgbaImage {
    RgbaImage::from_fn(width, height, |x, y| {
        Rgba(COLORS[usize::from(x >= width / 2) + 2 * usize::from(y >= height / 2)])
    })
}

/// The colours of [`quarters`], row by row.
const COLORS: [[u8; 4]; 4] = [[220, 40, 40, 255], [40, 160, 60, 255], [40, 80, 200, 255], [240, 200, 40, 255]];

/// A file of some kind.
fn file(picture: &RgbaImage, kind: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    match kind {
        ImageFormat::Jpeg => image::DynamicImage::from(picture.clone()).into_rgb8().write_to(&mut bytes, kind).unwrap(),
        _ => picture.write_to(&mut bytes, kind).unwrap(),
    }
    bytes.into_inner()
}

/// A JPEG with an Exif segment that says how the camera was held.
fn held(picture: &RgbaImage, orientation: u8) -> Vec<u8> {
    let jpeg = file(picture, ImageFormat::Jpeg);
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, &exif, &jpeg[2..]].concat()
}

/// A picture file of this content.
fn picture(path: &str, bytes: Vec<u8>) -> Picture {
    Picture::new(path, Arc::from(bytes))
}

/// The finding about a file that cannot be shown.
fn refused(path: &str, bytes: Vec<u8>) -> Diagnostic {
    let span = Span::text("templates/a/template.svg", 3, 5, 0);
    let found = picture(path, bytes).see(&span).unwrap_err();
    assert_worded(std::slice::from_ref(&found));
    let places: Vec<String> = found.spans.iter().map(ToString::to_string).collect();
    assert_eq!(places, ["templates/a/template.svg:3:5", path]);
    found
}

/// The pixel in the middle of each quarter, row by row.
fn middles(shown: &RgbaImage) -> [[u8; 4]; 4] {
    let (width, height) = shown.dimensions();
    [(1, 1), (3, 1), (1, 3), (3, 3)].map(|(x, y)| shown.get_pixel(width * x / 4, height * y / 4).0)
}

/// Whether colours are the same as far as JPEG keeps them.
fn near(a: [[u8; 4]; 4], b: [[u8; 4]; 4]) -> bool {
    a.iter().flatten().zip(b.iter().flatten()).all(|(a, b)| a.abs_diff(*b) <= 6)
}

#[test]
fn every_kind_opens_in_its_colours() {
    for kind in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
        let opened = decode("data/pictures/a", &file(&quarters(32, 16), kind)).unwrap();
        assert_eq!(opened.pixels.dimensions(), (32, 16));
        assert!(near(middles(&opened.pixels), COLORS), "{kind:?}");
        assert_eq!(opened.warning, None);
    }
}

#[test]
fn sixteen_bits_and_grey_open_too() {
    let mut deep = Cursor::new(Vec::new());
    image::ImageBuffer::<image::Rgb<u16>, _>::from_pixel(4, 4, image::Rgb([0x8000, 0xffff, 0u16]))
        .write_to(&mut deep, ImageFormat::Png)
        .unwrap();
    assert_eq!(decode("a", deep.get_ref()).unwrap().pixels.get_pixel(1, 1).0, [128, 255, 0, 255]);
    let mut grey = Vec::new();
    image::codecs::jpeg::JpegEncoder::new(&mut grey).write_image(&[90; 64], 8, 8, ExtendedColorType::L8).unwrap();
    let pixel = decode("a", &grey).unwrap().pixels.get_pixel(4, 4).0;
    assert!(pixel[0].abs_diff(90) <= 2 && pixel[0] == pixel[1] && pixel[1] == pixel[2], "{pixel:?}");
}

#[test]
fn a_picture_stands_upright_however_the_camera_was_held() {
    let [red, green, blue, yellow] = COLORS;
    let expected = [
        (1, [red, green, blue, yellow]),
        (2, [green, red, yellow, blue]),
        (3, [yellow, blue, green, red]),
        (4, [blue, yellow, red, green]),
        (5, [red, blue, green, yellow]),
        (6, [blue, red, yellow, green]),
        (7, [yellow, green, blue, red]),
        (8, [green, yellow, red, blue]),
    ];
    for (orientation, colors) in expected {
        let photo = picture("data/pictures/a.jpg", held(&quarters(64, 32), orientation));
        let seen = photo.see(&Span::whole("t")).unwrap();
        let turned = orientation > 4;
        assert_eq!((seen.size.width, seen.size.height), if turned { (32.0, 64.0) } else { (64.0, 32.0) });
        let shown = decode("a", &held(&quarters(64, 32), orientation)).unwrap().pixels;
        assert!(near(middles(&shown), colors), "{orientation}");
    }
}

#[test]
fn a_part_is_cut_outwards_made_small_and_says_nothing_else() {
    let photo = picture("data/pictures/a.jpg", held(&quarters(64, 32), 1));
    let piece = photo.piece(Rect::new(31.5, 0.0, 32.5, 16.0), Size { width: 13.0, height: 6.4 }).unwrap();
    assert_eq!(piece.part, Rect::new(31.0, 0.0, 33.0, 16.0));
    assert_eq!((piece.media, piece.pixels), ("image/jpeg", (14, 7)));
    assert!(!piece.bytes.windows(4).any(|bytes| bytes == b"Exif"), "what the camera noted is carried on");
    let shown = image::load_from_memory(&piece.bytes).unwrap().into_rgba8();
    assert!(near([shown.get_pixel(7, 3).0; 4], [COLORS[1]; 4]), "{:?}", shown.get_pixel(7, 3));
    assert_eq!(piece, photo.piece(Rect::new(31.5, 0.0, 32.5, 16.0), Size { width: 13.0, height: 6.4 }).unwrap());
}

#[test]
fn no_pixel_is_invented_and_a_png_stays_exact() {
    let photo = picture("data/pictures/a.png", file(&quarters(8, 4), ImageFormat::Png));
    let piece = photo.piece(Rect::new(0.0, 0.0, 8.0, 4.0), Size { width: 800.0, height: 400.0 }).unwrap();
    assert_eq!((piece.media, piece.pixels), ("image/png", (8, 4)));
    assert_eq!(image::load_from_memory(&piece.bytes).unwrap().into_rgba8(), quarters(8, 4));
}

#[test]
fn what_shines_through_leaves_no_dark_edge() {
    let half = RgbaImage::from_fn(40, 40, |x, _| if x < 19 { Rgba([250, 200, 10, 255]) } else { Rgba([0, 0, 0, 0]) });
    let photo = picture("data/pictures/a.png", file(&half, ImageFormat::Png));
    let piece = photo.piece(Rect::new(0.0, 0.0, 40.0, 40.0), Size { width: 10.0, height: 10.0 }).unwrap();
    let small = image::load_from_memory(&piece.bytes).unwrap().into_rgba8();
    let edge = small.pixels().filter(|pixel| (16..250).contains(&pixel.0[3])).collect::<Vec<_>>();
    assert!(!edge.is_empty());
    assert!(edge.iter().all(|pixel| pixel.0[0].abs_diff(250) < 20 && pixel.0[1].abs_diff(200) < 20), "{edge:?}");
}

#[test]
fn colours_follow_their_profile() {
    let (wide, plain) = (moxcms::ColorProfile::new_display_p3(), moxcms::ColorProfile::new_srgb());
    let with = |profile: &[u8]| {
        let mut bytes = Vec::new();
        let mut encoder = image::codecs::png::PngEncoder::new(&mut bytes);
        encoder.set_icc_profile(profile.to_vec()).unwrap();
        encoder.write_image(&[200, 100, 50], 1, 1, ExtendedColorType::Rgb8).unwrap();
        decode("data/pictures/a.png", &bytes).unwrap()
    };
    // Known answer: Display P3 (200, 100, 50) in sRGB, by CSS Color 4's matrices.
    let shown = with(&wide.encode().unwrap()).pixels.get_pixel(0, 0).0;
    assert!(shown[0].abs_diff(215) <= 1 && shown[1].abs_diff(93) <= 1 && shown[2].abs_diff(31) <= 1, "{shown:?}");
    assert_eq!(with(&plain.encode().unwrap()).pixels.get_pixel(0, 0).0, [200, 100, 50, 255]);
    let odd = with(b"no profile at all");
    assert_eq!(odd.pixels.get_pixel(0, 0).0, [200, 100, 50, 255]);
    let warning = odd.warning.unwrap();
    assert_eq!(warning.code, "MB0766");
    assert_worded(&[warning]);
}

#[test]
fn bad_files_are_findings() {
    let png = file(&quarters(64, 64), ImageFormat::Png);
    let jpeg = file(&quarters(64, 64), ImageFormat::Jpeg);
    let webp = file(&quarters(64, 64), ImageFormat::WebP);
    for (name, bytes) in [("a.png", &png), ("a.jpg", &jpeg), ("a.webp", &webp)] {
        let path = format!("data/pictures/{name}");
        for keep in [0, 1, 9, 20, bytes.len() / 2, bytes.len() - 12] {
            assert_eq!(refused(&path, bytes[..keep].to_vec()).code, "MB0762", "{name} {keep}");
        }
    }
    assert_eq!(refused("data/pictures/a.gif", b"GIF89a\x01\0\x01\0".to_vec()).code, "MB0764");
    assert_eq!(refused("data/pictures/a.svg", b"<svg/>".to_vec()).code, "MB0764");
    assert_eq!(refused("data/pictures/a.png", b"<svg/>".to_vec()).code, "MB0762");
}

#[test]
fn four_inks_are_refused() {
    let mut bytes = Vec::new();
    jpeg_encoder::Encoder::new(&mut bytes, 90).encode(&[9; 256], 8, 8, jpeg_encoder::ColorType::Cmyk).unwrap();
    assert_eq!(refused("data/pictures/a.jpg", bytes).code, "MB0765");
}

#[test]
fn a_giant_is_refused_by_its_head() {
    let mut bytes = file(&quarters(2, 2), ImageFormat::Png);
    for (at, side) in [(16, 50_000_u32), (20, 2_001)] {
        bytes[at..at + 4].copy_from_slice(&side.to_be_bytes());
    }
    let mut crc = flate2::Crc::new();
    crc.update(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&crc.sum().to_be_bytes());
    assert_eq!(refused("data/pictures/a.png", bytes).code, "MB0763");
}

#[test]
fn any_byte_may_be_wrong() {
    for kind in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
        let whole = file(&quarters(24, 16), kind);
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[at] ^= 0xff;
            // Either it opens or it is said why not.
            let _ = decode("data/pictures/a", &bytes);
        }
    }
}

#[test]
fn names_are_found_however_their_letters_are_composed() {
    let mut folder = Folder::new();
    folder.insert("data/pictures/xu\u{31b}o\u{31b}\u{309}ng.png", file(&quarters(2, 2), ImageFormat::Png));
    folder.insert("brand/pictures/nền.webp", file(&quarters(2, 2), ImageFormat::WebP));
    folder.insert("data/other.png", file(&quarters(2, 2), ImageFormat::Png));
    let pictures = Pictures::read(&folder);
    assert!(pictures.find("data/pictures/xưởng.png").is_ok());
    assert!(pictures.find("brand/pictures/nền.webp").is_ok());
    let missing = pictures.find("data/pictures/xuởng.png").unwrap_err();
    assert_eq!((missing.code, missing.hint), ("MB0760", Some("did-you-mean")));
    let elsewhere = ["data/other.png", "/etc/hostname", "data/pictures/../other.png", ""];
    let found = elsewhere.map(|path| pictures.find(path).unwrap_err());
    assert_eq!(found.each_ref().map(|found| found.code), ["MB0761", "MB0761", "MB0760", "MB0761"]);
    assert_worded(&found);
    assert_worded(&[missing]);
    let none = Pictures::default().find("data/pictures/a.png").unwrap_err();
    assert_eq!(none.hint, Some("hint"));
}
