//! How pages look: the kit's colours, faces and mark, in one style sheet. Colours that could not be read on their ground are
//! not taken.

use std::fmt::Write as _;

use crate::brand::{Brand, Theme};
use crate::color::Color;
use crate::source::Folder;

/// The rules of all pages.
const CSS: &str = include_str!("pages/site.css");
/// What pages can do more where scripts run.
const SCRIPT: &str = include_str!("pages/site.js");
/// The least contrast of text, as WCAG 2 AA has it.
const LEGIBLE: f32 = 4.5;
/// Colours of the kit that pages use: our name, the token, what is taken in its place, and the ground it must be legible on.
const COLORS: [(&str, &str, &str, Option<&str>); 12] = [
    ("surface", "color.surface", "#ffffff", None),
    ("raised", "color.surface-raised", "#ffffff", None),
    ("ink", "color.ink", "#16201f", Some("surface")),
    ("muted", "color.ink-muted", "#16201f", Some("surface")),
    ("line", "color.line", "#c9c9c4", None),
    ("primary", "color.primary", "#16201f", Some("surface")),
    ("on-primary", "color.primary-ink", "#ffffff", Some("primary")),
    ("soft", "color.primary-soft", "#ececec", None),
    ("accent", "color.accent", "#a1281e", Some("surface")),
    ("on-accent", "color.accent-ink", "#ffffff", Some("accent")),
    ("deep", "color.surface-inverse", "#16201f", None),
    ("on-deep", "color.ink-inverse", "#ffffff", Some("deep")),
];
/// Weights that pages are set in.
const WEIGHTS: [u16; 3] = [400, 600, 800];

/// How pages look.
#[derive(Debug, Clone, Default)]
pub struct Look {
    /// Colours by our name.
    colors: Vec<(&'static str, Color)>,
    /// The family of text.
    family: String,
    /// Font files by name, with family weight.
    faces: Vec<(String, u16, Vec<u8>)>,
    /// Licences of the fonts, by file name.
    licences: Vec<(String, Vec<u8>)>,
    /// The campaign's mark.
    mark: Option<String>,
}

impl Look {
    /// The look of a kit.
    pub fn of(brand: &Brand, folder: &Folder) -> Self {
        let mut look = Self::default();
        if let Some(theme) = brand.themes.get(&brand.default_theme) {
            look.colors = colors(theme);
            let body = theme.typography("type.body").or_else(|| theme.typography("sheet.body"));
            look.family = body.and_then(|body| body.family.first().cloned()).unwrap_or_default();
            let mark = brand.marks.get("main").or_else(|| brand.marks.values().next());
            look.mark = mark.map(|mark| mark.colored(theme));
        }
        let faces = brand.typefaces.faces.iter().filter(|face| face.family == look.family && !face.italic);
        let mut taken: Vec<u16> = Vec::new();
        for weight in WEIGHTS {
            let Some(face) = faces.clone().min_by_key(|face| face.weight.abs_diff(weight)) else { continue };
            if !taken.contains(&face.weight) {
                taken.push(face.weight);
                look.faces.push((file_name(&face.path), face.weight, face.data.to_vec()));
            }
        }
        let texts = folder.under("brand/fonts/").filter(|(path, _)| path.ends_with(".txt"));
        look.licences = texts.map(|(path, bytes)| (file_name(path), bytes.to_vec())).collect();
        look
    }

    /// The campaign's mark, when it has one.
    pub(super) fn has_mark(&self) -> bool {
        self.mark.is_some()
    }

    /// Style sheet, script, fonts and mark.
    pub(super) fn files(&self) -> impl Iterator<Item = (String, Vec<u8>)> {
        let mut files = vec![
            ("style/site.css".to_owned(), self.css().into_bytes()),
            ("style/site.js".to_owned(), SCRIPT.as_bytes().to_vec()),
        ];
        files.extend(self.faces.iter().map(|(name, _, bytes)| (format!("style/{name}"), bytes.clone())));
        if !self.faces.is_empty() {
            files.extend(self.licences.iter().map(|(name, bytes)| (format!("style/{name}"), bytes.clone())));
        }
        files.extend(self.mark.iter().map(|svg| ("style/mark.svg".to_owned(), svg.clone().into_bytes())));
        files.into_iter()
    }

