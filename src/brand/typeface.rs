//! Faces of the kit. No other font is ever used.

use std::sync::Arc;

use crate::digest::Digest;

/// A face's index in [`Typefaces`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FaceId(pub u16);

/// One font file's face.
#[derive(Debug, Clone)]
pub struct Face {
    /// Family name as the file says (typographic family when it has one).
    pub family: String,
    /// Weight, 1 to 1000.
    pub weight: u16,
    /// Whether it is italic or oblique.
    pub italic: bool,
    /// The file's bytes.
    pub data: Arc<[u8]>,
    /// Index in a collection.
    pub index: u32,
    /// Path in the campaign folder.
    pub path: String,
    /// Units per em.
    pub units_per_em: f32,
    /// Ascent above the baseline, in em.
    pub ascent: f32,
    /// Descent below the baseline, in em, positive.
    pub descent: f32,
    /// Height of a capital, in em.
    pub cap_height: f32,
    /// Height of x, in em.
    pub x_height: f32,
}

/// All faces of the kit.
#[derive(Debug, Clone)]
pub struct Typefaces {
    /// The faces, ordered by family, weight, slope, path.
    pub faces: Vec<Face>,
    /// Digest over all files.
    pub digest: Digest,
}

impl Typefaces {
    /// A face by its index.
    ///
    /// Identifiers come from this same kit, so the index is always in range.
    pub fn face(&self, id: FaceId) -> &Face {
        &self.faces[usize::from(id.0)]
    }

    /// The face with exactly this family, weight and slope.
    pub fn find(&self, family: &str, weight: u16, italic: bool) -> Option<FaceId> {
        let at = self.faces.iter().position(|f| f.family == family && f.weight == weight && f.italic == italic)?;
        u16::try_from(at).ok().map(FaceId)
    }
}
