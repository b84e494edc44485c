//! Faces of the kit. No other font is ever used.
//!
//! In: `brand/fonts/*.ttf` and `*.otf`. Out: [`Typefaces`], searched by family, weight and slope.

use std::collections::BTreeSet;

use super::face::{self, Face};
use crate::diagnostic::{Checked, Diagnostic, Findings, Span};
use crate::digest::Digest;
use crate::source::Folder;

/// Where the fonts lie.
const FONTS: &str = "brand/fonts/";

/// A face's index in [`Typefaces`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FaceId(pub u16);

/// All faces of the kit.
#[derive(Debug, Clone)]
pub struct Typefaces {
    /// The faces, ordered by family, weight, slope, path.
    pub faces: Vec<Face>,
    /// Digest over all files.
    pub digest: Digest,
}

/// Why no face answers a wish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MissingFace {
    /// The kit has none of the families.
    Family {
        /// The families asked for, in order of preference.
        wanted: Vec<String>,
        /// The families of the kit.
        known: Vec<String>,
    },
    /// The family has no face of this weight and slope.
    Weight {
        /// The family, which the kit has.
        family: String,
        /// The weight asked for.
        weight: u16,
        /// The slope asked for.
        italic: bool,
        /// Weight and slope of each face of the family.
        available: Vec<(u16, bool)>,
        /// The one of them that is closest: same slope first, then weight (the bolder of two as close).
        nearest: Option<(u16, bool)>,
    },
}

impl Typefaces {
    /// Reads every font file of the kit.
    ///
    /// # Errors
    /// `MB0340` a file that cannot be read, `MB0341` two files with the same face, `MB0347` no face at all.
    pub fn read(folder: &Folder) -> Checked<Self> {
        let mut findings = Findings::new();
        let mut faces: Vec<Face> = Vec::new();
        for (path, bytes) in folder.under(FONTS) {
            let extension = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
            match extension.as_str() {
                "ttf" | "otf" => faces.extend(findings.take(face::read(path, bytes))),
                "woff" | "woff2" | "ttc" | "otc" | "pfb" | "eot" => {
                    findings.push(Diagnostic::warning("MB0345").arg("path", path).at(Span::whole(path)).hint("hint"));
                }
                _ => {}
            }
        }
        faces.sort_by(|a, b| (&a.family, a.weight, a.italic, &a.path).cmp(&(&b.family, b.weight, b.italic, &b.path)));
        for (first, second) in faces.iter().zip(faces.iter().skip(1)) {
            if (&first.family, first.weight, first.italic) == (&second.family, second.weight, second.italic) {
                let twice = Diagnostic::error("MB0341").arg("family", &first.family);
                let twice = twice.arg("style", style(first.weight, first.italic));
                findings.push(twice.at(Span::whole(second.path.as_str())).at(Span::whole(first.path.as_str())));
            }
        }
        // A file that could not be read has its own error; an empty folder is another fault.
        if faces.is_empty() && !findings.has_errors() {
            findings.push(Diagnostic::error("MB0347").at(Span::whole("brand/fonts")).hint("hint"));
        }
        let digest = Digest::of_parts(faces.iter().flat_map(|face| [face.path.as_bytes(), &face.data]));
        findings.finish(Self { faces, digest })
    }

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

    /// The families of the kit, in order.
    pub fn families(&self) -> BTreeSet<&str> {
        self.faces.iter().map(|face| face.family.as_str()).collect()
    }

    /// The face of the first family that the kit has, with exactly this weight and slope.
    ///
    /// A family that is there but lacks the weight is not passed over for the next one: that would be a
    /// silent fallback.
    ///
    /// # Errors
    /// [`MissingFace`], which [`MissingFace::diagnostic`] words.
    pub fn resolve(&self, families: &[String], weight: u16, italic: bool) -> Result<FaceId, MissingFace> {
        let known = self.families();
        let Some(family) = families.iter().find(|family| known.contains(family.as_str())) else {
            let known = known.into_iter().map(str::to_owned).collect();
            return Err(MissingFace::Family { wanted: families.to_vec(), known });
        };
        self.find(family, weight, italic).ok_or_else(|| {
            let available: Vec<(u16, bool)> = self
                .faces
                .iter()
                .filter(|face| face.family == *family)
                .map(|face| (face.weight, face.italic))
                .collect();
            let distance = |face: &&(u16, bool)| (face.1 != italic, face.0.abs_diff(weight), u16::MAX - face.0);
            let nearest = available.iter().min_by_key(distance).copied();
            MissingFace::Weight { family: family.clone(), weight, italic, available, nearest }
        })
    }
}

