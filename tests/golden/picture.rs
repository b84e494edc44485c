//! Small pictures that tests compare: RGBA in, PNG, and a strip that shows what differs, out.

use mocban::encode::Pixels;

/// A picture, straight RGBA.
#[derive(Clone)]
pub(crate) struct Picture {
    /// Pixels across.
    width: usize,
    /// Pixels down.
    height: usize,
    /// Rows from the top.
    data: Vec<[u8; 4]>,
}

impl Picture {
    /// What was drawn.
    pub(crate) fn of(pixels: &Pixels) -> Self {
        let data = pixels.rgba().as_chunks().0.to_vec();
        Self { width: pixels.width() as usize, height: pixels.height() as usize, data }
    }

    /// A reference picture.
    pub(crate) fn read(png: &[u8]) -> Self {
        let image = image::load_from_memory(png).unwrap().to_rgba8();
        let data = image.pixels().map(|p| p.0).collect();
        Self { width: image.width() as usize, height: image.height() as usize, data }
    }

    /// Pages of one size below each other, a grey line between.
    pub(crate) fn below_each_other(pages: &[Self]) -> Self {
        let width = pages[0].width;
        let mut data = Vec::new();
        for (number, page) in pages.iter().enumerate() {
            if number > 0 {
                data.extend(vec![[128, 128, 128, 255]; width]);
            }
            data.extend(&page.data);
        }
        Self { width, height: data.len() / width, data }
    }

    /// Whether two pixels are the same within one step a channel; both clear counts as the same.
    fn alike(a: [u8; 4], b: [u8; 4]) -> bool {
        (a[3] == 0 && b[3] == 0) || a.iter().zip(b).all(|(a, b)| a.abs_diff(b) <= 1)
    }

    /// Whether two pictures are the same.
    pub(crate) fn near(&self, other: &Self) -> bool {
        (self.width, self.height) == (other.width, other.height)
            && self.data.iter().zip(&other.data).all(|(a, b)| Self::alike(*a, *b))
    }

    /// This one as expected, where they differ (red), the other.
    pub(crate) fn strip(&self, actual: &Self) -> Self {
        let (width, height) = (self.width.max(actual.width), self.height.max(actual.height));
        let at = |picture: &Self, x: usize, y: usize| {
            if x < picture.width && y < picture.height {
                picture.data[y * picture.width + x]
            } else {
                [255, 0, 255, 255]
            }
        };
        let mut data = Vec::with_capacity(3 * width * height);
        for y in 0..height {
            data.extend((0..width).map(|x| at(self, x, y)));
            data.extend((0..width).map(|x| {
                let (a, b) = (at(self, x, y), at(actual, x, y));
                if Self::alike(a, b) { [255, 255, 255, 255] } else { [255, 0, 0, 255] }
            }));
            data.extend((0..width).map(|x| at(actual, x, y)));
        }
        Self { width: 3 * width, height, data }
    }

    /// As PNG, small: with a palette where 256 colours are enough.
    pub(crate) fn to_png(&self) -> Vec<u8> {
        let mut palette: Vec<[u8; 4]> = self.data.clone();
        palette.sort_unstable();
        palette.dedup();
        let mut out = Vec::new();
        let mut encoder = png::Encoder::new(&mut out, self.width as u32, self.height as u32);
        encoder.set_compression(png::Compression::High);
        let bytes: Vec<u8> = if palette.len() <= 256 {
            encoder.set_color(png::ColorType::Indexed);
            encoder.set_palette(palette.iter().flat_map(|p| p[..3].to_vec()).collect::<Vec<u8>>());
            encoder.set_trns(palette.iter().map(|p| p[3]).collect::<Vec<u8>>());
            self.data.iter().map(|p| palette.binary_search(p).unwrap() as u8).collect()
        } else if palette.iter().all(|p| p[3] == u8::MAX) {
            encoder.set_color(png::ColorType::Rgb);
            self.data.iter().flat_map(|p| p[..3].to_vec()).collect()
        } else {
            encoder.set_color(png::ColorType::Rgba);
            self.data.iter().flatten().copied().collect()
        };
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&bytes).unwrap();
        writer.finish().unwrap();
        out
    }
}