    /// The style sheet.
    fn css(&self) -> String {
        let mut css = String::new();
        let family = self.family.replace(['"', '\\', '<', '\n', '\r'], "");
        // Writing to a string does not fail.
        for (name, weight, _) in &self.faces {
            let _ = writeln!(
                css,
                "@font-face{{font-family:\"{family}\";font-weight:{weight};font-display:swap;src:url(\"{name}\")}}"
            );
        }
        css.push_str(":root{");
        for (name, color) in &self.colors {
            let _ = write!(css, "--{name}:{color};");
        }
        if self.colors.is_empty() {
            for (name, _, fallback, _) in COLORS {
                let _ = write!(css, "--{name}:{fallback};");
            }
        }
        let family = if family.is_empty() { String::new() } else { format!("\"{family}\",") };
        let _ = writeln!(css, "--text:{family}system-ui,\"Segoe UI\",Roboto,\"Noto Sans\",sans-serif}}");
        css + CSS
    }
}

/// The kit's colours, each legible where it is used.
fn colors(theme: &Theme) -> Vec<(&'static str, Color)> {
    let mut colors: Vec<(&'static str, Color)> = Vec::new();
    for (name, token, fallback, ground) in COLORS {
        let fallback = Color::from_hex(fallback).unwrap_or(Color::from_rgb8(0, 0, 0));
        let ground =
            ground.and_then(|ground| colors.iter().find(|(known, _)| *known == ground).map(|(_, color)| *color));
        let legible = |color: &Color| ground.is_none_or(|ground| color.contrast(ground) >= LEGIBLE);
        let own = theme.color(token).map(|color| color.with_alpha(1.0)).filter(legible);
        let black_or_white = || {
            let both = [Color::from_rgb8(0, 0, 0), Color::from_rgb8(255, 255, 255)];
            both.into_iter().find(legible).unwrap_or(fallback)
        };
        let color = own.or_else(|| Some(fallback).filter(legible)).unwrap_or_else(black_or_white);
        colors.push((name, color));
    }
    colors
}

/// The last part of a path.
fn file_name(path: &str) -> String {
    path.rsplit('/').next().unwrap_or(path).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The shipped kit.
    fn shipped() -> Folder {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut folder = Folder::new();
        for entry in walkdir::WalkDir::new(root.join("brand")).into_iter().map(Result::unwrap) {
            if entry.file_type().is_file() {
                let name = entry.path().strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                folder.insert(name, std::fs::read(entry.path()).unwrap());
            }
        }
        folder
    }

    #[test]
    fn text_is_legible_in_the_shipped_kit_and_without_one() {
        let folder = shipped();
        let look = Look::of(&Brand::read(&folder).unwrap().value, &folder);
        let of = |name: &str| look.colors.iter().find(|(known, _)| *known == name).unwrap().1;
        for (ink, ground) in [
            ("ink", "surface"),
            ("muted", "surface"),
            ("muted", "raised"),
            ("primary", "raised"),
            ("primary", "soft"),
            ("ink", "soft"),
            ("on-primary", "primary"),
            ("accent", "raised"),
            ("on-accent", "accent"),
            ("on-deep", "deep"),
        ] {
            assert!(of(ink).contrast(of(ground)) >= LEGIBLE, "{ink} on {ground}");
        }
        assert_eq!(look.faces.len(), 3);
        assert!(look.css().contains("--primary:#0d4f55;"), "{}", &look.css()[..900]);
        assert!(Look::default().css().contains("--ink:#16201f;"));
        let names: Vec<String> = look.files().map(|(name, _)| name).collect();
        assert!(names.iter().any(|name| name == "style/BeVietnamPro-OFL.txt"), "{names:?}");
    }
}
