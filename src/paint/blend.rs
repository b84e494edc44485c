//! Pixels over pixels, in 8 bits as the drawing library does it.

/// A pixel whose colours are multiplied by its alpha.
pub(super) type Pixel = [u8; 4];

/// A product of two channels.
pub(super) fn product(a: u8, b: u8) -> u8 {
    // The drawing library's own rounding: never below the product, and exact at both ends.
    let [_, product] = (u16::from(a) * u16::from(b) + 255).to_le_bytes();
    product
}

/// Lays a pixel over another.
pub(super) fn over(below: &mut Pixel, top: Pixel) {
    let left = u8::MAX - top[3];
    for (below, top) in below.iter_mut().zip(top) {
        *below = top.saturating_add(product(*below, left));
    }
}
