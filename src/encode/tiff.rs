//! TIFF 6.0: RGB or RGBA in strips pressed by deflate, with resolution, profile, XMP packet and IPTC-IIM block.
//!
//! No predictor: on drawn pictures it costs a seventh to a third more bytes (ARCHITECTURE.md). Strips come first and the
//! directory last, so that a picture can be written while it is drawn. The classic form, whose offsets have 32 bits:
//! many readers do not open BigTIFF.

use std::io::Cursor;

use anyhow::{Context as _, anyhow};
use libdeflater::{CompressionLvl, Compressor};
use rayon::iter::ParallelIterator as _;
use rayon::slice::ParallelSlice as _;
use tiff::encoder::{DirectoryEncoder, Rational, TiffEncoder, TiffKindStandard};
use tiff::tags::{CompressionMethod, ExtraSamples, PhotometricInterpretation, PlanarConfiguration, ResolutionUnit};
use tiff::tags::{Tag, Type};

use super::effort::{Effort, HIGH, HIGHEST, USUAL};
use super::exif::{PACKET_TAG, thousandths};
use super::pixels::pack;
use super::strips::Strips;
use super::{Pixels, Settings, profile};

/// RichTIFFIPTC, the IPTC-IIM block (XMP specification part 3, TIFF).
pub(super) const IIM_TAG: u16 = 33723;

/// Bytes of a strip before it is pressed, or one row where that is more. TIFF 6.0 asks for about 8 KB, for the memory of
/// 1992; each strip is pressed alone, and so short ones are two thirds larger to more than twice as large (ARCHITECTURE.md).
const STRIP: usize = 256 * 1024;
/// What wrote the file.
const SOFTWARE: &str = concat!("mocban ", env!("CARGO_PKG_VERSION"));
/// The last place that an offset can name.
const REACH: u64 = u32::MAX as u64;

/// A picture whose file would be longer than TIFF's offsets reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong;

impl std::fmt::Display for TooLong {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("the file would be longer than a TIFF can be, 4 GiB")
    }
}

impl std::error::Error for TooLong {}

/// Encodes without loss.
///
/// # Errors
/// [`TooLong`]; when the encoder fails.
pub(super) fn encode(pixels: &Pixels, settings: &Settings<'_>, effort: Effort) -> anyhow::Result<Vec<u8>> {
    let size = (pixels.width(), pixels.height());
    written(size, pixels.opaque(), settings, effort, REACH, |body| body.add(pixels.rgba()))
}

/// Encodes an opaque picture whose rows come in strips, without holding more than one of them. The bytes are those of
/// [`encode`].
///
/// # Errors
/// What a strip could not be drawn for; [`TooLong`]; when the encoder fails, or the strips are not the picture.
pub(super) fn encode_strips<E: From<anyhow::Error> + Send>(
    settings: &Settings<'_>,
    effort: Effort,
    strips: &Strips<'_, E>,
) -> Result<Vec<u8>, E> {
    written(strips.size, true, settings, effort, REACH, |body| {
        strips.iter().try_for_each(|strip| body.add(strip?.rgba()))
    })
}

/// A file with the rows that are filled in.
fn written<E: From<anyhow::Error>>(
    size: (u32, u32),
    opaque: bool,
    settings: &Settings<'_>,
    effort: Effort,
    reach: u64,
    fill: impl FnOnce(&mut Body<'_, '_>) -> Result<(), E>,
) -> Result<Vec<u8>, E> {
    let mut file = Cursor::new(Vec::new());
    let mut encoder = TiffEncoder::new(&mut file).map_err(failed)?;
    let directory = encoder.image_directory().map_err(failed)?;
    let mut body = Body::new(directory, size, opaque, effort, reach);
    fill(&mut body)?;
    body.finish(settings)?;
    Ok(file.into_inner())
}

/// A file that is being written.
type Directory<'e, 'f> = DirectoryEncoder<'e, &'f mut Cursor<Vec<u8>>, TiffKindStandard>;

/// Rows on their way into a file.
struct Body<'e, 'f> {
    /// The file's one directory, and what is written before it.
    directory: Directory<'e, 'f>,
    /// Where what is written ends.
    end: u64,
    /// Where it must end.
    reach: u64,
    /// Levels of deflate; of several the one that presses best.
    levels: &'static [i32],
    /// Width and height.
    size: (u32, u32),
    /// Whether the file has RGB.
    opaque: bool,
    /// Rows that are not yet a strip, RGBA.
    rows: Vec<u8>,
    /// Where strips begin.
    offsets: Vec<u32>,
    /// How long they are.
    lengths: Vec<u32>,
}

