//! Finished files, read back by the programs that press desks use: ExifTool, Poppler, qpdf.
//!
//! A program that is not installed is said plainly on standard output and its part of the test is left out.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a test may stop, and says what it left out")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, LazyLock};

use mocban::brand::{Face, Typefaces};
use mocban::digest::Digest;
use mocban::encode::Encoding;
use mocban::export::{Kit, export_all};
use mocban::format::{Format, Shape};
use mocban::metadata::Metadata;
use mocban::paint::Painter;
use mocban::svg::{Artwork, Drawing};
use mocban::units::{Insets, Size};

/// Lines of the live text, with every kind of Vietnamese mark.
const LINES: [&str; 3] = [
    "Lợi ích của Văn phòng số không giấy tờ",
    "Tỷ lệ hồ sơ trực tuyến đạt 82,5 %",
    "ĐƯỜNG ẨM ƯỚT, NGHĨA VỤ, QUYỀN LỢI ỔN",
];

/// The two families of the kit that ships with the program.
fn typefaces() -> Typefaces {
    let face = |family: &str, file: &str, weight: u16| {
        let path = format!("brand/fonts/{file}");
        let data = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(&path)).unwrap();
        Face {
            family: family.to_owned(),
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
    let faces = vec![
        face("Be Vietnam Pro", "BeVietnamPro_400Regular.ttf", 400),
        face("Be Vietnam Pro", "BeVietnamPro_700Bold.ttf", 700),
        face("Inter", "Inter_600SemiBold.ttf", 600),
    ];
    Typefaces { faces, digest: Digest::of(b"") }
}

/// A page of 400 × 200 pixels with 10 of bleed, at 144 to the inch.
fn artwork() -> Artwork<'static> {
    let head = r#"<svg xmlns="http://www.w3.org/2000/svg" width="420" height="220" viewBox="0 0 420 220">"#;
    let ground = r##"<rect width="420" height="220" fill="#0d9488"/><circle cx="380" cy="180" r="20" fill="#fff"/>"##;
    let faces = [("Be Vietnam Pro", 400), ("Inter", 600), ("Be Vietnam Pro", 700)];
    let text: String = LINES
        .iter()
        .zip(faces)
        .zip([60, 100, 140])
        .map(|((line, (family, weight)), y)| {
            format!(
                r#"<text x="20" y="{y}" font-family="{family}" font-weight="{weight}" font-size="16">{line}</text>"#
            )
        })
        .collect();
    Artwork {
        drawing: Drawing::Written {
            outlines: format!("{head}{ground}</svg>"),
            live: format!("{head}{ground}{text}</svg>"),
        },
        width: 420,
        height: 220,
        bleed: 10.0,
        dpi: 144.0,
    }
}

/// The format of that page.
fn format() -> Format {
    Format {
        name: "card".to_owned(),
        trim: Size { width: 400.0, height: 200.0 },
        trim_mm: None,
        dpi: 144.0,
        bleed: 10.0,
        safe: Insets::default(),
        distance_mm: 400.0,
        rem: 16.0,
        shape: Shape::Wide,
        snap: false,
        max_bytes: None,
        encodings: Vec::new(),
        usage: mocban::format::Use::Screen,
        source: String::new(),
        checked: String::new(),
        confidence: String::new(),
    }
}

/// Metadata with every field.
fn metadata() -> Metadata {
    Metadata {
        language: "vi".to_owned(),
        headline: "Văn phòng số: 82,5 % hồ sơ <trực tuyến>".to_owned(),
        caption: "Số liệu minh hoạ & chỉ tiêu".to_owned(),
        alt_text: "Biểu đồ cột với giá trị 82,5 %".to_owned(),
        description: "Cột thứ nhất: 82,5 %. Cột thứ hai: 40 %.".to_owned(),
        creator: "Sở Khoa học và Công nghệ".to_owned(),
        credit_line: "Đồ hoạ: Sở Khoa học và Công nghệ tỉnh".to_owned(),
        copyright_notice: "© Uỷ ban nhân dân tỉnh".to_owned(),
        usage_terms: "Được dùng lại, ghi rõ nguồn".to_owned(),
        license_url: "https://creativecommons.org/licenses/by/4.0/".to_owned(),
        keywords: vec!["chuyển đổi số".to_owned(), "hành chính".to_owned()],
        asset: "card_vi".to_owned(),
        code: "7K3F-9QX2-M1A".to_owned(),
        program: "mocban 0.1.0".to_owned(),
        ..Metadata::default()
    }
}

