//! Shaping: styled words to clusters of glyphs, in em.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use harfrust::{ShapePlan, Shaper, ShaperData, UnicodeBuffer};

use super::breaks::{Break, opportunities};
use super::outline::{NOTHING, Outline, Outlines, Placing, write_step};
use crate::brand::{Face, FaceId, Typefaces};

/// Words of more bytes are not kept: they are a paragraph's, and hardly come again.
const SHORT: usize = 64;
/// How many words of a face are kept, about 2 kB each.
const KEPT: usize = 2048;

/// The kit's faces, opened for shaping; shared by all threads of a run.
pub struct Fonts<'a> {
    /// The faces as read.
    typefaces: &'a Typefaces,
    /// The same, opened, in the same order; none where a file could not be opened.
    open: Vec<Option<OpenFace<'a>>>,
}

/// A face with what shaping and drawing need.
struct OpenFace<'a> {
    /// For shaping.
    font: harfrust::FontRef<'a>,
    /// Prepared shaping tables.
    data: ShaperData,
    /// For drawing.
    outlines: Outlines<'a>,
    /// Plans for shaping, one for each script that was met: to make one takes longer than to shape a word.
    plans: RwLock<Vec<Arc<ShapePlan>>>,
    /// Short words that were shaped before.
    known: RwLock<HashMap<Box<str>, Arc<Words>>>,
}

/// Words shaped in a face, which a batch says again and again.
struct Words {
    /// Clusters, without tracking.
    clusters: Vec<Cluster>,
    /// Characters that the face has no glyph for.
    missing: Vec<char>,
    /// What may happen before each cluster, when they are a whole paragraph.
    breaks: OnceLock<Vec<Break>>,
}

/// A stretch of text in one style.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// Byte range in the paragraph.
    pub range: Range<usize>,
    /// Its face.
    pub face: FaceId,
    /// Tracking in em.
    pub tracking: f32,
}

/// A paragraph, shaped once, wrapped as often as needed.
#[derive(Debug, Clone, Default)]
pub struct Shaped {
    /// The words.
    pub text: String,
    /// Clusters in order.
    pub clusters: Vec<Cluster>,
    /// Break opportunities: `breaks[i]` lies before cluster `i`.
    pub(super) breaks: Vec<Break>,
}

/// What moves as one: a letter with its marks, a ligature, a space.
#[derive(Debug, Clone, PartialEq)]
pub struct Cluster {
    /// Byte range in the paragraph.
    pub range: Range<usize>,
    /// Index of its piece.
    pub piece: usize,
    /// Advance in em, tracking included.
    pub advance: f32,
    /// The tracking in it, in em, which a line's last letter goes without.
    pub tracking: f32,
    /// Glyphs: identifier, x and y offset in em from the cluster's start, y upwards. What was shaped before shares them.
    pub glyphs: Arc<[(u16, f32, f32)]>,
    /// Whether it is white space, which hangs at a line's end.
    pub space: bool,
}

impl<'a> Fonts<'a> {
    /// Opens the faces of a kit.
    pub fn new(typefaces: &'a Typefaces) -> Self {
        Self { typefaces, open: typefaces.faces.iter().map(open).collect() }
    }

    /// The kit they are from.
    pub fn typefaces(&self) -> &'a Typefaces {
        self.typefaces
    }

    /// Shapes a paragraph; `pieces` cover it without gaps.
    ///
    /// # Errors
    /// The characters that a piece's face has no glyph for, each once, with that face.
    pub fn shape(&self, text: &str, pieces: &[Piece]) -> Result<Shaped, Vec<(char, FaceId)>> {
        let mut shaped = Shaped { text: text.to_owned(), ..Shaped::default() };
        let mut missing = Vec::new();
        let mut found = None;
        for (index, piece) in pieces.iter().enumerate() {
            found = self.shape_piece(&mut shaped, index, piece, &mut missing);
        }
        if !missing.is_empty() {
            missing.sort_unstable();
            missing.dedup();
            return Err(missing);
        }
        let breaks = || opportunities(text, &shaped.clusters);
        shaped.breaks = match (pieces, found) {
            ([whole], Some(words)) if whole.range == (0..text.len()) => words.breaks.get_or_init(breaks).clone(),
            _ => breaks(),
        };
        Ok(shaped)
    }

    /// Words without the characters that a face has no glyph for.
    pub fn settable(&self, words: &str, face: FaceId) -> String {
        match self.shape(words, &[Piece { range: 0..words.len(), face, tracking: 0.0 }]) {
            Ok(_) => words.to_owned(),
            Err(missing) => words.chars().filter(|c| missing.iter().all(|(lost, _)| lost != c)).collect(),
        }
    }

    /// Shapes one piece onto the end of a paragraph, and gives its words as they are without it.
    fn shape_piece(
        &self,
        shaped: &mut Shaped,
        index: usize,
        piece: &Piece,
        missing: &mut Vec<(char, FaceId)>,
    ) -> Option<Arc<Words>> {
        let open = self.open.get(usize::from(piece.face.0)).and_then(Option::as_ref)?;
        let words = shaped.text.get(piece.range.clone()).unwrap_or_default();
        let found = open.words(words, 1.0 / self.typefaces.face(piece.face).units_per_em);
        missing.extend(found.missing.iter().map(|letter| (*letter, piece.face)));
        shaped.clusters.extend(found.clusters.iter().map(|cluster| Cluster {
            range: piece.range.start + cluster.range.start..piece.range.start + cluster.range.end,
            piece: index,
            advance: cluster.advance + piece.tracking,
            tracking: piece.tracking,
            ..cluster.clone()
        }));
        Some(found)
    }

    /// Writes a glyph's outline as SVG path data, scaled to `size` pixels and moved to `(x, y)` (baseline, y downwards).
    pub fn write_outline(&self, face: FaceId, id: u16, size: f32, x: f32, y: f32, path: &mut String) {
        let placing = Placing { scale: size / self.typefaces.face(face).units_per_em, x, y };
        self.outline(face, id).steps.iter().for_each(|step| write_step(path, placing.step(*step)));
    }

    /// A glyph's outline, read once for all jobs; that of none when its face is not open.
    pub fn outline(&self, face: FaceId, id: u16) -> &Outline {
        let open = self.open.get(usize::from(face.0)).and_then(Option::as_ref);
        open.map_or(&NOTHING, |open| open.outlines.glyph(id))
    }
}