impl<'e, 'f> Body<'e, 'f> {
    /// Nothing yet.
    fn new(directory: Directory<'e, 'f>, size: (u32, u32), opaque: bool, effort: Effort, reach: u64) -> Self {
        let (levels, rows, offsets, lengths) = (levels(effort), Vec::new(), Vec::new(), Vec::new());
        Self { directory, end: 0, reach, levels, size, opaque, rows, offsets, lengths }
    }

    /// Rows of a strip.
    fn rows_of_strip(&self) -> usize {
        let stride = self.size.0 as usize * if self.opaque { 3 } else { 4 };
        (STRIP / stride.max(1)).max(1)
    }

    /// Takes rows of RGBA, as many as there are.
    fn add<E: From<anyhow::Error>>(&mut self, samples: &[u8]) -> Result<(), E> {
        let whole = self.rows_of_strip() * self.size.0 as usize * 4;
        let begun = if self.rows.is_empty() { 0 } else { samples.len().min(whole - self.rows.len()) };
        let (first, rest) = samples.split_at(begun);
        self.rows.extend_from_slice(first);
        if self.rows.len() == whole {
            self.write_rows()?;
        }
        // Each is pressed alone, so several can be at a time.
        let strips = rest.par_chunks_exact(whole.max(1));
        let later = strips.remainder();
        let pressed: Vec<_> = strips.map(|strip| pressed(strip, self.opaque, self.levels)).collect();
        pressed.into_iter().try_for_each(|strip| self.write(&strip?))?;
        self.rows.extend_from_slice(later);
        Ok(())
    }

    /// Writes the rows gathered as a strip.
    fn write_rows(&mut self) -> anyhow::Result<()> {
        let strip = pressed(&self.rows, self.opaque, self.levels)?;
        self.rows.clear();
        self.write(&strip)
    }

    /// Writes a strip.
    fn write(&mut self, strip: &[u8]) -> anyhow::Result<()> {
        let start = self.directory.write_data(strip).map_err(failed)?;
        self.end = start + strip.len() as u64;
        if self.end > self.reach {
            return Err(TooLong.into());
        }
        self.offsets.push(u32::try_from(start).map_err(|_| TooLong)?);
        self.lengths.push(u32::try_from(strip.len()).map_err(|_| TooLong)?);
        Ok(())
    }

    /// Writes the last strip, and all that the file says besides its pixels.
    fn finish(mut self, settings: &Settings<'_>) -> anyhow::Result<()> {
        if !self.rows.is_empty() {
            self.write_rows()?;
        }
        let said = settings.xmp.len() + settings.iim.len() + profile::srgb()?.len() + self.offsets.len() * 8;
        // What follows has some hundred bytes besides these.
        if self.end + said as u64 + 1024 > self.reach {
            return Err(TooLong.into());
        }
        if self.end % 2 == 1 {
            self.directory.write_data(0_u8).map_err(failed)?;
        }
        let rows = u32::try_from(self.rows_of_strip())?.min(self.size.1);
        let (offsets, lengths) = (std::mem::take(&mut self.offsets), std::mem::take(&mut self.lengths));
        let mut directory = self.directory;
        shape(&mut directory, self.size, self.opaque).map_err(failed)?;
        directory.write_tag(Tag::RowsPerStrip, rows).map_err(failed)?;
        directory.write_tag(Tag::StripOffsets, &*offsets).map_err(failed)?;
        directory.write_tag(Tag::StripByteCounts, &*lengths).map_err(failed)?;
        about(&mut directory, settings)?;
        directory.finish().map_err(failed)
    }
}

/// A strip of RGBA, packed to RGB if the file has that, as the shortest of several levels has it.
fn pressed(rgba: &[u8], opaque: bool, levels: &[i32]) -> anyhow::Result<Vec<u8>> {
    let mut packed = vec![0; if opaque { rgba.len() / 4 * 3 } else { 0 }];
    if opaque {
        pack(rgba, &mut packed);
    }
    let rows = if opaque { &packed } else { rgba };
    let mut best = Vec::new();
    for level in levels {
        let level = CompressionLvl::new(*level).map_err(|_| anyhow!("there is no such level of deflate"))?;
        let mut compressor = Compressor::new(level);
        let mut other = vec![0; compressor.zlib_compress_bound(rows.len())];
        let length = compressor.zlib_compress(rows, &mut other).context("TIFF pixels")?;
        if best.is_empty() || length < best.len() {
            other.truncate(length);
            best = other;
        }
    }
    best.shrink_to_fit();
    Ok(best)
}

