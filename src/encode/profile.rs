//! The sRGB colour profile that raster files carry.

use std::sync::OnceLock;

use anyhow::{Context as _, anyhow};
use moxcms::ColorProfile;

/// The ICC profile's bytes, the same on every day.
///
/// # Errors
/// When the profile cannot be written, which would be a bug in its library.
pub(super) fn srgb() -> anyhow::Result<&'static [u8]> {
    /// Written once for all pictures.
    static PROFILE: OnceLock<Result<Vec<u8>, String>> = OnceLock::new();
    PROFILE
        .get_or_init(write)
        .as_ref()
        .map(Vec::as_slice)
        .map_err(|error| anyhow!("{error}"))
        .context("writing the sRGB profile")
}

/// Midnight of 2000-01-01 as ICC.1:2022 4.2 writes it, from year to second.
const DATE: [u8; 12] = [0x07, 0xd0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0];

/// Writes the profile; its date of creation (header bytes 24 to 35) is fixed, since the library writes today's.
fn write() -> Result<Vec<u8>, String> {
    let mut bytes = ColorProfile::new_srgb().encode().map_err(|error| format!("{error:?}"))?;
    bytes.get_mut(24..36).ok_or("the profile has no header")?.copy_from_slice(&DATE);
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_is_srgb_with_a_fixed_date() {
        let bytes = srgb().unwrap();
        assert_eq!(&bytes[36..40], b"acsp");
        assert_eq!(bytes[24..36], DATE);
        // A profile identifier would be a digest over the date too.
        assert_eq!(bytes[84..100], [0; 16]);
        assert!(ColorProfile::new_from_slice(bytes).is_ok());
        // What libpng asks of a profile before it believes it: the connection space is lit by D50 (ICC.1:2022 7.2.16),
        // and tags start on multiples of four (7.3.1).
        assert_eq!(bytes[68..80], [0, 0, 0xf6, 0xd6, 0, 1, 0, 0, 0, 0, 0xd3, 0x2d]);
        let number = |at: usize| u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
        for tag in 0..number(128) as usize {
            assert_eq!(number(132 + 12 * tag + 4) % 4, 0, "tag {tag}");
        }
        assert!(bytes.len() < 4096, "{} bytes in each file", bytes.len());
    }
}