impl OpenFace<'_> {
    /// Words as they are set in the face, a font unit being so many em; those that are short are kept.
    fn words(&self, words: &str, scale: f32) -> Arc<Words> {
        if words.len() > SHORT {
            return Arc::new(self.shaped(words, scale));
        }
        if let Some(found) = self.known.read().unwrap_or_else(PoisonError::into_inner).get(words) {
            return Arc::clone(found);
        }
        let found = Arc::new(self.shaped(words, scale));
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() < KEPT {
            known.insert(words.into(), Arc::clone(&found));
        }
        found
    }

    /// The plan for the script of some words.
    fn plan(&self, shaper: &Shaper<'_>, buffer: &UnicodeBuffer) -> Arc<ShapePlan> {
        let fits = |plan: &&Arc<ShapePlan>| plan.script() == Some(buffer.script());
        if let Some(plan) = self.plans.read().unwrap_or_else(PoisonError::into_inner).iter().find(fits) {
            return Arc::clone(plan);
        }
        let plan = Arc::new(ShapePlan::new(shaper, buffer.direction(), Some(buffer.script()), None, &[]));
        self.plans.write().unwrap_or_else(PoisonError::into_inner).push(Arc::clone(&plan));
        plan
    }

    /// Shapes words.
    fn shaped(&self, words: &str, scale: f32) -> Words {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(words);
        buffer.set_direction(harfrust::Direction::LeftToRight);
        buffer.guess_segment_properties();
        let shaper = self.data.shaper(&self.font).build();
        let plan = self.plan(&shaper, &buffer);
        let output = shaper.shape(buffer, harfrust::ShapeOptions::new().plan(Some(&plan)));
        let (infos, positions) = (output.glyph_infos(), output.glyph_positions());
        let mut shaped = Words { clusters: Vec::new(), missing: Vec::new(), breaks: OnceLock::new() };
        let mut at = 0;
        while at < infos.len() {
            let start = infos[at].cluster;
            let end = at + infos[at..].iter().take_while(|info| info.cluster == start).count();
            let range = start as usize..infos.get(end).map_or(words.len(), |next| next.cluster as usize);
            let letters = words.get(range.clone()).unwrap_or_default();
            let space = letters.chars().all(char::is_whitespace);
            let (mut advance, mut glyphs) = (0.0, Vec::with_capacity(end - at));
            for (info, position) in infos[at..end].iter().zip(&positions[at..end]) {
                if info.glyph_id == 0 && !letters.chars().all(char::is_control) {
                    shaped.missing.extend(letters.chars().next());
                }
                glyphs.push((
                    glyph(info.glyph_id),
                    advance + em(position.x_offset, scale),
                    em(position.y_offset, scale),
                ));
                advance += em(position.x_advance, scale);
            }
            shaped.clusters.push(Cluster { range, piece: 0, advance, tracking: 0.0, glyphs: glyphs.into(), space });
            at = end;
        }
        shaped
    }
}

/// Opens a face; none when the file is not a font.
fn open(face: &Face) -> Option<OpenFace<'_>> {
    let font = harfrust::FontRef::from_index(&face.data, face.index).ok()?;
    let outlines = skrifa::FontRef::from_index(&face.data, face.index).ok()?;
    let data = ShaperData::new(&font);
    Some(OpenFace { font, data, outlines: Outlines::new(outlines), plans: RwLock::default(), known: RwLock::default() })
}

/// Font units to em.
#[expect(clippy::cast_precision_loss, reason = "font units are below 2^16")]
fn em(units: i32, scale: f32) -> f32 {
    units as f32 * scale
}

/// A glyph identifier in the 16 bits that OpenType gives it.
fn glyph(id: u32) -> u16 {
    u16::try_from(id).unwrap_or(0)
}