/// How pixels lie in the file.
fn shape(directory: &mut Directory<'_, '_>, (width, height): (u32, u32), opaque: bool) -> tiff::TiffResult<()> {
    let channels: u16 = if opaque { 3 } else { 4 };
    directory.write_tag(Tag::ImageWidth, width)?;
    directory.write_tag(Tag::ImageLength, height)?;
    directory.write_tag(Tag::BitsPerSample, &*vec![8_u16; channels.into()])?;
    // Of the two numbers that deflate has, the one that TIFF's owner gave it.
    directory.write_tag(Tag::Compression, CompressionMethod::Deflate)?;
    directory.write_tag(Tag::PhotometricInterpretation, PhotometricInterpretation::RGB)?;
    directory.write_tag(Tag::Orientation, 1_u16)?;
    directory.write_tag(Tag::SamplesPerPixel, channels)?;
    directory.write_tag(Tag::PlanarConfiguration, PlanarConfiguration::Chunky)?;
    if !opaque {
        directory.write_tag(Tag::ExtraSamples, &[ExtraSamples::UnassociatedAlpha][..])?;
    }
    Ok(())
}

/// What the file says of itself.
fn about(directory: &mut Directory<'_, '_>, settings: &Settings<'_>) -> anyhow::Result<()> {
    let resolution = Rational { n: thousandths(settings.dpi), d: 1000 };
    directory.write_tag(Tag::XResolution, resolution.clone()).map_err(failed)?;
    directory.write_tag(Tag::YResolution, resolution).map_err(failed)?;
    directory.write_tag(Tag::ResolutionUnit, ResolutionUnit::Inch).map_err(failed)?;
    bytes(directory, Tag::Software, Type::ASCII, &[SOFTWARE.as_bytes(), b"\0"].concat())?;
    bytes(directory, Tag::Unknown(PACKET_TAG), Type::BYTE, settings.xmp.as_bytes())?;
    // As words of four bytes, filled up with zeros: that is the type readers know it by.
    let filling = vec![0; settings.iim.len().next_multiple_of(4) - settings.iim.len()];
    bytes(directory, Tag::Unknown(IIM_TAG), Type::LONG, &[settings.iim, &filling].concat())?;
    bytes(directory, Tag::IccProfile, Type::UNDEFINED, profile::srgb()?)
}

/// Writes a value that is bytes, and fills up to a whole word after it, where the next must begin (TIFF 6.0, section 2);
/// nothing when there are none.
fn bytes(directory: &mut Directory<'_, '_>, tag: Tag, kind: Type, value: &[u8]) -> anyhow::Result<()> {
    if value.is_empty() {
        return Ok(());
    }
    let entry = directory.write_entry_bytes(kind, value).map_err(failed)?;
    let mut one = tiff::Directory::empty();
    one.extend([(tag, entry)]);
    directory.extend_from(&one);
    if value.len() > 4 && value.len() % 2 == 1 {
        directory.write_data(0_u8).map_err(failed)?;
    }
    Ok(())
}

/// How hard libdeflate presses; the highest level is not the best for every strip.
fn levels(effort: Effort) -> &'static [i32] {
    match effort {
        Effort::Usual => &[USUAL],
        Effort::High => &[HIGH],
        Effort::Highest => &[USUAL, HIGH, HIGHEST],
    }
}