/// The first page in every encoding (PDF: both pages), made once for all tests.
static FILES: LazyLock<Vec<(Encoding, Vec<u8>)>> = LazyLock::new(|| {
    let pages = [artwork(), artwork()];
    let built = |encoding: &Encoding| *encoding != Encoding::Avif || cfg!(feature = "avif");
    let encodings: Vec<_> = Encoding::ALL.into_iter().filter(built).collect();
    let kit = Kit { typefaces: &typefaces(), painter: &Painter::default(), small: false };
    let all = export_all(&pages, &encodings, &format(), &metadata(), kit);
    all.into_iter().map(|(encoding, files)| (encoding, files.unwrap().swap_remove(0).bytes)).collect()
});

/// These files written into a folder; paths by encoding.
fn files(folder: &Path) -> Vec<(Encoding, PathBuf)> {
    let written = FILES.iter().map(|(encoding, bytes)| {
        let path = folder.join(format!("card.{}", encoding.extension()));
        std::fs::write(&path, bytes).unwrap();
        (*encoding, path)
    });
    written.collect()
}

/// What a program prints, or `None` (said on standard output) when it is not installed.
fn said(program: &str, arguments: &[&str], path: &Path) -> Option<String> {
    match Command::new(program).args(arguments).arg(path).output() {
        Ok(output) => {
            let (out, error) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
            assert!(output.status.success(), "{program} on {}: {out}{error}", path.display());
            Some(out.into_owned())
        }
        Err(error) => {
            println!("NOT CHECKED with {program}, which cannot be run: {error}");
            None
        }
    }
}

#[test]
fn exiftool_reads_the_metadata_of_every_encoding() {
    let folder = tempfile::tempdir().unwrap();
    for (encoding, path) in files(folder.path()) {
        let Some(json) = said("exiftool", &["-json", "-struct", "-G1", "-a", "-all", "-validate", "-warning"], &path)
        else {
            return;
        };
        let found: serde_json::Value = serde_json::from_str(&json).unwrap();
        let found = &found[0];
        let meant = metadata();
        for (tag, value) in [
            // A picture's title is its name; a document's stands above its window.
            ("XMP-dc:Title", if encoding == Encoding::Pdf { &meant.headline } else { &meant.asset }),
            ("XMP-dc:Description", &meant.caption),
            ("XMP-dc:Rights", &meant.copyright_notice),
            ("XMP-dc:Identifier", &meant.asset),
            ("XMP-photoshop:Headline", &meant.headline),
            ("XMP-photoshop:Credit", &meant.credit_line),
            ("XMP-xmpRights:UsageTerms", &meant.usage_terms),
            ("XMP-xmpRights:WebStatement", &meant.license_url),
            ("XMP-iptcCore:AltTextAccessibility", &meant.alt_text),
            ("XMP-xmp:CreatorTool", &meant.program),
        ] {
            // A text said in several languages is an object by language with -struct.
            let text =
                found[tag].as_str().or_else(|| found[tag]["x-default"].as_str()).or_else(|| found[tag]["vi"].as_str());
            assert_eq!(text, Some(value.as_str()), "{encoding:?} {tag} in {json}");
        }
        assert_eq!(found["XMP-dc:Creator"], serde_json::json!([meant.creator]), "{encoding:?}");
        assert_eq!(found["XMP-dc:Subject"], serde_json::json!(meant.keywords), "{encoding:?}");
        let source = found["XMP-iptcExt:DigitalSourceType"].as_str();
        let uri = "http://cv.iptc.org/newscodes/digitalsourcetype/dataDrivenMedia";
        assert!(source == Some(uri) || source == Some("Data-driven Media"), "{encoding:?}: {source:?}");
        // In SVG, ExifTool's check wants the packet at the root, where SVG has no place for it.
        match encoding {
            Encoding::Svg => {}
            // ExifTool knows the compressions of TIFF 6.0; deflate came ten years later, with Photoshop.
            Encoding::Tiff => {
                assert_eq!(found["ExifTool:Validate"], "1 Warning", "{json}");
                assert_eq!(found["ExifTool:Warning"], "Invalid value for IFD0 tag 0x0103 Compression", "{json}");
            }
            _ => assert_eq!(found["ExifTool:Validate"], "OK", "{encoding:?}: {}", found["ExifTool:Warning"]),
        }
    }
}