impl MissingFace {
    /// `MB0342` (family) or `MB0343` (weight or slope), with what the kit has.
    pub fn diagnostic(&self) -> Diagnostic {
        match self {
            Self::Family { wanted, known } => {
                let first = wanted.first().map_or("", String::as_str);
                let unknown = Diagnostic::error("MB0342").arg("family", wanted.join(", "));
                unknown.suggest(first, known.iter().map(String::as_str))
            }
            Self::Weight { family, weight, italic, available, nearest } => {
                let listed: Vec<String> = available.iter().map(|(weight, italic)| style(*weight, *italic)).collect();
                let missing = Diagnostic::error("MB0343")
                    .arg("family", family)
                    .arg("style", style(*weight, *italic))
                    .arg("available", listed.join(", "));
                match nearest {
                    Some((weight, italic)) => missing.arg("nearest", style(*weight, *italic)).hint("hint"),
                    None => missing,
                }
            }
        }
    }
}

/// A weight and slope as designers write them: `600`, `400 italic`.
fn style(weight: u16, italic: bool) -> String {
    if italic { format!("{weight} italic") } else { weight.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The shipped fonts.
    pub(crate) fn kit() -> Folder {
        let home = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(FONTS);
        let mut folder = Folder::new();
        for entry in std::fs::read_dir(home).unwrap() {
            let path = entry.unwrap().path();
            folder.insert(
                format!("{FONTS}{}", path.file_name().unwrap().to_str().unwrap()),
                std::fs::read(&path).unwrap(),
            );
        }
        folder
    }

    #[test]
    fn the_shipped_faces_are_read() {
        let kit = Typefaces::read(&kit()).unwrap();
        assert_eq!(kit.warnings, []);
        let kit = kit.value;
        let listed: Vec<String> =
            kit.faces.iter().map(|f| format!("{} {}", f.family, style(f.weight, f.italic))).collect();
        assert_eq!(
            listed.join("; "),
            "Be Vietnam Pro 400; Be Vietnam Pro 400 italic; Be Vietnam Pro 500; Be Vietnam Pro 600; Be Vietnam Pro 700; Be Vietnam Pro 800; Inter 400; Inter 500; Inter 600; Inter 700; Inter 800"
        );
        for face in &kit.faces {
            assert!(face.ascent > 0.7 && face.descent > 0.1 && face.cap_height > face.x_height, "{}", face.path);
            assert!((0.4..0.6).contains(&face.x_height), "{} {}", face.path, face.x_height);
        }
    }

    #[test]
    fn a_missing_face_says_what_there_is() {
        let kit = Typefaces::read(&kit()).unwrap().value;
        let family = |name: &str| vec![name.to_owned()];
        assert!(kit.resolve(&family("Inter"), 700, false).is_ok());
        let unknown = kit.resolve(&family("Be Vietnam"), 400, false).unwrap_err().diagnostic();
        assert_eq!((unknown.code, unknown.hint), ("MB0342", Some("did-you-mean")));
        let weight = kit.resolve(&family("Be Vietnam Pro"), 650, false).unwrap_err();
        assert!(matches!(weight, MissingFace::Weight { nearest: Some((700, false)), .. }), "{weight:?}");
        let slope = kit.resolve(&family("Inter"), 400, true).unwrap_err();
        assert!(matches!(slope, MissingFace::Weight { nearest: Some((400, false)), .. }), "{slope:?}");
        // The first family the kit has is the one that must answer.
        let two = ["Nowhere", "Inter"].map(str::to_owned);
        assert_eq!(kit.resolve(&two, 400, false), kit.resolve(&family("Inter"), 400, false));
    }

    #[test]
    fn broken_doubled_and_foreign_files_are_reported() {
        let mut folder = kit();
        let whole = folder.bytes("brand/fonts/Inter_400Regular.ttf").unwrap().to_vec();
        folder.insert("brand/fonts/a.ttf", *b"not a font");
        folder.insert("brand/fonts/cut.otf", whole[..whole.len() / 3].to_vec());
        folder.insert("brand/fonts/empty.ttf", *b"");
        folder.insert("brand/fonts/twice.ttf", whole);
        folder.insert("brand/fonts/web.woff2", *b"wOF2");
        let errors = Typefaces::read(&folder).unwrap_err();
        let found: Vec<String> = errors.iter().map(|e| format!("{} {}", e.code, e.spans[0])).collect();
        assert_eq!(
            found,
            [
                "MB0340 brand/fonts/a.ttf",
                "MB0340 brand/fonts/cut.otf",
                "MB0340 brand/fonts/empty.ttf",
                "MB0345 brand/fonts/web.woff2",
                "MB0341 brand/fonts/twice.ttf"
            ]
        );
        assert_eq!(Typefaces::read(&Folder::new()).unwrap_err()[0].code, "MB0347");
    }
}
