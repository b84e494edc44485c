//! Formats: the surfaces a campaign is made for.
//!
//! In: the built-in presets and the campaign's `formats.toml`, which adds formats and changes keys of presets by
//! name. Out: [`Formats`], every surface in final pixels, or every error of the file.

mod length;
mod preset;
mod rem;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::diagnostic::{Checked, Findings, Warned};
use crate::language::Words;
use crate::settings;
use crate::source::{Folder, Source};
use crate::units::{Insets, Rect, Size};

/// The presets that every campaign has.
const PRESETS: &str = include_str!("presets.toml");
/// Their name in diagnostics.
const PRESETS_NAME: &str = "(built-in) presets.toml";
/// The campaign's own formats, relative to its folder.
const FILE: &str = "formats.toml";

/// A surface: trim size, bleed, safe area, resolution, viewing distance, rem, byte limit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Format {
    /// Its name (`fb-story`, `pano-6x12`).
    pub name: String,
    /// Trim size in whole pixels.
    pub trim: Size,
    /// Trim size in millimetres, for a surface of known size.
    pub trim_mm: Option<(f32, f32)>,
    /// Pixels per inch written into files, and the link between millimetres and pixels.
    pub dpi: f32,
    /// Bleed beyond the trim on each side, in whole pixels.
    pub bleed: f32,
    /// Distance from the trim inside which nothing that matters may stand, in pixels.
    pub safe: Insets,
    /// Viewing distance in millimetres.
    pub distance_mm: f32,
    /// Pixels of one rem.
    pub rem: f32,
    /// Shape, from the proportions unless the preset says.
    pub shape: Shape,
    /// Whether positions snap to whole pixels (LED boards).
    pub snap: bool,
    /// Upper limit of a file, in bytes.
    pub max_bytes: Option<u64>,
    /// The encodings the surface takes, when it is choosy.
    pub encodings: Vec<String>,
    /// Where the numbers are from.
    pub source: String,
    /// When they were checked (ISO date or month; empty when nobody has).
    pub checked: String,
    /// `high`, `medium` or `low`.
    pub confidence: String,
}

/// The proportions that a template may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// Width at least 1.2 times the height.
    Wide,
    /// Between wide and tall.
    Square,
    /// Height at least 1.2 times the width.
    Tall,
    /// Width at least 6 times the height.
    Ticker,
}

/// What a surface is for; it sets the viewing distance where a preset gives none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Use {
    /// Paper, in the hand or on a wall.
    Print,
    /// Banners, backdrops and panos.
    Large,
    /// LED boards.
    Led,
    /// Social networks.
    Social,
    /// Slides and other screens.
    Screen,
}

/// A format with what is said about it to people who choose one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Preset {
    /// The surface.
    pub format: Arc<Format>,
    /// What it is called, by language.
    pub title: Words,
    /// What it is for.
    #[serde(rename = "use")]
    pub usage: Use,
}

/// Every format a campaign may name.
#[derive(Debug, Clone, Default)]
pub struct Formats {
    /// Presets by name.
    presets: BTreeMap<String, Preset>,
}

impl Formats {
    /// The built-in presets with the campaign's `formats.toml`, if it has one, laid over them.
    ///
    /// # Errors
    /// Everything that is wrong in `formats.toml` (`MB0010`–`MB0014`, `MB04…`).
    pub fn read(folder: &Folder) -> Checked<Self> {
        let mut findings = Findings::new();
        let built_in = Source::from_text(PRESETS_NAME, PRESETS);
        let own = if folder.bytes(FILE).is_some() {
            folder.text(FILE).map_err(|diagnostic| findings.push(diagnostic)).ok()
        } else {
            None
        };
        let own_document = own.as_ref().and_then(|source| Some((source, settings::parse(source, &mut findings)?)));
        let Some(document) = settings::parse(&built_in, &mut findings) else { return Err(findings.into_vec()) };
        let presets = preset::read_all(
            (&built_in, &document),
            own_document.as_ref().map(|(source, document)| (*source, document)),
            &mut findings,
        );
        findings.finish(Self { presets })
    }

    /// The built-in presets alone.
    pub fn built_in() -> Self {
        Self::read(&Folder::new()).map(|Warned { value, .. }| value).unwrap_or_default()
    }

    /// A format by name.
    pub fn get(&self, name: &str) -> Option<&Arc<Format>> {
        self.presets.get(name).map(|preset| &preset.format)
    }

    /// All names, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.presets.keys().map(String::as_str)
    }

    /// All formats with their titles, in the order of their names.
    pub fn presets(&self) -> impl Iterator<Item = &Preset> {
        self.presets.values()
    }

    /// Names of the formats that pass a test, in order.
    pub fn taken_by(&self, takes: impl Fn(&Format) -> bool) -> Vec<String> {
        let taken = self.presets.iter().filter(|(_, preset)| takes(&preset.format));
        taken.map(|(name, _)| name.clone()).collect()
    }

    /// Formats whose numbers were last checked before a day, or never.
    ///
    /// A month counts as its first day: what was checked in 2026-11 is stale for 2026-11-02.
    pub fn checked_before(&self, day: jiff::civil::Date) -> impl Iterator<Item = &Preset> {
        let day = day.to_string();
        // ISO dates order as text, and a month stands before each of its days.
        self.presets.values().filter(move |preset| preset.format.checked < day)
    }
}

impl Shape {
    /// The shape of a size's proportions.
    pub fn of(size: Size) -> Self {
        let Size { width, height } = size;
        if width >= 6.0 * height {
            Self::Ticker
        } else if width >= 1.2 * height {
            Self::Wide
        } else if height >= 1.2 * width {
            Self::Tall
        } else {
            Self::Square
        }
    }
}

impl Format {
    /// The trim box; the origin is its corner.
    pub fn trim_box(&self) -> Rect {
        Rect::new(0.0, 0.0, self.trim.width, self.trim.height)
    }

    /// The box inside which content may stand.
    pub fn safe_box(&self) -> Rect {
        self.trim_box().inset(self.safe)
    }
}

#[cfg(test)]
mod tests;