/// What the library says.
fn failed(error: tiff::TiffError) -> anyhow::Error {
    anyhow::Error::new(error).context("TIFF")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SETTINGS: Settings<'static> = Settings {
        dpi: 25.4,
        xmp: "<x>ẫ</x>!",
        iim: b"\x1c\x01Z\0\x03\x1b%G\x1c\x02P\0\x01a",
        max_bytes: None,
        small: false,
    };

    /// Rows of a picture in which no two are alike; something shines through unless it is opaque.
    #[expect(clippy::cast_possible_truncation, reason = "any number will do")]
    fn rows(width: u32, from: u32, to: u32, opaque: bool) -> Pixels {
        let alpha = |x: u32, y: u32| if opaque { 255 } else { 128 | (x + y) as u8 };
        let sample = |y: u32| (0..width).flat_map(move |x| [(x * y) as u8 & 127, (y / 3) as u8 & 127, 90, alpha(x, y)]);
        Pixels::from_premultiplied(width, to - from, (from..to).flat_map(sample).collect()).unwrap()
    }

    /// What a stranger reads in a file.
    fn opened(file: &[u8]) -> image::DynamicImage {
        image::load_from_memory_with_format(file, image::ImageFormat::Tiff).unwrap()
    }

    #[test]
    fn whole_and_stripped_files_are_the_same_and_hold_every_pixel() {
        // Strips of TIFF end inside, at and beyond those that are drawn; the widest row alone is longer than one.
        for (width, height) in [(1, 1), (2, 999), (97, 1351), (2731, 70), (90_001, 5)] {
            let whole = rows(width, 0, height, true);
            let file = encode(&whole, &SETTINGS, Effort::Usual).unwrap();
            let read = opened(&file);
            assert_eq!((read.color(), read.width(), read.height()), (image::ColorType::Rgb8, width, height));
            assert!(read.into_rgb8().as_raw() == &whole.on_white(), "{width} × {height}");
            for step in [1_u32, 32, 512] {
                let draw = |at: usize| {
                    let y = u32::try_from(at).unwrap() * step;
                    anyhow::Ok(rows(width, y, (y + step).min(height), true))
                };
                let strips = Strips { size: (width, height), count: height.div_ceil(step) as usize, draw: &draw };
                let stripped = encode_strips(&SETTINGS, Effort::Usual, &strips).unwrap();
                assert!(stripped == file, "{width} × {height} in strips of {step}");
            }
        }
    }

    #[test]
    fn what_shines_through_is_kept_straight() {
        for (width, height) in [(1, 1), (97, 1351), (70_001, 3)] {
            let clear = rows(width, 0, height, false);
            assert!(!clear.opaque());
            for effort in [Effort::Usual, Effort::High] {
                let read = opened(&encode(&clear, &SETTINGS, effort).unwrap());
                assert_eq!(read.color(), image::ColorType::Rgba8);
                assert!(read.into_rgba8().as_raw() == clear.rgba(), "{width} × {height}");
            }
        }
    }

    #[test]
    fn a_picture_of_nothing_is_no_panic() {
        let none = Pixels::from_premultiplied(0, 0, Vec::new()).unwrap();
        assert!(encode(&none, &SETTINGS, Effort::Highest).is_ok());
        let strips = Strips { size: (u32::MAX, 1), count: 0, draw: &|_| Err(anyhow!("there is none")) };
        assert!(encode_strips::<anyhow::Error>(&SETTINGS, Effort::Usual, &strips).is_err());
    }

    #[test]
    fn values_begin_at_even_places() {
        let file = encode(&rows(97, 0, 3, true), &SETTINGS, Effort::Usual).unwrap();
        let word = |at: usize| u32::from_le_bytes(*file[at..].first_chunk().unwrap()) as usize;
        let directory = word(4);
        assert_eq!((directory % 2, word(directory) & 0xffff), (0, 18));
        for entry in 0..18 {
            let at = directory + 2 + entry * 12;
            let (tag, kind) = (word(at) & 0xffff, word(at) >> 16);
            let bytes = word(at + 4) * [0, 1, 1, 2, 4, 8, 1, 1][kind];
            assert!(bytes <= 4 || word(at + 8) % 2 == 0, "tag {tag}");
            assert!(tag != 273 || word(at + 8) == 8, "one strip, at once after the header");
        }
    }

    #[test]
    fn a_file_beyond_its_offsets_is_refused_wherever_it_grows_too_long() {
        let picture = rows(2731, 0, 70, true);
        let made = |reach| {
            let fill = |body: &mut Body<'_, '_>| body.add(picture.rgba());
            written::<anyhow::Error>((2731, 70), true, &SETTINGS, Effort::Usual, reach, fill)
        };
        let length = made(REACH).unwrap().len() as u64;
        for reach in [0, 9, length / 2, length - 1] {
            assert!(made(reach).unwrap_err().context("as export says it").is::<TooLong>(), "{reach}");
        }
        assert!(made(length + 1024).is_ok());
    }
}