#[test]
fn exiftool_finds_size_resolution_and_profile_in_rasters() {
    let folder = tempfile::tempdir().unwrap();
    for (encoding, path) in files(folder.path()) {
        if encoding.longest_side().is_none() {
            continue;
        }
        let tags = ["-json", "-n", "-ImageSize", "-XResolution", "-PixelsPerUnitX", "-ProfileDescription"];
        let Some(json) = said("exiftool", &tags, &path) else { return };
        let found: serde_json::Value = serde_json::from_str(&json).unwrap();
        let found = &found[0];
        assert_eq!(found["ImageSize"], "420 220", "{encoding:?}");
        if encoding == Encoding::Png {
            assert_eq!(found["PixelsPerUnitX"], 5669, "144 to the inch");
        } else {
            assert_eq!(found["XResolution"], 144, "{encoding:?}");
        }
        // AVIF says sRGB in its AV1 stream, which ExifTool does not look into.
        if encoding != Encoding::Avif {
            assert_eq!(found["ProfileDescription"], "sRGB IEC61966-2.1", "{encoding:?}");
        }
    }
}

/// What a program of libtiff prints, on either output; none when it is not installed, which CI does not let pass.
fn told_by_libtiff(program: &str, arguments: &[&str], path: &Path) -> Option<String> {
    match Command::new(program).args(arguments).arg(path).output() {
        Ok(output) => {
            let (out, error) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
            assert!(output.status.success() && error.is_empty(), "{program} on {}: {out}{error}", path.display());
            Some(out.into_owned())
        }
        Err(error) => {
            assert!(std::env::var_os("CI").is_none(), "{program} cannot be run: {error}");
            println!("NOT CHECKED with {program}, which cannot be run: {error}");
            None
        }
    }
}

#[test]
fn libtiff_reads_a_tiff_and_all_that_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let files = files(folder.path());
    let path = &files.iter().find(|(encoding, _)| *encoding == Encoding::Tiff).unwrap().1;
    // With -d it decodes every strip, with -s it lists them.
    let Some(about) = told_by_libtiff("tiffinfo", &["-d", "-s"], path) else { return };
    for line in [
        "Image Width: 420 Image Length: 220",
        "Resolution: 144, 144 pixels/inch",
        "Bits/Sample: 8",
        "Compression Scheme: AdobeDeflate",
        "Photometric Interpretation: RGB color",
        "Samples/Pixel: 3",
        "Planar Configuration: single image plane",
        "Software: mocban ",
        "ICC Profile: <present>",
        "RichTIFFIPTC Data: <present>",
        "XMLPacket (XMP Metadata):",
        "7K3F-9QX2-M1A",
    ] {
        assert!(about.contains(line), "{line} in {about}");
    }
    assert!(told_by_libtiff("tiffdump", &[], path).unwrap().contains("StripOffsets (273) LONG (4) 2<"));
    let read = image::open(path).unwrap().into_rgb8();
    let png = &files.iter().find(|(encoding, _)| *encoding == Encoding::Png).unwrap().1;
    assert!(read == image::open(png).unwrap().into_rgb8(), "the same pixels as the PNG");
}

#[test]
fn a_pdfs_text_comes_out_as_it_was_written() {
    let folder = tempfile::tempdir().unwrap();
    let files = files(folder.path());
    let path = &files.iter().find(|(encoding, _)| *encoding == Encoding::Pdf).unwrap().1;
    if let Some(fonts) = said("pdffonts", &[], path) {
        assert!(fonts.contains("BeVietnamPro-Bold") && fonts.contains("Inter"), "{fonts}");
        assert!(!fonts.contains(" no  "), "each font is embedded: {fonts}");
    }
    if let Some(information) = said("pdfinfo", &["-box"], path) {
        for line in [
            "Title:           Văn phòng số: 82,5 % hồ sơ <trực tuyến>",
            "Pages:           2",
            "Page size:       210 x 110 pts",
        ] {
            assert!(information.contains(line), "{line} in {information}");
        }
        assert!(information.contains("TrimBox:             5.00     5.00   205.00   105.00"), "{information}");
        assert!(!information.contains("CreationDate"), "{information}");
    }
    let _ = said("qpdf", &["--check"], path);
    // Poppler writes to standard output when the second name is a dash.
    match Command::new("pdftotext").arg(path).arg("-").output() {
        Ok(output) => {
            let text = String::from_utf8_lossy(&output.stdout);
            for line in LINES {
                assert_eq!(text.matches(line).count(), 2, "{line} on each page of {text}");
            }
        }
        Err(error) => println!("NOT CHECKED with pdftotext, which cannot be run: {error}"),
    }
}
